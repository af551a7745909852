"""What a ruling makes of the claims that it speaks of: flags, status, and an amount where it repairs one.

Reconciliation reads the flags and needs to know nothing of rulings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from extract.amounts import Amount as ReadAmount
from extract.amounts import AmountKind
from extract.claims.pay.measures import describe
from extract.model import Flag, Kind, Status
from extract.reviews.ruling import Action, Amount, Ruling
from extract.schemas import FLAG_EFFECTS, Effect

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMERIC: Final = frozenset({str(Kind.SALARY), str(Kind.OUTLOOK)})
"""Kinds of claim whose value is an amount."""

SAYING: Final = ("role", "level", "value", "exclusivity", "object_role", "direction")
"""Claims of a kind that are equal in all of these say the same."""

_VERDICTS: Final = {
    Action.REJECT: Flag.REJECTED_BY_REVIEWER,
    Action.REPAIR: Flag.REPAIRED_BY_REVIEWER,
    Action.BELIEVE: Flag.BELIEVED_BY_REVIEWER,
}
_OF_REVIEWERS: Final = frozenset({*_VERDICTS.values(), Flag.OUTVOTED_BY_REVIEWER})
_ORDER: Final = {str(flag): place for place, flag in enumerate(Flag)}

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer's word makes of a claim."""

    flag: Flag
    amount: Amount | None = None

    def after(self, earlier: Verdict | None) -> Verdict:
        """The verdict over an earlier one on the same claim: an amount that was read anew stays read anew."""
        return self if self.amount or earlier is None else replace(self, amount=earlier.amount)


def verdicts(ruling: Ruling, involved: Iterable[Row]) -> dict[str, Verdict]:
    """claim_id -> verdict, for the claims that a ruling changes.

    Args:
        ruling: on a discrepancy, a claim or a tool's name.
        involved: the claims of that discrepancy, that claim, or every claim that names the tool.
    """
    flag = _VERDICTS.get(ruling.action)
    if flag is None:
        return {}
    involved = list(involved)
    if ruling.tool is not None:
        return {str(row["claim_id"]): Verdict(flag) for row in involved}
    chosen = next((row for row in involved if row["claim_id"] == ruling.claim_id), None)
    if chosen is None:
        return {}
    found = {str(chosen["claim_id"]): Verdict(flag, ruling.amount)}
    if ruling.action is Action.BELIEVE:
        for row in involved:
            if is_rival(row, chosen):
                found[str(row["claim_id"])] = Verdict(Flag.OUTVOTED_BY_REVIEWER)
    return found


def is_rival(row: Row, believed: Row) -> bool:
    """Whether a claim of the same discrepancy is set aside where another one is believed.

    A figure gives way only to a figure of the same kind, role and level: that a senior's pay is believed says
    nothing against a junior's.
    """
    if all(_same(row[name], believed[name]) for name in ("kind", *SAYING)):
        return False
    if str(row["kind"]) in NUMERIC:
        return all(_same(row[name], believed[name]) for name in ("kind", "role", "level"))
    return True


def changed(claims: pd.DataFrame, found: Mapping[str, Verdict]) -> pd.DataFrame:
    """The claims with verdicts upon them; all else, and every quote, is as it was."""
    if not found:
        return claims
    columns: dict[str, list[Any]] = {name: claims[name].tolist() for name in _CHANGED}
    for place, claim_id in enumerate(claims["claim_id"]):
        verdict = found.get(str(claim_id))
        if verdict is not None:
            row = {name: columns[name][place] for name in _CHANGED}
            for name, value in _as_ruled(row, verdict).items():
                columns[name][place] = value
    new = {name: pd.Series(values, index=claims.index, dtype=claims[name].dtype) for name, values in columns.items()}
    return claims.assign(**new)


_CHANGED: Final = (
    "flags", "status", "low", "high", "low_open", "high_open", "unit", "value", "period",
)  # fmt: skip


def _as_ruled(row: Row, verdict: Verdict) -> dict[str, Any]:
    """What changes of a claim."""
    flags = _flags(row["flags"], verdict.flag)
    found: dict[str, Any] = {"flags": flags, "status": str(_status(flags, verdict.flag))}
    amount = verdict.amount
    if amount is not None:
        found |= {name: getattr(amount, name) for name in ("low", "high", "low_open", "high_open")}
        found["unit"] = amount.unit or _known(row["unit"])
        found["value"] = in_words(amount, row)
    return found


def in_words(amount: Amount, claim: Row) -> str:
    """The canonical words of a reviewed amount."""
    unit = amount.unit if amount.unit is not None else _known(claim["unit"])
    read = ReadAmount(
        0, 0, AmountKind.PERCENT if unit == "percent" else AmountKind.MONEY,
        low=amount.low, high=amount.high, low_open=amount.low_open, high_open=amount.high_open, unit=unit,
    )  # fmt: skip
    return describe(read, _known(claim["period"]) or "year")


def _flags(before: Sequence[str], added: Flag) -> list[str]:
    """An approved claim loses the flags that quarantined it; each claim has one word of reviewers."""
    kept = set(before) - {str(flag) for flag in _OF_REVIEWERS}
    if added in {Flag.REPAIRED_BY_REVIEWER, Flag.BELIEVED_BY_REVIEWER}:
        kept = {flag for flag in kept if _effect(flag) is not Effect.QUARANTINES}
    return sorted({*kept, str(added)}, key=lambda flag: (_ORDER.get(flag, len(_ORDER)), flag))


def _status(flags: Iterable[str], added: Flag) -> Status:
    effects = {_effect(flag) for flag in flags}
    if Effect.QUARANTINES in effects:
        return Status.QUARANTINED
    if added in {Flag.REPAIRED_BY_REVIEWER, Flag.BELIEVED_BY_REVIEWER}:
        return Status.ACCEPTED
    return Status.FLAGGED if Effect.DOUBTS in effects else Status.ACCEPTED


def _effect(flag: str) -> Effect:
    return FLAG_EFFECTS[Flag(flag)] if flag in _ORDER else Effect.DOUBTS


def _known(value: Any) -> str | None:
    return None if pd.isna(value) else str(value)


def _same(a: Any, b: Any) -> bool:
    return _known(a) == _known(b)
