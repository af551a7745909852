from __future__ import annotations

import pytest

from extract.model import Zone
from tests.reading.helpers import block_of, header, read, rows, texts

pytest.importorskip("markdown_it")

ARTICLE = """\
---
title: "Data Analyst vs Data Engineer"
date: 2024-03-05
updated: 2024-06-01
---

# Data Analyst vs Data Engineer

A **data analyst** answers [questions](https://example.org/a) with data,
and a _data engineer_ builds the `pipes`.

## Pay

| Data Analyst | Data Engineer | |
|---|---|---|
| Pay | **$70k** | $95k |
| Growth | 9% \\| 10% | 12% |
The table shows little more than that.

**Key tools**

- **SQL**: asked for by all
  - window functions
- Python

1. Learn
2. Rest

Level | Pay
Junior | $1,000
Senior | $2,000

![A picture](chart.png)

### Is it hard?

No, it is not hard for those who like it.
"""


def test_canonical_text_is_without_marks() -> None:
    """Emphasis, links, code marks, pictures and front matter are not in the text."""
    text = read(ARTICLE, "article.md").text
    assert "A data analyst answers questions with data, and a data engineer builds the pipes." in text
    assert not any(mark in text for mark in ("**", "](", "`", "---", "chart.png", "title:"))


def test_blocks_stand_under_the_marked_headings() -> None:
    """Levels are those of the source; a line in bold letters is a heading below them."""
    document = read(ARTICLE, "article.md")
    assert document.section(block_of(document, "SQL")) == "Data Analyst vs Data Engineer > Pay > Key tools"
    assert document.section(block_of(document, "No, it is")) == "Data Analyst vs Data Engineer > Pay > Is it hard?"
    assert [(b.level, b.intro is not None) for b in document.blocks if b.kind == "list_item"] == [
        (0, True),
        (1, True),
        (0, True),
        (0, True),
        (0, True),
    ]


def test_tables_with_and_without_dashes() -> None:
    """GFM tables, their shifted headers, and what only looks like a table; text below a table is no row."""
    document = read(ARTICLE, "article.md")
    first, second = document.tables
    assert header(document, first) == ["", "Data Analyst", "Data Engineer"]
    assert rows(document, first) == [["Pay", "$70k", "$95k"], ["Growth", "9% | 10%", "12%"]]
    assert header(document, second) == ["Level", "Pay"]
    assert "The table shows little more than that." in texts(document)


def test_front_matter_is_metadata() -> None:
    """Title and dates of the front matter are taken over."""
    info = read(ARTICLE, "article.md").info
    assert (info.title, info.published, info.updated) == (
        "Data Analyst vs Data Engineer",
        "2024-03-05",
        "2024-06-01",
    )


def test_questions_are_marked() -> None:
    """A heading that asks says nothing."""
    document = read(ARTICLE, "article.md")
    assert block_of(document, "Is it hard?").zone is Zone.QUESTION


def test_text_without_headings_gets_them_from_its_lines() -> None:
    """Markdown without marks is read like plain text."""
    document = read("Data Analyst\n\nAnalysts count what there is to be counted.\n\nPay\n\nThey get little.\n", "a.md")
    assert document.section(block_of(document, "They get")) == "Data Analyst > Pay"


LABELLED = """\
### Duties
**Baker:**
- Bakes bread
**Miller:**
- Grinds corn

### Skills
**Baker:**
- Patience
**Miller:**
- A good ear
"""


def test_labels_in_bold_need_no_blank_line() -> None:
    """A bold line below an item opens the next part, which stands under the marked heading above."""
    document = read(LABELLED, "article.md")
    assert document.section(block_of(document, "Grinds")) == "Duties > Miller"
    assert document.section(block_of(document, "A good ear")) == "Skills > Miller"


LABELLED_LINES = """\
## Skills

**Core:** bread, sums
**For cakes:** sugar work, icing
Yeast is not needed there.

**Wrapped:** all that a baker has to know of bread, of cakes, of pies
Bakers read it twice.
"""


def test_bold_labels_begin_paragraphs() -> None:
    """Lines that begin with a label in bold letters are paragraphs, and so is what stands below a short one."""
    document = read(LABELLED_LINES, "article.md")
    words = [document.text[b.start : b.end] for b in document.blocks[1:]]
    assert words[:3] == ["Core: bread, sums", "For cakes: sugar work, icing", "Yeast is not needed there."]
    assert words[3].endswith("Bakers read it twice.")


NUMBERED = """\
1. Duties
- Bakes bread
2. Money
| Job | Pay |
|---|---|
| Baker | $30,000 |
3. Tools
- Ovens
"""


