"""Responsibility claims: what a role does, from lists of duties, table rows about duties, and prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.amounts import AmountKind, find_amounts
from extract.attribution import Attribution, TableView
from extract.claims.careers import is_chain
from extract.claims.context import Context, reasons
from extract.claims.phrases import Predicate, clean, is_action, predicates, trimmed
from extract.language import MentionKind, Passage
from extract.language.wordclass import is_gerund
from extract.model import Block, BlockKind, Cell, Claim, Flag, Kind, Modality, Polarity, Span

SHORTEST = 3
NOT_DUTIES = (
    "sections.skills",
    "sections.tools",
    "sections.education",
    "sections.careers",
    "pay.labels",
    "sections.certificates",
)


def duties(context: Context) -> Iterator[Claim]:
    """The responsibility claims of an article."""
    for block, passage in context.prose():
        item = block.kind is BlockKind.LIST_ITEM and not _has_sentences(block, passage)
        if item and topic(context, block) == "sections.duties":
            yield from _item(context, block)
        elif not _elsewhere(context, block):
            yield from _prose(context, block, passage)
            yield from _gerunds(context, block, passage)
    for view in context.tables:
        for cell in view.body():
            if _is_duty_cell(context, view, cell):
                span = Span(cell.start, cell.end)
                found = _claims(context, view.block, span, view.owner(cell), "duty.table", Modality.STATED)
                yield from (context.in_table(claim, view, cell) for claim in found)


def _is_duty_cell(context: Context, view: TableView, cell: Cell) -> bool:
    aspect = view.aspect(cell)
    about = context.cues.has("sections.duties", aspect) and not context.cues.has("sections.skills", aspect)
    return about and not any(c.isdigit() for c in view.words(cell))


def topic(context: Context, block: Block) -> str | None:
    """What the nearest label above a block says that it is about: the name of a cue list of ``sections``."""
    for span in context.labels(block)[(1 if block.label is not None else 0) :][:3]:
        line = context.label_words(span)
        if context.cues.has("sections.choices", line):
            return None
        first: tuple[int, str] | None = None
        for name in (
            "sections.careers",
            "sections.education",
            "sections.certificates",
            "sections.skills",
            "sections.tools",
            "sections.duties",
        ):
            match = context.cues.pattern(name).search(line)
            if match and (first is None or name != "sections.duties"):
                first = first or (match.start(), name)
        if first is not None:
            return first[1]
        if _names_role_alone(context, span) and block.kind is BlockKind.LIST_ITEM:
            word = re.compile(r"[A-Za-z][\w-]*").match(context.text, block.start, block.end)
            return "sections.duties" if word and is_action(word[0]) else None
    return None


def _names_role_alone(context: Context, span: Span) -> bool:
    """Whether a heading or introduction is a role's name and little more: the list below says what the role does."""
    passage = context.passage_of(span)
    named = passage.of(MentionKind.ROLE, span.start, span.end) if passage else []
    return bool(named) and sum(m.end - m.start for m in named) >= 0.6 * (span.end - span.start)


def _elsewhere(context: Context, block: Block) -> bool:
    """Whether a list belongs to another kind of claim."""
    return block.kind is BlockKind.LIST_ITEM and topic(context, block) in {
        "sections.careers",
        "sections.education",
        "sections.certificates",
    }


def _has_sentences(block: Block, passage: Passage) -> bool:
    return block.label is not None and any(
        s.start >= block.label.end for s in passage.sentences if s.end - s.start > 20
    )


def _item(context: Context, block: Block) -> Iterator[Claim]:
    start = block.start
    if block.label is not None and context.attributor.roles_in(
        context.attributor.passage(block), block.label
    ):
        start = block.label.end + 1
    span = trimmed(context, Span(start, block.end))
    words = context.text[span.start : span.end]
    if words and not context.says_nothing(span) and not _about_numbers(words) and not is_chain(words):
        owner = context.attributor.at(block, block.start, block.start + 1)
        modality = context.tone.modality(span)
        yield from _claims(context, block, span, owner, "duty.list", modality)


def _prose(context: Context, block: Block, passage: Passage) -> Iterator[Claim]:
    for sentence in passage.sentences:
        if context.says_nothing(sentence):
            continue
        modality = context.tone.modality(sentence)
        if context.tone.told(sentence):
            modality = Modality.REPORTED
        for said in predicates(context, block, sentence):
            able = _ABLE.search(context.text, said.span.start, said.span.end)
            shorter = Span(able.end(), said.span.end) if able else said.span
            predicate = replace(said, span=shorter, opener=able[0] if able else said.opener)
            if is_duty(context, predicate):
                yield from _claims(context, block, predicate.span, predicate.owner, "duty.clause", modality)


_ABLE = re.compile(r"\b(?:should|must|need to|needs to|have to|has to)\s+be\s+able\s+to\s+", re.IGNORECASE)
_PREDICATED = re.compile(r",?\s+(?:is|are)\s")


def _gerunds(context: Context, block: Block, passage: Passage) -> Iterator[Claim]:
    """``Ensuring that ... is a core function``: in a list of duties, a sentence whose subject is an activity."""
    if block.label is None or topic(context, block) != "sections.duties":
        return
    for sentence in passage.sentences:
        word = re.compile(r"[A-Z][a-z]+").match(context.text, sentence.start, sentence.end)
        if sentence.start >= block.label.end and word and is_gerund(word[0]):
            said = _PREDICATED.search(context.text, sentence.start + 20, sentence.end)
            span = trimmed(context, Span(sentence.start, said.start() if said else sentence.end))
            owner = context.attributor.at(block, sentence.start, sentence.start + 1)
            yield from _claims(context, block, span, owner, "duty.gerund", context.tone.modality(sentence))


def is_duty(context: Context, predicate: Predicate) -> bool:
    """Whether a predicate says what its subject does, not what it is, has, earns or needs."""
    words = context.text[predicate.span.start : predicate.span.end]
    if len(words.split()) < SHORTEST and predicate.opener is None:
        return False
    if predicate.opener is not None:
        return not _about_numbers(words)
    stative = context.cues.words("phrases.stative")
    if predicate.verb in stative or not is_action(predicate.verb):
        return False
    return not _about_numbers(words)


def _about_numbers(words: str) -> bool:
    """Whether a phrase is about figures: pay, growth."""
    return (
        any(amount.kind is not AmountKind.NUMBER for amount in find_amounts(words))
        if re.search(r"\d", words)
        else False
    )


def _claims(
    context: Context, block: Block, span: Span, owner: Attribution, rule: str, modality: Modality
) -> Iterator[Claim]:
    focus = Span(span.start, span.start + 1)
    negated = (
        context.tone.polarity(Span(max(block.start, span.start - 60), span.end), focus) is Polarity.NEGATED
    )
    for role in owner.roles:
        yield context.claim(
            Kind.RESPONSIBILITY,
            block,
            span,
            role,
            clean(context.text[span.start : span.end]),
            rule=rule,
            confidence=owner.confidence * (0.9 if rule == "duty.clause" else 0.95),
            because=reasons(owner),
            modality=modality,
            polarity=Polarity.NEGATED if negated and rule == "duty.clause" else Polarity.AFFIRMED,
            flags=(Flag.HEDGED,) if modality is Modality.HEDGED else (),
        )
