"""The articles of a raw directory and what is known of each, from its ``sources.toml``.

``sources.toml`` holds one ``[[source]]`` for each file that something is known of::

    [[source]]
    path = "article.txt"  # the file's name; the only key that must stand
    id = "example"  # else made from the file's name
    title = "..."  # publisher, url: likewise
    published = "2024-05-01"  # updated, retrieved: likewise; a year or a month will do
    country = "US"  # ISO 3166: whom it is written for
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from extract.errors import ConfigurationError
from extract.model import Format, Rejection, SourceInfo
from extract.reading.archive import records
from extract.reading.decoding import Unreadable
from extract.reading.formats import is_archive, of_name, stem_of

SOURCES = "sources.toml"
_ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_IGNORED = re.compile(r"(?i)readme(?:\.\w+)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to read and what is known of it.

    ``info.path`` names the record too where the file is a crawl archive.
    """

    path: Path
    info: SourceInfo


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is to be read, in order of file name, and what cannot be taken up at all."""

    entries: tuple[Entry, ...]
    problems: tuple[Rejection, ...]


def load_catalogue(raw_dir: Path) -> Catalogue:
    """The files of ``raw_dir`` and what is known of them; each page of a crawl archive is an entry.

    Left out are ``sources.toml``, ``README``, hidden files and directories. Problems are files listed but
    absent, files whose id an earlier one has, and archives that cannot be opened. Raises
    :class:`~extract.errors.ConfigurationError` where the directory or ``sources.toml`` cannot be used.
    """
    try:
        names = sorted(entry.name for entry in raw_dir.iterdir() if not _ignored(entry))
    except OSError as error:
        why = (error.strerror or "error").lower()
        problem = f"{raw_dir}: cannot be listed ({why}): name the directory of articles"
        raise ConfigurationError(problem) from None
    listing = _Listing(raw_dir)
    known = _read_sources(raw_dir / SOURCES)
    for name in names:
        info = known.pop(name, None) or SourceInfo(source_id="", path=name)
        listing.take(raw_dir / name, info if info.source_id else replace(info, source_id=_slug(name)))
    for name, absent in known.items():
        info = absent if absent.source_id else replace(absent, source_id=_slug(name))
        reason = f"{name}: is listed in {SOURCES} but is not there: add the file or remove its entry"
        listing.refuse(info, reason)
    return Catalogue(tuple(listing.entries), tuple(listing.problems))


def _ignored(entry: Path) -> bool:
    name = entry.name
    return name == SOURCES or name.startswith(".") or bool(_IGNORED.fullmatch(name)) or entry.is_dir()


class _Listing:
    """Entries and problems as they are met; each id belongs to one."""

    def __init__(self, raw_dir: Path) -> None:
        self.entries: list[Entry] = []
        self.problems: list[Rejection] = []
        self._owners: dict[str, str] = {}
        self._raw_dir = raw_dir

    def take(self, path: Path, info: SourceInfo) -> None:
        """Takes up a file, or the records of an archive."""
        if not is_archive(path.name):
            self._add(Entry(path, info))
            return
        found = records(path)
        if isinstance(found, Unreadable):
            self.refuse(info, f"{info.path}: {found.reason}")
            return
        for number, record in enumerate(found, start=1):
            self._add(
                Entry(
                    path,
                    replace(
                        info,
                        source_id=f"{info.source_id}-{number}",
                        path=f"{info.path}#{record.offset}",
                        url=record.url or info.url,
                        retrieved=record.retrieved or info.retrieved,
                    ),
                )
            )

    def refuse(self, info: SourceInfo, reason: str) -> None:
        """Notes what cannot be taken up; its id gets a number where it belongs to another."""
        number, free = 1, info.source_id
        while free in self._owners:
            number += 1
            free = f"{info.source_id}~{number}"
        self._owners[free] = info.path
        form = of_name(info.path) or Format.TEXT
        self.problems.append(Rejection(replace(info, source_id=free), form, "", reason))

    def _add(self, entry: Entry) -> None:
        info = entry.info
        owner = self._owners.setdefault(info.source_id, info.path)
        if owner == info.path:
            self.entries.append(entry)
        else:
            taken = f"{info.path}: its id {info.source_id!r} is already that of {owner}"
            self.refuse(info, f"{taken}: give it another in {SOURCES}")


def _slug(name: str) -> str:
    """``My Article (2).txt`` -> ``my-article-2``.

    Names without any Latin letter get a number of their own.
    """
    plain = unicodedata.normalize("NFKD", stem_of(name)[:200]).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].strip("-")
    return slug or f"source-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _read_sources(path: Path) -> dict[str, SourceInfo]:
    """File name -> what is known of it."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8"
        raise ConfigurationError(f"{path}: cannot be read ({why.lower()}): make it a readable TOML file") from None
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: not valid TOML: {error}: correct that line") from None
    return _Sources(path, text).check(tables)


