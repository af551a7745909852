"""Columns side by side that hold the ends of one range, ``Low`` and ``High``, what may stand between them, rows of ranges."""

from __future__ import annotations

import re

from extract.attribution import TableView
from extract.language import Cues
from extract.model import Cell
from extract.reading.money import DIGITS, MARK, has_figure

# A label of ranges that does not say of what; it may say where: "US typical range", "Range (London)".
_RANGE = re.compile(
    r"(?:[A-Z][\w.]{1,14}\s){0,2}(?i:(?:the\s|typical\s|usual\s|common\s|full\s|overall\s|normal\s|market\s)?(?:range|spread|from\s?(?:-|–|—|/|\s)\s?to|low\s?(?:-|–|—|/|to)\s?high|min\.?\s?(?:-|–|—|/|to)\s?max\.?))(?:\s\([^()\d]{2,30}\))?:?"
)
# Two sums, each with its own sign.
_TWO_SUMS = re.compile(
    rf"{MARK}\s?{DIGITS}(?:[kKM]|\s?(?:L|LPA|lakhs?))?\+?\s{MARK}\s?{DIGITS}(?:[kKM]|\s?(?:L|LPA|lakhs?|Cr))?\+?"
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
    at = cell.column
    return _beside(view, cell, 1) if _headed(view, at, "low") and _headed(view, at + 1, "high") else None


def lower_end(view: TableView, cell: Cell) -> Cell | None:
    """The cell under ``Low`` right beside one under ``High``."""
    at = cell.column
    return _beside(view, cell, -1) if _headed(view, at, "high") and _headed(view, at - 1, "low") else None


def between_ends(view: TableView, cell: Cell) -> bool:
    """Whether a cell stands under ``Medium`` between ``Low`` and ``High``."""
    at = cell.column
    return _headed(view, at, "middle") and _headed(view, at - 1, "low") and _headed(view, at + 1, "high")


def lost_dashes(view: TableView, cell: Cell) -> bool:
    """Whether a card's line, or every sum of a column, is two sums with a blank between them: ``£36,000 £50,000``."""
    if view.table.form == "cards":
        return _TWO_SUMS.fullmatch(view.words(cell)) is not None
    column = (view.words(other) for row in view.table.rows for other in row[1:] if other.column == cell.column)
    sums = [words for words in column if has_figure(words)]
    return len(sums) > 1 and all(_TWO_SUMS.fullmatch(words) for words in sums)


def _beside(view: TableView, cell: Cell, step: int) -> Cell | None:
    return next((other for other in view.siblings(cell) if other.column == cell.column + step), None)


def _headed(view: TableView, column: int, name: str) -> bool:
    header = view.lowest_header(column)
    return header is not None and view.attributor.cues.heads(name, view.words(header))
