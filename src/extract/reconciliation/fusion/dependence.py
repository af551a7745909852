"""Sources that agree more than their being right explains, and what their agreement is then worth.

How often two independent sources agree follows from how often each is right. That is read off all pairs at once,
by medians, so that a few pairs which lean on each other do not distort it; what a pair agrees beyond it is
dependence. Where members of such a group say the same they count as fewer witnesses; where they differ each
counts in full. Nobody is silenced, so taking two good sources for dependent costs little.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from extract.reconciliation.fusion.parameters import Parameters
from extract.reconciliation.fusion.segments import Floats, Ints
from extract.reconciliation.fusion.tables import Votes, runs

_ROUNDS = 30
_LEAST = 0.02
"""A skill below this says nothing of others."""

_ALIKE = 4
"""A source that agrees with another in a share q of cases leaves it q to this power of a voice on third ones."""

_CHUNK = 1 << 15
"""Rows that are spread out at a time."""


@dataclass(frozen=True)
class Group:
    """Witnesses that lean on each other, and the share of what is left to chance that they have in common."""

    members: tuple[int, ...]
    shared: float


def leaning(cast: Votes, labels: int, parameters: Parameters, *, scatter: bool = False) -> list[Group]:
    """Groups of witnesses that agree beyond what their being right explains.

    Args:
        cast: what they say.
        labels: how many different ones there are in all: of two labels two wrong claims are the same.
        scatter: whether even who is right may well agree with nobody: what is expected before anything is known
            is then what most pairs do, not what the prior accuracy makes of it.
        parameters: ``dependence`` and ``reliability`` are used. Of more than ``dependence.witnesses`` nothing is
            found: each pair is looked at.
    """
    settings = parameters.dependence
    if not 2 < cast.speaking <= settings.witnesses:
        return []
    speaking, code = np.unique(cast.witness, return_inverse=True)
    common = _together(cast.item_of[cast.candidate], code, len(speaking))
    same = _together(cast.candidate, code, len(speaking))
    if not (common - np.diag(np.diag(common)) >= settings.least).any():
        return []
    chance = max(parameters.reliability.agreeing / parameters.reliability.pairs, 1 / max(labels - 1, 1))
    agreed = same / np.maximum(common, 1)
    skill = _skills(common, agreed, chance, parameters, scatter=scatter)
    expected = (1 + chance) * np.outer(skill, skill) + chance / (1 + chance)
    excess = agreed - expected
    doubt = np.sqrt(_variances(common, expected, skill, chance))
    bound = (excess >= np.maximum(settings.sure * doubt, settings.excess)) & (common >= settings.least)
    shared = np.clip(excess / np.maximum(1 - expected, 0.01), 0.0, 1.0)
    return [
        Group(tuple(int(speaking[one]) for one in members), _mean_of_pairs(shared, members))
        for members in _cliques(bound, excess, np.diag(common))
    ]


def heads(groups: list[Group], witnesses: int) -> Ints:
    """By witness, the one that speaks for its group."""
    head = np.arange(witnesses)
    for group in groups:
        head[list(group.members)] = group.members[0]
    return head


def discounted(cast: Votes, groups: list[Group]) -> Votes:
    """Votes in which members of a group that say the same count as 1 + (members - 1) x what they do not share.

    They divide that by how many they are.
    """
    if not groups:
        return cast
    head, shared = heads(groups, cast.n_witnesses), np.zeros(cast.n_witnesses)
    for group in groups:
        shared[list(group.members)] = group.shared
    order, begins, _ = runs(cast.candidate * cast.n_witnesses + head[cast.witness])
    lengths = np.diff(np.r_[begins, len(order)])
    together = np.empty(len(order))
    together[order] = np.repeat(lengths, lengths)
    return replace(cast, share=cast.share / (1 + (together - 1) * shared[cast.witness]))


def _together(row: Ints, witness: Ints, count: int) -> Floats:
    """How many of the rows, which are sorted, each pair of witnesses shares."""
    total = np.zeros((count, count))
    first, last = 0, int(row[-1]) + 1
    while first < last:
        height = min(_CHUNK, last - first)
        begin, end = np.searchsorted(row, [first, first + height])
        spread = np.zeros((height, count), dtype=np.float32)
        spread[row[begin:end] - first, witness[begin:end]] = 1
        total += spread.T @ spread
        first += height
    return total


def _skills(common: Floats, agreed: Floats, chance: float, parameters: Parameters, *, scatter: bool) -> Floats:
    """How much more often than a guesser each is right.

    Two who are right a_i and a_j often agree (1 + n)(a_i - g)(a_j - g) + g often, where n is the chance that two
    wrong claims agree and g = n / (1 + n) how often a guesser is right: a table of rank one. It is fitted first
    by least squares, then by weighted medians; who is no better than a guesser says nothing of others.
    """
    guesser = chance / (1 + chance)
    product = (agreed - guesser) / (1 + chance)
    weight = np.sqrt(common) / np.where(common > 0, agreed**_ALIKE, 0.0).sum(axis=1)
    np.fill_diagonal(weight, 0.0)
    prior, held = parameters.reliability.prior - guesser, parameters.dependence.prior
    if scatter:
        usual = _medians(product.reshape(1, -1), weight.reshape(1, -1))[0]
        prior = float(np.clip(np.sqrt(max(usual, 0.0)), _LEAST, 0.99 - guesser))
    skill = np.full(len(common), prior)
    for _ in range(_ROUNDS):
        found = ((weight * product) @ skill + held * prior**2) / (weight @ skill**2 + held * prior)
        skill = (skill + np.clip(found, _LEAST, 0.99 - guesser)) / 2
    for _ in range(_ROUNDS):
        each = np.clip(product / skill, _LEAST, 0.99 - guesser)
        heavy = np.c_[weight * skill, np.full(len(skill), held * prior)]
        found = _medians(np.c_[each, np.full(len(skill), prior)], heavy)
        change = np.abs(found - skill).max()
        skill = (skill + found) / 2
        if change < parameters.reliability.settled:
            break
    return skill


def _variances(common: Floats, expected: Floats, skill: Floats, chance: float) -> Floats:
    """Of how often each pair agrees beyond what is expected: that of a share, and what is not known of both skills."""
    share = np.maximum(expected * (1 - expected), 1e-3) / np.maximum(common, 0.5)
    known = (1 + chance) ** 2 * skill**2 / share
    np.fill_diagonal(known, 0.0)
    # A median knows two thirds of what a mean does.
    unknown = 1.5 / np.maximum(known.sum(axis=1), 1.0)
    found: Floats = share + (1 + chance) ** 2 * (np.outer(unknown, skill**2) + np.outer(skill**2, unknown))
    return found


def _medians(values: Floats, weights: Floats) -> Floats:
    """The weighted median of each row."""
    order = np.argsort(values, axis=1, kind="stable")
    running = np.cumsum(np.take_along_axis(weights, order, axis=1), axis=1)
    place = (running >= running[:, -1:] / 2).argmax(axis=1)
    found: Floats = np.take_along_axis(values, np.take_along_axis(order, place[:, None], axis=1), axis=1)[:, 0]
    return found


def _cliques(bound: np.ndarray, excess: Floats, said: Floats) -> list[list[int]]:
    """Groups in which every pair is bound, gathered around those that say most."""
    free, found = np.ones(len(said), dtype=bool), []
    np.fill_diagonal(bound, False)
    for first in np.argsort(-said, kind="stable").tolist():
        if not free[first]:
            continue
        group = [first]
        for other in np.argsort(-excess[first], kind="stable").tolist():
            if free[other] and bound[other, group].all():
                group.append(other)
        if len(group) > 1:
            free[group] = False
            found.append(group)
    return found


def _mean_of_pairs(shared: Floats, members: list[int]) -> float:
    inside = shared[np.ix_(members, members)]
    return float((inside.sum() - np.trace(inside)) / (len(members) * (len(members) - 1)))
