"""Pages of synthetic articles: blocks of text, and how text, Markdown and HTML pages show them."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

PLAIN: Final = ("piped", "ruled", "open", "bare", "tabs", "spaces", "lines")
"""The forms of a table in saved text that keep every cell apart."""

MARKERS: Final = ("- ", "• ", "* ", "- •", "-\n", "#")
"""Before the items of a list in saved text; ``#`` numbers them, a line break leaves the dash alone."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    text: str
    level: int = 2

    @property
    def words(self) -> str:
        """What it says."""
        return self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together. ``zone`` says of what: the article, an advert, a caption."""

    text: str
    zone: str = "article"

    @property
    def words(self) -> str:
        """What it says."""
        return self.text


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]
    marker: str = "- "

    @property
    def words(self) -> str:
        """What it says."""
        return " ".join(self.items)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``form`` is its look in saved text."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    form: str = "piped"

    @property
    def words(self) -> str:
        """What it says."""
        return " ".join(cell for row in (self.header, *self.rows) for cell in row)


@dataclass(frozen=True, slots=True)
class Menu:
    """Links around the article, ``place`` is ``top`` or ``bottom``."""

    items: tuple[str, ...]
    place: str = "top"

    @property
    def words(self) -> str:
        """What it says."""
        return " ".join(self.items)


Block = Heading | Paragraph | Bullets | Grid | Menu


def length(blocks: Sequence[Block]) -> int:
    """The number of words."""
    return sum(len(block.words.split()) for block in blocks)


def as_text(blocks: Sequence[Block], rng: Random) -> str:
    """A page as saved text: no markup, one or two line breaks between blocks."""
    gap = rng.choice(("\n", "\n\n"))
    return gap.join(_text(block) for block in blocks) + "\n"


def _text(block: Block) -> str:
    if isinstance(block, Grid):
        return "\n".join(GRIDS[block.form](block))
    if isinstance(block, Bullets):
        numbered = block.marker == "#"
        marks = [f"{at}. " if numbered else block.marker for at in range(1, len(block.items) + 1)]
        return "\n".join(mark + item for mark, item in zip(marks, block.items, strict=True))
    return "\n".join(block.items) if isinstance(block, Menu) else block.text


def cells_of(grid: Grid) -> Iterator[tuple[str, ...]]:
    """The rows of a table, its header first."""
    yield grid.header
    yield from grid.rows


def _piped(grid: Grid) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in cells_of(grid)]


def _ruled(grid: Grid) -> list[str]:
    lines = _piped(grid)
    return [lines[0], "|" + "---|" * len(grid.header), *lines[1:]]


def _open(grid: Grid) -> list[str]:
    lines = [" | ".join(row) for row in cells_of(grid)]
    return [lines[0], "|".join(["---"] * len(grid.header)), *lines[1:]]


def _bare(grid: Grid) -> list[str]:
    return [" | ".join(row) for row in cells_of(grid)]


def _tabs(grid: Grid) -> list[str]:
    return ["\t".join(row) for row in cells_of(grid)]


def _spaces(grid: Grid) -> list[str]:
    widths = [max(len(row[column]) for row in cells_of(grid)) + 3 for column in range(len(grid.header))]
    padded = (zip(row, widths, strict=True) for row in cells_of(grid))
    return ["".join(cell.ljust(width) for cell, width in row).rstrip() for row in padded]


def _lines(grid: Grid) -> list[str]:
    return [line for row in cells_of(grid) for cell in row for line in (cell, "|")]


def _glued(grid: Grid) -> list[str]:
    return ["".join(cell for row in cells_of(grid) for cell in row)]


GRIDS: Final[dict[str, Callable[[Grid], list[str]]]] = {
    "piped": _piped,
    "ruled": _ruled,
    "open": _open,
    "bare": _bare,
    "tabs": _tabs,
    "spaces": _spaces,
    "lines": _lines,
    "glued": _glued,
}


def as_markdown(blocks: Sequence[Block], rng: Random) -> str:
    """A page as Markdown with tables."""
    bullet = rng.choice(("- ", "* ", "1. "))
    return "\n\n".join(_markdown(block, bullet) for block in blocks) + "\n"


def _markdown(block: Block, bullet: str) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.text}"
    if isinstance(block, Grid):
        return "\n".join(_ruled(block))
    if isinstance(block, Bullets):
        return "\n".join(bullet + item for item in block.items)
    if isinstance(block, Menu):
        return " | ".join(f"[{item}](/)" for item in block.items)
    return f"> {block.text}" if block.zone == "advert" else block.text


def as_html(blocks: Sequence[Block], rng: Random) -> str:
    """A page as HTML: navigation, main text, asides, footer."""
    title = next(html.escape(block.text) for block in blocks if isinstance(block, Heading))
    above = "".join(_html(block) for block in blocks if isinstance(block, Menu) and block.place == "top")
    below = "".join(_html(block) for block in blocks if isinstance(block, Menu) and block.place == "bottom")
    main = "\n".join(_html(block) for block in blocks if not isinstance(block, Menu))
    wrap = rng.choice(("article", "main"))
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    body = f"<header><nav>{above}</nav></header>\n<{wrap}>\n{main}\n</{wrap}>\n<footer>{below}</footer>"
    return f'<!DOCTYPE html>\n<html lang="en">\n{head}\n<body>\n{body}\n</body>\n</html>\n'


def _html(block: Block) -> str:
    if isinstance(block, Grid):
        return _html_table(block)
    if isinstance(block, (Bullets, Menu)):
        return "<ul>" + "".join(f"<li>{html.escape(item, quote=False)}</li>" for item in block.items) + "</ul>"
    text = html.escape(block.text, quote=False)
    if isinstance(block, Heading):
        return f"<h{block.level}>{text}</h{block.level}>"
    if block.zone == "advert":
        return f'<aside class="ad"><p>{text}</p></aside>'
    return f"<figure><figcaption>{text}</figcaption></figure>" if block.zone == "caption" else f"<p>{text}</p>"


def _html_table(grid: Grid) -> str:
    def row(cells: Sequence[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(cell, quote=False)}</{tag}>" for cell in cells) + "</tr>"

    body = "\n".join(row(cells, "td") for cells in grid.rows)
    return f"<table>\n<thead>{row(grid.header, 'th')}</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
