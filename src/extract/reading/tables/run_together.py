"""Tables whose cells run together, or have only single blanks between them.

Their header tells how many columns there are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.lexicons.signs import SIGNS
from extract.model import Span
from extract.reading.cues import tokens_of
from extract.reading.figure_lists import kind_of_line
from extract.reading.lines import Line, ends_sentence, follows
from extract.reading.pieces import Grid
from extract.reading.tables.figured import HEADS
from extract.reading.tables.headers import MAX_COLUMNS, headers_of
from extract.reading.tables.sentenced import behind_label
from extract.reading.tables.shape import CellKind, Shaper, is_value, kind_of
from extract.reading.tables.splitting import glued, seams, spaced

_MAX_ROWS = 200
_MAX_HEADER = 160
_MIN_LINE, _MAX_LINE = 40, 3000
_LEAST_PAIRS, _MAX_LABEL, _MAX_SUMS = 3, 5, 15
_SUM = re.compile(r"[" + SIGNS + r"]\s?\d")
_EACH_SUM = re.compile(r"(?:[A-Z]{3}\s?|[" + SIGNS + r"]\s?)\d[\d,.]*")
_MONEY = re.compile(r"[" + SIGNS + r"%]|\d[kK]\b|[A-Z]{3}\s?\d")
_MAX_ROW = 600
_REACH = 5
"""Lines among which one of a table's has all cells."""
# Rows in a row that cannot be split; between figures, those of a table of roles are texts.
_SLACK, _SLACK_OF_ROLES = 2, 4
_LEAST_SPLIT = 2
_JOINING = frozenset(",;:")
_MAX_PAIR = 24
_MAX_LABELLED = 40
# Where a small letter may be the first of a cell.
_SMALL = re.compile(r"[a-z](?=[a-z]{3})")
# The second of two names that run together: a word with a capital behind a letter.
_HALF = re.compile(r"(?<=[A-Za-z])[A-Z](?=[a-z]{2})")
# Two names that end with the same word, where the second begins right behind it.
_SAME_WORD = re.compile(r"\S.*\s(?P<word>[A-Z]{2,8})(?P<second>[A-Z]\S*(?:\s.*)?\s(?P=word))")
_SEAM = re.compile(r"[a-z)’']{2}[A-Z]")
_GOES_ON = re.compile(r"\([^()]{2,24}\)")
_DATED = re.compile(r"(?:19|20)\d\d\b")


