"""Which comes first in a card, the label or the figure, as blank lines and what comes again tell.

Cards are told as kinds of lines, a letter each: ``V`` for a figure, ``R`` for a role's name, ``L`` for another label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.reading.lines import Line

_LABELS_FIRST = re.compile(r"(?:[LR]V){2,}")
# A heading, and labels below their figures.
_HEADED = re.compile(r"[LR](?:V[LR]){2,}")
# Two roles, each above its figure.
_ROLES_FIRST = re.compile(r"RVRV")


def labels_first(lines: Sequence[Line], kinds: str) -> bool:
    """Whether each figure stands below its label."""
    apart = _LABELS_FIRST.fullmatch(kinds[: _together(lines, len(kinds))]) is not None
    return apart or _pairs_apart(lines, kinds) or _labels_again(lines, kinds)


def heading_first(lines: Sequence[Line], kinds: str) -> bool:
    """Whether a heading stands above figures that have their labels below."""
    apart = _HEADED.fullmatch(kinds[: _together(lines, len(kinds))]) is not None
    return not _ROLES_FIRST.match(kinds) and (apart or _headed_again(lines, kinds))


def _together(lines: Sequence[Line], count: int) -> int:
    """How many lines stand together: what is below them is further away than the second line is; else none."""
    below = range(2, min(count + 1, len(lines)))
    return next((n for n in below if lines[n].gap > lines[1].gap), 0)


def _pairs_apart(lines: Sequence[Line], kinds: str) -> bool:
    """Whether each figure stands right below its label, with a blank line between it and the next label."""
    pairs = _LABELS_FIRST.match(kinds)
    apart = [line.gap > 0 for line in lines[1 : pairs.end()]] if pairs else []
    return pairs is not None and all(apart[1::2]) and not any(apart[::2])


def _labels_again(lines: Sequence[Line], kinds: str) -> bool:
    """Whether labels above their figures come again below a heading: ``Leeds``, ``Plumber``, ``Leeds``."""
    again = (n for n in range(5, len(kinds), 2) if lines[n].text == lines[0].text)
    return any(_LABELS_FIRST.fullmatch(kinds[: n - 1]) and kinds[n - 1] != "V" for n in again)


def _headed_again(lines: Sequence[Line], kinds: str) -> bool:
    """Whether below labels that stand below their figures another heading is followed by the same labels."""
    return any(
        _HEADED.fullmatch(kinds[:n])
        and kinds[n : 2 * n] == kinds[:n]
        and all(lines[at].text == lines[at + n].text for at in range(2, n, 2))
        for n in range(5, len(kinds) // 2 + 1, 2)
    )
