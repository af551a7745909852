"""Facts other than pay."""

from __future__ import annotations

from typing import Any

import pytest

from extract.reconciliation import FACT_COLUMNS, load_policies
from extract.reconciliation.facts import BUILDERS
from extract.reconciliation.facts.phrases import clusters
from extract.schemas import FACTS, conform
from tests.reconciliation.build import claims, fact, facts, run, sources

PROXY = {"flags": ["proxy_role"], "stated_role": "researchers", "status": "flagged"}

EVERYTHING: list[dict[str, Any]] = [
    {"pay": "90000-110000"},
    {"tool": "SQL", "category": "language"},
    {"duty": "Build dashboards"},
    {"skill": "Statistics"},
    {"degree": "bachelor"},
    {"field": "Mathematics"},
    {"step": "Data Analyst"},
    {"growth": "23 by 2032"},
    {"above": "mle"},
    {"cell": "Reports", "label": "Output"},
]


def test_every_table_is_as_its_schema_says() -> None:
    reconciled = run(EVERYTHING)
    assert set(reconciled.facts) == set(BUILDERS) == set(FACTS) == set(FACT_COLUMNS)
    for name, schema in FACTS.items():
        assert len(conform(name, schema, reconciled.facts[name])) == len(reconciled.facts[name]) > 0
        assert set(FACT_COLUMNS[name]) == set(schema.columns)


def test_no_claims_make_empty_tables() -> None:
    from extract.reconciliation import reconcile

    frame = claims(*EVERYTHING).iloc[:0]
    reconciled = reconcile(frame, sources(frame, {"a": {}}))
    assert reconciled.discrepancies.empty
    assert all(table.empty for table in reconciled.facts.values())
    assert reconciled.sources["reliability"].isna().all()


def test_a_tool_that_sources_name() -> None:
    rows = [
        {"tool": "SQL", "category": "language"},
        {"source": "b", "tool": "SQL", "category": "language", "modality": "hedged"},
        {"source": "b", "tool": "Excel", "category": "office", "modality": "hedged"},
    ]
    reconciled = run(rows)
    row = fact(reconciled, "tools", tool="SQL")
    assert (row["category"], row["n_sources"], row["hedged"], row["exclusivity"]) == (
        "language",
        2,
        False,
        None,
    )
    assert fact(reconciled, "tools", tool="Excel")["hedged"]
    assert row["confidence"] > fact(reconciled, "tools", tool="Excel")["confidence"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param([{"only": True}], "exclusive", id="one role's alone"),
        pytest.param([{"shared": True}, {"role": "mle", "shared": True}], "shared", id="both"),
        pytest.param([{"only": True}, {"source": "b", "role": "mle"}], "contested", id="disputed"),
        pytest.param([{}, {"role": "mle"}], None, id="unsaid"),
    ],
)
def test_exclusivity(rows: list[dict[str, Any]], said: str | None) -> None:
    other = {"tool": "C++", "role": "mle"}
    reconciled = run([*({"tool": "R", **row} for row in rows), other])
    assert fact(reconciled, "tools", tool="R", role="data_scientist")["exclusivity"] == said


def test_who_says_otherwise_counts_against_a_tool() -> None:
    """A denial counts in full, another role's "alone" in part, silence not at all."""
    base = [{"tool": "SQL", "role": "mle"}, {"tool": "R"}]
    alone = [{"source": "b", "tool": "SQL", "only": True}, {"source": "b", "tool": "C++", "role": "mle"}]
    denied = [{"source": "b", "tool": "SQL", "role": "mle", "polarity": "negated"}]
    silent = [{"source": "b", "tool": "C++", "role": "mle"}]
    plain, less, least, same = (
        fact(run([*base, *more]), "tools", tool="SQL", role="machine_learning_engineer")["confidence"]
        for more in ([], alone, denied, silent)
    )
    assert same == plain > less > least


def test_a_denied_tool_is_no_fact() -> None:
    assert facts(run([{"tool": "SQL", "polarity": "negated"}]), "tools") == []


CLUSTERS = [
    pytest.param(
        ["Deploying models into production", "deploys the model into production", "Writing reports"],
        [["Deploying models into production", "deploys the model into production"], ["Writing reports"]],
        id="inflection",
    ),
    pytest.param(
        [
            "Collecting, cleaning and preparing raw data",
            "collecting, cleaning, and preparing structured data",
        ],
        [
            [
                "Collecting, cleaning and preparing raw data",
                "collecting, cleaning, and preparing structured data",
            ]
        ],
        id="one word differs",
    ),
    pytest.param(["Cleaning data", "Modelling data"], [["Cleaning data"], ["Modelling data"]], id="half in common"),
    pytest.param(["the of and", "the of"], [["the of", "the of and"]], id="nothing but stop words"),
    pytest.param(["日本語", "§§"], [["§§"], ["日本語"]], id="no Latin words"),
]


@pytest.mark.parametrize(("phrases", "expected"), CLUSTERS)
def test_phrases_that_say_the_same(phrases: list[str], expected: list[list[str]]) -> None:
    assert sorted(clusters(phrases, load_policies().phrases)) == sorted(expected)
    assert sorted(clusters(phrases[::-1], load_policies().phrases)) == sorted(expected)


