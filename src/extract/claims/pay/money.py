"""Amounts in their sentence: segments, hints from headers, and whether an amount is pay."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from extract.amounts import Amount, AmountKind, Form, Hints, Vocabulary, find_amounts, vocabulary_of
from extract.claims.pay.beside import beside_pay
from extract.claims.pay.meant import FAR, meant
from extract.language import Cues
from extract.lexicons import Lexicons
from extract.lexicons.fragments import ABOUT, EARN, MAY, PAY, SHALL, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Span

_BOUNDARIES = (
    # Of several sentences in a cell each has its own: "$60K total. Big firms: $90K".
    re.compile(
        r";|(?-i:(?<=[a-z)])\.\s(?=[A-Z][a-z]))|\n(?![a-z])|\s[–—]\s|\bwhereas\b|\bwhilst\b|\bwhile\b|\bbut\b|\bcompared (?:to|with)\b|\bversus\b|\bvs\b",
        re.IGNORECASE,
    ),
    re.compile(r"\(?\bplus\b|\s[+=]\s", re.IGNORECASE),
    re.compile(r",\s*(?=(?:and|with|or|plus|rising|going|up)\b)", re.IGNORECASE),
    re.compile(r",(?=\s)"),
    re.compile(
        r"\s(?=\()|\s(?=(?:and|or|to)\s(?!(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*\+?\s*(?:years?|yrs?)|more\b|so\b|less\b|above\b))",
        re.IGNORECASE,
    ),
)


def segments(text: str, sentence: Span, amounts: Sequence[Amount]) -> list[Span]:
    """One stretch of the sentence for each of its amounts: the words that qualify it and no other.

    ``amounts`` are those of the sentence, in order, with offsets into ``text``.
    """
    if not amounts:
        return []
    starts = [sentence.start]
    for before, after in pairwise(amounts):
        starts.append(_boundary(text, before.end, after.start))
    ends = [*starts[1:], sentence.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


_OF_FIRST = re.compile(r"(?:\s(?:an?|per)\s\w+)?\s(?:for|as|in|at)\s[^,;]+\s\Z")


def _boundary(text: str, start: int, end: int) -> int:
    *surer, weak = _BOUNDARIES
    for pattern in surer:
        match = pattern.search(text, start, end)
        if match:
            return match.start()
    weakest = [match.start() for match in weak.finditer(text, start, end)]
    if len(weakest) > 1 and text.startswith(" to", weakest[-1]) and text.startswith((" and", " or"), weakest[-2]):
        # "... and the median to $60,000": what joins the two stands before what leads to the second.
        return weakest[-2]
    if not weakest and text.startswith("up to ", end) and _OF_FIRST.match(text, start, end):
        # "from $30,000 for beginners up to $70,000"
        return end
    return weakest[-1] if weakest else start


# "128,000 midwives employed": behind a count.
EMPLOYED = re.compile(r"\s(?:[\w-]+\s){0,4}(?:employed|at\swork|working)\b(?!\s(?:as|in|for)\b)", re.IGNORECASE)


# "AED 8,000 to / 10,000 per month", "paid AED / 20,000": lines that were cut to a width.
_WRAPPED = re.compile(rf"(?:\b(?:to|and|[A-Z]{{2,3}})|[{SIGNS}]|[-–—])\n(?=(?:[A-Z]{{2,3}}\s?)?[{SIGNS}]?\d)")


def find_in(text: str, span: Span, hints: Hints, lexicons: Lexicons) -> list[Amount]:
    """The amounts of ``text[span]`` in the currencies of the lexicons, with offsets into ``text``."""
    found = _read(text[span.start : span.end], hints, vocabulary_of(lexicons))
    return [a.moved(span.start) for a in found if not _is_nothing(a)]


def _is_nothing(amount: Amount) -> bool:
    """Whether an amount is a zero, as stands where a figure is not known."""
    return amount.kind is AmountKind.MONEY and not amount.low and not amount.high and amount.problem is None


@lru_cache(maxsize=4096)
def _read(words: str, hints: Hints, vocabulary: Vocabulary) -> tuple[Amount, ...]:
    """Amounts of words that several kinds of claims ask about."""
    return tuple(find_amounts(_WRAPPED.sub(_unwrapped, words), hints, vocabulary))


def _unwrapped(match: re.Match[str]) -> str:
    return match[0].replace("\n", " ")


def is_article_money(amount: Amount) -> bool:
    """Whether an amount is money by its own words: signed, well formed, no difference."""
    return amount.kind is AmountKind.MONEY and amount.problem is None and not amount.difference


# "40 – 180 hours" in a row on schooling
_LASTS = re.compile(r"(?:\s?[–-]\s?\d[\d.,]*)?\+?\s(?:hours|hrs|days|weeks|months|years|yrs|credits)\b", re.IGNORECASE)
MOST_HOURS = 1_000
"""A number from which on it is no number of hours or years, whatever stands behind it."""


def of_money(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The sums of money among the amounts of a cell: no differences, and no numbers of hours or years."""
    return [
        a
        for a in amounts
        if a.kind is AmountKind.MONEY
        and not a.difference
        and (a.sign is not None or a.size >= MOST_HOURS or _LASTS.match(text, a.end) is None)
    ]


