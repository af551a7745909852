"""Rows of a label and figures, single blanks between, below a line that can be parted into as many cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from extract.lexicons.fragments import AVERAGE
from extract.lexicons.signs import SIGNS
from extract.model import Span
from extract.reading.lines import BLANKS, Line, ends_sentence, follows, line_at
from extract.reading.money import DIGIT
from extract.reading.pieces import Grid
from extract.reading.tables.headers import ASIDE
from extract.reading.tables.shape import CellKind, Shaper, header_tokens, kind_of, trim
from extract.reading.tables.splitting import figures, seams

_FEWEST_ROWS = 2
_FEWEST_HEADLESS = 3
_FEWEST_COLUMNS, _MAX_COLUMNS = 3, 12
_FEWEST_WRAPPED, _MAX_WRAPPED = 3, 12
_MAX_ROWS, _MAX_ROW, _MAX_HEADER = 200, 200, 200
_FEWEST_DATES, _MAX_DATED = 2, 6
_MAX_LABEL, _MAX_CELL = 10, 6
"""In words."""
_FITS = 5.0
# A figure that nobody knows, a rank, or a change.
_OTHER = re.compile(r"(?<!\S)(?:[Nn]/?[Aa]|-{1,8}|[–—]|\d{1,3}(?:st|nd|rd|th)|[-+−]\d[\d.,]{0,6}%?)(?!\S)")
# A line of a wrapped header that is no more than what the column is in: "$ per hr".
_UNIT = re.compile(
    r"(?:[" + SIGNS + r"]|[A-Z]{3})\s?(?:/|per|an?)\s?(?:hr|hour|day|week|wk|month|mo|year|yr|annum)\.?", re.IGNORECASE
)
_SIGN = re.compile(rf"[{SIGNS}]")
_DASH = re.compile(r"\s[-–—]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BAND = re.compile(r"[<>≤≥]?\s?\d{1,2}\+?(?:\s?(?:[-–—]|to)\s?\d{1,2})?\+?\s(?:years?|yrs?)", re.IGNORECASE)
# "Same period 2024", "6 months to 27 Jan 2025", "FY 2023": what a column of figures is of, by its year.
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATED = re.compile(
    rf"""
    (?: (?:same|previous|prior|last)\s(?:period|quarter|half|months?|time|\d\smonths)\s(?:in\s|of\s)?
      | (?:(?:\d{{1,2}}|three|six|nine|twelve)\smonths|(?:half-?|financial\s|tax\s)?year|quarter|half)
        \s(?:to|ending|ended|until)\s(?:end\s)?
      | FY\s? | as\s(?:of|at)\s | Q[1-4]\s | H[12]\s )?
    (?:\d{{1,2}}\s)? (?:{_MONTHS}\s)? (?:19|20)\d\d (?:[/-]\d\d)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Parts of a distribution, dates and ordinals that head columns.
