"""What every kind of claim works with: the annotated article, attribution, cue words, and a maker of claims."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from extract.attribution import Attribution, Attributor, Qualifiers, TableView, Tone, denies_list, kept
from extract.language import Annotated, Cues, Language, MentionKind, Passage
from extract.lexicons import Lexicons
from extract.lexicons.fragments import ABOUT, ADVERT, MAY, SHALL
from extract.lexicons.signs import SIGNS
from extract.model import Block, BlockKind, Cell, Claim, Container, Document, Kind, Modality, Span, Zone

if TYPE_CHECKING:
    from extract.claims.predicates import Statement

CONTAINERS = {
    BlockKind.HEADING: Container.HEADING,
    BlockKind.PARAGRAPH: Container.PROSE,
    BlockKind.LIST_ITEM: Container.LIST,
    BlockKind.TABLE: Container.TABLE,
}


_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
# "VS Code" compares nothing, and "$70k vs $60k" is no headline.
_VERSUS = re.compile(r"[vV](?<!\w.)(?<![\d%+]\s.)(?<!\d[kKmM]\s.)(?i:s|ersus)\b(?!\s?Code)")
_YOUR = re.compile(r"[yY](?<!\w.)(?i:our?)\b")
_ADDRESSED = re.compile(r"[yYoO](?<!\w.)(?i:(?<=y)ou(?:r|’re|'re)?|(?<=o)ur)\b")
LONGEST_HEADLINE = 120
LONGEST_FIGURE_LINE, MOST_FIGURE_LINES, MOST_BETWEEN = 100, 16, 40
"""In characters, and in blocks, of which so many may stand between what announces lists and one of them."""
LONGEST_SUM = 40
"""In characters, of a line that is a sum and what it is for: "$80,000 - $95,000 per year"."""
# "Top pay²": the mark of a footnote is no letter of the word.
_MARKS = str.maketrans("¹²³⁴⁵", "     ")
# "Based on 3,918 salaries": how many are counted.
_COUNTED = rf"(?!,?\d*\s(?:\w+\s)?(?:salaries|reports|responses|respondents|records|profiles|{ADVERT}|people|employees|workers)\b)"
SUM = re.compile(
    rf"[{SIGNS}]\s?\d|\d\s?[{SIGNS}]|\b\d{{1,3}}[,.'’]\d{{3}}\b{_COUNTED}|\d\s?(?:[kK]|lakhs?|LPA)\b|\b(?:Rs\.?|INR)\s?\d"
)
"""A sum: beside a currency's sign, or a number whose thousands are set apart or shortened."""
# "Bergen: 54 000 kr", "Cook (night) about $19": a label and a figure, no more.
# "This includes:": the sentence before it says what.
_TAKEN_UP = re.compile(r"(?:This|These|It|That|They)\s(?:\w+ly\s|also\s)?(?:includes?|involves?|means?|covers?):\s*")
_FIGURES_BEHIND = re.compile(
    rf"[^\d:.;]{{2,50}}(?:\([^()]{{1,30}}\))?:?\s{{0,3}}(?:{ABOUT}\s|from\s)?[~≈]?(?:[A-Z]{{2,3}}\s?)?[^\w\s]{{0,2}}\s?\d[^:;]{{0,50}}"
)
# "Enrol in our course": an advertiser speaks. "Looking for training?" opens what one says.
_OUR = re.compile(
    r"\b(?:[Ee]nrol+|[Jj]oin|[Ss]ign\sup|[Rr]egister|[Ss]ubscribe|[Aa]pply)\s(?:(?:in|to|for|now\sfor)\s)?our\b"
)
# "Our evening course starts at X", "Our academy's graduates make Y": what is sold, and who bought it.
_WE_SELL = re.compile(
    r"Our\s(?:[\w’'+&/-]+\s){0,5}?(?:courses?|boot\s?camps?|programs?|programmes?|academy|training|workshops?|master\s?class(?:es)?|class(?:es)?|webinars?|graduates|alumni|students|learners|trainees)\b"
)
# "Need a hand? We place ... Talk to us.": what stands between sells something.
_CALL = re.compile(
    r"\s*(?:Talk\sto|Contact|Call|Email|Get\sin\stouch|Reach\sout|Write\sto|Book\s|Let['’]s\stalk|Get\sa\squote|Ask\sus)\b"
)
_LURE = re.compile(
    r"\b(?:Looking|Ready|Want|Interested|Dreaming|Need|Hiring|Struggling|Tired|Searching)\b[^.?!\n]{3,80}\?\s*$"
)
# "In this guide we will look at": what a text says of itself.
_OF_ITSELF = re.compile(
    r"(?:In\s|Throughout\s)?[Tt]his\s(?:\w[\w-]{0,20}\s){0,2}(?:article|guide|post|blog|page|section|tutorial|video|chapter|overview|comparison)\b"
    r",?\s(?:will|aims?|covers?|explains?|explores?|details?|delves?|breaks?|looks?|compares?|discusses|describes|walks|helps|we|you|I|examines?|outlines?)\b"
)
_SOURCES = frozenset({"source", "sources", "data source", "data sources", "image source", "photo", "image", "credit"})
# "Schools offering X degrees can be found below."
_SCHOOLS = re.compile(
    r"(?:Schools|Colleges|Universities)\s(?:that\soffer|offering|with)\s[^.]{3,80}\s(?:can|may|are)\s(?:[a-z]+\s){0,2}(?:found|listed)\b"
)
# "Where each job leads you.": a headline written as a sentence.
_CLAUSE_ALONE = re.compile(
    rf"(?:Where|How|Why)\s(?!(?:to|do|does|did|is|are|was|were|{MAY}|{SHALL}|much|many|often|long|far)\b)[^,;:–—]{{3,70}}\Z"
)
# "Bakers get $31,000 (surprised?)".
_ASKED_ASIDE = re.compile(r"\s\([^()]{1,24}\?+\Z")


