"""What is paid on top of pay and is none: sections and tables of allowances, supplements, bonuses."""

from __future__ import annotations

import re

from extract.amounts import AmountKind
from extract.attribution import TableView
from extract.claims.context import Context
from extract.claims.pay.measures import period_in
from extract.claims.pay.table_labels import said_by
from extract.claims.pay.units import Units
from extract.language import Cues
from extract.lexicons.fragments import PAY
from extract.model import BlockKind, Span

# "Bonus not included", "Pay, with allowances".
_BESIDE = re.compile(
    r"\b(?:exclud|exclusive|without|before|not?\b|none|plus|with\b|and\b|includ|inclusive)", re.IGNORECASE
)
# "These are allowances ...", "The following supplements ...": what a table holds.
_ANNOUNCED = re.compile(
    r"(?:(?:all\sof\s)?(?:these|those|such|they|the\sfollowing|following|below)\s)(?:are\s(?:all\s|only\s)?)?"
    r"(?:(?:the|extra|additional|other|special|annual|yearly|monthly|weekly|cash|fixed|flat)\s){0,2}$",
    re.IGNORECASE,
)
# "These allowances are not counted below", "the following overtime-free figures", "the following bonuses and base wages"
_ARE_NOT = re.compile(
    rf"-free\b|(?:\s\w+){{0,2}}(?:n['’]t|\s(?:not|never|excluded))\b|,?\s(?:and|or|&)\s(?:\w+\s)?{PAY}\b", re.IGNORECASE
)


def heads_extras(label: str, cues: Cues) -> bool:
    """Whether a heading is of what comes on top of pay alone: ``13th month pay``, ``Overtime``."""
    return cues.has("pay.extras", label) and not cues.has("pay.labels", cues.pattern("pay.extras").sub(" ", label))


def holds_extras(units: Units, view: TableView) -> bool:
    """Whether a table's title or heading, or what stands right above it, says that it holds what is paid on top of pay.

    Where one of its labels or headers is of pay, or most of its sums are all that somebody is paid, it does not.
    """
    context, table = units.context, view.table
    if not _is_told(context, view):
        return False
    labels = (*filter(None, map(view.label, range(len(table.rows)))), *table.header)
    if any(_is_of_pay(view.words(cell), context.cues) for cell in labels):
        return False
    extra = {head.column for head in table.header if said_by(view.words(head), context.cues)[1] is False}
    cells = [Span(cell.start, cell.end) for cell in view.body() if cell.column not in extra]
    sums = [amount for cell in cells for amount in units.plain(cell) if amount.kind is AmountKind.MONEY]
    said = (period_in(context.text[span.start : span.end]) for span, _ in view.lines[:2])
    above = next(filter(None, said), None)
    return sum(units.is_whole(amount, above) for amount in sums) * 2 <= len(sums)


def _is_of_pay(label: str, cues: Cues) -> bool:
    """Whether a label says pay; one that says no more than its period or "Total" may be of anything."""
    return said_by(label, cues)[0] is True and any(cues.has(name, label) for name in ("pay.labels", "pay.base"))


def _is_told(context: Context, view: TableView) -> bool:
    if _says_extras(view.title, context.cues):
        return True
    above = next(iter(context.attributor.previous(view.block, most=1)), None)
    if above is None or above.kind is not BlockKind.PARAGRAPH:
        return False
    last = context.attributor.passage(above).sentences[-2:]
    if any(_announces(context, sentence) for sentence in last):
        return True
    return len(last) == 1 and _says_extras(context.text[above.start : above.end], context.cues)


def _says_extras(line: str, cues: Cues) -> bool:
    return _BESIDE.search(line) is None and line[-1:] not in {".", "!", "?"} and heads_extras(line, cues)


def _announces(context: Context, sentence: Span) -> bool:
    found = context.cues.find("pay.extras", context.text, sentence.start, sentence.end)
    return any(
        _ANNOUNCED.fullmatch(context.text, sentence.start, said.start())
        and not _ARE_NOT.match(context.text, said.end(), sentence.end)
        for said in found
    )
