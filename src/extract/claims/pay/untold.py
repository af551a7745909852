"""Pay of those whose title nobody knows: what a sentence says of them is not whom the sentence before is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.language import MentionKind
from extract.lexicons import singular
from extract.lexicons.fragments import EARN, FARE, MAY, USUALLY
from extract.model import Span

if TYPE_CHECKING:
    from extract.claims.context import Context
    from extract.claims.pay.figures import Setting

# "In Ohio, support reps hired by banks are paid": who is the subject of a sentence, in small letters but for the first.
_SUBJECT = re.compile(
    r"(?:(?:In|At|By|For|On|Across|Within)\s[^,;:\d]{2,40},\s|(?:However|Meanwhile|Elsewhere),\s)?(?:(?:The|An?|Most|Many|Some|the|an?|most|many|some)\s)?"
    r"(?P<who>[A-Za-z][a-z-]{2,16}(?:\s(?:[A-Z]?[a-z-]{3,16})){0,2}?)(?:\s(?:hired|working|employed|based|in|at|with|of|from)\s[^.,;:\d]{2,40}?)?"
    # "Pipelayers, whom the office counts on their own,"
    r"(?:,\s(?:who|whom|which|whose|an?|the)\s[^.,;:\d]{3,60},)?"
    rf"\s(?:(?:{MAY}|{USUALLY}|will|do|also|now|still|then)\s){{0,2}}"
    rf"(?:{EARN}|brings?\sin|were\spaid|starts?\s(?:on|at)|had|have|earned|made|received|averaged|(?:are|were)\s(?:put|placed|on)|{FARE}(?=[^.;]{{0,40}}?(?:\bat|\bwith|\bon)\s)),?\s"
)

# "$50,000 for bakers and $40,000 for vine dressers": who is named right behind an amount.
_FOR_WHOM = re.compile(
    r"\s(?:(?:a|per)\s(?:year|month|hour)\s)?(?:for|to|among)\s(?:most\s|many\s)?(?P<who>[a-z][a-z-]{2,16}(?:\s[a-z-]{3,16}){0,2}?)"
    r"(?=\s?[.,;:)]|\s(?:in|at|with|on|and|while|a|per|according)\b)"
)
# "Site managers who started as bakers": what somebody was once is not who is paid.
_WERE_ONCE = re.compile(
    r"(?P<who>[a-z-]{3,16}s)\swho\s(?:once\s|all\s|often\s)?(?:started|began|trained|qualified|came\sup|worked)\s(?:out\s|off\s|once\s)?as\s\Z"
)
# "pipelayer", "dressmaker": what one works on, and what is done with it.
_TRADE = re.compile(r"[a-z]{3,}(?:layer|fitter|maker|setter|cutter|dresser|keeper|handler|hanger|smith|wright|monger)")


def of_untold(context: Context, setting: Setting) -> bool:
    """``Bakers earn A. Vine dressers get B``: whether a title of which nothing is known is whom a sentence gives an amount."""
    sentence, stated, text = setting.sentence, setting.owner.stated, context.text
    if stated is not None and sentence.start <= stated.start < setting.amount.end:
        once = _WERE_ONCE.search(text, max(sentence.start, stated.start - 60), stated.start)
        if once is not None and is_other_trade(context, once["who"]):
            return True
        behind = _FOR_WHOM.match(text, setting.amount.end, sentence.end) if setting.earlier is not None else None
        return behind is not None and _is_unknown(context, setting, behind)
    clause = text.rfind("; ", sentence.start, setting.amount.start) + 2
    found = _SUBJECT.match(text, max(sentence.start, clause), setting.amount.start)
    return found is not None and _is_unknown(context, setting, found)


def _is_unknown(context: Context, setting: Setting, named: re.Match[str]) -> bool:
    """Whether those who are named are of a trade that the article does not speak of."""
    text, who = context.text, Span(*named.span("who"))
    if setting.passage.of(MentionKind.ROLE, named.start(), named.end()):
        return False
    # "Seniors", "contractors": a level or a way of working, in the same trade.
    same = context.qualifiers.levels(text, who, setting.passage, label=True)
    if text[who.end - 1] != "s" or same or context.cues.has("structure.engaged", text, who.start, who.end):
        return False
    head = named["who"].rpartition(" ")[2].lower()
    return singular(head) not in context.cues.words("structure.generic") and is_other_trade(context, head)


def is_other_trade(context: Context, plural: str) -> bool:
    """Whether a word ends titles or is made like one, but ends none of the titles of the article's roles."""
    head = singular(plural.lower())
    own = {word for role in context.topics for word in role.split("_")}
    known = head in context.lexicons.role_heads or _TRADE.fullmatch(head) is not None
    return known and head not in own
