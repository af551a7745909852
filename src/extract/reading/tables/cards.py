"""Cards: a label on one line and its figure on the next, or the other way round, two and more in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper

# Where the figure of a line starts: at its sign, its first digit or a mark of an average.
_START = re.compile(r"(?:[~≈⌀øØ∅<>+]\s?)?(?:[A-Z]{0,3}[$€£¥₹₦₱₩₽₨]\s?|(?:Rs\.?|[A-Z]{3})\s)?\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGN = re.compile(r"[$€£¥₹₦₱₩₽%]|\b[A-Z]{3}\b|\d[kK]\b|lakh|LPA|\d{1,3}[.,]\d{3}")
_NUMBER = re.compile(r"[\d$€£¥₹₦%]")
_MAX_LINES = 60


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Cards that start at a line."""
    kinds = []
    stop = at
    while stop < len(lines) and stop - at < _MAX_LINES and (stop == at or lines[stop].gap <= 2):
        kind = _kind(lines[stop])
        if not kind:
            break
        kinds.append(kind)
        stop += 1
    if kinds.count("V") < 2:
        return None, max(stop, at + 1) if kinds.count("V") == 0 else at + 1
    for first in range(min(2, len(kinds))):
        rows, used = _rows(lines[at + first : stop], "".join(kinds[first:]))
        if rows and first == 0:
            return shaper.plain(rows, "cards"), at + used
    return None, at + 1


def _kind(line: Line) -> str:
    """``V`` for a figure, ``L`` for a label, empty for anything else."""
    if line.marker or len(line.text) > 70:
        return ""
    if _figure(line) is not None:
        return "V"
    words = line.text.split()
    plain = (
        len(words) <= 6
        and not ends_sentence(line.text)
        and line.text[-1] not in ":,;?"
        and ": " not in line.text
    )
    return "L" if plain and not _NUMBER.search(line.text) else ""


def _figure(line: Line) -> int | None:
    """Where the figure of a line that is one starts: few words before and behind it."""
    found = _START.search(line.text)
    if not found or not _SIGN.search(line.text) or ends_sentence(line.text) or ": " in line.text:
        return None
    before = len(_WORD.findall(line.text[: found.start()]))
    behind = len(_WORD.findall(line.text[found.end() :]))
    return found.start() if before <= 2 and behind <= 4 else None


def _rows(lines: Sequence[Line], kinds: str) -> tuple[list[list[Span]], int]:
    """Rows of label, figure and, where there is one, what stands below; and how many lines they take."""
    if re.match(r"(?:VL){2,}", kinds):
        size = len(re.match(r"(?:VL)+", kinds)[0])  # type: ignore[index]
        return [_value_first(lines[n], lines[n + 1]) for n in range(0, size, 2)], size
    triples = re.match(r"(?:LVL){2,}$", kinds)
    if triples and len({lines[n].text for n in range(2, len(kinds), 3)}) == 1:
        return [[_span(line) for line in lines[n : n + 3]] for n in range(0, len(kinds), 3)], len(kinds)
    rows: list[list[Span]] = []
    n = 0
    while n + 1 < len(kinds):
        joined = kinds[n : n + 3] == "LLV" and lines[n + 1].gap == 0 and n > 0
        if kinds[n : n + 2] != "LV" and not joined:
            break
        last = n + 2 if joined else n + 1
        rows.append([Span(lines[n].start, lines[last - 1].end), _span(lines[last])])
        n = last + 1
    return (rows, n) if len(rows) >= 2 else ([], 0)


def _value_first(figure: Line, below: Line) -> list[Span]:
    """``min. 52,000`` above ``gross a year``: label, figure, unit; without a label of its own, what stands below is it."""
    at = _figure(figure) or 0
    label = figure.text[:at].rstrip()
    value = Span(figure.start + at, figure.end)
    if label:
        return [Span(figure.start, figure.start + len(label)), value, _span(below)]
    return [_span(below), value]


def _span(line: Line) -> Span:
    return Span(line.start, line.end)
