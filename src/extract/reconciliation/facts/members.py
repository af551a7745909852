"""Sets: which tools, degrees and fields of study belong to a role."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from extract.model import Kind, Modality, Polarity
from extract.reconciliation.facts.evidence import (
    Basis,
    Part,
    belief,
    direct_first,
    fact,
    how,
    opposing,
    set_aside,
    supporting,
    votes,
)
from extract.reconciliation.grouping import groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.reconciliation.exclusive import Contest
    from extract.reconciliation.fused import Element


def tools(basis: Basis) -> Iterator[dict[str, Any]]:
    """A row for each role and tool.

    Whoever says that the role does not use it, or that another role alone does, counts against.
    """
    contested = _contested(basis)
    denied = _denied(basis)
    named = basis.claims.of(Kind.TOOL)
    for rows in groups(named[named["role"] != ""], ("role", "key")):
        role, key = rows[0].role, rows[0].key
        used, unused = direct_first(rows)
        disputes = contested.get((role, key), [])
        alone = [row for contest in disputes if contest.other == role for row in contest.exclusive]
        share = basis.policies.trust.exclusive_against
        parts = [
            *supporting(used, "for"),
            *opposing(denied.get((role, key), []), "not used", 1.0),
            *opposing(alone, "another role's alone", share),
            *set_aside(unused, "another occupation"),
        ]
        columns = {
            "role": role,
            "tool": common(used, "value"),
            "category": common(used, "aspect"),
            "exclusivity": _said(used, disputes),
            "hedged": all(row.modality == Modality.HEDGED for row in used),
        }
        yield _member("tools", (Kind.TOOL, role, "", key), columns, parts, basis)


def education(basis: Basis) -> Iterator[dict[str, Any]]:
    """A row for each role and degree or field of study."""
    asked = basis.claims.of(Kind.EDUCATION)
    for rows in groups(asked[(asked["role"] != "") & (asked["aspect"] != "")], ("role", "aspect", "key")):
        used, unused = direct_first(rows)
        parts = [*supporting(used, "for"), *set_aside(unused, "another occupation")]
        first = used[0]
        columns = {"role": first.role, "aspect": first.aspect, "value": common(used, "value")}
        yield _member("education", (Kind.EDUCATION, first.role, first.aspect, first.key), columns, parts, basis)


def _member(table: str, element: Element, columns: dict[str, Any], parts: list[Part], basis: Basis) -> dict[str, Any]:
    """A row of a table of sets: by the vote, or as fusion found of many witnesses, less what speaks against it."""
    _, role, aspect, key = element
    item = [role, aspect, key] if aspect else [role, key]
    found = basis.fused.members.get(element)
    if found is None:
        sure = belief(parts, basis.policies)
        return fact(table, item, columns, parts, sure=sure, method=how(parts, "vote"), basis=basis)
    mine = sum(votes(part for part in parts if part.counts))
    theirs = sum(votes(part for part in parts if part.use.startswith("against")))
    sure = round(found * mine / (mine + theirs), 3) if mine else 0.0
    return fact(table, item, columns, parts, sure=sure, method="fused", basis=basis)


def common(rows: Sequence[Any], name: str) -> str:
    """The most common value of a column; the first by alphabet among equals."""
    counts = Counter(str(getattr(row, name)) for row in rows if getattr(row, name))
    return min(counts, key=lambda value: (-counts[value], value), default="")


def _contested(basis: Basis) -> dict[tuple[str, str], list[Contest]]:
    """(role, tool's key) -> the contests that it is part of."""
    found: defaultdict[tuple[str, str], list[Contest]] = defaultdict(list)
    for contest in basis.contests:
        key = contest.exclusive[0].key
        found[contest.role, key].append(contest)
        found[contest.other, key].append(contest)
    return dict(found)


def _denied(basis: Basis) -> dict[tuple[str, str], list[Any]]:
    """(role, tool's key) -> the claims that the role does not use it."""
    frame = basis.claims.all
    frame = frame[
        (frame["kind"] == Kind.TOOL)
        & frame["usable"]
        & (frame["polarity"] == Polarity.NEGATED)
        & (frame["modality"] != Modality.REPORTED)
    ]
    return {(rows[0].role, rows[0].key): rows for rows in groups(frame, ("role", "key"))}


def _said(rows: Sequence[Any], disputes: Sequence[Contest]) -> str:
    """``exclusive`` or ``shared`` where nobody disputes it, ``contested`` where somebody does."""
    said = {row.exclusivity for row in rows if row.exclusivity}
    if disputes or len(said) > 1:
        return "contested"
    return said.pop() if said else ""
