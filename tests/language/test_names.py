"""Names that are also common words, and names inside longer ones."""

from __future__ import annotations

import pytest

from extract.language import Mention, MentionKind
from extract.model import Zone
from tests.language.articles import annotate, gap

CERTAIN = [
    ("They use Python, SQL and Tableau.", ["Python", "SQL", "Tableau"]),
    ("They use python and POSTGRESQL.", ["Python", "PostgreSQL"]),
    ("Power BI or Looker", ["Power BI", "Looker"]),
    ("scikit-learn and scikit learn", ["scikit-learn", "scikit-learn"]),
    ("C++ and C# are compiled.", ["C++", "C#"]),
    ("Node.js, Vue.js and TypeScript", ["Node.js", "Vue.js", "TypeScript"]),
    ("Microsoft Excel is enough.", ["Excel"]),
    ("They script in Golang.", ["Go"]),
    ("They tune Apache Spark jobs.", ["Spark"]),
    ("PySpark and SparkSQL", ["PySpark", "Spark SQL"]),
    ("JavaScript is not Java.", ["JavaScript", "Java"]),
    ("Jobs in Bangalore", []),
]
NEIGHBOURS = [
    ("Python, R and SQL", ["Python", "R", "SQL"]),
    ("R, Python and SQL", ["R", "Python", "SQL"]),
    ("Python or R", ["Python", "R"]),
    ("Python/R/SAS", ["Python", "R", "SAS"]),
    ("Java, C, C++", ["Java", "C", "C++"]),
    ("C/C++", ["C", "C++"]),
    ("Go, Rust and Python", ["Go", "Rust", "Python"]),
    ("Excel, Word, PowerPoint", ["Excel", "Word", "PowerPoint"]),
    ("SQL, Excel and Power BI", ["SQL", "Excel", "Power BI"]),
    ("Hadoop, Spark, Hive and Kafka", ["Hadoop", "Spark", "Hive", "Kafka"]),
    ("Selenium or Playwright (one language), Postman", ["Selenium", "Playwright", "Postman"]),
    ("Ansible, Chef and Puppet", ["Ansible", "Chef", "Puppet"]),
    ("Jira and Slack", ["Jira", "Slack"]),
    ("Taleo, Boolean search, Excel", ["Taleo", "Excel"]),
    ("Confluence is used by both.", ["Confluence"]),
    ("Sage 50 and ADP Workforce Now", ["Sage 50", "ADP Workforce Now"]),
    ("Java, Spring and Hibernate", ["Java", "Spring", "Hibernate"]),
    ("Swift and Kotlin", ["Swift", "Kotlin"]),
    ("Figma • Sketch • Adobe XD", ["Figma", "Sketch", "Adobe XD"]),
    ("Tools: Git\nMake\nCMake", ["Git", "Make", "CMake"]),
]
CUES = [
    ("They write statistics in R, mostly.", ["R"]),
    ("R is used for statistics.", ["R"]),
    ("Knowledge of R is a plus.", ["R"]),
    ("R programming is taught.", ["R"]),
    ("Proficiency in Excel is a must.", ["Excel"]),
    ("They clean data with Excel spreadsheets.", ["Excel"]),
    ("Services are written in Go.", ["Go"]),
    ("Languages: R", ["R"]),
    ("A Spark cluster is costly.", ["Spark"]),
    ("They automate servers using Chef.", ["Chef"]),
    ("Build scripts use Make.", ["Make"]),
    ("Screens are built with Swift.", ["Swift"]),
    ("Advanced Excel skills help.", ["Excel"]),
    ("They need skills in Excel.", ["Excel"]),
    ("They keep records in Access databases.", ["Microsoft Access"]),
    ("They meet with Teams, Zoom and Slack.", ["Microsoft Teams", "Zoom", "Slack"]),
    ("# Reports With Access, SQL and Excel", ["Microsoft Access", "SQL", "Excel"]),
    ("They use Scale AI for labels.", ["Scale AI"]),
    ("They write servers with Express and Node.js.", ["Express", "Node.js"]),
]
LISTS = [
    ("# Tools\n- R\n- Excel\n- Notion\n- Chef", ["R", "Excel", "Notion", "Chef"]),
    ("# Programming languages\n- R is used for statistics\n- C is fast", ["R", "C"]),
    ("# Tools\n- Spark. For big data.\n- Jira. For tickets.", ["Spark", "Jira"]),
]
NOT_YET = [
    ("They use Python and R.", ["Python", "R"]),
    ("Firmware is written in C.", ["C"]),
    gap("# Tools\n- R. For statistics.\n- Go. For servers.", ["R", "Go"], reason="the same, in a label"),
    ("They use Excel to build models.", ["Excel"]),
    ("Teams use Spark to process events.", ["Spark"]),
    ("Reports are made in Excel with care.", ["Excel"]),
    gap(
        "# Tools\n- Jira. Tickets for all.\n- Chef. Keeps them alike.",
        ["Jira", "Chef"],
        reason="a label alone in a list of tools",
    ),
    gap(
        "Angular and React differ. They are made by two firms, one of them larger. React is popular.",
        ["Angular", "React", "React"],
        reason="a name that was recognised once is not known again",
    ),
    ("They use excel, SQL and python.", ["Excel", "SQL", "Python"]),
    gap(
        "They learn SQL, make plans. Write SQL, Make reports.",
        ["SQL", "SQL"],
        reason="a verb with an object in a list",
    ),
]
BLOCKED = [
    "They get AWS and a variable bonus on top.",
    "They get $7,000 plus SAP (the summer attendance premium, paid in June).",
    "They excel in communication.",
    "Analysts excel at explaining.",
    "Excel at what you do.",
    "Excel in your first job by asking.",
    "The R&D budget grows.",
    "Model fit is given as R².",
    "C-level executives decide.",
    "They plan the go-to-market work.",
    "Go to the careers page.",
    "They go on to lead teams.",
    "They make dashboards.",
    "Make sure that you like numbers.",
    "Access to data matters.",
    "They access records daily.",
    "They spark new ideas.",
    "A chef cooks, an analyst counts.",
    "In spring, hiring picks up.",
    "Swift growth is expected.",
    "The word on the street is good.",
    "Both are express lanes to management.",
    "They react to incidents.",
    "Rust is no problem in an office.",
    "Vitamin C is good for you.",
    "Plan B is rarely needed.",
    "They are paid in R 88,40 gross.",
    "They start with R 175 per hour.",
    "They keep the team on a short lead.",
    "Segment customers by value.",
    "They render reports and process requests.",
    "He will linear-search the list.",
    "Go is a board game.",
    "Go for the second role if pay matters.",
    "# Working With Teams",
    "# Jobs With Access for Juniors",
    "They scale AI systems.",
    "They enter by Express Entry.",
    "With Spring 2026 near, hiring picks up.",
]


