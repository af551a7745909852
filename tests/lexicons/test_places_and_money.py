"""What places and currencies promise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.lexicons import key, load, signs

LEXICONS = load()


def test_countries_are_complete() -> None:
    """All of ISO 3166-1, each with a currency that is known."""
    countries = [region for region in LEXICONS.regions if region.kind == "country"]
    assert len(countries) == len(LEXICONS.region_by_code) == 249
    for country in countries:
        assert country.code is not None
        assert re.fullmatch("[A-Z]{2}", country.code)
        assert country.within is None
    assert [country.name for country in countries if country.currency is None] == ["Antarctica"]


def test_places_stand_in_countries() -> None:
    """States and cities name the country around them; only countries have a code and a currency."""
    for region in LEXICONS.regions:
        if region.kind == "country":
            continue
        assert region.code is None, region
        assert region.currency is None, region
        assert region.within in LEXICONS.region_by_code or (region.within is None and region.kind == "area"), region
        assert region.abbreviation is None or re.fullmatch("[A-Z]{2,3}", region.abbreviation), region


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("U.S.", [("United States", "country")]),
        ("USA", [("United States", "country")]),
        ("UK", [("United Kingdom", "country")]),
        ("UAE", [("United Arab Emirates", "country")]),
        ("Deutschland", [("Germany", "country")]),
        ("Georgia", [("Georgia", "country"), ("Georgia", "state")]),
        ("New York", [("New York", "state"), ("New York City", "city")]),
        ("Bangalore", [("Bengaluru", "city")]),
        ("München", [("Munich", "city")]),
        ("Bay Area", [("San Francisco Bay Area", "area")]),
        ("Cambridge", [("Cambridge", "city")]),
    ],
)
def test_places_by_name(form: str, expected: list[tuple[str, str]]) -> None:
    """Names of places, countries first where several share one."""
    assert [(region.name, region.kind) for region in LEXICONS.regions_by_term[key(form)]] == expected


@pytest.mark.parametrize("name", ["Georgia", "Jordan", "Chad", "Reading", "Nice", "Mobile", "Bath", "Split", "Phoenix"])
def test_places_that_are_words_need_context(name: str) -> None:
    """A place that is also a word or a first name is marked."""
    assert all(region.ambiguous for region in LEXICONS.regions if region.name == name)


def test_codes_that_are_words_are_no_forms() -> None:
    """``us``, ``in``, ``it``, ``or``, ``me`` name no place in lower case, few of them in capitals."""
    plain = {form.casefold() for region in LEXICONS.regions for form in region.forms}
    exact = {form for region in LEXICONS.regions for form in region.exact}
    assert not plain & {
        "us",
        "uk",
        "in",
        "it",
        "or",
        "me",
        "is",
        "no",
        "so",
        "at",
        "be",
        "as",
        "to",
        "id",
        "de",
    }
    assert "US" in exact
    assert not exact & {"IN", "IT", "OR", "ME", "CA", "LA", "AI", "ML"}


def test_currencies() -> None:
    """Codes have their form, bounds are in order, every country's currency is there."""
    for money in LEXICONS.currencies:
        assert re.fullmatch("[A-Z]{3}", money.code)
        assert 0 < money.plausible_low < money.plausible_high / 50, money
    used = {region.currency for region in LEXICONS.regions if region.currency}
    # fmt: off
    common = [
        "USD", "EUR", "GBP", "INR", "CAD", "AUD", "NZD", "SGD", "HKD", "CHF", "SEK", "NOK", "DKK", "PLN",
        "JPY", "CNY", "KRW", "NGN", "KES", "ZAR", "AED", "SAR", "BRL", "MXN", "PHP", "PKR",
    ]
    # fmt: on
    assert set(common) <= set(LEXICONS.currency_by_code)
    rare = used - set(LEXICONS.currency_by_code)
    assert all(len(code) == 3 for code in rare)
    assert len(rare) < 30


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("$", "USD"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("₹", "INR"),
        ("Rs.", "INR"),
        ("A$", "AUD"),
        ("CA$", "CAD"),
        ("₦", "NGN"),
        ("¥", "JPY"),
        ("₱", "PHP"),
        ("zł", "PLN"),
        ("RM", "MYR"),
        ("KSh", "KES"),
    ],
)
def test_signs_of_currencies(sign: str, code: str) -> None:
    """A sign means its usual currency."""
    assert LEXICONS.currency_by_sign[sign].code == code


@pytest.mark.parametrize(("sign", "count"), [("$", 12), ("kr", 4), ("Rs", 4), ("£", 2)])
def test_signs_of_several_currencies(sign: str, count: int) -> None:
    """The country decides among the currencies that are written with one sign."""
    sharing = [money for money in LEXICONS.currencies if sign in money.ambiguous_signs]
    assert len(sharing) >= count


@pytest.mark.parametrize(
    ("code", "believable", "not_believable"),
    [
        ("USD", [15_000, 63_000, 900_000], [61, 125, 140]),
        ("EUR", [12_000, 60_984], [61, 75]),
        ("INR", [180_000, 1_500_000, 20_000_000], [15, 40_000]),
        ("NGN", [480_000, 1_800_000, 18_000_000], [150_000]),
        ("JPY", [3_000_000, 12_000_000], [400_000]),
    ],
)
def test_plausible_pay(code: str, believable: list[float], not_believable: list[float]) -> None:
    """Yearly pay that people earn is believable; a monthly figure or a lost thousand is not."""
    money = LEXICONS.currency_by_code[code]
    assert all(money.plausible_low <= amount <= money.plausible_high for amount in believable)
    assert not any(money.plausible_low <= amount <= money.plausible_high for amount in not_believable)


def test_signs_are_listed_once() -> None:
    """Patterns know every currency's sign: they take them from the lexicon, and write none of their own."""
    package = Path(signs.__file__).parent.parent
    assert set("$€£¥₩₪₫₱₹₺₽") <= set(signs.SIGNS)
    written = re.compile(r"[$€£¥₹₦₱₩]{3}")
    assert [p.name for p in package.rglob("*.py") if written.search(p.read_text(encoding="utf-8"))] == []
