"""A figure: a number with its signs, scale, period and plus.

figure = sign* number scale? (percent | sign*) period? "+"?     at least the number
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from extract.amounts import parts

if TYPE_CHECKING:
    from extract.amounts.tokens import Token, Window
    from extract.amounts.vocabulary import Term
    from extract.model import Period

# Round years (2000) are amounts more often than years beside a sign.
YEAR: Final = re.compile(r"(?:19[5-9][0-9]|20[0-4][0-9])(?<!000)")
_THREE: Final = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")
_GROUP: Final = re.compile(r"[0-9]{2,3}")
_LAST_THREE: Final = re.compile(r"[0-9]{3}(?:\.[0-9]{2})?")
_SHORT: Final = re.compile(r"[0-9]{1,3}")
_OPEN_GROUPS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*")
_PLAN: Final = "401"
_SIGNS: Final = 3
_GROUPS: Final = 4
_LABEL: Final = 3


@dataclass(slots=True)
class Figure:
    """One number with what belongs to it. ``number``, ``first`` and ``last`` are token indexes.

    ``owned`` says that the first of its currencies is meant unless something says otherwise, ``before`` that
    one stands before the number, ``twice`` that it is written twice, ``notes`` what was repaired.
    """

    number: int
    first: int
    last: int
    digits: str
    sign: str | None = None
    currencies: tuple[str, ...] = ()
    owned: bool = False
    before: bool = False
    scale: Term | None = None
    percent: bool = False
    period: Period | None = None
    plus: bool = False
    twice: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def plain(self) -> bool:
        """Whether nothing says what the number counts."""
        return not self.sign and not self.percent

    @property
    def short(self) -> bool:
        """Whether it is at most three digits without a scale."""
        return len(self.digits) <= 3 and self.digits.isdigit() and not self.scale

    def is_year(self) -> bool:
        """Whether the number looks like a calendar year."""
        return not self.scale and YEAR.fullmatch(self.digits) is not None


def read_figure(window: Window, index: int, floor: int, *, bare: bool) -> Figure:
    """The figure whose number stands at ``index``, without tokens before ``floor``."""
    figure = Figure(index, index, index, window.tokens[index].text.rstrip("-–—.,/"))
    _blank_groups(window, figure, floor, bare=bare)
    _signs_before(window, figure, floor)
    _plus_before_unit(window, figure)
    _scale(window, figure, bare=bare)
    _plus_before_unit(window, figure)
    _unit_behind(window, figure)
    if not figure.scale:
        _scale(window, figure, bare=bare)
    _period_and_plus(window, figure)
    return figure


def counts(window: Window, figure: Figure) -> bool:
    """Whether the next word says that a plain figure counts something else: years, jobs."""
    index = figure.last + 1
    if window.words[index] in ("-", "–", "+") and window.gap(figure.last) == 0:
        index += 1
    if index > figure.last + 1 and window.parts[index] & parts.NUM and window.gap(index - 1) == 0:
        # "10-19 years"
        index += 1
    if window.parts[index] & parts.KIND and window.parts[index + 1] & parts.COUNTED:
        index += 1
    return bool(window.parts[index] & parts.COUNTED) and window.reaches(index - 1)


def is_glued(window: Window, figure: Figure) -> bool:
    """Whether letters, or a colon or slash and digits, touch a plain figure: 3D, 25th, 202110:08, 24/7."""
    following = window.words[figure.last + 1]
    if figure.last != figure.number or not following or window.gap(figure.last):
        return False
    if following == ":" or (following == "/" and figure.short):
        return bool(window.parts[figure.last + 2] & parts.NUM) and window.gap(figure.last + 1) == 0
    return following[0].isalpha() and following[0].isascii()


def is_named(window: Window, figure: Figure) -> bool:
    """Whether a plain figure is part of a name, date, time or version: Web3, AZ-104, 24/7, #1."""
    index = figure.first - 1
    start = window.tokens[figure.first].start
    if index < 0:
        return start > 0 and window.text[start - 1].isalnum()
    if window.gap(index) > 0:
        return False
    before = window.words[index]
    if before[-1].isalnum():
        return before.isascii()
    if before in "#/:_.@'’&=^[":
        return True
    joined = before in "-–‑" and index > 0 and window.gap(index - 1) == 0
    return joined and window.words[index - 1][-1].isalnum()


def follows_label(window: Window, figure: Figure) -> bool:
    """Whether the word that touches a figure is a cell's label and not part of a name: premium8–10%."""
    before = window.words[figure.first - 1] if figure.first else ""
    return len(before) > _LABEL and before.isalpha() and before[1:].islower()


def open_plus(window: Window, index: int) -> bool:
    """Whether a plus leaves an amount open, and does not add or announce the next."""
    before = window.gap(index - 1)
    if before == 0:
        # "45,900 PHP+5%": by how much it is above another sum.
        share = window.parts[index + 1] & parts.NUM and window.parts[index + 2] & parts.PERCENT
        return not (share and window.gap(index) == 0)
    announces = parts.NUM | parts.ANY_SIGN | parts.WORD | parts.FILLER | parts.GAP_NOUN
    return before <= 1 and (window.wraps(index) or not window.parts[index + 1] & announces)


