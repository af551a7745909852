"""Every table: its columns, types, codes, ranges and meanings in one place; frames, and their validation.

``columns``     the kinds of column, as Pandera columns that carry their own description
``codes``       flags and discrepancy types, what each means and what a flag does to its claim
``tables``      sources, claims, discrepancies
``facts``       the nine tables of facts
``frames``      values -> frames
``rules``       rules about whole rows of claims
``validation``  Pandera's verdicts -> statuses, flags, errors
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from extract.schemas.codes import DISCREPANCY_TYPES, FLAG_EFFECTS, FLAG_MEANINGS, Effect
from extract.schemas.facts import FACT_KINDS, FACTS
from extract.schemas.frames import claims_frame, sources_frame, storable
from extract.schemas.rules import PERIODS_PER_YEAR
from extract.schemas.tables import CLAIMS, DISCREPANCIES, SOURCES
from extract.schemas.validation import conform, validate_claims

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandera.pandas as pa

SCHEMAS: Final[Mapping[str, pa.DataFrameSchema]] = MappingProxyType(
    {"sources": SOURCES, "claims": CLAIMS, "discrepancies": DISCREPANCIES, **FACTS}
)
"""Name of the table -> its schema, in the order in which the tables are published."""

__all__ = [
    "DISCREPANCY_TYPES",
    "FACTS",
    "FACT_KINDS",
    "FLAG_EFFECTS",
    "FLAG_MEANINGS",
    "PERIODS_PER_YEAR",
    "SCHEMAS",
    "Effect",
    "claims_frame",
    "conform",
    "sources_frame",
    "storable",
    "validate_claims",
]