@pytest.mark.parametrize(("words", "names"), CERTAIN + NEIGHBOURS + CUES + LISTS + NOT_YET)
def test_tools(words: str, names: list[str]) -> None:
    """Names that are common words count beside names that are not, and beside words that speak of tools."""
    assert tools(words) == names


@pytest.mark.parametrize("words", BLOCKED)
def test_common_words(words: str) -> None:
    """A name that is used as a common word names no tool."""
    assert tools(words) == []


@pytest.mark.parametrize(
    ("words", "doubtful"),
    [("Python, R and SQL", ["R"]), ("Python and SQL", []), ("They write statistics in R, mostly.", ["R"])],
)
def test_doubt_is_told(words: str, doubtful: list[str]) -> None:
    """A name accepted for its context says so."""
    found = mentions(words, MentionKind.TOOL)
    assert [m.key for m in found if m.doubtful] == doubtful


NESTED = [
    ("The Google Cloud Platform Data Engineer", MentionKind.ROLE, ["Data Engineer"]),
    ("Azure Machine Learning is a service.", MentionKind.TOOL, ["Azure Machine Learning"]),
    ("A senior machine learning engineer", MentionKind.ROLE, ["machine learning engineer"]),
    ("A senior machine learning engineer", MentionKind.FIELD, []),
    ("Work in data science pays.", MentionKind.FIELD, ["data science"]),
    ("Java developers", MentionKind.ROLE, ["Java developers"]),
    ("a Master's degree in Computer Science", MentionKind.DEGREE, ["Master's degree"]),
    ("a master’s degree in computer science", MentionKind.STUDY, ["computer science"]),
    (
        "according to the U.S. Bureau of Labor Statistics",
        MentionKind.ORIGIN,
        ["U.S. Bureau of Labor Statistics"],
    ),
    ("according to the U.S. Bureau of Labor Statistics", MentionKind.REGION, []),
]


@pytest.mark.parametrize(("words", "kind", "found"), NESTED)
def test_longest_name(words: str, kind: MentionKind, found: list[str]) -> None:
    """A name inside a longer name is not a name of its own."""
    annotated = annotate(words)
    assert [annotated.text[m.start : m.end] for m in mentions(words, kind)] == found


