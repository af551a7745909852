"""Names for discrepancies and facts that stay the same while what they name does."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def fact_id(table: str, item: Iterable[str]) -> str:
    """16 hexadecimal digits for a data item: its value and its evidence may change, its name does not."""
    return _digest([table, *item])


def discrepancy_id(subject: Iterable[str], sayings: Iterable[tuple[str, ...]]) -> str:
    """16 hexadecimal digits for what disagrees and how.

    Args:
        subject: type, kind, role, level, aspect.
        sayings: for each claim its source, whom it is about and its normalised value. Order, repetitions,
            wording, position and claim ids do not matter: the same figures said elsewhere in the article
            are the same discrepancy.
    """
    return _digest([*subject, *map(list, sorted(set(sayings)))])


def _digest(parts: Sequence[object]) -> str:
    return blake2b(json.dumps(parts, ensure_ascii=False).encode("utf-8", "replace"), digest_size=8).hexdigest()
