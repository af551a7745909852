"""Sums and medians over runs of rows."""

from __future__ import annotations

import numpy as np
import pytest

from extract.reconciliation.fusion.segments import sorting, weighted_medians


@pytest.mark.parametrize(
    ("values", "weights", "expected"),
    [
        ([1.0, 2.0, 9.0], [1.0, 1.0, 1.0], 2.0),
        ([9.0, 1.0], [1.0, 1.0], 5.0),
        ([9.0, 1.0], [2.0, 1.0], 9.0),
        ([3.0, 1.0, 2.0, 4.0], [1.0, 1.0, 1.0, 1.0], 2.5),
        ([3.0, 1.0], [0.0, 1.0], 1.0),
        ([7.0], [0.3], 7.0),
    ],
)
def test_weighted_medians(values: list[float], weights: list[float], expected: float) -> None:
    found = weighted_medians(np.array(values), np.array(weights), np.zeros(len(values), dtype=np.int64), 2)
    assert found[0] == expected
    assert np.isnan(found[1])


def test_rows_are_sorted_by_code_and_then_by_value() -> None:
    order = sorting(np.array([1, 0, 1, 0]), np.array([5.0, 9.0, -2.0, 3.0]))
    assert order.tolist() == [3, 1, 2, 0]


def test_nothing_has_no_order_and_no_median() -> None:
    nothing = np.zeros(0)
    assert sorting(nothing.astype(np.int64), nothing).tolist() == []
    assert np.isnan(weighted_medians(nothing, nothing, nothing.astype(np.int64), 1)).all()
