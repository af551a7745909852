"""Tables with one cell a line whose rows a lone pipe closes: ``Baker`` / ``$40k`` / ``|`` / ``Miller`` / ``$45k``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper, is_value

_BARS = frozenset("|│")
_MAX_COLUMNS = 10
_MAX_ROWS = 200
_FEWEST_ROWS = 3


def read(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Three and more rows of as many lines, each closed by a bar, figures among them."""
    width = _width(lines, at)
    if not 2 <= width <= _MAX_COLUMNS:
        return None, at + 1
    rows: list[Sequence[Line]] = []
    first = at
    while len(rows) < _MAX_ROWS and _width(lines, first) == width:
        rows.append(lines[first : first + width])
        first += width + 1
    figured = [row for row in rows if is_value(row[-1].text)]
    if len(rows) < _FEWEST_ROWS or len(figured) < _FEWEST_ROWS - 1 or any(is_value(row[0].text) for row in rows):
        return None, at + 1
    cells = [[Span(line.start, line.end) for line in row] for row in rows]
    return shaper.grid(cells, "upright", end=lines[first - 1].end), first


def _width(lines: Sequence[Line], at: int) -> int:
    """How many lines stand before the next bar, none of them a sentence; 0 where none closes them soon."""
    cells = list(takewhile(lambda line: line.text not in _BARS, lines[at : at + _MAX_COLUMNS + 1]))
    closed = at + len(cells) < len(lines) and len(cells) <= _MAX_COLUMNS
    return 0 if not closed or any(ends_sentence(cell.text) for cell in cells) else len(cells)
