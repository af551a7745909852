"""Lists of figures without markers: ``Ohio: $52,000`` line below line, for places, levels, firms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicons.signs import SIGNS
from extract.model import BlockKind
from extract.reading.lines import ends_sentence
from extract.reading.money import DIGIT, DIGITS, MARK, TAIL
from extract.reading.names import Names
from extract.reading.pieces import Piece

_FEWEST = 3
_MAX_LABEL = 6
_MAX_BEHIND = 4
"""In words."""
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:\d" + SIGNS + r"|]{1,60}?)(?:\s?:|\s[–—→-])\s?(?P<value>\S.*)")
_LEVELLED = re.compile(rf"(?P<label>[^\W\d_](?:[^:\d{SIGNS}|]|\([^()]*\)){{1,60}}?)\s(?P<value>(?:{MARK}\s?)?\d.*)")
# "9 500 – 13 000 PLN": the currency of a range may stand behind it alone.
_AMOUNT = re.compile(
    rf"(?:{MARK}\s?{DIGITS}|{DIGITS}[kK]?(?:\s?[-–—]\s?{DIGITS}[kK]?)?\s?{TAIL})(?:[kKMmL]\b)?(?:\s?(?:[-–—]|to)\s?(?:{MARK}\s?)?{DIGITS}(?:[kKMmL]\b)?)?\+?"
)
_COUNT = re.compile(r"[~]?\d[\d,.]*\+?%?")


def figure_lists(pieces: Sequence[Piece], names: Names) -> None:
    """Makes items of lines in a row that are a short label and an amount; counts may stand between them."""
    number = 0
    while number < len(pieces):
        stop = number
        amounts = 0
        while stop < len(pieces) and (kind := _kind(pieces[stop], names)):
            if stop > number + 1 and pieces[stop].gap != pieces[number + 1].gap:
                break
            amounts += kind != "count"
            stop += 1
        if amounts >= _FEWEST and amounts * 2 >= stop - number and _kind(pieces[number], names) == "amount":
            for piece in pieces[number:stop]:
                piece.kind, piece.marker = BlockKind.LIST_ITEM, piece.marker or "bare"
        number = max(stop, number + 1)


def _kind(piece: Piece, names: Names) -> str:
    """``amount`` for a label and an amount, ``count`` for a label and a number, ``word`` for a word and an amount.

    Empty for anything else.
    """
    if piece.kind is not BlockKind.PARAGRAPH or piece.settled or "\n" in piece.text:
        return ""
    return kind_of_line(piece.text) or _kind_of_level(piece.text, names)


def _kind_of_level(text: str, names: Names) -> str:
    """The same of ``Junior £28,000 – £33,000``, without a sign; any other word may stand among levels."""
    found = _LEVELLED.fullmatch(text) if DIGIT.search(text) else None
    amount = _AMOUNT.match(found["value"]) if found is not None else None
    if found is None or amount is None or len(found["value"][amount.end() :].split()) > _MAX_BEHIND:
        return ""
    if names.is_level(found["label"]):
        return "amount"
    return "word" if found["label"].isalpha() else ""


def kind_of_line(text: str) -> str:
    """The same of a line's text."""
    found = _LABELLED.fullmatch(text.strip("*_ ")) if DIGIT.search(text) else None
    if found is None or len(found["label"].split()) > _MAX_LABEL or ends_sentence(text):
        return ""
    amount = _AMOUNT.match(found["value"])
    if amount is not None:
        behind = found["value"][amount.end() :].split()
        return "amount" if len(behind) <= _MAX_BEHIND else ""
    return "count" if _COUNT.fullmatch(found["value"]) else ""
