from __future__ import annotations

from typing import Any

import pytest

from extract.report import Report
from extract.report.chart import Scale, crowd, drawn, ghosts, scale_of, scales
from extract.report.model import tables
from extract.report.salaries import MAX_BARS, MAX_BARS_OF_BLOCK, Bar, Block, Panel, cut, panels, yearly
from extract.report.wording import Ends, region_name
from tests.report.builder import DS, fact, frame, pay, report
from tests.report.crowd import large


def _panels(claims: list[dict[str, Any]], facts: list[dict[str, Any]] | None = None) -> list[Panel]:
    made = Report(
        frame("claims", claims),
        frame("sources", []),
        frame("discrepancies", []),
        facts={"salaries": frame("salaries", facts or [])},
    )
    return panels(tables(made), {})


def _block(panel: Panel, title: str) -> Block:
    return next(block for block in panel.blocks if block.title == title)


def test_roles_and_currencies_have_panels_of_their_own() -> None:
    found = panels(tables(report()), {})
    assert [(panel.unit, panel.title, panel.sources) for panel in found] == [
        ("USD", "Data Scientist", 3),
        ("USD", "Machine Learning Engineer", 3),
        ("GBP", "Frontend Developer, London", 1),
    ]


def test_levels_go_up_the_ladder() -> None:
    """The role as a whole comes first, then its levels from the lowest."""
    found = panels(tables(report()), {})[0]
    assert [block.title for block in found.blocks] == [
        "All levels",
        "Entry, United States",
        "Mid, United States",
        "Senior, United States",
    ]


def test_a_quarantined_figure_stands_where_it_would_have_been() -> None:
    """It is shown as written, in its level, with its candidate readings, and is nobody's fact."""
    block = _block(panels(tables(report()), {"c05": "D00001"})[1], "Mid, United States")
    assert block.facts == ()
    (bar,) = block.bars
    assert (bar.style, bar.words, bar.shape, bar.finding) == ("quarantined", "“$118$+”", "none", "D00001")
    assert bar.notes == ("could be $118,000+ or $118+",)
    assert [ghost.low for ghost in bar.ghosts] == [118000.0, 118.0]


@pytest.mark.parametrize(
    ("values", "style", "shape"),
    [
        ({}, "solid", "range"),
        ({"low": 90000.0, "high": 90000.0, "statistic": "mean"}, "solid", "mean"),
        ({"low": 90000.0, "high": 90000.0, "statistic": "median"}, "solid", "median"),
        ({"low": 90000.0, "high": 90000.0, "statistic": "typical"}, "solid", "figure"),
        ({"high": None, "high_open": True}, "solid", "bound"),
        ({"modality": "hedged"}, "hedged", "range"),
        ({"flags": ["proxy_role"], "modality": "hedged"}, "standin", "range"),
        ({"status": "quarantined"}, "quarantined", "none"),
        ({"low": None, "high": None}, "solid", "none"),
    ],
)
def test_each_kind_of_figure_is_drawn_in_its_own_way(values: dict[str, Any], style: str, shape: str) -> None:
    ((block,),) = (panel.blocks for panel in _panels([{**pay("c", "s", "q", DS, 80000.0, 90000.0), **values}]))
    assert (block.bars[0].style, block.bars[0].shape) == (style, shape)


@pytest.mark.parametrize(
    "values",
    [{"unit": "percent"}, {"basis": "bonus"}, {"polarity": "negated"}, {"flags": ["duplicate_in_source"]}],
)
def test_what_is_no_pay_of_its_own_is_not_drawn(values: dict[str, Any]) -> None:
    assert _panels([{**pay("c", "s", "q", DS, 80000.0, 90000.0), **values}]) == []


@pytest.mark.parametrize(("period", "low"), [("year", 10.0), ("month", 120.0), ("hour", 20800.0), (None, 10.0)])
def test_pay_is_brought_to_a_year(period: str | None, low: float) -> None:
    assert yearly({"low": 10.0, "high": None, "high_open": True, "period": period}) == Ends(low, None, high_open=True)


def test_a_claim_stands_beside_the_fact_that_rests_on_it() -> None:
    """Reconciliation may know the region of a claim that does not say one itself."""
    known = fact(1, ["c"], ["s"], role=DS, region="US", currency="USD", low=80000.0, high=90000.0)
    ((block,),) = (panel.blocks for panel in _panels([pay("c", "s", "q", DS, 80000.0, 90000.0)], [known]))
    assert (len(block.facts), len(block.bars)) == (1, 1)


@pytest.mark.parametrize(
    ("regions", "region", "blocks"),
    [
        (["US"], None, {"United States": 1}),
        (["US"], "Texas", {"United States": 0, "Texas": 1}),
        (["US", "GB"], None, {"": 1, "United States": 0, "United Kingdom": 0}),
    ],
)
def test_a_figure_without_region_stands_where_only_one_region_is_known(
    regions: list[str], region: str | None, blocks: dict[str, int]
) -> None:
    known = [
        fact(n, [], [], role=DS, region=one, currency="USD", low=80000.0, high=90000.0) for n, one in enumerate(regions)
    ]
    (panel,) = _panels([pay("c", "s", "q", DS, 80000.0, 90000.0, region=region)], known)
    assert {region_name(block.region): len(block.bars) for block in panel.blocks} == blocks


