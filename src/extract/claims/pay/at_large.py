"""Pay of people at large: of all workers, of the graduates of a subject, of nobody in particular."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.language import MentionKind
from extract.lexicons.fragments import ABOUT, AVERAGE, EARN, JOB, PAY
from extract.lexicons.signs import SIGNS

COUNTRY = 2
"""Letters of a country's code."""

if TYPE_CHECKING:
    from extract.claims.pay.figures import Setting

_AT_LARGE = re.compile(
    r"\b(?:for|of|across|among|by)\sall\s(?:(?:recent|new|fresh|university|college|degree)\s){0,2}graduates\b|\b(?:(?<!percent\s)(?<!per\scent\s)(?<!%\s)(?:for|of|across|among|(?<!shared\s)(?<!reported\s)(?<!submitted\s)(?<!given\s)(?<!provided\s)by)|of(?=\sall\b))\s(?:(?:all|most|other|the\saverage|full-time)\s){0,2}(?:[\d.,]+\s(?:million\s)?|(?:two|three|four|five|six|seven|eight|nine|ten)\smillion\s)?(?:workers|occupations|employees|professions|households|citizens|residents|jobs\soverall)\b"
    r"|\b(?:for|of)\sthe\s(?:average\s|typical\s)?(?-i:[A-Z][a-z]+(?:an|ese|ish|ch|i))\s(?:worker|employee)s?\b"
    r"|\b(?:our\s|its\s|their\s)?(?:graduates|alumni)\sreport(?:ed)?\b"
    rf"|\b(?:earned|made|paid|received)\s(?:by|to)\sthe\s{AVERAGE}\s(?:[A-Z][\w.]{{1,12}}\s|full-time\s){{0,2}}(?:worker|employee|household|person|earner)\b(?!\s(?:in|at)\b)"
    rf"|\bthe\s{AVERAGE}\s(?:worker|employee|household|person|earner|citizen|resident)\s(?:earn|mak|is\spaid|brought|brings|took|takes|receiv)"
    rf"|\b(?:national|statutory)\s(?:average|median|minimum)\s{PAY}\b|\b(?:minimum|living)\swages?\b|\b(?:with|to|than|against|above|below)\s(?:the\s|an\s)?{AVERAGE}\s[A-Z][a-z]+(?:an|ese|ish|ch|i)\s{PAY}\b(?!\s(?:for|of)\b)|\b(?:people|graduates|workers|\w{{3,}}(?:ans|ese|ons))\s(?:holding|with)\s(?:an?\s)?(?:\w+\s)?(?:bachelor|master|degree)",
    re.IGNORECASE,
)
# "Minimum wage in force: X", "Statutory minimum wage: X": whatever the label stands below.
_BY_LAW = re.compile(
    r"(?:national|statutory|federal|legal|current|general|country['’]s)\s(?:hourly\s|monthly\s)?minimum\swage|minimum\swage\s(?:in\sforce|by\slaw)",
    re.IGNORECASE,
)
# Lawyers of firms, on pages that are not about them.
_ASSOCIATES = re.compile(
    r"\b(?i:first|second|third|fourth|fifth)-year\sassociates\b|\b(?:[Aa]ssociates|[Pp]artners)\s(?:on|at|in)\s(?:the\s)?(?:[A-Z]|big\b|large\b|top\b)"
)
# "Above the national average, which is X": of all there are.
_NATIONAL = re.compile(
    r"\b(?:above|below|than|over|under|near|around|close\sto|beats?|exceed(?:s|ing)?)\s(?:the\s)?(?:overall\s|current\s)?(?:national|nationwide|country’s|country's)\s"
    rf"(?:{AVERAGE}|figure|level|norm|benchmark|{PAY})"
    r"(?:\s(?!for\b)[a-z]+|,\s(?:which|now|currently)|\s?\(|\s[–—-]){0,6}\s?$",
    re.IGNORECASE,
)
# "X, which is 31% lower than the": what is named behind these words is something else than X.
_THAN = re.compile(
    r"\b(?:than|above|below|beyond|under|over|exceed(?:s|ing)?|beat(?:s|ing)?)\s(?:the\s|an?\s)?(?:overall\s|current\s)?$"
)
_GRADUATES_AT_LARGE = re.compile(
    r"\b(?:graduates|grads)\s(?:in|of|from)\s(?:the\s)?(?:[\w-]+\s){0,4}(?:technolog(?:y|ies)|sciences?|studies|engineering|computing|business|humanities|arts|law|medicine|disciplines?|subjects?|degrees?|programmes?|programs?|courses?|colleges?|universit(?:y|ies))\b",
    re.IGNORECASE,
)
# "Someone who can bake is in the running for X": nobody in particular. "Co-op students earn Y": those of a course.
_SOMEONE = re.compile(
    r"(?:Someone|Somebody|Anyone|Anybody|A\sperson)\swho\s|(?:[A-Z][\w’'-]{1,20}\s){0,2}(?:[Ss]tudents|[Ll]earners|[Aa]lumni|[Pp]articipants|[Aa]ttendees)\s"
)
# Behind a sum: it is that of those who have any degree.
_FOR_GRADUATES = re.compile(
    r"\s(?:for|among)\s(?:all\s|most\s|new\s|recent\s)?(?:university|college)\s(?:graduates|leavers)\b(?!\s(?:in|of|with|who|working|hired))"
)
_POPULATION = re.compile(
    rf"\b(?:total|whole|entire|general)\spopulation(?:['’]s)?\s{AVERAGE}\b[^.;]{{0,24}}\Z", re.IGNORECASE
)
_GRADUATES = re.compile(r"\s(?:degree\s)?(?:graduates|grads|majors|alumni|students)\b", re.IGNORECASE)


