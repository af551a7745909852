"""A whole table on one line with only single blanks between cells: ``Level Nurse Midwife Junior €2,400 €2,600 ...``."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.pieces import Grid
from extract.reading.tables.headers import headers_of
from extract.reading.tables.shape import CellKind, Shaper, kind_of, trim
from extract.reading.tables.splitting import figures

_MIN_LINE, _MAX_LINE = 40, 3000
_MAX_LABEL_WORDS = 5
_MAX_FIRST_LABEL = 4

Run = list[Span]


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The table of a line: as many figures behind each label, and a header of that many labels before the first."""
    line = lines[at]
    if line.marker or not _MIN_LINE <= len(line.text) <= _MAX_LINE or ends_sentence(line.text):
        return None, at + 1
    labels, runs = _labels_and_runs(text, line)
    width = len(runs[0]) if runs else 0
    even = width > 1 and len(runs) > 1 and all(len(run) == width for run in runs)
    if not even or not all(_is_label(text, label) for label in labels[1:]):
        return None, at + 1
    for header, first in _heads(text, line, labels[0], shaper):
        if len(header) in {width, width + 1}:
            rows = [[label, *run] for label, run in zip([first, *labels[1:]], runs, strict=True)]
            return shaper.grid([header, *rows], "flat", ruled=True), at + 1
    return None, at + 1


def _labels_and_runs(text: str, line: Line) -> tuple[list[Span], list[Run]]:
    """What stands between runs of amounts, and the runs; none where words follow the last."""
    labels: list[Span] = []
    runs: list[Run] = []
    end = line.start
    for start, stop in figures(line.text):
        cell = Span(line.start + start, line.start + stop)
        if kind_of(text[cell.start : cell.end]) is not CellKind.MONEY:
            continue
        between = trim(text, end, cell.start)
        if len(between):
            labels.append(between)
            runs.append([])
        if runs:
            runs[-1].append(cell)
        end = cell.end
    return (labels, runs) if end == line.end else ([], [])


def _is_label(text: str, label: Span) -> bool:
    words = text[label.start : label.end].split()
    return (
        len(words) <= _MAX_LABEL_WORDS
        and (words[0][0].isupper() or words[0][0].isdigit())
        and words[-1][-1] not in ",;:"
    )


def _heads(text: str, line: Line, head: Span, shaper: Shaper) -> list[tuple[list[Span], Span]]:
    """Ways to part what stands before the first figure: a header, and the label of the first row."""
    starts = [at for at in range(head.start + 1, head.end) if text[at - 1] == " " and text[at] != " "]
    found = []
    for start in reversed(starts[-_MAX_FIRST_LABEL:]):
        label = Span(start, head.end)
        before = trim(text, head.start, start)
        named = shaper.is_name(shaper.words(label)) or shaper.is_place(shaper.words(label))
        words = Line(before.start, before.end, text[before.start : before.end], line.indent, 0, "", before.start)
        for header in headers_of(words, shaper) if len(before) else ():
            unknown = sum(not shaper.is_name(shaper.words(cell)) for cell in header)
            # Below a header of nothing but known names the label of a row may be anything.
            if named or not unknown:
                found.append((unknown, header, label))
    return [(header, label) for _, header, label in sorted(found, key=lambda way: way[0])]
