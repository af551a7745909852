"""What is article and what is page: menus, adverts, bylines, captions, authors' boxes, lists of other pages.

Each piece is looked at alone first (:mod:`extract.reading.furniture`). Then the page is cut: between its
first and last sentences all is article; above and below, lines are weighed, and what is cut off is a menu
where it is long enough. Lists of contents, runs of short lines and what an author's box opens follow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from extract.lexicons.fragments import PAY
from extract.model import Zone
from extract.reading.cues import cues, tokens_of
from extract.reading.furniture import advert_score, is_measure, last_of_path, opens_comments, opens_related, own_zone
from extract.reading.headed_lists import tells_doing
from extract.reading.headings import has_steps, heading_like, parted
from extract.reading.money import has_figure, is_sum
from extract.reading.names import Names
from extract.reading.pieces import Piece
from extract.reading.postings import mark_postings
from extract.reading.tables.splitting import CamelWords, run_ons

# A line with a figure and one of these is what the article is for, though it be no sentence.
_ABOUT_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|wages?|(?:median|average|hourly|annual) pay|pay range|earnings|earn"
    r"|job outlook|job growth|projected growth)\b",
    re.IGNORECASE,
)
_PAY_LABEL = re.compile(rf"\b(?:{PAY}|package)\b", re.IGNORECASE)
# "3 Salary": a number, and then words.
_NUMBERED = re.compile(r"\d{1,2}\.?\s+(?=[^\W\d_])")
_FACT = 2.0
# So many lines of facts are no page's head.
_FACTS = 4
# What a title is about that names no role: "Well paid jobs for nightowls in Norway".
_SUBJECT = re.compile(
    r"\b(?:[Jj]obs|[Cc]areers|[Oo]ccupations|[Pp]rofessions|[Ss]alaries)\s(?:in|for|of|by|that|with)\s\w+\s\w+"
)
_COMPARES = frozenset({"vs", "versus", "or", "compared"})
# Fewer lines than this above or below the article are not called a menu for their shape alone.
_MENU_LINES = 6
# A run of this many short lines in the middle of an article is a menu too.
_MENU_RUN = 8
_ADVERT = 3.0
# An item of more words is as good as a sentence.
_LONG_ITEM = 14
_MAX_ABOVE = 5
# Lines below a path of links in which the title stands.
_BELOW_PATH = 4
_SHORT_SENTENCE, _SENTENCE = 4, 8
"""In words."""
_AGAINST = frozenset({Zone.MENU, Zone.RELATED, Zone.AUTHOR})
_BETWEEN = frozenset({Zone.BYLINE, Zone.CAPTION, Zone.ADVERT, Zone.MENU})


def mark_zones(pieces: Sequence[Piece], names: Names, camel: CamelWords) -> None:
    """Sets the zone of every piece; what a format already knows to be no article stays so."""
    _Page(pieces, names, camel).mark()


class _Page:
    """A page while it is being cut."""

    def __init__(self, pieces: Sequence[Piece], names: Names, camel: CamelWords) -> None:
        self._pieces = pieces
        self._names = names
        self._camel = camel
        self._known = cues()
        self._introductions: dict[int, bool] = {}
        self._contents: set[int] = set()

    def mark(self) -> None:
        for piece in self._pieces:
            self._mark_alone(piece)
        self._mark_end_of_path()
        self._mark_comments()
        mark_postings(self._pieces)
        self._mark_contents()
        anchors = [number for number, piece in enumerate(self._pieces) if self._is_anchor(piece)]
        if not anchors:
            return
        first, last = anchors[0], anchors[-1] + 1
        top = self._cut_top(first)
        bottom = self._cut_bottom(last)
        self._mark_above_title(self._pieces[top:first])
        _mark_runs(self._names, self._pieces[top:bottom])
        self._mark_opened(last)
        self._mark_listed()
        self._mark_half_adverts(self._pieces[top:bottom])

    def _mark_end_of_path(self) -> None:
        """``Baker`` below ``Home / Jobs / Baker`` is the page's title."""
        for number, piece in enumerate(self._pieces):
            path = last_of_path(piece, self._known) if piece.zone is Zone.MENU else ()
            below = (p for p in self._pieces[number + 1 : number + 1 + _BELOW_PATH] if p.zone is Zone.ARTICLE)
            title = next((p for p in below if path and tuple(p.words) == path and not p.is_table), None)
            if title is not None and not title.markup:
                title.markup = 1

    def _mark_comments(self) -> None:
        """What readers wrote below the article."""
        half = len(self._pieces) // 2
        opening = next((n for n in range(half, len(self._pieces)) if opens_comments(self._pieces[n])), None)
        for piece in self._pieces[opening:] if opening else ():
            if piece.zone is Zone.ARTICLE and not piece.is_table:
                piece.zone = Zone.RELATED

    def _mark_alone(self, piece: Piece) -> None:
        piece.runs_on = run_ons(piece.text[:600], self._camel) * 25 > min(len(piece.words), 100)
        if piece.is_table or piece.zone not in (Zone.ARTICLE, Zone.MENU):
            return
        own = own_zone(piece, self._known)
        piece.zone = piece.zone if own is Zone.ARTICLE else own
        if piece.zone is Zone.ARTICLE and advert_score(piece, self._known) >= _ADVERT:
            piece.zone = Zone.ADVERT

    def _is_anchor(self, piece: Piece) -> bool:
        return piece.zone is Zone.ARTICLE and piece.is_prose and not piece.runs_on

    def _weight(self, number: int) -> float:
        """How much a piece without sentences speaks for being in the article; negative is against."""
        piece = self._pieces[number]
        if number in self._contents:
            return 0.0
        if piece.zone is not Zone.ARTICLE:
            return -1.0 if piece.zone in _AGAINST else 0.0
        if piece.is_table:
            return 3.0
        if piece.runs_on or (has_figure(piece.text) and _ABOUT_PAY.search(piece.text)):
            return -2.0 if piece.runs_on else _FACT
        if number and is_sum(self._pieces[number - 1].text) and _PAY_LABEL.search(piece.text):
            # "$36.85 / hour", and below it what that is: "average base pay".
            return 0.5
        return self._weight_of_item(number) if piece.is_item else self._weight_of_line(piece)

    def _weight_of_line(self, piece: Piece) -> float:
        """Steps of a career and ``Pay: £30,000`` are what the article is for, and so is what is said of a role."""
        label, rest = parted(piece.text[:80])
        if has_steps(piece.text) or (rest and _PAY_LABEL.search(label) and has_figure(rest)):
            return _FACT
        words = tokens_of(label)
        known = self._known.heading_facets.whole(words) or self._known.heading_values.whole(words)
        told = rest and (known or self._names.is_role(label))
        if told or piece.label or piece.text.endswith(":") or has_figure(piece.text):
            return 0.5
        if piece.is_heading or rest or self._names.is_level(piece.text) or self._is_sentence(piece):
            return 0.0
        return -0.1 if self._names.is_role(piece.text) else -0.5

    def _is_sentence(self, piece: Piece) -> bool:
        """Whether a line is a short sentence, or a longer one that lost its stop, and no title of another page."""
        if (piece.text[-1] == "." and len(piece.words) >= _SHORT_SENTENCE) or self._asks(piece):
            return True
        return len(piece.words) >= _SENTENCE and not heading_like(piece.text, self._names, self._known)

    def _asks(self, piece: Piece) -> bool:
        """Whether a line is a short question that heads a section, "Who does what?"."""
        short = piece.text[-1] == "?" and len(piece.words) < _SENTENCE
        return short and self._known.heading_questions.at(piece.words) > 0

    def _weight_of_item(self, number: int) -> float:
        piece = self._pieces[number]
        if is_measure(piece, self._known):
            return -1.0
        if len(piece.words) > _LONG_ITEM:
            return 1.0
        return 0.5 if len(piece.words) > 3 or self._is_introduced(number) else -0.1

    def _is_introduced(self, number: int) -> bool:
        """Whether a list of short items stands below words that ask for one."""
        first = number
        while first > 0 and self._pieces[first].is_item and first not in self._introductions:
            first -= 1
        if first not in self._introductions:
            above = self._pieces[first]
            asked = above.text.endswith(":") or self._known.heading_facets.within(above.words) or above.is_prose
            self._introductions[first] = asked or bool(self._names.mentions(above.text))
        self._introductions[number] = self._introductions[first]
        return self._introductions[number]

    def _cut_top(self, first: int) -> int:
        """Where the article starts; headings right above stay, whatever stands between."""
        total, best, cut = 0.0, 0.0, first
        for number in range(first - 1, -1, -1):
            total += self._weight(number)
            if total >= best:
                best, cut = total, number
        cut = self._with_headings(cut)
        if cut < _MENU_LINES:
            return 0
        _mark_plain(self._pieces[1 if self._names_occupation(self._pieces[0]) else 0 : cut])
        return cut

    def _names_occupation(self, piece: Piece) -> bool:
        """Whether a page's first line is an occupation and no more: its title, however far from the article."""
        named = self._names.mentions(piece.text)
        covered = sum(mention.end - mention.start for mention in named)
        return piece.zone is Zone.ARTICLE and len(named) > 1 and covered * 5 >= len(piece.text.strip()) * 4 - 5

    def _with_headings(self, cut: int) -> int:
        taken = 0
        for at in range(cut - 1, -1, -1):
            piece = self._pieces[at]
            if piece.zone in _BETWEEN or (taken and self._known.heading_generic.whole(piece.words)):
                # "At a glance" stands below the title too.
                continue
            if piece.runs_on or not self._is_heading(piece) or (taken and self._title_score(piece) < 3):
                break
            taken, cut = taken + 1, at
        return cut

    def _cut_bottom(self, last: int) -> int:
        """Where the article ends."""
        total, best, cut = 0.0, 0.0, last
        for number in range(last, len(self._pieces)):
            total += self._weight(number)
            if total >= best:
                best, cut = total, number + 1
        if len(self._pieces) - cut < _MENU_LINES:
            return len(self._pieces)
        _mark_plain(self._pieces[cut:])
        return cut

    def _is_heading(self, piece: Piece) -> bool:
        plain = piece.zone is Zone.ARTICLE and not (piece.is_item or piece.is_table or piece.is_prose)
        return plain and heading_like(piece.text, self._names, self._known)

    def _title_score(self, piece: Piece) -> int:
        """How much a heading looks like a page's title: it names its subject at length, compares or asks."""
        compares = bool(_COMPARES.intersection(piece.words)) or "?" in piece.text
        subject = self._names.mentions(piece.text) or _SUBJECT.search(piece.text)
        return 2 * bool(subject) + (len(piece.words) > 3) + compares

    def _mark_above_title(self, pieces: Sequence[Piece]) -> None:
        """Short lines above the title are the page's, and so is the title where it comes once more."""
        titles = self._titles([piece for piece in pieces if self._is_heading(piece)])
        titles = titles or self._single_role(pieces)
        if not titles:
            return
        # A trail of links may have run into it: "HomeBlogBaker or Cook?".
        wanted = {
            id(piece) for piece in titles if piece.words == titles[0].words or titles[0].text.endswith(piece.text)
        }
        last = max(number for number, piece in enumerate(pieces) if id(piece) in wanted)
        plain = [piece for piece in pieces[:last] if not (piece.is_item or piece.is_table or piece.is_prose)]
        if sum(self._weight_of_line(piece) > 0 for piece in plain) >= _FACTS:
            # Lines of facts stand above the heading of a section, and no title.
            return
        for piece in pieces[:last]:
            if not piece.is_table and not piece.is_prose and not has_figure(piece.text):
                _mark_plain([piece])

    def _titles(self, lines: Sequence[Piece]) -> list[Piece]:
        """What may be the title: lines that name roles at length, else those that compare or ask."""
        named = [piece for piece in lines if self._title_score(piece) >= 3]
        return named or [
            piece for piece in lines if self._title_score(piece) == 2 and not self._names.mentions(piece.text)
        ]

    def _single_role(self, pieces: Sequence[Piece]) -> list[Piece]:
        """A role's name alone: the title of a page about it, where no more than short lines stand above."""
        found: list[Piece] = []
        for piece in pieces:
            if len(piece.words) > _MAX_ABOVE or piece.is_item or piece.text.endswith(":"):
                break
            if self._is_heading(piece) and self._names.is_role(piece.text):
                found = [piece]
        return found

    def _mark_contents(self) -> None:
        """Lines that come again further down, three and more in a row, are a list of contents."""
        last = {_unnumbered(piece): number for number, piece in enumerate(self._pieces) if _could_come_again(piece)}
        numbered = {id(piece): number for number, piece in enumerate(self._pieces)}
        for run in _runs(self._pieces, lambda piece: last.get(_unnumbered(piece), 0) > numbered[id(piece)]):
            if len(run) >= 3 and len({_unnumbered(piece) for piece in run}) == len(run):
                _mark_plain(run)
        below = False
        for number, piece in enumerate(self._pieces):
            heads = self._known.menu_contents.whole(piece.words)
            piece.zone = Zone.MENU if heads else piece.zone
            # What an article holds may be told below its summary: it speaks against nothing.
            below = heads or (below and piece.zone is Zone.MENU)
            if below:
                self._contents.add(number)

    def _mark_listed(self) -> None:
        """Items right below "In this article", which no longer speak against what stands above them."""
        listed = False
        for piece in self._pieces:
            listed = self._known.menu_contents.whole(piece.words) or (
                listed and piece.is_item and not piece.is_prose and not has_figure(piece.text)
            )
            piece.zone = Zone.MENU if listed else piece.zone

    def _mark_opened(self, last: int) -> None:
        """What an author's box or a list of other pages opens goes on until the article does."""
        zone: Zone | None = None
        for number, piece in enumerate(self._pieces):
            # Below the last sentence, the first of other pages opens the list of them.
            ended = number >= last and piece.zone is Zone.RELATED
            if piece.zone is Zone.AUTHOR or ended or opens_related(piece, self._known):
                zone = piece.zone
                self._mark_name_above(number)
            elif zone is None or piece.zone in _BETWEEN - {Zone.MENU} or piece.zone is Zone.RELATED:
                continue
            elif piece.zone is Zone.MENU or piece.is_table or self._goes_on(number, last, zone):
                zone = None
            else:
                piece.zone = zone

    def _goes_on(self, number: int, last: int, zone: Zone) -> bool:
        """Whether the article goes on here: several sentences follow, or a text below a list of pages."""
        piece = self._pieces[number]
        if zone is Zone.RELATED and not piece.is_prose:
            return number + 1 < last and not piece.is_item and self._pieces[number + 1].is_prose
        if (
            zone is Zone.RELATED
            and len(piece.words) > _LONG_ITEM
            and has_figure(piece.text)
            and _ABOUT_PAY.search(piece.text)
        ):
            return True
        return sum(below.is_prose for below in self._pieces[number : min(last, number + 12)]) >= 3

    def _mark_name_above(self, number: int) -> None:
        """The name above ``12 articles published`` belongs to the box."""
        if number and self._pieces[number].zone is Zone.AUTHOR:
            above = self._pieces[number - 1]
            plain = above.zone is Zone.ARTICLE and not above.is_prose and not above.is_table
            if plain and len(above.words) <= 4:
                above.zone = Zone.AUTHOR

    def _mark_half_adverts(self, pieces: Sequence[Piece]) -> None:
        """Paragraphs that are half adverts are whole ones below an advert's heading and below the title."""
        near, opening = False, True
        for piece in pieces:
            if piece.zone is Zone.ADVERT:
                near = not piece.is_prose and not piece.text.endswith("!")
            elif piece.zone is Zone.ARTICLE and piece.is_prose:
                if (near or opening) and advert_score(piece, self._known) >= _ADVERT - 1:
                    piece.zone = Zone.ADVERT
                opening = False
            elif piece.zone is Zone.ARTICLE:
                near = False


