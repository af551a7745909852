"""Figures of an item gathered into opinions, of which the best-supported is believed.

Neighbours closer than the noise allows are one opinion; opinions are voted on like labels; inside the winner
stands the weighted median, or, where claims scatter, a robust weighted mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extract.reconciliation.fusion.dependence import independent
from extract.reconciliation.fusion.figures import Figures
from extract.reconciliation.fusion.habits import SAME, Habits, corrected
from extract.reconciliation.fusion.nearness import nearness
from extract.reconciliation.fusion.parameters import Numbers, Parameters
from extract.reconciliation.fusion.segments import (
    Bools,
    Floats,
    Ints,
    blocks,
    changes,
    distinct,
    picked,
    sorting,
    starts,
    sums,
    totals,
    weighted_medians,
    whole_segments,
)
from extract.reconciliation.fusion.tables import Votes
from extract.reconciliation.fusion.voting import NO_KIN, Ballot, hold, looked_at

_HEAVY = 1.5
_NORMAL = 1.4826
"""Standard deviations of a normal distribution in its median absolute deviation."""

_FREEDOM = 3.0
"""A heavy-tailed expectation of where items lie: it breaks ties and overrules nobody with good support."""


@dataclass(frozen=True)
class Family:
    """What items of its family are like, for each item: ``centre`` and ``spread``; NaN where unknown."""

    centre: Floats
    spread: Floats


@dataclass(frozen=True)
class Opinions:
    """What is believed.

    By item: ``centre`` (NaN where nobody gives a figure), ``error`` (its standard error), ``lowest`` and
    ``highest`` of the winning opinion, ``agreeing`` witnesses, ``probability``, ``tied``. By figure:
    ``inside`` the winner. ``accuracy`` is by witness.
    """

    centre: Floats
    error: Floats
    lowest: Floats
    highest: Floats
    agreeing: Floats
    probability: Floats
    tied: Bools
    inside: Bools
    accuracy: Floats
    learned: bool


def family(found: Figures, family_of: Ints | None, items: int, settings: Numbers) -> Family:
    """Median and robust spread of items' medians in each family; NaN where it is small or holds all sizes.

    Args:
        found: all figures.
        family_of: code of each item's family; all are one family if left out.
        items: how many there are.
        settings: ``numbers`` of the parameters.
    """
    used = found.beyond == 0
    middle = weighted_medians(found.centre[used], found.share[used], found.item[used], items)
    codes = np.zeros(items, dtype=np.int64) if family_of is None else family_of
    count = int(codes.max()) + 1 if items else 0
    known = ~np.isnan(middle)
    sizes = np.bincount(codes[known], minlength=count)
    each = np.where(known, 1.0, 0.0)
    centre = weighted_medians(np.where(known, middle, 0.0), each, codes, count)
    apart = np.abs(np.where(known, middle, 0.0) - centre[codes])
    spread = 1.4826 * weighted_medians(np.where(known, apart, 0.0), each, codes, count)
    silent = (sizes < settings.family_items) | ~(spread <= settings.most_spread)
    centre[silent], spread[silent] = np.nan, np.nan
    spread = np.maximum(spread, settings.least_spread)
    return Family(centre[codes], spread[codes])


def gather(
    found: Figures, slip: Floats, repaired: Bools, habits: Habits, expected: Family, parameters: Parameters
) -> Opinions:
    """Vote on opinions and estimate inside the winners.

    Args:
        found: all figures.
        slip: logarithm of the factor that each is out by.
        repaired: those that are out by one.
        habits: what is known of sources.
        expected: what items are like.
        parameters: ``numbers`` and ``reliability`` are used.
    """
    settings, items = parameters.numbers, len(expected.centre)
    adjusted = np.empty(len(found.item))
    for rows in blocks(len(adjusted)):
        np.subtract(corrected(found, habits, rows), slip[rows], out=adjusted[rows])
    share = found.share * np.where(repaired, settings.repaired, 1.0) if repaired.any() else found.share
    points = np.flatnonzero(found.beyond == 0)
    inside = np.zeros(len(found.item), dtype=bool)
    if not len(points):
        return _none(items, inside, np.full(len(habits.noise), parameters.reliability.prior))
    points, placed, opinion, item_of, compact = _gathered(found.item, adjusted, points, habits, settings)
    witness, weight = found.witness[points], picked(share, points)
    middle = _means(placed, weight, opinion, len(item_of))
    cast = Votes(
        witness,
        opinion,
        weight,
        item_of,
        len(habits.noise),
        len(compact),
        distinct(witness),
    )
    bonus = _bonus(middle, compact[item_of], expected)
    alternatives = None
    if habits.exact:
        cast = independent(cast, len(middle), parameters, bonus=bonus)
    if habits.few_steps:
        cell = found.scale.wide(found.step, middle, settings.tolerance)
        bonus, alternatives = _by_distance(cast, middle, bonus, cell, parameters)
    # Who keeps many figures that nobody else has keeps a list, and is taken at his word where two figures stand alone.
    ballot = hold(cast, parameters, bonus=bonus, known=alternatives, alone=habits.exact and not habits.few_steps)
    won = np.zeros(len(item_of), dtype=bool)
    won[ballot.winner] = True
    inside[points] = won[opinion]
    centre, error = _centres(found, adjusted, share, inside, habits, ballot, items, parameters)
    return _described(found, adjusted, share, inside, centre, error, ballot, compact, items)


def _gathered(
    item: Ints, adjusted: Floats, points: Ints, habits: Habits, settings: Numbers
) -> tuple[Ints, Floats, Ints, Ints, Ints]:
    """The points sorted by item and figure, where they lie, their opinions, the item of each, and the items met."""
    if len(points) < len(item):
        points = points[sorting(item[points], adjusted[points])]
        item = item[points]
    else:
        points = sorting(item, adjusted)
    adjusted = adjusted[points]
    gap = SAME if habits.few_steps else max(settings.tolerance, 0.0 if habits.exact else settings.gap * habits.scale)
    new_item = changes(item)
    new = new_item.copy()
    new[1:] |= adjusted[1:] - adjusted[:-1] > gap
    opinion: Ints = np.cumsum(new, dtype=np.int64)
    opinion -= 1
    return points, adjusted, opinion, np.cumsum(new_item, dtype=np.int64)[new] - 1, item[new_item]


def _means(values: Floats, weights: Floats, codes: Ints, count: int) -> Floats:
    total = totals(codes, count, lambda rows: values[rows] * weights[rows])
    found: Floats = total / np.maximum(sums(codes, weights, count), 1e-300)
    return found


def _bonus(middle: Floats, item: Ints, expected: Family) -> Floats:
    """Log-odds of an opinion for lying where items of its family lie; 0 where that is not known."""
    apart = (middle - expected.centre[item]) / expected.spread[item]
    bonus: Floats = np.nan_to_num(-_HEAVY * np.log1p(apart**2 / _FREEDOM))
    return bonus


def _by_distance(
    cast: Votes, middle: Floats, bonus: Floats, cell: Floats, parameters: Parameters
) -> tuple[Floats, float]:
    """Log-odds of opinions by how far from them those lie that differ, and how many false ones."""
    chance, alternatives = looked_at(cast, parameters, NO_KIN, bonus, judged=True)
    return bonus + nearness(cast, middle, cell, chance, 1 / alternatives), alternatives


def _centres(
    found: Figures,
    adjusted: Floats,
    share: Floats,
    inside: Bools,
    habits: Habits,
    ballot: Ballot,
    items: int,
    parameters: Parameters,
) -> tuple[Floats, Floats]:
    """Centre and standard error of each item."""
    settings = parameters.numbers
    if habits.exact:
        used = np.flatnonzero(inside)
        trust = np.maximum(np.log(ballot.accuracy / (1 - ballot.accuracy)), 0.1)
        centre = weighted_medians(adjusted[used], share[used] * trust[found.witness[used]], found.item[used], items)
        return centre, np.where(np.isnan(centre), np.nan, 0.0)
    variance = habits.noise**2 + habits.doubt
    centre, total, first = np.full((3, items), np.nan)
    for rows in whole_segments(found.item):
        head = found.item[rows.start]
        block = _Block(found.item[rows] - head, found.witness[rows], adjusted[rows], share[rows], found.beyond[rows])
        of = slice(head, head + int(block.item[-1]) + 1)
        first[of], total[of], centre[of] = _robust(block, inside[rows], variance, habits, settings)
    total = np.nan_to_num(total)
    # What all offsets have in common cannot be seen from inside: their mean is as uncertain as they are few.
    common = habits.spread / max(distinct(found.witness), 1)
    error = np.where(total > 0, np.sqrt(1 / np.maximum(total, 1e-300) + common), np.nan)
    if habits.repeated.any():
        used = np.flatnonzero(inside)
        weight = share[used] / variance[found.witness[used]]
        digits = _right_to_the_digit(found, adjusted, used, weight, first, total, habits, settings)
        centre[found.item[digits]] = adjusted[digits] + habits.offset[found.witness[digits]]
        error[found.item[digits]] = settings.tolerance
    return centre, error


@dataclass(frozen=True)
class _Block:
    """Figures of some items, whose codes are from 0 here."""

    item: Ints
    witness: Ints
    adjusted: Floats
    share: Floats
    beyond: Ints


def _robust(
    block: _Block, inside: Bools, variance: Floats, habits: Habits, settings: Numbers
) -> tuple[Floats, Floats, Floats]:
    """By item the weighted mean, what it weighs, and Huber's mean with bounds that are broken."""
    used, bounds = np.flatnonzero(inside), np.flatnonzero(block.beyond)
    item, witness, adjusted, share = block.item[used], block.witness[used], block.adjusted[used], block.share[used]
    items = int(block.item[-1]) + 1
    weight = share / variance[witness]
    total = sums(item, weight, items)
    centre = sums(item, weight * adjusted, items)
    first = centre = np.where(total > 0, centre / np.maximum(total, 1e-300), np.nan)
    far = settings.huber * np.sqrt(variance)
    for _ in range(2):
        if len(bounds):
            broken, towards = _pulled(block, bounds, centre, habits)
            item, towards = np.append(block.item[used], block.item[broken]), np.append(block.adjusted[used], towards)
            witness = np.append(block.witness[used], block.witness[broken])
            weight = np.append(block.share[used], block.share[broken]) / variance[witness]
        else:
            towards = adjusted
        apart = np.abs(towards - centre[item])
        held = weight * np.minimum(1.0, far[witness] / np.maximum(apart, 1e-300))
        known = sums(item, held, items)
        centre = np.where(known > 0, sums(item, held * towards, items) / np.maximum(known, 1e-300), centre)
    return first, total, centre


