"""Ways up that a sentence tells from the first step on: ``A clerk goes from Trainee to Clerk to Chief Clerk``.

``A clerk starts as a trainee, becomes a senior clerk and later an office manager`` tells one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.attribution import Attribution
from extract.claims.context import Context
from extract.claims.job_titles import THEN, capitalised, ends_there, is_title, plain_step, title_at
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import JOB, MAY, MOVE, POST, USUALLY
from extract.model import Block, Claim, Span

_SETS_OUT = re.compile(
    # "Kitchen people grow from cook to ..."
    rf"(?:\s(?:people|staff|folk|colleagues|employees|workers)|\swho\s(?:[a-z]+\s?){{1,4}}(?<=\w))?\s(?:(?:{MAY}|will|{USUALLY}|then|also)\s){{0,3}}"
    rf"(?:(?:{MOVE}|leads?|runs?|(?:(?:is|are|gets?)\s)?promoted|works?\s(?:his|her|their)\sway)"
    r"(?:\s(?:on|up|upwards?))?\s)?from\s(?:an?\s|the\s)?"
    rf"|\s(?:(?:{MAY}|will|{USUALLY})\s){{0,2}}(?:starts?|begins?)\s(?:(?:out|off)\s)?as\s(?:an?\s|the\s)?"
)
# "The usual way to the head baker's post": who takes it is named in it.
_WAY = re.compile(
    r"\b(?:[Tt]he|[Aa]|[Oo]ne|[Tt]heir)\s(?:[\w-]+\s){0,2}(?:routes?|path|pathway|way|road|ladder|progression|track|climb)\s(?:up\s)?"
    r"(?:to|for|of|into|towards?)\s[^.;:,]{3,60}?(?=\s(?:starts?|begins?|runs?|goes|leads?)\s)"
)
# "Many people go from clerk to ...": whoever the text is about.
_PEOPLE = re.compile(
    r"\b(?:[Mm]any|[Mm]ost|[Ss]ome)\s(?:people|of\sthem|workers|professionals|careers)\b(?=\s\w+\s(?:up\s)?from\s)"
)
_POST_OF = rf"(?:(?:title|rank|{JOB}|{POST})\sof\s(?:an?\s|the\s)?)?"
_REACHED = re.compile(r"\s(?:is|are)\s(?:reached|attained|achieved|open|within\sreach)\b")
# "and, with luck, ...": what stands between commas before a step.
_PERHAPS = r"(?:,\s(?:with\s\w+|in\stime|in\sdue\scourse|after\s[\w\s]{3,24}|eventually|finally|perhaps|later),)?"
_ON_TO = re.compile(
    rf"\s?,?\s(?:{THEN}\s){{0,3}}"
    rf"(?:(?:{MOVE}\s)?(?:(?:on|up)\s)?(?:in)?to\s(?:become\s)?|through\s|via\s|becom(?:es?|ing)\s|(?:works?|working|continu(?:es?|ing)|carr(?:ies|y|ying)\son|go(?:es)?\son)\sas\s"
    # ", next comes", "and from there a lot of people become", "and some end up as"
    rf"|next\s(?:comes?|is)\s|(?:from\sthere\s)?(?:[a-z]+\s){{1,4}}(?:becom(?:es?|ing)|(?:ends?|finish(?:es)?)(?:\sup)?\sas)\s)(?:an?\s|the\s|that\sof\s)?"
)
# What joins one more to two steps and more: "from clerk to buyer, then head buyer and director".
_LISTED = re.compile(rf"(?:\s?,\s(?:{THEN}\s){{0,2}}|\s{THEN}{_PERHAPS}\s(?:{THEN}\s)?)(?:an?\s|the\s)?{_POST_OF}")
_BRACKETS = re.compile(r"\s\([A-Z][\w\s/-]{0,30}\)")
_FEWEST = 3
# "Ranks are: A, B, C", "they move on as follows: A, B, C": whoever it is.
_RANKS_ARE = re.compile(
    rf"\b(?:(?:[Rr]anks|[Gg]rades|[Ss]teps|[Rr]ungs|[Ss]tages|(?:ladder|path|progression|order))(?:\s(?:of|for|to|in)\s[^.;:,]{{3,40}})?"
    rf"\s(?:{USUALLY}\s)?(?:are|is|runs?|goes)(?:\s{USUALLY})?(?:\sas\sfollows|\sthis)?"
    # "A clerk moves sideways first:", and the titles
    rf"|(?:{MOVE}|climbs?|progress(?:es)?|advances?|rises?)\s(?:\w+\s){{0,3}}?(?:as\sfollows|in\sthis\sorder|up|on|upwards|sideways|first)):\s"
    # "The first rung is the apprentice, next comes ..."
    r"|\b[Tt]he\s(?:first|lowest|bottom)\s(?:rung|step|stage|rank|grade)(?:\s(?:on|of|for)\s(?:an?\s|the\s)?[\w-]+(?:\s[\w-]+)?)?\s(?:is|comes\sas)\s(?:an?\s|the\s|that\sof\s(?:an?\s)?)?"
)
# What the first of several verbs sets out stands for the others: "a baker goes from ..., a cook from ...".
_VERBLESS = re.compile(r"\sfrom\s")


def climbs(
    context: Context, block: Block, passage: Passage, sentence: Span, heads: frozenset[str]
) -> Iterator[tuple[Attribution, list[Span]]]:
    """Those who go from one title to the next in a sentence, each with three and more steps in order; nobody for "people"."""
    text = context.text
    if not any(
        text.find(word, sentence.start, sentence.end) >= 0
        for word in (" from ", " as ", ": ", "he first ", "he lowest ", "he bottom ")
    ):
        return
    for ranks in _RANKS_ARE.finditer(text, sentence.start, sentence.end):
        steps = _steps(context, passage, ranks.end(), sentence, heads, counted=True)
        if len(steps) >= _FEWEST:
            yield Attribution((), "", 0.0), steps
    told, verbs = False, set[int]()
    for who, roles in _subjects(context, block, passage, sentence):
        verb = _SETS_OUT.match(text, who.end, sentence.end)
        if verb is None or verb.end() in verbs or (_VERBLESS.match(text, who.end) and not told):
            continue
        verbs.add(verb.end())
        steps = _steps(context, passage, verb.end(), sentence, heads)
        if len(steps) >= _FEWEST:
            told = True
            yield Attribution(roles, f"“{text[who.start : who.end]}”, who goes from one to the next", 0.85), steps


def apart_from(claims: Iterable[Claim], others: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose words have none of the others' in common with them."""
    for claim in claims:
        if not any(claim.char_start < other.char_end and other.char_start < claim.char_end for other in others):
            yield claim


