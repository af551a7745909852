"""Finds the amounts of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.amounts import parts
from extract.amounts.grammar import Grammar
from extract.amounts.model import Amount, AmountKind, Hints
from extract.amounts.reading import read_expression
from extract.amounts.tokens import Window, windows
from extract.amounts.units import expected_currencies
from extract.amounts.vocabulary import default
from extract.lexicons.signs import SIGNS
from extract.model import Flag, Period, Repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.amounts.vocabulary import Vocabulary

_NO_HINTS: Final = Hints()
_OPENING: Final = re.compile(
    r"""
    [ \t]{0,3} [(\[] [ \t]{0,3}
    (?: (?: = | or | i\.e\.,? | equivalent\ to | equal\ to | which\ is ) [ \t]{0,3} )?
    """,
    re.VERBOSE,
)
# Between two amounts that share what follows the second: "£400 and £500 per day".
_AND: Final = re.compile(r"[ \t]{0,3}(?:and|or|&|und|oder|et|ou|y|o)[ \t]{1,3}")
# How far behind a conversion a period may reach, in code points.
_BEHIND: Final = 24
_NEIGHBOURS: Final = 12
# How many times its neighbour an amount for the same period may be.
_SIZES: Final = 20
_MONTHS: Final = 12
# How far from twelve months a year may be in round figures.
_ROUNDED: Final = 0.04
# "£38,75O", "$1O5,000", "$9Ok": letters that were read, or written, for digits.
_LOOKALIKES: Final = re.compile(
    r"[0-9](?:(?<![\w.,].)[0-9OoIl]{0,2}(?>(?:[.,][ ]?[0-9OoIl]{3})+)(?!\w)"
    rf"|(?<=[{SIGNS}].)[0-9]*+O[0-9O]*+(?=[kK]?\b))"
)
_DIGITS_OF: Final = str.maketrans("OoIl", "0011")
_CLOSING: Final = re.compile(r"[ \t]{0,3}(?:approx\.?|approximately)?[ \t]{0,3}[)\]]")


def find_amounts(text: str, hints: Hints = _NO_HINTS, vocabulary: Vocabulary | None = None) -> list[Amount]:
    """Every amount of money, percentage and large plain number in ``text``, in order, not overlapping.

    Malformed ones are among them, with ``problem`` set. Takes time linear in the length of the text and
    raises on no text. ``vocabulary`` is that of the built-in lexicons unless given.
    """
    vocabulary = vocabulary or default()
    misread = [match for match in _LOOKALIKES.finditer(text) if any(map(str.isalpha, match[0]))]
    for match in misread:
        text = text[: match.start()] + match[0].translate(_DIGITS_OF) + text[match.end() :]
    local = vocabulary.expecting(frozenset(expected_currencies(vocabulary, hints)))
    found: list[Amount] = []
    for window in windows(text, local, bare=hints.bare):
        grammar = Grammar(window, bare=hints.bare)
        for expression in grammar.expressions():
            amount = read_expression(window, expression, hints)
            if amount is not None:
                found.append(amount)
            if amount is not None or expression.third is not None:
                grammar.take(expression)
    found = _shared(text, _with_conversions(text, found, vocabulary)) if len(found) > 1 else found
    return [_misread(amount, misread) for amount in found] if misread else found


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


def _misread(amount: Amount, misread: Sequence[re.Match[str]]) -> Amount:
    """An amount with letters among its digits is malformed; what digits alike would make of it is a reading."""
    if amount.problem or not any(match.start() < amount.end and amount.start < match.end() for match in misread):
        return amount
    reading = Repair(amount.low, amount.high, amount.unit, "letters stand for digits that look like them")
    note = "letters stand among the digits"
    return replace(amount, low=None, high=None, problem=Flag.MALFORMED_AMOUNT, repairs=(reading,), note=note, flags=())


def _with_conversions(text: str, amounts: list[Amount], vocabulary: Vocabulary) -> list[Amount]:
    """Amounts in brackets behind one of another currency become its conversion."""
    found: list[Amount] = []
    for amount in amounts:
        if found and _are_same(found[-1], amount):
            opening = _OPENING.match(text, found[-1].end)
            closing = _CLOSING.match(text, amount.end)
            if opening and closing and opening.end() == amount.start:
                found[-1] = _folded(text, found[-1], amount, closing.end(), vocabulary)
                continue
        found.append(amount)
    return found


def _folded(text: str, amount: Amount, conversion: Amount, end: int, vocabulary: Vocabulary) -> Amount:
    """The amount with its conversion, and with the period of both where it follows the brackets."""
    amount = replace(amount, end=end, conversion=conversion)
    behind = Window(text, end, min(len(text), end + _BEHIND), vocabulary).tokens
    period = bool(behind) and behind[0].parts & parts.PERIOD and behind[0].start - end <= 1
    # "$9,000 (£7,000) a year more".
    if any(token.parts & (parts.GAP_BEHIND | parts.GAP_NOUN) for token in behind[bool(period) :][:1]):
        amount = replace(amount, difference=True)
    if amount.period_stated:
        return amount
    if conversion.period_stated:
        return replace(amount, period=conversion.period, period_stated=True)
    if not period:
        return amount
    return replace(amount, end=behind[0].end, period=behind[0].term.period, period_stated=True)


def _shared(text: str, amounts: list[Amount]) -> list[Amount]:
    """Gives an amount the period that stands behind its neighbour: "£400 and £500 per day"."""
    for index in range(len(amounts) - 2, -1, -1):
        one, other = amounts[index], amounts[index + 1]
        if other.period_stated and not one.period_stated and _are_alike(text, one, other):
            amounts[index] = replace(one, period=other.period, period_stated=True)
    return amounts


def _are_alike(text: str, one: Amount, other: Amount) -> bool:
    """Whether only "and" or "or" stands between two amounts of one sort and size: not "$60,000 or $30 per hour"."""
    if not other.size / _SIZES <= one.size <= other.size * _SIZES:
        return False
    if other.period is Period.MONTH and abs(one.size - other.size * _MONTHS) < one.size * _ROUNDED:
        # "$48,000 or $4,000 a month": a year's pay, and the same by the month.
        return False
    if (one.unit, one.kind, one.difference) != (other.unit, other.kind, other.difference):
        return False
    return _AND.fullmatch(text, one.end, min(other.start, one.end + _NEIGHBOURS)) is not None


def _are_same(one: Amount, other: Amount) -> bool:
    money = one.kind is AmountKind.MONEY and other.kind is AmountKind.MONEY
    return money and one.unit != other.unit and one.conversion is None and one.difference == other.difference
