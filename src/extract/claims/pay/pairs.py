"""Figures of pay that stand in the order of the roles that they are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.amounts import Amount
from extract.attribution import NOBODY, Attribution, respectively
from extract.claims.context import Context
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import ABOUT, AGAINST, FIGURES
from extract.model import Span

_AGAINST = re.compile(
    rf"[\s,(]{{1,3}}(?:annually\s|(?:a|per)\syear\s)?(?:as\s)?(?:{AGAINST}|to)\s(?:{ABOUT}\s)?",
    re.IGNORECASE,
)


def _set_against(context: Context, passage: Passage, amounts: Sequence[Amount]) -> list[Attribution] | None:
    """``A earn more than B: X compared to Y``: two figures in the order of the two roles before them.

    ``A earn more (X vs. Y)`` in an article about two: the other figure is the other's.
    """
    if len(amounts) != 2 or not _AGAINST.fullmatch(context.text, amounts[0].end, amounts[1].start):
        return None
    sentence = passage.sentence_at(amounts[0].start)
    # What brackets hold is of those before them: "A earn more (X vs. Y), B have more freedom".
    first = max(sentence.start, amounts[0].start - 2)
    closed = "(" in context.text[first : amounts[0].start] and ")" in context.text[amounts[1].end : sentence.end]
    named = _named_in(passage, Span(sentence.start, amounts[0].start) if closed else sentence)
    ahead = {m.key for m in passage.of(MentionKind.ROLE, sentence.start, amounts[0].start)}
    compared = (
        (closed and len(named) > 1)
        or context.cues.has("comparison.more", context.text, sentence.start, amounts[0].start)
        or context.cues.has("comparison.less", context.text, sentence.start, amounts[0].start)
    )
    if ahead != set(named) or not compared:
        return None
    if len(named) == 1 and named[0] in context.topics:
        named += [role for role in context.topics if role != named[0]]
    if len(named) != 2:
        return None
    return [Attribution((key,), "the two figures stand in the order of the roles", 0.85) for key in named]


# "A month this is X and Y", "which means X and Y", "in Peru it's X and Y".
_THIS_IS = re.compile(
    rf"\b(?:this|that|these|those|it|they|which|{FIGURES})(?:['’](?:s|re)\b|\s(?:is|are|was|were|stood\sat|makes?|equals?|means?|comes?\sto|amounts?\sto|corresponds?\sto|works?\sout)\b)",
    re.IGNORECASE,
)
_AND_THEN = re.compile(rf"\s(?:and|or|{AGAINST})\s(?:{ABOUT}\s)?", re.IGNORECASE)
_IN_NEXT = re.compile(
    rf"[,;]?\s(?:(?:and|while|but)\s)?(?:in|at|for)\s[^.;,\d]{{2,40}},?\s(?:(?:they|these|it)\s(?:are|is)\s)?(?:{ABOUT}\s)?",
    re.IGNORECASE,
)


def _in_other_terms(
    context: Context, passage: Passage, sentence: Span, amounts: Sequence[Amount]
) -> list[Attribution] | None:
    """``A get X and B get Y. Per month this is W and Z``: two figures in the order of the roles of the sentence before.

    ``In Lima the averages are W and Z, and in Quito U and V``: two for each place.
    """
    if len(amounts) % 2 or not all(
        (_IN_NEXT if at % 2 else _AND_THEN).fullmatch(context.text, one.end, other.start)
        for at, (one, other) in enumerate(pairwise(amounts))
    ):
        return None
    told = _THIS_IS.search(context.text, sentence.start, amounts[0].start) is not None
    if not told or passage.of(MentionKind.ROLE, sentence.start, sentence.end):
        return None
    for before in reversed(passage.before(sentence)[-2:]):
        named = _named_in(passage, before)
        if len(named) == 2:
            return [
                Attribution((key,), "the two figures stand in the order of the roles before", 0.85) for key in named
            ] * (len(amounts) // 2)
    return None


def _named_in(passage: Passage, span: Span) -> list[str]:
    """The roles that a span names, in order."""
    return list(dict.fromkeys(m.key for m in passage.of(MentionKind.ROLE, span.start, span.end)))


def _named_before(context: Context, passage: Passage, sentence: Span) -> list[str]:
    """The article's roles in the order of the sentence before that names all of them, else in their own."""
    told = (_named_in(passage, before) for before in reversed(passage.before(sentence)[-2:]))
    return next((named for named in told if set(named) == set(context.topics)), list(context.topics))


def _slashed(context: Context, passage: Passage, sentence: Span) -> list[tuple[str, ...]]:
    """The roles of a sentence where ``A/B engineers`` are one of them."""
    groups: list[tuple[str, ...]] = []
    end = sentence.start
    for mention in passage.of(MentionKind.ROLE, sentence.start, sentence.end):
        between = context.text[end : mention.start] if groups else " "
        if groups and (not between or between.strip() == "/"):
            groups[-1] += (mention.key,)
        elif all(mention.key not in group for group in groups):
            groups.append((mention.key,))
        end = max(end, mention.end)
    return groups


def paired(context: Context, passage: Passage, sentence: Span, amounts: Sequence[Amount]) -> list[Attribution] | None:
    """Roles and figures in the same order: said "respectively", once for each clause, or set against each other."""
    said = respectively(context.text, sentence)
    if said is None:
        return _set_against(context, passage, amounts) or _in_other_terms(context, passage, sentence, amounts)
    keys = _named_in(passage, sentence) or _named_before(context, passage, sentence)
    # "At the junior end X and Y respectively; at the senior end, Z and W".
    count = len(amounts)
    if keys and count % len(keys):
        # "X and Y respectively, and managers Z": what stands behind it is not paired off.
        count = sum(amount.start < said.start() for amount in amounts)
    groups: list[tuple[str, ...]] = [(key,) for key in keys]
    if keys and count and count % len(keys):
        groups = _slashed(context, passage, sentence)
    if not groups or not count or count % len(groups):
        return None
    found = [
        Attribution(group, "paired off in order (respectively)", 0.85) for group in groups * (count // len(groups))
    ]
    return found + [NOBODY] * (len(amounts) - count)
