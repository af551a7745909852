"""The values of an expression's ends, and the values that malformed ends may have had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from extract.amounts import parts
from extract.amounts.digits import Number, Style, read_number
from extract.amounts.model import AmountKind
from extract.amounts.units import CRORE, LAKH
from extract.model import Period, Repair

if TYPE_CHECKING:
    from extract.amounts.figures import Figure
    from extract.amounts.grammar import Expression
    from extract.amounts.model import Hints
    from extract.amounts.units import Unit
    from extract.amounts.vocabulary import Vocabulary

# Nobody is paid more.
LARGEST: Final = 10**12
SMALL: Final = 1000

# A scale that stands for both ends fits the lower one only one step down: 40–1.2 Cr, 800–1.2M.
_STEP_DOWN: Final = {1000: 1, LAKH: 1000, 10**6: 1000, CRORE: LAKH, 10**9: 10**6}
_MOST_REPAIRS: Final = 4


class End(NamedTuple):
    """The value of a figure. A malformed one has ``candidates``, values with reasons, and says why.

    ``small`` holds for a whole figure below a thousand without a scale.
    """

    value: float
    notes: tuple[str, ...] = ()
    candidates: tuple[tuple[float, str], ...] = ()
    malformed: str | None = None
    small: bool = False


def ends_of(found: Expression, unit: Unit, hints: Hints, vocabulary: Vocabulary) -> tuple[End, End | None]:
    """The values of both ends; the second is None for a single figure."""
    one, two = found.one, found.two
    style = _style(found, unit, hints, vocabulary)
    first = _number(one, two, style)
    if two is None:
        return _end(one, first, one.scale.factor if one.scale else 1, hints), None
    second = _number(two, one, style)
    low, high, note = _factors(one, first, two, second)
    return _end(one, first, low, hints, note), _end(two, second, high, hints)


def repairs_of(found: Expression, unit: Unit, one: End, two: End | None, *, rupees: bool) -> tuple[Repair, ...]:
    """Readings that malformed words allow, the likeliest first.

    ``rupees`` says that a lost scale was lakh. An end that is open stays open.
    """
    if found.third or max(one.value, two.value if two else 0) > LARGEST:
        return ()
    firsts = _readings(found.one, one, unit, rupees=rupees)
    if two is None or found.two is None:
        open_above = found.above or found.opened or bool(found.words & (parts.LOWER | parts.LOWER_BEHIND))
        open_below = bool(found.words & (parts.UPPER | parts.UPPER_BEHIND))
        return tuple(
            Repair(None if open_below else value, None if open_above else value, unit.code, why)
            for value, why in firsts[:_MOST_REPAIRS]
        )
    pairs = [
        Repair(low, high, unit.code, "; ".join(dict.fromkeys((why, other))))
        for low, why in firsts
        for high, other in _readings(found.two, two, unit, rupees=rupees)
    ]
    return tuple(sorted(pairs, key=_unlikely)[:_MOST_REPAIRS])


def _unlikely(pair: Repair) -> bool:
    """An upper end from once to ten times the lower is likelier than anything else."""
    low, high = pair.low or 0.0, pair.high or 0.0
    return not low <= high <= 10 * low


def _style(found: Expression, unit: Unit, hints: Hints, vocabulary: Vocabulary) -> Style:
    percent = unit.kind is AmountKind.PERCENT
    hourly = (found.period or hints.period) is Period.HOUR
    habits = vocabulary.decimal_comma
    last = found.two or found.one
    # Who writes "110.000$" writes thousands with a stop, too.
    behind = last.sign is not None and not last.before and not found.one.before
    return Style(
        decimal_comma=percent or behind or unit.code in habits or hints.country in habits,
        fraction=percent or hourly or bool(hints.scale),
        free=unit.code is None,
    )


def _number(figure: Figure, other: Figure | None, style: Style) -> Number:
    scaled = figure.scale or (other and other.scale)
    return read_number(figure.digits, style._replace(fraction=True) if scaled else style)


def _factors(one: Figure, first: Number, two: Figure, second: Number) -> tuple[int, int, str | None]:
    """What to multiply both ends with; a scale written once stands for both where that makes sense."""
    low = one.scale.factor if one.scale else 1
    high = two.scale.factor if two.scale else 1
    lower, upper = first.scaled(), second.scaled()
    if not one.scale and not first.grouped and lower < SMALL:
        if two.scale:
            low = high
            while low > 1 and lower * low > upper * high:
                low = _STEP_DOWN.get(low, 1)
        elif second.grouped and upper / 10 <= lower * SMALL <= upper:
            return SMALL, high, "the thousands written once stand for both ends"
    elif one.scale and not two.scale and not second.grouped and upper < SMALL:
        high = low
    return low, high, None


def _end(figure: Figure, number: Number, factor: int, hints: Hints, note: str | None = None) -> End:
    if number.malformed:
        candidates = tuple((digits * factor / 10**places, why) for digits, places, why in number.candidates)
        return End(0.0, (), candidates, number.malformed)
    scale = hints.scale
    if scale and factor == 1 and not figure.percent and not number.grouped:
        # A header that says "in thousands" may stand above full amounts all the same.
        factor = scale if number.scaled() < max(SMALL, 10**7 // scale) else 1
    value = number.scaled(factor)
    notes = tuple(text for text in (*figure.notes, number.note, note) if text)
    return End(value, notes, small=factor == 1 and not number.grouped and value < SMALL)


def _readings(figure: Figure, end: End, unit: Unit, *, rupees: bool) -> list[tuple[float, str]]:
    """The values that a figure of a malformed amount may have had, with reasons."""
    if end.malformed:
        return list(end.candidates)
    if figure.scale and figure.scale.parts & parts.ODD:
        digits = end.value / figure.scale.factor
        if figure.scale.factor == SMALL:
            return [(end.value, "T means thousand")]
        return [(digits * LAKH, "L means lakh"), (digits * SMALL, "L is a slip for K")]
    if figure.twice and end.small:
        lost = "the comma and three zeros are lost at the second sign"
        return [(end.value * SMALL, lost), (end.value, "the second sign is a slip")]
    if end.small and unit.kind is AmountKind.MONEY and end.value:
        scale, word = (LAKH, "lakh") if rupees else (SMALL, "thousand")
        return [(end.value * scale, f"{word} is lost behind it"), (end.value, "the figure is whole")]
    return [(end.value, "the figure stands as written")]
