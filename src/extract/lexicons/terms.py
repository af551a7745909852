"""Regular forms of a term: spelling variants, plurals, lookup keys and ids.

Only what follows from rules is here; irregular forms are listed in the data as aliases.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What some letters also stand for in a pattern that takes no notice of case: dotted and dotless i, kelvin, long s.
_UNUSUAL = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}
_FEWEST = 3
"""Alternatives that are worth a group."""

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'"})
_GAPS = re.compile(r"[\s\-‐‑‒–_]+")

# "director of engineering", "chef de partie": the noun that takes the plural stands before these.
_LINKS = re.compile(r"\s(?:of|at|in|for|on|to|de|du)\s", re.IGNORECASE)
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$", re.IGNORECASE)
_CONSONANT_Y = re.compile(r"[b-df-hj-np-tv-z]y$", re.IGNORECASE)
_IRREGULAR = (
    ("salesman", "salesmen"),
    ("saleswoman", "saleswomen"),
    ("person", "people"),
    ("foreman", "foremen"),
    ("policeman", "policemen"),
    ("policewoman", "policewomen"),
    ("fireman", "firemen"),
    ("lineman", "linemen"),
    ("repairman", "repairmen"),
    ("cameraman", "cameramen"),
    ("seaman", "seamen"),
    ("fisherman", "fishermen"),
    ("handyman", "handymen"),
    ("longshoreman", "longshoremen"),
    ("tech", "techs"),
)
_SIBILANT_PLURAL = re.compile(r"(?:ss|x|z|ch|sh)es$")
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ops|sales|news|series|analytics)$", re.IGNORECASE)

# Signs that would vanish from an id and leave two names alike.
_SPOKEN = (("c++", "c plus plus"), ("c#", "c sharp"), ("f#", "f sharp"), (".net", "dotnet"), ("&", " and "))


def key(term: str) -> str:
    """The form under which terms are looked up: any case, any apostrophe, hyphens as blanks."""
    return _GAPS.sub(" ", term.translate(_APOSTROPHES)).strip().casefold()


_LINKING = frozenset({"and", "at", "for", "in", "of", "on", "or", "the", "to", "with"})


def snake(term: str) -> str:
    """An id made of a term, plural or not: ``UI/UX Designer`` -> ``ui_ux_designer``."""
    text = term.translate(_APOSTROPHES).casefold().replace("'", "")
    for sign, words in _SPOKEN:
        text = text.replace(sign, words)
    return re.sub(r"[^a-z0-9]+", "_", text).strip("_")


def display(role: str) -> str:
    """The name to show for an id that no lexicon names: ``head_of_fundraising`` -> ``Head of Fundraising``."""
    words = role.split("_")
    return " ".join(word if at and word in _LINKING else word.capitalize() for at, word in enumerate(words))


def plural(term: str) -> str:
    """The regular plural: ``directors of data``, ``salespeople``, ``MLEs``."""
    head, rest = _split(term)
    for one, many in _IRREGULAR:
        if head.lower().endswith(one):
            return head[: -len(one)] + many + rest
    if head.isupper():
        return head + "s" + rest
    if _CONSONANT_Y.search(head):
        return head[:-1] + "ies" + rest
    return head + ("es" if _SIBILANT.search(head) else "s") + rest


def alternatives(patterns: Iterable[str]) -> str:
    """The patterns as alternatives, in groups by the letters that they begin with: the first that fits is the same.

    Each begins with the escaped text of a term. Where case does not count, :mod:`re` would try all alternatives in turn
    at every place; a class of characters it passes by at a glance, and most places begin none of the groups.
    """
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        first = pattern[:1]
        groups.setdefault(first if first.isascii() and first.islower() else "", []).append(pattern)
    rest = groups.pop("", [])
    return "|".join([*(_group(letter, group) for letter, group in sorted(groups.items())), *rest])


def _group(letter: str, patterns: Sequence[str]) -> str:
    """Alternatives that share their first letter."""
    behind = [pattern[1:] for pattern in patterns]
    nested = len(behind) >= _FEWEST and all(rest[:1].isascii() and rest[:1].islower() for rest in behind)
    body = alternatives(behind) if nested else "|".join(behind)
    return f"(?-i:[{letter}{letter.upper()}{_UNUSUAL.get(letter, '')}])(?:{body})"


@lru_cache(maxsize=50_000)
def singular(term: str) -> str:
    """What :func:`plural` made it from; a term that is no regular plural stays as it is."""
    head, rest = _split(term)
    for one, many in _IRREGULAR:
        if head.lower().endswith(many):
            return head[: -len(many)] + one + rest
    if not head.endswith("s") or _NOT_PLURAL.search(head):
        return term
    if head.endswith("ies") and len(head) > 4:
        return head[:-3] + "y" + rest
    if _SIBILANT_PLURAL.search(head):
        return head[:-2] + rest
    return head[:-1] + rest


class Spelling:
    """Regular spellings of a term.

    ``compounds`` are pairs of words that are also written with a hyphen or as one word (``front end``);
    ``pairs`` are words that American and British English spell differently, ``clipped`` nouns that end a title and
    what one says for short (``developer``, ``dev``).
    """

    def __init__(
        self, compounds: Sequence[str], pairs: Sequence[Sequence[str]], clipped: Sequence[Sequence[str]] = ()
    ) -> None:
        self._compound = _any_of([compound.replace(" ", "[ -]?") for compound in compounds])
        self._cut = {compound.replace(" ", "").casefold(): compound.index(" ") for compound in compounds}
        self._other = {a: b for one, other in pairs for a, b in ((one, other), (other, one))}
        self._respelled = _any_of(list(self._other))
        self._clipped: dict[str, str] = {pair[0]: pair[1] for pair in clipped}

    def variants(self, term: str) -> list[str]:
        """The term and its spellings, without repeats, the term itself first.

        Of a term of three words the first two may also be joined by a hyphen (``machine-learning engineer``).
        """
        found = [term]
        if self._compound.search(term):
            found += [self._compound.sub(join, term) for join in (self._apart, self._hyphenated, self._joined)]
        if self._respelled.search(term):
            found += [self._respelled.sub(self._respell, form) for form in tuple(found)]
        first, _, last = term.rpartition(" ")
        if first and last.lower() in self._clipped:
            found += [form[: -len(last)] + self._clipped[last.lower()] for form in tuple(found)]
        if term.count(" ") == 2 and "-" not in term and not _LINKS.search(term):
            found.append(term.replace(" ", "-", 1))
        return list(dict.fromkeys(found))

    def _parts(self, match: re.Match[str]) -> tuple[str, str]:
        letters = re.sub(r"[ -]", "", match[0])
        cut = self._cut[letters.casefold()]
        return letters[:cut], letters[cut:]

    def _apart(self, match: re.Match[str]) -> str:
        return " ".join(self._parts(match))

    def _hyphenated(self, match: re.Match[str]) -> str:
        return "-".join(self._parts(match))

    def _joined(self, match: re.Match[str]) -> str:
        return "".join(self._parts(match))

    def _respell(self, match: re.Match[str]) -> str:
        other = self._other[match[0].lower()]
        return other.capitalize() if match[0][0].isupper() else other


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """Any of the patterns as whole words; of none, a pattern that never matches."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b" if patterns else r"(?!)", re.IGNORECASE)


def _split(term: str) -> tuple[str, str]:
    """A term before and from its first linking preposition."""
    link = _LINKS.search(term)
    return (term[: link.start()], term[link.start() :]) if link else (term, "")
