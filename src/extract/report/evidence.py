"""A claim's exact words in the sentence around them, and links to the place in the source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from extract.report.model import Row

_REACH = 180
"""Characters of context on either side of a quote, at most."""
_LONGEST_QUOTE = 360
_SHORT_QUOTE = 24
"""Below this many characters a link also needs the words before and after, to find the right place."""
_FRAGMENT_WORDS = 6

_EDGES = {"table": " |", "list": " -•*·"}
"""Marks of the layout at either end of a row or an item."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,2}\s")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote in its sentence or table row: three pieces that follow each other in the source."""

    before: str
    quote: str
    after: str


def _blanks(text: str) -> str:
    """Runs of blanks as one; a blank at either end stays, since the pieces are put together again."""
    return re.sub(r"\s+", " ", text)


@dataclass(frozen=True, slots=True)
class _Context:
    """Where the context of a quote starts and ends, and whether it goes on beyond that."""

    first: int
    last: int
    cut_before: bool
    cut_after: bool


def _line(text: str, start: int, end: int) -> _Context:
    """The lines that the span stands in, no further than the reach."""
    left, right = max(0, start - _REACH), min(len(text), end + _REACH)
    first = text.rfind("\n", left, start) + 1
    last = text.find("\n", end, right)
    return _Context(
        first=max(first, left),
        last=right if last < 0 else last,
        cut_before=not first and left > 0 and text[left - 1] != "\n",
        cut_after=last < 0 and right < len(text) and text[right] != "\n",
    )


def _sentence(text: str, start: int, end: int) -> _Context:
    """The sentence that the span stands in."""
    line = _line(text, start, end)
    first, cut_before = line.first, line.cut_before
    for ending in _SENTENCE_END.finditer(text, line.first, start):
        first, cut_before = ending.end(), False
    after = _SENTENCE_END.search(text, max(end - 1, first), line.last)
    if after is None:
        return _Context(first, line.last, cut_before, line.cut_after)
    return _Context(first, max(end, after.end()), cut_before, False)


def _around(text: str, start: int, end: int, context: _Context) -> tuple[str, str]:
    """The words before and after; an ellipsis stands for a piece of a word and all beyond it."""
    before, after = text[context.first : start], text[end : context.last]
    if context.cut_before:
        before = "…" + before.partition(" ")[2]
    if context.cut_after:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def passage(claim: Row, texts: Mapping[str, str]) -> Passage:
    """The claim's quote in the sentence around it; the quote alone where the text is not at hand."""
    quote = str(claim.get("quote") or "")
    text = texts.get(str(claim.get("source_id")), "")
    start, end = claim.get("char_start"), claim.get("char_end")
    shown = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE].rstrip() + "…"
    if start is None or end is None or not quote or text[int(start) : int(end)] != quote:
        return Passage("", _blanks(shown), "")
    start, end = int(start), int(end)
    find = _line if claim.get("container") == "table" else _sentence
    before, after = _around(text, start, end, find(text, start, end))
    edge = _EDGES.get(str(claim.get("container")), "")
    before, after = before.lstrip(edge), after.rstrip(edge)
    return Passage(_blanks(before).lstrip(), _blanks(shown), _blanks(after).rstrip())


def safe_href(url: str | None) -> str | None:
    """The address, if it is plainly one of the web; None for all else (``javascript:``, ``data:`` ...)."""
    if not url or re.search(r"[\s\x00-\x1f\x7f\\<>\"]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def _encoded(words: str) -> str:
    return percent_encode(words, safe="").replace("-", "%2D")


def _neighbour(text: str, words: int) -> str:
    """A few whole words from the end (negative) or the start of a context, without table rules."""
    found = [word for word in _WORD.findall(text) if word not in {"|", "…"}]
    chosen = found[words:] if words < 0 else found[:words]
    return " ".join(chosen)


def _fragment(claim: Row, found: Passage) -> str:
    """A text directive (``text=[prefix-,]start[,end][,-suffix]``) that finds the quote in its page.

    https://wicg.github.io/scroll-to-text-fragment/
    """
    words = str(claim.get("quote") or "").split()
    if len(words) > 2 * _FRAGMENT_WORDS:
        ends = " ".join(words[:_FRAGMENT_WORDS]), " ".join(words[-_FRAGMENT_WORDS:])
        return f"{_encoded(ends[0])},{_encoded(ends[1])}"
    middle = _encoded(" ".join(words))
    if claim.get("container") == "table" or sum(map(len, words)) >= _SHORT_QUOTE:
        return middle
    prefix = _neighbour(found.before, -3) if found.before.endswith(" ") else ""
    suffix = _neighbour(found.after, 3) if found.after.startswith(" ") else ""
    start = f"{_encoded(prefix)}-," if prefix else ""
    end = f",-{_encoded(suffix)}" if suffix else ""
    return f"{start}{middle}{end}"


@dataclass(frozen=True, slots=True)
class Links:
    """Where a claim can be read: in the page, where its address is known, and in the saved text."""

    page: str | None
    saved: str


def links(claim: Row, source: Row, found: Passage) -> Links:
    """Links that open the source at the claim's words."""
    directive = f":~:text={_fragment(claim, found)}"
    saved = f"text/{percent_encode(str(claim.get('source_id')), safe='')}.txt#{directive}"
    address = safe_href(source.get("url"))
    if address is None:
        return Links(None, saved)
    mark = "" if "#" in address else "#"
    return Links(f"{address}{mark}{directive}", saved)
