"""All rulings of a ledger over a run.

A ruling on a discrepancy can only be applied where that discrepancy is found, and a ruling may bring others
to light: a repaired amount takes part in comparisons. So rulings are applied in generations: those on claims
and on what is found without any ruling; then those on what is found with these; and so on until no further
ruling finds what it rules on. What is left is stale: its source has changed. It changes nothing, and stands
among the discrepancies until it is taken back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

import pandas as pd

from extract.model import Flag, Severity
from extract.reviews.effects import NUMERIC, Row, Verdict, changed, verdicts
from extract.reviews.ruling import Action, Expectation, Ruling, Rulings, expectation, plain, tool_key

STALE: Final = "stale_ruling"
"""Type of the discrepancy that reports a ruling which is not applied."""

Tables = Mapping[str, pd.DataFrame]
_NEEDED: Final = (
    "claim_id", "source_id", "kind", "role", "level", "value", "quote", "exclusivity", "object_role",
    "direction", "low", "high", "flags",
)  # fmt: skip
_RESOLUTIONS: Final = {
    Action.BELIEVE: "preferred",
    Action.REJECT: "rejected",
    Action.REPAIR: "repaired",
    Action.NOT_COMPARABLE: "not_comparable",
}
_DONE: Final = {
    Action.ACCEPT: "accepts what was done",
    Action.BELIEVE: "believes one claim",
    Action.REJECT: "rejects a claim",
    Action.REPAIR: "repairs the amount",
    Action.NOT_COMPARABLE: "says that these are not comparable",
    Action.KNOWN: "knows of it and leaves it",
    Action.ADD_TOOL: "takes the name up as a tool",
}


@dataclass(frozen=True)
class Applied:
    """The claims as reviewed and every table made of them; the discrepancies tell of reviews."""

    claims: pd.DataFrame
    tables: Tables


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A discrepancy that a ruling in force speaks of, as it was found."""

    ruling: Ruling
    row: Mapping[str, Any]


def apply_rulings(rulings: Rulings, claims: pd.DataFrame, reconcile: Callable[[pd.DataFrame], Tables]) -> Applied:
    """What a run makes of claims and rulings.

    Args:
        rulings: a ledger's.
        claims: validated, as the articles say them.
        reconcile: claims -> every other table, among them ``discrepancies``.
    """
    waiting = list(rulings.in_force)
    tables = reconcile(claims)
    if not waiting:
        return Applied(claims, tables)
    rows = _Claims(claims)
    found: dict[str, Verdict] = {}
    ruled: dict[str, _Ruled] = {}
    applied: list[Ruling] = []
    reviewed = claims
    while True:
        known = _by_id(tables["discrepancies"])
        fresh = [ruling for ruling in waiting if _finds(ruling, known, rows, found)]
        if not fresh:
            break
        names = {ruling.id for ruling in fresh}
        waiting = [ruling for ruling in waiting if ruling.id not in names]
        applied += fresh
        new: dict[str, Verdict] = {}
        for ruling in fresh:
            new.update(verdicts(ruling, rows.involved(ruling, known)))
            if ruling.discrepancy_id is not None and ruling.discrepancy_id in known:
                ruled[ruling.discrepancy_id] = _Ruled(ruling, known[ruling.discrepancy_id])
        if new:
            found |= {name: verdict.after(found.get(name)) for name, verdict in new.items()}
            reviewed = changed(claims, found)
            tables = reconcile(reviewed)
    stale_rows = [_stale_row(ruling, why, rows, rulings) for ruling, why in _stale(waiting, rows)]
    discrepancies = _discrepancies(tables["discrepancies"], ruled, stale_rows)
    return Applied(
        reviewed,
        {
            **{name: _touched(frame, ruled, applied) for name, frame in tables.items()},
            "discrepancies": discrepancies,
        },
    )


class _Claims:
    """Claims as rows, looked up by id and by the name of an unknown tool."""

    def __init__(self, claims: pd.DataFrame) -> None:
        rows = claims[[name for name in _NEEDED if name in claims.columns]].to_dict("records")
        self.by_id: dict[str, Row] = {str(row["claim_id"]): row for row in rows}  # type: ignore[misc]
        self.by_tool: dict[str, list[Row]] = {}
        for row in self.by_id.values():
            if Flag.UNKNOWN_TOOL in row["flags"]:
                self.by_tool.setdefault(tool_key(str(row["value"])), []).append(row)

    def as_expected(self, expects: Expectation) -> bool:
        """Whether every claim is there and says what the reviewer saw."""
        found = [self.by_id.get(claim_id) for claim_id in expects.claim_ids]
        there = [row for row in found if row is not None]
        return len(there) == len(found) and expectation(there).digest == expects.digest

    def involved(self, ruling: Ruling, known: Mapping[str, Mapping[str, Any]]) -> list[Row]:
        """The claims that a ruling speaks of."""
        if ruling.tool is not None:
            return self.by_tool.get(tool_key(ruling.tool), [])
        if ruling.discrepancy_id is not None and ruling.discrepancy_id in known:
            ids: Iterable[str] = known[ruling.discrepancy_id]["claim_ids"]
        else:
            ids = (ruling.claim_id or "",)
        return [self.by_id[claim_id] for claim_id in ids if claim_id in self.by_id]


