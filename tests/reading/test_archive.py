from __future__ import annotations

from gzip import compress
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest

from extract.lexicons import load
from extract.model import Document, Format, Rejection
from extract.reading import load_catalogue, read_file

pytest.importorskip("warcio")

PAGE = b"<html><body><h1>Pay</h1><p>Both of them are paid for it at the end of every month.</p></body></html>"
TEXT = b"Pay\n\nBoth of them are paid for it at the end of every month.\n"


def record(url: str, kind: str, content_type: str, body: bytes) -> bytes:
    """A record of an archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, url)}>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def response(url: str, status: str, content_type: str, body: bytes) -> bytes:
    """A record of an answer of a server."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
    return record(url, "response", "application/http; msgtype=response", answer)


def archive(path: Path, *, gzip: bool) -> Path:
    """A crawl archive with a page, a failure, a picture and a plain text."""
    records = [
        response("http://example.org/page", "200 OK", "text/html; charset=utf-8", PAGE),
        response("http://example.org/gone", "404 Not Found", "text/html", PAGE),
        response("http://example.org/picture", "200 OK", "image/png", b"\x89PNG"),
        record("http://example.org/text", "conversion", "text/plain", TEXT),
    ]
    path.write_bytes(b"".join(compress(data) if gzip else data for data in records))
    return path


@pytest.mark.parametrize(("name", "gzip"), [("crawl.warc", False), ("crawl.warc.gz", True), ("crawl.wet.gz", True)])
def test_each_page_of_an_archive_is_a_source(tmp_path: Path, name: str, gzip: bool) -> None:
    """Pages and texts are listed with their address; failures and pictures are not."""
    archive(tmp_path / name, gzip=gzip)
    entries = load_catalogue(tmp_path).entries
    assert [(entry.info.source_id, entry.info.url, entry.info.retrieved) for entry in entries] == [
        ("crawl-1", "http://example.org/page", "2024-05-01"),
        ("crawl-2", "http://example.org/text", "2024-05-01"),
    ]
    documents = [read_file(entry.path, entry.info, load()) for entry in entries]
    assert all(isinstance(document, Document) for document in documents)
    page, text = documents
    assert (page.format, text.format) == (Format.HTML, Format.TEXT)
    assert isinstance(page, Document)
    assert isinstance(text, Document)
    assert "at the end of every month." in page.text
    assert text.text == TEXT.decode()


def test_a_broken_archive_is_a_problem(tmp_path: Path) -> None:
    """What is no archive says so in one line; the others are read."""
    (tmp_path / "broken.warc.gz").write_bytes(b"\x1f\x8b nothing that can be unpacked")
    (tmp_path / "fine.txt").write_text("Some words of an article.")
    catalogue = load_catalogue(tmp_path)
    assert [entry.path.name for entry in catalogue.entries] == ["fine.txt"]
    (problem,) = catalogue.problems
    assert "broken.warc.gz" in problem.reason
    assert "\n" not in problem.reason


def test_a_record_that_is_gone_is_refused(tmp_path: Path) -> None:
    """The archive may change between listing and reading."""
    path = archive(tmp_path / "crawl.warc", gzip=False)
    (entry, _) = load_catalogue(tmp_path).entries
    path.write_bytes(b"something else altogether\n")
    assert isinstance(read_file(entry.path, entry.info, load()), Rejection)


def test_without_its_library_an_archive_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says what to install."""
    archive(tmp_path / "crawl.warc", gzip=False)
    monkeypatch.setitem(__import__("sys").modules, "warcio.archiveiterator", None)
    (problem,) = load_catalogue(tmp_path).problems
    assert "install rolefacts[warc]" in problem.reason
