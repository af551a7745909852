"""What joins roles, and words behind a name or an amount that say that it is of both: "Python helps in both."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from extract.language import Mention, MentionKind, Passage
from extract.lexicons.fragments import ADVERT, JOB, MOVE, POST
from extract.model import Span

# What may join roles named together: "data scientists and ML engineers", "Project Manager/Scrum Master", "pilots, copilots, and stewards".
JOINT = re.compile(
    # "electricians (n = 46) and plumbers": how many were asked.
    r"(?:\s?\([nN]\s?=\s?\d[\d.,]*\))?(?:,\s[a-z-]{2,12}(?:ers|ors|ists|ians|ots|ants|ents|ives),\s(?:and|or)\s|\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|n?or|&)\s+|\s*,\s(?:together|along)\swith\s|\s*/\s*|\s*&\s*)(?:the\s+|an?\s+|(?:senior|junior|the)\s+)?",
    re.IGNORECASE,
)
_AND = re.compile(
    r",?\s(?:and|&)\s(?:(?:senior|junior|lead)\s)?|,\s|\s?/\s?(?:(?:senior|junior|lead)\s)?", re.IGNORECASE
)
# "Senior Accountant / Finance Manager"
_RANK = re.compile(r"(?:\d{1,2}[.)]\s?)?(?:senior|junior|lead)?", re.IGNORECASE)
PAIR, MOST_TOPICS = 2, 3
"""Roles that "both" are, and that "these roles" are without being named right before it."""
_OF_BOTH = re.compile(
    r"[^,;:.!?()]{0,60}?\b(?:in|for|to|with|among|across|helps?|suits?|serves?|benefits?)\s(?P<both>(?:both|either)(?:\sof\sthem)?)"
    rf"(?:\s(?:{JOB}|cases|paths?|titles?|tracks?|job\sads|{ADVERT}))?\s?(?:[.,;]|$)"
)

# Words that mean two, however many an article is about.
_TWO = re.compile(r"(?:both|n?either|(?:each\sof\s)?(?:the|these)\stwo|them\sboth|the\spair)\b", re.IGNORECASE)
# "Top earners in that job", "That role pays": the job told of last, where one may come to it.
_THAT_JOB = re.compile(rf"\b[Tt]h(?:at|is)\s{JOB}\b")
_COMES_TO = re.compile(
    rf"\b(?:becom(?:e|es|ing)|(?:{MOVE}|moving|stepping|advancing|progressing|promoted)\s(?:(?:on|up)\s)?(?:in)?to|(?:go|goes|going)\son\sto\s(?:be|become)"
    rf"|(?:re)?train(?:s|ing)?\s(?:as|to\s(?:be|become))|promotion\sto)\s(?:an?\s|the\s)?(?:(?:job|{POST})\sof\s)?\Z"
)
_REFERENCE = re.compile(r"[Tt](?<!\w.)(?i:he (?P<which>former|latter))\b")
# "sit on the same national scale", "are paid exactly the same"
_ALIKE = re.compile(
    r"\bpaid\s(?:exactly\s|just\s|much\s)?the\ssame\b|\b(?:on|by|from|share|have)\s(?:exactly\s)?(?:the|one|a)\s(?:same|single|common)\s(?:\w+\s)?(?:pay\s)?(?:scale|bands?|rates?|grades?|pay|table|spine)\b"
)
_GOVERNED = re.compile(r"\b(?:for|to|of|by|with|in)\s+$", re.IGNORECASE)


def said_of_both(text: str, start: int, end: int) -> str | None:
    """The word for both behind ``start`` in its clause, of a sentence that ends at ``end``; None where there is none."""
    found = _OF_BOTH.match(text, start, end)
    return found["both"] if found else None


def paid_alike(text: str, start: int, end: int) -> bool:
    """Whether words say that two are paid by one scale: ``both are on the same bands``."""
    return _ALIKE.search(text, start, end) is not None


def former_or_latter(text: str, clause: Span, start: int) -> tuple[str, str] | None:
    """Which of two, and in what words, "the former" and "the latter" of a clause mean for what begins at ``start``."""
    found = [
        (gap, match["which"].lower(), match[0])
        for match in _REFERENCE.finditer(text, clause.start, clause.end)
        if (gap := _reach(text, clause, match, start)) is not None
    ]
    return min(found)[1:] if found else None


def _reach(text: str, clause: Span, match: re.Match[str], start: int) -> int | None:
    """How far "the former" is from a position; None where it cannot mean it.

    Behind a preposition ("in X for the former") it takes what stands before it, else what follows.
    """
    governed = _GOVERNED.search(text, clause.start, match.start()) is not None
    if governed:
        return match.start() - start if start < match.start() else None
    return start - match.end() if match.end() <= start else None


def first_named(topics: Sequence[str], passages: Iterable[Passage]) -> dict[str, int]:
    """Where passages in order name each of an article's roles first; at the beginning those that none names."""
    first: dict[str, int] = {}
    for passage in passages:
        for mention in passage.mentions if len(topics) > 1 else ():
            first.setdefault(mention.key, mention.start)
    return {role: first.get(role, 0) for role in topics}


def meant(words: str, topics: Mapping[str, int], passage: Passage, at: int) -> tuple[str, ...]:
    """The roles that such words at an offset mean: an article's, or of those the two or the many named right before it.

    ``topics`` are the article's, with where each is first named: "these" are those named so far.
    """
    if _TWO.match(words):
        named = [m.key for m in passage.of(MentionKind.ROLE, passage.start, at) if m.key in topics]
        last = set(tuple(dict.fromkeys(reversed(named)))[:PAIR])
        return tuple(role for role in topics if role in last) if len(last) == PAIR else tuple(topics)
    if not words.lower().startswith("these"):
        return tuple(topics)
    known = tuple(role for role, first in topics.items() if first < at) or tuple(topics)
    if len(known) <= MOST_TOPICS:
        return known
    for before in reversed(passage.before(passage.sentence_at(at))):
        near = passage.of(MentionKind.ROLE, before.start, before.end)
        if near:
            return tuple(dict.fromkeys(mention.key for mention in near))
    return ()


# "The titles differ, the adverts are poor, and both": things that are told of before them.
_THINGS = re.compile(
    r"\b[Tt](?:he|hese)\s(?P<what>[a-z]{3,14}s)\s(?:are|were|differ|look|sound|overlap|vary|have|do|can|may|often)\b"
)


def told_of_things(text: str, start: int, both: int) -> bool:
    """Whether "both" may be two things that a sentence, which begins at ``start``, tells of before it."""
    return len({found["what"] for found in _THINGS.finditer(text, start, both)}) == PAIR


def turns_to(text: str, told: Span, start: int, sentence: Span) -> bool:
    """``They may become cooks. That job pays X``: whether a sentence is about the title at ``start``, which ``told`` leads to."""
    return (
        _THAT_JOB.search(text, sentence.start, sentence.end) is not None
        and _COMES_TO.search(text, told.start, start) is not None
    )


def one_occupation(text: str, line: Span, named: Sequence[Mention]) -> bool:
    """``Accountants and Auditors``, ``Accountant / Auditor``: nothing but titles that are joined, as statistics name an occupation."""
    gaps = [text[a.end : b.start] for a, b in pairwise(named)]
    opening = text[line.start : named[0].start].strip() if named else "-"
    ends = text[named[-1].end : line.end].strip() if named else "-"
    alone = not ends and (opening.endswith(":") or _RANK.fullmatch(opening) is not None)
    return alone and bool(gaps) and all(_AND.fullmatch(gap) for gap in gaps)
