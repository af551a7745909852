"""What an article says once and means throughout: its country, the region and origin in force."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise, zip_longest
from operator import attrgetter
from typing import TYPE_CHECKING

from extract.amounts import Amount
from extract.attribution import Found, kept, nearest, respectively
from extract.claims.context import SUM, Context
from extract.language import MentionKind, Passage
from extract.lexicons.entries import RegionEntry
from extract.lexicons.fragments import AVERAGE
from extract.lexicons.signs import SIGNS
from extract.model import Block, BlockKind, Span, Zone

if TYPE_CHECKING:
    from extract.claims.pay.figures import Setting


# A place right behind an amount: "$90,000 a year in Ohio", or in brackets.
_IN_PLACE = re.compile(
    r"(?:\s(?:annually|yearly|monthly|hourly|gross|base|on average|(?:per|an?)\s\w+)){0,3}\s?(?:\(|,?\s(?:in|for|across|around|throughout|within|at|from|near)\s(?:the\s)?(?:state\sof\s)?)",
    re.IGNORECASE,
)
_AND_SUM = re.compile(r"\s(?:and|or|to|[-–—])\s(?:[A-Z]{2,3}\s?)?")
_SO_MUCH_IN = re.compile(rf"[^\w\s]?\s?\d[\d.,]*\s?[kKmM]?{_IN_PLACE.pattern}", re.IGNORECASE)
# "the big US firms in Zurich": whose they are, and where they pay.
_FIRMS_IN = re.compile(
    r"\s(?:[a-z]+\s){0,2}(?:companies|firms|employers|banks|start-?ups|giants|multinationals|corporations|agencies|chains)\s"
    r"(?:based\s|located\s)?(?:in|near|around)\s(?:the\s)?"
)
# "P12,618", "P 20,500": pesos where they stand again and again.
_PESOS = re.compile(r"P(?<![\w.].)\s?\d{1,3}(?:,\d{3})+(?!\w)")
# "Canadian employers", "Kenyan police": whose country is meant.
_OF_COUNTRY = re.compile(
    r"\b(?P<adjective>(?:South\s|New\s)?[A-Z][a-z]{3,11})\s(?:[a-z]+\s)?"
    r"(?:salar(?:y|ies)|pay|wages?|workers?|employers?|employees|companies|firms|hospitals?|universit(?:y|ies)|schools?|government|police"
    r"|labou?r|jobs?|markets?|economy|professionals?|graduates|citizens|clinics?|banks?|industry|healthcare|residents|lecturers?|nurses?|teachers?)\b"
)
# "Our own survey found", "those whom we asked": whoever was named before is not where it is from.
_OURS = re.compile(
    r"\b(?:[Oo]ur|[Ww]e|[Mm]y)\s(?:own\s|latest\s)?(?:survey|poll|data|research|readers|respondents|clients|asked|surveyed|polled|analysis|figures|numbers)\b"
)
FEWEST_PESOS = FEWEST_DOLLARS = 2
FEWEST_IN_ROW = 3
_START = attrgetter("start")
# "S$10,200": whose dollars an article counts in where it names no country.
_DOLLAR = re.compile(r"(?<![A-Za-z])(?P<letters>S|SG|A|AU|C|CA|HK|NZ|NT)\$\s?\d")
_OF_LETTERS = {"S": "SG", "SG": "SG", "A": "AU", "AU": "AU", "C": "CA", "CA": "CA", "HK": "HK", "NZ": "NZ", "NT": "TW"}
_COUNTING_DOLLARS = frozenset({"US", *_OF_LETTERS.values()})
# Occupations by their numbers in the list of one country.
_NUMBERED = re.compile(r"\b(?P<list>NOC|ANZSCO)(?:\s(?:code|group|\d{4}))?:?\s#?\d{4,6}\b")
_LISTS = {"NOC": "CA", "ANZSCO": "AU"}
# Currencies in which pay of any country is given.
_ABROAD = frozenset({"USD", "EUR", "GBP"})
_DOLLARS = "USD"


COUNTRY = 2
"""Letters of a country's code."""
# What as many sums as places stand behind: "where pay is X and Y".
_WHERE = re.compile(
    rf",?\s(?:where|with)\b[^.;{SIGNS}\d]{{3,80}}?(?:[A-Z]{{0,3}}\s?[{SIGNS}])\s?\d[\d.,]*[kK]?,?(?:\s(?:an?|per)\s\w+)?,?\sand\s(?:[A-Z]{{0,3}}\s?[{SIGNS}])\s?\d"
)
_LABELS = re.compile(rf"\s?[:–—-]\s?(?:[A-Z]{{0,3}}[{SIGNS}])\s?\d")
_TOGETHER = re.compile(r",\s|,?\s(?:and|or|&)\s(?:the\s)?")
# "X, and in Ohio, the best-paying state, they make Y": a place that opens a clause of its own is not of X.
_OPENS = re.compile(
    r"(?:[,;]|\sand)\s(?:(?:and|but|while|whereas|yet|though)\s)?(?:in|across|at|outside|throughout)\s(?:the\s)?(?:state\sof\s)?$"
)
# "Ohio, the best-paying state": as an example, and nothing that the next sentence goes on about.
_THERE = re.compile(r"\bthere\b(?!\s(?:is|are|was|were)\b)", re.IGNORECASE)
_AT_THE_TOP = re.compile(r",\s(?:the|which\sis\sthe)\s(?:top|best|highest|lowest|worst)\b")
# "In parts of Texas they make X", "less than in Leeds": no place that the next sentence goes on about.
_PART_OF = re.compile(
    r"\b(?:parts|areas|corners|pockets|places|regions)\s(?:of|in|like)\s(?:the\s)?$"
    r"|\bthan\s(?:(?:those|that)\s)?in\s(?:[A-Z]\w+\s(?:[A-Z]\w+\s)?(?:or|and)\s)?$"
)
# "The average for the OECD countries is X": of many, and not of the one named before.
_COUNTRIES = re.compile(
    rf"\b(?:OECD|EU|E\.U\.|[Ee]uro[\s-]?zone|[Ww]orld|[Gg]lobal|European|[Ii]nternational)\s(?:countries|members|states|{AVERAGE})\b|\bacross\sEurope\b"
)
# "while in other regions they make X", "outside Oslo it is X": nowhere that is named.
_IN_OTHERS = re.compile(
    r"\b(?:[Oo]utside\s(?:of\s)?[A-Z][^.;,\d]{2,30}?|[Ee]lsewhere)\s(?:it|they|the|pay|this|that|is|are|you)\b|\bin\sother\s(?:[a-z]+\s)?(?:regions|cities|areas|provinces|parts|states|places|towns)\b"
)


