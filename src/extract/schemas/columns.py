"""The kinds of column that the tables are made of, as Pandera columns that carry their own meaning.

A column's description is the only place where its meaning is written: the data dictionary, the column
descriptions in the Parquet files and ``datapackage.json`` are made from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import pandera.pandas as pa

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

TEXT: Final = pd.StringDtype("pyarrow", na_value=np.nan)
MOMENT: Final = pd.DatetimeTZDtype(unit="us", tz="UTC")
INT32: Final = pd.Int32Dtype()

CODE: Final = r"[a-z0-9_]+"
CURRENCY_OR_PERCENT: Final = r"[A-Z]{3}|percent"


def text(
    description: str,
    *,
    nullable: bool = False,
    codes: type[StrEnum] | Iterable[str] | None = None,
    pattern: str | None = None,
    unique: bool = False,
) -> pa.Column:
    """A string, never empty: one of ``codes``, or wholly matching ``pattern``, or any."""
    if codes is not None:
        check = pa.Check.isin([str(code) for code in codes])
    elif pattern is not None:
        check = pa.Check.str_matches(f"^(?:{pattern})$")
    else:
        check = pa.Check.str_length(min_value=1)
    return pa.Column(TEXT, check, nullable=nullable, unique=unique, description=description)


def words(description: str) -> pa.Column:
    """A string that may be empty."""
    return pa.Column(TEXT, description=description)


def number(description: str, *, nullable: bool = True, least: float = -np.inf, most: float = np.inf) -> pa.Column:
    """A finite float64 from ``least`` to ``most``, both included."""
    checks = [pa.Check(_finite, name="finite")]
    if np.isfinite(least):
        checks.append(pa.Check.ge(least))
    if np.isfinite(most):
        checks.append(pa.Check.le(most))
    return pa.Column("float64", checks, nullable=nullable, description=description)


def count(description: str) -> pa.Column:
    """An int64 that is never negative and never missing."""
    return pa.Column("int64", pa.Check.ge(0), description=description)


def place(description: str) -> pa.Column:
    """A nullable int32 counted from 0."""
    return pa.Column(INT32, pa.Check.ge(0), nullable=True, description=description)


def yes_no(description: str) -> pa.Column:
    """A bool that is never missing."""
    return pa.Column("bool", description=description)


def texts(description: str) -> pa.Column:
    """A list of strings in each row, empty where there are none."""
    return pa.Column(object, pa.Check(_lists_of_strings, name="list of strings"), description=description)


def moment(description: str) -> pa.Column:
    """A point in time, UTC."""
    return pa.Column(MOMENT, description=description)


def table(name: str, description: str, columns: Mapping[str, pa.Column]) -> pa.DataFrameSchema:
    """A table that has exactly these columns in this order."""
    return pa.DataFrameSchema(
        dict(columns), name=name, description=description, strict=True, ordered=True, coerce=False
    )


def _finite(values: pd.Series[float]) -> pd.Series[bool]:
    return pd.Series(np.isfinite(values.to_numpy()), index=values.index, dtype=bool)


def _lists_of_strings(values: pd.Series[Any]) -> pd.Series[bool]:
    good = [isinstance(value, list) and all(isinstance(item, str) for item in value) for value in values]
    return pd.Series(good, index=values.index, dtype=bool)
