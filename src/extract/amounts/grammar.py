"""Tokens to expressions: sides, ranges, and the words around them.

    expression = lead? side (join lead? side)? tail?
    side       = sign* number scale? sign* period? "+"?      at least the number
    lead       = "between" "over" "up to" "about" "an extra" "+" ...
    tail       = period, bound, approximation, difference, each at most once

Every number token is looked at once, from left to right; what an expression has used is not used again.
Whether an expression is an amount, and of what, is decided in :mod:`extract.amounts.reading`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from extract.amounts.vocabulary import (
    APPROX,
    APPROX_BEHIND,
    CODE,
    COUNTED,
    END_NOTE,
    FILLER,
    GAP_BEFORE,
    GAP_BEHIND,
    GAP_MONEY,
    GAP_NOUN,
    JOIN,
    JOIN_OPENED,
    LETTER,
    LOWER,
    LOWER_BEHIND,
    NO_GAP,
    NUM,
    OPEN,
    OPEN_WEAK,
    PERCENT,
    PERIOD,
    PLUS,
    SCALE,
    SIGN,
    SIGN_WORD,
    UPPER,
    UPPER_BEHIND,
    WORD,
    Term,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.amounts.tokens import Token
    from extract.amounts.vocabulary import Vocabulary
    from extract.model import Period

_LEADS: Final = APPROX | LOWER | UPPER | GAP_BEFORE | GAP_MONEY | OPEN | OPEN_WEAK
_BEHINDS: Final = LOWER_BEHIND | UPPER_BEHIND | APPROX_BEHIND
_ANY_SIGN: Final = SIGN | SIGN_WORD
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_THREE: Final = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")
_LAST_THREE: Final = re.compile(r"[0-9]{3}(?:\.[0-9]{2})?")
_SHORT: Final = re.compile(r"[0-9]{1,3}")
_OPEN_GROUPS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*")
_FILLERS: Final = 3
_NOTE: Final = 6


@dataclass(slots=True)
class Side:
    """One figure with what belongs to it. ``first`` and ``last`` are token indexes."""

    number: int
    first: int
    last: int
    digits: str
    sign: str | None = None
    currencies: tuple[str, ...] = ()
    before: bool = False
    factor: Term | None = None
    percent: bool = False
    period: Period | None = None
    plus: bool = False
    twice: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def plain(self) -> bool:
        """Whether nothing says what the figure counts."""
        return not self.sign and not self.percent


@dataclass(slots=True)
class Expression:
    """A whole expression; ``parts`` are the bits of the words around it, ``chain`` a third figure joined on."""

    first: int
    last: int
    one: Side
    two: Side | None = None
    parts: int = 0
    period: Period | None = None
    high_open: bool = False
    gap: bool = False
    minus: bool = False
    chain: Side | None = None
    opened: bool = False


class Grammar:
    """Reads the tokens of one window."""

    def __init__(self, text: str, tokens: list[Token], vocabulary: Vocabulary, *, bare: bool) -> None:
        self.text = text
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.bare = bare
        self._floor = 0
        self._taken = -1

    def expressions(self) -> Iterator[Expression]:
        """Every expression in order. The caller says with :meth:`take` which of them are amounts."""
        for index, token in enumerate(self.tokens):
            if token.parts & NUM and index >= self._floor:
                self._floor = max(self._floor, self._taken + 1)
                expression = self._expression(index)
                yield expression
                self._floor = max(self._floor, index + 1)

    def take(self, expression: Expression) -> None:
        """Keep the tokens of an expression from being used again."""
        self._taken = expression.last
        self._floor = expression.last + 1

    def gap(self, index: int) -> int:
        """Code points between a token and the next; large across lines."""
        between = self.tokens[index + 1].start - self.tokens[index].end
        if between and "\n" in self.text[self.tokens[index].end : self.tokens[index + 1].start]:
            return 1000
        return between

    def near(self, index: int) -> bool:
        """Whether the next token stands in the same line, at most a blank or a mark of emphasis away."""
        return self.gap(index) <= 4

    # Sides

    def side(self, index: int, floor: int) -> Side:
        """The figure whose number stands at ``index``, without tokens before ``floor``."""
        side = Side(index, index, index, self.tokens[index].text)
        self._signs_before(side, floor)
        self._blank_groups(side)
        self._scale(side)
        self._percent_or_sign_behind(side)
        self._period_and_plus(side)
        return side

    def _signs_before(self, side: Side, floor: int) -> None:
        index = side.first - 1
        while index >= floor and self.tokens[index].parts & _ANY_SIGN and self.near(index):
            if not self._may_stand_before(self.tokens[index], side) or not self._add_sign(side, index):
                break
            side.first = index
            side.before = True
            index -= 1
        start = self.tokens[side.first].start
        if side.before and start and self.text[start - 1] == "\\":
            side.notes.append("a backslash before the sign is left out")

    def _may_stand_before(self, sign: Token, side: Side) -> bool:
        """Letters are a sign only before a number that looks like money: not R 3.11, CAD 2024."""
        text = sign.text
        if not text[-1].isalpha():
            return True
        grouped = not side.digits.isdigit()
        if sign.parts & SIGN_WORD:
            return grouped or len(side.digits) > 3
        following = self._parts(side.last + 1)
        if following & SCALE:
            return True
        if _YEAR.fullmatch(side.digits) and not following & PERIOD:
            return False
        if sign.parts & CODE or len(text) > 2:
            return True
        return len(side.digits.replace(".", "")) > 3 or "," in side.digits

    def _add_sign(self, side: Side, index: int) -> bool:
        sign = self.tokens[index]
        text = self.vocabulary.broken.get(sign.text, sign.text)
        if text != sign.text:
            side.notes.append(f"wrongly decoded characters are read as {text}")
        if side.sign is None:
            side.sign, side.currencies = text, sign.term.currencies
            return True
        if text == side.sign:
            side.twice = True
            return True
        common = tuple(code for code in side.currencies if code in sign.term.currencies)
        if not common:
            return False
        if len(sign.term.currencies) < len(side.currencies):
            side.sign = text
        side.currencies = common
        return True

    def _blank_groups(self, side: Side) -> None:
        """45 000 with ordinary blanks; 106, 553 with one too many."""
        if not _OPEN_GROUPS.fullmatch(side.digits) or side.last + 1 >= len(self.tokens):
            return
        if self.tokens[side.last + 1].text == ",":
            self._blank_after_comma(side)
        elif _SHORT.fullmatch(side.digits):
            self._blanks_as_groups(side)

    def _blank_after_comma(self, side: Side) -> None:
        last = side.last + 2
        if not side.before or last >= len(self.tokens) or not _LAST_THREE.fullmatch(self.tokens[last].text):
            return
        gap = self.tokens[last].start - self.tokens[side.last].end
        if gap > 3 or gap == 1 or "\n" in self.text[self.tokens[side.last].end : self.tokens[last].start]:
            return
        following = self._parts(last + 1)
        listed = following & (JOIN_OPENED | COUNTED | PERCENT) or self._text(last + 1) == ","
        if listed and self._parts(last + 2) & NUM or following & (COUNTED | PERCENT):
            return
        side.digits += "," + self.tokens[last].text
        side.last = last
        side.notes.append("a blank inside the number is left out")

    def _blanks_as_groups(self, side: Side) -> None:
        digits, last = side.digits, side.last
        while last + 1 < len(self.tokens) and self.text[self.tokens[last].end : self.tokens[last + 1].start] == " ":
            following = self.tokens[last + 1].text
            if not _THREE.fullmatch(following):
                break
            digits += " " + following
            last += 1
            if not following.isdigit():
                break
        if last == side.last or self._parts(last + 1) & (NUM | COUNTED):
            return
        if side.before or self.bare or self._parts(last + 1) & _ANY_SIGN:
            side.digits, side.last = digits, last

    def _scale(self, side: Side) -> None:
        index = side.last + 1
        if index >= len(self.tokens) or not self.tokens[index].parts & SCALE:
            return
        gap = self.gap(side.last)
        letter = self.tokens[index].parts & LETTER
        if gap > (1 if letter else 4) or (letter and gap and not side.sign and not self.bare):
            return
        if letter and self._parts(index + 1) & NUM and not self.gap(index):
            return
        if letter and self._text(index + 1) == "(" and side.digits == "401":
            return
        side.factor = self.tokens[index].term
        side.period = side.factor.period
        side.last = index

    def _percent_or_sign_behind(self, side: Side) -> None:
        index = side.last + 1
        if index >= len(self.tokens) or not self.near(side.last):
            return
        parts = self.tokens[index].parts
        if parts & PERCENT and not side.sign:
            side.percent = True
            side.last = index
        while parts & _ANY_SIGN and self._belongs_behind(side, index) and self._add_sign(side, index):
            side.last = index
            index += 1
            parts = self._parts(index)
            if not parts or not self.near(side.last):
                break

    def _belongs_behind(self, side: Side, index: int) -> bool:
        """Whether a sign after a number is that number's, or the next one's."""
        if not self._parts(index + 1) & NUM or not self.near(index):
            return bool(side.before or not _YEAR.fullmatch(side.digits) or side.factor)
        if side.before:
            return bool(_YEAR.fullmatch(self.tokens[index + 1].text)) and bool(self.tokens[index].parts & CODE)
        ahead, behind = self.gap(side.last), self.gap(index)
        if ahead != behind:
            return ahead < behind
        if self.tokens[index].text in self.vocabulary.before:
            return False
        own = side.factor is not None or not side.digits.isdigit()
        return own and bool(not ahead or self._signed_behind(index + 1))

    def _signed_behind(self, index: int) -> bool:
        following = index + (2 if self._parts(index + 1) & SCALE else 1)
        return bool(self._parts(following) & _ANY_SIGN)

    def _period_and_plus(self, side: Side) -> None:
        while side.last + 1 < len(self.tokens):
            parts = self.tokens[side.last + 1].parts
            if parts & PERIOD and side.period is None and not side.percent and self._reaches(side.last):
                side.period = self.tokens[side.last + 1].term.period
            elif parts & PLUS and not side.plus and self._open_plus(side.last + 1):
                side.plus = True
            else:
                return
            side.last += 1

    def _reaches(self, index: int) -> bool:
        """Whether a period in the next token belongs here: in the line, or "per year" where a line was broken."""
        between = self.tokens[index + 1].start - self.tokens[index].end
        if between > 4:
            return False
        gap = self.gap(index)
        return gap <= 4 or (" " in self.tokens[index + 1].text and self._gap_lines(index) == 1)

    def _gap_lines(self, index: int) -> int:
        return self.text.count("\n", self.tokens[index].end, self.tokens[index + 1].start)

    def _open_plus(self, index: int) -> bool:
        """Whether a plus leaves the amount open, and does not add or announce the next."""
        before = self.gap(index - 1)
        if before == 0:
            return True
        return before <= 1 and not self._parts(index + 1) & (NUM | _ANY_SIGN | WORD | FILLER | GAP_NOUN)

    # Expressions

    def _expression(self, index: int) -> Expression:
        one = self.side(index, self._floor)
        found = Expression(one.first, one.last, one)
        self._lead(found)
        self._range(found)
        self._tail(found)
        return found

    def _lead(self, found: Expression) -> None:
        index = found.first - 1
        while index >= self._floor and self._worded(index):
            parts = self.tokens[index].parts
            if parts & PLUS:
                if not self._announces(index):
                    return
                found.gap = True
            elif self._is_minus(index, found):
                found.minus = True
            elif not parts & _LEADS:
                return
            found.parts |= parts & _LEADS
            found.first = index
            if parts & (OPEN | OPEN_WEAK):
                found.opened = True
                return
            index -= 1

    def _worded(self, index: int) -> bool:
        """Whether a word before reaches the next token, if need be over the end of a line."""
        between = self.tokens[index + 1].start - self.tokens[index].end
        return between <= 4 and self._gap_lines(index) <= 1

    def _announces(self, index: int) -> bool:
        """+$5,000, and the + between two amounts; not a bullet."""
        return self.gap(index) == 0 or (index == self._taken + 1 and self._taken >= 0 and self.near(index - 1))

    def _is_minus(self, index: int, found: Expression) -> bool:
        if self.tokens[index].text not in ("-", "−") or self.gap(index) or index + 1 != found.one.first:
            return False
        start = self.tokens[index].start
        before = self.text[start - 1] if start else "|"
        return before in "(|\t" if found.one.sign else found.one.percent and (before.isspace() or before in "(|~")

    def _range(self, found: Expression) -> None:
        one = found.one
        join = self._past_note(one.last + 1, found.opened)
        two = self._joined(join, one, found) if join else None
        if two is None:
            if found.opened:
                self._without_opener(found)
            return
        found.two, found.last = two, two.last
        join = self._past_note(two.last + 1, found.opened)
        if join and self._parts(join) & JOIN:
            third = self._figure_after(join)
            if third and self._continues(two, third):
                found.chain, found.last = third, third.last

    def _without_opener(self, found: Expression) -> None:
        """A weak opener that opens nothing ("from $80,000") is no part of the amount."""
        while found.first < found.one.first and self.tokens[found.first].parts & OPEN_WEAK:
            found.first += 1
            found.opened = False

    def _past_note(self, index: int, opened: bool) -> int:
        """Past "(25th percentile)", which says which end of a range the figure is; 0 where no join follows."""
        if self._parts(index) & (JOIN | JOIN_OPENED):
            return index
        if self._text(index) not in ("(", "["):
            return 0
        noted = False
        for place in range(index + 1, min(index + _NOTE, len(self.tokens))):
            if self.tokens[place].text in (")", "]"):
                return place + 1 if (noted or opened) and self._parts(place + 1) & (JOIN | JOIN_OPENED) else 0
            noted = noted or bool(self.tokens[place].parts & END_NOTE)
        return 0

    def _joined(self, join: int, one: Side, found: Expression) -> Side | None:
        if not self._parts(join) & JOIN and not found.opened:
            return None
        if not self.tokens[join].text[0].isalpha() and self._gap_lines(join - 1):
            return None
        if self._gap_lines(join - 1) > 1:
            return None
        two = self._figure_after(join, found)
        return two if two and self._compatible(one, two, found) else None

    def _figure_after(self, join: int, found: Expression | None = None) -> Side | None:
        """The figure after a join, over approximations and bounds; None where something else follows."""
        index = start = join + 1
        while index < len(self.tokens) and index < start + 4 and self._worded(index - 1):
            parts = self.tokens[index].parts
            if parts & NUM:
                side = self.side(index, start)
                return side if side.first == start else None
            if parts & (APPROX | LOWER | UPPER) and index == start:
                if found is not None:
                    found.parts |= parts & APPROX
                    found.high_open = found.high_open or bool(parts & LOWER and not parts & UPPER)
                start += 1
            elif not parts & SIGN:
                return None
            index += 1
        return None

    def _compatible(self, one: Side, two: Side, found: Expression) -> bool:
        """Whether two figures can be the ends of one range."""
        if one.sign and two.sign and not set(one.currencies) & set(two.currencies):
            return False
        if (one.percent and two.sign) or (two.percent and one.sign):
            return False
        if one.period and two.period and one.period != two.period:
            return False
        if one.plain and two.before and not found.opened:
            return False
        if one.plain and (self.named(one) or (_YEAR.fullmatch(one.digits) and not two.plain)):
            return False
        return two.plain is False or self._follows(one, two)

    def _follows(self, one: Side, two: Side) -> bool:
        """Whether a figure without a sign can be the upper end after ``one``."""
        if self.counts(two) or self.glued(two):
            return False
        if _YEAR.fullmatch(two.digits) and not two.factor and (one.factor or not one.digits.isdigit()):
            return False
        small = len(two.digits) <= 3 and two.digits.isdigit() and not two.factor
        return not (small and not one.factor and len(one.digits) > 3 and "." not in one.digits)

    def _continues(self, two: Side, third: Side) -> bool:
        return bool(third.sign) == bool(two.sign) and third.percent == two.percent and not self.counts(third)

    def _tail(self, found: Expression) -> None:
        last = found.two or found.one
        found.period = last.period or found.one.period
        found.high_open = found.high_open or last.plus
        while found.last + 1 < len(self.tokens) and self._tail_step(found):
            pass

    def _tail_step(self, found: Expression) -> bool:
        index = found.last + 1
        parts = self.tokens[index].parts
        if parts & PERIOD and found.period is None and self._reaches(found.last):
            found.period = self.tokens[index].term.period
        elif not self._worded(found.last):
            return False
        elif parts & _BEHINDS and not found.parts & parts & _BEHINDS:
            found.parts |= parts & _BEHINDS
        elif parts & PLUS and not found.high_open and self._open_plus(index):
            found.high_open = True
        elif parts & GAP_NOUN or (parts & GAP_BEHIND and not self._parts(index + 1) & NO_GAP):
            if found.gap or not self.near(found.last):
                return False
            found.gap = True
        else:
            return self._tail_over(found, index)
        found.last = index
        return True

    def _tail_over(self, found: Expression, index: int) -> bool:
        """A period in brackets, or a period or a gap's noun behind other words of pay."""
        if self._text(index) == "(" and self._parts(index + 1) & PERIOD and self._text(index + 2) == ")":
            if found.period is None:
                found.period = self.tokens[index + 1].term.period
                found.last = index + 2
                return True
            return False
        for place in range(index, min(index + _FILLERS, len(self.tokens) - 1)):
            if not self.tokens[place].parts & FILLER or not self.near(place):
                return False
            following = self.tokens[place + 1].parts
            if following & PERIOD and found.period is None:
                found.period = self.tokens[place + 1].term.period
            elif following & GAP_NOUN and not found.gap:
                found.gap = True
            else:
                continue
            found.last = place + 1
            return True
        return False

    # What stands around a figure

    def counts(self, side: Side) -> bool:
        """Whether the next word says that a plain figure counts something else: years, jobs."""
        index = side.last + 1
        if self._text(index) in ("-", "–", "+") and not self.gap(side.last):
            index += 1
        return bool(self._parts(index) & COUNTED) and self._worded(index - 1)

    def glued(self, side: Side) -> bool:
        """Whether letters follow a plain figure without a blank: 3D, 25th, 5G."""
        index = side.last + 1
        following = self._text(index)
        return (
            side.last == side.number
            and following is not None
            and self.tokens[index].start == self.tokens[side.last].end
            and following[0].isalpha()
            and following.isascii()
        )

    def named(self, side: Side) -> bool:
        """Whether a plain figure is part of a name, date, time or version: Web3, AZ-104, 24/7, #1."""
        index = side.first - 1
        if index < 0 or self.tokens[index].end != self.tokens[side.first].start:
            start = self.tokens[side.first].start
            return index < 0 and start > 0 and self.text[start - 1].isalnum()
        before = self.tokens[index].text
        if before[-1].isalnum():
            return before.isascii()
        if before in "#/:_.@'’&=^" or before == "[":
            return True
        joined = before in "-–‑" and index > 0 and self.tokens[index - 1].end == self.tokens[index].start
        return joined and self.tokens[index - 1].text[-1].isalnum()

    def _parts(self, index: int) -> int:
        return self.tokens[index].parts if index < len(self.tokens) else 0

    def _text(self, index: int) -> str | None:
        return self.tokens[index].text if index < len(self.tokens) else None
