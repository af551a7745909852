"""Near-copies among texts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from extract.reconciliation import CopyPair, near_copies
from extract.reconciliation.copies import copies, originals
from tests.reconciliation.build import fact, run

WORDS = [f"word{number}" for number in range(400)]


def _text(seed: int, length: int = 300) -> str:
    return " ".join(np.random.default_rng(seed).choice(WORDS, length))


def _edited(text: str, every: int) -> str:
    """Every so many words another one."""
    words = text.split()
    return " ".join("other" if place % every == 0 else word for place, word in enumerate(words))


def _half(text: str) -> str:
    words = text.split()
    return " ".join(words[: len(words) // 2])


FOUND = [
    pytest.param(lambda text: text, id="the same text"),
    pytest.param(lambda text: text.upper().replace(" ", "\n"), id="other case and blanks"),
    pytest.param(lambda text: _edited(text, 40), id="a word in forty changed"),
    pytest.param(lambda text: f"{_text(7)} {text} {_text(8)}", id="the text inside a longer one"),
    pytest.param(_half, id="the first half alone"),
]


@pytest.mark.parametrize("change", FOUND)
def test_a_near_copy_is_found(change: Callable[[str], str]) -> None:
    texts = {"a": _text(1), "b": change(_text(1)), "c": _text(2)}
    (pair,) = near_copies(texts)
    assert (pair.first, pair.second) == ("a", "b")
    assert 0.6 <= pair.containment <= 1


NOT_FOUND = [
    pytest.param(_text(2), id="another text"),
    pytest.param(_edited(_text(1), 3), id="every third word changed"),
    pytest.param(f"{_half(_half(_text(1)))} {_text(2)}", id="a quarter quoted"),
    pytest.param("", id="nothing"),
    pytest.param("§" * 1000, id="no words"),
]


@pytest.mark.parametrize("other", NOT_FOUND)
def test_what_is_no_copy(other: str) -> None:
    assert near_copies({"a": _text(1), "b": other}) == []


def test_texts_too_short_to_tell_have_no_copies() -> None:
    assert near_copies({"a": "one two three four five six", "b": "one two three four five six"}) == []


def test_a_page_frame_that_all_share_makes_no_copies() -> None:
    frame = _text(99, 120)
    assert near_copies({str(number): f"{frame} {_text(number, 400)}" for number in range(20)}) == []


def test_copies_behind_a_shared_frame_are_found() -> None:
    """The first text has the frame that all share; the copies among the others are still found."""
    frame = _text(99, 80)
    texts = {str(number): f"{frame} {_text(number, 300)}" for number in range(5)}
    texts["9"] = texts["3"]
    assert [(pair.first, pair.second) for pair in near_copies(texts)] == [("3", "9")]


def test_pairs_do_not_depend_on_the_order_of_texts() -> None:
    texts = {str(number): _edited(_text(number % 3), 30 + number) for number in range(9)}
    backwards = dict(reversed(texts.items()))
    assert near_copies(texts) == near_copies(backwards) != []


def test_the_cost_grows_with_the_texts_and_not_with_the_pairs() -> None:
    """A hundred copies of one text are found through the first."""
    texts = {f"{number:03}": _text(1) for number in range(100)}
    assert len(near_copies(texts)) == 99


ABOUT = pd.DataFrame(
    [
        {"source_id": "a", "published": None, "updated": "2025-03-01"},
        {"source_id": "b", "published": "2024-11", "updated": None},
        {"source_id": "c", "published": None, "updated": None},
        {"source_id": "d", "published": None, "updated": None},
    ]
)
ORIGINALS = [
    pytest.param([("a", "b")], {"a": "b"}, id="the earlier"),
    pytest.param([("a", "c")], {"c": "a"}, id="the one with a date"),
    pytest.param([("c", "d")], {"d": "c"}, id="the first by name"),
    pytest.param([("a", "c"), ("c", "d")], {"c": "a", "d": "a"}, id="through another copy"),
    pytest.param([("a", "c"), ("b", "d"), ("c", "d")], {"a": "b", "c": "b", "d": "b"}, id="two groups joined"),
    pytest.param([("a", "z")], {}, id="a text that is no source"),
]


@pytest.mark.parametrize(("pairs", "expected"), ORIGINALS)
def test_the_original(pairs: list[tuple[str, str]], expected: dict[str, str]) -> None:
    given = [CopyPair(*pair, 0.9) for pair in pairs]
    assert originals(given, ABOUT) == expected
    assert set(copies(given, expected)) == set(expected)


def test_a_copy_has_no_vote_but_keeps_what_only_it_says() -> None:
    rows = [
        {"pay": "mean 100000"},
        {"source": "b", "pay": "mean 100000"},
        {"source": "c", "pay": "mean 110000"},
        {"source": "b", "pay": "mean 150000", "level": "senior"},
        {"source": "b", "tool": "SQL"},
    ]
    reconciled = run(rows, similarity=[CopyPair("a", "b", 0.9)])
    row = fact(reconciled, "salaries", level=None)
    assert (row["typical"], row["n_sources"], row["claim_ids"]) == (105000, 2, ["c0", "c2"])
    assert fact(reconciled, "salaries", level="senior")["source_ids"] == ["b"]
    assert fact(reconciled, "tools")["source_ids"] == ["b"]
    about = reconciled.sources.set_index("source_id")["copy_of"]
    assert (about["a"], about["b"], about["c"]) == (None, "a", None)
