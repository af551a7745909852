"""Pay in tables: which axis says whose, and what headers, labels, titles and notes say of the cells."""

from __future__ import annotations

import pytest

from extract.model import Flag, Kind
from tests.claims.claims import DS_DE, claims, said
from tests.language.articles import gap

ROLES = [
    # Levels in rows of their own, over rows of roles.
    (
        """| Role | Salary |
|---|---|
| Entry level | |
| Data scientist | £31,000 |
| Data engineer | £34,500 |
| Senior | |
| Data scientist | £61,000 |
| Data engineer | £58,500 |""",
        [
            ("DS", "entry", 31_000, 31_000),
            ("DE", "entry", 34_500, 34_500),
            ("DS", "senior", 61_000, 61_000),
            ("DE", "senior", 58_500, 58_500),
        ],
    ),
    # Two roles in one cell, each with its own sum.
    (
        """| State | Median pay |
|---|---|
| Ohio | Data Scientist $91,000 · Data Engineer $88,500 |
| Iowa | $79,000 (data scientist), $80,200 (data engineer) |""",
        [
            ("DS", None, 91_000, 91_000),
            ("DE", None, 88_500, 88_500),
            ("DS", None, 79_000, 79_000),
            ("DE", None, 80_200, 80_200),
        ],
    ),
    # A row of ranges that says where, and not of what, in a table of the facts of one role.
    (
        """## Data scientist
| Detail | Data | Source |
|---|---|---|
| US average base salary | $101,000 | a survey |
| US Typical Range | $82,000 - $118,000 | the 25th to 75th percentile |""",
        [("DS", None, 101_000, 101_000), ("DS", None, 82_000, 118_000)],
    ),
    # Signs in the header alone; what the rows are called says nothing of money.
    (
        """| Firm | Data scientist (₦) | Data engineer (₦) |
|---|---|---|
| Low-cost | 1,000,000 - 2,500,000 | 2000000 |""",
        [("DS", None, 1_000_000, 2_500_000), ("DE", None, 2_000_000, 2_000_000)],
    ),
    # Changes and counts beside pay, and nothing that heads them.
    (
        """Senior data scientist  £588 per day  +2.17%  (47 vacancies)
Lead data scientist  £650 per day  -  (19 vacancies)
Data engineer  £520 per day  -3%  (80 vacancies)""",
        [("DS", "senior", 588, 588), ("DS", "lead", 650, 650), ("DE", None, 520, 520)],
    ),
    # Hours and costs beside pay.
    (
        """What they are paid in the UK, and how long they work:

| Aspect | Data scientist | Data engineer |
|---|---|---|
| Salary | £50,000 - £70,000 | £60,000 |
| Average hours per week | 45-60 | 50-70 |
| Total cost | £5,000 - £7,000 | £25,000 |""",
        [("DS", None, 50_000, 70_000), ("DE", None, 60_000, 60_000)],
    ),
    # The upper end may be open.
    (
        "Pay per month (PHP):\n\n| Position | Min | Max |\n|---|---|---|\n| Data Scientist | 55,000 | 85,000+ |",
        [("DS", None, 55_000, 85_000)],
    ),
    # Steps of a scale head sums, and its grades are none.
    (
        "Pay per month (PHP):\n\n| Position | Step 1 | Grade |\n|---|---|---|\n| Data Scientist II | 55,586 | SG 15 |",
        [("DS", None, 55_586, 55_586)],
    ),
    # A title names the currency, and what the rows are called says nothing of money.
    (
        """## Pay side by side (yearly, €)

| | Data scientist | Data engineer |
|---|---|---|
| Five years | 70,500 | 81,000 |
| Top of scale | 98,000 | 93,000+ |""",
        [
            ("DS", None, 70_500, 70_500),
            ("DE", None, 81_000, 81_000),
            ("DS", None, 98_000, 98_000),
            ("DE", None, 93_000, None),
        ],
    ),
    # A line with a sum of its own is about that sum.
    (
        """Data engineers earn $90,000.

| | Data scientist | Data engineer |
|---|---|---|
| Places a year | 55,000 | 93,000 |""",
        [("DE", None, 90_000, 90_000)],
    ),
    (
        """| Level | Data Scientist | Data Engineer |
|---|---|---|
| Entry | $80,000 - $100,000 | $75k–$95k |
| Senior | $150,000+ | up to $160,000 |""",
        [
            ("DS", "entry", 80_000, 100_000),
            ("DE", "entry", 75_000, 95_000),
            ("DS", "senior", 150_000, None),
            ("DE", "senior", None, 160_000),
        ],
    ),
    (
        """| Role | Entry | Senior |
|---|---|---|
| Data Scientist | $80,000 | $150,000 |
| Data Engineer | $75,000 | $145,000 |""",
        [
            ("DS", "entry", 80_000, 80_000),
            ("DS", "senior", 150_000, 150_000),
            ("DE", "entry", 75_000, 75_000),
            ("DE", "senior", 145_000, 145_000),
        ],
    ),
    (
        """| Salary | Role |
|---|---|
| $120,000 | Data Scientist |
| $115,000 | Data Engineer |""",
        [("DS", None, 120_000, 120_000), ("DE", None, 115_000, 115_000)],
    ),
    (
        """| Position | Salary |
|---|---|
| Junior Data Scientist | $80,000 |
| Data Scientist (Senior) | $150,000 |
| Lead Data Engineer | $160,000 |""",
        [
            ("DS", "entry", 80_000, 80_000),
            ("DS", "senior", 150_000, 150_000),
            ("DE", "lead", 160_000, 160_000),
        ],
    ),
    (
        """| Role | Level | Salary |
|---|---|---|
| Data Scientist | Junior | $80,000 |
| Data Scientist | Senior | $150,000 |""",
        [("DS", "entry", 80_000, 80_000), ("DS", "senior", 150_000, 150_000)],
    ),
    (
        """| Step | Data Scientist |
|---|---|
| Junior | $80,000 |
| Senior | $150,000 (directors often exceed this) |""",
        [("DS", "entry", 80_000, 80_000), ("DS", "senior", 150_000, 150_000)],
    ),
    (
        """| Stage | Data Scientist |
|---|---|
| Senior | $150,000 (directors and partners usually go well beyond this) |""",
        [("DS", "senior", 150_000, 150_000)],
    ),
    (
        """| Data Scientist | $120,000 |
| Data Engineer | $115,000 |""",
        [("DS", None, 120_000, 120_000), ("DE", None, 115_000, 115_000)],
    ),
    (
        """## Data Scientist Salary
| Level | Salary |
|---|---|
| Entry | $80,000 |
| Senior | $150,000 |""",
        [("DS", "entry", 80_000, 80_000), ("DS", "senior", 150_000, 150_000)],
    ),
    (
        """Here is what data engineers earn:
| Level | Salary |
|---|---|
| Entry | $80,000 |
| Senior | $150,000 |""",
        [("DE", "entry", 80_000, 80_000), ("DE", "senior", 150_000, 150_000)],
    ),
    (
        """^ Data Engineer Salaries
| Level | Salary |
|---|---|
| Entry | $80,000 |
| Senior | $150,000 |""",
        [("DE", "entry", 80_000, 80_000), ("DE", "senior", 150_000, 150_000)],
    ),
    (
        """| Aspect | Both roles |
|---|---|
| Salary | $120,000 |""",
        [("DE", None, 120_000, 120_000), ("DS", None, 120_000, 120_000)],
    ),
    (
        """| Level | Salary |
|---|---|
| Entry | $80,000 |
| Senior | $150,000 |""",
        [],
    ),
]


