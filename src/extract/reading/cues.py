"""The words of ``lexicons/reading.toml``, ready to be looked for in lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from extract.model import Zone

_WORD = re.compile(r"\w+(?:'\w+)?|\+\d+|&")
# Lines are asked for their words again and again all over a corpus, paragraphs while their page is read.
_MAX_LINE = 200
_MAX_KEPT = 5_000


def tokens_of(text: str) -> Sequence[str]:
    """Words in small letters with straight apostrophes; hyphens and other marks part them."""
    if len(text) <= _MAX_LINE:
        return _tokens_of_line(text)
    return _tokens_of_paragraph(text) if len(text) <= _MAX_KEPT else _tokens(text)


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold().replace("’", "'").replace("_", " ")))


@lru_cache(maxsize=8192)
def _tokens_of_line(text: str) -> tuple[str, ...]:
    return _tokens(text)


@lru_cache(maxsize=512)
def _tokens_of_paragraph(text: str) -> tuple[str, ...]:
    return _tokens(text)


class Terms:
    """Terms of one or more words, looked up in lists of words in linear time."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for term in terms:
            words = tuple(tokens_of(term))
            self._by_first.setdefault(words[0], []).append(words)
        self._firsts = frozenset(self._by_first)
        for group in self._by_first.values():
            group.sort(key=len, reverse=True)

    def at(self, words: Sequence[str], place: int = 0) -> int:
        """How many words the longest term at a place takes; 0 where none stands."""
        group = self._by_first.get(words[place]) if place < len(words) else None
        for term in group or ():
            if len(term) == 1 or tuple(words[place : place + len(term)]) == term:
                return len(term)
        return 0

    def places(self, words: Sequence[str]) -> list[int]:
        """Where terms start."""
        if self._firsts.isdisjoint(words):
            return []
        return [place for place, word in enumerate(words) if word in self._firsts and self.at(words, place)]

    def within(self, words: Sequence[str]) -> bool:
        """Whether any term stands anywhere."""
        return bool(self.places(words))

    def count(self, words: Sequence[str]) -> int:
        """How many places a term starts at."""
        return len(self.places(words))

    def whole(self, words: Sequence[str]) -> bool:
        """Whether the words are one of the terms, no more and no less."""
        return bool(words) and words[0] in self._firsts and self.at(words) == len(words)

    def at_end(self, words: Sequence[str]) -> bool:
        """Whether a term ends with the last word."""
        places = range(max(0, len(words) - 4), len(words))
        return any(words[place] in self._firsts and self.at(words, place) == len(words) - place for place in places)


@dataclass(frozen=True, slots=True)
class Cues:
    """Terms by what they tell; the names are those of ``reading.toml``."""

    heading_generic: Terms
    heading_facets: Terms
    heading_shared: Terms
    heading_ratings: Terms
    heading_questions: Terms
    heading_conversational: Terms
    heading_verbs: Terms
    heading_introductions: Terms
    heading_small: Terms
    heading_values: Terms
    heading_lists: Terms
    heading_duties: Terms
    advert_imperatives: Terms
    advert_products: Terms
    advert_urgency: Terms
    advert_promises: Terms
    advert_reader: Terms
    advert_labels: Terms
    menu_lines: Terms
    menu_contents: Terms
    menu_paths: Terms
    menu_consent: Terms
    menu_forms: Terms
    menu_related: Terms
    menu_others: Terms
    menu_measures: Terms
    author_lines: Terms
    byline_starts: Terms
    byline_marks: Terms
    byline_data: Terms
    caption_ends: Terms
    caption_starts: Terms
    caption_pictures: Terms
    caption_showing: Terms
    caption_posing: Terms
    table_corners: Terms
    table_headers: Terms
    table_labels: Terms
    table_notes: Terms
    table_pay: Terms
    table_qualifiers: Terms
    table_titles: Terms
    table_units: Terms
    table_differences: Terms
    camel: tuple[str, ...]


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    content = resources.files("extract.lexicons").joinpath("reading.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The cues, read once."""
    groups = {group: lists for group, lists in _tables().items() if group not in {"pages", "elements", "compounds"}}
    terms = {
        f"{group[:-1]}_{name}": Terms(words)
        for group, lists in groups.items()
        for name, words in lists.items()
        if name != "camel"
    }
    return Cues(**terms, camel=tuple(groups["tables"]["camel"]))


@lru_cache(maxsize=1)
def page_words() -> Mapping[Zone, frozenset[str]]:
    """Zone -> words of class and id attributes that mean it, the surest zone first."""
    zones = {
        "bylines": Zone.BYLINE,
        "captions": Zone.CAPTION,
        "authors": Zone.AUTHOR,
        "relateds": Zone.RELATED,
        "adverts": Zone.ADVERT,
        "menus": Zone.MENU,
    }
    return {zone: frozenset(_tables()["pages"][name]) for name, zone in zones.items()}


@lru_cache(maxsize=1)
def tabs_beside() -> frozenset[str]:
    """Words on tabs whose panels stand beside the article."""
    return frozenset(_tables()["pages"]["tabs"])


@lru_cache(maxsize=8)
def elements(name: str) -> frozenset[str]:
    """Tags of HTML by what they mean for reading: blocks, skipped, breaks, layout, menus."""
    return frozenset(_tables()["elements"][name])


@lru_cache(maxsize=2)
def compounds(part: str) -> frozenset[str]:
    """What stands before (``firsts``) or behind (``lasts``) the hyphen of compounds."""
    return frozenset(_tables()["compounds"][part])
