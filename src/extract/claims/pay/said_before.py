"""Amounts that are what the words before them say: the gap between two others, or a price like the one before."""

from __future__ import annotations

import re
from itertools import combinations

from extract.amounts import Amount, Form
from extract.claims.context import Context
from extract.claims.pay.units import Units
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import ABOUT, USUALLY
from extract.model import Span

# ", the baking exam", "and flour": no verb, and nobody who is paid.
_LIKEWISE = re.compile(r"(?:,\s(?:and\s|or\s|but\s)?|\s(?:and|or|but)\s)(?:an?\s|the\s)?(?:[\w+#’'-]+\s){1,5}")
_STUDIED = re.compile(r"\s(?:exams?|courses?|certificates?|certifications?|tests?|training|programmes?|programs?)\s")
_IT_IS = re.compile(rf"(?:It|That|This)(?:\s(?:is|was)|['’]s)\s(?:(?:{ABOUT}|{USUALLY})\s){{0,2}}")
_ROUND = 5_000
_CLAUSE_ENDS = re.compile(r"[;:]\s(?!(?:it|this|that|which|some)\b)")
# "jump to X": a level, and no difference.
_UP_TO = re.compile(r"\b(?:jump|bump|boost)s?\s(?:up\s)?to\s", re.IGNORECASE)


def is_likewise(context: Context, passage: Passage, before: Amount, amount: Amount) -> bool:
    """``X costs $150, the Y course $165``, ``and books $90``: whether an amount has the verb of that before it."""
    if amount.period_stated or _LIKEWISE.fullmatch(context.text, before.end, amount.start) is None:
        return False
    between = Span(before.end, amount.start)
    roles = passage.of(MentionKind.ROLE, between.start, between.end)
    paid = roles and not _STUDIED.match(context.text, roles[-1].end, amount.start)
    paid = paid or context.cues.has("pay.words", context.text, between.start, between.end)
    return not paid and not context.qualifiers.levels(context.text, between, passage)


def is_gap_again(units: Units, passage: Passage, sentence: Span, amount: Amount) -> bool:
    """``The gap is small. It is some $6,000``: the sentence before speaks of it, or of two amounts so far apart."""
    text, before = units.text, passage.before(sentence)[-1:]
    # Round sums are apart by a third one by chance.
    if before and amount.size % _ROUND and not passage.of(MentionKind.ROLE, sentence.start, sentence.end):
        told = [a.size for a in units.plain(before[0]) if a.form is Form.POINT]
        if amount.size not in told and any(abs(one - other) == amount.size for one, other in combinations(told, 2)):
            return True
    if not _IT_IS.fullmatch(text, sentence.start, amount.start):
        return False
    return any(units.context.cues.has("pay.difference", text, s.start, s.end) for s in before)


def of_last_clause(words: str) -> str:
    """``The difference is small; they start at X``: the words of the clause that a sentence's words up to an amount end in."""
    *_, start = (0, *(end.end() for end in _CLAUSE_ENDS.finditer(words)))
    return _UP_TO.sub(" ", words[start:])
