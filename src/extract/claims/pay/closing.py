"""Where the level of a heading ends before the next heading: below all levels figures of everybody follow."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from extract.claims.context import SUM, Context
from extract.language import MentionKind
from extract.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from extract.claims.pay.figures import Setting

NEAR, LONGEST_ASIDE, LONGEST_YEARS = 6, 4, 5
"""Blocks above, words of an aside and of years."""


def lasting(context: Context, setting: Setting, level: str | None) -> str | None:
    """The level of the heading above a figure; none where the figure is of everybody again.

    ``Senior Pay`` over "Senior bakers earn A." and, below that, "In Bern a baker averages B": B is of
    all bakers. So it is where whoever is paid is named without the level, in a paragraph behind one that tells the level itself, and
    no section on another level follows. Below labelled lines an aside, "Abroad: a baker gets C", is of all bakers.
    """
    block, stated = setting.block, setting.owner.stated
    if _told_aside(context, setting):
        return None
    if block.kind is not BlockKind.PARAGRAPH or stated is None or not block.start <= stated.start < block.end:
        return level
    above = (other for other in context.attributor.previous(block, most=NEAR) if other.headings == block.headings)
    if not any(SUM.search(context.text, o.start, o.end) and level in _levels(context, o) for o in above):
        return level
    below = islice(context.document.blocks, block.index + 1, None)
    following = next((other for other in below if other.kind is BlockKind.HEADING), None)
    return level if following is not None and _levels(context, following) else None


def _told_aside(context: Context, setting: Setting) -> bool:
    """``Abroad: a baker gets`` below ``Baker pay: $30k``: a label neither of pay nor of a role, below one that is.

    Where all labels are of places or firms, "London: a baker gets", the lines are the list itself.
    """
    block, label, stated = setting.block, setting.block.label, setting.owner.stated
    if label is None or stated is None or not label.end <= stated.start < block.end:
        return False
    if len(context.text[label.start : label.end].split()) > LONGEST_ASIDE or _of_whose_pay(context, block):
        return False
    above = context.attributor.previous(block, most=NEAR)
    return any(other.headings == block.headings and _of_whose_pay(context, other) for other in above)


def _of_whose_pay(context: Context, block: Block) -> bool:
    """Whether a line's label is of pay or names a role ("Baker: $30k. Cook: $29k")."""
    label = block.label
    if label is None:
        return False
    named = context.attributor.passage(block).of((MentionKind.ROLE, MentionKind.FIELD), label.start, label.end)
    return bool(named) or context.cues.has("pay.labels", context.text, label.start, label.end)


def _levels(context: Context, block: Block) -> set[str]:
    passage, label = context.attributor.passage(block), block.kind is BlockKind.HEADING
    found = context.qualifiers.levels(context.text, Span(block.start, block.end), passage, label=label)
    return {level.value for level in found}


def years_before(context: Context, setting: Setting) -> Span | None:
    """``2-5 years  £40,815``: what stands before the amount of a line, where it says for how many years and no more."""
    before = Span(setting.block.start, setting.amount.start)
    short = len(context.text[before.start : before.end].split()) <= LONGEST_YEARS
    return before if short and context.qualifiers.experience(context.text, before) is not None else None
