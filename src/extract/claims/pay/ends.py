"""Two amounts of a sentence that are the ends of one range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.amounts import Amount, Form
from extract.lexicons.fragments import ABOUT, AGAINST, AVERAGE, MAY, PAY, USUALLY
from extract.model import Flag

# "$56K on the low end to $77K on the high end": the two ends of one range, each with words of its own.
_LOW_END = re.compile(
    r"\s(?:at|on)\s(?:the\s|its\s)?(?:\w+\s){0,2}?(?:low|lower|lowest|bottom|minimum|entry)(?:[\s-]\w+){0,3}?\s(?:and\s)?(?:up\s)?to\s",
    re.IGNORECASE,
)
# "the minimum and maximum salaries of X and Y"
_BOTH_ENDS = re.compile(
    r"\b(?:minimum|min\.?|lowest)\s(?:and|to)\s(?:the\s)?(?:maximum|max\.?|highest)\b[^.;\d]{0,40}$", re.IGNORECASE
)
# "X and Y minimum and maximum salary"
_BOTH_ENDS_BEHIND = re.compile(
    r"\s(?:as\s(?:the\s|its\s)?|are\sthe\s)?(?:minimum|min\.?|lowest)\s(?:and|to)\s(?:the\s)?(?:maximum|max\.?|highest)\b",
    re.IGNORECASE,
)
_SINCE = r"(?:(?:by|some)\s[\d.]{1,5}\s?(?:%|per\s?cent)\s?)?(?:since\s(?:20\d\d|then)|(?:over|in)\sthe\s(?:past|last)\s(?:\w+\s)?years?)?"
# "the average salary rose", "pay has gone up by 9% since 2022,": what was told before is past.
# "£37,000 rising to £45,000": what pay runs from and to; a place or another behind it would have a figure of its own.
_RISING = re.compile(
    rf"(?:\s(?:an?|per)\s\w+)?,?\s(?:and\s)?(?:rising|increasing|progressing|climbing|going\sup|moving\sup)\s(?:(?:gradually|steadily|with\s\w+|over\stime)\s)?to\s(?:(?:{ABOUT}|as\smuch\sas)\s)?"
)
_OF_OTHERS = re.compile(
    r"(?:\s(?:an?|per)\s\w+)?\s(?:(?:in|for|at|outside|within|as)\s(?:the\s|an?\s)?[A-Za-z]|(?:after|once|over|when|by|from|if|mid)\b|with\s(?:\d|\w+\s(?:or\smore\s)?years))"
)
# What beginners get rises to what others do.
_OF_BEGINNERS = re.compile(r"\b(?:entry|newly|new|graduates?|start\w*|begin\w*|junior|trainee|first)\b", re.IGNORECASE)
_AVERAGES = re.compile(rf"\b{AVERAGE}s?\b", re.IGNORECASE)
_ROSE = re.compile(
    rf"\b(?:{AVERAGE}\s(?:[\w-]+\s){{0,2}}{PAY}\b[^.;]{{0,80}}?\s(?:rose|grew|climbed|moved|went|increased|jumped|crept|edged)\s(?:\w+\s)?"
    rf"|{PAY}\b[^.;]{{0,60}}?\s(?:has|have|had)\s(?:\w+ly\s|since\s)?(?:risen|grown|climbed|moved|gone|increased|jumped|crept|edged)\s(?:up\s)?(?:\w+ly\s)?{_SINCE},?\s?)\Z",
    re.IGNORECASE,
)
# "slipped from A to B": B, whichever is the larger.
_CHANGED = re.compile(
    r"\b(?:slip(?:s|ped)?|f[ae]lls?|fallen|drop(?:s|ped)?|declined?s?|dips?|dipped|slid|slides?|shrank|decreased?s?|(?:goes|went|gone|moves?d?)\sdown)\s(?:\w+ly\s)?\Z",
    re.IGNORECASE,
)
# "goes from A to B this year"
_GOES = re.compile(
    r"\b(?:goes|went|gone|moves?d?|rises?|rose|increases?d?|climb(?:s|ed)?)\s(?:up\s)?(?:\w+ly\s)?\Z", re.IGNORECASE
)
# What runs from one end to the other, in a year or with the years.
_RUNS = re.compile(
    r"\b(?:rang(?:es?|ing)|scales?|bands?|ladders?|brackets?|spectrum|depend(?:s|ing)\son|with\s(?:experience|seniority|age))\b",
    re.IGNORECASE,
)
# "is up $2,500 to $77,800": the first is by how much.
_UP_BY = re.compile(
    rf"\b(?:up|down|rose|risen|rising|fell|fallen|grew|grown|climbed|jumped|dropped|increased|decreased|gained|lost)\s(?:by\s)?(?:{ABOUT}\s)?\Z",
    re.IGNORECASE,
)
MOST_STEP = 0.35
"""The most that pay changes by at once, as a share of what it is then."""
MOST_RISE = 1.35
"""The most that pay rises by at once, as a factor: more is what it runs from and to."""
_BY_THEN = re.compile(
    r"(?:\s(?:an?|per)\s\w+)?\s(?:this|next|last)\s(?:year|month|spring|summer|autumn|winter|april|july|january|september|october)\b"
    r"|(?:\s(?:an?|per)\s\w+)?\s(?:from|on|in|as\sof|effective)\s(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:\s(?:an?|per)\s\w+)?\sunder\sthe\s(?:new|latest)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\sto\s")
LONGEST_RISE, REACH = 160, 80
"""In characters."""
_DIGIT = re.compile(r"\d")
_OPENED = re.compile(rf"\b(?:[Bb]etween|[Ff]rom|[Rr]ange\sof)\s(?:{ABOUT}\s)?")
_CLOSED_AND = re.compile(rf"\s?\)\s(?:and|to)\s(?:{ABOUT}\s)?")
_AGAINST = re.compile(rf"\b(?:{AGAINST}|while|whilst|whereas)\s(?:[\w’']+\s){{0,8}}(?:{ABOUT}\s)?(?:[A-Z]{{2,3}})?\s?$")
# "The salary starts at X and can go up to Y": what pay runs from and to; a title that starts at X is of beginners.
_RUNS_FROM = re.compile(
    rf"\b(?:{PAY}|ranges?|bands?|figures?|it)\b[^.;:\d]{{0,60}}?\b(?:start|begin)(?:s|n?ing)?\s(?:out\s)?(?:at|from|with|around)\s[^.;:\d]{{0,24}}\d\Z",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    rf",?\sand\s(?:(?:{MAY}|then|even|{USUALLY})\s){{0,2}}(?:goes|go|going|runs?|running|rang(?:es|ing)|extends?|extending|stretch(?:es|ing)?)\s(?:all\sthe\sway\s)?"
    rf"(?:up\s)?(?:to\s)?(?:{ABOUT}\s)?"
)
# What one has to be, or to have, to be paid the upper end.
_FOR_SOME = re.compile(r"\s(?:with|after|as|once|when|by|if|depending|for\s(?:senior|the\s|those|experienced))\b")
_ONE_AND_OTHER = re.compile(r"\s(?:and|to)\s", re.IGNORECASE)


def whole_ranges(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Amounts with two that are the ends of one range as one; ``amounts`` in order, with offsets into ``text``."""
    found: list[Amount] = []
    for amount in amounts:
        if len(found) > 1 and _is_same_in_other_money(text, found[-2], found[-1], amount):
            found.pop()
            found[-1] = _whole(found[-1], amount)
        elif found and any(
            of_one(text, found, amount) for of_one in (_ends_of_one, _runs_up_to, _is_range_again, _rising)
        ):
            found[-1] = _whole(found[-1], amount)
        else:
            found.append(amount)
    return [_by_now(text, amount) for amount in found]


