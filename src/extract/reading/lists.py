"""Lists: how deep items are nested, lists without markers, labels of items and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.model import BlockKind, Span
from extract.reading.cues import Cues, cues, tokens_of
from extract.reading.headed_lists import COLON, fewest_below, heads_below, is_fragment, is_loose, is_term, tells_doing
from extract.reading.headings import heading_like, title_case
from extract.reading.lines import ends_sentence, ends_with_colon
from extract.reading.names import Names
from extract.reading.pieces import Piece

_STOP = re.compile(r"(?P<label>[^\s.:?!][^.:?!\n]{1,78}?)[.](?:\*\*|__)?\s{1,4}(?=[^\W\d_]|[\"“'‘])")
_DASH = re.compile(r"(?P<label>[^\s–—-][^–—\n]{0,60}?)\s[–—→-]\s(?=\S)")
_ARROW = re.compile(r"(?P<label>[^\s→][^→\n]{0,60}?)\s?→\s?(?=\S)")
_ORNAMENT = "*_ "
# What starts with one of these is a sentence, not a label.
_SUBJECTS = frozenset({"they", "he", "she", "it", "we", "i", "these", "this", "those", "both"})
_MAX_LABEL = 8
_LONGEST_ITEM = 14
_FEWEST_STOPPED = 2
_FEWEST_WORDS = 3
_MAX_BETWEEN = 60
_TITLE_CASE = 0.6


def nest(pieces: Sequence[Piece]) -> None:
    """Sets the depth of list items: by their indent, and by bullets under numbers."""
    for run in runs(pieces):
        levels: list[tuple[int, str]] = []
        for item in run:
            family = "dot" if item.marker == "dash" else item.marker
            levels = _above(levels, item.indent, family)
            levels.append((item.indent, family))
            item.depth = len(levels) - 1


def _above(levels: list[tuple[int, str]], indent: int, family: str) -> list[tuple[int, str]]:
    """The open levels that an item with this indent and marker stands under."""
    while levels and levels[-1][0] > indent + 1:
        levels = levels[:-1]
    for place, (other, marker) in enumerate(levels):
        same = abs(other - indent) <= 1
        if same and (marker == family or marker != "number" or family == "number"):
            return levels[:place]
    return levels


def runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Lists: items with nothing between them."""
    run: list[Piece] = []
    for piece in pieces:
        if piece.is_item:
            run.append(piece)
        elif run:
            yield run
            run = []
    if run:
        yield run


def number_lists(pieces: Sequence[Piece]) -> None:
    """Lines that start with a number become items where they are counted on; else they may be headings.

    A numbered line that is followed by text of its own is a heading with a number.
    """
    numbered = [number for number, piece in enumerate(pieces) if piece.marker == "number" and not piece.settled]
    headed: set[int] = set()
    for number in numbered:
        piece = pieces[number]
        before = number > 0 and _counts(pieces[number - 1], piece)
        after = number + 1 < len(pieces) and _counts(piece, pieces[number + 1])
        long = len(piece.words) > 14 and not piece.text.endswith("?")
        nested = number + 1 < len(pieces) and pieces[number + 1].is_item and pieces[number + 1].indent > piece.indent
        # "2. Tools" below the items of "1. Duties" counts on from a heading.
        among = piece.number - 1 not in headed and _among_items(pieces, number)
        if before or after or long or nested or among:
            piece.kind = BlockKind.LIST_ITEM
        else:
            headed.add(piece.number)
    items: dict[int, Piece] = {}
    for number in numbered:
        # The next number is an item too where only items stand between it and the one before.
        piece = pieces[number]
        last = items.get(piece.number - 1)
        if not piece.is_item and last is not None and _only_items(pieces, number, last):
            piece.kind = BlockKind.LIST_ITEM
        if piece.is_item:
            items[piece.number] = piece


def _among_items(pieces: Sequence[Piece], number: int) -> bool:
    """Whether an item stands right above or right below, without a blank line between."""
    above = number > 0 and pieces[number - 1].is_item and not pieces[number].gap
    return above or (number + 1 < len(pieces) and pieces[number + 1].is_item and not pieces[number + 1].gap)


