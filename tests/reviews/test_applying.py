"""What the next run makes of rulings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from extract.pipeline import Outcome, run
from extract.review import Desk, Refusal, Request
from extract.reviews import Action, Amount
from extract.settings import Settings

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
PAY = (
    "Data scientist or data analyst?\n\n"
    "Data scientists use Python and SQL every day.\n\n"
    "Level | Data Scientist | Data Analyst\n"
    "Entry | $80,000 - $95,000 | $55,000 - $65,000\n"
    "Mid | $118$+ | $66,000 - $80,000\n"
)
ARTICLES = {
    "harbour.txt": PAY,
    "pier.txt": (
        "What data scientists and data analysts do\n\n"
        "Data analysts rely on Excel and SQL.\n\n"
        "Tools unique to data scientists:\n\n- PyTorch\n- Keras\n\n"
        "What they earn\n\n"
        "Level | Data Scientist | Data Analyst\n"
        "Entry | $120,000 - $130,000 | $56,000 - $66,000\n"
    ),
    "quay.txt": (
        "Data scientists and data analysts compared\n\n"
        "Data analysts use PyTorch and tools such as Lanternfish, Python and SQL.\n"
    ),
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, text in ARTICLES.items():
        (raw / name).write_text(text, encoding="utf-8")
    return Settings(
        raw=raw,
        curated=tmp_path / "curated",
        reviews=tmp_path / "reviews" / "rulings.jsonl",
        own_lexicon=tmp_path / "lexicons" / "user.toml",
    )


@pytest.fixture
def before(settings: Settings) -> Outcome:
    return run(settings, started=datetime(2026, 11, 21, 9, tzinfo=UTC))


@pytest.fixture
def desk(settings: Settings, before: Outcome) -> Desk:
    return Desk(settings, who="Ada", now=lambda: NOON)


def again(settings: Settings, hour: int = 13) -> Outcome:
    if settings.own_lexicon.is_file():
        settings = replace(settings, lexicons=(settings.own_lexicon,))
    return run(settings, started=datetime(2026, 11, 21, hour, tzinfo=UTC))


def one(frame: pd.DataFrame, **wanted: str) -> pd.Series:  # type: ignore[type-arg]
    """The only row with these values."""
    for name, value in wanted.items():
        frame = frame[frame[name] == value]
    assert len(frame) == 1, frame
    return frame.iloc[0]


def pay(outcome: Outcome, level: str) -> pd.Series:  # type: ignore[type-arg]
    return one(outcome.tables["salaries"], role="data_scientist", level=level)


def discrepancy(outcome: Outcome, type_: str) -> pd.Series:  # type: ignore[type-arg]
    return one(outcome.tables["discrepancies"], type=type_)


def claim_of(outcome: Outcome, quote: str) -> pd.Series:  # type: ignore[type-arg]
    claims = outcome.tables["claims"]
    return one(claims[claims["kind"].isin(["salary", "tool"])], quote=quote)


def rule(desk: Desk, key: str, action: Action, **values: object) -> str:
    return desk.rule(desk.find(key), Request(action, **values)).id  # type: ignore[arg-type]


def test_a_repaired_amount_is_a_fact(desk: Desk, settings: Settings, before: Outcome) -> None:
    """The quote stays the source's; the discrepancy stays too, as reviewed; the gap that it left is gone."""
    broken = discrepancy(before, "malformed_amount")
    gap = before.tables["discrepancies"]
    assert "coverage_gap" in set(gap["type"])
    rule(desk, broken["discrepancy_id"], Action.REPAIR, candidate=1, reason="thousands were lost")
    after = again(settings)
    claim = claim_of(after, "$118$+")
    assert (claim["status"], claim["low"], claim["high_open"]) == ("accepted", 118_000.0, True)
    assert "repaired_by_reviewer" in claim["flags"]
    assert "malformed_amount" not in claim["flags"]
    assert claim["value"] == "USD 118000+ / year"
    fact = pay(after, "mid")
    assert (fact["low"], fact["reviewed"]) == (118_000.0, True)
    assert broken["discrepancy_id"] in fact["discrepancy_ids"]
    ruled = discrepancy(after, "malformed_amount")
    assert (ruled["status"], ruled["resolution"]) == ("reviewed", "repaired")
    assert ruled["rationale"] == "Ada (2026-11-21) repairs the amount: thousands were lost"
    assert "coverage_gap" not in set(after.tables["discrepancies"]["type"])
    assert after.manifest["rulings"] == {"in_force": 1, "stale": 0, "torn_line": False}
    assert after.manifest["claims"]["quarantined"] == before.manifest["claims"]["quarantined"] - 1


