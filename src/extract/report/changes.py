"""What changed since the last run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.report.model import Row


@dataclass(frozen=True, slots=True)
class Changes:
    """Discrepancies by what became of them since the last run, each in the report's order.

    ``gone`` are rows of the last run; the others are rows of this one.
    """

    new: tuple[Row, ...]
    gone: tuple[Row, ...]
    resolved: tuple[Row, ...]
    reopened: tuple[Row, ...]
    still_open: tuple[Row, ...]

    @property
    def none(self) -> bool:
        """Whether nothing came, went, was resolved or opened again."""
        return not (self.new or self.gone or self.resolved or self.reopened)


def _is_open(row: Row) -> bool:
    return row.get("status") == "open"


def changes(current: Sequence[Row], previous: Sequence[Row]) -> Changes:
    """Compares two runs by discrepancy id. Both are in the report's order and stay so."""
    before: Mapping[str, Row] = {str(row["discrepancy_id"]): row for row in previous}
    now = {str(row["discrepancy_id"]) for row in current}
    known = [(row, before[str(row["discrepancy_id"])]) for row in current if str(row["discrepancy_id"]) in before]
    return Changes(
        new=tuple(row for row in current if str(row["discrepancy_id"]) not in before),
        gone=tuple(row for row in previous if str(row["discrepancy_id"]) not in now),
        resolved=tuple(row for row, old in known if _is_open(old) and not _is_open(row)),
        reopened=tuple(row for row, old in known if _is_open(row) and not _is_open(old)),
        still_open=tuple(row for row, old in known if _is_open(row) and _is_open(old)),
    )
