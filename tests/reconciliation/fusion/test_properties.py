"""What must hold for any claims."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reconciliation.fusion import fuse_amounts, fuse_labels, fuse_sets

FEW = settings(max_examples=40, deadline=None)
SOURCES = st.sampled_from("abcdefgh")
ITEMS = st.sampled_from("xyz")
LABELS = st.lists(st.tuples(SOURCES, ITEMS, st.sampled_from("1234")), min_size=1, max_size=40)
AMOUNTS = st.lists(
    st.tuples(SOURCES, ITEMS, st.sampled_from([90.0, 100.0, 101.0, 125.0, 1200.0, 100000.0])),
    min_size=1,
    max_size=40,
)


def labels(rows: list[tuple[str, str, str]], **options: object) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["source", "item", "value"])
    return fuse_labels(table, **options).facts  # type: ignore[arg-type]


def closed(rows: list[tuple[str, str, str]], **options: object) -> pd.DataFrame:
    return labels(rows, closed=True, **options)


def elements(rows: list[tuple[str, str, str]], **options: object) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["source", "item", "value"])
    found = fuse_sets(table, **options).elements  # type: ignore[arg-type]
    return found.set_index(["item", "value"])


def figures(rows: list[tuple[str, str, float]], **options: object) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["source", "item", "value"])
    return fuse_amounts(table, **options).facts  # type: ignore[arg-type]


def same(one: pd.DataFrame, other: pd.DataFrame, *, but: tuple[str, ...] = ()) -> None:
    """Equal to the last but few digits."""
    pd.testing.assert_frame_equal(
        one.drop(columns=list(but)), other.drop(columns=list(but)), check_dtype=False, rtol=1e-7, atol=1e-9
    )


Rows = list[tuple[str, str, object]]
Fuse = Callable[..., pd.DataFrame]
KINDS = [(labels, LABELS), (closed, LABELS), (elements, LABELS), (figures, AMOUNTS)]


@pytest.mark.parametrize(("fuse", "rows"), KINDS)
def test_the_order_of_claims_does_not_matter(fuse: Fuse, rows: st.SearchStrategy[Rows]) -> None:
    @FEW
    @given(rows, st.randoms(use_true_random=False))
    def check(claims: Rows, shuffle: object) -> None:
        mixed = list(claims)
        shuffle.shuffle(mixed)  # type: ignore[attr-defined]
        same(fuse(claims), fuse(mixed))

    check()


@pytest.mark.parametrize(("fuse", "rows"), KINDS)
def test_names_of_sources_do_not_matter(fuse: Fuse, rows: st.SearchStrategy[Rows]) -> None:
    @FEW
    @given(rows, st.permutations("abcdefgh"))
    def check(claims: Rows, names: list[str]) -> None:
        renamed = dict(zip("abcdefgh", names, strict=True))
        same(fuse(claims), fuse([(renamed[source], item, value) for source, item, value in claims]))

    check()


@pytest.mark.parametrize(("fuse", "rows"), KINDS)
def test_a_copied_source_changes_nothing(fuse: Fuse, rows: st.SearchStrategy[Rows]) -> None:
    @FEW
    @given(rows, SOURCES, st.integers(1, 5))
    def check(claims: Rows, original: str, count: int) -> None:
        names = [f"copy{number}" for number in range(count)]
        more = [(name, item, value) for name in names for source, item, value in claims if source == original]
        but = ("n_claims",) if fuse is not elements else ()
        same(fuse(claims), fuse([*claims, *more], copies=[[original, *names]]), but=but)

    check()


@pytest.mark.parametrize(("fuse", "rows"), KINDS)
def test_what_a_source_repeats_it_says_once(fuse: Fuse, rows: st.SearchStrategy[Rows]) -> None:
    @FEW
    @given(rows)
    def check(claims: Rows) -> None:
        same(fuse(claims), fuse([*claims, *claims]), but=("n_claims",) if fuse is not elements else ())

    check()


@FEW
@given(LABELS)
def test_an_unrelated_claim_changes_no_other_label(claims: list[tuple[str, str, str]]) -> None:
    """A new source's claim about a new item; that there is one more source may have them judged."""
    before, after = labels(claims), labels([*claims, ("new", "apart", "9")])
    assert (after["value"].reindex(before.index) == before["value"]).all() or len({c[0] for c in claims}) == 5


@FEW
@given(LABELS)
def test_an_unrelated_claim_changes_no_other_element(claims: list[tuple[str, str, str]]) -> None:
    before, after = elements(claims), elements([*claims, ("new", "apart", "9")])
    assert (after["belongs"].reindex(before.index) == before["belongs"]).all() or len({c[0] for c in claims}) == 5


