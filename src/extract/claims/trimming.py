"""How a phrase ends: spans without punctuation and words that lead nowhere, and their clean form for the ``value`` column."""

from __future__ import annotations

import re

from extract.claims.context import Context
from extract.language.wordclass import is_verb, word_class
from extract.model import Span

_FOOTNOTE = re.compile(r"[a-z](?:\.\d{1,2}|\.?(?:\[\d{1,3}\]){0,3}\[\d{1,3}\]?)\Z")
# No "x[0]" of code.
_NOTES = re.compile(r"(?:(?<=[a-z]{2})|(?<=\)))(?:\[[1-9]\d{0,2}\])+")
# What may end a clause, as in "the services that others rely on".
_STRANDED = frozenset({"on", "for", "of", "with", "in", "by", "from", "at", "like"})
_TAIL_PUNCTUATION = " \t\n,;:.!…–—-\"”’'(["
_LAST_WORD = re.compile(r"(?<![\w])[A-Za-z’']+$")


def trimmed(context: Context, span: Span) -> Span:
    """A span without blanks, punctuation and words at its end that lead nowhere ("and", "such as")."""
    text, tails = context.text, context.cues.words("stops.tails")
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:-–—"):
        start += 1
    while end > start:
        note = (
            _FOOTNOTE.search(text, max(start, end - 24), end)
            if text[end - 1].isdigit() or text[end - 1] == "]"
            else None
        )
        if note:
            end = note.start() + 1
            continue
        if text[end - 1] in _TAIL_PUNCTUATION and not _closes(text, start, end):
            end -= 1
            continue
        word = _LAST_WORD.search(text, max(start, end - 20), end)
        stranded = word and word[0].lower() in _STRANDED and text[end : end + 1] in {".", "!", "?", ";"}
        if word and word[0].lower() in tails and word.start() > start and not stranded:
            end = word.start()
            continue
        break
    return Span(start, end)


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a span ends with the mark that closes a quotation which it opens."""
    mark = text[end - 1]
    if mark == '"':
        return text.count('"', start, end) % 2 == 0
    return mark == "”" and text.count("“", start, end) > text.count("”", start, end - 1)


def clean(text: str) -> str:
    """A phrase for the ``value`` column: blanks folded, brackets closed, no marks of notes, no punctuation at the ends."""
    phrase = _NOTES.sub("", " ".join(text.split())).strip(" ,;:.")
    if phrase.count("(") > phrase.count(")"):
        phrase = phrase + ")" if phrase.rfind("(") > len(phrase) // 2 else phrase.replace("(", "")
    return phrase


def is_action(word: str) -> bool:
    """Whether a word can open a duty: a verb, not a form of being."""
    first, _, last = word.rpartition("-")
    compound = first.lower() not in {"on", "off", "in", "at"} and "V" in word_class(last)
    return is_verb(word) or compound or is_verb(word.replace("-", ""))
