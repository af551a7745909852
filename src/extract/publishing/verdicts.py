"""Why a fact is believed, or a discrepancy raised: the claims, what each weighs and why, what would change it.

The weights and their factors are those that reconciliation wrote down (``evidence``). What a source changes is found by
leaving it out: its claims are taken away and the rest is reconciled again.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, Final

from extract.publishing.manifest import NAME, read_manifest
from extract.publishing.parquet import read_table
from extract.publishing.snapshot import read_text
from extract.reconciliation import facts_of, near_copies, policies_over
from extract.schemas import DISCREPANCY_TYPES, FACT_KINDS, FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import pandas as pd

    from extract.reconciliation import Policies

    Row = Mapping[Any, Any]

FACTORS: Final = {
    "source": "how far the source is believed",
    "container": "in what layout it is said",
    "modality": "how firmly it is said",
    "stand_in": "it is another occupation's figure",
    "approximate": "it is said to be about so much",
    "doubt": "it is flagged",
    "age": "how long ago it held",
    "fit": "how well it fits what is asked",
    "extraction": "how sure it is that this is said",
}
_LEFT_OUT: Final = 8
"""Sources that are left out in turn: the weightiest."""
_LISTS: Final = ("tools", "education")
"""Tables of what a source may list in full."""
_SHOWN: Final = 40
_WORDS: Final = 90
_BELIEVED: Final = 0.5
_ABOUT_THE_FACT: Final = frozenset(
    {"fact_id", "n_claims", "n_sources", "source_ids", "claim_ids", "confidence", "method", "discrepancy_ids"}
    | {"reviewed", "evidence"}
)
_FIGURES: Final = ("low", "typical", "high", "growth_low", "growth_high")


def find(snapshot: Path, identity: str) -> tuple[str, Row] | None:
    """The table of facts, or ``discrepancies``, and its row whose id begins so; None if there is not just one."""
    found: list[tuple[str, Row]] = []
    for name in (*FACTS, "discrepancies"):
        table = read_table(snapshot / f"{name}.parquet")
        column = "discrepancy_id" if name == "discrepancies" else "fact_id"
        rows = table[table[column].str.startswith(identity)]
        found += [(name, row) for row in rows.to_dict("records")]
    return found[0] if len(found) == 1 else None


def explain_discrepancy(snapshot: Path, row: Row) -> Iterator[str]:
    """Lines about a discrepancy: what it is, what each claim says, what was done and what a reviewer can do."""
    yield f"{row['discrepancy_id']}  {row['type']}, {row['severity']}, {row['status']}"
    yield f"  {row['summary']}"
    yield f"  {DISCREPANCY_TYPES.get(row['type'], '')}".rstrip()
    yield "claims"
    claims = read_table(snapshot / "claims.parquet").set_index("claim_id")
    for name in row["claim_ids"]:
        if name in claims.index:
            yield f"  {_said(name, claims.loc[name])}"
    yield f"resolution  {row['resolution']}: {row['rationale']}"
    if row["status"] == "open":
        yield f"to rule on it  rolefacts rule {row['discrepancy_id']} ACTION --reason WORDS"


def explain_fact(snapshot: Path, table: str, row: Row) -> Iterator[str]:
    """Lines about a fact: what it says, what it rests on, what each source changes, what would change the verdict."""
    claims, sources = (read_table(snapshot / f"{name}.parquet") for name in ("claims", "sources"))
    policies = policies_over(read_manifest(snapshot).get("policies", {}), str(snapshot / NAME))
    reviewed = ", reviewed" if row["reviewed"] else ""
    yield f"{row['fact_id']}  {table}, {row['method']}, confidence {row['confidence']:.2f}{reviewed}"
    for name, value in row.items():
        if name not in _ABOUT_THE_FACT and not _empty(value):
            yield f"  {name}  {_plain(value)}"
    evidence = json.loads(row["evidence"])
    said = claims.set_index("claim_id")
    for title, parts in _sorted(evidence).items():
        yield title
        for part in parts[:_SHOWN]:
            words = _said(part["claim_id"], said.loc[part["claim_id"]]) if part["claim_id"] in said.index else "?"
            yield f"  {part['weight']:.2f}  {part['use']}: {words}"
            reasons = [f"{FACTORS.get(name, name)} {value:.2f}" for name, value in part["factors"].items()]
            yield f"        = {' × '.join(reasons) or '1'}"
            yield from _learned(part, sources)
        if len(parts) > _SHOWN:
            yield f"  and {len(parts) - _SHOWN} more, none of them weightier"
    yield from _silent(table, row, said, policies)
    yield "without each source"
    yield from _left_out(snapshot, table, row, evidence, (claims, sources), policies)
    yield "what would change it"
    yield from _outweighed(row, evidence, policies)
    for name in row["discrepancy_ids"]:
        yield f"see also  {name}"


def _sorted(evidence: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The parts under what they are to the fact, empty ones left out."""
    groups: dict[str, list[dict[str, Any]]] = {"rests on": [], "against": [], "set aside": []}
    for part in evidence:
        title = next((name for name in ("against", "set aside") if part["use"].startswith(name)), "rests on")
        groups[title].append(part)
    return {title: parts for title, parts in groups.items() if parts}


