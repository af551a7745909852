"""Sources that share what is wrong, and what their agreement is then worth.

Good sources agree on what is true, which is no sign of copying; independent ones agree on what is false no more often
than that is a popular mistake (Dong, Berti-Equille, Srivastava, VLDB 2009). So claims are first voted on as if all were
independent. Of what then seems wrong, pairs that say the same more often than others who are wrong about the same items
lean on each other. Where members of such a group say the same they count as fewer witnesses; where they differ each
counts in full. Nobody is silenced, so taking two good sources for dependent costs little.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from extract.reconciliation.fusion.duplicates import credible
from extract.reconciliation.fusion.parameters import Dependence, Parameters
from extract.reconciliation.fusion.segments import Bools, Floats, Ints, starts, sums
from extract.reconciliation.fusion.tables import Votes, runs
from extract.reconciliation.fusion.voting import NO_KIN, Kin, looked_at

_CHUNK = 1 << 15
"""Rows that are spread out at a time."""

_LEAST = 0.01
"""Variance of whether two agree by chance, at least."""

_OFTEN = 0.2
"""Share of cases in which usual pairs agree, from which on agreeing is no sign of repeating."""


@dataclass(frozen=True)
class Group:
    """Witnesses that lean on each other, and in what share of cases one repeats another."""

    members: tuple[int, ...]
    shared: float


def independent(
    cast: Votes, labels: int, parameters: Parameters, *, kin: Kin = NO_KIN, bonus: Floats | None = None
) -> Votes:
    """Votes in which members of a group that say the same count as 1 + (members - 1) x what they do not share.

    Args:
        cast: what they say.
        labels: how many different ones there are in all: of two labels two wrong claims are the same.
        parameters: ``dependence`` and ``reliability`` are used. Of more than ``dependence.witnesses`` nothing is
            found: each pair is looked at.
        kin: candidates that agree without being the same.
        bonus: log-odds that candidates have before any vote.
    """
    settings = parameters.dependence
    if not 2 < cast.speaking <= settings.witnesses:
        return cast
    # Among few a pair of copies makes itself the judge of all: there most are believed until copies are known.
    judged = cast.speaking >= settings.judge_from or not credible(cast, labels, parameters.duplicates)
    chance, _ = looked_at(cast, parameters, kin, bonus, judged=judged)
    return _discounted(cast, leaning(cast, chance, max(settings.chance, 1 / max(labels - 1, 1)), settings))


def leaning(cast: Votes, chance: Floats, popular: float, settings: Dependence) -> list[Group]:
    """Groups of witnesses that share more of what is wrong than others do.

    Args:
        cast: what they say.
        chance: by candidate how probably it is true.
        popular: how often two wrong claims about an item agree, before any are seen.
        settings: ``dependence`` of the parameters.
    """
    speaking, pairs = _pairs(cast)
    after_same, after_other = _popular(cast, chance, popular, settings)
    item = cast.item_of
    wrong = 1 - chance
    # How often others would have said the same, by what they make of the item: other pairs, that is.
    weights = after_same[item], (after_same * (1 - after_same))[item]
    same, expected, doubt = pairs.same(wrong, *(wrong * weight for weight in weights))
    every = np.ones(len(after_other)), after_other, after_other * (1 - after_other)
    other, expected_other, doubt_other = pairs.other(chance, *every)
    expected, doubt = expected + expected_other, doubt + doubt_other
    excess = same - expected
    part = np.clip(excess / np.maximum(same + other - expected, 1e-9), 0.0, 1.0)
    bound = (same >= settings.least) & (excess >= settings.sure * np.sqrt(doubt)) & (part >= settings.excess)
    said = np.bincount(pairs.code, minlength=len(speaking))
    # Both are wrong together mostly because one repeats the other: of all claims fewer are repeated.
    errs = sums(pairs.code, wrong[cast.candidate], len(speaking)) / np.maximum(said, 1)
    errs = np.minimum.outer(errs, errs)
    repeated = part * errs / np.maximum(1 - part + part * errs, 1e-9)
    return [
        Group(tuple(int(speaking[one]) for one in members), _mean_of_pairs(repeated, members))
        for members in _cliques(bound, excess, said)
    ]


def repeating(cast: Votes, settings: Dependence) -> list[list[int]]:
    """Groups of witnesses that say the same where others scatter: nothing else makes it the same.

    Each pair agrees in at least the part ``one`` of what a usual pair differs in, of ``common`` items or more. Where
    usual pairs agree often, steps are wide: precise sources then say the same without repeating each other.
    """
    if not 2 < cast.speaking <= settings.witnesses:
        return []
    speaking, pairs = _pairs(cast)
    common, same = pairs.met(), pairs.same(np.ones(len(cast.item_of)))[0]
    known = (common >= settings.common) & ~np.eye(len(speaking), dtype=bool)
    if not known.any():
        return []
    agreed = same / np.maximum(common, 1)
    usual = float(np.median(agreed[known]))
    if usual > _OFTEN:
        return []
    beyond = (agreed - usual) / max(1 - usual, 1e-9)
    doubt = np.sqrt(max(usual * (1 - usual), _LEAST) / np.maximum(common, 1))
    bound = known & (beyond >= settings.one) & (agreed - usual >= settings.sure * doubt)
    found = _cliques(bound, beyond, np.bincount(pairs.code))
    return [[int(speaking[one]) for one in members] for members in found]


def _popular(cast: Votes, chance: Floats, popular: float, settings: Dependence) -> tuple[Floats, Floats]:
    """By item, how often two wrong claims agree; of the others where a pair agrees, and where it does not."""
    begins = starts(cast.item_of)
    named = np.bincount(cast.candidate, minlength=len(cast.item_of)).astype(np.float64)
    agree = np.add.reduceat((1 - chance) * named * (named - 1) / 2, begins)
    said = np.add.reduceat(named, begins)
    differ = (said**2 - np.add.reduceat(named**2, begins)) / 2
    differ -= np.add.reduceat(named * chance * (said[cast.item_of] - named), begins)
    held = settings.held
    others = np.maximum(agree + np.maximum(differ, 0.0) - 1, 0.0) + held
    after_same = (np.maximum(agree - 1, 0.0) + popular * held) / others
    return np.minimum(after_same, 1.0), np.minimum((agree + popular * held) / others, 1.0)


@dataclass(frozen=True)
class _Pairs:
    """Sums over what each pair of witnesses has in common; rows are sorted by candidate."""

    candidate: Ints
    item_of: Ints
    code: Ints
    count: int

    def same(self, *weights: Floats) -> list[Floats]:
        """Over candidates that both name, of weights of candidates."""
        return self._products(self.candidate, [weight[self.candidate] for weight in weights])

    def other(self, chance: Floats, *weights: Floats) -> list[Floats]:
        """Over items of which they name different candidates, of weights of items times how probably both are wrong."""
        item = self.item_of[self.candidate]
        each, true = [weight[item] for weight in weights], chance[self.candidate]
        halves = self._products(item, [weight * true for weight in each])
        every = self._products(item, each)
        agreed = self._products(self.candidate, [weight * (1 - 2 * true) for weight in each])
        return [
            np.maximum(both - half - half.T - same, 0.0) for both, half, same in zip(every, halves, agreed, strict=True)
        ]

    def met(self) -> Floats:
        """How many items each pair speaks of."""
        return self._products(self.item_of[self.candidate], [np.ones(len(self.candidate))])[0]

    def _products(self, row: Ints, weights: list[Floats]) -> list[Floats]:
        total = np.zeros((len(weights), self.count, self.count))
        first, last = 0, int(row[-1]) + 1
        while first < last:
            height = min(_CHUNK, last - first)
            begin, end = np.searchsorted(row, [first, first + height])
            left, right = np.zeros((len(weights), height, self.count)), np.zeros((height, self.count))
            place = (row[begin:end] - first) * self.count + self.code[begin:end]
            right.ravel()[place] = 1.0
            for each, weight in zip(left, weights, strict=True):
                each.ravel()[place] = weight[begin:end]
            total += left.transpose(0, 2, 1) @ right
            first += height
        return list(total)


def _pairs(cast: Votes) -> tuple[Ints, _Pairs]:
    """The witnesses that speak, and what their pairs have in common."""
    speaking = np.flatnonzero(np.bincount(cast.witness))
    code = np.zeros(cast.n_witnesses, dtype=np.int64)
    code[speaking] = np.arange(len(speaking))
    return speaking, _Pairs(cast.candidate, cast.item_of, code[cast.witness], len(speaking))


def _discounted(cast: Votes, groups: list[Group]) -> Votes:
    if not groups:
        return cast
    head, shared = np.arange(cast.n_witnesses), np.zeros(cast.n_witnesses)
    for group in groups:
        head[list(group.members)] = group.members[0]
        shared[list(group.members)] = group.shared
    order, begins, _ = runs(cast.candidate * cast.n_witnesses + head[cast.witness])
    lengths = np.diff(np.r_[begins, len(order)])
    together = np.empty(len(order))
    together[order] = np.repeat(lengths, lengths)
    return replace(cast, share=cast.share / (1 + (together - 1) * shared[cast.witness]))


def _cliques(bound: Bools, excess: Floats, said: Ints) -> list[list[int]]:
    """Groups in which every pair is bound, gathered around those that say most."""
    free, found = np.ones(len(said), dtype=bool), []
    np.fill_diagonal(bound, False)
    for first in np.argsort(-said, kind="stable").tolist():
        if not free[first]:
            continue
        group = [first]
        others = np.flatnonzero(free & bound[:, first])
        for other in others[np.argsort(-excess[first, others], kind="stable")].tolist():
            if bound[other, group].all():
                group.append(other)
        if len(group) > 1:
            free[group] = False
            found.append(group)
    return found


def _mean_of_pairs(shared: Floats, members: list[int]) -> float:
    inside = shared[np.ix_(members, members)]
    return float((inside.sum() - np.trace(inside)) / (len(members) * (len(members) - 1)))
