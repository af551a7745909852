"""Two columns in one: ``Career path | Baker vs. Miller`` over ``Pay | $31,000 vs. $36,000``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.model import Span
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper, trim

_AGAINST = re.compile(r"\s(?:vs\.?|versus)\s", re.IGNORECASE)
_LABEL_AND_CELL = 2


def parted(text: str, grid: Grid, shaper: Shaper) -> Grid:
    """A table of labels and cells with one column for each role that a cell sets against another; any other as it is.

    A row that sets nothing against anything is of neither.
    """
    rows = [grid.header, *grid.rows] if grid.header else grid.rows
    if any(len(row) != _LABEL_AND_CELL for row in rows):
        return grid
    cells = [_sides(text, row[1]) for row in rows]
    heads = next((n for n, sides in enumerate(cells) if _are_roles(sides, shaper)), None)
    if heads is None:
        return grid
    alike = [n for n, sides in enumerate(cells) if n != heads and len(sides) == len(cells[heads])]
    if len(alike) * 2 < len(rows) - 1:
        return grid
    header, *body = ([rows[n][0], *cells[n]] for n in (heads, *alike))
    return replace(grid, header=header, rows=body) if body else grid


def _sides(text: str, cell: Span) -> list[Span]:
    marks = [Span(m.start(), m.end()) for m in _AGAINST.finditer(text, cell.start, cell.end)]
    edges = [Span(cell.start, cell.start), *marks, Span(cell.end, cell.end)]
    return [trim(text, before.end, after.start) for before, after in pairwise(edges)]


def _are_roles(sides: Sequence[Span], shaper: Shaper) -> bool:
    return len(sides) > 1 and all(shaper.is_role(shaper.words(side)) for side in sides)
