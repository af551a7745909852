"""``reviews/rulings.jsonl``: rulings one a line, in the order in which they were made, never changed.

A ruling is written under a lock by one call and flushed to the disk before anybody is told that it was made.
A writer that dies in between leaves at most a piece of a line at the end. Nobody was told that this piece is
a ruling, so it is none: readers say that it is there and go on, and the next writer moves it to
``rulings.jsonl.torn``.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from extract.errors import ConfigurationError, PublishingError
from extract.reviews.ruling import Action, Ruling, RulingError, Rulings, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK_SECONDS: Final = 20
LARGEST: Final = 256 * 1024 * 1024
TORN: Final = ".torn"


class Conflict(Exception):  # noqa: N818 - no error: somebody was faster
    """Not written: there is a ruling on this subject already."""

    def __init__(self, standing: Ruling) -> None:
        super().__init__(f"{standing.who} ruled on it already ({standing.id})")
        self.standing = standing


class Ledger:
    """The rulings in a file, which need not exist yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: tuple[tuple[int, int, int], Rulings] | None = None

    def read(self) -> Rulings:
        """Every ruling; reads the file only if it has changed.

        Raises:
            ConfigurationError: it cannot be read, or a line of it is no ruling.
        """
        try:
            status = self.path.stat()
            state = (status.st_ino, status.st_size, status.st_mtime_ns)
            if self._known is None or self._known[0] != state:
                if status.st_size > LARGEST:
                    raise ConfigurationError(f"{self.path}: is larger than any ledger: name the right file")
                self._known = state, read_rulings(self.path.read_bytes(), self.path)
        except FileNotFoundError:
            return Rulings()
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise ConfigurationError(
                f"{self.path}: cannot be read ({why}): make it a readable file, or name another"
            ) from None
        return self._known[1]

    def append(self, ruling: Ruling) -> Ruling:
        """Write a ruling; on the disk when this returns. The same id again writes nothing.

        Raises:
            Conflict: there is a ruling in force on the same subject, or it was undone already.
            ConfigurationError: the file is not what it should be.
            PublishingError: it cannot be written.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._lock, timeout=LOCK_SECONDS):
                rulings = self.read()
                written = rulings.get(ruling.id)
                if written is not None:
                    return written
                _refuse(ruling, rulings)
                self._write(ruling, rulings)
        except Timeout:
            raise PublishingError(f"{self.path}: somebody holds it for writing: try again") from None
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise PublishingError(f"{self.path}: cannot be written ({why}): name a file that can") from None
        return ruling

    @property
    def _lock(self) -> Path:
        return self.path.with_name(f".{self.path.name}.lock")

    def _write(self, ruling: Ruling, rulings: Rulings) -> None:
        is_new = not self.path.exists()
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            if rulings.torn:
                self._move_torn(handle, rulings.torn)
            size = os.fstat(handle).st_size
            start = b"" if not size or os.pread(handle, 1, size - 1) == b"\n" else b"\n"
            try:
                _write_all(handle, start + ruling.line().encode("utf-8", "backslashreplace") + b"\n")
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, size)
                raise
        finally:
            os.close(handle)
        if is_new:
            _flush_folder(self.path.parent)

    def _move_torn(self, handle: int, torn: str) -> None:
        """What is no ruling leaves the ledger, but is kept."""
        content = torn.encode("utf-8", "surrogateescape")
        aside = self.path.with_name(self.path.name + TORN)
        with aside.open("ab") as file:
            file.write(content + b"\n")
            file.flush()
            os.fsync(file.fileno())
        os.ftruncate(handle, os.fstat(handle).st_size - len(content))


def read_rulings(content: bytes, path: Path) -> Rulings:
    """The rulings in a ledger's bytes; a piece of a line at the end is none.

    Raises:
        ConfigurationError: a whole line is no ruling, or an id stands for two.
    """
    text = content.decode("utf-8", "surrogateescape")
    whole, _, last = text.rpartition("\n")
    torn = ""
    found: dict[str, Ruling] = {}
    for number, line in _lines(whole):
        _add(found, _parsed(line, number, path), number, path)
    if last.strip():
        try:
            record = parse(last)
        except RulingError:
            torn = last
        else:
            _add(found, record, text.count("\n") + 1, path)
    return Rulings(tuple(found.values()), torn, sha256(content).hexdigest())


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def _parsed(line: str, number: int, path: Path) -> Ruling:
    try:
        return parse(line)
    except RulingError as error:
        raise ConfigurationError(f"{path}: line {number}: {error}: correct the line, or take it out") from None


def _add(found: dict[str, Ruling], record: Ruling, number: int, path: Path) -> None:
    """Two branches that were merged may hold the same line twice; that is one ruling."""
    known = found.setdefault(record.id, record)
    if known != record:
        raise ConfigurationError(
            f"{path}: line {number}: id: {record.id} stands for another ruling above: give it another id"
        )


def _refuse(ruling: Ruling, rulings: Rulings) -> None:
    if ruling.action is Action.UNDO:
        done = rulings.undo_of(ruling.undoes or "")
        if done is not None:
            raise Conflict(done)
        return
    standing = rulings.on(ruling.subject)
    if standing is not None:
        raise Conflict(standing)


def _write_all(handle: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
