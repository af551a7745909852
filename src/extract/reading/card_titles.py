"""Titles of cards that no markup tells: ``Senior Welder`` above a firm, a town and what the job pays, card by card."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import BlockKind, Zone
from extract.reading.money import is_sum
from extract.reading.names import Names
from extract.reading.pieces import Piece

_FEWEST = 2
"""Cards: one alone may be any line above a sum."""
_LONGEST_TITLE, _LONGEST_LINE = 7, 10
"""In words."""
_LONGEST_BADGE = 2
_MOST_LINES = 3
"""From the title down to the sum."""
_BADGE_ENDS = frozenset(".,:;!?")


def mark_card_titles(pieces: Sequence[Piece], names: Names) -> None:
    """Makes headings of the titles of cards, where a page has several cards that give a sum."""
    titles = [piece for number, piece in enumerate(pieces) if _is_title(piece, names)]
    at = {id(piece): number for number, piece in enumerate(pieces)}
    paid = [piece for piece in titles if _is_paid(pieces, at[id(piece)], names)]
    if len({piece.text for piece in paid}) < _FEWEST:
        return
    for piece in titles:
        piece.kind, piece.settled = BlockKind.HEADING, True


def _is_title(piece: Piece, names: Names) -> bool:
    """Whether a line is a title, perhaps with a badge behind it: ``Senior Welder New``."""
    if piece.kind is not BlockKind.PARAGRAPH or piece.zone is not Zone.ARTICLE or not piece.settled:
        return False
    words = piece.text.split()
    if not 0 < len(words) <= _LONGEST_TITLE or not piece.text[0].isupper() or piece.text[-1] in _BADGE_ENDS:
        return False
    return any(names.is_title(" ".join(words[: len(words) - badge])) for badge in range(_LONGEST_BADGE + 1))


def _is_paid(pieces: Sequence[Piece], title: int, names: Names) -> bool:
    """Whether a sum stands a few short lines below a title, before the next title."""
    for piece in pieces[title + 1 : title + 1 + _MOST_LINES]:
        if piece.kind is not BlockKind.PARAGRAPH or len(piece.words) > _LONGEST_LINE or _is_title(piece, names):
            return False
        if is_sum(piece.text):
            return True
    return False
