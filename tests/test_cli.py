"""The command line: exit statuses, and one line for what is wrong."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extract import pipeline
from extract.cli import main, printable
from extract.publishing import latest_snapshot, read_table, verify
from tests.test_pipeline import ARTICLES

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with two articles in ``raw/``."""
    (tmp_path / "raw").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "raw" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def complaint(capsys: Capture) -> str:
    """What was said on standard error: one line."""
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    return lines[0]


def test_a_run_says_where_the_report_is(workplace: Path, capsys: Capture) -> None:
    """Exit status 0, and the last line names a file that exists."""
    assert main(["run"]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    assert output.out.splitlines()[-1] == "report: curated/latest/report.html"
    assert (workplace / "curated" / "latest" / "report.html").is_file()
    assert main(["verify"]) == 0


@pytest.mark.parametrize(("fail_on", "status"), [("never", 0), ("error", 1), ("warning", 1)])
def test_open_discrepancies_can_fail_a_run(fail_on: str, status: int, capsys: Capture) -> None:
    """It is published all the same."""
    assert main(["run", "--fail-on", fail_on]) == status
    assert capsys.readouterr().out.endswith("report: curated/latest/report.html\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "arguments are required: COMMAND"),
        (["fetch"], "invalid choice: 'fetch'"),
        (["run", "--nosuch"], "unrecognized arguments: --nosuch"),
        (["run", "--fail-on", "maybe"], "invalid choice: 'maybe'"),
        (["run", "--keep", "1"], "must be a whole number from 2"),
        (["run", "--keep", "many"], "not 'many'"),
        (["run", "--workers", "0"], "must be a whole number from 1"),
        (["run", "--now", "yesterday"], "must be a time such as"),
        (["run", "--raw", "nowhere"], "nowhere"),
        (["run", "--raw", "raw/pier.txt"], "raw/pier.txt"),
        (["run", "--settings", "nowhere.toml"], "nowhere.toml: cannot be read"),
        (["run", "--reviews", "nowhere.jsonl"], "nowhere.jsonl: no such file"),
        (["run", "--lexicon", "nowhere.toml"], "nowhere.toml: cannot be read"),
        (["run", "--model", "en_no_such_model"], "language.model: no installed spaCy model is called"),
        (["explain"], "arguments are required: ID"),
        (["explain", "abc"], "publish a snapshot with `rolefacts run`"),
        (["verify", "nowhere"], "nowhere: is no folder"),
    ],
    ids=" ".join,
)
def test_bad_usage(arguments: list[str], words: str, workplace: Path, capsys: Capture) -> None:
    """Exit status 2, one line, nothing published."""
    assert main(arguments) == 2
    line = complaint(capsys)
    assert line.startswith("rolefacts: ")
    assert words in line
    assert latest_snapshot(workplace / "curated") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[source]]\npath = "pier.txt"\nidd = "x"\n', "line 3: idd: unknown key"),
        ("[[source]\n", "line 1"),
        ('[[source]]\nid = "x"\n', "path"),
    ],
)
def test_a_broken_catalogue(text: str, words: str, workplace: Path, capsys: Capture) -> None:
    """Exit status 2; the line and the key are named."""
    (workplace / "raw" / "sources.toml").write_text(text, encoding="utf-8")
    assert main(["run"]) == 2
    line = complaint(capsys)
    assert "sources.toml" in line
    assert words in line


def test_rulings_are_not_passed_over(workplace: Path, capsys: Capture) -> None:
    """Exit status 2 and one line where a ledger holds what is no ruling; an empty file holds none."""
    rulings = workplace / "reviews" / "rulings.jsonl"
    rulings.parent.mkdir()
    rulings.write_text('{"action": "reject"}\n', encoding="utf-8")
    assert main(["run"]) == 2
    assert "rulings.jsonl: line 1: id: must be text" in complaint(capsys)
    rulings.write_text("\n", encoding="utf-8")
    assert main(["run", "--reviews", str(rulings)]) == 0


