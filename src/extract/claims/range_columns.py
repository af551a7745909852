"""Columns side by side that hold the ends of one range, ``Low`` and ``High``, and what may stand between them."""

from __future__ import annotations

import re

from extract.attribution import TableView
from extract.model import Cell

_LOW = re.compile(r"(?i:(?:pay\s|salary\s)?(?:low|lowest|lower|minimum|min\.?|from)(?:\s(?:pay|salary|end))?)")
_HIGH = re.compile(r"(?i:(?:pay\s|salary\s)?(?:high|highest|upper|maximum|max\.?|to)(?:\s(?:pay|salary|end))?)")
_MIDDLE = re.compile(
    r"(?i:(?:pay\s|salary\s)?(?:medium|mid|middle|mid[\s-]?point|mid[\s-]?range|typical)(?:\s(?:pay|salary))?)"
)


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