def period_reaches(window: Window, index: int) -> bool:
    """Whether a period in the next token belongs here: in the line; "per year" also in the next one."""
    if window.near(index):
        return True
    return " " in window.words[index + 1] and window.reaches(index)


def _blank_groups(window: Window, figure: Figure, floor: int, *, bare: bool) -> None:
    """45 000 with ordinary blanks; 106, 553 with one too many."""
    following = window.words[figure.last + 1]
    if following != "," and not window.parts[figure.last + 1] & parts.NUM:
        return
    if not _OPEN_GROUPS.fullmatch(figure.digits) or window.wraps(figure.last):
        return
    index = figure.first - 1
    signed = index >= floor and bool(window.tokens[index].parts & parts.ANY_SIGN) and window.near(index)
    if following == ",":
        _blank_after_comma(window, figure, signed=signed)
    elif _SHORT.fullmatch(figure.digits):
        _blanks_as_groups(window, figure, signed=signed or bare)


def _blank_after_comma(window: Window, figure: Figure, *, signed: bool) -> None:
    comma, last = figure.last + 1, figure.last + 2
    if signed and (end := _thousands_behind(window, figure.last)) > last:
        figure.digits += "".join("," + window.words[at] for at in range(last, end + 1, 2))
        figure.last = end
        figure.notes.append("blanks inside the number are left out")
        return
    if not _LAST_THREE.fullmatch(window.words[last]):
        return
    if not (signed or (window.parts[last + 1] & parts.ANY_SIGN and window.words[figure.first - 1] != ",")):
        return
    around = (window.gap(figure.last), window.gap(comma))
    if around not in ((0, 1), (1, 0), (1, 1), (0, 2)):
        return
    listed = window.words[last + 1] == "," or window.parts[last + 1] & parts.JOIN_OPENED
    if listed and window.parts[last + 2] & parts.NUM:
        return
    if window.parts[last + 1] & (parts.COUNTED | parts.PERCENT):
        return
    figure.digits += "," + window.words[last]
    figure.last = last
    figure.notes.append("a blank inside the number is left out")


def _thousands_behind(window: Window, index: int) -> int:
    """The index of the last group of ``5, 000, 000`` or ``12, 50, 000``, which is of thousands; else ``index``."""
    last = index
    while window.words[last + 1] == "," and window.gap(last + 1) == 1 and _GROUP.fullmatch(window.words[last + 2]):
        last += 2
    return last if window.words[last] == "000" else index


def _blanks_as_groups(window: Window, figure: Figure, *, signed: bool) -> None:
    digits, last = _grouped_from(window, figure.number)
    if last == figure.last or window.parts[last + 1] & parts.COUNTED:
        return
    if window.parts[last + 1] & parts.NUM and len(window.words[last + 1]) > len("000"):
        return
    if signed or _sign_after(window, last):
        figure.digits, figure.last = digits, last


def _grouped_from(window: Window, index: int) -> tuple[str, int]:
    """Digits in groups of three with blanks between, and the index of the last group."""
    digits = window.words[index]
    for last in range(index, min(index + _GROUPS, len(window.tokens))):
        following = window.words[last + 1]
        if window.gap(last) != 1 or not _THREE.fullmatch(following):
            return digits, last
        digits += " " + following
        if not following.isdigit():
            return digits, last + 1
    return digits, index


def _sign_after(window: Window, last: int) -> bool:
    """Whether a sign follows the number, or the other end of the range that it begins."""
    if window.parts[last + 1] & parts.ANY_SIGN:
        return True
    if not window.parts[last + 1] & parts.JOINS:
        return False
    _, end = _grouped_from(window, last + 2) if window.parts[last + 2] & parts.NUM else ("", last)
    return end > last + 2 and bool(window.parts[end + 1] & parts.ANY_SIGN)


def _signs_before(window: Window, figure: Figure, floor: int) -> None:
    lowest = max(floor, figure.first - _SIGNS)
    index = figure.first - 1
    while index >= lowest and window.tokens[index].parts & parts.ANY_SIGN and window.near(index):
        sign = window.tokens[index]
        if not (figure.sign or _may_stand_before(window, sign, figure)) or not _add_sign(window, figure, sign):
            break
        figure.first = index
        figure.before = True
        index -= 1
    start = window.tokens[figure.first].start
    if figure.before and start and window.text[start - 1] == "\\":
        figure.notes.append("a backslash before the sign is left out")


def _may_stand_before(window: Window, sign: Token, figure: Figure) -> bool:
    """Letters are a sign only before a number that looks like money: not R 3.11, CAD 2024."""
    if not sign.text[-1].isalpha():
        return True
    digits = figure.digits
    if sign.parts & parts.SIGN_WORD:
        return not digits.isdigit() or len(digits) > 3
    following = window.parts[figure.last + 1]
    if following & (parts.SCALE | parts.PERIOD) and window.reaches(figure.last):
        return True
    if counts(window, figure) or (YEAR.fullmatch(digits) and not following & parts.PERIOD):
        return False
    if len(sign.text) > 1 or "," in digits or len(digits.replace(".", "")) > 3:
        return True
    # "R20-30k", "R350 to R700 an hour": what stands behind the other end is of both.
    other = figure.last + (3 if window.words[figure.last + 2] == sign.text else 2)
    unit = parts.SCALE | parts.PERIOD if other > figure.last + 2 else parts.SCALE
    return bool(following & parts.JOIN and window.parts[other] & parts.NUM and window.parts[other + 1] & unit)


