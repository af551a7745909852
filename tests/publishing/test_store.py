"""Snapshots appear whole or not at all, one run at a time, and old ones go."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import PublishingError
from extract.publishing import Store, latest_snapshot, verify
from extract.publishing.store import new_run_id
from tests.publishing.conftest import STARTED, Made

CRASH = Path(__file__).parent / "crash.py"


def run_id(number: int) -> str:
    """Ids in order."""
    return f"20261120T0000{number:02}Z-abcdef"


def write(folder: Path) -> None:
    """Something to publish."""
    (folder / "one.txt").write_text("one", encoding="utf-8")


def publish(curated: Path, number: int, keep: int = 30) -> Path:
    """Publish something small."""
    with Store(curated, keep=keep) as store:
        return store.publish(run_id(number), write, dict)


def names(curated: Path) -> list[str]:
    """Snapshots that are there."""
    return sorted(path.name for path in (curated / "snapshots").iterdir())


def test_latest_is_a_relative_link_to_the_last_snapshot(tmp_path: Path) -> None:
    """``curated`` can be moved as a whole."""
    curated = tmp_path / "deep" / "curated"
    publish(curated, 1)
    target = publish(curated, 2)
    assert (curated / "latest").readlink() == Path("snapshots") / run_id(2)
    assert latest_snapshot(curated) == target
    assert verify(curated / "latest") == []
    moved = curated.rename(tmp_path / "moved")
    assert (moved / "latest" / "one.txt").read_text(encoding="utf-8") == "one"


def test_before_the_first_run_there_is_no_latest(tmp_path: Path) -> None:
    """Nothing, a folder without a link and a link to nothing are all none."""
    assert latest_snapshot(tmp_path) is None
    (tmp_path / "latest").symlink_to("snapshots/gone")
    assert latest_snapshot(tmp_path) is None
    publish(tmp_path, 1)
    assert latest_snapshot(tmp_path) == tmp_path / "snapshots" / run_id(1)


def test_a_snapshot_is_never_overwritten(tmp_path: Path) -> None:
    """A second of the same name is refused in one line; the first stays."""
    target = publish(tmp_path, 1)
    before = (target / "manifest.json").read_bytes()
    with pytest.raises(PublishingError, match=r"exists already and is never overwritten"):
        publish(tmp_path, 1)
    assert (target / "manifest.json").read_bytes() == before
    assert verify(target) == []


def test_only_one_run_at_a_time(tmp_path: Path) -> None:
    """The second gets a clear line at once; the first goes on; afterwards the way is free."""
    with Store(tmp_path) as first:
        with pytest.raises(PublishingError, match="another run is publishing there"), Store(tmp_path):
            pass
        first.publish(run_id(1), write, dict)
    publish(tmp_path, 2)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ValueError("broken"), KeyboardInterrupt()])
def test_a_run_that_fails_leaves_nothing_behind(tmp_path: Path, error: BaseException) -> None:
    """Latest is as before, and so is the folder."""
    target = publish(tmp_path, 1)

    def fail(folder: Path) -> None:
        write(folder)
        raise error

    expected = PublishingError if isinstance(error, OSError) else type(error)
    with Store(tmp_path) as store, pytest.raises(expected):
        store.publish(run_id(2), fail, dict)
    assert latest_snapshot(tmp_path) == target
    assert names(tmp_path) == [run_id(1)]
    assert list((tmp_path / ".staging").iterdir()) == []


def test_a_switch_that_fails_withdraws_the_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publication is the switch: without it there is no new snapshot, and the same run can be tried again."""
    target = publish(tmp_path, 1)

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "symlink_to", fail)
        with pytest.raises(PublishingError, match="input/output error"):
            publish(tmp_path, 2)
    assert latest_snapshot(tmp_path) == target
    assert names(tmp_path) == [run_id(1)]
    publish(tmp_path, 2)


