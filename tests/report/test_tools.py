from __future__ import annotations

from typing import Any

from extract.report import Report
from extract.report.model import tables
from extract.report.tools import MAX_ROLES, MAX_TOOLS, Cell, Matrix, matrix
from tests.report.builder import DS, claim, frame, report, tool


def _matrix(claims: list[dict[str, Any]]) -> Matrix:
    return matrix(tables(Report(frame("claims", claims), frame("sources", []), frame("discrepancies", []))))


def test_contested_tools_come_first() -> None:
    """A tool that one source gives to one role alone and another to both is marked, with its discrepancy."""
    found = matrix(tables(report()))
    assert found.roles == ("Data Scientist", "Machine Learning Engineer")
    assert [row.tool for row in found.rows] == ["PyTorch", "Python", "Jupyter", "Kubernetes", "SQL"]
    contested = found.rows[0]
    assert contested.contested
    assert contested.cells == (
        Cell(("Tallyboard",), hedged=True, finding="D00005"),
        Cell(("Harbor Careers", "Tallyboard"), exclusive=("Harbor Careers",), finding="D00005"),
    )


def test_denied_tools_are_not_counted_as_used() -> None:
    kubernetes = next(row for row in matrix(tables(report())).rows if row.tool == "Kubernetes")
    assert kubernetes.cells == (
        Cell((), ("Tallyboard",)),
        Cell(("Harbor Careers",), exclusive=("Harbor Careers",)),
    )
    assert kubernetes.support == 1


def test_a_resolved_disagreement_is_not_contested() -> None:
    found = report()
    settled = found.discrepancies.assign(status="resolved")
    assert not any(row.contested for row in matrix(tables(report(discrepancies=settled))).rows)


def test_quarantined_claims_say_nothing() -> None:
    assert _matrix([tool("t", "s", "SQL", DS, status="quarantined")]).rows == ()


def test_many_names_are_counted() -> None:
    found = _matrix([tool(f"t{n}", f"s{n}", "SQL", DS) for n in range(5)])
    (row,) = found.rows
    (cell,) = row.cells
    assert cell is not None
    assert cell.names == "s0, s1, s2 +2"


def test_whose_own_a_tool_is_said_to_be_stands_beside_who_says_so() -> None:
    rows = matrix(tables(report())).rows
    notes = {row.tool: [cell.notes if cell else None for cell in row.cells] for row in rows}
    assert notes["PyTorch"] == [("hedged",), ("only this role: Harbor Careers",)]
    assert notes["Kubernetes"] == [(), ("only this role",)]


def test_a_source_that_contradicts_itself_about_a_tool_contests_it_too() -> None:
    made = report()
    within = made.discrepancies.assign(type="within_source")
    assert [row.tool for row in matrix(tables(report(discrepancies=within))).rows if row.contested] == ["PyTorch"]


def test_what_does_not_fit_is_counted() -> None:
    claims = [
        claim(f"t{n}-{role}", "s", f"Tool {n:03d}", kind="tool", role=f"role_{role}")
        for n in range(MAX_TOOLS + 5)
        for role in range(MAX_ROLES + 2)
    ]
    found = _matrix(claims)
    assert (len(found.rows), found.hidden_tools) == (MAX_TOOLS, 5)
    assert (len(found.roles), found.hidden_roles) == (MAX_ROLES, 2)
