"""A tool that one source gives to one role only and another gives to the other role or to both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.model import Kind, Modality
from extract.reconciliation.conflicts.findings import Case, Finding
from extract.reconciliation.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.reconciliation.exclusive import Contest


def exclusivity(case: Case) -> Iterator[Finding]:
    """One finding for each tool and pair of roles; a source against itself is ``within_source``."""
    for contest in case.contests:
        against = [row for row in contest.against if contest.sources - {row.source_id}]
        if against:
            yield _finding(contest, against, case)


def _finding(contest: Contest, against: list[Any], case: Case) -> Finding:
    others = {row.source_id for row in against}
    said = [row for row in contest.exclusive if others - {row.source_id}]
    words = case.words
    hedged = all(row.modality == Modality.HEDGED for row in against)
    role, other = words.role(contest.role), words.role(contest.other)
    often = " (hedged)" if hedged else ""
    return Finding(
        type="exclusivity",
        severity=case.severity("exclusivity_hedged" if hedged else "exclusivity"),
        kind=Kind.TOOL,
        role=contest.role,
        aspect=contest.tool,
        claims=[*said, *against],
        summary=(
            f"{contest.tool}: {_names(said, case)} {_verb(said, 'gives')} it to {role} alone, "
            f"{_names(against, case)} {_verb(against, 'gives')} it to {other} too{often}."
        ),
        resolution="kept_both",
        rationale=(
            f"That {other} uses it is said {'with a hedge only' if hedged else 'outright'}, "
            f'"alone" is said of a list as a whole{", so that neither settles it" if hedged else ""}; '
            "both roles keep the tool, marked as contested."
        ),
    )


def _names(rows: list[Any], case: Case) -> str:
    return listed(sorted({case.words.source(row.source_id) for row in rows}))


def _verb(rows: list[Any], singular: str) -> str:
    return singular if len({row.source_id for row in rows}) == 1 else singular.removesuffix("s")
