"""Tables with one cell a line: with a lone ``|`` between cells, or with no mark but a header of labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.model import Span
from extract.reading.lines import Line, ends_sentence, line_at
from extract.reading.pieces import Grid
from extract.reading.tables.columns import by_figures
from extract.reading.tables.shape import CellKind, Shaper, kind_of
from extract.reading.tables.splitting import figures

_PIPES = re.compile(r"[|│](?:\s*[|│])*")
_DASHES = re.compile(r":?-{2,}:?")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
# What stands below the last row: "Source: Glassdoor, January 2022".
_SOURCE = re.compile(
    r"[*†(\s]*(?:sources?|notes?|data|figures|disclaimer|based\son|updated|last\supdated)\b\s?(?::|from\b|by\b|-|–)",
    re.IGNORECASE,
)
_MAX_LINES = 4000
_MAX_BARE = 240
_MAX_COLUMNS = 12
_MIN_CLOSED = 9
"""In cells: three rows of three."""
_MAX_LABEL, _MIN_PARAGRAPH, _MIN_QUESTION, _MAX_UNKNOWN = 6, 16, 4, 3
"""In words."""
_FEWEST_AGAIN = 3
_MOST_FIGURES = 2
"""Of a cell, each with its range."""


def read_piped(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Cells on lines of their own with a lone pipe on the line between."""
    stop = _end_of_run(lines, at)
    pipes = sum(bool(_PIPES.fullmatch(line.text)) for line in lines[at:stop])
    if pipes < 3:
        return None, at + 1 if pipes == 0 else max(stop, at + 1)
    if _is_sentence(lines[at]):
        return None, at + 1
    # A sentence after the last row is the text below the table.
    if _is_sentence(lines[stop - 1]) and (lines[stop - 1].gap or _PIPES.fullmatch(lines[stop - 2].text)):
        stop -= 1
    if _is_above(lines, at, stop):
        return None, at + 1
    # What stands behind the last pipe may be the heading of what follows.
    for last in (stop, stop - 1):
        rows, ruled = _rows(lines[at:last])
        if len(rows) > 1:
            return shaper.grid(rows, "upright", ruled=ruled, end=lines[last - 1].end), last
    cells = next(iter(_at_breaks(lines[at:stop])), [])
    grid = _below_roles(cells, shaper) or _by_labels(cells, shaper)
    if grid is None:
        # The first line may be the heading above.
        return None, stop if _PIPES.fullmatch(lines[at].text) else at + 1
    return grid, _behind(lines, at, stop, grid.end)


def _end_of_run(lines: Sequence[Line], at: int) -> int:
    """The number of the line behind those that are lone pipes or stand beside one."""
    stop = at
    while stop < len(lines) and stop - at < _MAX_LINES and _in_run(lines, at, stop):
        stop += 1
    return stop


def _behind(lines: Sequence[Line], at: int, stop: int, end: int) -> int:
    """The number of the line behind a table whose last cell ends there, and behind its last pipe."""
    number = next((number for number in range(at, stop) if lines[number].start >= end), stop)
    while number < len(lines) and _PIPES.fullmatch(lines[number].text):
        number += 1
    return number


def _is_above(lines: Sequence[Line], at: int, stop: int) -> bool:
    """Whether the first line is the heading above: without it, and without the last, all rows are alike."""
    if _PIPES.fullmatch(lines[at].text) or stop - at < 4:
        return False
    with_it, without = _at_breaks(lines[at:stop]), _at_breaks(lines[at + 1 : stop])
    widths = [len(row) for row in without[:-1]]
    even = len(widths) > 1 and len(set(widths)) == 1 and len(without[-1]) in {widths[0], widths[0] + 1}
    return even and len(with_it[0]) == widths[0] + 1


def _is_sentence(line: Line) -> bool:
    return ends_sentence(line.text) and len(line.words) >= 8


def _in_run(lines: Sequence[Line], at: int, number: int) -> bool:
    """Whether a line is a lone pipe or stands beside one."""
    line = lines[number]
    if line.gap > 1 and number > at:
        return False
    if _PIPES.fullmatch(line.text):
        return True
    around = (number + 1, number - 1) if number > at else (number + 1,)
    return any(0 <= other < len(lines) and _PIPES.fullmatch(lines[other].text) for other in around)


