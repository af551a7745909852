"""Titles that no lexicon knows, of people whose pay a sentence gives: "imaging managers average $101,300"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from operator import attrgetter

from extract.language.mentions import Mention, MentionKind
from extract.language.wordclass import word_class
from extract.lexicons import Lexicons, plural, singular
from extract.lexicons.fragments import ABOUT, EARN, MAY, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Document

# What people do who are paid, and the sum behind it.
_PAID = re.compile(
    rf"\s(?:in\s[^,.;:\d]{{2,30}}\s)?(?:(?:{MAY}|{USUALLY}|will|now|then|still|already)\s){{0,2}}(?:{EARN}|earned|made|averaged|starts?\s(?:on|at|from)|cross|charges?|bills?)\s"
    rf"(?:(?:{ABOUT}|between|from|an?|of|the|up\sto|over|at\sleast|more\sthan|median|average|averages?|hourly|annual|salary|rate|wage|basic|package)\s){{0,5}}"
    rf"(?:[A-Z]{{1,3}}(?:\s|(?=[{SIGNS}\d])))?[{SIGNS}]?\s?\d"
)
_ENDS = re.compile(r"[^A-Za-z0-9&'’ -]")
LONGEST = 64
"""In characters: a title, and what stands right before it."""
MOST_WORDS = 3
"""Before the last word."""
FEWEST = 2
"""Times that the text has a title, the sentence on its pay among them."""
# Who a title ends with, though it is no trade alone: "team leader", "QA lead".
_LEADING = frozenset({"lead", "leader"})
# Who engages them, not what they are: "firms", "hospitals", "companies".
_ENGAGING = ("firms", "companies", "agencies", "employers", "hospitals", "businesses", "organisations", "organizations")
_START = attrgetter("start")
_NO_PART = (MentionKind.CERTIFICATION, MentionKind.REGION)


def paid_titles(
    document: Document,
    mentions: Sequence[Mention],
    lexicons: Lexicons,
    stops: frozenset[str],
    beside: frozenset[str],
) -> Iterator[str]:
    """The titles, in the singular, of those who are said to be paid, where the text has them elsewhere too.

    What stands before the last word is part of the title unless it is one of ``stops``, or before a known title one of
    ``beside`` or an adjective: "experienced electricians" are electricians. ``mentions`` are in order of offset.
    """
    text, lowered = document.text, document.text.lower()
    for paid in _PAID.finditer(text):
        line = _ENDS.split(text[max(0, paid.start() - LONGEST) : paid.start()])[-1]
        inside = _within(mentions, paid.start() - len(line), paid.start())
        # "In Texas reef guides earn"
        line = line[-min((paid.start() - m.end for m in inside if m.kind in _NO_PART), default=LONGEST) :]
        last = line.rpartition(" ")[2].lower()
        if singular(last) not in lexicons.role_heads and singular(last) not in _LEADING:
            continue
        known = any(m.kind is MentionKind.ROLE and m.end == paid.start() for m in inside)
        words = _words(line.split(" "), beside if known else stops, known=known)
        start = paid.start() - len(words)
        title = singular(words)
        if words and not any(m.kind is MentionKind.ROLE and m.start <= start and m.end == paid.start() for m in inside):
            often = max(lowered.count(title.lower()), lowered.count(plural(title).lower()))
            if often >= FEWEST:
                yield title


def _words(line: Sequence[str], stops: frozenset[str], *, known: bool) -> str:
    """The title of two to four words that a line ends in, of many of them or of "a" one; empty where there is none."""
    before = line[:-1][::-1]
    modifiers = list(takewhile(partial(_joins, stops=stops, known=known), before))
    many = singular(line[-1].lower()) != line[-1].lower()
    one = before[len(modifiers) : len(modifiers) + 1] in (["a"], ["an"], ["A"], ["An"])
    return " ".join([*modifiers[::-1], line[-1]]) if 0 < len(modifiers) <= MOST_WORDS and (many or one) else ""


def _joins(word: str, stops: frozenset[str], *, known: bool) -> bool:
    small = word.lower()
    # "At firms fire inspectors earn", "mid-level testers"
    # "- Reef guides earn": the mark of a list.
    part = small.strip("-") and small not in stops and not small.endswith(("-level", "-year", *_ENGAGING))
    return bool(part) and (not known or "A" not in word_class(small).split("+"))


def _within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    first = bisect_left(mentions, start, key=_START)
    return mentions[first : bisect_left(mentions, end, lo=first, key=_START)]
