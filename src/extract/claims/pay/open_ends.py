"""Ranges of which a text says one end only: "from 90.000 €", "ranging from $155,000"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.amounts import Amount, Form
from extract.attribution import share_below
from extract.attribution.distribution import HALF_EARN
from extract.lexicons.fragments import ABOUT, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Cell, Flag

_LOST_END = re.compile(r"\b(?:rang(?:e|es|ing)\s+from|anywhere\s+between)\s", re.IGNORECASE)
_COMMA_AT_END = re.compile(r",\s*\Z")
# "from $20 at the 10th percentile to $60": the other end stands further on.
_OTHER_END = re.compile(r"\s(?:[^.;\n]|\.(?!\s)){2,80}?\s(?:to|and)\s(?:[a-z]{2,13}\s){0,2}(?:[A-Z]{0,3}[^\w\s]?\s?)\d")
# "from 90.000 €", "from about $60,000"
_FROM = re.compile(rf"(?P<before>[^.;\n]{{0,16}})\b[Ff]rom\s(?:{ABOUT}\s)?(?=[" + SIGNS + r"\d]|[A-Z]{1,3}[$\s]?\d)")
# "rose from", "down from", "ranging from"
_CHANGED = re.compile(
    r"\b(?:up|down|away|apart|anywhere|ranges?|ranging|var(?:y|ies|ying)|go(?:es)?|went|gone|com(?:es?|ing)|came|moves?"
    r"|[a-z]+ed|r[io]se|risen|rising|gr[eo]wn?|growing|fall|fell|fallen|drops?|jumps?|climbs?|cut|increases?|raises?|hike|leap)\s$"
)
# "rose to X in 2015 from": changed, some words before.
_CHANGED_TO = re.compile(
    r"\b(?:up|down|r[io]se|risen|rising|gr[eo]wn?|increased|fell|fallen|dropped|jumped|climbed|declined|decreased)\s(?:in\s\w+\s)?to\s[^.;]{3,40}?\s$"
)
_TO = re.compile(r"[^.;\n]{0,60}?\b(?:to|and|through|up)\s|\s?[–-]")
_MOTION = re.compile(
    r"\b(?:moves?|moved|goes|went|gone|steps?|stepped|climbs?|climbed|jumps?|jumped|rose|risen|grew|grown|shot|crept|inched|edged|ticked|moved|bumped|nudged|is\snow)\s$"
)
# "Half of the cooks earn", behind which less or more than a figure stands.
_HALF = re.compile(rf"{HALF_EARN}$", re.IGNORECASE)
_OFTEN = re.compile(
    rf"\b(?:{USUALLY}|frequently)\s+(?:exceed|over|above|more|surpass|top|beyond)",
    re.IGNORECASE,
)
# "Bakers never earn less than", "they do not start below": the least; "those who never bake make under" is none.
_NEVER = re.compile(
    r"\b(?:never|rarely|seldom|not|[a-z]{2,6}n['’]t)\s"
    r"(?:ever\s)?(?:earn|mak|pay|get|receiv|start|tak)[a-z]{0,4}(?:\s(?:on|at|out|home|for))?\s$",
    re.IGNORECASE,
)
_LESS = re.compile(r"(?:less\sthan|under|below)\s", re.IGNORECASE)
# "They rarely see more than X": who says that they never do denies it.
_SELDOM = re.compile(
    r"\b(?:rarely|seldom|hardly\sever)\s(?:earn|mak|pay|get|receiv|start|tak|see|clear)[a-z]{0,4}(?:\s(?:on|at|out|home|for))?\s$",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:more\sthan|over|above)\s", re.IGNORECASE)
_NO_END = re.compile(r"\s*[-–—]\s*[^\w\s]?\s*")
LOST_END = "the other end of the range is lost"
REACH, REACH_BACK = 40, 80
SMALL = 1_000
TAIL = 20
"""In a hundred: what fewer earn less or more than is an end of the distribution."""


def cut_off(amount: Amount, lost: str = LOST_END) -> Amount:
    """An amount whose other end or last digits are lost, as malformed."""
    return replace(amount, low=None, high=None, problem=Flag.MALFORMED_AMOUNT, note=lost)


def cut_off_in(text: str, amount: Amount, cell: Cell) -> Amount:
    """``850,000 – ₦``, a cell that ends with a dash and a sign without a number: the other end of the range is lost."""
    lost = amount.problem is None and _NO_END.fullmatch(text, amount.end, cell.end)
    return cut_off(amount) if lost else amount


def lost_part(text: str, amount: Amount) -> str | None:
    """What was lost of an amount: the other end of its range, or its last digits."""
    if _begins_range(text, amount):
        return LOST_END
    return "its last digits are lost" if is_cut_off(text, amount) else None


def _begins_range(text: str, amount: Amount) -> bool:
    """Whether "ranging from" stands before an amount or opens its words, and the other end is lost."""
    if amount.form is not Form.POINT:
        return False
    said = _LOST_END.search(text, max(0, amount.start - 24), amount.end)
    opens = said is not None and not any(map(str.isalnum, text[said.end() : amount.start]))
    return opens and _OTHER_END.match(text, amount.end) is None


def is_cut_off(text: str, amount: Amount) -> bool:
    """``$68,`` at the very end of a text: its other digits are lost."""
    small = amount.form is Form.POINT and amount.size < SMALL and not amount.period_stated
    return small and text[amount.end - 1].isdigit() and _COMMA_AT_END.match(text, amount.end) is not None


def moves_to(text: str, amount: Amount) -> bool:
    """Whether "up to" belongs to a verb of motion: "moves up to about $78,000", "went up to" are no bounds."""
    if amount.form is not Form.UPPER or not text.startswith("up to", amount.start):
        return False
    return _MOTION.search(text, max(0, amount.start - 12), amount.start) is not None


def is_middle(text: str, amount: Amount) -> bool:
    """Whether half, or another share that is no tail, are said to earn less, or more, than an amount: it is no bound."""
    if amount.form not in (Form.UPPER, Form.LOWER):
        return False
    if _HALF.search(text, max(0, amount.start - 80), amount.start):
        return True
    # "less than" may be the amount's own words.
    words = next((at for at in range(amount.start, amount.end) if text[at].isdigit()), amount.end)
    below = share_below(text, max(0, amount.start - 80), words)
    return below is not None and TAIL <= below <= 100 - TAIL


def begins_at(text: str, amount: Amount) -> bool:
    """Whether "from", and no word of change before it, makes an amount the least of what is paid."""
    start = max(0, amount.start - REACH)
    if amount.form is not Form.POINT or text.find("rom ", start, amount.end) < 0:
        return False
    opening = _FROM.search(text, start, amount.end)
    if opening is None or any(map(str.isalnum, text[opening.end() : amount.start])):
        return False
    if any(map(str.isdigit, text[amount.start : opening.end()])):
        return False
    at = opening.start() + len(opening["before"])
    if _CHANGED_TO.search(text, max(0, at - 80), at):
        return False
    return _CHANGED.search(opening["before"]) is None and _TO.match(text, amount.end, amount.end + 60) is None


def is_least(text: str, amount: Amount) -> bool:
    """Whether nobody is said to get less than an amount: "bakers never earn less than X"."""
    if amount.form is not Form.UPPER or _LESS.match(text, amount.start) is None:
        return False
    return _NEVER.search(text, max(0, amount.start - REACH_BACK), amount.start) is not None


def is_most(text: str, amount: Amount) -> bool:
    """Whether few are said to get more than an amount: "bakers rarely earn more than X"."""
    if amount.form is not Form.LOWER or _MORE.match(text, amount.start) is None:
        return False
    return _SELDOM.search(text, max(0, amount.start - REACH_BACK), amount.start) is not None


def as_bound(text: str, amount: Amount) -> Amount:
    """An amount as the least, or the most, that is paid, where a text says so by saying what is seldom paid."""
    if is_least(text, amount):
        return replace(amount, low=amount.high, low_open=False, high=None, high_open=True)
    if is_most(text, amount):
        return replace(amount, low=None, low_open=True, high=amount.low, high_open=False)
    return amount


def is_loose(text: str, amount: Amount) -> bool:
    """Whether a bound is put loosely: "often exceeding X" is about X."""
    return amount.form is Form.LOWER and _OFTEN.search(text[max(0, amount.start - 14) : amount.start + 14]) is not None
