"""Roles and amounts of which one stands in brackets behind the other: "$80k (baker)", "less than a baker ($80k)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.attribution.owners import Owner
from extract.lexicons.fragments import ABOUT, JOB, PAY

SHORT_NOTE = 24
"""In characters."""
_NOTE = re.compile(r"\s?\((?:for\s)?(?:an?\s|the\s|senior\s|junior\s|mid-level\s|entry-level\s)?", re.IGNORECASE)
# "a baker (about", "bakers (on average", "the baker role (": between a role and its amount.
_OPENS = re.compile(
    rf"(?:['’]s?|s)?(?:\s(?:{JOB}|{PAY}))?\s\((?:(?:{ABOUT}|approx\.?|up\sto|from|between|on\saverage|average|avg\.?|mean|median|ca\.|at|earn(?:s|ing)?)[,:]?\s)*~?",
    re.IGNORECASE,
)


def names_amount(text: str, owner: Owner, end: int) -> bool:
    """``$80k (baker)``: whether a role is all that stands in brackets behind an amount that ends at ``end``."""
    closed = text.startswith(")", owner.end) and owner.start - end < SHORT_NOTE
    return closed and _NOTE.fullmatch(text, end, owner.start) is not None


def before_bracket(text: str, owners: Sequence[Owner], start: int) -> Owner | None:
    """``less than a baker ($80k)``: the role, compared or not, that stands right before the brackets of an amount."""
    ahead = [owner for owner in owners if owner.end <= start]
    return ahead[-1] if ahead and _OPENS.fullmatch(text, ahead[-1].end, start) else None
