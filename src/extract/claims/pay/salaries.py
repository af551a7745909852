"""Salary claims in prose and lists: amounts of pay and whose they are. Tables are read in :mod:`extract.claims.pay.tables`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from extract.amounts import Amount, AmountKind
from extract.attribution import Attribution
from extract.claims.context import Context
from extract.claims.pay.at_large import of_people_at_large
from extract.claims.pay.beside import by_the_piece, paid_by_the_piece
from extract.claims.pay.card_lines import is_line_of_card, is_of_place_below
from extract.claims.pay.denied import is_denied
from extract.claims.pay.drawn import is_other_below
from extract.claims.pay.ends import whole_ranges
from extract.claims.pay.figures import Figures, Setting
from extract.claims.pay.headed import headed
from extract.claims.pay.learners import no_longer_learning
from extract.claims.pay.meant import in_all
from extract.claims.pay.measures import period_in
from extract.claims.pay.money import EMPLOYED, find_in, is_pay, segments
from extract.claims.pay.on_top import heads_extras
from extract.claims.pay.open_ends import is_cut_off, is_least, is_most
from extract.claims.pay.pairs import paired
from extract.claims.pay.periods import of_one_article, of_one_block, of_one_period
from extract.claims.pay.said_before import is_gap_again, is_likewise, of_last_clause
from extract.claims.pay.tables import PayTables
from extract.claims.pay.untold import of_listed_trade, of_unknown, of_untold
from extract.claims.phrases import names_role_alone
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import ABOUT, AVERAGE, BESIDES, JOB, PAY, POST
from extract.lexicons.signs import SIGNS
from extract.model import Block, BlockKind, Claim, Modality, Span

# A plain number right behind a word for pay: its sign was lost ("an average base of 138,000").
_PAY_BEFORE = re.compile(r"(?:salar|wage|pay\b|earn|compensation|income|base)\w*[^.;,\d]{0,30}$", re.IGNORECASE)
_START = attrgetter("start")
_DIGIT = re.compile(r"\d")
# "$0$50K$100K2014201520162017": the marks of a chart's axes.
_AXIS = re.compile(r"(?:[" + SIGNS + r"]\d[\d,.]*[kKmM]?){3}|[" + SIGNS + r"]\d[\d,.]*[kKmM]?(?:20\d\d){3}")
# "A three-year degree runs to X": what studying costs.
_STUDYING = re.compile(
    r"(?:an?|the|your|our|this|that|each|one|every|full)\s(?:[\w’'+&/-]+\s){0,4}?(?:degree|programme|program|diploma|exams?|certificates?|certifications?|licen[cs]es?|training|apprenticeship|school|schooling|studies|education|b\.?sc|m\.?sc|ba|ma|mba|bachelor[’']?s?|master[’']?s?|ph\.?d|doctorate|course)\b",
    re.IGNORECASE,
)
# "End of service gratuity is 21 days' pay a year, so ...".
_GRATUITY = re.compile(
    r"(?:The\s|An?\s)?(?:[\w-]+\s){0,3}?(?i:gratuity|severance(?:\spay)?|1[34]th[\s-]month(?:\s(?:pay|salary|bonus))?|end[\s-]of[\s-]service\s(?:gratuity|benefits?)|holiday\spay|sick\spay)"
    r"\s(?:is|are|equals|amounts|means|comes|works\sout)\b"
)
# "Our fee is a share of the first year's pay, with a minimum of X".
_FEE_IS = re.compile(
    r"(?:Our|The|My|Their|An?)\s(?:[\w-]+\s){0,2}fees?\s(?:is|are|was|were|comes?|starts?|amounts?|ranges?|runs?)\b"
)
# "NOC 22110", "SOC code 29-2034": the number of an occupation in a list.
_CODE_OF = re.compile(
    r"\b(?:NOC|SOC|ANZSCO|ISCO|O\*NET|ONET|[Cc]ode|[Nn]umber|No\.|ID|[Rr]ef(?:erence)?\.?)(?:\s[Cc]ode)?\s?[#:]?\s?\Z"
)
# "The average salary for bakers is X": pay, whatever the section is about.
_PAY_OF = re.compile(rf"\b[Tt]he\s{AVERAGE}\s(?:base\s|annual\s|monthly\s)?{PAY}\s(?:for|of)\b")
_PAYS_EXTRA = re.compile(
    r"\b(?:pays?|(?:is|are)\spaid|comes?)\s(?:extra|on\stop|separately|a\s(?:supplement|premium))\b"
)
# "A $90 phone", said of what someone does: the price of a thing.
_THING_AT = re.compile(r"\b(?:an?|the|every|each)\s\Z")
_THING = re.compile(
    rf"\s(?!(?:{PAY}|{AVERAGE}|{JOB}|{POST}|[a-z]+ly|an?|base|annual|per)\b)[a-z]{{3,}}\s(?:to|for|in|or|and|with|on)\b"
)
_THOUSANDS = re.compile(r"\dk\b", re.IGNORECASE)
# A label for what comes beside pay: "On top of the basic pay they are entitled to:", "Allowances besides the pay:".
_ON_TOP = re.compile(
    rf"\b{BESIDES}\s(?:the\s|their\s|this\s|your\s|an?\s)?(?:\w+\s){{0,2}}{PAY}\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r"\b(?:before|excl\w*|without|plus|not\sinclud\w+|incl\w*|with|and)\s", re.IGNORECASE)
LEAST_PAY, LONGEST_EXAM = 10_000, 80  # in characters
LONGEST_LABEL, LONGEST_AFTERTHOUGHT, SHORT_BASIS = 6, 14, 3
"""In words."""
# "..., and computer science($85,000": in brackets behind other words than those of the bracket before.
_BRACKETED = re.compile(r"\),?\s(?:and\s|or\s)?(?P<what>[a-z][^(),;]{2,60}?)\s?\(\Z")
_WHO_OR_WHERE = (MentionKind.ROLE, MentionKind.FIELD, MentionKind.REGION)
_OF_PAY = ("pay.base", "pay.total", "statistic.mean", "statistic.median")
_OPENS = re.compile(rf"\s?\((?:(?:{ABOUT}|currently|now|from|for|at)\s){{0,2}}")


def salaries(context: Context) -> Iterator[Claim]:
    """The salary claims of an article."""
    figures = Figures(context)
    prose = of_one_period(list(_Prose(figures).claims()))
    yield from of_one_article([*prose, *of_one_period(list(PayTables(figures).claims()))])


class _Prose:
    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.context = figures.context
        self.text = figures.text
        self.cues = figures.cues
        self.paid: set[int] = set()
        """What introduces lists with pay among their items: a bare sum in another of them is pay too."""

    def claims(self) -> Iterator[Claim]:
        for block, passage in [*self.context.prose(), *headed(self.context, self.figures.units)]:
            if _DIGIT.search(self.text, block.start, block.end) is None or _AXIS.search(
                self.text, block.start, block.end
            ):
                continue
            if of_unknown(self.context, block, passage) or self._of_other_jobs(block, passage):
                continue
            hints = self.figures.units.block_hints(block)
            found = find_in(self.text, Span(block.start, block.end), hints, self.context.lexicons)
            money = [a for a in found if a.kind is AmountKind.MONEY or self._lost_sign(block, passage, a, found)]
            money = [a for a in money if (a.size or a.problem is not None) and not self._counts(block, a)]
            yield from of_one_block(list(self._block(block, passage, money)))

    def _block(self, block: Block, passage: Passage, money: Sequence[Amount]) -> Iterator[Claim]:
        for sentence in passage.sentences:
            first = bisect_left(money, sentence.start, key=_START)
            inside = money[first : bisect_left(money, sentence.end, lo=first, key=_START)]
            if inside and not self.context.says_nothing(sentence):
                yield from self._sentence(block, passage, sentence, whole_ranges(self.text, inside))

    def _of_other_jobs(self, block: Block, passage: Passage) -> bool:
        """``Kennel hand $31,000`` below "Similar occupations": a job that nobody knows, and not the article's."""
        if not block.headings or passage.of(MentionKind.ROLE):
            return False
        heading = self.context.document.blocks[block.headings[-1]]
        return self.cues.has("sections.other_jobs", self.text, heading.start, heading.end)

    def _lost_sign(self, block: Block, passage: Passage, amount: Amount, others: Sequence[Amount]) -> bool:
        """Whether a plain number is pay all the same: behind a word for it, or in thousands where pay is spoken of."""
        if amount.kind is not AmountKind.NUMBER or amount.difference:
            return False
        return amount.size >= LEAST_PAY and self._large_without_sign(block, passage, amount, others)

    def _large_without_sign(self, block: Block, passage: Passage, amount: Amount, others: Sequence[Amount]) -> bool:
        """Whether a plain number, large enough to be a year's pay, is so by what stands around it."""
        opening = self.text[max(block.start, amount.start - 48) : amount.start]
        if _PAY_BEFORE.search(opening):
            return _CODE_OF.search(opening) is None
        if not _THOUSANDS.search(self.text, amount.start, amount.end) or not self.figures.units.currencies:
            return False
        sentence = passage.sentence_at(amount.start)
        before = [a for a in others if a.kind is AmountKind.MONEY and sentence.start <= a.start < amount.start]
        written_so = bool(before) and _THOUSANDS.search(self.text, before[-1].start, before[-1].end) is not None
        named = block.label is not None and names_role_alone(passage, block.label)
        if written_so or in_all(self.text, sentence, amount):
            return True
        if named and self._pay_around(passage, sentence, self.context.labels(block)):
            return True
        levels = self.context.qualifiers.levels(self.text, sentence, passage)
        return bool(levels) and self._pay_around(passage, sentence, self.context.labels(block))

    def _sentence(self, block: Block, passage: Passage, sentence: Span, amounts: Sequence[Amount]) -> Iterator[Claim]:
        far = self.context.labels(block)
        earlier: Claim | None = None
        pay_before: bool | None = None
        others = False
        owners = paired(self.context, passage, sentence, amounts)
        for at, (amount, segment) in enumerate(zip(amounts, segments(self.text, sentence, amounts), strict=True)):
            owner = self.context.attributor.at(block, amount.start, amount.end)
            beside = owner.stated is not None and sentence.start <= owner.stated.start < sentence.end
            owner = owners[at] if owners and not (beside and owners[at].roles == owner.roles) else owner
            # "For cooks it comes to X": another's figure, and not the one before in other terms.
            named = owner.stated is not None and sentence.start <= owner.stated.start < amount.start
            said_again = ("phrases.ranks_next",) if named else ("phrases.ranks_next", "phrases.restates")
            restates = any(self.cues.has(name, self.text, sentence.start, amount.start) for name in said_again)
            order = (at, len(amounts))
            setting = Setting(amount, segment, sentence, passage, block, owner, far, earlier, restates, order)
            pay = (
                None
                if at and others and is_likewise(self.context, passage, amounts[at - 1], amount)
                else self._is_pay(setting, pay_before)
            )
            others = not pay
            if pay is None:
                continue
            pay_before = pay_before if amount.difference else pay
            for claim in self._claims(setting) if pay else ():
                earlier = claim
                yield claim
        if earlier is not None and block.kind is BlockKind.LIST_ITEM and block.intro is not None:
            self.paid.add(block.intro)

    def _is_pay(self, setting: Setting, before: bool | None) -> bool | None:
        """Whether an amount is pay, ``before`` whether that before it in its sentence is; None where it is another's or other money."""
        amount, sentence, segment, passage = setting.amount, setting.sentence, setting.segment, setting.passage
        names = [Span(m.start, m.end) for m in passage.of(MentionKind.ROLE, sentence.start, sentence.end)]
        names += [Span(*m.span()) for m in self.cues.find("pay.holders", self.text, sentence.start, sentence.end)]
        pay = is_pay(self.text, sentence, segment, amount, self.cues, names)
        bound = is_least(self.text, amount) or is_most(self.text, amount)
        denied = not bound and is_denied(self.text, sentence, amount.start)
        others = denied or of_people_at_large(self.text, setting)
        # "SAP S/4HANA" holds no sum.
        others = others or any(m.start <= amount.start < amount.end <= m.end for m in passage.of(MentionKind.TOOL))
        others = others or self._of_study(setting.owner, sentence, amount)
        others = others or self._of_unnamed(passage, sentence, amount) or self._of_supplement(passage, sentence)
        others = others or self.figures.levels.of_unknown_title(setting) or of_untold(self.context, setting)
        others = others or of_listed_trade(self.context, setting) or is_other_below(self.context, setting)
        if others or (pay is not False and self._of_extras(setting.far, sentence)):
            return None
        if pay is not None:
            topped = amount.period_stated and self._on_top(sentence, segment, setting.far)
            return None if pay and topped else pay
        if self._among_paid(setting):
            return True
        if any(_ON_TOP.search(self.text, label.start, label.end) for label in setting.far[:2]):
            return None
        if (
            self._of_study_around(setting)
            or self._costs(passage, amount)
            or is_gap_again(self.figures.units, passage, sentence, amount)
        ):
            return None
        return self._is_likely_pay(setting, before)

    def _among_paid(self, setting: Setting) -> bool:
        """Whether an item is a label and a sum, no more, in a list whose items before it are pay."""
        block, amount = setting.block, setting.amount
        if block.intro not in self.paid or not self.figures.units.believable(amount):
            return False
        if block.label is None:
            # A label behind its sum: "$31,000 Bottom 10%".
            behind = Span(amount.end, block.end)
            alone = amount.start == block.start and len(self.text[behind.start : behind.end].split()) <= LONGEST_LABEL
            return alone and bool(self.context.qualifiers.statistics(self.text, behind, label=True))
        rest = self.text[block.label.end : amount.start] + self.text[amount.end : block.end]
        return not rest.strip(" :.*–-")

    def _is_likely_pay(self, setting: Setting, before: bool | None) -> bool:
        """Whether an amount, of which its sentence does not say what it is, is pay by what stands around it."""
        amount, sentence, passage = setting.amount, setting.sentence, setting.passage
        if _THING_AT.search(self.text, sentence.start, amount.start) and _THING.match(self.text, amount.end):
            return False
        around = self._pay_around(passage, sentence, setting.far) and self._could_be_pay(
            amount, (sentence, *setting.far)
        )
        return (
            (before if before is not None else around)
            or self._earned_by(setting)
            or is_line_of_card(self.context, self.figures.units, setting)
            or is_of_place_below(self.context, self.figures.units, setting)
            or self._stands_alone(setting.block, passage, amount)
            or self._goes_on(setting.block, passage, sentence, amount)
        )

    def _of_unnamed(self, passage: Passage, sentence: Span, amount: Amount) -> bool:
        """``editing (€40k), law (€60k) and bee keeping (€30k)``: of an item of a list that names nobody who is known."""
        item = (
            _BRACKETED.search(self.text, sentence.start, amount.start) if self.text[amount.start - 1] == "(" else None
        )
        return item is not None and not passage.of(_WHO_OR_WHERE, item.start("what"), item.end("what"))

    def _counts(self, block: Block, amount: Amount) -> bool:
        """``Number of welders: 15,310``, ``$0.40 per mile``: people or pieces are counted."""
        if by_the_piece(self.text, amount, block.end, self.cues):
            return True
        if amount.sign is not None:
            return False
        labelled = block.label is not None and self.cues.has(
            "pay.headcount", self.text, block.label.start, block.label.end
        )
        return bool(labelled) or EMPLOYED.match(self.text, amount.end, block.end) is not None

    def _of_study(self, owner: Attribution, sentence: Span, amount: Amount) -> bool:
        """``A three-year degree runs to X a year``: a sentence whose subject is what is studied, and no word of pay."""
        stated = owner.stated
        if stated is not None and sentence.start <= stated.start < sentence.end:
            return False
        subject = _STUDYING.match(self.text, sentence.start, amount.start)
        return subject is not None and not self.cues.has("pay.words", self.text, sentence.start, sentence.end)

    def _pay_around(self, passage: Passage, sentence: Span, far: Sequence[Span]) -> bool:
        """Whether the label, the introduction, the headings or the sentences before are about pay."""
        for span in far[:4]:
            words = self.context.unnamed(span)
            if self.cues.has("pay.labels", words) or self._total_or_base(words):
                return True
            if self.cues.has("pay.other_money", words) or self.cues.has("pay.bonus", words):
                return False
        before = passage.before(sentence)[-2:]
        return any(self.cues.has("pay.labels", self.text, s.start, s.end) for s in before)

    def _total_or_base(self, label: str) -> bool:
        """``Base: $110,000``, ``Median: $90,000``: a label that is little more than what the pay includes, or what it is of all."""
        return len(label.split()) <= SHORT_BASIS and any(self.cues.has(name, label) for name in _OF_PAY)

    def _on_top(self, sentence: Span, segment: Span, far: Sequence[Span]) -> bool:
        """Whether an amount that only its period makes pay stands below a label for what comes on top of pay."""
        if self.cues.has("pay.words", self.text, sentence.start, segment.end):
            return False
        for span in far[:2]:
            words = self.text[span.start : span.end]
            if _ON_TOP.search(words):
                return True
            if self.cues.has("pay.labels", words):
                return False
            if self.cues.has("pay.bonus", words):
                return _LEFT_OUT.search(words) is None
        return False

    def _of_exam(self, far: Sequence[Span]) -> bool:
        """Whether the labels above are about certificates or fees: what an amount below them is, is a fee."""
        words = [self.context.label_words(span) for span in far[:2]]
        # "A licensed baker sees": of whom it is told, and of no licence.
        exams = (m[0].lower() for label in words for m in self.cues.find("sections.certificates", label))
        about = any(not exam.endswith("ed") for exam in exams) or any(
            self.cues.has("pay.fees", label) for label in words
        )
        return about and not any(self.cues.has("pay.labels", label) for label in words)

    def _costs(self, passage: Passage, amount: Amount) -> bool:
        """``CompTIA A+ ($246)``: an amount in brackets right behind a certificate, of which nothing says that it is pay."""
        exams = passage.of(MentionKind.CERTIFICATION, max(0, amount.start - LONGEST_EXAM), amount.start)
        return bool(exams) and _OPENS.fullmatch(self.text, exams[-1].end, amount.start) is not None

    def _of_study_around(self, setting: Setting) -> bool:
        """Whether a sentence stands under labels for exams, or a heading about studying, whatever the title is about."""
        if self._of_exam(setting.far):
            return True
        if not setting.far or setting.block.kind is not BlockKind.PARAGRAPH or setting.block.label is not None:
            return False
        nearest, *above = [self.context.label_words(span) for span in setting.far]
        paid = any(self.cues.has("pay.labels", label) for label in (nearest, *above[:-1]))
        # "Qualifications and career path": what later steps are paid may stand there too.
        both = self.cues.has("sections.careers", nearest) and self._earned_by(setting)
        return not paid and not both and self.cues.has("sections.education", nearest)

    def _of_extras(self, far: Sequence[Span], sentence: Span) -> bool:
        """Whether the nearest heading, or the subject, is what comes on top of pay alone: ``13th month pay``, ``Overtime``."""
        if any(told.match(self.text, sentence.start, sentence.end) for told in (_GRATUITY, _FEE_IS)):
            return True
        label = self.context.label_words(far[0]) if far else ""
        return heads_extras(label, self.cues) and not _PAY_OF.search(self.text, sentence.start, sentence.end)

    def _of_supplement(self, passage: Passage, sentence: Span) -> bool:
        """``Standby pays extra. We heard of X a week``: what is paid beside pay, or for a piece, in a sentence that names no role."""
        before = passage.before(sentence)[-2:]
        told = any(_PAYS_EXTRA.search(self.text, s.start, s.end) for s in before)
        return (told or paid_by_the_piece(self.text, before, self.cues)) and not passage.of(
            MentionKind.ROLE, sentence.start, sentence.end
        )

    def _could_be_pay(self, amount: Amount, far: Sequence[Span]) -> bool:
        """Whether an amount is believable as pay for a period of its own, of the labels over it or of the article."""
        said = (period_in(self.text[span.start : span.end], label=True) for span in far[:5])
        return not self.figures.units.unbelievable(amount, [period for period in said if period is not None])

    def _earned_by(self, setting: Setting) -> bool:
        """``Data engineers average about $152,000``: a believable sum said of a role, and nothing that makes it other money."""
        stated, sentence, segment, amount = setting.owner.stated, setting.sentence, setting.segment, setting.amount
        inside = stated is not None and sentence.start <= stated.start < sentence.end
        words = self.context.unnamed(sentence)
        # "X at 60, Y at 50, a gap of 10": what is told behind an amount is no difference of its own.
        so_far = of_last_clause(words[: segment.end - sentence.start])
        other = self.cues.has("pay.other_money", words) or self.cues.has("pay.difference", so_far)
        period = amount.period or period_in(self.text[sentence.start : segment.end])
        period = period or self.figures.units.period_behind(amount, sentence)
        period = period or self.figures.units.of_all.period(setting.block, amount.unit)
        return inside and not other and self.figures.units.believable(amount, period)

    def _stands_alone(self, block: Block, passage: Passage, amount: Amount) -> bool:
        """``- $112,800 (one to four years)``: an item that is an amount believable as pay and whose it is, no more."""
        if block.kind is not BlockKind.LIST_ITEM or not self.figures.units.believable(amount):
            return False
        whole = Span(block.start, block.end)
        said = passage.mentions or self.context.qualifiers.levels(self.text, whole, passage, label=True)
        rest = self.text[block.start : amount.start] + self.text[amount.end : block.end]
        brief = len(rest.split()) <= LONGEST_LABEL
        return brief and bool(said or self.context.qualifiers.experience(self.text, whole))

    def _goes_on(self, block: Block, passage: Passage, sentence: Span, amount: Amount) -> bool:
        """``Cook: $40,000. Junior $31,000, senior $55,000``: levels and sums behind what a label says of a role."""
        label = block.label
        if label is None or not names_role_alone(passage, label) or sentence.start <= label.start:
            return False
        levels = self.context.qualifiers.levels(self.text, sentence, passage, label=True)
        other = self.cues.has("pay.other_money", self.text, label.end, sentence.end)
        brief = len(self.text[sentence.start : sentence.end].split()) <= LONGEST_AFTERTHOUGHT
        return brief and bool(levels) and not other and self.figures.units.believable(amount)

    def _claims(self, setting: Setting) -> Iterator[Claim]:
        setting = replace(setting, owner=no_longer_learning(self.context, setting))
        owner, stated = self.figures.stand_ins.whom(setting.block, setting.sentence, setting.owner)
        if not owner:
            return
        meaning = self.figures.meaning(setting)
        whole = not is_cut_off(self.text, setting.amount)
        if whole and meaning.period is None and self.figures.units.no_pay_as_claimed(setting.amount):
            return
        modality = self.context.tone.modality(setting.sentence, setting.segment)
        if self.context.told(setting.passage, setting.sentence):
            modality = Modality.REPORTED
        for role in owner.roles:
            yield self.figures.claim(setting, role, stated, owner, meaning, modality, "salary.prose")
