"""The draft of a document's blocks, shared by all formats: readers make it, later steps refine it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.model import BlockKind, Span, Zone
from extract.reading.cues import tokens_of
from extract.reading.lines import ends_sentence

_NEXT_SENTENCE = re.compile(r"[a-z]{3}[.!]\s+[A-Z]")


@dataclass(slots=True)
class Grid:
    """A table as it is read: spans of its cells, header apart. ``form`` names the layout."""

    start: int
    end: int
    form: str
    header: list[Span]
    rows: list[list[Span]]
    title: Span | None = None
    note: Span | None = None


@dataclass(slots=True, eq=False)
class Piece:
    """A block in the making.

    ``marker`` is the family of a list item's marker, ``number`` what it counts; ``indent`` its blanks
    before, ``gap`` the blank lines above. ``markup`` is the level of a heading that the source marks as
    one, else 0; ``rank`` orders headings, small is outer. ``picture`` stood before the words.
    """

    kind: BlockKind
    start: int
    end: int
    text: str
    marker: str = ""
    number: int = 0
    indent: int = 0
    gap: int = 0
    markup: int = 0
    rank: int = 0
    depth: int = 0
    picture: str = ""
    zone: Zone = Zone.ARTICLE
    label: Span | None = None
    grid: Grid | None = None
    reach: int | None = None
    """Where the part of the page ends that a heading is of; None where it goes on to the next heading."""
    runs_on: bool = False
    """Whether words run together again and again, as the entries of a menu do."""
    starred: bool = False
    """Whether a list item's marker is an asterisk, which also marks notes."""
    settled: bool = False
    """Whether the source itself says what kind of block it is."""
    _words: Sequence[str] | None = field(default=None, repr=False)

    @property
    def words(self) -> Sequence[str]:
        """The words in small letters."""
        if self._words is None:
            self._words = tokens_of(self.text)
        return self._words

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind is BlockKind.LIST_ITEM

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.kind is BlockKind.HEADING

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.kind is BlockKind.TABLE

    @property
    def is_prose(self) -> bool:
        """Whether it reads as sentences: a sentence of some length, or a long line."""
        if self.kind is not BlockKind.PARAGRAPH:
            return False
        size = len(self.words)
        if size >= 18:
            return True
        # A question alone is as likely a heading.
        ended = ends_sentence(self.text) and "?" not in self.text[-3:]
        return size >= 7 and (ended or bool(_NEXT_SENTENCE.search(self.text)))
