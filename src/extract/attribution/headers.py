"""Second rows of headers: what columns hold, below whom, or the words of a header that go on in the next line."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.model import Cell, Table

_HAS_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def second_header(table: Table, words: Callable[[Cell], str], named: int | None) -> dict[int, Cell]:
    """Column -> its cell in a first row that is a second row of the header; ``named`` is the first column of a role."""
    if len(table.rows) < 2 or not table.header:
        return {}
    return going_on(table, words) or _said_again(table, words, named)


def going_on(table: Table, words: Callable[[Cell], str]) -> dict[int, Cell]:
    """``quartile`` below ``Lower`` and ``Upper``, and nothing below ``Median``: the words of a header that go on."""
    heads = {cell.column for cell in table.header if words(cell).strip()}
    cells = [cell for cell in table.rows[0] if words(cell).strip()] if table.rows else []
    below = {cell.column for cell in cells}
    plain = not any(_HAS_DIGIT.search(words(cell)) or words(cell).strip()[0].isupper() for cell in cells)
    part = below and below < heads and 0 not in below and len(heads) == len(table.header)
    return {cell.column: cell for cell in cells} if part and plain else {}


def _said_again(table: Table, words: Callable[[Cell], str], named: int | None) -> dict[int, Cell]:
    """What a first row says again and again, below roles, or other heads, with empty cells between."""
    heads = {cell.column: cell for cell in table.header}
    cells = [cell for cell in table.rows[0] if cell.column]
    empty = [cell for cell in cells if cell.column in heads and not words(heads[cell.column]).strip()]
    said = [words(cell).strip().lower() for cell in cells]
    again = len(set(said)) < len(said) and all(said)
    if not empty or not again or any(_HAS_DIGIT.search(word) and not _YEAR.fullmatch(word) for word in said):
        return {}
    filled = [cell.column for cell in table.header if cell.column and words(cell).strip()]
    in_turn = len(filled) > 1 and said == said[: len(said) // len(filled)] * len(filled)
    over = min(filled, default=None) if named is None and in_turn else named
    return {cell.column: cell for cell in cells} if over is not None and over < empty[0].column else {}
