"""Whatever is changed in a snapshot after publishing is noticed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from extract.errors import PublishingError
from extract.publishing import read_manifest, verify
from tests.publishing.conftest import Made

RUN = "20261120T000001Z-abcdef"


def change_counts(manifest: Path) -> None:
    """Someone makes the numbers nicer."""
    content = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({**content, "run_id": "another"}, indent=1) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (lambda s: (s / "claims.parquet").unlink(), "claims.parquet: is missing"),
        (lambda s: (s / "report.md").write_text("# Other"), "report.md: was changed after publishing"),
        (lambda s: (s / "text" / "harbour.txt").write_bytes(b""), "text/harbour.txt: was changed"),
        (lambda s: (s / "more.txt").write_text("more"), "more.txt: was not published with the snapshot"),
        (lambda s: change_counts(s / "manifest.json"), "does not match its own digest"),
        (lambda s: (s / "manifest.json").write_text("{"), "is not JSON"),
        (lambda s: (s / "manifest.json").write_text("[]"), "is no manifest"),
        (lambda s: (s / "manifest.json").write_text("{}"), "does not match its own digest"),
        (lambda s: (s / "manifest.json").unlink(), "cannot be read"),
    ],
    ids=[
        "missing file",
        "report",
        "text",
        "added file",
        "manifest's numbers",
        "cut manifest",
        "a list",
        "empty manifest",
        "no manifest",
    ],
)
def test_changes_are_named(made: Made, tmp_path: Path, damage: Callable[[Path], object], problem: str) -> None:
    """One line for each file that is not what was published."""
    snapshot = made.publish(tmp_path, RUN)
    assert verify(snapshot) == []
    damage(snapshot)
    (found,) = verify(snapshot)
    assert problem in found
    assert "\n" not in found


def test_one_flipped_bit_in_any_file_is_noticed(made: Made, tmp_path: Path) -> None:
    """Anywhere: in data, footer, text, report, or in the manifest itself."""
    snapshot = made.publish(tmp_path, RUN)
    random = np.random.default_rng(11)
    for path in sorted(path for path in snapshot.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        for place in random.integers(0, len(whole), 4):
            damaged = bytearray(whole)
            damaged[place] ^= 1 << int(random.integers(8))
            path.write_bytes(damaged)
            assert verify(snapshot), (path, place)
        path.write_bytes(whole)
    assert verify(snapshot) == []


def test_a_manifest_comes_back_as_it_was(made: Made, tmp_path: Path) -> None:
    """It lists every file with its hash and length."""
    snapshot = made.publish(tmp_path, RUN)
    manifest = read_manifest(snapshot)
    assert manifest["run_id"] == RUN
    assert manifest["files"]["report.md"]["bytes"] == len("# Report\n")
    assert "manifest.json" not in manifest["files"]
    with pytest.raises(PublishingError, match="name a snapshot"):
        read_manifest(tmp_path)
