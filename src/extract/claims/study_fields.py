"""Fields of study that a text does not name in full, or no lexicon has: ``civil or mechanical engineering``, ``a diploma in reef care``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.claims.context import Context
from extract.language import Mention, MentionKind, Passage
from extract.lexicons import key
from extract.model import Span

# "civil, electrical or ": fields before the last one, whose noun stands behind that one alone.
_LISTED_BEFORE = re.compile(
    r"\b(?:in|of|the|:)\s(?P<fields>[A-Za-z]{4,16}(?:,\s[A-Za-z]{4,16}){0,3}(?:,?\s(?:or|and|and/or)\s|\s?/\s?))\Z"
)
_A_WORD = re.compile(r"[A-Za-z]{4,16}")
_DEGREE_IN = re.compile(
    r"\b(?:degrees?|diplomas?|certificates?|qualifications?|apprenticeships?|(?:bachelor|master|associate)[’']?s?(?:\sdegrees?)?|doctorates?"
    r"|(?-i:B\.?Sc|M\.?Sc|BA|MA|BS|MS|BEng|MEng|HND|HNC|OND|NVQ|PhD))(?:\s\([^()]{2,24}\))?\s(?:(?:program(?:me)?s?|courses?)\s)?in\s",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Za-z][\w&’'-]+(?:\s[A-Za-z][\w&’'-]+){0,4}")
_JOINT = re.compile(r",?\s(?:or|and)\s|,\s|\s?/\s?")
_KNOWN = (MentionKind.STUDY, MentionKind.REGION, MentionKind.ORIGIN, MentionKind.TOOL, MentionKind.ROLE)
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\s\d")
_DETERMINERS = frozenset({"the", "a", "an", "their", "his", "her", "its", "your", "our", "this", "that"})
MOST_WORDS = 4


def with_unknown_fields(context: Context, passage: Passage, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions with what a degree is said to be in, of which a lexicon has nothing or only the last word.

    "Offender management" takes the place of "management".
    """
    named = any(m.kind is MentionKind.DEGREE for m in mentions)
    told = named or context.text.find("egree", passage.start, passage.end) >= 0
    unknown = list(_unknown_fields(context, passage)) if told else []
    if not unknown:
        return mentions
    kept = [m for m in mentions if not any(field.start <= m.start < field.end for field in unknown)]
    return sorted([*kept, *unknown], key=lambda m: m.start)


def _unknown_fields(context: Context, passage: Passage) -> Iterator[Mention]:
    for degree in _DEGREE_IN.finditer(context.text, passage.start, passage.end):
        at, end = degree.end(), passage.sentence_at(degree.start()).end
        while at < end:
            words = _words(context, at, end)
            if not len(words):
                break
            joint = _JOINT.match(context.text, words.end, end)
            at = joint.end() if joint else end
            if _is_new(context, passage, words) and not _shares_noun(context, passage, words, at):
                yield Mention(MentionKind.STUDY, context.text[words.start : words.end], words.start, words.end)


def _words(context: Context, start: int, end: int) -> Span:
    """The words of one field at an offset, up to one that is of none; empty where there are none, or too many."""
    found = _FIELD.match(context.text, start, end)
    stops, none = context.cues.words("stops.fields"), context.cues.words("stops.not_fields")
    last, count = start, 0
    for word in _WORD.finditer(found[0]) if found else ():
        if word[0].lower() in _DETERMINERS or word[0].lower() in none:
            # "... in optics and join the guild", "customer-facing roles"
            return Span(start, start)
        if word[0].lower() in stops or word[0] in {"or", "and"}:
            break
        last, count = start + word.end(), count + 1
    # "EPA Section 608"
    numbered = _NUMBER.match(context.text, last) is not None
    return Span(start, last if count <= MOST_WORDS and not numbered else start)


def _shares_noun(context: Context, passage: Passage, words: Span, following: int) -> bool:
    """Whether a word alone stands before a field whose last word is its own too: "electrical or computer engineering"."""
    behind = passage.of(MentionKind.STUDY, following, following + 1)
    if " " in context.text[words.start : words.end]:
        return False
    if behind:
        return " " in context.text[behind[0].start : behind[0].end]
    other = _words(context, following, passage.sentence_at(words.start).end)
    said = context.text[other.start : other.end].split()
    return len(said) > 1 and said[-1].lower() in context.cues.words("stops.general_fields")


def _is_new(context: Context, passage: Passage, words: Span) -> bool:
    """Whether no name stands in the words, but for a general field that their last word is."""
    named = passage.of(_KNOWN, words.start, words.end)
    if not named:
        return True
    (first, *others), general = named, context.cues.words("stops.general_fields")
    ends = first.kind is MentionKind.STUDY and first.end == words.end and first.start > words.start
    return not others and ends and context.text[first.start : first.end].lower() in general


def sharing_noun(context: Context, passage: Passage, mention: Mention) -> Iterator[Mention]:
    """``Civil or Mechanical Engineering``: the fields before one whose last word is theirs too."""
    text = context.text
    words = text[mention.start : mention.end].rsplit(None, 1)
    before = _LISTED_BEFORE.search(text, max(passage.start, mention.start - 60), mention.start)
    if mention.kind is not MentionKind.STUDY or len(words) < 2 or before is None:
        return
    for word in _A_WORD.finditer(text, *before.span("fields")):
        field = context.lexicons.study_field_by_term.get(key(f"{word[0]} {words[1]}"))
        if field is not None and not passage.of(MentionKind.STUDY, *word.span()):
            yield Mention(MentionKind.STUDY, field.name, *word.span())
