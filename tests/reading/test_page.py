from __future__ import annotations

import pytest

from extract.model import BlockKind, Zone
from tests.reading.helpers import block_of, header, read, rows, sections, texts

pytest.importorskip("trafilatura")

PAGE = """<!doctype html>
<html lang="en-IN">
<head>
<title>Data Analyst vs Data Engineer | Some Site</title>
<meta property="og:site_name" content="Some Site">
<link rel="canonical" href="https://example.org/a">
<script type="application/ld+json">
{"@graph": [{"@type": "Article", "datePublished": "2024-02-03T10:00:00Z", "dateModified": "2025-01-02"}]}
</script>
<style>p { color: red }</style>
</head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li>Blog</li></ul></nav></header>
<div class="cookie-banner"><p>We use cookies to make this page work.</p></div>
<main><article>
<h1>Data Analyst vs Data Engineer</h1>
<div class="byline">By Jane Miller | Updated 2 Jan 2025</div>
<p>A <b>data analyst</b> answers questions with data, and a
   data engineer&nbsp;builds the pipes that carry it all day long.</p>
<h2>Pay</h2>
<p>The pay of both is good, and it gets better with the years that one stays.</p>
<p><strong>Key tools</strong></p>
<ul><li>SQL<ul><li>windows</li></ul></li><li><p>Python</p></li></ul>
<dl><dt>Average pay</dt><dd>$80,000</dd></dl>
<figure><img src="x.png" alt="x"><figcaption>What is paid by level</figcaption></figure>
<h2>Questions</h2>
<details><summary>Is it hard?</summary><p>Not for those who like it, and they are many.</p></details>
</article>
<aside class="related-posts"><h3>Related posts</h3><ul><li><a>What engineers earn</a></li></ul></aside>
</main>
<script>var hidden = "never shown";</script>
<footer><p>© 2024 Some Site. All rights reserved.</p></footer>
</body></html>
"""


TEXT = "<p>Both of them work with data, and both of them are paid for it every month.</p>" * 3


def page(body: str) -> str:
    """A page around a piece of HTML, with enough text to be an article."""
    return f"<html><body><main><h1>Pay</h1>{TEXT}{body}{TEXT}</main></body></html>"


def test_canonical_text_is_what_a_reader_sees() -> None:
    """Blanks are collapsed, entities resolved; scripts, styles and the head are not in the text."""
    text = read(PAGE, "article.html").text
    assert "and a data engineer builds the pipes that carry it all day long." in text
    assert not any(hidden in text for hidden in ("color", "never shown", "datePublished", "<", "&"))


def test_blocks_stand_under_their_headings() -> None:
    """Heading levels are those of the page; a paragraph in bold letters is a heading below them."""
    found = sections(read(PAGE, "article.html"))
    assert found["windows"] == "Data Analyst vs Data Engineer > Pay > Key tools"
    assert found["Is it hard?"] == "Data Analyst vs Data Engineer > Questions"


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Home", Zone.MENU),
        ("Blog", Zone.MENU),
        ("By Jane", Zone.BYLINE),
        ("A data analyst", Zone.ARTICLE),
        ("SQL", Zone.ARTICLE),
        ("Average pay: $80,000", Zone.ARTICLE),
        ("What is paid", Zone.CAPTION),
        ("Is it hard?", Zone.QUESTION),
        ("Not for those", Zone.ARTICLE),
        ("Related posts", Zone.RELATED),
        ("What engineers", Zone.RELATED),
        ("© 2024", Zone.MENU),
    ],
)
def test_article_and_page_are_told_apart(words: str, zone: Zone) -> None:
    """Elements, classes and the words themselves tell what is article."""
    assert block_of(read(PAGE, "article.html"), words).zone is zone


OPENING = """<html><body><div><a href="/app">Open in app</a></div><div><button>Sign up</button></div>
<div><a>Site logo</a></div><div><span>Write</span></div><article>
<h1>Welder or Plumber? Five years of both</h1><div><a href="/me">Jo Doe</a></div>
<div>Listen</div><p>I have welded seams and I have laid pipes, and people keep asking which of the two is better.</p>
<div class="callout"><div>In short</div><p>Plumbers get up earlier and welders stay up later than most.</p></div>
<div><div>Is it hard?</div><nav class="faq-body dropdown-list">
<p>It is, at least for those who do not like to stand all day.</p></nav></div>
</article></body></html>"""


