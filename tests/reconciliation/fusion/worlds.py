"""Tables of claims whose truth is known, made of what sources are like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class World:
    """What sources are like.

    ``worst`` and ``best`` are the ends of their accuracies, ``bad`` is the share of them that are right one
    time in five; each item has so many false ``values``, the first of them the most popular; ``spoken`` is the
    share of items that each speaks of. ``copies`` repeat nine tenths of what another says, and so much of that
    (``faithful``) unchanged.
    """

    sources: int = 12
    items: int = 200
    worst: float = 0.5
    best: float = 0.95
    bad: float = 0.0
    values: int = 5
    spoken: float = 0.6
    copies: int = 0
    faithful: float = 1.0


def labels(world: World, seed: int) -> tuple[pd.DataFrame, pd.Series]:
    """Claims, and the truth by item; nothing in names or order tells the truth."""
    rng = np.random.default_rng(seed)
    accuracy = rng.uniform(world.worst, world.best, world.sources)
    accuracy[rng.permutation(world.sources)[: round(world.bad * world.sources)]] = 0.2
    spoken = rng.random((world.items, world.sources)) < world.spoken
    spoken[np.arange(world.items), rng.integers(world.sources, size=world.items)] = True
    item, source = np.nonzero(spoken)
    popular = 1 / np.arange(1, world.values + 1) ** 1.2
    wrong = rng.choice(world.values, len(item), p=popular / popular.sum()) + 1
    value = np.where(rng.random(len(item)) < accuracy[source], 0, wrong)
    rows = [(source, item, value)]
    for number in range(world.copies):
        kept = (source == rng.integers(world.sources)) & (rng.random(len(item)) < 0.9)
        anything = rng.integers(world.values + 1, size=len(item))
        again = np.where(rng.random(len(item)) < world.faithful, value, anything)
        rows.append((np.full(int(kept.sum()), world.sources + number), item[kept], again[kept]))
    source, item, value = (np.concatenate(column) for column in zip(*rows, strict=True))
    names = rng.permuted(np.tile(np.arange(world.values + 1), (world.items, 1)), axis=1)
    table = pd.DataFrame({"source": source, "item": item, "value": names[item, value].astype(str)})
    return table, pd.Series(names[:, 0].astype(str), index=range(world.items))


def majority(claims: pd.DataFrame) -> pd.Series:
    """What most sources say of each item."""
    counts = claims.groupby(["item", "value"]).size().rename("count").reset_index()
    return counts.sort_values("count", kind="stable").drop_duplicates("item", keep="last").set_index("item")["value"]


def right(facts: pd.Series, truth: pd.Series) -> float:
    """Share of facts that are true."""
    return float((facts.reindex(truth.index) == truth).mean())


def prices(
    seed: int, *, sources: int, worst: float, best: float, copies: int = 0, items: int = 200, cents: int = 2
) -> tuple[pd.DataFrame, pd.Series]:
    """Prices that each source has to the cent in a share of the cases, and else only about right."""
    rng = np.random.default_rng(seed)
    exact, noise = rng.uniform(worst, best, sources), rng.uniform(0.05, 0.3, sources)
    truth = np.round(np.exp(rng.normal(4.0, 1.0, items)), cents)
    item, source = np.nonzero(rng.random((items, sources)) < min(0.6, 12 / sources))
    about = np.round(truth[item] * np.exp(rng.normal(0, 1, len(item)) * noise[source]), cents)
    table = pd.DataFrame({"source": source, "item": item})
    table["value"] = np.where(rng.random(len(item)) < exact[source], truth[item], about)
    again = [
        table[(table["source"] == rng.integers(sources)) & (rng.random(len(item)) < 0.9)].assign(
            source=sources + number
        )
        for number in range(copies)
    ]
    return pd.concat([table, *again], ignore_index=True), pd.Series(truth, index=range(items))
