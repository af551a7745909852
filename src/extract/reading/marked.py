"""The last steps for formats with markup: what it leaves open is read from the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.lexicons import Lexicons
from extract.model import BlockKind, Zone
from extract.reading.adverts import part_adverts
from extract.reading.card_titles import mark_card_titles
from extract.reading.draft import Drafter, mark_within
from extract.reading.figure_lists import figure_lists
from extract.reading.headed_lists import headed_lists
from extract.reading.headings import mark_headings, mark_names
from extract.reading.lines import ends_sentence, line_at, split_lines
from extract.reading.lists import bare_lists, label
from extract.reading.names import Names, names_of
from extract.reading.pieces import Piece
from extract.reading.tables import find_tables
from extract.reading.tables.around import mark_notes, mark_titles
from extract.reading.tables.shape import Shaper
from extract.reading.tables.splitting import camel_words
from extract.reading.zones import mark_zones

# Fewer lines of short paragraphs in a row are no cards.
_MIN_RUN = 4
_MAX_SHORT = 70


def finish(text: str, pieces: Sequence[Piece], lexicons: Lexicons) -> list[Piece]:
    """Pieces with tables and lists inside paragraphs taken apart, zones, labels and titles of tables."""
    names = names_of(lexicons)
    headed = any(piece.is_heading for piece in pieces)
    done = list(_parts(text, pieces, lexicons, names))
    shaper = Shaper(text, names)
    for piece in done:
        if piece.grid is not None and piece.settled:
            rows = [piece.grid.header, *piece.grid.rows] if piece.grid.header else piece.grid.rows
            title = piece.grid.title
            piece.grid = (
                shaper.grid(rows, piece.grid.form, ruled=bool(piece.grid.header), end=piece.grid.end) or piece.grid
            )
            piece.grid.title = piece.grid.title or title
    bare_lists(done, names)
    figure_lists(done, names)
    mark_notes(done)
    done = part_adverts(done)
    mark_zones(done, names, camel_words(lexicons))
    headed_lists(done, names)
    if not headed:
        for piece in done:
            piece.settled = False
        mark_headings(done, names)
    mark_names(done, names)
    mark_card_titles(done, names)
    mark_titles(done)
    label(done, names)
    return done


def _parts(text: str, pieces: Sequence[Piece], lexicons: Lexicons, names: Names) -> Iterator[Piece]:
    """Paragraphs of several lines, and runs of short ones, as the blocks that the lines are; the rest as it is."""
    camel = camel_words(lexicons)
    for run in _runs(pieces):
        if len(run) == 1 and (run[0].kind is not BlockKind.PARAGRAPH or (run[0].settled and not _is_list(run[0]))):
            yield run[0]
            continue
        lines = split_lines(text, run[0].start, run[-1].end)
        tables = find_tables(text, lines, names, camel)
        if len(run) > 1 and not tables:
            yield from (part for piece in run for part in _parts(text, [piece], lexicons, names))
            continue
        for part in Drafter(lines, tables).pieces():
            part.zone = run[0].zone
            yield part


def _is_list(piece: Piece) -> bool:
    """``Duties: • Bakes bread • Sells it``: a paragraph that is the line of a list."""
    listed = piece.zone is Zone.ARTICLE and "\n" not in piece.text
    return listed and mark_within(line_at(piece.text, piece.start)) is not None


def _runs(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Short paragraphs in a row, enough to be cards; every other piece alone."""
    run: list[Piece] = []
    for piece in pieces:
        if run and not (_is_short(piece) and piece.zone is run[0].zone):
            yield from _whole(run)
            run = []
        if _is_short(piece):
            run.append(piece)
        else:
            yield [piece]
    yield from _whole(run)


def _whole(run: list[Piece]) -> Iterator[list[Piece]]:
    lines = sum(piece.text.count("\n") + 1 for piece in run)
    return iter([run]) if lines >= _MIN_RUN else ([piece] for piece in run)


def _is_short(piece: Piece) -> bool:
    plain = piece.kind is BlockKind.PARAGRAPH and len(piece.text) <= _MAX_SHORT
    return plain and not ends_sentence(piece.text) and not piece.text.endswith(":")
