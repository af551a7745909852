"""Adverts that cut a table in two: their lines are no part of it, and the rows behind them go on."""

from __future__ import annotations

from collections.abc import Sequence

from extract.reading.cues import cues
from extract.reading.lines import Line, ends_sentence
from extract.reading.tables.splitting import figures

_LONGEST_ADVERT = 6
"""In lines."""
_FEWEST = 2


def uncut(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines without adverts that stand between two rows of a kind."""
    known, kept, number = cues(), list[int](), 0
    while number < len(lines):
        advert = kept and known.advert_labels.at(lines[number].words)
        behind = _behind(lines, number, _shape(lines[kept[-1]])) if advert else None
        if behind is None:
            kept.append(number)
        number = behind or number + 1
    return kept


def _behind(lines: Sequence[Line], advert: int, shape: tuple[int, ...] | None) -> int | None:
    """The number of the first row of a shape behind an advert, unless a table of its own begins there."""
    for number in range(advert + 1, min(len(lines), advert + 1 + _LONGEST_ADVERT)) if shape else ():
        if _shape(lines[number]) == shape:
            ruled = number + 1 < len(lines) and not any(map(str.isalnum, lines[number + 1].text))
            return None if ruled else number
    return None


def _shape(line: Line) -> tuple[int, ...] | None:
    """How many pipes, tabs and figures a line has, if it may be a row: of cells in marks, or of a label and figures."""
    pipes, tabs = line.text.count("|"), line.text.count("\t")
    if pipes >= _FEWEST or tabs:
        return pipes, tabs
    count = 0 if line.marker or ends_sentence(line.text) else len(figures(line.text))
    return (0, 0, count) if count >= _FEWEST else None
