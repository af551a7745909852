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


@pytest.mark.parametrize("accuracy", [0.6, 0.9, 0.99, 1.0])
def test_sources_that_are_merely_right_are_no_copies(accuracy: float) -> None:
    assert duplicates(honest(accuracy)) == []


def test_two_small_sources_that_agree_are_no_copies() -> None:
    assert duplicates(said("a x 1;b x 1;c x 2;a y 1;b y 1;c y 2")) == []
    assert duplicates(said("")) == []
