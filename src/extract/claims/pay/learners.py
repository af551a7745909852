"""Who has done learning: "an apprentice plumber gets A, while a newly qualified one gets B"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.attribution import Attribution

if TYPE_CHECKING:
    from extract.claims.context import Context
    from extract.claims.pay.figures import Setting

_LEARNING = re.compile(r"^(?:apprentice|trainee|student)_(?P<title>.+)")
# "while a newly qualified one gets": who has done learning what the one before still learns.
_QUALIFIED_ONE = re.compile(
    r"\b(?:newly\s|fully\s|recently\s)?(?:qualified|licen[cs]ed|certified|experienced)\sones?\b"
)


def no_longer_learning(context: Context, setting: Setting) -> Attribution:
    """``An apprentice plumber gets A, while a newly qualified one gets B``: B is a plumber's."""
    owner = setting.owner
    learning = _LEARNING.match(owner.roles[0]) if len(owner.roles) == 1 else None
    if learning is None or learning["title"] not in context.lexicons.role_by_id:
        return owner
    one = _QUALIFIED_ONE.search(context.text, setting.segment.start, setting.amount.start)
    return replace(owner, roles=(learning["title"],)) if one else owner
