"""The scale on which amounts are compared: logarithms, or, where errors do not grow with amounts, the amounts.

Pay, prices and populations are out by so many per cent; temperatures, ages and ratings by so many steps, whatever their
size, and some are below zero. Which of the two it is the claims tell: by the likelier of two normal distributions of
what claims differ by from the middle of their item, as Box and Cox choose (J. R. Statist. Soc. B 1964).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extract.reconciliation.fusion.parameters import Numbers
from extract.reconciliation.fusion.segments import Floats, Ints, weighted_medians

_BELOW_ALL = 7.0
"""How far below the smallest amount zero is put, in logarithms."""

_CLEARLY = 0.1
"""How much likelier amounts must be than logarithms, by claim."""

_WIDTHS = 10.0
"""How many times the usual error is one unit: that is about what it is in logarithms of pay."""


@dataclass(frozen=True)
class Scale:
    """Amounts in ``unit`` if that is above 0, else their logarithms, with nothing at ``zero``."""

    unit: float
    zero: float

    @property
    def linear(self) -> bool:
        """Whether errors do not grow with amounts."""
        return self.unit > 0

    def points(self, amounts: Floats) -> Floats:
        """Where amounts lie."""
        if self.linear:
            return amounts / self.unit
        with np.errstate(divide="ignore", invalid="ignore"):
            logs = np.log(amounts)
        found: Floats = np.where(amounts == 0, self.zero, logs)
        return found

    def amounts(self, points: Floats) -> Floats:
        """Amounts; what lies where nothing was put is nothing."""
        if self.linear:
            return points * self.unit
        found: Floats = np.where(points <= self.zero + 1, 0.0, np.exp(points))
        return np.where(np.isnan(points), np.nan, found)

    def wide(self, step: float, points: Floats, least: float) -> Floats:
        """How wide a step is where points lie, but not less than ``least``."""
        if self.linear:
            return np.full(len(points), max(step / self.unit, least))
        found: Floats = np.maximum(step * np.exp(-points), least)
        return found

    def factor(self, shifts: Floats, usual: float) -> Floats:
        """Shifts as factors; of amounts, what they make of a usual one."""
        if self.linear:
            return 1 + shifts * self.unit / usual
        found: Floats = np.exp(shifts)
        return found


def scale_of(amounts: Floats, item: Ints, items: int, step: float, settings: Numbers) -> Scale:
    """The scale of a table's amounts.

    Args:
        amounts: single figures, or the middles of ranges; finite.
        item: the item of each.
        items: how many there are.
        step: in which amounts are given; 0 if in none.
        settings: ``numbers`` of the parameters.
    """
    positive = amounts[amounts > 0]
    zero = float(np.log(positive.min()) - _BELOW_ALL) if len(positive) else 0.0
    middle = weighted_medians(amounts, np.ones(len(amounts)), item, items)
    apart = np.abs(amounts - middle[item])
    out = apart > 0
    if not out.any():
        return Scale(0.0, zero)
    usual = float(np.median(apart[out]))
    unit = min(_WIDTHS * usual, step / (4 * settings.tolerance)) if step else _WIDTHS * usual
    if (middle < 0).any():
        return Scale(unit, 0.0)
    out &= (amounts > 0) & (middle[item] > 0)
    if np.count_nonzero(out) < settings.step_claims:
        return Scale(0.0, zero)
    size = np.log(amounts[out])
    logs = float(np.median(np.abs(size - np.log(middle[item][out]))))
    gain = float(size.mean()) + np.log(logs) - np.log(float(np.median(apart[out])))
    return Scale(unit if gain > _CLEARLY else 0.0, zero)
