"""What holds for any text whatever: it is read or refused, and every place lies where it should."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lexicons import load
from extract.model import BlockKind, Document, SourceInfo, Zone
from extract.reading import read_source
from extract.reading.decoding import Unreadable, decode

LEXICONS = load()

# Lines of the kinds that pages are made of, so that random texts meet every reader of tables and lists.
LINE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "",
            "Data Analyst",
            "What Is a Data Engineer?",
            "Frequently Asked Questions",
            "1. Focus Area",
            "- one item",
            "  • another: item",
            "-",
            "| Level | Pay |",
            "|---|---|",
            "| Junior | $60,000 |",
            "|",
            "Level\tPay",
            "Junior\t$60,000",
            "Level    Base    Bonus",
            "LevelPay",
            "CriteriaData AnalystData Engineer",
            "Salary Range$60K – $90K+$80K – $120K",
            "min. 41.500 €",
            "Gross salary/Year",
            "Label: what it says",
            "## Heading",
            "**Bold**",
            "=====",
            "Start your career with this bootcamp today!",
            "By Jane Miller | 3 May 2021",
            "About the author",
            "Related articles",
            "A data analyst counts what there is to be counted, and then counts it again.",
        ]
    ),
)
PAGE = st.lists(LINE, max_size=30).map("\n".join)


def check(document: Document) -> None:
    """Blocks are ordered and apart, and all that points into the text lies where it should."""
    text = document.text
    reach = 0
    for index, block in enumerate(document.blocks):
        assert block.index == index
        assert reach <= block.start < block.end <= len(text)
        reach = block.end
        words = document.words(block)
        assert words == words.strip(" \n\t")
        assert all(document.blocks[above].kind is BlockKind.HEADING and above < index for above in block.headings)
        assert block.intro is None or block.intro < index
        assert block.label is None or block.start <= block.label.start < block.label.end <= block.end
        assert (block.table is not None) == (block.kind is BlockKind.TABLE)
        assert block.kind is not BlockKind.HEADING or 1 <= block.level <= 6
    for block in document.blocks:
        if block.table is not None:
            table = document.tables[block.table]
            assert table.index == block.table
            assert all(block.start <= cell.start <= cell.end <= block.end for cell in table.cells())
            assert len({len(row) for row in table.rows}) == 1
            assert not table.header or len(table.header) == len(table.rows[0])


@settings(deadline=None, max_examples=150)
@given(PAGE)
def test_any_text_gives_a_sound_document(text: str) -> None:
    """Never raises; the canonical text is the text with its line ends unified."""
    result = read_source(text.encode("utf-8", "surrogatepass"), SourceInfo("x", "x.txt"), LEXICONS)
    if isinstance(result, Document):
        assert result.text == decode(text.encode())
        check(result)


@settings(deadline=None, max_examples=60)
@given(PAGE)
def test_any_markdown_gives_a_sound_document(text: str) -> None:
    """The rendered text is as sound as a plain one."""
    result = read_source(text.encode("utf-8", "surrogatepass"), SourceInfo("x", "x.md"), LEXICONS)
    if isinstance(result, Document):
        check(result)


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h2",
        "ul",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "b",
        "br",
        "nav",
        "aside",
        "details",
        "summary",
        "dl",
        "dt",
        "dd",
        "span",
    ]
)
HTML = st.lists(
    st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), LINE, st.just("<td colspan=3 rowspan=2>")),
    max_size=40,
).map("".join)


@settings(deadline=None, max_examples=60)
@given(HTML)
def test_any_html_gives_a_sound_document(text: str) -> None:
    """Elements may be nested and left open in any way."""
    result = read_source(f"<html>{text}".encode("utf-8", "surrogatepass"), SourceInfo("x", "x.html"), LEXICONS)
    if isinstance(result, Document):
        check(result)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Never raises; what is decoded can be written as UTF-8."""
    result = decode(data)
    if isinstance(result, Unreadable):
        assert result.reason
    else:
        result.encode("utf-8")


@settings(deadline=None, max_examples=40)
@given(PAGE)
def test_the_same_text_gives_the_same_document(text: str) -> None:
    """Reading keeps nothing from one text to the next."""
    info = SourceInfo("x", "x.txt")
    data = text.encode("utf-8", "replace")
    assert read_source(data, info, LEXICONS) == read_source(data, info, LEXICONS)


def test_zones_are_all_of_the_vocabulary() -> None:
    """The cases of pages name every zone there is."""
    from tests.reading.helpers import cases

    named = {key for case in cases("zones.toml") for key in case} - {"name", "text"}
    assert named == {zone.value for zone in Zone}
