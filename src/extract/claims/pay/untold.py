"""Pay of those whose title nobody knows: what a sentence says of them is not whom the sentence before is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.claims.phrases import names_role_alone
from extract.language import MentionKind, Passage
from extract.lexicons import singular
from extract.lexicons.fragments import EARN, FARE, JOB, MAY, PAY, USUALLY
from extract.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from extract.claims.context import Context
    from extract.claims.pay.figures import Setting

# "In Ohio, support reps hired by banks are paid": who is the subject of a sentence, in small letters but for the first.
_SUBJECT = re.compile(
    r"(?:(?:In|At|By|For|On|Across|Within)\s[^,;:\d]{2,40}(?:,\s|\s(?=an?\s))|(?:However|Meanwhile|Elsewhere),\s)?(?:(?P<one>[Aa]n?\s)|(?:The|Our|Most|Many|Some|the|our|most|many|some)\s)?"
    r"(?P<who>(?:[A-Za-z][a-z-]{2,16}\s){0,2}?(?P<short>[A-Z]{2,5})s?|[A-Za-z][a-z-]{2,16}(?:\s(?:[A-Z]?[a-z-]{3,16})){0,2}?)(?:\s(?:hired|working|employed|based|in|at|with|of|from)\s[^.,;:\d]{2,40}?)?"
    # "Pipelayers, whom the office counts on their own,"
    r"(?:,\s(?:who|whom|which|whose|an?|the)\s[^.,;:\d]{3,60},)?"
    rf"\s(?:(?:{MAY}|{USUALLY}|will|do|also|now|still|then)\s){{0,2}}"
    rf"(?:{EARN}|charges?|bills?|brings?\sin|were\spaid|starts?\s(?:on|at)|had|have|earned|made|received|averaged|(?:are|were)\s(?:put|placed|on)|{FARE}(?=[^.;]{{0,40}}?(?:\bat|\bwith|\bon)\s)),?\s"
)

# "The median annual wage for crossing guards was": of whom a sentence gives the pay, with a capital or without.
_PAY_OF_WHOM = re.compile(
    rf"\b{PAY}(?:\sin\s(?:\w+\s)?\d{{4}})?\s(?:for|of|among)\s(?:(?P<one>an?\s)|(?:all|most|the|these|those|working|full-time|licensed)\s)?"
    r"(?P<who>[A-Za-z][a-z/-]{2,}(?:,?\s(?:(?:and|or)\s)?[A-Za-z][a-z/-]{2,}){0,7}?)"
    r"(?=,?\s(?:was|were|is|are|in|at|of|who|with|on|nationwide|stands|stood|comes|came|averages|averaged|ranges|ranged|reached|runs|ran|can|may|starts)\b|:|,\s\w+ing\b)"
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
# What letters may stand for that is nobody else's title: "MBAs", "RNs", "the BLS".
_KNOWN_SHORT = (
    MentionKind.ROLE,
    MentionKind.FIELD,
    MentionKind.DEGREE,
    MentionKind.CERTIFICATION,
    MentionKind.ORIGIN,
    MentionKind.REGION,
)
# What tells whose a figure is, or of what part of a trade.
_TELLING = (MentionKind.ROLE, MentionKind.REGION, MentionKind.DEGREE, MentionKind.CERTIFICATION)
_NAMED = (MentionKind.ROLE, MentionKind.FIELD, MentionKind.REGION, MentionKind.ORIGIN)
_VAGUE = frozenset({"employee", "expert", "practitioner", "professional", "specialist", "worker"})
LONGEST_TRADE, MOST_OF_SAME = 3, 2
"""In words."""
# "pipelayer", "dressmaker": what one works on, and what is done with it.
_TRADE = re.compile(r"[a-z]{3,}(?:layer|fitter|maker|setter|cutter|dresser|keeper|handler|hanger|smith|wright|monger)")

# "- Building Control £45,983": an item that is a name and a sum.
_ITEM = re.compile(r"[\s*_-]*(?P<who>[A-Z][\w&/’'() -]{2,47}?)[\s:*_–—.-]{1,6}(?:[A-Z]{1,3}\s?)?[^\w\s]?\s?\Z")
# "Average pay of jobs in the trade:" above such items.
_OF_JOBS = re.compile(rf"\b{JOB}(?<=s)\b", re.IGNORECASE)
FEWEST_TITLES = 2
"""Items of a list that name different roles, from which on those between them name others."""


def of_unknown(context: Context, block: Block, passage: Passage) -> bool:
    """``- Rigger: £30``, where the items beside it begin with roles: a trade that nobody knows, and not the article's."""
    label, qualifiers, text = block.label, context.qualifiers, context.text
    if block.kind is not BlockKind.LIST_ITEM or label is None or block.intro is None:
        return False
    words = text[label.start : label.end]
    named = passage.of(_NAMED, label.start, label.end) or _is_kind(context, label)
    if named or not words.istitle() or len(words.split()) > LONGEST_TRADE:
        return False
    if qualifiers.levels(text, label, passage, label=True) or qualifiers.experience(text, label):
        return False
    if qualifiers.statistics(text, label, label=True) or context.cues.has("pay.labels", words):
        return False
    beside = [b for b in context.document.blocks if b.intro == block.intro and b.label is not None]
    roles = [b for b in beside if b.label and names_role_alone(context.attributor.passage(b), b.label)]
    return len(roles) > 1 and len(roles) * 2 >= len(beside)


