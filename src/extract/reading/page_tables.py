"""Tables of HTML pages: spans unfolded, several header rows joined into one, lists in cells kept apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from extract.reading.cues import elements
from extract.reading.money import MONEY
from extract.reading.page_words import BREAK, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LAYOUT = elements("layout")
# A sum that is whole: behind the first half of a range its line goes on.
_SUM = re.compile(rf"(?:{MONEY.pattern})(?!.*(?:[-–—]|\bto)\s?$)")
_DIGIT = re.compile(r"\d")
# What an element says by its role that it is.
_TAGS = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "rowgroup": "tbody",
    "row": "tr",
    "columnheader": "th",
    "rowheader": "th",
    "cell": "td",
    "gridcell": "td",
}
# No table of an article is larger; a page may ask for a span of a billion.
_MAX_COLUMNS = 40
_MAX_ROWS = 1000
_MAX_LAYOUT_CELL = 600

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DataTable:
    """Cells as text. ``same`` maps a cell to the one that spans over it; the header is row -1."""

    header: list[str]
    rows: list[list[str]]
    same: dict[Place, Place]
    title: str


@dataclass(slots=True)
class _Grid:
    """A table being unfolded: words by place, and the origin of what spans over a place."""

    words: dict[Place, str] = field(default_factory=dict)
    origin: dict[Place, Place] = field(default_factory=dict)
    heads: dict[Place, bool] = field(default_factory=dict)
    width: int = 0


def table_of(element: HtmlElement) -> DataTable | None:
    """The data of a table element, or None where it only arranges the page."""
    layout = element.get("role") in {"presentation", "none"}
    if layout or next(element.iterdescendants(*_LAYOUT), None) is not None:
        return None
    rows = list(islice(element.iter("tr"), _MAX_ROWS))
    if len(rows) < 2:
        return None
    grid = _unfold(rows)
    longest = max(map(len, grid.words.values()), default=0)
    marked = any(grid.heads.values())
    if grid.width < 2 or not grid.words or (longest > _MAX_LAYOUT_CELL and not marked):
        return None
    heads = _header_rows(rows, grid)
    header = _joined(grid, heads) if heads else []
    body = [[_word(grid, row, column) for column in range(grid.width)] for row in range(heads, len(rows))]
    spans = any(origin != place for place, origin in grid.origin.items())
    body = [line for row in body for line in ([_one_line(row)] if spans else parted(row))]
    same = {
        (row - heads, column): (origin[0] - heads, origin[1])
        for (row, column), origin in grid.origin.items()
        if row >= heads and origin[0] >= heads and origin != (row, column)
    }
    caption = caption_of(element)
    return DataTable(
        _one_line(header), body, same, words_of(caption).replace(BREAK, " ") if caption is not None else ""
    )


def caption_of(element: HtmlElement) -> HtmlElement | None:
    """The caption of a table: its own, or that of the figure around it where it stands below the table."""
    own = element.find("caption")
    while own is None and element.getparent() is not None and element.getparent().tag in {"div", "figure"}:
        own, element = next(element.itersiblings("figcaption"), None), element.getparent()
    return own


def _one_line(row: Sequence[str], mark: str = BREAK) -> list[str]:
    """Cells whose lines are joined, with semicolons where each holds a sum: "$90k base" above "$120k total"."""
    lines = [cell.split(mark) for cell in row]
    return [("; " if all(map(_SUM.search, cell)) else " ").join(cell) for cell in lines]


def parted(row: Sequence[str], mark: str = BREAK) -> list[list[str]]:
    """A row whose cells hold the same number of lines each, label and all, as so many rows."""
    lines = [cell.split(mark) for cell in row]
    if len({len(cell) for cell in lines}) != 1:
        return [_one_line(row, mark)]
    return [list(line) for line in zip(*lines, strict=True)]


def _unfold(rows: Sequence[HtmlElement]) -> _Grid:
    """Every place of the grid with its words; what spans several places has an origin."""
    grid = _Grid()
    for number, row in enumerate(rows):
        column = 0
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        for cell in cells:
            while (number, column) in grid.origin:
                column += 1
            wide = _span(cell.get("colspan"), _MAX_COLUMNS - column)
            high = _span(cell.get("rowspan"), len(rows) - number)
            if column >= _MAX_COLUMNS:
                break
            grid.words[number, column] = words_of(cell)
            # A cell over the whole width is a heading inside the table: one cell, the others empty.
            wide = 1 if len(cells) == 1 and wide > 1 and column == 0 else wide
            for place in ((number + down, column + right) for down in range(high) for right in range(wide)):
                grid.origin.setdefault(place, (number, column))
                grid.heads[place] = cell.tag == "th"
            column += wide
        grid.width = max(grid.width, column)
    return grid


def _span(value: str | None, most: int) -> int:
    text = (value or "1").strip()
    if not text.isdecimal() or len(text) > 9:
        return 1
    # By the standard a rowspan of 0 goes on to the end of the table.
    return max(1, min(int(text) or most, most))


def _word(grid: _Grid, row: int, column: int) -> str:
    return grid.words.get(grid.origin.get((row, column), (row, column)), "")


def _header_rows(rows: Sequence[HtmlElement], grid: _Grid) -> int:
    """How many rows from the top are the header: those of ``thead``, or of header cells alone."""
    head = 0
    for number, row in enumerate(rows[:-1]):
        places = [(number, column) for column in range(grid.width) if (number, column) in grid.origin]
        in_head = row.getparent() is not None and row.getparent().tag == "thead"
        scoped = all(cell.get("scope") != "row" for cell in row)
        if not in_head and not (places and scoped and all(grid.heads[place] for place in places)):
            break
        head = number + 1
    return 2 if head < 2 and _has_lower_header(grid, len(rows)) else head


def _has_lower_header(grid: _Grid, rows: int) -> bool:
    """Whether the first cells span several columns each, and right below the columns are named one by one.

    Pages without header cells write ``City | Baker | Cook`` over ``Junior | Senior | Junior | Senior`` so.
    """
    over = {column: grid.origin.get((0, column)) for column in range(grid.width)}
    spanned = [column for column in range(1, grid.width) if list(over.values()).count(over[column]) > 1]
    corners = {_word(grid, 0, 0), _word(grid, 1, 0), ""}
    if rows < 3 or len({over[column] for column in spanned}) < 2 or len(corners) > 2:
        return False
    labels = [_word(grid, 1, column) for column in spanned]
    named = all(label and not _SUM.search(label) for label in (*labels, *(_word(grid, 0, c) for c in spanned)))
    apart = len({(over[column], label) for column, label in zip(spanned, labels, strict=True)}) == len(spanned)
    return named and apart and any(_DIGIT.search(_word(grid, 2, column)) for column in spanned)


def _joined(grid: _Grid, heads: int) -> list[str]:
    """The header's words column by column, from top to bottom, each said once."""
    header = []
    for column in range(grid.width):
        words = [_word(grid, row, column) for row in range(heads)]
        header.append(" ".join(dict.fromkeys(filter(None, words))))
    return header


def mark_tables(root: HtmlElement) -> None:
    """Makes elements that say by their ``role`` (WAI-ARIA 1.2) that they are a table, its rows or cells, just that."""
    for element in root.iter("div", "span", "section", "ul", "li", "p"):
        tag = _TAGS.get(element.get("role", ""))
        if tag is not None:
            element.tag = tag
