"""Job titles that are not written out: with an abbreviation inside, or sharing the last word of the title beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.mentions import Mention, MentionKind
from extract.lexicons import Lexicons, key, singular
from extract.model import Block, BlockKind, Document, Span

_WORD = r"[A-Za-z][\w&-]{1,20}"
_ABBREVIATED = re.compile(
    rf"(?P<first>\b{_WORD}(?:\s{_WORD}){{0,3}})\s\([A-Z][A-Za-z/&]{{1,6}}\)\s(?P<head>{_WORD}(?:\s{_WORD}){{0,2}})"
)
_BRACKET = re.compile(r"\((?<=\s\()[A-Z][A-Za-z/&]{1,6}\)\s")
# Behind one title, ", and" begins a clause: only in a list of three or more do those before it share a last word.
_BESIDE = re.compile(
    rf"(?P<listed>,\s)?(?P<first>\b{_WORD}(?:\s{_WORD})?)(?:(?(listed),?)\s(?:and|or|vs\.?|versus|&)\s|,\s|/)$"
)
_JOINING = (",", "and", "or", "vs", "vs.", "versus", "&")
_COUNTERPARTS = re.compile(rf"\b(?P<first>{_WORD}(?:\s{_WORD})?)\s(?:counterparts?|peers?)\b")
_WORDS = re.compile(r"\S+")
_HEAD = re.compile(r"\s(?P<head>[a-z]{4,16})\b")
# "veterinary technologists and technicians": the first word is that of both.
_AND_HEAD = re.compile(r"\s(?:and|or|&)\s(?P<head>[A-Za-z]{4,16}s)(?![\w-])", re.IGNORECASE)
_INVERTED = re.compile(r"(?P<head>[A-Z][a-z]{3,}(?:\s[A-Z]?[a-z]+)?),\s(?P<first>[\w&/-]+(?:\s[\w&/-]+){0,2})")
_ALONE = re.compile(rf"(?P<first>\b{_WORD})/$")
AROUND = 90
"""Characters on both sides of an abbreviation that its title may have."""
REACH = 48
"""Characters before a title in which another may share its last word."""
AWAY = 120
"""Characters between a role and its counterparts."""


def unwritten(document: Document, mentions: Sequence[Mention], lexicons: Lexicons) -> Iterator[Mention]:
    """Titles of ``Artificial Intelligence (AI) Specialist``, ``civil and mechanical engineers``, ``their civil counterparts``.

    ``mentions`` are those found so far, in order of offset.
    """
    text = document.text
    for bracket in _BRACKET.finditer(text):
        match = _ABBREVIATED.search(text, max(0, bracket.start() - 1 - AROUND), bracket.end() + AROUND)
        found = _longest(match, lexicons) if match else None
        if found is not None:
            role, span = found
            yield Mention(MentionKind.ROLE, role, span.start, span.end)
    roles = [m for m in mentions if m.kind is MentionKind.ROLE]
    for role_mention in roles:
        yield from _beside(text, role_mention, lexicons)
    yield from _behind(document, roles, lexicons)
    yield from _inverted(document, lexicons)
    if "counterpart" in text or "peer" in text:
        for match in _COUNTERPARTS.finditer(text):
            before = [m for m in roles if match.start() - AWAY < m.end <= match.start()]
            span = Span(match.start("first"), match.end("first"))
            yield from _with_head(text, span, before[-1], lexicons) if before else ()


def with_plural_signs(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions with those of roles that end in ``(s)``, one or more of them, as long as that."""
    if "(s)" not in text:
        return mentions
    signed = (m.kind is MentionKind.ROLE and text.startswith("(s)", m.end) for m in mentions)
    return [replace(m, end=m.end + 3) if sign else m for m, sign in zip(mentions, signed, strict=True)]