def test_facts_of_a_place_are_told_apart_by_experience() -> None:
    values = {"role": DS, "region": "US", "currency": "USD", "low": 80000.0, "high": 90000.0}
    known = [fact(1, ["c"], ["s"], **values), fact(2, ["d"], ["s"], experience_min=6.0, **values)]
    (panel,) = _panels([pay(name, "s", "q", DS, 80000.0, 90000.0) for name in "cd"], known)
    assert [bar.notes[0] for bar in panel.blocks[0].facts] == ["confidence 62%", "6+ years"]


def test_an_amount_without_currency_stands_among_its_sources_figures() -> None:
    claims = [
        pay("a", "s", "q", DS, 80000.0, 90000.0, unit="EUR"),
        pay("b", "t", "q", DS, 80000.0, 90000.0),
        pay("c", "t", "q", DS, 80000.0, 90000.0),
        pay("d", "s", "q", DS, None, None, unit=None, status="quarantined"),
    ]
    found = {panel.unit: [bar.style for bar in panel.blocks[0].bars] for panel in _panels(claims)}
    assert found == {"USD": ["solid", "solid"], "EUR": ["solid", "quarantined"]}


def test_a_crowded_block_shows_some_bars_and_where_the_others_stand() -> None:
    claims = [pay(f"c{n:02d}", f"s{n}", "q", DS, 50000.0 + n, 60000.0 + n) for n in range(100)]
    claims.append(pay("bad", "s", "q", DS, None, None, status="quarantined"))
    ((panel,), undrawn) = cut(_panels(claims))
    (block,) = panel.blocks
    assert [bar.style for bar in block.bars] == ["solid"] * MAX_BARS_OF_BLOCK + ["quarantined"]
    assert block.crowd is not None
    assert block.crowd.count == 92
    assert len(block.crowd.places) <= 40
    assert undrawn == 0


def test_the_chart_never_grows_beyond_its_limit() -> None:
    found = panels(tables(large(60, 0)), {})
    shown, undrawn = cut([*found, *found])
    assert sum(panel.size for panel in shown) <= MAX_BARS
    assert undrawn > 0


def _bar(ends: Ends, typical: float | None = None) -> Bar:
    return Bar("who", "words", "solid", "range", ends, typical=typical)


def test_a_scale_has_round_ticks_around_its_values() -> None:
    scale = scale_of([63000.0, 144000.0])
    assert scale is not None
    assert [tick.words for tick in scale.ticks] == ["60k", "80k", "100k", "120k", "140k"]
    assert (scale.ticks[0].at, scale.ticks[-1].at) == ("1.18%", "90.97%")


@pytest.mark.parametrize("values", [[5.0], [0.0], [1e6, 1.2e6], [1.0, 9e8], [-5.0, 5.0]])
def test_a_scale_holds_any_values(values: list[float]) -> None:
    scale = scale_of(values)
    assert scale is not None
    assert all(0 <= scale.percent(value) <= 100 for value in values)
    assert 3 <= len(scale.ticks) <= 9


def test_no_values_no_scale() -> None:
    assert scale_of([]) is None
    assert scales([Panel(None, None, "t", (Block(None, None, "b", (), (_bar(Ends(None, None)),)),), 1)]) == {None: None}


@pytest.mark.parametrize(
    ("bar", "expected"),
    [
        (_bar(Ends(100.0, 200.0)), {"start": "50%", "width": "50%"}),
        (_bar(Ends(100.0, 200.0, high_open=True)), {"start": "50%", "width": "50%", "right": "100%"}),
        (_bar(Ends(200.0, 100.0)), {"start": "50%", "width": "50%"}),
        (_bar(Ends(100.0, None, high_open=True)), {"point": "50%", "right": "50%"}),
        (_bar(Ends(None, 100.0, low_open=True)), {"point": "50%", "left": "50%"}),
        (_bar(Ends(0.0, 200.0), 50.0), {"start": "0%", "width": "100%", "typical": "25%"}),
        (_bar(Ends(None, None), 50.0), {"typical": "25%"}),
        (_bar(Ends(None, float("inf"))), {}),
        (_bar(Ends(None, None)), {}),
    ],
)
def test_where_the_marks_stand(bar: Bar, expected: dict[str, str]) -> None:
    found = drawn(bar, Scale(0.0, 200.0, ()))
    assert {name: value for name in expected if (value := getattr(found, name))} == expected
    assert all(getattr(found, name) is None for name in found.__slots__ if name not in expected)


def test_ghosts_are_drawn_only_where_the_scale_reaches() -> None:
    scale = scale_of([60000.0, 140000.0])
    assert scale is not None
    bar = Bar("w", "x", "quarantined", "none", Ends(None, None), ghosts=(Ends(125000.0, None), Ends(125.0, None)))
    assert [ghost.point for ghost in ghosts(bar, scale)] == ["78.41%"]


def test_a_crowd_is_drawn_as_ticks() -> None:
    ((panel,), _) = cut(_panels([pay(f"c{n}", f"s{n}", "q", DS, 100.0, 200.0 + n) for n in range(20)]))
    found, scale = panel.blocks[0].crowd, scale_of([0.0, 300.0])
    assert found is not None
    assert scale is not None
    assert len(crowd(found, scale)) == 12
