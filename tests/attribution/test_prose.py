"""Whose is it? «Marked» words in prose and lists, and the roles that they are attributed to.

``DS`` is the data scientist, ``DE`` the data engineer: the articles are about these two.
"""

from __future__ import annotations

import pytest

from tests.attribution.focus import attributions, whose
from tests.language.articles import gap

TITLE = "# Data Scientist vs Data Engineer\n"

NAMED = [
    ("Data scientists use «Python».", "DS"),
    ("A data scientist uses «Python» and «SQL».", "DS DS"),
    ("Both roles use «Python».", "DS+DE"),
    ("Both use «Python».", "DS+DE"),
    ("Data scientists and data engineers use «Python».", "DS+DE"),
    gap(
        "Data scientists, data engineers and web developers use «Git».",
        "DS+DE+WD",
        reason="a generic title among named roles is left out",
    ),
    ("For data engineers, «Spark» matters.", "DE"),
    ("«Spark» is used by data engineers.", "DE"),
    ("«Spark» is popular among data engineers, «R» among data scientists.", "DE DS"),
    ("The salary of a data engineer is «high».", "DE"),
    ("A data engineer's salary is «high», a data scientist's is «higher».", "DE DS"),
    ("The average for data engineers is «high»; for data scientists it is «higher».", "DE DS"),
    ("UI/UX designers use «Figma».", "UX"),
    ("Data scientists/data engineers use «Git».", "DS+DE"),
    ("A data scientist/ML engineer uses «Git».", "DS+ML"),
    ("Data scientist / data engineer: «Git»", "DS+DE"),
    ("Data scientists & data engineers use «Git».", "DS+DE"),
]
CONTRASTED = [
    ("Data scientists use Excel, compared to data engineers' «$58,000».", "DE"),
    ("A data scientist may end as data engineer, a job that pays «$90k» here.", "DE"),
    ("Data scientists make $80k, compared to data engineers who make «$90k» a year.", "DE"),
    ("More than data engineers who code, data scientists make «$90k» a year.", "DS"),
    ("Data scientists make more than the «$90k» that data engineers earn.", "DE"),
    ("Data scientists grow too, and so does web development, which has a «10%» growth rate.", "WD"),
    ("Data scientists use roles like data engineers, with data engineers earning «$58,000».", "DE"),
    ("Nurses earn «$58,000», while teachers earn «$48,000».", "nurse teacher"),
    ("Technical roles like data engineers earn «$58,000».", "DE"),
    ("Growth of data scientists is 7%, below the «11%» growth expected for data engineers.", "DE"),
    ("Data scientists use «R», while data engineers use «Spark».", "DS DE"),
    ("While data scientists use «R», data engineers use «Spark».", "DS DE"),
    ("Data scientists use «R», whereas data engineers use «Spark».", "DS DE"),
    ("Data scientists use «R», but data engineers use «Spark».", "DS DE"),
    ("Data scientists use «R»; data engineers, on the other hand, use «Spark».", "DS DE"),
    ("Unlike data scientists, data engineers use «Spark».", "DE"),
    ("Data engineers, unlike data scientists, use «Spark».", "DE"),
    ("Compared to data scientists, data engineers use «Spark» more.", "DE"),
    ("Data engineers earn more than data scientists and use «Spark».", "DE"),
    ("Data scientists use «R» rather than «Spark».", "DS DS"),
    ("Data scientists model, with data engineers building «pipelines».", "DE"),
    ("Data scientists work with data engineers on «models».", "DS"),
    ("Data scientists help data engineers with «queries».", "DS"),
    ("Data scientists, who sit beside data engineers, use «R».", "DS"),
    ("Although data scientists know «SQL», data engineers live in «SQL».", "DS DE"),
    ("Data scientists use «R», and data engineers use «Spark».", "DS DE"),
    ("Data scientists use «R» and data engineers use «Spark».", "DS DE"),
    ("Data scientists use «R», data engineers «Spark».", "DS DE"),
    ("Data scientists tend to use «R» – data engineers prefer «Spark».", "DS DE"),
    ("Where data scientists use «R», data engineers use «Spark».", "DS DE"),
    ("Instead of data scientists, data engineers write «pipelines».", "DE"),
    ("Data scientists (unlike data engineers) need «statistics».", "DS"),
    ("If you are a data scientist, learn «R»; if you are a data engineer, learn «Spark».", "DS DE"),
    ("Data engineers build «pipelines» that data scientists query.", "DE"),
    ("Data engineers build the pipelines that data scientists use for «models».", "DS"),
    ("Data engineers build pipelines so that data scientists can train «models».", "DS"),
]
COMMON = [
    ("Data engineers need a badge. «Python» helps in both.", "DS+DE"),
    ("Data engineers need a badge. «Python» turns up in both adverts.", "DS+DE"),
    ("Data engineers know Excel and either «Tally» or QuickBooks.", "DE"),
    ("Data engineers need a badge, and «Python» is useful for either role.", "DS+DE"),
    ("Neither role needs «COBOL».", "DS+DE"),
    ("Either role uses «Git».", "DS+DE"),
    ("A data engineer may train and become a data scientist. Then «pay» rises.", "DE"),
    ("Data engineers make a little more than what data scientists get. They lay «pipes».", "DE"),
    ("No «Java» is needed for either.", "DS+DE"),
    ("Data engineers need a badge. For both a «degree» is usual.", "DS+DE"),
    ("For both a data scientist and a data engineer, «SQL» matters.", "DS+DE"),
    ("Data engineers need a badge. «Patience» is asked of both.", "DS+DE"),
    ("Data engineers need a badge. Much is done in «R», by either of the two.", "DS+DE"),
    ("They go either way with «Git».", "-"),
    ("Neither role needs COBOL, but «SQL» is what most have.", "-"),
    ("The two roles share «Git».", "DS+DE"),
    ("Both data scientists and data engineers use «Git».", "DS+DE"),
    ("«SQL» is common to both.", "DS+DE"),
    ("«SQL» is essential in both roles.", "DS+DE"),
    ("«SQL» is essential for both roles.", "DS+DE"),
    ("«SQL» matters in both careers.", "DS+DE"),
    ("«SQL» is used in both fields.", "DS+DE"),
    ("While both roles use «SQL», data engineers also use «Spark».", "DS+DE DE"),
    ("Both use «SQL», but data engineers also use «Spark».", "DS+DE DE"),
    ("Data scientists know «R», both know «SQL».", "DS DS+DE"),
    ("Data scientists and data engineers earn «$90k» and «$95k», respectively.", "DS+DE DS+DE"),
]
WORDED = [
    ("As a data engineer, you will use «Spark».", "DE"),
    ("To become a data engineer, learn «Spark».", "DE"),
    ("Aspiring data engineers should learn «Spark».", "DE"),
    ("Companies hire data engineers to build «pipelines».", "DE"),
    ("Data engineering teams use «Spark».", "DE"),
    ("In data engineering, «Spark» is common.", "DE"),
    ("Data science relies on «R».", "DS"),
    ("Each role has its own tools: «R» for data scientists, «Spark» for data engineers.", "DS DE"),
    ("Tools for data engineers include «Spark».", "DE"),
    ("Data engineers' tools: «Spark», «Kafka».", "DE DE"),
    ("Just like data engineers, data scientists use «SQL».", "DS"),
    ("Similar to data engineers, data scientists use «SQL».", "DS"),
    ("Only data engineers use «Airflow».", "DE"),
    ("It is not data scientists but data engineers who use «Spark».", "DE"),
    ("Data engineers use «SQL», just as data scientists do.", "DE"),
    ("Data engineers use «SQL» as well as data scientists.", "DE"),
    ("On the one hand, data scientists use «R»; on the other hand, data engineers use «Spark».", "DS DE"),
    ("A day of a data engineer starts with «logs».", "DE"),
    ("Where a data scientist asks «why», a data engineer asks «how».", "DS DE"),
    gap(
        "Data engineers prepare data for data scientists using «Spark».",
        "DE",
        reason="a role that work is done for is taken for an owner",
    ),
    ("Data scientists rely on data engineers for «pipelines».", "DS"),
    ("Data scientists depend on data engineers, who build «pipelines».", "DE"),
    ("Data engineers are paid «more» because they know «Spark».", "DE DE"),
    ("If «statistics» excites you, become a data scientist.", "DS"),
    gap(
        "«Spark» skills help data engineers earn more.",
        "DE",
        reason="who is helped by something is its owner where nobody else is",
    ),
    ("Senior data scientists earn «$150k», senior data engineers «$160k».", "DS DE"),
    ("Data scientists (average «$90k») and data engineers (average «$95k») are in demand.", "DS DE"),
    ("Data scientist salaries reach «$150k»; data engineer salaries reach «$160k».", "DS DE"),
    ("Data scientist jobs grew «36%», data engineer jobs «21%».", "DS DE"),
    ("Demand for data scientists is up «36%», for data engineers «21%».", "DS DE"),
    ("The main tool of data scientists is «R», that of data engineers is «Spark».", "DS DE"),
    ("The data engineer's toolbox holds «Spark» and «Kafka».", "DE DE"),
    ("Data scientists' work is «maths»; data engineers' is «plumbing».", "DS DE"),
    ("A data scientist might use «R» and then hand over to a data engineer.", "DS"),
    ("Most data engineers hold a degree in «CS».", "DE"),
    ("Some data scientists come from data engineering and know «Spark».", "DS"),
    ("Data engineers who move into data science learn «R».", "DE"),
    ("Data engineers, together with data scientists, choose «tools».", "DE+DS"),
    ("Machine learning engineers use «MLflow», data engineers «Airflow».", "ML DE"),
    ("Data scientists need «R»: it is good at statistics, and data engineers need «Spark».", "DS DE"),
    ("In contrast, data engineers use «Spark».", "DE"),
    ("By comparison, a data engineer uses «Spark».", "DE"),
    ("Data engineering is about «plumbing». Data science is about «maths».", "DE DS"),
    ("Data engineers, meanwhile, use «Spark».", "DE"),
    ("Data engineers typically use «Spark» and «Kafka», which data scientists rarely touch.", "DE DE"),
    ("Data scientists choose between «R» and «Python», and so do data engineers.", "DS DS"),
    ("You need «Spark» as a data engineer.", "DE"),
    ("You need «Spark» if you are a data engineer.", "DE"),
    ("«Spark» (data engineers) and «R» (data scientists)", "DE DS"),
]
FORMER = [
    ("The former uses «R», the latter «Spark».", "DS DE"),
    ("The former use «R», while the latter use «Spark».", "DS DE"),
    ("«R» matters to the former and «Spark» to the latter.", "DS DE"),
    ("Pay is «low» for the former and «high» for the latter.", "DS DE"),
]
CARRIED = [
    ("Data scientists fit models. Working with developers or data engineers, they ship «models».", "DS"),
    ("Data engineers build pipelines. They use «Spark».", "DE"),
    ("Data engineers build pipelines. This role asks for «Spark».", "DE"),
    ("Data engineers build pipelines. Their salary is «high».", "DE"),
    ("Data engineers build pipelines. It pays «well».", "DE"),
    ("Data engineers build pipelines. Both use «Git».", "DS+DE"),
    ("Data engineers build pipelines. In addition, both roles use «Git».", "DS+DE"),
    ("Data scientists test. Data engineers build. They use «Spark».", "DE"),
    ("Data engineers work with data scientists. They use «Spark».", "DE"),
    ("Data engineers build, and a data scientist checks. They use «Spark».", "DE"),
    ("A data engineer builds, and data scientists check. They use «R».", "DS"),
    ("Data engineers build. «Spark» is a must.", "DE"),
    ("Both roles build. They use «Git».", "DS+DE"),
    ("Data scientists differ from data engineers. The latter use «Spark».", "DE"),
    ("Data engineers build.\nThey use «Spark».", "DE"),
    ("## Data Scientist\nData engineers build pipelines. They use «Spark».", "DE"),
    ("## Data Scientist\nThis role uses «R».", "DS"),
    ("## Data Scientist\nThey use «R». Data engineers use «Spark». They also use «Kafka».", "DS DE DE"),
    ("## Data Scientist\nData scientists talk to data engineers. «R» is their tool.", "DS"),
    ("## Data Scientist\nIn this role, «R» matters. Data engineers differ.", "DS"),
    ("## Data Scientist\nThe job pays «well». Compared with data engineers, the job pays «less».", "DS DS"),
    ("Data scientists test. On the other side, data engineers build. Here «Spark» is king.", "DE"),
    ("Data scientists earn well. «$90k» is common. Data engineers earn more. «$95k» is common.", "DS DE"),
    ("## What a data scientist does\nText.\n## What a data engineer does\n- «Spark»", "DE"),
]
AROUND = [
    ("## Data Engineer\nMany use «Spark».", "DE"),
    ("## What data engineers do\n- Run «Spark»", "DE"),
    ("## Tools\nData engineers need these:\n- «Spark»\n- «Kafka»", "DE DE"),
    ("## Tools\nBoth roles use:\n- «Git»", "DS+DE"),
    ("## Tools\n- Data engineers: «Spark»\n- Data scientists: «R»", "DE DS"),
    ("## Data Engineer\n### Tools\n- «Spark»", "DE"),
    ("## Data Engineer\n### Tools\n- «Spark»\n## Data Scientist\n### Tools\n- «R»", "DE DS"),
    ("## Tools\nText about «Spark».", "-"),
    ("## Data Scientist vs Data Engineer: tools\nText about «Spark».", "-"),
    ("## Data Scientist vs Platforms\nA data engineer builds.\n\nThey run on:\n- «Spark»", "DE"),
    ("## Tools of data scientists and data engineers\nText about «Spark».", "-"),
    ("## Tools that both roles share\n- «Git»", "DS+DE"),
    ("## Data Scientists and Data Engineers\nText about «Spark».", "DS+DE"),
    ("## Data Scientists and Data Engineers at Work\nText about «Spark».", "-"),
    ("## At a glance: Data Scientists and Data Engineers\nText about «Spark».", "DS+DE"),
    ("## Similarities\n- «Git»", "-"),
    ("## Data Engineer\nUnlike a data scientist, one uses «Spark».", "DE"),
    ("## Data Engineer\nA nurse uses «bandages».", "nurse"),
    ("## Data science\n- «R»", "DS"),
    ("## Data Engineer\n- Labels: «Spark»", "DE"),
    ("## What a data scientist does\nText.\n## What a data engineer does\n- «Spark»", "DE"),
    ("## Data Scientist\n#### Skills:\n- «R»\n## Conclusion\nUse «Git».", "DS -"),
    ("Data scientists use these tools:\n- «R»\n- «SAS»\nData engineers use others:\n- «Spark»", "DS DS DE"),
    ("Here are the tools of data engineers.\n- «Spark»", "DE"),
    ("Tools\n- Data scientist: «R»; data engineer: «Spark»", "DS DE"),
    ("Data Scientist: «R»\nData Engineer: «Spark»", "DS DE"),
    ("Data Scientist – «R»", "DS"),
    ("- Data Scientist\n  - «R»\n- Data Engineer\n  - «Spark»", "DS DE"),
]
BOUND = [
    ("Jobs of data scientists grow, less than the «$90k» expected for data engineers.", "DE"),
    ("It is «$90k» for data engineers and «$80k» for data scientists.", "DE DS"),
    ("Pay is «$90,000» for a senior data engineer, «$80,000» for a data scientist.", "DE DS"),
    ("Firms pay «$90,000» to data engineers.", "DE"),
    ("«$90,000» is earned by data engineers.", "DE"),
    ("Data scientists earn «$90,000» per year, for data engineers the figure is «$95,000».", "DS DE"),
    ("Data scientists earn «$80k» compared to «$90k» for data engineers.", "DS DE"),
    ("Data scientists earn «$80k» versus «$90k» for data engineers.", "DS DE"),
    ("Data scientists earn «$80k», data engineers «$90k».", "DS DE"),
    ("At «$80k», data scientists earn less than data engineers at «$90k».", "DS DE"),
    ("Data scientists earn less than data engineers, who make «$90k».", "DE"),
    ("Data scientists earn «$10k» more than data engineers.", "DS"),
    ("Data scientists, at «$80k», trail data engineers, at «$90k».", "DS DE"),
    ("The pay gap is wide: «$80k» (data scientist) against «$90k» (data engineer).", "DS DE"),
    ("The figures are «$80k» (data scientist) and «$90k» (data engineer).", "DS DE"),
]


