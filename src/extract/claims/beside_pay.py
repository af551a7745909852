"""Sums that come beside pay: allowances told by what they are spent on, what a thing is worth, what is added to the pay."""

from __future__ import annotations

import re

from extract.amounts import Amount
from extract.language import Cues
from extract.model import Span

# "plus 12,000 for housing": what comes on top of pay, for what it is to be spent on.
_FOR = re.compile(
    r"(?:\s(?:a|per|each|every)\s(?:year|month|week|day)|\s?/\s?(?:month|year|week))?\s(?:for|towards?|to\scover)\s"
    r"(?:(?:an?|the|their|your|his|her|its|free|basic|annual|monthly)\s)?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.,;:)]|\s(?:and|or|an?|per|plus|each|on|as|while|with|if|is|are|when)\b|$", re.IGNORECASE)
# "Each unit is worth 5,000": no pay of anyone.
_WORTH = re.compile(
    r"(?<!package\s)(?<!packages\s)(?<!salary\s)(?<!salaries\s)(?<!package\sis\s)(?<!packages\sare\s)(?<!deal\s)(?<!contract\s)(?<!contracts\s)\bworth\s(?:(?:about|around|up\sto|an?|extra|another|roughly|some)\s){0,2}$"
)
# "Aside from the basic pay, nurses get X": all that the sentence tells is extra.
_BESIDES = re.compile(
    r"(?:In\saddition\sto|Aside\sfrom|Apart\sfrom|Besides|On\stop\sof|Over\sand\sabove|Along\swith|Alongside)\s(?:(?:the|their|his|her|your|a|this|that)\s)?"
    r"(?:(?:basic|base|regular|normal|monthly|annual|fixed|gross)\s){0,2}(?:pay|salary|salaries|wages?)\b",
)


def beside_pay(text: str, sentence: Span, amount: Amount, cues: Cues) -> bool:
    """Whether an amount is spent on housing and the like, is what something is worth, or comes on top of the pay."""
    return (
        _is_upkeep(text, sentence, amount, cues)
        or _WORTH.search(text, max(sentence.start, amount.start - 40), amount.start) is not None
        or _BESIDES.match(text, sentence.start, amount.start) is not None
    )


def _is_upkeep(text: str, sentence: Span, amount: Amount, cues: Cues) -> bool:
    """``12,000 for housing``: what it is to be spent on stands behind it."""
    opens = _FOR.match(text, amount.end, sentence.end)
    what = cues.pattern("pay.upkeep").match(text, opens.end(), sentence.end) if opens else None
    return what is not None and _ENDS.match(text, what.end(), sentence.end) is not None