def test_a_cluster_is_named_by_its_commonest_wording() -> None:
    rows = [
        {"duty": "Builds predictive models"},
        {"source": "b", "duty": "Building predictive models"},
        {"source": "c", "duty": "Building predictive models"},
        {"source": "c", "duty": "Answering the phone", "role": "mle"},
    ]
    row = fact(run(rows), "responsibilities", role="data_scientist")
    assert (row["responsibility"], row["n_claims"], row["n_sources"]) == ("Building predictive models", 3, 3)


def test_a_role_keeps_its_own_phrases() -> None:
    rows = [{"skill": "Statistics"}, {"skill": "Statistics", "role": "mle"}]
    assert len(facts(run(rows), "skills")) == 2


def test_education_by_aspect() -> None:
    rows = [{"degree": "master"}, {"source": "b", "degree": "master"}, {"field": "Statistics"}]
    reconciled = run(rows)
    assert fact(reconciled, "education", aspect="degree")["n_sources"] == 2
    assert fact(reconciled, "education", aspect="field")["value"] == "Statistics"


def test_a_path_is_in_order() -> None:
    titles = ["Analyst", "Scientist", "Lead"]
    rows = [{"step": title, "char_start": place} for place, title in enumerate(titles)]
    steps = facts(run(rows[::-1]), "career_paths")
    assert [(row["step"], row["title"]) for row in steps] == list(enumerate(titles))


def test_paths_of_two_sources_are_merged() -> None:
    rows = [{"step": title, "char_start": place} for place, title in enumerate(["Intern", "Scientist", "Lead"])]
    rows += [
        {"source": "b", "step": title, "char_start": place}
        for place, title in enumerate(["Intern", "Junior", "Scientist", "Lead"])
    ]
    assert [row["title"] for row in facts(run(rows), "career_paths")] == [
        "Intern",
        "Junior",
        "Scientist",
        "Lead",
    ]


def test_growth_over_different_times_stays_apart() -> None:
    rows = [
        {"growth": "23 by 2032"},
        {"source": "b", "growth": "25 (2022-2032)"},
        {"source": "c", "growth": "8 by 2027"},
    ]
    found = facts(run(rows), "outlook")
    assert [(row["low"], row["n_sources"]) for row in found] == [(24, 2), (8, 1)]


def test_growth_of_a_stand_in_gives_way() -> None:
    rows = [{"growth": "23 by 2032", **PROXY}, {"source": "b", "growth": "35 (next decade)"}]
    assert [row["low"] for row in facts(run(rows), "outlook")] == [35]
    assert fact(run(rows[:1]), "outlook")["method"] == "stand_in"


def test_a_comparison_is_told_from_the_higher_role() -> None:
    rows = [{"role": "ds", "below": "mle"}, {"source": "b", "role": "mle", "above": "ds"}]
    row = fact(run(rows), "comparisons")
    assert (row["role"], row["direction"], row["object_role"]) == (
        "machine_learning_engineer", "higher", "data_scientist",
    )  # fmt: skip
    assert row["n_sources"] == 2


def test_even_votes_make_no_comparison() -> None:
    rows = [{"role": "ds", "below": "mle"}, {"source": "b", "role": "ds", "above": "mle"}]
    assert facts(run(rows), "comparisons") == []
    assert len(facts(run([*rows, {"source": "c", "role": "ds", "above": "mle"}]), "comparisons")) == 1


def test_a_cell_whose_amount_is_broken_is_no_attribute() -> None:
    place = {"container": "table", "table_index": 0, "row_index": 1, "column_index": 2}
    rows = [
        {"cell": "$9$5+", "label": "Pay", **place},
        {"pay": "$9$5+", "status": "quarantined", "flags": ["malformed_amount"], **place},
        {"cell": "Reports", "label": "Output", **place, "row_index": 0},
    ]
    assert [row["aspect"] for row in facts(run(rows), "attributes")] == ["Output"]


def test_labels_are_matched_whatever_their_case() -> None:
    rows = [
        {"cell": "Build models", "label": "Main Goal"},
        {"source": "b", "cell": "Builds models", "label": "main goal"},
    ]
    assert fact(run(rows), "attributes")["n_sources"] == 2


def test_rulings_teach_whom_to_believe() -> None:
    """A source that reviewers believe gains, one that they outvote or reject loses, however few sources there are."""
    rows = [
        {"source": "a", "role": "ds", "pay": "90000-110000", "flags": ["believed_by_reviewer"]},
        {"source": "b", "role": "ds", "pay": "60000-70000", "flags": ["outvoted_by_reviewer"]},
        {"source": "c", "role": "de", "pay": "80000-95000"},
        {"source": "d", "role": "de", "tool": "Git", "flags": ["rejected_by_reviewer"], "status": "quarantined"},
    ]
    known = run(rows).sources.set_index("source_id")["reliability"]
    assert known["a"] == round((0.75 * 10 + 3) / 13, 4)
    assert known["b"] == known["d"] == round(0.75 * 10 / 13, 4)
    assert known["c"] == 0.75