def _counts(first: Piece, second: Piece) -> bool:
    """Whether the number of one line follows that of the other."""
    return first.marker == second.marker == "number" and first.number + 1 == second.number


def _only_items(pieces: Sequence[Piece], number: int, before: Piece) -> bool:
    """Whether only nested items stand between a numbered line and an item before it."""
    at = number - 1
    while at >= 0 and pieces[at] is not before and number - at < _MAX_BETWEEN:
        if not pieces[at].is_item or pieces[at].marker == "number":
            return False
        at -= 1
    return pieces[at] is before


def headed_texts(pieces: Sequence[Piece], names: Names) -> None:
    """Items alone above texts, ``- Junior Stage (0-2 years)`` and what is paid there, become lines that head these."""
    known = cues()
    heads: list[Piece] = []
    doing = False
    for piece, below in pairwise(pieces):
        if not (piece.is_item or piece.is_prose):
            doing = known.heading_duties.within(piece.words) or tells_doing(piece, names)
        marked = piece.is_item and piece.marker in {"dot", "dash", "letter"} and below.is_prose and not doing
        if marked and _heads_text(piece, below, names, known):
            heads.append(piece)
    if len(heads) > 1:
        for piece in heads:
            piece.kind = BlockKind.PARAGRAPH


def _heads_text(piece: Piece, below: Piece, names: Names, known: Cues) -> bool:
    """Whether a short item in capitals stands alone above a text, and tells nothing that is done."""
    alone = piece.gap > 0 and below.gap > 0 and len(piece.words) <= _MAX_LABEL
    done = piece.words[:1] and piece.words[0].endswith("ing")
    return (
        alone and not done and title_case(piece.text, known) >= _TITLE_CASE and heading_like(piece.text, names, known)
    )


def bare_lists(pieces: Sequence[Piece], names: Names) -> None:
    """Short lines without markers right below an introduction that ends in a colon become items."""
    known = cues()
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        number += 1
        if piece.kind is not BlockKind.PARAGRAPH or not ends_with_colon(piece.text) or not _introduces(piece, known):
            continue
        stop = number
        # A blank line may part the first item from the line above it, and not the others from each other.
        gap = pieces[number + 1].gap if number + 1 < len(pieces) else 0
        of_roles = number < len(pieces) and _of_role(pieces[number], names)
        while (
            stop < len(pieces)
            and (stop == number or pieces[stop].gap == gap)
            and (_could_be_item(pieces[stop], pieces[number]) or _is_among(pieces, stop, number))
        ):
            if not of_roles and _of_role(pieces[stop], names):
                # "Welder: The Joiner" below labels of another kind: the next section.
                break
            stop += 1
        stop = _without_headings(pieces, number, stop, names)
        if stop - number >= fewest_below(pieces[number:stop]):
            for item in pieces[number:stop]:
                item.kind, item.marker = BlockKind.LIST_ITEM, "bare"
            number = stop


def _without_headings(pieces: Sequence[Piece], number: int, stop: int, names: Names) -> int:
    """Where the lines from ``number`` on end that are items, and none of them heads what stands below."""
    while stop - number > _FEWEST_STOPPED and _ends_otherwise(pieces[number:stop]):
        # "Median salary" below lines that all end with stops heads what follows.
        stop -= 1
    if stop - number > 1 and stop < len(pieces) and not pieces[stop].gap and not is_term(pieces[number]):
        # The line right above a paragraph is its heading.
        stop -= heads_below(pieces[number:stop], pieces[stop], names)
    return stop


def _ends_otherwise(items: Sequence[Piece]) -> bool:
    """Whether the last of some lines ends with no stop, and more of those before it do than not."""
    *others, last = items
    return not ends_sentence(last.text) and sum(ends_sentence(item.text) for item in others) * 2 > len(others)


