"""Which of the words for extras, gaps and other money around an amount say what it is, and which are of something else."""

from __future__ import annotations

import re

from extract.amounts import Amount
from extract.lexicons.fragments import ABOUT, AVERAGE, EARN, EXTRA, MAY, MOVE, PAY, SHALL, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Span

FAR = 600
"""Code points: words farther before an amount's own are a list's, not what it is."""
FAR_ASIDE = 48

# "$95K + super", "excluding bonus": named beside the amount, not what it is.
_ADDED = re.compile(
    r"(?:\+|\b(?:plus|excl\w*|exclusive of|incl\w*|with|and|before|without|not counting|on top of|of which|(?:complemented|accompanied|supplemented) by|coupled with|alongside))\s*(?:[\w.%–-]+,?\s){0,4}$",
    re.I,
)
# "$119,200, cash bonuses not counted"
_SET_APART = re.compile(
    r"[^\s,.;:]{3,14}\s{1,3}(?:[a-z]{3,9}\s){0,2}(?:are\s|is\s)?(?:not\s)?(?:included|counted|excluded|aside|extra|on\stop)\b",
    re.IGNORECASE,
)
# "see a jump, from X to Y": the levels that pay moves between, no difference.
_FROM_TO = re.compile(
    rf",?\s(?:(?:in|of)\s(?:\w+\s){{1,2}}|to\s(?:anything|anywhere)\s)?from\s(?:(?:{ABOUT}|an?\saverage\sof)\s)?[^\w\s]{{0,2}}(?:[A-Z]{{1,3}}\s?[^\w\s]?)?(?!(?:19|20)\d\d\b)\d"
)
_TOLD_OF_IT = re.compile(r"[^:;.]{0,60}(?::|;(?!\s(?:it|this|that|which|some)\b))\s(?:[\w’'-]+,?\s){2,14}?")
# "The gap is wider here: X for bakers, Y for cooks": both figures, and not how far apart they are.
_TOLD_OF_BOTH = re.compile(
    rf"[^:;.]{{0,60}}:\s(?:{ABOUT}\s)?[A-Z]{{0,3}}[{SIGNS}]\s?\d[\d.,]*[kK]?\s(?:[^:;.\d]{{0,24}}\s)?(?:for|to|in|at|with)\s[^:;.\d]{{3,60}}\s[A-Z]{{0,3}}[{SIGNS}]\s?\d"
)
# "With bonus it may go up to X": X is all that they get.
_WITH_ALL = re.compile(r"(?:With|Including|Counting|Once|After|Add(?:ing)?)\s", re.IGNORECASE)
_THEN_IN_ALL = re.compile(
    rf"\b(?:it|they|this|that|(?:total|overall|whole|annual)\s(?:[a-z]+\s)?|{PAY}|figures?)\s"
    rf"(?:(?:{MAY}|{SHALL}|{USUALLY}|even|then)\s){{0,2}}(?:{MOVE}|reach|reaches|hit|hits|jump|jumps|come|comes|top|tops|exceed|exceeds|be|is|are|get|gets|amount|amounts)\b"
    r"|\b(?:ends?\sup|takes?\shome|comes?\sout)\b"
)
# "After ten years pay is X, adding": another figure, and what goes on behind it.
_AND_THEN = re.compile(r"\d[^,]{0,24},\s")
# "Labour Market Insights", "in the permanent market": a market of jobs.
_OF_JOBS = re.compile(
    r"\b(?:(?:end|bottom|top|middle|rest|half|part)\sof\sthe|labou?r|jobs?|employment|talent|hiring|recruitment|permanent|contract|contractor|freelance|(?:in|on|across|for)\s(?:the|a|an|this|that|today['’]s)\s(?:[\w-]+\s){0,2})\s?$",
    re.IGNORECASE,
)
# "Total pay, including bonuses and equity, averages X", "without overtime they earn X": in or out of what the verb is said of.
_ASIDE = re.compile(
    r"\b(?:(?P<in>incl(?:uding|usive\sof|udes?|uded|\.)|(?<!not\s)counting)"
    r"|excl(?:uding|usive\sof|udes?|\.)|with|without|before|not\scounting|(?:apart|aside)\sfrom)\s(?:(?!of\b)[a-z&’'-]+,?\s|\d{1,2}\s?%\s){0,4}$",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"(?!,?\s(?:which|that|who)\b)[^.;:\d]{{0,60}}?\b(?:is|are|was|were|be|averaged?|averages|{EARN}|{MOVE}|reach(?:es)?|comes?|amounts?|exceeds?|stands?|stood|sits?|hits?|tops?|totals?)\b[^\d]{{0,40}}",
    re.IGNORECASE,
)
# "additional compensation", "profit sharing income", "an allowance, where it is paid,": what comes on top of pay.
_EXTRA = re.compile(
    rf"\b{EXTRA}\s(?:cash\s|annual\s)?$|,\s(?:where|if|when)\s(?:they\s|it\s)?(?:(?:is|are|still|ever)\s){{0,2}}$",
    re.IGNORECASE,
)
_EARNING = re.compile(r"(?:earn(?:s|ed)?|makes?|made|gets?|receives?|commands?)$", re.IGNORECASE)
# "saw pay increase 9 per cent, to €62,000": the amount is the pay.
_UP_TO_NOW = re.compile(rf"\bto\s(?:{ABOUT}\s|an?\saverage\sof\s|(?:the|an?)\s)?$", re.IGNORECASE)
# "equipment manufacturing", "insurance carriers", "tax preparation services": who pays, not what for.
_INDUSTRY = re.compile(
    r"(?:,?\s(?!for\b|of\b|at\b|by\b|to\b|from\b|is\b|are\b|in\b|on\b)[\w&-]{1,20}){0,3}?,?\s(?:manufacturing|services|compan(?:y|ies)|firms?|industr(?:y|ies)|sectors?|carriers?|agenc(?:y|ies)|brokerages?|banks?|funds|activities|preparation|wholesalers|retailers|dealers|offices)\b",
    re.IGNORECASE,
)
# "the gap falls to $10,000": not what pay rises to, but how far apart two are.
_GAP_COMES_TO = re.compile(
    r"(?:gaps?|differences?|differentials?|spreads?|deltas?|disparit(?:y|ies))\s(?:[a-z]+\s){1,4}\Z", re.IGNORECASE
)
# "a $9,000, 12% gap": the same difference in percent.
_PARTED = re.compile(r"[,;]")
_NEXT_CLAUSE = re.compile(r"[,;]\s(?:and|while|whilst|whereas|but)\s")
_GOES_ON = re.compile(rf",\s(?!{ABOUT}\b)\S")
_SHARE_TOLD = re.compile(r"(?:\bplus|\+|\bwith)\s(?:(?:an?|up\sto|around|about)\s){0,2}\d{1,3}\s?%\s(?:\w+\s){0,2}\Z")
_IN_PERCENT = re.compile(r",\s(?:or\s)?[\d.]{1,5}\s?(?:%|per\s?cent)\s")
# "where the cost of living is high": how dear a place is.
_HOW_DEAR = re.compile(
    r"\s(?:[a-z’']+\s){0,4}?(?:high|higher|highest|low|lower|lowest|steep|steeper|above|below|reflects?|var(?:y|ies)|differs?)\b"
)
_BEFORE_TAX = re.compile(r"\b(?:before|after|pre-?)\s?$", re.IGNORECASE)
_INSTALMENTS = re.compile(r"\b(?:1[34]|thirteen|fourteen)\s(?:monthly\s)?(?:instal+ments?|payments?)\Z", re.IGNORECASE)
_HIGH_OR_LOW = re.compile(r"\b(?:low|lower|high|higher)[\s-]$", re.IGNORECASE)
_AND_AVERAGE = re.compile(rf"[^.;:]{{0,40}},?\sand\s(?:\w+\s)?(?:an?|the)\s{AVERAGE}\s(?:{PAY}\s)?of\s(?:{ABOUT}\s)?")


