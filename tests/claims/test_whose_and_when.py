"""Which period, place, statistic and role a figure is of, where the words around it name several."""

from __future__ import annotations

import pytest

from extract.model import Kind
from tests.claims.claims import said
from tests.claims.test_layouts import Row, paid

PERIODS = [
    pytest.param(
        "The mean annual wage of bakers makes an hourly wage of $21.40.", [(21.4, "hour")], id="the nearer word"
    ),
    pytest.param(
        "A baker who works 38 hours a week can expect roughly $41,000–$47,000.", [(41_000, "year")], id="time worked"
    ),
    pytest.param(
        "The average annual salary of a baker is $41,712 or $21.16 per hour.",
        [(41_712, "year"), (21.16, "hour")],
        id="again by the hour",
    ),
    pytest.param("Bakers charge £140 or £160 per day.", [(140, "day"), (160, "day")], id="shared"),
    pytest.param(
        "In time the pay of bakers reaches the mid-£30,000s.", [(35_000, "year")], id="the middle of ten thousand"
    ),
    pytest.param(
        "Bakers earn USD $41,000, GBP £29,000, CAD $50,000 or AUD $66,000.",
        [(41_000, "year"), (29_000, "year"), (50_000, "year"), (66_000, "year")],
        id="codes before signs",
    ),
]


@pytest.mark.parametrize(("words", "rows"), PERIODS)
def test_periods(words: str, rows: list[Row]) -> None:
    """A figure is for the period said nearest before it; time that is worked is no period of pay."""
    assert paid(f"Baker pay\n\n{words}", "low", "period") == rows


def test_codes_before_signs() -> None:
    """A code between two sums is the next one's where a sign follows it."""
    page = "Welders\n\nAverage salary\n\nUSD $41,000 GBP £29,000 CAD $50,000 AUD $66,000"
    assert paid(page, "unit", "low") == [("USD", 41_000), ("GBP", 29_000), ("CAD", 50_000), ("AUD", 66_000)]


STATISTICS = [
    ("The median average salary of bakers is $41,540.", ["median"]),
    ("The lowest earning 10 percent of bakers receive under $25,510.", ["percentile_10"]),
    ("The best-paid 10 percent of bakers earned $68,640 or more.", ["percentile_90"]),
]


@pytest.mark.parametrize(("words", "statistics"), STATISTICS)
def test_shares(words: str, statistics: list[str]) -> None:
    """A share of all who are paid is named in several ways."""
    assert paid(f"Baker pay\n\n{words}", "statistic") == [(name,) for name in statistics]


def test_what_some_come_to() -> None:
    """A heading that asks for the average says nothing of what some come to in time."""
    page = "What is the average salary of a welder?\n\nA welder earns $50,000.\n\nWith time welders may reach $71,000."
    assert paid(page, "low", "statistic") == [(50_000, "mean"), (71_000, None)]


@pytest.mark.parametrize(
    ("words", "basis"),
    [("$90K+ total pay", "total"), ("$90K+ base", "base"), ("$90K+ bonus", None), ("$90K total pay", "total")],
)
def test_a_plus_behind_a_sum(words: str, basis: str | None) -> None:
    """A plus right behind a sum is the sum's own before what it is called, and adds what comes on top."""
    assert paid(f"Welder pay\n\nWelders make {words}.", "basis") == [(basis,)]


def test_all_of_these() -> None:
    """What is said of all these trades is said of each of them."""
    page = "Plumbers, electricians and welders do well. For all of these jobs, the median pay is above $45,000."
    assert {row[0] for row in paid(page, "role")} == {"plumber", "electrician", "welder"}


def test_these_are_those_named_so_far() -> None:
    """What is said of these jobs is not said of one that the article comes to only later."""
    page = "# Welder pay\n\nA welder earns $50,000. These roles pay $40,000 in small yards."
    page += "\n\n## Next to plumbers\n\nPlumbers earn $61,000."
    assert paid(page, "role", "low") == [("welder", 50_000), ("welder", 40_000), ("plumber", 61_000)]


