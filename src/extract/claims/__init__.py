"""Claims: what an article says of roles, each with its exact words. One module for each kind; pay is a package.

``duties``        with ``predicates`` (verbs and objects under a subject), ``compounds``, ``coordinated``, ``relatives``, ``purposes``, ``doing``,
                  ``duty_cells``, ``duty_lists``, ``no_verbs``
``skills``        with ``skill_phrases``, ``skill_rows``, ``skill_names``, ``counted_skills``, ``skills_told``, ``skills_for``, ``ratings``
``tools``         with ``tool_lists``, ``tool_shares``, ``unknown_tools``, ``used_names``
``careers``       with ``climbs``, ``labelled_steps``, ``moving_on``, ``job_titles``, ``walkers``
``comparisons``   with ``comparatives``, ``superlatives``, ``others``
``education`` with ``study_fields``; ``outlook``; ``answers`` (comparisons that a question asks), ``attributes`` (every cell of a table, whole)
``context``       what all of them are given; ``sections`` what parts are about; ``phrases`` finds what is said, ``trimming`` trims it

To add a kind: a module with a function ``Context -> Iterator[Claim]``, its cue words in ``lexicons/cues.toml``, its code in
:class:`extract.model.Kind`, and a row in :data:`EXTRACTORS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.claims.answers import answers
from extract.claims.attributes import attributes
from extract.claims.careers import careers
from extract.claims.comparisons import comparisons
from extract.claims.context import Context, prepare
from extract.claims.duties import duties
from extract.claims.education import education
from extract.claims.outlook import outlook
from extract.claims.pay.salaries import salaries
from extract.claims.skills import skills
from extract.claims.tools import tools
from extract.identity import claim_ids
from extract.model import Claim, Document, Flag, Kind

if TYPE_CHECKING:
    from extract.language import Language

EXTRACTORS: tuple[Callable[[Context], Iterator[Claim]], ...] = (
    salaries,
    tools,
    duties,
    skills,
    education,
    careers,
    outlook,
    comparisons,
    answers,
    attributes,
)


def extract_claims(document: Document, language: Language) -> tuple[Claim, ...]:
    """Every claim of a document, in the order of the text; the same article and lexicons give the same claims."""
    return claims_of(prepare(document, language))


def claims_of(context: Context) -> tuple[Claim, ...]:
    """Like :func:`extract_claims`, of an article that is on the workbench already."""
    found = _without_repeated_ends([claim for extractor in EXTRACTORS for claim in extractor(context)])
    ordered = sorted(found, key=lambda c: (c.char_start, c.char_end, c.kind, c.role or "", c.aspect or "", c.value))
    return tuple(_repeats_marked(ordered))


def _without_repeated_ends(claims: list[Claim]) -> list[Claim]:
    """A minimum or maximum that repeats the end of a range of the same item is that range, said again."""
    ends = {
        (c.role, c.level, c.unit, c.period, end)
        for c in claims
        if c.kind is Kind.SALARY and c.low != c.high
        for end in (("minimum", c.low), ("maximum", c.high))
        if end[1] is not None
    }
    return [
        claim
        for claim in claims
        if claim.low != claim.high
        or (claim.role, claim.level, claim.unit, claim.period, (claim.statistic, claim.low)) not in ends
    ]


def _repeats_marked(claims: list[Claim]) -> Iterator[Claim]:
    """Marks what an article says again: the same data item with the same value."""
    seen = set()
    for claim in claims:
        item = (
            claim.kind, claim.role, claim.level, claim.aspect, claim.value.casefold(), claim.low, claim.high, claim.unit,
            claim.period, claim.region, claim.statistic, claim.object_role, claim.direction, claim.polarity, claim.attributed_to,
        )  # fmt: skip
        yield replace(claim, flags=(*claim.flags, Flag.DUPLICATE_IN_SOURCE)) if item in seen else claim
        seen.add(item)


__all__ = ["EXTRACTORS", "Context", "claim_ids", "claims_of", "extract_claims", "prepare"]
