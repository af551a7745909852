"""What an amount is: its ends, its unit and period, and everything that was odd about it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter

from extract.model import Flag, Period, Repair


class AmountKind(StrEnum):
    """What is counted: money, hundredths, or something that the words do not say."""

    MONEY = "money"
    PERCENT = "percent"
    NUMBER = "number"


class Form(StrEnum):
    """The shape of an amount."""

    POINT = "point"
    RANGE = "range"
    LOWER = "lower"
    UPPER = "upper"


@dataclass(frozen=True, slots=True)
class Hints:
    """What a table header or the page says about its amounts.

    Attributes:
        currency: ISO 4217 code for numbers that carry no sign.
        period: period of money amounts that state none.
        country: ISO 3166 code of the readers; resolves ``$``, ``kr``, ``Rs`` and the like.
        bare: numbers without a sign are money (a cell under "Salary (₦)").
        scale: what small numbers without a scale are multiplied by ("in lakhs": 100000).
    """

    currency: str | None = None
    period: Period | None = None
    country: str | None = None
    bare: bool = False
    scale: int | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A money amount, a percentage or a large plain number, with the words that it was read from.

    ``start:end`` are code points into the text that was read; they cover the amount's own words (bounds,
    approximations, signs, digits, scale, period, difference), not "an average of".

    Attributes:
        low: lower end, scaled but not annualised; None where open, absent or malformed.
        high: upper end; equal to ``low`` for a single figure.
        low_open: "up to X": only ``high`` is known.
        high_open: "X+", "over X": what lies above the stated end is meant as well.
        unit: ISO 4217 code, ``percent``, or None where no currency is known.
        sign: the currency sign as written; None where the unit comes from the hints or from a word like LPA.
        period: as stated beside the amount, else as hinted.
        period_stated: whether the period was written beside the amount.
        approximate: "about", "nearly", "~".
        difference: a gap between two amounts ("$18,000 more"), not an amount of its own.
        problem: set where the amount cannot be trusted as read; then both ends are None and ``repairs``
            holds readings.
        repairs: candidate readings, the likeliest first.
        note: what was repaired or what is wrong, in a few words.
        conversion: the same amount in another currency, from brackets behind it.
    """

    start: int
    end: int
    kind: AmountKind
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    sign: str | None = None
    period: Period | None = None
    period_stated: bool = False
    approximate: bool = False
    difference: bool = False
    flags: tuple[Flag, ...] = ()
    problem: Flag | None = None
    repairs: tuple[Repair, ...] = ()
    note: str | None = None
    conversion: Amount | None = None

    def moved(self, by: int) -> Amount:
        """The same amount in a text with ``by`` more code points before it. Quicker than ``replace``."""
        return Amount(self.start + by, self.end + by, *_MEANING(self))

    @property
    def size(self) -> float:
        """The figure to judge it by: its lower end, the upper where it has no lower one, 0 if malformed or a loss."""
        return max(self.low or self.high or 0.0, 0.0)

    @property
    def form(self) -> Form | None:
        """Point, range, lower or upper bound; None for a malformed amount."""
        if self.low is None and self.high is None:
            return None
        if self.low is None:
            return Form.UPPER
        if self.high is None:
            return Form.LOWER
        return Form.POINT if self.low == self.high and not self.high_open else Form.RANGE


_MEANING = attrgetter(*(field.name for field in fields(Amount)[2:]))
