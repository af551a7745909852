"""Expressions to amounts: what is none, what is wrong, and what comes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.amounts import parts
from extract.amounts.figures import YEAR, is_glued
from extract.amounts.model import Amount, AmountKind
from extract.amounts.units import LAKH, Unit, unit_of
from extract.amounts.values import LARGEST, SMALL, End, ends_of, repairs_of
from extract.model import Flag, Period, Repair

if TYPE_CHECKING:
    from extract.amounts.figures import Figure
    from extract.amounts.grammar import Expression
    from extract.amounts.model import Hints
    from extract.amounts.tokens import Window

_SENTENCE_END: Final = re.compile(r"\.[ \t]*(?:\n|\Z|(?<=[ \t])[“‘\"'(]?[A-Z])")
_OTHER_END_LOST: Final = re.compile(r"\s*(?:[.;!?]|,?\s*\Z)")
_IN_THE: Final = re.compile(r"\bin the\s\Z", re.IGNORECASE)
_REACH: Final = 8
_DASH_AT_END: Final = re.compile(r"\s*[-–—−]\s*\Z")
_MIDDLE: Final = re.compile(r"(?<!to[ -])\bmid[ -]\Z", re.IGNORECASE)
# Plain digits of this length may be an amount without its sign.
_LONG: Final = 5
_LEAST_PLAIN: Final = 10
# A capitalised run of more letters is a word.
_WORD: Final = 2


def read_expression(window: Window, found: Expression, hints: Hints) -> Amount | None:
    """The amount, perhaps malformed; None where the figures are no amount."""
    unit = unit_of(window, found, hints)
    if unit is None:
        return None
    one, two = ends_of(found, unit, hints, window.vocabulary)
    if unit.kind is AmountKind.NUMBER and not _is_large(found, one, two):
        return None
    if hints.bare and not found.sign and unit.kind is AmountKind.MONEY and _is_no_pay(window, found, one, hints):
        return None
    why = _wrong(window, found, unit, one, two)
    if why:
        return _malformed(window, found, unit, one, two, hints, why)
    return _sound(window, found, unit, one, two, hints)


# What is no amount


def _is_large(found: Expression, one: End, two: End | None) -> bool:
    """Whether a plain number is one that may be an amount of pay whose sign is lost."""
    last = two or one
    if one.malformed or last.malformed or max(one.value, last.value) < SMALL:
        return False
    digits = found.upper.digits
    return bool(found.upper.scale or found.period or not digits.isdigit() or len(digits) >= _LONG)


def _is_no_pay(window: Window, found: Expression, one: End, hints: Hints) -> bool:
    """Whether a plain number among amounts is a rank, a year, a short count or no number."""
    if found.first and window.parts[found.first - 1] & parts.LABEL and window.near(found.first - 1):
        return True
    if YEAR.fullmatch(found.one.digits) and YEAR.fullmatch(found.upper.digits):
        return hints.period in (None, Period.YEAR) or not _is_whole(window, found)
    if one.malformed:
        groups = re.split(r"\D", found.one.digits)
        return not _is_whole(window, found) or not any(len(group) == len("000") for group in groups)
    hourly = (found.period or hints.period) is Period.HOUR
    return one.value < _LEAST_PLAIN and not found.upper.scale and not hourly


def _is_whole(window: Window, found: Expression) -> bool:
    text = window.text[window.tokens[found.first].start : window.tokens[found.last].end]
    return window.text.strip() == text


# What is wrong


def _wrong(window: Window, found: Expression, unit: Unit, one: End, two: End | None) -> str | None:
    """Why the amount cannot be trusted as read."""
    last = two or one
    why = one.malformed or last.malformed
    if not why and found.third:
        why = "three figures are joined where a range has two"
    if not why and _is_too_large(found, one, last):
        why = "larger than any pay"
    if why or unit.kind is not AmountKind.MONEY:
        return why
    return _odd_letter(window, found, unit) or _lost(window, found, unit, one)


def _is_too_large(found: Expression, one: End, last: End) -> bool:
    """Whether digits were run together; "$2 trillion" is what it says, if hardly pay."""
    largest = max(one.value / _factor(found.one), last.value / _factor(found.upper))
    return largest > LARGEST or max(one.value, last.value) > LARGEST * LARGEST


def _factor(figure: Figure) -> int:
    return figure.scale.factor if figure.scale else 1


def _odd_letter(window: Window, found: Expression, unit: Unit) -> str | None:
    for figure in (found.one, found.upper):
        scale = figure.scale
        if scale and scale.parts & parts.ODD:
            lakh = scale.factor == LAKH and unit.code in window.vocabulary.lakh_currencies
            if not lakh:
                return "a letter that is no scale of this currency"
    return None


def _is_about(window: Window, found: Expression) -> bool:
    """``In the range of 55,000``: about as much, and no range."""
    start = window.tokens[found.first].start
    alone = found.opened and found.two is None
    return alone and _IN_THE.search(window.text, max(0, start - _REACH), start) is not None


def _lost(window: Window, found: Expression, unit: Unit, one: End) -> str | None:
    """What is missing: digits between two signs, the other end, the rest behind a cut."""
    if found.one.twice and one.small:
        return "the sign stands twice and digits seem lost between"
    if one.small and found.upper.before and _runs_on(window, found.upper):
        return "letters stand among the digits"
    if found.two or not found.sign:
        return None
    end = window.tokens[found.last].end
    lost = found.opened and not _is_about(window, found)
    if (lost and _OTHER_END_LOST.match(window.text, end)) or _DASH_AT_END.match(window.text, end):
        return "the other end of the range is lost"
    limit = window.vocabulary.cut_off.get(unit.code or "", 0)
    if one.small and one.value < limit and not found.period and _SENTENCE_END.match(window.text, end):
        return "cut off: a small figure and a full stop"
    return None


def _runs_on(window: Window, figure: Figure) -> bool:
    """Whether a number runs on into letters (9O,000); a capitalised word is the next cell's."""
    if not is_glued(window, figure):
        return False
    following = window.words[figure.last + 1]
    return window.parts[figure.last + 1] == parts.WORD and not (len(following) > _WORD and following.istitle())