ROLES = [
    pytest.param(
        "Ontario Glassblower Pay\n\nOntario glassblowers start on $45,000. A glassblower may earn $60,000.",
        [("glassblower", 45_000), ("glassblower", 60_000)],
        id="a place is no part of a title",
    ),
    pytest.param(
        "The typical architect earns £50,000. A project architect earns £45,000. Architects in Leeds earn £41,000.",
        [("architect", 50_000), ("project_architect", 45_000), ("architect", 41_000)],
        id="named before the longer title",
    ),
    pytest.param(
        "Baker pay\n\nThe pay of bakers runs from £21,000 (the lowest for a pastry chef) and later is £40,000.",
        [("baker", 21_000), ("baker", 40_000)],
        id="a role in brackets owns nothing behind them",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000. Pilots, for comparison, had £78,000. Dispatchers bring in £31,000.",
        [("baker", 24_000), ("pilot", 78_000), ("dispatcher", 31_000)],
        id="common words that are paid are titles",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000 a year. Team leaders make £30,000 and ward managers £41,000.",
        [("baker", 24_000), ("baker", 30_000), ("ward_manager", 41_000)],
        id="whom the next figure is of",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000. Support technicians of banks are paid £33,000. Contractors make £40,000.",
        [("baker", 24_000), ("baker", 40_000)],
        id="a title of which nothing is known",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000 a year. Ropemakers, whom the office counts apart, averaged £22,000.",
        [("baker", 24_000)],
        id="a trade of which nothing is known, told of between commas",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn a median of £24,000. Pilots did better, with a median of £78,000.",
        [("baker", 24_000), ("pilot", 78_000)],
        id="who does better has a title",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000. Senior TSs in Leeds earn £43,000. The average ST earned £47,000."
        " MBAs make £61,000.",
        [("baker", 24_000), ("baker", 61_000)],
        id="letters that are nobody's title here",
    ),
    pytest.param(
        "Tax adviser pay\n\nTax advisers earn £44,000. TAs in Leeds make £41,000. TAXs get £52,000.",
        [("tax_advisor", 44_000), ("tax_advisor", 41_000), ("tax_advisor", 52_000)],
        id="letters that may be the title's",
    ),
    pytest.param(
        "# What a site manager earns\n\nPay of jobs on site, by the year:\n\n- Crane hire £46,000"
        "\n- Project management: £63,500"
        "\n- London: £70,000\n- Senior: £71,000\n- Lowest: £30,000",
        [("site_manager", 70_000), ("site_manager", 71_000), ("site_manager", 30_000)],
        id="a list of jobs, some of which nobody knows",
    ),
    pytest.param(
        "# What a site manager earns\n\nPay on site:\n\n- Site manager: £50,000"
        "\n- Estimator: £45,000\n- Works planning: £44,000",
        [("site_manager", 50_000), ("estimator", 45_000)],
        id="a name that nobody knows among items that are titles",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000. The median annual wage for ropewalk winders and inspectors was £31,000.",
        [("baker", 24_000)],
        id="whose pay it is said to be, whom nobody knows",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000. The average pay of software developers is £51,000."
        " Web developers earn £41,000.",
        [("baker", 24_000), ("software_developer", 51_000), ("web_developer", 41_000)],
        id="plain titles whose pay is told",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000. Graphic design freelancers earn £45,000."
        " Electrical engineering jobs pay £50,000.",
        [("baker", 24_000), ("graphic_designer", 45_000), ("electrical_engineer", 50_000)],
        id="those who work in another trade",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000. The median wage for lodging managers was £44,000.",
        [("baker", 24_000), ("lodging_manager", 44_000)],
        id="an occupation that has nothing to do with the role stands in for nobody",
    ),
    pytest.param(
        "# Baker pay\n\nThe average pay of some jobs in the trade:\n\n- Web Developers : They can expect some £40,000."
        "\n- Millers: £27,000",
        [("web_developer", 40_000)],
        id="a plain title that labels an item",
    ),
    pytest.param(
        "Baker pay\n\nBakers work at night. Aspire to become a restaurant manager. They are paid £24,000.",
        [("baker", 24_000)],
        id="what one aspires to be is not who is spoken of",
    ),
    pytest.param(
        "# What a site manager earns\n\nPay in this role, by the year:\n\n- After training: £26,000"
        "\n- Top of the band £46,000",
        [("site_manager", 26_000), ("site_manager", 46_000)],
        id="a list of what one job pays",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000. The average salary for a ropewalk inspector is £31,000."
        " For a beginner it is £20,000.",
        [("baker", 24_000), ("baker", 20_000)],
        id="one of a trade that nobody knows",
    ),
    pytest.param(
        "Baker pay\n\nBakers earn £24,000. The average salary for a worker is £31,000,"
        " and that of a good employee £33,000.",
        [("baker", 24_000), ("baker", 31_000), ("baker", 33_000)],
        id="whoever works",
    ),
    pytest.param(
        "# Estimator pay\n\nThe Royal Institute of Chartered Surveyors found that pay averages £51,000.",
        [("estimator", 51_000)],
        id="a title in the name of a body",
    ),
    pytest.param(
        "Waiter pay\n\nWaiters earn £21,000. They can step up to restaurant manager. The best in that job get £58,000.",
        [("waiter", 21_000), ("restaurant_manager", 58_000)],
        id="that job is the one that may come",
    ),
    pytest.param(
        "Waiter pay\n\nWaiters serve guests and answer to a restaurant manager. People in that job get £21,000.",
        [("waiter", 21_000)],
        id="that job is the one told of",
    ),
    pytest.param(
        "Police officer\n\nA constable gets £30,000, a sergeant £48,000, an inspector £56,000. A bosun gets £20,000.",
        [("police_officer", 30_000), ("police_sergeant", 48_000), ("police_inspector", 56_000), ("bosun", 20_000)],
        id="ranks",
    ),
    (
        "# Pilots\nPilots earn $9,000.\n| Air | First Officer Year 1 | Captain Year 12 |\n|-|-|-|\n|A|$120K|$317K|",
        [("pilot", 9_000), ("first_officer", 120_000), ("captain", 317_000)],
    ),
    (
        "# Bartender manager vs mixologist\n| | Bartender Manager | Mixologist |\n|-|-|-|\n| Pay | $38,561 | $25,161 |",
        [("bartender_manager", 38_561), ("mixologist", 25_161)],
    ),
    (
        "# Broker vs Agent\nReal estate brokers earn $75,000 compared to $50,000 for agents.\n## Real Estate Agent Pay",
        [("real_estate_broker", 75_000), ("real_estate_agent", 50_000)],
    ),
    (
        "# Real Estate Agent vs Broker: Salary\n| | Agent | Broker |\n|-|-|-|\n| School | 40 – 180 hours | 60 hours |",
        [],
    ),
    (
        "# What are a Writer, Copywriter, and Editor?\nA writer earns $50,000 and an editor $60,000.",
        [("writer", 50_000), ("editor", 60_000)],
    ),
    (
        "# Pay of accountants\n## Accountant / Finance Manager\n- Salary: $120,000",
        [("accountant", 120_000), ("finance_manager", 120_000)],
    ),
    (
        "# How much do airline pilots make?\n- First officers: $70,000\n- Captains at major airlines: $200,000 a year",
        [("first_officer", 70_000), ("captain", 200_000)],
    ),
]


