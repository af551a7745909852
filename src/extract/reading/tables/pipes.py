"""Tables with ``|`` between cells: with and without outer pipes, a row of dashes, a frame of ``+---+``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Span
from extract.reading.lines import Line
from extract.reading.money import DIGIT, has_figure
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper, trim

_PIPE = re.compile(r"[|│┃║](?<!\\.)")
_ENDS = "|│┃║"
# A line of nothing but dashes, pipes and corners, with two dashes somewhere.
_RULE = re.compile(r"(?=.*[-=–—─━═])[\s|:│┃║+=\-–—─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛]{3,}")
# In free text a pipe between cells has blanks beside it, or ends the line.
_FREE = re.compile(r"\s[|│┃║]\s|^[|│┃║]|[|│┃║]$")
# The row of dashes of a table that was put on one line.
_FLAT_RULE = re.compile(r"\|\s{1,3}\|?(?:\s?:?-{2,60}:?\s?\|){2,40}")
_DASHES = re.compile(r"-{2,60}")
_RULED_CELL = re.compile(r":?-{2,60}:?")
_FEWEST_TORN, _FEWEST_PAIRS = 3, 3
_MAX_ROWS = 2000
_LONGEST_ROW = 200
"""Characters of a line that is a row although blank lines part the rows."""
_MAX_COLUMNS = 60


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """A table that starts at a line and the number of the line behind it; else None and where to go on."""
    if not (_is_row(lines[at]) or _is_frame(lines, at)):
        return None, at + 1
    rows: list[list[Span]] = []
    opened: list[bool] = []
    ruled = False
    under = 0
    stop = at
    while stop < len(lines) and stop - at < _MAX_ROWS and _goes_on(lines, at, stop):
        line = lines[stop]
        if _RULE.fullmatch(line.text):
            if _below_other_rows(text, line, rows):
                # "12 May | 6 min read" above the header: no row of this table.
                return None, stop - 1
            if ruled and len(rows) - under > 2 and _heads_another(lines, stop, rows[-1]):
                rows, opened, stop = rows[:-1], opened[:-1], stop - 1
                break
            ruled = ruled or len(rows) == 1
            under = len(rows)
        else:
            rows.append(cells(text, line.start, line.end)[:_MAX_COLUMNS])
            opened.append(line.text[0] in _ENDS)
        stop += 1
    rows, opened, ruled = _with_torn_header(text, lines[at:stop], rows, opened, ruled)
    rows = [row for row in _join_torn(text, _with_first_cells(rows, opened)) if any(len(cell) for cell in row)]
    again = _next_header(rows, shaper)
    if again:
        # A second table right below starts with a header of its own.
        stop = next(number for number in range(at, stop) if lines[number].end >= rows[again][0].end)
        rows = rows[:again]
    if not _is_table(lines[at:stop], rows, ruled):
        return None, stop
    form = "box" if lines[at].text[0] not in _ENDS and _RULE.fullmatch(lines[at].text) else "pipe"
    return _grid(text, lines[at:stop], rows, form, shaper, ruled=ruled), stop


def _grid(
    text: str, lines: Sequence[Line], rows: list[list[Span]], form: str, shaper: Shaper, *, ruled: bool
) -> Grid | None:
    """The grid of some rows. ``Pay at a glance| Job | Early | Late |``: a title that ran into a header is no cell."""
    title = None
    framed = ruled and lines[0].text[0] not in _ENDS and all(line.text[0] in _ENDS for line in lines[1:])
    if framed and len(rows[0]) == len(cells(text, lines[1].start, lines[1].end)) + 1:
        title, rows = rows[0][0], [rows[0][1:], *rows[1:]]
    grid = shaper.grid(rows, form, ruled=ruled, end=lines[-1].end)
    if grid is not None and title is not None:
        grid.title = title
    return grid


def _below_other_rows(text: str, rule: Line, rows: Sequence[Sequence[Span]]) -> bool:
    """Whether a row of dashes stands below a header as wide as it is, and that one below rows that are not."""
    if len(rows) < 2 or "|" not in rule.text:
        return False
    width = len(cells(text, rule.start, rule.end))
    return width > 2 and len(rows[-1]) == width and all(len(row) < width for row in rows[:-1])


def _with_torn_header(
    text: str, lines: Sequence[Line], rows: list[list[Span]], opened: list[bool], ruled: bool
) -> tuple[list[list[Span]], list[bool], bool]:
    """Rows, how they open and whether they have a header, which may be all lines above a row of dashes together."""
    labels = next((number for number, line in enumerate(lines) if not _is_label(line)), 0)
    if 1 < labels < len(rows) and len(rows[labels]) == labels:
        # "Trade |" / "Pay |": a line for each cell.
        return [[cell for row in rows[:labels] for cell in row], *rows[labels:]], opened[labels - 1 :], True
    above = 0 if ruled else next((number for number, line in enumerate(lines) if _RULE.fullmatch(line.text)), 0)
    header = cells(text, lines[0].start, lines[above - 1].end) if above > 1 and "|" in lines[above].text else []
    # A cell that begins a line has the line's end before it.
    header = [Span(cell.end - len(text[cell.start : cell.end].lstrip()), cell.end) for cell in header]
    width = len(cells(text, lines[above].start, lines[above].end))
    if len(header) < _FEWEST_TORN or len(header) != width or not all(map(len, header)):
        return rows, opened, ruled
    return [header, *rows[above:]], [opened[0], *opened[above:]], True


def read_flat(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """A whole table on one line, its rows after each other: ``| A | B | |---|---| | 1 | 2 |``."""
    line = lines[at]
    rule = _FLAT_RULE.search(line.text)
    if rule is None or _RULE.fullmatch(line.text):
        return None, at + 1
    width = len(_DASHES.findall(rule[0]))
    spans = cells(text, line.start, line.end)
    first = next(number for number, cell in enumerate(spans) if _RULED_CELL.fullmatch(text, cell.start, cell.end))
    header = spans[max(0, first - 1 - width) : first - 1]
    rows = [spans[start : start + width] for start in range(first + width + 1, len(spans), width + 1)]
    rows = [row for row in rows if any(map(len, row))]
    if len(header) != width or not rows:
        return None, at + 1
    return shaper.grid([header, *rows], "pipe", ruled=True, end=line.end), at + 1


def _heads_another(lines: Sequence[Line], rule: int, row: Sequence[Span]) -> bool:
    """Whether a row of dashes that stands under labels, with rows above and below, begins a second table."""
    below = lines[rule + 1 : rule + 3]
    goes_on = len(below) > 0 and _is_row(below[0]) and not any(_RULE.fullmatch(line.text) for line in below)
    return goes_on and sum(len(cell) > 0 for cell in row) > 1 and not has_figure(lines[rule - 1].text)


def _next_header(rows: Sequence[Sequence[Span]], shaper: Shaper) -> int:
    """The number of a row that starts like the first and holds nothing but labels; 0 where none does."""
    if len(rows) < 4 or not len(rows[0][0]):
        return 0
    corner = shaper.words(rows[0][0])
    for number, row in enumerate(rows[2:-1], start=2):
        words = [shaper.words(cell) for cell in row]
        if words[0] == corner and len(row) == len(rows[0]) > 1 and all(map(shaper.is_name, words)):
            return number
    return 0


def _is_row(line: Line) -> bool:
    if line.marker and not _RULE.fullmatch(line.text):
        # "01. | Terraform | Jenkins": a marker that fills the first cell counts the rows.
        return line.rest.startswith(tuple(_ENDS))
    return bool(_PIPE.search(line.text))


def _is_frame(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the upper edge of a frame."""
    edge = lines[at].text
    corner = edge[0] in "+┌╔╒" and bool(_RULE.fullmatch(edge))
    return corner and at + 1 < len(lines) and lines[at + 1].text[0] in _ENDS


