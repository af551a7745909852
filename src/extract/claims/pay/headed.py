"""Headings that give the pay of the role that they name: ``7. Audio Engineer: $59,430``, ``Film Editor (66.600 € a year)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.amounts import AmountKind
from extract.claims.context import Context
from extract.claims.pay.money import find_in
from extract.claims.pay.units import Units
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import ABOUT, AVERAGE, PAY
from extract.model import Block, BlockKind, Span, Zone

# "7. ", "#5 ", "The average "
_BEFORE = re.compile(r"(?:#?\d{1,2}[.):]?\s+)?(?:(?:The|An?)\s)?(?:[Aa]verage\s)?")
# What may stand beside the sum, and says no more than what it is.
_BESIDE = re.compile(
    rf"[\s:–—|,()+/-]*(?:(?:{AVERAGE}|{PAY}|{ABOUT}|annual|base|national|starting|earns?|makes?|of|is|gross)\b[\s:–—|,()+/-]*){{0,6}}",
    re.IGNORECASE,
)


def headed(context: Context, units: Units) -> Iterator[tuple[Block, Passage]]:
    """Headings of the article's parts that are a role and a sum, no more, with their passages."""
    text = context.text
    for block in context.document.blocks:
        if block.kind is not BlockKind.HEADING or block.zone is not Zone.ARTICLE or not block.headings:
            continue
        passage = context.passage_of(Span(block.start, block.end))
        roles = passage.of(MentionKind.ROLE, block.start, block.end) if passage is not None else []
        before = _BEFORE.match(text, block.start, block.end)
        if passage is None or not roles or before is None or roles[0].start != before.end():
            continue
        behind = Span(roles[-1].end, block.end)
        sums = [
            a for a in find_in(text, behind, units.block_hints(block), context.lexicons) if a.kind is AmountKind.MONEY
        ]
        if len(sums) == 1 and all(
            _BESIDE.fullmatch(text, *around) for around in ((behind.start, sums[0].start), (sums[0].end, behind.end))
        ):
            yield block, passage
