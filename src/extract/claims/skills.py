"""Skill claims: abilities and knowledge that a role asks for and that are no tools."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import TableView
from extract.claims.context import SUM, Context
from extract.claims.counted_skills import counted_off
from extract.claims.doing import BRINGS, is_placing
from extract.claims.phrases import INSERTED, Predicate, names_role_alone
from extract.claims.predicates import statements
from extract.claims.purposes import without_purpose
from extract.claims.ratings import hardly_wanted, wanted
from extract.claims.sections import is_talent, labelled, topic, topic_of_heading
from extract.claims.skill_names import OTHER_TOPICS, headings_of_skills, named_skill
from extract.claims.skill_phrases import CUT, is_ability, skill_claims, worded
from extract.claims.skill_rows import in_row, opening, ranked
from extract.claims.skills_for import as_subject, behind_colon, for_whom
from extract.claims.skills_told import answering, is_line, needed_of_you, told_of, wanted_of
from extract.claims.tool_lists import before_tools, is_list, mostly_tools, only_tools
from extract.claims.trimming import trimmed
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import BESIDES, PAY, USUALLY
from extract.model import Block, BlockKind, Claim, Modality, Span

# What makes "have" say an ability.
_ABILITY = re.compile(r"\b(?:skills|understanding of|knowledge of|expertise in|ability to|abilities)\b", re.IGNORECASE)
# What one has without being able to do anything: "strong job growth projections".
_PROSPECTS = re.compile(rf"\b(?:growth|outlook|projections?|prospects|demand|{PAY})\b", re.IGNORECASE)
_PAID_MORE = re.compile(rf"\b(?:higher|better|more|lower|top|competitive)\s(?:{PAY}|rates)\b")
SHORT_LABEL = 3
"""In words."""
OPENING = 8
"""In characters."""
# An item that asks or announces: "What bakers do".
_QUESTION = re.compile(r"(?:What|How|Why|When|Where|Who|Which)\s")

# A label in a list of what is asked for.
_EXPERIENCE = re.compile(
    r"(?:(?:work|working|prior|previous|professional|relevant|industry)\s)?experience(?:\srequired)?\W*", re.IGNORECASE
)


def skills(context: Context) -> Iterator[Claim]:
    """The skill claims of an article."""
    for block, passage in context.prose():
        name = named_skill(context, block, passage)
        if name is not None:
            owner = context.attributor.around(block)
            yield from skill_claims(context, block, name, owner, "skill.name", context.tone.modality(name))
            continue
        told = list(_prose(context, block, passage))
        # An item that is a sentence about a role says what the sentence says, no more.
        if block.kind is BlockKind.LIST_ITEM and not any(claim.extractor == "skill.clause" for claim in told):
            told += _item(context, block, passage)
        whole = all(claim.extractor == "skill.subject" for claim in told)
        yield from told
        yield from _labelled(context, block, passage) if whole else ()
    for heading in headings_of_skills(context):
        span, owner = Span(heading.start, heading.end), context.attributor.around(heading)
        yield from skill_claims(context, heading, span, owner, "skill.name", Modality.STATED)
    for view in context.tables:
        yield from _of_table(context, view)


def _of_table(context: Context, view: TableView) -> Iterator[Claim]:
    skill_table = any(context.cues.has("sections.skills", view.words(cell)) for cell in view.table.header[:1])
    for cell in view.body():
        aspect = view.aspect(cell)
        about = context.cues.has("sections.skills", aspect) or (skill_table and not _other(context, aspect))
        if not about:
            continue
        span = Span(cell.start, cell.end)
        passage = view.passage(cell)
        label = view.label(cell.row)
        if skill_table and (hardly_wanted(view.words(cell), context.cues) or SUM.search(view.words(cell))):
            continue
        if label is not None and skill_table and wanted(view.words(cell), context.cues):
            # "Statistics | expert | basic": the row is the skill.
            span, passage = Span(label.start, label.end), view.passage(label)
        if not only_tools(context, passage, span) and not _schooling(context, aspect, passage, span):
            for claim in skill_claims(context, view.block, span, view.owner(cell), "skill.table", Modality.STATED):
                yield context.in_table(claim, view, cell)


def _schooling(context: Context, aspect: str, passage: Passage, span: Span) -> bool:
    """Whether a cell below "Qualifications" tells of degrees, examinations and courses, and of no ability."""
    words = context.text[span.start : span.end]
    if not context.cues.has("sections.education", aspect):
        return False
    return bool(passage.of(MentionKind.DEGREE)) or context.cues.pattern("phrases.able").search(words) is None


def _other(context: Context, aspect: str) -> bool:
    return any(context.cues.has(name, aspect) for name in ("pay.labels", "sections.education", "sections.certificates"))


def _is_paper(context: Context, block: Block) -> bool:
    """``Teaching certification: a licence``, ``Experience: two years``: whether an item is labelled as something else than a skill."""
    label = context.label_words(block.label) if block.label is not None else ""
    return _other(context, label) or _EXPERIENCE.fullmatch(label) is not None


def _item(context: Context, block: Block, passage: Passage) -> Iterator[Claim]:
    about = topic(context, block)
    words = context.text[block.start : block.end]
    papers = bool(passage.of((MentionKind.CERTIFICATION, MentionKind.STUDY)))
    able = context.cues.pattern("phrases.able").search(words) is not None or (
        topic_of_heading(context, block) and not papers
    )
    wanted = about == "sections.skills" or (
        about == "sections.education" and able and not passage.of(MentionKind.DEGREE)
    )
    if not wanted or len(passage.sentences) > 1 + (block.label is not None) or _is_paper(context, block):
        return
    span = Span(block.start, block.end)
    if block.label is not None and names_role_alone(passage, block.label):
        span = Span(block.label.end + 1, block.end)
    elif block.label is not None and len(passage.sentences) > 1:
        span = block.label
    span = trimmed(context, span)
    if len(span) == 0 or context.says_nothing(span) or only_tools(context, passage, span):
        return
    if SUM.search(words):
        return  # "Mid-level: $50,000": pay, whatever its introduction says of skills.
    told = Span(block.label.end, span.end) if block.label is not None and span.end > block.label.end else None
    if words[-1] == ":" or (told is not None and only_tools(context, passage, told)):
        return
    if names_role_alone(passage, span) or _QUESTION.match(words):
        return
    owner = context.attributor.at(block, block.start, block.start + 1)
    span = ranked(context, span) or span
    yield from skill_claims(context, block, span, owner, "skill.list", context.tone.modality(span))


def _labelled(context: Context, block: Block, passage: Passage) -> Iterator[Claim]:
    """``Key skills: patience, a steady hand``: a paragraph that is no sentence below a label about skills."""
    item = block.kind is BlockKind.LIST_ITEM
    told = item and block.label is not None and context.text.startswith(".", block.label.end)
    said = None if told else labelled(context, block) or (None if item else _below_skills(context, block, passage))
    if said is None or said[0] != "sections.skills":
        return
    if rows := _rows(context, block, passage, said[1]):
        owner = context.attributor.around(block)
        for part in rows:
            yield from skill_claims(context, block, part, owner, "skill.row", context.tone.modality(part))
        return
    # "Skills: care, patience. Scales are what they use": the list ends where its sentence does.
    stop = max(passage.sentence_at(said[1].start).end, said[1].start + 1)
    span = before_tools(context, passage, trimmed(context, Span(said[1].start, min(said[1].end, stop))))
    listed = len(passage.sentences) <= 2 or "," in context.text[span.start : span.end]
    listed = listed and not context.text.startswith("(", span.start)
    # "Experience and skill level: seasoned bakers command higher wages": what decides pay.
    listed = listed and _PAID_MORE.search(context.text, span.start, span.end) is None
    if listed and len(span) and not context.says_nothing(span) and not only_tools(context, passage, span):
        owner = context.attributor.around(block)
        yield from skill_claims(context, block, span, owner, "skill.label", context.tone.modality(span))


def _rows(context: Context, block: Block, passage: Passage, told: Span) -> list[Span]:
    """The skills among what dots part, or the one that a line ranks or opens with."""
    alone = ranked(context, trimmed(context, told)) or opening(context, block, told)
    parts = [alone] if alone is not None else in_row(context, trimmed(context, told))
    return [part for part in parts if not mostly_tools(passage, part)]


def _below_skills(context: Context, block: Block, passage: Passage) -> tuple[str, Span] | None:
    """What stands below "Skills and Qualifications": ``Baker: patience, a strong back``, ``Core: bread, sums``."""
    if block.kind is not BlockKind.PARAGRAPH or passage.of((MentionKind.DEGREE, MentionKind.CERTIFICATION)):
        return None
    label = block.label
    named = passage.of(MentionKind.ROLE, block.start, block.start + OPENING)
    if label is None and (context.text[block.end - 1] == ":" or named):
        return None  # "Skills of bakers include:", "Bakers and millers share many skills."
    if label is None:
        whole = Span(block.start, block.end)
        row = _rows(context, block, passage, whole)
        below = _under_role(context, block) or (row and topic_of_heading(context, block))
        line = topic_of_heading(context, block) and len(passage.sentences) == 1 and is_line(context, whole)
        return ("sections.skills", whole) if line or (below and (row or is_list(context, whole))) else None
    told = Span(label.end + 1, block.end)
    if not topic_of_heading(context, block):
        return None
    if names_role_alone(passage, label):
        studied = passage.of(MentionKind.STUDY) and _about_schooling(context, block)
        return None if studied else ("sections.skills", told)
    words = context.label_words(label)
    other = any(context.cues.has(name, words) for name in OTHER_TOPICS)
    kinds = not other and len(words.split()) <= SHORT_LABEL and is_list(context, told)
    return ("sections.skills", told) if kinds and not mostly_tools(passage, told) else None


def _about_schooling(context: Context, block: Block) -> bool:
    """Whether the heading of a block about skills is about schooling too: "Skills and Education"."""
    above = next(iter(context.headings(block)), None)
    return above is not None and context.cues.has("sections.education", context.text, above.start, above.end)


def _under_role(context: Context, block: Block) -> bool:
    """Whether a block stands below a role's name, and that below a heading about skills."""
    above = [Span(heading.start, heading.end) for heading in context.headings(block)[:2]]
    if above and topic_of_heading(context, block):
        # "Common welder skills" is of one role.
        passage = context.passage_of(above[0])
        named = passage.of(MentionKind.ROLE, above[0].start, above[0].end) if passage else []
        return len({mention.key for mention in named}) == 1
    if len(above) < 2 or not names_role_alone(context.passage_of(above[0]), above[0]):
        return False
    return context.cues.has("sections.skills", context.text, above[1].start, above[1].end)


