"""Words of plain text that its wrapped lines cut in two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.lexicons import Lexicons, singular
from extract.reading.cues import compounds

# "founda-" at the end of a line that is long enough to be wrapped, before "tions"; not "pre-" before "and post-war".
_CUT_WORD = re.compile(
    r"(?<=[^\n]{30})(?<![\w-])(?P<first>[A-Za-z]?[a-z]+)-\n[ ]{0,12}(?!(?:and|or|to)\b)(?P<last>[a-z]+(?![\w-]))"
)
_WORD = re.compile(r"[a-z]+")
_PAIR = re.compile(r"(?=\b(?P<first>[a-z]+)(?P<mark>[ -])(?P<last>[a-z]+)\b)")
_SHORTEST = 4
"""Letters before "-free" and its like: "un" and "dis" are parts of their words."""


@dataclass(frozen=True)
class Compounds:
    """What keeps its hyphen at the end of a line.

    ``pairs`` are words that stand side by side in the names of roles and tools, some of them ``hyphened``;
    ``words`` are those of names and cues.
    """

    firsts: frozenset[str]
    lasts: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    hyphened: frozenset[tuple[str, str]]
    words: frozenset[str]

    def hold(self, first: str, last: str) -> bool | None:
        """Whether two halves are a compound's; None where nothing is known of them."""
        named = {(first, last), (first, singular(last))}
        if first + last in self.words and not named & self.hyphened:
            return False
        return (
            bool(named & self.pairs) or first in self.firsts or (last in self.lasts and len(first) >= _SHORTEST) or None
        )


@lru_cache(maxsize=4)
def compounds_of(lexicons: Lexicons) -> Compounds:
    """Compounds by the words of the house and the names of a lexicon."""
    names = [form for role in lexicons.roles for form in role.forms]
    names += [form for tool in lexicons.tools for form in (tool.name, *tool.aliases)]
    together = "\n".join(names).lower()
    found = list(_PAIR.finditer(together))
    pairs = frozenset((pair["first"], pair["last"]) for pair in found)
    hyphened = frozenset((pair["first"], pair["last"]) for pair in found if pair["mark"] == "-")
    cues = "\n".join(term for terms in lexicons.cues.values() for term in terms)
    words = frozenset(_WORD.findall(f"{together}\n{cues}"))
    return Compounds(compounds("firsts"), compounds("lasts"), pairs, hyphened, words)


def join_cut_words(text: str, lexicons: Lexicons) -> str:
    """Plain text with the words that its wrapped lines cut in two made whole.

    Where both halves are words of the text, or of a compound that is known, the hyphen is theirs.
    """
    if "-\n" not in text:
        return text
    words = frozenset(_WORD.findall(_CUT_WORD.sub(" ", text).lower()))
    known = compounds_of(lexicons)

    def joined(found: re.Match[str]) -> str:
        first, last = found["first"].lower(), found["last"]
        compound = known.hold(first, last)
        if compound is None:
            compound = first in words and last in words
        return found["first"] + ("-" if compound and first + last not in words else "") + last

    return _CUT_WORD.sub(joined, text)
