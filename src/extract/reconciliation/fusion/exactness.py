"""Whether claims agree to the digit because that is their habit, or only by chance and rounding.

Prices, counts and dates of birth are either copied out right or not: two that agree exactly are then worth more
than the mean of four that scatter. Pay scatters, and two round figures that agree say little. What rounding
brings about is seen between items: claims of different items that are near each other agree by chance alone.
"""

from __future__ import annotations

import numpy as np

from extract.reconciliation.fusion.figures import Figures
from extract.reconciliation.fusion.parameters import Numbers
from extract.reconciliation.fusion.segments import Floats, Ints, changes, sorting, starts, sums, weighted_medians

_SAME = 1e-9
"""Logarithms closer than this are of the same amount."""


def agrees_exactly(found: Figures, head: Ints, scale: float, settings: Numbers) -> bool:
    """Whether most sources agree with another to the digit far more often than chance has it.

    Args:
        found: all figures.
        head: by witness, who speaks for the group that it leans on: agreement within a group says nothing.
        scale: how far claims of an item usually scatter.
        settings: ``exact`` is how often a source must agree with another, ``exact_times`` how many times as
            often as by chance, ``exact_items`` of how many items several must speak.
    """
    item, centre, order = found.item, found.centre, np.flatnonzero(found.beyond == 0)
    if len(order) < len(item):
        item, centre = item[order], centre[order]
    by_amount = sorting(item, centre)
    # Sorted by item they are before.
    centre = centre[by_amount]
    new = changes(item)
    new[1:] |= centre[1:] - centre[:-1] > _SAME
    if new.all():
        return False
    order = order[by_amount]
    witness, same = head[found.witness[order]], np.cumsum(new) - 1
    others = _met(item, witness, len(head))
    if np.count_nonzero(np.bincount(item[others > 0])) < settings.exact_items:
        return False
    like = _met(same, witness, len(head))
    every = np.zeros(len(head), dtype=np.int64)
    met, paired = sums(witness, others > 0, len(head)), sums(witness, others, len(head))
    rate = sums(witness, like > 0, len(head)) / np.maximum(met, 1)
    # Two large sources of which one copies the other shall not speak for all.
    weight = np.sqrt(met)
    if not weighted_medians(rate, weight, every, 1)[0] >= settings.exact:
        return False
    often = sums(witness, like, len(head)) / np.maximum(paired, 1)
    usual = float(weighted_medians(often, weight, every, 1)[0])
    return usual >= settings.exact_times * _chance(item, centre, scale)


def _met(row: Ints, witness: Ints, witnesses: int) -> Ints:
    """For each claim how many other witnesses stand in its row."""
    pairs = np.sort(row * witnesses + witness)
    return np.bincount(pairs[starts(pairs)] // witnesses)[row] - 1


def _chance(item: Ints, centre: Floats, scale: float) -> float:
    """How often two claims of different items that are within the scale of each other are the same."""
    everywhere = np.sort(centre)
    same = _within(everywhere, centre, _SAME) - _within_item(item, centre, _SAME)
    near = _within(everywhere, centre, scale) - _within_item(item, centre, scale)
    return float(same.sum() / max(float(near.sum()), 1.0))


def _within(ordered: Floats, centre: Floats, reach: float) -> Ints:
    found: Ints = np.searchsorted(ordered, centre + reach, "right") - np.searchsorted(ordered, centre - reach, "left")
    return found


def _within_item(item: Ints, centre: Floats, reach: float) -> Ints:
    """The same among claims of the item; they are sorted by item and amount."""
    lowest = centre.min()
    width = 2 * (float(centre.max()) - lowest) + 4 * reach + 1
    return _within(item * width + (centre - lowest), item * width + (centre - lowest), reach)
