"""The step in which amounts are said: counts are whole, temperatures often, pay comes in hundreds or thousands.

What everyone says in steps is true in steps as well, or as good as: a mean between two of them is right of neither.
"""

from __future__ import annotations

import math

import numpy as np

from extract.reconciliation.fusion.parameters import Numbers
from extract.reconciliation.fusion.segments import Floats

_NEAR = 1e-3
"""How far from a whole number of steps an amount may be, in steps: floating-point numbers are rounded."""

_ROUNDED = 1e-12
"""Amounts closer than this part of the largest are the same."""

_RANKS = (0.0, 0.01, 0.05, 0.25, 0.5)
"""Where among the distances of neighbouring amounts a step is looked for; a few odd amounts shall not hide it."""


def step_of(amounts: Floats, settings: Numbers) -> float:
    """The widest step of which nearly all amounts are multiples; 0 where there is none or the amounts are few."""
    if len(amounts) < settings.step_claims:
        return 0.0
    apart = np.diff(np.sort(amounts))
    apart = np.sort(apart[apart > 0])
    apart = apart[apart > _ROUNDED * np.abs(amounts).max()]
    if not len(apart):
        return 0.0
    for step in apart[[int(rank * (len(apart) - 1)) for rank in _RANKS]][::-1].tolist():
        times = np.round(amounts / step)
        whole = (np.abs(amounts / step - times) <= _NEAR) & ((times != 0) | (amounts == 0))
        if whole.mean() >= settings.step_share:
            return math.fsum(np.abs(amounts[whole])) / math.fsum(np.abs(times[whole]))
    return 0.0


def in_steps(amounts: Floats, step: float) -> Floats:
    """The nearest whole numbers of steps; unless steps lie below zero, what is less than half a step stays as it is."""
    if not step:
        return amounts
    nearest = np.round(amounts / step) * step
    found: Floats = np.where(nearest != 0, nearest, amounts)
    return found
