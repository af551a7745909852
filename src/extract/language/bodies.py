"""Bodies that no lexicon knows, named as where figures are from: "according to Northgate Recruitment", "Source: Oakline"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from extract.language.cues import Cues
from extract.language.mentions import Mention, MentionKind
from extract.model import Document, Zone

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
_STUDY = r"(?:survey|study|report|guide|poll|index|barometer|ranking|statistics|figures|data|numbers|scale|census)"
# What stands before a body; each begins with a term of the list ``bodies.said``: said of figures, of who made them, of the site that they are on.
_SAYS = re.compile(
    rf"[Aa]ccording\sto\s|\b{_STUDY}(?:\s(?:that\s(?:was|were)|was|were))?\s(?:published|conducted|compiled|released|carried\sout|collected|commissioned|gathered|issued|prepared|provided)\sby\s"
    r"|\b(?i:statistics|data|figures|numbers|research|surveys?)\s(?:from|by)\s(?=(?:the\s)?(?:[A-Z][\w&’'-]*\s){1,5}(?:Association|Council|Institute|Society|Federation|Bureau|Commission|Board|Authority|Union)\b)"
    rf"|\b(?:survey|study|guide|poll)\s(?:by|from)\s|\b(?:freelancers|contractors|profiles|listings|adverts|gigs|postings|job\sads|vacancies|rates|salaries)\s(?:(?:listed|posted|published|advertised|shown)\s)?on\s"
    r"|\b(?:[Ss]ources?|Data):\s[*“\"]?"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_NAME = re.compile(
    r"(?:the\s|an?\s)?(?:"
    + _MONTH
    + r"\.?\s)?(?:\d{4}\s)?(?:(?:survey|report|study|data|figures|numbers|research)\s(?:by|from|of)\s(?:the\s)?)?(?!"
    + _DAY
    + ")(?:"
    r"(?P<name>(?:Ministry|Department|Office|Bureau)\sof\s[A-Z]\w+(?:(?:,\s|,?\sand\s)[A-Z]\w+){1,4}|[A-Za-z0-9-]{2,30}\.(?:com|org|net|io|de|nl|pl|in|ca|co\.uk|com\.au|gov)(?!\w|\.\w)"
    r"|(?!" + _MONTH + r")[A-Z][\w&’'-]*(?:\s(?:(?:of|and|&|for|an?)\s)?[A-Z][\w&’'-]*){0,4})(?!\*?\w))"
)
_GENITIVE = re.compile(r"['’]s?$")
# What begins like a name and is none.
_NO_BODY = frozenset(
    {
        "This",
        "These",
        "That",
        "Some",
        "Most",
        "Many",
        "Our",
        "Their",
        "Its",
        "Recent",
        "Data",
        "Section",
        "Table",
        "Figure",
        "Average",
        "Author",
        "Own",
        "Company",
        "Various",
        "Multiple",
        "Internal",
        "Image",
        "Photo",
        "Dr",
        "Mr",
        "Mrs",
        "Ms",
    }
)
# "Again from the bureau", "the same source puts": a body that was named before.
_THE_SAME = re.compile(
    r"(?<=[Tt]he\s)(?:same\s(?:source|site|survey|report|guide|study|data|figures|poll|body|board)"
    r"|(?P<kind>bureau|institute|ministry|association|federation|council|commission|society))(?!\s(?:of|for|by|from|on|that)\b)\b"
)
_FROM = re.compile(r"\b(?:from|by|to|per|on|in|with)\s[Tt]he\s\Z")
REACH = 80
SHORTEST = 3
"""Letters of a body's name that is looked for again."""
# "(Payrock)", "Payrock says that": said of a body that was named before.
_BEHIND = re.compile(
    r"(?:,?\s(?:19|20)\d\d)?\)|\s(?:also\s|now\s|itself\s)?(?:reports?|reported|estimates?|estimated|says?|said|states?|puts?|finds?|found|lists?|shows?|quotes?|gives?)\b"
)
_START = attrgetter("start")
# "The Board of Nursing", "the Royal Institute of Chartered Surveyors", "the Bar and Solicitors Association".
_BODY = r"(?:Board|Council|Society|Association|Federation|Chamber|Ministry|Guild|Commission|Authority|Registry)"
_COLLEGE = r"(?<!from\sthe\s)(?<!at\sthe\s)\b(?:[A-Z]\w+\s){1,3}(?:College|Institute|Institution|Academy|Order)"
_IN_BODY = re.compile(rf"(?:\b{_BODY}|{_COLLEGE})\s(?:of|for)\s(?:the\s)?(?:[A-Z]\w+(?:,\s|,?\s(?:and|&)\s)){{0,3}}\Z")
_OF_BODY = re.compile(
    rf"(?:['’]s?)?(?:\s(?:and|&)\s[A-Z]\w+['’]?)?\s(?:{_BODY}|Union|Organi[sz]ation|Alliance|Registration\s(?:Board|Council|Authority))\b"
)
_LONGEST_NAME = 90


