"""The report as Markdown, for a terminal or a pull request.

Quotes stand in code spans, where no markup, mention or formula is recognised; all other words from articles
have every character escaped that could mean something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.report.facts import FactTable, fact_table
from extract.report.findings import Card, Evidence, Findings, Line, findings
from extract.report.model import Report, Tables, tables
from extract.report.overview import Overview, overview
from extract.report.salaries import NOTHING, Bar, Block, Panel, cut, panels
from extract.report.sources import Sources, sources
from extract.report.tools import Cell, Matrix, matrix
from extract.report.wording import plural, showable

MAX_FINDINGS = 40
MAX_LINES = 60
MAX_EVIDENCE = 3
MAX_TABLE = 30

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$@^])")
_LEADING = re.compile(r"^(\s*)(?:([-+.])|(\d{1,9})([.)]))")


def escaped(text: str) -> str:
    """The text on one line, so that Markdown shows it letter for letter."""
    flat = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    flat = _LEADING.sub(_lead, flat)
    return re.sub(r"(?i)(?<=www)\.|:(?=//)", r"\\\g<0>", flat)


def _lead(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"


def code(text: str) -> str:
    """The text in a code span whose fence is longer than any run of backticks in it; fit for a table cell."""
    flat = " ".join(text.split()).replace("|", "¦")
    fence = "`" * (max((len(run) for run in re.findall(r"`+", flat)), default=0) + 1)
    pad = " " if flat.startswith("`") or flat.endswith("`") or not flat else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def _table(headings: Sequence[tuple[str, bool]], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [
        f"| {' | '.join(escaped(heading) for heading, _ in headings)} |",
        f"|{'|'.join('---:' if numeric else '---' for _, numeric in headings)}|",
    ]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return [*lines, ""]


def _cut(hidden: int, what: str, file: str) -> list[str]:
    return [f"{hidden:,} more {what}: see `{file}`.", ""] if hidden > 0 else []


def _top(top: Overview) -> list[str]:
    lines = ["# Job roles: what the sources say, and where they disagree", "", escaped(top.lede), ""]
    if top.run:
        lines += [escaped(top.run), ""]
    counts = [f"{count:,} {name}" for name, count in ((share.name, share.count) for share in top.statuses)]
    lines += [f"Claims: {', '.join(counts)}.", "", "## Since the last run", ""]
    if top.since is None:
        lines += ["There was no run before this one.", ""]
    elif top.unchanged:
        lines += ["Nothing came, went or was resolved.", ""]
    for group in top.since or ():
        lines.append(f"- {group.title}: {group.count:,}")
        lines += [f"  - {escaped(item.severity_words)}: {escaped(item.words)}" for item in group.mentions]
        lines += [f"  - and {group.hidden:,} more"] if group.hidden else []
    return [*lines, "", *_gaps(top)]


def _gaps(top: Overview) -> list[str]:
    if not top.gaps:
        return []
    lines = [f"- {escaped(gap.who)}{': ' + escaped(gap.what) if gap.what else ''}" for gap in top.gaps]
    return [
        "## Nothing usable is known",
        "",
        *lines,
        "",
        *_cut(top.hidden_gaps, "gaps", "discrepancies.parquet"),
    ]


def _claim(claim: Evidence) -> str:
    who = f" on {escaped(claim.who)}" if claim.who else ""
    notes = f" ({escaped(', '.join(claim.notes))})" if claim.notes else ""
    away = ", set aside" if claim.quarantined else ""
    could = " or ".join(escaped(words) for words, _ in claim.candidates)
    may = f"; it may mean {could}" if could else ""
    said = f"{escaped(claim.title)}{who}: {escaped(claim.value)}{notes}{away}{may}"
    return f"  - {said}: {code(claim.passage.quote)}"


def _heading(line: Line) -> str:
    kind = f"{escaped(line.type_words)}, {escaped(line.status_words.lower())}"
    return f"- **{escaped(line.severity_words)}**, {kind}: {escaped(line.summary)} {code(line.id)}"


def _finding(card: Card) -> list[str]:
    lines = [_heading(card.line), *(_claim(claim) for claim in card.evidence[:MAX_EVIDENCE])]
    hidden = card.hidden + len(card.evidence[MAX_EVIDENCE:])
    lines += [f"  - and {plural(hidden, 'more claim')}"] if hidden > 0 else []
    done = ". ".join(part for part in (card.resolution, card.rationale) if part)
    return [*lines, f"  - What was done: {escaped(done)}"] if done else lines


def _findings(found: Findings) -> list[str]:
    if not found.total:
        return ["## Discrepancies", "", "None.", ""]
    cards = found.cards[:MAX_FINDINGS]
    rest = [card.line for card in found.cards[MAX_FINDINGS : MAX_FINDINGS + MAX_LINES]]
    lines = [f"## Discrepancies ({found.total:,})", ""]
    for card in cards:
        lines += _finding(card)
    lines += [_heading(line) for line in rest]
    return [*lines, "", *_cut(found.total - len(cards) - len(rest), "discrepancies", "discrepancies.parquet")]


def _bar(panel: Panel, block: Block, bar: Bar) -> list[str]:
    words = code(bar.words) if bar.style == "quarantined" else escaped(bar.words)
    return [
        escaped(panel.title),
        escaped(block.title),
        escaped(bar.who),
        words,
        escaped(", ".join(bar.notes)),
    ]


def _bars(block: Block) -> Iterable[Bar]:
    """What is believed, what each source says, and the rest in one line."""
    yield from block.facts or (NOTHING,)
    yield from block.bars
    if block.crowd:
        who = f"and {plural(block.crowd.count, 'more figure')}"
        yield replace(NOTHING, who=who, words=block.crowd.words, style="solid")


def _salaries(found: Tables) -> list[str]:
    shown, undrawn = cut(panels(found, {}))
    made = [(panel, block, bar) for panel in shown for block in panel.blocks for bar in _bars(block)]
    if not made:
        return []
    headings = [
        ("Role", False),
        ("Level", False),
        ("Who says so", False),
        ("Amount a year", True),
        ("Remarks", False),
    ]
    kept = made[: 2 * MAX_TABLE]
    return [
        "## Salaries",
        "",
        *_table(headings, (_bar(*row) for row in kept)),
        *_cut(len(made) - len(kept) + undrawn, "figures", "claims.parquet"),
    ]


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return ""
    parts = [
        f"{cell.names} ({', '.join(cell.notes)})" if cell.notes else cell.names,
        f"not needed: {', '.join(cell.denied)}" if cell.denied else "",
        "contested" if cell.finding else "",
    ]
    return escaped("; ".join(part for part in parts if part))


def _tools(found: Matrix) -> list[str]:
    if not found.rows:
        return []
    headings = [("Tool", False), *((role, False) for role in found.roles)]
    kept = found.rows[:MAX_TABLE]
    made = [[escaped(row.tool), *(_cell(cell) for cell in row.cells)] for row in kept]
    hidden = found.hidden_tools + len(found.rows) - len(kept)
    return ["## Tools", "", *_table(headings, made), *_cut(hidden, "tools", "tools.parquet")]


def _facts(table: FactTable) -> list[str]:
    kept = table.rows[:MAX_TABLE]
    made = [[escaped(cell.words) for cell in row] for row in kept]
    hidden = table.total - len(kept)
    return [
        f"## {escaped(table.title)}",
        "",
        *_table(table.headings, made),
        *_cut(hidden, "rows", f"{table.name}.parquet"),
    ]


def _sources(found: Sources) -> list[str]:
    headings = [
        ("Source", False),
        ("Reliability", True),
        ("Claims", True),
        ("Why", False),
        ("Repeats", False),
    ]
    made = [
        [
            escaped(source.name),
            "" if source.reliability is None else f"{source.reliability:.2f}",
            f"{source.claims:,}",
            escaped(source.why),
            escaped(source.copy_of),
        ]
        for source in found.read[:MAX_TABLE]
    ]
    hidden = found.hidden + len(found.read) - len(made)
    lines = ["## Sources", "", *_table(headings, made), *_cut(hidden, "sources", "sources.parquet")]
    if found.rejected:
        lines += ["Could not be read:", ""]
        lines += [
            f"- {escaped(file.name)} ({code(file.path)}): {escaped(file.reason)}" for file in found.rejected[:MAX_TABLE]
        ]
        lines.append("")
    return lines


def render_markdown(report: Report) -> str:
    """The report as CommonMark with pipe tables; the same bytes for the same report."""
    found_tables = tables(report)
    found = findings(found_tables)
    lines = [
        *_top(overview(report, found_tables, found.anchors)),
        *_findings(found),
        *_salaries(found_tables),
        *_tools(matrix(found_tables)),
        *(_facts(fact_table("outlook", found_tables, {})) if found_tables.facts.get("outlook") else []),
        *_sources(sources(found_tables)),
    ]
    return showable("\n".join(lines).rstrip() + "\n")