def meant(
    name: str, said: list[re.Match[str]], text: str, around: Span, segment: Span, amount: Amount
) -> list[re.Match[str]]:
    """The cues of a list that may say what an amount is: not those of something else that they stand beside."""
    if name in {"pay.bonus", "pay.difference"} and in_all(text, around, amount):
        said = [m for m in said if m.start() >= amount.end]
    if name == "pay.words":
        # "with overtime earns": a verb is said of who earns, whatever stands before it.
        extra = {m for m in said if _EXTRA.search(text, max(around.start, m.start() - 24), m.start())}
        # "... and are paid back if you leave": what is given up again.
        said = [m for m in said if not text.startswith(" back", m.end())]
        return [m for m in said if m not in extra or _EARNING.match(m[0])]
    if name == "pay.difference":
        # "..., which adds up to X": the amount's own words.
        said = [m for m in said if not amount.start <= m.start() < amount.end]
        up_to = _UP_TO_NOW.search(text, max(around.start, amount.start - 16), amount.start)
        # "$119,200, extra pay not counted": what a comma parts from the amount does not say what it is.
        near = [
            m
            for m in said
            if m.start() < amount.end
            or _PARTED.search(text, amount.end, m.start()) is None
            or _IN_PERCENT.fullmatch(text, amount.end, m.start())
        ]
        near = [m for m in near if not _FROM_TO.match(text, m.end())]
        # "The gap closes: bakers get X": what is told of the gap are the figures themselves.
        near = [m for m in near if not _TOLD_OF_IT.match(text, m.end(), amount.start)]
        near = [m for m in near if not _TOLD_OF_BOTH.match(text, m.end(), around.end)]
        gap = up_to and _GAP_COMES_TO.search(text, around.start, up_to.end())
        return [m for m in near if m.start() >= amount.start] if up_to and not gap else near
    if name == "pay.bonus":
        # "earn a commission and a median of X": the average is not that of the extra.
        said = [m for m in said if not _AND_AVERAGE.fullmatch(text, m.end(), amount.start)]
        said = [m for m in said if not shares_in_another(text, Span(*m.span()), amount)]
        # "X before super, while others make Y": it comes on top of X.
        said = [m for m in said if m.start() >= segment.start or not added(text, max(0, m.start() - 24), m.start())]
    elif name == "pay.other_money":
        said = [m for m in said if not _INDUSTRY.match(text, m.end()) and not _of_living(text, m, amount)]
        said = [m for m in said if not text.startswith("of course", max(0, m.start() - 3))]
        # "With thirteen instalments it is X": a month's pay, of which the year has more than twelve.
        said = [m for m in said if not _INSTALMENTS.search(text, max(0, m.start() - 12), m.end())]
        # "Cooks who bill clients report X": what they do.
        said = [m for m in said if not text.startswith("who bill", max(0, m.start() - 4))]
    else:
        return said
    said = [m for m in said if told_aside(text, around.start, Span(*m.span()), amount) is None]
    return [m for m in said if m.start() < amount.end or not added(text, amount.end, m.start())]


