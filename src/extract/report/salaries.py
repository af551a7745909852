"""What every source says about pay, beside what is believed: by currency, role, level and region, a year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.report.describe import (
    candidates,
    definition,
    doubts,
    ends,
    experience,
    is_hedged,
    is_stand_in,
    period,
    value,
)
from extract.report.model import Row, Tables, flags, ids
from extract.report.wording import LEVELS, Ends, amount, label, plural, region_name, role_name, with_unit
from extract.schemas import PERIODS_PER_YEAR

_PER_YEAR: Mapping[str, float] = {str(period): times for period, times in PERIODS_PER_YEAR.items()}

MAX_BARS = 400
MAX_BARS_OF_BLOCK = 8
MAX_PLACES = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of one source, or the reconciled one, in yearly pay.

    ``style`` is ``fact``, ``solid``, ``hedged``, ``standin`` or ``quarantined``; ``shape`` is ``range``,
    ``mean``, ``median``, ``bound`` (one end alone), ``figure`` or ``none``. ``typical`` is only a fact's.
    ``ghosts`` are the candidate readings of a figure that cannot be used. ``finding`` is the discrepancy to
    look at.
    """

    who: str
    words: str
    style: str
    shape: str
    ends: Ends
    notes: tuple[str, ...] = ()
    typical: float | None = None
    ghosts: tuple[Ends, ...] = ()
    finding: str | None = None


NOTHING = Bar("Nothing usable known", "", "fact", "none", Ends(None, None))
"""Stands where a block has no fact."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """The figures of a block that have no bar of their own: how many, their span, where some stand."""

    count: int
    words: str
    places: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A level in a region: what is believed, where anything usable is known, and what each source says."""

    level: str | None
    region: str | None
    title: str
    facts: tuple[Bar, ...]
    bars: tuple[Bar, ...]
    crowd: Crowd | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """One role in one currency."""

    unit: str | None
    role: str | None
    title: str
    blocks: tuple[Block, ...]
    sources: int

    @property
    def size(self) -> int:
        """How many bars it has."""
        return sum(len(block.facts) + len(block.bars) for block in self.blocks)


Place = tuple[str, str, str, str]
"""Currency, role, level, region; "" for none."""


def _place(currency: object, row: Row) -> Place:
    return (
        str(currency or ""),
        str(row.get("role") or ""),
        str(row.get("level") or ""),
        str(row.get("region") or ""),
    )


def _usable(claim: Row) -> bool:
    """Whether it is pay to draw: not a bonus, not a share, not denied, not said twice by its source."""
    return (
        claim.get("unit") != "percent"
        and claim.get("basis") != "bonus"
        and claim.get("polarity") != "negated"
        and "duplicate_in_source" not in flags(claim)
    )


def yearly(claim: Row) -> Ends:
    """The claim's amount, brought to a year by the usual working time."""
    factor = _PER_YEAR.get(str(claim.get("period")), 1.0)
    stated = ends(claim)
    return replace(
        stated,
        low=None if stated.low is None else stated.low * factor,
        high=None if stated.high is None else stated.high * factor,
    )


def _shape(claim: Row) -> str:
    stated = ends(claim)
    if stated.low is None and stated.high is None:
        return "none"
    if claim.get("statistic") in {"mean", "median"}:
        return str(claim["statistic"])
    if stated.low is None or stated.high is None:
        return "bound"
    return "figure" if stated.low == stated.high else "range"


def _style(claim: Row) -> str:
    if claim.get("status") == "quarantined":
        return "quarantined"
    if is_stand_in(claim):
        return "standin"
    return "hedged" if is_hedged(claim) else "solid"


_STYLE_ORDER = ("solid", "hedged", "standin", "quarantined")


def _claim_bar(claim: Row, tables: Tables, findings: Mapping[str, str]) -> Bar:
    unit, style, per_year = claim.get("unit"), _style(claim), yearly(claim)
    words = amount(per_year, unit)
    notes = [*doubts(claim), *definition(claim)]
    if period(claim) and words:
        notes.append(f"stated as {amount(ends(claim), unit)} {period(claim)}")
    quarantined = style == "quarantined"
    ghosts = candidates(claim) if quarantined else []
    if ghosts:
        notes.append(f"could be {' or '.join(ghost.words for ghost in ghosts[:3])}")
    return Bar(
        who=tables.source_name(str(claim["source_id"])),
        words=f"“{value({**claim, 'kind': None, 'value': claim.get('quote')})}”" if quarantined else words,
        style=style,
        shape="none" if quarantined else _shape(claim),
        ends=Ends(None, None) if quarantined else per_year,
        notes=tuple(notes),
        ghosts=tuple(ghost.ends for ghost in ghosts),
        finding=findings.get(str(claim["claim_id"])),
    )


def _fact_bar(fact: Row) -> Bar | None:
    low, high, typical = fact.get("low"), fact.get("high"), fact.get("typical")
    if fact.get("basis") == "bonus" or (low is None and high is None and typical is None):
        return None
    currency = fact.get("currency")
    span = Ends(low, high, low is None and high is not None, bool(fact.get("high_open")))
    words = amount(span, currency)
    beyond = "over " if fact.get("typical_open") else ""
    inside = f"typically {beyond}{with_unit(typical, currency)}" if typical is not None else ""
    notes = [
        inside if words else "",
        experience(fact),
        str(fact.get("basis") or ""),
        f"confidence {fact.get('confidence') or 0:.0%}",
    ]
    notes.append(plural(int(fact.get("n_sources") or 0), "source"))
    return Bar(
        who="Believed",
        words=words or inside,
        style="fact",
        shape="range" if words else "figure",
        ends=span,
        notes=tuple(note for note in notes if note),
        typical=typical,
    )


