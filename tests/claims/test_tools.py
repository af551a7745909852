"""Which role uses, needs or does not need which tool."""

from __future__ import annotations

import pytest

from extract.model import Flag, Kind
from tests.claims.claims import DS_DE, claims, said
from tests.language.articles import gap

USED = [
    (
        (
            "A data engineer draws plans. They change the pipes until the data scientist is happy. "
            "Most of the day is spent in software such as Python or Spark."
        ),
        "DE Python, DE Spark",
    ),
    ("Both swear by Excel.", "DE Excel, DS Excel"),
    # Shares of adverts: of whom they are far below another's it is not said.
    ("Kafka is named in 55% of data engineer ads and in 7% of data scientist ads.", "DE Kafka"),
    ("Git turns up in 41% of the adverts for data scientists, and 52% of those for data engineers.", "DE Git, DS Git"),
    ("48% of data engineers and 6% of data scientists work with Airflow daily.", "DE Airflow"),
    (
        (
            "SQL is in 70% of data scientist and 66% of data engineer ads, Tableau in 33% of data scientist "
            "and 4% of data engineer ads."
        ),
        "DE SQL, DS SQL, DS Tableau",
    ),
    ("Data engineers rely on Kafka.", "DE Kafka"),
    ("Data engineers differ. Excel turns up in most adverts for both.", "DE Excel, DS Excel"),
    ("Data engineers simulate with PSpice.", "DE PSpice"),
    ("## Data engineer skills\n- SQL and Excel at basic level", "DE SQL, DE Excel"),
    ("## Data engineer skills\n- Looker, 12.5%\n- Excel, 8.1%", "DE Looker, DE Excel"),
    (
        "## Data Engineer\nCore tools:\nKafka (Connect)AirflowDocker & KubernetesAnsible",
        "DE Kafka, DE Airflow, DE Docker, DE Kubernetes, DE Ansible",
    ),
    ("Data engineers push images to ECR and run them on AWS.", "DE Amazon ECR, DE AWS"),
    ("Adverts ask for Excel and SQL for data scientists, and Kafka for data engineers.", "DS Excel, DS SQL, DE Kafka"),
    ("Firms list Tableau for the data scientist, Kafka for the data engineer.", "DS Tableau, DE Kafka"),
    ("Data scientists need strong Excel and keep orders in order through Oracle.", "DS Excel, DS Oracle"),
    (
        "| Part | Data Engineer |\n|---|---|\n| Tools | SparkHadoopKafka AWSSnowflake TableauPower BI, DockerGitHub |",
        "DE Spark, DE Hadoop, DE Kafka, DE AWS, DE Snowflake, DE Tableau, DE Power BI, DE Docker, DE GitHub",
    ),
    ("Data engineers use JavaScript, PowerShell and a DockerMate.", "DE JavaScript, DE PowerShell, DE DockerMate"),
    ("## Education and licence\nKnowledge of Kafka is a plus for data engineers.", "DE Kafka"),
    ("Data engineers need Excel.", "DE Excel"),
    ("Data engineers price in Kafka or plain Excel.", "DE Kafka, DE Excel"),
    ("Kafka is getting popular with both.", "DE Kafka, DS Kafka"),
    ("Data scientists lean on Excel as well, together with Power BI.", "DS Excel, DS Power BI"),
    ("Git is used by both at the desk and at home.", "DE Git, DS Git"),
    ("## Data Engineer\nCore tools:\nPython, Kafka, Git, VS Code", "DE Python, DE Kafka, DE Git, DE VS Code"),
    ("## Skills and Certifications:\nData engineers who are at home in Kafka are rare.", "DE Kafka"),
    ("Excel is needed for all three roles.", "DE Excel, DS Excel"),
    ("Kafka comes up in most data engineering adverts, Python in data science ones.", "DE Kafka, DS Python"),
    ("Git is a must for the two of them.", "DE Git, DS Git"),
    ("Data scientists use Python, R and SQL.", "DS Python, DS R, DS SQL"),
    ("Data scientists use R, while data engineers use Spark and Kafka.", "DS R, DE Spark, DE Kafka"),
    ("Unlike data scientists, data engineers use Kafka.", "DE Kafka"),
    ("Kafka is used by data engineers.", "DE Kafka"),
    ("Data scientists use AWS/Azure/GCP.", "DS AWS, DS Azure, DS Google Cloud"),
    ("Data scientists use Python (62%).", "DS Python"),
    ("Data scientists use Python. Python is easy. They love Python.", "DS Python"),
    ("Data scientists use Python. Data engineers use Python.", "DS Python, DE Python"),
    ("Both roles use SQL.", "DE SQL, DS SQL"),
    ("Excel is a part of both jobs.", "DE Excel, DS Excel"),
    ("## Tools\n### Data Scientist\n- Python: for models with SQL\n- R", "DS Python, DS SQL, DS R"),
    ("## Data Engineer Tools\n- Kafka\n- Python and Scala", "DE Kafka, DE Python, DE Scala"),
    (
        (
            "| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n"
            "| Languages | Python, R | Scala |\n| Queues | - | Kafka |"
        ),
        "DS Python, DS R, DE Scala, DE Kafka",
    ),
    (
        "| Tool | Used by |\n|---|---|\n| Python | Data scientists |\n| Kafka | Data engineers |",
        "DS Python, DE Kafka",
    ),
    ("Kafka is used mainly by data engineers.", "DE Kafka"),
    ("Data engineers know SQL and excel.", "DE SQL, DE Excel"),
    ("Data engineers know SQL, excel in it, and access databases.", "DE SQL"),
    ("Data engineers know PHP 8 and earn PHP 25,000.", "DE PHP"),
    ("Kafka is unique to data engineers.", "DE Kafka"),
    ("Git is shared by both roles.", "DE Git, DS Git"),
    ("## Shared Tools\n- Git", "DE Git, DS Git"),
    ("## Technology\n\nShared: Git, Docker", "DE Git, DS Git, DE Docker, DS Docker"),
    ("## Tools in Common\n- Git", "DE Git, DS Git"),
    # Who is the subject of a relative clause is not who the sentence goes on about.
    ("Data engineers build the pipelines that data scientists need: Kafka topics, SQL views.", "DE Kafka, DE SQL"),
    ("A data engineer tends the tables the data scientist needs, with Kafka and SQL.", "DE Kafka, DE SQL"),
    ("Data engineers tend the tables that data scientists read with Python.", "DS Python"),
    ("The top skills for a data engineer are python, java and bash.", "DE Python, DE Java, DE Bash"),
    ("Data devs are rare. SQL devs use Kafka.", "sql_developer Kafka"),
    (
        "Data scientists write reports. In design they mostly use Python, while data engineers need Spark.",
        "DS Python, DE Spark",
    ),
    (
        "Data scientists write reports. They use Python and SAS, while data engineers live in Spark.",
        "DS Python, DS SAS, DE Spark",
    ),
    ("Data scientists mostly use Python, and data engineers need Spark.", "DS Python, DE Spark"),
    gap(
        "Data scientists use Python, and so do data engineers.",
        "DS Python, DE Python",
        reason="“so do” says it of both",
    ),
]


