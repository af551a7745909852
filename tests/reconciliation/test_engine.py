"""What reconcile gives back: ids that stay, dates that are carried over, sources that are judged."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation import DISCREPANCY_COLUMNS, near_copies, reconcile
from extract.schemas import SCHEMAS, conform
from tests.reconciliation.build import NOW, claims, fact, found, run, sources

APART = [{"pay": "80000-95000"}, {"source": "b", "pay": "100000-115000"}]
LATER = pd.Timestamp("2026-06-01", tz="UTC")


def _id(rows: list[dict[str, Any]], name: str = "range_disjoint") -> str:
    (row,) = found(run(rows), name)
    return str(row["discrepancy_id"])


SAME = [
    pytest.param(APART[::-1], id="in another order"),
    pytest.param([{**APART[0], "quote": "from 80k"}, APART[1]], id="worded otherwise"),
    pytest.param([{**APART[0], "char_start": 900, "section": "Pay"}, APART[1]], id="said elsewhere"),
    pytest.param([*APART, APART[0]], id="said twice"),
    pytest.param([*APART, {"source": "c", "tool": "SQL"}], id="beside something else"),
]
OTHER = [
    pytest.param([{"pay": "80000-94000"}, APART[1]], id="another figure"),
    pytest.param([{**APART[0], "source": "c"}, APART[1]], id="another source"),
    pytest.param([{**row, "level": "mid"} for row in APART], id="another level"),
    pytest.param([*APART, {"source": "c", "pay": "100000-116000"}], id="another source that joins in"),
]


@pytest.mark.parametrize("rows", SAME)
def test_a_discrepancy_keeps_its_id(rows: list[dict[str, Any]]) -> None:
    assert _id(rows) == _id(APART)


@pytest.mark.parametrize("rows", OTHER)
def test_another_discrepancy_has_another_id(rows: list[dict[str, Any]]) -> None:
    assert _id(rows) != _id(APART)


def test_a_fact_keeps_its_id_when_its_value_changes() -> None:
    one, two = (fact(run([{"pay": pay}]), "salaries") for pay in ("80000-90000", "85000-99000"))
    assert one["fact_id"] == two["fact_id"]
    assert one["low"] != two["low"]


def test_first_seen_is_carried_over() -> None:
    first = run(APART)
    assert first.discrepancies["first_seen"].tolist() == [NOW]
    more = [*APART, {"pay": "$9$5+", "level": "mid", "status": "quarantined", "flags": ["malformed_amount"]}]
    second = run(more, previous=first.discrepancies, now=LATER)
    seen = second.discrepancies.set_index("type")["first_seen"]
    assert (seen["range_disjoint"], seen["malformed_amount"]) == (NOW, LATER)


def test_without_a_clock_new_discrepancies_have_no_date() -> None:
    assert run(APART, now=None).discrepancies["first_seen"].isna().all()


def test_discrepancies_are_as_their_schema_says() -> None:
    frame = run(APART).discrepancies
    assert list(frame.columns) == list(DISCREPANCY_COLUMNS) == list(SCHEMAS["discrepancies"].columns)
    assert len(conform("discrepancies", SCHEMAS["discrepancies"], frame)) == 1


def test_the_worst_and_open_come_first() -> None:
    rows = [
        *APART,
        {"pay": "$9$5+", "level": "mid", "status": "quarantined", "flags": ["malformed_amount"]},
        {"role": "mle", "growth": "23 by 2032"},
        {"growth": "35 (next decade)"},
    ]
    assert run(rows).discrepancies["severity"].tolist() == ["error", "warning", "warning", "info"]


def test_summaries_are_plain_sentences() -> None:
    about = {"a": {"publisher": "Daily Pay"}, "b": {"publisher": "A Very Long Name of a Publisher, Limited"}}
    (summary,) = run(APART, about).discrepancies["summary"]
    assert summary == (
        "Sources do not meet on the pay of Data Scientist: $80,000–$95,000 (Daily Pay) and $100,000–$115,000 (b)."
    )


def test_few_sources_have_the_prior() -> None:
    judged = run(APART).sources.set_index("source_id")
    assert judged["reliability"].tolist() == [0.75, 0.75]


def test_many_sources_are_judged_by_whom_they_agree_with() -> None:
    """Over several data items the one that is always far off loses, and the others gain."""
    levels = ["entry", "mid", "senior", None]
    rows = [
        {"source": source, "level": level, "pay": f"mean {figure}"}
        for source, figure in [
            ("a", 100000),
            ("b", 101000),
            ("c", 99000),
            ("d", 100500),
            ("e", 102000),
            ("f", 160000),
        ]
        for level in levels
    ]
    judged = run(rows).sources.set_index("source_id")["reliability"]
    assert judged["f"] < 0.75 < judged["a"] == judged["b"]


def test_a_source_that_claims_nothing_is_not_judged() -> None:
    judged = run(APART, {"z": {"roles": []}}).sources.set_index("source_id")
    assert np.isnan(judged["reliability"]["z"])


def test_claims_of_anyone_will_do() -> None:
    """Four columns are enough; words may be missing in any of the ways in which pandas says so."""
    frame = pd.DataFrame(
        {
            "claim_id": ["1", "2", "3"],
            "kind": ["tool", "tool", "salary"],
            "source_id": ["a", "b", "b"],
            "value": ["SQL", "sql", "50000"],
            "role": ["data_scientist", "data_scientist", "data_scientist"],
            "level": [None, np.nan, pd.NA],
            "low": [None, None, 50000],
            "high": [None, None, 50000],
            "unit": [None, None, "USD"],
            "flags": [None, np.array(["hedged"]), ["hedged"]],
        }
    )
    reconciled = reconcile(frame, pd.DataFrame({"source_id": ["a", "b"]}))
    assert fact(reconciled, "tools")["n_sources"] == 2
    assert fact(reconciled, "salaries")["typical"] == 50000


def test_unheard_of_words_do_no_harm() -> None:
    rows = [
        {"pay": "50000", "level": "experienced", "region": "Atlantis", "unit": "XYZ", "period": "fortnight"},
        {"pay": "60000", "statistic": "vibe", "modality": "sung", "container": "napkin", "basis": "tips"},
        {"tool": "SQL", "kind": "rumour"},
        {"growth": "5", "horizon": "soon", "as_of": "the other day"},
        {"above": "ds", "role": "ds"},
        {"above": "mle", "direction": "sideways"},
        {"above": "mle", "on": None},
    ]
    reconciled = run(rows)
    assert len(reconciled.facts["salaries"]) == 2
    assert reconciled.facts["comparisons"].empty


HOSTILE = [
    pytest.param([{"pay": "mean 100000", "section": str(n)} for n in range(1500)], id="one figure, repeated"),
    pytest.param([{"pay": f"mean {90000 + n}"} for n in range(1500)], id="many figures for one thing"),
    pytest.param([{"pay": f"{90000 - n}", "experience_min": n} for n in range(1500)], id="a long falling ladder"),
    pytest.param(
        [{"pay": f"{90000 + n}", "experience_min": n, "role": role} for n in range(700) for role in ("ds", "mle")]
        + [{"above": "mle"}],
        id="many figures of two roles",
    ),
    pytest.param(
        [{"source": f"s{n}", "pay": f"{60000 + 90 * n}-{61000 + 90 * n}"} for n in range(700)]
        + [{"source": f"t{n}", "pay": f"mean {60000 + 90 * n}"} for n in range(700)],
        id="many sources that all disagree",
    ),
    pytest.param([{"duty": "build " * (n % 40) + f"models {n}"} for n in range(1500)], id="many phrases alike"),
]


@pytest.mark.parametrize("rows", HOSTILE)
def test_the_cost_does_not_explode(rows: list[dict[str, Any]]) -> None:
    start = time.process_time()
    reconciled = run(rows)
    assert time.process_time() - start < 8
    assert len(reconciled.discrepancies) < 10


def test_the_input_is_left_as_it_was() -> None:
    frame = claims(*APART)
    about = sources(frame)
    before = frame.copy(deep=True), about.copy(deep=True)
    reconcile(frame, about, now=NOW, similarity=near_copies({}))
    pd.testing.assert_frame_equal(frame, before[0])
    pd.testing.assert_frame_equal(about, before[1])