@pytest.mark.parametrize("words", ["Welder or Plumber?", "In short", "Plumbers get up", "It is, at least"])
def test_what_only_looks_like_a_menu(words: str) -> None:
    """The first heading below short lines, a box with a summary, and an answer that unfolds are of the article."""
    assert block_of(read(OPENING, "article.html"), words).zone is Zone.ARTICLE


AROUND = """<html><body><table><tr><td><b>Careers</b><br><a href="/w">Jobs that pay over $90,000</a><br>
<a href="/p">Trade jobs: $52,000 and up</a></td><td><h1>Welder or Plumber?</h1>
<p>Welders and plumbers both work with metal, and both of them are paid by the hour for it.</p>
<h2>Welder job openings</h2><article><h3>Night welder</h3><p>Harbour Yard, Bristol</p><p>£41,000 a year</p>
<p>Posted 3 days ago</p></article><article><h3>Shop welder</h3><p>£19 an hour</p></article>
<h2>Pay of plumbers</h2><p>Plumbers are paid a little more than welders are, and they always were.</p>
<div class="cards"><div><a href="/roofer">Roofer</a><span>£38,500</span></div></div>
<div class="box cta"><p>Weld with us from next month: all tools are included, and you pay £95 a month.</p>
<a class="btn" href="/join">Join</a></div><div class="card_tags"><span>Lathe</span><span>Torch</span></div>
<div class="tags"><a href="/t/tin">Tin</a> <a href="/t/zinc">Zinc</a></div>
<div hidden class="modal"><p>Find out what you are worth. You could be missing out on £4,000 a year.</p></div>
<h3>Is it hard?</h3><div hidden id="f1"><p>It is, at least for those who do not like to stand all day.</p></div>
<div class="sabox authorname">Jo Doe was a roofer at £30,000, and she has told of it in many a paper ever since.</div>
</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Jobs that pay over", Zone.MENU),
        ("Trade jobs", Zone.MENU),
        ("Welder job openings", Zone.RELATED),
        ("£41,000 a year", Zone.RELATED),
        ("£19 an hour", Zone.RELATED),
        ("Pay of plumbers", Zone.ARTICLE),
        ("Roofer £38,500", Zone.ARTICLE),
        ("Weld with us", Zone.ADVERT),
        ("Lathe Torch", Zone.ARTICLE),
        ("Tin Zinc", Zone.MENU),
        ("Find out what", Zone.MENU),
        ("Jo Doe was", Zone.AUTHOR),
        ("It is, at least", Zone.ARTICLE),
    ],
)
def test_what_stands_around_an_article(words: str, zone: Zone) -> None:
    """Links above the title, jobs to be had, offers, what a reader has to open, and an author's box are no article."""
    assert block_of(read(AROUND, "article.html"), words).zone is zone


def test_a_cookie_banner_makes_no_claims() -> None:
    """What a class calls a banner is no article."""
    assert block_of(read(PAGE, "article.html"), "We use cookies").zone is not Zone.ARTICLE


def test_the_head_is_metadata() -> None:
    """Title without the site, publisher, address, dates, and the country of the readers."""
    info = read(PAGE, "article.html").info
    assert (info.title, info.publisher, info.url) == (
        "Data Analyst vs Data Engineer",
        "Some Site",
        "https://example.org/a",
    )
    assert (info.published, info.updated, info.country) == ("2024-02-03", "2025-01-02", "IN")


def test_labels_of_definition_lists() -> None:
    """A term labels its description."""
    document = read(PAGE, "article.html")
    block = block_of(document, "Average pay")
    assert block.label is not None
    assert document.words(block.label) == "Average pay"