class _Sources:
    """Checks the tables of ``sources.toml``; its errors name the line and the key."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.split("\n")

    def check(self, tables: Mapping[str, Any]) -> dict[str, SourceInfo]:
        """File name -> what is known of it."""
        for table in tables:
            if table != "source":
                raise self._error(table, None, f"unknown table {table!r}: write [[source]] entries")
        sources = tables.get("source", [])
        if not isinstance(sources, list) or not all(isinstance(source, dict) for source in sources):
            raise self._error("source", None, "must be written as [[source]] entries")
        known: dict[str, SourceInfo] = {}
        for number, source in enumerate(sources):
            info = self._info(source, number)
            if info.path in known:
                raise self._error("path", number, f"{info.path!r} has two entries: merge them")
            known[info.path] = info
        return known

    def _info(self, source: Mapping[str, Any], number: int) -> SourceInfo:
        if "path" not in source:
            raise self._error("path", number, "is missing: name the file that the entry is about")
        values = {key: self._value(key, value, number) for key, value in source.items()}
        values["source_id"] = values.pop("id", "")
        return SourceInfo(**values)

    def _value(self, key: str, value: Any, number: int) -> str:
        if key not in _KEYS:
            raise self._error(key, number, f"unknown key: use one of {', '.join(_KEYS)}")
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date) and key in _DATES:
            return value.isoformat()
        if not isinstance(value, str) or not value.strip():
            raise self._error(key, number, f"must be text in quotes, not {value!r}")
        right, wanted = _KEYS[key]
        if not right(value):
            raise self._error(key, number, f"{value!r} is not {wanted}")
        return value

    def _error(self, key: str, number: int | None, problem: str) -> ConfigurationError:
        return ConfigurationError(f"{self._path}: line {self._line(key, number)}: {key}: {problem}")

    def _line(self, key: str, number: int | None) -> int:
        """The line of a key in the entry of that number, else of the entry's own head."""
        pattern = re.compile(rf"""\s*(?:\[{{0,2}}\s*)?["']?{re.escape(key)}["']?\s*(?:=|\]|\.)""")
        head = 1
        entry = -1
        for at, line in enumerate(self._lines, start=1):
            if re.match(r"\s*\[\[\s*source\s*\]\]", line):
                entry += 1
                head = at if entry == number else head
            if (number is None or entry == number) and pattern.match(line):
                return at
        return head


def _is_file_name(value: str) -> bool:
    return value not in {".", ".."} and "/" not in value and "\\" not in value and "\0" not in value


def _is_web_address(value: str) -> bool:
    return bool(re.fullmatch(r"https?://[^\s<>\"]{1,2000}", value))


def _is_any(value: str) -> bool:
    return "\n" not in value


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda value: bool(pattern.fullmatch(value))


_WHEN = (_matches(_DATE), "a date such as 2024-05-01, 2024-05 or 2024")
_DATES = ("published", "updated", "retrieved")
_KEYS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "path": (_is_file_name, "the name of a file in this directory"),
    "id": (_matches(_ID), "an id of small letters, digits, dots, hyphens and underscores"),
    "title": (_is_any, "one line"),
    "publisher": (_is_any, "one line"),
    "url": (_is_web_address, "a web address"),
    "published": _WHEN,
    "updated": _WHEN,
    "retrieved": _WHEN,
    "country": (_matches(re.compile(r"[A-Z]{2}")), "a country code of two capitals, such as US"),
}
