"""Jobs that are to be had, on a page about pay: cards that say when each was posted, below a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicons.fragments import JOB
from extract.model import Zone
from extract.reading.pieces import Piece

# "Posted 3 days ago", "30+ days ago", "Just posted", "Posted today".
_POSTED = re.compile(
    r"(?:(?:posted|listed|added|active|opened|advertised)\s)?(?:about\s)?(?:\d{1,3}\+?|an?|one)\s?(?:minute|hour|day|week|month|[hdw])s?\sago"
    r"|(?:just|newly|recently)\s(?:posted|listed|added)|(?:posted|listed|added)\s(?:today|yesterday|just\snow)",
    re.IGNORECASE,
)
# "Baker job openings", "Jobs for bakers near you", "Who is hiring bakers?"
_OPENS = re.compile(rf"\b(?:{JOB}|openings|opportunities|vacancies|hiring|postings|listings)\b", re.IGNORECASE)
_LONGEST = 14
"""In words, of a line of a card."""
_CARD = 3
"""Headings of cards are of this level or lower."""
_MOST = 8
"""Lines of one card."""


def mark_postings(pieces: Sequence[Piece]) -> None:
    """Makes other pages' of the cards of jobs that are to be had, and of the heading that opens a list of them."""
    for number, piece in enumerate(pieces):
        if piece.zone is Zone.ARTICLE and len(piece.words) <= _LONGEST and _POSTED.fullmatch(piece.text.strip(" .·•")):
            _mark_list(pieces, number)


def _mark_list(pieces: Sequence[Piece], posted: int) -> None:
    """Marks the card that a date ends and those below and above it, as far as short lines go."""
    first = next((n for n in range(posted, max(-1, posted - _MOST), -1) if pieces[n].is_heading), None)
    if first is None:
        return
    level = pieces[first].markup
    above = pieces[first - 1] if first else None
    opens = above is not None and above.is_heading and _OPENS.search(above.text) is not None
    if level < _CARD and not opens:
        # "Posted 2 days ago" below a title is said of the article.
        return
    last = posted
    while last + 1 < len(pieces) and _is_line(pieces[last + 1]):
        below = pieces[last + 1]
        if below.is_heading and (below.markup < level or not opens):
            break
        last += 1
    for piece in pieces[first - opens : last + 1]:
        piece.zone = Zone.RELATED


def _is_line(piece: Piece) -> bool:
    """Whether a piece is a short line, such as a card has."""
    return piece.zone is Zone.ARTICLE and not piece.is_table and not piece.is_prose and len(piece.words) <= _LONGEST
