"""Measures the curated facts at size: seconds of ``reconcile``, and how far its facts are from the truth.

    python benchmarks/facts.py [--sources 8,20,200,2000] [--each 100] [--claims 20000] [--seed 1] [--profile]

Claims are generated (``simulate.py``): pay with offsets, noise, slips, stale and copied sources and open ends, lists
of tools of which half are complete, duties, growth, comparisons. The same claims are reconciled twice in one run: as if
few spoke of every data item ("median"), and with fusion from its threshold on ("fused"). Printed are, over as many
tables as hold so many claims, the seconds of each way; the mean and the median relative error of typical pay, or where
nobody says what is typical of the middle of the range, over the data items that are fused; the expected calibration
error of the confidence that it is right within 5%; the share of the amounts called slips that are, and of the slips
that are called so; and F1 of the tools that are more likely used than not. Rates of currencies are given to fusion.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

import simulate
from extract.reconciliation import CopyPair, Policies, Reconciled, load_policies, reconcile

LEVELS = ("entry", "mid", "senior", "lead", None)
REGIONS = ("US", "GB", "DE", "IN")
SHARES = {"salary": 0.5, "tool": 0.3, "responsibility": 0.1, "outlook": 0.05, "comparison": 0.05}
HALF = 0.5
COLUMNS = ("seconds", "error", "median", "calibr.", "precision", "recall", "tools F1")
NEVER = 10**9
NEAR = 0.05


@dataclass(frozen=True)
class Generated:
    """Claims, sources and near-copies; the truth of pay by (role, level, region), of tools by role; slips by claim."""

    claims: pd.DataFrame
    sources: pd.DataFrame
    copies: list[CopyPair]
    pay: pd.Series
    tools: pd.Series
    slips: pd.Series


def generate(sources: int, each: int, seed: int) -> Generated:
    """A table of about ``sources`` times ``each`` claims."""
    rng = np.random.default_rng(seed)
    total = sources * each
    pay, truth, copies, slips = _pay(rng, sources, round(total * SHARES["salary"]), seed)
    tools, listed = _tools(rng, sources, round(total * SHARES["tool"]), seed)
    names = simulate._names("s", sources)  # noqa: SLF001 - the same names as the generator's
    rest = [
        _others(rng, kind, names, round(total * SHARES[kind])) for kind in ("responsibility", "outlook", "comparison")
    ]
    claims = pd.concat([pay, tools, *rest], ignore_index=True)
    claims.insert(0, "claim_id", [f"c{number:07d}" for number in range(len(claims))])
    slips.index = pd.Index(claims["claim_id"].iloc[: len(slips)])
    about = pd.DataFrame({"source_id": sorted(claims["source_id"].unique())})
    return Generated(claims, about, copies, truth, listed, slips)


def _pay(
    rng: np.random.Generator, sources: int, count: int, seed: int
) -> tuple[pd.DataFrame, pd.Series, list[CopyPair], pd.Series]:
    items = max(count // min(round(0.6 * sources), 60), 20)
    made = simulate.salaries(seed, sources=sources, items=items, per_item=count / items)
    keys = [_place(number) for number in range(items)]
    place = dict(zip(made.truth.index, keys, strict=True))
    # What a source means by its single figures is a habit of it, as its offset is.
    means = dict(zip(made.claims["source"].unique(), rng.choice(["mean", "median", None], sources * 2), strict=False))
    frame = made.claims.rename(columns={"source": "source_id"})
    where = pd.DataFrame([place[item] for item in frame.pop("item")], columns=["role", "level", "region"])
    point = frame["low"] == frame["high"]
    frame = pd.concat([frame, where], axis=1).assign(
        kind="salary",
        unit="USD",
        period="year",
        statistic=frame["source_id"]
        .map(means)
        .where(point, np.where(frame["low"].notna() & frame["high"].notna(), "range", None)),
        value="pay",
        container="prose",
    )
    pairs = [CopyPair(*sorted(map(str, group)), 0.9) for group in made.copies]
    truth = pd.Series(made.truth.to_numpy(), index=pd.MultiIndex.from_tuples(keys))
    return frame, truth, pairs, made.slips.reset_index(drop=True)


def _place(number: int) -> tuple[str, str | None, str]:
    role, rest = divmod(number, len(LEVELS) * len(REGIONS))
    return f"role_{role}", LEVELS[rest % len(LEVELS)], REGIONS[rest // len(LEVELS)]


def _tools(rng: np.random.Generator, sources: int, count: int, seed: int) -> tuple[pd.DataFrame, pd.Series]:
    each = min(0.6 * sources, 60.0)
    items = max(round(count / each / 2.2), 4)
    made = simulate.sets(seed, sources=sources, items=items, per_item=each)
    role = {item: f"role_{number}" for number, item in enumerate(made.truth.index)}
    complete = set(rng.choice(made.claims["source"].unique(), made.claims["source"].nunique() // 2, replace=False))
    frame = pd.DataFrame(
        {
            "source_id": made.claims["source"],
            "kind": "tool",
            "role": made.claims["item"].map(role),
            "value": made.claims["value"],
            "container": np.where(made.claims["source"].isin(complete), "table", "prose"),
        }
    )
    return frame, made.truth.rename(index=role)


def _others(rng: np.random.Generator, kind: str, names: np.ndarray, count: int) -> pd.DataFrame:
    """Duties in many wordings, growth, comparisons: their truth is not measured."""
    role = rng.integers(40, size=count)
    plain = {
        "source_id": names[rng.integers(len(names), size=count)],
        "kind": kind,
        "role": [f"role_{one}" for one in role],
    }
    if kind == "responsibility":
        said = rng.zipf(1.3, size=(count, 4)) % 400
        return pd.DataFrame({**plain, "value": [" ".join(f"word{one}" for one in row) for row in said]})
    if kind == "outlook":
        percent = np.round(10 + role / 2 + rng.normal(0, 2, count), 0)
        return pd.DataFrame(
            {**plain, "value": "growth", "low": percent, "high": percent, "unit": "percent", "horizon": "2032"}
        )
    other = [f"role_{(one + 1 + rng.integers(3)) % 40}" for one in role]
    direction = rng.choice(["higher", "lower"], count, p=[0.8, 0.2])
    return pd.DataFrame({**plain, "value": direction, "direction": direction, "object_role": other, "aspect": "salary"})


def ways() -> dict[str, Policies]:
    """Name -> policies: fusion from the threshold on, and never."""
    policies = load_policies()
    few = replace(policies, fusion=replace(policies.fusion, witnesses=NEVER))
    return {"median": few, "fused": replace(policies, fusion=replace(policies.fusion, rates=simulate.RATES))}


@dataclass
class Tally:
    """What is summed up over seeds for one way."""

    seconds: float = 0.0
    errors: list[np.ndarray] = field(default_factory=list)
    sure: list[np.ndarray] = field(default_factory=list)
    named: int = 0
    rightly: int = 0
    slips: int = 0
    tools: list[float] = field(default_factory=list)

    def row(self) -> list[float]:
        """The figures of :data:`COLUMNS`."""
        errors = np.concatenate(self.errors)
        return [
            self.seconds,
            float(errors.mean()),
            float(np.median(errors)),
            _calibration(np.concatenate(self.sure), errors <= NEAR),
            self.rightly / max(self.named, 1),
            self.rightly / max(self.slips, 1),
            float(np.mean(self.tools)),
        ]


def measure(made: Generated, tallies: dict[str, Tally]) -> None:
    """Reconcile both ways and add what came of it, of the data items that were fused."""
    facts = {}
    for way, policies in ways().items():
        tally, start = tallies[way], time.perf_counter()
        found = reconcile(made.claims, made.sources, similarity=made.copies, policies=policies)
        tally.seconds += time.perf_counter() - start
        facts[way] = _pay_facts(found)
        table = found.discrepancies
        named = {claim for claims in table["claim_ids"][table["type"] == "implausible_amount"] for claim in claims}
        real = set(made.slips.index[made.slips != ""])
        tally.named, tally.rightly = tally.named + len(named), tally.rightly + len(named & real)
        tally.slips += len(real)
        tally.tools.append(_overlap(found, made.tools))
    known = facts["median"].index[facts["median"]["value"].notna()]
    chosen = facts["fused"].index[facts["fused"]["method"] == "fused"].intersection(known)
    for way, table in facts.items():
        tallies[way].errors.append((table["value"][chosen] / made.pay[chosen] - 1).abs().to_numpy())
        tallies[way].sure.append(table["confidence"][chosen].to_numpy(dtype=float))


def _pay_facts(found: Reconciled) -> pd.DataFrame:
    """What is typical by place, or else the middle of the range; ``confidence``, ``method``."""
    table = found.facts["salaries"]
    places = zip(table["role"], table["level"], table["region"], strict=True)
    index = [tuple(part if isinstance(part, str) else None for part in place) for place in places]
    low, typical, high = (table[name].astype("float64") for name in ("low", "typical", "high"))
    return table.assign(value=typical.fillna(np.sqrt(low * high))).set_index(pd.MultiIndex.from_tuples(index))


def _calibration(sure: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error in ten bins of as many facts."""
    bins = [one for one in np.array_split(np.argsort(sure, kind="stable"), 10) if len(one)]
    return float(sum(abs(sure[one].mean() - right[one].mean()) * len(one) for one in bins) / len(sure))


