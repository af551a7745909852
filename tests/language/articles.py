"""Small articles for tests: a notation of one block a line, made into documents without the reading stage.

``# Heading`` (deeper with more ``#``), ``- item`` (two blanks deeper each), ``| a | b |`` rows of a table, of
which the first is the header where ``|---|`` follows; ``^ title`` above and ``_ note`` below a table;
``[menu] words`` for what is no article; anything else is a paragraph. Markers are left out of the text. Items
and paragraphs that begin with ``Label: `` have a label, items also with ``Label. ``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from extract.language import Annotated, Language
from extract.lexicons import load
from extract.model import Block, BlockKind, Cell, Document, Format, SourceInfo, Span, Table, Zone

_HEADING = re.compile(r"(?P<marks>#{1,6}) ")
_ITEM = re.compile(r"(?P<indent> *)- ")
_ZONE = re.compile(r"\[(?P<zone>" + "|".join(Zone) + r")\] ")
_LABEL = re.compile(r"(?P<label>\w[\w/&()’' –-]{1,60}?)(?P<mark>[:.])\s")
_RULE = re.compile(r"\|[-:| ]+\|?")
_CELL = re.compile(r"[^|]+")
LONGEST_LABEL = 5


def gap(*case: Any, reason: str) -> Any:
    """A case that a careful reader would expect to hold and that does not yet."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


@cache
def language() -> Language:
    """The language of the shipped lexicons and model."""
    return Language(load())


def article(words: str, *, country: str | None = None) -> Document:
    """The document of an article in the notation of this module."""
    builder = _Builder()
    for line in words.strip("\n").split("\n"):
        builder.line(line)
    builder.end_table()
    info = SourceInfo("article", "article.txt", country=country)
    return Document(info, Format.TEXT, "0" * 64, builder.text, tuple(builder.blocks), tuple(builder.tables))


def annotate(words: str) -> Annotated:
    """What language sees in an article."""
    return language().annotate(article(words))


@dataclass
class _Builder:
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    rows: list[list[Span]] = field(default_factory=list)
    ruled: bool = False
    title: Span | None = None
    above: list[Block] = field(default_factory=list)
    parents: list[int | None] = field(default_factory=list)

    def line(self, line: str) -> None:
        if _RULE.fullmatch(line):
            self.ruled = True
        elif line.startswith("|") and _CELL.search(line):
            self._row(line)
        elif line.startswith("_ "):
            note = self._write(line[2:])
            self.end_table(note)
            self._add(BlockKind.PARAGRAPH, note)
        elif line.strip():
            self.end_table()
            self._block(line)
        else:
            self.end_table()
            self._write("")

    def _write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + "\n"
        return Span(start, start + len(words))

    def _row(self, line: str) -> None:
        whole = self._write(line.rstrip(" ").removeprefix("|").removesuffix("|"))
        cells = [(m.start(), m[0]) for m in _CELL.finditer(self.text, whole.start, whole.end)]
        self.rows.append(
            [
                Span(at + len(w) - len(w.lstrip()), at + len(w.rstrip())) if w.strip() else Span(at, at)
                for at, w in cells
            ]
        )

    def _block(self, line: str) -> None:
        zone = _ZONE.match(line)
        rest = line[zone.end() :] if zone else line
        heading, item = _HEADING.match(rest), _ITEM.match(rest)
        marker = heading or item
        words = rest[marker.end() :] if marker else rest.removeprefix("^ ")
        span = self._write(words)
        kind = BlockKind.HEADING if heading else BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
        depth = len(heading["marks"]) if heading else len(item["indent"]) // 2 if item else 0
        asks = Zone.QUESTION if words.endswith("?") and kind is not BlockKind.LIST_ITEM else Zone.ARTICLE
        self._add(kind, span, Zone(zone["zone"]) if zone else asks, depth)
        if rest.startswith("^ "):
            self.title = span

    def _add(
        self, kind: BlockKind, span: Span, zone: Zone = Zone.ARTICLE, depth: int = 0, table: int | None = None
    ) -> None:
        if kind is BlockKind.HEADING:
            self.above = [heading for heading in self.above if heading.level < depth]
        headings = tuple(heading.index for heading in self.above)
        intro = self._intro(depth) if kind is BlockKind.LIST_ITEM else None
        label = self._label(kind, span)
        block = Block(len(self.blocks), kind, span.start, span.end, zone, depth, headings, intro, label, table)
        self.blocks.append(block)
        if kind is BlockKind.HEADING:
            self.above.append(block)

    def _intro(self, depth: int) -> int | None:
        last = self.blocks[-1] if self.blocks else None
        if last is None or last.kind is not BlockKind.LIST_ITEM:
            titles = {BlockKind.HEADING, BlockKind.PARAGRAPH}
            self.parents = [last.index if last is not None and last.kind in titles else None]
        del self.parents[depth + 1 :]
        intro = self.parents[-1]
        self.parents.append(len(self.blocks))
        return intro

    def _label(self, kind: BlockKind, span: Span) -> Span | None:
        found = _LABEL.match(self.text, span.start, span.end)
        marks = {BlockKind.PARAGRAPH: ":", BlockKind.LIST_ITEM: ":."}.get(kind, "")
        if found is None or found["mark"] not in marks or len(found["label"].split()) > LONGEST_LABEL:
            return None
        return Span(found.start("label"), found.end("label"))

    def end_table(self, note: Span | None = None) -> None:
        if self.rows:
            index = len(self.tables)
            span = Span(self.rows[0][0].start, self.rows[-1][-1].end)
            header = self.rows[0] if self.ruled else []
            body = self.rows[1:] if self.ruled else self.rows
            self.tables.append(
                Table(
                    index,
                    span.start,
                    span.end,
                    tuple(Cell(-1, column, cell.start, cell.end) for column, cell in enumerate(header)),
                    tuple(
                        tuple(Cell(at, column, cell.start, cell.end) for column, cell in enumerate(row))
                        for at, row in enumerate(body)
                    ),
                    "pipe",
                    note=note,
                    title=self.title,
                )
            )
            self._add(BlockKind.TABLE, span, table=index)
        self.rows, self.ruled, self.title = [], False, None