TABLES = {
    "header cells in the first row": (
        "<table><tr><th>Level</th><th>Pay</th></tr><tr><td>Junior</td><td>$60k</td></tr></table>",
        ["Level", "Pay"],
        [["Junior", "$60k"]],
    ),
    "header cells in the first column": (
        (
            "<table><tr><td></td><td>Data Analyst</td><td>Data Engineer</td></tr>"
            "<tr><th scope=row>Pay</th><td>$60k</td><td>$80k</td></tr></table>"
        ),
        ["", "Data Analyst", "Data Engineer"],
        [["Pay", "$60k", "$80k"]],
    ),
    "sums on lines of one cell": (
        (
            "<table><tr><th>Level</th><th>Analyst</th><th>Engineer</th></tr>"
            "<tr><td>Junior</td><td>$60k base<br>$80k total</td><td>$70k –<br>$90k</td></tr>"
            "<tr><td>Senior</td><td>$90k<br>a year</td><td>£80k<br>£90k<br>in all</td></tr></table>"
        ),
        ["Level", "Analyst", "Engineer"],
        [["Junior", "$60k base; $80k total", "$70k – $90k"], ["Senior", "$90k a year", "£80k £90k in all"]],
    ),
    "cells that span": (
        (
            "<table><thead><tr><th>Level</th><th>Analyst</th><th>Engineer</th></tr></thead><tbody>"
            "<tr><td>Junior</td><td rowspan=2>$60k</td><td>$70k</td></tr>"
            "<tr><td>Senior</td><td>$90k</td></tr>"
            "<tr><td>All</td><td colspan=2>good</td></tr></tbody></table>"
        ),
        ["Level", "Analyst", "Engineer"],
        [["Junior", "$60k", "$70k"], ["Senior", "$60k", "$90k"], ["All", "good", "good"]],
    ),
    "two rows of header cells": (
        (
            "<table><thead><tr><th rowspan=2>Level</th><th colspan=2>Data Analyst</th></tr>"
            "<tr><th>Low</th><th>High</th></tr></thead><tr><td>Junior</td><td>$50k</td><td>$60k</td></tr></table>"
        ),
        ["Level", "Data Analyst Low", "Data Analyst High"],
        [["Junior", "$50k", "$60k"]],
    ),
    "two rows of headers without header cells": (
        (
            "<table><tr><td rowspan=2><b>Town</b></td><td colspan=2><b>Data Analyst</b></td>"
            "<td colspan=2><b>Data Engineer</b></td></tr>"
            "<tr><td>Junior</td><td>Senior</td><td>Junior</td><td>Senior</td></tr>"
            "<tr><td>Leeds</td><td>£30k</td><td>£45k</td><td>£33k</td><td>£52k</td></tr></table>"
        ),
        ["Town", "Data Analyst Junior", "Data Analyst Senior", "Data Engineer Junior", "Data Engineer Senior"],
        [["Leeds", "£30k", "£45k", "£33k", "£52k"]],
    ),
    "header cells over plain cells that name columns": (
        (
            "<table><thead><tr><th></th><th colspan=2>2023</th><th colspan=2>2024</th></tr></thead>"
            "<tr><td>Role</td><td>Median</td><td>Top 10%</td><td>Median</td><td>Top 10%</td></tr>"
            "<tr><td>Analyst</td><td>£40k</td><td>£60k</td><td>£43k</td><td>£62k</td></tr></table>"
        ),
        ["Role", "2023 Median", "2023 Top 10%", "2024 Median", "2024 Top 10%"],
        [["Analyst", "£40k", "£60k", "£43k", "£62k"]],
    ),
    "cells that span above figures": (
        (
            "<table><tr><td>Role</td><td colspan=2>Data Analyst</td><td colspan=2>Data Engineer</td></tr>"
            "<tr><td>Pay</td><td>£30k</td><td>£45k</td><td>£33k</td><td>£52k</td></tr>"
            "<tr><td>Bonus</td><td>£1k</td><td>£2k</td><td>£3k</td><td>£4k</td></tr></table>"
        ),
        ["Role", "Data Analyst", "Data Analyst", "Data Engineer", "Data Engineer"],
        [["Pay", "£30k", "£45k", "£33k", "£52k"], ["Bonus", "£1k", "£2k", "£3k", "£4k"]],
    ),
    "lists and breaks in cells": (
        (
            "<table><tr><th>Role</th><th>Tools</th></tr>"
            "<tr><td>Data<br>Analyst</td><td><ul><li>SQL</li><li>Excel</li></ul></td></tr></table>"
        ),
        ["Role", "Tools"],
        [["Data Analyst", "SQL; Excel"]],
    ),
    "elements in elements, and blocks in cells": (
        (
            "<table><tr><th>Stage</th><th>Baker</th></tr>"
            "<tr><th scope=row><div>Senior <small>(all <b>towns</b>)</small> grade</div><small>6–9 years</small></th>"
            "<td><span>$<b>64</b>,500</span> a year</td></tr>"
            "<tr><th scope=row>Trainee<small>0–2 years</small></th>"
            "<td><b>$31,000</b><span>Gross</span></td></tr></table>"
        ),
        ["Stage", "Baker"],
        [
            ["Senior (all towns) grade 6–9 years", "$64,500 a year"],
            ["Trainee 0–2 years", "$31,000 Gross"],
        ],
    ),
    "a heading inside the table": (
        (
            "<table><tr><th>Level</th><th>Pay</th></tr><tr><td colspan=2>Analysts</td></tr>"
            "<tr><td>Junior</td><td>$60k</td></tr></table>"
        ),
        ["Level", "Pay"],
        [["Analysts", ""], ["Junior", "$60k"]],
    ),
    "the empty header cell at the wrong end": (
        (
            "<table><tr><th>Data Analyst</th><th>Data Engineer</th><th></th></tr>"
            "<tr><td>Pay</td><td>$60k</td><td>$80k</td></tr></table>"
        ),
        ["", "Data Analyst", "Data Engineer"],
        [["Pay", "$60k", "$80k"]],
    ),
    "no header": (
        "<table><tr><td>Average salary</td><td>$60k</td></tr><tr><td>Growth</td><td>9%</td></tr></table>",
        [],
        [["Average salary", "$60k"], ["Growth", "9%"]],
    ),
}


