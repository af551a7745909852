"""What roles do and need: by rules, with and without the parser."""

from __future__ import annotations

from functools import cache

import pytest

from extract.claims import extract_claims
from extract.claims.predicates import LONGEST_TEXT
from extract.language import Language
from extract.language.syntax import Syntax
from extract.lexicons import load
from extract.model import Claim, Kind, Modality
from tests.language.articles import article

ABOUT = "# Data Scientist vs Data Engineer\n"
DS, DE = "data_scientist", "data_engineer"


@cache
def language(model: str) -> Language:
    """The language with a model or without."""
    return Language(load(), model=model)


def found(words: str, kind: Kind = Kind.RESPONSIBILITY, *, model: str = "en_ud_sm") -> list[tuple[str | None, str]]:
    """Role and value of the claims of an article that it states as its own view."""
    claims: tuple[Claim, ...] = extract_claims(article(ABOUT + words), language(model))
    return [(c.role, c.value) for c in claims if c.kind is kind and c.modality is not Modality.REPORTED]


BY_RULES = [
    ("In most weeks data engineers productionize old jobs.", [(DE, "productionize old jobs")]),
    (
        "In most weeks the data engineer drains queues and patches servers.",
        [(DE, "drains queues and patches servers")],
    ),
    ("Data engineers do the dirty work of every launch.", [(DE, "do the dirty work of every launch")]),
    ("Unlike data engineers, data scientists test ideas with users.", [(DS, "test ideas with users")]),
    (
        "A data engineer fixes broken feeds: she rewrites old jobs.",
        [(DE, "fixes broken feeds"), (DE, "rewrites old jobs")],
    ),
    ("A data scientist studies how shoppers behave.", [(DS, "studies how shoppers behave")]),
    ("A data engineer's job is to guard the warehouse.", [(DE, "guard the warehouse")]),
    ("Data engineers close the gaps, often for $9,000 a week.", [(DE, "close the gaps")]),
    (
        "Data engineers are on call. Daily work means: 1. draining queues 2. patching servers.",
        [(DE, "draining queues"), (DE, "patching servers")],
    ),
    ("Data engineer. Loads raw files and checks every row.", [(DE, "Loads raw files and checks every row")]),
    (
        "Data engineers review all plans. They also patch the data scientists' notebooks.",
        [(DE, "review all plans"), (DE, "patch the data scientists' notebooks")],
    ),
]


@pytest.mark.parametrize(("words", "expected"), BY_RULES)
def test_duties_by_rules(words: str, expected: list[tuple[str, str]]) -> None:
    """No model is needed for these."""
    assert found(words, model="none") == expected


NO_DUTIES = [
    "Both titles are found in small firms too.",
    "Both certificates open doors in many firms.",
    "Data scientists take a degree in physics or biology.",
    "Data scientists studied physics.",
    "Data scientists usually use:",
    "Data engineer track: Data Engineer → Senior Data Engineer → Head of Data",
    "Data scientists solve different kinds of problems.",
    "Data scientists should polish their online portfolios.",
    "Data engineering begins, least of all on Mondays.",
    "Either role involves nights.",
]


@pytest.mark.parametrize("model", ["none", "en_ud_sm"])
@pytest.mark.parametrize("words", NO_DUTIES)
def test_no_duties(words: str, model: str) -> None:
    """A verb behind a role is not always what it does."""
    assert found(words, model=model) == []


BY_SYNTAX = [
    (
        "On a busy day a data engineer is happy because she patches servers alone.",
        [(DE, "patches servers alone")],
    ),
    ("It is the data engineer who patches the servers.", [(DE, "patches the servers")]),
    (
        "Most data engineers defrag old jobs before adding new ones.",
        [(DE, "defrag old jobs before adding new ones")],
    ),
    ("It is not unusual for data scientists to facilitate long workshops.", [(DS, "facilitate long workshops")]),
    ("Data engineers are busy, and so they automate every release.", [(DE, "automate every release")]),
    ("Data engineers at banks stream events into a lake.", [(DE, "stream events into a lake")]),
]


@pytest.mark.parametrize(("words", "expected"), BY_SYNTAX)
def test_duties_by_syntax(words: str, expected: list[tuple[str, str]]) -> None:
    """The parser finds the verb of a subject that rules pass over."""
    assert found(words) == expected
    assert found(words, model="none") == []


NOT_EVEN_BY_SYNTAX = [
    "Managers say that on most days data engineers patch servers.",
    "On most days data engineers are hired by small banks.",
    "Firms that hire a data engineer who drains queues save time.",
    "In some firms the data scientist earns well.",
]


@pytest.mark.parametrize("words", NOT_EVEN_BY_SYNTAX)
def test_what_a_tree_does_not_say(words: str) -> None:
    """What others say, passives, clauses that pick out some of many and verbs of being are no duties."""
    assert found(words) == []


SKILLS = [
    (
        "- Data scientist\n  - linear algebra\n  - storytelling",
        [(DS, "linear algebra"), (DS, "storytelling")],
    ),
]


@pytest.mark.parametrize(("words", "expected"), SKILLS)
def test_skills_below_roles(words: str, expected: list[tuple[str, str]]) -> None:
    """Below a heading on skills, a role's name is a label and the items below it are its skills."""
    assert found("## Skills\n" + words, Kind.SKILL, model="none") == expected


def test_attention_to_detail() -> None:
    """Not every "to" opens a purpose."""
    words = "Data engineers need attention to detail and knowledge of networks."
    assert found(words, Kind.SKILL, model="none") == [(DE, "attention to detail and knowledge of networks")]


def test_few_sentences_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One call for an article, with the doubtful sentences alone; none where rules know all."""
    asked: list[list[str]] = []
    parse = Syntax.parse
    monkeypatch.setattr(Syntax, "parse", lambda self, texts: (asked.append(list(texts)), parse(self, texts))[1])
    found("Data engineers build feeds. Data scientists earn $90,000. They like it.")
    assert asked == []
    doubtful = "It is the data engineer who patches the servers."
    found(f"Data engineers build feeds. {doubtful}\nData scientists test ideas.")
    assert asked == [[doubtful]]


def test_endless_sentences_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text run together would take a parser long."""
    monkeypatch.setattr(Syntax, "parse", lambda *_: pytest.fail("parsed"))
    found("In most weeks the data engineer drains " + "-" * LONGEST_TEXT)
    found("In most weeks the data engineer drains " + "queues and " * 60)
