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
    """Cells do not overlap, lie inside their table's block, and no other block covers them."""
    document = read(case["text"].replace("{prose}", PROSE))
    for block in document.blocks:
        if block.table is None:
            assert block.kind is not BlockKind.TABLE
            continue
        table = document.tables[block.table]
        # A label may stand below its figure, so a row's cells need not be in the order of the text.
        cells = sorted(table.cells(), key=lambda cell: (cell.start, cell.end))
        places = [place for cell in cells for place in (cell.start, cell.end)]
        assert places == sorted(places)
        assert all(block.start <= place <= block.end for place in places)


def test_a_repeated_table_names_the_first() -> None:
    """The same cells, however they are laid out, are known as a repetition."""
    grid = "| Level | Pay |\n| Junior | $60k |\n| Senior | $90k |\n"
    document = read(f"{PROSE}\n{grid}{PROSE}\nLevelPay\nJunior$60k\nSenior$90k\n{PROSE}\n{grid.replace('90', '95')}")
    assert [table.repeats for table in document.tables] == [None, 0, None]


@pytest.mark.parametrize(
    ("below", "note"),
    [
        ("Source: *Bureau of Labor Statistics", "Source: *Bureau of Labor Statistics"),
        ("* Some Site, July 2024", "Some Site, July 2024"),
        ("*Some Site, July 2024", "*Some Site, July 2024"),
        ("Note: pay before tax.\nSource: Some Site", "Note: pay before tax.\nSource: Some Site"),
        (PROSE, None),
        ("* one item\n* and another", None),
    ],
)
def test_notes_below_a_table(below: str, note: str | None) -> None:
    """What a footnote mark or a source line says belongs to the table, and is no heading."""
    document = read(f"{PROSE}\n| Level | Pay* |\n| Junior | $60k |\n| Senior | $90k |\n{below}\n\n{PROSE}\n")
    (table,) = document.tables
    assert (document.words(table.note) if table.note else None) == note


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Pay by Level", "Pay by Level"),
        ("Summary Table: pay of two trades in 2025", "Summary Table: pay of two trades in 2025"),
        ("These are the figures by level:", "These are the figures by level:"),
        (PROSE, None),
    ],
)
def test_titles_above_a_table(above: str, title: str | None) -> None:
    """The heading, caption or introduction right above a table is its title; other text is not."""
    document = read(f"{PROSE}\n{above}\n| Level | Pay |\n| Junior | $60k |\n| Senior | $90k |\n{PROSE}\n")
    (table,) = document.tables
    assert (document.words(table.title) if table.title else None) == title
