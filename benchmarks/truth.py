"""Measures fusion against votes, averages, CRH and other packages on the same claims.

    python benchmarks/truth.py [--sets DIR] [--simulate] [--scale 1e4,1e5,1e6] [--limit 60] [--seeds 6]

``--sets`` names a folder of ``NAME.parquet`` (source, object, attribute, value) and ``NAME.truth.csv`` (object,
attribute, truth; the elements of a set joined by ";"). Numbers are fused as amounts, sources that list several
values for an item as sets, everything else as labels. Each method runs in a process of its own: seconds are the
processor's, memory is what it needed beyond the claims. Nothing is tuned to a set; ties are settled too, as
everyone else must. ``--scale`` shows time and memory on generated claims. What runs longer than ``--limit``
seconds is stopped. Without arguments: the simulator.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

import simulate
from extract.reconciliation.fusion import duplicates, fuse_amounts, fuse_labels, fuse_sets
from truth_peers import Method, peers

DRAWS: Final = 40
FEW: Final = 4
WARM: Final = 100
"""Claims on which each method runs once before it is timed: what it loads at its first call does not count."""

AGAIN: Final = 2.0
TIMES: Final = 25
"""Until so many seconds are spent a method is run so many times, and its quickest counts: others use the machine."""

PACKAGES_UP_TO: Final = 100_000
"""Claims of the largest generated table that packages are given too."""


@dataclass(frozen=True)
class Measured:
    """A method's facts and what they cost; ``facts`` is None where it was stopped or failed.

    ``seconds`` are the processor's, as others use the machine, of which the system took ``system`` to hand out memory;
    ``megabytes`` is what it needed beyond the claims, ``peak`` the most that its process ever held.
    """

    facts: pd.Series | None
    seconds: float
    megabytes: float
    problem: str = ""
    peak: float = 0.0
    system: float = 0.0


def ours(kind: str, copies: Iterable[Any] = ()) -> Method:
    """Fusion as a method."""

    def labels(claims: pd.DataFrame) -> pd.Series:
        return fuse_labels(claims, copies=copies).facts["value"]

    def amounts(claims: pd.DataFrame) -> pd.Series:
        return fuse_amounts(claims, copies=copies).facts["value"]

    def sets(claims: pd.DataFrame) -> pd.Series:
        elements = fuse_sets(claims, copies=copies).elements
        return elements[elements["belongs"]].groupby("item")["value"].agg(frozenset)

    return {"labels": labels, "amounts": amounts, "sets": sets}[kind]


def measured(method: Callable[[pd.DataFrame], Any], claims: pd.DataFrame, limit: float) -> Measured:
    """Run a method in a process of its own."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def work() -> None:
        with contextlib.suppress(Exception):
            method(claims.head(WARM))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        seconds, system, spent, facts, problem = math.inf, 0.0, 0.0, None, ""
        for _ in range(TIMES):
            start, others = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_stime
            try:
                facts = method(claims)
            except Exception as error:
                problem = f"{type(error).__name__}: {str(error)[:60]}"
            took = time.process_time() - start
            if took < seconds:
                seconds, system = took, resource.getrusage(resource.RUSAGE_SELF).ru_stime - others
            spent += took
            if problem or spent > AGAIN:
                break
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        sender.send(Measured(facts, seconds, (peak - before) / 1024, problem, peak / 1024, system))

    process = context.Process(target=work)
    process.start()
    sender.close()
    try:
        done: Measured = receiver.recv() if receiver.poll(limit) else Measured(None, limit, 0, f"over {limit:.0f} s")
    except EOFError:
        done = Measured(None, 0, 0, "died")
    process.terminate()
    process.join()
    return done


def kind_of(claims: pd.DataFrame) -> str:
    """What a table holds."""
    if pd.api.types.is_numeric_dtype(claims["value"]):
        return "amounts"
    said = claims.drop_duplicates()
    several = said.duplicated(["source", "item"]).mean()
    return "sets" if several > 0.05 else "labels"


def load_set(path: Path) -> tuple[pd.DataFrame, pd.Series]:
    """Claims and truth by item."""
    claims = pd.read_parquet(path)
    truth = pd.read_csv(path.with_suffix(".truth.csv"))
    for table in (claims, truth):
        table["item"] = table["object"].astype(str) + " | " + table["attribute"].astype(str)
    claims = claims[["source", "item", "value"]].dropna()
    known = truth.set_index("item")["truth"]
    kind = kind_of(claims)
    if kind != "amounts":
        claims["value"], known = claims["value"].astype(str), known.astype(str)
    if kind == "sets":
        known = known.map(lambda text: frozenset(text.split(";")))
    if kind == "labels":
        claims["value"], known = _blind(claims["value"], known)
    # What nobody speaks of cannot be found by anyone.
    return claims.reset_index(drop=True), known[known.index.isin(claims["item"].unique())]


