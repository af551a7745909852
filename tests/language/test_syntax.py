"""Choosing a syntactic model, and trees in one scheme whatever the model speaks."""

from __future__ import annotations

import json

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.errors import ConfigurationError
from extract.language.syntax import FOLDER, Syntax
from extract.language.trees import Tree, Word, is_clearnlp, tree


def test_none_is_no_model() -> None:
    """Rules alone are a choice."""
    assert not Syntax("none").enabled


def test_a_model_that_is_not_installed() -> None:
    """It is noticed at once; the error names the setting, the model and what to do."""
    with pytest.raises(ConfigurationError, match=r"language\.model: .*'en_no_such_model'.*install"):
        Syntax("en_no_such_model")


def test_a_package_that_is_no_model() -> None:
    """What cannot be loaded is said in one line when it is first used."""
    with pytest.raises(ConfigurationError, match=r"language\.model: 'pytest' cannot be loaded") as caught:
        Syntax("pytest").parse(["They build."])
    assert "\n" not in str(caught.value)


def test_a_model_is_loaded_when_it_is_used() -> None:
    """Choosing one costs nothing."""
    assert "_loaded" not in vars(Syntax("en_ud_sm"))


def test_the_shipped_model() -> None:
    """It finds subjects and objects, in Universal Dependencies' terms."""
    (found,) = Syntax("en_ud_sm").parse(["Data engineers build pipelines."])
    labels = {word.text: word.label for word in found.words}
    assert labels["engineers"] == "nsubj"
    assert labels["pipelines"] == "obj"


def test_the_shipped_model_is_complete() -> None:
    """Its notice stands beside the weights, and every part of its pipeline is there."""
    assert "CC BY-SA 4.0" in (FOLDER / "NOTICE.txt").read_text(encoding="utf-8")
    about = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    assert about["license"] == "CC BY-SA 4.0"
    assert [name for name in about["pipeline"] if not (FOLDER / name / "model").is_file()] == []


CLEARNLP = [
    (
        "a copula hangs below what it says",
        "Planners are responsible for budgets",
        ["NNS", "VBP", "JJ", "IN", "NNS"],
        [1, 1, 1, 2, 3],
        ["nsubj", "ROOT", "acomp", "prep", "pobj"],
        ["nsubj>responsible", "cop>responsible", "ROOT>responsible", "case>budgets", "obl>responsible"],
    ),
    (
        "names are translated",
        "Budgets are checked",
        ["NNS", "VBP", "VBN"],
        [2, 2, 2],
        ["nsubjpass", "auxpass", "ROOT"],
        ["nsubj:pass>checked", "aux:pass>checked", "ROOT>checked"],
    ),
    (
        "a preposition hangs below its noun",
        "Heads of teams plan",
        ["NNS", "IN", "NNS", "VBP"],
        [3, 0, 1, 3],
        ["nsubj", "prep", "pobj", "ROOT"],
        ["nsubj>plan", "case>teams", "nmod>Heads", "ROOT>plan"],
    ),
    (
        "a clause behind a preposition is marked by it",
        "They win by planning",
        ["PRP", "VBP", "IN", "VBG"],
        [1, 1, 1, 2],
        ["nsubj", "ROOT", "prep", "pcomp"],
        ["nsubj>win", "ROOT>win", "mark>planning", "advcl>win"],
    ),
]


@pytest.mark.parametrize(("fact", "words", "tags", "heads", "labels", "expected"), CLEARNLP)
def test_trees_of_clearnlp(
    fact: str, words: str, tags: list[str], heads: list[int], labels: list[str], expected: list[str]
) -> None:
    """A user's own model may speak ClearNLP."""
    doc = Doc(Vocab(), words=words.split(), tags=tags, heads=heads, deps=labels)
    found = tree(doc, clearnlp=True).words
    assert [f"{word.label}>{found[word.head].text}" for word in found] == expected, fact


def test_which_scheme_a_parser_speaks() -> None:
    """Its labels tell."""
    assert is_clearnlp(("nsubj", "dobj", "prep"))
    assert not is_clearnlp(("nsubj", "obj", "case"))


def test_what_is_below_a_word() -> None:
    """Children are direct, a subtree is all; a circle ends."""
    chain = [Word(i, i + 1, "x", "NN", "dep", max(i - 1, 0)) for i in range(4)]
    assert Tree(tuple(chain)).children(1) == [2]
    assert sorted(Tree(tuple(chain)).subtree(1)) == [1, 2, 3]
    circle = [Word(0, 1, "x", "NN", "dep", 1), Word(1, 2, "x", "NN", "dep", 0)]
    assert sorted(Tree(tuple(circle)).subtree(0)) == [0, 1]
