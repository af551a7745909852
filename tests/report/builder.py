"""Invented articles and the tables that could come of them, to test the report with and to look at it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from extract.report import Report
from extract.schemas import SCHEMAS

TEXTS = {
    "harbor": (
        "Data scientist or ML engineer?\n\n"
        "What they earn\n"
        "Role | Entry | Mid | Senior\n"
        "Data Scientist | $64,000 – $88,000 | $75,000 – $146,000 | $101,000 – $137,000+\n"
        "ML Engineer | $91,000 – $128,000 | $118$+ | $106,000 – $141,000+\n\n"
        "What they use\n"
        "Data scientists spend their days in Python, SQL and Jupyter. Only machine learning engineers "
        "need Kubernetes, and PyTorch is theirs alone. Growth for data scientists is put at 34% by 2032, "
        "well above the average of all jobs.\n"
    ),
    "tallyboard": (
        "Two careers in numbers\n\n"
        "Machine learning engineers have the better pay, with a median often exceeding $122,000 a year. "
        "Data scientists typically earn between $94,000 and $116,000, which grows quickly with experience. "
        "Both roles rely on Python, SQL and PyTorch; nobody in either role needs Kubernetes on "
        "the first day.\n"
    ),
    "fieldnotes": (
        "Notes from hiring\n\n"
        "Data scientists make an average of $104,200 per year. The ML engineer falls under research "
        "scientists in computing, who have an average salary of $137,400 per year. In London, frontend "
        "developers earn £42,000 to £61,000; as contractors they charge up to £480 a day.\n"
    ),
}

PUBLISHERS = {"harbor": "Harbor Careers", "tallyboard": "Tallyboard", "fieldnotes": "Field Notes"}
DS, ML, FE = "data_scientist", "machine_learning_engineer", "frontend_developer"

_LISTS = {"flags", "claim_ids", "source_ids", "discrepancy_ids", "roles"}


def frame(name: str, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """A table with the contract's columns and types; what a row leaves out is missing, False, 0 or empty."""
    columns: dict[str, Any] = {}
    for column, meaning in SCHEMAS[name].columns.items():
        dtype = str(meaning.dtype)
        blank = [] if column in _LISTS else {"bool": False, "int64": 0}.get(dtype)
        values = [row.get(column, blank) for row in rows]
        columns[column] = pd.Series(values, dtype=dtype)
    return pd.DataFrame(columns)


def claim(claim_id: str, source: str, quote: str, **values: Any) -> dict[str, Any]:
    """A claim on the first place where its source has these words."""
    text = TEXTS.get(source, "")
    start = max(0, text.find(quote))
    given = {
        "claim_id": claim_id,
        "kind": "salary",
        "source_id": source,
        "value": quote,
        "quote": quote,
        "char_start": start,
        "char_end": start + len(quote),
        "section": "",
        "container": "prose",
        "polarity": "affirmed",
        "modality": "stated",
        "extractor": "invented",
        "confidence": 0.9,
        "status": "accepted",
    }
    return {**given, **values}


def pay(
    claim_id: str, source: str, quote: str, role: str, low: float | None, high: float | None, **values: Any
) -> dict[str, Any]:
    """A claim of yearly pay in US dollars, a range unless said otherwise."""
    statistic = "mean" if low == high and low is not None else "range"
    given = {"role": role, "low": low, "high": high, "unit": "USD", "period": "year", "statistic": statistic}
    return claim(claim_id, source, quote, **{**given, **values})


def tool(claim_id: str, source: str, name: str, role: str, **values: Any) -> dict[str, Any]:
    return claim(claim_id, source, name, kind="tool", role=role, aspect="library", **values)


