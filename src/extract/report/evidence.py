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


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines that the span stands in, without going further than the reach."""
    left, right = max(0, start - _REACH), min(len(text), end + _REACH)
    first = text.rfind("\n", left, start) + 1
    last = text.find("\n", end, right)
    return max(first, left), right if last < 0 else last


def _sentence(text: str, start: int, end: int, table: bool) -> tuple[int, int]:
    """The sentence, or in a table the row, that the span stands in."""
    first, last = _line(text, start, end)
    if table:
        return first, last
    for ending in _SENTENCE_END.finditer(text, first, start):
        first = ending.end()
    ending_after = _SENTENCE_END.search(text, max(end - 1, first), last)
    return first, last if ending_after is None else ending_after.end()


def _whole_words(text: str, first: int, start: int, end: int, last: int) -> tuple[str, str]:
    """The context on both sides, cut between words; an ellipsis where a sentence was cut."""
    before, after = text[first:start], text[end:last]
    if first and not text[first - 1].isspace() and not text[first].isspace():
        before = "…" + before[before.find(" ") + 1 :] if " " in before else "…"
    if last < len(text) and not text[last - 1 : last].isspace() and not text[last].isspace():
        after = after[: after.rfind(" ")] + " …" if " " in after else "…"
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
    first, last = _sentence(text, start, end, claim.get("container") == "table")
    before, after = _whole_words(text, first, start, end, last)
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
