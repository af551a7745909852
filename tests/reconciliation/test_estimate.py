"""Weighted medians with open ends, and confidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reconciliation.estimate import Estimate, Vote, confidence, weighted_median
from extract.reconciliation.policies import load_policies

CASES = [
    pytest.param([], None, id="no votes"),
    pytest.param([(5, 0)], None, id="no weight"),
    pytest.param([(5, 1)], Estimate(5, 5), id="one"),
    pytest.param([(5, 1), (7, 1)], Estimate(5, 7), id="halves"),
    pytest.param([(5, 1), (7, 1), (9, 1)], Estimate(7, 7), id="the middle one"),
    pytest.param([(5, 1), (7, 1), (9, 3)], Estimate(9, 9), id="the heavy one"),
    pytest.param([(5, 1), (5, 1), (9, 1)], Estimate(5, 5), id="two that agree"),
    pytest.param([(5, 0.1), (7, 0.2), (9, 0.3)], Estimate(7, 9), id="halves of weights that are no binary fractions"),
    pytest.param([("5+", 1)], Estimate(5, 5, beyond=True), id="at least five"),
    pytest.param([("5+", 1), (9, 1)], Estimate(9, 9), id="at least five, and nine"),
    pytest.param([(5, 1), ("9+", 1)], Estimate(5, 9, beyond=True), id="five, and at least nine"),
    pytest.param([("5+", 1), (7, 1), (9, 1)], Estimate(7, 9), id="the weight of at least five is shared above"),
    pytest.param([(5, 1), ("6+", 1), ("7+", 1)], Estimate(7, 7, beyond=True), id="more than half lies beyond"),
]


def _votes(said: list[tuple[float | str, float]]) -> list[Vote]:
    return [Vote(float(str(value).rstrip("+")), str(value).endswith("+"), weight) for value, weight in said]


@pytest.mark.parametrize(("said", "expected"), CASES)
def test_weighted_median(said: list[tuple[float | str, float]], expected: Estimate | None) -> None:
    assert weighted_median(_votes(said)) == expected
    assert weighted_median(_votes(said[::-1])) == expected


@given(st.lists(st.tuples(st.integers(0, 20), st.booleans(), st.integers(1, 5)), min_size=1, max_size=12))
def test_a_median_is_one_of_the_votes(said: list[tuple[int, bool, int]]) -> None:
    found = weighted_median(Vote(float(value), beyond, weight / 7) for value, beyond, weight in said)
    values = {value for value, _, _ in said}
    assert found is not None
    assert {found.lower, found.upper} <= values
    assert found.lower <= found.upper


@pytest.mark.parametrize(
    ("agreeing", "opposing", "expected"),
    [
        pytest.param([], [0.7], 0.0, id="nobody agrees"),
        pytest.param([0.7], [], 0.7, id="one witness is as sure as it is"),
        pytest.param([1.0], [], 0.769, id="but not certain"),
        pytest.param([0.7], [0.7], 0.35, id="one against one"),
        pytest.param([0.7, 0.7], [0.7], 0.549, id="two against one"),
        pytest.param([0.7] * 4, [], 0.88, id="four"),
        pytest.param([0.7] * 100, [], 0.993, id="a hundred"),
    ],
)
def test_confidence(agreeing: list[float], opposing: list[float], expected: float) -> None:
    assert confidence(agreeing, opposing, load_policies()) == pytest.approx(expected, abs=1e-3)
