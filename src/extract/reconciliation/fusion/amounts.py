"""One true amount for each item: point, interval and range, with slips named and repairs proposed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from extract.reconciliation.fusion.confidence import believed
from extract.reconciliation.fusion.dependence import repeating
from extract.reconciliation.fusion.duplicates import Said, echoes, shares
from extract.reconciliation.fusion.figures import Figures, ends, figures, votes_of
from extract.reconciliation.fusion.habits import Habits, corrected, first_habits, learn, says_exactly
from extract.reconciliation.fusion.labels import described
from extract.reconciliation.fusion.opinions import Family, Opinions, family, gather
from extract.reconciliation.fusion.parameters import Numbers, Parameters, load_parameters
from extract.reconciliation.fusion.segments import Bools, Floats, Ints, blocks, weighted_medians
from extract.reconciliation.fusion.slips import SOUND, Factors, Slips, factors, find, none
from extract.reconciliation.fusion.steps import in_steps, step_of
from extract.reconciliation.fusion.tables import Coded, coded, joined, need, runs, speaking_for

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping


VERDICTS: Final = ("sound", "slip", "other", "bound", "unusable")
"""What a claim can be: believed, out by a named factor, outside what is believed, an open end, no amount."""


@dataclass(frozen=True)
class FusedAmounts:
    """Facts by item, claims by row, sources, definitions.

    ``facts`` is indexed by item: ``value`` (NaN if there is none), ``lower`` and ``upper`` (a 90% interval of
    it), ``low`` and ``high`` (the range, where sources give one), ``bound`` ("at least", "at most" where
    there is nothing but bounds), ``confidence`` (that the value is right within ``numbers.right``),
    ``abstained``, ``n_claims``, ``n_sources``, ``n_agreeing``.

    ``claims`` has the table's index: ``verdict`` (see ``VERDICTS``), ``slip`` (its name),
    ``slip_probability``, ``repaired_low`` and ``repaired_high`` (proposed, never more).

    ``sources`` is indexed by source: ``reliability``, ``offset`` (factor by which its figures run high),
    ``noise``, ``judged``, ``copy_of``, ``n_claims``.

    ``definitions`` is by definition the factor by which its figures run high against the reference's, which has 1.
    """

    facts: pd.DataFrame
    claims: pd.DataFrame
    sources: pd.DataFrame
    definitions: pd.Series[float]


def fuse_amounts(
    claims: pd.DataFrame,
    *,
    copies: Iterable[Collection[object]] = (),
    reference: Hashable | None = None,
    rates: Mapping[str, float] | None = None,
    parameters: Parameters | None = None,
) -> FusedAmounts:
    """The most probable amount of each item.

    Args:
        claims: ``source``, ``item``, and ``low`` and ``high`` (equal for a point, one of them empty for an
            open end) or ``value``; if wanted ``definition`` (what kind of figure it is), ``family`` (items
            of about one size; the same for all claims of an item) and ``weight``. Nothing below zero.
        copies: groups of sources that repeat each other; each group has one vote.
        reference: the definition that facts are to have; the most common if left out.
        rates: name -> what a figure is multiplied by if its currency is wrong, to be recognised as such.
        parameters: the built-in ones if left out.

    Raises:
        ConfigurationError: a column is missing, or a source or item is.
        ValueError: a rate is not above 0.
    """
    parameters = parameters or load_parameters()
    need(claims, ("source", "item"))
    table = coded(claims, copies)
    table, found, habits = _independent(claims, table, reference, parameters)
    items, settings = len(table.items), parameters.numbers
    named = factors(parameters.gross, rates, scaled=not found.scale.linear)
    expected = _expected(claims, found, table, habits, settings)
    slips = none(len(found.item))
    opinions = gather(found, slips.log, slips.code != SOUND, habits, expected, parameters)
    for _ in range(settings.passes):
        before, slips = slips, _slips(found, habits, opinions, expected, named, parameters)
        if habits.exact and (slips.code == before.code).all():
            break
        habits = learn(found, opinions.inside, slips.log, items, habits, settings)
        opinions = gather(found, slips.log, slips.code != SOUND, habits, expected, parameters)
    step = _step(claims, found, opinions, settings)
    facts = _facts(found, habits, opinions, table, step, parameters)
    usual = float(np.median(np.abs(facts["value"].dropna()))) if facts["value"].notna().any() else 1.0
    shifts = pd.Series(found.scale.factor(habits.shift, usual), index=found.definitions)
    said = _claims(claims, found, slips, opinions, named)
    return FusedAmounts(facts, said, _sources(table, found, habits, opinions, usual), shifts)


def _independent(
    claims: pd.DataFrame, table: Coded, reference: Hashable | None, parameters: Parameters
) -> tuple[Coded, Figures, Habits]:
    """The table with sources that repeat each other as one witness, its figures, and first habits.

    Where figures scatter those that are the same by habit were copied, for nothing else makes them the same. So were
    ranges, even if most sources are copies: an amount can be right to the digit, how unsure one is of it cannot.
    """
    found, items = figures(claims, table, reference, parameters.numbers), len(table.items)
    said = votes_of(found, len(table.sources), items)
    same = repeating(said, parameters.dependence)
    heard = Said(said, parameters.duplicates)
    exact, scale = says_exactly(found, speaking_for(same, len(table.sources)), parameters.numbers)
    alike = _giving_the_same_ranges(found, heard, parameters) if exact else []
    if alike:
        exact, scale = says_exactly(found, speaking_for(alike, len(table.sources)), parameters.numbers)
    wanted = shares(said, len(said.item_of), parameters.duplicates) if exact else (parameters.duplicates.share,)
    for share in wanted:
        same = ([] if exact else same) + echoes(heard, parameters.duplicates, share, agreeing=exact)
        if same:
            table = joined(table, same)
            found = figures(claims, table, reference, parameters.numbers)
            heard = Said(votes_of(found, len(table.sources), items), parameters.duplicates)
    habits = first_habits(found, len(table.sources), scale, parameters.numbers, exact=exact)
    if same and not exact:
        habits.repeated[speaking_for(same, len(table.sources))[np.concatenate(same)]] = True
    return table, found, habits


def _giving_the_same_ranges(found: Figures, heard: Said, parameters: Parameters) -> list[list[int]]:
    """Groups of witnesses that say the same throughout, many ranges and bounds among it."""
    least, vague = parameters.dependence.least, (found.half > 0) | (found.beyond != 0)
    if np.count_nonzero(vague) < least:
        return []
    groups = echoes(heard, parameters.duplicates, parameters.duplicates.share, agreeing=False)
    ranges = np.bincount(found.witness[vague], minlength=int(found.witness.max()) + 1)
    return [group for group in groups if ranges[group].min() >= least]


def _expected(claims: pd.DataFrame, found: Figures, table: Coded, habits: Habits, settings: Numbers) -> Family:
    """What items are like: by the families given, else by all items where figures scatter.

    Where claims agree to the digit or not at all nothing says that items are of one size.
    """
    families = _families(claims, table)
    expected = family(found, families, len(table.items), settings)
    if families is None and habits.exact:
        unknown = np.full(len(table.items), np.nan)
        return Family(unknown, unknown)
    return expected


def _families(claims: pd.DataFrame, table: Coded) -> Ints | None:
    """Code of each item's family."""
    if "family" not in claims.columns or not len(claims):
        return None
    code, _ = pd.factorize(claims["family"].fillna(""), sort=True)
    found = np.zeros(len(table.items), dtype=np.int64)
    np.maximum.at(found, table.item, code)
    return found