@pytest.mark.parametrize("case", TABLES.values(), ids=TABLES)
def test_tables_are_read_from_the_elements(case: tuple[str, list[str], list[list[str]]]) -> None:
    """Spans, several header rows and lists in cells become one grid of words."""
    html, wanted_header, wanted_rows = case
    document = read(page(html), "article.html")
    (table,) = document.tables
    assert header(document, table) == wanted_header
    assert rows(document, table) == wanted_rows


def test_numbers_of_notes_do_not_run_into_figures() -> None:
    """A raised number behind a digit or a word is put in brackets, in cells and in prose; an exponent is not."""
    body = (
        "<p>Writers<sup>3</sup> earn $79,960<sup>2</sup> on 40 m<sup>2</sup>, or so it is said here.</p>"
        "<dl><dt>Hourly pay<sup>1</sup></dt><dd>$38.44</dd><dt>Growth (2024)<sup>2</sup></dt><dd>8%</dd></dl>"
        "<table><tr><th>Role</th><th>Pay</th></tr><tr><td>Writer</td><td>$101,490<sup><a>1</a></sup></td></tr></table>"
    )
    text = read(page(body), "article.html").text
    assert "Writers[3] earn $79,960[2] on 40 m2" in text
    assert "Hourly pay[1]: $38.44" in text
    assert "Growth (2024)[2]: 8%" in text
    assert "$101,490[1]" in text


def test_a_caption_is_the_title_of_its_table() -> None:
    """The words above a table are kept with it."""
    body = "<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"
    html = f"<table><caption>Pay by level</caption>{body}</table>"
    document = read(page(html), "article.html")
    (table,) = document.tables
    assert table.title is not None
    assert document.words(table.title) == "Pay by level"


def test_the_caption_of_a_figure_is_the_title_of_its_table() -> None:
    """The words below a table in a figure stand above it, and once."""
    body = "<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"
    inside = f"<div><table>{body}</table></div><figcaption>Pay by level, 2024</figcaption>"
    document = read(page(f"<figure>{inside}</figure>"), "article.html")
    (table,) = document.tables
    assert table.title is not None
    assert document.words(table.title) == "Pay by level, 2024"
    assert document.text.count("Pay by level, 2024") == 1


def test_a_table_for_the_layout_is_no_table() -> None:
    """Cells that hold headings or other tables arrange the page."""
    document = read(
        page("<table><tr><td><h2>Left</h2>Words</td><td>Right</td></tr><tr><td>a</td></tr></table>"), "a.html"
    )
    assert document.tables == ()
    assert "Left" in texts(document)


def test_breaks_make_lines_where_they_are_a_table_or_a_list() -> None:
    """Lines apart by breaks are read like lines of text."""
    document = read(page("<p>Level | Pay<br>Junior | $1,000<br>Senior | $2,000</p>"), "article.html")
    (table,) = document.tables
    assert rows(document, table) == [["Junior", "$1,000"], ["Senior", "$2,000"]]


def test_deep_nesting_is_refused_not_lost() -> None:
    """The parser drops what is nested too deep: the page is refused with a line that says so."""
    from extract.lexicons import load
    from extract.model import Rejection, SourceInfo
    from extract.reading import read_source

    deep = "<div>" * 5000 + "words" + "</div>" * 5000
    result = read_source(page(deep).encode(), SourceInfo("x", "x.html"), load())
    assert isinstance(result, Rejection)
    assert "nests" in result.reason


