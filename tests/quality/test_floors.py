"""The floors: what the pipeline reaches on the project's own corpus, kind by kind."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from judges import JUDGES, Article
from score import gather, golds, measure, quotes, report, shortfalls

from extract.model import Document, Rejection, Table
from extract.pipeline import extract_batch, open_catalogue, read_batch, validate
from extract.settings import Settings

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
FLOORS: Mapping[str, Mapping[str, Any]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
OTHERS = {"details": "share", "forbidden": "most", "ungrounded": "most"}


def layout(document: Document) -> Sequence[tuple[tuple[str, ...], int]]:
    """Header and number of body rows of each table that does not repeat another."""

    def shape(table: Table) -> tuple[tuple[str, ...], int]:
        return tuple(document.words(cell) for cell in table.header), len(table.rows)

    return [shape(table) for table in document.tables if table.repeats is None]


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    """The corpus, read and extracted once, beside its gold."""
    settings = Settings(raw=CORPUS / "articles")
    readings = read_batch(open_catalogue(settings).entries, settings)
    validated = validate([extract_batch(readings, settings)], settings)
    documents = [reading for reading in readings if isinstance(reading, Document)]
    assert [reading.reason for reading in readings if isinstance(reading, Rejection)] == []
    tables = {document.info.source_id: layout(document) for document in documents}
    made, missing = gather(golds(CORPUS / "gold"), validated.claims, validated.sources, validated.texts, tables)
    assert missing == []
    return made


def test_quotes_stand_in_what_was_read(articles: list[Article]) -> None:
    """Reading keeps every passage that gold quotes letter for letter, whatever the format."""
    lost = [f"{article.name}: {q!r}" for article in articles for q in quotes(article.gold) if q not in article.text]
    assert lost == []


def test_floors_hold(articles: list[Article]) -> None:
    """No kind is extracted worse than it once was."""
    measures = measure(articles)
    below = shortfalls(measures, FLOORS)
    assert below == [], report(measures, show=20)


def test_every_floor_has_a_reason() -> None:
    """Every kind that is judged has a floor, and beside it stands why it is where it is."""
    assert set(FLOORS) == {*JUDGES, *OTHERS}
    for kind, floor in FLOORS.items():
        assert set(floor) == {OTHERS.get(kind, "f1"), "reason"}
        assert len(floor["reason"].split()) >= 3
