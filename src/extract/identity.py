"""Names for claims that survive edits elsewhere in the article."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.model import Claim

IDENTITY: Final = (
    "source_id",
    "kind",
    "role",
    "level",
    "aspect",
    "value",
    "low",
    "high",
    "unit",
    "period",
    "region",
    "object_role",
    "polarity",
    "quote",
    "extractor",
)
"""What a claim is known by. Offsets, section and confidence are left out: an added paragraph moves them."""


def claim_ids(claims: Iterable[Claim]) -> list[str]:
    """16 hexadecimal digits for each claim, in the order given.

    The id is the BLAKE2b hash of the fields of :data:`IDENTITY` and of an ordinal among claims that are alike
    in all of them, so that ids are unique. Give the claims in the order of the text: an insertion then
    renames only later repetitions of the very same words.
    """
    seen: Counter[str] = Counter()
    ids = []
    for claim in claims:
        key = json.dumps([getattr(claim, name) for name in IDENTITY])
        ids.append(blake2b(f"{key}{seen[key]}".encode(), digest_size=8).hexdigest())
        seen[key] += 1
    return ids
