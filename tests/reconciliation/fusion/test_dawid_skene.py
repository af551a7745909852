"""Closed sets of few labels."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation.fusion import fuse_labels
from tests.reconciliation.fusion.build import everyone, said


def test_one_label_alone_is_believed() -> None:
    facts = fuse_labels(said(everyone("abcdefgh", "x", "yes")), closed=True).facts
    assert facts.loc["x", "value"] == "yes"
    assert 0.5 < facts.loc["x", "confidence"] < 0.99


@pytest.mark.parametrize("labels", [2, 3, 8])
def test_reliable_sources_outvote_guessers(labels: int) -> None:
    """Three sources are right nine times in ten, six guess."""
    rng = np.random.default_rng(labels)
    truth = rng.integers(labels, size=150)
    rows = [
        (f"s{source}", item, int(true if source < 3 and rng.random() < 0.9 else rng.integers(labels)))
        for item, true in enumerate(truth)
        for source in range(9)
    ]
    claims = pd.DataFrame(rows, columns=["source", "item", "value"])
    fused = fuse_labels(claims, closed=True)
    assert (fused.facts["value"].to_numpy() == truth).mean() > 0.9
    reliability = fused.sources["reliability"]
    assert reliability[["s0", "s1", "s2"]].min() > reliability.drop(["s0", "s1", "s2"]).max()


def test_the_order_of_claims_does_not_matter() -> None:
    rng = np.random.default_rng(2)
    rows = [(f"s{rng.integers(9)}", rng.integers(30), "abc"[rng.integers(3)]) for _ in range(200)]
    claims = pd.DataFrame(rows, columns=["source", "item", "value"])
    mixed = claims.sample(frac=1, random_state=3)
    one, other = (fuse_labels(table, closed=True).facts for table in (claims, mixed))
    pd.testing.assert_frame_equal(one, other, rtol=1e-9)
