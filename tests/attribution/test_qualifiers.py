"""Level, experience, date, place, origin, statistic and basis in a few words."""

from __future__ import annotations

import pytest

from extract.attribution import Found, Qualifiers, nearest
from extract.language import Passage
from extract.model import Span
from tests.language.articles import annotate, gap, language

QUALIFIERS = Qualifiers(language().lexicons, language().cues)

LEVELS = [
    ("senior data engineers", ["senior"]),
    ("Sr. data engineers", ["senior"]),
    ("a junior data engineer", ["entry"]),
    ("entry-level jobs", ["entry"]),
    ("entry – level jobs", []),
    ("mid-level and senior people", ["mid", "senior"]),
    ("mid-career people", ["mid"]),
    ("late-career people", ["senior"]),
    ("a lead engineer", ["lead"]),
    ("in lead roles", ["lead"]),
    ("they lead teams", []),
    ("a staff data engineer", ["principal"]),
    ("the staff is small", []),
    ("principal data engineers", ["principal"]),
    ("the principal reason", []),
    ("as a fresher", ["entry"]),
    ("for a beginner, it is usually", ["entry"]),
    ("a newcomer can count on", ["entry"]),
    ("recent graduates", ["entry"]),
    ("a graduate degree", []),
    ("an associate data engineer", ["entry"]),
    ("an associate's degree", []),
    ("the starting salary", ["entry"]),
    ("salaries start at a low point", []),
    ("engineers at L5", ["senior"]),
    ("seniority matters", []),
    ("mid-size firms", []),
    ("middle management", []),
    ("expert data engineers", ["senior"]),
    ("a chief data officer", []),
    ("interns earn little", ["intern"]),
    ("directors earn most", ["director"]),
    ("staff earn little", []),
    ("a mid 12,400 zł and an intern gets $900", ["mid", "intern"]),
    ("a lead over 2,000 others", []),
    ("at the start of their careers", ["entry"]),
    ("bakers entering the trade", ["entry"]),
    ("before entering the trade", []),
    ("those who train newcomers", []),
    ("mentoring two trainees", []),
    ("Where each career leads", []),
    ("Which of them leads on pay?", []),
]
LABELS = [
    ("Starting with the basics", []),
    ("Head-to-head comparison", []),
    ("Senior", ["senior"]),
    ("Entry", ["entry"]),
    ("Mid", ["mid"]),
    ("Mid-Level (3–5 years)", ["mid"]),
    ("$9,500 a month at entry", ["entry"]),
    ("€2,390 gross a month at the start of the job", ["entry"]),
    ("Junior (0–2 years)", ["entry"]),
    ("Fresher / Junior", ["entry", "entry"]),
    ("Junior to mid", ["entry", "mid"]),
    ("Lead Engineer", ["lead"]),
    ("Staff", ["principal"]),
    ("Principal", ["principal"]),
    ("Manager", ["manager"]),
    ("Director", ["director"]),
    ("VP", ["director"]),
    ("Intern", ["intern"]),
    ("Expert", ["senior"]),
    ("Graduate", ["entry"]),
    ("L4", ["mid"]),
    ("IC4", ["senior"]),
    ("Early Career", ["entry"]),
    ("0–2 years", []),
    ("Top", []),
    ("Product Manager", []),
    gap("Executive", ["director"], reason="“executive” counts with “level” only"),
]


@pytest.mark.parametrize(("words", "levels"), LEVELS)
def test_levels_in_a_sentence(words: str, levels: list[str]) -> None:
    """Words of rank count; those that are common words count beside a role only."""
    text, passage, span = place(words)
    assert distinct(QUALIFIERS.levels(text, span, passage)) == levels


@pytest.mark.parametrize(("words", "levels"), LABELS)
def test_levels_in_a_label(words: str, levels: list[str]) -> None:
    """In a cell, label or heading short words of rank count alone; a job title is no rank."""
    text, passage, span = place(words)
    assert [f.value for f in QUALIFIERS.levels(text, span, passage, label=True)] == levels


def test_labels_that_run_into_their_neighbours() -> None:
    """The cells of a table that lost its seams are read one by one: ``NurseEntry-level£31,000``."""
    text = "NurseEntry-levelAverage pay£31,000"
    level, label = Span(5, 16), Span(16, 27)
    assert [f.value for f in QUALIFIERS.levels(text, level, label=True)] == ["entry"]
    assert [(f.value, f.start) for f in QUALIFIERS.statistics(text, label, label=True)] == [("mean", 16)]