def _is_kind(context: Context, label: Span) -> bool:
    """``Registered``: which of those whom a list is about."""
    return context.cues.pattern("structure.kinds").fullmatch(context.text, label.start, label.end) is not None


def of_listed_trade(context: Context, setting: Setting) -> bool:
    """``Building Control £45,983`` in a list of what trades pay: a name that nobody knows, and no pay of whom the article is about."""
    block, text = setting.block, context.text
    if block.kind is not BlockKind.LIST_ITEM or block.intro is None or setting.earlier is not None:
        return False
    named = _ITEM.fullmatch(text, block.start, setting.amount.start)
    if named is None or text[setting.amount.end : block.end].strip(" .*_"):
        return False
    who = Span(*named.span("who"))
    levels = context.qualifiers.levels(text, who, setting.passage, label=True)
    told: object = any(level.start == who.start for level in levels) or context.qualifiers.statistics(
        text, who, label=True
    )
    own = {m.key for m in setting.passage.of(MentionKind.FIELD, who.start, who.end)} & set(setting.owner.roles)
    told = told or _is_kind(context, block.label or who)
    return not (told or own) and not setting.passage.of(_TELLING, who.start, who.end) and _lists_trades(context, block)


def _lists_trades(context: Context, block: Block) -> bool:
    """Whether a list tells jobs apart: its introduction says so of nobody in particular, or its items name several roles."""
    blocks, text = context.document.blocks, context.text
    above = blocks[block.intro or 0]
    passage = context.passage_of(Span(above.start, above.end))
    if passage is not None and passage.of((MentionKind.ROLE, MentionKind.FIELD)):
        return False
    if _OF_JOBS.search(text, above.start, above.end):
        return True
    roles = set()
    for item in blocks:
        if item.intro == block.intro and item.label is not None:
            beside = context.passage_of(item.label)
            roles |= {m.key for m in beside.of(MentionKind.ROLE, item.label.start, item.label.end)} if beside else set()
    return len(roles) >= FEWEST_TITLES


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
    start = max(sentence.start, clause)
    found = _SUBJECT.match(text, start, setting.amount.start)
    # "The average salary for": no subject that earns.
    if found is None or (text[found.end("who") - 1] not in "sS" and not found["short"] and found["one"] is None):
        of = _PAY_OF_WHOM.search(text, start, setting.amount.start) if setting.earlier is None else None
        return of is not None and _is_unknown(context, setting, of, one=of["one"] is not None)
    if found["short"]:
        return _is_other_short(context, setting, found)
    return _is_unknown(context, setting, found, one=found["one"] is not None)


def _is_other_short(context: Context, setting: Setting, named: re.Match[str]) -> bool:
    """``Senior QSs earn A``: letters that no title of the article is known by, begins with or ends in."""
    if setting.passage.of(_KNOWN_SHORT, named.start("who"), named.end("who")):
        return False
    short = named["short"].lower()
    titles = [[word[0] for word in role.split("_")] for role in context.topics]
    return not any(short[-1] == title[-1] or short.startswith("".join(title)) for title in titles)


def _is_unknown(context: Context, setting: Setting, named: re.Match[str], *, one: bool = False) -> bool:
    """Whether those who are named are of a trade that the article does not speak of."""
    text, who = context.text, Span(*named.span("who"))
    if setting.passage.of(MentionKind.ROLE, named.start(), named.end()):
        return False
    # "Seniors", "contractors": a level or a way of working, in the same trade; "salon owners" are in another.
    engaged, both = context.cues.pattern("structure.engaged"), (named["who"], f"{named['who']}s")
    same = bool(context.qualifiers.levels(text, who, setting.passage, label=True)) or any(map(engaged.fullmatch, both))
    # "freelance claims consultants"
    more = len(named["who"].split()) > MOST_OF_SAME
    if (text[who.end - 1] != "s" and not one) or (same and not more):
        return False
    head = named["who"].rpartition(" ")[2].lower()
    # "Engineers" are those of the article where its own titles are as general.
    general = context.cues.words("structure.generic")
    generic = singular(head) in general and not (more and any(map(engaged.search, both)))
    generic = generic and not general.isdisjoint(role.rpartition("_")[2] for role in context.topics)
    if generic or singular(head) in _VAGUE:
        return False
    return is_other_trade(context, head) or _ends_heading(context, setting.block, singular(head))


def _ends_heading(context: Context, block: Block, head: str) -> bool:
    """Whether ``Transport Scheduler`` is the heading over ``Schedulers earn A``, and none of the article's roles."""
    above = next(iter(context.headings(block)), None)
    words = context.text[above.start : above.end].lower().split() if above is not None else []
    return 1 < len(words) <= LONGEST_TRADE and words[-1] == head and head not in _own_words(context)


def is_other_trade(context: Context, plural: str) -> bool:
    """Whether a word ends titles or is made like one, but ends none of the titles of the article's roles."""
    head = singular(plural.lower())
    lexicons = context.lexicons
    known = head in lexicons.role_heads or head in lexicons.roles_by_short or _TRADE.fullmatch(head) is not None
    known = known or head in context.cues.words("structure.others")
    return known and head not in _own_words(context)


def _own_words(context: Context) -> set[str]:
    """The words of the article's roles, and what their other names end with: a "radiology technician" is a technologist."""
    roles = context.lexicons.role_by_id
    own = {word for role in context.topics for word in role.split("_")}
    named = (roles[role] for role in context.topics if role in roles)
    return own | {form.rpartition(" ")[2].lower() for role in named for form in role.forms}
