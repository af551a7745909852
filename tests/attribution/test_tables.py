"""Tables seen through their roles: the axis of roles, labels, aspects, what qualifies a cell."""

from __future__ import annotations

import pytest

from extract.attribution import Attributor, TableView
from tests.attribution.focus import SHORT
from tests.language.articles import annotate, language

TITLE = "# Data Scientist vs Data Engineer\n"

COLUMNS = """| Aspect | Data Scientist | Data Engineer |
|---|---|---|
| Focus | Models | Pipelines |
| Degree | Maths | |"""
ROWS = """| Role | Focus | Degree |
|---|---|---|
| Data Scientist | Models | Maths |
| Data Engineer | Pipelines | Any |"""
ROLES_LAST = """| Focus | Role |
|---|---|
| Models | Data Scientist |
| Pipelines | Data Engineer |"""
NO_HEADER = """| Data Scientist | Models |
| Data Engineer | Pipelines |"""
NO_LABELS = """| Data Scientist | Data Engineer |
|---|---|
| Models | Pipelines |"""
JOINT = """| Aspect | Both roles |
|---|---|
| Focus | Data |"""
SLASHED = """| Aspect | Data Scientist / Data Engineer |
|---|---|
| Focus | Data |"""
BRACKETS = """| Aspect | Data Scientist (like a data engineer) |
|---|---|
| Focus | Models |"""
HEADED = """## Data Engineer
| Tool | Use |
|---|---|
| Spark | Pipelines |"""
NOBODYS = """## Tools
| Tool | Use |
|---|---|
| Spark | Pipelines |"""
DISCIPLINES = """| Aspect | Data Science | Data Engineering |
|---|---|---|
| Focus | Models | Pipelines |"""
MORE_ROWS = """| Role | Works with data engineer |
|---|---|
| Data Scientist | Often |
| Web Developer | Rarely |"""
GROUPS = """| Data Scientist | |
| Focus | Models |
| Data Engineer | |
| Focus | Pipelines |"""
COUNTED = """| S.No. | Aspect | Data Scientist | Data Engineer |
|---|---|---|---|
| 1. | Focus | Models | Pipelines |
| 2. | Degree | Maths | Any |"""
COUNTED_ALONE = """| # | Data Scientist | Data Engineer |
|---|---|---|
| 01 | Models | Pipelines |
| 02 | Maths | Logs |"""
YEARS = """| Years | Data Scientist | Data Engineer |
|---|---|---|
| 1 | Models | Pipelines |
| 2 | Maths | Logs |"""

TABLES = [
    (COUNTED, ["DS Focus: Models", "DE Focus: Pipelines", "DS Degree: Maths", "DE Degree: Any"]),
    ("## Tasks\n" + COUNTED_ALONE, ["DS Tasks: Models", "DE Tasks: Pipelines", "DS Tasks: Maths", "DE Tasks: Logs"]),
    (YEARS, ["DS 1: Models", "DE 1: Pipelines", "DS 2: Maths", "DE 2: Logs"]),
    (COLUMNS, ["DS Focus: Models", "DE Focus: Pipelines", "DS Degree: Maths"]),
    (ROWS, ["DS Focus: Models", "DS Degree: Maths", "DE Focus: Pipelines", "DE Degree: Any"]),
    (ROLES_LAST, ["DS Focus: Models", "DE Focus: Pipelines"]),
    (NO_HEADER, ["DS : Models", "DE : Pipelines"]),
    (JOINT, ["DS+DE Focus: Data"]),
    (SLASHED, ["DS+DE Focus: Data"]),
    (BRACKETS, ["DS Focus: Models"]),
    (HEADED, ["DE Use: Pipelines"]),
    (NOBODYS, ["- Use: Pipelines"]),
    (DISCIPLINES, ["DS Focus: Models", "DE Focus: Pipelines"]),
    (MORE_ROWS, ["DS Works with data engineer: Often", "WD Works with data engineer: Rarely"]),
    (GROUPS, ["DS : Models", "DE : Pipelines"]),
    ("## Tasks\n" + NO_LABELS, ["DS Tasks: Models", "DE Tasks: Pipelines"]),
]


@pytest.mark.parametrize(("words", "cells"), TABLES)
def test_owners_and_aspects(words: str, cells: list[str]) -> None:
    """Roles are found in columns or rows; the other axis says what a cell is about."""
    assert told(view(words)) == cells


def test_roles_inside_cells_are_no_labels() -> None:
    """A column under a role stays that role's, whatever its cells name."""
    words = """| Aspect | Data Scientist | Data Engineer |
|---|---|---|
| Reports to | Lead data scientist | Lead data engineer |
| Works with | Data engineer | Data scientist |"""
    assert told(view(words))[0] == "DS Reports to: Lead data scientist"


def test_what_qualifies_a_cell() -> None:
    """Row label, column header, corner; the other cells of the row; title, note and lines above."""
    table = view("## Money\nFrom a survey. It is old.\n^ Pay, 2024\n" + COLUMNS + "\n_ * A note.")
    cell = table.table.rows[0][2]
    assert [table.words(other) for other, _ in table.qualifiers(cell)] == ["Focus", "Data Engineer", "Aspect"]
    assert [table.words(other) for other in table.siblings(cell)] == ["Focus", "Models"]
    lines = [table.attributor.text[span.start : span.end] for span, _ in table.lines]
    assert lines[:2] == ["Pay, 2024", "A note."] or lines[:2] == ["Pay, 2024", "* A note."]
    assert "It is old." in lines
    assert "Money" in lines


def test_a_line_of_pay_above_is_not_the_tables() -> None:
    """``Data scientist: €4,000 a month`` says nothing of the table below it."""
    lines = "Nurse: €3,100 a month\n\nData scientist: €4,000 a month\n\n| Rent | Price |\n|---|---|\n| Room | €900 |"
    assert told(view(lines)) == ["- Price: €900"]


def view(words: str) -> TableView:
    """The last table of an article."""
    annotated = annotate(TITLE + words)
    block = [b for b in annotated.document.blocks if b.table is not None][-1]
    assert block.table is not None
    return TableView(Attributor(annotated, language().cues), annotated.document.tables[block.table], block)


def told(table: TableView) -> list[str]:
    """``DS Focus: Models`` for each body cell."""
    rows = []
    for cell in table.body():
        owner = "+".join(SHORT[role] for role in table.owner(cell).roles) or "-"
        rows.append(f"{owner} {table.aspect(cell)}: {table.words(cell)}")
    return rows