@FEW
@given(AMOUNTS)
def test_an_unrelated_claim_changes_no_other_amount(claims: list[tuple[str, str, float]]) -> None:
    before, after = figures(claims), figures([*claims, ("new", "apart", 95.0)])
    same_values = np.allclose(after["value"].reindex(before.index), before["value"], rtol=1e-6)
    assert same_values or len({source for source, _, _ in claims}) == 5


@FEW
@given(AMOUNTS, st.sampled_from([0.001, 0.5, 3.0, 1e4]))
def test_scaling_scales(claims: list[tuple[str, str, float]], factor: float) -> None:
    before = figures(claims)
    after = figures([(source, item, value * factor) for source, item, value in claims])
    assert np.allclose(after["value"], before["value"] * factor, rtol=1e-6)
    assert np.allclose(after["confidence"], before["confidence"], rtol=1e-4, atol=1e-6)


ENDS = st.sampled_from([90.0, 100.0, 110.0, 125.0, 1200.0, float("nan")])
RANGES = st.lists(st.tuples(SOURCES, ITEMS, ENDS, ENDS, st.sampled_from(["", "average"])), min_size=1, max_size=40)


@FEW
@given(RANGES, st.sampled_from([0.001, 0.5, 83.0, 1e4]))
def test_scaling_scales_ranges_open_ends_and_definitions(
    claims: list[tuple[str, str, float, float, str]], factor: float
) -> None:
    table = pd.DataFrame(claims, columns=["source", "item", "low", "high", "definition"])
    scaled = table.assign(low=table["low"] * factor, high=table["high"] * factor)
    before, after = fuse_amounts(table, reference="").facts, fuse_amounts(scaled, reference="").facts
    amounts = ["value", "lower", "upper", "low", "high"]
    assert np.allclose(after[amounts], before[amounts] * factor, rtol=1e-6, equal_nan=True)
    same(before.drop(columns=amounts), after.drop(columns=amounts))


@FEW
@given(RANGES, st.randoms(use_true_random=False), st.permutations("abcdefgh"))
def test_order_and_names_do_not_matter_to_ranges(
    claims: list[tuple[str, str, float, float, str]], shuffle: object, names: list[str]
) -> None:
    renamed = dict(zip("abcdefgh", names, strict=True))
    mixed = [(renamed[row[0]], *row[1:]) for row in claims]
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    columns = ["source", "item", "low", "high", "definition"]
    one, other = (fuse_amounts(pd.DataFrame(rows, columns=columns), reference="").facts for rows in (claims, mixed))
    same(one, other)


@FEW
@given(st.lists(st.sampled_from("1234"), min_size=1, max_size=12), st.integers(1, 6))
def test_another_source_that_agrees_never_lowers_confidence(values: list[str], more: int) -> None:
    claims = [(f"s{number:02d}", "x", value) for number, value in enumerate(values)]
    sure = []
    before = labels(claims).loc["x"]
    sure.append(before["confidence"])
    for number in range(more):
        claims.append((f"t{number}", "x", before["value"]))
        after = labels(claims).loc["x"]
        assert after["value"] == before["value"]
        sure.append(after["confidence"])
    assert (np.diff(sure) >= -1e-9).all()


@FEW
@given(st.integers(1, 5), st.integers(1, 6))
def test_another_source_that_agrees_never_lowers_an_elements_confidence(against: int, more: int) -> None:
    claims = [(f"s{number}", "x", "other") for number in range(against)]
    sure = []
    for number in range(more):
        claims.append((f"t{number}", "x", "p"))
        sure.append(elements(claims).loc[("x", "p"), "confidence"])
    assert (np.diff(sure) >= -1e-9).all()


@FEW
@given(st.lists(st.sampled_from([90.0, 100.0, 400.0]), max_size=5), st.integers(2, 6))
def test_another_source_that_agrees_never_lowers_an_amounts_confidence(others: list[float], more: int) -> None:
    claims = [(f"s{number}", "x", value) for number, value in enumerate(others)]
    sure = []
    for number in range(len(others) + more):
        claims.append((f"t{number}", "x", 250.0))
        if number > len(others):
            sure.append(figures(claims).loc["x", "confidence"])
    assert (np.diff(sure) >= -1e-9).all()


@FEW
@given(AMOUNTS)
def test_facts_of_amounts_are_in_order(claims: list[tuple[str, str, float]]) -> None:
    facts = figures(claims)
    assert (facts["lower"] <= facts["value"] * (1 + 1e-9)).all()
    assert (facts["value"] <= facts["upper"] * (1 + 1e-9)).all()
    assert facts["confidence"].between(0, 1).all()
