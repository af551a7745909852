"""Marks of footnotes: ``$91,000*`` and ``$88,000†``, and below ``* Glassdoor, 2025; † Job Bank``: where each figure is from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from extract.language import MentionKind
from extract.model import BlockKind, Cell, Span

if TYPE_CHECKING:
    from extract.attribution import TableView
    from extract.claims.context import Context
    from extract.claims.pay.figures import Meaning, Setting

FEWEST = 2
"""One mark alone is that of a note on the whole table."""
_MARK = r"(?P<mark>(?<!\*)\*{1,3}(?!\*)|[†‡§¹²³⁴⁵]|\[\d\])"
_EXPLAINED = re.compile(
    rf"(?:^|\n|[;:.]\s|\|\s)[ \t]{{0,3}}{_MARK}[ \t]{{0,2}}(?:[Ss]ources?:?\s)?(?P<what>[A-Z“\"][^\n;|*†‡§¹²³⁴⁵\[]{{2,160}})"
)
# Right behind a figure, its time or its year: "$96,670 (2024)**", "$88,000 per year [2]".
_BEHIND = re.compile(rf"(?:\s(?:an?|per)\s\w+)?(?:\s?\([^()]{{1,20}}\))?\s?{_MARK}")
_AT_END = re.compile(rf"(?<=[\w)]){_MARK}\s*\Z|(?<=[\w)]\s){_MARK.replace('mark', 'apart')}\s*\Z")


_OPENS = re.compile(r"\s?(?P<mark>\*{1,3}|[†‡§¹²³⁴⁵]|\[\d\])\s?(?=\S)")


def is_of_others(text: str, view: TableView, cell: Cell, line: Span) -> bool:
    """``* A register`` below a table in which other cells than this, its row and its column end with the mark."""
    opens = _OPENS.match(text, line.start, line.end)
    if opens is None:
        return False
    beside = (cell, view.label(cell.row), view.header(cell.column))
    own = {(one.row, one.column) for one in beside if one is not None}
    marked = {(one.row, one.column) for one in view.table.cells() if view.words(one).endswith(opens["mark"])}
    return bool(marked) and not marked & own


@dataclass(frozen=True, slots=True)
class _Source:
    origin: str
    as_of: str | None


class Marks:
    """The marks of one article, and what stands behind each."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text

    def completed(self, setting: Setting, meaning: Meaning) -> Meaning:
        """A meaning with origin and date of the mark at the figure, else at the label of its row or column."""
        mark = self._mark_of(setting) if len(self._sources) >= FEWEST else None
        source = self._sources.get(mark) if mark is not None else None
        if source is None:
            return meaning
        own = (setting.sentence, *setting.far[:2])
        dated = any(self.context.qualifiers.as_of(self.text, span) for span in own)
        as_of = meaning.as_of if dated else source.as_of
        return replace(meaning, attributed_to=source.origin, as_of=as_of)

    def _mark_of(self, setting: Setting) -> str | None:
        behind = _BEHIND.match(self.text, setting.amount.end, setting.sentence.end)
        if behind or setting.block.kind is not BlockKind.TABLE:
            return behind["mark"] if behind else None
        ends = (_AT_END.search(self.text[span.start : span.end]) for span in setting.far[:2])
        return next((end["mark"] or end["apart"] for end in ends if end), None)

    @cached_property
    def _sources(self) -> Mapping[str, _Source]:
        """Mark -> what explains it; a mark that is explained twice is that of two tables."""
        found: dict[str, list[_Source]] = {}
        for explained in _EXPLAINED.finditer(self.text):
            what = Span(*explained.span("what"))
            passage = self.context.passage_of(what) or self.context.passage_of(Span(what.start, what.start + 1))
            bodies = {m.key for m in passage.of(MentionKind.ORIGIN, what.start, what.end)} if passage else set()
            if len(bodies) == 1:
                date = self.context.qualifiers.as_of(self.text, what)
                found.setdefault(explained["mark"], []).append(_Source(bodies.pop(), date.value if date else None))
        return {mark: sources[0] for mark, sources in found.items() if len(set(sources)) == 1}
