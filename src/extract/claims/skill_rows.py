"""Rows of skills: ``Tact · Sums · Excel``, parted by dots or bars; what a share of adverts ranks; lines that open with one.

``3 266 (43.46%) Tact`` and ``Tact, 43%`` give shares; ``Tact. They talk to all day long.`` goes on about what it opens with.
"""

from __future__ import annotations

import re

from extract.claims.context import Context
from extract.claims.trimming import is_action
from extract.language import MentionKind
from extract.model import Block, Span

_PARTING = re.compile(r"\s*[·•∙⋅‧|]\s*")
_SENTENCE = re.compile(r"[.;!?:]\s|[.;!?:]$")
# "2. 371 (60.62%) Tact", "37% Tact", "(9%) Tact": a rank, a count and a share before what they are of.
_RANKED = re.compile(
    r"(?:\d{1,3}[.)]?\s{1,3})?(?:\d[\d,.]*\s{1,3})?\(?\d{1,3}(?:\.\d{1,2})?\s?%\)?[\s:–-]{1,3}(?P<what>[^\W\d_][^\d\n.:;%]{2,48})"
)
# "Tact, 24.18%", "Tact – 24%": the share behind what it is of.
_SHARED = re.compile(
    r"(?P<what>[^\W\d_][^\n.:;%,()]{2,48}?|\d[A-Z][^\n.:;%,()]{2,48}?)(?:,|\s[–-]|\s?(?=\())\s?\(?\d{1,3}(?:\.\d{1,2})?\s?%\)?"
)
FEWEST, LONGEST = 3, 7
"""Parts of a row, and words of a part."""
_LONGEST_OPENING = 4
"""In words."""


def in_row(context: Context, span: Span) -> list[Span]:
    """The parts of a row that dots or bars part, each of a few words; none where it is no row."""
    marks = list(_PARTING.finditer(context.text, span.start, span.end))
    if len(marks) + 1 < FEWEST or _SENTENCE.search(context.text, span.start, span.end):
        return []
    starts, ends = [span.start, *(m.end() for m in marks)], [*(m.start() for m in marks), span.end]
    parts = [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    words = [context.text[part.start : part.end].split() for part in parts]
    brief = all(len(part) <= LONGEST and not any(map(str.isdigit, "".join(part))) for part in words)
    return parts if brief else []


def of_things(context: Context, span: Span) -> bool:
    """Whether a span is a row of things, and of nothing that is done."""
    parts = [context.text[part.start : part.end].split() for part in in_row(context, span)]
    return sum(len(part) > 1 and is_action(part[0]) for part in parts) * 2 < len(parts)


def ranked(context: Context, span: Span) -> Span | None:
    """What a line ranks by its share, without the figures."""
    if context.text.find("%", span.start, span.end) < 0:
        return None
    found = _RANKED.fullmatch(context.text, span.start, span.end) or _SHARED.fullmatch(
        context.text, span.start, span.end
    )
    return Span(*found.span("what")) if found else None


def opening(context: Context, block: Block, told: Span) -> Span | None:
    """``Tact. They talk to all day long.``: the skill that a line opens with, as the line above or below it does."""
    own = _opening(context, block) if told.start == block.start else None
    blocks = context.document.blocks
    beside = [blocks[at] for at in (block.index - 1, block.index + 1) if 0 <= at < len(blocks)]
    alike = (other for other in beside if other.headings == block.headings and other.kind is block.kind)
    return own if own is not None and any(_opening(context, other) is not None for other in alike) else None


def _opening(context: Context, block: Block) -> Span | None:
    """The few words with a stop that a line of several sentences begins with."""
    passage = context.annotated.blocks.get(block.index)
    if passage is None or len(passage.sentences) <= 1:
        return None
    first = passage.sentences[0]
    words = context.text[first.start : first.end].split()
    if (
        len(words) > _LONGEST_OPENING
        or not words[-1].endswith(".")
        or passage.of(MentionKind.ROLE, first.start, first.end)
    ):
        return None
    return Span(first.start, context.text.rindex(".", first.start, first.end))
