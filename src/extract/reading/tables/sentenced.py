"""Cells with full stops between them, below roles side by side.

A list for each role, ``Baker Cook`` over ``Flour, yeast, salt. Pans, knives, spoons.``, or a sentence behind a label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.headers import headers_of
from extract.reading.tables.shape import Shaper, trim

_MAX_HEADER, _MAX_LINE = 160, 1200
_STOP = re.compile(r"(?<=[\w)]{2}[.;])\s+(?=[A-Z\"“])")
_PARTS = re.compile(r",\s")
_LEAST_COMMAS, _LONGEST_ITEM = 2, 5
# Words with capitals before one that a small word or a comma follows: "Main Goal | Keep data flowing".
_LABEL = re.compile(
    r"(?:(?:[A-Z][\w’'/-]*|\([^()]{1,30}\)|and|or|of|the|to|in|it|a|&|/)\s){1,8}?(?=[A-Z][\w’'-]*(?:[,.]|\s[a-z(]))"
)


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Nothing but roles on a line, and below it lines of as many sentences, each of which is a list."""
    head, below = lines[at], lines[at + 1 : at + 2]
    if head.marker or len(head.text) > _MAX_HEADER or ends_sentence(head.text) or not below or below[0].gap > 1:
        return None, at + 1
    if below[0].text.count(", ") < 2 * _LEAST_COMMAS or not shaper.names_roles(head.text):
        return None, at + 1
    header = next(iter(headers_of(head, shaper)), [])
    if len(header) < 2 or not all(shaper.is_role(shaper.words(cell)) for cell in header):
        return None, at + 1
    rows: list[list[Span]] = []
    for line in lines[at + 1 :]:
        row = _lists(text, line) if line.gap <= 1 and not line.marker else []
        if len(row) != len(header):
            break
        rows.append(row)
    if not rows:
        return None, at + 1
    return shaper.grid([header, *rows], "sentences", ruled=True), at + 1 + len(rows)


def _lists(text: str, line: Line) -> list[Span]:
    """The sentences of a line; none where one is no list of short items."""
    cells = _sentences(text, line)
    for cell in cells:
        items = _PARTS.split(text[cell.start : cell.end])
        if len(items) <= _LEAST_COMMAS or any(len(item.split()) > _LONGEST_ITEM for item in items):
            return []
    return cells


def _sentences(text: str, line: Line) -> list[Span]:
    if len(line.text) > _MAX_LINE:
        return []
    ends = [line.start, *(line.start + stop.end() for stop in _STOP.finditer(line.text)), line.end]
    return [trim(text, first, last) for first, last in pairwise(ends)]


def behind_label(text: str, line: Line, columns: int) -> list[Span] | None:
    """``Main Goal Keep data flowing. Ship what customers see.``: a label, then a sentence for each other column."""
    label = _LABEL.match(text, line.start, line.end) if ends_sentence(line.text) else None
    cells = _sentences(text, line) if label else []
    if label is None or len(cells) != columns - 1 or label.end() >= cells[0].end:
        return None
    return [trim(text, line.start, label.end()), Span(label.end(), cells[0].end), *cells[1:]]