def _behind(document: Document, roles: Sequence[Mention], lexicons: Lexicons) -> Iterator[Mention]:
    """Nouns behind "and" that share the words of the title before them, where a heading or the text again joins the two."""
    text, taken = document.text, {m.start for m in roles}
    found: dict[str, list[Mention]] = {}
    for mention in roles:
        shared, _, last = text[mention.start : mention.end].rpartition(" ")
        joined = _AND_HEAD.match(text, mention.end) if shared and last.endswith("s") else None
        role = _known(f"{shared} {joined['head']}", lexicons) if joined else None
        if joined and role not in {None, mention.key} and joined.start("head") not in taken:
            both = text[mention.start : joined.end()].lower()
            found.setdefault(both, []).append(Mention(MentionKind.ROLE, str(role), *joined.span("head")))
    for mentions in found.values():
        in_heading = any(b.start <= m.start < b.end for b in _headings(document) for m in mentions)
        if len(mentions) > 1 or in_heading:
            yield from mentions


def _inverted(document: Document, lexicons: Lexicons) -> Iterator[Mention]:
    """Cells that name a title by its last word first: ``Engineer, Site Reliability``."""
    for cell in (row[0] for table in document.tables for row in table.rows if row):
        found = _INVERTED.fullmatch(document.text, cell.start, cell.end)
        role = _known(f"{found['first']} {found['head']}", lexicons) if found else None
        if role is not None:
            yield Mention(MentionKind.ROLE, role, cell.start, cell.end)


def _headings(document: Document) -> Iterator[Block]:
    return (block for block in document.blocks if block.kind is BlockKind.HEADING)


def _longest(match: re.Match[str], lexicons: Lexicons) -> tuple[str, Span] | None:
    before = [word.start() for word in _WORDS.finditer(match["first"])]
    after = [word.end() for word in _WORDS.finditer(match["head"])]
    for start in before:
        for end in reversed(after):
            role = _known(f"{match['first'][start:]} {match['head'][:end]}", lexicons)
            if role is not None:
                return role, Span(match.start("first") + start, match.start("head") + end)
    return None


def _known(title: str, lexicons: Lexicons) -> str | None:
    role = lexicons.role_by_term.get(key(title)) or lexicons.role_by_term.get(key(singular(title)))
    return role.id if role is not None else None


def _beside(text: str, mention: Mention, lexicons: Lexicons) -> Iterator[Mention]:
    """The titles before one that share its last word, from right to left."""
    start = mention.start
    if " " not in text[mention.start : mention.end]:
        yield from _abbreviated_beside(text, mention, lexicons)
        return
    while start > 0:
        first = max(0, start - REACH)
        before = text[first:start]
        match = _BESIDE.search(before) if before[-1] == "/" or before[:-1].endswith(_JOINING) else None
        if match is None:
            return
        found = list(
            _with_head(text, Span(first + match.start("first"), first + match.end("first")), mention, lexicons)
        )
        if not found:
            return
        yield found[0]
        start = found[0].start


def _abbreviated_beside(text: str, mention: Mention, lexicons: Lexicons) -> Iterator[Mention]:
    """``DevOps/SRE engineers``: the last word behind an abbreviation is that of the title before it too."""
    head = _HEAD.match(text, mention.end) if text[mention.start - 1 : mention.start] == "/" else None
    word = _ALONE.search(text, max(0, mention.start - REACH), mention.start) if head else None
    role = _known(f"{word['first']} {singular(head['head'])}", lexicons) if word and head else None
    if word is not None and role is not None:
        yield Mention(MentionKind.ROLE, role, word.start("first"), word.end("first"))


def _with_head(text: str, span: Span, mention: Mention, lexicons: Lexicons) -> Iterator[Mention]:
    """Both words of a span, or the last one alone, with the last word of another title."""
    head = singular(text[mention.start : mention.end].rsplit(maxsplit=1)[-1])
    words = text[span.start : span.end]
    for at in (0, words.find(" ") + 1):
        role = _known(f"{words[at:]} {head}", lexicons)
        if role is not None:
            yield Mention(MentionKind.ROLE, role, span.start + at, span.end)
            return