def _slips(
    found: Figures,
    habits: Habits,
    opinions: Opinions,
    expected: Family,
    named: Factors,
    parameters: Parameters,
) -> Slips:
    """Compare each claim with the others' opinion, or where it stands alone with its family."""
    slips = none(len(found.item))
    variance, error = habits.noise**2 + habits.doubt, np.nan_to_num(opinions.error)
    for rows in blocks(len(found.item)):
        item, witness = found.item[rows], found.witness[rows]
        centre, noise = corrected(found, habits, rows), np.sqrt(variance[witness])
        alone = opinions.inside[rows] & (opinions.agreeing[item] <= found.share[rows] + 1e-9)
        scale = np.where(alone, np.hypot(expected.spread[item], noise), np.hypot(noise, error[item]))
        apart = centre - np.where(alone, expected.centre[item], opinions.centre[item])
        apart = np.where((found.beyond[rows] == 0) & _something(found, rows), apart, np.nan)
        some = find(np.nan_to_num(apart), np.nan_to_num(scale, nan=1.0), named, parameters.gross)
        slips.code[rows], slips.log[rows], slips.probability[rows] = some.code, some.log, some.probability
    return slips


def _step(claims: pd.DataFrame, found: Figures, opinions: Opinions, settings: Numbers) -> float:
    """The step in which the single figures that are believed are given."""
    low, high = ends(claims)
    row = np.zeros(len(found.item), dtype=np.int64)
    row[found.same] = found.rows
    said = row[opinions.inside & (found.half == 0) & _something(found)]
    return step_of(low[said][low[said] == high[said]], settings)


