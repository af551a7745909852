"""Tables with one cell a line whose rows are numbered: ``No.``, ``Position``, ``Pay``, ``1.``, ``Baker``, ``$210``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper

_FEWEST_ROWS, _FEWEST_COLUMNS, _MAX_COLUMNS = 2, 2, 8
_MAX_ROWS, _MAX_GAP, _MAX_HEADER = 200, 2, 7
# What stands over the numbers, if anything does.
_OVER = re.compile(r"#|no\.?|nr\.?|rank|(?:s|sr|sl|serial)[\s./]{0,2}(?:no?|number)\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})[.)]?")


def read(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The table below labels of columns: each number tells where a row starts, and so how many cells it has."""
    counted = _OVER.fullmatch(lines[at].text) is not None
    first = at + counted
    if not counted and not shaper.is_corner(lines[at].text):
        return None, at + 1
    ahead = range(first + _FEWEST_COLUMNS, min(first + _MAX_COLUMNS + 1, len(lines)))
    start = next((number for number in ahead if _number(lines[number]) == 1), 0)
    header = lines[first:start]
    if any(ends_sentence(line.text) or len(line.words) > _MAX_HEADER or line.gap > _MAX_GAP for line in header[1:]):
        return None, at + 1
    rows = list(_rows(lines, start, len(header))) if header else []
    if len(rows) < _FEWEST_ROWS:
        return None, at + 1
    cells = [[Span(line.start, line.end) for line in row] for row in [header, *rows]]
    grid = shaper.grid(cells, "upright", ruled=True)
    if grid is not None:
        grid.start = lines[at].start
    return grid, start + len(rows) * (len(header) + 1)


def _rows(lines: Sequence[Line], start: int, width: int) -> Iterator[Sequence[Line]]:
    """The cells behind each number, as long as these count on."""
    for count in range(_MAX_ROWS):
        at = start + count * (width + 1)
        row = lines[at + 1 : at + 1 + width]
        if at >= len(lines) or _number(lines[at]) != count + 1 or len(row) < width:
            return
        if any(line.gap > _MAX_GAP for line in row):
            return
        yield row


def _number(line: Line) -> int:
    """What a line counts that is nothing but a number, else 0."""
    found = _NUMBER.fullmatch(line.text)
    return int(found[1]) if found else 0