@pytest.mark.parametrize(("marked", "roles"), NAMED + WORDED)
def test_named_in_the_sentence(marked: str, roles: str) -> None:
    """What a sentence says belongs to the role that it is about, however it names it."""
    assert whose(TITLE + marked) == roles.split()


@pytest.mark.parametrize(("marked", "roles"), COMMON)
def test_both(marked: str, roles: str) -> None:
    """What is said of both roles belongs to each."""
    assert whose(TITLE + marked) == roles.split()


@pytest.mark.parametrize(("marked", "roles"), CONTRASTED)
def test_contrasts(marked: str, roles: str) -> None:
    """A contrast splits a sentence; who is compared with or takes part owns nothing."""
    assert whose(TITLE + marked) == roles.split()


@pytest.mark.parametrize(("marked", "roles"), FORMER)
def test_the_former_and_the_latter(marked: str, roles: str) -> None:
    """They are the article's roles in order."""
    assert whose(TITLE + marked) == roles.split()


@pytest.mark.parametrize(("marked", "roles"), BOUND)
def test_bound_behind_an_amount(marked: str, roles: str) -> None:
    """A role right behind an amount ("for", "to", "by") owns it, else the one before it in the clause."""
    assert whose(TITLE + marked) == roles.split()


@pytest.mark.parametrize(("marked", "roles"), CARRIED)
def test_carried_from_sentence_to_sentence(marked: str, roles: str) -> None:
    """A sentence without a role of its own goes on about the last one."""
    assert whose(TITLE + marked) == roles.split()


