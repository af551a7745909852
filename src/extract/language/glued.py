"""Names that lost what stood between them: tools (``SparkHadoopKafka``, ``TableauPower BI``), a role and a label behind it.

Pages write lists of tools as elements without a blank, and text saved from them runs them together. A word is cut where
small letters meet a capital, and only if all of it is names of tools, one of which is no common word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from extract.language.mentions import Mention, MentionKind
from extract.lexicons import Lexicons, singular
from extract.model import BlockKind, Document, Span, Zone

# A capital behind a small letter or a digit, or at the end of an abbreviation ("AWSSnowflake").
_SEAM = re.compile(r"(?<=[a-z0-9+#])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[A-Z](?<![\w/@.-].)(?=[a-z0-9+#]*[A-Z])[A-Za-z0-9+#]{4,80}(?![\w@-])")
# One or two words more that may belong to the first or the last name.
_AHEAD = re.compile(r"(?:(?<=\s)|(?<=\A)|(?<=[(,:|]))(?:[A-Z][\w+#]*[ ]){1,2}\Z")
_BEHIND = re.compile(r"[ ][A-Z][\w+#]*")
SHORTEST = 2
LONGEST_NAME, LONGEST_HEADING = 30, 80
MOST_PARTS = 12
"""Names and headings in characters, and names of a word."""
_ENDING = re.compile(r"[A-Za-z]{3,}(?<=[a-z])(?=[A-Z][a-z])")


@lru_cache(maxsize=4)
def _names(lexicons: Lexicons) -> Mapping[str, tuple[str, bool]]:
    """How tools are written -> the tool, and whether the name needs no context."""
    found: dict[str, tuple[str, bool]] = {}
    for tool in lexicons.tools:
        for form in (*tool.forms, *tool.doubtful):
            if len(form) >= SHORTEST and form[0].isupper():
                found.setdefault(form, (tool.name, form in tool.forms))
    return found


def glued_tools(document: Document, lexicons: Lexicons) -> Iterator[Mention]:
    """The tools of words that are nothing but names of tools without blanks between them."""
    names, text = _names(lexicons), document.text
    for match in _WORD.finditer(text):
        if _SEAM.search(match[0]) is None or match[0] in names:
            continue
        for start, end in _windows(text, match.start(), match.end()):
            parts = _parts(text[start:end], names)
            if len(parts) > 1 and any(names[part][1] for part in parts):
                yield from _mentions(start, parts, names)
                break


def glued_titles(document: Document, lexicons: Lexicons) -> Iterator[Span]:
    """``Bridge InspectorKey tasks``: a heading in which a title runs into what is told of it, in two parts."""
    heads = frozenset(head.lower() for head in lexicons.role_heads)
    for block in document.blocks:
        if (
            block.kind is not BlockKind.HEADING
            or block.zone is not Zone.ARTICLE
            or block.end - block.start > LONGEST_HEADING
        ):
            continue
        for word in _ENDING.finditer(document.text, block.start, block.end):
            if singular(word[0].lower()) in heads:
                yield Span(block.start, word.end())
                yield Span(word.end(), block.end)
                break


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The word, with the one behind it before it alone; then both with the words in front."""
    ahead = _AHEAD.search(text, max(0, start - LONGEST_NAME), start)
    behind = _BEHIND.match(text, end)
    starts = [start] if ahead is None else [start, ahead.start()]
    ends = [end] if behind is None else [behind.end(), end]
    return ((first, last) for first in starts for last in ends)


def _parts(word: str, names: Mapping[str, tuple[str, bool]]) -> Sequence[str]:
    """A word cut into names at its seams, the longest first; nothing where that leaves a rest."""
    seams = [0, *(match.start() for match in _SEAM.finditer(word)), len(word)]
    parts: list[str] = []
    at = 0
    while at < len(seams) - 1 and len(parts) < MOST_PARTS:
        fits = [to for to in range(len(seams) - 1, at, -1) if word[seams[at] : seams[to]] in names]
        if not fits:
            return ()
        parts.append(word[seams[at] : seams[fits[0]]])
        at = fits[0]
    return parts if at == len(seams) - 1 else ()


def _mentions(start: int, parts: Sequence[str], names: Mapping[str, tuple[str, bool]]) -> Iterator[Mention]:
    for part in parts:
        yield Mention(MentionKind.TOOL, names[part][0], start, start + len(part))
        start += len(part)
