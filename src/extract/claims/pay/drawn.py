"""Sums that stand alone above what they are, as key figures are drawn: ``£7,900`` over ``average gap``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.reading.money import is_sum

if TYPE_CHECKING:
    from extract.claims.context import Context
    from extract.claims.pay.figures import Setting

_LONGEST = 12
"""In words."""
_OTHER = re.compile(
    r"\b(?:gap|differences?|differential|premium|raise|hike|uplift|bonus(?:es)?|allowance|fees?|tuition|costs?|debt)\b",
    re.IGNORECASE,
)
# "Median base, before bonus", "pay with a bonus": what the sum is without or with.
_BESIDE_IT = re.compile(
    r"\b(?:before|without|excl\w*|not|plus|with|and|incl\w*|after|base|salary|pay)\b", re.IGNORECASE
)


def is_other_below(context: Context, setting: Setting) -> bool:
    """Whether a block is nothing but a sum, and the line below it says that it is other money than pay."""
    block, text = setting.block, context.text
    below = context.attributor.following(block) if is_sum(text[block.start : block.end]) else None
    if below is None or below.kind is not BlockKind.PARAGRAPH:
        return False
    words = text[below.start : below.end]
    told = len(words.split()) <= _LONGEST and not any(map(str.isdigit, words))
    return told and _OTHER.search(words) is not None and _BESIDE_IT.search(words) is None
