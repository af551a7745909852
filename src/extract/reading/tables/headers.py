"""Headers whose cells have only single blanks between them, parted by the words that head columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.lexicons.signs import SIGNS
from extract.model import Span
from extract.reading.lines import Line
from extract.reading.tables.shape import Shaper, header_tokens

MAX_COLUMNS = 8
ASIDE = re.compile(r"\s\([^()]*\)\*?$")
"""What a cell says in brackets at its end."""
# "Buyer | vs planner pay": a heading, and no header.
_BETWEEN = ("vs ", "vs. ", "versus ", "and ", "or ", "of ", "for ", "in ", "by ")
_TWO_SIGNS = re.compile(rf"[{SIGNS}]\D*[{SIGNS}]")
_PERCENTILE = re.compile(r"\d{1,2}(?:st|nd|rd|th)\spercentile")
_YEARS = re.compile(
    r"(?:\d{1,2}\s?(?:-|–|to)\s?\d{1,2}|\d{1,2}\s?\+?|(?:under|over|up\sto|(?:less|more)\sthan)\s\d{1,2})\s(?:years?|yrs?)"
    r"(?:\s?\+|\s(?:and|or)\s(?:more|over|above|up|longer))?(?:\s(?:of\s)?experience)?",
    re.IGNORECASE,
)
# What no list of terms has, of words that belong together: "Years to Top".
_LINKED = re.compile(r"[A-Z][a-z]+\s(?:of|to|in|at|on|until)\s[A-Z][a-z]+\??")


def headers_of(head: Line, shaper: Shaper) -> list[list[Span]]:
    """Ways to part a header, the likeliest first: names of roles and words of headers as long as they go."""
    tokens = header_tokens(head)
    if not 2 <= len(tokens) <= 24:
        return []
    best: list[tuple[float, list[Span]]] = [(0.0, [])]
    for last in range(1, len(tokens) + 1):
        options = []
        for first in range(max(0, last - 6), last):
            score, before = best[first]
            part = Span(tokens[first].start, tokens[last - 1].end)
            worth = _worth(shaper.words(part), last - first, first == 0, shaper)
            if worth is not None:
                options.append((score + worth, [*before, part]))
        best.append(max(options, key=lambda option: option[0]) if options else (-99.0, []))
    score, header = best[-1]
    if any(words.startswith(_BETWEEN) or words.endswith(" per") for words in map(shaper.words, header)):
        return []
    ways = [header, _joined(header, shaper), _joined(header, shaper, qualified=True)]
    # "Career | Stage": two that head columns are one that does.
    corner = Span(head.start, header[:2][-1].end) if header else None
    if corner and shaper.is_corner(shaper.words(corner)):
        ways.append([corner, *(cell for cell in ways[-1] if cell.start >= corner.end)])
    shorter = [way for before, way in pairwise(ways) if len(way) < len(before)]
    return [way for way in (header, *shorter) if score > 0 and _enough_known(way, shaper)]


def _enough_known(header: Sequence[Span], shaper: Shaper) -> bool:
    known = sum(_is_known(shaper.words(part), shaper) for part in header)
    enough = known == 2 if len(header) == 2 else known * 2 >= len(header) - 1
    return 2 <= len(header) <= MAX_COLUMNS and enough and known > 0


def _joined(header: Sequence[Span], shaper: Shaper, *, qualified: bool = False) -> list[Span]:
    """``Role | Night | Shifts`` with words side by side that no list of terms has as one cell: ``Night Shifts``.

    ``qualified``: with a term behind such a word as one cell too: ``Top Pay``.
    """
    cells: list[Span] = []
    single = False
    for cell in header:
        words = shaper.words(cell)
        before, single = single, " " not in words and not _is_known(words, shaper)
        if before and (single or (qualified and shaper.says_pay(words))):
            cells[-1] = Span(cells[-1].start, cell.end)
        else:
            cells.append(cell)
    return cells


def _is_known(words: str, shaper: Shaper) -> bool:
    return shaper.is_label(words) or shaper.is_corner(words) or _YEARS.fullmatch(words) is not None


def _worth(words: str, size: int, first: bool, shaper: Shaper) -> float | None:
    """How well words are one header cell; None where they cannot be.

    Longer terms are worth more than their parts.
    """
    # Nothing stands behind what a cell says in brackets.
    bare = ASIDE.sub("", words).rstrip("*")
    if _TWO_SIGNS.search(bare):
        return None
    named = shaper.role_words(bare)
    if named:
        return named * named + 1.0 + 0.1 * (size - named)
    known = shaper.header_words(bare) or (
        size if shaper.is_level(bare) or _PERCENTILE.fullmatch(bare) or _YEARS.fullmatch(bare) else 0
    )
    if known:
        return known * known + 0.5 + 0.1 * (size - known)
    if first and shaper.is_corner(bare):
        return size * size + 0.5
    return 0.2 if (size == 1 and words[:1].isupper()) or _LINKED.fullmatch(bare) else None
