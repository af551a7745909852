"""Comparisons that a question asks and its answer settles: "Do editors earn more than writers? Yes."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.claims.comparatives import Comparative
from extract.claims.comparisons import compared, comparison
from extract.claims.context import Context
from extract.language import MentionKind
from extract.lexicons.fragments import MAY, PAY, USUALLY
from extract.model import Block, BlockKind, Claim, Span

_YES = re.compile(
    r"(?:A[:.]\s?|Answer:\s)?(?:(?:(?:In\s(?:general|short|most\scases)|Generally|Usually|Typically|On\saverage),?\s)?yes\b"
    # "Slightly.", "They do, but": the answer of one who agrees.
    rf"|(?:they\sdo|slightly|marginally|a\s(?:bit|little|touch)|just\sabout|considerably|significantly|{USUALLY}|definitely|absolutely|certainly|indeed|of\scourse|by\sfar|in\smost\scases|on\saverage)"
    r"(?:[.!]|,\s(?:but|and|though|although)\b))",
    re.IGNORECASE,
)
# "Which of them pays more?", "Who earns less, a writer or an editor?"
_WHO = re.compile(
    r"\b(?:who|which|what)\b[^?]{0,40}?\b(?:earns?|pays?|makes?|gets?|paid|takes?\shome)\s(?:paid\s)?(?:the\s)?(?P<word>more|most|higher|highest|better|best|less)\b"
    # Money is all that it is about: not "gets more holidays".
    rf"(?=\s*(?:[?,:;–—]|(?:money|{PAY}|on|than|per|an?|in|for|between|overall|at|of|here|now|today|over)\b))",
    re.IGNORECASE,
)
# "Can an editor earn more than a writer?" asks what may be.
_MAY = re.compile(rf"\W*(?:Q[:.]\s?)?{MAY}\b", re.IGNORECASE)
# What may stand before whom an answer names: "In the US", "On average, the".
_THE = re.compile(
    r"(?:A[:.]\s?|Answer:\s)?(?:(?:(?:In|Across|At|For)\s(?:the\s)?[\w.]+(?:\s[\w.]+){0,2}|On\saverage|Overall|Generally(?:\sspeaking)?|Usually|Typically|In\sgeneral),?\s)?(?:an?\s|the\s|most\s)?",
    re.IGNORECASE,
)
# "Editors do.", "Editors, by a small margin."
_THEY_DO = re.compile(r"\s(?:(?:\w+ly|often)\s)?(?:do|does|win|wins)\b|\s?[.,!]|\s?$")


def answers(context: Context) -> Iterator[Claim]:
    """The comparison claims of an article's questions, where what follows answers them in a word."""
    for (block, question), (place, answer) in pairwise(_sentences(context)):
        if context.text[question.start : question.end].rstrip('"”’) ').endswith("?"):
            yield from _answered(context, block, question, place, answer)


def _sentences(context: Context) -> Iterator[tuple[Block, Span]]:
    """The sentences of article and questions in order, each with its block; those of tables are none."""
    for block in context.document.blocks:
        if block.index in context.annotated.blocks:
            yield from ((block, sentence) for sentence in context.annotated.blocks[block.index].sentences)


def _answered(context: Context, block: Block, question: Span, place: Block, answer: Span) -> Iterator[Claim]:
    if _YES.match(context.text, answer.start, answer.end):
        if not _MAY.match(context.text, question.start, question.end):
            yield from _affirmed(context, block, question, place, answer)
        return
    if place.kind is BlockKind.HEADING:
        # The names of both stand as labels over what is told of each.
        return
    asked = _WHO.search(context.text, question.start, question.end)
    passages = context.annotated.blocks
    roles = [m.key for m in passages[block.index].of(MentionKind.ROLE, question.start, question.end)]
    choice = tuple(dict.fromkeys(roles)) if len(set(roles)) == 2 else context.topics
    if not asked or len(choice) != 2:
        return
    named = passages[place.index].of(MentionKind.ROLE, answer.start, answer.end)
    opens = bool(named) and _THE.fullmatch(context.text, answer.start, named[0].start) is not None
    first = named[0] if opens and named[0].key in choice else None
    said = _THEY_DO.match(context.text, first.end, answer.end) if first is not None else None
    if first is not None and said is not None:
        other = next(role for role in choice if role != first.key)
        direction = "lower" if asked["word"].lower() == "less" else "higher"
        found = Comparative("salary", direction, first.start, said.end() if said[0][-1:].isalpha() else first.end)
        yield comparison(context, place, answer, Span(first.start, first.end), first.key, other, found)


def _affirmed(context: Context, block: Block, question: Span, place: Block, answer: Span) -> Iterator[Claim]:
    """What a question asks, said by its answer: the question's own words claim nothing."""
    for asked in compared(context, block, question):
        comparative = Comparative(str(asked.aspect), str(asked.direction), answer.start, answer.end)
        said = comparison(context, place, answer, answer, str(asked.role), str(asked.object_role), comparative)
        words = context.text[question.start : question.end]
        yield replace(said, because={"role": f"it answers “{words}”"})
