"""The scorer: what counts as found, as wrong, and as neither."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from judges import JUDGES, Article, Score, bans_of, details_of, plain, solid, ungrounded, violations
from score import gather, main, measure, records, report, shortfalls

TEXT = "Bakers earn $40,000. Bakers knead dough and heat ovens. Cooks use Knives and earn $125$+."


def claim(kind: str, quote: str, **values: Any) -> dict[str, Any]:
    """A claim as a plain row; its offsets are those of the quote's first place in TEXT."""
    start = TEXT.index(quote)
    row = dict.fromkeys(("role", "level", "aspect", "value", "low", "high", "unit", "period", "object_role"))
    row |= {"direction": None, "statistic": None, "basis": None, "approximate": False, "flags": []}
    row |= {"kind": kind, "quote": quote, "char_start": start, "char_end": start + len(quote)}
    row |= {"status": "accepted", "polarity": "affirmed", "modality": "stated", "role": "baker"}
    return row | values


def judged(kind: str, gold: dict[str, Any], *claims: dict[str, Any], **article: Any) -> Score:
    """The score of one kind in one article."""
    return JUDGES[kind][1](Article({"file": "a.txt", **gold}, claims, TEXT, **article))


PAY = {"role": "baker", "level": None, "low": 40000, "high": 40000, "unit": "USD", "period": "year"}
MADE = claim("salary", "$40,000", low=40000.0, high=40000.0, unit="USD", period="year", statistic="mean")


def counts(score: Score) -> tuple[int, int, int, int]:
    """The numbers of a score without its lines."""
    return (score.found, score.gold, score.right, score.said)


@pytest.mark.parametrize(
    ("gold", "claims", "expected"),
    [
        pytest.param([PAY], [MADE], (1, 1, 1, 1), id="found"),
        pytest.param([PAY], [], (0, 1, 0, 0), id="missed"),
        pytest.param([], [MADE], (0, 0, 0, 1), id="wrong"),
        pytest.param([PAY], [{**MADE, "role": "cook"}], (0, 1, 0, 1), id="another role"),
        pytest.param([PAY], [{**MADE, "period": "month"}], (0, 1, 0, 1), id="another period"),
        pytest.param([PAY, PAY], [MADE, MADE], (1, 1, 1, 1), id="said twice counts once"),
        pytest.param([{**PAY, "optional": True}], [MADE], (0, 0, 0, 0), id="debatable"),
        pytest.param([{**PAY, "optional": True, "basis": "bonus"}], [MADE], (0, 0, 0, 1), id="no bonus"),
        pytest.param(
            [{**PAY, "optional": True, "basis": "bonus"}],
            [{**MADE, "basis": "bonus"}],
            (0, 0, 0, 0),
            id="a bonus, known as one",
        ),
        pytest.param([PAY], [{**MADE, "status": "quarantined"}], (0, 1, 0, 0), id="quarantined"),
        pytest.param([PAY], [{**MADE, "modality": "reported"}], (0, 1, 0, 0), id="not the article's view"),
    ],
)
def test_pay(gold: list[Any], claims: list[Any], expected: tuple[int, int, int, int]) -> None:
    assert counts(judged("salary", {"salaries": gold}, *claims)) == expected


BROKEN = {
    "role": "cook",
    "level": None,
    "status": "quarantined",
    "flag": "malformed_amount",
    "quote": "$125$+",
}
KEPT = claim("salary", "125$", role="cook", status="quarantined", flags=["malformed_amount"])


@pytest.mark.parametrize(
    ("gold", "claims", "expected"),
    [
        pytest.param([BROKEN], [KEPT], (1, 1, 1, 1), id="kept apart"),
        pytest.param([BROKEN], [], (0, 1, 0, 0), id="not seen"),
        pytest.param([BROKEN], [{**KEPT, "flags": ["stale"]}], (0, 1, 0, 1), id="for another reason"),
        pytest.param([], [KEPT], (0, 0, 0, 1), id="a good amount in quarantine"),
        pytest.param([{**BROKEN, "optional": True}], [KEPT], (0, 0, 0, 0), id="debatable"),
        pytest.param([{**BROKEN, "optional": True}], [], (0, 0, 0, 0), id="debatable, not seen"),
    ],
)
def test_quarantine(gold: list[Any], claims: list[Any], expected: tuple[int, int, int, int]) -> None:
    assert counts(judged("quarantine", {"salaries": gold}, *claims)) == expected


def test_tools_are_compared_without_their_spelling() -> None:
    """Case and punctuation do not make another tool; a debatable one is neither hit nor miss."""
    gold = {"tools": {"baker": ["Node.js", "C++"]}, "tools_optional": {"baker": ["Git"]}}
    said = [claim("tool", "dough", value=value) for value in ("nodejs", "C", "git")]
    assert counts(judged("tool", gold, *said)) == (1, 2, 1, 2)


