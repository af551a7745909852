"""Tables of claims whose truth is known: labels, sets and pay, with the faults that sources have.

    python benchmarks/simulate.py {labels,sets,salaries} --sources 20 --items 300 --seed 1 -o claims.parquet

writes the claims and, beside them, ``*.truth.parquet``. The same seed gives the same tables. Nothing here knows
the engine: sources err, copy, abbreviate, lag behind and mean other things by the same word.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

RATES: Final = {"INR for USD": 83.0, "JPY for USD": 150.0, "NGN for USD": 1500.0, "PLN for USD": 4.0}
"""Units of a currency for one unit of the claimed one: what a wrong currency multiplies by."""

SLIPS: Final = {"times 12": 12.0, "divided by 12": 1 / 12, "times 1000": 1000.0, "divided by 1000": 0.001}


@dataclass(frozen=True)
class Simulated:
    """Claims, the truth by item, groups of sources that copy, and, of pay, each claim's slip by name."""

    claims: pd.DataFrame
    truth: pd.Series
    copies: list[list[str]] = field(default_factory=list)
    slips: pd.Series | None = None


def _names(prefix: str, count: int) -> np.ndarray:
    width = len(str(count))
    return np.array([f"{prefix}{number:0{width}d}" for number in range(count)])


def _said(rng: np.random.Generator, sources: int, items: int, per_item: float) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (source, item): some sources speak of much, most of little; every item is spoken of."""
    reach = rng.beta(1.2, 1.2, sources)
    reach = np.clip(reach * per_item / reach.sum(), 0.01, 0.98)
    spoken = rng.random((items, sources)) < reach
    silent = np.flatnonzero(~spoken.any(axis=1))
    spoken[silent, rng.integers(sources, size=len(silent))] = True
    item, source = np.nonzero(spoken)
    return source, item


def _copied(
    rng: np.random.Generator, table: pd.DataFrame, sources: int, share: float
) -> tuple[pd.DataFrame, list[list[str]]]:
    """Some sources are joined by another that repeats nine tenths of what they say."""
    count = round(sources * share)
    if not count:
        return table, []
    originals = rng.choice(np.unique(table["source"]), count, replace=False)
    parts, groups = [table], []
    for number, original in enumerate(originals):
        copy = table[table["source"] == original]
        copy = copy[rng.random(len(copy)) < 0.9].assign(source=f"copy{number}")
        parts.append(copy)
        groups.append([str(original), f"copy{number}"])
    return pd.concat(parts, ignore_index=True), groups


def labels(
    seed: int,
    *,
    sources: int = 20,
    items: int = 500,
    per_item: float | None = None,
    values: int = 8,
    copying: float = 0.1,
) -> Simulated:
    """One of some values is true; wrong claims prefer popular wrong values; accuracies run from .3 to .98."""
    rng = np.random.default_rng(seed)
    source, item = _said(rng, sources, items, per_item or min(0.6 * sources, 12.0))
    accuracy = 0.3 + 0.68 * rng.beta(2.0, 1.2, sources)
    hard = rng.beta(1.0, 6.0, items)
    right = rng.random(len(item)) < accuracy[source] * (1 - hard[item])
    # Wrong values are drawn from a Zipf-like table of each item's own.
    popular = 1 / np.arange(1, values + 1) ** 1.2
    wrong = 1 + rng.choice(values, size=len(item), p=popular / popular.sum())
    value = _blind(seed, items, values + 1)
    name, key = _names("s", sources), _names("i", items)
    said = value[item, np.where(right, 0, wrong)]
    table = pd.DataFrame({"source": name[source], "item": key[item], "value": said})
    table, groups = _copied(rng, table, sources, copying)
    return Simulated(table, pd.Series(value[:, 0], index=key), groups)


def _blind(seed: int, items: int, values: int) -> np.ndarray:
    """Names of each item's values, in an order that says nothing: who takes the first of a tie must not gain."""
    drawn = np.random.default_rng([seed, 1]).permuted(np.tile(np.arange(values), (items, 1)), axis=1)
    return np.char.add("v", drawn.astype(str)).astype(object)


def sets(
    seed: int, *, sources: int = 40, items: int = 300, per_item: float | None = None, copying: float = 0.0
) -> Simulated:
    """Sets of one to six; sources miss elements, misspell them, cut lists short and add what is not there."""
    rng = np.random.default_rng(seed)
    source, item = _said(rng, sources, items, per_item or min(0.6 * sources, 12.0))
    misses, errs = rng.beta(1.0, 8.0, sources), rng.beta(1.0, 12.0, sources)
    cuts = np.where(rng.random(sources) < 0.3, rng.beta(4.0, 2.0, sources), rng.beta(1.0, 12.0, sources))
    sizes = 1 + rng.binomial(5, 0.25, items)
    rows: list[tuple[int, int, str]] = []
    for who, what in zip(source, item, strict=True):
        kept = 1 if rng.random() < cuts[who] else sizes[what]
        for element in range(sizes[what]):
            if element >= kept or (element and rng.random() < misses[who]):
                continue
            slip = f"~{min(rng.geometric(0.5), 4)}" if rng.random() < errs[who] else ""
            rows.append((who, what, f"e{element}{slip}"))
        if rng.random() < errs[who]:
            rows.append((who, what, f"x{min(rng.geometric(0.4), 6)}"))
    name, key = _names("s", sources), _names("i", items)
    table = pd.DataFrame(rows, columns=["source", "item", "value"])
    table["source"], table["item"] = name[table["source"]], key[table["item"]]
    table, groups = _copied(rng, table, sources, copying)
    truth = pd.Series([frozenset(f"e{element}" for element in range(size)) for size in sizes], index=key)
    return Simulated(table, truth, groups)


