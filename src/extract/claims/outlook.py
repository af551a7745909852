"""Outlook claims: how much a role's employment is expected to grow or shrink, in percent, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.amounts import Amount, AmountKind, Hints
from extract.attribution import Attribution, TableView
from extract.claims.context import Context, reasons
from extract.claims.pay.money import find_in, segments
from extract.claims.pay.pairs import paired
from extract.claims.pay.places import Places
from extract.claims.pay.stand_ins import StandIns
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import ABOUT, JOB, SHALL
from extract.lexicons.signs import SIGNS
from extract.model import Block, BlockKind, Cell, Claim, Flag, Kind, Span

_YEAR = r"(?:19|20)\d\d"
_HORIZON = re.compile(
    rf"(?P<window>(?:from|between)?\s*(?P<first>{_YEAR})\s*(?:[-–—−/]|to|and|through|until)\s*(?P<last>{_YEAR}|\d\d)\b)"
    rf"|\b(?:by|through|until|till|to|in)\s+(?:the\s+(?:year|end of)\s+)?(?P<end>{_YEAR})\b"
    r"|\b(?P<span>(?:next|coming|following)\s+(?:(?:\w+|\d{1,2})\s+(?:to\s+\w+\s+)?years|decade|year)|(?:this|the)\s+decade(?!\s(?:to|through|until|ending|from)\b))\b"
    r"|\b(?:over|for|within|during)\s+(?:a\s+)?(?P<length>\d{1,2}|\w+)[\s-]years?\b",
    re.IGNORECASE,
)
_ANNUAL = re.compile(
    r"(?<!\d\s)(?<!\dk\s)\b(?:(?:annual\w*|yearly)(?!\s(?:job\s)?(?:openings|jobs|positions|vacancies|opportunities)\b)|per year|a year|each year|every year|per annum|year over year|year on year)\b",
    re.IGNORECASE,
)
# "19 percent through 2022, with 15,000 openings each year": so many jobs, and no growth, a year.
_OF_JOBS = re.compile(
    r"\d\s(?:[\w-]+\s){0,3}(?:openings|jobs|positions|vacancies|opportunities)\s(?:(?:are|will\sbe)\s(?:\w+\s){0,2})?\Z"
)
_ASIDE = re.compile(
    r"\b(?:higher|lower|more|less|better|premium|of (?:the |all |surveyed )?(?:compan|employer|respond|work|time|job post|post)\w*)\b",
    re.IGNORECASE,
)
# "28% higher in 2028 than in 2018": growth, worded as a comparison of years.
_THAN_BEFORE = re.compile(
    rf"(?:higher|greater|more|larger|lower|smaller|fewer)\s(?:(?:by|in)\s{_YEAR}\s)?than\s(?:(?:it|they)\s(?:was|were|is)\s)?in\s{_YEAR}\b",
    re.IGNORECASE,
)
_WHY = re.compile(r",\s(?:as|because|since|while|although|though|according\sto|says|say|per|reports)\s")
_OF_WORK = re.compile(r"\b(?:labou?r|jobs?|employment)\s$", re.IGNORECASE)
# "But the gap is shrinking: it was X a year ago": how far apart two are; a lack of skills is no such gap.
_GAP = re.compile(
    r"(?<!skills )(?<!skill )(?<!talent )(?<!labour )(?<!labor )\b(?:gap|difference)\s(?:is|was|has|between|in)\b"
)
_EVERYBODY = re.compile(
    r"\s?(?:\w+\s){0,3}(?:for|of|across|among|in)\s(?:all|the average|the total|other|every)\b", re.IGNORECASE
)
_OF_EVERYBODY = re.compile(
    rf"\b(?:across|for|of|among|in)\sall\s(?:(?:of\s)?the\s|other\s)?{JOB}\b[^.;,:]{{0,48}}\Z", re.IGNORECASE
)
# "90% of practices": a share of them. "Decreased by 37% from £67,800": of pay.
_SHARE_OF = re.compile(
    r"\s?(?:%|per\s?cent|percent)?\sof\s(?:(?:all|the|these|those|their|our|its)\s)?(?:[a-z]+\s){0,2}[a-z]+s\s(?:not|are|have|had|were|say|said|now)\b"
)
_OFF_A_SUM = re.compile(r"[^.;%]{0,24}?\b(?:from|on|to)\s(?:the\s|about\s|around\s)?[" + SIGNS + r"]\s?\d")
# "£107,600 in 2017/18, a 4.3 per cent increase": of pay.
_ON_A_SUM = re.compile(
    r"["
    + SIGNS
    + r"]\s?[\d.,]*\d[kK]?(?:\s(?:per|a|in|for)\s[\w/]{2,12})?,\s(?:which\sis\s)?(?:an?|up|down)\s(?:rise\sof\s|increase\sof\s|drop\sof\s)?$"
)
# "... is at $61,000, a rise of 1%": of pay.
_SUM = re.compile(
    r"["
    + SIGNS
    + r"]\s?\d[\d.,]*\w?(?:\s\([^()]{0,40}\)|\s(?:in|for|as\sof)\s\w{3,9}(?:\s\d{4})?)?,\s(?:an?\s)?(?:\w+\s){0,2}$"
)
# "The software market is to reach $25 billion, growing 20% a year": how many are employed in it, nobody says.
_MARKET = re.compile(r"\b(?:market|industry|sector)\b", re.IGNORECASE)
# "The software market is to reach $25 billion, at 20% a year, more than the jobs in it".
_WORTH = re.compile(r"\d\s?(?:billion|trillion|bn|tn)\b", re.IGNORECASE)
# "fall under mechanics, whose number is to rise 5%": what falls is no number, and what the figure tells stands before it.
_FILED = re.compile(r"\s(?:under|into|within|among|outside|somewhere|between)\b")
_RISING = re.compile(
    rf"\b(?:grow(?:s|n|ing|th)?|ris(?:es?|ing)|increas(?:es?|ed|ing)|expand(?:s|ing)?|climb(?:s|ing)?|goe?s?\sup)\s(?:rate\s)?(?:(?:of|by|at|{ABOUT})\s){{0,3}}$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    rf"(?:For|Among)\s(?!all\b|(?:every|any)\s|the\s(?:average|whole)\b)[^.;]{{3,60}}?,?\s(?:it|this|that|the\s(?:figure|rate|number|projection))(?:['’]s|\s(?:is|was|will\sbe|stands\sat|comes\sto))\s(?:{ABOUT}\s)?"
)
_EXPECTED = re.compile(
    rf"For\s(?!all\b|(?:every|any)\s)[^.;%\d]{{3,60}}?,?\s(?:it|they|the\s\w+)\s(?:expects?|forecasts?|projects?|predicts?|foresees?|sees)\s(?:{ABOUT}\s)?"
)
# "Architects: 8 percent", "Testers alone, 12%" behind another role's growth.
_AND_THEY = re.compile(rf"(?:For\s)?[A-Z][^.;:,()%\d]{{2,48}}?(?:\salone)?\s?[:,–—]\s(?:(?:{ABOUT}|up|down)\s)?")
# "faster than the average (4 percent)", "lower than the average job growth rate of 5%": of all.
_AVERAGE = re.compile(
    r"(?:\baverage|\bthan\s(?:the\s)?(?:\w+\s)?average\s(?:\w+\s){0,3}?(?:rate|growth|increase|pace))"
    r"(?:\s(?:for|of|across)\s[\w\s]{3,30}?)?,?\s?(?:\(|of\s)(?:about\s)?$",
    re.IGNORECASE,
)
# "Jobs for Xs: up 14%".
_UP = re.compile(rf"\b(?:up|down)\s(?:(?:{ABOUT}|by)\s)?$", re.IGNORECASE)
_UP_BY = re.compile(rf"\b(?:up|down)\s(?:(?:{ABOUT}|by)\s)?\d")
_SAME_SPAN = re.compile(r"\b(?:over|in|during|for)\s(?:the\s)?same\s(?:period|decade|years|time|span)\b")
# "needs 12% more bakers by 2030": of those who are employed.
_MORE_OF_THEM = re.compile(
    r"[\d.,]{1,6}\s?(?:%|per\s?cent|percent)\smore\s(?:(?:jobs|positions|posts|vacancies|openings)\sfor\s)?"
)
_NEEDED = re.compile(
    r"\b(?:needs?|expects?|requires?|wants?|hires?|recruits?|employs?|plans?|foresees?|forecasts?|projects?|predicts?|seeks?|will\sbe)\b"
)
# "1,146 divers worked there. The office expects the number to grow": of those told of before.
_THE_NUMBER = re.compile(rf"\b(?:the|their|this|that)\s(?:number|total|count|headcount)s?\s(?:to|is|are|{SHALL})\b")
# What has grown is what the sentence began with: "the salary of ... is X and has increased by".
_HAS_GROWN = re.compile(
    rf"\b(?:has|have|had)\s(?:also\s)?(?:increased|risen|grown|gone\sup|fallen|dropped)\s(?:by\s)?(?:{ABOUT}\s)?$",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"[%Pp](?:(?<=%)|(?<!\w.)(?i:er\s?cent|ct)\b)")
# A row headed by a year tells how pay has grown since the year before.
_CALENDAR = re.compile(rf"\s*{_YEAR}\s*")
_AND_OF = re.compile(
    r"(?:\s(?:by|through|until|in|from)\s[\d\s–-]{4,12})?,?\sand\s(?:(?:that|those|jobs|employment|the\snumber)\s)?(?:of|for)\s[^,;:.\d+]{3,40}?\s(?:by\s)?(?:about\s)?"
)
_NAMES = (MentionKind.ROLE, MentionKind.ORIGIN)
REACH, FAR = 90, 40
LONGEST_LABEL = 6
"""In words."""


def outlook(context: Context) -> Iterator[Claim]:
    """The outlook claims of an article."""
    places = Places(context)
    for block, passage in context.prose():
        if not _PERCENT.search(context.text, block.start, block.end):
            continue
        found = [
            a
            for a in find_in(
                context.text, Span(block.start, block.end), Hints(country=places.country), context.lexicons
            )
            if a.kind is AmountKind.PERCENT
        ]
        for sentence in passage.sentences:
            inside = [a for a in found if sentence.start <= a.start < sentence.end]
            if inside and not context.says_nothing(sentence):
                yield from _sentence(context, places, block, passage, sentence, inside)
    for view in context.tables:
        for cell in view.body():
            yield from _cell(context, view, cell)


def _sentence(
    context: Context,
    places: Places,
    block: Block,
    passage: Passage,
    sentence: Span,
    amounts: Sequence[Amount],
) -> Iterator[Claim]:
    owners = paired(context, passage, sentence, amounts)
    grown = falls = False
    for at, (amount, segment) in enumerate(zip(amounts, segments(context.text, sentence, amounts), strict=True)):
        grown = _grows(context, block, sentence, segment, amount) or (
            grown and _parallel(context, block, segment, amount)
        )
        if not grown or context.cues.has("outlook.shares", context.text, sentence.start, amount.start):
            continue
        again = falls and _AND_OF.fullmatch(context.text, amounts[at - 1].end, amount.start) is not None
        falls = _declines(context, segment, amount) or again
        owner = owners[at] if owners else context.attributor.at(block, amount.start, amount.end)
        owner, stated = StandIns(context).whom(block, sentence, owner)
        origin = context.qualifiers.origins(passage, sentence)
        columns = {
            "horizon": horizon_in(context.text, segment) or _horizon(context.text, passage, sentence),
            "modality": context.modality(sentence, segment),
            "attributed_to": origin[0].value if origin else places.origin(block, passage, sentence),
            "region": next((f.value for f in context.qualifiers.regions(context.text, passage, sentence)), None),
        }
        yield from _claims(
            context, block, _signed(amount, falls=falls), segment, owner, stated, "outlook.prose", columns
        )


def _grows(context: Context, block: Block, sentence: Span, segment: Span, amount: Amount) -> bool:
    """Whether a percentage is growth of employment: a word of growth near it, work growing, nothing else counted."""
    text, cues = context.text, context.cues
    alone = _stands_alone(context, block, amount) or _goes_on(context, block, sentence, amount)
    if alone or _more_of_them(context, block, sentence, amount):
        return True
    near = Span(max(sentence.start, amount.start - REACH), min(sentence.end, amount.end + 50))
    growth = cues.find("outlook.growth", text, near.start, near.end)
    aside = _ASIDE.search(text, max(amount.start, amount.end - 16), amount.end + 16)
    moved = text[amount.start] in "+-−" or _UP.search(text, max(sentence.start, amount.start - 12), amount.start)
    signed = moved and cues.has("outlook.jobs", text, sentence.start, amount.start)
    if (
        not (growth or (signed and horizon_in(text, segment)))
        or _EVERYBODY.match(text, amount.end, sentence.end)
        or _OF_EVERYBODY.search(text, segment.start, amount.start)
        or _SHARE_OF.match(text, amount.end, sentence.end)
        or _OFF_A_SUM.match(text, amount.end, sentence.end)
        or _ON_A_SUM.search(text, sentence.start, amount.start)
        # "5 percentage points faster": how far apart two are.
        or text.find("points", amount.start, amount.end + 8) >= 0
        or _GAP.search(text, sentence.start, amount.start)
        or _AVERAGE.search(text, max(sentence.start, amount.start - 64), amount.start)
        or (aside and text.find(", ", amount.end, aside.start()) < 0 and not _THAN_BEFORE.match(text, aside.start()))
    ):
        return False
    names = context.attributor.passage(block).of(_NAMES, segment.start, segment.end)
    others = cues.find("outlook.other", text, segment.start, segment.end)
    # A tax preparer's growth is no tax, and "says Labour Market Watch" no market.
    others = [m for m in others if not any(name.start <= m.start() < name.end for name in names)]
    behind = [m for m in others if m.start() > amount.end and _is_apart(text, amount.end, m.start())]
    other = _gap([m for m in others if m not in behind], amount)
    jobs = _gap(cues.find("outlook.jobs", text, segment.start, segment.end), amount)
    market = jobs is None or _WORTH.search(text, segment.start, amount.start) is not None
    market = market and _MARKET.search(text, segment.start, amount.start) is not None
    market = market and _ANNUAL.search(text, amount.start, segment.end) is not None
    if market or (other is not None and (jobs is None or other < jobs) and other < FAR):
        return False
    if jobs is not None or cues.has("outlook.jobs", text, sentence.start, sentence.end):
        return True
    grown = _HAS_GROWN.search(text, max(sentence.start, amount.start - 32), amount.start)
    if cues.has("outlook.other", text, sentence.start, amount.start if grown else segment.start):
        return False
    named = context.attributor.clauses(block, sentence).owning()
    # "The cloud computing market ..., growing 20%": of a trade, and not of those who work in it.
    trade = other is not None and not any(owner.kind is MentionKind.ROLE for owner in named)
    about = any(cues.has("sections.outlook", text, span.start, span.end) for span in context.labels(block)[:2])
    of_pay = _SUM.search(text, max(sentence.start, amount.start - 60), amount.start)
    about = about or _THE_NUMBER.search(text, sentence.start, amount.start) is not None
    return not trade and not of_pay and (bool(named) or about)


def _is_apart(text: str, end: int, word: int) -> bool:
    """Whether a word behind a figure tells why, or is one of work: ``3%, as more shops automate``, ``3% in the labour market``."""
    return _WHY.search(text, end, word) is not None or _OF_WORK.search(text, word - 12, word) is not None


def _more_of_them(context: Context, block: Block, sentence: Span, amount: Amount) -> bool:
    """``The health service needs 12% more nurses by 2030``: so many more of a role by a date."""
    more = _MORE_OF_THEM.search(context.text, amount.start, sentence.end)
    if more is None or _NEEDED.search(context.text, sentence.start, amount.start) is None:
        return False
    roles = context.attributor.passage(block).of(MentionKind.ROLE, more.end(), sentence.end)
    return any(r.start == more.end() and horizon_in(context.text, Span(r.end, sentence.end)) for r in roles)


def _parallel(context: Context, block: Block, segment: Span, amount: Amount) -> bool:
    """``The number of Xs is to grow 6%, and that of Ys 5%``: another role's figure right behind a growth figure."""
    text = context.text
    roles = context.attributor.passage(block).of(MentionKind.ROLE, segment.start, segment.end)
    if not roles or _EVERYBODY.match(text, amount.end, segment.end):
        return False
    others = context.cues.find("outlook.other", text, segment.start, segment.end)
    aside = _ASIDE.search(text, segment.start, segment.end)
    return aside is None and all(any(r.start <= m.start() < r.end for r in roles) for m in others)


