"""Facts of data items of which many independent witnesses speak, and those of which too few do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation import CopyPair, Policies, load_policies, reconcile
from tests.reconciliation.build import NOW, claims, fact, facts, found, run, sources

SIX = "abcdef"


def said(names: str, pay: str, **more: Any) -> list[dict[str, Any]]:
    """The same said by several sources."""
    return [{"source": name, "pay": pay, **more} for name in names]


def market(*, sources: int = 12, items: int = 24, high: str = "", spread: float = 0.03) -> list[dict[str, Any]]:
    """Averages of many levels and places; the sources named in ``high`` say a fifth too much, everywhere."""
    rng = np.random.default_rng(7)
    rows = []
    for item in range(items):
        truth = 60_000 * 1.04**item
        for number in range(sources):
            name = chr(ord("a") + number)
            factor = np.exp(rng.normal(0, spread)) * (1.2 if name in high else 1.0)
            rows.append({"source": name, "role": f"role_{item}", "pay": f"mean {truth * factor:.0f}"})
    return rows


FEW_OR_MANY = [
    pytest.param(said("abcde", "mean 100000"), "weighted_median", id="five"),
    pytest.param(said("abcdef", "mean 100000"), "fused", id="six"),
    pytest.param(said("abcdef", "90000-110000"), "fused", id="six ranges"),
    pytest.param(
        [*said("abc", "mean 100000"), *said("def", "median 99000")], "fused", id="averages and medians are compared"
    ),
    pytest.param([*said("abc", "mean 100000"), *said("def", "90000-110000")], "fused", id="figures and ranges"),
    pytest.param(
        [*said("abcde", "mean 100000"), *said("f", "over 120000")], "weighted_median", id="an end is no figure"
    ),
    pytest.param(said("abcdef", "over 120000"), "weighted_median", id="nothing but ends"),
    pytest.param(
        said("abcdef", "mean 100000", attributed_to="Glassdoor"), "single_source", id="an origin is one witness"
    ),
    pytest.param(
        [*said("abc", "mean 100000"), *said("def", "mean 100000", region="GB")], "weighted_median", id="two places"
    ),
    pytest.param(
        said("abcdef", "mean 100000", flags=["proxy_role"], status="flagged"), "stand_in", id="another occupation's"
    ),
    pytest.param(
        [*said("abc", "mean 100000", as_of="2026"), *said("def", "mean 90000", as_of="2021")],
        "weighted_median",
        id="too old to be compared",
    ),
    pytest.param(said("abcdef", "45 per hour"), "fused", id="six rates"),
]


@pytest.mark.parametrize(("rows", "method"), FEW_OR_MANY)
def test_who_is_many(rows: list[dict[str, Any]], method: str) -> None:
    """Six independent witnesses whose figures may be compared."""
    for row in facts(run(rows), "salaries"):
        assert row["method"] == method
        assert (row["typical_lower"] is not None) is (method == "fused" and row["typical"] is not None)


def test_copies_do_not_make_many() -> None:
    frame = claims(*said(SIX, "mean 100000"))
    made = reconcile(frame, sources(frame), now=NOW, similarity=[CopyPair("a", "b", 0.9)])
    assert fact(made, "salaries")["method"] == "weighted_median"


VALUES = [
    pytest.param(said(SIX, "mean 100000"), (None, 100000, None), id="one figure"),
    pytest.param(said(SIX, "90000-110000"), (90000, None, 110000), id="one range"),
    pytest.param([*said("abcde", "mean 100000"), *said("fg", "mean 160000")], (None, 100000, None), id="outvoted"),
    pytest.param(
        [*said("abcdef", "mean 100000"), *said("g", "over 80000")], (80000, 100000, None), id="an end that holds"
    ),
    pytest.param(
        [*said("abcdef", "mean 100000"), *said("gh", "80000-120000")], (80000, 100000, 120000), id="a range about it"
    ),
    pytest.param(
        [*said("abc", "mean 96000"), *said("def", "mean 98000"), *said("g", "70000-110000")],
        (70000, 97000, 110000),
        id="a range alone is as it is said",
    ),
    pytest.param(
        [*said("abc", "mean 96000"), *said("def", "mean 98000"), *said("ghi", "98000-100000")],
        (97000, 97000, 100000),
        id="an end that misses the average by little",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), VALUES)
def test_values(rows: list[dict[str, Any]], expected: tuple[float | None, ...]) -> None:
    made = fact(run(rows), "salaries")
    assert made["method"] == "fused"
    for end, value in zip(("low", "typical", "high"), expected, strict=True):
        assert made[end] == (None if value is None else pytest.approx(value, rel=0.03)), end


def test_most_ranges_open_make_an_open_end() -> None:
    rows = [*said("abcde", "90000-110000+"), *said("fg", "90000-110000")]
    assert fact(run(rows), "salaries")["high_open"] is True
    assert fact(run([*said("abcde", "90000-110000"), *said("fg", "90000-110000+")]), "salaries")["high_open"] is False


def test_what_a_source_says_throughout_is_taken_off() -> None:
    """Of one item four of six run high: what other items show of them makes up for it."""
    rows = [row for row in market(high="abcd") if row["role"] != "role_0" or row["source"] in "abcdhi"]
    many = fact(run(rows), "salaries", role="role_0")
    alone = fact(run(row for row in rows if row["role"] == "role_0"), "salaries")
    others = [row["typical"] for row in facts(run(rows), "salaries") if row["role"] != "role_0"]
    level = np.mean([value / (60_000 * 1.04**item) for item, value in enumerate(sorted(others), start=1)])
    assert abs(many["typical"] / 60_000 / level - 1) < 0.05 < abs(alone["typical"] / 60_000 / level - 1)


SLIPS = [
    pytest.param("mean 1200000", 12, "times 12", "$100,000", id="a month's pay for a year's"),
    pytest.param("mean 100", 1 / 1000, "divided by 1000", "$100,000", id="thousands lost"),
    pytest.param("mean 8300000", 83, "INR for USD", "$100,000", id="the wrong currency"),
    pytest.param("mean 9000000", 90, "", "", id="another currency's rate"),
]


def rated() -> Policies:
    policies = load_policies()
    return replace(policies, fusion=replace(policies.fusion, rates={"INR for USD": 83.0, "INR for EUR": 90.0}))


@pytest.mark.parametrize(("pay", "factor", "name", "meant"), SLIPS)
def test_slips_are_told_and_not_used(pay: str, factor: float, name: str, meant: str) -> None:
    """The claim is out by a factor, how it may be meant is proposed, and the fact is what it was."""
    spread = ("mean 98000", "mean 99000", "mean 100000", "mean 100500", "mean 101000", "mean 102000")
    rows = [{"source": name, "pay": text} for name, text in zip(SIX, spread, strict=True)]
    made = run([*rows, *said("g", pay)], policies=rated())
    (slip,) = found(made, "implausible_amount")
    assert slip["source_ids"] == ["g"]
    assert (f"({name})" in slip["rationale"]) is bool(name)
    assert (f"It may mean {meant}" in slip["rationale"]) is bool(meant)
    believed = fact(made, "salaries")
    assert believed["typical"] == pytest.approx(fact(run(rows), "salaries")["typical"], rel=0.005)
    assert "g" not in believed["source_ids"]
    assert believed["discrepancy_ids"] == [slip["discrepancy_id"]]


def test_slips_of_few_are_as_ever() -> None:
    (slip,) = found(run([*said("abc", "mean 100000"), *said("d", "mean 1200000")]), "implausible_amount")
    assert "may mean" not in slip["rationale"]


def test_what_a_reviewer_believes_is_the_fact() -> None:
    """However many say otherwise, and though it lies outside their ranges."""
    rows = [*said(SIX, "mean 100000"), *said("ghijkl", "90000-110000")]
    ruled = {"source": "z", "pay": "mean 140000", "flags": ["believed_by_reviewer"]}
    made = fact(run([*rows, ruled]), "salaries")
    assert (made["typical"], made["source_ids"]) == (140000, ["z"])


def test_what_rulings_teach_of_a_source_counts() -> None:
    """Sources of which much was rejected pull less at what is fused."""
    rows = [{"source": name, "pay": f"mean {100_000 + 1000 * number}"} for number, name in enumerate("abcdefgh")]
    wrong = [
        {
            "source": name,
            "role": f"role_{number}",
            "pay": "mean 1",
            "status": "quarantined",
            "flags": ["rejected_by_reviewer"],
        }
        for name in "gh"
        for number in range(5)
    ]
    before, after = (fact(run(table), "salaries", role="data_scientist") for table in (rows, [*rows, *wrong]))
    assert before["method"] == after["method"] == "fused"
    assert after["typical"] < before["typical"]


def listing(lists: dict[str, str], **more: Any) -> list[dict[str, Any]]:
    return [{"source": name, "tool": tool, **more} for name, tools in lists.items() for tool in tools.split()]


def test_silence_of_full_lists_counts() -> None:
    """One of seven tables names a tool that the others leave out; in prose their silence says nothing."""
    lists = {**dict.fromkeys(SIX, "SQL Python R"), "g": "SQL Fortran"}
    full, loose = (
        {row["tool"]: row["confidence"] for row in facts(run(listing(lists, container=layout)), "tools")}
        for layout in ("table", "prose")
    )
    assert full["Fortran"] < 0.3
    assert loose["Fortran"] > 0.5
    assert min(full["SQL"], loose["SQL"]) > 0.85


def test_lists_of_few_are_voted_on() -> None:
    made = run(listing(dict.fromkeys("abcde", "SQL"), container="table"))
    assert {row["method"] for row in facts(made, "tools")} == {"vote"}
    made = run(listing(dict.fromkeys(SIX, "SQL"), container="table"))
    assert {row["method"] for row in facts(made, "tools")} == {"fused"}


def test_a_denial_counts_against_what_is_fused() -> None:
    rows = listing(dict.fromkeys(SIX, "SQL"))
    denied = {"source": "g", "tool": "SQL", "polarity": "negated"}
    before, after = (fact(run(table), "tools")["confidence"] for table in (rows, [*rows, denied]))
    assert after < before


def test_a_believed_tool_is_not_outvoted_by_silence() -> None:
    rows = listing(dict.fromkeys(SIX, "SQL"), container="table")
    ruled = {"source": "g", "tool": "Fortran", "container": "table"}
    before, after = (
        fact(run([*rows, {**ruled, "flags": flags}]), "tools", tool="Fortran")
        for flags in ([], ["believed_by_reviewer"])
    )
    assert before["confidence"] < 0.5 < after["confidence"]


def test_degrees_are_sets_as_tools_are() -> None:
    rows = [{"source": name, "degree": "bachelor", "container": "table"} for name in SIX]
    rows += [{"source": "g", "degree": "doctorate", "container": "table"}]
    made = {row["value"]: row for row in facts(run(rows), "education")}
    assert {row["method"] for row in made.values()} == {"fused"}
    assert made["doctorate"]["confidence"] < 0.5 < made["bachelor"]["confidence"]


def test_comparisons_of_many_are_a_bayesian_vote() -> None:
    """Surer of five against one than the weights alone, and of few as ever."""
    rows = [{"source": name, "above": "mle"} for name in "abcde"]
    made = fact(run([*rows, {"source": "f", "below": "mle"}]), "comparisons")
    alone = fact(run([*rows, {"source": "f", "below": "mle"}], policies=never()), "comparisons")
    assert (made["direction"], made["role"], made["method"]) == ("higher", "data_scientist", "fused")
    assert (alone["direction"], alone["method"]) == ("higher", "vote")
    assert made["confidence"] > alone["confidence"]


def never() -> Policies:
    """As if few spoke of everything."""
    policies = load_policies()
    return replace(policies, fusion=replace(policies.fusion, witnesses=10**6))


def test_items_of_few_are_what_they_are_without_fusion() -> None:
    """What is fused beside it changes nothing of a fact of few witnesses."""
    few = [*said("ab", "mean 70000", role="de"), *said("c", "mean 75000", role="de"), {"source": "a", "tool": "SQL"}]
    rows = [*few, *market(sources=12, items=10)]
    with_fusion, without = run(rows), run(rows, policies=never())
    assert facts(with_fusion, "tools") == facts(without, "tools")
    (one,), (other,) = (facts(made, "salaries", role="data_engineer") for made in (with_fusion, without))
    assert one == other
    assert with_fusion.sources.equals(without.sources)


def test_fused_facts_are_nearer_the_truth() -> None:
    """Where some of the sources run high, than medians of the same claims."""
    pick = np.random.default_rng(1)
    rows = [row for row in market(sources=14, items=40, high="abcd", spread=0.05) if pick.random() < 0.6]
    truth = pd.Series({f"role_{item}": 60_000 * 1.04**item for item in range(40)})
    errors = []
    for policies in (load_policies(), never()):
        made = pd.DataFrame(facts(run(rows, policies=policies), "salaries")).set_index("role")["typical"]
        ratio = np.log(made.astype(float) / truth[made.index])
        errors.append((ratio - ratio.mean()).abs().mean())
    assert errors[0] < 0.8 * errors[1]
