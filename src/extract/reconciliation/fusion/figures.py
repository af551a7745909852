"""Amounts as points on a scale: centre, half-width, and bounds that only say "at least"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from extract.errors import ConfigurationError
from extract.reconciliation.fusion.parameters import Numbers
from extract.reconciliation.fusion.scales import Scale, scale_of
from extract.reconciliation.fusion.segments import (
    Bools,
    Floats,
    Ints,
    blocks,
    changes,
    distinct,
    lengths,
    ordered,
    picked,
    sorting,
    starts,
)
from extract.reconciliation.fusion.steps import step_of
from extract.reconciliation.fusion.tables import Coded, Votes

if TYPE_CHECKING:
    from collections.abc import Hashable


_SHOWN = 1_000_000
"""So many claims show what amounts look like; sorting all of many more would take as long as all else."""


@dataclass(frozen=True)
class Figures:
    """The usable claims, once each: what copies and repetitions say again is counted in ``share``.

    ``beyond`` is 1 for "at least", -1 for "at most", else 0. ``row`` is the claim's row in the table,
    ``same`` maps every usable row (``rows``) to its figure. ``step`` is that in which single figures are given, 0 if
    in none.
    """

    item: Ints
    witness: Ints
    centre: Floats
    half: Floats
    beyond: Ints
    definition: Ints
    share: Floats
    rows: Ints
    same: Ints
    scale: Scale
    step: float
    definitions: pd.Index[Any]


def figures(claims: pd.DataFrame, table: Coded, reference: Hashable | None, settings: Numbers) -> Figures:
    """The claims as points; what is infinite or empty is left out, and what is below zero where items are not.

    Args:
        claims: ``low`` and ``high`` (equal for a point, empty for an open end) or ``value``; if wanted
            ``definition`` and ``weight``.
        table: their codes.
        reference: the definition that facts are to have; the most common if left out.
        settings: ``numbers`` of the parameters.
    """
    low, high = ends(claims)
    single = low == high
    plain = bool(single.all())
    least, most = (low, low) if plain else (np.fmin(low, high), np.fmax(low, high))
    usable = np.isfinite(least) & np.isfinite(most)
    once = np.flatnonzero(usable & (plain or ~np.isnan(low + high)) & _looked_at(table, low, high))
    step = step_of(low[once][single[once]], settings)
    nearest = float(np.min(least, where=usable & (least > 0), initial=np.inf))
    nearest = nearest if np.isfinite(nearest) else 0.0
    scale = scale_of((low[once] + high[once]) / 2, table.item[once], len(table.items), step, nearest, settings)
    rows = np.flatnonzero(usable & (scale.linear | (least >= 0)))
    if len(rows) < len(low):
        low, high = low[rows], high[rows]
    centre, half, beyond = _points(low, high, scale)
    definition, definitions = _definitions(claims, rows, reference)
    weight = claims["weight"].to_numpy(dtype=np.float64)[rows] if "weight" in claims.columns else None
    whole = len(rows) == len(table.item)
    return _once(
        Figures(
            table.item if whole else table.item[rows],
            table.witness if whole else table.witness[rows],
            centre,
            half,
            beyond,
            definition,
            np.ones(len(rows)) if weight is None else weight,
            rows,
            np.arange(len(rows)),
            scale,
            step,
            definitions,
        ),
        len(table.sources),
    )


def _points(low: Floats, high: Floats, scale: Scale) -> tuple[Floats, Floats, Ints]:
    """Middles and half-widths on the scale, and on which side claims are open."""
    if (low == high).all():
        return scale.points(low), np.zeros(len(low)), np.zeros(len(low), dtype=np.int64)
    log_low, log_high = scale.points(low), scale.points(high)
    beyond = np.isnan(high).astype(np.int64) - np.isnan(low).astype(np.int64)
    known = np.where(np.isnan(log_low), log_high, log_low), np.where(np.isnan(log_high), log_low, log_high)
    return (known[0] + known[1]) / 2, np.abs(known[1] - known[0]) / 2, beyond


def _looked_at(table: Coded, low: Floats, high: Floats) -> Bools:
    """Claims that show what amounts look like: of many those of some items, and none that a copy has made before."""
    part = 1 + len(low) // _SHOWN
    first = np.empty(len(low), dtype=bool)
    for rows in blocks(len(low)):
        first[rows] = table.item[rows] % part == 0
    if (table.witness != table.source).any():
        keys = (high, low, table.witness, table.item)
        order = np.lexsort(keys)
        again = np.logical_and.reduce([key[order][1:] == key[order][:-1] for key in keys])
        first[order[1:][again]] = False
    return first


def votes_of(found: Figures, witnesses: int, items: int) -> Votes:
    """Every figure, range or bound as a label: who says the very same."""
    columns: tuple[npt.NDArray[Any], ...]
    if (found.half > 0).any() or found.beyond.any():
        columns = (found.item, found.centre, found.half, found.beyond)
        order = np.lexsort((found.witness, *columns[::-1]))
    else:
        columns = (found.item, found.centre)
        order = sorting(found.item, found.centre)
    new = changes(*(column[order] for column in columns))
    witness, item_of = found.witness[order], found.item[order][new]
    candidate: Ints = np.cumsum(new, dtype=np.int64)
    candidate -= 1
    return Votes(witness, candidate, picked(found.share, order), item_of, witnesses, items, distinct(witness))


def ends(claims: pd.DataFrame) -> tuple[Floats, Floats]:
    """Lower and upper end of each claim as given; NaN for an open one."""
    names = ("value", "value") if "low" not in claims.columns else ("low", "high")
    for name in names:
        if name not in claims.columns:
            raise ConfigurationError(f"claims: no column {name!r}: give low and high, or value")
    low, high = (pd.to_numeric(claims[name], errors="coerce").to_numpy(dtype=np.float64) for name in names)
    return low, high


def _definitions(claims: pd.DataFrame, rows: Ints, reference: Hashable | None) -> tuple[Ints, pd.Index[Any]]:
    """Codes of definitions; the reference is 0."""
    if "definition" not in claims.columns or not len(rows):
        return np.zeros(len(rows), dtype=np.int64), pd.Index([""])
    code, labels = pd.factorize(claims["definition"].iloc[rows].fillna(""), sort=True)
    counts = np.bincount(code, minlength=len(labels))
    first = int(np.argmax(counts))
    if reference is not None and reference in labels:
        first = int(np.flatnonzero(labels == reference)[0])
    order = np.r_[first, np.delete(np.arange(len(labels)), first)]
    return np.argsort(order)[code], pd.Index(labels).take(order)


def _once(every: Figures, sources: int) -> Figures:
    """Equal figures of one witness merged; several figures of one witness divide its vote. Overwrites its columns."""
    keys = every.item * max(sources, 1)
    keys += every.witness
    order, keys = ordered(keys)
    begins = starts(keys)
    sizes = lengths(begins, len(order))
    again = np.flatnonzero(np.repeat(sizes > 1, sizes))
    if not len(again):
        return _kept(every, order, keys, max(sources, 1), every.share, None)
    rows = order[again]
    pair = np.searchsorted(begins, again, "right")
    columns = (every.beyond[rows], every.definition[rows], every.half[rows], every.centre[rows], pair)
    by_figure = np.lexsort(columns)
    new = changes(*(column[by_figure] for column in columns))
    rows, number = rows[by_figure], np.cumsum(new) - 1
    heads = np.flatnonzero(new)
    lines = lengths(heads, len(rows))
    times = lengths(starts(pair[by_figure]), len(rows))
    spoken = np.repeat(times, times)
    share, same = every.share, every.same
    mean = np.add.reduceat(every.share[rows], heads) / lines
    share[rows[heads]] = mean * lines / spoken[heads]
    same[rows] = rows[heads][number]
    kept = np.ones(len(share), dtype=bool)
    kept[rows] = False
    kept[rows[heads]] = True
    some = kept[order]
    return _kept(every, order[some], keys[some], max(sources, 1), share, same)


def _kept(every: Figures, kept: Ints, keys: Ints, sources: int, share: Floats, same: Ints | None) -> Figures:
    """The figures of some rows, in that order; ``keys`` are their items' codes times sources plus their witnesses."""
    place = np.zeros(len(every.same), dtype=np.int64)
    place[kept] = np.arange(len(kept))
    item = keys // sources
    witness = item * sources
    np.subtract(keys, witness, out=witness)
    return Figures(
        item,
        witness,
        every.centre[kept],
        picked(every.half, kept),
        picked(every.beyond, kept),
        picked(every.definition, kept),
        picked(share, kept),
        every.rows,
        place if same is None else place[same],
        every.scale,
        every.step,
        every.definitions,
    )
