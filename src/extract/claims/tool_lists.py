"""Phrases that are lists, of tools or of other things, where abilities are looked for."""

from __future__ import annotations

import re

from extract.claims.context import Context
from extract.language import MentionKind, Passage
from extract.model import Span

LONGEST_LIST = 24
"""In words."""


def mostly_tools(passage: Passage, span: Span) -> bool:
    """Whether more than a third of a phrase is names of tools."""
    tools = passage.of(MentionKind.TOOL, span.start, span.end)
    return sum(m.end - m.start for m in tools) * 3 > span.end - span.start


def only_tools(context: Context, passage: Passage, span: Span) -> bool:
    """Whether a phrase is a list of tools and nothing more."""
    rest = context.text[span.start : span.end]
    for mention in sorted(passage.of(MentionKind.TOOL, span.start, span.end), key=lambda m: -m.start):
        rest = rest[: mention.start - span.start] + rest[mention.end - span.start :]
    words = re.findall(
        r"[A-Za-z]{2,}", re.sub(r"\b(?:and|or|with|notebook|notebooks|etc)\b", "", rest, flags=re.IGNORECASE)
    )
    return not words


def before_tools(context: Context, passage: Passage, span: Span) -> Span:
    """``patience, tact; Excel, Word``: a phrase without its last parts behind semicolons that are only tools."""
    while (at := context.text.rfind(";", span.start, span.end)) > 0:
        if not only_tools(context, passage, Span(at + 1, span.end)):
            break
        span = Span(span.start, at)
    return span


def is_list(context: Context, span: Span) -> bool:
    """Whether words are things with commas between them, and no sentence."""
    words = context.text[span.start : span.end].rstrip()
    return "," in words and words[-1:] not in {".", "!", "?", ":"} and len(words.split()) <= LONGEST_LIST