def _stands_alone(context: Context, block: Block, amount: Amount) -> bool:
    """``- Data Scientist: 36%`` below a heading about growth: an item that is a figure and whose it is, no more."""
    text = context.text
    rest = text[block.start : amount.start] + text[amount.end : block.end]
    longest = LONGEST_LABEL if block.kind is BlockKind.LIST_ITEM or block.label is not None else 0
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH) or len(rest.split()) > longest:
        return False
    about = any(context.cues.has("sections.outlook", text, s.start, s.end) for s in context.labels(block)[:2])
    return about and not context.cues.has("outlook.other", text, block.start, block.end)


def _goes_on(context: Context, block: Block, sentence: Span, amount: Amount) -> bool:
    """Whether a sentence gives another role's growth: "For Xs it is 6%", "Xs can expect 9% over the same period"."""
    text, cues = context.text, context.cues
    passage = context.attributor.passage(block)
    again = bool(
        _AGAIN.fullmatch(text, sentence.start, amount.start)
        or _EXPECTED.fullmatch(text, sentence.start, amount.start)
        or _SAME_SPAN.search(text, amount.end, sentence.end)
    )
    if not again and _AND_THEY.fullmatch(text, sentence.start, amount.start):
        again = bool(passage.of(MentionKind.ROLE, sentence.start, amount.start)) and not _EVERYBODY.match(
            text, amount.end
        )
    before = passage.before(sentence)[-1:] if again else ()
    return any(
        _PERCENT.search(text, s.start, s.end)
        and (
            cues.has("outlook.growth", text, s.start, s.end)
            or _UP_BY.search(text, s.start, s.end)
            or _MORE_OF_THEM.search(text, s.start, s.end)
        )
        and (cues.has("outlook.jobs", text, s.start, s.end) or bool(passage.of(MentionKind.ROLE, s.start, s.end)))
        for s in before
    ) and not cues.has("outlook.other", text, sentence.start, sentence.end)


