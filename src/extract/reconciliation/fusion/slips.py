"""Gross errors recognised as what they are: a month's pay called a year's, thousands, the wrong currency.

Each claim is compared with what is believed of its item without it or, where it stands alone, with what items
of its family are like. Either it is sound, or out by one of the named factors, or out by anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from extract.reconciliation.fusion.parameters import Gross
from extract.reconciliation.fusion.segments import Floats, Ints

_FREEDOM = 4.0

SOUND = -1
"""Code of a claim that is out by no factor."""


@dataclass(frozen=True)
class Factors:
    """Named factors, in order of size, and their logarithms."""

    names: tuple[str, ...]
    logs: Floats


@dataclass(frozen=True)
class Slips:
    """By claim: the factor's code or ``SOUND``, its logarithm (0 if sound), and how probable a slip is."""

    code: Ints
    log: Floats
    probability: Floats


def factors(settings: Gross, rates: Mapping[str, float] | None, *, scaled: bool = True) -> Factors:
    """The configured factors and the user's: what a figure is multiplied by if its currency is wrong.

    Args:
        settings: ``gross`` of the parameters.
        rates: name -> factor.
        scaled: whether figures are compared by their logarithms; if not no factor can be told.

    Raises:
        ValueError: a rate is not above 0.
    """
    named = {**settings.factors, **(rates or {})}
    for name, factor in named.items():
        if not factor > 0:
            raise ValueError(f"rates: {name!r} must be above 0, not {factor}")
    known = sorted((float(np.log(factor)), name) for name, factor in named.items())
    known = [(log, name) for log, name in known if scaled and abs(log) >= np.log(settings.least)]
    return Factors(tuple(name for _, name in known), np.array([log for log, _ in known]))


def none(count: int) -> Slips:
    """No slip anywhere."""
    return Slips(np.full(count, SOUND, dtype=np.int64), np.zeros(count), np.zeros(count))


def find(apart: Floats, scale: Floats, named: Factors, settings: Gross) -> Slips:
    """What each claim is most probably out by.

    Args:
        apart: logarithm of the claim over what is expected of it; NaN where nothing is.
        scale: standard deviation of that if the claim is sound.
        named: the factors.
        settings: ``gross`` of the parameters.
    """
    slips = none(len(apart))
    if not len(named.logs):
        return slips
    # Most claims are near what is expected: only the others are looked at closely.
    far = np.flatnonzero(np.abs(apart) > np.abs(named.logs).min() / 2)
    rest, width = apart[far], scale[far]
    share = settings.share / len(named.logs)
    sound = np.log(1 - settings.share - settings.other) - 0.5 * (rest / width) ** 2
    other = np.log(settings.other / (2 * settings.reach)) + np.log(width) + 0.5 * np.log(2 * np.pi)
    best, best_code = np.full(len(far), -np.inf), np.zeros(len(far), dtype=np.int64)
    top = np.maximum(sound, other)
    # Student's t: how far a source usually scatters is known from few claims.
    by_factor = [
        np.log(share) - (_FREEDOM + 1) / 2 * np.log1p(((rest - log) / width) ** 2 / _FREEDOM) for log in named.logs
    ]
    for code, likely in enumerate(by_factor):
        better = likely > best
        best, best_code = np.where(better, likely, best), np.where(better, code, best_code)
    top = np.maximum(top, best)
    slipped = np.sum([np.exp(likely - top) for likely in by_factor], axis=0)
    probability = slipped / (slipped + np.exp(sound - top) + np.exp(other - top))
    named_now = probability >= settings.name_from
    where = far[named_now]
    slips.code[where] = best_code[named_now]
    slips.log[where] = named.logs[best_code[named_now]]
    slips.probability[far] = probability
    return slips
