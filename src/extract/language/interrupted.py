"""Titles with an explanation inside: ``SOC (Security Operations Centre) analyst`` is an SOC analyst."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.language.mentions import Mention, MentionKind
from extract.lexicons import Lexicons, singular
from extract.model import Document, Zone

_EXPLAINED = re.compile(r"\((?P<aside>[A-Za-z][\w &/-]{1,48})\)\s(?P<head>[A-Za-z]{4,24})\b")
_WORDS = re.compile(r"(?:[\w&/+-]{1,24}\s){1,4}\Z")
REACH = 80
"""Characters before a bracket within which a title begins."""


def titles_of(lexicons: Lexicons) -> dict[str, str]:
    """The forms of roles in small letters -> the role."""
    return {form.lower(): role.id for role in lexicons.roles for form in role.forms}


def interrupted(document: Document, titles: Mapping[str, str]) -> Iterator[Mention]:
    """The mentions of roles whose title has brackets inside: what stands around them, or in them, makes a title."""
    text = document.text
    for block in document.blocks:
        if block.zone not in (Zone.ARTICLE, Zone.QUESTION) or text.find("(", block.start, block.end) < 0:
            continue
        for found in _EXPLAINED.finditer(text, block.start, block.end):
            before = _WORDS.search(text[max(block.start, found.start() - REACH) : found.start()])
            words, head = before[0].split() if before else [], singular(found["head"].lower())
            for size in range(len(words), 0, -1):
                around = " ".join([*words[-size:], head]).lower()
                role = titles.get(around) or (titles.get(f"{found['aside'].lower()} {head}") if size == 1 else None)
                if role is not None:
                    start = text.rfind(" ".join(words[-size:]), block.start, found.start())
                    yield Mention(MentionKind.ROLE, role, start, found.end("head"))
                    break
