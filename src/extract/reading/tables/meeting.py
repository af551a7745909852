"""Where cells that run together meet beside ranks, cents and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.lexicons.signs import SIGNS

# "1|BluePearl": a number right before a name ranks it.
_RANK = re.compile(r"\d{1,3}(?=[A-Z][a-z])")
# "$22.30|38" beside "$46,385": where commas part thousands, two digits behind a point are cents.
_CENTS = re.compile(rf"[{SIGNS}]\s?\d{{1,4}}\.\d\d(?=\d)")
_COMMA = re.compile(r"\d,\d\d\d(?!\d*\.\d\d\d)")
_FIGURED = re.compile(rf"[\d{SIGNS}%+]")
# Dashes that may be empty cells: before a list, long ones before a sum, and where a small word meets a name:
# "Mobile-Appium, Detox", "Head of–$205K", "Best state-Ohio".
_MAYBE_EMPTY = re.compile(
    rf"-(?<=\w-)(?=[A-Z][^,;-]{{1,40}},\s)|[–—](?<=[a-z)].)(?=[A-Z][a-z]|[{SIGNS}]\d)|-(?<=[a-z]{{4}}-)(?=[A-Z][a-z]{{2}})"
)


def around_numbers(row: str, places: Iterable[int]) -> set[int]:
    """The places, with those that ranks and cents tell, and without one inside such a number."""
    found = set(places)
    rank = _RANK.match(row)
    if rank is not None:
        found.add(rank.end())
    if _COMMA.search(row):
        for cents in _CENTS.finditer(row):
            found = {place for place in found if not cents.end() < place <= cents.end() + 1} | {cents.end()}
    return found


def around_dashes(row: str) -> set[int]:
    """The ends of dashes that may be empty cells."""
    return {place for dash in _MAYBE_EMPTY.finditer(row) for place in dash.span()}


def without_halves(row: str, places: list[int]) -> list[int]:
    """Of a ranked row, those of the places that have a figure on one side: a name may be "BluePearl"."""
    if _RANK.match(row) is None:
        return places
    return [place for place in places if _FIGURED.search(row[place - 1 : place + 1])]