EXPERIENCE = [
    ("0-2 years", 0, 2),
    ("0–2 yrs", 0, 2),
    ("2 - 5 Years", 2, 5),
    ("(3-5 yrs)", 3, 5),
    ("1 to 3 years", 1, 3),
    ("One to four years", 1, 4),
    ("five to nine years", 5, 9),
    ("between 2 and 5 years", 2, 5),
    ("1–4 y", 1, 4),
    ("0-1 YOE", 0, 1),
    ("1.5-2.5 years", 1.5, 2.5),
    ("1-3 Jahre", 1, 3),
    ("3+ years", 3, None),
    ("4 years + 3 years experience", 3, 3),
    ("5-10+ years", 5, None),
    ("over ten years", 10, None),
    ("more than 5 years", 5, None),
    ("at least two years", 2, None),
    ("a minimum of 3 years", 3, None),
    ("15 or more years", 15, None),
    ("8 plus years", 8, None),
    ("> 8 years", 8, None),
    ("less than 1 year", 0, 1),
    ("less than a year", 0, 1),
    ("under three years", 0, 3),
    ("up to 5 years", 0, 5),
    ("the first two years", 0, 2),
    ("< 2 years", 0, 2),
    ("5 years of experience", 5, 5),
    ("12-21 yearsaverage salary", 12, 21),
    ("5 years' experience", 5, 5),
    ("2 years exp", 2, 2),
    ("7 years or more", 7, None),
    ("20 years and above", 20, None),
    ("10 years+", 10, None),
    ("after five years", 5, None),
    ("past twenty years", 20, None),
]
NO_EXPERIENCE = [
    "ten years ago",
    "in the next 10 years",
    "over the next five years",
    "over the past three years",
    "a 4-year degree",
    "a two-year program",
    "$10-15 a year",
    "2023-2033",
    "3 to 6 months",
    "a year",
    "after four years of college",
]


@pytest.mark.parametrize(("words", "low", "high"), EXPERIENCE)
def test_experience(words: str, low: float, high: float | None) -> None:
    """Bands of years in digits or words, open and closed."""
    text, _, span = place(words)
    band = QUALIFIERS.experience(text, span)
    assert band is not None
    assert (band.low, band.high) == (low, high)


@pytest.mark.parametrize("words", NO_EXPERIENCE)
def test_no_experience(words: str) -> None:
    """Years that are no experience."""
    text, _, span = place(words)
    assert QUALIFIERS.experience(text, span) is None


AS_OF = [
    ("has grown by 16% from 2016", None),
    ("as of May 2024", "2024-05"),
    ("as of 5 May 2024", "2024-05"),
    ("updated January 5, 2025", "2025-01"),
    ("Sep 2023", "2023-09"),
    ("Q1 2025", "2025-Q1"),
    ("as of Q3 2024", "2024-Q3"),
    ("in 2024, pay rose", "2024"),
    ("(2024)", "2024"),
    ("Salary 2025", "2025"),
    ("in early 2024", "2024"),
    ("mid-2023", "2023"),
    ("as of the end of 2023", "2023"),
    ("data from 2021", "2021"),
    ("Stand: 2024", "2024"),
    ("by 2032", None),
    ("by 2024 the average had reached that", "2024"),
    ("by 2032 they will have reached that", None),
    ("by 2032 cooks who made pastry will get more", None),
    ("by 2032 pay was expected to rise", None),
    ("by 2024, the median hourly pay of all cooks was that", "2024"),
    ("through 2030", None),
    ("by the end of 2025", None),
    ("from 2022 to 2032", None),
    ("between 2021 and 2031", None),
    ("2021-2031", None),
    ("2023–33", None),
    ("over 2,024 people", None),
    ("in March", None),
    ("Sept. 2024", "2024-09"),
    ("as of 2024-05-01", "2024-05"),
    ("until 2030", None),
    gap("2000 engineers", None, reason="a count that could be a year"),
]


@pytest.mark.parametrize(("words", "value"), AS_OF)
def test_as_of(words: str, value: str | None) -> None:
    """A date in the past tense of figures; horizons and spans are none."""
    text, _, span = place(words)
    found = QUALIFIERS.as_of(text, span)
    assert (found.value if found else None) == value


STATISTICS = [
    ("the average salary", ["mean"]),
    ("salaries average much", ["mean"]),
    ("the mean wage", ["mean"]),
    ("median pay", ["median"]),
    ("the midpoint", ["median"]),
    ("the mean and the median", ["mean", "median"]),
    ("the typical salary", ["typical"]),
    ("the minimum", ["minimum"]),
    ("the maximum", ["maximum"]),
    ("the top of the scale for a baker is", ["maximum"]),
    ("at the 25th percentile", ["percentile_25"]),
    ("P75", ["percentile_75"]),
    ("P50", ["median"]),
    ("the top 10%", ["percentile_90"]),
    ("the lowest 10 percent", ["percentile_10"]),
    ("the upper quartile", ["percentile_75"]),
    ("the lower quartile", ["percentile_25"]),
    ("1st Quartile", ["percentile_25"]),
    ("3rd quartile", ["percentile_75"]),
    ("it means that", []),
    ("up to a point", []),
    ("above-average pay", []),
    ("above the average", ["mean"]),
    ("the 50th percentile", ["median"]),
    ("in the top 10th percentile", ["percentile_90"]),
    ("in the bottom 10th percentile", ["percentile_10"]),
    ("at the 25th percentile, much at the 50th, and more at the 75th", ["percentile_25", "median", "percentile_75"]),
    ("the 50th anniversary", []),
    ("on the low end", ["minimum"]),
    ("the high end of town", []),
]
LABELLED = [
    ("Low", ["minimum"]),
    ("High", ["maximum"]),
    ("Avg Salary", ["mean"]),
    ("75th percentile", ["percentile_75"]),
    ("Median", ["median"]),
    ("25th", ["percentile_25"]),
]


