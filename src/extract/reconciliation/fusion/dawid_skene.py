"""A closed set of labels, with what each source makes of each true label.

After Dawid and Skene, Applied Statistics 1979, by expectation and maximisation. What a source makes of a true label
is shrunk towards what all make of it, as well as its own accuracy has it, the more so the less sources differ beyond
chance: most of a crowd give few answers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extract.errors import ConfigurationError
from extract.reconciliation.fusion.confidence import log_odds
from extract.reconciliation.fusion.parameters import Parameters
from extract.reconciliation.fusion.segments import BLOCK, CLOSE, Floats, Ints, starts, sums
from extract.reconciliation.fusion.tables import Part, Votes, parts
from extract.reconciliation.fusion.voting import Ballot, alike, chances

_ALIKE = 0.99
"""Where one start is like another in so many items, one of them is enough."""

_TIMES = 4
"""Votes that are looked at together for one cell of a label's table, and blocks of them at most."""

_MOST = 100.0
"""Answers that the expectation of a row is worth at most."""


def hold_closed(first: Ballot, votes: Votes, label_of: Ints, labels: int, parameters: Parameters) -> Ballot:
    """The vote on a closed set; a label that nobody names for an item can be its truth but does not win.

    Args:
        first: a vote that takes all labels to be alike, from which this one starts.
        votes: what was said.
        label_of: by candidate its label.
        labels: how many there are.
        parameters: ``dawid_skene`` and ``reliability`` are used.

    Raises:
        ConfigurationError: the set is larger than ``dawid_skene.labels``.
    """
    most = parameters.dawid_skene.labels
    if labels > most:
        raise ConfigurationError(f"claims: {labels} labels are no closed set: give {most} or fewer")
    if labels == 1:
        labels = 2
    answers = _answers(votes, label_of, labels)
    # Where it ends depends on where it starts: from what most say, or from what good sources say.
    starts_from = [_start(sums(votes.candidate, votes.share, len(label_of)), votes, label_of, labels)]
    if first.learned:
        likely = chances(first.score, votes.item_of) * votes.speakers[votes.item_of]
        good = _start(likely, votes, label_of, labels)
        same = (good.argmax(axis=0) == starts_from[0].argmax(axis=0)).mean() > _ALIKE
        starts_from = [good] if same else [*starts_from, good]
    ends = [_settled(answers, chance, parameters, learned=first.learned) for chance in starts_from]
    chance, accuracy, _ = max(ends, key=lambda end: end[2])
    return _ballot(votes, label_of, chance, accuracy, learned=first.learned)


@dataclass(frozen=True)
class _Answers:
    """What is said: by vote its item in its part, its cell (label times witnesses plus witness) and its share."""

    item: Ints
    cell: Ints
    share: Floats | None
    witnesses: int
    labels: int
    parts: list[Part]

    def weighed(self, values: Floats, part: Part) -> Floats:
        """Values of the votes of a part times their shares, which are left out where all are whole."""
        if self.share is not None:
            values *= self.share[part.votes]
        return values


def _answers(votes: Votes, label_of: Ints, labels: int) -> _Answers:
    # So many at a time that each table of cells is worth fetching into the cache.
    rows = min(max(BLOCK, _TIMES * labels * votes.n_witnesses), _TIMES * BLOCK)
    some = parts(votes.candidate, starts(votes.item_of), len(votes.item_of), rows)
    item, cell = np.empty((2, len(votes.candidate)), dtype=np.int64)
    for part in some:
        candidate = votes.candidate[part.votes]
        item[part.votes] = votes.item_of[candidate] - part.items.start
        cell[part.votes] = label_of[candidate] * votes.n_witnesses + votes.witness[part.votes]
    share = None if (votes.share == 1).all() else votes.share
    return _Answers(item, cell, share, votes.n_witnesses, labels, some)


