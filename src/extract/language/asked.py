"""Titles in the heading of an article about one job, "How much does a puppeteer make?", that no lexicon knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.language.common_titles import is_paid, titles
from extract.language.mentions import Mention
from extract.lexicons import Lexicons, key, plural, singular, snake
from extract.lexicons.fragments import AVERAGE, EARN, JOB, PAY
from extract.model import Document, Span

_TITLE = r"(?P<title>[A-Za-z][a-z’'-]{2,}(?:\s[A-Za-z][a-z’'-]{2,}){0,2}?)"
_ENDS = r"(?=\s*(?:$|[?!:;|,(–—\d]|\s-\s|\s(?:in|and|for|by|at|without|with|from)\b))"
_OF_ONE = r"(?:an?\s|the\s|average\s|typical\s|most\s){0,2}"
# What is asked of a person.
_ASKED = re.compile(
    rf"\b(?:do|does|can|will|did)\s{_OF_ONE}{_TITLE}\s(?:really\s|actually\s|typically\s|usually\s)?(?:earn|make|do|get|take\shome)\b"
    rf"|\b(?:becom(?:e|ing)|be(?:ing)?|life\sof|life\sas|work\sas|working\sas|job\sof|(?:{PAY}|role)\s(?:of|for))\s(?:an?|the)\s{_TITLE.replace('title', 'one')}{_ENDS}",
    re.IGNORECASE,
)
# What is said of a job, or of anything else: "Music salary".
_NAMED = re.compile(
    rf"(?:the\s|an?\s|average\s|{AVERAGE}\s|annual\s){{0,2}}{_TITLE}(?:['’]s?|\sjob)?\s(?:{PAY}|{JOB}|duties)\b"
    rf"|(?:what\sis\s(?:an?\s)?|careers?:\s|job\sprofile:\s|is\s(?:an?\s)?)?{_TITLE.replace('title', 'alone')}(?:{_ENDS}|\san?\sgood\b)",
    re.IGNORECASE,
)  # What goes on behind a title that is whole.
_GOES_ON = rf"in|is|are|was|at|with|who|working|on|and|or|to|can|may|will|should|could|has|have|starts?|begins?|typically|usually|{EARN}"


# What somebody is called by what she does; a food truck, a casino and a county are nobody.
_PERSON = re.compile(r"(?:er|or|ist|ian|ess|man|woman|person|eer|smith|wright|monger|maid|jockey|aide|host|artisan)\Z")


def asked(document: Document, mentions: Sequence[Mention], lexicons: Lexicons, stops: frozenset[str]) -> Iterator[str]:
    """The titles, in the singular, that the first heading asks about or names and the text bears out.

    What a heading asks of a person the text names again as one, "puppeteers", "a puppeteer"; what it may name besides, the
    text pays, "puppeteers earn". ``stops`` are words that are part of no title.
    """
    text = document.text
    heading = next(titles(document), None)
    if heading is None:
        return
    match = _ASKED.search(text, heading.start, heading.end) or _NAMED.match(text, heading.start, heading.end)
    if match is None:
        return
    span = Span(*match.span(match.lastgroup or 0))
    title = singular(text[span.start : span.end].lower())
    # "What do engineers earn?" may ask about the data engineers of the text.
    known = any((m.start < span.end and span.start < m.end) or m.key.endswith(f"_{snake(title)}") for m in mentions)
    words = re.split(r"[\s'’]", title)
    stopped = not stops.isdisjoint([*words, *map(plural, words)]) or key(title) in lexicons.role_by_term
    if known or stopped or not (_PERSON.search(title) or words[-1] in lexicons.role_heads):
        return
    one, many, paid = re.escape(title), re.escape(plural(title)), match.re is _NAMED
    # "A tech salary", "the pay of a tech worker" are no techs'.
    whole = rf"(?!\s(?!(?:{_GOES_ON})\b)[a-z])" if paid else ""
    people = re.compile(rf"(?<![\w-])(?:(?:an?|the|each|every)\s{one}|{many})(?![\w-]){whole}", re.IGNORECASE)
    if any(not paid or is_paid(text, *found.span()) for found in people.finditer(text, heading.end)):
        yield title
