"""Crawl archives (WARC, WET, plain or gzipped): each record of a page is a source of its own.

A record is named by the file and its place in it, ``crawl.warc.gz#1234``, so that it is read without
reading what is before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.model import Format
from extract.reading.decoding import Unreadable
from extract.reading.opening import check_file

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PLACE = re.compile(r"(?P<file>.+)#(?P<offset>\d{1,18})")
_TYPES = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/plain": Format.TEXT,
    "text/markdown": Format.MARKDOWN,
}
_KINDS = frozenset({"response", "resource", "conversion"})


@dataclass(frozen=True, slots=True)
class Record:
    """A page's record: its place in the file, its address and the day that it was fetched."""

    offset: int
    url: str | None
    retrieved: str | None


def records(path: Path) -> list[Record] | Unreadable:
    """The records of a file that hold a page of text; needs ``warcio``."""
    problem = check_file(path)
    if problem is not None:
        return problem
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  an optional dependency
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        return _MISSING
    try:
        with path.open("rb") as file:
            found = list(_pages(ArchiveIterator(file)))
    except (ArchiveLoadFailed, OSError, ValueError, EOFError) as error:
        return Unreadable(f"is no crawl archive that can be read ({_line(error)})")
    return found or Unreadable("holds no record of a page")


_MISSING = Unreadable("needs warcio to be read: install rolefacts[warc]")


def _pages(iterator: Iterator[ArcWarcRecord]) -> Iterator[Record]:
    for record in iterator:
        offset = iterator.get_record_offset()  # type: ignore[attr-defined]
        if _format(record) is not None:
            headers = record.rec_headers
            date = headers.get_header("WARC-Date") or ""
            yield Record(offset, headers.get_header("WARC-Target-URI"), date[:10] or None)


def _format(record: ArcWarcRecord) -> Format | None:
    """What a record's page is written in; None for requests, failures, pictures and the like."""
    if record.rec_type not in _KINDS:
        return None
    if record.http_headers is not None:
        if not (record.http_headers.get_statuscode() or "200").startswith("2"):
            return None
        kind = record.http_headers.get_header("Content-Type")
    else:
        kind = record.rec_headers.get_header("Content-Type")
    return _TYPES.get((kind or "").split(";")[0].strip().lower())


def split_place(path: str) -> tuple[str, int] | None:
    """File name and offset of a record's name; None for the name of a plain file."""
    found = _PLACE.fullmatch(path)
    return (found["file"], int(found["offset"])) if found else None


def read_record(path: Path, offset: int, limit: int) -> tuple[bytes, Format, str | None] | Unreadable:
    """A record's bytes, format and declared encoding."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  an optional dependency
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        return _MISSING
    try:
        with path.open("rb") as file:
            file.seek(offset)
            record = next(iter(ArchiveIterator(file)))
            form = _format(record)
            if form is None:
                return Unreadable("is no record of a page")
            data = record.content_stream().read(limit + 1)
            charset = re.search(r"charset=\"?([\w-]{2,40})", _content_type(record))
    except (ArchiveLoadFailed, OSError, ValueError, EOFError, StopIteration) as error:
        return Unreadable(f"holds a record that cannot be read ({_line(error)})")
    if len(data) > limit:
        return Unreadable(f"holds more than {limit:,} bytes: it is no single article")
    return data, form, charset[1] if charset else None


def _content_type(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
