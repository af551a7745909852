"""Cells of tables that say something of a role, whole."""

from __future__ import annotations

import pytest

from extract.model import Kind
from tests.claims.claims import DS_DE, claims, said

TABLES = [
    (
        (
            "| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n"
            "| Focus | Models,  charts | Pipelines |\n| Output | | Tables |"
        ),
        [("DS", "Focus", "Models, charts"), ("DE", "Focus", "Pipelines"), ("DE", "Output", "Tables")],
    ),
    (
        "| Role | Focus | Pay |\n|---|---|---|\n| Data Scientist | Models | $90k |",
        [("DS", "Focus", "Models"), ("DS", "Pay", "$90k")],
    ),
    (
        "| Aspect | Both roles |\n|---|---|\n| Focus | Data |",
        [("DE", "Focus", "Data"), ("DS", "Focus", "Data")],
    ),
    ("| Role | Focus | Pay |\n|---|---|---|\n| Data Scientist | Models | — |", [("DS", "Focus", "Models")]),
    ("| Tool | Use |\n|---|---|\n| Kafka | Streams |", []),
    ("| Data Scientist | Models |\n| Data Engineer | Pipelines |", []),
]


@pytest.mark.parametrize(("words", "rows"), TABLES)
def test_attributes(words: str, rows: list[object]) -> None:
    """Every cell under a role and beside a label, blanks folded; empty cells say nothing."""
    assert said(DS_DE + words, Kind.ATTRIBUTE, "role", "aspect", "value") == rows


def test_place() -> None:
    """The quote is the cell as it stands."""
    words = "| Aspect | Data Scientist |\n|---|---|\n| Focus | Models,  charts |"
    (claim,) = claims(DS_DE + words, Kind.ATTRIBUTE)
    assert (claim.quote, claim.table_index, claim.row_index, claim.column_index) == (
        "Models,  charts",
        0,
        0,
        1,
    )
