"""Rules about whole rows of claims: one boolean column for each flag, True where the claim keeps the rule.

They are a small frame of their own, validated by a Pandera schema of its own, because a check over a whole
frame reports every failing row once for each of its columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pandera.pandas as pa

from extract.model import Flag, Kind, Modality, Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from extract.lexicons import Lexicons

PERIODS_PER_YEAR: Final[Mapping[Period, float]] = {
    Period.YEAR: 1,
    Period.MONTH: 12,
    Period.WEEK: 52,
    Period.DAY: 260,
    Period.HOUR: 2080,
}
"""What pay for a period is multiplied by to be judged as pay for a year: 52 weeks of 5 days of 8 hours."""

_CHECKED: Final = (
    Flag.MISSING_CURRENCY,
    Flag.INVERTED_RANGE,
    Flag.IMPLAUSIBLE_AMOUNT,
    Flag.INFERRED_PERIOD,
    Flag.HEDGED,
    Flag.INVALID_VALUE,
)

RULES: Final = pa.DataFrameSchema(
    {flag: pa.Column("bool", pa.Check.equal_to(True)) for flag in _CHECKED}, name="rules", strict=True
)
"""Schema of :func:`outcomes`: every column holds throughout."""


def outcomes(claims: pd.DataFrame, lexicons: Lexicons, texts: Mapping[str, str] | None) -> pd.DataFrame:
    """For each claim and each flag of :data:`RULES`, whether the claim gives no reason for the flag."""
    pay = (claims["kind"] == str(Kind.SALARY)).to_numpy()
    amount = claims[["low", "high"]].notna().any(axis=1).to_numpy()
    return pd.DataFrame(
        {
            Flag.MISSING_CURRENCY: ~(pay & amount & claims["unit"].isna().to_numpy()),
            Flag.INVERTED_RANGE: ~(claims["low"] > claims["high"]).to_numpy(),
            Flag.IMPLAUSIBLE_AMOUNT: ~pay | _plausible(claims, lexicons),
            Flag.INFERRED_PERIOD: ~claims["period_inferred"].to_numpy(),
            Flag.HEDGED: (claims["modality"] != str(Modality.HEDGED)).to_numpy(),
            Flag.INVALID_VALUE: _grounded(claims, texts),
        },
        index=claims.index,
    )


def _plausible(claims: pd.DataFrame, lexicons: Lexicons) -> NDArray[np.bool_]:
    """Whether each stated end, brought to a year, is believable pay in its currency.

    Where no period is given the amount has to be believable for some period. A bonus has no least amount.
    A currency that the lexicon does not know has no bounds.
    """
    least = {entry.code: entry.plausible_low for entry in lexicons.currencies}
    most = {entry.code: entry.plausible_high for entry in lexicons.currencies}
    low_bound = claims["unit"].map(least).fillna(-np.inf).to_numpy(dtype=float, copy=True)
    high_bound = claims["unit"].map(most).fillna(np.inf).to_numpy(dtype=float)
    low_bound[(claims["basis"] == "bonus").to_numpy()] = -np.inf
    factors = {str(period): factor for period, factor in PERIODS_PER_YEAR.items()}
    factor = claims["period"].map(factors)
    highest_reading = factor.fillna(max(factors.values())).to_numpy(dtype=float)
    lowest_reading = factor.fillna(min(factors.values())).to_numpy(dtype=float)
    good = np.ones(len(claims), dtype=bool)
    for end in ("low", "high"):
        value = claims[end].to_numpy()
        with np.errstate(over="ignore", invalid="ignore"):
            within = (value * highest_reading >= low_bound) & (value * lowest_reading <= high_bound)
        good &= np.isnan(value) | within
    return good


def _grounded(claims: pd.DataFrame, texts: Mapping[str, str] | None) -> NDArray[np.bool_]:
    """Whether each quote is the text at its offsets; without texts, whether it is as long as they say."""
    places = zip(claims["source_id"], claims["char_start"], claims["char_end"], claims["quote"], strict=True)
    if texts is None:
        return np.array([end - start == len(quote) for _, start, end, quote in places], dtype=bool)
    return np.array([texts.get(source, "")[start:end] == quote for source, start, end, quote in places], dtype=bool)