HEADS = re.compile(
    rf"""
      (?:top|bottom|lowest|highest|upper|lower)\s(?:\d{{1,2}}\s?%|ten\spercent|quartile|decile)
    | \d{{1,2}}(?:st|nd|rd|th)(?:\s(?:percentile|%ile))? | \d{{1,2}}\s?% | P\d{{2}}
    | (?:{_MONTHS}\s)? (?:19|20)\d\d
    | (?:per\s(?:annum|hour|month|week|day)|annually|monthly|hourly|yearly|weekly|annual|{AVERAGE}
      |low|high|min(?:imum)?|max(?:imum)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_figured(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``State Median Pay Top 10%`` over ``Ohio $47,120 $68,900``."""
    head = lines[at]
    if head.marker or ends_sentence(head.text) or len(head.text) > _MAX_HEADER or ": " in head.text:
        return None, at + 1
    best: tuple[float, list[Span], list[list[Span]]] = (0.0, [], [])
    for rows in _readings(text, lines, at):
        if len(rows) >= _FEWEST_ROWS and _even(text, rows, paid=shaper.names_currency(head.text)):
            score, header = _header(text, head, rows, shaper)
            best = max(best, (score, header, rows), key=lambda one: one[0])
    _, header, rows = best
    return (shaper.grid([header, *rows], "spaces", ruled=True), at + 1 + len(rows)) if header else (None, at + 1)


def read_named(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The same where the first column has its own name and nothing but names of roles: no more columns can be meant."""
    head = lines[at]
    corner = any(shaper.is_corner(" ".join(head.text.split()[:size])) for size in (1, 2))
    grid, stop = read_figured(text, lines, at, shaper) if corner else (None, at + 1)
    if grid is None or not grid.header or not shaper.is_corner(shaper.words(grid.header[0])):
        return None, at + 1
    named = all(shaper.is_role(shaper.words(row[0]).split(" (", 1)[0]) for row in grid.rows)
    return (grid, stop) if named else (None, at + 1)


def read_wrapped(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The same below a header that was wrapped: ``State Low Pay``, ``$ per hr``, ``High Pay``, ``$ per hr``."""
    heads = [lines[at]]
    for line in lines[at + 1 : at + _MAX_WRAPPED]:
        if line.gap or line.marker or DIGIT.search(line.text) or ends_sentence(line.text):
            break
        heads.append(line)
    if len(heads) < _FEWEST_WRAPPED or not any(_UNIT.fullmatch(line.text) for line in heads):
        return None, at + 1
    rows = rows_below(text, lines, at + len(heads) - 1)
    if len(rows) < _FEWEST_HEADLESS or not _even(text, rows, paid=True):
        return None, at + 1
    start, end = heads[0].start, heads[-1].end
    whole = line_at(text[start:end], start)
    # Nothing need stand over the years at the ends of rows.
    years = all(_YEAR.fullmatch(shaper.words(row[-1])) for row in rows)
    _, header = _header(text, whole, [row[:-1] for row in rows] if years else rows, shaper, paid=True)
    if not header:
        return None, at + 1
    header += [Span(end, end)] if years else []
    return Grid(start, rows[-1][-1].end, "spaces", header, rows), at + len(heads) + len(rows)


def read_dated(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``6 months to``, ``27 Jan 2025 Same period 2024`` over ``Median £515 £540``: dates alone, also on more lines."""
    if _DATED.match(text, lines[at].start, lines[min(at + _MAX_DATED, len(lines)) - 1].end) is None:
        return None, at + 1
    last = at + sum(1 for _ in takewhile(lambda line: not line.gap, lines[at + 1 : at + _MAX_DATED]))
    dated = _YEAR.search(text, lines[at].start, lines[last].end) is not None
    for stop in range(last, at - 1, -1) if dated else ():
        head = text[lines[at].start : lines[stop].end]
        cells = [Span(lines[at].start + m.start(), lines[at].start + m.end()) for m in _DATED.finditer(head)]
        told = " ".join(text[cell.start : cell.end] for cell in cells)
        if len(cells) < _FEWEST_DATES or told.split() != head.split():
            continue
        rows = rows_below(text, lines, stop)
        paid = [row for row in rows if kind_of(shaper.words(row[-2])) is CellKind.MONEY]
        if len(rows) >= _FEWEST_HEADLESS and len(paid) > 1 and len(rows[0]) == len(cells) + 1:
            corner = Span(cells[0].start, cells[0].start)
            return Grid(corner.start, rows[-1][-1].end, "spaces", [corner, *cells], rows), stop + 1 + len(rows)
    return None, at + 1


def read_headless(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``10th percentile £36,250 £38,000`` over ``Median £52,500 £55,000``: rows as wide, whatever stands above them."""
    rows: list[list[Span]] = []
    for line in lines[at : at + _MAX_ROWS]:
        row = _row(text, line) if not rows or line.gap == 0 else []
        if not _FEWEST_COLUMNS <= len(row) <= _MAX_COLUMNS or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
    paid = [row for row in rows if all(kind_of(text[cell.start : cell.end]) is CellKind.MONEY for cell in row[1:])]
    known = sum(_tells(shaper.words(row[0]), shaper) for row in paid)
    if len(rows) < _FEWEST_HEADLESS or len(paid) < _FEWEST_ROWS or known * 2 < len(paid):
        return None, at + 1
    return shaper.plain(rows, "spaces"), at + len(rows)


def _tells(words: str, shaper: Shaper) -> bool:
    """Whether a label says what figures of pay are: a part of all, pay, a name, a level."""
    return HEADS.match(words) is not None or shaper.says_pay(words) or _is_known(words, shaper)


def _readings(text: str, lines: Sequence[Line], at: int) -> Iterator[list[list[Span]]]:
    """The rows below a line, once more with years on the job as part of the labels: ``Junior 0–2 years $65,000``."""
    rows = rows_below(text, lines, at)
    yield rows
    if rows and _aged(text, rows[0]) != rows[0]:
        yield rows_below(text, lines, at, aged=True)


def _aged(text: str, row: list[Span]) -> list[Span]:
    """A row with the years that stand right behind its label as a part of that."""
    if len(row) < _FEWEST_COLUMNS or not _BAND.fullmatch(text, row[1].start, row[1].end):
        return row
    return [Span(row[0].start, row[1].end), *row[2:]]


def rows_below(text: str, lines: Sequence[Line], at: int, *, aged: bool = False) -> list[list[Span]]:
    """The lines below one that are a label and as many figures as the first of them."""
    rows: list[list[Span]] = []
    for number, line in enumerate(lines[at + 1 : at + 1 + _MAX_ROWS], start=at + 1):
        row = _row(text, line) if follows(lines, at, number) else []
        row = _aged(text, row) if aged else row
        if row and rows and len(row) < len(rows[0]):
            # "£57.50 - £61.00" where three figures are due: nothing in the middle.
            row = _row(text, line, ranges=False)
        if not _FEWEST_COLUMNS <= len(row) <= _MAX_COLUMNS or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
    return rows


def _row(text: str, line: Line, *, ranges: bool = True) -> list[Span]:
    """A label and the figures behind it to the end of the line; empty where anything else stands there.

    Without ``ranges``, a dash between blanks is a cell of its own.
    """
    if line.marker or len(line.text) > _MAX_ROW or ends_sentence(line.text):
        return []
    sums = figures(line.text)
    if not ranges:
        sums = [place for first, last in sums for place in _at_dashes(line.text, first, last)]
    # A dash within a range is no empty cell.
    others = [m.span() for m in _OTHER.finditer(line.text) if not any(a <= m.start() < b for a, b in sums)]
    places = sorted({*sums, *others})
    cells = [Span(line.start + first, line.start + last) for first, last in places]
    if not cells or cells[-1].end != line.end:
        return []
    # From the end of the line back, as far as only blanks stand between.
    first = len(cells) - 1
    while first and not text[cells[first - 1].end : cells[first].start].strip(BLANKS):
        first -= 1
    label = trim(text, line.start, cells[first].start)
    cells = cells[first:] if len(label) else cells
    words = text[label.start : label.end] if len(label) else ""
    if len(words.split()) > _MAX_LABEL or words[-1:] in {":", ",", ";"}:
        return []
    return [label, *cells] if len(label) else cells


def _at_dashes(line: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a range whose dash stands between blanks, without that."""
    for dash in _DASH.finditer(line, first, last):
        yield first, dash.start()
        first = dash.end()
    yield first, last


def _even(text: str, rows: Sequence[Sequence[Span]], *, paid: bool) -> bool:
    """Whether the cells below each other are of one kind, money among them; ``paid``: plain numbers may be money.

    Dashes alone in the first column part labels from what they label: ``Leeds – £30,000``.
    """
    kinds = [
        {kind_of(text[row[column].start : row[column].end]) for row in rows} - {CellKind.EMPTY}
        for column in range(1, len(rows[0]))
    ]
    money = {CellKind.MONEY} in kinds or (paid and {CellKind.NUMBER} in kinds)
    return bool(kinds[0]) and all(len(kind) <= 1 for kind in kinds) and money


def _header(
    text: str, head: Line, rows: Sequence[Sequence[Span]], shaper: Shaper, *, paid: bool = False
) -> tuple[float, list[Span]]:
    """A line as a cell for each column: where its words run together, else names and terms as long as they go.

    And how well they fit.
    """
    count = len(rows[0])
    glued = seams(text, head.start, head.end, shaper.camel)
    if len(glued) == count and sum(_is_known(shaper.words(cell), shaper) for cell in glued) * 2 >= count:
        return float(count * count), glued
    tokens = header_tokens(head)
    if not count <= len(tokens) <= _MAX_COLUMNS * 3:
        return 0.0, []
    paid = paid or shaper.names_currency(head.text)
    sums = {CellKind.MONEY, CellKind.NUMBER} if paid else {CellKind.MONEY}
    money = [any(kind_of(text[row[at].start : row[at].end]) in sums for row in rows) for at in range(count)]
    best: list[dict[int, tuple[float, list[Span]]]] = [{0: (0.0, [])}]
    for last in range(1, len(tokens) + 1):
        best.append(_ending(tokens, last, best, money, shaper))
    score, cells = best[-1].get(count, (0.0, []))
    known = sum(_is_known(shaper.words(cell), shaper) for cell in cells)
    return (score, cells) if score > 0 and known * 3 >= count * 2 else (0.0, [])


def _ending(
    tokens: Sequence[Span],
    last: int,
    best: Sequence[dict[int, tuple[float, list[Span]]]],
    money: Sequence[bool],
    shaper: Shaper,
) -> dict[int, tuple[float, list[Span]]]:
    """The best ways to part the first tokens, by the number of cells; ``money`` tells which columns hold it."""
    found: dict[int, tuple[float, list[Span]]] = {}
    for first in range(max(0, last - _MAX_CELL), last):
        cell = Span(tokens[first].start, tokens[last - 1].end)
        words = shaper.words(cell)
        worth, paid = _worth(words, last - first, shaper), shaper.says_pay(words) or shaper.names_currency(words)
        for size, (score, before) in best[first].items():
            if size >= len(money):
                continue
            # Pay heads no counts, and a column of sums is rather pay.
            total = score + worth + (_FITS if paid and money[size] else -_FITS if paid else 0.0)
            if size + 1 not in found or found[size + 1][0] < total:
                found[size + 1] = total, [*before, cell]
    return found


def _worth(words: str, size: int, shaper: Shaper) -> float:
    bare = ASIDE.sub("", words).strip("*# ")
    if HEADS.fullmatch(bare):
        return size * size + 0.5
    if " (" in bare:
        return -_FITS
    if len(_SIGN.findall(bare)) > 1 or (_SIGN.search(bare) and bare[0].islower()):
        # "BASE £ TEMP £", "base OSLO €": where cells name currencies, each does it once and for itself.
        return -_FITS
    known = shaper.role_words(bare) or shaper.header_words(bare)
    known = known or (size if shaper.is_level(bare) or shaper.is_place(bare) or shaper.is_corner(bare) else 0)
    # "Junior (0-2 Yrs)": what is told in brackets is told of a cell.
    return known * known + (1.5 if bare != words else 0.5) if known else -0.5 * size


def _is_known(words: str, shaper: Shaper) -> bool:
    bare = ASIDE.sub("", words).strip("*# ")
    named = shaper.is_name(bare) or shaper.is_place(bare) or shaper.names_currency(bare)
    return named or HEADS.fullmatch(bare) is not None
