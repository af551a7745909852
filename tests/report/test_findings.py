from __future__ import annotations

import re

import pandas as pd
import pytest

from extract.report.findings import MAX_CARDS, MAX_EVIDENCE, MAX_LINES, anchor, finding_of_claims, findings
from extract.report.model import tables
from tests.report.builder import discrepancy, frame, report
from tests.report.crowd import large


def test_the_worst_come_first_and_open_ones_before_settled_ones() -> None:
    found = findings(tables(report()))
    assert [(card.line.severity, card.line.status) for card in found.cards] == [
        ("error", "open"),
        ("warning", "open"),
        ("warning", "open"),
        ("warning", "open"),
        ("info", "open"),
        ("info", "resolved"),
    ]


def test_a_card_says_what_a_reviewer_needs() -> None:
    card = findings(tables(report())).cards[0]
    assert card.line.type_words == "Unreadable amount"
    assert card.subject == "Machine Learning Engineer, mid"
    assert card.resolution == "Set aside: no fact uses it"
    assert card.first_seen == "2026-01-05"
    (claim,) = card.evidence
    assert (claim.title, claim.who, claim.value) == (
        "Harbor Careers",
        "Machine Learning Engineer, mid",
        "$118$+",
    )
    assert claim.passage.quote == "$118$+"
    assert claim.passage.before == "ML Engineer | $91,000 – $128,000 | "
    assert claim.links.page == "https://harbor.example/ds-or-ml#:~:text=%24118%24%2B"
    assert [words for words, _ in claim.candidates] == ["$118,000+", "$118+"]
    assert claim.quarantined


def test_filters_list_what_occurs() -> None:
    found = findings(tables(report()))
    options = {entry.name: entry.options for entry in found.filters}
    assert options["severity"] == ("Error", "Warning", "Note")
    assert options["role"] == ("Data Scientist", "Machine Learning Engineer")
    assert options["source"] == ("Field Notes", "Harbor Careers", "Tallyboard")
    first = found.cards[0].line
    assert options["type"][int(first.keys["type"])] == "Unreadable amount"
    assert found.cards[4].line.keys["source"] == "1 2"


def test_a_discrepancy_belongs_to_the_roles_of_its_claims() -> None:
    """One about a tool names no role of its own, and is found under both."""
    assert findings(tables(report())).cards[4].line.keys["role"] == "0 1"


def test_a_filter_of_one_option_is_no_filter() -> None:
    one = report(discrepancies=frame("discrepancies", [discrepancy(1, "stale", "info", "Old.", [])]))
    assert findings(tables(one)).filters == ()


def test_what_does_not_fit_is_shorter_and_then_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.report.findings.MAX_BRIEF", 4)
    found = findings(tables(large(20, MAX_CARDS + MAX_LINES + 7)))
    assert (len(found.cards), len(found.lines), len(found.briefs), found.hidden) == (MAX_CARDS, MAX_LINES, 4, 3)
    assert len(found.anchors) == MAX_CARDS + MAX_LINES + 4
    assert ", Invented Role" in found.briefs[0].words


def test_claims_that_do_not_fit_or_are_missing_are_counted() -> None:
    claims = [f"c{n:02d}" for n in range(1, 11)] + ["missing"]
    one = report(discrepancies=frame("discrepancies", [discrepancy(1, "stale", "info", "Old.", claims)]))
    (card,) = findings(tables(one)).cards
    assert (len(card.evidence), card.hidden) == (MAX_EVIDENCE, 5)


def test_claims_that_say_the_same_come_last() -> None:
    """Of many claims the telling ones are shown: one role's own first, repeats of a source last."""
    made = report()
    again = made.claims[made.claims["claim_id"] == "t01"].assign(claim_id="t01b")
    claims = pd.concat([made.claims, again], ignore_index=True)
    about = [discrepancy(1, "exclusivity", "info", "Whose?", ["t01", "t01b", "t06", "t05"])]
    (card,) = findings(tables(report(claims=claims, discrepancies=frame("discrepancies", about)))).cards
    assert [claim.claim_id for claim in card.evidence] == ["t05", "t01", "t06", "t01b"]


@pytest.mark.parametrize("name", ["D00001", "a.b-c_d"])
def test_plain_ids_are_their_own_anchors(name: str) -> None:
    assert anchor(name) == f"d-{name}"


@pytest.mark.parametrize("name", ["", "a b", '"><script>', "x" * 65, "é", "\ud800"])
def test_other_ids_have_a_hash_for_an_anchor(name: str) -> None:
    assert re.fullmatch(r"d-[0-9a-f]{16}", anchor(name))


def test_a_claim_leads_to_its_worst_open_discrepancy_on_the_page() -> None:
    found = tables(report())
    shown = {str(row["discrepancy_id"]): "" for row in found.discrepancies if row["discrepancy_id"] != "D00001"}
    leads = finding_of_claims(found.discrepancies, shown)
    assert leads["c05"] == "D00002"
    assert "c07" not in leads
