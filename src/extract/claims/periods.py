"""The period of figures that stand together and state none: what most of them resemble, all of them are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from statistics import median

from extract.model import Claim

FEWEST = 3
"""Figures of a table, column or list that settle the period of another."""
ALIKE = 6.0
"""How many times another figure for the same time a figure may be at most, up or down."""


def of_one_period(claims: Sequence[Claim]) -> list[Claim]:
    """Pay claims with one period for a table that states none, the columns of a table, the lists of a section and of all."""
    whole = _settled(claims, _table, stated=False)
    # What a first pass settles makes larger figures likely.
    for place in (_column, _list, _lists, _lists):
        whole = _settled(whole, place, stated=True)
    return whole


def _table(claim: Claim) -> Hashable:
    return None if claim.table_index is None else (claim.table_index, claim.unit)


def _column(claim: Claim) -> Hashable:
    return None if claim.table_index is None else (claim.table_index, claim.column_index, claim.unit)


def _list(claim: Claim) -> Hashable:
    return (claim.section, claim.unit) if claim.container == "list" else None


def _lists(claim: Claim) -> Hashable:
    return claim.unit if claim.container == "list" else None


def _settled(claims: Sequence[Claim], place: Callable[[Claim], Hashable], *, stated: bool) -> list[Claim]:
    """The claims, those of one place with the period that most there have; ``stated``: some there may state theirs."""
    groups: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        key = place(claim)
        if key is not None and not claim.quarantine:
            groups.setdefault(key, []).append(claim)
    changed: dict[int, Claim] = {}
    for group in groups.values():
        if stated or all(claim.period_inferred for claim in group):
            changed |= {id(claim): settled for claim, settled in _alike(group)}
    return [changed.get(id(claim), claim) for claim in claims]


def _alike(group: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Claims of a group whose period was inferred otherwise than that of most, and what they are with it."""
    counts = Counter(claim.period for claim in group)
    period, most = max(counts.items(), key=lambda item: (item[1], item[0] or ""))
    if len(counts) < 2 or period is None or most < FEWEST or most * 3 < len(group) * 2:
        return []
    middle = median(_size(claim) for claim in group if claim.period == period)
    return [
        (claim, replace(claim, period=period, value=claim.value.replace(f" / {claim.period}", f" / {period}")))
        for claim in group
        if claim.period_inferred and claim.period != period and middle / ALIKE < _size(claim) < middle * ALIKE
    ]


def _size(claim: Claim) -> float:
    return claim.low or claim.high or 0.0
