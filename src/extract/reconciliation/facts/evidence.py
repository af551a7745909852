"""A fact and what it rests on."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.reconciliation.estimate import confidence
from extract.reconciliation.identity import fact_id
from extract.reconciliation.trust import FACTORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extract.reconciliation.exclusive import Contest
    from extract.reconciliation.fused import Fused
    from extract.reconciliation.grouping import Claims
    from extract.reconciliation.policies import Policies


@dataclass(frozen=True, slots=True)
class Basis:
    """What builders of facts are given.

    ``claims`` are prepared, comparable and weighed, without near-copies' echoes. ``contests`` are the tools
    that one role is said to have alone and another has too. ``discrepancies`` maps a claim's id to those
    that it is involved in. ``fused`` is what was found of the data items of many witnesses.
    """

    claims: Claims
    contests: Sequence[Contest]
    discrepancies: Mapping[str, Sequence[str]]
    fused: Fused
    policies: Policies


@dataclass(frozen=True, slots=True)
class Part:
    """A claim's part in a fact. ``weight`` is what it has in this fact; ``use`` says what for."""

    claim: Any
    use: str
    weight: float
    counts: bool = True


def supporting(rows: Iterable[Any], use: str) -> list[Part]:
    """The claims that a fact rests on, each with its own weight."""
    return [Part(row, use, row.weight) for row in rows]


def set_aside(rows: Iterable[Any], why: str) -> list[Part]:
    """Claims about the data item that the fact does not rest on."""
    return [Part(row, f"set aside: {why}", 0.0, counts=False) for row in rows]


def opposing(rows: Iterable[Any], why: str, share: float) -> list[Part]:
    """Claims that speak against the fact, at a share of their weight."""
    return [Part(row, f"against: {why}", round(row.weight * share, 4), counts=False) for row in rows]


def votes(parts: Iterable[Part]) -> list[float]:
    """What each witness weighs: as much as its weightiest statement, however often it repeats it."""
    heaviest: defaultdict[str, float] = defaultdict(float)
    for part in parts:
        heaviest[part.claim.witness] = max(heaviest[part.claim.witness], part.weight)
    return [heaviest[witness] for witness in sorted(heaviest)]


def belief(parts: Sequence[Part], policies: Policies) -> float:
    """Probability that what the supporting claims say is right, given those against."""
    mine = [part for part in parts if part.counts]
    theirs = [part for part in parts if part.use.startswith("against")]
    return confidence(votes(mine), votes(theirs), policies)


def fact(
    table: str,
    item: Sequence[str],
    columns: Mapping[str, Any],
    parts: Sequence[Part],
    *,
    sure: float,
    method: str,
    basis: Basis,
) -> dict[str, Any]:
    """A row of a table of facts.

    Args:
        table: its name.
        item: what makes the data item; the fact's id is made of it.
        columns: the table's own columns.
        parts: every claim about the data item, used or not.
        sure: the confidence.
        method: code for how the value was reached.
        basis: for the discrepancies that touch the claims.
    """
    ordered = sorted(parts, key=lambda part: (not part.counts, -part.weight, part.claim.claim_id))
    used = [part.claim for part in ordered if part.counts]
    touching = {name for part in ordered for name in basis.discrepancies.get(part.claim.claim_id, ())}
    return {
        "fact_id": fact_id(table, item),
        **{name: (value if value != "" else None) for name, value in columns.items()},
        "n_claims": len(used),
        "n_sources": len({claim.witness for claim in used}),
        "source_ids": sorted({claim.source_id for claim in used}),
        "claim_ids": sorted(claim.claim_id for claim in used),
        "confidence": sure,
        "method": method,
        "discrepancy_ids": sorted(touching),
        "reviewed": False,
        "evidence": json.dumps([_witness(part) for part in ordered], ensure_ascii=False),
    }


def how(parts: Sequence[Part], several: str) -> str:
    """The method's code: ``stand_in``, else ``single_source`` where one witness speaks, else as given."""
    used = [part.claim for part in parts if part.counts]
    if used and all(claim.stand_in for claim in used):
        return "stand_in"
    return "single_source" if len({claim.witness for claim in used}) == 1 else several


def direct_first(rows: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """The claims to use and those to set aside: stand-ins only where nothing else is said."""
    direct = [row for row in rows if not row.stand_in]
    return (direct, [row for row in rows if row.stand_in]) if direct else (list(rows), [])


def _witness(part: Part) -> dict[str, Any]:
    claim = part.claim
    factors = {name: getattr(claim, f"trust_{name}") for name in FACTORS}
    learned = {"offset": round(claim.offset, 3), "scatter": round(claim.scatter, 3)} if claim.fused else {}
    return {
        "claim_id": claim.claim_id,
        "source_id": claim.source_id,
        "use": part.use,
        "weight": part.weight,
        "factors": {name: value for name, value in factors.items() if value != 1.0},
        **learned,
    }
