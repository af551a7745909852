"""Figures that a sentence announces: "Below is what each is paid in Kenya, according to Brightjobs". It holds for the cards and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from extract.amounts import Form
from extract.claims.context import SUM, Context
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import FIGURES, PAY
from extract.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from extract.claims.pay.figures import Meaning, Setting

_FIGURES = rf"(?:{FIGURES}|{PAY})"
# "Here is what each earns", "the following average pay", "in the table below", "Below are the median wages".
_ANNOUNCES = re.compile(
    rf"\b(?:here|below)(?:\s(?:is|are)|['’]s)\s(?:what|how\smuch|(?:[\w-]+\s){{0,4}}{_FIGURES})\b"
    r"|\b(?:here|below)(?:\sis|['’]s)\show\s(?:they|the\s(?:two|roles|jobs)|both|these)\b[^.:]{0,24}\b(?:compare|stack\sup|measure\sup|differ)\b"
    rf"|\bfollowing\s(?:[\w-]+\s){{0,3}}{_FIGURES}\b|\b(?:table|chart|cards|{_FIGURES})\sbelow\b",
    re.IGNORECASE,
)
_OPENERS = ("ere ", "ere's", "ere’s", "elow", "ollowing")
"""Ends of words that each of these has: looked for first, because most paragraphs have none."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What one sentence says of the figures that follow its block."""

    block: Block
    origin: str | None
    region: str | None
    as_of: str | None
    statistic: str | None


class Announcements:
    """The sentences of one article that announce figures."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text

    def completed(self, setting: Setting, meaning: Meaning) -> Meaning:
        """A meaning with what the announcement above its card, table or line says of it where nothing nearer does."""
        block, said = setting.block, self._over(setting.block)
        if said is None:
            return meaning
        point = setting.amount.form is Form.POINT
        return replace(
            meaning,
            attributed_to=meaning.attributed_to or self._unless(MentionKind.ORIGIN, said, block, said.origin),
            region=meaning.region or self.region(block),
            as_of=meaning.as_of or said.as_of,
            statistic=meaning.statistic or (said.statistic if point else None),
        )

    def region(self, block: Block) -> str | None:
        """The place that an announcement names for a card, table or line."""
        said = self._over(block)
        return self._unless(MentionKind.REGION, said, block, said.region) if said else None

    def _over(self, block: Block) -> Announcement | None:
        """The announcement that holds for a block; none does for a paragraph without a label."""
        if block.kind is BlockKind.PARAGRAPH and block.label is None:
            return None
        return next((said for said in reversed(self._said) if self._holds(said, block)), None)

    def _holds(self, said: Announcement, block: Block) -> bool:
        above = said.block.headings
        return said.block.index < block.index and block.headings[: len(above)] == above

    def _unless(self, kind: MentionKind, said: Announcement, block: Block, value: str | None) -> str | None:
        """What was announced, unless a heading or paragraph in between names another body or place."""
        between = self.context.document.blocks[said.block.index + 1 : block.index] if value else ()
        told = (other for other in between if other.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH))
        return None if any(self.context.attributor.passage(other).of(kind) for other in told) else value

    @cached_property
    def _said(self) -> list[Announcement]:
        return list(self._announcements())

    def _announcements(self) -> Iterator[Announcement]:
        for block, passage in self.context.prose():
            words = self.text[block.start : block.end] if block.kind is BlockKind.PARAGRAPH else ""
            if any(opener in words for opener in _OPENERS) and _ANNOUNCES.search(words):
                for sentence in passage.sentences:
                    if _ANNOUNCES.search(self.text, sentence.start, sentence.end):
                        yield from self._read(block, passage, sentence)

    def _read(self, block: Block, passage: Passage, sentence: Span) -> Iterator[Announcement]:
        """What a sentence announces of all; one with a sum, or about one of several roles, does not."""
        read, topics = self.context.qualifiers, set(self.context.topics)
        named = {m.key for m in passage.of(MentionKind.ROLE, sentence.start, sentence.end)} & topics
        if SUM.search(self.text, sentence.start, sentence.end) or (named and named != topics):
            return
        bodies = {f.value for f in read.origins(passage, sentence)}
        places = {f.value for f in read.regions(self.text, passage, sentence)}
        measures = {f.value for f in read.statistics(self.text, sentence)}
        date = read.as_of(self.text, sentence)
        yield Announcement(
            block,
            bodies.pop() if len(bodies) == 1 else None,
            places.pop() if len(places) == 1 else None,
            date.value if date else None,
            measures.pop() if len(measures) == 1 and measures <= {"mean", "median"} else None,
        )