def test_negated_tools_are_a_kind_of_their_own() -> None:
    gold = {"tools": {}, "tools_negated": {"baker": ["Git"]}}
    negated = claim("tool", "dough", value="Git", polarity="negated")
    assert counts(judged("tool negated", gold, negated)) == (1, 1, 1, 1)
    assert counts(judged("tool", gold, negated)) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param("knead dough and heat ovens", (1, 1, 1, 1), id="all of it"),
        pytest.param("knead dough and", (1, 1, 1, 1), id="half of it"),
        pytest.param("heat", (0, 1, 1, 1), id="a scrap of it is right and not enough"),
        pytest.param("use Knives", (0, 1, 1, 1), id="debatable"),
        pytest.param("Bakers earn $40,000. Bakers knead dough and heat ovens.", (1, 1, 0, 1), id="far more"),
        pytest.param("$40,000", (0, 1, 0, 1), id="something else"),
    ],
)
def test_passages(quote: str, expected: tuple[int, int, int, int]) -> None:
    gold = {
        "responsibilities": {"baker": ["knead dough and heat ovens"]},
        "responsibilities_optional": {"baker": ["use Knives"]},
    }
    assert counts(judged("responsibility", gold, claim("responsibility", quote))) == expected


def test_several_spans_do_not_add_up_to_one() -> None:
    """Each gold passage is looked up by itself, but scattered claims within it are all right."""
    gold = {"responsibilities": {"baker": ["knead dough and heat ovens"]}}
    parts = [claim("responsibility", quote) for quote in ("knead dough", "heat ovens")]
    assert counts(judged("responsibility", gold, *parts)) == (1, 1, 2, 2)


def test_education_and_career_steps() -> None:
    gold = {
        "education": {"baker": {"degrees": ["bachelor"], "fields": ["Food Science"]}},
        "education_optional": {"baker": {"degrees": ["certificate"], "fields": []}},
        "career_paths": {"baker": ["Apprentice", "Master Baker"]},
    }
    said = [
        claim("education", "dough", aspect="degree", value="bachelor"),
        claim("education", "dough", aspect="degree", value="certificate"),
        claim("education", "dough", aspect="field", value="food science"),
        claim("career_step", "dough", value="Master baker"),
    ]
    assert counts(judged("education", gold, *said)) == (2, 2, 2, 2)
    assert counts(judged("career step", gold, *said)) == (1, 2, 1, 1)


def test_comparisons_read_both_ways() -> None:
    """A over B is B under A."""
    entry = {"role": "cook", "object_role": "baker", "aspect": "salary", "direction": "higher"}
    said = claim("comparison", "earn", object_role="cook", aspect="salary", direction="lower")
    assert counts(judged("comparison", {"comparisons": [entry]}, said)) == (1, 1, 1, 1)
    same = claim("comparison", "earn", object_role="cook", aspect="salary", direction="higher")
    assert counts(judged("comparison", {"comparisons": [entry]}, same)) == (0, 1, 0, 1)


def test_outlook_attributes_metadata_and_tables() -> None:
    gold = {
        "outlook": [{"role": "baker", "low": -3, "high": -3, "unit": "percent"}],
        "attributes": {"baker": {"Main task": "knead dough"}},
        "metadata": {"title": "Bakers", "published": "2024-05-01"},
        "tables": [{"header": ["", "Baker"], "rows": 2}],
    }
    said = [
        claim("outlook", "earn", low=-3.0, high=-3.0),
        claim("attribute", "knead dough", aspect="main task"),
    ]
    known = {"title": "Bakers", "published": "2024-06-01", "publisher": "unasked"}
    tables = [(("", "Baker"), 2), (("x",), 1)]
    assert counts(judged("outlook", gold, *said)) == (1, 1, 1, 1)
    assert counts(judged("attribute", gold, *said)) == (1, 1, 1, 1)
    assert counts(judged("metadata", gold, source=known)) == (1, 2, 1, 2)
    assert counts(judged("table", gold, tables=tables)) == (1, 1, 1, 2)
    assert counts(judged("table", gold)) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("want", "got", "right"),
    [
        ({"statistic": "mean"}, {"statistic": "mean"}, True),
        ({"statistic": "mean"}, {"statistic": None}, False),
        ({"high_open": True}, {"high_open": True}, True),
        ({"approximate": True}, {"approximate": None}, False),
        ({"as_of": 2024}, {"as_of": "2024"}, True),
        ({"as_of": "2024-05"}, {"as_of": "2024"}, False),
        ({"experience_min": 2}, {"experience_min": 2.0}, True),
        ({"experience_min": 2}, {"experience_min": None}, False),
    ],
)
def test_details(want: dict[str, Any], got: dict[str, Any], *, right: bool) -> None:
    """A detail is compared where gold states it and the amount was found."""
    article = Article({"file": "a.txt", "salaries": [PAY | want]}, [{**MADE, **got}], TEXT)
    (score,) = details_of(article).values()
    assert (score.found, score.gold) == (int(right), 1)


