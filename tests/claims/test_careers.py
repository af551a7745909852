"""Career paths: job titles one after the other."""

from __future__ import annotations

import pytest

from extract.model import Kind
from tests.claims.claims import DS_DE, said

PATHS = [
    (
        "The path runs from data analyst to data engineer to data architect, and data architects average $80,000.",
        "DE",
        ["data analyst", "data engineer", "data architect"],
    ),
    (
        "A typical path to data engineer looks like this:\n\nData Scientist > Night Clerk > Data Engineer",
        "DE",
        ["Data Scientist", "Night Clerk", "Data Engineer"],
    ),
    (
        "A typical road for a data engineer goes from apprentice to artisan, then chargehand, then foreman.",
        "DE",
        ["apprentice", "artisan", "chargehand", "foreman"],
    ),
    (
        "A data engineer more often moves sideways first: Data Engineer, Kelp Technologist, Lake Keeper, Data Manager.",
        "DE",
        ["Data Engineer", "Kelp Technologist", "Lake Keeper", "Data Manager"],
    ),
    (
        "A data engineer's path often runs: Night Data Clerk, Lead Clerk, Data Supervisor, Director of Data Care.",
        "DE",
        ["Night Data Clerk", "Lead Clerk", "Data Supervisor", "Director of Data Care"],
    ),
    (
        "The data engineer ladder in most firms goes Data Engineer 1 → Data Engineer 2 → Senior Data Engineer.",
        "DE",
        ["Data Engineer 1", "Data Engineer 2", "Senior Data Engineer"],
    ),
    (
        (
            "## How long from clerk to data engineer?\nData Clerk, Night Clerk, Senior Clerk, Data Engineer. "
            "If you are good, twelve years."
        ),
        "DE",
        ["Data Clerk", "Night Clerk", "Senior Clerk", "Data Engineer"],
    ),
    (
        "The first rung for a data engineer is trainee, next comes clerk, and from there many become an architect.",
        "DE",
        ["trainee", "clerk", "architect"],
    ),
    (
        "Most data engineers begin as a night clerk, go on to data clerk, and some end up as head of data.",
        "DE",
        ["night clerk", "data clerk", "head of data"],
    ),
    (
        "Pathway: Data Clerk > Night Engineer > Day Engineer > Data Engineer",
        "DE",
        ["Data Clerk", "Night Engineer", "Day Engineer", "Data Engineer"],
    ),
    (
        "Data engineers stay long. Ranks are: Trainee Data Engineer, Data Engineer, Lead Data Engineer, Yard Manager.",
        "DE",
        ["Trainee Data Engineer", "Data Engineer", "Lead Data Engineer", "Yard Manager"],
    ),
    (
        "With time, data engineers move on as follows: Data Engineer, Lead Data Engineer, Works Manager.",
        "DE",
        ["Data Engineer", "Lead Data Engineer", "Works Manager"],
    ),
    (
        "## Progression\nA data engineer may progress to become:\n- works manager\n- technical adviser",
        "DE",
        ["works manager", "technical adviser"],
    ),
    (
        (
            "The usual path to the data engineer's post starts as a data entry clerk, continues as a data analyst and "
            "then a junior data engineer before the title of data engineer is reached."
        ),
        "DE",
        ["data entry clerk", "data analyst", "junior data engineer", "data engineer"],
    ),
    (
        "A common route into the role of data engineer runs from data entry clerk to data analyst to data engineer.",
        "DE",
        ["data entry clerk", "data analyst", "data engineer"],
    ),
    (
        "## Paths\nEngineers tend to come from below:\n\n- Data Scientist → Data Engineer → Data Architect → Chief",
        "DE",
        ["Data Scientist", "Data Engineer", "Data Architect", "Chief"],
    ),
    (
        "## In the job\nData engineers usually move up like this:\n- Data entry clerk\n- Data engineer\n- Architect",
        "DE",
        ["Data entry clerk", "Data engineer", "Architect"],
    ),
    (
        "## In the job\nFor data engineers the typical steps are:\n- Junior data engineer\n- Data engineer",
        "DE",
        ["Junior data engineer", "Data engineer"],
    ),
    (
        "## How the careers unfold\nOf data engineers:\n- Junior data engineer\n- Data engineer",
        "DE",
        ["Junior data engineer", "Data engineer"],
    ),
    (
        "A data engineer becomes a lead data engineer and then a data architect, and may finish as a director.",
        "DE",
        ["data engineer", "lead data engineer", "data architect"],
    ),
    (
        "Data engineers often start out as data entry clerks, move up to data architect, and end up as data analyst.",
        "DE",
        ["data entry clerks", "data architect", "data analyst"],
    ),
    (
        "A data entry clerk can become a data engineer, a data engineering manager and eventually a director.",
        "DE",
        ["data entry clerk", "data engineer", "data engineering manager", "director"],
    ),
    (
        "A data engineer usually becomes a lead data engineer, then a data architect.",
        "DE",
        ["data engineer", "lead data engineer", "data architect"],
    ),
    (
        "From junior data engineer the usual route leads to data engineer, senior data engineer and head of data.",
        "DE",
        ["junior data engineer", "data engineer", "senior data engineer", "head of data"],
    ),
    (
        "A data entry clerk is paid less. From there it goes to data engineer, data architect and head of data.",
        "DE",
        ["data entry clerk", "data engineer", "data architect", "head of data"],
    ),
    (
        "The way up in a bank is data entry clerk to data engineer to data architect.",
        "DE",
        ["data entry clerk", "data engineer", "data architect"],
    ),
    (
        "## Growth\nMost people go Data Clerk → Data Engineer → Data Architect. It takes years.",
        "DE",
        ["Data Clerk", "Data Engineer", "Data Architect"],
    ),
    (
        "## Moving up\nThey have a plan. In that house the ladder runs: data engineer, data architect, head of data.",
        "DE",
        ["data engineer", "data architect", "head of data"],
    ),
    (
        "A data engineer may advance from Data Clerk to Data Architect and on to Head of Data.",
        "DE",
        ["Data Clerk", "Data Architect", "Head of Data"],
    ),
    (
        "The path of a data engineer often leads from Data Clerk through Data Architect to Head of Data.",
        "DE",
        ["Data Clerk", "Data Architect", "Head of Data"],
    ),
    (
        "They differ: a data engineer goes from Trainee (Junior) to Senior Associate to Partner.",
        "DE",
        ["Trainee (Junior)", "Senior Associate", "Partner"],
    ),
    (
        "A data engineer often starts as a data clerk, becomes a senior data clerk and later a team leader.",
        "DE",
        ["data clerk", "senior data clerk", "team leader"],
    ),
    (
        "Most often a data engineer moves from trainee to associate, then senior associate and, with luck, partner.",
        "DE",
        ["trainee", "associate", "senior associate", "partner"],
    ),
    (
        "A data engineer climbs from trainee to lead to head of data, and data scientists earn more.",
        "DE",
        ["trainee", "lead", "head of data"],
    ),
    (
        "## Growth\nFrom data engineer you can move to Senior Data Engineer, Data Team Leader and Head of Data.",
        "DE",
        ["Senior Data Engineer", "Data Team Leader", "Head of Data"],
    ),
    (
        "## Data engineer\nData Engineer → Senior Data Engineer → Data Architect is the usual way.",
        "DE",
        ["Data Engineer", "Senior Data Engineer", "Data Architect"],
    ),
    (
        "The common route of a data engineer is Data Engineer → Senior Data Engineer → Data Architect.",
        "DE",
        ["Data Engineer", "Senior Data Engineer", "Data Architect"],
    ),
    (
        "## Career advancement\nData Engineer to Senior Data Engineer to Data Architect, with some luck.",
        "DE",
        ["Data Engineer", "Senior Data Engineer", "Data Architect"],
    ),
    (
        (
            "## How can a data engineer earn more?\nLearn a second cloud, and later move up to Data Scientist, "
            "then Senior Data Scientist, and Head of Data."
        ),
        "DE",
        ["Data Scientist", "Senior Data Scientist", "Head of Data"],
    ),
    (
        "From Data Engineer the path often leads to Senior Data Engineer, then Lead Data Engineer and Head of Data.",
        "DE",
        ["Data Engineer", "Senior Data Engineer", "Lead Data Engineer", "Head of Data"],
    ),
    (
        "## Career Advancement\nData engineers move on to senior data engineer, data architect, or head of platforms.",
        "DE",
        ["senior data engineer", "data architect", "head of platforms"],
    ),
    (
        "## Career Path\nJunior Data Engineer, then Data Engineer, Data Architect and, with luck, Head of Data",
        "DE",
        ["Junior Data Engineer", "Data Engineer", "Data Architect", "Head of Data"],
    ),
    (
        "| Aspect | Data Engineer |\n|---|---|\n| Career growth | Senior -> Staff -> Manager (or pivot) |",
        "DE",
        ["Senior", "Staff", "Manager"],
    ),
    (
        (
            "## Data Engineer Path\n| Title | Pay |\n|---|---|\n| Junior Data Engineer | $61,000 |\n"
            "| Data Engineer | $88,000 |\n| Data Engineering Manager | $140,000 |"
        ),
        "DE",
        ["Junior Data Engineer", "Data Engineer", "Data Engineering Manager"],
    ),
    (
        "Ladder for a data engineer: Junior Data Engineer – Data Engineer – Lead Data Engineer – Head of Data",
        "DE",
        ["Junior Data Engineer", "Data Engineer", "Lead Data Engineer", "Head of Data"],
    ),
    (
        "The usual way goes from support engineer to data engineer, then data architect and finally head of data.",
        "DE",
        ["support engineer", "data engineer", "data architect", "head of data"],
    ),
    (
        "## Data Engineer\nMany people go from Clerk to Data Engineer, Data Architect and in the end Head of Data.",
        "DE",
        ["Clerk", "Data Engineer", "Data Architect", "Head of Data"],
    ),
    (
        "Data engineers who stay go from Junior Data Engineer to Data Engineer, Lead Data Engineer and Head of Data.",
        "DE",
        ["Junior Data Engineer", "Data Engineer", "Lead Data Engineer", "Head of Data"],
    ),
    (
        "Data engineers may move up to Platform Lead, Data Manager and CTO, whereas testers test.",
        "DE",
        ["Platform Lead", "Data Manager", "CTO"],
    ),
    (
        "A data engineer usually moves to Lead Data Engineer, then Head of Platform.",
        "DE",
        ["Lead Data Engineer", "Head of Platform"],
    ),
    (
        "## Career Path of a Data Scientist\n- Junior Data Scientist\n- Data Scientist\n- Chief Data Officer",
        "DS",
        ["Junior Data Scientist", "Data Scientist", "Chief Data Officer"],
    ),
    (
        "Junior Data Engineer → Data Engineer → Senior Data Engineer → Data Architect",
        "DE",
        ["Junior Data Engineer", "Data Engineer", "Senior Data Engineer", "Data Architect"],
    ),
    (
        "## Data Engineer\nTrainee/junior data engineer → data engineer → lead data engineer/VP of data.",
        "DE",
        ["Trainee/junior data engineer", "data engineer", "lead data engineer/VP of data"],
    ),
    (
        "The long path of a data engineer: Data Analyst → Data Scientist → Data Engineer → Head of Data",
        "DE",
        ["Data Analyst", "Data Scientist", "Data Engineer", "Head of Data"],
    ),
    (
        "## Where do they go next?\n- Engineer track: Clerk, Database Administrator, Chief Data Officer",
        "DE",
        ["Clerk", "Database Administrator", "Chief Data Officer"],
    ),
    (
        "## Steps to a post as a data engineer\n- Clerk\n- Database Administrator\n- Data Engineer",
        "DE",
        ["Clerk", "Database Administrator", "Data Engineer"],
    ),
    (
        "Data Engineer: Clerk > Data Scientist > Head of Data",
        "DE",
        ["Clerk", "Data Scientist", "Head of Data"],
    ),
    (
        "data engineer → senior data engineer → head of data or data architect",
        "DE",
        ["data engineer", "senior data engineer", "head of data", "data architect"],
    ),
    (
        "Junior Data Engineer -> Data Engineer -> Lead Data Engineer.",
        "DE",
        ["Junior Data Engineer", "Data Engineer", "Lead Data Engineer"],
    ),
    (
        "## Data Engineer Career Path\nJunior Data Engineer – Data Engineer – Senior Data Engineer",
        "DE",
        ["Junior Data Engineer", "Data Engineer", "Senior Data Engineer"],
    ),
    (
        "## Data Scientist\nCareer path: Data Analyst → Data Scientist → Lead Data Scientist",
        "DS",
        ["Data Analyst", "Data Scientist", "Lead Data Scientist"],
    ),
    (
        "## Data Scientist\n- Career progression: Data Analyst, Data Scientist, Lead Data Scientist",
        "DS",
        ["Data Analyst", "Data Scientist", "Lead Data Scientist"],
    ),
    (
        "## Data Engineer\n### Career Path\n- Data Engineer I\n- Data Engineer II\n- Staff Engineer",
        "DE",
        ["Data Engineer I", "Data Engineer II", "Staff Engineer"],
    ),
    (
        "## Career Paths\n### Data Engineer\n- Data Engineer I\n- Staff Engineer",
        "DE",
        ["Data Engineer I", "Staff Engineer"],
    ),
    (
        "## Career Path of a Data Scientist\n- Entry-level: Data Analyst\n- Senior: Head of Data Science",
        "DS",
        ["Data Analyst", "Head of Data Science"],
    ),
    (
        (
            "| Aspect | Data Scientist |\n|---|---|\n"
            "| Career path | Data Analyst → Data Scientist → Lead Data Scientist |"
        ),
        "DS",
        ["Data Analyst", "Data Scientist", "Lead Data Scientist"],
    ),
    (
        "## Career Path of a Data Scientist\n- Junior Data Scientist (0-2 years)\n- Lead Data Scientist (8+ years)",
        "DS",
        ["Junior Data Scientist", "Lead Data Scientist"],
    ),
    (
        "## Data Engineer Career Path\n- Junior data engineer: fixes jobs.\n- Senior data engineer: owns systems.",
        "DE",
        ["Junior data engineer", "Senior data engineer"],
    ),
    (
        "## Data Engineer Progression\n- Database Administrator: one.\n- Data Engineer: two.\n- Head of Data: three.",
        "DE",
        ["Database Administrator", "Data Engineer", "Head of Data"],
    ),
    (
        "Many move from data analyst to database administrator and finally to senior data engineer.",
        "DE",
        ["data analyst", "database administrator", "senior data engineer"],
    ),
    (
        "Data analyst, senior data analyst, data scientist, head of insight is a path that one often sees.",
        "DS",
        ["Data analyst", "senior data analyst", "data scientist", "head of insight"],
    ),
    (
        "## Questions\nAsk around: data engineer, senior data engineer, data scientist is a common path.",
        "DE",
        ["data engineer", "senior data engineer", "data scientist"],
    ),
    (
        "Many start as data analysts, then become data scientists and eventually lead data scientists.",
        "DS",
        ["data analysts", "data scientists", "lead data scientists"],
    ),
    (
        "## Career paths\n| Level | Data Engineer |\n|---|---|\n| Entry | Data Clerk |\n| Senior | Data Architect |",
        "DE",
        ["Data Clerk", "Data Architect"],
    ),
    (
        (
            "## Pay\nMany data engineers were data scientists:"
            " data scientist, senior data scientist, data engineer is a path."
        ),
        "DE",
        ["data scientist", "senior data scientist", "data engineer"],
    ),
    (
        "Data Engineer: Junior Engineer > Data Engineer > Lead Engineer. Average: $99,000 (Some Site).",
        "DE",
        ["Junior Engineer", "Data Engineer", "Lead Engineer"],
    ),
    (
        "Data Engineer Tier 1 → Data Engineer Tier 2 → Storage Wrangler → Data Manager",
        "DE",
        ["Data Engineer Tier 1", "Data Engineer Tier 2", "Storage Wrangler", "Data Manager"],
    ),
    (
        "Data scientists stay long. The ladder of a data engineer runs: Analyst > Consultant > Manager > Partner.",
        "DE",
        ["Analyst", "Consultant", "Manager", "Partner"],
    ),
    (
        "## Next steps\n- Data Engineer: next steps: Senior Data Engineer → Data Architect",
        "DE",
        ["Senior Data Engineer", "Data Architect"],
    ),
    (
        "Data engineering people grow from Junior Data Engineer to Data Engineer to Data Architect.",
        "DE",
        ["Junior Data Engineer", "Data Engineer", "Data Architect"],
    ),
    (
        "A data engineer may rise to Crew Leader, then Master Craftsman, then Plant Manager.",
        "DE",
        ["Crew Leader", "Master Craftsman", "Plant Manager"],
    ),
    (
        "## Data engineer\nWith experience you could become team leader, then services manager. You may specialise.",
        "DE",
        ["team leader", "services manager"],
    ),
    (
        "## Career paths\nA data engineer can become a data clerk, then a platform manager, later a director of data.",
        "DE",
        ["data engineer", "data clerk", "platform manager", "director of data"],
    ),
    (
        "Data engineers usually move up to senior data engineer, then UX lead and finally head of UX.",
        "DE",
        ["senior data engineer", "UX lead", "head of UX"],
    ),
    (
        "## Data engineer\nWith experience you could become a senior data engineer, then a lead data engineer.",
        "DE",
        ["senior data engineer", "lead data engineer"],
    ),
    (
        "After a few years data engineers can become team leaders, then services managers.",
        "DE",
        ["team leaders", "services managers"],
    ),
]
NONE = [
    "## In the job\nThe typical steps of a repair are:\n- Find the leak\n- Mend the pipe",
    "A data engineer becomes a better one and then a happy person.",
    "Data engineers go to managers or doctors with questions.",
    "## Data engineer\nYou could move into management, sales or research. They become better, then happy.",
    "Data scientists progress when they work with data engineers, data analysts and product managers.",
    "## Pay\n| Level | Data Engineer |\n|---|---|\n| Entry | Data Clerk |\n| Senior | Data Architect |",
    "A data engineer goes from London to Paris to Berlin.",
    "A data engineer starts as early as seven, then turns to reports and later works as part of a team.",
    "Home > Jobs > Data Engineer",
    "Bronze → Silver → Gold",
    "Data moves from source → lake → warehouse",
    "Data Engineer → Senior Data Engineer",
    "## Career paths\n- Data scientists can become managers. Many do.",
    "## Data Engineer Progression\n- Training: manager courses.\n- Data Architect: two years.\n- Head: more.",
    "## Job titles\n- Learn how to write a CV for this kind of work and where to send it when done",
    "## Skills\n- Data Engineer – Data Scientist – Data Analyst",
]


