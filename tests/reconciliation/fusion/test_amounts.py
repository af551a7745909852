"""Which amount is believed, and what is a slip."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from extract.errors import ConfigurationError
from extract.reconciliation.fusion import fuse_amounts
from tests.reconciliation.fusion.build import amounts


def market(
    seed: int = 1,
    *,
    sources: int = 10,
    items: int = 60,
    noise: float = 0.05,
    spread: float = 0.15,
    centred: bool = True,
) -> tuple[pd.DataFrame, pd.Series, pd.Series]:
    """Pay by sources that scatter and run high or low (on the whole neither, if ``centred``).

    Claims, truth by item, offset by source.
    """
    rng = np.random.default_rng(seed)
    truth = np.exp(rng.normal(11.5, 0.3, items))
    offset = rng.normal(0, spread, sources)
    offset -= offset.mean() if centred else 0.0
    rows = [
        (f"s{source}", f"i{item}", truth[item] * np.exp(offset[source] + rng.normal(0, noise)))
        for item in range(items)
        for source in range(sources)
        if rng.random() < 0.5
    ]
    claims = pd.DataFrame(rows, columns=["source", "item", "low"])
    claims["high"] = claims["low"]
    names = [f"s{source}" for source in range(sources)]
    return (
        claims,
        pd.Series(truth, index=[f"i{item}" for item in range(items)]),
        pd.Series(np.exp(offset), names),
    )


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("a x 100", 100),
        ("a x 100;b x 100;c x 120000", 100),
        ("a x 0;b x 0;c x 7", 0),
        ("a x 100;a x 100;b x 900;c x 900", 900),
    ],
)
def test_who_agrees_is_believed(lines: str, value: float) -> None:
    assert fuse_amounts(amounts(lines)).facts.loc["x", "value"] == pytest.approx(value)


@pytest.mark.parametrize(
    ("factor", "name"),
    [
        (12.0, "times 12"),
        (1 / 12, "divided by 12"),
        (1000.0, "times 1000"),
        (0.001, "divided by 1000"),
        (83.0, "INR for USD"),
    ],
)
def test_slips_are_named_and_repairs_proposed(factor: float, name: str) -> None:
    claims, truth, _ = market()
    slipped = claims.index[::17]
    was = claims.loc[slipped, "low"]
    claims.loc[slipped, ["low", "high"]] *= factor
    fused = fuse_amounts(claims, rates={"INR for USD": 83.0})
    found = fused.claims["slip"].astype(str)
    assert (found[slipped] == name).mean() >= 0.9
    assert (found[found != ""].index.isin(slipped)).mean() >= 0.95
    repaired = fused.claims["repaired_low"][found == name]
    assert np.allclose(repaired, was.reindex(repaired.index), rtol=1e-6)
    assert ((fused.facts["value"] / truth - 1).abs() < 0.5).all()


def test_a_slip_that_stands_alone_is_known_by_its_family() -> None:
    claims, _, _ = market()
    alone = pd.DataFrame({"source": ["s1"], "item": ["lonely"], "low": [95_000 / 12], "high": [95_000 / 12]})
    fused = fuse_amounts(pd.concat([claims, alone], ignore_index=True))
    assert fused.claims["slip"].iloc[-1] == "divided by 12"
    assert fused.facts.loc["lonely", "value"] == pytest.approx(95_000, rel=0.5)


def test_items_of_other_families_may_be_of_other_sizes() -> None:
    claims, _, _ = market()
    other = claims.assign(item="r" + claims["item"], low=claims["low"] * 80, high=claims["high"] * 80)
    table = pd.concat([claims.assign(family="USD"), other.assign(family="INR")], ignore_index=True)
    fused = fuse_amounts(table)
    assert (fused.claims["slip"].astype(str) == "").all()


def test_a_factor_too_small_to_tell_is_never_named() -> None:
    claims, _, _ = market()
    fused = fuse_amounts(claims, rates={"CAD for USD": 1.36})
    assert "CAD for USD" not in fused.claims["slip"].cat.categories


def test_ranges_give_ranges() -> None:
    fact = fuse_amounts(amounts("a x 90-110;b x 90-110;c x 99.4988743")).facts.loc["x"]
    assert fact[["low", "high"]].tolist() == pytest.approx([90, 110])
    assert np.isnan(fuse_amounts(amounts("a x 90;b x 90")).facts.loc["x", "low"])


def test_ends_the_wrong_way_round_are_turned() -> None:
    assert fuse_amounts(amounts("a x 110-90")).facts.loc["x", ["low", "high"]].tolist() == pytest.approx([90, 110])


@pytest.mark.parametrize(("line", "bound"), [("a x 90000-", "at least"), ("a x -90000", "at most")])
def test_a_bound_alone_is_said_to_be_one(line: str, bound: str) -> None:
    fused = fuse_amounts(amounts(line))
    fact = fused.facts.loc["x"]
    assert (fact["value"], fact["bound"], fact["abstained"]) == (pytest.approx(90_000), bound, True)
    assert fact["confidence"] == 0
    assert fused.claims["verdict"].tolist() == ["bound"]


def test_a_bound_pulls_only_where_it_is_broken() -> None:
    claims, _, _ = market(spread=0.0)
    item = claims["item"].iloc[0]
    figure = fuse_amounts(claims).facts.loc[item, "value"]

    def with_bound(end: float) -> float:
        bound = pd.DataFrame({"source": ["new"], "item": [item], "low": [end], "high": [np.nan]})
        return float(fuse_amounts(pd.concat([claims, bound], ignore_index=True)).facts.loc[item, "value"])

    assert with_bound(figure * 0.5) == pytest.approx(figure, rel=1e-3)
    assert with_bound(figure * 1.1) > figure * 1.005
    assert with_bound(figure * 100) < figure * 1.2


def test_copies_have_one_vote() -> None:
    claims = amounts("a x 100;b x 100;c x 900;d x 900;e x 900")
    fused = fuse_amounts(claims, copies=[["c", "d", "e"]])
    assert fused.facts.loc["x", "value"] == pytest.approx(100)
    assert fused.facts.loc["x", "n_sources"] == 3


def test_no_claims_make_no_facts() -> None:
    assert fuse_amounts(amounts("")).facts.empty


def test_a_rate_must_be_above_nothing() -> None:
    with pytest.raises(ValueError, match="must be above 0"):
        fuse_amounts(amounts("a x 1"), rates={"XXX for USD": 0.0})


def test_amounts_need_their_columns() -> None:
    with pytest.raises(ConfigurationError, match="no column 'high'"):
        fuse_amounts(amounts("a x 1").drop(columns="high"))


def test_what_definitions_add_is_told() -> None:
    claims, _, _ = market(sources=12, spread=0.0)
    medians = claims["source"].isin(["s0", "s1", "s2", "s3"])
    claims["definition"] = np.where(medians, "median", "mean")
    claims.loc[medians, ["low", "high"]] *= 0.9
    shifts = fuse_amounts(claims, reference="mean").definitions
    assert shifts["mean"] == 1
    assert shifts["median"] == pytest.approx(0.9, abs=0.03)