def _gap(found: Sequence[re.Match[str]], amount: Amount) -> int | None:
    return min((max(0, amount.start - m.end(), m.start() - amount.end) for m in found), default=None)


def _claims(
    context: Context,
    block: Block,
    amount: Amount,
    segment: Span,
    owner: Attribution,
    stated: str | None,
    rule: str,
    columns: Mapping[str, object],
) -> Iterator[Claim]:
    if amount.low is None and amount.high is None:
        return
    ends = sorted(end for end in (amount.low, amount.high) if end is not None)
    low, high = ends[0], ends[-1]
    annual = _ANNUAL.search(context.text, segment.start, segment.end)
    if annual and _OF_JOBS.search(context.text, amount.end, max(amount.end, annual.start())):
        annual = None
    flags = (Flag.PROXY_ROLE,) if stated else ()
    for role in owner.roles:
        yield context.claim(
            Kind.OUTLOOK,
            block,
            Span(amount.start, amount.end),
            role,
            f"{low:g}%" if low == high else f"{low:g}-{high:g}%",
            rule=rule,
            confidence=owner.confidence * 0.95,
            because=reasons(owner),
            aspect="annual_growth" if annual else "growth",
            stated_role=stated,
            low=low,
            high=high,
            high_open=amount.high_open,
            low_open=amount.low_open,
            unit="percent",
            approximate=amount.approximate,
            flags=flags,
            **columns,
        )


