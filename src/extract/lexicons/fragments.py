"""Words that patterns of many rules share, ready to be put into them: the lists of ``fragments.toml``.

They are read at import, since patterns are compiled before any lexicon is loaded; a user's own lexicon adds nothing to
them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources


def _lists() -> Mapping[str, Sequence[str]]:
    content = resources.files("extract.lexicons").joinpath("fragments.toml").read_text(encoding="utf-8")
    lists: Mapping[str, Sequence[str]] = tomllib.loads(content)["fragments"]
    return lists


def any_of(terms: Iterable[str]) -> str:
    """Any of some terms as a group of a pattern, the longest that fits; a blank is any blank."""
    return f"(?:{_ends(terms)})"


def _ends(terms: Iterable[str]) -> str:
    """What is left of terms that begin alike, by their next letter: the fewer ways, the quicker a text is read."""
    rests: dict[str, list[str]] = {}
    for term in terms:
        rests.setdefault(term[:1], []).append(term[1:])
    whole = rests.pop("", None) is not None
    ways = [(r"\s" if letter == " " else re.escape(letter)) + _ends(rest) for letter, rest in rests.items()]
    if len(ways) < 2 and not (ways and whole):
        return "".join(ways)
    return f"(?:{'|'.join(ways)})" + ("?" if whole else "")


FRAGMENTS = _lists()
"""Name -> its terms."""

ABOUT = any_of(FRAGMENTS["about"])
ADVERT = any_of(FRAGMENTS["advert"])
AGAINST = any_of(FRAGMENTS["against"])
ASIDE = any_of(FRAGMENTS["aside"])
ATTAINED = any_of(FRAGMENTS["attained"])
AVERAGE = any_of(FRAGMENTS["average"])
BESIDES = any_of(FRAGMENTS["besides"])
CONTRAST = any_of(FRAGMENTS["contrast"])
EARN = any_of(FRAGMENTS["earn"])
EXTRA = any_of(FRAGMENTS["extra"])
FARE = any_of(FRAGMENTS["fare"])
FIGURES = any_of(FRAGMENTS["figures"])
IMPORTANT = any_of(FRAGMENTS["important"])
JOB = any_of(FRAGMENTS["job"])
MAY = any_of(FRAGMENTS["may"])
MOVE = any_of(FRAGMENTS["move"])
PAY = any_of(FRAGMENTS["pay"])
POST = any_of(FRAGMENTS["post"])
SHALL = any_of(FRAGMENTS["shall"])
USUALLY = any_of(FRAGMENTS["usually"])
