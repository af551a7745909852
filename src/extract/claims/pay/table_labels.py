"""What a row's label or a column's header says of the figures beside it: that they are pay, other money, or counts."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.claims.pay.measures import period_in
from extract.language import Cues
from extract.lexicons.fragments import EXTRA, PAY

PERIOD_WORDS = 3
# "Top 25% of the market": whose pay a row or column is about, no other money.
_OF_ALL = re.compile(r"\s*(?:the\s)?(?:top|bottom|lowest|highest|upper|lower)\s\d{1,2}\s?(?:%|percent)", re.IGNORECASE)
# "Number of salaries quoted"
_NUMBER_OF = re.compile(r"\s*(?:(?:total|the)\s)?(?:numbers?|no\.|count|#)\s(?:of\s)", re.IGNORECASE)
_OF_LIVING = re.compile(r"\b(?:low|high|lower|higher)[\s-]costs?\b", re.IGNORECASE)
# "Average hours per week", "Days of leave"
_TIME = re.compile(r"\b(?:hours|days|weeks)\b", re.IGNORECASE)
# "Mean SE", "Wage RSE": how sure a figure is.
_ERROR = re.compile(r"\bR?SE\b|\b(?i:(?:standard|std\.?|sampling)\serrors?|margins?\sof\serror)\b")
# "Additional pay (commission, bonus)": what comes on top of pay.
_ON_TOP = re.compile(rf"\b(?:total\s)?{EXTRA}\s(?:cash\s|annual\s)?{PAY}\b", re.IGNORECASE)
# "Your current salary": what a reader types in, or gets out.
_YOURS = re.compile(r"\s*(?:enter\s)?your\s", re.IGNORECASE)
_TAXED = re.compile(r"\b(?:gross|brutto|netto|net(?!\s?(?:worth|profit|sales|revenue|income of)))\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def said_by(label: str, cues: Cues) -> tuple[bool | None, bool | None]:
    """Whether a label says that what stands beside it is pay, and whether it does of sums of money; None: it does not say."""
    if _NUMBER_OF.match(label) or _ERROR.search(label) or _YOURS.match(label):
        return False, False
    on_top = _ON_TOP.search(label) is not None
    label = _ON_TOP.sub(" ", label)
    pay = any(cues.has(name, label) for name in ("pay.labels", "pay.base"))
    # "Total cost" is no total pay.
    if pay or (cues.has("pay.total", label) and not cues.has("pay.other_money", label)):
        return True, True
    if on_top or cues.has("pay.headcount", label) or _TIME.search(label):
        return False, False
    if _OF_ALL.match(label):
        return None, None
    label = cues.pattern("pay.holders").sub(" ", _OF_LIVING.sub(" ", label))
    if any(cues.has(name, label) for name in ("pay.other_money", "pay.bonus", "sections.certificates")):
        return False, False
    return None, is_period(label) or None


def is_period(label: str) -> bool:
    """Whether few words say what figures are paid for, or before or after tax: ``Hourly``, ``Contract (gross)``."""
    said = period_in(label, label=True) is not None or _TAXED.search(label) is not None
    return len(label.split()) <= PERIOD_WORDS + label.count("+") and said
