"""Ways up that a sentence tells from the first step on: ``A clerk goes from Trainee to Clerk to Chief Clerk``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import Attribution
from extract.claims.context import Context
from extract.claims.job_titles import capitalised, is_title, title_at
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import MAY, MOVE, USUALLY
from extract.model import Block, Span

_SETS_OUT = re.compile(
    rf"\s(?:(?:{MAY}|will|{USUALLY}|then|also)\s){{0,3}}"
    rf"(?:(?:{MOVE}|leads?|runs?|(?:(?:is|are|gets?)\s)?promoted|works?\s(?:his|her|their)\sway)"
    r"(?:\s(?:on|up|upwards?))?\s)?from\s(?:an?\s|the\s)?"
)
_ON_TO = re.compile(
    r"\s?,?\s(?:(?:and|or|before|then|later|next|finally|eventually|ultimately|perhaps|maybe)\s){0,3}"
    r"(?:(?:(?:on|up)\s)?(?:in)?to\s(?:become\s)?|through\s|via\s)(?:an?\s|the\s)?"
)
_BRACKETS = re.compile(r"\s\([A-Z][\w\s/-]{0,30}\)")
_FEWEST = 3
# What the first of several verbs sets out stands for the others: "a baker goes from ..., a cook from ...".
_VERBLESS = re.compile(r"\sfrom\s")


def climbs(
    context: Context, block: Block, passage: Passage, sentence: Span, heads: frozenset[str]
) -> Iterator[tuple[Attribution, list[Span]]]:
    """Those who go from one title to the next in a sentence, each with three and more steps in order."""
    text = context.text
    if text.find(" from ", sentence.start, sentence.end) < 0:
        return
    told = False
    for who, roles in _subjects(context, block, passage, sentence):
        verb = _SETS_OUT.match(text, who.end, sentence.end)
        if verb is None or (_VERBLESS.match(text, who.end) and not told):
            continue
        steps = _steps(context, passage, verb.end(), sentence, heads)
        if len(steps) >= _FEWEST:
            told = True
            yield Attribution(roles, f"“{text[who.start : who.end]}”, who goes from one to the next", 0.85), steps


def _subjects(context: Context, block: Block, passage: Passage, sentence: Span) -> list[tuple[Span, tuple[str, ...]]]:
    """Those who may be the subject of a verb, in order, and whom they name."""
    named = passage.of(MentionKind.ROLE, sentence.start, sentence.end)
    found: dict[int, tuple[Span, tuple[str, ...]]] = {m.end: (Span(m.start, m.end), (m.key,)) for m in named}
    subjects = context.attributor.clauses(block, sentence).subjects()
    found |= {s.end: (Span(s.start, s.end), s.roles) for s in subjects if s.roles}
    return [found[end] for end in sorted(found)]


def _steps(context: Context, passage: Passage, at: int, sentence: Span, heads: frozenset[str]) -> list[Span]:
    """The titles from an offset on with ``to`` or ``through`` between them; none unless most of them are known for titles."""
    text, steps, known = context.text, list[Span](), 0
    joint: re.Match[str] | None = None
    while not steps or joint is not None:
        at = joint.end() if joint is not None else at
        title = title_at(context, passage, at, sentence, heads) or capitalised(text, at, sentence)
        if title is None:
            break
        brackets = _BRACKETS.match(text, title.end, sentence.end)
        step = Span(title.start, brackets.end()) if brackets else title
        known += is_title(context, passage, step, heads)
        steps.append(step)
        joint = _ON_TO.match(text, step.end, sentence.end)
    return steps if known * 2 >= len(steps) else []
