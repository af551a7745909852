"""Amounts that cannot be what the source means: malformed, inverted, implausible."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from extract.model import Flag, Kind
from extract.reconciliation.comparability import differ
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.grouping import groups
from extract.reconciliation.normalise import NUMERIC
from extract.reconciliation.wording import kind_words, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

_SAME_CELL: Final = ("source_id", "kind", "role", "level", "band", "key")
"""The same broken amount twice in a source is one discrepancy."""

_SLIPS: Final = {
    12: "pay for a month taken for a year's, or the reverse",
    1000: "thousands lost or added",
    10: "a digit lost or added",
    100: "two digits or a decimal point lost",
    2080: "pay for an hour taken for a year's, or the reverse",
}
"""Ratio to what others say -> what may have happened."""


def malformed_amount(case: Case) -> Iterator[Finding]:
    """An amount that is not written as any amount is."""
    for rows in groups(_flagged(case, Flag.MALFORMED_AMOUNT), _SAME_CELL):
        first = rows[0]
        readings = _repairs(first.repairs, case)
        yield Finding(
            type="malformed_amount",
            severity=case.severity("malformed_amount"),
            kind=first.kind,
            role=first.role,
            level=first.level,
            claims=rows,
            summary=f"{_says(first, case)}, which cannot be read as an amount.",
            resolution="quarantined",
            rationale=f"Nothing is believed of it. {readings}",
        )


def inverted_range(case: Case) -> Iterator[Finding]:
    """A range whose lower end lies above its upper end."""
    upside_down = case.claims.all["low"] > case.claims.all["high"]
    for rows in groups(_flagged(case, Flag.INVERTED_RANGE, upside_down), _SAME_CELL):
        first = rows[0]
        yield Finding(
            type="inverted_range",
            severity=case.severity("inverted_range"),
            kind=first.kind,
            role=first.role,
            level=first.level,
            claims=rows,
            summary=f"{_says(first, case)}: the lower end lies above the upper end.",
            resolution="quarantined",
            rationale="The ends may be exchanged or one of them misprinted, so neither is used.",
        )


def implausible_amount(case: Case) -> Iterator[Finding]:
    """An amount that nobody is paid, or that is out by a factor against what several others say."""
    for rows in groups(_flagged(case, Flag.IMPLAUSIBLE_AMOUNT), _SAME_CELL):
        first = rows[0]
        yield Finding(
            type="implausible_amount",
            severity=case.severity("implausible_amount"),
            kind=first.kind,
            role=first.role,
            level=first.level,
            claims=rows,
            summary=f"{_says(first, case)}, which is outside what anyone is paid in that currency.",
            resolution="quarantined",
            rationale=f"Nothing is believed of it. {_repairs(first.repairs, case)}",
        )
    pay = case.claims.of(Kind.SALARY)
    pay = pay[pay["family"].isin(["centre", "range"])]
    for rows in groups(pay, ("compared",), pay["gross"]):
        yield from _out_by_a_factor(rows, case)


def _out_by_a_factor(rows: list[Any], case: Case) -> Iterator[Finding]:
    """One finding for each source's slip in a data item."""
    middle = float(np.median([row.middle for row in rows]))
    for slip in {row.source_id: row for row in rows if row.gross}.values():
        ratio = max(slip.middle, middle) / min(slip.middle, middle) if min(slip.middle, middle) > 0 else np.inf
        direction = "above" if slip.middle > middle else "below"
        yield Finding(
            type="implausible_amount",
            severity=case.severity("implausible_amount"),
            kind=slip.kind,
            role=slip.role,
            level=slip.level,
            claims=[row for row in rows if row.source_id == slip.source_id and row.gross],
            summary=(
                f"{_says(slip, case)}, {ratio:.3g} times {direction} "
                f"what the others say ({case.words.money(round(middle, -2), slip.unit)} a year)."
            ),
            resolution="set_aside",
            rationale=f"{_cause(slip, ratio)}, and is not used.{_proposed(slip, case)}",
        )


def _cause(slip: Any, ratio: float) -> str:
    """What made a figure so wrong, as far as the factor tells."""
    near = [f"{words}?" for factor, words in _SLIPS.items() if differ(ratio, factor) <= 0.35]
    likely = slip.slip or next(iter(near), "")
    return (
        f"It is no opinion but a slip ({likely})"
        if likely
        else "So far from the others it is a slip, or about something else"
    )


def _proposed(slip: Any, case: Case) -> str:
    """How a slip that fusion recognised may be meant."""
    if np.isnan(slip.repaired_low):
        return ""
    low, high = (case.words.money(round(end, -2), slip.unit) for end in (slip.repaired_low, slip.repaired_high))
    return f" It may mean {low if low == high else f'{low}–{high}'} a year; a reviewer decides."


def _flagged(case: Case, flag: Flag, also: pd.Series[bool] | None = None) -> pd.DataFrame:
    """Claims of amounts with the flag, or with what it stands for."""
    frame = case.claims.all
    has = np.array([flag in flags for flags in frame["flags"]], dtype=bool)
    if also is not None:
        has |= also.to_numpy()
    return frame[has & frame["kind"].isin([str(kind) for kind in NUMERIC]).to_numpy()]


def _says(claim: Any, case: Case) -> str:
    """``Upwork gives the pay of Data Scientist (mid) as "$125$+"``."""
    words = case.words
    text = claim.quote or str(claim.value)
    return (
        f"{words.voice(claim)} gives the {kind_words(claim.kind)} of "
        f'{words.who(claim.role, claim.level, claim.band)} as "{quoted(text)}"'
    )


def _repairs(text: str, case: Case) -> str:
    """The candidate readings in words."""
    try:
        candidates = json.loads(text) if text else []
        readings = [_reading(entry, case) for entry in candidates]
    except (ValueError, TypeError, AttributeError, KeyError):
        readings = []
    if not readings:
        return "No reading suggests itself; a reviewer can give one."
    return f"It may mean {listed(readings)}; a reviewer decides."


def _reading(entry: dict[str, Any], case: Case) -> str:
    ends = [entry.get("low"), entry.get("high")]
    unit = entry.get("unit") or ""
    low, high = (None if end is None else case.words.money(float(end), unit) for end in ends)
    if low is None:
        text = f"up to {high}"
    elif high is None:
        text = f"{low}+"
    else:
        text = low if low == high else f"{low}–{high}"
    return f"{text} ({entry['reason']})" if entry.get("reason") else text
