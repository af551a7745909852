"""Sentences that tell of one person, of the writer, of one firm or of a mere case: what they say is no fact about a role."""

from __future__ import annotations

import re

from extract.language.wordclass import word_class
from extract.lexicons.fragments import EARN

_FIRST_PERSON = re.compile(
    r"(?:^|[\s“\"(—–])I(?:['’](?:m|ve|d))?\s+(?:\w+ly\s)?(?:am|was|make|made|earn|earned|get|got|took|take|start|started|began|begun|work|went"
    r"|paid|billed|charged|invoiced|asked|turned\sdown|accepted|negotiated|switched|left|joined|cleared|pull|live|shipped|moved|quit|graduated|applied|have\s(?!seen\b|heard\b)(?:\w+\s){0,3}offers?|received\s(?:\w+\s){0,3}offers?|on\s\W?\d)\b"
)
# "Lena, 29, left ...", "Ana, a data scientist on ..."; "the Oakline Pay Guide, a baker in" and "per Oakline Pay, a" name none.
_PERSON = re.compile(r"\b[A-Z][a-z]{2,11},\s(?:\d{2},|an?\s(?:\w+\s){1,4}(?:on|at|in|who|from)\b)")
_NO_PERSON = re.compile(
    r"\b(?:[Tt]o|[Pp]er|[Bb]y|[Aa]t|[Ff]rom|[Ii]n|[Oo]f|[Nn]ear|[Oo]n|[Tt]he|[Tt]his|[Ii]ts|[Tt]heir)\s(?:[A-Z0-9][\w.&’'-]*\s){0,5}$"
    # "..., said Ms Nair, a director at a recruiter": who speaks of others.
    r"|\b(?:said|says|notes|noted|explains|explained|adds|added|estimates|estimated)\s(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s)?(?:[A-Z][\w.’'-]*\s){0,3}$"
)
_SOMEBODY = re.compile(
    r"\b(?:[Ss]he|[Hh]e)\s(?:\w+ly\s)?(?:earn|make|made|clear|took|takes|was paid|gets|got|pull|join|start|began|landed|accepted)\w*\b(?=[^.;:]{0,40}\d)|\b(?:the|a)\s\d{2}-year-old\b"
    r"|\b[Hh](?:er|is)\s(?:\w+\s)?(?:gross|net|pay|payslip|pay\s?cheque|paycheck|salary|wages?|income)\s(?:(?:for|in)\s\w+\s)?(?:came\sto|was|were|rose\sto|went\sto)\b(?=[^.;:]{0,40}\d)"
    r"|\b(?:pays?|paid|paying|offer(?:s|ed)?)\s(?:him|her)\b(?=[^.;:]{0,40}\d)|\b(?:himself|herself)\b(?=[^.;:]{0,60}\d)|\bwho\s(?:\w+\s){0,3}(?:went|jumped|moved|rose|climbed|doubled|tripled)\s(?:\w+\s){0,3}from\b(?=[^.;:]{0,30}\d)"
)
# "My best licence was X", "I'm a senior baker at a shop in Leeds on 41k", "I still see ads offering X": the writer's own case.
_OWN_CASE = re.compile(
    r"(?:^|[.!?]\s)[“\"'‘]?[Mm]y\s(?:own\s|very\s|last\s|\w+est\s){0,2}(?!research|survey|analysis|guide|figures?|data|sources?|article)\w+\s(?:\w+\s){0,5}?(?:was|is|were|paid|pays|came\sto)\b"
    # "My P60 said X", "X is more like it"
    r"|\b[Mm]y\s(?:last\s|own\s|latest\s)?(?:P60|P45|W-?2|T4|IT3|Form\s16|pay\s?slips?|pay\s?cheques?|paychecks?|pay\s?stubs?|offer\sletter|contract)\s(?:[\w’']+\s){0,3}(?:said|says|showed|shows|reads?|came\sto|comes\sto)\b|\bmore\slike\sit\b"
    r"|\bI(?:['’]m|\sam)\s(?:now\s)?(?:an?|the)\s[^.;:]{3,60}\s(?:on|at|making|earning|paid)\s(?:around\s|about\s)?\W{0,2}\d"
    r"|\bI\s(?:still|often|sometimes|regularly|keep|even)\s(?:see|saw|seeing|find|get)\s(?:ads|adverts|job\sads|postings|offers|listings)\b(?=[^.;]{0,60}?\s(?:offer(?:ing)?|at|for|pay(?:ing)?|of|with|under|from)\s)"
)
# "One customer told us his lead hand cleared X"
_TOLD_US = re.compile(r"\btold\s(?:us|me)\s(?:that\s)?(?:his|her|he|she)\b")
_HIS_OWN = re.compile(r"[^.;]{0,60}?\s(?:who|whose)\s[^.;]{0,40}?\d|[^.;]{0,40}?\s(?:earning|making|on)\s\W{0,2}\d")
# One firm's word: "We pay $90,000", "we offered $80,000".
_WE_PAY = re.compile(r"\b[Ww]e\s(?:pay\b|offered\s[^\w\s]?\d)")
# "I know of one cook who", "I spoke to a nurse": whom the writer met.
_ACQUAINTED = re.compile(
    r"\bI(?:['’]ve|\shave)?\s(?:also\s|once\s|even\s|recently\s|personally\s)?(?:know|knew|known|met|heard|saw|seen|spoke|spoken|talked|interviewed|coached|placed|hired|mentored)"
    r"\s(?:of\s|about\s|to\s|with\s|from\s)?(?:one|an?|two|three|some(?:one|body)|several)\b"
)
# "Priya started at $60,000": a career of one's own, told in the past.
_BY_NAME = re.compile(
    r"(?!(?:They|She|You|Both|Most|Many|Some|Those|These|Who|All|Others|Few|Everyone|Anyone)\s)(?P<name>[A-Z][a-z]{2,11})\s(?:(?:from|in|of)\s[A-Z][a-z]+\s)?(?:(?:started|began)\s(?:at|on|as|out|with)|joined|landed|accepted|negotiated|quit|switched|earned|was\s(?:making|earning|hired|offered))\b"
)
# "Mr Lim, a former cook, took a cut", "Ana Ruiz, a former cook, joined": what became of one who has a name.
_NAMED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss)\.?\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?(?:,\s[^,.;:\d]{3,60},)?|\b[A-Z][a-z]{2,11}(?:\s[A-Z][\w’'-]+)?,\s(?:now\s)?(?:an?|the)\s(?:[\w’'-]+\s){0,4}[\w’'-]+,"
    # "Our own researcher, Tomas, started ..."
    r"|\b[Oo]ur\s(?:[\w’'-]+\s){1,4}?[\w’'-]+,\s[A-Z][a-z]{2,11},)"
    r"\s(?:(?:now|then|once|first|who|later|even|\w+ly)\s){0,2}(?:took|takes|joined|left|quit|switched|moved|started|began|landed|accepted|negotiated|went|got|earn(?:s|ed)|draws|drew|was\s(?:paid|offered|hired|making|earning|on)\b)"
)
# "..., says Priya, who started on $68,000": what a person tells of herself.
_SPEAKER = re.compile(
    r"\b(?:says|said|recalls|explains|adds|remembers)\s[A-Z][^\W\d_]{2,11}(?:\s[A-Z][\w.’'-]{0,15})?,\s(?:\d{2},\s|(?:an?|one\sof|the)\s(?:[\w’'-]+\s){1,6}[\w’'-]+,\s)?(?:who|whose|now)\b"
)
# "Lakshmi (name changed), who is on 44 lakh": a person who is not to be known.
_RENAMED = re.compile(r"\bnames?\s(?:(?:has|have)\sbeen\s|was\s)?changed\b|\bnot\s(?:his|her|their)\sreal\sname\b")
_ONE = re.compile(
    r"[SsHhMmRrw-](?:(?<=-)year-old|(?<=[mr])self\b|(?<=w)ho\s|(?<!\w.)(?<!-)h?e\s|(?<!\w.)(?<=[Hh])(?:er|is)\s)"
)
_NAME = re.compile(r"[A-Z][a-z]{2,11},\s")
# "Meet Lena": a command at the start; "to meet the needs" tells nothing of anyone.
_INTRODUCING = re.compile(r"[\W_]{0,3}(?:(?:Meet|Picture)\s|(?:Take|Consider)\s[A-Z][a-z]{2,11}[,.:](?:\s|$))")
# "If you go freelance, bakers make X" is said of bakers; "If you earn less than X then ask" of nobody.
_SUPPOSING = re.compile(
    rf"(?:^|^[A-Z][a-z]+,\s|[.!?:;]\s+)[Ii]f you\b(?!\shave\s(?:(?:more\sthan|over|at\sleast|between|under|less\sthan)\s)?\d{{1,2}}(?:\s?(?:to|-|–)\s?\d{{1,2}})?\+?\syears)(?!\s(?:contract|freelance|go\s|work\s|live\s|choose\s)[^,]{{0,40}},\s(?!you|your|it)[A-Z]?\w)(?:[^.!?]{{3,90}},\s|\s{EARN}\s[^.!?,]{{0,40}}\d[^.!?]{{0,30}}\s(?:then|you|it)\s)"
)


