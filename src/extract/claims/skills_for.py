"""Skills that are said to count for a role: "Patience is essential for bakers", "For bakers, tact comes first"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import Attribution, Clauses
from extract.claims.context import Context
from extract.claims.sections import topic_of_heading
from extract.claims.skill_phrases import is_ability, phrase_claims, skill_claims
from extract.lexicons.fragments import IMPORTANT, USUALLY
from extract.model import Block, BlockKind, Claim, Span

_ESSENTIAL = re.compile(
    rf"(?P<skill>[A-Z][^.;:()]{{4,100}}?)\s(?:is|are)\s(?:also\s|very\s|equally\s|\w+ly\s)?(?:{IMPORTANT}"
    r"|an?\s(?:must|plus|requirement)|(?:expected|asked|demanded|wanted)(?=\s(?:of|from)\b))\s(?:for|to|in|of|from)\s(?:an?\s|the\s|most\s|any\s|both\s)?"
)


# "Patience and tact top the list of editor skills", "are among the key skills of an editor", "make a good editor".
_RANKED = re.compile(
    r"(?P<skill>[A-Z][^.;:()]{4,140}?)\s(?:(?:tops?|heads?|leads?)\sthe\slist\s(?:of|for)\s|makes?\s(?:for\s)?(?:an?\s)?(?:good|great|successful)\s|(?:also\s)?helps?\s|(?:matters?|counts?)\s(?:even\s|far\s|much\s)?more\s(?:for|to|in)\s"
    r"|(?:is|are)\s(?:also\s|\w+ly\s)?(?:(?:among|one\sof|some\sof)\s)?(?:the\s)?(?:\w+\s){0,3}?(?:skills|abilities|qualities|strengths)\s(?:(?:of|for|in|that)\s)?"
    r"|(?:is|are)\swhat\s(?:\w+\s){1,2}(?:looks?\sfor|wants?|values?)\s(?:in|of)\s)(?:what\s)?(?:an?\s|the\s|most\s|any\s|every\s|all\s|both\s)?"
)
# "For editors, patience and typing skills count the most"; "For editor jobs, employers ask for patience".
# "In an editor we look for patience", "For an editor, test typing skills".
_FOR = re.compile(rf"(?:For|In|(?i:{IMPORTANT})\s(?:for|to|in))\s(?:an?\s|the\s|most\s)?$")
# "Essential for editors are patience and typing skills"
_ARE = re.compile(r"\s(?:is|are)\s(?P<skill>[^.;:]{4,140})")
_COUNTS = re.compile(
    r"(?:\s(?:jobs?|roles?|positions?|work))?\s?,\s(?P<skill>[^.;:]{4,140}?)\s(?:(?:is|are|counts?|matters?)\s(?:also\s|\w+ly\s)?(?:the\s)?"
    rf"(?:most|{IMPORTANT}|an?\s(?:must|given))\b|(?:counts?|matters?|weighs?)\s(?:for\s)?more\b|comes?\sfirst\b)"
)
# "For editors: patience, style and grammar", "For editors the main skills are patience, style and grammar".
_LISTED = re.compile(
    rf"(?:\s(?:jobs?|roles?|positions?|work))?(?:\s?:|,?\sthe\s(?:most\s)?(?:{IMPORTANT}|main|core|top)\sskills\sare)\s(?P<skill>[^.;:\n]{{2,80}},[^.;:\n]{{2,80}})\.?$"
)
# "A. Editors: patience": the mark of an answer.
_ANSWER = re.compile(r"(?:(?:A|Answer|Ans)\s?[.:)]\s?)?")
_ASKED_FOR = re.compile(
    rf"(?:\s(?:jobs?|roles?|positions?|work))?,?\s(?:it[’']s|(?:employers?|managers|(?:\w+\s)?committees?|interviewers|hospitals|schools|programm?e?s|universities|companies|recruiters?|firms|clients|adverts?|ads|they|we|I)\s(?:{USUALLY}\s|also\s)?"
    r"(?:asks?\sfor|looks?\sfor|wants?|expects?|needs?|names?|values?|seeks?|tests?(?:\sfor)?)|tests?\sfor|test|add)\s(?P<skill>[^.;:]{6,140})"
)
# "Skills that both professions share:" and what these are
_SHARED = re.compile(
    r"(?:(?:The|Some|Common|Shared|Key|Soft|Core)\s){0,2}(?:[Ss]kills|[Qq]ualities|[Tt]raits|[Ss]trengths)\s(?:(?:that|which)\s)?(?:[^.;:]{0,30}\s)?"
    r"(?:both|all|each|either|common|shared?)\b[^.;:]{0,40}:\s(?P<skill>[^.;:]{6,200})"
)
# "Good editors bring something that writers lack:" and what it is
_BRING = re.compile(r"\s(?:bring|have|need|share|show|offer)s?\s[^.;:,]{4,60}:\s(?P<skill>[^.;:]{6,200})")


def for_whom(context: Context, block: Block, clauses: Clauses) -> Iterator[Claim]:
    """``For editors, typing skills count the most``."""
    sentence = clauses.sentence
    for owner in clauses.owners[:1]:
        opens = _ANSWER.fullmatch(context.text, sentence.start, owner.start) is not None
        if not opens and _FOR.fullmatch(context.text, sentence.start, owner.start) is None:
            continue
        # An item, or a paragraph of one sentence, is read as a label and what stands behind it.
        many = block.kind is BlockKind.PARAGRAPH and sentence.end - sentence.start < block.end - block.start
        listed = _LISTED.match(context.text, owner.end, sentence.end) if many else None
        if listed is not None and not (topic_of_heading(context, block) or is_ability(context, listed["skill"])):
            listed = None
        if listed is not None:
            whose = Attribution(owner.roles, "whose skills stand behind the colon", 0.85, owner)
            span = Span(*listed.span("skill"))
            yield from skill_claims(context, block, span, whose, "skill.listed", context.modality(sentence))
        if opens or listed is not None:
            continue
        said = _COUNTS.match(context.text, owner.end, sentence.end)
        said = said or _ASKED_FOR.match(context.text, owner.end, sentence.end)
        if not context.text.startswith(("For ", "In "), sentence.start):
            said = _ARE.match(context.text, owner.end, sentence.end)
        if said is not None and is_ability(context, said["skill"]):
            whose = Attribution(owner.roles, "whom the skill is said to matter for", 0.85, owner)
            yield from phrase_claims(context, block, Span(*said.span("skill")), whose, sentence)


def behind_colon(context: Context, block: Block, clauses: Clauses) -> Iterator[Claim]:
    """``Skills that both share: patience and tact``, ``Good editors bring what few have: patience and tact``."""
    sentence = clauses.sentence
    shared = _SHARED.match(context.text, sentence.start, sentence.end)
    if shared is not None and is_ability(context, shared["skill"]):
        whose = Attribution(tuple(context.topics), "those who share the skills", 0.8)
        yield from phrase_claims(context, block, Span(*shared.span("skill")), whose, sentence)
    for owner in clauses.subjects()[:1] if shared is None else ():
        said = _BRING.match(context.text, owner.end, sentence.end)
        if said is not None and is_ability(context, said["skill"]):
            whose = Attribution(owner.roles, "who brings the skills behind the colon", 0.85, owner)
            yield from phrase_claims(context, block, Span(*said.span("skill")), whose, sentence)


def as_subject(context: Context, block: Block, clauses: Clauses) -> Iterator[Claim]:
    """``Strong communication skills are essential for data scientists``."""
    sentence = clauses.sentence
    said = _ESSENTIAL.match(context.text, sentence.start, sentence.end) if clauses.owners else None
    said = said or (_RANKED.match(context.text, sentence.start, sentence.end) if clauses.owners else None)
    if said is None:
        return
    span = Span(said.start("skill"), said.end("skill"))
    ability = is_ability(context, said["skill"]) or context.cues.has("phrases.skill_heads", said["skill"])
    owners = [owner for owner in clauses.owners if owner.start == said.end()]
    if ability and owners:
        words = context.text[owners[0].start : owners[0].end]
        owner = Attribution(owners[0].roles, f"“{words}”, whom the skill is said to matter for", 0.85, owners[0])
        yield from skill_claims(context, block, span, owner, "skill.subject", context.modality(sentence))
