"""Digits with separators to a number, by the evidence of the groups and of how the currency is written.

``1,234,567`` ``13,42,000`` ``95'000`` ``45 000`` and ``1.234.567`` say by themselves what their marks are. A
single mark does not: ``61.240`` is sixty-one thousand euros and no dollar amount. What no habit of writing
yields is malformed, with the readings that it may have been.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

# Longer runs are account numbers or hostile input; a number beyond 10**12 is no pay either.
_LONGEST: Final = 32

_GROUPED: Final = re.compile(
    r"""
    (?: (?P<commas>
            [1-9][0-9]{0,2} (?> (?: , [0-9]{3} )+ )           # 1,234,567
          | [1-9][0-9]?     (?> (?: , [0-9]{2} (?=,) )+ ) , [0-9]{3}  # 13,42,000
        ) (?: \. (?P<cents>[0-9]++) )?
      | (?P<others>
            [1-9][0-9]{0,2} (?> (?: ['’] [0-9]{3} )+ )        # 95'000
          | [1-9][0-9]{0,2} (?> (?: [ \u00a0\u2007\u2009\u202f] [0-9]{3} )+ )
        ) (?: [.,] (?P<parts>[0-9]++) )?
    )
    """,
    re.VERBOSE,
)
_DOTTED: Final = re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?>(?:\.[0-9]{3})+))(?:,(?P<part>[0-9]{1,2}))?")
_DECIMAL: Final = re.compile(r"(?P<whole>[0-9]++)(?P<mark>[.,])(?P<part>[0-9]++)")
_MARKS: Final = re.compile(r"[^0-9]")


class Style(NamedTuple):
    """What is known of the writing: decimal comma with dots between thousands; or surely a decimal fraction.

    ``fraction`` holds where a scale, a percent sign or an hourly rate follows. ``free`` means that nothing is
    known, so that 60.984 is taken for thousands.
    """

    decimal_comma: bool = False
    fraction: bool = False
    free: bool = False


class Number(NamedTuple):
    """``digits / 10**places``. ``note`` says what was repaired, ``malformed`` why it is no number.

    A malformed one has ``candidates``: digits, places and the reason for reading it so.
    """

    digits: int = 0
    places: int = 0
    grouped: bool = False
    note: str | None = None
    candidates: tuple[tuple[int, int, str], ...] = ()
    malformed: str | None = None

    def scaled(self, factor: int = 1) -> float:
        """The value times ``factor``, rounded once."""
        return float(self.digits * factor / 10**self.places)


@lru_cache(maxsize=4096)
def read_number(text: str, style: Style) -> Number:
    """The number that ``text`` (digits and separators) writes."""
    if len(text) > _LONGEST:
        return Number(malformed="too long for an amount")
    if text.isdigit():
        return Number(int(text))
    grouped = _GROUPED.fullmatch(text)
    if grouped:
        whole, part = grouped["commas"] or grouped["others"], grouped["cents"] or grouped["parts"]
        return _grouped(text, whole, part, style)
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        return _dotted(text, dotted["whole"], dotted["part"], style)
    decimal = _DECIMAL.fullmatch(text)
    if decimal:
        return _decimal(text, decimal["whole"], decimal["mark"], decimal["part"], style)
    return _malformed(text, "separators at places where no number has them")


def _whole(text: str) -> int:
    return int(_MARKS.sub("", text))


def _grouped(text: str, whole: str, part: str | None, style: Style) -> Number:
    if part is None:
        return Number(_whole(whole), grouped=True)
    # Figures that sentences put footnote marks behind are rounded ones.
    exact = len(part) == 1 and not whole.endswith("0")
    if len(part) == 2 or exact or style.fraction:
        return Number(_whole(whole + part), len(part), grouped=True)
    if len(part) == 1:
        return Number(_whole(whole), grouped=True, note="a footnote mark after the number is left out")
    return _malformed(text, "separators at places where no number has them")


def _dotted(text: str, whole: str, part: str | None, style: Style) -> Number:
    if part is not None:
        return Number(_whole(whole + part), len(part), grouped=True)
    if whole.count(".") > 1 or (not style.fraction and style.decimal_comma):
        return Number(_whole(whole), grouped=True)
    if style.fraction:
        return Number(_whole(whole), 3)
    if style.free:
        return Number(_whole(whole), grouped=True, note="the dot is taken for a thousands separator")
    return _malformed(text, "a dot before three digits, which the currency does not group with")


def _decimal(text: str, whole: str, mark: str, part: str, style: Style) -> Number:
    number = Number(int(whole + part), len(part))
    if len(part) > 2 and not style.fraction and int(whole):
        return _malformed(text, "neither groups of three digits nor a decimal fraction")
    if mark == "." or style.decimal_comma:
        return number
    if style.fraction:
        return number._replace(note="the comma is taken for a decimal mark")
    return _malformed(text, "a comma before fewer than three digits")


def _malformed(text: str, why: str) -> Number:
    """A malformed number with its possible readings, the likeliest first, each with its reason."""
    found: list[tuple[int, int, str]] = []
    *groups, last = _MARKS.split(text)
    joined = "".join(groups)
    if len(last) == 4 and all(len(group) <= 3 for group in groups):
        found.append((int(joined + last[:3]), 0, "the last digit is a footnote mark"))
    if len(last) == 2 and last == "00":
        found.append((int(joined + last + "0"), 0, "a zero is lost at the end"))
    found.append((int(joined + last), 0, "every separator stands between thousands"))
    found.append((int(joined + last), len(last), "the last separator is a decimal mark"))
    return Number(candidates=tuple(found), malformed=why)
