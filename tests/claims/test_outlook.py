"""Growth of a role's employment: how much, by when, of whom; and percentages that are none."""

from __future__ import annotations

import pytest

from extract.claims.outlook import horizon_in
from extract.model import Flag, Kind, Span
from tests.claims.claims import DS_DE, claims, said

GROWTH = [
    ("Demand for data engineers should grow by 17% by 2029, according to the industry body.", [("DE", 17, 17)]),
    ("Data engineers fall under clerks, and data engineer jobs are expected to rise 6% by 2031.", [("DE", 6, 6)]),
    ("Data engineer jobs should grow by about 6% by 2031, though pay is down.", [("DE", 6, 6)]),
    ("Employment of data engineers is expected to decline 3% by 2029, as more firms automate.", [("DE", -3, -3)]),
    ("Data scientist jobs are projected to grow 9%. For data engineers it’s 5%.", [("DS", 9.0, 9.0), ("DE", 5.0, 5.0)]),
    (
        "Jobs for data engineers are projected to grow 31.4% over four years, says Labour Market Reports.",
        [("DE", 31.4, 31.4)],
    ),
    (
        "Data scientists have a projected job growth of 8%, higher than the 6% of data engineers.",
        [("DS", 8, 8), ("DE", 6, 6)],
    ),
    ("Jobs and Skills Australia expects 8.1% growth for data engineers by 2029.", [("DE", 8.1, 8.1)]),
    ("The ministry expects to need 12% more data engineers by 2030.", [("DE", 12, 12)]),
    (
        "It foresees 8 percent more jobs for data engineers by 2031. For data scientists, it foresees 5 percent.",
        [("DE", 8, 8), ("DS", 5, 5)],
    ),
    (
        "The number of data engineers is to grow 8% by 2031. For data scientists the chamber expects 5%.",
        [("DE", 8, 8), ("DS", 5, 5)],
    ),
    ("The railways plan to need few clerks. The state plans 12% more data engineers by 2030.", [("DE", 12, 12)]),
    ("Data engineer jobs grow. For data scientists the increase is put at 4%, since births fall.", [("DS", 4, 4)]),
    (
        "In 2023, 1,146 data engineers worked in Peru. The office expects the number to grow by 1.8% a year.",
        [("DE", 1.8, 1.8)],
    ),
    ("Data scientists are many. Data engineering headcount is planned to rise 3%.", [("DE", 3, 3)]),
    (
        "Growth for data scientists is projected at 7%, lower than the 11% expected for data engineers.",
        [("DS", 7, 7), ("DE", 11, 11)],
    ),
    ("Jobs for data scientists: up 14% by 2033. Data engineers: up 13%.", [("DS", 14, 14), ("DE", 13, 13)]),
    (
        "Jobs of data scientists will rise by 5 percent, as fast as the average (4 percent). Data engineers: 8%.",
        [("DS", 5, 5), ("DE", 8, 8)],
    ),
    (
        "Data scientist jobs will grow 5 percent, less than the average job growth rate of 7%. Data engineers: 8%.",
        [("DS", 5, 5), ("DE", 8, 8)],
    ),
    ("The agency projects 7% growth for data scientists. For data engineers it is 6%.", [("DS", 7, 7), ("DE", 6, 6)]),
    (
        "The number of data scientists is expected to grow 6.8% by 2030, and that of data engineers 5.1%.",
        [("DS", 6.8, 6.8), ("DE", 5.1, 5.1)],
    ),
    (
        "Growth for data scientists is projected at 7%, lower than the 11% growth expected for data engineers.",
        [("DS", 7, 7), ("DE", 11, 11)],
    ),
    ("Job prospects for data scientists are up 24 percent.", [("DS", 24, 24)]),
    ("Data scientist jobs will grow 36%.", [("DS", 36, 36)]),
    ("Jobs: data scientists +36% 2022–2032, data engineers +5% 2022–2032.", [("DS", 36, 36), ("DE", 5, 5)]),
    ("Jobs for data scientists will grow 36%. For data engineers it is 6%.", [("DS", 36, 36), ("DE", 6, 6)]),
    (
        "Demand for data scientists will rise by 36%. Data engineers can look to 9% over the same period.",
        [("DS", 36, 36), ("DE", 9, 9)],
    ),
    (
        "Data scientist jobs will grow 36%. The cloud market will reach $2 trillion, growing 20% a year.",
        [("DS", 36, 36)],
    ),
    ("Employment of data scientists is projected to grow 36 percent.", [("DS", 36, 36)]),
    ("Demand for data scientists will rise by 20%.", [("DS", 20, 20)]),
    ("Data engineers see 21% growth.", [("DE", 21, 21)]),
    ("Data scientist jobs grow between 20% and 30%.", [("DS", 20, 30)]),
    ("Growth for data scientists: 36%", [("DS", 36, 36)]),
    ("Data engineer jobs are expected to decline 5%.", [("DE", -5, -5)]),
    ("Data scientist roles are projected to shrink by 3%.", [("DS", -3, -3)]),
    ("Data engineer jobs will decline by 3% to 5%.", [("DE", -5, -3)]),
    (
        "Data scientists enjoy a 36% growth rate, compared to 9% for data engineers.",
        [("DS", 36, 36), ("DE", 9, 9)],
    ),
    (
        "Data scientist jobs will grow 36%, while data engineer jobs will decline 2%.",
        [("DS", 36, 36), ("DE", -2, -2)],
    ),
    ("Jobs for data scientists and data engineers will grow 36% and 9%, respectively.", [("DS", 36, 36), ("DE", 9, 9)]),
    ("Jobs in both roles will grow 20%.", [("DE", 20, 20), ("DS", 20, 20)]),
    (
        "Employment of data scientists will fall 5% and of data engineers 7% by 2030.",
        [("DS", -5, -5), ("DE", -7, -7)],
    ),
    ("Data scientist jobs fall 5%, while those for data engineers grow 3%.", [("DS", -5, -5), ("DE", 3, 3)]),
    ("Data scientist jobs fall 8%, but for data engineers the figure is +6%.", [("DS", -8, -8), ("DE", 6, 6)]),
    ("Jobs for data scientists will grow 3%, with more applicants than posts.", [("DS", 3, 3)]),
    ("## Data Scientist\nJobs are projected to grow 36%.", [("DS", 36, 36)]),
    ("## Data Scientist\n- Job growth: 36%", [("DS", 36, 36)]),
    (
        "## Job Outlook\nData scientists can expect 36% growth, data engineers 9%.",
        [("DS", 36, 36), ("DE", 9, 9)],
    ),
    (
        "| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n| Job growth | 36% | -2% |",
        [("DS", 36, 36), ("DE", -2, -2)],
    ),
    ("| Role | Projected growth |\n|---|---|\n| Data Scientist | 36% by 2033 |", [("DS", 36, 36)]),
    ("## Job Outlook\n- Data Scientist: 36%\n- Data Engineer: 9%", [("DS", 36, 36), ("DE", 9, 9)]),
    (
        "Jobs of data scientists will grow 36%, much faster than the 4% average for all occupations.",
        [("DS", 36, 36)],
    ),
    ("Data scientist jobs will grow 36%, compared with 4% for all jobs.", [("DS", 36, 36)]),
    (
        "Data scientists saw 36% growth, compared to 9% yearly growth for “data engineers”.",
        [("DS", 36, 36), ("DE", 9, 9)],
    ),
    ("Data scientist jobs will grow 36%, which is 31 percentage points faster than the average.", [("DS", 36, 36)]),
    ("Data science is projected to grow 21% and data engineering 14% by 2030.", [("DS", 21, 21), ("DE", 14, 14)]),
    ("Nursing jobs are expected to grow 6%.", [("nurse", 6, 6)]),
    ("The number of data engineering jobs is expected to be 17% higher in 2031 than in 2021.", [("DE", 17, 17)]),
    (
        "Data scientist jobs will grow at twice the rate of data engineer jobs (8% vs 4% by 2030).",
        [("DS", 8, 8), ("DE", 4, 4)],
    ),
    ("One agency predicts a rise of 11% in data scientist jobs.", [("DS", 11, 11)]),
]


