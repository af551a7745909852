"""How each source errs: a usual offset, shrunk towards none, and scatter, shrunk towards everyone's.

What a source calls "average" may run high everywhere; that is no noise and can be taken off. Offsets and
items are estimated in turn (backfitting, which approaches the best linear unbiased prediction of a random
effect); the variance of offsets is found from the claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from extract.reconciliation.fusion.exactness import agrees_exactly
from extract.reconciliation.fusion.figures import Figures
from extract.reconciliation.fusion.parameters import Numbers
from extract.reconciliation.fusion.segments import (
    Bools,
    Floats,
    Ints,
    blocks,
    least,
    middle_of,
    picked,
    sorting,
    starts,
    sums,
    weighted_medians,
    whole_segments,
)

_MAD = 1.4826
SAME = 1e-9
"""What is nearer than this is the same amount."""
"""Standard deviations of a normal distribution in its median absolute deviation."""


@dataclass(frozen=True)
class Habits:
    """In logarithms: ``offset`` and ``noise`` by witness, ``shift`` by definition.

    ``doubt`` is the variance left in an offset, ``spread`` that of offsets, ``scale`` the usual noise.
    ``exact``: claims agree to the digit or not at all, there are no offsets. ``repeated`` witnesses are several
    sources that say the same. ``few_steps``: claims that differ are neighbours in the steps that figures are given in.
    """

    offset: Floats
    noise: Floats
    doubt: Floats
    shift: Floats
    spread: float
    scale: float
    exact: bool
    repeated: Bools
    few_steps: bool


def says_exactly(found: Figures, head: Ints, settings: Numbers) -> tuple[bool, float]:
    """Whether claims agree to the digit by habit, or differ by nothing to speak of, and how far they scatter.

    Args:
        found: all figures.
        head: by witness, who speaks for those that repeat each other.
        settings: ``numbers`` of the parameters.
    """
    scale = rough_noise(found, head)
    return scale <= settings.tolerance or agrees_exactly(found, head, scale, settings), scale


def first_habits(found: Figures, witnesses: int, scale: float, settings: Numbers, *, exact: bool) -> Habits:
    """Before anything is known: all alike, with the noise that claims of one item show.

    Args:
        found: all figures.
        witnesses: how many there are.
        scale: how far claims of one item scatter.
        settings: ``numbers`` of the parameters.
        exact: whether claims agree to the digit by habit.
    """
    held = settings.tolerance if exact else max(scale, settings.tolerance)
    spread = 0.0 if exact else settings.offset**2
    return Habits(
        np.zeros(witnesses),
        np.full(witnesses, held),
        np.full(witnesses, spread),
        np.zeros(len(found.definitions)),
        spread,
        held,
        exact,
        np.zeros(witnesses, dtype=bool),
        exact and _few_steps_apart(found, settings),
    )


def _few_steps_apart(found: Figures, settings: Numbers) -> bool:
    """Whether claims of an item that differ are few steps apart, in most cases."""
    used = np.flatnonzero(found.beyond == 0)
    used = used[sorting(found.item[used], found.centre[used])]
    item, centre = found.item[used], found.centre[used]
    apart = np.diff(centre)
    differ = np.flatnonzero((item[1:] == item[:-1]) & (apart > SAME))
    if not found.step or not len(differ):
        return False
    steps = apart[differ] / found.scale.wide(found.step, centre[differ], SAME)
    return float(np.median(steps)) <= settings.few_steps


def rough_noise(found: Figures, head: Ints) -> float:
    """Robust scale of claims around their item's median, the lowest of each group; 0 where no item has two.

    Of an even number the lower is the median: among three claims two that agree decide.
    """
    scattered = [_scattered(found, rows, head) for rows in whole_segments(found.item)]
    scaled = np.concatenate(scattered) if scattered else np.zeros(0)
    if not len(scaled):
        return 0.0
    middle_place = (len(scaled) - 1) // 2
    scaled.partition(middle_place)
    return float(_MAD * scaled[middle_place])


def _scattered(found: Figures, rows: slice, head: Ints) -> Floats:
    """How far claims of some items lie from their item's median, beyond what so few differ from their own."""
    used = np.flatnonzero(found.beyond[rows] == 0) + rows.start
    item = found.item[used] - found.item[rows.start]
    kept = least(item * len(head) + head[found.witness[used]], found.centre[used])
    item, centre = item[kept], found.centre[used[kept]]
    count = np.bincount(item)
    several = count[item] > 1
    item, centre = item[several], centre[several]
    if not len(item):
        return np.zeros(0)
    middle = weighted_medians(centre, np.ones(len(item)), item, len(count))
    apart = np.abs(centre - middle[item])
    order = sorting(item, apart)
    item, apart = item[order], apart[order]
    # With an odd number the median is one of them: its own distance says nothing.
    own = np.zeros(len(item), dtype=bool)
    own[starts(item)] = True
    own &= count[item] % 2 == 1
    scaled: Floats = (apart * np.sqrt(count / np.maximum(count - 1, 1))[item])[~own]
    return scaled


