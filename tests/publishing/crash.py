"""Kills a publishing run before each of its operations on files and looks at what is left.

Writes how many runs were killed and how many of them had switched ``latest`` before. Run by test_store.py in
a process of its own, which forks for each run; the children are killed with SIGKILL.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

from extract.publishing import Store, latest_snapshot, verify

WATCHED = {"open", "os.mkdir", "os.rename", "os.symlink", "os.remove", "os.rmdir", "os.listdir", "os.scandir"}


def run_id(number: int) -> str:
    """Ids in order."""
    return f"20261120T{number:06}Z-abcdef"


def fill(folder: Path) -> None:
    """Files as a snapshot has them."""
    for number in range(3):
        (folder / f"{number}.parquet").write_bytes(bytes([number]) * 1000)
    (folder / "text").mkdir()
    (folder / "text" / "harbour.txt").write_text("words", encoding="utf-8")


def publish(curated: Path, number: int) -> None:
    """A run that keeps few snapshots, so that it also removes one."""
    with Store(curated, keep=3) as store:
        store.publish(run_id(number), fill, lambda: {"run_id": run_id(number)})


def publish_until(curated: Path, number: int, limit: int) -> None:
    """The same, killed before its operation of that number."""
    seen = count(1)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event in WATCHED and any(str(curated) in str(argument) for argument in arguments) and next(seen) == limit:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    publish(curated, number)
    os._exit(0)


def killed(curated: Path, number: int, limit: int) -> bool:
    """Whether a forked run was killed; False where it came to its end."""
    child = os.fork()
    if child == 0:
        publish_until(curated, number, limit)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def main() -> None:
    """One run for each limit, until a run has fewer operations than that."""
    switched = 0
    with tempfile.TemporaryDirectory() as folder:
        curated = Path(folder) / "curated"
        for number in (1, 2, 3, 4):
            publish(curated, number)
        for limit in count(1):
            before = latest_snapshot(curated)
            number = 10 * limit
            ended = not killed(curated, number, limit)
            after = latest_snapshot(curated)
            assert after is not None
            assert before is not None
            assert verify(curated / "latest") == [], limit
            assert verify(before) == [], limit
            assert after.name in {before.name, run_id(number)}, limit
            assert all(verify(path) == [] for path in (curated / "snapshots").iterdir()), limit
            if ended:
                break
            switched += after != before
            publish(curated, number + 1)
            assert latest_snapshot(curated) == curated / "snapshots" / run_id(number + 1)
            assert list((curated / ".staging").iterdir()) == []
            assert not (curated / ".latest.next").is_symlink()
    sys.stdout.write(f"{limit - 1} {switched}\n")


if __name__ == "__main__":
    main()
