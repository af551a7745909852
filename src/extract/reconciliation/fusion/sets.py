"""Which elements belong to an item's set, from lists that are short, long or wrong.

After LTM (Zhao, Rubinstein, Gemmell, Han, VLDB 2012), by expectation and maximisation instead of sampling:
each source lists a true element with its own probability (sensitivity) and a false one with another. What
a source does not list speaks against an element only where the source lists exhaustively, and the less the
more of what is believed it leaves out of that item: a list that was cut off omits all behind the cut at once.
Time is linear in claims: silence is summed once for an item and taken back where it was broken.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.errors import ConfigurationError
from extract.reconciliation.fusion.confidence import believed
from extract.reconciliation.fusion.duplicates import Said, echoes
from extract.reconciliation.fusion.labels import described
from extract.reconciliation.fusion.parameters import Parameters, Sets, load_parameters
from extract.reconciliation.fusion.segments import (
    Bools,
    Floats,
    Ints,
    changes,
    distinct,
    lengths,
    sorting,
    starts,
    sums,
)
from extract.reconciliation.fusion.tables import (
    Coded,
    Votes,
    candidates,
    coded,
    coding,
    joined,
    need,
    parts,
    runs,
    votes,
)

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
    place[order] = np.repeat(np.arange(len(pairs)), lengths(begins, len(order)))
    speaks = np.ones(len(pairs), dtype=bool)
    if "exhaustive" in claims.columns:
        full = claims["exhaustive"].to_numpy(dtype=bool)
        wanted = (table.item * max(width, 1) + table.witness)[~full]
        speaks[np.searchsorted(pairs, wanted)] = False
    of = pairs // max(width, 1)
    by = pairs - of * max(width, 1)
    return _Lists(
        by,
        of,
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
    new = changes(item, named)
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
    learned = distinct(lists.by) >= settings.judge_from
    told = _Told(lists, settings)
    for number in range(settings.rounds + 1):
        change = told.look_through(habits)
        if not len(told.chance) or (number and change < parameters.reliability.settled):
            break
        if learned and number < settings.rounds:
            habits = told.habits()
    return told.chance, habits, learned


class _Told:
    """What is believed of elements by the habits of sources, and what that says of habits.

    ``chance`` is by element the probability that it belongs, ``silence`` by list what it counts that it leaves
    something out. Sums are by witness, but for the last two: of what it lists how much is right (``hits``), how much
    that is true and false it could have listed, and how much is true and false in all.
    """

    def __init__(self, lists: _Lists, settings: Sets) -> None:
        self.lists, self.settings = lists, settings
        self.chance = np.zeros(len(lists.item_of))
        self.silence = lists.speaks.astype(np.float64)
        self.full, self.plain = bool(lists.speaks.all()), bool((lists.share == 1).all())
        self.reach = lists.length**settings.cut_off
        begins = starts(lists.item_of)
        self.parts = parts(lists.listed, begins, len(lists.item_of)) if len(begins) else []
        bounds = [part.items.start for part in self.parts] + [len(begins)]
        self.lists_of = [slice(*pair) for pair in pairwise(np.searchsorted(lists.of, bounds).tolist())]
        self.entries = sums(lists.lister, lists.speaks[lists.place], lists.witnesses)
        self.sums: tuple[Floats, Floats, Floats, float, float]

    def look_through(self, before: _Habits) -> float:
        """Everything anew by the habits of sources; how much probabilities change on average.

        An element that nobody lists is not in the table: of few lists those that are seen stand for others that
        nobody happened to list, so that a source is not blamed for all that it alone lists.
        """
        lists, width = self.lists, self.lists.witnesses
        unheard, unsaid = np.log(1 - before.sensitivity), np.log(1 - before.false_rate)
        named = np.log(before.sensitivity / before.false_rate)
        usual = float(np.log(before.prevalence / (1 - before.prevalence)))
        hits, could, risks = np.zeros((3, width))
        true = false = change = 0.0
        for part, mine in zip(self.parts, self.lists_of, strict=True):
            by, of = lists.by[mine], lists.of[mine] - part.items.start
            item = lists.item_of[part.candidates] - part.items.start
            listed, place = lists.listed[part.votes] - part.candidates.start, lists.place[part.votes] - mine.start
            lister, count = lists.lister[part.votes], part.items.stop - part.items.start
            missed, spared = unheard[by], unsaid[by]
            omitted = missed - spared
            omitted *= self.silence[mine]
            odds = sums(of, omitted, count)[item]
            spoken = named[lister]
            if not self.plain:
                spoken *= lists.share[part.votes]
            spoken -= omitted[place]
            odds += sums(listed, spoken, len(item))
            odds += usual
            chance = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
            change += float(np.abs(chance - self.chance[part.candidates]).sum())
            self.chance[part.candidates] = chance
            believed_of = sums(item, chance, count)
            # A list counts as (its length / what is believed) to a power, and no more than 1.
            counts = np.minimum(1.0, self.reach[mine] * (np.maximum(believed_of, 1e-9) ** -self.settings.cut_off)[of])
            self.silence[mine] = self._spoken(counts, mine)
            wrong_of = np.bincount(item, minlength=count) - believed_of
            true_of, false_of = believed_of / _seen(of, missed, count), wrong_of / _seen(of, spared, count)
            true, false = true + float(true_of.sum()), false + float(false_of.sum())
            np.add.at(hits, lister, self._spoken(chance[listed], mine, place))
            np.add.at(could, by, self._spoken(true_of[of], mine))
            np.add.at(risks, by, self._spoken(false_of[of], mine))
        self.sums = hits, could, risks, true, false
        return change / max(len(self.chance), 1)

    def _spoken(self, values: Floats, mine: slice, place: Ints | None = None) -> Floats:
        """Values of lists, or of what stands in them, where silence speaks; 0 elsewhere."""
        if self.full:
            return values
        speaks = self.lists.speaks[mine]
        return values * (speaks if place is None else speaks[place])

    def habits(self) -> _Habits:
        """How often each source lists what is true and what is false, and how common what is true is.

        Shrunk towards the prior.
        """
        settings = self.settings
        hits, could, risks, true, false = self.sums
        strong, weak = settings.sensitivity_strength, settings.false_strength
        held = settings.prevalence_strength
        return _Habits(
            np.clip((hits + settings.sensitivity * strong) / (could + strong), settings.least, settings.most),
            np.clip((self.entries - hits + settings.false_rate * weak) / (risks + weak), settings.least, 0.5),
            (true + settings.prevalence * held) / (true + false + held),
        )


def _seen(of: Ints, unseen: Floats, items: int) -> Floats:
    """By item the probability that at least one list has an element; ``unseen`` is each one's logarithm that not."""
    seen: Floats = np.maximum(1 - np.exp(sums(of, unseen, items)), 1e-9)
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