@pytest.mark.parametrize(("words", "rows"), GROWTH)
def test_growth(words: str, rows: list[object]) -> None:
    """Points and ranges in percent; a decline is below zero."""
    assert said(DS_DE + words, Kind.OUTLOOK, "role", "low", "high") == rows


NONE = [
    "Data engineers spend 58% of the week on consultations and surgery.",
    "Data scientists are sought. The average rise across all roles in the report is 3.4%.",
    "The data engineer market is to reach $5 billion by 2032, at 9% a year, which tells little about jobs.",
    "# Growth\nIncome for data scientists has fallen by 35% in real terms over ten years.",
    "Pay for data scientists was £112,200, after £107,600 in 2017, a 4.3 per cent increase.",
    "# Growth\nData scientists saw it grow, then decrease by 37% from £67,800 to £42,847.",
    "# Growth\nData scientists saw a rise in complaints, with 90% of firms not hiring.",
    "Data scientists who retire are the main source of openings (60%), followed by employment growth (25%).",
    "Retirement accounts for 70% of the openings for data scientists, growth for 30%.",
    "Data engineers watch the data engineering market, to reach $25.5 billion by 2028, growing at 19.7% per year.",
    "The average gross monthly salary of most data scientists in town is $9,000 and has increased by 16% from 2016.",
    "The data science market grows 30% a year.",
    "The job market for data scientists grows 12% annually.",
    "Data scientist salaries grew 10%.",
    "Data scientist salaries shot up to an average of $97,000 in 2022, marking a 4.1% surge from the year before.",
    "The office puts the median data scientist at $90,000 (2022: $88,000), a rise of 2%.",
    "80% of data scientists hold a master's degree.",
    "Data scientists spend 80% of their time cleaning data.",
    "Data scientists earn 20% more.",
    "Data scientist jobs will grow much faster than average.",
    "For all occupations the figure is 4%.",
    "The chamber foresees 8 percent more courses for data engineers by 2031.",
    "The unemployment rate of data scientists is 2%.",
    "Remote data scientist jobs make up 36% of postings and grow.",
    "AI adoption by data scientists grew 40%.",
    "Will data scientist jobs grow 36%?",
    "Data scientist openings will grow by about 17,700 a year.",
    "The ministry plans to increase training places for data scientists by 25% by 2031.",
    "By 2031 demand grows; 11% of data scientist posts are vacant.",
    "| Aspect | Data Scientist |\n|---|---|\n| Salary growth | 36% |",
    "| Aspect | Data Scientist |\n|---|---|\n| Bonus | 10% |",
    "Jobs will grow 36%.",
    "Data scientists earn more, but the gap is shrinking: it was 22% a year ago and will grow to 30%.",
    "The pay of data engineers fell 2% compared with a 9% surge for data scientists.",
    "## Data Scientist Salary\n| Year | Median | Yearly growth |\n|---|---|---|\n| 2019 | $90,000 | 2.1% |",
]


