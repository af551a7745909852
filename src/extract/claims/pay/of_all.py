"""What sentences say of all figures: "All amounts are monthly, in Nigerian naira", "These averages are from the 2024 wage register".

They hold for what stands below them, in their section alone where they say so. A sentence that has a sum is about that sum.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.claims.context import SUM, Context
from extract.claims.pay.measures import currency_in, only_basis, period_in, scale_in
from extract.language import MentionKind, Passage
from extract.lexicons import CurrencyEntry
from extract.lexicons.fragments import AVERAGE, FIGURES, JOB, PAY
from extract.model import Block, BlockKind, Period, Span

LONGEST = 240
"""In characters."""
_RULES = " \n\t|-–"
"""What may stand between a table and the sentence below it: rules and marks of cells."""
_MAY_TELL = re.compile(
    rf"\b(?:{FIGURES}|{PAY}|gross|net|data|everything|tables?|charts?|{JOB}\sare\sranked)\b", re.IGNORECASE
)
# "annual gross, in thousands of euros", "All figures are monthly, in Nigerian naira".
_IN_CURRENCY = re.compile(
    rf"\b(?:{FIGURES}|{PAY}|gross|net|everything)\b.{{0,120}}?\bin\s(?P<what>[“\"'*]{{0,2}}[^.;\n]{{2,40}})",
    re.IGNORECASE,
)
# "in Norway is NOK 500 an hour": a sum, though its currency has no sign.
_CODED_SUM = re.compile(r"\b[A-Z]{3}\s?\d|\d\s?[A-Z]{3}\b")
_SECTION = re.compile(r"\bth(?:is|e)\s(?:section|part|chapter)\b")
_HERE = r"(?:below|here|(?:in|on)\s(?:the|these|this)\s(?:tables?|article|guide|page|post)|that\sfollow)"
_SHOWN = r"(?:shown|listed|quoted|given|displayed|presented)"
# "Wages below are per hour", "All figures are monthly, before tax", "All amounts are rand per month".
_FOR_A_TIME = re.compile(
    rf"(?:^|\b(?:all|the|these|our)\s)(?:[a-z]+\s)?(?:{FIGURES}|{PAY})\s(?:(?:{_HERE}|{_SHOWN})\s){{0,2}}"
    r"(?:are|is)\s(?:(?:all|shown|listed|quoted|given|stated|expressed|reported|gross|net|base|before\stax|pre-tax|as|in|on|an?)\s){0,4}"
    # "rand", "in US dollars"; but "updated"
    r"(?:(?:[A-Z]{2,3}\s|[A-Z][a-z]+\s)?(?!\w+ed\s)[a-z]{3,8}\s(?=per\s))?"
    r"(?=(?:per|by\sthe|an?)\s(?:hour|day|week|month|year|annum)\b|(?:hourly|daily|weekly|monthly|annual|yearly)\b)",
    re.IGNORECASE,
)
_UNLESS = r"(?:unless\s[^,]{3,40},\s)?"
# "Everything is total compensation", "Salaries are basic, per annum, and exclude bonus", "Figures refer to base pay".
_OF_WHAT = re.compile(
    rf"^{_UNLESS}(?:(?:all|the|these|our)\s)?(?:[a-z]+\s)?(?:{FIGURES}|{PAY}|everything|data)\s"
    rf"(?:(?:{_HERE}|{_SHOWN})\s){{0,2}}(?:are|is|refers?\sto|reflects?|represents?|shows?|means?|covers?)\b",
    re.IGNORECASE,
)
# "Base salary per year.", "Average base salaries.": what the figures beside it are, without a verb.
PHRASE = re.compile(
    rf"(?:(?:all|{AVERAGE}|gross|base|basic|total|annual|yearly|monthly|full-time)\s){{1,4}}{PAY}"
    r"(?:,?\s(?:per|an?|in|by|for|before|after|excluding|including|without)\s[^.;:]{2,40})?\.\s*",
    re.IGNORECASE,
)
# "Salaries below are from the wage register", "The table below uses the register's data".
_FROM = re.compile(
    rf"(?:^{_UNLESS}|\b(?:all|the|these)\s)(?:of\s)?(?:the\s|these\s)?(?:following\s)?(?:{PAY}\s)?(?:{FIGURES}|salaries|wages|data|tables?|charts?)\s"
    rf"(?:{_HERE}|are|is|(?:was|were)\s(?:\w+ly\s)?(?:collated|collected|compiled|gathered|taken|published|provided|supplied|drawn)|come|use|uses|reflect|represent|{_SHOWN})\b"
    # "... the best-paid jobs in Ohio, using data from the wage register", "Jobs are ranked by pay as of 2021".
    rf"|\busing\s(?:the\s)?(?:\w+\s){{0,2}}(?:{FIGURES}|data|statistics)\sfrom\b|^{JOB}\sare\sranked\b"
    # "We looked at 4,000 salaries reported to the pay office".
    r"|\bwe(?:['’]ve|\shave)?\s(?:\w+ly\s)?(?:looked\sat|analy[sz]ed|compared|collected|gathered|compiled|pulled|used|took|drew\son|went\sthrough)"
    rf"\s(?:[\w,]+\s){{0,4}}?(?:{PAY}\s)?(?:{FIGURES}|data|{PAY})\s(?:reported\s|published\s|posted\s|listed\s|shared\s|submitted\s)?(?:to|on|from|by|at|with)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """The currency in which figures are said to be, and what else holds for those of that currency."""

    currency: str
    scale: int | None
    basis: str | None
    period: Period | None


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence says that the figures below it are."""

    block: Block
    start: int
    under: tuple[int, ...]
    """The headings of the section that it is of, if it is of one alone."""
    stated: Stated | None
    period: Period | None
    """Of figures of any currency."""
    basis: str | None
    """Of figures of any currency, for ``per`` if it says for what time they are."""
    per: Period | None
    origin: str | None
    as_of: str | None
    region: str | None
    of_every: bool
    """Whether it begins with "All": then those above are meant too where it says when and where figures are from."""


