"""Pay as pages of HTML mark it up, from the elements to the claims: lists of terms, cards of divisions, small print."""

from __future__ import annotations

import pytest

from extract.claims import extract_claims
from extract.model import Kind
from tests.language.articles import language
from tests.reading.helpers import read

Row = tuple[object, ...]
HEAD = "<html><body><main><h1>Baker or roofer: compare careers</h1><p>Both work early in England.</p>"


def paid(body: str, *columns: str) -> list[Row]:
    """Some columns of the salary claims of the main part of a page."""
    page = read(f"{HEAD}{body}</main></body></html>", "article.html")
    found = [claim for claim in extract_claims(page, language()) if claim.kind is Kind.SALARY]
    return [tuple(getattr(claim, column) for column in columns) for claim in found]


BEGUN = [("entry", 21_100), (None, 33_900)]
LEVELS = [
    pytest.param(
        "<h2>Baker</h2><dl><div><dt>Average salary (a year)</dt><dd>£21,100 <span>Starter</span></dd>"
        "<dd>£33,900 <span>Experienced</span></dd></div><div><dt>Hours</dt><dd>40</dd></div></dl>",
        BEGUN,
        id="values of one term",
    ),
    pytest.param(
        "<h2>Baker</h2><dl><dt>Average salary (a year)</dt><dd>£21,100 <span>Starter</span> £33,900 "
        "<span>Experienced</span></dd></dl>",
        BEGUN,
        id="one value",
    ),
    pytest.param(
        "<h2>Baker</h2><table><tr><th scope=row>Average salary (a year)</th><td>£21,100 <small>Starter</small></td>"
        "<td>£33,900 <small>Experienced</small></td></tr><tr><th scope=row>Hours</th><td>40</td><td></td></tr></table>",
        BEGUN,
        id="two cells of a row",
    ),
    pytest.param(
        "<h2>Baker</h2><p>Starter</p><p>£21,100</p><p>Experienced</p><p>£33,900</p>",
        BEGUN,
        id="labels above",
    ),
]


@pytest.mark.parametrize(("body", "rows"), LEVELS)
def test_levels_behind_figures(body: str, rows: list[Row]) -> None:
    """A level in small print behind a figure is that of the figure, and of no other beside it."""
    assert paid(body, "level", "low") == rows