@pytest.mark.parametrize(
    ("prepare", "complaint"),
    [
        (lambda root: (root / "curated").write_text("a file"), "cannot be written"),
        (lambda root: (root / "curated" / "latest").mkdir(parents=True), "is not a link that rolefacts made"),
        (lambda root: (root / "curated").symlink_to(root / "curated"), "cannot be written"),
    ],
    ids=["a file in its place", "latest is a folder", "a link to itself"],
)
def test_folders_that_cannot_be_used(tmp_path: Path, prepare: object, complaint: str) -> None:
    """One line that names the folder, before any work is done."""
    assert callable(prepare)
    prepare(tmp_path)
    with (
        pytest.raises(PublishingError, match=rf"curated[^\n]*{complaint}[^\n]*$"),
        Store(tmp_path / "curated"),
    ):
        pass


def test_old_snapshots_go_but_never_the_last_two(tmp_path: Path) -> None:
    """The newest by name are kept, the latest and the one before it always; what others put there stays."""
    (tmp_path / "snapshots" / "golden").mkdir(parents=True)
    for number in (5, 6, 7, 8):
        publish(tmp_path, number, keep=3)
    assert names(tmp_path) == [run_id(6), run_id(7), run_id(8), "golden"]
    publish(tmp_path, 1, keep=2)
    assert names(tmp_path) == [run_id(1), run_id(7), run_id(8), "golden"]
    publish(tmp_path, 2, keep=2)
    assert names(tmp_path) == [run_id(1), run_id(2), run_id(7), run_id(8), "golden"]


def test_ids_say_when_and_tell_runs_of_the_same_second_apart() -> None:
    """The hash covers what goes in and the instant to the microsecond."""
    first = new_run_id(STARTED, "inputs")
    assert first.startswith("20261120T231500Z-")
    assert new_run_id(STARTED, "inputs") == first
    assert new_run_id(STARTED, "other inputs") != first
    assert new_run_id(STARTED.replace(microsecond=1), "inputs") != first


def test_kill_at_any_point_leaves_latest_whole() -> None:
    """A run is killed before each of its operations on files; what was published last is whole each time."""
    done = subprocess.run([sys.executable, str(CRASH)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    kills, switched = map(int, done.stdout.split())
    assert kills > 40
    assert 0 < switched < kills


def test_a_killed_holder_frees_the_lock(tmp_path: Path) -> None:
    """The next run need not wait or clean up by hand."""
    code = (
        "import sys, time; from pathlib import Path; from extract.publishing import Store\n"
        "with Store(Path(sys.argv[1])):\n print('held', flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(PublishingError, match="another run"), Store(tmp_path):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    publish(tmp_path, 1)


def test_a_snapshot_holds_what_the_contract_lists(made: Made, tmp_path: Path) -> None:
    """Every table, the texts, the report, the manifest and the data package."""
    target = made.publish(tmp_path, run_id(1))
    found = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    tables = [f"{name}.parquet" for name in made.tables]
    others = ["datapackage.json", "manifest.json", "report.html", "report.md", "text/harbour.txt"]
    assert found == sorted(tables + others)
    assert (target / "text" / "harbour.txt").read_bytes().decode() == made.texts["harbour"]


def test_the_same_contents_give_the_same_bytes(made: Made, tmp_path: Path) -> None:
    """Everything but the manifest is the same to the byte in the next snapshot."""
    first, second = (made.publish(tmp_path, run_id(number)) for number in (1, 2))
    for path in first.rglob("*"):
        if path.is_file() and path.name != "manifest.json":
            assert path.read_bytes() == (second / path.relative_to(first)).read_bytes(), path


@pytest.mark.parametrize("source_id", ["../up", "a/b", "/etc/x", "."])
def test_source_ids_cannot_leave_the_folder(made: Made, tmp_path: Path, source_id: str) -> None:
    """An id that is no file's name publishes nothing."""
    made.texts = {source_id: "words"}
    with pytest.raises(PublishingError, match="is no name for a file"):
        made.publish(tmp_path, run_id(1))
    assert latest_snapshot(tmp_path) is None
