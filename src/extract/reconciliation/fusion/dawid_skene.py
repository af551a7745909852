"""A closed set of labels, with what each source makes of each true label.

After Dawid and Skene, Applied Statistics 1979, by expectation and maximisation: a source's row of confusions
for a true label is shrunk towards "mostly right, else anything".
"""

from __future__ import annotations

import numpy as np

from extract.errors import ConfigurationError
from extract.reconciliation.fusion.parameters import Parameters
from extract.reconciliation.fusion.segments import CLOSE, Floats, Ints, starts, sums
from extract.reconciliation.fusion.tables import Votes
from extract.reconciliation.fusion.voting import Ballot


def hold_closed(votes: Votes, label_of: Ints, labels: int, parameters: Parameters) -> Ballot:
    """The vote on a closed set; a label that nobody names for an item can be its truth but does not win.

    Raises:
        ConfigurationError: the set is larger than ``dawid_skene.labels``.
    """
    most = parameters.dawid_skene.labels
    if labels > most:
        raise ConfigurationError(f"claims: {labels} labels are no closed set: give {most} or fewer")
    if labels == 1:
        labels = 2
    said = label_of[votes.candidate]
    item = votes.item_of[votes.candidate]
    learned = votes.speaking >= parameters.reliability.judge_from
    chance = _share(votes, item, said, labels)
    confusion, prior = _confusions(votes, item, said, chance, parameters)
    if learned:
        for _ in range(parameters.dawid_skene.rounds):
            before = chance
            chance = _chances(votes, item, said, confusion, prior)
            confusion, prior = _confusions(votes, item, said, chance, parameters)
            if np.abs(chance - before).mean() < parameters.reliability.settled:
                break
    return _ballot(votes, label_of, chance, _accuracy(confusion, prior), learned=learned)


def _share(votes: Votes, item: Ints, said: Ints, labels: int) -> Floats:
    counts = sums(item * labels + said, votes.share, votes.n_items * labels)
    table = counts.reshape(votes.n_items, labels) + 1 / labels
    shares: Floats = table / table.sum(axis=1, keepdims=True)
    return shares


def _confusions(votes: Votes, item: Ints, said: Ints, chance: Floats, parameters: Parameters) -> tuple[Floats, Floats]:
    """Tables (witness, said, true) of probabilities, and how common each label is."""
    labels = chance.shape[1]
    right, strength = parameters.reliability.prior, parameters.dawid_skene.strength
    guess = np.full((labels, labels), (1 - right) / (labels - 1))
    np.fill_diagonal(guess, right)
    key = votes.witness * labels + said
    size = votes.n_witnesses * labels
    columns = np.ascontiguousarray(chance.T)
    seen = np.stack([sums(key, column[item] * votes.share, size) for column in columns], axis=1).reshape(
        votes.n_witnesses, labels, labels
    )
    confusion = seen + strength * guess
    common = chance.sum(axis=0) + 1
    return confusion / confusion.sum(axis=1, keepdims=True), common / common.sum()


def _chances(votes: Votes, item: Ints, said: Ints, confusion: Floats, prior: Floats) -> Floats:
    labels = len(prior)
    key = votes.witness * labels + said
    columns = np.ascontiguousarray(np.log(confusion).reshape(-1, labels).T)
    total = np.stack([sums(item, column[key] * votes.share, votes.n_items) for column in columns], axis=1)
    total += np.log(prior)
    likely = np.exp(total - total.max(axis=1, keepdims=True))
    chances: Floats = likely / likely.sum(axis=1, keepdims=True)
    return chances


def _accuracy(confusion: Floats, prior: Floats) -> Floats:
    right: Floats = np.einsum("wkk,k->w", confusion, prior)
    return right


def _ballot(votes: Votes, label_of: Ints, chance: Floats, accuracy: Floats, *, learned: bool) -> Ballot:
    probability = chance[votes.item_of, label_of]
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
