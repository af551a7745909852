"""What a detector is given and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.reconciliation.identity import discrepancy_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.model import Severity
    from extract.reconciliation.copies import CopyPair
    from extract.reconciliation.exclusive import Contest
    from extract.reconciliation.grouping import Claims
    from extract.reconciliation.policies import Policies
    from extract.reconciliation.wording import Words


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that detectors look at.

    ``claims`` are prepared, comparable and weighed; near-copies' echoes are left out. ``newest`` is the
    newest year that a source or claim carries, NaN if none does. ``contests`` are the tools that one role is
    said to have alone and another has too. ``copies`` maps a near-copy to the pair of it and its original.
    """

    claims: Claims
    newest: float
    contests: Sequence[Contest]
    copies: Mapping[str, CopyPair]
    policies: Policies
    words: Words

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
