"""Sums, maxima and medians over runs of rows, without a loop over the runs.

A segment is a run of neighbouring rows with the same code; codes are sorted, every code from 0 occurs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Kind = TypeVar("Kind", bound=np.generic)
Bools: TypeAlias = npt.NDArray[np.bool_]

_BITS = 62
"""Bits of a whole number that is not below zero, and one to spare."""

CLOSE = 1e-9
"""Sums of the same weights in another order differ by less than this."""


BLOCK = 1 << 16
"""Rows that are worked on at a time: what is made of them stays in the processor's cache."""


def starts(codes: npt.NDArray[Any]) -> Ints:
    """Where each segment begins."""
    return np.flatnonzero(changes(codes))


def changes(*columns: npt.NDArray[Any]) -> Bools:
    """The rows that differ from the one before in any column; the first does."""
    new = np.ones(len(columns[0]), dtype=bool)
    if len(new) > 1:
        np.not_equal(columns[0][1:], columns[0][:-1], out=new[1:])
    for column in columns[1:]:
        new[1:] |= column[1:] != column[:-1]
    return new


def lengths(begins: Ints, rows: int) -> Ints:
    """How many rows each segment has."""
    found = np.empty(len(begins), dtype=np.int64)
    np.subtract(begins[1:], begins[:-1], out=found[:-1])
    found[-1:] = rows - begins[-1:]
    return found


def blocks(rows: int) -> Iterator[slice]:
    """All rows, some at a time."""
    return (slice(begin, begin + BLOCK) for begin in range(0, rows, BLOCK))


def cuts(begins: Ints, rows: int) -> list[tuple[int, int]]:
    """Segments, so many at a time that they have about a block of rows: the first, and the one after the last."""
    bounds = np.unique(np.searchsorted(begins, np.arange(0, rows, BLOCK), "right") - 1)
    return list(pairwise([*bounds.tolist(), len(begins)])) if rows else []


def whole_segments(codes: Ints) -> Iterator[slice]:
    """All rows, some segments at a time."""
    rows = len(codes)
    heads = np.unique(np.searchsorted(codes, codes[::BLOCK]))
    return (slice(*pair) for pair in pairwise([*heads.tolist(), rows]))


def ordered(keys: Ints) -> tuple[Ints, Ints]:
    """The order that sorts whole numbers from 0, equal ones as they stand, and the sorted numbers.

    Number and row share one integer where they fit in: integers are sorted much faster than orders of them are.
    What is given is overwritten.
    """
    rows = len(keys)
    if rows < 2 or (keys[1:] >= keys[:-1]).all():
        return np.arange(rows), keys
    bits = (rows - 1).bit_length()
    if int(keys.max()).bit_length() + bits > _BITS:
        order = np.argsort(keys, kind="stable")
        return order, keys[order]
    keys <<= bits
    for some in blocks(rows):
        keys[some] |= np.arange(some.start, min(some.stop, rows))
    keys.sort()
    order = keys & ((1 << bits) - 1)
    keys >>= bits
    return order, keys


def once(keys: Ints) -> Ints:
    """Sorted numbers, each once."""
    new = changes(keys)
    return keys if new.all() else keys[new]


def least(codes: Ints, values: Floats) -> Ints:
    """The row with the least value of each code; quick where codes are sorted and occur once."""
    if (codes[1:] > codes[:-1]).all():
        return np.arange(len(codes))
    order = sorting(codes, values)
    return order[starts(codes[order])]


def sums(codes: npt.NDArray[Any], weights: npt.NDArray[Any], count: int) -> Floats:
    """The sum of the weights of each code; codes need not be sorted."""
    total: Floats = np.bincount(codes, weights, minlength=count).astype(np.float64, copy=False)
    return total


def totals(codes: Ints, count: int, weigh: Callable[[slice], Floats]) -> Floats:
    """The same, of weights that are made for some rows at a time: of millions they are never all in memory."""
    if len(codes) <= BLOCK:
        return sums(codes, weigh(slice(None)), count)
    total = np.zeros(count)
    for rows in blocks(len(codes)):
        np.add.at(total, codes[rows], weigh(rows))
    return total


