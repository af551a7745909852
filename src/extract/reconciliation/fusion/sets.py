"""Which elements belong to an item's set, from lists that are short, long or wrong.

After LTM (Zhao, Rubinstein, Gemmell, Han, VLDB 2012), by expectation and maximisation instead of sampling:
each source lists a true element with its own probability (sensitivity) and a false one with another. What
a source does not list speaks against an element only where the source lists exhaustively, and the less the
more of what is believed it leaves out of that item: a list that was cut off omits all behind the cut at once.
Time is linear in claims: silence is summed once for an item and taken back where it was broken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.errors import ConfigurationError
from extract.reconciliation.fusion.confidence import believed
from extract.reconciliation.fusion.duplicates import Said, echoes
from extract.reconciliation.fusion.labels import described
from extract.reconciliation.fusion.parameters import Parameters, Sets, load_parameters
from extract.reconciliation.fusion.segments import Bools, Floats, Ints, distinct, sorting, sums
from extract.reconciliation.fusion.tables import Coded, Votes, candidates, coded, coding, joined, need, runs, votes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


_DRAWN = 1 << 40
"""Numbers are drawn below this to tell lists apart."""


@dataclass(frozen=True)
class FusedSets:
    """Elements by item, and sources.

    ``elements``: ``item``, ``value``, ``belongs``, ``confidence`` (that it belongs), ``n_agreeing`` and
    ``n_sources`` (independent ones that list it, and that speak of the item). ``sources`` is indexed by
    source: ``reliability`` (probability that what it lists belongs), ``sensitivity``, ``false_rate``,
    ``judged``, ``copy_of``, ``n_claims``.
    """

    elements: pd.DataFrame
    sources: pd.DataFrame


@dataclass(frozen=True)
class _Lists:
    """Each witness's list of each item (``by``, ``of``, ``length``, ``speaks``), and what is in it.

    ``entry`` pairs (``listed``: candidate, ``place``: list, ``lister``: witness) are all that is listed, ``share`` of
    a vote each.
    """

    by: Ints
    of: Ints
    length: Floats
    speaks: Bools
    listed: Ints
    place: Ints
    lister: Ints
    share: Floats
    item_of: Ints
    witnesses: int
    items: int


@dataclass(frozen=True)
class _Habits:
    """By witness; ``prevalence`` is of all elements that could be listed, also of those that nobody lists."""

    sensitivity: Floats
    false_rate: Floats
    prevalence: float


def fuse_sets(
    claims: pd.DataFrame,
    *,
    copies: Iterable[Collection[object]] = (),
    parameters: Parameters | None = None,
) -> FusedSets:
    """Which of the listed elements belong.

    Args:
        claims: ``source``, ``item``, ``value`` (one element), and, if wanted, ``exhaustive`` (false: the
            source does not list everything, its silence says nothing; true where left out) and ``weight``.
        copies: groups of sources that repeat each other; each group has one vote. Sources that repeat whole
            lists which others contradict need not be given.
        parameters: the built-in ones if left out.

    Raises:
        ConfigurationError: a column is missing, or a source, item or value is.
    """
    parameters = parameters or load_parameters()
    need(claims, ("source", "item", "value"))
    table = coded(claims, copies)
    value, values = coding(claims["value"])
    if (value < 0).any():
        raise ConfigurationError("claims: a row lacks its value: leave such rows out")
    candidate, named = candidates(table.item, value, len(values))
    item_of = named // max(len(values), 1)
    lists = _lists(claims, table, candidate, item_of)
    groups = echoes(Said(_whole(lists), parameters.duplicates), parameters.duplicates, parameters.duplicates.share)
    if groups:
        table = joined(table, groups)
        lists = _lists(claims, table, candidate, item_of)
    chance, habits, learned = _believe(lists, parameters)
    elements = _elements(table, lists, values.take(named % max(len(values), 1)), chance, parameters)
    return FusedSets(elements, _sources(table, habits, learned=learned))


def _lists(claims: pd.DataFrame, table: Coded, candidate: Ints, item_of: Ints) -> _Lists:
    """Votes without division: a list may name many elements."""
    weight = claims["weight"].to_numpy(dtype=np.float64) if "weight" in claims.columns else None
    cast = votes(table, candidate, np.arange(len(item_of)), weight)
    width = cast.n_witnesses
    order, begins, pairs = runs(item_of[cast.candidate] * max(width, 1) + cast.witness)
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.repeat(np.arange(len(pairs)), np.diff(np.r_[begins, len(order)]))
    speaks = np.ones(len(pairs), dtype=bool)
    if "exhaustive" in claims.columns:
        full = claims["exhaustive"].to_numpy(dtype=bool)
        wanted = (table.item * max(width, 1) + table.witness)[~full]
        speaks[np.searchsorted(pairs, wanted)] = False
    by = pairs % max(width, 1)
    return _Lists(
        by,
        pairs // max(width, 1),
        np.bincount(place, minlength=len(pairs)).astype(np.float64),
        speaks,
        cast.candidate,
        place,
        by[place],
        cast.share,
        item_of,
        width,
        len(table.items),
    )


def _whole(lists: _Lists) -> Votes:
    """Each list as one vote: who lists the very same."""
    drawn = np.random.default_rng(1).integers(1, _DRAWN, len(lists.item_of)).astype(np.float64)
    # Sums of whole numbers below 2^53 are exact: equal lists have equal sums in any order.
    named = sums(lists.place, drawn[lists.listed], len(lists.of))
    order = sorting(lists.of, named)
    item, named = lists.of[order], named[order]
    new = np.r_[True, (item[1:] != item[:-1]) | (named[1:] != named[:-1])][: len(item)]
    return Votes(
        lists.by[order], np.cumsum(new) - 1, np.ones(len(item)), item[new], lists.witnesses, lists.items, len(item)
    )


def _believe(lists: _Lists, parameters: Parameters) -> tuple[Floats, _Habits, bool]:
    """Judge elements by habits and habits by elements; of few sources the habits stay the prior."""
    settings = parameters.sets
    habits = _Habits(
        np.full(lists.witnesses, settings.sensitivity),
        np.full(lists.witnesses, settings.false_rate),
        settings.prevalence,
    )
    silence = lists.speaks.astype(np.float64)
    learned = distinct(lists.by) >= settings.judge_from
    chance = _chances(lists, habits, silence)
    for _ in range(settings.rounds):
        before = chance
        believed_of = sums(lists.item_of, chance, lists.items)
        part = np.minimum(1.0, lists.length / np.maximum(believed_of[lists.of], 1e-9))
        silence = lists.speaks * part**settings.cut_off
        if learned:
            habits = _habits(lists, chance, believed_of, habits, settings)
        chance = _chances(lists, habits, silence)
        if not len(chance) or np.abs(chance - before).mean() < parameters.reliability.settled:
            break
    return chance, habits, learned


def _chances(lists: _Lists, habits: _Habits, silence: Floats) -> Floats:
    """Probability that each element belongs."""
    omitted = np.log((1 - habits.sensitivity) / (1 - habits.false_rate))[lists.by] * silence
    named = np.log(habits.sensitivity / habits.false_rate)[lists.lister]
    all_silent = sums(lists.of, omitted, lists.items)
    broken = sums(lists.listed, named * lists.share - omitted[lists.place], len(lists.item_of))
    odds = all_silent[lists.item_of] + broken + np.log(habits.prevalence / (1 - habits.prevalence))
    chance: Floats = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
    return chance


def _habits(lists: _Lists, chance: Floats, believed_of: Floats, before: _Habits, settings: Sets) -> _Habits:
    """How often each source lists what is true and what is false, and how common what is true is.

    Shrunk towards the prior. An element that nobody lists is not in the table: of few lists those that are seen
    stand for others that nobody happened to list, so that a source is not blamed for all that it alone lists.
    """
    width = lists.witnesses
    by, right = lists.lister, chance[lists.listed]
    wrong_of = np.bincount(lists.item_of, minlength=lists.items) - believed_of
    true_of = believed_of / _seen(lists, before.sensitivity)
    false_of = wrong_of / _seen(lists, before.false_rate)
    weight = lists.speaks.astype(np.float64)
    entries = weight[lists.place]
    hits = sums(by, right * entries, width)
    chances = sums(lists.by, true_of[lists.of] * weight, width)
    slips = sums(by, (1 - right) * entries, width)
    risks = sums(lists.by, false_of[lists.of] * weight, width)
    strong, weak = settings.sensitivity_strength, settings.false_strength
    held, true = settings.prevalence_strength, float(true_of.sum())
    return _Habits(
        np.clip((hits + settings.sensitivity * strong) / (chances + strong), settings.least, settings.most),
        np.clip((slips + settings.false_rate * weak) / (risks + weak), settings.least, 0.5),
        (true + settings.prevalence * held) / (true + float(false_of.sum()) + held),
    )


def _seen(lists: _Lists, rate: Floats) -> Floats:
    """By item the probability that at least one of its lists has an element that each has at its rate."""
    unseen = np.exp(sums(lists.of, np.log(1 - rate)[lists.by], lists.items))
    seen: Floats = np.maximum(1 - unseen, 1e-9)
    return seen


def _elements(table: Coded, lists: _Lists, value: Any, chance: Floats, parameters: Parameters) -> pd.DataFrame:
    listing = sums(lists.listed, lists.share, len(lists.item_of))
    speaking = np.bincount(lists.of, minlength=lists.items)[lists.item_of]
    sure = believed(chance, listing, parameters.calibration.sets, parameters)
    return pd.DataFrame(
        {
            "item": table.items.take(lists.item_of),
            "value": value,
            "belongs": chance > 0.5,
            "confidence": sure,
            "n_agreeing": listing,
            "n_sources": speaking,
        }
    )


def _sources(table: Coded, habits: _Habits, *, learned: bool) -> pd.DataFrame:
    common = habits.prevalence
    right = habits.sensitivity * common
    reliability = right / (right + habits.false_rate * (1 - common))
    sources = described(table, reliability, judged=learned)
    speaks_for = np.arange(len(table.sources))
    speaks_for[table.source] = table.witness
    sources.insert(1, "sensitivity", habits.sensitivity[speaks_for])
    sources.insert(2, "false_rate", habits.false_rate[speaks_for])
    return sources