def test_lists_of_one_phrase_are_numbered_headings() -> None:
    """``2. Money`` above a table or other items is a heading, and the table below it is one."""
    document = read(NUMBERED, "article.md")
    assert document.section(block_of(document, "Ovens")) == "Tools"
    assert [header(document, table) for table in document.tables] == [["Job", "Pay"]]


def test_lines_that_nobody_wrapped_are_lines() -> None:
    """Where a line is longer than any editor leaves it, every end of a line is meant."""
    long = "Bakers rise early and " + "knead one more loaf and " * 10 + "rest."
    document = read(f"What bakers and millers do by day\n{long}\nWhere the two of them can be found\n{long}\n", "a.md")
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "heading", "paragraph"]


def test_a_headings_id_is_no_word_of_it() -> None:
    """What a heading is linked by is left out of its words."""
    document = read("# Pay of bakers {#pay}\n\nBakers are paid.\n", "a.md")
    assert document.words(document.blocks[0]) == "Pay of bakers"


def test_a_row_of_links_is_a_menu() -> None:
    """A paragraph of links and what parts them is no part of the article."""
    document = read("# Pay\n\nBakers are paid.\n\n[Post a job](/a) · [Millers: 38k](/b)\n\nThey rise early.\n", "a.md")
    assert block_of(document, "Post a job").zone is Zone.MENU
    assert block_of(document, "They rise").zone is Zone.ARTICLE


DIALECTS = [
    (
        ":::note\nPay is gross.\n\n:::\n\n:::tip[For bakers]\nRise early.\n:::",
        ["Pay is gross.", "For bakers", "Rise early."],
    ),
    (
        "::: {.callout-note}\nPay is gross.\n:::\n\n::: warning Mind the oven\nIt is hot.\n:::",
        ["Pay is gross.", "Mind the oven", "It is hot."],
    ),
    (
        '!!! note "For bakers"\n    Rise early.\n\n    - flour\n    - salt\nBakers rest.',
        ["For bakers", "Rise early.", "flour", "salt", "Bakers rest."],
    ),
    (
        '=== "Baker"\n\n    Kneads dough.\n\n=== "Miller"\n\n    Grinds corn.',
        ["Baker", "Kneads dough.", "Miller", "Grinds corn."],
    ),
    ('<Tabs>\n<TabItem value="b" label="Baker">\n- Kneads dough\n</TabItem>\n</Tabs>', ["Baker", "Kneads dough"]),
    ("> [!IMPORTANT]\n> Pay is gross.", ["Pay is gross."]),
    ("- [ ] Learn to bake\n- [x] Rest", ["Learn to bake", "Rest"]),
    (
        "Baker\n:   $40,000 a year,\n    in towns\n\nMiller\n\n: $38,000",
        ["Baker: $40,000 a year, in towns", "Miller: $38,000"],
    ),
    (
        "Bakers get $40,000.[^pay]\n\n[^pay]: Breadbase,\n    2024.\n[^two]: Millbase, 2023.",
        ["Bakers get $40,000.[1]", "[1] Breadbase,\n2024.", "[2] Millbase, 2023."],
    ),
    ("```\n:::note\n```\n\nBakers rest.", [":::note", "Bakers rest."]),
    ("<details>\n\n<summary>Pay of bakers</summary>\n\nIt is low.\n\n</details>", ["Pay of bakers", "It is low."]),
]


@pytest.mark.parametrize(("source", "words"), DIALECTS)
def test_marks_of_dialects(source: str, words: list[str]) -> None:
    """Admonitions, tabs, terms, tasks and notes are read without their marks; what is fenced stays."""
    assert texts(read(source, "a.md")) == words


def test_blank_lines_end_no_table_of_elements() -> None:
    """Rows of an HTML table may stand apart."""
    source = "<table>\n  <tr><th>Job</th><th>Pay</th></tr>\n\n    <tr><td>Baker</td><td>$40,000</td></tr>\n\n</table>"
    (table,) = (document := read(source, "a.md")).tables
    assert (header(document, table), rows(document, table)) == (["Job", "Pay"], [["Baker", "$40,000"]])


def test_front_matter_in_other_forms() -> None:
    """TOML between pluses is front matter; a rule above a paragraph is none."""
    info = read('+++\ntitle = "Baker or Miller"\ndate = 2024-03-05\n+++\nBakers rest.\n', "a.md").info
    assert (info.title, info.published) == ("Baker or Miller", "2024-03-05")
    assert "Bakers rest." in read("---\nBakers rest.\n\n---\n\nMillers too.\n", "a.md").text
