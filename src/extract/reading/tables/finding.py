"""Goes through the lines of a text and asks each reader of tables in turn.

Marked tables come first: pipes, frames, tabs, columns. They teach how a repetition without marks is to be cut. What
is left is read by the shape of its rows alone, more carefully.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from extract.reading.furniture import is_button
from extract.reading.lines import Line
from extract.reading.names import Names
from extract.reading.pieces import Grid
from extract.reading.tables import (
    barred,
    cards,
    closed,
    described,
    figured,
    flat,
    gaps,
    grouped,
    numbered,
    pipes,
    prefixed,
    run_together,
    sentenced,
    separated,
    shares,
    tagged,
    tiered,
    under,
    upright,
)
from extract.reading.tables.cut import uncut
from extract.reading.tables.echo import Echoes
from extract.reading.tables.opposed import parted
from extract.reading.tables.shape import Shaper
from extract.reading.tables.splitting import CamelWords

Reader = Callable[[str, Sequence[Line], int, Shaper], tuple[Grid | None, int]]
Found = dict[int, tuple[Grid, int]]

# With the signs of which a text has one that holds such a table; any text where none is given.
_MARKED: tuple[tuple[Reader, str], ...] = (
    (tagged.read, "<"),
    (closed.read, "|"),
    (pipes.read_flat, "|"),
    (pipes.read, ""),
    (barred.read, "|│"),
    (upright.read_piped, "|│"),
    (gaps.read_tabs, "\t"),
    (prefixed.read, ""),
    (gaps.read_aligned, ""),
    (tiered.read_upright, ""),
)
_UNMARKED: tuple[Reader, ...] = (
    under.read,
    numbered.read,
    tiered.read,
    separated.read,
    separated.read_values,
    grouped.read,
    run_together.read_glued,
    run_together.read_line,
    figured.read_named,
    sentenced.read,
    described.read,
    run_together.read_spaced,
    run_together.read_below_roles,
    figured.read_wrapped,
    figured.read_dated,
    figured.read_figured,
    figured.read_headless,
    flat.read,
    upright.read_bare,
    cards.read_ends,
    shares.read,
    cards.read_sheet,
    cards.read,
)


def find_tables(text: str, lines: Sequence[Line], names: Names, camel: CamelWords) -> Found:
    """Number of a table's first line -> its grid and the number of the line behind it."""
    shaper = Shaper(text, names, camel)
    kept = uncut(lines)
    shown = [lines[number] for number in kept]
    marked = [reader for reader, signs in _MARKED if not signs or any(sign in text for sign in signs)]
    found = _scan(text, shown, marked, shaper, {})
    if found:
        echoes = Echoes(text, [grid for grid, _ in found.values()])
        found |= _scan(text, shown, (lambda _text, some, at, _shaper: echoes.read(some, at),), shaper, _taken(found))
    # "View more" below a card is none of its labels, and ends it.
    buttons = {number: number + 1 for number, line in enumerate(shown) if is_button(line.text)}
    found |= _scan(text, shown, _UNMARKED, shaper, buttons | _taken(found))
    return {kept[first]: (parted(text, grid, shaper), kept[behind - 1] + 1) for first, (grid, behind) in found.items()}


def _taken(found: Found) -> dict[int, int]:
    return {first: behind for first, (_, behind) in found.items()}


def _scan(
    text: str, lines: Sequence[Line], readers: Sequence[Reader], shaper: Shaper, taken: Mapping[int, int]
) -> Found:
    """The tables that readers find outside of the lines taken: number of the first -> number of the one behind."""
    found: Found = {}
    first = 0
    for start, behind in [*sorted(taken.items()), (len(lines), 0)]:
        for at, (grid, stop) in _scan_part(text, lines[first:start], readers, shaper):
            found[first + at] = grid, first + stop
        first = max(first, behind)
    return found


def _scan_part(
    text: str, lines: Sequence[Line], readers: Sequence[Reader], shaper: Shaper
) -> Iterator[tuple[int, tuple[Grid, int]]]:
    # Where a reader gave up on a run of lines it is not asked again inside it: reading stays linear.
    again = [0] * len(readers)
    at = 0
    while at < len(lines):
        stop = at + 1
        for number, reader in enumerate(readers):
            if again[number] > at:
                continue
            grid, behind = reader(text, lines, at, shaper)
            if grid is not None:
                grid.start = min(grid.start, lines[at].start)
                yield at, (grid, behind)
                stop = behind
                break
            again[number] = behind
        at = stop
