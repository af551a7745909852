"""The lines of a text with their place, their marker and what can be seen of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.lexicons.signs import SIGNS
from extract.reading.cues import tokens_of

# Blanks that str.strip does not know: zero-width characters and the soft hyphen.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BLANKS = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000" + _INVISIBLE
)

_MARKER = re.compile(
    r"""
    (?: (?P<dot>    [•‣◦▪▫●○∙❖■□◆►▶➤➔➢→✓✔✅☑👉👇🔵🟢🔴📌]\ufe0f? )   # a sign that only lists use
      | (?P<dash>   [-*+·–—»o] (?=\s|$|[•‣◦▪●]) | -{2,3} (?=\s\S) )  # a sign that is also punctuation
      | (?P<number> \(?\d{1,2}(?:[.)] (?=\s|$) | : (?=\s[A-Z])) )
      | (?P<letter> (?: \(?[a-h] | \([j-n] | \(?(?:i{1,3}|iv|vi{0,3}|ix|x) )\) (?=\s|$) )  # or a Roman number
    ) [\s\u200b]{0,20}
    """,
    re.VERBOSE,
)
# Pictures that adorn a line: "🛠️ Duties 🛠️". Stars and dots rate, ticks and crosses say yes and no, flags are places.
_PICTURE = (
    r"(?:(?![★☆⭐🌟🔵🟢🔴🟡🟠⚪⚫✅❌✔✖✓✗✘☑☒❎🚫⛔👍👎\U0001f1e6-\U0001f1ff])[\u231a-\u23ff\u25fb-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d]{0,2}"
    r"|[0-9]\ufe0f?\u20e3)"
)
_BEFORE = re.compile(rf"({_PICTURE}{{1,6}})[{BLANKS}]{{0,3}}(?=[\w\"“'‘(*#@&{SIGNS}])")
_BEHIND = re.compile(rf"[{BLANKS}]{{0,3}}{_PICTURE}{{1,6}}$")
# What makes a digit a picture: "1️⃣".
_KEY = "\u20e3"
_FIRST_PICTURE = "\u231a"
_LONGEST_TAIL = 24
_DIGITS = re.compile(r"\(?(\d{1,2})")
_COUNTED = re.compile(r"\d{1,2}[.)](?=[A-Z])")
_HASHES = re.compile(r"(#{1,6})\s{1,10}(?=[^\s#])")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1:?")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’)\]*_]{0,3}$""")
_WORDS = re.compile(r"[^\W_]")
# No ratio, as in "3:1".
_NOTED_COLON = re.compile(r"[^\W\d]:\s?(?:\d{1,2}|\[\d{1,2}\])$")
# "*Answer phones": a mark whose blank was lost; emphasis would close with the same.
_GLUED_MARK = re.compile(r"[*+–-](?=[A-Z][^*\n]{2,400}$)")


@dataclass(slots=True)
class Line:
    """A line that is not blank. ``start:end`` is its place without surrounding blanks.

    ``marker`` is the family of the list marker that it starts with (``dot``, ``dash``, ``number``,
    ``letter``) or empty; ``body`` is where the words after the marker start. ``indent`` counts the blanks
    before, ``gap`` the blank lines above; ``picture`` stands before the line and is no part of it.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    marker: str
    body: int
    picture: str = ""
    _words: Sequence[str] | None = field(default=None, repr=False)

    @property
    def words(self) -> Sequence[str]:
        """The line's words in small letters, without its marker."""
        if self._words is None:
            self._words = tokens_of(self.rest)
        return self._words

    @property
    def rest(self) -> str:
        """The text after the marker."""
        return self.text[self.body - self.start :]

    @property
    def number(self) -> int:
        """What a number marker counts, else 0."""
        found = _DIGITS.match(self.text) if self.marker == "number" else None
        return int(found[1]) if found else 0

    @property
    def has_words(self) -> bool:
        """Whether anything but punctuation stands after the marker."""
        return bool(_WORDS.search(self.rest))


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a text, or of a part of it, that are not blank."""
    lines = list(_lines(text if end is None and not start else text[start:end], start))
    _unadorn(lines)
    for before, line in pairwise(lines):
        # One such line may be a note; two, one below the other, are a list.
        if line.text[0] in "*+–-" and line.gap <= 1 and _is_glued(line) and _is_glued(before, line.text[0]):
            before.marker = line.marker = "dash"
            before.body, line.body = before.start + 1, line.start + 1
    return lines


def _unadorn(lines: list[Line]) -> None:
    """Takes pictures off both ends of lines; the same before two lines, one below the other, is the mark of a list."""
    before = ["" if line.marker else _picture(line.text) for line in lines]
    for number, line in enumerate(lines):
        near = [n for n in (number - 1, number + 1) if 0 <= n < len(lines) and lines[max(n, number)].gap <= 1]
        if before[number] and any(before[n] == before[number] for n in near):
            line.marker, line.body = "dot", line.start + len(before[number])
        elif before[number] or line.text[-1] >= _FIRST_PICTURE:
            first, last = unadorned(line.text, len(before[number]), len(line.text))
            bare = line_at(line.text[first:last], line.start + first, indent=line.indent, gap=line.gap)
            bare.picture = before[number].rstrip(BLANKS)
            lines[number] = bare


def _picture(words: str) -> str:
    """The pictures that words begin with, and the blanks behind them."""
    found = _BEFORE.match(words) if words[:1] >= _FIRST_PICTURE or _KEY in words[:3] else None
    return found[0] if found else ""


def unadorned(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a part of a text stands without the pictures at its ends: ``💰 Salary 💰``; pictures alone stay."""
    if start == end or (max(text[start], text[end - 1]) < _FIRST_PICTURE and _KEY not in text[start : start + 3]):
        return start, end
    if not any(map(str.isalnum, text[start:end])):
        return start, end
    before = _BEFORE.match(text, start, end)
    first = before.end() if before else start
    behind = _BEHIND.search(text, max(first + 1, end - _LONGEST_TAIL), end)
    return first, behind.start() if behind else end


def _is_glued(line: Line, mark: str = "") -> bool:
    """Whether a line starts with a list's mark and no blank behind it, that one if it is given."""
    loose = not line.marker or line.body == line.start + 1
    return loose and line.text.startswith(mark) and _GLUED_MARK.match(line.text) is not None


def _lines(text: str, at: int) -> Iterator[Line]:
    gap = 0
    for raw in text.split("\n"):
        left = raw.lstrip(BLANKS)
        words = left.rstrip(BLANKS)
        if words:
            start = at + len(raw) - len(left)
            yield line_at(words, start, indent=_width(raw[: len(raw) - len(left)]), gap=gap)
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1


def line_at(words: str, start: int, *, indent: int = 0, gap: int = 0) -> Line:
    """A line of given words at a given place."""
    marker, size = marker_of(words)
    return Line(start, start + len(words), words, indent, gap, marker, start + size)


def follows(lines: Sequence[Line], head: int, number: int) -> bool:
    """Whether a line stands among the rows below a head: all of them as near to each other, or nearer than to it."""
    first = lines[head + 1].gap
    if number == head + 1:
        return first <= 1
    return lines[number].gap == lines[head + 2].gap <= first <= 1


def marker_of(words: str) -> tuple[str, int]:
    """The family of the list marker that words start with, and its length with the blanks behind it."""
    found = _MARKER.match(words)
    if not found:
        return "", 0
    family, size = found.lastgroup or "", found.end()
    again = _MARKER.match(words, size)
    if again and again.lastgroup in {"dot", "dash"} and family in {"dot", "dash"}:
        size = again.end()
    # ``- 1.Text``: a number that lost its blank behind a bullet.
    counted = _COUNTED.match(words, size) if family in {"dot", "dash"} else None
    size = counted.end() if counted else size
    return family, size + len(_picture(words[size:]))


def hashes(words: str) -> tuple[int, int]:
    """Level of a ``## heading`` and the length of its mark; 0, 0 where there is none."""
    found = _HASHES.match(words)
    return (len(found[1]), found.end()) if found else (0, 0)


def is_bold(words: str) -> bool:
    """Whether the whole line is ``**bold**``."""
    found = _BOLD.fullmatch(words)
    return found is not None and found[1] not in found[2]


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return not text[-1:].isalnum() and bool(_SENTENCE_END.search(text[-6:]))


def ends_with_colon(text: str) -> bool:
    """Whether the text ends with a colon, before the marks of notes: ``Wider bands:²``, ``They do this:1``."""
    return text.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹†‡").endswith(":") or _NOTED_COLON.search(text[-8:]) is not None


def _width(blanks: str) -> int:
    return sum(4 if blank == "\t" else 0 if blank in _INVISIBLE else 1 for blank in blanks)
