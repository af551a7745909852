"""Phrases that name an ability, and the claims made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import Attribution
from extract.claims.context import Context, reasons
from extract.claims.trimming import clean, trimmed
from extract.lexicons.fragments import MAY, SHALL, USUALLY
from extract.model import Block, Claim, Flag, Kind, Modality, Span

# "three years of training"
_SCHOOLED = re.compile(
    r"(?:\w+\s){0,3}(?:levels?|years?)\sof\s(?:education|schooling|training|experience)\b", re.IGNORECASE
)
# Where what is said of a skill begins.
CUT = re.compile(
    rf"\s*(?:,\s*(?:{USUALLY}|which|so|as|making|ensuring|enabling|allowing|because|since|along with|but|and {USUALLY}|and\s(?:somebody|someone|people|anyone))\b|\son\stop(?:\sof\s(?:that|this|it|those))?(?=\W*$)|,\sand\s(?:an?|the|their|good|strong)\s[^,.;:]{{3,60}}?\s(?:is|are)\s|\sand (?:are|is|have|has|differs?|var(?:y|ies)|depends?|{MAY}|{SHALL})\b|\s(?:because|since|so that|(?:far |much |even )?(?:more|rather) than)\b)",
    re.IGNORECASE,
)
# "a professional qualification": nothing that one can do.
_PAPERS = re.compile(
    r"(?:an?\s|the\s|some\s|their\s)?(?:[\w-]+\s){0,2}(?:qualifications?|degrees?|diplomas?|licen[cs]es?|certificates?|certifications?|registration|accreditation|permits?|visas?)\b",
    re.IGNORECASE,
)
# "a full driving licence, patience and tact"
_PAPER_FIRST = re.compile(rf"{_PAPERS.pattern},\s(?:and\s)?", re.IGNORECASE)
# "different skills and responsibilities", "a unique set of skills": no word on which.
_WHICHEVER = re.compile(
    r"(?:an?\s|the\s|their\s(?:own\s)?)?(?:(?:very|quite|\w+ly)\s)?(?:different|distinct|unique|similar|certain|various|separate)\s(?:sets?\sof\s|kinds?\sof\s|types?\sof\s)?"
    r"(?:(?:(?:technical|core|soft)\s)?(?:skills?(?:[\s-]?sets?)?|abilit(?:y|ies)|competenc(?:y|ies|es)|qualifications?|knowledge|expertise|strengths?|training|education|backgrounds?|responsibilities|tools|mindsets?|approach(?:es)?|experience)(?:,?\s(?:and|or)\s|,\s|$)){1,5}$",
    re.IGNORECASE,
)

# "They work where their skills ...": what is told of somebody, and no name of a skill.
_TELLS = re.compile(r"(?:They|He|She|It|We|You|I|For|If|When|While|Whether)\s")


def is_ability(context: Context, words: str) -> bool:
    """Whether words name an ability, or hold a word that makes one of a phrase."""
    return any(context.cues.pattern(f"phrases.{name}").search(words) is not None for name in ("able", "abilities"))


def phrase_claims(context: Context, block: Block, span: Span, whose: Attribution, sentence: Span) -> Iterator[Claim]:
    """The claims of a phrase that a sentence gives as a skill."""
    if _TELLS.match(context.text, span.start):
        return
    cut = CUT.search(context.text, span.start, span.end)
    phrase = worded(context, Span(span.start, cut.start() if cut else span.end))
    if phrase is not None:
        yield from skill_claims(context, block, phrase, whose, "skill.subject", context.modality(sentence))


def worded(context: Context, span: Span) -> Span | None:
    """A phrase of two words and more that is no schooling and no paper."""
    span = trimmed(context, span)
    listed = _PAPER_FIRST.match(context.text, span.start, span.end)
    span = (
        Span(listed.end(), span.end) if listed and is_ability(context, context.text[listed.end() : span.end]) else span
    )
    words = context.text[span.start : span.end]
    no_skill = _SCHOOLED.match(words) or _PAPERS.match(words) or _WHICHEVER.match(words)
    return span if len(words.split()) >= 2 and not no_skill else None


def skill_claims(
    context: Context, block: Block, span: Span, owner: Attribution, rule: str, modality: Modality
) -> Iterator[Claim]:
    """A claim for each role that a skill is asked of."""
    for role in owner.roles:
        yield context.claim(
            Kind.SKILL,
            block,
            span,
            role,
            clean(context.text[span.start : span.end]),
            rule=rule,
            confidence=owner.confidence * 0.9,
            because=reasons(owner),
            modality=modality,
            flags=(Flag.HEDGED,) if modality is Modality.HEDGED else (),
        )
