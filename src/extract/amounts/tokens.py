"""Text to tokens, only around numbers that can be amounts: most of an article has none nearby."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.amounts import parts
from extract.amounts.vocabulary import RAW, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.amounts.vocabulary import Phrase, Vocabulary

_DIGITS: Final = re.compile(r"[0-9][0-9.,'’]*+")
_BLANK: Final = re.compile(r"\s")
_BREAK: Final = re.compile(r"[\n\t]")

# How far words that belong to an amount may stand from its digits, in code points.
_BEFORE: Final = 48
_BEHIND: Final = 60
# How far a sign or unit may: blanks and marks of emphasis.
_REACH: Final = 6
# Plain digits of this length may be an amount whose sign was lost; shorter ones are years and counts.
_LONG: Final = 5

# Emphasis, escapes, invisible characters and the remains of wrongly decoded blanks are no tokens.
_IGNORED: Final = frozenset("*`\\Â\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
_SKIPPED: Final = "".join(sorted(_IGNORED)) + "+ \t\u00a0\u2007\u2009\u202f"
_NOTHING: Final = Term()
_NUMBER: Final = Term(parts.NUM)
_UNKNOWN_WORD: Final = Term(parts.WORD)

# How far one looks ahead of the last token at most.
_AHEAD: Final = 16
_NO_PARTS: Final = [0] * _AHEAD
_NO_WORDS: Final = [""] * _AHEAD
# How far apart two tokens of one expression stand at most.
_NEAR: Final = 4
_ANOTHER_LINE: Final = 1000


class Token(NamedTuple):
    """A number, a term or anything else: its span, the parts that it can play, its text and its meaning."""

    start: int
    end: int
    parts: int
    text: str
    term: Term


class Window:
    """The tokens of a stretch of text, and how they stand to each other.

    ``parts`` are the parts that each token can play, ``words`` their texts. Both go on a little beyond the last token,
    where one looks ahead: nothing stands there.
    """

    __slots__ = ("parts", "text", "tokens", "vocabulary", "words")

    def __init__(self, text: str, start: int, end: int, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.tokens = tokenize(text, start, end, vocabulary)
        self.parts = [token.parts for token in self.tokens] + _NO_PARTS
        self.words = [token.text for token in self.tokens] + _NO_WORDS

    def gap(self, index: int) -> int:
        """Code points between the token and the next; large where the line or cell ends between them."""
        if index + 1 >= len(self.tokens):
            return _ANOTHER_LINE
        end, start = self.tokens[index].end, self.tokens[index + 1].start
        return _ANOTHER_LINE if start > end and _BREAK.search(self.text, end, start) else start - end

    def near(self, index: int) -> bool:
        """Whether the next token stands in the same line and belongs to the same expression."""
        return self.gap(index) <= _NEAR

    def reaches(self, index: int) -> bool:
        """Whether the next token belongs to the same expression, if need be over the end of a line."""
        if index + 1 >= len(self.tokens):
            return False
        end, start = self.tokens[index].end, self.tokens[index + 1].start
        if start - end > _NEAR:
            return False
        between = self.text[end:start]
        return "\t" not in between and between.count("\n") <= 1

    def wraps(self, index: int) -> bool:
        """Whether a line or cell ends between the token and the next."""
        return self.gap(index) == _ANOTHER_LINE


def windows(text: str, vocabulary: Vocabulary, *, bare: bool = False) -> Iterator[Window]:
    """The stretches of text around numbers that can be amounts, in order and apart from each other.

    ``bare`` says that any number can be one.
    """
    start = end = -1
    for match in _DIGITS.finditer(text):
        if not bare and not _may_be_amount(text, match, vocabulary):
            continue
        low, high = match.start() - _BEFORE, match.end() + _BEHIND
        if low > end:
            if end > 0:
                yield Window(text, start, _until_blank(text, end), vocabulary)
            start = _after_blank(text, low, match.start())
        end = high
    if end > 0:
        yield Window(text, start, _until_blank(text, end), vocabulary)


def _may_be_amount(text: str, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a unit follows the digits, a sign stands before them, or they are many."""
    digits = match[0].rstrip(".,'’")
    if len(digits) >= _LONG:
        return True
    ahead = text[match.end() : match.end() + 12].lstrip(_SKIPPED)
    token = RAW.match(ahead)
    if token is not None and token[0].lower() in vocabulary.units_begin:
        return True
    behind = text[max(0, match.start() - _REACH) : match.start()].rstrip(_SKIPPED)
    before = RAW.findall(behind)
    return bool(before) and before[-1].lower() in vocabulary.signs_end


def tokenize(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Token]:
    """The tokens of ``text[start:end]``; several words that make one term are one token."""
    pattern = RAW if text[max(0, start) : end].isascii() else vocabulary.raw
    raw = [
        (match[0], match.start(), match.end())
        for match in pattern.finditer(text, start, end)
        if match[0] not in _IGNORED
    ]
    phrases, broken = vocabulary.phrases, vocabulary.broken
    tokens: list[Token] = []
    index, count = 0, len(raw)
    while index < count:
        word, begin, finish = raw[index]
        index += 1
        if "0" <= word[0] <= "9":
            tokens.append(Token(begin, finish, parts.NUM, word, _NUMBER))
            continue
        choices = phrases.get(word.lower())
        if choices is None and word in broken:
            choices = phrases.get(broken[word].lower())
        if choices is None:
            tokens.append(Token(begin, finish, *_unknown(word)))
        elif choices.alone and (index == count or raw[index][0].lower() not in choices.seconds):
            if choices.alone.parts & parts.PERIOD and _begins_next_cell(text, begin, word):
                tokens.append(Token(begin, finish, *_unknown(word)))
                continue
            tokens.append(Token(begin, finish, choices.alone.parts, word, choices.alone))
        else:
            phrase = _longest(choices.phrases, raw, index, word)
            index += len(phrase.rest) if phrase else 0
            finish = raw[index - 1][2]
            known = (phrase.term.parts, text[begin:finish], phrase.term) if phrase else _unknown(word)
            tokens.append(Token(begin, finish, *known))
    return tokens


def _begins_next_cell(text: str, begin: int, word: str) -> bool:
    """Whether capitals run on behind a small letter, "totalPM": the next cell's first word, and no period."""
    return word.isupper() and begin > 0 and text[begin - 1].islower()


def _unknown(word: str) -> tuple[int, str, Term]:
    term = _UNKNOWN_WORD if word.isalpha() else _NOTHING
    return term.parts, word, term


def _longest(choices: tuple[Phrase, ...], raw: list[tuple[str, int, int]], index: int, word: str) -> Phrase | None:
    """The longest phrase that begins with ``word`` and goes on at ``raw[index]``."""
    for phrase in choices:
        if phrase.first is not None and phrase.first != word:
            continue
        place = index
        for wanted, touching in phrase.rest:
            if place >= len(raw) or raw[place][0].lower() != wanted:
                break
            if raw[place][1] - raw[place - 1][2] > (0 if touching else 3):
                break
            place += 1
        else:
            return phrase
    return None


def _after_blank(text: str, low: int, high: int) -> int:
    """Where the first whole word after ``low`` begins; ``low`` where no blank stands before ``high``."""
    if low <= 0:
        return 0
    blank = _BLANK.search(text, low - 1, high)
    return low if blank is None else blank.end()


def _until_blank(text: str, end: int) -> int:
    """Where the last whole word before ``end`` ends; ``end`` itself where there is no blank near."""
    if end >= len(text):
        return len(text)
    for place in range(end, end - _BEHIND, -1):
        if text[place].isspace():
            return place
    return end
