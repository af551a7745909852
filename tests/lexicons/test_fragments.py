"""Words that patterns share."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.lexicons import fragments

PACKAGE = Path(fragments.__file__).parent.parent
FRAGMENTS = sorted(fragments.FRAGMENTS.items())


@pytest.mark.parametrize(("name", "terms"), FRAGMENTS)
def test_lists_are_clean(name: str, terms: list[str]) -> None:
    """Lower case, single blanks, nothing twice."""
    assert terms == [" ".join(term.lower().split()) for term in terms]
    assert len(set(terms)) == len(terms)


@pytest.mark.parametrize(("name", "terms"), FRAGMENTS)
def test_any_term_of_a_list_fits(name: str, terms: list[str]) -> None:
    """A list stands under its name in capitals, as any of its terms and nothing else."""
    pattern = re.compile(getattr(fragments, name.upper()))
    assert [term for term in terms if not pattern.fullmatch(term)] == []
    assert not pattern.fullmatch("")


@pytest.mark.parametrize(("name", "terms"), FRAGMENTS)
def test_a_list_is_written_once(name: str, terms: list[str]) -> None:
    """Patterns take the words from the list: no pattern holds three of them in a row."""
    one = "|".join(re.escape(term).replace(r"\ ", r"(?:\\s|\ )") for term in terms)
    row = re.compile(rf"\b(?:{one})(?:\\s)?\|(?:{one})(?:\\s)?\|(?:{one})\b")
    files = sorted(PACKAGE.rglob("*.py"))
    assert [path.name for path in files if row.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(("name", "terms"), FRAGMENTS)
def test_a_list_is_shared(name: str, terms: list[str]) -> None:
    """What one module alone looks for needs no list."""
    word = re.compile(rf"\{{{name.upper()}\}}")
    users = [path for path in PACKAGE.rglob("*.py") if word.search(path.read_text(encoding="utf-8"))]
    assert len(users) > 1
