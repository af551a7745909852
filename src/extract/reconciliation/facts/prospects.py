"""Growth foreseen for roles, and how roles compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.model import Kind
from extract.reconciliation.comparability import OPPOSITE
from extract.reconciliation.estimate import Vote, weighted_median
from extract.reconciliation.facts.evidence import (
    Basis,
    Part,
    belief,
    direct_first,
    fact,
    how,
    set_aside,
    supporting,
    votes,
)
from extract.reconciliation.facts.members import common
from extract.reconciliation.fused import SIDES
from extract.reconciliation.grouping import groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def outlook(basis: Basis) -> Iterator[dict[str, Any]]:
    """A row for each role, region and horizon; growth over different times is not pooled."""
    growth = basis.claims.of(Kind.OUTLOOK)
    growth = growth[growth["role"] != ""]
    direct = set(growth["role"][~growth["stand_in"]])
    for rows in groups(growth, ("role", "region", "horizon_key")):
        used, unused = direct_first(rows)
        if used[0].stand_in and used[0].role in direct:
            continue
        yield _growth(used, unused, basis)


def _growth(rows: list[Any], unused: list[Any], basis: Basis) -> dict[str, Any]:
    first = rows[0]
    low, high = (
        weighted_median([Vote(getattr(row, name), beyond=False, weight=row.weight) for row in rows])
        for name in ("near_low", "near_high")
    )
    slack = basis.policies.tolerance.agreement
    parts = [
        *(_agreeing(row, low.value if low else row.middle, slack) for row in rows),
        *set_aside(unused, "another occupation"),
    ]
    columns = {
        "role": first.role,
        "region": first.region,
        "horizon": common(rows, "horizon"),
        "low": round(low.value, 2) if low else None,
        "high": round(high.value, 2) if high else None,
        "as_of": max((row.as_of for row in rows), default=""),
    }
    item = [first.role, first.region, first.horizon_key]
    sure = belief(parts, basis.policies)
    return fact("outlook", item, columns, parts, sure=sure, method=how(parts, "weighted_median"), basis=basis)


def _agreeing(row: Any, value: float, slack: float) -> Part:
    """For the figure if it is near, against it if not."""
    near = row.near_low - slack * abs(row.near_low) <= value <= row.near_high + slack * abs(row.near_high)
    return Part(row, "for" if near else "against: another figure", row.weight, counts=near)


def comparisons(basis: Basis) -> Iterator[dict[str, Any]]:
    """A row for each pair of roles and thing compared, told from the higher role; none on even votes."""
    frame = basis.claims.of(Kind.COMPARISON)
    for rows in groups(frame[frame["about"] != ""], SIDES):
        found = basis.fused.stands.get(tuple(getattr(rows[0], name) for name in SIDES))
        if found:
            yield _comparison(rows, found[0], basis, found[1])
            continue
        weight = {stands: sum(votes(supporting(side, ""))) for stands, side in _sides(rows).items()}
        ranked = sorted(weight, key=lambda stands: (-weight[stands], stands))
        if len(ranked) > 1 and weight[ranked[0]] - weight[ranked[1]] < 1e-6:
            continue
        yield _comparison(rows, ranked[0], basis)


def _sides(rows: Sequence[Any]) -> dict[str, list[Any]]:
    return {stands: [row for row in rows if row.stands == stands] for stands in sorted({r.stands for r in rows})}


def _comparison(rows: list[Any], stands: str, basis: Basis, fused: float | None = None) -> dict[str, Any]:
    """Told from the higher role; ``fused`` is how sure fusion is of it, where many say."""
    first = rows[0]
    parts = [
        Part(
            row,
            "for" if row.stands == stands else "against: the reverse",
            row.weight,
            counts=row.stands == stands,
        )
        for row in rows
    ]
    flipped = stands == "lower"
    columns = {
        "role": first.second if flipped else first.first,
        "object_role": first.first if flipped else first.second,
        "aspect": common([row for row in rows if row.stands == stands], "aspect"),
        "direction": OPPOSITE[stands] if flipped else stands,
    }
    item = [first.first, first.second, first.about]
    sure = belief(parts, basis.policies) if fused is None else round(fused, 3)
    method = how(parts, "vote" if fused is None else "fused")
    return fact("comparisons", item, columns, parts, sure=sure, method=method, basis=basis)
