from __future__ import annotations

import pytest

from extract.lexicons import load
from extract.reading.cut_words import join_cut_words
from extract.reading.decoding import Unreadable, declared_charset, decode, resolve_references

TEXT = "Pay of bakers: £31,000 – £42,000, said “someone”.\nThe end of it all.\n"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "cp1252",
    ],
)
def test_text_is_decoded_with_and_without_a_mark(encoding: str) -> None:
    """Unicode in every width, marked or not, and Western text give the same characters."""
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\r\r\nb", "a\n\nb"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("a\x0cb", "a\nb"),
        ("a\u0085b", "a\nb"),
        ("tab\tstays", "tab\tstays"),
        ("e\u0301 stays", "e\u0301 stays"),
        ("ﬁ stays", "ﬁ stays"),
        ("𝗕𝗮𝗸𝗲𝗿 𝑝𝑎𝑦: 𝟐𝟎k", "Baker pay: 20k"),
        ("年収：８００万円", "年収:800万円"),
    ],
)
def test_only_line_ends_are_normalised(raw: str, canonical: str) -> None:
    """Every kind of line end becomes one character; letters are left as they are."""
    assert decode(raw.encode()) == canonical


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 something", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\x1f\x8b\x08 rest", "gzip"),
        (bytes(range(256)) * 20, "binary"),
        (b"words \x00 and \x00\x00 more words", "binary"),
        (b"\x01\x02\x03\x04\x05\x06 word", "binary"),
        (b"\xff\xfe\x00", "mark of UTF-16"),
        (b"\xff\xfe" + "a\ud800b".encode("utf-16-le", "surrogatepass"), "mark of UTF-16"),
        ("каждый охотник желает знать".encode("cp1251"), "not recognised"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    """Binary data, broken Unicode and unknown encodings say what they are."""
    result = decode(data)
    assert isinstance(result, Unreadable)
    assert reason in result.reason


def test_a_page_cut_inside_a_character_is_still_utf8() -> None:
    """One broken character does not turn the others into mojibake."""
    cut = ("£31,000 – £42,000 " * 20).encode()[:-3]
    result = decode(cut)
    assert isinstance(result, str)
    assert result.startswith("£31,000 – £42,000")


def test_a_declared_encoding_is_used() -> None:
    """The head of a page names its encoding."""
    data = "<meta charset='shift_jis'><p>仕事と給料</p>".encode("shift_jis")
    assert declared_charset(data) == "shift_jis"
    assert decode(data, "shift_jis") == "<meta charset='shift_jis'><p>仕事と給料</p>"


def test_an_unknown_declared_encoding_is_none() -> None:
    """A page may name an encoding that does not exist."""
    assert declared_charset(b"<meta charset=klingon>") is None


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        ("&pound;65,000&ndash;70,000", "£65,000–70,000"),
        ("don&#8217;t &amp; can&#x2019;t", "don’t & can’t"),
        ("R&D; AT&T &nosuch; &pound", "R&D; AT&T &nosuch; &pound"),
    ],
)
def test_references_in_plain_text(raw: str, canonical: str) -> None:
    """What a page's source calls by name or number is the character; what only looks like it stays."""
    assert resolve_references(raw) == canonical


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        (
            "A mason lays the walls and the foun-\ndations of a house.",
            "A mason lays the walls and the foundations of a house.",
        ),
        (
            "What they are all paid there, in Mort-\n  lake, is told by the very oldest statis-\ntics.",
            "What they are all paid there, in Mortlake, is told by the very oldest statistics.",
        ),
        (
            "A mason's pay depends on where, at entry-\nlevel most of all.",
            "A mason's pay depends on where, at entry-level most of all.",
        ),
        (
            "A lime mortar and cement mortar mason: the cement-\nmortar kind.",
            "A lime mortar and cement mortar mason: the cement-mortar kind.",
        ),
        (
            "What a mason does in a year of work -\nand what it pays.",
            "What a mason does in a year of work -\nand what it pays.",
        ),
        (
            "Of what a mason has to know of each dust-\nfree saws, all.",
            "Of what a mason has to know of each dust-free saws, all.",
        ),
        (
            "Of what a mason has to know of each nurse-\npractitioners, all.",
            "Of what a mason has to know of each nurse-practitioners, all.",
        ),
        (
            "Of what a mason has to know of each ex-\nperience, all.",
            "Of what a mason has to know of each experience, all.",
        ),
        (
            "Of what a mason has to know of each Java-\nscript, all.",
            "Of what a mason has to know of each Javascript, all.",
        ),
        (
            "Of what a mason has to know of all pre-\nand post-war walls, most.",
            "Of what a mason has to know of all pre-\nand post-war walls, most.",
        ),
        ("Short line-\nends", "Short line-\nends"),
        (
            "What a mason earns in a year or so: $40,000-\n$50,000",
            "What a mason earns in a year or so: $40,000-\n$50,000",
        ),
        (
            "What masons ask for: well-made and state-of-the-\nart tools.",
            "What masons ask for: well-made and state-of-the-\nart tools.",
        ),
    ],
)
def test_words_that_lines_cut(raw: str, canonical: str) -> None:
    """A word cut by its line is whole again; a compound keeps its hyphen, and what is no word its line."""
    assert join_cut_words(raw, load()) == canonical
