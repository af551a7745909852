"""Expressions to amounts: which currency and scale, what the digits say, and what is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.amounts.digits import Number, Style, read_number
from extract.amounts.model import Amount, AmountKind
from extract.amounts.vocabulary import (
    APPROX,
    APPROX_BEHIND,
    GAP_BEFORE,
    GAP_MONEY,
    LABEL,
    LETTER,
    LOWER,
    LOWER_BEHIND,
    ODD,
    UPPER,
    UPPER_BEHIND,
    WORD,
)
from extract.model import Flag, Period, Repair

if TYPE_CHECKING:
    from extract.amounts.grammar import Expression, Grammar, Side
    from extract.amounts.model import Hints
    from extract.amounts.vocabulary import Vocabulary

# Nobody is paid more; whole markets are worth less.
LARGEST: Final = 10**12

_LAKH: Final = 100_000
_CRORE: Final = 10_000_000
# A scale that stands for both ends fits the lower one only one step down: 40–1.2 Cr, 800–1.2M.
_STEP_DOWN: Final = {1000: 1, _LAKH: 1000, 10**6: 1000, _CRORE: _LAKH, 10**9: 10**6}
_SMALL: Final = 1000
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_CUT: Final = re.compile(r"\.[ \t]*(?:\n|\Z)")
_OTHER_END_LOST: Final = re.compile(r"\s*(?:[.;!?]|\Z)")
_DASH_AT_END: Final = re.compile(r"\s*[-–—−]\s*\Z")
_CUT_BELOW: Final = {"INR": 1000, "PKR": 1000, "NGN": 1000, "JPY": 1000, "KRW": 1000}
_MOST_REPAIRS: Final = 4


class Unit(NamedTuple):
    """What is counted, and whether a currency had to be guessed."""

    kind: AmountKind
    code: str | None
    ambiguous: bool = False


class End(NamedTuple):
    """A side's value, or its candidate values with reasons where it is malformed."""

    value: float
    notes: tuple[str, ...] = ()
    candidates: tuple[tuple[float, str], ...] = ()
    malformed: str | None = None
    small: bool = False


