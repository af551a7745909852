"""Values to frames: exact columns, in the contract's order, with the contract's types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from extract.errors import ContractError
from extract.identity import claim_ids
from extract.model import Claim, Document, Rejection, Repair, Status
from extract.schemas.tables import CLAIMS, SOURCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandera.pandas as pa

_DERIVED: Final = frozenset({"claim_id", "status", "flags", "repairs", "because"})
OUR_FAULT: Final = "this is a fault in rolefacts, not in the articles"
_INFO: Final = ("source_id", "path", "title", "publisher", "url", "published", "updated", "retrieved")


def claims_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """The claims as a frame with the columns and types of ``SCHEMAS["claims"]``, in the order of the texts.

    ``status`` is a first verdict: quarantined where the extractor asked for it, else accepted. The order does
    not depend on the order given. Lone surrogates, which no file can hold, are written as escapes.
    """
    ordered = sorted(claims, key=_position)
    columns: dict[str, list[Any]] = {
        name: [getattr(claim, name) for claim in ordered] for name in CLAIMS.columns if name not in _DERIVED
    }
    columns["claim_id"] = list(claim_ids(ordered))
    columns["status"] = [Status.QUARANTINED if claim.quarantine else Status.ACCEPTED for claim in ordered]
    columns["flags"] = [[str(flag) for flag in claim.flags] for claim in ordered]
    columns["repairs"] = [_repairs(claim.repairs) for claim in ordered]
    columns["because"] = [_because(claim.because) for claim in ordered]
    return typed(columns, CLAIMS)


def sources_frame(
    readings: Iterable[Document | Rejection],
    *,
    n_claims: Mapping[str, int],
    roles: Mapping[str, Sequence[str]],
) -> pd.DataFrame:
    """One row for each reading, by source_id, with the columns and types of ``SCHEMAS["sources"]``.

    ``n_claims`` and ``roles`` are by source_id. ``reliability`` and ``copy_of`` are reconciliation's to fill.
    """
    rows = [_source_row(reading, n_claims, roles) for reading in sorted(readings, key=lambda r: r.info.source_id)]
    return typed({name: [row[name] for row in rows] for name in SOURCES.columns}, SOURCES)


def typed(columns: Mapping[str, Sequence[Any]], schema: pa.DataFrameSchema) -> pd.DataFrame:
    """A frame of plain values with the schema's columns, order and types; its index counts from 0.

    Raises:
        ContractError: a value is not of its column's type.
    """
    series = {}
    for name, dtype in dtypes(schema).items():
        try:
            series[name] = _series(columns[name], dtype)
        except (TypeError, ValueError, OverflowError) as error:
            said = str(error).split("\n", maxsplit=1)[0]
            raise ContractError(f"{schema.name}: column {name}: {said}; {OUR_FAULT}") from error
    return pd.DataFrame(series)


def dtypes(schema: pa.DataFrameSchema) -> dict[str, Any]:
    """Column -> pandas dtype."""
    return {name: column.dtype.type for name, column in schema.columns.items()}


def storable(text: str) -> str:
    """The text, with lone surrogates as backslash escapes: UTF-8 cannot hold them."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _series(values: Sequence[Any], dtype: Any) -> pd.Series[Any]:
    build = _BUILDERS.get(str(dtype))
    plain = values if build is None else [None if value is None else build(value) for value in values]
    return pd.Series(plain, dtype=dtype)


_BUILDERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "str": lambda value: storable(str(value)),
    "float64": float,
    "object": lambda value: [storable(str(item)) for item in value],
}


def _position(claim: Claim) -> tuple[str | float, ...]:
    """Order of the text first, then enough to tell claims on the same words apart."""
    return (
        claim.source_id,
        claim.char_start,
        claim.char_end,
        claim.kind,
        claim.role or "",
        claim.object_role or "",
        claim.level or "",
        claim.aspect or "",
        claim.region or "",
        claim.value,
        claim.extractor,
    )


def _repairs(repairs: Sequence[Repair]) -> str | None:
    if not repairs:
        return None
    entries = [{"low": r.low, "high": r.high, "unit": r.unit, "reason": r.reason} for r in repairs]
    return json.dumps(entries, ensure_ascii=False)


def _because(reasons: Mapping[str, str]) -> str | None:
    return json.dumps(dict(reasons), ensure_ascii=False, sort_keys=True) if reasons else None


def _source_row(
    reading: Document | Rejection, n_claims: Mapping[str, int], roles: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    source_id = reading.info.source_id
    was_read = isinstance(reading, Document)
    return {
        **{name: getattr(reading.info, name) for name in _INFO},
        "format": reading.format,
        "sha256": reading.sha256 or None,
        "n_chars": len(reading.text) if isinstance(reading, Document) else 0,
        "n_claims": n_claims.get(source_id, 0),
        "roles": list(roles.get(source_id, ())),
        "status": "read" if was_read else "rejected",
        "reason": None if isinstance(reading, Document) else reading.reason,
        "reliability": None,
        "copy_of": None,
    }
