"""A table that a page holds a second time, run together: the first tells where the cells end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Span
from extract.reading.lines import Line
from extract.reading.pieces import Grid

_LETTERS = re.compile(r"[^\W_]+")
# Shorter rows may look alike by chance.
_MIN_KEY = 8
_FEWEST = 2
"""Rows of a table on one line, its header among them."""


class Echoes:
    """Rows of tables by their letters and digits."""

    def __init__(self, text: str, grids: Sequence[Grid]) -> None:
        self._text = text
        self._rows: dict[str, tuple[int, int]] = {}
        self._cells: dict[str, list[str]] = {}
        self._grids = grids
        self._keys: list[list[str]] = []
        for table, grid in enumerate(grids):
            self._keys.append([])
            for number, row in enumerate(_rows_of(grid)):
                parts = [_key(text[cell.start : cell.end]) for cell in row]
                key = "".join(parts)
                self._keys[-1].append(key)
                if len(key) >= _MIN_KEY and key not in self._rows:
                    self._rows[key] = table, number
                    self._cells[key] = parts

        # With the blanks and signs that a line may have beside its letters and digits.
        self._longest = 2 * max((sum(map(len, keys)) for keys in self._keys), default=0) + 50

    def read(self, lines: Sequence[Line], at: int) -> tuple[Grid | None, int]:
        """The rows of a known table from a line on."""
        if len(lines[at].text) > self._longest:
            return None, at + 1
        key = _key(lines[at].text)
        if key not in self._rows:
            return self._read_whole(lines[at], key), at + 1
        rows: list[list[Span]] = []
        table = first = -1
        stop = at
        while stop < len(lines):
            key = _key(lines[stop].text)
            place = self._rows.get(key)
            if place is None or (rows and place != (table, first + len(rows))):
                break
            if not rows:
                table, first = place
            rows.append(self._split(lines[stop], self._cells[key]))
            stop += 1
        if len(rows) < 2:
            return None, at + 1
        headed = first == 0 and bool(self._grids[table].header)
        header, body = (rows[0], rows[1:]) if headed else ([], rows)
        return Grid(rows[0][0].start, lines[stop - 1].end, "glued", header, body), stop

    def _read_whole(self, line: Line, key: str) -> Grid | None:
        """A whole table on one line, or its header and some of its rows in their order."""
        for table, keys in enumerate(self._keys):
            if not keys or not keys[0] or not key.startswith(keys[0]):
                continue
            taken, at = [], 0
            for number, row in enumerate(keys):
                if row and key.startswith(row, at):
                    taken.append(number)
                    at += len(row)
            if at == len(key) and len(taken) >= _FEWEST:
                return self._parted(line, self._grids[table], taken)
        return None

    def _parted(self, line: Line, grid: Grid, taken: Sequence[int]) -> Grid:
        known = [_rows_of(grid)[number] for number in taken]
        parts = [_key(self._text[cell.start : cell.end]) for row in known for cell in row]
        cells = iter(self._split(line, parts))
        rows = [[next(cells) for _ in row] for row in known]
        header, body = (rows[0], rows[1:]) if grid.header else ([], rows)
        return Grid(line.start, line.end, "glued", header, body)

    def _split(self, line: Line, parts: Sequence[str]) -> list[Span]:
        """The cells of a line, each as long as its letters and digits ask for."""
        row = []
        at = line.start
        for number, part in enumerate(parts):
            start, at = at, self._after(at, line.end, len(part))
            while not part and at < line.end and self._text[at] in "-–—":
                # A dash alone was an empty cell.
                at += 1
            while number + 1 < len(parts) and at < line.end and self._text[at] in ")%+*.!?]”\"'’":
                at += 1
            if number + 1 == len(parts):
                at = line.end
            row.append(_bare(self._text, start, at))
        return row

    def _after(self, at: int, end: int, size: int) -> int:
        while at < end and size:
            sign = self._text[at]
            size -= len(sign.casefold()) if sign.isalnum() else 0
            at += 1
        return at


def _rows_of(grid: Grid) -> list[list[Span]]:
    """Header and body."""
    return [grid.header, *grid.rows] if grid.header else grid.rows


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _key(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))