def _settled(
    answers: _Answers, chance: Floats, parameters: Parameters, *, learned: bool
) -> tuple[Floats, Floats, float]:
    """Probabilities by label and item, accuracies, and the logarithm of how likely they make the claims."""
    confusion, prior = _confusions(answers, _seen(answers, chance), chance, parameters)
    likely = -np.inf
    for _ in range(parameters.dawid_skene.rounds if learned else 0):
        before = likely
        seen, likely = _looked_through(answers, chance, confusion, prior)
        confusion, prior = _confusions(answers, seen, chance, parameters)
        if abs(likely - before) < parameters.reliability.settled * len(answers.item):
            break
    return chance, np.einsum("wkk,k->w", confusion, prior), likely


def recurring(ballot: Ballot, votes: Votes, label_of: Ints, labels: int, parameters: Parameters) -> bool:
    """Whether labels mean the same in every item, so that it is worth learning which is taken for which.

    Either some are more common, or some are taken for some others: that explains the claims better than labels which
    are all alike, by more than what so many more unknowns explain of mere chance (Schwarz, Annals of Statistics 1978).

    Args:
        ballot: a vote that takes all labels to be alike.
        votes: what was said.
        label_of: by candidate its label.
        labels: how many there are; more than ``dawid_skene.labels`` are no classes.
        parameters: ``dawid_skene`` is used.
    """
    if not (ballot.learned and 1 < labels <= parameters.dawid_skene.labels):
        return False
    chance, support = chances(ballot.score, votes.item_of), ballot.voters
    taken, common = np.zeros((labels, labels)), sums(label_of, chance, labels)
    for part in parts(votes.candidate, starts(votes.item_of), len(votes.item_of)):
        true, said = np.zeros((2, labels, part.items.stop - part.items.start))
        place = label_of[part.candidates], votes.item_of[part.candidates] - part.items.start
        true[place], said[place] = chance[part.candidates], support[part.candidates]
        taken += np.einsum("ki,li->kl", true, said)
    right, total = float(np.trace(taken)), float(taken.sum())
    same = _likely(np.array([right, total - right])) - (total - right) * np.log(labels - 1)
    apart = sum(_likely(row) for row in taken) + _likely(common) + float(common.sum()) * np.log(labels)
    return bool(apart - same > (labels * labels - 2) / 2 * np.log(total))


def _likely(counts: Floats) -> float:
    """Log-likelihood of counts at their own shares."""
    seen = counts[counts > 0]
    return float((seen * np.log(seen / seen.sum())).sum()) if len(seen) else 0.0


def _start(support: Floats, votes: Votes, label_of: Ints, labels: int) -> Floats:
    """By label and item how probable it is, by the support of each candidate; one vote more is divided among all."""
    named = np.full((labels, votes.n_items), 1 / labels)
    named[label_of, votes.item_of] += support
    named /= named.sum(axis=0)
    return named


def _seen(answers: _Answers, chance: Floats) -> Floats:
    """By true label and cell, how often that was said of it."""
    seen = np.zeros((answers.labels, answers.witnesses * answers.labels))
    for part in answers.parts:
        _count(answers, part, chance[:, part.items], seen)
    return seen


def _count(answers: _Answers, part: Part, chance: Floats, seen: Floats) -> None:
    """Add what is said of some items."""
    item, cell = answers.item[part.votes], answers.cell[part.votes]
    for label, likely in enumerate(chance):
        np.add.at(seen[label], cell, answers.weighed(likely[item], part))


def _looked_through(answers: _Answers, chance: Floats, confusion: Floats, prior: Floats) -> tuple[Floats, float]:
    """What was said of which true label, by new probabilities (put into ``chance``), and how likely all claims are."""
    labels = len(prior)
    columns = np.ascontiguousarray(np.log(confusion).T).reshape(labels, -1)
    common = np.log(prior)[:, None]
    seen, claims = np.zeros((labels, answers.witnesses * labels)), 0.0
    for part in answers.parts:
        item, cell = answers.item[part.votes], answers.cell[part.votes]
        count = part.items.stop - part.items.start
        total = np.stack([sums(item, answers.weighed(column[cell], part), count) for column in columns])
        total += common
        top = total.max(axis=0)
        total -= top
        likely = np.exp(total, out=total)
        sum_of = likely.sum(axis=0)
        likely /= sum_of
        chance[:, part.items] = likely
        claims += float((top + np.log(sum_of)).sum())
        _count(answers, part, likely, seen)
    return seen, claims


