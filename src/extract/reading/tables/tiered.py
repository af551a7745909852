"""Tables with two rows of headers whose cells have single blanks between them, or none, or a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from extract.model import Span
from extract.reading.lines import Line, ends_sentence, line_at
from extract.reading.pieces import Grid
from extract.reading.tables.figured import rows_below
from extract.reading.tables.headers import headers_of
from extract.reading.tables.run_together import glued_rows
from extract.reading.tables.shape import CellKind, Shaper, header_tokens, is_value, kind_of
from extract.reading.tables.splitting import seams
from extract.reading.tables.tiers import spread, times_said

_MAX_HEADER, _MAX_LABELS = 200, 24
_FEWEST_ROWS, _LONGEST_CORNER = 2, 3
_MOST_GROUPS, _WIDEST_GROUP = 3, 5
_ENDS_ALIKE = 3
"""In characters: what no line lacks twice that says the same labels again."""


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``Role Permanent Contract`` over ``Junior Senior Junior Senior`` over ``Baker $50,000 $70,000 $300 $420``."""
    if at + 2 + _FEWEST_ROWS > len(lines) or not all(map(_could_head, lines[at : at + 2])):
        return None, at + 1
    last = lines[at + 1].text[-_ENDS_ALIKE:]
    if lines[at + 1].text.count(last) < 2:
        return None, at + 1
    for corner, labels, count in _labels(text, lines[at + 1], shaper):
        over = _over(text, lines[at], count, shaper)
        for rows, stop in _rows(text, lines, at + 1, labels, count, shaper) if over else ():
            columns = len(rows[0]) - 1
            first, *heads = over if len(over) > count else [Span(over[0].start, over[0].start), *over]
            below = _as_cells(text, labels, columns // count, count, shaper)
            if len(below) == columns and _are_paid(rows, shaper):
                header = spread(first, heads, columns)
                return Grid(lines[at].start, rows[-1][-1].end, "spaces", header, [[corner, *below], *rows]), stop
    return None, at + 1


def read_upright(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The same with one cell a line: ``Role``, ``Permanent``, ``Contract``, ``Junior``, ``Senior``, ``Junior``, ..."""
    for first, count, wide in product((1, 0), range(2, _MOST_GROUPS + 1), range(2, _WIDEST_GROUP + 1)):
        start, behind = at + first + count, at + first + count * (wide + 1)
        if behind + 2 > len(lines) or lines[start].text != lines[start + wide].text:
            continue
        labels = lines[start:behind]
        heads = [Span(line.start, line.end) for line in lines[at:start]]
        told = times_said([line.text for line in labels]) == count and all(map(_could_head, lines[at:behind]))
        if not told or not _are_labels(heads, count, shaper) or any(line.gap > 1 for line in lines[at + 1 : behind]):
            continue
        rows = list(_upright_rows(lines, behind, count * wide))
        if len(rows) < _FEWEST_ROWS or not _are_paid(rows, shaper):
            continue
        corner = Span(heads[0].start, heads[0].end if first else heads[0].start)
        header = spread(corner, heads[first:], count * wide)
        below = [Span(corner.start, corner.start), *(Span(line.start, line.end) for line in labels)]
        grid = Grid(lines[at].start, rows[-1][-1].end, "upright", header, [below, *rows])
        return grid, behind + len(rows) * (count * wide + 1)
    return None, at + 1


def _upright_rows(lines: Sequence[Line], at: int, wide: int) -> Iterator[list[Span]]:
    """A name and as many figures as there are columns, each on a line of its own, again and again."""
    for first in range(at, len(lines) - wide, wide + 1):
        label, *cells = lines[first : first + wide + 1]
        figured = all(is_value(line.text) or kind_of(line.text) is CellKind.EMPTY for line in cells)
        if not figured or is_value(label.text) or not _could_head(label):
            return
        yield [Span(line.start, line.end) for line in (label, *cells)]


def _could_head(line: Line) -> bool:
    return not line.marker and len(line.text) <= _MAX_HEADER and not ends_sentence(line.text)


def _labels(text: str, line: Line, shaper: Shaper) -> Iterator[tuple[Span, list[Span], int]]:
    """What stands over the names of rows, the words of a line that says the same few again, and how often it does."""
    for cells in (header_tokens(line), seams(text, line.start, line.end, shaper.camel)):
        if not 4 <= len(cells) <= _MAX_LABELS:
            continue
        words = [shaper.words(cell) for cell in cells]
        for first in range(_LONGEST_CORNER + 1):
            corner = Span(cells[0].start, cells[first - 1].end if first else cells[0].start)
            count = times_said(words[first:]) if not first or shaper.is_corner(shaper.words(corner)) else 0
            if count:
                yield corner, cells[first:], count


def _over(text: str, head: Line, count: int, shaper: Shaper) -> list[Span]:
    """A line as what stands over so many groups of columns, with or without a cell for the names of rows."""
    tokens = header_tokens(head)
    ways = [seams(text, head.start, head.end, shaper.camel), tokens]
    size = len(tokens) - count
    if 1 < size <= _LONGEST_CORNER:
        corner = Span(tokens[0].start, tokens[size - 1].end)
        known = all(shaper.is_label(shaper.words(cell).split(" (", 1)[0]) for cell in tokens[size:])
        ways += [[corner, *tokens[size:]]] if known or shaper.is_corner(shaper.words(corner)) else []
    ways = [*headers_of(head, shaper), *ways]
    return next((way for way in ways if _are_labels(way, count, shaper)), [])


def _are_labels(cells: Sequence[Span], count: int, shaper: Shaper) -> bool:
    """Whether cells are as many as groups of columns, or one more, and begin as labels do."""
    words = [shaper.words(cell) for cell in cells]
    begin = all(cell and not cell[0].islower() and kind_of(cell) is not CellKind.MONEY for cell in words)
    return begin and (len(words) == count or (len(words) == count + 1 and not shaper.is_role(words[0])))


def _rows(
    text: str, lines: Sequence[Line], at: int, labels: Sequence[Span], count: int, shaper: Shaper
) -> Iterator[tuple[list[list[Span]], int]]:
    """The rows below a line of labels with as many figures for each group, and the number of the line behind them."""
    rows = rows_below(text, lines, at)
    if len(rows) >= _FEWEST_ROWS and not (len(rows[0]) - 1) % count:
        yield rows, at + 1 + len(rows)
    rows, stop = glued_rows(text, lines, at, len(labels) + 1, shaper)
    if len(rows) >= _FEWEST_ROWS and all(len(row) == len(labels) + 1 for row in rows):
        yield rows, stop


def _as_cells(text: str, labels: Sequence[Span], wide: int, count: int, shaper: Shaper) -> list[Span]:
    """The words of a line of labels as cells, ``wide`` of them for each group."""
    size = len(labels) // count
    if wide == size:
        return list(labels)
    groups = [Span(labels[first].start, labels[first + size - 1].end) for first in range(0, len(labels), size)]
    parts = (next(iter(headers_of(line_at(text[g.start : g.end], g.start), shaper)), []) for g in groups)
    return [cell for cells in parts for cell in cells]


def _are_paid(rows: Sequence[Sequence[Span]], shaper: Shaper) -> bool:
    """Whether most cells behind the names of rows are sums."""
    cells = [kind_of(shaper.words(cell)) for row in rows for cell in row[1:]]
    return cells.count(CellKind.MONEY) * 2 > len(cells)