@pytest.mark.parametrize(("words", "role", "steps"), PATHS)
def test_paths(words: str, role: str, steps: list[str]) -> None:
    """Lists and chains of titles with arrows, dashes or commas, in order."""
    assert said(DS_DE + words, Kind.CAREER_STEP, "role", "value") == [(role, step) for step in steps]


@pytest.mark.parametrize("words", NONE)
def test_no_paths(words: str) -> None:
    """Breadcrumbs, sentences, chains of other things and chains of two are no paths."""
    assert said(DS_DE + words, Kind.CAREER_STEP, "value") == []


def test_two_paths() -> None:
    """Each line is the path of the role that it holds."""
    words = """## Career Path
Data Scientist: Junior Data Scientist → Data Scientist → Senior Data Scientist
Data Engineer: Junior Data Engineer → Data Engineer → Data Architect"""
    assert said(DS_DE + words, Kind.CAREER_STEP, "role") == ["DS"] * 3 + ["DE"] * 3


def test_two_who_climb_in_a_sentence() -> None:
    """What the first is said to do the second does too: "from ... to ..."; and nothing of it is a duty."""
    words = (
        "A data scientist moves up from Trainee to Senior Associate to Partner, a data engineer from Data Clerk to "
        "Data Engineer to King's Counsel."
    )
    steps = said(DS_DE + words, Kind.CAREER_STEP, "role", "value")
    assert steps == [("DS", step) for step in ("Trainee", "Senior Associate", "Partner")] + [
        ("DE", step) for step in ("Data Clerk", "Data Engineer", "King's Counsel")
    ]
    assert not said(DS_DE + words, Kind.RESPONSIBILITY, "value")


def test_two_chains_in_a_paragraph() -> None:
    """Each sentence that is a chain belongs to the role that announces it."""
    words = (
        "A usual way for data engineers: Data Engineer > Senior Data Engineer > Data Architect. "
        "For data scientists: Junior Data Scientist > Data Scientist > Head of Science."
    )
    steps = said(DS_DE + words, Kind.CAREER_STEP, "role", "value")
    assert [role for role, _ in steps] == ["DE"] * 3 + ["DS"] * 3