@pytest.mark.parametrize(("words", "rows"), ROLES)
def test_roles_and_levels(words: str, rows: list[object]) -> None:
    """Roles may be columns, rows, a title or the text above; levels rows, columns or words beside one."""
    assert said(DS_DE + words, Kind.SALARY, "role", "level", "low", "high") == rows


@pytest.mark.parametrize(
    ("labels", "level"),
    [
        (("Staff", "Senior", "Manager"), "entry"),
        (("Junior", "Senior", "Staff"), "entry"),
        (("Staff", "Senior", "Mid"), "principal"),
    ],
)
def test_where_staff_stand(labels: tuple[str, ...], level: str) -> None:
    """Staff are beginners where seniors come next and nobody stands below, else above all seniors."""
    rows = "\n".join(f"| {label} (years) | ${size}0,000 |" for size, label in enumerate(labels, start=5))
    words = f"| Stage | Data Scientist |\n|---|---|\n{rows}"
    assert said(DS_DE + words, Kind.SALARY, "level")[0] == level


@pytest.mark.parametrize(
    ("over", "level"),
    [
        ("## Elsewhere (mid-level, gross)", "mid"),
        ("Senior salaries, per country:", "senior"),
        ("## Junior vs senior salary", None),
        ("Juniors are paid less everywhere.", None),
    ],
)
def test_a_level_over_a_table(over: str, level: str | None) -> None:
    """A heading or introduction right above sets the level of figures that have none; a sentence does not."""
    words = f"{over}\n| Country | Data Scientist | Data Engineer |\n|---|---|---|\n| Norway | €90,000 | €95,000 |"
    assert said(DS_DE + words, Kind.SALARY, "level") == [level, level]


def test_a_period_beside_a_sum_above_is_that_sums() -> None:
    """What is said to be monthly in a line above is the sum beside it, not those of the table below."""
    table = "| Data Scientist | Data Engineer |\n|---|---|\n| £69,000 | £92,000 |"
    words = f"Data scientists make £92,000 (£5,090/month net).\n\n## Salary\nThe pay (£5,090/month net) is:\n{table}"
    assert said(DS_DE + words, Kind.SALARY, "low", "period")[-2:] == [(69_000, "year"), (92_000, "year")]


def test_a_range_beside_an_average() -> None:
    """What stands beside "Range" is pay where another row of the table says that it is."""
    words = "| Facts | Data Scientist |\n|---|---|\n| Average salary | €4,100 / month |\n| Range | €3,000 - 6,500 |"
    assert said(DS_DE + words, Kind.SALARY, "role", "low", "high") == [("DS", 4_100, 4_100), ("DS", 3_000, 6_500)]


def test_gross_and_net_head_columns_of_pay() -> None:
    """What a column holds before or after tax is pay."""
    words = "## Brackets\n| Level | Contract (gross) | Own firm (net) |\n|---|---|---|\n| Junior | $60,000 | $70,000 |"
    assert said("# Data Scientist\n" + words, Kind.SALARY, "low") == [60_000, 70_000]


def test_low_and_high_are_the_ends_of_one_range() -> None:
    """Two sums side by side under "Low" and "High" are one range; in the article's own dollars."""
    table = "| Position | Low | High |\n|---|---|---|\n| Data Engineer | 3,500 | 4,500 |"
    words = f"Data scientists earn SGD 4,000 a month.\nA table (gross monthly wage in $):\n{table}"
    assert said(DS_DE + words, Kind.SALARY, "role", "low", "high", "unit", "statistic")[-1] == (
        "DE", 3_500, 4_500, "SGD", "range",
    )  # fmt: skip


def test_a_word_for_the_level_beside_a_grade() -> None:
    """An employer's code beside a word for the level says nothing of its own."""
    words = "| Level | Data Scientist |\n|---|---|\n| L2 Mid | $80,000 |\n| L3 Senior | $95,000 |"
    assert said(DS_DE + words, Kind.SALARY, "level") == ["mid", "senior"]


def test_rows_that_are_skills_or_industries_are_nobody() -> None:
    """A trade in a column of skills has no figures of its own; an industry's name says nothing of what they are."""
    skills = (
        "# Data Scientist Salary\n| Skills | Annual salary |\n|---|---|\n| Accounting | $90,000 |\n| Python | $95,000 |"
    )
    assert said(skills, Kind.SALARY, "role") == ["DS", "DS"]
    words = "## Salary\n| Industry | Data Scientist |\n|---|---|\n| Non-profit | $80,000 |\n| Insurance | $95,000 |"
    assert said(DS_DE + words, Kind.SALARY, "low") == [80_000, 95_000]


def test_titles_that_only_exemplify_the_steps_of_one_trade() -> None:
    """Who stands on the steps below "Data Engineer pay by level" does not own their pay, nor lend it a level."""
    over = "## Data Engineer pay by level\n"
    several = "| Level | Common titles | Pay |\n|---|---|---|\n"
    several += (
        "| Mid | Senior Data Engineer, Cloud Engineer | $92,000 |\n| Senior | Lead Data Engineer, SRE | $117,000 |"
    )
    behind = (
        "| Experience | Pay | Title |\n|---|---|---|\n| Mid | $92,000 | Data Scientist |\n| Senior | $117,000 | SRE |"
    )
    for table in (several, behind):
        assert said(DS_DE + over + table, Kind.SALARY, "role", "level") == [("DE", "mid"), ("DE", "senior")]
    alone = "| Level | Title | Pay |\n|---|---|---|\n| 1 | Data Scientist | $92,000 |"
    assert said(DS_DE + over + alone, Kind.SALARY, "role") == ["DS"]


