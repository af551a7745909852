"""Canonical text of formats with markup: rendered as plain text, each block with its place as it is written.

Headings stand on lines of their own, items behind ``- `` or their number, cells between pipes; blocks are a
blank line apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import BlockKind, Span
from extract.reading.lines import marker_of, unadorned
from extract.reading.pieces import Grid, Piece

Row = Sequence[str]
Place = tuple[int, int]


class Canvas:
    """Text that grows block by block. Words are taken as given, without blanks around them."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._parts: list[str] = []
        self._size = 0
        self._in_list = False

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    @property
    def size(self) -> int:
        """How many characters were written."""
        return self._size

    def _write(self, words: str) -> Span:
        self._parts.append(words)
        self._size += len(words)
        return Span(self._size - len(words), self._size)

    def _part(self, *, item: bool = False) -> None:
        """Parts a block from the one before."""
        if self._size:
            self._write("\n" if item and self._in_list else "\n\n")
        self._in_list = item

    def _add(self, kind: BlockKind, words: str, *, item: bool = False, mark: str = "") -> Piece:
        self._part(item=item)
        if mark:
            self._write(mark)
        span = self._write(words)
        # In lines of a paragraph pictures may be the marks of a list.
        first, last = (0, len(words)) if "\n" in words else unadorned(words, 0, len(words))
        family, size = marker_of(words) if item else ("", 0)
        first = size if family == "dot" and size < last else first
        start, words = span.start + first, words[first:last]
        piece = Piece(kind, start, start + len(words), words, gap=0 if item else 1, settled=True)
        self.pieces.append(piece)
        return piece

    def heading(self, words: str, level: int) -> Piece:
        """A heading of level 1 to 6; level 0 is a line in bold letters, below the heading above it."""
        piece = self._add(BlockKind.HEADING, words)
        piece.markup = level
        return piece

    def paragraph(self, words: str) -> Piece:
        """A paragraph."""
        return self._add(BlockKind.PARAGRAPH, words)

    def item(self, words: str, depth: int, number: int | None = None) -> Piece:
        """A list item; ``number`` where its list is numbered."""
        mark = "  " * depth + (f"{number}. " if number is not None else "- ")
        piece = self._add(BlockKind.LIST_ITEM, words, item=True, mark=mark)
        piece.marker = "dash" if number is None else "number"
        piece.indent, piece.depth = 2 * depth, depth
        return piece

    def table(
        self, header: Row, rows: Sequence[Row], form: str, same: dict[tuple[int, int], Place] | None = None
    ) -> Piece:
        """A table; ``same`` maps a cell (row, column) to the one that spans over it. The header is row -1."""
        self._part()
        start = self._size
        placed: dict[Place, Span] = {}
        grid: list[list[Span]] = []
        for number, row in enumerate([header, *rows] if header else rows, start=-1 if header else 0):
            spans = []
            for column, words in enumerate(row):
                origin = (same or {}).get((number, column))
                spans.append(placed[origin] if origin in placed else self._cell(words, column))
                placed[number, column] = spans[-1]
            self._write(" |\n")
            grid.append(spans)
        self._drop_line_end()
        head = grid.pop(0) if header else []
        piece = Piece(BlockKind.TABLE, start, self._size, "", gap=1, settled=True)
        piece.grid = Grid(start, self._size, form, head, grid)
        self.pieces.append(piece)
        return piece

    def _cell(self, words: str, column: int) -> Span:
        self._write("| " if column == 0 else " | ")
        return self._write(words)

    def _drop_line_end(self) -> None:
        self._parts[-1] = self._parts[-1].rstrip("\n")
        self._size -= 1
