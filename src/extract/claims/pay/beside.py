"""Sums that nobody is paid: for pieces of work, to be spent, added to pay, worth, a price, asked for with a visa."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.amounts import Amount
from extract.language import Cues
from extract.lexicons.fragments import ABOUT, AGAINST, BESIDES, EARN, JOB, MAY, PAY, POST, USUALLY
from extract.model import Span

_BY_THE = re.compile(r"\bpaid\s(?:by|for|per)\s(?:the\s|each\s|every\s)?")
# "plus 12,000 for housing": what comes on top of pay, for what it is to be spent on.
_FOR = re.compile(
    r"(?:\s(?:a|per|each|every)\s(?:year|month|week|day)|\s?/\s?(?:month|year|week))?\s(?:for|towards?|to\scover)\s"
    r"(?:(?:an?|the|their|your|his|her|its|free|basic|annual|monthly)\s)?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.,;:)]|\s(?:and|or|an?|per|plus|each|on|as|while|with|if|is|are|when)\b|$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"[\s(]*(?:(?:in|near|around|outside)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,?\s)?(?:(?:an?|the|your|their|my|our|such\san?|that|this)\s)?(?>(?:(?:same|similar|comparable|(?:\d|one|two|three|four)[\s-]bed(?:room)?|average|typical|small|decent|basic|shared|private|public|statutory|monthly|good|cheap)\s)*)",
    re.IGNORECASE,
)
# "Pay is higher there, but a flat is X".
_TURNS = re.compile(r"[,;]\s(?:but|and|while|yet|whereas|where|though)\s")
# "in Mapo is", "there will run you": what something costs.
_COSTS = re.compile(
    rf"(?:\s(?:in|near|around|at|for|of|on|outside|within|there|here|alone|(?:costs?|bills?|prices?|premiums?|payments?|contributions?))\b[^.;:,]{{0,45}}?)?\s(?:is|are|was|takes?|runs?|costs?|comes?\sto|goes\sfor|starts?|averages?|(?:will|would|{MAY})\s(?:be|cost|run|take|set|come|go|eat))\b[^.;:,]{{0,40}}(?:,[^.;:,]{{3,24}},\s[^.;:,]{{0,16}}|,\s(?:{ABOUT}\s)?)?",
    re.IGNORECASE,
)
# "$0.43 per mile", "500/visit", "¢80 a word".
_FOR_EACH = re.compile(r"[^\w\s.,;:!?]?(?:\s(?:per|an?|each|for\seach)\s(?:\d[\d,.]*\s)?|\s?/\s?)", re.IGNORECASE)
_PER = re.compile(r"\b(?:per|each)\s|/\s?", re.IGNORECASE)
# "Each unit is worth 5,000": no pay of anyone.
_WORTH = re.compile(
    rf"(?<!package\s)(?<!packages\s)(?<!salary\s)(?<!salaries\s)(?<!package\sis\s)(?<!packages\sare\s)(?<!deal\s)(?<!contract\s)(?<!contracts\s)\bworth\s(?:(?:{ABOUT}|up\sto|an?|extra|another)\s){{0,2}}$"
)
# "had burnt X over the holidays": money that is gone.
_GONE = re.compile(
    rf"\b(?:burn(?:t|ed|s)?|blew|blown|wast(?:ed|es?)|squander(?:ed|s)?)\s(?:(?:{ABOUT}|up\sto|another|through|over)\s){{0,2}}$"
)
# "Aside from the basic pay, nurses get X": all that the sentence tells is extra.
_BESIDES = re.compile(
    rf"(?=[A-Z])(?i:{BESIDES})\s(?:(?:the|their|his|her|your|a|this|that)\s)?"
    rf"(?:(?:basic|base|regular|normal|monthly|annual|fixed|gross)\s){{0,2}}{PAY}\b",
)
# "..., on top of which firms pay X", "and on top of that they get X": told of what is added, within a sentence.
_ON_TOP_OF_IT = re.compile(
    r"(?:[,;]|\b(?:and|plus|but))\s(?:in\saddition\sto|on\stop\sof)\s(?:which|that|this|it)\b[^.;]{0,60}$"
)
# "Stock makes up as much as X", "X of those totals": a part of what is paid.
_MAKES_UP = re.compile(
    rf"\b(?:mak(?:es?|ing)\sup|made\sup|accounts?\sfor|contributes?|represents?)\s(?:(?:{ABOUT}|up\sto|as\smuch\sas|another|at\sleast)\s){{0,2}}$"
)
_OF_TOTALS = re.compile(
    r"\sof\s(?:that|this|it)(?=\s?[.,;)]|$)|\sof\s(?:the|that|this|those|these)\s(?:\w+\s)?(?:totals?|packages?|sums?|figures?|amounts?)\b(?!\sof\b)",
    re.IGNORECASE,
)
# "X on top", "X on top of their wages": behind what is added.
_ON_TOP = re.compile(
    rf"\s(?:[\w’'-]+\s){{0,4}}?on\stop(?=\s?[.,;)]|\sof\s(?:(?:that|this|it)\b|(?:(?:the|their|his|her|your|an?)\s)?(?:\w+\s){{0,2}}{PAY}\b))"
)
# "X an hour over scale": more than what is paid to others.
_OVER_SCALE = re.compile(
    r"(?:\s(?:an?|per)\s\w+|/\w+)?\s(?:over|above)\s(?:the\s)?(?:[\w’'-]+\s){0,2}?(?:scale|(?:base|basic|hourly|journeyman|union)\s(?:rate|pay|wage))(?=\s?(?:[.,;)]|$))"
)
# "X an hour into a pension fund", "X toward health and welfare": put away, and not paid out.
_PUT_AWAY = re.compile(
    r"\s(?:into|towards?|to)\s(?:(?:an?|the|their|your|his|her|its)\s)?(?:[a-z]+\s(?:and\s)?){0,3}?"
    r"(?:funds?|pensions?|pots?|trusts?|retirement|401\(?k\)?|health(?:\sand\swelfare|\splans?)|superannuation|annuit(?:y|ies))\b"
)
# "Our pay scale course is X": what a firm or the writer sells.
_OURS = re.compile(r"[\W_]{0,3}(?:Our|My)\s")
# "A redesign with us starts at X": no clients in the US.
_BY_US = re.compile(r"\b(?:with|from|by)\sus\b")
# "charge $150 for an emergency call", "quote per project: $900 for a page", "bill $30 for ten minutes": a price.
_CHARGED = re.compile(
    r"\b(?:charg(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|bill(?:s|ed|ing)?)\s(?:[\w’'-]+:?\s){0,4}$", re.IGNORECASE
)
# "charge homeowners $75 to $150 an hour", "Clients are billed $400 an hour for a lawyer", "Expect to be billed $90": what customers pay.
_CUSTOMERS = r"(?:customers?|clients?|homeowners?|householders?|landlords?|consumers?|buyers?)"
_BILLED = re.compile(
    rf"\b(?:(?:charg|bill)(?:es?|ed|ing|s)?\s(?:(?:(?:the|their|most|private|your)\s)?{_CUSTOMERS}|you|(?:the|your|an?)\s(?:firm|company|employer|school|hospital|clinic|business)"
    # "bill an hour of their time to clients at $90"
    rf"|(?:[\w’'-]+\s){{1,5}}to\s(?:(?:the|their)\s)?{_CUSTOMERS})"
    rf"|{_CUSTOMERS}\s(?:(?:may|can|will|often|usually)\s)?(?:are|get|be)\s(?:often\s|usually\s)?(?:billed|charged)"
    # Who reads is a customer, too.
    rf"|(?:[Ee]xpect\sto|[Yy]ou(?:['’]ll|\s(?:{MAY}|will|would)))\s(?:usually\s|often\s)?be\s(?:billed|charged|invoiced))\b",
    re.IGNORECASE,
)
_TOLD_PAY = re.compile(
    rf"\b(?:{EARN}|reports?|reported|say\sthey\sget)\s(?:(?:{ABOUT}|between|from|up\sto|an?)\s){{0,2}}\Z"
)
# "Homeowners pay $90 to $120 an hour for a licensed plumber", "Parents in Ghent paid": a client may also be who hires one.
_BOUGHT = re.compile(
    rf"\b(?i:customers|homeowners|householders|landlords|consumers|patients|households|parents|families|tenants|commuters|subscribers|students|learners)(?:\s(?:in|across|around)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?\s"
    rf"(?:(?:{MAY}|will|{USUALLY})\s)?(?:expect\sto\s)?(?:pay|paid|spend|spent|fork(?:ed)?\sout|shell(?:ed)?\sout)\s"
    rf"(?:(?:{ABOUT}|between|from|upwards\sof|anything|anywhere|up\sto|as\smuch\sas|an\saverage\sof)\s){{0,2}}\Z"
)
# "buys loupes ($1,400)", "bought a second van for $46,000", "rent the oven for $90 a month": what something costs.
_BUYS = re.compile(
    # "The heating bill of the shop has passed $900 a month".
    rf"\b(?:[Tt]he|[Aa]n?|[Yy]our|[Oo]ur|[Tt]heir)\s(?:[\w’'-]+\s)?bills?\s(?:(?:for|of|from|at|in)\s[^.;:,\d]{{3,40}}?\s)?"
    rf"(?:is|are|was|were|(?:(?:has|have|had)\s)?(?:come|came|comes|hit|hits|pass|passed|passes|reach|reached|reaches|run|runs|ran|top|topped|tops)(?:\sto)?)\s(?:(?:{ABOUT}|over|above)\s)?\Z"
    rf"|\b(?:buys?|bought|buying|purchas(?:e|es|ed|ing)|rent(?:s|ed|ing)?|leas(?:e|es|ed|ing))\s(?:[\w’'-]+\s){{1,5}}(?:(?:for|at)\s|\()(?:(?:{ABOUT}|as\slittle\sas)\s)?\Z"
)
# What an employer pays for: "... exams, which it pays for (worth some $6,000)".
_PAID_FOR = re.compile(r"\b(?:pay|pays|paid|paying)\sfor\s\([^()]*\Z")
# "Flat 40% off, now at $90": a price that is cut.
_CUT = re.compile(r"\d\s?%\s(?:off|discount)\b", re.IGNORECASE)
# "the $10-a-day programme", "a $9-a-month plan".
_SUCH_A_PLAN = re.compile(
    r"\s(?:(?:child\s?care|day\s?care|gym|phone|software)\s)?(?:program(?:me)?s?|plans?|schemes?|child\s?care|day\s?care|places?|pass(?:es)?|subscriptions?|memberships?|fees?|habits?|rooms?|hotels?|flats?|apartments?)\b",
    re.IGNORECASE,
)
# "Pay only $90 (usual fee $450)": an offer to the reader.
_PAY_ONLY = re.compile(r"(?:^|[,;:.!–—&]\s?|\b(?:and|but|now)\s)pay\s(?:only|just|as\slittle\sas)\s$", re.IGNORECASE)
_USUAL_FEE = re.compile(
    r"\s?(?:\w+\s)?\((?:the\s)?(?:usual|normal|full|original|list|regular|standard)\s(?:\w+\s)?(?:fee|price|cost)\b[^()]{0,30}\)",
    re.IGNORECASE,
)
# "$1,190 plus VAT": what is sold; a rate has its time beside it.
_TAXED = re.compile(
    r"\s?(?:\+|(?i:plus|incl\.?|including|inc\.?|excl\.?|excluding|ex\.?))\s?(?:\d{1,2}\s?%\s)?(?:VAT|GST|HST|MwSt|TVA|IVA)\b"
)
_FOR_ONE = re.compile(
    r"\sfor\s(?:(?:an?|each|every|the|one|any)\s(?!(?:full\s|whole\s)?(?:hour|day|week|month|year)\b)|(?:\d{1,2}|[a-z]+)[\s-]min(?:ute)?s?\b)"
)

# "adds 20% of basic pay (at least $5,600)": what a share of pay comes to.
_SHARE = re.compile(
    rf"(?:\d\s?%|\bper\s?cent)\sof\s(?:the\s|your\s|their\s|his\s|her\s)?(?:[a-z]+\s){{0,2}}{PAY}\s\([^()]{{0,60}}$",
    re.IGNORECASE,
)
# "charge $80 an hour, but out of that come tools and fuel": what a customer pays, no wage.
_OUT_OF_IT = re.compile(
    r"\b(?:out\sof|from)\s(?:that|this|which|it)\s(?:they\s(?:must\s|have\sto\s|need\sto\s)?(?:pay|cover)|(?:has\sto\s|must\s|have\sto\s)?comes?)\b"
    r"|\bthat(?:['’]s|\sis)\swhat\s(?:the\s|their\s|your\s)?(?:customers?|clients?|homeowners?|patients?)\s(?:pays?|is\scharged|are\scharged)\b|\bnot\swhat\s(?:you|they|he|she)\s(?:takes?|earns?|keeps?|gets?|brings?)\b",
    re.IGNORECASE,
)
# "Career changers, who earned $70,000 before": what somebody got in another job.
_FORMERLY = re.compile(
    r"(?:\s(?:a|per)\s\w+)?\s(?:before|previously|beforehand|in\s(?:their|the|an?)\s(?:old|last|previous|former|earlier)\s(?:jobs?|posts?|careers?|roles?|positions?))(?=\s?(?:[.,;)]|$))"
)
# "Overtime is paid at 1.5 times the hourly rate, so X": a sum that is worked out as an example.
MOST_BY_HOUR = 1_000
_TIMES_RATE = re.compile(
    r"\b(?:\d(?:[.,]\d+)?(?:\stimes|x)|twice|double|triple|time\sand\sa\s(?:half|third))\s(?:(?:the|their|your|his|her|its)\s)?"
    r"(?:[a-z]+\s){0,2}(?:rate|wage)s?\b[^.]{0,16},?\s(?:so|thus|e\.?g\.|for\sexample|meaning|which\smeans)\b"
)
# "$54,000, up from $52,000 a year earlier": what was paid before, which the period of an amount may have begun to say.
_YEARS_AGO = re.compile(
    r"\s(?:(?:(?:an?|the|one|two|three|four|five|ten|\d{1,2})\s)?(?:years?|months?|decades?)\s)?(?:earlier|ago|before(?=[.,;)]|$))"
)
# "rose to $54,000 from $52,000", "up from $52,000": what was paid before it, where no year says when.
_ROSE_FROM = re.compile(
    rf"(?:\b(?:rose|risen|grew|grown|climbed|jumped|increased|went\sup|gone\sup|moved)\sto\s(?:{ABOUT}\s)?[^.;:\s]{{2,14}}(?:\s(?:an?|per)\s\w+)?|(?:,|\b(?:is|are|was|were))\s(?:now\s)?(?:up|down))\sfrom\s(?:(?:just|only|{ABOUT})\s)?\Z"
)
_NO_MORE = re.compile(
    r"(?:\s(?:an?|per)\s\w+)?(?=\s?(?:[.,;)]|$)|\s(?:and|but|while|the\syear\sbefore|last\syear|a\syear\s(?:ago|earlier))\b)"
)
_SET_BEFORE = re.compile(rf"\b(?:from|than|{AGAINST}|was|were|stood\sat)\s(?:(?:just|only|{ABOUT})\s)?\Z")
# "She left a $36,000 desk job".
_LEFT = re.compile(
    r"\b(?:left|leaves|leaving|quit|quits|quitting|gave\sup|giving\sup|walked\saway\sfrom|traded|swapped)\s(?:an?|his|her|their|my|the)\s(?:[\w’'-]+\s){0,2}$"
)
_JOB_LEFT = re.compile(rf"[^.;,:]{{0,40}}?\s(?:{JOB}|{POST})\b")
# "1% (or €500, whichever is the larger)": the least that a share comes to.
_WHICHEVER = re.compile(r"[,;]?\swhich(?:ever|\sever)\s(?:is|was|comes|works|turns)\b")
_HAD = re.compile(r"\bwho\s(?:\w+\s){0,2}(?:earned|made|got|had|were\spaid|was\spaid|received|drew)\s[^.;,]{0,24}$")


def beside_pay(text: str, sentence: Span, amount: Amount, cues: Cues) -> bool:
    """Whether an amount is by the piece, for housing and the like, what a thing is worth, on top of pay, or asked for."""
    return (
        by_the_piece(text, amount, sentence.end, cues)
        or _is_upkeep(text, sentence, amount, cues)
        or _WORTH.search(text, max(sentence.start, amount.start - 40), amount.start) is not None
        or _GONE.search(text, max(sentence.start, amount.start - 40), amount.start) is not None
        or _is_price(text, sentence, amount)
        or _is_bought(text, sentence, amount)
        or _is_added(text, sentence, amount, cues)
        or _is_asked_for(text, sentence, cues)
        or _is_share_or_takings(text, sentence, amount)
        or _was_formerly(text, sentence, amount)
        or _is_offer(text, Span(sentence.start, amount.start), cues)
        or _is_cost_of_living(text, Span(sentence.start, amount.start), cues)
    )


def _is_added(text: str, sentence: Span, amount: Amount, cues: Cues) -> bool:
    """Whether an amount is told of as what comes on top of pay, is a part of it, or is put away."""
    if _ON_TOP.match(text, amount.end, sentence.end) or _PUT_AWAY.match(text, amount.end, sentence.end):
        return True
    if _OF_TOTALS.match(text, amount.end, sentence.end) or _OVER_SCALE.match(text, amount.end, sentence.end):
        return True
    part = _MAKES_UP.search(text, max(sentence.start, amount.start - 48), amount.start)
    if part and cues.has("pay.bonus", text, sentence.start, part.start()):
        return True
    before = sentence.start, amount.start
    return _BESIDES.match(text, *before) is not None or _ON_TOP_OF_IT.search(text, *before) is not None


def _is_cost_of_living(text: str, before: Span, cues: Cues) -> bool:
    """``A one-bedroom flat is about $900``: what is told of is something to live in, by or with, and nobody's pay."""
    turns = [turn.end() for turn in _TURNS.finditer(text, before.start, before.end)]
    before = Span(turns[-1], before.end) if turns else before
    opens = _ARTICLE.match(text, before.start, before.end)
    what = cues.pattern("pay.living").match(text, opens.end(), before.end) if opens else None
    if what is None or cues.has("pay.words", text, before.start, before.end):
        return False
    return _COSTS.fullmatch(text, what.end(), before.end) is not None


