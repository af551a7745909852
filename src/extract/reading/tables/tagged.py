"""Tables whose tags were left in a text: ``<table> <tr> <td>Baker</td> <td>$40,000</td> </tr> </table>``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.reading.lines import Line
from extract.reading.pieces import Grid
from extract.reading.tables.shape import Shaper, trim

_OPENS = re.compile(r"<table\b", re.IGNORECASE)
_CLOSES = re.compile(r"</table\s{0,3}>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_CELL = re.compile(r"<(?P<tag>t[hd])\b[^>]{0,200}>(?P<words>[^<]{0,400})(?:</(?P=tag)\s{0,3}>)?", re.IGNORECASE)
_MAX_LINES = 400


def read(text: str, lines: Sequence[Line], at: int, shaper: Shaper) -> tuple[Grid | None, int]:
    """The table whose first tag stands on a line, up to the line of its last."""
    if "<" not in lines[at].text or not _OPENS.search(lines[at].text):
        return None, at + 1
    stop = at
    while stop < min(len(lines), at + _MAX_LINES) and not _CLOSES.search(lines[stop].text):
        stop += 1
    end = lines[min(stop, len(lines) - 1)].end
    starts = [match.start() for match in _ROW.finditer(text, lines[at].start, end)]
    rows, heads = [], []
    for start, behind in pairwise([*starts, end]):
        found = list(_CELL.finditer(text, start, behind))
        rows.append([trim(text, *match.span("words")) for match in found])
        heads.append(bool(found) and all(match["tag"].lower() == "th" for match in found))
    rows = [row for row in rows if row]
    if len(rows) < 2 or stop >= len(lines):
        return None, at + 1
    return shaper.grid(rows, "tagged", ruled=heads[0], end=end), stop + 1
