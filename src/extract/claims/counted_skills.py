"""Skills that a sentence counts off: "The top three skills for an editor include ...", "The skills needed here include ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import Attribution, Clauses
from extract.claims.context import Context
from extract.claims.skill_phrases import skill_claims
from extract.claims.tool_lists import only_tools
from extract.claims.trimming import trimmed
from extract.language import Passage
from extract.lexicons.fragments import IMPORTANT, JOB
from extract.model import Block, Claim, Span

_SKILLS = (
    rf"(?:(?:The|Some|Their|Its)\s)?(?P<rank>(?i:(?:top|most|main|core|{IMPORTANT}"
    r"|common|typical|primary|basic|soft|hard|technical|two|three|four|five|ten)\s){0,4})"
    r"(?P<what>(?i:skills|skill\sset|abilities|competencies|qualities|strengths))"
)
# "The top three skills for an editor include", "Key skills of an editor are".
_OF_ROLE = re.compile(_SKILLS + r"\s(?:(?:\w+\s)?(?:for|of|by|in)\s)")
# "The skills needed for this job include", "Necessary skills include", where a heading or question says whose they are.
_OF_JOB = re.compile(
    _SKILLS + r"(?P<wanted>\s(?:(?:that\s)?(?:are\s|is\s)?(?:needed|required|wanted|asked\sfor)|you(?:['’]ll)?\sneed))?"
    rf"(?P<job>\s(?:for|in|of)\s(?:this|the)\s(?:\w+\s)?(?:{JOB}|work))?(?=\s)"
)
_INCLUDE = re.compile(r"\s(?P<verb>include|are|would\sinclude)\s(?P<skills>[^.;:]{4,240})")
_OF_SKILLS = re.compile(rf"(?:in|the|not|no|as|different|similar|often|also|{IMPORTANT}|valued|honed|learned|tested)\b")


def counted_off(context: Context, block: Block, passage: Passage, clauses: Clauses) -> Iterator[Claim]:
    """The skills behind "include" or "are", of the role that the sentence names, else of the one it is about."""
    sentence = clauses.sentence
    opening = (_OF_ROLE if clauses.owners else _OF_JOB).match(context.text, sentence.start, sentence.end)
    if opening is None:
        return
    owner = clauses.owners[0] if clauses.owners else None
    ranked = opening["rank"] or (owner is None and (opening["wanted"] or opening["job"]))
    said = _INCLUDE.match(context.text, opening.end() if owner is None else owner.end, sentence.end)
    if said is None or (not ranked and (owner is None or said["verb"] == "are")):
        return
    if said["verb"] == "are" and _OF_SKILLS.match(said["skills"]):
        return
    span = trimmed(context, Span(said.start("skills"), said.end("skills")))
    if not only_tools(context, passage, span):
        because = "whose skills are counted off"
        whose = Attribution(owner.roles, because, 0.85, owner) if owner else context.attributor.at(block, *said.span())
        yield from skill_claims(context, block, span, whose, "skill.subject", context.modality(sentence))
