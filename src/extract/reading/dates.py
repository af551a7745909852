"""Dates as pages write them: ``April 7, 2026``, ``12th Sep, 23``, ``2026-04-07``, glued to a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
DATE = re.compile(
    rf"""
    (?<![^\W\d_]) (?:
        (?P<iso>   (?:19|20)\d\d-[01]\d-[0-3]\d )                                        # 2026-04-07
      | (?P<month> {_MONTH} ) \.? \s{{0,2}} (?P<day> [0-3]?\d ) (?:st|nd|rd|th)? ,? \s{{0,2}}
        (?P<year>  (?:19|20)\d\d )
      | (?P<day2>  [0-3]?\d ) (?:st|nd|rd|th)? \s{{0,2}} (?P<month2> {_MONTH} ) \.? ,? \s{{0,2}}
        (?P<year2> (?:19|20)\d\d | \d\d(?!\d) )                                          # 12th Sep, 23
      | (?P<month3> {_MONTH} ) \.? ,? \s{{1,2}} (?P<year3> (?:19|20)\d\d )               # April 2026
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[tuple[str, str]]:
    """Each date of a text as ISO 8601, a day or a month, with the words between it and the date before."""
    at = 0
    for found in DATE.finditer(text):
        when = _read(found)
        if when:
            yield when, text[at : found.start()]
            at = found.end()


def find_date(text: str) -> str | None:
    """The first date of a text."""
    return next((when for when, _ in dates_in(text)), None)


def _read(found: re.Match[str]) -> str | None:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return _day(year, month, day)
    if found["month3"]:
        return f"{int(found['year3']):04}-{_number(found['month3']):02}"
    year = int(found["year"] or found["year2"])
    name, day_text = found["month"] or found["month2"], found["day"] or found["day2"]
    return _day(year if year > 99 else 2000 + year, _number(name), int(day_text))


def _number(name: str) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
