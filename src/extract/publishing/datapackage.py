"""``datapackage.json``: the snapshot's tables as a Frictionless data package, made from the schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from extract.schemas import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandera.pandas as pa

_TYPES: Final = {
    "str": "string",
    "float64": "number",
    "int64": "integer",
    "Int32": "integer",
    "bool": "boolean",
    "object": "array",
    "datetime64[us, UTC]": "datetime",
}
_CONSTRAINTS: Final = {
    "isin": ("enum", "allowed_values"),
    "str_matches": ("pattern", "pattern"),
    "str_length": ("minLength", "min_value"),
    "greater_than_or_equal_to": ("minimum", "min_value"),
    "less_than_or_equal_to": ("maximum", "max_value"),
}
"""Pandera's check -> Frictionless constraint, and where the check keeps its value."""
_FOREIGN: Final = {"claims": ("source_id", "sources")}


def datapackage(files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The description of a snapshot.

    Args:
        files: name of each Parquet file -> its ``sha256`` and ``bytes``.
    """
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "rolefacts",
        "title": "What articles say about job roles, and what is believed of it",
        "resources": [_resource(name, files[f"{name}.parquet"]) for name in SCHEMAS],
    }


def _resource(name: str, file: Mapping[str, Any]) -> dict[str, Any]:
    schema = SCHEMAS[name]
    return {
        "name": name.replace("_", "-"),
        "type": "table",
        "path": f"{name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": file["bytes"],
        "hash": f"sha256:{file['sha256']}",
        "description": schema.description,
        "schema": _table_schema(name, schema),
    }


def _table_schema(name: str, schema: pa.DataFrameSchema) -> dict[str, Any]:
    key = next(column for column, spec in schema.columns.items() if spec.unique)
    described: dict[str, Any] = {
        "fields": [_field(column, spec) for column, spec in schema.columns.items()],
        "primaryKey": [key],
    }
    if name in _FOREIGN:
        column, other = _FOREIGN[name]
        reference = {"resource": other, "fields": [column]}
        described["foreignKeys"] = [{"fields": [column], "reference": reference}]
    return described


def _field(name: str, column: pa.Column) -> dict[str, Any]:
    return {
        "name": name,
        "type": _TYPES[str(column.dtype.type)],
        "description": column.description,
        "constraints": constraints(column),
    }


def constraints(column: pa.Column) -> dict[str, Any]:
    """What a column's Pandera checks ask for, in Frictionless words."""
    found: dict[str, Any] = {"required": not column.nullable}
    if column.unique:
        found["unique"] = True
    for check in column.checks:
        if check.name in _CONSTRAINTS:
            constraint, statistic = _CONSTRAINTS[check.name]
            found[constraint] = check.statistics[statistic]
    return found
