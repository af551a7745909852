"""Data items that are left without a usable claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from extract.model import Container, Flag, Modality, Polarity
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.grouping import distinct, groups
from extract.reconciliation.normalise import NUMERIC
from extract.reconciliation.wording import kind_words, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM: Final = ("kind", "role", "level", "band")


def coverage_gap(case: Case) -> Iterator[Finding]:
    """Pay of a role and level, or growth of a role, of which only unusable claims speak.

    An implausible amount in running text is no gap: it may well be no pay at all.
    """
    frame = case.claims.all
    frame = frame[frame["kind"].isin([str(kind) for kind in NUMERIC]) & (frame["role"] != "")]
    frame = frame[(frame["polarity"] != Polarity.NEGATED) & (frame["modality"] != Modality.REPORTED)]
    usable = frame.groupby(list(_ITEM), sort=False)["usable"].transform("any")
    for rows in groups(frame[~usable], _ITEM):
        if any(row.container == Container.TABLE or Flag.IMPLAUSIBLE_AMOUNT not in row.flags for row in rows):
            yield _finding(rows, case)


def _finding(rows: list[Any], case: Case) -> Finding:
    words, first = case.words, rows[0]
    shown = distinct(rows, "source_id", "key")
    lost = listed(f'"{quoted(row.quote or str(row.value))}" in {words.voice(row)}' for row in shown)
    are = "the only one cannot be used" if len(shown) == 1 else "none of them can be used"
    return Finding(
        type="coverage_gap",
        severity=case.severity("coverage_gap"),
        kind=first.kind,
        role=first.role,
        level=first.level,
        claims=rows,
        summary=(
            f"No {kind_words(first.kind)} figure is left for "
            f"{words.who(first.role, first.level, first.band)}: {are} ({lost})."
        ),
        resolution="awaiting_review",
        rationale="A ruling on the broken amount, or another source, would close the gap.",
    )