@pytest.mark.parametrize(("words", "told"), USED)
def test_tools(words: str, told: str) -> None:
    """Each tool of each role once in a block, by its canonical name."""
    rows = said(DS_DE + words, Kind.TOOL, "role", "value")
    assert ", ".join(" ".join(row) for row in rows) == told


NONE = [
    "| | Data Scientist | Data Engineer |\n|---|---|---|\n| Best paying company | Salesforce | Oracle |",
    "ChatGPT will soon replace entry-level data scientists.",
    "With Tableau and Power BI, small firms no longer need a data scientist.",
    "In Phoenix, a data scientist starts at $52 an hour.",
    "## Data Engineer\n- Processing attendance data for payroll and PF ECR filing",
    "Data scientists in Manila earn 45,000 PHP. High: 90,000\nPHP",
    "Databricks and Snowflake are among the companies that hire data engineers.",
    "Data engineers are sought by big names like Bosch, SAP and Siemens.",
    "Many companies hire data engineers, inclusive of Salesforce and Oracle.",
    "Data engineers earn that without bonus and AWS.",
    "Companies like Databricks, Snowflake and Stripe hire many data engineers.",
    "Data engineers earn well: Databricks, Snowflake, and Stripe sit above this band.",
    "Oracle and SAP pay data engineers well.",
    "Data engineers at Snowflake earn $200,000.",
    "Do data scientists use Python?",
    "Enroll in our Python course to become a data scientist!",
    "## Certifications for Data Scientists\n- AWS Certified Machine Learning",
    "[advert] Data scientists use Python.",
    "Python is a snake.",
    "Data engineers in Singapore get a thirteenth month (AWS) in December.",
    "Data scientists: R 18 000 to R 30000 a month",
    "Requests for data scientists rose.",
    "Data scientists pay into the Canteen Purchase Plan (CPP).",
    "Data engineers help with aids for dull logins (ADLs).",
]


