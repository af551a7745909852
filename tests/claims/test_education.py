"""Degrees and fields of study."""

from __future__ import annotations

import pytest

from extract.model import Kind
from tests.claims.claims import DS_DE, said
from tests.language.articles import gap

ASKED = [
    (
        "A data engineer has a master's degree in chemistry, and later a PhD.",
        ["DE degree master", "DE field Chemistry", "DE degree phd"],
    ),
    (
        "Data engineers need an associate degree in chemistry, followed by the board's exam.",
        ["DE degree associate", "DE field Chemistry"],
    ),
    (
        "Data engineers hold a diploma in reef care, chemistry or a related field.",
        ["DE degree diploma", "DE field reef care", "DE field Chemistry"],
    ),
    (
        "Data engineers complete the New Zealand Certificate in Offender Management.",
        ["DE degree certificate", "DE field Offender Management"],
    ),
    (
        "A data engineer needs a certificate in record time, or a diploma in evening classes.",
        ["DE degree certificate", "DE degree diploma"],
    ),
    (
        "A data engineer needs a diploma in reef care or customer-facing roles.",
        ["DE degree diploma", "DE field reef care"],
    ),
    ("A data engineer needs a diploma in kitchen and bath design.", ["DE degree diploma", "DE field bath design"]),
    ("A data engineer needs a certificate in EPA Section 608.", ["DE degree certificate"]),
    (
        "With a BS in Chemistry, data engineers get what the Bureau of Labor Statistics lists.",
        ["DE degree bachelor", "DE field Chemistry"],
    ),
    ("Data engineers hold an HND in Agriculture.", ["DE degree diploma", "DE field Agriculture"]),
    ("Data engineers need a degree in hand, and a diploma in three years.", ["DE degree diploma"]),
    ("Data engineers have a degree in optics and join the guild.", ["DE field optics"]),
    ("A data engineer with a degree in nothing but patience and a certificate in the UK.", ["DE degree certificate"]),
    (
        "A data engineer needs a bachelor's degree in Economics of a university of applied sciences.",
        ["DE degree bachelor", "DE field Economics"],
    ),
    (
        "A bachelor's degree is typical for both, although an associate degree may do for a data engineer.",
        ["DE degree bachelor", "DS degree bachelor", "DE degree associate"],
    ),
    (
        "Data engineers have a degree in psychology, human-computer interaction or design.",
        ["DE field Psychology", "DE field Human-Computer Interaction", "DE field Design"],
    ),
    (
        "A data engineer with a degree in music, computer science or design will do.",
        ["DE field Music", "DE field Computer Science", "DE field Design"],
    ),
    (
        "Data engineers hold a Bachelor of Design and are registered with the Utah Board of Design and Engineering.",
        ["DE degree bachelor", "DE field Design"],
    ),
    ("Data engineers have a degree in mathematics and join the Engineering Council.", ["DE field Mathematics"]),
    ("Data engineers complete a Master of Advanced Pipelines.", ["DE degree master"]),
    ("## Data engineer\nFirst come three years as a data scientist, then a master's degree.", ["DE degree master"]),
    ("A data scientist needs two years of experience as a data engineer and a PhD.", ["DS degree phd"]),
    ("Data engineers nearly all have a Master (a PhD is rare).", ["DE degree master", "DE degree phd"]),
    (
        "Data engineers have a degree in Informatik or Maschinenbau.",
        ["DE field Computer Science", "DE field Mechanical Engineering"],
    ),
    (
        "Data engineers hold a degree in electrical or computer engineering.",
        ["DE field Electrical Engineering", "DE field Computer Engineering"],
    ),
    (
        "Data engineers need a Certificate III in Carpentry.",
        ["DE degree certificate", "DE field Carpentry"],
    ),
    (
        "To become a data scientist you first earn a Bachelor of Science and a data engineer license, then a PhD.",
        ["DS degree bachelor", "DS degree phd"],
    ),
    ("## What does a data engineer do?\n- Valuing work and issuing payment certificates", []),
    ("Data scientists need a psychology degree.", ["DS field Psychology"]),
    ("Data scientists begin with a law degree, or a degree in any subject.", ["DS field Law"]),
    (
        "Data engineers hold an economics or statistics degree.",
        ["DE field Economics", "DE field Statistics"],
    ),
    (
        "Data engineers need the N1 certificates in Electrical Engineering.",
        ["DE degree certificate", "DE field Electrical Engineering"],
    ),
    ("Data engineers hold a degree in design or physics.", ["DE field Design", "DE field Physics"]),
    ("Data engineers hold a degree in design or systems analysis.", ["DE field Design", "DE field Systems Analysis"]),
    ("Courses on system design are part of the studies of data engineers.", []),
    (
        "Data engineers need a Doctor of Physical Therapy degree.",
        ["DE degree professional", "DE field Physical Therapy"],
    ),
    (
        "Common data engineer majors: Business 39.1%, Accounting 5.8%",
        ["DE field Business", "DE field Accounting"],
    ),
    ("Data engineers with a degree need good written English too.", []),
    (
        "## Education\n| Stage | Data Scientist | Data Engineer |\n|---|---|---|\n| Entry | BSc | Bachelor's degree |",
        ["DS degree bachelor", "DE degree bachelor"],
    ),
    (
        "## How do I qualify?\nYou need a bachelor's degree in data engineering or data science.",
        ["DE degree bachelor", "DS degree bachelor", "DE field Data Engineering", "DS field Data Science"],
    ),
    (
        "For data engineering a master's degree in physics is expected.",
        ["DE degree master", "DE field Physics"],
    ),
    (
        "A data scientist first becomes a data engineer with a bachelor's degree, then takes a master's degree.",
        ["DS degree bachelor", "DS degree master"],
    ),
    (
        "Data scientists need a bachelor's degree in computer science or statistics.",
        ["DS degree bachelor", "DS field Computer Science", "DS field Statistics"],
    ),
    (
        "Data scientists hold a master’s degree or a PhD in physics.",
        ["DS degree master", "DS degree phd", "DS field Physics"],
    ),
    (
        "Data engineers have a Bachelor's in Computer Science.",
        ["DE degree bachelor", "DE field Computer Science"],
    ),
    ("Data engineers need an associate's degree at least.", ["DE degree associate"]),
    ("Data engineers can start with a bootcamp.", ["DE degree bootcamp"]),
    ("Data scientists need a four-year degree.", ["DS degree bachelor"]),
    ("80% of data scientists hold a master's degree.", ["DS degree master"]),
    (
        "## Education for Data Scientists\n- Bachelor's degree in statistics\n- Master's preferred",
        ["DS degree bachelor", "DS field Statistics", "DS degree master"],
    ),
    (
        ("| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n| Education | PhD in statistics | Bachelor's |"),
        ["DS degree phd", "DS field Statistics", "DE degree bachelor"],
    ),
    # A table of the facts of one role.
    (
        "## Data Scientist\n| Detail | Data |\n|---|---|\n| Entry education | PhD in statistics |\n| Tools | SQL |",
        ["DS degree phd", "DS field Statistics"],
    ),
    (
        "Data scientists need a master's degree. A master's degree takes time.",
        ["DS degree master"],
    ),
    (
        "Both roles ask for a bachelor's degree.",
        ["DE degree bachelor", "DS degree bachelor"],
    ),
    ("Data engineers hold a bachelor's degree in education.", ["DE degree bachelor", "DE field Education"]),
    (
        "A data scientist supports data engineers by testing ideas, needing a master's degree at least.",
        ["DS degree master"],
    ),
    ("Data engineers need an associate or bachelor's degree.", ["DE degree associate", "DE degree bachelor"]),
    (
        "Data scientists tend to come from physics or statistics.",
        ["DS field Physics", "DS field Statistics"],
    ),
    ("Data engineers mostly come out of physics.", ["DE field Physics"]),
    ("Data engineers need a BS in computer science.", ["DE degree bachelor", "DE field Computer Science"]),
    (
        "Data engineers hold a bachelor or master in physics.",
        ["DE degree bachelor", "DE degree master", "DE field Physics"],
    ),
    (
        """| Role | Degree | Field |
|---|---|---|
| Data Engineer | Master or PhD | Physics, Statistics |
| Data Scientist | Master | Economics |""",
        [
            "DE degree master",
            "DE degree phd",
            "DE field Physics",
            "DE field Statistics",
            "DS degree master",
            "DS field Economics",
        ],
    ),
    (
        "After a bachelor's degree in architecture, it's necessary for data engineers to find work.",
        ["DE degree bachelor", "DE field Architecture"],
    ),
]
NONE = [
    "Data engineers educate the public on fire safety.",
    "For data engineers, foreign diplomas have to be recognised.",
    "For data engineers, grit counts for more than a diploma.",
    "Jane B. Miller, MS, PhD, speaks of data scientists.",
    "“Data scientists are rare,” said Jane Miller, PhD, professor at the College of Music at Hill.",
    "Scrum masters train two teams and advise management.",
    "Data scientists study the numbers and tell the management what they mean.",
    "Sought-after qualifications are those of a company secretary (CS).",
    "Data engineers tidy what comes from finance.",
    "The requests of data scientists come from finance and marketing.",
    "Data scientists use statistics and mathematics.",
    "Do data scientists need a master's degree?",
    "Data scientists need no degree.",
    "Data engineers need no formal education.",
    "Data engineers have some college education.",
    "Google's Data Analytics Certificate suits data scientists.",
    "Enroll in our bootcamp and become a data scientist!",
    "| Aspect | Data Scientist |\n|---|---|\n| Works with | people with a PhD |",
    "| Role | Field |\n|---|---|\n| Data Scientist | Economics |",
    "Data scientists master Python.",
    "Northgate's Master of Advanced Pipelines suits data engineers, each a master of bread.",
]


