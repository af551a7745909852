"""Lines of cards that are pay by where they stand: ``Range: $50K - $70K``, ``Median $60K`` below a role's name alone, a place's below pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.amounts import Form
from extract.claims.phrases import names_role_alone
from extract.language import MentionKind
from extract.model import BlockKind, Span

if TYPE_CHECKING:
    from extract.claims.context import Context
    from extract.claims.pay.figures import Setting
    from extract.claims.pay.units import Units
    from extract.model import Block

_BESIDE = " \t:;|·•–—-.()"
"""What may stand between a figure and what it is."""


def is_line_of_card(context: Context, units: Units, setting: Setting) -> bool:
    """Whether a line is a figure believable as pay and what figure it is, and no word of what else it is of."""
    block, amount = setting.block, setting.amount
    if amount.sign is None or not units.believable(amount):
        return False
    if block.label is not None:
        alone = block.end - block.label.end < amount.end - amount.start + len(": /year")
        ranged = context.text[block.label.start : block.label.end].strip(": ").lower() == "range"
        return alone and ranged and amount.form is Form.RANGE
    if block.kind is not BlockKind.PARAGRAPH or not _is_under_role(context, block):
        return False
    around = [Span(block.start, amount.start), Span(amount.end, block.end)]
    said = [span for span in around if context.text[span.start : span.end].strip(_BESIDE)]
    if not said:
        return amount.form is Form.RANGE
    return len(said) == 1 and _is_statistic(context, said[0])


def is_of_place_below(context: Context, units: Units, setting: Setting) -> bool:
    """``In Dubai: AED 4,000 to 5,500`` right below ``Salary: ...``: a line of a place and a figure believable as pay."""
    block, amount, label = setting.block, setting.amount, setting.block.label
    if label is None or amount.sign is None or not units.believable(amount):
        return False
    beside = context.text[label.end : amount.start] + context.text[amount.end : block.end]
    if beside.strip(_BESIDE) or not setting.passage.of(MentionKind.REGION, label.start, label.end):
        return False
    labels = (above.label for above in context.attributor.previous(block))
    return any(other and context.cues.has("pay.labels", context.text, other.start, other.end) for other in labels)


def _is_under_role(context: Context, block: Block) -> bool:
    """Whether the heading above a block is a role's name and little more."""
    heading = next(iter(context.headings(block)), None)
    span = Span(heading.start, heading.end) if heading is not None else None
    return span is not None and names_role_alone(context.passage_of(span), span)


def _is_statistic(context: Context, span: Span) -> bool:
    """Whether words are what a figure is of all, and nothing more: ``25th percentile``."""
    words = list(context.text[span.start : span.end])
    for found in context.qualifiers.statistics(context.text, span, label=True):
        words[found.start - span.start : found.end - span.start] = " " * (found.end - found.start)
    return not "".join(words).strip(_BESIDE)
