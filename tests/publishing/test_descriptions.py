"""The data package and the data dictionary are the schemas in other words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extract.publishing import data_dictionary
from extract.publishing.manifest import digest_file
from extract.schemas import DISCREPANCY_TYPES, FLAG_MEANINGS, SCHEMAS
from tests.publishing.conftest import Made

RUN = "20261120T000001Z-abcdef"


@pytest.fixture
def snapshot(made: Made, tmp_path: Path) -> Path:
    """A published snapshot."""
    return made.publish(tmp_path, RUN)


def test_every_table_is_a_resource(snapshot: Path) -> None:
    """With the hash of its file, and its columns in order."""
    package = json.loads((snapshot / "datapackage.json").read_text(encoding="utf-8"))
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    resources = {resource["path"].removesuffix(".parquet"): resource for resource in package["resources"]}
    assert list(resources) == list(SCHEMAS)
    for name, resource in resources.items():
        digest = digest_file(snapshot / resource["path"])
        assert resource["hash"] == f"sha256:{digest['sha256']}"
        assert resource["bytes"] == digest["bytes"]
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert list(fields) == list(SCHEMAS[name].columns)
        assert all(field["description"] for field in fields.values())
        assert resource["schema"]["primaryKey"] == [next(iter(fields))]


@pytest.mark.parametrize(
    ("table", "column", "kind", "constraints"),
    [
        ("claims", "claim_id", "string", {"required": True, "unique": True, "minLength": 1}),
        ("claims", "role", "string", {"required": False, "pattern": "^(?:[a-z0-9_]+)$"}),
        ("claims", "polarity", "string", {"required": True, "enum": ["affirmed", "negated"]}),
        ("claims", "confidence", "number", {"required": True, "minimum": 0, "maximum": 1}),
        ("claims", "low", "number", {"required": False}),
        ("claims", "row_index", "integer", {"required": False, "minimum": 0}),
        ("claims", "flags", "array", {"required": True}),
        ("claims", "section", "string", {"required": True}),
        ("discrepancies", "first_seen", "datetime", {"required": True}),
    ],
)
def test_checks_become_constraints(
    snapshot: Path, table: str, column: str, kind: str, constraints: dict[str, object]
) -> None:
    """What Pandera checks is said in Frictionless words."""
    package = json.loads((snapshot / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = (r for r in package["resources"] if r["name"] == table)
    (field,) = (f for f in resource["schema"]["fields"] if f["name"] == column)
    assert (field["type"], field["constraints"]) == (kind, constraints)


def test_the_dictionary_explains_every_column_and_code() -> None:
    """Nothing that is published is left without a meaning."""
    text = data_dictionary()
    lines = set(text.splitlines())
    for name, schema in SCHEMAS.items():
        assert f"## {name}.parquet" in lines
        for column, spec in schema.columns.items():
            assert re.search(rf"^\| `{column}` \| \S+ \| .*{re.escape(spec.description[:20])}", text, re.MULTILINE)
    for code in (*FLAG_MEANINGS, *DISCREPANCY_TYPES):
        assert re.search(rf"^\| `{code}` \|", text, re.MULTILINE)
    assert "| `row_index` | int32? |" in text
    assert "| `flags` | list<string> |" in text
    assert "| `first_seen` | timestamp |" in text