@pytest.mark.parametrize(("page", "rows"), ROLES)
def test_roles(page: str, rows: list[Row]) -> None:
    """Whose a figure is."""
    assert paid(page, "role", "low") == rows


TABLES = [
    pytest.param(
        """Job Title (this year) | Location | Low | Medium | High |
---|---|---|---|---|
Architect (0-4 yrs) | Greater London | £38,000 | £44,000 | £48,000 |
Project Architect (0-4 yrs) | Wales | £39,000 | £45,000 | £49,000 |""",
        [
            ("architect", "Greater London", "minimum", 38_000),
            ("architect", "Greater London", "typical", 44_000),
            ("architect", "Greater London", "maximum", 48_000),
            ("project_architect", "Wales", "minimum", 39_000),
            ("project_architect", "Wales", "typical", 45_000),
            ("project_architect", "Wales", "maximum", 49_000),
        ],
        id="places in cells of their own, and what is between the ends",
    ),
    pytest.param(
        """| £ | London | Fenland | Wales | Scotland | National average |
|---|---|---|---|---|---|
| Welder | 25,000 | 22,000 | 21,000 | 23,000 | 23,500 |
| Plumber | 26,000 | 24,000 | 22,000 | 24,000 | 24,500 |""",
        [
            ("welder", "London", None, 25_000),
            ("welder", "Fenland", None, 22_000),
            ("welder", "Wales", None, 21_000),
            ("welder", "Scotland", None, 23_000),
            ("welder", "GB", "mean", 23_500),
            ("plumber", "London", None, 26_000),
            ("plumber", "Fenland", None, 24_000),
            ("plumber", "Wales", None, 22_000),
            ("plumber", "Scotland", None, 24_000),
            ("plumber", "GB", "mean", 24_500),
        ],
        id="a currency in the corner, and a place that nobody knows",
    ),
]


@pytest.mark.parametrize(("table", "rows"), TABLES)
def test_tables(table: str, rows: list[Row]) -> None:
    """What the corner, the other cells of a row and the other headers tell of a figure."""
    assert paid(f"What these trades pay, region by region.\n\n{table}", "role", "region", "statistic", "low") == rows


DATES = [
    ("The median was $40,000 in 2012 and has now leapt to $57,000-$61,000.", ["2012", None]),
    ("Bakers make an average wage of $32,680, according to May 2021 data.", ["2021-05"]),
    ("In 2021/22 bakers earned £25,717.", ["2021/22"]),
    ("The pay of bakers rose to £25,700 in 2021/22 from £24,100 in 2020/21.", ["2021/22", "2020/21"]),
    ("On the 2021-22 pay scale bakers earn £25,700, and in the 2021-31 pay scale none.", ["2021/22"]),
    ("Bakers earn £25,717, just £150 a year more than in 2016.", [None]),
    ("Bakers earn £25,700 a year, compared to the £21,000 they made in 2019.", [None, "2019"]),
    (
        "In 2019 bakers earned $40,045, up from $35,983 in 2018, according to the 2020 report on bakeries.",
        ["2019", "2018"],
    ),
    ("In the year to March 2021 bakers earned £25,717.", ["2021-03"]),
    ("From January to December 2021 bakers earned £25,717.", ["2021"]),
    ("Jobs grow 4% from May 2021 to May 2031, and bakers earn £25,717.", [None]),
    (
        "These are the mean wages of bakers as of May 2021:\n\n- Village bakeries – $30,460\n- Supermarkets – $29,340",
        ["2021-05", "2021-05"],
    ),
]


@pytest.mark.parametrize(("words", "dates"), DATES)
def test_dates(words: str, dates: list[str | None]) -> None:
    """A figure holds for the date beside it, else for that of what introduces it."""
    assert paid(f"Baker pay\n\n{words}", "as_of") == [(date,) for date in dates]


def test_who_is_cited() -> None:
    """Who cites a figure is not where it is from."""
    words = "Bakers are paid well. Salary.com, as cited by Coursera, suggests a median of $37,710 for bakers."
    assert paid(f"Baker pay\n\n{words}", "attributed_to") == [("Salary.com",)]


BODIES = [
    (
        "According to the Bureau of Labor Statistics, the job is hard.\n\nBakers make $30,647, again from the bureau.",
        "U.S. Bureau of Labor Statistics",
    ),
    ("According to Glassdoor, the job is hard. In this land the same site gives bakers $30,647.", "Glassdoor"),
    ("Statistics from the Fenland Millers Association show that bakers earn $30,647.", "Fenland Millers Association"),
    ("Data from the National Bakery Council puts bakers at $30,647.", "National Bakery Council"),
]


