"""Tables with ``|`` between cells: with and without outer pipes, with and without a row of dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Span
from extract.reading.lines import Line
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper, trim

_PIPE = re.compile(r"(?<!\\)[|│┃║]")
_RULE = re.compile(r"[\s|:│┃║+=\-–—┼╪]*[-=–—]{2}[\s|:│┃║+=\-–—┼╪]*|[\s|]*(?::?-+:?[\s|]+){2,}(?::?-+:?)?[\s|]*")
_FREE = re.compile(r"\s[|│┃║]\s|^[|│┃║]|[|│┃║]$")
_MAX_ROWS = 2000
_MAX_COLUMNS = 60


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """A table that starts at a line, and the number of the line behind it; None and where to go on otherwise."""
    if not _is_row(lines[at]):
        return None, at + 1
    rows: list[list[Span]] = []
    counts: list[int] = []
    rule = 0
    stop = at
    while stop < len(lines) and stop - at < _MAX_ROWS and _goes_on(lines, at, stop):
        line = lines[stop]
        if _RULE.fullmatch(line.text):
            rule = rule or (1 if len(rows) == 1 else 0)
        else:
            rows.append(cells(text, line.start, line.end)[:_MAX_COLUMNS])
            counts.append(len(rows[-1]))
        stop += 1
    rows = _join_torn(text, rows, lines[at].text)
    if not _is_table(lines[at:stop], rows, rule):
        return None, stop
    return shaper.grid(rows, "pipe", ruled=bool(rule), end=lines[stop - 1].end), stop


def _is_row(line: Line) -> bool:
    if line.marker in {"dot", "number", "letter"} or line.marker == "dash" and line.text[0] != "-":
        return False
    found = _PIPE.search(line.text)
    if not found:
        return False
    return not line.marker or bool(_RULE.fullmatch(line.text))


def _goes_on(lines: Sequence[Line], at: int, number: int) -> bool:
    """Whether a line belongs to the same table; a blank line between rows is allowed where pipes stand around them."""
    line = lines[number]
    if number == at:
        return True
    if not _is_row(line) and not (_RULE.fullmatch(line.text) and line.gap == 0 and number == at + 1):
        return False
    framed = line.text[0] in "|│┃║" and lines[number - 1].text[0] in "|│┃║"
    return line.gap == 0 or line.gap <= 1 and framed


def cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a row; pipes at its ends are no cells."""
    row = text[start:end]
    first = start + 1 if _PIPE.match(row) else start
    last = end - 1 if end - 1 > first and _PIPE.fullmatch(text, end - 1, end) and text[end - 2 : end - 1] != "\\" else end
    spans = []
    for mark in _PIPE.finditer(text, first, last):
        spans.append(trim(text, first, mark.start()))
        first = mark.end()
    spans.append(trim(text, first, last))
    return spans


def _join_torn(text: str, rows: list[list[Span]], first: str) -> list[list[Span]]:
    """Joins a framed row whose last cell was broken over two lines: it lacks its closing pipe, and the rest its opening one."""
    if not rows or first[0] not in "|│┃║":
        return rows
    width = len(rows[0])
    joined: list[list[Span]] = []
    for row in rows:
        last = joined[-1] if joined else None
        opened = text[row[0].start - 2 : row[0].start].strip(" \t")[-1:] not in {"|", "│", "┃", "║"}
        if last and opened and len(last) < width and len(last) + len(row) - 1 == width:
            last[-1:] = [Span(last[-1].start, row[0].end), *row[1:]]
        else:
            joined.append(list(row))
    return joined


def _is_table(lines: Sequence[Line], rows: Sequence[Sequence[Span]], rule: int) -> bool:
    """Whether rows of pipes are a table and not crumbs, a menu, a title with a site's name, or a formula."""
    if len(rows) < 2:
        return False
    counts = sorted(len(row) for row in rows)
    width = counts[-1]
    if width < 2:
        return False
    alike = sum(count >= width - 1 for count in counts)
    if rule or all(line.text[0] in "|│┃║" for line in lines):
        return alike * 2 >= len(rows)
    if not all(_FREE.search(line.text) for line in lines):
        return False
    usual = counts[len(counts) // 2]
    same = sum(count == usual for count in counts)
    return usual >= 2 and same * 3 >= len(rows) * 2 and (len(rows) >= 3 or usual >= 3)
