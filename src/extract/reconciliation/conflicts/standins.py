"""Another occupation's figure in the place of the role's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.model import Kind
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.grouping import distinct, groups
from extract.reconciliation.normalise import NUMERIC
from extract.reconciliation.wording import kind_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterator


def proxy_role(case: Case) -> Iterator[Finding]:
    """One finding for each role and kind of claim."""
    frame = case.claims.all
    frame = frame[frame["stand_in"] & frame["supports"] & (frame["role"] != "")]
    for rows in groups(frame, ("kind", "role")):
        yield _finding(rows, _direct(rows[0], case), case)


def _direct(item: Any, case: Case) -> bool:
    """Whether anybody gives a figure of the role itself, for the same level."""
    frame = case.claims.of(item.kind)
    return bool(((frame["role"] == item.role) & (frame["level"] == item.level) & ~frame["stand_in"]).any())


def _finding(rows: list[Any], direct: bool, case: Case) -> Finding:
    words, first = case.words, rows[0]
    occupations = listed(f'"{row.stated_role}"' for row in rows if row.stated_role) or "another occupation"
    shown = distinct(rows, "source_id", "level", "key")
    numeric = first.kind in {str(kind) for kind in NUMERIC}
    figures = listed(f"{words.voice(r)} {words.figure(r)}" for r in shown) if numeric else ""
    given = f" ({figures})" if figures else f" in {listed(words.voice(row) for row in shown)}"
    used = "proxy_role" if direct else "proxy_role_only"
    noun = "figure" if numeric else "claim"
    return Finding(
        type="proxy_role",
        severity=case.severity(used),
        kind=first.kind,
        role=first.role,
        level=first.level if len({row.level for row in rows}) == 1 else "",
        claims=rows,
        summary=(
            f"The {kind_words(Kind(first.kind))} of {words.role(first.role)}{given} is that of "
            f"{occupations}, which stands in for it."
        ),
        resolution="preferred" if direct else "weighted",
        rationale=(
            f"A {noun} of the role itself is preferred; this one is set aside."
            if direct
            else f"Nobody gives a {noun} of the role itself, so this one is used, with little weight."
        ),
        status="resolved" if direct else "open",
    )
