"""Robust figures and what they are worth."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.reconciliation.policies import Policies

_EPSILON = 1e-9


@dataclass(frozen=True, slots=True, order=True)
class Vote:
    """A figure and its weight; ``beyond`` where the source says that it is at least this much."""

    value: float
    beyond: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A weighted median. ``lower`` and ``upper`` differ where the votes are split in halves.

    ``beyond`` says that the figure lies at or above ``upper``: the votes do not say how far.
    """

    lower: float
    upper: float
    beyond: bool = False

    @property
    def value(self) -> float:
        """The middle."""
        return (self.lower + self.upper) / 2


def weighted_median(votes: Iterable[Vote]) -> Estimate | None:
    """The median of votes of which some are known only to be at least what they say; None without votes.

    The Kaplan-Meier estimate: the weight of "at least X" goes to whatever is said above X. Without such
    votes it is the ordinary weighted median. Linear after sorting.
    """
    ordered = sorted(vote for vote in votes if vote.weight > 0)
    at_risk = math.fsum(vote.weight for vote in ordered)
    above = 1.0
    for index, vote in enumerate(ordered):
        if not vote.beyond:
            above *= max(0.0, 1 - vote.weight / at_risk)
        if above < 0.5 - _EPSILON:
            return Estimate(vote.value, vote.value)
        if above <= 0.5 + _EPSILON and not vote.beyond:
            following = ordered[index + 1] if index + 1 < len(ordered) else vote
            return Estimate(vote.value, following.value, following.beyond)
        at_risk -= vote.weight
    return Estimate(ordered[-1].value, ordered[-1].value, beyond=True) if ordered else None


def noisy_or(weights: Iterable[float]) -> float:
    """Probability that at least one of independent witnesses is right."""
    return 1 - math.prod(1 - min(weight, 1.0) for weight in sorted(weights))


def confidence(agreeing: Sequence[float], opposing: Sequence[float], policies: Policies) -> float:
    """Probability that what the agreeing witnesses say is right.

    The witnesses' noisy-or, no more than the rule of succession allows so many of them, times their share of
    the whole weight. Another agreeing witness never lowers it, another opposing one never raises it.
    """
    if not agreeing:
        return 0.0
    mine, theirs = math.fsum(sorted(agreeing)), math.fsum(sorted(opposing))
    bound = min(noisy_or(agreeing), policies.confidence.ceiling(len(agreeing)))
    return round(bound * mine / (mine + theirs), 3) if mine > 0 else 0.0
