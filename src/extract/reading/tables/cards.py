"""Cards: a label on one line and its figure on the next, or the other way round; or all labels, then all figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.model import Span
from extract.reading.lines import Line, ends_sentence
from extract.reading.money import MONEY
from extract.reading.pieces import Grid
from extract.reading.tables.card_kinds import BAND, NUMBER, SHARE, figure_at, is_sum, kind_in_card, label_end, span_of
from extract.reading.tables.card_order import heading_first, labels_first
from extract.reading.tables.shape import Shaper
from extract.reading.tables.shares import is_part, spread

_YEARS = re.compile(r"^(?:19|20)\d\d\s|,?\s\(?(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?\)?$")
# A figure soon, and another soon after it.
_TWO_FIGURES = re.compile(r"[LR]{0,2}VU?[LR]{1,2}V|RV{2,4}RV|[LR]VV[LR]VV|VUVU|RLVLRLV")
# Labels, each with two figures below: the typical one and a range.
_RANGE_BELOW = re.compile(r"VLV(?![LRVU])")
_WITH_RANGES = re.compile(r"(?:[LR]VV){2,}")
_RANGE = re.compile(r"\d[\d.,]*\s?[kKmM]?\s?(?:[-–—]|to)\s?\D{0,3}\d")
# Roles, each with as many figures below: a table that lost its header.
_ROLES_OF_MANY = re.compile(r"R(?P<figures>V{2,4})(?:R(?P=figures)(?!V))+")
# Each with its label below; the label of some is their period, as nothing else stands before the next figure.
_VALUES_FIRST = re.compile(r"V[LR](?:V(?:[LR]|U(?=V)))+")
# Figures with what each is for below it, then labels with theirs.
_UNITS_FIRST = re.compile(r"(?P<figures>(?:VU){2,})(?:[LR]V(?![UV]))*")
_NAMED_PAIRS = re.compile(r"(?:RLVU?){2,}")
# Two roles, each above its figure, and then the heading of the next two, or the end.
_ROLES_FIRST = re.compile(r"RVRV(?!R(?!V))")
# Whose, of what, the figure and where it is from.
_SOURCED = re.compile(r"(?:RLVL){2,}(?!V)")
_TRIPLES = re.compile(r"(?:[LR]V[LU]){2,}$")
# A level, its pay, and the years on the job below.
_WITH_YEARS = re.compile(r"(?:[LR]VL){2,}(?![LR]V)")
_UP_TO = frozenset({"to", "-", "–", "—"})
_FOR_A_TIME = re.compile(r"(?:\bper\s|\ban?\s|/\s?)(?:hour|day|week|month|year)\b", re.IGNORECASE)
_MAX_LINES = 60
_MAX_LABEL, _MAX_FACT = 6, 16
"""In words."""
_MAX_PHRASE = 3
"""In words."""


def read(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Cards that start at a line."""
    if not kind_in_card(lines[at], shaper):
        return None, at + 1
    if not _TWO_FIGURES.match("".join(kind_in_card(line, shaper) or "X" for line in lines[at : at + 7])):
        return None, at + 1
    kinds = ""
    for number, line in enumerate(lines[at : at + _MAX_LINES]):
        kind = kind_in_card(line, shaper)
        if not kind or (number and line.gap > 2) or spread(lines, at + number, shaper):
            break
        kinds += kind
    introduced = at > 0 and (lines[at - 1].text.endswith(":") or ends_sentence(lines[at - 1].text))
    rows, used = (introduced and _headless(lines[at:], kinds)) or _rows(lines[at:], kinds, shaper)
    return (shaper.plain(rows, "cards"), at + used) if rows else (None, at + 1)