def test_a_value_that_a_reviewer_enters(desk: Desk, settings: Settings, before: Outcome) -> None:
    key = discrepancy(before, "malformed_amount")["discrepancy_id"]
    rule(desk, key, Action.REPAIR, amount=Amount(110_000.0, 126_000.0, "USD"))
    fact = pay(again(settings), "mid")
    assert (fact["low"], fact["high"]) == (110_000.0, 126_000.0)


def test_a_rejected_claim_is_no_fact(desk: Desk, settings: Settings, before: Outcome) -> None:
    """It is kept, quarantined; what it disagreed with stands alone and is reviewed."""
    found = discrepancy(before, "range_disjoint")
    wrong = claim_of(before, "$120,000 - $130,000")["claim_id"]
    rule(desk, found["discrepancy_id"], Action.REJECT, claim_id=wrong)
    after = again(settings)
    claim = claim_of(after, "$120,000 - $130,000")
    assert (claim["claim_id"], claim["status"]) == (wrong, "quarantined")
    assert "rejected_by_reviewer" in claim["flags"]
    fact = pay(after, "entry")
    assert (fact["low"], fact["high"], fact["reviewed"]) == (80_000.0, 95_000.0, True)
    assert discrepancy(after, "range_disjoint")["status"] == "reviewed"


@pytest.mark.parametrize("quote", ["$120,000 - $130,000", "$80,000 - $95,000"])
def test_the_fact_takes_the_believed_value(quote: str, desk: Desk, settings: Settings, before: Outcome) -> None:
    """What contradicts it about the same role and level is set aside, not rejected."""
    believed = claim_of(before, quote)
    key = discrepancy(before, "range_disjoint")["discrepancy_id"]
    rule(desk, key, Action.BELIEVE, claim_id=believed["claim_id"])
    after = again(settings)
    fact = pay(after, "entry")
    assert (fact["low"], fact["high"], fact["reviewed"]) == (believed["low"], believed["high"], True)
    flags = after.tables["claims"]["flags"].map(list)
    assert sum("outvoted_by_reviewer" in row for row in flags) == 1
    assert discrepancy(after, "range_disjoint")["resolution"] == "preferred"
    analyst = one(after.tables["salaries"], role="data_analyst", level="entry")
    assert not analyst["reviewed"]


@pytest.mark.parametrize(
    ("believed", "analysts", "scientists"),
    [("data_scientist", [], "exclusive"), ("data_analyst", ["PyTorch"], "")],
)
def test_a_tool_that_is_one_roles_alone_or_is_not(
    believed: str, analysts: list[str], scientists: str, desk: Desk, settings: Settings, before: Outcome
) -> None:
    """Either way the role that was said to have it alone keeps it."""
    claims = before.tables["claims"]
    claim = one(claims[claims["kind"] == "tool"], value="PyTorch", role=believed)
    key = discrepancy(before, "exclusivity")["discrepancy_id"]
    rule(desk, key, Action.BELIEVE, claim_id=claim["claim_id"])
    tools = again(settings).tables["tools"]
    pytorch = tools[tools["tool"] == "PyTorch"]
    assert list(pytorch.loc[pytorch["role"] == "data_analyst", "tool"]) == analysts
    fact = one(pytorch, role="data_scientist")
    assert ("" if pd.isna(fact["exclusivity"]) else fact["exclusivity"]) == scientists


