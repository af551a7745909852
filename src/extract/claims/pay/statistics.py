"""What a figure of pay is of all that are paid: a mean, a median, a percentile, the end of a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.amounts import Amount, Form
from extract.attribution import Found, TableView, nearest, percentile, percentile_among, percentile_under, tails_in
from extract.claims.context import SUM, Context
from extract.claims.pay.levels import SHORT_LABEL
from extract.lexicons.fragments import ABOUT, AGAINST, ATTAINED, MAY, MOVE, PAY, USUALLY
from extract.model import BlockKind, Cell, Span

if TYPE_CHECKING:
    from extract.claims.pay.figures import Setting

_PERCENTILES = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)(?:(?:,\s(?:and\s)?|\s(?:and|&)\s)\d{1,2}(?:st|nd|rd|th)){1,5}\spercentiles?\b"
)
_ORDINALS = re.compile(r"\d{1,2}(?=[snrt])")
_IT_WAS = re.compile(r"\b(?:it|that|this|the\s(?:figure|number|same))\s(?:is|was)\s(?:\w+\s)?$")
# "For nurses the figure was X", "the same figure for nurses is": the figure that was told of others before.
_FIGURE_FOR = re.compile(
    r"(?:[Ff]or|[Aa]mong|[Oo]f)\s[^.,;:]{3,50},?\sthe\s(?:(?:same|corresponding|equivalent|comparable)\s)?(?:figure|number|equivalent)\s(?:is|was|stands|stood|comes|came)\b"
    r"|(?:[Tt]he|[Tt]hat)\s(?:same|corresponding|equivalent|comparable)\s(?:figure|number|amount|sum)\s(?:for|of|among)\b"
)
FEWEST_LISTED = 2
CLOSE, FARTHEST = 40, 100
"""Between a statistic and the range that it is of, in characters."""
LISTED_ABOVE = 4
"""In blocks."""
_ENDS = frozenset({"minimum", "maximum"})
# "$21 an hour or $43,680", "$21 an hour, which is $43,680", "$21, the survey says, or $43,680": the same in other terms.
OR_ELSE = re.compile(
    rf"(?:\s(?:hourly|annually|yearly|monthly|an\s\w+|a\s\w+|per\s\w+))?(?:,\s(?:[\w.]+\s){{1,4}}(?:said|says|reports|reported|found))?,?\s"
    r"(?:or|\(|(?:which|that)\s(?:is|makes|means|equals|(?:comes|amounts)\sto|works\sout\s(?:at|to))|(?:equal|equivalent)\sto|i\.e\.,?)"
    rf"\s?(?:{ABOUT}\s)?"
)
# Ends of a range in brackets: "(low $40, high $67)".
_LOW_HIGH = re.compile(r"(?:(?m:^)|[(,;]\s?)(low|high):?\s$", re.IGNORECASE)
_BEHIND = re.compile(r"\s(low|high)(?=[,;.)]|\s(?:and|per|an?)\b|(?m:$))")
_LOW_OR_HIGH = {"low": "minimum", "high": "maximum"}
# "can edge closer to X", "move from X into Y", "see their pay rise to X".
_REACHED = re.compile(
    rf"\b(?:(?:{MAY}|will|tend\sto|{USUALLY}|eventually)\s(?:\w+\s){{0,4}}?(?:reach|edge|rise|climb|exceed|surpass|top|move|grow|jump|increase|approach|hit|start|begin|earn|make|go)"
    rf"|starts?\sat|{MOVE}\sfrom)\b"
)
# "an average of X for the bottom 10 percent"
_OF_SHARE = re.compile(r"(?:\s(?:a|per)\s\w+)?\s(?:for|of|among|by)\s(?:the|those\sin\sthe)\s")
_PAID_THEM = re.compile(r"(?:[Ll]owest|[Hh]ighest|[Tt]op)[\s-](?:paid|earning|earners)\s")
_OWN_PAY = re.compile(rf"\b(?:{PAY}|package)\b", re.IGNORECASE)
# "($90K vs $75K median)", "€40,000 against €36,000 on average": said of both figures.
_OF_BOTH = re.compile(
    rf"(?:\s(?:a|per)\s\w+)?,?\s{AGAINST}\s(?:{ABOUT}\s)?[^\s\w]?\d[\d.,]*[kK]?(?:\s(?:a|per)\s\w+)?,?\s\(?(?:on\s)?"
)
PARTED = re.compile(r"[,;]|\sand\s")


# "Workload", "Commission split": of which a share is one of something else.
_NO_SHARE = re.compile(rf"\b(?:hours?|split|rate|rise|raise|share|tax|{ATTAINED})\b", re.IGNORECASE)
_ATTAINED = re.compile(rf"\b{ATTAINED}\b", re.IGNORECASE)
_SHARE_FIRST = re.compile(r"(?P<n>10|25|50|75|90)\s?(?:%|th\b)[\s:–-]{1,3}")


def percentile_of(view: TableView, cell: Cell) -> str | None:
    """The percentile that a label of a cell is a number of: below "Percentile", or one of shares such as 10% and 90%."""
    row, column = view.words(view.label(cell.row)), view.header_words(cell.column)
    told = percentile_under(view.words(view.header(view.label_column)), (row, column))
    parts = tails_in(column, Span(0, len(column))) if told is None and view.goes_on else []
    if told is not None or parts:
        return told or parts[0].value
    if _NO_SHARE.search(view.words(view.header(view.label_column))):
        return None
    if row.endswith("%"):
        return percentile_among(row, [view.words(view.label(other.row)) for other in view.body()])
    if column.endswith("%"):
        return percentile_among(column, [view.header_words(other.column) for other in view.row(cell.row)])
    return None


# "The 90th percentile was X for nurses and Y for cooks": what is said of the first is said of both.
_FOR = re.compile(r"(?:\s(?:an?|per)\s\w+)?\sfor\s")
_AND_FOR = re.compile(rf"{_FOR.pattern}[^.;:\d]{{3,60}},?\s(?:and|against|versus)\s(?:{ABOUT}\s)?")


class Statistics:
    """Reads the statistics of the figures of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text

    def of(self, setting: Setting, origin: str | None) -> str | None:
        """The statistic of an amount: listed, said beside it, carried on, or what its origin always gives."""
        listed = self._enumerated(setting) or self._of_line(setting)
        if listed is not None:
            return listed
        amount = setting.amount
        own = self.context.qualifiers.statistics(self.text, setting.segment)
        found = self._said_before(own, amount) or nearest(own, amount.start, amount.end)
        if amount.form is Form.RANGE:
            earlier = setting.earlier
            if found is None and earlier is not None and earlier.low != earlier.high and not self._reached(setting):
                return earlier.statistic
            return found.value if found is not None and self._measures(found, amount) else "range"
        if found is not None and (found.value != "typical" or amount.form is Form.POINT):
            return found.value
        if amount.form is not Form.POINT:
            return None
        known = self.context.lexicons.origin_by_name.get(origin) if origin else None
        # Who publishes ranges says of one figure nothing.
        return self._carried(setting) or (known.statistic if known and known.statistic != "range" else None)

    def _enumerated(self, setting: Setting) -> str | None:
        """``The 25th, 50th and 75th percentiles are X, Y and Z``, also for lines of figures below such an introduction."""
        at, count = setting.order
        if count < FEWEST_LISTED:
            return None
        above = (block for block in self.context.attributor.previous(setting.block, most=LISTED_ABOVE))
        spans = [setting.sentence, *setting.far[:1], *(Span(block.start, block.end) for block in above)]
        listed = next((m for span in spans if (m := _PERCENTILES.search(self.text, span.start, span.end))), None)
        numbers = _ORDINALS.findall(listed[0]) if listed else []
        if len(numbers) != count:
            return None
        return "median" if numbers[at] == "50" else f"percentile_{int(numbers[at])}"

    def _of_line(self, setting: Setting) -> str | None:
        """``25% €41,000``, ``10th: €33,000``: the share that opens the line of a figure."""
        share = _SHARE_FIRST.fullmatch(self.text, setting.block.start, setting.amount.start)
        if share is None or setting.amount.form is not Form.POINT:
            return None
        above = any(_ATTAINED.search(self.text, span.start, span.end) for span in setting.far[:2])
        return None if above else percentile(share["n"])

    def _measures(self, found: Found, amount: Amount) -> bool:
        """Whether a range is one of means or medians: the word stands right before it, or farther in the same clause."""
        gap = amount.start - found.end
        if found.value not in {"mean", "median"} or not 0 <= gap <= FARTHEST:
            return False
        return gap <= CLOSE or PARTED.search(self.text, found.end, amount.start) is None

    def _said_before(self, own: Sequence[Found], amount: Amount) -> Found | None:
        """The last statistic before an amount: "low $40"; an average of the bottom tenth is the tenth's."""
        before = [f for f in own if f.end <= amount.start]
        if {"minimum", "maximum"} <= {f.value for f in before}:
            # "The median, midway between the highest and the lowest".
            before = [f for f in before if f.value not in _ENDS] or before
        shares = [f for f in own if f.value.startswith("percentile")]
        told = [f for f in shares if _OF_SHARE.fullmatch(self.text, amount.end, f.start)]
        shares = told or [f for f in shares if f.end <= amount.start]
        if before and shares and before[-1].value == "mean":
            return shares[-1]
        paid = [f for f in before[:-1] if f.value in _ENDS and _PAID_THEM.match(self.text, f.start)]
        if paid and before[-1].value == "mean":
            # "The lowest-paid bakers earned an average of".
            return paid[-1]
        end = _LOW_HIGH.search(self.text, max(0, amount.start - 8), amount.start)
        end = end or _BEHIND.match(self.text, amount.end)
        return Found(_LOW_OR_HIGH[end[1].lower()], end.start(), end.end()) if end else before[-1] if before else None

    def _reached(self, setting: Setting) -> bool:
        """``..., and can go up to A - B``: what some come to, and no part of the range before."""
        return _REACHED.search(self.text, setting.segment.start, setting.amount.start) is not None

    def _told_of_paths(self, setting: Setting) -> bool:
        """``With time they may reach X`` in a paragraph: what some come to, and no average that a heading asks for."""
        if setting.block.kind is not BlockKind.PARAGRAPH or setting.block.label is not None:
            return False
        return self._reached(setting)

    def _above(self, setting: Setting) -> Sequence[Span]:
        """The labels and headings that say what kind of figure stands below them."""
        above, label = (() if self._told_of_paths(setting) else setting.far[:3]), setting.block.label
        if label is None or _OWN_PAY.search(self.text, label.start, label.end) is None:
            return above
        # "The average is A. - Pay of a beginner: B".
        return tuple(span for span in above if not SUM.search(self.text, span.start, span.end))

    def _of_two(self, end: int, amount: Amount) -> bool:
        """``X for nurses and Y for cooks``: whether an amount is the second, where the first ends at ``end``."""
        return bool(_AND_FOR.fullmatch(self.text, end, amount.start) and _FOR.match(self.text, amount.end))

    def _carried(self, setting: Setting) -> str | None:
        earlier = setting.earlier.statistic if setting.earlier is not None else None
        # "The top 10% of Xs earn A; for Ys it was B".
        again = earlier is not None and (
            _IT_WAS.search(self.text, setting.segment.start, setting.amount.start)
            or (setting.earlier and OR_ELSE.fullmatch(self.text, setting.earlier.char_end, setting.amount.start))
            or (setting.earlier and self._of_two(setting.earlier.char_end, setting.amount))
        )
        if earlier in {"mean", "median"} or again:
            return earlier
        label = setting.block.label
        if label is not None and len(self.text[label.start : label.end].split()) <= SHORT_LABEL:
            ends = [f for f in self.context.qualifiers.statistics(self.text, label, label=True) if f.value in _ENDS]
            if ends:
                return ends[0].value
        spans = [] if setting.earlier is not None else [setting.sentence]
        told = setting.passage.before(setting.sentence)[-1:]
        the_same = _FIGURE_FOR.search(self.text, setting.sentence.start, setting.amount.start)
        if setting.restates or (the_same and told and SUM.search(self.text, told[0].start, told[0].end)):
            spans += told
        for span in (*spans, *self._above(setting)):
            found = [f for f in self.context.qualifiers.statistics(self.text, span) if f.value in {"mean", "median"}]
            if span is setting.sentence:
                # "starts at X, with a median of Y": said of what comes behind it.
                both = (f for f in found if _OF_BOTH.fullmatch(self.text, setting.amount.end, f.start))
                found = [f for f in found if f.start < setting.segment.end] or [*both]
            if found:
                return found[0].value
        return None
