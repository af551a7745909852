"""Discrepancies as a reviewer reads them: a sentence, the claims side by side, what was done, what to do."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.report.describe import candidates, definition, doubts, period, value
from extract.report.evidence import Links, Passage, links, passage
from extract.report.model import Row, Tables, ids
from extract.report.wording import (
    SEVERITIES,
    clip,
    label,
    level_name,
    role_name,
    subject,
    type_review,
    type_title,
)

MAX_CARDS = 200
MAX_LINES = 800
MAX_BRIEF = 9_000
MAX_EVIDENCE = 6
MAX_CANDIDATES = 4
_SUMMARY = 400
_RATIONALE = 600
_ASPECT = 80


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim of a discrepancy: what it says, in which words, and where."""

    claim_id: str
    who: str
    title: str
    section: str
    value: str
    notes: tuple[str, ...]
    quarantined: bool
    candidates: tuple[tuple[str, str], ...]
    passage: Passage
    links: Links


@dataclass(frozen=True, slots=True)
class Line:
    """A discrepancy in one line. The ``*_keys`` are places in the filters' lists of options."""

    id: str
    anchor: str
    severity: str
    severity_words: str
    type_words: str
    status: str
    status_words: str
    summary: str
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """A discrepancy with everything that a reviewer needs."""

    line: Line
    subject: str
    evidence: tuple[Evidence, ...]
    hidden: int
    resolution: str
    rationale: str
    review: str
    first_seen: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A drop-down list: the name of its data attribute, its label, and its options in order."""

    name: str
    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a discrepancy is of, and where it is linked to, no more."""

    anchor: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Findings:
    """The worst discrepancies as cards, the next as lines, the rest in brief; how many are nowhere."""

    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    briefs: tuple[Brief, ...]
    hidden: int
    total: int
    filters: tuple[Filter, ...]
    anchors: Mapping[str, str]
    """discrepancy_id -> anchor of what is shown on the page."""


def anchor(discrepancy_id: str) -> str:
    """The id of the element that shows a discrepancy; a hash where the id is not fit for a link."""
    if re.fullmatch(r"[A-Za-z0-9_.-]{1,64}", discrepancy_id):
        return f"d-{discrepancy_id}"
    return f"d-{hashlib.sha256(discrepancy_id.encode('utf-8', 'replace')).hexdigest()[:16]}"


def roles_of(row: Row, claims: Mapping[str, Row]) -> list[str]:
    """The roles that a discrepancy is about: its own and its claims'."""
    found = {row.get("role")}
    for claim_id in ids(row, "claim_ids"):
        claim = claims.get(claim_id)
        found |= {claim.get("role"), claim.get("object_role")} if claim else set()
    return sorted(str(role) for role in found if role)


def _codes(row: Row, tables: Tables) -> dict[str, list[str]]:
    return {
        "type": [str(row.get("type") or "")],
        "severity": [str(row.get("severity") or "")],
        "role": roles_of(row, tables.claims),
        "source": ids(row, "source_ids"),
        "status": [str(row.get("status") or "")],
    }


def _words(name: str, code: str, tables: Tables) -> str:
    if name == "type":
        return type_title(code)
    if name == "role":
        return role_name(code)
    if name == "source":
        return tables.source_name(code)
    return label({"severity": "severities", "status": "statuses"}[name], code)


_FILTERS = (
    ("type", "Type"),
    ("severity", "Severity"),
    ("role", "Role"),
    ("source", "Source"),
    ("status", "Status"),
)


def _options(name: str, codes: Sequence[Mapping[str, list[str]]], tables: Tables) -> list[str]:
    """The codes that occur, severities from the worst, others by their words."""
    found = {code for row in codes for code in row[name] if code}
    if name == "severity":
        return sorted(found, key=lambda code: (*SEVERITIES, code).index(code))
    return sorted(found, key=lambda code: (_words(name, code, tables).lower(), code))


def _line(row: Row, keys: Mapping[str, str]) -> Line:
    severity, status = str(row.get("severity") or ""), str(row.get("status") or "")
    return Line(
        id=str(row["discrepancy_id"]),
        anchor=anchor(str(row["discrepancy_id"])),
        severity=severity if severity in SEVERITIES else "info",
        severity_words=label("severities", severity),
        type_words=type_title(str(row.get("type") or "")),
        status=status,
        status_words=label("statuses", status),
        summary=clip(str(row.get("summary") or ""), _SUMMARY),
        keys=keys,
    )


