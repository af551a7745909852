"""Whether a snapshot is what its manifest says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.errors import PublishingError
from extract.publishing.manifest import file_digests, read_manifest

if TYPE_CHECKING:
    from pathlib import Path


def verify(snapshot: Path) -> list[str]:
    """What is wrong with a snapshot, one line each; empty where every file is what was published.

    Args:
        snapshot: a folder under ``curated/snapshots``, or ``curated/latest``.
    """
    try:
        expected = read_manifest(snapshot).get("files", {})
        found = file_digests(snapshot)
    except PublishingError as error:
        return [str(error)]
    except OSError as error:
        return [f"{snapshot}: cannot be read ({(error.strerror or 'error').lower()})"]
    problems = [f"{name}: is missing" for name in expected if name not in found]
    problems += [f"{name}: was not published with the snapshot" for name in found if name not in expected]
    problems += [
        f"{name}: was changed after publishing"
        for name, digest in expected.items()
        if name in found and found[name] != digest
    ]
    return sorted(problems)
