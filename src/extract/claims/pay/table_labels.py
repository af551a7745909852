"""What a row's label or a column's header says of the figures beside it: that they are pay, other money, or counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.attribution import Found, TableView
from extract.claims.pay.measures import period_in
from extract.language import Cues
from extract.lexicons.fragments import AVERAGE, EXTRA, PAY
from extract.model import Cell, Span

if TYPE_CHECKING:
    from extract.claims.context import Context

# When, and how many were asked: "2025 (n=318)".
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\(n\s?=\s?[\d,.]+\)")
PERIOD_WORDS, SHORT_NOTE = 3, 10
# "Top 25% of the market": whose pay a row or column is about, no other money.
_OF_ALL = re.compile(r"\s*(?:the\s)?(?:top|bottom|lowest|highest|upper|lower)\s\d{1,2}\s?(?:%|percent)", re.IGNORECASE)
_MEAN_PAY = re.compile(rf"\b{AVERAGE}\s(?:[a-z]+\s)?{PAY}\b", re.IGNORECASE)
# "Number of salaries quoted"
_NUMBER_OF = re.compile(r"\s*(?:(?:total|the)\s)?(?:numbers?|no\.|count|#)\s(?:of\s)", re.IGNORECASE)
_OF_LIVING = re.compile(r"\b(?:low|high|lower|higher)[\s-]costs?\b", re.IGNORECASE)
# "Average hours per week", "Days of leave"
_TIME = re.compile(r"\b(?:hours|days|weeks)\b", re.IGNORECASE)
# "Mean SE", "Wage RSE": how sure a figure is.
_ERROR = re.compile(r"\bR?SE\b|\b(?i:(?:standard|std\.?|sampling)\serrors?|margins?\sof\serror)\b")
# "Additional pay (commission, bonus)": what comes on top of pay.
_ON_TOP = re.compile(rf"\b(?:total\s)?{EXTRA}\s(?:cash\s|annual\s)?{PAY}\b", re.IGNORECASE)
# "Your current salary": what a reader types in, or gets out.
_YOURS = re.compile(r"\s*(?:enter\s)?your\s", re.IGNORECASE)
# "Pay gap", "Difference from the national average"; but "Pay after a raise", "Premium brands", "Chef (premium)".
_OF_IT = re.compile(
    r"[\W\d]*\Z|\W{0,2}\s?(?:\(|/|(?:of|over|vs|versus|from|to|in|between|compared|per|relative|above|against|since|on|for)\b)"
)
_AFTER_IT = re.compile(r"(?:\b(?:after|with|including)(?:\sa)?\s|[(%]|[%\d]\s)\Z", re.IGNORECASE)
# "vs. the national average", "Change since 2020".
_SET_AGAINST = re.compile(
    r"\W*(?:(?:vs\.?|versus|compared\s(?:to|with)|relative\sto|above|below)\s|(?:changes?|deltas?)(?:\W*\Z|\s(?:of|since|from|in|over)\b))",
    re.IGNORECASE,
)
_TAXED = re.compile(r"\b(?:gross|brutto|netto|net(?!\s?(?:worth|profit|sales|revenue|income of)))\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def said_by(label: str, cues: Cues) -> tuple[bool | None, bool | None]:
    """Whether a label says that what stands beside it is pay, and whether it does of sums of money; None: it does not say."""
    if _NUMBER_OF.match(label) or _ERROR.search(label) or _YOURS.match(label) or _is_difference(label, cues):
        return False, False
    on_top = _ON_TOP.search(label) is not None
    label = _ON_TOP.sub(" ", label)
    pay = any(cues.has(name, label) for name in ("pay.labels", "pay.base"))
    # "Total cost" is no total pay.
    if pay or (cues.has("pay.total", label) and not cues.has("pay.other_money", label)):
        return True, True
    # "Employment contract, gross" counts nobody.
    counted = cues.has("pay.headcount", cues.pattern("pay.contracts").sub(" ", label))
    if on_top or counted or _TIME.search(label):
        return False, False
    if _OF_ALL.match(label):
        return None, None
    label = cues.pattern("pay.holders").sub(" ", _OF_LIVING.sub(" ", label))
    if any(cues.has(name, label) for name in ("pay.other_money", "pay.bonus", "sections.certificates")):
        return False, False
    return None, is_period(label) or None


# "Start", "Starting rate": the first step of a scale.
STARTS = re.compile(r"start(?:ing)?(?:\s(?:rate|step|wage|pay))?", re.IGNORECASE)
# What heads the steps of a scale: "Step 2", "After 12 months", "Start".
STEP_ABOVE = re.compile(
    r"(?:step|point|grade|band|tier|level)\s\d{1,2}|(?:start(?:ing)?|probation(?:ary)?|top|job|after\s\d+\s(?:months?|years?))(?:\s(?:rate|step|wage))?(?:\s\([a-z\s]+\))?"
    # "Lower" over "quartile"
    r"|lower|upper|(?:lower\s|upper\s)?(?:quartile|decile)",
    re.IGNORECASE,
)


def _is_difference(label: str, cues: Cues) -> bool:
    """Whether a label is of how far apart sums are, or of what one has grown by."""
    said = cues.find("pay.difference", label)
    apart = any(_OF_IT.match(label, m.end()) and not _AFTER_IT.search(label, 0, m.start()) for m in said)
    return apart or _SET_AGAINST.match(label) is not None


def is_period(label: str) -> bool:
    """Whether few words say what figures are paid for, or before or after tax: ``Hourly``, ``Contract (gross)``."""
    said = period_in(label, label=True) is not None or _TAXED.search(label) is not None
    return len(label.split()) <= PERIOD_WORDS + label.count("+") and said


def is_title(line: str) -> bool:
    """Whether a line may be a table's title: short, with no number but a year and how many were asked."""
    return len(line.split()) <= SHORT_NOTE and not any(map(str.isdigit, _DATED.sub("", line)))


def tells_all(context: Context, line: Span) -> bool:
    """Whether a line beside a table is short, or announces what its figures are: ``..., towns with the highest mean pay are:``."""
    announces = context.text[line.end - 1] == ":"
    if len(context.text[line.start : line.end].split()) <= SHORT_NOTE:
        return True
    if announces and _MEAN_PAY.search(context.text, line.start, line.end):
        return True
    said = context.qualifiers.statistics(context.text, line) if announces else ()
    return any(found.start - line.start <= len("The ") for found in said[:1])


def of_basis(bases: Sequence[Found], bodies: Sequence[Found], basis: str | None) -> str | None:
    """``Base comes from A, total from B``, ``A (base) and B (total pay)``: the body named in turn with a basis."""
    turns = sorted([*bases, *bodies], key=lambda found: found.start)
    if len(bodies) < 2 or len(bases) != len(bodies):
        return None
    for one, other in zip(turns[::2], turns[1::2], strict=True):
        said, body = (one, other) if one in bases else (other, one)
        if said.value == basis and body in bodies:
            return body.value
    return None


def over_group(view: TableView, cell: Cell) -> Cell | None:
    """``Senior`` in a row of its own: the label of the nearest row above that holds nothing else."""
    labels = filter(None, (view.label(row) for row in range(cell.row - 1, -1, -1)))
    return next((label for label in labels if not view.siblings(label)), None)
