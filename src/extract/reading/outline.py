"""Which heading stands under which, where the source does not say it.

Ranks, outer to inner: the title; a section; a numbered section or a question of an FAQ; a section about one role; a facet of
that role (``Key Skills``) that repeats from role to role.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Zone
from extract.reading.cues import Cues, cues
from extract.reading.names import Names
from extract.reading.pieces import Piece

TITLE, SECTION, NUMBERED, ROLE, FACET, MARKED = 10, 20, 30, 40, 50, 60
_MAX_FACET = 6


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading and what its words tell."""

    piece: Piece
    key: str
    roles: frozenset[str]
    frame: str
    bare: bool
    facet: bool
    asks: bool
    generic: bool
    numbered: bool

    @property
    def single(self) -> bool:
        """Whether it is about one role."""
        return len(self.roles) == 1


def rank_headings(pieces: Sequence[Piece], names: Names) -> Piece | None:
    """Sets the rank of every heading and returns the title, if one of them is."""
    known = cues()
    headings = [_describe(piece, names, known) for piece in pieces if piece.is_heading]
    title = _title(pieces, headings)
    marked = [heading.piece.markup for heading in headings if heading.piece.markup]
    if marked and min(marked) <= 2:
        _rank_by_markup(headings)
    else:
        _Ranker(headings, title).rank()
    return title.piece if title else None


def _describe(piece: Piece, names: Names, known: Cues) -> _Heading:
    text = piece.text
    mentions = names.mentions(text)
    frame, at = "", 0
    for mention in mentions:
        frame += text[at : mention.start] + "\0"
        at = mention.end
    frame = " ".join((frame + text[at:]).casefold().split())
    shared = known.heading_shared.whole(piece.words)
    return _Heading(
        piece=piece,
        key=" ".join(piece.words),
        roles=frozenset(mention.role for mention in mentions),
        frame=frame,
        bare=shared or names.is_role(text),
        facet=known.heading_facets.within(piece.words) and len(piece.words) <= _MAX_FACET and not mentions,
        asks=text.endswith("?") or known.heading_questions.at(piece.words) > 0,
        generic=known.heading_generic.at(piece.words) > 0,
        numbered=piece.marker == "number",
    )


def _title(pieces: Sequence[Piece], headings: Sequence[_Heading]) -> _Heading | None:
    """The first heading, where it stands above all text and is not one of a series of sections."""
    if not headings:
        return None
    first = headings[0]
    for piece in pieces:
        if piece is first.piece:
            break
        if piece.zone is Zone.ARTICLE and not piece.is_heading:
            return None
    if first.piece.markup == 1:
        return first
    if first.bare and first.single:
        return first if all(heading.roles <= first.roles for heading in headings) else None
    if first.generic or first.bare or first.numbered or first.facet or len(first.piece.words) < 3:
        return None
    series = [h for h in headings[1:] if h.single and h.frame == first.frame and h.roles != first.roles]
    return None if first.single and series else first


def _rank_by_markup(headings: Sequence[_Heading]) -> None:
    """Levels as marked; a heading in bold letters stands under the marked one above it."""
    last = 1
    for heading in headings:
        if heading.piece.markup:
            last = heading.piece.markup
            heading.piece.rank = last * 10
        else:
            heading.piece.rank = last * 10 + 5


class _Ranker:
    """Ranks headings by what they have in common with the others."""

    def __init__(self, headings: Sequence[_Heading], title: _Heading | None) -> None:
        self._headings = headings
        self._title = title
        self._counts = Counter(heading.key for heading in headings)
        self._in_questions = False
        self._numbers_under = False

    def rank(self) -> None:
        """Sets every rank."""
        for number, heading in enumerate(self._headings):
            if heading is self._title:
                heading.piece.rank = TITLE
            elif heading.piece.markup:
                # Marked headings of a low level among unmarked ones stand below those.
                heading.piece.rank = MARKED + heading.piece.markup
            else:
                heading.piece.rank = self._rank(number, heading)

    def _rank(self, number: int, heading: _Heading) -> int:
        if _opens_questions(heading):
            self._in_questions = True
            return SECTION
        if self._in_questions and heading.piece.text.endswith("?"):
            return NUMBERED
        self._in_questions = False
        if heading.numbered:
            return NUMBERED
        if heading.bare or self._is_part(number, heading):
            return ROLE
        return FACET if self._is_facet(number, heading) else SECTION

    def _is_part(self, number: int, heading: _Heading) -> bool:
        """Whether a heading that names one role is one of several under the section before: ``Data Scientist Skills``."""
        if not heading.single or heading.asks or len(heading.piece.words) > 7:
            return False
        before = self._section_before(number)
        if before is None or before.single or before is self._title:
            return False
        return any(
            other.single and other.frame == heading.frame and other.roles != heading.roles
            for other in self._headings[max(0, number - 4) : number + 5]
        ) and (before.numbered or not before.roles or len(before.roles) > 1)

    def _section_before(self, number: int) -> _Heading | None:
        for other in reversed(self._headings[:number]):
            if other.piece.rank in {SECTION, NUMBERED, TITLE}:
                return other
        return None

    def _is_facet(self, number: int, heading: _Heading) -> bool:
        """Whether a heading without a role belongs to the role of the heading before."""
        if heading.roles or (heading.generic and not heading.facet):
            return False
        owner = self._owner(number)
        if owner is None:
            return False
        if self._counts[heading.key] > 1:
            return True
        if not heading.facet:
            return False
        earlier = [h for h in self._headings[:number] if h.frame == owner.frame and h is not owner]
        return not earlier or any(self._has_facet(h) for h in earlier)

    def _owner(self, number: int) -> _Heading | None:
        """The heading about one role that a facet would belong to, unless a section stands around that."""
        for place in range(number - 1, -1, -1):
            other = self._headings[place]
            if other.piece.rank == FACET:
                continue
            if other.piece.rank == ROLE:
                around = self._section_before(place)
                alone = around is None or around is self._title
                return (
                    other if other.roles and (alone or self._counts[self._headings[number].key] > 1) else None
                )
            return other if other.single and other is not self._title else None
        return None

    def _has_facet(self, heading: _Heading) -> bool:
        after = self._headings.index(heading) + 1
        return after < len(self._headings) and self._headings[after].piece.rank == FACET


def _opens_questions(heading: _Heading) -> bool:
    words = heading.piece.words
    return "faq" in words or "faqs" in words or tuple(words[:3]) == ("frequently", "asked", "questions")
