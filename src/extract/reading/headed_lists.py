"""Lists without markers below a heading: "Daily tasks" above lines that are no sentences, for one role or for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.lexicons.signs import SIGNS
from extract.model import BlockKind, Zone
from extract.reading.cues import Cues, cues, tokens_of
from extract.reading.figure_lists import kind_of_line
from extract.reading.headings import LONGEST_PHRASE, heading_like, tells_deed, title_case
from extract.reading.lines import ends_sentence
from extract.reading.money import has_figure
from extract.reading.names import Names
from extract.reading.pieces import Piece

_FEWEST = 3
_FEWEST_OF_ROLE, _FEWEST_ROLES = 2, 2
_LONGEST_HEAD = 8
_LONGEST_ITEM = 16
_TITLE_CASE = 0.6
_DOES = frozenset({"do", "does"})
# What a sentence about somebody begins with, and the words that make one of a line.
# fmt: off
_OPENINGS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "they", "he", "she", "it", "you", "your", "we", "our", "i",
    "if", "when", "while", "in", "on", "at", "as", "for", "with", "by", "from", "because", "but", "and", "so",
    "there", "here", "both", "some", "most", "many", "all", "however", "although", "though", "since", "unlike",
    "like", "according", "depending", "what", "who", "how", "yes", "no", "not", "their", "his", "her", "its",
    "each", "every", "also", "then", "once", "to", "one", "another", "other",
})
_FINITE = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would", "may", "might", "must",
    "should", "do", "does", "did", "don't", "doesn't", "isn't", "aren't", "can't", "won't", "you'll", "it's",
    "they're", "they", "you",
})
# fmt: on
COLON = re.compile(
    r"(?P<label>[^\s:.?!][^:.?!\n]{0,78}?)(?:\*\*|__)?\s?:(?:\*\*|__|[-–](?=\s))?(?:(?=\s|$)|(?<=[a-z)]:)(?=[A-Z\d"
    + SIGNS
    + r"]))\s{0,4}"
)
_DASHED = re.compile(r"(?P<label>[A-Z][^–—.:?!\n]{1,60}?)\s[–—]\s(?=[A-Z][a-z])")
_INNER_STOP = re.compile(r"[.!?]\s+[A-Z]")
_LONGEST_FRAGMENT = 22
_MAX_TERM, _FIRST_WORDS = 5, 3
_MAX_TOLD = 45
_OPENING = 60
"""In characters."""


def headed_lists(pieces: Sequence[Piece], names: Names) -> None:
    """Makes items of the short lines below a line that announces a list, headings of that line and of roles there."""
    known = cues()
    number = 0
    while number < len(pieces):
        head = pieces[number]
        if _is_name(head, names):
            number = max(number + 1, _roles(pieces, number, _FEWEST_ROLES, names, known))
            continue
        if _is_dashed(head):
            number = max(number + 1, _dashed(pieces, number))
            continue
        number += 1
        if not _is_head(head, names, known):
            continue
        if number < len(pieces) and names.is_role(pieces[number].text) and not pieces[number].is_item:
            stop = _roles(pieces, number, 1, names, known)
        else:
            stop = _items(pieces, number, _FEWEST, names, known)
        if stop == number and (head.text.endswith("?") or known.heading_duties.within(_unglued(head.words))):
            stop = _terms(pieces, number)
        if stop > number:
            _to_heading(head)
            number = stop


def _roles(pieces: Sequence[Piece], number: int, fewest: int, names: Names, known: Cues) -> int:
    """Makes lists of what stands below a role's name each; where they end, or ``number`` where too few are lists."""
    heads: list[int] = []
    stop = number
    while stop < len(pieces) and pieces[stop].zone is Zone.ARTICLE and names.is_role(pieces[stop].text):
        end = _end_of_items(pieces, stop + 1, _FEWEST_OF_ROLE, names, known)
        if end == stop + 1:
            break
        heads.append(stop)
        stop = end
    if len(heads) < fewest:
        return number
    for first, last in pairwise([*heads, stop]):
        _to_heading(pieces[first])
        _to_items(pieces[first + 1 : last])
    return stop


def _is_name(piece: Piece, names: Names) -> bool:
    """Whether a line is a role's name alone."""
    return piece.kind is BlockKind.PARAGRAPH and piece.zone is Zone.ARTICLE and names.is_role(piece.text)


def _items(pieces: Sequence[Piece], number: int, fewest: int, names: Names, known: Cues) -> int:
    """Makes items of the lines from ``number`` on; where they end, or ``number`` where they are no list."""
    stop = _end_of_items(pieces, number, fewest, names, known)
    _to_items(pieces[number:stop])
    return stop


