"""The last steps for formats with markup: what it leaves open is read from the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.lexicons import Lexicons
from extract.model import BlockKind
from extract.reading.draft import Drafter
from extract.reading.headings import mark_headings
from extract.reading.lines import split_lines
from extract.reading.lists import bare_lists, label
from extract.reading.names import Names, names_of
from extract.reading.pieces import Piece
from extract.reading.tables import find_tables
from extract.reading.tables.around import mark_notes, mark_titles
from extract.reading.tables.shape import Shaper
from extract.reading.tables.splitting import camel_words
from extract.reading.zones import mark_zones


def finish(text: str, pieces: Sequence[Piece], lexicons: Lexicons) -> list[Piece]:
    """Pieces with tables and lists inside paragraphs taken apart, zones, labels and titles of tables."""
    names = names_of(lexicons)
    done = [part for piece in pieces for part in _parts(text, piece, lexicons, names)]
    shaper = Shaper(text, names)
    for piece in done:
        if piece.grid is not None and piece.settled:
            rows = [piece.grid.header, *piece.grid.rows] if piece.grid.header else piece.grid.rows
            title = piece.grid.title
            piece.grid = (
                shaper.grid(rows, piece.grid.form, ruled=bool(piece.grid.header), end=piece.grid.end) or piece.grid
            )
            piece.grid.title = piece.grid.title or title
    bare_lists(done)
    mark_notes(done)
    mark_zones(done, names, camel_words(lexicons))
    if not any(piece.is_heading for piece in done):
        for piece in done:
            piece.settled = False
        mark_headings(done, names)
    mark_titles(done)
    label(done)
    return done


def _parts(text: str, piece: Piece, lexicons: Lexicons, names: Names) -> Iterator[Piece]:
    """A paragraph of several lines as the blocks that the lines are; everything else as it is."""
    if piece.kind is not BlockKind.PARAGRAPH or piece.settled:
        yield piece
        return
    lines = split_lines(text, piece.start, piece.end)
    for part in Drafter(lines, find_tables(text, lines, names, camel_words(lexicons))).pieces():
        part.zone = piece.zone
        yield part