@pytest.mark.parametrize(("words", "values"), STATISTICS)
def test_statistics(words: str, values: list[str]) -> None:
    """Averages, medians and percentiles by any name."""
    text, _, span = place(words)
    assert [f.value for f in QUALIFIERS.statistics(text, span)] == values


@pytest.mark.parametrize(("words", "values"), LABELLED)
def test_statistics_of_labels(words: str, values: list[str]) -> None:
    """In a header "low" and "high" are statistics too."""
    text, _, span = place(words)
    assert [f.value for f in QUALIFIERS.statistics(text, span, label=True)] == values


BASES = [
    ("base salary", ["base"]),
    ("basic pay", ["base"]),
    ("total compensation", ["total"]),
    ("OTE", ["total"]),
    ("a bonus and commission", ["bonus", "bonus"]),
    ("a base of much, and total pay", ["base", "total"]),
    ("based in Berlin", []),
    ("a database", []),
]


@pytest.mark.parametrize(("words", "values"), BASES)
def test_bases(words: str, values: list[str]) -> None:
    """What an amount includes."""
    text, _, span = place(words)
    assert [f.value for f in QUALIFIERS.bases(text, span)] == values


REGIONS = [
    ("Irish accountants and South African nurses speak German", ["IE", "ZA"]),
    ("in the United States", ["US"]),
    ("in the U.S. and in Germany", ["US", "DE"]),
    ("in San Francisco", ["San Francisco"]),
    ("in Bengaluru, India", ["Bengaluru"]),
    ("Durban in KwaZulu-Natal, and Pretoria, Gauteng", ["Durban", "Pretoria"]),
    ("welders in Toronto (Ontario)", ["Toronto"]),
    ("in Chicago, Texas and Florida", ["Chicago", "Texas", "Florida"]),
    ("in Chicago, Ontario", ["Chicago", "Ontario"]),
    ("in Texas, in Austin", ["Texas", "Austin"]),
    ("in Los Angeles-Long Beach", ["Los Angeles-Long Beach"] * 2),
    ("a London-Based baker", ["London"]),
    ("London-based bakers in Leeds – and in Hull", ["London", "Leeds", "Hull"]),
    ("in the office", []),
    ("in England outside of London", ["England"]),
    ("in the UK, except for London", ["GB"]),
    ("England (excl. London)", ["England"]),
    ("except for those in Leeds", []),
    ("apart from Leeds, where bakers make £31,000", ["Leeds"]),
    ("apart from Leeds, where bakers make £31,000, pay is lower", []),
    ("it is £24,000 but for those who work outside in Leeds", ["Leeds"]),
    ("England (London excluded)", ["England"]),
    ("West Coast (e.g., Texas, Ohio): $85,000", ["West Coast"]),
    ("England (Leeds)", ["England", "Leeds"]),
    ("Dublin and the rest of Ireland", ["Dublin", "rest of Ireland"]),
    ("anywhere other than in Germany", []),
    ("London, including Croydon", ["London"]),
]


@pytest.mark.parametrize(("words", "values"), REGIONS)
def test_regions(words: str, values: list[str]) -> None:
    """Countries by code, other places as the text spells them."""
    text, passage, span = place(words)
    assert [f.value for f in QUALIFIERS.regions(text, passage, span)] == values


def test_origins() -> None:
    """Bodies by their canonical names."""
    _, passage, span = place("according to the BLS and Glassdoor")
    assert [f.value for f in QUALIFIERS.origins(passage, span)] == [
        "U.S. Bureau of Labor Statistics",
        "Glassdoor",
    ]


NEAREST = [
    ([("a", 0, 2), ("b", 20, 22)], 5, 8, "a"),
    ([("a", 0, 2), ("b", 9, 12)], 5, 8, "b"),
    ([("a", 2, 4), ("b", 9, 12)], 5, 8, "a"),
    ([("a", 0, 2), ("b", 6, 7)], 5, 8, "b"),
]


@pytest.mark.parametrize(("found", "start", "end", "value"), NEAREST)
def test_nearest(found: list[tuple[str, int, int]], start: int, end: int, value: str) -> None:
    """The closest wins; before wins over behind at the same distance."""
    best = nearest([Found(*item) for item in found], start, end)
    assert best is not None
    assert best.value == value
    assert nearest([], start, end) is None


def place(words: str) -> tuple[str, Passage, Span]:
    annotated = annotate("# Data Engineer\n" + words)
    passage = annotated.blocks[1]
    return annotated.text, passage, Span(passage.start, passage.end)


def distinct(found: list[Found]) -> list[str]:
    return list(dict.fromkeys(f.value for f in found))
