"""The scale on which amounts are compared: logarithms, or, where errors do not grow with amounts, the amounts.

Pay, prices and populations are out by so many per cent; temperatures, ages and ratings by so many steps, whatever their
size, and some are below zero. Which of the two it is the claims tell: by whether those of large amounts are further
apart than those of small ones (as transformations are chosen by Box and Cox, J. R. Statist. Soc. B 1964).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from extract.reconciliation.fusion.parameters import Numbers
from extract.reconciliation.fusion.segments import Floats, Ints, weighted_medians

_BELOW_ALL = 7.0
"""How far below the smallest amount zero is put, in logarithms."""

_ENOUGH = 20
"""Claims that differ from their item's middle, of large and of small amounts."""

_ROUNDED = 1e-12
"""Amounts closer than this part of one are the same."""

_BELOW_ZERO = 0.01
"""Where more of the items than this lie below zero, by several claims, amounts can."""

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
            found: Floats = np.log(amounts)
        found[amounts == 0] = self.zero
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


def scale_of(amounts: Floats, item: Ints, items: int, step: float, least: float, settings: Numbers) -> Scale:
    """The scale of a table's amounts.

    Args:
        amounts: single figures, or the middles of ranges; finite.
        item: the item of each.
        items: how many there are.
        step: in which amounts are given; 0 if in none.
        least: the least amount above 0 of all claims, open ends too; 0 if there is none.
        settings: ``numbers`` of the parameters.
    """
    zero = math.log(least) - _BELOW_ALL if least else 0.0
    middle = weighted_medians(amounts, np.ones(len(amounts)), item, items)
    apart = np.abs(amounts - middle[item])
    out = apart > _ROUNDED * np.abs(amounts)
    if not out.any():
        return Scale(0.0, zero)
    usual = float(np.median(apart[out]))
    unit = min(_WIDTHS * usual, step / (4 * settings.tolerance)) if step else _WIDTHS * usual
    several = np.bincount(item, minlength=items) > 1
    if several.any() and (middle[several] < 0).mean() > _BELOW_ZERO:
        return Scale(unit, 0.0)
    out &= middle[item] > 0
    return Scale(unit if _as_far(apart[out], middle[item[out]]) else 0.0, zero)


def _as_far(apart: Floats, middle: Floats) -> bool:
    """Whether claims of large amounts are as far apart as those of small ones, and not by so many times more.

    The power of amounts by which distances grow is below a half, by two standard errors.
    """
    large = middle > np.median(middle) if len(middle) else np.zeros(0, dtype=bool)
    if min(np.count_nonzero(large), np.count_nonzero(~large)) < _ENOUGH:
        return False
    growth = np.log(np.median(apart[large]) / np.median(apart[~large]))
    times = float(np.log(np.median(middle[large]) / np.median(middle[~large])))
    # A median of logarithms of normal distances is known to within 1.6 standard errors of one.
    doubt = 1.6 * np.sqrt(1 / np.count_nonzero(large) + 1 / np.count_nonzero(~large))
    return bool(growth + 2 * doubt < times / 2)
