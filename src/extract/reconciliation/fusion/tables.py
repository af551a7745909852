"""Claims as codes: who says what of which item, with copies as one witness."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.errors import ConfigurationError
from extract.reconciliation.fusion.segments import Floats, Ints, distinct, starts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True)
class Coded:
    """The rows of a table of claims as codes; labels are sorted, so that codes do not depend on row order.

    ``witness`` is the source that a source copies, or the source itself; codes of witnesses are those of
    sources.
    """

    item: Ints
    source: Ints
    witness: Ints
    items: pd.Index[Any]
    sources: pd.Index[Any]

    @property
    def witnesses(self) -> int:
        """How many independent sources speak."""
        return distinct(self.witness)


@dataclass(frozen=True)
class Votes:
    """Who votes for which candidate, sorted by candidate; candidates are sorted by item.

    ``share`` is the part of a witness's vote on an item that the candidate gets, times the claim's weight;
    ``speakers`` is how many witnesses speak of each item, where that was counted.
    """

    witness: Ints
    candidate: Ints
    share: Floats
    item_of: Ints
    n_witnesses: int
    n_items: int
    speaking: int
    speakers: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


def need(claims: pd.DataFrame, columns: Iterable[str]) -> None:
    """Raises ConfigurationError unless the table has the columns."""
    missing = sorted(set(columns) - set(claims.columns))
    if missing:
        raise ConfigurationError(f"claims: no column {missing[0]!r}: add it or rename one")


def coded(claims: pd.DataFrame, copies: Iterable[Collection[object]] = ()) -> Coded:
    """Codes of items, sources and witnesses.

    Args:
        claims: ``source`` and ``item``, without gaps.
        copies: groups of sources that repeat each other; groups that share a source are one group.
    """
    item, items = pd.factorize(claims["item"], sort=True)
    source, sources = pd.factorize(claims["source"], sort=True)
    if (item < 0).any() or (source < 0).any():
        raise ConfigurationError("claims: a row lacks its source or item: leave such rows out")
    speaks_for = np.arange(len(sources))
    for group in copies:
        members = sources.get_indexer(pd.Index(sorted(set(group), key=str), dtype=sources.dtype))
        members = members[members >= 0]
        if len(members) > 1:
            _join(speaks_for, members)
    return Coded(
        item.astype(np.int64),
        source.astype(np.int64),
        speaks_for[source].astype(np.int64),
        pd.Index(items),
        pd.Index(sources),
    )


def _join(speaks_for: Ints, members: Ints) -> None:
    """Let one speak for all members and for those that they spoke for."""
    together = np.isin(speaks_for, speaks_for[members])
    speaks_for[together] = speaks_for[together].min()


def joined(table: Coded, groups: Iterable[Collection[int]]) -> Coded:
    """The table with groups of witnesses as one witness each; groups that share a witness are one group."""
    return replace(table, witness=speaking_for(groups, len(table.sources))[table.witness])


def speaking_for(groups: Iterable[Collection[int]], witnesses: int) -> Ints:
    """By witness, the one that speaks for its group, or itself."""
    speaks_for = np.arange(witnesses)
    for group in groups:
        _join(speaks_for, np.array(list(group)))
    return speaks_for


def votes(table: Coded, candidate: Ints, item_of: Ints, weight: Floats | None = None) -> Votes:
    """One vote for each witness and item, divided among the candidates that it names.

    A source that repeats itself says it once, with its heaviest claim. Where copies differ each candidate
    gets the share of the copies that name it.
    """
    n_sources, n_items = len(table.sources), int(item_of[-1]) + 1 if len(item_of) else 0
    order, begins, said = runs(candidate * n_sources + table.source)
    heaviest = np.ones(len(said)) if weight is None else np.maximum.reduceat(weight[order], begins)
    witness = table.witness[order[begins]]
    order, begins, keys = runs(said // n_sources * n_sources + witness)
    lines = np.diff(np.r_[begins, len(order)])
    mean = np.add.reduceat(heaviest[order], begins) / lines
    chosen, voter = keys // n_sources, keys % n_sources
    pair_order, pair_begins, pairs = runs(item_of[chosen] * n_sources + voter)
    spoken = np.empty(len(keys))
    lengths = np.diff(np.r_[pair_begins, len(keys)])
    spoken[pair_order] = np.repeat(np.add.reduceat(lines[pair_order], pair_begins), lengths)
    speaking = distinct(voter)
    speakers = np.bincount(pairs // n_sources, minlength=n_items)
    return Votes(voter, chosen, mean * lines / spoken, item_of, n_sources, n_items, speaking, speakers)


def runs(keys: Ints) -> tuple[Ints, Ints, Ints]:
    """The order that sorts keys, where each key begins in it, and the keys once each."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    begins = starts(ordered)
    return order, begins, ordered[begins]