@pytest.mark.parametrize(("words", "body"), BODIES)
def test_figures_from_bodies(words: str, body: str) -> None:
    """An association or council that figures are from is where they are from, though no lexicon knows it."""
    assert paid(f"Baker pay\n\n{words}", "attributed_to") == [(body,)]


NAMES = [
    ("- Alaska Airlines, Inc. — $35K-$43K\n- Virgin America — $44K-$56K", ["US", "US"]),
    ("The average is $69,664 according to the Massachusetts Institute of Technology.", [None]),
]


@pytest.mark.parametrize(("words", "places"), NAMES)
def test_places_in_names(words: str, places: list[str | None]) -> None:
    """A place in the name of who pays or counts is not where the pay is."""
    page = f"Flight attendants in the United States\n\nFlight attendant salary by employer\n\n{words}"
    assert {row[0] for row in paid(page, "region")} <= {"US", None} | set(places)


def test_places_outside_of_which_it_is_another() -> None:
    """A figure from outside of a town is not the town's; a list below a colon and the mark of a note has its body."""
    words = "Bakers are paid well in the UK. In Leeds the median for bakers is £32,500; outside Leeds it is £25,000."
    assert paid(f"Baker pay in the UK\n\n{words}", "region") == [("Leeds",), ("GB",)]
    listed = "Hays reports somewhat wider bands, tips not included:²\n\nLeeds – baker £21k–£28k\nYork – baker £20k–£26k"
    assert paid(f"Baker pay in the UK\n\n{listed}", "region", "attributed_to") == [("Leeds", "Hays"), ("York", "Hays")]


def test_places_of_many_countries() -> None:
    """Where a paragraph goes through countries, none of them is that of the next; nor is the last one that of all."""
    page = "# Baker pay\n\nBakers in Kenya earn $9,000, in Ghana $8,000."
    page += " The average for the OECD countries is $31,000."
    assert paid(f"{page}\n\nThe starting salary of a baker is $24,000.", "region") == [
        ("KE",),
        ("GH",),
        (None,),
        (None,),
    ]


def test_a_commission_that_is_a_body() -> None:
    """What a Commission found is no commission that is paid."""
    page = "# Baker pay\n\nAs the EU Commission found, a baker earns €31,000 a year."
    assert paid(page, "low", "basis") == [(31_000, None)]


def test_sums_farther_above_a_table_are_their_own() -> None:
    """A paragraph with sums, and a line between it and a table: what it names is of its own sums."""
    above = "Total compensation is more. Glassdoor puts the total pay of bakers at £36,000.\n\nBy town it is less:"
    table = "| Town | Baker |\n|---|---|\n| Leeds | £21,000 |\n| York | £20,000 |"
    told = paid(f"Baker pay in the UK\n\n{above}\n\n{table}", "low", "attributed_to", "basis")
    assert told == [(36_000, "Glassdoor", "total"), (21_000, None, None), (20_000, None, None)]


def test_a_country_by_its_adjective() -> None:
    """Where no place is named, whose employers they are tells what a sign means."""
    page = "Welder pay\n\nMost Canadian employers train their own. A welder earns $61,000 a year."
    assert paid(page, "low", "unit") == [(61_000, "CAD")]


def test_places_that_pay_most() -> None:
    """Where pay is highest is no word on which part of the pay there a figure is."""
    words = "The states with the highest pay for welders are Ohio ($61,500) and Utah ($54,110)."
    assert paid(f"Welder pay\n\n{words}", "statistic", "low") == [(None, 61_500), (None, 54_110)]


AT_LARGE = [
    "Welders do well. That is far more than in the country as a whole, where the average worker earned $36,200.",
    "The pay of a welder is 56% higher than the average salary for the city of Leeds, $45,000 a year.",
]


@pytest.mark.parametrize("words", AT_LARGE)
def test_everybody(words: str) -> None:
    """What all workers of a place earn is not the role's."""
    assert paid(f"Welder pay\n\n{words}", "low") == []


NOTES = [
    ("Source: Trade Ledger, as of March 2024", ("Trade Ledger", "2024-03", None, None)),
    ("*Ranges reflect base pay only, from PayScale, April 2025.*", ("PayScale", "2025-04", None, "base")),
    ("(averages, Glassdoor, October 2024)", ("Glassdoor", "2024-10", "mean", None)),
    ("The above gross wages are average values.", (None, None, "mean", None)),
    ("Sources: Trade Ledger 2025, Oakline 2024", (None, "2024", None, None)),
    ("Figures for plumbers are from PayScale.", (None, None, None, None)),
    ("Pay data: PayScale, 2024", ("PayScale", "2024", None, None)),
    ("Based on 4,120 salaries in PayScale, 2024", ("PayScale", "2024", None, None)),
    ("As per PayScale. Shipyards pay a fifth above these.", ("PayScale", None, None, None)),
    ("According to Trade Ledger, 2024.", ("Trade Ledger", "2024", None, None)),
    ("According to PayScale, welders are a happy lot.", (None, None, None, None)),
    ("Figures: U.S. Bureau of Labor Statistics", ("U.S. Bureau of Labor Statistics", None, None, None)),
    ("Source: Trade Ledger 2024. Figures leave out overtime (often £2,000).", ("Trade Ledger", "2024", None, None)),
    ("Data: Trade Ledger, spring 2024.", ("Trade Ledger", "2024", None, None)),
    ("Welding has been a trade for more than a century, and the trade has seen a lot since 1990.", (None,) * 4),
    ("The averages above are from PayScale (2024). Glassdoor is kinder to all.", ("PayScale", "2024", "mean", None)),
    ("The numbers in this table are PayScale medians. For more, $5 buys our book.", ("PayScale", None, "median", None)),
]


