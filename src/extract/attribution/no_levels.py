"""Words that name a level elsewhere and mean something else where they stand."""

from __future__ import annotations

import re

from extract.lexicons.fragments import EARN

_BEFORE_IT = re.compile(r"\b(?:before|after|since|upon|consider(?:ing)?|of|than|by|for)\s$", re.IGNORECASE)
# "a good place to start a career"
_PLACE_TO = re.compile(r"\b(?:places?|cit(?:y|ies)|states?|countr(?:y|ies)|ways?|time)\sto\s$", re.IGNORECASE)
_OF_FIRMS = re.compile(
    r"(?:mid|middle)[\s-]sized?\b|(?:mid|middle|junior|senior|lower)[\s-](?:tier|market|cap)\s(?:\w+\s){0,2}(?:companies|company|firms?|startups?|businesses|employers?|agenc(?:y|ies)|organi[sz]ations?|service|product)\b",
    re.IGNORECASE,
)
# "Temporary staff: drivers", "nursing staff": people who work, behind what kind they are.
_PEOPLE = re.compile(r"(?<=[a-z])(?<!\bsenior)(?<!\blead)[ ]staff\b(?![ ][a-z])", re.IGNORECASE)
# "Middle 50%": a part of all.
_MIDDLE_PART = re.compile(r"mid(?:dle)?\s(?:\d{2}\s?(?:%|per\s?cent)|half|third|two[\s-]thirds)", re.IGNORECASE)
# "who train newcomers", "mentoring two juniors": whom others are taught or led by.
_LED_BY = re.compile(
    r"\b(?:train|teach|coach|mentor|supervis|manag|guid|oversee|direct|assist|support|help|lead)(?:e|es|s|ing)?\s(?:the\s|new\s|other\s|two\s|some\s|more\s|any\s|up\s)?$",
    re.IGNORECASE,
)
# "Which of them leads on pay", "where each career leads": a verb.
_WHAT_LEADS = re.compile(
    r"\b(?:who|which|what|where|how|each|every|either|it|that|this)\s(?:(?!for\b|of\b|do\b|the\b)[a-z]+\s){0,3}$",
    re.IGNORECASE,
)
# "underneath a more senior clerk": somebody else.
_MORE_SO = re.compile(
    r"\b(?:under|underneath|below|from|by|to|with|alongside|beside|behind|assist\w*|support\w*|help\w*)\s(?:an?\s|the\s|your\s|their\s)?(?:more|most)\s$",
    re.IGNORECASE,
)
_GETS = re.compile(rf"\s(?:{EARN}|get|are|at|in|with)\b", re.IGNORECASE)
# "entry to senior", "from junior through to lead level": all of them.
_FIRST_TO_LAST = re.compile(
    r"\b(?:entry|junior|jr\.?|graduate|fresher|beginner|starter|trainee|intern)s?(?:[\s-]levels?)?(?:\s?[–—-]\s?|\s(?:right\s|all\sthe\sway\s)?(?:up\sto|through\sto|to|through|until)\s)"
    r"(?:the\s|very\s|most\s)?(?:senior|sr\b|lead|principal|expert|executive|director|staff)",
    re.IGNORECASE,
)
_REACH = 40
"""In characters."""


def is_no_level(text: str, start: int, end: int) -> bool:
    """Whether a word is of who pays ("mid-tier firms"), of a part or the whole of all, or of whom others lead: no level."""
    if text.startswith(("entering", "Entering"), start):
        return _BEFORE_IT.search(text, max(0, start - 16), start) is not None
    if text.startswith(("start", "begin"), start) and _PLACE_TO.search(text, max(0, start - 16), start):
        return True
    if text[start:end].lower() == "leads" and _WHAT_LEADS.search(text, max(0, start - _REACH), start):
        return _GETS.match(text, end) is None
    led = text[end - 1] == "s" and _LED_BY.search(text, max(0, start - 24), start)
    if led or _MORE_SO.search(text, max(0, start - _REACH), start):
        return True
    if any(m.start() <= start < m.end() for m in _FIRST_TO_LAST.finditer(text, max(0, start - _REACH), end + _REACH)):
        return True
    other = _OF_FIRMS.match(text, start) or _MIDDLE_PART.match(text, start) or _PEOPLE.match(text, start - 1)
    return other is not None
