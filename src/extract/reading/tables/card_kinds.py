"""What a line of a card is: a figure, a role's name, a unit or another label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicons.fragments import ADVERT, EARN
from extract.lexicons.signs import SIGNS
from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.money import DIGIT, MARK, MONEY, TAIL
from extract.reading.tables.shape import CellKind, Shaper, kind_of

# Where the figure of a line starts: at its sign, its first digit or a mark of an average.
_START = re.compile(rf"(?:[~≈⌀øØ∅<>+]\s?)?(?:{MARK}\s?)?\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGN = re.compile(rf"{MONEY.pattern}|%|\d[kK]\b|lakh|LPA|\d{{1,3}}[.,]\d{{3}}")
NUMBER = re.compile(rf"[\d%{SIGNS}]")
# Figures that labels hold: years on the job, a percentile, a grade, the year of the data.
BAND = re.compile(
    r"""
      [<>≤≥]?\s?\d{1,2} (?:\s?(?:[-–—]|to)\s?\d{1,2})? \s?\+?\s? (?:years?|yrs?)\b
    | \d{1,2}(?:st|nd|rd|th)\b | (?:19|20)\d\d | ^\d{1,2}\s?%
    | (?:^|(?<=[^\W\d_]))\s?\d{1,2}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# ``25% earn less than``, ``Top 10%``: which part of all people the figure beside it is about.
SHARE = re.compile(rf"(?i)(?:top|bottom|highest|lowest)\s\d{{1,2}}\s?%|\d{{1,2}}\s?%\s(?:of\s\w{{1,12}}\s)?{EARN}\b")
# "2 - 5 Years +34%", "Master's Degree+48%", "Fish Cook-12%": a label, and how much more or less than another.
_CHANGED = re.compile(
    rf"(?:(?:[<>≤≥]\s?)?\d{{1,2}}\s?\+?(?:\s?(?:[-–—]|to)\s?\d{{1,2}})?\s?\+?\s(?:years?|yrs?)[^{SIGNS}\d]{{0,14}}"
    rf"|(?P<label>[^\W\d_][^{SIGNS}\d%+]{{2,40}}?))(?:\s[+−–-]\s?|[+−-])\d{{1,3}}(?:\.\d)?\s?%",
    re.IGNORECASE,
)
_MORE = re.compile(r"[+±]\s?\S+\s\w+")
# A figure that nobody knows.
_UNKNOWN = re.compile(r"[Nn]/?[Aa]|N\.A\.|-{2,3}")
# "2,104 open jobs", "312 salaries reported": what is counted behind a number.
_COUNTED = re.compile(
    r"[\d,. ]+\+?\s(?:[a-z-]+\s){0,2}"
    rf"(?:jobs|salaries|reviews|ratings|responses|reports|people|workers|employees|companies|employers|{ADVERT})\b",
    re.IGNORECASE,
)
_CURRENCY = re.compile(TAIL)
_OPEN_ENDS = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"}
)


def kind_in_card(line: Line, shaper: Shaper) -> str:
    """``V`` for a figure, ``R`` a role's name, ``U`` a period or a currency, ``L`` a label, empty for anything else."""
    known = shaper.card_kinds.get(line.start)
    if known is None:
        known = shaper.card_kinds[line.start] = "" if line.marker or len(line.text) > 70 else _find_kind(line, shaper)
    return known


def _find_kind(line: Line, shaper: Shaper) -> str:
    changed = _CHANGED.fullmatch(line.text)
    if changed:
        return "R" if shaper.is_role(changed["label"] or "") else "L"
    figure = figure_at(line)
    if figure is not None:
        # "+$20,000 annual difference": a remark on the figures above. "Junior $40,000": of whom stands before it.
        return "" if _MORE.match(line.text) or (figure and shaper.is_level(line.text[:figure].strip())) else "V"
    if shaper.is_unit(line.text) or _CURRENCY.fullmatch(line.text):
        return "U"
    words = line.text.split()
    plain = len(words) <= 6 and not ends_sentence(line.text) and line.text[-1] not in ":,;?" and ": " not in line.text
    if (
        not plain
        or _goes_on(words)
        or (NUMBER.search(line.text) and NUMBER.search(BAND.sub("", line.text)))
        or not any(map(str.isalnum, line.text))
    ):
        return ""
    return "R" if shaper.is_role(line.text) else "L"


def _goes_on(words: Sequence[str]) -> bool:
    """Whether a line is a part of a sentence that was torn: ``and in Leeds it starts at``."""
    return words[0][0].islower() or (len(words) > 2 and words[-1].islower() and words[-1] in _OPEN_ENDS)


def figure_at(line: Line) -> int | None:
    """Where the figure of a line that is one starts: few words before and behind it."""
    found = _START.search(line.text) if DIGIT.search(line.text) else None
    if _UNKNOWN.fullmatch(line.text):
        return 0
    if (
        not found
        or SHARE.match(line.text)
        or not _SIGN.search(line.text)
        or ends_sentence(line.text)
        or ": " in line.text
        or _COUNTED.match(line.text)
    ):
        return None
    before = len(_WORD.findall(line.text[: found.start()]))
    behind = len(_WORD.findall(line.text[found.end() :]))
    return found.start() if before <= 2 and behind <= 4 else None


def is_sum(line: Line) -> bool:
    """Whether a line is money and no more."""
    return kind_of(line.text) is CellKind.MONEY and figure_at(line) is not None


def label_end(line: Line) -> int:
    """Where the label of a line ends: words before how much more or less that is than another."""
    changed = _CHANGED.fullmatch(line.text)
    return line.start + changed.end("label") if changed and changed["label"] else line.end


def span_of(line: Line) -> Span:
    """Where a line stands."""
    return Span(line.start, line.end)
