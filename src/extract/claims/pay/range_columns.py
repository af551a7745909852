"""Columns side by side that hold the ends of one range, ``Low`` and ``High``, what may stand between them, rows of ranges."""

from __future__ import annotations

import re

from extract.attribution import TableView
from extract.language import Cues
from extract.model import Cell

_LOW = re.compile(r"(?i:(?:pay\s|salary\s)?(?:low|lowest|lower|minimum|min\.?|from)(?:\s(?:pay|salary|end))?)")
_HIGH = re.compile(r"(?i:(?:pay\s|salary\s)?(?:high|highest|upper|maximum|max\.?|to)(?:\s(?:pay|salary|end))?)")
_MIDDLE = re.compile(
    r"(?i:(?:pay\s|salary\s)?(?:medium|mid|middle|mid[\s-]?point|mid[\s-]?range|typical)(?:\s(?:pay|salary))?)"
)

# A label of ranges that does not say of what.
_RANGE = re.compile(
    r"(?i:(?:the\s|typical\s|usual\s|common\s|full\s|overall\s|normal\s|market\s)?(?:range|spread|from\s?(?:-|–|—|/|\s)\s?to|low\s?(?:-|–|—|/|to)\s?high|min\.?\s?(?:-|–|—|/|to)\s?max\.?)):?"
)


def is_range_of_pay(view: TableView, cell: Cell, cues: Cues) -> bool:
    """Whether a cell stands beside ``Range`` and another of its column beside a word for pay: ``Average salary``."""
    label = view.label(cell.row)
    if label is None or label is cell or _RANGE.fullmatch(view.words(label).strip()) is None:
        return False
    others = (view.label(row) for row in range(len(view.table.rows)) if row != cell.row)
    return any(other is not None and cues.has("pay.labels", view.words(other)) for other in others)


def upper_end(view: TableView, cell: Cell) -> Cell | None:
    """The cell under ``High`` right beside one under ``Low``."""
    return (
        _beside(view, cell, 1) if _headed(view, cell.column, _LOW) and _headed(view, cell.column + 1, _HIGH) else None
    )


def lower_end(view: TableView, cell: Cell) -> Cell | None:
    """The cell under ``Low`` right beside one under ``High``."""
    return (
        _beside(view, cell, -1) if _headed(view, cell.column, _HIGH) and _headed(view, cell.column - 1, _LOW) else None
    )


def between_ends(view: TableView, cell: Cell) -> bool:
    """Whether a cell stands under ``Medium`` between ``Low`` and ``High``."""
    at = cell.column
    return _headed(view, at, _MIDDLE) and _headed(view, at - 1, _LOW) and _headed(view, at + 1, _HIGH)


def _beside(view: TableView, cell: Cell, step: int) -> Cell | None:
    return next((other for other in view.siblings(cell) if other.column == cell.column + step), None)


def _headed(view: TableView, column: int, pattern: re.Pattern[str]) -> bool:
    header = view.header(column)
    return header is not None and pattern.fullmatch(view.words(header).strip()) is not None
