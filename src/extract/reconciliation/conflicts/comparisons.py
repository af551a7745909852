"""Comparisons of two roles: against one another and against the figures.

Which of two jobs is paid more may differ from country to country. What a source compares holds where the pay that it
gives is earned, as its currencies tell; a source that gives no pay is held against all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from extract.model import Kind, Modality
from extract.reconciliation.comparability import PAIR, differ, same_measure
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.grouping import distinct, groups, several
from extract.reconciliation.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from extract.reconciliation.policies import Policies

_MOST: Final = 60
"""Figures of a role in one source that are held against another's; no article gives so many."""

_Figures = Mapping[str, Mapping[str, list[Any]]]
"""Role -> source -> what the source says of it."""

_Markets = Mapping[str, frozenset[str]]

_SIGNS: Final = {"higher": 1, "equal": 0, "lower": -1}


def _compared(case: Case) -> pd.DataFrame:
    frame = case.claims.of(Kind.COMPARISON)
    return frame[frame["about"] != ""]


def _markets(case: Case) -> _Markets:
    """Source -> the currencies of the pay that it gives."""
    pay = case.claims.of(Kind.SALARY)
    pay = pay[pay["unit"] != ""]
    return {str(source): frozenset(units) for source, units in pay.groupby("source_id")["unit"]}


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the pay of two sources is that of different countries."""
    return bool(one and other) and not one & other


def comparison_conflict(case: Case) -> Iterator[Finding]:
    """A over B in one place, B over A in another."""
    frame, markets = _compared(case), _markets(case)
    keys = (*PAIR, "level", "basis")
    for rows in groups(frame, keys, several(frame, keys, "stands")):
        met = [row for row in rows if any(_meet(row, other, markets) for other in rows)]
        yield _conflict(met or rows, markets, case, elsewhere=not met)


def _meet(row: Any, other: Any, markets: _Markets) -> bool:
    """Whether two comparisons say otherwise of the same country's pay, or of anything else."""
    if row.stands == other.stands:
        return False
    one, two = (markets.get(claim.source_id, frozenset()) for claim in (row, other))
    return row.about != Kind.SALARY or not _apart(one, two)


def _conflict(rows: list[Any], markets: _Markets, case: Case, *, elsewhere: bool) -> Finding:
    words, first = case.words, rows[0]
    sides: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        sides[row.stands].append(row)
    mild = "equal" in sides or any(all(r.modality == Modality.HEDGED for r in side) for side in sides.values())
    rationale = "The heavier side makes the fact; where both weigh the same there is none."
    if elsewhere:
        where = [listed(sorted(_earned(side, markets))) for _, side in sorted(sides.items())]
        rationale = f"One gives pay in {', the other in '.join(where)}: both may be right where they are. {rationale}"
    alone = len({row.source_id for row in rows}) == 1
    parts = [
        f"{words.role(first.first)} {_RELATIONS[stands]} {words.role(first.second)}"
        + ("" if alone else f" ({_names(side, case)})")
        for stands, side in sorted(sides.items())
    ]
    who = f"{_names(rows, case)} contradicts itself" if alone else "Sources disagree"
    return Finding(
        type="comparison_conflict",
        severity=case.severity("comparison_conflict_hedged" if mild or elsewhere else "comparison_conflict"),
        kind=Kind.COMPARISON,
        role=first.first,
        level=first.level,
        aspect=first.about,
        claims=rows,
        summary=f"{who} on {_aspect(first.aspect)}: {' against '.join(parts)}.",
        resolution="weighted",
        rationale=rationale,
    )


def _earned(rows: Sequence[Any], markets: _Markets) -> frozenset[str]:
    return frozenset().union(*(markets[row.source_id] for row in rows))


def _names(rows: Sequence[Any], case: Case) -> str:
    return listed(sorted({case.words.source(row.source_id) for row in rows}))


_RELATIONS: Final = {"higher": "above", "lower": "below", "equal": "level with"}


