"""Levels that run into a remark, each above the same few labels that run into their sums.

``JuniorWelder +9%`` over ``Welder£26,000 – £31,000`` and ``Plumber£24,000 – £29,000``; then ``SeniorWelder +4%``.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.shape import CellKind, Shaper, kind_of
from extract.reading.tables.splitting import glued, seams

_FEWEST_GROUPS, _FEWEST_ROWS = 2, 2
_MAX_HEAD, _MAX_LABEL = 60, 5
"""Characters of a level with its remark; words of a label."""


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Groups of rows that say the same labels again."""
    rows: list[list[Span]] = []
    said: set[tuple[str, ...]] = set()
    groups, stop = 0, at
    while stop + _FEWEST_ROWS < len(lines) and (level := _level(text, lines[stop], shaper)) is not None:
        below = _paid(text, lines, stop + 1, shaper)
        said.add(tuple(shaper.words(label) for label, _ in below))
        if len(below) < _FEWEST_ROWS or len(said) > 1:
            break
        rows += [[level], *below]
        groups, stop = groups + 1, stop + 1 + len(below)
    return (shaper.plain(rows, "glued"), stop) if groups >= _FEWEST_GROUPS else (None, at + 1)


def _level(text: str, line: Line, shaper: Shaper) -> Span | None:
    """The level that a short line is, or that begins it and runs into what stands behind it."""
    if line.marker or len(line.text) > _MAX_HEAD or ends_sentence(line.text):
        return None
    first = seams(text, line.start, line.end, shaper.camel)[0]
    return first if shaper.is_level(shaper.words(first)) and kind_of(line.text) is not CellKind.MONEY else None


def _paid(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> list[list[Span]]:
    """The labels and sums of the lines from here on, all of them as near to each other."""
    rows: list[list[Span]] = []
    for line in lines[at:]:
        row = (
            glued(text, line.start, line.end, 2, shaper.camel)
            if line.gap == lines[at].gap and not line.marker
            else None
        )
        if (
            not row
            or kind_of(shaper.words(row[1])) is not CellKind.MONEY
            or len(shaper.words(row[0]).split()) > _MAX_LABEL
        ):
            break
        rows.append(row)
    return rows