def _terms(pieces: Sequence[Piece], number: int) -> int:
    """Makes items of lines that are a term and what is done, ``Testing: running trials``; where they end."""
    stop = number
    while stop < len(pieces) and (stop == number or not pieces[stop].gap) and _is_duty_term(pieces[stop]):
        stop += 1
    if stop - number < _FEWEST:
        return number
    _to_items(pieces[number:stop])
    return stop


def _dashed(pieces: Sequence[Piece], number: int) -> int:
    """Makes items of lines that are a term and what is said of it, ``Testing — Run trials``; where they end."""
    stop = number
    while (
        stop < len(pieces)
        and (stop == number or pieces[stop].gap == pieces[number + 1].gap)
        and _is_dashed(pieces[stop])
    ):
        stop += 1
    if stop - number >= _FEWEST:
        _to_items(pieces[number:stop])
    return stop


def _is_dashed(piece: Piece) -> bool:
    """Whether a line is a short term, a long dash, and words that begin with a capital, and no figures."""
    found = _DASHED.match(piece.text)
    if found is None or piece.kind is not BlockKind.PARAGRAPH or piece.zone is not Zone.ARTICLE or piece.settled:
        return False
    return len(found["label"].split()) <= _MAX_TERM and len(piece.words) <= _MAX_TOLD and not has_figure(piece.text)


def _is_duty_term(piece: Piece) -> bool:
    plain = piece.kind is BlockKind.PARAGRAPH and piece.zone is Zone.ARTICLE and not (piece.settled or piece.marker)
    if not plain or not is_term(piece) or has_figure(piece.text):
        return False
    told = piece.text.partition(":")[2].strip()
    return not _is_told(told, tokens_of(told)[:_FIRST_WORDS])


def _to_items(pieces: Sequence[Piece]) -> None:
    for item in pieces:
        item.kind, item.marker = BlockKind.LIST_ITEM, "bare"


def _end_of_items(pieces: Sequence[Piece], number: int, fewest: int, names: Names, known: Cues) -> int:
    """Where the lines from ``number`` on that may be a list end; ``number`` where they are none."""
    # A blank line may part the first item from the line above it, and not the others from each other.
    gap = pieces[number + 1].gap if number + 1 < len(pieces) else 0
    stop = number
    while (
        stop < len(pieces)
        and (stop == number or pieces[stop].gap == gap)
        and _could_be_item(pieces[stop], pieces[number], names, known)
        and not (stop > number and _heads_the_next(pieces, stop))
    ):
        stop += 1
    if stop < len(pieces) and stop - number >= fewest:
        stop -= _heads_figures(pieces[stop - 1], pieces[stop], known) or (
            not pieces[stop].is_heading and heads_below(pieces[number:stop], pieces[stop], names)
        )
    return stop if stop - number >= max(fewest, fewest_below(pieces[number:stop])) else number


