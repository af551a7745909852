"""Classes of English words."""

from __future__ import annotations

import pytest

from extract.language.wordclass import is_gerund, is_verb, word_class

CLASSES = [
    ("deploy", "V"),
    ("deploys", "Vs"),
    ("deployed", "Vd"),
    ("deploying", "Vg"),
    ("design", "N+V"),
    ("engineers", "Ns+Vs"),
    ("studies", "Ns+Vs"),
    ("planned", "Vd"),
    ("built", "Vx"),
    ("quickly", "R"),
    ("scalable", "A"),
    ("zzyzx", "0"),
    ("2024", "#"),
    ("Q3", "#"),
    ("$", "."),
    ("", "."),
    ("don’t", "-"),
    ("end-to-end", "-"),
]


@pytest.mark.parametrize(("word", "expected"), CLASSES)
def test_word_class(word: str, expected: str) -> None:
    """The model was trained with these classes; case does not matter."""
    assert set(expected.split("+")) <= set(word_class(word).split("+"))
    assert word_class(word.upper()) == word_class(word)


@pytest.mark.parametrize(
    ("word", "verb", "gerund"),
    [
        ("build", True, False),
        ("building", True, True),
        ("ceiling", False, False),
        ("during", False, False),
        ("the", False, False),
    ],
)
def test_verbs(word: str, verb: bool, gerund: bool) -> None:
    """Words that end like gerunds are none."""
    assert (is_verb(word), is_gerund(word)) == (verb, gerund)