def is_pay(
    text: str, sentence: Span, segment: Span, amount: Amount, cues: Cues, names: Sequence[Span] = ()
) -> bool | None:
    """Whether a sentence says that an amount is pay; None where it does not say either way.

    ``names`` are the roles named in the sentence: a cost estimator's pay is no cost.
    """
    if amount.difference or _is_wished(text, sentence, amount, cues):
        return False
    if _is_paid_or_more(text, Span(sentence.start, amount.start), cues):
        return False
    other_sum = _RETURNED.match(text, amount.end, segment.end) or _EXCHANGED.match(text, amount.end, sentence.end)
    other_sum = other_sum or _WORKED_OUT.match(text, sentence.start)
    if (
        other_sum
        or _is_part(_COMES_TO, text, sentence, amount)
        or _is_difference(text, sentence, amount)
        or beside_pay(text, sentence, amount, cues)
    ):
        return False
    if _WHICH_IS.search(text, max(sentence.start, amount.start - 48), amount.start):
        segment = Span(segment.start, amount.end)
    gaps = {
        name: _nearest(cues, f"pay.{name}", text, sentence, segment, amount, names)
        for name in ("words", "total", "other_money", "difference", "bonus")
    }
    if gaps["other_money"] < NEVER and _ALTOGETHER.search(text, amount.end, segment.end):
        # "Fees of X in total", "Cost: X total" are no total pay.
        gaps["total"] = NEVER
    pay = min((gaps[name] for name in ("words", "total")), default=NEVER)
    other = min(gaps[name] for name in ("other_money", "difference", "bonus"))
    if other < pay:
        return False
    if pay < NEVER:
        return True
    return True if amount.period_stated and amount.kind is AmountKind.MONEY else None


def _is_wished(text: str, sentence: Span, amount: Amount, cues: Cues) -> bool:
    """Whether a sum is what somebody should be paid; a range that one should earn is what to expect."""
    asked = _SAY.search(text, max(sentence.start, amount.start - 40), amount.start)
    if asked or _IF_SO.match(text, sentence.start, sentence.end):
        return True
    wish = cues.last("pay.wishes", text, sentence.start, amount.start)
    if wish is None or _AND_EARN.search(text, wish.end(), amount.start):
        return False
    return amount.form is not Form.RANGE


def _is_paid_or_more(text: str, before: Span, cues: Cues) -> bool:
    """Whether an amount is what the reader pays, or how much more one has: "bakers earn more than cooks, by some $5,000"."""
    if _YOU_PAY.search(text, max(before.start, before.end - 80), before.end):
        return True
    by = _BY.search(text, max(before.start, before.end - 60), before.end)
    ways = ("comparison.more", "comparison.less")
    return by is not None and any(cues.has(way, text, before.start, before.end) for way in ways)


