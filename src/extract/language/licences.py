"""Names of roles that name a licence or an exam on the way to another: "To become a midwife, first get a nurse's licence"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.mentions import Mention, MentionKind

_LICENCE = re.compile(
    r"(?:['’]s)?(?:\s\([A-Z]{2,6}\)|\))?\s(?:licen[cs](?:es?|ing|ure)|certifications?|certificates?|exams?|examinations?|registration|credentials?)\b"
)
_NEAR = 160
"""Characters before a licence in which the role that asks for it stands."""
_SENTENCE = re.compile(r"[.!?:;|\n]\s|\n")


def is_licence_of_another(text: str, mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether a role is named for its licence alone, in a sentence about another role that is among those ``before``."""
    if mention.kind is not MentionKind.ROLE or _LICENCE.match(text, mention.end) is None:
        return False
    first = mention.start - _NEAR
    others = [m for m in before[-12:] if m.kind is MentionKind.ROLE and m.key != mention.key and m.start >= first]
    return bool(others) and _SENTENCE.search(text, others[-1].end, mention.start) is None
