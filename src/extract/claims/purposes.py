"""What an ability is for, which is no part of it: "knowledge of X to build Y"."""

from __future__ import annotations

import re

from extract.language.wordclass import is_verb
from extract.model import Span

_PURPOSE = re.compile(
    r"(?<!\battention)(?<!\bapproach)(?<!\bexposure)(?<!\bopenness)(?<!\bcommitment)(?<!\bdedication)"
    r"\s+(?:in order )?to\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b"
)
# "the nerve to say no" says nothing without what for.
_ABLE_TO = re.compile(
    r"ability|\b(?:nerve|courage|willingness|willing|patience|discipline|confidence|desire|capacity|eagerness|able)$",
    re.IGNORECASE,
)


def without_purpose(text: str, span: Span) -> Span:
    """A noun phrase cut before "to" and a verb: "knowledge of X to build Y" is knowledge of X."""
    for match in _PURPOSE.finditer(text, span.start, span.end):
        if is_verb(match["verb"]) and _ABLE_TO.search(text, span.start, match.start()) is None:
            return Span(span.start, match.start())
    return span
