"""Of whom a sentence speaks by its wording alone: of adverts, of those named before, of two lists paired off; how a stretch of it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.lexicons.fragments import ADVERT, ASIDE, CONTRAST, USUALLY
from extract.model import Span

# What may stand between a subject and its verb, as parts of a pattern: brackets, an aside between commas, another name, what
# those who hold a title are called together, a place, who they are.
BESIDE_SUBJECT = (
    rf"\s*\([^()]{{0,60}}\)|\s*,\s*(?:{CONTRAST}|{ASIDE}|{USUALLY})\s*,|\s+{CONTRAST}\b"
    rf"|\s*,\s*(?:(?:also|sometimes|{USUALLY})\s(?:known\sas|called|referred\sto\sas)|aka|a\.k\.a\.)\s[^,.;:]{{2,60}},"
    # "They position patients" have no position.
    r"|(?<![Tt]hey)\s+(?:roles?|positions?|jobs?|professionals?|path|careers?|specialists?|(?:trades?\s)?workers|and\s(?:other\s)?(?:experts|specialists|professionals|staff))\b"
    r"|\s(?:in|across)\s(?:the\s)?(?-i:[A-Z])[\w.]+(?:\s(?-i:[A-Z])[\w.]+)?|,\s(?:the|an?|one)\s[^,.;:]{3,50},(?=\s[a-z])"
)
# Verbs in -ly, which are no adverbs.
NO_ADVERB = r"(?!(?:apply|supply|reply|rely|comply|multiply|imply|fly|tally|rally|ally)\b)"
_ADVERTS = re.compile(
    r"(?:(?:Nearly|Almost|In|Across|The|Many|Most|All|Every|Each|Some|Of)\s){0,3}(?:(?:the|all|every|most|of|job|current|vast|majority|open)\s){0,3}"
    rf"(?:{ADVERT}|job\sdescriptions?|employers|companies|recruiters|hiring\smanagers)\b",
    re.IGNORECASE,
)
# "They use pliers, while", "At work they use pliers, and": somebody named before, and then another.
_THEY_DO = re.compile(
    r"(?:They|He|She|These|Those|(?:In|At|On|For|With|By|Here|There|Mostly|Usually|Often)\b[^.;:,]{0,30},?\s(?:they|he|she))\s"
    r"(?!both\b|all\b|each\b)"
)
_OTHERS = re.compile(r"[\s,;(–—-]*(?:while|whilst|whereas|but|though|although|and)\b", re.IGNORECASE)
_WHEREAS = re.compile(r"[\s,;]*(?:whereas|whilst|while)\s")
_THAT_OF = re.compile(
    r"\b(?:than|twice|double|triple|half|times|above|below|exceed\w*|surpass\w*)\s(?:\w+\s){0,2}(?:that|those)(?:\sfor)?$"
)
_STAFF = re.compile(
    r"\b(?:staff|teams?|personnel|members|colleagues|stakeholders|crews?|partners|departments)\s\((?:[^()]*,)?(?:\s?(?:and|or))?\Z"
)
_LAST_WORD = re.compile(r"(?P<word>[\w.’'-]+)\s*$")
# "Plumbing vs Welders", "The difference between plumbing and welders".
_VERSUS_BEHIND = re.compile(r"\s(?:vs|versus)\b", re.IGNORECASE)
_VERSUS_BEFORE = re.compile(
    r"\b(?:(?:vs\.?|versus)|differences?\s(?:\w+\s)?between\b[^,.;:]{0,40})\s(?:an?\s|the\s)?$", re.IGNORECASE
)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
# "the carpenters' union"
_SPEAKS_FOR = re.compile(r"['’]s?\s(?:unions?|councils?|associations?|federations?|guilds?|societ(?:y|ies)|locals?)\b")


def among_staff(tail: str) -> bool:
    """``coach warehouse staff (pickers, packers,``: whether the words before a title, in small letters, list who others are."""
    return tail.find("(") >= 0 and _STAFF.search(tail) is not None


def spoken_for(text: str, end: int) -> bool:
    """``the carpenters' council``: whether a title that ends there stands before who speaks for its holders."""
    return _SPEAKS_FOR.match(text, end) is not None


def speaks_of_adverts(text: str, sentence: Span) -> bool:
    """Whether a sentence is about adverts or employers: "Most postings ask for X"."""
    return _ADVERTS.match(text, sentence.start, sentence.end) is not None


def respectively(text: str, sentence: Span) -> re.Match[str] | None:
    """Where a sentence says that it pairs its lists off in order."""
    return _RESPECTIVELY.search(text, sentence.start, sentence.end)


def set_against(text: str, line: Span, start: int, end: int) -> bool:
    """Whether a line sets the one whom it names at ``start:end`` against somebody: "Plumbing vs Welders"."""
    behind = _VERSUS_BEHIND.match(text, end, line.end)
    return (behind or _VERSUS_BEFORE.search(text, line.start, start)) is not None


def told_of_others(text: str, start: int, subject: int) -> bool:
    """Whether a sentence begins with others, and its first subject, opening there, is set against them.

    "They use pliers, and fitters ...", "Beginners start at X, whereas fitters get Y".
    """
    they = _OTHERS.match(text, subject) is not None and _THEY_DO.match(text, start, subject) is not None
    return they or _WHEREAS.match(text, subject) is not None


def is_of_compared(tail: str) -> bool:
    """``more than twice that``: whether words before "of" and a title, in small letters, end with what it is compared by."""
    return tail.endswith((" that", " those", " for")) and _THAT_OF.search(tail) is not None


def ends_with(text: str, terms: frozenset[str]) -> bool:
    """Whether the last word, or the last two or three, are one of the terms."""
    word = _LAST_WORD.search(text)
    if word is None:
        return False
    if word["word"] in terms:
        return True
    two = " ".join(text.split()[-2:])
    return two in terms or " ".join(text.split()[-3:]) in terms


def closes_aside(text: str, both: re.Match[str], ends: Iterable[int]) -> bool:
    """Whether "either" closes an aside about another role: "Directors, the next step for either, earn more".

    ``ends`` are where the roles named in the sentence end.
    """
    return text.startswith(",", both.end()) and text.rfind(",", 0, both.start()) in ends
