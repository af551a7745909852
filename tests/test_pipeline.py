"""From files to a snapshot: nothing is lost, nothing depends on chance, no article stops another."""

from __future__ import annotations

import re
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from extract import pipeline
from extract.claims import Context
from extract.errors import ConfigurationError, ContractError, PublishingError
from extract.model import Claim, Document, Rejection
from extract.pipeline import Outcome, run
from extract.publishing import explain, read_manifest, read_table, verify
from extract.publishing.account import claim_counts
from extract.schemas import FACTS, SCHEMAS
from extract.settings import FailOn, Settings

STARTED = datetime(2026, 11, 20, 23, 15, tzinfo=UTC)
ARTICLES = {
    "harbour.txt": (
        "Data scientist or data analyst?\n\n"
        "Data scientists use Python and SQL every day. On average, data scientists earn $121,000 a year.\n\n"
        "Level | Data Scientist | Data Analyst\n"
        "Entry | $80,000 - $95,000 | $55,000 - $65,000\n"
        "Mid | $118$+ | $66,000 - $80,000\n"
    ),
    "pier.txt": (
        "What data scientists and data analysts do\n\n"
        "Data analysts rely on Excel and SQL. Only data scientists use PyTorch.\n"
        "A data analyst earns between $58,000 and $70,000 per year.\n"
    ),
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Two articles, and a place to publish."""
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, text in ARTICLES.items():
        (raw / name).write_text(text, encoding="utf-8")
    return Settings(raw=raw, curated=tmp_path / "curated", reviews=tmp_path / "rulings.jsonl")


def parquet(snapshot: Path) -> dict[str, bytes]:
    """The bytes of every table."""
    return {path.name: path.read_bytes() for path in snapshot.glob("*.parquet")}


def test_a_run_publishes_a_snapshot_that_agrees_with_itself(settings: Settings) -> None:
    """Every quote stands in its text, every id exists, the manifest counts what the tables hold."""
    outcome = run(settings, started=STARTED)
    snapshot = outcome.snapshot
    assert outcome.report == settings.curated / "latest" / "report.html"
    assert outcome.report.is_file()
    assert verify(snapshot) == []
    tables = {name: read_table(snapshot / f"{name}.parquet") for name in SCHEMAS}
    claims = tables["claims"]
    for row in claims.itertuples():
        text = (snapshot / "text" / f"{row.source_id}.txt").read_bytes().decode()
        assert text[row.char_start : row.char_end] == row.quote
    assert set(claims["source_id"]) == set(tables["sources"]["source_id"]) == {"harbour", "pier"}
    for name, table in tables.items():
        if "claim_ids" in table:
            assert {i for ids in table["claim_ids"] for i in ids} <= set(claims["claim_id"]), name
        if "discrepancy_ids" in table:
            found = {i for ids in table["discrepancy_ids"] for i in ids}
            assert found <= set(tables["discrepancies"]["discrepancy_id"]), name
    manifest = read_manifest(snapshot)
    assert manifest["tables"] == {name: len(table) for name, table in tables.items()}
    counted = manifest["claims"]
    assert counted["extracted"] == len(claims) > 0
    assert counted["accepted"] + counted["flagged"] + counted["quarantined"] == counted["extracted"]
    assert [sorted(roles) for roles in tables["sources"]["roles"]] == [["data_analyst", "data_scientist"]] * 2
    assert list(tables["sources"]["n_claims"]) == [sum(claims["source_id"] == s) for s in ("harbour", "pier")]
    assert manifest["run_id"] == snapshot.name
    assert manifest["started"] == "2026-11-20T23:15:00.000000+00:00"
    assert set(manifest["inputs"]) == {"raw/harbour.txt", "raw/pier.txt"}


def test_facts_rest_on_no_quarantined_claim(settings: Settings) -> None:
    """A figure that cannot be read is kept, and never used."""
    tables = run(settings, started=STARTED).tables
    claims = tables["claims"]
    bad = set(claims.loc[claims["status"] == "quarantined", "claim_id"])
    assert bad
    used = {i for name in FACTS for ids in tables[name]["claim_ids"] for i in ids}
    assert not used & bad


def test_the_same_input_gives_the_same_bytes(settings: Settings, tmp_path: Path) -> None:
    """Run again, run elsewhere, run in several processes: only the run's own time and id differ."""
    first = run(settings, started=STARTED).snapshot
    again = run(settings, started=STARTED.replace(day=21)).snapshot
    elsewhere = run(replace(settings, curated=tmp_path / "other"), started=STARTED).snapshot
    spread = run(replace(settings, curated=tmp_path / "third", workers=2), started=STARTED).snapshot
    expected = parquet(first)
    assert set(expected) == {f"{name}.parquet" for name in SCHEMAS}
    for other in (again, elsewhere, spread):
        assert parquet(other) == expected
    assert first.name == elsewhere.name
    assert read_manifest(again)["previous"] == first.name


def test_first_seen_is_the_run_in_which_a_discrepancy_came(settings: Settings) -> None:
    """It stays over runs and is not reset by a later one."""
    run(settings, started=STARTED)
    later = run(settings, started=STARTED.replace(day=25)).tables["discrepancies"]
    assert len(later) > 0
    assert set(later["first_seen"]) == {pd.Timestamp(STARTED)}


def test_an_article_that_makes_extraction_fail_is_rejected(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are published; the reason is one line that names the file."""
    extract = pipeline.claims_of

    def fail(context: Context) -> tuple[Claim, ...]:
        if context.document.info.path == "harbour.txt":
            raise RecursionError("too\ndeep")
        return extract(context)

    monkeypatch.setattr(pipeline, "claims_of", fail)
    rejected: list[Rejection] = []
    tables = run(settings, started=STARTED, notify=rejected.append).tables
    (rejection,) = rejected
    assert re.fullmatch(
        r"harbour\.txt: extraction failed \(RecursionError: too deep\) at pipeline\.py:\d+: report it, with the file",
        str(rejection.reason),
    )
    harbour, pier = tables["sources"].to_dict("records")
    assert (harbour["status"], harbour["n_claims"], harbour["reason"]) == ("rejected", 0, rejection.reason)
    assert pier["status"] == "read"
    assert set(tables["claims"]["source_id"]) == {"pier"}


def test_an_article_that_makes_reading_fail_is_rejected(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the reader is that article's alone."""
    read = pipeline.read_file

    def fail(path: Path, *others: object) -> Document | Rejection:
        if path.name == "pier.txt":
            raise ZeroDivisionError
        return read(path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_file", fail)
    tables = run(settings, started=STARTED).tables
    assert list(tables["sources"]["status"]) == ["read", "rejected"]
    assert "pier.txt: reading failed (ZeroDivisionError: )" in tables["sources"]["reason"].iloc[1]


def test_nothing_replaces_what_was_published_where_nothing_can_be_read(settings: Settings) -> None:
    """An accident with the articles does not empty the tables."""
    before = run(settings, started=STARTED).snapshot
    for path in settings.raw.iterdir():
        path.write_bytes(b"")
    rejected: list[Rejection] = []
    with pytest.raises(PublishingError, match="none of its files could be read"):
        run(settings, notify=rejected.append)
    assert len(rejected) == 2
    assert (settings.curated / "latest").resolve() == before.resolve()


@pytest.mark.parametrize("extracted", [2, 4])
def test_claims_that_are_lost_or_made_on_the_way_stop_the_run(extracted: int) -> None:
    """Extracted = accepted + flagged + quarantined, or nothing is published."""
    claims = pd.DataFrame({"status": ["accepted", "flagged", "quarantined"], "kind": ["tool", "tool", "salary"]})
    counts = claim_counts(claims, 3)
    assert counts["conserved"]
    assert counts["by_kind"] == {"salary": 1, "tool": 2}
    with pytest.raises(ContractError, match=f"{extracted} were extracted, 3 are accounted for"):
        claim_counts(claims, extracted)


@pytest.mark.parametrize(
    ("fail_on", "error", "warning", "fails"),
    [
        (FailOn.NEVER, 1, 1, False),
        (FailOn.ERROR, 0, 1, False),
        (FailOn.ERROR, 1, 0, True),
        (FailOn.WARNING, 0, 0, False),
        (FailOn.WARNING, 0, 1, True),
        (FailOn.WARNING, 1, 0, True),
    ],
)
def test_what_is_open_decides_whether_a_run_fails(fail_on: FailOn, error: int, warning: int, fails: bool) -> None:
    """Information never does."""
    counts = {"discrepancies": {"open": {"error": error, "warning": warning, "info": 9}}}
    assert Outcome(Path(), Path(), counts, {}).fails(fail_on) is fails


def test_a_worker_that_is_killed_stops_the_run_in_one_line(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed:
        def __init__(self, *_: object, **__: object) -> None: ...
        def __enter__(self) -> Killed:
            return self

        def __exit__(self, *_: object) -> None: ...
        def map(self, *_: object) -> list[pipeline.Batch]:
            raise BrokenProcessPool

    monkeypatch.setattr(pipeline, "ProcessPoolExecutor", Killed)
    with pytest.raises(PublishingError, match=r"one of 2 processes was ended .* fewer --workers"):
        run(replace(settings, workers=2), started=STARTED)
    assert not (settings.curated / "latest").exists()


def test_a_users_policies_hold_for_the_run_and_for_what_explains_it(settings: Settings) -> None:
    """They are in the manifest, decide what is believed and how, and a wrong one stops the run before its work."""
    own = settings.raw.parent / "policies.toml"
    own.write_text('[trust]\nprior = 0.25\n[fusion.rates]\n"INR for USD" = 83.0\n', encoding="utf-8")
    with_own = run(replace(settings, policies=own), started=STARTED)
    plain = run(replace(settings, curated=settings.curated.with_name("plain")), started=STARTED)
    assert read_manifest(with_own.snapshot)["policies"]["fusion"]["rates"] == {"INR for USD": 83.0}
    assert read_manifest(plain.snapshot)["policies"] == {}
    fact, same = (outcome.tables["tools"].iloc[0] for outcome in (with_own, plain))
    assert fact["fact_id"] == same["fact_id"]
    assert fact["confidence"] != same["confidence"] or fact["evidence"] != same["evidence"]
    assert any("ordinary weight (0.25)" in line for line in explain(with_own.snapshot, fact["fact_id"]))
    own.write_text("[trust]\npriors = 1\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"policies\.toml: \[trust\] has no key 'priors'"):
        run(replace(settings, policies=own), started=STARTED)


def test_a_users_names_are_shown(settings: Settings) -> None:
    """In what discrepancies say and in the report: a role's name, a currency's sign."""
    own = settings.raw.parent / "user.toml"
    own.write_text(
        '[[role]]\nid = "tide_reader"\nname = "TIDE Reader"\n'
        '[[currency]]\ncode = "XKP"\nname = "Kelp pound"\nsigns = ["K£"]\n'
        "plausible_low = 10000\nplausible_high = 900000\n",
        encoding="utf-8",
    )
    (settings.raw / "kelp.txt").write_text(
        "Tide reader pay\n\nA tide reader earns K£41,000 a year. Mid-level tide readers earn K£4$+ a year.\n",
        encoding="utf-8",
    )
    (settings.raw / "reef.txt").write_text(
        "Tide readers\n\nA tide reader earns K£98,000 a year on average.\n", encoding="utf-8"
    )
    outcome = run(replace(settings, lexicons=(own,)), started=STARTED)
    page = outcome.report.read_text(encoding="utf-8")
    assert "TIDE Reader" in page
    assert "K£98,000" in page
    assert "Tide Reader" not in page
    assert "XKP\u00a0" not in page
    assert outcome.tables["discrepancies"]["summary"].str.contains("TIDE Reader").any()


def test_batches_keep_order_and_miss_nothing(settings: Settings) -> None:
    """However large they are."""
    for number in range(5):
        (settings.raw / f"more{number}.txt").write_text("Words.", encoding="utf-8")
    catalogue = pipeline.open_catalogue(settings)
    for size in (1, 2, 3, 100):
        batches = pipeline.batches_of(catalogue, size)
        assert [entry for batch in batches for entry in batch] == list(catalogue.entries)
        assert all(0 < len(batch) <= size for batch in batches)
