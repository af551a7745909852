"""Words that name a part of pay elsewhere, base or bonus, and mean something else where they stand."""

from __future__ import annotations

import re

from extract.lexicons.fragments import MAY

_ADDS_UP = re.compile(rf"\b(?:{MAY}|will|would|to|often)\stotal$")  # "Salaries can total X": a verb.
# "The EU Commission", "a Commission of Inquiry": a body, and no commission that is paid.
_BODY = re.compile(
    r"\b(?:EU|European|National|Federal|Royal|Trade|Exchange|Planning|Labou?r|Productivity)\sCommission$"
    r"|\b[Tt]he\s(?:(?!(?:Average|Annual|Base|Median|Monthly|Sales|Total|Typical|Weekly|Yearly)\b)[A-Z][\w&’'-]*\s(?:(?:and|of|for|on)\s)?){1,4}Commission$"
    r"|\bCommission\s(?:of|on|for)\s[A-Z]$"
)
# "Basic education", "basic duties": no basic pay.
_BASIC = re.compile(
    r"basic\s(?:education|training|knowledge|duties|requirements?|skills|tasks|needs|computer|maths?|first|financial|records?|reports?|care|maintenance|repairs?|medical|administrative|bookkeeping|data|tools|understanding|information|principles|safety)\b",
    re.IGNORECASE,
)
_REACH = 48
"""In characters."""


def is_no_part(text: str, start: int, word: re.Match[str]) -> bool:
    """Whether a word, in a span from ``start`` on, is a verb, part of the name of a body, or basic in another sense."""
    before = max(start, word.start() - _REACH)
    if _ADDS_UP.search(text, before, word.end()) or _BODY.search(text, before, word.end()):
        return True
    return _BASIC.match(text, word.start()) is not None
