from __future__ import annotations

from typing import Any

import pytest

from extract.report.describe import candidates, definition, doubts, period, value


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"kind": "salary", "low": 1000.0, "high": 2000.0, "unit": "EUR"}, "€1,000–€2,000"),
        ({"kind": "salary", "value": "$118$+"}, "$118$+"),
        ({"kind": "outlook", "low": 23.0, "high": 23.0, "unit": "percent"}, "23%"),
        (
            {
                "kind": "comparison",
                "direction": "higher",
                "object_role": "data_scientist",
                "aspect": "growth",
            },
            "higher than Data Scientist in growth",
        ),
        ({"kind": "comparison", "direction": "equal"}, "equal to others"),
        ({"kind": "tool", "value": "SQL"}, "SQL"),
        ({"kind": "skill", "value": "x " * 300}, f"{'x ' * 99}x…"),
        ({"quote": "as it stands"}, "as it stands"),
    ],
)
def test_values_in_words(claim: dict[str, Any], words: str) -> None:
    assert value(claim) == words


@pytest.mark.parametrize(
    ("claim", "notes"),
    [
        ({}, []),
        ({"modality": "hedged", "approximate": True}, ["hedged", "about"]),
        ({"modality": "reported"}, ["a view the text does not share"]),
        ({"polarity": "negated", "flags": ["stale"]}, ["denied", "out of date"]),
        ({"flags": ["proxy_role"], "stated_role": "keepers"}, ["figure of keepers"]),
        ({"flags": ["proxy_role"]}, ["another occupation's figure"]),
    ],
)
def test_doubts(claim: dict[str, Any], notes: list[str]) -> None:
    """What keeps a reader from taking a claim at its word is said beside it."""
    assert doubts(claim) == notes


@pytest.mark.parametrize(
    ("claim", "notes"),
    [
        ({"statistic": "range"}, []),
        ({"statistic": "mean", "basis": "base"}, ["average", "base"]),
        ({"statistic": "percentile_25"}, ["percentile 25"]),
        ({"kind": "salary", "aspect": "women", "statistic": "mean"}, ["of women alone", "average"]),
        ({"kind": "comparison", "aspect": "salary"}, []),
        ({"experience_min": 2.0, "experience_max": 4.0}, ["2–4 years"]),
        ({"experience_min": 6.0}, ["6+ years"]),
        ({"experience_max": 1.0}, ["up to 1 years"]),
        ({"attributed_to": "a survey", "as_of": "2024"}, ["citing a survey", "as of 2024"]),
        ({"horizon": "2032", "exclusivity": "shared"}, ["2032", "said of both roles"]),
        ({"exclusivity": "exclusive"}, ["said to be this role's only"]),
    ],
)
def test_definitions(claim: dict[str, Any], notes: list[str]) -> None:
    """What a value measures is said beside it, so that unlike things are not compared by eye."""
    assert definition(claim) == notes


@pytest.mark.parametrize(("claim", "words"), [({}, ""), ({"period": "year"}, ""), ({"period": "hour"}, "an hour")])
def test_periods(claim: dict[str, Any], words: str) -> None:
    assert period(claim) == words


def test_candidate_readings() -> None:
    repairs = '[{"low": 125000, "high": null, "unit": "USD", "reason": "k lost"}, {"low": "x", "unit": 3}, 7]'
    found = candidates({"repairs": repairs})
    assert [(one.words, one.reason) for one in found] == [("$125,000+", "k lost"), ("no amount", "")]


@pytest.mark.parametrize("repairs", [None, "", "[", "{}", "7", "null"])
def test_repairs_that_cannot_be_read_are_none(repairs: str | None) -> None:
    assert candidates({"repairs": repairs}) == []
