"""Responsibility claims: what a role does, from lists of duties, table rows about duties, and prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from extract.amounts import AmountKind, find_amounts
from extract.attribution import NOBODY, Attribution, TableView, denies_list
from extract.claims.careers import is_chain
from extract.claims.context import Context, reasons
from extract.claims.doing import (
    SHARE_OF_TIME,
    SHORTEST,
    about_numbers,
    does_this_and_that,
    does_with_numbers,
    is_duty,
)
from extract.claims.duty_cells import BEING, NOT_DUTIES, begins_with_verb, is_duty_cell, lines
from extract.claims.duty_lists import commanded, numbered, parted_off
from extract.claims.phrases import behind, names_role_alone, owner_of
from extract.claims.predicates import statements
from extract.claims.sections import is_side, is_talent, labelled, topic, under_whom
from extract.claims.skill_names import named_skill
from extract.claims.skill_rows import of_things
from extract.claims.trimming import clean, is_action, trimmed
from extract.language import MentionKind, Passage
from extract.language.wordclass import is_gerund
from extract.lexicons.fragments import AVERAGE, IMPORTANT, PAY
from extract.model import Block, BlockKind, Cell, Claim, Flag, Kind, Modality, Polarity, Span
from extract.reading.lines import ends_with_colon

LONGEST_LINE, MOST_SENTENCES = 30, 3
"""In words."""
LATEST = 8
"""Where in an item a role stands at the latest that it is a sentence about, in characters."""
# An aim is what is done: "Focus: mending roofs".
_AIM = re.compile(r"(?:(?:main|primary|core|key)\s)?(?:focus|goal|aim|objective|purpose|mission)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?\s|the\s|most\s)?", re.IGNORECASE)
_THEY = re.compile(
    r"\s*(?:they|he or she|she or he|he|she|this\s(?:person|professional|specialist|worker|role)"
    r"|both(?=\s(?:need|have|are|earn|require|must|can)\b))\s",
    re.IGNORECASE,
)
# "Sets targets (of $2 million and more)": what brackets tell of the figures is no part of what is done.
_NOTED = re.compile(r"\s\([^()]{2,80}\)\Z")
_CLAUSE = re.compile(r"\s*(?:As|While|Although|Though|Because|Since|Whereas|Unlike)\s[^.;]{3,80}?,\s")
_CLAUSES = frozenset({"that", "which", "who", "what", "when", "where", "if", "how", "why", "whether"})


def duties(context: Context) -> Iterator[Claim]:
    """The responsibility claims of an article."""
    for block, passage in context.prose():
        listed = block.kind is BlockKind.LIST_ITEM
        denied = listed and (context.denied(block) or denies_list(context.document.words(block)))
        if denied or named_skill(context, block, passage) is not None:
            continue
        item = listed and not _has_sentences(context.text, block, passage)
        if item and topic(context, block) == "sections.duties":
            said = _sentence(context, block, passage)
            yield from _item(context, block) if said is None else said
        elif not _elsewhere(context, block):
            parted = list(_in_sentence(context, block, parted_off(context, block, passage)))
            plain = block.kind is BlockKind.PARAGRAPH and block.label is None
            if plain and topic(context, block) == "sections.duties" and under_whom(context, block):
                parted += _in_sentence(context, block, commanded(context, passage))
            told = [
                c for c in _prose(context, block) if not any(c.char_start <= p.char_start < c.char_end for p in parted)
            ]
            named = _labelled(context, block, passage)
            yield from told or parted or named or _subjectless(context, block, passage)
            # "Baker: kneading dough, shaping rolls. In hotels they ...": what stands behind the label is told too.
            yield from (c for c in named if told and all(c.char_end <= t.char_start for t in told))
            yield from parted if told else ()
            yield from _gerunds(context, block, passage)
            yield from _in_sentence(context, block, numbered(context, block, passage))
            yield from _named_parts(context, block, passage)
    for view in context.tables:
        for cell in view.body():
            yield from (context.in_table(claim, view, cell) for claim in _in_cell(context, view, cell))


def _sentence(context: Context, block: Block, passage: Passage) -> list[Claim] | None:
    """What an item says that is a sentence about the role: "They check ...", "Checks are a key part of the job".

    None for one that is no such sentence.
    """
    start = block.label.end + 1 if block.label is not None else block.start
    both = context.cues.pattern("structure.both").match(context.text, start, block.end)
    subject = both is not None or _THEY.match(context.text, start, block.end) is not None
    roles = passage.of(MentionKind.ROLE, start, block.end)
    named = any(m.start <= start + LATEST for m in roles)
    # "As the table shows, welders earn more": a sentence that begins with another clause.
    named = named or (bool(roles) and _CLAUSE.match(context.text, start, block.end) is not None)
    if named and names_role_alone(passage, Span(start, block.end)):
        return None
    prose = _prose(context, block) if subject or named else ()
    found = [*prose, *_named_parts(context, block, passage)]
    whole = subject or (named and context.text[block.end - 1] in ".!")
    return found if found or whole else None


def _in_cell(context: Context, view: TableView, cell: Cell) -> Iterator[Claim]:
    """A cell about duties as a whole; of others what their sentences say that the role does: "A welder joins pipes."."""
    owner = view.owner(cell)
    if is_duty_cell(context, view, cell):
        for span in lines(context, cell):
            yield from _claims(context, view.block, span, owner, "duty.table", Modality.STATED)
        return
    passage = view.passage(cell)
    for sentence in passage.sentences if owner else ():
        named = [m for m in passage.of(MentionKind.ROLE, sentence.start, sentence.end) if m.key in owner.roles]
        subject = _ARTICLE.match(context.text, sentence.start, sentence.end)
        they = _THEY.match(context.text, sentence.start, sentence.end)
        at = they.end() - 1 if they else 0
        if named and subject and named[0].start == subject.end():
            at = named[0].end
        predicate = behind(context, owner, at, sentence.end) if at else None
        if predicate is not None and is_duty(context, predicate):
            modality = context.tone.modality(sentence)
            yield from _claims(context, view.block, predicate.span, owner, "duty.clause", modality)


def _elsewhere(context: Context, block: Block) -> bool:
    """Whether a list belongs to another kind of claim."""
    return block.kind is BlockKind.LIST_ITEM and topic(context, block) in {
        "sections.careers",
        "sections.education",
        "sections.certificates",
        "sections.sides",
    }


def _has_sentences(text: str, block: Block, passage: Passage) -> bool:
    """Whether an item is a text of its own: sentences behind a label, or several of them."""
    # What stands in brackets behind a sentence, "(Read on here.)", tells no more of it.
    sentences = [s for s in passage.sentences if s.end - s.start > 20 and text[s.start] != "("]
    if block.label is None:
        return len(sentences) > 2
    return any(s.start >= block.label.end for s in sentences)


def _behind_label(context: Context, block: Block) -> int:
    """Where an item begins to say what is done: behind a label that names who does it, how often, or "Focus"."""
    label = block.label
    if label is None:
        return block.start
    passed = context.attributor.roles_in(context.attributor.passage(block), label) or any(
        words.fullmatch(context.text, label.start, label.end) for words in (SHARE_OF_TIME, _AIM)
    )
    return label.end + 1 if passed else block.start


def _item(context: Context, block: Block) -> Iterator[Claim]:
    start = _behind_label(context, block)
    # The last item of a sentence that was made a list: "and agree the account".
    joined = _AND.match(context.text, start, block.end)
    span = trimmed(context, Span(joined.end() if joined else start, block.end))
    noted = _NOTED.search(context.text, span.start, span.end)
    if noted is not None and about_numbers(noted[0]) and is_action(context.text[span.start : span.end].split()[0]):
        span = Span(span.start, noted.start())
    words = context.text[span.start : span.end]
    if block.label is not None and _WORDED.search(context.text, block.label.end, span.end) is None:
        return
    # "Baker: the first to rise": what whom the label names is.
    named = start > block.start and _ARTICLE.match(words) is not None
    if named or _is_name(context, block, span) or _is_label(context, block, words):
        return
    done = block.label is None and does_with_numbers(context, words, stopped=context.text[block.end - 1] == ".")
    counted = about_numbers(words) and not done
    if words and not context.says_nothing(span) and not counted and not is_chain(words):
        # Whom a verb's object names ("training junior nurses") is not whose duty it is.
        inherits = start == block.start and is_action(words.split()[0])
        owner = (inherits and context.attributor.around(block)) or context.attributor.at(block, start, start + 1)
        modality = context.tone.modality(span)
        yield from _claims(context, block, span, owner, "duty.list", modality)


def _labelled(context: Context, block: Block, passage: Passage) -> list[Claim]:
    """``Main focus: repairs and upkeep``: a paragraph that is no sentence below a label about duties."""
    said = labelled(context, block)
    if said is None or said[0] != "sections.duties" or len(passage.sentences) > 2:
        return []
    span = trimmed(context, said[1])
    things = of_things(context, span) or passage.of(MentionKind.ROLE, span.start, span.end)
    if not len(span) or things or context.says_nothing(span):
        return []
    owner = context.attributor.around(block)
    return list(_claims(context, block, span, owner, "duty.label", context.tone.modality(span)))


def _subjectless(context: Context, block: Block, passage: Passage) -> list[Claim]:
    """``Bakes bread. Excel required.`` below "Junior Baker (1-3 years)": what whom the heading names does, told first."""
    count = len(passage.sentences)
    intro = ends_with_colon(context.text[block.start : block.end])
    if block.kind is not BlockKind.PARAGRAPH or block.label is not None or intro or not 0 < count <= MOST_SENTENCES:
        return []
    first = context.text[block.start : passage.sentences[0].end].partition(";")[0]
    span = trimmed(context, Span(block.start, block.start + len(first)))
    words = context.text[span.start : span.end].split()
    # "Patches differ." opens a text with a noun in -s, as "Patches and alarms are part of it" does.
    doing = (
        SHORTEST * count <= len(words) <= LONGEST_LINE and begins_with_verb(words) and BEING.isdisjoint(_main(words))
    )
    told = doing and words[0].lower() not in context.cues.words("phrases.stative")
    if not told or passage.of(MentionKind.ROLE, span.start, span.end) or context.says_nothing(span):
        return []
    surely = under_whom(context, block) or does_this_and_that(words)
    owner = context.attributor.around(block) if surely else NOBODY
    return list(_claims(context, block, span, owner, "duty.line", context.tone.modality(span)))


def _main(words: list[str]) -> list[str]:
    """The words of a sentence before its first clause: "writes the rules | that say what may be done"."""
    return list(takewhile(lambda word: word.lower() not in _CLAUSES, words))


def _is_name(context: Context, block: Block, span: Span) -> bool:
    """Whether an item is a role's name, and not something done with roles: "training junior welders"."""
    passage = context.attributor.passage(block)
    named = names_role_alone(passage, span)
    return named and any(m.start <= span.start + 2 for m in passage.of(MentionKind.ROLE, span.start, span.end))


