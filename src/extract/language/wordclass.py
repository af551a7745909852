"""The word class of an English word, from the WordNet tables of ``spacy-lookups-data``.

``N`` noun, ``V`` verb, ``A`` adjective, ``R`` adverb, with ``s`` (plural, third person), ``g`` (-ing), ``d`` (-ed), ``x``
(irregular) behind the letter; a word of several classes joins them with ``+``: ``deploy`` is ``V``, ``design`` ``N+V``,
``building`` ``N+Vg``, ``engineers`` ``Ns``. ``#`` has a digit, ``.`` no letter, ``-`` letters and signs, ``0`` is unknown.

The shipped syntactic model was trained with this class in place of the lexeme's prefix (:func:`table_class`): both must
stay as they are. Rules know besides the verbs of trades that no dictionary has (``trade_verbs`` of the lexicons).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from spacy.attrs import PREFIX  # type: ignore[import-not-found]
from spacy.lookups import load_lookups
from spacy.util import registry

from extract.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language


# fmt: off
FINITE = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "does", "do", "can", "could", "will", "would", "may", "might", "must",
    "should", "ought", "cannot", "isn't", "aren't", "can't", "won't", "couldn't", "wouldn't", "shouldn't", "needn't", "mustn't",
})
# fmt: on
"""Verbs that stand with a subject and are in no table."""


class _Tables(NamedTuple):
    words: dict[str, frozenset[str]]
    exceptions: dict[str, frozenset[str]]


@cache
def _tables() -> _Tables:
    lookups = load_lookups("en", ["lemma_index", "lemma_exc"], strict=True)
    index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    kinds = ("noun", "verb", "adj", "adv")
    return _Tables(
        {kind: frozenset(index[kind]) for kind in kinds},
        {kind: frozenset(exceptions[kind]) for kind in kinds if kind in exceptions},
    )


def _stem_known(stem: str, known: frozenset[str]) -> bool:
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in known
    return stem in known or stem + "e" in known or doubled


def _third_person(word: str, known: frozenset[str]) -> bool:
    return (
        word[:-1] in known
        or (word.endswith("es") and word[:-2] in known)
        or (word.endswith("ies") and word[:-3] + "y" in known)
    )


def _verb_form(word: str, verbs: frozenset[str]) -> str | None:
    if word.endswith("ing") and len(word) > 4 and _stem_known(word[:-3], verbs):
        return "Vg"
    past = word.endswith("ied") and word[:-3] + "y" in verbs
    if word.endswith("ed") and len(word) > 3 and (past or _stem_known(word[:-2], verbs)):
        return "Vd"
    if word.endswith("s") and not word.endswith("ss") and _third_person(word, verbs):
        return "Vs"
    return None


def _is_plural(word: str, nouns: frozenset[str]) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 and _third_person(word, nouns)


@lru_cache(maxsize=200_000)
def word_class(text: str) -> str:
    """The class of a word; see the module."""
    return _class_by(_tables_and_trades(), text)


def table_class(text: str) -> str:
    """The class of a word by the tables alone, as the model knows it."""
    return _class_by(_tables(), text)


def _class_by(tables: _Tables, text: str) -> str:
    word = text.lower().replace("’", "'")
    if not word.isalpha():
        return "#" if any(c.isdigit() for c in word) else "-" if any(c.isalpha() for c in word) else "."
    return "+".join(filter(None, _classes(word, tables.words, tables.exceptions))) or "0"


@cache
def _tables_and_trades() -> _Tables:
    words, exceptions = _tables()
    return _Tables({**words, "verb": words["verb"].union(load().trade_verbs)}, exceptions)


def _classes(
    word: str, index: dict[str, frozenset[str]], exceptions: dict[str, frozenset[str]]
) -> tuple[str | None, ...]:
    none: frozenset[str] = frozenset()
    if word in index["noun"]:
        noun: str | None = "N"
    else:
        noun = "Ns" if _is_plural(word, index["noun"]) or word in exceptions.get("noun", none) else None
    if word in index["verb"]:
        verb: str | None = "V"
    else:
        verb = _verb_form(word, index["verb"]) or ("Vx" if word in exceptions.get("verb", none) else None)
    adjective = "A" if word in index["adj"] else "Ax" if word in exceptions.get("adj", none) else None
    return noun, verb, adjective, "R" if word in index["adv"] else None


def is_verb(word: str) -> bool:
    """Whether a word can be a verb in any form."""
    return "V" in word_class(word)


def is_gerund(word: str) -> bool:
    """Whether a word can be the -ing form of a verb."""
    return "Vg" in word_class(word)


@registry.callbacks("lexclass_prefix.v1")  # type: ignore[untyped-decorator]
def use_word_class() -> Callable[[Language], Language]:
    """The callback that the shipped model's configuration names: the word class takes the place of the prefix."""

    def install(nlp: Language) -> Language:
        nlp.vocab.lex_attr_getters[PREFIX] = table_class  # type: ignore[attr-defined]
        for lexeme in nlp.vocab:
            lexeme.prefix_ = table_class(lexeme.orth_)
        return nlp

    return install


def tell_doing(openings: Sequence[str]) -> bool:
    """Whether the first words of sentences say what somebody does: "Manages ...", "Writes ..."; one alone is no noun too.

    Of many the first, and two of three, must.
    """
    classes = [word_class(word).split("+") for word in openings]
    doing = sum("Vs" in known for known in classes)
    if len(classes) < 2 or "Vs" not in classes[0]:
        return classes == [["Vs"]]
    return doing > 1 and doing * 3 >= len(classes) * 2
