"""Claims as a table that can be computed with: no nulls in words, pay per year, ends as an interval.

Columns that :func:`prepare` adds to the contract's:

=============  ======  ================================================================================
original       str     the source, or the one that it nearly repeats
origin         str     whom the source names as the figure's origin, in lower case; empty if nobody
voice          str     who speaks: a source, and the origin that it quotes
witness        str     who knows: the origin if one is quoted, else the original source
key            str     the value, as far as it matters whether two claims say the same
band           str     years of experience, where no level is given
label          str     the aspect in lower case, blanks evened out
horizon_key    str     the end of the time that growth is foreseen for
year           float   the year that the figure holds for: as stated, else the source's own
family         str     ``centre``, ``range``, ``bound`` ("over X"), ``end`` (minimum, maximum), ``percentile``
measure        str     of a centre: ``mean``, ``median`` or empty for "typical" and unsaid
bare           bool    a single figure of which the source does not say what it is
pay_basis      str     ``pay`` for base and unsaid, else the basis
bottom, top    float   the interval that is meant, per year; infinite where it is open
near_low/high  float   the ends that are stated, per year; the other end where only one is
middle         float   between the stated ends
stand_in       bool    another occupation's figure
usable         bool    not quarantined, and an amount where one is needed
supports       bool    usable, affirmed, the source's own view, and no pay of men or women alone
=============  ======  ================================================================================
"""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from extract.model import Container, Flag, Kind, Modality, PaidGroup, Polarity, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from extract.reconciliation.policies import Policies

REQUIRED: Final = ("claim_id", "kind", "source_id", "value")

_UNSAID: Final = (
    "role", "stated_role", "level", "aspect", "unit", "period", "statistic", "basis", "region", "as_of",
    "horizon", "attributed_to", "object_role", "direction", "exclusivity", "quote", "section", "repairs",
)  # fmt: skip
_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(_UNSAID, ""),
    "polarity": Polarity.AFFIRMED,
    "modality": Modality.STATED,
    "container": Container.PROSE,
    "status": Status.ACCEPTED,
}
_NUMBERS: Final[Mapping[str, float]] = {
    **dict.fromkeys(("low", "high", "experience_min", "experience_max"), np.nan),
    **dict.fromkeys(("char_start", "table_index", "row_index", "column_index"), -1.0),
    "confidence": 1.0,
}
_FLAGS: Final = ("low_open", "high_open", "approximate", "period_inferred")

NUMERIC: Final = (Kind.SALARY, Kind.OUTLOOK)
"""The kinds of claim whose value is an amount."""

BROKEN: Final = (Flag.MALFORMED_AMOUNT, Flag.INVERTED_RANGE, Flag.IMPLAUSIBLE_AMOUNT, Flag.INVALID_VALUE)
"""Flags on amounts that nothing is believed of, whatever their status."""

_MEASURES: Final = {
    "mean": "mean", "average": "mean", "median": "median", "percentile_50": "median",
    "typical": "", "mode": "",
}  # fmt: skip
_ENDS: Final = ("minimum", "maximum")
_FILLERS: Final = frozenset({"the", "over", "by", "in", "through", "until", "within", "for", "coming"})
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def prepare(
    claims: pd.DataFrame, sources: pd.DataFrame, originals: Mapping[str, str], policies: Policies
) -> pd.DataFrame:
    """The claims in a fixed order with the columns above.

    Args:
        claims: the contract's columns; all but :data:`REQUIRED` may be missing.
        sources: ``source_id`` and, where known, ``published`` and ``updated``.
        originals: near-copy -> the source that it repeats.
        policies: working time and the home of currencies.
    """
    frame = _clean(claims)
    frame["original"] = frame["source_id"].map(lambda name: originals.get(name, name))
    frame["origin"] = mapped(frame["attributed_to"], _plain)
    frame["label"] = mapped(frame["aspect"], _plain)
    frame["voice"] = joined(frame["source_id"], frame["origin"])
    frame["witness"] = frame["original"].where(
        (frame["origin"] == "") | ~_one_of(frame, NUMERIC), "origin\x1f" + frame["origin"]
    )
    frame["band"] = _bands(frame)
    frame["horizon_key"] = mapped(frame["horizon"], horizon_key)
    frame["year"] = _years(frame, sources)
    _add_figures(frame)
    _add_interval(frame, policies)
    flags = frame["flags"]
    broken = np.array([any(flag in row for flag in BROKEN) for row in flags], dtype=bool)
    frame["stand_in"] = np.array([Flag.PROXY_ROLE in row for row in flags], dtype=bool)
    frame["usable"] = (frame["status"] != Status.QUARANTINED) & ~(_one_of(frame, NUMERIC) & broken)
    frame["usable"] &= ~_one_of(frame, NUMERIC) | _has_amount(frame)
    frame["supports"] = (
        frame["usable"] & (frame["polarity"] != Polarity.NEGATED) & (frame["modality"] != Modality.REPORTED)
    )
    frame["supports"] &= (frame["kind"] != Kind.SALARY) | ~frame["aspect"].isin(list(PaidGroup))
    frame["key"] = _keys(frame)
    return frame


