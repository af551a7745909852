"""Short names that a text introduces itself: ``company secretary (CS)``, ``CS (company secretary)`` make CS the role in all of the text.

So do the initials of a role that stand in brackets behind a sum: ``€95/h (CS)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.language.mentions import Mention, MentionKind
from extract.model import Document, Zone

_BRACKETED = re.compile(r"\s?\((?P<short>[A-Z]{2,5})(?:['’]?s)?\)")
# "CS (Company Secretary)", "CS – Company Secretary": the short name first.
_AHEAD = re.compile(r"(?<![\w.&-])(?P<short>[A-Z]{2,5})s?(?:\s?\((?:or\s|an?\s|the\s)?|\s[–—=-]\s|:\s)$")
_ENDS = re.compile(r"s?(?=\s?(?:[)|\n]|[,;:–—-]\s|$))")
# "$95 an hour (SB)": whose a sum is.
_IN_BRACKETS = re.compile(r"\((?P<short>[A-Z]{2,4})\)")
_SUM_ENDS = re.compile(r"(?:\d[kKmM]?|%|\b(?:h|hr|hour|day|week|month|mo|yr|year))\s?$")
_WORD = re.compile(r"[A-Za-z]+")
_SMALL = frozenset({"and", "for", "in", "of", "the"})
# "A degree in CS": the subject of that name.
_STUDIED = re.compile(
    r"\b(?:degree|bachelor['’]?s|master['’]?s|diploma|major|background)\s(?:degree\s)?(?:in|of)\s$", re.I
)


def with_introduced(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those by short names that stand in brackets behind a role or a sum, in order of offset.

    What a short name means elsewhere (a field of study, a tool) it does not mean here.
    """
    shorts = _shorts(document.text, mentions)
    if not shorts:
        return list(mentions)
    added = list(_found(document, shorts, mentions))
    places = {(m.start, m.end) for m in added}
    kept = [m for m in mentions if (m.start, m.end) not in places]
    return sorted([*kept, *added], key=lambda m: (m.start, -m.end))


def _shorts(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Short name -> role; none that is introduced for two."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind is not MentionKind.ROLE:
            continue
        match = _beside(text, mention)
        if match and match["short"] == _initials(text[mention.start : mention.end]):
            found.setdefault(match["short"], set()).add(mention.key)
    behind = {match["short"] for match in _IN_BRACKETS.finditer(text) if _ends_sum(text, match.start())} - found.keys()
    for mention in mentions if behind else ():
        initials = _initials(text[mention.start : mention.end])
        if mention.kind is MentionKind.ROLE and initials in behind:
            found.setdefault(initials, set()).add(mention.key)
    return {short: min(roles) for short, roles in found.items() if len(roles) == 1}


def _beside(text: str, mention: Mention) -> re.Match[str] | None:
    """What may be a short name right behind a role, in brackets, or right before it."""
    if "(" in text[mention.end : mention.end + 2]:
        return _BRACKETED.match(text, mention.end)
    ahead = mention.start > 1 and text[mention.start - 1] in "( " and _ENDS.match(text, mention.end)
    return _AHEAD.search(text, max(0, mention.start - 12), mention.start) if ahead else None


def _ends_sum(text: str, at: int) -> bool:
    return _SUM_ENDS.search(text, max(0, at - 8), at) is not None


def _initials(title: str) -> str:
    return "".join(word[0] for word in _WORD.findall(title) if word.lower() not in _SMALL).upper()


def _found(document: Document, shorts: dict[str, str], mentions: Sequence[Mention]) -> Iterator[Mention]:
    body = "|".join(sorted(shorts, key=lambda short: (-len(short), short)))
    pattern = re.compile(rf"(?<![\w&.-])(?P<short>{body})s?(?![\w&-])")
    roles = {(m.start, m.end) for m in mentions if m.kind is MentionKind.ROLE}
    for block in document.blocks:
        if block.zone not in (Zone.ARTICLE, Zone.QUESTION):
            continue
        for match in pattern.finditer(document.text, block.start, block.end):
            studied = _STUDIED.search(document.text, max(block.start, match.start() - 32), match.start())
            if match.span() not in roles and not studied:
                yield Mention(MentionKind.ROLE, shorts[match["short"]], *match.span(), doubtful=True)
