#!/usr/bin/env python3
"""Writes the generated parts of README.md: the excerpt of curated/latest and the data dictionary.

readme.py            write them (after a run: "make docs")
readme.py --check    exit status 1 where they are not what would be written
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import pandas as pd

from extract.publishing import data_dictionary

ROOT: Final = Path(__file__).resolve().parent.parent
README: Final = ROOT / "README.md"
LATEST: Final = ROOT / "curated" / "latest"


def main() -> int:
    """Write README.md, or say whether it is current."""
    text = README.read_text(encoding="utf-8")
    fresh = filled(text, "dictionary", dictionary)
    if "--check" in sys.argv[1:]:
        return int(fresh != text)
    README.write_text(filled(fresh, "excerpt", lambda: excerpt(LATEST)), encoding="utf-8")
    return 0


def filled(text: str, name: str, make: Callable[[], str]) -> str:
    """The text with the part between the two marks of that name replaced."""
    part = re.compile(rf"(?s)(<!-- {name}: begin[^\n]*\n).*?(<!-- {name}: end -->)")
    if not part.search(text):
        raise SystemExit(f"README.md: no marks for {name!r}")
    return part.sub(lambda marks: f"{marks[1]}\n{make().strip()}\n\n{marks[2]}", text)


def dictionary() -> str:
    """The data dictionary, one heading lower."""
    return re.sub(r"(?m)^#", "##", data_dictionary())


def excerpt(snapshot: Path) -> str:
    """A few rows of the snapshot, and where one of them stands in its text."""
    salaries = pd.read_parquet(snapshot / "salaries.parquet").head(8)
    discrepancies = pd.read_parquet(snapshot / "discrepancies.parquet")
    worst = discrepancies[discrepancies["severity"] != "info"].head(6)
    claims = pd.read_parquet(snapshot / "claims.parquet")
    doubtful = claims[claims["status"] == "quarantined"].head(1)
    columns = ["role", "level", "region", "currency", "low", "typical", "high", "n_sources", "confidence"]
    for name in ("typical", "high"):
        salaries[name] = [
            f"{end:,.0f}+" if is_open and end == end else end  # noqa: PLR0124 (NaN)
            for end, is_open in zip(salaries[name], salaries[f"{name}_open"], strict=True)
        ]
    return "\n".join(
        [
            "From the four articles in `raw/`, pay per year in `salaries.parquet`:",
            "",
            *table(columns, salaries[columns].itertuples(index=False)),
            "",
            "What a reviewer should look at, in `discrepancies.parquet`:",
            "",
            *table(
                ["severity", "type", "summary", "resolution"],
                worst[["severity", "type", "summary", "resolution"]].itertuples(index=False),
            ),
            "",
            *(quarantined(row) for row in doubtful.to_dict("records")),
        ]
    )


def quarantined(claim: dict[Any, Any]) -> str:
    """A claim that is kept and never used, in a sentence, and what it may have been meant to say."""
    said = (
        f"A claim that is kept and never used: `{claim['source_id']}` says `{claim['quote']}`, characters "
        f"{claim['char_start']} to {claim['char_end']} of its text, flagged "
        f"{', '.join(f'`{flag}`' for flag in claim['flags'])}. A reviewer may choose a reading:"
    )
    return "\n".join([said, "", *(f"- {reading(repair)}" for repair in json.loads(claim["repairs"]))])


def reading(repair: dict[str, Any]) -> str:
    """A candidate reading of an amount."""
    ends = [shown(float(end)) for end in (repair["low"], repair["high"]) if end is not None]
    more = "+" if repair["high"] is None else ""
    return f"{repair['unit'] or ''} {'-'.join(dict.fromkeys(ends))}{more}: {repair['reason']}".strip()


def table(header: list[str], rows: Iterable[Iterable[object]]) -> list[str]:
    """Lines of a Markdown table."""
    body = (" | ".join(shown(value) for value in row) for row in rows)
    return [f"| {' | '.join(header)} |", f"|{'---|' * len(header)}", *(f"| {row} |" for row in body)]


def shown(value: object) -> str:
    """A cell: nothing for nulls, whole amounts with thousands marked."""
    if isinstance(value, float):
        if value != value:  # noqa: PLR0124 - NaN alone is not itself
            return ""
        return f"{value:,.0f}" if abs(value) > 1 else f"{value:.2f}"
    return "" if value is None or value is pd.NA else str(value).replace("|", r"\|")


if __name__ == "__main__":
    sys.exit(main())
