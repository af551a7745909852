"""What a detector is given and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.reconciliation.identity import discrepancy_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from extract.model import Severity
    from extract.reconciliation.copies import CopyPair
    from extract.reconciliation.policies import Policies
    from extract.reconciliation.wording import Words


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that detectors look at.

    ``claims`` are prepared, comparable and weighed; near-copies' echoes are left out. ``scopes`` are the
    roles that each source is about. ``newest`` is the newest year that a source or claim carries, NaN if
    none does. ``copies`` maps a near-copy to the source that it repeats and the pair that shows it.
    """

    claims: pd.DataFrame
    sources: pd.DataFrame
    scopes: Mapping[str, frozenset[str]]
    newest: float
    copies: Mapping[str, CopyPair]
    policies: Policies
    words: Words

    def of(self, kind: str) -> pd.DataFrame:
        """The claims of one kind that a fact may rest on."""
        return self.claims[(self.claims["kind"] == kind) & self.claims["supports"]]

    def severity(self, name: str) -> Severity:
        """The severity of a named situation."""
        return self.policies.severity[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A discrepancy before it has an id. ``claims`` are rows of the prepared claims, in their order."""

    type: str
    severity: Severity
    claims: Sequence[Any]
    summary: str
    resolution: str
    rationale: str
    kind: str = ""
    role: str = ""
    level: str = ""
    aspect: str = ""
    status: str = "open"
    sources: tuple[str, ...] = ()

    @property
    def claim_ids(self) -> list[str]:
        """Every claim involved, in a fixed order."""
        return sorted({claim.claim_id for claim in self.claims})

    @property
    def source_ids(self) -> list[str]:
        """Their sources, and those that are involved without a claim."""
        return sorted({*self.sources, *(claim.source_id for claim in self.claims)})

    @property
    def discrepancy_id(self) -> str:
        """Stable while the same sources say the same things."""
        sayings = [(c.source_id, c.role, c.level, c.band, c.exclusivity, c.key) for c in self.claims]
        return discrepancy_id(
            (self.type, self.kind, self.role, self.level, self.aspect),
            [*sayings, *((source,) for source in self.sources)],
        )


def groups(
    frame: pd.DataFrame, keys: Sequence[str], screen: pd.Series[bool] | None = None
) -> Iterator[list[Any]]:
    """The rows of each group in a fixed order, as named tuples; with a screen, only of groups where it holds.

    ``screen`` is a boolean column of the frame's index: a group is given if any of its rows has it.
    """
    if screen is not None:
        chosen = screen.groupby([frame[key] for key in keys], sort=False).transform("any")
        frame = frame[chosen]
    if frame.empty:
        return
    rows = list(frame.itertuples(index=False, name="Row"))
    for _, places in sorted(
        frame.groupby(list(keys), sort=False).indices.items(), key=lambda item: item[1][0]
    ):
        yield [rows[place] for place in places]


def distinct(rows: Sequence[Any], *names: str) -> list[Any]:
    """The first row for each combination of the named columns."""
    first: dict[tuple[Any, ...], Any] = {}
    for row in rows:
        first.setdefault(tuple(getattr(row, name) for name in names), row)
    return list(first.values())