def test_the_years_of_a_row_go_before_those_of_a_heading() -> None:
    """Years in a label hold for its row, whatever stands over the table."""
    table = "| Step | Pay |\n|---|---|\n| Start | $61,000 |\n| 4-7 years | $83,000 |"
    assert said(DS_DE + "## Data Engineers, 0-3 years\n" + table, Kind.SALARY, "experience_min") == [0, 4]


def test_years_beside_a_qualification() -> None:
    """A column of both has years of experience; one of learning alone has none."""
    rows = "| Junior Data Scientist | Degree / 0-2 yrs | $80,000 |\n| Data Scientist | Diploma / 3-5 yrs | $95,000 |"
    for header, bands in (("Qualification / Experience", [(0, 2), (3, 5)]), ("Qualification", [(None, None)] * 2)):
        table = f"| Position | {header} | Salary |\n|---|---|---|\n{rows}"
        assert said(table, Kind.SALARY, "experience_min", "experience_max") == bands


def test_pay_by_schooling() -> None:
    """A certificate that one holds is no fee beside a sum in a table or list of pay by education."""
    table = (
        "| Education | Average Pay |\n|---|---|\n| Certificate or Diploma | $51,000 |\n| Master's Degree | $83,000 |"
    )
    words = "## Data Engineer pay\n- Certificate/Diploma: $4,300 monthly\n- Master's degree: $6,900 monthly\n\n"
    assert said(f"{DS_DE}{words}{table}", Kind.SALARY, "low") == [4_300, 6_900, 51_000, 83_000]


def test_titles_with_more_in_brackets_label_rows() -> None:
    """A column of titles is one whatever their brackets say."""
    table = "| Code | Title | Pay |\n|---|---|---|\n| 7A | Data Engineer (weather and tide services) | $92,000 |\n"
    rows = table + "| 7C | Data Scientist (fishery statistics, census) | $117,000 |"
    assert said(DS_DE + "## Data Engineer pay\n" + rows, Kind.SALARY, "role") == ["DE", "DS"]


def test_the_country_that_a_heading_names_for_its_table() -> None:
    """Dollars below a heading of one country are that country's, in an article about none."""
    table = "| Role | Pay |\n|---|---|\n| Data Engineer | $92,000 – $99,000 |"
    words = DS_DE + "## Pay in Canada\n" + table + "\n## Pay in Australia\n" + table.replace("2,", "4,")
    assert said(words, Kind.SALARY, "unit") == ["CAD", "AUD"]


def test_figures_of_everybody_are_nobodys() -> None:
    """Pay by age of all who work is not that of the article's only role."""
    table = "| Age | Average salary |\n|---|---|\n| 20s | $36,000 |\n| 30s | $48,000 |"
    over = "# Data Scientist Salary\n\nThe progression of men and women"
    assert said(f"{over} (all jobs) is this.\n\n{table}", Kind.SALARY, "low") == []
    assert said(f"{over} is this.\n\n{table}", Kind.SALARY, "low") == [36_000, 48_000]
    page = "# Data Scientist Salary\n\n## {}\n\n### UK\n\nSee below.\n\n" + table
    assert said(page.format("All Permanent Tech Vacancies"), Kind.SALARY, "low") == []
    assert said(page.format("Permanent Vacancies"), Kind.SALARY, "low") == [36_000, 48_000]


def test_a_role_named_in_passing_is_that_of_all_rows() -> None:
    """One label that names a role among other words makes no rows of roles: the table is that role's."""
    rows = "| 10th percentile | £38,000 |\n| Median salary | £55,000 |\n| 90th percentile | £82,000 |"
    table = (
        f"## Last year\n| Figure | UK |\n|---|---|\n| Permanent vacancies asking for a Data Engineer | 2,877 |\n{rows}"
    )
    assert said(DS_DE + table, Kind.SALARY, "role", "low") == [("DE", 38_000), ("DE", 55_000), ("DE", 82_000)]


def test_the_source_of_all_figures() -> None:
    """Tables below a sentence on all figures are from the body that its paragraph names, until another is named."""
    over = "The guide published by Oakline knows both. All figures are gross per year.\n\n"
    table = "## {}\n| Level | Salary |\n|---|---|\n| Junior | €30,000 |\n\n"
    words = DS_DE + over + table.format("Data Scientist") + "Glassdoor differs.\n\n" + table.format("Data Engineer")
    assert said(words, Kind.SALARY, "role", "attributed_to") == [("DS", "Oakline"), ("DE", None)]


def test_seniors_are_paid_several_times_what_others_are() -> None:
    """A period over a table holds for its highest figures, unless they are like the others as a year's."""
    words = """# Data Scientist vs Data Engineer in Egypt
Accountants get 8,000 EGP a month, pharmacists 9,000 EGP a month and welders 10,500 EGP a month.
## Monthly pay in EGP
| Role | Junior | Senior |
|---|---|---|
| Data Scientist | 14,000 - 26,000 | 51,000 - 91,000 |
"""
    assert set(said(words, Kind.SALARY, "period")) == {"month"}


def test_pesos_by_their_letter() -> None:
    """Amounts with a P before them, again and again, are pesos though no country is named."""
    words = DS_DE + "Data scientists earn P32,600 a month and data engineers P35,000 a month."
    assert said(words, Kind.SALARY, "low", "unit") == [(32_600, "PHP"), (35_000, "PHP")]


def test_hourly_pay_that_nothing_says_is_hourly() -> None:
    """Sums in cents, too small for a year's pay, on a page that has no word for pay."""
    page = f"{DS_DE}| Class | Start | Step 3 |\n|---|---|---|\n| Data scientist | $38.12 | $43.37 |\n"
    assert said(page, Kind.SALARY, "low", "period") == [(38.12, "hour"), (43.37, "hour")]


def test_a_note_below_sets_no_level() -> None:
    """What a note says of seniors is not said of the figures above it."""
    words = "| Role | Salary |\n|---|---|\n| Data Scientist | $120,000 |\n_ Note: senior ones may earn more pay."
    assert said(words, Kind.SALARY, "level") == [None]


def test_a_heading_below_is_that_of_the_next_part() -> None:
    """What opens the next part of an article says nothing of the table above it."""
    table = "| Position | Pay per month |\n|---|---|\n| Data engineer | €3,000 |"
    words = f"{table}\n\n## Salary by city (entry-level data engineers)\n\nIn Ghent it is less."
    assert said(DS_DE + words, Kind.SALARY, "role", "level") == [("DE", None)]


def test_place_in_the_table() -> None:
    """Rows and columns count from 0, the first body row is row 0."""
    words = (
        "Words.\n| Role | Base | Total |\n|---|---|---|\n| Data Engineer | $1 | n/a |\n| Data Scientist | - | $90k |"
    )
    (claim,) = [c for c in claims(DS_DE + words, Kind.SALARY) if c.low == 90_000]
    assert (claim.table_index, claim.row_index, claim.column_index) == (0, 1, 2)
    assert (claim.quote, claim.container) == ("$90k", "table")


