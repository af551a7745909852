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


ENDS = '<div><span>£19,400</span><div class="bar"><i></i></div><span>£36,200</span></div>'
CARDS = [
    pytest.param(
        "<h2>Baker</h2><span>High confidence</span><div>£24,500</div><div>Average annual salary</div>"
        f"{ENDS}<div>Typical range, 2–9 yrs</div><a>1,310 open jobs</a>",
        [("mean", 24_500, 24_500), ("range", 19_400, 36_200)],
        id="a badge above, ends around a bar",
    ),
    pytest.param(
        "<h2>Baker</h2><div>£24,500</div><div>Average annual salary</div><div><div>£19,400</div><div>–</div>"
        "<div>£36,200</div></div><div>Range</div><p>310 salaries reported</p>",
        [("mean", 24_500, 24_500), ("range", 19_400, 36_200)],
        id="ends around a dash",
    ),
    pytest.param(
        f"<h2>Baker</h2><p>Median salary</p><p>£24,500</p><p>Range</p>{ENDS}",
        [("median", 24_500, 24_500), ("range", 19_400, 36_200)],
        id="labels above",
    ),
    pytest.param(
        "<h2>Baker</h2><p>Average salary</p><p>£24,500</p><div><span>Low</span><span>£19,400</span></div>"
        "<div><span>High</span><span>£36,200</span></div><a>1,310 vacancies</a>",
        [("mean", 24_500, 24_500), ("minimum", 19_400, 19_400), ("maximum", 36_200, 36_200)],
        id="labels on the line",
    ),
    pytest.param(
        "<h2>Baker</h2><ul><li><strong>£24,500</strong><span>Median salary</span></li>"
        "<li><strong>£19,400</strong><span>Bottom 10%</span></li></ul>",
        [("median", 24_500, 24_500), ("percentile_10", 19_400, 19_400)],
        id="labels behind figures in bold letters",
    ),
]


@pytest.mark.parametrize(("body", "rows"), CARDS)
def test_cards_of_divisions(body: str, rows: list[Row]) -> None:
    """Which label is a figure's, which two are the ends of a range, and that jobs are counted and not paid."""
    assert paid(body, "statistic", "low", "high") == rows


def job(title: str, pay: str, *, badge: str = "") -> str:
    """A card of divisions alone: a title, perhaps with a badge, the firm, the town, and what the job pays."""
    return f"<div><div><span>{title}</span>{badge}</div><div>Mill Lane Ltd</div><div>Hull</div><div>{pay}</div></div>"


NEW = "<span class=new>New</span>"
TITLED = [
    pytest.param(
        job("Senior Baker", "£17 - £19 an hour", badge=NEW) + job("Junior Roofer", "£13 - £14 an hour"),
        [("baker", "senior", 17, 19), ("roofer", "entry", 13, 14)],
        id="levels and a badge",
    ),
    pytest.param(
        job("Baker", "£27,000 – £31,000") + job("Roofer", "£33,000 – £38,000") + job("Head Gardener", "£30,000"),
        [("baker", None, 27_000, 31_000), ("roofer", None, 33_000, 38_000), ("gardener", "director", 30_000, 30_000)],
        id="ranges without a word, and another's card",
    ),
    pytest.param(
        "<div><p>Baker</p><div><span>25th percentile</span><span>£22,400</span></div><div>Median <b>£27,100</b></div>"
        "</div><div><p>Roofer</p><div>Median <b>£34,200</b></div><div>Prices from £12,000</div></div>",
        [("baker", None, 22_400, 22_400), ("baker", None, 27_100, 27_100), ("roofer", None, 34_200, 34_200)],
        id="lines of statistics",
    ),
]


@pytest.mark.parametrize(("body", "rows"), TITLED)
def test_titles_of_cards(body: str, rows: list[Row]) -> None:
    """Figures of a card are those of its title, though no element calls it a heading; a line of it may be pay alone."""
    assert paid(f"<h2>Who pays what</h2>{body}", "role", "level", "low", "high") == rows
