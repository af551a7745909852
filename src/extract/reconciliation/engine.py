"""Claims in, facts and discrepancies out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from extract.lexicons import load
from extract.model import Kind
from extract.reconciliation.comparability import add_comparability
from extract.reconciliation.conflicts import DETECTORS, Case, Finding
from extract.reconciliation.copies import copies, originals
from extract.reconciliation.exclusive import contests
from extract.reconciliation.facts import FACT_COLUMNS, build_facts
from extract.reconciliation.facts.evidence import Basis
from extract.reconciliation.fused import fuse
from extract.reconciliation.grouping import Claims
from extract.reconciliation.normalise import prepare, source_years, without_echoes
from extract.reconciliation.policies import load_policies
from extract.reconciliation.ruled import add_rulings
from extract.reconciliation.trust import add_factors, reliabilities, weigh
from extract.reconciliation.wording import words_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.lexicons import Lexicons
    from extract.reconciliation.copies import CopyPair
    from extract.reconciliation.exclusive import Contest
    from extract.reconciliation.fused import Fused
    from extract.reconciliation.policies import Policies

DISCREPANCY_COLUMNS: Final = (
    "discrepancy_id", "type", "severity", "kind", "role", "level", "aspect", "claim_ids", "source_ids",
    "summary", "resolution", "rationale", "status", "first_seen",
)  # fmt: skip

_SEVERITIES: Final = ("error", "warning", "info")
_STATUSES: Final = ("open", "reviewed", "resolved")


@dataclass(frozen=True)
class Reconciled:
    """Facts by table name, discrepancies worst first, sources with ``reliability`` and ``copy_of``."""

    facts: Mapping[str, pd.DataFrame]
    discrepancies: pd.DataFrame
    sources: pd.DataFrame


def reconcile(
    claims: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    now: pd.Timestamp | None = None,
    policies: Policies | None = None,
    previous: pd.DataFrame | None = None,
    similarity: Sequence[CopyPair] = (),
    lexicons: Lexicons | None = None,
) -> Reconciled:
    """Decide what is comparable, what disagrees, whom to believe and how sure to be.

    The result depends on neither the order of rows nor the clock: ``now`` is only written as ``first_seen``.

    Args:
        claims: the contract's columns; ``claim_id``, ``kind``, ``source_id`` and ``value`` are needed, the
            others have defaults.
        sources: ``source_id`` and, as far as known, ``roles``, ``publisher``, ``published``, ``updated``
            and ``retrieved``.
        now: the run's time, with a zone; if left out, new discrepancies have no ``first_seen``.
        policies: thresholds and weights; the built-in ones if left out.
        previous: the last run's discrepancies; those that are still there keep their ``first_seen``.
        similarity: near-copies, as :func:`~extract.reconciliation.copies.near_copies` finds them.
        lexicons: display names of roles and currencies; the built-in ones if left out.
    """
    policies = policies or load_policies()
    weighed = _weighed(claims, sources, similarity, policies)
    case = Case(
        claims=weighed.claims,
        newest=weighed.newest,
        contests=weighed.contested,
        copies=copies(similarity, weighed.original),
        policies=policies,
        words=words_for(sources, lexicons or load()),
    )
    found = {finding.discrepancy_id: finding for detect in DETECTORS for finding in detect(case)}
    return Reconciled(
        facts={table: build_facts(table, weighed.basis(policies, _by_claim(found))) for table in FACT_COLUMNS},
        discrepancies=_discrepancies(found, now, _first_seen(previous)),
        sources=_judged(sources, weighed.reliability, weighed.original),
    )


def facts_of(
    table: str,
    claims: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    policies: Policies | None = None,
    similarity: Sequence[CopyPair] = (),
) -> pd.DataFrame:
    """One table of facts as :func:`reconcile` makes it, without looking for discrepancies."""
    policies = policies or load_policies()
    return build_facts(table, _weighed(claims, sources, similarity, policies).basis(policies, {}))


@dataclass(frozen=True)
class _Weighed:
    """Claims that are comparable and weighed, and what was learned on the way."""

    claims: Claims
    newest: float
    contested: tuple[Contest, ...]
    fused: Fused
    reliability: Mapping[str, float]
    original: Mapping[str, str]

    def basis(self, policies: Policies, discrepancies: Mapping[str, Sequence[str]]) -> Basis:
        """What facts are built of."""
        return Basis(self.claims, self.contested, discrepancies, self.fused, policies)


def _weighed(
    claims: pd.DataFrame, sources: pd.DataFrame, similarity: Sequence[CopyPair], policies: Policies
) -> _Weighed:
    """Decide what is comparable and what each claim weighs; fuse what many speak of."""
    original = originals(similarity, sources)
    prepared = prepare(claims, sources, original, policies)
    newest = _newest(prepared, sources)
    frame = without_echoes(prepared)
    add_comparability(frame, policies)
    add_rulings(frame)
    reliability = reliabilities(frame, policies)
    add_factors(frame, policies)
    fused = fuse(frame, policies)
    weigh(frame, reliability, policies)
    rows = Claims(frame)
    contested = tuple(contests(rows.of(Kind.TOOL), _scopes(frame, sources)))
    return _Weighed(rows, newest, contested, fused, reliability, original)


def _newest(frame: pd.DataFrame, sources: pd.DataFrame) -> float:
    """The newest year that any source or usable claim carries; NaN if none does."""
    years = [
        *source_years(sources, ("published", "updated", "retrieved")).values(),
        frame["year"][frame["supports"]].max(),
    ]
    known = [year for year in years if not np.isnan(year)]
    return max(known, default=np.nan)


def _scopes(frame: pd.DataFrame, sources: pd.DataFrame) -> dict[str, frozenset[str]]:
    """source_id -> the roles that it is about: as it says, else those that it makes claims of."""
    scopes = {
        str(source): frozenset(map(str, roles))
        for source, roles in frame.groupby("source_id", sort=True)["role"].unique().items()
    }
    if "roles" in sources.columns:
        for source, roles in zip(sources["source_id"], sources["roles"], strict=True):
            if hasattr(roles, "__iter__") and not isinstance(roles, str) and list(roles):
                scopes[source] = frozenset(str(role) for role in roles)
    return scopes


def _by_claim(found: Mapping[str, Finding]) -> dict[str, list[str]]:
    """claim_id -> the discrepancies that it is involved in."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name, finding in found.items():
        for claim in finding.claim_ids:
            names[claim].append(name)
    return dict(names)


