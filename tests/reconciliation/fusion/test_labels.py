"""Which label is believed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from extract.errors import ConfigurationError
from extract.reconciliation.fusion import fuse_labels
from tests.reconciliation.fusion.build import everyone, said


def crowd(seed: int = 1, sources: int = 8, items: int = 60) -> tuple[pd.DataFrame, pd.Series]:
    """Two good sources and many bad ones that follow each other."""
    rng = np.random.default_rng(seed)
    accuracy = np.where(np.arange(sources) < 2, 0.97, 0.4)
    rows = []
    for item in range(items):
        for source in range(sources):
            right = rng.random() < accuracy[source]
            rows.append((f"s{source}", f"i{item}", "yes" if right else f"no{rng.integers(3)}"))
    return pd.DataFrame(rows, columns=["source", "item", "value"]), pd.Series("yes", index=range(items))


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("a x 1", "1"),
        ("a x 1;b x 1;c x 2", "1"),
        ("a x 2;b x 1;c x 2", "2"),
        ("a x 1;a x 1;a x 1;b x 2;c x 2", "2"),
        ("a x 1;a x 2;b x 2", "2"),
    ],
)
def test_few_sources_count_the_same(lines: str, value: str) -> None:
    fact = fuse_labels(said(lines)).facts.loc["x"]
    assert fact["value"] == value
    assert not fact["abstained"]


def test_a_tie_is_no_more_than_a_proposal() -> None:
    fact = fuse_labels(said("a x 1;b x 2")).facts.loc["x"]
    assert fact["abstained"]
    assert fact["confidence"] <= 0.5


def test_better_sources_win_a_tie() -> None:
    lines = "a x 1;b x 2;" + everyone("abc", "y", "1") + ";" + everyone("acd", "z", "1") + ";b z 2;b w 2;"
    fact = fuse_labels(said(lines + everyone("ac", "w", "1"))).facts.loc["x"]
    assert (fact["value"], fact["abstained"]) == ("1", True)


def test_good_sources_outvote_a_crowd() -> None:
    claims, truth = crowd()
    fused = fuse_labels(claims)
    majority = claims.groupby("item")["value"].agg(lambda values: values.mode()[0])
    assert (fused.facts["value"] == "yes").mean() > max(0.95, (majority == "yes").mean())
    reliability = fused.sources["reliability"]
    assert fused.sources["judged"].all()
    assert reliability[["s0", "s1"]].min() > reliability.drop(["s0", "s1"]).max() + 0.2
    assert len(truth) == len(fused.facts)


def test_unanimity_of_many_is_worth_more_than_of_few() -> None:
    claims = said(everyone("abcdefgh", "x", "1") + ";" + everyone("ab", "y", "1"))
    confidence = fuse_labels(claims).facts["confidence"]
    assert confidence["x"] > confidence["y"]
    assert confidence["x"] < 0.99


def test_copies_have_one_vote() -> None:
    claims = said("a x 1;b x 1;c x 2;d x 2;e x 2")
    facts = fuse_labels(claims, copies=[["c", "d"], ["d", "e"], ["e", "unheard of"]]).facts
    assert facts.loc["x", "value"] == "1"
    assert facts.loc["x", "n_sources"] == 3
    sources = fuse_labels(claims, copies=[["c", "d", "e"]]).sources
    assert sources["copy_of"].dropna().to_dict() == {"d": "c", "e": "c"}


def test_a_broader_label_does_not_contradict() -> None:
    claims = said("a x SQL;b x PostgreSQL;c x R;d x R;e x SQL")
    plain = fuse_labels(claims).facts.loc["x"]
    assert plain["abstained"]
    fact = fuse_labels(said("a x SQL;b x PostgreSQL;c x R"), broader={"PostgreSQL": "SQL"}).facts.loc["x"]
    assert (fact["value"], fact["abstained"]) == ("PostgreSQL", False)


@pytest.mark.parametrize(
    "broader",
    [{"p": "q", "q": "p"}, {"p": "p"}, {"p": "q", "q": "r", "r": "p"}, {"p": "away", "away": "p"}],
)
def test_a_hierarchy_with_a_loop_ends(broader: dict[object, object]) -> None:
    fact = fuse_labels(said("a x p;b x p;c x q;d x z"), broader=broader).facts.loc["x"]
    assert fact["value"] == "p"
    assert 0 < fact["confidence"] < 1


def test_a_label_speaks_for_those_far_below_it() -> None:
    claims = said("a x World;b x Lyon;c x Oslo")
    broader = {"Lyon": "France", "France": "Europe", "Europe": "World"}
    assert fuse_labels(claims, broader=broader).facts.loc["x", "value"] == "Lyon"


def test_weights_count() -> None:
    claims = said("a x 1;b x 2;c x 1", weight=[0.3, 1.0, 0.3])
    assert fuse_labels(claims).facts.loc["x", "value"] == "2"


def test_a_closed_set_learns_who_confuses_what() -> None:
    rng = np.random.default_rng(3)
    truth = rng.integers(2, size=200)
    rows = []
    for item, true in enumerate(truth):
        for source in range(7):
            # Three sources always say "no" where it is "yes"; the others are mostly right.
            label = 0 if source < 3 else (true if rng.random() < 0.85 else 1 - true)
            rows.append((f"s{source}", item, ("no", "yes")[label]))
    claims = pd.DataFrame(rows, columns=["source", "item", "value"])
    facts = fuse_labels(claims, closed=True).facts["value"]
    right = (facts.to_numpy() == np.array(["no", "yes"])[truth]).mean()
    assert right > 0.93


@pytest.mark.parametrize(("lines", "value"), [("a x 1", "1"), ("a x 1;b x 2;c x 2", "2")])
def test_a_closed_set_of_few_sources_is_a_vote(lines: str, value: str) -> None:
    assert fuse_labels(said(lines), closed=True).facts.loc["x", "value"] == value


def test_too_many_labels_are_no_closed_set() -> None:
    claims = said(";".join(f"a i{number} {number}" for number in range(50)))
    with pytest.raises(ConfigurationError, match="50 labels are no closed set"):
        fuse_labels(claims, closed=True)


def test_no_claims_make_no_facts() -> None:
    fused = fuse_labels(said(""))
    assert fused.facts.empty
    assert fused.sources.empty


@pytest.mark.parametrize(("column", "message"), [("value", "lacks its value"), ("item", "lacks its source or item")])
def test_gaps_are_refused(column: str, message: str) -> None:
    claims = said("a x 1;b x 2")
    claims.loc[1, column] = None
    with pytest.raises(ConfigurationError, match=message):
        fuse_labels(claims)
    with pytest.raises(ConfigurationError, match=f"no column '{column}'"):
        fuse_labels(claims.drop(columns=column))
