"""Pay per role, level, place, currency and part of pay: lower end, typical, upper end, all for a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from extract.model import Flag, Kind
from extract.reconciliation.comparability import ITEM, differ
from extract.reconciliation.estimate import Estimate, Vote, confidence, weighted_median
from extract.reconciliation.facts.evidence import (
    Basis,
    Part,
    direct_first,
    fact,
    how,
    opposing,
    set_aside,
    supporting,
    votes,
)
from extract.reconciliation.fused import FIGURES
from extract.reconciliation.grouping import groups
from extract.reconciliation.normalise import year_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence, Set

    from extract.reconciliation.fused import Figure
    from extract.reconciliation.policies import Policies

_LOW_ENDS: Final = ("minimum", "percentile_5", "percentile_10", "percentile_20", "percentile_25")
_HIGH_ENDS: Final = ("maximum", "percentile_75", "percentile_80", "percentile_90", "percentile_95")


@dataclass(frozen=True, slots=True)
class _Pay:
    """What is believed of a data item; None where nobody says."""

    low: Estimate | None
    typical: Estimate | None
    high: Estimate | None
    measure: str = ""


@dataclass(frozen=True, slots=True)
class _Decided:
    """What is believed, on what it rests, how sure it is if fusion says so, and between what it lies."""

    pay: _Pay
    parts: list[Part]
    sure: float | None = None
    interval: tuple[float | None, float | None] = (None, None)


def salaries(basis: Basis) -> Iterator[dict[str, Any]]:
    """A row for each data item of pay that some usable claim speaks of."""
    pay = basis.claims.of(Kind.SALARY)
    pay = pay[pay["role"] != ""]
    for rows in groups(pay, ("item",)):
        slips = [row for row in rows if row.gross]
        sound, borrowed = direct_first([row for row in rows if not row.gross])
        salaried = [row for row in sound if row.form == "salary"]
        used = salaried or sound
        if used:
            rates = [row for row in sound if salaried and row.form != "salary"]
            yield _row(
                used,
                [
                    *set_aside(borrowed, "another occupation"),
                    *set_aside(rates, "a rate and no salary"),
                    *(part for row in slips for part in set_aside([row], _slipped(row))),
                ],
                basis,
            )


def _slipped(row: Any) -> str:
    return f"out by a factor ({row.slip})" if row.slip else "out by a factor"


def _row(rows: list[Any], aside: list[Part], basis: Basis) -> dict[str, Any]:
    first, policies = rows[0], basis.policies
    figure = basis.fused.pay.get(first.compared)
    decided = _by_weights(rows, policies) if figure is None else _by_fusion(rows, figure, basis)
    found, parts = decided.pay, decided.parts
    split = _is_split(found.typical, policies)
    typical = None if found.typical is None or split else round(found.typical.value, 2)
    low, high = _outer(found.low, policies, upper=False), _outer(found.high, policies, upper=True)
    columns = {
        "role": first.role,
        "level": first.level,
        "experience_min": _number(first.experience_min) if first.band else None,
        "experience_max": _number(first.experience_max) if first.band else None,
        "region": first.place,
        "currency": first.unit,
        "low": low,
        "typical": typical,
        "typical_open": bool(typical is not None and found.typical and found.typical.beyond),
        "typical_lower": decided.interval[0],
        "typical_upper": decided.interval[1],
        "high": high,
        "high_open": bool(found.high and found.high.beyond),
        "statistic": found.measure if typical is not None else "",
        "basis": _basis(rows),
        "as_of": max((row.as_of for row in rows if row.as_of), key=lambda text: (_year(text), text), default=""),
    }
    several = "weighted_median" if figure is None else "fused"
    method = "abstained" if split and low is None and high is None else how(parts, several)
    item = [str(getattr(first, name)) for name in ITEM]
    sure = _sure(parts, (low, typical, high), policies) if decided.sure is None else decided.sure
    return fact("salaries", item, columns, [*parts, *aside], sure=sure, method=method, basis=basis)


def _by_weights(rows: list[Any], policies: Policies) -> _Decided:
    """Weighted medians: of few witnesses no more can be known."""
    centres = [row for row in rows if row.family == "centre"]
    chosen, measure = _one_measure(centres, policies)
    lows, highs = _ends(rows, low=True), _ends(rows, low=False)
    found = _Pay(
        _estimate(lows, _lower_end),
        _estimate(chosen, _centre),
        _estimate(highs, _upper_end),
        measure,
    )
    found, ranges, chosen = _in_order(found, [*lows, *highs], chosen)
    return _Decided(found, _parts(rows, ranges, chosen))


def _by_fusion(rows: list[Any], figure: Figure, basis: Basis) -> _Decided:
    """What fusion found of many witnesses; where few of those that it believes give a range, the ends as said."""
    sound = [row for row in rows if row.verdict == "sound"]
    centres, ranges = ([row for row in sound if row.family == family] for family in FIGURES)
    measures = {row.measure for row in centres}
    measure = measures.pop() if len(measures) == 1 else ""
    shift = basis.fused.shift(centres or ranges)
    value, slack = figure.value * shift, basis.policies.tolerance.agreement
    holding = [row for row in rows if row.fused and row.verdict != "sound" and _holds(row, value, slack)]
    typical = Estimate(value, value) if centres else None
    if len({row.witness for row in ranges}) >= basis.policies.fusion.ranges:
        low, high, ends = _fused_range(ranges, figure, basis.fused.shift(ranges))
    else:
        low, high, ends = _said_range([*ranges, *holding])
    # Both are one opinion's: an end that misses the typical figure does so by chance.
    low = Estimate(min(low.lower, value), min(low.upper, value)) if low and typical else low
    high = Estimate(max(high.lower, value), max(high.upper, value), high.beyond) if high and typical else high
    found = _Pay(low, typical, high, measure)
    used = {row.claim_id: "typical" for row in centres} | {row.claim_id: "low and high" for row in ends}
    within = {row.claim_id for row in holding}
    parts = [_part(row, used, within) for row in rows]
    interval = (round(figure.lower * shift, 2), round(figure.upper * shift, 2)) if typical else (None, None)
    # Six that agree are worth no less than five, whatever else there is to learn of them.
    sure = max(round(figure.confidence, 3), _agreement(parts, value, basis.policies))
    return _Decided(found, parts, sure, interval)


def _agreement(parts: Sequence[Part], value: float, policies: Policies) -> float:
    """Confidence from the witnesses alone whose figures, or the middles of whose ranges, are near."""
    near = [part for part in parts if part.counts and differ(part.claim.middle, value) <= policies.tolerance.agreement]
    mine = {part.claim.claim_id for part in near}
    others = [part for part in parts if part.claim.claim_id not in mine and part.weight > 0]
    return confidence(votes(near), votes(others), policies)


def _holds(row: Any, value: float, slack: float) -> bool:
    """Whether a range, or an end alone, has room for the figure."""
    return row.family != "centre" and bool(row.bottom <= value * (1 + slack) and row.top >= value * (1 - slack))


_Ends = tuple[Estimate | None, Estimate | None, list[Any]]
"""Lower end, upper end, and the claims that they rest on."""


def _fused_range(ranges: list[Any], figure: Figure, shift: float) -> _Ends:
    beyond = sum(row.weight if row.high_open else -row.weight for row in ranges) > 0
    low, high = figure.low * shift, figure.high * shift
    return Estimate(low, low), Estimate(high, high, beyond), ranges


def _said_range(rows: list[Any]) -> _Ends:
    lows = _ends(rows, low=True)
    highs = [row for row in _ends(rows, low=False) if not np.isnan(row.high)]
    return _estimate(lows, _lower_end), _estimate(highs, _upper_end), [*lows, *highs]


def _part(row: Any, used: Mapping[str, str], within: Set[str]) -> Part:
    """A claim's part in a fused fact."""
    if row.claim_id in used:
        return Part(row, used[row.claim_id], row.weight)
    if row.fused and row.claim_id not in within:
        return Part(row, "against: another figure", row.weight, counts=False)
    why = "the figure lies within it" if row.fused else "of another time, or one of several"
    return Part(row, f"set aside: {why}", 0.0, counts=False)


