"""Where the marks of the salary chart stand: a scale, and positions in percent of the plot's width.

Each figure is a small drawing of its own beside its label, so that the chart reflows on a phone and its
text keeps its size. All panels of a currency share a scale: their roles can be compared at a glance.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.report.salaries import Bar, Crowd, Panel
from extract.report.wording import Ends

_TICKS = 6
"""About how many steps a scale has."""
_MARGIN = 0.05
"""Share of the span that stays free on either side, so that arrows fit."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid: where, and its words."""

    at: str
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From money to percent of the width."""

    low: float
    high: float
    ticks: tuple[Tick, ...]

    def percent(self, value: float) -> float:
        """Where a value stands, from 0 to 100; beyond the ends it stands at them."""
        return min(100.0, max(0.0, 100 * (value - self.low) / (self.high - self.low)))


@dataclass(frozen=True, slots=True)
class Drawn:
    """The parts of one drawing; positions are SVG lengths in percent, None where a part is not drawn.

    ``left`` and ``right`` are where an open end's arrow starts.
    """

    start: str | None = None
    width: str | None = None
    point: str | None = None
    left: str | None = None
    right: str | None = None
    typical: str | None = None


def _length(percent: float) -> str:
    return f"{percent:.2f}".rstrip("0").rstrip(".") + "%"


def _step(span: float) -> float:
    """1, 2 or 5 times a power of ten, so that about as many steps as wanted make the span."""
    rough = span / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    return power * next(step for step in (1, 2, 5, 10) if step * power >= rough * 0.999)


def _short(value: float) -> str:
    """``60k``, ``1.2M``."""
    for size, mark in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:g}{mark}"
    return f"{value:g}"


def _values(bar: Bar) -> list[float]:
    drawn = (bar.ends.low, bar.ends.high, bar.typical)
    return [value for value in drawn if value is not None and math.isfinite(value)]


def scale_of(values: Sequence[float]) -> Scale | None:
    """A scale with a margin around the values and round ticks; None for no values."""
    if not values:
        return None
    low, high = min(values), max(values)
    if low == high:
        low, high = low * 0.8, high * 1.2 or 1.0
    margin = (high - low) * _MARGIN
    low, high = max(0.0, low - margin) if low >= 0 else low - margin, high + margin
    step = _step(high - low)
    ticks = tuple(
        Tick(_length(100 * (index * step - low) / (high - low)), _short(round(index * step, 6)))
        for index in range(math.ceil(low / step), math.floor(high / step) + 1)
    )
    return Scale(low, high, ticks)


def scales(panels: Iterable[Panel]) -> Mapping[str | None, Scale | None]:
    """A scale for each currency."""
    values: defaultdict[str | None, list[float]] = defaultdict(list)
    for panel in panels:
        for block in panel.blocks:
            values[panel.unit] += block.crowd.places if block.crowd else ()
            values[panel.unit] += [value for bar in (*block.facts, *block.bars) for value in _values(bar)]
    return {unit: scale_of(found) for unit, found in values.items()}


def drawn(bar: Bar, scale: Scale) -> Drawn:
    """One bar's parts."""
    parts = _span(bar.ends, scale)
    if bar.typical is None or not math.isfinite(bar.typical):
        return parts
    return Drawn(parts.start, parts.width, parts.point, parts.left, parts.right, _length(scale.percent(bar.typical)))


def _span(ends: Ends, scale: Scale) -> Drawn:
    low = ends.low if ends.low is not None else ends.high
    high = ends.high if ends.high is not None else ends.low
    if low is None or high is None or not (math.isfinite(low) and math.isfinite(high)):
        return Drawn()
    left, right = scale.percent(min(low, high)), scale.percent(max(low, high))
    point = left == right
    return Drawn(
        start=None if point else _length(left),
        width=None if point else _length(right - left),
        point=_length(left) if point else None,
        left=_length(left) if ends.low_open else None,
        right=_length(right) if ends.high_open else None,
    )


def ghosts(bar: Bar, scale: Scale) -> list[Drawn]:
    """The candidate readings of an unusable figure, as far as they stand within the scale."""
    return [
        _span(ends, scale)
        for ends in bar.ghosts[:3]
        if (values := [value for value in (ends.low, ends.high) if value is not None])
        and all(scale.low <= value <= scale.high for value in values)
    ]


def crowd(found: Crowd, scale: Scale) -> list[str]:
    """Where the figures without a bar of their own stand."""
    return [_length(scale.percent(place)) for place in found.places]
