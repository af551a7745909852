"""Job titles as the steps of a path: which words are one, and where one begins and ends."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.claims.context import Context
from extract.language import MentionKind, Passage
from extract.lexicons import singular
from extract.lexicons.fragments import MAY, POST, SHALL, USUALLY
from extract.model import Span

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_CAPITALS = re.compile(r"[A-Z][\w&/’'-]*(?:\s(?:(?:of|for|and|&)\s)?[A-Z][\w&/’'-]*){0,5}")
# "Tier 2", "SDE 1"
_TIER = re.compile(r"\b(?:tier|level|grade|band|stage|l)\s?\d\b|(?<=[A-Za-z])\s[1-9]\Z", re.IGNORECASE)
_UP_TO_END = re.compile(
    rf"(?!(?:{MAY}|{SHALL}|{USUALLY}|who|which|that|is|are|has|have)\b)(?:[\w&/-]{{1,20}}\s){{0,4}}?[\w&/-]{{1,20}}(?=\s(?:is|are|was|were)\b|\s?[.,;:)]|$)",
    re.IGNORECASE,
)
# What ends a list of titles; "and head bakers earn" goes on about others.
_NO_MORE = re.compile(rf"\s?(?:[.,;:)]|$)|\s(?:after|within|in|over|with|once|if|when|later|at|by|{POST}|jobs?)\b")
LONGEST_RANK = 24
THEN = r"(?:and|or|before|then|later|next|finally|eventually|ultimately|perhaps|maybe|in the end|in time)"
_PLAIN = re.compile(
    r"(?!(?:whereas|while|whilst|but|who|which|that|they|you|some|others?|if|when|as|so)\b)[A-Za-z][\w'’-]*(?:\s[\w'’-]+){0,3}?(?=\s?[,.;:)]|\s(?:to|through|via|in|with|after|within|at|over)\b|\s"
    + THEN
    + r"\b|$)"
)
_RANK_BEFORE = re.compile(
    r"(?:\b(?:senior|junior|lead|principal|staff|chief|head|associate|assistant|trainee|graduate|entry[ -]level|mid[ -]level|deputy)\s)+$",
    re.IGNORECASE,
)
_GRADE = re.compile(r"\s(?:I{1,3}|IV|[1-4])\b")
MOST_WORDS = 10


def bare(text: str, span: Span) -> Span:
    """A span without the brackets at its end: "Clerk (0-2 years)"."""
    brackets = _BRACKETS.search(text, span.start, span.end)
    return Span(span.start, brackets.start()) if brackets and brackets.start() > span.start else span


def is_title(context: Context, passage: Passage, span: Span, heads: frozenset[str]) -> bool:
    """Whether a line is nothing but job titles."""
    words = context.text[span.start : span.end]
    tokens = re.findall(r"[\w/&'’+-]+", words)
    if not tokens or len(tokens) > MOST_WORDS or re.search(r"[.!?:]\s", words):
        return False
    named = passage.of(MentionKind.ROLE, span.start, span.end)
    return bool(named) or any(singular(token.lower()) in heads for token in tokens)


def may_be_title(text: str, span: Span) -> bool:
    """Whether a few words without figures may be a title that nobody knows, among others that are known."""
    words = _TIER.sub("", text[span.start : span.end])
    return 0 < len(words.split()) <= MOST_WORDS and not re.search(r"\d|[.!?:]\s", words)


def first_of_two(context: Context, passage: Passage, title: Span | None, heads: frozenset[str]) -> Span | None:
    """``Team Leader and Principal``: the first of two titles that are written as one."""
    middle = context.text.find(" and ", title.start, title.end) if title is not None else -1
    if title is None or middle < 0:
        return title
    first = Span(title.start, middle)
    return first if is_title(context, passage, first, heads) else title


def title_at(context: Context, passage: Passage, at: int, sentence: Span, heads: frozenset[str]) -> Span | None:
    """The job title that begins at an offset: one that is known, or words with capitals that make a title."""
    named = [m for m in passage.of(MentionKind.ROLE, at, sentence.end) if m.start <= at + LONGEST_RANK]
    known = [whole_title(context, Span(m.start, m.end), sentence) for m in named]
    spans = [span for span in known if span.start == at]
    written = _CAPITALS.match(context.text, at, sentence.end)
    if written and is_title(context, passage, Span(*written.span()), heads):
        spans.append(Span(*written.span()))
    return max(spans, key=lambda span: span.end, default=None)


def plain_title(context: Context, passage: Passage, at: int, sentence: Span, heads: frozenset[str]) -> Span | None:
    """The words at an offset, up to where a list ends or something is told of it, that make a title: "head of product is a path"."""
    said = _UP_TO_END.match(context.text, at, sentence.end)
    span = Span(*said.span()) if said else None
    return span if span is not None and is_title(context, passage, span, heads) else None


def plain_step(context: Context, passage: Passage, at: int, sentence: Span, heads: frozenset[str]) -> Span | None:
    """The few words at an offset, up to a comma or to what comes next, that make a title: "shift leader and then"."""
    said = _PLAIN.match(context.text, at, sentence.end)
    span = Span(*said.span()) if said else None
    return span if span is not None and is_title(context, passage, span, heads) else None


def capitalised(text: str, at: int, sentence: Span) -> Span | None:
    """The words with capitals that begin at an offset, of whatever kind."""
    written = _CAPITALS.match(text, at, sentence.end)
    return Span(*written.span()) if written else None


def ends_there(text: str, at: int, end: int) -> bool:
    """Whether a list of titles is over where its last one ends, and no verb makes that one the subject of more."""
    return _NO_MORE.match(text, at, end) is not None


def longest_run(text: str, titles: list[Span], between: re.Pattern[str]) -> list[Span]:
    """The most titles in a row with nothing between them but what ``between`` matches: words of moving on."""
    runs = [[titles[0]]]
    for before, title in pairwise(titles):
        if between.fullmatch(text, before.end, title.start):
            runs[-1].append(title)
        else:
            runs.append([title])
    return max(runs, key=len)


def whole_title(context: Context, span: Span, sentence: Span) -> Span:
    """A title with the words for its level: "senior clerk", "clerk II"."""
    before = _RANK_BEFORE.search(context.text, max(sentence.start, span.start - 40), span.start)
    grade = _GRADE.match(context.text, span.end, sentence.end)
    return Span(before.start() if before else span.start, grade.end() if grade else span.end)
