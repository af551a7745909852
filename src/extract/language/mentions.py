"""What language sees in a passage: sentences, and mentions of things that the lexicons know."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from extract.model import Block, Cell, Document, Span, Zone

FEW = 20
_START = attrgetter("start")
_END = attrgetter("end")


class MentionKind(StrEnum):
    """The family of lexicon entries that a mention belongs to."""

    ROLE = "role"
    FIELD = "field"
    TOOL = "tool"
    REGION = "region"
    ORIGIN = "origin"
    DEGREE = "degree"
    STUDY = "study"
    CERTIFICATION = "certification"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: ``key`` is the canonical id or name, ``start:end`` its words in the canonical text.

    ``doubtful`` marks names that are also common words and were accepted because of their context.
    """

    kind: MentionKind
    key: str
    start: int
    end: int
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A block or cell: its sentences and mentions, both in order of offset."""

    start: int
    end: int
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]

    def of(self, kinds: MentionKind | Iterable[MentionKind], start: int = 0, end: int | None = None) -> list[Mention]:
        """The mentions of some kinds that begin within ``start:end``."""
        mentions = self.mentions
        if not mentions:
            return []
        # A tuple is searched by identity; the hash of an enum's member is worked out by Python each time.
        wanted = (kinds,) if isinstance(kinds, MentionKind) else tuple(kinds)
        stop = self.end if end is None else end
        if len(mentions) > FEW:
            mentions = mentions[bisect_left(mentions, start, key=_START) : bisect_left(mentions, stop, key=_START)]
        return [m for m in mentions if m.kind in wanted and start <= m.start < stop]

    def sentence_at(self, offset: int) -> Span:
        """The sentence around an offset; the whole passage where there is none."""
        at = bisect_right(self.sentences, offset, key=_START) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        return Span(self.start, self.end)

    def before(self, sentence: Span) -> tuple[Span, ...]:
        """The sentences before one, in order."""
        return self.sentences[: bisect_right(self.sentences, sentence.start, key=_END)]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and what language saw in it.

    ``topics`` are the roles that the article is about, in the order of their introduction; "both roles" means these.
    ``blocks`` holds a passage for each article block that is no table, ``cells`` one for each cell that has words,
    by ``(table, row, column)``.
    """

    document: Document
    topics: tuple[str, ...]
    blocks: Mapping[int, Passage]
    cells: Mapping[tuple[int, int, int], Passage]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.document.text

    def passage(self, part: Block | Cell, table: int = -1) -> Passage | None:
        """The passage of a block, or of a cell of a table."""
        if isinstance(part, Cell):
            return self.cells.get((table, part.row, part.column))
        return self.blocks.get(part.index)

    def article(self) -> list[Block]:
        """The blocks that may make claims, in order."""
        return [block for block in self.document.blocks if block.zone is Zone.ARTICLE]
