"""Tools that reviewers add: entries of the user's lexicon that name the ruling which they come from.

An entry is a few lines under a comment of its own, so that taking the ruling back can take it out again; all
else in the file stays as the user wrote it. The file is replaced in one step.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import tomllib
from typing import TYPE_CHECKING, Final

from filelock import FileLock

from extract.errors import ConfigurationError, PublishingError, RolefactsError
from extract.lexicons import load
from extract.reviews.ruling import Action, Ruling, Rulings, tool_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

_NOTE: Final = "# added by a reviewer, ruling "
_ENTRY: Final = re.compile(
    r"""
    ^\#\ added\ by\ a\ reviewer,\ ruling\ (?P<ruling>[0-9a-f]{16})\n   # the note
    (?> (?: (?!\#) [^\n]+ \n )* )                                    # its entry, up to an empty line
    \n?
    """,
    re.MULTILINE | re.VERBOSE,
)


def carry_out(rulings: Rulings, path: Path) -> None:
    """Make a user's lexicon hold the tools that rulings in force add, and no others of rulings.

    Raises:
        ConfigurationError: the file is not TOML, or would not be a lexicon any more.
        PublishingError: it cannot be written.
    """
    wanted = {r.id: r for r in rulings.in_force if r.action is Action.ADD_TOOL}
    try:
        if not wanted and not path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=20):
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            after = _without(before, wanted.keys())
            after = _with(after, wanted.values(), path)
            if after != before:
                _replace(path, after)
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8"
        raise PublishingError(f"{path}: cannot be written ({why.lower()}): make it a writable file") from None


def _without(text: str, kept: Collection[str]) -> str:
    """The text without the entries of rulings that are not in force."""
    return _ENTRY.sub(lambda found: found[0] if found["ruling"] in kept else "", text)


def _with(text: str, rulings: Iterable[Ruling], path: Path) -> str:
    known = _tools(text, path)
    for ruling in rulings:
        if tool_key(ruling.tool or "") not in known:
            text = f"{text.rstrip()}\n\n{_entry(ruling)}".lstrip("\n")
    return text


def _entry(ruling: Ruling) -> str:
    """TOML's basic strings escape what JSON's do."""
    name, category = (json.dumps(word, ensure_ascii=False) for word in (ruling.tool, ruling.category or "product"))
    return f"{_NOTE}{ruling.id}\n[[tool]]\nname = {name}\ncategory = {category}\n"


def _tools(text: str, path: Path) -> set[str]:
    try:
        tools = tomllib.loads(text).get("tool", [])
        return {tool_key(str(entry["name"])) for entry in tools}
    except (tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise ConfigurationError(f"{path}: is no lexicon ({error}): correct it") from None


def _replace(path: Path, text: str) -> None:
    """The new file, once it is known to be a lexicon."""
    new = path.with_name(f".{path.name}.new")
    try:
        with new.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        load((new,))
        new.replace(path)
    except RolefactsError as error:
        raise ConfigurationError(str(error).replace(str(new), str(path))) from None
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