@pytest.mark.parametrize("words", NONE)
def test_no_tools(words: str) -> None:
    """Questions, adverts and certificates say nothing of a role's tools."""
    assert said(DS_DE + words, Kind.TOOL, "value") == []


EXCLUSIVITY = [
    ("## Tools Unique to Data Engineers\n- Airflow\n- Kafka", ["exclusive", "exclusive"]),
    ("## Tools\nThese are exclusive to data engineers:\n- Kafka. Used with Hadoop.", ["exclusive", None]),
    ("Both roles use SQL.", ["shared", "shared"]),
    ("## Tools Used by Both\n- Git", ["shared", "shared"]),
    ("| Aspect | Both roles |\n|---|---|\n| Tools | Git |", ["shared", "shared"]),
    ("Data engineers use Kafka.", [None]),
    ("Only data engineers use Kafka.", ["exclusive"]),
    ("Kafka is used exclusively by data engineers.", ["exclusive"]),
]


@pytest.mark.parametrize(("words", "values"), EXCLUSIVITY)
def test_exclusivity(words: str, values: list[object]) -> None:
    """One role's alone, or common to both; a tool that only explains another is neither."""
    assert said(DS_DE + words, Kind.TOOL, "exclusivity") == values


TONES = [
    ("Neither of them gets far without Kafka.", "affirmed", "stated"),
    ("You will not find a data scientist without Kafka.", "affirmed", "stated"),
    ("Data scientists work without Kafka.", "negated", "stated"),
    ("I have heard people insist that data scientists must know Hadoop.", "affirmed", "reported"),
    ("Without Kafka you will not get far as a data scientist.", "affirmed", "stated"),
    ("Without Kafka nobody gets hired as a data scientist.", "affirmed", "stated"),
    ("Recruiters insist on Hadoop for data scientists.", "affirmed", "stated"),
    ("Data scientists use Kafka.", "affirmed", "stated"),
    ("Data scientists do not need Kafka.", "negated", "stated"),
    ("Neither data scientists nor bakers need to use Kafka.", "negated", "stated"),
    ("Most teams don't expect a data scientist to know Kafka.", "negated", "stated"),
    ("## Data Scientist\n- **Does not**\n  - Need Kafka", "negated", "stated"),
    ("## Data Scientist\n**Not responsible for:**\n- Kafka", "negated", "stated"),
    ("## Data Scientist\n### What they don't use\n- Kafka", "negated", "stated"),
    ("Data scientists use Tableau but not Kafka.", "negated", "stated"),
    ("Data scientists need no Kafka.", "negated", "stated"),
    ("No prior knowledge of Kafka is required of data scientists.", "negated", "stated"),
    ("One recruiter's blog claims that data scientists use Kafka.", "affirmed", "reported"),
    ("Data scientists may use Kafka.", "affirmed", "hedged"),
    ("Some assume that data scientists use Kafka.", "affirmed", "reported"),
    ("My first tool as a data scientist was Kafka.", "affirmed", "reported"),
    ("Data scientists use it rather than Kafka.", "negated", "stated"),
]


@pytest.mark.parametrize(("words", "polarity", "modality"), TONES)
def test_tone(words: str, polarity: str, modality: str) -> None:
    """Denied, hedged, or somebody else's view."""
    assert said(DS_DE + words, Kind.TOOL, "polarity", "modality")[-1] == (polarity, modality)


def test_hedges_and_doubtful_names_are_flagged() -> None:
    """What a reviewer may want to look at."""
    certain, doubtful = claims(DS_DE + "Data scientists may use Python or R daily.", Kind.TOOL)
    assert certain.flags == (Flag.HEDGED,)
    assert set(doubtful.flags) == {Flag.HEDGED, Flag.AMBIGUOUS_NAME}
    assert doubtful.confidence < certain.confidence


def test_category() -> None:
    """A tool's category is its aspect."""
    assert said(DS_DE + "Data scientists use Python and Tableau.", Kind.TOOL, "aspect") == ["language", "bi"]


