"""Values become frames with exactly the contract's columns and types."""

from __future__ import annotations

import json
from collections.abc import Callable

import pandas as pd
import pytest

from extract.model import Claim, Document, Flag, Format, Rejection, Repair, SourceInfo
from extract.schemas import SCHEMAS, claims_frame, sources_frame
from extract.schemas.frames import dtypes

MakeClaim = Callable[..., Claim]
INFO = SourceInfo("harbour", "harbour.txt", title="At the harbour")
DOCUMENT = Document(INFO, Format.TEXT, "0" * 64, "Some words", (), ())
REJECTION = Rejection(SourceInfo("broken", "broken.txt"), Format.TEXT, "", "broken.txt: is empty")


@pytest.mark.parametrize("n", [0, 1, 3])
def test_columns_and_types_do_not_depend_on_the_rows(claim: MakeClaim, n: int) -> None:
    """No rows, or only missing values, leave every column of the type that it always has."""
    frame = claims_frame([claim(quote=f"Python{i}", char_end=17) for i in range(n)])
    assert dict(frame.dtypes) == dtypes(SCHEMAS["claims"])
    assert list(frame.index) == list(range(n))


def test_order_is_that_of_the_texts_whatever_order_is_given(claim: MakeClaim) -> None:
    """The same claims give the same frame, ids included."""
    claims = [
        claim(source_id=source, char_start=start, char_end=start + 6, role=role)
        for source in "ba"
        for start in (30, 4)
        for role in ("data_scientist", "data_analyst")
    ]
    expected = claims_frame(claims)
    pd.testing.assert_frame_equal(claims_frame(claims[1::2] + claims[-2::-2]), expected)
    places = list(zip(expected["source_id"], expected["char_start"], expected["role"], strict=True))
    assert places == sorted(places)


def test_repairs_reasons_and_flags_become_columns(claim: MakeClaim) -> None:
    """Candidate readings and attribution's reasons are JSON, flags a list of codes."""
    made = claim(
        flags=(Flag.HEDGED,),
        repairs=(Repair(125_000.0, None, "USD", "thousands left out"),),
        because={"role": "heading", "level": "cell"},
    )
    row = claims_frame([made]).iloc[0]
    assert row["flags"] == ["hedged"]
    assert json.loads(row["repairs"]) == [
        {"low": 125_000.0, "high": None, "unit": "USD", "reason": "thousands left out"}
    ]
    assert json.loads(row["because"]) == {"role": "heading", "level": "cell"}


def test_lone_surrogates_become_escapes(claim: MakeClaim) -> None:
    """One article cannot keep the others from being written."""
    row = claims_frame([claim(value="a\ud800b", because={"role": "\udfff"})]).iloc[0]
    assert row["value"] == "a\\ud800b"
    assert "\\udfff" in row["because"]


def test_every_file_has_a_row_in_sources() -> None:
    """Sources that were rejected are listed with the reason."""
    frame = sources_frame([DOCUMENT, REJECTION], n_claims={"harbour": 2}, roles={"harbour": ["data_scientist"]})
    assert dict(frame.dtypes) == dtypes(SCHEMAS["sources"])
    broken, harbour = frame.to_dict("records")
    assert (broken["status"], broken["reason"], broken["n_chars"]) == ("rejected", "broken.txt: is empty", 0)
    assert pd.isna(broken["sha256"])
    assert (harbour["status"], harbour["n_chars"], harbour["n_claims"]) == ("read", 10, 2)
    assert harbour["roles"] == ["data_scientist"]


def test_file_names_that_are_not_unicode_are_kept_readable() -> None:
    """A file name with a byte of no encoding is listed with an escape."""
    info = SourceInfo("odd", "odd\udcff.txt")
    frame = sources_frame([Rejection(info, Format.TEXT, "", "why")], n_claims={}, roles={})
    assert frame.loc[0, "path"] == "odd\\udcff.txt"
