"""Who helps somebody else is of another role: "pharmacist's assistant", "roofer helper" are no pharmacist and no roofer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.mentions import Mention, MentionKind
from extract.lexicons import Lexicons, key, singular
from extract.model import Document

_HELPS = re.compile(r"(?:['’]s?)?[ -](?P<noun>assistant|aide|helper|labou?rer)(?P<many>s?)(?!['’]?\w)", re.IGNORECASE)


def with_assistants(document: Document, mentions: Sequence[Mention], lexicons: Lexicons) -> list[Mention]:
    """The mentions with those of a role before a noun for who helps as mentions of the helper, in the order given."""
    return [_helper(document.text, m, lexicons) if m.kind is MentionKind.ROLE else m for m in mentions]


def names_of_assistants(mentions: Sequence[Mention], names: dict[str, str]) -> dict[str, str]:
    """Display names of the helpers that no lexicon names."""
    return {
        m.key: f"{names[helped]} {noun.title()}"
        for m in mentions
        if m.kind is MentionKind.ROLE and m.key not in names
        for helped, _, noun in [m.key.rpartition("_")]
        if helped in names and _HELPS.fullmatch(f" {noun}")
    }


def _helper(text: str, mention: Mention, lexicons: Lexicons) -> Mention:
    match = _HELPS.match(text, mention.end)
    if match is None:
        return mention
    noun = match["noun"].lower()
    known = lexicons.role_by_term.get(key(f"{singular(text[mention.start : mention.end])} {noun}"))
    role = known.id if known is not None else f"{mention.key}_{noun}"
    return Mention(MentionKind.ROLE, role, mention.start, match.end(), doubtful=mention.doubtful)
