"""Rulings for tests, and a ledger process that others can kill."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from extract.reviews import Action, Ledger, Ruling, expectation

WHEN = "2026-11-21T10:00:00+00:00"


def claim(claim_id: str = "c" * 16, **values: str) -> dict[str, str]:
    """As much of a claim as an expectation looks at."""
    return {"claim_id": claim_id, "source_id": "pier", "quote": "$1$", "value": "$1$", **values}


def ruling(number: int = 1, **values: Any) -> Ruling:
    """A ruling with an id of its own on a discrepancy of its own."""
    given: dict[str, Any] = {
        "id": f"{number:016x}",
        "who": "Ada",
        "when": WHEN,
        "action": Action.ACCEPT,
        "reason": "as it should be",
        "discrepancy_id": f"{number:016x}",
        "expects": expectation([claim()]),
    }
    return Ruling(**{**given, **values})


def rule_on(path: Path, start: int, count: int) -> None:
    """Append rulings one after another; say each number once it is durable."""
    ledger = Ledger(path)
    for number in range(start, start + count):
        ledger.append(ruling(number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    rule_on(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
