"""What must hold for any claims."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reconciliation import CopyPair, Reconciled, reconcile
from extract.reconciliation.estimate import confidence
from extract.reconciliation.policies import load_policies
from tests.reconciliation.build import NOW, claims, sources

FEW = settings(max_examples=10)

_AMOUNTS = st.sampled_from(
    [
        "80000-100000",
        "90000-120000+",
        "mean 95000",
        "median 90000",
        "150000-170000",
        "8000",
        "over 120000",
        "45 per hour",
    ]
)
_WHO = {
    "source": st.sampled_from(["a", "b", "c", "d"]),
    "role": st.sampled_from(["ds", "mle"]),
    "modality": st.sampled_from(["stated", "hedged", "reported"]),
    "container": st.sampled_from(["prose", "table", "list"]),
}
_CLAIM = st.one_of(
    st.fixed_dictionaries({**_WHO, "pay": _AMOUNTS, "level": st.sampled_from([None, "entry", "senior"])}),
    st.fixed_dictionaries({**_WHO, "tool": st.sampled_from(["SQL", "R", "C++"]), "only": st.booleans()}),
    st.fixed_dictionaries({**_WHO, "duty": st.sampled_from(["Builds models", "Building models", "Writes reports"])}),
    st.fixed_dictionaries({**_WHO, "growth": st.sampled_from(["23 by 2032", "35 (next decade)", "20 by 2032"])}),
    st.fixed_dictionaries({**_WHO, "role": st.just("ds"), "above": st.just("mle")}),
    st.fixed_dictionaries({**_WHO, "role": st.just("mle"), "above": st.just("ds")}),
    st.fixed_dictionaries({**_WHO, "step": st.sampled_from(["Analyst", "Lead"]), "char_start": st.integers(0, 3)}),
)
ARTICLES = st.lists(_CLAIM, min_size=1, max_size=14)


def _facts(reconciled: Reconciled) -> dict[str, list[dict[str, Any]]]:
    """The facts without the links to discrepancies."""
    return {
        name: table.drop(columns="discrepancy_ids").astype(str).to_dict("records")
        for name, table in reconciled.facts.items()
    }


def _all(reconciled: Reconciled) -> list[Any]:
    tables = [*reconciled.facts.values(), reconciled.discrepancies]
    return [table.astype(str).to_dict("records") for table in tables]


@FEW
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[dict[str, Any]], random: Any) -> None:
    frame = claims(*rows)
    about = sources(frame)
    order = list(frame.index)
    random.shuffle(order)
    shuffled = reconcile(frame.loc[order], about.iloc[::-1], now=NOW)
    assert _all(reconcile(frame, about, now=NOW)) == _all(shuffled)


@FEW
@given(ARTICLES)
def test_a_copied_source_changes_no_fact(rows: list[dict[str, Any]]) -> None:
    frame = claims(*rows)
    copied = frame[frame["source_id"] == frame["source_id"][0]]
    original = str(copied["source_id"].iloc[0])
    copies = [copied.assign(source_id=name, claim_id=name + copied["claim_id"]) for name in ("x", "y", "z")]
    both = pd.concat([frame, *copies], ignore_index=True)
    pairs = [CopyPair(original, name, 0.95) for name in ("x", "y", "z")]
    alone = reconcile(frame, sources(frame), now=NOW)
    together = reconcile(both, sources(both), now=NOW, similarity=pairs)
    assert _facts(alone) == _facts(together)
    assert set(alone.discrepancies["discrepancy_id"]) <= set(together.discrepancies["discrepancy_id"])


@FEW
@given(ARTICLES)
def test_an_unrelated_claim_changes_no_other_fact(rows: list[dict[str, Any]]) -> None:
    frame = claims(*rows)
    more = claims(*rows, {"source": "new", "role": "de", "pay": "70000-90000"})
    before, after = (_facts(reconcile(table, sources(table), now=NOW)) for table in (frame, more))
    for name, found in before.items():
        assert [row for row in after[name] if row["role"] != "data_engineer"] == found


@FEW
@given(ARTICLES, st.sampled_from([0.5, 2, 10]))
def test_scaling_a_currency_scales_its_facts(rows: list[dict[str, Any]], factor: float) -> None:
    frame = claims(*rows)
    scaled = frame.copy()
    if "unit" not in frame.columns:
        return
    pay = frame["unit"] == "USD"
    for end in ("low", "high"):
        scaled[end] = frame[end].where(~pay, frame[end] * factor)
    about = sources(frame)
    before, after = (reconcile(table, about, now=NOW).facts["salaries"] for table in (frame, scaled))
    assert list(before["fact_id"]) == list(after["fact_id"])
    for end in ("low", "typical", "high"):
        assert (before[end].astype(float) * factor).tolist() == pytest.approx(
            after[end].astype(float).tolist(), nan_ok=True
        )
    assert before["confidence"].tolist() == after["confidence"].tolist()


@FEW
@given(ARTICLES)
def test_what_sources_are_called_does_not_matter(rows: list[dict[str, Any]]) -> None:
    names = {"a": "q", "b": "p", "c": "s", "d": "r"}
    frame = claims(*rows)
    renamed = frame.assign(source_id=frame["source_id"].map(names))
    before, after = (reconcile(table, sources(table), now=NOW).facts["salaries"] for table in (frame, renamed))
    columns = ["fact_id", "low", "typical", "high", "confidence", "method", "claim_ids"]
    assert before[columns].astype(str).to_dict("records") == after[columns].astype(str).to_dict("records")


_WEIGHTS = st.lists(st.floats(0.05, 1.0), min_size=1, max_size=6)


@given(_WEIGHTS, _WEIGHTS, st.floats(0.05, 1.0))
def test_another_agreeing_witness_never_lowers_confidence(mine: list[float], theirs: list[float], one: float) -> None:
    policies = load_policies()
    assert confidence([*mine, one], theirs, policies) >= confidence(mine, theirs, policies)
    assert confidence(mine, [*theirs, one], policies) <= confidence(mine, theirs, policies)


@given(st.lists(st.just(1.0), min_size=1, max_size=4))
def test_four_sources_are_never_nearly_certain(weights: list[float]) -> None:
    assert confidence(weights, [], load_policies()) < 0.9