UNKNOWN = [
    (
        "Data scientists take notes; most providers now use Zorbase, and a few use Plimshelf. Most firms use Fridays.",
        ["Zorbase", "Plimshelf"],
    ),
    ("Data scientists build mobile apps like Zorbify and Plimsoll.", []),
    ("Data scientists get base pay. The figures exclude CPF, AWS, allowances and commission.", []),
    (
        "Apps a data scientist may meet\n\nData scientists: apps you may be asked to use: Zorbify, Plimsoll Pro.",
        ["Zorbify", "Plimsoll Pro"],
    ),
    ("Data scientists need a working knowledge of Python, PlimsollDB or Zorbify.", ["PlimsollDB", "Zorbify"]),
    ("Data scientists know Python, Leadership and Trust.", []),
    ("Data engineers plan shifts in planning programs such as Zorbify or Plimsoll.", ["Zorbify", "Plimsoll"]),
    ("Data engineers are on assistance programs such as Zorbicare.", []),
    ("## Tools for Data Engineers\n- Klue, Highspot", ["Klue", "Highspot"]),
    ("## Skills and Tools for Data Engineers\n- Positioning and messaging", []),
    ("Select another technology:\n- Zorbify\n- Junior\n- Regular\n- Senior", []),
    ("Data scientists use tools such as Zorbify, Python and Plimsoll.", ["Zorbify", "Plimsoll"]),
    ("## Equipment\nData scientists rely on the desk lamp and the Zorbify probe.", ["Zorbify"]),
    (
        "## Tools\nData engineers book slots in Plimsoll Pro and file them with Zorbify 300 on Fridays.",
        ["Plimsoll Pro", "Zorbify 300"],
    ),
    ("## Tools\nData engineers keep Zorbify for plans and iPlim for orders.", []),
    ("## Tools\nData engineers use Zorbify for plans and iPlim for orders.", ["Zorbify", "iPlim"]),
    ("Data engineers work in Kafka, Zorbify and Plimsoll.", ["Zorbify", "Plimsoll"]),
    ("Data engineers work with Zorbify in Lisbon.", []),
    ("## Software\nData engineer: Kafka, Zorbify\n\nData scientist: R, maths and Plimsoll", ["Zorbify"]),
    ("Data scientists use Python.", []),
    ("Data scientists use tools such as a keyboard.", []),
]


@pytest.mark.parametrize(("words", "names"), UNKNOWN)
def test_unknown_tools(words: str, names: list[str]) -> None:
    """A name in a list of tools that no lexicon knows is kept for review."""
    found = [c.value for c in claims(DS_DE + words, Kind.TOOL) if Flag.UNKNOWN_TOOL in c.flags]
    assert found == names


def test_roles_over_more_than_one_column() -> None:
    """A role stands over all columns up to the next, where a second row says again what they hold."""
    table = "| | Data Scientist | | Data Engineer | |\n|---|---|---|---|---|\n"
    below = "| Level | Junior | Senior | Junior | Senior |\n"
    rows = said(DS_DE + table + below + "| Tools | Excel | PyTorch | SQL | Kafka |", Kind.TOOL, "role", "value")
    assert rows == [("DS", "Excel"), ("DS", "PyTorch"), ("DE", "SQL"), ("DE", "Kafka")]


def test_common_words_that_fill_a_cell() -> None:
    """``Excel`` alone in a cell is the program in a table that names many tools, and a verb in another."""
    words = """| | Data Scientist | Data Engineer |
|---|---|---|
| Charts | Tableau, plain paper | Grafana |
| Stores | SQLite | - |
| Sums | Excel | - |"""
    rows = said(DS_DE + words, Kind.TOOL, "role", "value")
    assert ("DS", "Excel") in rows
    assert said(DS_DE + words.replace("SQLite", "-"), Kind.TOOL, "role", "value") == rows[:-2]


def test_yes_and_no_under_a_role() -> None:
    """A row about a tool, with yes or no for each role; a dash says nothing."""
    words = """| Tool | Data Scientist | Data Engineer |
|---|---|---|
| Python | Yes | ✓ |
| Kafka | No | Yes |
| Git | - | Yes |"""
    rows = said(DS_DE + words, Kind.TOOL, "role", "value", "polarity")
    assert {" ".join(row) for row in rows} == {
        "DS Python affirmed",
        "DE Python affirmed",
        "DS Kafka negated",
        "DE Kafka affirmed",
        "DE Git affirmed",
    }


