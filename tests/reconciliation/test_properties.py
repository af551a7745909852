"""What must hold for any claims."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extract.reconciliation import CopyPair, Reconciled, reconcile
from extract.reconciliation.estimate import confidence
from extract.reconciliation.policies import load_policies
from tests.reconciliation.build import NOW, claims, fact, run, sources

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
_FIGURES = st.sampled_from(
    ["mean 95000", "mean 98000", "median 90000", "85000-105000", "90000-120000+", "mean 1140000", "8000", "over 120000"]
)
_EACH = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["ds", "ds", "ds", "mle"]),
        "container": st.sampled_from(["prose", "table"]),
        "pay": _FIGURES,
        "tool": st.sampled_from(["SQL", "R", "C++", ""]),
    }
)


def _spoken(said: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Each source gives a figure of pay and perhaps a tool."""
    rows: list[dict[str, Any]] = []
    for source, each in zip("abcdefghijkl", said, strict=False):
        about = {"source": source, "role": each["role"], "container": each["container"]}
        rows.append({**about, "pay": each["pay"]})
        rows += [{**about, "tool": each["tool"]}] if each["tool"] else []
    return rows


MANY = st.lists(_EACH, min_size=4, max_size=12).map(_spoken)
"""Tables on both sides of the threshold from which on facts are fused."""

TABLES = st.one_of(ARTICLES, MANY)


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
@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[dict[str, Any]], random: Any) -> None:
    frame = claims(*rows)
    about = sources(frame)
    order = list(frame.index)
    random.shuffle(order)
    shuffled = reconcile(frame.loc[order], about.iloc[::-1], now=NOW)
    assert _all(reconcile(frame, about, now=NOW)) == _all(shuffled)


@FEW
@given(TABLES)
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
@given(TABLES)
def test_an_unrelated_claim_changes_no_other_fact(rows: list[dict[str, Any]]) -> None:
    """A new source's claim of another role; that it is the sixth source may have them judged."""
    assume(len({row["source"] for row in rows}) != load_policies().trust.judge_from - 1)
    frame = claims(*rows)
    more = claims(*rows, {"source": "new", "role": "de", "pay": "70000-90000"})
    before, after = (_facts(reconcile(table, sources(table), now=NOW)) for table in (frame, more))
    for name, found in before.items():
        assert [row for row in after[name] if row["role"] != "data_engineer"] == found


@FEW
@given(TABLES, st.sampled_from([0.5, 2, 10]))
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
    assert before["confidence"].tolist() == pytest.approx(after["confidence"].tolist(), abs=0.0011)


@FEW
@given(TABLES)
def test_what_sources_are_called_does_not_matter(rows: list[dict[str, Any]]) -> None:
    names = dict(zip("abcdefghijkl", "qpsrzyxwvuto", strict=True))
    frame = claims(*rows)
    renamed = frame.assign(source_id=frame["source_id"].map(names))
    before, after = (reconcile(table, sources(table), now=NOW).facts["salaries"] for table in (frame, renamed))
    columns = ["fact_id", "low", "typical", "high", "confidence", "method", "claim_ids"]
    assert before[columns].astype(str).to_dict("records") == after[columns].astype(str).to_dict("records")


@FEW
@given(TABLES)
def test_the_same_claims_give_the_same_tables(rows: list[dict[str, Any]]) -> None:
    frame = claims(*rows)
    assert _all(reconcile(frame, sources(frame), now=NOW)) == _all(reconcile(frame, sources(frame), now=NOW))


@pytest.mark.slow
@settings(max_examples=4)
@given(MANY, st.sampled_from(["mean 95000", "85000-105000", "mean 98000"]), st.integers(0, 6))
def test_another_source_that_agrees_never_lowers_the_confidence_of_pay(
    rows: list[dict[str, Any]], pay: str, against: int
) -> None:
    """From one to nine that agree, some saying otherwise: across the threshold as well, once they are believed."""
    others = [row for row in rows if "pay" in row and row["role"] == "ds"][:against]
    sure, bounds = [], pay.removeprefix("mean ").split("-")
    for count in range(1, 10):
        agreeing = [{"source": f"t{number}", "pay": pay} for number in range(count)]
        row = fact(run([*others, *agreeing]), "salaries")
        ends = [row["low"], row["high"]] if len(bounds) > 1 else [row["typical"]]
        believed = all(abs(end / float(bound) - 1) < 0.003 for end, bound in zip(ends, bounds, strict=True) if end)
        if count > len(others) and believed:
            sure.append(row["confidence"])
    assert sure == sorted(sure)


_WEIGHTS = st.lists(st.floats(0.05, 1.0), min_size=1, max_size=6)


@given(_WEIGHTS, _WEIGHTS, st.floats(0.05, 1.0))
def test_another_agreeing_witness_never_lowers_confidence(mine: list[float], theirs: list[float], one: float) -> None:
    policies = load_policies()
    assert confidence([*mine, one], theirs, policies) >= confidence(mine, theirs, policies)
    assert confidence(mine, [*theirs, one], policies) <= confidence(mine, theirs, policies)


@given(st.lists(st.just(1.0), min_size=1, max_size=4))
def test_four_sources_are_never_nearly_certain(weights: list[float]) -> None:
    assert confidence(weights, [], load_policies()) < 0.9
