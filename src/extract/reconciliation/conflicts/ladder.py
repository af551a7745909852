"""A higher level paid less than a lower one, in one source."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from extract.model import Kind
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.grouping import distinct, groups, several
from extract.reconciliation.wording import listed, years

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

_LADDER: Final = (
    "voice", "role", "place", "unit", "pay_basis", "form", "family", "measure", "as_of", "stand_in",
    "table_index", "scale",
)  # fmt: skip
"""Steps of one ladder have these in common; figures of two tables may be of two places or employers."""

_REPEATED: Final = [*(name for name in _LADDER if name != "table_index"), "level", "band", "key"]


@dataclass(frozen=True, slots=True)
class _Step:
    """A level's figures. Where a source gives it several, the ends that speak least for an inversion."""

    rung: float
    claims: tuple[Any, ...]
    least_low: float
    most_low: float
    least_high: float
    most_high: float

    @property
    def open(self) -> bool:
        return any(claim.high_open for claim in self.claims)


@dataclass(frozen=True, slots=True)
class _Inversion:
    lower: _Step
    higher: _Step
    low_end: float
    """How far the higher level's lower end lies below the lower level's, as a share; 0 if it does not."""
    high_end: float
    whole: bool

    @property
    def size(self) -> float:
        return max(self.low_end, self.high_end) + self.whole

    @property
    def situation(self) -> str:
        """The name of its severity."""
        if self.whole or (self.low_end and self.high_end):
            return "ladder_whole"
        return "ladder_open_end" if not self.low_end and self.higher.open else "ladder_one_end"


def ladder_inversion(case: Case) -> Iterator[Finding]:
    """Levels, or bands of experience, whose figures fall where they should rise."""
    frame = _steps(case)
    for rows in groups(frame, _LADDER, several(frame, _LADDER, "rung")):
        found = _inversions(rows, case.policies.tolerance.same)
        if found:
            yield _finding(found, case)


def _steps(case: Case) -> pd.DataFrame:
    """Claims of pay that stand on a rung."""
    pay = case.claims.of(Kind.SALARY)
    on_rung = pay["family"].isin(["centre", "range"]) & (pay["role"] != "") & pay["rung"].notna()
    return pay[on_rung].drop_duplicates(_REPEATED)


def _inversions(rows: list[Any], tolerance: float) -> list[_Inversion]:
    by_rung: dict[float, list[Any]] = {}
    for row in rows:
        by_rung.setdefault(row.rung, []).append(row)
    steps = [_step(rung, claims) for rung, claims in sorted(by_rung.items())]
    found: list[_Inversion] = []
    for place, higher in enumerate(steps[1:], start=1):
        below = steps[:place]
        # What is inverted at all is so against the lower step that starts or ends highest.
        tops = {max(below, key=attrgetter(end)) for end in ("least_low", "least_high")}
        pairs = (_compare(lower, higher, tolerance) for lower in sorted(tops, key=attrgetter("rung")))
        found += [pair for pair in pairs if pair]
    return sorted(found, key=lambda pair: -pair.size)


def _step(rung: float, claims: list[Any]) -> _Step:
    lows, highs = [claim.near_low for claim in claims], [claim.near_high for claim in claims]
    return _Step(rung, tuple(claims), min(lows), max(lows), min(highs), max(highs))


def _compare(lower: _Step, higher: _Step, tolerance: float) -> _Inversion | None:
    """Whether the higher step pays less at either end."""
    low_end = _fall(lower.least_low, higher.most_low, tolerance)
    high_end = _fall(lower.least_high, higher.most_high, tolerance)
    whole = higher.most_high < lower.least_low * (1 - tolerance) and not higher.open
    return _Inversion(lower, higher, low_end, high_end, whole) if low_end or high_end else None


def _fall(lower: float, higher: float, tolerance: float) -> float:
    fall = (lower - higher) / lower if lower > 0 else 0.0
    return fall if fall > tolerance else 0.0


def _finding(found: list[_Inversion], case: Case) -> Finding:
    worst = found[0]
    lower, higher = worst.lower.claims[0], worst.higher.claims[0]
    words = case.words
    claims = distinct([c for pair in found for step in (pair.lower, pair.higher) for c in step.claims], "claim_id")
    return Finding(
        type="ladder_inversion",
        severity=min((case.severity(pair.situation) for pair in found), key=_rank),
        kind=Kind.SALARY,
        role=lower.role,
        level=higher.level,
        claims=claims,
        summary=(
            f"{words.voice(lower)} pays {words.who(higher.role, higher.level, higher.band)} "
            f"{words.figure(higher)}, less {_where(worst)} than {_name(lower)} {words.figure(lower)}"
            f"{_more(found)}."
        ),
        resolution="kept_both",
        rationale=_rationale(worst),
    )


def _rank(severity: str) -> int:
    return ("error", "warning", "info").index(severity)


def _name(claim: Any) -> str:
    return str(claim.level or years(claim.band))


def _where(pair: _Inversion) -> str:
    if pair.low_end and pair.high_end:
        return "all in all"
    end = "lower" if pair.low_end else "upper"
    return f"at the {end} end"


def _more(found: list[_Inversion]) -> str:
    """The other inverted pairs, by level."""
    others = [f"{_name(p.higher.claims[0])} below {_name(p.lower.claims[0])}" for p in found[1:]]
    return f"; also {listed(others)}" if others else ""


def _rationale(pair: _Inversion) -> str:
    if pair.situation == "ladder_open_end":
        return (
            "The higher level's upper end is open, so it may well lie above; both are kept as stated, "
            "and charts of the stated ends mislead."
        )
    return "Each level keeps its figure: which of them is wrong cannot be told from the source alone."
