from __future__ import annotations

import pytest

from extract.report.findings import findings
from extract.report.model import tables
from extract.report.overview import MAX_CHANGES, Overview, overview
from tests.report.builder import ML, discrepancy, empty, frame, report
from tests.report.crowd import large


@pytest.fixture(scope="module")
def top() -> Overview:
    made = report()
    found = tables(made)
    return overview(made, found, findings(found).anchors)


def test_the_lede_says_what_matters(top: Overview) -> None:
    assert top.lede == (
        "4 articles about Data Scientist and Machine Learning Engineer: 24 claims. "
        "5 discrepancies wait for a reviewer: 1 error, 3 warnings and 1 note. "
        "Nothing usable is known for Machine Learning Engineer, mid (salaries). "
        "1 file could not be read."
    )


def test_counts(top: Overview) -> None:
    assert top.severities == (("error", "Error", 1), ("warning", "Warning", 3), ("info", "Note", 1))
    assert [(share.name, share.count) for share in top.statuses] == [
        ("accepted", 22),
        ("flagged", 1),
        ("quarantined", 1),
    ]
    assert top.statuses[1].start == top.statuses[0].width == "91.67%"
    assert top.run == "Run 20260112T041500Z-9f2c · 2026-01-12 04:15 UTC · rolefacts 0.1.0"


def test_what_changed_since_the_last_run(top: Overview) -> None:
    assert top.since is not None
    assert [(group.title, group.count) for group in top.since] == [
        ("New", 1),
        ("Newly resolved", 1),
        ("Gone", 1),
        ("Still open", 4),
    ]
    assert top.since[0].mentions[0].href == "#d-D00004"
    assert top.since[2].mentions[0].href is None
    assert top.since[3].mentions == ()
    assert top.since[3].hidden == 0
    assert not top.unchanged


def test_the_first_run_has_nothing_to_compare_with() -> None:
    made = report(previous=None)
    assert overview(made, tables(made), {}).since is None


def test_a_run_without_changes_says_so() -> None:
    made = report()
    same = report(previous=made.discrepancies)
    found = overview(same, tables(same), {})
    assert found.unchanged
    assert found.since is not None
    assert [(group.title, group.count) for group in found.since] == [
        ("New", 0),
        ("Newly resolved", 0),
        ("Gone", 0),
        ("Still open", 5),
    ]


def test_gaps_are_named_while_they_are_few() -> None:
    gaps = [discrepancy(n, "coverage_gap", "warning", "None.", [], role=ML, level="mid") for n in range(3)]
    made = report(discrepancies=frame("discrepancies", gaps))
    found = overview(made, tables(made), {})
    assert "Nothing usable is known for 3 data items." in found.lede
    assert {gap.who for gap in found.gaps} == {"Machine Learning Engineer, mid"}


def test_many_changes_are_counted() -> None:
    made = large(5, 200)
    found = overview(made, tables(made), {})
    assert found.since is not None
    assert len(found.since[0].mentions) == MAX_CHANGES
    assert found.since[0].hidden == 100 - MAX_CHANGES


def test_nothing_at_all() -> None:
    made = empty()
    found = overview(made, tables(made), {})
    assert found.lede == "0 articles: 0 claims. No discrepancy is open."
    assert found.run == ""
    assert found.statuses[0].width == "0%"
