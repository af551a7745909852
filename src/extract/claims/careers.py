"""Career claims: the job titles of a career path, in order: lists, chains (``A → B → C``), cells, moves told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.attribution import NOBODY, Attribution, TableView
from extract.claims.climbs import apart_from, climbs
from extract.claims.context import Context, reasons
from extract.claims.job_titles import bare, is_title, longest_run, may_be_title, plain_title, whole_title
from extract.claims.labelled_steps import labelled_step
from extract.claims.moving_on import MOVES_TO, from_here, moves_on
from extract.claims.phrases import names_role_alone
from extract.claims.walkers import walker
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import EARN, MAY, MOVE, POST, USUALLY
from extract.model import Block, BlockKind, Claim, Kind, Span, Zone

_ARROW = re.compile(r"\s{0,3}(?:→|➜|➔|⟶|->|=>|»|>)\s{0,3}")
_ARROWHEAD = re.compile(r"[→➜➔⟶»>]")
# What may stand between two titles of a path, and which of these words say that one comes after the other.
_NEXT = re.compile(
    r"\s?,?\s?(?:(?:and|or|before)\s)?(?:(?:then|later|next|finally|eventually|ultimately|from there|after that),?\s)?"
    rf"(?:(?:(?:they\s)?{MOVE}\s)?(?:on\s|up\s)?(?:in)?to\s(?:become\s)?|becom(?:e|ing)\s|(?:(?:{MAY}\s)?(?:ends?|finish(?:es)?)\s(?:up\s)?)?as\s"
    rf"|followed by\s|(?:the|your|their)\s(?:(?:usual|common|typical|normal|classic|standard)\s)?(?:road|path|way|route|ladder|career|journey|next\sstep)\s(?:\w+ly\s|{USUALLY}\s|{MAY}\s)?"
    rf"(?:leads?|goes|runs|continues|takes\s(?:you|them))\s(?:on\s|up\s)?to\s)?(?:an?\s|the\s)?(?:{POST}\sof\s)?",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:then|finally|eventually|ultimately|to|into|becom\w+|followed by|after that)\b", re.IGNORECASE
)
# What announces the steps of a sentence: "Bakers move on to head baker, ...".
_MOVES_ON = re.compile(rf"(?<=[a-z]){MOVES_TO.pattern}")
# "The usual route: A", "the route of a cook is A": what announces a chain.
_ANNOUNCED = re.compile(
    rf"[^\n]*(?::\s|\b(?:is|are|runs|leads|looks\slike|reads|{MOVE}|(?:starts?|begins?)\sas)\s(?:{USUALLY}\s)?(?:from\s)?)(?:an?\s)?"
)
# "A → B → C is the path we see most": what is told of a chain.
_SAID_OF_IT = re.compile(
    rf"\s(?:is|are|was|being)\s(?:{USUALLY}\s|still\s)?(?:the|an?|our|how|what|one|typical|common|usual|possible)\b"
)
_OR = re.compile(r"\s(?:or|/)\s(?:an?\s)?")
_DASH = re.compile(r"\s{1,3}[-–—]\s{1,3}|\s{0,3},\s{0,3}(?:then\s{1,3})?|\s{1,3}then\s{1,3}")
_DASH_OR_LINE = re.compile(rf"{_DASH.pattern}|\s*\n\s*|\s*;\s*")
# "Data Engineer Path", at the end of a heading.
_PATH = re.compile(r"\b(?:path|ladder|track|journey|progression|roadmap)s?\s*:?$", re.IGNORECASE)
# "Welders usually move up like this:", "For bakers the typical steps are:": the titles of a list come one after the other.
_IN_STEPS = re.compile(
    rf"\b(?:{MOVE}|climbs?|progress(?:es)?|advances?|rises?)\s(?:\w+\s){{0,3}}?(?:like\sthis|as\sfollows|in\sthis\sorder|this\sway|(?:these|the\sfollowing)\s(?:\w+\s)?(?:steps|stages|rungs|roles|titles|levels|ranks))\b"
    r"|\b(?:steps|stages|rungs|ranks)\s(?:(?:up|on\sthe\sway|for\s[\w\s]{3,30}|of\s[\w\s]{3,30})\s)?(?:are|look|run|go)\b",
    re.IGNORECASE,
)
# "Clerk, Senior Clerk, Head of Office, Director.": a sentence of nothing but names.
_ALL_TITLES = re.compile(
    r"(?:[A-Z][\w&/’'-]*(?:\s(?:de|of|[A-Z1-9][\w&/’'-]*)){0,5}(?:,\s(?:and\s|then\s)?|(?=\.))){3,}"
)
_JOINS_ON = re.compile(
    r"(?:(?:and|or|then|finally|eventually|later|next)\s(?:(?:then|finally|eventually|even|later|next|to)\s){0,2})?(?:an?\s|the\s)?"
)
_JOINED = re.compile(r"[\s,]+(?:and|or|then)$")
# What stands between the steps and is none.
_IN_TIME = re.compile(
    r"(?:with\s(?:\w+\s)?\w+|in\s(?:time|due\scourse)|eventually|perhaps|maybe|later|finally|even|or|and|then|possibly)?[,*\s]*"
)
_AND = re.compile(r",\sand\s")
_GOES_ON = re.compile(
    rf"\s(?:(?:already|also|now|then|still|even|{USUALLY}|{MAY})\s){{0,2}}(?:{EARN}|pays?|is|are|has|have|do|does)\b"
)
FEWEST_RUNGS = 3


def careers(context: Context) -> Iterator[Claim]:
    """The career steps of an article."""
    heads = frozenset(head.lower() for head in context.lexicons.role_heads) | context.cues.words("careers.ranks")
    heads |= {role.rpartition("_")[2] for role in context.topics}
    headings = (b for b in context.document.blocks if b.kind is BlockKind.HEADING and b.zone is Zone.ARTICLE)
    for block in (*(block for block, _ in context.prose()), *headings):
        climbing = list(_climbing(context, block, heads))
        found = list(apart_from(_steps(context, block, heads), climbing))
        yield from climbing
        yield from found
        if not found or block.kind is BlockKind.PARAGRAPH:
            yield from _told(context, block, heads, [*climbing, *found])
    for view in context.tables:
        yield from _table(context, view, heads)


def _steps(context: Context, block: Block, heads: frozenset[str]) -> Iterator[Claim]:
    """The step that an item is, or the chain that a block is: behind "Next steps:" two titles are one."""
    in_path = _in_path(context, block)
    fewest = FEWEST_RUNGS - (in_path and block.label is not None)
    if is_chain(context.text[block.start : block.end], fewest - 1):
        return _chain(context, block, heads, _ARROW, fewest)
    listed = in_path and block.kind is BlockKind.LIST_ITEM
    if listed and (told := labelled_step(context, block, heads)):
        return _claims(context, block, *told)
    if listed and (step := _step(context, block, heads)) is not None:
        return _claims(context, block, step, context.attributor.around(block))
    return _chain(context, block, heads, _DASH, FEWEST_RUNGS) if in_path or _labelled(context, block) else iter(())


def _climbing(context: Context, block: Block, heads: frozenset[str]) -> Iterator[Claim]:
    """The ways up from a first step on that the sentences of a block tell."""
    passage = context.attributor.passage(block)
    for sentence in passage.sentences:
        told = climbs(context, block, passage, sentence, heads)
        yield from _stepping(context, block, ((who or walker(context, block, steps), steps) for who, steps in told))


def _told(context: Context, block: Block, heads: frozenset[str], known: list[Claim]) -> Iterator[Claim]:
    """The moves that the sentences of a block tell beside those whose steps are ``known``."""
    passage = context.attributor.passage(block)
    text, whole = context.text, (block.start, block.end)
    moves = context.cues.may_have("careers.moves", text, *whole) or text.find(" become ", *whole) >= 0
    for sentence in passage.sentences if moves or len(passage.mentions) > 1 else ():
        if any(sentence.start <= claim.char_start < sentence.end for claim in known):
            continue
        found = list(_from_here(context, block, passage, sentence, heads))
        found = found or list(_moves(context, block, passage, sentence, heads))
        yield from found or _moving_on(context, block, passage, sentence, heads)


def _moving_on(
    context: Context, block: Block, passage: Passage, sentence: Span, heads: frozenset[str]
) -> Iterator[Claim]:
    """The titles that one of a role moves on to; of a title that the article is not about the path is that of a step."""
    for owner, steps in moves_on(context, block, passage, sentence, heads):
        known = not set(owner.roles).isdisjoint(context.topics)
        yield from _stepping(context, block, [(owner if known else _among(context, block, steps) or owner, steps)])


def _among(context: Context, block: Block, steps: list[Span]) -> Attribution:
    """The only one of the article's roles among some steps."""
    passage = context.attributor.passage(block)
    named = {m.key for span in steps for m in passage.of(MentionKind.ROLE, span.start, span.end)}
    topics = tuple(role for role in context.topics if role in named)
    return Attribution(topics, "the role among the steps", 0.85) if len(topics) == 1 else NOBODY