def without_echoes(frame: pd.DataFrame) -> pd.DataFrame:
    """The claims without those of a near-copy about anything that its original speaks of too."""
    what = frame["key"].where(~_one_of(frame, NUMERIC), "")
    topic = joined(*(frame[name] for name in ("original", "kind", "role", "level", "band", "object_role")), what)
    copied = frame["original"] != frame["source_id"]
    echo = copied & topic.isin(set(topic[~copied]))
    return frame[~echo].reset_index(drop=True)


def mapped(words: pd.Series[str], change: Callable[[str], Any]) -> pd.Series[Any]:
    """A column of words with a function applied once to each different one."""
    return words.map({word: change(word) for word in words.unique()}).astype(object)


def numbered(*columns: pd.Series[Any]) -> pd.Series[int]:
    """A number for each combination of values (none of them NaN), in the order of their first rows."""
    numbers, _ = pd.factorize(columns[0])
    for column in columns[1:]:
        codes, values = pd.factorize(column)
        numbers, _ = pd.factorize(numbers * max(len(values), 1) + codes)
    return pd.Series(numbers, index=columns[0].index, dtype="int64")


def joined(*columns: pd.Series[Any]) -> pd.Series[str]:
    """Several columns of words as one, to be looked up together."""
    # A column of no rows may have no type.
    return reduce(lambda left, right: left + "\x1f" + right, (column.astype("str") for column in columns))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def year_of(text: str) -> float:
    """The last year that a text names; NaN if none."""
    found = _YEAR.findall(text)
    return float(found[-1]) if found else np.nan


def source_years(sources: pd.DataFrame, columns: tuple[str, ...]) -> dict[str, float]:
    """source_id -> the newest year that the given columns name, where they name one."""
    years: dict[str, float] = {}
    for column in columns:
        if column not in sources.columns:
            continue
        for source, value in zip(sources["source_id"], sources[column], strict=True):
            year = year_of(str(value)) if isinstance(value, str) else np.nan
            if not np.isnan(year):
                years[source] = max(year, years.get(source, year))
    return years


def source_dates(sources: pd.DataFrame) -> dict[str, str]:
    """source_id -> ISO date of its first publication, else of its last update, where one is known."""
    dates: dict[str, str] = {}
    for column in ("published", "updated"):
        if column in sources.columns:
            for source, value in zip(sources["source_id"], sources[column], strict=True):
                if isinstance(value, str) and value:
                    dates.setdefault(source, value)
    return dates


def _clean(claims: pd.DataFrame) -> pd.DataFrame:
    """The contract's columns, defaults where they are missing, ordered by claim_id."""
    claims = claims.sort_values("claim_id", kind="stable").reset_index(drop=True)
    columns: dict[str, Any] = {}
    for name, default in {**dict.fromkeys(REQUIRED, ""), **_WORDS}.items():
        columns[name] = _words(claims, name, str(default))
    for name, number in _NUMBERS.items():
        given = claims[name] if name in claims.columns else pd.Series(number, index=claims.index)
        columns[name] = given.astype("float64").fillna(number)
    for name in _FLAGS:
        columns[name] = np.array([_is_true(value) for value in _column(claims, name)], dtype=bool)
    flags = _column(claims, "flags")
    columns["flags"] = pd.Series([_codes(row) for row in flags], dtype=object)
    return pd.DataFrame(columns)


def _words(claims: pd.DataFrame, name: str, default: str) -> pd.Series[str]:
    """A column of plain words, the default where there is none."""
    if name not in claims.columns:
        return pd.Series(default, index=claims.index, dtype=object)
    given = claims[name].astype(object)
    given = given.where(given.notna(), default)
    if pd.api.types.infer_dtype(given, skipna=False) == "string":
        return given
    return pd.Series([value if type(value) is str else str(value) for value in given], dtype=object)


def _column(claims: pd.DataFrame, name: str) -> list[Any]:
    return claims[name].tolist() if name in claims.columns else [None] * len(claims)


def _is_true(value: Any) -> bool:
    return isinstance(value, bool | np.bool_) and bool(value)


def _codes(value: Any) -> tuple[str, ...]:
    """A list, tuple or array of codes; empty for what is missing."""
    return tuple(map(str, value)) if hasattr(value, "__iter__") and not isinstance(value, str) else ()


