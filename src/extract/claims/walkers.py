"""Whose path the steps of a career are."""

from __future__ import annotations

import re
from operator import attrgetter

from extract.attribution import NOBODY, Attribution
from extract.claims.context import Context
from extract.language import MentionKind
from extract.model import Block, Span

# "..., and move up to": what stands right before the first step of who is not among the steps.
_MOVED_TO = re.compile(
    r"\b(?:mov(?:e|es|ing)|progress(?:es|ing)?|advanc(?:e|es|ing)|step(?:s|ping)?|climb(?:s|ing)?|grow(?:s|ing)?|ris(?:e|es|ing)|promoted)\s(?:on\s|up\s)?(?:in)?to\s(?:become\s)?(?:an?\s)?$"
)
_WAY_TO = re.compile(
    r"\b(?:path|route|way|road|ladder|climb|journey|track)\s(?:up\s)?(?:to|towards?)\s(?:becoming\s)?(?:an?\s|the\s)?(?=[^:]*:\s*$)"
)
_START = attrgetter("start")


def walker(context: Context, block: Block, steps: list[Span], since: int | None = None) -> Attribution:
    """Whose path it is: the only topic among the steps, else what label, introduction and headings say.

    ``since`` is where the words begin that may announce it, else the block.
    """
    passage = context.attributor.passage(block)
    named = {m.key for span in steps for m in passage.of(MentionKind.ROLE, span.start, span.end)}
    topics = tuple(role for role in context.topics if role in named)
    around = context.attributor.around(block)
    if (
        len(around.roles) == 1
        and around.roles[0] not in named
        and _MOVED_TO.search(context.text, max(block.start, steps[0].start - 40), steps[0].start)
    ):
        return around
    announced = _announced(context, block, Span(block.start if since is None else since, steps[0].start))
    if len(topics) == 1 and (not announced or announced.roles[0] not in context.topics):
        return Attribution(topics, "the role among the steps", 0.85)
    owner = announced or around
    # Several of the article's roles are among the steps, and not whom a heading names: the way is theirs.
    if not topics or (owner and (announced or len(topics) < 2 or not named.isdisjoint(owner.roles))):
        return owner
    if leads_to := _leads_to(context, block, topics):
        return leads_to
    if context.main_role in topics:
        return Attribution((context.main_role,), "the role that the article names most, among the steps", 0.6)
    first = min(
        (m for span in steps for m in passage.of(MentionKind.ROLE, span.start, span.end) if m.key in topics), key=_START
    )
    return Attribution((first.key,), "the first of the article's roles among the steps", 0.6)


def _leads_to(context: Context, block: Block, topics: tuple[str, ...]) -> Attribution:
    """``A typical path to head baker looks like this:`` above the steps: of whom it leads to."""
    for above in context.attributor.previous(block, most=1) if topics else ():
        way = _WAY_TO.search(context.text, above.start, above.end)
        named = context.attributor.passage(above).of(MentionKind.ROLE, way.end(), above.end) if way else []
        if way and named and named[0].start == way.end() and named[0].key in topics:
            return Attribution((named[0].key,), "whom the path is said to lead to", 0.75)
    return NOBODY


def _announced(context: Context, block: Block, line: Span) -> Attribution:
    """Whom the words before the steps name: "The path of a welder: ..."; "Welder track: ..." by a title's last word."""
    end = line.end
    roles = context.attributor.roles_in(context.attributor.passage(block), line) if len(line) else ()
    if len(roles) > 1:
        # "Nurses stay long. The ladder of a baker runs: A > B": whom the sentence of the steps names.
        passage = context.attributor.passage(block)
        own = passage.sentence_at(end).start
        roles = context.attributor.roles_in(passage, Span(own, end)) if line.start < own < end else roles
    if len(roles) > 1:
        # "Many buyers were clerks once: clerk, buyer": whom the words are about.
        passage = context.attributor.passage(block)
        subjects = context.attributor.clauses(block, passage.sentence_at(end)).subjects()
        roles = subjects[0].roles if subjects and subjects[0].end <= end else roles
    if not roles and block.label is not None:
        words = set(context.text[block.label.start : block.label.end].lower().split())
        roles = tuple(role for role in context.topics if role.rsplit("_", 1)[-1] in words)
    return Attribution(roles, "the words before the steps", 0.8) if len(roles) == 1 else NOBODY
