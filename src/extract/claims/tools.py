"""Tool claims: which role uses, needs or does not need which language, library, product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import filterfalse, pairwise

from extract.attribution import Attribution, TableView
from extract.claims.context import Context, place, reasons
from extract.claims.ratings import wanted
from extract.claims.tool_shares import by_shares, in_share
from extract.claims.unknown_tools import unknown_in_block, unknown_in_cell
from extract.claims.used_names import names_used
from extract.language import Mention, MentionKind, Passage
from extract.language.context import is_employer
from extract.lexicons.fragments import USUALLY
from extract.model import Block, BlockKind, Cell, Claim, Flag, Kind, Modality, Polarity, Span

_SO_DO = re.compile(r"\b(?:and|as)\s(?:so\s)?(?:do|are)\s(?:the\s)?", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|(?:exclusive|unique)\sto|exclusively\s(?:by|for|to))\s(?:the\s)?$", re.IGNORECASE)
# Confidence of a name that is also a common word, and of one that no lexicon knows.
DOUBTFUL = 0.85
UNKNOWN = 0.6


def tools(context: Context) -> Iterator[Claim]:
    """The tool claims of an article, one for each tool, role and polarity of a block or cell."""
    exclusive = lru_cache(maxsize=None)(lambda index: _exclusive_section(context, index))
    for block, passage in filterfalse(lambda told: context.cites(told[0]), context.prose()):
        seen: set[tuple[str | None, str, Polarity]] = set()
        told = {m.start: m for m in (*names_used(context, block, passage), *unknown_in_block(context, block, passage))}
        mentions = [*passage.of(MentionKind.TOOL), *told.values()]
        for mention in sorted(mentions, key=lambda m: m.start):
            sentence = passage.sentence_at(mention.start)
            named = _abbreviates(context, mention) or _employs(context, passage, mention)
            if not named and _counts(context, block, sentence):
                alone = exclusive(block.index) and _is_entry(block, mention)
                for claim in _in_prose(context, block, sentence, mention, exclusive=alone):
                    said = (claim.role, claim.value, claim.polarity)
                    if said not in seen:
                        seen.add(said)
                        yield claim
    for view in context.tables:
        for cell in view.body():
            yield from _in_cell(context, view, cell)


_INITIALS = re.compile(r"(?:[A-Za-z][\w’'-]*\s+){2,6}\($")


def _abbreviates(context: Context, mention: Mention) -> bool:
    """Whether a name in brackets abbreviates the words before them: "the Canada Pension Plan (CPP)"."""
    name = context.text[mention.start : mention.end].removesuffix("s")
    if name == mention.key or not name.isupper() or not 2 < len(name) < 7:
        return False
    before = _INITIALS.search(context.text, max(0, mention.start - 80), mention.start)
    if before is None:
        return False
    initials = "".join(
        word[0] for word in before[0].rstrip(" (").split() if word.lower() not in {"of", "and", "the", "for"}
    )
    return initials.upper().endswith(name)


# Names with capitals, with commas and "and" between them.
_LIST = r"[A-Z][\w.]*(?:\s[A-Z][\w.]*)?(?:,\s(?:and\s|or\s)?|\s(?:and|or|&)\s)"
_HIRES = re.compile(
    rf"(?:(?:,\s(?:and\s|or\s)?|\s(?:and|or|&)\s)(?:{_LIST}){{0,6}}[A-Z][\w.]*)?\s(?:\w+ly\s|{USUALLY}\s|also\s)?"
    r"(?:pays?|hires?|employs?|recruits?|sits?\s(?:at|above|near|below)"
    r"|(?:is|are)\s(?:among|some\sof|one\sof|examples\sof)\s(?:the\s)?(?:[\w-]+\s){0,3}?(?:companies|employers|firms|organi[sz]ations|recruiters|brands))\b"
)


_BESIDE_PAY = re.compile(
    r"\b(?:bonus(?:es)?|allowances?|overtime|commissions?|benefits)\s(?:and|or|&)\s$", re.IGNORECASE
)


def _employs(context: Context, passage: Passage, mention: Mention) -> bool:
    """Whether a name is an employer's: "companies like X and Y", "X and Y pay", "engineers at X"."""
    text, start = context.text, mention.start
    if _BESIDE_PAY.search(text, max(passage.start, start - 24), start):
        # "Without bonus and AWS": a supplement that is called so.
        return True
    if _HIRES.match(text, mention.end) or is_employer(text, start, passage.start):
        return True
    at = text.endswith(" at ", 0, start)
    return at and any(m.end == start - 4 for m in passage.of(MentionKind.ROLE, max(passage.start, start - 80), start))


def _counts(context: Context, block: Block, sentence: Span) -> bool:
    if context.says_nothing(sentence):
        return False
    labels = [context.text[span.start : span.end] for span in context.labels(block)[:1]]
    papers = any(context.cues.has("sections.certificates", label) for label in labels)
    # "Skills and certifications" is about more than papers, and so is "knowledge of X".
    return (
        not papers
        or context.cues.has("phrases.skill_heads", context.text, sentence.start, sentence.end)
        or any(context.cues.has(name, label) for label in labels for name in ("sections.skills", "sections.tools"))
    )


