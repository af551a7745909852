"""Pay of those whose title nobody knows: what a sentence says of them is not whom the sentence before is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.language import MentionKind
from extract.lexicons import singular
from extract.lexicons.fragments import MAY, USUALLY
from extract.model import Span

if TYPE_CHECKING:
    from extract.claims.context import Context
    from extract.claims.pay.figures import Setting

# "In Ohio, support reps hired by banks are paid": who is the subject of a sentence, in small letters but for the first.
_SUBJECT = re.compile(
    r"(?:(?:In|At|By|For|On|Across|Within)\s[^,;:\d]{2,40},\s|(?:However|Meanwhile|Elsewhere),\s)?(?:(?:The|An?|Most|Many|Some|the|an?|most|many|some)\s)?"
    r"(?P<who>[A-Za-z][a-z-]{2,16}(?:\s[a-z-]{3,16}){0,2}?)(?:\s(?:hired|working|employed|based|in|at|with|of|from)\s[^.,;:\d]{2,40}?)?"
    rf"\s(?:(?:{MAY}|{USUALLY}|will|do|also|now|still|then)\s){{0,2}}"
    r"(?:earn|make|get|receive|command|average|take\shome|bring\s(?:in|home)|(?:are|were)\spaid|start\s(?:on|at)|had|have)s?\s"
)


def of_untold(context: Context, setting: Setting) -> bool:
    """``Bakers earn A. Vine dressers get B``: whether a title of which nothing is known is the subject of a sentence with an amount."""
    sentence, stated, text = setting.sentence, setting.owner.stated, context.text
    if stated is None or sentence.start <= stated.start < setting.amount.end:
        return False
    found = _SUBJECT.match(text, sentence.start, setting.amount.start)
    if found is None or setting.passage.of(MentionKind.ROLE, sentence.start, found.end()):
        return False
    who = Span(*found.span("who"))
    # "Seniors", "contractors": a level or a way of working, in the same trade.
    same = context.qualifiers.levels(text, who, setting.passage, label=True)
    if text[who.end - 1] != "s" or same or context.cues.has("structure.engaged", text, who.start, who.end):
        return False
    head = singular(found["who"].rpartition(" ")[2].lower())
    known = {word for role in context.topics for word in role.split("_")} | context.cues.words("structure.generic")
    return head in context.lexicons.role_heads and head not in known
