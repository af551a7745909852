"""Plain text: canonical text is the file's own; structure is concluded from lines."""

from __future__ import annotations

from extract.lexicons import Lexicons
from extract.reading.adverts import part_adverts
from extract.reading.draft import Drafter
from extract.reading.figure_lists import figure_lists
from extract.reading.headed_lists import headed_lists
from extract.reading.headings import mark_headings, mark_names
from extract.reading.lines import split_lines
from extract.reading.lists import bare_lists, headed_texts, label, nest, number_lists
from extract.reading.names import names_of
from extract.reading.pieces import Piece
from extract.reading.tables import find_tables
from extract.reading.tables.around import mark_notes, mark_titles
from extract.reading.tables.splitting import camel_words
from extract.reading.zones import mark_zones


def read_text(text: str, lexicons: Lexicons) -> list[Piece]:
    """The pieces of a plain text with zones, headings, lists and tables."""
    names = names_of(lexicons)
    camel = camel_words(lexicons)
    lines = split_lines(text)
    pieces = Drafter(lines, find_tables(text, lines, names, camel)).pieces()
    number_lists(pieces)
    headed_texts(pieces, names)
    bare_lists(pieces, names)
    figure_lists(pieces, names)
    mark_notes(pieces)
    pieces = part_adverts(pieces)
    mark_zones(pieces, names, camel)
    headed_lists(pieces, names)
    mark_headings(pieces, names)
    mark_names(pieces, names)
    mark_titles(pieces)
    nest(pieces)
    label(pieces, names)
    return pieces
