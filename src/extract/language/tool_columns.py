"""Names of tools that are also common words and fill a cell in a column of tools: ``Spark`` below ``Python`` and ``SQL``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.language.mentions import MentionKind
from extract.language.terms import Match
from extract.model import Document

_LEAST_SURE = 2
"""Cells of a column that are names of tools and nothing else."""


def in_tool_columns(document: Document, certain: Sequence[Match], doubtful: Sequence[Match]) -> Iterator[Match]:
    """The doubtful names that fill a cell, below or above cells filled by sure ones."""
    unsure = [match for match in doubtful if match.form.kind is MentionKind.TOOL]
    if not document.tables or not unsure:
        return
    column_of = {
        (cell.start, cell.end): (table.index, cell.column)
        for table in document.tables
        for row in table.rows
        for cell in row
    }
    sure = Counter(column_of.get((match.start, match.end)) for match in certain if match.form.kind is MentionKind.TOOL)
    for match in unsure:
        column = column_of.get((match.start, match.end))
        if column is not None and sure[column] >= _LEAST_SURE:
            yield match
