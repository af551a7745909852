"""Tables of text pages; the cases are in ``cases/tables.toml``."""

from __future__ import annotations

from typing import Any

import pytest

from extract.model import BlockKind
from tests.reading.helpers import cases, header, read, rows

PROSE = "Two trades are compared here, and the figures were gathered by nobody in particular."
CASES = cases("tables.toml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_form_of_table_is_read(case: dict[str, Any]) -> None:
    """Form, header and rows are those of the case, and what is no table makes none."""
    document = read(case["text"].replace("{prose}", PROSE))
    found = [
        {"form": table.form, "header": header(document, table), "rows": rows(document, table)}
        for table in document.tables
    ]
    assert found == case.get("tables", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cells_stand_inside_their_table(case: dict[str, Any]) -> None:
    """Cells are in order, inside their table's block, and no other block covers them."""
    document = read(case["text"].replace("{prose}", PROSE))
    for block in document.blocks:
        if block.table is None:
            assert block.kind is not BlockKind.TABLE
            continue
        table = document.tables[block.table]
        places = [place for cell in table.cells() for place in (cell.start, cell.end)]
        assert places == sorted(places)
        assert all(block.start <= place <= block.end for place in places)
