"""Whom to believe: what each claim weighs, as a product of named factors.

Every factor lies between 0 and 1 and has a column of its own (``trust_*``), so that a weight can be explained. All
but the source's are the claim's own (:func:`add_factors`); what a source is worth is learned from all claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from extract.model import Flag, Kind, Status
from extract.reconciliation.comparability import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extract.reconciliation.policies import Policies

OWN: Final = ("container", "modality", "stand_in", "approximate", "doubt", "age", "fit", "extraction")
FACTORS: Final = ("source", *OWN)
"""The factors by name: who says it, in what layout, how firmly, of whom, how exactly, flagged or not, how
long ago, how well it fits its data item, and how sure the extractor is that it is said at all."""

_DIGITS: Final = 4
_VERDICTS: Final = frozenset(
    {Flag.BELIEVED_BY_REVIEWER, Flag.REJECTED_BY_REVIEWER, Flag.REPAIRED_BY_REVIEWER, Flag.OUTVOTED_BY_REVIEWER}
)


def reliabilities(frame: pd.DataFrame, policies: Policies) -> dict[str, float]:
    """Original source -> probability that it is right about what it plainly states.

    The prior as so many claims, and with it reviewers' rulings: a claim that is believed counts for its source,
    one that is rejected, read anew or outvoted against it. With many sources also every figure of pay that several
    others speak of too: it counts as right if it is near the median of them all. A Beta distribution's mean.
    """
    trust = policies.trust
    names = sorted(frame["original"].unique())
    right, total = _ruled(frame, names, trust.ruling)
    if len(names) >= trust.judge_from:
        for source, agreed, judged in _agreed(frame, policies):
            right[source] += agreed
            total[source] += judged
    prior, claims = trust.prior, trust.prior_claims
    return {name: round((prior * claims + right[name]) / (claims + total[name]), _DIGITS) for name in names}


def standing(frame: pd.DataFrame, policies: Policies) -> pd.Series[float]:
    """What rulings alone have made of each claim's source: a factor that is 1 where there are none."""
    trust = policies.trust
    names = sorted(frame["original"].unique())
    right, total = _ruled(frame, names, trust.ruling)
    prior, claims = trust.prior, trust.prior_claims
    ruled = {name: (prior * claims + right[name]) / (claims + total[name]) / prior for name in names}
    return frame["original"].map(ruled).astype("float64")


def _ruled(frame: pd.DataFrame, names: list[str], worth: float) -> tuple[dict[str, float], dict[str, float]]:
    """What reviewers' rulings are worth to each source: for it, and in all."""
    right, total = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for source, flags in zip(frame["original"], frame["flags"], strict=True):
        if Flag.BELIEVED_BY_REVIEWER in flags:
            right[source] += worth
        if not _VERDICTS.isdisjoint(flags):
            total[source] += worth
    return right, total


def _agreed(frame: pd.DataFrame, policies: Policies) -> Iterator[tuple[str, float, float]]:
    """Source, how many of its figures of pay are near those of others, and how many others speak of too."""
    pay = comparable(frame[(frame["kind"] == Kind.SALARY) & frame["supports"]])
    pay = pay[pay["family"].isin(["centre", "range"])]
    groups = pay.groupby(["compared", "family"], sort=False)
    judged = pay[groups["witness"].transform("nunique") >= policies.gross.sources]
    median = groups["middle"].transform("median").reindex(judged.index)
    right = (judged["middle"] - median).abs() <= policies.tolerance.centre_between * median
    tally = right.groupby(judged["original"]).agg(["sum", "count"])
    yield from tally.itertuples(name=None)


def add_factors(frame: pd.DataFrame, policies: Policies) -> None:
    """Adds a column for each factor but the source's."""
    trust = policies.trust
    numeric = frame["kind"].isin([str(Kind.SALARY), str(Kind.OUTLOOK)])
    behind = (frame["newest"] - frame["year"]).where(numeric, 0.0).fillna(0.0)
    factors: dict[str, pd.Series[float]] = {
        "container": frame["container"].map({str(k): v for k, v in trust.container.items()}).fillna(1.0),
        "modality": frame["modality"].map({str(k): v for k, v in trust.modality.items()}).fillna(1.0),
        "stand_in": pd.Series(np.where(frame["stand_in"], trust.stand_in, 1.0), index=frame.index),
        "approximate": pd.Series(np.where(frame["approximate"], trust.approximate, 1.0), index=frame.index),
        "doubt": pd.Series(
            np.where((frame["status"] == Status.FLAGGED) & ~frame["stand_in"], trust.doubtful, 1.0),
            index=frame.index,
        ),
        "age": trust.year**behind,
        "fit": frame["fit"],
        "extraction": frame["confidence"].clip(0.0, 1.0),
    }
    for name, factor in factors.items():
        frame[f"trust_{name}"] = factor.round(_DIGITS)


def product(frame: pd.DataFrame, names: Iterable[str]) -> pd.Series[float]:
    """The product of some factors."""
    weight = pd.Series(1.0, index=frame.index)
    for name in names:
        weight = weight * frame[f"trust_{name}"]
    return weight


def weigh(frame: pd.DataFrame, reliability: Mapping[str, float], policies: Policies) -> None:
    """Adds the source's factor, which fusion's own judgement outranks where it has one, and ``weight``, the product."""
    source = frame["original"].map(dict(reliability)).fillna(policies.trust.prior)
    frame["trust_source"] = frame["learned"].fillna(source).round(_DIGITS)
    frame["weight"] = product(frame, FACTORS).round(_DIGITS)
