"""Which elements are believed to belong."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from extract.errors import ConfigurationError
from extract.reconciliation.fusion import fuse_sets
from tests.reconciliation.fusion.build import everyone, said


def belonging(lines: str, **columns: object) -> set[str]:
    """Elements of item x that belong."""
    elements = fuse_sets(said(lines, **columns)).elements
    return set(elements[elements["belongs"] & (elements["item"] == "x")]["value"])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("a x p", {"p"}),
        ("a x p;a x q", {"p", "q"}),
        ("a x p;b x p;c x p;c x q", {"p"}),
        ("a x p;b x p;b x q;c x p;c x q", {"p", "q"}),
        ("a x p;a x p;a x p;b x q;c x q", {"q"}),
    ],
)
def test_few_lists(lines: str, expected: set[str]) -> None:
    assert belonging(lines) == expected


def test_the_silence_of_those_who_do_not_list_everything_says_nothing() -> None:
    lines = "a x p;b x p;c x p;c x q"
    assert belonging(lines, exhaustive=[False, False, True, True]) == {"p", "q"}


def test_who_invents_is_not_believed() -> None:
    """A source that adds an element of its own to every item is not believed where it stands with one other."""
    many = "abcdefghijklmnopqrstu"
    lines = [everyone(many, f"i{number}", "p") + f";g i{number} odd{number}" for number in range(30)]
    elements = fuse_sets(said(";".join([*lines, everyone("abg", "x", "p"), "g x rare"]))).elements
    assert not elements[elements["value"] == "rare"]["belongs"].any()
    sources = fuse_sets(said(";".join(lines))).sources
    assert sources.loc["g", "false_rate"] > sources.loc["a", "false_rate"]
    assert sources.loc["g", "reliability"] < sources.loc["a", "reliability"]


def test_lists_that_are_cut_off_say_little_of_what_is_behind_the_cut() -> None:
    """Five of nine sources name the first of three only, everywhere; an addition of one's own is not believed."""
    items = [f"i{number}" for number in range(30)]
    full = [everyone("abcd", item, element) for item in items for element in "pqr"]
    cut = [everyone("efghi", item, "p") for item in items]
    elements = fuse_sets(said(";".join([*full, *cut, "d i0 odd"]))).elements
    believed = elements[elements["belongs"]].groupby("item")["value"].agg(set)
    assert all(found == set("pqr") for found in believed)


def test_of_short_tables_of_long_lists_what_one_source_alone_lists_is_mostly_believed() -> None:
    """Two or three of twenty-four sources list ten true elements each, but for one in ten, and one odd one."""
    rng = np.random.default_rng(1)
    rows = []
    for item in range(200):
        for source in rng.choice(24, rng.integers(2, 4), replace=False):
            rows += [(source, item, f"true{number}") for number in range(10) if rng.random() > 0.1]
            rows.append((source, item, f"odd{rng.integers(2000)}"))
    elements = fuse_sets(pd.DataFrame(rows, columns=["source", "item", "value"])).elements
    true = elements["value"].str.startswith("true")
    assert elements.loc[true, "belongs"].mean() > 0.9


def test_lists_that_repeat_what_others_contradict_are_one() -> None:
    """Of nine sources three repeat a fourth, which adds an element of its own; the others slip once in six."""
    items = [f"i{number}" for number in range(30)]
    honest = [everyone("abcde".replace("abcde"[n % 6 - 1] if n % 6 else "", ""), f"i{n}", "q") for n in range(30)]
    honest += [everyone("abcde", item, "p") for item in items]
    copied = [everyone("fghi", item, element) for item in items for element in ("p", "q", f"odd{item}")]
    made = fuse_sets(said(";".join([*honest, *copied])))
    assert set(made.elements.loc[made.elements["belongs"], "value"]) == {"p", "q"}
    assert made.sources["copy_of"].dropna().to_dict() == {"g": "f", "h": "f", "i": "f"}


def test_copies_have_one_list() -> None:
    claims = said("a x p;b x p;c x p;c x q;d x p;d x q;e x p;e x q")
    elements = fuse_sets(claims, copies=[["c", "d", "e"]]).elements.set_index("value")
    assert not elements.loc["q", "belongs"]
    assert elements.loc["q", ["n_agreeing", "n_sources"]].tolist() == [1, 3]


def test_no_claims_make_no_elements() -> None:
    assert fuse_sets(said("")).elements.empty


def test_gaps_are_refused() -> None:
    claims = said("a x 1;b x 2")
    claims.loc[1, "value"] = None
    with pytest.raises(ConfigurationError, match="lacks its value"):
        fuse_sets(claims)