@pytest.mark.parametrize("action", [Action.ACCEPT, Action.KNOWN, Action.NOT_COMPARABLE])
def test_what_closes_a_discrepancy_alone(action: Action, desk: Desk, settings: Settings, before: Outcome) -> None:
    """Facts keep their values."""
    key = discrepancy(before, "range_disjoint")["discrepancy_id"]
    rule(desk, key, action)
    after = again(settings)
    assert discrepancy(after, "range_disjoint")["status"] == "reviewed"
    columns = ["fact_id", "low", "typical", "high", "confidence"]
    pd.testing.assert_frame_equal(after.tables["salaries"][columns], before.tables["salaries"][columns])
    assert pay(after, "entry")["reviewed"]
    assert after.manifest["discrepancies"]["open"] != before.manifest["discrepancies"]["open"]


def test_a_ruling_taken_back_leaves_no_trace(desk: Desk, settings: Settings, before: Outcome) -> None:
    """The tables are those of before, but for when things were first seen."""
    key = discrepancy(before, "malformed_amount")["discrepancy_id"]
    made = rule(desk, key, Action.REPAIR, candidate=1)
    desk.undo(made, Request(Action.UNDO))
    after = again(settings)
    for name, frame in before.tables.items():
        pd.testing.assert_frame_equal(after.tables[name], frame)


def test_a_source_that_has_changed(desk: Desk, settings: Settings, before: Outcome) -> None:
    """The ruling is reported, not applied and not lost; when the words come back it is applied again."""
    key = discrepancy(before, "malformed_amount")["discrepancy_id"]
    made = rule(desk, key, Action.REPAIR, candidate=1)
    harbour = settings.raw / "harbour.txt"
    harbour.write_text(PAY.replace("$118$+", "$117$+"), encoding="utf-8")
    after = again(settings)
    stale = discrepancy(after, "stale_ruling")
    assert (stale["status"], stale["severity"]) == ("open", "warning")
    assert made in stale["summary"]
    assert '"$118$+" in harbour' in stale["rationale"]
    assert discrepancy(after, "malformed_amount")["status"] == "open"
    assert claim_of(after, "$117$+")["status"] == "quarantined"
    assert after.manifest["rulings"]["stale"] == 1
    for report in ("report.html", "report.md"):
        assert made in (after.snapshot / report).read_text(encoding="utf-8")
    harbour.write_text(PAY, encoding="utf-8")
    healed = again(settings, 14)
    assert discrepancy(healed, "malformed_amount")["status"] == "reviewed"
    assert "stale_ruling" not in set(healed.tables["discrepancies"]["type"])


@pytest.mark.slow
def test_a_stale_ruling_is_reviewed_too(desk: Desk, settings: Settings, before: Outcome) -> None:
    """It is known and left, or taken back; neither makes another stale ruling when the words come back."""
    key = discrepancy(before, "malformed_amount")["discrepancy_id"]
    made = rule(desk, key, Action.REPAIR, candidate=1)
    harbour = settings.raw / "harbour.txt"
    harbour.write_text(PAY.replace("$118$+", "$117$+"), encoding="utf-8")
    stale = discrepancy(again(settings), "stale_ruling")["discrepancy_id"]
    known = rule(desk, stale, Action.KNOWN)
    assert discrepancy(again(settings, 14), "stale_ruling")["status"] == "reviewed"
    harbour.write_text(PAY, encoding="utf-8")
    assert "stale_ruling" not in set(again(settings, 15).tables["discrepancies"]["type"])
    desk.undo(known, Request(Action.UNDO))
    harbour.write_text("Data scientists use Python.\n", encoding="utf-8")
    again(settings, 16)
    rule(desk, stale, Action.UNDO)
    assert desk.rulings.undo_of(made)
    assert "stale_ruling" not in set(again(settings, 17).tables["discrepancies"]["type"])


