"""Comparable amounts that do not meet: between ranges, between centres, and a centre outside a range."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from extract.model import Kind, Level
from extract.reconciliation.comparability import comparable, differ
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.grouping import distinct, groups, several
from extract.reconciliation.wording import listed, years

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


_ITEM: Final = ("compared",)
_ROLE: Final = ("role", "place", "unit", "pay_basis", "form")
_SHOWN: Final = 4


def range_disjoint(case: Case) -> Iterator[Finding]:
    """Two voices' ranges, or their averages, or their medians, for one data item."""
    pay = comparable(case.claims.of(Kind.SALARY))
    for rows in groups(pay, _ITEM, several(pay, _ITEM, "voice")):
        apart = _apart(rows, case)
        if apart:
            yield _disjoint(apart, rows[0], case)


def point_outside_range(case: Case) -> Iterator[Finding]:
    """A centre outside another voice's range for its data item, or where none of the role's levels is."""
    pay = comparable(case.claims.of(Kind.SALARY))
    for rows in groups(pay, _ITEM, several(pay, _ITEM, "voice")):
        centres = [row for row in rows if row.family == "centre"]
        ranges = [row for row in rows if row.family == "range"]
        pairs = _outside(centres, ranges, case.policies.tolerance.outside_range)
        if pairs:
            yield _point(pairs, case)
    leveled = (pay["level"] != "") | (pay["band"] != "")
    for rows in groups(pay, _ROLE, leveled):
        yield from _against_levels(rows, case)


def _apart(rows: Sequence[Any], case: Case) -> list[Any]:
    """The claims that do not meet another voice's, widest gap first."""
    limits = case.policies.tolerance
    found: list[tuple[float, Any]] = []
    for family, measure in (("range", ""), ("centre", "mean"), ("centre", "median")):
        limit = limits.range_gap if family == "range" else limits.centre_between
        chosen = [r for r in rows if r.family == family and (r.measure in {"", measure} or family == "range")]
        found += _gaps(chosen, limit)
    return distinct([row for _, row in sorted(found, key=lambda item: -item[0])], "claim_id")


def _gaps(rows: Sequence[Any], limit: float) -> list[tuple[float, Any]]:
    """Each row apart from another voice's, with its widest gap; linear, since extremes are enough."""
    bottoms = _extremes(rows, "bottom", highest=True)
    tops = _extremes(rows, "top", highest=False)
    found = []
    for row in rows:
        over = next((top for voice, top in tops if voice != row.voice), np.inf)
        under = next((bottom for voice, bottom in bottoms if voice != row.voice), -np.inf)
        gap = max(_gap(over, row.bottom), _gap(row.top, under))
        if gap > limit:
            found.append((gap, row))
    return found


def _extremes(rows: Sequence[Any], name: str, *, highest: bool) -> list[tuple[str, float]]:
    """The two voices that reach furthest, and how far."""
    sign = -1 if highest else 1
    reach: dict[str, float] = {}
    for row in rows:
        value = sign * getattr(row, name)
        reach[row.voice] = min(value, reach.get(row.voice, np.inf))
    ordered = sorted((value, voice) for voice, value in reach.items())
    return [(voice, sign * value) for value, voice in ordered[:2]]


def _gap(below: float, above: float) -> float:
    """How far ``above`` lies above ``below``, as a share; 0 where they meet or one is unbounded."""
    return differ(below, above) if np.isfinite(below) and np.isfinite(above) and below < above else 0.0


def _disjoint(apart: list[Any], item: Any, case: Case) -> Finding:
    middles = sorted(row.middle for row in apart)
    far = middles[0] <= 0 or middles[-1] / middles[0] >= case.policies.severity_limits.far_apart
    return Finding(
        type="range_disjoint",
        severity=case.severity("range_far_apart" if far else "range_disjoint"),
        kind=Kind.SALARY,
        role=item.role,
        level=item.level,
        claims=apart,
        summary=f"Sources do not meet on the pay of {_whom(item, case)}: {_figures(apart, case)}.",
        resolution="weighted",
        rationale=f"By all that they say they mean the same; the fact is {_made_by(apart)}.",
    )


def _made_by(rows: Sequence[Any]) -> str:
    if any(row.fused for row in rows):
        return "what most of them say, their usual offsets taken off"
    return "their weighted median"


def _held_by(row: Any) -> str:
    return "what most of the sources say makes the fact" if row.fused else "the heavier makes the fact"


def _outside(centres: Sequence[Any], ranges: Sequence[Any], limit: float) -> list[tuple[float, Any, Any]]:
    """Centres outside another voice's range: how far, the centre and the range, furthest first."""
    upward = sorted(ranges, key=lambda row: row.top)
    downward = sorted(ranges, key=lambda row: -row.bottom)
    found = []
    for centre in centres:
        lowest = next((row for row in upward if row.voice != centre.voice), None)
        highest = next((row for row in downward if row.voice != centre.voice), None)
        if lowest is not None and highest is not None:
            gaps = (_gap(lowest.top, centre.bottom), lowest), (_gap(centre.top, highest.bottom), highest)
            found += [(gap, centre, other) for gap, other in gaps if gap > limit]
    return sorted(found, key=lambda item: -item[0])


