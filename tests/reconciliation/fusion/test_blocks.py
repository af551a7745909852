"""Tables too long for the processor's cache are worked on some items at a time, which changes no fact."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation.fusion import dawid_skene, segments, tables
from extract.reconciliation.fusion.segments import cuts, ordered, starts, weighted_medians, whole_segments
from extract.reconciliation.fusion.tables import coding, parts
from tests.reconciliation.fusion.test_properties_at_length import CASES, Case


@pytest.mark.parametrize("rows", [1, 7, 100])
@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_in_blocks_or_at_once_the_facts_are_the_same(case: Case, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = case.fuse(case.claims)
    for module in (segments, tables, dawid_skene):
        monkeypatch.setattr(module, "BLOCK", rows)
    pd.testing.assert_frame_equal(at_once, case.fuse(case.claims), rtol=1e-9, atol=1e-12)


def test_whole_numbers_are_sorted_with_their_rows_and_equal_ones_stay_in_order() -> None:
    drawn = np.random.default_rng(1).integers(0, 50, 1000)
    order, keys = ordered(drawn.copy())
    assert (order == np.argsort(drawn, kind="stable")).all()
    assert (keys == np.sort(drawn)).all()


def test_whole_numbers_that_leave_no_room_for_their_rows_are_sorted_too() -> None:
    large = np.array([2**61, 5, 2**61, 0])
    order, keys = ordered(large.copy())
    assert order.tolist() == [3, 1, 0, 2]
    assert keys.tolist() == sorted(large.tolist())


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([7, -3, 7, 0], dtype=np.int32),
        pd.Series([2**62, 5, 2**62], dtype=np.int64),
        pd.Series([2**64 - 1, 0], dtype=np.uint64),
        pd.Series([3, None, 1], dtype="Int64"),
        pd.Series(["b", "a", "b", None]),
        pd.Series([], dtype=np.int64),
    ],
    ids=lambda column: str(column.dtype),
)
def test_codes_are_those_of_sorted_values(column: pd.Series) -> None:
    code, values = coding(column)
    expected, labels = pd.factorize(column, sort=True)
    assert code.tolist() == expected.tolist()
    assert pd.Index(labels).equals(values)
    assert values.dtype == pd.Index(labels).dtype


def test_parts_hold_whole_items_and_all_of_them() -> None:
    rng = np.random.default_rng(2)
    item_of = np.sort(np.r_[np.arange(40), rng.integers(0, 40, 60)])
    candidate = np.sort(np.r_[np.arange(100), rng.integers(0, 100, 400)])
    begins = starts(item_of)
    found = parts(candidate, begins, len(item_of), 50)
    assert len(found) > 3
    for part in found:
        assert set(item_of[part.candidates]) == set(range(part.items.start, part.items.stop))
        assert set(candidate[part.votes]) == set(range(part.candidates.start, part.candidates.stop))
    assert (found[0].items.start, found[-1].items.stop, found[-1].votes.stop) == (0, 40, 500)


def test_segments_are_cut_between_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "BLOCK", 4)
    codes = np.repeat([0, 1, 3, 4], [3, 9, 1, 2])
    assert [(rows.start, rows.stop) for rows in whole_segments(codes)] == [(0, 3), (3, 12), (12, 15)]
    assert cuts(starts(codes), len(codes)) == [(0, 1), (1, 2), (2, 4)]


def test_the_median_of_one_code_is_found_without_sorting() -> None:
    values = np.random.default_rng(3).normal(size=10)
    codes = np.zeros(10, dtype=np.int64)
    assert weighted_medians(values, np.ones(10), codes, 1)[0] == np.median(values)
    assert weighted_medians(values[:9], np.ones(9), codes[:9], 1)[0] == np.median(values[:9])