def _goes_on(lines: Sequence[Line], at: int, number: int) -> bool:
    """Whether a line belongs to the same table; framed rows may have a blank line between them."""
    line, before = lines[number], lines[number - 1]
    if number == at:
        return True
    rule = bool(_RULE.fullmatch(line.text))
    if not (_is_row(line) or (rule and line.gap == 0 and (number == at + 1 or line.text[0] in "+├└╠╚╞╘"))):
        return False
    framed = line.text[0] in _ENDS and before.text[0] in _ENDS
    return line.gap == 0 or (line.gap <= 1 and (framed or _parted_row(lines[at:number], line)))


def _parted_row(above: Sequence[Line], line: Line) -> bool:
    """Whether a line below a blank one is a row: figures in it and in the row above it, which has as many pipes.

    Above the first such row is the header, or a line for each of its cells: ``Trade |``, ``Pay |``.
    """
    if not has_figure(line.text) or max(len(line.text), len(above[-1].text)) > _LONGEST_ROW:
        return False
    pipes = len(_PIPE.findall(line.text))
    if len(_PIPE.findall(above[-1].text)) == pipes:
        return len(above) == 1 or has_figure(above[-1].text)
    return len(above) == pipes > 1 and all(map(_is_label, above))


def _is_label(line: Line) -> bool:
    """``Trade |``: words and a pipe that closes them."""
    return line.text[-1] in _ENDS and len(_PIPE.findall(line.text)) == 1 and not has_figure(line.text)


def cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a row; pipes at its ends are no cells."""
    first = start + 1 if _PIPE.match(text, start, end) else start
    last = end
    if last - 1 > first and text[last - 1] in _ENDS and text[last - 2] != "\\":
        last -= 1
    spans = []
    for mark in _PIPE.finditer(text, first, last):
        spans.append(trim(text, first, mark.start()))
        first = mark.end()
    spans.append(trim(text, first, last))
    return spans


def _with_first_cells(rows: Sequence[list[Span]], opened: Sequence[bool]) -> list[list[Span]]:
    """`` | Baker | Cook |`` above ``Pay | 30 | 34 |``: where few rows open with a pipe, an empty cell is before it."""
    width = max(map(len, rows), default=0)
    few = sum(opened) * 2 < len(rows)
    return [
        [Span(row[0].start, row[0].start), *row] if few and opens and len(row) == width - 1 else row
        for row, opens in zip(rows, opened, strict=True)
    ]


def _join_torn(text: str, rows: Sequence[list[Span]]) -> list[list[Span]]:
    """Joins rows whose last cell was broken over two lines, with no pipe at the break."""
    joined: list[list[Span]] = []
    width = len(rows[0]) if rows else 0
    for row in rows:
        last = joined[-1] if joined else None
        if last and len(last) < width and len(last) + len(row) - 1 == width and _torn(text, last[-1], row[0]):
            last[-1:] = [Span(last[-1].start, row[0].end), *row[1:]]
        else:
            joined.append(list(row))
    return joined


def _torn(text: str, above: Span, below: Span) -> bool:
    """Whether only a line end, no pipe, stands between two cells."""
    return len(above) > 0 and len(below) > 0 and text[above.end : below.start].strip(" \t") == "\n"


def _is_table(lines: Sequence[Line], rows: Sequence[Sequence[Span]], ruled: bool) -> bool:
    """Whether rows of pipes are a table and not crumbs, a menu, a title with a site's name, or a formula."""
    counts = sorted(len(row) for row in rows)
    if len(rows) < 2 or counts[-1] < 2:
        return False
    width = counts[-1]
    alike = sum(count >= width - 1 for count in counts)
    if ruled or all(line.text[0] in _ENDS for line in lines):
        return alike * 2 >= len(rows)
    if not all(_FREE.search(line.text) for line in lines):
        # "City|Baker|Cook" over "Rome|€30k|€34k": pipes without blanks part cells where all rows below hold figures.
        figures = sum(DIGIT.search(line.text) is not None for line in lines[1:])
        wide = counts[-1] > 2 or len(rows) > _FEWEST_PAIRS
        return counts[0] == counts[-1] and wide and figures == len(rows) - 1 > 1
    usual = counts[len(counts) // 2]
    same = sum(abs(count - usual) <= 1 for count in counts)
    return usual >= 2 and same * 3 >= len(rows) * 2 and (len(rows) >= 3 or usual >= 3)
