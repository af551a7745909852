"""The top of the report: what was read, what came of it, what changed, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.report.changes import Changes, changes
from extract.report.model import Report, Row, Tables, ids, rows, worst_first
from extract.report.wording import SEVERITIES, clip, label, listed, plural, role_name, subject

MAX_CHANGES = 8
MAX_GAPS = 40
_MAX_NAMED_GAPS = 2
_SUMMARY = 240
_ALWAYS = frozenset({"New", "Newly resolved", "Gone"})
_STATUSES = ("accepted", "flagged", "quarantined")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: its name, its count, and where it stands in a bar of width 100%."""

    name: str
    count: int
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A discrepancy named in a list; ``href`` is its place on the page, None where it is not shown."""

    severity: str
    severity_words: str
    words: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Discrepancies by what became of them: how many there are, and the first of those that changed."""

    title: str
    count: int
    mentions: tuple[Mention, ...]

    @property
    def hidden(self) -> int:
        """How many of a group that is named are not."""
        return self.count - len(self.mentions) if self.mentions else 0


@dataclass(frozen=True, slots=True)
class Gap:
    """Somebody for whom nothing usable is known."""

    who: str
    what: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts and lists. ``since`` is None where there was no run before."""

    lede: str
    run: str
    open: int
    severities: tuple[tuple[str, str, int], ...]
    statuses: tuple[Share, ...]
    claims: int
    since: tuple[Group, ...] | None
    unchanged: bool
    gaps: tuple[Gap, ...]
    hidden_gaps: int


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}".rstrip("0").rstrip(".") + "%" if whole else "0%"


def _shares(count: Mapping[str, int], whole: int) -> tuple[Share, ...]:
    made, before = [], 0
    for name in _STATUSES:
        made.append(Share(name, count.get(name, 0), _percent(before, whole), _percent(count.get(name, 0), whole)))
        before += count.get(name, 0)
    return tuple(made)


def _mention(row: Row, anchors: Mapping[str, str]) -> Mention:
    anchor = anchors.get(str(row["discrepancy_id"]))
    severity = str(row.get("severity") or "")
    return Mention(
        severity=severity if severity in SEVERITIES else "info",
        severity_words=label("severities", severity),
        words=clip(str(row.get("summary") or ""), _SUMMARY),
        href=f"#{anchor}" if anchor else None,
    )


def _since(found: Changes, anchors: Mapping[str, str]) -> tuple[Group, ...]:
    named = (
        ("New", found.new),
        ("Newly resolved", found.resolved),
        ("Opened again", found.reopened),
        ("Gone", found.gone),
    )
    return (
        *(
            Group(title, len(some), tuple(_mention(row, anchors) for row in some[:MAX_CHANGES]))
            for title, some in named
            if some or title in _ALWAYS
        ),
        Group("Still open", len(found.still_open), ()),
    )


def _gaps(tables: Tables, anchors: Mapping[str, str]) -> list[Gap]:
    found = []
    for row in tables.discrepancies:
        if row.get("type") == "coverage_gap" and row.get("status") != "resolved":
            anchor = anchors.get(str(row["discrepancy_id"]))
            what = label("kinds", row.get("kind")).lower() or clip(str(row.get("aspect") or ""), 60)
            who = subject(row.get("role"), row.get("level"))
            found.append(Gap(who or clip(str(row.get("summary") or ""), 120), what, f"#{anchor}" if anchor else None))
    return found


def _missing(gaps: Sequence[Gap]) -> str:
    """Named where they are few."""
    if len(gaps) > _MAX_NAMED_GAPS:
        return f"Nothing usable is known for {plural(len(gaps), 'data item')}."
    named = [f"{gap.who} ({gap.what})" if gap.what else gap.who for gap in gaps]
    return f"Nothing usable is known for {listed(named)}."


def lede(tables: Tables, gaps: Sequence[Gap]) -> str:
    """Two or three sentences that say what this is about."""
    read = [row for row in tables.sources.values() if row.get("status") != "rejected"]
    rejected = len(tables.sources) - len(read)
    roles = sorted({role for row in read for role in ids(row, "roles")})
    about = listed([role_name(role) for role in roles]) if 0 < len(roles) <= 3 else plural(len(roles), "role")
    sentences = [
        f"{plural(len(read), 'article')} about {about}: {plural(len(tables.claims), 'claim')}."
        if roles
        else f"{plural(len(read), 'article')}: {plural(len(tables.claims), 'claim')}."
    ]
    count = Counter(str(row.get("severity")) for row in tables.discrepancies if row.get("status") == "open")
    words = {"error": "error", "warning": "warning", "info": "note"}
    parts = [plural(count[code], words[code]) for code in SEVERITIES if count[code]]
    opened = sum(count.values())
    if opened:
        waits = "waits" if opened == 1 else "wait"
        sentences.append(f"{plural(opened, 'discrepancy', 'discrepancies')} {waits} for a reviewer: {listed(parts)}.")
    else:
        sentences.append("No discrepancy is open.")
    if gaps:
        sentences.append(_missing(gaps))
    if rejected:
        sentences.append(f"{plural(rejected, 'file')} could not be read.")
    return " ".join(sentences)


def _run(manifest: Mapping[str, Any]) -> str:
    started = clip(str(manifest.get("started") or ""), 40)[:16].replace("T", " ")
    parts = [
        f"Run {clip(str(manifest['run_id']), 60)}" if manifest.get("run_id") else "",
        f"{started} UTC" if started else "",
        f"rolefacts {clip(str(manifest['version']), 30)}" if manifest.get("version") else "",
    ]
    return " · ".join(part for part in parts if part)


def overview(report: Report, tables: Tables, anchors: Mapping[str, str]) -> Overview:
    """Everything at the top of the report."""
    still = [row for row in tables.discrepancies if row.get("status") == "open"]
    severity = Counter(str(row.get("severity")) for row in still)
    status = Counter(str(claim.get("status")) for claim in tables.claims.values())
    gaps = _gaps(tables, anchors)
    compared = None
    if report.previous is not None:
        compared = changes(tables.discrepancies, sorted(rows(report.previous), key=worst_first))
    return Overview(
        lede=lede(tables, gaps),
        run=_run(report.manifest),
        open=len(still),
        severities=tuple((code, label("severities", code), severity[code]) for code in SEVERITIES),
        statuses=_shares(status, len(tables.claims)),
        claims=len(tables.claims),
        since=None if compared is None else _since(compared, anchors),
        unchanged=compared is not None and compared.none,
        gaps=tuple(gaps[:MAX_GAPS]),
        hidden_gaps=len(gaps) - len(gaps[:MAX_GAPS]),
    )