NOT_PAY = [
    "## The market\n| Role | Employment | Permanent vacancies |\n|---|---|---|\n| Data Scientist | 60,000 | 42,000 |",
    "## By form\nAll prices are in PLN per month.\n| Role | Course |\n|---|---|\n| Data Scientist | 9 000 zł |",
    "| Aspect | Data Scientist |\n|---|---|\n| Mean SE* | $0.84/hr |\n| Standard error of the mean wage | $0.31 |",
    "It is $48 an hour for pay.\n\n| Aspect | Data Scientist |\n|---|---|\n| Certs | AWS ($300), CCNP |",
    "Average salary of both:\n\n| | Data Scientist | Data Engineer |\n|---|---|---|\n| Average age | 39 | 42 |",
    "| Aspect | Data Scientist |\n|---|---|\n| Median pay | as for statisticians (SOC 29-4017) |",
    "| Aspect | Data Scientist |\n|---|---|\n| Bonus | $10,000 |",
    "| Aspect | Data Scientist |\n|---|---|\n| Additional pay (bonus, tips) | $10,000 / yr |",
    "| Aspect | Data Scientist |\n|---|---|\n| Overtime pay | $9,000 |",
    "| Role | Average extra cash compensation |\n|---|---|\n| Data Scientist | $10,000 |",
    "| Aspect | Data Scientist |\n|---|---|\n| Extra pay | $10,000 |\n| Stock compensation | $20,000 |",
    "| Aspect | Data Scientist |\n|---|---|\n| Course fee | $500 |",
    "| Aspect | Data Scientist |\n|---|---|\n| Market size | $90 billion |",
    "| Aspect | Data Scientist |\n|---|---|\n| Teaching post (per year) | -$8,000 |\n| Rebate | −$500 |",
    "| Aspect | Data Scientist |\n|---|---|\n| Experience | 2-5 years |",
    "| Aspect | Data Scientist |\n|---|---|\n| Salary growth | 36% |",
    "| Aspect | Data Scientist |\n|---|---|\n| Salary | - |",
    "| Aspect | Data Scientist |\n|---|---|\n| Salary | competitive |",
    "| Role | Degree cost |\n|---|---|\n| Data Scientist | $40,000 |",
    "| Metric | Data Scientist | Difference |\n|---|---|---|\n| Salary | see below | +$5,000 |",
    "| Metric | Data Scientist |\n|---|---|\n| Grant | -$9,000 |\n| Pay gap | $41,000 |",
    "| Metric | Data Scientist |\n|---|---|\n| Increase over base | $42,000 |",
    "Data scientists:\n\n| City | Gap to the average | Premium |\n|---|---|---|\n| Leeds | £31,000 | £32,000 |",
    "| Item | Data Scientist |\n|---|---|\n| vs. average | $31,000 |\n| Change of median | $30,000 |",
    "| Company | Data Scientist |\n|---|---|\n| Some firm | $200,000 |",
    "## Data Scientist Salary\n| Job Title | Salary |\n|---|---|\n| Zeppelin Upkeep | $90,000 |",
    gap(
        "| Skill | Data Scientist |\n|---|---|\n| Python | $130,000 |\n| SQL | $110,000 |",
        reason="pay by skill is a mere case of a role's pay",
    ),
]


@pytest.mark.parametrize("words", NOT_PAY)
def test_other_cells(words: str) -> None:
    """Extras, costs, growth and empty cells are no salaries."""
    assert said(DS_DE + words, Kind.SALARY, "value") == []


