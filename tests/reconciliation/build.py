"""Claims frames from short dictionaries: what a case does not say has a default.

``source`` is a name, ``role`` an id or ``ds``, ``mle``, ``de``. One of these keys says what is claimed:

========  ===========  =========================================================================
key       kind         value
========  ===========  =========================================================================
pay       salary       ``90000-110000``, ``100000``, ``mean 100000``, ``over 120000``,
                       ``90000-110000+``, ``up to 90000``, ``45 per hour``, ``GBP 45000``
growth    outlook      ``23``, ``23 by 2032``, ``35 (next decade)``
tool      tool         the name; with ``only = true`` or ``shared = true``
above     comparison   the other role, with ``on`` the aspect; ``below`` and ``level_with`` likewise
duty      ...          also ``skill``, ``degree``, ``field``, ``step`` and ``cell`` (with ``label``)
========  ===========  =========================================================================

Everything else is a column of the claims table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from extract.reconciliation import Reconciled, reconcile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NOW: Final = pd.Timestamp("2026-05-01", tz="UTC")
ROLES: Final = {
    "ds": "data_scientist",
    "mle": "machine_learning_engineer",
    "de": "data_engineer",
}
_WORDS: Final = {
    "duty": ("responsibility", None), "skill": ("skill", None), "degree": ("education", "degree"),
    "field": ("education", "field"), "step": ("career_step", None), "cell": ("attribute", None),
}  # fmt: skip
_DIRECTIONS: Final = {"above": "higher", "below": "lower", "level_with": "equal"}
_PAY: Final = re.compile(
    r"(?:(?P<statistic>mean|median|minimum|maximum|typical|percentile_\d+)\s)?"
    r"(?:(?P<unit>[A-Z]{3})\s)?(?P<bound>over|up to)?\s*"
    r"(?P<low>[\d.]+)(?:-(?P<high>[\d.]+))?(?P<plus>\+)?(?:\sper\s(?P<period>\w+))?"
)
_GROWTH: Final = re.compile(r"(?P<percent>-?[\d.]+)(?:\sby\s(?P<year>\d{4})|\s\((?P<horizon>[^)]+)\))?")


def claims(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """A claims frame, one row for each dictionary, with claim_ids c0, c1 ..."""
    return pd.DataFrame([{"claim_id": f"c{index}", **_claim(row)} for index, row in enumerate(rows)])


def sources(frame: pd.DataFrame, about: Mapping[str, Mapping[str, Any]] | None = None) -> pd.DataFrame:
    """A sources frame for the claims: what ``about`` says of each, and the roles that it speaks of."""
    about = about or {}
    names = sorted({*frame["source_id"], *about})
    return pd.DataFrame([{"source_id": name, **_source(frame, name), **about.get(name, {})} for name in names])


def run(rows: Iterable[Mapping[str, Any]], about: Mapping[str, Any] | None = None, **options: Any) -> Reconciled:
    """Reconcile short dictionaries."""
    frame = claims(*rows)
    return reconcile(frame, sources(frame, about), **{"now": NOW, **options})


def found(reconciled: Reconciled, name: str) -> list[dict[str, Any]]:
    """The discrepancies of one type."""
    frame = reconciled.discrepancies
    return frame[frame["type"] == name].to_dict("records")


def facts(reconciled: Reconciled, table: str, **item: Any) -> list[dict[str, Any]]:
    """The facts of a table whose columns are as given; missing values are None."""
    frame = reconciled.facts[table].astype(object)
    rows = frame.where(frame.notna(), None).to_dict("records")
    return [row for row in rows if all(row[name] == value for name, value in item.items())]


def fact(reconciled: Reconciled, table: str, **item: Any) -> dict[str, Any]:
    """The only fact of a table whose columns are as given."""
    (row,) = facts(reconciled, table, **item)
    return row


def _source(frame: pd.DataFrame, name: str) -> dict[str, Any]:
    roles = frame["role"][frame["source_id"] == name].dropna()
    return {"publisher": None, "published": None, "updated": None, "roles": sorted(set(roles))}


def _claim(short: Mapping[str, Any]) -> dict[str, Any]:
    row = dict(short)
    plain = {
        "source_id": row.pop("source", "a"),
        "role": _role(row.pop("role", "ds")),
        "level": None,
        "aspect": row.pop("label", row.pop("category", None)),
        "container": "prose",
        "confidence": 0.9,
        "status": "accepted",
        "flags": [],
    }
    return {**plain, **_said(row), **row}


def _role(name: str | None) -> str | None:
    return ROLES.get(name, name) if name else None


def _said(row: dict[str, Any]) -> dict[str, Any]:
    """Takes the key that says what is claimed out of the row."""
    if "pay" in row:
        return _pay(row.pop("pay"))
    if "growth" in row:
        return _growth(str(row.pop("growth")))
    if "tool" in row:
        exclusivity = "exclusive" if row.pop("only", False) else "shared" if row.pop("shared", False) else None
        return {"kind": "tool", "value": row.pop("tool"), "exclusivity": exclusivity}
    for key, direction in _DIRECTIONS.items():
        if key in row:
            return {
                "kind": "comparison",
                "object_role": _role(row.pop(key)),
                "aspect": row.pop("on", "salary"),
                "direction": direction,
                "value": direction,
            }
    for key, (kind, aspect) in _WORDS.items():
        if key in row:
            return {"kind": kind, "value": row.pop(key), **({"aspect": aspect} if aspect else {})}
    raise ValueError(f"nothing is claimed in {row}")


def _pay(text: str) -> dict[str, Any]:
    parts = _PAY.fullmatch(text)
    if parts is None:
        return {"kind": "salary", "value": text, "quote": text, "low": None, "high": None, "unit": "USD"}
    low, high = float(parts["low"]), float(parts["high"] or parts["low"])
    bound = parts["bound"]
    return {
        "kind": "salary",
        "value": text,
        "low": None if bound == "up to" else low,
        "high": None if bound == "over" else high,
        "low_open": bound == "up to",
        "high_open": bound == "over" or bool(parts["plus"]),
        "unit": parts["unit"] or "USD",
        "period": parts["period"] or "year",
        "statistic": parts["statistic"] or ("range" if parts["high"] else None),
    }


def _growth(text: str) -> dict[str, Any]:
    parts = _GROWTH.fullmatch(text)
    if parts is None:
        raise ValueError(f"no growth: {text!r}")
    percent = float(parts["percent"])
    return {
        "kind": "outlook",
        "value": text,
        "low": percent,
        "high": percent,
        "unit": "percent",
        "horizon": parts["year"] or parts["horizon"],
    }
