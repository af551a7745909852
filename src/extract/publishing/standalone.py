"""Somebody's own table of claims, reconciled without any text: facts and discrepancies as Parquet files.

Needed are ``source_id``, ``kind`` and what is claimed: ``value`` in words, or ``low`` and ``high`` for an amount.
Every other column of the claims table may be left out.
"""

from __future__ import annotations

import hashlib
import json
import math
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from extract.errors import ConfigurationError, PublishingError
from extract.model import Kind
from extract.publishing.parquet import read_table, write_table
from extract.reconciliation import policies_over, read_policies, reconcile
from extract.schemas import FACTS, SCHEMAS, conform

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLACES: Final = ("char_start", "char_end", "table_index", "row_index", "column_index")
_NUMBERS: Final = ("low", "high", "experience_min", "experience_max", "confidence", *_PLACES)
_IN_WORDS: Final = tuple(kind for kind in Kind if kind not in {Kind.SALARY, Kind.OUTLOOK, Kind.COMPARISON})
"""Kinds that are nothing without a value."""
_EARLIEST: Final = pd.Timestamp(0, tz="UTC")


def reconcile_file(
    claims: Path, out: Path, *, sources: Path | None = None, policies: Path | None = None
) -> dict[str, int]:
    """Reconcile a Parquet file of claims and write a folder of tables; name of the table -> its rows.

    Args:
        claims: the claims, one a row. ``claim_id`` is made of the row where it is missing.
        out: a folder that is made, or replaced if it holds nothing but an earlier result.
        sources: a Parquet file of what is known of the sources (``source_id``, ``published`` ...).
        policies: a TOML file of thresholds and weights laid over the built-in ones.

    Raises:
        ConfigurationError: a file cannot be read, or a column is missing or holds what it may not hold.
        PublishingError: the folder cannot be written; what was there is untouched.
    """
    own = policies_over(read_policies(policies), str(policies)) if policies else None
    frame = _claims(claims)
    known = _sources(frame, sources)
    made = reconcile(frame, known, policies=own)
    found = made.discrepancies.assign(first_seen=made.discrepancies["first_seen"].fillna(_EARLIEST))
    tables = {name: conform(name, SCHEMAS[name], made.facts[name]) for name in FACTS}
    tables["discrepancies"] = conform("discrepancies", SCHEMAS["discrepancies"], found)
    judged = made.sources[["source_id", "reliability", "copy_of"]]
    _write(out, tables, judged)
    return {**{name: len(table) for name, table in tables.items()}, "sources": len(judged)}


def _claims(path: Path) -> pd.DataFrame:
    frame = _read(path)
    amounts = {"low", "high"} <= set(frame.columns)
    missing = [name for name in ("source_id", "kind", "value") if name not in frame.columns]
    if amounts and missing == ["value"]:
        missing = []
    if missing:
        raise ConfigurationError(f"{path}: column {missing[0]} is missing: claims need source_id, kind and value")
    frame = frame.assign(**{name: _number(path, frame, name) for name in _NUMBERS if name in frame.columns})
    if "value" not in frame.columns:
        frame["value"] = [_amount(*ends) for ends in zip(frame["low"], frame["high"], _units(frame), strict=True)]
    if "quote" not in frame.columns:
        frame["quote"] = frame["value"]
    for name in ("source_id", "kind"):
        _refuse(
            path, frame, name, frame[name].isna() | (frame[name].astype(str) == ""), "is empty: say it for every claim"
        )
    for name in frame.columns.intersection(list(SCHEMAS["claims"].columns)):
        frame[name] = _checked(path, frame, name)
    empty = frame["kind"].isin(_IN_WORDS) & frame["value"].isna()
    _refuse(path, frame, "value", empty, "is empty: say what is claimed")
    return _named(path, frame)


def _checked(path: Path, frame: pd.DataFrame, name: str) -> pd.Series[Any]:
    """A column, nothing where its text is empty, after a look whether it holds what the claims table may hold."""
    values = frame[name]
    if name not in _NUMBERS and not pd.api.types.is_bool_dtype(values.dtype):
        values = values.where(values.astype(str) != "", None)
    for check in SCHEMAS["claims"].columns[name].checks:
        rule = check.statistics
        if check.name == "isin":
            allowed = sorted(rule["allowed_values"])
            wrong, why = ~values.astype(str).isin(allowed), f"is none of {', '.join(allowed)}"
        elif check.name == "str_matches":
            wrong, why = ~values.astype(str).str.match(rule["pattern"]), f"is not of the form {rule['pattern'][4:-2]}"
        elif check.name == "finite":
            wrong, why = values.isin([math.inf, -math.inf]), "is no number that can be: leave it empty"
        elif check.name == "greater_than_or_equal_to":
            wrong, why = values < rule["min_value"], f"is below {rule['min_value']}"
        elif check.name == "less_than_or_equal_to":
            wrong, why = values > rule["max_value"], f"is above {rule['max_value']}"
        else:
            continue
        _refuse(path, frame, name, wrong & values.notna(), why)
    return values


