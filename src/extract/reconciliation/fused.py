"""Data items of which many independent witnesses speak, as ``fusion`` decides them.

A weighted median or a vote asks nothing but weights and holds for four sources. From many more can be learned: by how
much a source's figures usually run high, how far they scatter, how often it is right, what it leaves out of its lists,
and which figures are slips. So a data item is decided in one of two ways:

few    fewer witnesses than the policies' ``fusion.witnesses``: by weights (``trust``, ``estimate``), as ever
many   from there on: by :func:`fuse`, before any fact is built; ``facts`` looks up what it found

A witness is whoever knows: an origin that is quoted, else a source; copies speak for their original. Every data item
of pay of which two witnesses give comparable figures goes into one table, so that what is learned of a witness in one
place serves in all; only the facts of many witnesses come of it. What stands alone stays out: it would change what is
not its business. A claim weighs in fusion what its own factors make of it (``trust``), times what rulings have made of
its source; what else a source is worth fusion learns itself.

What a reviewer believes is the fact: such an item is decided as one of few, where other claims are passed over. A claim
that is out by a factor weighs nothing; how it may be meant is proposed (``implausible_amount``) and never used.

Columns that are added to the claims:

=============  =====  ===============================================================================
fused          bool   its data item is one of many witnesses, and it went into the table
verdict        str    ``sound``, ``slip``, ``other`` (not what is believed), ``bound``; empty if not fused
slip           str    by what it is out ("times 12"), where that has a name
repaired_low   float  the ends that it may mean, per year; NaN where it is no slip; ``repaired_high`` likewise
learned        float  probability that its witness is right, with what rulings say of the source; NaN if not fused
offset         float  the factor by which its witness's figures run high, which was taken off
scatter        float  how far they scatter beside that, as a share
=============  =====  ===============================================================================
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from extract.model import Flag, Kind
from extract.reconciliation.comparability import PAIR
from extract.reconciliation.fusion import fuse_amounts, fuse_labels, fuse_sets, load_parameters
from extract.reconciliation.normalise import joined, numbered
from extract.reconciliation.ruled import has_flag
from extract.reconciliation.trust import OWN, product, standing

if TYPE_CHECKING:
    from extract.reconciliation.policies import Policies

FIGURES: Final = ("centre", "range")
"""The families of claims that give a figure, and not an end that it lies beyond."""

_SEVERAL: Final = 2
"""Witnesses of a data item from which on it tells something of them."""

_TYPICAL, _RANGE = "typical", "range"
_RATE: Final = " for "
"""Stands between the currencies in the name of a rate."""

_MEMBERS: Final = {Kind.TOOL: ("role",), Kind.EDUCATION: ("role", "aspect")}
"""Kinds that are sets, and what makes one."""

_LOOKED_AT: Final = [
    "kind", "role", "aspect", "key", "witness", "container", "exclusivity", "unit", "statistic", "low", "high",
    "low_open", "high_open", "family", "measure", "pay_basis", "near_low", "near_high", "middle", "place", "form",
    "compared", "dated", "breakdown", *PAIR, "level", "basis", "stands",
]  # fmt: skip

SIDES: Final = (*PAIR, "level", "basis")
"""The columns that make one question of comparisons: who stands where."""

Element = tuple[str, str, str, str]
"""Kind, role, aspect (empty where it makes no set) and key."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What is believed of one data item of pay: a typical figure with its 90% interval, and a range; NaN if none.

    They measure what the reference definition does; ``confidence`` is that the typical figure is right within 5%.
    """

    value: float
    lower: float
    upper: float
    low: float
    high: float
    confidence: float


@dataclass(frozen=True)
class Fused:
    """What was found.

    ``pay`` by the number of what is compared (``comparability``), ``shifts`` by definition (``mean``, ``median``,
    ``typical``, ``range``): the factor by which it runs high; ``members``: probability that an element belongs;
    ``stands`` by the columns of :data:`SIDES`: where the first role stands, and how sure that is.
    """

    pay: Mapping[int, Figure] = field(default_factory=dict)
    shifts: Mapping[str, float] = field(default_factory=dict)
    members: Mapping[Element, float] = field(default_factory=dict)
    stands: Mapping[tuple[str, ...], tuple[str, float]] = field(default_factory=dict)

    def shift(self, rows: Sequence[Any]) -> float:
        """The factor from the reference to what the claims mean, each by its weight; 1 for no claims."""
        total = math.fsum(row.weight for row in rows)
        logs = (row.weight * math.log(self.shifts.get(_definition(row), 1.0)) for row in rows)
        return math.exp(math.fsum(logs) / total) if total else 1.0


def _definition(row: Any) -> str:
    return (row.measure or _TYPICAL) if row.family == "centre" else _RANGE


def fuse(frame: pd.DataFrame, policies: Policies) -> Fused:
    """Decide every data item of many witnesses; adds the columns above and corrects ``gross`` of what is fused.

    Args:
        frame: comparable claims after rulings, with their own factors of trust.
        policies: ``fusion`` is used, and ``trust`` for what rulings teach.
    """
    for name, nothing in (("fused", False), ("verdict", ""), ("slip", "")):
        frame[name] = pd.Series(nothing, index=frame.index, dtype=bool if nothing is False else object)
    for name in ("repaired_low", "repaired_high", "learned", "offset", "scatter"):
        frame[name] = np.nan
    claims = frame.loc[frame["supports"] & ~frame["stand_in"] & (frame["role"] != ""), _LOOKED_AT]
    if claims["witness"].nunique() < policies.fusion.witnesses:
        return Fused()
    ruled = standing(frame, policies)
    claims = claims.assign(
        weight=product(frame, OWN) * ruled,
        believed=pd.Series(has_flag(frame, Flag.BELIEVED_BY_REVIEWER), index=frame.index),
    )
    members: dict[Element, float] = {}
    for kind, keys in _MEMBERS.items():
        members.update(_members(claims[claims["kind"] == kind], str(kind), keys, policies))
    found = _pay(frame, claims[(claims["kind"] == Kind.SALARY) & (claims["unit"] != "")], policies)
    frame["learned"] = (frame["learned"] * ruled).clip(upper=1.0)
    return replace(found, members=members, stands=_stands(claims[claims["about"] != ""], policies))


def _pay(frame: pd.DataFrame, pay: pd.DataFrame, policies: Policies) -> Fused:
    """Pay, jointly for all data items."""
    ruled = set(pay["compared"][pay["believed"]])
    pay = pay[~pay["dated"] & ~pay["breakdown"]]
    figures = pay[pay["family"].isin(FIGURES)]
    witnesses = figures.groupby("compared")["witness"].nunique()
    many = {item for item in witnesses.index[witnesses >= policies.fusion.witnesses] if item not in ruled}
    if not many:
        return Fused()
    pay = pay[pay["compared"].isin(set(witnesses.index[witnesses >= _SEVERAL]))]
    built_in = load_parameters()
    made = fuse_amounts(
        _amounts(pay),
        reference=_TYPICAL,
        rates=policies.fusion.rates,
        parameters=replace(built_in, numbers=replace(built_in.numbers, repaired=policies.fusion.repaired)),
    )
    _mark(frame, pay["compared"].isin(many), pay["witness"], made.claims, made.sources)
    facts = made.facts[made.facts.index.isin(many) & ~made.facts["abstained"]]
    columns = [facts[name].tolist() for name in ("value", "lower", "upper", "low", "high", "confidence")]
    return Fused(
        pay={item: Figure(*values) for item, *values in zip(facts.index, *columns, strict=True)},
        shifts={str(name): float(shift) for name, shift in made.definitions.items()},
    )


def _amounts(pay: pd.DataFrame) -> pd.DataFrame:
    """Claims of pay as fusion reads them: a figure, a range, or the end that the figure lies beyond."""
    family, statistic = pay["family"], pay["statistic"]
    percentile = pd.to_numeric(statistic.str.removeprefix("percentile_"), errors="coerce")
    lower_end = (statistic == "minimum") | (percentile < 50)
    open_low = pay["low"].isna() | ((family == "centre") & pay["low_open"]) | ((family == "end") & ~lower_end)
    open_high = pay["high"].isna() | ((family == "centre") & pay["high_open"])
    ends = family.isin(["end", "percentile"])
    open_low, open_high = open_low.mask(ends, ~lower_end), open_high.mask(ends, lower_end)
    centre = family == "centre"
    low, high = pay["near_low"].mask(centre, pay["middle"]), pay["near_high"].mask(centre, pay["middle"])
    return pd.DataFrame(
        {
            "source": pay["witness"],
            "item": pay["compared"],
            "low": low.mask(open_low & ~open_high),
            "high": high.mask(open_high & ~open_low),
            "definition": pay["measure"].where(pay["measure"] != "", _TYPICAL).where(centre, _RANGE),
            "family": joined(pay["place"], pay["unit"], pay["pay_basis"], pay["form"]),
            "weight": pay["weight"],
        }
    )


def _mark(
    frame: pd.DataFrame, many: pd.Series[bool], witness: pd.Series[str], claims: pd.DataFrame, sources: pd.DataFrame
) -> None:
    """Write down what became of each claim of an item of many witnesses."""
    rows = many.index[many]
    verdict, slip = (claims[name].astype(str).reindex(rows).astype(object) for name in ("verdict", "slip"))
    # A rate from another currency than the item's explains nothing.
    unit = frame["unit"][rows]
    foreign = slip.str.contains(_RATE) & (slip.str.rpartition(_RATE)[2] != unit)
    frame.loc[rows, "fused"] = True
    frame.loc[rows, "verdict"] = verdict
    frame.loc[rows, "slip"] = slip.mask(foreign, "")
    for end in ("repaired_low", "repaired_high"):
        frame.loc[rows, end] = claims[end].reindex(rows).mask(foreign)
    for column, name in (("learned", "reliability"), ("offset", "offset"), ("scatter", "noise")):
        frame.loc[rows, column] = witness[rows].map(sources[name]).astype("float64")
    frame.loc[rows, "gross"] = (verdict == "slip") | (frame["gross"][rows] & (verdict == "other"))


def _members(claims: pd.DataFrame, kind: str, keys: tuple[str, ...], policies: Policies) -> dict[Element, float]:
    """Probability of each element of each set of many witnesses."""
    if claims.empty:
        return {}
    item = numbered(*(claims[key] for key in keys))
    witnesses = claims["witness"].groupby(item).nunique()
    many = witnesses >= policies.fusion.witnesses
    if not many.any():
        return {}
    claims = claims[item.map(witnesses) >= _SEVERAL]
    item, believed = item[claims.index], claims["believed"]
    lists = numbered(item, claims["witness"])
    built_in = load_parameters()
    in_full = claims["container"].isin(policies.fusion.exhaustive) | (claims["exclusivity"] == "exclusive")
    made = fuse_sets(
        pd.DataFrame(
            {
                "source": claims["witness"],
                "item": item,
                "value": claims["key"],
                "exhaustive": in_full.groupby(lists).transform("any"),
                "weight": claims["weight"],
            }
        ),
        parameters=replace(built_in, sets=replace(built_in.sets, sensitivity=policies.fusion.named)),
    ).elements
    ruled = set(zip(item[believed], claims["key"][believed], strict=True))
    places = claims[["role", "aspect"]].groupby(item).first()
    named = {
        number: (kind, role, aspect if "aspect" in keys else "")
        for number, role, aspect in places[many[places.index]].itertuples(name=None)
    }
    return {
        (*named[number], key): sure
        for number, key, sure in made[["item", "value", "confidence"]].itertuples(index=False, name=None)
        if number in named and (number, key) not in ruled
    }


def _stands(claims: pd.DataFrame, policies: Policies) -> dict[tuple[str, ...], tuple[str, float]]:
    """Where one role stands against another, and how sure that is, where many say; nothing on a tie."""
    if claims.empty:
        return {}
    item = numbered(*(claims[name] for name in SIDES))
    witnesses = claims["witness"].groupby(item).nunique()
    ruled = set(item[claims["believed"]])
    many = {number for number in witnesses.index[witnesses >= policies.fusion.witnesses] if number not in ruled}
    if not many:
        return {}
    claims = claims[item.map(witnesses) >= _SEVERAL]
    table = {"source": claims["witness"], "item": item[claims.index], "value": claims["stands"]}
    made = fuse_labels(pd.DataFrame({**table, "weight": claims["weight"]})).facts
    made = made[made.index.isin(many) & ~made["abstained"]]
    places = claims[list(SIDES)].groupby(table["item"]).first()
    names = places.loc[made.index].itertuples(index=False, name=None)
    return dict(zip(names, zip(made["value"], made["confidence"], strict=True), strict=True))
