"""Texts that no one would write: language is linear in their length and never raises."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.language import Annotated
from tests.language.articles import annotate, language

# A hundred times what these take when time is linear; quadratic time takes minutes.
SECONDS = 8
HOSTILE = [
    "$" * 50_000,
    "." * 50_000,
    ".\n" * 8_000,
    "!?" * 20_000,
    "a" * 100_000,
    "a-" * 30_000,
    "(" * 30_000,
    "R," * 1_000,
    "Python" * 10_000,
    "Python, " * 5_000,
    "R, C, Go, " * 500,
    "data engineers and " * 3_000,
    "data " * 10_000 + "engineer",
    "e.g. " * 10_000,
    "A. " * 15_000,
    "é" * 50_000,
    "e\u0301" * 30_000,
    "\u200b" * 50_000,
    "🙂" * 30_000,
    "“" * 30_000,
    "[1]" * 15_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{text[:12]!r}x{len(text)}")
def test_hostile_texts(text: str) -> None:
    """Long runs without a blank, of stops, of names: seconds at most."""
    language()
    begun = time.perf_counter()
    check(annotate(text))
    assert time.perf_counter() - begun < SECONDS


def test_a_name_behind_a_run_keeps_its_place() -> None:
    """Breaking an over-long run moves no offset."""
    annotated = annotate("x" * 1_000 + " Python " + "-" * 1_000 + " SQL")
    (passage,) = annotated.blocks.values()
    assert [annotated.text[m.start : m.end] for m in passage.mentions] == ["Python", "SQL"]


def test_names_in_a_long_text_are_found_at_its_end() -> None:
    """A text is read in chunks; offsets go on."""
    annotated = annotate("\n".join(f"Line {n} says nothing at all of note." for n in range(5_500)) + "\nThey use SQL.")
    last = annotated.blocks[max(annotated.blocks)]
    assert [annotated.text[m.start : m.end] for m in last.mentions] == ["SQL"]


WORDS = st.sampled_from(
    ["Data Scientist", "data engineers", "PM", "R", "C", "Go", "Excel", "SQL", "U.S.", "Indeed", "Georgia",
     "both", "vs", ".", ",", "\n", "\n# ", "\n- ", "\n| ", " | ", "$90k", "…", "’s", "(", ")", "é", "\u0301",
     "\u2028", "\x00"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(WORDS, max_size=25).map("".join),
)


@settings(max_examples=40)
@given(TEXTS)
def test_any_text(text: str) -> None:
    """Any text can be read; what is found lies where it is said to lie; the same text gives the same."""
    annotated = annotate(text)
    check(annotated)
    assert annotate(text) == annotated


def check(annotated: Annotated) -> None:
    for passage in [*annotated.blocks.values(), *annotated.cells.values()]:
        assert list(passage.mentions) == sorted(passage.mentions, key=lambda m: m.start)
        for span in [*passage.sentences, *passage.mentions]:
            assert passage.start <= span.start < span.end <= passage.end
        for before, after in zip(passage.sentences, passage.sentences[1:], strict=False):
            assert before.end <= after.start