def _right_to_the_digit(
    found: Figures,
    adjusted: Floats,
    used: Ints,
    weight: Floats,
    centre: Floats,
    total: Floats,
    habits: Habits,
    settings: Numbers,
) -> Ints:
    """Figures of sources that repeat each other and are as near to all others as those are sure of their own middle.

    Copies of one that errs are as far out as it is; who has the very amounts is out by nothing but the others' noise.
    """
    witness, item = found.witness[used], found.item[used]
    mine = np.flatnonzero(habits.repeated[witness] & (total[item] - weight > 1e-9 * weight))
    if not len(mine):
        return used[:0]
    others = total[item[mine]] - weight[mine]
    middle = (centre[item[mine]] * total[item[mine]] - weight[mine] * adjusted[used[mine]]) / others
    said = adjusted[used[mine]] + habits.offset[witness[mine]]
    apart = np.abs(said - middle) * np.sqrt(others)
    usual = weighted_medians(apart, np.ones(len(mine)), witness[mine], len(habits.repeated))
    right = _NORMAL * usual <= settings.as_near
    return used[habits.repeated[witness] & right[witness] & (found.share[used] > 0.5)]


def _pulled(block: _Block, bounds: Ints, centre: Floats, habits: Habits) -> tuple[Ints, Floats]:
    """Bounds that pull at their item's centre, and where to.

    A bound pulls only where the centre breaks it, and then to the mean of what lies beyond it (a censored observation,
    as in Tobit regression). Bounds far beyond the noise are as likely wrong and pull no further than two standard
    deviations.
    """
    broken = bounds[block.beyond[bounds] * (block.adjusted[bounds] - centre[block.item[bounds]]) > 0]
    side, near = block.beyond[broken], centre[block.item[broken]]
    scale = habits.noise[block.witness[broken]]
    apart = np.clip(side * (block.adjusted[broken] - near) / scale, 0.0, 2.0)
    # Mean of a standard normal beyond z, to within 2% from 0 to 2: Mills' ratio by a short formula.
    beyond = 0.8 + 0.72 * apart + 0.05 * apart**2
    return broken, near + side * scale * beyond


