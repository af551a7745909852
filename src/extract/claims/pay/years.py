"""The years of experience that a figure of pay is said for, beside it, in its label or above it; the date of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.attribution import TableView
from extract.attribution.experience import Experience
from extract.claims.context import Context
from extract.claims.pay.statistics import OR_ELSE
from extract.language import MentionKind
from extract.model import Block, BlockKind, Cell, Span

if TYPE_CHECKING:
    from extract.claims.pay.figures import Setting

_BAND = re.compile(r"\s*(?P<low>\d{1,2})\s*(?:(?:-|–|—|to)\s*(?P<high>\d{1,2})|(?P<open>\+))?\s*")
_DATES = re.compile(r"\b(?:updated?|as\sof|dates?|dated|year|period|published)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:years?|yrs?|experience|yoe|tenure)\b", re.IGNORECASE)
# "Apprenticeship length", "Years of study": how long it takes to begin.
_LEARNING = re.compile(
    r"\b(?:apprentice|train|stud(?:y|ies)\b|school|educat|learn|degree|course|program|qualif|licen[cs]|residency|(?:time|years|months)\sto\b|duration|length)",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(r"\b(?:experience|seniority|years|exp\.)(?!\w)", re.IGNORECASE)
_BEGINS = re.compile(r"(?:entry|junior|jr|graduate|starter|beginner)\b", re.IGNORECASE)
BEGINNERS = 3
"""Years from which on nobody begins."""
NEAR, LINES, LONGEST_LINE = 2, 8, 6
"""Lines above that one with a label is looked for in, and one without; its longest, in words."""


def outgrown(context: Context, setting: Setting, level: str | None, least: float | None) -> bool:
    """``Associate | 3-5 years``: whether the years say that a word for beginners is the name of another rung.

    ``Entry (5-7 years)`` says itself from when on one begins.
    """
    if level != "entry" or least is None or least < BEGINNERS:
        return False
    labels = (span for span in setting.far[:2] if _BEGINS.match(context.text, span.start, span.end))
    return all(context.qualifiers.experience(context.text, span) is None for span in labels)


def years_of(context: Context, setting: Setting) -> Experience | None:
    """The band of years of a figure; None where nothing says one."""
    block, experience = setting.block, context.qualifiers.experience
    found = experience(context.text, setting.segment)
    if found is None and block.label is not None:
        found = experience(context.text, block.label)
    return (
        found
        or _broken_off(context, block)
        or _labelled_above(context, block)
        or _in_other_terms(context, setting)
        or _of_heading(context, setting)
        or _of_card(context, setting)
    )


def _in_other_terms(context: Context, setting: Setting) -> Experience | None:
    """``After five years they make $21 an hour, or $43,680 a year``: the same pay once more."""
    earlier = setting.earlier
    if earlier is None or (earlier.experience_min is None and earlier.experience_max is None):
        return None
    again = OR_ELSE.fullmatch(context.text, earlier.char_end, setting.amount.start)
    return Experience(earlier.experience_min, earlier.experience_max) if again else None


def _broken_off(context: Context, block: Block) -> Experience | None:
    """``Bakers with one to five years of practice earn`` above ``$42K a year``."""
    if block.kind is not BlockKind.PARAGRAPH or block.intro is None:
        return None
    above = context.document.blocks[block.intro]
    return context.qualifiers.experience(context.text, Span(above.start, above.end))


def _labelled_above(context: Context, block: Block) -> Experience | None:
    """``Experience: 5+ years`` above ``Salary: $90,000``, line below line under one heading."""
    if block.label is None or not context.cues.has("pay.labels", context.text, block.label.start, block.label.end):
        return None
    for other in context.attributor.previous(block, most=NEAR):
        label = other.label
        if label is None or other.headings != block.headings:
            return None
        if _EXPERIENCE.search(context.text, label.start, label.end):
            return context.qualifiers.experience(context.text, Span(label.end, other.end))
    return None


def _of_heading(context: Context, setting: Setting) -> Experience | None:
    """``Analyst, entry level (0-2 years)``: the years that the nearest heading gives what stands below it."""
    stated, block = setting.owner.stated, setting.block
    if not block.headings:
        return None
    heading = context.document.blocks[block.headings[-1]]
    if stated is not None and stated.start >= block.start:
        # "Juniors (0-2 years)" over "Baker: $30,000": the list is of that level, whoever its items name.
        named = context.attributor.passage(heading).of(MentionKind.ROLE)
        labelled = block.label is not None and stated.end <= block.label.end
        if not (labelled or block.kind is BlockKind.LIST_ITEM) or named:
            return None
    if not any(map(str.isdigit, context.text[heading.start : heading.end])):
        return None
    if context.cues.has("sections.outlook", context.text, heading.start, heading.end):
        # "Growth over 5 years" counts no years of experience.
        return None
    return context.qualifiers.experience(context.text, Span(heading.start, heading.end))


def _of_card(context: Context, setting: Setting) -> Experience | None:
    """``- 3-5 years of experience`` above ``- $90,000``, items below a heading that is a level's."""
    stated, block = setting.owner.stated, setting.block
    if block.kind is not BlockKind.LIST_ITEM or not block.headings or (stated and stated.start >= block.start):
        return None
    heading = context.document.blocks[block.headings[-1]]
    span, passage = Span(heading.start, heading.end), context.attributor.passage(heading)
    if not context.qualifiers.levels(context.text, span, passage, label=True):
        return None
    items = [
        Span(other.start, other.end)
        for other in context.attributor.previous(block, most=LINES)
        if other.kind is BlockKind.LIST_ITEM and len(context.text[other.start : other.end].split()) <= LONGEST_LINE
    ]
    told = [span for span in items if _EXPERIENCE.search(context.text, span.start, span.end)]
    return context.qualifiers.experience(context.text, told[0]) if len(told) == 1 else None


def years_of_row(context: Context, view: TableView, cell: Cell, nearest: Sequence[Span]) -> Experience | None:
    """The band of years that row label and header say, else another cell of the row that is not of years of learning."""
    headed = [(other, view.words(view.header(other.column))) for other in view.table.rows[cell.row]]
    others = [(other, head) for other, head in headed if other.column != cell.column and not _of_learning(head)]
    for span in (*nearest, *(Span(other.start, other.end) for other, _ in others)):
        found = context.qualifiers.experience(context.text, span)
        if found is not None:
            return found
    for other, head in others:
        band = _BAND.fullmatch(view.words(other)) if _YEARS.search(head) else None
        if band:
            return Experience(float(band["low"]), None if band["open"] else float(band["high"] or band["low"]))
    return None


def _of_learning(header: str) -> bool:
    """Whether the years of a column are of learning: not below "Qualification / experience"."""
    return _LEARNING.search(header) is not None and "experience" not in header.lower()


def date_of_row(context: Context, view: TableView, cell: Cell) -> str | None:
    """``Indeed | $91,000 | Oct 2025`` below ``Source | Pay | Updated``: the date that a row has in a cell of its own."""
    for other in view.siblings(cell):
        header = view.header(other.column)
        if header is not None and _DATES.search(view.words(header)):
            found = context.qualifiers.as_of(context.text, Span(other.start, other.end))
            if found is not None:
                return found.value
    return None
