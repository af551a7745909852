"""Tokens to expressions: figures, ranges, and the words around them.

    expression = lead? figure (join lead? figure)? tail?
    lead       = "between" "over" "up to" "about" "an extra" "+" ...
    tail       = period, bound, approximation, difference, currency in brackets, each at most once

Every number is looked at once, from left to right; what an amount has used is not used again. Whether an
expression is an amount, and of what, is decided in :mod:`extract.amounts.reading`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.amounts import parts
from extract.amounts.figures import (
    Figure,
    counts,
    follows_label,
    is_glued,
    is_named,
    open_plus,
    period_reaches,
    read_figure,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.amounts.tokens import Window
    from extract.model import Period

_OPENERS: Final = parts.OPEN | parts.OPEN_WEAK
_LEADS: Final = (
    parts.APPROX | parts.LOWER | parts.UPPER | parts.GAP_BEFORE | parts.GAP_MONEY | parts.OPEN | parts.OPEN_WEAK
)
_BEHINDS: Final = parts.LOWER_BEHIND | parts.UPPER_BEHIND | parts.APPROX_BEHIND
_OF_TIME: Final = frozenset({"of", "ago", "earlier", "before"})
_BOUNDS: Final = parts.LOWER | parts.UPPER
_FILLERS: Final = 4
_NOTE: Final = 6
_CENTS: Final = re.compile(r"\d{1,3}\.\d\d")
_GROUPED: Final = re.compile(r"\d{2,3},\d{3}")
_WIDEST: Final = 4
"""The upper end of a range whose lower end carries no sign is no more than this many times the lower."""
_BETWEEN: Final = 4


@dataclass(slots=True)
class Expression:
    """A whole expression, from token ``first`` to token ``last``.

    Attributes:
        words: the parts that the words around the figures play.
        above: meant is what lies above the (upper) figure as well.
        gap: a word or plus says that it is a difference.
        minus: a minus stands before it.
        opened: "between" or the like stands before it.
        third: a figure joined to a range, which has no place in one.
        end: where the last token's part of the expression ends, where that is not the whole token.
    """

    first: int
    last: int
    one: Figure
    two: Figure | None = None
    words: int = 0
    period: Period | None = None
    above: bool = False
    gap: bool = False
    minus: bool = False
    opened: bool = False
    third: Figure | None = None
    end: int | None = None

    @property
    def upper(self) -> Figure:
        """The last figure of the amount."""
        return self.two or self.one

    @property
    def sign(self) -> str | None:
        """The sign of either figure."""
        return self.one.sign or self.upper.sign


class Grammar:
    """Reads the tokens of a window."""

    def __init__(self, window: Window, *, bare: bool) -> None:
        self.window = window
        self._bare = bare
        self._floor = 0
        self._taken = -1

    def expressions(self) -> Iterator[Expression]:
        """Every expression in order. The caller says with :meth:`take` which of them it keeps."""
        for index, token in enumerate(self.window.tokens):
            if token.parts & parts.NUM and index >= self._floor:
                yield self._expression(index)
                self._floor = max(self._floor, index + 1)

    def take(self, expression: Expression) -> None:
        """Keep the tokens of an expression from being used again."""
        self._taken = expression.last
        self._floor = expression.last + 1

    def _expression(self, index: int) -> Expression:
        floor = self._taken + 1
        one = read_figure(self.window, index, floor, bare=self._bare)
        found = Expression(one.first, one.last, one)
        self._lead(found, floor)
        self._range(found)
        self._tail(found)
        return found

    # Words before

    def _lead(self, found: Expression, floor: int) -> None:
        window = self.window
        for index in range(found.first - 1, floor - 1, -1):
            part = window.tokens[index].parts
            if not window.reaches(index):
                return
            if part & parts.PLUS and self._announces(index, floor):
                found.gap = True
            elif self._is_minus(index, found):
                found.minus = True
            elif not part & _LEADS or (part & _OPENERS and found.opened):
                return
            found.words |= part & _LEADS
            if part & parts.GAP_MONEY:
                return
            found.opened = found.opened or bool(part & _OPENERS)
            found.first = index

    def _announces(self, index: int, floor: int) -> bool:
        """Whether a plus belongs to the next amount: +$5,000, or the plus between two amounts; no bullet."""
        return self.window.gap(index) == 0 or (index == floor > 0 and self.window.near(index - 1))

    def _is_minus(self, index: int, found: Expression) -> bool:
        window = self.window
        if window.words[index] not in ("-", "−") or window.gap(index) or index + 1 != found.one.first:
            return False
        start = window.tokens[index].start
        before = window.text[start - 1] if start else "|"
        if found.one.before:
            # A dash before a sign is a bullet or a label's mark, unless a cell begins with it.
            return before in "(|\t"
        return not found.one.plain and (before.isspace() or before in "(|~)")

    # Ranges

    def _range(self, found: Expression) -> None:
        join = self._past_note(found.last + 1, opened=found.opened)
        found.two = (self._joined(join, found) if join else None) or self._and_over(found)
        if found.two is None:
            self._drop_opener(found)
            return
        found.last = found.two.last
        join = self._past_note(found.last + 1, opened=False)
        if join and self.window.parts[join] & parts.JOIN:
            third, _ = self._figure_after(join, loose=False)
            if third and self._continues(found.two, third):
                found.third, found.last = third, third.last

    def _and_over(self, found: Expression) -> Figure | None:
        """``between 1 and over 9``: "and over" is a bound behind a figure, unless an opener waits for the other end."""
        join = found.last + 1
        if not found.opened or not self.window.parts[join] & parts.LOWER_BEHIND:
            return None
        if not self.window.words[join].lower().startswith("and ") or not self.window.reaches(found.last):
            return None
        two, _ = self._figure_after(join, loose=bool(found.one.sign))
        if two is None or not self._compatible(found.one, two, found, join):
            return None
        found.above = True
        return two

    def _drop_opener(self, found: Expression) -> None:
        """A weak opener that opens nothing ("from $80,000") is no part of the amount."""
        while found.first < found.one.first and self.window.tokens[found.first].parts & parts.OPEN_WEAK:
            found.first += 1
            found.opened = False

    def _past_note(self, index: int, *, opened: bool) -> int:
        """The index of a join, over "(25th percentile)" between; 0 where there is none."""
        if self.window.parts[index] & parts.JOINS:
            return index
        if self.window.words[index] not in ("(", "["):
            return 0
        noted = opened
        for place in range(index + 1, index + _NOTE):
            if self.window.words[place] in (")", "]"):
                return place + 1 if noted and self.window.parts[place + 1] & parts.JOINS else 0
            noted = noted or bool(self.window.parts[place] & parts.END_NOTE)
        return 0

    def _joined(self, join: int, found: Expression) -> Figure | None:
        """The upper end of a range whose lower end stands before the join."""
        window, part = self.window, self.window.parts[join]
        if not found.opened and not part & (parts.JOIN | parts.JOIN_SIGNED):
            return None
        if not window.reaches(join - 1) or (not window.words[join][0].isalpha() and window.wraps(join - 1)):
            return None
        two, words = self._figure_after(join, loose=bool(found.one.sign))
        if two is None or not self._compatible(found.one, two, found, join):
            return None
        if not found.opened and not part & parts.JOIN and found.one.sign != two.sign:
            return None
        found.words |= words & parts.APPROX
        found.above = bool(words & parts.LOWER and not words & parts.UPPER)
        return two

    def _figure_after(self, join: int, *, loose: bool) -> tuple[Figure | None, int]:
        """The figure after a join and the words between; None where something else follows.

        ``loose`` says that the other end carries a sign, which stands for this one too.
        """
        window = self.window
        words, start = 0, join + 1
        for index in range(join + 1, join + 1 + _BETWEEN):
            if not window.reaches(index - 1):
                break
            part = window.parts[index]
            if part & parts.NUM:
                figure = read_figure(window, index, start, bare=loose or self._bare)
                return (figure if figure.first == start else None), words
            if part & (parts.APPROX | _BOUNDS) and index == start:
                words |= part
                start += 1
            elif not part & parts.SIGN:
                break
        return None, 0

    def _compatible(self, one: Figure, two: Figure, found: Expression, join: int) -> bool:
        """Whether two figures can be the ends of one range."""
        if one.sign and two.sign and not set(one.currencies) & set(two.currencies):
            return False
        if (one.percent and two.sign) or (two.percent and one.sign):
            return False
        if one.period and two.period and one.period != two.period:
            return False
        if one.plain and not self._can_begin(one, two, found):
            return False
        return not two.plain or self._can_end(one, two, join)

    def _can_begin(self, one: Figure, two: Figure, found: Expression) -> bool:
        """Whether a figure without a sign can be the lower end before ``two``."""
        if (two.before and not found.opened and not _alike(one, two)) or counts(self.window, one):
            return False
        if is_named(self.window, one) and (two.plain or not follows_label(self.window, one)):
            return False
        return two.plain or not one.is_year()

    def _can_end(self, one: Figure, two: Figure, join: int) -> bool:
        """Whether a figure without a sign can be the upper end after ``one``."""
        if counts(self.window, two) or is_glued(self.window, two):
            return False
        long = len(one.digits) > 3 and "." not in one.digits
        if two.is_year() and (one.percent or one.scale or not one.digits.isdigit()):
            return False
        touching = self.window.gap(join - 1) == 0 and self.window.gap(join) == 0
        return touching or one.plain or bool(one.scale) or not (two.short and long)

    def _continues(self, two: Figure, third: Figure) -> bool:
        same = bool(third.sign) == bool(two.sign) and third.percent == two.percent
        return same and not counts(self.window, third) and (not third.is_year() or two.is_year())

    # Words behind

    def _tail(self, found: Expression) -> None:
        found.period = found.upper.period or found.one.period
        found.above = found.above or found.upper.plus
        while found.end is None and self._tail_step(found):
            pass

    def _tail_step(self, found: Expression) -> bool:
        window, index = self.window, found.last + 1
        part = window.parts[index]
        if part & parts.PERIOD and not found.period and period_reaches(window, found.last):
            found.period = window.tokens[index].term.period
        elif not window.reaches(found.last):
            return False
        elif part & _BEHINDS and not found.words & part & _BEHINDS and window.words[index + 1].lower() != "than":
            found.words |= part & _BEHINDS
        elif part & parts.PLUS and not found.above and open_plus(window, index):
            found.above = True
        elif not found.gap and self._is_gap(found, index):
            found.gap = True
        else:
            return self._in_brackets(found, index) or self._over_fillers(found, index)
        found.last = index
        return True

    def _is_gap(self, found: Expression, index: int) -> bool:
        """Whether the next word says that the amount is a difference: more, premium, less than the others."""
        window = self.window
        part = window.parts[index]
        if not window.near(found.last) or not part & (parts.GAP_NOUN | parts.GAP_BEHIND):
            return False
        following = window.parts[index + 1]
        if part & _BOUNDS:
            # "$20 more than an hour of weeding", "than a year ago": set against what a period is of.
            alone = following & parts.PERIOD and window.words[index + 2].lower() not in _OF_TIME
            if alone or following & (parts.NUM | parts.SIGN | parts.NO_GAP):
                return False
            token = window.tokens[index]
            found.end = token.start + len(token.text.split()[0])
            return True
        return bool(part & parts.GAP_NOUN) or not following & parts.NO_GAP

    def _in_brackets(self, found: Expression, index: int) -> bool:
        """A period or a currency in brackets: (per year), (USD)."""
        window = self.window
        if window.words[index] != "(" or window.words[index + 2] != ")":
            return False
        term = window.tokens[index + 1].term
        if term.parts & parts.PERIOD and not found.period:
            found.period = term.period
        elif term.parts & parts.SIGN and not found.sign and not found.one.percent:
            found.one.sign, found.one.currencies = window.words[index + 1], term.currencies
            found.one.owned = term.owned
        else:
            return False
        found.last = index + 2
        return True

    def _over_fillers(self, found: Expression, index: int) -> bool:
        """A period or the noun of a difference behind other words of pay: gross salary per year, pay gap."""
        window = self.window
        for place in range(index, index + _FILLERS):
            if not window.parts[place] & parts.FILLER or not window.near(place - 1):
                return False
            following = window.parts[place + 1] if window.near(place) else 0
            if following & parts.PERIOD and not found.period:
                found.period = window.tokens[place + 1].term.period
            elif following & parts.GAP_NOUN and not found.gap:
                found.gap = True
            else:
                continue
            found.last = place + 1
            return True
        return False


def _alike(one: Figure, two: Figure) -> bool:
    """Whether a figure without a sign is written as the one that has it: 10.20 to $16.90, 45,000 to $60,000."""
    if not any(pattern.fullmatch(one.digits) and pattern.fullmatch(two.digits) for pattern in (_CENTS, _GROUPED)):
        return False
    low, high = (float(figure.digits.replace(",", "")) for figure in (one, two))
    return low < high <= _WIDEST * low
