"""Notes below figures: ``Source: Job Bank, updated March 2025``, ``(averages, base pay only)``. They hold for what stands above."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from extract.amounts import Form
from extract.attribution import percentile
from extract.claims.context import SUM
from extract.claims.pay.announced import Announcements
from extract.claims.pay.marks import Marks
from extract.claims.pay.of_all import PHRASE, OfAll
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import FIGURES
from extract.model import Block, BlockKind, Span, Zone

if TYPE_CHECKING:
    from extract.claims.context import Context
    from extract.claims.pay.figures import Meaning, Setting

LONGEST_NOTE, LONGEST_LINE = 36, 16
"""In words."""
BEHIND_LABEL = 4
"""In characters: a figure so near is what a line is for, and no part of what a sentence says."""
MOST_LINES = 60
"""Blocks above a note that it may be of."""
# "Source: ...", "As per the Trade Ledger.", "(averages, ...)", "The figures above are ...", "All ranges reflect ...".
_OPENS = re.compile(
    r"[\s*_†]{0,3}(?:\[?(?:[Dd]ata\s)?(?:[Ss]ources?|SOURCES?)\b|(?:Data|Figures|Salar(?:y|ies)(?:\sdata)?|Pay\sdata|Wages?(?:\sdata)?)\s?(?::|from\b|via\b|as\sof\b)|Based\son\b|(?:As\sper|According\sto|Per|Via|Courtesy\sof)\s(?:the\s)?(?:(?:[A-Z][\w.&’'-]*+|of|and|\(?20\d\d\)?\.?),?\s?){1,8}(?:(?<=\.)\s|\Z)|\((?=[^()]{4,160}\)[\s.*_]*\Z)"
    r"|(?:(?:All|The|These|Our|Above)\s)?(?:[a-z]+\s){0,3}(?:[Ff]igures|[Rr]anges|[Nn]umbers|[Ww]ages|[Ss]alaries|[Aa]verages|[Rr]ates|[Vv]alues|[Dd]ata|[Ee]stimates)\s(?:[a-z]+\s){0,4}?(?:are|is|reflect|represent|come|show|were|was|taken|based|refer|exclude|include)\b)"
)
# "All medians.": a sentence of its own, whatever goes on behind it.
_ALL_ARE = re.compile(
    rf"[\s*_†(]{{0,3}}(?:(?:All|These)\s(?:{FIGURES}\s)?(?:are\s)?)?"
    r"(?:(?:gross|yearly|annual|base)\s)?(?:[Mm]edians|[Aa]verages)(?:\sonly|\sthroughout)?(?:[.;)]+(?=\s|\Z)|\Z)"
)
# ``Average pay by town. Source: Job Bank``: behind what the figures are.
_SOURCE_LAST = re.compile(r"[^\n]{3,120}[.,;–—|-]\s[Ss]ource:\s[^.;:]{2,60}\.?\Z")
_BETWEEN = frozenset({Zone.MENU, Zone.ADVERT, Zone.CAPTION})
_POINTS_UP = re.compile(r"\babove\b|\bin\s(?:the|this)\s(?:table|chart|list)\b", re.IGNORECASE)
# "Low is the 10th percentile, high the 90th": what the ends of a range are.
_ENDS = re.compile(
    r"\b(?:low|lowest|minimum)\b[^.;\d]{0,30}\b(?P<low>\d{1,2})(?:st|nd|rd|th)\b(?=[^.;]{0,80}\bpercentile)"
    r"[^.;\d]{0,40}\b(?:high|highest|maximum)\b[^.;\d]{0,30}\b(?P<high>\d{2})(?:st|nd|rd|th)\b"
    # "Low and high are the 25th and 75th percentiles".
    r"|\b(?:low|lowest|minimum|min\.?)\s(?:and|/|&)\s(?:high|highest|maximum|max\.?)\b[^.;\d]{0,40}"
    r"\b(?P<lower>\d{1,2})(?:st|nd|rd|th)\s(?:and|to|/|&)\s(?:the\s)?(?P<upper>\d{2})(?:st|nd|rd|th)\spercentile",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Note:
    """What one note says; ``first`` and ``last`` are the blocks that it is of."""

    first: int
    last: int
    origin: str | None
    as_of: str | None
    statistic: str | None
    basis: str | None
    region: str | None


class Notes:
    """The notes of one article."""

    def __init__(self, context: Context, of_all: OfAll) -> None:
        self.context = context
        self.text = context.text
        self.of_all = of_all
        self.announced = Announcements(context)
        self.marks = Marks(context)

    def completed(self, setting: Setting, meaning: Meaning) -> Meaning:
        """A meaning with what a note below, an announcement above or a sentence about all figures, says of it where nothing nearer does."""
        meaning = self.announced.completed(setting, self._of_note(setting, self.marks.completed(setting, meaning)))
        if (end := self._ends.get(meaning.statistic or "")) is not None:
            meaning = replace(meaning, statistic=end)
        block, prose = setting.block, setting.block.kind is BlockKind.PARAGRAPH and not setting.block.label
        # In a cell, or right behind the label of a line.
        alone = block.kind is BlockKind.TABLE or (
            block.label and setting.amount.start - block.label.end <= BEHIND_LABEL
        )
        return replace(
            meaning,
            as_of=meaning.as_of or self._date_of_median(setting, meaning) or self.of_all.as_of(block),
            basis=meaning.basis
            or (self.of_all.basis(block, setting.amount.period or meaning.period) if alone else None),
            region=meaning.region or self.of_all.region(block),
            attributed_to=meaning.attributed_to or (None if prose else self.of_all.origin(block)),
        )

    @cached_property
    def _ends(self) -> Mapping[str, str]:
        """The percentiles that the article says low and high figures are."""
        found = _ENDS.search(self.text) if "percentile" in self.text else None
        if found is None:
            return {}
        low, high = found["low"] or found["lower"], found["high"] or found["upper"]
        return {"minimum": percentile(low), "maximum": percentile(high)}

    def _date_of_median(self, setting: Setting, meaning: Meaning) -> str | None:
        """``In 2024 the median was X. The lowest 10 percent earned less than Y``, ``That equals Y an hour``: the date of X."""
        part = (meaning.statistic or "").startswith("percentile") or setting.restates
        for told in reversed(setting.passage.before(setting.sentence)[-2:]) if part else ():
            date = self.context.qualifiers.as_of(self.text, told)
            if date is not None and SUM.search(self.text, told.start, told.end):
                return date.value
        return None

    def _of_note(self, setting: Setting, meaning: Meaning) -> Meaning:
        found = next((n for n in self._notes if n.first <= setting.block.index <= n.last), None)
        if found is None or not self._is_figures(setting.block):
            return meaning
        point = setting.amount.form is Form.POINT
        return replace(
            meaning,
            attributed_to=meaning.attributed_to or found.origin,
            as_of=meaning.as_of or found.as_of,
            statistic=meaning.statistic or (found.statistic if point else None),
            basis=meaning.basis or found.basis,
            region=meaning.region or found.region,
        )

    @cached_property
    def _notes(self) -> list[Note]:
        found = [note for block, passage in self.context.prose() if (note := self._note(block, passage))]
        return sorted(found, key=lambda note: note.last)

    def _note(self, block: Block, passage: Passage) -> Note | None:
        words = self.text[block.start : block.end]
        sourced = _OPENS.match(words) or PHRASE.fullmatch(words) or ("ource: " in words and _SOURCE_LAST.match(words))
        alone = None if sourced else _ALL_ARE.match(words)
        if not sourced and not alone:
            return None
        # "Source: ... Figures leave out overtime (often $3,000)": what stands before the first sum.
        told = list(takewhile(lambda s: not SUM.search(self.text, s.start, s.end), passage.sentences))
        if alone:
            told = [Span(block.start, block.start + alone.end())]
        several = len({mention.key for mention in passage.of(MentionKind.ORIGIN)}) > 1
        if told and several and _POINTS_UP.search(self.text, told[0].start, told[0].end):
            # What the figures above are ends where another body is spoken of.
            told = told[:1]
        whole = Span(block.start, told[-1].end) if told else None
        if whole is None or len(self.text[whole.start : whole.end].split()) > LONGEST_NOTE:
            return None
        first = self._first_above(block)
        # "The figures for designers are": of some of them.
        if first >= block.index or passage.of(MentionKind.ROLE, whole.start, whole.end):
            return None
        return replace(self._read(block, passage, whole), first=first, last=block.index - 1)

    def _read(self, block: Block, passage: Passage, said: Span) -> Note:
        """What some words say of figures."""
        read = self.context.qualifiers
        bodies = {mention.key for mention in passage.of(MentionKind.ORIGIN, said.start, said.end)}
        date = read.as_of(self.text, said)
        measures = {f.value for f in read.statistics(self.text, said)} & {"mean", "median"}
        bases = {f.value for f in read.bases(self.text, said)} - {"bonus"}
        places = {f.value for f in read.regions(self.text, passage, said)}
        return Note(
            block.index,
            block.index,
            bodies.pop() if len(bodies) == 1 else None,
            date.value if date else None,
            measures.pop() if len(measures) == 1 else None,
            bases.pop() if len(bases) == 1 else None,
            places.pop() if len(places) == 1 else None,
        )

    def _first_above(self, note: Block) -> int:
        """The first of the lines of figures that stand above a note with nothing between but the roles whose cards they are."""
        blocks, first = self.context.document.blocks, note.index
        while first > 0 and note.index - first < MOST_LINES:
            above = blocks[first - 1]
            if above.zone in _BETWEEN:
                first -= 1
                continue
            if above.zone is not Zone.ARTICLE or not (self._is_figures(above) or self._heads_card(above)):
                break
            if above.headings != note.headings and above.headings[: len(note.headings) - 1] != note.headings[:-1]:
                break
            first -= 1
        return first

    def _heads_card(self, block: Block) -> bool:
        """Whether a block is a heading that is a role's or a place's name."""
        if block.kind is not BlockKind.HEADING:
            return False
        passage = self.context.attributor.passage(block)
        named = passage.of((MentionKind.ROLE, MentionKind.REGION))
        return any(m.start == block.start and m.end >= block.end - 1 for m in named)

    def _is_figures(self, block: Block) -> bool:
        """Whether a block is a table, an item, a labelled or a short line."""
        if block.kind is BlockKind.HEADING:
            return False
        if block.kind is not BlockKind.PARAGRAPH:
            return True
        return len(self.text[block.start : block.end].split()) <= LONGEST_LINE
