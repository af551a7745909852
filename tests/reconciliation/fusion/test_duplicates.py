"""Which sources are taken for copies by their claims alone."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation.fusion import duplicates
from tests.reconciliation.fusion.build import said


def honest(accuracy: float, sources: int = 6, items: int = 100) -> pd.DataFrame:
    """Independent sources of one accuracy."""
    rng = np.random.default_rng(5)
    rows = [
        (f"s{source}", item, "yes" if rng.random() < accuracy else f"no{rng.integers(9)}")
        for item in range(items)
        for source in range(sources)
    ]
    return pd.DataFrame(rows, columns=["source", "item", "value"])


@pytest.mark.parametrize("copies", [1, 2, 12])
def test_sources_that_repeat_errors_are_found(copies: int) -> None:
    claims = honest(0.7)
    again = [claims[claims["source"] == "s3"].assign(source=f"again{number:02d}") for number in range(copies)]
    found = duplicates(pd.concat([claims, *again], ignore_index=True))
    assert found == [[*(f"again{number:02d}" for number in range(copies)), "s3"]]


@pytest.mark.parametrize(("part", "found"), [(1.0, True), (0.9, True), (0.85, True), (0.5, False)])
def test_a_copy_may_leave_some_out(part: float, found: bool) -> None:
    claims = honest(0.7, items=200)
    again = claims[claims["source"] == "s3"].assign(source="again")
    table = pd.concat([claims, again.head(round(part * len(again)))], ignore_index=True)
    assert duplicates(table) == ([["again", "s3"]] if found else [])


def test_what_only_one_other_contradicts_shows_no_copy() -> None:
    """Of three sources two that agree are as likely right."""
    assert duplicates(said(";".join(f"a i{n} 1;b i{n} 1;c i{n} {n}" for n in range(2, 60)))) == []


@pytest.mark.parametrize("accuracy", [0.6, 0.9, 0.99, 1.0])
def test_sources_that_are_merely_right_are_no_copies(accuracy: float) -> None:
    assert duplicates(honest(accuracy)) == []


def test_two_small_sources_that_agree_are_no_copies() -> None:
    assert duplicates(said("a x 1;b x 1;c x 2;a y 1;b y 1;c y 2")) == []
    assert duplicates(said("")) == []