_ALTOGETHER = re.compile(r"\sin\stotal\b|(?<=[\w)])\s(?:total|altogether|overall|all\sin)(?=\s?(?:[.,;)\n]|$))")
# "If they offer X, say Y": what the reader is told to ask for, or a mere case.
_SAY = re.compile(rf"(?:^|[,:;–—]\s|\b(?:and|then)\s)(?:say|ask\sfor|counter\s(?:with|at)|quote)\s(?:{ABOUT}\s)?$")
_IF_SO = re.compile(r"If\s[^.;]{5,80},\s(?:say|ask\sfor|counter\s(?:with|at)|quote)\s\D{0,16}\d")
# "an allowance of $500", "a $7,500 site allowance": what the amount is.
_OF = re.compile(rf"\s(?:of|worth)\s(?:(?:{ABOUT}|up\sto)\s)?")
# "get $80 back for each $10", "$2M in savings": what comes of something spent.
_RETURNED = re.compile(
    r"\s(?:back(?!\sin\s(?:the\s|\w{3,9}\s)?(?:19|20)\d\d|\sin\s[A-Z]|\s(?:then|home|east|west|north|south)\b)|in\s(?:return|value|savings?|sales|revenues?|damages|fees|fines|costs|debts?|funding|assets|tuition|loans?|losses|tax(?:es)?|fuel|insurance|rent|dues|expenses|repairs|contributions|interest|(?:[a-z]+\s)?benefits|materials|overheads?|levies|premiums|bills|maintenance|deductions))\b|\s(?:off(?!\sthe\sbat\b)|worth\sof)\b"
    # "paid off $9,000 of my student loan"
    r"|\sof\s(?:my|our|your|his|her|their)\s(?:\w+\s){0,2}(?:loans?|debts?|savings|mortgage|rent|fees)\b"
)
# "earn a bit more than plumbers, by some $4,000", "about $4,000": how much more.
_BY_SO_MUCH = re.compile(
    # "with more than 20 years of experience" compares nobody.
    rf"\b(?:more|less|higher|lower|better)\sthan\s(?!(?:\w+\s){{1,2}}(?:years?|hours?|months?|percent)\b)(?:[\w’'-]+\s){{0,7}}[\w’'-]+,?\s(?:{USUALLY}\s|on\saverage\s)?"
    rf"(?P<by>by\s)?(?:(?:{ABOUT}|up\sto|at\sleast)\s){{0,2}}$"
    # "The gap in median pay is X", or "5% more, and never less than X": how far apart two are.
    rf"|\b(?P<gap>(?:difference|gap)s?\s(?:in|of|between)\s[^.;:,\d]{{3,60}}?\s(?:is|was|comes\sto|amounts\sto|adds\sup\sto|works\sout\s(?:to|at)|runs\sto|reaches|can\sreach)\s(?:(?:{ABOUT}|only|just)\s){{0,2}}$)"
    rf"|\b(?P<where>(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:\w+\s)?(?:difference|gap)\s[^.;:\d]{{3,50}}?,\s(?:where|when)\sit\s(?:is|comes\sto|amounts\sto|reaches)\s(?:{ABOUT}\s)?$)"
    r"|\d\s?%\s(?P<rise>(?:more|extra),?\s(?:and|but)\s(?:(?:never|not|no)\sless\sthan\s)?$)",
    re.IGNORECASE,
)
LITTLE = 15_000
"""A sum that is sooner a difference than a year's pay, where it may be either."""
# "A salary of X leaves you about Y", "Somebody on a salary of X": a sum worked out for the reader.
_WORKED_OUT = re.compile(
    rf"(?:Someone|Somebody|Anyone|A\sperson)\swho\s{EARN}\s|(?:Someone|Somebody|Anyone|A\sperson)\son\san?\s[^.;,]{{0,40}}?{PAY}\sof\s|(?:An?|Any|With\san?)\s(?:\w+\s){{0,2}}{PAY}\sof\s[^.]{{3,40}}?,?\s(?:leaves|means|gives|would|translates|works\sout|puts|you|is\sroughly)\b"
    # "On $4,000 a month you would pay Y".
    rf"|On\s(?:an?\s)?[A-Z]{{0,3}}\s?[{SIGNS}]?\s?\d[^.;]{{0,40}}?\b(?:you|they|an?\s[a-z-]{{3,16}}(?:\s[a-z-]{{3,16}})?)(?:['’]d|['’]ll|\s(?:{SHALL}|{MAY}))\s(?:\w+\s)?(?:pay|keep|owe|lose|clear|take\shome)\b"
)
# "so a $70,000 salary is really a package of about $78,000": another such sum, and what it comes to.
_COMES_TO = re.compile(
    rf"\b[Aa]n?\s[A-Z]{{0,3}}[{SIGNS}]\s?\d[\d.,]*[kK]?\s(?:\w+\s)?{PAY}\s(?:is|becomes|means|equals|comes|works|translates|turns|amounts|would\sbe)\s"
    rf"(?:(?:really|actually|then|effectively|worth|out|at|to|as|into|an?|gross|net|total|take-home|package|pay|of|{ABOUT})\s){{0,6}}[A-Z]{{0,3}}[{SIGNS}]\s?\d"
    # "Five percent on SEK 50,000 is SEK 2,500 a month".
    rf"|(?:%|\bper\s?cent)\s(?:on|of)\s(?:(?:an?|the|your)\s)?(?:\w+\s){{0,2}}(?:of\s)?[A-Z]{{0,3}}\s?[{SIGNS}]?\s?\d[\d.,]*[kK]?\s(?:{PAY}\s)?"
    rf"(?:is|means|makes|comes\sto|gives|equals|would\sbe)\s(?:(?:{ABOUT})\s)?[A-Z]{{0,3}}\s?[{SIGNS}]?\s?\d"
)
# "₦1,600 to a dollar": a rate of exchange.
_EXCHANGED = re.compile(
    r"\s?(?:to|per|for|=|/)\s?(?:an?\s|the\s|one\s|1\s|each\s)?(?:US\s|U\.S\.\s|British\s)?(?:dollar|euro|pound|USD|EUR|GBP)\b",
    re.IGNORECASE,
)
# What stands in brackets behind an allowance.
_IN_BRACKETS = re.compile(
    rf"(?:\s(?:for|of)\s[^()\d]{{2,40}})?\s\((?:(?:of|worth|{ABOUT}|up\sto|max\.?|currently|{USUALLY}|an?|extra)\s){{0,2}}"
)
# "The pension is 12%, which is about X a year at the average salary": what it is stands before it.
_WHICH_IS = re.compile(
    rf"(?:,\swhich|;\s(?:that|this))\s(?:is|are|comes\sto|works\sout\s(?:to|at)|means|makes|equals|amounts\sto)\s(?:(?:{ABOUT}|an?\sextra)\s){{0,2}}$"
)
# "You pay social security (around X) yourself": what they pay and are not paid.
_YOU_PAY = re.compile(
    r"(?:\b[Yy]ou(?:['’]ll|['’]d|\shave\sto|\smust|\swill|\swould|\sneed\sto)?\s(?:also\s)?|\((?:expect|be\sready)\sto\s)pay\s(?!for\s(?:an?|the)\s)[^.;:]{0,60}$"
    # "You write invoices and pay your own insurance (about X)": what it costs.
    rf"|\bpay\s(?:your|their|his|her)\sown\s[^.;:]{{0,40}}$|\b[Ii]nsurance\s\((?:{ABOUT}\s)?$"
    # "Expect to pay $4,000 for a course and $9,000 for": a sum right behind it; "expect to pay welders $50,000" is pay.
    rf"|(?<![\w,;’]\s)(?i:expect|be\sready|plan)\sto\spay\s(?:(?:{ABOUT}|from|between|at\sleast|up\sto|anywhere)\s){{0,2}}(?:[A-Z]{{0,3}}\s?[{SIGNS}\d][^.;:]{{0,60}})?$"
)
# "Bakers want better pay and earn X"
_AND_EARN = re.compile(rf"\b(?:and|but|though|while)\s(?:\w+\s){{0,2}}{EARN}\b")
_BY = re.compile(
    rf"\bby\s(?:(?:{ABOUT}|over|up\sto|as\smuch\sas|an?)\s){{0,2}}"
    r"(?:[" + SIGNS + rf"]\s?[\d.,]+[kK]?(?:\s\w+){{0,5}}\s(?:and|to)\s(?:{ABOUT}\s)?)?$"
)
_HEAD_NOUN = re.compile(r"\s(?:[a-z]+\s){0,2}")
# How far apart two are: "some $9,600 (or 9%) more", "within $4,000 of one another", "that leaves $18,000 a year between the two", "the $9,600 in between is".
_APART = re.compile(
    r"(?:\s(?:a|per)\syear)?\s(?:\((?:or\s)?[^()\d]{0,12}[\d.,–-]{1,9}\s?%\)\s(?:more|less|higher|lower|above|below)|than\s(?:an?|the|other|those|most)|between\s(?:the\stwo|both|them)|apart\b(?!\sfrom)|of\s(?:one\sanother|each\sother)|in\sbetween\s[a-z]+(?:s|ed))\b"
)
# "sit €7,000 above planners", "$4,000 a year behind them".
_ABOVE = re.compile(r"(?:\s(?:a|per)\s\w+)?\s(?:above|below|ahead\sof|behind)\s")
# "get $20K (some $90K) raises": the amount is what one is raised by.
_RAISES = re.compile(
    rf"\)?(?:\s\([^()]{{1,30}}\))?\s(?:{PAY}\s)?(?:raises|hikes|bumps|increases(?!\s(?:to|with|as|by|over|after|when|once|each|every|in|from|further|again|\w+ly)\b))(?!\w)",
    re.IGNORECASE,
)
# Whose pay may be told in billions.
_IN_BILLIONS = frozenset({"IDR", "VND", "IRR", "LBP", "UZS", "LAK", "GNF", "SLL"})
NEVER = 1_000_000
OUTSIDE = 200
_START = attrgetter("start")


