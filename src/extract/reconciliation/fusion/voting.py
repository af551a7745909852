"""A Bayesian vote on candidates, and what it says of the sources that vote.

After ACCU (Dong, Berti-Equille, Srivastava, VLDB 2009): a source of accuracy a adds ln(n a / (1 - a)) to what
it says, n being how many false values there are to choose from. Accuracies are shrunk towards a prior, held below
a ceiling and drawn together where they differ no more than chance; n is learned from how often wrong claims
agree, since false values are rarely uniform. Below a handful of sources nothing is learned of each: all weigh the
same, what would be learned of each only breaks ties, and how well they agree on the whole says how sure to be.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extract.reconciliation.fusion.parameters import Parameters, Reliability
from extract.reconciliation.fusion.segments import (
    CLOSE,
    Bools,
    Floats,
    Ints,
    first_where,
    lengths,
    starts,
    sums,
    totals,
)
from extract.reconciliation.fusion.tables import Part, Votes, parts

_LEAST_SPREAD = 1e-4
"""Variance of accuracies below which sources are all alike."""

_ROUGHLY = 1e-3
"""Change of accuracies at which sources are drawn together."""

_MOST = 0.75
"""Where fewer candidates than this share have a rival, the others are left out of what is done again and again."""

_BETTER = 1.5
"""Odds by which a usual source is at least better than one that guesses."""


@dataclass(frozen=True)
class Kin:
    """Candidates of one item that do not contradict each other.

    ``weight`` of what is said for ``giver`` also speaks for ``taker``.
    """

    giver: Ints
    taker: Ints
    weight: Floats


NO_KIN = Kin(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))


@dataclass(frozen=True)
class Ballot:
    """The outcome, by candidate (``score``, ``probability``, ``voters``) and by witness (``accuracy``).

    ``winner`` is a candidate for each item; ``tied`` items had another that was as good. ``probability``
    allows for a true value that nobody names. ``learned`` says that the sources were judged.
    """

    score: Floats
    probability: Floats
    voters: Floats
    accuracy: Floats
    winner: Ints
    tied: Bools
    learned: bool


def hold(
    votes: Votes,
    parameters: Parameters,
    *,
    kin: Kin = NO_KIN,
    bonus: Floats | None = None,
    known: float | None = None,
    alone: bool = False,
) -> Ballot:
    """Judge values by their sources and sources by their values, until both stay.

    Args:
        votes: at least one.
        parameters: ``reliability`` is used.
        kin: candidates that agree without being the same.
        bonus: log-odds that candidates have before any vote.
        known: how many false values there are, if that is known; learned if left out.
        alone: what nobody else speaks of counts for its witness, too.
    """
    settings = parameters.reliability
    accuracy, alternatives = _judge(votes, settings, kin, bonus, known, alone=alone)
    learned = votes.speaking >= settings.judge_from
    merits = score = likely = _scores(votes, accuracy, alternatives, kin, bonus)
    if not learned:
        alternatives = known or settings.pairs / settings.agreeing
        claims = sums(votes.witness, votes.share, votes.n_witnesses)
        mean = float((accuracy * claims).sum()) / float(claims.sum())
        score = _scores(votes, np.full(votes.n_witnesses, settings.prior), alternatives, kin, bonus)
        accuracy = np.full(votes.n_witnesses, mean)
        likely = _scores(votes, accuracy, alternatives, kin, bonus)
    winner, tied = _winners(score, merits, votes)
    return Ballot(
        score,
        _with_the_unnamed(likely, votes, kin, alternatives),
        sums(votes.candidate, votes.share, len(votes.item_of)),
        accuracy,
        winner,
        tied,
        learned,
    )


def looked_at(
    votes: Votes, parameters: Parameters, kin: Kin, bonus: Floats | None, *, judged: bool
) -> tuple[Floats, float]:
    """Probability of each candidate if one of those named is true, and how many false values there are.

    By sources as they are judged, or all alike.
    """
    settings = parameters.reliability
    accuracy, alternatives = np.full(votes.n_witnesses, settings.prior), settings.pairs / settings.agreeing
    if judged:
        accuracy, alternatives = _judge(votes, settings, kin, bonus, None, alone=False)
    return chances(_scores(votes, accuracy, alternatives, kin, bonus), votes.item_of), alternatives


@dataclass(frozen=True)
class _Disputed:
    """Items with several candidates, which ``begins`` there: the only candidate of another stays what it is.

    Votes are ``witness``, ``candidate``, ``share`` and ``beside`` (the share that says something of its witness), in
    ``parts``. ``item_of``, ``agreed`` and ``pairs`` are by candidate: how many pairs of votes are wrong and agree, and
    how many are wrong, if it is true. ``sure`` is by witness what it says where there is no other candidate.
    """

    witness: Ints
    candidate: Ints
    share: Floats
    beside: Floats
    begins: Ints
    item_of: Ints
    agreed: Floats
    pairs: Floats
    kin: Kin
    bonus: Floats | None
    sure: Floats
    parts: list[Part]


def _disputed(votes: Votes, beside: Floats, kin: Kin, bonus: Floats | None) -> _Disputed:
    begins = starts(votes.item_of)
    sizes = lengths(begins, len(votes.item_of))
    witness, candidate, share = votes.witness, votes.candidate, votes.share
    sure = np.zeros(votes.n_witnesses)
    kept = np.repeat(sizes > 1, sizes)
    if np.count_nonzero(kept) < _MOST * len(kept):
        rows = kept[candidate]
        sure = sums(witness[~rows], beside[~rows], votes.n_witnesses)
        number = np.cumsum(kept) - 1
        witness, candidate, share, beside = witness[rows], number[candidate[rows]], share[rows], beside[rows]
        kin = Kin(number[kin.giver], number[kin.taker], kin.weight) if len(kin.giver) else kin
        bonus = None if bonus is None else bonus[kept]
        sizes = sizes[sizes > 1]
        begins = np.cumsum(sizes) - sizes
    count = int(sizes.sum())
    item_of = np.repeat(np.arange(len(sizes)), sizes)
    named = sums(candidate, share, count)
    said = _by_item(np.add, named, begins)[item_of]
    paired = np.maximum(named * (named - 1), 0.0)
    # No dot products: their sums depend on how many threads there are.
    agreed = _by_item(np.add, paired, begins)[item_of] - paired
    wrong = np.maximum(said - named, 0.0)
    pairs = np.maximum(wrong * (wrong - 1), 0.0)
    # What speaks for what is not looked up part by part: such tables are small.
    whole = [Part(slice(0, len(sizes)), slice(0, count), slice(0, len(candidate)))]
    some = whole if len(kin.giver) else parts(candidate, begins, count)
    return _Disputed(witness, candidate, share, beside, begins, item_of, agreed, pairs, kin, bonus, sure, some)


def _by_item(reduce: np.ufunc, values: Floats, begins: Ints) -> Floats:
    """A sum or maximum of each item; nothing of nothing."""
    found: Floats = reduce.reduceat(values, begins) if len(begins) else np.zeros(0)
    return found


def _judge(
    votes: Votes, settings: Reliability, kin: Kin, bonus: Floats | None, known: float | None, *, alone: bool
) -> tuple[Floats, float]:
    """Accuracy of each witness, and the number of false values.

    What nobody else speaks of says nothing of its witness, unless ``alone``: else who says most would confirm himself.
    """
    beside = votes.share if alone else _beside_others(votes)
    claims = sums(votes.witness, beside, votes.n_witnesses)
    disputed = _disputed(votes, beside, kin, bonus)
    accuracy = np.full(votes.n_witnesses, settings.prior)
    alternatives = known or settings.pairs / settings.agreeing
    # First each by itself, then drawn together: else all would seem alike while little is known of any.
    apiece = True
    for _ in range(settings.rounds):
        right, agreed, pairs = _looked_through(disputed, np.log(accuracy / (1 - accuracy)) + np.log(alternatives))
        alternatives = known or max((pairs + settings.pairs) / (agreed + settings.agreeing), 1.0)
        mean, strength = alike(right, claims, alternatives, settings)
        strength = 0.0 if apiece else strength
        shrunk = (settings.prior * settings.strength + mean * strength + right) / (
            settings.strength + strength + claims
        )
        judged = np.maximum(settings.ceiling * shrunk, 1 - settings.ceiling)
        change = np.abs(judged - accuracy).max()
        accuracy = judged
        if change < (_ROUGHLY if apiece else settings.settled):
            if not apiece:
                break
            apiece = False
    return accuracy, alternatives


def _looked_through(disputed: _Disputed, weight: Floats) -> tuple[Floats, float, float]:
    """By witness what it has right by the weights of all; how many pairs of wrong votes agree, and how many are."""
    right, agreed, pairs = disputed.sure.copy(), 0.0, 0.0
    for part in disputed.parts:
        witness, candidate = disputed.witness[part.votes], disputed.candidate[part.votes] - part.candidates.start
        begins = disputed.begins[part.items] - part.candidates.start
        item = disputed.item_of[part.candidates] - part.items.start
        score = sums(candidate, weight[witness] * disputed.share[part.votes], len(item))
        score = _joined(score, disputed.kin, None if disputed.bonus is None else disputed.bonus[part.candidates])
        likely = np.exp(score - _by_item(np.maximum, score, begins)[item])
        chance = likely / _by_item(np.add, likely, begins)[item]
        agreed += float((chance * disputed.agreed[part.candidates]).sum())
        pairs += float((chance * disputed.pairs[part.candidates]).sum())
        np.add.at(right, witness, chance[candidate] * disputed.beside[part.votes])
    return right, agreed, pairs


def _beside_others(votes: Votes) -> Floats:
    """The shares of votes on items of which several witnesses speak; 0 for the others."""
    voters = np.bincount(votes.candidate, minlength=len(votes.item_of))
    spoken = np.add.reduceat(voters, starts(votes.item_of))
    begins = np.cumsum(spoken) - spoken
    several = np.minimum.reduceat(votes.witness, begins) < np.maximum.reduceat(votes.witness, begins)
    return votes.share if several.all() else votes.share * np.repeat(several, spoken)


def alike(right: Floats, claims: Floats, alternatives: float, settings: Reliability) -> tuple[float, float]:
    """Mean accuracy of all, and how many claims it is worth for being alike beyond the prior.

    Sources that differ by no more than chance are judged as one: else the vote would lean on whoever was lucky.
    The variance between them is found by moments (DerSimonian and Laird, Controlled Clinical Trials 1986). On average
    sources are better than guessers: else the labels could be swapped, and the facts with them.
    """
    total = float(claims.sum())
    if not total:
        return settings.prior, 0.0
    mean = max(float(right.sum()) / total, _BETTER / (_BETTER + alternatives))
    speaking = claims > 0
    variance = mean * (1 - mean)
    apart = right[speaking] - mean * claims[speaking]
    beyond = float((apart**2 / claims[speaking]).sum()) - settings.apart * variance * (int(speaking.sum()) - 1)
    spread = beyond / max(total - float((claims**2).sum()) / total, 1e-9)
    strength = variance / max(spread, _LEAST_SPREAD) - 1
    return mean, max(strength - settings.strength, 0.0)


def _scores(votes: Votes, accuracy: Floats, alternatives: float, kin: Kin, bonus: Floats | None) -> Floats:
    weight = np.log(accuracy / (1 - accuracy)) + np.log(alternatives)
    score = totals(votes.candidate, len(votes.item_of), lambda rows: weight[votes.witness[rows]] * votes.share[rows])
    return _joined(score, kin, bonus)


def _joined(score: Floats, kin: Kin, bonus: Floats | None) -> Floats:
    """Scores with what speaks for others, too, and with what they have before any vote."""
    if len(kin.giver):
        score = score + sums(kin.taker, score[kin.giver] * kin.weight, len(score))
    return score if bonus is None else score + bonus


def chances(score: Floats, item_of: Ints) -> Floats:
    """Probability of each candidate if one of those named is true."""
    begins = starts(item_of)
    likely = np.exp(score - np.maximum.reduceat(score, begins)[item_of])
    total: Floats = likely / np.add.reduceat(likely, begins)[item_of]
    return total


def _with_the_unnamed(score: Floats, votes: Votes, kin: Kin, alternatives: float) -> Floats:
    """Probability of each candidate if the true value may be one that nobody names.

    Candidates that do not contradict each other do not take from each other.
    """
    begins = starts(votes.item_of)
    top = np.maximum(np.maximum.reduceat(score, begins), 0.0)[votes.item_of]
    likely = np.exp(score - top)
    candidates = lengths(begins, len(score))[votes.item_of]
    unnamed = np.maximum(alternatives + 1 - candidates, 1.0) * np.exp(-top)
    friendly = sums(kin.taker, likely[kin.giver], len(score)) if len(kin.giver) else 0.0
    total = np.add.reduceat(likely, begins)[votes.item_of] + unnamed - friendly
    chance: Floats = likely / np.maximum(total, likely)
    return chance


def _winners(score: Floats, merits: Floats, votes: Votes) -> tuple[Ints, Bools]:
    """The best candidate of each item; among equals the one with the better sources, then the first."""
    begins = starts(votes.item_of)
    best = score >= (np.maximum.reduceat(score, begins) - CLOSE)[votes.item_of]
    tied = np.add.reduceat(best.astype(np.int64), begins) > 1
    judged = np.where(best, merits, -np.inf)
    chosen = best & (judged >= (np.maximum.reduceat(judged, begins) - CLOSE)[votes.item_of])
    return first_where(chosen, begins), tied
