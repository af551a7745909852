"""What a run can be told: ``rolefacts.toml``, and the command line over it.

Every key may be left out. Paths in the file count from the file's own folder::

    raw = "raw"  # the articles
    curated = "curated"  # where snapshots are published
    reviews = "reviews/rulings.jsonl"  # reviewers' rulings
    fail_on = "never"  # or "warning", "error": exit status 1 where such a discrepancy is open
    keep = 30  # snapshots kept, at least 2
    workers = 1  # processes that extract
    lexicons = ["lexicons/user.toml"]  # roles, tools and other names laid over the built-in ones
    policies = "policies.toml"  # thresholds, weights and rates of exchange laid over the built-in ones

    [language]
    model = "en_ud_sm"  # or "none", or the name of an installed spaCy model
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from extract.errors import ConfigurationError

FILE: Final = "rolefacts.toml"
USER_LEXICON: Final = Path("lexicons/user.toml")
LEAST_KEPT: Final = 2
MOST_WORKERS: Final = 256


class FailOn(StrEnum):
    """The mildest open discrepancy that gives a run exit status 1."""

    NEVER = "never"
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told. ``lexicons`` are user files, laid over the built-in ones in their order.

    ``policies`` is such a file of what reconciliation compares, tolerates and believes. ``own_lexicon`` is
    where a review writes tools that it adds, whether it is there yet or not.
    """

    raw: Path = Path("raw")
    curated: Path = Path("curated")
    reviews: Path = Path("reviews/rulings.jsonl")
    fail_on: FailOn = FailOn.NEVER
    keep: int = 30
    workers: int = 1
    lexicons: tuple[Path, ...] = ()
    policies: Path | None = None
    model: str = "en_ud_sm"
    own_lexicon: Path = field(default=USER_LEXICON, compare=False)


def load_settings(path: Path | None = None, **flags: object) -> Settings:
    """The settings of a file with ``flags`` over them; a flag that is None says nothing.

    Without ``path``, ``rolefacts.toml`` of the working directory is read where there is one. Where no
    lexicons are named, ``lexicons/user.toml`` beside it is used where there is one.

    Raises:
        ConfigurationError: the file cannot be read, or a key or value in it cannot be used.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    file = path or Path(FILE)
    if path is None and not file.exists():
        settings, folder = Settings(), Path()
    else:
        settings, folder = _File(file).settings(), file.parent
    settings = replace(settings, **given)  # type: ignore[arg-type]
    user = folder / USER_LEXICON
    if settings.lexicons:
        return replace(settings, own_lexicon=settings.lexicons[-1])
    return replace(settings, own_lexicon=user, lexicons=(user,) if user.is_file() else ())


class _File:
    """Checks a settings file; its errors name the line and the key."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._text = path.read_text(encoding="utf-8")
        except OSError as error:
            why = os.strerror(error.errno) if error.errno else "error"
            raise ConfigurationError(f"{path}: cannot be read ({why.lower()}): name a readable settings file") from None
        except UnicodeDecodeError:
            raise ConfigurationError(f"{path}: is not UTF-8: save it as UTF-8") from None

    def settings(self) -> Settings:
        """The settings, checked."""
        try:
            tables = tomllib.loads(self._text + "\n")
        except tomllib.TOMLDecodeError as error:
            raise ConfigurationError(f"{self._path}: not valid TOML: {error}: correct that line") from None
        language = tables.pop("language", {})
        if not isinstance(language, dict):
            raise self._error("language", "must be a table: write [language]")
        values = self._values(tables, _KEYS) | self._values(language, _LANGUAGE_KEYS)
        return replace(Settings(), **values)

    def _values(self, table: Mapping[str, Any], keys: Mapping[str, _Reader]) -> dict[str, Any]:
        values = {}
        for key, value in table.items():
            if key not in keys:
                raise self._error(key, f"unknown key: use one of {', '.join(keys)}")
            try:
                values[key] = keys[key](value)
            except ValueError as error:
                raise self._error(key, str(error)) from None
            values[key] = self._beside(values[key])
        return values

    def _beside(self, value: Any) -> Any:
        """Paths count from the file's folder."""
        if isinstance(value, Path):
            return self._path.parent / value
        return tuple(self._path.parent / item for item in value) if isinstance(value, tuple) else value

    def _error(self, key: str, problem: str) -> ConfigurationError:
        return ConfigurationError(f"{self._path}: line {self._line(key)}: {key}: {problem}")

    def _line(self, key: str) -> int:
        pattern = re.compile(rf"""\s*\[{{0,2}}\s*["']?{re.escape(key)}["']?\s*[=\].]""")
        lines = enumerate(self._text.split("\n"), start=1)
        return next((number for number, line in lines if pattern.match(line)), 1)


_Reader = Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError(f"must be text in quotes, not {value!r}")
    return value


def _path(value: Any) -> Path:
    return Path(_text(value)).expanduser()


def _paths(value: Any) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise ValueError('must be a list of files: write ["one.toml", "two.toml"]')  # noqa: TRY004 - one kind
    return tuple(_path(item) for item in value)


def _fail_on(value: Any) -> FailOn:
    if value not in list(FailOn):
        raise ValueError(f"must be one of {', '.join(FailOn)}, not {value!r}")
    return FailOn(value)


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A reader of whole numbers from ``least`` to ``most``; raises ValueError for anything else."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(f"must be a whole number from {least} to {most}, not {value!r}")
        return value

    return read


_KEYS: Final[Mapping[str, _Reader]] = {
    "raw": _path,
    "curated": _path,
    "reviews": _path,
    "fail_on": _fail_on,
    "keep": whole(LEAST_KEPT, 1_000_000),
    "workers": whole(1, MOST_WORKERS),
    "lexicons": _paths,
    "policies": _path,
}
_LANGUAGE_KEYS: Final[Mapping[str, _Reader]] = {"model": _text}
