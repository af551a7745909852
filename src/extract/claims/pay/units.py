"""What an article's amounts have in common: currency and period of those that state none, and what is believable as pay."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from statistics import median

from extract.amounts import Amount, AmountKind, Hints
from extract.attribution import kept
from extract.claims.context import Context
from extract.claims.pay.measures import currency_in, period_in, scale_in
from extract.claims.pay.money import find_in, is_article_money
from extract.claims.pay.of_all import OfAll
from extract.claims.pay.periods import ALIKE, PER_YEAR
from extract.language import MentionKind
from extract.lexicons.signs import SIGNS
from extract.model import Block, BlockKind, Cell, Period, Span, Table

_DIGIT = re.compile(r"\d")
_CENTS = re.compile(r"\d[.,]\d\d(?!\d)")
_FIGURES_ALONE = re.compile(
    r"[\s:*_–-]{1,6}\d{1,3}(?:[,.]?\d{3}){1,3}(?:\s?(?:[-–—]|to)\s?\d{1,3}(?:[,.]?\d{3}){1,3})?\+?"
    # Of what class they are, in brackets.
    r"(?:\s\([^()\d]{2,24}\))?[\s.]*"
)
_UNSIGNED = re.compile(r"[\d\s.,()–-]*")
# Within a factor of about 2.5, two amounts are likely to be paid for the same time.
RESEMBLANCE = 0.92
# Beyond a factor of about 4.5, they are not.
REMOTE = 1.5
# A year's pay that is less than what is usual is so by a factor below about 1.8.
YEARLY = 0.6
# A range of monthly pay ends below so many times what pay by the month stays under.
MONTHLY_SPREAD = 4
WHOLE = 4
"""How many times the least that is believable as pay all of it is, and what comes on top seldom."""
LONGEST_STATEMENT = 240
_SUM = re.compile(r"[" + SIGNS + r"]\s?\d|\d\s?[" + SIGNS + r"]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3}")
_RULES = " \n\t|-–"
"""What may stand between a table and the sentence below it: rules and marks of cells."""
NEAR = 600
"""Code points within which an amount without a sign may mean the currency of one before it."""


# A label and figures of four digits and more, or with two behind a point: "Roofer: 3,388.00".
_BARE_LINE = re.compile(rf"{_FIGURES_ALONE.pattern}|[\s:*_–-]{{1,6}}\d{{1,3}}(?:,?\d{{3}}){{0,2}}\.\d\d\s*")


class Units:
    """Currencies and periods over one article; ``country`` is the one that it is about."""

    def __init__(self, context: Context, country: str | None) -> None:
        self.context = context
        self.text = context.text
        self.country = country
        self.of_all = OfAll(context, country)

    @kept
    def plain(self, span: Span) -> Sequence[Amount]:
        """The amounts of a cell or block, as far as they are read without hints."""
        return find_in(self.text, span, Hints(country=self.country), self.context.lexicons)

    def block_hints(self, block: Block) -> Hints:
        """A list under a heading such as "Salary (₦)" takes currency and scale from there."""
        for span in self.context.labels(block):
            label = self.text[span.start : span.end]
            if self.context.cues.has("pay.labels", label):
                named = self.context.unnamed(span)
                currency = currency_in(named, self.context.lexicons, self.country)
                if currency is not None:
                    item = block.kind is BlockKind.LIST_ITEM
                    scale = scale_in(label) if item else None
                    return Hints(currency=currency, country=self.country, bare=item, scale=scale)
                if self._figures_alone(block, span):
                    return Hints(currency=self.home_currency(), country=self.country, bare=True)
        stated, name = self.of_all.stated(block), block.label
        if stated is not None and name is not None and _BARE_LINE.fullmatch(self.text, name.end, block.end):
            return Hints(currency=stated.currency, country=self.country, bare=True, scale=stated.scale)
        country = self.country_here(block)
        told = (self.context.unnamed(span) for span in self.context.labels(block)[:1])
        currency = next((currency_in(label, self.context.lexicons, country) for label in told), None)
        return Hints(currency=currency, country=country)

    def _figures_alone(self, block: Block, heading: Span) -> bool:
        """Whether an item is a label and figures of at least four digits, no more: ``Mid-level (3-5 years): 2,000 - 3,500``.

        So may a line be that begins with a role, right below the heading that tells of pay.
        """
        if block.kind is BlockKind.LIST_ITEM:
            name = block.label
        else:
            headed = [Span(above.start, above.end) for above in self.context.headings(block)[:1]]
            name = self._role_first(block) if heading in headed else None
        return name is not None and _FIGURES_ALONE.fullmatch(self.text, name.end, block.end) is not None

    def _role_first(self, block: Block) -> Span | None:
        """The label of a line, or the role alone, where it begins with one."""
        roles = self.context.attributor.passage(block).of(MentionKind.ROLE)
        first = next((Span(m.start, m.end) for m in roles if m.start == block.start), None)
        return (block.label or first) if first is not None else None

    def country_here(self, block: Block) -> str | None:
        """The article's country; where it is about none, the only one that a block's opening and what introduces it name."""
        if self.country is not None:
            return self.country
        opening = self.context.attributor.passage(block).sentences[:1]
        labels = self.context.labels(block)
        # What introduces it goes before its heading, and that before those above.
        nearest = ((*opening, *labels[:1]), labels[1:2], labels[2:])
        named = next((found for spans in nearest if (found := self.context.countries(spans))), set())
        return next(iter(named)) if len(named) == 1 else None

    @cached_property
    def _amounts(self) -> list[Amount]:
        """The signed amounts of the article's prose and cells, as far as they are read without hints."""
        text, annotated = self.text, self.context.annotated
        # Digits alone carry no sign.
        signed = [
            Span(passage.start, passage.end)
            for passage in (*annotated.blocks.values(), *annotated.cells.values())
            if _DIGIT.search(text, passage.start, passage.end)
            and not _UNSIGNED.fullmatch(text, passage.start, passage.end)
        ]
        return [amount for span in signed for amount in self.plain(span) if is_article_money(amount)]

    @cached_property
    def currencies(self) -> set[str]:
        """The currencies that the article's amounts carry."""
        return {a.unit for a in self._amounts if a.unit is not None}

    def currency_before(self, at: int) -> str | None:
        """The only currency of the article, or that of the amount nearest before an offset, or the article's country's own."""
        if len(self.currencies) == 1:
            return next(iter(self.currencies))
        before = [a for a in self._amounts if at - NEAR <= a.start < at and a.unit is not None]
        if before:
            return max(before, key=lambda a: a.start).unit
        home = self.context.lexicons.currency_of(self.country)
        return home if home in self.currencies else None

    @cached_property
    def _typical(self) -> list[tuple[Period, str, float]]:
        """The periods that the article states for its amounts of each currency, with the middle of their logarithms."""
        values: dict[tuple[Period, str], list[float]] = {}
        for amount in self._amounts:
            period = amount.period if amount.period_stated else self.labelled_period(amount.start)
            if period is not None and amount.size:
                values.setdefault((period, amount.unit or ""), []).append(math.log(amount.size))
        return [(period, unit, median(logs)) for (period, unit), logs in sorted(values.items())]

    def labelled_period(self, offset: int) -> Period | None:
        """The period that the label of an amount's row or column, its table's title or a label over it states."""
        at = bisect_right(self._tables, offset, key=lambda block: block.start) - 1
        if at < 0 or offset >= self._tables[at].end:
            return None
        block = self._tables[at]
        table = self.context.document.tables[block.table or 0]
        beside = [Span(cell.start, cell.end) for cell in _labels_of(table, offset)]
        own = [span for span in (table.title, table.note) if span is not None]
        spans = [*beside, *own, *self.context.labels(block)[:2]]
        said = (period_in(self.text[span.start : span.end], label=True) for span in spans)
        return next((period for period in said if period is not None), None)

    @cached_property
    def _tables(self) -> list[Block]:
        return [block for block in self.context.document.blocks if block.table is not None]

    def likely_period(self, amount: Amount) -> Period:
        """The period of an amount that states none: that of the article's amounts which it resembles, else a year."""
        if not amount.size:
            return Period.YEAR
        size = math.log(amount.size)
        resembled = [
            (abs(size - middle), period)
            for period, unit, middle in self._typical
            if amount.unit is None or unit == amount.unit
        ]
        distance, period = min(resembled, default=(math.inf, Period.YEAR))
        if distance < RESEMBLANCE:
            return period
        if self._by_the_month(amount):
            return Period.MONTH
        return self._by_the_hour(amount, resembled) or Period.YEAR

    def in_cents(self, amount: Amount) -> Period | None:
        """``$31.25`` where nothing says for what time: an hour's pay, if it is no believable one for what is likely."""
        cents = _CENTS.search(self.text, amount.start, amount.end) and not self.believable(amount)
        return Period.HOUR if cents and self.believable(amount, Period.HOUR) else None

    def resembled(self, amount: Amount, period: Period) -> Period:
        """``period``, or a year where an amount far above all that the article states for it is like them as a year's."""
        middle = next((m for p, unit, m in self._typical if (p, unit) == (period, amount.unit)), None)
        if not amount.size or middle is None or math.log(amount.size) - middle < REMOTE:
            return period
        yearly = next((m for p, unit, m in self._typical if (p, unit) == (Period.YEAR, amount.unit)), None)
        if yearly is not None and abs(math.log(amount.size) - yearly) < RESEMBLANCE:
            # "How much do bakers earn a month?" over "R16,000 a month, R200,000 a year" and "R230,000".
            return Period.YEAR
        # Seniors are paid five times what others are, but not twelve times.
        spread = math.log(amount.size / PER_YEAR[period]) - middle
        return Period.YEAR if -YEARLY < spread < RESEMBLANCE else period

    def _by_the_hour(self, amount: Amount, resembled: Sequence[tuple[float, Period]]) -> Period | None:
        """The period nearest in size of those that the article states, for an amount too small to be a year's pay."""
        if self.believable(amount, Period.YEAR):
            return None
        believed = [
            (distance, period)
            for distance, period in resembled
            if distance < REMOTE and self.believable(amount, period)
        ]
        return min(believed, default=(0.0, None))[1]

    def _by_the_month(self, amount: Amount) -> bool:
        """Whether an amount without a period is by the month: small, in a country that speaks of pay so."""
        money = self.context.lexicons.currency_by_code.get(amount.unit or "")
        if money is None:
            return False
        if (amount.high or 0.0) > MONTHLY_SPREAD * money.monthly_below and amount.size >= money.plausible_low / 2:
            return False
        return amount.size < money.monthly_below and money.plausible_low <= amount.size * PER_YEAR[Period.MONTH]

    def believable(self, amount: Amount, period: Period | None = None) -> bool:
        """Whether an amount is believable as somebody's pay, for a period, its own or else the likeliest one."""
        money = self.context.lexicons.currency_by_code.get(amount.unit or "")
        if money is None:
            return False
        per_year = PER_YEAR[period or amount.period or self.likely_period(amount)]
        # "0.3 to 8 lakh": the lower end of a range may be no believable pay where the upper one is.
        lowest = (
            money.plausible_low / 2 if (amount.high or 0.0) * per_year >= money.plausible_low else money.plausible_low
        )
        return lowest <= amount.size * per_year <= money.plausible_high

    def is_whole(self, amount: Amount, above: Period | None) -> bool:
        """Whether an amount is so large, for its period, else that said ``above`` or a year, that it is all that one is paid."""
        money = self.context.lexicons.currency_by_code.get(amount.unit or "")
        period = amount.period if amount.period_stated else self.labelled_period(amount.start)
        return (
            money is not None and amount.size * PER_YEAR[period or above or Period.YEAR] >= WHOLE * money.plausible_low
        )

    def believable_in(self, words: str, span: Span) -> bool:
        """Whether words name a currency in which the figures of a cell are believable as pay."""
        currency = currency_in(words, self.context.lexicons, self.country)
        if currency is None:
            return False
        hints = Hints(currency=currency, country=self.country, bare=True, scale=scale_in(words))
        found = find_in(self.text, span, hints, self.context.lexicons)
        money = [a for a in found if a.kind is AmountKind.MONEY and a.problem is None]
        periods = (period_in(words, label=True), Period.MONTH, Period.YEAR)
        return bool(money) and all(any(self.believable(a, p) for p in periods) for a in money)

    def period_behind(self, amount: Amount, sentence: Span) -> Period | None:
        """``$24 low, $38 median and $59 high per hour``: the period said behind the last figure, of one that is no year's pay."""
        if amount.period is not None or self.believable(amount, Period.YEAR):
            return None
        behind = period_in(self.text[amount.end : sentence.end])
        if behind is None or not self.believable(amount, behind):
            return None
        hints = Hints(country=self.country)
        others = find_in(self.text, Span(amount.end, sentence.end), hints, self.context.lexicons)
        # "A basic X, and Y per hour in the air": figures of one time are alike.
        alike = (amount.size / ALIKE < other.size < amount.size * ALIKE for other in others)
        return behind if any(alike) else None

    def too_little(self, amount: Amount, period: Period) -> bool:
        """Whether an amount is less than believable pay, for a period shorter than a year."""
        money = self.context.lexicons.currency_by_code.get(amount.unit or "")
        if money is None or not amount.size or period is Period.YEAR:
            return False
        return amount.size * PER_YEAR[period] < money.plausible_low

    def unbelievable(self, amount: Amount, labelled: Sequence[Period] = ()) -> bool:
        """Whether an amount of a known currency is no believable pay for any period that it may be of."""
        if amount.unit is None or amount.problem is not None:
            return False
        usual = self.likely_period(amount)
        periods = [amount.period] if amount.period else [Period.YEAR, usual, *labelled, *(p for p, *_ in self._typical)]
        return not any(self.believable(amount, period) for period in periods)

    def no_pay_as_claimed(self, amount: Amount) -> bool:
        """Whether an amount that states no period is no believable pay for the one that it would be claimed for."""
        if amount.unit is None or amount.problem is not None:
            return False
        return not self.believable(amount, self.likely_period(amount))

    def home_currency(self, block: Block | None = None) -> str | None:
        """The currency of figures that carry none: the only one of the article, else its country's.

        What stands over a block may name the country of the block alone.
        """
        here = self.country_here(block) if block is not None and self.country is None else None
        if here is not None:
            return self.context.lexicons.currency_of(here)
        if len(self.currencies) == 1:
            return next(iter(self.currencies))
        return self.context.lexicons.currency_of(self.country) if not self.currencies else None


def _labels_of(table: Table, offset: int) -> Iterator[Cell]:
    """The first cell of the row, and the header's of the column, that the cell at an offset stands in."""
    for row in table.rows:
        for cell in row[1:] if row and row[0].start <= offset <= row[-1].end else ():
            if cell.start <= offset < cell.end:
                yield row[0]
                yield from (head for head in table.header if head.column == cell.column)
