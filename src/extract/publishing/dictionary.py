"""The data dictionary: every table, column and code in words, made from the schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from extract.publishing.datapackage import constraints
from extract.publishing.parquet import arrow_schema
from extract.schemas import DISCREPANCY_TYPES, FLAG_EFFECTS, FLAG_MEANINGS, SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SHORT: Final = {"timestamp[us, tz=UTC]": "timestamp", "double": "float64"}


def data_dictionary() -> str:
    """The dictionary as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Data dictionary"
    for name, schema in SCHEMAS.items():
        yield from ("", f"## {name}.parquet", "", str(schema.description), "")
        types = {field.name: field.type for field in arrow_schema(name)}
        yield from _table(
            ("column", "type", "meaning"),
            (
                (f"`{column}`", _type(types[column], spec.nullable), _meaning(str(spec.description), spec))
                for column, spec in schema.columns.items()
            ),
        )
    yield from ("", "## Flags", "", "A claim's status is the worst that its flags make of it.", "")
    yield from _table(
        ("flag", "makes the claim", "meaning"),
        ((f"`{flag}`", f"{FLAG_EFFECTS[flag]}", meaning) for flag, meaning in FLAG_MEANINGS.items()),
    )
    yield from ("", "## Discrepancy types", "")
    yield from _table(("type", "meaning"), ((f"`{code}`", meaning) for code, meaning in DISCREPANCY_TYPES.items()))


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _type(arrow: pa.DataType, nullable: bool) -> str:
    name = "list<string>" if pa.types.is_list(arrow) else _SHORT.get(str(arrow), str(arrow))
    return name + ("?" if nullable else "")


def _meaning(description: str, column: Any) -> str:
    allowed: Mapping[str, Any] = constraints(column)
    codes = allowed.get("enum")
    return f"{description} {' '.join(f'`{code}`' for code in codes)}" if codes else description
