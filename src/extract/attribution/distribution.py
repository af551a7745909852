"""Parts of a distribution: percentiles, quartiles, and the share of all whose edge a figure is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.attribution.grades import Found
from extract.lexicons.fragments import AVERAGE, EARN, PAY
from extract.model import Span

_TENTH = r"\s(?:10|ten)\s?(?:%|percent|per cent)"
# "Top 25%", "bottom 5%", "the best-paid tenth": a share of all who are paid, by its edge.
_SHARE = re.compile(
    r"\b(?:(?P<low>bottom|lowest|lower|worst)|top|highest|upper|best|most)(?:[\s-](?:earning|paid|earners))?[\s-]"
    r"(?:(?P<n>1|5|10|20|25)\s?(?:%|percent\b|per\scent\b)|(?P<part>tenth|fifth|quarter)\b(?!\s(?:of\s)?(?:19|20)\d\d))",
    re.IGNORECASE,
)
# "The 10 percent at the bottom", "the tenth of bakers who earn the most".
_SHARE_PLACED = re.compile(
    r"\b(?:(?P<n>1|5|10|20|25)\s?(?:%|percent\b|per\scent\b)|(?P<part>tenth|fifth|quarter))(?:\sof\s(?:[\w’'-]+\s){0,3}[\w’'-]+)?\s"
    rf"(?:(?:at|in)\sthe\s(?:very\s)?(?:(?P<low>bottom)|top)|(?:who|that)\s(?:{EARN})\sthe\s(?:(?P<least>least)|most))\b",
    re.IGNORECASE,
)
_PARTS = {"tenth": 10, "fifth": 20, "quarter": 25}
# "Half (50%) of those asked are earning", "half of all wages lie": behind it stands less or more than a figure.
# Not of half of the towns or of the year, nor of what half of them say.
_HALF_OF_ELSE = (
    r"(?:of\s)?(?:(?:all|the|these|those|our|us|its|a)\s){0,2}(?:states|countries|cities|towns|counties|regions|provinces|districts|areas|markets|sectors"
    r"|industries|firms|companies|employers|businesses|organi[sz]ations|schools|hospitals|agencies|cases|day|week|month|year|time)\b"
)
_SAY = r"(?:says?|said|reports?|reported|thinks?|thought|believed?|feels?|felt|told|hoped?|expect(?:ed)?|want(?:ed)?|plan(?:ned)?)\b"
HALF_EARN = (
    rf"\bhalf\s(?!{_HALF_OF_ELSE})(?:\(50\s?%\)\s)?(?:(?!{_SAY})[\w’'()-]+\s){{0,11}}?"
    rf"(?:{EARN}|(?:are|is|being)\s(?:earning|making|getting|paid)|(?:{PAY}|figures)\s(?:\w+\s)?(?:lies?|falls?|are|is))\s"
)
_TAILS = (
    (re.compile(rf"\b(?:bottom|lowest)(?:{_TENTH}|\s(?:tenth|decile))", re.IGNORECASE), "percentile_10"),
    (re.compile(rf"\b(?:top|highest)(?:{_TENTH}|\s(?:tenth|decile))", re.IGNORECASE), "percentile_90"),
    (re.compile(r"\b(?:lower|first|1st|bottom)\squartile", re.IGNORECASE), "percentile_25"),
    (re.compile(r"\b(?:upper|third|3rd|top)\squartile", re.IGNORECASE), "percentile_75"),
    (re.compile(rf"{HALF_EARN}(?:less|more|below|above|under|over)\b", re.IGNORECASE), "median"),
    (re.compile(r"\b[Pp]10\b"), "percentile_10"),
    (re.compile(r"\b[Pp]25\b"), "percentile_25"),
    (re.compile(r"\b[Pp]50\b"), "median"),
    (re.compile(r"\b[Pp]75\b"), "percentile_75"),
    (re.compile(r"\b[Pp]90\b"), "percentile_90"),
)
# "25% of the cooks are earning less than", "a quarter of all salaries lie below", "75 percent of them make over": which
# share is paid less or more than a figure.
_SO_MANY_EARN = re.compile(
    r"(?<!top\s)(?<!bottom\s)(?<!lowest\s)(?<!highest\s)(?<!\d)"
    r"(?:(?P<n>[1-9][05])\s?(?:%|percent\b|per\scent\b)|\b(?P<part>an?\s(?:quarter|tenth)|three[\s-]quarters|one\sin\sten))\s"
    r"(?:of\s(?:[\w’'/()-]+\s){1,10}?)?"
    r"(?:(?:are|is)\s)?(?:earn(?:s|ing|ed)?|mak(?:e|es|ing)|made|get(?:s|ting)?|paid|receiv(?:e|es|ing)|tak(?:e|es|ing)\shome"
    r"|lies?|lay|falls?|fell|sits?|sat|are|is|were|was)\s"
    r"(?:(?P<less>less|below|under)|more|above|over)\b",
    re.IGNORECASE,
)
_PARTS_OF_ALL = {"quarter": "25", "tenth": "10", "quarters": "75", "ten": "10"}
# "10%", "25th" under or beside a cell that says that they are percentiles.
_PERCENTILES = re.compile(r"percentiles?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(?P<n>[1-9]\d?)\s?(?:%|st|nd|rd|th)?\W*")

_BARE = re.compile(r"(?P<n>\d{1,3})\s?%")
_USUAL = frozenset({10, 25, 50, 75, 90})

# "Among the highest-paid doctors, at $300,000": how an occupation ranks, and no end of its pay.
_RANKED = re.compile(
    r"\b(?:among(?:st)?|one\sof|is|are|was|were)\s(?:also\s|still\s)?(?:some\sof\s)?the\s$", re.IGNORECASE
)
_PAID_MOST = re.compile(r"(?:highest|lowest|top)[\s-](?:paid|paying|earn)", re.IGNORECASE)
# "The average reached a high of X last year", "pay fell to a low of X": of all years, and not of all who are paid.
_CAME_TO = re.compile(
    r"\b(?:reach(?:ed|es)|hit|hits|touched|set|posted|(?:rose|risen|rises|climbed|jumped|soared|fell|fallen|falls|dropped|sank|slid|slipped|dipped)\sto|peaked\sat)"
    r"\s(?:(?:an?|its|their|the|new|record|recent|historic)\s|[\w-]+-\s?\w+\s){0,3}$",
    re.IGNORECASE,
)
# "Average pay ranges from a low of X in one state to a high of Y": of what is averaged.
_OF_MEANS = re.compile(
    rf"\b(?:{AVERAGE}|averages)\s[^.;:,\d\n]{{0,60}}(?:\b(?:low|high)\sof\s\S{{1,14}}\s[^.;:,\d\n]{{0,40}})?$",
    re.IGNORECASE,
)
_OTHER_END = {"high of": "low of", "low of": "high of"}


def is_no_end(text: str, span: Span, said: re.Match[str]) -> bool:
    """Whether "highest" ranks an occupation, or a "high of" is what pay or its average came to in some year or place."""
    start = max(0, said.start() - 140)
    if _PAID_MOST.match(text, said.start()):
        return _RANKED.search(text, max(span.start, said.start() - 48), said.start()) is not None
    other = _OTHER_END.get(said[0].lower().replace("s of", " of"))
    if other is None or _OF_MEANS.search(text, start, said.start()):
        return other is not None
    both = text.find(other, span.start, span.end) >= 0
    return not both and _CAME_TO.search(text, start, said.start()) is not None


def percentile_under(corner: str, labels: Sequence[str]) -> str | None:
    """The percentile that one of the labels of a cell is a number of, in a table whose corner says that they are."""
    numbers = [found["n"] for words in labels if (found := _NUMBER.fullmatch(words))] if corner else []
    return percentile(numbers[0]) if len(numbers) == 1 and _PERCENTILES.search(corner) else None


def percentile_among(label: str, labels: Sequence[str]) -> str | None:
    """The percentile that a bare share is, as ``10%`` among labels of which another is ``90%``."""
    own = _BARE.fullmatch(label)
    if own is None:
        return None
    shares = {int(found["n"]) for words in labels if (found := _BARE.fullmatch(words))}
    usual = shares <= _USUAL and any(100 - n in shares for n in shares if n < 50)
    return percentile(own["n"]) if usual else None


def tails_in(text: str, span: Span) -> list[Found]:
    """The ends of the distribution that a span names: the bottom tenth, the upper quartile, the top 25%."""
    found = [
        Found(value, match.start(), match.end())
        for pattern, value in _TAILS
        for match in pattern.finditer(text, span.start, span.end)
    ]
    found += [
        Found(_edge_of(match), match.start(), match.end())
        for match in _SO_MANY_EARN.finditer(text, span.start, span.end)
    ]
    starts = {one.start for one in found}
    shares = [match for match in _SHARE.finditer(text, span.start, span.end) if match.start() not in starts]
    found += [Found(_edge(match, match["low"]), match.start(), match.end()) for match in shares]
    placed = _SHARE_PLACED.finditer(text, span.start, span.end)
    return found + [Found(_edge(m, m["low"] or m["least"]), m.start(), m.end()) for m in placed]


def share_below(text: str, start: int, end: int) -> int | None:
    """How many in a hundred are paid less than the figure behind "25% of the cooks earn less than"; None without such words."""
    said = [m for m in _SO_MANY_EARN.finditer(text, start, end) if not any(map(str.isdigit, text[m.end() : end]))]
    if not said:
        return None
    number = int(_so_many(said[-1]))
    return number if said[-1]["less"] else 100 - number


def percentile(number: str, *, top: bool = False) -> str:
    """A percentile's name; the 50th is the median, and the "top 10th" are those above the 90th."""
    part = 100 - int(number) if top and int(number) < 50 else int(number)
    return "median" if part == 50 else f"percentile_{part}"


def _edge_of(said: re.Match[str]) -> str:
    """The percentile of which it is said how many earn less, or more."""
    number = _so_many(said)
    return percentile(number if said["less"] else str(100 - int(number)))


def _so_many(said: re.Match[str]) -> str:
    """A share of all in a hundred: "25%", "a quarter"."""
    return said["n"] or _PARTS_OF_ALL[re.split(r"[\s-]", said["part"].lower())[-1]]


def _edge(share: re.Match[str], low: str | None) -> str:
    """The percentile at which a share of the distribution, ``low`` or not, ends or begins: the top 25% earn the 75th and more."""
    part = int(share["n"] or _PARTS[share["part"].lower()])
    return percentile(str(part if low else 100 - part))
