"""Places by their codes: ``TX: $75,000``, a column of ``NSW``, ``VIC``, ``QLD``, ``Salinas, CA``, lines of ``US``; and by flags.

Two letters are a word or an abbreviation of much else. They are places where several lines, or several rows of a table,
begin with codes of one country's states, or of countries. A flag is a country wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.language.mentions import Mention, MentionKind
from extract.lexicons import Lexicons
from extract.model import Document, Span

_LINE = re.compile(
    r"^[\s•*–-]{0,4}(?P<code>[A-Z]{2,3})(?:\s?[:–—-]\s?|\s)(?:about\s|around\s)?[A-Z]{0,3}[^\w\s]?\s?\d", re.M
)
# The flag of a country is its code in letters of their own.
_FLAG = re.compile(r"[\U0001F1E6-\U0001F1FF]{2}")
_FLAG_LETTERS = {chr(0x1F1E6 + at): chr(ord("A") + at) for at in range(26)}
FEWEST = 2
# "in Salinas, CA", "- Riverside-Ontario, CA ($96,400)": a town that no lexicon needs to know; "Ann Lee, MD" is none.
_STATE = re.compile(r",\s(?P<code>[A-Z]{2})(?!\w)")
_TOWN = re.compile(
    r"(?:(?P<line>(?:^|\n)[\s•*–—#.\d-]{0,6})|\b(?:[Ii]n|[Nn]ear|[Aa]round)\s(?:the\s)?)"
    r"(?P<town>[A-Z][\w.'’]+(?:[\s-][A-Z][\w.'’]+){0,5})$"
)
_AMOUNT = re.compile(r"\s?[(:–—-]?\s?(?:[A-Z]{0,3}[^\w\s]?\s?)?\d")
LONGEST = 60
"""In characters."""


@lru_cache(maxsize=4)
def _codes(lexicons: Lexicons) -> dict[str, list[tuple[str, str]]]:
    """Country -> pairs of a code and the place in it that it names; last, under no name, the countries themselves."""
    found: dict[str, list[tuple[str, str]]] = {}
    for region in lexicons.regions:
        if region.abbreviation is not None and region.within is not None:
            found.setdefault(region.within, []).append((region.abbreviation, region.name))
    countries = lexicons.region_by_code
    found[""] = [(code, code) for code in countries]
    found[""] += [(name, code) for code, country in countries.items() for name in country.exact]
    return found


def coded_places(document: Document, lexicons: Lexicons) -> Iterator[Mention]:
    """The places whose codes open lines or rows, where at least two of one kind do; the countries whose flags are shown."""
    yield from _flagged(document, lexicons)
    yield from _towns(document.text, lexicons)
    spans = [Span(*match.span("code")) for match in _LINE.finditer(document.text)]
    for table in document.tables:
        spans += [Span(row[0].start, row[0].end) for row in table.rows if row and 2 <= row[0].end - row[0].start <= 3]
    named = {document.words(span) for span in spans}
    for pairs in _codes(lexicons).values() if len(named) >= FEWEST else ():
        places = {code: place for code, place in pairs if code in named}
        if len(places) >= FEWEST:
            for span in spans:
                place = places.get(document.words(span))
                if place is not None:
                    yield Mention(MentionKind.REGION, place, span.start, span.end)
            return


def _towns(text: str, lexicons: Lexicons) -> Iterator[Mention]:
    """Towns with the code of their state behind, where a place can stand: behind "in", or before a figure of its line."""
    for state in _STATE.finditer(text):
        if state["code"] not in _states(lexicons):
            continue
        town = _TOWN.search(text, max(0, state.start() - LONGEST), state.start())
        if town is None or town["town"] in _named(lexicons) or (town["line"] and not _AMOUNT.match(text, state.end())):
            continue
        yield Mention(MentionKind.REGION, text[town.start("town") : state.end()], town.start("town"), state.end())


@lru_cache(maxsize=4)
def _named(lexicons: Lexicons) -> frozenset[str]:
    """What is known by another name: places, and fields of study before a degree ("in Nursing, MS")."""
    places = (name for region in lexicons.regions for name in (region.name, *region.exact))
    fields = (name for field in lexicons.study_fields for name in (*field.forms, *field.exact))
    return frozenset((*places, *fields))


@lru_cache(maxsize=4)
def _states(lexicons: Lexicons) -> frozenset[str]:
    """The codes of the states and provinces that addresses end with."""
    states = (region for region in lexicons.regions if region.within in {"US", "CA"})
    return frozenset(region.abbreviation for region in states if region.abbreviation is not None)


def _flagged(document: Document, lexicons: Lexicons) -> Iterator[Mention]:
    shown = any(letter in document.text for letter in _FLAG_LETTERS)
    for match in _FLAG.finditer(document.text) if shown else ():
        code = "".join(_FLAG_LETTERS[letter] for letter in match[0])
        if code in lexicons.region_by_code:
            yield Mention(MentionKind.REGION, code, match.start(), match.end())
