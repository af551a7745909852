"""The name of a role before what it does not do: "the nurse model grows", "as a nurse gains years, pay rises"."""

from __future__ import annotations

import re

from extract.attribution import Clauses, Owner
from extract.language.wordclass import word_class

_WORD = re.compile(r"\s(?!(?:can|will|may|might|must|need|do|dare)\s)([a-z]{3,20})\s")
_JOINED = re.compile(r"\b(?:and|or|nor)\s(?:an?\s|the\s)?$|,\s$", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:an?|the|each|every)\s$", re.IGNORECASE)
# "As a welder gains experience", "the years spent as a welder tell": said of a time.
_AS_ONE = re.compile(r"\b[Aa]s\san?\s(?:\w+\s)?\Z")


def does_nothing(text: str, clauses: Clauses, owner: Owner) -> bool:
    """Whether what stands behind a role's name is a noun, or said of the time when somebody is one."""
    begins = max(clauses.sentence.start, owner.start - 24)
    once = text.startswith(" ", owner.end) and _AS_ONE.search(text, begins, owner.start) is not None
    return once or _names_thing(text, clauses, owner)


def _names_thing(text: str, clauses: Clauses, owner: Owner) -> bool:
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
