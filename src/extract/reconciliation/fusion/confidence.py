"""From the engine's own probability to one that means what it says."""

from __future__ import annotations

import numpy as np

from extract.reconciliation.fusion.parameters import Calibration, Parameters
from extract.reconciliation.fusion.segments import Floats

_LEAST = 1e-6
_STEPS = 50


def log_odds(probability: Floats) -> Floats:
    """ln(p / (1 - p)), finite for 0 and 1."""
    held = np.clip(probability, _LEAST, 1 - _LEAST)
    odds: Floats = np.log(held / (1 - held))
    return odds


def calibrated(probability: Floats, calibration: Calibration) -> Floats:
    """What a probability of the engine is worth; never falls where the engine's rises."""
    scaled = calibration.slope * log_odds(probability) + calibration.intercept
    meant: Floats = 1 / (1 + np.exp(-scaled))
    return meant


def believed(probability: Floats, agreeing: Floats, calibration: Calibration, parameters: Parameters) -> Floats:
    """Calibrated probability, no more than the rule of succession allows so many agreeing sources."""
    ceiling: Floats = parameters.confidence.ceiling(agreeing)
    return np.minimum(calibrated(probability, calibration), ceiling)


def fit(probability: Floats, right: Floats, parameters: Parameters, start: Calibration | None = None) -> Calibration:
    """Platt's scaling by Newton's method, held to ``start`` as if that had been seen so many times.

    Args:
        probability: what was said, between 0 and 1.
        right: 1 where it was right (a label, a reviewer's ruling), else 0.
        parameters: ``confidence.labels_strength`` is what ``start`` is worth in labels.
        start: the calibration in use until now; none, if left out.

    Raises:
        ValueError: the arrays differ in length.

    After Platt 1999; a slope is never negative, so that order is kept.
    """
    if len(probability) != len(right):
        raise ValueError("as many probabilities as labels are needed")
    odds = log_odds(probability)
    design = np.stack([odds, np.ones(len(odds))], axis=1)
    anchor = np.array([start.slope, start.intercept] if start else [1.0, 0.0])
    hold = np.eye(2) * parameters.confidence.labels_strength / 4
    found = anchor.copy()
    for _ in range(_STEPS):
        meant = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        gradient = design.T @ (right - meant) - hold @ (found - anchor)
        curve = design.T @ (design * (meant * (1 - meant))[:, None]) + hold
        step = np.linalg.solve(curve, gradient)
        found = found + np.clip(step, -1, 1)
        if np.abs(step).max() < _LEAST:
            break
    return Calibration(max(float(found[0]), 0.0), float(found[1]))