def _add_sign(window: Window, figure: Figure, sign: Token) -> bool:
    """Adds a sign, unless it contradicts one that the figure has."""
    text = window.vocabulary.broken.get(sign.text, sign.text)
    if figure.sign is None:
        figure.sign, figure.currencies, figure.owned = text, sign.term.currencies, sign.term.owned
    elif text == figure.sign:
        figure.twice = True
    else:
        common = tuple(code for code in figure.currencies if code in sign.term.currencies)
        if not common:
            return False
        if len(sign.term.currencies) < len(figure.currencies):
            figure.sign = text
        figure.currencies = common
    if text != sign.text:
        figure.notes.append(f"wrongly decoded characters are read as {text}")
    return True


def _plus_before_unit(window: Window, figure: Figure) -> None:
    """A plus between a number and its unit: 25+ LPA, 20+%, 70,000+ €."""
    index = figure.last + 1
    if figure.plus or not window.parts[index] & parts.PLUS or window.gap(figure.last) or not window.near(index):
        return
    unit = window.parts[index + 1]
    sign = unit & parts.ANY_SIGN and not window.parts[index + 2] & parts.NUM
    if sign or unit & (parts.SCALE | parts.PERCENT):
        figure.plus = True
        figure.last = index


def _scale(window: Window, figure: Figure, *, bare: bool) -> None:
    index = figure.last + 1
    if not window.parts[index] & parts.SCALE or not window.near(index - 1):
        return
    if window.parts[index] & parts.LETTER and not _letter_is_scale(window, figure, index, bare=bare):
        return
    figure.scale = window.tokens[index].term
    figure.period = figure.scale.period
    figure.last = index
    following = window.parts[index + 1] & parts.SCALE and window.near(index)
    if following and window.tokens[index + 1].term.period:
        # "Cr LPA" is crore a year.
        figure.period = window.tokens[index + 1].term.period
        figure.last = index + 1


def _letter_is_scale(window: Window, figure: Figure, index: int, *, bare: bool) -> bool:
    gap = window.gap(index - 1)
    touching = window.gap(index) == 0
    if touching and window.parts[index + 1] & parts.NUM:
        return False
    if figure.digits == _PLAN and not figure.sign:
        return False
    signed = figure.sign or bare or (touching and window.parts[index + 1] & parts.ANY_SIGN)
    return gap == 0 or (gap == 1 and bool(signed))


def _unit_behind(window: Window, figure: Figure) -> None:
    index = figure.last + 1
    if not window.near(figure.last):
        return
    if window.parts[index] & parts.PERCENT and not figure.sign:
        figure.percent = True
        figure.last = index
    else:
        _signs_behind(window, figure)


def _signs_behind(window: Window, figure: Figure) -> None:
    for index in range(figure.last + 1, figure.last + 1 + _SIGNS):
        if not window.parts[index] & parts.ANY_SIGN or not window.near(index - 1):
            return
        if not _belongs_behind(window, figure, index):
            return
        if not _add_sign(window, figure, window.tokens[index]):
            return
        figure.last = index


def _belongs_behind(window: Window, figure: Figure, index: int) -> bool:
    """Whether a sign after a number is that number's, or the next one's."""
    sign = window.tokens[index]
    beyond = index + 1
    if figure.before and sign.parts & parts.CODE and window.parts[beyond] & parts.ANY_SIGN and window.near(index):
        # "$80 AUD $106": the code and the sign are the next number's.
        beyond += 1
    if not window.parts[beyond] & parts.NUM or not window.near(beyond - 1):
        period = window.parts[index + 1] & parts.PERIOD
        return bool(figure.before or period or not figure.is_year())
    if figure.before:
        return bool(sign.parts & parts.CODE and YEAR.fullmatch(window.words[beyond]))
    ahead, behind = window.gap(index - 1), window.gap(index)
    if ahead != behind:
        return ahead < behind
    if sign.text in window.vocabulary.before:
        return False
    own = figure.scale is not None or not figure.digits.isdigit()
    return own and (not ahead or _signed_behind(window, index + 1))


def _signed_behind(window: Window, index: int) -> bool:
    following = index + (2 if window.parts[index + 1] & parts.SCALE else 1)
    return bool(window.parts[following] & parts.ANY_SIGN)


def _period_and_plus(window: Window, figure: Figure) -> None:
    while True:
        index = figure.last + 1
        part = window.parts[index]
        if part & parts.PERIOD and not figure.period and not figure.percent and period_reaches(window, index - 1):
            figure.period = window.tokens[index].term.period
        elif part & parts.PLUS and not figure.plus and open_plus(window, index):
            figure.plus = True
        else:
            return
        figure.last = index