def _subjects(context: Context, block: Block, passage: Passage, sentence: Span) -> list[tuple[Span, tuple[str, ...]]]:
    """Those who may be the subject of a verb, in order, and whom they name."""
    named = passage.of(MentionKind.ROLE, sentence.start, sentence.end)
    found: dict[int, tuple[Span, tuple[str, ...]]] = {m.end: (Span(m.start, m.end), (m.key,)) for m in named}
    subjects = context.attributor.clauses(block, sentence).subjects()
    found |= {s.end: (Span(s.start, s.end), s.roles) for s in subjects if s.roles}
    for way in _WAY.finditer(context.text, sentence.start, sentence.end):
        keys = {m.key for m in named if way.start() <= m.start < way.end()}
        found |= {way.end(): (Span(*way.span()), tuple(keys))} if len(keys) == 1 else {}
    people = _PEOPLE.search(context.text, sentence.start, sentence.end)
    found |= {people.end(): (Span(*people.span()), ())} if people else {}
    return [found[end] for end in sorted(found)]


def _steps(
    context: Context, passage: Passage, at: int, sentence: Span, heads: frozenset[str], *, counted: bool = False
) -> list[Span]:
    """The titles from an offset on with ``to`` or ``through`` between them; none unless most of them are known for titles.

    ``counted``: with commas alone.
    """
    text, steps, known = context.text, list[Span](), 0
    joint: re.Match[str] | None = None
    while not steps or joint is not None:
        at = joint.end() if joint is not None else at
        title = _step(context, passage, at, sentence, heads)
        if title is None:
            break
        brackets = _BRACKETS.match(text, title.end, sentence.end)
        step = Span(title.start, brackets.end()) if brackets else title
        listed = joint is not None and joint.re is _LISTED
        joint = _ON_TO.match(text, step.end, sentence.end) or (
            _LISTED.match(text, step.end, sentence.end) if steps or counted else None
        )
        ends = ends_there(text, step.end, sentence.end) or _REACHED.match(text, step.end, sentence.end)
        if listed and joint is None and not ends:
            # "..., and bakers earn more" goes on about others.
            break
        known += is_title(context, passage, step, heads)
        steps.append(step)
    return steps if known * 2 >= len(steps) else []


def _step(context: Context, passage: Passage, at: int, sentence: Span, heads: frozenset[str]) -> Span | None:
    """The title at an offset: one that is known, words with capitals, or a few words that make a title."""
    title = title_at(context, passage, at, sentence, heads) or capitalised(context.text, at, sentence)
    title = title or plain_step(context, passage, at, sentence, heads)
    cut = context.text.find(" and ", title.start, title.end) if title else -1
    if title and cut > 0:
        # "Lead Engineer and Head of Data" are two, "Head of Sales and Marketing" is one.
        halves = Span(title.start, cut), Span(cut + len(" and "), title.end)
        title = halves[0] if all(is_title(context, passage, half, heads) for half in halves) else title
    return title
