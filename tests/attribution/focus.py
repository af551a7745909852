"""Whose is it? Small articles with «marked» words, and the roles that these are attributed to, in short."""

from __future__ import annotations

import re

from extract.attribution import Attribution, Attributor
from extract.language import Annotated
from tests.language.articles import annotate, language

SHORT = {
    "data_scientist": "DS",
    "data_engineer": "DE",
    "machine_learning_engineer": "ML",
    "data_analyst": "DA",
    "web_developer": "WD",
    "ui_ux_designer": "UX",
}
_MARKED = re.compile(r"«([^»]+)»")


def whose(marked: str) -> list[str]:
    """For each «marked» stretch the roles, as ``DS``, ``DS+DE`` or ``-``."""
    return ["+".join(SHORT.get(role, role) for role in found.roles) or "-" for found in attributions(marked)]


def attributions(marked: str) -> list[Attribution]:
    """For each «marked» stretch what attribution concludes."""
    plain = re.sub("[«»]", "", marked)
    annotated = annotate(plain)
    attributor = Attributor(annotated, language().cues)
    found = []
    for match in _MARKED.finditer(marked):
        words, before = match[1], re.sub("[«»]", "", marked[: match.start()])
        start = _nth(annotated.text, words, before.count(words))
        found.append(_at(attributor, annotated, start, start + len(words)))
    return found


def _nth(text: str, words: str, number: int) -> int:
    at = -1
    for _ in range(number + 1):
        at = text.index(words, at + 1)
    return at


def _at(attributor: Attributor, annotated: Annotated, start: int, end: int) -> Attribution:
    block = next(b for b in annotated.document.blocks if b.start <= start < b.end)
    return attributor.at(block, start, end)
