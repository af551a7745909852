"""Claims as plain rows, group by group. Frames choose the groups, rows are what is looked at in them."""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.reconciliation.normalise import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Claims:
    """The claims that a run looks at: prepared, comparable and weighed, without near-copies' echoes.

    ``all`` is the table, with a column ``row`` that holds each row as a named tuple of plain values.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        row = namedtuple("Row", list(frame.columns))  # type: ignore[misc]  # columns are known at run time
        columns = [frame[name].tolist() for name in frame.columns]
        rows: Any = [row(*values) for values in zip(*columns, strict=True)]
        self.all = frame.assign(row=rows)
        supporting = self.all[self.all["supports"]]
        self._none = supporting.iloc[:0]
        self._kinds = {str(kind): part for kind, part in supporting.groupby("kind", sort=False)}

    def of(self, kind: str) -> pd.DataFrame:
        """The claims of one kind that a fact may rest on."""
        return self._kinds.get(kind, self._none)


def several(frame: pd.DataFrame, keys: Sequence[str], name: str) -> pd.Series[bool]:
    """Which rows belong to a group that has more than one value in a column: a screen for :func:`groups`."""
    if frame.empty:
        return pd.Series(False, index=frame.index)
    number = numbered(*(frame[key] for key in keys))
    value, _ = pd.factorize(frame[name])
    pairs = pd.DataFrame({"group": number, "value": value}).drop_duplicates()
    return pd.Series(np.bincount(pairs["group"])[number] > 1, index=frame.index)


def groups(frame: pd.DataFrame, keys: Sequence[str], screen: pd.Series[bool] | None = None) -> Iterator[list[Any]]:
    """The rows of each group, groups and rows in the frame's order.

    With a screen, a boolean column of the frame's index, only the groups where it holds for any row.
    """
    if frame.empty:
        return
    number = numbered(*(frame[key] for key in keys))
    rows = frame["row"]
    if screen is not None:
        chosen = number.isin(set(number[screen]))
        number, rows = number[chosen], rows[chosen]
    found: dict[int, list[Any]] = {}
    for group, row in zip(number, rows, strict=True):
        found.setdefault(group, []).append(row)
    yield from found.values()


def distinct(rows: Sequence[Any], *names: str) -> list[Any]:
    """The first row for each combination of the named columns."""
    first: dict[tuple[Any, ...], Any] = {}
    for row in rows:
        first.setdefault(tuple(getattr(row, name) for name in names), row)
    return list(first.values())