def _point(pairs: list[tuple[float, Any, Any]], case: Case) -> Finding:
    _, centre, other = pairs[0]
    words = case.words
    return Finding(
        type="point_outside_range",
        severity=case.severity("point_outside_range"),
        kind=Kind.SALARY,
        role=centre.role,
        level=centre.level,
        claims=distinct([row for _, *both in pairs for row in both], "claim_id"),
        summary=(
            f"{words.voice(centre)} gives the pay of {_whom(centre, case)} as {words.figure(centre)}, "
            f"outside the {words.figure(other)} of {words.voice(other)}."
        ),
        resolution="weighted",
        rationale=f"An average lies inside its range; where both cannot hold, {_held_by(centre)}.",
    )


def _against_levels(rows: list[Any], case: Case) -> Iterator[Finding]:
    """Figures for the role as a whole against sources' levels.

    One finding for each source that contradicts itself, and one for all that contradict one another.
    """
    whole = sorted(
        (row for row in rows if not row.level and not row.band and row.family == "centre"),
        key=lambda row: (row.bottom, row.claim_id),
    )
    own: defaultdict[str, list[Any]] = defaultdict(list)
    for row in whole:
        own[row.source_id].append(row)
    between: list[tuple[list[Any], list[Any]]] = []
    leveled = sorted((row for row in rows if row.level or row.band), key=lambda row: row.voice)
    for _, group in groupby(leveled, key=lambda row: row.voice):
        ladder = distinct(list(group), "level", "band", "key")
        if len({(row.level, row.band) for row in ladder}) < 2:
            continue
        mine = [row for row in own[ladder[0].source_id] if _off_ladder(row, ladder, case)]
        if mine:
            yield _off_ladder_finding(mine, ladder, ladder, case)
        # If any other source's figure is outside, the lowest or the highest is.
        ends = [_of_another(ladder[0], whole), _of_another(ladder[0], whole[::-1])]
        out = [row for row in ends if row is not None and _off_ladder(row, ladder, case)]
        between += [(out, ladder)] if out else []
    if between:
        figures = distinct([row for out, _ in between for row in out], "claim_id")
        steps = [row for _, ladder in between for row in ladder]
        yield _off_ladder_finding(figures, between[0][1], steps, case)


def _of_another(row: Any, rows: Sequence[Any]) -> Any:
    """The first row of another source; None if there is none."""
    return next((other for other in rows if other.source_id != row.source_id), None)


def _off_ladder(whole: Any, ladder: Sequence[Any], case: Case) -> str:
    """Where the whole lies that it should not; empty if it is among its levels.

    Outside all of them is wrong in any case, if the ladder reaches so far. Above a senior level or below a
    beginner's is wrong in one source; two sources may have asked different people.
    """
    limits = case.policies.tolerance
    rungs = case.policies.ladder.by_name()
    beginners = [row for row in ladder if _is_beginner(row, rungs)]
    seniors = [row for row in ladder if _is_senior(row, rungs)]
    above = _gap(max(row.top for row in ladder), whole.bottom)
    below = _gap(whole.top, min(row.bottom for row in ladder))
    if (seniors and above > limits.outside_range) or (beginners and below > limits.outside_range):
        return "every level"
    if whole.source_id != ladder[0].source_id:
        return ""
    wrong = [row for row in seniors if _gap(row.top, whole.bottom) > limits.comparison]
    wrong += [row for row in beginners if _gap(whole.top, row.bottom) > limits.comparison]
    return str(wrong[0].level or years(wrong[0].band)) if wrong else ""


def _is_beginner(row: Any, rungs: Mapping[str, int]) -> bool:
    return bool(row.experience_min <= 1 if row.band else row.rung <= rungs[Level.ENTRY])


def _is_senior(row: Any, rungs: Mapping[str, int]) -> bool:
    """A senior level, or a band of experience that is open above."""
    return bool(np.isnan(row.experience_max) if row.band else row.rung >= rungs[Level.SENIOR])


def _off_ladder_finding(out: list[Any], ladder: list[Any], steps: list[Any], case: Case) -> Finding:
    """``ladder`` is the one that is shown, ``steps`` the claims of all that are involved."""
    words, first = case.words, out[0]
    what = _off_ladder(first, ladder, case)
    beside = [row for row in ladder if what in {row.level, years(row.band)}] or ladder
    side = "above" if first.bottom > max(row.near_high for row in beside) else "below"
    shown = listed(f"{row.level or years(row.band)} {words.amount(row)}" for row in beside[:_SHOWN])
    return Finding(
        type="within_source" if first.voice == ladder[0].voice else "point_outside_range",
        severity=case.severity("point_outside_range"),
        kind=Kind.SALARY,
        role=first.role,
        aspect="levels",
        claims=[*out, *steps],
        summary=(
            f"{words.voice(first)} gives the pay of {_whom(first, case)} as {words.figure(first)}, "
            f"{side} {what} of {words.voice(ladder[0])}: {shown}."
        ),
        resolution="kept_both",
        rationale=(
            "A role's average lies among its levels, below what seniors and above what beginners earn; "
            "the figures stand in rows of their own."
        ),
    )


def _whom(claim: Any, case: Case) -> str:
    place = f" in {claim.place}" if claim.place else ""
    return case.words.who(claim.role, claim.level, claim.band) + place


def _figures(rows: Sequence[Any], case: Case) -> str:
    return listed(f"{case.words.figure(row)} ({case.words.voice(row)})" for row in rows[: _SHOWN + 1])