def _from_here(
    context: Context, block: Block, passage: Passage, sentence: Span, heads: frozenset[str]
) -> Iterator[Claim]:
    """What one may become from a title, which is a step too where the sentence before names it: "From there ..."."""
    for owner, steps in from_here(context, block, passage, sentence, heads):
        whose = walker(context, block, steps) if steps[0].start < sentence.start else owner
        yield from _stepping(context, block, [(whose, steps)])


def _stepping(context: Context, block: Block, told: Iterable[tuple[Attribution, list[Span]]]) -> Iterator[Claim]:
    """The steps that are told of each."""
    for owner, steps in told:
        for step in steps:
            yield from _claims(context, block, step, owner)


def is_chain(words: str, arrows: int = 2) -> bool:
    """Whether a line sets things one after the other with arrows."""
    return len(_ARROWHEAD.findall(words)) >= arrows


def _in_path(context: Context, block: Block) -> bool:
    labels = context.labels(block)[:2]
    if labels and context.cues.has("sections.other_jobs", context.text, labels[0].start, labels[0].end):
        return False
    if any(context.cues.has("sections.careers", context.text, s.start, s.end) for s in labels):
        return True
    listed = labels[:1] if block.kind is BlockKind.LIST_ITEM else ()
    return any(_IN_STEPS.search(context.text, s.start, s.end) for s in listed)


