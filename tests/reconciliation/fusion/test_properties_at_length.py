"""What must hold for any claims, on tables long enough for habits and copies to be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation.fusion import fuse_amounts, fuse_labels, fuse_sets
from tests.reconciliation.fusion.test_amounts import market
from tests.reconciliation.fusion.worlds import World, labels, prices

Fuse = Callable[..., pd.DataFrame]


@dataclass(frozen=True)
class Case:
    """A table of claims and how it becomes facts, indexed by item."""

    name: str
    fuse: Fuse
    claims: pd.DataFrame


def label_facts(claims: pd.DataFrame, **options: object) -> pd.DataFrame:
    return fuse_labels(claims, **options).facts  # type: ignore[arg-type]


def closed_facts(claims: pd.DataFrame, **options: object) -> pd.DataFrame:
    return fuse_labels(claims, closed=True, **options).facts  # type: ignore[arg-type]


def amount_facts(claims: pd.DataFrame, **options: object) -> pd.DataFrame:
    return fuse_amounts(claims, **options).facts  # type: ignore[arg-type]


def set_facts(claims: pd.DataFrame, **options: object) -> pd.DataFrame:
    elements = fuse_sets(claims, **options).elements  # type: ignore[arg-type]
    return elements.set_index(["item", "value"])


def pay(seed: int, sources: int) -> pd.DataFrame:
    """Pay with ranges, open ends and slips."""
    claims, _, _ = market(seed, sources=sources, items=60)
    rng = np.random.default_rng(seed)
    half = np.where(rng.random(len(claims)) < 0.3, rng.uniform(0.05, 0.2, len(claims)), 0.0)
    slip = np.where(rng.random(len(claims)) < 0.05, 12.0, 1.0)
    claims["high"] = np.where(rng.random(len(claims)) < 0.05, np.nan, claims["high"] * slip * (1 + half))
    claims["low"] = claims["low"] * slip * (1 - half)
    return claims


CASES = [
    *(Case(f"labels {n}", label_facts, labels(World(sources=n, copies=2, faithful=0.9), 1)[0]) for n in (4, 8, 20)),
    *(Case(f"closed {n}", closed_facts, labels(World(sources=n, values=3), 1)[0]) for n in (4, 9)),
    *(Case(f"sets {n}", set_facts, labels(World(sources=n, items=80), 1)[0]) for n in (4, 24)),
    *(Case(f"prices {n}", amount_facts, prices(1, sources=n, worst=0.3, best=0.8, copies=1)[0]) for n in (4, 10)),
    *(Case(f"pay {n}", amount_facts, pay(1, n)) for n in (4, 10)),
]


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    """One of the tables."""
    return request.param  # type: ignore[no-any-return]


def same(one: pd.DataFrame, other: pd.DataFrame, *, but: tuple[str, ...] = ()) -> None:
    pd.testing.assert_frame_equal(
        one.drop(columns=list(but)), other.drop(columns=list(but)), check_dtype=False, rtol=1e-6, atol=1e-9
    )


def test_the_order_of_claims_does_not_matter(case: Case) -> None:
    same(case.fuse(case.claims), case.fuse(case.claims.sample(frac=1, random_state=2)))


def test_names_of_sources_do_not_matter(case: Case) -> None:
    names = sorted(case.claims["source"].unique(), key=str)
    drawn = np.random.default_rng(3).permutation(len(names))
    renamed = case.claims["source"].map({name: f"n{place:03d}" for name, place in zip(names, drawn, strict=True)})
    same(case.fuse(case.claims), case.fuse(case.claims.assign(source=renamed)))


def copied(claims: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The table with twelve copies of the source that says most, and the names of all thirteen."""
    claims = claims.astype({"source": str})
    original = claims["source"].value_counts().index[0]
    names = [f"zz{number}" for number in range(12)]
    copies = [claims[claims["source"] == original].assign(source=name) for name in names]
    return pd.concat([claims, *copies], ignore_index=True), [original, *names]


def test_a_copied_source_changes_nothing(case: Case) -> None:
    table, group = copied(case.claims)
    but = () if case.fuse is set_facts else ("n_claims",)
    same(case.fuse(case.claims), case.fuse(table, copies=[group]), but=but)


UNTOLD = [
    pytest.param(case.name, marks=pytest.mark.xfail(strict=True, reason="copies are most of all sources"))
    if case.name == "sets 4"
    else case.name
    for case in CASES
]


@pytest.mark.parametrize("name", UNTOLD)
def test_a_source_that_is_copied_untold_changes_next_to_nothing(name: str) -> None:
    case = next(case for case in CASES if case.name == name)
    believed = "belongs" if case.fuse is set_facts else "value"
    before, after = case.fuse(case.claims)[believed], case.fuse(copied(case.claims)[0])[believed]
    changed = (after / before - 1).abs() > 0.01 if case.fuse is amount_facts else after != before
    assert changed.mean() <= 0.01


def test_an_unrelated_claim_changes_no_other_fact(case: Case) -> None:
    """From a new source about a new item; of lists and labels nothing else is compared than what is believed."""
    claims = case.claims.astype({"source": str, "item": str})
    columns = {name: claims[name].iloc[0] for name in claims.columns if name not in {"source", "item"}}
    more = pd.DataFrame([{"source": "a new one", "item": "apart", **columns}])
    before, after = case.fuse(claims), case.fuse(pd.concat([claims, more], ignore_index=True))
    believed = "belongs" if case.fuse is set_facts else "value"
    kept = after[believed].reindex(before.index)
    if case.fuse is amount_facts:
        assert np.allclose(kept, before[believed], rtol=2e-3, equal_nan=True)
    else:
        assert (kept == before[believed]).all()


@pytest.mark.parametrize("factor", [0.012, 3.0, 83.0])
@pytest.mark.parametrize("name", [case.name for case in CASES if case.fuse is amount_facts])
def test_scaling_a_currency_scales_the_facts(name: str, factor: float) -> None:
    claims = next(case.claims for case in CASES if case.name == name)
    amounts = [column for column in ("value", "low", "high") if column in claims.columns]
    before, after = amount_facts(claims), amount_facts(claims.assign(**{c: claims[c] * factor for c in amounts}))
    scaled = ["value", "lower", "upper", "low", "high"]
    assert np.allclose(after[scaled], before[scaled] * factor, rtol=1e-6, equal_nan=True)
    same(before.drop(columns=scaled), after.drop(columns=scaled))


@pytest.mark.parametrize("name", [case.name for case in CASES if case.fuse is not set_facts])
def test_a_source_that_agrees_with_everything_lowers_hardly_any_confidence(name: str) -> None:
    """But for a trace: who disagreed is then less believed, and with him what he stood alone with."""
    case = next(case for case in CASES if case.name == name)
    before = case.fuse(case.claims)
    sure = before[~before["abstained"]]
    amounts = [column for column in ("value", "low", "high") if column in case.claims.columns]
    more = pd.DataFrame({"source": "agreeing", "item": sure.index, **dict.fromkeys(amounts, sure["value"])})
    after = case.fuse(pd.concat([case.claims.astype({"source": str}), more], ignore_index=True))
    gained = after["confidence"].reindex(sure.index) - sure["confidence"]
    assert gained.mean() > 0
    assert (gained < -0.05).mean() <= 0.05
