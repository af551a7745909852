"""What reconciliation compares, tolerates and believes: frozen values, read from ``policies.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from extract.errors import ConfigurationError

# The annotations below are read when a file is checked.
from extract.model import Container, Level, Modality, Severity

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

# Words that are also Python's, as they are written in the file.
_SPELLING = {"for": "for_"}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working time in a year."""

    hours: float
    days: float
    weeks: float
    months: float


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The usual calendar of full-time work, and hours a week by ISO 3166 code where they differ."""

    default: Calendar
    countries: Mapping[str, float]

    def per_year(self, period: str, country: str) -> float:
        """How many of a period make a year of work; 1 for a year and for a period that is not known."""
        calendar = self.default
        if period == "hour":
            return self.countries.get(country, calendar.hours / calendar.weeks) * calendar.weeks
        return {"day": calendar.days, "week": calendar.weeks, "month": calendar.months}.get(period, 1.0)


@dataclass(frozen=True, slots=True)
class Regions:
    """``home``: currency -> country that pay in it is taken to be paid in."""

    home: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Comparability:
    """Named comparison levels, each with what a claim's weight is multiplied by."""

    exact: float
    convertible: float
    close: float
    years_near: float


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Relative differences that are none; the file says what each is for."""

    same: float
    range_gap: float
    centre_between: float
    outside_range: float
    centre_within: float
    end_within: float
    across_periods: float
    definitions: float
    agreement: float
    comparison: float
    equal_roles: float
    difference_points: float


@dataclass(frozen=True, slots=True)
class Gross:
    """When a figure is a slip."""

    factor: float
    sources: int


@dataclass(frozen=True, slots=True)
class WithinSource:
    """When a source contradicts itself and when it lists a breakdown."""

    values: int
    near: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """Level -> rung, from the lowest."""

    rungs: Mapping[Level, int]

    def by_name(self) -> dict[str, int]:
        """The same, by the level's code."""
        return {str(level): rung for level, rung in self.rungs.items()}


@dataclass(frozen=True, slots=True)
class Trust:
    """What a claim's weight is made of."""

    prior: float
    prior_claims: float
    judge_from: int
    ruling: float
    stand_in: float
    approximate: float
    doubtful: float
    year: float
    exclusive_against: float
    container: Mapping[Container, float]
    modality: Mapping[Modality, float]


@dataclass(frozen=True, slots=True)
class Fusion:
    """What is fused, and with what. ``rates``: "INR for USD" -> rupees in a dollar, on a date the user knows."""

    witnesses: int
    ranges: int
    exhaustive: tuple[Container, ...]
    named: float
    repaired: float
    rates: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Confidence:
    """A Beta prior on what agreeing sources are worth."""

    for_: float
    against: float

    def ceiling(self, sources: int) -> float:
        """The most that this many agreeing sources can make of it."""
        return (sources + self.for_) / (sources + self.for_ + self.against)


@dataclass(frozen=True, slots=True)
class Stale:
    """Years after which a figure is old."""

    salary: int
    outlook: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """When two phrases say the same."""

    overlap: float
    stopwords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeverityLimits:
    """Where one severity ends and the next begins."""

    far_apart: float


@dataclass(frozen=True, slots=True)
class Copies:
    """When one text nearly repeats another."""

    words: int
    sample: int
    containment: float
    least: int


@dataclass(frozen=True, slots=True)
class Policies:
    """Everything in ``policies.toml``; the file says what each figure is for."""

    working_time: WorkingTime
    regions: Regions
    comparability: Comparability
    tolerance: Tolerance
    gross: Gross
    within_source: WithinSource
    ladder: Ladder
    comparison_aspects: Mapping[str, str]
    trust: Trust
    fusion: Fusion
    confidence: Confidence
    stale: Stale
    phrases: Phrases
    severity: Mapping[str, Severity]
    severity_limits: SeverityLimits
    copies: Copies


@cache
def load_policies() -> Policies:
    """The built-in policies."""
    return policies_over({}, "policies.toml")


def read_policies(path: Path) -> dict[str, Any]:
    """What a user's own file of policies says, as plain values.

    Raises:
        ConfigurationError: the file cannot be read, or :func:`policies_over` does not take what it says.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read ({error.strerror}): check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: is not TOML: {error}") from error
    policies_over(given, str(path))
    return given


def policies_over(given: Mapping[str, Any], where: str) -> Policies:
    """The built-in policies with plain values laid over them, table by table; ``where`` is what an error names.

    Raises:
        ConfigurationError: a key is unknown or missing, or holds the wrong type; the line names it.
    """
    built_in = tomllib.loads(files("extract.lexicons").joinpath("policies.toml").read_text(encoding="utf-8"))
    policies = _built(Policies, _laid_over(built_in, given), where, "")
    for name, rate in policies.fusion.rates.items():
        if not rate:
            raise ConfigurationError(f"{where}: fusion.rates.{name} must be above 0: say how many units make one")
    return policies


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """``below`` with the values of ``above``, table by table."""
    merged = dict(below)
    for key, value in above.items():
        old = below.get(key)
        merged[key] = _laid_over(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _built(kind: type[T], data: Mapping[str, Any], where: str, table: str) -> T:
    """A dataclass from a TOML table, every key checked."""
    hints = get_type_hints(kind)
    wanted = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # only called with dataclasses
    given = {_SPELLING.get(key, key): value for key, value in data.items()}
    for key in sorted(given.keys() - wanted):
        raise ConfigurationError(f"{where}: [{table}] has no key {key!r}: use {', '.join(sorted(wanted))}")
    for key in sorted(wanted - given.keys()):
        raise ConfigurationError(f"{where}: [{table}] lacks {key!r}: add it")
    return kind(**{key: _value(hints[key], value, where, f"{table}.{key}".lstrip(".")) for key, value in given.items()})


def _value(hint: Any, value: Any, where: str, name: str) -> Any:
    if is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, dict):
            raise ConfigurationError(f"{where}: {name} must be a table, not {value!r}")
        return _built(hint, value, where, name)
    if get_origin(hint) is Mapping:
        if not isinstance(value, dict):
            raise ConfigurationError(f"{where}: {name} must be a table, not {value!r}")
        key_hint, value_hint = get_args(hint)
        return {
            _plain(key_hint, key, where, name): _plain(value_hint, item, where, f"{name}.{key}")
            for key, item in value.items()
        }
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise ConfigurationError(f"{where}: {name} must be a list, not {value!r}")
        return tuple(_plain(get_args(hint)[0], item, where, name) for item in value)
    return _plain(hint, value, where, name)


def _plain(hint: Any, value: Any, where: str, name: str) -> Any:
    """A number, a whole number, a text or a code; numbers are never negative."""
    if hint is float and isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return float(value)
    if hint is int and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if hint not in {float, int} and isinstance(value, str):
        try:
            return hint(value)
        except ValueError:
            known = ", ".join(hint)
            raise ConfigurationError(f"{where}: {name}: {value!r} is not one of {known}") from None
    expected = {float: "a number, 0 or more", int: "a whole number, 0 or more"}.get(hint, "text")
    raise ConfigurationError(f"{where}: {name} must be {expected}, not {value!r}")
