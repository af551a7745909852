"""Salary claims in tables: which cells are pay, and what headers, labels, titles and notes say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.amounts import Amount, AmountKind, Form, Hints
from extract.attribution import Attribution, Found, TableView, kept
from extract.claims.context import SUM, place
from extract.claims.pay import table_labels
from extract.claims.pay.beside import of_pieces
from extract.claims.pay.cell_owners import owners_in_cell
from extract.claims.pay.ends import without_dash
from extract.claims.pay.figures import Figures, Meaning, Setting
from extract.claims.pay.ladders import rung_of
from extract.claims.pay.marks import is_of_others
from extract.claims.pay.measures import currency_in, period_in, scale_in
from extract.claims.pay.money import find_in, of_money, segments
from extract.claims.pay.of_all import Stated
from extract.claims.pay.on_top import holds_extras
from extract.claims.pay.open_ends import cut_off_in
from extract.claims.pay.periods import of_another_column, of_its_row
from extract.claims.pay.range_columns import between_ends, is_range_of_pay, lost_dashes, lower_end, upper_end
from extract.claims.pay.statistics import percentile_of
from extract.claims.pay.table_places import GENERIC, among_places, region_of
from extract.claims.pay.years import date_of_row, years_of_row
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import EARN, MAY
from extract.model import Cell, Claim, Span

LONGEST_LEVEL, LOST_COLUMNS, MANY_SOURCES = 3, 3, 3
"""In words; so many sums in one cell are of columns whose headers nothing names any more, so many sources nobody's own."""
_DIGIT = re.compile(r"\d")
_UNKNOWN = re.compile(r"[^\W\d_]{3,}")
_YEARS = re.compile(r"\b(?:years?|yrs?|experience|yoe|tenure)\b", re.IGNORECASE)
_SHORT_FIGURES = re.compile(r"\s*\d{1,3}(?:[.,]\d)?(?:\s?(?:[-–—]|to)\s?\d{1,3}(?:[.,]\d)?)?\+?\s*")
# A level in brackets at the end of a cell, as in "Tech lawyer (mid-level)".
_ASIDE = re.compile(r"\((\w+(?:[\s-]level)?)\)(?=\s*\|?\Z)")
# A cell of a column of currencies: "EUR", "EUR/month".
_CODE = re.compile(r"[A-Z]{3}(?:\s?/\s?[a-z]+|\sper\s[a-z]+)?")
_MONEY_ALONE = re.compile(r"\(?(?:[^\w\s]{1,2}|[A-Z]{1,3}[$.]?|Rs\.?)\)?")
# A step of a scale, and no sum: "SG 15", "Band 6", "7".
_STEP = re.compile(r"\s*(?:[A-Za-z]{1,5}[\s.-]?)?\d{1,2}[A-Za-z]?\s*")
# "(a CFO can get far more)": another's pay, told beside.
_GETS = re.compile(
    rf"[^()\d]{{0,30}}\b(?:{MAY}|{EARN}|exceeds?|reach(?:es)?|goe?s?\s(?:\w+\s)?(?:past|beyond|above|over)|higher|lower)\b",
    re.IGNORECASE,
)


