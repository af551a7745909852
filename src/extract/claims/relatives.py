"""Where what somebody does ends: at the verb behind a relative clause, at what they are paid for it."""

from __future__ import annotations

import re

from extract.attribution import Clauses, Owner, Part
from extract.language.wordclass import word_class
from extract.lexicons.fragments import EARN, MAY, PAY, SHALL, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Span

LONGEST_ARTICLE = 5
"""In characters: "Most "."""
_WHO = re.compile(r",\swho\s")
# The verb that goes on with the subject: "Cooks, who bake and boil, are on ...".
_MAIN_VERB = re.compile(
    rf",\s(?=(?:(?:{USUALLY}|also|now|still|on\saverage,?)\s)?"
    rf"(?:is|are|was|were|has|have|had|{MAY}|{SHALL}|do|does|earns?|makes?|gets?|averages?|starts?|takes?|tends?|needs?|comes?|works?)\s)"
)
_COMMA_VERB = re.compile(r",\s(?P<verb>[a-z]{3,})\s(?!(?:and|or)\b)")
_THEN_PAID = re.compile(
    rf",?\s(?:and|but)\s(?:(?:{MAY}|{USUALLY})\s){{0,2}}"
    rf"(?:{EARN}\s[^.;]{{0,40}}?[{SIGNS}]\s?\d|(?:{EARN}|receives?|enjoys?)\s(?:[a-z]+\s){{0,2}}?{PAY}\b|(?:are|is|gets?)\s(?:(?:well|better|more|less)\s)?paid\b)"
)


def relative_clause(text: str, clauses: Clauses, subject: Owner) -> tuple[Span, int] | None:
    """What a relative clause says right behind its subject, and where the sentence goes on: at its verb, or whom it names next."""
    who = _WHO.match(text, subject.end, clauses.sentence.end)
    if who is None:
        return None
    others = (other.start for other in clauses.owning() if other.start > who.end())
    next_one = next(others, None)
    end = clauses.sentence.end if next_one is None else text.rfind(",", who.end(), next_one)
    end = max(end, who.end())
    main = _MAIN_VERB.search(text, who.end(), end)
    if main is not None:
        end = main.start()
    elif next_one is None and opens(clauses, subject):
        end = _next_verb(text, who.end(), end)
    return (Span(who.end(), end), end) if end > who.end() else None


def opens(clauses: Clauses, owner: Owner) -> bool:
    """Whether a sentence begins with an owner, or with an article before it."""
    return owner.start <= clauses.sentence.start + LONGEST_ARTICLE and owner.part in (Part.SUBJECT, Part.OWNER)


def _next_verb(text: str, start: int, end: int) -> int:
    """Where the verb of a sentence stands: at the first comma before a verb, behind the "and" that closes a list before it."""
    verbs = [m.start() for m in _COMMA_VERB.finditer(text, start, end) if _may_be_verb(m["verb"])]
    closed = text.find(" and ", start, end)
    behind = [at for at in verbs if 0 <= closed < at]
    return (behind or verbs or [end])[0]


def _may_be_verb(word: str) -> bool:
    return not {"V", "Vs"}.isdisjoint(word_class(word).split("+"))


def before_pay(text: str, at: int, end: int) -> int:
    """Where words end before what is told of pay: "look after pipes and earn $60,000"."""
    paid = _THEN_PAID.search(text, at, end)
    return paid.start() if paid else end
