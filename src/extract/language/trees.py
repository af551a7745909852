"""Dependency trees in Universal Dependencies' terms, whatever a model's own label scheme.

Two schemes are read: Universal Dependencies, which the shipped model speaks, and ClearNLP's, which
``en_core_web_*`` speak. They differ in names (``dobj``, ``nsubjpass``), in prepositions (ClearNLP hangs the
noun below its preposition, UD the preposition below its noun) and in copulas (the head of "engineers are
responsible" is "are" in ClearNLP, "responsible" in UD).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RENAMED = {
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "npadvmod": "obl:npmod",
    "neg": "advmod",
    "prt": "compound:prt",
}
_ONLY_CLEARNLP = frozenset({"dobj", "pobj", "nsubjpass", "attr"})
_COMPLEMENTS = frozenset({"attr", "acomp"})


@dataclass(frozen=True, slots=True)
class Word:
    """``start:end`` of a token in its sentence, Penn tag, relation to ``head``, an index (the root's: its own)."""

    start: int
    end: int
    text: str
    tag: str
    label: str
    head: int

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb in any form."""
        return self.tag.startswith("VB")


@dataclass(frozen=True)
class Tree:
    """A parsed sentence."""

    words: tuple[Word, ...]

    @cached_property
    def _below(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if word.head != index:
                below[word.head].append(index)
        return tuple(tuple(children) for children in below)

    def children(self, index: int, labels: Collection[str] | None = None) -> list[int]:
        """What hangs directly below a word, in order; of some relations only."""
        return [i for i in self._below[index] if labels is None or self.words[i].label in labels]

    def subtree(self, index: int) -> Iterator[int]:
        """A word and all below it, in no particular order."""
        pending, seen = [index], set()
        while pending:
            at = pending.pop()
            if at not in seen:
                seen.add(at)
                yield at
                pending += self._below[at]


def is_clearnlp(labels: Collection[str]) -> bool:
    """Whether a parser with these labels speaks ClearNLP."""
    return not _ONLY_CLEARNLP.isdisjoint(labels)


def tree(doc: Doc, *, clearnlp: bool = False) -> Tree:
    """The tree of a parsed document, translated from ClearNLP where that is what its parser speaks."""
    heads, labels = [token.head.i for token in doc], [token.dep_ for token in doc]
    if clearnlp:
        _swap_copulas(heads, labels, [token.text.lower() for token in doc])
        _raise_nouns(heads, labels, [token.tag_ for token in doc])
        labels = [_RENAMED.get(label, label) for label in labels]
    return Tree(
        tuple(
            Word(token.idx, token.idx + len(token.text), token.text, token.tag_, labels[i], heads[i])
            for i, token in enumerate(doc)
        )
    )


_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re"})


def _swap_copulas(heads: list[int], labels: list[str], words: list[str]) -> None:
    """The "is" above "responsible" becomes its ``cop``; what hung on "is" hangs on "responsible"."""
    for index, label in enumerate(list(labels)):
        be = heads[index]
        if label not in _COMPLEMENTS or words[be] not in _BE or heads[index] == index:
            continue
        heads[index], labels[index] = (index if heads[be] == be else heads[be]), labels[be]
        for other, head in enumerate(heads):
            if head == be and other not in {index, be}:
                heads[other] = index
        heads[be], labels[be] = index, "cop"


def _raise_nouns(heads: list[int], labels: list[str], tags: list[str]) -> None:
    """A noun below its preposition changes places with it: ``obl`` of a verb, ``nmod`` of a noun."""
    for index, label in enumerate(list(labels)):
        preposition = heads[index]
        if label in {"pobj", "pcomp"} and labels[preposition] in {"prep", "agent"}:
            above = heads[preposition]
            nominal = tags[above].startswith(("N", "PRP"))
            heads[index] = above
            if label == "pcomp":
                labels[index] = "acl" if nominal else "advcl"
            else:
                labels[index] = "nmod" if nominal else "obl"
            heads[preposition], labels[preposition] = index, "case" if label == "pobj" else "mark"