@pytest.mark.parametrize("words", NONE)
def test_other_percentages(words: str) -> None:
    """Markets, pay, shares and questions are no outlook for a role."""
    assert said(DS_DE + words, Kind.OUTLOOK, "role", "low") == []


HORIZONS = [
    ("by 2033", "2033"),
    ("by the year 2033", "2033"),
    ("through 2032", "2032"),
    ("until 2030", "2030"),
    ("from 2023 to 2033", "2023-2033"),
    ("between 2021 and 2031", "2021-2031"),
    ("(2023–33)", "2023-2033"),
    ("2021-2031", "2021-2031"),
    ("over the next decade", "next decade"),
    ("in the coming decade", "coming decade"),
    ("this decade", "this decade"),
    ("in the decade to 2033", "2033"),
    ("in the next five years", "next five years"),
    ("in the next 10 years", "next 10 years"),
    ("over ten years", "ten years"),
    ("over a 10-year period", "10 years"),
    ("within five years", "five years"),
    ("soon", None),
    ("with 10 years of experience", None),
    ("by the end of the decade", "this decade"),
    ("2023 through 2033", "2023-2033"),
]


@pytest.mark.parametrize(("words", "horizon"), HORIZONS)
def test_horizons(words: str, horizon: str | None) -> None:
    """By when, as worded."""
    assert horizon_in(words, Span(0, len(words))) == horizon


