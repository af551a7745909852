"""Goes through the lines of a text and asks each reader of tables in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.reading.lines import Line
from extract.reading.names import Names
from extract.reading.pieces import Grid
from extract.reading.tables import pipes
from extract.reading.tables.shape import Shaper

Reader = Callable[[str, Sequence[Line], int, Shaper], tuple[Grid | None, int]]
_READERS: tuple[Reader, ...] = (pipes.read,)


def find_tables(text: str, lines: Sequence[Line], names: Names) -> dict[int, tuple[Grid, int]]:
    """Number of a table's first line -> its grid and the number of the line behind it."""
    shaper = Shaper(text, names)
    found: dict[int, tuple[Grid, int]] = {}
    # Where a reader gave up on a run of lines it is not asked again inside it: reading stays linear.
    again = [0] * len(_READERS)
    at = 0
    while at < len(lines):
        stop = at + 1
        for number, reader in enumerate(_READERS):
            if again[number] > at:
                continue
            grid, behind = reader(text, lines, at, shaper)
            if grid is not None:
                found[at] = grid, behind
                stop = behind
                break
            again[number] = behind
        at = stop
    return found
