"""What all readers of tables share: kinds of cells, which row is the header, labels that were shifted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from extract.lexicons.signs import SIGNS
from extract.model import Span
from extract.reading.cues import cues, tokens_of
from extract.reading.lines import BLANKS, Line
from extract.reading.money import DIGIT, DIGITS, MARK, TAIL
from extract.reading.names import Names
from extract.reading.pieces import Grid
from extract.reading.tables.splitting import CamelWords
from extract.reading.tables.tiers import spread, times_said

_MONEY = re.compile(rf"{MARK}\s?\d|{DIGITS}\s?(?:{TAIL}|(?:k|K|LPA|lakhs?)\b)")
_PERCENT = re.compile(r"[%p](?:(?<=\d%)|(?<=\d\s%)|(?<=p)(?<!\wp)er ?cent\b)")
_NUMBER = re.compile(
    r"[~≈+<>–—-]{0,3}\s?\d[\d.,]*(?:\s?(?:-|–|—|to)\s?\d[\d.,]*)?\s?\+?(?:\s?(?:years?|yrs?|yr|y|months?|hours?|days?)\.?)?"
)
# "Small (under £1m)": how large those are whom a column is about.
_BRACKETED = re.compile(r"(?<=\w)\s\([^()]{2,40}\)$")
_PERCENTILES = re.compile(r"\bpercentiles?$", re.IGNORECASE)
_MAX_HEADER_WORDS = 5
# A column of welders in Norway, with either of the two first.
_HALVES = re.compile(r"[\s,:](?:(?<=[,:])|(?<=\s)(?:[–—-]|in))\s")
_CURRENCY = re.compile(r"\((?:[A-Z]{3}|[" + SIGNS + r"])(?:[\s/,][^()]{0,20})?\)")
_SIGN = re.compile(rf"[{SIGNS}](?!\s?\d)")
_NOTHING = re.compile(r"[-–—.\s]*|n/?a", re.IGNORECASE)
# A word of a header, with what a stroke or a sign ties to it: "Salary / Wage $ (2024)".
_TOKEN = re.compile(rf"\S+(?:\s/\s\S+)?(?:\s[{SIGNS}](?!\S))?(?:\s\([^()]{{0,60}}\)\S{{0,3}})?")


class CellKind(Enum):
    """What a cell holds."""

    EMPTY = "empty"
    MONEY = "money"
    PERCENT = "percent"
    NUMBER = "number"
    TEXT = "text"


@lru_cache(maxsize=4096)
def kind_of(text: str) -> CellKind:
    """What a cell's text is."""
    if _NOTHING.fullmatch(text):
        return CellKind.EMPTY
    if DIGIT.search(text) is None:
        return CellKind.PERCENT if _PERCENT.search(text) else CellKind.TEXT
    if _MONEY.search(text):
        return CellKind.MONEY
    if _PERCENT.search(text):
        return CellKind.PERCENT
    return CellKind.NUMBER if _NUMBER.fullmatch(text) else CellKind.TEXT


def _is_sum(text: str) -> bool:
    """Whether a cell is a sum and no more: it heads no column."""
    return kind_of(text) is CellKind.MONEY and not any(map(str.isalpha, text))


def is_value(text: str) -> bool:
    """Whether a cell holds a figure."""
    return kind_of(text) in {CellKind.MONEY, CellKind.PERCENT, CellKind.NUMBER}


def trim(text: str, start: int, end: int) -> Span:
    """The span without the blanks around it; an empty one stays at its start."""
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return Span(start, end)


def header_tokens(line: Line) -> list[Span]:
    """The words of a header, out of which its cells are put together."""
    return [Span(line.start + m.start(), line.start + m.end()) for m in _TOKEN.finditer(line.text)]


def pad(row: Sequence[Span], width: int) -> list[Span]:
    """The row with empty cells behind its last, up to a width."""
    end = row[-1].end if row else 0
    return [*row, *(Span(end, end) for _ in range(width - len(row)))]


