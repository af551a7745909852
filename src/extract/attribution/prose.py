"""Attribution in blocks: to which roles a span of a paragraph, list item or heading belongs, and from what that is concluded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.attribution.behind import opens_next, said_of_next
from extract.attribution.brackets import SHORT_NOTE, before_bracket, names_amount
from extract.attribution.in_passing import outside_asides, outside_relatives, they_are
from extract.attribution.joint import (
    PAIR,
    first_named,
    former_or_latter,
    meant,
    one_occupation,
    paid_alike,
    said_of_both,
    turns_to,
)
from extract.attribution.owners import Clauses, Owner, OwnerFinder, Part
from extract.attribution.wording import set_against, speaks_of_adverts
from extract.language import Annotated, Cues, MentionKind, Passage
from extract.lexicons.fragments import ABOUT, AVERAGE, JOB, MOVE, PAY, POST
from extract.model import Block, BlockKind, Span, Zone

_PRONOUN_START = re.compile(
    r"(?:[\"“'‘(]*)(?:(?:in|with|for|as|by|on|at|after|over|during|across|through|additionally|also|overall|besides|moreover|furthermore)"
    r"\b[^,.;]{0,60},?\s+|\w{2,12}ly,?\s+|then\s+|here,?\s+)?",
    re.IGNORECASE,
)
# "a nurse may become a midwife", "more than what midwives get": of whom what follows does not speak.
_BECOMING = re.compile(r"\b(?:becom(?:e|es|ing)|(?:than|as\smuch\sas)\swhat)\s(?:an?\s|the\s|most\s)?$")
_THEY = re.compile(
    r"(?:They|Their|He or she|She|He|This role|These professionals"
    # "After five years this is between": the pay that was told last.
    rf"|(?:After|With)\s[^.;:,]{{4,40}}?,?\s(?:this|that|it)\s(?:is|becomes|{MOVE}))\b"
)
_WHOSE = re.compile(r"\s*,\s*\(?(?:whose|who)\b|\s(?:whose|who)\s[^,;]*+\Z", re.IGNORECASE)
# "Clerk, then manager, a job that pays": one job is told of, the last named.
_SUCH_JOB = re.compile(
    rf",\s(?:an?|the)\s(?:\w+\s)?(?:{JOB}|{POST}|chair|seat|title|rank)\s(?:that|which)\s", re.IGNORECASE
)
_THEIR_PAY = re.compile(
    rf"s?['’]?s?\s(?:(?:{AVERAGE}|annual|yearly|hourly|monthly|base|starting|own)\s){{0,3}}(?:{PAY}|{AVERAGE}|figure)\s(?:of|is|was|are|at|,)\s?(?:{ABOUT}\s)?"
    rf"|,?\sat\s(?:{ABOUT}\s)?"
    # What belongs to them: technicians' own figure, set against another.
    rf"|s?['’]s?\s(?:{ABOUT}\s)?",
    re.IGNORECASE,
)
_STEPS = re.compile(r"[>→»]")

LONGEST_ANSWER, MOST_LINES = 3, 20
"""In paragraphs, and in blocks with labelled lines, which make no answer longer."""
SHORT_LINE, LONGEST_INTRO = 7, 16
"""In words."""
HEADING = "the heading"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose it is: ``roles`` (empty where nothing says so), ``because`` in words, and how sure, 0 to 1."""

    roles: tuple[str, ...]
    because: str
    confidence: float
    stated: Owner | None = None

    def __bool__(self) -> bool:
        return bool(self.roles)


NOBODY = Attribution((), "no role is named near it", 0.0)


