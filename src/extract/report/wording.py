"""The words and numbers that readers see instead of codes and floats."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from extract.lexicons import Lexicons, load

LEVELS = ("intern", "entry", "mid", "senior", "lead", "principal", "manager", "director")
SEVERITIES = ("error", "warning", "info")
KINDS = (
    "salary",
    "tool",
    "responsibility",
    "skill",
    "education",
    "career_step",
    "outlook",
    "comparison",
    "attribute",
)

DASH = "\u2013"
"""En dash, between the ends of a range."""

_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, marks that reorder the text around them, and lone surrogates."""

_MAX_NAMES = 4

_TOO_LONG_TO_SPELL = 1e12
"""Amounts from here on are written with an exponent: nobody reads that many digits."""


@dataclass(frozen=True, slots=True)
class TypeWording:
    """A discrepancy type: its title and what a reviewer can do about one."""

    title: str
    review: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The contents of ``wording.toml``."""

    acronyms: frozenset[str]
    spellings: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]
    """Table name (``levels``, ``kinds`` ...) -> code -> words."""
    types: Mapping[str, TypeWording]


@cache
def wording() -> Wording:
    """The words of ``wording.toml``, read once."""
    data = tomllib.loads(files(__package__).joinpath("wording.toml").read_text(encoding="utf-8"))
    types = {code: TypeWording(**entry) for code, entry in data.pop("types").items()}
    acronyms = frozenset(word.lower() for word in data.pop("acronyms"))
    return Wording(acronyms, data.pop("spellings"), data, types)


_LEXICONS: Final[ContextVar[Lexicons | None]] = ContextVar("_LEXICONS", default=None)


@contextmanager
def names_of(lexicons: Lexicons) -> Iterator[None]:
    """Roles, regions and currencies are called as these lexicons call them; outside, as the built-in ones do."""
    token = _LEXICONS.set(lexicons)
    try:
        yield
    finally:
        _LEXICONS.reset(token)


def _lexicons() -> Lexicons:
    return _LEXICONS.get() or load()


def _currency_mark(unit: str) -> str:
    """The currency's own sign; its code and a blank where it has none, or one that letters would run into."""
    entry = _lexicons().currency_by_code.get(unit)
    sign = entry.signs[0] if entry and entry.signs else ""
    return sign if sign and not sign[-1].isalnum() and sign[-1] != "." else f"{unit}\u00a0"


def _is_spelled(word: str) -> bool:
    return word.lower() in wording().acronyms or word.lower() in wording().spellings


def _word(word: str) -> str:
    lower = word.lower()
    if lower in wording().acronyms:
        return word.upper()
    return wording().spellings.get(lower, word[:1].upper() + word[1:])


def title_case(text: str) -> str:
    """``ml_engineer`` or ``ml engineer`` as ``ML Engineer``; letters that are capitals already stay so."""
    return " ".join(_word(word) for word in re.split(r"[\s_]+", text.strip()) if word)


def spelled(code: str | None) -> str:
    """``data_engineering`` as ``data engineering``, ``bi`` as ``BI``; "" for none."""
    words = re.split(r"[\s_]+", (code or "").strip())
    return " ".join(_word(word) if _is_spelled(word) else word for word in words)


def role_name(role: str | None) -> str:
    """A role's display name; the id in title case where the lexicon does not have it; "" for none."""
    if not role:
        return ""
    entry = _lexicons().role_by_id.get(role)
    return entry.name if entry else title_case(role)


def region_name(region: str | None) -> str:
    """``United States`` for ``US``; a place that is no country's code as it is."""
    if not region:
        return ""
    entry = _lexicons().region_by_code.get(region)
    return entry.name if entry else region


def label(table: str, code: str | None) -> str:
    """The words for a code in a table of ``wording.toml``; the code's own words where it has no entry."""
    if not code:
        return ""
    known = wording().labels[table].get(code)
    return known if known is not None else code.replace("_", " ")


def level_name(level: str | None) -> str:
    """``Senior``; "" for none."""
    return title_case(label("levels", level))


def type_title(code: str) -> str:
    """``Ranges do not meet`` for ``range_disjoint``."""
    known = wording().types.get(code)
    return known.title if known else code.replace("_", " ").capitalize()


def type_review(code: str) -> str:
    """What a reviewer can do about a discrepancy of this type."""
    known = wording().types.get(code)
    return known.review if known else "Read the claims in their sources and say which to believe."


def subject(role: str | None, level: str | None, aspect: str | None = None) -> str:
    """Who and what, for a heading: ``Data Scientist, senior``."""
    parts = [role_name(role), label("levels", level).lower(), aspect or ""]
    return ", ".join(part for part in parts if part)


def number(value: float) -> str:
    """``63,000``, ``45.50`` or ``2.1e+13``; at most a dozen digits."""
    if not math.isfinite(value) or abs(value) >= _TOO_LONG_TO_SPELL:
        return f"{value:.2g}"
    return f"{value:,.0f}" if value == round(value) else f"{value:,.2f}"


def with_unit(value: float, unit: str | None) -> str:
    """``$63,000``, ``CHF 90,000``, ``23%`` or ``63,000``."""
    if unit is None:
        return number(value)
    if unit == "percent":
        return f"{value:g}%"
    return f"{_currency_mark(unit)}{number(value)}"


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of an amount, as in the claims table."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


def amount(ends: Ends, unit: str | None) -> str:
    """``$63,000–$86,000``, ``$138,000+``, ``up to $90,000``; "" where neither end is known."""
    low = None if ends.low is None else with_unit(ends.low, unit)
    high = None if ends.high is None else with_unit(ends.high, unit)
    if high and low and low != high and high.startswith(f"{unit}\u00a0"):
        high = high.removeprefix(f"{unit}\u00a0")
    plus = "+" if ends.high_open else ""
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {high}{plus}" if ends.low_open else f"{high}{plus}"
    if high is None or low == high:
        return f"{low}{plus}"
    return f"{low}{DASH}{high}{plus}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 source``, ``1,204 sources``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: list[str]) -> str:
    """``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def few(names: Sequence[str]) -> str:
    """``a, b, c, d``, or ``a, b, c +9`` where there are more."""
    if len(names) <= _MAX_NAMES:
        return ", ".join(names)
    return f"{', '.join(names[: _MAX_NAMES - 1])} +{len(names) - _MAX_NAMES + 1}"


def clip(text: str, limit: int) -> str:
    """At most ``limit`` characters, blanks collapsed; an ellipsis says that something was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def showable(text: str) -> str:
    """The text with a replacement character for each one that could hide, reorder or break what is shown."""
    return _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text)
