from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.report.evidence import Passage, links, passage, safe_href


def _claim(text: str, quote: str, container: str = "prose") -> dict[str, Any]:
    start = text.index(quote)
    return {
        "source_id": "s",
        "quote": quote,
        "char_start": start,
        "char_end": start + len(quote),
        "container": container,
    }


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        ("One. They earn $90,000 a year. Two.", "$90,000", "They earn ", " a year."),
        ("They earn $90,000", "$90,000", "They earn ", ""),
        ("$90,000 it is! Really.", "$90,000", "", " it is!"),
        ("Line above\nThey earn $90,000 a year\nLine below", "$90,000", "They earn ", " a year"),
        ("Is it much? (“Yes.”) They earn $90,000.", "$90,000", "They earn ", "."),
        ("The figure is $90,000.50 there. No more.", "$90,000.50", "The figure is ", " there."),
        ("A sentence. Whole one here. Next.", "Whole one here.", "", ""),
    ],
)
def test_quotes_stand_in_their_sentence(text: str, quote: str, before: str, after: str) -> None:
    """The context is the sentence around the quote, not more and not less."""
    assert passage(_claim(text, quote), {"s": text}) == Passage(before, quote, after)


def test_table_cells_stand_in_their_row() -> None:
    text = "Role | Pay\nCook Jr. Grade | $90,000 | much\nother | row"
    assert passage(_claim(text, "$90,000", "table"), {"s": text}) == Passage("Cook Jr. Grade | ", "$90,000", " | much")


def test_rows_are_shown_without_their_outer_rules() -> None:
    text = "| Cook | $90,000 | much |"
    assert passage(_claim(text, "$90,000", "table"), {"s": text}) == Passage("Cook | ", "$90,000", " | much")


def test_items_are_shown_without_their_bullet() -> None:
    text = "- Languages such as R and SQL"
    assert passage(_claim(text, "SQL", "list"), {"s": text}) == Passage("Languages such as R and ", "SQL", "")


def test_long_sentences_are_cut_between_words() -> None:
    text = f"{'many words ' * 60}HERE{' and more' * 60}"
    found = passage(_claim(text, "HERE"), {"s": text})
    assert found.before.startswith("…")
    assert found.after.endswith("…")
    assert set(found.before.strip("…").split()) == {"many", "words"}
    assert set(found.after.strip("…").split()) == {"and", "more"}
    assert len(found.before) < 200


def test_a_row_that_is_too_long_is_cut_too() -> None:
    text = "|".join(f" cell {number} " for number in range(200))
    found = passage(_claim(text, "cell 100", "table"), {"s": text})
    assert found.before.startswith("…")
    assert found.after.endswith(" …")


def test_without_the_text_the_quote_stands_alone() -> None:
    """A quote that is not the text at its offsets is shown without a context that would mislead."""
    claim = _claim("They earn $90,000.", "$90,000")
    assert passage(claim, {}) == Passage("", "$90,000", "")
    assert passage(claim, {"s": "Another text altogether"}) == Passage("", "$90,000", "")
    assert passage({**claim, "char_start": None}, {"s": "They earn $90,000."}) == Passage("", "$90,000", "")
    assert passage({}, {}) == Passage("", "", "")


@given(st.text(max_size=600), st.integers(0, 600), st.integers(1, 600))
def test_context_is_the_text_around_the_quote(text: str, start: int, length: int) -> None:
    """Whatever the text, the three pieces follow each other in it, blanks aside."""
    quote = text[start : start + length]
    claim = {"source_id": "s", "quote": quote, "char_start": start, "char_end": start + len(quote)}
    found = passage(claim, {"s": text})
    if len(quote) <= 360 and "…" not in text:
        words = (found.before + found.quote + found.after).replace("…", "")
        assert "".join(words.split()) in "".join(text.split())


@pytest.mark.parametrize("url", ["https://a.example/x?y=1#z", "http://a.example"])
def test_web_addresses_are_linked(url: str) -> None:
    assert safe_href(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//a.example",
        "/local",
        "https:",
        "https://",
        "https:///path",
        'https://a.example/"onmouseover="alert(1)',
        "https://a.example/<script>",
        "https://a.example/ x",
        "https://a.example\\@b.example",
        "http://[::1",
        "file:///etc/passwd",
    ],
)
def test_nothing_else_is_linked(url: str | None) -> None:
    """What is not plainly an address of the web is no link."""
    assert safe_href(url) is None


def test_links_find_short_quotes_by_the_words_around_them() -> None:
    text = "First R and then, as they say, R is used by all."
    claim = {**_claim(text, "R is"), "quote": "R", "char_end": text.index("R is") + 1}
    found = links(claim, {"url": "https://a.example/x"}, passage(claim, {"s": text}))
    assert found.page == "https://a.example/x#:~:text=as%20they%20say%2C-,R,-is%20used%20by"
    assert found.saved == "text/s.txt#:~:text=as%20they%20say%2C-,R,-is%20used%20by"


def test_links_name_only_the_ends_of_long_quotes() -> None:
    text = "a very long quote of many words that goes on - and on, truly & on"
    claim = _claim(text, text)
    found = links(claim, {"url": "https://a.example/x#part"}, passage(claim, {"s": text}))
    assert found.page == (
        "https://a.example/x#part:~:text=a%20very%20long%20quote%20of%20many,%2D%20and%20on%2C%20truly%20%26%20on"
    )


def test_links_to_saved_texts_stay_in_their_folder() -> None:
    claim = {**_claim("x", "x"), "source_id": "../../../etc/passwd#?"}
    found = links(claim, {}, passage(claim, {}))
    assert found.page is None
    assert found.saved.startswith("text/..%2F..%2F..%2Fetc%2Fpasswd%23%3F.txt#")
    assert unquote(found.saved.split("#")[0]) == "text/../../../etc/passwd#?.txt"