def _overlap(found: Reconciled, truth: pd.Series) -> float:
    """F1 of the tools that are more likely used than not."""
    table = found.facts["tools"]
    table = table[table["confidence"] > HALF]
    believed = set(zip(table["role"], table["tool"], strict=True))
    real = {(role, tool) for role, tools in truth.items() for tool in tools}
    return 2 * len(believed & real) / (len(believed) + len(real))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row for each number of sources and each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", default="8,20,200,2000")
    parser.add_argument("--each", type=int, default=100, help="claims of a source, about")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--claims", type=int, default=20_000, help="at least so many of each size, over several seeds")
    parser.add_argument("--profile", action="store_true", help="show where the time goes, and nothing else")
    options = parser.parse_args(arguments)
    print(f"{'sources':>8}{'claims':>9} {'way':7}" + "".join(f"{name:>10}" for name in COLUMNS))
    for sources in map(int, options.sources.split(",")):
        tallies = {way: Tally() for way in ways()}
        claims = 0
        seeds = range(options.seed, options.seed + max(options.claims // (sources * options.each), 1))
        for seed in seeds:
            made = generate(sources, options.each, seed)
            claims += len(made.claims)
            if options.profile:
                profile = cProfile.Profile()
                profile.runcall(reconcile, made.claims, made.sources, similarity=made.copies)
                pstats.Stats(profile).sort_stats("cumtime").print_stats(60)
            else:
                measure(made, tallies)
        for way, tally in () if options.profile else tallies.items():
            figures = "".join(f"{figure:>10.3f}" for figure in tally.row())
            print(f"{sources:>8}{claims:>9} {way:7}{figures}", flush=True)


if __name__ == "__main__":
    main()