@pytest.mark.parametrize(("marked", "roles"), AROUND)
def test_surroundings(marked: str, roles: str) -> None:
    """Where no sentence says whose: the label, the introduction, the heading; two rivals settle nothing."""
    assert whose(TITLE + marked) == roles.split()


TWO_OF_THREE = [
    ("Data analysts draw. Data engineers build. «COBOL» is not needed by either of them.", "DE+DA"),
    ("Data analysts draw. Data scientists count. Both use «SQL».", "DS+DA"),
    ("All three roles use «SQL».", "DS+DE+DA"),
]


@pytest.mark.parametrize(("marked", "roles"), TWO_OF_THREE)
def test_both_of_three(marked: str, roles: str) -> None:
    """Of three roles of an article "both" means the two that were named last."""
    assert whose("# Data Scientist vs Data Engineer vs Data Analyst\n" + marked) == roles.split()


def test_an_article_about_one_role() -> None:
    """There is nobody else whose it could be."""
    assert whose("# Data Engineer Salary\n## Pay\nThe median is «$90,000».") == ["DE"]


SURE = [
    "- Data engineers: «Spark»",
    "## Data Engineer\nThe tool is «Spark».",
    "Data engineers build. The tool is «Spark».",
    "While data engineers use «Spark», others do not.",
    "The tool of choice is «Spark» for data engineers.",
    "Both roles use «Spark».",
]


@pytest.mark.parametrize("marked", SURE)
def test_reasons(marked: str) -> None:
    """A conclusion says from what, quoting the article's own words, and how sure it is."""
    (found,) = attributions(TITLE + marked)
    quoted = found.because.split("“")[1].split("”")[0]
    assert quoted in marked
    assert 0.5 < found.confidence <= 0.95


def test_nobody() -> None:
    """Nothing concluded is said too."""
    (found,) = attributions(TITLE + "## Tools\nText about «Spark».")
    assert not found
    assert found.confidence == 0
    assert found.because
