"""Where role names stand in a line: what tells a heading's subject and a table's columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from extract.lexicons import Lexicons, plural, singular
from extract.lexicons.fragments import AVERAGE, PAY
from extract.lexicons.signs import SIGNS
from extract.reading.cues import Terms, tokens_of

_WORD = re.compile(r"[^\W_]+")
# "Post-Basic", "Writer's"
_INSIDE = re.compile(r"[-'’]")
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])")
# "the Welder", "⚖️ WELDER"
_LEAD = re.compile(rf"(?i)\A(?:(?:the|an?|for|as|as an?)|[^\w\s(\"'“‘#{SIGNS}<>*+.-]{{1,3}})\s+")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)\s*$")
# "L4 (Mid-Level)": the grade of a ladder, explained in brackets.
_GRADE = re.compile(r"(?:[A-Z]{1,4}[\s-]?(?:\d{1,2}|[IVX]{1,3})|(?:Level|Grade|Band|Tier|Step)\s\w{1,3})\s\(")
_STATISTIC = re.compile(
    rf"(?:(?:the\s)?(?:minimum|maximum|median|mean|lowest|highest|low|high|{AVERAGE})|\d{{1,2}}(?:st|nd|rd|th)\spercentile)"
    rf"(?:\s{PAY})?",
    re.IGNORECASE,
)
# A longer line is no name of a role.
_MAX_NAME = 60
_MAX_KEPT = 300
_MAX_CACHE = 4096

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mention:
    """A role's name at ``start:end`` of a line."""

    start: int
    end: int
    role: str


class Names:
    """Finds the roles of a lexicon in lines, in time linear in the line."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._mentions: dict[str, list[Mention]] = {}
        self._is_role: dict[str, bool] = {}
        self._short: dict[str, str] = {}
        self._heads = frozenset(lexicons.role_heads)
        self._places = frozenset(form.casefold() for place in lexicons.regions for form in (*place.forms, *place.exact))
        self._bodies = frozenset(form.casefold() for body in lexicons.origins for form in (body.name, *body.aliases))
        self._levels = Terms(term for level in lexicons.levels for term in (*level.aliases, *level.short))
        for role in lexicons.roles:
            for form in _with_plurals((*role.forms, *role.fields)):
                words = tuple(_WORD.findall(form.casefold()))
                self._by_first.setdefault(words[0], []).append((words, role.id))
            for form in _with_plurals(role.short):
                self._short.setdefault(form if form.isupper() else form.casefold(), role.id)
        for group in self._by_first.values():
            group.sort(key=lambda entry: len(entry[0]), reverse=True)

    def mentions(self, text: str) -> list[Mention]:
        """Unambiguous names and names of disciplines, the longest at each place, in order."""
        known = self._mentions.get(text)
        if known is None:
            known = _remember(self._mentions, text, self._find(text))
        return known

    def _find(self, text: str) -> list[Mention]:
        found = list(_WORD.finditer(text))
        words = [match[0].casefold() for match in found]
        mentions: list[Mention] = []
        place = 0
        while place < len(words):
            size = 0
            for form, role in self._by_first.get(words[place], ()):
                if tuple(words[place : place + len(form)]) == form:
                    size = len(form)
                    mentions.append(Mention(found[place].start(), found[place + size - 1].end(), role))
                    break
            place += size or 1
        return mentions

    def kind(self, text: str) -> str:
        """What a heading that names no role may count off: ``place``, ``body``, ``statistic``, ``level`` or nothing."""
        if self.is_place(text):
            return "place"
        if text.casefold() in self._bodies:
            return "body"
        if _STATISTIC.fullmatch(text):
            return "statistic"
        aside = _BRACKETS.search(text)
        level = self._levels.at(tokens_of(text)) or (aside and self._levels.whole(tokens_of(aside[0])))
        return "level" if level else ""

    def is_place(self, text: str) -> bool:
        """Whether the text is the name of a place and no more."""
        return text.casefold().removeprefix("the ") in self._places

    def is_level(self, text: str) -> bool:
        """Whether the text is a level and no more, but for what brackets add; or a grade that they explain."""
        aside = _BRACKETS.search(text) if "(" in text else None
        if aside is not None and _GRADE.match(text) and self._levels.whole(tokens_of(aside[0])):
            return True
        return self._levels.whole(tokens_of(text[: aside.start()] if aside is not None else text))

    def is_role(self, text: str) -> bool:
        """Whether the text is a role's name and nothing else: listed, short, or a title by its last word."""
        if not text or len(text) > _MAX_NAME:
            return False
        known = self._is_role.get(text)
        if known is None:
            known = _remember(self._is_role, text, self._names_role(text))
        return known

    def is_title(self, text: str) -> bool:
        """Whether the text is a role's name, perhaps with a level before it, and nothing else: ``Senior Welder``."""
        words = text.split()
        levelled = (self.is_level(" ".join(words[:n])) and self.is_role(" ".join(words[n:])) for n in (1, 2))
        return self.is_role(text) or any(levelled)

    def _names_role(self, text: str) -> bool:
        bare = _BRACKETS.sub("", _LEAD.sub("", text, count=1)).strip(" :*")
        if bare in self._short or bare.casefold() in self._short:
            return True
        mentions = self.mentions(bare)
        if len(mentions) > 1:
            return False
        if any(mention.start == 0 and mention.end == len(bare) for mention in mentions):
            return True
        words = bare.split()
        capitals = all(word[0].isupper() and _INSIDE.sub("", word).isalpha() for word in words[:-1])
        return 1 < len(words) <= 4 and self._is_head(words[-1]) and capitals and not any(map(self._runs_on, words))

    def _is_head(self, word: str) -> bool:
        return singular(word.casefold()) in self._heads

    def _runs_on(self, word: str) -> bool:
        """Whether a title ends inside a word, where the next begins: ``ManagerData``."""
        return any(self._is_head(word[: seam.start()]) for seam in _SEAM.finditer(word))


def _remember(cache: dict[str, T], text: str, value: T) -> T:
    """Keeps what was found for a short line: every reader of tables asks for the same lines."""
    if len(text) <= _MAX_KEPT:
        if len(cache) >= _MAX_CACHE:
            cache.clear()
        cache[text] = value
    return value


@lru_cache(maxsize=4)
def names_of(lexicons: Lexicons) -> Names:
    """The names of a lexicon, made once."""
    return Names(lexicons)


def _with_plurals(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield form
        yield plural(form)
