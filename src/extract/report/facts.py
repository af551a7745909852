"""The tables of facts, as a reader wants them: words and numbers, best supported first, no more than fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from extract.report.model import Row, Tables, ids
from extract.report.wording import (
    LEVELS,
    clip,
    few,
    label,
    level_name,
    number,
    region_name,
    role_name,
    spelled,
)

MAX_SALARIES = 200
MAX_ROWS = 60
_TEXT = 200


class Column(NamedTuple):
    """A column shown: its heading, the table's column, how a cell is worded, whether it is a number."""

    heading: str
    name: str
    words: Callable[[Any], str]
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words; ``anchor`` is the discrepancy on the page that they lead to."""

    words: str
    numeric: bool
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class FactTable:
    """A table of facts that fits on the page. ``hidden`` rows are only in ``<name>.parquet``."""

    name: str
    title: str
    headings: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int

    @property
    def hidden(self) -> int:
        """How many rows are not shown."""
        return self.total - len(self.rows)


def _text(value: Any) -> str:
    return clip(str(value), _TEXT) if value is not None else ""


def _code(value: Any) -> str:
    return clip(str(value), _TEXT).replace("_", " ") if value is not None else ""


def _money(value: Any) -> str:
    return "" if value is None else number(float(value))


def _percent(value: Any) -> str:
    return "" if value is None else f"{float(value):g}%"


def _share(value: Any) -> str:
    return "" if value is None else f"{float(value):.0%}"


def _step(value: Any) -> str:
    return "" if value is None else str(int(value) + 1)


_ROLE = Column("Role", "role", role_name)
_COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "salaries": (
        _ROLE,
        Column("Level", "level", lambda level: level_name(level) or "All levels"),
        Column("Region", "region", region_name),
        Column("Currency", "currency", _text),
        Column("Low", "low", _money, True),
        Column("Typical", "typical", _money, True),
        Column("90% from", "typical_lower", _money, True),
        Column("90% to", "typical_upper", _money, True),
        Column("High", "high", _money, True),
        Column("Of pay", "basis", _code),
        Column("As of", "as_of", _text),
    ),
    "tools": (
        _ROLE,
        Column("Tool", "tool", _text),
        Column("Category", "category", spelled),
        Column("Whose", "exclusivity", _code),
    ),
    "responsibilities": (_ROLE, Column("Responsibility", "responsibility", _text)),
    "skills": (_ROLE, Column("Skill", "skill", _text)),
    "education": (_ROLE, Column("What", "aspect", _code), Column("Value", "value", _code)),
    "career_paths": (_ROLE, Column("Step", "step", _step, True), Column("Title", "title", _text)),
    "outlook": (
        _ROLE,
        Column("Region", "region", region_name),
        Column("Horizon", "horizon", _text),
        Column("Low", "low", _percent, True),
        Column("High", "high", _percent, True),
        Column("As of", "as_of", _text),
    ),
    "comparisons": (
        _ROLE,
        Column("Is", "direction", _text),
        Column("In", "aspect", _code),
        Column("Than", "object_role", role_name),
    ),
    "attributes": (_ROLE, Column("Aspect", "aspect", _text), Column("Value", "value", _text)),
}
_TITLES = {
    "salaries": "Salaries a year",
    "career_paths": "Career paths",
}


def title(name: str) -> str:
    """A fact table's heading."""
    return _TITLES.get(name, label("kinds", name).replace("_", " ").capitalize())


def _support(row: Row) -> tuple[int, float]:
    return -int(row.get("n_sources") or 0), -float(row.get("confidence") or 0)


def _reading_order(row: Row) -> tuple[str, int, str, int, tuple[int, float]]:
    level = LEVELS.index(row["level"]) + 1 if row.get("level") in LEVELS else 0
    currency = str(row.get("currency") or "")
    return str(row.get("role") or ""), level, currency, int(row.get("step") or 0), _support(row)


def _evidence(row: Row, tables: Tables, anchors: Mapping[str, str]) -> tuple[Cell, ...]:
    names = sorted({tables.source_name(source_id) for source_id in ids(row, "source_ids")}, key=str.lower)
    about = ids(row, "discrepancy_ids")
    anchor = next((anchors[one] for one in about if one in anchors), None)
    return (
        Cell(few(names), False),
        Cell(_share(row.get("confidence")), True),
        Cell("reviewed" if row.get("reviewed") else (str(len(about)) if about else ""), True, anchor),
    )


def _cell(column: Column, row: Row) -> Cell:
    beyond = "+" if column.name in {"typical", "high"} and row.get(f"{column.name}_open") else ""
    return Cell(column.words(row.get(column.name)) + beyond, column.numeric)


def fact_table(name: str, tables: Tables, anchors: Mapping[str, str]) -> FactTable:
    """The best supported rows that fit, in reading order, without the columns that are empty throughout."""
    found = tables.facts[name]
    limit = MAX_SALARIES if name == "salaries" else MAX_ROWS
    kept = sorted(sorted(found, key=_support)[:limit], key=_reading_order)
    columns = [
        column
        for column in _COLUMNS.get(name, (_ROLE,))
        if any(row.get(column.name) is not None for row in kept) or column is _ROLE
    ]
    return FactTable(
        name=name,
        title=title(name),
        headings=(
            *((column.heading, column.numeric) for column in columns),
            ("Sources", False),
            ("Confidence", True),
            ("Discrepancies", True),
        ),
        rows=tuple(
            (
                *(_cell(column, row) for column in columns),
                *_evidence(row, tables, anchors),
            )
            for row in kept
        ),
        total=len(found),
    )


def fact_tables(tables: Tables, anchors: Mapping[str, str]) -> list[FactTable]:
    """Every table of facts that has rows, in the contract's order."""
    return [fact_table(name, tables, anchors) for name in _COLUMNS if tables.facts.get(name)]
