"""``manifest.json``: what a snapshot was made from, by what, what it holds, and the SHA-256 of every file.

The manifest vouches for the files, and its ``digest`` for the manifest: the SHA-256 of the same JSON without
it.
"""

from __future__ import annotations

import json
from hashlib import file_digest, sha256
from typing import TYPE_CHECKING, Any, Final

from extract.errors import PublishingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME: Final = "manifest.json"


def digest_file(path: Path) -> dict[str, Any]:
    """``sha256`` and ``bytes`` of a file."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
        return {"sha256": digest, "bytes": file.tell()}


def file_digests(folder: Path) -> dict[str, dict[str, Any]]:
    """Path within the folder -> ``sha256`` and ``bytes``, for every file but the manifest."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    digests = {path.relative_to(folder).as_posix(): digest_file(path) for path in paths}
    digests.pop(NAME, None)
    return digests


def seal(manifest: Mapping[str, Any]) -> bytes:
    """The manifest's bytes, with its own digest added."""
    digest = sha256(_bytes(manifest)).hexdigest()
    return _bytes({**manifest, "digest": f"sha256:{digest}"})


def read_manifest(snapshot: Path) -> dict[str, Any]:
    """The manifest of a snapshot, checked against its digest.

    Raises:
        PublishingError: there is none, or it was changed.
    """
    path = snapshot / NAME
    try:
        content = path.read_bytes()
        manifest = json.loads(content)
    except OSError:
        raise PublishingError(f"{path}: cannot be read: name a snapshot, such as curated/latest") from None
    except ValueError:
        raise PublishingError(f"{path}: is not JSON: the snapshot is damaged, use another") from None
    if not isinstance(manifest, dict):
        raise PublishingError(f"{path}: is no manifest: the snapshot is damaged, use another")
    unsealed = {key: value for key, value in manifest.items() if key != "digest"}
    if seal(unsealed) != content:
        raise PublishingError(f"{path}: does not match its own digest: the snapshot is damaged, use another")
    return manifest


def _bytes(manifest: Mapping[str, Any]) -> bytes:
    return (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode()
