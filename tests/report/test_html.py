from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter

import pytest

from extract.report import Report, render_html
from tests.report.builder import empty, report
from tests.report.crowd import large
from tests.report.pages import Page, parse


@pytest.fixture(scope="module")
def html() -> str:
    return render_html(report())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return parse(html)


@pytest.mark.parametrize("made", [report(), empty(), report(previous=None), report(facts={}, texts={}, manifest={})])
def test_every_report_is_a_well_formed_page(made: Report) -> None:
    found = parse(render_html(made))
    assert [element.name for element in found.elements[:2]] == ["html", "head"]


def test_the_same_report_is_the_same_bytes(html: str) -> None:
    assert render_html(report()) == html


def test_order_of_rows_does_not_matter() -> None:
    """Discrepancies and sources have an order of their own."""
    made = report()
    turned = report(
        discrepancies=made.discrepancies[::-1].reset_index(drop=True),
        sources=made.sources[::-1].reset_index(drop=True),
    )
    assert [e.attributes["id"] for e in parse(render_html(turned)).named("article")] == [
        e.attributes["id"] for e in parse(render_html(made)).named("article")
    ]


def test_the_page_needs_nothing_from_elsewhere(html: str, page: Page) -> None:
    """No picture, font, style or script is fetched; nothing is sent."""
    assert not {"img", "link", "iframe", "object", "embed", "base", "audio", "video"} & {e.name for e in page.elements}
    assert page.values("src") == []
    assert page.values("action") == []
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|innerHTML|eval\(|document\.write", html)


def test_the_policy_allows_exactly_the_style_and_the_script_of_the_page(page: Page) -> None:
    policy = next(e for e in page.named("meta") if "http-equiv" in e.attributes).attributes["content"]
    hashes = {
        name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for name, text in page.raw.items()
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert page.values("style") == []


def test_headings_leave_no_level_out(page: Page) -> None:
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_landmarks_and_ways_around(page: Page) -> None:
    names = Counter(element.name for element in page.elements)
    assert names["main"] == names["header"] == names["footer"] == names["nav"] == 1
    first = page.named("a")[0]
    assert (first.attributes["class"], first.attributes["href"]) == ("skip", "#main")
    assert page.elements[0].attributes["lang"] == "en"


def test_every_table_tells_its_headers(page: Page) -> None:
    assert all(cell.attributes.get("scope") in {"col", "row"} for cell in page.named("th"))
    assert len(page.named("caption")) == len(page.named("table"))


def test_every_drawing_is_named_or_hidden(page: Page) -> None:
    drawings = page.named("svg")
    assert drawings
    for drawing in drawings:
        named = drawing.attributes.get("role") == "img" and "aria-labelledby" in drawing.attributes
        assert named or drawing.attributes.get("aria-hidden") == "true"


def test_ids_are_unique_and_links_within_the_page_lead_somewhere(page: Page) -> None:
    ids = Counter(page.values("id"))
    assert max(ids.values()) == 1
    local = [value[1:] for value in page.values("href") if value.startswith("#")]
    assert {"d-D00001", "main", "m-median"} <= set(local)
    assert set(local) <= set(ids)
    assert set(page.values("aria-labelledby")) <= set(ids)


def test_form_controls_have_labels(html: str, page: Page) -> None:
    assert html.count("<label>") == len(page.named("select")) + len(page.named("input"))


def test_the_words_stand_marked_in_their_sentence(html: str) -> None:
    assert (
        '<blockquote dir="auto">The ML engineer falls under research scientists in computing, who have an '
        "average salary of <mark>$137,400</mark> per year.</blockquote>"
    ) in html


def test_what_was_set_aside_stands_in_the_chart(page: Page) -> None:
    assert "“$118$+”" in page.text
    assert "Nothing usable known" in page.text
    assert "could be $118,000+ or $118+" in page.text


def test_marks_differ_by_what_they_mean(html: str) -> None:
    for mark in (
        '<use href="#m-mean" class="solid"',
        '<use href="#m-median" class="hedged"',
        '<use href="#m-mean" class="standin"',
        '<use href="#m-right" class="tip fact"',
        '<use href="#m-left" class="tip solid"',
        'class="ghost-mark"',
    ):
        assert mark in html


def test_cards_carry_their_filters(page: Page) -> None:
    selects = [select.attributes["name"] for select in page.named("select")]
    assert selects == ["type", "severity", "role", "source", "status"]
    for card in page.named("article"):
        assert {f"data-{name}" for name in selects} <= set(card.attributes)


@pytest.mark.parametrize(("sources", "discrepancies"), [(200, 600), (200, 5000)])
def test_the_page_stays_small(sources: int, discrepancies: int) -> None:
    """200 articles fit in 2 MB, with a place to link to for every discrepancy."""
    html = render_html(large(sources, discrepancies))
    assert len(html.encode()) < 2_000_000
    found = parse(html)
    assert len(found.named("tr")) <= 1500
    assert len(found.named("article")) == min(200, discrepancies)
    if discrepancies > 1000:
        assert "4,000 more discrepancies, by name" in found.text
    ids = {element.attributes.get("id") for element in found.named("li") + found.named("article")}
    assert sum(bool(name and name.startswith("d-")) for name in ids) == discrepancies


def test_long_words_do_not_make_a_long_page() -> None:
    made = report()
    long = report(discrepancies=made.discrepancies.assign(summary="x" * 100_000, rationale="y" * 100_000))
    assert len(render_html(long)) < len(render_html(made)) + 20_000