@pytest.mark.parametrize(("words", "told"), ASKED)
def test_education(words: str, told: list[str]) -> None:
    """Each degree and field once in a block; fields count behind a word of studying."""
    rows = said(DS_DE + words, Kind.EDUCATION, "role", "aspect", "value")
    assert [" ".join(row) for row in rows] == told


@pytest.mark.parametrize("words", NONE)
def test_no_education(words: str) -> None:
    """Work with a subject, products, adverts and questions ask for no degree."""
    assert said(DS_DE + words, Kind.EDUCATION, "value") == []


TONES = [
    ("Data scientists need a PhD, too.", "affirmed", "stated"),
    ("Data scientists often have an MBA.", "affirmed", "hedged"),
    ("Data scientists need a PhD.", "affirmed", "stated"),
    ("Data scientists do not need a PhD, of course.", "negated", "stated"),
    ("Some assume that data scientists need an MBA.", "affirmed", "reported"),
    gap("I have a PhD and work as a data scientist.", "affirmed", "reported", reason="an anecdote is stated"),
]


@pytest.mark.parametrize(("words", "polarity", "modality"), TONES)
def test_tone(words: str, polarity: str, modality: str) -> None:
    """Denied, hedged, or told of one person."""
    assert said(DS_DE + words, Kind.EDUCATION, "polarity", "modality") == [(polarity, modality)]


