r"""Bytes to canonical text, or the reason why not.

Canonical text is the file's text with every kind of line end written as ``\n``, letters that only differ in style
("𝗕𝗮𝗸𝗲𝗿", "１２") as plain ones, the references of plain text ("&pound;") as what they stand for, and words that its
lines cut ("foun-", "dations") whole; nothing else is normalised, so that offsets and quotes stay those of the article.
"""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from dataclasses import dataclass

# The longest mark first: the mark of UTF-32-LE starts with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"\x1f\x8b", "gzip data"),
)
_LINE_ENDS = ("\r\n", "\r", "\u0085", "\u2028", "\u2029", "\x0b", "\x0c")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# Mathematical letters and digits, and those of full width: one character each, plain or not.
_STYLED = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")
# "&nbsp;", "&#8217;", "&#x20AC;"; without the semicolon it may be anything.
_REFERENCE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}\d{0,2});")
_CHARSET = re.compile(rb"""charset\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:-]{2,40})""")
# A page cut in the middle of a character, or spliced from two encodings, is still read as UTF-8 up to this
# share of bad bytes.
_BAD_SHARE = 0.002
# Above this share of control characters it is no text, and above this share of accented letters no Western
# text.
_CONTROL_SHARE = 0.02
_ACCENT_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why bytes are no text, as the end of a sentence about the file."""

    reason: str


def decode(data: bytes, declared: str | None = None) -> str | Unreadable:
    """Text of ``data``: by its mark, its zero bytes, as UTF-8, in the ``declared`` encoding, as cp1252.

    Takes UTF-8, UTF-16 and UTF-32 with or without a mark. What is left over is binary data or an unknown
    encoding.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return Unreadable(f"is {name}, not text: save the article as text, Markdown or HTML")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(
                data[len(mark) :], encoding, f"starts with the mark of {encoding.upper()} but does not decode"
            )
    if b"\x00" in data:
        return _wide(data)
    for encoding in ("utf-8", *((declared,) if declared else ())):
        text = _try(data, encoding)
        if text is not None:
            return _checked(text)
    return _patched(data)


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML page's head names, if Python knows it."""
    found = _CHARSET.search(data[:4096])
    if not found:
        return None
    try:
        return codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None


def unify_line_ends(text: str) -> str:
    r"""Every kind of line end as ``\n``; other control characters, which no format can carry, as blanks."""
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return _CONTROLS.sub(" ", text)


def resolve_references(text: str) -> str:
    """``&pound;65,000&ndash;70,000`` in what is no HTML: the characters that are meant; unknown references stay."""
    return _REFERENCE.sub(lambda found: unify_line_ends(html.unescape(found[0])), text) if "&" in text else text


def _plain(text: str) -> str:
    """Letters and digits that only differ in style as plain ones."""
    if text.isascii() or _STYLED.search(text) is None:
        return text
    return _STYLED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _strict(data: bytes, encoding: str, problem: str) -> str | Unreadable:
    text = _try(data, encoding)
    return Unreadable(f"{problem}: save it as UTF-8") if text is None else _checked(text)


def _wide(data: bytes) -> str | Unreadable:
    """UTF-16 and UTF-32 without a mark: Western text then has its zero bytes at regular places."""
    sample = data[:4000]
    zeros = [sample[start::4].count(0) for start in range(4)]
    quarter = max(1, len(sample) // 4)
    encodings = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    first, second, third, fourth = (count > quarter * 0.5 for count in zeros)
    encoding = encodings.get((first, second, third, fourth))
    if encoding is None:
        return Unreadable("holds zero bytes: it is binary data, not text")
    return _strict(data, encoding, f"looks like {encoding.upper()} but does not decode")


def _patched(data: bytes) -> str | Unreadable:
    """UTF-8 with a few broken bytes, else cp1252."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    if bad <= max(1, _BAD_SHARE * len(text)) and (bad == 1 or not text.isascii()):
        whole = sum(1 for char in text if char > "\x7f" and char != "\ufffd")
        if whole >= bad:
            return _checked(text)
    western = _try(data, "cp1252")
    if western is None or sum(char > "\x7f" for char in western) > _ACCENT_SHARE * len(western):
        return Unreadable("is in an encoding that is not recognised: save it as UTF-8")
    return _checked(western)


def _checked(text: str) -> str | Unreadable:
    controls = len(_CONTROLS.findall(text))
    if controls > 1 and controls > _CONTROL_SHARE * len(text):
        return Unreadable("holds control characters throughout: it is binary data, not text")
    return _plain(unify_line_ends(text))