# What tells of skills, and the list of words of which one stands in every block that it reads anything in.
_READERS = ((counted_off, "phrases.counted"), (told_of, "phrases.telling"), (wanted_of, "phrases.hirers"))


def _prose(context: Context, block: Block, passage: Passage) -> Iterator[Claim]:
    may_have = context.cues.may_have
    readers = [read for read, words in _READERS if may_have(words, context.text, block.start, block.end)]
    for statement in statements(context, block):
        if statement.clauses.owners:
            yield from as_subject(context, block, statement.clauses)
            yield from for_whom(context, block, statement.clauses)
            yield from behind_colon(context, block, statement.clauses)
        for read in readers:
            yield from read(context, block, passage, statement.clauses)
        yield from needed_of_you(context, block, passage, statement.clauses)
        yield from answering(context, block, passage, statement.clauses)
        said = statement.predicates
        asked = [_asked(context, block, p) for p in said]
        if any(asked):
            # "Both need X skills; Ys also need Z": what else is needed is an ability too.
            asked = [span or _needed(context, passage, p.verb, p.span) for span, p in zip(asked, said, strict=True)]
        for span, predicate in zip(asked, said, strict=True):
            if span is None or SUM.search(context.text, span.start, span.end) or _names_tool(context, passage, span):
                continue
            able = _before_degree(context, passage, span)
            if able is not None and not is_placing(context, context.text[able.start : able.end]):
                yield from skill_claims(
                    context, block, able, predicate.owner, "skill.clause", context.modality(statement.clauses.sentence)
                )