SAID = [
    (
        "The BLS expects data scientist jobs to grow 36% by 2033.",
        "attributed_to",
        "U.S. Bureau of Labor Statistics",
    ),
    (
        "The BLS is cautious. Data scientist jobs will grow 36%.",
        "attributed_to",
        "U.S. Bureau of Labor Statistics",
    ),
    ("Data scientist jobs will grow 36% in the UK.", "region", "GB"),
    ("Data scientist jobs will grow 36% in a year.", "region", None),
    ("Data scientist jobs will grow 3%, and about 4,100 openings are expected each year.", "aspect", "growth"),
    ("Data scientist jobs will grow 3% annually.", "aspect", "annual_growth"),
    ("Data scientists see 8.5% growth from 2024 to 2034 and some 8,800 annual openings.", "aspect", "growth"),
    ("Data scientist jobs will grow 36%.", "aspect", "growth"),
    ("Data scientist jobs might grow 36%.", "modality", "hedged"),
    ("Some believe that data scientist jobs will grow 36%.", "modality", "reported"),
    ("Data scientist jobs will grow by about 36%.", "approximate", True),
    ("Data scientist jobs will grow by over 36%.", "high_open", True),
    ("Data scientist jobs will grow 36%.", "unit", "percent"),
    ("Data scientist jobs will grow 36%.", "value", "36%"),
    ("Data scientist jobs will grow 20-30%.", "value", "20-30%"),
    ("Data scientist jobs could grow as much as 36%.", "low_open", True),
]


@pytest.mark.parametrize(("words", "column", "value"), SAID)
def test_columns(words: str, column: str, value: object) -> None:
    """Origin, place, rate a year, tone and ends."""
    assert said(DS_DE + words, Kind.OUTLOOK, column) == [value]


def test_the_same_period() -> None:
    """What is foreseen over the same period is so for the years of the sentence before."""
    words = "Data scientist jobs grow 36% from 2023 to 2033. Data engineer jobs grow 9% over the same period."
    assert said(DS_DE + words, Kind.OUTLOOK, "horizon") == ["2023-2033", "2023-2033"]


def test_stand_ins() -> None:
    """The growth of an official occupation stands in for the role that it is said of."""
    words = "Employment of computer and information research scientists, which include data engineers, will grow 26%."
    (claim,) = claims(DS_DE + words, Kind.OUTLOOK)
    assert (claim.role, claim.stated_role) == (
        "data_engineer",
        "computer and information research scientists",
    )
    assert Flag.PROXY_ROLE in claim.flags


STANDING_IN = [
    (
        "Computer and information research scientists (the BLS group that includes data engineers) will grow 26%.",
        [("DE", "Computer and information research scientists")],
    ),
    (
        "Nobody counts data engineers alone. For database architects, the nearest occupation, a growth of 9% is due.",
        [("DE", "database architects")],
    ),
    (
        "The bureau files both under computer and information research scientists, whose jobs should rise 26%.",
        [
            ("DE", "computer and information research scientists"),
            ("DS", "computer and information research scientists"),
        ],
    ),
    (
        "Jobs for data engineers grow. Employment of database architects, a related occupation, will fall by 3%.",
        [("database_architect", None)],
    ),
]


@pytest.mark.parametrize(("words", "rows"), STANDING_IN)
def test_occupations_that_are_said_to_be_the_nearest(words: str, rows: list[tuple[str, str | None]]) -> None:
    """Growth of a neighbour counts for a role where the text says that it is the nearest there is."""
    assert sorted(said(DS_DE + words, Kind.OUTLOOK, "role", "stated_role"), key=str) == rows
