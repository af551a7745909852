"""Salary claims: amounts of pay in prose, lists and tables, with everything that says what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.amounts import Amount, AmountKind, Form, Hints
from extract.attribution import Attribution, Found, TableView, nearest
from extract.claims.context import Context, reasons
from extract.claims.money import currency_in, find_in, is_pay, period_in, scale_in, segments
from extract.claims.places import Places
from extract.language import MentionKind, Passage
from extract.model import Block, BlockKind, Cell, Claim, Flag, Kind, Modality, Period, Span

_OVERALL = re.compile(r"\b(?:overall|across all|all levels|all experience|combined)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:often|typically|usually|frequently|commonly|generally)\s+(?:exceed|over|above|more|surpass|top|beyond)",
    re.IGNORECASE,
)
_SEASONED = re.compile(r"\bexperience", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """An amount where it stands: nearest words first. ``far`` are labels, introductions and headings."""

    amount: Amount
    segment: Span
    sentence: Span
    passage: Passage
    block: Block
    owner: Attribution
    far: tuple[Span, ...]
    earlier: Claim | None
    restates: bool = False


def salaries(context: Context) -> Iterator[Claim]:
    """The salary claims of an article."""
    reader = _Salaries(context)
    yield from reader.prose()
    yield from reader.tables()


class _Salaries:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.cues = context.cues
        self.places = Places(context)
        self.country = self.places.country

    # -- prose and lists -------------------------------------------------------------------------------------------------

    def prose(self) -> Iterator[Claim]:
        for block, passage in self.context.prose():
            words = self.text[block.start : block.end]
            if not any(character.isdigit() for character in words):
                continue
            found = find_in(self.text, Span(block.start, block.end), self._block_hints(block))
            money = [a for a in found if a.kind is AmountKind.MONEY or self._lost_sign(a)]
            for sentence in passage.sentences:
                inside = [a for a in money if sentence.start <= a.start < sentence.end]
                if inside and not self.context.says_nothing(sentence):
                    yield from self._sentence(block, passage, sentence, inside)

    def _block_hints(self, block: Block) -> Hints:
        """A bare list under a heading such as "Salary (₦)" takes its unit from there."""
        for span in self.context.labels(block):
            label = self.text[span.start : span.end]
            if self.cues.has("pay.labels", label):
                currency = currency_in(label, self.context.lexicons, self.country)
                if currency is not None:
                    item = block.kind is BlockKind.LIST_ITEM
                    scale = scale_in(label) if item else None
                    return Hints(currency=currency, country=self.country, bare=item, scale=scale)
        return Hints(country=self.country)

    def _lost_sign(self, amount: Amount) -> bool:
        """A plain number right behind a word for pay whose sign was lost: "an average base of 138,000"."""
        if (
            amount.kind is not AmountKind.NUMBER
            or amount.difference
            or (amount.high or amount.low or 0) < 10_000
        ):
            return False
        before = self.text[max(0, amount.start - 48) : amount.start]
        return (
            re.search(
                r"(?:salar|wage|pay\b|earn|compensation|income|base)\w*[^.;,\d]{0,30}$", before, re.IGNORECASE
            )
            is not None
        )

    def _sentence(
        self, block: Block, passage: Passage, sentence: Span, amounts: Sequence[Amount]
    ) -> Iterator[Claim]:
        far = tuple(self.context.labels(block))
        earlier: Claim | None = None
        pay_before = None
        owners = self._respectively(passage, block, sentence, amounts)
        for at, (amount, segment) in enumerate(
            zip(amounts, segments(self.text, sentence, amounts), strict=True)
        ):
            pay = is_pay(self.text, sentence, segment, amount, self.cues)
            if pay is None:
                pay = (
                    pay_before if pay_before is not None else self._pay_around(block, passage, sentence, far)
                )
            pay_before = pay if not amount.difference else pay_before
            if not pay:
                continue
            owner = owners[at] if owners else self.context.attributor.at(block, amount.start, amount.end)
            restates = self.cues.has("phrases.restates", self.text, sentence.start, amount.start)
            setting = Setting(amount, segment, sentence, passage, block, owner, far, earlier, restates)
            for claim in self._claims(setting):
                earlier = claim
                yield claim

    def _respectively(
        self, passage: Passage, block: Block, sentence: Span, amounts: Sequence[Amount]
    ) -> list[Attribution] | None:
        if not re.search(r"\brespectively\b", self.text[sentence.start : sentence.end], re.IGNORECASE):
            return None
        roles = [m for m in passage.of(MentionKind.ROLE, sentence.start, sentence.end)]
        keys = list(dict.fromkeys(m.key for m in roles)) or list(self.context.topics)
        if len(keys) != len(amounts):
            return None
        return [Attribution((key,), "paired off in order (respectively)", 0.85) for key in keys]

    def _pay_around(self, block: Block, passage: Passage, sentence: Span, far: Sequence[Span]) -> bool:
        """Whether the sentences before, the label, the introduction or the headings are about pay."""
        for span in far[:4]:
            if self.cues.has("pay.labels", self.text, span.start, span.end):
                return True
            if self.cues.has("pay.other_money", self.text, span.start, span.end):
                return False
        before = [s for s in passage.sentences if s.end <= sentence.start][-2:]
        return any(self.cues.has("pay.labels", self.text, s.start, s.end) for s in before)

    # -- qualifiers --------------------------------------------------------------------------------------------------------

    def _claims(self, setting: Setting) -> Iterator[Claim]:
        owner = setting.owner
        owner, stated = self.places.stand_in(setting.block, setting.sentence, owner)
        if not owner:
            return
        columns = self._columns(setting)
        sentence = setting.sentence
        modality = self.context.tone.modality(sentence, setting.segment)
        if self.context.tone.told(sentence):
            modality = Modality.REPORTED
        for role in owner.roles:
            yield self._claim(setting, role, stated, owner, modality, columns)

    def _columns(self, setting: Setting) -> dict[str, object]:
        amount = setting.amount
        level = self._level(setting)
        experience = self.context.qualifiers.experience(self.text, setting.segment)
        if experience is None and setting.block.label is not None:
            experience = self.context.qualifiers.experience(self.text, setting.block.label)
        origin = self._origin(setting)
        return {
            "level": level,
            "experience_min": experience.low if experience else None,
            "experience_max": experience.high if experience else None,
            "region": self._region(setting),
            "as_of": self._as_of(setting),
            "attributed_to": origin,
            "statistic": self._statistic(setting, origin),
            "basis": self._basis(setting),
            "period": self._period(amount, setting),
        }

    def _claim(
        self,
        setting: Setting,
        role: str,
        stated: str | None,
        owner: Attribution,
        modality: Modality,
        columns: dict[str, object],
        view: TableView | None = None,
    ) -> Claim:
        amount = setting.amount
        inferred = columns["period"] is None
        flags = self._flags(amount, inferred=inferred, stated=stated, modality=modality)
        claim = self.context.claim(
            Kind.SALARY,
            setting.block,
            Span(amount.start, amount.end),
            role,
            describe(amount, columns["period"] or Period.YEAR),
            rule="salary.table" if view else "salary.prose",
            confidence=owner.confidence * (0.9 if inferred else 1.0) * (0.7 if amount.problem else 1.0),
            because={**reasons(owner), **({"amount": amount.note} if amount.note else {})},
            stated_role=stated,
            low=amount.low,
            high=amount.high,
            low_open=amount.low_open,
            high_open=amount.high_open,
            unit=amount.unit,
            approximate=amount.approximate or self._loosely(amount),
            modality=modality,
            flags=flags,
            repairs=amount.repairs,
            quarantine=amount.problem is not None,
            period_inferred=inferred,
            **{**columns, "period": columns["period"] or Period.YEAR},
        )
        return claim if amount.problem is None else replace(claim, value=self.text[amount.start : amount.end])

    def _loosely(self, amount: Amount) -> bool:
        """ "Often exceeding X" is about X."""
        before = self.text[max(0, amount.start - 14) : amount.start + 14]
        return amount.form is Form.LOWER and _OFTEN.search(before) is not None

    @staticmethod
    def _flags(amount: Amount, *, inferred: bool, stated: str | None, modality: Modality) -> tuple[Flag, ...]:
        flags = list(amount.flags)
        if amount.problem is not None:
            flags.append(amount.problem)
        elif amount.unit is None:
            flags.append(Flag.MISSING_CURRENCY)
        if stated is not None:
            flags.append(Flag.PROXY_ROLE)
        if inferred:
            flags.append(Flag.INFERRED_PERIOD)
        if modality is Modality.HEDGED:
            flags.append(Flag.HEDGED)
        return tuple(dict.fromkeys(flags))

    def _level(self, setting: Setting) -> str | None:
        qualifiers, amount, text = self.context.qualifiers, setting.amount, self.text
        own = nearest(qualifiers.levels(text, setting.segment, setting.passage), amount.start, amount.end)
        if own is not None:
            return own.value
        if _OVERALL.search(text, setting.segment.start, setting.segment.end):
            return None
        stated = setting.owner.stated
        own_subject = stated is not None and setting.segment.start <= stated.start < setting.segment.end
        if (own_subject and setting.earlier is not None) or qualifiers.experience(text, setting.segment):
            return None
        before = qualifiers.levels(text, Span(setting.sentence.start, amount.start), setting.passage)
        if before and setting.earlier is not None and before[-1].end <= setting.earlier.char_start:
            return before[-1].value
        if before and setting.earlier is None:
            return before[-1].value
        if stated is not None and not setting.sentence.start <= stated.start < setting.sentence.end:
            beside = qualifiers.levels(text, Span(max(0, stated.start - 16), stated.end), setting.passage)
            if beside:
                return beside[-1].value
        if _SEASONED.search(text, setting.sentence.start, setting.sentence.end):
            return None
        return self._level_of_labels(setting)

    def _level_of_labels(self, setting: Setting) -> str | None:
        for span in setting.far[:3]:
            passage = self.places.passage_of(span)
            found = self.context.qualifiers.levels(self.text, span, passage, label=True)
            values = {f.value for f in found}
            if len(values) == 1:
                return found[0].value
            if values:
                return None
        return None

    def _region(self, setting: Setting) -> str | None:
        own = self.context.qualifiers.regions(setting.passage, setting.segment)
        found = nearest(own, setting.amount.start, setting.amount.end)
        if found is None:
            whole = self.context.qualifiers.regions(setting.passage, setting.sentence)
            found = nearest(whole, setting.amount.start, setting.amount.end)
        return (
            found.value
            if found
            else self.places.region(setting.block, setting.passage, setting.sentence, setting.far)
        )

    def _as_of(self, setting: Setting) -> str | None:
        found = self.context.qualifiers.as_of(self.text, setting.segment)
        if found is None:
            found = self.context.qualifiers.as_of(self.text, setting.sentence)
        if found is None and setting.far:
            found = self.context.qualifiers.as_of(self.text, setting.far[0])
        return found.value if found else None

    def _origin(self, setting: Setting) -> str | None:
        for span in (setting.segment, setting.sentence):
            found = nearest(
                self.context.qualifiers.origins(setting.passage, span),
                setting.amount.start,
                setting.amount.end,
            )
            if found:
                return found.value
        return self.places.origin(setting.block, setting.passage, setting.sentence)

    def _statistic(self, setting: Setting, origin: str | None) -> str | None:
        amount, text = setting.amount, self.text
        own = self.context.qualifiers.statistics(text, setting.segment)
        before = [f for f in own if f.end <= amount.start]
        found = before[-1] if before else nearest(own, amount.start, amount.end)
        if amount.form is Form.RANGE:
            close = (
                found is not None
                and found.value in {"mean", "median"}
                and 0 <= amount.start - found.end <= 40
            )
            if found is None and setting.earlier is not None and setting.earlier.low != setting.earlier.high:
                return setting.earlier.statistic
            return found.value if found and close else "range"
        if found is not None and (found.value != "typical" or amount.form is Form.POINT):
            return found.value
        if amount.form is not Form.POINT:
            return None
        carried = self._carried_statistic(setting)
        if carried:
            return carried
        known = self.context.lexicons.origin_by_name.get(origin) if origin else None
        return known.statistic if known else None

    def _carried_statistic(self, setting: Setting) -> str | None:
        if setting.earlier is not None and setting.earlier.statistic in {"mean", "median"}:
            return setting.earlier.statistic
        sentence_wide = self.context.qualifiers.statistics(self.text, setting.sentence)
        if sentence_wide and sentence_wide[0].value in {"mean", "median"} and setting.earlier is None:
            return sentence_wide[0].value
        spans = list(setting.far[:2])
        if setting.restates:
            spans = [s for s in setting.passage.sentences if s.end <= setting.sentence.start][-1:] + spans
        for span in spans:
            found = [
                f
                for f in self.context.qualifiers.statistics(self.text, span)
                if f.value in {"mean", "median"}
            ]
            if found:
                return found[0].value
        return None

    def _basis(self, setting: Setting) -> str | None:
        amount = setting.amount
        own = self.context.qualifiers.bases(self.text, setting.segment)
        found = nearest(own, amount.start, amount.end)
        if found is not None:
            return found.value
        if (
            setting.earlier is not None
            and setting.earlier.basis in {"base", "total"}
            and amount.form is Form.RANGE
        ):
            return setting.earlier.basis
        for span in setting.far[:2]:
            labelled = [f for f in self.context.qualifiers.bases(self.text, span) if f.value != "bonus"]
            if len({f.value for f in labelled}) == 1:
                return labelled[0].value
        return None

    def _period(self, amount: Amount, setting: Setting) -> Period | None:
        if amount.period is not None:
            return amount.period
        for span in (setting.segment, setting.sentence, *setting.far[:6]):
            found = period_in(self.text[span.start : span.end])
            if found is not None:
                return found
        return None

    # -- tables ------------------------------------------------------------------------------------------------------------

    def tables(self) -> Iterator[Claim]:
        for view in self.context.tables:
            for cell in view.body():
                if any(character.isdigit() for character in view.words(cell)) and self._is_pay_cell(
                    view, cell
                ):
                    yield from self._cell(view, cell)

    def _is_pay_cell(self, view: TableView, cell: Cell) -> bool:
        labels = [view.words(other) for other, _ in view.qualifiers(cell)]
        for label in labels[:2]:
            if (
                self.cues.has("pay.other_money", label)
                or self.cues.has("outlook.growth", label)
                and "%" in view.words(cell)
            ):
                return False
            if self.cues.has("pay.labels", label):
                return True
        if any(self.cues.has("pay.labels", label) for label in labels[2:]):
            return True
        if self.cues.has("pay.labels", view.words(cell)):
            return True
        lines = [self.text[span.start : span.end] for span, _ in view.lines()[:3]]
        if not any(self.cues.has("pay.labels", line) for line in lines):
            return False
        plain = find_in(self.text, Span(cell.start, cell.end), Hints(country=self.country))
        return any(a.kind is AmountKind.MONEY for a in plain) or self._only_qualifies(view, cell)

    def _only_qualifies(self, view: TableView, cell: Cell) -> bool:
        """Whether row label and header name nothing but roles, levels, places, dates and statistics."""
        for other, passage in view.qualifiers(cell)[:2]:
            span = Span(other.start, other.end)
            known = (
                passage.mentions
                or self.context.qualifiers.levels(self.text, span, passage, label=True)
                or self.context.qualifiers.statistics(self.text, span, label=True)
                or self.context.qualifiers.experience(self.text, span)
            )
            if not known:
                return False
        return True

    def _cell(self, view: TableView, cell: Cell) -> Iterator[Claim]:
        passage = view.passage(cell)
        whole = Span(cell.start, cell.end)
        found = [
            a
            for a in find_in(self.text, whole, self._cell_hints(view, cell))
            if a.kind is AmountKind.MONEY and not a.difference
        ]
        owner = view.owner(cell)
        if not owner:
            owner = self._owner_inside(view, passage)
        if not owner:
            return
        far = tuple(Span(other.start, other.end) for other, _ in view.qualifiers(cell))
        lines = tuple(span for span, _ in view.lines())
        paired = self._paired_regions(view, cell, len(found))
        for at, (amount, segment) in enumerate(zip(found, segments(self.text, whole, found), strict=True)):
            setting = Setting(amount, segment, whole, passage, view.block, owner, (*far, *lines), None)
            columns = self._cell_columns(setting, view, cell)
            if paired:
                columns["region"] = paired[at]
            stated = self._stated_in_cell(passage, segment, owner)
            modality = self.context.tone.modality(whole)
            for role in owner.roles:
                claim = self._claim(setting, role, stated, owner, modality, columns, view)
                yield self.context.in_table(claim, view, cell)

    def _owner_inside(self, view: TableView, passage: Passage) -> Attribution:
        inside = passage.of(MentionKind.ROLE)
        if inside:
            return Attribution((inside[0].key,), "named in the cell", 0.85)
        return view.context

    @staticmethod
    def _stated_words(passage: Passage, segment: Span, owner: Attribution) -> Found | None:
        others = [
            m for m in passage.of(MentionKind.ROLE, segment.start, segment.end) if m.key not in owner.roles
        ]
        return Found(others[0].key, others[0].start, others[0].end) if others else None

    def _stated_in_cell(self, passage: Passage, segment: Span, owner: Attribution) -> str | None:
        other = self._stated_words(passage, segment, owner)
        return self.text[other.start : other.end] if other else None

    def _cell_hints(self, view: TableView, cell: Cell) -> Hints:
        labels = [view.words(other) for other, _ in view.qualifiers(cell)]
        labels += [self.text[span.start : span.end] for span, _ in view.lines()[:2]]
        currency = next(
            (c for label in labels if (c := currency_in(label, self.context.lexicons, self.country))), None
        )
        near = [
            *labels[:4],
            *([] if view.table.title is None else [self.text[view.table.title.start : view.table.title.end]]),
        ]
        scale = next((s for label in near if (s := scale_in(label))), None)
        return Hints(
            currency=currency,
            country=self.country,
            bare=self.cues.has("pay.labels", " | ".join(labels)),
            scale=scale,
        )

    def _cell_columns(self, setting: Setting, view: TableView, cell: Cell) -> dict[str, object]:
        columns = self._columns(setting)
        siblings = [Span(other.start, other.end) for other in view.siblings(cell)]
        if columns["level"] is None:
            columns["level"] = self._level_of_cells(view, cell, siblings)
        if columns["experience_min"] is None and columns["experience_max"] is None:
            for span in (*setting.far[:2], *siblings):
                band = self.context.qualifiers.experience(self.text, span)
                if band is not None:
                    columns["experience_min"], columns["experience_max"] = band.low, band.high
                    break
        columns["region"] = self._region_of_cells(view, cell) or columns["region"]
        columns["as_of"] = columns["as_of"] or self._labelled_date(setting)
        columns["attributed_to"] = columns["attributed_to"] or self._labelled_origin(view, cell)
        columns["statistic"] = self._labelled_statistic(setting, view, cell, columns)
        return columns

    def _level_of_cells(self, view: TableView, cell: Cell, siblings: Sequence[Span]) -> str | None:
        around = [(Span(other.start, other.end), passage) for other, passage in view.qualifiers(cell)[:2]]
        around += [
            (span, Passage(span.start, span.end, (), ())) for span in siblings if span.end - span.start < 40
        ]
        for span, passage in around:
            found = self.context.qualifiers.levels(self.text, span, passage, label=True)
            if found:
                return found[0].value
        return None

    def _region_of_cells(self, view: TableView, cell: Cell) -> str | None:
        for other, passage in view.qualifiers(cell):
            found = self.context.qualifiers.regions(passage, Span(other.start, other.end))
            if found:
                return found[0].value
        return None

    def _paired_regions(self, view: TableView, cell: Cell, count: int) -> list[str]:
        """Two amounts under "UK / Germany" are each country's."""
        for other, passage in view.qualifiers(cell)[:2]:
            found = self.context.qualifiers.regions(passage, Span(other.start, other.end))
            if count > 1 and len(found) == count:
                return [f.value for f in found]
        return []

    def _labelled_date(self, setting: Setting) -> str | None:
        for span in setting.far[:5]:
            found = self.context.qualifiers.as_of(self.text, span)
            if found is not None:
                return found.value
        return None

    def _labelled_origin(self, view: TableView, cell: Cell) -> str | None:
        spans = [(Span(other.start, other.end), passage) for other, passage in view.qualifiers(cell)]
        for span, passage in [*spans, *view.lines()[:4]]:
            found = self.context.qualifiers.origins(passage, span)
            if found:
                return found[0].value
        return None

    def _labelled_statistic(
        self, setting: Setting, view: TableView, cell: Cell, columns: dict[str, object]
    ) -> str | None:
        for other, _ in view.qualifiers(cell)[:3]:
            found = self.context.qualifiers.statistics(self.text, Span(other.start, other.end), label=True)
            if found:
                return found[0].value
        said = columns["statistic"]
        return str(said) if said is not None else None


def describe(amount: Amount, period: str) -> str:
    """An amount in canonical words: ``USD 63000-86000 / year``, ``EUR 120000+ / year``, ``GBP up to 400 / day``."""
    unit = amount.unit or "?"
    low, high = (
        None if n is None else f"{n:g}" if abs(n) < 1e6 and n != int(n) else f"{n:.0f}"
        for n in (amount.low, amount.high)
    )
    if low is None and high is None:
        return unit
    if low is None:
        body = f"up to {high}"
    elif high is None:
        body = f"{low}+"
    else:
        body = low if low == high else f"{low}-{high}"
        body += "+" if amount.high_open else ""
    return f"{unit} {body} / {period}"
