"""Where a claim comes from: the sentence around its words, the rule, what attribution concluded and why.

Facts and discrepancies are explained by :mod:`extract.publishing.verdicts`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from extract.errors import ConfigurationError
from extract.publishing.parquet import read_table
from extract.publishing.snapshot import read_text
from extract.publishing.verdicts import explain_discrepancy, explain_fact, find
from extract.schemas import FLAG_MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    Row = dict[str, Any]

_SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)\]]?\s")
_CONTEXT: Final = 300
_CANDIDATES: Final = 5
_PLACE: Final = (
    ("source", "source_id"),
    ("section", "section"),
    ("container", "container"),
    ("rule", "extractor"),
    ("confidence", "confidence"),
)
_NOT_SAID: Final = frozenset(
    {"claim_id", "kind", "quote", "char_start", "char_end", "flags", "repairs", "because", "status"}
) | {column for _, column in _PLACE}


def explain(snapshot: Path, identity: str) -> Iterator[str]:
    """Lines that explain a claim, a fact or a discrepancy.

    Args:
        snapshot: a folder under ``curated/snapshots``, or ``curated/latest``.
        identity: its id, or a beginning of it that nothing else has.

    Raises:
        ConfigurationError: the snapshot cannot be read, or nothing or several have such an id.
    """
    claims = _claims(snapshot)
    found = None if claims["claim_id"].str.startswith(identity).any() else _verdict(snapshot, identity)
    if found is None:
        yield from _explain_claim(snapshot, _find(snapshot, claims, identity))
    elif found[0] == "discrepancies":
        yield from explain_discrepancy(snapshot, found[1])
    else:
        yield from explain_fact(snapshot, *found)


def _verdict(snapshot: Path, identity: str) -> tuple[str, Mapping[Any, Any]] | None:
    try:
        return find(snapshot, identity)
    except OSError as error:
        raise ConfigurationError(f"{snapshot}: cannot be read: check it with `rolefacts verify`") from error


def _explain_claim(snapshot: Path, claim: Row) -> Iterator[str]:
    before, quote, after = surroundings(read_text(snapshot, claim["source_id"]), claim["char_start"], claim["char_end"])
    yield f"{claim['claim_id']}  {claim['kind']}, {claim['status']}"
    yield f"  {before}»{quote}«{after}"
    yield from _columns("where", [(name, claim[column]) for name, column in _PLACE])
    yield from _columns("says", [(name, value) for name, value in claim.items() if name not in _NOT_SAID])
    yield from _columns("because", sorted(_json(claim["because"], {}).items()))
    yield from _columns("flags", [(flag, FLAG_MEANINGS.get(flag, "")) for flag in claim["flags"]])
    yield from _columns("may mean", [(_amount(repair), repair["reason"]) for repair in _json(claim["repairs"], [])])


def surroundings(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before a quote in its sentence or line, the quote, and what follows; each on one line."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    first = max([line_start, start - _CONTEXT, *_ends(text, line_start, start)])
    last = next(iter(_ends(text, end, line_end)), line_end)
    parts = text[first:start], text[start:end], text[end : min(last, end + _CONTEXT)]
    before, quote, after = (re.sub(r"\s+", " ", part) for part in parts)
    return before.lstrip(), quote, after.rstrip()


def _ends(text: str, start: int, end: int) -> list[int]:
    return [match.end() for match in _SENTENCE_END.finditer(text, start, end)]


def _claims(snapshot: Path) -> pd.DataFrame:
    path = snapshot / "claims.parquet"
    try:
        claims: pd.DataFrame = read_table(path)
    except FileNotFoundError:
        raise ConfigurationError(f"{path}: there is none: publish a snapshot with `rolefacts run`") from None
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: check it with `rolefacts verify`") from error
    return claims


def _find(snapshot: Path, claims: pd.DataFrame, claim_id: str) -> Row:
    found = claims[claims["claim_id"].str.startswith(claim_id)]
    if len(found) == 1:
        return {str(name): _plain(value) for name, value in found.iloc[0].items()}
    if found.empty:
        raise ConfigurationError(f"{claim_id}: {snapshot} has none of that id: look ids up in the report")
    some = ", ".join(found["claim_id"].head(_CANDIDATES))
    raise ConfigurationError(f"{claim_id}: {len(found)} begin so, among them {some}: give more of it")


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if pd.api.types.is_list_like(value):
        return list(value)
    if pd.isna(value):
        return None
    return value.item() if isinstance(value, np.generic) else value


def _columns(title: str, pairs: list[tuple[str, Any]]) -> Iterator[str]:
    said = [(name, value) for name, value in pairs if value is not None and value != "" and value is not False]
    if said:
        yield title
        width = max(len(name) for name, _ in said)
        for name, value in said:
            yield f"  {name:{width}}  {f'{value:,.15g}' if isinstance(value, float) else value}"


def _json(text: str | None, empty: Any) -> Any:
    return json.loads(text) if text else empty


def _amount(repair: dict[str, Any]) -> str:
    low, high = (None if end is None else f"{end:,.15g}" for end in (repair["low"], repair["high"]))
    ends = low if low == high else f"{low or ''}-{high or ''}"
    return f"{repair['unit'] or ''} {ends or 'unknown'}".strip()
