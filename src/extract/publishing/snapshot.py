"""The files of a snapshot."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import pandas as pd

from extract.errors import PublishingError
from extract.publishing.datapackage import datapackage
from extract.publishing.manifest import file_digests
from extract.publishing.parquet import read_table, write_table
from extract.schemas import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

TEXT: Final = "text"
REPORT_HTML: Final = "report.html"
REPORT_MARKDOWN: Final = "report.md"
_DISCREPANCIES: Final = "discrepancies.parquet"


@dataclass(frozen=True)
class Contents:
    """What a snapshot holds: a frame for each table, the canonical texts by source_id, the report."""

    tables: Mapping[str, pd.DataFrame]
    texts: Mapping[str, str]
    report_html: str
    report_markdown: str


def write_snapshot(folder: Path, contents: Contents) -> None:
    """Write every file of a snapshot, except the manifest, into an empty folder.

    Raises:
        PublishingError: a source_id cannot be the name of a file.
    """
    for name in SCHEMAS:
        write_table(name, contents.tables[name], folder / f"{name}.parquet")
    package = datapackage(file_digests(folder))
    (folder / "datapackage.json").write_text(json.dumps(package, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / TEXT).mkdir()
    for source_id, text in contents.texts.items():
        _text_path(folder, source_id).write_bytes(text.encode("utf-8", "backslashreplace"))
    (folder / REPORT_HTML).write_text(contents.report_html, encoding="utf-8")
    (folder / REPORT_MARKDOWN).write_text(contents.report_markdown, encoding="utf-8")


def read_text(snapshot: Path, source_id: str) -> str:
    """The canonical text of a source, exactly: offsets of claims point into it."""
    return _text_path(snapshot, source_id).read_bytes().decode("utf-8")


def read_discrepancies(snapshot: Path) -> pd.DataFrame | None:
    """The discrepancies of an earlier snapshot; None where they cannot be read."""
    try:
        frame: pd.DataFrame = read_table(snapshot / _DISCREPANCIES)
    except OSError:
        return None
    return frame


def carry_first_seen(discrepancies: pd.DataFrame, previous: pd.DataFrame | None, started: datetime) -> pd.DataFrame:
    """The discrepancies with ``first_seen``: the previous run's for the same id, else this run's start."""
    known = {} if previous is None else dict(zip(previous["discrepancy_id"], previous["first_seen"], strict=True))
    now = pd.Timestamp(started)
    seen = [known.get(identity, now) for identity in discrepancies["discrepancy_id"]]
    return discrepancies.assign(first_seen=pd.Series(seen, index=discrepancies.index, dtype="datetime64[us, UTC]"))


def _text_path(snapshot: Path, source_id: str) -> Path:
    if PurePath(source_id).name != source_id:
        raise PublishingError(f"source {source_id!r}: is no name for a file: give it another id in sources.toml")
    return snapshot / TEXT / f"{source_id}.txt"