class OfAll:
    """The sentences of one article on all its figures; ``country`` is the one that it is about."""

    def __init__(self, context: Context, country: str | None) -> None:
        self.context = context
        self.text = context.text
        self.country = country

    def stated(self, block: Block) -> Stated | None:
        """What a sentence right below a table, else the last one above a block, says the currency of figures is."""
        if not self._in_currency:
            return None
        below = next((told for told in self._in_currency if told.start > block.start), None)
        if block.kind is BlockKind.TABLE and below and not self.text[block.end : below.start].strip(_RULES):
            return below.stated
        last = _last_over(block, self._in_currency)
        return last.stated if last is not None else None

    def currency(self, block: Block, labels: Sequence[Span]) -> CurrencyEntry | None:
        """The currency in which a sentence says that all figures are, unless one of the labels over them names another."""
        stated, lexicons = self.stated(block), self.context.lexicons
        words = (self.context.unnamed(span) for span in labels)
        if stated is None or any(currency_in(label, lexicons, self.country) for label in words):
            return None
        return lexicons.currency_by_code.get(stated.currency)

    def period(self, block: Block, unit: str | None) -> Period | None:
        """What a sentence says that all figures of a currency, else all below it, are for."""
        stated = self.stated(block)
        if stated is not None and stated.period is not None and stated.currency == unit:
            return stated.period
        last = _last_over(block, [told for told in self._told if told.period])
        return last.period if last is not None else None

    def basis(self, block: Block, period: Period | None) -> str | None:
        """The part of pay that a sentence above, in the same section, says figures for a period are.

        It does not hold below a paragraph that names another body.
        """
        told = [one for one in self._told if one.basis and (one.of_every or _is_under(block, one.block.headings))]
        last = _last_over(block, told)
        if last is None or (last.per and period and last.per is not period):
            return None
        cited = bisect_right(self._citing, block.start) > bisect_right(self._citing, last.block.start)
        return None if cited else last.basis

    def origin(self, block: Block) -> str | None:
        """Where a sentence above says that all figures are from, unless a paragraph in between names another body."""
        at = bisect_right(self._citing, block.start) - 1
        origins = [told.origin for told in self._told if at >= 0 and told.block.start == self._citing[at]]
        return next(filter(None, origins), None)

    def as_of(self, block: Block) -> str | None:
        """The date of all figures, as a sentence says."""
        last = _last_over(block, [told for told in self._told if told.as_of], anywhere=True)
        return last.as_of if last is not None else None

    def region(self, block: Block) -> str | None:
        """The country that all figures are of, as a sentence says."""
        last = _last_over(block, [told for told in self._told if told.region], anywhere=True)
        return last.region if last is not None else None

    @cached_property
    def _in_currency(self) -> list[Told]:
        return [told for told in self._told if told.stated is not None]

    @cached_property
    def _citing(self) -> list[int]:
        """Where the paragraphs begin that name bodies."""
        prose = self.context.prose()
        return [
            block.start
            for block, passage in prose
            if block.kind is BlockKind.PARAGRAPH and passage.of(MentionKind.ORIGIN)
        ]

    @cached_property
    def _told(self) -> list[Told]:
        return list(self._read_all())

    def _read_all(self) -> Iterator[Told]:
        for block, passage in self.context.prose():
            if block.kind is not BlockKind.PARAGRAPH or _MAY_TELL.search(self.text, block.start, block.end) is None:
                continue
            for sentence in passage.sentences:
                if len(sentence) <= LONGEST and SUM.search(self.text, sentence.start, sentence.end) is None:
                    told = self._read(block, passage, sentence)
                    if told is not None:
                        yield told

    def _read(self, block: Block, passage: Passage, sentence: Span) -> Told | None:
        """What a sentence says of all figures; None where it says nothing of them."""
        words, read = self.text[sentence.start : sentence.end], self.context.qualifiers
        timed, sourced, stated = _FOR_A_TIME.search(words), _FROM.search(words), self._stated(sentence)
        basis = self._basis(sentence)
        if stated is None and timed is None and sourced is None and basis is None:
            return None
        # "Austria. Salaries are quoted per month": they are there.
        there = self.context.countries([Span(block.start, sentence.end)]) <= {self.country}
        date = read.as_of(self.text, sentence) if sourced else None
        return Told(
            block=block,
            start=sentence.start,
            under=self._under(block, sentence),
            stated=stated,
            period=period_in(words[timed.end() :]) if timed and there else None,
            basis=basis,
            per=period_in(words) if basis else None,
            origin=self._only_body(passage, sentence) if sourced else None,
            as_of=date.value if date else None,
            region=self._only_country(passage, sentence) if sourced else None,
            of_every=words.startswith("All "),
        )

    def _stated(self, sentence: Span) -> Stated | None:
        words = self.text[sentence.start : sentence.end]
        named = _IN_CURRENCY.search(words) if "in " in words else None
        currency = currency_in(named["what"], self.context.lexicons, self.country) if named else None
        if named is None or currency is None or _CODED_SUM.search(named["what"]):
            return None
        bases = {found.value for found in self.context.qualifiers.bases(self.text, sentence)}
        return Stated(currency, scale_in(named["what"]), only_basis(bases, words), period_in(words))

    def _basis(self, sentence: Span) -> str | None:
        """The part of pay that a sentence says all figures are: that which it names first, if the total, else the only one."""
        words = self.text[sentence.start : sentence.end]
        linked = _OF_WHAT.match(words)
        if linked is None and PHRASE.fullmatch(words) is None:
            return None
        bases = self.context.qualifiers.bases(self.text, sentence)
        if linked is not None and any(found.start < sentence.start + linked.end() for found in bases):
            return None
        summed = bases and bases[0].value == "total"
        return "total" if summed else only_basis({found.value for found in bases}, words)

    def _only_body(self, passage: Passage, sentence: Span) -> str | None:
        """The only body that a paragraph names, if the sentence on all figures does or begins with "All".

        "Brightjobs has X. The ranges are wide" is said of those of Brightjobs.
        """
        bodies = {mention.key for mention in passage.of(MentionKind.ORIGIN)}
        here = passage.of(MentionKind.ORIGIN, sentence.start, sentence.end) or self.text.startswith(
            "All", sentence.start
        )
        return bodies.pop() if here and len(bodies) == 1 else None

    def _only_country(self, passage: Passage, sentence: Span) -> str | None:
        """The only country that a sentence names: "a broker in Leeds" is where figures are from, not of."""
        places = {found.value for found in self.context.qualifiers.regions(self.text, passage, sentence)}
        country = places.pop() if len(places) == 1 else None
        return country if country in self.context.lexicons.region_by_code else None

    def _under(self, block: Block, sentence: Span) -> tuple[int, ...]:
        """The headings of a sentence on figures that says it is of its section, or stands below the name of a country."""
        heading = self.context.document.blocks[block.headings[-1]] if block.headings else None
        there = heading is not None and self.context.countries([Span(heading.start, heading.end)])
        return block.headings if there or _SECTION.search(self.text, sentence.start, sentence.end) else ()


def _is_under(block: Block, headings: tuple[int, ...]) -> bool:
    return block.headings[: len(headings)] == headings


def _last_over(block: Block, told: Sequence[Told], *, anywhere: bool = False) -> Told | None:
    """The last of some sentences above a block, ``anywhere``: or of those below that begin with "All", that is of its section."""
    over = (one for one in reversed(told) if one.start < block.start or (anywhere and one.of_every))
    return next((one for one in over if _is_under(block, one.under)), None)
