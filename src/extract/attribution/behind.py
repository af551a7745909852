"""Words between a figure and the role right behind it that say that it is that role's: "$90,000 for bakers"."""

from __future__ import annotations

import re

from extract.lexicons.fragments import ABOUT, AGAINST, AVERAGE, EARN, JOB, PAY
from extract.lexicons.signs import SIGNS
from extract.model import Span

_FOR_ROLE = re.compile(
    rf"[\s)\]*]*(?:\([^()]{{2,24}}\)\s)?(?:(?:per|a)\s\w{{3,6}}\s|annually\s|yearly\s|on average\s|(?:{AVERAGE}|gross|net|base|total|brutto|basic)\s|in \w{{4,12}}\s|(?:it|they)\s\w{{4,12}}\s|(?:expected|projected|predicted|forecast|anticipated|estimated|seen|reported|earned|made|received|paid)\s)?"
    rf"(?:(?:for|by|to|in|among|as|to be|to become|becoming)\s|(?:(?:{AVERAGE}|annual|yearly|hourly|base|starting)\s){{0,3}}(?:{PAY}|figure)\s(?:of|for)\s"
    # Growth expected for them.
    r"|(?:\w+\s)?(?:growth|increase|rise|decline)\s(?:(?:rate|that\sis)\s)?(?:\w{4,12}\s)?(?:for|of|among)\s)"
    r"(?:an?\s|the\s|most\s|their\s|senior\s|junior\s|mid[ -]level\s|entry[ -]level\s|experienced\s|both\s|lead\s|principal\s|freelance\s|contract\s|new\s|typical\s|average\s){0,3}[“\"‘']?$",
    re.IGNORECASE,
)
# "$50,000 for certified bakers": one word more, of which nothing is known.
_FOR_KIND = re.compile(r"[\s)]*(?:(?:a|per)\s\w{3,6}\s)?for\s(?:an?\s|the\s)?(?!\w{1,12}ing\s)[a-z-]{4,14}\s$")
# "more than the $78k that analysts earn"
_EARNED = re.compile(r"\s(?:that|which)\s(?:an?\s|the\s|most\s)?")
# "more than the 6% of clerks", "than the $78k analysts earn": what another is compared with is its own.
_THAN_THE = re.compile(
    rf"\b(?:than|above|below|beats?|beating|exceed(?:s|ing)?|outpac(?:es?|ing)|over|{AGAINST})\sthe\s(?:(?:{AVERAGE}|projected|expected)\s)?$",
    re.IGNORECASE,
)
_OF_ROLE = re.compile(
    r"\s(?:(?:(?:rate|growth|average|median|figure|increase|rise|salary|seen|expected|projected|forecast)\s){0,2}(?:of|for|among|in|by)\s)?(?:an?\s|the\s|most\s|average\s)?$"
)
_ONE_MORE = re.compile(r"\d\S{0,12}(?:\s(?:an?|per)\s\w+)?,?\s(?:and|while|whilst|whereas|but)\s(?:an?\s|the\s)?$")
_ITS_SUM = re.compile(
    rf"(?::|\s?\(|\s[-–—])?\s?(?:(?<=\s)(?:can\s)?(?:{EARN}|on|at)\s)?(?:{ABOUT}\s)?(?:[A-Z]{{3}}\s?)?[{SIGNS}]\s?\d"
)
# "technical roles like software developers": examples, nothing that is compared with.
_FOR_EXAMPLE = re.compile(rf"\b(?:{JOB}|titles|professionals|specialists|workers|experts),?\slike$")
# "To earn as much as a baker can, look at": what one would earn is the baker's.
_TO_EARN = re.compile(r"(?:^|[.;]\s)to\s(?:earn|make|be\spaid)\sas\s(?:much|well|highly)\sas(?:\san?|\sthe)?$")

LONGEST_COMPARISON = 40
"""In characters."""


def said_of_next(text: str, start: int, between: Span, bare: Span) -> bool:
    """Whether a figure that begins at ``start`` is that of the role behind ``between``, the words up to its name.

    ``bare`` are these words without those that say which holders of the title are meant.
    """
    earned = text[between.start - 1] in "0123456789kKM" and _EARNED.fullmatch(text, between.start, between.end)
    if earned or any(words.fullmatch(text, bare.start, bare.end) for words in (_FOR_ROLE, _FOR_KIND)):
        return True
    compared = _OF_ROLE.fullmatch(text, bare.start, bare.end) is not None
    return compared and _THAN_THE.search(text, max(0, start - LONGEST_COMPARISON), start) is not None


def named_for_itself(tail: str, text: str, end: int) -> bool:
    """Whether a role that others are like or set against is named for itself: "jobs like cook", "baker $30k vs cook: $28k"."""
    against = tail.endswith((" vs", " vs.", " versus")) and _ITS_SUM.match(text, end) is not None
    return against or any(words.search(tail) for words in (_FOR_EXAMPLE, _TO_EARN))


def opens_next(text: str, start: int, title: int, end: int) -> bool:
    """``Helpers get $20 and bakers $30``: whether the role ``title:end`` behind an amount opens what is said of another."""
    return _ONE_MORE.search(text, start, title) is not None and _ITS_SUM.match(text, end) is not None
