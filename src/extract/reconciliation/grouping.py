"""Claims as plain rows, group by group. Frames choose the groups, rows are what is looked at in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd


def with_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with a column ``row``: each row as a named tuple of plain values, made once."""
    columns = frame.drop(columns="row", errors="ignore")
    rows: Any = columns.astype(object).itertuples(index=False, name="Row")
    return columns.assign(row=list(rows))


def groups(
    frame: pd.DataFrame, keys: Sequence[str], screen: pd.Series[bool] | None = None
) -> Iterator[list[Any]]:
    """The rows of each group, groups and rows in the frame's order.

    With a screen, a boolean column of the frame's index, only the groups where it holds for any row.
    """
    if screen is not None:
        frame = frame[screen.groupby([frame[key] for key in keys], sort=False).transform("any")]
    if frame.empty:
        return
    rows = frame["row"].to_list()
    found: dict[int, list[Any]] = {}
    for group, row in zip(frame.groupby(list(keys), sort=False).ngroup(), rows, strict=True):
        found.setdefault(group, []).append(row)
    yield from found.values()


def distinct(rows: Sequence[Any], *names: str) -> list[Any]:
    """The first row for each combination of the named columns."""
    first: dict[tuple[Any, ...], Any] = {}
    for row in rows:
        first.setdefault(tuple(getattr(row, name) for name in names), row)
    return list(first.values())
