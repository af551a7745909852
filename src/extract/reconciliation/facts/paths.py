"""Career paths: job titles in order."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean
from typing import TYPE_CHECKING, Any

from extract.model import Kind
from extract.reconciliation.facts.evidence import Basis, belief, fact, how, supporting
from extract.reconciliation.facts.members import common
from extract.reconciliation.grouping import groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def career_paths(basis: Basis) -> Iterator[dict[str, Any]]:
    """A row for each title of a role's path; paths are merged by where a title stands in each source's."""
    steps = basis.claims.of(Kind.CAREER_STEP)
    for rows in groups(steps[steps["role"] != ""], ("role",)):
        places = _places(rows)
        titles: defaultdict[str, list[Any]] = defaultdict(list)
        for row in rows:
            titles[row.key].append(row)
        ordered = sorted(titles, key=lambda key: (round(fmean(places[key]), 6), key))
        for step, key in enumerate(ordered):
            parts = supporting(titles[key], "for")
            columns = {"role": rows[0].role, "step": step, "title": common(titles[key], "value")}
            sure = belief(parts, basis.policies)
            item = [rows[0].role, key]
            yield fact("career_paths", item, columns, parts, sure=sure, method=how(parts, "vote"), basis=basis)


def _places(rows: Sequence[Any]) -> dict[str, list[float]]:
    """Title -> where it stands in each source's path, from 0 for its first step to 1 for its last."""
    by_source: defaultdict[str, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.char_start, row.claim_id)):
        by_source[row.source_id].append(row)
    places: defaultdict[str, list[float]] = defaultdict(list)
    for source in sorted(by_source):
        titles = list(dict.fromkeys(row.key for row in by_source[source]))
        for place, title in enumerate(titles):
            places[title].append(place / max(1, len(titles) - 1))
    return dict(places)