def _is_offer(text: str, before: Span, cues: Cues) -> bool:
    """Whether the words before an amount say what a firm sells, and nothing of pay."""
    ours = _OURS.match(text, before.start, before.end) and cues.has("pay.offers", text, before.start, before.end)
    by_us = _BY_US.search(text, before.start, before.end) is not None
    sold = ours or by_us or cues.has("pay.sold", text, before.start, before.end)
    return sold and not cues.has("pay.words", text, before.start, before.end)


def by_the_piece(text: str, amount: Amount, end: int, cues: Cues) -> bool:
    """``$0.40 per mile``, ``₦500,000 per service``: what stands behind an amount is no time, but a piece of work."""
    each = _FOR_EACH.match(text, amount.end, end)
    lists = ("pay.pieces", "pay.engagements")
    return each is not None and any(cues.pattern(name).match(text, each.end(), end) for name in lists)


def paid_by_the_piece(text: str, told: Sequence[Span], cues: Cues) -> bool:
    """Whether a sentence says that somebody is paid by the piece of work: "Surveyors are usually paid by the visit"."""
    pieces = cues.pattern("pay.pieces")
    return any(
        pieces.match(text, by.end(), span.end) for span in told for by in _BY_THE.finditer(text, span.start, span.end)
    )


def of_pieces(text: str, label: Span, cues: Cues) -> bool:
    """Whether a label says that figures are for each mile, word or visit."""
    pieces = cues.pattern("pay.pieces")
    return any(pieces.match(text, per.end(), label.end) for per in _PER.finditer(text, label.start, label.end))


