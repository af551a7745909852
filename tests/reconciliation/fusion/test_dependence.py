"""Sources that lean on each other, told by nobody."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation.fusion import Parameters, fuse_labels, load_parameters
from tests.reconciliation.fusion.worlds import World, labels, majority, right

SEEDS = range(8)


def blind() -> Parameters:
    """The built-in parameters, but for copies that nobody tells of, which are not looked for."""
    built_in = load_parameters()
    dependence = replace(built_in.dependence, witnesses=0)
    return replace(built_in, dependence=dependence, duplicates=replace(built_in.duplicates, least=10**9))


def compared(world: World) -> tuple[float, float, float]:
    """Share right of fusion, of fusion that does not look for copies, and of the majority."""
    rows = []
    for seed in SEEDS:
        claims, truth = labels(world, seed)
        without = fuse_labels(claims, parameters=blind()).facts["value"]
        found = (fuse_labels(claims).facts["value"], without, majority(claims))
        rows.append([right(facts, truth) for facts in found])
    return tuple(np.mean(rows, axis=0))  # type: ignore[return-value]


@pytest.mark.parametrize(
    "world",
    [
        World(),
        World(sources=4),
        World(sources=6),
        World(sources=8),
        World(sources=40, spoken=0.2),
        World(worst=0.8, best=0.98),
        World(worst=0.7, best=0.7),
        World(sources=20, worst=0.55, best=0.55),
        World(values=1),
        World(values=1, worst=0.7, best=0.7, sources=20),
        World(values=40),
        World(spoken=0.2),
        World(bad=0.4),
        World(sources=6, copies=1),
        World(sources=8, copies=2),
        World(sources=4, copies=2, faithful=0.9),
        World(sources=8, copies=2, faithful=0.9),
        World(sources=8, copies=4, faithful=0.8),
        World(sources=20, copies=4, faithful=0.9),
    ],
)
def test_never_a_point_below_the_majority_nor_below_not_looking_for_copies(world: World) -> None:
    """A set's own luck with ties is more than a point: the promise is for the mean of several draws."""
    found, without, most = compared(world)
    assert found >= most - 0.01
    assert found >= without - 0.01


@pytest.mark.parametrize("faithful", [1.0, 0.9, 0.8])
@pytest.mark.parametrize("sources", [5, 6, 8])
def test_copies_among_few_gain_nothing(sources: int, faithful: float) -> None:
    world = World(sources=sources, worst=0.4, copies=2, faithful=faithful)
    alone, _, _ = compared(replace(world, copies=0))
    found, without, _ = compared(world)
    assert found >= alone - 0.03
    assert found > without + 0.025


@pytest.mark.parametrize("accuracy", [0.6, 0.8, 0.95])
def test_sources_that_are_alike_and_right_are_not_discounted(accuracy: float) -> None:
    world = World(worst=accuracy, best=accuracy, spoken=0.9)
    for seed in SEEDS:
        claims, _ = labels(world, seed)
        assert (fuse_labels(claims).facts["n_agreeing"] % 1 == 0).all()


def test_names_of_sources_do_not_matter() -> None:
    claims, _ = labels(World(sources=8, copies=3, faithful=0.9), 1)
    renamed = claims.assign(source=claims["source"].map(lambda code: f"{97 * code % 31:02d}"))
    one, other = (fuse_labels(table).facts for table in (claims, renamed))
    pd.testing.assert_frame_equal(one, other, rtol=1e-7)


def departures(seed: int, sources: int = 36, items: int = 400) -> tuple[pd.DataFrame, pd.Series]:
    """Times of departure as aggregators give them.

    A few sources are right nearly always, some of each airport alone; two families repeat a stale feed that
    is wrong in half and in two thirds of the cases, a small family one that is wrong in a third.
    """
    rng = np.random.default_rng(seed)
    stale = [rng.random(items) < share for share in (0.5, 0.65, 0.35)]
    families = rng.choice(5, sources, p=[0.17, 0.1, 0.13, 0.35, 0.25])
    rows = []
    for source, family in enumerate(families):
        spoken = rng.random(items) < (0.15 if family == 4 else rng.uniform(0.5, 1.0))
        for item in np.flatnonzero(spoken):
            off = family < 3 and stale[family][item]
            slip = rng.random() < (0.02 if family < 3 else rng.uniform(0.02, 0.2))
            minutes = int(rng.integers(60)) if slip else (20 + 7 * int(family) if off else 0)
            rows.append((f"s{source:02d}", int(item), minutes))
    shift = rng.integers(60, size=items)
    table = pd.DataFrame(rows, columns=["source", "item", "minutes"])
    said = (table["minutes"] + shift[table["item"]]) % 60
    return table.assign(value=said.astype(str))[["source", "item", "value"]], pd.Series(shift.astype(str))


@pytest.mark.parametrize("seed", SEEDS)
def test_twelve_copies_of_the_worst_source_move_nothing(seed: int) -> None:
    claims, truth = departures(seed)
    is_right = claims["value"].to_numpy() == truth.reindex(claims["item"]).to_numpy()
    by_source = pd.Series(is_right).groupby(claims["source"].to_numpy()).agg(["mean", "size"])
    worst = by_source[by_source["size"] >= 150]["mean"].idxmin()
    names = [f"copy{number:02d}" for number in range(12)]
    original = claims[claims["source"] == worst]
    table = pd.concat([claims, *(original.assign(source=name) for name in names)], ignore_index=True)
    before = right(fuse_labels(claims).facts["value"], truth)
    assert right(majority(table), truth) < before - 0.05
    assert right(fuse_labels(table).facts["value"], truth) >= before - 0.01
    assert right(fuse_labels(table, copies=[[worst, *names]]).facts["value"], truth) >= before - 0.01
    assert before >= 0.9
