"""Levels that are listed in the order of the figures: "junior, mid-level and senior bakers get $30k, $40k and $50k"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.attribution import Found, respectively
from extract.claims.context import Context
from extract.language import Mention, Passage
from extract.lexicons.signs import SIGNS
from extract.model import Span

if TYPE_CHECKING:
    from extract.claims.pay.figures import Setting

FEWEST = 2
_OF_NEXT = re.compile(rf"[^\S\n][\w-]+(?:[\s-]level)?\s[{SIGNS}]\s?\d")
_VERSUS = re.compile(r"\s(?:vs\.?|versus)\s", re.IGNORECASE)
_NEAR = 16
"""In characters."""
_JOINT = re.compile(r"(?:\s?[,/&]\s?|,?\s)(?:(?:and|or|to|versus|vs\.?)\s)?(?:the\s|an?\s|for\s|of\s)?", re.IGNORECASE)


def level_in_series(
    context: Context, passage: Passage, sentence: Span, start: int, order: tuple[int, int]
) -> str | None:
    """The level of an amount at ``start``, which of how many of its sentence it is told by ``order``.

    It is that of the same place in a list of as many levels before the amounts; where the sentence says "respectively" and
    names none, in the sentence before.
    """
    at, count = order
    if count < FEWEST:
        return None
    before = context.qualifiers.levels(context.text, Span(sentence.start, start), passage, label=True)
    listed = _listed(context.text, before)
    if not before and respectively(context.text, sentence) is not None:
        # Told one by one of earlier figures: "juniors get A, seniors B".
        told = passage.before(sentence)[-1:]
        listed = [f for one in told for f in context.qualifiers.levels(context.text, one, passage)]
    levels = [found.value for found in listed]
    return levels[at] if len(levels) == count == len(set(levels)) else None


def _listed(text: str, found: Sequence[Found]) -> Sequence[Found]:
    """The levels, if nothing but commas and the like stands between each and the next."""
    joined = all(_JOINT.fullmatch(text, one.end, other.start) for one, other in pairwise(found))
    return found if joined else ()


def is_of_next(context: Context, setting: Setting) -> bool:
    """``entry $27,000 mid $37,000``: whether a level stands before an amount, so that the one behind is that of the next."""
    start, text = setting.amount.start, context.text
    if _OF_NEXT.match(text, setting.amount.end) is None:
        return False
    before = Span(max(setting.sentence.start, start - _NEAR), start)
    return bool(context.qualifiers.levels(text, before, setting.passage, label=True))


def of_other_title(text: str, level: Found, own: Sequence[Mention]) -> bool:
    """``Lead cook vs bar manager``: whether a level is that of whom the title of whose pay it is, ``own``, is set against."""
    gaps = [(min(level.end, role.end), max(level.start, role.start)) for role in own]
    return bool(gaps) and all(_VERSUS.search(text, *gap) for gap in gaps)
