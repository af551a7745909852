"""Who "the others" of an article are, behind a comparative: "earn more than both others", "than the other two"."""

from __future__ import annotations

import re

from extract.claims.context import Context
from extract.lexicons.fragments import JOB

_OTHERS = re.compile(
    r"[^.,;:]{0,24}?\s(?:than|above|over|to)\s(?:what\s|those\sof\s)?"
    rf"(?:(?:both|either|any|all|each)\s(?:of\s)?(?:the\s)?others?\b|the\sother\s(?:two|three|four|titles?|{JOB})\b"
    r"|the\sothers\b|the\sother\b(?!\s[a-z]))",
    re.IGNORECASE,
)


def the_others(context: Context, roles: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    """The roles of the article besides those that a comparative is said of, where it is set against "the others"."""
    if len(roles) != 1 or roles[0] not in context.topics or _OTHERS.match(context.text, start, end) is None:
        return ()
    return tuple(role for role in context.topics if role not in roles)
