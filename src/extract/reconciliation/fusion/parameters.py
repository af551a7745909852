"""What fusion assumes: frozen values, read from ``fusion.toml`` and checked key by key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_type_hints

from extract.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

# Words that are also Python's, as they are written in the file.
_SPELLING: Final = {"for": "for_"}


@dataclass(frozen=True, slots=True)
class Reliability:
    """How sources are judged."""

    prior: float
    strength: float
    ceiling: float
    apart: float
    judge_from: int
    rounds: int
    settled: float
    agreeing: float
    pairs: float


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """What broader values say of narrower ones."""

    broader: float
    depth: int


@dataclass(frozen=True, slots=True)
class DawidSkene:
    """Closed sets of labels."""

    labels: int
    strength: float
    rounds: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """Scales in natural logarithms."""

    tolerance: float
    exact: float
    exact_times: float
    exact_items: int
    as_near: float
    few_steps: float
    step_share: float
    step_claims: int
    gap: float
    passes: int
    offset_passes: int
    offset: float
    offset_sources: float
    offset_claims: float
    noise_strength: float
    huber: float
    least_spread: float
    most_spread: float
    family_items: int
    repaired: float
    right: float
    interval: float
    understated: float


@dataclass(frozen=True, slots=True)
class Gross:
    """Slips: how often, how sure, and by which named factors."""

    share: float
    other: float
    name_from: float
    least: float
    reach: float
    factors: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Sets:
    """How sources list."""

    prevalence: float
    prevalence_strength: float
    sensitivity: float
    false_rate: float
    sensitivity_strength: float
    false_strength: float
    most: float
    least: float
    cut_off: float
    rounds: int
    judge_from: int


@dataclass(frozen=True, slots=True)
class Duplicates:
    """When claims alone show that sources repeat each other."""

    share: float
    near: float
    agreed: float
    part: float
    least: int
    rivals: int
    hashes: int
    bands: int


@dataclass(frozen=True, slots=True)
class Dependence:
    """When sources share more of what is wrong than others do."""

    excess: float
    sure: float
    least: int
    chance: float
    held: float
    judge_from: int
    one: float
    common: int
    witnesses: int


@dataclass(frozen=True, slots=True)
class Confidence:
    """What agreement can be worth at most."""

    for_: float
    against: float
    labels_strength: float

    def ceiling(self, agreeing: Any) -> Any:
        """Most that so many agreeing sources (a number or an array) can make of a fact."""
        return (agreeing + self.for_) / (agreeing + self.for_ + self.against)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Log-odds of being right = ``slope`` x log-odds of the engine + ``intercept`` (Platt)."""

    slope: float
    intercept: float


@dataclass(frozen=True, slots=True)
class Calibrations:
    """One for each kind of value."""

    labels: Calibration
    numbers: Calibration
    sets: Calibration


@dataclass(frozen=True, slots=True)
class Parameters:
    """Everything that fusion assumes; ``fusion.toml`` says what each figure is for."""

    reliability: Reliability
    hierarchy: Hierarchy
    dawid_skene: DawidSkene
    numbers: Numbers
    gross: Gross
    sets: Sets
    duplicates: Duplicates
    dependence: Dependence
    confidence: Confidence
    calibration: Calibrations


@cache
def load_parameters(path: Path | None = None) -> Parameters:
    """The built-in parameters, or those of a file that holds all of them.

    Raises:
        ConfigurationError: a key is unknown or missing, or holds no number; the line names it.
    """
    where = "fusion.toml" if path is None else str(path)
    try:
        built_in = files("extract.lexicons").joinpath("fusion.toml")
        text = built_in.read_text(encoding="utf-8") if path is None else path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except OSError as error:
        raise ConfigurationError(f"{where}: cannot be read ({error.strerror}): check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{where}: is not TOML: {error}") from error
    return _table(Parameters, data, where, "")


def _table(kind: type[T], data: Any, where: str, name: str) -> T:
    """A dataclass from a TOML table, every key checked."""
    if not isinstance(data, dict):
        raise ConfigurationError(f"{where}: {name} must be a table, not {data!r}")
    hints = get_type_hints(kind)
    wanted = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # only called with dataclasses
    given = {_SPELLING.get(str(key), str(key)): value for key, value in data.items()}
    for key in sorted(given.keys() - wanted):
        raise ConfigurationError(f"{where}: [{name}] has no key {key!r}: use {', '.join(sorted(wanted))}")
    for key in sorted(wanted - given.keys()):
        raise ConfigurationError(f"{where}: [{name}] lacks {key!r}: add it")
    built = {key: _value(hints[key], value, where, f"{name}.{key}".lstrip(".")) for key, value in given.items()}
    return kind(**built)


def _value(hint: Any, value: Any, where: str, name: str) -> Any:
    if is_dataclass(hint) and isinstance(hint, type):
        return _table(hint, value, where, name)
    if hint in {int, float}:
        return _number(hint, value, where, name)
    if not isinstance(value, dict):
        raise ConfigurationError(f"{where}: {name} must be a table of factors, not {value!r}")
    factors = {key: _number(float, item, where, f"{name}.{key}") for key, item in value.items()}
    for key, factor in factors.items():
        if factor <= 0:
            raise ConfigurationError(f"{where}: {name}.{key} must be above 0, not {factor}")
    return factors


def _number(kind: type, value: Any, where: str, name: str) -> Any:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if whole or (kind is float and isinstance(value, float)):
        return kind(value)
    wanted = "a whole number" if kind is int else "a number"
    raise ConfigurationError(f"{where}: {name} must be {wanted}, not {value!r}")
