"""Every detector against its table of cases: what it must find, and near misses that it must not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.reconciliation.conflicts import DETECTORS
from extract.schemas import DISCREPANCY_TYPES
from tests.reconciliation.build import found, run

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['fact']}")
    for path in FILES
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_detector(name: str, case: dict[str, Any]) -> None:
    """A case lists the discrepancies of its type, each with what matters of it, and no others."""
    reconciled = run(case["claims"], case.get("sources"), similarity=_pairs(case))
    rows = sorted(found(reconciled, name), key=lambda row: (row["claim_ids"], row["source_ids"]))
    wanted = case.get("found", [])
    assert len(rows) == len(wanted), [row["summary"] for row in rows]
    for row, want in zip(rows, wanted, strict=True):
        assert {key: row[key] for key in want if key not in {"claims", "says"}} == {
            key: value for key, value in want.items() if key not in {"claims", "says"}
        }
        assert row["claim_ids"] == [f"c{index}" for index in want.get("claims", [])] or "claims" not in want
        said = f"{row['summary']} {row['rationale']}"
        assert all(words in said for words in want.get("says", [])), said
    others = set(reconciled.discrepancies["type"]) - {name}
    assert not others & set(case.get("not", [])), reconciled.discrepancies["summary"].tolist()


def test_every_type_has_a_detector_and_both_kinds_of_cases() -> None:
    names = [detector.__name__ for detector in DETECTORS]
    # A ruling that fits no more is found where rulings are applied, not among claims.
    found = sorted(set(DISCREPANCY_TYPES) - {"stale_ruling"})
    assert sorted(names) == found == [path.stem for path in FILES]
    for path in FILES:
        cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        assert any(case.get("found") for case in cases), path.stem
        assert any(not case.get("found") for case in cases), path.stem


def _pairs(case: dict[str, Any]) -> list[Any]:
    from extract.reconciliation import CopyPair

    return [CopyPair(*pair) for pair in case.get("copies", [])]