def _finds(ruling: Ruling, known: Mapping[str, Any], rows: _Claims, found: Mapping[str, Verdict]) -> bool:
    """Whether what a ruling rules on is there, and is what the reviewer saw."""
    if ruling.tool is not None:
        return ruling.action is not Action.ADD_TOOL and tool_key(ruling.tool) in rows.by_tool
    if ruling.discrepancy_id is not None and ruling.discrepancy_id not in known:
        return False
    if ruling.expects is None or not rows.as_expected(ruling.expects):
        return False
    claim_id = ruling.claim_id or ""
    repaired = claim_id in found and found[claim_id].amount is not None
    return ruling.action is not Action.BELIEVE or repaired or believable(rows.by_id.get(claim_id))


def believable(claim: Row | None) -> bool:
    """Whether a claim says something that can be believed as it stands."""
    if claim is None or Flag.INVALID_VALUE in claim["flags"]:
        return False
    if str(claim["kind"]) not in NUMERIC:
        return True
    ends: list[float] = [end for end in (claim["low"], claim["high"]) if not _is_missing(end)]
    return bool(ends) and ends[0] <= ends[-1]


def stale_id(ruling: Ruling) -> str:
    """The id of the discrepancy that reports a ruling as stale."""
    return blake2b(f"{STALE} {ruling.id}".encode(), digest_size=8).hexdigest()


def _stale(waiting: Iterable[Ruling], rows: _Claims) -> Iterator[tuple[Ruling, str]]:
    """Rulings that cannot be applied, and why; a tool that a lexicon has by now needs no ruling."""
    for ruling in waiting:
        about_another = ruling.expects is not None and ruling.expects.about == STALE
        added = ruling.action is Action.ADD_TOOL and tool_key(ruling.tool or "") not in rows.by_tool
        if not about_another and not added:
            yield ruling, _why(ruling, rows)


def _why(ruling: Ruling, rows: _Claims) -> str:
    """Why a ruling cannot be applied, in a sentence."""
    if ruling.tool is not None:
        if ruling.action is Action.ADD_TOOL:
            return "No lexicon has the tool: `rolefacts review` writes it into the user's lexicon again."
        return f"No article names {ruling.tool} as an unknown tool any more."
    expects = ruling.expects
    gone = [one for one in expects.claim_ids if one not in rows.by_id] if expects else []
    if gone and expects:
        words = {claim["claim_id"]: claim for claim in expects.claims}
        first = words.get(gone[0], {})
        said = f'"{first["quote"]}" in {first["source_id"]}' if first else f"claim {gone[0]}"
        more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
        return f"The sources have changed: {said}{more} is not there any more, or is read differently."
    if expects and not rows.as_expected(expects):
        return "The sources have changed: the claims do not say what they said."
    if ruling.action is Action.BELIEVE and not believable(rows.by_id.get(ruling.claim_id or "")):
        return "The claim holds nothing that could be believed as it stands."
    return "The discrepancy is not found any more: other claims take part in it now, or none disagrees."


def _stale_row(ruling: Ruling, why: str, rows: _Claims, rulings: Rulings) -> dict[str, Any]:
    """A discrepancy that says that a ruling is not applied; reviewed where a ruling says that it may stay."""
    expected = ruling.expects.claim_ids if ruling.expects else ()
    there = [rows.by_id[one] for one in expected if one in rows.by_id]
    on_it = rulings.on(stale_id(ruling))
    about = ruling.expects.summary if ruling.expects and ruling.expects.summary else ruling.subject
    return {
        "discrepancy_id": stale_id(ruling),
        "type": STALE,
        "severity": str(Severity.WARNING),
        **dict.fromkeys(("kind", "role", "level", "aspect")),
        "claim_ids": sorted(str(row["claim_id"]) for row in there),
        "source_ids": sorted({str(row["source_id"]) for row in there}),
        "summary": plain(
            f"A ruling of {ruling.who} ({ruling.id}) is not applied: {ruling.who} {_DONE[ruling.action]}, on: {about}",
            600,
        ),
        "resolution": "awaiting_review",
        "rationale": f"{why} Take the ruling back with `rolefacts rule {ruling.id} undo`, and rule anew.",
        "status": "reviewed" if on_it else "open",
        **({"resolution": "kept", "rationale": f"{_told(on_it)} {why}"} if on_it else {}),
    }


