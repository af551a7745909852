"""Input made to hang or to crash: reading takes time in proportion to its length, and never raises."""

from __future__ import annotations

import time

import pytest

from extract.lexicons import load
from extract.model import SourceInfo
from extract.reading import read_source

SIZE = 8_000
LIMIT = 15
LARGE = 60_000
# Twice the input may take twice the time; the rest is noise of a busy machine.
FACTOR = 3.5
NOISE = 2.0

HOSTILE = {
    "pipes": "|",
    "rows of pipes": "|a" * 20 + "\n",
    "cells without end": "a | b\n",
    "lone pipes": "a\n|\n",
    "bullets on a line": "• a ",
    "bullets": "- a\n",
    "empty bullets": "-\n",
    "deeper and deeper": "- a\n  - b\n    - c\n",
    "numbers": "1. a\n",
    "headings": "Data Analyst\n",
    "headings with text": "Data Analyst\nA data analyst counts what there is to be counted.\n",
    "questions": "What is it?\nNobody knows what it is or will be.\n",
    "glued words": "aB" * 40 + "\n",
    "labels": "Pay\nLevel\n",
    "labels glued": "LevelPay\n",
    "figures": "$1\n",
    "figures and labels": "Pay\n$1,000\n",
    "tables and text": "| a | b |\n| c | d |\nSome words\n",
    "hashes": "# a\n",
    "rules": "a\n===\n",
    "crumbs": "a > b > c\n",
    "links": "a | b | c | d | e | f | g | h | 9\n",
    "wide blanks": "a  b  c\n",
    "blanks": " " * 50 + "\n",
    "tabs": "a\tb\n",
    "stars": "**a** ",
    "colons": "a b c:\n",
    "long words": "a" * 79 + "\n",
    "accents": "e\u0301" * 30 + "\n",
    "questions glued": "What?A",
    "frames": "+--+\n| a |\n",
    "authors": "About the author\nSomeone wrote something about somebody else.\n",
    "contents": "Table of contents\n",
    "sentences": "A b c. ",
    "signs": "$" * 70 + "\n",
}


def seconds(text: str, name: str = "hostile.txt") -> float:
    """CPU seconds to read a text."""
    start = time.process_time()
    read_source(text.encode(), SourceInfo("hostile", name), load())
    return time.process_time() - start


def formed(piece: str, size: int, form: str) -> str:
    """Much of the same, as a page of a format."""
    text = piece * (size // len(piece))
    if form != "html":
        return text
    return f"<html><body><main>{text}</main></body></html>".replace("\n", "<br>")


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_a_strange_text_is_read_soon(piece: str) -> None:
    """Nothing is raised, and some thousand lines take a second or two."""
    assert seconds(formed(piece, SIZE, "txt")) < LIMIT


@pytest.mark.slow
@pytest.mark.parametrize("form", ["txt", "md", "html"])
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_length_alone(piece: str, form: str) -> None:
    """Twice the text takes at most about twice the time."""
    name = f"hostile.{form}"
    once = seconds(formed(piece, LARGE // 2, form), name)
    assert seconds(formed(piece, LARGE, form), name) < once * FACTOR + NOISE


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5000 + "deep",
        "<table>" * 500 + "<tr><td>x</td></tr>" + "</table>" * 500,
        "<table><tr><td colspan=999999999 rowspan=999999999>x</td><td>y</td></tr><tr><td>z</td></tr></table>",
        "<table>" + "<tr>" + "<td>1</td>" * 200 + "</tr>" * 300 + "</table>",
        "<!-- " * 20000,
        "<p>" + "&#" * 20000,
        "<ul>" + "<li>a" * 4000,
        "<ul><li>" * 2000 + "x",
        "<b>" * 5000 + "x",
        "<p>" * 8000 + "x",
        "<a href='" + "x" * 100_000 + "'>y</a>",
        "<script type='application/ld+json'>" + "[" * 20000 + "</script><p>words</p>",
        "<header>" * 1500 + "x",
        "<div class=a><div>Low</div><div>$5</div></div>" * 4_000,
        "<div><i>a</i><b>$5</b>" * 1500 + "<p>Some words.</p>" * 3000,
    ],
    ids=lambda page: page[:24],
)
def test_a_strange_page_is_read_or_refused_soon(page: str) -> None:
    """Nothing is raised, and it does not take long."""
    assert seconds(f"<html><body><p>Some words.</p>{page}</body></html>", "hostile.html") < 10
