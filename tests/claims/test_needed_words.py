"""The words that patterns of claims cannot do without, which are looked for first."""

from __future__ import annotations

import re

import pytest

from extract.claims.comparatives import _AVERAGED, TIMES
from extract.claims.comparisons import _EDGE, _OUTDOING, _RELATED, _WHICH
from extract.claims.counted_skills import _OF_JOB
from extract.claims.duties import _PARTS
from extract.claims.predicates import _PRONOUN
from tests.language.articles import language

_NOUNS = [
    *("aspect", "aspects", "part", "parts", "duty", "duties", "task", "tasks", "responsibility", "responsibilities"),
    *("component", "components", "element", "elements", "function", "functions"),
]

_ABILITIES = ["skills", "skill set", "abilities", "competencies", "qualities", "strengths"]

COMPARED = [
    (_EDGE, "bakers have a slight edge"),
    (_EDGE, "cooks hold the upper hand"),
    (_EDGE, "cooks enjoyed an advantage"),
    (_EDGE, "with a clear lead"),
    (_EDGE, "bakers win on pay"),
    (_EDGE, "it wins out in pay"),
    (_EDGE, "they are 10% ahead"),
    (_EDGE, "cooks come out in front"),
    (_EDGE, "bakers slightly ahead of cooks"),
    (_WHICH, ", which is higher"),
    (_WHICH, "7%, below"),
    (_RELATED, "above those of cooks"),
    (_RELATED, "less than that"),
    (_RELATED, "behind cooks"),
    (_OUTDOING, "exceeding the pay of cooks"),
    (_OUTDOING, "surpasses cooks"),
    (_OUTDOING, "tops those of cooks"),
    (_OUTDOING, "beat listings for cooks"),
    (_OUTDOING, "outstripping cooks"),
    (_OUTDOING, "outnumber adverts for cooks"),
    (TIMES, "twice as much"),
    (TIMES, "double that of cooks"),
    (TIMES, "3-fold what cooks make"),
    (TIMES, "three times the pay"),
    (_AVERAGED, "a larger average of $80"),
    (_AVERAGED, "has the lower median"),
]


TOLD = [
    ("phrases.parts", _PARTS, "Filing and typing are key {} of the job", _NOUNS),
    (
        "phrases.counted",
        _OF_JOB,
        "Top {} needed",
        ["skills", "skill set", "abilities", "competencies", "qualities", "strengths"],
    ),
    ("structure.persons", _PRONOUN, "what {} do", ["he", "He or she", "she", "They", "they"]),
]


@pytest.mark.parametrize(("words", "pattern", "sentence", "nouns"), TOLD)
def test_no_sentence_is_read_without_its_words(
    words: str, pattern: re.Pattern[str], sentence: str, nouns: list[str]
) -> None:
    """Whatever a pattern finds in a sentence holds a word of the list that is looked for first."""
    cues = language().cues
    for text in map(sentence.format, nouns):
        cues.index(text)
        assert pattern.search(text)
        assert cues.may_have(words, text, 0, len(text))


@pytest.mark.parametrize(("pattern", "text"), COMPARED)
def test_no_comparison_does_without_its_words(pattern: re.Pattern[str], text: str) -> None:
    """Whatever a pattern of comparisons finds holds one of the words that a sentence is first looked through for."""
    cues = language().cues
    cues.index(text)
    assert pattern.search(text)
    assert cues.may_have("comparison.words", text, 0, len(text))
