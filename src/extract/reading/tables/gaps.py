"""Tables whose columns are kept apart by tabs, or by two and more blanks under each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.shape import CellKind, Shaper, is_value, kind_of, trim
from extract.reading.tables.splitting import seams

_GAP = re.compile(r"[ \u00a0\t]{2,}")
_WIDE = ("  ", "\u00a0", "\t")
"""Every gap has one of these, and hardly a line of prose."""
_UNDERLINE = re.compile(r"[-=–—\s]{3,}")
_MAX_ROWS = 2000
_MAX_CELL_WORDS = 25
_FEWEST_RUN_ON = 3
_MOST_HEADS, _FEWEST_BELOW = 2, 2
"""Rows of a header that stands above an empty line, and cells of a row below it, at least one more."""
_LONGEST_FIGURE = 24
"""In characters."""
Cells = Callable[[str, Line], list[Span]]


def read_tabs(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """A table with tabs between cells."""
    rows: list[list[Span]] = []
    header = _run_on(text, lines[at : at + 2], _tabbed, shaper)
    first = stop = at + 1 if header else at
    while stop < len(lines) and stop - at < _MAX_ROWS and (stop == first or lines[stop].gap == 0):
        row = _tabbed(text, lines[stop])
        if len(row) < 2:
            break
        rows.append(row)
        stop += 1
    if header and any(len(row) != len(header) for row in rows):
        return None, at + 1
    if len(rows) < 2 or not _even(rows) or _all_one_filled(rows):
        return None, at + 1 if header else max(stop, at + 1)
    return shaper.grid([header, *rows] if header else rows, "tabs", ruled=bool(header)), stop


def _tabbed(text: str, line: Line) -> list[Span]:
    """The cells of a line, empty ones too; a list item and an indented line have none."""
    first = text.rfind("\n", 0, line.start) + 1
    last = text.find("\n", line.end)
    last = len(text) if last < 0 else last
    if "\t" not in text[line.start : line.end] or line.marker:
        return []
    row = []
    while True:
        mark = text.find("\t", first, last)
        if mark < 0:
            break
        row.append(trim(text, first, mark))
        first = mark + 1
    row.append(trim(text, first, last))
    while len(row) > 2 and not len(row[-1]):
        row.pop()
    return row


def _all_one_filled(rows: Sequence[Sequence[Span]]) -> bool:
    return all(sum(1 for cell in row if len(cell)) < 2 for row in rows)


def _even(rows: Sequence[Sequence[Span]]) -> bool:
    """Whether most rows are as wide as the widest."""
    width = max(map(len, rows))
    return sum(len(row) >= width - 1 for row in rows) * 3 >= len(rows) * 2


def read_aligned(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """A table with columns under each other, two and more blanks apart; some cells may be missing."""
    found: list[tuple[Line, list[Span]]] = []
    header = _run_on(text, lines[at : at + 2], _spaced, shaper)
    ruled = False
    first = stop = at + 1 if header else at
    while stop < len(lines) and stop - at < _MAX_ROWS:
        line = lines[stop]
        if stop > first and line.gap and not _is_head(text, [row for _, row in found], line):
            break
        if found and _UNDERLINE.fullmatch(line.text):
            ruled = ruled or len(found) == 1
            stop += 1
            continue
        row = _spaced(text, line)
        if len(row) < 2:
            break
        found.append((line, row))
        stop += 1
    width = max((len(row) for _, row in found), default=0)
    body = [row for line, row in found if any(map(str.isdigit, line.text))] or [row for _, row in found]
    if len(found) < 2 or width < 2 or len(found) + width < 5 or not _even(body):
        return None, at + 1 if header else max(stop, at + 1)
    if header and len(header) != width:
        return None, at + 1
    rows = _into_columns(text, found, width)
    if width == 2 and not header and all(_is_figure_first(text, row) for row in rows):
        # "$98k  Perth": labels stand behind their figures.
        return shaper.grid([row[::-1] for row in rows], "aligned", end=rows[-1][-1].end), stop
    return shaper.grid([header, *rows] if header else rows, "aligned", ruled=ruled or bool(header)), stop


def _is_figure_first(text: str, row: Sequence[Span]) -> bool:
    first, last = (text[cell.start : cell.end] for cell in row)
    return kind_of(first) is CellKind.MONEY and kind_of(last) is CellKind.TEXT and len(first) <= _LONGEST_FIGURE


def _is_head(text: str, rows: Sequence[Sequence[Span]], line: Line) -> bool:
    """Whether rows without a figure head columns of figures that begin below an empty line."""
    if not rows or len(rows) > _MOST_HEADS or line.gap > 1:
        return False
    if any(map(str.isdigit, (text[rows[0][0].start : rows[-1][-1].end]))):
        return False
    below = _spaced(text, line)
    figures = sum(is_value(text[cell.start : cell.end]) for cell in below[1:])
    return len(below) > _FEWEST_BELOW and figures == len(below) - 1 and len(rows[-1]) in {figures, len(below)}


def _run_on(text: str, lines: Sequence[Line], cells_of: Cells, shaper: Shaper) -> list[Span]:
    """``TownAnnual wageHourly wage`` right above columns: the cells of a header whose blanks were lost."""
    head, *below = lines
    if not below or below[0].gap or head.marker or any(blank in head.text for blank in _WIDE):
        return []
    if len(cells_of(text, below[0])) < _FEWEST_RUN_ON:
        return []
    cells = seams(text, head.start, head.end, shaper.camel)
    return cells if len(cells) >= _FEWEST_RUN_ON and any(map(shaper.is_header_word, map(shaper.words, cells))) else []


def _spaced(text: str, line: Line) -> list[Span]:
    """The cells of a line; none where it reads as sentences with wide blanks between them."""
    if line.marker or "|" in line.text or not any(blank in line.text for blank in _WIDE):
        return []
    row = []
    first = line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        row.append(Span(first, gap.start()))
        first = gap.end()
    row.append(Span(first, line.end))
    for cell in row[:-1]:
        words = text[cell.start : cell.end]
        empty = len(row) > 2 and kind_of(words) is CellKind.EMPTY
        if (
            words[-1] in ",;"
            or not (empty or any(map(str.isalnum, words)))
            or (ends_sentence(words) and len(words) > 12)
        ):
            return []
    return [] if any(len(text[cell.start : cell.end].split()) > _MAX_CELL_WORDS for cell in row) else row


def _into_columns(text: str, found: Sequence[tuple[Line, list[Span]]], width: int) -> list[list[Span]]:
    """Gives each cell of a short row the column that it stands under."""
    full = next(row for _, row in found if len(row) == width)
    places = [_column(text, cell) for cell in full]
    rows = []
    for _, row in found:
        if len(row) == width:
            rows.append(row)
            continue
        placed: list[Span] = []
        for number, cell in enumerate(row):
            last = width - (len(row) - number)
            column = _column(text, cell)
            apart = [(abs(places[at] - column), at) for at in range(len(placed), last + 1)]
            nearest = min(apart)[1]
            placed += [Span(cell.start, cell.start)] * (nearest - len(placed))
            placed.append(cell)
        rows.append(placed)
    return rows


def _column(text: str, cell: Span) -> int:
    return cell.start - (text.rfind("\n", 0, cell.start) + 1)
