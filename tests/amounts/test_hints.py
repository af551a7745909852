"""What a header or page says decides where the words do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.amounts import Hints, find_amounts
from extract.model import Flag, Period

if TYPE_CHECKING:
    from collections.abc import Callable

NAIRA = Hints(currency="NGN", period=Period.MONTH, bare=True)


@pytest.mark.parametrize(
    ("text", "country", "unit"),
    [
        ("$85,000", None, "USD"),
        ("$85,000", "US", "USD"),
        ("$85,000", "CA", "CAD"),
        ("$85,000", "AU", "AUD"),
        ("$85,000", "NZ", "NZD"),
        ("$5,000", "SG", "SGD"),
        ("$85,000", "IN", "USD"),
        ("US$85,000", "CA", "USD"),
        ("85,000 dollars", "CA", "CAD"),
        ("kr 45 000", "NO", "NOK"),
        ("kr 45 000", "SE", "SEK"),
        ("Sh. 61,500", "KE", "KES"),
        ("Sh. 615,000", "TZ", "TZS"),
        ("Rs 1,50,000", "PK", "PKR"),
        ("Rs 1,50,000", "IN", "INR"),
        ("¥300,000", "CN", "CNY"),
        ("¥300,000", "JP", "JPY"),
        ("£15,000", "EG", "EGP"),
        ("K15,000", "ZM", "ZMW"),
        ("15,000 won", "KR", "KRW"),
    ],
)
def test_country(text: str, country: str | None, unit: str) -> None:
    """A sign of several currencies means that of the readers' country, if it is among them."""
    assert [amount.unit for amount in find_amounts(text, Hints(country=country))] == [unit]


def test_header_goes_before_country() -> None:
    """The currency of the header is nearer than the country of the page."""
    assert find_amounts("$85,000", Hints(currency="USD", country="CA"))[0].unit == "USD"
    assert find_amounts("€85,000", Hints(currency="USD"))[0].unit == "EUR"


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("$95,000", ()),
        ("£45,000", ()),
        ("Rs 5,00,000", ()),
        ("¥300,000", (Flag.AMBIGUOUS_CURRENCY,)),
        ("45 000 kr", (Flag.AMBIGUOUS_CURRENCY,)),
        ("1.4 lakh", (Flag.AMBIGUOUS_CURRENCY,)),
    ],
)
def test_doubt(text: str, flags: tuple[Flag, ...]) -> None:
    """A guessed currency is flagged, unless everybody understands the sign."""
    assert find_amounts(text)[0].flags == flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("150,000 – 300,000", ["150000-300000 NGN/month"]),
        ("900,000", ["900000 NGN/month"]),
        ("1,50,000+", [">150000 NGN/month"]),
        ("80k-100k", ["80000-100000 NGN/month"]),
        ("up to 90,000", ["<90000 NGN/month"]),
        ("- 5,000", ["5000 NGN/month"]),
        ("45 000", ["45000 NGN/month"]),
        ("138,000*", ["138000 NGN/month"]),
        ("2000", ["2000 NGN/month"]),
        ("₦150,000", ["150000 NGN/month"]),
        ("1,200,000 per year", ["1200000 NGN/year"]),
        ("42 000 – 58 000 3 500 – 4 800", ["42000-58000 NGN/month", "3500-4800 NGN/month"]),
        ("0–2 yrs: 60,000", ["60000 NGN/month"]),
        ("Level 4: 60,000", ["60000 NGN/month"]),
        ("12-20%", ["12-20%"]),
        ("5 years", []),
        ("Experienced (10-19 years)", []),
        ("3–5 yrs", []),
        ("7-12", []),
        ("Level 44", []),
        ("10.5.2024", []),
        ("2021-10-30", []),
        ("[1,2]", []),
        ("3.11.2", []),
        ("24/7", []),
        ("-", []),
        ("in 2024 and 2025", []),
        ("2021 – 2024 figures", []),
    ],
)
def test_bare(tell_all: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    """Under a header of pay plain numbers are money; spans of years, ranks and dates are not."""
    assert tell_all(text, NAIRA) == expected


def test_bare_without_currency() -> None:
    """Where not even the header names a currency, the amount says so."""
    (amount,) = find_amounts("150,000 – 300,000", Hints(bare=True))
    assert (amount.unit, amount.flags) == (None, (Flag.MISSING_CURRENCY,))


@pytest.mark.parametrize(
    ("text", "scale", "expected"),
    [
        ("7-12", 100_000, ["700000-1200000 INR/year"]),
        ("7.5", 100_000, ["750000 INR/year"]),
        ("₹7-12", 100_000, ["700000-1200000 INR/year"]),
        ("7,50,000", 100_000, ["750000 INR/year"]),
        ("7 LPA", 100_000, ["700000 INR/year"]),
        ("95-120", 1_000, ["95000-120000 INR/year"]),
        ("95000", 1_000, ["95000 INR/year"]),
    ],
)
def test_scale(tell_all: Callable[..., list[str]], text: str, scale: int, expected: list[str]) -> None:
    """A header's scale holds for small numbers without one, not for full amounts."""
    hints = Hints(currency="INR", period=Period.YEAR, bare=True, scale=scale)
    assert tell_all(text, hints) == expected


def test_period_is_told_apart() -> None:
    """A hinted period is used, and not taken for a stated one."""
    hinted = find_amounts("$95,000", Hints(period=Period.YEAR))[0]
    stated = find_amounts("$45 per hour", Hints(period=Period.YEAR))[0]
    assert (hinted.period, hinted.period_stated) == (Period.YEAR, False)
    assert (stated.period, stated.period_stated) == (Period.HOUR, True)
    assert find_amounts("12%", Hints(period=Period.YEAR))[0].period is None


@pytest.mark.parametrize(
    ("text", "hints", "expected"),
    [
        ("60.984", Hints(bare=True, country="DE"), ["60984 -"]),
        ("60.984", Hints(bare=True, currency="EUR"), ["60984 EUR"]),
        ("45.000 - 60.000", Hints(bare=True), ["45000-60000 -"]),
        ("10L", Hints(currency="INR"), ["1000000 INR"]),
        ("10L", Hints(country="IN"), ["1000000 INR"]),
        ("10L", Hints(), ["1000000 #"]),
        ("1.4 lakh", Hints(country="PK"), ["140000 PKR"]),
    ],
)
def test_writing(tell_all: Callable[..., list[str]], text: str, hints: Hints, expected: list[str]) -> None:
    """How numbers are written follows the currency or the country."""
    assert tell_all(text, hints) == expected
