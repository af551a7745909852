"""The tables of what reconciliation believes: one row for each data item, always with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.model import Kind, Level
from extract.schemas.columns import CODE, count, number, table, text, texts, yes_no

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandera.pandas as pa


def _facts(name: str, description: str, columns: Mapping[str, pa.Column]) -> pa.DataFrameSchema:
    return table(name, description, {"fact_id": _fact_id(), **columns, **_evidence()})


def _fact_id() -> pa.Column:
    return text("Stable name of the data item.", unique=True)


def _evidence() -> dict[str, pa.Column]:
    """Columns that every table of facts ends with."""
    return {
        "n_claims": count("How many claims it rests on."),
        "n_sources": count("How many independent sources it rests on."),
        "source_ids": texts("The sources that it rests on."),
        "claim_ids": texts("The claims that it rests on."),
        "confidence": number("Probability that the value is right.", nullable=False, least=0, most=1),
        "method": text("How the value was reached.", pattern=CODE),
        "discrepancy_ids": texts("Discrepancies that touch it."),
        "reviewed": yes_no("A reviewer ruled on it."),
        "evidence": text(
            'Each claim about it, weightiest first, JSON: `[{"claim_id", "source_id", "use", "weight", '
            '"factors"}]`; the weight is the product of the factors, of which those that are 1 are left out.'
        ),
    }


def _role() -> pa.Column:
    return text("Canonical id of the role.", nullable=True, pattern=CODE)


def _region() -> pa.Column:
    return text("ISO 3166 alpha-2 code where it is a country, else a place name; null where unsaid.", nullable=True)


def _as_of() -> pa.Column:
    return text("Newest date that the figures are said to hold for.", nullable=True)


FACTS: Final[Mapping[str, pa.DataFrameSchema]] = {
    schema.name: schema
    for schema in (
        _facts(
            "salaries",
            "Pay for each role, level and region, per year.",
            {
                "role": _role(),
                "level": text("Seniority; null for the role as a whole.", nullable=True, codes=Level),
                "experience_min": number("Least years of experience, where they stand in for a level.", least=0),
                "experience_max": number("Most years of experience, where they stand in for a level.", least=0),
                "region": _region(),
                "currency": text("ISO 4217 code.", nullable=True, pattern="[A-Z]{3}"),
                "low": number("Lower end of usual pay, per year; null where nobody says."),
                "typical": number("Typical pay, per year; null where nobody says."),
                "typical_open": yes_no("Typical pay lies beyond `typical`."),
                "typical_lower": number("Lower end of the 90% interval of `typical`; null where it is not fused."),
                "typical_upper": number("Upper end of the 90% interval of `typical`; null where it is not fused."),
                "high": number("Upper end of usual pay, per year; null where nobody says."),
                "high_open": yes_no("The upper end lies beyond `high`."),
                "statistic": text(
                    "mean or median, where `typical` is one; null where unsaid or both.",
                    nullable=True,
                    pattern=CODE,
                ),
                "basis": text("base, total or bonus; null where unsaid.", nullable=True, pattern=CODE),
                "as_of": _as_of(),
            },
        ),
        _facts(
            "tools",
            "Tools that a role uses.",
            {
                "role": _role(),
                "tool": text("Canonical name."),
                "category": text("What sort of tool it is.", nullable=True),
                "exclusivity": text(
                    "exclusive where sources agree that it is this role's only, shared where they agree "
                    "that it is not, contested where they disagree; null where unsaid.",
                    nullable=True,
                    codes=("exclusive", "shared", "contested"),
                ),
                "hedged": yes_no("Nobody says it without `may`, `often` or the like."),
            },
        ),
        _facts(
            "responsibilities",
            "What a role does.",
            {"role": _role(), "responsibility": text("A phrase.")},
        ),
        _facts(
            "skills",
            "Abilities and knowledge asked of a role.",
            {"role": _role(), "skill": text("A phrase.")},
        ),
        _facts(
            "education",
            "Degrees and fields of study asked of a role.",
            {
                "role": _role(),
                "aspect": text("degree or field.", pattern=CODE),
                "value": text("The degree's code or the field's name."),
            },
        ),
        _facts(
            "career_paths",
            "Job titles of a role's path, in order.",
            {
                "role": _role(),
                "step": count("Place on the path, from 0."),
                "title": text("The title."),
            },
        ),
        _facts(
            "outlook",
            "Growth foreseen for a role.",
            {
                "role": _role(),
                "region": _region(),
                "horizon": text("Years that it is foreseen for, as worded.", nullable=True),
                "low": number("Lower end, percent over the whole horizon."),
                "high": number("Upper end, percent over the whole horizon."),
                "as_of": _as_of(),
            },
        ),
        _facts(
            "comparisons",
            "How two roles compare.",
            {
                "role": _role(),
                "object_role": text("The role compared with.", nullable=True, pattern=CODE),
                "aspect": text("What is compared."),
                "direction": text("Where `role` stands.", codes=("higher", "lower", "equal")),
            },
        ),
        _facts(
            "attributes",
            "Cells of tables that describe a role by label.",
            {
                "role": _role(),
                "aspect": text("The row's label.", nullable=True),
                "value": text("The cell's words."),
            },
        ),
    )
}
"""Name of the table -> its schema."""

FACT_KINDS: Final[Mapping[Kind, str]] = {
    Kind.SALARY: "salaries",
    Kind.TOOL: "tools",
    Kind.RESPONSIBILITY: "responsibilities",
    Kind.SKILL: "skills",
    Kind.EDUCATION: "education",
    Kind.CAREER_STEP: "career_paths",
    Kind.OUTLOOK: "outlook",
    Kind.COMPARISON: "comparisons",
    Kind.ATTRIBUTE: "attributes",
}
"""Kind of claim -> the table of facts that is made of it."""