def among_several(text: str, named: Sequence[Found], place: Found) -> bool:
    """``in Chile, Peru and Cuba they make X``: whether a country is named together with others, and X is of none alone."""
    others = (
        other for other in named if other.value != place.value and len(other.value) == len(place.value) == COUNTRY
    )
    return any(
        _TOGETHER.fullmatch(text, min(place.end, other.end), max(place.start, other.start)) is not None
        for other in others
    )


def in_a_row(text: str, named: Sequence[Found], place: Found) -> list[Found]:
    """``in Alaska, Ohio and Iowa they make X``: the places that are counted off with one, in order, itself among them."""
    found = [place]
    for other in sorted(named, key=_START):
        if other.start >= found[-1].end and _TOGETHER.fullmatch(text, found[-1].end, other.start):
            found.append(other)
    for other in sorted(named, key=_START, reverse=True):
        if other.end <= found[0].start and _TOGETHER.fullmatch(text, other.end, found[0].start):
            found.insert(0, other)
    return found


def in_others(text: str, start: int, end: int) -> bool:
    """Whether words before an amount say that it is paid in other places than those named."""
    return _IN_OTHERS.search(text, start, end) is not None


def _heads_next(text: str, place: Found, amount: Amount) -> bool:
    """``£31,000 (inner) Fife – £32,000``: whether a place behind an amount labels the next one."""
    return place.start >= amount.end and _LABELS.match(text, place.end) is not None


