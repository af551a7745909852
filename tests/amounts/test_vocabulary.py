"""The data file holds what the grammar needs, and nothing twice."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from extract.amounts import parts
from extract.amounts.vocabulary import default, read_data, split, vocabulary_of
from extract.lexicons import load
from extract.model import Period

DATA = read_data()


def lists() -> list[tuple[str, list[str]]]:
    """Every list of terms in the file, by name."""
    found: list[tuple[str, list[str]]] = []

    def walk(name: str, value: Any) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(f"{name}.{key}", inner)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for index, inner in enumerate(value):
                walk(f"{name}[{index}]", inner)
        elif isinstance(value, list):
            found.append((name, value))

    walk("", DATA)
    return found


@pytest.mark.parametrize(("name", "terms"), lists(), ids=[name for name, _ in lists()])
def test_terms(name: str, terms: list[str]) -> None:
    """Terms are trimmed, not empty and not repeated in their list."""
    assert terms, name
    assert all(term and term == term.strip() for term in terms)
    assert [term for term, count in Counter(terms).items() if count > 1] == []


def test_periods() -> None:
    """The periods are those of the model."""
    assert list(DATA["period"]) == [period.value for period in Period]


def test_period_words_are_of_one_period() -> None:
    """No word means two periods."""
    counts = Counter(term.lower() for terms in DATA["period"].values() for term in terms)
    assert [term for term, count in counts.items() if count > 1] == []


def test_currencies_of_the_file_exist() -> None:
    """Every currency and country that the file names is in the lexicons."""
    lexicons = load()
    named = {
        *DATA["odd"]["lakh_currencies"],
        *DATA["cut_off"],
        *DATA["writing"]["decimal_comma"],
        *DATA["currency"]["usual"].values(),
        *DATA["currency"]["words"],
        *(unit["currency"] for unit in DATA["unit"]),
    }
    assert named - set(lexicons.currency_by_code) == set()
    assert set(DATA["writing"]["decimal_comma_countries"]) - set(lexicons.region_by_code) == set()


def test_signs_of_the_file_are_signs() -> None:
    """The file says something only about signs and words that the lexicons have."""
    known = set(vocabulary_of(load()).phrases)
    for key in ("letters", "any_case", "at_home", "doubtful", "usual"):
        missing = [term for term in DATA["currency"][key] if split(term)[0][0] not in known]
        assert missing == [], key


def test_every_currency_can_be_written_by_code() -> None:
    """The vocabulary knows every code of the lexicons."""
    phrases = default().phrases
    for currency in load().currencies:
        found = phrases[currency.code.lower()].phrases
        assert any(phrase.term.parts & parts.CODE for phrase in found), currency.code


@pytest.mark.parametrize(
    ("term", "tokens"),
    [
        ("per year", [("per", True), ("year", False)]),
        ("/ yr", [("/", True), ("yr", False)]),
        ("US$", [("us", True), ("$", True)]),
        ("KSh", [("k", True), ("sh", True)]),
        ("से", [("से", True)]),
        ("万", [("万", True)]),
    ],
)
def test_split(term: str, tokens: list[tuple[str, bool]]) -> None:
    """A term is cut like a text; without a blank its parts must touch."""
    assert split(term) == tokens


def test_signs_at_home() -> None:
    """Letters that are other words more often are signs only where their currency is expected."""
    vocabulary = default()

    def is_sign(word: str, *expected: str) -> bool:
        found = vocabulary.expecting(frozenset(expected)).phrases.get(word)
        return found is not None and any(phrase.term.parts & parts.ANY_SIGN for phrase in found.phrases)

    assert not is_sign("won")
    assert is_sign("won", "KRW")
    assert is_sign("$")
    assert vocabulary.expecting(frozenset()) is vocabulary.expecting(frozenset())
