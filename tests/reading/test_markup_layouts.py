"""Cards, lists of terms and lines inside cells, as HTML and Markdown write them."""

from __future__ import annotations

import pytest

from extract.model import BlockKind, Zone
from tests.reading.helpers import read, rows, sections, texts

PROSE = "Two trades are compared here, and the figures were gathered by nobody in particular."
END = "Whoever wants to change should think about it for a while before they sign anything at all."


def page(body: str) -> str:
    return f"<html><body><main><h1>Nurse vs midwife pay</h1><p>{PROSE}</p>{body}<p>{END}</p></main></body></html>"


def note(body: str) -> str:
    return f"# Nurse vs midwife pay\n\n{PROSE}\n\n{body}\n\n{END}\n"


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        (
            "a.html",
            page(
                "<div><div>Nurse</div><div>Average pay</div><div>kr 420 000</div><div>Entry</div><div>kr 380 000</div>"
                "</div><div><div>Midwife</div><div>Average pay</div><div>kr 440 000</div><div>Entry</div>"
                "<div>kr 400 000</div></div>"
            ),
            [
                [["Average pay", "kr 420 000"], ["Entry", "kr 380 000"]],
                [["Average pay", "kr 440 000"], ["Entry", "kr 400 000"]],
            ],
        ),
        (
            "b.html",
            page(
                "<table><tr><th>Level</th><th>Nurse</th><th>Midwife</th></tr><tr><td>Entry<br>Senior</td>"
                "<td>R 21,000<br>R 35,000</td><td>R 22,500<br>R 38,000</td></tr>"
                "<tr><td>Tools</td><td>Excel<br>Epic</td><td>Word</td></tr></table>"
            ),
            [
                [
                    ["Entry", "R 21,000", "R 22,500"],
                    ["Senior", "R 35,000", "R 38,000"],
                    ["Tools", "Excel Epic", "Word"],
                ]
            ],
        ),
        (
            "c.md",
            note("| | Nurse | Midwife |\n|:--|--:|--:|\n| Entry<br>Senior | €2,400<br>€3,400 | €2,600<br>€3,900 |"),
            [[["Entry", "€2,400", "€2,600"], ["Senior", "€3,400", "€3,900"]]],
        ),
        (
            "d.md",
            note("<table><tr><th>Level</th><th>Nurse</th></tr>\n<tr><td>Entry</td><td>zł 5 200</td></tr></table>"),
            [[["Entry", "zł 5 200"]]],
        ),
        (
            "e.md",
            note("City Nurse Dietitian\nOslo kr 520 000 kr 560 000\nBergen kr 505 000 kr 541 000"),
            [[["Oslo", "kr 520 000", "kr 560 000"], ["Bergen", "kr 505 000", "kr 541 000"]]],
        ),
        (
            "f.md",
            note("Nurse\n\nAverage pay\n\nRM 3,100\n\nEntry level\n\nRM 2,400"),
            [[["Average pay", "RM 3,100"], ["Entry level", "RM 2,400"]]],
        ),
        ("g.txt", note("<table><td>Nurse</td><td>RM 3,100</td></table>"), []),
    ],
)
def test_tables_of_pages_and_notes(name: str, source: str, expected: list[list[list[str]]]) -> None:
    """Cards of elements, lines inside cells and tables without marks are tables with the right rows."""
    document = read(source, name)
    assert [rows(document, table) for table in document.tables] == expected


@pytest.mark.parametrize(
    ("name", "source", "under"),
    [
        (
            "a.html",
            page("<p><b>Midwife</b><br>Average pay: kr 440 000<br>Tools: Word</p>"),
            {"Average pay: kr 440 000": "Midwife", "Tools: Word": "Midwife"},
        ),
        (
            "b.md",
            note("**Midwife**\nAverage pay: €2,600\nTools: Word"),
            {"Average pay: €2,600": "Midwife", "Tools: Word": "Midwife"},
        ),
        (
            "c.md",
            note("### Midwife\n\n<dl><dt>Average pay</dt><dd>€2,600</dd></dl>"),
            {"Average pay: €2,600": "Midwife"},
        ),
    ],
)
def test_a_role_above_its_facts_is_their_heading(name: str, source: str, under: dict[str, str]) -> None:
    """A role's name on a line of its own is the heading of the labelled lines below it."""
    found = sections(read(source, name))
    assert {words: found[words].rpartition(" > ")[2] for words in under} == under


def test_a_label_that_says_which_role_is_a_heading() -> None:
    """Lines below ``Position: Welder`` are about welders."""
    cards = "Position: Welder\nAverage salary: ₱18,000\nPosition: Plumber\nAverage salary: ₱16,500"
    document = read(f"What they earn\n{PROSE}\n{cards}\n{END}\n")
    under = [document.section(block) for block in document.blocks if document.words(block).startswith("Average")]
    assert [section.rpartition(" > ")[2] for section in under] == ["Position: Welder", "Position: Plumber"]


