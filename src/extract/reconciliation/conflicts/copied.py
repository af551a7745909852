"""Sources that nearly repeat another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.reconciliation.conflicts.findings import Case, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator


def copied_source(case: Case) -> Iterator[Finding]:
    """One finding for each near-copy."""
    for copy, pair in sorted(case.copies.items()):
        original = pair.first if pair.second == copy else pair.second
        yield Finding(
            type="copied_source",
            severity=case.severity("copied_source"),
            claims=[],
            sources=(copy, original),
            summary=(
                f"{case.words.source(copy)} nearly repeats {case.words.source(original)}: "
                f"{pair.containment:.0%} of the shorter text stands in the longer one."
            ),
            resolution="voted_once",
            rationale="What both say counts once, as the original's; what only the copy says still counts.",
            status="resolved",
        )