class Attributor:
    """Attribution over one annotated document."""

    def __init__(self, annotated: Annotated, cues: Cues) -> None:
        self.annotated = annotated
        self.cues = cues
        self.text = annotated.text
        self._positions = {block.index: at for at, block in enumerate(annotated.document.blocks)}
        self._passages = sorted((*annotated.blocks.values(), *annotated.cells.values()), key=lambda p: p.start)
        self.finder = OwnerFinder(annotated.text, first_named(annotated.topics, self._passages), cues)
        self._starts = [passage.start for passage in self._passages]
        self._asks = any(block.zone is Zone.QUESTION for block in annotated.document.blocks)
        self._around: dict[int, Attribution] = {}
        self._under: dict[int, Attribution | None] = {}

    def passage(self, block: Block) -> Passage:
        """The passage of a block; an empty one where language skipped it."""
        return self.annotated.blocks.get(block.index) or Passage(block.start, block.end, (), ())

    def passage_of(self, span: Span) -> Passage | None:
        """The passage of a block or cell that holds a span."""
        at = bisect_right(self._starts, span.start) - 1
        inside = at >= 0 and span.end <= self._passages[at].end
        return self._passages[at] if inside else None

    def clauses(self, block: Block, sentence: Span) -> Clauses:
        """The clauses of one of a block's sentences."""
        return self.finder.clauses(self.passage(block), sentence)

    def at(self, block: Block, start: int, end: int) -> Attribution:
        """To whom ``start:end`` of a block belongs."""
        passage = self.passage(block)
        sentence = passage.sentence_at(start)
        clauses = self.finder.clauses(passage, sentence)
        found = self._in_sentence(clauses, start, end)
        if found:
            return found
        return self.before(block, passage, sentence)

    def before(self, block: Block, passage: Passage, sentence: Span) -> Attribution:
        """What a sentence without an owner of its own inherits."""
        if pronoun := self._pronoun(passage, sentence):
            return pronoun
        if (carried := self._carried(passage, sentence)) and not self._of_adverts(sentence, carried):
            return carried
        item = block.kind is BlockKind.LIST_ITEM and _THEY.match(self.text, self._behind_label(block))
        around = (item and self._above(block, most=1)) or self.around(block)
        if not around and passage.sentences and _THEY.match(self.text, passage.sentences[0].start):
            return self._above(block)
        return around

    def _behind_label(self, block: Block) -> int:
        """Where a block's own words begin."""
        at = block.label.end if block.label is not None else block.start
        while at < block.end and not self.text[at].isalpha():
            at += 1
        return at

    def _above(self, block: Block, *, most: int = 6) -> Attribution:
        """What "They" at the start of a paragraph or item takes from those above it."""
        for other in self.previous(block, most=most):
            # An item on "them" too names others than whom the list is about.
            they = most == 1 and _THEY.match(self.text, self._behind_label(other))
            if they or (most == 1 and other.kind is not BlockKind.LIST_ITEM):
                break
            passage = self.passage(other)
            if carried := self._carried(passage, Span(passage.end, passage.end)):
                return carried
        return NOBODY

    def around(self, block: Block) -> Attribution:
        """What a block inherits: from its label, its list's introduction, the headings, the article."""
        found = self._around.get(block.index)
        if found is None:
            found = self._around[block.index] = self._inherited(block)
        return found

    def _inherited(self, block: Block) -> Attribution:
        for attempt in (self._label, self._introduction, self._question, self._alike, self._headings):
            if (found := attempt(block)) is not None:
                return found
        topics = self.annotated.topics
        if len(topics) == 1:
            return Attribution(topics, "the article is about this role alone", 0.6)
        return NOBODY

    def _alike(self, block: Block) -> Attribution | None:
        pair = len(self.annotated.topics) == PAIR and block.kind is BlockKind.TABLE
        alike = pair and any(paid_alike(self.text, above.start, above.end) for above in self.previous(block, most=1))
        return Attribution(self.annotated.topics, "both are said to be paid alike", 0.7) if alike else None

    # -- within the sentence -------------------------------------------------------------------------------------------

    def _in_sentence(self, clauses: Clauses, start: int, end: int) -> Attribution:
        if beside := self._right_beside(clauses, start, end):
            return beside
        if (both := said_of_both(self.text, end, clauses.sentence.end)) and len(self.annotated.topics) == PAIR:
            return Attribution(self.annotated.topics, f"“{both}”", 0.75)
        if reference := self._reference(clauses, start):
            return reference
        clause = clauses.clause(start)
        if found := self._in_clause(clauses, clause, start):
            return found
        earlier = [owner for owner in clauses.owning() if owner.start <= start and not self._denied(owner)]
        if earlier and self._continues(clause):
            return self._owned(earlier[-1], "named before it in the sentence", 0.8)
        return NOBODY

    def _right_beside(self, clauses: Clauses, start: int, end: int) -> Attribution:
        after = next((owner for owner in clauses.owners if owner.start >= end), None)
        if after is not None and (names_amount(self.text, after, end) or self._is_of(after, start, end)):
            return self._owned(after, "named right behind it", 0.95)
        ahead = before_bracket(self.text, clauses.owners, start)
        return self._owned(ahead, "named right before it", 0.95) if ahead is not None else NOBODY

    def _denied(self, owner: Owner) -> bool:
        """Whether an owner is "neither role": what is denied of it says nothing of what follows in another clause."""
        return self.text.startswith(("Neither ", "neither "), owner.start)

    def _is_of(self, owner: Owner, start: int, end: int) -> bool:
        between = Span(end, self.finder.bare(end, owner.start))
        return said_of_next(self.text, start, Span(end, owner.start), between)

    def _in_clause(self, clauses: Clauses, clause: Span, start: int) -> Attribution:
        inside = [owner for owner in clauses.owning() if clause.start <= owner.start < clause.end]
        before = [owner for owner in inside if owner.start <= start]
        # "... more than data analysts, whose average is": what follows is the other role's.
        whose = [o for o in clauses.owners if o.end <= start and _WHOSE.match(self.text, o.end, start)]
        # "... compared to a technician's median salary of": what is set against belongs to whom it names.
        against = [o for o in clauses.owners if o.end <= start and _THEIR_PAY.fullmatch(self.text, o.end, start)]
        such = [replace(o, roles=o.roles[-1:]) for o in clauses.owners if _SUCH_JOB.match(self.text, o.end, start)]
        if whose or against or such:
            before = sorted([*before, *whose, *against, *such], key=lambda o: o.start)
        before = outside_relatives(self.text, outside_asides(self.text, before, clauses.sentence, start), start)
        if before:
            return self._owned(before[-1], "named before it in the clause", 0.9)
        bare = self.finder.bare
        inside = [o for o in inside if not opens_next(self.text, start, bare(start, o.start), o.end)]
        subjects = [owner for owner in inside if owner.part is Part.SUBJECT]
        if subjects:
            return self._owned(subjects[0], "the clause's subject", 0.85)
        # "documenting the tables for auditors": another role in passing has no part in it.
        about = [owner for owner in inside if set(owner.roles) & set(self.annotated.topics)]
        return self._owned(about[0], "named after it in the clause", 0.75) if about else NOBODY

    def _continues(self, clause: Span) -> bool:
        opening = self.text[clause.start : clause.start + 30].lower()
        return not re.match(r"[\s,;]*(?:while|whilst|whereas|but)\s+(?:the others?|those|some)\b", opening)

    def _reference(self, clauses: Clauses, start: int) -> Attribution:
        """``the former``, ``the latter``: the roles of the article, in order."""
        topics = self.annotated.topics
        told = former_or_latter(self.text, clauses.clause(start), start) if len(topics) == PAIR else None
        if told is None:
            return NOBODY
        which, words = told
        return Attribution((topics[which == "latter"],), f"“{words}” of two roles", 0.75)

    def _owned(self, owner: Owner, because: str, confidence: float) -> Attribution:
        words = self.text[owner.start : owner.end]
        return Attribution(owner.roles, f"“{words}”, {because}", confidence, owner)

    # -- from sentence to sentence ---------------------------------------------------------------------------------------

    def _pronoun(self, passage: Passage, sentence: Span) -> Attribution:
        """For "both" and its kin at the start of a sentence that names no role."""
        opening = _PRONOUN_START.match(self.text, sentence.start, sentence.end)
        at = opening.end() if opening else sentence.start
        both = self.cues.pattern("structure.both").match(self.text, at, sentence.end)
        if both and len(self.annotated.topics) >= 2 and not both[0].lower().startswith("neither"):
            roles = meant(both[0], self.finder.topics, passage, at)
            return Attribution(roles, f"“{both[0]}”", 0.8)
        return NOBODY

    def _carried(self, passage: Passage, sentence: Span) -> Attribution:
        """The subject of the nearest sentence before it in the same block."""
        for distance, other in enumerate(reversed(passage.before(sentence)[-4:]), start=1):
            named = self.finder.clauses(passage, other).owners
            if distance == 1 and named and turns_to(self.text, other, named[-1].start, sentence):
                return self._owned(named[-1], "the job told of last", 0.7)
            owners = self._lasting(self.finder.clauses(passage, other).owning())
            owners = outside_asides(self.text, owners, other, other.end)
            subjects = [owner for owner in owners if owner.part is Part.SUBJECT]
            if not subjects and not self._of_them(other, owners):
                subjects = owners
            if subjects:
                # A contrast of two leaves open whom the next sentence means: the last one named.
                owner = they_are(self.text, subjects, sentence)[-1]
                return self._owned(owner, "carried from an earlier sentence", 0.75 - 0.05 * distance)
        return NOBODY

    def _of_them(self, sentence: Span, owners: list[Owner]) -> bool:
        """``They lead a team of bakers``: a sentence on those named before, in which nobody of the article is named."""
        named = {role for owner in owners for role in owner.roles} & set(self.annotated.topics)
        return not named and _THEY.match(self.text, sentence.start, sentence.end) is not None

    def _of_adverts(self, sentence: Span, carried: Attribution) -> bool:
        """``Most adverts ask for X`` in an article about one role: another that is named in passing before is not meant."""
        other = len(self.annotated.topics) == 1 and self.annotated.topics[0] not in carried.roles
        return other and speaks_of_adverts(self.text, sentence)

    def _lasting(self, owners: list[Owner]) -> list[Owner]:
        """Owners without those that another may become, or is only compared with: "more than what midwives get"."""
        if len(owners) > 1 and _STEPS.search(self.text, owners[0].end, owners[-1].start):
            return owners[:1]  # "Baker: junior baker > baker > head of bakery": whose path it is.
        return [o for o in owners if _BECOMING.search(self.text, max(0, o.start - 20), o.start) is None] or owners

    # -- from the surroundings ---------------------------------------------------------------------------------------------

    def roles_in(self, passage: Passage, span: Span) -> tuple[str, ...]:
        """The owners named in a label, heading or introduction, "both" resolved."""
        clauses = self.finder.clauses(passage, span, label=True)
        # "they argue with product managers about": company in a line is not whom it is about, unless the article is.
        topics = set(self.annotated.topics)
        parted = [o for o in clauses.owners if o.part is not Part.COMPANY or set(o.roles) & topics]
        named = [owner for owner in parted if owner.part is not Part.COMPARAND or len(parted) > 1]
        return tuple(dict.fromkeys(role for owner in named for role in owner.roles))

    def _label(self, block: Block) -> Attribution | None:
        if block.label is None:
            return None
        shared = len(block.label) <= SHORT_NOTE and self._jointly(block.label)
        roles = self.roles_in(self.passage(block), block.label) or (self.annotated.topics if shared else ())
        words = self.annotated.document.words(block.label)
        return Attribution(roles, f"the label “{words}”", 0.85) if roles else None

    def _introduction(self, block: Block) -> Attribution | None:
        if block.intro is None:
            return None
        intro = self.annotated.document.blocks[block.intro]
        passage = self.passage(intro)
        last = passage.sentences[-1] if passage.sentences else Span(intro.start, intro.end)
        found = self._from_line(passage, last, "the list's introduction")
        if found is None and intro.kind is BlockKind.PARAGRAPH:
            return self.before(intro, passage, last) or None
        return found

    def asked(self, block: Block) -> Block | None:
        """The question, no heading, that a block answers: the nearest of the few blocks above it."""
        if not self._asks:
            return None
        at = self._positions[block.index]
        paragraphs = 0
        for other in reversed(self.annotated.document.blocks[max(0, at - MOST_LINES) : at]):
            paragraphs += other.label is None and other.kind is BlockKind.PARAGRAPH
            if other.kind is BlockKind.HEADING or paragraphs > LONGEST_ANSWER:
                return None
            if other.zone is Zone.QUESTION:
                return other
        return None

    def _question(self, block: Block) -> Attribution | None:
        question = self.asked(block)
        where = Span(question.start, question.end) if question else Span(0, 0)
        return self._from_line(self.passage(question), where, "the question") if question else None

    def _headings(self, block: Block) -> Attribution | None:
        for index in reversed(block.headings):
            if index not in self._under:
                self._under[index] = self._heading_roles(index)
            if (found := self._under[index]) is not None:
                return found
        return None

    def _heading_roles(self, index: int) -> Attribution | None:
        heading = self.annotated.document.blocks[index]
        return self._from_line(self.passage(heading), Span(heading.start, heading.end), HEADING)

    def _from_line(self, passage: Passage, line: Span, what: str) -> Attribution | None:
        """Whom a line is about: one role, or "both"; a line that names several without saying so settles nothing."""
        words = self.text[line.start : line.end]
        roles = self.roles_in(passage, line)
        about = [role for role in roles if role in self.annotated.topics] or list(roles)
        if len(about) == 1:
            named = self.finder.clauses(passage, line, label=True).owners if len(self.annotated.topics) > 1 else ()
            if what == HEADING and any(set_against(self.text, line, owner.start, owner.end) for owner in named):
                return NOBODY
            return Attribution(tuple(about), f"{what} “{words[:80]}”", 0.8)
        if len(about) > 1:
            if self._jointly(line) or one_occupation(
                self.text, line, passage.of(MentionKind.ROLE, line.start, line.end)
            ):
                return Attribution(tuple(about), f"{what} “{words[:80]}” names both", 0.7)
            return self._only_subject(passage, line, what)
        # "Shared tools": all that the article is about.
        longest = LONGEST_INTRO if words.endswith(":") else SHORT_LINE
        if len(self.annotated.topics) > 1 and len(words.split()) <= longest and self._jointly(line):
            return Attribution(self.annotated.topics, f"{what} “{words[:80]}” means all", 0.7)
        return None

    def _only_subject(self, passage: Passage, line: Span, what: str) -> Attribution:
        """Of several roles in a line the one that alone is a subject: "a buyer plans orders with the planner"."""
        clauses = self.finder.clauses(passage, line)
        subjects = clauses.subjects()
        # "Bakers or millers keep the books." over a list: both, where nobody else is named.
        alone = what != HEADING and len(clauses.owners) == 1
        if len(subjects) != 1 or (len(subjects[0].roles) != 1 and not alone):
            return NOBODY
        return self._owned(subjects[0], f"the subject of {what}", 0.75)

    def _jointly(self, line: Span) -> bool:
        both = self.cues.has("tone.shared", self.text, line.start, line.end)
        return both and not re.search(r"\bvs\b|\bversus\b|\bdifferen", self.text[line.start : line.end], re.IGNORECASE)

    def following(self, block: Block) -> Block | None:
        """The article block right below a block."""
        at = self._positions[block.index]
        after = self.annotated.document.blocks[at + 1 : at + 2]
        return after[0] if after and after[0].zone is Zone.ARTICLE else None

    # -- neighbours --------------------------------------------------------------------------------------------------------

    def previous(self, block: Block, *, most: int = 3) -> Iterable[Block]:
        """The article blocks right above a block within its section, nearest first."""
        at = self._positions[block.index]
        found = 0
        for index in range(at - 1, -1, -1):
            other = self.annotated.document.blocks[index]
            if other.kind is BlockKind.HEADING or found >= most:
                return
            if other.zone is Zone.ARTICLE:
                found += 1
                yield other
