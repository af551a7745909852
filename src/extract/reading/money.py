"""What tells that a line or a cell holds an amount of money: signs, codes and letters of all listed currencies.

Only whether money stands there, never how much: amounts are read by :mod:`extract.amounts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.lexicons.signs import SIGNS, sign_names


def _any_of(names: Iterable[str]) -> str:
    """An alternation of names, the longest first; those with the same first letter share a branch."""
    groups: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        groups.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))


_ALL = sign_names()
LETTERS = _any_of(name for name in _ALL if len(name) > 1 and name.isascii() and name.replace(".", "").isalpha())
"""An alternation of codes and of signs made of letters: ``CHF``, ``Rs.``, ``kr``."""
_INITIALS = "".join(name for name in _ALL if len(name) == 1 and name.isalpha() and name.isascii())

# "R 35,000" and "R35000", but not "Q 2024".
_LARGE = r"(?=\s?(?!(?:19|20)\d\d\b)\d{1,3}(?:[,.\s]\d{3}|\d{3,6}\b))"

MARK = rf"(?:[A-Z]{{0,3}}[{SIGNS}]|(?<![A-Za-z])(?:{LETTERS}|zł|Kč|S/\.?|[{_INITIALS}]{_LARGE}))"
"""What stands before an amount."""
TAIL = rf"(?:[{SIGNS}]|(?:{LETTERS}|zł|Kč|руб|đ)(?![A-Za-z]))"
"""What stands behind an amount."""
DIGIT = re.compile(r"\d")
"""Most lines hold none: asked first, it spares the slower patterns."""
DIGITS = r"\d[\d.,'’]*(?:[ \u00a0\u202f]\d{3}(?!\d))*"
"""A number with its groups of thousands."""

MONEY = re.compile(rf"{MARK}\s?\d|\d\s?{TAIL}")
"""An amount of money, wherever it stands."""
_LONGEST_SUM = 60
_ONE = rf"(?:{MARK}\s?)?{DIGITS}[kKMm]?\+?(?:\s?(?:{TAIL}|LPA|lakhs?|L|Cr))?"
_SUM = re.compile(
    rf"[~≈]?(?={MARK}|{DIGITS}[kKMm]?\s?(?:{TAIL}|LPA|lakhs?)|.{{0,20}}{TAIL}){_ONE}(?:\s?(?:[-–—]|to)\s?{_ONE})?(?:\s?(?:/|per\b|an?\b)\s?[a-z]{{1,6}})?"
)
_PERCENT = re.compile(r"\d\s?%")


def has_figure(text: str) -> bool:
    """Whether an amount of money or a share stands anywhere."""
    return bool(DIGIT.search(text) and (MONEY.search(text) or _PERCENT.search(text)))


def is_sum(text: str) -> bool:
    """Whether a line is a sum or a range and little more: ``$95,000``, ``AED 11,500 – AED 12,500 per month``."""
    return len(text) <= _LONGEST_SUM and bool(DIGIT.search(text)) and _SUM.fullmatch(text) is not None