def _brief(row: Row) -> Brief:
    name = str(row["discrepancy_id"])
    about = subject(row.get("role"), row.get("level"), "")
    words = ", ".join(part for part in (type_title(str(row.get("type") or "")), about) if part)
    return Brief(anchor(name), name, clip(words, _ASPECT))


def _evidence(claim: Row, tables: Tables) -> Evidence:
    source = tables.sources.get(str(claim.get("source_id")), {})
    found = passage(claim, tables.texts)
    notes = [*doubts(claim), *definition(claim), period(claim)]
    who = [role_name(claim.get("role")), level_name(claim.get("level")).lower()]
    return Evidence(
        claim_id=str(claim["claim_id"]),
        who=", ".join(part for part in who if part),
        title=tables.source_name(str(claim.get("source_id"))),
        section=clip(str(claim.get("section") or "").replace(" > ", " › "), 120),
        value=value(claim),
        notes=tuple(note for note in notes if note),
        quarantined=claim.get("status") == "quarantined",
        candidates=tuple((found.words, found.reason) for found in candidates(claim)[:MAX_CANDIDATES]),
        passage=found,
        links=links(claim, source, found),
    )


def _telling(claims: Sequence[Row]) -> list[Row]:
    """The claims that say something different first, those that claim a role for itself before all."""
    said: set[tuple[Any, ...]] = set()
    keyed = []
    for place, claim in enumerate(claims):
        key = tuple(claim.get(name) for name in ("source_id", "role", "level", "value", "exclusivity", "polarity"))
        keyed.append((key in said, claim.get("exclusivity") != "exclusive", place))
        said.add(key)
    return [claims[place] for *_, place in sorted(keyed)]


def _card(row: Row, line: Line, tables: Tables) -> Card:
    claims = _telling([tables.claims[one] for one in ids(row, "claim_ids") if one in tables.claims])
    aspect = clip(str(row.get("aspect") or ""), _ASPECT).replace("_", " ")
    first_seen = row.get("first_seen")
    return Card(
        line=line,
        subject=subject(row.get("role"), row.get("level"), aspect),
        evidence=tuple(_evidence(claim, tables) for claim in claims[:MAX_EVIDENCE]),
        hidden=len(ids(row, "claim_ids")) - len(claims[:MAX_EVIDENCE]),
        resolution=label("resolutions", row.get("resolution")).capitalize(),
        rationale=clip(str(row.get("rationale") or ""), _RATIONALE),
        review=type_review(str(row.get("type") or "")),
        first_seen="" if first_seen is None else str(first_seen)[:10],
    )


def findings(tables: Tables) -> Findings:
    """The discrepancies that fit, in the report's order."""
    shown = tables.discrepancies[: MAX_CARDS + MAX_LINES]
    codes = [_codes(row, tables) for row in shown]
    options = {name: _options(name, codes, tables) for name, _ in _FILTERS}
    places = {name: {code: str(index) for index, code in enumerate(found)} for name, found in options.items()}
    lines = [
        _line(row, {name: " ".join(places[name][code] for code in found if code) for name, found in of.items()})
        for row, of in zip(shown, codes, strict=True)
    ]
    rest = [_brief(row) for row in tables.discrepancies[len(shown) : len(shown) + MAX_BRIEF]]
    return Findings(
        cards=tuple(_card(row, line, tables) for row, line in zip(shown[:MAX_CARDS], lines[:MAX_CARDS], strict=True)),
        lines=tuple(lines[MAX_CARDS:]),
        briefs=tuple(rest),
        hidden=len(tables.discrepancies) - len(shown) - len(rest),
        total=len(tables.discrepancies),
        filters=tuple(
            Filter(name, words, tuple(_words(name, code, tables) for code in options[name]))
            for name, words in _FILTERS
            if len(options[name]) > 1
        ),
        anchors={**{line.id: line.anchor for line in lines}, **{brief.id: brief.anchor for brief in rest}},
    )


def finding_of_claims(discrepancies: Iterable[Row], shown: Mapping[str, str]) -> dict[str, str]:
    """claim_id -> the worst discrepancy on the page that it is part of and that is not resolved."""
    found: dict[str, str] = {}
    for row in discrepancies:
        if row.get("status") != "resolved" and str(row["discrepancy_id"]) in shown:
            for claim_id in ids(row, "claim_ids"):
                found.setdefault(claim_id, str(row["discrepancy_id"]))
    return found
