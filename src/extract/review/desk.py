"""A reviewer's desk: the queue, the ledger, and what may be done with an item."""

from __future__ import annotations

import getpass
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from extract.errors import ConfigurationError
from extract.lexicons import load
from extract.publishing import latest_snapshot
from extract.report.model import flags
from extract.review.queue import Item, Queue, Sort, load_queue
from extract.reviews import Action, Amount, Ledger, Ruling, Rulings, expectation, tool_key
from extract.reviews.applying import STALE, believable, stale_id
from extract.reviews.lexicon import carry_out
from extract.reviews.ruling import LONGEST_NAME, LONGEST_REASON, NEEDS_CLAIM, plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from extract.lexicons import Lexicons
    from extract.report.model import Row
    from extract.settings import Settings

_ACTIONS: Final[Mapping[Sort, tuple[Action, ...]]] = {
    Sort.DISCREPANCY: (
        Action.ACCEPT, Action.BELIEVE, Action.REJECT, Action.REPAIR, Action.NOT_COMPARABLE, Action.KNOWN,
    ),
    Sort.STALE: (Action.UNDO, Action.KNOWN),
    Sort.CLAIM: (Action.ACCEPT, Action.BELIEVE, Action.REJECT, Action.REPAIR, Action.KNOWN),
    Sort.TOOL: (Action.ADD_TOOL, Action.REJECT, Action.KNOWN),
}  # fmt: skip

USUAL_REASONS: Final[Mapping[Action, str]] = {
    Action.ACCEPT: "What was done is right.",
    Action.BELIEVE: "This is what holds.",
    Action.REJECT: "This does not hold.",
    Action.REPAIR: "This is what the source means.",
    Action.NOT_COMPARABLE: "They measure different things.",
    Action.KNOWN: "Known; leave it as it is.",
    Action.ADD_TOOL: "It is a tool.",
    Action.UNDO: "Taken back.",
}
"""What is recorded where a reviewer gives no reason of their own."""

_NUMERIC: Final = frozenset({"salary", "outlook"})


class Refusal(ConfigurationError):  # noqa: N818 - it is an answer
    """What a reviewer asked for cannot be done; nothing was written."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a reviewer asks for. ``candidate`` counts from 1. ``id`` makes a repetition harmless."""

    action: Action
    reason: str = ""
    claim_id: str | None = None
    candidate: int | None = None
    amount: Amount | None = None
    name: str | None = None
    category: str | None = None
    id: str = field(default_factory=lambda: secrets.token_hex(8))


