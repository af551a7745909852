"""Amounts in one line, so that a table of cases can be read: ``~63000-86000+ USD/year``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.amounts import Amount, AmountKind, Hints, find_amounts

TellAll = Callable[..., list[str]]


@pytest.fixture
def tell() -> Callable[[Amount], str]:
    """An amount in one line."""
    return told


@pytest.fixture
def tell_all() -> TellAll:
    """What was read of every amount of a text, given hints if any."""
    return told_all


def told(amount: Amount) -> str:
    """What was read: marks, ends, unit, period.

    ``?`` malformed, ``±`` difference, ``~`` approximate, ``>`` or ``+`` open above, ``<`` open below; ``#`` a
    plain number; ``/year`` a period that the text states or the hints give.
    """
    marks = "?" * bool(amount.problem) + "±" * amount.difference + "~" * amount.approximate
    period = f"/{amount.period}" if amount.period else ""
    unit = "#" if amount.kind is AmountKind.NUMBER else amount.unit or "-"
    return f"{marks}{_ends(amount)} {unit}{period}".replace(" percent", "%")


def told_all(text: str, hints: Hints | None = None) -> list[str]:
    """The amounts of a text in one line each."""
    return [told(amount) for amount in find_amounts(text, hints or Hints())]


def _ends(amount: Amount) -> str:
    low, high = (f"{end:.10g}" if end is not None else "" for end in (amount.low, amount.high))
    if amount.problem:
        return ""
    if amount.low_open:
        return f"<{high}" + "+" * amount.high_open
    if amount.high is None:
        return f">{low}"
    return (low if low == high else f"{low}-{high}") + "+" * amount.high_open
