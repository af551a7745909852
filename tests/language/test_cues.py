"""Cue lists as patterns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language import Cues
from tests.language.articles import language

CUES = Cues({"pay": ("earn*", "take home", "day rate"), "more": ("more", "more than")})

FOUND = [
    ("pay", "They earn well.", ["earn"]),
    ("pay", "Earnings and EARNERS", ["Earnings", "EARNERS"]),
    ("pay", "They learn well.", []),
    ("pay", "take-home pay and take home pay", ["take-home", "take home"]),
    ("pay", "day rates", []),
    ("more", "more than most, no more", ["more than", "more"]),
    ("more", "evermore", []),
]


@pytest.mark.parametrize(("name", "text", "words"), FOUND)
def test_find(name: str, text: str, words: list[str]) -> None:
    """Terms are whole words in any case, the longest first; a star stands for any ending."""
    assert [match[0] for match in CUES.find(name, text)] == words
    assert CUES.has(name, text) is bool(words)


def test_a_label_glued_to_its_figure() -> None:
    """What is asked about ends where the label does."""
    text = "Day rate400 Day rates4"
    CUES.index(text)
    assert [CUES.has("pay", text, *span) for span in ((0, 8), (0, 11), (12, 21))] == [True, False, False]


def test_last_looks_back_from_an_offset() -> None:
    """The nearest term before an offset, or nothing."""
    text = "earn, earn, stop, earn"
    last = CUES.last("pay", text, 0, 12)
    assert last is not None
    assert last.start() == 6
    assert CUES.last("pay", text, 11, 17) is None


@pytest.mark.parametrize(
    ("name", "header", "whole"),
    [
        ("places", "City", True),
        ("places", "Top U.S. Cities", True),
        ("places", "State name", True),
        ("places", "City and pay", False),
        ("places", "Name", False),
        ("titles", "Job title", True),
        ("titles", "Common IT roles", True),
        ("titles", "Role of the state", False),
        ("others", "By industry", True),
        ("low", "Salary min.", True),
        ("high", "High end", True),
        ("middle", "", False),
    ],
)
def test_headers(name: str, header: str, whole: bool) -> None:
    """A header is a term of its list and nothing else but words that say which, or that it is a name."""
    assert Cues(language().lexicons.cues).heads(name, header) is whole


def test_unknown_lists_are_an_error() -> None:
    """A misspelt name is no empty list."""
    with pytest.raises(KeyError):
        CUES.has("pays", "earn")


def test_every_shipped_list_compiles_and_finds_its_own_terms() -> None:
    """Each term of each list is found in a text that is that term."""
    lists = language().lexicons.cues
    cues = Cues(lists)
    missed = [
        (name, term)
        for name, terms in lists.items()
        for term in terms
        if not cues.has(name, term.removesuffix("*")) and term[-1].isalnum()
    ]
    assert missed == []


LISTS = language().lexicons.cues
SHIPPED = Cues(LISTS)
WORDS = sorted({word.removesuffix("*") for terms in LISTS.values() for term in terms for word in term.split()})
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(" -.s_⌀\n"))).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@given(TEXTS, st.integers(0, 60), st.integers(0, 80), st.sampled_from(sorted(LISTS)))
def test_an_indexed_text_is_searched_alike(text: str, start: int, length: int, name: str) -> None:
    """An index makes searching faster and finds what the pattern finds, within any bounds that cut no word."""
    SHIPPED.index(text)
    end = min(len(text), start + length)
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    expected = [match.span() for match in SHIPPED.pattern(name).finditer(text, start, end)]
    assert [match.span() for match in SHIPPED.find(name, text, start, end)] == expected
    assert SHIPPED.has(name, text, start, end) is bool(expected)
