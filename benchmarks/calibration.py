"""Whether a confidence of .8 is right eight times in ten: reliability tables of fusion's confidences.

    python benchmarks/calibration.py [--sets DIR] [--seeds 8] [--fit]

On simulated tables of 4 to 200 sources (other seeds than those that the built-in calibration was fitted on) and,
with ``--sets``, on tables with known truth (see ``truth.py``): as it comes, and after refitting on 100 labels, judged
on the rest. ECE is the expected calibration error over ten bins of equal width. ``--fit`` fits the built-in
calibration anew, on seeds of its own, and prints what belongs into ``fusion.toml``.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

import simulate
from extract.reconciliation.fusion import (
    Calibration,
    Parameters,
    calibrated,
    fit,
    fuse_amounts,
    fuse_labels,
    fuse_sets,
    load_parameters,
)
from truth import kind_of, load_set

if TYPE_CHECKING:
    import pandas as pd

SIZES: Final = (4, 8, 20, 200)
FIRST_FITTED: Final = 1000
"""Seeds from here on are for fitting, those below for judging."""
LABELS: Final = 100
ITEMS: Final = 300

Judged = tuple[np.ndarray, np.ndarray]


def judged(kind: str, claims: pd.DataFrame, truth: pd.Series, parameters: Parameters, **more: object) -> Judged:
    """Confidence of each fact that is known, and whether it is right."""
    if kind == "sets":
        elements = fuse_sets(claims, parameters=parameters, **more).elements  # type: ignore[arg-type]
        known = elements[elements["item"].isin(truth.index)]
        right = [value in truth[item] for item, value in zip(known["item"], known["value"], strict=True)]
        return known["confidence"].to_numpy(), np.array(right, dtype=float)
    if kind == "labels":
        facts = fuse_labels(claims, parameters=parameters, **more).facts.reindex(truth.index)  # type: ignore[arg-type]
        return facts["confidence"].to_numpy(), (facts["value"] == truth).to_numpy(dtype=float)
    facts = fuse_amounts(claims, parameters=parameters, **more).facts.reindex(truth.index)  # type: ignore[arg-type]
    near = (facts["value"] - truth).abs() <= parameters.numbers.right * truth.abs()
    return facts["confidence"].to_numpy(), near.to_numpy(dtype=float)


def simulated(kind: str, sources: int, seed: int, parameters: Parameters) -> Judged:
    """The same on a simulated table."""
    if kind == "amounts":
        made = simulate.salaries(seed, sources=sources, items=ITEMS)
        return judged(kind, made.claims, made.truth, parameters, copies=made.copies, rates=simulate.RATES)
    made = {"labels": simulate.labels, "sets": simulate.sets}[kind](seed, sources=sources, items=ITEMS)
    return judged(kind, made.claims, made.truth, parameters, copies=made.copies)


def error(said: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten bins."""
    place = np.minimum((said * 10).astype(int), 9)
    gaps = np.bincount(place, said - right, minlength=10)
    return float(np.abs(gaps).sum() / len(said))


def after_labels(parts: list[Judged], parameters: Parameters) -> float:
    """The error on the rest after each table's calibration is refitted on some labels of its own."""
    rng, rests = np.random.default_rng(1), []
    for said, right in parts:
        if len(said) < 2 * LABELS:
            return float("nan")
        for _ in range(5):
            order = rng.permutation(len(said))
            seen, rest = order[:LABELS], order[LABELS:]
            rests.append((calibrated(said[rest], fit(said[seen], right[seen], parameters)), right[rest]))
    return error(*together(rests))


def table(name: str, parts: list[Judged], parameters: Parameters) -> None:
    """One line, and the bins."""
    said, right = together(parts)
    print(
        f"\n{name}: {len(said)} facts, {right.mean():.3f} right, mean confidence {said.mean():.3f}, "
        f"ECE {error(said, right):.3f}, with {LABELS} labels {after_labels(parts, parameters):.3f}"
    )
    place = np.minimum((said * 10).astype(int), 9)
    for number in np.unique(place):
        inside = place == number
        span = f"{number / 10:.1f}-{number / 10 + 0.1:.1f}"
        print(f"   {span} {inside.sum():7d} said {said[inside].mean():.3f} right {right[inside].mean():.3f}")


def several(kind: str, sources: int, seeds: range, parameters: Parameters) -> list[Judged]:
    """Several simulated tables."""
    return [simulated(kind, sources, seed, parameters) for seed in seeds]


def together(parts: list[Judged]) -> Judged:
    """All facts of several tables."""
    return np.concatenate([said for said, _ in parts]), np.concatenate([right for _, right in parts])


def fitted(seeds: int) -> None:
    """Fit each calibration on tables of all sizes, each size with the same weight."""
    built_in = load_parameters()
    plain = Calibration(1.0, 0.0)
    raw = replace(
        built_in,
        calibration=replace(built_in.calibration, labels=plain, numbers=plain, sets=plain),
        confidence=replace(built_in.confidence, against=0.0),
    )
    for kind, name in (("labels", "labels"), ("amounts", "numbers"), ("sets", "sets")):
        parts = []
        for sources in SIZES:
            said, right = together(several(kind, sources, range(FIRST_FITTED, FIRST_FITTED + seeds), raw))
            drawn = np.random.default_rng(sources).choice(len(said), 1000)
            parts.append((said[drawn], right[drawn]))
        found = fit(np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts]), raw)
        print(f"[calibration.{name}]\nslope = {found.slope:.2f}\nintercept = {found.intercept:.2f}\n")


def main() -> None:
    """Print the tables, or fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, metavar="DIR")
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    if options.fit:
        fitted(options.seeds)
        return
    parameters = load_parameters()
    for kind in ("labels", "amounts", "sets"):
        for sources in SIZES:
            parts = several(kind, sources, range(options.seeds), parameters)
            table(f"simulated {kind}, {sources} sources", parts, parameters)
    for path in sorted(options.sets.glob("*.parquet")) if options.sets else ():
        claims, truth = load_set(path)
        table(path.stem, [judged(kind_of(claims), claims, truth, parameters)], parameters)


if __name__ == "__main__":
    main()