@pytest.mark.parametrize(("note", "meaning"), NOTES)
def test_notes(note: str, meaning: tuple[str | None, ...]) -> None:
    """A note below lines of figures says of all of them what they are."""
    page = f"# Welder pay\n\n## By place\n\n- Leeds: £31,000\n- Hull: £29,500\n\n{note}"
    assert set(paid(page, "attributed_to", "as_of", "statistic", "basis")) == {meaning}


MARKED = [
    pytest.param(
        """| Trade | Average pay¹ | Top pay² |
|---|---|---|
| Welder | $48,900 | $67,000 |

¹ Glassdoor, 2025

² Job Bank, May 2024""",
        [("Glassdoor", "2025"), ("Job Bank", "2024-05")],
        id="at headers",
    ),
    pytest.param(
        """| Trade | Median pay (2023)* |
|---|---|
| Welder | $48,900 |
| Plumber | $61,200 (2024)** |

Sources: *Job Bank; **PayScale""",
        [("Job Bank", "2023"), ("PayScale", "2024")],
        id="at one figure of a column",
    ),
    pytest.param(
        """Welders earn $48,900 a year [1], and plumbers $61,200 a year [2].

Sources:

[1] Glassdoor, accessed June 2025

[2] Job Bank""",
        [("Glassdoor", "2025-06"), ("Job Bank", None)],
        id="in a sentence",
    ),
    pytest.param(
        "| Trade | Average pay |\n|---|---|\n| Welder | $48,900* |\n\n* Before tax",
        [(None, None)],
        id="that names no source",
    ),
]


@pytest.mark.parametrize(("page", "rows"), MARKED)
def test_marks_of_footnotes(page: str, rows: list[Row]) -> None:
    """A mark at a figure or at the label over it leads to where it is from."""
    opening = "Welder or plumber\n\nBoth trades are learned on the job, and both are short of hands in most towns.\n\n"
    assert paid(opening + page, "attributed_to", "as_of") == rows


def test_a_note_below_the_cards_of_two_roles() -> None:
    """What stands below the last card is said of all of them, and names the country."""
    cards = "## Welder\n\n- Entry: $41,000\n\nView 12 welder jobs\n\n## Plumber\n\n- Entry: $43,000"
    page = f"# Pay by trade\n\n{cards}\n\nAll ranges are U.S. base pay, compiled from PayScale in 2024."
    assert paid(page, "role", "attributed_to", "as_of", "basis", "region") == [
        ("welder", "PayScale", "2024", "base", "US"),
        ("plumber", "PayScale", "2024", "base", "US"),
    ]


def test_ranks_of_towns() -> None:
    """Towns with the codes of their states are places, whatever they are called, in lists below lists too."""
    page = """Jobs in Spokane are ranked by pay below, using figures from PayScale.

# Welder pay

- Metros with the highest average pay for welders:
--- Salinas-Soledad, CA ($57,120)
--- Hartford, CT ($52,310)"""
    rows = [("Salinas-Soledad, CA", 57_120, "PayScale"), ("Hartford", 52_310, "PayScale")]
    assert paid(page, "region", "low", "attributed_to") == rows


def test_whom_a_writer_asked() -> None:
    """Where the writer says that all figures were taken from, they are from."""
    page = "# Welder pay\n\nWe analysed 3,900 salaries reported to StepStone.\n\n## Pay\n\nAverage salary: $41,000"
    assert paid(page, "attributed_to") == [("StepStone",)]


DENIED = [
    ("Many welders are not able to earn even $30,000 a year.", []),
    ("No welder makes $200,000 right out of school.", []),
    ("Few of them ever reach $90,000, and most never make it past $80,000.", []),
    ("My uncle could not say whether $75,000 was good pay for a welder.", []),
    ("Unions count foremen too, so disregard those who quote their $91,400.", []),
    ("Forget the $130,000 that adverts promise: welders start on $36,000.", [36_000]),
    ("Few employers ignore what a welder on $70,000 says.", [70_000]),
    ("A few welders earn $90,000.", [90_000]),
    ("You know that welders earn $61,000, but you were only offered $38,000.", [61_000]),
    ("It is not unusual for a welder to earn $85,000.", [85_000]),
    ("Welders not only earn $70,000, they also like it.", [70_000]),
]


@pytest.mark.parametrize(("words", "sums"), DENIED)
def test_denied(words: str, sums: list[float]) -> None:
    """What nobody gets is no pay."""
    assert [low for (low,) in paid(f"Welder pay\n\nWelders are paid by the year. {words}", "low")] == sums