class Desk:
    """What a reviewer works with; follows ``curated/latest`` and the ledger as they change.

    Raises:
        ConfigurationError: there is no snapshot, or it or the ledger cannot be used.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        who: str | None = None,
        snapshot: Path | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self.who = plain(who or _login(), LONGEST_NAME) or "somebody"
        self.ledger = Ledger(settings.reviews)
        self._settings = settings
        self._chosen = snapshot
        self._now = now or (lambda: datetime.now(UTC))
        self._queue: Queue | None = None
        carry_out(self.ledger.read(), settings.own_lexicon)

    @property
    def lexicons(self) -> Lexicons:
        """Those of the settings: what roles and currencies are called."""
        return load(self._settings.lexicons)

    @property
    def queue(self) -> Queue:
        """What the newest snapshot leaves to reviewers."""
        snapshot = self._chosen or latest_snapshot(self._settings.curated)
        if snapshot is None:
            raise ConfigurationError(f"{self._settings.curated}: holds no snapshot: publish one with `rolefacts run`")
        if self._queue is None or self._queue.snapshot != snapshot:
            self._queue = load_queue(snapshot)
        return self._queue

    @property
    def rulings(self) -> Rulings:
        """What the ledger says now."""
        return self.ledger.read()

    def standing(self, item: Item) -> Ruling | None:
        """The ruling in force on an item; for a stale ruling also that it was taken back."""
        rulings = self.rulings
        if item.sort is Sort.STALE:
            stale = self.stale_ruling(item)
            undone = rulings.undo_of(stale.id) if stale else None
            return undone or rulings.on(item.subject)
        return rulings.on(item.subject)

    def stale_ruling(self, item: Item) -> Ruling | None:
        """The ruling that an item reports as stale."""
        return next((one for one in self.rulings.records if stale_id(one) == item.subject), None)

    def waiting(self) -> list[Item]:
        """The items that nobody has ruled on."""
        return [item for item in self.queue.items if self.standing(item) is None]

    def following(self, key: str, *, back: bool = False) -> Item | None:
        """The next item after a key that nobody has ruled on, around the end; None where all are done."""
        items, start = self.queue.items, self.queue.places.get(key, -1)
        count = len(items)
        step = -1 if back else 1
        first = start if start >= 0 or not back else 0
        for distance in range(1, count + 1):
            item = items[(first + step * distance) % count]
            if self.standing(item) is None and item.key != key:
                return item
        return None

    def actions(self, item: Item) -> list[Action]:
        """What may be done with an item, in the order in which it is offered."""
        claims = self.queue.claims(item)
        able = {
            Action.BELIEVE: any(believable(claim) for claim in claims),
            Action.REJECT: bool(claims),
            Action.REPAIR: any(claim["kind"] in _NUMERIC for claim in claims),
            Action.NOT_COMPARABLE: len(claims) > 1,
        }
        return [action for action in _ACTIONS[item.sort] if able.get(action, True)]

    def find(self, name: str) -> Item:
        """The item whose key begins so; for a tool its name will do.

        Raises:
            Refusal: there is none, or several.
        """
        found = [item for item in self.queue.items if item.key.startswith(name)]
        found = found or [item for item in self.queue.items if item.subject == tool_key(name)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise Refusal(f"{name}: is not to be reviewed: look ids up with `rolefacts review --list`")
        raise Refusal(f"{name}: {len(found)} ids begin so: give more of it")

    def rule(self, item: Item, request: Request) -> Ruling:
        """Write a ruling; on the disk when this returns.

        Raises:
            Refusal: it cannot be done so; says why.
            Conflict: somebody ruled on it meanwhile.
        """
        action = request.action
        if action is Action.UNDO and item.sort is Sort.STALE:
            stale = self.stale_ruling(item)
            return self.undo(stale.id if stale else item.subject, request)
        if action not in self.actions(item):
            raise Refusal(f"{item.key}: {action} cannot be done here: choose another action")
        claim = self._claim(item, request) if action in NEEDS_CLAIM else None
        if action is Action.BELIEVE and not believable(claim):
            raise Refusal(f"{item.key}: the claim holds no amount to believe: repair or reject it")
        ruling = Ruling(
            **self._signed(request),
            discrepancy_id=item.subject if item.row is not None else None,
            claim_id=str(claim["claim_id"]) if claim else None if item.row is not None else item.claim_ids[0],
            tool=self._tool(item, request),
            amount=_amount(claim, request) if action is Action.REPAIR and claim else None,
            category=request.category or "product" if action is Action.ADD_TOOL else None,
            expects=self._expects(item),
        )
        written = self.ledger.append(ruling)
        if action is Action.ADD_TOOL:
            carry_out(self.rulings, self._settings.own_lexicon)
        return written

    def undo(self, ruling_id: str, request: Request) -> Ruling:
        """Take a ruling back.

        Raises:
            Refusal: there is no such ruling.
            Conflict: it was taken back already.
        """
        found = [one for one in self.rulings.records if one.id.startswith(ruling_id)]
        if len(found) != 1 or found[0].action is Action.UNDO or not ruling_id:
            raise Refusal(f"ruling {ruling_id}: there is none of that id to take back: see `rolefacts review --list`")
        written = self.ledger.append(Ruling(**self._signed(request), undoes=found[0].id))
        carry_out(self.rulings, self._settings.own_lexicon)
        return written

    def categories(self) -> list[str]:
        """The categories that tools have."""
        return sorted({tool.category for tool in self.lexicons.tools})

    def _signed(self, request: Request) -> dict[str, Any]:
        return {
            "id": request.id,
            "who": self.who,
            "when": self._now().astimezone(UTC).isoformat(timespec="seconds"),
            "action": request.action,
            "reason": plain(request.reason, LONGEST_REASON) or USUAL_REASONS[request.action],
        }

    def _claim(self, item: Item, request: Request) -> Row:
        """The claim that is meant: the one of that id, or the only one there is."""
        claims = self.queue.claims(item)
        if item.sort is Sort.TOOL:
            return claims[0]
        wanted = request.claim_id
        found = [claim for claim in claims if wanted and str(claim["claim_id"]).startswith(wanted)]
        if len(found) == 1 or (not wanted and len(claims) == 1):
            return (found or claims)[0]
        some = ", ".join(str(claim["claim_id"]) for claim in claims[:4])
        raise Refusal(f"{item.key}: say which claim is meant, such as {some}")

    def _tool(self, item: Item, request: Request) -> str | None:
        if item.tool is None:
            return None
        name = plain(request.name or item.tool, LONGEST_NAME)
        if tool_key(name) != item.subject:
            raise Refusal(f"{item.tool}: only capitals and blanks of the name may be changed")
        if request.action is Action.ADD_TOOL and (request.category or "product") not in self.categories():
            raise Refusal(f"{item.tool}: {request.category!r} is no category: one such as library or database")
        return name

    def _expects(self, item: Item) -> Any:
        claims = self.queue.claims(item)
        if item.row is None:
            return expectation(claims, about=str(item.sort), summary=item.tool or "")
        about = STALE if item.sort is Sort.STALE else str(item.row["type"])
        # What a stale ruling still finds of its claims is no part of a ruling on it.
        return expectation([] if item.sort is Sort.STALE else claims, about=about, summary=str(item.row["summary"]))


def _amount(claim: Row, request: Request) -> Amount:
    """The amount that a reviewer gives or chooses."""
    if request.amount is not None:
        amount = request.amount
    else:
        readings = candidates(claim)
        if request.candidate is None or not 1 <= request.candidate <= len(readings):
            raise Refusal(
                f"claim {claim['claim_id']}: has {len(readings)} candidate readings: choose one of them, "
                "or give the lower and upper end"
            )
        amount = readings[request.candidate - 1][0]
    problem = amount.problem()
    if claim["kind"] not in _NUMERIC:
        problem = "is no amount, only amounts are repaired"
    if (claim["kind"] == "outlook") != ((amount.unit or claim["unit"]) == "percent"):
        problem = problem or "pay is in a currency and growth in percent"
    if amount.unit is None and claim["unit"] is None:
        problem = problem or "the text names no currency: give one"
    if problem:
        raise Refusal(f"claim {claim['claim_id']}: {problem}")
    return amount


def candidates(claim: Row) -> list[tuple[Amount, str]]:
    """The readings that a claim's ``repairs`` propose and that are amounts, each with its reason."""
    try:
        found = [
            (
                Amount(one["low"], one["high"], one["unit"], one["low"] is None, one["high"] is None),
                str(one.get("reason") or ""),
            )
            for one in json.loads(claim.get("repairs") or "[]")
        ]
        return [(amount, reason) for amount, reason in found if not amount.problem()]
    except (ValueError, TypeError, KeyError, AttributeError):
        return []


def is_quarantined(claim: Row) -> bool:
    """Whether no fact uses the claim as it stands."""
    return claim.get("status") == "quarantined" or "outvoted_by_reviewer" in flags(claim)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
