"""Amounts that agree to the digit by habit, and those that agree by rounding or because they were copied."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation.fusion import fuse_amounts
from tests.reconciliation.fusion.test_amounts import market
from tests.reconciliation.fusion.worlds import prices

SEEDS = range(6)


def near(facts: pd.Series, truth: pd.Series) -> float:
    """Share of facts within one in a hundred."""
    return float(((facts.reindex(truth.index) / truth - 1).abs() <= 0.01).mean())


def away(facts: pd.Series, truth: pd.Series) -> float:
    """Mean relative error."""
    return float((facts.reindex(truth.index) / truth - 1).abs().mean())


def drawn_mode(claims: pd.DataFrame) -> pd.Series:
    """The most frequent amount of each item, among equals any."""
    counts = claims.groupby(["item", "value"]).size().rename("count").reset_index()
    counts = counts.sample(frac=1, random_state=1).sort_values("count", kind="stable")
    return counts.drop_duplicates("item", keep="last").set_index("item")["value"]


@pytest.mark.parametrize("copies", [0, 2])
@pytest.mark.parametrize("sources", [4, 8, 30])
@pytest.mark.parametrize(("worst", "best"), [(0.15, 0.3), (0.3, 0.6), (0.05, 0.95), (0.5, 0.9), (0.7, 0.98)])
def test_two_that_agree_to_the_cent_outweigh_those_that_scatter(
    worst: float, best: float, sources: int, copies: int
) -> None:
    rows = []
    for seed in SEEDS:
        claims, truth = prices(seed, sources=sources, worst=worst, best=best, copies=copies)
        middle = claims.groupby("item")["value"].median()
        rows.append([near(facts, truth) for facts in (fuse_amounts(claims).facts["value"], middle, drawn_mode(claims))])
    found, middle_right, mode_right = np.mean(rows, axis=0)
    assert found >= max(middle_right, mode_right) - 0.01


@pytest.mark.parametrize("grid", [0.01, 100, 1000, 5000])
@pytest.mark.parametrize("spread", [0.0, 0.15])
def test_rounded_pay_that_agrees_by_chance_is_averaged(grid: float, spread: float) -> None:
    rows = []
    for seed in SEEDS:
        claims, truth, _ = market(seed, spread=spread, noise=0.1)
        claims["value"] = (claims.pop("low") / grid).round() * grid
        claims = claims.drop(columns="high")
        middle = claims.groupby("item")["value"].median()
        rows.append([away(facts, truth) for facts in (fuse_amounts(claims).facts["value"], middle)])
    found, middle_error = np.mean(rows, axis=0)
    assert found < middle_error


@pytest.mark.parametrize("faithful", [1.0, 0.9])
@pytest.mark.parametrize("sources", [6, 8, 12])
def test_pay_that_is_copied_untold_moves_little(sources: int, faithful: float) -> None:
    rows = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        claims, truth, _ = market(seed, sources=sources, items=80)
        again = [
            claims[(claims["source"] == f"s{number}") & (rng.random(len(claims)) < 0.9)].assign(source=f"copy{number}")
            for number in range(2)
        ]
        table = pd.concat([claims, *again], ignore_index=True)
        changed = table["source"].str.startswith("copy") & (rng.random(len(table)) > faithful)
        table.loc[changed, "low"] *= np.exp(rng.normal(0, 0.1, changed.sum()))
        table["high"] = table["low"]
        rows.append([away(fuse_amounts(each).facts["value"], truth) for each in (claims, table)])
    alone, copied = np.mean(rows, axis=0)
    assert copied <= alone * 1.15


@pytest.mark.parametrize("noise", [[0.1] * 4, [0.05, 0.1, 0.15, 0.1], [0.02, 0.1, 0.1, 0.1]])
def test_four_sources_that_only_scatter_are_averaged(noise: list[float]) -> None:
    """None of them draws the middle to itself: with the same scatter it is the mean."""
    rows = []
    for seed in range(12):
        rng = np.random.default_rng(seed)
        truth = pd.Series(np.exp(rng.normal(11.5, 0.4, 200)))
        table = [
            pd.DataFrame({"source": source, "item": truth.index, "value": truth * np.exp(rng.normal(0, scale, 200))})
            for source, scale in enumerate(noise)
        ]
        claims = pd.concat(table)[rng.random(800) < 0.7]
        by_item = claims.groupby("item")["value"]
        rows.append([away(facts, truth) for facts in (fuse_amounts(claims).facts["value"], by_item.median())])
    found, middle = np.nanmean(rows, axis=0)
    assert found < middle