def _before_degree(context: Context, passage: Passage, span: Span) -> Span | None:
    """An ability without the degree that is asked for behind it: "need typing skills and a bachelor's degree"."""
    degrees = passage.of(MentionKind.DEGREE, span.start, span.end)
    if not degrees:
        return span
    joint = _AND_A.search(context.text, span.start, degrees[0].start)
    first = Span(span.start, joint.start()) if joint else Span(span.start, span.start)
    able = is_ability(context, context.text[first.start : first.end])
    return worded(context, first) if able else None


_AND_A = re.compile(rf",?\s(?:and|plus|{BESIDES})\s(?:\w+\s){{0,3}}\Z")


# "rely on the programming language C for its speed": a tool, whatever is told of it.
_KIND_OF_TOOL = re.compile(
    r"(?:the|an?)\s(?:[\w-]+\s){0,2}?(?:language|tool|software|library|framework|platform|package|database|system)\s"
    r"|(?:(?!in\b|of\b|with\b)[\w-]+\s){0,2}?(?:languages|tools|software|libraries|frameworks|platforms|packages|databases|systems)\s(?:such\sas|like|including)\s"
)


def _names_tool(context: Context, passage: Passage, span: Span) -> bool:
    """Whether a phrase is a tool, named behind what sort of tool it is."""
    kind = _KIND_OF_TOOL.match(context.text, span.start, span.end)
    return kind is not None and any(m.start == kind.end() for m in passage.of(MentionKind.TOOL, span.start, span.end))


