"""Bodies that no lexicon knows, named as where figures are from: "according to Northgate Recruitment"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from extract.language.mentions import Mention, MentionKind
from extract.model import Document, Zone

_SAYS = "ccording to "
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_NAME = re.compile(
    r"ccording\sto\s(?:the\s|an?\s)?(?:"
    + _MONTH
    + r"\.?\s)?(?:\d{4}\s)?(?:(?:survey|report|study|data|figures|numbers|research)\s(?:by|from|of)\s(?:the\s)?)?"
    r"(?P<name>[A-Za-z0-9-]{2,30}\.(?:com|org|net|io|de|nl|pl|in|ca|co\.uk|com\.au|gov)(?!\w|\.\w)"
    r"|(?!" + _MONTH + r")[A-Z][\w&’'-]*(?:\s(?:(?:of|and|&|for)\s)?[A-Z][\w&’'-]*){0,4})(?!\*?\w)"
)
_GENITIVE = re.compile(r"['’]s?$")
# What begins like a name and is none.
_NO_BODY = frozenset(
    {
        "This",
        "These",
        "That",
        "Some",
        "Most",
        "Many",
        "Our",
        "Their",
        "Its",
        "Recent",
        "Data",
        "Section",
        "Table",
        "Figure",
        "Dr",
        "Mr",
        "Mrs",
        "Ms",
    }
)
REACH = 80
_START = attrgetter("start")


def named_bodies(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Origins of figures behind "according to" that are no other mention; ``mentions`` in order of offset."""
    text = document.text
    at = text.find(_SAYS)
    while at >= 0:
        found = _NAME.match(text, at, at + len(_SAYS) + REACH)
        at = text.find(_SAYS, at + len(_SAYS))
        if found is None or found["name"].split()[0] in _NO_BODY:
            continue
        start, name = found.start("name"), _GENITIVE.sub("", found["name"])
        near = mentions[max(0, bisect_left(mentions, start, key=_START) - 2) :][:8]
        block = any(b.start <= start < b.end and b.zone in (Zone.ARTICLE, Zone.QUESTION) for b in document.blocks)
        end = start + len(name)
        # A place may be part of a name, but is no body alone.
        taken = any(m.start < end and start < m.end and not (start < m.start and m.end <= end) for m in near)
        if block and not taken:
            yield Mention(MentionKind.ORIGIN, name, start, start + len(name), doubtful=True)


__all__ = ["named_bodies"]
