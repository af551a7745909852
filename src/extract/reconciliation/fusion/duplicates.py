"""Sources that say the same throughout, and say it where others agree on something else.

Copies are better found in texts. From claims alone only the plain case is safe: of what two sources both speak of
they say nearly always the same, they speak of nearly the same, and they agree no less where others outvote them.
Good sources agree on what is true; they do not agree on what is not. Anything less would take sources that are
merely right for copies.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from extract.reconciliation.fusion.parameters import Duplicates, Parameters, load_parameters
from extract.reconciliation.fusion.segments import Bools, Ints, changes, cuts, lengths, starts
from extract.reconciliation.fusion.tables import candidates, coded, coding, need, votes

if TYPE_CHECKING:
    import pandas as pd

    from extract.reconciliation.fusion.tables import Votes

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SALT = np.uint64(0xD1B54A32D192ED03)

_TRIES = 32
"""Comparisons that may fail before a witness is left alone: it keeps time linear where all are half alike."""


class Said:
    """What each witness says, ready to be compared; what that takes is done when it is first asked for.

    Args:
        cast: what they say.
        settings: ``hashes`` and ``bands`` are used.
    """

    def __init__(self, cast: Votes, settings: Duplicates) -> None:
        self.cast, self.settings = cast, settings
        self._begins = starts(cast.item_of)
        self._sizes = lengths(self._begins, len(cast.item_of))

    @cached_property
    def claimed(self) -> list[Ints]:
        """By witness its candidates in order."""
        who, what = self._by_witness
        ends = np.searchsorted(who, np.arange(self.cast.n_witnesses + 1)).tolist()
        return [what[begin:end] for begin, end in pairwise(ends)]

    @cached_property
    def item_of(self) -> Ints:
        """By candidate the item's number among those that are spoken of."""
        return np.repeat(np.arange(len(self._begins)), self._sizes)

    @cached_property
    def voters(self) -> Ints:
        """How many name each candidate."""
        return np.bincount(self.cast.candidate, minlength=len(self.cast.item_of))

    @cached_property
    def begins(self) -> Ints:
        """Where the candidates of each item begin, and where the last end."""
        return np.append(self._begins, len(self.cast.item_of))

    @cached_property
    def met(self) -> list[list[int]]:
        """Witnesses with the same least hashes of what they say of disputed items, in one of some bands."""
        who, what = self._by_witness
        disputed = np.repeat(self._sizes > 1, self._sizes)
        if not disputed.all():
            kept = disputed[what]
            who, what = who[kept], what[kept]
        return _meetings(who, what, self.settings)

    @cached_property
    def _by_witness(self) -> tuple[Ints, Ints]:
        count = len(self.cast.item_of)
        what = self.cast.witness * count
        what += self.cast.candidate
        what.sort()
        who = what // count
        what -= who * count
        return who, what

    @cached_property
    def _places(self) -> tuple[Bools, Bools]:
        return np.zeros(len(self.cast.item_of), dtype=bool), np.zeros(len(self._begins), dtype=bool)

    def same(self, one: Ints, other: Ints) -> int:
        """How many candidates are in both."""
        return _shared(self._places[0], one, other)

    def common(self, items: Ints, other: Ints) -> int:
        """Of how many of the items there are candidates among the others."""
        return _shared(self._places[1], items, self.items(other))

    def items(self, candidates: Ints) -> Ints:
        """Of which items they are, each once."""
        items = self.item_of[candidates]
        return items[changes(items)]


