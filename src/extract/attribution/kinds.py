"""Words before a title that say which of its holders are meant, and make no other title of it: ``licensed``, ``in-house``."""

from __future__ import annotations

import re

from extract.language import Cues

_JOINED = re.compile(r"\s?(?:,\s?|\s(?:and|or)\s|\s)")
# What may stand between a preposition and the role that it governs.
_MODIFIERS = re.compile(
    r"(?:\b(?:an?|the|most|many|some|all|other|senior|junior|both|their|your|our|those|these|new|of"
    r"|U\.?S\.?|American|British|French|Dutch|Swiss|Greek|Filipino|[A-Z][a-z]{2,12}(?:ian|ean|ish|ese)|professional)\s+)+$",
    re.IGNORECASE,
)
REACH = 60
"""Characters before a title within which such words stand."""


def before_kinds(text: str, start: int, at: int, cues: Cues) -> int:
    """Where the words begin that say which holders of the title at ``at`` are meant; ``at`` where there are none.

    None of them begins before ``start``.
    """
    for kind in reversed(cues.find("structure.kinds", text, max(start, at - REACH), at)):
        if _JOINED.fullmatch(text, kind.end(), at) is None:
            break
        at = kind.start()
    return at


def unmodified(before: str) -> str:
    """The text before a title without what stands between the title and a preposition that governs it."""
    return _MODIFIERS.sub("", before)
