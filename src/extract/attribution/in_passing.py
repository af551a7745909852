"""Roles named inside of a relative clause or an aside: "the tables that planners use: ..." goes on about whoever makes the tables.

And whom of several "They" in the next sentence means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.attribution.owners import Owner, Part
from extract.lexicons import singular
from extract.model import Span

_REACH = 80
"""How far back a relative clause may open, in characters."""
# "pipelines that the ...", "models which ..."
_LINKED = re.compile(r"\b(?:that|which|whom)\s(?:the\s|an?\s|their\s|most\s)?\Z")
# "the stuff the ...", "every report an ...": a noun, and right behind it another title with its article.
_BARE = re.compile(r"\b(?:the|an?|all|any|every|each|some|those)\s(?:[a-z][\w-]*\s){1,3}(?:the|an?)\s\Z")
_THE_NOUN = re.compile(
    r"\b(?:to|for|of|by|with|from|in|on|at|as|and|or|than|between|while|when|if|but)\s(?:the|an?)\s\Z"
)
# Its verb, and what ends it.
_ENDED = re.compile(r"\s[a-z]+(?:\s[\w’'-]+){0,4}\s?[,:;(–—]")
_ASIDE = re.compile(
    r"\s[–—]\s[^–—]{3,100}?\s[–—]\s|\((?:which|that|including|includes|the\s(?:low|high)e(?:st|r))\s[^()]{3,80}\)"
    r"|,\s(?:such\sas|including|for\sexample|(?:(?:with|of|from|to|by|for)\s)?whom)\s[^,.;:()]{3,90},\s"
)
# "Midwives: Nurses with a second degree who ...": what those whose name is the label are.
_IS_LABEL = re.compile(r"(?:\s?\([^()]{1,12}\))?\*{0,2}:\*{0,2}\s\Z")
_SUCH = re.compile(r"\s(?:with|who|whose|that|trained|licen[cs]ed|certified|working|employed)\b")


def outside_relatives(text: str, owners: Sequence[Owner], start: int) -> list[Owner]:
    """Owners without the subjects of relative clauses that are over before ``start``, where another is the subject."""
    if len(owners) < 2 or owners[0].part is not Part.SUBJECT:
        return list(owners)
    return [owners[0], *(owner for owner in owners[1:] if not _in_closed_relative(text, owner, start))]


def _in_closed_relative(text: str, owner: Owner, start: int) -> bool:
    if owner.part is Part.SUBJECT or not _ENDED.match(text, owner.end, start):
        return False
    first = max(0, owner.start - _REACH)
    if _LINKED.search(text, first, owner.start):
        return True
    return _BARE.search(text, first, owner.start) is not None and not _THE_NOUN.search(text, first, owner.start)


_UNTIL = re.compile(r"\b(?:until|before|after|once|so\sthat|whether|if|when)\s(?:the|an?|their)\s(?:[a-z]+\s)?\Z")
_THEY_DO = re.compile(r"\b[Tt]hey\s[a-z]")


def _waited_for(text: str, sentence: Span, owner: Owner) -> bool:
    """``They adjust it until the planner is happy``: one of whom only a clause tells when others are done."""
    before = _UNTIL.search(text, max(sentence.start, owner.start - 30), owner.start)
    return before is not None and _THEY_DO.search(text, sentence.start, before.start()) is not None


def outside_asides(text: str, owners: list[Owner], sentence: Span, start: int) -> list[Owner]:
    """Owners without those of an aside that is closed before ``start``: "engineers – front-end and mobile ones – earn".

    And without what a label's own are said to be: "Midwives: Nurses who"; and whom they wait for, "until the planner is happy".
    """
    owners = [owner for owner in owners if not _waited_for(text, sentence, owner)]
    if len(owners) < 2:
        return owners
    label, first = owners[0], owners[1]
    labelled = label.start == sentence.start and _IS_LABEL.match(text, label.end, first.start)
    if labelled and _SUCH.match(text, first.end, sentence.end):
        owners = [label, *owners[2:]]
    closed = [m for m in _ASIDE.finditer(text, sentence.start, start) if m.start() > owners[0].start]
    return [o for o in owners if not any(m.start() < o.start < m.end() for m in closed)]


def they_are(text: str, owners: Sequence[Owner], sentence: Span) -> Sequence[Owner]:
    """``Cooks fry, and a waiter serves. They ...``: of the owners before it, whom "They" may mean; else all of them."""
    if len(owners) < 2 or not text.startswith(("They ", "Their "), sentence.start):
        return owners
    last = [(owner, text[owner.start : owner.end].rsplit(maxsplit=1)[-1].lower()) for owner in owners]
    return [owner for owner, word in last if len(owner.roles) > 1 or singular(word) != word] or owners