def _rows(lines: Sequence[Line]) -> tuple[list[list[Span]], bool]:
    """Rows of the same width, and whether dashes stand below the first.

    A row ends where two cells or two pipes meet, or at a blank line; where rows share their outer pipes,
    the dashes tell the width.
    """
    rows = _at_breaks(lines)
    width = _dashes(lines)
    if width and any(len(row) > width for row in rows):
        flat = [cell for row in rows for cell in row]
        rows = [flat[start : start + width] for start in range(0, len(flat), width)]
    ruled = len(rows) > 1 and all(_is_dashes(lines, cell) for cell in rows[1])
    rows = [row for row in rows if not all(_is_dashes(lines, cell) for cell in row)]
    return (rows, ruled) if _is_even(rows) else ([], False)


def _is_even(rows: Sequence[Sequence[Span]]) -> bool:
    """Whether rows are of one width, but for one that lacks a cell."""
    widths = sorted(map(len, rows))
    if len(widths) < 2 or not 1 < widths[-1] <= _MAX_COLUMNS:
        return False
    return widths[0] >= widths[-1] - 1 and widths[1] == widths[-1]


def _by_labels(cells: Sequence[Span], shaper: Shaper) -> Grid | None:
    """A table whose cells all have a pipe between them: as wide as there are labels at the start."""
    labels = 0
    while labels < len(cells) and shaper.is_name(shaper.words(cells[labels])):
        labels += 1
    widths = [*range(labels, 1, -1), *range(max(2, labels + 1), _MAX_COLUMNS)]
    sizes = [(width, size) for width in widths for size in (len(cells), len(cells) - 1)]
    sized = [(width, size) for width, size in sizes if size > width and size % width == 0]
    tried = [[list(cells[first : first + width]) for first in range(0, size, width)] for width, size in sized]
    tried = [chunks for chunks in tried if not any(_has_amount(shaper.words(row[0])) for row in chunks)]
    even = (chunks for chunks in tried if labels and _are_columns(chunks[0], chunks[1:], shaper))
    named = (chunks for chunks in tried if len(chunks[0]) <= labels)
    chunks = next(even, None) or next(named, None)
    return None if chunks is None else shaper.grid(chunks, "upright", ruled=True)


def _below_roles(cells: Sequence[Span], shaper: Shaper) -> Grid | None:
    """Names of roles without a corner before them, and rows of a label and a cell for each role."""
    roles = 0
    while roles < len(cells) and shaper.is_role(shaper.words(cells[roles])):
        roles += 1
    body = cells[roles:]
    # What stands behind the last pipe may be the heading of what follows.
    body = body[: len(body) - 1] if roles and len(body) % (roles + 1) == 1 else body
    if roles < 2 or len(body) < 2 * (roles + 1) or len(body) % (roles + 1):
        return None
    rows = [list(body[first : first + roles + 1]) for first in range(0, len(body), roles + 1)]
    labels = [shaper.words(row[0]) for row in rows]
    if any(len(label.split()) > _MAX_LABEL or _has_amount(label) or ends_sentence(label) for label in labels):
        return None
    # Labels are shorter than what they label; else the roles head columns of one cell after the other.
    if sum(map(len, labels)) * roles >= sum(len(cell) for row in rows for cell in row[1:]):
        return None
    return shaper.grid([list(cells[:roles]), *rows], "upright", ruled=True)


def _are_columns(header: Sequence[Span], rows: Sequence[Sequence[Span]], shaper: Shaper) -> bool:
    """Whether three and more rows hold cells of a kind below each other, money or numbers headed by pay among them."""
    columns = [{kind_of(shaper.words(row[column])) for row in rows} for column in range(len(rows[0]))]
    figures = [kinds - {CellKind.EMPTY} for kinds in columns[1:]]
    alike = columns[0] == {CellKind.TEXT} and all(len(kinds) == 1 for kinds in figures)
    large = (all(_THOUSANDS.fullmatch(shaper.words(row[column])) for row in rows) for column in range(1, len(header)))
    paid = (
        CellKind.MONEY in kinds or (CellKind.NUMBER in kinds and (thousands or shaper.says_pay(shaper.words(head))))
        for head, kinds, thousands in zip(header[1:], figures, large, strict=True)
    )
    return len(rows) > 2 and alike and any(paid)


def _at_breaks(lines: Sequence[Line]) -> list[list[Span]]:
    rows: list[list[Span]] = []
    row: list[Span] = []
    before = "pipe"
    for line in lines:
        pipe = bool(_PIPES.fullmatch(line.text))
        double = pipe and (before == "pipe" or len(_PIPES.findall(line.text)[0].replace(" ", "")) > 1)
        if row and (double or (not pipe and before == "cell") or (line.gap and not pipe and before == "cell")):
            rows.append(row)
            row = []
        if not pipe:
            row.append(Span(line.start, line.end))
        before = "pipe" if pipe else "cell"
    return [*rows, row] if row else rows