def _needed(context: Context, passage: Passage, verb: str, span: Span) -> Span | None:
    """The object of "need", where it is more than tools."""
    need = _NEED.match(context.text, span.start, span.end) if verb in {"need", "needs"} else None
    rest = Span(need.end(), span.end) if need else None
    return None if rest is None or only_tools(context, passage, rest) else worded(context, rest)


_NEED = re.compile(r"needs?\s(?!to\b)")
# "will be needed in future" asks nothing of them.
_BE = re.compile(r"be\s+(?!(?:needed|required|hired|employed|sought|found|paid)\b)")
_LINK = re.compile(
    r"\s*(?:more\s+)?(?:(?:toward|towards|on|heavily on|to have|to be)\b(?!-))?\s*(?:(?:their|his or her|his|her)\s+)?"
)
# "A good editor has patience"
_GOOD = re.compile(r"\b(?:good|great|successful|best|ideal|perfect|effective)\s$", re.IGNORECASE)
# "are hired for their patience", "stand out with patience".
_PRAISED = re.compile(
    r"(?:(?:is|are)\s(?:\w+ly\s|often\s|above\sall\s)?(?:hired|picked|chosen|selected|valued|prized|known|judged|assessed|admired|respected|noted|sought(?:\safter|\sout)?)"
    r"\s(?:\w+ly\s)?(?:for|on|by)|stands?\sout\s(?:with|for|through|by|thanks\sto)|(?:shines?|impress(?:es)?|excels?)\s(?:with|through|thanks\sto))\b"
)
# "are curious and quick", "is patient": what they are like, below a heading that asks for it, or said of a good one.
_LIKE_THIS = re.compile(
    rf"(?:is|are)\s(?:(?:also|both|always|all|{USUALLY})\s){{0,2}}(?!(?:an?|the|in|at|on|for|to|not|more|less|most|about|paid|hired|employed|never|seldom|rarely|hardly|often|used|known|given|worth)\b)(?=[a-z])"
)
# "curious, quick and able to explain sums": what stands between commas, no clause of its own.
_PARTS = re.compile(
    r"(?:(?<=,\s)|(?<=\sand\s)|(?<=are\s)|(?<=is\s))(?!and\b)(?:very\s|highly\s)?[\w-]+(?:\s(?!(?:and|is|are|was|since|when|because|who)\b)[\w-]+){0,5}(?=,|$|[.;]|\sand\b)"
)
_KNOW = re.compile(
    r"(?:know|understand)\s+(?!(?:that|when|what|whether|if|where|why|who|which|it|this|them|you|your)\b)"
)
# "Both share Excel, tact and clear writing"; "share many skills" names none.
_SHARED = re.compile(
    r"(?P<verb>share\s)(?!(?:many|some|several|most|a\s|an\s|the|these|those|similar|common|certain|core|key|overlapping|much|their)\b)"
    r"(?=[^.;:]{3,80}?(?:,|\sand)\s)[^.;:]{3,100}?\b(?i:skills|communication|writing|thinking|solving|knowledge|understanding|detail|abilit(?:y|ies)|expertise|mindset)\b"
)
_WANTED = re.compile(r"\b(?:should|must|need(?:s)?\sto|ha(?:ve|s)\sto)\s(?:also\s)?$")


