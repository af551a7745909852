"""Text to tokens, only near digits: amounts need one, and most of an article has none nearby."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.amounts.vocabulary import NUM, WORD, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.amounts.vocabulary import Phrase, Vocabulary

_DIGITS: Final = re.compile(r"[0-9][0-9.,'’]*+")
_BLANK: Final = re.compile(r"\s")

# How far words that belong to an amount may stand from its digits, in code points.
_BEFORE: Final = 44
_BEHIND: Final = 60

# Emphasis marks, escapes, invisible characters and the remains of wrongly decoded blanks are no tokens.
_IGNORED: Final = frozenset("*\\Â\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
_NOTHING: Final = Term()
_NUMBER: Final = Term(NUM)
_UNKNOWN_WORD: Final = Term(WORD)


class Token(NamedTuple):
    """A number, a term or anything else: its span, the parts that it can play, its text and its meaning."""

    start: int
    end: int
    parts: int
    text: str
    term: Term


def windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text around digits, in order and apart from each other, cut at blanks."""
    start = end = -1
    for match in _DIGITS.finditer(text):
        low, high = match.start() - _BEFORE, match.end() + _BEHIND
        if low > end:
            if end > 0:
                yield start, _until_blank(text, end)
            start = _after_blank(text, low, match.start())
        end = high
    if end > 0:
        yield start, _until_blank(text, end)


def tokenize(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Token]:
    """The tokens of ``text[start:end]``; several words that make one term are one token."""
    raw = [
        (match[0], match.start(), match.end())
        for match in vocabulary.raw.finditer(text, start, end)
        if match[0] not in _IGNORED
    ]
    phrases = vocabulary.phrases
    broken = vocabulary.broken
    tokens: list[Token] = []
    index, count = 0, len(raw)
    while index < count:
        word, begin, finish = raw[index]
        index += 1
        if "0" <= word[0] <= "9":
            tokens.append(Token(begin, finish, NUM, word, _NUMBER))
            continue
        choices = phrases.get(word.lower())
        if choices is None and word in broken:
            choices = phrases.get(broken[word].lower())
        if choices is not None:
            phrase = _first(choices, raw, index, word)
            if phrase is not None:
                index += len(phrase.rest)
                finish = raw[index - 1][2]
                term = phrase.term
                tokens.append(Token(begin, finish, term.parts, text[begin:finish], term))
                continue
        term = _UNKNOWN_WORD if word.isalpha() else _NOTHING
        tokens.append(Token(begin, finish, term.parts, word, term))
    return tokens


def _first(
    choices: tuple[Phrase, ...], raw: list[tuple[str, int, int]], index: int, word: str
) -> Phrase | None:
    """The longest phrase that begins with ``word`` and goes on at ``raw[index]``."""
    for phrase in choices:
        if phrase.first is not None and phrase.first != word:
            continue
        place = index
        for wanted, touching in phrase.rest:
            if place >= len(raw) or raw[place][0].lower() != wanted:
                break
            gap = raw[place][1] - raw[place - 1][2]
            if gap > (0 if touching else 3):
                break
            place += 1
        else:
            return phrase
    return None


def _after_blank(text: str, low: int, high: int) -> int:
    """Where the first whole word after ``low`` begins; ``low`` itself where there is no blank before ``high``."""
    if low <= 0:
        return 0
    blank = _BLANK.search(text, low - 1, high)
    return low if blank is None else blank.end()


def _until_blank(text: str, end: int) -> int:
    """Where the last whole word before ``end`` ends; ``end`` itself where there is no blank near."""
    if end >= len(text):
        return len(text)
    for place in range(end, max(end - _BEHIND, 0), -1):
        if text[place].isspace():
            return place
    return end
