"""Tables of claims shaped like those that truth discovery is used on: crowds, quizzes, listings, quotes, measurements.

Each maker takes a random generator and gives claims and the truth by item; nothing in names or order tells the truth.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

Made = tuple[pd.DataFrame, pd.Series]
Maker = Callable[[np.random.Generator], Made]


def _table(rng: np.random.Generator, source: np.ndarray, item: np.ndarray, value: np.ndarray) -> pd.DataFrame:
    names = rng.permutation(int(source.max()) + 1)
    table = pd.DataFrame({"source": names[source], "item": item, "value": value})
    return table.iloc[rng.permutation(len(table))].reset_index(drop=True)


def _closed(rng: np.random.Generator, source: np.ndarray, item: np.ndarray, said: np.ndarray, true: np.ndarray) -> Made:
    names = np.char.add("label ", rng.permutation(int(max(said.max(), true.max())) + 1).astype(str)).astype(object)
    return _table(rng, source, item, names[said]), pd.Series(names[true], index=range(len(true)))


def _open(rng: np.random.Generator, source: np.ndarray, item: np.ndarray, said: np.ndarray, items: int) -> Made:
    """Each item has labels of its own; the first is true."""
    names = rng.permuted(np.tile(np.arange(int(said.max()) + 1), (items, 1)), axis=1)
    text = [f"{one} {names[one, label]}" for one, label in zip(item, said, strict=True)]
    truth = pd.Series([f"{one} {names[one, 0]}" for one in range(items)])
    return _table(rng, source, item, np.array(text, dtype=object)), truth


def _answers(
    rng: np.random.Generator, items: int, workers: int, each: int, busy: float
) -> tuple[np.ndarray, np.ndarray]:
    """Some workers answer much, most little."""
    often = busy * -np.log(np.arange(1, workers + 1)) + rng.gumbel(size=(items, workers))
    source = np.argsort(-often, axis=1)[:, :each].ravel()
    return np.unique(source, return_inverse=True)[1], np.repeat(np.arange(items), each)


def _spoken(rng: np.random.Generator, items: int, reach: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    spoken = rng.random((items, len(reach))) < reach
    spoken[np.arange(items), rng.integers(len(reach), size=items)] = True
    item, source = np.nonzero(spoken)
    return source, item


def crowd(*, labels: int = 2, workers: int = 100, each: int = 5, good: float = 0.75, common: float = 0.5) -> Maker:
    """Workers of all accuracies, some of whom guess; the first label is as common as said."""

    def make(rng: np.random.Generator) -> Made:
        source, item = _answers(rng, 400, workers, each, 0.8)
        prior = np.full(labels, (1 - common) / max(labels - 1, 1))
        prior[0] = common
        true = rng.choice(labels, 400, p=prior)
        accuracy = rng.beta(8 * good, 8 * (1 - good), source.max() + 1)
        accuracy[rng.random(len(accuracy)) < 0.1] = 1 / labels
        right = rng.random(len(item)) < accuracy[source]
        said = np.where(right, true[item], (true[item] + rng.integers(1, labels, len(item))) % labels)
        return _closed(rng, source, item, said, true)

    return make


def grades(rng: np.random.Generator) -> Made:
    """Five grades; workers are strict or lenient and take neighbouring grades for each other."""
    source, item = _answers(rng, 400, 100, 6, 1.0)
    true, workers = rng.choice(5, 400, p=[0.1, 0.15, 0.2, 0.25, 0.3]), source.max() + 1
    noise, strict = rng.uniform(0.3, 1.1, workers), rng.normal(0, 0.35, workers)
    said = np.clip(np.round(true[item] + strict[source] + rng.normal(size=len(item)) * noise[source]), 0, 4)
    return _closed(rng, source, item, said.astype(int), true)


def experts(rng: np.random.Generator) -> Made:
    """Four of twenty know the answers; the others fall for the same wrong one half of the time."""
    source, item, true = np.tile(np.arange(20), 150), np.repeat(np.arange(150), 20), rng.integers(0, 5, 150)
    accuracy = np.where(np.arange(20) < 4, 0.9, rng.uniform(0.2, 0.4, 20))
    trap = np.where(rng.random(len(item)) < 0.5, rng.integers(1, 5, 150)[item], rng.integers(1, 5, len(item)))
    said = np.where(rng.random(len(item)) < accuracy[source], true[item], (true[item] + trap) % 5)
    return _closed(rng, source, item, said, true)


def closures(rng: np.random.Generator) -> Made:
    """A quarter of all places closed; listings learn of it late and rarely say so of an open one."""
    source, item = _spoken(rng, 400, rng.uniform(0.3, 0.9, 12))
    true = (rng.random(400) < 0.25).astype(int)
    late, wrong = rng.uniform(0.2, 0.8, 12), rng.uniform(0.005, 0.08, 12)
    said = rng.random(len(item)) < np.where(true[item] == 1, 1 - late[source], wrong[source])
    return _closed(rng, source, item, said.astype(int), true)


def dominated(*, values: int, best: float = 0.95) -> Maker:
    """Of seven sources one speaks of nearly everything, the others of a little."""

    def make(rng: np.random.Generator) -> Made:
        source, item = _spoken(rng, 400, np.r_[0.95, rng.uniform(0.05, 0.4, 6)])
        right = rng.random(len(item)) < rng.uniform(0.55, best, 7)[source]
        return _open(rng, source, item, np.where(right, 0, rng.integers(1, values + 1, len(item))), 400)

    return make


def quotes(rng: np.random.Generator) -> Made:
    """Good sources that agree on nearly all, stale ones, and two groups of four that copy."""
    accuracy, stale = rng.uniform(0.75, 0.99, 50), rng.random(50) < 0.15
    lots = rng.integers(3, 24, (200, 50))
    said = np.where(rng.random((200, 50)) < accuracy, 0, np.where(rng.random((200, 50)) < 0.4, 1, lots))
    said = np.where(stale & (rng.random((200, 50)) < 0.7), 1, said)
    said = np.where((rng.random((200, 1)) < 0.08) & (rng.random((200, 50)) < 0.6), 2, said)
    for first in (0, 4):
        said[:, first + 1 : first + 4] = said[:, [first]]
    item, source = np.nonzero(rng.random((200, 50)) < 0.8)
    return _open(rng, source, item, said[item, source], 200)


def exact_few(*, sources: int, exact: int) -> Maker:
    """Some sources are right to the cent, the others about right."""

    def make(rng: np.random.Generator) -> Made:
        source, item = _spoken(rng, 60, rng.uniform(0.7, 1, sources))
        true = np.round(np.exp(rng.normal(4, 1, 60)), 2)
        noise = np.where(np.arange(sources) < exact, 0.0, rng.uniform(0.02, 0.1, sources))
        about = np.round(true[item] * np.exp(rng.normal(size=len(item)) * noise[source]), 2)
        return _table(rng, source, item, about), pd.Series(true)

    return make


def readings(*, low: float, high: float, noise: float, bias: float = 0.0, sources: int = 12) -> Maker:
    """Whole numbers; instruments are out by a fraction of a step or by some steps, and run high or low."""

    def make(rng: np.random.Generator) -> Made:
        source, item = _spoken(rng, 120, rng.uniform(0.5, 1, sources))
        true = np.round(rng.uniform(low, high, 120))
        out = noise * rng.uniform(0.5, 1.5, sources)[source] * rng.normal(size=len(item))
        said = np.round(true[item] + rng.normal(0, bias, sources)[source] + out)
        return _table(rng, source, item, said), pd.Series(true)

    return make


def changes(rng: np.random.Generator) -> Made:
    """Percentages of change, to the hundredth: right, out in the last digit, or of another day; some without sign."""
    true = np.round(rng.normal(0, 1.8, 150), 2)
    source, item = _spoken(rng, 150, rng.uniform(0.6, 1, 20))
    near = np.round(true[item] + rng.choice([-0.01, 0.01], len(item)), 2)
    other = np.where(rng.random(len(item)) < 0.5, near, rng.permutation(true)[item])
    said = np.where(rng.random(len(item)) < rng.uniform(0.6, 0.98, 20)[source], true[item], other)
    return _table(rng, source, item, np.where(rng.random(len(item)) < 0.02, np.abs(said), said)), pd.Series(true)
