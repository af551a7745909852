"""Comparatives: words that set one above, below or level with another, each beside the dimension that it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.language import Cues
from extract.lexicons.fragments import ABOUT, AVERAGE, JOB, PAY, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Span

REACH = 40
DIMENSIONS = ("salary", "growth", "demand", "accessibility")
_MONEY_MADE = re.compile(
    r"\s*(?:$|[.,;:)!–—(]|(?:money|than|on average|annually|yearly|monthly|hourly|overall|per|because|due|especially|over|at|with|by|each|every|an?\s(?:year|month|hour)|thanks|since|as|while|and|but|in|for|during|out|across|here|there|today|once|when|if|at)\b)",
    re.IGNORECASE,
)
# "have earned a higher degree": no money.
_EARNED_ELSE = re.compile(
    r"\s(?:[\w-]+\s)?(?:degrees?|qualifications?|certifi\w+|credentials?|diplomas?|grades?|scores?|marks|licen[cs]es?|ranks?|titles?|respect|trust)\b",
    re.IGNORECASE,
)
TIMES = re.compile(
    rf"\b(?:twice|double|triple|thrice|(?:two|three|four|five|\d(?:\.\d)?)[\s-](?:times|fold))\s(?:what|as much|as high|that of|those of|the {PAY})\b",
    re.IGNORECASE,
)
# "twice the pace of", "half as fast as": of growth.
PACE = re.compile(
    r"\b(?:(?P<half>half)|twice|double|triple|(?:two|three|four|five|\d(?:\.\d)?)[\s-]times)\s"
    r"(?:the\s(?:growth\s)?(?:pace|rate|speed)\s(?:of|expected|projected|forecast|for)|as\s(?:fast|quickly)\sas)\b",
    re.IGNORECASE,
)
_SO_MANY_TIMES = re.compile(rf"\s(?:\w+ly\s|{ABOUT}\s){{0,2}}{TIMES.pattern}", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,.]*(?:\s\d{3}\b)*")
# "earn practically the same", "are paid the same as"
_THE_SAME = re.compile(r"\s(?:(?:\w+ly|almost|just|much|exactly|pretty\smuch|more\sor\sless)\s){0,2}the\s")
_SO_MUCH = re.compile(rf"{_MONEY_MADE.pattern}|\s(?:as|{PAY}|amount)\b", re.IGNORECASE)
# "$15K to $25K more": a range right before what it is more of.
_RANGE = re.compile(r"[^\w\s]?0[kK]?%?\s?(?:[-–—]|to|and)\s?[^\w\s]?0[kK]?%?\s\Z")
_VERBS = re.compile(
    r"(?:earn|earns|earned|earning|make|makes|making|made|pay|pays|paid|paying|grow|grows|growing)$", re.IGNORECASE
)
# Verbs that money is only one object of: "make more", but not "make more mistakes".
_OF_MUCH = re.compile(r"(?:make|makes|making|made|pay|pays|paying)$", re.IGNORECASE)
_AMOUNT = (
    rf"(?:(?:{ABOUT}|up\sto)\s)?(?:[^\w\s]?\d[\d.,]*(?:\s\d{{3}}\b)*(?:\s?[-–]\s?[^\w\s]?\d[\d.,]*)?"
    r"\s?(?:%|[kK]\b|per\s?cent\b|["
    + SIGNS
    + r"]|[A-Z]{3}\b|euros?\b|dollars?\b|pounds?\b|rupees?\b|francs?\b|naira\b|rand\b|kr\b|zł)?\s)?"
)
# "get $0.85 more for night duty": than they get without it.
_FOR_THIS = re.compile(
    r"(?:\s(?:an?|per)\s\w+)?\sfor\s(?!the\s(?:same|work)|(?:about|roughly)\s)(?:[\w-]+\s){0,2}?(?:duty|duties|work|shifts?|nights?|weekends?|overtime|call)\b"
)
# "bigger pay rises than": of how much it grows, not how much it is.
_RISE = re.compile(r"\s(?:rises?|raises?|increases?|awards?|hikes?|settlements?|deals?)\b")
_MORE = re.compile(
    rf"\s(?:\w+ly\s|far\s|much\s|(?:a\s)?(?:little\s)?bit\s|a\slittle\s|somewhat\s|even\s|still\s){{0,2}}{_AMOUNT}(?P<word>more|less)\b"
)
_IS = re.compile(
    rf"\s(?:(?:of|for)\s(?:an?|the)\s)?(?:\w+\s){{0,3}}?(?:is|are|was|were|tends? to be|remains?|runs?)\s(?:\w+ly\s|also\s|{USUALLY}\s|far\s|much\s|a bit\s){{0,2}}"
    + _AMOUNT
)
# "a higher average of X": what is averaged is pay, where X is an amount of money.
_AVERAGED = re.compile(
    rf"\b(?P<word>higher|lower|larger|smaller)\s(?:{AVERAGE}|figure|number|base)s?\s(?:of|at)\s(?:\w+\s)?(?:[^\w\s]\s?\d|\d[\d.,]*\s?["
    + SIGNS
    + r"])"
    rf"|\b(?:has|have|shows?|posts?)\s(?:the|an?)\s(?:\w+ly\s)?(?P<one>higher|lower)\s{AVERAGE}(?=\s?[.,;:)]|\s(?:by|here|too|overall|than|though|but|and)\b|$)"
)
# "more accessible", "accessible to beginners": a way in; "data is accessible" is none.
_GRADED = re.compile(r"\b(?:more|less|most|least|very|fairly|relatively|highly|easily|quite|so|as|generally|widely)\s$")
_LESS = re.compile(r"\b(?:less|least|not\s(?:as|so))\s$")
_FOR_WHOM = re.compile(
    r"\s(?:to|for)\s(?:\w+\s)?(?:beginners|newcomers|graduates|people|those|anyone|everyone|non-|career|entry|school|candidates|starters|juniors|many)"
    rf"|\s(?:entry|starting|way|path|route|{JOB}|option)\b"
)
_OF_THINGS = re.compile(
    r"\b(?:data|information|insights?|content|(?:web)?sites?|products?|services?|results|designs?|interfaces?|systems?|features?|them|buildings?)\s(?:(?:is|are|be|remains?|becomes?|stays?)\s)?(?:\w+ly\s)?(?:more\s|less\s|as\s)?$"
)
_COUNTED = re.compile(r"\d[\d,.]*\s(?:million\s)?$")
# "It is easier to start as a cook", "waiters find it easier to become cooks": of nobody before it.
_IT_IS = re.compile(
    r"\b(?:it(?:['’]s|\s(?:is|was|may\sbe|can\sbe|tends\sto\sbe|seems))|(?:finds?|found)\sit)\s(?:[a-z]+\s){0,3}$",
    re.IGNORECASE,
)
# "or more", "and higher" bound an amount.
_BOUND = re.compile(r"\b(?:or|and|of|twice|times|half|double|triple|not)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparative:
    """A comparative and the dimension it is about."""

    aspect: str
    direction: str
    start: int
    end: int


class Patterns:
    """The comparative patterns over the cue lists: comparative before its noun, or behind its verb."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self.direction = [("higher", "more"), ("lower", "less"), ("equal", "same")]

    def find(self, text: str, span: Span) -> list[Comparative]:
        """The comparatives of a span, one for each dimension."""
        found: dict[str, Comparative] = {}
        any_said = self._cues.may_have("comparison.any", text, span.start, span.end)
        for aspect in DIMENSIONS if any_said else ():
            for noun in self._cues.find(f"comparison.{aspect}", text, span.start, span.end):
                if aspect == "salary" and _RISE.match(text, noun.end()):
                    continue
                if aspect not in found and (hit := self._beside(text, span, aspect, noun)):
                    found[aspect] = hit
        money = self._of_money(text, span) if "salary" not in found else None
        return [*found.values(), *([money] if money else ())]

    def _of_money(self, text: str, span: Span) -> Comparative | None:
        """``take home €500 less a month``, ``command a higher average of €75,000``: pay by no word of its own."""
        for verb in self._cues.find("comparison.takes", text, span.start, span.end):
            times = _SO_MANY_TIMES.match(text, verb.end(), span.end)
            if times:
                return Comparative("salary", "higher", verb.start(), times.end())
            word = _MORE.match(text, verb.end(), span.end)
            if word and _MONEY_MADE.match(text, word.end()) and not _FOR_THIS.match(text, word.end(), span.end):
                return Comparative("salary", "lower" if word["word"] == "less" else "higher", verb.start(), word.end())
        compared = any(
            self._cues.may_have(f"comparison.{name}", text, span.start, span.end) for name in ("more", "less")
        )
        averaged = _AVERAGED.search(text, span.start, span.end) if compared else None
        direction = "lower" if averaged and (averaged["word"] or averaged["one"]) in {"lower", "smaller"} else "higher"
        return Comparative("salary", direction, *averaged.span()) if averaged else None

    def _beside(self, text: str, span: Span, aspect: str, noun: re.Match[str]) -> Comparative | None:
        if aspect == "accessibility":
            return _of_access(text, span, noun)
        if aspect == "demand" and noun[0].lower().startswith(("more ", "fewer ")):
            # "43,700 more jobs": how many are added.
            counted = _COUNTED.search(text, max(span.start, noun.start() - 16), noun.start())
            return (
                None
                if counted
                else Comparative(aspect, "lower" if noun[0][0] in "fF" else "higher", noun.start(), noun.end())
            )
        if aspect == "salary" and noun[0].lower().startswith("out"):
            return Comparative(aspect, "higher", noun.start(), noun.end())
        if aspect == "growth" and noun[0].lower().startswith("outpac"):
            return Comparative(aspect, "higher", noun.start(), noun.end())
        for direction, name in self.direction:
            for word in self._cues.find(f"comparison.{name}", text, span.start, span.end):
                if _close(text, noun, word) and not _bounds(text, span, noun, word):
                    return Comparative(aspect, direction, min(noun.start(), word.start()), max(noun.end(), word.end()))
        return None