class Reader:
    """Decides for the expressions of one window whether they are amounts."""

    def __init__(self, grammar: Grammar, hints: Hints) -> None:
        self._grammar = grammar
        self._hints = hints
        self._text = grammar.text
        self._vocabulary = grammar.vocabulary

    def read(self, found: Expression) -> Amount | None:
        """The amount, or None where the figures are none."""
        unit = self._unit(found)
        if unit is None:
            return None
        one, two = self._ends(found, unit)
        if unit.kind is AmountKind.NUMBER and not self._is_large(found, one, two):
            return None
        if not found.one.sign and not found.one.percent and self._hints.bare and self._is_no_pay(found, one):
            return None
        why = self._wrong(found, unit, one, two)
        return self._malformed(found, unit, one, two, why) if why else self._amount(found, unit, one, two)

    # What is counted

    def _unit(self, found: Expression) -> Unit | None:
        one, two = found.one, found.two or found.one
        if one.percent or two.percent:
            return Unit(AmountKind.PERCENT, "percent")
        currencies = one.currencies or two.currencies
        if currencies:
            if two.currencies and len(two.currencies) < len(currencies):
                currencies = two.currencies
            if not one.before and self._grammar.named(one) and one.digits.isdigit():
                return None
            return self._money(currencies, one.sign or two.sign or "")
        return self._unsigned(found, one, two)

    def _money(self, currencies: tuple[str, ...], sign: str) -> Unit:
        if len(currencies) == 1:
            return Unit(AmountKind.MONEY, currencies[0])
        hints = self._hints
        if hints.currency in currencies:
            return Unit(AmountKind.MONEY, hints.currency)
        at_home = self._vocabulary.country_currency.get(hints.country or "")
        if at_home in currencies:
            return Unit(AmountKind.MONEY, at_home)
        return Unit(AmountKind.MONEY, currencies[0], sign.lower() not in self._vocabulary.understood)

    def _unsigned(self, found: Expression, one: Side, two: Side) -> Unit | None:
        grammar = self._grammar
        if grammar.named(one) or grammar.counts(two) or grammar.glued(two) or found.chain:
            return None
        factor = one.factor or two.factor
        if factor and factor.currencies:
            return Unit(AmountKind.MONEY, factor.currencies[0])
        if self._hints.bare:
            return Unit(AmountKind.MONEY, self._hints.currency)
        if factor and factor.factor in (_LAKH, _CRORE):
            return self._lakh(found, factor.parts & LETTER)
        return Unit(AmountKind.NUMBER, None)

    def _lakh(self, found: Expression, letter: int) -> Unit:
        """Lakh and crore count rupees unless something else is named or another currency of theirs is known."""
        if self._followed_by_noun(found):
            return Unit(AmountKind.NUMBER, None)
        known = self._vocabulary.lakh_currencies
        for code in (self._hints.currency, self._vocabulary.country_currency.get(self._hints.country or "")):
            if code in known:
                return Unit(AmountKind.MONEY, code)
        return Unit(AmountKind.NUMBER, None) if letter else Unit(AmountKind.MONEY, "INR", ambiguous=True)

    def _followed_by_noun(self, found: Expression) -> bool:
        tokens = self._grammar.tokens
        index = found.last + 1
        return (
            index < len(tokens)
            and tokens[index].parts == WORD
            and self._grammar.near(found.last)
            and tokens[index].text not in ("for", "as", "at", "depending", "with", "if", "while", "whereas", "or", "plus", "is", "are", "based", "when", "after")
        )

    def _is_large(self, found: Expression, one: End, two: End | None) -> bool:
        """Whether a plain number is one that a lost sign may have made an amount of pay."""
        if one.malformed or (two and two.malformed):
            return False
        top = max(one.value, two.value if two else 0)
        last = found.two or found.one
        written = not last.digits.isdigit() or last.factor or found.period
        return bool(top >= _SMALL and written and last.digits != "401")

    def _is_no_pay(self, found: Expression, one: End) -> bool:
        """Whether a plain number in a cell of amounts is a rank, a year, a span of years or no number."""
        tokens = self._grammar.tokens
        if found.first and tokens[found.first - 1].parts & LABEL and self._grammar.near(found.first - 1):
            return True
        whole = self._text.strip() == self._text[tokens[found.first].start : tokens[found.last].end]
        if one.malformed:
            return not whole
        last = found.two or found.one
        if _YEAR.fullmatch(found.one.digits) and _YEAR.fullmatch(last.digits):
            return not whole
        return one.value < 10 and not last.factor and self._period(found) is not Period.HOUR

    # What the digits say

    def _ends(self, found: Expression, unit: Unit) -> tuple[End, End | None]:
        one, two = found.one, found.two
        if two is None:
            return self._end(one, self._number(one, unit, found, None), None, None), None
        first = self._number(one, unit, found, two)
        second = self._number(two, unit, found, one)
        low, high = self._factors(one, first, two, second)
        return self._end(one, first, low, unit), self._end(two, second, high, unit)

    def _number(self, side: Side, unit: Unit, found: Expression, other: Side | None) -> Number:
        shared = other is not None and other.factor is not None
        habits = self._vocabulary.decimal_comma
        return read_number(
            side.digits,
            Style(
                decimal_comma=(unit.code if unit.code in habits else self._hints.country) in habits
                if unit.kind is not AmountKind.MONEY or unit.code is None or unit.code in habits
                else False,
                fraction=bool(side.percent or side.factor or shared or unit.kind is AmountKind.PERCENT or self._period(found) is Period.HOUR or self._hints.scale),
                free=unit.code is None,
            ),
        )

    def _factors(self, one: Side, first: Number, two: Side, second: Number) -> tuple[int, int]:
        """What to multiply both ends with; a scale written once stands for both where that makes sense."""
        low = one.factor.factor if one.factor and one.factor.factor else 1
        high = two.factor.factor if two.factor and two.factor.factor else 1
        if two.factor and not one.factor and not first.grouped and first.scaled() < _SMALL:
            low = high
            while low > 1 and first.scaled(low) > second.scaled(high):
                low = _STEP_DOWN.get(low, 1)
            if low == 1 and first.scaled() <= 1:
                low = high
        elif one.factor and not two.factor and not second.grouped and second.scaled() < _SMALL:
            high = low
        return low, high

    def _end(self, side: Side, number: Number, factor: int | None, _unit: Unit | None) -> End:
        if factor is None:
            factor = side.factor.factor if side.factor and side.factor.factor else 1
        notes = (*side.notes, *((number.note,) if number.note else ()))
        if number.malformed:
            candidates = tuple((digits * factor / 10**places, why) for digits, places, why in number.candidates)
            return End(0.0, notes, candidates, number.malformed)
        scale = self._hints.scale
        if scale and factor == 1 and not side.percent and not number.grouped and number.scaled() < max(_SMALL, 10**7 // scale):
            factor = scale
        value = number.scaled(factor)
        return End(value, notes, small=factor == 1 and not number.grouped and value < _SMALL)

    def _period(self, found: Expression) -> Period | None:
        return found.period or self._hints.period

    # What is wrong

    def _wrong(self, found: Expression, unit: Unit, one: End, two: End | None) -> str | None:
        """Why the amount cannot be trusted as read."""
        last = two or one
        if one.malformed or last.malformed:
            return one.malformed or last.malformed
        if found.chain:
            return "three figures are joined where a range has two"
        if max(one.value, last.value) > LARGEST:
            return "larger than any pay"
        if unit.kind is not AmountKind.MONEY:
            return None
        odd = self._odd_letter(found, unit)
        if odd:
            return odd
        if (found.one.twice or (found.two and found.two.twice)) and one.small:
            return "the sign stands twice and digits seem lost between"
        return self._cut_off(found, unit, one)

    def _odd_letter(self, found: Expression, unit: Unit) -> str | None:
        for side in (found.one, found.two):
            if side and side.factor and side.factor.parts & ODD:
                if side.factor.factor == _LAKH and unit.code in self._vocabulary.lakh_currencies:
                    continue
                return "a letter that is no scale of this currency"
        return None

    def _cut_off(self, found: Expression, unit: Unit, one: End) -> str | None:
        if found.two or found.one.percent or not found.one.sign:
            return None
        end = self._grammar.tokens[found.last].end
        if found.opened and _OTHER_END_LOST.match(self._text, end):
            return "the other end of the range is lost"
        if _DASH_AT_END.match(self._text, end):
            return "the other end of the range is lost"
        limit = _CUT_BELOW.get(unit.code or "", 100)
        if one.small and one.value < limit and not found.period and _CUT.match(self._text, end):
            return "cut off: a small figure and a full stop at the end"
        return None

    # Results

    def _amount(self, found: Expression, unit: Unit, one: End, two: End | None) -> Amount:
        low_value, high_value = (one.value, two.value) if two else (one.value, one.value)
        if found.minus:
            low_value, high_value = -high_value, -low_value
        low: float | None = low_value
        high: float | None = high_value
        high_open, low_open = self._open(found)
        if two is None and low_open:
            low = None
        elif two is None and high_open:
            high = None
        flags: list[Flag] = []
        repairs: tuple[Repair, ...] = ()
        if low_value > high_value:
            flags.append(Flag.INVERTED_RANGE)
            repairs = (Repair(high_value, low_value, unit.code, "the ends are exchanged"),)
        notes = self._notes(found, one, two)
        if notes:
            flags.append(Flag.REPAIRED_AMOUNT)
        return self._build(found, unit, low, high, low_open, high_open, flags, notes, repairs, None)

    def _malformed(self, found: Expression, unit: Unit, one: End, two: End | None, why: str) -> Amount:
        repairs = self._candidates(found, unit, one, two)
        high_open, low_open = self._open(found)
        return self._build(found, unit, None, None, low_open, high_open, [], why, repairs, Flag.MALFORMED_AMOUNT)

    def _build(
        self,
        found: Expression,
        unit: Unit,
        low: float | None,
        high: float | None,
        low_open: bool,
        high_open: bool,
        flags: list[Flag],
        note: str | None,
        repairs: tuple[Repair, ...],
        problem: Flag | None,
    ) -> Amount:
        tokens = self._grammar.tokens
        start, end = tokens[found.first].start, tokens[found.last].end
        if found.one.notes and self._text[start - 1 : start] == "\\":
            start -= 1
        money = unit.kind is AmountKind.MONEY
        if money and unit.code is None:
            flags.append(Flag.MISSING_CURRENCY)
        elif unit.ambiguous:
            flags.append(Flag.AMBIGUOUS_CURRENCY)
        gap = found.gap or found.parts & GAP_BEFORE or (money and (found.parts & GAP_MONEY or found.minus))
        return Amount(
            start=start,
            end=end,
            kind=unit.kind,
            low=low,
            high=high,
            low_open=low_open,
            high_open=high_open,
            unit=unit.code,
            sign=found.one.sign or (found.two.sign if found.two else None),
            period=found.period or (self._hints.period if money else None),
            period_stated=found.period is not None,
            approximate=bool(found.parts & (APPROX | APPROX_BEHIND)) or self._text[end : end + 1] == "s",
            difference=bool(gap),
            flags=tuple(flags),
            problem=problem,
            repairs=repairs,
            note=note,
        )

    def _open(self, found: Expression) -> tuple[bool, bool]:
        """Whether the amount is open above and below."""
        parts = found.parts
        if found.two is not None:
            return found.high_open or bool(parts & LOWER_BEHIND), False
        above = found.high_open or bool(parts & (LOWER | LOWER_BEHIND))
        return above, bool(parts & (UPPER | UPPER_BEHIND))

    def _notes(self, found: Expression, one: End, two: End | None) -> str | None:
        notes = [*one.notes, *(two.notes if two else ())]
        if found.one.twice or (found.two and found.two.twice):
            notes.append("a sign written twice is read once")
        return "; ".join(dict.fromkeys(notes)) or None

    def _candidates(self, found: Expression, unit: Unit, one: End, two: End | None) -> tuple[Repair, ...]:
        """Readings that the malformed words allow, the likeliest first."""
        if found.chain or max(one.value, two.value if two else 0) > LARGEST:
            return ()
        firsts = self._readings(found.one, one, unit)
        repairs: list[Repair] = []
        if two is None or found.two is None:
            high_open, low_open = self._open(found)
            high_open = high_open or found.opened
            for value, why in firsts:
                repairs.append(
                    Repair(None if low_open else value, None if high_open else value, unit.code, why)
                )
        else:
            pairs = [
                Repair(low, high, unit.code, "; ".join(dict.fromkeys(why for why in (first, second) if why)))
                for low, first in firsts
                for high, second in self._readings(found.two, two, unit)
            ]
            # An upper end within ten times the lower is likelier than anything else.
            pairs.sort(key=lambda pair: not (pair.low or 0) <= (pair.high or 0) <= 10 * (pair.low or 0))
            repairs = pairs
        return tuple(repairs[:_MOST_REPAIRS])

    def _readings(self, side: Side, end: End, unit: Unit) -> list[tuple[float, str]]:
        if end.candidates:
            return list(end.candidates)
        if side.factor and side.factor.parts & ODD:
            digits = end.value / (side.factor.factor or 1)
            if side.factor.factor == 1000:
                return [(digits * 1000, "T means thousand")]
            return [(digits * _LAKH, "L means lakh"), (digits * 1000, "L is a slip for K")]
        if side.twice and end.small:
            return [
                (end.value * 1000, "the comma and three zeros are lost at the second sign"),
                (end.value, "the second sign is a slip"),
            ]
        if end.small and unit.kind is AmountKind.MONEY and end.value:
            scale = _LAKH if unit.code in self._vocabulary.lakh_currencies else 1000
            word = "lakh" if scale == _LAKH else "thousand"
            return [(end.value * scale, f"the scale ({word}) is lost"), (end.value, "the figure is whole")]
        return [(end.value, "")]
