"""Reads the lexicon files beside this module and lays a user's own over them.

Each kind of entry is an array of tables: ``[[role]]``, ``[[tool]]``, ``[[region]]``, ``[[currency]]``,
``[[origin]]``, ``[[degree]]``, ``[[study_field]]``, ``[[certification]]``, ``[[level]]``; their keys are
the fields of the classes in :mod:`extract.lexicons.entries`. ``[words]`` holds ``role_heads``,
``trade_verbs``, ``compounds``, ``spellings`` and ``clipped``; ``[cues]`` named lists of terms, which may be grouped
(``[cues.pay]``). The built-in files keep one entry a line, sorted.

A user's file may hold any of these. An entry whose id, code or name is known already adds to it: its lists
are appended, its other values replace; with ``replace = true`` it stands alone.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.errors import ConfigurationError
from extract.lexicons.checks import KINDS, check_complete, check_values, identity, is_pairs, is_texts
from extract.lexicons.lexicons import Lexicons
from extract.lexicons.terms import Spelling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from extract.lexicons.entries import RoleEntry

_HERE = Path(__file__).parent

# JSON Lines where entries are many: tomllib, written in Python, takes eight times as long.
_LINES = {
    "role": "roles.jsonl",
    "tool": "tools.jsonl",
    "region": "regions.jsonl",
    "currency": "currencies.jsonl",
    "origin": "origins.jsonl",
    "degree": "degrees.jsonl",
    "study_field": "study_fields.jsonl",
    "certification": "certifications.jsonl",
}
_TABLES = ("words.toml", "levels.toml", "cues.toml")


def load(extra: Sequence[Path] = ()) -> Lexicons:
    """The built-in lexicons with the files of ``extra`` laid over them, in order. Cached by content.

    Raises :class:`~extract.errors.ConfigurationError` with the file, the entry and the key that is wrong.
    """
    return _load(tuple((str(path), _read(Path(path))) for path in extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[tuple[str, bytes], ...]) -> Lexicons:
    layers = _Layers()
    for table, name in _LINES.items():
        layers.adopt(table, _lines(name))
    for name in _TABLES:
        layers.lay(name, _parse(name, _read(_HERE / name)))
    for name, content in extra:
        layers.lay(name, _parse(name, content))
    lexicons = layers.build()
    if extra:
        for clash in lexicons.clashes():
            names = ", ".join(name for name, _ in extra)
            raise ConfigurationError(f"{names}: {clash}: leave it to one of them")
    return lexicons


def _lines(name: str) -> list[dict[str, Any]]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    entries: list[dict[str, Any]] = json.loads(f"[{','.join(lines)}]")
    return entries


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read ({error.strerror}): name a TOML file") from None


def _parse(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{name}: not TOML in UTF-8: {error}") from None


_PAIRS = frozenset({"spellings", "clipped"})
"""The keys of ``[words]`` that list pairs of words."""


class _Layers:
    """What the files read so far say, as plain values."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {table: {} for table in KINDS}
        self._words: dict[str, list[Any]] = {
            "role_heads": [],
            "trade_verbs": [],
            "compounds": [],
            "spellings": [],
            "clipped": [],
        }
        self._cues: dict[str, tuple[str, ...]] = {}

    def adopt(self, table: str, entries: Sequence[dict[str, Any]]) -> None:
        """Takes the built-in entries of a table as they are: they are tested, not checked at every start."""
        keys = KINDS[table][1]
        self._entries[table] = {tuple([str(entry.get(part, "")) for part in keys]): entry for entry in entries}

    def lay(self, where: str, tables: Mapping[str, Any]) -> None:
        """Lays the tables of one file over what was read before."""
        for table, content in tables.items():
            if table in KINDS:
                self._lay_entries(where, table, content)
            elif table == "words":
                self._lay_words(where, content)
            elif table == "cues":
                self._lay_cues(where, dict(_cue_lists(where, content)))
            else:
                known = ", ".join((*KINDS, "words", "cues"))
                raise ConfigurationError(f"{where}: [{table}] is no lexicon table: use one of {known}")

    def _lay_cues(self, where: str, lists: Mapping[str, tuple[str, ...]]) -> None:
        """Lists of cues grow; a list that no rule asks for would be read by nobody."""
        for name in lists:
            if self._cues and name not in self._cues:
                raise ConfigurationError(f"{where}: cues: no list is called {name}: lexicons/cues.toml has their names")
        self._cues |= {name: tuple(dict.fromkeys((*self._cues.get(name, ()), *lists[name]))) for name in lists}

    def _lay_entries(self, where: str, table: str, content: Any) -> None:
        if not isinstance(content, list) or not all(isinstance(entry, dict) for entry in content):
            raise ConfigurationError(f"{where}: {table} must be written as [[{table}]] entries")
        known = self._entries[table]
        seen: set[tuple[str, ...]] = set()
        for raw in content:
            entry = dict(raw)
            this = identity(where, table, entry)
            alone = entry.pop("replace", False)
            if not isinstance(alone, bool):
                raise ConfigurationError(f"{where}: [[{table}]] {this[0]!r}: replace must be true or false")
            if this in seen:
                raise ConfigurationError(f"{where}: [[{table}]] {this[0]!r} stands twice: make them one entry")
            seen.add(this)
            check_values(where, table, this[0], entry)
            known[this] = entry if alone or this not in known else _joined(known[this], entry)
            check_complete(where, table, this[0], known[this])

    def _lay_words(self, where: str, content: Any) -> None:
        if not isinstance(content, dict):
            raise ConfigurationError(f"{where}: words must be a table: write [words]")
        for name, value in content.items():
            if name not in self._words:
                raise ConfigurationError(f"{where}: [words] unknown key {name!r}: use {', '.join(self._words)}")
            if name in _PAIRS and not is_pairs(value):
                raise ConfigurationError(f"{where}: [words] {name} must be a list of pairs of words")
            if name not in _PAIRS and not is_texts(value):
                raise ConfigurationError(f"{where}: [words] {name} must be a list of texts")
            if name in {"compounds", *_PAIRS}:
                _check_spelling(where, name, value)
            self._words[name] += [item for item in value if item not in self._words[name]]

    def build(self) -> Lexicons:
        """The layers as entries."""
        spelling = Spelling(self._words["compounds"], self._words["spellings"], self._words["clipped"])
        made = {table: tuple(map(_maker(cls), self._entries[table].values())) for table, (cls, _) in KINDS.items()}
        return Lexicons(
            roles=tuple(_spelled(role, spelling) for role in made["role"]),
            tools=made["tool"],
            regions=made["region"],
            currencies=made["currency"],
            origins=made["origin"],
            degrees=made["degree"],
            study_fields=made["study_field"],
            certifications=made["certification"],
            levels=made["level"],
            role_heads=tuple(self._words["role_heads"]),
            trade_verbs=frozenset(self._words["trade_verbs"]),
            spelling=spelling,
            cues=self._cues,
        )