def corrected(found: Figures, habits: Habits, rows: slice = slice(None)) -> Floats:
    """Centres without their definition's shift and their source's offset."""
    shift, offset = habits.shift[found.definition[rows]], habits.offset[found.witness[rows]]
    centre: Floats = found.centre[rows] - shift - offset
    return centre


def learn(found: Figures, sound: Bools, slip: Floats, items: int, habits: Habits, settings: Numbers) -> Habits:
    """Offsets and noise from the sound claims of items of which several witnesses speak.

    Args:
        found: all figures.
        sound: those that belong to what is believed of their item.
        slip: logarithm of the factor by which each is taken to be out.
        items: how many there are.
        habits: what was known before.
        settings: ``numbers`` of the parameters.
    """
    if habits.exact:
        return habits
    wanted = sound & (found.beyond == 0)
    speaking = np.bincount(found.item[wanted], minlength=items)
    wanted &= (speaking > 1)[found.item]
    kept = np.flatnonzero(wanted)
    if not len(kept):
        return habits
    witness, share, centre = found.witness[kept], picked(found.share, kept), found.centre[kept]
    for rows in blocks(len(kept)):
        centre[rows] -= slip[kept[rows]]
    known = _Known(
        found.item[kept],
        witness,
        picked(found.definition, kept),
        centre,
        share,
        speaking,
        sums(witness, share, len(habits.offset)),
        np.empty((2, len(kept))),
    )
    for _ in range(settings.offset_passes):
        habits = _improved(known, habits, settings)
    return habits


@dataclass(frozen=True)
class _Known:
    """Rows sorted by item; ``speaking`` is by item, ``claims`` by witness; ``work`` is room to work in."""

    item: Ints
    witness: Ints
    definition: Ints
    centre: Floats
    share: Floats
    speaking: Ints
    claims: Floats
    work: Floats

    @property
    def apart(self) -> Floats:
        """How far claims are from the middle of their item, while that is worked out."""
        found: Floats = self.work[0]
        return found

    def without(self, centre: Floats, shift: Floats, rows: slice) -> Floats:
        """The centres of some rows less what their definition adds."""
        return centre if len(shift) == 1 else centre - shift[self.definition[rows]]

    def blocks(self) -> Iterator[tuple[slice, Ints, Ints, Floats]]:
        """Rows, some items at a time, with the codes of items (from 0) and witnesses, and shares."""
        for rows in whole_segments(self.item):
            yield rows, self.item[rows] - self.item[rows.start], self.witness[rows], self.share[rows]


def _improved(known: _Known, habits: Habits, settings: Numbers) -> Habits:
    """One pass: items, then definitions, offsets, noise."""
    shift, claims = _middles(known, habits, settings), known.claims
    total = np.zeros(len(habits.offset))
    for rows, _, witness, share in known.blocks():
        apart = np.subtract(known.without(known.centre[rows], shift, rows), known.apart[rows], out=known.apart[rows])
        np.add.at(total, witness, apart * share)
    variance = habits.scale**2
    spread = _spread(total, claims, variance, settings)
    offset = total / (claims + variance / spread) * _certain(total, claims, variance, settings)
    found = offset != 0
    offset[found] -= _usual(offset[found], settings) if found.any() else 0.0
    scale, noise = _noise(known, offset, habits, settings)
    doubt = 1 / (claims / scale**2 + 1 / spread)
    return replace(habits, offset=offset, noise=noise, doubt=doubt, shift=shift, spread=spread, scale=scale)


