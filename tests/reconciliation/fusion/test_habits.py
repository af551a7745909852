"""Offsets and scatter of sources, definitions, and what is no amount."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation.fusion import fuse_amounts
from tests.reconciliation.fusion.build import amounts
from tests.reconciliation.fusion.test_amounts import market


def test_a_source_that_runs_high_throughout_has_an_offset() -> None:
    claims, _, offset = market(sources=12, items=80)
    found = fuse_amounts(claims).sources["offset"]
    assert np.abs(np.log(found / offset.reindex(found.index))).max() < 0.06


def test_taking_offsets_off_is_nearer_than_the_median() -> None:
    claims, truth, _ = market(sources=12, items=80)
    found = fuse_amounts(claims).facts["value"]
    middle = claims.groupby("item")["low"].median()
    assert (found / truth - 1).abs().mean() < 0.75 * (middle / truth - 1).abs().mean()


def test_the_usual_offset_is_not_moved_by_a_few_that_are_far_out() -> None:
    claims, truth, _ = market(sources=12, items=80, spread=0.03)
    far = claims["source"].isin(["s0", "s1"])
    claims.loc[far, ["low", "high"]] *= 1.5
    found = fuse_amounts(claims).facts["value"].reindex(truth.index)
    assert np.median(found / truth) == pytest.approx(1, abs=0.05)


def test_a_source_that_scatters_is_known_for_it() -> None:
    claims, _, _ = market(noise=0.02, spread=0.0)
    wild = claims["source"] == "s3"
    claims.loc[wild, "low"] *= np.exp(np.random.default_rng(7).normal(0, 0.12, wild.sum()))
    claims["high"] = claims["low"]
    noise = fuse_amounts(claims).sources["noise"]
    assert noise["s3"] > 1.4 * noise.drop("s3").max()


def test_a_source_that_hardly_scatters_is_known_for_it() -> None:
    """One of eight is right to half a percent where the others scatter by a fifth: it is followed."""
    rng = np.random.default_rng(4)
    truth = np.exp(rng.normal(11, 0.4, 60))
    item, source = (axis.ravel() for axis in np.mgrid[:60, :8])
    value = truth[item] * np.exp(rng.normal(0, np.where(source == 0, 0.005, 0.2)))
    fused = fuse_amounts(pd.DataFrame({"source": source, "item": item, "value": value}))
    assert fused.sources["noise"].idxmin() == 0
    assert fused.sources["noise"][0] < 0.06
    middle = pd.Series(value).groupby(item).median()
    assert (fused.facts["value"] / truth - 1).abs().mean() < 0.4 * (middle / truth - 1).abs().mean()


def test_a_source_of_few_claims_has_no_offset() -> None:
    claims, _, _ = market()
    new = claims[claims["source"] == "s1"].head(3).assign(source="new")
    new[["low", "high"]] *= 1.3
    fused = fuse_amounts(pd.concat([claims, new], ignore_index=True))
    assert fused.sources.loc["new", "offset"] == 1


@pytest.mark.parametrize(("reference", "factor"), [("median", 1.0), ("average", 1.2), (None, 1.0), ("unknown", 1.0)])
def test_facts_have_the_definition_that_is_asked_for(reference: str | None, factor: float) -> None:
    claims, truth, _ = market(sources=14, items=80, spread=0.02)
    average = claims["source"].isin([f"s{number}" for number in range(5)])
    claims["definition"] = np.where(average, "average", "median")
    claims.loc[average, ["low", "high"]] *= 1.2
    found = fuse_amounts(claims, reference=reference).facts["value"].reindex(truth.index)
    assert np.median(found / truth) == pytest.approx(factor, rel=0.05)


@pytest.mark.parametrize("amount", [np.nan, np.inf, -np.inf, -5.0])
def test_what_is_no_amount_is_left_out(amount: float) -> None:
    claims = amounts("a x 100;b x 100;c x 100;c y 1")
    claims = claims.astype({"low": float, "high": float})
    claims.loc[2:, ["low", "high"]] = amount
    fused = fuse_amounts(claims)
    assert fused.claims["verdict"].tolist() == ["sound", "sound", "unusable", "unusable"]
    assert fused.facts.loc["x", "value"] == pytest.approx(100)
    assert np.isnan(fused.facts.loc["y", "value"])
    assert fused.facts.loc["y", ["confidence", "abstained", "n_agreeing"]].tolist() == [0, True, 0]


def test_words_are_no_amounts() -> None:
    claims = pd.DataFrame({"source": ["a", "b"], "item": ["x", "x"], "value": ["competitive", "100"]})
    fused = fuse_amounts(claims)
    assert fused.claims["verdict"].tolist() == ["unusable", "sound"]
    assert fused.facts.loc["x", "value"] == pytest.approx(100)
