"""One source: bytes to a document, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

from extract.lexicons import Lexicons
from extract.model import BlockKind, Document, Format, Rejection, SourceInfo, Zone
from extract.reading.archive import read_record, split_place
from extract.reading.assemble import assemble
from extract.reading.cut_words import join_cut_words
from extract.reading.decoding import Unreadable, declared_charset, decode, resolve_references
from extract.reading.formats import is_archive, of_content, of_name
from extract.reading.lines import ends_sentence
from extract.reading.markdown import read_markdown
from extract.reading.marked import finish
from extract.reading.metadata import Said, fill
from extract.reading.money import has_figure
from extract.reading.names import names_of
from extract.reading.opening import read_bytes
from extract.reading.outline import rank_headings
from extract.reading.page import read_page
from extract.reading.pieces import Piece
from extract.reading.text import read_text

# An article has some 20,000 characters, a long one 100,000; what is far beyond is a data file or a book.
MAX_BYTES = 20_000_000
MAX_SOURCE = 10_000_000
MAX_CHARS = 1_000_000
MAX_LINE = 100_000
LONGEST_QUESTION = 25
"""In words."""
# "Suppose you are a cook on $30,000 and are offered $40,000. Would you go?"
_SUPPOSED = re.compile(r"(?:Suppose|Imagine|Picture|Say|Let['’]s\s(?:say|suppose|assume))\b")
_SENTENCE_BEFORE = re.compile(r"[.!](?<=[a-z0-9%)][a-z0-9%)][.!])[\"”’)]?\s+[A-Z“\"]")


def read_file(path: Path, info: SourceInfo, lexicons: Lexicons) -> Document | Rejection:
    """Reads the file at ``path``, or one record of it where ``info.path`` names a record of a crawl archive.

    What is known in ``info`` is kept, the rest is filled up from the article. Never raises for what the
    file holds: a file that cannot be read, decoded or that is no article is a
    :class:`~extract.model.Rejection` with one line that says why.
    """
    place = split_place(info.path)
    if place is not None and is_archive(place[0]):
        record = read_record(path, place[1], MAX_BYTES)
        if isinstance(record, Unreadable):
            return _reject(info, b"", record.reason)
        data, form, charset = record
        return read_source(data, info, lexicons, form=form, charset=charset)
    data_or_not = read_bytes(path, MAX_BYTES)
    if isinstance(data_or_not, Unreadable):
        return _reject(info, b"", data_or_not.reason)
    return read_source(data_or_not, info, lexicons)


def read_source(
    data: bytes,
    info: SourceInfo,
    lexicons: Lexicons,
    *,
    form: Format | None = None,
    charset: str | None = None,
) -> Document | Rejection:
    """Like :func:`read_file`, of bytes at hand; ``form`` and ``charset`` are found out where not known."""
    if not data.strip():
        return _reject(info, data, "is empty")
    source = decode(data, charset or declared_charset(data))
    if isinstance(source, Unreadable):
        return _reject(info, data, source.reason)
    if len(source) > MAX_SOURCE:
        return _reject(
            info,
            data,
            f"has {len(source):,} characters, more than {MAX_SOURCE:,}: it is no single article, split it",
        )
    form = form or of_content(info.path, source)
    read = _read(source, form, lexicons)
    if isinstance(read, Unreadable):
        return _reject(info, data, read.reason, form)
    text, pieces, said = read
    if not pieces:
        return _reject(info, data, "holds no words", form)
    title = rank_headings(pieces, names_of(lexicons))
    _mark_questions(pieces)
    blocks, tables = assemble(text, pieces)
    info = fill(info, pieces, title.text if title else None, said)
    return Document(info, form, sha256(data).hexdigest(), text, blocks, tables)


def _read(source: str, form: Format, lexicons: Lexicons) -> tuple[str, list[Piece], Said | None] | Unreadable:
    """Canonical text, its pieces, and what the page says of itself."""
    if form is Format.TEXT:
        source = join_cut_words(resolve_references(source), lexicons)
        return _problem(source) or (source, read_text(source, lexicons), None)
    try:
        page = read_markdown(source) if form is Format.MARKDOWN else read_page(source)
    except ImportError as error:
        return Unreadable(f"needs {error.name} to be read: install rolefacts[{form}]")
    if isinstance(page, Unreadable):
        return page
    canvas, said = page
    text = canvas.text
    return _problem(text) or (text, finish(text, canvas.pieces, lexicons), said)


def _problem(text: str) -> Unreadable | None:
    """Why a text is no article, if it is none."""
    if not any(map(str.isalnum, text)):
        return Unreadable("holds no words")
    longest = max(map(len, text.split("\n")))
    if longest > MAX_LINE:
        return Unreadable(f"has a line of {longest:,} characters, more than {MAX_LINE:,}: restore its lost line ends")
    if len(text) > MAX_CHARS:
        return Unreadable(f"has {len(text):,} characters, more than {MAX_CHARS:,}: it is no single article, split it")
    return None


def _mark_questions(pieces: Sequence[Piece]) -> None:
    """Headings and paragraphs that only ask say nothing, nor do items with their answers as paragraphs below."""
    for piece, below in zip_longest(pieces, pieces[1:]):
        asks = piece.zone is Zone.ARTICLE and piece.text.endswith("?")
        answered = piece.is_item and below is not None and below.kind is BlockKind.PARAGRAPH
        if (
            asks
            and (answered or piece.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH))
            and not ends_sentence(piece.text[:-1].replace("?", "."))
            and not _tells(piece)
        ):
            piece.zone = Zone.QUESTION


def _tells(piece: Piece) -> bool:
    """Whether a paragraph says something before it asks: a good deal, or a figure."""
    told = _SENTENCE_BEFORE.search(piece.text)
    if told is None or len(piece.words) > LONGEST_QUESTION:
        return told is not None
    return has_figure(piece.text[: told.start()]) and _SUPPOSED.match(piece.text) is None


def _reject(info: SourceInfo, data: bytes, reason: str, form: Format | None = None) -> Rejection:
    form = form or of_name(info.path) or Format.TEXT
    return Rejection(info, form, sha256(data).hexdigest(), f"{info.path}: {reason}")