def _declines(context: Context, segment: Span, amount: Amount) -> bool:
    """Whether a figure tells by how much something shrinks."""
    why = _WHY.search(context.text, amount.end, segment.end)
    down = context.cues.find("outlook.decline", context.text, segment.start, why.start() if why else segment.end)
    if not any(_FILED.match(context.text, word.end()) is None for word in down):
        return False
    return _RISING.search(context.text, max(segment.start, amount.start - 48), amount.start) is None


def _signed(amount: Amount, *, falls: bool) -> Amount:
    """A figure that tells by how much something shrinks, below zero."""
    low, high = (None if end is None else -abs(end) for end in (amount.low, amount.high))
    return replace(amount, low=low, high=high) if falls else amount


def _cell(context: Context, view: TableView, cell: Cell) -> Iterator[Claim]:
    words = view.words(cell)
    if "%" not in words:
        return
    labels = [span for span, _ in view.qualifiers(cell)]
    label = next((s for s in labels if context.cues.has("outlook.growth", context.text, s.start, s.end)), None)
    if any(_CALENDAR.fullmatch(context.text, s.start, s.end) for s in labels):
        return
    if label is None or any(context.cues.has("outlook.other", context.text, s.start, s.end) for s in labels):
        return
    owner, whole = view.owner(cell), Span(cell.start, cell.end)
    inside = [m for m in view.passage(cell).of(MentionKind.ROLE) if m.key not in owner.roles]
    stated = context.text[inside[0].start : inside[0].end] if inside else None
    origins = [f for span, passage in view.lines[:2] for f in context.qualifiers.origins(passage, span)]
    columns = {
        "horizon": horizon_in(context.text, whole) or horizon_in(context.text, label),
        "attributed_to": origins[0].value if origins else None,
    }
    for amount in find_in(context.text, whole, Hints(), context.lexicons):
        if amount.kind is AmountKind.PERCENT:
            figure = _signed(amount, falls=_declines(context, whole, amount))
            for claim in _claims(context, view.block, figure, whole, owner, stated, "outlook.table", columns):
                yield context.in_table(claim, view, cell)


def _horizon(text: str, passage: Passage, sentence: Span) -> str | None:
    """By when, as a sentence says, or as the one before it where it is "over the same period"."""
    found = horizon_in(text, sentence)
    before = (
        passage.before(sentence)[-1:] if found is None and _SAME_SPAN.search(text, sentence.start, sentence.end) else ()
    )
    return next((horizon_in(text, s) for s in before), found)


def horizon_in(text: str, span: Span) -> str | None:
    """By when, as worded: ``2032``, ``2021-2031``, ``next decade``."""
    match = _HORIZON.search(text, span.start, span.end)
    if match is None:
        return None
    if match["window"]:
        first, last = match["first"], match["last"]
        return f"{first}-{last if len(last) == 4 else first[:2] + last}"
    if match["length"]:
        return f"{match['length'].lower()} years"
    return match["end"] or re.sub(r"^(?:this|the)\s+", "this ", match["span"].lower())