# What comes out


def _sound(window: Window, found: Expression, unit: Unit, one: End, two: End | None, hints: Hints) -> Amount:
    lower, upper = (one.value, two.value) if two else (one.value, one.value)
    if two is None and _mid(window, found) is not None:
        lower = upper = lower + _span_of(lower) / 2
    if found.minus:
        lower, upper = -upper, -lower
    low_open, high_open = _openness(found)
    flags: list[Flag] = []
    repairs: tuple[Repair, ...] = ()
    if lower > upper:
        flags.append(Flag.INVERTED_RANGE)
        repairs = _exchanged(found, unit, lower, upper, rupees=_is_rupees(window, unit))
    note = _notes(found, one, two)
    if note:
        flags.append(Flag.REPAIRED_AMOUNT)
    return _build(
        window,
        found,
        unit,
        hints,
        low=None if two is None and low_open else lower,
        high=None if two is None and high_open and not low_open else upper,
        flags=flags,
        repairs=repairs,
        note=note,
    )


def _mid(window: Window, found: Expression) -> int | None:
    """Where "mid" begins, where an amount is the middle of what begins with it: "mid-$30,000s"."""
    start, end = window.tokens[found.first].start, window.tokens[found.last].end
    said = _MIDDLE.search(window.text, max(0, start - 8), start) if window.text[end : end + 1] == "s" else None
    return said.start() if said else None


def _span_of(value: float) -> float:
    """How much the zeros of a round number leave open: ten thousand for 30,000, a hundred thousand for 200,000."""
    step = 1.0
    while value and not value % (step * 10):
        step *= 10
    return step


def _malformed(
    window: Window, found: Expression, unit: Unit, one: End, two: End | None, hints: Hints, why: str
) -> Amount:
    repairs = repairs_of(found, unit, one, two, rupees=_is_rupees(window, unit))
    return _build(window, found, unit, hints, flags=[], repairs=repairs, note=why, problem=Flag.MALFORMED_AMOUNT)


def _build(
    window: Window,
    found: Expression,
    unit: Unit,
    hints: Hints,
    *,
    flags: list[Flag],
    repairs: tuple[Repair, ...],
    note: str | None,
    low: float | None = None,
    high: float | None = None,
    problem: Flag | None = None,
) -> Amount:
    start, end = _extent(window, found)
    money = unit.kind is AmountKind.MONEY
    if money and unit.code is None and not unit.doubtful:
        flags.append(Flag.MISSING_CURRENCY)
    elif unit.doubtful:
        flags.append(Flag.AMBIGUOUS_CURRENCY)
    low_open, high_open = _openness(found)
    gap = found.gap or found.words & parts.GAP_BEFORE or (money and (found.words & parts.GAP_MONEY or found.minus))
    return Amount(
        start=start,
        end=end,
        kind=unit.kind,
        low=low,
        high=high,
        low_open=low_open,
        high_open=high_open,
        unit=unit.code,
        sign=found.sign,
        period=found.period or (hints.period if money else None),
        period_stated=found.period is not None,
        approximate=bool(found.words & (parts.APPROX | parts.APPROX_BEHIND))
        or _is_about(window, found)
        or window.text[end : end + 1] == "s",
        difference=bool(gap),
        flags=tuple(flags),
        problem=problem,
        repairs=repairs,
        note=note,
    )


def _is_rupees(window: Window, unit: Unit) -> bool:
    return unit.code in window.vocabulary.lakh_currencies


def _extent(window: Window, found: Expression) -> tuple[int, int]:
    start = window.tokens[found.first].start
    if found.one.notes and window.text[start - 1 : start] == "\\":
        start -= 1
    middle = _mid(window, found) if found.two is None else None
    start = start if middle is None else middle
    return start, found.end if found.end is not None else window.tokens[found.last].end


def _openness(found: Expression) -> tuple[bool, bool]:
    """Whether the amount is open below and above. The words before a range speak of neither end alone."""
    above = found.above or bool(found.words & parts.LOWER_BEHIND)
    if found.two is not None:
        return False, above
    below = bool(found.words & (parts.UPPER | parts.UPPER_BEHIND))
    return below, above or bool(found.words & parts.LOWER)


def _exchanged(found: Expression, unit: Unit, lower: float, upper: float, *, rupees: bool) -> tuple[Repair, ...]:
    repairs = [Repair(upper, lower, unit.code, "the ends are exchanged")]
    scale, word = (LAKH, "lakh") if rupees else (SMALL, "thousand")
    if unit.kind is AmountKind.MONEY and found.upper.short and upper * scale >= lower:
        repairs.insert(0, Repair(lower, upper * scale, unit.code, f"{word} is lost behind the upper end"))
    return tuple(repairs)


def _notes(found: Expression, one: End, two: End | None) -> str | None:
    notes = [*one.notes, *(two.notes if two else ())]
    if found.one.twice or found.upper.twice:
        notes.append("a sign written twice is read once")
    return "; ".join(dict.fromkeys(notes)) or None
