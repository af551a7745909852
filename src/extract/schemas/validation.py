"""Pandera's verdicts, turned into what the pipeline needs: statuses and flags, errors for our own faults.

A failure of the table (a column missing or of the wrong type, an id given twice) is a fault of the program
and raises. A failure of a row is data: the claim stays, quarantined, with its reasons grouped in ``flags``.
What is left usable must then pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd
import pandera.pandas as pa

from extract.errors import ContractError
from extract.lexicons import load
from extract.model import Flag, Status
from extract.schemas.codes import FLAG_EFFECTS, Effect
from extract.schemas.frames import OUR_FAULT, typed
from extract.schemas.rules import RULES, outcomes
from extract.schemas.tables import CLAIMS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from extract.lexicons import Lexicons

_EFFECTS: Final = {str(flag): effect for flag, effect in FLAG_EFFECTS.items()}


class Failures(NamedTuple):
    """What Pandera objected to.

    ``table`` in words; ``rows`` as index -> (column, check), each pair once.
    """

    table: list[str]
    rows: dict[int, set[tuple[str, str]]]


def validate_claims(
    claims: pd.DataFrame, *, lexicons: Lexicons | None = None, texts: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """The same rows in the same order with final ``status`` and ``flags``.

    Args:
        claims: as :func:`extract.schemas.claims_frame` makes them.
        lexicons: say what yearly pay is believable in each currency; the built-in ones if left out.
        texts: source_id -> canonical text. Where given, a quote must be the text at its offsets.

    Raises:
        ContractError: the frame does not have the columns and types of ``SCHEMAS["claims"]``.
    """
    frame = claims.reset_index(drop=True)
    structure = failures(CLAIMS, frame)
    for problem in structure.table:
        raise ContractError(f"claims: {problem}; {OUR_FAULT}")
    found: dict[int, set[str]] = {index: {Flag.INVALID_VALUE} for index in structure.rows}
    for index, broken in failures(RULES, outcomes(frame, lexicons or load(), texts)).rows.items():
        found.setdefault(index, set()).update(rule for rule, _ in broken)
    flags, statuses = [], []
    for index, row in enumerate(zip(frame["flags"], frame["status"], strict=True)):
        merged, status = _verdict(*row, found.get(index, ()))
        flags.append(merged)
        statuses.append(status)
    frame["flags"] = pd.Series(flags, dtype=object)
    frame["status"] = pd.Series(statuses, dtype=frame["status"].dtype)
    if structure.rows:
        check("claims", CLAIMS, frame[frame["status"] != str(Status.QUARANTINED)])
    return frame


def conform(name: str, schema: pa.DataFrameSchema, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame in the schema's columns, order and types, validated; nullable columns may be left out.

    Raises:
        ContractError: a column is missing, unknown, or holds what it may not hold.
    """
    for column in frame.columns:
        if column not in schema.columns:
            raise ContractError(f"{name}: unknown column {column}; {OUR_FAULT}")
    columns: dict[str, list[Any]] = {}
    for column, spec in schema.columns.items():
        if column in frame.columns:
            columns[column] = _plain(frame[column])
        elif spec.nullable:
            columns[column] = [None] * len(frame)
        else:
            raise ContractError(f"{name}: column {column} is missing; {OUR_FAULT}")
    result = typed(columns, schema)
    check(name, schema, result)
    return result


def check(name: str, schema: pa.DataFrameSchema, frame: pd.DataFrame) -> None:
    """Raise ContractError with Pandera's first objection, if it has one."""
    found = failures(schema, frame)
    for problem in found.table:
        raise ContractError(f"{name}: {problem}; {OUR_FAULT}")
    for index, broken in sorted(found.rows.items()):
        column, objection = min(broken)
        raise ContractError(f"{name}: row {index}, column {column}: {objection}; {OUR_FAULT}")


def failures(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> Failures:
    """Validate everything at once; split what failed into the table's and the rows', each once."""
    found = Failures([], {})
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        for column, objection, case, index in zip(
            cases["column"], cases["check"], cases["failure_case"], cases["index"], strict=True
        ):
            if pd.isna(index) or objection == "field_uniqueness":
                found.table.append(f"column {column}: {objection} ({case})")
            else:
                found.rows.setdefault(int(index), set()).add((str(column), str(objection)))
    return found


def _verdict(flags: Iterable[str], status: str, found: Collection[str]) -> tuple[list[str], Status]:
    """All flags, once each and in the order of :class:`Flag`, and the status that they make."""
    given = {*flags, *found}
    if status == Status.QUARANTINED and not any(_effect(flag) is Effect.QUARANTINES for flag in given):
        given.add(Flag.INVALID_VALUE)
    effects = {_effect(flag) for flag in given}
    ordered = [flag for flag in _EFFECTS if flag in given] + sorted(given - _EFFECTS.keys())
    if Effect.QUARANTINES in effects:
        return ordered, Status.QUARANTINED
    return ordered, Status.FLAGGED if Effect.DOUBTS in effects else Status.ACCEPTED


def _effect(flag: str) -> Effect:
    """What a flag does; one that nobody documented is doubted."""
    return _EFFECTS.get(flag, Effect.DOUBTS)


def _plain(column: pd.Series[Any]) -> list[Any]:
    """Python values, None where missing; lists, tuples and arrays stay what they are."""
    if column.dtype == object:
        return list(column)
    return [None if missing else value for value, missing in zip(column, column.isna(), strict=True)]