def _confusions(answers: _Answers, counts: Floats, chance: Floats, parameters: Parameters) -> tuple[Floats, Floats]:
    """Tables (witness, said, true) of probabilities, and how common each label is."""
    seen = np.ascontiguousarray(counts.reshape(answers.labels, answers.labels, answers.witnesses).T)
    usual = _usual(seen, parameters)
    confusion = seen + _strength(seen, usual, parameters) * usual
    common = chance.sum(axis=1) + 1
    return confusion / confusion.sum(axis=1, keepdims=True), common / common.sum()


def _usual(seen: Floats, parameters: Parameters) -> Floats:
    """What each witness is expected to make of each label, but for its own answers on that very label.

    The odds of being right on a label are everyone's, times what makes up the witness's own accuracy; where it errs
    it takes the label for what everyone takes it for.
    """
    labels, settings = seen.shape[1], parameters.reliability
    guess = np.full((labels, labels), (1 - settings.prior) / (labels - 1))
    np.fill_diagonal(guess, settings.prior)
    pooled = seen.sum(axis=0) + parameters.dawid_skene.strength * guess
    pooled /= pooled.sum(axis=0)
    everyone = np.diagonal(pooled).copy()
    hits, answers = np.einsum("wkk->w", seen), seen.sum(axis=1)
    mean, strength = alike(hits, answers.sum(axis=1), labels - 1, settings)
    held = settings.strength + strength
    total = answers.sum(axis=1) + held
    accuracy = (hits + held * mean) / total
    # As many answers as the prior is worth are taken to be about all labels alike.
    expected = (answers @ everyone + held * mean) / total
    apart = log_odds(accuracy) - log_odds(expected)
    right = 1 / (1 + np.exp(-(log_odds(everyone) + apart[:, None])))
    errs = pooled / np.maximum(1 - everyone, 1e-9)
    usual: Floats = (1 - right)[:, None, :] * errs
    usual[:, np.arange(labels), np.arange(labels)] = right
    return usual


def _strength(seen: Floats, usual: Floats, parameters: Parameters) -> float:
    """How many answers the expectation is worth: many where sources keep to it but for chance.

    Found by moments from how often they are right on each label, as accuracies are drawn together.
    """
    least = parameters.dawid_skene.strength
    claims = seen.sum(axis=1)
    right, expected = np.einsum("wkk->wk", seen), np.einsum("wkk->wk", usual)
    variance = expected * (1 - expected)
    met = claims > 0
    beyond = float(((right - expected * claims)[met] ** 2 / claims[met] - variance[met]).sum())
    spread = beyond / max(float(claims.sum()), 1e-9)
    mean = float((variance * claims).sum()) / max(float(claims.sum()), 1e-9)
    return float(np.clip(mean / max(spread, 1e-4) - 1, least, _MOST))


def _ballot(votes: Votes, label_of: Ints, chance: Floats, accuracy: Floats, *, learned: bool) -> Ballot:
    probability = chance[label_of, votes.item_of]
    begins = starts(votes.item_of)
    best = probability >= (np.maximum.reduceat(probability, begins) - CLOSE)[votes.item_of]
    place = np.where(best, np.arange(len(best)), len(best))
    return Ballot(
        np.log(np.maximum(probability, 1e-300)),
        probability,
        sums(votes.candidate, votes.share, len(votes.item_of)),
        accuracy,
        np.minimum.reduceat(place, begins),
        np.add.reduceat(best.astype(np.int64), begins) > 1,
        learned,
    )
