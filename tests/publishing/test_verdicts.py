"""Facts that many sources speak of are explained: what each weighs, what was learned of it, what would change it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from extract.pipeline import Outcome, run
from extract.publishing import explain, verdicts
from extract.settings import Settings

PAY = {
    "anchor": 90_000, "buoy": 92_000, "chart": 91_000, "deck": 90_500, "ebb": 93_000,
    "fjord": 91_500, "gulf": 94_000, "hull": 1_100_000,
}  # fmt: skip
TOOLS = """
| Area | Data analysts |
|---|---|
| Tools | {tools} |
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Eight articles, of which one gives pay for a year that is twelve times as much, and some list tools."""
    folder = tmp_path_factory.mktemp("many")
    raw = folder / "raw"
    raw.mkdir()
    for number, (name, amount) in enumerate(PAY.items()):
        pay = f"In the United States, data analysts earn an average of ${amount:,} a year."
        tools = "SQL, Python, Tableau" if number < 7 else "SQL, Fortran"
        text = f"# Data analysts: {name}\n\n{pay}\n{TOOLS.format(tools=tools)}"
        (raw / f"{name}.md").write_text(text, encoding="utf-8")
    return run(Settings(raw=raw, curated=folder / "curated", model="none"))


def explained(outcome: Outcome, table: str, **columns: Any) -> str:
    rows = outcome.tables[table]
    for name, value in columns.items():
        rows = rows[rows[name] == value]
    (fact,) = rows["fact_id"]
    return "\n".join(explain(outcome.snapshot, fact))


def test_fused_pay_is_explained(outcome: Outcome) -> None:
    """Each claim's weight and what is known of its source, the slip set aside, what would change the fact."""
    text = explained(outcome, "salaries")
    assert "salaries, fused, confidence 0." in text
    assert "typical_lower" in text
    assert "typical: anchor »$90,000 a year«" in text
    assert "its figures run " in text
    assert "set aside: out by a factor (times 12): hull" in text
    assert "without each source\n  " in text
    assert "further sources of ordinary weight" in text


def test_fused_members_are_explained(outcome: Outcome) -> None:
    """Who lists everything and leaves it out."""
    text = explained(outcome, "tools", tool="Fortran")
    assert "tools, fused" in text
    assert "leave it out of a full list\n  7: anchor, buoy" in text
    assert "it is not believed yet" in text


def test_a_source_that_is_repeated_is_named() -> None:
    """A copy stands beside its original's claim and does not count."""
    sources = pd.DataFrame({"source_id": ["a", "b"], "copy_of": [None, "a"]})
    part = {"source_id": "a", "offset": 1.12, "scatter": 0.081}
    assert [line.strip() for line in verdicts._learned(part, sources)] == [
        "its figures run 12% high throughout, which is taken off; beside that they scatter by 8%",
        "repeated by b, which does not count again",
    ]


def test_of_very_many_claims_the_weightiest_are_shown(outcome: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is counted."""
    monkeypatch.setattr(verdicts, "_SHOWN", 3)
    assert "\n  and 4 more, none of them weightier\n" in explained(outcome, "salaries")