def _one_measure(centres: list[Any], policies: Policies) -> tuple[list[Any], str]:
    """The centres that may be pooled, and what they are: means and medians that differ are not mixed."""
    by_measure = {name: [row for row in centres if row.measure == name] for name in ("mean", "median")}
    loose = [row for row in centres if not row.measure]
    mean, median = (_estimate(by_measure[name], _centre) for name in ("mean", "median"))
    if mean is None or median is None:
        known = [name for name, rows in by_measure.items() if rows]
        return centres, known[0] if known and not loose else ""
    if differ(mean.value, median.value) <= policies.tolerance.definitions:
        return centres, ""
    weight = {name: sum(row.weight for row in rows) for name, rows in by_measure.items()}
    better = "mean" if weight["mean"] > weight["median"] else "median"
    return by_measure[better], better


def _ends(rows: Sequence[Any], *, low: bool) -> list[Any]:
    """Claims that state an end of usual pay: ranges, else minima, maxima and percentiles, else bounds."""
    statistics = _LOW_ENDS if low else _HIGH_ENDS
    stated = [row for row in rows if not np.isnan(row.low if low else _high(row))]
    ranges, bounds = ([row for row in stated if row.family == family] for family in ("range", "bound"))
    return ranges or [row for row in rows if row.statistic in statistics] or bounds


