"""Pay as pages lay it out, from the text of the page to the claims: lists, cards and tables that nothing marks."""

from __future__ import annotations

import pytest

from extract.claims import extract_claims
from extract.model import Kind
from tests.language.articles import language
from tests.reading.helpers import read

Row = tuple[object, ...]


def paid(page: str, *columns: str) -> list[Row]:
    """Some columns of the salary claims of a page of plain text."""
    found = [claim for claim in extract_claims(read(page), language()) if claim.kind is Kind.SALARY]
    return [tuple(getattr(claim, column) for column in columns) for claim in found]


PLACES = [
    pytest.param(
        """Welders are paid differently from state to state. This is how welder salaries rank, the best last.

48. Ohio: $47,120
47. Utah: $48,300
46. Maine: $51,010""",
        [("Ohio", 47_120), ("Utah", 48_300), ("Maine", 51_010)],
        id="counted down",
    ),
    pytest.param(
        """Welders are paid differently from state to state, says the yearly survey of welder pay.

Note: all sums are welders' income before tax.

Ohio — $47,120

Utah — $48,300

Maine — $51,010""",
        [("Ohio", 47_120), ("Utah", 48_300), ("Maine", 51_010)],
        id="blank lines between",
    ),
    pytest.param(
        """Welder pay differs from state to state. Below are the median salaries of welders, the lowest first.

Ohio: $47,120

Number of welders: 15,310

Utah: $48,300

Number of welders: 2,050

Maine: $51,010

Number of welders: 1,120""",
        [("Ohio", 47_120), ("Utah", 48_300), ("Maine", 51_010)],
        id="counts between",
    ),
]


@pytest.mark.parametrize(("page", "rows"), PLACES)
def test_places_line_by_line(page: str, rows: list[Row]) -> None:
    """Lines of a place and an amount are a list, and belong to whom the line above is about."""
    assert paid(page, "role", "region", "low") == [("welder", *row) for row in rows]
