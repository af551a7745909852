"""Parts of a distribution, or levels, on lines of their own, and their figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.lexicons.fragments import ATTAINED
from extract.model import Span
from extract.reading.lines import Line
from extract.reading.pieces import Grid
from extract.reading.tables.card_kinds import SHARE, is_sum, span_of
from extract.reading.tables.shape import Shaper

_PERCENTILE = re.compile(r"(?i)\d{1,2}(?:st|nd|rd|th)\s(?:percentile|%)|\d{1,2}\s?%")
_BARE_SHARE = re.compile(r"(?P<n>5|10|25|50|75|90|95)\s?%")
_ATTAINED = re.compile(rf"\b{ATTAINED}\b", re.IGNORECASE)
_FEWEST_PARTS, _MAX_PARTS = 3, 12
_MAX_PHRASE = 3
"""In words."""


def read(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Three and more parts of a distribution, or levels, line by line, and below all of them as many figures.

    Or each above its figure, where some are bare shares: ``10%``, a sum, ``Median``, a sum, ``90%``, a sum.
    """
    pairs = spread(lines, at, shaper)
    if pairs:
        return shaper.plain(pairs, "cards"), at + 2 * len(pairs)
    count = _run_of(lines, at, lambda line: is_part(line, shaper))
    if count < _FEWEST_PARTS or _run_of(lines, at + count, is_sum) != count:
        return None, at + 1
    rows = [[span_of(lines[at + n]), span_of(lines[at + count + n])] for n in range(count)]
    return shaper.plain(rows, "cards"), at + 2 * count


def spread(lines: Sequence[Line], at: int, shaper: Shaper) -> list[list[Span]]:
    """Rows of parts of a distribution and the figure below each; none where no two shares are as far from half."""
    if not _BARE_SHARE.fullmatch(lines[at].text) or any(
        _ATTAINED.search(line.text) for line in lines[max(0, at - 2) : at]
    ):
        return []
    stop, last = at, min(len(lines) - 1, at + 2 * _MAX_PARTS)
    while stop < last and is_part(lines[stop], shaper) and is_sum(lines[stop + 1]):
        stop += 2
    bare = {int(found["n"]) for line in lines[at:stop:2] if (found := _BARE_SHARE.fullmatch(line.text))}
    apart = any(100 - n in bare for n in bare if n < 50)
    return [[span_of(lines[n]), span_of(lines[n + 1])] for n in range(at, stop, 2)] if apart else []


def _run_of(lines: Sequence[Line], at: int, alike: Callable[[Line], bool]) -> int:
    """How many lines from here on are of a kind, with no wide gap between them."""
    count = 0
    while count <= _MAX_PARTS and at + count < len(lines) and alike(lines[at + count]):
        if count and lines[at + count].gap > 2:
            break
        count += 1
    return count


def is_part(line: Line, shaper: Shaper) -> bool:
    """Whether a line is a level or a part of all who are paid: ``Junior``, ``Median``, ``Top 10%``."""
    if line.marker or len(line.words) > _MAX_PHRASE:
        return False
    share = SHARE.match(line.text) or _PERCENTILE.fullmatch(line.text)
    part = share is not None or shaper.is_level(line.text) or shaper.is_header_word(line.text)
    return part and not shaper.is_role(line.text)
