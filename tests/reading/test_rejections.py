"""Files that are no article: each gives one clear line, and nothing is raised."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extract.lexicons import load
from extract.model import Document, Rejection, SourceInfo
from extract.reading import read_file


def reason(path: Path) -> str:
    """Why a file is refused."""
    result = read_file(path, SourceInfo("x", path.name), load())
    assert isinstance(result, Rejection)
    assert path.name in result.reason
    assert "\n" not in result.reason
    return result.reason


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "holds no words"),
        (b"--- *** ---\n", "holds no words"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (b"%PDF-1.4", "PDF"),
        (b"a" * 5_000_000, "a line of 5,000,000 characters"),
        (b"some words\n" * 150_000, "more than 1,000,000"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_content_that_is_no_article(tmp_path: Path, data: bytes, words: str) -> None:
    """Empty, binary and endless files say so."""
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    assert words in reason(path)


def test_a_link_to_nothing(tmp_path: Path) -> None:
    """A dangling link is named as one."""
    path = tmp_path / "link.txt"
    path.symlink_to(tmp_path / "gone.txt")
    assert "link to nothing" in reason(path)


def test_a_missing_file(tmp_path: Path) -> None:
    """A file may vanish between listing and reading."""
    assert "cannot be read" in reason(tmp_path / "gone.txt")


def test_a_directory(tmp_path: Path) -> None:
    """A directory is no article."""
    assert "directory" in reason(tmp_path)


def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    """A named pipe that nobody writes to is refused at once."""
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert "no regular file" in reason(path)


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing permission is said with what to do."""
    path = tmp_path / "secret.txt"
    path.write_text("words")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "permission denied" in reason(path)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is read into memory."""
    monkeypatch.setattr("extract.reading.reading.MAX_BYTES", 100)
    path = tmp_path / "large.txt"
    path.write_text("word " * 100)
    assert "more than 100 bytes" in reason(path)


@pytest.mark.parametrize("name", ["article.md", "article.html"])
def test_a_format_without_its_library_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Markdown and HTML are optional; plain text is not."""
    for module in ("markdown_it", "lxml.html", "lxml.etree"):
        monkeypatch.setitem(__import__("sys").modules, module, None)
    path = tmp_path / name
    path.write_text("<html><p>Some words of a page.</p></html>" if name.endswith("html") else "Some words.")
    assert "install rolefacts[" in reason(path)


def test_a_page_saved_as_text_is_still_a_page(tmp_path: Path) -> None:
    """The content counts where the name is wrong."""
    path = tmp_path / "article.txt"
    path.write_text("<!DOCTYPE html><html><body><p>Some words of a page.</p></body></html>")
    result = read_file(path, SourceInfo("x", path.name), load())
    assert isinstance(result, Document)
    assert result.format == "html"
    assert "<p>" not in result.text
