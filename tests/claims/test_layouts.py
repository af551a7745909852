"""Pay as pages lay it out, from the text of the page to the claims: lists, cards and tables that nothing marks."""

from __future__ import annotations

import pytest

from extract.claims import extract_claims
from extract.model import BlockKind, Kind
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
    pytest.param(
        """Here is what the trade pays from state to state, taken from a survey of eight hundred firms.

Average yearly pay, welder
Ohio: $47,120
Utah: $48,300
Maine: $51,010""",
        [("Ohio", 47_120), ("Utah", 48_300), ("Maine", 51_010)],
        id="a comma in the title and in the sums",
    ),
    pytest.param(
        """How much does a welder make?

Typical pay of welders by region

$48k  Ohio
$41k  Upper Vale
$46k  Utah
$44k  Maine
$49k  Texas""",
        [("Ohio", 48_000), ("Upper Vale", 41_000), ("Utah", 46_000), ("Maine", 44_000), ("Texas", 49_000)],
        id="figures before places, one of which is unknown",
    ),
]
LEVELS = [
    pytest.param("Junior £2{0},000 – £24,900\nMid-level £3{0},500\nSenior £4{0}k-£48k", id="without a sign"),
    pytest.param("Junior: 2{0} 000 – 24 900 PLN\nMid: 3{0} 500 PLN\nSenior: 4{0} 000–48 000 PLN", id="blanks"),
    pytest.param("Junior 2{0} 000 – 24 900 PLN\nMid 3{0} 500 PLN\nSenior 4{0} 000–48 000 PLN", id="neither"),
]


@pytest.mark.parametrize("lines", LEVELS)
def test_levels_line_by_line(lines: str) -> None:
    """Lines of a level and its pay are a list, and belong to the role that stands alone above them."""
    welder, plumber = lines.format(1), lines.format(3)
    page = f"Welder or Plumber? What they are paid today.\n\nWelder\n{welder}\n\nPlumber\n{plumber}"
    rows = [("entry", 20_000), ("mid", 30_500), ("senior", 40_000)]
    wanted = {(role, level, low + more) for role, more in (("welder", 1000), ("plumber", 3000)) for level, low in rows}
    assert set(paid(page, "role", "level", "low")) == wanted


@pytest.mark.parametrize(("page", "rows"), PLACES)
def test_places_line_by_line(page: str, rows: list[Row]) -> None:
    """Lines of a place and an amount are a list, and belong to whom the line above is about."""
    assert paid(page, "role", "region", "low") == [("welder", *row) for row in rows]


COLUMNS = [
    pytest.param(
        """A welder's pay differs from state to state.

State

Employment

Annual mean wage

Ohio

  15,310

  $47,120

Utah

  2,050

  $48,300

Maine

  1,120

  $51,010""",
        [("Ohio", "mean", 47_120), ("Utah", "mean", 48_300), ("Maine", "mean", 51_010)],
        id="counts among the columns",
    ),
    pytest.param(
        """Pay for welders is told by the state.
State
Median annual
Top 10% annual
Ohio
$47,120
$68,900
Utah
$48,300
N/A
New Mexico
$49,900
$70,100""",
        [
            ("Ohio", "median", 47_120),
            ("Ohio", "percentile_90", 68_900),
            ("Utah", "median", 48_300),
            ("New Mexico", "median", 49_900),
            ("New Mexico", "percentile_90", 70_100),
        ],
        id="a header that is not known",
    ),
    pytest.param(
        """Joist & Beam pays its welders well in the US, and says so to all who ask how much it is.

Median pay by level

Level Name
Total
Base
Stock (/yr)
W1
Entry Level
$58K
$51K
$7K
W2
Mid Level
$71.5K
$62K
$9.5K
W3
Senior Welder
$90K
$76K
$14K
View 2 more levels""",
        [("US", "median", low) for low in (58_000, 51_000, 71_500, 62_000, 90_000, 76_000)],
        id="labels of two lines, and stock beside the base",
    ),
    pytest.param(
        """What the two trades pay in America

Aspect
Welder
Pipe fitter
Note
Average pay
$48K - $52K
$61K - $66K
pipes pay better
Starting pay
$36K
$41K
in the first year
Overtime share
12%
9%
less in winter
What each of them does
Welder
Joins metal by heat""",
        [("US", "mean", 48_000), ("US", "mean", 61_000), ("US", None, 36_000), ("US", None, 41_000)],
        id="remarks in the last column, and a profile below",
    ),
]


@pytest.mark.parametrize(("page", "rows"), COLUMNS)
def test_cells_line_by_line(page: str, rows: list[Row]) -> None:
    """As many figures behind each label, one a line, are the columns of a table."""
    assert paid(page, "region", "statistic", "low") == rows


DESCRIBED = [
    """Job Title Experience Main Work Low High
Junior Welder 0-2 yrs Joins plates in the shop 1,900 2,400
Welder 3-5 yrs Joins pipes on site 2,500 3,100
Plumber 6 years and above Lays pipes in flats 2,800 3,300""",
    """Position Qualification Job Summary Min Max
Junior Welder Certificate Joins plates in the shop 1,900 2,400
Welder Diploma / 3 yrs Joins pipes on site 2,500 3,100
Plumber Licence Lays pipes in flats 2,800 3,300""",
]


@pytest.mark.parametrize("table", DESCRIBED)
def test_texts_between_titles_and_figures(table: str) -> None:
    """Single blanks part the cells, but a row begins with a title and ends with as many figures as its header says."""
    page = f"""What a welder and a plumber earn

Ranges are monthly basic wages in Singapore dollars, and come from three hundred placements.

{table}

The hours are long, and the yards pay a bonus in the spring to those who stayed."""
    assert set(paid(page, "role", "level", "low", "high")) == {
        ("welder", "entry", 1900, 2400),
        ("welder", None, 2500, 3100),
        ("plumber", None, 2800, 3300),
    }