def _refuse(path: Path, frame: pd.DataFrame, name: str, wrong: pd.Series[bool], why: str) -> None:
    """Say which is the first row of a column that is wrong."""
    rows = frame.index[wrong]
    if len(rows):
        said = frame[name][rows[0]]
        named = "" if pd.isna(said) or said == "" else f" {str(said)[:60]!r}"
        raise ConfigurationError(f"{path}: row {rows[0]}: {name}{named} {why}")


def _units(frame: pd.DataFrame) -> pd.Series[str]:
    return frame["unit"].fillna("") if "unit" in frame.columns else pd.Series("", index=frame.index)


def _amount(low: float, high: float, unit: str) -> str:
    """An amount in words, for people: "EUR 50,000-60,000"."""
    ends = ["" if math.isnan(end) else f"{end:,.15g}" for end in (low, high)]
    return f"{unit} {ends[0] if ends[0] == ends[1] else '-'.join(ends)}".strip()


def _named(path: Path, frame: pd.DataFrame) -> pd.DataFrame:
    """The claims with ids; two rows that say the very same get different ones."""
    if "claim_id" not in frame.columns:
        rows = frame.astype(str).to_dict("records")
        seen: dict[str, int] = {}
        names = []
        for row in rows:
            text = json.dumps(row, sort_keys=True, ensure_ascii=False)
            seen[text] = seen.get(text, 0) + 1
            names.append(hashlib.sha256(f"{seen[text]}:{text}".encode()).hexdigest()[:16])
        return frame.assign(claim_id=names)
    twice = frame.index[frame["claim_id"].duplicated()]
    if len(twice):
        name = frame["claim_id"][twice[0]]
        raise ConfigurationError(f"{path}: row {twice[0]}: claim_id {name!r} is given twice: make it unique")
    return frame


def _number(path: Path, frame: pd.DataFrame, name: str) -> pd.Series[float]:
    numbers = pd.to_numeric(frame[name], errors="coerce")
    wrong = frame.index[numbers.isna() & frame[name].notna()]
    if len(wrong):
        said = frame[name][wrong[0]]
        raise ConfigurationError(f"{path}: row {wrong[0]}: {name} is {said!r}: give a number or leave it empty")
    return numbers.astype("float64")


def _sources(claims: pd.DataFrame, path: Path | None) -> pd.DataFrame:
    """A row for each source that claims something, with what is known of it."""
    names = pd.DataFrame({"source_id": sorted(claims["source_id"].astype(str).unique())})
    if path is None:
        return names
    known = _read(path)
    if "source_id" not in known.columns:
        raise ConfigurationError(f"{path}: column source_id is missing: say which source each row is about")
    return names.merge(known.drop_duplicates("source_id"), on="source_id", how="left")


def _read(path: Path) -> pd.DataFrame:
    try:
        frame: pd.DataFrame = read_table(path)
    except FileNotFoundError:
        raise ConfigurationError(f"{path}: no such file: name a Parquet file") from None
    except OSError as error:
        if not _may_be_parquet(path):
            raise ConfigurationError(f"{path}: no Parquet file: convert it (pandas: DataFrame.to_parquet)") from None
        said = " ".join(str(error).split())[:200]
        raise ConfigurationError(f"{path}: cannot be read ({said}): give a Parquet file") from None
    return frame.reset_index(drop=True)


def _may_be_parquet(path: Path) -> bool:
    """Whether a file begins as Parquet files do, or cannot be opened, whose reason the reader told."""
    if path.is_dir():
        return False
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PAR1"
    except OSError:
        return True


def _write(out: Path, tables: Mapping[str, pd.DataFrame], sources: pd.DataFrame) -> None:
    """All files or none: they are written beside ``out``, which then takes their place."""
    names = {f"{name}.parquet" for name in (*tables, "sources")}
    if out.exists() and not out.is_dir():
        raise PublishingError(f"{out}: is a file: name a folder to write")
    foreign = sorted(path.name for path in _entries(out) if path.name not in names)
    if foreign:
        raise PublishingError(f"{out}: holds {foreign[0]}, which is not ours: name a new or an empty folder")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as folder:
            fresh, old = Path(folder) / "new", Path(folder) / "old"
            fresh.mkdir()
            for name, table in tables.items():
                write_table(name, table, fresh / f"{name}.parquet")
            pq.write_table(pa.Table.from_pandas(sources, preserve_index=False), fresh / "sources.parquet")
            if out.exists():
                out.rename(old)
            try:
                fresh.rename(out)
            except OSError:
                shutil.move(old, out)
                raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise PublishingError(f"{out}: cannot be written ({reason}): choose another folder") from None


def _entries(folder: Path) -> Iterator[Any]:
    return folder.iterdir() if folder.is_dir() else iter(())
