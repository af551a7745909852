"""Cue words as compiled patterns: one alternation for each list of ``cues.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

LONGEST_LABEL = 200


@lru_cache(maxsize=512)
def _compiled(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    body = "|".join(_one(term) for term in longest_first)
    return re.compile(rf"(?<![\w])(?:{body})(?![\w])", re.IGNORECASE)


def _one(term: str) -> str:
    stem = term.removesuffix("*")
    words = [re.escape(word) for word in stem.replace("-", " ").split()]
    return r"[\s\-]".join(words) + (r"\w{0,20}" if term.endswith("*") else "")


class Cues:
    """The cue lists by name (``pay.words``), ready to search with.

    Terms are lower case; a trailing ``*`` stands for any ending; a blank also matches a hyphen.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._lists = {name: tuple(terms) for name, terms in lists.items()}
        self._words = {name: frozenset(terms) for name, terms in self._lists.items()}
        self._patterns: dict[str, re.Pattern[str]] = {}
        # Labels of rows and columns are asked about once for every cell.
        self._whole = lru_cache(maxsize=20_000)(self._in)

    def pattern(self, name: str) -> re.Pattern[str]:
        """The pattern of a list; KeyError for an unknown name."""
        found = self._patterns.get(name)
        if found is None:
            found = self._patterns[name] = _compiled(self._lists[name])
        return found

    def words(self, name: str) -> frozenset[str]:
        """The terms of a list, as they are."""
        return self._words[name]

    def has(self, name: str, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a term of the list stands in the text."""
        if start == 0 and end is None and len(text) <= LONGEST_LABEL:
            return self._whole(name, text)
        return self.pattern(name).search(text, start, len(text) if end is None else end) is not None

    def _in(self, name: str, text: str) -> bool:
        return self.pattern(name).search(text) is not None

    def find(self, name: str, text: str, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
        """Every term of the list in the text, in order."""
        return list(self.pattern(name).finditer(text, start, len(text) if end is None else end))

    def last(self, name: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """The term of the list nearest before ``end``."""
        found = self.find(name, text, start, end)
        return found[-1] if found else None