def told_aside(text: str, start: int, part: Span, amount: Amount) -> bool | None:
    """Whether a part of pay is only told to be in or out of an amount whose verb stands between them; None: it is not.

    "Total pay, including bonuses, averages X": in; "without bonuses they earn X": out; "a bonus is X", "with a bonus of X": none.
    """
    said = _ASIDE.search(text, max(start, part.start - FAR_ASIDE), part.start)
    if said is None or _THEN.fullmatch(text, part.end, amount.start) is None:
        return None
    return said["in"] is not None


def shares_in_another(text: str, part: Span, amount: Amount) -> bool:
    """``X plus 12% bonus, and cooks get Y``: whether a part of pay is told as a share of what stands before, and not of Y."""
    told = part.end <= amount.start and _SHARE_TOLD.search(text, max(0, part.start - 24), part.start)
    return bool(told) and _NEXT_CLAUSE.search(text, part.end, amount.start) is not None


def in_all(text: str, sentence: Span, amount: Amount) -> bool:
    """Whether an amount is what all adds up to: "with bonuses it may go up to X"."""
    opens = _WITH_ALL.match(text, sentence.start, amount.start)
    told = list(_THEN_IN_ALL.finditer(text, opens.end(), amount.start)) if opens else []
    return bool(told) and _AND_THEN.search(text, told[-1].end(), amount.start) is None


def _of_living(text: str, match: re.Match[str], amount: Amount) -> bool:
    """Whether a cost is that of a place ("in low-cost areas"), a market that of jobs, a tax one that pay is told without."""
    if match[0].lower() == "market":
        return _OF_JOBS.search(text, max(0, match.start() - 48), match.start()) is not None
    if match[0].lower() in {"tax", "taxes"}:
        free = text.startswith(("-free", " free"), match.end())
        return free or _BEFORE_TAX.search(text, max(0, match.start() - 8), match.start()) is not None
    dear = _HOW_DEAR.match(text, match.end()) if match[0].lower() == "cost of living" else None
    if dear is not None and _GOES_ON.search(text, dear.end(), amount.start):
        return True
    return match[0].lower() in {"cost", "costs", "cost of living"} and (
        _HIGH_OR_LOW.search(text, max(0, match.start() - 8), match.start()) is not None
    )


def added(text: str, start: int, end: int) -> bool:
    """Whether the words between an amount and another word add that other to it ("+", "plus", "excluding")."""
    # The sign may be the amount's last character: "$130k+ super".
    start -= text.startswith("+", start - 1)
    return _ADDED.search(text, start, end) is not None or _SET_APART.match(text, end, end + FAR) is not None
