"""Lines to a first draft of blocks: items by their markers, paragraphs joined where lines were wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.lexicons.signs import SIGNS
from extract.model import BlockKind
from extract.reading.cues import cues, tokens_of
from extract.reading.lines import BLANKS, Line, ends_sentence, hashes, is_bold, line_at
from extract.reading.pieces import Grid, Piece

_DOT = re.compile(r"\s*[•●▪◦‣]\s*")
_DOTS = re.compile(r"[•●▪◦‣]")
_DASH = re.compile(r"\s[-–]\s")
_LABEL = re.compile(r"[^:.]{2,40}:\s")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_GLUED = re.compile(r"(?P<heading>[A-Z][^.!?:;\n]{2,90}?(?:\?|(?<=[a-z])))(?=[A-Z][a-z]{0,15}\s)")
# Shorter lines are no heading with a text.
_MIN_GLUED = 40
_MAX_HEADING = 18
_MAX_GLUED = 8
_CONTINUES = re.compile(r"[a-z(,;)]")
# A line that ends or starts so was torn where a link or a name stood on a line of its own.
_LEFT_OPEN = re.compile(r"(?:,|\b(?:and|or|the|an?|of))$")
# "... starts at AED 8,000 to", "... make between": a sum goes on below.
_SUM_OPEN = re.compile(
    rf"(?:\b(?:to|from|between|and|or|than|at|of|is|was|are|by|about|around|over|under|[A-Z]{{3}})|[-–—]|[{SIGNS}])$"
)
_SUM = re.compile(rf"(?:[A-Z]{{2,3}}\s?)?[{SIGNS}]?\d")
# "Clerk > Senior Clerk > Deputy", "Manager > Director": steps of one path.
_STEPS, _STEP = re.compile(r"\s[>→»]\s.*\s[>→»]\s"), re.compile(r"[^>→»]{2,40}\s[>→»]\s|[>→»]\s")
# "> Finance Director" below "Clerk > Controller"
_ONWARD = re.compile(r"[>→»]\s\w")
_JOINS = re.compile(r"[,;.)]\s|(?:and|or|of|with|in|for|than|to|that|which|are|is)(?:\s|$)")
# "number of open posts: 210": a line of its own, though in small letters.
_LABELLED = re.compile(r"[a-z][a-z ]{2,40}[a-z]:\s")
# A wrapped line is filled up to the width; the widest line of such a text is not wider than this.
_MAX_WIDTH = 120
_MIN_WIDTH = 50
_MIN_FULL = 4
_FAR_RIGHT, _COLUMNS = 24, "    "
_MOST_LISTED = 24
_FEWEST_DASHED, _MAX_LEAD = 2, 6
# Between the steps of a way, each on its line; a path of links begins at home.
_ARROW = re.compile(r"[>→➔➜⟶↓⬇]\ufe0f?")
_MAX_STEP = 6
_HOME = ("home", "homepage", "start")


class Drafter:
    """Makes pieces of the lines of one text.

    ``tables`` are the grids found before, by the number of their first line.
    """

    def __init__(self, lines: Sequence[Line], tables: Mapping[int, tuple[Grid, int]]) -> None:
        self._lines = lines
        self._tables = tables
        self._width = _wrap_width(lines)
        self._pieces: list[Piece] = []
        self._marker: Line | None = None

    def pieces(self) -> list[Piece]:
        """All pieces, in order."""
        number = 0
        while number < len(self._lines):
            table = self._tables.get(number)
            if table:
                grid, number = table
                self._marker = None
                self._add(
                    Piece(
                        BlockKind.TABLE,
                        grid.start,
                        grid.end,
                        "",
                        gap=self._lines[number - 1].gap,
                        grid=grid,
                        settled=True,
                    )
                )
            else:
                self._take(self._lines[number], self._lines[number - 1] if number else None)
                number += 1
        return self._pieces

    def _add(self, piece: Piece) -> None:
        self._pieces.append(piece)

    def _take(self, line: Line, before: Line | None) -> None:
        if not line.has_words:
            self._take_mark(line)
            return
        marker, self._marker = self._marker, None
        if marker is not None and not line.marker:
            self._add(_piece(BlockKind.LIST_ITEM, line, marker=marker.marker, indent=marker.indent, gap=marker.gap))
        elif line.marker in {"dot", "dash", "letter"}:
            self._pieces += _items(line)
        elif not self._take_marked_up(line) and not self._continue(line, before):
            self._pieces += _unmarked(line)

    def _take_mark(self, line: Line) -> None:
        """A marker alone waits for its words; a rule makes the line above a heading, an arrow a step."""
        self._marker = line if line.marker and line.body == line.end else None
        last = self._pieces[-1] if self._pieces else None
        if last and _ARROW.fullmatch(line.text) and _could_be_step(last):
            last.kind, last.marker = BlockKind.LIST_ITEM, "step"
            self._marker = replace(line, marker="step")
        if last and line.gap == 0 and _UNDERLINE.fullmatch(line.text) and _could_be_underlined(last):
            last.kind, last.settled, self._marker = BlockKind.HEADING, True, None
            last.markup = 1 if line.text[0] == "=" else 2

    def _take_marked_up(self, line: Line) -> bool:
        level, size = hashes(line.text)
        if level:
            start, end = line.start + size, line.end
            text = line.text[size:].rstrip("# ")
            self._add(
                Piece(
                    BlockKind.HEADING,
                    start,
                    start + len(text),
                    text,
                    gap=line.gap,
                    markup=level,
                    settled=True,
                )
            )
            return bool(end)
        if is_bold(line.text) and len(line.words) <= _MAX_HEADING and not ends_sentence(line.text.rstrip("*_")):
            text = line.text.rstrip(":").strip("*_ ")
            start = line.start + line.text.index(text)
            self._add(Piece(BlockKind.HEADING, start, start + len(text), text, gap=line.gap, settled=True, rank=1))
            return True
        return False

    def _continue(self, line: Line, before: Line | None) -> bool:
        """Joins a line to the piece above where it is certainly its continuation."""
        last = self._pieces[-1] if self._pieces else None
        if last is None or before is None or last.end != before.end or line.gap or line.marker or last.is_table:
            return False
        if (last.is_heading and not last.settled) or last.is_heading:
            return False
        flows = _flows(last, line) and (_is_torn(last, line) or not self._is_listed())
        if not flows and not self._wrapped(before, line):
            return False
        last.text += "\n" + line.text
        last.end = line.end
        return True

    def _is_listed(self) -> bool:
        """Whether the last piece stands in a list without markers: small letters below a line that ends in a colon."""
        for piece in reversed(self._pieces[-_MOST_LISTED:]):
            if piece.text.endswith(":"):
                return piece is not self._pieces[-1]
            if piece.kind is not BlockKind.PARAGRAPH or not piece.text[0].islower() or "\n" in piece.text:
                return False
        return False

    def _wrapped(self, before: Line, line: Line) -> bool:
        """Whether the first word of the line would not have fitted on the line before."""
        return self._width > 0 and _would_not_fit(before, line, self._width)


def _could_be_step(piece: Piece) -> bool:
    if piece.kind is BlockKind.LIST_ITEM:
        return piece.marker == "step"
    brief = piece.kind is BlockKind.PARAGRAPH and 0 < len(piece.words) <= _MAX_STEP
    return brief and piece.words[0] not in _HOME and not ends_sentence(piece.text)


def _could_be_underlined(piece: Piece) -> bool:
    plain = piece.kind is BlockKind.PARAGRAPH and "\n" not in piece.text
    return plain and not ends_sentence(piece.text) and len(piece.words) <= _MAX_HEADING


def _flows(last: Piece, line: Line) -> bool:
    """Whether a sentence that has not ended goes on in small letters."""
    if ends_sentence(last.text) or last.text[-1] in ":|":
        return False
    if _is_torn(last, line):
        return True
    if not _CONTINUES.match(line.text) or _LABELLED.match(line.text):
        return False
    if last.is_item:
        return line.indent > last.indent or len(last.text) >= 60
    return len(last.text) >= 40


def _is_torn(last: Piece, line: Line) -> bool:
    """Whether a line ends, or the next one begins, as no line does that was meant to."""
    left_open = _LEFT_OPEN.search(last.text[-12:]) is not None and not _asks(line)
    sum_open = len(last.text) >= _MIN_GLUED and _SUM_OPEN.search(last.text[-12:]) is not None
    if len(last.text) >= _MIN_WIDTH and _STEPS.search(last.text) and _STEP.match(line.text):
        return True
    if _ONWARD.match(line.text) and len(last.text) >= _MIN_WIDTH and f" {line.text[0]} " in last.text:
        return True
    sum_open = sum_open and _SUM.match(line.text) is not None
    if last.is_item:
        return sum_open and line.indent > last.indent
    left_open = left_open or sum_open
    return left_open or _JOINS.match(line.text) is not None


def _asks(line: Line) -> bool:
    """Whether a line is a question of its own, whatever was cut off above it."""
    return line.text.endswith("?") and line.text[0].isupper() and cues().heading_questions.at(line.words) > 0


def _piece(
    kind: BlockKind, line: Line, *, marker: str = "", indent: int | None = None, gap: int | None = None
) -> Piece:
    return Piece(
        kind,
        line.body if marker else line.start,
        line.end,
        line.rest if marker else line.text,
        marker=marker,
        indent=line.indent if indent is None else indent,
        gap=line.gap if gap is None else gap,
        number=line.number,
        picture=line.picture,
    )


def _items(line: Line) -> Iterator[Piece]:
    """The item of a line, or its items where several run together."""
    if line.marker == "dot" or len(_DOTS.findall(line.rest)) > 1:
        parts = list(_split(line.rest, line.body, _DOT))
    else:
        parts = [(line.rest, line.body)]
    for number, (text, start) in enumerate(parts):
        yield Piece(
            BlockKind.LIST_ITEM,
            start,
            start + len(text),
            text,
            starred=line.text[0] == "*",
            marker=line.marker,
            indent=line.indent,
            gap=0 if number else line.gap,
        )


def _unmarked(line: Line) -> Iterator[Piece]:
    """A paragraph, or items where markers stand inside the line, or a heading and the text glued to it."""
    if line.marker == "number":
        yield _piece(BlockKind.PARAGRAPH, line, marker="number")
        return
    mark = mark_within(line)
    if mark is not None:
        yield from _run_together(line, mark)
        return
    cut = _twice(line) or _glued_heading(line)
    if cut:
        yield _piece(BlockKind.PARAGRAPH, line_at(line.text[:cut].rstrip(), line.start, gap=line.gap))
        yield _piece(BlockKind.PARAGRAPH, line_at(line.text[cut:], line.start + cut))
        return
    yield _piece(BlockKind.PARAGRAPH, line)


def mark_within(line: Line) -> re.Pattern[str] | None:
    """The mark that parts the items of a list on one line; None where it is no list."""
    if len(_DOTS.findall(line.text)) > 1:
        known, words = cues(), line.words
        if not known.byline_marks.within(words) and not known.byline_starts.at(words):
            return _DOT
    return _DASH if _is_dashed_list(line) else None


def _is_dashed_list(line: Line) -> bool:
    """``Buyer - 60%: ordering - 40%: counting - Tools: Excel``: a list between dashes, two of its items with labels.

    ``Duties: - Baking bread. - Selling it.``: or announced by a colon, each with a capital.
    """
    lead, *items = _DASH.split(line.text)
    if len(items) < _FEWEST_DASHED or len(lead.split()) > _MAX_LEAD or lead.endswith((".", "?", "!")):
        return False
    if lead.endswith(":") and all(item[:1].isupper() for item in items):
        return True
    labelled = sum(_LABEL.match(item) is not None for item in items)
    return labelled >= 2 and labelled * 2 >= len(items) and not any(ends_sentence(item) for item in items[:-1])


def _glued_heading(line: Line) -> int:
    """Where a heading ends that its text follows without a blank (``ConclusionBoth ...``), else 0."""
    if not ends_sentence(line.text) or len(line.text) < _MIN_GLUED:
        return 0
    found = _GLUED.match(line.text)
    if not found:
        return 0
    left = tokens_of(found["heading"])
    known = cues()
    asks = found["heading"].endswith("?") and known.heading_questions.at(left) > 0
    facet = 1 < len(left) <= _MAX_GLUED and known.heading_facets.at(left) > 0
    return found.end() if asks or facet or known.heading_generic.whole(left) else 0


def _twice(line: Line) -> int:
    """Where a title starts the second time that is written twice on its line, 0 where it is not."""
    half, odd = divmod(len(line.text), 2)
    if len(line.text) < _MIN_GLUED:
        return 0
    if not odd and line.text[:half] == line.text[half:]:
        return half
    return half + 1 if odd and line.text[:half] == line.text[half + 1 :] and line.text[half] == " " else 0


def _run_together(line: Line, mark: re.Pattern[str]) -> Iterator[Piece]:
    """``Tools: A • B • C``: what stands before the first mark introduces the list or is its first item."""
    parts = list(_split(line.text, line.start, mark))
    text, start = parts[0]
    lead, colon, _ = text.partition(": ")
    if colon and len(lead.split()) <= 5:
        size = len(lead) + 1
        parts[0] = text[size:].lstrip(BLANKS), start + len(text) - len(text[size:].lstrip(BLANKS))
        yield _piece(BlockKind.PARAGRAPH, line_at(lead + ":", start, gap=line.gap))
    elif text.endswith(":") or len(text.split()) > 6 or mark is _DASH:
        yield _piece(BlockKind.PARAGRAPH, line_at(text, start, gap=line.gap))
        parts = parts[1:]
    for text, start in parts:
        yield Piece(BlockKind.LIST_ITEM, start, start + len(text), text, marker="dot", indent=line.indent)


def _split(text: str, offset: int, marks: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    at = 0
    for mark in marks.finditer(text):
        if text[at : mark.start()].strip():
            yield text[at : mark.start()], offset + at
        at = mark.end()
    if text[at:].strip():
        yield text[at:], offset + at


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width that the text was wrapped to, or 0 where it was not.

    In a wrapped text a line goes on below where its next word would not have fitted; elsewhere lines end
    anywhere.
    """
    # What stands at the right margin, "Page 3 of 6", and in columns is not of the text.
    plain = [line for line in lines if line.indent < _FAR_RIGHT and _COLUMNS not in line.text]
    widest = max((line.indent + len(line.text) for line in plain), default=0)
    if not _MIN_WIDTH <= widest <= _MAX_WIDTH:
        return 0
    pairs = [(above, below) for above, below in pairwise(plain) if below.gap == 0 and not below.marker]
    full = sum(_would_not_fit(above, below, widest) for above, below in pairs)
    return widest if full >= _MIN_FULL and full * 5 >= len(pairs) * 3 else 0


def _would_not_fit(above: Line, below: Line, width: int) -> bool:
    return above.indent + len(above.text) + 1 + len(below.text.split(None, 1)[0]) > width
