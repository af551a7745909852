"""Tables with one cell a line whose header nobody knows: as many figures behind each label, of one line or two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.shape import CellKind, Shaper, kind_of

_MAX_LINES = 400
_FEWEST_ROWS, _FEWEST_COLUMNS, _MAX_COLUMNS = 3, 2, 10
_LONGEST_LEAD = 2
"""Lines of a row's label."""
_MAX_LABEL = 7
"""In words."""
# What a figure may stand beside in its cell.
_UNITS = re.compile(
    r"\b(?:per|an?|hour|hourly|week|weekly|month|monthly|year|yearly|annum|annual|annually|lakhs?|lpa|crores?|million|(?-i:[A-Z]{3})|rs|yr|hr|mo|pa)\b\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def by_figures(lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The table that starts at a line: the runs of figures tell its width, and a row's label more stands above.

    ``L3`` over ``Entry level`` are one label.
    """
    labels = _run(lines, at, figures=False)
    width = _run(lines, at + labels, figures=True) + 1
    header, lead = [line.text for line in lines[at : at + width]], labels - width
    known = 1 <= lead <= _LONGEST_LEAD and _FEWEST_COLUMNS <= width <= _MAX_COLUMNS
    if not known or not _is_header(header, shaper):
        return None, at + 1
    rows: list[list[Span]] = []
    first = at + width
    while len(rows) * width < _MAX_LINES and (row := _row(lines, first, lead, width)):
        rows.append(row)
        first += width + lead - 1
    if len(rows) < _FEWEST_ROWS or not _even(rows, shaper):
        return None, at + 1
    cells = [[Span(line.start, line.end) for line in lines[at : at + width]], *rows]
    return shaper.grid(cells, "upright", ruled=True), first


def _is_header(header: Sequence[str], shaper: Shaper) -> bool:
    """Whether labels head columns: the first says what rows are, another is a term; of two the second is pay."""
    opens = shaper.is_name(header[0]) or shaper.is_name(header[0].split(" ", 1)[0])
    if len(header) == _FEWEST_COLUMNS:
        return opens and not shaper.is_role(header[0]) and shaper.says_pay(header[1])
    return opens and any(map(shaper.is_header_word, header[1:]))


def _run(lines: Sequence[Line], at: int, *, figures: bool) -> int:
    """How many lines from here on are figures, or short labels."""
    count = 0
    while at + count < len(lines) and count <= _MAX_COLUMNS + 1:
        line = lines[at + count]
        apart = line.gap > 1 and count > 0
        if apart or (not _is_figure(line) if figures else not _is_label(line)):
            break
        count += 1
    return count


def _is_figure(line: Line) -> bool:
    """Whether a line is a figure and no more than what it is for, or stands for one that nobody knows."""
    return _tells_figure(line.text, bool(line.marker))


@lru_cache(maxsize=1024)
def _tells_figure(words: str, marked: bool) -> bool:
    kind = kind_of(words)
    if kind is CellKind.EMPTY:
        return True
    return kind is not CellKind.TEXT and not marked and not _WORD.search(_UNITS.sub("", words))


def _is_label(line: Line) -> bool:
    """Whether a line is a few words that are no sentence."""
    plain = not line.marker and not ends_sentence(line.text) and line.text[-1] not in ":,;?" and ": " not in line.text
    return plain and 0 < len(line.text.split()) <= _MAX_LABEL and not _is_figure(line)


def _row(lines: Sequence[Line], first: int, lead: int, width: int) -> list[Span]:
    """The cells of a row that starts at a line with a label of so many lines; none where no row does."""
    row = lines[first : first + lead + width - 1]
    if len(row) < lead + width - 1 or not all(map(_is_label, row[:lead])) or any(line.gap > 1 for line in row):
        return []
    behind = [line for line in lines[first + len(row) : first + len(row) + 1] if line.gap <= 1]
    if not all(map(_is_figure, row[lead:])) or any(map(_is_figure, behind)):
        return []
    return [Span(row[0].start, row[lead - 1].end), *(Span(line.start, line.end) for line in row[lead:])]


def _even(rows: Sequence[Sequence[Span]], shaper: Shaper) -> bool:
    """Whether the cells below each other are of one kind, money among them."""
    columns = [
        {kind_of(shaper.words(row[column])) for row in rows} - {CellKind.EMPTY} for column in range(1, len(rows[0]))
    ]
    return all(len(kinds) <= 1 for kinds in columns) and {CellKind.MONEY} in columns