CELLS = """<html><body><article><h1>Data Analyst vs Data Engineer</h1>
<p>Both of them work with data, and each needs the other on every day of the week.</p>
<table><tr><td><b>Data Analyst</b><br>Draws charts<br>Pay: $70,000</td>
<td><b>Data Engineer</b><br>Guards pipelines<br>Pay: $95,000</td></tr></table>
<p>Which of them is the better choice depends on what one likes to do all day.</p></article></body></html>"""


def test_bold_words_above_a_break_are_a_heading() -> None:
    """A table of one row that only lays out the page: each cell has a heading and lines of its own."""
    document = read(CELLS, "a.html")
    assert document.section(block_of(document, "Draws")) == "Data Analyst vs Data Engineer > Data Analyst"
    assert document.section(block_of(document, "Pay: $95,000")) == "Data Analyst vs Data Engineer > Data Engineer"


def test_an_aside_in_a_heading_stands_behind_a_blank() -> None:
    """A small "(a year)" right behind a role's name; "(s)" is the end of a word."""
    html = page("<h2>Pay of <span>a welder</span><span>(a year)</span></h2><h2>Welder<small>(s)</small></h2>")
    assert {"Pay of a welder (a year)", "Welder(s)"} <= set(texts(read(html, "article.html")))


def test_pictures_are_no_part_of_headings_and_items() -> None:
    page = "<html><body><article><h1>🥖 Baker vs miller</h1><p>Bakers and millers work with flour, all of them.</p>"
    page += "<h2>🛠️ Duties</h2><ul><li>✅ Bake bread</li><li>✅ Sell it</li></ul></article></body></html>"
    document = read(page, name="a.html")
    assert texts(document) == [
        "Baker vs miller",
        "Bakers and millers work with flour, all of them.",
        "Duties",
        "Bake bread",
        "Sell it",
    ]


@pytest.mark.parametrize(
    "panels",
    [
        (
            "<ul role=tablist><li role=tab>Baker</li><li role=tab>Cook</li></ul><div role=tabpanel><p>Bread.</p></div>"
            "<div role=tabpanel hidden><ul><li>Sauces</li></ul></div>"
        ),
        (
            "<div role=tablist><button role=tab id=b>Cook</button><button role=tab id=a>Baker</button></div>"
            "<div><div role=tabpanel aria-labelledby=a><p>Bread.</p></div>"
            "<div role=tabpanel aria-labelledby=b style='display: none'><ul><li>Sauces</li></ul></div></div>"
        ),
        (
            "<div role=tablist><a role=tab href='#c'>Cook</a><button role=tab aria-controls=b>Baker</button></div>"
            "<div role=tabpanel id=b><p>Bread.</p></div><div role=tabpanel id=c hidden><ul><li>Sauces</li></ul></div>"
        ),
    ],
)
def test_a_tab_is_the_heading_of_its_panel(panels: str) -> None:
    """A panel belongs to the tab that names it or stands in its place, and is read though it is hidden."""
    document = read(page(f"<h2>Work</h2>{panels}"), "article.html")
    assert block_of(document, "Sauces").zone is Zone.ARTICLE
    assert sections(document)["Sauces"].endswith("Work > Cook")
    assert sections(document)["Bread."].endswith("Work > Baker")


def test_a_tab_heads_its_panel_alone() -> None:
    """Headings inside stand below it, and what follows the panels is not of the last of them."""
    tabs = "<div role=tablist><button role=tab>Baker</button><button role=tab>Cook</button></div>"
    first = "<div role=tabpanel><h2>Work</h2><p>Bread.</p></div>"
    last = "<div role=tabpanel hidden><h2>Work</h2><p>Sauces.</p></div>"
    document = read(page(f"<h1>Kitchens</h1>{tabs}{first}{last}<p>Both get up early.</p><h2>Pay</h2>"), "article.html")
    assert sections(document)["Sauces."].endswith("Kitchens > Cook > Work")
    assert sections(document)["Both get up early."].endswith("Kitchens")
    assert sections(document)["Pay"].endswith("Kitchens")