SEXES = [
    ("Male welders earn $51,000 on average, while female welders earn $46,500.", [(51_000, "men"), (46_500, "women")]),
    (
        "Welders earn $50,000. Men took home £56,500 compared with £45,000 for women.",
        [(50_000, None), (56_500, "men"), (45_000, "women")],
    ),
    ("- Women: $47,100\n- Men: $49,900", [(47_100, "women"), (49_900, "men")]),
    ("| Sex | Average pay |\n|---|---|\n| Women | $47,100 |\n| Men | $49,900 |", [(47_100, "women"), (49_900, "men")]),
    (
        "| | Men's pay per year | Women (average) |\n|---|---|---|\n| Welder | $49,900 | $47,100 |",
        [(49_900, "men"), (47_100, "women")],
    ),
    ("Women make up 12% of welders; welders earn $48,000.", [(48_000, None)]),
    ("## Women in Welding\n\nThe average pay is $48,000.", [(48_000, None)]),
    ("| Shop | Average pay |\n|---|---|\n| Men's hair | $47,100 |", [(47_100, None)]),
]


@pytest.mark.parametrize(("words", "rows"), SEXES)
def test_pay_of_men_and_women(words: str, rows: list[Row]) -> None:
    """What men or women alone are paid is said to be theirs."""
    assert paid(f"# Welder salary\n\n{words}", "low", "aspect") == rows


DATED = """
All figures on this page come from our 2024 survey of employers.

| Source | Average pay | Data updated |
|---|---|---|
| Indeed | $52,000 | Oct 2025 |
| PayScale | $49,000 | Dec 2024 |

Welders earn $48,000 a year.
"""


def test_dates_of_rows_and_of_all() -> None:
    """The date in a row's own cell is that of its figures, that of all figures what nothing else dates."""
    rows = [("Indeed", "2025-10"), ("PayScale", "2024-12"), (None, "2024")]
    assert paid(f"# Welder salary\n{DATED}", "attributed_to", "as_of") == rows


def test_what_is_said_of_all_figures_below_them() -> None:
    """What begins with "All" holds for figures above it, too; who says how two compare announces theirs."""
    cards = "### Welder pay\n\n- Entry-level: $41,000\n\n### Plumber pay\n\n- Entry-level: $44,000\n\n"
    below = f"# Welder or plumber?\n\n{cards}All figures are for the United States in 2024. So much for pay."
    assert paid(below, "region", "as_of") == [("US", "2024")] * 2
    above = f"# Welder or plumber?\n\nTwo trades. Here is how they compare in the United States in 2024.\n\n{cards}"
    assert paid(above, "region", "as_of") == [("US", "2024")] * 2


@pytest.mark.parametrize(
    ("note", "ends"),
    [
        ("Low wages are the 10th percentile, high wages the 90th percentile.", ["percentile_10", "percentile_90"]),
        ("Low is the 10th percentile. The highest paid get far more.", ["minimum", "maximum"]),
    ],
)
def test_what_low_and_high_are(note: str, ends: list[str]) -> None:
    """Low and high figures are the percentiles that the article says both of them are."""
    page = f"# Welder pay\n\n- Low: $20.50 an hour\n- High: $34.00 an hour\n\n{note}"
    assert [row[0] for row in paid(page, "statistic")] == ends


def test_what_is_said_of_all_tables() -> None:
    """A sentence over several tables says where and when their figures are from, and a level alone is of their role."""
    said = "The following tables use 2023 figures from PayScale for the United States."
    table = "| Level | Pay |\n|---|---|\n| Entry level | $41,000 |\n| Senior {0} | $58,000 |"
    parts = "\n\n".join(f"### {role} pay\n\n{table.format(role)}" for role in ("Welder", "Plumber"))
    rows = paid(f"# Welder or plumber?\n\n## Pay\n\n{said}\n\n{parts}", "role", "region", "as_of", "attributed_to")
    assert rows == [(role, "US", "2023", "PayScale") for role in ("welder", "welder", "plumber", "plumber")]


ORIGINS = [
    ("Welders get $45,000; plumbers get $54,000 (Glassdoor, 2024).", ["Glassdoor", "Glassdoor"]),
    ("Glassdoor puts the pay of a welder at $45,000. In Texas, plumbers make $54,000.", ["Glassdoor", None]),
    ("Glassdoor puts the pay of a welder at $45,000. Our own survey found $47,000 a year.", ["Glassdoor", None]),
    ("Glassdoor puts the pay of a welder at $45,000. In Texas, welders make $54,000.", ["Glassdoor", "Glassdoor"]),
    ("A welder's pay is $45,000, and according to Glassdoor the median is $47,000.", [None, "Glassdoor"]),
    ("Indeed gives welders $45,000 in a range of $40k-$60k, and Glassdoor $47,000.", ["Indeed", "Indeed", "Glassdoor"]),
]


@pytest.mark.parametrize(("words", "origins"), ORIGINS)
def test_origins_that_end(words: str, origins: list[str | None]) -> None:
    """The origin of a figure is not that of another role's in another place, nor of what the authors found."""
    assert [row[0] for row in paid(f"Welder salary\n\n{words}", "attributed_to")] == origins


