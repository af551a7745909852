"""Job titles with their abbreviation in the middle: ``Artificial Intelligence (AI) Specialist``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.language.mentions import Mention, MentionKind
from extract.lexicons import Lexicons, key, singular
from extract.model import Document, Span

_ABBREVIATED = re.compile(
    r"(?P<first>\b[A-Za-z][\w&-]{1,20}(?:\s[A-Za-z][\w&-]{1,20}){0,3})\s\([A-Z][A-Za-z/&]{1,6}\)\s(?P<head>[A-Za-z][\w-]{1,20}(?:\s[A-Za-z][\w-]{1,20}){0,2})"
)


def bracketed(document: Document, lexicons: Lexicons) -> Iterator[Mention]:
    """Known titles that are complete once the brackets inside them are left out."""
    for match in _ABBREVIATED.finditer(document.text):
        found = _longest(match, lexicons)
        if found is not None:
            role, span = found
            yield Mention(MentionKind.ROLE, role, span.start, span.end)


def _longest(match: re.Match[str], lexicons: Lexicons) -> tuple[str, Span] | None:
    before = [word.start() for word in re.finditer(r"\S+", match["first"])]
    after = [word.end() for word in re.finditer(r"\S+", match["head"])]
    for start in before:
        for end in reversed(after):
            title = f"{match['first'][start:]} {match['head'][:end]}"
            role = lexicons.role_by_term.get(key(title)) or lexicons.role_by_term.get(key(singular(title)))
            if role is not None:
                return role.id, Span(match.start("first") + start, match.start("head") + end)
    return None