UNITS = [
    (
        (
            "## By form\nEverything is in Czech koruna a month.\n"
            "| Role | Level | Self-employed | Employment contract, gross |\n|---|---|---|---|\n"
            "| Data Scientist | Mid | 90 000 – 110 000 Kč | 70 000 – 85 000 Kč |"
        ),
        ["CZK 90000-110000 / month", "CZK 70000-85000 / month"],
    ),
    (
        (
            "## By form\nMiddle half of answers, PLN per month\n"
            "| Role | UoP (brutto) | B2B (netto + VAT) |\n|---|---|---|\n"
            "| Data Engineer | 10 000–13 500 | 12 000–16 500 |"
        ),
        ["PLN 10000-13500 / month", "PLN 12000-16500 / month"],
    ),
    (
        (
            "Contracts differ. All amounts are monthly, in PLN.\n## Freelance\n"
            "| | Data Scientist |\n|---|---|\n| Junior | 5 000 – 9 000 |"
        ),
        ["PLN 5000-9000 / month"],
    ),
    (
        (
            "Below are the bands: annual gross, in thousands of euros, meals not included.\n## Pay in Lisbon\n"
            "| Role | Up to 3 years | 3 to 5 years |\n|---|---|---|\n| Data Scientist | 24 – 30 | 31 – 42 |"
        ),
        ["EUR 24000-30000 / year", "EUR 31000-42000 / year"],
    ),
    (
        (
            "## Pay\n| Role | Junior | Senior |\n|---|---|---|\n| Data Scientist | 15,000 | 28,000 |\n"
            "Monthly gross in EGP, from our offers."
        ),
        ["EGP 15000 / month", "EGP 28000 / month"],
    ),
    ("| Job | Average monthly pay |\n|---|---|\n| Data Scientist | $250 |", ["USD 250 / month"]),
    (
        "| | Data Scientist |\n|---|---|\n| US base | $90,000 |\n| Malta (EUR/month) | 3,500–5,000 |\n| Fans | 700 |",
        ["USD 90000 / year", "EUR 3500-5000 / month"],
    ),
    (
        "| Job | Average pay (in million JPY) |\n|---|---|\n| Data Scientist | 5.16 |\n| Data Engineer | 4.5 |",
        ["JPY 5160000 / year", "JPY 4500000 / year"],
    ),
    ("| Role | Monthly salary (€) |\n|---|---|\n| Data Scientist | 5,000 |", ["EUR 5000 / month"]),
    ("| Role | Salary in $K |\n|---|---|\n| Data Scientist | 120 |", ["USD 120000 / year"]),
    ("| Role | Salary (₹ LPA) |\n|---|---|\n| Data Scientist | 12-18 |", ["INR 1200000-1800000 / year"]),
    ("| Role | Salary (USD) |\n|---|---|\n| Data Scientist | 120,000 |", ["USD 120000 / year"]),
    (
        (
            "| Role | Country | Currency | Salary |\n|---|---|---|---|\n| Data Scientist | Austria | EUR | 52,000 |\n"
            "| Data Scientist | Japan | JPY | 6,100,000 |"
        ),
        ["EUR 52000 / year", "JPY 6100000 / year"],
    ),
    (
        "## Salaries (₦ per month)\n| Role | Pay |\n|---|---|\n| Data Scientist | 450,000 |",
        ["NGN 450000 / month"],
    ),
    (
        "^ Annual pay in thousands of euros\n| Role | Pay |\n|---|---|\n| Data Scientist | 60 |",
        ["EUR 60000 / year"],
    ),
    ("| Role | Salary |\n|---|---|\n| Data Scientist | 120,000 |", ["? 120000 / year"]),
    (
        "| Role | Salary |\n|---|---|\n| Data Scientist | $120,000 |\n| Data Engineer | 115,000 |",
        ["USD 120000 / year", "USD 115000 / year"],
    ),
    (
        "| Role | Hourly pay | Annual pay |\n|---|---|---|\n| Data Scientist | $58 | $120,000 |",
        ["USD 58 / hour", "USD 120000 / year"],
    ),
    ("| Role | Salary (LPA) |\n|---|---|\n| Data Scientist | 12-18 |", ["INR 1200000-1800000 / year"]),
    (
        "| Role | Hourly | Yearly |\n|---|---|---|\n| Data Scientist | $58 | $120,000 |",
        ["USD 58 / hour", "USD 120000 / year"],
    ),
    (
        "| Role | Salary |\n|---|---|\n| Data Scientist | $120,000 ($58/hour) |",
        ["USD 120000 / year", "USD 58 / hour"],
    ),
    (
        "| Level | Data Scientist ($) | Data Engineer (₹) |\n|---|---|---|\n| Entry | 80,000 | 600,000 |",
        ["USD 80000 / year", "INR 600000 / year"],
    ),
    # A row may have its period in a cell of its own.
    (
        """| Country | Data scientist | Data engineer | Period |
|---|---|---|---|
| Mexico | MX$39,000 | MX$44,500 | per month |
| Ireland | €64,000 | €71,000 | per year |""",
        ["MXN 39000 / month", "MXN 44500 / month", "EUR 64000 / year", "EUR 71000 / year"],
    ),
    (
        """| Where | Per | Data scientist pay |
|---|---|---|
| Denmark | Hour | DKK 310 |
| Sweden | Month | SEK 52,000 |""",
        ["DKK 310 / hour", "SEK 52000 / month"],
    ),
    (
        """| Where | Unit | Data scientist pay |
|---|---|---|
| Aarhus | DKK per hour | 310 |
| Spain | EUR/year | 41,000 |""",
        ["DKK 310 / hour", "EUR 41000 / year"],
    ),
    # A sentence far above tells the period of all figures.
    (
        """Rates shown here are hourly. The middle one comes first.

Some write to us every week about what they saw.

Others do not.

| Province | Data scientist pay |
|---|---|
| Ontario | CA$48.10 (CA$39.00–CA$61.25) |""",
        ["CAD 48.1 / hour", "CAD 39-61.25 / hour"],
    ),
    # What a sentence says of one sum is not said of all.
    (
        """All pay figures displayed here are per month except where told otherwise.

The average hourly wage of a data scientist in Spain is 19 EUR. That is a year's pay by the hours of a year.

| Title | Pay |
|---|---|
| Data scientist | 3,340 EUR+12% |""",
        ["EUR 19 / hour", "EUR 3340 / month"],
    ),
    # What is updated monthly is no month's pay.
    (
        "All salaries are updated monthly.\n\n| Role | Pay |\n|---|---|\n| Data scientist | MX$480,000 |",
        ["MXN 480000 / year"],
    ),
    # Nobody gives a year's pay to the cent.
    (
        "| Province | Data scientist pay |\n|---|---|\n| Ontario | CA$48.10 |",
        ["CAD 48.1 / hour"],
    ),
]


@pytest.mark.parametrize(("words", "values"), UNITS)
def test_units(words: str, values: list[str]) -> None:
    """Currency, period and scale from header, corner, title, heading or the table's other cells."""
    assert said(DS_DE + words, Kind.SALARY, "value") == values


def test_missing_currency_is_flagged() -> None:
    """An amount that nothing gives a currency to is kept without."""
    (claim,) = claims(DS_DE + "| Role | Salary |\n|---|---|\n| Data Scientist | 120,000 |", Kind.SALARY)
    assert (claim.unit, Flag.MISSING_CURRENCY in claim.flags) == (None, True)


