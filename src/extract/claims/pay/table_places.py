"""The place of a row's figures: in its label or header, under a header for places, or in a cell of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.attribution import TableView
from extract.claims.context import Context
from extract.model import Cell, Span

_NAME = re.compile(r"[^\W\d_][\w.,'’ /&-]{1,40}")
FEWEST_PLACES = 4
"""Columns, or rows."""
GENERIC = re.compile(
    r"\b(?:levels?|roles?|positions?|jobs?|professionals?|employees?|workers?|staff|overall|all|average|national|total|and|or|the|with|in|of|salary|pay|career|experienced?)\b",
    re.IGNORECASE,
)


def region_of(context: Context, view: TableView, cell: Cell) -> str | None:
    """The place that a figure's row or column names, else the row's cell under a header for places."""
    for number, (span, passage) in enumerate(view.qualifiers(cell)):
        found = context.qualifiers.regions(context.text, passage, span)
        over = _over(context, view, cell) if number else None
        if over is not None or found:
            return over or found[0].value
    return _place(context, view, cell) or _beside(context, view, cell)


def _over(context: Context, view: TableView, cell: Cell) -> str | None:
    """``Province | Ontario`` over ``Low | $24``: the place of the nearest row above that says where, in the cell's column."""
    for row in range(cell.row - 1, -1, -1):
        label = view.label(row)
        if label is None or not context.cues.heads("places", view.words(label)):
            continue
        place = next((other for other in view.siblings(label) if other.column == cell.column), None)
        if place is not None:
            found = context.qualifiers.regions(context.text, view.passage(place), Span(place.start, place.end))
            return found[0].value if found else view.words(place).strip(" *†") or None
    return None


def _place(context: Context, view: TableView, cell: Cell) -> str | None:
    """What a row is called under "City" or "Areas", though no lexicon knows the place: no level, no statistic."""
    label = view.label(cell.row)
    if label is None or not (view.label_column in view.place_columns or _are_places(context, view)):
        return None
    return view.words(label).strip(" *†") if _may_be_place(context, view, label) else None


def _are_places(context: Context, view: TableView) -> bool:
    """Whether the rows of a table without a header are mostly called by places: the others are too."""
    if view.table.header or len(view.table.rows) < FEWEST_PLACES:
        return False
    labels = [label for label in map(view.label, range(len(view.table.rows))) if label is not None]
    regions = context.qualifiers.regions
    known = [cell for cell in labels if regions(context.text, view.passage(cell), Span(cell.start, cell.end))]
    return len(known) >= FEWEST_PLACES and len(known) * 2 >= len(labels)


def _beside(context: Context, view: TableView, cell: Cell) -> str | None:
    """``Baker | Leeds | £24,000`` below ``Job | Location | Pay``: the place that lexicons know in the row's other cell."""
    for other in view.siblings(cell) if view.place_columns else ():
        if other.column in view.place_columns:
            found = context.qualifiers.regions(context.text, view.passage(other), Span(other.start, other.end))
            if found:
                return found[0].value
    return None


def among_places(context: Context, view: TableView) -> Mapping[int, str]:
    """``North-west`` among headers that are mostly places: one too, though no lexicon knows it. By column."""
    heads = [h for h in view.table.header if h.column != view.label_column and _may_be_place(context, view, h)]
    regions = context.qualifiers.regions
    known = [h for h in heads if regions(context.text, view.passage(h), Span(h.start, h.end))]
    mostly = len(heads) >= FEWEST_PLACES and len(known) * 2 >= len(heads)
    return {h.column: view.words(h).strip(" *†") for h in reversed(heads)} if mostly else {}


def _may_be_place(context: Context, view: TableView, cell: Cell) -> bool:
    """Whether a cell has a name that is no level and no statistic."""
    name, span, qualifiers = view.words(cell).strip(" *†"), Span(cell.start, cell.end), context.qualifiers
    if not _NAME.fullmatch(name) or GENERIC.search(name):
        return False
    level = qualifiers.levels(context.text, span, view.passage(cell), label=True)
    return not level and not qualifiers.statistics(context.text, span, label=True)
