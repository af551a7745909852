"""What is article and what is page: menus, adverts, bylines, captions, authors' boxes, lists of other pages.

Two steps. Each piece is looked at alone (:mod:`extract.reading.furniture`); then the page is cut: the article is the run of
pieces with the most prose, and what lies outside it and looks like a menu is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extract.model import Zone
from extract.reading.cues import Cues, cues
from extract.reading.furniture import advert_score, is_measure, own_zone
from extract.reading.headings import heading_like
from extract.reading.names import Names
from extract.reading.pieces import Piece

_GLUE = re.compile(r"[a-z)](?=[A-Z][a-z])|[a-z](?=\d)")
_AMOUNT = re.compile(r"[$€£¥₹₦]\s?\d|\d\s?[$€£¥₹₦%]")
# Fewer lines than this outside the article are not called a menu for their shape alone.
_MENU_LINES = 6
_ADVERT = 3.0


def mark_zones(pieces: Sequence[Piece], names: Names) -> None:
    """Sets the zone of every piece."""
    known = cues()
    for piece in pieces:
        if not piece.is_table:
            piece.zone = own_zone(piece, known)
    first, last = _article(pieces, known)
    first = _with_title(pieces, first, names, known)
    _mark_outside(pieces[:first], known)
    _mark_outside(pieces[last:], known)
    _mark_contents(pieces[first:last], known)
    _mark_opened(pieces, first, last, known)
    _mark_adverts(pieces, names, known)


def _weight(piece: Piece, known: Cues) -> float:
    """How much a piece speaks for being in the article; negative is against."""
    if piece.zone is not Zone.ARTICLE:
        return -1.0 if piece.zone in {Zone.MENU, Zone.RELATED} else 0.0
    if piece.is_table:
        return 3.0
    size = len(piece.words)
    if piece.is_prose:
        return min(3.0, 1.0 + size / 20)
    if len(_GLUE.findall(piece.text[:400])) > 2:
        return -2.0
    if piece.is_item:
        return -1.0 if is_measure(piece, known) else 0.5 if size > 3 else 0.0
    return 0.0 if piece.is_heading or _AMOUNT.search(piece.text) else -0.5


def _article(pieces: Sequence[Piece], known: Cues) -> tuple[int, int]:
    """The contiguous run of pieces with the greatest weight."""
    best, best_span = 0.0, (0, len(pieces))
    total, start = 0.0, 0
    for number, piece in enumerate(pieces):
        if total <= 0:
            total, start = 0.0, number
        total += _weight(piece, known)
        if total > best:
            best, best_span = total, (start, number + 1)
    return best_span


def _with_title(pieces: Sequence[Piece], first: int, names: Names, known: Cues) -> int:
    """Takes the headings right above the article in, whatever stands between them and it."""
    at, taken = first, 0
    while at > 0:
        piece = pieces[at - 1]
        if piece.zone in {Zone.BYLINE, Zone.CAPTION, Zone.ADVERT}:
            at -= 1
            continue
        title = not piece.is_item and heading_like(piece.text, names, known) and len(_GLUE.findall(piece.text)) < 3
        if not title or piece.zone is not Zone.ARTICLE or taken and not (names.mentions(piece.text) and len(piece.words) > 3):
            break
        at, taken, first = at - 1, taken + 1, at - 1
    return first


def _mark_outside(pieces: Sequence[Piece], known: Cues) -> None:
    """Lines outside the article are a menu, where they are many, run together or say so themselves."""
    plain = [piece for piece in pieces if piece.zone is Zone.ARTICLE]
    many = len(pieces) >= _MENU_LINES and not any(piece.is_table for piece in plain)
    for piece in plain:
        if many or known.menu_lines.whole(piece.words) or len(_GLUE.findall(piece.text[:400])) > 2:
            piece.zone = Zone.MENU


def _mark_contents(pieces: Sequence[Piece], known: Cues) -> None:
    """Lines that come again as headings further down, three and more in a row, are a list of contents."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        if not piece.is_table and len(piece.words) <= 25:
            places[" ".join(piece.words)].append(number)
    run: list[Piece] = []
    for number, piece in enumerate([*pieces, None]):
        again = piece is not None and not piece.is_table and places[" ".join(piece.words)][-1:] > [number]
        if again and piece is not None:
            run.append(piece)
            continue
        if len(run) >= 3 and len({" ".join(entry.words) for entry in run}) == len(run):
            for entry in run:
                entry.zone = Zone.MENU
        run = []
    for piece in pieces:
        if known.menu_contents.whole(piece.words):
            piece.zone = Zone.MENU


def _mark_opened(pieces: Sequence[Piece], first: int, last: int, known: Cues) -> None:
    """What an author's box or a list of other pages opens goes on until the article does, or to the end of the page."""
    zone: Zone | None = None
    for number, piece in enumerate(pieces):
        if piece.zone in {Zone.AUTHOR, Zone.RELATED} and not piece.is_prose:
            zone = piece.zone
            _mark_name_above(pieces, number)
        elif zone is None:
            continue
        elif piece.zone is not Zone.ARTICLE:
            zone = zone if piece.zone is not Zone.MENU or number >= last else None
        elif zone is Zone.RELATED and piece.is_prose and number < last and ends_there(pieces, number, last):
            zone = None
        elif zone is Zone.AUTHOR and (piece.is_heading or piece.is_table or number < last and ends_there(pieces, number, last)):
            zone = None
        else:
            piece.zone = zone


def ends_there(pieces: Sequence[Piece], number: int, last: int) -> bool:
    """Whether the article clearly goes on at a piece: much prose follows."""
    return sum(piece.is_prose for piece in pieces[number:last]) >= 3


def _mark_name_above(pieces: Sequence[Piece], number: int) -> None:
    """The name above ``12 articles published`` belongs to the box."""
    if number and pieces[number].zone is Zone.AUTHOR:
        above = pieces[number - 1]
        if above.zone is Zone.ARTICLE and not above.is_prose and not above.is_table and len(above.words) <= 4:
            above.zone = Zone.AUTHOR


def _mark_adverts(pieces: Sequence[Piece], names: Names, known: Cues) -> None:
    """Whole blocks that tell the reader to take what someone offers; more readily right below such a line."""
    near = 0
    for piece in pieces:
        if piece.zone not in {Zone.ARTICLE, Zone.ADVERT}:
            continue
        score = advert_score(piece, known)
        if piece.zone is Zone.ADVERT or score >= _ADVERT - (1.0 if near > 0 and piece.is_prose else 0.0):
            piece.zone = Zone.ADVERT
            near = 6 if not piece.is_prose else near
        elif not piece.is_prose:
            near = 0
        near -= 1
