"""``curated/``: snapshots that appear whole or not at all.

A snapshot is built in ``.staging`` on the same file system, flushed to the disk, renamed into ``snapshots/``,
and then becomes the latest by the one step that readers can see: ``latest`` is replaced by a new link. A run
that dies leaves ``latest`` as it was; the next one removes what it left in ``.staging``. Only one run at a
time holds the lock, which the system frees when its holder dies.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from filelock import FileLock, Timeout

from extract.errors import PublishingError
from extract.publishing.manifest import NAME, file_digests, seal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from types import TracebackType

LATEST: Final = "latest"
SNAPSHOTS: Final = "snapshots"
_STAGING: Final = ".staging"
_LOCK: Final = ".lock"
_NEXT: Final = ".latest.next"
_RUN_ID: Final = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{6}")


def new_run_id(started: datetime, content: str) -> str:
    """``20261120T231500Z-1a2b3c``: when the run began (UTC), and a hash of that and of what goes in."""
    digest = sha256(f"{started.isoformat()} {content}".encode()).hexdigest()
    return f"{started:%Y%m%dT%H%M%SZ}-{digest[:6]}"


class Store:
    """``curated/``, held by one run; use it as a context manager.

    Raises:
        PublishingError: it cannot be written, or another run holds it.
    """

    def __init__(self, curated: Path, *, keep: int = 30) -> None:
        self._root = curated
        self._keep = keep
        self._lock = FileLock(curated / _LOCK, timeout=0, thread_local=False)

    def __enter__(self) -> Self:
        with self._writing():
            (self._root / SNAPSHOTS).mkdir(parents=True, exist_ok=True)
            try:
                self._lock.acquire()
            except Timeout:
                raise PublishingError(f"{self._root}: another run is publishing there: wait until it is done") from None
        try:
            with self._writing():
                self._clean()
        except PublishingError:
            self._lock.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()

    @property
    def latest(self) -> Path | None:
        """The snapshot that was published last, None before the first."""
        return latest_snapshot(self._root)

    def publish(self, run_id: str, fill: Callable[[Path], None], manifest: Callable[[], Mapping[str, Any]]) -> Path:
        """Publish a snapshot and return its folder.

        Args:
            run_id: its name, as :func:`new_run_id` makes it.
            fill: writes the files into the empty folder that it is given.
            manifest: called afterwards; what the manifest says beside the files' hashes.

        Raises:
            PublishingError: it could not be written, or a snapshot of that name exists. ``latest`` is as
            before.
        """
        target = self._root / SNAPSHOTS / run_id
        staging = self._root / _STAGING / run_id
        previous = self.latest
        with self._writing():
            if target.exists():
                raise PublishingError(f"{target}: exists already and is never overwritten: run again later")
            try:
                staging.mkdir(parents=True)
                fill(staging)
                files = file_digests(staging)
                (staging / NAME).write_bytes(seal({**manifest(), "files": files}))
                _flush_tree(staging)
                staging.rename(target)
                _flush(target.parent)
                self._switch(run_id)
            except BaseException:
                self._withdraw(target, staging)
                raise
        with contextlib.suppress(OSError):
            self._prune({target, previous})
        return target

    def _withdraw(self, target: Path, staging: Path) -> None:
        """Undo a publication that did not come to its end."""
        with contextlib.suppress(OSError):
            if target.exists() and self.latest != target:
                target.rename(staging)
            shutil.rmtree(staging, ignore_errors=True)

    def _switch(self, run_id: str) -> None:
        """The moment of publication."""
        link = self._root / _NEXT
        link.unlink(missing_ok=True)
        link.symlink_to(Path(SNAPSHOTS) / run_id, target_is_directory=True)
        link.replace(self._root / LATEST)
        _flush(self._root)

    def _prune(self, spared: set[Path | None]) -> None:
        """Remove all but the newest snapshots; each leaves ``snapshots/`` in one step."""
        snapshots = [path for path in (self._root / SNAPSHOTS).iterdir() if _RUN_ID.fullmatch(path.name)]
        for old in sorted(snapshots, key=lambda path: path.name)[: -self._keep]:
            if old not in spared:
                trash = self._root / _STAGING / old.name
                old.rename(trash)
                shutil.rmtree(trash, ignore_errors=True)

    def _clean(self) -> None:
        """Remove what a run that died has left."""
        latest = self._root / LATEST
        if latest.exists() and not latest.is_symlink():
            raise PublishingError(f"{latest}: is not a link that rolefacts made: move it away")
        shutil.rmtree(self._root / _STAGING, ignore_errors=True)
        (self._root / _NEXT).unlink(missing_ok=True)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise PublishingError(
                f"{self._root}: cannot be written ({why}): name a folder that can, with --curated"
            ) from error


def latest_snapshot(curated: Path) -> Path | None:
    """The folder that ``latest`` points to, None where there is none."""
    link = curated / LATEST
    return curated / SNAPSHOTS / link.resolve().name if link.is_symlink() and link.exists() else None


def _flush_tree(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        _flush(path)
    _flush(folder)


def _flush(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
