"""What surrounds amounts: parts of a sentence, periods, scales and currencies of labels, and what is pay."""

from __future__ import annotations

import pytest

from extract.amounts import AmountKind, Hints
from extract.claims.pay.measures import currency_in, period_in, scale_in
from extract.claims.pay.money import find_in, is_pay, segments
from extract.lexicons import load
from extract.model import Span
from tests.language.articles import language

SEGMENTS = [
    ("Juniors earn $1,¦ while seniors earn $2.", 2),
    ("Juniors earn $1;¦ seniors earn $2.", 2),
    ("Juniors earn $1,¦ and seniors earn $2.", 2),
    ("Juniors earn $1,¦ seniors earn $2.", 2),
    ("Juniors earn $1¦ and seniors $2.", 2),
    ("Juniors earn $1¦ (seniors $2).", 2),
    ("A base of $1¦ plus a bonus of $2.", 2),
    ("It is $1¦ compared to $2.", 2),
    ("It is $1 on average.", 1),
    ("$1 total¦. Large bakeries: $2.", 2),
    ("Juniors earn $1,¦ mid-levels $2,¦ and seniors $3.", 3),
    ("It is $1 with 2 to 5 years¦ and $2 with more.", 2),
]


@pytest.mark.parametrize(("marked", "count"), SEGMENTS)
def test_segments(marked: str, count: int) -> None:
    """Each amount of a sentence has a stretch of its own; together they are the sentence."""
    text = marked.replace("¦", "")
    whole = Span(0, len(text))
    amounts = [a for a in find_in(text, whole, Hints(), load()) if a.kind is AmountKind.MONEY]
    spans = segments(text, whole, amounts)
    assert len(spans) == count
    assert "".join(text[s.start : s.end] for s in spans) == text
    assert [text[s.start : s.end].strip(" ,;") for s in spans] == [p.strip(" ,;") for p in marked.split("¦")]


def test_no_segments() -> None:
    """A sentence without amounts has none."""
    assert segments("Words.", Span(0, 6), []) == []


def test_offsets_of_amounts_are_those_of_the_text() -> None:
    """An amount found in a stretch is placed in the whole."""
    text = "Not $1. They earn $90,000 a year."
    (amount,) = find_in(text, Span(8, len(text)), Hints(), load())
    assert text[amount.start : amount.end] == "$90,000 a year"


PERIODS = [
    ("Annual salary", "year"),
    ("per year", "year"),
    ("p.a.", "year"),
    ("Gehalt pro Jahr", "year"),
    ("LPA", "year"),
    ("Monthly pay", "month"),
    ("per month", "month"),
    ("/mo", "month"),
    ("weekly", "week"),
    ("Day rate", "day"),
    ("per day", "day"),
    ("Hourly rate", "hour"),
    ("an hour", "hour"),
    ("/hr", "hour"),
    ("Salary", None),
    ("the hour of need", None),
    ("Today", None),
]


@pytest.mark.parametrize(("label", "period"), PERIODS)
def test_period_in(label: str, period: str | None) -> None:
    """What a label says that an amount is paid for; the first of two counts."""
    assert period_in(label) == period
    assert period_in(f"{label} or per week") == (period or "week")


SCALES = [
    ("Salary (LPA)", 100_000),
    ("in lakhs", 100_000),
    ("in crore", 10_000_000),
    ("Salary in thousands", 1_000),
    ("Salary ($K)", 1_000),
    ("Salary (k)", 1_000),
    ("$000s", 1_000),
    ("Salary", None),
    ("OK", None),
    ("Kilograms", None),
]


@pytest.mark.parametrize(("label", "scale"), SCALES)
def test_scale_in(label: str, scale: int | None) -> None:
    """What the numbers under a label are to be multiplied by."""
    assert scale_in(label) == scale


CURRENCIES = [
    ("Salary (₦)", None, "NGN"),
    ("Salary in euros", None, "EUR"),
    ("Salary (USD)", None, "USD"),
    ("Pay in £", None, "GBP"),
    ("Salary ($)", None, "USD"),
    ("Salary ($)", "CA", "CAD"),
    ("Salary ($)", "AU", "AUD"),
    ("Salary (₹)", "CA", "INR"),
    ("All roles", None, None),
    ("Try this", None, None),
    ("Salary", "US", None),
    ("Pound cake", "US", "GBP"),
    ("Teller (loans/savings)", None, None),
]


@pytest.mark.parametrize(("label", "country", "code"), CURRENCIES)
def test_currency_in(label: str, country: str | None, code: str | None) -> None:
    """A label's sign, word or code; a shared sign means the country's own currency."""
    assert currency_in(label, language().lexicons, country) == code


PAY = [
    ("They earn $90,000.", True),
    ("The salary is $90,000.", True),
    ("They make $90,000 a year.", True),
    ("It is $90,000 a year.", True),
    ("Total compensation is $90,000.", True),
    ("A base salary of $90,000 is common.", True),
    ("They take home $90,000.", True),
    ("They get $90,000.", True),
    ("The fee is $900.", False),
    ("Tuition is $9,000 a year.", False),
    ("The market is worth $9 billion.", False),
    ("The bonus is $9,000.", False),
    ("They earn a bonus of $9,000.", False),
    ("They get $9,000 in stock.", False),
    ("They earn $9,000 more.", False),
    ("The pay gap is $9,000.", False),
    ("A premium of $9,000 is paid.", False),
    ("They raised $9 million.", False),
    ("They get $9,000 for housing.", False),
    ("They get $9,000 a month for food and lodging.", False),
    ("They get $9,000 for housing officers.", True),
    ("They earn more, for each duty is worth $9,000.", False),
    ("They get a package worth $9,000 a month.", True),
    ("On top of the basic pay they receive $900 a month.", False),
    ("There, of course, they earn $9,000.", True),
    ("There the difference shrinks to $9,000.", False),
    ("After a raise pay comes to $9,000.", True),
    ("They charge patients $90 per hour.", False),
    ("Our coaches get them $20K+ raises.", False),
    ("She left a $36,000 desk job for it.", False),
    ("Under the NDIS they bill $90 per hour.", False),
    ("They stay below $9,000.", None),
    ("Certified Welder (2 days, online) $1,190 plus VAT", False),
    ("A rate of $90 an hour plus VAT is common.", True),
    ("The distance is about $5,500 a year.", False),
    ("The distance from the lowest tenth to the highest is $9,000.", False),
    ("The interquartile range is $9,000 a year.", False),
    ("Half of them are paid within $9,000 of each other.", False),
    ("The two earn $9,000 a year apart.", False),
    ("They earn $9,000 a month, apart from bonuses.", True),
    ("She paid off $9,000 of her first loan.", False),
]


@pytest.mark.parametrize(("text", "pay"), PAY)
def test_is_pay(text: str, pay: bool | None) -> None:
    """The nearest word about money decides; None where there is none."""
    whole = Span(0, len(text))
    (amount,) = find_in(text, whole, Hints(), load())
    assert is_pay(text, whole, whole, amount, language().cues) is pay