def test_an_environment_that_asks_for_no_time(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 2."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert main(["run"]) == 2
    assert "SOURCE_DATE_EPOCH: must be seconds since 1970" in complaint(capsys)


def test_the_time_of_a_run_can_be_given(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By flag, else by the environment; the same articles then give the same snapshot."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert main(["run", "--curated", "a"]) == 0
    assert main(["run", "--curated", "b", "--now", "2023-11-14T23:13:20+01:00"]) == 0
    first, second = (latest_snapshot(workplace / name) for name in "ab")
    assert first is not None
    assert second is not None
    assert first.name == second.name
    assert first.name.startswith("20231114T221320Z-")


@pytest.mark.parametrize(
    ("arrange", "words"),
    [
        (lambda place: (place / "curated").write_text(""), "curated: cannot be written"),
        (lambda place: (place / "curated").symlink_to("/proc/nowhere"), "curated: cannot be written"),
        (lambda place: [path.unlink() for path in (place / "raw").iterdir()], "raw: holds no articles"),
        (lambda place: [path.write_bytes(b"") for path in (place / "raw").iterdir()], "none of its files"),
    ],
    ids=["a file in its place", "a place that cannot be", "no articles", "no article that can be read"],
)
def test_nothing_to_publish(arrange: Callable[[Path], object], words: str, workplace: Path, capsys: Capture) -> None:
    """Exit status 3, and the last line says why."""
    arrange(workplace)
    assert main(["run"]) == 3
    assert words in capsys.readouterr().err.splitlines()[-1]


def same_id(path: Path) -> None:
    """A second source by the id of the first."""
    path.write_text("Data analysts use Excel.", encoding="utf-8")
    entries = [f'[[source]]\npath = "{name}"\nid = "pier"\n' for name in ("pier.txt", path.name)]
    (path.parent / "sources.toml").write_text("".join(entries), encoding="utf-8")


def lock_away(path: Path) -> None:
    """A file that may not be read."""
    path.write_text("Words.", encoding="utf-8")
    path.chmod(0)


BAD: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "blank": lambda path: path.write_text(" \n\n \t\n", encoding="utf-8"),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 50),
    "5 MB in a line": lambda path: path.write_text("word " * 1_000_000, encoding="utf-8"),
    "dangling": lambda path: path.symlink_to("nowhere.txt"),
    "same id": same_id,
    "unreadable": lock_away,
}
ENCODINGS = ("utf-16", "utf-16-le", "cp1252", "utf-8-sig")


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[str], Path]:
    """A run over good articles, bad files and other encodings: its status, its complaints, its snapshot."""
    place = tmp_path_factory.mktemp("spoiled")
    (place / "raw").mkdir()
    for name, text in ARTICLES.items():
        (place / "raw" / name).write_text(text, encoding="utf-8")
    for name, spoil in BAD.items():
        spoil(place / "raw" / f"{name}.txt")
    for encoding in ENCODINGS:
        text = "Data analysts use Excel – and SQL.\n"
        (place / "raw" / f"{encoding}.txt").write_bytes(text.encode(encoding))
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(io.StringIO()):
        status = main(["run", "--raw", str(place / "raw"), "--curated", str(place / "curated")])
    return status, errors.getvalue().splitlines(), place / "curated" / "latest"


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_rejected(name: str, spoiled: tuple[int, list[str], Path]) -> None:
    """One line on standard error that names the file, and a row in sources with the same reason."""
    if name == "unreadable" and os.geteuid() == 0:
        pytest.skip("nothing is unreadable to the superuser")
    _, complaints, snapshot = spoiled
    (line,) = (line for line in complaints if line.startswith(f"rejected: {name}.txt: "))
    assert len(line) < 300
    row = read_table(snapshot / "sources.parquet").set_index("path").loc[f"{name}.txt"]
    assert row["status"] == "rejected"
    assert line == f"rejected: {row['reason']}"


