"""Education claims: degrees (``aspect`` ``degree``) and fields of study (``field``) that a role asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from extract.attribution import NOBODY, Attribution, TableView
from extract.claims.context import Context, reasons
from extract.claims.study_fields import sharing_noun, with_unknown_fields
from extract.language import Mention, MentionKind, Passage
from extract.language.bodies import is_in_body
from extract.lexicons import key
from extract.lexicons.fragments import IMPORTANT, MAY, SHALL, USUALLY
from extract.model import Block, Cell, Claim, Kind, Modality, Span

# (role, aspect, value) that a block or cell has said.
Seen = set[tuple[str | None, str | None, str]]

# Words behind which fields of study are named, and words that end the list of them.
_STUDIED = re.compile(
    r"\b(?:degrees?|diplomas?|bachelor['’]?s?|master['’]?s?|ph\.?d|doctorates?|doctor\sof|backgrounds?|educat(?:ed|ion(?:al)?)|majors?|majored|majoring|studied|study|graduat\w+"
    r"|qualifications?|coursework|(?:certificates?|apprenticeships?|traineeships?)(?=(?:\s(?:level\s)?(?:[ivx]{1,3}|\d))?\sin\b)|mba|b\.?sc|m\.?sc|b\.?tech|(?-i:HND|HNC|OND|NVQ|BEd|BS|MS|BA|MA|BEng|MEng|BBA|BCom))\b",
    re.IGNORECASE,
)
# "a nursing degree", "a law or history degree": what is named before the degree is what it is in.
_DEGREE_BEHIND = re.compile(
    r"(?:(?:,\s|,?\s(?:or|and)\s|/)[\w-]{3,20}(?:\s[\w-]{3,20})?){0,3}(?:\s(?:bachelor|master|associate)[’']?s?)?[\s-](?:degrees?|diplomas?|graduates?\sor)\b",
    re.IGNORECASE,
)
# "study the numbers and tell the management": what is looked at, and no subject.
_OBJECT = re.compile(r"\bthe\s(?!field|science|art\b|arts\b|principles|basics|subject)")
# "Optics is the study of light": what a field is about.
_A_FIELD = re.compile(r"\b(?:the|a)\s(?:[a-z]{4,11}\s)?$")
_BEYOND = re.compile(
    r"\b(?:with expertise|alongside|along with (?:skills|experience)|skills in|experience (?:in|with)|foundation in|such as python|provid\w+)\b",
    re.IGNORECASE,
)
# "No formal education", "courses on system design": no field of study, but for "a degree in education", "in design".
_IN = re.compile(
    r"\b(?:in|(?:bachelor|master|doctor|doctorate)[’']?s?\sof)\s(?:the\s)?(?:[a-z][a-z-]{2,15}(?:\s[a-z]{3,15})?(?:,\s|,?\s(?:or|and)\s)){0,3}$",
    re.IGNORECASE,
)
# "Skills count for more than a degree": the degree is not what is asked for.
_OUTWEIGHED = re.compile(
    r"\b(?:counts?|matters?|weighs?|means?|(?:is|are)\sworth)\s(?:(?:far|much|a\slot)\s)?(?:for\s)?(?:far\s|much\s)?more\sthan\s(?:an?\s|any\s|the\s|your\s)?(?:[\w-]+\s){0,2}$"
)
# "an associate degree may do for clerks", "a diploma is a must for": of whom it is said that they need it.
_SERVES = re.compile(
    rf"(?:\s(?:in|of)\s[^.;:]{{3,60}}?)?\s(?:is|are|{MAY}|{SHALL}|{USUALLY})\s(?:[\w-]+\s){{0,3}}?(?:do|suffice|enough|sufficient|expected|typical|common|usual"
    rf"|standard|must|plus|norm|preferred|{IMPORTANT})\s(?:for|of|among)\s(?:an?\s|the\s|most\s|many\s)?"
)
_COME_FROM = re.compile(
    rf"\s(?:(?:tend to|{USUALLY}|frequently|{MAY}|also)\s){{0,2}}comes?\s(?:[a-z]{{2,12}}\s)?(?:from|out\sof)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(r"\b(?P<degree>associate)[’']?s?\s(?:or|and|to)\s(?:an?\s)?$", re.IGNORECASE)
# "Master or PhD", "Bachelor/Master": a word that is a degree beside another one, or alone in a cell.
_MASTER_BEFORE = re.compile(r"\b(?P<degree>[Mm]aster)(?:\s(?:or|and)|\s?[/,(])\s?(?:an?\s)?$")
_MASTER_BEHIND = re.compile(
    r"(?:['’]?s)?(?:,?\s(?:or|and|to)|\s?[/,])\s?(?:an?\s)?(?P<degree>[Mm]aster)(?=\s?(?:[.,;)/]|level\b|or\b|in\b|$))"
)
_MASTER_ALONE = re.compile(r"\W*(?P<degree>[Mm]aster)(?=\s?(?:[,;(/]|level\b|$))")
# "a Master of Advanced Practice": whatever it is in.
_MASTER_OF = re.compile(
    r"(?<![’']s\s)\b(?P<degree>Master['’]?s?)(?=\sof\s(?!Ceremon|Wine|Disguise|Arms|Puppet)[A-Z][a-z]{3})"
)
# "three years as a registered nurse, then a master's degree": who one was before what the degree is for.
_SERVED_AS = re.compile(
    r"\b(?:years?|months?|time|experience|practi[cs]e|worked|served)(?:[’']?\s(?:of\s)?(?:\w+\s)?experience)?\s(?:working\s)?as\s(?:an?\s|the\s)?(?:[a-z-]+\s){0,2}\Z"
)
# "An associate professor at the College of Nursing": where one teaches.
_STAFF_OF = re.compile(
    r"\b(?:member|professor|dean|lecturer|researcher|instructor|chair)\s(?:at|of|in|with)\s[^.;]{0,110}?\b(?:College|School|Department|Faculty|Institute|Center)\sof\s$"
)
# What a degree is called after and is no subject: "Bachelor of Arts".
_OF_FIELD = re.compile(
    r"(?:doctor|master|bachelor|associate)[’']?s?\sof\s(?!(?:the\s)?(?:science|arts|applied|advanced|studies|philosophy|fine|engineering|technology|laws?|medicine)\b)(?P<field>[a-z ]+)",
    re.IGNORECASE,
)
# "Bachelor of Nursing", "a degree in baking": what joins a degree to its only subject.
_OF_OR_IN = re.compile(r"\s(?:degree\s)?(?:of|in)\s")
_OR_ELSE = re.compile(r",?\s(?:and|or)\s|,\s(?!(?:where|which|with)\b)|/")
# "Good written English": what one speaks, and did not study.
_SPOKEN = re.compile(
    r"\b(?:written|spoken|fluent|good|excellent|business|conversational|verbal|oral|clear|proper)\s(?:and\s\w+\s)?$",
    re.IGNORECASE,
)
# Degrees that no course in a table is called.
_HIGHER = frozenset({"associate", "bachelor", "master", "phd"})
_NOBODY = re.compile(r"\b(?:neither|nobody|no one|none)\b", re.IGNORECASE)
# "Issues gas safety certificates"
_HANDED_OUT = re.compile(
    r"\b(?:issu|sign|draft|approv|verif|process|prepar|check)(?:e|es|s|y|ies|ing|ying)?\s(?:\w+[\s-]){0,4}$",
    re.IGNORECASE,
)
# "Foreign diplomas have to be recognised", "at a university of applied sciences": where, and not what.
_ELSEWHERE = re.compile(r"\b(?:foreign|overseas|universit(?:y|ies)\sof)\s$", re.IGNORECASE)
_NAMED = re.compile(
    r"(?!(?:National|Higher|Advanced|Graduate|Postgraduate|Professional|Trade|University|College|Minimum|Foundation|Associate)\s)(?:[A-Z][\w&]*['’]?s?\s)$"
)
# "Ann B. Baker, MS, ": a name, and other letters behind it.
_A_NAME = re.compile(
    r"(?P<name>\b[A-Z][a-z]+\s(?:[A-Z]\.?\s|[A-Z][a-z]+\s){0,2}[A-Z][A-Za-z’'-]+),\s(?:[A-Z][A-Za-z-]{1,6},\s){0,4}$"
)
LONGEST_LETTERS = 6


def education(context: Context) -> Iterator[Claim]:
    """The education claims of an article, one for each role, degree and field of a block or cell."""
    for block, passage in context.prose():
        seen: Seen = set()
        for mention in _schooling(context, passage):
            sentence = passage.sentence_at(mention.start)
            if _asked_for(context, block, sentence, mention):
                owner = _of_label(context, block, mention) or _whose(context, block, sentence, mention)
                owner = owner or _of_their_own(context, passage, mention, _everybody(context, block, sentence))
                modality = context.tone.modality(sentence)
                yield from _new(_claims(context, block, mention, owner, sentence, modality, "education.prose"), seen)
    for view in context.tables:
        whole = _about_education(context, view)
        asked = [
            cell
            for cell in view.body()
            if _labelled(context, view, cell)
            or (
                whole and any(m.key in _HIGHER for m in view.passage(cell).of(MentionKind.DEGREE, cell.start, cell.end))
            )
        ]
        # "Degree" and "Field" side by side: what is studied.
        known = context.cues.words("sections.fields")
        fields = [cell for cell in view.body() if asked and view.aspect(cell).lower().strip(" :*") in known]
        for cell in sorted({*asked, *fields}, key=lambda cell: cell.start):
            yield from _in_cell(context, view, cell)


def _labelled(context: Context, view: TableView, cell: Cell) -> bool:
    """Whether a cell's aspect is education, or in a table of one role's facts its row or column."""
    labels = [view.aspect(cell), *(context.unnamed(span) for span, _ in view.qualifiers(cell)[:2])]
    return any(context.cues.has("sections.education", label) for label in labels)


def _about_education(context: Context, view: TableView) -> bool:
    """Whether the title of a table or the heading over it is about education: any of its cells may name a degree."""
    return any(context.cues.has("sections.education", context.text, s.start, s.end) for s, _ in view.lines[:1])


_SCHOOLED = (MentionKind.DEGREE, MentionKind.STUDY)


def _schooling(context: Context, passage: Passage) -> Iterator[Mention]:
    """Degrees and fields of study named in a passage; "associate" is a degree only before another one."""
    for found in _MASTER_OF.finditer(context.text, passage.start, passage.end):
        if not passage.of(MentionKind.DEGREE, *found.span("degree")):
            yield Mention(MentionKind.DEGREE, "master", *found.span("degree"))
    bodies = passage.of(MentionKind.ORIGIN)
    # "the Bureau of Labor Statistics"
    known = [m for m in passage.of(_SCHOOLED) if not any(body.start <= m.start < body.end for body in bodies)]
    for mention in with_unknown_fields(context, passage, known):
        shared = _SHARED.search(context.text, max(passage.start, mention.start - 24), mention.start)
        if shared and mention.kind is MentionKind.DEGREE:
            yield Mention(MentionKind.DEGREE, "associate", *shared.span("degree"))
        yield from sharing_noun(context, passage, mention)
        yield mention
        if mention.kind is MentionKind.DEGREE:
            yield from _master_beside(context, passage, mention)
        if mention.kind is MentionKind.DEGREE and (
            named := _OF_FIELD.fullmatch(context.text, mention.start, mention.end)
        ):
            # "Doctor of Physical Therapy": the degree's name says what is studied.
            subject = context.lexicons.study_field_by_term.get(key(named["field"]))
            if subject is not None:
                yield Mention(MentionKind.STUDY, subject.name, *named.span("field"))


def _master_beside(context: Context, passage: Passage, mention: Mention) -> Iterator[Mention]:
    """``Master or PhD``: the degree that needs another one beside it to be read as one."""
    before = _MASTER_BEFORE.search(context.text, max(passage.start, mention.start - 24), mention.start)
    behind = _MASTER_BEHIND.match(context.text, mention.end, passage.end)
    for said in filter(None, (before, behind)):
        yield Mention(MentionKind.DEGREE, "master", *said.span("degree"))


def _of_label(context: Context, block: Block, mention: Mention) -> Attribution:
    """``Common baker majors: Business 39%, Accounting 6%``: a label that names whose studies are counted off."""
    label = block.label
    if label is None or mention.start < label.end:
        return NOBODY
    about = context.cues.has("sections.education", context.text, label.start, label.end)
    named = context.attributor.passage(block).of(MentionKind.ROLE, label.start, label.end)
    return context.attributor.around(block) if about and named else NOBODY


def _whose(context: Context, block: Block, sentence: Span, mention: Mention) -> Attribution:
    """Who is to have what is studied; not whom the same sentence names as what one was before."""
    served = _SERVES.match(context.text, mention.end, sentence.end)
    at = served.end() if served else -1
    asked = next((o for o in context.attributor.clauses(block, sentence).owners if o.start == at), None)
    if asked is not None:
        return Attribution(asked.roles, f"“{context.text[asked.start : asked.end]}”, of whom it is asked", 0.9, asked)
    owner = context.attributor.at(block, mention.start, mention.end)
    stated = owner.stated
    if stated is None or not _SERVED_AS.search(context.text, max(block.start, stated.start - 60), stated.start):
        return owner
    ahead = [s for s in context.attributor.clauses(block, sentence).subjects() if s.end < stated.start]
    if ahead:
        words = context.text[ahead[0].start : ahead[0].end]
        return Attribution(ahead[0].roles, f"“{words}”, who was something else before", 0.85, ahead[0])
    return context.attributor.around(block) or owner


def _everybody(context: Context, block: Block, sentence: Span) -> Attribution:
    """In a section about education, what names no role ("most firms ask for a degree") is asked of all."""
    labels = context.labels(block)[:2]
    names = ("sections.education", "sections.requirements")
    about = any(context.cues.has(name, context.text, span.start, span.end) for span in labels for name in names)
    if not about or _NOBODY.search(context.text, sentence.start, sentence.end):
        return NOBODY
    return Attribution(context.topics, "named of no role, in a section about education", 0.6)


def _subject(context: Context, passage: Passage, mention: Mention) -> set[str]:
    """What a subject is called: that of a field, or the only one that a degree is said to be in."""
    if mention.kind is MentionKind.STUDY:
        return {key(context.text[mention.start : mention.end]), key(mention.key)}
    named = _OF_FIELD.fullmatch(context.text, mention.start, mention.end)
    if named:
        return {key(named["field"])}
    renamed = passage.of(MentionKind.DEGREE, passage.start, mention.start)[-1:]
    if renamed and context.text[renamed[0].end : mention.start] == " (":
        # The letters that stand for it: Bachelor of Nursing, BN.
        return _subject(context, passage, renamed[0])
    joint = _OF_OR_IN.match(context.text, mention.end, passage.end)
    behind = passage.of(MentionKind.STUDY, joint.end(), passage.end)[:1] if joint else []
    if joint is None or not behind or behind[0].start != joint.end() or _OR_ELSE.match(context.text, behind[0].end):
        return set()
    return _subject(context, passage, behind[0])


def _of_their_own(context: Context, passage: Passage, mention: Mention, everybody: Attribution) -> Attribution:
    """``A degree in nursing or midwifery``: of all roles only those that a subject is the trade of study it."""
    said, known = _subject(context, passage, mention), context.lexicons.role_by_id
    # Whoever is in security engineering is in security too.
    fields = {role: [key(field) for field in known[role].fields] for role in everybody.roles if role in known and said}
    own = tuple(r for r in everybody.roles if any(field.startswith(tuple(said)) for field in fields.get(r, ())))
    return replace(everybody, roles=own) if any(said & set(fields[role]) for role in own) else everybody


def _in_cell(context: Context, view: TableView, cell: Cell) -> Iterator[Claim]:
    owner, seen, whole = view.owner(cell), cast("Seen", set()), Span(cell.start, cell.end)
    alone = _MASTER_ALONE.match(context.text, cell.start, cell.end)
    named = [Mention(MentionKind.DEGREE, "master", *alone.span("degree"))] if alone else []
    for mention in (*named, *_schooling(context, view.passage(cell))):
        if context.text.startswith("education", mention.start):
            continue  # "postsecondary education is common"
        found = _claims(context, view.block, mention, owner, whole, Modality.STATED, "education.table")
        yield from (context.in_table(claim, view, cell) for claim in _new(found, seen))


def _new(claims: Iterator[Claim], seen: Seen) -> Iterator[Claim]:
    """The claims that a block or cell has not made yet."""
    for claim in claims:
        said = (claim.role, claim.aspect, claim.value)
        if said not in seen:
            seen.add(said)
            yield claim


def _asked_for(context: Context, block: Block, sentence: Span, mention: Mention) -> bool:
    text = context.text
    if text[sentence.start : sentence.end].rstrip().endswith("?"):
        return False
    before = max(sentence.start, mention.start - 60)
    if _OUTWEIGHED.search(text, before, mention.start) or _ELSEWHERE.search(text, before, mention.start):
        return False
    if mention.kind is MentionKind.DEGREE:
        own = _behind_name(context, mention) or _is_product(context, sentence, mention)
        return not own and _about_learning(context, block, sentence, mention)
    everyday = mention.key.casefold().endswith("education") or mention.key == "Design"
    if everyday and not _IN.search(text, max(sentence.start, mention.start - 80), mention.start):
        return False
    spoken = _SPOKEN.search(text, max(0, mention.start - 24), mention.start)
    if spoken or _renames_role(context, sentence, mention) or _names_body(text, sentence, mention):
        return False
    return _is_studied(context, block, sentence, mention)


def _behind_name(context: Context, mention: Mention) -> bool:
    """``Ann Baker, MS, PhD, says``: whether a degree is a person's own, by letters behind a name."""
    text = context.text
    if mention.end - mention.start > LONGEST_LETTERS or not text[mention.start].isupper():
        return False
    name = _A_NAME.search(text, max(0, mention.start - 64), mention.start)
    if name is None or not text.startswith((",", " said", " says"), mention.end):
        return False
    span = Span(*name.span("name"))
    passage = context.passage_of(span)
    return passage is None or not passage.of(
        (MentionKind.ROLE, MentionKind.DEGREE, MentionKind.STUDY), span.start, span.end
    )