def _labelled(context: Context, block: Block) -> bool:
    label = block.label
    return label is not None and context.cues.has("sections.careers", context.text, label.start, label.end)


def _step(context: Context, block: Block, heads: frozenset[str]) -> Span | None:
    """The job title that a list item of a path is about: all of it but brackets, what its level's label precedes, or its label."""
    passage = context.attributor.passage(block)
    whole = bare(context.text, Span(block.start, block.end))
    if is_title(context, passage, whole, heads):
        return whole
    if block.label is None:
        return None
    rest = bare(context.text, _tidy(context.text, Span(block.label.end, block.end)))
    label = bare(context.text, block.label)
    if _says_level(context, label) and is_title(context, passage, rest, heads):
        return rest
    return label if names_role_alone(passage, label) and _says_level(context, label) else None


def _says_level(context: Context, span: Span) -> bool:
    levels = context.qualifiers.levels(context.text, span, context.passage_of(span), label=True)
    return bool(levels) or context.qualifiers.experience(context.text, span) is not None


def _chain(context: Context, block: Block, heads: frozenset[str], link: re.Pattern[str], few: int) -> Iterator[Claim]:
    start = block.label.end + 1 if block.label is not None else block.start
    if block.label is not None and link.match(context.text, block.label.end):
        # What looks like a label is the first step.
        start = block.start
    passage = context.attributor.passage(block)
    whole = Span(start, block.end)
    for part in _parts(context, passage, whole) if link is _ARROW else _told_parts(context, passage, whole):
        spans = _links(context, passage, _sentences(context, passage, part, link), heads, link)
        if len(spans) < few:
            continue
        owner = walker(context, block, spans, since=block.start if part.start == start else part.start)
        for span in spans:
            yield from _claims(context, block, span, owner)