def _dashes(lines: Sequence[Line]) -> int:
    """How many cells of dashes follow each other, with pipes between."""
    count = best = 0
    for line in lines:
        if _DASHES.fullmatch(line.text):
            count += 1
        elif not _PIPES.fullmatch(line.text):
            count = 0
        best = max(best, count)
    return best


def _is_dashes(lines: Sequence[Line], cell: Span) -> bool:
    return any(line.start == cell.start and _DASHES.fullmatch(line.text) for line in lines)


def read_bare(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Cells on lines of their own, unmarked or closed by a pipe: a header of labels, then rows of as many lines."""
    opening = lines[at].text
    if opening.endswith("|"):
        name = opening.rstrip("| ")
        if "|" in name or not (shaper.is_corner(name) or shaper.is_label(name)):
            return None, at + 1
        lines = _unpiped(lines, at)
        at, before = 0, at
        grid, stop = _below_labels(text, lines, at, shaper, closed=True) if len(lines) > 3 else (None, 1)
        if grid is None and len(lines) >= _MIN_CLOSED:
            # Short names of roles that only the text explains stand over columns of figures.
            grid = _by_labels([Span(line.start, line.end) for line in lines], shaper)
            stop = len(lines) if grid is not None else stop
        return grid, before + stop
    return _below_labels(text, lines, at, shaper, closed=False)


def _below_labels(
    text: str, lines: Sequence[Line], at: int, shaper: Shaper, *, closed: bool
) -> tuple[Grid | None, int]:
    labels = _labels(lines, at, shaper)
    if labels < 2:
        return by_figures(lines, at, shaper)
    for header, width in _widths(lines, at, labels, shaper):
        rows = list(_groups(lines, at + header, width, closed=closed))
        rows = rows[: _next_section(text, lines[at : at + header], rows, shaper)]
        paid = any(shaper.names_currency(line.text) for line in lines[at : at + header])
        if len(rows) >= 2 and _consistent(text, rows, shaper, paid=paid) and not _heads_again(lines, at, header, rows):
            first = [Span(line.start, line.end) for line in lines[at : at + header]]
            stop = at + header + width * len(rows)
            return shaper.grid([first, *rows], "upright", ruled=True), stop
    return by_figures(lines, at, shaper)


def _next_section(text: str, head: Sequence[Line], rows: Sequence[Sequence[Span]], shaper: Shaper) -> int:
    """The number of the first row that holds the name of a role that heads a column: what is told of it below."""
    roles = {line.text for line in head if shaper.is_role(line.text)}
    again = (n for n, row in enumerate(rows) if n > 1 and any(text[c.start : c.end] in roles for c in row[1:]))
    return next(again, len(rows))


def _heads_again(lines: Sequence[Line], at: int, header: int, rows: Sequence[Sequence[Span]]) -> bool:
    """Whether what heads columns comes again among them, or among their cells: the legends of charts, and no table."""
    heads = {line.text for line in lines[at : at + header]}
    if len(heads) < header:
        return True
    starts = {cell.start for row in rows for cell in row}
    width = header + sum(map(len, rows))
    return sum(line.start in starts and line.text in heads for line in lines[at + header : at + width]) >= _FEWEST_AGAIN


def _unpiped(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines from here on that end with a pipe, as cells closed by it are written, without it."""
    run: list[Line] = []
    for line in lines[at : at + _MAX_BARE]:
        words = line.text.rstrip("|").rstrip()
        if not line.text.endswith("|") or not words or "|" in words:
            break
        run.append(line_at(words, line.start, indent=line.indent, gap=line.gap))
    return run


def _labels(lines: Sequence[Line], at: int, shaper: Shaper) -> int:
    """How many lines from here on are labels of columns; the first may be the one over the rows' labels."""
    count = 0
    while at + count < len(lines) and count < 12:
        line = lines[at + count]
        if line.marker or (count and line.gap != lines[at + 1].gap) or _has_amount(line.text):
            break
        # "Education: a degree": what is said, no label of a column.
        if ": " in line.text or not (shaper.is_label(line.text) or _may_head(line, shaper, count)):
            break
        count += 1
    return count


def _may_head(line: Line, shaper: Shaper, column: int) -> bool:
    """Whether a line heads a column for where it stands: a corner, or behind labels ``Senior (PKR)``, ``Notes``."""
    if column == 0:
        return shaper.is_corner(line.text)
    return column > 1 and ((line.text[-1] == ")" and shaper.names_currency(line.text)) or shaper.is_note(line.text))


def _widths(lines: Sequence[Line], at: int, labels: int, shaper: Shaper) -> Iterator[tuple[int, int]]:
    """Possible numbers of header cells and of columns."""
    corner = shaper.is_corner(lines[at].text)
    for header in range(labels, max(1, labels - 3), -1):
        role = shaper.is_role(lines[at].text)
        if corner or not role:
            yield header, header
        # Rows that begin with roles have no corner over them either: "Junior", "Mid", "Senior", "Baker", "$30k", ...
        below = at + header
        if not corner and (role or (below < len(lines) and shaper.is_role(lines[below].text))):
            yield header, header + 1
    # "Reports to" behind "Position", "Experience", "Monthly salary", above the first role: one more that no list has.
    more = lines[at + labels : at + labels + 2]
    if corner and labels > 2 and len(more) > 1 and shaper.is_role(more[1].text) and _could_label(more[0]):
        yield labels + 1, labels + 1


def _could_label(line: Line) -> bool:
    return 0 < len(line.words) <= _MAX_UNKNOWN and not any(map(str.isdigit, line.text)) and line.text[-1].isalpha()


def _groups(lines: Sequence[Line], at: int, width: int, *, closed: bool) -> Iterator[list[Span]]:
    """Rows: a short label, then the other cells, until lines no longer look so; ``closed``: each had its pipe."""
    last = min(len(lines), at + _MAX_BARE)
    first = at
    while at + width <= last:
        group = lines[at : at + width]
        label = group[0].text
        if at - first > width and group[0].gap > max(line.gap for line in lines[first:at]):
            return
        if _SOURCE.match(label):
            return
        if group[0].marker or len(label.split()) > 7 or ends_sentence(label) or label[-1] in ":,":
            return
        if any(line.marker == "dot" or line.gap > 1 or _heads_text(line) for line in group[1:]) or _has_amount(label):
            return
        if not closed and any(len(figures(line.text)) > _MOST_FIGURES for line in group):
            # Each line is a row of its own.
            return
        if at - first > width and _is_text_below(lines[first:at], group):
            return
        yield [Span(line.start, line.end) for line in group]
        at += width


def _heads_text(line: Line) -> bool:
    """Whether a line is a question of several words or ends in a colon, as what stands over a text and no cell does."""
    return line.text[-1] == ":" or (line.text[-1] == "?" and len(line.words) >= _MIN_QUESTION)


def _is_text_below(cells: Sequence[Line], group: Sequence[Line]) -> bool:
    """Whether lines hold a paragraph where no cell of the rows before is a sentence: the text below the table."""
    long = any(_is_sentence(line) and len(line.words) >= _MIN_PARAGRAPH for line in group)
    return long and not any(map(_is_sentence, cells))


def _has_amount(text: str) -> bool:
    return kind_of(text) in {CellKind.MONEY, CellKind.PERCENT}


def _consistent(text: str, rows: Sequence[Sequence[Span]], shaper: Shaper, *, paid: bool) -> bool:
    """Whether the cells of each row are of one kind, and no label turns up as a cell; ``paid``: numbers may be sums."""
    columns = [{kind_of(shaper.words(row[column])) for row in rows} for column in range(1, len(rows[0]))]
    # Remarks may stand behind the cells.
    cells = slice(1, -1 if len(columns) > 2 and columns[-1] == {CellKind.TEXT} else None)
    alike = sum(len({kind_of(shaper.words(cell)) for cell in row[cells]} - {CellKind.EMPTY}) <= 1 for row in rows)
    upright = all(len(kinds - {CellKind.EMPTY}) == 1 for kinds in columns)
    figures = any(_has_amount(shaper.words(cell)) for row in rows for cell in row[1:])
    figures = figures or (paid and {CellKind.NUMBER} in columns)
    if len(rows[0]) == 2 and not (upright and figures):
        # One cell beside each label is always of one kind: the labels must be known ones, of texts every other.
        known = sum(shaper.is_name(shaper.words(row[0])) for row in rows)
        alike *= known * (2 if upright else 1) >= len(rows)
    long = any(len(text[cell.start : cell.end]) > 300 for row in rows for cell in row)
    return not long and ((upright and figures) or (alike * 4 >= len(rows) * 3 and len(rows) >= 3))
