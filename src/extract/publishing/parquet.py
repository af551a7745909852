"""Frames to Parquet and back: the schema's types and descriptions, zstd, and a checksum on every page.

Parquet by itself reads a flipped bit as data. Page checksums catch it in the pages; the footer is covered by
the SHA-256 in the manifest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from extract.schemas import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

_TYPES: Final[Mapping[str, pa.DataType]] = {
    "str": pa.string(),
    "float64": pa.float64(),
    "int64": pa.int64(),
    "Int32": pa.int32(),
    "bool": pa.bool_(),
    "object": pa.list_(pa.string()),
    "datetime64[us, UTC]": pa.timestamp("us", tz="UTC"),
}


def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of a table, with its description and its columns' in the metadata."""
    schema = SCHEMAS[name]
    fields = [
        pa.field(
            column,
            _TYPES[str(spec.dtype.type)],
            nullable=bool(spec.nullable),
            metadata={"description": spec.description or ""},
        )
        for column, spec in schema.columns.items()
    ]
    return pa.schema(fields, metadata={"description": schema.description or ""})


def write_table(name: str, frame: pd.DataFrame, path: Path) -> None:
    """Write a frame that conforms to ``SCHEMAS[name]``; the same rows give the same bytes."""
    schema = arrow_schema(name)
    table = pa.Table.from_pandas(frame, schema=_lenient(schema), preserve_index=False, safe=True)
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), **(schema.metadata or {})})
    pq.write_table(table, path, compression="zstd", write_page_checksum=True)


def read_table(path: Path) -> Any:
    """The table as a frame, every page checked against its checksum.

    Raises:
        OSError: the file cannot be read, is not Parquet, or is damaged.
    """
    try:
        return pq.read_table(path, page_checksum_verification=True).to_pandas()
    except pa.ArrowException as error:
        raise OSError(f"{path}: {error}") from error


def _lenient(schema: pa.Schema) -> pa.Schema:
    """Nullable throughout: a quarantined row may lack what usable rows must have."""
    return pa.schema([field.with_nullable(True) for field in schema])