def _is_price(text: str, sentence: Span, amount: Amount) -> bool:
    """``Bakers charge $90 for a cake``, ``charge homeowners $60 an hour``: what a customer pays."""
    billed = _BILLED.search(text, sentence.start, amount.start)
    # "Cooks who bill clients in the city report X": what they get.
    if billed and not _TOLD_PAY.search(text, billed.end(), amount.start):
        return True
    if _BOUGHT.search(text, sentence.start, amount.start):
        return True
    only = _PAY_ONLY.search(text, max(sentence.start, amount.start - 24), amount.start)
    if only or _USUAL_FEE.match(text, amount.end, sentence.end):
        return True
    if not amount.period_stated and _TAXED.match(text, amount.end, sentence.end):
        return True
    if amount.period_stated or _FOR_ONE.match(text, amount.end, sentence.end) is None:
        return False
    return _CHARGED.search(text, max(sentence.start, amount.start - 60), amount.start) is not None


def _is_bought(text: str, sentence: Span, amount: Amount) -> bool:
    """``bought a van for $46,000``, ``20% off, now $90``, ``a $9-a-month plan``: what a thing costs."""
    start = max(sentence.start, amount.start - 80)
    if _BUYS.search(text, start, amount.start) or _PAID_FOR.search(text, start, amount.start):
        return True
    if text.find("%", start, amount.start) >= 0 and _CUT.search(text, start, amount.start):
        return True
    return (
        text.find("-", amount.start, amount.end) >= 0 and _SUCH_A_PLAN.match(text, amount.end, sentence.end) is not None
    )


