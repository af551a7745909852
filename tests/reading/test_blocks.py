"""Blocks of plain text; the cases are in ``cases/blocks.toml`` and ``cases/zones.toml``."""

from __future__ import annotations

from typing import Any

import pytest

from extract.model import Block, BlockKind, Document, Zone
from tests.reading.helpers import block_of, cases, read

LETTERS = {"heading": "H", "paragraph": "P", "list_item": "L", "table": "T"}
BLOCKS = cases("blocks.toml")
ZONES = cases("zones.toml")


def written(document: Document, block: Block) -> str:
    """A block as the cases write it."""
    level = str(block.level) if block.kind in {"heading", "list_item"} else ""
    zone = "" if block.zone is Zone.ARTICLE else f"{block.zone.upper()} "
    return f"{LETTERS[block.kind]}{level} {zone}{document.words(block)}"


@pytest.mark.parametrize("case", [case for case in BLOCKS if "blocks" in case], ids=lambda case: case["name"])
def test_lines_become_blocks(case: dict[str, Any]) -> None:
    """Kinds, levels, zones and words are those of the case."""
    document = read(case["text"])
    assert [written(document, block) for block in document.blocks] == case["blocks"]


@pytest.mark.parametrize("case", [case for case in BLOCKS if "sections" in case], ids=lambda case: case["name"])
def test_blocks_stand_under_their_headings(case: dict[str, Any]) -> None:
    """The headings above a block are those of the case, outermost first."""
    document = read(case["text"])
    found = {start: document.section(block_of(document, start)) for start in case["sections"]}
    assert found == case["sections"]


@pytest.mark.parametrize("case", ZONES, ids=lambda case: case["name"])
def test_article_and_page_are_told_apart(case: dict[str, Any]) -> None:
    """The lines that start with the words of the case are in its zones."""
    document = read(case["text"])
    wanted = {(zone, start) for zone in Zone for start in case.get(zone.value, [])}
    found = {(block_of(document, start).zone, start) for _, start in wanted}
    assert found == wanted


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("- Git. Version control is used for all of it.", "Git"),
        ("- Data collection and cleaning. They gather what there is.", "Data collection and cleaning"),
        ("- Work output: reports and charts", "Work output"),
        ("- **Pay**: it is good", "Pay"),
        ("- **Pay:** it is good", "Pay"),
        ("- Welder :- joins pipes; gloves, a mask", "Welder"),
        ("- New York: $114,200", "New York"),
        ("- Python – for all of it", "Python"),
        ("- L4 → $128,000 (one to four years)", "L4"),
        ("- Clerk → Welder → Head Welder", None),
        ("- They build models. They test them.", None),
        ("- See https://example.org for more", None),
        ("- It starts at 10:30 every day", None),
        ("- Counting things", None),
    ],
)
def test_labels_of_items(item: str, label: str | None) -> None:
    """A leading label is marked without its mark of punctuation or emphasis."""
    document = read(f"The tasks of a day include these:\n{item}\n")
    block = document.blocks[1]
    assert (document.words(block.label) if block.label else None) == label


CUT = [
    ("A baker who has a degree in baking starts at AED 8,000 to", "10,000 per month."),
    ("With five years of it and a certificate a baker gets AED", "20,000 a month."),
    ("Apprentice Baker > Baker > Senior Baker > Head Baker > Bakery", "Manager > Director"),
]


@pytest.mark.parametrize(("above", "below"), CUT)
def test_lines_that_break_off_go_on_below(above: str, below: str) -> None:
    """A sum, or a path, that a line was cut in is one."""
    document = read(f"# Baker\n\n{above}\n{below}\n")
    assert [document.words(block) for block in document.blocks][1:] == [f"{above}\n{below}"]


def test_lines_that_end_with_stops_below_an_introduction() -> None:
    """They are items, one with a clause among them too, and a line without a stop below them is none."""
    items = [
        "Draw maps of the town.",
        "Talk with guests so that they are at ease.",
        "Label the maps.",
        "Count the towns.",
    ]
    page = "\n".join(
        ["# Cartographer", "", "The duties of a cartographer are varied:", *items, "National Median Salary", "$31,630"]
    )
    document = read(page)
    assert [document.words(b) for b in document.blocks if b.kind is BlockKind.LIST_ITEM] == items


def test_the_last_of_lines_that_are_alike_is_no_heading() -> None:
    """What follows is about another role, and says so: the line above it is one more item."""
    document = read(
        "They work on:\nCable layout\nStorage\nPipe safety\nWelders, on the other hand, join what is laid.\n"
    )
    assert block_of(document, "Pipe safety").kind is BlockKind.LIST_ITEM


def test_headings_with_a_sign_stand_below_those_without() -> None:
    """``🔹 Junior Welder (1-3 years)`` right below a role's name, again and again: a level of that role."""
    grades = "🔹 Junior {} (1-3 years)\nThey learn the trade.\n🔹 Senior {} (5+ years)\nThey run the shop."
    lines = "\n".join(f"{name.upper()}\n{grades.format(name, name)}" for name in ("Welder", "Nurse"))
    document = read(f"Welder vs Nurse: What Do They Earn in Norway?\nA guide for all who ask.\n{lines}\n")
    headings = [document.blocks[b.headings[-2]] for b in document.blocks if document.words(b).startswith("They")]
    assert [document.words(heading) for heading in headings] == ["WELDER", "WELDER", "NURSE", "NURSE"]


