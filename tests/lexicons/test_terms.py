"""Regular forms of terms: plurals, ids, keys, spellings."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicons import Spelling, key, load, plural, singular, snake
from extract.lexicons.terms import alternatives

TERMS = st.text(alphabet="abcxyzABC -'’&/+.", max_size=40)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("data scientist", "data scientists"),
        ("MLE", "MLEs"),
        ("SRE", "SREs"),
        ("director of engineering", "directors of engineering"),
        ("Head of Data Science", "Heads of Data Science"),
        ("attorney at law", "attorneys at law"),
        ("chef de partie", "chefs de partie"),
        ("secretary", "secretaries"),
        ("coach", "coaches"),
        ("boss", "bosses"),
        ("salesperson", "salespeople"),
        ("salesman", "salesmen"),
        ("policeman", "policemen"),
        ("key account", "key accounts"),
        ("UI/UX designer", "UI/UX designers"),
    ],
)
def test_plural(one: str, many: str) -> None:
    """A plural is made of the head noun, and undone."""
    assert plural(one) == many
    assert singular(many) == one


@pytest.mark.parametrize("term", ["DevOps", "sales", "analysis", "data science", "MLOps", "business", "CSS"])
def test_singular_leaves_what_is_no_plural(term: str) -> None:
    """Words that merely end in s stay."""
    assert singular(term) == term


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Machine Learning Engineer", "machine_learning_engineer"),
        ("UI/UX Designer", "ui_ux_designer"),
        ("C++ developer", "c_plus_plus_developer"),
        ("C# developer", "c_sharp_developer"),
        (".NET developer", "dotnet_developer"),
        ("AI & ML specialist", "ai_and_ml_specialist"),
        ("Teacher’s aide", "teachers_aide"),
        ("front-end developer", "front_end_developer"),
    ],
)
def test_snake(term: str, expected: str) -> None:
    """An id keeps apart what signs keep apart."""
    assert snake(term) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Front-End  Developer", "front end developer"),
        ("master’s degree", "Master's Degree"),
        ("Scikit–learn", "scikit-learn"),
        ("Straße", "STRASSE"),
    ],
)
def test_key_joins_ways_of_writing(one: str, other: str) -> None:
    """Case, hyphens and the kind of apostrophe do not tell names apart."""
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("frontend developer", {"frontend developer", "front end developer", "front-end developer"}),
        ("Full Stack Developer", {"Full Stack Developer", "Full-Stack Developer", "FullStack Developer"}),
        ("DevOps engineer", {"DevOps engineer", "Dev Ops engineer", "Dev-Ops engineer"}),
        ("program manager", {"program manager", "programme manager"}),
        ("Program Manager", {"Program Manager", "Programme Manager"}),
        ("machine learning engineer", {"machine learning engineer", "machine-learning engineer"}),
        ("director of engineering", {"director of engineering"}),
        ("nurse", {"nurse"}),
        ("SQL Developer", {"SQL Developer", "SQL dev"}),
        ("office administrator", {"office administrator", "office admin"}),
    ],
)
def test_spellings(term: str, expected: set[str]) -> None:
    """Compounds, British spellings and hyphens follow from rules, not from the data."""
    found = load().spelling.variants(term)
    assert found[0] == term
    assert set(found) >= expected
    assert len(found) == len(set(found))


def test_spelling_without_rules_changes_nothing() -> None:
    """A lexicon may have neither compounds nor pairs."""
    assert Spelling([], []).variants("front end nurse") == ["front end nurse", "front-end nurse"]


@given(TERMS)
def test_forms_never_fail(term: str) -> None:
    """Any text has a key, an id, a plural, a singular and spellings; keys and ids are stable."""
    assert key(key(term)) == key(term)
    assert snake(snake(term)) == snake(term)
    assert isinstance(singular(plural(term)), str)
    assert load().spelling.variants(term)[0] == term


@given(
    st.lists(st.text(alphabet="aabikst -.é2", min_size=1, max_size=6), min_size=1, max_size=12),
    st.text(alphabet="aAbBiIıİkKKsSſtT -.éÉ2", max_size=30),
)
def test_alternatives_in_groups_match_as_they_do_in_a_row(terms: list[str], text: str) -> None:
    """Grouped by their first letters, alternatives of any order give the same matches in any case."""
    patterns = [re.escape(term) for term in terms]
    plain, grouped = (re.compile(body, re.IGNORECASE) for body in ("|".join(patterns), alternatives(patterns)))
    assert [match.span() for match in grouped.finditer(text)] == [match.span() for match in plain.finditer(text)]
