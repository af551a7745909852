"""Years of experience said in a few words: "3-5 years", "over ten years", "less than a year", "20 years or more"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicons.fragments import AVERAGE, JOB, PAY
from extract.lexicons.signs import SIGNS
from extract.model import Span

NUMBER_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_N = r"\d{1,2}(?:\.\d)?|" + "|".join(NUMBER_WORDS)
# What they are of may have run into them: "3-5 yearsaverage salary".
_YEARS = rf"(?:\+|\s?plus)?[\s-]*(?:years?|yrs?|y(?![a-z])|yoe|jahre?n?)(?:\b|(?={AVERAGE}\s|{PAY}\b))"
_YEARISH = re.compile(r"[yYjJ\d](?:(?<=[yY])(?i:(?:ea)?rs?\b|oe|ear)|(?<=[jJ])(?i:ahr)|(?<=\d)\s?[yY]\b)")
_BAND = re.compile(
    rf"(?<![\w{SIGNS}.,])(?P<low>{_N})\s*(?:(?:years?|yrs?)\s+)?(?:[-–—−]|[âโ](?:€[“”])?|to|and|bis)\s*(?P<high>{_N})(?P<plus>\+)?{_YEARS}",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"(?:(?P<over>over|more than|at least|above|minimum of|beyond|older than|>)\s*)(?P<low>{_N}){_YEARS}"
    rf"|(?<![\w{SIGNS}.,-])(?P<plus>{_N})(?:\+|\s?plus|\s+or more)[\s-]*(?:years?|yrs?|y(?![a-z])|yoe)\b"
    rf"|(?<![\w{SIGNS}.,-])(?P<behind>{_N})[\s-]*(?:years?|yrs?)(?:\s?\+(?!\s?\d)|\s(?:plus|(?:or|and)\s(?:more|above|over|up|beyond|longer))\b)"
    rf"|\b(?:after|(?<!the\s)past)\s(?P<after>{_N})[\s-]*(?:years?|yrs?)\b(?!\sof\s(?:study|college|school|university|training))",
    re.IGNORECASE,
)
_UNDER = re.compile(rf"(?:(?:less|fewer) than|under|up to|within|first|<)\s*(?P<high>{_N}|a|an){_YEARS}", re.IGNORECASE)
_PLAIN = re.compile(
    rf"(?<![\w{SIGNS}.,-])(?P<low>{_N})[\s-]*(?:years?|yrs?)\b(?=[’']?\s*(?:of\s+)?(?:work\s+|relevant\s+|professional\s+)?exp"
    # Where they were spent: "three years behind you", "ten years in the trade", "five years of practice".
    r"|\s(?:behind|under)\s(?:you|them|him|her|your\sbelt|their\sbelt|(?:his|her)\sbelt)\b|\s(?:of\s|in\s)(?:practice|service|post)\b"
    rf"|\sin\s(?:industry|practice|post|academia|management|nursing|teaching|consulting|sales)\b|\s(?:in|into|on)\s(?:the|an?|your|their|this|that)\s(?:same\s)?(?:{JOB}|industry|business|practice)\b|\spqe\b)",
    re.IGNORECASE,
)


# "more than two decades of experience"
_DECADES = re.compile(
    rf"\b(?:(?:over|more\sthan|at\sleast|with|after)\s)(?P<n>{_N}|a)\sdecades?\b(?=\sof\s(?:\w+\s)?exp|\s(?:in|on|of)\s(?:the\s)?(?:{JOB}|service|practice|teaching|industry|trade)|\s?[.,;)]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Experience:
    """Years of experience; an end that is not said is None."""

    low: float | None
    high: float | None


def experience_in(text: str, span: Span) -> Experience | None:
    """The band of years said in a span, the first where there are several."""
    if _YEARISH.search(text, span.start, span.end) is None:
        decades = _DECADES.search(text, span.start, span.end)
        return Experience(10 * _count("1" if decades["n"].lower() == "a" else decades["n"]), None) if decades else None
    # Cells that run together are no words: "Chef|3-5 years".
    words = text[span.start : span.end]
    if match := _BAND.search(words):
        return Experience(_count(match["low"]), None if match["plus"] else _count(match["high"]))
    if match := _OPEN.search(words):
        return Experience(_count(match["low"] or match["plus"] or match["behind"] or match["after"]), None)
    if match := _UNDER.search(words):
        return Experience(0.0, 1.0 if match["high"].lower() in {"a", "an"} else _count(match["high"]))
    if match := _PLAIN.search(words):
        return Experience(_count(match["low"]), _count(match["low"]))
    return None


def _count(word: str) -> float:
    return float(NUMBER_WORDS[word.lower()]) if word.lower() in NUMBER_WORDS else float(word)
