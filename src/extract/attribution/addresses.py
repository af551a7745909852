"""Places that only tell where a town lies: ``Durban, KwaZulu-Natal``, ``Lagos, Nigeria``, ``Toronto (Ontario)``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language import Mention
from extract.lexicons import Lexicons, key
from extract.model import Span

_LIES_IN = re.compile(r",\s|\s\(|,?\sin\s(?:the\s)?")
# "in Chicago, Texas and Florida": counted off, a state beside states.
_ANOTHER = re.compile(r",\s|,?\s(?:and|or|&)\s(?:the\s|in\s)?")

_PART = r"[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+){0,2}"
# "Los Angeles-Long Beach-Glendale": a district of several towns.
_AHEAD, _BEHIND = (
    re.compile(rf"(?:{_PART}[-–]){{1,3}}\Z"),
    re.compile(rf"(?:[-–](?!Based|Wide|Only|Style|Born)\b{_PART}){{1,3}}"),
)
LONGEST = 60
"""In characters: what may stand before a town in the name of a district."""


def district(text: str, place: Span) -> Span:
    """The whole of a name of which a place is one part of several, ``Kingsport–Bristol``; else the place itself."""
    if "-" not in (around := text[max(0, place.start - 1) : place.end + 1]) and "–" not in around:
        return place
    ahead = _AHEAD.search(text, max(0, place.start - LONGEST), place.start)
    behind = _BEHIND.match(text, place.end)
    return Span(ahead.start() if ahead else place.start, behind.end() if behind else place.end)


def innermost(text: str, places: Sequence[Mention], lexicons: Lexicons) -> list[Mention]:
    """The places without those that stand behind a town to tell in which state or country it lies, in order."""
    kinds = [_kind_of(place, lexicons) for place in places]
    kept = list(places[:1])
    for at, place in enumerate(places[1:], start=1):
        town = places[at - 1]
        around = (
            kinds[at - 1] == "city"
            and kinds[at] != "city"
            and _LIES_IN.fullmatch(text, town.end, place.start) is not None
            and lexicons.country_by_place.get(town.key) == lexicons.country_by_place.get(place.key)
        )
        behind = places[at + 1 : at + 2]
        listed = behind and kinds[at + 1] != "city" and _ANOTHER.fullmatch(text, place.end, behind[0].start)
        if not around or listed:
            kept.append(place)
    return kept


def _kind_of(place: Mention, lexicons: Lexicons) -> str:
    return next((entry.kind for entry in lexicons.regions_by_term.get(key(place.key), ())), "country")
