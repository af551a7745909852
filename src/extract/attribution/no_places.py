"""Places of which a figure is said not to be."""

from __future__ import annotations

import re

from extract.language import Mention

# Outside the US, except for Leeds, (excl. Inner London).
_BEFORE = re.compile(
    r"\b(?:outside|except(?:ing)?|excluding|excl\.?|exclusive|(?:not|without)\sincluding|other\sthan|apart\sfrom|aside\sfrom)"
    r"\s(?:of\s|for\s|in\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s(?:is\s|are\s)?(?:excluded|excepted)\b(?!\sfrom)", re.IGNORECASE)
_REACH = 30
"""In characters."""


def is_left_out(text: str, start: int, place: Mention) -> bool:
    """Whether words from ``start`` on take a place out of what is told of: "outside London", "(London excluded)"."""
    before = _BEFORE.search(text, max(start, place.start - _REACH), place.start)
    return before is not None or _BEHIND.match(text, place.end) is not None
