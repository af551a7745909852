"""Tables keep their types and descriptions in Parquet, and damage to their pages is noticed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.publishing.parquet import arrow_schema, read_table, write_table
from extract.schemas import SCHEMAS

if TYPE_CHECKING:
    from tests.publishing.conftest import Made


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_table_comes_back_as_it_was(made: Made, name: str, tmp_path: Path) -> None:
    """Every table keeps its rows, columns and pandas types."""
    path = tmp_path / "table.parquet"
    write_table(name, made.tables[name], path)
    back = read_table(path)
    for column in (field.name for field in arrow_schema(name) if pa.types.is_list(field.type)):
        back[column] = back[column].map(list).astype(object)
    pd.testing.assert_frame_equal(back, made.tables[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_columns_carry_types_and_descriptions(made: Made, name: str, tmp_path: Path) -> None:
    """What a column means can be read from the file alone."""
    path = tmp_path / "table.parquet"
    write_table(name, made.tables[name], path)
    schema = pq.read_schema(path)
    assert schema.metadata[b"description"].decode() == SCHEMAS[name].description
    for field, expected in zip(schema, arrow_schema(name), strict=True):
        assert (field.name, field.type) == (expected.name, expected.type)
        assert field.metadata[b"description"].decode() == SCHEMAS[name].columns[field.name].description


def test_the_contract_s_types(made: Made, tmp_path: Path) -> None:
    """Types that other programs rely on."""
    types = {field.name: field.type for field in arrow_schema("claims")}
    assert types["low"] == pa.float64()
    assert types["char_start"] == pa.int64()
    assert types["row_index"] == pa.int32()
    assert types["flags"] == pa.list_(pa.string())
    assert types["approximate"] == pa.bool_()
    assert arrow_schema("discrepancies").field("first_seen").type == pa.timestamp("us", tz="UTC")


def test_pages_are_compressed_and_checked(made: Made, tmp_path: Path) -> None:
    """Zstd throughout, also in a table without rows."""
    for name in ("claims", "tools"):
        write_table(name, made.tables[name], tmp_path / name)
    group = pq.ParquetFile(tmp_path / "claims").metadata.row_group(0)
    assert {group.column(i).compression for i in range(group.num_columns)} == {"ZSTD"}
    assert len(read_table(tmp_path / "tools")) == 0


def test_a_flipped_bit_in_a_page_is_noticed(made: Made, tmp_path: Path) -> None:
    """Each of 40 places in a column's data gives an error, not other numbers."""
    path = tmp_path / "claims.parquet"
    frame = pd.concat([made.tables["claims"].head(1)] * 4000, ignore_index=True)
    frame["low"] = np.random.default_rng(5).normal(size=len(frame))
    write_table("claims", frame, path)
    whole = path.read_bytes()
    column = pq.ParquetFile(path).metadata.row_group(0).column(list(frame.columns).index("low"))
    first = column.dictionary_page_offset or column.data_page_offset
    for place in np.linspace(first + 100, first + column.total_compressed_size - 100, 40).astype(int):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << (int(place) % 8)
        path.write_bytes(damaged)
        with pytest.raises(OSError, match=r"page|CRC"):
            read_table(path)
