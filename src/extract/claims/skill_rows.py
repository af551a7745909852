"""Rows of skills: ``Tact · Sums · Excel``, parted by dots or bars, and ``3 266 (43.46%) Tact`` or ``Tact, 43%``, ranked by the share of adverts."""

from __future__ import annotations

import re

from extract.claims.context import Context
from extract.claims.phrases import is_action
from extract.model import Span

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
