"""Tables whose header, or every row, has a sign between cells that is no pipe: ``City / Nurse / Midwife``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.shape import CellKind, Shaper, is_value, kind_of
from extract.reading.tables.splitting import spaced

# A row of dots, of any length, is one sign.
_SIGN = re.compile(r"\s(?:([/·•;>–—→])|(\.)\.{2,}|(_)_{2,})\s")
_GROUPS = re.compile(r"\d,\d{3}(?!\d)")
# A value up to the sign behind it: in quotation marks, or without any.
_VALUE = {
    sign: re.compile(rf'(?:^|(?<={sign}))\s*+(?:"(?P<quoted>[^"]*+)"|(?P<plain>[^"{sign}]*+))\s*+(?={sign}|$)')
    for sign in ",;"
}
_MAX_HEADER = 160
_MAX_ROWS = 200
_MAX_COLUMNS = 8
_MAX_LABEL = 40


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """A table that starts with a header of labels with the same sign between them."""
    head = lines[at]
    found = None if head.marker or len(head.text) > _MAX_HEADER else _SIGN.search(head.text)
    if found is None or at + 2 >= len(lines):
        return None, at + 1
    sign = found[found.lastindex or 0]
    header = _parts(head, sign)
    if not _is_header(header, shaper):
        return None, at + 1
    rows: list[list[Span]] = []
    for line in lines[at + 1 : at + _MAX_ROWS]:
        row = _row(text, line, sign, len(header), shaper)
        if row is None or line.gap != lines[at + 1].gap:
            break
        rows.append(row)
    if len(rows) < 2:
        return None, at + 1
    return shaper.grid([header, *rows], "separated", ruled=True), at + 1 + len(rows)


def read_values(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Values with commas or semicolons between them, some in quotation marks, below a header of labels."""
    head = lines[at]
    signs = [sign for sign in ",;" if head.text.count(sign) > 0]
    if head.marker or len(head.text) > _MAX_HEADER or not signs or ends_sentence(head.text):
        return None, at + 1
    for sign in signs:
        header = _values(head, sign)
        if not header or not (_is_header(header, shaper) or _is_listed(lines, at, sign, header, shaper)):
            continue
        first = shaper.words(header[0])
        if not (shaper.is_corner(first) or shaper.is_header_word(first)):
            continue
        rows = []
        for line in lines[at + 1 : at + _MAX_ROWS]:
            row = _values(line, sign)
            if len(row) != len(header) or line.gap or line.marker or _cuts_sums(text, row):
                break
            rows.append(row)
        if len(rows) >= 2:
            return shaper.grid([header, *rows], "separated", ruled=True), at + 1 + len(rows)
    return None, at + 1


def _cuts_sums(text: str, row: Sequence[Span]) -> bool:
    """``Ghent: €41,200``: whether every sign is the comma within a sum, and parts no values."""
    edges = [text[cell.end - 1 : cell.end + 4] for cell in row[:-1]]
    return bool(edges) and all(map(_GROUPS.match, edges))


def _is_listed(lines: Sequence[Line], at: int, sign: str, header: Sequence[Span], shaper: Shaper) -> bool:
    """Whether short values of a line head as many of each line below, names of roles first: ``Role;Tasks;Tools``."""
    if not 3 <= len(header) <= _MAX_COLUMNS or sign != ";":
        return False
    below = [_values(line, sign) for line in lines[at + 1 : at + 3]]
    even = len(below) > 1 and all(len(row) == len(header) and shaper.is_role(shaper.words(row[0])) for row in below)
    return even and all(0 < len(cell) <= _MAX_LABEL for cell in header)


def _values(line: Line, sign: str) -> list[Span]:
    """The values of a line; a sign within quotation marks parts none, and the marks are not of the value."""
    cells = []
    for found in _VALUE[sign].finditer(line.text):
        group = "quoted" if found["quoted"] is not None else "plain"
        start, end = found.span(group)
        words = line.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        cells.append(Span(line.start + start, line.start + max(start, end)))
    return cells


def _parts(line: Line, sign: str) -> list[Span]:
    """What stands between the signs of a line."""
    parts, start = [], line.start
    for mark in _SIGN.finditer(line.text):
        if mark[mark.lastindex or 0] == sign:
            parts.append(Span(start, line.start + mark.start()))
            start = line.start + mark.end()
    return [*parts, Span(start, line.end)]


def _is_header(header: Sequence[Span], shaper: Shaper) -> bool:
    """Whether all cells but the first are labels."""
    if not 2 <= len(header) <= _MAX_COLUMNS:
        return False
    known = [shaper.is_name(shaper.words(cell)) for cell in header]
    return all(known) if len(header) == 2 else all(known[1:])


def _row(text: str, line: Line, sign: str, columns: int, shaper: Shaper) -> list[Span] | None:
    """A label and figures, with the sign or with blanks between them; None where the line is something else."""
    if line.marker or line.gap > 1 or ends_sentence(line.text):
        return None
    row: list[Span] | None = _parts(line, sign)
    if row is not None and len(row) != columns:
        row = spaced(text, line.start, line.end, columns, shaper.label_length(line.text), shaper.camel)
    if (
        row is None
        or kind_of(shaper.words(row[0])) is CellKind.MONEY
        or not any(is_value(shaper.words(cell)) for cell in row[1:])
    ):
        return None
    return row
