"""The name of a role before a noun: "the nurse model grows" says nothing of what nurses do."""

from __future__ import annotations

import re

from extract.attribution import Clauses, Owner
from extract.language.wordclass import word_class

_WORD = re.compile(r"\s(?!(?:can|will|may|might|must|need|do|dare)\s)([a-z]{3,20})\s")
_JOINED = re.compile(r"\b(?:and|or|nor)\s(?:an?\s|the\s)?$|,\s$", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:an?|the|each|every)\s$", re.IGNORECASE)


def names_thing(text: str, clauses: Clauses, owner: Owner) -> bool:
    """Whether behind the name of one role, with an article, stands a noun that as a verb would not agree with it."""
    start = clauses.sentence.start
    behind = _WORD.match(text, owner.end, clauses.sentence.end)
    if (
        behind is None
        or text[owner.end - 1] == "s"
        or _CALLED.search(text, max(start, owner.start - 6), owner.start) is None
    ):
        return False
    if _JOINED.search(text, max(start, owner.start - 10), owner.start):
        return False
    return {"N", "V"} <= set(word_class(behind[1]).split("+"))
