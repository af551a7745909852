"""The tables of what sources say and of what a reviewer should look at: sources, claims, discrepancies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.model import Container, Format, Kind, Level, Modality, Period, Polarity, Severity, Status
from extract.schemas.codes import DISCREPANCY_TYPES
from extract.schemas.columns import (
    CODE,
    CURRENCY_OR_PERCENT,
    count,
    moment,
    number,
    place,
    table,
    text,
    texts,
    words,
    yes_no,
)

if TYPE_CHECKING:
    import pandera.pandas as pa

SOURCES: Final[pa.DataFrameSchema] = table(
    "sources",
    "One row for each file among the articles, read or not.",
    {
        "source_id": text("The source's short name, as `sources.toml` gives it.", unique=True),
        "path": text("The file's name under the folder of articles."),
        "title": text("The article's title.", nullable=True),
        "publisher": text("Who published it.", nullable=True),
        "url": text("Where it was published.", nullable=True),
        "published": text("When it was first published: year, month or day, ISO 8601.", nullable=True),
        "updated": text("When it was last updated, ISO 8601.", nullable=True),
        "retrieved": text("When it was fetched, ISO 8601.", nullable=True),
        "format": text("What it is written in.", codes=Format),
        "sha256": text(
            "SHA-256 of the file's bytes; null where they could not be read.",
            nullable=True,
            pattern="[0-9a-f]{64}",
        ),
        "n_chars": count("Length of its canonical text in Unicode code points; 0 where it was rejected."),
        "n_claims": count("How many claims were extracted from it."),
        "roles": texts("Canonical ids of the roles that the article is about."),
        "status": text("Whether it could be read.", codes=("read", "rejected")),
        "reason": text("Why it was rejected; null where it was read.", nullable=True),
        "reliability": number(
            "How far reconciliation believes it, from 0 to 1; null where it gave nothing to compare.",
            least=0,
            most=1,
        ),
        "copy_of": text("The source that it nearly repeats; null where it speaks for itself.", nullable=True),
    },
)

CLAIMS: Final[pa.DataFrameSchema] = table(
    "claims",
    "One row for each thing that a source says.",
    {
        "claim_id": text(
            "Stable name of the claim: the same words and the same extractor give the same id.", unique=True
        ),
        "kind": text("What the claim is about.", codes=Kind),
        "source_id": text("The source that says it; a row of `sources`."),
        "role": text("Canonical id of the role that it is about.", nullable=True, pattern=CODE),
        "stated_role": text(
            "The role as the text words it, where it is an alias or another occupation standing in.",
            nullable=True,
        ),
        "level": text("Seniority.", nullable=True, codes=Level),
        "aspect": text(
            "The kind's own second key: the row label of an attribute, a tool's category, what a comparison compares; "
            "`women` or `men` for pay of theirs alone, which is no fact of the role.",
            nullable=True,
        ),
        "value": text("Canonical value: a tool's name, a phrase, a cell's text, an amount in words."),
        "low": number("Lower end as stated, scaled but not annualised; equal to `high` for a single figure."),
        "high": number("Upper end as stated, scaled but not annualised; null where open or absent."),
        "low_open": yes_no("No lower end is meant: 'up to X'."),
        "high_open": yes_no("The upper end lies beyond the stated one: 'X+', 'over X'."),
        "unit": text("ISO 4217 code, or `percent`.", nullable=True, pattern=CURRENCY_OR_PERCENT),
        "period": text("What the pay is paid for; null for growth.", nullable=True, codes=Period),
        "period_inferred": yes_no("The text gives no period; it was concluded."),
        "statistic": text(
            "What the figure is: range, mean, median, typical, percentile_10 and so on.",
            nullable=True,
            pattern=CODE,
        ),
        "basis": text("Part of pay: base, total or bonus; null where unsaid.", nullable=True, pattern=CODE),
        "approximate": yes_no("The text says about, nearly, often exceeding or the like."),
        "region": text("ISO 3166 alpha-2 code where it is a country, else the text's own place name.", nullable=True),
        "as_of": text("Year or date that the figure is said to hold for.", nullable=True),
        "horizon": text("Years that growth is foreseen for, as worded.", nullable=True),
        "attributed_to": text("Whom the article names as the figure's origin.", nullable=True),
        "experience_min": number("Least years of experience of the band it is tied to.", least=0),
        "experience_max": number("Most years of experience of the band it is tied to.", least=0),
        "object_role": text("Comparisons: the role compared with.", nullable=True, pattern=CODE),
        "direction": text(
            "Comparisons: where `role` stands against `object_role`.",
            nullable=True,
            codes=("higher", "lower", "equal"),
        ),
        "polarity": text("Whether the text says that it is so or that it is not.", codes=Polarity),
        "modality": text("How firmly: stated, hedged, or a view that is reported and not shared.", codes=Modality),
        "exclusivity": text(
            "Tools: said to be one role's only, or said to be shared; null where unsaid.",
            nullable=True,
            codes=("exclusive", "shared"),
        ),
        "quote": text("The exact words: `text/<source_id>.txt[char_start:char_end]`."),
        "char_start": count("Where the quote starts in the canonical text, in Unicode code points."),
        "char_end": count("Where the quote ends, the first code point after it."),
        "section": words("The headings above it, joined by ` > `; empty above the first heading."),
        "container": text("The layout that the words stand in.", codes=Container),
        "table_index": place("Which of the source's tables it stands in, from 0."),
        "row_index": place("Row of that table; 0 is the first row of the body."),
        "column_index": place("Column of that table, from 0."),
        "extractor": text("The rule that made the claim."),
        "confidence": number(
            "Probability that the source says this, not that it is true.", nullable=False, least=0, most=1
        ),
        "status": text(
            "accepted; flagged (usable, with doubt); quarantined (kept, never used in facts).", codes=Status
        ),
        "flags": texts("Reasons for the status and remarks; see the table of flags."),
        "repairs": text(
            'Candidate readings of a malformed amount, JSON: `[{"low", "high", "unit", "reason"}]`.',
            nullable=True,
        ),
        "because": text(
            "What attribution concluded each column from, JSON: column -> words or structure.", nullable=True
        ),
    },
)

DISCREPANCIES: Final[pa.DataFrameSchema] = table(
    "discrepancies",
    "One row for each thing that a reviewer should look at.",
    {
        "discrepancy_id": text("Stable while the same claims disagree in the same way.", unique=True),
        "type": text("What is wrong; see the table of types.", codes=DISCREPANCY_TYPES),
        "severity": text("How wrong a reader would be who did not know of it.", codes=Severity),
        "kind": text("Kind of claim that it is about.", nullable=True, codes=Kind),
        "role": text("Role that it is about.", nullable=True, pattern=CODE),
        "level": text("Level that it is about.", nullable=True, codes=Level),
        "aspect": text("Aspect that it is about.", nullable=True),
        "claim_ids": texts("Every claim involved."),
        "source_ids": texts("Their sources."),
        "summary": text("One sentence that is understood without opening anything."),
        "resolution": text("What reconciliation did about it.", pattern=CODE),
        "rationale": text("Why it did that."),
        "status": text("Whether anyone still has to decide.", codes=("open", "resolved", "reviewed")),
        "first_seen": moment("Start of the run in which it first appeared."),
    },
)