def _aspect(aspect: str) -> str:
    return aspect.replace("_", " ") or "the comparison"


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a source's figures say of two roles: 1 the first has more, -1 the second, 0 about the same.

    ``ratio`` is the first role's figure over the second's. ``certain`` is False where the figures are not
    quite alike.
    """

    source: str
    sign: int
    ratio: float
    claims: tuple[Any, ...]
    certain: bool


def comparison_vs_figures(case: Case) -> Iterator[Finding]:
    """That A has more than B, or so many percent more, against figures of both roles in one source."""
    comparisons = _compared(case)
    comparisons = comparisons[comparisons["about"].isin([str(Kind.SALARY), str(Kind.OUTLOOK)])]
    if comparisons.empty:
        return
    figures = {kind: _figures(kind, comparisons, case) for kind in sorted(comparisons["about"].unique())}
    markets = _markets(case)
    for rows in groups(comparisons, (*PAIR, "stands", "level", "basis")):
        known = figures[rows[0].about]
        verdicts = [v for v in _verdicts(rows[0], known, case.policies) if _of_their_market(rows, v, markets)]
        wrong = [verdict for verdict in verdicts if _contradicts(rows[0].stands, verdict, case.policies)]
        if wrong:
            borne_out = any(verdict.sign == _SIGNS[rows[0].stands] for verdict in verdicts)
            yield _against_figures(rows, wrong, case, borne_out=borne_out)
            continue
        for row in distinct(rows, "source_id", "low", "high"):
            own = [v for v in verdicts if v.source == row.source_id and _wrong_size(row, v, case.policies)]
            if own:
                yield _wrong_difference(row, own[0], case)


def _of_their_market(rows: Sequence[Any], verdict: _Verdict, markets: _Markets) -> bool:
    """Whether figures are of the pay that at least one who compares speaks of."""
    units = frozenset(claim.unit for claim in verdict.claims if claim.kind == Kind.SALARY)
    return any(not _apart(markets.get(row.source_id, frozenset()), units) for row in rows)


def _figures(kind: str, comparisons: pd.DataFrame, case: Case) -> _Figures:
    """Of the roles that are compared, in their order."""
    frame = case.claims.of(kind)
    roles = set(comparisons["first"]) | set(comparisons["second"])
    frame = frame[frame["role"].isin(roles) & frame["family"].isin(["centre", "range"])]
    frame = frame[~frame["gross"] & ~frame["breakdown"]]
    found: defaultdict[str, dict[str, list[Any]]] = defaultdict(dict)
    for rows in groups(frame, ("source_id", "role")):
        figures = distinct(rows, "level", "band", "place", "horizon", "basis", "key")
        found[rows[0].role][rows[0].source_id] = figures[:_MOST]
    return found


def _verdicts(pair: Any, figures: _Figures, policies: Policies) -> Iterator[_Verdict]:
    """What each source that has figures of both roles says, by part of pay."""
    first, second = (figures.get(role, {}) for role in (pair.first, pair.second))
    for source in sorted(first.keys() & second.keys()):
        by_part: defaultdict[str, list[tuple[Any, Any]]] = defaultdict(list)
        for a in first[source]:
            for b in second[source]:
                if _comparable(a, b) and _meant(a, pair):
                    by_part[a.pay_basis].append((a, b))
        for part in sorted(by_part):
            yield _verdict(source, by_part[part], policies)


def _verdict(source: str, matched: list[tuple[Any, Any]], policies: Policies) -> _Verdict:
    signs = [_sign(a, b, policies) for a, b in matched]
    claims = distinct([row for both in matched for row in both], "claim_id")
    return _Verdict(
        source,
        sign=(sum(signs) > 0) - (sum(signs) < 0),
        ratio=median(a.middle / b.middle if b.middle else 1.0 for a, b in matched),
        claims=tuple(claims),
        certain=not any(row.stand_in for row in claims) and all(map(_same_time, matched)),
    )


def _comparable(a: Any, b: Any) -> bool:
    """Two roles' figures in one source that a reader may hold against one another."""
    if a.kind == Kind.OUTLOOK:
        return bool(a.place == b.place)
    names = ("level", "band", "place", "unit", "pay_basis", "form", "family", "origin")
    return all(getattr(a, name) == getattr(b, name) for name in names) and same_measure(a.measure, b.measure)


def _meant(figure: Any, pair: Any) -> bool:
    """Whether a comparison is about this level and part of pay, as far as it says."""
    return (not pair.level or figure.level == pair.level) and (not pair.basis or figure.basis == pair.basis)


def _same_time(pair: tuple[Any, Any]) -> bool:
    return bool(pair[0].horizon_key == pair[1].horizon_key)


