"""Probabilities that mean what they say."""

from __future__ import annotations

import numpy as np
import pytest

from extract.reconciliation.fusion import Calibration, calibrated, fit, load_parameters


def test_calibration_keeps_order() -> None:
    said = np.linspace(0.0, 1.0, 101)
    meant = calibrated(said, Calibration(0.6, -0.4))
    assert (np.diff(meant) >= 0).all()
    assert ((meant > 0) & (meant < 1)).all()


@pytest.mark.parametrize("labels", [100, 1000])
def test_labels_correct_overconfidence(labels: int) -> None:
    rng = np.random.default_rng(labels)
    true = rng.uniform(0.3, 0.9, labels)
    odds = 3 * np.log(true / (1 - true)) + 0.5
    said = 1 / (1 + np.exp(-odds))
    right = (rng.random(labels) < true).astype(float)
    found = calibrated(said, fit(said, right, load_parameters()))
    assert np.abs(found - true).mean() < 0.5 * np.abs(said - true).mean()


def test_a_slope_is_never_negative() -> None:
    said = np.r_[np.full(500, 0.9), np.full(500, 0.1)]
    found = fit(said, 1.0 - np.round(said), load_parameters())
    assert found.slope >= 0


def test_there_must_be_as_many_labels() -> None:
    with pytest.raises(ValueError, match="as many probabilities as labels"):
        fit(np.array([0.5]), np.array([1.0, 0.0]), load_parameters())
