"""What the manifest tells of a run: what went in, which versions worked on it, what came out, how long it took."""

from __future__ import annotations

import platform
import time
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from extract.errors import ContractError
from extract.model import Severity, Status
from extract.publishing.manifest import digest_file
from extract.reviews.applying import STALE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from extract.reviews import Rulings
    from extract.settings import Settings

_PACKAGES: Final = (
    "rolefacts",
    "pandas",
    "pandera",
    "pyarrow",
    "spacy",
    "trafilatura",
    "markdown-it-py",
    "warcio",
)
_CATALOGUE: Final = "sources.toml"


def versions() -> dict[str, str]:
    """Python and the packages that can change what comes out; those that are not installed are left out."""
    found = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


class Stopwatch:
    """Seconds that each stage took, to the millisecond."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time the block as a stage; a stage that is timed twice adds up."""
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - start
            self.seconds[stage] = round(self.seconds.get(stage, 0.0) + spent, 3)


def inputs(settings: Settings, sources: pd.DataFrame) -> dict[str, str | None]:
    """Everything that a run reads -> its SHA-256; None for an article whose bytes could not be read."""
    found: dict[str, str | None] = {
        f"raw/{path}": digest if isinstance(digest, str) else None
        for path, digest in zip(sources["path"], sources["sha256"], strict=True)
    }
    for name, path in (
        (f"raw/{_CATALOGUE}", settings.raw / _CATALOGUE),
        ("reviews", settings.reviews),
        *([("policies", settings.policies)] if settings.policies else []),
        *((f"lexicons/{number}/{path.name}", path) for number, path in enumerate(settings.lexicons)),
    ):
        if path.is_file():
            found[name] = digest_file(path)["sha256"]
    return found


def lexicon_digest() -> str:
    """SHA-256 over the built-in lexicons: names and contents of their files."""
    digest = sha256()
    folder = files("extract.lexicons")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith((".py", "__pycache__")):
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())
    return digest.hexdigest()


def told(settings: Settings) -> dict[str, Any]:
    """The settings as plain values."""
    return {
        "raw": str(settings.raw),
        "curated": str(settings.curated),
        "reviews": str(settings.reviews),
        "fail_on": str(settings.fail_on),
        "keep": settings.keep,
        "workers": settings.workers,
        "lexicons": [str(path) for path in settings.lexicons],
        "policies": str(settings.policies) if settings.policies else None,
        "language": {"model": settings.model},
    }


def claim_counts(claims: pd.DataFrame, extracted: int) -> dict[str, Any]:
    """How many claims there are by status and kind.

    Args:
        claims: validated.
        extracted: how many claims the extractors made, counted before there was a table of them.

    Raises:
        ContractError: claims were lost or made on the way: extracted is not accepted + flagged + quarantined.
    """
    statuses = {str(status): int((claims["status"] == str(status)).sum()) for status in Status}
    total = sum(statuses.values())
    if total != extracted:
        raise ContractError(
            f"claims: {extracted} were extracted, {total} are accounted for; this is a fault in rolefacts"
        )
    kinds = claims["kind"].value_counts().sort_index()
    by_kind = {str(kind): int(count) for kind, count in kinds.items()}
    return {"extracted": extracted, **statuses, "conserved": True, "by_kind": by_kind}


def discrepancy_counts(discrepancies: pd.DataFrame) -> dict[str, Any]:
    """How many discrepancies there are, and how many are open by severity, the worst first."""
    is_open = discrepancies["status"] == "open"
    return {
        "total": len(discrepancies),
        "open": {
            str(severity): int((is_open & (discrepancies["severity"] == str(severity))).sum()) for severity in Severity
        },
    }


def ruling_counts(discrepancies: pd.DataFrame, rulings: Rulings) -> dict[str, Any]:
    """How many rulings are in force, how many of them are not applied; whether a line was torn off."""
    stale = int((discrepancies["type"] == STALE).sum())
    return {"in_force": len(rulings.in_force), "stale": stale, "torn_line": bool(rulings.torn)}


def source_counts(sources: pd.DataFrame) -> dict[str, int]:
    """How many sources were read and rejected."""
    read = int((sources["status"] == "read").sum())
    return {"read": read, "rejected": len(sources) - read}


def table_counts(tables: Mapping[str, pd.DataFrame]) -> dict[str, int]:
    """Rows of each table."""
    return {name: len(frame) for name, frame in tables.items()}
