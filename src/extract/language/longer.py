"""Titles longer than those that lexicons know: "Reef biologist vs cave biologist", where they know biologists alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from extract.language.mentions import Mention, MentionKind
from extract.lexicons import singular
from extract.model import Span

AGAINST = re.compile(r"\s(?:vs\.?(?!\sCode)|versus|or|and)\s(?:an?\s|the\s)?", re.IGNORECASE)
_MODIFIERS = re.compile(
    r"(?:an?\s|the\s)?(?P<words>[A-Za-z][A-Za-z-]{2,18}(?:\s[A-Za-z][A-Za-z-]{2,18}){0,2}) ", re.IGNORECASE
)
# "3.4 Reef biologists"
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s")
_START = attrgetter("start")
_FIELDS = frozenset({MentionKind.FIELD, MentionKind.STUDY})
"""What a title may begin with though it is known: "supply chain" tells one sort of planner from others."""
FEWEST = 3
"""Times that the text has a longer title, the heading's own among them."""


def longer(text: str, lowered: str, heading: Span, mentions: Sequence[Mention], stops: frozenset[str]) -> Iterator[str]:
    """Titles of a heading that sets roles against each other, or is nothing else, whose last words alone are a known title.

    The text says them again, and seldom the known title without the words before it; below a heading of nothing else it may
    speak of others of that title. ``stops`` are words that are part of no title, ``lowered`` is the text in small letters,
    ``mentions`` are in order of offset.
    """
    joints = list(AGAINST.finditer(text, heading.start, heading.end))
    first = bisect_left(mentions, heading.start, key=_START)
    inside = mentions[first : bisect_left(mentions, heading.end, lo=first, key=_START)]
    for role in inside:
        alone = not joints and role.end == heading.end
        if role.kind is not MentionKind.ROLE or not (joints or (alone and " " in text[role.start : role.end])):
            continue
        numbered = _NUMBER.match(text, heading.start, role.start)
        first_word = numbered.end() if numbered else heading.start
        start = max((joint.end() for joint in joints if joint.end() <= role.start), default=first_word)
        words = _MODIFIERS.fullmatch(text, start, role.start)
        between = (m.kind for m in inside if start <= m.start < role.start)
        if words is None or not _FIELDS.issuperset(between):
            continue
        modifiers = words["words"].lower().split()
        if not stops.isdisjoint(modifiers):
            continue
        title = singular(text[words.start("words") : role.end])
        known = text[role.start : role.end].lower()
        often = lowered.count(title.lower())
        if often >= FEWEST and (alone or often * 3 > lowered.count(singular(known)) * 2):
            yield title