def test_bad_files_stop_no_others(spoiled: tuple[int, list[str], Path]) -> None:
    """Exit status 0; what can be read is published, and nothing is said of it."""
    status, complaints, snapshot = spoiled
    assert status == 0
    assert verify(snapshot) == []
    sources = read_table(snapshot / "sources.parquet")
    assert len(sources) == len(BAD) + len(ENCODINGS) + len(ARTICLES)
    assert set(ARTICLES) <= set(sources.loc[sources["status"] == "read", "path"])
    assert len(complaints) == (sources["status"] == "rejected").sum()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_other_encodings_are_read(encoding: str, spoiled: tuple[int, list[str], Path]) -> None:
    """The text is what was written, or the file is among the rejected."""
    _, complaints, snapshot = spoiled
    row = read_table(snapshot / "sources.parquet").set_index("path").loc[f"{encoding}.txt"]
    if row["status"] == "read":
        text = (snapshot / "text" / f"{row['source_id']}.txt").read_bytes().decode()
        assert text.strip() == "Data analysts use Excel – and SQL."
    else:
        assert f"rejected: {row['reason']}" in complaints


def test_a_file_name_cannot_steer_the_terminal(workplace: Path, capsys: Capture) -> None:
    """Control characters and bytes of no encoding are shown as escapes."""
    (workplace / "raw" / "\x1b[2Jred.txt").touch()
    Path(os.fsdecode(os.fsencode(workplace / "raw") + b"/odd\xff.txt")).touch()
    assert main(["run"]) == 0
    error = capsys.readouterr().err
    assert r"\x1b[2Jred.txt" in error
    assert "odd" in error
    assert error.isascii()
    assert "\x1b" not in error


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text” €5", "plain – “text” €5"),
        ("a\nb\tc", r"a\nb\tc"),
        ("\x1b]0;x\x07", r"\x1b]0;x\x07"),
        ("\u202eevil\u2066", r"\u202eevil\u2066"),
        ("\udcff", r"\udcff"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    """Letters and signs stay; what moves the cursor or turns the line around does not."""
    assert printable(text) == shown


def test_an_interrupted_run_says_so(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, the usual exit status."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "run", interrupt)
    assert main(["run"]) == 130
    assert "interrupted" in complaint(capsys)


def test_a_damaged_snapshot_is_reported(workplace: Path, capsys: Capture) -> None:
    """Exit status 1, a line for each file."""
    main(["run"])
    capsys.readouterr()
    (workplace / "curated" / "latest" / "report.md").write_text("# Fine\n", encoding="utf-8")
    assert main(["verify", "curated/latest"]) == 1
    assert complaint(capsys) == "rolefacts: report.md: was changed after publishing"


def test_a_claim_is_explained(workplace: Path, capsys: Capture) -> None:
    """From its id alone."""
    main(["run"])
    claims = read_table(workplace / "curated" / "latest" / "claims.parquet")
    claim_id = claims.loc[claims["quote"] == "PyTorch", "claim_id"].iloc[0]
    capsys.readouterr()
    assert main(["explain", claim_id]) == 0
    output = capsys.readouterr().out
    assert output.startswith(f"{claim_id}  tool, accepted\n")
    assert "Only data scientists use »PyTorch«." in output


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "extract.cli", *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["--version"]], ids=" ".join)
def test_help_needs_none_of_the_heavy_libraries(arguments: list[str]) -> None:
    """It answers at once."""
    code = (
        "import sys\n"
        "from extract.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'pandas', 'pandera', 'pyarrow', 'spacy', 'numpy', 'prefect'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    call = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "rolefacts" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    """``rolefacts dictionary | head -1`` ends quietly."""
    with subprocess.Popen(
        [sys.executable, "-m", "extract.cli", "dictionary"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
    assert errors == b""
    assert process.returncode == 0


def test_the_command_in_a_process_of_its_own(workplace: Path) -> None:
    """Streams and exit status are what a shell sees."""
    done = command("run", "--raw", "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("rolefacts: nowhere")
    assert "Traceback" not in done.stderr
