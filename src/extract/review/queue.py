"""What there is to review in a snapshot, worst first, in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from extract.errors import ConfigurationError, RolefactsError
from extract.model import Flag
from extract.publishing import read_table
from extract.publishing.snapshot import read_text
from extract.report.model import Report, Row, Tables, flags, ids, tables
from extract.reviews import tool_key
from extract.reviews.applying import STALE

if TYPE_CHECKING:
    from pathlib import Path

_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TABLES: Final = ("claims", "sources", "discrepancies")


class Sort(StrEnum):
    """What an item is."""

    DISCREPANCY = "discrepancy"
    STALE = "stale ruling"
    CLAIM = "claim"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to rule on.

    ``key`` names it in addresses and commands: the id of a discrepancy or of a claim. ``subject`` is what
    rulings on it are kept under. ``row`` is the discrepancy, None for a claim or a tool.
    """

    key: str
    sort: Sort
    subject: str
    claim_ids: tuple[str, ...]
    row: Row | None = None
    tool: str | None = None


@dataclass(frozen=True)
class Queue:
    """The items of a snapshot in the order in which they are reviewed, and the tables behind them."""

    snapshot: Path
    tables: Tables
    items: tuple[Item, ...]
    places: Mapping[str, int]
    """key -> where the item stands among ``items``"""

    def claims(self, item: Item) -> list[Row]:
        """The claims that an item is about."""
        return [self.tables.claims[one] for one in item.claim_ids if one in self.tables.claims]

    def get(self, key: str) -> Item | None:
        """The item of that key."""
        place = self.places.get(key)
        return None if place is None else self.items[place]


class _Texts(Mapping[str, str]):
    """The canonical texts of a snapshot, read when they are asked for."""

    def __init__(self, snapshot: Path, names: list[str]) -> None:
        self._snapshot = snapshot
        self._names = names
        self._read: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        if name not in self._read:
            try:
                self._read[name] = read_text(self._snapshot, name)
            except (OSError, ValueError, RolefactsError):
                raise KeyError(name) from None
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def load_queue(snapshot: Path) -> Queue:
    """What a snapshot leaves to reviewers.

    Raises:
        ConfigurationError: it cannot be read.
    """
    try:
        claims, sources, discrepancies = (read_table(snapshot / f"{name}.parquet") for name in _TABLES)
    except FileNotFoundError:
        raise ConfigurationError(f"{snapshot}: holds no snapshot: publish one with `rolefacts run`") from None
    except OSError:
        raise ConfigurationError(
            f"{snapshot}: cannot be read: check it with `rolefacts verify`, or run again"
        ) from None
    read = sources.loc[sources["status"] == "read", "source_id"]
    texts = _Texts(snapshot, [str(name) for name in read])
    return queue_of(snapshot, Report(claims, sources, discrepancies, texts=texts))


def queue_of(snapshot: Path, report: Report) -> Queue:
    """The queue of tables that are at hand; ``snapshot`` is where they are."""
    found = tables(report)
    items = tuple(_items(found))
    return Queue(snapshot, found, items, {item.key: place for place, item in enumerate(items)})


def _items(found: Tables) -> Iterator[Item]:
    shown: set[str] = set()
    for row in found.discrepancies:
        if row["status"] != "open":
            shown.update(ids(row, "claim_ids"))
            continue
        sort = Sort.STALE if row["type"] == STALE else Sort.DISCREPANCY
        subject = str(row["discrepancy_id"])
        yield Item(_key(subject), sort, subject, tuple(ids(row, "claim_ids")), row=row)
        shown.update(ids(row, "claim_ids"))
    yield from _quarantined(found, shown)
    yield from _unknown_tools(found)


def _key(name: str) -> str:
    """An id as it is; a hash of one that is not fit for an address."""
    return name if _PLAIN.fullmatch(name) else blake2b(name.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _quarantined(found: Tables, shown: set[str]) -> Iterator[Item]:
    """Claims that no fact uses and that no discrepancy tells of, but for those that a reviewer rejected."""
    for key, claim in found.claims.items():
        ruled = Flag.REJECTED_BY_REVIEWER in flags(claim)
        if claim["status"] == "quarantined" and not ruled and key not in shown:
            yield Item(_key(key), Sort.CLAIM, key, (key,))


def _unknown_tools(found: Tables) -> Iterator[Item]:
    """Names that stand where tools stand, the most used first."""
    names: dict[str, list[Row]] = {}
    for claim in found.claims.values():
        if Flag.UNKNOWN_TOOL in flags(claim) and claim["status"] != "quarantined":
            names.setdefault(tool_key(str(claim["value"])), []).append(claim)
    for subject, claims in sorted(names.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        keys = tuple(str(claim["claim_id"]) for claim in claims)
        yield Item(_key(keys[0]), Sort.TOOL, subject, keys, tool=str(claims[0]["value"]))
