"""What the tools of the lexicon promise."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from extract.lexicons import key, load

LEXICONS = load()


@pytest.mark.parametrize(
    "names",
    [
        [
            "Python",
            "R",
            "SQL",
            "Java",
            "C",
            "C++",
            "C#",
            "Go",
            "JavaScript",
            "TypeScript",
            "HTML",
            "CSS",
            "Bash",
        ],
        ["pandas", "NumPy", "scikit-learn", "TensorFlow", "PyTorch", "Keras", "Matplotlib", "TorchServe"],
        [
            "AWS",
            "Azure",
            "Google Cloud",
            "Amazon SageMaker",
            "Vertex AI",
            "Kubernetes",
            "Docker",
            "Terraform",
        ],
        ["Excel", "Power BI", "Tableau", "Jupyter", "SAS", "SPSS", "Hadoop", "Spark", "Airflow", "MLflow"],
        ["React", "Angular", "Vue.js", "Node.js", "Spring", "Django", "Git", "GitHub", "Linux", "Windows"],
        ["Jira", "Figma", "Salesforce", "SAP", "QuickBooks", "AutoCAD", "MATLAB", "Epic", "Westlaw"],
    ],
)
def test_tools_are_named_as_usual(names: list[str]) -> None:
    """Canonical names are those in common use."""
    assert [name for name in names if name not in LEXICONS.tool_by_name] == []


@pytest.mark.parametrize(
    ("form", "tool"),
    [
        ("GCP", "Google Cloud"),
        ("AWS SageMaker", "Amazon SageMaker"),
        ("sklearn", "scikit-learn"),
        ("Jupyter Notebooks", "Jupyter"),
        ("K8s", "Kubernetes"),
        ("Golang", "Go"),
        ("Microsoft Excel", "Excel"),
        ("R programming", "R"),
        ("Postgres", "PostgreSQL"),
        ("ReactJS", "React"),
        ("NodeJS", "Node.js"),
        ("MS SQL", "SQL Server"),
        ("Visual Studio Code", "VS Code"),
        ("Express.js", "Express"),
        ("Azure Sentinel", "Microsoft Sentinel"),
        ("Google Data Studio", "Looker Studio"),
        ("Hugging Face Transformers", "Hugging Face Transformers"),
    ],
)
def test_aliases_of_tools(form: str, tool: str) -> None:
    """Other names lead to the canonical one."""
    assert LEXICONS.tool_by_term[key(form)].name == tool


# fmt: off
AMBIGUOUS = [
    "R", "C", "Go", "Excel", "Spark", "Chef", "Swift", "Spring", "Word", "Slack", "Rust", "Dart", "Julia",
    "Ruby", "Flask", "React", "Notion", "Linear", "Hive", "Pig", "Storm", "Impala", "Sketch", "Gin",
    "Phoenix", "Elm", "Box", "Zoom", "Outlook", "Oracle", "Maple", "Sage", "Make", "Segment", "Puppet",
    "Unity", "Shell", "Windows", "Express", "Ember",
]
# fmt: on


@pytest.mark.parametrize("name", AMBIGUOUS)
def test_names_that_are_words_need_context(name: str) -> None:
    """An ambiguous name is never certain by itself, and something near can speak for it."""
    tool = LEXICONS.tool_by_name[name]
    assert tool.ambiguous
    assert name not in tool.forms
    assert name in tool.doubtful
    assert tool.cues


@pytest.mark.parametrize("form", ["Access", "Teams", "JS", "Node", "Lambda", "Glue", "Salt"])
def test_short_names_of_tools_need_context(form: str) -> None:
    """A common word that abbreviates a tool is among its doubtful forms only."""
    assert any(form in tool.short for tool in LEXICONS.tools)
    assert key(form) not in {key(sure) for tool in LEXICONS.tools for sure in tool.forms}


# fmt: off
CONCEPTS = [
    "machine learning",
    "API",
    "APIs",
    "CI/CD",
    "agile",
    "REST",
    "algorithms",
    "NoSQL",
    "Scrum",
    "Kanban",
    "ETL",
    "Coursera",
    "Udemy",
    "Upwork",
    "Netflix",
    "Kaggle",
    "deep learning",
    "cloud",
    "DevOps",
    "MLOps",
    "statistics",
]
# fmt: on


@pytest.mark.parametrize("concept", CONCEPTS)
def test_concepts_and_vendors_are_no_tools(concept: str) -> None:
    """What one learns, or learns it from, is no tool."""
    assert key(concept) not in LEXICONS.tool_by_term


@pytest.mark.parametrize("name", ["Scale AI", "Together AI", "Open Dental", "Practical Law", "Great Expectations"])
def test_names_that_read_as_a_phrase_count_as_written(name: str) -> None:
    """Who is told to scale AI systems is told of no product."""
    tool = LEXICONS.tool_by_name[name]
    assert tool.cased or tool.ambiguous


def test_marks_of_tools_fit_together() -> None:
    """Parents exist; cues and blockers stand where there is doubt; blockers hold what they block."""
    for tool in LEXICONS.tools:
        assert tool.parent is None or (tool.parent in LEXICONS.tool_by_name and tool.parent != tool.name), tool
        assert not (tool.ambiguous and tool.cased), tool
        assert tool.doubtful or not tool.cues, tool
        for blocker in tool.blockers:
            forms = (*tool.doubtful, *tool.forms)
            assert any(form.casefold() in blocker.casefold() for form in forms), (tool.name, blocker)


def test_doubtful_names_are_not_certain_elsewhere() -> None:
    """What needs context for one tool is not another tool's plain name."""
    certain = {key(form): tool.name for tool in LEXICONS.tools for form in tool.forms}
    doubtful = [(tool.name, form) for tool in LEXICONS.tools for form in tool.doubtful]
    assert [(name, form) for name, form in doubtful if certain.get(key(form), name) != name] == []


def test_categories_of_tools() -> None:
    """Categories are a short list, each used."""
    counts = Counter(tool.category for tool in LEXICONS.tools)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", category) for category in counts)
    assert len(counts) <= 50
    assert min(counts.values()) >= 3
