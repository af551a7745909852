"""The date that a figure holds for: "as of May 2024", "2025-Q1", "(2023)"; not what is foreseen, or grown from."""

from __future__ import annotations

import re
from calendar import month_name

from extract.attribution.grades import Found
from extract.lexicons.signs import SIGNS
from extract.model import Span

_MONTHS = tuple(name.lower() for name in month_name[1:])
_MONTH = r"(?P<month>sept|" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in _MONTHS) + r")\.?"
_YEAR = r"(?<![" + SIGNS + r",.\d])(?P<year>(?:19|20)\d\d)"
_ANY_YEAR = re.compile(r"19\d\d|20\d\d")
_AS_OF = re.compile(
    rf"(?:\b(?:as of|in|since|for|of|from|updated|during|effective|early|late|mid|data|figures|stand)\b[\s:-]*|\(|\b)"
    rf"(?:(?:early|late|mid|the end of|the year)[\s-]+)?(?:(?P<quarter>Q[1-4])\s+|{_MONTH}\s+(?:\d{{1,2}},\s*)?)?{_YEAR}\b(?!\s*(?:[-–—/]|to|and|through)\s*(?:20)?\d\d)",
    re.IGNORECASE,
)
# "2024-05-01": a date of digits.
_DAY = re.compile(r"(?<![\d-])(?P<month>20\d\d-(?:0[1-9]|1[0-2]))-(?:0[1-9]|[12]\d|3[01])(?![\d-])")
# "2024/25", "the 2024-25 tax year": a year that is not the calendar's.
_TWO_YEARS = re.compile(
    r"(?<![\d/–-])(?P<year>20\d\d)(?:/(?:20)?(?P<next>\d\d)(?![\d/])|[–-](?:20)?(?P<later>\d\d)(?=\s(?:(?:financial|fiscal|tax|academic|school|pay)\s)?(?:year|scales?|pay|rates)\b))"
)
_FUTURE = re.compile(
    r"\b(?:by|through|until|till|between|over|than|(?<!ccording\s)to)\s*$|\d\s?[-–—/]\s?$|\b(?:19|20)\d\d\s+and\s*$",
    re.IGNORECASE,
)
# "By 2024 the average had reached X": over, and not foreseen.
_IT_HAD = re.compile(
    r",?\s(?:(?!will\b|would\b|could\b|may\b|is\b|are\b|to\b|who\b|that\b|which\b)[a-z]+\s){0,7}?(?:had|was|were|reached|stood|rose|grew|became|climbed|fell|made|earned|got)\b"
    r"(?!\s(?:to|due|set|expected|projected|predicted|forecast|foreseen|estimated|thought|supposed)\b)"
)
# "January to December 2024", "the twelve months to March 2025": a time that is over, by its end.
_TIME_UP_TO = re.compile(
    rf"\b(?:(?P<first>{'|'.join(_MONTHS)}|{'|'.join(name[:3] for name in _MONTHS)})\.?|months?|year|quarter|weeks?|period)(?:\s(?P<from>20\d\d))?\s?(?:to|through|until|till|[-–—])$",
    re.IGNORECASE,
)


def date_in(text: str, span: Span) -> Found | None:
    """The last date that a figure may hold for: ``2024-05``, ``2025-Q1``. Not "by 2032", nor "grew by 16% from 2016"."""
    if _ANY_YEAR.search(text, span.start, span.end) is None:
        return None
    found = None
    for match in _AS_OF.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 20) : match.start()].rstrip()
        grown = before.endswith(("%", "cent")) and match[0].lower().startswith(("from", "since"))
        time = _TIME_UP_TO.search(before) if match["month"] else None
        if time is not None and time["from"] and int(match["year"]) - int(time["from"]) > 1:
            # "from May 2016 to May 2026": for so long things are foreseen.
            time = None
        over = time is not None or (before.lower().endswith("by") and _IT_HAD.match(text, match.end(), span.end))
        if grown or (not over and _FUTURE.search(before)):
            continue
        date = _date(match)
        # All months of a year are that year.
        whole = time is not None and (time["first"] or "").lower()[:3] == "jan" and date.endswith("-12")
        found = Found(match["year"] if whole else date, match.start(), match.end())
    if found is not None:
        return found
    day = _DAY.search(text, span.start, span.end)
    return Found(day["month"], day.start(), day.end()) if day else _of_two_years(text, span)


def _of_two_years(text: str, span: Span) -> Found | None:
    """The last year that a span writes as two, one behind the other: ``2024/25``."""
    found = None
    for match in _TWO_YEARS.finditer(text, span.start, span.end):
        follows = match["next"] or match["later"]
        before = text[max(span.start, match.start() - 12) : match.start()].rstrip()
        if (int(match["year"]) + 1) % 100 == int(follows) and not _FUTURE.search(before):
            found = Found(f"{match['year']}/{follows}", match.start(), match.end())
    return found


def _date(match: re.Match[str]) -> str:
    if match["quarter"]:
        return f"{match['year']}-{match['quarter'].upper()}"
    if match["month"]:
        month = next(i for i, name in enumerate(_MONTHS, start=1) if name.startswith(match["month"][:3].lower()))
        return f"{match['year']}-{month:02d}"
    return match["year"]