def _sign(a: Any, b: Any, policies: Policies) -> int:
    """1 if the first figure is higher, -1 if lower, 0 if they are about the same."""
    larger = max(abs(a.middle), abs(b.middle))
    if abs(a.middle - b.middle) <= policies.tolerance.comparison * larger:
        return 0
    return 1 if a.middle > b.middle else -1


def _contradicts(stands: str, verdict: _Verdict, policies: Policies) -> bool:
    """The reverse; or "the same" against figures that are far apart."""
    if stands != "equal":
        return verdict.sign == -_SIGNS[stands]
    return bool(verdict.sign and differ(verdict.ratio, 1.0) > policies.tolerance.equal_roles)


def _wrong_size(row: Any, verdict: _Verdict, policies: Policies) -> bool:
    """Whether "so many percent more" is not what the source's own figures differ by."""
    if row.unit != "percent" or np.isnan(row.near_low) or row.stands == "equal" or not verdict.certain:
        return False
    # "A earns x percent more than B" is x percent of B, whichever of them is first by alphabet.
    first_is_subject = row.role == row.first
    ratio = verdict.ratio if first_is_subject else 1 / verdict.ratio
    points = abs(ratio - 1) * 100
    slack = policies.tolerance.difference_points
    return bool(points < row.near_low - slack or points > row.near_high + slack)


def _wrong_difference(row: Any, verdict: _Verdict, case: Case) -> Finding:
    words = case.words
    ratio = verdict.ratio if row.role == row.first else 1 / verdict.ratio
    return Finding(
        type="comparison_vs_figures",
        severity=case.severity("comparison_size"),
        kind=Kind.COMPARISON,
        role=row.role,
        aspect=_aspect(row.aspect),
        claims=[row, *verdict.claims],
        summary=(
            f"{words.source(row.source_id)} says that {_aspect(row.aspect)} is {words.amount(row)} "
            f"{row.direction} for {words.role(row.role)} than for {words.role(row.object_role)}; "
            f"by its own figures the difference is {abs(ratio - 1):.0%}: {_shown(verdict.claims, case)}."
        ),
        resolution="kept_both",
        rationale="The direction holds; the figures are believed over the rounded difference.",
    )


def _against_figures(rows: Sequence[Any], found: list[_Verdict], case: Case, *, borne_out: bool) -> Finding:
    words, first = case.words, rows[0]
    speakers, counters = {row.source_id for row in rows}, {verdict.source for verdict in found}
    own = not borne_out and speakers & {verdict.source for verdict in found if verdict.certain}
    figures = distinct([row for verdict in found for row in verdict.claims], "claim_id")
    top, bottom = (first.first, first.second) if first.stands != "lower" else (first.second, first.first)
    aspect, verb = _aspect(first.aspect), "says" if len(speakers) == 1 else "say"
    whose = "its own figures"
    if speakers != counters or len(speakers) > 1:
        whose = f"the figures of {listed(words.source(source) for source in sorted(counters))}"
    relation = (
        f"the same for {words.role(top)} and {words.role(bottom)}"
        if first.stands == "equal"
        else f"higher for {words.role(top)} than for {words.role(bottom)}"
    )
    return Finding(
        type="comparison_vs_figures",
        severity=case.severity("comparison_vs_own_figures" if own else "comparison_vs_figures"),
        kind=Kind.COMPARISON,
        role=top,
        level=first.level,
        aspect=aspect,
        claims=[*rows, *figures],
        summary=(
            f"{_names(rows, case)} {verb} that {aspect} is {relation}; {whose} say otherwise: {_shown(figures, case)}."
        ),
        resolution="kept_both",
        rationale=_why(found, borne_out=borne_out),
    )


def _why(found: list[_Verdict], *, borne_out: bool) -> str:
    if not any(verdict.certain for verdict in found):
        return "The figures are not quite alike (another occupation or time), so they are weak against it."
    if borne_out:
        return "Other figures bear it out: it depends on what is counted, or on whom one asks."
    return "The figures are of the same kind on both sides, so one of the two is wrong."


def _shown(figures: Sequence[Any], case: Case) -> str:
    return listed(f"{case.words.who(row.role, row.level)} {case.words.figure(row)}{_note(row)}" for row in figures)


def _note(row: Any) -> str:
    basis = f" {row.basis}" if row.basis else ""
    return basis + (" for a stand-in occupation" if row.stand_in else "")