# "ChatGPT will replace writers", "with Canva no firm needs a designer": what does without them is no tool of theirs.
_SPARES = re.compile(
    r"\b(?:(?:no\slonger|(?:do|does|did|wo)(?:n['’]t|\snot)|not|never)\s(?:really\s)?(?:need|require|replace)s?|no\s(?:\w+\s){1,2}needs"
    r"|replac(?:e|es|ed|ing)|displac(?:e|es|ed|ing)|(?:take|takes|taking)\sover\sfrom|without)\s"
    r"(?:(?:an?|the|your|any|human|many|most|some|all|junior|entry-level|hiring)\s){0,3}\Z",
    re.IGNORECASE,
)


_FOR = re.compile(r"\sfor\s(?:the\s|an?\s)?\Z")


def _in_prose(context: Context, block: Block, sentence: Span, mention: Mention, *, exclusive: bool) -> Iterator[Claim]:
    owner = (
        by_shares(context, block, sentence, mention)
        or _in_turn(context, block, sentence, mention)
        or context.attributor.at(block, mention.start, mention.end)
    )
    owner = _with_so_do(context, block, sentence, owner)
    if owner.stated is not None and owner.stated.start >= mention.end and _is_row(context, block):
        return
    stated = owner.stated
    if _names_topic(context, sentence, mention, owner):
        return
    if stated and mention.end <= stated.start and _SPARES.search(context.text, sentence.start, stated.start):
        return
    focus = Span(mention.start, mention.end)
    exclusive = exclusive or _alone(context, sentence, owner)
    modality = context.modality(sentence, focus)
    rule = "tool.list" if block.intro is not None else "tool.prose"
    denied = block.kind is BlockKind.LIST_ITEM and context.denied(block)
    polarity = Polarity.NEGATED if denied else context.tone.polarity(sentence, focus)
    yield from _claims(context, block, mention, owner, rule, polarity, modality, exclusive=exclusive)


def _names_topic(context: Context, sentence: Span, mention: Mention, owner: Attribution) -> bool:
    """Whether a tool that names a topic is short for it: ``Vue is easier to learn`` among Vue and Svelte developers."""
    called = {role.rpartition("_")[0]: role for role in context.topics}
    own = called.get(re.sub(r"\W+", "_", mention.key.lower()))
    if own is None or own in owner.roles:
        return False
    stated = owner.stated
    if stated is None or not sentence.start <= stated.start < mention.start:
        return True
    # "For a manager, Vue and Svelte are": nothing says that the manager uses them.
    between = context.text[stated.end : mention.start]
    return between.startswith(",") and all(word in {"and", "or"} or word[0].isupper() for word in between[1:].split())


def _is_row(context: Context, block: Block) -> bool:
    """Whether a line stands below one of nothing but several roles: a row whose cells nothing parts any more."""
    heading = context.document.blocks[block.headings[-1]] if block.headings else None
    if heading is None:
        return False
    passage = context.passage_of(Span(heading.start, heading.end))
    named = passage.of((MentionKind.ROLE, MentionKind.FIELD)) if passage is not None else []
    return len({m.key for m in named}) > 1 and all(
        not context.text[one.end : other.start].strip() for one, other in pairwise(named)
    )


def _in_turn(context: Context, block: Block, sentence: Span, mention: Mention) -> Attribution | None:
    """``They list Excel and SQL for analysts, and Kafka and Spark for engineers``: each list is of whom stands behind it."""
    text, passage = context.text, context.attributor.passage(block)
    if text.find(" for ", mention.end, sentence.end) < 0:
        return None
    owners = context.attributor.clauses(block, sentence).owners
    first = min([mention, *passage.of(MentionKind.TOOL, sentence.start, sentence.end)], key=lambda m: m.start)
    behind = all(_FOR.search(text, sentence.start, owner.start) for owner in owners)
    if (
        len(owners) < 2
        or not behind
        or first.start > owners[0].start
        or text[owners[-1].end : sentence.end].strip(" .")
    ):
        return None
    owner = next(owner for owner in owners if owner.start >= mention.end)
    return Attribution(owner.roles, f"“{text[owner.start : owner.end]}”, named behind its list", 0.9, owner)


def _with_so_do(context: Context, block: Block, sentence: Span, owner: Attribution) -> Attribution:
    """The owner, with those of whom the sentence says the same ("and so do data engineers")."""
    match = _SO_DO.search(context.text, sentence.start, sentence.end)
    if match is None:
        return owner
    owners = context.attributor.clauses(block, sentence).owners
    too = [role for other in owners if other.start == match.end() for role in other.roles]
    return replace(owner, roles=tuple(dict.fromkeys((*owner.roles, *too))))


def _alone(context: Context, sentence: Span, owner: Attribution) -> bool:
    """Whether a sentence gives what it names to its owner alone: "only Xs use", "exclusively by Xs"."""
    stated = owner.stated
    if stated is None or len(owner.roles) != 1 or not sentence.start <= stated.start < sentence.end:
        return False
    return _ONLY.search(context.text, max(sentence.start, stated.start - 24), stated.start) is not None