def _is_among(pieces: Sequence[Piece], at: int, first: int) -> bool:
    """Whether a line with a clause stands between lines of a list: "Talk with donors so that they are at ease."."""
    if at == first or at + 1 >= len(pieces) or not is_fragment(pieces[first]):
        return False
    return is_loose(pieces[at]) and is_fragment(pieces[at - 1]) and is_fragment(pieces[at + 1])


def _introduces(piece: Piece, known: Cues) -> bool:
    """Whether a line with a colon may stand above a list: of some words, or words for lists ("Key duties:")."""
    return len(piece.words) >= _FEWEST_WORDS or known.heading_lists.within(piece.words)


def _of_role(piece: Piece, names: Names) -> bool:
    label, colon, _ = piece.text.partition(": ")
    return bool(colon) and names.is_role(label)


def _could_be_item(piece: Piece, first: Piece) -> bool:
    if piece.kind is not BlockKind.PARAGRAPH or piece.marker or piece.text[-1] in ":?!":
        return False
    if is_term(first):
        return is_term(piece)
    stopped = ends_sentence(piece.text)
    return ends_sentence(first.text) and is_fragment(piece) if stopped else len(piece.words) <= _LONGEST_ITEM


def label(pieces: Sequence[Piece], names: Names) -> None:
    """Marks the leading label of items and paragraphs: ``Label: text``, ``Label.

    Sentence``, ``Label – text``.
    """
    known = cues()
    for piece in pieces:
        if piece.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and piece.label is None:
            piece.label = _colon_label(piece, known) or _arrow_label(piece, known)
            piece.label = piece.label or _dash_label(piece, names, known)
    for run in runs(pieces):
        for pattern, share in ((_STOP, 0.6), (_DASH, 0.5)):
            found = [None if _leads_on(item) else _label(item, pattern, known) for item in run]
            if sum(span is not None for span in found) >= max(share * len(run), min(2, len(run))):
                for item, span in zip(run, found, strict=True):
                    item.label = item.label or span


def _dash_label(piece: Piece, names: Names, known: Cues) -> Span | None:
    """``Baker – bakes bread``: a role's name before a dash and a small letter; ``Skills – tact``: what any role has."""
    found = _DASH.match(piece.text)
    if found is None:
        return None
    words, goes_on = tokens_of(found["label"]), piece.text[found.end() : found.end() + 1].islower()
    facet = known.heading_facets.whole(words) or known.table_labels.whole(words)
    return _span(piece, found) if facet or (goes_on and names.is_role(found["label"])) else None


def _colon_label(piece: Piece, known: Cues) -> Span | None:
    found = COLON.match(piece.text) if ":" in piece.text and not ends_with_colon(piece.text) else None
    if not found or found.end() >= len(piece.text):
        return None
    # Labels that announce lists may be longer: "Skills you need as a pastry chef".
    announces = known.heading_lists.within(tokens_of(found["label"]))
    most = _MAX_LABEL if piece.is_item or announces else 6
    return _span(piece, found) if len(found["label"].split()) <= most else None


def _arrow_label(piece: Piece, known: Cues) -> Span | None:
    return _label(piece, _ARROW, known) if "→" in piece.text and not _leads_on(piece) else None


def _leads_on(piece: Piece) -> bool:
    """Whether arrows lead from step to step, and not from a label to what is said of it."""
    return piece.text.count("→") > 1


def _label(piece: Piece, pattern: re.Pattern[str], known: Cues) -> Span | None:
    found = pattern.match(piece.text)
    if not found:
        return None
    words = tokens_of(found["label"])
    if not 0 < len(words) <= _MAX_LABEL or words[0] in _SUBJECTS or known.advert_reader.within(words):
        return None
    if len(words) > 2 and known.heading_verbs.within(words):
        return None
    return _span(piece, found)


def _span(piece: Piece, found: re.Match[str]) -> Span | None:
    words = found["label"]
    bare = words.strip(_ORNAMENT)
    start = piece.start + found.start("label") + words.index(bare)
    return Span(start, start + len(bare)) if bare else None