def of_nobody_before(text: str, clause: Span, start: int) -> bool:
    """Whether a comparative from ``start`` on is said of none who is named before it."""
    return _IT_IS.search(text, max(clause.start, start - REACH), start) is not None


def _bounds(text: str, span: Span, noun: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a comparative bounds an amount: "$50,000 and higher", but not "faster growth and higher pay"."""
    before = _BOUND.search(text, max(span.start, word.start() - 8), word.start())
    return before is not None and not (before[0].startswith("and") and word.end() + 1 == noun.start())


def _of_access(text: str, span: Span, noun: re.Match[str]) -> Comparative | None:
    """``is more accessible``, ``has a steeper learning curve``; what else is accessible (data, a site) is no way in."""
    accessible = noun[0].lower() == "accessible"
    before = text[max(span.start, noun.start() - 40) : noun.start()]
    if accessible and (_OF_THINGS.search(before) or not (_GRADED.search(before) or _FOR_WHOM.match(text, noun.end()))):
        return None
    lower = re.match(r"harder|tougher|steeper", noun[0], re.IGNORECASE) or (accessible and _LESS.search(before))
    return Comparative("accessibility", "lower" if lower else "higher", noun.start(), noun.end())


def _close(text: str, noun: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a comparative and a dimension word belong together: at most three words, no comma, between."""
    verb = _VERBS.match(noun[0]) is not None
    of_much = _OF_MUCH.match(noun[0]) is not None and not word[0].endswith(" as")
    if of_much and word.start() > noun.end() and not _MONEY_MADE.match(text, word.end()):
        return False
    if word.end() <= noun.start():
        gap = text[word.end() : noun.start()]
        # "higher pay" is money, "more made" is not.
        if noun[0].lower() in {"earn", "earns"} or (of_much and not noun[0].lower().startswith("pay")):
            return False
        return len(gap.split()) <= 3 and not re.search(r"[,;:]|\b(?:and|or|for|of)\b", gap)
    gap = text[noun.end() : word.start()]
    if verb and _EARNED_ELSE.match(text, word.end()):
        return False
    if verb:
        gap = _RANGE.sub("0 ", _NUMBER.sub("0", gap))
        same = _THE_SAME.fullmatch(gap) is not None and _SO_MUCH.match(text, word.end()) is not None
        return same or (len(gap.split()) <= 3 and not re.search(r"[,;:]|\b(?:the|it|for|with|and)\b", gap))
    # "salaries are higher", "demand is stronger"
    return _IS.fullmatch(gap) is not None
