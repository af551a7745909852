"""Figures above labels that ran into the figures behind them: ``$40,100``, ``Low$52,300``, ``MedianHourly pay``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.shape import CellKind, Shaper, kind_of

_FEWEST = 2
"""Figures."""
_REACH, _SHORT = 12, 40
"""Lines above, and their characters."""
_LABEL = re.compile(r"(?i:minimum|median|maximum|average|mean|low(?:est)?|high(?:est)?|entry|senior)(?![a-z])")
# "Compared to: All Health": what stands below is of others.
_OTHERS = re.compile(r"compared\s(?:to|with)\b", re.IGNORECASE)


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The figures from a line of its own to a label that none runs into; what does heads the next figures."""
    value = Span(lines[at].start, lines[at].end)
    rows: list[list[Span]] = []
    for line in lines[at + 1 :]:
        label = _LABEL.match(line.text)
        if label is None or not _is_figure(text, value):
            break
        end = line.start + label.end()
        rows.append([Span(line.start, end), value])
        value = Span(end, line.end)
    if len(rows) < _FEWEST or _is_figure(text, value):
        return None, at + 1
    stop = at + 1 + len(rows)
    grid = shaper.plain(rows, "under")
    grid.start, grid.title = lines[at].start, _title(text, lines[max(0, at - _REACH) : at])
    return grid, stop


def _is_figure(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    sentence = not words or ends_sentence(words)
    return not sentence and words[0] not in " :" and kind_of(words) in {CellKind.MONEY, CellKind.EMPTY}


def _title(text: str, above: Sequence[Line]) -> Span | None:
    """What the last label of the figures above ran into, or one among short lines farther up, if of others."""
    short = takewhile(lambda line: len(line.text) <= _SHORT, reversed(above))
    labels = [(line, _LABEL.match(line.text)) for line in short]
    rests = [Span(line.start + label.end(), line.end) if label else None for line, label in labels]
    others = next((rest for rest in rests if rest and _OTHERS.match(text, rest.start)), None)
    return others or next(iter(rests), None) or None
