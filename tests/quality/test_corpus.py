"""The corpus itself: gold is well-formed, stands in its article, and every article has a part to play."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from score import quotes

from extract.model import Flag, Kind, Level, Modality, Period

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLES = sorted((CORPUS / "articles").iterdir())
GOLD = sorted((CORPUS / "gold").glob("*.yaml"))
LOADED: dict[str, dict[str, Any]] = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in GOLD}

PASSAGES = {"responsibilities", "skills"}
BY_ROLE = {*PASSAGES, "tools", "education"}
KEYS = {
    *("file", "roles", "metadata", "salaries", "tools_negated", "career_paths", "outlook", "comparisons"),
    *("attributes", "tables", "forbidden", "contradictions", "traps"),
    *BY_ROLE,
    *(f"{key}_optional" for key in BY_ROLE),
}
AMOUNT = {"role", "level", "low", "high", "unit", "period", "quote", "optional", "status", "flag"}
AMOUNT_DETAILS = {
    *("low_open", "high_open", "statistic", "basis", "region", "as_of", "attributed_to", "approximate"),
    *("modality", "experience_min", "experience_max"),
}
ENTRIES = {
    "salaries": AMOUNT | AMOUNT_DETAILS,
    "outlook": {"role", "low", "high", "unit", "horizon", "quote", "optional"},
    "comparisons": {"role", "object_role", "aspect", "direction", "quote", "optional"},
    "tables": {"header", "rows"},
    "forbidden": {"kind", "role", "value", "quote"},
}
STATISTIC = re.compile(r"range|mean|median|typical|minimum|maximum|percentile_\d\d")
ROLE = re.compile(r"[a-z]+(?:_[a-z]+)*")
LEVELS = {None, *Level, "experienced"}
DEGREES = {"associate", "bachelor", "bootcamp", "certificate", "diploma", "doctorate", "master", "mba", "phd"}

every = pytest.mark.parametrize("gold", LOADED.values(), ids=LOADED.keys())


def roles(gold: Mapping[str, Any]) -> Iterator[str]:
    """Every role that the gold names."""
    yield from gold["roles"]
    for key in ("salaries", "outlook", "comparisons", "forbidden"):
        for entry in gold.get(key) or ():
            yield from (entry[name] for name in ("role", "object_role") if name in entry)
    for key in (*BY_ROLE, *(f"{key}_optional" for key in BY_ROLE), "tools_negated", "career_paths"):
        yield from gold.get(key) or {}


def test_every_article_has_gold() -> None:
    """Articles and gold are paired by name, and the gold says so itself."""
    assert [path.stem for path in ARTICLES] == [path.stem for path in GOLD]
    assert [gold["file"] for gold in LOADED.values()] == [path.name for path in ARTICLES]


def test_is_wide() -> None:
    """There are enough formats, pairs of roles and countries to stand for more than themselves."""
    formats = [path.suffix for path in ARTICLES]
    assert formats.count(".txt") >= 20
    assert formats.count(".html") >= 6
    assert formats.count(".md") >= 6
    assert len({tuple(sorted(gold["roles"])) for gold in LOADED.values()}) >= 14
    countries = {pay.get("region") for gold in LOADED.values() for pay in gold["salaries"]}
    units = {pay.get("unit") for gold in LOADED.values() for pay in gold["salaries"]}
    assert len({region for region in countries if region and re.fullmatch("[A-Z]{2}", region)}) >= 10
    assert len(units) >= 10


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_has_the_length_of_one(path: Path) -> None:
    words = re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8")).split()
    assert 100 <= len(words) <= 900


@every
def test_keys_are_known(gold: Mapping[str, Any]) -> None:
    """A misspelt key would silently judge nothing."""
    assert set(gold) <= KEYS
    for key, known in ENTRIES.items():
        assert all(set(entry) <= known for entry in gold.get(key) or ())
    for key in BY_ROLE:
        assert key in gold or f"{key}_optional" not in gold


@every
def test_roles_are_identifiers(gold: Mapping[str, Any]) -> None:
    assert [role for role in roles(gold) if not ROLE.fullmatch(role)] == []


@every
def test_pay_is_well_formed(gold: Mapping[str, Any]) -> None:
    """Codes are the contract's; an open end is null; what cannot be believed has a flag and no figure."""
    for pay in gold["salaries"]:
        assert pay["level"] in LEVELS
        if pay.get("status") == "quarantined":
            assert pay["flag"] in set(Flag)
            assert "low" not in pay
            continue
        assert re.fullmatch("[A-Z]{3}", pay["unit"])
        assert pay["period"] in set(Period)
        assert STATISTIC.fullmatch(pay.get("statistic", "mean"))
        assert pay.get("basis") in {None, "base", "total", "bonus"}
        assert pay.get("modality", "hedged") in set(Modality)
        assert pay["low"] is not None or (pay["high"] is not None and pay["low_open"])
        assert pay["high"] is not None or pay["high_open"]


@every
def test_other_entries_are_well_formed(gold: Mapping[str, Any]) -> None:
    """Growth is in percent, comparisons have a direction, bans name a kind that there is, degrees are few."""
    assert all(entry["unit"] == "percent" for entry in gold.get("outlook") or ())
    assert all(entry["direction"] in {"higher", "lower", "equal"} for entry in gold.get("comparisons") or ())
    assert all(entry.get("kind", "salary") in set(Kind) for entry in gold.get("forbidden") or ())
    for key in ("education", "education_optional"):
        for part in (gold.get(key) or {}).values():
            assert set(part) == {"degrees", "fields"}
            assert set(part["degrees"]) <= DEGREES


@pytest.mark.parametrize("path", [path for path in ARTICLES if path.suffix == ".txt"], ids=lambda path: path.stem)
def test_quotes_stand_in_the_article(path: Path) -> None:
    """Letter for letter; other formats are looked up in what was read of them, see test_floors."""
    text = path.read_text(encoding="utf-8")
    assert [quote for quote in quotes(LOADED[path.stem]) if quote not in text] == []


def coverage() -> dict[str, list[str]]:
    """Form -> articles, from the README's table."""
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| form | articles |")[2].splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table if line.startswith("|")]
    return {form: articles.split(", ") for form, articles in rows}


def test_coverage_names_articles_that_exist() -> None:
    """Every form of real pages is in some article, and every article is there for some form."""
    named = {name for articles in coverage().values() for name in articles}
    assert named == {path.stem for path in ARTICLES}
    assert len(coverage()) >= 60
