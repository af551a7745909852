"""Places by their postal codes: ``TX: $75,000``, a column of ``NSW``, ``VIC``, ``QLD``.

Two letters are a word or an abbreviation of much else. They are places where several lines, or several rows of a table,
begin with codes of one country.
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
FEWEST = 2


@lru_cache(maxsize=4)
def _codes(lexicons: Lexicons) -> dict[str, list[tuple[str, str]]]:
    """Country -> pairs of a code and the place that it names."""
    found: dict[str, list[tuple[str, str]]] = {}
    for region in lexicons.regions:
        if region.abbreviation is not None and region.within is not None:
            found.setdefault(region.within, []).append((region.abbreviation, region.name))
    return found


def coded_places(document: Document, lexicons: Lexicons) -> Iterator[Mention]:
    """The places whose codes open lines or rows, where at least two of one country do."""
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