def test_how_much_a_tool_is_wanted() -> None:
    """A row about tools, with how much each role wants them; what is rare is neither used nor left out."""
    words = """| Skill | Data Scientist | Data Engineer |
|---|---|---|
| Python / R | Must have | Not needed |
| Kafka | Rarely | Very useful |"""
    rows = said(DS_DE + words, Kind.TOOL, "role", "value", "polarity")
    assert {" ".join(row) for row in rows} == {
        "DS Python affirmed",
        "DS R affirmed",
        "DE Python negated",
        "DE R negated",
        "DE Kafka affirmed",
    }


def test_a_column_of_what_is_not_needed() -> None:
    """What stands below "Not needed" is left out, beside a column of what is used."""
    words = "| Role | Must know | Not needed |\n|---|---|---|\n| Data Scientist | Python | Kafka |"
    rows = said(DS_DE + words, Kind.TOOL, "role", "value", "polarity")
    assert {" ".join(row) for row in rows} == {"DS Python affirmed", "DS Kafka negated"}


def test_shares_of_adverts_that_name_a_tool() -> None:
    """A share below a role says that it uses the tool, unless another's is far higher; raises say nothing."""
    words = """| Tool | Data Scientist | Data Engineer |
|---|---|---|
| Python | 72% | 70.5% |
| Scala | 3% | 21% |
| Spark | 9% | 44% |
| Kafka | – | 38% |"""
    rows = said(DS_DE + words, Kind.TOOL, "role", "value")
    assert rows == [
        ("DE", "Python"),
        ("DS", "Python"),
        ("DE", "Scala"),
        ("DE", "Spark"),
        ("DE", "Kafka"),
    ]
    assert said(DS_DE + "What a tool adds to pay:\n" + words, Kind.TOOL, "role", "value") == []
    of_one = "# Data Engineer\n| Skill | % of ads |\n|---|---|\n| SQL | 61% |\n| Kafka | 12% |"
    assert said(of_one, Kind.TOOL, "role", "value") == [("DE", "SQL"), ("DE", "Kafka")]
    assert said(of_one.replace("% of ads", "Rise"), Kind.TOOL, "role", "value") == []


def test_tools_that_topics_are_called_by() -> None:
    """In an article on React and Angular developers ``Angular is harder`` speaks of those, and of nobody's tool."""
    words = """# React Developer vs Angular Developer
For a product manager, React and Angular look alike. Angular is harder to learn. React developers know Redux.
An Angular developer needs React now and then."""
    assert said(words, Kind.TOOL, "role", "value") == [
        ("react_developer", "Redux"),
        ("angular_developer", "React"),
    ]


def test_labels_that_say_how_a_tool_is_used() -> None:
    """What stands beside ``Python usage`` is said of how each role uses it, unless that is not at all."""
    words = """| Area | Data Scientist | Data Engineer |
|---|---|---|
| Python usage | Notebooks and charts. Libraries: pandas. | Connectors and tests |
| Excel skills | Pivot tables, now and then | None |
| Python or something else | It depends | Both |"""
    rows = said(DS_DE + words, Kind.TOOL, "role", "value", "polarity")
    used = {"DS Python affirmed", "DS pandas affirmed", "DE Python affirmed", "DS Excel affirmed"}
    assert {" ".join(row) for row in rows} == used | {"DE Excel negated"}


def test_adverts_ask_for_whom_the_article_is_about() -> None:
    """In an article about one role what adverts ask for is not asked of another that is named before in passing."""
    opening = "# Data Engineer Salary\n## Data Engineer Tasks\nData engineers build pipelines. Data engineers plan."
    words = f"{opening}\n## More\nData scientists cannot do it on the side. Nearly every advert asks for SQL and Kafka."
    assert set(said(words, Kind.TOOL, "role")) == {"DE"}


def test_ratings_that_brackets_explain() -> None:
    """``Deep (joins)`` in a row that is a tool says how well it is to be known."""
    words = "| Factor | Data Scientist | Data Engineer |\n|---|---|---|\n| Kafka depth | Deep (joins) | Not needed |"
    assert said(DS_DE + words, Kind.TOOL, "role", "value", "polarity") == [
        ("DE", "Kafka", "negated"),
        ("DS", "Kafka", "affirmed"),
    ]