def _usual(offsets: Floats, settings: Numbers) -> float:
    """Where offsets lie: Huber's mean, as nothing says which of them is right. Surer than their median."""
    centre = float(np.median(offsets))
    scale = max(float(_MAD * np.median(np.abs(offsets - centre))), settings.tolerance)
    for _ in range(3):
        weight = np.minimum(1.0, settings.huber / np.maximum(np.abs(offsets - centre) / scale, 1e-9))
        centre = float(np.average(offsets, weights=weight))
    return centre


def _middles(known: _Known, habits: Habits, settings: Numbers) -> Floats:
    """Each claim's item, by the precise and unremarkable claims (put into ``apart``); what each definition adds."""
    precise, far = 1 / habits.noise**2, settings.huber * habits.noise
    count = len(habits.shift)
    total = np.zeros(count)
    for rows, item, witness, share in known.blocks():
        straight = known.centre[rows] - habits.offset[witness]
        adjusted = known.without(straight, habits.shift, rows)
        weight = share * precise[witness]
        middle = _mean(item, weight, adjusted)
        middle -= adjusted
        weight *= np.minimum(1.0, far[witness] / np.maximum(np.abs(middle), 1e-300))
        middle = _mean(item, weight, adjusted)
        if count > 1:
            total += sums(known.definition[rows], (straight - middle) * share, count)
        known.apart[rows] = middle
    if count == 1:
        return habits.shift
    claims = sums(known.definition, known.share, count)
    shift = total / (claims + (habits.scale / settings.offset) ** 2)
    found: Floats = shift - shift[0]
    return found


def _mean(item: Ints, weight: Floats, values: Floats) -> Floats:
    """By row the weighted mean of its item."""
    mean = sums(item, weight * values, 0)
    mean /= np.maximum(sums(item, weight, 0), 1e-300)
    found: Floats = mean[item]
    return found


def _spread(total: Floats, claims: Floats, variance: float, settings: Numbers) -> float:
    """Variance of offsets: what sources' means vary more than noise explains, held to the usual."""
    speaking = claims > 0
    raw = total[speaking] / claims[speaking]
    beyond = np.maximum(raw**2 - variance / claims[speaking], 0.0)
    trust = claims[speaking] / (claims[speaking] + 1)
    held = settings.offset_sources
    found = (held * settings.offset**2 + float((beyond * trust).sum())) / (held + float(trust.sum()))
    return max(found, settings.tolerance**2)


def _certain(total: Floats, claims: Floats, variance: float, settings: Numbers) -> Floats:
    """How much of an offset to believe: none of what chance explains or few claims show (James-Stein)."""
    signal = total**2 / np.maximum(claims, 1e-9) / variance
    kept: Floats = np.maximum(0.0, 1 - 2 / np.maximum(signal, 1e-9))
    return np.where(claims >= settings.offset_claims, kept, 0.0)


def _noise(known: _Known, offset: Floats, habits: Habits, settings: Numbers) -> tuple[float, Floats]:
    """The usual noise, and each witness's own, shrunk towards it.

    A claim is compared with the middle of the others: else whoever seems precise would draw the middle to itself and
    seem the more precise. What is not known of that middle is taken off (as by Grubbs, JASA 1948).
    """
    lost = np.sqrt(known.speaking / np.maximum(known.speaking - 1, 1))
    scaled = known.work[1]
    for rows, _, witness, _ in known.blocks():
        rest = known.apart[rows]
        rest -= offset[witness]
        np.multiply(np.abs(rest), lost[known.item[rows]], out=scaled[rows])
    scale = max(_MAD * middle_of(scaled), settings.tolerance)
    precise, squares = 1 / habits.noise**2, np.zeros(len(offset))
    for rows, item, witness, share in known.blocks():
        weight = share * precise[witness]
        total = sums(item, weight, 0)[item]
        unknown = 1 / np.maximum(total - weight, 1e-9 * total)
        square = (known.apart[rows] * total * unknown) ** 2
        np.minimum(square, 9 * (scale**2 + unknown), out=square)
        square -= unknown
        np.add.at(squares, witness, square * share)
    strength = settings.noise_strength
    own: Floats = np.sqrt((strength * scale**2 + np.maximum(squares, 0.0)) / (strength + known.claims))
    return scale, own
