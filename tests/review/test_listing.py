"""The review in a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.cli import main
from extract.publishing import read_table
from tests.report.builder import report
from tests.review.site import write_snapshot

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a snapshot."""
    write_snapshot(tmp_path / "curated", report())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed(capsys: Capture, *arguments: str) -> list[str]:
    """What a command says, line by line; it does what it is asked."""
    assert main(list(arguments)) == 0
    return capsys.readouterr().out.splitlines()


def test_a_list_of_what_is_open(capsys: Capture) -> None:
    """A line each: id, severity, type, summary; the worst first."""
    lines = printed(capsys, "review", "--list")
    assert lines[0].split("\t")[:3] == ["D00001", "error", "malformed_amount"]
    assert lines[-1] == f"{len(lines) - 1} open, 0 rulings in force"


def test_rule_list_undo(workplace: Path, capsys: Capture) -> None:
    """What is ruled on leaves the list; taking it back brings it in again."""
    before = printed(capsys, "review", "--list")
    said = printed(
        capsys,
        "rule",
        "D00001",
        "repair",
        "--low",
        "117000",
        "--unit",
        "USD",
        "--reason",
        "a slip",
        "--who",
        "Ada",
    )
    ruling = said[0].partition(":")[0]
    record = json.loads((workplace / "reviews" / "rulings.jsonl").read_text())
    assert (record["id"], record["who"], record["reason"]) == (ruling, "Ada", "a slip")
    assert record["value"] == {
        "low": 117000.0, "high": None, "unit": "USD", "low_open": False, "high_open": True,
    }  # fmt: skip
    after = printed(capsys, "review", "--list")
    assert after[-2].split("\t")[:3] == [ruling, "ruled", "repair"]
    assert after[-1] == f"{len(before) - 2} open, 1 ruling in force"
    printed(capsys, "rule", ruling[:6], "undo")
    assert printed(capsys, "review", "--list") == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rule", "D00001"], "arguments are required: ACTION"),
        (["rule", "D00001", "shrug"], "invalid choice: 'shrug'"),
        (["rule", "nothing", "accept"], "nothing: is not to be reviewed"),
        (["rule", "D0", "accept"], "ids begin so: give more of it"),
        (["rule", "D00001", "repair"], "has 2 candidate readings"),
        (["rule", "D00001", "repair", "--candidate", "9"], "has 2 candidate readings"),
        (["rule", "D00001", "repair", "--low", "much"], "'much' is no number"),
        (["rule", "D00003", "reject"], "say which claim is meant, such as"),
        (["rule", "D00003", "reject", "--claim", "xyz"], "say which claim is meant"),
        (["rule", "abcdef", "undo"], "is not to be reviewed"),
        (["review", "--list", "--curated", "nowhere"], "nowhere: holds no snapshot"),
        (["review", "--port", "99999"], "must be a whole number from 0 to 65535"),
    ],
)
def test_what_cannot_be_done(arguments: list[str], words: str, workplace: Path, capsys: Capture) -> None:
    """Exit status 2, one line, nothing written."""
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert not (workplace / "reviews" / "rulings.jsonl").exists()


def test_a_second_ruling_on_the_same_thing(capsys: Capture) -> None:
    printed(capsys, "rule", "D00001", "accept", "--who", "Ada")
    assert main(["rule", "D00001", "known"]) == 2
    assert "D00001: Ada, " in capsys.readouterr().err


def test_a_port_that_is_taken(capsys: Capture) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["review", "--port", port]) == 2
    assert f"port {port}: cannot be used" in capsys.readouterr().err


def test_the_snapshot_is_only_read(workplace: Path, capsys: Capture) -> None:
    path = workplace / "curated" / "latest" / "discrepancies.parquet"
    before = path.read_bytes()
    printed(capsys, "rule", "D00001", "accept")
    assert path.read_bytes() == before
    assert len(read_table(path))