FIGURED = [
    pytest.param(
        """A welder's pay differs from state to state.

State data

State Median Salary Bottom 10% Top 10%
Ohio $47,120 $35,600 $68,900
Utah $48,300 $36,100 N/A
New Mexico $49,900 $37,250 $70,100""",
        [
            ("median", 47_120, "year"),
            ("percentile_10", 35_600, "year"),
            ("percentile_90", 68_900, "year"),
            ("median", 48_300, "year"),
            ("percentile_10", 36_100, "year"),
            ("median", 49_900, "year"),
            ("percentile_10", 37_250, "year"),
            ("percentile_90", 70_100, "year"),
        ],
        id="parts of the distribution",
    ),
    pytest.param(
        """What a welder is paid in India

Particulars Per Annum Salary Monthly Salary
Freshers INR 348k INR 29,000
Lowest salary INR 222k INR 18,500
Experienced (2-3 yrs) INR 552k INR 46,000""",
        [
            (None, 348_000, "year"),
            (None, 29_000, "month"),
            ("minimum", 222_000, "year"),
            ("minimum", 18_500, "month"),
            (None, 552_000, "year"),
            (None, 46_000, "month"),
        ],
        id="by the year and by the month",
    ),
    pytest.param(
        """Welder

Pay Scale

Months of ServiceShop Hour RateMonthlyAnnually
0-6 $17.50 $2,900.00 $34,800
6-12 $18.20 $3,016.00 $36,192""",
        [
            (None, 17.5, "hour"),
            (None, 2_900, "month"),
            (None, 34_800, "year"),
            (None, 18.2, "hour"),
            (None, 3_016, "month"),
            (None, 36_192, "year"),
        ],
        id="only the header runs together",
    ),
    pytest.param(
        """The welder's rates at one yard are these.

Day Shift Hourly

Year March 2021 March 2022
1 $21.10 $21.60
2 $22.05 $22.55""",
        [(None, 21.1, "hour"), (None, 21.6, "hour"), (None, 22.05, "hour"), (None, 22.55, "hour")],
        id="columns of dates",
    ),
    pytest.param(
        """Occupation Rank Minimum Salary per Month Minimum Salary per Year
Data Engineer £2,100 £25,200
Data Analyst £2,000 £24,000
Senior Data Engineers £2,900 £34,800
Senior Data Analysts £2,700 £32,400""",
        [
            ("minimum", 2_100, "month"),
            ("minimum", 25_200, "year"),
            ("minimum", 2_000, "month"),
            ("minimum", 24_000, "year"),
            ("minimum", 2_900, "month"),
            ("minimum", 34_800, "year"),
            ("minimum", 2_700, "month"),
            ("minimum", 32_400, "year"),
        ],
        id="a year behind per",
    ),
    pytest.param(
        """Experience Data Engineer Data Analyst Difference
Junior 0–2 years £31,000–£38,000 £28,000–£34,000 +£3,000
Senior 6+ years £61,000–£78,000 £52,000–£66,000 +£9,000
Contract (per day) £450–£600 £380–£500 -""",
        [
            ("range", 31_000, "year"),
            ("range", 28_000, "year"),
            ("range", 61_000, "year"),
            ("range", 52_000, "year"),
            ("range", 450, "day"),
            ("range", 380, "day"),
        ],
        id="years behind levels",
    ),
    pytest.param(
        """# Hourly wages of data analysts in Canada

Low Median High
Canada 24.00 36.50 52.25
Province/ Territory Low Median High
Manitoba 23.10 33.75 48.85
Yukon N/A N/A N/A
Quebec 24.50 35.00 50.10""",
        [
            ("minimum", 24, "hour"),
            ("median", 36.5, "hour"),
            ("maximum", 52.25, "hour"),
            ("minimum", 23.1, "hour"),
            ("median", 33.75, "hour"),
            ("maximum", 48.85, "hour"),
            ("minimum", 24.5, "hour"),
            ("median", 35, "hour"),
            ("maximum", 50.1, "hour"),
        ],
        id="no corner, and a header once more",
    ),
    pytest.param(
        """# Annual data analyst pay

Median pay by town
Town Junior Senior
Leeds £27,000 £41,000
York £26,500 £39,600""",
        [
            ("median", 27_000, "year"),
            ("median", 41_000, "year"),
            ("median", 26_500, "year"),
            ("median", 39_600, "year"),
        ],
        id="a title over a header is none",
    ),
    pytest.param(
        """Pay of bakers and welders

Table 1. Basic salary by role and length of service, in euro

Role              Service        n     Lower      Median     Upper
                                       quartile              quartile
Baker             0-2 years      118   27,900     29,600     31,400
Baker             3-7 years      204   31,000     33,500     35,800
Welder            all             72   36,400     38,900     42,600""",
        [
            ("percentile_25", 27_900, "year"),
            ("median", 29_600, "year"),
            ("percentile_75", 31_400, "year"),
            ("percentile_25", 31_000, "year"),
            ("median", 33_500, "year"),
            ("percentile_75", 35_800, "year"),
            ("percentile_25", 36_400, "year"),
            ("median", 38_900, "year"),
            ("percentile_75", 42_600, "year"),
        ],
        id="the words of a header go on in the next line",
    ),
    pytest.param(
        """How much do welders earn by employer?

RoleSmall shop4-star yardPipeline
Welder$38,000$45,000$58,000
Electrician$40,000$46,000$59,000""",
        [(None, low, "year") for low in (38_000, 45_000, 58_000, 40_000, 46_000, 59_000)],
        id="a header of names that nobody knows, run together",
    ),
    pytest.param(
        """Quick comparison

Position
Experience
Monthly salary (AED)
Reports to
Welder
0-2 years
2,000 - 3,500
Electrician
Electrician
3-5 years
4,000 - 6,500
Architect
Architect
5-8 years
7,500 - 12,000
Mayor""",
        [("range", low, "month") for low in (2_000, 4_000, 7_500)],
        id="titles in the last column too, one cell a line",
    ),
    pytest.param(
        """Welder or electrician?

Salaries below are per month before deductions.

Trade Newly qualified 3-5 years 10 years and more
Welder R12 000 - R15 000 R16 000 - R22 000 R24 000 - R30 000
Electrician R15 500 - R18 500 R20 000 - R28 000 R30 000 - R42 000""",
        [("range", low, "month") for low in (12_000, 16_000, 24_000, 15_500, 20_000, 30_000)],
        id="years at the head of columns",
    ),
    pytest.param(
        """# Welder or electrician?

According to the bureau, the states with the highest mean wages are:

| State | Welders | Electricians |
|---|---|---|
| Alaska | $84,380 | $114,780 |
| Ohio | $82,610 | $101,490 |""",
        [("mean", low, "year") for low in (84_380, 114_780, 82_610, 101_490)],
        id="the statistic of what announces a table",
    ),
    pytest.param(
        """# Wages of bakers and welders

All rates are in Canadian dollars per hour.

## Schedule A - hourly rates

| Class | Position | Start | After 12 months | After 24 months (job rate) |
|---|---|---|---|---|
| 3 | Baker | 27.14 | 28.57 | 30.08 |
| 5 | Welder | 34.92 | 36.76 | 38.69 |""",
        [(None, low, "hour") for low in (27.14, 28.57, 30.08, 34.92, 36.76, 38.69)],
        id="the steps of a scale",
    ),
]


