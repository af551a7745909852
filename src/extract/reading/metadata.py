"""What a page says of itself: publisher and dates, from its bylines, its title and its author's box."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import SourceInfo, Zone
from extract.reading.cues import cues
from extract.reading.dates import dates_in, find_date
from extract.reading.pieces import Piece

_UPDATED = re.compile(r"(?i)\b(?:updated?|modified|revised|reviewed)\b")
_PUBLISHED = re.compile(r"(?i)\b(?:published?|posted|created|written)\b")
_SITE = re.compile(r"\s\|\s(?P<site>[^|?:]{2,40})$")
_RIGHTS = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?\s*(?:by\s)?(?P<site>(?!All\b)[A-Z][^.,|©]{1,40}?)(?=[.,|]|\s+all\b|$)",
    re.IGNORECASE,
)
_IS_COMPANY = re.compile(
    r"(?P<site>[A-Z][\w&.]*(?:\s[A-Z][\w&.]*){0,3})\s+is\s+an?\s(?:[\w’'-]+\s){0,6}(?:company|platform|provider|marketplace|academy|institute|university|bootcamp|agency|publisher|website|magazine)\b"
)
_DOMAIN = re.compile(r"[\w-]{2,40}(?:\.[a-z]{2,6}){1,2}")
_MAX_BRAND = 4
_EDITED = re.compile(r"(?i)\blast (?:edit|edited|updated?|modified|reviewed|revised)\b:?(?: on)?")
_OPENING = 6
_NEAR = 24
_LIMIT = 400
_DAY = len("2024-05-01")


@dataclass(frozen=True, slots=True)
class Said:
    """What a page's head says of it, as written."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    country: str | None = None


# "© Some Site Ltd 2020–2024"
_YEARS_BEHIND = re.compile(r"\s(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d|\d\d))?$")


def fill(info: SourceInfo, pieces: Sequence[Piece], title: str | None, said: Said | None = None) -> SourceInfo:
    """``info`` with what the page says where nothing was known; what was known stays.

    A page's head goes before its text.
    """
    head = said or Said()
    published, updated = _dates(pieces)
    full = head.title or title
    return replace(
        info,
        title=info.title or (_SITE.sub("", full).strip() if full else None),
        publisher=info.publisher or head.publisher or _publisher(pieces, full),
        url=info.url or head.url,
        published=info.published or find_date(head.published or "") or published,
        updated=info.updated or find_date(head.updated or "") or updated,
        country=info.country or head.country,
    )


def _dates(pieces: Sequence[Piece]) -> tuple[str | None, str | None]:
    """The first date of each kind in bylines; a date without a word is that of publication."""
    published = updated = bare = None
    for number, piece in enumerate(pieces):
        if piece.zone is not Zone.BYLINE:
            # A first paragraph may say when it was edited.
            edited = _EDITED.search(piece.text[:_LIMIT]) if number < _OPENING else None
            updated = updated or (find_date(piece.text[edited.end() :][:_NEAR]) if edited else None)
            continue
        for date, before in dates_in(piece.text[:_LIMIT]):
            if _UPDATED.search(before):
                updated = updated or date
            elif _PUBLISHED.search(before):
                published = published or date
            elif len(date) == _DAY:
                bare = bare or date
    return published or bare, updated


def _publisher(pieces: Sequence[Piece], title: str | None) -> str | None:
    """The site named behind the title, in a copyright line, in an author's box, or above the title."""
    named = _SITE.search(title) if title else None
    if named:
        return named["site"].strip()
    for piece in pieces:
        if piece.zone is Zone.ARTICLE:
            continue
        text = piece.text[:_LIMIT]
        found = _IS_COMPANY.match(text) if piece.zone is Zone.AUTHOR else _RIGHTS.search(text)
        if found:
            return _YEARS_BEHIND.sub("", found["site"]).strip()
    return _brand(pieces)


def _brand(pieces: Sequence[Piece]) -> str | None:
    """The name on the page's first line, where it stands above the article and the page names it again."""
    first = pieces[0]
    if first.zone is not Zone.MENU or not 0 < len(first.words) <= _MAX_BRAND or first.is_item:
        return None
    name = first.text.strip()
    if _DOMAIN.fullmatch(name):
        return name
    if cues().menu_lines.whole(first.words):
        return None
    # Written with its capital inside a sentence it is a name, and no entry of a menu.
    inside = re.compile(rf"[a-z,] {re.escape(name)}\b")
    return name if any(inside.search(piece.text) for piece in pieces[1:] if not piece.is_heading) else None