def test_levels_of_later_years() -> None:
    """What one gets by a later year is no pay of beginners; those named behind "with" have their own level."""
    words = "First-year welders are paid $27,000 a year; by year 12 pay climbs to $61,000."
    assert paid(f"Welder salary\n\n{words}", "level") == [("entry",), (None,)]
    words = "A welder begins at $41,000, with leads at $72,000."
    assert paid(f"Welder salary\n\n{words}", "level") == [("entry",), ("lead",)]


def test_sides_of_two_trades() -> None:
    """``The product role``, ``the project side``: roles by the word that tells them apart; titles joined by a slash."""
    page = "Product Manager vs. Project Manager\n\nThe product role pays more. The project side pays less."
    said_so = said(page, Kind.COMPARISON, "role", "direction")
    assert said_so == [("product_manager", "higher"), ("project_manager", "lower")]
    words = "DevOps/SRE engineers make $130,000 a year."
    assert {role for (role,) in paid(words, "role")} == {"devops_engineer", "site_reliability_engineer"}


def test_money_of_another_country() -> None:
    """Pounds are not paid in the country of a dollar figure."""
    words = "Welders earn £29,000 a year. In the US, welders earn $48,000 and in the US welding is popular in the US."
    assert paid(f"Welder salary\n\n{words}", "region") == [(None,), ("US",)]


@pytest.mark.parametrize("words", ["Scrum Masters in Leeds earn $70,000.", "It is the scrum master's job to plan."])
def test_masters_without_degrees(words: str) -> None:
    """A scrum master is no degree, whatever stands behind the title."""
    assert said(f"## Scrum Master\n{words}", Kind.EDUCATION, "value") == []


def test_sides_of_a_job() -> None:
    """Labels of what a job is like beside its work: their items are no duties."""
    words = "## Duties of a data scientist\n- Build models\n- Risk: errors need a quick check"
    assert said(words, Kind.RESPONSIBILITY, "value") == ["Build models"]


NO_COMPARISON = [
    "Data engineers make sure that data is accessible. Data scientists read it.",
    "Data engineers keep every report, so that information is more accessible. Data scientists read it.",
]


@pytest.mark.parametrize("words", NO_COMPARISON)
def test_things_that_are_accessible(words: str) -> None:
    """Data that is accessible is no way into a profession."""
    assert said(words, Kind.COMPARISON, "role") == []


def test_outpaced() -> None:
    """Who is outpaced is not whom the rest of the sentence is about."""
    words = "Jobs of data scientists grow by 15%, outpacing data engineers at 13%, offering more opportunities."
    assert {(role, other) for role, other in said(words, Kind.COMPARISON, "role", "object_role")} == {("DS", "DE")}


def test_what_readers_are_to_understand() -> None:
    """What helps the reader to choose is no skill."""
    assert said("Data scientists plan. Understanding the difference helps you choose.", Kind.SKILL, "value") == []


def test_a_trade_rewards() -> None:
    """What a trade rewards is no duty of those in it."""
    assert said("## Data science\nData science rewards patience and skill.", Kind.RESPONSIBILITY, "value") == []


def test_openings_each_year() -> None:
    """So many openings each year say nothing of the time that a growth is for."""
    words = "Demand for data scientists will increase 19 percent through 2032, creating 15,000 new openings each year."
    assert said(words, Kind.OUTLOOK, "aspect")[:1] == ["growth"]


UNSEEN = [
    # A title of which nothing is known, in capitals.
    (
        "Data scientists get $90,000. Lock Technicians are on grade 3 with pay of $41,000.",
        [("DS", 90_000, 90_000, None)],
    ),
    # A range told as the one before it, in other money too.
    (
        "Data scientists get between $77,000 and $98,000 in Chile, compared with $61,000 and $72,000 in Peru.",
        [("DS", 77_000, 98_000, "CL"), ("DS", 61_000, 72_000, "PE")],
    ),
    (
        "Data scientists in Norway earn between NOK 500,000 (£37,000) and NOK 700,000 a year.",
        [("DS", 500_000, 700_000, "NO")],
    ),
    # Several countries, and others than those named.
    ("In countries such as Chile, Peru and Cuba data scientists earn $30,000.", [("DS", 30_000, 30_000, None)]),
    # What ought to be paid.
    ("Data scientists should be paid $90,000, says their union.", []),
    ("In Oslo a data scientist should earn between $90,000 and $110,000.", [("DS", 90_000, 110_000, "Oslo")]),
    ("The average salary of a data scientist is $90,000, benefits  included.", [("DS", 90_000, 90_000, None)]),
    # A flat, however large.
    (
        "Data scientists earn $90,000. A typical 2 bedroom flat will set you back $900 a month.",
        [("DS", 90_000, 90_000, None)],
    ),
]


@pytest.mark.parametrize(("words", "rows"), UNSEEN)
def test_amounts_of_pages_not_seen_before(words: str, rows: list[tuple[str, float, float, str]]) -> None:
    """Whose an amount is, where, and where its range ends."""
    assert said(words, Kind.SALARY, "role", "low", "high", "region") == rows


def test_lists_below_parts_of_a_heading_of_duties() -> None:
    """Headings over lists, right below one for a role's duties, are parts of it."""
    words = """# Key Responsibilities of a Data Scientist

## Core Responsibilities

Freight Control
- Track loads from door to door
- Book lorries for each day

Paper Work
- Keep bills of lading"""
    assert len(said(words, Kind.RESPONSIBILITY, "value")) == 3


