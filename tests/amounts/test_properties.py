"""What holds for every text: round trips, spans, no exceptions."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from extract.amounts import Amount, AmountKind, Hints, find_amounts, parse_amount
from extract.model import Flag, Period

# Pieces that amounts are made of, so that random texts come near to them.
WORDS = """
    $ € £ ₹ Rs. USD CAD kr R K L T k M Cr lakh LPA million percent % + - – — − ~ / ( ) [ ] . , ; : ' ’ \\ * |
    between from and to or more less than up over about per year a hour /yr annually monthly gross average
    higher premium years 401 2024 0 5 15 90 125 1,234 95,000 60.984 1.2.3 1,2 45 000 106, 553 â‚¹ Â £
"""
PIECES = st.sampled_from(WORDS.split())
GLUE = st.sampled_from(["", " ", "\n", "\t", "\u00a0", "  "])
NEAR_AMOUNTS = st.lists(st.tuples(PIECES, GLUE), max_size=30).map(
    lambda pairs: "".join(piece + glue for piece, glue in pairs)
)
HINTS = st.builds(
    Hints,
    currency=st.sampled_from([None, "USD", "INR", "EUR", "NGN"]),
    period=st.sampled_from([None, *Period]),
    country=st.sampled_from([None, "US", "CA", "IN", "DE", "ZM", "nowhere"]),
    bare=st.booleans(),
    scale=st.sampled_from([None, 1000, 100_000]),
)
PAY = st.integers(min_value=10_000, max_value=9_999_999)


def western(value: int) -> str:
    """1,234,567."""
    return f"{value:,}"


def indian(value: int) -> str:
    """12,34,567."""
    head, tail = divmod(value, 1000)
    groups = [f"{tail:03d}"]
    while head >= 100:
        head, pair = divmod(head, 100)
        groups.append(f"{pair:02d}")
    return ",".join([str(head), *reversed(groups)])


STYLES = st.sampled_from(
    [
        lambda value: f"${western(value)}",
        lambda value: f"${value}",
        lambda value: f"US${western(value)}",
        lambda value: f"USD {western(value)}",
        lambda value: f"{western(value)} USD",
        lambda value: f"{western(value)} dollars",
        lambda value: f"${western(value)}.00",
        lambda value: f"${value / 1000!r}k",
        lambda value: f"${value / 1000!r}K",
        lambda value: f"${value / 1_000_000!r}M",
        lambda value: f"${value / 1_000_000!r} million",
        lambda value: f"£{western(value)}",
        lambda value: f"₹{indian(value)}",
        lambda value: f"Rs. {indian(value)}/-",
        lambda value: f"INR {indian(value)}",
        lambda value: f"₹{value / 100_000!r} lakh",
        lambda value: f"{value / 100_000!r} LPA",
        lambda value: f"₹{value / 10_000_000!r} crore",
        lambda value: f"{western(value).replace(',', '.')} €",
        lambda value: f"€{western(value).replace(',', '.')}",
        lambda value: f"{western(value).replace(',', ' ')} €",
        lambda value: f"{western(value).replace(',', chr(0x202F))} €",
        lambda value: f"{western(value).replace(',', chr(0xA0))} zł",
        lambda value: f"CHF {western(value).replace(',', chr(39))}",
        lambda value: f"{western(value).replace(',', '’')} Fr.",
        lambda value: f"AED {western(value)}",
    ]
)


def near(read: float | None, value: float) -> bool:
    """Whether a value was read; scaled decimal fractions may differ in the last bit."""
    return read is not None and math.isclose(read, value, rel_tol=1e-12)


@given(PAY, STYLES)
def test_point_round_trip(value: int, style) -> None:
    """An amount written in any style is read as the same value."""
    amount = parse_amount(style(value))
    assert amount is not None
    assert amount.kind is AmountKind.MONEY
    assert not amount.flags
    assert near(amount.low, value)
    assert near(amount.high, value)
    assert not amount.high_open


@given(
    PAY,
    PAY,
    STYLES,
    st.sampled_from(["{}–{}", "{} - {}", "{} to {}", "between {} and {}", "from {} to {}", "{} — {} per year"]),
)
def test_range_round_trip(one: int, other: int, style, form: str) -> None:
    """Two amounts in any style, joined in any way, are one range."""
    low, high = sorted((one, other))
    amount = parse_amount(form.format(style(low), style(high)))
    assert amount is not None
    assert near(amount.low, low)
    assert near(amount.high, high)
    assert not amount.flags


@given(PAY, STYLES, st.sampled_from(["over {}", "{}+", "{} or more", "upwards of {}", "at least {} a year"]))
def test_lower_bound_round_trip(value: int, style, form: str) -> None:
    """A lower bound keeps its end and is open above."""
    amount = parse_amount(form.format(style(value)))
    assert amount is not None
    assert near(amount.low, value)
    assert (amount.high, amount.high_open, amount.low_open) == (None, True, False)


@given(PAY, STYLES, st.sampled_from(["{} more", "+{}", "a {} premium", "an extra {}", "{} less than others"]))
def test_difference_is_never_pay(value: int, style, form: str) -> None:
    """A difference is marked in every style."""
    amounts = find_amounts(form.format(style(value)))
    assert amounts
    assert all(amount.difference for amount in amounts)


@given(st.one_of(st.text(), NEAR_AMOUNTS), HINTS)
def test_any_text(text: str, hints: Hints) -> None:
    """No text raises; spans lie inside the text, in order, apart, and hold a digit."""
    end = 0
    for amount in find_amounts(text, hints):
        assert end <= amount.start < amount.end <= len(text)
        assert any("0" <= letter <= "9" for letter in text[amount.start : amount.end])
        end = amount.end
        check(amount)


def check(amount: Amount) -> None:
    """What every amount promises."""
    ends = [end for end in (amount.low, amount.high) if end is not None]
    assert all(math.isfinite(end) for end in ends)
    assert bool(ends) != (amount.problem is not None)
    assert amount.problem in (None, Flag.MALFORMED_AMOUNT)
    assert (amount.low is None) == (amount.low_open or amount.problem is not None) or amount.high is not None
    if amount.high is None and amount.problem is None:
        assert amount.high_open
    if amount.low is not None and amount.high is not None and amount.low > amount.high:
        assert Flag.INVERTED_RANGE in amount.flags
    if amount.kind is AmountKind.PERCENT:
        assert amount.unit == "percent"
    if amount.kind is AmountKind.NUMBER:
        assert amount.unit is None
    if amount.kind is AmountKind.MONEY and amount.unit is None:
        assert Flag.MISSING_CURRENCY in amount.flags or Flag.AMBIGUOUS_CURRENCY in amount.flags


@given(NEAR_AMOUNTS, HINTS)
def test_same_text_same_amounts(text: str, hints: Hints) -> None:
    """Reading twice gives the same, and what is read does not depend on what was read before."""
    assert find_amounts(text, hints) == find_amounts(text, hints)


@given(st.text(alphabet="$€₹kKLM+-–.,' 0159%", max_size=60))
def test_every_digit_of_a_point_is_used(text: str) -> None:
    """A sound amount leaves no digit right beside it: no first number that matches."""
    for amount in find_amounts(text):
        if amount.problem is None:
            assert not text[amount.end : amount.end + 1].isdigit() or text[amount.end - 1] in "kKLM+%$€₹"
