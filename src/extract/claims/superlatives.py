"""Superlatives among the roles of an article: "Bakers earn the most of the three", "Demand is greatest for bakers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import Clauses, Owner, Part
from extract.claims.comparatives import Comparative
from extract.claims.context import Context
from extract.claims.others import of_some
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import AVERAGE, EARN, JOB, MAY, PAY, USUALLY
from extract.model import Span

_BEST = r"(?P<up>most|best|highest|greatest|strongest)"
_WORST = r"(?P<down>least|worst|lowest|weakest)"
_THEIR_PAY = rf"\s(?:(?:{AVERAGE}|starting|base|annual)\s){{0,2}}{PAY}"
# Nothing behind it singles out some of them, or sets others beside them.
_ENDS = rf"(?:\s(?:of|among|out\sof)\s(?:the|all|these|those)\s(?:two|three|four|five|lot|group|trio|trades|{JOB})(?:\sof\sthem)?)?(?:\s(?:on\saverage|overall|by\sfar))?(?=\s?[.,;:!)]|\s?$|\s(?:and|but|while|with)\s)"
# "Bakers earn the most", "are paid best", "have the highest pay"; but "have the most", "make the best of it"
_EARN_MOST = re.compile(
    rf"\s(?:(?:{USUALLY}|{MAY}|also|still|now)\s){{0,2}}(?:(?P<own>have|has|draws?)|(?P<earn>{EARN})|(?:are|is|gets?)\s(?:{USUALLY}\s)?paid)"
    rf"\s(?:by\sfar\s)?(?:the\s)?(?:{_BEST}|{_WORST})"
    rf"(?(own){_THEIR_PAY}|(?:\smoney|{_THEIR_PAY})?){_ENDS}"
)
# "Pay is highest for bakers", "demand is greatest for bakers"
_IS_MOST = re.compile(
    rf"\b(?:(?P<salary>(?i:{PAY}))|(?P<demand>(?i:demand)))\s(?:is|are|was|were)\s(?:by\sfar\s)?(?:the\s)?(?:{_BEST}|{_WORST})\s(?:for|among|in\sthe\scase\sof)\s(?:the\s|an?\s)?\Z"
)
_NO_MORE = re.compile(_ENDS)
_OF_IT = re.compile(r"(?<!paid)(?<!paid\sthe)\s(?:best|worst|greatest|strongest|weakest)$")
FEWEST, MOST = 2, 5
"""Roles of an article that a superlative sets one against."""


def superlatives(context: Context, passage: Passage, clauses: Clauses) -> Iterator[tuple[Owner, str, Comparative]]:
    """Those who are told to be first or last among the article's roles, with each of the others."""
    sentence = clauses.sentence
    if not FEWEST <= len(context.topics) <= MOST or passage.of(MentionKind.REGION, sentence.start, sentence.end):
        return
    for owner in clauses.owners:
        role = owner.roles[0] if len(owner.roles) == 1 else None
        found = _told(context, clauses, owner) if role in context.topics else None
        if found is not None and not of_some(context, Span(sentence.start, sentence.end), owner):
            yield from ((owner, other, found) for other in context.topics if other != role)


def _told(context: Context, clauses: Clauses, owner: Owner) -> Comparative | None:
    text, sentence = context.text, clauses.sentence
    most = _EARN_MOST.match(text, owner.end, sentence.end) if owner.part is Part.SUBJECT else None
    if most is not None and not (most["earn"] and _OF_IT.search(most[0])):
        return Comparative("salary", "higher" if most["up"] else "lower", most.start(), most.end())
    of = _IS_MOST.search(text, sentence.start, owner.start)
    if of is None or _NO_MORE.match(text, owner.end, sentence.end) is None:
        return None
    return Comparative("salary" if of["salary"] else "demand", "higher" if of["up"] else "lower", of.start(), of.end())
