"""Grades as an article itself explains them: "L3 Senior" makes L3 senior wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.lexicons import Lexicons
from extract.lexicons.terms import alternatives

NEAR = 3
"""In characters."""
_GAP = re.compile(r"[\s\-–]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A qualifier and the words that say it."""

    value: str
    start: int
    end: int


class Grades:
    """Reads what the grades of one article mean."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._known = frozenset(grade for level in lexicons.levels for grade in level.grades)
        self._words = {term: level.id for level in lexicons.levels for term in (*level.aliases, *level.short)}
        self._explained = re.compile(
            rf"(?<![\w-])(?P<grade>{terms_body(self._known)})\s?[(:–-]?\s?(?P<level>{terms_body(self._words)})(?!\w)",
            re.IGNORECASE,
        )
        self._text = ""
        self._meant: dict[str, str] = {}

    def explained(self, text: str, found: Sequence[Found]) -> list[Found]:
        """The levels said in a text, in order, with what they mean in it; a grade and the word behind it are one."""
        levels: list[Found] = []
        for level in found:
            before = levels[-1] if levels else None
            grade = text[level.start : level.end].lower()
            if grade in self._known:
                levels.append(replace(level, value=self._of(text).get(grade, level.value)))
            elif before is not None and level.start - before.end < NEAR and self._is_grade(text, before):
                levels[-1] = replace(before, end=level.end)
            else:
                levels.append(level)
        return levels

    def _is_grade(self, text: str, level: Found) -> bool:
        return text[level.start : level.end].lower() in self._known

    def _of(self, text: str) -> dict[str, str]:
        """Grade -> level, as the text explains it; kept as long as the same text is asked about."""
        if text is not self._text:
            found = self._explained.finditer(text)
            self._meant = {m["grade"].lower(): self._words[_GAP.sub(" ", m["level"].lower())] for m in found}
            self._text = text
        return self._meant


def terms_body(terms: Iterable[str]) -> str:
    """A pattern of terms as whole words in any case, the longest first; a blank also matches a hyphen."""
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    bodies = [r"[\s\-–]".join(re.escape(word) for word in term.split()) for term in longest_first]
    return rf"(?<!\w)(?<!\w-)(?:{alternatives(bodies)})"