ORIGINS = [
    ("The payscale of nurses tops off at £30,000; according to glassdoor it is £28,000.", ["Glassdoor"]),
    ("In the salary guide published by Oakline, nurses earn £30,000.", ["Oakline"]),
    ("The rates of freelancers on Giggly, in pounds, follow.", ["Giggly"]),
    ("The rates of freelancers on Mondays follow.", []),
    ("Average: £30,000 a year, SEEK 2024", ["SEEK"]),
    (
        "According to a survey conducted by the Ministry of Work, Trade and Welfare, nurses earn £30,000.",
        ["Ministry of Work, Trade and Welfare"],
    ),
    ("According to Northgate Staffing of Leeds, nurses earn £30,000.", ["Northgate Staffing of Leeds"]),
    ("According to a 2024 survey by Payrock, they earn £30,000.", ["Payrock"]),
    ("It is £30,000 according to payrock.nl.", ["payrock.nl"]),
    ("According to Glassdoor's data it is £30,000.", ["Glassdoor"]),
    ("According to May 2024 figures of the BLS, it is £30,000.", ["U.S. Bureau of Labor Statistics"]),
    ("According to Feb. 2024 data by Payrock, it is £30,000.", ["Payrock"]),
    ("According to March figures, it is £30,000.", []),
    ("According to W*RK, it is £30,000.", []),
    ("According to This Survey and to some, it is £30,000.", []),
    ("According to Glassdoor, pay is good.", ["Glassdoor"]),
    ("Glassdoor and PayScale differ.", ["Glassdoor", "PayScale"]),
    ("According to Indeed, pay is good.", ["Indeed"]),
    ("Indeed reports $90,000.", ["Indeed"]),
    ("Indeed's figure is lower.", ["Indeed"]),
    ("Indeed, pay is good.", []),
    ("Indeed found that pay is good.", ["Indeed"]),
    ("Glassdoor says $80,000, Indeed at $90,000.", ["Glassdoor", "Indeed"]),
    ("It is hard indeed.", []),
    (
        "According to Payrock, it is £30,000. Payrock says it grew. It is £40,000 (Payrock). At Payrock they work.",
        ["Payrock"] * 3,
    ),
    ("The ladders differ.", []),
    ("Ladders reports $90,000.", ["Ladders"]),
    ("Pay is good (Source: Indeed).", ["Indeed"]),
    ("The BLS expects growth.", ["U.S. Bureau of Labor Statistics"]),
]


@pytest.mark.parametrize(("words", "names"), ORIGINS)
def test_origins(words: str, names: list[str]) -> None:
    """Bodies that publish figures, by any of their names."""
    assert [m.key for m in mentions(words, MentionKind.ORIGIN)] == names


REGIONS = [
    ("In Dubai:- AED 4,000, in Leeds- £30,000", ["Dubai", "Leeds"]),
    ("Pay in the United States", ["US"]),
    ("Pay in the USA and the UK", ["US", "GB"]),
    ("Ask us about pay.", []),
    ("IT staff in India", ["IN"]),
    ("It is in the budget.", []),
    ("Pay in Toronto, Canada", ["Toronto", "CA"]),
    gap("Georgia Moreau leads the team.", [], reason="the start of a line is taken for a place's context"),
    ("In Atlanta, Georgia, pay is lower.", ["Atlanta", "Georgia"]),
    ("In Georgia, bakers earn $31,000.", ["Georgia"]),
    ("Mobile crane operator\nThey lift. In Mobile, bakers earn $31,000.", ["Mobile"]),
    ("In Georgia, bakers earn 24,000 GEL.", ["GE"]),
    ("From Georgia to Armenia pay is low.", ["GE", "AM"]),
    ("Jobs in Berlin, Germany", ["Berlin", "DE"]),
    ("San Francisco pays best.", ["San Francisco"]),
    (
        "Nurses in the North East get less than those in the South-West, or in East Anglia.",
        ["North East", "South West", "East Anglia"],
    ),
    ("The North East Railway hires.", []),
    ("Rank State Pay\n1Illinois$88,000\n12Ohio$75,200", ["Illinois", "Ohio"]),
]


@pytest.mark.parametrize(("words", "keys"), REGIONS)
def test_regions(words: str, keys: list[str]) -> None:
    """Places by code or name; names that are also first names or words need a place's context."""
    assert [m.key for m in mentions(words, MentionKind.REGION)] == keys


def test_what_is_no_article_names_nothing() -> None:
    """Menus and adverts are not read, and a name does not run over one."""
    annotated = annotate("[menu] Python courses\nThey use SQL, Google\n[advert] Learn Java\nCloud and the like.")
    assert [m.key for passage in annotated.blocks.values() for m in passage.of(MentionKind.TOOL)] == ["SQL"]
    assert all(annotated.document.blocks[index].zone is Zone.ARTICLE for index in annotated.blocks)


def test_cells_that_run_together() -> None:
    """A name counts in its own cell only."""
    annotated = annotate("| Python | Data | Science |\n| Google | Cloud | SQL |")
    keys = [m.key for passage in annotated.cells.values() for m in passage.of(MentionKind.TOOL)]
    assert keys == ["Python", "SQL"]


def tools(words: str) -> list[str]:
    return [mention.key for mention in mentions(words, MentionKind.TOOL)]


def mentions(words: str, kind: MentionKind) -> list[Mention]:
    return [m for passage in annotate(words).blocks.values() for m in passage.of(kind)]