def _claims() -> list[dict[str, Any]]:
    table = {"container": "table", "section": "What they earn", "region": "US"}
    repairs = [
        {"low": 118000.0, "high": None, "unit": "USD", "reason": "the second sign stands for the thousands"},
        {"low": 118.0, "high": None, "unit": "USD", "reason": "the second sign is one too many"},
    ]
    quarantined = {"status": "quarantined", "flags": ["malformed_amount"], "repairs": json.dumps(repairs)}
    return [
        pay("c01", "harbor", "$64,000 – $88,000", DS, 64000.0, 88000.0, level="entry", **table),
        pay("c02", "harbor", "$75,000 – $146,000", DS, 75000.0, 146000.0, level="mid", **table),
        pay(
            "c03",
            "harbor",
            "$101,000 – $137,000+",
            DS,
            101000.0,
            137000.0,
            level="senior",
            high_open=True,
            **table,
        ),
        pay("c04", "harbor", "$91,000 – $128,000", ML, 91000.0, 128000.0, level="entry", **table),
        pay("c05", "harbor", "$118$+", ML, None, None, level="mid", **{**table, "unit": None, **quarantined}),
        pay(
            "c06",
            "harbor",
            "$106,000 – $141,000+",
            ML,
            106000.0,
            141000.0,
            level="senior",
            high_open=True,
            **table,
        ),
        pay(
            "c07",
            "tallyboard",
            "$122,000",
            ML,
            122000.0,
            None,
            high_open=True,
            statistic="median",
            modality="hedged",
            approximate=True,
            flags=["hedged"],
        ),
        pay("c08", "tallyboard", "between $94,000 and $116,000", DS, 94000.0, 116000.0),
        pay("c09", "fieldnotes", "$104,200", DS, 104200.0, 104200.0),
        pay(
            "c10",
            "fieldnotes",
            "$137,400",
            ML,
            137400.0,
            137400.0,
            status="flagged",
            flags=["proxy_role"],
            stated_role="research scientists in computing",
        ),
        pay("c11", "fieldnotes", "£42,000 to £61,000", FE, 42000.0, 61000.0, unit="GBP", region="London"),
        pay(
            "c12",
            "fieldnotes",
            "up to £480",
            FE,
            None,
            480.0,
            unit="GBP",
            period="day",
            low_open=True,
            region="London",
        ),
        claim(
            "c13",
            "harbor",
            "34%",
            kind="outlook",
            role=DS,
            low=34.0,
            high=34.0,
            unit="percent",
            horizon="2032",
        ),
        claim(
            "c14",
            "tallyboard",
            "have the better pay",
            kind="comparison",
            role=ML,
            object_role=DS,
            aspect="salary",
            direction="higher",
            value="higher",
        ),
        tool("t01", "harbor", "Python", DS),
        tool("t02", "harbor", "SQL", DS),
        tool("t03", "harbor", "Jupyter", DS),
        tool("t04", "harbor", "Kubernetes", ML, exclusivity="exclusive"),
        tool("t05", "harbor", "PyTorch", ML, exclusivity="exclusive"),
        tool("t06", "tallyboard", "Python", DS, exclusivity="shared"),
        tool("t07", "tallyboard", "Python", ML, exclusivity="shared"),
        tool("t08", "tallyboard", "PyTorch", DS, exclusivity="shared", modality="hedged"),
        tool("t09", "tallyboard", "PyTorch", ML, exclusivity="shared"),
        tool("t10", "tallyboard", "Kubernetes", DS, polarity="negated"),
    ]


def _sources() -> list[dict[str, Any]]:
    urls = {
        "harbor": "https://harbor.example/ds-or-ml",
        "tallyboard": "https://tallyboard.example/numbers#pay",
    }
    reliability = {"harbor": 0.81, "tallyboard": 0.74, "fieldnotes": 0.88}
    read = [
        {
            "source_id": name,
            "path": f"{name}.txt",
            "title": text.splitlines()[0],
            "publisher": PUBLISHERS[name],
            "url": urls.get(name),
            "published": "2025-11-03",
            "format": "text",
            "status": "read",
            "n_chars": len(text),
            "roles": [DS, ML],
            "reliability": reliability[name],
            "sha256": "0" * 64,
            "n_claims": sum(row["source_id"] == name for row in _claims()),
        }
        for name, text in TEXTS.items()
    ]
    copy = {
        **read[1],
        "source_id": "tally-mirror",
        "path": "mirror.txt",
        "publisher": None,
        "url": None,
        "n_claims": 0,
        "copy_of": "tallyboard",
        "reliability": None,
    }
    torn = {
        "source_id": "torn",
        "path": "torn.pdf",
        "format": "text",
        "status": "rejected",
        "reason": "not text: 41% of its bytes are no UTF-8",
    }
    return [*read, copy, torn]


def discrepancy(
    number: int, code: str, severity: str, summary: str, claims: Sequence[str], **values: Any
) -> dict[str, Any]:
    """A discrepancy among claims."""
    given = {
        "discrepancy_id": f"D{number:05d}",
        "type": code,
        "severity": severity,
        "kind": "salary",
        "summary": summary,
        "claim_ids": list(claims),
        "source_ids": ["harbor"],
        "resolution": "awaiting_review",
        "status": "open",
        "rationale": "Nothing in the sources settles it.",
        "first_seen": pd.Timestamp("2026-01-05", tz="UTC"),
    }
    return {**given, **values}


