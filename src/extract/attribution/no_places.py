"""Places of which a figure is said not to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.attribution.addresses import district
from extract.language import Mention
from extract.model import Span

# Outside the US, except for those in Leeds, (excl. Inner London), not based in Leeds; but "outside in the streets of Leeds".
_BEFORE = re.compile(
    r"\b(?:outside(?!\sin\s)|except(?:ing)?|excluding|excl\.?|exclusive|(?:not|without)\sincluding|other\sthan|apart\sfrom|aside\sfrom)"
    r"\s(?:of\s|for\s)?(?:(?:those\s|people\s|\w+ers\s)?in\s)?(?:the\s)?$|\bnot\s(?:(?:living|working|based|employed|located)\s)?in\s(?:the\s)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s(?:is\s|are\s)?(?:excluded|excepted)\b(?!\sfrom)"
    # "with a UK degree": where somebody has studied.
    r"|\s(?:degrees?|diplomas?|passports?|qualifications?|visas?|citizens?|citizenship)\b",
    re.IGNORECASE,
)
# "London, where they earn X," goes on about London.
_WHERE = re.compile(r",?\swhere\s[^.;]*?(?=,(?!\d)|[.;](?!\d)|$)")
# "West Coast (e.g., California, Washington)": examples of the place that is meant.
_EXAMPLE = re.compile(r"\((?:e\.?g\.?|for example|for instance|such as|like),?\s[^().;]*$", re.IGNORECASE)
# "X, with higher figures often seen in hubs such as Munich": X is not what is paid there.
_MORE_THERE = re.compile(
    r"\d[^;]{0,24}[,(]\s?(?:with|and|but|though|while)\s(?:[a-z]+\s){0,2}(?:higher|lower|more|less|better|bigger|the\shighest|the\slowest)\s[^.;\d]{0,80}\Z"
)
_ELSEWHERE = re.compile(
    r"\b(?:work\w*|jobs?|positions?|employed|posted|placed|placements?|packages?|salar(?:y|ies)|pay)\s(?:overseas|abroad)\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b[Rr]est\sof\s(?:the\s)?\Z")
_REACH = 40
"""In characters."""
_IN_BRACKETS, _AHEAD, _AT_REST = 90, 2, 16
"""In characters: how far behind its bracket an example may stand, how far ahead of it the place that it is one of, and "rest of"."""


def is_elsewhere(text: str, span: Span, places: Sequence[Mention], told: str, *, town: bool) -> bool:
    """Whether the words of a span tell of what is so outside a place told of: "outside India they make", "jobs abroad".

    ``told`` is the place, a country by its code. Outside another town it is not so in a town that was told of either.
    """
    left_out = (is_left_out(text, span, place, places) for place in places if town or place.key == told)
    return any(left_out) or _ELSEWHERE.search(text, span.start, span.end) is not None


def is_left_out(text: str, span: Span, place: Mention, places: Sequence[Mention]) -> bool:
    """Whether the words of a span take a place out of what is told of: "outside London", "(London excluded)", "(e.g. London)".

    In the clause that tells what is so there, it is not.
    """
    opened = text.rfind("(", max(span.start, place.start - _IN_BRACKETS), place.start)
    if opened >= 0 and _EXAMPLE.match(text, opened, place.start):
        # "(e.g. Leeds at £36,000)" tells of Leeds; "abroad (e.g. Leeds)" names no other place.
        closed = text.find(")", place.end, place.end + _IN_BRACKETS)
        told = any(map(str.isdigit, text[opened : closed if closed >= 0 else place.end]))
        return not told and any(opened - _AHEAD <= other.end <= opened for other in places)
    if _MORE_THERE.search(text, span.start, place.start) and not any(map(str.isdigit, text[place.end : span.end])):
        return True
    before = _BEFORE.search(text, max(span.start, place.start - _REACH), place.start)
    if before is None:
        return _BEHIND.match(text, place.end) is not None
    where = _WHERE.match(text, place.end)
    inside = where is not None and span.end <= where.end() + 1
    return not inside or any(map(str.isdigit, text[span.start : before.start()]))


def spelled_as(text: str, place: Mention, span: Span, *, code: bool) -> str:
    """A place as its code or as the text spells it; "Rest of Ireland" is not Ireland, "Kingsport–Bristol" not Bristol alone."""
    rest = _REST.search(text, max(span.start, place.start - _AT_REST), place.start)
    if rest:
        return text[rest.start() : place.end]
    whole = district(text, Span(place.start, place.end))
    return place.key if code else text[whole.start : whole.end]