def _is_label(context: Context, block: Block, words: str) -> bool:
    """Whether an item names what the items below it are about, is a bare noun ("Bridges") or a list of tools."""
    if context.text[block.end - 1] == ":" or (words.isalpha() and not is_gerund(words)) or _FACT.fullmatch(words):
        return True
    label = context.label_words(block.label) if block.label is not None else ""
    elsewhere = is_side(context.cues, label) or any(context.cues.has(name, label) for name in NOT_DUTIES)
    if elsewhere and len(label.split()) <= SHORTEST and not context.cues.has("sections.duties", label):
        return not is_gerund(label.split(None, 1)[0])
    tools = context.attributor.passage(block).of(MentionKind.TOOL, block.start, block.end)
    kit = _KIT.match(words) is not None and not (is_action(words.split(" ", 1)[0]) and _BY_MEANS.match(words))
    named = "".join(context.text[tool.start : tool.end] for tool in tools)
    return bool(tools) and (kit or sum(map(str.isalpha, words)) - sum(map(str.isalpha, named)) <= _JOINED)


def _prose(context: Context, block: Block) -> Iterator[Claim]:
    for statement in statements(context, block):
        for said in statement.predicates:
            able = _ABLE.search(context.text, said.span.start, said.span.end)
            shorter = _before_figures(context, Span(able.end(), said.span.end) if able else said.span)
            changed = able is not None or shorter is not said.span
            predicate = replace(said, span=shorter, opener=able[0] if able else said.opener) if changed else said
            if is_duty(context, predicate) and not is_talent(context, block, predicate.opener):
                modality = context.modality(statement.clauses.sentence)
                yield from _claims(context, block, predicate.span, predicate.owner, "duty.clause", modality)


