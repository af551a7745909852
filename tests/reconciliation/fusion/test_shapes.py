"""Fusion beside majority, median and mode on tables of the shapes that it has to serve with one configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from extract.reconciliation.fusion import fuse_amounts, fuse_labels
from tests.reconciliation.fusion import shapes
from tests.reconciliation.fusion.shapes import Maker

if TYPE_CHECKING:
    import pandas as pd

SEEDS = range(5)


def most_said(claims: pd.DataFrame) -> pd.Series:
    """The most frequent value of each item, among equals any."""
    counts = claims.groupby(["item", "value"]).size().rename("count").reset_index()
    counts = counts.sample(frac=1, random_state=1).sort_values("count", kind="stable")
    return counts.drop_duplicates("item", keep="last").set_index("item")["value"]


def shares_right(make: Maker) -> tuple[float, float]:
    """Share right of fusion, and of the best of majority, median and mode."""
    rows = []
    for seed in SEEDS:
        claims, truth = make(np.random.default_rng(seed))
        if claims["value"].dtype == float:
            found = [fuse_amounts(claims).facts["value"], most_said(claims), claims.groupby("item")["value"].median()]
            rows.append([np.isclose(facts.reindex(truth.index), truth, rtol=1e-6).mean() for facts in found])
        else:
            labels = [fuse_labels(claims).facts["value"], most_said(claims)]
            rows.append([float((facts.reindex(truth.index) == truth).mean()) for facts in labels])
    fused, *others = np.mean(rows, axis=0)
    return fused, max(others)


@pytest.mark.parametrize(
    ("make", "gain"),
    [
        pytest.param(shapes.crowd(), 0.01, id="two labels"),
        pytest.param(shapes.crowd(labels=4, good=0.65), 0.03, id="four labels"),
        pytest.param(shapes.crowd(workers=600, each=5), 0.0, id="most answer once or twice"),
        pytest.param(shapes.crowd(each=3, common=0.85), 0.02, id="one label is common"),
        pytest.param(shapes.crowd(good=0.6, workers=200, each=6), 0.03, id="hardly better than guessing"),
        pytest.param(shapes.grades, 0.03, id="grades"),
        pytest.param(shapes.experts, 0.3, id="experts are few"),
        pytest.param(shapes.closures, 0.05, id="most are open"),
        pytest.param(shapes.dominated(values=6), 0.0, id="one source says most"),
        pytest.param(shapes.dominated(values=1), -0.01, id="one source says most, yes or no"),
        pytest.param(shapes.quotes, -0.01, id="good sources agree"),
        pytest.param(shapes.exact_few(sources=8, exact=2), 0.1, id="two of eight are exact"),
        pytest.param(shapes.exact_few(sources=8, exact=4), -0.01, id="four of eight are exact"),
        pytest.param(shapes.exact_few(sources=20, exact=6), -0.01, id="six of twenty are exact"),
        pytest.param(shapes.readings(low=1, high=5, noise=0.5), -0.01, id="stars"),
        pytest.param(shapes.readings(low=1, high=5, noise=0.8), 0.0, id="stars by the careless"),
        pytest.param(shapes.readings(low=30, high=90, noise=0.4), -0.01, id="degrees"),
        pytest.param(shapes.readings(low=-15, high=25, noise=0.6, bias=0.4), 0.0, id="frost"),
        pytest.param(shapes.readings(low=-15, high=25, noise=1.5, bias=0.7), 0.05, id="frost by bad instruments"),
        pytest.param(shapes.readings(low=1, high=99, noise=0.8, sources=30), -0.01, id="whole percentages"),
        pytest.param(shapes.changes, -0.01, id="changes to either side"),
    ],
)
def test_never_a_point_below_the_best_of_simple_ways_and_mostly_above(make: Maker, gain: float) -> None:
    fused, simple = shares_right(make)
    assert fused >= simple + gain