def test_spans_side_by_side_are_words_of_their_own() -> None:
    """A label and its figure in two elements without a blank between do not run together."""
    body = (
        "<div><span>Nurse</span><span>$82,000</span></div><p>We<span>i</span><span>rd</span></p>"
        "<div><b>kr 410 000</b><span>Median</span></div><div><span>$61</span><span>.50</span><span>+</span></div>"
    )
    document = read(page(body), "a.html")
    assert texts(document, BlockKind.PARAGRAPH)[1:5] == ["Nurse $82,000", "Weird", "kr 410 000 Median", "$61.50+"]


def test_wrapped_lines_of_a_note_stay_one_paragraph() -> None:
    """Line ends of wrapped Markdown mean nothing; only short lines keep theirs."""
    wrapped = "A nurse in Oslo earns kr 520 000 a year, which is more than a\nmidwife in Bergen is paid at present."
    assert wrapped.replace("\n", " ") in texts(read(note(wrapped), "a.md"), BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    ("text", "said", "sold"),
    [
        (
            "Nurses earn kr 520 000 in Oslo. They chart in Epic. Enrol now in our Nursing course and start today!",
            "Nurses earn kr 520 000 in Oslo. They chart in Epic.",
            "Enrol now in our Nursing course and start today!",
        ),
        (
            "A midwife makes £42,000 in Leeds. Want to learn more? Join our bootcamp today and become job ready!",
            "A midwife makes £42,000 in Leeds.",
            "Want to learn more? Join our bootcamp today and become job ready!",
        ),
    ],
)
def test_only_the_sentences_of_an_advert_are_lost(text: str, said: str, sold: str) -> None:
    """What a paragraph says before it turns into an advert is part of the article."""
    document = read(f"What a nurse earns\n{PROSE}\n{text}\n{END}\n")
    assert said in texts(document, zone=Zone.ARTICLE)
    assert texts(document, zone=Zone.ADVERT) == [sold]


@pytest.mark.parametrize("chain", ["Junior Nurse > Senior Nurse > Head Nurse", "Nurse → Senior Nurse → Nurse Manager"])
def test_a_ladder_is_no_heading(chain: str) -> None:
    """Steps in a row are said by the article; only a path from the site's first page is a menu."""
    document = read(f"How a career goes\n{PROSE}\n{chain}\n{END}\n")
    assert chain in texts(document, BlockKind.PARAGRAPH, Zone.ARTICLE)


_BY_LEVEL = [["Level", "Nurse", "Midwife"], ["Junior", "$61,000", "$62,000"], ["Senior", "$81,000", "$82,000"]]
_BY_CITY = [["City", "Low", "High"], ["Oslo", "kr 410 000", "kr 520 000"], ["Bergen", "kr 400 000", "kr 500 000"]]


def drawn(rows: list[list[str]]) -> str:
    """Rows of plain blocks."""
    return "".join(f"<div>{''.join(f'<div>{cell}</div>' for cell in row)}</div>" for row in rows)


DRAWN = [
    (f"<div>{drawn(_BY_LEVEL)}</div>", _BY_LEVEL),
    # The header above the rows.
    (f"{drawn(_BY_CITY[:1])}<section>{drawn(_BY_CITY[1:])}</section>", _BY_CITY),
    # The names of the rows in the middle.
    (
        "<div>"
        + drawn([["Nurse", "&nbsp;", "Midwife"], ["$40.10", "Oslo", "$38.75"], ["$37.60", "Bergen", "$36.20"]])
        + "</div>",
        [["", "Nurse", "Midwife"], ["Oslo", "$40.10", "$38.75"], ["Bergen", "$37.60", "$36.20"]],
    ),
    # Without a figure, but with an empty corner.
    (
        f"<div>{drawn([['', 'Nurse', 'Midwife'], ['Tools', 'Drips', 'Scales'], ['Where', 'Wards', 'Homes']])}</div>",
        [["", "Nurse", "Midwife"], ["Tools", "Drips", "Scales"], ["Where", "Wards", "Homes"]],
    ),
    # What is set in type as it is.
    (
        "<pre>role       p25      median\nnurse      58,200   67,500\nmidwife    61,400   71,800</pre>",
        [["role", "p25", "median"], ["nurse", "58,200", "67,500"], ["midwife", "61,400", "71,800"]],
    ),
]


@pytest.mark.parametrize(("body", "expected"), DRAWN)
def test_tables_without_their_elements(body: str, expected: list[list[str]]) -> None:
    """Rows of plain blocks with as many short cells each, and lines whose blanks are kept, are a table."""
    document = read(page(body), "a.html")
    (table,) = document.tables
    assert [[document.words(cell) for cell in row] for row in (table.header, *table.rows)] == expected


