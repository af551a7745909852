"""What the report is made from, and the same as plain Python values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extract.report.wording import SEVERITIES

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
"""A row of a table: column -> plain Python value; missing values are None, lists are lists."""


@dataclass(frozen=True)
class Report:
    """Everything that a report is made from. Columns are those of the data contract.

    ``facts`` maps a table's name (``salaries``, ``tools`` ...) to its frame, ``texts`` a source_id to the
    canonical text that its claims' offsets point into. ``previous`` is the last run's discrepancies, None
    where there was no run before. ``manifest`` is only read for ``run_id``, ``started`` and ``version``.
    """

    claims: pd.DataFrame
    sources: pd.DataFrame
    discrepancies: pd.DataFrame
    facts: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    manifest: Mapping[str, Any] = field(default_factory=dict)
    previous: pd.DataFrame | None = None


def _plain(value: Any) -> Any:
    """The value; a list where it came out of a file as an array."""
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else value


def _cells(column: pd.Series[Any]) -> list[Any]:
    values = [_plain(value) for value in column] if column.dtype == object else column.tolist()
    return [None if missing else value for value, missing in zip(values, column.isna(), strict=True)]


def rows(frame: pd.DataFrame) -> list[Row]:
    """The frame's rows as dictionaries of plain values, in its order; NaN, NaT and NA become None."""
    names = [str(name) for name in frame.columns]
    columns = [_cells(frame.iloc[:, index]) for index in range(len(names))]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


@dataclass(frozen=True, slots=True)
class Tables:
    """The frames as rows, looked up by id. Discrepancies are in the report's order: worst and open first."""

    claims: Mapping[str, Row]
    sources: Mapping[str, Row]
    discrepancies: Sequence[Row]
    facts: Mapping[str, Sequence[Row]]
    texts: Mapping[str, str]
    source_names: Mapping[str, str]

    def source_name(self, source_id: str) -> str:
        """The publisher, or the id where that says more."""
        return self.source_names.get(source_id, source_id)

    def claims_of(self, kind: str) -> list[Row]:
        """The claims of one kind, in the table's order."""
        return [claim for claim in self.claims.values() if claim.get("kind") == kind]


def tables(report: Report) -> Tables:
    """The report's frames as plain rows, in a fixed order."""
    sources = {str(row["source_id"]): row for row in rows(report.sources)}
    return Tables(
        claims={str(row["claim_id"]): row for row in rows(report.claims)},
        sources=sources,
        discrepancies=sorted(rows(report.discrepancies), key=worst_first),
        facts={name: rows(frame) for name, frame in sorted(report.facts.items())},
        texts=report.texts,
        source_names=_source_names(sources),
    )


_SHORT_NAME = 32
_STATUS_ORDER = {"open": 0, "reviewed": 1, "resolved": 2}


def severity_rank(code: Any) -> int:
    """0 for the worst; unknown severities come last."""
    return SEVERITIES.index(code) if code in SEVERITIES else len(SEVERITIES)


def worst_first(row: Row) -> tuple[int, int, str, str, str, str]:
    """Sort key of the report's order: severity, then open before ruled on, then what it is about."""
    return (
        severity_rank(row.get("severity")),
        _STATUS_ORDER.get(str(row.get("status")), 3),
        str(row.get("type") or ""),
        str(row.get("role") or ""),
        str(row.get("level") or ""),
        str(row["discrepancy_id"]),
    )


def _source_names(sources: Mapping[str, Row]) -> dict[str, str]:
    """Publishers where they are short and tell sources apart, else ids."""
    publishers = Counter(row.get("publisher") for row in sources.values())
    return {
        source_id: str(row["publisher"])
        if row.get("publisher") and len(str(row["publisher"])) <= _SHORT_NAME and publishers[row["publisher"]] == 1
        else source_id
        for source_id, row in sources.items()
    }


def flags(claim: Row) -> frozenset[str]:
    """The claim's flags."""
    return frozenset(str(flag) for flag in claim.get("flags") or ())


def ids(row: Row, column: str) -> list[str]:
    """A list column as strings; empty where it is missing."""
    return [str(item) for item in row.get(column) or ()]