def _nearest(
    cues: Cues, name: str, text: str, sentence: Span, segment: Span, amount: Amount, names: Sequence[Span]
) -> int:
    """The distance of the nearest cue: within the segment; else, with a handicap, before it in the sentence."""
    start = max(sentence.start, segment.start - FAR)
    said = [match for match in cues.find(name, text, start, segment.end) if not _named(match, names)]
    if amount.unit in _IN_BILLIONS:
        said = [match for match in said if match[0].lower() != "billion"]
    said = [m for m in said if not _in_closed_bracket(text, start, m, amount.start)]
    if not said:
        return NEVER
    extra = name in {"pay.bonus", "pay.other_money"}
    ahead = [m.end() for m in said if m.end() <= amount.start] if extra else []
    if any(_IN_BRACKETS.fullmatch(text, at, amount.start) for at in ahead):
        return -1
    said = meant(name, said, text, Span(start, sentence.end), segment, amount)
    behind = (m.start() for m in said if m.start() >= amount.end)
    if name == "pay.bonus" and any(_OF.fullmatch(text, m.end(), amount.start) for m in said if m.end() <= amount.start):
        return -1
    if extra and any(_HEAD_NOUN.fullmatch(text, amount.end, at) for at in behind):
        return -1
    inside = [max(0, amount.start - m.end(), m.start() - amount.end) for m in said if m.start() >= segment.start]
    if inside:
        return min(inside)
    before = [amount.start - m.end() for m in said if m.end() <= amount.start]
    return OUTSIDE + min(before) if before else NEVER