def _described(
    found: Figures,
    adjusted: Floats,
    share: Floats,
    inside: Bools,
    centre: Floats,
    error: Floats,
    ballot: Ballot,
    compact: Ints,
    items: int,
) -> Opinions:
    lowest, highest, agreeing = np.full(items, np.nan), np.full(items, np.nan), np.zeros(items)
    for rows in whole_segments(found.item):
        used = np.flatnonzero(inside[rows]) + rows.start
        of, values = found.item[used], adjusted[used]
        begins = starts(of)
        if len(begins):
            lowest[of[begins]] = np.minimum.reduceat(values, begins)
            highest[of[begins]] = np.maximum.reduceat(values, begins)
            agreeing[of[0] : of[-1] + 1] = sums(of - of[0], share[used], 0)
    tied, probability = np.zeros(items, dtype=bool), np.zeros(items)
    tied[compact], probability[compact] = ballot.tied, ballot.probability[ballot.winner]
    return Opinions(
        centre, error, lowest, highest, agreeing, probability, tied, inside, ballot.accuracy, ballot.learned
    )


def _none(items: int, inside: Bools, accuracy: Floats) -> Opinions:
    """Where nobody gives a figure."""
    nothing = np.full(items, np.nan)
    no = np.zeros(items)
    return Opinions(nothing, nothing, nothing, nothing, no, no, no.astype(bool), inside, accuracy, False)
