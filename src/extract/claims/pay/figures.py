"""What a figure of pay means: level, experience, region, date, origin, statistic, basis, period; and the claim made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.amounts import Amount, Form
from extract.attribution import Attribution, Found, is_elsewhere, kept, nearest
from extract.claims.context import SUM, Context, reasons
from extract.claims.pay.dated import date_of
from extract.claims.pay.equivalents import Equivalents
from extract.claims.pay.levels import Levels
from extract.claims.pay.meant import added, in_all, shares_in_another, told_aside
from extract.claims.pay.measures import describe, period_in, period_said_last
from extract.claims.pay.notes import Notes
from extract.claims.pay.open_ends import as_bound, begins_at, cut_off, is_loose, is_middle, lost_part, moves_to
from extract.claims.pay.places import FEWEST_IN_ROW, Places, among_several, in_a_row, in_others
from extract.claims.pay.sexes import whose_sex
from extract.claims.pay.stand_ins import StandIns
from extract.claims.pay.statistics import PARTED, Statistics
from extract.claims.pay.units import Units
from extract.claims.pay.years import outgrown, years_of
from extract.language import MentionKind, Passage
from extract.lexicons import key
from extract.lexicons.fragments import ABOUT, AGAINST, MAY, PAY, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Block, BlockKind, Claim, Flag, Kind, Modality, Period, Span
from extract.reading.money import MARK, TAIL

_INCLUDING = re.compile(r"\b(?:including|inclusive of|counting)\s(?:\w+\s){0,2}$", re.IGNORECASE)
# "those with overtime earn": what they earn is more than that.
_EARNED_WITH = re.compile(rf"\s(?:{MAY}\s)?(?:earn|make|take|get|bring)s?\b")
_ITS_AMOUNT = re.compile(
    rf"[^.;,]{{0,24}}?(?:[{SIGNS}]\s?\d|\b[A-Z]{{3}}\s?\d|\d[\d.,’']*\s?(?:[{SIGNS}]|[A-Z]{{3}}\b))"
)
# "the base salary at X for nurses and at Y for midwives", "and that of midwives at Y", "..., while midwives average Y"
_AND_AT = re.compile(
    r"[\s,;]*(?:and|or|versus|vs\.?)?\s?(?:(?:at|of)?\s*|(?:that|those|the\sone)\s(?:of|for)\s[^.;,\d]{2,40}?\s(?:(?:at|is|was)\s)?)"
    rf"|[\s,;]*(?:and|while|whilst|whereas)\s(?:(?!(?:{PAY}|base|basic|total)\b)[\w’'/-]+\s){{1,6}}"
)
_ELSEWHERE = re.compile(r"\b(?:outside\s(?:of\s)?(?:the\s)?[A-Z]|elsewhere\b)")
# "a day rate of X against Y elsewhere": two figures of one kind.
_SET_AGAINST = re.compile(rf"[\s,]*(?:as\s)?(?:{AGAINST}|instead\sof|rather\sthan)\s(?:{ABOUT}\s)?")
# "..., more in London and the South East", "(higher in Oslo)".
_MORE_THERE = re.compile(
    rf"(?:[,;(–—]|\b(?:and|but|or))\s?(?:(?:and|but|or|a\sbit|a\slittle|much|even|slightly|{USUALLY}|considerably|significantly|somewhat|far)\s){{0,2}}"
    r"(?:more|higher|less|lower|better)\s(?:in|around|near|across)\s[^.;\d]{0,40}\Z"
)
MOST_TIMES = 2.5
"""How many times another figure a figure of the same sentence may be to be paid for the same time."""
# A sum of its own, "₱800", "1,010,000 PHP"; "2024 USD" is none.
_SIGNED = re.compile(rf"[{SIGNS}]\s?\d|\d[.,’' \u00a0]\d{{3}}k?\s?{TAIL}|{MARK}\s?\d{{1,3}}[.,’']\d{{3}}")
_OPENED_BY = re.compile(
    r",\s(?:and|but|while|whilst|whereas|yet)\s?,?\s(?:(?:according\sto|per|on|at|by|in)\s)?(?:the\s)?\Z|\s(?:while|whilst|whereas|but)\s(?:(?:according\sto|on)\s)?(?:the\s)?\Z"
)
# A body in brackets that end a sentence is that of all of it.
_ENDS_ALL = re.compile(r"[^();]{0,24}\)[.!\s]*")
_CITED = re.compile(r"\b(?:cited|quoted|referenced|relayed)\s(?:by|in|on)\s(?:the\s)?$")


@dataclass(frozen=True, slots=True)
class Setting:
    """An amount where it stands.

    ``segment`` are the words of its sentence that qualify it and no other amount; ``far`` are the labels, introductions and
    headings over it, nearest first; ``earlier`` is the claim made of the amount before it in the sentence; ``restates`` says
    that the sentence puts an earlier figure in other terms ("this corresponds to") or ranks the next. ``order`` is which of how many amounts
    of the sentence it is.
    """

    amount: Amount
    segment: Span
    sentence: Span
    passage: Passage
    block: Block
    owner: Attribution
    far: tuple[Span, ...]
    earlier: Claim | None = None
    restates: bool = False
    order: tuple[int, int] = (0, 1)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The qualifying columns of a salary claim."""

    level: str | None = None
    experience_min: float | None = None
    experience_max: float | None = None
    region: str | None = None
    as_of: str | None = None
    attributed_to: str | None = None
    statistic: str | None = None
    basis: str | None = None
    period: Period | None = None

    def columns(self) -> dict[str, str | float | None]:
        """As columns of a claim, without the period."""
        names = (
            "level",
            "experience_min",
            "experience_max",
            "region",
            "as_of",
            "attributed_to",
            "statistic",
            "basis",
        )
        return {name: getattr(self, name) for name in names}


