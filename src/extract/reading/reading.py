"""One source: bytes to a document, or the reason why it is none."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from extract.lexicons import Lexicons
from extract.model import BlockKind, Document, Format, Rejection, SourceInfo, Zone
from extract.reading.assemble import assemble
from extract.reading.decoding import Unreadable, declared_charset, decode
from extract.reading.formats import of_content, of_name
from extract.reading.metadata import fill
from extract.reading.names import names_of
from extract.reading.opening import read_bytes
from extract.reading.outline import rank_headings
from extract.reading.text import read_text

# An article has some 20,000 characters, a long one 100,000; what is far beyond is a data file or a book.
MAX_BYTES = 20_000_000
MAX_CHARS = 1_000_000
MAX_LINE = 100_000


def read_file(path: Path, info: SourceInfo, lexicons: Lexicons) -> Document | Rejection:
    """Reads the file at ``path``; what is known in ``info`` is kept, the rest is filled up from the article.

    Never raises for what the file holds: a file that cannot be read, decoded or that is no article is a
    :class:`~extract.model.Rejection` with one line that says why.
    """
    data = read_bytes(path, MAX_BYTES)
    if isinstance(data, Unreadable):
        return _reject(info, b"", data.reason)
    return read_source(data, info, lexicons)


def read_source(data: bytes, info: SourceInfo, lexicons: Lexicons) -> Document | Rejection:
    """Like :func:`read_file`, of bytes that are at hand."""
    if not data.strip():
        return _reject(info, data, "is empty")
    text = decode(data, declared_charset(data))
    if isinstance(text, Unreadable):
        return _reject(info, data, text.reason)
    problem = _problem(text)
    if problem:
        return _reject(info, data, problem)
    form = of_content(info.path, text)
    pieces = read_text(text, lexicons)
    if not pieces:
        return _reject(info, data, "holds no words")
    title = rank_headings(pieces, names_of(lexicons))
    for piece in pieces:
        if (
            piece.zone is Zone.ARTICLE
            and piece.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
            and piece.text.endswith("?")
        ):
            piece.zone = Zone.QUESTION
    blocks, tables = assemble(text, pieces)
    info = fill(info, pieces, title.text if title else None)
    return Document(info, form, sha256(data).hexdigest(), text, blocks, tables)


def _problem(text: str) -> str | None:
    if not text.strip():
        return "holds no words"
    if len(text) > MAX_CHARS:
        return f"has {len(text):,} characters, more than {MAX_CHARS:,}: it is no single article, split it"
    longest = max(map(len, text.split("\n")))
    if longest > MAX_LINE:
        return f"has a line of {longest:,} characters, more than {MAX_LINE:,}: it is no article, or its line ends were lost"
    return None


def _reject(info: SourceInfo, data: bytes, reason: str) -> Rejection:
    return Rejection(
        info, of_name(info.path) or Format.TEXT, sha256(data).hexdigest(), f"{info.path}: {reason}"
    )
