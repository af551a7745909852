"""One true label for each item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.errors import ConfigurationError
from extract.reconciliation.fusion.confidence import believed
from extract.reconciliation.fusion.dawid_skene import hold_closed, recurring
from extract.reconciliation.fusion.dependence import independent
from extract.reconciliation.fusion.duplicates import Said, echoes, shares
from extract.reconciliation.fusion.parameters import Parameters, load_parameters
from extract.reconciliation.fusion.segments import Ints
from extract.reconciliation.fusion.tables import Coded, Votes, candidates, coded, coding, joined, need, votes
from extract.reconciliation.fusion.voting import NO_KIN, Ballot, Kin, hold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


@dataclass(frozen=True)
class Fused:
    """Facts by item, and sources with what was learned of them.

    ``facts`` is indexed by item: ``value``, ``confidence``, ``abstained`` (a tie: the value is no more than a
    proposal), ``n_claims``, ``n_sources`` (independent ones) and ``n_agreeing``. ``sources`` is indexed by
    source: ``reliability``, ``judged``, ``copy_of``, ``n_claims``.
    """

    facts: pd.DataFrame
    sources: pd.DataFrame


def fuse_labels(
    claims: pd.DataFrame,
    *,
    copies: Iterable[Collection[object]] = (),
    broader: Mapping[object, object] | None = None,
    closed: bool | None = None,
    parameters: Parameters | None = None,
) -> Fused:
    """The most probable label of each item.

    Args:
        claims: ``source``, ``item``, ``value`` and, if wanted, ``weight`` (0 to 1: how plainly it is said).
        copies: groups of sources that repeat each other; each group has one vote. What the claims themselves
            show plainly need not be given (see :func:`duplicates`).
        broader: label -> the label that contains it; such labels do not contradict each other.
        closed: the labels are few and fixed, and every item has one of them (Dawid-Skene). Left out, labels are
            taken for such where they are few and are confused, or common, in a way that recurs.
        parameters: the built-in ones if left out.

    Raises:
        ConfigurationError: a column is missing, or a source, item or value is; or the labels are too many to
            be a closed set.
    """
    parameters = parameters or load_parameters()
    need(claims, ("source", "item", "value"))
    table = coded(claims, copies)
    value, values = coding(claims["value"])
    if (value < 0).any():
        raise ConfigurationError("claims: a row lacks its value: leave such rows out")
    if not len(claims):
        return Fused(_facts_of_nothing(), described(table, np.zeros(0), judged=False))
    candidate, named = candidates(table.item, value, len(values))
    weight = claims["weight"].to_numpy(dtype=np.float64) if "weight" in claims.columns else None
    cast = votes(table, candidate, named // len(values), weight)
    said = Said(cast, parameters.duplicates)
    for share in shares(cast, len(values), parameters.duplicates):
        groups = echoes(said, parameters.duplicates, share)
        if groups:
            table = joined(table, groups)
            cast = votes(table, candidate, named // len(values), weight)
            said = Said(cast, parameters.duplicates)
    label_of, kin = named % len(values), kinship(named, values, broader, parameters) if broader else NO_KIN
    cast = independent(cast, len(values), parameters, kin=kin)
    ballot = hold(cast, parameters, kin=kin)
    if closed or (closed is None and recurring(ballot, cast, label_of, len(values), parameters)):
        ballot = hold_closed(ballot, cast, label_of, len(values), parameters)
    facts = _facts(ballot, cast, table, values.take(label_of[ballot.winner]), parameters)
    return Fused(facts, described(table, ballot.accuracy, judged=ballot.learned))


def _facts(ballot: Ballot, cast: Votes, table: Coded, value: Any, parameters: Parameters) -> pd.DataFrame:
    winner = ballot.winner
    agreeing = ballot.voters[winner]
    sure = believed(ballot.probability[winner], agreeing, parameters.calibration.labels, parameters)
    return pd.DataFrame(
        {
            "value": value,
            "confidence": sure,
            "abstained": ballot.tied,
            "n_claims": np.bincount(table.item, minlength=len(table.items)),
            "n_sources": cast.speakers,
            "n_agreeing": agreeing,
        },
        index=pd.Index(table.items, name="item"),
    )


def described(table: Coded, accuracy: Any, *, judged: bool) -> pd.DataFrame:
    """The sources with what was learned of them; a copy has its original's reliability."""
    speaks_for = np.arange(len(table.sources))
    speaks_for[table.source] = table.witness
    copied = np.flatnonzero(speaks_for != np.arange(len(table.sources)))
    originals = np.full(len(table.sources), None, dtype=object)
    if len(copied):
        originals[copied] = np.asarray(table.sources, dtype=object)[speaks_for[copied]]
    return pd.DataFrame(
        {
            "reliability": np.asarray(accuracy)[speaks_for] if len(accuracy) else np.zeros(len(speaks_for)),
            "judged": judged,
            "copy_of": originals,
            "n_claims": np.bincount(table.source, minlength=len(table.sources)),
        },
        index=pd.Index(table.sources, name="source"),
    )


def kinship(named: Ints, values: pd.Index[Any], broader: Mapping[object, object], parameters: Parameters) -> Kin:
    """Broader candidates of the same item speak for narrower ones, at a discount.

    Args:
        named: item code times number of values plus value code, sorted.
        values: the labels by code.
        broader: label -> the label that contains it.
        parameters: ``hierarchy`` is used.
    """
    above = pd.Index(values).get_indexer(pd.Index([broader.get(value) for value in values], dtype=object))
    givers, takers = [], []
    level = named % len(values)
    everyone = np.arange(len(named))
    for _ in range(parameters.hierarchy.depth):
        known = above[level] >= 0
        everyone, level = everyone[known], above[level][known]
        if not len(everyone):
            break
        wanted = named[everyone] // len(values) * len(values) + level
        place = np.minimum(np.searchsorted(named, wanted), len(named) - 1)
        met = (named[place] == wanted) & (place != everyone)
        givers.append(place[met])
        takers.append(everyone[met])
    if not givers:
        return NO_KIN
    # A hierarchy with a loop meets the same pair again: it counts once.
    pairs = np.unique(np.concatenate(givers) * len(named) + np.concatenate(takers))
    return Kin(pairs // len(named), pairs % len(named), np.full(len(pairs), parameters.hierarchy.broader))


def _facts_of_nothing() -> pd.DataFrame:
    columns = ("value", "confidence", "abstained", "n_claims", "n_sources", "n_agreeing")
    return pd.DataFrame({name: [] for name in columns}, index=pd.Index([], name="item"))
