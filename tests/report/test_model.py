from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from extract.report.model import ids, rows, tables
from tests.report.builder import report


@pytest.mark.parametrize(
    ("values", "dtype", "plain"),
    [
        (["a", None], "str", ["a", None]),
        ([1.5, np.nan], "float64", [1.5, None]),
        ([1, None], "Int32", [1, None]),
        ([True, False], "bool", [True, False]),
        ([["a"], []], "object", [["a"], []]),
        ([np.array(["a"]), np.array([])], "object", [["a"], []]),
        (["a", np.nan], "object", ["a", None]),
        ([None, pd.NaT], "datetime64[us, UTC]", [None, None]),
    ],
)
def test_cells_become_plain_values(values: list[Any], dtype: str, plain: list[Any]) -> None:
    """Missing is None whatever the column's type, and lists are lists after a journey through a file."""
    frame = pd.DataFrame({"x": pd.Series(values, dtype=dtype)})
    assert [row["x"] for row in rows(frame)] == plain


def test_a_table_without_rows() -> None:
    assert rows(pd.DataFrame({"a": [], "b": []})) == []


def test_missing_lists_are_empty() -> None:
    assert ids({"claim_ids": None}, "claim_ids") == []
    assert ids({}, "claim_ids") == []


def test_claims_of_a_kind_keep_their_order() -> None:
    found = tables(report())
    assert [row["claim_id"] for row in found.claims_of("outlook")] == ["c13"]
    assert [row["claim_id"] for row in found.claims_of("tool")][:2] == ["t01", "t02"]