def _joined(known: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry over the one known before: lists grow, other values are replaced."""
    joined = {**known, **entry}
    for name, value in entry.items():
        if isinstance(value, list):
            joined[name] = list(dict.fromkeys((*known.get(name, ()), *value)))
    return joined


def _check_spelling(where: str, name: str, value: Sequence[str | Sequence[str]]) -> None:
    for item in value:
        pair = item.split(" ") if isinstance(item, str) else item
        if len(pair) != 2 or not all(word.isalpha() for word in pair):
            raise ConfigurationError(f"{where}: [words] {name}: {item!r} must be two words of letters")


def _cue_lists(where: str, content: Any, group: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every list of a table of cues under its dotted name."""
    if not isinstance(content, dict):
        raise ConfigurationError(f"{where}: cues must be a table of lists")
    for label, value in content.items():
        name = f"{group}.{label}" if group else label
        if isinstance(value, dict) and not group:
            yield from _cue_lists(where, value, name)
        elif is_texts(value):
            yield name, tuple(value)
        else:
            raise ConfigurationError(f"{where}: cues: {name} must be a list of texts")


def _maker(cls: type[Any]) -> Callable[[Mapping[str, Any]], Any]:
    """What makes entries of a class from plain values."""
    numbers = {field.name for field in fields(cls) if field.type == "float"}

    def make(entry: Mapping[str, Any]) -> Any:
        values: dict[str, Any] = {}
        for name, value in entry.items():
            if isinstance(value, list):
                values[name] = tuple(value)
            else:
                values[name] = float(value) if name in numbers else value
        return cls(**values)

    return make


def _spelled(role: RoleEntry, spelling: Spelling) -> RoleEntry:
    """A role with the regular spellings of its forms."""
    names = _spellings((role.name,), spelling)
    aliases = _spellings(role.aliases, spelling)
    short = _spellings(role.short, spelling)
    return replace(
        role,
        aliases=aliases if role.ambiguous else _unique((*names[1:], *aliases)),
        short=_unique((*names, *map(str.lower, names), *short)) if role.ambiguous else short,
        fields=_spellings(role.fields, spelling),
    )


def _spellings(terms: Iterable[str], spelling: Spelling) -> tuple[str, ...]:
    return _unique(form for term in terms for form in spelling.variants(term))


def _unique(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
