"""Career claims: the job titles of a career path, in order, from lists and from chains (``A → B → C``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import NOBODY, Attribution
from extract.claims.context import Context, reasons
from extract.language import MentionKind
from extract.lexicons import singular
from extract.model import Block, BlockKind, Claim, Kind, Span, Zone

_ARROW = re.compile(r"\s{0,3}(?:→|➜|➔|⟶|->|=>|»|>)\s{0,3}")
_DASH = re.compile(r"\s{1,3}[-–—]\s{1,3}|\s{0,3},\s{0,3}(?:then\s{1,3})?|\s{1,3}then\s{1,3}")
MOST_WORDS = 10
# Words that make a title of a line though they head no role of the lexicon.
_RANKS = frozenset(
    {
        "intern",
        "lead",
        "head",
        "chief",
        "officer",
        "cto",
        "ciso",
        "cio",
        "ceo",
        "cfo",
        "coo",
        "controller",
        "apprentice",
        "partner",
        "journeyman",
        "vp",
        "fellow",
        "i",
        "ii",
        "iii",
        "hunter",
    }
)


def careers(context: Context) -> Iterator[Claim]:
    """The career steps of an article, in the order of the text."""
    heads = frozenset(head.lower() for head in context.lexicons.role_heads) | _RANKS
    headings = (b for b in context.document.blocks if b.kind is BlockKind.HEADING and b.zone is Zone.ARTICLE)
    for block in (*(block for block, _ in context.prose()), *headings):
        in_path = _in_path(context, block)
        words = context.text[block.start : block.end]
        span = Span(block.start, block.end)
        if block.kind is BlockKind.LIST_ITEM and in_path and _is_title(context, block, span, heads):
            yield from _claims(context, block, span, context.attributor.around(block))
        elif is_chain(words):
            yield from _chain(context, block, heads, _ARROW)
        elif in_path or _labelled(context, block):
            yield from _chain(context, block, heads, _DASH)


def is_chain(words: str) -> bool:
    """Whether a line sets things one after the other with arrows."""
    return len(_ARROW.findall(words)) >= 2


def _in_path(context: Context, block: Block) -> bool:
    labels = context.labels(block)[:2]
    return any(context.cues.has("sections.careers", context.text, s.start, s.end) for s in labels)


def _labelled(context: Context, block: Block) -> bool:
    label = block.label
    return label is not None and context.cues.has("sections.careers", context.text, label.start, label.end)


def _is_title(context: Context, block: Block, span: Span, heads: frozenset[str]) -> bool:
    """Whether a line is nothing but job titles."""
    words = context.text[span.start : span.end]
    tokens = re.findall(r"[\w/&'’+-]+", words)
    if not tokens or len(tokens) > MOST_WORDS or re.search(r"[.!?:]\s", words):
        return False
    named = context.attributor.passage(block).of(MentionKind.ROLE, span.start, span.end)
    return bool(named) or any(singular(token.lower()) in heads for token in tokens)


def _may_be_title(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    return 0 < len(words.split()) <= MOST_WORDS and not re.search(r"\d|[.!?:]\s", words)


def _chain(context: Context, block: Block, heads: frozenset[str], link: re.Pattern[str]) -> Iterator[Claim]:
    start = block.label.end + 1 if block.label is not None else block.start
    if block.label is not None and link.match(context.text, block.label.end):
        # What looks like a label is the first step.
        start = block.start
    spans, at = [], start
    for joint in link.finditer(context.text, start, block.end):
        spans.append(Span(at, joint.start()))
        at = joint.end()
    spans.append(Span(at, block.end))
    spans = [_tidy(context.text, span) for span in spans]
    titles = sum(_is_title(context, block, span, heads) for span in spans)
    # Among titles that are known stands one that is not: "leading hand".
    if len(spans) < 3 or titles * 2 <= len(spans) or not all(_may_be_title(context.text, span) for span in spans):
        return
    owner = _walker(context, block, spans)
    for span in spans:
        yield from _claims(context, block, span, owner)


def _walker(context: Context, block: Block, steps: list[Span]) -> Attribution:
    """Whose path it is: the only topic among the steps, else what label, introduction and headings say."""
    passage = context.attributor.passage(block)
    named = {m.key for span in steps for m in passage.of(MentionKind.ROLE, span.start, span.end)}
    topics = tuple(role for role in context.topics if role in named)
    if len(topics) == 1:
        return Attribution(topics, "the role among the steps", 0.85)
    return _announced(context, block, steps[0].start) or context.attributor.around(block)


def _announced(context: Context, block: Block, end: int) -> Attribution:
    """Whom the words before the steps name: "The path of a welder: ..."; "Welder track: ..." by a title's last word."""
    line = Span(block.start, end)
    roles = context.attributor.roles_in(context.attributor.passage(block), line) if len(line) else ()
    if not roles and block.label is not None:
        words = set(context.text[block.label.start : block.label.end].lower().split())
        roles = tuple(role for role in context.topics if role.rsplit("_", 1)[-1] in words)
    return Attribution(roles, "the words before the steps", 0.8) if len(roles) == 1 else NOBODY


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
