"""Probabilities that mean what they say."""

from __future__ import annotations

import numpy as np
import pytest

from extract.reconciliation.fusion import Calibration, calibrated, fit, fuse_amounts, fuse_labels, load_parameters
from tests.reconciliation.fusion.test_amounts import market
from tests.reconciliation.fusion.worlds import World, labels


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


def off(said: list[float], right: list[bool]) -> float:
    """Expected calibration error over ten bins."""
    place = np.minimum((np.array(said) * 10).astype(int), 9)
    return float(np.abs(np.bincount(place, np.array(said) - np.array(right, dtype=float))).sum() / len(said))


@pytest.mark.parametrize("sources", [4, 8, 20])
def test_confidence_of_labels_is_about_right_untaught(sources: int) -> None:
    said: list[float] = []
    right: list[bool] = []
    for seed in range(12):
        claims, truth = labels(World(sources=sources, items=100), seed)
        facts = fuse_labels(claims).facts
        said += facts["confidence"].tolist()
        right += (facts["value"] == truth.reindex(facts.index)).tolist()
    assert off(said, right) <= 0.1


@pytest.mark.parametrize("sources", [4, 8, 20])
def test_confidence_of_pay_is_about_right_untaught(sources: int) -> None:
    """What all sources have in common is unknown in every table, and evens out over many."""
    said: list[float] = []
    right: list[bool] = []
    inside = []
    for seed in range(40):
        claims, truth, _ = market(seed, sources=sources, items=40, noise=0.08, centred=False)
        facts = fuse_amounts(claims).facts
        known = truth.reindex(facts.index)
        said += facts["confidence"].tolist()
        right += ((facts["value"] / known - 1).abs() <= 0.05).tolist()
        inside.append(((facts["lower"] <= known) & (known <= facts["upper"])).mean())
    assert off(said, right) <= 0.1
    assert 0.8 <= np.mean(inside) <= 0.98
