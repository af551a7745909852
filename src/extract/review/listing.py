"""The review in a terminal: the queue as lines, a ruling as a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.report.wording import plural
from extract.review.app import entered
from extract.review.desk import Desk, Refusal, Request
from extract.review.queue import Sort
from extract.review.words import ruling_words, summary
from extract.reviews import Action, Conflict

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from extract.reviews import Ruling


def lines(desk: Desk) -> Iterator[tuple[str, ...]]:
    """What is open, worst first, then the rulings that are in force: the parts of a line each."""
    waiting = desk.waiting()
    for item in waiting:
        row = item.row
        severity, kind = (str(row["severity"]), str(row["type"])) if row else ("info", str(item.sort))
        key = item.key if item.sort is not Sort.TOOL else item.claim_ids[0]
        yield key, severity, kind, summary(item, desk.queue)
    rulings = desk.rulings
    for ruling in rulings.in_force:
        yield ruling.id, "ruled", str(ruling.action), ruling_words(ruling)
    if rulings.torn:
        yield (f"{desk.ledger.path}: its last line was never finished and is no ruling",)
    yield (f"{len(waiting)} open, {plural(len(rulings.in_force), 'ruling')} in force",)


def rule(desk: Desk, options: argparse.Namespace) -> str:
    """Rule as a command asks; what was written, in a line.

    Raises:
        ConfigurationError: it cannot be done so.
    """
    action = Action(options.action)
    request = Request(
        action,
        reason=options.reason,
        claim_id=options.claim,
        candidate=options.candidate,
        amount=entered(options.low or "", options.high or "", options.unit or "")
        if options.low or options.high
        else None,
        category=options.category,
    )
    try:
        made = _made(desk, options.item, request)
    except Conflict as conflict:
        standing = conflict.standing
        undo = f"take it back with `rolefacts rule {standing.id} undo`"
        how = "nothing was written" if standing.action is Action.UNDO else undo
        raise Refusal(f"{options.item}: {ruling_words(standing)}: {how}") from None
    return f"{made.id}: {ruling_words(made)}"


def _made(desk: Desk, name: str, request: Request) -> Ruling:
    """An undo names a ruling, all else an item; a stale ruling may be taken back by its own item."""
    if request.action is Action.UNDO and any(one.id.startswith(name) for one in desk.rulings.records):
        return desk.undo(name, request)
    return desk.rule(desk.find(name), request)
