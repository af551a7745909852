"""Two rows of headers: what spans several columns, and below it the same labels again for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Span

_FEWEST, _MOST = 2, 6
"""Labels that a row says again and again, and how often at most."""


def times_said(words: Sequence[str]) -> int:
    """How often a row of words says the same few again: twice for ``Low High Low High``; 0 where it does not."""
    said = [word.casefold() for word in words]
    for size in range(_FEWEST, len(said) // 2 + 1):
        count, rest = divmod(len(said), size)
        if not rest and count <= _MOST and said == said[:size] * count and len(set(said)) > 1:
            return count if all(said) else 0
    return 0


def spread(corner: Span, over: Sequence[Span], columns: int) -> list[Span]:
    """A first row of headers whose cells stand over as many columns each, empty ones behind them."""
    wide = columns // len(over)
    return [corner, *(part for cell in over for part in (cell, *[Span(cell.end, cell.end)] * (wide - 1)))]