def read_glued(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``CriteriaCloud EngineerCloud Architect`` over rows of the same kind."""
    head = lines[at]
    if head.marker or len(head.text) > _MAX_HEADER or ends_sentence(head.text):
        return None, at + 1
    # A cell of the header may go on below it: "Pay2024" over "(gross)2025" over "(gross)".
    last = at + sum(1 for _ in takewhile(_GOES_ON.match, (line.text for line in lines[at + 1 : at + MAX_COLUMNS])))
    cells = seams(text, head.start, lines[last].end, shaper.camel)
    header = [part for cell in cells for part in _short_names(cell, shaper)]
    if len(header) == 1 and at + 1 < len(lines) and _SEAM.search(lines[at + 1].text):
        header = _names_alone(head, shaper)
    if not header:
        return None, at + 1
    if len(header) == 2 and kind_of(shaper.words(header[1])) is CellKind.MONEY:
        return _pairs(text, lines, at, shaper)
    corner, *others = [shaper.is_corner(words) for words in map(shaper.words, header)]
    known = sum(shaper.is_label(words) or _DATED.match(words) is not None for words in map(shaper.words, header))
    # "LevelTitlePay": there may be a second column of labels.
    known += sum(others)
    # Without a corner the first, of several known ones one more may be anything.
    unknown = 1 if not corner or known >= 2 else 0
    if not 2 <= len(header) <= MAX_COLUMNS or known + corner < len(header) - unknown or known < 1:
        return _over_sums(text, lines, at, shaper) if corner else (None, at + 1)
    for columns in (len(header), len(header) + 1):
        rows, stop = glued_rows(text, lines, last, columns, shaper)
        rows = _with_their_plus(header, rows, shaper)
        if len(rows) >= 2 or (rows and columns == len(header) > 1 and _are_paid(header, rows[0], shaper)):
            return shaper.grid([header, *rows], "glued", ruled=True), stop
    return None, at + 1


def _over_sums(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``RoleSmall shop4-star hotel`` over ``BakerAED 3,800AED 4,500``: a header of whatever over columns of sums."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    columns = 1 + len(_EACH_SUM.findall(below))
    header = glued(text, lines[at].start, lines[at].end, columns, shaper.camel) if 2 < columns <= MAX_COLUMNS else None
    if not header or len(header) != columns or not shaper.is_corner(shaper.words(header[0])):
        return None, at + 1
    rows, stop = glued_rows(text, lines, at, columns, shaper)
    whole = all(
        shaper.is_label(shaper.words(row[0])) and all(kind_of(shaper.words(c)) is CellKind.MONEY for c in row[1:])
        for row in rows
    )
    return (shaper.grid([header, *rows], "glued", ruled=True), stop) if len(rows) > 1 and whole else (None, at + 1)


def _with_their_plus(header: Sequence[Span], rows: list[list[Span]], shaper: Shaper) -> list[list[Span]]:
    """``$95,000+$15,000`` below ``BakerGap``: the plus is of the difference that stands behind it."""
    if not shaper.is_difference(shaper.words(header[-1])):
        return rows
    return [_plus_moved(row, shaper) if len(row) > 2 else row for row in rows]


def _plus_moved(row: list[Span], shaper: Shaper) -> list[Span]:
    *before, sum_of_role, more = row
    if not shaper.words(sum_of_role).endswith("+") or sum_of_role.end != more.start:
        return row
    return [*before, Span(sum_of_role.start, sum_of_role.end - 1), Span(more.start - 1, more.end)]


def _pairs(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``Oslo€61K``: three and more lines that are a label and a sum each, without a header over them."""
    below, stop = glued_rows(text, lines, at, 2, shaper)
    rows = [glued(text, lines[at].start, lines[at].end, 2, shaper.camel) or [], *below]
    labels = [shaper.words(row[0]) for row in rows]
    # A sign of letters is none before few digits: "R108" among "R17,500".
    sums = sum(kind_of(shaper.words(row[-1])) is CellKind.MONEY for row in rows)
    paid = (
        all(len(row) == 2 and any(map(str.isdigit, shaper.words(row[1]))) for row in rows) and sums * 3 > len(rows) * 2
    )
    if not paid or len(rows) < _LEAST_PAIRS or any(len(label.split()) > _MAX_LABEL or "$" in label for label in labels):
        return None, at + 1
    return shaper.plain(rows, "glued"), stop


def _are_paid(header: Sequence[Span], row: Sequence[Span], shaper: Shaper) -> bool:
    """Whether a header of nothing but roles stands over as many sums."""
    paid = len(row) == len(header) and all(kind_of(shaper.words(cell)) is CellKind.MONEY for cell in row)
    return paid and all(shaper.role_words(shaper.words(cell)) for cell in header)


def _names_alone(head: Line, shaper: Shaper) -> list[Span]:
    """The parts of a line that is nothing but names of roles, with blanks between: "Baker Pastry Chef"."""
    parted = next(iter(headers_of(head, shaper)), []) if shaper.names_roles(head.text) else []
    return parted if all(shaper.is_role(shaper.words(part)) for part in parted) else []


def _short_names(cell: Span, shaper: Shaper) -> list[Span]:
    """A cell that is two names of columns, ``RNLPN``, ``Baker CTCCook CTC``, as both; any other as it is."""
    words = shaper.words(cell)
    alike = _SAME_WORD.fullmatch(words)
    if alike is not None:
        middle = cell.start + alike.start("second")
        return [Span(cell.start, middle), Span(middle, cell.end)]
    if not 4 <= len(words) <= _MAX_PAIR or shaper.is_label(words):
        return [cell]
    if words.isupper():
        halves = [at for at in range(2, len(words) - 1) if shaper.is_role(words[:at]) and shaper.is_role(words[at:])]
    else:
        halves = [m.start() for m in _HALF.finditer(words) if shaper.is_role(words[: m.start()])]
    middle = cell.start + halves[0] if halves else cell.end
    return [Span(cell.start, middle), Span(middle, cell.end)] if halves else [cell]


def glued_rows(text: str, lines: Sequence[Line], at: int, columns: int, shaper: Shaper) -> tuple[list[list[Span]], int]:
    """Rows until two in a row cannot be split, or one below a row that runs together; such rows are kept whole."""
    rows: list[list[Span]] = []
    stop = number = at + 1
    first = (glued(text, line.start, line.end, columns, shaper.camel) for line in lines[at + 1 : at + _REACH])
    full = next(filter(None, first), [])
    slack = True
    while number < len(lines) and number - at < _MAX_ROWS and _follows(lines, at, number):
        line = lines[number]
        row = (
            glued(text, line.start, line.end, columns, shaper.camel)
            or _without_last(text, line, full, shaper)
            or _behind_label(text, line, columns, shaper)
        )
        meet = row is None and number == stop and _are_split(rows) and _runs_on(text, line, shaper)
        if row is None and not meet and not slack:
            break
        rows.append(row or [Span(line.start, line.end)])
        number += 1
        stop = number if row or meet else stop
        slack = row is not None
    return rows[: stop - at - 1], stop


def _are_split(rows: Sequence[Sequence[Span]]) -> bool:
    """Whether most of the rows above, and more than one, have cells."""
    return sum(len(row) > 1 for row in rows) * 2 > max(len(rows), _LEAST_SPLIT)


def _runs_on(text: str, line: Line, shaper: Shaper) -> bool:
    """Whether cells of a short line run together, though it cannot be told how: ``Best employerBluePearlThe Vets``."""
    short = len(line.words) <= _MAX_SUMS and not ends_sentence(line.text) and _SUM.search(line.text) is None
    return short and len(seams(text, line.start, line.end, shaper.camel)) > 1


def _without_last(text: str, line: Line, full: Sequence[Span], shaper: Shaper) -> list[Span] | None:
    """The cells of a row whose last, of remarks, is empty: all before it are of one kind with those of a full row."""
    if len(full) <= _LEAST_PAIRS or kind_of(shaper.words(full[-1])) is not CellKind.TEXT:
        return None
    row = glued(text, line.start, line.end, len(full) - 1, shaper.camel)
    alike = row and all(kind_of(shaper.words(a)) is kind_of(shaper.words(b)) for a, b in zip(row, full, strict=False))
    return row if alike else None


def _behind_label(text: str, line: Line, columns: int, shaper: Shaper) -> list[Span] | None:
    """``Main toolsnpm, ViteXcode``: the cells of a row whose first begins small behind a known label."""
    small = (m.end() for m in _SMALL.finditer(line.text, 0, _MAX_LABELLED))
    size = next((end for end in small if shaper.is_facet(line.text[:end])), 0)
    label = Span(line.start, line.start + size)
    cells = glued(text, label.end, line.end, columns - 1, shaper.camel) if size and columns > 2 else None
    return [label, *cells] if cells else None


def _follows(lines: Sequence[Line], at: int, number: int) -> bool:
    return not lines[number].marker and follows(lines, at, number)


def read_line(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """A whole table on one line, its cells run together: as wide as labels and figures allow."""
    line = lines[at]
    if line.marker or not _MIN_LINE <= len(line.text) <= _MAX_LINE or ends_sentence(line.text):
        return None, at + 1
    if len(_MONEY.findall(line.text)) < 2:
        return None, at + 1
    cells = seams(text, line.start, line.end, shaper.camel)
    labels = 0
    while labels < len(cells) and shaper.is_name(shaper.words(cells[labels])):
        labels += 1
    for width in range(labels + 1, 1, -1):
        for head in (width, width - 1):
            rows = _chunks(cells, head, width)
            if rows and head <= labels and _are_rows(rows, cells[:head], shaper):
                return shaper.grid([cells[:head], *rows], "glued", ruled=True), at + 1
    return None, at + 1


def _chunks(cells: Sequence[Span], head: int, width: int) -> list[list[Span]]:
    """The cells behind a header as rows of a width; none where they do not fill them."""
    body = len(cells) - head
    if head < 2 or body < width or body % width:
        return []
    return [list(cells[first : first + width]) for first in range(head, len(cells), width)]


def _are_rows(rows: Sequence[Sequence[Span]], header: Sequence[Span], shaper: Shaper) -> bool:
    """Whether all rows are names and figures; below a header of roles some may be names and texts.

    Below a header of nothing but known names any label will do: a source, a town, years on the job.
    """
    known = len(header) > 2 and all(shaper.is_name(shaper.words(cell)) for cell in header)
    pay = sum(_is_pay_row(row, shaper, known=known) for row in rows)
    if pay == len(rows):
        return True
    roles = sum(shaper.is_role(shaper.words(cell)) for cell in header)
    return pay > 0 and roles > 1 and all(shaper.is_name(shaper.words(row[0])) for row in rows)


def _is_pay_row(row: Sequence[Span], shaper: Shaper, *, known: bool) -> bool:
    """Whether a row is a name, or where the header is known any label, and figures; not all cells may be empty."""
    label, kinds = shaper.words(row[0]), {kind_of(shaper.words(cell)) for cell in row[1:]}
    named = shaper.is_name(label) or (known and kind_of(label) is CellKind.TEXT and len(label.split()) <= _MAX_LABEL)
    return named and CellKind.TEXT not in kinds and kinds != {CellKind.EMPTY}


def read_spaced(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """``Level Base Bonus`` over ``Senior $135,000 $16,200``."""
    if not _could_head(lines, at) or _heads_glued(text, lines[at], shaper):
        return None, at + 1
    for way, header in enumerate(headers_of(lines[at], shaper)):
        bare = all(shaper.is_role(shaper.words(cell)) for cell in header)
        # Names of roles alone, or of figures, may have lost the corner before them.
        cornerless = bare or all(_heads_figures(shaper.words(cell), shaper) for cell in header)
        for columns in (len(header), len(header) + 1) if cornerless else (len(header),):
            rows, stop = _spaced_rows(text, lines, at, header, columns, shaper)
            # In a header of words put together every row must fit.
            fits = way == 0 or all(len(row) > 1 for row in rows)
            apart = lines[at + 1].gap > lines[at + 2].gap
            if apart or (columns > len(header) and not bare):
                # A title over a header is none: below it are figures.
                below = rows[0][1:] if rows else []
                fits = bool(below) and all(is_value(shaper.words(cell)) for cell in below)
            if fits and _convincing(rows, header, columns, shaper) and not _heads_glued(text, lines[at + 1], shaper):
                return shaper.grid([header, *rows], "spaces", ruled=True), stop
    return None, at + 1


def _heads_figures(words: str, shaper: Shaper) -> bool:
    """Whether words head a column of pay, and are no part of a title: ``Median``, but not ``wage by``."""
    return (HEADS.fullmatch(words) is not None or shaper.says_pay(words)) and not words.endswith(" by")


def _heads_glued(text: str, line: Line, shaper: Shaper) -> bool:
    """Whether a line is a header whose cells run together: the line above it is a title."""
    cells = [shaper.words(cell) for cell in seams(text, line.start, line.end, shaper.camel)]
    return len(cells) > 1 and all(shaper.is_label(cell) or shaper.is_corner(cell) for cell in cells)


def _could_head(lines: Sequence[Line], at: int) -> bool:
    """Whether a short line that is no sentence stands over two lines that may be rows of a table.

    ``Leeds – £30,000`` below ``York – £28,000`` are the items of a list, also below the heading of the list.
    """
    head, below = lines[at], lines[at + 1 : at + 3]
    short = not head.marker and len(head.text) <= _MAX_HEADER and head.text[-1] not in ":," and ": " not in head.text
    # "Role Start Top Overtime?": the last of its cells may ask.
    whole = head.text.rstrip("?") if below and any(map(str.isdigit, below[0].text)) else head.text
    if len(below) < 2 or not short or ends_sentence(whole):
        return False
    kinds = [kind_of_line(row.text) for row in lines[at + 1 : at + 4]]
    if kinds[:2] == ["amount", "amount"] or kinds[1:] == ["amount", "amount"]:
        return False
    even = below[1].gap <= below[0].gap <= 1
    return even and all(not row.marker and len(row.text) <= _MAX_ROW for row in below)


def read_below_roles(_text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """Roles on one line, and below it labels on lines of their own, each above a figure for every role."""
    below = lines[at + 2 : at + 4]
    if len(below) < 2 or not all(is_value(line.text) for line in below):
        return None, at + 1
    header = next(iter(headers_of(lines[at], shaper)), [])
    width = len(header)
    if width < 2 or not all(shaper.is_role(shaper.words(cell)) for cell in header):
        return None, at + 1
    rows: list[list[Span]] = []
    for first in range(at + 1, len(lines) - width, width + 1):
        label, *figures = lines[first : first + width + 1]
        alike = all(is_value(line.text) and line.gap <= 1 for line in figures)
        if not alike or is_value(label.text) or len(label.words) > _MAX_LABEL or ends_sentence(label.text):
            break
        rows.append([Span(line.start, line.end) for line in (label, *figures)])
    if len(rows) < 2:
        return None, at + 1
    return shaper.grid([header, *rows], "upright", ruled=True), at + 1 + len(rows) * (width + 1)


def _spaced_rows(
    text: str, lines: Sequence[Line], at: int, header: Sequence[Span], columns: int, shaper: Shaper
) -> tuple[list[list[Span]], int]:
    rows: list[list[Span]] = []
    roles = sum(shaper.is_role(shaper.words(cell)) for cell in header) > 1
    slack = _SLACK_OF_ROLES if roles else _SLACK
    stop = number = at + 1
    while number < len(lines) and number - at < _MAX_ROWS and _follows(lines, at, number):
        line = lines[number]
        if ends_sentence(line.text) and len(line.words) > 30:
            break
        row = spaced(text, line.start, line.end, columns, shaper.label_length(line.text), shaper.camel)
        row = behind_label(text, line, columns) if row is None and roles else row
        if row and any(shaper.words(cell)[-1:] in _JOINING for cell in row):
            # Such a cell goes on: the words were none.
            row = None
        if row is None and (number - stop >= slack or ends_sentence(line.text) or _tells_of_sums(line)):
            break
        if row and (_is_sentence(line, row[0], rows) or _is_note(line, row, rows, shaper)):
            break
        rows.append(row or [Span(line.start, line.end)])
        number += 1
        stop = number if row else stop
    return rows[: stop - at - 1], stop


def _tells_of_sums(line: Line) -> bool:
    """Whether a row that cannot be split is long and has sums: as prose they find whose they are."""
    return len(line.words) > _MAX_SUMS and _SUM.search(line.text) is not None


def _is_note(line: Line, row: Sequence[Span], rows: Sequence[Sequence[Span]], shaper: Shaper) -> bool:
    """Whether a line that ends like a sentence has no figure where all rows above have nothing else."""
    if not rows or not ends_sentence(line.text):
        return False
    figured = all(is_value(shaper.words(cell)) for above in rows if len(above) > 1 for cell in above[1:])
    return figured and not all(is_value(shaper.words(cell)) for cell in row[1:])


def _is_sentence(line: Line, label: Span, rows: Sequence[Sequence[Span]]) -> bool:
    """Whether a line below rows with short labels is the text below the table, cut like a row by chance."""
    return (
        bool(rows)
        and ends_sentence(line.text)
        and len(line.words) >= 8
        and len(label) > 2 * max(len(row[0]) for row in rows)
    )


def _convincing(rows: Sequence[Sequence[Span]], header: Sequence[Span], columns: int, shaper: Shaper) -> bool:
    """Whether rows that were split look like a table's: figures under each other, or roles above texts."""
    split = [row for row in rows if len(row) > 1]
    roles = sum(shaper.is_role(shaper.words(cell)) for cell in header)
    if len(split) < 2 or len(split) * (3 if roles > 1 else 2) < len(rows):
        return False
    if len({tuple(map(shaper.words, row)) for row in split}) == 1:
        # A title that stands there twice.
        return False
    # "Average pay" again and again, with a line between: cards, each below its heading.
    labels = {shaper.words(row[0]) for row in split}
    if len(labels) * 2 <= len(split) < len(rows):
        return False
    for column in range(1, columns):
        kinds = [kind_of(shaper.words(row[column])) for row in split]
        if sum(kind in {CellKind.MONEY, CellKind.PERCENT, CellKind.NUMBER} for kind in kinds) * 2 > len(kinds):
            return True
    # "Junior Consultant Physician" over "Senior Consultant Physician": one title at two levels.
    if any(shaper.words(row[-1]) == shaper.words(header[-1]) for row in split):
        return False
    return roles >= 2 and len(split) >= 3 and all(len(tokens_of(shaper.words(row[0]))) <= 6 for row in split)
