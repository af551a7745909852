"""Attribution in tables: which axis names roles, and which words of the table qualify a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.attribution.headers import going_on, second_header
from extract.attribution.prose import NOBODY, Attribution, Attributor
from extract.language import Mention, MentionKind, Passage
from extract.lexicons.fragments import ADVERT, AVERAGE, FIGURES, JOB, PAY
from extract.lexicons.signs import SIGNS
from extract.model import Block, BlockKind, Cell, Span, Table

_QUALIFIED = rf"(?:(?:national|{AVERAGE}|gross|net|annual|yearly|monthly|hourly|base|basic|full-time|estimated|approximate|{PAY}|regional|state|local)\s){{0,4}}"
_ABOUT_FIGURES = re.compile(
    rf"[*†\s]*(?:the\s|all\s|these\s)?{_QUALIFIED}(?:sources?|data|{PAY}\sdata|{PAY}|{FIGURES})\b"
    r"(?:\s(?:figures|data|ranges|numbers|are|is|come|comes|from|via|per|by|based)\b|\s*[:(]|,\s(?:sources?|according|based|in|before|after|excluding|including|per|as\sof|from)\b)",
    re.IGNORECASE,
)
# "Yearly pay of welders, union survey 2023": a caption, and no sentence with a figure of its own.
_CAPTION = re.compile(
    rf"[*†\s]*(?:the\s)?{_QUALIFIED}{PAY}\s(?:of|for)\s(?:(?!(?:is|are|was|were|has|have|may|can|rang|var)\w{{0,3}}\b)[^\W\d]++[’'\s/&-]{{0,2}}){{1,10}}(?:[.,;:(\d]|\Z)",
    re.IGNORECASE,
)
_SUM = re.compile(rf"\W{{0,2}}(?:[A-Z]{{0,3}}[{SIGNS}]|[A-Z]{{3}})\s?\d")
_HAS_DIGIT = re.compile(r"\d")
# The header of a column that counts the rows: "S.No", "Sr. No.", "#", or nothing.
_OF_WHAT = re.compile(r"\s(?:in|of|for|as)\s.*")
_COUNTER = re.compile(r"\W*(?:(?:s|sr|sl|serial)\b\W*)?(?:no|nr|num|number|rank|n)?\W*", re.IGNORECASE)
_COUNT = re.compile(r"\W*0?(\d{1,3})\W*")
# "for men and women (all jobs)": figures of all who work.
_EVERYBODY = re.compile(
    rf"\b(?<!%\sof\s)(?:all|across|most)\s(?:the\s)?(?:(?:contract|contractor|permanent|advertised|IT|tech|UK|US|other|full-time|part-time|job)\s){{0,3}}(?:{JOB}|{ADVERT}|industries|sectors|workers|employees|wage\searners|salaried\semployees|full-time\s(?:workers|employees))\b"
    rf"|\b(?:{JOB}|{ADVERT}|workers|employees)\sof\s(?:all|every|any)\s(?:kinds?|sorts?|types?)\b",
    re.IGNORECASE,
)
# The header of a column whose rows are the steps of one trade.
_STEPS = re.compile(r"\b(?:experience|levels?|seniority|years|career\sstages?|stage)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
# "Compared to: all trades" over figures.
_OTHERS = re.compile(r"[Cc]ompared\s(?:to|with)\b")
FEWEST_COUNTED, FEWEST_LABELS = 2, 4


@dataclass(frozen=True)
class TableView:
    """A table seen through its roles. ``block`` is the block that holds it."""

    attributor: Attributor
    table: Table
    block: Block

    def passage(self, cell: Cell) -> Passage:
        """The passage of a cell; an empty one where it has no words."""
        found = self.attributor.annotated.cells.get((self.table.index, cell.row, cell.column))
        return found or Passage(cell.start, cell.end, (), ())

    def words(self, cell: Cell | Span | None) -> str:
        """The text of a cell; nothing for None."""
        return self.attributor.text[cell.start : cell.end] if cell else ""

    def header(self, column: int) -> Cell | None:
        """The header cell of a column, where there is one."""
        return self._headers.get(column)

    def header_words(self, column: int) -> str:
        """The words that head a column: the lower row of a header, of one that goes on ("Lower" over "quartile") both."""
        below = self._second_header.get(column)
        above = self._headers.get(column) if below is None or self.goes_on else None
        return " ".join(self.words(cell) for cell in (above, below) if cell is not None)

    @cached_property
    def goes_on(self) -> bool:
        """Whether the words of a header go on in the row below it."""
        return bool(going_on(self.table, self.words))

    def lowest_header(self, column: int) -> Cell | None:
        """The header cell right above a column, of two the lower one."""
        return self._second_header.get(column) or self._headers.get(column)

    @cached_property
    def _headers(self) -> dict[int, Cell]:
        own = {cell.column: cell for cell in reversed(self.table.header)}
        for column in sorted(self._second_header):
            # What stands over several columns stands over each of them.
            if column - 1 in own and not self.words(own.get(column)).strip():
                own[column] = own[column - 1]
        return own

    @cached_property
    def place_columns(self) -> frozenset[int]:
        """The columns that hold places by their header: "City", "Region"."""
        heads = self.attributor.cues.heads
        return frozenset(column for column, cell in self._headers.items() if heads("places", self.words(cell)))

    def row(self, index: int) -> tuple[Cell, ...]:
        """A body row."""
        return self.table.rows[index]

    def label(self, row: int) -> Cell | None:
        """The cell that labels a row."""
        return self._row_labels.get(row)

    @cached_property
    def _row_labels(self) -> dict[int, Cell]:
        labels = self.label_column
        return {cell.row: cell for row in self.table.rows for cell in reversed(row) if cell.column == labels}

    @cached_property
    def column_roles(self) -> dict[int, tuple[str, ...]]:
        """Column -> the roles that its header names; under a second header also those named to the left."""
        found = {cell.column: roles for cell in self.table.header if (roles := self._roles(cell))}
        for column in self._second_header:
            left = [other for other in found if other <= column]
            if left:
                found.setdefault(column, found[max(left)])
        return found

    @cached_property
    def _second_header(self) -> dict[int, Cell]:
        """Column -> its cell in a first row that is a second row of the header."""
        named = min((cell.column for cell in self.table.header if self._roles(cell)), default=None)
        return second_header(self.table, self.words, named)

    @cached_property
    def row_roles(self) -> dict[int, tuple[str, ...]]:
        """Row -> the roles that its label names, or that a row of nothing but a role's name above it names."""
        if self._told_in_passing:
            return {}
        found: dict[int, tuple[str, ...]] = {}
        group: tuple[str, ...] = ()
        for row in range(len(self.table.rows)):
            cell = self.label(row)
            roles = self._roles(cell, titles=self.counts_off_other) if cell else ()
            if roles and cell is not None and not self.siblings(cell):
                group = roles
            if roles or group:
                found[row] = roles or group
        return found

    @cached_property
    def _told_in_passing(self) -> tuple[str, ...]:
        """The role that one of many labels names among other words: "Permanent jobs for a welder" over rows of percentiles."""
        labels = [cell for row in range(len(self.table.rows)) if (cell := self.label(row)) is not None]
        named = [(cell, roles) for cell in labels if (roles := self._roles(cell))]
        if len(labels) < FEWEST_LABELS or len(named) != 1 or len(named[0][1]) != 1:
            return ()
        cell, roles = named[0]
        mentions = self.passage(cell).of(MentionKind.ROLE)
        brief = sum(m.end - m.start for m in mentions) * 2 >= cell.end - cell.start
        return () if brief or not mentions else roles

    @cached_property
    def by_columns(self) -> bool:
        """Whether roles are columns. Header cells decide unless more rows than columns are named after roles."""
        heads = [column for column in self.column_roles if column != self.label_column]
        return len(heads) >= 1 and len(heads) >= min(2, len(self.row_roles))

    @cached_property
    def label_column(self) -> int:
        """The column that says what a row is: the one whose cells are roles, else the first that does not count the rows.

        -1 where no column is left for labels: every other column is headed by a role, or all cells hold sums.
        """
        first = 1 if self.numbered else 0
        width = max((len(row) for row in self.table.rows), default=0)
        if self.table.header and all(_SUM.match(self.words(cell)) for row in self.table.rows for cell in row):
            return -1
        headed = [self._roles(cell) for cell in self.table.header if cell.column >= first]
        # "Skills of a baker | Pay of a baker" has labels all the same.
        if self.table.header and all(headed) and len(set(headed)) != 1:
            return -1
        best, most = first, 0
        for column in range(first, width):
            head = self.header(column)
            if column > first and head is not None and self._roles(head):
                continue
            named = sum(1 for row in self.table.rows if column < len(row) and self._is_role(row[column]))
            if named > most and named * 2 >= len(self.table.rows) and not self._exemplifies(column, first):
                best, most = column, named
        return best

    def _exemplifies(self, column: int, first: int) -> bool:
        """Whether titles only say who stands on the steps of one trade: ``Level | Pay | Typical titles`` below its name."""
        head = self.header(first)
        if column == first or head is None or not _STEPS.search(self.words(head)):
            return False
        cells = [row[column] for row in self.table.rows if column < len(row)]
        several = sum(len(self._roles(cell)) > 1 or "," in self.words(cell) for cell in cells) * 2 >= len(cells)
        behind = any(_SUM.match(self.words(cell)) for row in self.table.rows for cell in row[:column])
        return (several or behind) and len(self._over.roles) == 1

    @cached_property
    def numbered(self) -> bool:
        """Whether the first column only counts the rows: "1.", "2.", or "01", "02"."""
        head = self.header(0)
        cells = [row[0] for row in self.table.rows if row and row[0].column == 0]
        if head is None or not _COUNTER.fullmatch(self.words(head)) or len(cells) < FEWEST_COUNTED:
            return False
        counts = [_COUNT.fullmatch(self.words(cell)) for cell in cells]
        return all(count is not None and int(count[1]) == row for row, count in enumerate(counts, start=1))

    def body(self) -> Sequence[Cell]:
        """The cells that hold values, row by row: not labels, not empty."""
        return self._body

    @cached_property
    def _body(self) -> Sequence[Cell]:
        rows = self.table.rows[1:] if self._second_header else self.table.rows
        labels = {self.label_column, 0} if self.numbered else {self.label_column}
        return [cell for row in rows for cell in row if cell.end > cell.start and cell.column not in labels]

    def owner(self, cell: Cell) -> Attribution:
        """To whom a body cell belongs."""
        if self.by_columns:
            return self._column_owners.get(cell.column, NOBODY)
        return self._row_owners.get(cell.row, NOBODY) if self.row_roles else self.context

    @cached_property
    def _column_owners(self) -> dict[int, Attribution]:
        return {
            column: Attribution(roles, f"the column “{self.words(self.header(column))}”", 0.95)
            for column, roles in self.column_roles.items()
        }

    @cached_property
    def _row_owners(self) -> dict[int, Attribution]:
        return {
            row: Attribution(roles, f"the row “{self.words(self.label(row))}”", 0.95)
            for row, roles in {**self._level_roles, **self.row_roles}.items()
        }

    @cached_property
    def _level_roles(self) -> dict[int, tuple[str, ...]]:
        """``Entry level`` over ``Senior welder``: the rows of levels alone are of the one role that the others name."""
        named = set(self.row_roles.values())
        if named != {self.context.roles}:
            return {}
        has = self.attributor.cues.has
        labels = ((row, self.label(row)) for row in range(len(self.table.rows)))
        return {row: self.context.roles for row, label in labels if label and has("levels.any", self.words(label))}

    @cached_property
    def context(self) -> Attribution:
        """To whom the table as a whole belongs: its title, the paragraph above it, the headings."""
        if self._told_in_passing:
            return Attribution(self._told_in_passing, "the one row that names a role", 0.8)
        return self._over

    @cached_property
    def _over(self) -> Attribution:
        """Whom what stands around the table names."""
        if self.table.title is not None:
            passage = self._line_passage(self.table.title)
            roles = self.attributor.roles_in(passage, self.table.title)
            if len(roles) == 1:
                return Attribution(roles, "the table's title", 0.8)
        for block in self.attributor.previous(self.block, most=1):
            passage = self.attributor.passage(block)
            # "Welder: €2,900 a month" is a line of its own list.
            told = block.label is not None and any(map(str.isdigit, self.attributor.text[block.label.end : block.end]))
            if passage.sentences and not told:
                roles = self.attributor.roles_in(passage, passage.sentences[-1])
                if len(roles) == 1:
                    return Attribution(roles, "the sentence above the table", 0.75)
        return self._captioned or self.attributor.around(self.block)

    @cached_property
    def _captioned(self) -> Attribution:
        """``Yearly pay of welders`` right below the table."""
        for span, passage in self._line_below(_CAPTION):
            roles = self.attributor.roles_in(passage, span)
            if len(roles) == 1:
                return Attribution(roles, "the caption below the table", 0.75)
        return NOBODY

    def aspect(self, cell: Cell) -> str:
        """What a body cell is about: the label on the axis that does not name roles."""
        if self.by_columns:
            return self.words(self.label(cell.row)) if self.label_column >= 0 else self.title
        return self.words(self.header(cell.column))

    @cached_property
    def of_everybody(self) -> bool:
        """Whether the line above, or a heading, says that the figures are of all trades: they are not the article's role's."""
        if self.table.title is not None and _OTHERS.match(self.attributor.text, self.table.title.start):
            return True
        headings = [self.attributor.annotated.document.blocks[index] for index in self.block.headings[-2:]]
        return any(_EVERYBODY.match(self.attributor.text, heading.start, heading.end) for heading in headings) or any(
            _EVERYBODY.search(self.attributor.text, span.start, span.end) for span, _ in self.lines[:2]
        )

    @cached_property
    def title(self) -> str:
        """The table's title, else the nearest heading."""
        if self.table.title is not None:
            return self.attributor.text[self.table.title.start : self.table.title.end]
        headings = [self.attributor.annotated.document.blocks[index] for index in self.block.headings]
        return self.attributor.annotated.document.words(headings[-1]) if headings else ""

    def qualifiers(self, cell: Cell) -> Sequence[tuple[Span, Passage]]:
        """The cells whose words qualify a body cell, nearest first: row label, column header, corner."""
        place = cell.row, cell.column
        found = self._qualifiers.get(place)
        if found is None:
            below = self._second_header.get(cell.column)
            beside = self._in_card(cell) if not self.table.header else ()
            around = (self.label(cell.row), *beside, below, self.header(cell.column), self.header(self.label_column))
            cells = [other for other in around if other is not None and other.end > other.start]
            found = tuple((Span(other.start, other.end), self.passage(other)) for other in cells)
            self._qualifiers[place] = found
        return found

    def near(self, cell: Cell) -> Sequence[tuple[Span, Passage]]:
        """Those of its own row and column alone."""
        return self.qualifiers(cell)[: 3 if cell.column in self._second_header else 2]

    def _in_card(self, cell: Cell) -> Sequence[Cell]:
        """The words beside a figure in a row below no header: what it is of, and where it is from."""
        beside = (other for other in self.siblings(cell) if other.column != self.label_column)
        return [other for other in beside if not _SUM.search(self.words(other))]

    @cached_property
    def _qualifiers(self) -> dict[tuple[int, int], Sequence[tuple[Span, Passage]]]:
        return {}

    def siblings(self, cell: Cell) -> list[Cell]:
        """The other cells of a row."""
        return [other for other in self.table.rows[cell.row] if other.column != cell.column and other.end > other.start]

    @cached_property
    def lines(self) -> Sequence[tuple[Span, Passage]]:
        """The title, the note, the sentence above and the headings, nearest first."""
        spans = [span for span in (self.table.title, self.table.note) if span is not None]
        found = [(span, self._line_passage(span)) for span in spans]
        below = self._line_below(_ABOUT_FIGURES) or self._line_below(_CAPTION)
        found += below if self.table.note is None else ()
        for number, block in enumerate(self.attributor.previous(self.block, most=2)):
            if number and _SUM.search(self.attributor.text, block.start, block.end):
                # A paragraph farther up that has sums is about those.
                break
            passage = self.attributor.passage(block)
            found += [(sentence, passage) for sentence in reversed(passage.sentences)]
        for index in reversed(self.block.headings):
            heading = self.attributor.annotated.document.blocks[index]
            found.append((Span(heading.start, heading.end), self.attributor.passage(heading)))
        return found

    def _line_below(self, opening: re.Pattern[str]) -> list[tuple[Span, Passage]]:
        """A sentence right below the table that says what its figures are or where from ("Wage data: BLS, 2024")."""
        below = self.attributor.following(self.block)
        passage = self.attributor.passage(below) if below is not None else None
        if passage is None or not passage.sentences:
            return []
        first = passage.sentences[0]
        about = opening.match(self.attributor.text, first.start, first.end)
        # A heading without a year opens what comes next.
        heads = below is not None and below.kind is BlockKind.HEADING
        next_part = heads and _HAS_DIGIT.search(self.attributor.text, first.start, first.end) is None
        return [(first, passage)] if about and not next_part else []

    def _line_passage(self, span: Span) -> Passage:
        return self.attributor.passage_of(span) or Passage(span.start, span.end, (span,), ())

    @cached_property
    def counts_off_other(self) -> bool:
        """Whether rows are skills, industries or employers by their header: a trade among them is nobody's name."""
        header = self.header(self.label_column) if self.label_column >= 0 else None
        # "Skills in a bakery"
        return header is not None and self.attributor.cues.heads("others", _OF_WHAT.sub("", self.words(header)))

    def _roles(self, cell: Cell, *, titles: bool = False) -> tuple[str, ...]:
        kinds = MentionKind.ROLE if titles else (MentionKind.ROLE, MentionKind.FIELD)
        named = [m for m in self.passage(cell).of(kinds) if self._stands_for_role(cell, m)]
        if not named:
            both = self.attributor.cues.pattern("structure.both").fullmatch(self.words(cell).strip())
            return self.attributor.annotated.topics if both else ()
        outside = [m for m in named if self._outside_brackets(cell, m.start)]
        return tuple(dict.fromkeys(m.key for m in outside or named))

    def _stands_for_role(self, cell: Cell, mention: Mention) -> bool:
        """Whether a mention names a role; a trade inside other words ("Criminal law") does where the article is about it."""
        known = mention.kind is MentionKind.ROLE or mention.key in self.attributor.annotated.topics
        return known or (mention.end - mention.start) * 2 > cell.end - cell.start

    def _outside_brackets(self, cell: Cell, offset: int) -> bool:
        before = self.attributor.text[cell.start : offset]
        return before.count("(") <= before.count(")")

    def _is_role(self, cell: Cell) -> bool:
        words = self.words(cell)
        named = [m for m in self.passage(cell).of(MentionKind.ROLE) if self._outside_brackets(cell, m.start)]
        if _HAS_DIGIT.search(words.split("(", 1)[0]):
            return False
        longest = min(len(_BRACKETS.sub("", words).strip()), 60)
        return bool(named) and sum(m.end - m.start for m in named) * 2 >= longest
