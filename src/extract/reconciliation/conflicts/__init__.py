"""Discrepancies: one detector for each type of the contract.

A detector takes a :class:`~extract.reconciliation.conflicts.findings.Case` and yields findings. Adding a
type is a function and a row in :data:`DETECTORS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.reconciliation.conflicts.amounts import implausible_amount, inverted_range, malformed_amount
from extract.reconciliation.conflicts.comparisons import comparison_conflict, comparison_vs_figures
from extract.reconciliation.conflicts.copied import copied_source
from extract.reconciliation.conflicts.coverage import coverage_gap
from extract.reconciliation.conflicts.dates import stale
from extract.reconciliation.conflicts.definitions import definition_mismatch
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.conflicts.ladder import ladder_inversion
from extract.reconciliation.conflicts.ranges import point_outside_range, range_disjoint
from extract.reconciliation.conflicts.standins import proxy_role
from extract.reconciliation.conflicts.tools import exclusivity
from extract.reconciliation.conflicts.within import within_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DETECTORS: Final[tuple[Callable[[Case], Iterable[Finding]], ...]] = (
    malformed_amount,
    inverted_range,
    implausible_amount,
    ladder_inversion,
    range_disjoint,
    point_outside_range,
    within_source,
    exclusivity,
    comparison_vs_figures,
    comparison_conflict,
    definition_mismatch,
    proxy_role,
    stale,
    coverage_gap,
    copied_source,
)

__all__ = ["DETECTORS", "Case", "Finding"]
