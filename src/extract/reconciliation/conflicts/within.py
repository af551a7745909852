"""A source that contradicts itself: figure against figure, list against list."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from extract.model import Container, Kind, Polarity
from extract.reconciliation.comparability import differ
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.grouping import distinct, groups, several
from extract.reconciliation.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.reconciliation.exclusive import Contest
    from extract.reconciliation.policies import Policies

_PAY: Final = ("voice", "item", "as_of", "stand_in")
_GROWTH: Final = ("voice", "role", "region", "horizon_key", "statistic", "as_of", "stand_in")
_MOST: Final = 60
"""Statements of a few figures that are held against one another."""

_COMPARED: Final = frozenset({"centre", "range"})


def within_source(case: Case) -> Iterator[Finding]:
    """Every way in which one source, quoting one origin, says two things that cannot both hold."""
    yield from _pay(case)
    yield from _growth(case)
    yield from _tools(case)
    yield from _polarity(case)


def _pay(case: Case) -> Iterator[Finding]:
    pay = case.claims.of(Kind.SALARY)
    pay = pay[(pay["unit"] != "") & (pay["role"] != "") & pay["family"].isin(list(_COMPARED))]
    for rows in groups(pay, _PAY, several(pay, _PAY, "key")):
        if len({row.key for row in rows}) > case.policies.within_source.values:
            continue
        lone = len({row.key for row in rows if row.bare}) == 1
        near = case.policies.within_source.near
        stated = distinct(rows, "key", "container", "period", "section")[:_MOST]
        pairs = [
            pair for pair in combinations(stated, 2) if not _side_by_side(*pair, near) and _same_thing(*pair, lone=lone)
        ]
        bad = [(pair, situation) for pair in pairs if (situation := _contradiction(*pair, case.policies))]
        if bad:
            yield _figures(bad, rows, case)


def _same_thing(a: Any, b: Any, *, lone: bool) -> bool:
    """Whether two figures of one source are meant to be the same.

    So are two averages, an average and its range, a table's figure and the text's; not a salary and a
    contractor's rate, unless both are the average of the same people. A bare figure beside an average is
    taken for one only if it is the only one (``lone``).
    """
    measured = a.measure != "" and a.measure == b.measure
    if measured or (a.family != b.family and a.form == b.form and not a.bare and not b.bare):
        return True
    if a.form != b.form:
        return False
    if a.family == b.family == "centre" and a.bare != b.bare:
        return lone
    return bool(a.container != b.container or (a.family == b.family == "range" and a.section != b.section))


def _side_by_side(a: Any, b: Any, near: int) -> bool:
    """Figures that break pay down by something.

    Two cells of one table, two items of one list, or two of a kind in one breath: who names both means two
    things.
    """
    if a.container != b.container:
        return False
    if a.container == Container.TABLE:
        return bool(a.table_index == b.table_index)
    if a.container == Container.LIST and a.section == b.section:
        return True
    together = min(a.char_start, b.char_start) >= 0 and abs(a.char_start - b.char_start) < near
    return bool(together and a.family == b.family)


def _contradiction(a: Any, b: Any, policies: Policies) -> str:
    """The name of the severity of what is wrong between two figures; empty if nothing is."""
    limits = policies.tolerance
    slack = limits.across_periods if (a.period or "year") != (b.period or "year") else 0.0
    if a.family == b.family == "range":
        if not _meet(a, b, max(slack, limits.range_gap)):
            return "within_source"
        ends = max(differ(a.near_low, b.near_low), differ(a.near_high, b.near_high))
        return "within_source_overlap" if ends > max(slack, limits.end_within) and not _open(a, b) else ""
    limit = limits.centre_within if a.family == b.family else limits.same
    return "" if _meet(a, b, max(slack, limit)) else "within_source"


def _meet(a: Any, b: Any, limit: float) -> bool:
    low, high = (a, b) if a.bottom <= b.bottom else (b, a)
    return bool(low.top >= high.bottom or differ(low.top, high.bottom) <= limit)


def _open(*rows: Any) -> bool:
    return any(row.low_open or row.high_open for row in rows)


def _figures(bad: list[tuple[tuple[Any, Any], str]], rows: list[Any], case: Case) -> Finding:
    (first, second), situation = min(bad, key=lambda item: item[1] != "within_source")
    words, said = case.words, {row.key for pair, _ in bad for row in pair}
    return Finding(
        type="within_source",
        severity=case.severity(situation),
        kind=Kind.SALARY,
        role=first.role,
        level=first.level,
        claims=[row for row in rows if row.key in said],
        summary=(
            f"{words.voice(first)} gives the pay of {words.who(first.role, first.level, first.band)} "
            f"as {words.figure(first)} ({first.container}) and "
            f"as {words.figure(second)} ({second.container})."
        ),
        resolution="weighted",
        rationale="The source has one vote; within it the more direct statement weighs more.",
    )


def _growth(case: Case) -> Iterator[Finding]:
    growth = case.claims.of(Kind.OUTLOOK)
    growth = growth[growth["role"] != ""]
    for rows in groups(growth, _GROWTH, several(growth, _GROWTH, "key")):
        figures = distinct(rows, "key")
        spread = differ(min(row.middle for row in figures), max(row.middle for row in figures))
        if len(figures) > case.policies.within_source.values or spread <= case.policies.tolerance.centre_within:
            continue
        words = case.words
        yield Finding(
            type="within_source",
            severity=case.severity("within_source"),
            kind=Kind.OUTLOOK,
            role=rows[0].role,
            claims=rows,
            summary=(
                f"{words.voice(rows[0])} gives the growth of {words.role(rows[0].role)} as "
                f"{listed(words.figure(row) for row in figures)} for the same time."
            ),
            resolution="kept_both",
            rationale="Nothing in the source says which of them holds.",
        )


def _tools(case: Case) -> Iterator[Finding]:
    for contest in case.contests:
        mine = [row for row in contest.against if row.source_id in contest.sources]
        if mine:
            yield _tool(contest, mine, case)


def _tool(contest: Contest, against: list[Any], case: Case) -> Finding:
    words = case.words
    sources = {row.source_id for row in against}
    said = [row for row in contest.exclusive if row.source_id in sources]
    return Finding(
        type="within_source",
        severity=case.severity("within_source"),
        kind=Kind.TOOL,
        role=contest.role,
        aspect=contest.tool,
        claims=[*said, *against],
        summary=(
            f"{listed(words.source(source) for source in sorted(sources))} gives {contest.tool} to "
            f"{words.role(contest.role)} alone and elsewhere to {words.role(contest.other)} too."
        ),
        resolution="kept_both",
        rationale="A tool named for a role is used by it; that it is the other's alone is taken back.",
    )


def _polarity(case: Case) -> Iterator[Finding]:
    """A tool that a source says a role needs and does not need."""
    frame = case.claims.all
    frame = frame[(frame["kind"] == Kind.TOOL) & frame["usable"] & (frame["modality"] != "reported")]
    keys = ("source_id", "role", "key")
    for rows in groups(frame, keys, several(frame, keys, "polarity")):
        words, first = case.words, rows[0]
        negated = next(row for row in rows if row.polarity == Polarity.NEGATED)
        yield Finding(
            type="within_source",
            severity=case.severity("within_source"),
            kind=Kind.TOOL,
            role=first.role,
            aspect=str(negated.value),
            claims=rows,
            summary=(
                f"{words.source(first.source_id)} says that {words.role(first.role)} uses {negated.value} "
                "and that it does not."
            ),
            resolution="kept_both",
            rationale="What is affirmed stands with less confidence.",
        )
