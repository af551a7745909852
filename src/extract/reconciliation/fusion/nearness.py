"""How far figures that are wrong lie from the true one, where claims agree to the digit.

Who errs by a little speaks for the values near to what he says: of a temperature of 20, 21, 21 and 22 the middle is
likelier than the others, and 21 agreeing twice is no accident worth thousands of digits. The distances of wrong claims
are a mixture of normal distributions of all widths, and of values that many mistake for the true one wherever they lie;
the weights of the mixture are found by expectation and maximisation from what is believed so far.
"""

from __future__ import annotations

import numpy as np

from extract.reconciliation.fusion.segments import Floats, Ints, starts, sums
from extract.reconciliation.fusion.tables import Votes

_ROUNDS = 30
_BINS = 240
_SURE = 0.9
"""What is believed so far is the truth for distances."""

_LITTLE = 1e-6

_MOST = 20_000_000
"""Pairs of opinions that are compared at most; of more, distances say nothing."""


def nearness(cast: Votes, middle: Floats, cell: Floats, chance: Floats, popular: float) -> Floats:
    """Log-odds of each opinion for what claims that differ from it say of it, by how far from it they are.

    Args:
        cast: who holds which opinion.
        middle: where each opinion lies.
        cell: how wide one amount is where the opinion lies: what is nearer is the same.
        chance: how probable each opinion is.
        popular: how often two wrong claims about an item agree.
    """
    begins = starts(cast.item_of)
    sizes = np.diff(np.r_[begins, len(cast.item_of)])
    if not (sizes > 1).any() or int((sizes**2).sum()) > _MOST:
        return np.zeros(len(middle))
    said = sums(cast.candidate, cast.share, len(middle))
    other, true = _pairs(begins, sizes)
    apart = np.maximum(np.abs(middle[other] - middle[true]), cell[true])
    first = np.minimum(said[other], 1.0)
    weight = first * np.where(chance[true] >= _SURE, chance[true], _LITTLE)
    edges = np.linspace(np.log(apart.min()) - 1e-9, np.log(apart.max()) + 1e-9, _BINS + 1)
    place = np.clip(np.searchsorted(edges, np.log(apart)) - 1, 0, _BINS - 1)
    usual_cell = sums(place, weight * np.log(cell[true]), _BINS) / np.maximum(sums(place, weight, _BINS), 1e-300)
    likely = _fitted(np.exp((edges[1:] + edges[:-1]) / 2), np.exp(usual_cell), sums(place, weight, _BINS))[place]
    # The first claim errs by so much; others who say the same make the same mistake. All beside the popular mistake.
    each = first * np.log(likely / popular) + (said[other] - first) * np.log(np.maximum(likely / popular, 1.0))
    found = sums(true, each, len(middle))
    # What nobody names lies, as far as is known, where those lie that are named.
    usual = np.add.reduceat(found, begins) / sizes
    beside: Floats = found - usual[cast.item_of]
    return beside


def _pairs(begins: Ints, sizes: Ints) -> tuple[Ints, Ints]:
    """All pairs of different opinions of one item, both ways."""
    squares = sizes**2
    item = np.repeat(np.arange(len(sizes)), squares)
    place = np.arange(int(squares.sum())) - np.repeat(np.cumsum(squares) - squares, squares)
    one, other = begins[item] + place // sizes[item], begins[item] + place % sizes[item]
    apart = one != other
    return one[apart], other[apart]


def _fitted(apart: Floats, cell: Floats, weight: Floats) -> Floats:
    """How likely a wrong claim is to say what lies so far from the truth, by distance."""
    met = weight > 0
    narrowest = float(cell[met].min()) / 2
    widths = narrowest * 2.0 ** np.arange(1 + int(np.ceil(np.log2(float(apart[met].max()) / narrowest))))
    # What is the same is not wrong: that part of each distribution is left out.
    same = np.minimum(cell[:, None] / (widths * np.sqrt(2 * np.pi)), 0.9)
    by_width = same * np.exp(-0.5 * (apart[:, None] / widths) ** 2) / (1 - same)
    likely = by_width
    shares = np.full(likely.shape[1], 1 / likely.shape[1])
    for _ in range(_ROUNDS):
        mixed = likely * shares
        each = mixed / np.maximum(mixed.sum(axis=1, keepdims=True), 1e-300) * weight[:, None]
        shares = (each.sum(axis=0) + 1 / len(shares)) / (weight.sum() + 1)
    found: Floats = (likely * shares).sum(axis=1)
    return found
