from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from extract.model import Claim, Container, Document, Format, Kind, Rejection, SourceInfo
from extract.publishing import Contents, Store, carry_first_seen, write_snapshot
from extract.schemas import FACTS, SCHEMAS, claims_frame, conform, sources_frame, validate_claims

TEXT = "They like Python. It pays $90,000 to $120,000 a year, says \u00abHarbour\u00bb \U0001f680.\nNobody needs R.\n"
STARTED = datetime(2026, 11, 20, 23, 15, tzinfo=UTC)

EVIDENCE: Mapping[str, Any] = {
    "n_claims": [1],
    "n_sources": [1],
    "source_ids": [["harbour"]],
    "claim_ids": [["c1"]],
    "confidence": [0.5],
    "method": ["vote"],
    "discrepancy_ids": [["d1"]],
    "reviewed": [False],
    "evidence": ["[]"],
}


@dataclass
class Made:
    """What a snapshot is made of, for tests to change."""

    tables: dict[str, pd.DataFrame]
    texts: dict[str, str] = field(default_factory=lambda: {"harbour": TEXT})

    @property
    def contents(self) -> Contents:
        """What is written."""
        return Contents(self.tables, self.texts, "<!doctype html><title>Report</title>", "# Report\n")

    def publish(self, curated: Path, run_id: str, keep: int = 30) -> Path:
        """Publish it under a folder."""
        with Store(curated, keep=keep) as store:
            return store.publish(
                run_id, lambda folder: write_snapshot(folder, self.contents), lambda: {"run_id": run_id}
            )


def claim(kind: Kind, quote: str, **columns: Any) -> Claim:
    """A claim whose words stand in the text."""
    start = TEXT.index(quote)
    return Claim(
        kind=kind,
        source_id="harbour",
        value=columns.pop("value", quote),
        quote=quote,
        char_start=start,
        char_end=start + len(quote),
        section="",
        container=Container.PROSE,
        extractor=f"{kind}.prose",
        confidence=0.9,
        role="data_scientist",
        **columns,
    )


def discrepancies(*ids: str) -> pd.DataFrame:
    """A table of open discrepancies, without ``first_seen``."""
    rows = [
        {
            "discrepancy_id": identity,
            "type": "range_disjoint",
            "severity": "warning",
            "kind": "salary",
            "claim_ids": ["c1"],
            "source_ids": ["harbour"],
            "summary": "Two sources disagree.",
            "resolution": "kept_both",
            "rationale": "Neither is better.",
            "status": "open",
        }
        for identity in ids
    ]
    return pd.DataFrame(rows, columns=list(rows[0]) if rows else ["discrepancy_id"])


@pytest.fixture
def made() -> Made:
    """A small snapshot: one article, a rejected file, claims of three kinds, a fact, a discrepancy."""
    info = SourceInfo("harbour", "harbour.txt", title="At the harbour", published="2026-04")
    readings = [
        Document(info, Format.TEXT, "0" * 64, TEXT, (), ()),
        Rejection(SourceInfo("broken", "broken.txt"), Format.TEXT, "", "broken.txt: is empty"),
    ]
    pay = {"low": 90_000.0, "high": 120_000.0, "unit": "USD", "period": "year", "because": {"role": "They"}}
    claims = [
        claim(Kind.TOOL, "Python", table_index=1),
        claim(Kind.SALARY, "$90,000 to $120,000 a year", **pay),
        claim(Kind.TOOL, "R", value="R", polarity="negated", level="guru"),
    ]
    found = carry_first_seen(discrepancies("d1"), None, STARTED)
    skills = pd.DataFrame({"fact_id": ["f1"], "role": ["data_scientist"], "skill": ["statistics"], **EVIDENCE})
    tables = {
        name: conform(name, schema, skills if name == "skills" else pd.DataFrame(columns=list(schema.columns)))
        for name, schema in FACTS.items()
    }
    tables["claims"] = validate_claims(claims_frame(claims), texts={"harbour": TEXT})
    tables["sources"] = sources_frame(readings, n_claims={"harbour": 3}, roles={"harbour": ["data_scientist"]})
    tables["discrepancies"] = conform("discrepancies", SCHEMAS["discrepancies"], found)
    return Made(tables)
