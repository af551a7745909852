"""A claim is explained by its sentence, its rule and what attribution concluded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ConfigurationError
from extract.pipeline import run
from extract.publishing import explain
from extract.publishing.explanation import surroundings
from extract.settings import Settings
from tests.publishing.conftest import Made


@pytest.fixture
def snapshot(made: Made, tmp_path: Path) -> Path:
    """A published snapshot."""
    return made.publish(tmp_path, "20261120T000001Z-abcdef")


def test_an_explanation(made: Made, snapshot: Path) -> None:
    """The sentence with the words marked, where it is, what it says, and why."""
    (claim_id,) = made.tables["claims"].query("kind == 'salary'")["claim_id"]
    text = "\n".join(explain(snapshot, claim_id[:9]))
    assert text.startswith(f"{claim_id}  salary, accepted\n  It pays »$90,000 to $120,000 a year«, says «Harbour» ")
    assert "They like Python" not in text
    for line in ("  source      harbour", "  rule        salary.prose", "  low       90,000", "  role  They"):
        assert line in text.splitlines()


def test_flags_and_readings_are_explained(made: Made, snapshot: Path) -> None:
    """Each flag with its meaning."""
    (claim_id,) = made.tables["claims"].query("status == 'quarantined'")["claim_id"]
    text = "\n".join(explain(snapshot, claim_id))
    assert "  Nobody needs »R«." in text
    assert "  invalid_value  A column holds what it may not hold" in text


@pytest.mark.parametrize(
    ("claim_id", "complaint"), [("nothing", "has none of that id"), ("", "3 begin so"), (".", "has none")]
)
def test_ids_that_name_no_claim(snapshot: Path, claim_id: str, complaint: str) -> None:
    """One line, and what to do."""
    with pytest.raises(ConfigurationError, match=complaint):
        list(explain(snapshot, claim_id))


def test_snapshots_that_cannot_be_read(snapshot: Path, tmp_path: Path) -> None:
    """One line, and what to do."""
    with pytest.raises(ConfigurationError, match="rolefacts run"):
        list(explain(tmp_path / "nowhere", "a"))
    (snapshot / "claims.parquet").write_bytes(b"not at all")
    with pytest.raises(ConfigurationError, match="rolefacts verify"):
        list(explain(snapshot, "a"))


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("One. Two three four. Five.", "three", ("Two ", "three", " four. ")),
        ("Head\nRole | Pay\nTail", "Pay", ("Role | ", "Pay", "")),
        ("one\ntwo\nthree", "one\ntwo", ("", "one two", "")),
        ("Pay is $1.5k. Not bad.", "$1.5k", ("Pay is ", "$1.5k", ". ")),
        ("Ask “why?” Then go.", "go", ("Then ", "go", ".")),
        ("whole", "whole", ("", "whole", "")),
    ],
)
def test_surroundings(text: str, quote: str, expected: tuple[str, str, str]) -> None:
    """The sentence, or the line where it has no sentences."""
    start = text.index(quote)
    before, found, after = surroundings(text, start, start + len(quote))
    assert (before, found, after.rstrip()) == (expected[0], expected[1], expected[2].rstrip())


@given(st.text(alphabet="ab. \n!?”", max_size=60), st.data())
def test_surroundings_always_hold_the_quote(text: str, data: st.DataObject) -> None:
    """Whatever the text, what is shown is a piece of it around the quote."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, quote, after = surroundings(text, start, end)
    flat = "".join(text.split())
    assert "".join((before + quote + after).split()) in flat
    assert "".join(quote.split()) == "".join(text[start:end].split())


def test_a_fact_is_explained(tmp_path: Path) -> None:
    """What it rests on, what each claim weighs and why, what it would be without each source, what would change it."""
    raw = tmp_path / "raw"
    raw.mkdir()
    pay = {"anchor": "$90,000 to $120,000", "buoy": "$92,000 to $118,000", "chart": "$91,000 to $119,000"}
    for name, amounts in pay.items():
        words = f"Welders: {name}\n\nIn the United States, welders earn {amounts} a year.\n"
        (raw / f"{name}.txt").write_text(words, encoding="utf-8")
    outcome = run(Settings(raw=raw, curated=tmp_path / "curated", model="none"))
    (fact,) = outcome.tables["salaries"].to_dict("records")
    text = "\n".join(explain(outcome.snapshot, fact["fact_id"][:10]))
    assert text.startswith(f"{fact['fact_id']}  salaries, weighted_median, confidence {fact['confidence']:.2f}")
    assert "low and high: anchor »$90,000 to $120,000 a year«" in text
    assert "= how far the source is believed 0.75" in text
    assert "  anchor: low 91,000 -> 91,500, high 119,000 -> 118,500" in text
    assert "3 or more further sources of ordinary weight" in text


def test_a_discrepancy_is_explained(made: Made, snapshot: Path) -> None:
    """What it is, the claims in their words, what was done and how to rule on it."""
    row = made.tables["discrepancies"].iloc[0]
    text = "\n".join(explain(snapshot, row["discrepancy_id"]))
    assert row["summary"] in text
    assert row["rationale"] in text
    assert (f"rolefacts rule {row['discrepancy_id']}" in text) is (row["status"] == "open")