def _of_bracket(text: str, sentence: Span, place: Found, amount: Amount) -> bool:
    """``£31,000 (£38,000 in London)``: whether a place stands in brackets with a sum of its own, another than ``amount``."""
    opens = text.rfind("(", sentence.start, place.start)
    if opens < 0 or text.find(")", opens, place.start) >= 0 or SUM.search(text, opens, place.start) is None:
        return False
    return not opens < amount.start < place.end


class Places:
    """Readers of what carries from one passage to the next."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lexicons = context.lexicons
        self._said: dict[int, Sequence[Found]] = {}
        self._above: dict[int, str | None] = {}

    @cached_property
    def country(self) -> str | None:
        """The ISO 3166 code of the country that the article is about: given, or the only one that it names."""
        return self._context.document.info.country or self._of_pesos or self._default

    @cached_property
    def _of_pesos(self) -> str | None:
        """The Philippines, where amounts carry their "P" again and again and no country that writes so too is named."""
        again = len(_PESOS.findall(self._context.text)) >= FEWEST_PESOS
        return "PH" if again and not self._named["BW"] else None

    @cached_property
    def _named(self) -> Counter[str]:
        """Country -> how often the article names it or a place in it; title, headings and opening count double, and the number of an occupation in its list."""
        blocks = self._context.document.blocks
        opening = {block.index for block in blocks if block.kind is BlockKind.HEADING}
        opening |= {block.index for block in self._context.annotated.article()[:3]}
        counts: Counter[str] = Counter()
        weighed = [(2 if at in opening else 1, passage) for at, passage in self._context.annotated.blocks.items()]
        weighed += [(1, passage) for passage in self._context.annotated.cells.values()]
        for weight, passage in weighed:
            for mention in passage.mentions:
                if mention.kind is MentionKind.REGION:
                    counts[self._country_of(mention.key) or ""] += weight
        del counts[""]
        counts = counts or self._of_adjectives
        text = self._context.text
        listed = _NUMBERED.search(text) if any(name in text for name in _LISTS) else None
        # Where another country with dollars is named, those without letters may be its own.
        dollars = self._of_dollars if counts.keys() & _COUNTING_DOLLARS <= self._of_dollars.keys() else Counter()
        return counts + dollars + Counter({_LISTS[listed["list"]]: 2} if listed else {})

    @cached_property
    def _of_dollars(self) -> Counter[str]:
        """The country whose letters stand before dollars again and again, and no other's: "S$4,000"."""
        found = [_OF_LETTERS[match["letters"]] for match in _DOLLAR.finditer(self._context.text)]
        return Counter(found if len(found) >= FEWEST_DOLLARS and len(set(found)) == 1 else ())

    @cached_property
    def _of_adjectives(self) -> Counter[str]:
        """Country -> how often an article that names no place speaks of its people, pay or employers: "Kenyan police"."""
        codes = {
            word: region.code
            for region in self._lexicons.regions
            for word in region.adjectives
            if region.code is not None
        }
        said = _OF_COUNTRY.finditer(self._context.text) if codes else ()
        # Once is enough where nothing else tells the country.
        return Counter(2 * [codes[match["adjective"]] for match in said if match["adjective"] in codes])

    def _country_of(self, region: str) -> str | None:
        return self._lexicons.country_by_place.get(region)

    def currency_of(self, region: str) -> str | None:
        """The currency of the country that a place is or lies in."""
        return self._lexicons.currency_of(self._country_of(region))

    def pays_otherwise(self, label: Span, unit: str | None) -> bool:
        """Whether a label is of countries that pay in other money: ``UK, 2024`` over dollars."""
        money = {self.currency_of(country) for country in self._context.countries([label])}
        return bool(money) and unit not in money

    def region(
        self, block: Block, passage: Passage, sentence: Span, far: Sequence[Span], unit: str | None = None
    ) -> str | None:
        """The region in force where a sentence names none: earlier sentences, labels and headings, the section, the article.

        Of several countries that were told of, it is that which pays in the currency ``unit``.
        """
        qualifiers, text = self._context.qualifiers, self._context.text
        if _COUNTRIES.search(text, sentence.start, sentence.end):
            return None
        said = self._said.get(passage.start)
        if said is None:
            whole = Span(passage.start, passage.end)
            said = self._said[passage.start] = qualifiers.regions(text, passage, whole)
        before = bisect_left(said, sentence.start, key=attrgetter("start"))
        lasting = [
            found
            for found in said[:before]
            if not _PART_OF.search(text, max(passage.start, found.start - 36), found.start)
            and not _AT_THE_TOP.match(text, found.end)
        ]
        there = _THERE.search(text, sentence.start, sentence.end) is not None
        if lasting and (there or not self._told_of_one_sum(passage, lasting[-1])):
            codes = self._lexicons.region_by_code
            paying = [found.value for found in lasting if found.value in codes and codes[found.value].currency == unit]
            last = codes.get(lasting[-1].value)
            return paying[-1] if paying and last is not None and last.currency != unit else lasting[-1].value
        headings = {self._context.document.blocks[index].start for index in block.headings}
        again = self._told_again(block)
        for span in far:
            if again and span.start in headings:
                # The labels of the card under a heading come once more: the next card, which lost its own.
                continue
            found = self._of_label(span)
            if found:
                return self._joint(found)
        return self._of_section(block) or self._default

    def _told_of_one_sum(self, passage: Passage, place: Found) -> bool:
        """``They start at X in Ohio. After years ...``: whether a place, no country, stands behind a sum and is of that one."""
        sentence = passage.sentence_at(place.start)
        country = place.value in self._lexicons.region_by_code
        return not country and SUM.search(self._context.text, sentence.start, place.start) is not None

    def _told_again(self, block: Block) -> bool:
        """Whether a labelled line has the label of an earlier one under the same headings."""
        if block.label is None or not block.headings or block.kind is not BlockKind.PARAGRAPH:
            return False
        text, first = self._context.text, block.headings[-1]
        label = text[block.label.start : block.label.end]
        above = self._context.document.blocks[first + 1 : block.index]
        return any(other.label is not None and text[other.label.start : other.label.end] == label for other in above)

    @kept
    def _of_label(self, label: Span) -> Sequence[Found]:
        passage = self._context.passage_of(label)
        return self._context.qualifiers.regions(self._context.text, passage, label) if passage else ()

    def _of_section(self, block: Block) -> str | None:
        """The country named last in the blocks right above."""
        if block.index not in self._above:
            passages = map(self._context.attributor.passage, self._context.attributor.previous(block))
            said = (self._context.qualifiers.regions(self._context.text, p, Span(p.start, p.end)) for p in passages)
            countries = ([f.value for f in found if f.value in self._lexicons.region_by_code] for found in said)
            last = next((codes for codes in countries if codes), [])
            # A paragraph that goes through several countries leaves none in force.
            self._above[block.index] = last[-1] if len(set(last)) == 1 else None
        return self._above[block.index]

    def _joint(self, found: Sequence[Found]) -> str | None:
        """What a label's places come to: the one that it names, else the country that all of them lie in."""
        countries = {f.value for f in found if f.value in self._lexicons.region_by_code}
        if countries:
            return found[0].value if found[0].value in countries else min(countries)
        if len({f.value for f in found}) == 1:
            return found[0].value
        around = {self._lexicons.country_by_place.get(f.value) for f in found}
        return around.pop() if len(around) == 1 else found[0].value

    def agrees(self, region: str | None, unit: str | None) -> str | None:
        """A region that was carried over, unless its money is another.

        Then the article's own country if that pays in this one; none for a currency in which no other country's pay is given.
        """
        known = self._lexicons.region_by_code
        carried, own = known.get(region or ""), known.get(self._default or "")
        if carried is None or unit is None or carried.currency == unit:
            return region
        if own is not None and own.currency == unit:
            return own.code
        if region == self._default and self._names_money_of(carried):
            # An article that gives British pay in pounds gives none of it in dollars.
            return None
        # Pay in Lagos may be told in euros, that in Texas is not.
        told = unit == _DOLLARS or (unit in _ABROAD and carried.currency not in _ABROAD)
        return region if told else None

    def _names_money_of(self, country: RegionEntry) -> bool:
        """Whether an article gives sums in what a country pays in, where that is money of the world."""
        money = self._lexicons.currency_by_code.get(country.currency or "")
        return money is not None and money.code in _ABROAD and any(sign in self._context.text for sign in money.signs)

    def _paired(self, setting: Setting, ahead: Sequence[Found]) -> bool:
        """``In Nevada and Alaska, where they make X and Y``: whether as many places are told one by one what they pay."""
        text = self._context.text
        if respectively(text, setting.sentence):
            return True
        listed = all(_TOGETHER.fullmatch(text, one.end, other.start) for one, other in pairwise(ahead))
        return listed and _WHERE.match(text, ahead[-1].end, setting.sentence.end) is not None

    def beside(self, setting: Setting, named: Sequence[Found]) -> Found | None:
        """Of the places in a sentence the one right behind an amount ("X in Ohio"), else the last before it."""
        amount, text = setting.amount, self._context.text
        named = [f for f, n in zip_longest(named, named[1:]) if not n or not _FIRMS_IN.fullmatch(text, f.end, n.start)]
        named = [found for found in named if not _heads_next(text, found, amount)]
        named = [found for found in named if not _of_bracket(text, setting.sentence, found, amount)]
        named = [found for found in named if not self._of_next(setting, found)]
        at, count = setting.order
        ahead = [found for found in named if found.end <= amount.start]
        if count > 1 and len(ahead) == count and self._paired(setting, ahead):
            return ahead[at]
        behind = [found for found in named if found.start >= amount.end]
        if behind and _IN_PLACE.fullmatch(self._context.text, amount.end, behind[0].start):
            return behind[0]
        # "₹60,000 a month or $50,000 a year in the U.S.": a place behind another sum in that place's money is not of this.
        close = nearest(behind, amount.start, amount.end)
        opens = close is not None and _OPENS.search(text, amount.end, close.start) is not None
        own = close is not None and not opens and self.agrees(close.value, amount.unit) == close.value
        return ahead[-1] if ahead else close if own else None

    def _of_next(self, setting: Setting, place: Found) -> bool:
        """``X, which rises to Y in London``: whether a place behind an amount stands right behind another one."""
        text, end = self._context.text, setting.amount.end
        last = [*SUM.finditer(text, end, place.start)][-1:]
        shared = last and _AND_SUM.fullmatch(text, end, last[0].start())
        return bool(last) and not shared and _SO_MUCH_IN.fullmatch(text, last[0].start(), place.start) is not None

    @cached_property
    def _default(self) -> str | None:
        """The country that the article is about: named more than in passing, and far more often than any other, or alone in the title."""
        if not self._named:
            return None
        (first, count), *others = self._named.most_common(2)
        alone = not others or count >= 3 * others[0][1] or self._titled == {first}
        return first if count >= 2 and alone else None

    @cached_property
    def _titled(self) -> set[str]:
        """The countries that the first heading names or in which its places lie."""
        headings = (b for b in self._context.document.blocks if b.kind is BlockKind.HEADING and b.zone is Zone.ARTICLE)
        title = next(headings, None)
        mentions = self._context.annotated.blocks[title.index].of(MentionKind.REGION) if title else ()
        return {self._country_of(mention.key) or "" for mention in mentions}

    def origin(self, block: Block, passage: Passage, sentence: Span) -> str | None:
        """The origin in force where a sentence names none: that of an earlier sentence of the block."""
        if _OURS.search(self._context.text, sentence.start, sentence.end):
            return None
        for earlier in reversed(passage.before(sentence)[-3:]):
            found = self._context.qualifiers.origins(passage, earlier)
            if found:
                return None if self._of_others(passage, earlier, sentence) else found[-1].value
        if block.intro is not None:
            intro = self._context.document.blocks[block.intro]
            above = self._context.attributor.passage(intro)
            found = self._context.qualifiers.origins(above, Span(intro.start, intro.end))
            if found:
                last = nearest(found, intro.end, intro.end)
                return last.value if last else None
        return None

    def _of_others(self, passage: Passage, told: Span, sentence: Span) -> bool:
        """``A has X for bakers. In Leeds, cooks get Y``: whether a sentence turns to another role in another place."""
        one, other = ({m.key for m in passage.of(MentionKind.ROLE, span.start, span.end)} for span in (told, sentence))
        return (
            bool(one and other)
            and not one & other
            and bool(passage.of(MentionKind.REGION, sentence.start, sentence.end))
        )