def _common_currency(claims: Iterable[Row]) -> dict[str, str]:
    """For claims without a currency: the one that their source, or else everyone (""), mostly uses."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.get("unit"):
            for voter in (str(claim["source_id"]), ""):
                votes[voter][str(claim["unit"])] += 1
    return {voter: min(count, key=lambda unit: (-count[unit], unit)) for voter, count in votes.items()}


@dataclass(frozen=True, slots=True)
class _Gathered:
    facts: Mapping[Place, list[Row]]
    claims: Mapping[Place, list[Row]]


def _nearest(place: Place, facts: Iterable[Place]) -> Place:
    """For a figure without region: the one region that something is believed for, where there is just one."""
    if place[3]:
        return place
    believed = [fact for fact in facts if fact[:3] == place[:3]]
    return believed[0] if len(believed) == 1 else place


def _gather(tables: Tables) -> _Gathered:
    """Claims by the fact that rests on them, else by their own place; facts by theirs."""
    facts: defaultdict[Place, list[Row]] = defaultdict(list)
    home = {}
    for fact in tables.facts.get("salaries", ()):
        place = _place(fact.get("currency"), fact)
        facts[place].append(fact)
        home.update(dict.fromkeys(ids(fact, "claim_ids"), place))
    claims = [claim for claim in tables.claims_of("salary") if _usable(claim)]
    currency = _common_currency(claims)
    by_place: defaultdict[Place, list[Row]] = defaultdict(list)
    for claim in claims:
        unit = claim.get("unit") or currency.get(str(claim["source_id"])) or currency.get("")
        by_place[home.get(str(claim["claim_id"])) or _nearest(_place(unit, claim), facts)].append(claim)
    return _Gathered(facts, by_place)


def _level_order(level: str) -> int:
    """The ladder from below; the role as a whole comes first, unknown levels last."""
    return LEVELS.index(level) + 1 if level in LEVELS else (len(LEVELS) + 1 if level else 0)


def _block(place: Place, gathered: _Gathered, tables: Tables, findings: Mapping[str, str], whole: bool) -> Block:
    _, _, level, region = place
    claims = gathered.claims.get(place, [])
    bars = sorted(
        (_claim_bar(claim, tables, findings) for claim in claims),
        key=lambda bar: (_STYLE_ORDER.index(bar.style), bar.finding is None, bar.who, bar.words),
    )
    title = label("levels", level) or "All levels"
    return Block(
        level=level or None,
        region=region or None,
        title=title if whole or not region else f"{title}, {region_name(region)}",
        facts=tuple(bar for fact in gathered.facts.get(place, ()) if (bar := _fact_bar(fact))),
        bars=tuple(bars),
    )


def panels(tables: Tables, findings: Mapping[str, str]) -> list[Panel]:
    """Every panel, by currency and role, most figures first; nothing is cut yet.

    ``findings`` maps a claim_id to the discrepancy that a reader should see about it.
    """
    gathered = _gather(tables)
    grouped: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in {*gathered.facts, *gathered.claims}:
        grouped[place[:2]].append(place)
    made = []
    for (unit, role), places in grouped.items():
        regions = {place[3] for place in places}
        whole = len(regions) == 1
        places.sort(key=lambda place: (_level_order(place[2]), place[2], place[3]))
        where = f", {region_name(next(iter(regions)))}" if whole and regions != {""} else ""
        made.append(
            Panel(
                unit=unit or None,
                role=role or None,
                title=f"{role_name(role) or 'Role not said'}{where}",
                blocks=tuple(_block(place, gathered, tables, findings, whole) for place in places),
                sources=len({claim["source_id"] for place in places for claim in gathered.claims.get(place, ())}),
            )
        )
    return sorted(made, key=lambda panel: (-panel.size, panel.unit or "", panel.title))


def cut(found: list[Panel]) -> tuple[list[Panel], int]:
    """The panels that fit, and how many figures are in none: those of the smallest panels."""
    kept: list[Panel] = []
    left, room = 0, MAX_BARS
    for panel in found:
        short = replace(panel, blocks=tuple(_cut_block(block, panel.unit) for block in panel.blocks))
        if short.size > room:
            left += sum(len(block.bars) for block in panel.blocks)
            continue
        room -= short.size
        kept.append(short)
    return kept, left


def _cut_block(block: Block, unit: str | None) -> Block:
    """A block with its first bars, the others as a crowd; quarantined ones stay: a reviewer must see them."""
    good = [bar for bar in block.bars if bar.style != "quarantined"]
    bad = [bar for bar in block.bars if bar.style == "quarantined"]
    shown = (*good[:MAX_BARS_OF_BLOCK], *bad[:MAX_BARS_OF_BLOCK])
    rest = [*good[MAX_BARS_OF_BLOCK:], *bad[MAX_BARS_OF_BLOCK:]]
    facts = block.facts[:MAX_BARS_OF_BLOCK]
    return replace(block, facts=facts, bars=shown, crowd=_crowd(rest, unit) if rest else None)


def _crowd(bars: Sequence[Bar], unit: str | None) -> Crowd:
    spans = [[end for end in (bar.ends.low, bar.ends.high) if end is not None] for bar in bars]
    known = [span for span in spans if span]
    middles = sorted(sum(span) / len(span) for span in known)
    step = -(-len(middles) // MAX_PLACES) or 1
    whole = Ends(min(map(min, known)), max(map(max, known))) if known else Ends(None, None)
    return Crowd(len(bars), amount(whole, unit), tuple(middles[::step]))
