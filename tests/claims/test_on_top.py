"""Tables and sections of what is paid on top of pay are no pay."""

from __future__ import annotations

import pytest

from tests.claims.test_layouts import paid

POSTS = """Post | From March | From August
Head Baker I | €10,400 | €10,500
Head Baker II | €4,600 | €4,700
Deputy Baker | €8,100 | €8,200"""
AREAS = """| Area | Lowest | Highest |
|---|---|---|
| Leeds | €5,600 | €8,500 |
| York | €4,700 | €5,900 |"""


@pytest.mark.parametrize(
    ("above", "table", "count"),
    [
        pytest.param("These are allowances and are paid on top of the scale.", POSTS, 0, id="said by a sentence"),
        pytest.param("The following supplements go with each post.", POSTS, 0, id="announced"),
        pytest.param("High cost area supplement", AREAS, 0, id="a line above"),
        pytest.param("## Relocation allowances", AREAS, 0, id="a heading"),
        pytest.param("What a baker is paid in each town, bonus not included", AREAS, 2, id="what is left out"),
        pytest.param("Salary and allowances of bakers", AREAS, 2, id="pay as well"),
        pytest.param("## Allowances", AREAS.replace("Lowest", "Lowest salary"), 2, id="a header of pay"),
        pytest.param("## Bonus structure", AREAS.replace("Lowest", "Base"), 4, id="a header of base pay"),
        pytest.param("## Overtime", AREAS.replace("€", "€2"), 2, id="sums of whole pay"),
        pytest.param("London weighting", AREAS.replace("€", "€3"), 2, id="whole pay below a line"),
        pytest.param("## Incentives", AREAS.replace("Lowest", "Yearly"), 0, id="a header of a period alone"),
        pytest.param("These supplements are not counted in the figures below.", AREAS, 2, id="said not to be held"),
        pytest.param("The following bonuses and wages are told by area.", AREAS, 2, id="wages as well"),
        pytest.param("## Allowances\n\nAll figures are monthly.", AREAS, 2, id="whole pay of a month"),
        pytest.param("The following overtime-free figures are for a year.", AREAS, 2, id="free of it"),
        pytest.param("Many bakers get a housing allowance, too.", AREAS, 2, id="told beside"),
    ],
)
def test_tables_of_what_comes_on_top(above: str, table: str, count: int) -> None:
    """A title, a heading or a sentence says what a table holds; where it speaks of pay, too, its figures are pay."""
    page = f"# Baker pay in Ireland\n\nBakers earn €31,000 a year.\n\n{above}\n\n{table}\n\nBakers bake.\n"
    assert len(set(paid(page, "char_start"))) == count + 1


@pytest.mark.parametrize(
    ("words", "lows"),
    [
        ("It rises by 1% (or €500, whichever is the larger). Bakers earn €31,000 a year.", [31_000]),
        ("They get 2% more or €750, whichever is greater. Bakers earn €31,000 a year.", [31_000]),
        ("Bakers earn €31,000 a year, whichever town they work in.", [31_000]),
    ],
)
def test_the_least_that_a_share_comes_to(words: str, lows: list[float]) -> None:
    assert paid(f"# Baker pay in Ireland\n\n{words}", "low") == [(low,) for low in lows]


@pytest.mark.parametrize(
    ("label", "lows"),
    [("Minimum wage in force", []), ("Statutory minimum wage", []), ("National average salary", [21_000])],
)
def test_what_the_law_says_is_no_roles_pay(label: str, lows: list[float]) -> None:
    page = f"# Baker pay in Ireland\n\nBakers earn €31,000 a year.\n\n{label}: €21,000"
    assert paid(page, "low")[1:] == [(low,) for low in lows]