@pytest.mark.parametrize(
    ("hidden", "read_as"),
    [
        ("<button class=accordion>Pay</button><div class=panel hidden><ul><li>Sauces</li></ul></div>", Zone.ARTICLE),
        ("<div class=ui-tabs-panel style='display:none'><ul><li>Sauces</li></ul></div>", Zone.ARTICLE),
        ("<div class='sort-panel' hidden><ul><li>Sauces</li></ul></div>", Zone.MENU),
        ("<p>Bread.</p><div class='panel closed' hidden><ul><li>Sauces</li></ul></div>", Zone.MENU),
        (
            """<ul role=tablist><li role=tab>Cook<li role=tab>Popular</ul><div role=tabpanel><p>Bread.</p></div>
            <div role=tabpanel hidden><ul><li>Sauces</li></ul></div>""",
            Zone.RELATED,
        ),
    ],
)
def test_hidden_parts_of_a_page(hidden: str, read_as: Zone) -> None:
    """What a reader opens is of the article, unless it is a widget's."""
    assert block_of(read(page(hidden), "article.html"), "Sauces").zone is read_as


def test_a_page_that_is_built_of_widgets() -> None:
    """Widgets hold the article where they are most of the page, and are boxes beside it where they are not."""
    facts = "<div class='acme-widget'><h2>Welder</h2><ul><li>Joins pipes and beams</li></ul></div>"
    for text, zone in (f"<div class='acme-widget'>{TEXT}</div>", Zone.ARTICLE), (TEXT, Zone.MENU):
        document = read(f"<html><body>{text}{facts}{text}</body></html>", "article.html")
        assert block_of(document, "Joins pipes and beams").zone is zone


def test_an_article_goes_on_in_its_box(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the main text is found to end too early, the box of its paragraphs is read on; links alone are not."""
    found = "".join(filter(str.isalpha, TEXT.replace("<p>", "").replace("</p>", ""))).casefold()
    monkeypatch.setattr("extract.reading.page.main_text", lambda _source: found)
    rest = "<h2>The work</h2><ul><li>Joining pipes</li></ul><p><a href='/x'>More trades</a></p>"
    beside = "<div><h3>Our shops</h3><ul><li>Cook</li></ul></div>"
    document = read(f"<body><div><h1>Welders</h1>{TEXT}{rest}{beside}</div><div>Imprint</div></body>", "article.html")
    words = ("The work", "Joining pipes", "More trades", "Our shops", "Imprint")
    assert [block_of(document, one).zone for one in words] == [*[Zone.ARTICLE] * 2, *[Zone.MENU] * 3]


def test_a_banner_with_the_title_is_no_advert() -> None:
    """What a class calls a banner may be the head of the page."""
    html = f"<body><section class=banner><h1>Welder pay</h1></section><main>{TEXT}</main></body>"
    assert block_of(read(html, "article.html"), "Welder pay").zone is Zone.ARTICLE


def test_facts_in_a_box_beside_the_text() -> None:
    """A box within the article without links is part of it; one that leads elsewhere is not."""
    box = "<aside class='factbox'><h4>What they do</h4><ul><li>Nurses care</li><li>Cooks cook</li></ul></aside>"
    for body, zone in ((box, Zone.ARTICLE), (box.replace("Nurses care", "<a href='/n'>Nurses care</a>"), Zone.MENU)):
        document = read(page(body), "article.html")
        assert {b.zone for b in document.blocks if b.kind is BlockKind.LIST_ITEM} == {zone}


@pytest.mark.parametrize(
    "box",
    [
        "<aside><h3>You may also like</h3><p>Nurses care</p></aside>",
        "<aside class='pull-quote'><p>Nurses care</p></aside>",
        "<aside><h3>Related jobs</h3><p>Nurses care</p></aside>",
    ],
)
def test_offers_and_quotes_beside_the_text(box: str) -> None:
    assert block_of(read(page(box), "article.html"), "Nurses care").zone is Zone.MENU


def test_a_heading_in_a_box_is_of_the_box_alone() -> None:
    """What stands below the box is still below the heading above it."""
    box = "<aside><h2>What cooks do</h2><p>Cooks cook.</p><h2>What cooks get</h2><p>Soup.</p></aside>"
    document = read(page(f"<h2>What nurses do</h2><p>Nurses nurse.</p>{box}<p>They care.</p>"), "article.html")
    over = [document.blocks[n] for n in block_of(document, "They care.").headings]
    assert [document.text[b.start : b.end] for b in over][-1] == "What nurses do"