def _shared(places: Bools, one: Ints, other: Ints) -> int:
    """How many numbers are in both, each having each once; ``places`` are false, and false again in the end."""
    places[one] = True
    found = int(np.count_nonzero(places[other]))
    places[one] = False
    return found


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
    value, values = coding(claims["value"])
    candidate, named = candidates(table.item, value, len(values))
    groups = echoes(Said(votes(table, candidate, named // len(values)), settings), settings, settings.share)
    return sorted((sorted((table.sources[one] for one in group), key=str) for group in groups), key=str)


def echoes(said: Said, settings: Duplicates, share: float, *, agreeing: bool = True) -> list[list[int]]:
    """Groups of witnesses that repeat each other.

    Args:
        said: what they say.
        settings: ``part`` of all that either says must be the same; ``least`` of it must be outvoted by others of
            which ``rivals`` agree.
        share: how much of what two say of common items must be the same, and of what others outvote in it.
        agreeing: whether sources agree where they are right; if not, what anyone else contradicts will do.

    Time is linear: witnesses meet if the least hashes of what they say of disputed items are equal in one of
    some bands (MinHash, Broder 1997); those that meet are compared with the one that says most.
    """
    if not len(said.cast.candidate):
        return []
    return _groups(said, replace(settings, share=share, rivals=settings.rivals if agreeing else 1))


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


def _groups(said: Said, settings: Duplicates) -> list[list[int]]:
    """The witness that says most with those that repeat it, then the next; what is grouped is done with."""
    by_witness: dict[int, list[int]] = {}
    for number, bucket in enumerate(said.met):
        for one in bucket:
            by_witness.setdefault(one, []).append(number)
    done: set[int] = set()
    found = []
    for first in sorted(by_witness, key=lambda one: (-len(said.claimed[one]), one)):
        if len(said.claimed[first]) < settings.least:
            break
        if first in done:
            continue
        done.add(first)
        bands = Counter(one for number in by_witness[first] for one in said.met[number] if one not in done)
        if not bands:
            continue
        alike = _alike(first, sorted(bands, key=lambda one: (-bands[one], one)), said, settings)
        done.update(alike)
        group = _repeating(first, alike, said, settings)
        if group:
            found.append(sorted(group))
    return found


def _meetings(who: Ints, what: Ints, settings: Duplicates) -> list[list[int]]:
    """Witnesses with the same least hashes in a band; rows are sorted by witness."""
    begins = starts(who)
    if not len(begins):
        return []
    salts = np.arange(1, settings.bands * settings.hashes + 1, dtype=np.uint64) * _SALT
    least = np.empty((len(salts), len(begins)), dtype=np.uint64)
    bounds = np.append(begins, len(who))
    for first, last in cuts(begins, len(who)):
        mixed = what[bounds[first] : bounds[last]].astype(np.uint64) + np.uint64(1)
        for number, salt in enumerate(salts):
            salted = (mixed ^ salt) * _MIX
            salted ^= salted >> np.uint64(29)
            salted *= _MIX
            least[number, first:last] = np.minimum.reduceat(salted, begins[first:last] - begins[first])
    found: list[list[int]] = []
    for band in least.reshape(settings.bands, settings.hashes, -1):
        order = np.lexsort(band)
        heads = np.flatnonzero(changes(*band[:, order]))
        sizes = lengths(heads, len(order))
        met = who[begins[order]]
        several = sizes > 1
        for begin, size in zip(heads[several].tolist(), sizes[several].tolist(), strict=True):
            found.append(met[begin : begin + size].tolist())
    return found


def _alike(first: int, others: list[int], said: Said, settings: Duplicates) -> list[int]:
    """Those that say the same of nearly everything that either speaks of; after some failures no more are tried."""
    found: list[int] = []
    failed = 0
    mine = said.claimed[first]
    items = said.items(mine)
    least = max(settings.least, settings.part * len(mine))
    for other in others:
        theirs = said.claimed[other]
        same = said.same(mine, theirs) if len(theirs) >= least else 0
        if same >= least and same >= settings.share * said.common(items, theirs):
            found.append(other)
        else:
            failed += 1
            if failed == _TRIES:
                break
    return found


def _repeating(first: int, alike: list[int], said: Said, settings: Duplicates) -> list[int]:
    """A witness and those that repeat what others outvote; nothing where nobody does."""
    if not alike:
        return []
    wrong = _outvoted([first, *alike], said, settings)
    kept = [one for one in alike if _repeats(one, wrong, said, settings)]
    return [first, *kept] if kept else []


def _repeats(one: int, wrong: Ints, said: Said, settings: Duplicates) -> bool:
    """Whether errors are shared as often as all else: two that are right agree, but not where one of them errs."""
    mine = said.claimed[one]
    same = said.same(wrong, mine)
    return same >= settings.least and same >= settings.share * said.common(said.items(wrong), mine)


def _outvoted(group: list[int], said: Said, settings: Duplicates) -> Ints:
    """What the first of a group says of items where enough others agree on something else."""
    mine, by_group = np.unique(np.concatenate([said.claimed[one] for one in group]), return_counts=True)
    items = np.unique(said.item_of[said.claimed[group[0]]])
    sizes = said.begins[items + 1] - said.begins[items]
    first = np.cumsum(sizes) - sizes
    rows = np.arange(int(sizes.sum())) + np.repeat(said.begins[items] - first, sizes)
    others = said.voters[rows].copy()
    place = np.minimum(np.searchsorted(mine, rows), len(mine) - 1)
    others -= np.where(mine[place] == rows, by_group[place], 0)
    most = np.repeat(np.maximum.reduceat(others, first), sizes)
    beaten = rows[(others < most) & (most >= settings.rivals)]
    return np.intersect1d(beaten, said.claimed[group[0]], assume_unique=True)