def _by_now(text: str, amount: Amount) -> Amount:
    """``the average salary rose from A to B``, ``is up A to B``: B, which it is by now, and no range."""
    if amount.form is not Form.RANGE:
        return amount
    before = max(0, amount.start - LONGEST_RISE), amount.start
    if text.startswith("from ", amount.start):
        rose = _ROSE.search(text, *before) or _CHANGED.search(text, *before)
        changed = rose is not None or (_BY_THEN.match(text, amount.end) is not None and _rises(text, amount))
    else:
        step = amount.low is not None and amount.high is not None and amount.low <= amount.high * MOST_STEP
        changed = step and _UP_BY.search(text, *before) is not None
    upper = _TO.search(text, amount.start, amount.end) if changed else None
    if upper is None:
        return amount
    flags = tuple(flag for flag in amount.flags if flag is not Flag.INVERTED_RANGE)
    return replace(amount, start=upper.end(), low=amount.high, flags=flags, repairs=())


def _rises(text: str, amount: Amount) -> bool:
    """Whether the words ahead of a range say that pay goes from one sum to the other, and not what it runs from and to."""
    sentence = text[max(text.rfind(end, 0, amount.start) for end in ".!?\n") + 1 : amount.start]
    goes = _GOES.search(sentence) is not None and _RUNS.search(sentence) is None
    return goes and amount.low is not None and amount.high is not None and amount.high <= amount.low * MOST_RISE


