"""The period of figures that stand together and state none: what most of them resemble, all of them are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extract.model import Claim

FEWEST = 3
"""Figures of a table that settle the period of another."""
ALIKE = 6.0
"""How many times the others' middle a figure may be at most, up or down."""


def of_one_period(claims: Sequence[Claim]) -> list[Claim]:
    """Pay claims, those of a table with one period where most of its figures have it and none says so."""
    groups: dict[tuple[int | None, str | None], list[Claim]] = {}
    for claim in claims:
        if claim.table_index is not None:
            groups.setdefault((claim.table_index, claim.unit), []).append(claim)
    changed: dict[int, Claim] = {}
    for group in groups.values():
        if all(claim.period_inferred for claim in group):
            changed |= {id(claim): settled for claim, settled in _settled(group)}
    return [changed.get(id(claim), claim) for claim in claims]


def _settled(group: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    counts = Counter(claim.period for claim in group)
    period, most = max(counts.items(), key=lambda item: (item[1], item[0] or ""))
    if len(counts) < 2 or period is None or most < FEWEST or most * 3 < len(group) * 2:
        return []
    middle = median(_size(claim) for claim in group if claim.period == period)
    return [
        (claim, replace(claim, period=period, value=claim.value.replace(f" / {claim.period}", f" / {period}")))
        for claim in group
        if claim.period != period and middle / ALIKE < _size(claim) < middle * ALIKE
    ]


def _size(claim: Claim) -> float:
    return claim.low or claim.high or 0.0


__all__ = ["of_one_period"]
