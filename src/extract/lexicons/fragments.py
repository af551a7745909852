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
    """Any of some terms as a group of a pattern, the longest first; a blank is any blank."""
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    return "(?:" + "|".join(re.escape(term).replace(r"\ ", r"\s") for term in longest_first) + ")"


FRAGMENTS = _lists()
"""Name -> its terms."""

ABOUT = any_of(FRAGMENTS["about"])
MAY = any_of(FRAGMENTS["may"])
USUALLY = any_of(FRAGMENTS["usually"])