def without_dash(text: str, amounts: Sequence[Amount]) -> Amount | None:
    """``£36,000 £50,000`` as a range: two figures with nothing but blanks between them, the larger one last."""
    if len(amounts) != 2 or not _can_end(*amounts) or text[amounts[0].end : amounts[1].start].strip():
        return None
    low, high = amounts
    # "£118,000+" is a bound of its own.
    return _whole(low, replace(high, high=high.high or high.low))


def _whole(one: Amount, other: Amount) -> Amount:
    return replace(
        one,
        end=other.end,
        high=other.high,
        high_open=other.high_open,
        period=one.period or other.period,
        period_stated=one.period_stated or other.period_stated,
    )


def _is_same_in_other_money(text: str, one: Amount, same: Amount, other: Amount) -> bool:
    """``between NOK 500,000 (£37,000) and 700,000``: the lower end told again in brackets."""
    opened = _OPENED.search(text, max(0, one.start - 24), one.start + len("between "))
    if opened is None or not _can_end(one, other) or same.unit == one.unit:
        return False
    return text[one.end : same.start].strip() == "(" and _CLOSED_AND.fullmatch(text, same.end, other.start) is not None


def _is_range_again(text: str, found: Sequence[Amount], other: Amount) -> bool:
    """``between $70,000 and $80,000 in A, compared with $60,000 and $75,000 in B``: a range told as the one before it."""
    if len(found) < 2 or found[-2].form is not Form.RANGE or not _can_end(found[-1], other):
        return False
    against = _AGAINST.search(text, found[-2].end, found[-1].start)
    return against is not None and _ONE_AND_OTHER.fullmatch(text, found[-1].end, other.start) is not None


def _rising(text: str, found: Sequence[Amount], other: Amount) -> bool:
    """``Band 6 pays £37,000 rising to £45,000``: whether pay is said to rise from one figure to the next."""
    one = found[-1]
    joined = _RISING.fullmatch(text, one.end, other.start) if _can_end(one, other) else None
    if joined is None or _OF_OTHERS.match(text, other.end):
        return False
    before = text[max(0, one.start - REACH) : one.start].rpartition(". ")[2]
    return _AVERAGES.search(before) is None and _OF_BEGINNERS.search(before) is None


def _can_end(one: Amount, other: Amount) -> bool:
    """Whether two figures may be the ends of one range."""
    if one.form is not Form.POINT or one.low is None or other.low is None or one.low >= other.low:
        return False
    return one.unit == other.unit and one.kind is other.kind and not one.difference and not other.difference


def _ends_of_one(text: str, found: Sequence[Amount], other: Amount) -> bool:
    """Whether words beside two figures call them the lower and the upper end."""
    one = found[-1]
    if not _can_end(one, other):
        return False
    if _LOW_END.fullmatch(text, one.end, other.start):
        return True
    if _ONE_AND_OTHER.fullmatch(text, one.end, other.start) is None:
        return False
    before = _BOTH_ENDS.search(text, max(0, one.start - 80), one.start)
    return before is not None or _BOTH_ENDS_BEHIND.match(text, other.end) is not None


def _runs_up_to(text: str, found: Sequence[Amount], other: Amount) -> bool:
    """Whether pay is said to start at one figure and to go up to the other, whoever gets it."""
    one = found[-1]
    if one.low is None or other.high is None or one.low >= other.high or one.unit != other.unit:
        return False
    first = _DIGIT.search(text, one.start, one.end)
    joined = _UP_TO.match(text, one.end, other.end)
    if first is None or joined is None or joined.end() < other.start or _FOR_SOME.match(text, other.end):
        return False
    return _RUNS_FROM.search(text, max(0, one.start - REACH), first.end()) is not None