def _parts(context: Context, passage: Passage, whole: Span) -> list[Span]:
    """The sentences of a block that are a chain each, where there are several: "For A: x → y → z. For B: u → v → w."."""
    chains = [s for s in passage.sentences if len(_ARROWHEAD.findall(context.text, s.start, s.end)) > 1]
    return [Span(max(whole.start, s.start), s.end) for s in chains] if len(chains) > 1 else [whole]


def _told_parts(context: Context, passage: Passage, whole: Span) -> Iterator[Span]:
    """The sentences of a block, each from behind what announces its steps: "Bakers move on to head baker, ..."."""
    sentences = [Span(max(whole.start, s.start), s.end) for s in passage.sentences] or [whole]
    for sentence in sentences:
        moves = _MOVES_ON.search(context.text, sentence.start, sentence.end)
        # A label may have announced the first of them.
        listed = _ALL_TITLES.match(context.text, sentence.start, sentence.end)
        if moves or listed or len(sentences) == 1 or context.text.find(": ", sentence.start - 1, sentence.end) > 0:
            yield Span(moves.end() if moves else sentence.start, sentence.end)


def _sentences(context: Context, passage: Passage, whole: Span, link: re.Pattern[str]) -> Span:
    """The sentences that a chain of arrows runs through, without what announces it: "A usual way: A → B → C. Pay is good."."""
    joints = list(link.finditer(context.text, whole.start, whole.end)) if link is _ARROW else []
    if not joints:
        return whole
    first, last = passage.sentence_at(joints[0].start()), passage.sentence_at(joints[-1].end())
    announced = _ANNOUNCED.match(context.text, first.start, joints[0].start())
    start = announced.end() if announced else first.start
    end = min(whole.end, last.end)
    said = _SAID_OF_IT.search(context.text, joints[-1].end(), end)
    return Span(max(whole.start, start), said.start() if said else end)


def _links(context: Context, passage: Passage, whole: Span, heads: frozenset[str], link: re.Pattern[str]) -> list[Span]:
    """The titles of a chain, in order; none where it is a chain of other things."""
    spans, at = [], whole.start
    for joint in link.finditer(context.text, whole.start, whole.end):
        spans.append(Span(at, joint.start()))
        at = joint.end()
    spans = [bare(context.text, _joined(context.text, span)) for span in (*spans, Span(at, whole.end))]
    spans = [span for span in spans if _IN_TIME.fullmatch(context.text, span.start, span.end) is None]
    titles = sum(is_title(context, passage, span, heads) for span in spans)
    spans = [part for span in spans for part in _either(context, passage, span, heads)]
    # Among titles that are known stands one that is not: "leading hand".
    known = titles * 2 > len(spans) and all(may_be_title(context.text, span) for span in spans)
    return spans if known else []


def _joined(text: str, span: Span) -> Span:
    """A link without the words that join it to its neighbours: "or head baker", "head baker and"."""
    span = _tidy(text, span)
    first, last = _JOINS_ON.match(text, span.start, span.end), _JOINED.search(text, span.start, span.end)
    return Span(first.end() if first else span.start, last.start() if last else span.end)


def _either(context: Context, passage: Passage, span: Span, heads: frozenset[str]) -> list[Span]:
    """``head of sales or sales director``: a step that may be either of two titles, as both."""
    found = _OR.search(context.text, span.start, span.end)
    halves = [Span(span.start, found.start()), Span(found.end(), span.end)] if found else []
    return halves if halves and all(is_title(context, passage, half, heads) for half in halves) else [span]


