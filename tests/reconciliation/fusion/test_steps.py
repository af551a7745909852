"""The step in which amounts are said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation.fusion import fuse_amounts, load_parameters
from extract.reconciliation.fusion.steps import in_steps, step_of

NUMBERS = load_parameters().numbers
DRAWN = np.random.default_rng(1)


@pytest.mark.parametrize(
    ("amounts", "step"),
    [
        (DRAWN.integers(1, 40, 200) * 1.0, 1.0),
        (DRAWN.integers(20, 200, 200) * 0.25, 0.25),
        (DRAWN.integers(1, 10**6, 2000) / 100, 0.01),
        (DRAWN.integers(40, 400, 400) * 500.0, 500.0),
        (np.r_[DRAWN.integers(1, 40, 200) * 1.0, 33.5, 12.1], 1.0),
        (np.r_[DRAWN.integers(1, 40, 200) * 1.0, DRAWN.random(20)], 0.0),
        (np.exp(DRAWN.normal(10, 1, 500)), 0.0),
        (np.full(100, 7.0), 0.0),
        (np.arange(1.0, 10.0), 0.0),
    ],
)
def test_the_widest_step_that_nearly_all_amounts_keep_to(amounts: np.ndarray, step: float) -> None:
    assert step_of(amounts, NUMBERS) == pytest.approx(step)
    assert step_of(amounts * 83.7, NUMBERS) == pytest.approx(step * 83.7)


def test_facts_keep_to_the_step_and_what_is_less_stays() -> None:
    found = in_steps(np.array([30.4, 0.2, np.nan, 7.0]), 1.0)
    assert np.array_equal(found, [30.0, 0.2, np.nan, 7.0], equal_nan=True)


def test_a_mean_of_whole_numbers_is_given_as_a_whole_number() -> None:
    """Counts about 30 that twelve sources miss by one or so: most facts are right to the unit."""
    rng = np.random.default_rng(2)
    truth = pd.Series(rng.integers(20, 50, 200).astype(float))
    item, source = (axis.ravel() for axis in np.mgrid[:200, :12])
    value = np.round(truth[item].to_numpy() * np.exp(rng.normal(0, 0.04, len(item))))
    facts = fuse_amounts(pd.DataFrame({"source": source, "item": item, "value": value})).facts
    assert (facts["value"] % 1 == 0).all()
    assert (facts["value"] == truth).mean() > 0.6
    assert (facts["lower"] <= facts["value"]).all()
    assert (facts["value"] <= facts["upper"]).all()