def named_bodies(document: Document, mentions: Sequence[Mention], cues: Cues) -> Iterator[Mention]:
    """Origins of figures behind "according to" that are no other mention; ``mentions`` in order of offset."""
    first = list(_first_named(document, mentions, cues))
    yield from first
    yield from _named_again(document, first)
    yield from _meant_again(document, [m for m in (*mentions, *first) if m.kind is MentionKind.ORIGIN])


def _named_again(document: Document, first: Sequence[Mention]) -> Iterator[Mention]:
    """The same bodies where they say something, or stand alone in brackets: "(Payrock, 2024)"."""
    names = {m.key for m in first if len(m.key) >= SHORTEST}
    taken = {m.start for m in first}
    if not names:
        return
    text, pattern = (
        document.text,
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, reverse=True)))})(?!\w)"),
    )
    for match in pattern.finditer(text):
        behind = _BEHIND.match(text, match.end())
        bracketed = behind is not None and behind[0][-1] == ")"
        if behind and match.start() not in taken and (not bracketed or text[match.start() - 1] == "("):
            yield Mention(MentionKind.ORIGIN, match[0], match.start(), match.end(), doubtful=True)


def _meant_again(document: Document, bodies: Sequence[Mention]) -> Iterator[Mention]:
    """``the bureau``, where one body alone is called so, and ``the same source``, the last one named, as who says something."""
    text = document.text
    for match in _THE_SAME.finditer(text) if bodies else ():
        start, kind = match.start(), match["kind"]
        said = _BEHIND.match(text, match.end()) or _FROM.search(text, max(0, start - 16), start)
        before = [m for m in bodies if m.end <= start and (kind is None or kind in m.key.lower())]
        if said and before and (kind is None or len({m.key for m in before}) == 1):
            last = max(before, key=_START)
            yield Mention(MentionKind.ORIGIN, last.key, start, match.end(), doubtful=True)


def _first_named(document: Document, mentions: Sequence[Mention], cues: Cues) -> Iterator[Mention]:
    """Those behind "according to" and the like."""
    text = document.text
    last = -1
    for says in cues.matches("bodies.said", _SAYS, text, 0, len(text)):
        found = _NAME.match(text, says.end(), says.end() + REACH)
        # "According to a survey by X" says it twice.
        if found is None or found.start("name") <= last or found["name"].split()[0] in _NO_BODY:
            continue
        start, name = found.start("name"), _GENITIVE.sub("", found["name"])
        near = mentions[max(0, bisect_left(mentions, start, key=_START) - 2) :][:8]
        block = any(b.start <= start < b.end and b.zone in (Zone.ARTICLE, Zone.QUESTION) for b in document.blocks)
        end = start + len(name)
        # A place may be part of a name, but is no body alone.
        taken = any(m.start < end and start < m.end and not (start < m.start and m.end <= end) for m in near)
        if block and not taken:
            last = start
            yield Mention(MentionKind.ORIGIN, name, start, start + len(name), doubtful=True)


def is_in_body(text: str, start: int, end: int) -> bool:
    """Whether a title or a field with a capital is part of the name of a board, a council, an institute."""
    if not text[start].isupper():
        return False
    before = _IN_BODY.search(text, max(0, start - _LONGEST_NAME), start)
    return before is not None or _OF_BODY.match(text, end) is not None
