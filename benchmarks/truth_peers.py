"""Other ways from claims to facts: votes, averages, CRH, and packages where they are installed.

Each takes a table of ``source``, ``item``, ``value`` and returns a value (for sets a frozenset) by item.
"""

from __future__ import annotations

import importlib
import sys
import types
from collections.abc import Callable
from typing import Final

import numpy as np
import pandas as pd

Method = Callable[[pd.DataFrame], pd.Series]
MISSING: Final = "not installed"


def majority(claims: pd.DataFrame) -> pd.Series:
    """The value that most sources name; any of those that are equal."""
    counts = claims.drop_duplicates().groupby(["item", "value"], sort=True).size()
    return _best(counts)


def mean(claims: pd.DataFrame) -> pd.Series:
    """The average."""
    return claims.groupby("item")["value"].mean()


def median(claims: pd.DataFrame) -> pd.Series:
    """The middle."""
    return claims.groupby("item")["value"].median()


def majority_set(claims: pd.DataFrame) -> pd.Series:
    """Elements that at least half of an item's sources list."""
    said = claims.drop_duplicates()
    listing = said.groupby(["item", "value"]).size()
    speaking = said.groupby("item")["source"].nunique()
    kept = listing[listing >= 0.5 * speaking.reindex(listing.index.get_level_values(0)).to_numpy()]
    return kept.reset_index().groupby("item")["value"].agg(frozenset)


def crh_numbers(claims: pd.DataFrame) -> pd.Series:
    """CRH (Li et al., SIGMOD 2014): weighted median, normalised absolute loss, weights -ln of the loss's share."""
    item, items = pd.factorize(claims["item"], sort=True)
    source, sources = pd.factorize(claims["source"], sort=True)
    value = claims["value"].to_numpy(dtype=float)
    order = np.lexsort((value, item))
    item, source, value = item[order], source[order], value[order]
    begins = np.flatnonzero(np.r_[True, item[1:] != item[:-1]])
    lengths = np.diff(np.r_[begins, len(item)])
    spread = pd.Series(value).groupby(item).transform("std", ddof=0).to_numpy()
    spread = np.where(spread > 0, spread, 1.0)
    weight = np.ones(len(sources))
    truth = value[begins]
    for _ in range(20):
        running = np.cumsum(weight[source])
        before = np.r_[0.0, running[begins[1:] - 1]]
        half = before + (running[begins + lengths - 1] - before) / 2
        place = np.minimum(np.searchsorted(running, half - 1e-12), begins + lengths - 1)
        truth = value[place]
        loss = np.bincount(source, np.abs(value - np.repeat(truth, lengths)) / spread, minlength=len(sources))
        loss = loss / np.bincount(source, minlength=len(sources))
        weight = np.maximum(-np.log(np.maximum(loss, 1e-9) / loss.max()), 1e-3) if loss.max() > 0 else weight
    return pd.Series(truth, index=items)


def crh_labels(claims: pd.DataFrame) -> pd.Series:
    """CRH with the 0-1 loss: weighted vote, weights -ln of the loss's share."""
    said = claims.drop_duplicates()
    source, sources = pd.factorize(said["source"], sort=True)
    pair, pairs = pd.factorize(pd.MultiIndex.from_frame(said[["item", "value"]]), sort=True)
    weight = np.ones(len(sources))
    best = pd.Series(dtype=object)
    for _ in range(20):
        counts = pd.Series(np.bincount(pair, weight[source]), index=pd.MultiIndex.from_tuples(pairs))
        best = _best(counts)
        wrong = (best.reindex(said["item"]).to_numpy() != said["value"].to_numpy()).astype(float)
        loss = np.bincount(source, wrong, minlength=len(sources)) / np.bincount(source, minlength=len(sources))
        weight = np.maximum(-np.log(np.maximum(loss, 1e-9) / loss.max()), 1e-3) if loss.max() > 0 else weight
    return best


def _best(counts: pd.Series) -> pd.Series:
    """Item -> the value with the highest count, among equals one that is drawn: order must not tell the truth."""
    frame = counts.rename("count").rename_axis(["item", "value"]).reset_index()
    frame["drawn"] = np.random.default_rng(1).random(len(frame))
    frame = frame.sort_values(["item", "count", "drawn"], ascending=[True, False, True], kind="stable")
    return frame.drop_duplicates("item").set_index("item")["value"]


def truthdiscovery(name: str) -> Method | None:
    """An algorithm of the package truthdiscovery; None if it is not installed."""
    # It imports a drawing library to animate graphs, which fusing does not need.
    sys.modules.setdefault("cairo", types.ModuleType("cairo"))
    try:
        package = importlib.import_module("truthdiscovery")
    except ImportError:
        return None

    def run(claims: pd.DataFrame) -> pd.Series:
        rows = claims.drop_duplicates(["source", "item"])[["source", "item", "value"]]
        data = package.Dataset(rows.itertuples(index=False, name=None))
        result = getattr(package, name)().run(data)
        found = {item: next(result.get_most_believed_values(item)) for item in result.belief}
        return pd.Series(found)

    return run


def crowdkit(name: str, *, sets: bool = False) -> Method | None:
    """An aggregator of the package crowd-kit, for sets as yes or no of every element; None if not installed."""
    try:
        package = importlib.import_module("crowdkit.aggregation")
    except ImportError:
        return None

    def run(claims: pd.DataFrame) -> pd.Series:
        rows = claims.drop_duplicates(["source", "item"]).set_axis(["worker", "task", "label"], axis=1)
        found: pd.Series = getattr(package, name)().fit_predict(rows)
        return found

    def run_sets(claims: pd.DataFrame) -> pd.Series:
        said = claims.drop_duplicates()
        every = said[["item", "source"]].drop_duplicates().merge(said[["item", "value"]].drop_duplicates())
        every = every.merge(said.assign(label=1), how="left").fillna({"label": 0})
        every["task"] = list(zip(every["item"], every["value"], strict=True))
        every = every.rename(columns={"source": "worker"})[["worker", "task", "label"]]
        found = getattr(package, name)().fit_predict(every)
        kept = pd.DataFrame([task for task, label in found.items() if label == 1], columns=["item", "value"])
        return kept.groupby("item")["value"].agg(frozenset)

    return run_sets if sets else run


def peers(kind: str) -> dict[str, Method | None]:
    """Everything to compare with for labels, sets or amounts; None where a package is missing."""
    if kind == "sets":
        return {
            "majority": majority_set,
            "crowd-kit OneCoinDawidSkene": crowdkit("OneCoinDawidSkene", sets=True),
        }
    packages = {
        f"truthdiscovery {name}": truthdiscovery(name) for name in ("TruthFinder", "AverageLog", "PooledInvestment")
    }
    packages |= {f"crowd-kit {name}": crowdkit(name) for name in ("DawidSkene", "OneCoinDawidSkene")}
    if kind == "amounts":
        return {"median": median, "mean": mean, "mode": majority, "CRH": crh_numbers, **packages}
    return {"majority": majority, "CRH": crh_labels, **packages}