def tells_of_one(words: str) -> bool:
    """Whether a sentence tells of the writer, of one person or firm, or of what the reader may suppose."""
    # What each pattern cannot do without is quicker to look for.
    return bool(
        ("I" in words and (_FIRST_PERSON.search(words) or _ACQUAINTED.search(words)))
        or (("I" in words or "My " in words or " my " in words or "like it" in words) and _OWN_CASE.search(words))
        or ("f you" in words and _SUPPOSING.search(words))
        or (_ONE.search(words) and _SOMEBODY.search(words))
        or ("told " in words and _TOLD_US.search(words))
        or (("e pay" in words or "e offered" in words) and _WE_PAY.search(words))
        or (", who" in words and _SPEAKER.search(words))
        or ("name" in words and _RENAMED.search(words))
        or ((" a" in words or "M" in words or "ur " in words) and _NAMED.search(words))
        or _by_name(words)
    )


def introduces_one(words: str) -> bool:
    """Whether a sentence introduces a person: "Meet Lena", "Lena, 29, ..."."""
    return _INTRODUCING.match(words) is not None or _introduces(words)


def _by_name(words: str) -> bool:
    """Whether a sentence's subject is a name that no dictionary has, and it tells what that person did."""
    said = _BY_NAME.match(words)
    return said is not None and word_class(said["name"].lower()) == "0"


def _introduces(words: str) -> bool:
    """Whether a sentence names a person and says who that is."""
    if _NAME.search(words) is None:
        return False
    # "said Tom Reed, a welder at Ford who makes $41": his own.
    return any(
        _NO_PERSON.search(words, 0, person.start()) is None or _HIS_OWN.search(words, person.start())
        for person in _PERSON.finditer(words)
    )