def _high(row: Any) -> float:
    """The stated upper end; for "over X" the X that it lies beyond."""
    return float(row.low if np.isnan(row.high) and row.high_open else row.high)


def _lower_end(row: Any) -> tuple[float, bool]:
    return row.near_low, False


def _upper_end(row: Any) -> tuple[float, bool]:
    return row.near_high, row.high_open


def _centre(row: Any) -> tuple[float, bool]:
    return row.middle, bool(np.isnan(row.high) and row.high_open)


def _estimate(rows: Sequence[Any], read: Callable[[Any], tuple[float, bool]]) -> Estimate | None:
    """The weighted median; a witness that states several figures divides its weight among them."""
    stated: dict[tuple[str, float, bool], float] = {}
    for row in rows:
        value, beyond = read(row)
        place = (row.witness, value, beyond)
        stated[place] = max(row.weight, stated.get(place, 0.0))
    figures: dict[str, int] = {}
    for witness, _, _ in stated:
        figures[witness] = figures.get(witness, 0) + 1
    return weighted_median(
        Vote(value, beyond, weight / figures[witness]) for (witness, value, beyond), weight in stated.items()
    )


def _in_order(found: _Pay, ranges: list[Any], centres: list[Any]) -> tuple[_Pay, list[Any], list[Any]]:
    """A typical figure outside the ends: what a reviewer believes stays, else what is no bound, else the heavier."""
    if found.typical is None or not ranges:
        return found, ranges, centres
    below = found.low is not None and found.typical.value < found.low.value
    above = found.high is not None and not found.high.beyond and found.typical.value > found.high.value
    if not below and not above:
        return found, ranges, centres
    if _standing(centres) > _standing(ranges):
        return _Pay(None, found.typical, None, found.measure), [], centres
    return _Pay(found.low, None, found.high), ranges, []


def _standing(rows: Sequence[Any]) -> tuple[bool, bool, float]:
    """Whether a reviewer believes any of the claims, whether any is more than an "over X", and what they weigh."""
    believed = any(Flag.BELIEVED_BY_REVIEWER in row.flags for row in rows)
    whole = any(row.family in {"centre", "range"} for row in rows)
    return believed, whole, sum(votes(supporting(rows, "")))


def _parts(rows: Sequence[Any], ranges: Sequence[Any], centres: Sequence[Any]) -> list[Part]:
    range_ids, centre_ids = {row.claim_id for row in ranges}, {row.claim_id for row in centres}
    ends = [row for row in rows if row.claim_id in range_ids]
    middles = [row for row in rows if row.claim_id in centre_ids and row.claim_id not in range_ids]
    rest = [row for row in rows if row.claim_id not in range_ids | centre_ids]
    rivals = [row for row in rest if row.family in {"centre", "range"}]
    minor = [row for row in rest if row.family not in {"centre", "range"}]
    return [
        *supporting(ends, "low and high"),
        *supporting(middles, "typical"),
        *opposing(rivals, "another definition, or outside", 1.0),
        *set_aside(minor, "a range tells more"),
    ]


def _is_split(found: Estimate | None, policies: Policies) -> bool:
    """Whether the votes fall into two halves that do not agree."""
    return found is not None and differ(found.lower, found.upper) > policies.tolerance.centre_between


def _outer(found: Estimate | None, policies: Policies, *, upper: bool) -> float | None:
    """An end of the range; where the votes are split, the one further out, so that both halves lie inside."""
    if found is None:
        return None
    split = found.upper if upper else found.lower
    return round(split if _is_split(found, policies) else found.value, 2)


def _sure(parts: Sequence[Part], ends: tuple[float | None, ...], policies: Policies) -> float:
    """Confidence from the witnesses whose figures meet the fact's, against those whose do not."""
    stated = [end for end in ends if end is not None]
    if not stated:
        return 0.0
    slack = policies.tolerance.agreement
    low, high = min(stated) * (1 - slack), max(stated) * (1 + slack)
    meets = [part for part in parts if part.counts and part.claim.bottom <= high and part.claim.top >= low]
    meeting = {part.claim.claim_id for part in meets}
    others = [part for part in parts if part.claim.claim_id not in meeting and part.weight > 0]
    return confidence(votes(meets), votes(others), policies)


def _basis(rows: Sequence[Any]) -> str:
    """base, total or bonus where all say the same."""
    bases = {row.basis for row in rows}
    return bases.pop() if len(bases) == 1 else ""


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _year(text: str) -> float:
    year = year_of(text)
    return 0.0 if np.isnan(year) else year
