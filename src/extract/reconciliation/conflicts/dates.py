"""Figures that hold for a date long past."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from extract.model import Kind
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.grouping import groups
from extract.reconciliation.normalise import year_of
from extract.reconciliation.wording import kind_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM: Final = ("kind", "role", "level", "band", "unit")


def stale(case: Case) -> Iterator[Finding]:
    """One finding for each source and kind: old against the newest date in hand, never against the clock."""
    if np.isnan(case.newest):
        return
    limits = {str(Kind.SALARY): case.policies.stale.salary, str(Kind.OUTLOOK): case.policies.stale.outlook}
    frame = case.claims.all
    frame = frame[frame["kind"].isin(list(limits)) & frame["supports"]]
    behind = case.newest - frame["year"] >= frame["kind"].map(limits)
    passed = frame["horizon"].map({text: year_of(text) for text in frame["horizon"].unique()}) <= case.newest
    old = (behind | passed).to_numpy(dtype=bool)
    fresh = set(frame.loc[~old, list(_ITEM)].itertuples(index=False, name=None))
    for rows in groups(frame[old], ("source_id", "kind")):
        yield _finding(rows, fresh, case)


def _finding(rows: list[Any], fresh: set[tuple[Any, ...]], case: Case) -> Finding:
    words, first = case.words, rows[0]
    only = [row for row in rows if tuple(getattr(row, name) for name in _ITEM) not in fresh]
    roles = sorted({row.role for row in rows if row.role})
    held = sorted({f"{row.year:.0f}" for row in rows if not np.isnan(row.year)})
    until = sorted({f"{year_of(row.horizon):.0f}" for row in rows if row.horizon})
    says = f"gives figures of {listed(held)} for" if held else "foresees"
    return Finding(
        type="stale",
        severity=case.severity("stale_only" if only else "stale"),
        kind=first.kind,
        role=roles[0] if len(roles) == 1 else "",
        claims=rows,
        summary=(
            f"{words.source(first.source_id)} {says} the {kind_words(first.kind)} of "
            f"{listed(words.role(role) for role in roles) or 'unnamed roles'}"
            f"{'' if held else f' until {listed(until)}'}; the newest date in hand is {case.newest:.0f}."
        ),
        resolution="weighted",
        rationale=(
            f"For {len(only)} of {len(rows)} nothing newer is known; the old figure is used, weighing less."
            if only
            else "Newer figures of the same data items weigh more."
        ),
        status="open" if only else "resolved",
    )
