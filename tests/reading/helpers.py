"""What the tests of reading share: a document of a text, and its parts as plain values."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from extract.lexicons import load
from extract.model import Block, BlockKind, Document, SourceInfo, Table, Zone
from extract.reading import read_source

CASES = Path(__file__).parent / "cases"


def read(text: str, name: str = "article.txt") -> Document:
    """The document of a text that can be read."""
    document = read_source(text.encode("utf-8"), SourceInfo("article", name), load())
    assert isinstance(document, Document), document
    return document


def header(document: Document, table: Table) -> list[str]:
    return [document.words(cell) for cell in table.header]


def rows(document: Document, table: Table) -> list[list[str]]:
    return [[document.words(cell) for cell in row] for row in table.rows]


def texts(document: Document, kind: BlockKind | None = None, zone: Zone | None = None) -> list[str]:
    """The words of the blocks of a kind and a zone."""
    wanted = (b for b in document.blocks if kind in {None, b.kind} and zone in {None, b.zone})
    return [document.words(block) for block in wanted]


def block_of(document: Document, words: str) -> Block:
    """The block that starts with the words."""
    return next(block for block in document.blocks if document.words(block).startswith(words))


def sections(document: Document) -> dict[str, str]:
    """Words of each block -> the headings above it."""
    return {document.words(block): document.section(block) for block in document.blocks}


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file of ``cases/``."""
    tables: list[dict[str, Any]] = tomllib.loads((CASES / name).read_text(encoding="utf-8"))["case"]
    return tables