def test_rows_of_links_are_no_table() -> None:
    """Vacancies and other pages, each a link with a figure, are not what the article tells."""
    row = '<li><a href="x">Nurse</a><b>Acme</b><b>$31</b></li>'
    assert not read(page(f"<ul>{row * 4}</ul>"), "a.html").tables


def test_pills_and_bullets_are_items() -> None:
    """Short blocks of one class that fill another are the items of a list, with or without a tick before each."""
    pills = "".join(f'<span class="pill">{name}</span>' for name in ("Epic", "Cerner", "Excel"))
    ticks = "".join(
        f'<div class="list-row"><i>✓</i><div>{duty}</div></div>' for duty in ("Chart", "Give pills", "Turn patients")
    )
    document = read(page(f"<h2>Nurse</h2><div>{pills}</div><div>{ticks}</div>"), "a.html")
    assert texts(document, BlockKind.LIST_ITEM) == ["Epic", "Cerner", "Excel", "Chart", "Give pills", "Turn patients"]


def test_a_box_that_says_that_it_is_an_advert() -> None:
    """What its class says alone may mean anything; its own first word settles it."""
    for said in ("ADVERTISEMENT", "Anzeige"):
        box = f'<div class="ad"><p>{said}</p><p>Weld with us in spring. Places up to £6,000.</p></div>'
        document = read(page(box), "a.html")
        assert [b.zone for b in document.blocks if "Places" in document.text[b.start : b.end]] == [Zone.ADVERT]


@pytest.mark.parametrize(
    "line", ["Duties: • Chart. • Give pills.", "Duties: - Chart. - Give pills.", "Duties: – Chart. – Give pills."]
)
def test_a_list_on_the_line_of_a_paragraph(line: str) -> None:
    """A paragraph of a page, or of Markdown, that runs the items of a list together."""
    for source, name in ((page(f"<h2>Nurse</h2><p>{line}</p>"), "a.html"), (f"## Nurse\n\n{line}\n\n{END}", "a.md")):
        assert texts(read(source, name), BlockKind.LIST_ITEM) == ["Chart.", "Give pills."]


def test_pieces_of_a_sentence_and_names_are_no_items() -> None:
    """Blocks whose class says nothing of a list stay what they are: runs of words, an author's box, a row of tabs."""
    runs = '<p><span class="c0">A nurse </span><span class="c0">gives pills</span><span class="c0"> at night</span></p>'
    box = "".join(
        f'<div class="x">{words}</div>' for words in ("Jane Doe", "Head nurse in Oslo", "Jane turns patients")
    )
    tabs = "".join(f'<span class="tab">{words}</span>' for words in ("Overview", "Salary", "Duties"))
    body = f'<h2>Nurse</h2>{runs}<div>{box}</div><div class="list">{tabs}</div>'
    assert not texts(read(page(body), "a.html"), BlockKind.LIST_ITEM)


def test_cards_with_headings_and_rows_without_a_header_are_no_table() -> None:
    """What heads a card heads its lines; rows that no header tells may be anything."""
    card = "<div><h3>{}</h3><span>Works at night.</span><span>{}</span></div>"
    cards = "".join(card.format(*one) for one in (("Nurse", "$61,000"), ("Midwife", "$62,000"), ("Medic", "$51,000")))
    rows = "".join(f"<div><b>Nurse</b><b>{guide}</b><b>$61,000</b></div>" for guide in ("Guide", "Pay", "Jobs"))
    assert not read(page(f"<div>{cards}</div>"), "a.html").tables
    assert not read(page(f"<div>{rows}</div>"), "a.html").tables


def test_a_page_without_heading_elements_has_headings() -> None:
    """A page of plain blocks alone: its headings are told by their lines, those of cards included."""
    blocks = [
        "Nurse vs midwife pay",
        PROSE,
        "What does a nurse do?",
        "A nurse looks after patients.",
        "Nurse",
        "Junior",
    ]
    body = "".join(f"<div>{words}</div>" for words in [*blocks, "kr 410 000", "Senior", "kr 520 000", END])
    document = read(f"<html><body>{body}</body></html>", "a.html")
    assert texts(document, BlockKind.HEADING)[:2] == ["Nurse vs midwife pay", "What does a nurse do?"]


def test_rows_of_a_label_and_a_figure_are_said_of_the_card() -> None:
    """Blocks of two, one class, below the title of a card: items with their labels, and bullets among words."""
    rows = "".join(
        f'<div class="r"><i>{label}</i><b>{sum_}</b></div>' for label, sum_ in (("Low", "$61"), ("High", "$82"))
    )
    cards = "".join(f"<div><h3>{role}</h3>{rows}<div>• Turns patients</div></div>" for role in ("Nurse", "Midwife"))
    document = read(page(cards), "a.html")
    assert texts(document, BlockKind.LIST_ITEM) == ["Low: $61", "High: $82", "Turns patients"] * 2