@dataclass(frozen=True)
class Context:
    """An article on the workbench. Made by :func:`prepare`."""

    annotated: Annotated
    lexicons: Lexicons
    cues: Cues
    attributor: Attributor
    qualifiers: Qualifiers
    tone: Tone
    language: Language
    tables: tuple[TableView, ...] = field(default=())
    statements: dict[int, list[Statement]] = field(default_factory=dict, compare=False, repr=False)
    sections: dict[int, str | None] = field(default_factory=dict, compare=False, repr=False)
    _stories: dict[int, int] = field(default_factory=dict, compare=False, repr=False)
    _labels: dict[int, tuple[Span, ...]] = field(default_factory=dict, compare=False, repr=False)
    _sections: dict[int, str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def document(self) -> Document:
        """The article."""
        return self.annotated.document

    @cached_property
    def text(self) -> str:
        """Its canonical text."""
        return self.annotated.document.text

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The roles that it is about."""
        return self.annotated.topics

    @cached_property
    def main_role(self) -> str | None:
        """The role that is named twice as often as any other, if one is."""
        passages = self.annotated.blocks.values()
        counts = Counter(m.key for passage in passages for m in passage.of(MentionKind.ROLE)).most_common(2)
        alone = counts and (len(counts) == 1 or counts[0][1] >= 2 * counts[1][1])
        return counts[0][0] if alone else None

    @cached_property
    def title(self) -> int:
        """Where the heading starts that stands above all others; -1 where none does."""
        headings = [block for block in self.document.blocks if block.kind is BlockKind.HEADING]
        first = headings[0].index if headings else -1
        above_all = all(block.headings[:1] == (first,) for block in headings[1:])
        return headings[0].start if headings and above_all else -1

    def prose(self) -> Sequence[tuple[Block, Passage]]:
        """The article's paragraphs and list items, with their passages."""
        return self._prose

    @cached_property
    def _prose(self) -> Sequence[tuple[Block, Passage]]:
        passages = self.annotated.blocks
        return [
            (block, passages[block.index])
            for block in self.document.blocks
            if block.zone is Zone.ARTICLE and block.kind in _PROSE and block.index in passages
        ]

    def countries(self, spans: Iterable[Span]) -> set[str]:
        """The ISO 3166 codes of the countries that some spans name."""
        found = [(span, self.passage_of(span)) for span in spans]
        named = (
            m.key for span, passage in found if passage for m in passage.of(MentionKind.REGION, span.start, span.end)
        )
        return {key for key in named if key in self.lexicons.region_by_code}

    def cites(self, block: Block) -> bool:
        """Whether a line says no more than where an article has it from: "Source: ..."."""
        label = block.label
        if label is None or self.text[label.start : label.end].lower() not in _SOURCES:
            return False
        return len(self.annotated.blocks[block.index].sentences) == 1

    @kept
    def says_nothing(self, sentence: Span) -> bool:
        """Whether a sentence is a question, a headline or sells something: it makes no claims."""
        words = self.text[sentence.start : sentence.end].rstrip('"”’)*_ ')
        aside = _ASKED_ASIDE.search(words) if words.endswith("?") else None
        if aside is not None and SUM.search(words):
            words = words[: aside.start()]
        brief = len(words) < LONGEST_HEADLINE and not words.endswith((".", "!", ":"))
        # "Baker ($30k) vs cook ($28k)" gives the pay of both.
        if words.endswith("?") or (brief and _VERSUS.search(words) and len(SUM.findall(words)) < 2):
            return True
        about_itself = _OF_ITSELF.match(words) or _CLAUSE_ALONE.match(words)
        return bool(about_itself and not any(map(str.isdigit, words))) or self.pitches(sentence)

    def modality(self, sentence: Span, focus: Span | None = None) -> Modality:
        """How a sentence says it; with ``focus``, hedges count only near it. What is told of one person is reported."""
        return Modality.REPORTED if self.tone.told(sentence) else self.tone.modality(sentence, focus)

    def told(self, passage: Passage, sentence: Span) -> bool:
        """Whether a sentence is part of an anecdote: it tells one, or one before it in the passage began to."""
        if self.tone.told(sentence):
            return True
        if passage.start not in self._stories:
            begins = (other.end for other in passage.sentences if self.tone.begins_story(other))
            self._stories[passage.start] = next(begins, len(self.text) + 1)
        return self._stories[passage.start] <= sentence.start

    def pitches(self, sentence: Span) -> bool:
        """Whether a sentence sells a course or service to the reader."""
        words = self.text[sentence.start : sentence.end]
        if "!" in words and _YOUR.search(words) and any(c.isdigit() for c in words):
            return True
        lured = "?" in self.text[max(0, sentence.start - 3) : sentence.start] and _LURE.search(
            self.text, max(0, sentence.start - 90), sentence.start
        )
        called = lured and _CALL.match(self.text, sentence.end) is not None
        if _WE_SELL.match(words) or _SCHOOLS.match(words) or (lured and words.rstrip().endswith("!")):
            return True
        if ("our " in words and _OUR.search(words)) or (lured and self.cues.has("tone.pitch_verbs", words)) or called:
            return True
        if not self.cues.may_have("tone.pitch_things", self.text, sentence.start, sentence.end):
            return False
        sold = self.cues.has("tone.pitch_things", words) and self.cues.has("tone.pitch_verbs", words)
        return sold and _ADDRESSED.search(words) is not None

    @kept
    def label_words(self, span: Span) -> str:
        """The words of a label without the roles that it names: "Software engineer" is not about software.

        A word may run into a title: "PlumberDuties".
        """
        passage = self.passage_of(span)
        words = self.text[span.start : span.end]
        for mention in passage.of((MentionKind.ROLE, MentionKind.FIELD), span.start, span.end) if passage else ():
            start, end = mention.start - span.start, mention.end - span.start
            joint = " " if words[end : end + 1].isupper() else "_"
            words = words[:start] + "_" * (end - start - 1) + joint + words[end:]
        return words

    @kept
    def unnamed(self, span: Span) -> str:
        """The words of a span, roles blanked out: a cost estimator is no cost, a compensation analyst no compensation."""
        passage, words = self.passage_of(span), self.text[span.start : span.end].translate(_MARKS)
        for role in passage.of(MentionKind.ROLE, span.start, span.end) if passage else ():
            first, last = role.start - span.start, min(role.end, span.end) - span.start
            words = words[:first] + " " * (last - first) + words[last:]
        return words

    def passage_of(self, span: Span) -> Passage | None:
        """The passage that holds a span."""
        return self.attributor.passage_of(span)

    def headings(self, block: Block) -> list[Block]:
        """The headings above a block, nearest first."""
        return [self.document.blocks[index] for index in reversed(block.headings)]

    def denied(self, block: Block) -> bool:
        """Whether a block's label, the line above its list or the heading above says that it is not so: "Does not"."""
        over = (self.document.blocks[index] for index in (block.intro, *block.headings[-1:]) if index is not None)
        spans = [*([block.label] if block.label else []), *(Span(other.start, other.end) for other in over)]
        return any(denies_list(self.text[s.start : s.end]) for s in spans if len(s) <= LONGEST_FIGURE_LINE)

    def labels(self, block: Block) -> tuple[Span, ...]:
        """What tells a block's subject, nearest first: its label, its list's introduction, its question, the headings."""
        found = self._labels.get(block.index)
        if found is None:
            found = self._labels[block.index] = tuple(self._labels_of(block))
        return found

    def _labels_of(self, block: Block) -> list[Span]:
        spans = [block.label] if block.label is not None else []
        if block.intro is not None:
            intro = self.document.blocks[block.intro]
            passage = self.annotated.blocks.get(block.intro)
            said = passage.sentences if passage else ()
            spans.append(said[-1] if said else Span(intro.start, intro.end))
            if len(said) > 1 and _TAKEN_UP.fullmatch(self.text, said[-1].start, said[-1].end):
                spans.append(said[-2])
        elif self._is_figure_line(block):
            spans += self._line_above(block)
        question = self.attributor.asked(block)
        if question is not None:
            spans.append(Span(question.start, question.end))
        headings = [Span(heading.start, heading.end) for heading in self.headings(block)]
        headings[1:1] = self._over_headings(block)
        # A heading right above a list introduces it: it is one label.
        return [*spans, *(heading for heading in headings if heading not in spans)]

    def _over_headings(self, block: Block) -> list[Span]:
        """``You will need:`` over ``For bakers``, a list, ``For cooks`` and another: what is still to come below a heading."""
        blocks = self.document.blocks
        if not block.headings or block.kind is not BlockKind.LIST_ITEM:
            return []
        at, level = block.headings[-1], blocks[block.headings[-1]].level
        while at > 0 and block.index - at < MOST_BETWEEN:
            at -= 1
            above = blocks[at]
            if above.kind is BlockKind.PARAGRAPH:
                opens = blocks[at + 1].kind is BlockKind.HEADING and self.text[above.end - 1] == ":"
                return [Span(above.start, above.end)] if opens else []
            if above.kind is not BlockKind.LIST_ITEM and not (above.kind is BlockKind.HEADING and above.level == level):
                return []
        return []

    def _is_figure_line(self, block: Block) -> bool:
        """Whether a paragraph is one of the lines of a list without marks, "Bergen: 54 000 kr", or a sum alone."""
        if block.kind is not BlockKind.PARAGRAPH or block.end - block.start > LONGEST_FIGURE_LINE:
            return False
        alone = block.end - block.start <= LONGEST_SUM and SUM.match(self.text, block.start, block.end)
        return bool(alone) or _FIGURES_BEHIND.fullmatch(self.text, block.start, block.end) is not None

    def _line_above(self, block: Block) -> list[Span]:
        """The last sentence of the short paragraph that stands over a list without marks."""
        for other in self.attributor.previous(block, most=MOST_FIGURE_LINES):
            if self._is_figure_line(other):
                continue
            said = self.attributor.passage(other).sentences
            last = (
                said[-1]
                if said and other.kind is block.kind and other.label is None
                else Span(0, LONGEST_FIGURE_LINE + 1)
            )
            introduces = len(said) == 1 or self.text.endswith(":", last.start, last.end)
            brief = introduces and len(last) <= LONGEST_FIGURE_LINE
            return [last] if brief and SUM.search(self.text, last.start, last.end) is None else []
        return []

    def claim(
        self,
        kind: Kind,
        block: Block,
        span: Span,
        role: str | None,
        value: str,
        *,
        rule: str,
        confidence: float,
        because: Mapping[str, str] | None = None,
        **columns: Any,
    ) -> Claim:
        """A claim whose quote is ``span`` of the article; ``columns`` are further fields of :class:`~extract.model.Claim`."""
        return Claim(
            kind=kind,
            source_id=self.document.info.source_id,
            value=value,
            quote=self.text[span.start : span.end],
            char_start=span.start,
            char_end=span.end,
            section=self._section(block),
            container=CONTAINERS[block.kind],
            extractor=rule,
            confidence=round(confidence, 3),
            role=role,
            because=dict(because or {}),
            **columns,
        )

    def _section(self, block: Block) -> str:
        found = self._sections.get(block.index)
        if found is None:
            found = self._sections[block.index] = self.document.section(block)
        return found

    def in_table(self, claim: Claim, view: TableView, cell: Cell) -> Claim:
        """A claim with its place in a table."""
        return replace(claim, **place(view, cell))


def place(view: TableView, cell: Cell) -> dict[str, Any]:
    """Where a claim of a cell stands: fields of :class:`~extract.model.Claim`."""
    return {"table_index": view.table.index, "row_index": cell.row, "column_index": cell.column}


@lru_cache(maxsize=4)
def _qualifiers(lexicons: Lexicons, cues: Cues) -> Qualifiers:
    """The readers of qualifiers over some lexicons: making their patterns takes as long as reading a page."""
    return Qualifiers(lexicons, cues)


def prepare(document: Document, language: Language) -> Context:
    """Annotates a document and sets out what the kinds of claims work with."""
    annotated = language.annotate(document)
    attributor = Attributor(annotated, language.cues)
    views = tuple(
        TableView(attributor, document.tables[block.table], block)
        for block in document.blocks
        if block.table is not None and block.zone is Zone.ARTICLE
    )
    return Context(
        annotated=annotated,
        lexicons=language.lexicons,
        cues=language.cues,
        attributor=attributor,
        qualifiers=_qualifiers(language.lexicons, language.cues),
        tone=Tone(document.text, language.cues),
        language=language,
        tables=views,
    )


def reasons(attribution: Attribution) -> dict[str, str]:
    """Why a role was concluded, for :attr:`~extract.model.Claim.because`."""
    return {"role": attribution.because}
