from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from extract.model import Zone
from extract.reading.cues import Terms, cues, page_words, tokens_of

TABLES = tomllib.loads(resources.files("extract.lexicons").joinpath("reading.toml").read_text(encoding="utf-8"))
LISTS = {f"{group}.{name}": terms for group, lists in TABLES.items() for name, terms in lists.items()}


@pytest.mark.parametrize("terms", LISTS.values(), ids=LISTS)
def test_terms_are_sorted_and_stand_once(terms: list[str]) -> None:
    """Each list is in order and without repeats."""
    assert terms == sorted(set(terms))


@pytest.mark.parametrize("terms", [terms for name, terms in LISTS.items() if name != "tables.camel"])
def test_terms_are_short_and_small(terms: list[str]) -> None:
    """No term is a phrase of more than five words; all are in small letters."""
    assert all(0 < len(tokens_of(term)) <= 5 for term in terms)
    assert all(term == term.casefold() for term in terms)


def test_every_list_has_its_field() -> None:
    """A list that nobody reads, or a field without its list, is an error."""
    assert cues().camel
    assert set(page_words()) == {
        Zone.BYLINE,
        Zone.CAPTION,
        Zone.AUTHOR,
        Zone.RELATED,
        Zone.ADVERT,
        Zone.MENU,
    }


def test_the_longest_term_counts() -> None:
    """Terms are found as whole words, wherever they stand."""
    terms = Terms(["job", "job title", "pay"])
    words = tokens_of("Job title and pay, not payroll")
    assert [terms.at(words, place) for place in range(len(words))] == [2, 0, 0, 1, 0, 0]
    assert terms.places(words) == [0, 3]
    assert terms.whole(tokens_of("Job Title"))
    assert not terms.whole(tokens_of("Job Titles"))
    assert terms.at_end(tokens_of("the best pay"))
    assert not terms.within(tokens_of("payroll"))
