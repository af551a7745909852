from __future__ import annotations

import pytest

from extract.model import Kind, Level, Modality, PaidGroup, Period, Severity, Status
from extract.report.wording import (
    KINDS,
    LEVELS,
    SEVERITIES,
    Ends,
    amount,
    clip,
    few,
    label,
    listed,
    number,
    plural,
    region_name,
    role_name,
    showable,
    spelled,
    title_case,
    type_review,
    type_title,
    wording,
)
from extract.schemas import DISCREPANCY_TYPES


@pytest.mark.parametrize(
    ("codes", "known"),
    [
        (set(DISCREPANCY_TYPES), set(wording().types)),
        (set(Kind), set(wording().labels["kinds"])),
        (set(Level), set(wording().labels["levels"])),
        (set(PaidGroup), set(wording().labels["paid_groups"])),
        (set(Period), set(wording().labels["periods"])),
        (set(Severity), set(wording().labels["severities"])),
    ],
)
def test_every_code_has_words(codes: set[str], known: set[str]) -> None:
    """Whoever adds a code to the vocabulary has to word it for readers."""
    assert {str(code) for code in codes} == known


def test_orders_are_those_of_the_vocabulary() -> None:
    assert tuple(Level) == LEVELS
    assert tuple(Severity) == SEVERITIES
    assert tuple(Kind) == KINDS
    assert {*Status} == {"accepted", "flagged", "quarantined"}
    assert {*Modality} == {"stated", "hedged", "reported"}


def test_every_type_says_what_a_reviewer_can_do() -> None:
    for code in DISCREPANCY_TYPES:
        assert type_title(code) != code
        assert type_review(code).endswith((".", "?"))


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("data_scientist", "Data Scientist"),
        ("machine_learning_engineer", "Machine Learning Engineer"),
        ("invented_ml_wizard", "Invented ML Wizard"),
        ("senior_devops_llama_keeper", "Senior DevOps Llama Keeper"),
        ("", ""),
        (None, ""),
    ],
)
def test_roles_have_names(role: str | None, name: str) -> None:
    """A role is shown by the lexicon's name, one that it does not have in title case."""
    assert role_name(role) == name


@pytest.mark.parametrize(
    ("code", "words"),
    [("data_engineering", "data engineering"), ("bi", "BI"), ("devops", "DevOps"), (None, "")],
)
def test_codes_are_spelled_as_readers_know_them(code: str | None, words: str) -> None:
    assert spelled(code) == words


def test_title_case_keeps_capitals() -> None:
    assert title_case("SRE at eBPF  shops") == "SRE At EBPF Shops"


@pytest.mark.parametrize(("region", "name"), [("US", "United States"), ("Bay Area", "Bay Area"), (None, "")])
def test_countries_have_names(region: str | None, name: str) -> None:
    assert region_name(region) == name


def test_unknown_codes_are_their_own_words() -> None:
    assert label("resolutions", "left_for_later") == "left for later"
    assert type_title("brand_new") == "Brand new"
    assert "believe" in type_review("brand_new")


@pytest.mark.parametrize(
    ("ends", "unit", "words"),
    [
        (Ends(63000.0, 86000.0), "USD", "$63,000–$86,000"),
        (Ends(103500.0, 103500.0), "USD", "$103,500"),
        (Ends(100000.0, 138000.0, high_open=True), "USD", "$100,000–$138,000+"),
        (Ends(120000.0, None, high_open=True), "USD", "$120,000+"),
        (Ends(None, 90000.0, low_open=True), "USD", "up to $90,000"),
        (Ends(None, 90000.0), "USD", "$90,000"),
        (Ends(45.5, 45.5), "USD", "$45.50"),
        (Ends(23.0, 23.0), "percent", "23%"),
        (Ends(12.5, 20.0), "percent", "12.5%–20%"),
        (Ends(90000.0, 110000.0), "XTS", "XTS\u00a090,000–110,000"),
        (Ends(90000.0, 90000.0), None, "90,000"),
        (Ends(None, None), "USD", ""),
        (Ends(1e300, 1e300), "USD", "$1e+300"),
        (Ends(float("inf"), float("inf")), "USD", "$inf"),
    ],
)
def test_amounts(ends: Ends, unit: str | None, words: str) -> None:
    """Open ends show as in the contract; no amount is longer than a reader can take in."""
    assert amount(ends, unit) == words


@pytest.mark.parametrize(("value", "words"), [(0.0, "0"), (-1500.0, "-1,500"), (999999999999.0, "999,999,999,999")])
def test_numbers(value: float, words: str) -> None:
    assert number(value) == words


def test_small_words() -> None:
    assert plural(1, "source") == "1 source"
    assert plural(1204, "discrepancy", "discrepancies") == "1,204 discrepancies"
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert few(["a", "b", "c", "d"]) == "a, b, c, d"
    assert few(["a", "b", "c", "d", "e"]) == "a, b, c +2"


def test_clipping_says_that_it_clipped() -> None:
    assert clip("a  b\n c", 10) == "a b c"
    assert clip("abcdefghij klm", 11) == "abcdefghij…"


def test_what_could_hide_or_reorder_text_is_replaced() -> None:
    assert showable("a\x1b[31m\u202eb\x00\ud800\tc\n") == "a\ufffd[31m\ufffdb\ufffd\ufffd\tc\n"