def test_a_heading_that_the_contents_list_stands_below_none_that_they_do_not() -> None:
    """``Pay`` behind ``What does an optician do?`` is no part of that where the contents list the one alone."""
    questions = "".join(
        f"What does {who} do?\n\nIt is {who} who works all day.\n\n" for who in ("a welder", "an optician")
    )
    contents = "On this page\n  * What each job involves\n  * Pay\n  * Training\n\nWhat each job involves\n\n"
    rest = "Pay\n\nBoth are paid alike here.\n\nTraining\n\nBoth train for long.\n"
    document = read(f"Welder vs optician: what is the difference?\n\n{contents}{questions}{rest}")
    over = [document.words(document.blocks[n]) for n in block_of(document, "Both are paid alike here.").headings]
    assert "What does an optician do?" not in over


def test_a_list_knows_what_introduces_it() -> None:
    """The paragraph or heading above the first item, and for a nested item the item around it."""
    document = read("Tasks of an analyst include:\n- Counting\n  - by hand\n- Drawing\n\nThe end of it all.\n")
    starts = {document.words(block): block.intro for block in document.blocks}
    assert starts == {
        "Tasks of an analyst include:": None,
        "Counting": 0,
        "by hand": 1,
        "Drawing": 0,
        "The end of it all.": None,
    }


def test_an_item_that_heads_others_introduces_them() -> None:
    """``- Welder:`` among items stands above those that follow, up to the next one of its kind."""
    document = read("Pay in detail\n\n- Welder:\n- Average pay: $48,000\n- Nurse:\n- Average pay: $68,000\n")
    intros = [b.intro for b in document.blocks if b.kind is BlockKind.LIST_ITEM]
    words = [document.words(document.blocks[i]) if i is not None else None for i in intros]
    assert words == ["Pay in detail", "Welder:", "Pay in detail", "Nurse:"]


def test_an_advert_between_heading_and_list_introduces_nothing() -> None:
    """The introduction is the article's."""
    document = read(
        "Work with data is work like any other work.\nMain Tasks\n"
        "Join the Counting Academy and build your future today!\n- Counting\n- Drawing\n"
    )
    item = block_of(document, "Counting")
    assert item.intro is not None
    assert document.words(document.blocks[item.intro]) == "Main Tasks"


def test_roles_with_figures_below_that_lost_their_header() -> None:
    """A role and two figures, and another, below a sentence that introduces them, are rows."""
    document = read("Figures of the trade office for 2024:\n\nWelder\n$50,240\nOver $90,000\nNurse\n$59,880\n$98,000\n")
    (table,) = document.tables
    assert [[document.words(cell) for cell in row] for row in table.rows] == [
        ["Welder", "$50,240", "Over $90,000"],
        ["Nurse", "$59,880", "$98,000"],
    ]


def test_cards_of_labels_below_each_other() -> None:
    """A role's name above a label that comes again heads its card, in a long run of short lines too."""
    document = read(
        "Accountant vs Financial Analyst\n\nQuick facts\nAccountant\nMedian pay\n$81,680 per year\nDegree\n"
        "Bachelor's in accounting\nSoftware\nQuickBooks, SAP, Excel\nFinancial Analyst\nMedian pay\n$101,910 per year\n"
        "Degree\nBachelor's in finance or economics\nSoftware\nExcel, Python\n\nThat is all there is to say.\n"
    )
    assert block_of(document, "Financial Analyst").kind == "heading"


def test_numbered_profiles() -> None:
    """``Profile 2: Welder`` above labelled lines is their heading."""
    document = read(
        "Two crafts of metal, and what they pay.\n\nProfile 1: Welder\nEntry salary: €29,000\nTools: torch\n\n"
        "Profile 2: Machinist\nEntry salary: €31,000\nTools: lathe\n\nThat is all there is to say.\n"
    )
    assert block_of(document, "Profile 2").kind == "heading"


def test_a_role_and_its_steps_are_no_heading() -> None:
    """``Accountant: Staff Accountant, ...`` is a line that says something."""
    document = read("Career Path\n\nAccountant: Staff Accountant, Senior Accountant, Controller\n\nSome more words.\n")
    assert block_of(document, "Accountant:").kind != "heading"


def test_a_few_words_and_a_colon_introduce_the_paragraph_below() -> None:
    """``Average pay:`` over a line of sums says what they are; a sentence with a colon introduces lists alone."""
    document = read("Welder\n\nPay, average:\nUSD $31,000 GBP £19,500\n\nWelders join steel with heat and patience.\n")
    sums = block_of(document, "USD")
    assert sums.intro is not None
    assert document.words(document.blocks[sums.intro]) == "Pay, average:"
    assert block_of(document, "Welders").intro is None
