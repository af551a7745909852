"""Who "the others" behind a comparative are: the article's other roles ("earn more than both others"), or some of the same."""

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
_THAN_WHOM = re.compile(r"[^.;:]{0,40}?\bthan\s(?P<whom>[^.,;:]{3,40})")


def the_others(context: Context, roles: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    """The roles of the article besides those that a comparative is said of, where it is set against "the others"."""
    if len(roles) != 1 or roles[0] not in context.topics or _OTHERS.match(context.text, start, end) is None:
        return ()
    return tuple(role for role in context.topics if role not in roles)


def of_own_kind(context: Context, behind: str) -> bool:
    """``... than non-union ones``: some of a role are compared with others of the same."""
    than = _THAN_WHOM.match(behind)
    return than is not None and context.cues.has("comparison.own_kind", than["whom"])