QUALIFIED = [
    # Rows that name a place say it of the figures below them.
    (
        (
            "| City/Province | Data Scientist |\n|---|---|\n| Low | $81,000 |\n| City/Province | Ontario |\n"
            "| Low | $84,000 |\n| High | $99,000 |\n| City/Province | Springvale |\n| Low | $70,000 |"
        ),
        "region",
        [None, "Ontario", "Ontario", "Springvale"],
    ),
    # Pipes without blanks.
    (
        "|Region|Data Scientist|Data Engineer|\n|---|---|---|\n|Poland|$31,000|$30,500|\n|Italy|$28,000|$29,000|",
        "region",
        ["PL", "PL", "IT", "IT"],
    ),
    # A note that says nothing but what all figures are.
    (
        "| Country | Data Scientist |\n|---|---|\n| Italy | €41,000 |\n| Malta | €34,500 |\n\nMedians. Few in Malta.",
        "statistic",
        ["median", "median"],
    ),
    # What the line above says of one column is not said of the others.
    (
        (
            "Usual gross pay and the monthly take-home from it.\n\n"
            "| Role | Range | Monthly take-home |\n|---|---|---|\n"
            "| Data Scientist | €48,000 – €61,000 | €2,950 |"
        ),
        "period",
        ["year", "month"],
    ),
    # A line that begins with it and introduces the table says it of all, however long.
    (
        (
            "Median pay of those whom our office in the old town found a job last winter:\n\n"
            "| City | Data Scientist | Data Engineer |\n|---|---|---|\n| Leeds | £48,000 | £61,000 |"
        ),
        "statistic",
        ["median", "median"],
    ),
    # Each of two bodies is named with what it counts.
    *(
        (
            f"{line}\n\n| Level | Base pay | Total pay |\n|---|---|---|\n| Data Scientist | $61,000 | $75,000 |",
            "attributed_to",
            ["Glassdoor", "Levels.fyi"],
        )
        for line in (
            "The base comes from Glassdoor, the total from Levels.fyi.",
            "Figures: Levels.fyi (total pay) and Glassdoor (base).",
        )
    ),
    # Years of learning are no years in the job.
    (
        "| Role | Pay | Apprenticeship length |\n|---|---|---|\n| Data Scientist | $61,000 | 2-3 years |",
        "experience_min",
        [None],
    ),
    (
        "| Role | Pay | Years to top |\n|---|---|---|\n| Data Scientist | $61,000 | 6 |",
        "experience_min",
        [None],
    ),
    (
        "| Role | Starting pay | Top of scale |\n|---|---|---|\n| Data Scientist | $61,000 | $80,000 |",
        "level",
        ["entry", None],
    ),
    (
        "| Role | Pay | Years in the job |\n|---|---|---|\n| Data Scientist | $61,000 | 2-3 years |",
        "experience_min",
        [2],
    ),
    # What heads titles says nothing of the sums beside them, nor does a kind of school.
    (
        "| Years | Pay | Typical role |\n|---|---|---|\n| 0-2 | $61,000 – $70,000 | Data Scientist |",
        "statistic",
        ["range"],
    ),
    (
        "| Role | Salary |\n|---|---|\n| High School Data Scientist | $61,000 |",
        "statistic",
        [None],
    ),
    (
        "## Oslo\nFrom 130,000: senior data scientists\n\n| City | Data Scientist |\n|---|---|\n| Bergen | $61,000 |",
        "level",
        [None],
    ),
    (
        "## Elsewhere (mid-level, gross)\n| Country | Data Scientist |\n|---|---|\n| Spain | €41,000 |",
        "level",
        ["mid"],
    ),
    (
        "| Level | Data Scientist |\n|---|---|\n| L2 Mid | $150K |\n| L3 Senior | $190K |",
        "level",
        ["mid", "senior"],
    ),
    (
        "| Role | Average Salary |\n|---|---|\n| Data Scientist | $120,000 |",
        "statistic",
        ["mean"],
    ),
    (
        "| Aspect | Data Scientist |\n|---|---|\n| Median pay | $120,000 |\n| Focus | Models |",
        "statistic",
        ["median"],
    ),
    (
        (
            "| Role | 25th percentile | Median | 75th percentile |\n|---|---|---|---|\n"
            "| Data Scientist | $90k | $120k | $150k |"
        ),
        "statistic",
        ["percentile_25", "median", "percentile_75"],
    ),
    (
        ("## Pay\n| Role | Low | Average | High |\n|---|---|---|---|\n| Data Scientist | $90k | $120k | $150k |"),
        "statistic",
        ["minimum", "mean", "maximum"],
    ),
    (
        "| Role | Base | Total |\n|---|---|---|\n| Data Scientist | $110,000 | $140,000 |",
        "basis",
        ["base", "total"],
    ),
    (
        "| Role | Salary |\n|---|---|\n| Data Scientist | Base $110,000, total $140,000 |",
        "basis",
        ["base", "total"],
    ),
    (
        "| Country | Data Scientist |\n|---|---|\n| US | $120,000 |\n| Germany | €65,000 |",
        "region",
        ["US", "DE"],
    ),
    ("| Role | US | UK |\n|---|---|---|\n| Data Scientist | $120,000 | £60,000 |", "region", ["US", "GB"]),
    # Places in capitals.
    (
        "| ROLE | LONDON £ basic | REST OF UK £ basic |\n|---|---|---|\n| Data Scientist | 72,000 | 61,000 |",
        "region",
        ["London", "GB"],
    ),
    (
        "| | Salary (UK / Germany) |\n|---|---|\n| Data Scientist | £60,000 / €65,000 |",
        "region",
        ["GB", "DE"],
    ),
    (
        "## Data Scientist Salary by City\n| City | Average |\n|---|---|\n| Boston | $120,000 |",
        "region",
        ["Boston"],
    ),
    (
        "## Data Scientist Pay by City\n| City | Mean |\n|---|---|\n| Little Nowhere | $99,000 |\n| All | $98,000 |",
        "region",
        ["Little Nowhere", None],
    ),
    (
        "## Data Scientist Salary\n| Role | Salary |\n|---|---|\n| Data Scientist | $99,000 |\n| Senior | $120,000 |",
        "level",
        [None, "senior"],
    ),
    (
        "| Role | Glassdoor | Payscale |\n|---|---|---|\n| Data Scientist | $117,000 | $99,000 |",
        "attributed_to",
        ["Glassdoor", "PayScale"],
    ),
    (
        "Glassdoor, Payscale and Indeed were read.\n| Role | Salary |\n|---|---|\n| Data Scientist | $117,000 |",
        "attributed_to",
        [None],
    ),
    (
        "| Context | Role | Salary |\n|---|---|---|\n| Bank (mid-level) | Data Scientist | $117,000 |",
        "level",
        ["mid"],
    ),
    (
        "Glassdoor reports these salaries:\n| Role | Salary |\n|---|---|\n| Data Scientist | $117,000 |",
        "attributed_to",
        ["Glassdoor"],
    ),
    (
        ("| Role | Salary* |\n|---|---|\n| Data Scientist | $120,000 |\n_ * Glassdoor, May 2024, United States"),
        "attributed_to",
        ["Glassdoor"],
    ),
    (
        ("| Role | Salary* |\n|---|---|\n| Data Scientist | $120,000 |\n_ * Glassdoor, May 2024, United States"),
        "as_of",
        ["2024-05"],
    ),
    ("| Role | Salary 2024 |\n|---|---|\n| Data Scientist | $120,000 |", "as_of", ["2024"]),
    (
        "| Role | 2023 salary | 2024 salary |\n|---|---|---|\n| Data Scientist | $110,000 | $120,000 |",
        "as_of",
        ["2023", "2024"],
    ),
    (
        "## Data Scientist Salary\n| Experience | Salary |\n|---|---|\n| 0-2 years | $80,000 |",
        "experience_max",
        [2],
    ),
    (
        "## Data Scientist Salary\n| Level | Years | Pay |\n|---|---|---|\n| Mid | 3-5 years | $110,000 |",
        "experience_min",
        [3],
    ),
    (
        "## Data Scientist Salary\n| Level | Years | Pay |\n|---|---|---|\n| Mid | 3-5 years | $110,000 |",
        "level",
        ["mid"],
    ),
    ("| Role | Salary |\n|---|---|\n| Data Scientist, 5+ years | $150,000 |", "experience_min", [5]),
    ("| Role | Salary |\n|---|---|\n| Data Scientist (4โ6 yrs) | $150,000 |", "experience_min", [4]),
    (
        "## Data Scientist\n| Years of experience | Pay |\n|---|---|\n| 4 | $91,000 |\n| 6 | $0 |\n| 9 | $118,000 |",
        "experience_min",
        [4, 9],
    ),
    (
        "| Land | Data Scientist |\n|---|---|\n| Italy | €48,000 |\n\nMean net annual salaries, sources: two registers",
        "statistic",
        ["mean"],
    ),
    gap(
        "In the UK, pay is good.\n| Role | Salary |\n|---|---|\n| Data Scientist | $120,000 |",
        "region",
        [None],
        reason="a country is carried to amounts in a currency that is not its own",
    ),
    ("## Data Scientist Salary\n| Years of experience | Pay |\n|---|---|\n| 3-5 | $110,000 |", "experience_min", [3]),
    (
        "## Pay\n| Part | Data Scientist |\n|---|---|\n| Middle 50% (P25–P75) | $90k – $150k |",
        "statistic",
        ["range"],
    ),
    (
        "## Pay\n| Part | Data Scientist |\n|---|---|\n| Middle 50% | $90k – $150k |\n| Mid | $100k – $130k |",
        "level",
        [None, "mid"],
    ),
    (
        "## Pay\n| Role | 25th | 75th |\n|---|---|---|\n| Data Scientist | $90k | $150k |",
        "statistic",
        ["percentile_25", "percentile_75"],
    ),
]


