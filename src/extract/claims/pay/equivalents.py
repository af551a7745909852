"""The period of a figure that is said again for another period: "$2,000 ($24,000 a year)" is by the month."""

from __future__ import annotations

import re

from extract.amounts import Amount, Hints
from extract.claims.context import Context
from extract.claims.pay.measures import period_in
from extract.claims.pay.money import find_in
from extract.claims.pay.periods import PER_YEAR
from extract.lexicons.fragments import ABOUT
from extract.model import Period, Span

# What follows a figure that is put in other terms: brackets, or "or".
_AGAIN = re.compile(rf"\s?(?P<what>\([^()]{{3,48}}\)|,?\sor\s(?=(?:{ABOUT}\s)?\W{{0,2}}\d)[^().;]{{3,40}})")
_ROUNDED = 0.04
"""How far from twelve months, or fifty-two weeks, a year may be in round figures."""


class Equivalents:
    """Reads what figures of one article are said to be in another period."""

    def __init__(self, context: Context, country: str | None) -> None:
        self._text = context.text
        self._lexicons = context.lexicons
        self._country = country

    def period(self, amount: Amount, sentence: Span) -> Period | None:
        """The period that makes an amount what is said behind it, where that is said for another period; else None."""
        if (
            not amount.size
            or amount.period is not None
            or self._text[amount.end : amount.end + 1] not in {" ", ",", "("}
        ):
            return None
        again = _AGAIN.match(self._text, amount.end, sentence.end)
        if again is None:
            return None
        said = period_in(again["what"])
        # "$59,120, or $4,927": a year's, and a twelfth of it.
        stated = said or Period.MONTH
        hints = Hints(currency=amount.unit, country=self._country, bare=True)
        others = find_in(self._text, Span(again.start("what"), again.end("what")), hints, self._lexicons)
        yearly = {other.size * PER_YEAR[stated] for other in others if other.unit == amount.unit}
        for period, times in PER_YEAR.items() if said else [(Period.YEAR, PER_YEAR[Period.YEAR])]:
            if period is not stated and any(abs(amount.size * times - year) < year * _ROUNDED for year in yearly):
                return period
        return None
