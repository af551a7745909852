"""What a page says of itself: publisher and dates, from its bylines, its title and its author's box."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import SourceInfo, Zone
from extract.reading.dates import find_date
from extract.reading.pieces import Piece

_UPDATED = re.compile(r"(?i)\b(?:updated?|modified|revised|reviewed)\b")
_PUBLISHED = re.compile(r"(?i)\b(?:published?|posted|created|written)\b")
_SITE = re.compile(r"\s[|–—·]\s(?P<site>[^|–—·]{2,40})$")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?\s*(?:by\s)?(?P<site>[A-Z][^.,|©]{1,40}?)(?=[.,|]|\s+all\b|$)",
    re.IGNORECASE,
)
_IS_COMPANY = re.compile(
    r"(?P<site>[A-Z][\w&.]*(?:\s[A-Z][\w&.]*){0,3})\s+is\s+an?\s(?:[\w’'-]+\s){0,6}(?:company|platform|provider|marketplace|academy|institute|university|bootcamp|agency|publisher|website|magazine)\b"
)
_LIMIT = 400


@dataclass(frozen=True, slots=True)
class Said:
    """What a page's head says of it, as written."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    country: str | None = None


def fill(
    info: SourceInfo, pieces: Sequence[Piece], title: str | None, said: Said | None = None
) -> SourceInfo:
    """``info`` with what the page says where nothing was known; what was known stays. A page's head goes before its text."""
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
    """The first date of a byline that says of which kind it is; a date without a word is that of publication."""
    published = updated = bare = None
    for piece in pieces:
        if piece.zone is not Zone.BYLINE:
            continue
        for part in re.split(r"[|·•\n]", piece.text[:_LIMIT]):
            date = find_date(part)
            if date is None:
                continue
            if _UPDATED.search(part):
                updated = updated or date
            elif _PUBLISHED.search(part):
                published = published or date
            else:
                bare = bare or date
    return published or bare, updated


def _publisher(pieces: Sequence[Piece], title: str | None) -> str | None:
    """The site named behind the title, in a copyright line or as the company of an author's box."""
    named = _SITE.search(title) if title else None
    if named:
        return named["site"].strip()
    for piece in pieces:
        if piece.zone is Zone.ARTICLE:
            continue
        pattern = _IS_COMPANY if piece.zone is Zone.AUTHOR else _RIGHTS
        found = (
            pattern.match(piece.text[:_LIMIT])
            if piece.zone is Zone.AUTHOR
            else pattern.search(piece.text[:_LIMIT])
        )
        if found:
            return found["site"].strip()
    return None