def _learned(part: dict[str, Any], sources: pd.DataFrame) -> Iterator[str]:
    """What else is known of a claim's source: how its figures run and scatter, and who repeats it."""
    if "offset" in part:
        off = part["offset"] - 1
        runs = f"its figures run {abs(off):.0%} {'high' if off > 0 else 'low'} throughout, which is taken off"
        usual = runs if round(abs(off), 2) else "its figures run neither high nor low"
        yield f"        {usual}; beside that they scatter by {part['scatter']:.0%}"
    copies = sorted(sources["source_id"][sources["copy_of"] == part["source_id"]])
    if copies:
        yield f"        repeated by {', '.join(copies)}, which does not count again"


def _silent(table: str, row: Row, claims: pd.DataFrame, policies: Policies) -> Iterator[str]:
    """Of a set that was fused, who lists it in full and leaves this out."""
    if row["method"] != "fused" or table not in _LISTS:
        return
    kinds = [str(kind) for kind, name in FACT_KINDS.items() if name == table]
    said = claims[claims["kind"].isin(kinds) & (claims["role"] == row["role"])]
    said = said[said["aspect"] == row["aspect"]] if "aspect" in row else said
    in_full = policies.fusion.exhaustive
    full = said[said["container"].isin(in_full) | (said["exclusivity"] == "exclusive")]
    names = sorted(set(full["source_id"]) - set(row["source_ids"]))
    if names:
        shown = ", ".join([*names[:_LEFT_OUT], *(["..."] if len(names) > _LEFT_OUT else [])])
        yield "leave it out of a full list"
        yield f"  {len(names)}: {shown}"


def _left_out(
    snapshot: Path,
    table: str,
    row: Row,
    evidence: list[dict[str, Any]],
    frames: tuple[pd.DataFrame, pd.DataFrame],
    policies: Policies,
) -> Iterator[str]:
    """What the fact would be without the claims of each of its weightiest sources, the greatest change first."""
    claims, sources = frames
    kinds = [str(kind) for kind, name in FACT_KINDS.items() if name == table]
    about = claims[claims["kind"].isin(kinds)]
    weights: dict[str, float] = {}
    for part in evidence:
        weights[part["source_id"]] = max(part["weight"], weights.get(part["source_id"], 0.0))
    copied = sources["copy_of"].notna().any()
    names = claims["source_id"].unique() if copied else ()
    similarity = near_copies({name: read_text(snapshot, name) for name in names}, policies.copies)
    changes = []
    for source in sorted(weights, key=lambda name: (-weights[name], name))[:_LEFT_OUT]:
        rest = about[about["source_id"] != source]
        facts = facts_of(table, rest, sources, policies=policies, similarity=similarity)
        changes.append((_change(row, _same(facts, row)), source))
    for (size, words), source in sorted(changes, key=lambda change: (-change[0][0], change[1])):
        yield f"  {source}: {words}" if size else f"  {source}: nothing changes"


def _same(facts: pd.DataFrame, row: Row) -> Row | None:
    """The fact of the same id, else one of its claims: the source left out may have named the place."""
    claims = set(row["claim_ids"])
    near = [fact for fact in facts.to_dict("records") if claims & set(fact["claim_ids"])]
    return next((fact for fact in near if fact["fact_id"] == row["fact_id"]), near[0] if near else None)


def _change(row: Row, left: Row | None) -> tuple[float, str]:
    """How much a fact changes, for sorting, and in words."""
    if left is None:
        return math.inf, "nobody would say"
    words, size = [], 0.0
    for name in _FIGURES:
        if name in row and _plain(row[name]) != _plain(left[name]):
            words.append(f"{name} {_plain(row[name])} -> {_plain(left[name])}")
            one, other = (0.0 if _empty(value) else float(value) for value in (row[name], left[name]))
            size = max(size, abs(one - other) / max(abs(one), abs(other), 1.0))
    before, after = float(row["confidence"]), float(left["confidence"])
    if round(before, 2) != round(after, 2):
        words.append(f"confidence {before:.2f} -> {after:.2f}")
        size = max(size, abs(before - after))
    return size, ", ".join(words)


def _outweighed(row: Row, evidence: list[dict[str, Any]], policies: Policies) -> Iterator[str]:
    """How many sources of ordinary weight that say otherwise would outweigh what the fact rests on."""
    if row["method"] == "fused" and row["confidence"] < _BELIEVED:
        yield "  further sources that say the same: it is not believed yet"
        yield "  a reviewer's ruling"
        return
    trust = policies.trust
    mine: dict[str, float] = {}
    theirs: dict[str, float] = {}
    for part in evidence:
        side = theirs if part["use"].startswith("against") else mine
        side[part["source_id"]] = max(part["weight"], side.get(part["source_id"], 0.0))
    lead = sum(mine.values()) - sum(theirs.values())
    if lead <= 0:
        yield "  what speaks against it weighs as much already"
        return
    count = math.floor(lead / trust.prior) + 1
    yield f"  {count} or more further sources of ordinary weight ({trust.prior}) that say otherwise"
    yield "  a reviewer's ruling"


def _said(name: str, claim: Any) -> str:
    quote = " ".join(str(claim["quote"]).split())
    return f"{claim['source_id']} »{quote if len(quote) <= _WORDS else quote[:_WORDS] + ' ...'}« ({name})"


def _empty(value: Any) -> bool:
    return value is None or value is False or value == "" or (isinstance(value, float) and math.isnan(value))


def _plain(value: Any) -> str:
    if _empty(value):
        return "none"
    return f"{value:,.15g}" if isinstance(value, float) else str(value)
