from __future__ import annotations

from extract.report import Report
from extract.report.facts import MAX_ROWS, fact_tables
from extract.report.model import tables
from extract.schemas import FACT_KINDS, SCHEMAS
from tests.report.builder import DS, fact, frame, report

EVERY_TABLE = [
    frame(
        name,
        [
            fact(
                1,
                ["c"],
                ["s"],
                role=DS,
                tool="t",
                responsibility="r",
                skill="s",
                aspect="a",
                value="v",
                title="t",
            )
        ],
    )
    for name in FACT_KINDS.values()
]


def _report(facts: dict[str, object]) -> Report:
    return Report(frame("claims", []), frame("sources", []), frame("discrepancies", []), facts=facts)  # type: ignore[arg-type]


def test_every_table_of_facts_is_shown() -> None:
    """Whoever adds a table of facts has to say how its rows are read."""
    facts = dict(zip(FACT_KINDS.values(), EVERY_TABLE, strict=True))
    found = fact_tables(tables(_report(facts)), {})
    assert [table.name for table in found] == list(FACT_KINDS.values())
    for table in found:
        headings = [heading for heading, _ in table.headings]
        assert headings[0] == "Role"
        assert headings[-3:] == ["Sources", "Confidence", "Discrepancies"]
        assert all(len(row) == len(headings) for row in table.rows)
        assert set(SCHEMAS[table.name].columns) >= {"role", "confidence"}


def test_salaries_read_well() -> None:
    made = tables(report())
    salaries = fact_tables(made, {"D00003": "d-D00003"})[0]
    assert salaries.title == "Salaries a year"
    assert [cell.words for cell in salaries.rows[2]] == [
        "Data Scientist",
        "Mid",
        "United States",
        "USD",
        "75,000",
        "",
        "146,000",
        "Harbor Careers",
        "62%",
        "1",
    ]
    assert salaries.rows[2][-1].anchor == "d-D00003"
    assert salaries.rows[0][1].words == "All levels"
    assert salaries.rows[3][6].words == "137,000+"


def test_columns_without_values_are_left_out() -> None:
    salaries = fact_tables(tables(report()), {})[0]
    assert "As of" not in [heading for heading, _ in salaries.headings]


def test_the_best_supported_rows_are_kept() -> None:
    rows = [fact(n, [], ["s"] * (n % 3), role=DS, skill=f"skill {n:03d}", n_sources=n % 3) for n in range(100)]
    (skills,) = fact_tables(tables(_report({"skills": frame("skills", rows)})), {})
    assert (len(skills.rows), skills.hidden, skills.total) == (MAX_ROWS, 100 - MAX_ROWS, 100)
    assert all(int(row[1].words[-3:]) % 3 for row in skills.rows)


def test_reviewed_facts_say_so() -> None:
    rows = [fact(1, [], [], role=DS, skill="x", reviewed=True, discrepancy_ids=["a", "b"])]
    (skills,) = fact_tables(tables(_report({"skills": frame("skills", rows)})), {})
    assert skills.rows[0][-1].words == "reviewed"
