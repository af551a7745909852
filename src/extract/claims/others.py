"""Whom a comparative is set against: "the others", some of the same, or nobody who is named behind it ("X, so bakers earn more")."""

from __future__ import annotations

import re

from extract.attribution import Clauses, Owner, Part
from extract.claims.comparatives import Comparative
from extract.claims.context import Context
from extract.lexicons.fragments import ABOUT, EARN, JOB, PAY
from extract.model import Span

_OTHERS = re.compile(
    r"[^.,;:]{0,24}?\s(?:than|above|over|to)\s(?:what\s|those\sof\s)?"
    rf"(?:(?:both|either|any|all|each)\s(?:of\s)?(?:the\s)?others?\b|the\sother\s(?:two|three|four|titles?|{JOB})\b"
    r"|the\sothers\b|the\sother\b(?!\s[a-z]))",
    re.IGNORECASE,
)
_THAN_WHOM = re.compile(r"[^.;:]{0,40}?\bthan\s(?P<whom>[^.,;:]{3,40})")


def the_others(context: Context, roles: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    """The roles of the article besides those that a comparative is said of, where it is set against "the others"."""
    if len(roles) != 1 or roles[0] not in context.topics or _OTHERS.match(context.text, start, end) is None:
        return ()
    return tuple(role for role in context.topics if role not in roles)


def of_own_kind(context: Context, behind: str) -> bool:
    """``... than non-union ones``: some of a role are compared with others of the same."""
    than = _THAN_WHOM.match(behind)
    return than is not None and context.cues.has("comparison.own_kind", than["whom"])


_SOME = re.compile(
    r"\b(?:experienced|seasoned|veteran|top|successful|specialis(?:ed|t)|speciali[sz]ed|self-employed|freelance|chartered)\s\Z",
    re.I,
)


def of_some(context: Context, clause: Span, owner: Owner) -> bool:
    """``Senior bakers often earn more``: than other bakers, where nobody else is named."""
    before = Span(max(clause.start, owner.start - 24), owner.start)
    if _SOME.search(context.text, before.start, before.end):
        return True
    levels = context.qualifiers.levels(context.text, Span(before.start, owner.end), None)
    return any(level.end <= owner.start <= level.end + 1 for level in levels)


_PAST = re.compile(
    rf"[\W_]{{0,3}}(?:(?:back\s)?(?:(?:{ABOUT})\s)?(?:a|one|two|three|four|five|ten|twenty|\d+|many|a\sfew)\s(?:years?|decades?)\sago|until\srecently|in\sthe\spast(?!\s(?:\w+\s)?(?:years?|decades?|months?|few|several)\b))\b",
    re.IGNORECASE,
)
_USED_TO = re.compile(rf"\bused\sto\s(?:be|pay|{EARN})\b")


def of_the_past(text: str, sentence: Span) -> bool:
    """``Three years ago the two paid about the same``: what was, and is told to be over."""
    opens = _PAST.match(text, sentence.start, sentence.end)
    return opens is not None or _USED_TO.search(text, sentence.start, sentence.end) is not None


# "Baking salaries are higher than ...", "The pay in baking is higher than ..."
_FIELD_PAY = re.compile(rf"\s{PAY}\s")
_PAY_IN = re.compile(rf"\b(?:{PAY}|demand|{JOB})\s(?:in|for|within)\s(?:the\sfield\sof\s)?\Z", re.IGNORECASE)


def of_a_field(text: str, sentence: Span, owner: Owner) -> bool:
    """Whether a field of work is what a sentence speaks of: it is its subject, or that is its pay, demand or jobs."""
    of_it = _FIELD_PAY.match(text, owner.end, sentence.end) or _PAY_IN.search(text, sentence.start, owner.start)
    return owner.part is Part.SUBJECT or of_it is not None


# "... earn more.", "... are better paid on average,": nothing behind it says more than whom.
_NO_MORE_SAID = re.compile(
    r"(?:\s(?:money|overall|still|too|again|(?:on|by)\saverage|a\s(?:year|month)|per\s(?:year|month)))*(?:\s?[.;:!)]|,\s(?:and|but|so|roughly|about|though)\b|$)",
    re.IGNORECASE,
)
_OF_PAY = frozenset({"salary"})


def unsaid(context: Context, clauses: Clauses, owner: Owner, comparative: Comparative) -> str | None:
    """Who is meant where nobody is named: the subject before in the sentence, else the one role that the article is about."""
    plain = owner.part is Part.SUBJECT and len(owner.roles) == 1 and comparative.aspect in _OF_PAY
    if not plain or not _NO_MORE_SAID.match(context.text, comparative.end, clauses.sentence.end):
        return None
    before = {role for o in clauses.owners if o.end <= owner.start for role in o.roles} - set(owner.roles)
    if len(before) == 1:
        return before.pop()
    topics = set(context.topics) - set(owner.roles)
    return topics.pop() if not before and len(context.topics) == 1 and topics else None