def _discrepancies() -> list[dict[str, Any]]:
    both = ["harbor", "tallyboard"]
    return [
        discrepancy(
            1,
            "malformed_amount",
            "error",
            "Harbor Careers gives “$118$+” for ML engineers in the middle of their career, which is no amount.",
            ["c05"],
            role=ML,
            level="mid",
            resolution="quarantined",
            rationale="Two readings are possible and they differ a thousandfold.",
        ),
        discrepancy(
            2,
            "coverage_gap",
            "warning",
            "No usable salary is left for ML engineers in the middle of their career.",
            ["c05"],
            role=ML,
            level="mid",
        ),
        discrepancy(
            3,
            "ladder_inversion",
            "warning",
            "Harbor Careers ends the range of mid-level data scientists at "
            "$146,000, above the $137,000+ of senior ones.",
            ["c02", "c03"],
            role=DS,
            resolution="kept_both",
            rationale="The senior range is open at its end, so both may hold.",
        ),
        discrepancy(
            4,
            "proxy_role",
            "warning",
            "Field Notes takes the average pay of research scientists for that of ML engineers.",
            ["c10"],
            role=ML,
            source_ids=["fieldnotes"],
            resolution="weighted",
            rationale="The figure counts for less than the direct ones.",
        ),
        discrepancy(
            5,
            "exclusivity",
            "info",
            "Harbor Careers gives PyTorch to ML engineers alone, Tallyboard to both roles.",
            ["t05", "t08", "t09"],
            kind="tool",
            aspect="PyTorch",
            source_ids=both,
            resolution="kept_both",
        ),
        discrepancy(
            6,
            "definition_mismatch",
            "info",
            "A median “exceeding” $122,000 stands beside averages and ranges by level.",
            ["c07", "c10", "c04", "c06"],
            role=ML,
            source_ids=both,
            resolution="kept_both",
            status="resolved",
            rationale="They measure different things and were not compared.",
        ),
    ]


def fact(number: int, claims: Sequence[str], sources: Sequence[str], **values: Any) -> dict[str, Any]:
    given = {
        "fact_id": f"F{number:04d}",
        "claim_ids": list(claims),
        "source_ids": list(sources),
        "n_claims": len(claims),
        "n_sources": len(sources),
        "confidence": 0.62,
        "method": "weighted",
    }
    return {**given, **values}


def _salaries() -> list[dict[str, Any]]:
    made = [
        (["c08", "c09"], ["tallyboard", "fieldnotes"], DS, None, None, 94000.0, 104200.0, 116000.0),
        (["c01"], ["harbor"], DS, "entry", "US", 64000.0, None, 88000.0),
        (["c02"], ["harbor"], DS, "mid", "US", 75000.0, None, 146000.0),
        (["c03"], ["harbor"], DS, "senior", "US", 101000.0, None, 137000.0),
        (["c07", "c10"], ["tallyboard", "fieldnotes"], ML, None, None, None, 128000.0, None),
        (["c04"], ["harbor"], ML, "entry", "US", 91000.0, None, 128000.0),
        (["c06"], ["harbor"], ML, "senior", "US", 106000.0, None, 141000.0),
    ]
    rows = [
        fact(
            number,
            claims,
            sources,
            role=role,
            level=level,
            region=region,
            currency="USD",
            low=low,
            typical=typical,
            high=high,
            high_open=level == "senior",
            discrepancy_ids=["D00003"] if role == DS and level in ("mid", "senior") else [],
        )
        for number, (claims, sources, role, level, region, low, typical, high) in enumerate(made)
    ]
    london = {"role": FE, "region": "London", "currency": "GBP", "low": 42000.0, "high": 61000.0}
    return [*rows, fact(90, ["c11"], ["fieldnotes"], **london)]


def report(**changed: Any) -> Report:
    """Three articles, a copy and a file that could not be read; six discrepancies, five of them old."""
    before = [dict(row) for row in _discrepancies() if row["discrepancy_id"] != "D00004"]
    before[-1]["status"] = "open"
    gone = discrepancy(99, "stale", "info", "Tallyboard's figures are from 2016.", [], source_ids=["tallyboard"])
    facts = {
        "salaries": frame("salaries", _salaries()),
        "tools": frame("tools", [fact(20, ["t01"], ["harbor"], role=DS, tool="Python", category="language")]),
        "outlook": frame("outlook", [fact(30, ["c13"], ["harbor"], role=DS, horizon="2032", low=34.0, high=34.0)]),
        "career_paths": frame("career_paths", []),
    }
    given: dict[str, Any] = {
        "claims": frame("claims", _claims()),
        "sources": frame("sources", _sources()),
        "discrepancies": frame("discrepancies", _discrepancies()),
        "facts": facts,
        "texts": TEXTS,
        "manifest": {
            "run_id": "20260112T041500Z-9f2c",
            "started": "2026-01-12T04:15:00Z",
            "version": "0.1.0",
        },
        "previous": frame("discrepancies", [*before, gone]),
    }
    return Report(**{**given, **changed})


def empty() -> Report:
    """A report on nothing."""
    return Report(frame("claims", []), frame("sources", []), frame("discrepancies", []))
