"""Somebody's own claims, reconciled without texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from extract.cli import main
from extract.publishing import read_table

PAY: dict[str, Any] = {"kind": "salary", "role": "diver", "unit": "EUR"}
ROWS: list[dict[str, Any]] = [
    {"source_id": "a", "low": 50_000, "high": 60_000, **PAY},
    {"source_id": "b", "low": 600_000, "high": 720_000, **PAY},
    {"source_id": "c", "low": 52_000, "high": 61_000, **PAY},
]


def write(folder: Path, rows: list[dict[str, Any]]) -> Path:
    path = folder / "claims.parquet"
    pd.DataFrame(rows).to_parquet(path)
    return path


def test_facts_and_discrepancies_of_a_small_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Amounts alone are enough; what is out by a factor is said to be, and not believed."""
    out = tmp_path / "deep" / "out"
    assert main(["reconcile", str(write(tmp_path, ROWS)), "-o", str(out)]) == 0
    assert "salaries: 1" in capsys.readouterr().out
    (fact,) = read_table(out / "salaries.parquet").to_dict("records")
    assert (fact["low"], fact["high"], list(fact["source_ids"])) == (51_000, 60_500, ["a", "c"])
    found = read_table(out / "discrepancies.parquet")
    assert list(found["type"]) == ["implausible_amount"]
    assert "EUR 600,000-720,000" in found["summary"][0]
    assert list(pd.read_parquet(out / "sources.parquet")["source_id"]) == ["a", "b", "c"]


def test_again_in_the_same_folder(tmp_path: Path) -> None:
    """An earlier result is replaced as a whole; the same claims in another order give the same files."""
    out = tmp_path / "out"
    main(["reconcile", str(write(tmp_path, ROWS)), "-o", str(out)])
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    main(["reconcile", str(write(tmp_path, ROWS[::-1])), "-o", str(out)])
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.parquet", "out"]


BAD = [
    ([{"kind": "tool", "value": "Git"}], "column source_id is missing"),
    ([{"source_id": "a", "kind": "tool"}], "column value is missing"),
    ([{"source_id": "a", "kind": "rumour", "value": "x"}], "row 0: kind 'rumour' is none of attribute"),
    ([{"source_id": "", "kind": "tool", "value": "Git"}], "row 0: source_id is empty"),
    ([{"source_id": "a", "kind": "salary", "value": "x", "low": "much"}], "row 0: low is 'much'"),
    ([{"source_id": "a", "kind": "tool", "value": None}], "row 0: value is empty"),
    ([{**ROWS[0], "level": "wizard"}], "row 0: level 'wizard' is none of director, entry"),
    ([{**ROWS[0], "period": "fortnight"}], "row 0: period 'fortnight' is none of day, hour, month, week, year"),
    ([ROWS[0], {**ROWS[0], "role": "Deep Diver"}], "row 1: role 'Deep Diver' is not of the form [a-z0-9_]+"),
    ([{**ROWS[0], "unit": "euros"}], "row 0: unit 'euros' is not of the form [A-Z]{3}|percent"),
    ([{**ROWS[0], "status": "maybe"}], "row 0: status 'maybe' is none of accepted, flagged, quarantined"),
    ([{**ROWS[0], "low": float("inf")}], "row 0: low 'inf' is no number that can be"),
    ([{**ROWS[0], "confidence": 2}], "row 0: confidence '2.0' is above 1"),
    ([{**ROWS[0], "char_start": "x"}], "row 0: char_start is 'x'"),
    ([{"source_id": "a", "kind": "tool", "value": "Git", "claim_id": "1"}] * 2, "row 1: claim_id '1' is given twice"),
]


@pytest.mark.parametrize(("rows", "words"), BAD)
def test_tables_that_cannot_be_used(
    rows: list[dict[str, Any]], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says which row or column, and nothing is written."""
    assert main(["reconcile", str(write(tmp_path, rows)), "-o", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_what_is_empty_is_left_out(tmp_path: Path) -> None:
    """Empty text in a column that may be left out is as good as nothing."""
    rows = [{**row, "level": "", "region": "", "period": ""} for row in ROWS]
    assert main(["reconcile", str(write(tmp_path, rows)), "-o", str(tmp_path / "out")]) == 0
    (fact,) = read_table(tmp_path / "out" / "salaries.parquet").to_dict("records")
    assert pd.isna(fact["level"])
    assert fact["low"] == 51_000


def test_what_is_no_parquet_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A CSV file, an empty file and a folder are told apart from a broken Parquet file."""
    (tmp_path / "claims.csv").write_text("source_id,kind\n", encoding="utf-8")
    (tmp_path / "empty.parquet").touch()
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and no more")
    said = {"claims.csv": "no Parquet file: convert it", "empty.parquet": "no Parquet file", ".": "no Parquet file"}
    for name, words in {**said, "broken.parquet": "cannot be read"}.items():
        assert main(["reconcile", str(tmp_path / name), "-o", str(tmp_path / "out")]) == 2
        assert words in capsys.readouterr().err


def test_folders_that_are_not_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with other things in it is left alone, and so is a file."""
    path = write(tmp_path, ROWS)
    assert main(["reconcile", str(path), "-o", str(tmp_path)]) == 3
    assert "holds claims.parquet, which is not ours" in capsys.readouterr().err
    assert main(["reconcile", str(path), "-o", str(path)]) == 3
    assert "is a file" in capsys.readouterr().err
    assert main(["reconcile", str(tmp_path / "none"), "-o", str(tmp_path / "out")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_own_policies_decide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A discrepancy is as grave as the user's file says; a key that is none is one line."""
    own, out = tmp_path / "policies.toml", tmp_path / "out"
    own.write_text('[severity]\nimplausible_amount = "info"\n', encoding="utf-8")
    asked = ["reconcile", str(write(tmp_path, ROWS)), "-o", str(out), "--policies", str(own)]
    assert main(asked) == 0
    assert list(read_table(out / "discrepancies.parquet")["severity"]) == ["info"]
    own.write_text("[severities]\n", encoding="utf-8")
    assert main(asked) == 2
    error = capsys.readouterr().err
    assert "has no key 'severities'" in error
    assert error.count("\n") == 1
