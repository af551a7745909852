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
# A figure soon, and another soon after it.
_TWO_FIGURES = re.compile(r"L{0,2}VL{1,2}V")
_MAX_LINES = 60
_MAX_FACT = 16


def read(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Cards that start at a line."""
    if not _TWO_FIGURES.match("".join(_kind(line) or "X" for line in lines[at : at + 6])):
        return None, at + 1
    kinds = ""
    for number, line in enumerate(lines[at : at + _MAX_LINES]):
        kind = _kind(line)
        if not kind or (number and line.gap > 2):
            break
        kinds += kind
    rows, used = _rows(lines[at:], kinds)
    return (shaper.plain(rows, "cards"), at + used) if rows else (None, at + 1)


def read_sheet(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """A sheet of facts: three and more labels on lines of their own, each with what it stands for below."""
    rows: list[Sequence[Line]] = []
    gap = lines[at + 1].gap if at + 1 < len(lines) else 0
    for first in range(at, min(len(lines) - 1, at + _MAX_LINES), 2):
        row = lines[first : first + 2]
        if any(line.marker or (line.gap != gap and line is not lines[at]) for line in row) or not _is_fact(row):
            break
        rows.append(row)
        if len(rows) == 3 and not any(_names_fact(label.text, shaper) for label, _ in rows):
            break
    known = sum(_names_fact(label.text, shaper) for label, _ in rows)
    swapped = sum(_names_fact(value.text, shaper) for _, value in rows)
    if gap > 1 or len(rows) < 3 or known * 2 < len(rows) or swapped * 3 > len(rows):
        return None, at + 1
    return shaper.plain([[_span(label), _span(value)] for label, value in rows], "cards"), at + 2 * len(rows)


def _is_fact(row: Sequence[Line]) -> bool:
    label, value = row[0].text, row[1].text
    if ": " in label or ": " in value or ends_sentence(value) or len(value.split()) > _MAX_FACT:
        return False
    short = len(label.split()) <= 5 and not _NUMBER.search(label)
    return short and not ends_sentence(label) and label[-1] not in ":,?"


def _names_fact(words: str, shaper: Shaper) -> bool:
    return shaper.is_header_word(words) or shaper.is_facet(words)


def _kind(line: Line) -> str:
    """``V`` for a figure, ``L`` for a label, empty for anything else."""
    if line.marker or len(line.text) > 70:
        return ""
    if _figure(line) is not None:
        return "V"
    words = line.text.split()
    plain = len(words) <= 6 and not ends_sentence(line.text) and line.text[-1] not in ":,;?" and ": " not in line.text
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
    """``min. 52,000`` above ``gross a year``: label, figure, unit; else what stands below is the label."""
    at = _figure(figure) or 0
    label = figure.text[:at].rstrip()
    value = Span(figure.start + at, figure.end)
    if label:
        return [Span(figure.start, figure.start + len(label)), value, _span(below)]
    return [_span(below), value]


def _span(line: Line) -> Span:
    return Span(line.start, line.end)
