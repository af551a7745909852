"""The bytes of a file in ``raw/``, or the reason why they cannot be had. Never raises for what lies there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from extract.reading.decoding import Unreadable


def read_bytes(path: Path, limit: int) -> bytes | Unreadable:
    """At most ``limit`` bytes of a regular file; anything else is described."""
    problem = check_file(path)
    if problem is not None:
        return problem
    try:
        # A file may be swapped for a pipe since it was looked at; opened like this, a pipe does not block.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        return Unreadable(f"cannot be read ({_why(error)}): check its permissions")
    if len(data) > limit:
        return Unreadable(f"has more than {limit:,} bytes: it is no single article, split it")
    return data


def check_file(path: Path) -> Unreadable | None:
    """Why a path is no file that can be opened, if it is none."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        if path.is_symlink():
            return Unreadable("is a link to nothing: restore its target or remove it")
        return Unreadable(f"cannot be read ({_why(error)})")
    if stat.S_ISDIR(status.st_mode):
        return Unreadable("is a directory: only files directly in the raw directory are read")
    if not stat.S_ISREG(status.st_mode):
        return Unreadable("is no regular file (a pipe, socket or device)")
    return None


def _why(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or type(error).__name__).lower()
