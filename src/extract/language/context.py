"""Whether a name that is also a common word is the name here: R, C, Go, Excel, Spark, Georgia, Indeed.

Case is decided by the matcher. Here speak the neighbours: a list shared with names that need no context, cue words beside it,
phrases that block it (TRAPS of this kind measured on job posts: case, list neighbours, cue words and blockers decide).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.language.mentions import MentionKind
from extract.language.terms import Match
from extract.lexicons import Lexicons
from extract.lexicons.fragments import ABOUT, ASIDE, CONTRAST
from extract.lexicons.signs import SIGNS

_LINK = re.compile(r"[\s,;/&|•·+()\n-]{0,4}(?:(?:and|or|und|&)\s{1,2})?[\s(]{0,2}(?:the\s)?$", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:\b(?:in|using|use|uses|with|without|of|like|as|including|include|learn|know|knows|swear\sby|swears\sby|need|needs|require|requires|master|via|through|strong|solid|excellent|intermediate|expert|proficient|on|languages?|tools?|software|microsoft|ms"
    r"|apache|google|language|basic|advanced|programming|experience|frameworks?|platforms?|libraries)[\s:(,]{1,3}|[:(]\s{0,2})$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s{0,2}(?:programming|language|code|developer|developers|scripts?|scripting|skills|library|package|packages|framework"
    r"|notebooks?|cluster|sheets?|spreadsheets?|for\b|\(|(?:is|are)\s(?:\w+ly\s|also\s)?used\s(?:by|for|in|to)\b)",
    re.IGNORECASE,
)
# "use Excel to build", "in Excel with care": a name all the same, if it is written as one.
_MEANT = re.compile(r"\b(?:use|uses|using|used|in|with|without|via|through|on|of|from|like)\s$", re.IGNORECASE)
_VERB_USE = re.compile(r"\s+(?:in|at|on|to|up|through|by|beyond|ahead|back|into|out|with|as)\b", re.IGNORECASE)
# "Mobile crane operator", at the start of a line.
_NO_PLACE = re.compile(
    r"\s(?!(?:is|are|was|and|or|has|have|in|pays?|to|where|which|offers?|salar(?:y|ies)|wages?)\b)[a-z]{3,}"
)
_PLACE = re.compile(
    r"(?:\b(?:in|across|of|from|near|around|for|throughout|outside)\s(?:the\s)?|,\s|\(\s{0,1}|^|\n|[|:•]\s{0,2})$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:\b(?:to|on|by|from|at|via|per|source|sources|data|of|and|or)[\s:]{1,2}|[(*†‡]\s{0,1})$", re.IGNORECASE
)
_STATES = re.compile(
    rf"(?:['’]s\b|(?:,?\s(?:{CONTRAST}|{ASIDE}|for\sits\spart|for\sone|also|now|currently|even|only),?)?\s+(?:report(?:s|ed)?|estimate[sd]?|says?|said|state[sd]?|list(?:s|ed)?|show(?:s|ed)?|puts?|data|gives?|gave|note[sd]?|finds?"
    r"|found|pegs?|pegged|quote[sd]?|counts?|counted|tells?|told|has|suggest(?:s|ed)?|calculate[sd]?|cite[sd]?|had|place[sd]?|indicate[sd]?|publish(?:es|ed)|record(?:s|ed)|reckon(?:s|ed)|averages?|comes?\s(?:in|out)|came\s(?:in|out)|paints?|painted|sees|saw|arrives?|lands?"
    rf"|(?:is|was|runs|sits|goes)\s(?:[a-z]{{1,12}}\s){{0,3}}?(?:lower|higher|kinder|stingier|close|similar|generous|optimistic|pessimistic|conservative|modest|cautious))\b|,\s(?:which|who)\s[^.;]{{3,90}},\s(?:reports?|estimates?|says?|states?|lists?|shows?|puts?|gives?|has|finds?|pegs?|quotes?|counts?)\b|\s+at\s(?:{ABOUT}\s)?["
    + SIGNS
    + r"])",
    re.IGNORECASE,
)
# "$52,000 a year, Indeed 2024"
_OF_YEAR = re.compile(r",?\s(?:19|20)\d\d(?=\s?(?:[).;|\n]|$))")
_OPENS_CELL, _ENDS_CELL = (
    re.compile(r"(?:[|\t\n]|^)\s{0,3}(?:[-–•*]\s{1,3})?$"),
    re.compile(r"\s{0,3}(?:[|\t\n]|:\s|$)"),
)
# "Pay scale comparison": a thing called like a source.
_THING = re.compile(r"\s(?:comparisons?|structures?|charts?|tables?|matrix|systems?|ranges?|for|of)\b", re.IGNORECASE)
# "consultancies (A and B) pay": whom a text names as an employer is no origin of its figures, and no tool.
_EMPLOYERS = re.compile(
    r"\b(?i:firms|companies|employers|banks|agencies|startups|unicorns|giants|consultancies|corporations|brands|organi[sz]ations|recruiters"
    r"|(?:big|top|major|large|leading|global|well-known|famous|household)\s(?:names|players))"
    r"(?:\s[a-z][^.;:()\n]{1,50},)?\s?(?:\(|,?\s(?:like|such\sas|including|inclusive\sof|e\.g\.)\s)"
    r"(?:[A-Z][\w&.]*(?:\s[A-Z][\w&.]*)?(?:,\s(?:and\s|or\s)?|\s(?:and|or|&)\s)){0,6}$"
)
# One of these stands before every such list.
_LISTS_EMPLOYERS = ("(", "like", "such", "inclu", "e.g.")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
# Words that a title writes small, of three letters and more.
_SMALL = frozenset({"and", "for", "from", "into", "nor", "over", "than", "the", "with"})
# "SQL, 12.9%": how many ask for what an item names.
_SHARE = re.compile(r"[\s,(:–-]{1,3}\d{1,3}(?:\.\d{1,2})?\s?%\)?")
NEIGHBOUR = 6


def is_employer(text: str, at: int, start: int = 0) -> bool:
    """Whether the name that begins at an offset stands in a list of employers; the list begins at ``start`` or behind it."""
    first = max(start, at - 120)
    listed = any(text.find(word, first, at) >= 0 for word in _LISTS_EMPLOYERS)
    return listed and _EMPLOYERS.search(text, first, at) is not None


# "Offices of physicians", "offices of physical, occupational and speech therapists": an industry by those who run it.
_OFFICES = re.compile(r"\b[Oo]ffices\sof\s(?:(?:other|all|health)\s){0,2}(?:[a-z-]+,?\s){0,6}$")


# "Work in physician offices", "a dentist's office": a place by those who run it.
_OWN_OFFICE = re.compile(
    r"(?:['’]s?)?\s(?:offices?|practices)(?!\s(?:manager|administrator|assistant|nurse|visit|staff))\b"
)


def is_industry(text: str, at: int, end: int) -> bool:
    """Whether the title that begins at an offset names an industry or a place, and nobody who is spoken of."""
    if _OWN_OFFICE.match(text, end):
        return True
    return text.rfind("ffices of ", max(0, at - 80), at) >= 0 and _OFFICES.search(text, max(0, at - 80), at) is not None


_IN_BRACKETS = re.compile(r"\s\((?:the\s|an?\s)?(?P<words>[a-z]+(?:\s[a-z]+)+)")
# Behind an item of a list; "SQL, make plans" goes on with something else.
_ITEM_ENDS = re.compile(r"\s{0,2}(?:[,.;)/+\n]|(?:and|or)\b|&|$)")
# "PHP 25,000", "R 18 000", "R 93,20", "R 175 per hour": a currency.
_SUM = re.compile(
    r"\s?(?:\d{1,3}(?:[,.\s]\d{3})+|\d{4,}|\d{1,3}[.,]\d\d(?![.,\d])|\d{1,3}\s?(?:/|(?:(?:gross|net)\s)?(?:per|an?)\s))"
)
# "25,000 PHP", also with the code on a line of its own.
_SUM_BEFORE = re.compile(r"(?:\d{1,3}(?:[,.]\d{3})+|\d{4,}|\dk)\+?\s{0,2}$")
_NUMBER_BEFORE = re.compile(r"(?<![\w-])\d[\d.,]{0,9}\s?$")
LONGEST_SIGN = 3
LONGEST_ITEM = 36
_ITEM_BETWEEN = re.compile(r",\s[^,.;:()\n]{2,28},\s(?:and\s)?")


def is_currency(text: str, match: Match, lexicons: Lexicons, *, known: bool = False) -> bool:
    """Whether the name of a tool is the code of a currency beside a sum: "PHP 25,000", "25,000 PHP".

    In an article where it is ``known`` to be one, it is also behind a small number ("510 PHP"), in brackets and alone.
    """
    if match.form.kind is not MentionKind.TOOL or match.end - match.start > LONGEST_SIGN:
        return False
    if match.form.key not in lexicons.currency_by_code and match.form.key not in _letter_signs(lexicons):
        return False
    if known and (_NUMBER_BEFORE.search(text, max(0, match.start - 14), match.start) or _alone(text, match)):
        return True
    before = _SUM_BEFORE.search(text, max(0, match.start - 14), match.start)
    return before is not None or _SUM.match(text, match.end) is not None


def _alone(text: str, match: Match) -> bool:
    """Whether a name stands in brackets or fills its line."""
    around = text[max(0, match.start - 1) : match.start] + text[match.end : match.end + 1]
    return around in {"()", "\n\n", "\n"}


@lru_cache(maxsize=8)
def _letter_signs(lexicons: Lexicons) -> frozenset[str]:
    """The signs of currencies that are letters: ``R``, ``kr``."""
    signs = (sign for money in lexicons.currencies for sign in (*money.signs, *money.ambiguous_signs))
    return frozenset(sign for sign in signs if sign.isalpha())


def accept(text: str, match: Match, others: Sequence[Match], lexicons: Lexicons) -> bool:
    """Whether a doubtful match means the lexicon entry. ``others`` are the certain matches of the text, in order."""
    kind = match.form.kind
    if kind is MentionKind.TOOL:
        return not is_currency(text, match, lexicons) and _is_tool(text, match, others, lexicons)
    if kind is MentionKind.REGION:
        named = _PLACE.search(text, max(0, match.start - 12), match.start) is not None
        opens = match.start == 0 or text[match.start - 1] == "\n"
        return named and not (opens and _NO_PLACE.match(text, match.end))
    if kind is MentionKind.ORIGIN:
        if is_employer(text, match.start) or _THING.match(text, match.end):
            return False
        before = _SAYS.search(text, max(0, match.start - 12), match.start) is not None
        # "Indeed" as all of a cell or line, or what is told behind it, is the site.
        alone = _OPENS_CELL.search(text, max(0, match.start - 4), match.start) and _ENDS_CELL.match(text, match.end)
        said = _STATES.match(text, match.end) or _OF_YEAR.match(text, match.end)
        return before or alone is not None or said is not None
    return False


def means_other_thing(text: str, match: Match, lexicons: Lexicons) -> bool:
    """Whether a name of a tool means something else: ``AWS and a bonus`` are both pay, ``AWS (annual wage supplement)``."""
    if match.form.kind is not MentionKind.TOOL:
        return False
    blockers = lexicons.tool_by_name[match.form.key].blockers
    return (bool(blockers) and _blocked(text, match, blockers)) or _is_spelled_out(text, match)


def _is_spelled_out(text: str, match: Match) -> bool:
    """Whether common words in brackets behind a short name begin with its letters; the words of a name have capitals."""
    letters = text[match.start : match.end]
    if not text.startswith(" (", match.end) or not letters.isupper() or not letters.isalpha():
        return False
    words = _IN_BRACKETS.match(text, match.end)
    initials = "".join(word[0] for word in words["words"].split()) if words else ""
    return len(letters) > 1 and initials.startswith(letters.lower())


def _is_tool(text: str, match: Match, others: Sequence[Match], lexicons: Lexicons) -> bool:
    tool = lexicons.tool_by_name[match.form.key]
    around = text[max(0, match.start - 40) : match.end + 40].lower()
    if _blocked(text, match, tool.blockers) or _glued(text, match):
        return False
    # "- Processing: Spark": a label, whatever name ends the item above it.
    line = text.rfind("\n", 0, match.start) if text.startswith(":", match.end) else 0
    beside = any(
        _neighbours(text, match, other)
        for other in others
        if other.form.kind is MentionKind.TOOL and other.start >= line
    )
    beside = beside or any(
        _next_but_one(text, match, other)
        for other in others
        if other.form.kind is MentionKind.TOOL and line <= other.start < match.start
    )
    small = text[match.start : match.end].islower() and not match.form.text.islower()
    if beside or small:
        return beside and not (small and _ITEM_ENDS.match(text, match.end) is None)
    if _VERB_USE.match(text, match.end) and not _MEANT.search(text, max(0, match.start - 12), match.start):
        return False
    if any(_holds(around, cue) for cue in tool.cues):
        return True
    # "In Phoenix": a town of that name is meant where no word for a tool stands beside it.
    town = any(other.form.kind is MentionKind.REGION and other.start <= match.start < other.end for other in others)
    if town or (match.form.text in tool.short and _in_title(text, match)):
        return False
    start = max(0, match.start - 16)
    return _BEFORE.search(text, start, match.start) is not None or _AFTER.match(text, match.end) is not None


def _holds(around: str, term: str) -> bool:
    """Whether lower-case words hold a term as words of their own."""
    words = term.lower()
    return words in around and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", around) is not None


def _blocked(text: str, match: Match, blockers: Sequence[str]) -> bool:
    """Whether the name stands inside a phrase that means something else, as whole words: ``access to``."""
    first, last = max(0, match.start - 40), match.end + 40
    around = text[first:last].lower()
    for blocker in map(str.lower, blockers):
        for found in re.finditer(rf"(?<!\w){re.escape(blocker)}(?!\w)", around) if blocker in around else ():
            if first + found.start() < match.end and match.start < first + found.end():
                return True
    return False


def _in_title(text: str, match: Match) -> bool:
    """Whether all words of the line have capitals, so that a capital says nothing: ``Working With Teams``."""
    start = text.rfind("\n", max(0, match.start - 120), match.start) + 1 or max(0, match.start - 120)
    end = text.find("\n", match.end, match.end + 120)
    line = text[start : match.start] + " " + text[match.end : end if end >= 0 else match.end + 120]
    words = [word for word in _LONG_WORD.findall(line) if word not in _SMALL]
    return len(words) >= 2 and all(word[0].isupper() for word in words)


def _glued(text: str, match: Match) -> bool:
    """Part of something else: ``R&D``, ``C-level``, ``R²``, ``Go-to-market``, ``C/C++`` is none of these."""
    before = text[match.start - 1 : match.start]
    after = text[match.end : match.end + 2]
    return before in {"&", "-", "'", "’", "."} or (
        after[:1] in {"&", "-", "²", "'", "’", "+", "#"} or (after[:1] == "." and after[1:2].isalnum())
    )


def _next_but_one(text: str, match: Match, other: Match) -> bool:
    """``Taleo, job boards, Excel``: a whole item of a list, one item behind a name."""
    if _ITEM_ENDS.match(text, match.end) is None:
        return False
    return match.start - other.end <= LONGEST_ITEM and _ITEM_BETWEEN.fullmatch(text, other.end, match.start) is not None


def _neighbours(text: str, match: Match, other: Match) -> bool:
    first, second = (match, other) if match.start < other.start else (other, match)
    gap = text[first.end : second.start]
    gap = _SHARE.sub("", gap, count=1) if "%" in gap else gap
    return len(gap) <= NEIGHBOUR + 4 and _LINK.fullmatch(gap) is not None
