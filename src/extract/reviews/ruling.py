"""A ruling as a value and as a line of JSON; which rulings are in force."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any, Final

LONGEST_REASON: Final = 2000
LONGEST_NAME: Final = 120
MOST_SHOWN: Final = 8
"""Claims whose words stand in an expectation, to be read in a diff; the digest covers all."""

_WORDS_SHOWN: Final = 160
_ID: Final = re.compile(r"[0-9a-f]{16}")
_UNIT: Final = re.compile(r"[A-Z]{3}|percent")
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_FINGERPRINT: Final = ("claim_id", "source_id", "quote")
"""What an expectation compares. Values are left out: a ruling may have changed them; the id tells."""

_SHOWN: Final = (*_FINGERPRINT, "value")


class Action(StrEnum):
    """What a reviewer says. ``undo`` takes an earlier ruling back."""

    ACCEPT = "accept"
    BELIEVE = "believe"
    REJECT = "reject"
    REPAIR = "repair"
    NOT_COMPARABLE = "not_comparable"
    KNOWN = "known"
    ADD_TOOL = "add_tool"
    UNDO = "undo"


NEEDS_CLAIM: Final = frozenset({Action.BELIEVE, Action.REJECT, Action.REPAIR, Action.ADD_TOOL})
"""Actions that say something of one claim."""


class RulingError(ValueError):
    """What is wrong with a record, without saying where it stands."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A reviewed amount, as the columns of ``claims`` hold it. A point has ``low == high``."""

    low: float | None
    high: float | None
    unit: str | None
    low_open: bool = False
    high_open: bool = False

    def problem(self) -> str:
        """What is wrong with it in a few words; empty if nothing is."""
        ends = [end for end in (self.low, self.high) if end is not None]
        if not ends:
            return "an amount needs a lower or an upper end"
        if not all(math.isfinite(end) and 0 <= end < 1e15 for end in ends):
            return "an amount must be a number from 0 to 1e15"
        if len(ends) == 2 and ends[0] > ends[1]:
            return "the lower end lies above the upper end"
        if self.unit is not None and not _UNIT.fullmatch(self.unit):
            return f"{self.unit!r} is no ISO 4217 code nor 'percent'"
        return ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a reviewer saw. ``digest`` covers every claim involved; ``claims`` and ``summary`` are to be read.

    ``about`` is the type of the discrepancy, or ``claim``.
    """

    about: str
    digest: str
    claim_ids: tuple[str, ...]
    claims: tuple[Mapping[str, str], ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One line of the ledger.

    It rules on a discrepancy (``discrepancy_id``; ``claim_id`` then says which of its claims is meant) or on
    a claim alone, or on every claim that names ``tool``. ``undoes`` is the ruling that an undo takes back.
    ``when`` is ISO 8601 with a zone.
    """

    id: str
    who: str
    when: str
    action: Action
    reason: str
    discrepancy_id: str | None = None
    claim_id: str | None = None
    tool: str | None = None
    undoes: str | None = None
    amount: Amount | None = None
    category: str | None = None
    expects: Expectation | None = None

    @property
    def subject(self) -> str:
        """What it rules on: two rulings with the same subject exclude each other."""
        if self.tool is not None:
            return tool_key(self.tool)
        return self.discrepancy_id or self.claim_id or ""

    def line(self) -> str:
        """The ruling as one line of JSON with sorted keys, without line end."""
        return json.dumps(_record(self), ensure_ascii=False, sort_keys=True, allow_nan=False)


def tool_key(name: str) -> str:
    """The subject of rulings on a tool's name, whatever its capitals and blanks."""
    return f"tool:{' '.join(name.casefold().split())}"


def plain(words: str, limit: int) -> str:
    """Words on one line, without characters that steer a terminal or reorder text, at most ``limit`` long."""
    return " ".join(_UNPRINTABLE.sub(" ", words).split())[:limit]


def expectation(claims: Iterable[Mapping[str, Any]], *, about: str = "claim", summary: str = "") -> Expectation:
    """What is expected of some claims: that they are there and say what they say now."""
    ordered = sorted(claims, key=lambda claim: str(claim["claim_id"]))
    prints = [[str(claim[name]) for name in _FINGERPRINT] for claim in ordered]
    shown = tuple({name: plain(str(claim[name]), _WORDS_SHOWN) for name in _SHOWN} for claim in ordered[:MOST_SHOWN])
    ids = tuple(str(claim["claim_id"]) for claim in ordered)
    return Expectation(about, _digest(prints), ids, shown, plain(summary, 400))


def _digest(value: object) -> str:
    content = json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return blake2b(content, digest_size=8).hexdigest()


def _record(ruling: Ruling) -> dict[str, Any]:
    """The fields that say something; nested values as plain ones."""
    found: dict[str, Any] = {
        name: getattr(ruling, name)
        for name in ("id", "who", "when", "reason", *_OPTIONAL)
        if getattr(ruling, name) is not None
    }
    found["action"] = str(ruling.action)
    if ruling.amount is not None:
        found["value"] = {name: getattr(ruling.amount, name) for name in _AMOUNT}
    if ruling.expects is not None:
        expects = ruling.expects
        found["expects"] = {
            "about": expects.about,
            "digest": expects.digest,
            "claim_ids": list(expects.claim_ids),
            "claims": [dict(claim) for claim in expects.claims],
            "summary": expects.summary,
        }
    return found