def _facts(
    found: Figures, habits: Habits, opinions: Opinions, table: Coded, step: float, parameters: Parameters
) -> pd.DataFrame:
    settings, items = parameters.numbers, len(table.items)
    bounds, bound = _bounds(found, habits, opinions, items)
    centre = np.where(np.isnan(opinions.centre), bounds, opinions.centre)
    half = _halves(found, opinions, items)
    value = in_steps(found.scale.amounts(centre), step)
    reach = settings.interval * settings.understated * np.nan_to_num(opinions.error)
    lower, upper = centre - reach, centre + reach
    if habits.exact:
        lower, upper = np.fmin(opinions.lowest, lower), np.fmax(opinions.highest, upper)
    _, _, spoken = runs(found.item * max(len(table.sources), 1) + found.witness)
    return pd.DataFrame(
        {
            "value": value,
            "lower": np.fmin(found.scale.amounts(lower), value),
            "upper": np.fmax(found.scale.amounts(upper), value),
            "low": found.scale.amounts(centre - half),
            "high": found.scale.amounts(centre + half),
            "bound": bound,
            "confidence": _sure(found, opinions, parameters),
            "abstained": (opinions.tied & (not opinions.learned)) | np.isnan(opinions.centre),
            "n_claims": np.bincount(table.item, minlength=items),
            "n_sources": np.bincount(spoken // max(len(table.sources), 1), minlength=items),
            "n_agreeing": opinions.agreeing,
        },
        index=pd.Index(table.items, name="item"),
    )


def _bounds(found: Figures, habits: Habits, opinions: Opinions, items: int) -> tuple[Floats, Any]:
    """The middle of the bounds of items that have nothing else, and which kind most are."""
    only = np.isnan(opinions.centre)[found.item]
    item = found.item[only]
    if not len(item):
        return np.full(items, np.nan), np.full(items, "", dtype="<U8")
    middle = weighted_medians(corrected(found, habits)[only], found.share[only], item, items)
    side = np.bincount(item, found.beyond[only] * found.share[only], minlength=items)
    said = np.where(side > 0, "at least", np.where(side < 0, "at most", ""))
    return middle, np.where(np.isnan(middle), "", said)


def _halves(found: Figures, opinions: Opinions, items: int) -> Floats:
    """Half of the range's width, by those who give a range and agree about its middle; else NaN."""
    ranged = opinions.inside & (found.half > 0)
    return weighted_medians(found.half[ranged], found.share[ranged], found.item[ranged], items)


def _something(found: Figures, rows: slice = slice(None)) -> Bools:
    """Which figures are of more than nothing; all, where amounts are no logarithms."""
    return found.scale.linear | (found.centre[rows] > found.scale.zero)


def _sure(found: Figures, opinions: Opinions, parameters: Parameters) -> Floats:
    """Probability that the opinion is the right one, times that its centre is near enough."""
    settings: Numbers = parameters.numbers
    with np.errstate(divide="ignore", invalid="ignore"):
        near = np.abs(opinions.centre) * settings.right if found.scale.linear else np.log1p(settings.right)
        reach = near / (settings.understated * opinions.error) / math.sqrt(2)
    near = np.where(np.isfinite(reach), _erf(np.nan_to_num(reach, posinf=0.0)), 1.0)
    probability = np.where(np.isnan(opinions.centre), 0.0, opinions.probability * near)
    sure = believed(probability, opinions.agreeing, parameters.calibration.numbers, parameters)
    return np.where(np.isnan(opinions.centre), 0.0, sure)


def _erf(x: Floats) -> Floats:
    """The error function of x >= 0, to 5e-4 (Abramowitz and Stegun 7.1.27)."""
    series = 1 + 0.278393 * x + 0.230389 * x**2 + 0.000972 * x**3 + 0.078108 * x**4
    found: Floats = 1 - 1 / series**4
    return found


def _claims(claims: pd.DataFrame, found: Figures, slips: Slips, opinions: Opinions, named: Factors) -> pd.DataFrame:
    """What became of each claim."""
    code, rows = slips.code[found.same], found.rows
    verdicts = np.where(opinions.inside, 0, np.where(found.beyond != 0, 3, 2))
    verdict = np.full(len(claims), 4)
    verdict[rows] = np.where(code != SOUND, 1, verdicts[found.same])
    slip = np.full(len(claims), len(named.names))
    slip[rows] = np.where(code == SOUND, len(named.names), code)
    probability = np.zeros(len(claims))
    probability[rows] = slips.probability[found.same]
    slipped = np.flatnonzero(code != SOUND)
    figure = found.same[slipped]
    centre, half = (found.centre - slips.log)[figure], found.half[figure]
    repaired = np.full((2, len(claims)), np.nan)
    repaired[:, rows[slipped]] = found.scale.amounts(np.stack([centre - half, centre + half]))
    return pd.DataFrame(
        {
            "verdict": pd.Categorical.from_codes(verdict, pd.Index(VERDICTS)),
            "slip": pd.Categorical.from_codes(slip, pd.Index([*named.names, ""])),
            "slip_probability": probability,
            "repaired_low": repaired[0],
            "repaired_high": repaired[1],
        },
        index=claims.index,
    )


def _sources(table: Coded, found: Figures, habits: Habits, opinions: Opinions, usual: float) -> pd.DataFrame:
    sources = described(table, opinions.accuracy, judged=opinions.learned)
    speaks_for = np.arange(len(table.sources))
    speaks_for[table.source] = table.witness
    sources.insert(1, "offset", found.scale.factor(habits.offset, usual)[speaks_for])
    sources.insert(2, "noise", habits.noise[speaks_for])
    return sources
