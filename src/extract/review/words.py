"""What reviewers read about an item: a plain view of it, ready for a page or a terminal."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from extract.report.describe import definition, doubts, period, value
from extract.report.evidence import Links, Passage, links, passage
from extract.report.wording import (
    Ends,
    amount,
    clip,
    label,
    level_name,
    role_name,
    subject,
    type_review,
    type_title,
)
from extract.review.desk import candidates, is_quarantined
from extract.review.queue import Item, Queue, Sort
from extract.reviews import Action, Amount
from extract.reviews.ruling import NEEDS_CLAIM
from extract.schemas import FLAG_MEANINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.report.model import Row, Tables
    from extract.reviews import Ruling

MOST_CLAIMS: Final = 24
_LETTERS: Final = "abcdefghijklm"
"""Keys that choose a claim; n is for next."""


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action that can be chosen."""

    code: str
    key: str
    label: str
    help: str
    needs_claim: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading that can be chosen; ``number`` counts from 1."""

    number: int
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in its words. ``key`` chooses it, empty where there are more claims than keys."""

    claim_id: str
    key: str
    who: str
    title: str
    section: str
    value: str
    notes: tuple[str, ...]
    quarantined: bool
    flags: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    passage: Passage
    links: Links


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as it is read."""

    key: str
    severity: str
    severity_words: str
    title: str
    subject: str
    summary: str
    resolution: str
    rationale: str
    review: str
    claims: tuple[ClaimView, ...]
    hidden: int


@cache
def _action_words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def action_view(action: Action) -> ActionView:
    """An action in a reviewer's words."""
    return ActionView(str(action), **_action_words()[action], needs_claim=action in NEEDS_CLAIM)


def item_view(item: Item, queue: Queue) -> ItemView:
    """An item with its evidence."""
    claims = queue.claims(item)
    shown = tuple(
        _claim_view(claim, _LETTERS[place] if place < len(_LETTERS) else "", queue.tables)
        for place, claim in enumerate(claims[:MOST_CLAIMS])
    )
    row = item.row
    severity = str(row["severity"]) if row else "warning" if item.sort is Sort.CLAIM else "info"
    return ItemView(
        key=item.key,
        severity=severity,
        severity_words=label("severities", severity),
        title=_title(item),
        subject=_subject(item, claims),
        summary=summary(item, queue),
        resolution=label("resolutions", row.get("resolution")).capitalize() if row else "",
        rationale=clip(str(row.get("rationale") or ""), 900) if row else _meaning(claims),
        review=_review(item),
        claims=shown,
        hidden=len(item.claim_ids) - len(shown),
    )


def summary(item: Item, queue: Queue) -> str:
    """An item in one sentence."""
    if item.row is not None:
        return clip(str(item.row["summary"]), 600)
    claims = queue.claims(item)
    names = sorted({queue.tables.source_name(str(claim["source_id"])) for claim in claims})
    sources = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
    if item.sort is Sort.TOOL:
        return f"{clip(item.tool or '', 120)} stands where tools stand in {sources}; no lexicon knows it."
    quote = clip(str(claims[0]["quote"]), 120)
    return f'{sources} says "{quote}", which no fact uses.'


def ruling_words(ruling: Ruling) -> str:
    """Who, when, what and why: ``Ada, 2026-11-21: reject one claim. "The cell is misprinted."``."""
    done = _action_words()[ruling.action]["label"].lower()
    return f'{ruling.who}, {ruling.when[:10]}: {done}. "{ruling.reason}"'


def _title(item: Item) -> str:
    if item.row is not None:
        return type_title(str(item.row["type"]))
    return "Unknown tool" if item.sort is Sort.TOOL else "Set aside"


def _subject(item: Item, claims: list[Row]) -> str:
    if item.row is not None:
        aspect = clip(str(item.row.get("aspect") or ""), 80).replace("_", " ")
        return subject(item.row.get("role"), item.row.get("level"), aspect)
    if item.sort is Sort.TOOL:
        return clip(item.tool or "", 120)
    return subject(claims[0].get("role"), claims[0].get("level"))


def _meaning(claims: list[Row]) -> str:
    """What the flags of claims that no discrepancy tells of mean."""
    found = dict.fromkeys(str(flag) for claim in claims for flag in claim.get("flags") or ())
    return " ".join(FLAG_MEANINGS.get(flag, flag) for flag in found)  # type: ignore[call-overload]


def _review(item: Item) -> str:
    if item.row is not None:
        return type_review(str(item.row["type"]))
    if item.sort is Sort.TOOL:
        return "Add it if it is something that people use by name at work; else say that it is none."
    return "Look at it in the source. Believe it if it is right, repair it if it can be read, or leave it out."


def _claim_view(claim: Row, key: str, tables: Tables) -> ClaimView:
    source = tables.sources.get(str(claim.get("source_id")), {})
    found = passage(claim, tables.texts)
    notes = [*doubts(claim), *definition(claim), period(claim)]
    who = [role_name(claim.get("role")), level_name(claim.get("level")).lower()]
    return ClaimView(
        claim_id=str(claim["claim_id"]),
        key=key,
        who=", ".join(part for part in who if part),
        title=tables.source_name(str(claim.get("source_id"))),
        section=clip(str(claim.get("section") or "").replace(" > ", " › "), 120),
        value=value(claim),
        notes=tuple(note for note in notes if note),
        quarantined=is_quarantined(claim),
        flags=tuple(str(flag).replace("_", " ") for flag in claim.get("flags") or ()),
        candidates=tuple(
            Candidate(number, _amount_words(read, claim), clip(reason, 200))
            for number, (read, reason) in enumerate(candidates(claim), start=1)
        ),
        passage=found,
        links=links(claim, source, found),
    )


def _amount_words(read: Amount, claim: Row) -> str:
    unit = read.unit or claim.get("unit")
    return amount(Ends(read.low, read.high, read.low_open, read.high_open), unit)
