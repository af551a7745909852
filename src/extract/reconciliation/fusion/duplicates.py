"""Sources that say the same throughout, and say it where others say something else.

Copies are better found in texts. From claims alone only the plainest case is safe: two sources of which
nearly everything is the same, including many values that most others contradict. Good sources agree on what
is true; they do not agree on what is not. Anything less would take sources that are merely right for copies.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from extract.reconciliation.fusion.parameters import Parameters, load_parameters
from extract.reconciliation.fusion.segments import Ints
from extract.reconciliation.fusion.tables import coded, need, runs

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SALT = np.uint64(0xD1B54A32D192ED03)


def duplicates(claims: pd.DataFrame, *, parameters: Parameters | None = None) -> list[list[Any]]:
    """Groups of sources that repeat each other, in order.

    Args:
        claims: ``source``, ``item``, ``value``.
        parameters: ``duplicates`` is used: how many values that the others outvote must be shared, and what
            share of all that either says.

    Time is linear: sources meet only if the least hashes of what they say of disputed items are equal
    (MinHash, Broder 1997); those that meet are compared in full with the one that says most.
    """
    settings = (parameters or load_parameters()).duplicates
    need(claims, ("source", "item", "value"))
    if not len(claims):
        return []
    table = coded(claims)
    value, values = pd.factorize(claims["value"], sort=True)
    width = len(table.sources)
    pair, _ = pd.factorize(table.item * len(values) + value, sort=True)
    of_pair = np.empty(int(pair.max()) + 1, dtype=np.int64)
    of_pair[pair] = table.item
    said = np.unique(pair * width + table.source)
    pair, source = said // width, said % width
    votes = np.bincount(pair)
    disputed = np.bincount(of_pair)[of_pair[pair]] > 1
    by_source = np.argsort(source, kind="stable")
    begins = np.r_[np.searchsorted(source[by_source], np.arange(width)), len(source)]
    claimed = [pair[by_source[begins[one] : begins[one + 1]]] for one in range(width)]
    found = []
    for met in _meetings(source[disputed], pair[disputed], settings.hashes):
        group = _alike(met, claimed, settings.share)
        if len(group) > 1 and _outvoted(claimed[group[0]], len(group), votes, of_pair) >= settings.least:
            found.append(sorted((table.sources[one] for one in group), key=str))
    return sorted(found, key=str)


def _meetings(source: Ints, pair: Ints, hashes: int) -> list[list[int]]:
    """Sources with the same least hashes."""
    order, begins, sources = runs(source)
    if not len(order):
        return []
    mixed = pair[order].astype(np.uint64) + np.uint64(1)
    least = []
    for salt in np.arange(1, hashes + 1, dtype=np.uint64) * _SALT:
        salted = (mixed ^ salt) * _MIX
        salted ^= salted >> np.uint64(29)
        least.append(np.minimum.reduceat(salted * _MIX, begins))
    met: dict[tuple[int, ...], list[int]] = {}
    for one, *sketch in zip(sources.tolist(), *(each.tolist() for each in least), strict=True):
        met.setdefault(tuple(sketch), []).append(one)
    return [group for group in met.values() if len(group) > 1]


def _alike(met: list[int], claimed: list[Ints], share: float) -> list[int]:
    """The source that says most, and those that say nearly the same."""
    met = sorted(met, key=lambda one: (-len(claimed[one]), claimed[one].tolist()))
    first = claimed[met[0]]
    return [one for one in met if len(np.intersect1d(first, claimed[one], assume_unique=True)) >= share * len(first)]


def _outvoted(said: Ints, group: int, votes: Ints, of_pair: Ints) -> int:
    """How many values of a group the others would outvote if the group were not there."""
    others = votes.copy()
    others[said] -= group
    most = np.zeros(int(of_pair.max()) + 1, dtype=np.int64)
    np.maximum.at(most, of_pair, others)
    return int((others[said] < most[of_pair[said]]).sum())
