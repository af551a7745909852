"""What an entry of a lexicon file may hold, from the annotations of its class."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract.errors import ConfigurationError
from extract.lexicons.entries import (
    CertificationEntry,
    CurrencyEntry,
    DegreeEntry,
    LevelEntry,
    OriginEntry,
    RegionEntry,
    RoleEntry,
    StudyField,
    ToolEntry,
)
from extract.model import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# table -> (class, the fields that tell its entries apart)
KINDS: Mapping[str, tuple[type[Any], tuple[str, ...]]] = {
    "role": (RoleEntry, ("id",)),
    "tool": (ToolEntry, ("name",)),
    "region": (RegionEntry, ("name", "kind", "within")),
    "currency": (CurrencyEntry, ("code",)),
    "origin": (OriginEntry, ("name",)),
    "degree": (DegreeEntry, ("id",)),
    "study_field": (StudyField, ("name",)),
    "certification": (CertificationEntry, ("name",)),
    "level": (LevelEntry, ("id",)),
}

CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("region", "kind"): ("country", "state", "city", "area"),
    ("origin", "kind"): ("aggregator", "government", "survey", "forum", "employer"),
    ("origin", "statistic"): ("mean", "median", "range", "typical"),
    ("level", "id"): tuple(Level),
}

# what the tables take of ids and codes: (pattern, how an error names it)
FORMS: Mapping[tuple[str, str], tuple[re.Pattern[str], str]] = {
    ("role", "id"): (re.compile("[a-z0-9_]+"), "small letters, digits and underscores"),
    ("currency", "code"): (re.compile("[A-Z]{3}"), "three capitals"),
    ("region", "code"): (re.compile("[A-Z]{2}"), "two capitals"),
    ("region", "within"): (re.compile("[A-Z]{2}"), "two capitals"),
    ("region", "currency"): (re.compile("[A-Z]{3}"), "three capitals"),
}


def is_text(value: Any) -> bool:
    """Whether a value is text that says something."""
    return isinstance(value, str) and bool(value.strip())


def is_texts(value: Any) -> bool:
    """Whether a value is a list of such texts."""
    return isinstance(value, list) and all(map(is_text, value))


def is_pairs(value: Any) -> bool:
    """Whether a value is a list of pairs of texts."""
    return isinstance(value, list) and all(is_texts(item) and len(item) == 2 for item in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


# annotation -> (how an error names it, the check)
_TYPES: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "str": ("text", is_text),
    "str | None": ("text", is_text),
    "bool": ("true or false", _is_flag),
    "float": ("a number", _is_number),
    "tuple[str, ...]": ("a list of texts", is_texts),
}


def identity(where: str, table: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    """What tells an entry from the others of its table, its name first.

    Raises :class:`~extract.errors.ConfigurationError` where it has none.
    """
    parts = KINDS[table][1]
    if not is_text(entry.get(parts[0])):
        raise ConfigurationError(f"{where}: [[{table}]] without a {parts[0]}: give each entry one, in quotes")
    return tuple(str(entry.get(part, "")) for part in parts)


def check_values(where: str, table: str, label: str, entry: Mapping[str, Any]) -> None:
    """Raises :class:`~extract.errors.ConfigurationError` at a key that is unknown or holds the wrong type."""
    types = _types(table)
    for name, value in entry.items():
        if name not in types:
            known = ", ".join(types)
            raise ConfigurationError(f"{where}: [[{table}]] {label!r}: unknown key {name!r}: use {known}")
        wanted, right = types[name]
        if not right(value):
            raise ConfigurationError(f"{where}: [[{table}]] {label!r}: {name} must be {wanted}, not {value!r}")
        choices = CHOICES.get((table, name), (value,))
        if value not in choices:
            allowed = ", ".join(choices)
            raise ConfigurationError(f"{where}: [[{table}]] {label!r}: {name} must be one of {allowed}, not {value!r}")
        form, named = FORMS.get((table, name), (None, ""))
        if form is not None and not form.fullmatch(value):
            raise ConfigurationError(f"{where}: [[{table}]] {label!r}: {name} must be {named}, not {value!r}")


def check_complete(where: str, table: str, label: str, entry: Mapping[str, Any]) -> None:
    """Raises :class:`~extract.errors.ConfigurationError` where a key that has no default is missing."""
    for name in _required(table):
        if name not in entry:
            raise ConfigurationError(f"{where}: [[{table}]] {label!r}: {name} is missing: add it")


@lru_cache
def _types(table: str) -> Mapping[str, tuple[str, Callable[[Any], bool]]]:
    return {field.name: _TYPES[str(field.type)] for field in fields(KINDS[table][0])}


@lru_cache
def _required(table: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(KINDS[table][0]) if field.default is MISSING)
