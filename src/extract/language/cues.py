"""Cue words as compiled patterns: one alternation for each list of ``cues.toml``.

Dozens of lists are asked about over and over in the sentences of one article. Where their terms may begin is found
once for an article and all lists (:meth:`Cues.index`); a pattern is then tried there and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from extract.lexicons.terms import alternatives

LONGEST_LABEL = 200
# A label may be glued to its figure: "Job growth4%".
_RUN = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=512)
def _compiled(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    body = alternatives(_one(term) for term in longest_first)
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
        self._patterns = _Patterns(self._lists)
        # Labels of rows and columns are asked about once for every cell.
        self._whole = lru_cache(maxsize=20_000)(self._in)
        self._heading = lru_cache(maxsize=20_000)(self._heads)
        self._openings = _Openings(self._lists)
        self._lists_of_label = lru_cache(maxsize=5_000)(self._openings.names)
        self._text = ""
        self._starts: Mapping[str, list[int]] = {}

    def index(self, text: str) -> None:
        """Makes searching this very text fast, until another is indexed. What is found stays the same."""
        if text is not self._text:
            self._starts, self._text = self._openings.starts(text), text

    def pattern(self, name: str) -> re.Pattern[str]:
        """The pattern of a list; KeyError for an unknown name."""
        return self._patterns[name]

    def known(self, name: str) -> bool:
        """Whether there is a list of this name."""
        return name in self._lists

    def words(self, name: str) -> frozenset[str]:
        """The terms of a list, as they are."""
        return self._words[name]

    def heads(self, name: str, header: str) -> bool:
        """Whether a header is a term of a list of ``headers`` as a whole, but for what says which ("Top cities", "State name")."""
        return self._heading(name, header)

    def _heads(self, name: str, header: str) -> bool:
        words, terms = header.lower().split(), self._words[f"headers.{name}"]
        if "/" in header and all(self.heads(name, part) for part in header.split("/")):
            # "City/State"
            return True
        before, behind = self._words["headers.before"], self._words["headers.behind"]
        if len(words) > 1 and words[-1] in behind and self.heads(name, " ".join(words[:-1])):
            return True
        while words and " ".join(words) not in terms:
            words = words[1:] if words[0] in before else []
        return bool(words)

    def has(self, name: str, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a term of the list stands in the text."""
        if text is self._text:
            places = self._places(name, start, end)
            return bool(places) and any(self._tried(self._patterns[name], text, places, end))
        if start == 0 and end is None and len(text) <= LONGEST_LABEL:
            return self._whole(name, text)
        return self._patterns[name].search(text, start, len(text) if end is None else end) is not None

    def _in(self, name: str, text: str) -> bool:
        pattern = self._patterns[name]
        return name in self._lists_of_label(text) and pattern.search(text) is not None

    def may_have(self, name: str, text: str, start: int, end: int) -> bool:
        """Whether the first word of a term of the list stands in the text; True where the text is not indexed."""
        if text is not self._text:
            return True
        starts = self._starts.get(name, ())
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    def find(self, name: str, text: str, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
        """Every term of the list in the text, in order."""
        if text is self._text:
            places = self._places(name, start, end)
            return list(self._tried(self._patterns[name], text, places, end)) if places else []
        return list(self._patterns[name].finditer(text, start, len(text) if end is None else end))

    def last(self, name: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """The term of the list nearest before ``end``."""
        found = self.find(name, text, start, end)
        return found[-1] if found else None

    def matches(self, name: str, pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer(text, start, end)`` yields, for a pattern that begins with a term of the list."""
        if text is not self._text:
            return pattern.finditer(text, start, end)
        return self._tried(pattern, text, self._places(name, start, end), end)

    def _places(self, name: str, start: int, end: int | None) -> Sequence[int]:
        """Where within the indexed text a term of the list may begin."""
        starts = self._starts.get(name)
        if starts is None:
            return ()
        first = bisect_left(starts, start)
        if end is None:
            return starts[first:]
        if first == len(starts) or starts[first] >= end:
            return ()
        return starts[first : bisect_left(starts, end, first)]

    @staticmethod
    def _tried(pattern: re.Pattern[str], text: str, starts: Iterable[int], end: int | None) -> Iterator[re.Match[str]]:
        reach, end = 0, len(text) if end is None else end
        for start in starts:
            match = pattern.match(text, start, end) if start >= reach else None
            if match:
                reach = match.end()
                yield match


class _Patterns(dict[str, re.Pattern[str]]):
    """The pattern of each list, made when it is first asked for."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._lists = lists

    def __missing__(self, name: str) -> re.Pattern[str]:
        found = self[name] = _compiled(self._lists[name])
        return found


class _Openings:
    """Which lists have a term that may begin at a word, by the word or by what it begins with."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        self._signs: dict[str, set[str]] = {}
        for name, terms in lists.items():
            for term in terms:
                self._take(name, term)
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._names = lru_cache(maxsize=50_000)(self._of)

    def _take(self, name: str, term: str) -> None:
        word = _RUN.match(term)
        if word is None:
            self._signs.setdefault(term[0], set()).add(name)
        else:
            places = self._stems if term[word.end() :] == "*" else self._exact
            places.setdefault(word[0], set()).add(name)

    def _of(self, written: str) -> tuple[str, ...]:
        word = written.lower()
        names = set(self._exact.get(word, ()))
        for length in self._lengths:
            names |= self._stems.get(word[:length], set())
        return tuple(sorted(names))

    def names(self, text: str) -> frozenset[str]:
        """The lists of which a term may begin somewhere in a text."""
        found = {name for written in set(_RUN.findall(text)) for name in self._names(written)}
        return frozenset(found.union(*(names for sign, names in self._signs.items() if sign in text)))

    def starts(self, text: str) -> dict[str, list[int]]:
        """For each list the offsets, in order, at which one of its terms may begin. Linear."""
        words: defaultdict[str, list[int]] = defaultdict(list)
        for word in _RUN.finditer(text):
            words[word[0]].append(word.start())
        found: defaultdict[str, list[int]] = defaultdict(list)
        for written, offsets in words.items():
            for name in self._names(written):
                found[name] += offsets
        for sign, names in self._signs.items():
            offsets = [match.start() for match in re.finditer(re.escape(sign), text)]
            for name in names if offsets else ():
                found[name] += offsets
        for offsets in found.values():
            offsets.sort()
        return found
