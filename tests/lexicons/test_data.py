"""The built-in lexicons themselves: every file is read and checked here, and nowhere at run time."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from extract.lexicons import key, load, loader
from extract.lexicons.checks import KINDS, check_complete, check_values, identity

HERE = Path(loader.__file__).parent
FILES = sorted(loader._LINES.items())
LEXICONS = load()
# Signs that stand for a plain one, and invisible ones, in data that is compared with texts.
TYPESET = re.compile("[\u2018\u2019\u201c\u201d\u2010-\u2015\u00a0\u200b\ufeff]")


def entries(table: str) -> list[dict[str, Any]]:
    """The lines of a file as plain values; a key that stands twice in a line is an error."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        counts = Counter(name for name, _ in pairs)
        assert max(counts.values()) == 1, counts
        return dict(pairs)

    lines = (HERE / loader._LINES[table]).read_text(encoding="utf-8").splitlines()
    return [json.loads(line, object_pairs_hook=once) for line in lines]


def texts(value: Any) -> list[str]:
    """Every text in an entry."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(("table", "name"), FILES)
def test_lines_are_written_one_way(table: str, name: str) -> None:
    """One entry a line, plain JSON, the keys in the order of the class, nothing that says the default."""
    order = [field.name for field in fields(KINDS[table][0])]
    content = (HERE / name).read_text(encoding="utf-8")
    assert content.endswith("\n")
    assert "\r" not in content
    for line, entry in zip(content.splitlines(), entries(table), strict=True):
        assert line == json.dumps(entry, ensure_ascii=False), line
        assert list(entry) == sorted(entry, key=order.index), line
        assert not [k for k, v in entry.items() if v in ([], None, False, "")], line


@pytest.mark.parametrize(("table", "name"), FILES)
def test_entries_are_sound(table: str, name: str) -> None:
    """Keys are known, types right, nothing required is missing, no entry stands twice."""
    seen = set()
    for entry in entries(table):
        this = identity(name, table, entry)
        check_values(name, table, this[0], entry)
        check_complete(name, table, this[0], entry)
        assert this not in seen, this
        seen.add(this)


@pytest.mark.parametrize(("table", "name"), FILES)
def test_entries_are_sorted(table: str, name: str) -> None:
    """By id, code or name; places by kind and country first."""
    kinds = ("country", "area", "state", "city")

    def place(entry: dict[str, Any]) -> tuple[Any, ...]:
        first = str(entry[KINDS[table][1][0]])
        if table == "region":
            return (kinds.index(entry["kind"]), entry.get("within", ""), first.casefold(), first)
        return (first, "") if first.islower() and "id" in entry else (first.casefold(), first)

    assert entries(table) == sorted(entries(table), key=place)


@pytest.mark.parametrize(("table", "name"), FILES)
def test_texts_are_clean(table: str, name: str) -> None:
    """No typeset quotes or dashes, no stray or double blanks, no list that repeats itself."""
    for entry in entries(table):
        for text in texts(entry):
            assert text == " ".join(text.split()), entry
            assert not TYPESET.search(text), entry
        for value in entry.values():
            if isinstance(value, list):
                assert len(set(value)) == len(value), entry


def test_no_form_has_two_owners() -> None:
    """Within a kind, every form that needs no context names one thing."""
    assert LEXICONS.clashes() == []


@pytest.mark.parametrize("table", ["role", "tool", "origin", "degree", "study_field", "certification"])
def test_aliases_add_something(table: str) -> None:
    """No alias differs from the name, or from another alias, only in case or hyphens."""
    for entry in entries(table):
        forms = [*entry.get("aliases", []), *entry.get("exact", [])]
        forms += [entry["name"]] if table != "degree" else []
        assert len({key(form) for form in forms}) == len(forms), entry
        assert not set(entry.get("short", [])) & {*forms, entry["name"]}, entry


def test_lexicons_are_not_small() -> None:
    """What a reader may count on; growth is welcome."""
    technical = {"data", "software", "infrastructure", "security", "product", "design"}
    cities = [region for region in LEXICONS.regions if region.kind == "city"]
    assert len(LEXICONS.roles) >= 150
    assert len([role for role in LEXICONS.roles if role.family in technical]) >= 60
    assert len(LEXICONS.tools) >= 650
    assert len(cities) >= 150
    assert len(LEXICONS.currencies) >= 60
    assert len(LEXICONS.origins) >= 60
    assert len(LEXICONS.study_fields) >= 120
    assert len(LEXICONS.certifications) >= 60
    assert {level.id for level in LEXICONS.levels} >= {"entry", "mid", "senior", "lead", "principal"}
    assert LEXICONS.cues


def test_no_cue_stands_twice_in_a_list() -> None:
    groups = tomllib.loads((HERE / "cues.toml").read_text(encoding="utf-8"))["cues"]
    counted = [Counter(terms) for lists in groups.values() for terms in lists.values()]
    assert [term for terms in counted for term, count in terms.items() if count > 1] == []


def test_every_cue_list_is_asked_for() -> None:
    """A list whose name no rule says, whole or by its family (``statistic.{name}``), would be edited in vain."""
    modules = HERE.parent.rglob("*.py")
    said = set(re.findall(r'"(\w+\.(?:\w+|(?=\{)))', "\n".join(path.read_text(encoding="utf-8") for path in modules)))
    assert not [name for name in LEXICONS.cues if name not in said and f"{name.split('.')[0]}." not in said]
