"""The generator of synthetic articles: the same from the same seed, and its gold stands in its text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from score import golds, quotes

from corpus import FORMATS, article, main
from corpus_facts import Role, Style, lexicons, listed, pairs, sentence
from corpus_layout import PLAIN, Grid, Heading, Menu, length
from throughput import report, stages

SAMPLE = [article(7, number, 600) for number in range(24)]


def test_same_seed_same_article() -> None:
    """An article depends on seed, number and length, on nothing before it."""
    assert article(7, 3, 600) == SAMPLE[3]
    assert article(8, 3, 600) != SAMPLE[3]


def test_makes_every_format_and_kind() -> None:
    """A few dozen articles hold every format and every kind of gold, defects among them."""
    assert {suffix for suffix, _, _ in SAMPLE} == set(FORMATS)
    for key in ("salaries", "tools", "tools_negated", "responsibilities", "education", "career_paths"):
        assert all(gold[key] for _, _, gold in SAMPLE)
    assert any(pay.get("status") == "quarantined" for _, _, gold in SAMPLE for pay in gold["salaries"])
    assert len({pay["unit"] for _, _, gold in SAMPLE for pay in gold["salaries"] if "unit" in pay}) > 5


@pytest.mark.parametrize("made", SAMPLE, ids=range(len(SAMPLE)))
def test_gold_stands_in_the_text(made: tuple[str, str, dict[str, Any]]) -> None:
    """Saved text holds every quote letter for letter; no tool is both used and not needed."""
    suffix, text, gold = made
    if suffix == ".txt":
        assert [quote for quote in quotes(gold) if quote not in text] == []
    for role, names in gold["tools_negated"].items():
        assert not set(names) & set(gold["tools"].get(role, ()))


@pytest.mark.parametrize("words", [600, 3000])
def test_has_the_length_asked_for(words: int) -> None:
    _, text, _ = article(1, 1, words)
    assert words <= len(text.split()) <= 1.3 * words + 400


def test_writes_articles_and_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(tmp_path / "out"), "--articles", "3", "--words", "300"])
    assert "3 articles" in capsys.readouterr().out
    names = sorted(path.name for path in (tmp_path / "out" / "articles").iterdir())
    assert [gold["file"] for gold in golds(tmp_path / "out" / "gold")] == names


@pytest.mark.parametrize(
    ("style", "amount", "written"),
    [
        (Style("$", group=","), 112_500, "$112,500"),
        (Style("$", "k", divisor=1000), 84_500, "$84.5k"),
        (Style("₹", group="indian"), 1_342_000, "₹13,42,000"),
        (Style("₹", group="indian"), 900, "₹900"),
        (Style("₹", " LPA", divisor=100_000), 1_250_000, "₹12.5 LPA"),
        (Style("", " €", "."), 61_240, "61.240 €"),
        (Style("CHF ", group="'"), 95_000, "CHF 95'000"),
    ],
)
def test_money(style: Style, amount: int, written: str) -> None:
    assert style.point(amount) == written


def test_range_shares_its_unit() -> None:
    style = Style("$", "k", divisor=1000, once=True)
    assert style.range(60_000, 80_000, "-") == "$60-80k"
    assert style.range(60_000, 80_000, " to ") == "$60k to $80k"


@pytest.mark.parametrize(
    ("title", "an", "many"),
    [
        ("Data Engineer", "a data engineer", "data engineers"),
        ("ML Engineer", "an ML engineer", "ML engineers"),
        ("UX Designer", "a UX designer", "UX designers"),
        ("UI Designer", "a UI designer", "UI designers"),
        ("iOS Developer", "an iOS developer", "iOS developers"),
        ("Actuary Assistant", "an actuary assistant", "actuary assistants"),
    ],
)
def test_names_of_roles(title: str, an: str, many: str) -> None:
    role = Role("x", title)
    assert (role.an, role.many) == (an, many)


def test_sentences_and_lists() -> None:
    assert sentence("iOS developers rest. data engineers do not.") == "iOS developers rest. Data engineers do not."
    assert [listed(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A and B", "A, B and C"]


def test_pairs_do_not_hold_one_another() -> None:
    """A pair's names can be told apart wherever they stand."""
    assert all(a.title not in b.title and b.title not in a.title for a, b in pairs(lexicons()))


@pytest.mark.parametrize("render", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("form", [*PLAIN, "glued"])
def test_tables_keep_every_cell(form: str, render: Callable[..., str]) -> None:
    """Whatever a table looks like, its cells stand in the page, in order."""
    grid = Grid(("Level", "Cook", "Baker"), (("Junior", "$1", "$2"), ("Senior", "$3", "-")), form)
    page = render([Menu(("Start",)), Heading("Trades", 1), grid], Random(1))  # noqa: S311 - a page, not a secret
    at = -1
    for cell in (*grid.header, *grid.rows[0], *grid.rows[1]):
        at = page.index(cell, at + 1)
    assert length([grid]) == 9


def test_throughput_is_told_by_stage(tmp_path: Path) -> None:
    """The benchmark times every stage; what leads from bytes to claims is summed up."""
    main([str(tmp_path / "out"), "--articles", "2", "--words", "300"])
    seconds, articles, claims = stages(tmp_path / "out" / "articles")
    assert list(seconds) == ["read", "language", "claims", "validate", "reconcile"]
    assert (articles, claims > 0) == (2, True)
    told = report({"read": 1.0, "language": 2.0, "claims": 1.0, "validate": 0.5}, 8, 100)
    assert told.splitlines()[-1].split() == ["bytes", "to", "claims", "4.00", "2.0"]
