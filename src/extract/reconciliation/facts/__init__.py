"""What reconciliation believes: one builder for each table of facts.

A builder takes a :class:`~extract.reconciliation.facts.evidence.Basis` and yields rows as dictionaries.
Adding a table is a function and a row in :data:`BUILDERS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from extract.reconciliation.facts.members import education, tools
from extract.reconciliation.facts.paths import career_paths
from extract.reconciliation.facts.phrases import attributes, responsibilities, skills
from extract.reconciliation.facts.prospects import comparisons, outlook
from extract.reconciliation.facts.salaries import salaries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from extract.reconciliation.facts.evidence import Basis

BUILDERS: Final[Mapping[str, Callable[[Basis], Iterable[dict[str, Any]]]]] = {
    "salaries": salaries,
    "tools": tools,
    "responsibilities": responsibilities,
    "skills": skills,
    "education": education,
    "career_paths": career_paths,
    "outlook": outlook,
    "comparisons": comparisons,
    "attributes": attributes,
}
"""Table -> its builder."""

_OWN: Final[Mapping[str, tuple[str, ...]]] = {
    "salaries": (
        "role", "level", "experience_min", "experience_max", "region", "currency", "low", "typical",
        "typical_open", "typical_lower", "typical_upper", "high", "high_open", "statistic", "basis", "as_of",
    ),
    "tools": ("role", "tool", "category", "exclusivity", "hedged"),
    "responsibilities": ("role", "responsibility"),
    "skills": ("role", "skill"),
    "education": ("role", "aspect", "value"),
    "career_paths": ("role", "step", "title"),
    "outlook": ("role", "region", "horizon", "low", "high", "as_of"),
    "comparisons": ("role", "object_role", "aspect", "direction"),
    "attributes": ("role", "aspect", "value"),
}  # fmt: skip

_EVIDENCE: Final = (
    "n_claims", "n_sources", "source_ids", "claim_ids", "confidence", "method", "discrepancy_ids", "reviewed",
    "evidence",
)  # fmt: skip

_AMOUNTS: Final = frozenset({"low", "high", "typical", "typical_lower", "typical_upper"})

FACT_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    table: ("fact_id", *own, *_EVIDENCE) for table, own in _OWN.items()
}
"""Table -> its columns, in order."""


def build_facts(table: str, basis: Basis) -> pd.DataFrame:
    """A table of facts, in the order of its own columns."""
    order = [name for name in _OWN[table] if name not in _AMOUNTS]
    rows = sorted(BUILDERS[table](basis), key=lambda row: (*(_sortable(row[name]) for name in order), row["fact_id"]))
    return pd.DataFrame(rows, columns=list(FACT_COLUMNS[table]))


def _sortable(value: Any) -> tuple[bool, float, str]:
    """Missing values last, numbers before words."""
    if isinstance(value, int | float):
        return (False, float(value), "")
    return (value is None, 0.0, value or "")