def _blind(said: pd.Series, known: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Labels under drawn names: some methods take the first of a tie, and spelling must not help them."""
    every = np.unique(np.concatenate([said.to_numpy(), known.to_numpy()]).astype(str))
    names = pd.Series(np.random.default_rng(1).permutation(len(every)).astype(str), index=every)
    return said.map(names), known.map(names)


def scores(kind: str, facts: pd.Series, truth: pd.Series) -> dict[str, float]:
    """How right the facts are; the first figure is the one that counts most."""
    if kind == "sets":
        got = [facts.get(item, frozenset()) for item in truth.index]
        hits = sum(len(one & other) for one, other in zip(got, truth, strict=True))
        total = sum(map(len, got)) + sum(map(len, truth))
        exact = np.mean([one == other for one, other in zip(got, truth, strict=True)])
        return {"F1": 2 * hits / total, "exact": float(exact)}
    found = facts.reindex(truth.index)
    if kind == "labels":
        return {"right": float((found == truth).mean())}
    apart = (found.astype(float) - truth.astype(float)).abs()
    relative = apart / truth.abs().where(truth != 0, 1)
    return {"within 1%": float((relative <= 0.01).mean()), "MAE": float(apart.mean())}


def compare(name: str, kind: str, claims: pd.DataFrame, truth: pd.Series, limit: float) -> None:
    """A table of all methods on one set."""
    print(f"\n{name}: {kind}, {claims['source'].nunique()} sources, {len(claims)} claims, {len(truth)} known")
    for method, run in {"rolefacts": ours(kind), **peers(kind)}.items():
        if run is None:
            print(f"  {method:34} not installed")
            continue
        done = measured(run, claims, limit)
        line(method, scores(kind, done.facts, truth) if done.facts is not None else {}, done, len(claims))


def line(method: str, figures: dict[str, float], done: Measured, claims: int) -> None:
    """One method's row."""
    if done.facts is None:
        print(f"  {method:34} {done.problem}")
        return
    shown = "  ".join(f"{key} {value:9.4f}" if value < 100 else f"{key} {value:9.0f}" for key, value in figures.items())
    rate = claims / max(done.seconds, 1e-9)
    print(f"  {method:34} {shown}  {done.seconds:8.4f} s {rate:10.0f} claims/s {done.megabytes:6.0f} MB")


def few_sources(kind: str, claims: pd.DataFrame, truth: pd.Series) -> None:
    """All facts of many draws of four sources, of those that say something of what is known."""
    spoken = claims[claims["item"].isin(truth.index)].groupby("source").size().sort_values(ascending=False)
    pool = np.array(sorted(spoken.index[: max(60, FEW)]))
    if len(pool) <= FEW:
        return
    rng = np.random.default_rng(1)
    simple = {"sets": ("majority",), "labels": ("majority",), "amounts": ("median", "mean", "mode")}[kind]
    table = peers(kind)
    methods = {"rolefacts": ours(kind), **{name: table[name] for name in simple}}
    rows: dict[str, list[list[float]]] = {name: [] for name in methods}
    sizes: list[int] = []
    for _ in range(DRAWS):
        drawn = claims[claims["source"].isin(rng.choice(pool, FEW, replace=False))]
        known = truth[truth.index.isin(drawn["item"].unique())]
        sizes.append(len(known))
        for name, method in methods.items():
            if method is not None:
                rows[name].append(list(scores(kind, method(drawn), known).values()))
    pooled = {name: np.average(row, axis=0, weights=sizes) for name, row in rows.items()}
    shown = "; ".join(f"{name} {' / '.join(f'{x:.4g}' for x in row)}" for name, row in pooled.items())
    print(f"  with {FEW} random sources, {DRAWS} draws, {sum(sizes)} facts: {shown}")


def copied(kind: str, claims: pd.DataFrame, truth: pd.Series, copies: int = 12) -> None:
    """Inject copies of the worst source that says as much as a usual one; unannounced, and with the group given."""
    if kind != "amounts":
        groups = duplicates(claims)
        if groups:
            print(f"  sources that say the same throughout: {groups}")
    known = claims[claims["item"].isin(truth.index)]
    by_source = pd.Series(_right(kind, known, truth)).groupby(known["source"].to_numpy()).agg(["mean", "size"])
    often = by_source[by_source["size"] >= by_source["size"].quantile(0.5)]
    worst = often["mean"].idxmin()
    names = [f"copy {number} of {worst}" for number in range(copies)]
    original = claims[claims["source"] == worst]
    table = pd.concat([claims, *(original.assign(source=name) for name in names)], ignore_index=True)
    simple = "median" if kind == "amounts" else "majority"
    runs = {"as it is": (ours(kind), claims), "with copies": (ours(kind), table)}
    runs |= {"with the group given": (ours(kind, [[worst, *names]]), table), simple: (peers(kind)[simple], table)}
    shown = []
    for name, (method, said) in runs.items():
        found = scores(kind, method(said), truth).values()  # type: ignore[misc]
        shown.append(f"{name} {' / '.join(f'{value:.4g}' for value in found)}")
    print(f"  {copies} copies of the worst large source ({often.loc[worst, 'mean']:.2f} right): {'; '.join(shown)}")


def _right(kind: str, said: pd.DataFrame, truth: pd.Series) -> list[bool]:
    """Whether each claim about what is known is right."""
    known = truth.reindex(said["item"])
    if kind == "sets":
        return [value in true for value, true in zip(said["value"], known, strict=True)]
    if kind == "labels":
        return list(said["value"].to_numpy() == known.to_numpy())
    return list(np.abs(said["value"].to_numpy() - known.to_numpy()) <= 0.01 * known.abs().to_numpy())


def simulated(seeds: int) -> None:
    """Simulated pay at four sizes: mean relative error, slips named, against the median, the mean and CRH."""
    print("\nsimulated pay: mean relative error (mean over seeds), slips named with precision and recall")
    head = f"{'sources':>8} {'ours':>8} {'median':>8} {'CRH':>8} {'mean':>8} {'ours/median':>12}"
    print(head + f" {'by seed':>8} {'precision':>10} {'recall':>7} {'median error: ours, median':>28}")
    for sources in (4, 8, 20, 200):
        rows = np.array([_pay(seed, sources) for seed in range(seeds)])
        own, middle, crh, average, named, right, slips, own_half, middle_half = rows.T
        print(
            f"{sources:8d} {own.mean():8.3f} {middle.mean():8.3f} {crh.mean():8.3f} {average.mean():8.3f} "
            f"{own.mean() / middle.mean():12.2f} {np.median(own / middle):8.2f} "
            f"{right.sum() / named.sum():10.3f} {right.sum() / slips.sum():7.3f} "
            f"{own_half.mean():19.3f}, {middle_half.mean():.3f}"
        )


def _pay(seed: int, sources: int) -> list[float]:
    made = simulate.salaries(seed, sources=sources)
    fused = fuse_amounts(made.claims, copies=made.copies, rates=simulate.RATES)
    low, high = made.claims["low"], made.claims["high"]
    table = made.claims.assign(value=(low.fillna(high) + high.fillna(low)) / 2)

    def error(facts: pd.Series) -> pd.Series:
        return (facts.reindex(made.truth.index) / made.truth - 1).abs()

    peer = peers("amounts")
    others = [error(peer[name](table)) for name in ("median", "CRH", "mean")]  # type: ignore[misc]
    slip, true = fused.claims["slip"].astype(str), made.slips
    own = error(fused.facts["value"])
    right = float(((slip == true) & (slip != "")).sum())
    named, all_slips = float((slip != "").sum()), float((true != "").sum())
    return [
        own.mean(),
        *(each.mean() for each in others),
        named,
        right,
        all_slips,
        own.median(),
        others[0].median(),
    ]


def scaled(sizes: list[int], limit: float) -> None:
    """Time and memory as claims grow; up to a size the packages on the same labels too."""
    if sizes:
        print("\ngenerated claims: ten an item, a thousand a source; memory is the whole process's peak")
    runs = {
        "labels": lambda table: bool(fuse_labels(table)),
        "closed": lambda table: bool(fuse_labels(table, closed=True)),
        "amounts": lambda table: bool(fuse_amounts(table)),
        "sets": lambda table: bool(fuse_sets(table)),
    }
    for size in sizes:
        own: dict[str, float] = {}
        for kind, run in runs.items():
            claims = simulate.volume(size, kind=kind)
            done = measured(run, claims, limit)
            own[kind] = done.seconds
            rate = size / max(done.seconds, 1e-9)
            took = f"{done.seconds:7.3f} s ({done.system:.3f} the system's)"
            shown = done.problem or f"{took} {rate:10.0f} claims/s {done.peak:6.0f} MB"
            print(f"  {kind:34} {size:>9} claims {shown}", flush=True)
        for kind in ("labels", "closed") if size <= PACKAGES_UP_TO else ():
            beside(kind, simulate.volume(size, kind=kind), own[kind], limit)


def beside(kind: str, claims: pd.DataFrame, own: float, limit: float) -> None:
    """How many times longer the packages take for the same labels than ``own`` seconds."""
    for method, run in peers("labels").items():
        if run is not None and " " in method:
            done = measured(run, claims, limit)
            times = f"{done.seconds:7.2f} s, {done.seconds / own:6.1f} times ours"
            print(f"  {method:34} {len(claims):>9} claims of {kind} {done.problem or times}", flush=True)


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, metavar="DIR")
    parser.add_argument("--simulate", action="store_true")
    parser.add_argument("--seeds", type=int, default=6)
    parser.add_argument("--scale", default="", metavar="SIZES")
    parser.add_argument("--limit", type=float, default=60, metavar="SECONDS")
    options = parser.parse_args()
    if options.sets and not options.sets.is_dir():
        sys.exit(f"{options.sets}: no such folder: name one with NAME.parquet and NAME.truth.csv")
    for path in sorted(options.sets.glob("*.parquet")) if options.sets else ():
        claims, truth = load_set(path)
        kind = kind_of(claims)
        compare(path.stem, kind, claims, truth, options.limit)
        few_sources(kind, claims, truth)
        copied(kind, claims, truth)
        sys.stdout.flush()
    if options.simulate or not (options.sets or options.scale):
        simulated(options.seeds)
    scaled([int(float(size)) for size in options.scale.split(",") if size], options.limit)


if __name__ == "__main__":
    main()