def test_what_a_source_line_names_is_no_tool() -> None:
    """``Source: Apex ...``: whom an article has a figure from."""
    assert said(
        "# Data Scientist\nData scientists use Python.\n\nSource: Apex 2019, Tableau Society.", Kind.TOOL, "value"
    ) == ["Python"]


def test_a_homonym_is_the_role_that_heads_its_part() -> None:
    """``Software Architect:`` over what architects do, who build no houses."""
    words = "# Architect vs Tech Lead\nSoftware Architect:\n- Architects design the structure of software systems."
    assert set(said(words, Kind.RESPONSIBILITY, "role")) == {"software_architect"}


def test_a_field_that_is_the_study_of_something() -> None:
    """What a trade is the study of is nobody's subject."""
    words = "# Data Scientist\nIt deals with the study of physics and chemistry. Data scientists have a degree in law."
    assert said(words, Kind.EDUCATION, "value") == ["Law"]


def test_what_tells_two_apart_behind_ranges() -> None:
    """``from X to Y for iOS``: the word that tells two roles apart stands for the one, also behind a sign."""
    pay = "The pay varies: from 41.900 € to 63.500 € for iOS and from 40.300 € to 61.000 € for Android."
    found = paid(
        f"iOS Developer vs Android Developer\n\nAndroid developers and iOS developers.\n\n{pay}", "role", "low"
    )
    assert found == [("ios_developer", 41_900), ("android_developer", 40_300)]


def test_a_question_in_a_list() -> None:
    """``+ What ...?``: an item says whose the answer in the paragraph below it is."""
    page = "Welder or roofer?\n\nTwo trades, set side by side by those who know them.\n\nQuestions\n\n"
    page += "+ What does a welder get by the hour?\nAt most firms it comes to about $23.40 an hour.\n\n"
    page += "+ And a roofer?\nThe average is $21.10 an hour."
    assert paid(page, "role", "low") == [("welder", 23.40), ("roofer", 21.10)]


def test_a_heading_of_pay_names_whose_it_is() -> None:
    """``Software developers' salary``: a title that stands for many in passing means just those who have it here."""
    page = """# Well-paid jobs

## Surgeons' salary
Surgeons earn $290,000 a year.

## Software developers' salary
Junior developers are paid $72,000 a year.

## A web developer's pay
Juniors are paid $61,000 a year."""
    assert paid(page, "role", "low") == [
        ("surgeon", 290_000),
        ("software_developer", 72_000),
        ("web_developer", 61_000),
    ]


def test_ends_of_which_a_note_says_what_they_are() -> None:
    """What all figures are holds below every heading, and so does which percentiles are called low and high."""
    page = (
        "Pay guide\n\nAll salaries are total monthly packages in UAE dirhams. "
        "Low and high are the 25th and 75th percentile.\n\nBUILDING\n\n"
        "| Role | Low | Typical | High |\n|-|-|-|-|\n"
        "| Welder | 7,000 | 9,000 | 13,000 |\n| Baker | 8,000 | 9,000 | 9,500 |"
    )
    statistics = ["percentile_25", "typical", "percentile_75"] * 2
    assert paid(page, "statistic", "basis") == [(statistic, "total") for statistic in statistics]


def test_what_living_costs_is_no_pay() -> None:
    """A column on the cost of living is parted from the pay beside it, and a bracket ends its cell."""
    page = (
        "Welder pay in Germany\n\n"
        "City Junior (0-2 Yrs) Mid-Level (3-5 Yrs) Senior (5+ Yrs) Avg. Monthly Cost of Living (Single)\n"
        "Munich €55,000 – €68,000 €70,000 – €88,000 €90,000 – €120,000 €2,100\n"
        "Berlin €50,000 – €62,000 €65,000 – €80,000 €82,000 – €110,000 €1,700\n"
    )
    assert [level for level, *_ in paid(page, "level", "low")] == ["entry", "mid", "senior"] * 2


def test_pay_by_skill() -> None:
    """A row of a table of skills is a skill, whoever it sounds like, and no sum is one."""
    page = (
        "# Welder pay\n\nSkills of a welder\n\nAverage salary of a welder per annum\n\nSeam Management\n\n$50,000\n\n"
        "Overhead seams\n\n$61,000\n\nPipes\n\n$62,000"
    )
    assert paid(page, "level", "low") == [(None, 50_000), (None, 61_000), (None, 62_000)]


def test_a_title_that_asks_for_the_month_over_sums_of_a_year() -> None:
    """Sums like those that the article states for a year, and unlike all that it states for a month, are for a year."""
    page = (
        "# How much does a welder earn per month in South Africa?\n\nWelders earn R80,000 to R300,000 annually, or"
        " R16,100 a month.\n\nPay ranges from R100,000 to R340,000, with a median of R232,385."
    )
    assert [period for (period,) in paid(page, "period")] == ["year", "month", "year", "year"]


def test_decades() -> None:
    """Ten years each."""
    page = "# Welder pay\n\nWelders make $60,000, and $70,000 with more than two decades of experience."
    assert paid(page, "low", "experience_min") == [(60_000, None), (70_000, 20)]
