"""Tables whose cells a pipe at the end of a line closes, and whose rows two: cells may go over several lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.model import Span
from extract.reading.lines import Line
from extract.reading.money import is_sum
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper

_CLOSING = re.compile(r"\s*(?P<pipes>\|[|\s]*)$")
_MAX_LINES = 400
_MAX_CELL = 24
"""Lines."""
_MIN_ROWS = 3
_MIN_WIDTH = 2


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``Nurse |`` / ``Midwife | ||`` / ``Duties |`` / two lines of text, a pipe / more text, ``||``."""
    if not lines[at].text.endswith("|"):
        return None, at + 1
    reader = _Rows()
    stop = cut = at
    for number in range(at, min(len(lines), at + _MAX_LINES)):
        if not reader.take(lines[number]):
            break
        if reader.closed:
            stop = number + 1
        if lines[number].text.endswith("|"):
            cut = number + 1
    rows = [] if reader.rows else _cut_up(text, reader.row)
    if rows:
        return shaper.grid(rows, "upright", end=lines[cut - 1].end), cut
    widths = Counter(map(len, reader.rows))
    width = max(widths, key=lambda size: (widths[size], size), default=0)
    even = [row for row in reader.rows if len(row) in {width, width - 1}]
    if width < 2 or widths[width] < _MIN_ROWS or len(even) < len(reader.rows):
        return None, at + 1
    return shaper.grid(reader.rows, "closed", end=lines[stop - 1].end), stop


def _cut_up(text: str, cells: list[Span]) -> list[list[Span]]:
    """``Trade |`` / ``Pay |`` / ``Baker |`` / ``$30,000 |``: rows that nothing parts, by their figures."""
    figures = [is_sum(text[cell.start : cell.end]) for cell in cells]
    # The header and the label of the first row.
    width = figures.index(True) - 1 if True in figures else 0
    if width < _MIN_WIDTH or len(cells) % width:
        return []
    rows = [cells[first : first + width] for first in range(0, len(cells), width)]
    even = all(
        not figures[first] and all(figures[first + 1 : first + width]) for first in range(width, len(cells), width)
    )
    return rows if even else []


class _Rows:
    """The rows of such a table, line by line."""

    def __init__(self) -> None:
        self.rows: list[list[Span]] = []
        self.closed = False
        """Whether the line taken last closed a row."""
        self.row: list[Span] = []
        """The cells of a row that is not closed yet."""
        self._cell: Span | None = None
        self._size = 0

    def take(self, line: Line) -> bool:
        """Takes a line; whether it can be part of such a table."""
        closing = _CLOSING.search(line.text)
        words = line.text[: closing.start()] if closing else line.text
        self.closed, self._size = False, self._size + 1
        if "|" in words or self._size > _MAX_CELL:
            return False
        if words:
            start = self._cell.start if self._cell else line.start
            self._cell = Span(start, line.start + len(words))
        if closing is None:
            return True
        pipes = closing["pipes"].replace(" ", "")
        if self._cell or pipes == "|":
            self.row.append(self._cell or Span(line.start, line.start))
        self._cell, self._size = None, 0
        if len(pipes) > 1 and self.row:
            self.rows.append(self.row)
            self.row, self.closed = [], True
        return True