def _table(context: Context, view: TableView, heads: frozenset[str]) -> Iterator[Claim]:
    """Chains in cells, and columns of titles by level in a table about careers."""
    lines = view.lines[:3]
    about = any(context.cues.has("sections.careers", context.text, span.start, span.end) for span, _ in lines)
    if lines and _is_path(context, *lines[0]):
        yield from _rungs(context, view, heads)
    about = about and view.by_columns
    for cell in view.body():
        words, whole, passage = view.words(cell), Span(cell.start, cell.end), view.passage(cell)
        named = context.cues.has("sections.careers", view.aspect(cell))
        spans: list[Span] = []
        if named or is_chain(words):
            spans = _links(context, passage, whole, heads, _ARROW if _ARROW.search(words) else _DASH_OR_LINE)
            spans = spans if len(spans) > (1 if named else 2) else []
        elif about and (row := view.label(cell.row)) and _says_level(context, Span(row.start, row.end)):
            title = bare(context.text, whole)
            spans = [title] if is_title(context, passage, title, heads) else []
        for span in spans:
            yield from (
                context.in_table(claim, view, cell) for claim in _claims(context, view.block, span, view.owner(cell))
            )


def _is_path(context: Context, span: Span, passage: Passage) -> bool:
    """Whether a line is a heading of one role's way up: "Buyer career path"; "Data Engineer Path"."""
    named = {m.key for m in passage.of(MentionKind.ROLE, span.start, span.end)}
    return len(named) == 1 and _PATH.search(context.text, span.start, span.end) is not None


def _rungs(context: Context, view: TableView, heads: frozenset[str]) -> Iterator[Claim]:
    """``Junior Buyer`` over ``Buyer`` over ``Head of Buying``, each with its pay: the labels of rows as steps."""
    cells = [label for row in range(len(view.table.rows)) if (label := view.label(row)) is not None]
    titles = [cell for cell in cells if is_title(context, view.passage(cell), Span(cell.start, cell.end), heads)]
    if len(titles) < FEWEST_RUNGS or len(titles) < len(view.table.rows):
        return
    passage = view.lines[0][1]
    role = passage.of(MentionKind.ROLE)[0]
    owner = Attribution((role.key,), "the heading of the path", 0.85)
    for cell in titles:
        for claim in _claims(context, view.block, Span(cell.start, cell.end), owner):
            yield context.in_table(claim, view, cell)


def _moves(context: Context, block: Block, passage: Passage, sentence: Span, heads: frozenset[str]) -> Iterator[Claim]:
    """``from clerk to accountant and finally to controller``: titles that nothing but words of moving up parts."""
    text, cues = context.text, context.cues
    roles = passage.of(MentionKind.ROLE, sentence.start, sentence.end)
    if len(roles) < 2:
        return
    path = cues.has("careers.paths", text, sentence.start, sentence.end)
    told = path or cues.has("careers.moves", text, sentence.start, sentence.end) or _in_path(context, block)
    if not told or context.says_nothing(sentence):
        return
    titles = [whole_title(context, Span(role.start, role.end), sentence) for role in roles]
    run = longest_run(text, titles, _NEXT)
    if len(run) > 1 and _AND.search(text, run[-2].end, run[-1].start) and _GOES_ON.match(text, run[-1].end):
        # "..., and head bakers earn more" goes on about these.
        run = run[:-1]
    joint = _NEXT.match(text, run[-1].end, sentence.end)
    last = plain_title(context, passage, joint.end(), sentence, heads) if joint and len(joint[0]) else None
    run += [last] if last is not None else []
    ordered = _ORDERED.search(text, run[0].end, run[-1].start)
    if len(run) > 2 and (ordered or path):
        owner = walker(context, block, run)
        for span in run:
            yield from _claims(context, block, span, owner)


def _tidy(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    colon = text.rfind(":", start, end)
    start = colon + 1 if colon >= 0 else start
    while start < end and text[start] in " \t\n":
        start += 1
    while end > start and text[end - 1] in " .\t\n":
        end -= 1
    return Span(start, end)


def _claims(context: Context, block: Block, span: Span, owner: Attribution) -> Iterator[Claim]:
    for role in owner.roles:
        yield context.claim(
            Kind.CAREER_STEP,
            block,
            span,
            role,
            context.text[span.start : span.end],
            rule="career.list",
            confidence=owner.confidence * 0.95,
            because=reasons(owner),
        )