def _in_closed_bracket(text: str, start: int, word: re.Match[str], end: int) -> bool:
    """``A gets X (plus a bonus) and B Y``: whether a word stands in brackets that are closed before the amount."""
    opened = text.rfind("(", start, word.start()) > text.rfind(")", start, word.start())
    return opened and text.find(")", word.end(), end) >= 0


def _is_difference(text: str, sentence: Span, amount: Amount) -> bool:
    """Whether an amount says by how much one is more: behind a comparison of pay, or by the words right behind it."""
    if _APART.match(text, amount.end, sentence.end) or _RAISES.match(text, amount.end, sentence.end):
        return True
    if amount.size < LITTLE and _ABOVE.match(text, amount.end, sentence.end):
        return True
    match = _BY_SO_MUCH.search(text, sentence.start, amount.start)
    sure = match is not None and any(match[name] is not None for name in ("by", "gap", "where", "rise"))
    return match is not None and (sure or amount.size < LITTLE)


def _is_part(pattern: re.Pattern[str], text: str, sentence: Span, amount: Amount) -> bool:
    """Whether an amount stands in what a pattern finds."""
    return any(m.start() <= amount.start < m.end() for m in pattern.finditer(text, sentence.start, sentence.end))


def _named(match: re.Match[str], names: Sequence[Span]) -> bool:
    at = bisect_right(names, match.start(), key=_START) - 1
    return at >= 0 and match.start() < names[at].end
