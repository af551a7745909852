"""Tables of pay in every layout that pages have: what is read rightly of them does not get less."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from layouts import KINDS, NAMES, Score, article, main, measure

FLOOR = 0.95
LOWER: Mapping[str, float] = {
    # A header and all rows on one line without a blank: where a name ends, only the known ones tell.
    "glued": 0.7,
    # Each row glued and alone between blank lines is taken for a heading where its label is one.
    "glued rows loose": 0.9,
    # "Entry-level Resident Engineer" glued to its header has no level: a resident alone has none.
    "header before cells": 0.9,
}


def scores(seeds: int) -> Mapping[str, Score]:
    """Each layout's score over all kinds of tables."""
    found = measure(NAMES, seeds)
    return {layout: sum((score for kind in KINDS for _, score in found[layout, kind]), Score()) for layout in NAMES}


@pytest.fixture(scope="module")
def once() -> Mapping[str, Score]:
    """One page of each."""
    return scores(1)


@pytest.mark.parametrize("layout", NAMES)
def test_tables_are_read_rightly(once: Mapping[str, Score], layout: str) -> None:
    assert once[layout].f1 >= LOWER.get(layout, FLOOR), once[layout]


@pytest.mark.slow
def test_more_tables_are_read_rightly() -> None:
    found = scores(4)
    assert {layout: score for layout, score in found.items() if score.f1 < LOWER.get(layout, FLOOR)} == {}


def test_pages_hold_what_their_tables_say() -> None:
    """The same page from the same seed, and figures in it for every kind of table."""
    for kind in KINDS:
        text, said = article("piped", kind, 1)
        assert (text, said) == article("piped", kind, 1)
        assert len(said) > 2


def test_prints_a_row_for_each_layout(capsys: pytest.CaptureFixture[str]) -> None:
    main(["tabs", "boxed", "--seeds", "1"])
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows[1:]] == ["tabs", "boxed", "all"]


def test_an_unknown_layout_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["circles"])
    assert "no layout 'circles'" in capsys.readouterr().err