def _is_share_or_takings(text: str, sentence: Span, amount: Amount) -> bool:
    """Whether an amount in brackets is what a share of pay comes to, one of which costs are paid, or worked out by a rate."""
    if amount.size < MOST_BY_HOUR and _TIMES_RATE.search(text, sentence.start, amount.start):
        return True
    if text.find("(", sentence.start, amount.start) >= 0 and _SHARE.search(text, sentence.start, amount.start):
        return True
    share = text.find("%", sentence.start, amount.start) >= 0
    least = share and _WHICHEVER.match(text, amount.end, sentence.end) is not None
    return least or _OUT_OF_IT.search(text, amount.end, sentence.end) is not None


def _was_formerly(text: str, sentence: Span, amount: Amount) -> bool:
    """Whether an amount is what was paid years ago, or what somebody got in another job, or in one that was left."""
    if _YEARS_AGO.match(text, amount.end, sentence.end) and _SET_BEFORE.search(text, sentence.start, amount.start):
        return True
    if _ROSE_FROM.search(text, max(sentence.start, amount.start - 60), amount.start):
        return _NO_MORE.match(text, amount.end, sentence.end) is not None
    left = _LEFT.search(text, max(sentence.start, amount.start - 60), amount.start)
    if left and _JOB_LEFT.match(text, amount.end, sentence.end):
        return True
    if _FORMERLY.match(text, amount.end, sentence.end) is None:
        return False
    return _HAD.search(text, max(sentence.start, amount.start - 80), amount.start) is not None


def _is_upkeep(text: str, sentence: Span, amount: Amount, cues: Cues) -> bool:
    """``12,000 for housing``: what it is to be spent on stands behind it."""
    opens = _FOR.match(text, amount.end, sentence.end)
    what = cues.pattern("pay.upkeep").match(text, opens.end(), sentence.end) if opens else None
    return what is not None and _ENDS.match(text, what.end(), sentence.end) is not None


def _is_asked_for(text: str, sentence: Span, cues: Cues) -> bool:
    """``A skilled worker visa needs a salary of 38,700``: what one must be paid to be let in."""
    return all(cues.has(name, text, sentence.start, sentence.end) for name in ("pay.permits", "pay.asked"))