def _claims(
    context: Context,
    block: Block,
    mention: Mention,
    owner: Attribution,
    rule: str,
    polarity: Polarity,
    modality: Modality,
    *,
    exclusive: bool,
    **place: int,
) -> Iterator[Claim]:
    known = context.lexicons.tool_by_name.get(mention.key)
    trust = UNKNOWN if known is None else DOUBTFUL if mention.doubtful else 1.0
    flags = [Flag.UNKNOWN_TOOL] if known is None else [Flag.AMBIGUOUS_NAME] if mention.doubtful else []
    if modality is Modality.HEDGED:
        flags.append(Flag.HEDGED)
    shared = len(owner.roles) > 1
    for role in owner.roles:
        yield context.claim(
            Kind.TOOL,
            block,
            Span(mention.start, mention.end),
            role,
            mention.key,
            rule=f"{rule}.unknown" if known is None else rule,
            confidence=owner.confidence * trust,
            because=reasons(owner),
            aspect=known.category if known else None,
            polarity=polarity,
            modality=modality,
            exclusivity="shared" if shared else "exclusive" if exclusive else None,
            flags=tuple(flags),
            **place,
        )


def _is_entry(block: Block, mention: Mention) -> bool:
    """Whether a tool is what a list item is about, not a word of its explanation."""
    return block.label is None or mention.start < block.label.end


def _exclusive_section(context: Context, index: int) -> bool:
    """Whether a block stands in a section whose opening says that what follows is one role's alone."""
    block = context.document.blocks[index]
    above = set(block.headings)
    for other in context.document.blocks[:index]:
        opening = other.headings and other.headings[-1] in above and other.headings != block.headings
        if opening and context.cues.has("tone.exclusive", context.text, other.start, other.end):
            return True
    if block.intro is not None:
        intro = context.document.blocks[block.intro]
        return context.cues.has("tone.exclusive", context.text, intro.start, intro.end)
    return False


# "SQL depth", "Use of Excel": whatever stands beside it is said of how the tool is used.
_USE = re.compile(
    r"\s(?:usage|use|depth|skills?|knowledge|expertise|proficiency|experience|level|work|needed|required)\b[^\w]{0,2}",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\W*(?:$|(?:no|none|not|never|rare(?:ly)?|seldom|hardly|little|minimal|optional|n/a|nothing)\b)", re.IGNORECASE
)


def _of_label(context: Context, view: TableView, cell: Cell) -> list[Mention]:
    """The tools whose use the label of a row is about."""
    label = view.label(cell.row) if view.by_columns else None
    named = view.passage(label).of(MentionKind.TOOL) if label is not None else []
    used = label is not None and bool(named) and _USE.fullmatch(context.text, named[-1].end, label.end) is not None
    return [m for m in named if used and label is not None and named[0].start == label.start]


def _answer(context: Context, view: TableView, cell: Cell) -> Polarity | None:
    """What a cell that names no tool says of that of its row."""
    said = wanted(view.words(cell), context.cues)
    return Polarity.AFFIRMED if said is None and in_share(context, view, cell) else said


_FIRMS = re.compile(r"\b(?:compan(?:y|ies)|employers?|firms)\b", re.IGNORECASE)


def _names_firms(context: Context, label: str) -> bool:
    """Whether a label is about those who hire: "Best paying company"."""
    return _FIRMS.search(label) is not None and not context.cues.has("sections.tools", label)


def _in_cell(context: Context, view: TableView, cell: Cell) -> Iterator[Claim]:
    passage = view.passage(cell)
    mentions = passage.of(MentionKind.TOOL)
    if context.cues.has("sections.tools", view.aspect(cell)):
        mentions = sorted([*mentions, *unknown_in_cell(context, passage)], key=lambda m: m.start)
    answer = _answer(context, view, cell) if not mentions else None
    labels = [view.words(other) for other, _ in view.qualifiers(cell)[:2]] if mentions or answer is not None else []
    if any(context.cues.has("sections.certificates", label) or _names_firms(context, label) for label in labels):
        return
    owner, whole = view.owner(cell), Span(cell.start, cell.end)
    if answer is not None:
        mentions = [m for _, label in view.qualifiers(cell)[:2] for m in label.of(MentionKind.TOOL)]
    elif _NOTHING.match(context.text, cell.start, cell.end) is None:
        mentions = [*_of_label(context, view, cell), *mentions]
        # A column of tools that is headed "Not needed".
        answer = Polarity.NEGATED if wanted(view.aspect(cell), context.cues) is Polarity.NEGATED else None
    seen: set[str] = set()
    for mention in mentions:
        if mention.key not in seen:
            seen.add(mention.key)
            polarity = answer or context.tone.polarity(whole, Span(mention.start, mention.end))
            yield from _claims(
                context,
                view.block,
                mention,
                owner,
                "tool.table",
                polarity,
                Modality.STATED,
                exclusive=False,
                **place(view, cell),
            )
