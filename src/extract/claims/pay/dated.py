"""When a figure of pay holds: the date beside it, in its sentence or over it, and none that is another figure's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.claims.context import SUM
from extract.language import MentionKind
from extract.lexicons.fragments import AGAINST
from extract.model import Span

if TYPE_CHECKING:
    from extract.attribution import Found
    from extract.claims.context import Context
    from extract.claims.pay.figures import Setting
    from extract.claims.pay.places import Places

_COMPARED_TO = re.compile(rf"\b(?:{AGAINST}|(?:up|down)\sfrom)\s")
# "was A in 2012 and has now leapt to B": what is so today is of no date before it.
_NOW = re.compile(r"\b(?:now|today|nowadays|currently|at\spresent|these\sdays)\b")
# "$65,983 in 2018, according to the 2020 report": the year beside a figure is its own.
_DATED = re.compile(
    r"(?:\s(?:a|an|per)\s\w+)?\s\(?(?:in|for|as\sof)\s(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d(?:/(?:20)?\d\d)?\b(?![/–-]\d)"
)


def date_of(context: Context, places: Places, setting: Setting) -> str | None:
    """The date of a figure, as ``2024-05`` or ``2025-Q1``: beside it, else in its sentence, else over it."""
    text, sentence = context.text, setting.sentence
    beside = _DATED.match(text, setting.amount.end, sentence.end)
    # A label hides what introduces or heads it.
    above = setting.far[: 1 if setting.block.label is None else 2]
    above = tuple(span for span in above if not places.pays_otherwise(span, setting.amount.unit))
    for span in (*([Span(*beside.span())] if beside else ()), setting.segment, sentence, *above):
        found = context.qualifiers.as_of(text, span)
        if found is None or _of_other_brackets(text, setting, found):
            continue
        if span is not sentence or not _of_another(text, setting, found):
            return found.value
    return None


def _of_other_brackets(text: str, setting: Setting, date: Found) -> bool:
    """``A (up from B in 2017), C``: whether a date stands with another figure in brackets of their own."""
    opened = text.rfind("(", setting.sentence.start, date.start)
    closed = text.find(")", date.start, setting.sentence.end)
    if opened < 0 or closed < 0 or text.find(")", opened, date.start) >= 0:
        return False
    return not opened < setting.amount.start < closed and SUM.search(text, opened, date.start) is not None


def _of_another(text: str, setting: Setting, date: Found) -> bool:
    """``A, compared to B in 2019``, ``B in 2019 and now A``: whether a date is that of a figure which this one is set against."""
    if setting.earlier is not None and date.end <= setting.amount.start:
        return _NOW.search(text, date.end, setting.amount.start) is not None
    against = _COMPARED_TO.search(text, setting.amount.end, date.start)
    if against is None or setting.passage.of(MentionKind.ROLE, against.end(), date.start):
        return False
    return any(map(str.isdigit, text[against.end() : date.start]))