def _asked(context: Context, block: Block, predicate: Predicate) -> Span | None:
    """The object of a verb of requiring, where it is an ability or knowledge."""
    text, span, opener = context.text, predicate.span, predicate.opener
    shared = _SHARED.match(text, span.start, span.end) if len(predicate.owner.roles) > 1 else None
    if shared or is_talent(context, block, opener):
        return worded(context, Span(shared.end("verb") if shared else span.start, span.end))
    found = context.cues.pattern("phrases.skill_verbs").match(text, span.start, span.end)
    found = found or BRINGS.match(text, span.start, span.end) or _PRAISED.match(text, span.start, span.end)
    be = _BE.match(text, span.start, span.end) or _are_like(context, block, predicate)
    # "must know labor law": what one must know is knowledge, whatever it is called.
    known = _WANTED.search(text, max(0, span.start - 16), span.start) and _KNOW.match(text, span.start, span.end)
    start = found or be or known
    if start is None and (opener is None or not opener.lower().startswith(("emphasi", "prioriti"))):
        return None
    at = span.start if start is None else start.end()
    inserted = INSERTED.match(text, at, span.end)
    rest = _LINK.match(text, inserted.end() if inserted else at, span.end)
    at = rest.end() if rest else at
    asked = Span(at, span.end)
    cut = CUT.search(text, asked.start, asked.end)
    asked = trimmed(context, without_purpose(text, Span(asked.start, cut.start() if cut else asked.end)))
    passage = context.passage_of(asked)
    if known and text.find(" ", asked.start, asked.end) < 0 and passage and not only_tools(context, passage, asked):
        # "must know Latin": one word is told by the verb before it.
        asked = Span(span.start, asked.end)
    head = context.cues.pattern("phrases.skill_heads").search(text, asked.start, min(asked.end, asked.start + 60))
    has = _has(context, predicate)
    if not has and topic_of_heading(context, block):
        return None if passage and only_tools(context, passage, asked) else worded(context, asked)
    if has and _PROSPECTS.search(text, asked.start, asked.end):
        return None
    stop = min(asked.end, asked.start + 90)
    ability = (_ABILITY if has else context.cues.pattern("phrases.able")).search(text, asked.start, stop)
    able = not has and context.cues.has("phrases.abilities", text, asked.start, stop)
    if head is None and ability is None and not able and not known:
        return None
    acquainted = head is not None and head[0].lower().startswith("well acquainted")
    return worded(context, Span(head.end(), asked.end) if head and acquainted else asked)


def _are_like(context: Context, block: Block, predicate: Predicate) -> re.Match[str] | None:
    """``are curious and quick``: what all are like, told below a heading about skills, or what a good one is like."""
    text, end = context.text, predicate.span.end
    like = _LIKE_THIS.match(text, predicate.span.start, end)
    ability = context.cues.pattern("phrases.abilities")
    parts = _PARTS.finditer(text, like.end(), end) if like else ()
    if like is None or not any(ability.match(text, part.start(), part.end()) for part in parts):
        return None
    whom = predicate.owner.stated
    good = whom is not None and _GOOD.search(context.text, max(0, whom.start - 14), whom.start) is not None
    return like if good or topic_of_heading(context, block) else None


def _has(context: Context, predicate: Predicate) -> bool:
    """Whether a verb says what one has; what one "should have", and what a good one has, is asked for."""
    start, whom = predicate.span.start, predicate.owner.stated
    if predicate.verb not in {"have", "has"} or _WANTED.search(context.text, max(0, start - 16), start):
        return False
    return whom is None or _GOOD.search(context.text, max(0, whom.start - 14), whom.start) is None
