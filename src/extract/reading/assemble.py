"""Refined pieces to the blocks and tables of a document: indexes, headings above, introductions."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from extract.model import Block, BlockKind, Cell, Span, Table, Zone
from extract.reading.cues import cues
from extract.reading.lines import ends_with_colon, unadorned
from extract.reading.money import DIGITS, MARK, TAIL
from extract.reading.pieces import Grid, Piece

_TITLES = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_LONGEST_HEAD = 5
_LONGEST_SUM = 8
_SUM = re.compile(rf"{MARK}\s?\d|{DIGITS}\s?{TAIL}")


def assemble(text: str, pieces: Sequence[Piece]) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """Blocks and tables of a text, in order."""
    blocks: list[Block] = []
    tables: list[Table] = []
    seen: dict[tuple[tuple[str, ...], ...], int] = {}
    open_headings: list[tuple[int, int]] = []
    before: dict[int, list[tuple[int, int]]] = {}
    parents: list[int] = []
    for index, piece in enumerate(pieces):
        _close(open_headings, before, pieces, piece.start)
        if piece.is_heading:
            if piece.reach is not None:
                before[index] = open_headings.copy()
            while open_headings and open_headings[-1][0] >= piece.rank:
                open_headings.pop()
        above = tuple(number for _, number in open_headings)
        level = 0
        if piece.is_heading:
            open_headings.append((piece.rank, index))
            level = min(len(open_headings), 6)
        elif piece.is_item:
            level = piece.depth
        intro = _intro(pieces, index, parents)
        table = None
        if piece.grid is not None:
            table = len(tables)
            tables.append(_table(text, piece.grid, table, seen))
        blocks.append(
            Block(index, piece.kind, piece.start, piece.end, piece.zone, level, above, intro, piece.label, table)
        )
    return tuple(blocks), tuple(tables)


def _close(
    open_headings: list[tuple[int, int]], before: dict[int, list[tuple[int, int]]], pieces: Sequence[Piece], start: int
) -> None:
    """Ends headings whose part of the page ends above ``start``; what was open ``before`` goes on."""
    while ended := [number for _, number in open_headings if _reach(pieces[number]) <= start]:
        open_headings[:] = before[ended[0]]


def _reach(piece: Piece) -> float:
    return math.inf if piece.reach is None else piece.reach


def _intro(pieces: Sequence[Piece], index: int, parents: list[int]) -> int | None:
    """The index of what introduces a list item; ``parents`` holds the open items by depth."""
    piece = pieces[index]
    if not piece.is_item:
        parents.clear()
        return index - 1 if _announced(pieces, index) else None
    if not parents:
        parents.append(_right_above(pieces, index))
    head = parents[piece.depth + 1] if len(parents) > piece.depth + 1 else -1
    if head >= 0 and _heads_items(pieces[head]) and not _heads_items(piece):
        # "- Electrician:" among the items is a heading of those below it.
        del parents[piece.depth + 2 :]
        parents.append(index)
        return head
    del parents[piece.depth + 1 :]
    intro = parents[-1]
    parents.append(index)
    return None if intro < 0 else intro


def _announced(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a paragraph stands below a few words and a colon, or is the sum in which the line above ends.

    ``Average pay:``; ``Bakers with five years of practice usually earn`` above ``$42K-$60K per year``.
    """
    piece, above = pieces[index], pieces[index - 1] if index else None
    if above is None or above.kind is not BlockKind.PARAGRAPH or piece.kind is not BlockKind.PARAGRAPH:
        return False
    return piece.zone is above.zone is Zone.ARTICLE and (_heads_items(above) or _ends_in(above, piece))


def _ends_in(above: Piece, piece: Piece) -> bool:
    """Whether a line breaks off behind a verb, and the next is a sum and its period."""
    unfinished = above.text[-1].isalpha() and cues().heading_verbs.at_end(above.words)
    return unfinished and len(piece.words) <= _LONGEST_SUM and _SUM.match(piece.text) is not None


def _heads_items(piece: Piece) -> bool:
    """Whether an item is a few words and a colon."""
    return ends_with_colon(piece.text) and len(piece.words) <= _LONGEST_HEAD


def _right_above(pieces: Sequence[Piece], index: int) -> int:
    """The nearest paragraph or heading of the article above a list's first item, -1 where there is none."""
    at = index - 1
    while at >= 0 and pieces[at].zone not in (Zone.ARTICLE, Zone.QUESTION):
        at -= 1
    same = pieces[index].zone is Zone.ARTICLE
    return at if same and at >= 0 and pieces[at].kind in _TITLES else -1


def _table(text: str, grid: Grid, index: int, seen: dict[tuple[tuple[str, ...], ...], int]) -> Table:
    header, *rows = (
        tuple(Cell(number, column, *unadorned(text, span.start, span.end)) for column, span in enumerate(row))
        for number, row in enumerate((grid.header, *grid.rows), start=-1)
    )
    key = tuple(tuple(_key(text, span) for span in row) for row in (grid.header, *grid.rows))
    first = seen.setdefault(key, index)
    repeats = None if first == index else first
    return Table(index, grid.start, grid.end, header, tuple(rows), grid.form, repeats, grid.note, grid.title)


def _key(text: str, span: Span) -> str:
    return "".join(text[span.start : span.end].casefold().split())