class Shaper:
    """Makes a grid of rows of spans: finds the header and puts its labels over the right columns."""

    def __init__(self, text: str, names: Names, camel: CamelWords = frozenset()) -> None:
        self.camel = camel
        self._text = text
        self._names = names
        self._known = cues()
        self._header_words: dict[str, int] = {}
        self.card_kinds: dict[int, str] = {}
        """What the lines are that cards are made of, by where they start: each is asked for several times."""

    def grid(self, rows: list[list[Span]], form: str, *, ruled: bool = False, end: int | None = None) -> Grid | None:
        """A grid of one body row and two columns at least; ``ruled`` makes the first row the header."""
        title = self._spanning_title(rows)
        if title is not None:
            rows = rows[1:]
        if not rows:
            return None
        header: list[Span] = []
        start = rows[0][0].start
        if self.is_header(rows) or (ruled and not self._is_body(rows)):
            header, rows = rows[0], rows[1:]
        if header and len(rows) > 1 and self._spans_over(header, rows[0]):
            title = title or next(cell for cell in header if len(cell))
            header, rows = rows[0], rows[1:]
        width = max((len(row) for row in rows), default=0)
        if not rows or width < 2:
            return None
        header = self._over_groups(header, rows, width) or self._over_columns(header, rows, width) if header else []
        width = max(width, len(header))
        body = [pad(row, width) for row in rows]
        header = pad(header, width) if header else []
        last = max((row[-1].end for row in rows if row), default=start)
        start = title.start if title else start
        return Grid(start, max(last, end or last), form, header, body, title=title)

    def plain(self, rows: Sequence[Sequence[Span]], form: str) -> Grid:
        """A grid without a header."""
        width = max(map(len, rows))
        body = [pad(row, width) for row in rows]
        return Grid(rows[0][0].start, max(cell.end for row in rows for cell in row), form, [], body)

    def is_role(self, cell: str) -> bool:
        """Whether a cell is a role's name."""
        return self._names.is_role(cell)

    def is_level(self, cell: str) -> bool:
        """Whether a cell is a level: ``Junior``, ``Mid (3-5 years)``."""
        return self._names.is_level(cell)

    def is_header_word(self, cell: str) -> bool:
        """Whether a cell is a term of header rows, or ends with one."""
        return self.header_words(cell) > 0

    def header_words(self, cell: str) -> int:
        """How many words at the end of a short cell are a term of header rows."""
        known = self._header_words.get(cell)
        if known is None:
            known = self._header_words[cell] = self._find_header_words(cell)
        return known

    def _find_header_words(self, cell: str) -> int:
        term, _, place = cell.rpartition(", ")
        if term and self.is_place(place):
            # "Monthly pay, Cebu"
            known = self._find_header_words(term)
            return known and known + len(place.split())
        words = tokens_of(cell.split(" (", 1)[0])
        if len(words) > _MAX_HEADER_WORDS or cell[:1].isdigit():
            return 0
        terms, units = self._known.table_headers, self._known.table_units
        # ``Pay per month`` is a term with what it is for, and a year behind "per" heads no column of years.
        last = len(words)
        told = set() if any(map(str.isdigit, cell)) else {"per"}
        while last > 1 and units.at(words, last - 1) and (words[last - 2] in told or not terms.at(words, last - 1)):
            last -= 1
        first = next((at for at in range(last) if terms.at(words[:last], at) == last - at), None)
        pays = last > 0 and any(self._known.table_pay.at(words, at) for at in (last - 1, first or 0))
        if pays:
            # ``Average monthly salary``, ``monthly salary range``: whatever qualifies pay belongs to its cell.
            first = last - 1 if first is None else first
            while first and self._known.table_qualifiers.at(words, first - 1):
                first -= 1
        elif first == 1 and self._known.table_qualifiers.at(words) and not terms.at(words):
            # "Typical experience", where "typical" alone heads no column.
            first = 0
        return 0 if first is None else len(words) - first

    def says_pay(self, cell: str) -> bool:
        """Whether a word for pay stands anywhere in a cell: ``Average salary of a baker per annum``."""
        return self._known.table_pay.within(tokens_of(cell))

    def label_length(self, row: str) -> int:
        """The length of a role's name, or of words that label rows, at the start of a row; else 0."""
        first = next(iter(self._names.mentions(row[:80])), None)
        if first is not None and first.start == 0:
            return first.end
        words = row.split(" ")
        for size in range(min(4, len(words) - 1), 0, -1):
            label = " ".join(words[:size])
            if self.is_facet(label):
                return len(label)
        return 0

    def is_facet(self, words: str) -> bool:
        """Whether words are what may be said of any role."""
        tokens = tokens_of(words)
        return self._known.heading_facets.whole(tokens) or self._known.table_labels.whole(tokens)

    def announces_list(self, words: str) -> bool:
        """Whether words stand over lists: ``Main duties``."""
        return self._known.heading_lists.within(tokens_of(words))

    def is_unit(self, words: str) -> bool:
        """Whether words are no more than what a figure is for: ``gross per year``."""
        known = tokens_of(words)
        return 0 < len(known) <= 4 and all(self._known.table_units.at(known, at) for at in range(len(known)))

    def is_title(self, words: str) -> bool:
        """Whether words hold what titles of tables do: ``at a glance``."""
        return self._known.table_titles.within(tokens_of(words))

    def names_roles(self, words: str) -> bool:
        """Whether a role is named anywhere."""
        return bool(self._names.mentions(words))

    def role_words(self, cell: str) -> int:
        """How many words of a cell that is a role are the role's own name; 0 where it is none."""
        if not self.is_role(cell):
            return 0
        named = next(iter(self._names.mentions(cell)), None)
        return len((cell[named.start : named.end] if named else cell).split())

    def is_name(self, cell: str) -> bool:
        """Whether a cell can label a row or a column: a role, a level, a term of headers."""
        return self.is_label(cell) or self.is_corner(cell) or self.is_facet(cell)

    @staticmethod
    def names_currency(cell: str) -> bool:
        """Whether a header names a currency, in brackets or by its sign: plain numbers below it are sums."""
        return ("(" in cell and _CURRENCY.search(cell) is not None) or _SIGN.search(cell) is not None

    def is_difference(self, cell: str) -> bool:
        """Whether a cell says by how much two columns differ: ``Gap``, ``Pay difference``."""
        return self._known.table_differences.within(tokens_of(cell))

    def is_place(self, cell: str) -> bool:
        """Whether a cell is the name of a place."""
        return self._names.is_place(cell)

    def is_corner(self, cell: str) -> bool:
        """Whether a cell stands over the labels of rows: ``Aspect``, ``Job title``."""
        return self._known.table_corners.whole(tokens_of(cell))

    def is_note(self, cell: str) -> bool:
        """Whether a cell stands over remarks, as the same word does over what stands below a table: ``Notes``."""
        return self._known.table_notes.whole(tokens_of(cell))

    def words(self, span: Span) -> str:
        """The text of a cell without marks of emphasis."""
        return self._text[span.start : span.end].strip("*_ ")

    def is_header(self, rows: Sequence[Sequence[Span]]) -> bool:
        """Whether the first row says what the columns hold."""
        first = [self.words(span) for span in rows[0]] if len(rows) > 1 else []
        filled = [cell for cell in first if cell]
        if not filled or self._opens_group(rows) or any(map(_is_sum, filled)):
            return False
        if len(filled) > 2 and _PERCENTILES.search(filled[0]):
            return all(cell[0].isdigit() or self.is_label(cell) for cell in filled[1:])
        labels = sum(self.is_label(cell) for cell in filled) + self.is_corner(filled[0])
        if labels * 2 > len(filled):
            return True
        sized = not any(_BRACKETED.search(self.words(span)) for span in rows[1])
        if any(self._is_figure(_BRACKETED.sub("", cell) if sized else cell) for cell in filled):
            return False
        named = any(self.is_label(cell) for cell in filled[1:]) or self.is_corner(filled[0])
        return named or (len(filled) > 1 and (len(first) > 2 or not self._key_value(rows)))

    def _is_body(self, rows: Sequence[Sequence[Span]]) -> bool:
        """Whether a first row is a label and money like the rows below it, ruled off because something had to be."""
        alike = [{kind_of(self.words(cell)) for cell in row[1:]} for row in rows[:3]]
        return len(rows) > 1 and all(kinds == {CellKind.MONEY} for kinds in alike) and bool(self.words(rows[0][0]))

    def _opens_group(self, rows: Sequence[Sequence[Span]]) -> bool:
        """Whether the first row, and one further down, holds nothing but a role or a level, for the rows below it."""
        labels = [self.words(row[0]) for row in rows if len(row[0]) and not any(map(len, row[1:]))]
        alone = [self.is_role(label) or self.is_level(label) for label in labels]
        return len(alone) > 1 and all(alone) and not any(map(len, rows[0][1:]))

    def _is_figure(self, cell: str) -> bool:
        kind = kind_of(cell)
        return kind in {CellKind.MONEY, CellKind.PERCENT} or (kind is CellKind.NUMBER and len(cell) > 4)

    def is_label(self, cell: str) -> bool:
        """Whether a cell names what a column holds: a role, a level, a kind of figure; each also of a place."""
        if self._names.is_role(cell) or self.is_header_word(cell) or self.is_level(cell):
            return True
        halves = _HALVES.split(cell, maxsplit=1)
        return len(halves) > 1 and any(self.is_place(half) for half in halves) and any(map(self.is_label, halves))

    def _key_value(self, rows: Sequence[Sequence[Span]]) -> bool:
        """Whether two columns hold labels and what they stand for, from the first row on."""
        seconds = [self.words(row[1]) for row in rows if len(row) > 1]
        return sum(is_value(cell) for cell in seconds[1:]) < max(1, len(seconds) - 1)

    def _spans_over(self, header: Sequence[Span], below: Sequence[Span]) -> bool:
        """Whether a header says one thing of all columns, and the row below it what each of them holds."""
        said = {self.words(cell) for cell in header[1:]} - {""}
        if len(said) != 1 or any(self.is_role(self.words(cell)) for cell in header) or len(below) < 3:
            return False
        if len(header[0]) and self.words(header[0]) != self.words(below[0]):
            return False
        return all(self.is_name(self.words(cell)) for cell in below[1:])

    def _spanning_title(self, rows: Sequence[Sequence[Span]]) -> Span | None:
        """The only filled cell of a first row that stands over a header of full width."""
        if len(rows) < 3 or len(rows[1]) < 2:
            return None
        filled = [span for span in rows[0] if len(span)]
        alone = len(filled) == 1 and (len(rows[0]) == 1 or len(rows[0]) >= 3 or filled[0] != rows[0][-1])
        if not alone or not all(map(len, rows[1][:-1])) or not self.is_header(rows[1:]):
            return None
        role = self.is_role(self.words(filled[0])) and not self._opens_group(rows)
        return filled[0] if role or len(tokens_of(self.words(filled[0]))) > 2 else None

    def _over_groups(self, header: Sequence[Span], rows: Sequence[Sequence[Span]], width: int) -> list[Span]:
        """A header of fewer cells over a row that says the same labels again for each of them, put over its columns."""
        filled = [cell for cell in header if len(cell)]
        if len(rows) < 2 or len(rows[0]) != width or len(filled) >= width - 1:
            return []
        count = times_said([self.words(cell) for cell in rows[0][1:]])
        heads = filled[len(header[0]) > 0 :]
        return spread(header[0], heads, width - 1) if count and len(heads) == count else []

    def _over_columns(self, header: list[Span], rows: Sequence[Sequence[Span]], width: int) -> list[Span]:
        """Puts the empty header cell over the labels, where it was lost or stands at the wrong end."""
        filled = len(header)
        while filled and not len(header[filled - 1]):
            filled -= 1
        if filled != width - 1 or not self._shifted(header[:filled], rows, width):
            return header
        return [Span(header[0].start, header[0].start), *header[:filled]]

    def _are_roles(self, cells: Sequence[str]) -> bool:
        """Whether cells are roles: known ones, or one known and all of one trade ("... teacher")."""
        known = [self._names.is_role(cell) for cell in cells]
        trades = {cell.rsplit(" ", 1)[-1].casefold() for cell in cells if " " in cell}
        return all(known) or (any(known) and len(cells) > 1 and len(trades) == 1 and all(" " in cell for cell in cells))

    def _shifted(self, labels: Sequence[Span], rows: Sequence[Sequence[Span]], width: int) -> bool:
        first = self.words(labels[0])
        if not first or self.is_corner(first):
            return False
        full = [row for row in rows if len(row) == width and len(row[-1])]
        if len(full) * 2 < len(rows) or any(is_value(self.words(row[0])) for row in full):
            return False
        if self._are_roles([self.words(span) for span in labels]):
            return True
        kinds = [{kind_of(self.words(row[column])) for row in full} for column in range(width)]
        return kinds[0] == {CellKind.TEXT} and kinds[1] == kinds[-1] != kinds[0] and self.is_label(first)