def _first_seen(previous: pd.DataFrame | None) -> dict[str, Any]:
    if previous is None or previous.empty:
        return {}
    return dict(zip(previous["discrepancy_id"], previous["first_seen"], strict=True))


def _discrepancies(found: Mapping[str, Finding], now: pd.Timestamp | None, seen: Mapping[str, Any]) -> pd.DataFrame:
    """The contract's table, worst first."""
    rows: list[dict[str, Any]] = [
        {
            "discrepancy_id": name,
            "type": finding.type,
            "severity": str(finding.severity),
            **{key: getattr(finding, key) or None for key in ("kind", "role", "level", "aspect")},
            "claim_ids": finding.claim_ids,
            "source_ids": finding.source_ids,
            "summary": finding.summary,
            "resolution": finding.resolution,
            "rationale": finding.rationale,
            "status": finding.status,
            "first_seen": seen.get(name, now),
        }
        for name, finding in found.items()
    ]
    rows.sort(key=_worst_first)
    frame = pd.DataFrame(rows, columns=list(DISCREPANCY_COLUMNS))
    frame["first_seen"] = pd.to_datetime(frame["first_seen"], utc=True).astype("datetime64[us, UTC]")
    return frame


def _worst_first(row: Mapping[str, Any]) -> tuple[int | str, ...]:
    return (
        _SEVERITIES.index(row["severity"]),
        _STATUSES.index(row["status"]),
        *(str(row[name] or "") for name in ("type", "kind", "role", "level", "aspect", "discrepancy_id")),
    )


def _judged(sources: pd.DataFrame, reliability: Mapping[str, float], original: Mapping[str, str]) -> pd.DataFrame:
    """The sources with what reconciliation thinks of them; no reliability where nothing is claimed."""
    judged = sources.copy()
    names = judged["source_id"]
    judged["reliability"] = names.map(lambda name: reliability.get(original.get(name, name), np.nan)).astype("float64")
    judged["copy_of"] = pd.Series([original.get(name) for name in names], index=judged.index, dtype=object)
    return judged
