"""Phrases: responsibilities, skills and table cells, with near-identical wordings as one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract.model import Flag, Kind, Status
from extract.reconciliation.facts.evidence import (
    Basis,
    belief,
    direct_first,
    fact,
    how,
    set_aside,
    supporting,
)
from extract.reconciliation.grouping import groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from extract.reconciliation.policies import Phrases

_WORD = re.compile(r"\w[\w+#.]*")
_ENDINGS = (re.compile(r"(?:ing|ied|ies|ed|es|s)$"), re.compile(r"[eiy]$"))
_SHORTEST_STEM = 4
_TABLE_CELL = ["source_id", "table_index", "row_index", "column_index"]


def responsibilities(basis: Basis) -> Iterator[dict[str, Any]]:
    """A row for each thing that a role does, in its most telling wording."""
    yield from _clustered("responsibilities", "responsibility", basis.claims.of(Kind.RESPONSIBILITY), ("role",), basis)


def skills(basis: Basis) -> Iterator[dict[str, Any]]:
    """A row for each ability that is asked of a role."""
    yield from _clustered("skills", "skill", basis.claims.of(Kind.SKILL), ("role",), basis)


def attributes(basis: Basis) -> Iterator[dict[str, Any]]:
    """A row for each thing that tables say of a role under a label, but for cells with broken amounts."""
    cells = basis.claims.of(Kind.ATTRIBUTE)
    cells = cells[~_broken(cells, basis.claims.all)]
    yield from _clustered("attributes", "value", cells, ("role", "label"), basis)


def _broken(cells: pd.DataFrame, claims: pd.DataFrame) -> pd.Series[bool]:
    """Whether another claim of the same cell is quarantined, or was until a reviewer read it anew."""
    repaired = claims["flags"].map(lambda flags: Flag.REPAIRED_BY_REVIEWER in flags).astype(bool)
    bad = claims[((claims["status"] == Status.QUARANTINED) | repaired) & (claims["table_index"] >= 0)]
    places = set(bad[_TABLE_CELL].itertuples(index=False, name=None))
    return cells[_TABLE_CELL].apply(tuple, axis=1).isin(places) if len(cells) else cells["usable"] & False


def _clustered(
    table: str, column: str, frame: pd.DataFrame, keys: tuple[str, ...], basis: Basis
) -> Iterator[dict[str, Any]]:
    for rows in groups(frame[frame["role"] != ""], keys):
        wordings = _wordings(rows)
        for cluster in clusters(list(wordings), basis.policies.phrases):
            claims = [row for key in cluster for row in wordings[key]]
            used, unused = direct_first(claims)
            parts = [*supporting(used, "for"), *set_aside(unused, "another occupation")]
            best = _representative(used)
            label = {"aspect": best.aspect} if "label" in keys else {}
            columns = {"role": best.role, **label, column: str(best.value)}
            item = [*(str(getattr(best, name)) for name in keys), min(cluster)]
            sure = belief(parts, basis.policies)
            yield fact(table, item, columns, parts, sure=sure, method=how(parts, "vote"), basis=basis)


def _wordings(rows: Sequence[Any]) -> dict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.key].append(row)
    return dict(found)


def _representative(rows: Sequence[Any]) -> Any:
    """The wording that most sources use, then the weightiest, then the shortest."""
    sources = Counter(key for key, _ in {(row.key, row.witness) for row in rows})
    return min(rows, key=lambda row: (-sources[row.key], -row.weight, len(row.key), row.key, row.claim_id))


def clusters(phrases: Sequence[str], policies: Phrases) -> list[list[str]]:
    """Groups of phrases that share most of their words, in a fixed order whatever the order given.

    Each phrase joins the most similar leader that is similar enough (Jaccard), or becomes one; longer
    phrases first. Only leaders that share one of a phrase's rarest words are looked at (prefix filter:
    Chaudhuri, Ganti and Kaushik 2006), which loses none and keeps the cost near linear.
    """
    stems = {phrase: tokens(phrase, policies.stopwords) for phrase in sorted(set(phrases))}
    rarity = Counter(stem for words in stems.values() for stem in words)
    leaders: dict[str, list[str]] = {}
    index: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in sorted(stems, key=lambda p: (-len(stems[p]), p)):
        prefix = _prefix(stems[phrase], rarity, policies.overlap)
        leader = _leader(phrase, prefix, index, stems, policies.overlap)
        if leader is None:
            leaders[phrase] = [phrase]
            for stem in prefix:
                index[stem].append(phrase)
        else:
            leaders[leader].append(phrase)
    return [sorted(members) for _, members in sorted(leaders.items())]


def _prefix(words: frozenset[str], rarity: Mapping[str, int], overlap: float) -> list[str]:
    """The rarest words, so many that phrases which overlap enough share one of them."""
    ordered = sorted(words, key=lambda word: (rarity[word], word))
    needed = -int(-overlap * len(words) // 1)
    return ordered[: len(words) - needed + 1]


def _leader(
    phrase: str,
    prefix: Sequence[str],
    index: Mapping[str, Sequence[str]],
    stems: Mapping[str, frozenset[str]],
    overlap: float,
) -> str | None:
    mine = stems[phrase]
    best: tuple[float, str] | None = None
    for candidate in sorted({name for stem in prefix for name in index.get(stem, ())}):
        theirs = stems[candidate]
        similar = len(mine & theirs) / len(mine | theirs)
        if similar >= overlap and (best is None or similar > best[0]):
            best = (similar, candidate)
    return best[1] if best else None


def tokens(phrase: str, stopwords: tuple[str, ...]) -> frozenset[str]:
    """A phrase's words without endings and without those that say nothing; all of them if none is left."""
    words = _WORD.findall(phrase.casefold())
    telling = [word for word in words if word not in _as_set(stopwords)]
    return frozenset(_stem(word) for word in telling or words or [phrase])


@lru_cache
def _as_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _stem(word: str) -> str:
    """``deplo`` for deploy, deploys, deployed and deploying: crude, but the same for all of them."""
    stem = word.rstrip(".")
    for ending in _ENDINGS:
        shorter = ending.sub("", stem)
        stem = shorter if len(shorter) >= _SHORTEST_STEM else stem
    return stem
