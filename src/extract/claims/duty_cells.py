"""Cells that say what a role does: by their row's label, by the verbs that they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import TableView
from extract.claims.context import Context
from extract.claims.doing import SHORTEST
from extract.claims.trimming import is_action
from extract.language.wordclass import word_class
from extract.model import Cell, Span

# Labels of rows that say what a role does, as no other label with these words does.
_ROLE_ROWS = frozenset({"role", "roles", "job", "work", "main job", "what they do"})
_DUTIES = re.compile(r"(?:(?:key|core|main|typical)\s)?(?:responsibilit(?:y|ies)|dut(?:y|ies)|tasks?)\b", re.IGNORECASE)
# A line that goes on begins small or with a bracket.
_NEW_LINE = re.compile(r"\n\s*(?=[A-Z])")
# "Tools used are": the first word is no verb.
BEING = frozenset({"are", "is", "was", "used", "include", "can", "may", "will", "have", "has"})
_DIGIT = re.compile(r"\d")
# Labels of what is no duty.
NOT_DUTIES = (
    "sections.skills",
    "sections.tools",
    "sections.education",
    "sections.careers",
    "pay.labels",
    "sections.certificates",
)


def lines(context: Context, cell: Cell) -> Iterator[Span]:
    """The lines of a cell that hold a duty each, or all of it."""
    starts = [cell.start, *(m.end() for m in _NEW_LINE.finditer(context.text, cell.start, cell.end))]
    for start, end in zip(starts, [*starts[1:], cell.end], strict=True):
        yield Span(start, start + len(context.text[start:end].rstrip()))


def is_duty_cell(context: Context, view: TableView, cell: Cell) -> bool:
    """Whether a cell without figures stands in a row, column or table about what is done."""
    if _DIGIT.search(view.words(cell)):
        return False
    aspect = view.aspect(cell)
    about = (
        context.cues.has("sections.duties", aspect) or aspect.strip().lower() in _ROLE_ROWS or _lists_duties(view, cell)
    )
    about = about and not context.cues.has("sections.skills", aspect)
    return about or _opens_with_verbs(view) or _tells_doing(context, view, cell, aspect)


def _lists_duties(view: TableView, cell: Cell) -> bool:
    """Whether a cell is something done, in a table whose corner says so: "Responsibility | Baker | Miller"."""
    corner = view.header(view.label_column) if view.by_columns and view.label_column >= 0 else None
    if corner is None or _DUTIES.match(view.words(corner)) is None:
        return False
    return is_action(view.words(cell).split()[0])


def _tells_doing(context: Context, view: TableView, cell: Cell, aspect: str) -> bool:
    """Whether a row says what each role does, whatever its label: "Handles ..." beside "Approves ..."."""
    if not view.by_columns or any(context.cues.has(name, aspect) for name in (*NOT_DUTIES, "sections.outlook")):
        return False
    cells = [view.words(other).split() for other in (cell, *view.siblings(cell)) if other.column != view.label_column]
    if context.cues.pattern("phrases.no_duty").match(view.words(cell)):
        return False
    stative = context.cues.words("phrases.stative")
    return len(cells) > 1 and all(
        len(words) >= SHORTEST and begins_with_verb(words) and words[0].lower() not in stative for words in cells
    )


def _opens_with_verbs(view: TableView) -> bool:
    """Whether a table without labels is a list of what each role does: "Builds ...", "Answers ..." in most cells."""
    if not (view.by_columns and view.label_column < 0):
        return False
    openings = [begins_with_verb(view.words(cell).split()) for cell in view.body()]
    return sum(openings) * 3 >= len(openings) * 2


def begins_with_verb(words: list[str]) -> bool:
    """Whether words begin with a verb in -s: "builds", "answers"."""
    being = len(words) > 1 and words[1] in BEING
    return "Vs" in word_class(words[0]).split("+") and not being
