"""Sentence boundaries by rule. Parsers lose their way in web text; full stops behind abbreviations are few and known."""

from __future__ import annotations

import re
from collections.abc import Collection

from extract.lexicons.signs import SIGNS
from extract.model import Span

# A stop, closing quotes or brackets, footnote marks such as [1] and ², then a blank; or a line break; or a stop whose blank is lost.
_STOP = re.compile(
    r"""[.!?…\n](?:(?<=\n)\s*|(?<!\n)["'”’)\]*_]{0,3}[⁰¹²³⁴-⁹†‡]{0,3}(?:\s?\[\d{1,3}(?:,\s?\d{1,3}){0,5}\]){0,3}\s+"""
    # "... as of May 2022.2 The next": the number of a note, no decimals.
    r"""|(?:(?<=[a-z][a-z]\.)|(?<=(?:19|20)\d\d\.))\d{1,2}(?:,\s?\d{1,2}){0,5}\s+(?=[A-Z][a-z])"""
    r"""|(?:(?<=[a-z][a-z].)|(?<=\d\d\d.)|(?<=[)%].))(?=[A-Z][a-z]+(?:['’]s)?\s[A-Za-z]))"""
)
# A word in lower case, a year, a sum, a bracket: "servers.Developers", "in 2019.Developers", not "Node.Js".
_BEFORE_LOST = re.compile(r"(?:(?<![\w.@/-])[a-z]+|(?<![\w.])(?:19|20)\d\d|\d,\d{3}|\d%|[a-z]\))$")
# Abbreviations that end a sentence more often than not where a capital follows.
_LAST = frozenset({"etc.", "p.a.", "yr.", "yrs.", "hr.", "hrs."})
# Abbreviations that are words too, unless a number follows.
_BEFORE_NUMBERS = frozenset({"no.", "fig.", "min.", "max."})
LONGEST_SENTENCE = 2_000
"""Code points."""
_LAST_WORD = re.compile(r"[\w.&’'-]{1,20}$")
# "Part B", "Class A": what a single capital behind it is no initial.
_DESIGNATED = re.compile(
    r"\b(?:[Pp]art|[Cc]lass|[Tt]ype|[Vv]itamin|[Ss]chedule|[Ss]ection|[Ll]evel|[Gg]rade|[Cc]ategory|[Gg]roup|[Pp]hase|[Bb]and|[Tt]ier|[Pp]lan|[Ss]eries|[Aa]ppendix)\s$"
)
SHORTEST_LINE = 40
"""Characters; shorter lines are lines of their own, not wrapped."""
# What no line of its own ends with.
_GOES_ON = re.compile(r"(?:,|\b(?:the|an?|of|for|in|and|or|to|by|with|from|at|as|was|were|is|are|that|than|per))$")
_OPENER = re.compile(
    r"[A-Z0-9\"'“‘(\["
    + SIGNS
    + r"~⌀•*\-–À-ÖØ-Þ\u0400-\u042f\u0900-\u0dff\u3040-\u9fff\u231a-\u23ff\u25fb-\u27bf\U0001f000-\U0001faff]|[a-z]{1,3}[A-Z]"
)

_LETTER = re.compile(r"\s*[a-z]")
# "the temp. of fridges", "veg. and sauces": cut words end nothing.
_SMALL = re.compile(r"(?:(?<=[a-z]{5})\.|(?<=[a-z]{2})[!?]) (?!(?:and|or|of|on|to|in|for|from|with|at|by)\b)[a-z]")


def split_sentences(text: str, start: int, end: int, abbreviations: Collection[str]) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]``, without the blanks between them."""
    spans, begin = [], start
    for match in _STOP.finditer(text, start, end):
        line_ends = text[match.start()] == "\n"
        small = _LETTER.match(text, begin) is not None
        if not (_breaks(text, match, end) if line_ends else _ends(text, match, end, abbreviations, small=small)):
            continue
        spans.append(_trimmed(text, begin, match.end()))
        begin = match.end()
    spans.append(_trimmed(text, begin, end))
    found = [span for span in spans if span.end > span.start]
    if end - start > LONGEST_SENTENCE:
        found = [part for span in found for part in _parts(text, span)]
    return tuple(found)


def _parts(text: str, span: Span) -> list[Span]:
    """A sentence; what is run together without stops in parts, for all of a sentence is looked at for each of its words."""
    parts = []
    while len(span) > LONGEST_SENTENCE:
        last = span.start + LONGEST_SENTENCE
        cuts = (text.rfind(mark, span.start + LONGEST_SENTENCE // 2, last) for mark in (";", ",", " "))
        cut = next((at + 1 for at in cuts if at >= 0), last)
        parts.append(_trimmed(text, span.start, cut))
        span = _trimmed(text, cut, span.end)
    return [*parts, span]


def _breaks(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a line break ends a sentence: not where the sentence goes on in the next line of wrapped text."""
    before = text[match.start() - 1 : match.start()]
    if (
        match.end() >= end
        or before in {"", ".", "!", "?", ":", ";", "|"}
        or text.count("\n", match.start(), match.end()) > 1
    ):
        return True
    if match.start() - text.rfind("\n", max(0, match.start() - SHORTEST_LINE), match.start()) <= SHORTEST_LINE:
        return True
    return not (text[match.end()].islower() or _GOES_ON.search(text, max(0, match.start() - 12), match.start()))


def _ends(text: str, match: re.Match[str], end: int, abbreviations: Collection[str], *, small: bool) -> bool:
    """Whether a stop ends a sentence; ``small``: of one that begins without a capital, as the next may then, too."""
    glued = match.end() == match.start() + 1 and match.end() < end
    opens = (
        _BEFORE_LOST.search(text, max(0, match.start() - 24), match.start())
        if glued
        else _OPENER.match(text, match.end())
    )
    if match.end() < end and not opens and not (small and _SMALL.match(text, match.start())):
        return False
    if _goes_on_behind_dots(text, match.start()):
        return False
    if text[match.start()] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    if word is None:
        return True
    last = word[0].lower() + "."
    behind = text[match.end() : match.end() + 1]
    if (last in _BEFORE_NUMBERS and not behind.isdigit()) or (last in _LAST and behind.isupper()):
        return True
    # A single capital is an initial, but for "Part B"; "U.S." ends a sentence too rarely to guess.
    initial = len(word[0]) == 1 and word[0].isupper() and word[0] not in "IRC"
    designated = initial and _DESIGNATED.search(text, max(0, word.start() - 12), word.start()) is not None
    return last not in abbreviations and (not initial or designated)


def _goes_on_behind_dots(text: str, stop: int) -> bool:
    """``The usual pay is... £30,000``: dots behind a word that no sentence ends with."""
    dots = text[stop] == "…" or text.endswith("..", 0, stop)
    word = text[max(0, stop - 12) : stop].rstrip(". ") if dots else ""
    return dots and _GOES_ON.search(word) is not None


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
