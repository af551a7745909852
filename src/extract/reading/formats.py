"""What a file is written in: by its name, then by its content."""

from __future__ import annotations

import re
from pathlib import PurePath

from extract.model import Format

_BY_SUFFIX = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}
_ARCHIVE = re.compile(r"(?i)\.(?:warc|wet|wat)(?:\.gz)?$")
_PAGE = re.compile(
    r"(?i)\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,500}-->\s{0,200})?(?:<!doctype\s+html|<html[\s>])"
)


def of_name(name: str) -> Format | None:
    """The format that a file name's ending means, if it means one."""
    return _BY_SUFFIX.get(PurePath(name).suffix.lower())


def of_content(name: str, text: str) -> Format:
    """The format of a text that was read from a file of that name.

    A page saved under the wrong ending is still a page; everything else of an unknown ending is text.
    """
    if _PAGE.match(text):
        return Format.HTML
    named = of_name(name)
    return Format.TEXT if named is None or (named is Format.HTML and "<" not in text) else named


def stem_of(name: str) -> str:
    """The name without its ending; both endings of a packed archive."""
    return _ARCHIVE.sub("", name) if is_archive(name) else PurePath(name).stem


def is_archive(name: str) -> bool:
    """Whether the name is that of a crawl archive, whose records are sources of their own."""
    return bool(_ARCHIVE.search(name))
