"""Claims as codes: who says what of which item, with copies as one witness."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from extract.errors import ConfigurationError
from extract.reconciliation.fusion.segments import BLOCK, Floats, Ints, blocks, distinct, lengths, once, ordered, starts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_SPARSE = 4
"""Whole numbers that lie further apart than so many times their count are looked up."""


@dataclass(frozen=True)
class Coded:
    """The rows of a table of claims as codes; labels are sorted, so that codes do not depend on row order.

    ``witness`` is the source that a source copies, or the source itself (the very array where nobody copies); codes of
    witnesses are those of sources.
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
    item, items = coding(claims["item"])
    source, sources = coding(claims["source"])
    if (item < 0).any() or (source < 0).any():
        raise ConfigurationError("claims: a row lacks its source or item: leave such rows out")
    speaks_for = np.arange(len(sources))
    for group in copies:
        members = sources.get_indexer(pd.Index(sorted(set(group), key=str), dtype=sources.dtype))
        members = members[members >= 0]
        if len(members) > 1:
            _join(speaks_for, members)
    witness = speaks_for[source] if (speaks_for != np.arange(len(sources))).any() else source
    return Coded(item, source, witness, items, sources)


def coding(column: pd.Series[Any]) -> tuple[Ints, pd.Index[Any]]:
    """The code of each row and the values that occur, sorted; -1 for a row without a value.

    Whole numbers that lie close together are counted, which is faster than looking each up.
    """
    said = column.to_numpy() if isinstance(column.dtype, np.dtype) and column.dtype.kind in "iu" else None
    if said is not None and len(said):
        lowest, most = int(said.min()), int(said.max())
        if most < np.iinfo(np.int64).max and most - lowest <= _SPARSE * len(said):
            met = np.zeros(most - lowest + 1, dtype=bool)
            for rows in blocks(len(said)):
                met[said[rows].astype(np.int64) - lowest] = True
            number, code = np.cumsum(met) - 1, np.empty(len(said), dtype=np.int64)
            for rows in blocks(len(said)):
                code[rows] = number[said[rows].astype(np.int64) - lowest]
            return code, pd.Index((np.flatnonzero(met) + lowest).astype(said.dtype))
    code, values = pd.factorize(column, sort=True)
    return code.astype(np.int64, copy=False), pd.Index(values)


def candidates(item: Ints, value: Ints, values: int) -> tuple[Ints, Ints]:
    """The candidate of each row, and for each candidate its item's code times the number of values plus its value's."""
    keys = item * max(values, 1)
    keys += value
    order, begins, named = runs(keys)
    candidate = np.empty(len(order), dtype=np.int64)
    candidate[order] = np.repeat(np.arange(len(named)), lengths(begins, len(order)))
    return candidate, named


def _join(speaks_for: Ints, members: Ints) -> None:
    """Let one speak for all members and for those that they spoke for."""
    joined = np.zeros(len(speaks_for), dtype=bool)
    joined[speaks_for[members]] = True
    # Who speaks for others speaks for himself: the first of them is the first of all.
    speaks_for[joined[speaks_for]] = np.flatnonzero(joined)[0]


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
    chosen, voter, share, lines = _named(table, candidate, weight)
    keys = item_of[chosen]
    keys *= n_sources
    keys += voter
    order, keys = ordered(keys)
    begins = starts(keys)
    speakers = np.bincount(keys[begins] // n_sources, minlength=n_items)
    if len(begins) < len(order):
        spoken = lengths(begins, len(order)) if lines is None else np.add.reduceat(lines[order], begins)
        times = np.repeat(spoken, lengths(begins, len(order)))
        share = share if lines is None else share * lines
        share[order] /= times
    return Votes(voter, chosen, share, item_of, n_sources, n_items, distinct(voter), speakers)


def _named(table: Coded, candidate: Ints, weight: Floats | None) -> tuple[Ints, Ints, Floats, Ints | None]:
    """Candidates with the witnesses that name them, what the claims weigh, and how many sources of each witness do.

    The last is left out where all witnesses are single sources.
    """
    n_sources = len(table.sources)
    keys = candidate * n_sources
    keys += table.source
    lines = None
    if weight is None and table.witness is table.source:
        keys.sort()
        said = once(keys)
        share = np.ones(len(said))
    else:
        order, begins, said = runs(keys)
        share = np.ones(len(said)) if weight is None else np.maximum.reduceat(weight[order], begins)
        if table.witness is not table.source:
            order, begins, said = runs(said // n_sources * n_sources + table.witness[order[begins]])
            lines = lengths(begins, len(order))
            share = np.add.reduceat(share[order], begins) / lines
    chosen = said // n_sources
    voter = chosen * n_sources
    np.subtract(said, voter, out=voter)
    return chosen, voter, share, lines


class Part(NamedTuple):
    """Some items, and where their candidates and the votes on them stand."""

    items: slice
    candidates: slice
    votes: slice


def parts(candidate: Ints, begins: Ints, n_candidates: int, rows: int = 0) -> list[Part]:
    """All items, so many at a time that what is made of the votes on them stays in the processor's cache.

    Args:
        candidate: of each vote, sorted.
        begins: where the candidates of each item begin.
        n_candidates: how many there are.
        rows: how many votes at a time, about; a block of them if left out.
    """
    rows = rows or BLOCK
    if len(candidate) <= rows:
        return [Part(slice(0, len(begins)), slice(0, n_candidates), slice(0, len(candidate)))]
    first = np.unique(np.searchsorted(begins, candidate[::rows], "right") - 1)
    items = [*first.tolist(), len(begins)]
    named = [*begins[first].tolist(), n_candidates]
    said = np.searchsorted(candidate, named).tolist()
    bounds = (pairwise(each) for each in (items, named, said))
    return [Part(*(slice(*pair) for pair in three)) for three in zip(*bounds, strict=True)]


def runs(keys: Ints) -> tuple[Ints, Ints, Ints]:
    """The order that sorts keys, where each key begins in it, and the keys once each; the keys are overwritten."""
    order, keys = ordered(keys)
    begins = starts(keys)
    return order, begins, keys[begins]
