"""Tables of narrow screens: the header one cell a line, then each cell on a line of its own behind its header.

``Town``, ``Low``, ``High``, ``TownLeeds``, ``Low£24,000``, ``High£31,000``: what a style puts before each cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper

_FEWEST, _MOST = 2, 8
_FEWEST_ROWS = 2
_MAX_HEADER = 7
"""In words."""
_BETWEEN = " :\t"
_MAX_GAP = 2


def read(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The table whose header starts at a line."""
    for width in range(_FEWEST, min(_MOST, (len(lines) - at) // 2) + 1):
        if not lines[at + width].text.startswith(lines[at].text):
            continue
        header = lines[at : at + width]
        if any(len(line.words) > _MAX_HEADER or ends_sentence(line.text) or line.marker for line in header):
            break
        rows = list(_rows(lines, at + width, header))
        if len(rows) >= _FEWEST_ROWS:
            cells = [[Span(line.start, line.end) for line in header], *rows]
            return shaper.grid(cells, "upright", ruled=True), at + width * (len(rows) + 1)
    return None, at + 1


def _rows(lines: Sequence[Line], at: int, header: Sequence[Line]) -> Iterator[list[Span]]:
    """The cells behind the names of their columns, as long as these come again."""
    while at + len(header) <= len(lines):
        cells = [_behind(line, head) for line, head in zip(lines[at:], header, strict=False)]
        if None in cells:
            return
        yield [cell for cell in cells if cell is not None]
        at += len(header)


def _behind(line: Line, head: Line) -> Span | None:
    """What stands behind the name of its column; None where the line does not begin with that, or ends with it."""
    if not line.text.startswith(head.text) or line.gap > _MAX_GAP:
        return None
    rest = line.text[len(head.text) :].lstrip(_BETWEEN)
    return Span(line.end - len(rest), line.end) if rest else None
