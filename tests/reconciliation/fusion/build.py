"""Small tables of claims, written short."""

from __future__ import annotations

from typing import Any

import pandas as pd


def said(lines: str, **columns: Any) -> pd.DataFrame:
    """Claims from lines such as ``a x 1``: source, item, value; one in each line or behind each semicolon."""
    rows = [line.split() for line in lines.replace(";", "\n").splitlines() if line.strip()]
    return pd.DataFrame(rows, columns=["source", "item", "value"]).assign(**columns)


def amounts(lines: str) -> pd.DataFrame:
    """Claims of amounts, ``a x 95000``, ``a x 90000-110000``, ``a x 90000-`` (at least), ``a x -90000``."""
    table = said(lines)
    ends = table["value"].str.extract(r"^(?P<low>[\d.]*)(?P<dash>-?)(?P<high>[\d.]*)$")
    high = ends["high"].where(ends["dash"] == "-", ends["low"])
    table["low"] = pd.to_numeric(ends["low"], errors="coerce")
    table["high"] = pd.to_numeric(high, errors="coerce")
    return table.drop(columns="value")


def everyone(sources: str, item: str, value: str) -> str:
    """Lines in which each of some sources (one letter each) says the same."""
    return ";".join(f"{source} {item} {value}" for source in sources)
