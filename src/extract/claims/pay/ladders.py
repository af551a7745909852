"""Levels that only the other rungs of their table tell: ``Staff`` below ``Senior`` is where accountants begin."""

from __future__ import annotations

from itertools import chain

from extract.attribution import Found, TableView
from extract.claims.context import Context
from extract.model import Cell, Span

_STAFF = frozenset({"Staff", "staff"})
_LOWER = frozenset({"intern", "entry", "mid"})


def rung_of(context: Context, view: TableView, cell: Cell, level: str | None) -> str | None:
    """The level of a cell; staff are beginners where seniors come next and no other stands below those.

    "Budget management" among skills is of no manager.
    """
    label = view.label(cell.row) if level == "manager" and view.counts_off_other else None
    if label is not None and _first(context, view, label) is not None:
        return None
    if level != "principal":
        return level
    labels = (view.label(row) for row in range(len(view.table.rows)))
    rungs = [_first(context, view, label) for label in chain(view.table.header, filter(None, labels))]
    known = [rung for rung in rungs if rung is not None]
    near = {span.start for span, _ in view.near(cell)}
    staff = [n for n, rung in enumerate(known) if rung.start in near and context.text[rung.start : rung.end] in _STAFF]
    begins = bool(staff) and [rung.value for rung in known[staff[0] + 1 :]][:1] == ["senior"]
    return "entry" if begins and not any(rung.value in _LOWER for rung in known) else level


def _first(context: Context, view: TableView, label: Cell) -> Found | None:
    """The first level that a label names."""
    span = Span(label.start, label.end)
    return next(iter(context.qualifiers.levels(context.text, span, view.passage(label), label=True)), None)
