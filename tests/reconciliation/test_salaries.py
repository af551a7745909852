"""Facts of pay: what is believed of several statements, and what is set aside."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.reconciliation.build import fact, facts, run

PROXY = {"flags": ["proxy_role"], "stated_role": "researchers", "status": "flagged"}

VALUES = [
    pytest.param([{"pay": "90000-110000"}], (90000, None, 110000), id="a range is its ends"),
    pytest.param([{"pay": "mean 100000"}], (None, 100000, None), id="an average is typical"),
    pytest.param([{"pay": "100000"}], (None, 100000, None), id="a bare figure is typical"),
    pytest.param([{"pay": "over 120000"}], (120000, None, 120000), id="an open range keeps its end"),
    pytest.param([{"pay": "median over 120000"}], (None, 120000, None), id="an open median is typical"),
    pytest.param([{"pay": "up to 90000"}], (None, None, 90000), id="no lower end is made up"),
    pytest.param(
        [{"pay": "95000-115000"}, {"source": "b", "pay": "mean 103500"}],
        (95000, 103500, 115000),
        id="a range and an average inside it make one fact",
    ),
    pytest.param(
        [
            {"pay": "90000-110000"},
            {"source": "b", "pay": "92000-120000"},
            {"source": "c", "pay": "80000-112000"},
        ],
        (90000, None, 112000),
        id="each end is a median",
    ),
    pytest.param(
        [
            {"pay": f"{low}-{high}", "source": source}
            for source, low, high in [
                ("a", 90000, 110000),
                ("b", 91000, 111000),
                ("c", 92000, 112000),
                ("d", 900, 1100),
            ]
        ],
        (91000, None, 111000),
        id="a slip of factor 100 is not used",
    ),
    pytest.param(
        [{"pay": "mean 100000"}, {"source": "b", "pay": "mean 140000"}],
        (None, None, None),
        id="two averages far apart: nobody is believed",
    ),
    pytest.param(
        [{"pay": "80000-90000"}, {"source": "b", "pay": "120000-140000"}],
        (80000, None, 140000),
        id="two ranges far apart: from the lowest to the highest",
    ),
    pytest.param(
        [{"pay": "mean 100000"}, {"source": "b", "pay": "mean 104000"}],
        (None, 102000, None),
        id="two averages near one another: between them",
    ),
    pytest.param(
        [
            {"pay": "mean 100000"},
            {"source": "b", "pay": "mean 140000"},
            {"source": "c", "pay": "mean 101000"},
        ],
        (None, 101000, None),
        id="three sources outvote one",
    ),
    pytest.param(
        [
            {"pay": "mean 100000"},
            {"pay": "mean 100000"},
            {"pay": "mean 100000"},
            {"source": "b", "pay": "mean 110000"},
        ],
        (None, 105000, None),
        id="saying it three times is saying it once",
    ),
    pytest.param(
        [{"pay": "mean 100000", "attributed_to": "Glassdoor", "source": source} for source in "abc"]
        + [{"source": "d", "pay": "mean 110000", "attributed_to": "Payscale"}],
        (None, 105000, None),
        id="one origin quoted by three articles is one witness",
    ),
    pytest.param(
        [{"pay": "mean 136000", **PROXY}, {"source": "b", "pay": "mean 120000"}],
        (None, 120000, None),
        id="a stand-in gives way to the role's own figure",
    ),
    pytest.param([{"pay": "mean 136000", **PROXY}], (None, 136000, None), id="a stand-in where nothing else is said"),
    pytest.param(
        [{"pay": "50 per hour"}, {"source": "b", "pay": "mean 90000"}],
        (None, 90000, None),
        id="a rate gives way to a salary",
    ),
    pytest.param([{"pay": "50 per hour"}], (None, 104000, None), id="an hourly rate for a year of 2080 hours"),
    pytest.param([{"pay": "GBP 500 per day"}], (None, 130000, None), id="a day rate for 260 days"),
    pytest.param([{"pay": "GBP 20 per hour"}], (None, 39000, None), id="British weeks have 37.5 hours"),
    pytest.param([{"pay": "INR 50000 per month"}], (None, 600000, None), id="twelve months"),
    pytest.param(
        [{"pay": "90000-110000+"}, {"source": "b", "pay": "92000-150000"}],
        (91000, None, 150000),
        id="an open end weighs on what is said above it",
    ),
    pytest.param(
        [{"pay": "minimum 60000"}, {"pay": "maximum 160000"}, {"pay": "median 95000"}],
        (60000, 95000, 160000),
        id="minimum and maximum are ends where no range is stated",
    ),
    pytest.param(
        [{"pay": "percentile_10 60000"}, {"pay": "percentile_90 150000"}, {"pay": "80000-110000"}],
        (80000, None, 110000),
        id="a range before percentiles",
    ),
    pytest.param(
        [
            {"pay": "mean 130000"},
            {"source": "b", "pay": "median 100000"},
            {"source": "c", "pay": "median 101000"},
        ],
        (None, 100500, None),
        id="mean and median are not mixed: the heavier stays",
    ),
    pytest.param(
        [
            {"pay": "90000-100000"},
            {"source": "b", "pay": "91000-101000"},
            {"source": "c", "pay": "mean 130000"},
        ],
        (90500, None, 100500),
        id="an average outside the range gives way to two sources",
    ),
    pytest.param(
        [
            {"pay": "mean 130000"},
            {"source": "b", "pay": "mean 131000"},
            {"source": "c", "pay": "90000-100000"},
        ],
        (None, 130500, None),
        id="and the range to two averages",
    ),
    pytest.param(
        [{"pay": "mean 100000"}, {"pay": "over 150000"}, {"source": "b", "pay": "over 148000"}],
        (None, 100000, None),
        id="what some earn more than is no end that an average stands aside for",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), VALUES)
def test_value(rows: list[dict[str, Any]], expected: tuple[float | None, ...]) -> None:
    row = fact(run(rows), "salaries")
    assert (row["low"], row["typical"], row["high"]) == expected


ITEMS = [
    pytest.param([{"pay": "90000"}, {"source": "b", "pay": "90000", "level": "mid"}], 2, id="levels"),
    pytest.param([{"pay": "90000"}, {"source": "b", "pay": "EUR 90000"}], 2, id="currencies"),
    pytest.param([{"pay": "90000"}, {"source": "b", "pay": "90000", "basis": "total"}], 2, id="total and unsaid"),
    pytest.param([{"pay": "90000"}, {"source": "b", "pay": "90000", "basis": "base"}], 1, id="base and unsaid"),
    pytest.param(
        [{"pay": "90000", "region": "US"}, {"source": "b", "pay": "90000"}],
        1,
        id="unsaid is home, where home is said",
    ),
    pytest.param(
        [{"pay": "90000", "region": "DE"}, {"source": "b", "pay": "90000"}],
        2,
        id="unsaid is no other country",
    ),
    pytest.param(
        [{"pay": "90000", "region": "US"}, {"source": "b", "pay": "90000", "region": "Austin"}],
        2,
        id="places",
    ),
    pytest.param(
        [{"pay": "90000", "experience_min": 2}, {"source": "b", "pay": "90000"}],
        2,
        id="years without a level",
    ),
    pytest.param(
        [
            {"pay": "90000", "level": "mid", "experience_min": 2},
            {"source": "b", "pay": "90000", "level": "mid"},
        ],
        1,
        id="years beside a level",
    ),
    pytest.param([{"pay": "90000", "role": None}], 0, id="nobody's pay is no fact"),
    pytest.param([{"pay": "90000", "status": "quarantined"}], 0, id="quarantined"),
    pytest.param([{"pay": "90000", "polarity": "negated"}], 0, id="denied"),
    pytest.param([{"pay": "90000", "modality": "reported"}], 0, id="a view that the source does not share"),
    pytest.param([{"pay": "90000", "label": "women"}], 0, id="pay of women alone"),
    pytest.param([{"pay": "90000", "label": "engineering"}], 1, id="a second key of one's own"),
    pytest.param([{"pay": "150000-128000"}], 0, id="inverted, whatever its status"),
    pytest.param([{"pay": "12", "unit": "percent"}], 0, id="a percentage"),
]


@pytest.mark.parametrize(("rows", "count"), ITEMS)
def test_data_items(rows: list[dict[str, Any]], count: int) -> None:
    """What is one data item, and what is none."""
    assert len(facts(run(rows), "salaries")) == count


def test_open_ends_are_marked() -> None:
    row = fact(run([{"pay": "100000-138000+"}]), "salaries")
    assert (row["high"], row["high_open"]) == (138000, True)
    row = fact(run([{"pay": "median over 120000"}]), "salaries")
    assert (row["typical"], row["typical_open"], row["statistic"]) == (120000, True, "median")


def test_methods_say_how() -> None:
    own, proxy = {"pay": "mean 100000"}, {"pay": "mean 100000", **PROXY}
    assert fact(run([own]), "salaries")["method"] == "single_source"
    assert fact(run([own, {**own, "source": "b"}]), "salaries")["method"] == "weighted_median"
    assert fact(run([proxy]), "salaries")["method"] == "stand_in"
    assert fact(run([own, {"source": "b", "pay": "mean 140000"}]), "salaries")["method"] == "abstained"


def test_columns_that_describe_the_figure() -> None:
    rows = [
        {"pay": "mean 100000", "basis": "base", "region": "US", "as_of": "May 2023", "level": "mid"},
        {
            "pay": "mean 101000",
            "basis": "base",
            "region": "US",
            "as_of": "2024",
            "level": "mid",
            "source": "b",
        },
    ]
    row = fact(run(rows), "salaries")
    assert (row["role"], row["level"], row["region"], row["currency"]) == (
        "data_scientist",
        "mid",
        "US",
        "USD",
    )
    assert (row["statistic"], row["basis"], row["as_of"]) == ("mean", "base", "2024")
    assert (row["n_claims"], row["n_sources"], row["source_ids"]) == (2, 2, ["a", "b"])


def test_evidence_explains_each_weight() -> None:
    """Every claim about the item is there, used or not, with the factors of its weight."""
    rows = [
        {"pay": "mean 120000", "modality": "hedged", "approximate": True},
        {"source": "b", "pay": "mean 140000", **PROXY},
        {"source": "c", "pay": "60 per hour"},
    ]
    evidence = json.loads(fact(run(rows), "salaries")["evidence"])
    assert [(entry["claim_id"], entry["use"]) for entry in evidence] == [
        ("c0", "typical"),
        ("c1", "set aside: another occupation"),
        ("c2", "set aside: a rate and no salary"),
    ]
    assert evidence[0]["factors"] == {
        "source": 0.75, "container": 0.95, "modality": 0.8, "approximate": 0.95, "extraction": 0.9,
    }  # fmt: skip
    assert evidence[0]["weight"] == pytest.approx(0.75 * 0.95 * 0.8 * 0.95 * 0.9, abs=1e-4)
    assert evidence[1]["weight"] == 0


def test_discrepancies_are_linked() -> None:
    reconciled = run([{"pay": "80000-90000"}, {"source": "b", "pay": "120000-140000"}])
    (name,) = reconciled.discrepancies["discrepancy_id"]
    assert fact(reconciled, "salaries")["discrepancy_ids"] == [name]