def _before_figures(context: Context, span: Span) -> Span:
    """A predicate without an aside about figures at its end: "carries a quota, often $1.2M a year"."""
    words = context.text[span.start : span.end]
    amounts = (
        [a for a in find_amounts(words) if a.kind is not AmountKind.NUMBER]
        if "," in words and _DIGIT.search(words)
        else []
    )
    comma = words.rfind(",", 0, amounts[0].start) if amounts else -1
    return Span(span.start, span.start + comma) if len(words[: max(comma, 0)].split()) >= SHORTEST else span


_JOINED = len("and")
"""Letters that a list of nothing but tools has beside them: "Jenkins and Ansible"."""
_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_WORDED = re.compile(r"[^\W\d_]{3}")
_KIT = re.compile(
    r"(?:[\w/()-]+\s){0,6}?(?:tools|languages|libraries|frameworks|software|platforms)\s(?:such\sas|like|including|for|\(|to\b)",
    re.I,
)
# "Draw plans in software such as": what it is done with.
_BY_MEANS = re.compile(
    r"(?:[\w/()-]+\s){2,6}?(?:in|with|using|via|through|on)\s(?:[\w/-]+\s){0,3}?(?:tools|software|platforms)\b", re.I
)
# "Starting salary", above its sum; "Experience: 0–4 years".
_FACT = re.compile(
    rf"(?:(?:starting|annual|hourly|entry(?:[ -]level)?|expected|base|{AVERAGE})\s)+{PAY}"
    r"|[^:]{3,30}:\s?\d+\s?(?:[-–]\s?\d+|\+)?\s?(?:years?|yrs?)(?:\s\w+){0,3}",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_ABLE = re.compile(r"\b(?:should|must|need to|needs to|have to|has to)\s+be\s+able\s+to\s+", re.IGNORECASE)
_CAPITALISED = re.compile(r"[A-Z][a-z]+")
_AND = re.compile(r"\W{0,3}(?:and|or)\s(?=[a-z])")
_PREDICATED = re.compile(r",?\s+(?:is|are)\s")


def _gerunds(context: Context, block: Block, passage: Passage) -> Iterator[Claim]:
    """``Ensuring that ... is a core function``: in a list of duties, a sentence whose subject is an activity."""
    if block.label is None or topic(context, block) != "sections.duties":
        return
    prepositions = context.cues.words("stops.participles")
    for sentence in passage.sentences:
        word = _CAPITALISED.match(context.text, sentence.start, sentence.end)
        leads = word[0].lower() if word and is_gerund(word[0]) else None
        if sentence.start >= block.label.end and leads and word and leads not in prepositions:
            said = _PREDICATED.search(context.text, sentence.start + 20, sentence.end)
            span = trimmed(context, Span(sentence.start, said.start() if said else sentence.end))
            owner = context.attributor.at(block, sentence.start, sentence.start + 1)
            yield from _claims(context, block, span, owner, "duty.gerund", context.tone.modality(sentence))


# "Patrols and reports are key parts of": what a job is made of, as the subject.
_PARTS = re.compile(
    rf"(?P<what>[A-Z][^.;:()]{{8,120}}?),?\s(?:is|are)\s(?:also\s|all\s)?(?:an?\s|the\s)?(?:\w+ly\s)?(?:{IMPORTANT}|core|central|main|major"
    r"|primary)\s(?:aspects?|parts?|duties|duty|tasks?|responsibilit(?:y|ies)|components?|elements?|functions?)\b"
)


def _named_parts(context: Context, block: Block, passage: Passage) -> Iterator[Claim]:
    """``Filing and typing are key parts of a clerk's job``, or of the role that the section is about."""
    parts = context.cues.may_have("phrases.parts", context.text, passage.start, passage.end)
    for sentence in passage.sentences if parts else ():
        said = _PARTS.match(context.text, sentence.start, sentence.end)
        if said is None or context.says_nothing(sentence) or topic(context, block) in NOT_DUTIES:
            continue
        span = Span(said.start("what"), said.end("what"))
        if is_gerund(said["what"].split(None, 1)[0]) and block.label is not None:
            continue
        owners = [o for o in context.attributor.clauses(block, sentence).owners if o.start >= said.end()]
        owner = owner_of(context, owners[0]) if owners else context.attributor.before(block, passage, sentence)
        if not passage.of(MentionKind.ROLE, span.start, span.end):
            yield from _claims(context, block, span, owner, "duty.part", context.tone.modality(sentence))


def _in_sentence(context: Context, block: Block, listed: Iterator[tuple[Span, list[Span]]]) -> Iterator[Claim]:
    """The duties of lists that stand inside sentences."""
    for sentence, spans in listed:
        owner = context.attributor.at(block, sentence.start, sentence.start + 1)
        for span in spans:
            yield from _claims(context, block, span, owner, "duty.list", context.tone.modality(sentence))


def _claims(
    context: Context, block: Block, span: Span, owner: Attribution, rule: str, modality: Modality
) -> Iterator[Claim]:
    focus = Span(span.start, span.start + 1)
    negated = context.tone.polarity(Span(max(block.start, span.start - 60), span.end), focus) is Polarity.NEGATED
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