def _mark_plain(pieces: Sequence[Piece]) -> None:
    """Makes a menu of what nothing else is known of; what the page marks as its title is none."""
    for piece in pieces:
        if piece.zone is Zone.ARTICLE and piece.markup != 1:
            piece.zone = Zone.MENU


def _runs(pieces: Sequence[Piece], belongs: Callable[[Piece], bool]) -> Iterator[list[Piece]]:
    """Pieces in a row that belong together."""
    run: list[Piece] = []
    for piece in pieces:
        if not piece.is_table and belongs(piece):
            run.append(piece)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _unnumbered(piece: Piece) -> str:
    """The words of a line, without the number that an entry of contents begins with: ``3 Salary``, no ``30,000``."""
    return " ".join(piece.words[1:] if _NUMBERED.match(piece.text) else piece.words)


def _could_come_again(piece: Piece) -> bool:
    return not piece.is_table and 0 < len(piece.words) <= 25


def _mark_runs(names: Names, pieces: Sequence[Piece]) -> None:
    """Many short lines in a row that nothing introduces; the last may be the heading of what follows."""
    known = cues()
    for whole in _runs(pieces, _is_short):
        # "What they do" above a role's name, "Key skills": what follows is told of roles.
        told = (
            number
            for number, (line, below) in enumerate(pairwise(whole))
            if (known.heading_lists.within(line.words) and names.is_role(below.text))
            or (1 < len(line.words) <= 3 and known.heading_lists.at_end(line.words))
            or tells_doing(line, names)
        )
        run = whole[: next(told, len(whole))]
        figures = sum(any(map(str.isdigit, piece.text)) for piece in run)
        if len(run) >= _MENU_RUN and figures * 3 < len(run):
            _mark_plain(run[:-1])


def _is_short(piece: Piece) -> bool:
    plain = piece.zone is Zone.ARTICLE and not piece.is_item and not piece.is_heading and piece.label is None
    return plain and len(piece.words) <= 6 and not has_figure(piece.text)