def distinct(codes: npt.NDArray[Any]) -> int:
    """How many codes occur; linear, without a sort or a hash."""
    return int(np.count_nonzero(np.bincount(codes)))


def sorting(codes: Ints, values: Floats) -> Ints:
    """The order that sorts by code, then by value: one sort of one key, quick where rows are nearly sorted.

    Values that differ by less than the key can hold (one part in 10^16 of codes times range) may stay as they
    are.
    """
    if len(codes) <= BLOCK or not (codes[1:] >= codes[:-1]).all():
        return _sorting(codes, values)
    order = np.empty(len(codes), dtype=np.int64)
    for rows in whole_segments(codes):
        np.add(_sorting(codes[rows] - codes[rows.start], values[rows]), rows.start, out=order[rows])
    return order


def _sorting(codes: Ints, values: Floats) -> Ints:
    if not len(values):
        return np.zeros(0, dtype=np.int64)
    lowest = values.min()
    key = codes + (values - lowest) / (2 * (values.max() - lowest) + 1e-300)
    return np.argsort(key, kind="stable")


def middle_of(values: Floats) -> float:
    """The median of some values, whose order is lost: nothing is copied."""
    half = len(values) // 2
    places = [half] if len(values) % 2 else [half - 1, half]
    values.partition(places)
    return float(values[places].mean())


def picked(column: npt.NDArray[Kind], rows: Ints) -> npt.NDArray[Kind]:
    """Some rows of a column; what is the same everywhere need not be looked up, and nothing not even be written."""
    if not len(column) or not (column == column[0]).all():
        return column[rows]
    return np.full(len(rows), column[0]) if column[0] else np.zeros(len(rows), dtype=column.dtype)


def first_where(mask: Bools, begins: Ints) -> Ints:
    """For each segment the first row of the mask, or a number past the end where there is none."""
    return np.minimum.reduceat(np.where(mask, np.arange(len(mask)), len(mask)), begins)


def weighted_medians(values: Floats, weights: Floats, codes: Ints, count: int) -> Floats:
    """The weighted median of the values of each code; NaN for a code without weight.

    Two rows that halve the weight exactly make the mean of both. Linear after one sort.
    """
    found = np.full(count, np.nan)
    if not (weights > 0).all():
        used = weights > 0
        values, weights, codes = values[used], weights[used], codes[used]
    if len(codes) < 2 * count:
        # The only value of a code is its median.
        several = np.bincount(codes, minlength=count)[codes] > 1
        found[codes[~several]] = values[~several]
        values, weights, codes = values[several], weights[several], codes[several]
    if len(codes) and not codes.any() and (weights == weights[0]).all():
        found[0] = middle_of(values.copy())
    elif len(codes) > BLOCK and (codes[1:] >= codes[:-1]).all():
        for rows in whole_segments(codes):
            _halve(values[rows], weights[rows], codes[rows], found)
    elif len(codes):
        _halve(values, weights, codes, found)
    return found


def _halve(values: Floats, weights: Floats, codes: Ints, found: Floats) -> None:
    """Put the weighted median of each code into its place."""
    order = sorting(codes, values)
    values, weights, codes = values[order], weights[order], codes[order]
    begins = starts(codes)
    total = np.cumsum(weights)
    before = np.zeros(len(begins))
    before[1:] = total[begins[1:] - 1]
    size = lengths(begins, len(codes))
    share = (total - np.repeat(before, size)) / np.repeat(np.add.reduceat(weights, begins), size)
    lower = np.minimum(first_where(share >= 0.5 - CLOSE, begins), begins + size - 1)
    upper = np.minimum(first_where(share > 0.5 + CLOSE, begins), begins + size - 1)
    found[codes[begins]] = (values[lower] + values[upper]) / 2
