from __future__ import annotations

from extract.report.changes import changes


def _row(name: str, status: str) -> dict[str, str]:
    return {"discrepancy_id": name, "status": status}


def test_each_discrepancy_is_counted_once() -> None:
    """A discrepancy is new, gone, resolved, opened again, still open, or as settled as before."""
    before = [
        _row("a", "open"),
        _row("b", "open"),
        _row("c", "resolved"),
        _row("d", "open"),
        _row("e", "reviewed"),
    ]
    now = [
        _row("f", "open"),
        _row("a", "open"),
        _row("b", "reviewed"),
        _row("c", "open"),
        _row("e", "resolved"),
    ]
    found = changes(now, before)
    groups = (found.new, found.gone, found.resolved, found.reopened, found.still_open)
    assert [[row["discrepancy_id"] for row in group] for group in groups] == [
        ["f"],
        ["d"],
        ["b"],
        ["c"],
        ["a"],
    ]
    assert not found.none


def test_the_same_run_twice_changes_nothing() -> None:
    rows = [_row("a", "open"), _row("b", "resolved")]
    assert changes(rows, rows).none
