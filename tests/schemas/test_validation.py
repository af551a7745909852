"""Bad rows are quarantined with their reasons and never dropped; bad tables are errors of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import ContractError
from extract.model import Claim, Container, Flag, Kind, Modality, Repair
from extract.schemas import FLAG_EFFECTS, FLAG_MEANINGS, SCHEMAS, claims_frame, conform, validate_claims

MakeClaim = Callable[..., Claim]


def verdict(claim: Claim, texts: dict[str, str] | None = None) -> tuple[str, list[str]]:
    """Status and flags of one claim."""
    row = validate_claims(claims_frame([claim]), texts=texts).iloc[0]
    return row["status"], row["flags"]


@pytest.mark.parametrize(
    ("columns", "status", "flags"),
    [
        pytest.param({}, "accepted", [], id="nothing wrong"),
        pytest.param({"low": 120_000.0, "high": 90_000.0}, "quarantined", ["inverted_range"], id="inverted"),
        pytest.param({"low": 120_000.0, "high": 120_000.0}, "accepted", [], id="single figure"),
        pytest.param({"high": None, "high_open": True}, "accepted", [], id="open above"),
        pytest.param({"low": None, "low_open": True}, "accepted", [], id="open below"),
        pytest.param({"low": 90.0, "high": 120.0}, "quarantined", ["implausible_amount"], id="thousands lost"),
        pytest.param(
            {"low": 90_000.0, "high": 120_000_000.0},
            "quarantined",
            ["implausible_amount"],
            id="one end a thousandfold",
        ),
        pytest.param({"low": 45.0, "high": 60.0, "period": "hour"}, "accepted", [], id="by the hour"),
        pytest.param({"low": 400.0, "high": 600.0, "period": "day"}, "accepted", [], id="by the day"),
        pytest.param({"low": 2e3, "high": 3e3, "period": "week"}, "accepted", [], id="by the week"),
        pytest.param({"low": 7e3, "high": 9e3, "period": "month"}, "accepted", [], id="by the month"),
        pytest.param(
            {"low": 90_000.0, "high": 120_000.0, "period": "hour"},
            "quarantined",
            ["implausible_amount"],
            id="a year's pay by the hour",
        ),
        pytest.param({"low": 45.0, "high": 60.0, "period": None}, "accepted", [], id="believable for some period"),
        pytest.param(
            {"low": 0.01, "high": 0.02, "period": None},
            "quarantined",
            ["implausible_amount"],
            id="believable for no period",
        ),
        pytest.param({"low": 7e5, "high": 3e6, "unit": "INR"}, "accepted", [], id="rupees"),
        pytest.param({"low": 1e9, "high": 2e9, "unit": "XAG"}, "accepted", [], id="a currency without bounds"),
        pytest.param({"low": 3e3, "high": 3e3, "basis": "bonus"}, "accepted", [], id="a bonus may be small"),
        pytest.param(
            {"low": 3e8, "high": 3e8, "basis": "bonus"},
            "quarantined",
            ["implausible_amount"],
            id="a bonus may not be huge",
        ),
        pytest.param({"high": 1.7e308}, "quarantined", ["implausible_amount"], id="beyond all numbers"),
        pytest.param({"unit": None}, "flagged", ["missing_currency"], id="no currency"),
        pytest.param({"period_inferred": True}, "accepted", ["inferred_period"], id="period concluded"),
        pytest.param({"modality": Modality.HEDGED}, "accepted", ["hedged"], id="hedged"),
        pytest.param({"flags": (Flag.PROXY_ROLE,)}, "flagged", ["proxy_role"], id="stand-in"),
        pytest.param({"flags": (Flag.REPAIRED_AMOUNT,)}, "flagged", ["repaired_amount"], id="repaired"),
        pytest.param({"flags": (Flag.STALE,)}, "flagged", ["stale"], id="stale"),
        pytest.param({"flags": (Flag.DUPLICATE_IN_SOURCE,)}, "accepted", ["duplicate_in_source"], id="repeated"),
        pytest.param(
            {
                "low": None,
                "high": None,
                "quarantine": True,
                "flags": (Flag.MALFORMED_AMOUNT,),
                "repairs": (Repair(125_000.0, None, "USD", "thousands left out"),),
            },
            "quarantined",
            ["malformed_amount"],
            id="malformed",
        ),
        pytest.param({"quarantine": True}, "quarantined", ["invalid_value"], id="quarantined without a reason"),
        pytest.param(
            {"flags": (Flag.HEDGED, Flag.PROXY_ROLE), "low": 2.0, "high": 1.0, "modality": Modality.HEDGED},
            "quarantined",
            ["inverted_range", "implausible_amount", "proxy_role", "hedged"],
            id="every reason once, in order",
        ),
    ],
)
def test_pay(pay: MakeClaim, columns: dict[str, Any], status: str, flags: list[str]) -> None:
    """What pay may be, and what becomes of it where it is not."""
    found, reasons = verdict(pay(**columns))
    assert found == status
    assert sorted(reasons) == sorted(flags)
    assert reasons == [flag for flag in FLAG_MEANINGS if flag in reasons]


@pytest.mark.parametrize(
    "columns",
    [
        {"level": "guru"},
        {"period": "fortnight"},
        {"unit": "dollars"},
        {"role": "Data Scientist"},
        {"direction": "sideways"},
        {"exclusivity": "mine"},
        {"statistic": "Mean value"},
        {"container": "margin"},
        {"value": ""},
        {"extractor": ""},
        {"confidence": 1.5},
        {"confidence": float("nan")},
        {"low": float("inf")},
        {"experience_min": -1.0},
        {"row_index": -1},
        {"char_start": -6, "char_end": 0},
        {"quote": "Pythonic"},
        {"quote": "", "char_end": 10},
    ],
    ids=str,
)
def test_values_that_a_column_may_not_hold(claim: MakeClaim, columns: dict[str, Any]) -> None:
    """They quarantine their claim as invalid, whatever the column."""
    assert verdict(claim(**columns)) == ("quarantined", ["invalid_value"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("They like Python.", "accepted"),
        ("They use Python.", "quarantined"),
        ("", "quarantined"),
    ],
)
def test_quotes_are_the_text_at_their_offsets(claim: MakeClaim, text: str, status: str) -> None:
    """Where the texts are at hand, a quote that is not there is no evidence."""
    assert verdict(claim(), {"harbour": text})[0] == status


def test_growth_is_not_judged_as_pay(claim: MakeClaim) -> None:
    """Percentages have no currency and no believable yearly amount; a decline is negative."""
    growth = claim(kind=Kind.OUTLOOK, low=-4.0, high=23.0, unit="percent")
    assert verdict(growth) == ("accepted", [])


def test_nothing_is_dropped_and_order_stays(claim: MakeClaim, pay: MakeClaim) -> None:
    """Good and bad rows keep their places, even where an index was given twice."""
    claims = [claim(level="guru"), claim(), pay(low=2.0, high=1.0), pay(unit=None), pay()]
    frame = claims_frame(claims)
    judged = validate_claims(pd.concat([frame, frame.assign(claim_id=frame["claim_id"] + "x")]))
    assert list(judged["claim_id"]) == [*frame["claim_id"], *(frame["claim_id"] + "x")]
    assert judged["status"].value_counts().to_dict() == {"quarantined": 4, "accepted": 4, "flagged": 2}


def test_judging_twice_changes_nothing(claim: MakeClaim, pay: MakeClaim) -> None:
    """Validation is idempotent, and leaves the frame that it is given alone."""
    frame = claims_frame([claim(level="guru"), pay(low=2.0, high=1.0), pay(unit=None)])
    before = frame.copy(deep=True)
    once = validate_claims(frame)
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(validate_claims(once), once)


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.none() | st.floats(),
            st.none() | st.floats(),
            st.sampled_from([None, "USD", "INR", "percent", "?"]),
        ),
        max_size=6,
    )
)
def test_no_amount_raises_and_none_is_lost(
    amounts: list[tuple[float | None, float | None, str | None]],
) -> None:
    """Whatever numbers are extracted, every claim gets a status."""
    claims = [
        Claim(
            kind=Kind.SALARY,
            source_id="harbour",
            value="pay",
            quote="q",
            char_start=i,
            char_end=i + 1,
            section="",
            container=Container.TABLE,
            extractor="x",
            confidence=1.0,
            low=low,
            high=high,
            unit=unit,
        )
        for i, (low, high, unit) in enumerate(amounts)
    ]
    judged = validate_claims(claims_frame(claims))
    assert len(judged) == len(claims)
    assert set(judged["status"]) <= {"accepted", "flagged", "quarantined"}
    usable = judged[judged["status"] != "quarantined"]
    assert np.isfinite(usable[["low", "high"]].fillna(0).to_numpy()).all()


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda f: f.drop(columns="quote"), "quote"),
        (lambda f: f.assign(more=1), "more"),
        (lambda f: f.assign(low="90k"), "low"),
        (lambda f: f.assign(claim_id="same"), "claim_id"),
        (lambda f: f[f.columns[::-1]], "ordered"),
    ],
    ids=["missing column", "unknown column", "wrong type", "id given twice", "wrong order"],
)
def test_a_table_that_breaks_its_schema_is_an_error(
    pay: MakeClaim, change: Callable[[pd.DataFrame], pd.DataFrame], complaint: str
) -> None:
    """One line that says which table and column, and that it is our fault."""
    with pytest.raises(ContractError, match=rf"^claims: .*{complaint}[^\n]*fault in rolefacts[^\n]*$"):
        validate_claims(change(claims_frame([pay(), pay(char_start=1, char_end=7)])))


def skills(**columns: Any) -> pd.DataFrame:
    """A table of facts with one row."""
    plain = {
        "fact_id": ["f1"],
        "role": ["data_scientist"],
        "skill": ["statistics"],
        "n_claims": [1],
        "n_sources": [1],
        "source_ids": [("harbour",)],
        "claim_ids": [np.array(["c1"])],
        "confidence": [0.5],
        "method": ["vote"],
        "discrepancy_ids": [[]],
        "reviewed": [False],
        "evidence": ["[]"],
    }
    return pd.DataFrame({**plain, **columns})


def test_facts_are_brought_into_the_form_of_their_schema() -> None:
    """Columns may come in any order, lists as tuples or arrays, and what may be missing may be left out."""
    frame = skills()[sorted(skills().columns)].drop(columns="role")
    table = conform("skills", SCHEMAS["skills"], frame)
    assert list(table.columns) == list(SCHEMAS["skills"].columns)
    assert table.loc[0, "source_ids"] == ["harbour"]
    assert table.loc[0, "claim_ids"] == ["c1"]
    assert pd.isna(table.loc[0, "role"])
    assert table["n_claims"].dtype == np.int64


@pytest.mark.parametrize(
    ("frame", "complaint"),
    [
        (skills(confidence=[1.2]), "confidence"),
        (skills(confidence=[None]), "confidence"),
        (skills(skill=[""]), "skill"),
        (skills(n_claims=["many"]), "many"),
        (skills(n_claims=[None]), "n_claims"),
        (skills(mood=["good"]), "mood"),
        (skills().drop(columns="skill"), "skill"),
        (pd.concat([skills(), skills()]), "fact_id"),
    ],
    ids=["range", "missing value", "empty", "no number", "no count", "unknown", "missing", "id given twice"],
)
def test_facts_that_break_their_schema_are_errors(frame: pd.DataFrame, complaint: str) -> None:
    """What reconciliation makes is checked before it is published."""
    with pytest.raises(ContractError, match=complaint):
        conform("skills", SCHEMAS["skills"], frame)


def test_every_flag_has_a_meaning_and_an_effect() -> None:
    """No code is published that the data dictionary does not explain."""
    assert set(FLAG_MEANINGS) == set(FLAG_EFFECTS) == set(Flag)
    assert all(meaning.endswith(".") for meaning in FLAG_MEANINGS.values())


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_column_is_described_and_every_table_has_a_key(name: str) -> None:
    """Descriptions are written once, in the schema, and nowhere left out."""
    schema = SCHEMAS[name]
    assert schema.name == name
    assert schema.description.endswith(".")
    assert all(column.description.endswith(".") for column in schema.columns.values())
    assert [column for column, spec in schema.columns.items() if spec.unique] == [next(iter(schema.columns))]
