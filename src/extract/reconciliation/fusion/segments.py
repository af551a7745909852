"""Sums, maxima and medians over runs of rows, without a loop over the runs.

A segment is a run of neighbouring rows with the same code; codes are sorted, every code from 0 occurs.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]

CLOSE = 1e-9
"""Sums of the same weights in another order differ by less than this."""


def starts(codes: npt.NDArray[Any]) -> Ints:
    """Where each segment begins."""
    if not len(codes):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])


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


def distinct(codes: npt.NDArray[Any]) -> int:
    """How many codes occur; linear, without a sort or a hash."""
    return int(np.count_nonzero(np.bincount(codes)))


def sorting(codes: npt.NDArray[Any], values: Floats) -> Ints:
    """The order that sorts by code, then by value: one sort of one key, quick where rows are nearly sorted.

    Values that differ by less than the key can hold (one part in 10^16 of codes times range) may stay as they
    are.
    """
    if not len(values):
        return np.zeros(0, dtype=np.int64)
    lowest = values.min()
    key = codes + (values - lowest) / (2 * (values.max() - lowest) + 1e-300)
    return np.argsort(key, kind="stable")


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
    if not len(values):
        return found
    order = sorting(codes, values)
    values, weights, codes = values[order], weights[order], codes[order]
    begins = starts(codes)
    total = np.cumsum(weights)
    before = np.r_[0.0, total[begins[1:] - 1]]
    lengths = np.diff(np.r_[begins, len(codes)])
    share = (total - np.repeat(before, lengths)) / np.repeat(np.add.reduceat(weights, begins), lengths)
    lower = np.minimum(first_where(share >= 0.5 - CLOSE, begins), begins + lengths - 1)
    upper = np.minimum(first_where(share > 0.5 + CLOSE, begins), begins + lengths - 1)
    found[codes[begins]] = (values[lower] + values[upper]) / 2
    return found
