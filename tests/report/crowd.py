"""Many invented sources at once: to see what the report does with more than fits."""

from __future__ import annotations

from typing import Any

from extract.report import Report
from tests.report.builder import claim, discrepancy, fact, frame, pay

ROLES = [f"invented_role_{number}" for number in range(12)]
TYPES = ("range_disjoint", "ladder_inversion", "proxy_role", "within_source")
SENTENCE = "Some sentence stands before it, as is usual. {} is what {} means at that level, they say.\n"
CLAIMS_EACH = 60


def _claim(number: int, source: int, place: int) -> dict[str, Any]:
    name, role = f"s{source:03d}", ROLES[(source + place) % 12]
    if place % 3 == 1:
        return claim(f"c{number:06d}", name, f"Tool {place}", kind="tool", role=role, aspect="library")
    low = 50000.0 + 1000 * ((source * 7 + place * 13) % 60)
    quote = f"${low:,.0f} to ${low + 20000:,.0f}"
    return pay(f"c{number:06d}", name, quote, role, low, low + 20000, level=("entry", "mid", "senior")[place % 3])


def _write(sources: int) -> tuple[list[dict[str, Any]], dict[str, str]]:
    claims: list[dict[str, Any]] = []
    texts: dict[str, str] = {}
    for source in range(sources):
        text = ""
        for place in range(CLAIMS_EACH):
            row = _claim(len(claims), source, place)
            row["char_start"] = len(text) + SENTENCE.index("{}")
            row["char_end"] = row["char_start"] + len(row["quote"])
            text += SENTENCE.format(row["quote"], row["role"])
            claims.append(row)
        texts[f"s{source:03d}"] = text
    return claims, texts


def _source(name: str, text: str) -> dict[str, Any]:
    return {
        "source_id": name,
        "path": f"{name}.txt",
        "title": f"Invented article {name} about pay and tools",
        "publisher": f"Publisher {name}",
        "url": f"https://{name}.example/article",
        "format": "text",
        "status": "read",
        "reliability": 0.5,
        "roles": ROLES,
        "n_claims": CLAIMS_EACH,
        "n_chars": len(text),
    }


def _discrepancy(number: int, claims: list[dict[str, Any]]) -> dict[str, Any]:
    involved = [claims[(number * 17 + step * 61) % len(claims)] for step in range(3)]
    return discrepancy(
        number,
        TYPES[number % 4],
        ("error", "warning", "info")[number % 3],
        f"Number {number}: three invented articles disagree about the pay of {ROLES[number % 12]}.",
        [row["claim_id"] for row in involved],
        role=ROLES[number % 12],
        source_ids=sorted({row["source_id"] for row in involved}),
    )


def large(sources: int, discrepancies: int) -> Report:
    """Many sources on a dozen roles, and as many discrepancies as wanted, each among three claims."""
    claims, texts = _write(sources)
    found = [_discrepancy(number, claims) for number in range(discrepancies)]
    items = {(row["role"], row["level"]): row for row in claims if row["kind"] == "salary"}
    salaries = [
        fact(
            number,
            [row["claim_id"]],
            [row["source_id"]],
            currency="USD",
            region=None,
            **{name: row[name] for name in ("role", "level", "low", "high")},
        )
        for number, row in enumerate(items.values())
    ]
    return Report(
        claims=frame("claims", claims),
        sources=frame("sources", [_source(name, text) for name, text in texts.items()]),
        discrepancies=frame("discrepancies", found),
        facts={"salaries": frame("salaries", salaries)},
        texts=texts,
        previous=frame("discrepancies", found[::2]),
    )
