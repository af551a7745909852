"""Sources that say the same throughout, and say it where others agree on something else.

Copies are better found in texts. From claims alone only the plain case is safe: of what two sources both speak of
they say nearly always the same, they speak of nearly the same, and they agree no less where others outvote them.
Good sources agree on what is true; they do not agree on what is not. Anything less would take sources that are
merely right for copies.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.reconciliation.fusion.parameters import Duplicates, Parameters, load_parameters
from extract.reconciliation.fusion.segments import Ints, starts
from extract.reconciliation.fusion.tables import coded, need, runs, votes

if TYPE_CHECKING:
    from extract.reconciliation.fusion.tables import Votes

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SALT = np.uint64(0xD1B54A32D192ED03)

_TRIES = 32
"""Comparisons that may fail before a witness is left alone: it keeps time linear where all are half alike."""


@dataclass(frozen=True)
class _Said:
    """What each witness says: ``claimed`` are its candidates in order, by witness."""

    claimed: list[Ints]
    voters: Ints
    item_of: Ints
    begins: Ints

    def common(self, one: int, other: int) -> int:
        """Of how many items both speak."""
        mine, theirs = (np.unique(self.item_of[self.claimed[each]]) for each in (one, other))
        return len(np.intersect1d(mine, theirs, assume_unique=True))


def duplicates(claims: pd.DataFrame, *, parameters: Parameters | None = None) -> list[list[Any]]:
    """Groups of sources that repeat each other, in order.

    Args:
        claims: ``source``, ``item``, ``value``.
        parameters: ``duplicates`` is used.
    """
    settings = (parameters or load_parameters()).duplicates
    need(claims, ("source", "item", "value"))
    if not len(claims):
        return []
    table = coded(claims)
    value, values = pd.factorize(claims["value"], sort=True)
    order, begins, named = runs(table.item * len(values) + value)
    candidate = np.empty(len(value), dtype=np.int64)
    candidate[order] = np.repeat(np.arange(len(named)), np.diff(np.r_[begins, len(value)]))
    groups = echoes(votes(table, candidate, named // len(values)), settings, settings.share)
    return sorted((sorted((table.sources[one] for one in group), key=str) for group in groups), key=str)


def echoes(cast: Votes, settings: Duplicates, share: float, *, agreeing: bool = True) -> list[list[int]]:
    """Groups of witnesses that repeat each other.

    Args:
        cast: what they say.
        settings: ``part`` of all that either says must be the same; ``least`` of it must be outvoted by others of
            which ``rivals`` agree.
        share: how much of what two say of common items must be the same, and of what others outvote in it.
        agreeing: whether sources agree where they are right; if not, what anyone else contradicts will do.

    Time is linear: witnesses meet if the least hashes of what they say of disputed items are equal in one of
    some bands (MinHash, Broder 1997); those that meet are compared with the one that says most.
    """
    if not len(cast.candidate):
        return []
    settings = replace(settings, share=share, rivals=settings.rivals if agreeing else 1)
    items = starts(cast.item_of)
    disputed = np.repeat(np.diff(np.r_[items, len(cast.item_of)]) > 1, np.diff(np.r_[items, len(cast.item_of)]))
    # Sorting by a short code is linear.
    short = cast.witness.astype(np.uint16) if cast.n_witnesses <= np.iinfo(np.uint16).max else cast.witness
    order = np.argsort(short, kind="stable")
    who, what = cast.witness[order], cast.candidate[order]
    ends = np.searchsorted(who, np.arange(cast.n_witnesses + 1))
    said = _Said(
        [what[ends[one] : ends[one + 1]] for one in range(cast.n_witnesses)],
        np.bincount(cast.candidate, minlength=len(cast.item_of)),
        np.repeat(np.arange(len(items)), np.diff(np.r_[items, len(cast.item_of)])),
        np.r_[items, len(cast.item_of)],
    )
    kept = disputed[what]
    return _groups(_meetings(who[kept], what[kept], settings), said, settings)


def shares(cast: Votes, labels: int, settings: Duplicates) -> tuple[float, ...]:
    """How much must be the same: first what the plainest copies share, then what near ones do, if that can be told."""
    return (settings.share, settings.near) if credible(cast, labels, settings) else (settings.share,)


def credible(cast: Votes, labels: int, settings: Duplicates) -> bool:
    """Whether sources agree so much more than guessers would that who is outvoted is more likely wrong than expert.

    Args:
        cast: what they say.
        labels: how many different ones there are in all; guessers draw from them.
        settings: ``agreed`` is used.
    """
    begins = starts(cast.item_of)
    named = np.bincount(cast.candidate, minlength=len(cast.item_of)).astype(np.float64)
    said = np.add.reduceat(named, begins)
    pairs = float((said * (said - 1)).sum())
    guessed = pairs / max(labels, 2)
    return float((named * (named - 1)).sum()) - guessed >= settings.agreed * (pairs - guessed) > 0


def _groups(met: list[list[int]], said: _Said, settings: Duplicates) -> list[list[int]]:
    """The witness that says most with those that repeat it, then the next; what is grouped is done with."""
    by_witness: dict[int, list[int]] = {}
    for number, bucket in enumerate(met):
        for one in bucket:
            by_witness.setdefault(one, []).append(number)
    done: set[int] = set()
    found = []
    for first in sorted(by_witness, key=lambda one: (-len(said.claimed[one]), one)):
        if first in done:
            continue
        done.add(first)
        bands = Counter(one for number in by_witness[first] for one in met[number] if one not in done)
        alike = _alike(first, sorted(bands, key=lambda one: (-bands[one], one)), said, settings)
        done.update(alike)
        group = _repeating(first, alike, said, settings)
        if group:
            found.append(sorted(group))
    return found


def _meetings(who: Ints, what: Ints, settings: Duplicates) -> list[list[int]]:
    """Witnesses with the same least hashes in a band."""
    begins = starts(who)
    if not len(begins):
        return []
    mixed = what.astype(np.uint64) + np.uint64(1)
    witnesses = who[begins].tolist()
    salts = np.arange(1, settings.bands * settings.hashes + 1, dtype=np.uint64) * _SALT
    found: list[list[int]] = []
    for band in salts.reshape(settings.bands, settings.hashes):
        least = []
        for salt in band:
            salted = (mixed ^ salt) * _MIX
            salted ^= salted >> np.uint64(29)
            least.append(np.minimum.reduceat(salted * _MIX, begins).tolist())
        met: dict[tuple[int, ...], list[int]] = {}
        for one, *sketch in zip(witnesses, *least, strict=True):
            met.setdefault(tuple(sketch), []).append(one)
        found.extend(group for group in met.values() if len(group) > 1)
    return found


def _alike(first: int, others: list[int], said: _Said, settings: Duplicates) -> list[int]:
    """Those that say the same of nearly everything that either speaks of; after some failures no more are tried."""
    found: list[int] = []
    failed = 0
    mine = said.claimed[first]
    for other in others:
        same = len(np.intersect1d(mine, said.claimed[other], assume_unique=True))
        enough = same >= settings.least and same >= settings.part * len(mine)
        if enough and same >= settings.share * said.common(first, other):
            found.append(other)
        else:
            failed += 1
            if failed == _TRIES:
                break
    return found


def _repeating(first: int, alike: list[int], said: _Said, settings: Duplicates) -> list[int]:
    """A witness and those that repeat what others outvote; nothing where nobody does."""
    if not alike:
        return []
    wrong = _outvoted([first, *alike], said, settings)
    kept = [one for one in alike if _repeats(one, wrong, said, settings)]
    return [first, *kept] if kept else []


def _repeats(one: int, wrong: Ints, said: _Said, settings: Duplicates) -> bool:
    """Whether errors are shared as often as all else: two that are right agree, but not where one of them errs."""
    mine = said.claimed[one]
    same = len(np.intersect1d(wrong, mine))
    common = len(np.intersect1d(said.item_of[wrong], said.item_of[mine]))
    return same >= settings.least and same >= settings.share * common


def _outvoted(group: list[int], said: _Said, settings: Duplicates) -> Ints:
    """What the first of a group says of items where enough others agree on something else."""
    mine, by_group = np.unique(np.concatenate([said.claimed[one] for one in group]), return_counts=True)
    items = np.unique(said.item_of[said.claimed[group[0]]])
    lengths = said.begins[items + 1] - said.begins[items]
    first = np.cumsum(lengths) - lengths
    rows = np.arange(int(lengths.sum())) + np.repeat(said.begins[items] - first, lengths)
    others = said.voters[rows].copy()
    place = np.minimum(np.searchsorted(mine, rows), len(mine) - 1)
    others -= np.where(mine[place] == rows, by_group[place], 0)
    most = np.repeat(np.maximum.reduceat(others, first), lengths)
    beaten = rows[(others < most) & (most >= settings.rivals)]
    return np.intersect1d(beaten, said.claimed[group[0]], assume_unique=True)
