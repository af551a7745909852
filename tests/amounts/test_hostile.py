"""Time grows with the length of the text and not with its cunning."""

from __future__ import annotations

import time

import pytest

from extract.amounts import Hints, find_amounts

LENGTH = 30_000

SHAPES = {
    "signs": "$",
    "digits": "1",
    "commas": ",",
    "dashes": "-",
    "blanks": " ",
    "lines": "\n",
    "digit and comma": "1,",
    "digit and blank": "1 ",
    "digit and dot": "1.",
    "digit and dash": "1-",
    "sign and digit": "$1",
    "sign, digit, dash": "$1-",
    "ranges without end": "$1 - ",
    "groups of blanks": "1 000 ",
    "scales": "1k",
    "plus": "$1+",
    "openers": "between $1 and ",
    "bounds": "over ",
    "brackets": "$1 (",
    "percentile notes": "$5 (25th percentile ",
    "fillers": "$5 gross average total ",
    "differences": "$5 more ",
    "signs behind": "1$",
    "escapes": "\\",
    "emphasis": "$1**",
    "letters": "A",
    "invisible": "$1\u200b",
    "broken signs": "â‚¹",
    "crores": "1 crore 1 lakh ",
}


@pytest.mark.parametrize("hints", [Hints(), Hints(currency="USD", bare=True)], ids=["prose", "cells"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_linear_time(shape: str, hints: Hints) -> None:
    """Tens of thousands of characters of anything take seconds at most, on a busy machine too."""
    text = (shape * (LENGTH // len(shape) + 1))[:LENGTH] + "5"
    started = time.process_time()
    find_amounts(text, hints)
    assert time.process_time() - started < 8


def test_doubling() -> None:
    """Twice the text takes about twice the time, for the shape that costs most."""
    find_amounts("$1+" * 100)
    once, twice = (min(_spent("$1+" * count) for _ in range(3)) for count in (4_000, 8_000))
    assert twice < 6 * once


def _spent(text: str) -> float:
    started = time.process_time()
    find_amounts(text)
    return time.process_time() - started


@pytest.mark.parametrize("digits", ["9" * 100_000, "1," * 50_000, "0." * 50_000, "1e" + "9" * 7])
def test_endless_numbers(digits: str) -> None:
    """Digits without end are no amount, and cost nothing."""
    (amount,) = find_amounts(f"${digits}") or [None]
    assert amount is None or amount.low in (None, 1.0)


def test_article_without_money_is_cheap() -> None:
    """A long article with years and counts but no money costs milliseconds."""
    text = "In 2024 the team of 12 people read Python 3.11 and 5 books, as in 2019; nobody asked why. " * 220
    find_amounts(text)
    started = time.process_time()
    for _ in range(10):
        assert not find_amounts(text)
    assert (time.process_time() - started) / 10 < 0.05