@pytest.mark.parametrize(("page", "rows"), FIGURED)
def test_rows_of_figures(page: str, rows: list[Row]) -> None:
    """Lines of a label and as many figures below a line that can be parted into one cell more are a table."""
    assert paid(page, "statistic", "low", "period") == rows


PERCENTILES = [
    pytest.param(
        """Welder Salary
Percentile | 10% | 25% | 50% | 90% |
Hourly Wage | $14.15 | $17.50 | $22.60 | $36.25 |""",
        [("percentile_10", 14.15), ("percentile_25", 17.5), ("median", 22.6), ("percentile_90", 36.25)],
        id="shares head the columns",
    ),
    pytest.param(
        """Welders earn around $50,000 a year.

Market percentile | Salary |
---|---|
Top 10% of market | $71,500 |
Top 25% of market | $60,250 |
Bottom 25% of market | $39,000 |""",
        [("mean", 50_000), ("percentile_90", 71_500), ("percentile_75", 60_250), ("percentile_25", 39_000)],
        id="shares label the rows",
    ),
    pytest.param(
        """What a welder is paid in the States

10%
$36k
MEDIAN
$48k
90%
$69k

Nothing of it is paid by the piece.""",
        [("percentile_10", 36_000), ("median", 48_000), ("percentile_90", 69_000)],
        id="bare shares above their figures",
    ),
    pytest.param(
        """Welder pay

| Welder | 25% | 50% | 75% |
|---|---|---|---|
| Yearly | $39,000 | $48,000 | $60,250 |""",
        [("percentile_25", 39_000), ("median", 48_000), ("percentile_75", 60_250)],
        id="bare shares head the columns",
    ),
    pytest.param(
        """Welder pay

Share of the day that is welding, and what it is paid.

| Share | Pay of welders |
|---|---|
| 10% | $36,000 |
| 20% | $48,000 |""",
        [],
        id="shares of something else",
    ),
    pytest.param(
        """Welder pay in Peru for part-time work

20%
$9,600
50%
$24,000
80%
$38,400""",
        [],
        id="shares of full time",
    ),
    pytest.param(
        """Welder salary in Peru

What welders earn by quota attainment

50%
$41,000
75%
$48,000
90%
$52,000""",
        [],
        id="shares of what is asked",
    ),
    pytest.param(
        """Welder wages in Ohio

$47,100
Median
$36,000
10th percentile
$69,000
90th percentile

Welders join metal, for the most part.""",
        [("median", 47_100), ("percentile_10", 36_000), ("percentile_90", 69_000)],
        id="a title that names the role above figures with their labels below",
    ),
    pytest.param(
        """Salaries
$39,000
Lowest welder salary in Ohio
$47,100
Median welder salary
$69,000
Highest welder salary""",
        [("minimum", 39_000), ("median", 47_100), ("maximum", 69_000)],
        id="pay in a word above figures with their labels below",
    ),
    pytest.param(
        """Welder pay in Ohio
$49,000
Median base pay
$23.50
Per hour
$4,000
Overtime""",
        [("median", 49_000)],
        id="a period below one of figures with their labels below",
    ),
    pytest.param(
        "The bottom 10 percent of welders made $16.40 hourly or $34,110; the upper 10 percent made $31.05 or $64,580.",
        [("percentile_10", 16.4), ("percentile_10", 34_110), ("percentile_90", 31.05), ("percentile_90", 64_580)],
        id="in other terms",
    ),
]


@pytest.mark.parametrize(("page", "rows"), PERCENTILES)
def test_shares_of_all_who_are_paid(page: str, rows: list[Row]) -> None:
    """A share of the distribution says which percentile a figure is."""
    assert [row for row in paid(page, "statistic", "low") if row[0]] == [row for row in rows if row[0] != "mean"]


