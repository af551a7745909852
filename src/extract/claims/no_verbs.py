"""What may be a verb behind a subject, and is a noun."""

from __future__ import annotations

import re

from extract.language.wordclass import word_class
from extract.lexicons.fragments import MAY

# "PA schools ask", "nurse programs teach": the verb of many stands behind it.
_THEIR_SCHOOLS = re.compile(
    r"(?:schools|program(?:me)?s|courses|students|salaries|jobs|classes|exams|degrees|apprenticeships|vacancies|candidates|applicants|postings|wages|unions)"
    r"\s(?P<next>[a-z]+)\b"
)
# "Baker work suits people who": what the work does.
_WORK_DOES = re.compile(r"(?:work|job|training|life)\s(?P<next>[a-z]+s)\b")
_FINITE = re.compile(
    rf"\s(?:is|are|was|were|{MAY}|will|has|have|includes?|comprises?|consists?|vary|varies"
    r"|(?:\w+ly\s)?(?:takes|lasts|requires|ranges)|(?:demands|involves|means|pays)\s(?:more|less|much|better|well|an?))\b"
)
# "Dental Assistant Wages in Canada"
_WAGES = re.compile(r"wages?\b(?!\s(?:war|an?|the|battles?|campaigns?)\b)", re.IGNORECASE)
_FINITE_FURTHER = re.compile(r"\s[a-z]{3,14}\s(?:is|are|was|were|has)\b")
_MANY = re.compile(
    r"(?:s|men|people|staff|folk|police|crew|personnel|who|that|they|she|he|you|both|we)$", re.IGNORECASE
)


def is_noun(text: str, word: re.Match[str], subject: int) -> bool:
    """Whether what may be a verb is a noun: a finite verb stands behind it ("work is never over"), or that of a compound.

    ``subject`` is where the subject ends: "software engineer career ladder" goes on with no verb.
    """
    if _FINITE.match(text, word.end()) is not None or _WAGES.match(text, word.start()) is not None:
        return True
    many = _THEIR_SCHOOLS.match(text, word.start()) if word.start() == subject + 1 else None
    if many and "V" in word_class(many["next"]).split("+"):
        return True
    # "QS work falls into two phases": letters that stand for one.
    singular = _MANY.search(text, max(0, subject - 8), subject) is None or text[subject - 2 : subject].isupper()
    suits = _WORK_DOES.match(text, word.start()) if singular and word.start() == subject + 1 else None
    if suits and "Vs" in word_class(suits["next"]).split("+"):
        return True
    beside = word.start() == subject + 1 and singular
    return beside and _FINITE_FURTHER.match(text, word.end()) is not None