@pytest.mark.parametrize(("words", "column", "values"), QUALIFIED)
def test_qualifiers(words: str, column: str, values: list[object]) -> None:
    """What a header, a row label, the title, the line above or the note says holds for the cell."""
    assert said(DS_DE + words, Kind.SALARY, column) == values


STAND_INS = """| Aspect | Data Scientist | Data Engineer |
|---|---|---|
| Focus | Models | Pipelines |
| Tools | Python | Spark |
| Skills | Statistics | Databases |
| Median pay | $108,020 | $145,080 (computer and information research scientists) |"""


def test_stand_ins_in_brackets() -> None:
    """Another occupation in a cell's brackets is whose figure it is; the cell stays its column's."""
    rows = said(DS_DE + STAND_INS, Kind.SALARY, "role", "low", "stated_role", "statistic")
    assert rows == [
        ("DS", 108_020, None, "median"),
        ("DE", 145_080, "computer and information research scientists", "median"),
    ]
    assert Flag.PROXY_ROLE in claims(DS_DE + STAND_INS, Kind.SALARY)[1].flags


def test_others_in_brackets_who_get_more() -> None:
    """Another title in a cell's brackets with a verb of its own is no stand-in."""
    words = "| Aspect | Data Scientist |\n|---|---|\n| Median pay | $108,020 (a statistician can get more) |"
    assert said(DS_DE + words, Kind.SALARY, "low", "stated_role") == [(108_020, None)]


def test_many_stand_ins_in_brackets() -> None:
    """A column under a role's header is that role's, whatever its cells name."""
    words = """| Aspect | Data Scientist | Data Engineer |
|---|---|---|
| Median pay | $108,020 | $145,080 (computer and information research scientists) |
| Growth | 36% | 26% (computer and information research scientists) |"""
    assert said(DS_DE + words, Kind.SALARY, "role", "low") == [("DS", 108_020), ("DE", 145_080)]


def test_malformed_cells_are_quarantined() -> None:
    """What cannot be read keeps its place, role and level."""
    words = "| Level | Data Scientist |\n|---|---|\n| Entry salary | $80,000 |\n| Senior salary | $125$+ |"
    _, claim = claims(DS_DE + words, Kind.SALARY)
    assert (claim.quote, claim.level, claim.low, claim.quarantine) == ("$125$+", "senior", None, True)
    assert [repair.low for repair in claim.repairs] != []


def test_a_note_tells_the_statistic_of_a_whole_table() -> None:
    """Averages in the note below or the line above hold for single figures, not for ranges."""
    table = "| Level | Data Scientist |\n|---|---|\n| Junior | $80,000 |\n| Senior | $120,000 – $140,000 |\n"
    noted = table + "_ Base salary averages."
    assert said(DS_DE + noted, Kind.SALARY, "statistic") == ["mean", "range"]
    assert said(DS_DE + "By level (average, full-time)\n" + table, Kind.SALARY, "statistic") == ["mean", "range"]
    assert said(DS_DE + table, Kind.SALARY, "statistic") == [None, "range"]


def test_a_table_said_twice() -> None:
    """The same cell again is the same item, marked as a repetition."""
    table = "| Role | Salary |\n|---|---|\n| Data Scientist | $120,000 |\n"
    first, second = claims(DS_DE + table + "Words.\n" + table, Kind.SALARY)
    assert Flag.DUPLICATE_IN_SOURCE not in first.flags
    assert Flag.DUPLICATE_IN_SOURCE in second.flags


def test_words_of_pay_in_a_title_say_nothing() -> None:
    """A cost estimator is no cost, a compensation analyst no compensation."""
    words = """# Cost Estimator vs Benefits Specialist vs Compensation Analyst
| Position | Annual pay | Team size |
|---|---|---|
| Entry level Cost Estimator | $64,500 | 12,000 |
| Senior Benefits Specialist | $79,000 | 14,000 |
| Compensation Analyst | $81,000 | 15,000 |"""
    assert [claim.low for claim in claims(words, Kind.SALARY)] == [64_500, 79_000, 81_000]


def test_one_period_for_all_figures_of_a_table() -> None:
    """A figure far from those that the article calls monthly is monthly where the others of its table are."""
    words = "# Data Scientist\nThey get ₱32,215 per month.\n\n| Rank | Salary |\n|---|---|\n"
    rows = "".join(f"| Scientist {n} | ₱{pay} |\n" for n, pay in (("I", "36,619"), ("II", "39,672"), ("III", "43,030")))
    assert set(said(words + rows + "| Scientist IV | ₱190,078 |", Kind.SALARY, "period")) == {"month"}


def test_one_period_for_all_tables_of_an_article() -> None:
    """Two tables alike that state no period are of one, though the higher figures alone look like a year's."""
    first = "".join(
        f"| {level} data scientist | R {pay} |\n" for level, pay in (("Junior", 17_300), ("Senior", 28_500))
    )
    second = "| Junior data engineer | R 20 100 |\n| Senior data engineer | R 51 200 |\n"
    words = f"Pay in South Africa.\n\n| Job | 2022 |\n|---|---|\n{first}\nAnd then:\n\n| Job | 2022 |\n|---|---|\n"
    assert set(said(DS_DE + words + second, Kind.SALARY, "period")) == {"month"}


def test_the_period_that_the_label_of_another_row_states() -> None:
    """Percentiles that no label gives a period have that of a row of figures like them."""
    rows = (
        "| 10th percentile | £344 |\n| Median daily rate | £500 |\n| 90th percentile | £663 |\n| Hourly rate | £35 |\n"
    )
    table = "| Statistic | 2025 |\n|---|---|\n" + rows
    assert said("# Data Scientist Contracts\n\n" + table, Kind.SALARY, "period") == ["day"] * 3 + ["hour"]
    everybody = "# Data Scientist Contracts\n\n## All contract IT job vacancies\n\n"
    assert said(everybody + table, Kind.SALARY, "low") == []


