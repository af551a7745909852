"""What is article and what is page: menus, adverts, bylines, captions, authors' boxes, lists of other pages.

Each piece is looked at alone first (:mod:`extract.reading.furniture`). Then the page is cut: between its first and last
sentences all is article; above and below, lines are weighed, and what is cut off is a menu where it is long enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extract.model import Zone
from extract.reading.cues import Cues, cues
from extract.reading.furniture import advert_score, is_measure, opens_related, own_zone
from extract.reading.headings import heading_like
from extract.reading.names import Names
from extract.reading.pieces import Piece

_GLUE = re.compile(r"[a-z)](?=[A-Z][a-z])")
_AMOUNT = re.compile(r"[$€£¥₹₦]\s?\d|\d\s?[$€£¥₹₦%]")
# Fewer lines than this above or below the article are not called a menu for their shape alone.
_MENU_LINES = 6
# A run of this many short lines in the middle of an article is a menu too.
_MENU_RUN = 8
_ADVERT = 3.0


def mark_zones(pieces: Sequence[Piece], names: Names) -> None:
    """Sets the zone of every piece."""
    known = cues()
    for piece in pieces:
        if not piece.is_table and piece.zone in {Zone.ARTICLE, Zone.MENU}:
            own = own_zone(piece, known)
            piece.zone = piece.zone if own is Zone.ARTICLE else own
            if piece.zone is Zone.ARTICLE and advert_score(piece, known) >= _ADVERT:
                piece.zone = Zone.ADVERT
    _mark_contents(pieces, known)
    first, last = _anchors(pieces)
    if first < last:
        top = _cut_top(pieces, first, names, known)
        bottom = _cut_bottom(pieces, last, names, known)
        _mark_above_title(pieces[top:first], names, known)
        _mark_runs(pieces[top:bottom])
        _mark_opened(pieces, last, known)
        _mark_adverts(pieces[top:bottom], known)


def _is_anchor(piece: Piece) -> bool:
    return piece.zone is Zone.ARTICLE and piece.is_prose and not _is_glued(piece)


def _is_glued(piece: Piece) -> bool:
    """Whether words run together again and again, as the entries of a menu do."""
    return len(_GLUE.findall(piece.text[:600])) * 25 > min(len(piece.words), 100)


def _anchors(pieces: Sequence[Piece]) -> tuple[int, int]:
    """From the first sentence of the article to behind its last."""
    found = [number for number, piece in enumerate(pieces) if _is_anchor(piece)]
    return (found[0], found[-1] + 1) if found else (0, 0)


def _weight(pieces: Sequence[Piece], number: int, names: Names, known: Cues) -> float:
    """How much a piece without sentences speaks for being in the article; negative is against."""
    piece = pieces[number]
    if piece.zone is not Zone.ARTICLE:
        return -1.0 if piece.zone in {Zone.MENU, Zone.RELATED, Zone.AUTHOR} else 0.0
    if piece.is_table:
        return 3.0
    if _is_glued(piece):
        return -2.0
    if piece.is_item:
        if is_measure(piece, known):
            return -1.0
        return 0.5 if len(piece.words) > 3 or _introduced(pieces, number, names, known) else -0.1
    if piece.label or _AMOUNT.search(piece.text):
        return 0.5
    return 0.0 if piece.is_heading else -0.5


def _introduced(pieces: Sequence[Piece], number: int, names: Names, known: Cues) -> bool:
    """Whether a list of short items stands below words that ask for one."""
    while number > 0 and pieces[number].is_item:
        number -= 1
    above = pieces[number]
    return (
        above.text.endswith(":")
        or known.heading_facets.within(above.words)
        or bool(names.mentions(above.text))
    )


def _cut_top(pieces: Sequence[Piece], first: int, names: Names, known: Cues) -> int:
    """Where the article starts: what is above weighs against it. Headings right above stay, whatever stands between."""
    total, best, cut = 0.0, 0.0, first
    for number in range(first - 1, -1, -1):
        total += _weight(pieces, number, names, known)
        if total >= best:
            best, cut = total, number
    cut = _with_headings(pieces, cut, names, known)
    if cut >= _MENU_LINES:
        _mark_plain(pieces[:cut], Zone.MENU)
        return cut
    return 0


def _with_headings(pieces: Sequence[Piece], cut: int, names: Names, known: Cues) -> int:
    at, taken = cut, 0
    while at > 0:
        piece = pieces[at - 1]
        if piece.zone in {Zone.BYLINE, Zone.CAPTION, Zone.ADVERT}:
            at -= 1
            continue
        title = piece.zone is Zone.ARTICLE and not _is_glued(piece) and heading_like(piece.text, names, known)
        if not title or piece.is_item or (taken and _title_score(piece, names) < 3):
            break
        at, taken, cut = at - 1, taken + 1, at - 1
    return cut


def _cut_bottom(pieces: Sequence[Piece], last: int, names: Names, known: Cues) -> int:
    """Where the article ends."""
    total, best, cut = 0.0, 0.0, last
    for number in range(last, len(pieces)):
        total += _weight(pieces, number, names, known)
        if total >= best:
            best, cut = total, number + 1
    if len(pieces) - cut >= _MENU_LINES:
        _mark_plain(pieces[cut:], Zone.MENU)
        return cut
    return len(pieces)


def _mark_plain(pieces: Sequence[Piece], zone: Zone) -> None:
    for piece in pieces:
        if piece.zone is Zone.ARTICLE:
            piece.zone = zone


def _title_score(piece: Piece, names: Names) -> int:
    """How much a heading looks like a page's title: it names its subject at some length."""
    return 2 * bool(names.mentions(piece.text)) + (len(piece.words) > 3)


