"""Cells that say how much what their row is about is wanted, and no more: "Must have", "Very high", "Not needed"."""

from __future__ import annotations

import re

from extract.language import Cues
from extract.lexicons.fragments import USUALLY
from extract.model import Polarity

_YES = re.compile(r"[✓✔✅☑]")
_NO = re.compile(r"[✗✘❌✖]")
# "Very high", "Mostly optional", "Advanced level", "Good knowledge".
_BEFORE = re.compile(rf"(?:very|highly|quite|fairly|{USUALLY}|strongly|almost)\s", re.IGNORECASE)
# What brackets add behind a rating: "Deep (for cleaning)".
_ASIDE = re.compile(r"\s\([^()]{1,60}\)\s*\Z")
_BEHIND = re.compile(r"[\s-](?:levels?|skills?|knowledge|proficiency|importance|use|usage|demand)", re.IGNORECASE)


def wanted(words: str, cues: Cues) -> Polarity | None:
    """What a cell's words say of its row: that it is wanted, or that it is not; None where they say anything else."""
    words = _ASIDE.sub("", words).strip(" .!*")
    if _YES.fullmatch(words) or _is_all("ratings.wanted", words, cues):
        return Polarity.AFFIRMED
    return Polarity.NEGATED if _NO.fullmatch(words) or _is_all("ratings.unwanted", words, cues) else None


def hardly_wanted(words: str, cues: Cues) -> bool:
    """Whether a cell says that what its row is about is wanted little or not at all."""
    return wanted(words, cues) is Polarity.NEGATED or _is_all("ratings.little", words.strip(" .!*"), cues)


def _is_all(name: str, words: str, cues: Cues) -> bool:
    opening = _BEFORE.match(words)
    at = opening.end() if opening and not cues.pattern(name).fullmatch(words) else 0
    said = cues.pattern(name).match(words, at)
    return said is not None and (said.end() == len(words) or _BEHIND.fullmatch(words, said.end()) is not None)
