"""The period of figures that stand together and state none: what most of them resemble, all of them are."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from statistics import median

from extract.attribution import TableView
from extract.claims.pay.measures import period_in
from extract.model import Cell, Claim, Period

PER_YEAR: Mapping[Period, float] = {
    Period.YEAR: 1,
    Period.MONTH: 12,
    Period.WEEK: 52,
    Period.DAY: 220,
    Period.HOUR: 2080,
}
FEWEST = 3
"""Figures of a table, column or list that settle the period of another."""
ALIKE = 6.0
"""How many times another figure for the same time a figure may be at most, up or down."""

MOST_TIMES = 4.0
"""How many times what a paragraph told before for a shorter time; part of a year's pay is more."""

LONGEST_PERIOD = 16
"""In characters."""
# "per month", "EUR/month", "monthly"; "Month" may be anything but for what stands over it.
_ALONE = re.compile(
    r"\(?(?:[A-Z]{3}\s?)?(?:(?:per|an?|by\sthe)\s|/\s?)(?:hour|hr|day|week|wk|month|mo|year|yr|annum)\)?|(?:hourly|daily|weekly|monthly|annual|annually|yearly)"
    r"|(?P<noun>hour|day|week|month|year|annum)",
    re.IGNORECASE,
)
_HEADS_PERIODS = re.compile(
    r"\b(?:per|periods?|frequency|basis|intervals?|units?|time(?:frame)?|paid)\b", re.IGNORECASE
)


def of_one_period(claims: Sequence[Claim]) -> list[Claim]:
    """Pay claims with one period for a table that states none, the columns of a table, all tables, the lists of a section and of all."""
    whole = _settled(claims, _table, stated=False)
    # What a first pass settles makes larger figures likely.
    for place in (_column, _tables, _list, _lists, _lists):
        whole = _settled(whole, place, stated=True)
    return whole


def of_one_article(claims: Sequence[Claim]) -> list[Claim]:
    """Pay claims whose period was inferred with the only one that the article states, where they are nearer to it so."""
    stated: dict[str | None, dict[str | None, list[float]]] = {}
    for claim in claims:
        if not claim.period_inferred and not claim.quarantine and _size(claim):
            stated.setdefault(claim.unit, {}).setdefault(claim.period, []).append(_between(claim))
    return [_nearer_so(claim, stated.get(claim.unit, {})) for claim in claims]


def of_one_block(claims: Sequence[Claim]) -> list[Claim]:
    """Pay claims of a paragraph, those for which a year was inferred with the shorter period stated last before them.

    ``₹25,000 per month. Seniors get ₹1.1 lakh``: as a year's pay it would be less than half of what was told before.
    """
    told: dict[str | None, Claim] = {}
    found = list(claims)
    for at, claim in enumerate(claims):
        before = told.get(claim.unit)
        if claim.quarantine or not _between(claim):
            continue
        if not claim.period_inferred:
            told[claim.unit] = claim
        elif claim.period == Period.YEAR and before is not None and before.period not in {None, Period.YEAR}:
            alike = 1 / ALIKE < _between(claim) / _between(before) < MOST_TIMES
            found[at] = _with_period(claim, before.period or "") if alike else claim
    return found


def of_another_column(view: TableView, cell: Cell, period: Period | None) -> bool:
    """``Gross | Monthly take-home``: whether a period that row and header do not say is that of another column alone."""
    own = (period_in(view.words(span), label=True) for span, _ in view.near(cell))
    if period is None or period in own or view.by_columns:
        return False
    heads = [view.words(head) for head in view.table.header if head.column != cell.column]
    return any(period_in(head, label=True) is period for head in heads)


def of_its_row(view: TableView, cell: Cell) -> Period | None:
    """``Norway | NOK 42,500 | per month``, ``Month`` under ``Per``: the period that a row has in a cell of its own."""
    for other in view.siblings(cell):
        words = view.words(other)
        alone = _ALONE.fullmatch(words) if len(words) <= LONGEST_PERIOD else None
        if alone and (not alone["noun"] or _HEADS_PERIODS.search(view.words(view.header(other.column)))):
            return period_in(f"per {alone['noun']}" if alone["noun"] else words)
    return None


def _nearer_so(claim: Claim, stated: Mapping[str | None, Sequence[float]]) -> Claim:
    """A claim of a year's pay, or of what the article states alone if that makes it less unlike all its figures."""
    (period, sizes), *others = stated.items() if stated else ((None, ()),)
    year = claim.period_inferred and claim.period == Period.YEAR and not claim.quarantine
    if not year or others or period in (None, Period.YEAR) or len(sizes) < FEWEST or not _size(claim):
        return claim
    middle = median(sizes)
    so = abs(math.log(_between(claim) / middle))
    yearly = abs(math.log(_between(claim) / PER_YEAR[Period(period)] / middle))
    return _with_period(claim, period) if so < yearly and so < math.log(ALIKE) else claim


def _with_period(claim: Claim, period: str) -> Claim:
    return replace(claim, period=period, value=claim.value.replace(f" / {claim.period}", f" / {period}"))


def _table(claim: Claim) -> Hashable:
    return None if claim.table_index is None else (claim.table_index, claim.unit)


def _column(claim: Claim) -> Hashable:
    return None if claim.table_index is None else (claim.table_index, claim.column_index, claim.unit)


def _tables(claim: Claim) -> Hashable:
    return None if claim.table_index is None else claim.unit


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
        (claim, _with_period(claim, period))
        for claim in group
        if claim.period_inferred and claim.period != period and middle / ALIKE < _size(claim) < middle * ALIKE
    ]


def _between(claim: Claim) -> float:
    """The middle of a claim's ends, or the one that it has."""
    ends = [end for end in (claim.low, claim.high) if end]
    return sum(ends) / len(ends) if ends else 0.0


def _size(claim: Claim) -> float:
    return claim.low or claim.high or 0.0