_OPTIONAL: Final = ("discrepancy_id", "claim_id", "tool", "undoes", "category")
_AMOUNT: Final = ("low", "high", "unit", "low_open", "high_open")
_KEYS: Final = frozenset({"id", "who", "when", "action", "reason", "value", "expects", *_OPTIONAL})


def parse(line: str) -> Ruling:
    """A ruling from a line of JSON.

    Raises:
        RulingError: the line is no ruling; says why in a few words.
    """
    try:
        found = json.loads(line, parse_constant=_no_number)
    except RulingError:
        raise
    except (ValueError, RecursionError):
        raise RulingError("is not JSON") from None
    if not isinstance(found, dict):
        raise RulingError("is no JSON object")
    for key in found:
        if key not in _KEYS:
            raise RulingError(f"{plain(key, 40)}: unknown key")
    ruling = Ruling(
        id=_text(found, "id"),
        who=_text(found, "who"),
        when=_text(found, "when"),
        action=_action(found),
        reason=_text(found, "reason"),
        amount=_amount(found.get("value")),
        expects=_expects(found.get("expects")),
        **{name: _text(found, name) if name in found else None for name in _OPTIONAL},
    )
    problem = _problem(ruling)
    if problem:
        raise RulingError(problem)
    return ruling


def _no_number(name: str) -> float:
    raise RulingError(f"{name} is no number")


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not value.strip():
        raise RulingError(f"{name}: must be text")
    return value


def _action(found: Mapping[str, Any]) -> Action:
    try:
        return Action(found.get("action", ""))
    except ValueError:
        raise RulingError(f"action: must be one of {', '.join(Action)}") from None


def _amount(found: Any) -> Amount | None:
    if found is None:
        return None
    if not isinstance(found, dict) or not found.keys() <= set(_AMOUNT):
        raise RulingError(f"value: must be an object of {', '.join(_AMOUNT)}")
    unit = found.get("unit")
    if unit is not None and not isinstance(unit, str):
        raise RulingError("value: unit must be text")
    amount = Amount(
        _end(found.get("low")),
        _end(found.get("high")),
        unit,
        found.get("low_open") is True,
        found.get("high_open") is True,
    )
    problem = amount.problem()
    if problem:
        raise RulingError(f"value: {problem}")
    return amount


def _end(value: Any) -> float | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise RulingError("value: low and high must be numbers")
    try:
        return None if value is None else float(value)
    except OverflowError:
        raise RulingError("value: low and high must be numbers") from None


def _expects(found: Any) -> Expectation | None:
    if found is None:
        return None
    try:
        ids = tuple(found["claim_ids"])
        claims = tuple(found.get("claims", ()))
        about, digest, summary = found["about"], found["digest"], found.get("summary", "")
        texts = [*ids, about, digest, summary, *(word for claim in claims for word in claim.values())]
    except (KeyError, TypeError, AttributeError):
        raise RulingError("expects: must be an object of about, digest and claim_ids") from None
    if not all(isinstance(text, str) for text in texts):
        raise RulingError("expects: must hold text")
    return Expectation(about, digest, ids, claims, summary)


def _problem(ruling: Ruling) -> str:
    """What is wrong with a ruling whose fields are of the right types."""
    checks = (
        (not _ID.fullmatch(ruling.id), "id: must be 16 hexadecimal digits"),
        (not _is_moment(ruling.when), "when: must be a time with a zone, ISO 8601"),
        (ruling.action is Action.UNDO and not ruling.undoes, "undoes: an undo must name a ruling"),
        (ruling.action is not Action.UNDO and not ruling.subject, "rules on nothing: name a discrepancy_id"),
        (ruling.action in NEEDS_CLAIM and not ruling.claim_id, f"claim_id: {ruling.action} needs one"),
        (ruling.action is Action.REPAIR and ruling.amount is None, "value: a repair needs an amount"),
        (ruling.action is Action.ADD_TOOL and not ruling.tool, "tool: add_tool needs a name"),
        (ruling.action is not Action.UNDO and ruling.expects is None, "expects: is missing"),
    )
    return next((words for wrong, words in checks if wrong), "")


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


@dataclass(frozen=True)
class Rulings:
    """What a ledger says. ``torn`` is what a writer that died has left of a line, empty as a rule."""

    records: tuple[Ruling, ...] = ()
    torn: str = ""
    sha256: str | None = None
    _in_force: dict[str, Ruling] = field(init=False, repr=False, compare=False)
    _undone: dict[str, Ruling] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        undone = {record.undoes: record for record in self.records if record.undoes}
        force: dict[str, Ruling] = {}
        for record in self.records:
            if record.action is not Action.UNDO and record.id not in undone:
                force.pop(record.subject, None)
                force[record.subject] = record
        object.__setattr__(self, "_undone", undone)
        object.__setattr__(self, "_in_force", force)

    @property
    def in_force(self) -> Sequence[Ruling]:
        """The last ruling on each subject that nobody took back, in the order in which they were made."""
        return tuple(self._in_force.values())

    def on(self, subject: str) -> Ruling | None:
        """The ruling in force on a subject."""
        return self._in_force.get(subject)

    def undo_of(self, ruling_id: str) -> Ruling | None:
        """The record that takes a ruling back."""
        return self._undone.get(ruling_id)

    def get(self, ruling_id: str) -> Ruling | None:
        """The record of an id."""
        return next((record for record in self.records if record.id == ruling_id), None)
