from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from extract.report import render_markdown
from extract.report.markdown import code, escaped
from tests.report.builder import empty, report
from tests.report.crowd import large

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def inline(text: str) -> list[Token]:
    """The inline tokens of a list item that holds the text."""
    blocks = READER.parse(f"- {text}\n")
    assert [token.type for token in blocks] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    ]
    return [child for token in blocks for child in token.children or []]


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "1. no list",
        "1) no list",
        "- no list",
        "+ no list",
        "* no list",
        "> no quote",
        "--- no rule",
        "=== no heading",
        "| no | cell",
        "*no* _emphasis_ **at** ~~all~~",
        "`no code`",
        "[no](javascript:alert(1)) link",
        "![no](x) picture",
        "<b>no</b> html",
        "&lt;no entity&gt;",
        "&#60;",
        "a\\b",
        "$no$ formula",
        "@nobody #12",
        "<https://a.example>",
        "<!-- no comment",
        "[^1] no footnote",
        "\\",
        "`",
        "```",
        "~~~",
        "    no code",
        "[ ] no task",
        "a: b",
        "x<y>z",
        "a  \nb",
        "http://a.example www.a.example",
    ],
)
def test_words_are_only_words(text: str) -> None:
    """Whatever an article says is shown letter for letter, blanks aside."""
    tokens = inline(escaped(text))
    assert {token.type for token in tokens} <= {"text", "text_special"}
    assert "".join(token.content for token in tokens) == " ".join(text.split())


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Zs")), min_size=1))
def test_any_words_are_only_words(text: str) -> None:
    tokens = inline(escaped(text))
    assert {token.type for token in tokens} <= {"text", "text_special"}
    assert "".join(token.content for token in tokens) == text


@given(st.text(alphabet="`| ab\\$<", max_size=30))
def test_code_spans_hold_anything(text: str) -> None:
    tokens = inline(code(text)) if text.strip() else [Token("code_inline", "", 0)]
    assert [token.type for token in tokens] == ["code_inline"]
    if text.strip():
        assert " ".join(tokens[0].content.split()) == " ".join(text.replace("|", "¦").split())


def test_addresses_in_words_are_no_links() -> None:
    """Neither a scheme nor www. is left whole for readers that link bare addresses."""
    assert escaped("http://a.example www.a.example") == "http\\://a.example www\\.a.example"


def test_the_report_has_its_parts() -> None:
    found = render_markdown(report())
    tokens = READER.parse(found)
    titles = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert titles == [
        "Job roles: what the sources say, and where they disagree",
        "Since the last run",
        "Nothing usable is known",
        "Discrepancies (6)",
        "Salaries",
        "Tools",
        "Outlook",
        "Sources",
    ]
    assert [token.type for token in tokens].count("table_open") == 4


@pytest.mark.parametrize(
    "line",
    [
        "Claims: 22 accepted, 1 flagged, 1 quarantined.",
        "| Machine Learning Engineer | Mid, United States | Nothing usable known |  |  |",
        "| Data Scientist | Mid, United States | Harbor Careers | \\$75,000–\\$146,000 |  |",
        "| Kubernetes | not needed: Tallyboard | Harbor Careers (only this role) |",
        "| Harbor Careers | 0.81 | 12 | 1 set aside, named in 4 open discrepancies, 1 error |  |",
        "- torn (`torn.pdf`): not text: 41% of its bytes are no UTF-8",
        "  - What was done: Both kept. They measure different things and were not compared.",
    ],
)
def test_lines_of_the_report(line: str) -> None:
    assert line in render_markdown(report()).splitlines()


def test_quotes_stand_in_code_spans() -> None:
    assert "it may mean \\$118,000+ or \\$118+: `$118$+`" in render_markdown(report())


def test_every_row_of_a_table_has_as_many_cells() -> None:
    rows = [line for line in render_markdown(report()).splitlines() if line.startswith("|")]
    widths: list[int] = []
    for row in rows:
        cells = row.replace("\\|", "").count("|") - 1
        if set(row) <= set("|-: "):
            assert widths[-1] == cells
        widths.append(cells)
    assert rows


def test_a_report_on_nothing() -> None:
    found = render_markdown(empty())
    assert "0 articles: 0 claims. No discrepancy is open." in found
    assert "## Discrepancies\n\nNone." in found


def test_a_run_without_changes() -> None:
    made = report()
    assert "Nothing came, went or was resolved." in render_markdown(report(previous=made.discrepancies))
    assert "There was no run before this one." in render_markdown(report(previous=None))


def test_it_fits_a_comment() -> None:
    """Forges refuse comments above 65,536 characters."""
    found = render_markdown(large(200, 5000))
    assert len(found) < 65_536
    assert "and 327 more figures" in found
    assert "4,900 more discrepancies: see `discrepancies.parquet`." in found
