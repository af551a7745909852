"""Finds every amount of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.amounts.grammar import Grammar
from extract.amounts.model import Amount, AmountKind, Hints
from extract.amounts.reading import Reader
from extract.amounts.tokens import tokenize, windows
from extract.amounts.vocabulary import default

if TYPE_CHECKING:
    from extract.amounts.vocabulary import Vocabulary

_NO_HINTS: Final = Hints()
_BRACKET: Final = re.compile(r"[ \t]{0,3}[(\[][ \t]{0,3}(?:=|≈|or|i\.e\.,?|equivalent to|equal to|which is|USD:)?[ \t]{0,3}")
_BRACKET_END: Final = re.compile(r"[ \t]{0,3}(?:approx\.?|approximately)?[ \t]{0,3}[)\]]")


def find_amounts(text: str, hints: Hints = _NO_HINTS, vocabulary: Vocabulary | None = None) -> list[Amount]:
    """Every amount of money, percentage and large plain number in ``text``, in order, not overlapping.

    Malformed ones are among them, with ``problem`` set. Takes time linear in the length of the text and never
    raises on any text. ``vocabulary`` is that of the built-in lexicons unless given.
    """
    vocabulary = vocabulary or default()
    found: list[Amount] = []
    for start, end in windows(text):
        grammar = Grammar(text, tokenize(text, start, end, vocabulary), vocabulary, bare=hints.bare)
        reader = Reader(grammar, hints)
        for expression in grammar.expressions():
            amount = reader.read(expression)
            if amount is not None:
                found.append(amount)
                grammar.take(expression)
            elif expression.chain:
                grammar.take(expression)
    return _with_conversions(text, found)


def parse_amount(text: str, hints: Hints = _NO_HINTS, vocabulary: Vocabulary | None = None) -> Amount | None:
    """The one amount of an expression such as a table cell; None where there is none, or more than one.

    Money goes before percentages, and those before plain numbers: ``$95,000 (top 10%)`` is 95,000 dollars.
    """
    found = find_amounts(text, hints, vocabulary)
    for kind in (AmountKind.MONEY, AmountKind.PERCENT, AmountKind.NUMBER):
        amounts = [amount for amount in found if amount.kind is kind]
        if amounts:
            return amounts[0] if len(amounts) == 1 else None
    return None


def _with_conversions(text: str, amounts: list[Amount]) -> list[Amount]:
    """Amounts in brackets behind one of another currency become its conversion."""
    found: list[Amount] = []
    for amount in amounts:
        if found and _are_same(found[-1], amount):
            opening = _BRACKET.match(text, found[-1].end)
            closing = _BRACKET_END.match(text, amount.end)
            if opening and closing and opening.end() == amount.start:
                found[-1] = replace(found[-1], end=closing.end(), conversion=amount)
                continue
        found.append(amount)
    return found


def _are_same(one: Amount, other: Amount) -> bool:
    money = one.kind is AmountKind.MONEY and other.kind is AmountKind.MONEY
    return money and one.unit != other.unit and one.conversion is None and one.difference == other.difference