# "12% higher than the average salary for the city of X": of all who work there.
_OF_A_PLACE = re.compile(
    rf"\b(?:than|to|with|above|below)\sthe\s{AVERAGE}\s{PAY}\s(?:for|in|of|across)\sthe\s"
    r"(?:whole\s|entire\s)?(?:city|state|country|county|nation|area|region|province|district|labou?r\smarket|economy)\b[^.;"
    + SIGNS
    + r"\d]{0,60}$",
    re.IGNORECASE,
)


# "More than double the average UK salary of X and above the average salary in London of Y": of all there.
_OF_A_COUNTRY = re.compile(
    rf"\b(?:than|to|with|above|below|over|double|twice|triple|times)\s(?:the|an)\s{AVERAGE}\s(?:(?i:annual|yearly|full-time)\s)?"
    rf"(?:UK|U\.?K\.|US|U\.S\.|USA|EU|[A-Z][a-z]+(?:an|ese|ish|ch))\s(?:(?i:annual|yearly|full-time)\s)?{PAY}\b(?!\s(?:for|of)\s(?:an?|the|[a-z]+s)\b)"
    rf"(?:[^.;\d]{{0,24}}|[^.;]{{3,48}}?\b(?:above|than|over)\sthe\s{AVERAGE}\s{PAY}\sin\s(?:[A-Z]\w+\s){{1,3}}(?:of|at)\s)$"
)


# "The average gross wage in the enterprise sector was X", "... wage in Malta is Y": of all who work there.
_OF_ALL_SECTORS = re.compile(
    rf"\bthe\s{AVERAGE}\s(?:(?:gross|net|monthly|hourly|annual|weekly|full-time)\s){{0,2}}"
    rf"(?:(?:{PAY}|earnings)\s(?:in|across)\sthe\s(?:(?:enterprise|corporate|business|private|public|national|whole|entire)\s){{1,2}}(?:sector|economy|country)\b"
    r"|(?:wages?|earnings)\s(?:\([^()]{2,30}\)\s)?(?:in|across)\s(?:the\s)?(?P<land>)(?=\w))",
    re.IGNORECASE,
)


# "The average across all charity jobs was X": of everybody's.
_OF_ALL_JOBS = re.compile(
    rf"\b{AVERAGE}\s(?:{PAY}\s)?(?:across|for|of|over|in)\sall\s(?:(?:of\s)?the\s)?(?:[\w-]+\s){{0,2}}?(?:{JOB}|workers|staff|employees)\b(?!\s(?:in|of|at)\s(?:this|these|that)\b)",
    re.IGNORECASE,
)
# "Tech workers were offered X", "the best-paying cities for IT professionals"; "these IT professionals" are the role's.
_OF_A_TRADE = re.compile(
    r"(?<!these\s)(?<!such\s)(?<!those\s)(?<!other\s)\b(?:tech|technology|IT|software|finance|financial|banking|health\s?care|construction|legal|marketing|HR|design|data)"
    r"\s(?:(?:sector|industry)\s)?(?:workers|employees|professionals|staff)\b(?!\s(?:in|at)\s(?:this|these|that)\b)"
    rf"|\b{AVERAGE}\s(?:tech|technology)\s(?:(?:sector|industry)\s)?{PAY}\b",
    re.IGNORECASE,
)
# "For comparison, the median wage across the country is X": of all who work there.
_FOR_COMPARISON = re.compile(
    r"(?:For|By(?:\sway\sof)?|In)\s(?:comparison|context|reference|scale)\b|To\sput\s[^,;.\d]{2,30}\sin(?:to)?\s(?:context|perspective)\b"
)
_OF_A_LAND = re.compile(
    rf"\bthe\s(?:national\s|overall\s)?{AVERAGE}\s(?:(?:annual|yearly|monthly|weekly|hourly|gross|net|full-time|household)\s){{0,2}}{PAY}"
    r"\s(?:(?:across|in|throughout|of|for)\s(?:the\s)?(?:whole\s|entire\s)?(?:country|nation|economy|state|province|[A-Z][a-z]+)|overall|nationwide|nationally)\b"
    rf"|\bthe\s{AVERAGE}\s(?:UK|U\.?K\.|US|U\.S\.|USA|EU|[A-Z][a-z]+(?:an|ese|ish|ch))\s(?:(?:annual|yearly|full-time)\s)?{PAY}\s(?:is|was|stands|stood|sits)\b"
)
# "They compete with people on X": of those whom others are measured by.
_OF_RIVALS = re.compile(
    r"\b(?:against|alongside|beside|among|with|from)\s(?:(?:\w+\s)?(?:people|others|those|rivals|colleagues|candidates|experts|specialists))\s"
    rf"(?:on|at|earning|making|paid|who\s{EARN})\s(?:(?:{ABOUT}|over|up\sto)\s)?\Z"
)