def read_ends(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The lowest and the highest figure, each above whose it is, with "to" on the line between."""
    row = lines[at : at + 5]
    if len(row) < 5 or row[2].text not in _UP_TO or "".join(kind_in_card(line, shaper) for line in row) != "VLVL":
        return None, at + 1
    return shaper.plain([_value_first(row[0], row[1]), _value_first(row[3], row[4])], "cards"), at + 5


def read_sheet(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """A sheet of facts: three and more labels on lines of their own, each with what it stands for below."""
    rows: list[Sequence[Line]] = []
    if not _starts_sheet(lines, at, shaper):
        return None, at + 1
    gap, stop = lines[at + 1].gap, at
    while stop + 1 < min(len(lines), at + _MAX_LINES):
        again = _is_again(lines[stop + 1 : stop + 3])
        row = lines[stop : stop + 2 + again]
        if any(line.marker or (line.gap != gap and line is not lines[at]) for line in row) or not _is_fact(row):
            break
        below = shaper.is_unit(row[0].text) and figure_at(row[1]) is None
        if below or _is_label(row[1], shaper) or _opens_card(lines[stop + 1 : stop + 3], shaper):
            # One of the lines is a heading, and the next card starts; or units stand below their figures.
            break
        rows.append(row)
        stop += len(row)
        if len(rows) == 3 and not any(_names_fact(label.text, shaper) for label, *_ in rows):
            break
    if rows and _opens_list(rows[-1], lines[stop : stop + 1], shaper):
        stop -= len(rows.pop())
    known = sum(_names_fact(label.text, shaper) for label, *_ in rows)
    behind = lines[stop : stop + 2]
    # Two figures right below are the cells of a row, and what stands above them is its header.
    heads = len(behind) > 1 and all(figure_at(line) is not None for line in behind)
    if gap > 1 or len(rows) < 3 or known * 2 < len(rows) or heads:
        return None, at + 1
    out = _standing_out(lines[stop : stop + 3], shaper)
    return shaper.plain([*([span_of(line) for line in row] for row in rows), *out], "cards"), stop + 2 * len(out)


def _is_again(figures: Sequence[Line]) -> bool:
    """Whether a sum stands right above the same for another time: ``$101,000 per year``, ``$48.60 per hour``."""
    return len(figures) > 1 and all(is_sum(line) and _FOR_A_TIME.search(line.text) is not None for line in figures)


def _opens_list(row: Sequence[Line], below: Sequence[Line], shaper: Shaper) -> bool:
    """Whether what stands below a label is the first of several items: ``Main duties`` over duties."""
    items = [*row[1:], *below]
    return shaper.announces_list(row[0].text) and len(items) > 1 and all(len(i.words) > _MAX_PHRASE for i in items)


def _is_label(line: Line, shaper: Shaper) -> bool:
    """Whether a line is a term of headers and nothing more: ``Bachelor's degree`` is a value."""
    return shaper.is_facet(line.text) or shaper.header_words(line.text) == len(line.words) > 0


def _opens_card(lines: Sequence[Line], shaper: Shaper) -> bool:
    """Whether a role or a level stands right above a figure."""
    heads = len(lines) > 1 and (shaper.is_role(lines[0].text) or shaper.is_level(lines[0].text))
    return heads and figure_at(lines[1]) is not None


def _starts_sheet(lines: Sequence[Line], at: int, shaper: Shaper) -> bool:
    """Whether a line and the next are a fact; ``Careers side by side`` over the role of the first card is none."""
    row = lines[at : at + 2]
    if len(row) < 2 or not _is_fact(row) or _opens_card(row, shaper) or _is_alone(lines[at : at + _MAX_LINES], shaper):
        return False
    headed = at > 0 and shaper.is_role(lines[at - 1].text)
    return headed or not shaper.is_role(row[1].text) or _names_fact(row[0].text, shaper)


def _is_alone(lines: Sequence[Line], shaper: Shaper) -> bool:
    """Whether a heading, figures and their labels below stand together, and nothing else does."""
    if not is_sum(lines[1]):
        return False
    kinds = ""
    for line in lines:
        kind = kind_in_card(line, shaper)
        if not kind or (len(kinds) > 1 and line.gap > lines[1].gap):
            break
        kinds += kind
    return kinds != "" and len(kinds) == _headed(lines, kinds, shaper)


def _is_fact(row: Sequence[Line]) -> bool:
    label, value = row[0].text, row[1].text
    if ": " in label or ": " in value or ends_sentence(value) or len(value.split()) > _MAX_FACT or value == "#":
        return False
    # "Top 10%", "Job growth, 2023-33": no figures, but what the figure is of.
    counts = NUMBER.search(label) and NUMBER.search(_YEARS.sub("", label)) and not SHARE.fullmatch(label)
    short = len(label.split()) <= _MAX_LABEL and not counts
    return short and not ends_sentence(label) and label[-1] not in ":,?"


def _names_fact(words: str, shaper: Shaper) -> bool:
    words = _YEARS.sub("", words) if words[-1].isdigit() else words
    # "Typical range, 2–9 yrs"
    words = words.partition(", ")[0] if BAND.search(words) else words
    return shaper.is_header_word(words) or shaper.is_facet(words)


def _headless(lines: Sequence[Line], kinds: str) -> tuple[list[list[Span]], int] | None:
    """Rows of a role and two figures and more, below a sentence: nothing heads the columns."""
    many = _ROLES_OF_MANY.match(kinds)
    if many is None:
        return None
    size = 1 + len(many["figures"])
    return [[span_of(line) for line in lines[n : n + size]] for n in range(0, many.end(), size)], many.end()


def _rows(lines: Sequence[Line], kinds: str, shaper: Shaper) -> tuple[list[list[Span]], int]:
    """Rows of label, figure and, where there is one, what stands below; and how many lines they take."""
    ranged = _with_ranges(lines, kinds)
    if ranged:
        return ranged, 3 * len(ranged)
    first = _figures_first(lines, kinds, shaper)
    if first is not None:
        return first
    if _TRIPLES.match(kinds) and len({lines[n].text for n in range(2, len(kinds), 3)}) == 1:
        return [[span_of(line) for line in lines[n : n + 3]] for n in range(0, len(kinds), 3)], len(kinds)
    dated = _WITH_YEARS.match(kinds)
    if dated and all(BAND.match(lines[n].text) for n in range(2, dated.end(), 3)) and not BAND.match(lines[0].text):
        return [[span_of(line) for line in lines[n : n + 3]] for n in range(0, dated.end(), 3)], dated.end()
    if kinds.startswith("RL"):
        named = _SOURCED.match(kinds) or _NAMED_PAIRS.match(kinds)
        size = named.end() if named else 0
        starts = [n for n in range(size) if kinds[n] == "R"]
        return [[span_of(line) for line in lines[a:b]] for a, b in pairwise([*starts, size])], size
    return _labels_first(lines, kinds, shaper)


def _figures_first(lines: Sequence[Line], kinds: str, shaper: Shaper) -> tuple[list[list[Span]], int] | None:
    """Rows whose figures stand above what they are, and how many lines they take; none below what heads such a card."""
    units = _UNITS_FIRST.match(kinds)
    if units:
        size = units.end("figures")
        labelled = [[span_of(lines[n]), span_of(lines[n + 1])] for n in range(size, units.end(), 2)]
        return [*(_value_first(lines[n], lines[n + 1]) for n in range(0, size, 2)), *labelled], units.end()
    if _RANGE_BELOW.match(kinds) and _has_ends(lines[2]) and not _has_ends(lines[0]):
        return [[span_of(lines[1]), span_of(lines[0]), span_of(lines[2])]], 3
    values = _VALUES_FIRST.match(kinds)
    if values:
        return [_value_first(lines[n], lines[n + 1]) for n in range(0, values.end(), 2)], values.end()
    # A role or a title above a card with its labels below the figures.
    return ([], 0) if _headed(lines, kinds, shaper) or _UNITS_FIRST.match(kinds, 1) else None


def _headed(lines: Sequence[Line], kinds: str, shaper: Shaper) -> int:
    """How many lines a heading and figures with their labels below take; 0 where they are none."""
    below = None if _ROLES_FIRST.match(kinds) or labels_first(lines, kinds) else _VALUES_FIRST.match(kinds, 1)
    if below is None:
        return 0
    first, *inner, last = lines[0 : below.end() : 2]
    if (
        shaper.names_roles(first.text)
        and not shaper.names_roles(last.text)
        and all(shaper.names_roles(i.text) for i in inner)
    ):
        # "Baker salary", a figure, "Cook salary", another, "Skills".
        return 0
    headed = kinds[below.end() : below.end() + 1] != "V" and _heads(first, last, shaper)
    # "Entry", a figure, "Mid": the first of the levels.
    headed = headed and not (shaper.is_level(lines[0].text) and shaper.is_level(lines[2].text))
    return below.end() if headed or "U" in below[0] or heading_first(lines, kinds) else 0


def _with_ranges(lines: Sequence[Line], kinds: str) -> list[list[Span]]:
    """Rows of a label, what is typical and the range around it."""
    found = _WITH_RANGES.match(kinds)
    rows = [lines[n : n + 3] for n in range(0, found.end(), 3)] if found else []
    ranged = all(_RANGE.search(high.text) and not _RANGE.search(typical.text) for _, typical, high in rows)
    return [[span_of(line) for line in row] for row in rows] if ranged else []


def _has_ends(line: Line) -> bool:
    """Whether a line is the two ends of a range."""
    return _RANGE.search(line.text) is not None or len(MONEY.findall(line.text)) > 1


def _heads(first: Line, last: Line, shaper: Shaper) -> bool:
    """Whether of the labels above and below all figures the first is a heading, and the last a label."""
    if shaper.is_role(first.text):
        return True
    if BAND.match(first.text):
        # Years on the job head no card.
        return False
    known = _names_fact(first.text, shaper)
    ends = _names_fact(last.text, shaper) or is_part(last, shaper)
    if len(first.words) == 1 and shaper.says_pay(first.text) and len(last.words) > 1 and shaper.says_pay(last.text):
        # "Salaries", a figure, "Average salary of a baker", another, "Highest salary of a baker".
        return True
    if shaper.names_roles(first.text) and not shaper.names_roles(last.text) and ends:
        # "Average baker salary in Leeds", a figure, "Median", another, "Highest".
        return True
    return shaper.is_title(first.text) or (not known and (_names_fact(last.text, shaper) or shaper.is_role(last.text)))


def _labels_first(lines: Sequence[Line], kinds: str, shaper: Shaper) -> tuple[list[list[Span]], int]:
    """Label, figure, perhaps its unit; a label may be broken over two lines."""
    rows: list[list[Span]] = []
    n = 0
    while n + 1 < len(kinds):
        joined = kinds[n : n + 3] == "LLV" and n > 0 and _is_broken(lines[n : n + 2], shaper)
        if kinds[n : n + 2] not in {"LV", "RV"} and not joined:
            break
        last = n + 2 if joined else n + 1
        rows.append([Span(lines[n].start, label_end(lines[last - 1])), span_of(lines[last])])
        n = last + 1
        if kinds[n : n + 1] == "U":
            rows[-1].append(span_of(lines[n]))
            n += 1
    out = _standing_out(lines[n : n + 3], shaper)
    return ([*rows, *out], n + 2 * len(out)) if len(rows) >= 2 else ([], 0)


def _standing_out(lines: Sequence[Line], shaper: Shaper) -> list[list[Span]]:
    """``$81,300`` above ``Median total pay``, below the rows of a card: the figure that stands out as one more row."""
    kinds = [kind_in_card(line, shaper) for line in lines]
    if kinds[:2] != ["V", "L"] or kinds[2:] == ["V"] or not shaper.says_pay(lines[1].text):
        return []
    return [_value_first(lines[0], lines[1])]


def _is_broken(lines: Sequence[Line], shaper: Shaper) -> bool:
    """Whether two lines are one label, and not a heading over the first label of the next card."""
    first, second = lines
    if (
        second.gap
        or shaper.names_roles(first.text)
        or (shaper.is_level(first.text) and _names_fact(second.text, shaper))
    ):
        return False
    return len(first.words) == 1 or not _names_fact(second.text, shaper)


def _value_first(figure: Line, below: Line) -> list[Span]:
    """``min. 52,000`` above ``gross a year``: label, figure, unit; else what stands below is the label."""
    at = figure_at(figure) or 0
    label = figure.text[:at].rstrip()
    value = Span(figure.start + at, figure.end)
    if label:
        return [Span(figure.start, figure.start + len(label)), value, span_of(below)]
    return [span_of(below), value]