class Figures:
    """Reads the meaning of figures of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.cues = context.cues
        self.places = Places(context)
        self.stand_ins = StandIns(context)
        self.country = self.places.country
        self.units = Units(context, self.country)
        self.levels = Levels(context)
        self.notes = Notes(context, self.units.of_all)
        self.statistics = Statistics(context)
        self.equivalents = Equivalents(context, self.country)

    def meaning(self, setting: Setting) -> Meaning:
        """What an amount in prose or in a cell means, from its own words outwards."""
        experience = years_of(self.context, setting)
        origin = self._origin(setting)
        return Meaning(
            level=self.levels.of(setting),
            experience_min=experience.low if experience else None,
            experience_max=experience.high if experience else None,
            region=self._region(setting),
            as_of=date_of(self.context, self.places, setting),
            attributed_to=origin,
            statistic=self.statistics.of(setting, origin),
            basis=self._basis(setting),
            period=self._period(setting),
        )

    def claim(
        self,
        setting: Setting,
        role: str,
        stated: str | None,
        owner: Attribution,
        meaning: Meaning,
        modality: Modality,
        rule: str,
        **place: int,
    ) -> Claim:
        """The claim of one role, with its place in a table. A malformed amount is kept whole and quarantined."""
        meaning = self.notes.completed(setting, meaning)
        if outgrown(self.context, setting, meaning.level, meaning.experience_min):
            meaning = replace(meaning, level=None)
        amount = self._as_there(setting, meaning.region, self._completed(setting.amount))
        inferred = meaning.period is None
        period = meaning.period or self._as_before(setting, amount) or self.units.in_cents(amount)
        period = period or self.units.likely_period(amount)
        return self.context.claim(
            Kind.SALARY,
            setting.block,
            Span(amount.start, amount.end),
            role,
            describe(amount, period) if amount.problem is None else self.text[amount.start : amount.end],
            rule=rule,
            confidence=owner.confidence * (0.9 if inferred else 1.0) * (0.7 if amount.problem else 1.0),
            because={**reasons(owner), **({"amount": amount.note} if amount.note else {})},
            stated_role=stated,
            aspect=whose_sex(self.text, setting),
            low=amount.low,
            high=amount.high,
            low_open=amount.low_open,
            high_open=amount.high_open,
            unit=amount.unit,
            period=period,
            period_inferred=inferred,
            approximate=amount.approximate or is_loose(self.text, amount),
            modality=modality,
            flags=self._flags(setting.amount, amount, inferred=inferred, stated=stated, modality=modality),
            repairs=amount.repairs,
            quarantine=amount.problem is not None,
            **meaning.columns(),
            **place,
        )

    def _as_there(self, setting: Setting, region: str | None, amount: Amount) -> Amount:
        """``In the United States ... $99,000`` in an article of another country: the sign is that country's own.

        So is it where a sentence says what all figures are in: "All figures in CAD".
        """
        told = self.units.of_all.currency(setting.block, setting.far)
        home = self.places.currency_of(region) if region is not None else None
        if told is not None and amount.sign in (*told.signs, *told.ambiguous_signs) and home in {None, told.code}:
            return replace(amount, unit=told.code)
        money = self.context.lexicons.currency_by_code.get(home or "")
        if money is None or amount.unit is None or amount.sign is None or money.code == amount.unit:
            return amount
        announced = self.notes.announced.region(setting.block) == region
        if amount.sign not in money.signs and not (announced and amount.sign in money.ambiguous_signs):
            return amount
        named = self.context.qualifiers.regions(self.text, setting.passage, setting.sentence)
        said = announced or region in {found.value for found in named}
        return replace(amount, unit=money.code) if said else amount

    def _completed(self, amount: Amount) -> Amount:
        """An amount without a sign takes the currency told right before; one whose other end is lost is malformed.

        ``from 90.000 €`` without another end is what pay begins at.
        """
        if lost := lost_part(self.text, amount):
            return cut_off(amount, lost)
        if amount.unit is None and amount.problem is None:
            amount = replace(amount, unit=self.units.currency_before(amount.start))
        if is_middle(self.text, amount):
            value = amount.high if amount.low is None else amount.low
            return replace(amount, low=value, high=value, low_open=False, high_open=False)
        if moves_to(self.text, amount):
            return replace(amount, low=amount.high, low_open=False)
        if begins_at(self.text, amount):
            return replace(amount, high=None, high_open=True)
        return as_bound(self.text, amount)

    def _as_before(self, setting: Setting, amount: Amount) -> Period | None:
        """The period concluded for the amount before it in its sentence, where they are alike: "A $6,000, B $15,000"."""
        earlier = setting.earlier
        other = earlier.low or earlier.high if earlier is not None else None
        if earlier is None or earlier.period is None or not earlier.period_inferred or not amount.size or not other:
            return None
        alike = earlier.unit == amount.unit and other / MOST_TIMES < amount.size < other * MOST_TIMES
        return Period(earlier.period) if alike else None

    def _flags(
        self, read: Amount, amount: Amount, *, inferred: bool, stated: str | None, modality: Modality
    ) -> tuple[Flag, ...]:
        flags = list(amount.flags)
        if amount.problem is not None:
            flags.append(amount.problem)
        elif read.unit is None:
            flags.append(Flag.MISSING_CURRENCY)
        if stated is not None:
            flags.append(Flag.PROXY_ROLE)
        if inferred:
            flags.append(Flag.INFERRED_PERIOD)
        if modality is Modality.HEDGED:
            flags.append(Flag.HEDGED)
        return tuple(dict.fromkeys(flags))

    # -- qualifiers --------------------------------------------------------------------------------------------------------

    def _region(self, setting: Setting) -> str | None:
        # "X outside London, Y in London": the first has a place of its own, though none by name.
        elsewhere = _ELSEWHERE.search(self.text, setting.amount.end, setting.segment.end) is not None
        if in_others(self.text, setting.segment.start, setting.amount.start):
            return self.country
        for span in (setting.segment,) if elsewhere else (setting.segment, setting.sentence):
            named = self.context.qualifiers.regions(self.text, setting.passage, span)
            own = [f for f in named if not self._of_later(setting, f) and not self._differs_there(setting, f)]
            found = self.places.beside(setting, own)
            if found is not None:
                row = in_a_row(self.text, named, found)
                if len(row) >= FEWEST_IN_ROW:
                    # "In Ohio, Iowa and Maine X, Y and Z" in turn, else X of all of them.
                    at, amounts = setting.order
                    return row[at].value if len(row) == amounts else self.country
                return None if among_several(self.text, named, found) else found.value
        place, unit = (setting.block, setting.passage, setting.sentence, setting.far), setting.amount.unit
        carried = self.places.region(*place, unit)
        inside = setting.passage.of(MentionKind.REGION, setting.segment.start, setting.segment.end)
        town = any(place.kind == "city" for place in self.context.lexicons.regions_by_term.get(key(carried or ""), ()))
        if carried is not None and is_elsewhere(self.text, setting.segment, inside, carried, town=town):
            return self.country if carried != self.country else None
        return self.places.agrees(carried, setting.amount.unit)

    def _of_later(self, setting: Setting, found: Found) -> bool:
        """Whether a place behind the segment has an amount of its own: "..., in Switzerland CHF 110,000"."""
        parted = PARTED.match(self.text, setting.segment.end, found.start) is not None
        return parted and _ITS_AMOUNT.match(self.text, found.end, setting.sentence.end) is not None

    def _differs_there(self, setting: Setting, place: Found) -> bool:
        """``X a year, more in London``: whether pay in a place behind an amount is only said to be another."""
        return _MORE_THERE.search(self.text, setting.amount.end, place.start) is not None

    def _origin(self, setting: Setting) -> str | None:
        for span in (setting.segment, setting.sentence):
            origins = self.context.qualifiers.origins(setting.passage, span)
            origins = [o for o in origins if not self._of_another(setting, o)]
            origins = [o for o in origins if not self._is_relayed(o)] or origins
            if found := nearest(origins, setting.amount.start, setting.amount.end):
                return found.value
        return self.places.origin(setting.block, setting.passage, setting.sentence)

    def _of_another(self, setting: Setting, origin: Found) -> bool:
        """``A gives X for bakers; for cooks, B has Y``, ``X, and according to B Y``: whether a body opens a clause with its own sum."""
        if self.text[origin.start - 1] == "(" and _ENDS_ALL.fullmatch(self.text, origin.end, setting.sentence.end):
            return False
        parted = self.text.find(";", setting.amount.end, origin.start)
        opens = _OPENED_BY.search(self.text, setting.amount.end, origin.start)
        after = parted if parted >= 0 else origin.end if opens else -1
        return after >= 0 and SUM.search(self.text, after, setting.sentence.end) is not None

    def _is_relayed(self, origin: Found) -> bool:
        """``A, as cited by B``: whether a body only passes on what another says."""
        return _CITED.search(self.text, max(0, origin.start - 24), origin.start) is not None

    def _basis(self, setting: Setting) -> str | None:
        amount = setting.amount
        bases = self.context.qualifiers.bases(self.text, setting.segment)
        own = [f for f in bases if not self._beside(setting, f) and not _EARNED_WITH.match(self.text, f.end)]
        if any(found.value == "bonus" and self._included(setting, found) for found in bases):
            return "total"
        found = nearest(own, amount.start, amount.end)
        if found is not None:
            return found.value
        again = amount.form is Form.RANGE or _AND_AT.fullmatch(self.text, setting.segment.start, amount.start)
        if setting.earlier is not None and setting.earlier.basis is not None and again:
            return setting.earlier.basis
        for span in setting.far[: 7 if setting.block.kind is BlockKind.TABLE else 2]:
            # "Salary and Benefits" over a page does not make its figures bonuses.
            said = self._bases_of(span)
            if len(said) == 1:
                return said[0]
        return None

    @kept
    def _bases_of(self, label: Span) -> Sequence[str]:
        return sorted({f.value for f in self.context.qualifiers.bases(self.text, label)} - {"bonus"})

    def _included(self, setting: Setting, found: Found) -> bool:
        """Whether an amount is said to include what a word names: "including bonuses", "with bonuses it reaches"."""
        amount = setting.amount
        if found.end <= amount.start and in_all(self.text, setting.sentence, amount):
            return True
        if told_aside(self.text, setting.segment.start, Span(found.start, found.end), amount):
            return True
        before = self.text[max(amount.end, found.start - 24) : found.start]
        behind = self.text[found.end : found.end + 12].lower()
        return _INCLUDING.search(before) is not None or behind.startswith((" included", " are included"))

    def _beside(self, setting: Setting, found: Found) -> bool:
        """Whether a word names what comes with an amount ("$95K + bonus", "without bonuses it is $95K"), not what it is."""
        amount = setting.amount
        part = Span(found.start, found.end)
        if shares_in_another(self.text, part, amount):
            return True
        if found.value == "bonus" and told_aside(self.text, setting.segment.start, part, amount) is not None:
            return True
        # "$200K+ total pay", "$90K+ base": the plus is the amount's own.
        own = found.value in {"total", "base"} and self.text[amount.end - 1] == "+"
        return found.start >= amount.end and not own and added(self.text, amount.end, found.start)

    @kept
    def _period_of(self, label: Span) -> Period | None:
        """The period that a label says; "(£5,000/month net)" is said of that sum."""
        words = self.text[label.start : label.end]
        return period_in(words, label=True) if _SIGNED.search(words) is None else None

    def _period(self, setting: Setting) -> Period | None:
        """The period said beside the amount, before it in the sentence, of the amount before it, or by a label."""
        amount = setting.amount
        if amount.period is not None:
            return amount.period
        own = period_said_last(self.text[setting.segment.start : amount.start])
        own = own or period_in(self.text[setting.segment.start : setting.segment.end])
        own = self.equivalents.period(amount, setting.sentence) or own
        if own is not None:
            return own
        before = period_in(self.text[setting.sentence.start : amount.start])
        earlier = setting.earlier
        carried = earlier.period if earlier and not earlier.period_inferred else None
        if carried and earlier and _SET_AGAINST.fullmatch(self.text, earlier.char_end, amount.start):
            before = None
        labels = map(self._period_of, setting.far[:6])
        said = [p for p in (before, Period(carried) if carried else None, *labels) if p is not None]
        told = self.units.of_all.period(setting.block, amount.unit) if not said else None
        said += [told] if told is not None else []
        # What is no believable pay for the period that is said is none for a longer one.
        little = said[0] if said and self.units.too_little(amount, said[0]) else None
        found = next((period for period in said if self.units.believable(amount, period)), little)
        if found is None:
            return self.units.period_behind(amount, setting.sentence)
        # What only a label says, and no note on all figures, does not hold for a figure unlike all that it is said of.
        inherited = told is None and before is None and carried is None and setting.block.kind is not BlockKind.TABLE
        return self.units.resembled(amount, found) if inherited else found
