"""Claims keep their names when the article changes around them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.identity import IDENTITY, claim_ids
from extract.model import Claim, Container, Kind, Polarity

CLAIM = Claim(
    kind=Kind.TOOL,
    source_id="harbour",
    value="Python",
    quote="Python",
    char_start=10,
    char_end=16,
    section="Tools",
    container=Container.PROSE,
    extractor="tools.prose",
    confidence=0.9,
    role="data_scientist",
)


def test_an_id_is_sixteen_hexadecimal_digits_and_stays_as_it_is() -> None:
    """Ids are written down by reviewers: this one may never change."""
    assert claim_ids([CLAIM]) == ["953f5c8cf6f97c2b"]


@pytest.mark.parametrize(
    "columns",
    [
        {"char_start": 99, "char_end": 105},
        {"section": "Elsewhere"},
        {"confidence": 0.5},
        {"container": Container.LIST},
        {"row_index": 3},
        {"because": {"role": "heading"}},
    ],
    ids=lambda columns: next(iter(columns)),
)
def test_what_an_edit_elsewhere_moves_is_no_part_of_an_id(columns: dict[str, Any]) -> None:
    """Position and surroundings do not make another claim."""
    assert claim_ids([replace(CLAIM, **columns)]) == claim_ids([CLAIM])


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("source_id", "pier"),
        ("kind", Kind.SKILL),
        ("role", None),
        ("level", "senior"),
        ("aspect", "language"),
        ("value", "R"),
        ("low", 1.0),
        ("high", 1.0),
        ("unit", "USD"),
        ("period", "year"),
        ("region", "US"),
        ("object_role", "data_analyst"),
        ("polarity", Polarity.NEGATED),
        ("quote", "python"),
        ("extractor", "tools.table"),
    ],
)
def test_what_a_claim_says_is_part_of_its_id(column: str, value: Any) -> None:
    """Every field of the identity makes another claim."""
    assert column in IDENTITY
    assert claim_ids([replace(CLAIM, **{column: value})]) != claim_ids([CLAIM])


def test_the_same_words_twice_have_two_ids() -> None:
    """An ordinal tells repetitions apart; the first keeps its id."""
    first, second = claim_ids([CLAIM, replace(CLAIM, char_start=50, char_end=56)])
    assert first != second
    assert first == claim_ids([CLAIM])[0]


@given(st.lists(st.tuples(st.sampled_from(["Python", "R", "SQL"]), st.sampled_from(["a", "b"])), max_size=12))
def test_ids_are_unique(said: list[tuple[str, str]]) -> None:
    """No two claims of a run share an id, however often a thing is said."""
    ids = claim_ids([replace(CLAIM, value=value, role=role) for value, role in said])
    assert len(set(ids)) == len(ids)


def test_text_that_no_file_can_hold_still_has_an_id() -> None:
    """A lone surrogate does not stop a run."""
    assert len(claim_ids([replace(CLAIM, quote="\ud800")])[0]) == 16
