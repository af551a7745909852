"""Where what somebody does ends: at the verb behind a relative clause, at what they are paid for it."""

from __future__ import annotations

import re

from extract.attribution import Clauses, Owner, Part
from extract.lexicons.fragments import EARN, MAY, SHALL, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Span

_WHO = re.compile(r",\swho\s")
# The verb that goes on with the subject: "Cooks, who bake and boil, are on ...".
_MAIN_VERB = re.compile(
    rf",\s(?=(?:(?:{USUALLY}|also|now|still|on\saverage,?)\s)?"
    rf"(?:is|are|was|were|has|have|had|{MAY}|{SHALL}|do|does|earns?|makes?|gets?|averages?|starts?|takes?|tends?|needs?|comes?|works?)\s)"
)
_THEN_PAID = re.compile(
    rf",?\s(?:and|but)\s(?:(?:{MAY}|{USUALLY})\s){{0,2}}"
    rf"{EARN}\s[^.;]{{0,40}}?[" + SIGNS + r"]\s?\d"
)


def relative_clause(text: str, clauses: Clauses, subject: Owner) -> Span | None:
    """What a relative clause says right behind its subject, up to the verb of the sentence or to who is named next."""
    who = _WHO.match(text, subject.end, clauses.sentence.end)
    if who is None or subject.part is Part.COMPANY:
        return None
    others = (other.start for other in clauses.owning() if other.start > who.end())
    next_one = next(others, None)
    end = clauses.sentence.end if next_one is None else text.rfind(",", who.end(), next_one)
    main = _MAIN_VERB.search(text, who.end(), max(end, who.end()))
    end = main.start() if main else end
    return Span(who.end(), end) if end > who.end() else None


def before_pay(text: str, at: int, end: int) -> int:
    """Where words end before what is told of pay: "look after pipes and earn $60,000"."""
    paid = _THEN_PAID.search(text, at, end)
    return paid.start() if paid else end