def _mark_above_title(pieces: Sequence[Piece], names: Names, known: Cues) -> None:
    """Short lines above the title are the page's, and so is the title where it comes once more."""
    lines = [
        number
        for number, piece in enumerate(pieces)
        if piece.zone is Zone.ARTICLE and not (piece.is_item or piece.is_table or piece.is_prose)
    ]
    titles = [
        number
        for number in lines
        if _title_score(pieces[number], names) >= 3 and heading_like(pieces[number].text, names, known)
    ]
    # A page about a single role may have no more than its name for a title.
    titles = titles or [number for number in lines if names.is_role(pieces[number].text)][-1:]
    if not titles:
        return
    wanted = pieces[titles[0]].words
    same = [number for number in titles if pieces[number].words == wanted]
    for piece in pieces[: same[-1]]:
        if not piece.is_table and not piece.is_prose and not _AMOUNT.search(piece.text):
            _mark_plain([piece], Zone.MENU)


def _mark_runs(pieces: Sequence[Piece]) -> None:
    """Many short lines in a row that nothing introduces; the last may be the heading of what follows."""
    run: list[Piece] = []
    for piece in [*pieces, None]:
        short = (
            piece is not None
            and piece.zone is Zone.ARTICLE
            and not (piece.is_item or piece.is_table or piece.is_heading)
        )
        if (
            piece is not None
            and short
            and len(piece.words) <= 6
            and not piece.label
            and not _AMOUNT.search(piece.text)
        ):
            run.append(piece)
            continue
        if len(run) >= _MENU_RUN:
            _mark_plain(run[:-1], Zone.MENU)
        run = []


def _mark_contents(pieces: Sequence[Piece], known: Cues) -> None:
    """Lines that come again further down, three and more in a row, are a list of contents."""
    places: dict[str, int] = defaultdict(int)
    for number, piece in enumerate(pieces):
        if not piece.is_table and len(piece.words) <= 25:
            places[" ".join(piece.words)] = number
    run: list[Piece] = []
    for number, piece in enumerate([*pieces, None]):
        if piece is not None and not piece.is_table and places.get(" ".join(piece.words), 0) > number:
            run.append(piece)
            continue
        if len(run) >= 3 and len({" ".join(entry.words) for entry in run}) == len(run):
            _mark_plain(run, Zone.MENU)
        run = []
    for piece in pieces:
        if known.menu_contents.whole(piece.words) and not piece.is_table:
            piece.zone = Zone.MENU


def _mark_opened(pieces: Sequence[Piece], last: int, known: Cues) -> None:
    """What an author's box or a list of other pages opens goes on until the article does, or to the end of the page."""
    zone: Zone | None = None
    for number, piece in enumerate(pieces):
        if piece.zone is Zone.AUTHOR or opens_related(piece, known):
            zone = piece.zone
            _mark_name_above(pieces, number)
        elif zone is None or piece.zone in {Zone.BYLINE, Zone.CAPTION, Zone.ADVERT, Zone.RELATED}:
            continue
        elif piece.zone is Zone.MENU or piece.is_table or _goes_on(pieces, number, last, zone):
            zone = None
        else:
            piece.zone = zone


def _goes_on(pieces: Sequence[Piece], number: int, last: int, zone: Zone) -> bool:
    """Whether the article goes on at a piece: several sentences' worth of it follow, or a text below a list of pages."""
    if zone is Zone.RELATED and not pieces[number].is_prose:
        return number + 1 < last and not pieces[number].is_item and pieces[number + 1].is_prose
    following = sum(piece.is_prose for piece in pieces[number : min(last, number + 12)])
    return following >= 3


def _mark_name_above(pieces: Sequence[Piece], number: int) -> None:
    """The name above ``12 articles published`` belongs to the box."""
    if number and pieces[number].zone is Zone.AUTHOR:
        above = pieces[number - 1]
        if above.zone is Zone.ARTICLE and not above.is_prose and not above.is_table and len(above.words) <= 4:
            above.zone = Zone.AUTHOR


def _mark_adverts(pieces: Sequence[Piece], known: Cues) -> None:
    """Paragraphs that are half adverts are whole ones right below an advert's heading, or right below the title."""
    near = False
    opening = True
    for piece in pieces:
        if piece.zone is Zone.ADVERT:
            near = not piece.is_prose and not piece.text.endswith("!")
        elif piece.zone is Zone.ARTICLE and piece.is_prose:
            if (near or opening) and advert_score(piece, known) >= _ADVERT - 1:
                piece.zone = Zone.ADVERT
            opening = False
        elif piece.zone is Zone.ARTICLE:
            near = False