@pytest.mark.slow
def test_rulings_on_what_rulings_bring_to_light(desk: Desk, settings: Settings, before: Outcome) -> None:
    """A repaired amount can contradict others; a ruling on that holds as long as the repair does."""
    key = discrepancy(before, "malformed_amount")["discrepancy_id"]
    repair = rule(desk, key, Action.REPAIR, amount=Amount(30_000.0, 40_000.0, "USD"))
    after = again(settings)
    ladder = discrepancy(after, "ladder_inversion")
    repaired = claim_of(after, "$118$+")["claim_id"]
    rule(desk, ladder["discrepancy_id"], Action.BELIEVE, claim_id=repaired)
    later = again(settings, 14)
    assert set(later.tables["discrepancies"].query("status == 'reviewed'")["type"]) == {
        "malformed_amount",
        "ladder_inversion",
    }
    assert pay(later, "mid")["low"] == 30_000.0
    assert "believed_by_reviewer" in claim_of(later, "$118$+")["flags"]
    desk.undo(repair, Request(Action.UNDO))
    last = again(settings, 15)
    assert "could be believed" in discrepancy(last, "stale_ruling")["rationale"]
    assert claim_of(last, "$118$+")["status"] == "quarantined"


def test_a_tool_that_a_reviewer_adds(desk: Desk, settings: Settings, before: Outcome) -> None:
    """The next run knows it; taking the ruling back makes it unknown again."""
    assert "unknown_tool" in claim_of(before, "Lanternfish")["flags"]
    made = rule(desk, "lanternfish", Action.ADD_TOOL, category="database")
    after = again(settings)
    claim = claim_of(after, "Lanternfish")
    assert (claim["status"], claim["aspect"]) == ("accepted", "database")
    assert "stale_ruling" not in set(after.tables["discrepancies"]["type"])
    desk.undo(made, Request(Action.UNDO))
    assert "Lanternfish" not in settings.own_lexicon.read_text()
    assert "unknown_tool" in claim_of(again(settings, 14), "Lanternfish")["flags"]


def test_a_name_that_is_no_tool(desk: Desk, settings: Settings, before: Outcome) -> None:
    """Every claim of that name is set aside, in articles to come too."""
    rule(desk, claim_of(before, "Lanternfish")["claim_id"], Action.REJECT)
    extra = "Data scientists\n\nData scientists use tools such as Lanternfish, SQL and Python.\n"
    (settings.raw / "jetty.txt").write_text(extra, encoding="utf-8")
    claims = again(settings).tables["claims"]
    named = claims[claims["value"] == "Lanternfish"]
    assert len(named) >= 2
    assert set(named["status"]) == {"quarantined"}


def test_what_cannot_be_ruled(desk: Desk, before: Outcome) -> None:
    """It is said why, and nothing is written."""
    broken = discrepancy(before, "malformed_amount")["discrepancy_id"]
    ranges = discrepancy(before, "range_disjoint")["discrepancy_id"]
    for key, request, words in [
        (broken, Request(Action.BELIEVE), "believe cannot be done here"),
        (broken, Request(Action.REPAIR), "choose one of them"),
        (broken, Request(Action.REPAIR, candidate=99), "choose one of them"),
        (broken, Request(Action.REPAIR, amount=Amount(9.0, 8.0, "USD")), "the lower end lies above"),
        (broken, Request(Action.REPAIR, amount=Amount(9.0, 9.0, "percent")), "pay is in a currency"),
        (ranges, Request(Action.REJECT), "say which claim is meant"),
        (ranges, Request(Action.REJECT, claim_id="f00"), "say which claim is meant"),
        (ranges, Request(Action.ADD_TOOL), "cannot be done here"),
        ("lanternfish", Request(Action.ADD_TOOL, category="sea"), "is no category"),
        ("lanternfish", Request(Action.ADD_TOOL, name="Anglerfish"), "only capitals and blanks"),
        ("nowhere", Request(Action.ACCEPT), "is not to be reviewed"),
    ]:
        with pytest.raises(Refusal) as caught:
            desk.rule(desk.find(key), request)
        assert words in str(caught.value)
    with pytest.raises(Refusal, match="none of that id"):
        desk.undo("", Request(Action.UNDO))
    assert desk.rulings.records == ()
