"""Which heading stands under which, where the source does not say it.

Ranks, outer to inner: the title; a section; a numbered section or a question of an FAQ; a section about one
role; a facet of that role (``Key Skills``) that repeats from role to role.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.lexicons.signs import SIGNS
from extract.model import Zone
from extract.reading.cues import Cues, cues, tokens_of
from extract.reading.names import Names
from extract.reading.pieces import Piece

# "2.1 Duties" stands below "2. Welder".
_DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}\.?\s(?=[A-Z])")
TITLE, SECTION, NUMBERED, ROLE, FACET, MARKED, BOLD = 10, 20, 30, 40, 50, 60, 70
# A part of a section stands this much below it, a part of that this much below that.
PART, SUBPART = 5, 2
_ASIDE = re.compile(r"\s\([^()]{0,60}\)$")
_MAX_FACET = 6
_MIN_SORT = 5
"""In letters."""
_MAX_PART = 7
_FEWEST_MARKED = 3
_MAX_LISTED, _FEWEST_LISTED = 12, 3
"""Words of an entry of a table of contents, and entries."""
# What may open a heading and marks no kind of them.
_NO_MARKS = frozenset("\"'“‘«(<[{¿¡" + SIGNS + "*_#&")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading and what its words tell; ``directly`` says that another heading follows at once.

    ``listed`` says that a list does, and ``behind_list`` that one ends right above.
    """

    piece: Piece
    key: str
    roles: frozenset[str]
    frame: str
    bare: bool
    facet: bool
    asks: bool
    generic: bool
    numbered: bool
    directly: bool
    listed: bool
    behind_list: bool
    kind: str

    @property
    def single(self) -> bool:
        """Whether it is about one role."""
        return len(self.roles) == 1


def rank_headings(pieces: Sequence[Piece], names: Names) -> Piece | None:
    """Sets the rank of every heading and returns the title, if one of them is."""
    known = cues()
    around = zip([None, *pieces], pieces, [*pieces[1:], None], strict=False)
    headings = [_describe(piece, (above, after), names, known) for above, piece, after in around if piece.is_heading]
    title = _title(pieces, headings)
    marked = [heading.piece.markup for heading in headings if heading.piece.markup]
    if marked and (min(marked) <= 2 or _marked_first(headings, title)):
        _rank_by_markup(headings)
        if title is not None:
            title.piece.rank = min(title.piece.rank, TITLE)
    else:
        _Ranker(headings, title, _contents(pieces, headings)).rank()
    return title.piece if title else None


def _contents(pieces: Sequence[Piece], headings: Sequence[_Heading]) -> frozenset[str]:
    """The headings that a table of contents lists, entry by entry; none where it lists too few."""
    keys = {heading.key for heading in headings}
    listed = {" ".join(piece.words) for piece in pieces if not piece.is_heading and len(piece.words) <= _MAX_LISTED}
    found = frozenset(keys & listed)
    return found if len(found) >= _FEWEST_LISTED else frozenset()


def _describe(piece: Piece, around: tuple[Piece | None, Piece | None], names: Names, known: Cues) -> _Heading:
    text = piece.text
    above, after = around
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
        facet=not mentions and _is_facet(piece.words, known),
        asks=text.endswith("?") or known.heading_questions.at(piece.words) > 0,
        generic=known.heading_generic.at(piece.words) > 0,
        numbered=piece.marker == "number",
        directly=after is not None and after.is_heading,
        listed=after is not None and after.is_item,
        behind_list=above is not None and above.is_item,
        kind="" if mentions else names.kind(text),
    )


def _is_facet(words: Sequence[str], known: Cues) -> bool:
    """Whether half and more of a short heading says what is told of any role."""
    covered = sum(known.heading_facets.at(words, place) for place in known.heading_facets.places(words)[:1])
    return len(words) <= _MAX_FACET and covered * 2 >= len(words)


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


def _marked_first(headings: Sequence[_Heading], title: _Heading | None) -> bool:
    """Whether marked headings of a low level open the article and unmarked ones stand below them, again and again."""
    rest = [heading for heading in headings if heading is not title]
    plain = [heading for heading in rest if not heading.piece.markup]
    again = len({heading.key for heading in plain}) < len(plain)
    return len(rest) - len(plain) > 1 and bool(rest[0].piece.markup) and again


def _rank_by_markup(headings: Sequence[_Heading]) -> None:
    """Levels as marked; a heading in bold letters stands under the marked one above it."""
    for heading in headings:
        heading.piece.rank = heading.piece.markup * 10 if heading.piece.markup else BOLD