def test_what_a_section_about_education_asks_of_nobody() -> None:
    """In a section about education, a degree named of no role is asked of all; elsewhere of nobody."""
    asked = "Most recruiters ask for a bachelor's degree in statistics."
    rows = said(DS_DE + "## Education\n" + asked, Kind.EDUCATION, "role", "value")
    assert sorted(rows) == [("DE", "Statistics"), ("DE", "bachelor"), ("DS", "Statistics"), ("DS", "bachelor")]
    assert said(DS_DE + "## Pay\n" + asked, Kind.EDUCATION, "role") == []
    denied = "A master's degree is asked of neither."
    assert said(DS_DE + "## Education\n" + denied, Kind.EDUCATION, "role") == []
    assert len(said(DS_DE + "## Requirements\n- Bachelor's degree\n- A passport", Kind.EDUCATION, "role")) == 2


def test_a_degree_in_either_trade() -> None:
    """What is asked of all in the trades of several is asked of each in its own."""
    words = "# Civil Engineer vs Mechanical Engineer\n## Requirements\n- Degree in Civil or Mechanical Engineering"
    assert said(words, Kind.EDUCATION, "role", "value") == [
        ("civil_engineer", "Civil Engineering"),
        ("mechanical_engineer", "Mechanical Engineering"),
    ]


def test_a_degree_called_after_one_trade() -> None:
    """A degree in the trade of one of them is asked of that one alone, its letters in brackets too."""
    words = "# Midwife or Social Worker\n## Education\nA Master of Social Work (MSW) opens every door."
    found = said(words, Kind.EDUCATION, "role", "value")
    assert found == [("social_worker", "master"), ("social_worker", "Social Work")]
    label = "- Data Engineers (DEs): Data scientists with a master's degree who build stores."
    assert said(DS_DE + label, Kind.EDUCATION, "role", "value") == [("DE", "master")]


def test_trades_of_one_subject() -> None:
    """What is studied is asked of all whose trade begins with it, and of no other."""
    page = (
        "# Cybersecurity analyst vs cybersecurity engineer\n\n## Education\n\nFirms ask for a degree in cybersecurity."
    )
    found = said(page, Kind.EDUCATION, "role", "value")
    assert found == [("cybersecurity_analyst", "Cybersecurity"), ("cybersecurity_engineer", "Cybersecurity")]


def test_a_masters_degree_is_no_masters() -> None:
    """In an article on scrum masters, "a master's degree" names a degree and nobody."""
    words = (
        "# Scrum Master or Product Owner\n\nScrum masters have a bachelor's degree in business informatics, "
        "product owners a bachelor's or master's degree in economics."
    )
    assert said(words, Kind.EDUCATION, "role", "value") == [
        ("scrum_master", "bachelor"),
        ("scrum_master", "Business Informatics"),
        ("product_owner", "bachelor"),
        ("product_owner", "master"),
        ("product_owner", "Economics"),
    ]
