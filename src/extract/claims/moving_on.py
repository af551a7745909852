"""Moves that a sentence tells: "A clerk moves up to Chief Clerk, then Office Manager", "From clerk you can move to ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import Attribution, Owner, Part
from extract.claims.context import Context
from extract.claims.job_titles import ends_there, first_of_two, plain_step, plain_title, title_at, whole_title
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import MAY, MOVE, POST, USUALLY
from extract.model import Block, Span

# "usually moves to", "tends to become".
MOVES_TO = re.compile(
    rf"\s(?:(?:{MAY}|will|{USUALLY}|eventually|then|also|tends?\sto|later)\s){{0,3}}"
    rf"(?:(?:{MOVE}|(?:is|are|gets?)\spromoted)\s(?:on\s|up\s)?(?:in)?to\s(?:become\s)?|becomes?\s)"
    rf"(?:the\s)?(?:{POST}\sof\s)?(?:an?\s)?"
)
# "From cook you can move to Sous Chef, Head Chef and Kitchen Manager".
_FROM_HERE = re.compile(
    rf",?\s(?:you|one|they|it|people|many|most|some|staff|(?:the|your|their)\s(?:path|way|road|route|ladder|career))\s(?:(?:{MAY}|will|{USUALLY}|then|also)\s){{0,2}}"
    rf"{MOVE}\s(?:on\s|up\s)?(?:in)?to\s(?:become\s)?(?:the\s)?(?:{POST}\sof\s)?(?:an?\s)?"
)
_FROM = re.compile(rf"From\s(?:an?\s|the\s)?(?:{POST}\sof\s(?:an?\s)?)?")
# "With experience you", "They": whom the text speaks of.
_YOU = re.compile(
    r"(?:(?:With|After|In|Over|Once|From|Later|Eventually|At)\b[^.;:]{0,50}?,?\s)?(?:[Yy]ou|[Tt]hey|[Mm]any|[Mm]ost|[Ss]ome)(?=\s)"
)
# "They go to doctors with questions": whom they ask.
_GO_TO = re.compile(r"\bgo(?:es)?\sto\s(?!become\b)")
_ONE = re.compile(r"\b[Aa]n?\s$")
_LISTED = re.compile(r"\s?(?:,\s?(?:and\s|or\s)?|\s(?:and|or)\s)(?:an?\s|the\s)?")
_THEN = re.compile(
    r"\s?,?\s(?:(?:and|or|before)\s)?(?:(?:then|later|finally|eventually|ultimately|next|after\sthat)\s)(?:(?:on\s)?to\s|becomes?\s)?(?:an?\s|the\s)?"
)


def moves_on(
    context: Context, block: Block, passage: Passage, sentence: Span, heads: frozenset[str]
) -> Iterator[tuple[Attribution, list[Span]]]:
    """``A clerk usually moves to Chief Clerk, then Office Manager``, ``to A, B or C``: the titles behind the one who moves."""
    text = context.text
    told = False
    subjects = [o for o in context.attributor.clauses(block, sentence).owners if o.part is not Part.COMPARAND]
    for subject in subjects:
        spans, ordered, become = _titles_behind(context, passage, subject.end, sentence, heads)
        if len(spans) > 1 and len(subject.roles) == 1:
            said = f"“{text[subject.start : subject.end]}”, who moves on"
            first = whole_title(context, Span(subject.start, subject.end), sentence)
            become = become and _ONE.search(text, sentence.start, first.start) is not None
            # "A clerk becomes a senior clerk, then ...": where the path begins.
            rung = ordered and (become or first.start < subject.start)
            told = True
            yield Attribution(subject.roles, said, 0.85, subject), [*([first] if rung else []), *spans]
    you = None if told else _YOU.match(text, sentence.start, sentence.end)
    spans = _titles_behind(context, passage, you.end(), sentence, heads)[0] if you else []
    whom = context.attributor.before(block, passage, sentence) if len(spans) > 1 else None
    if whom and len(whom.roles) == 1:
        yield whom, spans


def _titles_behind(
    context: Context, passage: Passage, at: int, sentence: Span, heads: frozenset[str]
) -> tuple[list[Span], bool, bool]:
    """The titles that whose name ends at an offset moves on to, whether in order, and whether by becoming them."""
    text, spans, ordered = context.text, list[Span](), False
    verb = joint = MOVES_TO.match(text, at, sentence.end)
    if verb is not None and _GO_TO.search(verb[0]):
        return [], False, False
    while joint is not None:
        title = title_at(context, passage, joint.end(), sentence, heads)
        title = title or plain_step(context, passage, joint.end(), sentence, heads)
        if title is None and spans and joint[0].strip(" ,"):
            title = plain_title(context, passage, joint.end(), sentence, heads)
        title = first_of_two(context, passage, title, heads)
        spans += [title] if title is not None else []
        joint = _joint_behind(text, title.end, sentence.end) if title is not None else None
        ordered = ordered or (joint is not None and joint.re is _THEN)
    whole = bool(spans) and ends_there(text, spans[-1].end, sentence.end)
    return (spans if whole else []), ordered, verb is not None and "become" in verb[0]


def _joint_behind(text: str, at: int, end: int) -> re.Match[str] | None:
    """What joins another title to the one that ends at an offset: words of what comes next, or of a list."""
    return _THEN.match(text, at, end) or _LISTED.match(text, at, end)


def from_here(
    context: Context, block: Block, passage: Passage, sentence: Span, heads: frozenset[str]
) -> Iterator[tuple[Attribution, list[Span]]]:
    """``From clerk you can move to Chief Clerk, Office Manager and Director``: what one of a role may become.

    "From there ...", behind a sentence about a title: that one too.
    """
    text = context.text
    opens = _FROM.match(text, sentence.start, sentence.end)
    if opens is None:
        return
    there = text.startswith("there", opens.end())
    walker = _told_before(context, block, passage, sentence) if there else _named_at(passage, opens.end(), sentence)
    if walker is None:
        return
    at = opens.end() + len("there") if there else walker.end
    joint, spans = _FROM_HERE.match(text, at, sentence.end), list[Span]()
    while joint is not None:
        title = first_of_two(context, passage, title_at(context, passage, joint.end(), sentence, heads), heads)
        spans += [title] if title is not None else []
        joint = _joint_behind(text, title.end, sentence.end) if title is not None else None
    if len(spans) > 1:
        first = (
            [whole_title(context, Span(walker.start, walker.end), passage.sentence_at(walker.start))] if there else []
        )
        said = f"“{text[walker.start : walker.end]}”, from which one moves on"
        yield Attribution(walker.roles, said, 0.85), [*first, *spans]


def _named_at(passage: Passage, at: int, sentence: Span) -> Owner | None:
    """The role that is named at an offset."""
    named = next(iter(passage.of(MentionKind.ROLE, at, sentence.end)), None)
    return Owner((named.key,), at, named.end, Part.OWNER) if named is not None and named.start == at else None


def _told_before(context: Context, block: Block, passage: Passage, sentence: Span) -> Owner | None:
    """The one role that the sentence right before is about."""
    before = passage.before(sentence)
    owners = context.attributor.clauses(block, before[-1]).owning() if before else []
    return owners[0] if len(owners) == 1 and len(owners[0].roles) == 1 else None
