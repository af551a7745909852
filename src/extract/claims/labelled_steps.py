"""Career paths as lists whose items are told of a job title each, as ``Clerk: files``, ``Buyer: orders``."""

from __future__ import annotations

from extract.attribution import Attribution
from extract.claims.context import Context
from extract.claims.job_titles import bare, is_title
from extract.language import MentionKind, Passage
from extract.model import Block, Span

FEWEST_STEPS = 3


def labelled_step(context: Context, block: Block, heads: frozenset[str]) -> tuple[Span, Attribution] | None:
    """The title that is an item's label, and whose path the list is; None where an item has another label or none."""
    if block.label is None or block.intro is None:
        return None
    items = [other for other in context.document.blocks if other.intro == block.intro]
    told = [(context.attributor.passage(item), bare(context.text, item.label)) for item in items if item.label]
    if len(told) < max(len(items), FEWEST_STEPS):
        return None
    if not all(is_title(context, passage, title, heads) for passage, title in told):
        return None
    owner = _whose(context, context.document.blocks[block.intro], told)
    return (bare(context.text, block.label), owner) if owner is not None else None


def _whose(context: Context, intro: Block, told: list[tuple[Passage, Span]]) -> Attribution | None:
    """Whose path the titles are: the only topic's among them, else the only role's of the line above."""
    named = {m.key for passage, title in told for m in passage.of(MentionKind.ROLE, title.start, title.end)}
    topics = tuple(role for role in context.topics if role in named)
    if len(topics) == 1:
        return Attribution(topics, "the role among the steps", 0.85)
    above = context.attributor.roles_in(context.attributor.passage(intro), Span(intro.start, intro.end))
    return Attribution(above, "the line above the steps", 0.8) if len(above) == 1 else None
