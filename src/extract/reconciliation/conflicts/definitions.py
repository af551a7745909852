"""Figures that a reader would put side by side and that measure different things."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from extract.model import Kind
from extract.reconciliation.comparability import differ
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.grouping import distinct, groups, several
from extract.reconciliation.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

_Leveled = dict[tuple[str, str, str], list[Any]]
"""Role, currency and place -> claims."""

_PAY: Final = ("role", "level", "band", "place", "unit")
_SHOWN: Final = 5


def definition_mismatch(case: Case) -> Iterator[Finding]:
    """Sources that give a role's pay by different definitions, or growth over different times."""
    yield from _pay(case)
    yield from _growth_of_roles(case)
    yield from _growth_of_sources(case)


def _pay(case: Case) -> Iterator[Finding]:
    pay = case.claims.of(Kind.SALARY)
    pay = pay[(pay["role"] != "") & (pay["unit"] != "") & (pay["pay_basis"] != "bonus") & ~pay["gross"]]
    whole = pay[pay["family"].isin(["centre", "range"])]
    whole = whole.assign(definition=whole["family"].str.cat(whole[["measure", "pay_basis"]]))
    leveled = _leveled(pay)
    for rows in groups(whole, _PAY, several(whole, _PAY, "definition")):
        unlike = [row for pair in combinations(_one_each(rows), 2) if _unlike(*pair, case) for row in pair]
        if unlike:
            yield _pay_finding(distinct(unlike, "claim_id"), leveled, case)


def _one_each(rows: list[Any]) -> list[Any]:
    """For each definition of each source a figure, or two where they are spread."""
    ordered = sorted(rows, key=lambda row: (row.middle, row.claim_id))
    names = ("source_id", "family", "measure", "pay_basis", "stand_in")
    chosen = distinct([*distinct(ordered, *names), *distinct(ordered[::-1], *names)], "claim_id")
    return chosen if len(chosen) <= _MOST else [*chosen[: _MOST // 2], *chosen[-_MOST // 2 :]]


_MOST: Final = 24
"""Figures of a data item that are held against one another: the lowest and the highest."""


def _unlike(a: Any, b: Any, case: Case) -> bool:
    """Different things measured, by different sources, with different figures."""
    if a.source_id == b.source_id or a.family != b.family:
        return False
    measures = {a.measure, b.measure} == {"mean", "median"}
    bases = a.pay_basis != b.pay_basis
    return (measures or bases) and differ(a.middle, b.middle) > case.policies.tolerance.definitions


def _pay_finding(unlike: list[Any], leveled: _Leveled, case: Case) -> Finding:
    words, first = case.words, unlike[0]
    bases = {row.pay_basis for row in unlike}
    by_level = [] if first.level or first.band else leveled.get((first.role, first.unit, first.place), [])
    by_level = [row for row in by_level if row.pay_basis in bases]
    figures = distinct(unlike, "witness", "key")[:_SHOWN]
    shown = [f"{words.voice(row)} {words.figure(row)}{_note(row)}" for row in figures]
    if by_level:
        low, high = min(by_level, key=lambda r: r.near_low), max(by_level, key=lambda r: r.near_high)
        sources = listed(sorted({words.source(row.source_id) for row in by_level}))
        ends = f"{words.money(low.near_low, first.unit)} to {words.money(high.near_high, first.unit)}"
        shown.append(f"{sources} ranges by level from {ends}{'+' if high.high_open else ''}")
    return Finding(
        type="definition_mismatch",
        severity=case.severity("definition_mismatch"),
        kind=Kind.SALARY,
        role=first.role,
        level=first.level,
        claims=[*unlike, *by_level],
        summary=(
            f"Sources define the pay of {words.who(first.role, first.level, first.band)} differently: "
            f"{'; '.join(shown)}."
        ),
        resolution="kept_apart",
        rationale="Figures of different definitions are not averaged; each stands beside the others.",
        status="resolved",
    )


def _note(row: Any) -> str:
    parts = [
        "" if row.pay_basis == "pay" else f"{row.pay_basis} pay",
        "for a stand-in occupation" if row.stand_in else "",
    ]
    text = ", ".join(part for part in parts if part)
    return f" ({text})" if text else ""


def _leveled(pay: pd.DataFrame) -> _Leveled:
    """Ranges that are given level by level."""
    chosen = pay[((pay["level"] != "") | (pay["band"] != "")) & (pay["family"] == "range")]
    return {(rows[0].role, rows[0].unit, rows[0].place): rows for rows in groups(chosen, ("role", "unit", "place"))}


def _growth(case: Case) -> pd.DataFrame:
    growth = case.claims.of(Kind.OUTLOOK)
    return growth[(growth["role"] != "") & (growth["horizon_key"] != "")]


def _growth_of_roles(case: Case) -> Iterator[Finding]:
    """One source, several roles, several times: a reader compares what cannot be compared."""
    growth = _growth(case)
    for rows in groups(growth, ("source_id",), several(growth, ("source_id",), "horizon_key")):
        if len({row.role for row in rows}) > 1:
            yield _growth_finding(rows, case, "")


def _growth_of_sources(case: Case) -> Iterator[Finding]:
    """One role, several sources, several times."""
    growth = _growth(case)
    for rows in groups(growth, ("role",), several(growth, ("role",), "horizon_key")):
        figures = distinct(rows, "source_id", "horizon_key", "key")
        if len({row.source_id for row in rows}) > 1 and len({row.key for row in figures}) > 1:
            yield _growth_finding(rows, case, rows[0].role)


def _growth_finding(rows: list[Any], case: Case, role: str) -> Finding:
    words = case.words
    shown = [
        f"{words.source(row.source_id) if role else words.role(row.role)} {words.figure(row)}{_note(row)}"
        for row in distinct(rows, "source_id", "role", "horizon_key", "key")[:_SHOWN]
    ]
    who = f"{words.role(role)} in several sources" if role else f"several roles in {words.source(rows[0].source_id)}"
    return Finding(
        type="definition_mismatch",
        severity=case.severity("definition_mismatch"),
        kind=Kind.OUTLOOK,
        role=role,
        aspect="horizon",
        claims=rows,
        summary=f"The growth of {who} is foreseen for different times: {listed(shown)}.",
        resolution="kept_apart",
        rationale="Growth over different times is not averaged; each time has a row of its own.",
        status="resolved",
    )