# "earning X a year as analysts"
_AS = re.compile(r"(?:\s(?:an?|per)\s\w+)?\sas\s(?:an?\s)?")


def of_people_at_large(text: str, setting: Setting) -> bool:
    """Whether words beside an amount say that it is of people at large: all workers, the graduates of a subject."""
    amount, sentence, segment, stated = setting.amount, setting.sentence, setting.segment, setting.owner.stated
    # "The minimum wage is R14 900. This amounts to $1 780."
    told = setting.passage.before(sentence)[-1:] if setting.restates else []
    again = any(_AT_LARGE.search(text, earlier.start, earlier.end) for earlier in told)
    before = (_NATIONAL, _OF_A_PLACE, _OF_A_COUNTRY, _OF_RIVALS, _POPULATION)
    at_large = again or any(pattern.search(text, sentence.start, amount.start) for pattern in before)
    if at_large or _of_all_sectors(text, setting):
        return True
    named = stated is not None and sentence.start <= stated.start < amount.start
    land = not named and _FOR_COMPARISON.match(text, sentence.start) is not None
    if land and _OF_A_LAND.search(text, sentence.start, amount.start):
        return True
    if stated is not None and segment.start <= stated.start < segment.end:
        # "Compared to the national average salary of X, a nurse's": the role comes behind what is not its own.
        behind = stated.start >= amount.end and not _AS.fullmatch(text, amount.end, stated.start)
        return behind and _AT_LARGE.search(text, segment.start, amount.start) is not None
    inherited = stated is None or not sentence.start <= stated.start < sentence.end
    if inherited and _SOMEONE.match(text, sentence.start, sentence.end):
        return True
    unnamed = inherited and not setting.passage.of(MentionKind.ROLE, sentence.start, sentence.end)
    trade = unnamed and _OF_A_TRADE.search(text, sentence.start, sentence.end) is not None
    if trade or (unnamed and _OF_ALL_JOBS.search(text, sentence.start, amount.start)):
        return True
    return _is_of_all(text, setting) or _of_graduates(text, setting, inherited)


def _of_all_sectors(text: str, setting: Setting) -> bool:
    """Whether an average wage of a whole sector or country is told, and no role before it."""
    before = setting.sentence.start, setting.amount.start
    found = _OF_ALL_SECTORS.search(text, *before)
    if found is None or setting.passage.of((MentionKind.ROLE, MentionKind.FIELD), *before):
        return False
    if found["land"] is None:
        return True
    places = setting.passage.of(MentionKind.REGION, found.end(), setting.amount.start)
    return any(place.start == found.end() and len(place.key) == COUNTRY for place in places)


def _is_of_all(text: str, setting: Setting) -> bool:
    """Whether words of the segment say so; an amount is not what it is said to be lower or higher than."""
    amount, segment, label = setting.amount, setting.segment, setting.block.label
    # "National average salary: X" below the name of a role: the label says of how wide a place, not of whom.
    start = max(segment.start, label.end) if label is not None else segment.start
    if label is not None and _BY_LAW.search(text, label.start, label.end):
        return True
    if _ASSOCIATES.search(text, start, segment.end) and not any(map(_is_associate, setting.owner.roles)):
        return True
    return any(
        found.start() < amount.end or not _THAN.search(text, amount.end, found.start())
        for found in _AT_LARGE.finditer(text, start, segment.end)
    )


def _is_associate(role: str) -> bool:
    """Whether a role's name has the word, so that associates are its people."""
    return not {"associate", "partner"}.isdisjoint(role.split("_"))


def _of_graduates(text: str, setting: Setting, inherited: bool) -> bool:
    amount, sentence, segment, passage = setting.amount, setting.sentence, setting.segment, setting.passage
    unnamed = not passage.of(MentionKind.ROLE, sentence.start, sentence.end)
    if unnamed and _FOR_GRADUATES.match(text, amount.end, sentence.end):
        return True
    told = "grad" in text[sentence.start : amount.start]
    if told and _GRADUATES_AT_LARGE.search(text, sentence.start, amount.start):
        return True
    start = sentence.start if inherited else segment.start
    studied = passage.of((MentionKind.STUDY, MentionKind.FIELD, MentionKind.DEGREE), start, segment.end)
    return any(_GRADUATES.match(text, mention.end, segment.end) for mention in studied)
