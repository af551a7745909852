from __future__ import annotations

from extract.report.model import tables
from extract.report.sources import MAX_SOURCES, sources
from tests.report.builder import frame, report
from tests.report.crowd import large


def test_what_each_source_contributed() -> None:
    found = sources(tables(report()))
    assert found.kinds == ("Salaries", "Tools", "Outlook", "Comparisons")
    assert found.totals == (12, 10, 1, 1)
    assert [(one.name, one.claims, one.counts) for one in found.read] == [
        ("Harbor Careers", 12, (6, 5, 1, 0)),
        ("Tallyboard", 8, (2, 5, 0, 1)),
        ("Field Notes", 4, (4, 0, 0, 0)),
        ("tally-mirror", 0, (0, 0, 0, 0)),
    ]


def test_what_stands_behind_a_reliability() -> None:
    harbor, _, notes, mirror = sources(tables(report())).read
    assert harbor.why == "1 set aside, named in 4 open discrepancies, 1 error"
    assert notes.why == "1 of 4 claims flagged, named in 1 open discrepancy"
    assert mirror.why == "nothing speaks against it"
    assert mirror.copy_of == "Tallyboard"
    assert mirror.reliability is None


def test_rejected_files_say_why() -> None:
    (torn,) = sources(tables(report())).rejected
    assert (torn.name, torn.path, torn.reason) == (
        "torn",
        "torn.pdf",
        "not text: 41% of its bytes are no UTF-8",
    )


def test_a_publisher_names_a_source_only_where_it_is_its_own() -> None:
    """Two articles of one publisher, or a publisher with a long name, go by their ids."""
    made = report()
    shared = made.sources.assign(publisher="One House")
    assert tables(report(sources=shared)).source_name("harbor") == "harbor"
    long = made.sources.assign(publisher=[f"{n}{'x' * 40}" for n in range(len(made.sources))])
    assert tables(report(sources=long)).source_name("harbor") == "harbor"
    assert tables(made).source_name("unheard-of") == "unheard-of"


def test_sources_that_do_not_fit_are_counted() -> None:
    found = sources(tables(large(MAX_SOURCES + 3, 0)))
    assert (len(found.read), found.hidden) == (MAX_SOURCES, 3)


def test_dates_are_said_once() -> None:
    row = {"source_id": "a", "path": "a", "status": "read", "published": "2024", "updated": "2025"}
    same = {**row, "source_id": "b", "updated": "2024"}
    found = sources(tables(report(sources=frame("sources", [row, same]))))
    assert [one.dates for one in found.read] == ["published 2024, updated 2025", "published 2024"]
