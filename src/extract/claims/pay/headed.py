"""Headings that give the pay of the role that they name: ``7. Audio Engineer: $59,430``, ``Film Editor ($66,600 a year)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.context import Context
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import ABOUT, AVERAGE, PAY
from extract.lexicons.signs import SIGNS
from extract.model import Block, BlockKind, Span, Zone

_SUM = rf"(?:[A-Z]{{1,3}}[$\s]?\s?)?[{SIGNS}]?\s?\d[\d.,\s]*\d(?:\s?(?:k|K|LPA|lakhs?|million|m))?\+?"
_WORDS = rf"(?:{AVERAGE}|{PAY}|{ABOUT}|up\sto|from|over|between|annual|base|national|starting|earns?|makes?|of|is)"
_TIME = r"(?:\s?(?:/|(?:per|an?|each)\s)\s?(?:year|yr|annum|month|mo|week|day|hour|hr)|\s?(?:annually|yearly|monthly|hourly|p\.?a\.?))"
_PAID = re.compile(
    rf"(?:\s?[:–—|-]\s?|\s?\(|,?\s(?=(?i:{_WORDS})\b)|\s(?=(?:[A-Z]{{1,2}})?[{SIGNS}]))(?:(?i:{_WORDS}):?\s){{0,5}}{_SUM}"
    rf"(?:{_TIME}|\s?[–—-]\s?{_SUM}|\s(?:to|and)\s{_SUM}|\s\(?(?i:{AVERAGE}|{PAY})\)?){{0,4}}\)?\s*"
)
# "7. ", "#5 ", "The "
_BEFORE = re.compile(r"(?:#?\d{1,2}[.):]?\s+)?(?:(?:The|An?)\s)?(?:[Aa]verage\s)?")


def headed(context: Context) -> Iterator[tuple[Block, Passage]]:
    """Headings of the article's parts that are a role and a sum, no more, with their passages."""
    for block in context.document.blocks:
        if block.kind is not BlockKind.HEADING or block.zone is not Zone.ARTICLE or not block.headings:
            continue
        passage = context.passage_of(Span(block.start, block.end))
        roles = passage.of(MentionKind.ROLE, block.start, block.end) if passage is not None else []
        before = _BEFORE.match(context.text, block.start, block.end)
        if passage is None or not roles or before is None or roles[0].start != before.end():
            continue
        if _PAID.fullmatch(context.text, roles[-1].end, block.end):
            yield block, passage
