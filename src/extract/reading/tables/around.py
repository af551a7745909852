"""What stands around a table and belongs to it: its title above, its note below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import BlockKind, Span
from extract.reading.cues import Cues, cues
from extract.reading.pieces import Piece

_MARKED = re.compile(r"(?:\*{1,3}|[†‡¹²³]|\(\*\))\s?[^\s*]")
_SOURCE = re.compile(r"[.;,(]\s?\(?[Ss]ources?:\s")
_PARTS = re.compile(r",\s")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MAX_TITLE = 24
_MAX_NOTE = 60


def mark_notes(pieces: Sequence[Piece]) -> None:
    """Sets the notes of tables; a note is no heading."""
    known = cues()
    for number, piece in enumerate(pieces):
        if piece.grid is None:
            continue
        for at, below in enumerate(pieces[number + 1 : number + 3], start=number + 1):
            if not (_is_note(below, known) or _is_starred(pieces, number) or _is_caption(pieces, at, known)):
                break
            first = piece.grid.note.start if piece.grid.note else below.start
            piece.grid.note = Span(first, below.end)
            below.settled = True
            below.kind = BlockKind.PARAGRAPH


def _is_starred(pieces: Sequence[Piece], number: int) -> bool:
    """Whether the only item of a list right below a table is the note that its asterisks call for."""
    below = pieces[number + 1]
    alone = below.is_item and not any(piece.is_item for piece in pieces[number + 2 : number + 3])
    return alone and below.starred and len(below.words) <= _MAX_NOTE


def _is_note(piece: Piece, known: Cues) -> bool:
    if piece.is_table or piece.is_heading or len(piece.words) > _MAX_NOTE:
        return False
    if _MARKED.match(piece.text):
        return True
    size = known.table_notes.at(piece.words)
    return bool(size) and ":" in piece.text[:30]


def _is_caption(pieces: Sequence[Piece], at: int, known: Cues) -> bool:
    """Whether a line below a table says when and whose its figures are: "Median wages, the Chamber, May 2023"."""
    piece = pieces[at]
    if piece.kind is not BlockKind.PARAGRAPH or len(piece.words) > _MAX_TITLE or "\n" in piece.text:
        return False
    if any(below.is_table for below in pieces[at + 1 : at + 2]):
        return False
    if _SOURCE.search(piece.text) and known.table_units.at(piece.words):
        # What the figures are for, and then their source.
        return True
    brief = piece.text[-1] not in ".:?!" and len(_PARTS.findall(piece.text)) > 1 and _YEAR.search(piece.text)
    return bool(brief) and known.table_pay.within(piece.words)


def mark_titles(pieces: Sequence[Piece]) -> None:
    """Sets the titles of tables without their own: the heading, caption or introduction right above."""
    known = cues()
    for number, piece in enumerate(pieces):
        if piece.grid is not None and piece.grid.title is None and number:
            above = pieces[number - 1]
            if _is_title(above, known):
                piece.grid.title = Span(above.start, above.end)


def _is_title(piece: Piece, known: Cues) -> bool:
    if piece.is_heading:
        return True
    short = piece.kind is BlockKind.PARAGRAPH and len(piece.words) <= _MAX_TITLE
    return short and (piece.text.endswith(":") or (known.table_titles.within(piece.words) and not piece.is_prose))