class _Ranker:
    """Ranks headings one after the other by what they have in common with those before and near."""

    def __init__(self, headings: Sequence[_Heading], title: _Heading | None, contents: frozenset[str]) -> None:
        self._headings = headings
        self._contents = contents
        self._title = title
        self._counts = Counter(heading.key for heading in headings)
        self._in_questions = False
        # What the parts of the open section count off, and their rank.
        self._counted: tuple[str, str, int] = ("", "", 0)
        self._part = 0
        # The section that the headings now stand in, and the heading about one role that facets would
        # belong to.
        self._section: _Heading | None = None
        self._owner: _Heading | None = None
        self._owner_alone = False
        # How often each form of heading about one role was met, and which of them had facets.
        self._frames: Counter[str] = Counter()
        self._frames_with_facets: set[str] = set()
        self._inner = _inner_marks(headings, title)
        self._all_frames = Counter(heading.frame for heading in headings if heading.single)

    def rank(self) -> None:
        """Sets every rank."""
        before: _Heading | None = None
        for number, heading in enumerate(self._headings):
            rank = self._rank(number, heading)
            if rank == SECTION:
                rank = self._below(heading, before)
            heading.piece.rank = rank
            self._note(heading, rank)
            before = heading

    def _rank(self, number: int, heading: _Heading) -> int:
        if heading is self._title:
            return TITLE
        if heading.piece.markup:
            # Marked headings of a low level among unmarked ones stand below those.
            return MARKED + heading.piece.markup
        # What was an item of a list heads no more than the text below it.
        listed = heading.piece.marker in {"dot", "dash"}
        if listed or _DECIMAL.match(heading.piece.text) or _mark(heading) in self._inner:
            return FACET
        if self._is_question(heading) or heading.numbered:
            return NUMBERED
        if heading.bare or self._is_part(number, heading):
            return ROLE
        return FACET if self._is_facet(heading) else SECTION

    def _below(self, heading: _Heading, before: _Heading | None) -> int:
        """The rank of a section: a part where it stands right below another, or counts off more of that."""
        outer = before.piece.rank if before is not None and before.directly else 0
        if outer in {SECTION, NUMBERED}:
            self._counted = (heading.kind, _sort_of(heading), outer + PART)
            self._part = outer + PART
            return self._part
        if outer > SECTION and _is_plain(heading):
            self._part = outer + SUBPART
            return self._part
        if before is not None and before.piece.rank == self._part and _is_next_list(before, heading):
            return self._part
        kind, sort, rank = self._counted
        if (heading.kind and heading.kind == kind) or (sort and not heading.roles and sort in heading.piece.words):
            return rank
        self._counted = ("", "", 0)
        return SECTION

    def _is_question(self, heading: _Heading) -> bool:
        """Whether a heading is one of the questions below a heading that announces them."""
        asks = self._in_questions and heading.piece.text.endswith("?")
        self._in_questions = asks or _opens_questions(heading)
        return asks

    def _note(self, heading: _Heading, rank: int) -> None:
        """Remembers what the headings that follow may stand under."""
        if rank == FACET:
            if self._owner is not None:
                self._frames_with_facets.add(self._owner.frame)
            return
        if rank < ROLE:
            self._owner = heading if heading.single and rank != TITLE else None
            self._owner_alone = True
            self._section = heading
        elif rank == ROLE:
            self._owner = heading if heading.roles else None
            self._owner_alone = self._section is None or self._section is self._title
        else:
            self._owner = None
        if self._owner is heading:
            self._frames[heading.frame] += 1

    def _is_part(self, number: int, heading: _Heading) -> bool:
        """Whether a heading about one role is one of several under the section: ``Analyst Skills``."""
        before = self._section
        if not heading.single or heading.asks or len(heading.piece.words) > _MAX_PART:
            return False
        if before is None or before.single or before is self._title:
            return False
        near = self._headings[max(0, number - 4) : number + 5]
        return any(other.single and other.frame == heading.frame and other.roles != heading.roles for other in near)

    def _is_facet(self, heading: _Heading) -> bool:
        """Whether a heading without a role belongs to the role of the heading before."""
        owner = self._owner
        # The contents list "Pay", and not "What does a welder do?" above it.
        outer = owner is not None and heading.key in self._contents and owner.key not in self._contents
        if owner is None or outer or heading.roles or (heading.generic and not heading.facet):
            return False
        # "Tier 1 (Entry Level)" below "What does an analyst do?"
        if self._counts[heading.key] > 1 or heading.kind == "level":
            return True
        if not heading.facet:
            return False
        # The first of several roles has facets already, and the others are still to come.
        more = self._all_frames[owner.frame] > self._frames[owner.frame] == 1
        if more and owner.frame in self._frames_with_facets:
            return True
        if not self._owner_alone:
            return False
        return self._frames[owner.frame] == 1 or owner.frame in self._frames_with_facets


def _is_plain(heading: _Heading) -> bool:
    """Whether a heading stands over a list, and says nothing that is told of any role."""
    return heading.listed and not (heading.facet or heading.roles or heading.asks or heading.generic)


def _is_next_list(before: _Heading, heading: _Heading) -> bool:
    """Whether a heading stands over a list right behind the list of a heading like it."""
    return heading.behind_list and _is_plain(before) and _is_plain(heading)


def _mark(heading: _Heading) -> str:
    """The sign that a heading begins with: ``◆`` of "◆ Junior Welder"; nothing where it begins with a word."""
    first = heading.piece.picture or heading.piece.text[0]
    return "" if first.isalnum() or first in _NO_MARKS else first


def _inner_marks(headings: Sequence[_Heading], title: _Heading | None) -> frozenset[str]:
    """Signs of headings that stand right below ones without a sign, again and again, and never right above."""
    rest = [heading for heading in headings if heading is not title]
    marks = Counter(map(_mark, rest))
    above = {_mark(after) for before, after in pairwise(rest) if before.directly and not _mark(before)}
    over = {_mark(before) for before, after in pairwise(rest) if before.directly and not _mark(after)}
    return frozenset(mark for mark in above - over if mark and marks[mark] >= _FEWEST_MARKED)


def _sort_of(heading: _Heading) -> str:
    """What a part is one of, by its last word: ``Public Schools`` of schools; nothing for what is told of any role."""
    aside = _ASIDE.search(heading.piece.text)
    if (heading.roles and not aside) or heading.facet or heading.asks or heading.generic:
        return ""
    words = tokens_of(heading.piece.text[: aside.start()] if aside else heading.piece.text)
    last = words[-1] if 1 < len(words) <= _MAX_PART else ""
    told = cues().heading_facets.whole([last])
    return "" if told or len(last) < _MIN_SORT or not last.isalpha() else last


def _opens_questions(heading: _Heading) -> bool:
    words = heading.piece.words
    return "faq" in words or "faqs" in words or tuple(words[:3]) == ("frequently", "asked", "questions")