class PayTables:
    """Reads the pay in the tables of one article."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.context = figures.context
        self.text = figures.text
        self.cues = figures.cues
        self._places: dict[int, Mapping[int, str]] = {}

    def claims(self) -> Iterator[Claim]:
        """A claim for each amount of each cell and each role that it belongs to."""
        for view in self.context.tables:
            for cell in () if holds_extras(self.figures.units, view) else view.body():
                if _DIGIT.search(self.text, cell.start, cell.end) is None or not self._is_pay(view, cell):
                    continue
                if not any(self._by_the_piece(span) for span, _ in view.qualifiers(cell)):
                    yield from self._cell(view, cell)

    # -- is it pay? --------------------------------------------------------------------------------------------------------

    def _is_pay(self, view: TableView, cell: Cell) -> bool:
        """Row label and header decide, then the corner and the cell itself, then the title and the lines above."""
        spans = view.qualifiers(cell)
        labels = [self.context.unnamed(span) for span, _ in spans]
        for at, label in enumerate(labels[: len(view.near(cell))]):
            # An industry named for its money ("Non-profit", "Insurance") says nothing of the figures beside it.
            said = None if at == 0 and view.counts_off_other else self._label_says(label, cell)
            if said is not None:
                return said
        told = any(self.cues.has("pay.labels", words) for words in (*labels[2:], view.words(cell)))
        if told or is_range_of_pay(view, cell, self.cues):
            return True
        money = self._money(cell)
        if between_ends(view, cell) if money else self._under_currency(labels[:3], cell):
            return True
        lines = [self.context.unnamed(span) for span, _ in view.lines[:4]]
        if any(self.cues.has("pay.labels", line) or table_labels.is_period(line) for line in lines[:3]):
            return bool(money) or self._only_qualifies(view, cell) or self._under_title(lines[:2], cell)
        if any(self.cues.has("pay.labels", line) for line in lines[3:]):
            return self._only_qualifies(view, cell)
        sound = [a for a in money if a.problem is None]
        units = self.figures.units
        likely = bool(money) and all(units.believable(a) or units.in_cents(a) is not None for a in sound)
        rated = [line for line in lines[:2] if period_in(line, label=True)]
        likely = likely or self._told_of_all(view, cell) or self._under_title(rated, cell)
        return likely and self._only_qualifies(view, cell)

    @kept
    def _by_the_piece(self, label: Span) -> bool:
        return of_pieces(self.text, label, self.cues)

    def _under_currency(self, labels: Sequence[str], cell: Cell) -> bool:
        """Whether figures stand under a header that names their currency ("Baker (₦)") and are believable as pay.

        A row's label tells it with its period or in brackets: "Malta (EUR/month)".
        """
        told = [label for label in labels[:1] if "(" in label or period_in(label, label=True)] + [*labels[1:2]]
        # A corner that is nothing but a sign: "£".
        told += [label for label in labels[2:] if _MONEY_ALONE.fullmatch(label.strip())]
        # A PHP developer is paid in any currency.
        return any(self.figures.units.believable_in(label, Span(cell.start, cell.end)) for label in told)

    def _told_of_all(self, view: TableView, cell: Cell) -> bool:
        """Whether figures are believable as pay in the currency that a sentence states of all: "All amounts are in PLN"."""
        stated = self.figures.units.of_all.stated(view.block)
        return stated is not None and self.figures.units.believable_in(stated.currency, Span(cell.start, cell.end))

    def _under_title(self, lines: Sequence[str], cell: Cell) -> bool:
        """Whether figures stand under a title that names their currency: "Pay at a glance (monthly, Dh)"."""
        titles = filter(table_labels.is_title, lines)
        return any(self.figures.units.believable_in(title, Span(cell.start, cell.end)) for title in titles)

    def _label_says(self, label: str, cell: Cell) -> bool | None:
        words = self.text[cell.start : cell.end]
        grown = "%" in words and self.cues.has("outlook.growth", label)
        if grown or (_STEP.fullmatch(words) and self.cues.has("pay.grades", label)):
            return False
        said, of_money = table_labels.said_by(label, self.cues)
        return of_money if said is not of_money and self._money(cell) else said

    def _money(self, cell: Cell) -> list[Amount]:
        """The sums of a cell as far as they are read without hints."""
        return [a for a in self.figures.units.plain(Span(cell.start, cell.end)) if a.kind is AmountKind.MONEY]

    def _only_qualifies(self, view: TableView, cell: Cell) -> bool:
        """Whether row label and header name nothing but roles, levels, places, years and statistics."""
        qualifiers, lines = self.context.qualifiers, [self.context.unnamed(span) for span, _ in view.lines[:2]]
        paid = bool(self._money(cell)) or self._told_of_all(view, cell) or self._under_title(lines, cell)
        for span, passage in view.near(cell):
            known = (
                passage.mentions
                or qualifiers.levels(self.text, span, passage, label=True)
                or qualifiers.statistics(self.text, span, label=True)
                or qualifiers.experience(self.text, span)
                or qualifiers.as_of(self.text, span)
                or table_labels.STEP_ABOVE.fullmatch(self.text, span.start, span.end)
                or (paid and self.cues.has("pay.contracts", self.text, span.start, span.end))
                or (paid and self.cues.pattern("structure.kinds").fullmatch(self.text, span.start, span.end))
                # "+2%" beside it names nothing.
                or not any(map(str.isalpha, self.text[span.start : span.end]))
            )
            if not known:
                return False
        return True

    # -- claims ------------------------------------------------------------------------------------------------------------

    def _cell(self, view: TableView, cell: Cell) -> Iterator[Claim]:
        passage, whole = view.passage(cell), Span(cell.start, cell.end)
        found = of_money(self.text, self._amounts(view, cell))
        if (ends := without_dash(self.text, found)) is not None and lost_dashes(view, cell):
            found = [ends]
        found = [self._whole(cut_off_in(self.text, a, cell), view, cell) for a in found]
        low = lower_end(view, cell)
        if low is not None and self._point(view, low) is not None:
            return
        parts = segments(self.text, whole, found)
        owners = owners_in_cell(view.owner(cell), view, passage, parts)
        everybody = view.context if view.of_everybody else None
        if not all(owners) or everybody in owners or self._of_another(view, cell):
            return
        around = [span for span, _ in view.qualifiers(cell)]
        far = (*around, *(span for span, _ in view.lines))
        paired = self._paired_regions(view, cell, len(found))
        for at, (amount, segment, owner) in enumerate(zip(found, parts, owners, strict=True)):
            setting = Setting(amount, segment, whole, passage, view.block, owner, far)
            meaning = self._meaning(setting, view, cell)
            if paired or len(found) >= LOST_COLUMNS:
                meaning = replace(meaning, region=paired[at] if paired else self.figures.country)
            stated = self._stated(passage, segment, owner)
            for role in owner.roles:
                modality = self.context.tone.modality(whole)
                yield self.figures.claim(
                    setting, role, stated, owner, meaning, modality, "salary.table", **place(view, cell)
                )

    def _amounts(self, view: TableView, cell: Cell) -> Sequence[Amount]:
        """The amounts of a cell, read by the hints of its table unless its figures say all by themselves."""
        hints, whole = self._hints(view, cell), Span(cell.start, cell.end)
        plain = self.figures.units.plain(whole)
        if hints.scale is None and self._is_settled(plain, whole, hints.currency):
            return plain
        return find_in(self.text, whole, hints, self.context.lexicons)

    def _is_settled(self, plain: Sequence[Amount], whole: Span, currency: str | None) -> bool:
        """Whether all figures of a cell are sound amounts in the currency that is expected of it, the country's own."""
        if not plain or currency is None or self.context.lexicons.currency_of(self.figures.country) != currency:
            return False
        ends = (whole.start, *(end for a in plain for end in (a.start, a.end)), whole.end)
        beside = zip(ends[::2], ends[1::2], strict=True)
        return all(a.kind is AmountKind.MONEY and a.problem is None and a.unit == currency for a in plain) and not any(
            _DIGIT.search(self.text, start, end) for start, end in beside
        )

    def _point(self, view: TableView, cell: Cell, form: Form = Form.POINT) -> Amount | None:
        """The only amount of a cell, one figure."""
        found = of_money(self.text, self._amounts(view, cell))
        return found[0] if len(found) == 1 and found[0].form is form and found[0].problem is None else None

    def _whole(self, amount: Amount, view: TableView, cell: Cell) -> Amount:
        """A sum under ``Low`` with that under ``High`` beside it as a range."""
        other = upper_end(view, cell) if amount.form is Form.POINT else None
        if other is None or amount.low is None:
            return amount
        # "25,000+" is open.
        high = self._point(view, other) or self._point(view, other, Form.LOWER)
        most = (high.high or high.low) if high is not None else None
        if high is None or most is None or most <= amount.low:
            return amount
        return replace(amount, high=most, high_open=high.high_open, end=max(amount.end, high.end))

    def _of_another(self, view: TableView, cell: Cell) -> bool:
        """Whether a row stands in a column of titles but names one that nobody knows: its pay is not the article's role's."""
        label = view.label(cell.row)
        if view.by_columns or label is None or cell.row in view.row_roles:
            return False
        corner = view.words(view.header(view.label_column))
        titles = self.cues.heads("titles", corner)
        if not titles and len(view.row_roles) * 2 < len(view.table.rows):
            return False
        span, qualifiers = Span(label.start, label.end), self.context.qualifiers
        passage = view.passage(label)
        known = [*self._levels_of(view, label), *qualifiers.statistics(self.text, span, label=True)]
        known += qualifiers.regions(self.text, passage, span)
        if qualifiers.experience(self.text, span) is not None or _YEARS.search(view.words(label)):
            return False
        words = self.text[span.start : span.end]
        for found in known:
            first, last = found.start - span.start, found.end - span.start
            words = words[:first] + " " * (last - first) + words[last:]
        unknown = GENERIC.sub(" ", words)
        return _UNKNOWN.search(unknown) is not None and not self._is_rung(view, unknown)

    def _is_rung(self, view: TableView, title: str) -> bool:
        """``Analyst`` among ``Associate`` and ``Vice President``: a bare title in a column of levels is a level too."""
        labels = [label for row in range(len(view.table.rows)) if (label := view.label(row)) is not None]
        levels = sum(bool(self._levels_of(view, label)) for label in labels)
        return title.strip().lower() in self.context.lexicons.role_heads and levels * 2 >= len(labels)

    def _levels_of(self, view: TableView, label: Cell) -> Sequence[Found]:
        return self.context.qualifiers.levels(self.text, Span(label.start, label.end), view.passage(label), label=True)

    def _stated(self, passage: Passage, segment: Span, owner: Attribution) -> str | None:
        """Another role in the cell, in brackets, is whose figure it really is."""
        named = passage.of(MentionKind.ROLE, segment.start, segment.end)
        others = [m for m in named if m.key not in owner.roles and not _GETS.match(self.text, m.end, segment.end)]
        return self.text[others[0].start : others[0].end] if others else None

    def _hints(self, view: TableView, cell: Cell) -> Hints:
        labels, lines = [span for span, _ in view.qualifiers(cell)], [span for span, _ in view.lines[:2]]
        codes = [words for other in view.siblings(cell) if _CODE.fullmatch(words := view.words(other).strip())]
        title = [] if view.table.title is None else [self.text[view.table.title.start : view.table.title.end]]
        country, home = self.figures.country, self.figures.units.home_currency(view.block)
        coded = (currency_in(code, self.context.lexicons, country, home) for code in codes)
        named = (*map(self._currency, labels), *coded, *map(self._currency, lines))
        currency = next(filter(None, named), home)
        scales = (*map(self._scale, labels), *map(scale_in, (*codes, *title)), *map(self._scale, lines[:1]))
        scale = next(filter(None, scales), None)
        stated = self.figures.units.of_all.stated(view.block)
        if stated is not None and currency in {None, stated.currency}:
            currency, scale = stated.currency, scale or self._scale_of(stated, cell)
        return Hints(currency=currency, country=country, bare=True, scale=scale)

    @kept
    def _currency(self, label: Span) -> str | None:
        """The currency that a label or line names."""
        home = self.figures.units.home_currency()
        return currency_in(self.context.unnamed(label), self.context.lexicons, self.figures.country, home)

    @kept
    def _scale(self, label: Span) -> int | None:
        """What a label or line says that figures are multiplied by."""
        return scale_in(self.context.unnamed(label))

    def _scale_of(self, stated: Stated, cell: Cell) -> int | None:
        """The scale that is stated for all figures, where those of a cell are short and carry no sign."""
        return stated.scale if _SHORT_FIGURES.fullmatch(self.text, cell.start, cell.end) else None

    def _paired_regions(self, view: TableView, cell: Cell, count: int) -> list[str]:
        """Two amounts under "UK / Germany" are each country's."""
        for span, passage in view.near(cell):
            found = self.context.qualifiers.regions(self.text, passage, span)
            if count > 1 and len(found) == count:
                return [f.value for f in found]
        return []

    # -- what the table says -------------------------------------------------------------------------------------------------

    def _meaning(self, setting: Setting, view: TableView, cell: Cell) -> Meaning:
        meaning = self.figures.meaning(setting)
        siblings = [Span(other.start, other.end) for other in view.siblings(cell)]
        # What the row says goes before what the headings do.
        if self.context.qualifiers.experience(self.text, setting.segment) is None:
            years = years_of_row(self.context, view, cell, setting.far[:2])
            if years is not None:
                meaning = replace(meaning, experience_min=years.low, experience_max=years.high)
        if meaning.period != setting.amount.period and of_another_column(view, cell, meaning.period):
            meaning = replace(meaning, period=None)
        if setting.amount.period is None and (period := of_its_row(view, cell)) is not None:
            believed = self.figures.units.believable(setting.amount, period)
            meaning = replace(meaning, period=period if believed else meaning.period)
        stated = self.figures.units.of_all.stated(view.block)
        return replace(
            meaning,
            level=rung_of(self.context, view, cell, meaning.level or self._level(view, cell, siblings)),
            region=region_of(self.context, view, cell) or self._headed(view).get(cell.column) or meaning.region,
            as_of=date_of_row(self.context, view, cell) or meaning.as_of or self._dated(setting.far[:5]),
            basis=meaning.basis or (stated.basis if stated is not None else None),
            attributed_to=meaning.attributed_to or self._origin(view, cell, meaning.basis),
            statistic=self._statistic(setting, view, cell) or meaning.statistic or self._noted(setting, view),
        )

    def _headed(self, view: TableView) -> Mapping[int, str]:
        """The places that only the other headers tell to be some, by column."""
        if view.table.index not in self._places:
            self._places[view.table.index] = among_places(self.context, view)
        return self._places[view.table.index]

    def _noted(self, setting: Setting, view: TableView) -> str | None:
        """The statistic of a whole table: "average full-time" in the line above, "salary averages" in the note below."""
        if setting.amount.form is not Form.POINT:
            return None
        lines = [span for span, _ in view.lines[:3] if table_labels.tells_all(self.context, span)]
        found = (f.value for span in lines for f in self.context.qualifiers.statistics(self.text, span))
        return next((value for value in found if value in {"mean", "median"}), None)

    def _level(self, view: TableView, cell: Cell, siblings: Sequence[Span]) -> str | None:
        for span, passage in view.near(cell):
            found = self.context.qualifiers.levels(self.text, span, passage, label=True)
            if found:
                return found[0].value
        # "£25,000 starter" beside it is the level of that figure.
        siblings = [span for span in siblings if SUM.search(self.text, span.start, span.end) is None]
        asides = [Span(*m.span(1)) for span in siblings for m in _ASIDE.finditer(self.text, span.start, span.end)]
        for span in (*siblings, *asides):
            # "Typical mid-career managers" beside it says who is paid so, and no level.
            said = self.text[span.start : span.end].partition("(")[0]
            own, within = Span(span.start, span.start + len(said)), self.context.passage_of(span)
            found = self.context.qualifiers.levels(self.text, own, within, label=True)
            if len(found) == 1 and len(said.split()) <= LONGEST_LEVEL:
                return found[0].value
        if table_labels.STARTS.fullmatch(view.header_words(cell.column)):
            return "entry"
        group = table_labels.over_group(view, cell)
        if group is not None and (found := self._levels_of(view, group)):
            return found[0].value
        beside = [span for span, _ in view.qualifiers(cell)]
        return self.figures.levels.over_table(view.lines, beside) if self._is_about_one(view, cell) else None

    def _is_about_one(self, view: TableView, cell: Cell) -> bool:
        """Whether neither row nor column counts off years of experience: what stands over the table may be its level."""
        qualifiers = view.qualifiers(cell)
        said = any(_YEARS.search(self.text, span.start, span.end) for span, _ in qualifiers)
        return not said and all(self.context.qualifiers.experience(self.text, span) is None for span, _ in qualifiers)

    def _dated(self, spans: Sequence[Span]) -> str | None:
        return next((date.value for span in spans if (date := self.context.qualifiers.as_of(self.text, span))), None)

    def _origin(self, view: TableView, cell: Cell, basis: str | None) -> str | None:
        employer = view.label(cell.row) if view.counts_off_other else None
        for span, passage in [*view.qualifiers(cell), *view.lines[:4]]:
            found = [] if is_of_others(self.text, view, cell, span) else self.context.qualifiers.origins(passage, span)
            if employer is not None and span.start == employer.start:
                # A consultancy in a column of firms pays, though it publishes figures too.
                known = self.context.lexicons.origin_by_name
                found = [f for f in found if f.value in known and known[f.value].kind == "aggregator"]
            if found:
                own = table_labels.of_basis(self.context.qualifiers.bases(self.text, span), found, basis)
                return own or (found[0].value if len({f.value for f in found}) < MANY_SOURCES else None)
        return None

    def _statistic(self, setting: Setting, view: TableView, cell: Cell) -> str | None:
        if setting.amount.end > cell.end:
            return "range"
        corner = view.header(view.label_column)
        share = percentile_of(view, cell)
        if share is not None or between_ends(view, cell):
            return share or "typical"
        # "Typical role" over titles says nothing of their pay.
        titles = corner.start if corner is not None and self.cues.heads("titles", view.words(corner)) else -1
        for span, _ in view.qualifiers(cell)[:3]:
            found = self.context.qualifiers.statistics(self.text, span, label=True) if span.start != titles else ()
            if found:
                # "P25-P75" over a range: its ends.
                said, ends = {f.value for f in found}, setting.amount.high != setting.amount.low
                return "range" if ends and (len(said) > 1 or said == {"typical"}) else found[0].value
        return None
