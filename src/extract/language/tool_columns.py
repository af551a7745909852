"""Names of tools that are also common words and fill a cell among cells of tools: ``Spark`` below ``Python`` and ``SQL``."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.language.mentions import MentionKind
from extract.language.terms import Match
from extract.model import Document

_LEAST_SURE, _LEAST_NAMED = 2, 3
"""Cells of a column that are names of tools and nothing else; cells of a table that name some."""


def in_tool_columns(document: Document, certain: Sequence[Match], doubtful: Sequence[Match]) -> Iterator[Match]:
    """The doubtful names that fill a cell, below or above cells filled by sure ones, or in a table that names many."""
    unsure = [match for match in doubtful if match.form.kind is MentionKind.TOOL]
    if not document.tables or not unsure:
        return
    cells = sorted(
        (cell.start, cell.end, table.index, cell.column)
        for table in document.tables
        for row in table.rows
        for cell in row
    )
    column_of = {(start, end): (table, column) for start, end, table, column in cells}
    sure = [match for match in certain if match.form.kind is MentionKind.TOOL]
    filled = Counter(column_of.get((match.start, match.end)) for match in sure)
    before = ((match, cells[bisect_right(cells, (match.start, len(document.text))) - 1]) for match in sure)
    naming = Counter(table for _, _, table, _ in {cell for match, cell in before if cell[0] <= match.start < cell[1]})
    for match in unsure:
        column = column_of.get((match.start, match.end))
        if column is not None and (filled[column] >= _LEAST_SURE or naming[column[0]] >= _LEAST_NAMED):
            yield match