def _one_of(frame: pd.DataFrame, kinds: tuple[Kind, ...]) -> pd.Series[bool]:
    return frame["kind"].isin([str(kind) for kind in kinds])


def _bands(frame: pd.DataFrame) -> pd.Series[str]:
    """``2-5`` where years of experience stand in for a level, else empty."""
    bands = [
        "" if level or (np.isnan(least) and np.isnan(most)) else f"{least:g}-{most:g}".replace("nan", "")
        for level, least, most in zip(frame["level"], frame["experience_min"], frame["experience_max"], strict=True)
    ]
    return pd.Series(bands, index=frame.index, dtype=object)


def _years(frame: pd.DataFrame, sources: pd.DataFrame) -> pd.Series[float]:
    stated = mapped(frame["as_of"], year_of)
    own = frame["source_id"].map(source_years(sources, ("published", "updated")))
    return stated.astype("float64").fillna(own.astype("float64"))


def _add_figures(frame: pd.DataFrame) -> None:
    """``family``, ``measure`` and ``pay_basis``."""
    statistic = frame["statistic"]
    percentile = statistic.str.startswith("percentile_") & (statistic != "percentile_50")
    single = (frame["low"] == frame["high"]) & ~frame["low_open"] & ~frame["high_open"]
    one_end = frame["low"].isna() != frame["high"].isna()
    frame["family"] = np.select(
        [
            statistic.isin(list(_MEASURES)),
            percentile,
            statistic.isin(_ENDS),
            one_end,
            single & (statistic != "range"),
        ],
        ["centre", "percentile", "end", "bound", "centre"],
        "range",
    ).astype(object)
    frame["measure"] = statistic.map(_MEASURES).fillna("")
    frame["bare"] = (frame["family"] == "centre") & (statistic == "")
    frame["pay_basis"] = frame["basis"].where(~frame["basis"].isin(["", "base"]), "pay")


def _add_interval(frame: pd.DataFrame, policies: Policies) -> None:
    """Ends per year, stated and meant."""
    factor = _per_year(frame, policies)
    low, high = frame["low"].to_numpy() * factor, frame["high"].to_numpy() * factor
    frame["near_low"] = np.where(np.isnan(low), high, low).round(2)
    frame["near_high"] = np.where(np.isnan(high), low, high).round(2)
    frame["middle"] = ((frame["near_low"] + frame["near_high"]) / 2).round(2)
    frame["bottom"] = np.where(np.isnan(low) | frame["low_open"], -np.inf, low.round(2))
    frame["top"] = np.where(np.isnan(high) | frame["high_open"], np.inf, high.round(2))


def _per_year(frame: pd.DataFrame, policies: Policies) -> NDArray[np.float64]:
    """What each amount is multiplied by to be pay for a year."""
    factors: dict[tuple[str, str, str], float] = {}
    values = []
    for kind, period, region, unit in zip(frame["kind"], frame["period"], frame["region"], frame["unit"], strict=True):
        case = (period if kind == Kind.SALARY else "", region, unit)
        if case not in factors:
            country = region or policies.regions.home.get(unit, "")
            factors[case] = policies.working_time.per_year(case[0], country)
        values.append(factors[case])
    return np.array(values, dtype="float64")


def _has_amount(frame: pd.DataFrame) -> pd.Series[bool]:
    """There is an amount, the right way round, and it is no percentage of pay."""
    low, high = frame["low"], frame["high"]
    share_of_pay = (frame["kind"] == Kind.SALARY) & (frame["unit"] == "percent")
    return (low.notna() | high.notna()) & ~(low > high) & ~share_of_pay


def _keys(frame: pd.DataFrame) -> pd.Series[str]:
    """What two claims of one kind have to have in common to say the same."""
    numeric, usable = _one_of(frame, NUMERIC), _has_amount(frame)
    amounts = [
        f"{low:g} {high:g} {low_open:d}{high_open:d} {unit}"
        for low, high, low_open, high_open, unit in zip(
            frame["near_low"],
            frame["near_high"],
            frame["low_open"],
            frame["high_open"],
            frame["unit"],
            strict=True,
        )
    ]
    words = mapped(frame["value"], _plain)
    compared = frame["label"] + " " + frame["direction"]
    keys = words.where(frame["kind"] != Kind.COMPARISON, compared)
    return pd.Series(np.where(numeric & usable, amounts, keys), index=frame.index, dtype=object)


def horizon_key(horizon: str) -> str:
    """What two horizons have to have in common to be the same time: the last year, else the words."""
    year = year_of(horizon)
    if not np.isnan(year):
        return f"{year:.0f}"
    return " ".join(word for word in horizon.casefold().split() if word not in _FILLERS)