def _heads_the_next(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line is a heading between lines that end with stops, all parted by blank lines: "Fire"."""
    if not pieces[at].gap or at + 1 >= len(pieces) or not (is_fragment(pieces[at - 1]) and is_fragment(pieces[at + 1])):
        return False
    return len(pieces[at].words) <= _FIRST_WORDS and not ends_sentence(pieces[at].text)


def _is_head(piece: Piece, names: Names, known: Cues) -> bool:
    """Whether a line announces a list: "Key responsibilities", "What does a baker do?"."""
    plain = piece.is_heading or (piece.kind is BlockKind.PARAGRAPH and not piece.settled)
    words = piece.words
    if not plain or piece.zone not in (Zone.ARTICLE, Zone.QUESTION) or not 0 < len(words) <= _LONGEST_HEAD:
        return False
    if piece.text.endswith("?"):
        return words[-1] == "do" and not _DOES.isdisjoint(words[:-1])
    if tells_doing(piece, names):
        return True
    if piece.text[-1] == "." and _is_told(piece.text, words):
        return False
    if piece.text[-1] in ":;,!" or tells_deed(words, known):
        return False
    return known.heading_lists.within(_unglued(words))


def tells_doing(piece: Piece, names: Names) -> bool:
    """Whether a line says that what somebody does follows: "What a baker does all day"."""
    words = piece.words
    doing = len(words) <= _LONGEST_HEAD and "what" in words[:1] and not _DOES.isdisjoint(words[2:])
    return doing and piece.text[-1] not in ".:;,!?" and bool(names.mentions(piece.text))


def _unglued(words: Sequence[str]) -> list[str]:
    """The words of a line, "of" cut off that ran into the word before it: "responsibilitiesof a baker"."""
    return [word.removesuffix("of") if word.endswith("sof") else word for word in words]


def _could_be_item(piece: Piece, first: Piece, names: Names, known: Cues) -> bool:
    if piece.kind is not BlockKind.PARAGRAPH or piece.zone is not Zone.ARTICLE or piece.settled or piece.marker:
        return False
    words = piece.words
    if not 0 < len(words) <= _LONGEST_ITEM or piece.text[-1] in ":?!":
        return False
    stopped = is_fragment(piece) and ends_sentence(first.text)
    if ends_sentence(piece.text) and not stopped:
        return False
    if (has_figure(piece.text) and not stopped) or names.is_role(piece.text):
        return False
    if ": " in piece.text or "|" in piece.text or "\n" in piece.text:
        return False
    return not (
        known.heading_facets.whole(words) or known.heading_generic.whole(words) or _is_head(piece, names, known)
    )


def is_fragment(piece: Piece) -> bool:
    """Whether a line ends with a stop as a sentence does, but is none: "Checking the locks of all doors."."""
    words = piece.words
    if piece.text[-1] != "." or ": " in piece.text or not 1 < len(words) <= _LONGEST_FRAGMENT:
        return False
    return piece.text[0].isupper() and not _is_told(piece.text, words)


def is_loose(piece: Piece) -> bool:
    """Whether a line is one sentence that begins as none about somebody does, whatever clause follows."""
    words = piece.words
    plain = piece.kind is BlockKind.PARAGRAPH and not piece.marker and piece.text[-1] == "." and ": " not in piece.text
    if not plain or not 1 < len(words) <= _LONGEST_FRAGMENT or words[0] in _OPENINGS or words[1] in _FINITE:
        return False
    return piece.text[0].isupper() and _INNER_STOP.search(piece.text) is None


def _is_told(text: str, words: Sequence[str]) -> bool:
    """Whether words begin as a sentence does, have a verb that makes one, or are more than one."""
    told = not words or words[0] in _OPENINGS or not _FINITE.isdisjoint(words)
    return told or _INNER_STOP.search(text) is not None


def is_term(piece: Piece) -> bool:
    """Whether a line is ``Term: what is said of it``, however long."""
    found = COLON.match(piece.text)
    rest = found is not None and found.end() < len(piece.text)
    return rest and found is not None and len(found["label"].split()) <= _MAX_TERM and len(piece.words) <= _MAX_TOLD


def fewest_below(items: Sequence[Piece]) -> int:
    """How many lines make a list at least: of such as end with stops more than of others."""
    return _FEWEST if items and is_fragment(items[0]) else 2


def heads_below(items: Sequence[Piece], below: Piece, names: Names) -> bool:
    """Whether the last of short lines is the heading of what follows and no item."""
    last, known = items[-1], cues()
    if not (below.is_prose or below.is_table):
        return False
    if below.gap and not last.gap:
        return False
    if not heading_like(last.text, names, known):
        return False
    long = median(len(item.words) for item in items[:-1]) > LONGEST_PHRASE
    plain = title_case(last.text, known) < _TITLE_CASE and known.heading_questions.at(last.words) == 0
    if plain and _tells_of_role(below, names) and _is_one_more(items, known):
        return False
    return not (long and plain and len(last.words) > LONGEST_PHRASE)


def _heads_figures(last: Piece, below: Piece, known: Cues) -> bool:
    """Whether a line names pay and stands above a label and an amount: "Salaries elsewhere", "Oman: $2,000 a month"."""
    return kind_of_line(below.text) == "amount" and known.table_pay.within(last.words)


def _tells_of_role(piece: Piece, names: Names) -> bool:
    """Whether a paragraph begins with a role: "Nurses, on the other hand, ...": it needs no heading to say so."""
    first = next(iter(names.mentions(piece.text[:_OPENING])), None)
    return first is not None and first.start <= len("An ")


def _is_one_more(items: Sequence[Piece], known: Cues) -> bool:
    """Whether the last of some lines is written small like the others, and no term of headings."""
    *others, last = items
    told = (known.heading_facets, known.heading_generic, known.heading_lists)
    small = all(item.text[0].isupper() and title_case(item.text, known) < 1 for item in others if len(item.words) > 1)
    return small and len(others) > 1 and len(last.words) > 1 and not any(some.within(last.words) for some in told)


def _to_heading(piece: Piece) -> None:
    if not piece.is_heading:
        piece.kind, piece.settled = BlockKind.HEADING, True