WHERE = [
    ("Ohio is the best state for welders with $61,000, followed closely by Utah, with $60,200.", ["Ohio", "Utah"]),
    ("Welders earn most in Ohio, with wages of $29 an hour or $60,300 a year; Utah, with wages of $28 an hour.",
     ["Ohio", "Ohio", "Utah"]),
    ("Ohio and Utah pay welders $61,000 and $60,200 a year, respectively.", ["Ohio", "Utah"]),
    ("Welders earn $61,000 a year in Ohio and $60,200 in Utah.", ["Ohio", "Utah"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "places"), WHERE)
def test_the_place_of_a_figure(words: str, places: list[str]) -> None:
    """Of several places in a sentence the one right behind an amount counts, else the last before it."""
    assert paid(words, "region") == [(place,) for place in places]


def test_a_first_row_that_only_looks_like_a_header() -> None:
    """A label and money above the rule are a row like those below it."""
    page = "Hourly wage of a welder\n\nStarting | $32.45 |\n---|---|\nOverall | $35.55 |\nTop | $39.70 |"
    assert [row[0] for row in paid(page, "low")] == [32.45, 35.55, 39.7]


STEPS = [
    (
        "## Senior pay of welders and plumbers\n\n- Ohio: a welder earns $90,000\n- Utah: a welder earns $70,000",
        ["senior", "senior"],
    ),
    ("# Master roofer vs roofer\n\nA master roofer earns $80,000 a year. Roofers earn $50,000.", [None, None]),
    (
        "# Associate attorney pay\n\nSecond-year associates at big firms make $140,000. A junior one makes $120,000.",
        ["entry", "entry"],
    ),
    ("Welder pay: Entry: $35K, Mid: $48K, Senior: $61K+", ["entry", "mid", "senior"]),
    ("Marketing Manager: $72,000 a year\nWelder pay is lower. Mid: $48,000 a year", [None, "mid"]),
    (
        """- Senior welders with a ticket reach $71K

$48K
Welder Average
$52K
Plumber Average""",
        ["senior", None, None],
    ),
    (
        """Welder pay

| Percentile | Salary | Who this represents |
|---|---|---|
| 25th | $39,000 | Those in small shops |
| 75th | $60,250 | Managers in large yards |""",
        [None, None],
    ),
    (
        """The skill that a welder needs most is time management.

| Role | Salary |
|---|---|
| Welder | $48,000 |
| Plumber | $52,000 |""",
        [None, None],
    ),
    (
        """Starting salaries

| Position | 25th percentile | 50th percentile |
|---|---|---|
| Welder | $48,000 | $55,500 |""",
        [None, None],
    ),
    ("## Welder starting pay\n- P25: $41,000\n- P75: $52,000", [None, None]),
    ("## Welder starting pay\n- Ohio: $41,000", ["entry"]),
    (
        """# Welder pay

### Rung 2 – senior welder

<2 years' experience  $48,000
2-5 years             $52,000

### Rung 3 – lead welder

5+ years after the test  $61,000""",
        ["senior", "senior", "lead"],
    ),
    (
        """How they fare

Rung 1: Junior (0-2 years)
Welder pay: $41,000
Plumber pay: $43,000

Rung 2: Senior
Welder pay: $62,000
Plumber pay: $68,000
On an oil rig: a welder gets $95,000.""",
        ["entry", "entry", "senior", "senior", None],
    ),
    ("## Senior\nWelder: $62,000. Plumber: $68,000.", ["senior", "senior"]),
    (
        "## Pay in Ohio\n-Junior welder $21/hr\n-Senior welder $34/hr\n-Welder lead around $72,000",
        ["entry", "senior", "lead"],
    ),
    # A level on a line of its own, over a title that begins with whom the work is for.
    (
        """Welder vs Patient Coordinator

Junior
Patient Coordinator – $41,000
Welder – $43,500

Senior
Patient Coordinator – $52,000
Welder – $66,000""",
        ["entry", "entry", "senior", "senior"],
    ),
]


def test_the_currency_that_introduces_a_list() -> None:
    """A line right above a list says of which country its dollars are, also below a heading of another."""
    page = """# Welder pay

## Britain
- Welder £31,000

Ontario (so these are Canadian dollars)
- Welder $61,000
- Senior welder $78,000"""
    assert paid(page, "unit") == [("GBP",), ("CAD",), ("CAD",)]


@pytest.mark.parametrize(("page", "levels"), STEPS)
def test_whose_level_it_is(page: str, levels: list[str | None]) -> None:
    """A level with a colon before an amount is its own; what another line or cell is about is not."""
    assert [row[0] for row in paid(page, "level")] == levels


def test_ranges_that_lost_their_dashes() -> None:
    """Two sums in every cell of a column, the larger one last, are ranges."""
    rows = "Junior£31,000 £36,500£33,000 £41,000\nSenior£60,000 £75,000£62,000 £80,000+"
    found = paid(f"Welders and plumbers\n\nPay in the UK.\n\nLevelWelderPlumber\n{rows}\n\nThat is all.", "low", "high")
    assert found == [(31_000, 36_500), (33_000, 41_000), (60_000, 75_000), (62_000, 80_000)]
    average = "Level | Welder\nJunior | £31,000 £36,500\nSenior | £60,000"
    assert len(paid(f"Welders\n\nPay in the UK.\n\n{average}\n\nThat is all.", "low")) == 3


def test_a_picture_begins_a_cell() -> None:
    """``$140K🟢 High`` in a row that runs together."""
    rows = "Welder$62K-80K$115K-140K🟢 High\nPlumber$75K-95K$140K-175K🟡 Fair"
    found = paid(
        f"Two crafts\n\nWhat readers told us.\n\nRoleEntrySeniorMarket\n{rows}\n\nThat is all.", "level", "low"
    )
    assert found == [("entry", 62_000), ("senior", 115_000), ("entry", 75_000), ("senior", 140_000)]


def test_a_code_beside_a_sum_is_no_tool() -> None:
    """``68,200 PHP`` is money, also with the code on a line of its own."""
    page = (
        "Welder salaries in Manila\n\nA welder earns around 28,200 PHP a month.\n\nLOW\n15,700\nPHP\nHIGH\n37,200\nPHP"
    )
    found = extract_claims(read(page), language())
    assert not [claim.value for claim in found if claim.kind is Kind.TOOL]


def test_paid_by_the_piece() -> None:
    """What is paid per mile, word or visit is paid for no time."""
    page = """A truck driver gets $0.43 per mile, or $58,000 a year.

Experience | Average pay per mile |
Rookie wages | $0.31 |
Some years | $0.38 |
Many years | $0.47 |"""
    assert paid(page, "low", "period") == [(58_000, "year")]


def test_a_new_clause_is_no_piece() -> None:
    """``; a project manager``: what opens the next clause is nothing that is paid for."""
    page = "In Brno a scrum master gets 75,000 CZK a month; a project manager gets 70,000 CZK a month."
    assert paid(page, "low", "role") == [(75_000, "scrum_master"), (70_000, "project_manager")]


def test_one_period_for_a_column() -> None:
    """A figure that could be a year's pay is the month's where the figures beside it are."""
    page = """Nurse salaries in the Philippines

| Grade | Salary (PHP) |
|---|---|
| Nurse I | 36,600 |
| Nurse II | 39,700 |
| Nurse III | 43,100 |
| Nurse VII | 90,200 |"""
    assert {row[0] for row in paid(page, "period")} == {"month"}


CARDS = [
    pytest.param(
        """Welder or plumber?

Welder

47,000

Median Annual Salary

185K
Workers Employed

Plumber

52,000

Median Annual Salary

96K
Workers Employed
+$5,000 annual difference""",
        [("welder", 47_000), ("plumber", 52_000)],
        id="figures above their labels",
    ),
    pytest.param(
        """What a welder is paid

A welder joins metal for whoever needs a gate, a rail or a boat.

Median Hourly Wage

$31.20
$22.10
Low
$41.90
High

Typically Required

College

Employed

640

Job details

That is all there is to be told of the job at present, and it is not much.""",
        [("welder", 31.2), ("welder", 22.1), ("welder", 41.9)],
        id="a count of those employed below an hourly wage",
    ),
    pytest.param(
        """What a welder is paid

Skills of a welder

Average pay of a welder per annum

Blueprint reading

$47,000

Budget management

$49,500

Pipe fitting

$51,200""",
        [("welder", 47_000), ("welder", 49_500), ("welder", 51_200)],
        id="two labels head two columns",
    ),
    pytest.param(
        "Wages in Ohio\n\n- Plumbers: $55,800 ($26.80 hourly)\n- Welders: $46,900 ($22.50 hourly)",
        [("plumber", 55_800), ("plumber", 26.8), ("welder", 46_900), ("welder", 22.5)],
        id="by the year and in brackets by the hour",
    ),
    pytest.param(
        """How are the wages of welders spread?

Welder
Bottom 10%
Median
Top 10%
$37K
$48K
$69K

Much depends on the weld and on the yard that asks for it.""",
        [("welder", 37_000), ("welder", 48_000), ("welder", 69_000)],
        id="all labels above all figures",
    ),
    pytest.param(
        """Trades of the north

Welder

Welders join parts of metal by heat, in yards and in workshops, and they mend what others broke.

NOC 72106

Average Hourly

$29.40

Average Yearly

$57,300

Employment Outlook

Good in the north

Main duties

Read the drawings of the parts that are to be joined
Choose the current and the rods for the metal at hand
Grind and test each seam before it is painted over

Plumber

Plumbers lay pipes and mend them, in houses old and new, and they are called out at night.

NOC 72300

Average Hourly

$31.10

Average Yearly

$60,600

Employment Outlook

Good in the north

Main duties

Measure where the pipes are to run and cut the walls
Fit boilers, basins and taps to the pipes that were laid
Clear what was poured down the drains by their owners""",
        [("welder", 29.4), ("welder", 57_300), ("plumber", 31.1), ("plumber", 60_600)],
        id="sheets of facts below a code, each above a list",
    ),
    pytest.param(
        """Welder or Plumber: What Do They Make?

Both trades are learned on the job, and both are short of hands.

Side by Side

Plumber
Higher paid
61,000
Median Annual Salary
- Entry: $37K
- Senior: $79K+

Welder
52,000
Median Annual Salary
- Entry: $33K
- Senior: $66K

Outside the US

Plumbers in the UK earn an average of £36,300.""",
        [("plumber", 37_000), ("plumber", 79_000), ("welder", 33_000), ("welder", 66_000), ("plumber", 36_300)],
        id="a badge below a title",
    ),
    pytest.param(
        """Welder pay in the US: what the trade brings home in a year

Total pay
$51K - $72K/yr
Base pay
$48K - $66K/yr
Additional pay
$3K - $6K/yr
$60,400/yr
Median total pay

Welder pay by level
Entry level welder
$41K - $52K/yr
Senior welder
$58K - $77K/yr
See more

Welders are paid more in the north, where ships are built and mended all the year round.""",
        [("welder", low) for low in (51_000, 48_000, 60_400, 41_000, 58_000)],
        id="what stands out below a card, extras beside it, and a button",
    ),
    pytest.param(
        """Welder or plumber? What the two trades are like

Two trades are set side by side here. Both are learnt on the job.

Welder
Average pay
$49,000
Senior
$63K
Main tools
Torch, clamp
View 120 welder jobs

Plumber
Average pay
$54,000
Senior
$71K
Main tools
Wrench, drain snake
View 96 plumber jobs

Salary calculator
Your current pay
$40,000
Your new pay
$52,000

Both trades are asked for in every town, and both are hard on the knees.""",
        [("welder", 49_000), ("welder", 63_000), ("plumber", 54_000), ("plumber", 71_000)],
        id="cards that buttons end, and what a reader types in",
    ),
    pytest.param(
        """Welder or plumber: what do they get?

Welder

Typical base pay

$47,300

Payscale, June 2024

Plumber

Typical base pay

$52,900

Payscale, June 2024

Difference

in favour of plumbers

$5,600

or 12%""",
        [("welder", 47_300), ("plumber", 52_900)],
        id="where a figure is from below it",
    ),
    pytest.param(
        """Site of the guild
Shop   Menu
Welder compared with plumber in Ohio
Print
Share
Welder
Also known as: fabricator, boilermaker
Hourly wages
Low
20.50 $/hour
High
34.00 $/hour
Plumber
Also known as: pipefitter, steamfitter
Hourly wages
Low
22.10 $/hour
High
41.30 $/hour""",
        [("welder", 20.5), ("welder", 34), ("plumber", 22.1), ("plumber", 41.3)],
        id="other names of a role",
    ),
    pytest.param(
        """Menu   Shop   Blog
Plumber or Sociologist: Which Career?
Plumber or Sociologist: Which Career?
by Ann Lee, 2 min read
[Photo: a pipe]
At a glance
Sociologist
Average pay: $54,000 a year
Entry-level pay: $38,000 to $45,000
Main tools: Excel, Access
Key skills: empathy, user research, information architecture
Degree: Bachelor's in Interaction Design or Psychology
Plumber
Average pay: $36,000 a year
Entry-level pay: $28,000 to $32,000
Key skills: patience, a steady hand, getting up early
What they do
Both of them work with people, one early in the morning and the other late in the evening.""",
        [("sociologist", 54_000), ("sociologist", 38_000), ("plumber", 36_000), ("plumber", 28_000)],
        id="disciplines behind labels",
    ),
    pytest.param(
        """Welder vs Plumber: Work and Pay

A welder joins metal by heat, in shops and on sites, and reads drawings. Welders earn $46,000 a year on average.

A plumber lays pipes and mends them, often in a hurry and at night. Plumbers earn $58,000 a year on average.

The two trades are learned in four years, and both of them are short of young people at the moment.

Current openings
Welder (nights)
Toledo, Ohio
$48,000 - $52,000 a year
Apply now
Pipe fitter
Dayton, Ohio
$61,000 a year
Apply now""",
        [("welder", 46_000), ("plumber", 58_000)],
        id="jobs to be had, each above its button",
    ),
    pytest.param(
        """Welder pay next to other jobs

Welder
$47,000
Plumber+11%
$52,000
Electrician-28%
$34,000

Nobody asked the others.""",
        [("welder", 47_000), ("plumber", 52_000), ("electrician", 34_000)],
        id="how much more or less behind the label",
    ),
    pytest.param(
        """Welder pay in Kenya, month by month
Post
|
Job group
|
Monthly salary (Ksh)
|
Welder
|
J
|
42,350
|
Senior Welder
|
L
|
59,800
|
Lead Welder
|
N
|
86,970
|
Those who weld at sea get more.""",
        [("welder", 42_350), ("welder", 59_800), ("welder", 86_970)],
        id="each cell between lone bars, the currency in the header",
    ),
]


@pytest.mark.parametrize(("page", "rows"), CARDS)
def test_cards(page: str, rows: list[Row]) -> None:
    """Labels and figures on lines of their own belong together, counts of people are no pay."""
    assert paid(page, "role", "low") == rows


def test_what_stands_beside_the_figure_of_a_card() -> None:
    """A card says of its figure what it is, where it is from and when."""
    cards = "Welder\n\nMean pay (Reed, May 2024)\n\n$47,300\n\nPlumber\n\nMean pay (Reed, May 2024)\n\n$52,900"
    found = paid(f"Welder vs plumber\n\n{cards}", "role", "statistic", "attributed_to", "as_of")
    assert found == [(role, "mean", "Reed", "2024-05") for role in ("welder", "plumber")]


TITLES = [
    pytest.param(
        """The differences between line cooks and chefs are many. A chef has an average salary of $46,800.
| Line Cook | Chef | |
| Yearly salary | $32,900 | $46,800 |
| Hourly rate | $15.80 | $22.50 |""",
        ["chef", "line_cook", "chef", "line_cook", "chef"],
        id="a common word beside a title",
    ),
    pytest.param(
        """What pilots are paid

| Role | Monthly Salary |
|---|---|
| First Officer | $9,000 |
| Captain — Narrow-body | $18,000 |
| Captain — Wide-body | $24,000 |""",
        ["first_officer", "captain", "captain"],
        id="a common word before a dash",
    ),
    pytest.param(
        """# Three jobs for early risers

## Baker

Average pay: £24,300 a year

## Butcher

National average salary: £26,100 a year""",
        ["baker", "butcher"],
        id="a common word over what somebody is paid",
    ),
]


@pytest.mark.parametrize(("page", "roles"), TITLES)
def test_titles_that_are_common_words(page: str, roles: list[str]) -> None:
    """A title that is a common word is one where it heads a column beside another, or fills a cell of titles."""
    assert [row[0] for row in paid(page, "role")] == roles


CAPTIONS = [
    pytest.param(
        """What a welder and a plumber get in Brazil

| Trade | Junior | Senior |
| Welder | R$ 4.500 | R$ 14.000 |
| Plumber | R$ 5.800 | R$ 17.300 |
Monthly, gross. Source: our survey of 640 people, June 2024.

Plumbers are asked for more often, and they say that they sleep less.""",
        [("month", None)] * 4,
        id="what figures are for, and a source",
    ),
    pytest.param(
        """# What a welder and a plumber get

| Province | Welder | Plumber |
|---|---|---|
| North | $24.50/h | $25.10/h |
| South | $28.00/h | $26.75/h |

*Median hourly wages, Job Bank, November 2023*

Plumbers are asked for more often, and they say that they sleep less.""",
        [("hour", "median")] * 4,
        id="a statistic, a source and a date",
    ),
]


@pytest.mark.parametrize(("page", "rows"), CAPTIONS)
def test_what_stands_below_a_table(page: str, rows: list[Row]) -> None:
    """A line below a table says what its figures are."""
    assert paid(page, "period", "statistic") == rows


def test_notes_end_sentences() -> None:
    """The number of a note behind a full stop belongs to no figure, and the next sentence is one of its own."""
    page = (
        "Half of all welders made $47,500 or more as of May 2022.2 The top-earning 10% of welders made more "
        "than $71,500, while the lowest-earning 10% made less than $36,300."
    )
    assert [row[0] for row in paid(page, "statistic")][1:] == ["percentile_90", "percentile_10"]


def test_the_pay_of_all_workers() -> None:
    """What is made by all workers of a country is no pay of the role."""
    page = "Welders make more than the mean $21.70 per hour or $45,200 per year made by all 127 million workers."
    assert not paid(page, "low")


NEITHER = [
    ("A welder's pay is above the national average, which currently sits at about $30,000 a year.", []),
    ("Welders earn $58,000 a year, more than the overall national average ($51,300).", [58_000]),
    (
        (
            "A welder earns well. One site has the average at $24 per hour ($49,900 a year), "
            "31% lower than the national average salary."
        ),
        [24, 49_900],
    ),
    ("A welder's national average is $58,000 a year.", [58_000]),
    (
        "Trades and their pay\n\nWelder\n\nNational average salary: $58,000\n\nPrimary duties: Welders join metal.",
        [58_000],
    ),
    ("A welder makes $1,340 per week, well above the national figure of $910.", [1_340]),
]


@pytest.mark.parametrize(("words", "figures"), NEITHER)
def test_the_average_of_the_nation(words: str, figures: list[int]) -> None:
    """What a role's pay is set against, the average of all, is not its own."""
    assert [row[0] for row in paid(words, "low")] == figures


MEANT = [
    ("Welders average $47,000, with a low of $36,000 and a high of $69,000.", ["mean", "minimum", "maximum"]),
    ("Average pay of welders reached a high of $49,000 in 2022.", ["mean"]),
    ("The wages of welders fell to a low of $36,000 in 2012.", [None]),
    ("Welders start at a low of $36,000 and reach a high of $69,000.", ["minimum", "maximum"]),
    ("The average welder gets from a low of $36,000 in Ohio to a high of $69,000 in Utah.", ["mean", "mean"]),
    ("The average for welders is $47,000 and the top end is $69,000.", ["mean", "maximum"]),
    ("The median welder wage is $24.50 an hour in Ohio (low $16.40, high $31.05).", ["median", "minimum", "maximum"]),
    ("The bottom 10 percent of welders took home an average of $34,100.", ["percentile_10"]),
    ("Half of all those who work as a welder in Ohio are paid less than $47,100 a year.", ["median"]),
    ("For welders the median, midway between the highest and the lowest wages, was $47,100.", ["median"]),
]


@pytest.mark.parametrize(("words", "statistics"), MEANT)
def test_which_statistic_is_meant(words: str, statistics: list[str]) -> None:
    """Ends named in brackets, and words of which only one says what a figure is."""
    assert [row[0] for row in paid(words, "statistic")] == statistics


HEADED = [
    ("## 7. Welder: $59,430", [("welder", 59_430, "year", None)]),
    ("## 7. Welder $59,430", [("welder", 59_430, "year", None)]),
    ("## Welder ($59,430 median)", [("welder", 59_430, "year", "median")]),
    ("## #7 The average welder – $4,430 per month", [("welder", 4_430, "month", "mean")]),
    ("## Welder, average salary: $59,430", [("welder", 59_430, "year", "mean")]),
    ("## Welder | $50,000–$59,430", [("welder", 50_000, "year", "range")]),
    ("## Welder: 45.000 € a year", [("welder", 45_000, "year", None)]),
    ("## Welder – 45 000 kr", [("welder", 45_000, "month", None)]),
    ("## 3. Welder: $9 an hour", [("welder", 9, "hour", None)]),
    ("## Welder: $50,000 and a van for $20,000", []),
    ("## Welder: is $59,430 enough?", []),
    ("## Welder: $59,430 of debt", []),
    ("## Welder school: $59,430", []),
    ("## Fund: $59,430", []),
]


@pytest.mark.parametrize(("heading", "rows"), HEADED)
def test_headings_with_pay(heading: str, rows: list[Row]) -> None:
    """A heading that is a role and a sum tells what the role is paid; one of more words may mean anything."""
    words = f"# Trades\n\n{heading}\n\nWelders weld and roofers roof, and both of them work in all weathers."
    assert paid(words, "role", "low", "period", "statistic") == rows


def test_levels_of_earlier_sentences() -> None:
    """The level of whom a sentence begins with goes on only where the sentence stays with them."""
    page = (
        "Entry-level welders start around $36,300, while experienced ones earn $71,500. "
        "Pay varies by state, with Ohio ($47,100) and Utah ($48,300) in the middle."
    )
    assert [row[0] for row in paid(page, "level")][2:] == [None, None]
    page = "Newly qualified welders start from $36,300. Those who own a shop may take home up to $99,000 a year."
    assert [row[0] for row in paid(page, "level")] == ["entry", None]


def test_the_rungs_of_a_trade_and_their_years() -> None:
    """A bare title among levels is a rung of whom the heading names; years of experience tell what ``associate`` is."""
    page = """Welder Salary by Position

PositionExperienceSalary
Analyst0-2 years$60,000
Associate3-5 years$90,000
Vice President8+ years$200,000"""
    rows = [(None, 0, 60_000), (None, 3, 90_000), ("director", 8, 200_000)]
    assert paid(page, "level", "experience_min", "low") == rows


def test_cards_without_their_titles() -> None:
    """Where the labels of a card come once more the next card has begun, whose place is lost."""
    page = "Ohio\nAverage Welder Salary: $47,100\nLocation: 1.6\nAverage Welder Salary: $52,300\nLocation: 1.1"
    (first, *_), (second, *_) = paid(page, "region")
    assert first == "Ohio"
    assert second != "Ohio"


def test_rows_that_nothing_parts() -> None:
    """Tools in a line below nothing but roles stand in cells that nobody can part: they belong to no one role."""
    page = (
        "Factors Frontend Developer Backend Developer\n"
        "Tools and frameworks Bootstrap, Sass, and Figma Django and Flask Used by backend developer teams and others\n"
        "Focus Pages of a site Services behind a site"
    )
    found = [claim for claim in extract_claims(read(page), language()) if claim.kind is Kind.TOOL]
    assert not {claim.role for claim in found if claim.value == "Bootstrap"} & {"backend_developer"}


def test_a_table_whose_tags_were_left() -> None:
    """Rows and cells between tags in a plain text are a table, on one line or on several."""
    rows = ["<tr> <th>Trade</th> <th>Average Annual Salary</th> </tr>", "<tr> <td>Welder</td> <td>$47,100</td> </tr>"]
    rows += ["<tr> <td>Plumber</td> <td>$52,300 - $61,000</td> </tr>", "</table>"]
    for between in (" ", "\n"):
        page = "What do welders and plumbers earn?\n\n<table>" + between + between.join(rows)
        assert paid(page, "role", "low", "high") == [("welder", 47_100, 47_100), ("plumber", 52_300, 61_000)]


def test_marks_of_axes() -> None:
    """Sums that run together are the marks of a chart's axes, and nobody's pay."""
    page = "Welder salaries\n\nThis job's median $47KAll jobs' median $39K$44K$38K2014201520162017$0$50K$100K"
    assert not paid(page, "low")


def test_both_ends_named_behind() -> None:
    """``X and Y minimum and maximum``: the ends of one range."""
    page = "A shipyard offers welders $36,300 and $71,500 minimum and maximum annual salary."
    assert paid(page, "low", "high") == [(36_300, 71_500)]


def test_a_sum_in_which_the_line_above_ends() -> None:
    """A line that breaks off behind its verb says whose the sum below it is, and with how many years."""
    page = "Welder\n\nWelders with one to five years of practice usually earn\n\n$42K-$60K per year"
    assert paid(page, "role", "low", "experience_min", "experience_max") == [("welder", 42_000, 1, 5)]


@pytest.mark.parametrize(
    "again",
    [
        "or $36,400 to $54,080 a year",
        "which comes to about $36,400 to $54,080 annually",
        "PayScale reported, or $36,400 to $54,080 yearly",
    ],
)
def test_years_of_pay_in_other_terms(again: str) -> None:
    """What is said once more for another period is of the same years of experience."""
    page = f"# Roofer pay\nRoofers with three to six years of experience make $17.50 to $26 an hour, {again}."
    rows = [("hour", 3, 6), ("year", 3, 6)]
    assert paid(page, "period", "experience_min", "experience_max") == rows


def test_how_large_firms_are() -> None:
    """A mid-tier firm is no mid-level welder."""
    page = "Welder pay\n\n| Company | Salary |\n|---|---|\n| Mid-tier service firms | $47,100 |\n| Yards | $52,300 |"
    assert [row[0] for row in paid(page, "level")] == [None, None]


def test_sums_of_lost_columns() -> None:
    """Several sums in one cell are of columns that lost their headers: a heading over them is the place of none."""
    page = "Teacher pay in the UK\n\nLondon\n\nMax\n\n£58,600 £65,900 £61,700\n\nMin\n\n£38,500 £45,800 £41,600"
    assert {row[0] for row in paid(page, "region")} == {"GB"}


def test_trades_and_towns() -> None:
    """Kinds of a trade are roles of their own, and the lesser towns of many countries are places."""
    page = (
        "| Trade | Guwahati | Mombasa |\n|---|---|---|\n"
        "| Industrial Electrician | $71,500 | $61,100 |\n| Metal Fabricator | $47,100 | $43,400 |"
    )
    assert paid(page, "role", "region") == [
        ("industrial_electrician", "Guwahati"),
        ("industrial_electrician", "Mombasa"),
        ("metal_fabricator", "Guwahati"),
        ("metal_fabricator", "Mombasa"),
    ]


def test_currencies_inside_titles() -> None:
    """A CAD technician is not paid in Canadian dollars, nor a PHP developer in pesos."""
    rows = "| Senior CAD technician | 32,100 | 31,300 |\n| PHP Developer | 41,200 | 38,700 |"
    page = f"Pay\n\n| £ | Wales | West Midlands |\n|---|---|---|\n{rows}"
    assert paid(page, "role", "unit") == [("cad_technician", "GBP")] * 2 + [("php_developer", "GBP")] * 2
    page = "# PHP developer salary in the UK\n\n- Wales: 41,200 a year\n- Leeds: 38,700 a year"
    assert {row[0] for row in paid(page, "unit")} <= {"GBP"}


SUMS_ONLY = [
    pytest.param(
        """# Welder pay

| Low | Average | High |
|---|---|---|
| $33,000 | $46,000 | $61,000 |
""",
        [("welder", 33_000, "minimum"), ("welder", 46_000, "mean"), ("welder", 61_000, "maximum")],
        id="below the title",
    ),
    pytest.param(
        """# Welder or baker?

A welder joins metal and a baker bakes bread.

## At a glance

| 10th percentile | Median | 90th percentile |
|---|---|---|
| €33K | €46K | €69K |

Annual salary of bakers, union survey 2023.
""",
        [("baker", 33_000, "percentile_10"), ("baker", 46_000, "median"), ("baker", 69_000, "percentile_90")],
        id="named by the caption below",
    ),
]


@pytest.mark.parametrize(("page", "rows"), SUMS_ONLY)
def test_tables_of_sums_alone(page: str, rows: list[Row]) -> None:
    """Where every cell holds a sum no column labels the rows, and the title or a caption says whose pay it is."""
    assert paid(page, "role", "low", "statistic") == rows


def test_columns_of_who_holds_a_certificate() -> None:
    """A column of those with a certificate holds pay, a column of what it costs does not."""
    page = """What do certified people earn in Poland?

Gross per month:

| Role | Non-certified | With certificate | Certificate fee |
|---|---|---|---|
| Welder | PLN 8,000 | PLN 9,500 | PLN 1,200 |
| Electrician | PLN 7,000 | PLN 9,000 | PLN 1,100 |"""
    assert [low for (low,) in paid(page, "low")] == [8_000, 9_500, 7_000, 9_000]


def test_figures_of_a_list_that_end_with_commas() -> None:
    """A comma that ends an item cuts nothing off."""
    items = "- Junior welders: $22,\n- Mid-level welders: $31,\n- Senior welders: $45."
    page = f"# Welder pay\n\nWelders are paid by the hour:\n\n{items}"
    assert paid(page, "level", "low", "period") == [("entry", 22, "hour"), ("mid", 31, "hour"), ("senior", 45, "hour")]


def test_a_figure_at_the_end_of_a_page() -> None:
    """A comma that ends the text has lost the digits behind it."""
    page = "# Trade pay\n\n## Welder\n\nAverage pay: $52,300\n\n## Plumber\n\nAverage pay: $61,"
    assert paid(page, "role", "low", "quarantine") == [("welder", 52_300, False), ("plumber", None, True)]


def test_a_sum_that_is_worked_out() -> None:
    """What a sum comes to with all that is added is nobody's pay, nor is that sum."""
    page = "# Welder pay\n\nWelders average $71,000 before super, so a $70,000 salary is really a package of $78,000."
    assert paid(page, "low") == [(71_000,)]


HEADINGS = ["Pros and cons of the trade", "Benefits of this trade"]


@pytest.mark.parametrize("line", HEADINGS)
def test_headings_below_a_title(line: str) -> None:
    """Below a title alone, a line of nouns is a heading: what stands under it is not done by anybody."""
    page = (
        f"Trades at work\n\nSee what each trade is like.\n\nWelder\n\n{line}\n\nThe hours are long, and few mind that."
    )
    document = read(page)
    start = document.text.index(line)
    assert [block.kind for block in document.blocks if block.start == start] == [BlockKind.HEADING]


def test_profiles_line_by_line() -> None:
    """Below a title alone, a line that begins with a verb is done, and short lines below "Key skills" are no menu."""
    page = """Trades at work

See what a working day looks like in each trade, and what the pay is in Malaysia.

Welder

Builds and mends frames of steel for bridges

RM 4k – 6k / mo

Key skills

AutoCAD
SolidWorks
Excel
MATLAB

Electrician

RM 3k – 5k / mo

Keeps the wiring of houses and offices safe

Pay is indicative and taken from public adverts of the year."""
    claims = extract_claims(read(page), language())
    done = [(claim.role, claim.value) for claim in claims if claim.kind is Kind.RESPONSIBILITY]
    assert done == [
        ("welder", "Builds and mends frames of steel for bridges"),
        ("electrician", "Keeps the wiring of houses and offices safe"),
    ]
    tools = {(claim.role, claim.value) for claim in claims if claim.kind is Kind.TOOL}
    assert tools >= {("welder", "AutoCAD"), ("welder", "SolidWorks"), ("welder", "MATLAB")}


FROM = [
    pytest.param(
        """## Pay by firm, according to Levels.fyi

| Company | Welder | Roofer |
|---|---|---|
| Accenture | $51,000 | $49,000 |""",
        ["Levels.fyi", "Levels.fyi"],
        id="a firm that pays",
    ),
    pytest.param(
        """## Pay by site

| Company | Welder |
|---|---|
| Glassdoor | $51,000 |
| PayScale | $49,000 |""",
        ["Glassdoor", "PayScale"],
        id="firms that publish figures",
    ),
    pytest.param(
        """## Pay by town

| Town | Welder |
|---|---|
| Leeds | $51,000 |
| York | $52,000 |

Average pay by town, 2024. Source: Glassdoor

## Other things

Welders rise early, and they are glad of it when the day is done.""",
        ["Glassdoor", "Glassdoor"],
        id="a source behind what the figures are",
    ),
    pytest.param(
        "Glassdoor says welders make $51,000. Indeed paints a closer race, with an average of $49,000 for welders.",
        ["Glassdoor", "Indeed"],
        id="a site that paints",
    ),
    pytest.param(
        """# Pay

Welders are paid by the hour, and this is how the towns compare with each other.

Leeds
Welder: $51,000
Roofer: $49,000

York
Welder: $52,000
Roofer: $50,000

Figures from Glassdoor, updated April 2024.

Welders rise early, and they are glad of it when the day is done.""",
        ["Glassdoor"] * 4,
        id="a source below towns",
    ),
]


@pytest.mark.parametrize(("page", "bodies"), FROM)
def test_where_figures_are_from(page: str, bodies: list[str]) -> None:
    """The body that has published figures, and not a firm that pays them."""
    assert [row[0] for row in paid(page, "attributed_to")] == bodies