def test_areas_that_are_no_places() -> None:
    """Rows below "Areas" may be anything that is compared: levels and statistics are no places."""
    words = "| Areas | Data Scientist |\n|---|---|\n| Average salary | $120,000 |\n| Freshers | $90,000 |"
    assert said(DS_DE + words, Kind.SALARY, "region") == [None, None]


def test_the_basis_that_a_sentence_below_states_for_all() -> None:
    """``All figures in CAD, base only`` below a table says what part of pay its figures are."""
    table = "| Role | Senior |\n|---|---|\n| Data Scientist | $95,000 |\n| Data Engineer | $98,000 |\n\n"
    words = f"{DS_DE}{table}All figures in CAD, base only. Rates are lower elsewhere."
    assert said(words, Kind.SALARY, "unit", "basis") == [("CAD", "base"), ("CAD", "base")]
    apart = "All amounts are base salaries in Canadian dollars and exclude bonuses and benefits."
    assert said(f"{DS_DE}{apart}\n\n{table}", Kind.SALARY, "unit", "basis") == [("CAD", "base"), ("CAD", "base")]
    labelled = table.replace("Senior", "Senior (USD)")
    assert said(f"{DS_DE}{labelled}All figures in CAD, base only.", Kind.SALARY, "unit") == ["USD", "USD"]
    ruled = table.rstrip() + "\n|\n"
    assert said(f"{DS_DE}{ruled}All figures in CAD, base only.", Kind.SALARY, "basis") == ["base", "base"]


OF_ALL = [
    ("Everything here is total compensation per year (salary, shares and bonus).", "", ["total", "total"]),
    ("Unless noted otherwise, all amounts refer to base pay.", "", ["base", "base"]),
    ("Salaries are basic, per annum, and exclude bonuses.", "", ["base", "base"]),
    ("Base salary per year. The numbers are our own.", "", ["base", "base"]),
    ("", "Average base salaries.", ["base", "base"]),
    ("Salaries are basic, per annum.\n\n## Elsewhere", "", [None, None]),
    (
        "Salaries are basic, per month.\n\nThey vary.\n\nThey did.\n\nThey will.\n\nHere they are.",
        "",
        [None, None],
    ),
    ("Salaries are basic.\n\nGlassdoor has other figures.\n\nThey differ.", "", [None, None]),
    (
        "Total pay is salary and what comes on top of it.\n\nThey vary.\n\nThey did.\n\nThey will.\n\nHere they are.",
        "",
        [None, None],
    ),
]


@pytest.mark.parametrize(("above", "below", "bases"), OF_ALL)
def test_the_basis_of_all_figures(above: str, below: str, bases: list[str | None]) -> None:
    """What a sentence above, or a phrase below, says that figures are holds in its section, for their time."""
    table = "| Role | Per year |\n|---|---|\n| Data Scientist | $95,000 |\n| Data Engineer | $98,000 |"
    assert said(f"{DS_DE}## Pay\n{above}\n\n{table}\n\n{below}", Kind.SALARY, "basis") == bases


def test_what_is_said_of_the_figures_of_a_part() -> None:
    """A currency or a period that a sentence states for its section, or for one country, holds nowhere else."""
    home = "## Pay in Canada\nAll figures in this section are in Canadian dollars.\n\nData scientists get $81,000.\n\n"
    words = f"{DS_DE}{home}## And stock?\nThe median total pay of data engineers in the US is $212,000."
    assert said(words, Kind.SALARY, "unit") == ["CAD", "USD"]
    away = "Austria. Salaries are quoted per month. Data scientists get €4,100 a month.\n\n"
    words = f"{DS_DE}## The neighbours\n{away}Italy. Data engineers get €58,000."
    assert said(words, Kind.SALARY, "period") == ["month", "year"]
    words = f"{DS_DE}## South Africa\nPay is quoted per month here.\n\n## Ireland\nData engineers get €58,000."
    assert said(words, Kind.SALARY, "period") == ["year"]


def test_ranges_that_are_wide() -> None:
    """A sentence on the ranges of a paragraph that names a body says nothing of where all figures below are from."""
    words = f"{DS_DE}According to Glassdoor, data scientists earn $90,000. The ranges are wide.\n\n## Survey\n"
    table = "| Role | Pay |\n|---|---|\n| Data Engineer | $81,000 |"
    assert said(words + table, Kind.SALARY, "attributed_to") == ["Glassdoor", None]


def test_years_of_an_outlook() -> None:
    """``Growth over 5 years`` above a table counts no years of experience."""
    words = "# Data Scientist\n## Growth over 5 years\n| Level | Salary |\n|---|---|\n| Entry level | $60,000 |"
    assert said(words, Kind.SALARY, "level", "experience_min") == [("entry", None)]


def test_two_rows_of_headers() -> None:
    """What spans over several columns is said of each; the row below it says what they are."""
    table = """| Role | {} | | {} | |
|---|---|---|---|---|
| | Junior | Senior | Junior | Senior |
| Data scientist | €41,000 | €62,000 | €310 | €480 |"""
    told = [("entry", 41_000, "year"), ("senior", 62_000, "year"), ("entry", 310, "day"), ("senior", 480, "day")]
    words = DS_DE + table.format("Annual salary", "Daily rate")
    assert said(words, Kind.SALARY, "level", "low", "period") == told
    assert said(DS_DE + table.format("Annual salary", "Bonus"), Kind.SALARY, "low") == [41_000, 62_000]
    dated = table.format("2023", "2024").replace("310", "43,000").replace("480", "65,000")
    assert said(DS_DE + dated, Kind.SALARY, "as_of") == ["2023", "2023", "2024", "2024"]
    ends = table.replace("Junior", "Low").replace("Senior", "High").replace("Role", "Job")
    told = [(41_000, 62_000, "year"), (310, 480, "day")]
    assert said(DS_DE + ends.format("Annual salary", "Daily rate"), Kind.SALARY, "low", "high", "period") == told


@pytest.mark.parametrize(
    ("above", "whose"),
    [
        ("Both sit on the same national scale. These are the rates.", ["DE", "DS"]),
        ("They stand on scales of their own. These are the rates.", []),
    ],
)
def test_a_table_of_two_who_are_paid_alike(above: str, whose: list[str]) -> None:
    table = "| Band | Annual salary |\n|---|---|\n| Band 5 | $52,000 |\n"
    assert sorted(said(f"{DS_DE}## Rates\n\n{above}\n\n{table}", Kind.SALARY, "role")) == whose
