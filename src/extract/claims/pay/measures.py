"""Currency, period and scale that a label or a sentence names; an amount in canonical words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.amounts import Amount, vocabulary_of
from extract.lexicons import Lexicons
from extract.lexicons.signs import SIGNS
from extract.model import Period

_PERIOD = re.compile(
    # What a period begins with is quicker to look for; "an HR manager" is no hour.
    r"""
    (?:(?=/)|\b(?=[pabhsdtwmylj])) (?:
      (?P<hour>  (?:/\s?|\b(?:per|by\ the)\s)(?:hr|hour|h)\b | \ban\shour\b | \b(?:hourly|hour(?=\s(?:rate|wage|pay)\b)|stunden\w*)\b )
    | (?P<day>   (?:/\s?|\b(?:per|a|by\ the)\s)day\b | \b(?:daily|day\ rates?|tagess\w*)\b )
    | (?P<week>  (?:/\s?|\b(?:per|a|by\ the)\s)(?:week|wk)\b | \bweekly\b )
    | (?P<month> (?:/\s?|\b(?:per|a|by\ the)\s)(?:month|mo)\b | \b(?:monthly|p\.m\.|monatlich\w*|pro\ monat|mensuel\w*|mensual\w*)(?!\w) )
    | (?P<year>  (?:/\s?|\b(?:per|a)\s)(?:year|yr|annum)\b | \b(?:annual\w*|yearly|p\.a\.?|pa|lpa|jährlich\w*|pro\ jahr|par\ an|al\ año)(?!\w) )
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Figures alone name no period.
_WORDED = re.compile(r"[/A-Za-z]")
_A_PERIOD = re.compile(
    r"(?<!earn )(?<!make )(?<!paid )(?<!earn in )(?<!make in )(?<!paid in )\ba\s(?:day|week|month|year)\b|\bdaily\s(?:work|tasks|duties|life|responsib)",
    re.IGNORECASE,
)
# What is worked: "40 hours a week", "twelve lessons a week"; and how often figures are looked after.
_WORKED = re.compile(
    r"\b(?:updated|reviewed|refreshed|published|revised|checked|released)\s(?:(?:daily|weekly|monthly|annually|yearly)|(?:once|twice|\w+\stimes)\sa\s\w+)|"
    r"\b(?:hours?|hrs)(?:\sworked)?:\s\d{1,2}(?:\s?(?:to|-|–)\s?\d{1,2})?\s(?:a|per)\sweek\b|"
    r"\b(?:hours?|hrs|days|nights|shifts|weeks|months|lessons|classes|visits|times|(?<=1[2-8]\s)(?:monthly\s)?(?:salaries|payments|instal+ments|paychecks|paycheques))\s?(?:a|per|each|every|/)\s?(?:day|week|month|year)\b",
    re.IGNORECASE,
)
_LAKH = re.compile(r"\b(?:lpa|lakhs?|lacs?|crores?)\b", re.IGNORECASE)
_SCALES = (
    (100_000, re.compile(r"\b(?:lpa|lakhs?|lacs?)\b", re.IGNORECASE)),
    (10_000_000, re.compile(r"\b(?:crores?|cr)\b", re.IGNORECASE)),
    (
        1_000_000,
        re.compile(r"\bin\s(?:[a-z]{3}\s)?millions?\b|\bmillions?\sof\b|\(?\bmillion\s[a-z]{3,5}\)", re.IGNORECASE),
    ),
    (
        1_000,
        re.compile(
            r"(?:\bin thousands\b|\bthousands?\b|['’]000\b|\(\s?["
            + SIGNS
            + r"]?\s?k\s?\)|["
            + SIGNS
            + r"]\s?k\b|\b\(k\)|\b000s\b)",
            re.IGNORECASE,
        ),
    ),
)
_LEFT_OUT = re.compile(r"\b(?:exclud\w+|without|not\sinclud\w+|leav\w+\sout|before)\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def period_in(text: str, *, label: bool = False) -> Period | None:
    """The first period that a sentence names; in a label "a day" is no period of pay ("A day in the life")."""
    if _WORDED.search(text) is None:
        return None
    words = _WORKED.sub("", _A_PERIOD.sub("", text) if label else text)
    found = _PERIOD.search(words)
    return Period(found.lastgroup) if found and found.lastgroup else None


@lru_cache(maxsize=8192)
def period_said_last(text: str) -> Period | None:
    """The last period that the words before a figure name: "an annual wage that makes an hourly wage of"."""
    found = None
    if _WORDED.search(text) is None:
        return None
    for found in _PERIOD.finditer(_WORKED.sub("", text)):  # noqa: B007
        pass
    return Period(found.lastgroup) if found and found.lastgroup else None


@lru_cache(maxsize=4096)
def scale_in(label: str) -> int | None:
    """What numbers under a label are multiplied by: ``LPA``, ``$K``, "in thousands"."""
    return next((scale for scale, pattern in _SCALES if pattern.search(label)), None)


class _Currencies:
    """What the lexicons call currencies, by the character that a name or sign begins with."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.certain: dict[str, str] = {}
        self.shared: dict[str, list[str]] = {}
        for money in lexicons.currencies:
            for term in (money.code, *money.signs, *money.words, *(word + "s" for word in money.words)):
                self.certain.setdefault(term.lower(), money.code)
            for sign in money.ambiguous_signs:
                self.shared.setdefault(sign.lower(), []).append(money.code)
        self._terms: dict[str, list[str]] = {}
        for term in sorted({*self.certain, *self.shared}, key=lambda term: (-len(term), term)):
            self._terms.setdefault(term[0], []).append(term)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def find(self, label: str) -> Iterator[re.Match[str]]:
        """Every name and sign in a label, the longest at each place."""
        reach = 0
        for at, character in enumerate(label):
            begins = at >= reach and character.lower() in self._terms
            match = self._pattern(character.lower()).match(label, at) if begins else None
            if match:
                reach = match.end()
                yield match

    def _pattern(self, character: str) -> re.Pattern[str]:
        if character not in self._patterns:
            bodies = (
                # "Sales/service" holds no "S/".
                ("(?<![A-Za-z])" if t[0].isalpha() else "")
                + re.escape(t)
                + ("(?![A-Za-z])" if t[-1].isalpha() and t[0].isalpha() else "")
                for t in self._terms[character]
            )
            self._patterns[character] = re.compile("|".join(bodies), re.IGNORECASE)
        return self._patterns[character]


@lru_cache(maxsize=8)
def _currencies(lexicons: Lexicons) -> _Currencies:
    return _Currencies(lexicons)


@lru_cache(maxsize=4096)
def currency_in(label: str, lexicons: Lexicons, country: str | None, usual: str | None = None) -> str | None:
    """The ISO 4217 code that a label names (``Salary (₦)``, "in euros", ``USD``).

    A sign of several currencies is the country's, else that of the article's other amounts.
    """
    known = _currencies(lexicons)
    home = lexicons.currency_of(country) if country in lexicons.region_by_code else usual
    for match in known.find(label):
        term = match[0].lower()
        # Codes that are words in lower case ("all", "try", "top") count as written.
        if (
            len(term) == 3
            and term.isascii()
            and term.isalpha()
            and not match[0].isupper()
            and term.upper() == known.certain.get(term)
        ):
            continue
        if home is not None and home in known.shared.get(term, ()):
            return home
        if term in known.certain:
            return known.certain[term]
    if _LAKH.search(label):
        return home if home in vocabulary_of(lexicons).lakh_currencies else "INR"
    return None


def describe(amount: Amount, period: str) -> str:
    """An amount in canonical words: ``USD 63000-86000 / year``, ``EUR 120000+ / year``, ``GBP up to 400 / day``."""
    low, high = (None if n is None else f"{n:.2f}".rstrip("0").rstrip(".") for n in (amount.low, amount.high))
    if low is None and high is None:
        return amount.unit or "?"
    if low is None:
        body = f"up to {high}"
    elif high is None:
        body = f"{low}+"
    else:
        body = (low if low == high else f"{low}-{high}") + ("+" if amount.high_open else "")
    return f"{amount.unit or '?'} {body} / {period}"


def only_basis(bases: set[str], words: str) -> str | None:
    """The part of pay that words name, if they name one; "exclude bonuses" names none."""
    left = bases - {"bonus"} if _LEFT_OUT.search(words) else bases
    return next(iter(left)) if len(left) == 1 and left <= {"base", "total"} else None
