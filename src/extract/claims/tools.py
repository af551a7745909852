"""Tool claims: which role uses, needs or does not need which language, library, product."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from extract.attribution import TableView
from extract.claims.context import Context, reasons
from extract.language import Mention, MentionKind
from extract.model import Block, Cell, Claim, Flag, Kind, Modality, Polarity, Span


def tools(context: Context) -> Iterator[Claim]:
    """The tool claims of an article."""
    exclusive = lru_cache(maxsize=None)(lambda index: _exclusive_section(context, index))
    for block, passage in context.prose():
        seen: set[tuple[str | None, str, Polarity]] = set()
        for mention in passage.of(MentionKind.TOOL):
            sentence = passage.sentence_at(mention.start)
            if _counts(context, block, sentence):
                for claim in _in_prose(context, block, sentence, mention, exclusive=exclusive(block.index)):
                    said = (claim.role, claim.value, claim.polarity)
                    if said not in seen:
                        seen.add(said)
                        yield claim
    for view in context.tables:
        for cell in view.body():
            yield from _in_cell(context, view, cell)


def _counts(context: Context, block: Block, sentence: Span) -> bool:
    if context.says_nothing(sentence):
        return False
    labels = context.labels(block)[:1]
    return not any(
        context.cues.has("sections.certificates", context.text, span.start, span.end) for span in labels
    )


def _in_prose(
    context: Context, block: Block, sentence: Span, mention: Mention, *, exclusive: bool
) -> Iterator[Claim]:
    owner = context.attributor.at(block, mention.start, mention.end)
    focus = Span(mention.start, mention.end)
    modality = context.tone.modality(sentence, focus)
    if context.tone.told(sentence):
        modality = Modality.REPORTED
    shared = len(owner.roles) > 1
    for role in owner.roles:
        claim = context.claim(
            Kind.TOOL,
            block,
            focus,
            role,
            mention.key,
            rule="tool.list" if block.intro is not None else "tool.prose",
            confidence=owner.confidence * (0.85 if mention.doubtful else 1.0),
            because=reasons(owner),
            aspect=context.lexicons.tool_by_name[mention.key].category,
            polarity=context.tone.polarity(sentence, focus),
            modality=modality,
            exclusivity="shared"
            if shared
            else "exclusive"
            if exclusive and _is_entry(block, mention)
            else None,
            flags=_flags(mention, modality),
        )
        yield claim


def _is_entry(block: Block, mention: Mention) -> bool:
    """Whether a tool is what a list item is about, not a word of its explanation."""
    return block.label is None or mention.start < block.label.end


def _flags(mention: Mention, modality: Modality) -> tuple[Flag, ...]:
    flags = [Flag.AMBIGUOUS_NAME] if mention.doubtful else []
    return (*flags, Flag.HEDGED) if modality is Modality.HEDGED else tuple(flags)


def _exclusive_section(context: Context, index: int) -> bool:
    """Whether a block stands in a section whose opening says that what follows is one role's alone."""
    block = context.document.blocks[index]
    above = set(block.headings)
    for other in context.document.blocks[:index]:
        opening = other.headings and other.headings[-1] in above and other.index not in above
        if (
            opening
            and other.headings != block.headings
            and context.cues.has("tone.exclusive", context.text, other.start, other.end)
        ):
            return True
    if block.intro is not None:
        intro = context.document.blocks[block.intro]
        return context.cues.has("tone.exclusive", context.text, intro.start, intro.end)
    return False


def _in_cell(context: Context, view: TableView, cell: Cell) -> Iterator[Claim]:
    labels = [view.words(other) for other, _ in view.qualifiers(cell)[:2]]
    if any(
        context.cues.has(name, label)
        for label in labels
        for name in ("sections.certificates", "comparison.growth")
    ):
        return
    owner = view.owner(cell)
    whole = Span(cell.start, cell.end)
    seen: set[str] = set()
    for mention in view.passage(cell).of(MentionKind.TOOL):
        if mention.key in seen:
            continue
        seen.add(mention.key)
        focus = Span(mention.start, mention.end)
        for role in owner.roles:
            claim = context.claim(
                Kind.TOOL,
                view.block,
                focus,
                role,
                mention.key,
                rule="tool.table",
                confidence=owner.confidence * (0.85 if mention.doubtful else 1.0),
                because=reasons(owner),
                aspect=context.lexicons.tool_by_name[mention.key].category,
                polarity=context.tone.polarity(whole, focus),
                exclusivity="shared" if len(owner.roles) > 1 else None,
                flags=_flags(mention, Modality.STATED),
            )
            yield context.in_table(claim, view, cell)