def _by_id(discrepancies: pd.DataFrame) -> dict[str, Mapping[str, Any]]:
    """Rows by id, None where a value is missing."""
    found: dict[str, Mapping[str, Any]] = {}
    for row in discrepancies.to_dict("records"):
        plain_row = {str(name): None if _is_missing(value) else value for name, value in row.items()}
        found[str(row["discrepancy_id"])] = plain_row
    return found


def _is_missing(value: Any) -> bool:
    return pd.api.types.is_scalar(value) and bool(pd.isna(value))


def _discrepancies(
    found: pd.DataFrame, ruled: Mapping[str, _Ruled], stale: Sequence[Mapping[str, Any]]
) -> pd.DataFrame:
    """What is found, with what was ruled; what a ruling has settled stays, as reviewed."""
    rows = _by_id(found)
    rows = {**{name: entry.row for name, entry in ruled.items()}, **rows}
    merged = [_reviewed(row, ruled[name].ruling) if name in ruled else row for name, row in rows.items()]
    merged += stale
    merged.sort(key=_worst_first)
    frame = pd.DataFrame(merged, columns=list(found.columns))
    if "first_seen" in frame:
        frame["first_seen"] = pd.to_datetime(frame["first_seen"], utc=True).astype("datetime64[us, UTC]")
    return frame


def _reviewed(row: Mapping[str, Any], ruling: Ruling) -> dict[str, Any]:
    resolution = _RESOLUTIONS.get(ruling.action, row["resolution"])
    return {**row, "status": "reviewed", "resolution": resolution, "rationale": _told(ruling)}


def _told(ruling: Ruling) -> str:
    """Who said what and why: ``Anna (2026-11-21) rejects a claim: the cell is misprinted``."""
    return plain(f"{ruling.who} ({ruling.when[:10]}) {_DONE[ruling.action]}: {ruling.reason}", 2400)


_SEVERITIES: Final = tuple(str(severity) for severity in Severity)
_STATUSES: Final = ("open", "reviewed", "resolved")


def _worst_first(row: Mapping[str, Any]) -> tuple[int | str, ...]:
    names = ("type", "kind", "role", "level", "aspect", "discrepancy_id")
    return (
        _SEVERITIES.index(row["severity"]),
        _STATUSES.index(row["status"]),
        *(str(row[name] or "") for name in names),
    )


def _touched(frame: pd.DataFrame, ruled: Mapping[str, _Ruled], applied: Sequence[Ruling]) -> pd.DataFrame:
    """Facts, ``reviewed`` where a ruling speaks of a claim about them; its discrepancy stands with theirs."""
    if "reviewed" not in frame.columns or frame.empty:
        return frame
    about: dict[str, set[str]] = {}
    for name, entry in ruled.items():
        for claim_id in entry.row["claim_ids"]:
            about.setdefault(str(claim_id), set()).add(name)
    for ruling in applied:
        about.setdefault(ruling.claim_id or "", set())
    touched = frame.copy()
    pairs = zip(frame["claim_ids"], frame["evidence"], frame["discrepancy_ids"], strict=True)
    found = [_rulings_of(about, *entry) for entry in pairs]
    touched["reviewed"] = pd.Series([bool(hit) for hit, _ in found], index=frame.index, dtype=bool)
    touched["discrepancy_ids"] = pd.Series([ids for _, ids in found], index=frame.index, dtype=object)
    return touched


def _rulings_of(
    about: Mapping[str, set[str]], claim_ids: Iterable[str], evidence: str, before: Iterable[str]
) -> tuple[bool, list[str]]:
    hits = [about[claim_id] for claim_id in _members(claim_ids, evidence) if claim_id in about]
    return bool(hits), sorted({*before, *(name for hit in hits for name in hit)})


def _members(claim_ids: Iterable[str], evidence: str) -> Iterator[str]:
    """The claims about a fact, used or not."""
    yield from map(str, claim_ids)
    if isinstance(evidence, str):
        yield from (str(entry.get("claim_id")) for entry in json.loads(evidence))
