"""Disciplines that stand for those who work in them, ``data science salaries``, and plain titles whose pay is told."""

from __future__ import annotations

import re

from extract.language import Mention
from extract.lexicons.fragments import ABOUT, ADVERT, EARN, JOB, MAY, PAY, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Span

# "software engineering salaries", "occupational therapy 24%": a field stands for who works in it.
_FIELD_PAID = re.compile(
    rf"\s(?:{PAY}|headcount|workforce|numbers|vacancies|offers?(?=\s(?:is|are|was|were|comes?|came|averaged?|averages|stands?|stood)))\b"
    rf"|\s(?:comes?|came|sits?|stands?|stood)\s(?:in\s|out\s)?(?:at|to)\s(?:(?:{ABOUT}|an?\saverage\sof)\s)?[{SIGNS}]\s?\d|\s\(?[{SIGNS}]\s?\d|\s\d[\d.,]*\s?(?:%|per\s?cent\b)(?!\s(?:higher|more|lower|less|of)\b)"
    rf"|\s(?:professionals?|interns|trainees|graduates|freelancers|contractors|consultants|workers|employees|staff|specialists|experts|{JOB})\s(?:{USUALLY}\s)?(?:{EARN}|pays?|averaged|earned|starts?)\s(?!more|less|better)"
    # "firms pay law trainees a median of X"
    rf"|\s(?:interns|trainees|graduates|apprentices|juniors|beginners|newcomers)\s(?:(?:at|on|an?|median|average|of|{ABOUT})\s){{1,4}}(?:[A-Z]{{1,3}}\s?)?[{SIGNS}]?\d"
    rf"|\s{JOB}\s(?:is|are|will|were|was|should|{MAY})\s(?:\w+\s){{0,2}}(?:project|expect|predict|forecast|grow|increas|rise|declin|shrink)\w*|,?\s(?:which|that)\s(?:has|have|pays|earns|offers)\s",
    re.IGNORECASE,
)
# "Criminal Law £18,000": a part of the trade.
_NARROWED = re.compile(r"\b(?!(?:In|For|Of|The|With|While|And|But|Both|Average|Median|Most)\b)[A-Z][a-z]+\s$")
_PAY_FOR = re.compile(rf"\b{PAY}\s(?:for|of)\s(?:(?:all|most|the)\s)?$", re.IGNORECASE)
_EARN_BEHIND = re.compile(rf"\s(?:{USUALLY}\s)?{EARN}\s(?!more|less|better)|['’]s?\s(?:\w+\s)?{PAY}\b", re.IGNORECASE)
_PAY_IN = re.compile(rf"\b(?:{PAY}|employment)\s(?:in|for)\s(?:the\s)?$", re.IGNORECASE)
# "for investment banking ...", "those in data science": the trade for those in it.
_IN_TRADE = re.compile(
    r"(?:;\s(?:for|in)|\b(?:degree|qualification|diploma|background)s?\s(?:(?:needed|required|asked)\s)?for|\b(?i:newcomers?|beginners?|starters?|graduates|people|those|professionals?|workers|employees|staff|someone|anyone|(?:team\s)?leads|team\sleaders|heads|directors|managers|seniors|juniors|interns|trainees|freelancers|contractors)"
    # "$70k in law and $60k in nursing"
    rf"\s(?:working\s|starting\s(?:out\s)?)?(?:in|to|into|entering|joining)|[{SIGNS}]\s?\d[\d.,]*[kK]?\+?(?:\s(?:an?|per)\s\w{{3,6}})?\sin)\s(?:the\sfield\sof\s)?$"
)
_OF_THE_TRADE = re.compile(
    rf"\s(?:roles?|careers?|professionals?|jobs?|positions?|path|teams?|{ADVERT}|ones|hires?|folks?|practitioners)\b",
    re.IGNORECASE,
)


def stands_for_people(text: str, mention: Mention, sentence: Span) -> bool:
    """``Data science salaries``, ``electrical engineering jobs pay``, ``pay in brewing``: of those in a trade, whatever the article is about."""
    before = max(sentence.start, mention.start - 24)
    if _PAY_IN.search(text, before, mention.start):
        return True
    return _FIELD_PAID.match(text, mention.end) is not None and not _NARROWED.search(text, before, mention.start)


def is_before_jobs(text: str, end: int) -> bool:
    """Whether a discipline that ends there is that of roles, careers, professionals."""
    return _OF_THE_TRADE.match(text, end) is not None


def trade_alone(text: str, start: int, sentence: Span) -> bool:
    """``For brewing, a diploma is expected``, ``newcomers to baking earn``: a trade stands for those in it."""
    first = text[sentence.start : start] in {"For ", "In "} and start - sentence.start < 5
    return first or _IN_TRADE.search(text, max(sentence.start, start - 40), start) is not None


def pay_is_told(text: str, mention: Mention, sentence: Span) -> bool:
    """``The median wage for software developers was``, ``web developers earn``, ``web developers' pay``: a plain title means just those who have it."""
    before = _PAY_FOR.search(text, max(sentence.start, mention.start - 24), mention.start)
    return before is not None or _EARN_BEHIND.match(text, mention.end) is not None