@pytest.mark.parametrize(
    ("ban", "broken"),
    [
        ({"kind": "salary"}, True),
        ({"kind": "tool"}, False),
        ({"quote": "Bakers earn $40,000."}, True),
        ({"kind": "salary", "quote": "Cooks use Knives"}, False),
        ({"kind": "salary", "role": "cook"}, False),
        ({"value": "usd 40000"}, True),
    ],
)
def test_forbidden(ban: dict[str, Any], *, broken: bool) -> None:
    article = Article({"file": "a.txt", "forbidden": [ban]}, [{**MADE, "value": "USD 40000"}], TEXT)
    assert bool(violations(article)) is broken
    assert len(bans_of(article)) == 1


def test_ungrounded() -> None:
    """A quote must be the text at its offsets."""
    article = Article({"file": "a.txt"}, [MADE, {**MADE, "quote": "$41,000"}], TEXT)
    assert ungrounded(article) == ["$41,000"]


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (Score(), (1.0, 1.0, 1.0)),
        (Score(gold=2), (0.0, 0.0, 0.0)),
        (Score(said=2), (0.0, 1.0, 0.0)),
        (Score(1, 2, 1, 4), (0.25, 0.5, 1 / 3)),
    ],
)
def test_shares(score: Score, expected: tuple[float, float, float]) -> None:
    """Where nothing was to be said and nothing was said, all is right."""
    assert (score.precision, score.recall, score.f1) == pytest.approx(expected)


def test_names_without_spelling() -> None:
    assert plain("  Data-Science, M.Sc. ") == "data science m sc"
    assert solid("Node.js") == "nodejs"
    assert solid("C#") != solid("C++") != solid("C")


def frames() -> tuple[pd.DataFrame, pd.DataFrame, dict[str, str]]:
    """One read article with one claim, and a rejected one."""
    claims = pd.DataFrame([{**MADE, "source_id": "a"}])
    sources = pd.DataFrame([{"source_id": "a", "path": "raw/a.txt"}, {"source_id": "b", "path": "raw/b.txt"}])
    return claims, sources, {"a": TEXT}


GOLD = [
    {"file": "a.txt", "salaries": [PAY], "forbidden": [{"kind": "tool"}]},
    {"file": "b.txt", "salaries": []},
]


def test_gathers_by_file_name() -> None:
    """An article that was not read is missing, not wrong."""
    articles, missing = gather(GOLD, *frames())
    assert [article.name for article in articles] == ["a.txt"]
    assert missing == ["b.txt"]
    measures = measure(articles, missing)
    assert measures.scores["salary"].f1 == 1.0
    assert set(measures.scores) == {"salary", "quarantine"}
    assert measures.bans == 1
    assert "missing 1 ['b.txt']" in report(measures, show=3)


def test_floors() -> None:
    """A floor that is not reached is said in one line; a kind without a floor is not held to any."""
    articles, _ = gather(GOLD, *frames())
    measures = measure(articles)
    assert shortfalls(measures, {"salary": {"f1": 1.0}, "details": {"share": 1.0}}) == []
    assert shortfalls(measure([]), {"details": {"share": 1.0}}) == []
    worse = measure([Article({"file": "a.txt", "salaries": [PAY], "forbidden": [{}]}, [], TEXT)])
    assert shortfalls(worse, {"salary": {"f1": 0.5}}) == ["salary: F1 0.000 is below its floor 0.5"]
    banned = measure([Article({"file": "a.txt", "forbidden": [{"kind": "salary"}]}, [MADE], TEXT)])
    assert len(shortfalls(banned, {})) == 1
    assert shortfalls(banned, {"forbidden": {"most": 1}}) == []


def test_missing_values_are_none() -> None:
    """Whatever a frame holds for "nothing" comes out as None, lists stay lists."""
    frame = pd.DataFrame({"a": [1.5, float("nan")], "b": ["x", pd.NA], "c": [["f"], []]})
    assert records(frame) == [{"a": 1.5, "b": "x", "c": ["f"]}, {"a": None, "b": None, "c": []}]


def test_scores_a_snapshot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command reads a snapshot's tables and texts, prints the measures and fails below a floor."""
    claims, sources, texts = frames()
    claims.to_parquet(tmp_path / "claims.parquet")
    sources.to_parquet(tmp_path / "sources.parquet")
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text(texts["a"], encoding="utf-8")
    gold = tmp_path / "gold"
    gold.mkdir()
    lines = "file: a.txt\nsalaries:\n- {role: cook, level: null, low: 1, high: 1, unit: USD, period: year}\n"
    (gold / "a.yaml").write_text(lines, encoding="utf-8")
    floors = tmp_path / "floors.toml"
    floors.write_text("[salary]\nf1 = 0.5\n", encoding="utf-8")
    assert main([str(tmp_path), str(gold), "--show", "2"]) == 0
    assert main([str(tmp_path), str(gold), "--floors", str(floors)]) == 1
    assert "salary: F1 0.000 is below its floor 0.5" in capsys.readouterr().out