def salaries(
    seed: int,
    *,
    sources: int = 20,
    items: int = 120,
    per_item: float | None = None,
    gross: float = 0.1,
    copying: float = 0.1,
) -> Simulated:
    """Yearly pay: a range, a figure or an open end, by sources that mean different things by it.

    Truth is log-normal over items. A source's figures run high or low throughout (definition, log sd .15),
    scatter (log sd .04 to .15), may lag some years behind (3% a year) and are out by a named factor in
    ``gross`` of the cases. A quarter are ranges, a tenth of the claims have an open end.
    """
    rng = np.random.default_rng(seed)
    source, item = _said(rng, sources, items, per_item or min(0.6 * sources, 12.0))
    count = len(item)
    truth = np.exp(rng.normal(np.log(110_000), 0.4, items))
    offset = rng.normal(0.0, 0.15, sources)
    lag = np.where(rng.random(sources) < 0.2, rng.integers(2, 6, sources), 0)
    noise = rng.uniform(0.04, 0.15, sources)
    centre = np.log(truth)[item] + offset[source] - 0.03 * lag[source] + rng.normal(0, 1, count) * noise[source]
    named = {**SLIPS, **RATES}
    kinds = rng.choice(
        np.array(["times 12", "divided by 12", "times 1000", "divided by 1000", "currency"]),
        count,
        p=[0.3, 0.3, 0.1, 0.1, 0.2],
    )
    kinds = np.where(kinds == "currency", rng.choice(np.array(list(RATES)), count), kinds)
    slipped = rng.random(count) < gross
    centre = centre + np.where(slipped, np.log([named[kind] for kind in kinds]), 0.0)
    half = np.where(rng.random(count) < 0.25, rng.uniform(0.05, 0.3, count), 0.0)
    open_low, open_high = rng.random(count) < 0.03, rng.random(count) < 0.07
    bound = (open_low ^ open_high) & ~slipped
    half = np.where(bound, 0.15, half)
    low = np.round(np.exp(centre - half), -2 if not slipped.any() else 2)
    high = np.round(np.exp(centre + half), -2 if not slipped.any() else 2)
    name, key = _names("s", sources), _names("i", items)
    table = pd.DataFrame(
        {
            "source": name[source],
            "item": key[item],
            "low": np.where(bound & open_low, np.nan, low),
            "high": np.where(bound & open_high, np.nan, high),
            "low_open": bound & open_low,
            "high_open": bound & open_high,
            "slip": np.where(slipped, kinds, ""),
        }
    )
    table, groups = _copied(rng, table, sources, copying)
    return Simulated(table.drop(columns="slip"), pd.Series(truth, index=key), groups, table["slip"])


def volume(claims: int, *, seed: int = 1, kind: str = "labels") -> pd.DataFrame:
    """Ten claims an item by one of a thousand claims a source, as plain integers: to measure time and memory."""
    rng = np.random.default_rng(seed)
    items, sources = max(claims // 10, 1), max(claims // 1000, 10)
    item = rng.integers(items, size=claims, dtype=np.int32)
    source = rng.integers(sources, size=claims, dtype=np.int32)
    right = rng.random(claims, dtype=np.float32) < 0.75
    table = {"source": source, "item": item}
    if kind == "amounts":
        wrong = np.exp(rng.normal(0.0, 0.5, claims))
        value = (1000.0 + item) * np.where(right, np.exp(rng.normal(0.0, 0.05, claims)), wrong)
        return pd.DataFrame({**table, "low": value, "high": value})
    # Of a set three elements are true; a label is one.
    true = rng.integers(3, size=claims) if kind == "sets" else 0
    value = np.where(right, true, 3 + rng.integers(8, size=claims)).astype(np.int32)
    if kind == "closed":
        # Each of eleven labels is true of as many items.
        value = (value + item) % 11
    return pd.DataFrame({**table, "value": value})


def main() -> None:
    """Write a table and its truth."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=["labels", "sets", "salaries"])
    parser.add_argument("--sources", type=int, default=20)
    parser.add_argument("--items", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    make = {"labels": labels, "sets": sets, "salaries": salaries}[options.kind]
    made = make(options.seed, sources=options.sources, items=options.items)
    made.claims.to_parquet(options.output, index=False)
    truth = made.truth.map(lambda value: ";".join(sorted(value)) if isinstance(value, frozenset) else value)
    truth.rename("truth").rename_axis("item").to_frame().to_parquet(options.output.with_suffix(".truth.parquet"))


if __name__ == "__main__":
    main()