def _names_body(text: str, sentence: Span, mention: Mention) -> bool:
    """Whether a field is a word of the name of a board or council, with which one registers."""
    if not text[mention.start].isupper():
        return False
    staff = _STAFF_OF.search(text, max(sentence.start, mention.start - 140), mention.start)
    return staff is not None or is_in_body(text, mention.start, mention.end)


def _is_studied(context: Context, block: Block, sentence: Span, mention: Mention) -> bool:
    """Whether words before or behind a field say that it is studied: "a degree in X", "an X degree"."""
    text = context.text
    if _DEGREE_BEHIND.match(text, mention.end, sentence.end):
        return True
    roles = context.attributor.passage(block).of(MentionKind.ROLE, sentence.start, mention.start)
    said = _STUDIED.finditer(text, sentence.start, mention.start)
    # "Scrum masters" have no degree by their name.
    degrees = (m for m in said if not any(role.end == m.end() and role.start < m.start() for role in roles))
    studied = [*degrees, *_origins(context, block, sentence, mention)]
    if not studied or _BEYOND.search(text, studied[-1].end(), mention.start):
        return False
    if studied[-1][0].lower() != "study":
        return True
    field = _A_FIELD.search(text, max(sentence.start, studied[-1].start() - 16), studied[-1].start())
    return field is None and _OBJECT.search(text, studied[-1].end(), mention.start) is None


