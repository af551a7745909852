"""What each source contributed, how far it is believed and what speaks for that."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from extract.report.evidence import safe_href
from extract.report.model import Row, Tables, ids
from extract.report.wording import KINDS, clip, label, plural

MAX_SOURCES = 250
_TITLE = 120
_REASON = 240


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was read. ``counts`` are its claims by kind, in the order of the table's kinds."""

    name: str
    title: str
    href: str | None
    dates: str
    format: str
    claims: int
    counts: tuple[int, ...]
    reliability: float | None
    why: str
    copy_of: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that could not be read, and why."""

    name: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Sources by the number of their claims; ``kinds`` and ``totals`` head and sum their counts."""

    kinds: tuple[str, ...]
    totals: tuple[int, ...]
    read: tuple[Source, ...]
    hidden: int
    rejected: tuple[Rejected, ...]
    hidden_rejected: int


def _dates(row: Row) -> str:
    parts = [
        f"{word} {clip(str(row[word]), 20)}"
        for word in ("published", "updated")
        if row.get(word) and not (word == "updated" and row.get("published") == row[word])
    ]
    return ", ".join(parts)


def _why(status: Counter[str], severity: Counter[str]) -> str:
    """The counts that speak for or against a source."""
    open_ones = sum(severity.values())
    parts = [
        f"{status['flagged']:,} of {plural(status.total(), 'claim')} flagged" if status["flagged"] else "",
        f"{status['quarantined']:,} set aside" if status["quarantined"] else "",
        f"named in {plural(open_ones, 'open discrepancy', 'open discrepancies')}" if open_ones else "",
        plural(severity["error"], "error") if severity["error"] else "",
    ]
    return ", ".join(part for part in parts if part) or "nothing speaks against it"


def _counts(
    tables: Tables,
) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]], dict[str, Counter[str]]]:
    """By source: claims by kind, claims by status, open discrepancies by severity."""
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    statuses: defaultdict[str, Counter[str]] = defaultdict(Counter)
    severities: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in tables.claims.values():
        kinds[str(claim["source_id"])][str(claim.get("kind"))] += 1
        statuses[str(claim["source_id"])][str(claim.get("status"))] += 1
    for row in tables.discrepancies:
        if row.get("status") == "open":
            for source_id in ids(row, "source_ids"):
                severities[source_id][str(row.get("severity"))] += 1
    return kinds, statuses, severities


def sources(tables: Tables) -> Sources:
    """The sources that fit, those with most claims first, and the rejected files."""
    kinds, statuses, severities = _counts(tables)
    used = [kind for kind in KINDS if any(count[kind] for count in kinds.values())]
    none: Counter[str] = Counter()
    read = [(source_id, row) for source_id, row in tables.sources.items() if row.get("status") != "rejected"]
    read.sort(key=lambda item: (-kinds.get(item[0], none).total(), item[0]))
    rejected = [
        Rejected(
            clip(source_id, 80),
            clip(str(row.get("path") or ""), 160),
            clip(str(row.get("reason") or ""), _REASON),
        )
        for source_id, row in sorted(tables.sources.items())
        if row.get("status") == "rejected"
    ]
    return Sources(
        kinds=tuple(label("kinds", kind) for kind in used),
        totals=tuple(sum(count[kind] for count in kinds.values()) for kind in used),
        read=tuple(
            Source(
                name=tables.source_name(source_id),
                title=clip(str(row.get("title") or row.get("path") or ""), _TITLE),
                href=safe_href(row.get("url")),
                dates=_dates(row),
                format=str(row.get("format") or ""),
                claims=kinds.get(source_id, none).total(),
                counts=tuple(kinds.get(source_id, none)[kind] for kind in used),
                reliability=row.get("reliability"),
                why=_why(statuses.get(source_id, none), severities.get(source_id, none)),
                copy_of=tables.source_name(str(row["copy_of"])) if row.get("copy_of") else "",
            )
            for source_id, row in read[:MAX_SOURCES]
        ),
        hidden=len(read) - len(read[:MAX_SOURCES]),
        rejected=tuple(rejected[:MAX_SOURCES]),
        hidden_rejected=len(rejected) - len(rejected[:MAX_SOURCES]),
    )
