"""Career claims: the job titles of a career path, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import Attribution
from extract.claims.context import Context, reasons
from extract.lexicons import singular
from extract.model import Block, BlockKind, Claim, Kind, Span

_ARROW = re.compile(r"\s*(?:→|➜|➔|⟶|->|=>|»|>)\s*")
MOST_WORDS = 10


def careers(context: Context) -> Iterator[Claim]:
    """The career steps of an article, in the order of the text."""
    heads = {head.lower() for head in context.lexicons.role_heads} | {"intern", "lead", "head", "chief", "officer", "cto", "vp", "fellow"}
    for block, _ in context.prose():
        if block.kind is BlockKind.LIST_ITEM:
            if _in_path(context, block) and _is_title(context.text[block.start : block.end], heads):
                owner = context.attributor.around(block)
                yield from _claims(context, block, Span(block.start, block.end), owner)
        elif _ARROW.search(context.text, block.start, block.end):
            yield from _chain(context, block, heads)


def _in_path(context: Context, block: Block) -> bool:
    return any(context.cues.has("sections.careers", context.text, s.start, s.end) for s in context.labels(block)[:2])


def _is_title(words: str, heads: set[str]) -> bool:
    """Whether a line is nothing but job titles."""
    tokens = re.findall(r"[\w/&'’+-]+", words)
    if not tokens or len(tokens) > MOST_WORDS or re.search(r"[.!?:]\s", words):
        return False
    return any(singular(token.lower()) in heads for token in tokens)


def _chain(context: Context, block: Block, heads: set[str]) -> Iterator[Claim]:
    """``Analyst → Senior Analyst → Manager`` in a line."""
    start = block.label.end + 1 if block.label is not None else block.start
    spans, at = [], start
    for arrow in _ARROW.finditer(context.text, start, block.end):
        spans.append(Span(at, arrow.start()))
        at = arrow.end()
    spans.append(Span(at, block.end))
    spans = [_tidy(context.text, span) for span in spans]
    if len(spans) < 3 or not all(_is_title(context.text[s.start : s.end], heads) for s in spans):
        return
    owner = context.attributor.around(block)
    for span in spans:
        yield from _claims(context, block, span, owner)


def _tidy(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    colon = text.rfind(":", start, end)
    start = colon + 1 if colon >= 0 else start
    while start < end and text[start] in " \t\n":
        start += 1
    while end > start and text[end - 1] in " .\t\n":
        end -= 1
    return Span(start, end)


def _claims(context: Context, block: Block, span: Span, owner: Attribution) -> Iterator[Claim]:
    for role in owner.roles:
        yield context.claim(
            Kind.CAREER_STEP,
            block,
            span,
            role,
            context.text[span.start : span.end],
            rule="career.list",
            confidence=owner.confidence * 0.95,
            because=reasons(owner),
        )