def _renames_role(context: Context, sentence: Span, mention: Mention) -> bool:
    """``Company secretary (CS)``: initials in brackets right behind a role are the role's."""
    if (
        context.text[mention.start - 1 : mention.start] != "("
        or not context.text[mention.start : mention.end].isupper()
    ):
        return False
    passage = context.passage_of(sentence)
    roles = passage.of(MentionKind.ROLE, sentence.start, mention.start) if passage else ()
    return any(context.text[role.end : mention.start].strip() == "(" for role in roles)


def _origins(context: Context, block: Block, sentence: Span, mention: Mention) -> Iterator[re.Match[str]]:
    """``Analysts tend to come from economics``: what a role comes from is what it studied."""
    for subject in context.attributor.clauses(block, sentence).subjects():
        found = _COME_FROM.match(context.text, subject.end, mention.start)
        if found:
            yield found


def _is_product(context: Context, sentence: Span, mention: Mention) -> bool:
    """A named certificate ("X's Y Certificate") is a product, and one that the role issues a paper, not a degree."""
    if mention.key not in {"certificate", "diploma"}:
        return False
    before = context.text[max(sentence.start, mention.start - 48) : mention.start]
    if _HANDED_OUT.search(before):
        return True
    passage = context.passage_of(sentence)
    places = passage.of(MentionKind.REGION, sentence.start, mention.start) if passage else ()
    # "the New Zealand Certificate in Baking"
    national = any(place.end == mention.start - 1 for place in places)
    return context.text[mention.start].isupper() and not national and _NAMED.search(before) is not None


def _about_learning(context: Context, block: Block, sentence: Span, mention: Mention) -> bool:
    """A degree counts where the sentence is about one's own; a sentence that sells a course is about the course."""
    if mention.key in {"certificate", "bootcamp"} and context.pitches(sentence):
        labels = context.labels(block)
        return any(context.cues.has("sections.education", context.text, s.start, s.end) for s in labels[:2])
    return not context.tone.told(sentence)


def _claims(
    context: Context, block: Block, mention: Mention, owner: Attribution, whole: Span, modality: Modality, rule: str
) -> Iterator[Claim]:
    """One claim for each role; ``whole`` is the sentence or cell that may deny it."""
    polarity = context.tone.polarity(whole, Span(mention.start, mention.end))
    for role in owner.roles:
        yield context.claim(
            Kind.EDUCATION,
            block,
            Span(mention.start, mention.end),
            role,
            mention.key,
            rule=rule,
            confidence=owner.confidence * 0.9,
            because=reasons(owner),
            aspect="degree" if mention.kind is MentionKind.DEGREE else "field",
            modality=modality,
            polarity=polarity,
        )
