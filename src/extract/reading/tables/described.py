"""Rows of a title, what is told of the job and figures, single blanks between: ``Baker Diploma Bakes 1,900 2,400``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.lexicons.fragments import AVERAGE
from extract.model import Span
from extract.reading.lines import Line, ends_sentence, follows
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper, header_tokens, trim
from extract.reading.tables.splitting import figures

_FEWEST_ROWS, _MAX_ROWS = 2, 200
_FEWEST_FIGURES = 2
_MAX_TITLE = 6
"""In words."""
_MAX_HEADER, _MAX_ROW = 160, 300
_END = re.compile(rf"(?:min|max)(?:imum|\.)?|low(?:est)?|high(?:est)?|from|to|mid|{AVERAGE}", re.IGNORECASE)

_EXPERIENCE = re.compile(r"\bexperience\b", re.IGNORECASE)
_YEARS = re.compile(
    r"\b\d{1,2}(?:\s?[-–]\s?\d{1,2})?\+?\s?(?:yrs?|years?)\b(?:\s(?:&|and|or)\s(?:above|more|up))?", re.IGNORECASE
)


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``Position Qualification Job Summary Min Max`` over rows that begin with titles and end with as many figures."""
    header = _header(lines[at], shaper)
    if not header:
        return None, at + 1
    rows: list[list[Span]] = []
    for number in range(at + 1, min(len(lines), at + _MAX_ROWS)):
        row = _row(text, lines[number], len(header) - 2, shaper) if follows(lines, at, number) else []
        if not row:
            break
        rows.append(row)
    if len(rows) < _FEWEST_ROWS:
        return None, at + 1
    header, rows = _parted(text, header, rows)
    return Grid(lines[at].start, rows[-1][-1].end, "spaces", header, rows), at + 1 + len(rows)


def _parted(text: str, header: list[Span], rows: list[list[Span]]) -> tuple[list[Span], list[list[Span]]]:
    """The same with years on the job, and what stands before them, as a column of its own where all rows give them."""
    heads = _EXPERIENCE.search(text, header[1].start, header[1].end)
    years = [_YEARS.search(text, row[1].start, row[1].end) for row in rows]
    ends = [found.end() for found in (heads, *years) if found is not None]
    if len(ends) <= len(rows):
        return header, rows
    parted = [
        [row[0], trim(text, row[1].start, end), trim(text, end, row[1].end), *row[2:]]
        for row, end in zip((header, *rows), ends, strict=True)
    ]
    return parted[0], parted[1:]


def _header(line: Line, shaper: Shaper) -> list[Span]:
    """The corner, what heads the texts, and the ends of ranges behind it; empty where a line is no such header."""
    if line.marker or len(line.text) > _MAX_HEADER or ends_sentence(line.text):
        return []
    tokens = header_tokens(line)
    count = 0
    while count < len(tokens) and _END.fullmatch(shaper.words(tokens[-1 - count])):
        count += 1
    told = tokens[: len(tokens) - count]
    if count < _FEWEST_FIGURES:
        return []
    for size in (2, 1):
        corner = Span(told[0].start, told[size - 1].end) if len(told) > size else None
        if corner is not None and shaper.is_corner(shaper.words(corner)):
            return [corner, Span(told[size].start, told[-1].end), *tokens[len(told) :]]
    return []


def _title_length(row: str, shaper: Shaper) -> int:
    """The length of the longest title, with its level, at the start of a row; 0 where there is none."""
    words = row.split(" ", _MAX_TITLE)[:_MAX_TITLE]
    levels = [size for size in (2, 1) if shaper.is_level(" ".join(words[:size]))]
    for first in (*levels, 0):
        for size in range(len(words), first, -1):
            if shaper.is_role(" ".join(words[first:size])):
                return len(" ".join(words[:size]))
    return 0


def _row(text: str, line: Line, count: int, shaper: Shaper) -> list[Span]:
    """The title, the text and the figures of a row; empty where it does not begin or end with them."""
    size = 0 if line.marker or len(line.text) > _MAX_ROW else _title_length(line.text, shaper)
    sums = figures(line.text)[-count:]
    if not size or len(sums) < count or sums[-1][1] != len(line.text) or sums[0][0] <= size:
        return []
    if any(line.text[a:b].strip() for (_, a), (b, _) in pairwise(sums)):
        return []
    told = trim(text, line.start + size, line.start + sums[0][0])
    return [Span(line.start, line.start + size), told, *(Span(line.start + a, line.start + b) for a, b in sums)]
