"""Pay of men or of women alone: ``Women | $76,500``, ``male surveyors took home £66,500``. It is not the pay of all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lexicons.fragments import AVERAGE, PAY, USUALLY
from extract.model import PaidGroup

if TYPE_CHECKING:
    from extract.claims.pay.figures import Setting

_ANY = re.compile(r"\b(?:(?:wo)?m[ae]n|(?:fe)?males?)\b", re.IGNORECASE)
# A label, or the cell of a header: "Women", "Female (average)", "Men's pay per year". "Men's hair" is what a trade is about.
_LABEL = re.compile(
    r"\W{0,3}(?P<who>(?:wo)?m[ae]n|(?:fe)?males?)(?:['’]?s)?\b"
    rf"(?:[\W_]{{1,3}}(?:{AVERAGE}|{PAY}|per|an?|year(?:ly)?|annual(?:ly)?|month(?:ly)?|week(?:ly)?|hour(?:ly)?|only|alone)\b)*\W{{0,3}}",
    re.IGNORECASE,
)
# "Male welders earn", "for women", "women in the field get".
_AHEAD = re.compile(
    r"\b(?:(?P<sex>(?:fe)?male)\s(?:[a-z-]+\s){1,4}|(?P<who>(?:wo)?men)\s(?:(?:in|with|of|at|who)\s(?:[\w-]+\s){1,5})?)"
    rf"(?:{USUALLY}\s)?(?:earn(?:ed|ing|s)?|ma[dk]e|g[eo]t|took\shome|take\shome|receive[ds]?|(?:are|were)\spaid|averaged?|brought\shome)\b[^,;.]{{0,24}}\Z",
    re.IGNORECASE,
)
# "Men earn X and women Y": the verb is that of both.
_AND_OTHERS = re.compile(
    rf"(?:[,;]|\b(?:and|while|but|to|against|versus))\s(?:the\s)?(?P<who>(?:wo)?men|(?:fe)?males?)\s(?:[a-z-]+\s){{0,3}}(?:{AVERAGE}\s)?[^\w\s]?\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:\s(?:an?|per)\s\w+)?\s\(?(?:for|by|among)\s(?:the\s)?(?P<who>(?:wo)?men|(?:fe)?males)\b", re.IGNORECASE
)


def whose_sex(text: str, setting: Setting) -> PaidGroup | None:
    """Women or men where an amount is said to be theirs alone, else None."""
    amount, block = setting.amount, setting.block
    labels = [span for span in setting.far[:2] if span is not block.label or span.end <= amount.start]
    for span in labels:
        found = _LABEL.fullmatch(text, span.start, span.end)
        if found is not None:
            return _named(found["who"])
    if _ANY.search(text, setting.segment.start, setting.segment.end) is None:
        return None
    behind = _BEHIND.match(text, amount.end, setting.segment.end)
    ahead = _AHEAD.search(text, setting.segment.start, amount.start)
    said = behind["who"] if behind else (ahead["sex"] or ahead["who"]) if ahead else None
    if said is None and setting.earlier is not None and setting.earlier.aspect in set(PaidGroup):
        others = _AND_OTHERS.search(text, setting.segment.start, amount.start)
        said = others["who"] if others else None
    return _named(said) if said else None


def _named(word: str) -> PaidGroup:
    return PaidGroup.WOMEN if word.lower().startswith(("w", "f")) else PaidGroup.MEN
