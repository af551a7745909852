"""What a part of an article is about: duties, skills, tools, education or careers, by the labels above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.claims.context import Context
from extract.claims.phrases import names_role_alone
from extract.claims.trimming import is_action
from extract.language import Cues, Mention, MentionKind, Passage
from extract.language.wordclass import is_gerund, word_class
from extract.lexicons.fragments import MAY, SHALL, USUALLY
from extract.model import Block, BlockKind, Span

# Where a line names several, the first of these counts, and duties only alone: "skills for the job".
KINDS = (
    "sections.careers",
    "sections.education",
    "sections.certificates",
    "sections.skills",
    "sections.tools",
    "sections.duties",
)
# "A planner might:", "They:": what a list below goes on with is what is done.
_OPEN = re.compile(
    rf"\b(?:{MAY}|{SHALL}|they|he or she|he|she|{USUALLY}|also)\s?:\s*$",
    re.IGNORECASE,
)
# "A planner", "The best planners": what a paragraph begins with whose subject is a role.
_SUBJECT = re.compile(r"(?:(?:(?P<one>An?|Every|Each)|The|Most|Many|All)\s)?(?:[a-z]+\s){0,2}")
_DEPENDS = re.compile(r"\b(?:depend(?:s|ing)?\son|var(?:y|ies)\s(?:by|with|depending))\b(?!.*:\s*$)")
# "As a planner, you'll need to:", below "Responsibilities".
_TO_DO = re.compile(r"\b(?:need|have|expected|required|asked)\sto\s?:\s*$", re.IGNORECASE)
# What a list of things, and not of what is done, is announced with; "in many companies" is a circumstance.
_ANNOUNCED = re.compile(
    r"(?:^\W*|\b(?:top|best|highest|these|those|following|common|typical|main|major|popular|leading|largest|biggest|key|some|several|different|various)\s"
    r"(?:[\w-]+\s){0,2})\Z",
    re.IGNORECASE,
)
_SCHOOLING = (MentionKind.DEGREE, MentionKind.CERTIFICATION, MentionKind.STUDY)
# "If you like animals, a career in care may suit you." above a list of what is done announces no careers.
_IF_YOU = re.compile(r"If\syou\b[^:]*\.\s*$")
LONGEST_TOLD = 240
FEWEST_DONE, MOST_DONE = 3, 24
LONGEST_LABEL = 40
"""In characters."""
# The end of "Skills you need as a baker", where a role's name is blanked out.
_OF_ROLE = re.compile(
    # "Skills that hospitals look for in nurses"
    r"(?:\s(?:that|which))?(?:\s[a-z]+){1,2}\s(?:looks?\sfor|wants?|needs?|seeks?|values?|prizes?|expects?|asks?\sfor)\s(?:in|of|from)\s(?:an?\s|the\s)?_[_\s]*$"
    r"|\s(?:as|of|for)\s(?:an?\s|the\s)?_[_\s]*$"
)
# "What bakers need", with the role's name blanked out.
_NEEDS = re.compile(
    r"\bwhat\s(?:an?\s|the\s|every\s|all\s|good\s)*_[_\s]*(?:really\s)?(?:needs?|requires?|must\shave)\b", re.IGNORECASE
)
# "How much does a baker earn?", "Where do bakers work?" ask for something else than what they do.
_DO = re.compile(r"do(?:es)?", re.IGNORECASE)
_ASKS_ELSE = re.compile(
    r"\W*(?:how\s(?:much|many|long|far|soon|often|hard)|where|when|why)\b(?!.*\bwhat\b)", re.IGNORECASE
)
MOST_LABEL, MOST_HEADING, LONGEST_HEADING = 4, 8, 9
"""In words."""
# "Role: buys books, runs lending".
_ROLE_LABELS = frozenset({"role", "the role", "job", "the job", "main job", "main role", "what they do", "work"})
# "Commis Chef (Entry-Level)": what stands behind a title.
_ASIDE = re.compile(r"\s\([^()\d]{2,30}\)\s?:?\Z")
# What places and employers stand below: "Where cooks find jobs:", "Cooks are employed by:".
_WHERE = re.compile(
    r"^Where\s|\b(?:works?|employed|hired|found|find\s(?:them|one|jobs|work|employment))\s(?:in|at|by|for)(?:\splaces\s(?:like|such\sas))?\s?:$"
)
# "A registered nurse:" above what she does
_ONE = re.compile(r"(?:An?|The|Every|Each)\s[a-z-]{3,16}\s")
# "A licensed baker:" speaks of no licences.
_ONE_BLANK = re.compile(rf"{_ONE.pattern}_[_\s]*:\s*")
_WORD = re.compile(r"[A-Za-z][\w-]*")
# "Time to hire: nine months": no verb
_NOUN = re.compile(r"\w+\s(?:to|of|for)\s")


def topic(context: Context, block: Block) -> str | None:
    """What the nearest label above a block says that it is about: the name of a cue list of ``sections``."""
    if block.index not in context.sections:
        told = "sections.duties" if _is_to_do(context, block) else _topic(context, block)
        context.sections[block.index] = told or ("sections.duties" if _does_this(context, block) else None)
    return context.sections[block.index]


def _topic(context: Context, block: Block) -> str | None:
    role_alone = False
    for span, line in _lines(context, block):
        if _is_title(context, span, line, role_alone=role_alone):
            break
        # "Pay varies with skills and place." announces no skills.
        if context.cues.has("sections.choices", line) or _DEPENDS.search(line):
            return None
        # "Bakers:" below "Working conditions" tells of these.
        named = "sections.sides" if role_alone and is_side(context.cues, line) else _named(context.cues, line)
        named = named or _schooling(context, block, line)
        if named is not None:
            return "sections.duties" if _is_task(context, block, line, named) else named
        role_alone = role_alone or _is_role(context, span) or _OPEN.search(line) is not None
        if not role_alone and _lists_others(context.cues, line) and not _is_passed_over(context, block, line):
            return None
    # A list below nothing but a role's name says what the role does.
    if not role_alone or block.kind is not BlockKind.LIST_ITEM:
        return None
    word = _WORD.match(context.text, block.start, block.end)
    titled = block.label is not None and _NOUN.match(context.text, block.label.start, block.label.end) is not None
    if block.label is not None and (titled or not (word and is_action(word[0]))) and labelled(context, block) is None:
        # "Reporting: Prepare dashboards": what is done stands behind what it is called.
        word = _WORD.search(context.text, block.label.end, block.end)
    return "sections.duties" if word and is_action(word[0]) else None


def _lines(context: Context, block: Block) -> list[tuple[Span, str]]:
    """The labels of a block, without its own, nearest first, with their words; at most three."""
    lines = [(span, context.label_words(span)) for span in context.labels(block)[block.label is not None :][:3]]
    if lines and _IF_YOU.match(lines[0][1]) and _is_passed_over(context, block, lines[0][1]):
        del lines[0]
    return lines


def _is_passed_over(context: Context, block: Block, line: str) -> bool:
    """Whether a line is a whole sentence, "There are many kinds of nurses.", above an item that says what is done."""
    word = _WORD.match(context.text, block.start, block.end)
    return line.rstrip().endswith(".") and word is not None and is_action(word[0])


def _does_this(context: Context, block: Block) -> bool:
    """Whether an item is one of a list, right below a paragraph on a role, that says what it does: "Takes vital signs"."""
    if block.kind is not BlockKind.LIST_ITEM or block.label is not None:
        return False
    blocks, first, last = context.document.blocks, block.index, block.index
    while first > 0 and blocks[first - 1].kind is BlockKind.LIST_ITEM and last - first < MOST_DONE:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.LIST_ITEM and last - first < MOST_DONE:
        last += 1
    above = blocks[first - 1] if first else None
    if above is None or above.kind is not BlockKind.PARAGRAPH or last - first + 1 < FEWEST_DONE:
        return False
    if context.text[above.end - 1] == ":":
        return False
    if not _tells_of_role(context, above):
        return False
    openers = [_WORD.match(context.text, b.start, b.end) for b in blocks[first : last + 1]]
    words = [opener[0].lower() if opener else "" for opener in openers]
    # What a job pays, needs or brings is not what is done in it.
    if not context.cues.words("sections.boons").isdisjoint(words):
        return False
    return sum("Vs" in word_class(word).split("+") for word in words) * 4 >= len(words) * 3


def _tells_of_role(context: Context, above: Block) -> bool:
    """Whether a paragraph says what a role is or does, "A nurse cares for patients.", and no label above it another thing."""
    roles = context.attributor.passage(above).of(MentionKind.ROLE)
    subject = _SUBJECT.match(context.text, above.start, roles[0].start) if roles else None
    if subject is None or subject.end() != roles[0].start:
        return False
    following = _WORD.match(context.text, roles[0].end + 1, above.end)
    classes = set(word_class(following[0].lower()).split("+")) if following else set()
    if "N" in classes and (classes == {"N"} or (subject["one"] and classes.isdisjoint({"Vs", "Vx"}))):
        # "A nurse course"
        return False
    lines = [context.label_words(span) for span in context.labels(above)[:2]]
    return not any(is_side(context.cues, line) or _lists_others(context.cues, line) for line in lines)


def _schooling(context: Context, block: Block, line: str) -> str | None:
    """``Training`` over a block that names a degree or a certificate is about schooling."""
    about = line.strip(" *:").lower() in context.cues.words("sections.trainings")
    return "sections.education" if about and context.attributor.passage(block).of(_SCHOOLING) else None


def _is_to_do(context: Context, block: Block) -> bool:
    """Whether a block goes on from ``As a planner, you'll need to:``, below a heading about duties."""
    asked, *above = [context.label_words(span) for span in context.labels(block)[:3]] or [""]
    return _TO_DO.search(asked) is not None and any(context.cues.has("sections.duties", line) for line in above)


def _is_task(context: Context, block: Block, line: str, named: str) -> bool:
    """Whether a block below ``Tasks and tools`` is one of the tasks: it says first what is done."""
    if named != "sections.tools" or block.label is not None or not context.cues.has("sections.duties", line):
        return False
    word = _WORD.match(context.text, block.start, block.end)
    return word is not None and is_action(word[0])


def _is_title(context: Context, span: Span, line: str, *, role_alone: bool) -> bool:
    """Whether a line says what the whole article is about, the title or one below it that counts it off."""
    several = _names_several(context.cues, line)
    return (span.start == context.title and (role_alone or several)) or (several and line.count(",") > 1)


def _names_several(cues: Cues, line: str) -> bool:
    """``Salary, Skills, Prospects``: a title that counts off what an article tells says of no part what it is about.

    What is told of duties is told first, and may go on below any heading.
    """
    found = [name for name in (*KINDS, "pay.labels") if cues.has(name, line)]
    return len(found) > 1 and _named(cues, line) != "sections.duties"


@lru_cache(maxsize=4096)
def _named(cues: Cues, line: str) -> str | None:
    """What a line says; an introduction the last thing that it says: "the path leads to duties such as:"."""
    if _ONE_BLANK.fullmatch(line):
        return None
    found = [(match, name) for name in KINDS if (match := cues.pattern(name).search(line))]
    if found and _DO.fullmatch(found[-1][0][0]) and _ASKS_ELSE.match(line):
        found.pop()
    if not found:
        needs = _NEEDS.search(line) is not None
        return "sections.skills" if needs else "sections.duties" if _ends_with_doing(cues, line) else None
    if line.rstrip().endswith(":"):
        return max(found, key=lambda one: one[0].start())[1]
    return found[0][1]


def _ends_with_doing(cues: Cues, line: str) -> bool:
    """``They work on:``: whether a line has what is done still to come."""
    words = line.rstrip()
    if not words.endswith(":") or len(words.split()) > MOST_HEADING:
        return False
    said = cues.find("sections.doing", words)
    return bool(said) and not words[said[-1].end() :].strip(" :*_")


@lru_cache(maxsize=4096)
def _lists_others(cues: Cues, line: str) -> bool:
    """Whether a line announces places, employers, kinds ("The top states are", "Benefits"), or asks how much or why."""
    if _WHERE.search(line) or (_ASKS_ELSE.match(line) and line.rstrip().endswith("?")):
        return True
    return any(_ANNOUNCED.search(line, 0, match.start()) for match in cues.pattern("sections.others").finditer(line))


def _is_role(context: Context, span: Span) -> bool:
    """Whether a line is a role's name, perhaps with an aside, or with a motto behind a colon: "Planner: The One Who Knows"."""
    passage = context.passage_of(span)
    aside = _ASIDE.search(context.text, span.start, span.end)
    if names_role_alone(passage, Span(span.start, aside.start()) if aside else span):
        return True
    first = next(iter(passage.of(MentionKind.ROLE, span.start, span.end)), None) if passage else None
    if first is None or not context.text.startswith(":", first.end):
        return False
    return first.start <= span.start + 4 or _ONE.fullmatch(context.text, span.start, first.start) is not None


def labelled(context: Context, block: Block) -> tuple[str, Span] | None:
    """What a short paragraph's label, or the line with a colon right above it, says it is about, and what is told of it.

    ``Key skills: patience, care`` and ``Key skills:`` above ``Patience, care``.
    """
    item = block.kind is BlockKind.LIST_ITEM and block.label is not None
    if not (item or block.kind is BlockKind.PARAGRAPH) or block.end - block.start > LONGEST_TOLD:
        return None
    if block.label is not None:
        line, told = block.label, Span(block.label.end + 1, block.end)
    else:
        above = next(iter(context.attributor.previous(block, most=1)), None)
        if (
            above is None
            or above.end - above.start > LONGEST_LABEL
            or context.text[above.end - 1] != ":"
            or above.kind is not block.kind
        ):
            return None
        line, told = Span(above.start, above.end), Span(block.start, block.end)
    passage = context.passage_of(line)
    if block.label is not None and context.text.startswith("For ", line.start):
        line = Span(line.start + 4, line.end)
    both = context.cues.pattern("structure.both").fullmatch(context.text, line.start, line.end) is not None
    if block.label is not None and not item and (both or names_role_alone(passage, line)):
        return _of_section(
            context, block, told, ("sections.skills",) if both else ("sections.skills", "sections.duties")
        )
    words = _OF_ROLE.sub("", context.label_words(line))
    # "Skills you need as a baker": a label may name the one it is about.
    if (
        _ASKS_ELSE.match(words)
        or len(words.split()) > MOST_LABEL
        or len({m.key for m in _named_roles(passage, line)}) > (block.label is not None)
    ):
        return None
    named = _named(context.cues, words)
    if named is None and words.strip().lower() in _ROLE_LABELS:
        first = _WORD.search(context.text, told.start, told.end)
        # "Role: Cabin checks, serving meals": what is done may stand behind a name of work.
        parts = [part.split() for part in context.text[told.start : told.end].split(", ")]
        doing = sum(len(words) > 1 and is_gerund(words[0]) for words in parts) > 1
        named = "sections.duties" if first and (doing or is_action(first[0])) else None
    return (named, told) if named else None


def _named_roles(passage: Passage | None, line: Span) -> Sequence[Mention]:
    return passage.of(MentionKind.ROLE, line.start, line.end) if passage is not None else ()


def _of_section(context: Context, block: Block, told: Span, among: Sequence[str]) -> tuple[str, Span] | None:
    """``Baker: patience, a sense of time`` below a heading about skills: what is told of a role is what the section is about.

    What further sentences tell is told by them.
    """
    told = Span(told.start, min(told.end, context.attributor.passage(block).sentence_at(told.start).end))
    heading = next(iter(context.headings(block)), None)
    line = context.label_words(Span(heading.start, heading.end)) if heading is not None else ""
    named = _named(context.cues, line) if heading is not None and len(line.split()) <= MOST_HEADING else None
    figures = any(map(str.isdigit, context.text[told.start : told.end]))
    return (named, told) if named is not None and named in among and not figures else None


def is_talent(context: Context, block: Block, opener: str | None) -> bool:
    """Whether what one "must be able to" do is told below a heading about skills: it is one of these, and no duty."""
    able = opener is not None and opener.rstrip().lower().endswith("able to")
    return able and topic(context, block) == "sections.skills"


def topic_of_heading(context: Context, block: Block) -> bool:
    """Whether a block stands under a heading about skills."""
    return any(context.cues.has("sections.skills", context.text, h.start, h.end) for h in context.headings(block)[:1])


def under_whom(context: Context, block: Block) -> bool:
    """Whether the heading right above is a role's name or a level, with little beside it, or a topic's trade."""
    heading = next(iter(context.headings(block)), None)
    if heading is None or len(context.text[heading.start : heading.end].split()) > LONGEST_HEADING:
        return False
    span = Span(heading.start, heading.end)
    passage = context.attributor.passage(heading)
    trades = passage.of(MentionKind.FIELD)
    if any((m.start, m.end) == (span.start, span.end) and m.key in context.annotated.topics for m in trades):
        return True
    return names_role_alone(passage, span) or bool(context.qualifiers.levels(context.text, span, passage, label=True))


def is_side(cues: Cues, label: str) -> bool:
    """Whether a label names what a job is like or asks for beside its work: ``Risk``, ``Pros``, ``Top Schools``."""
    return label.strip(" *:").lower() in cues.words("sections.sides")
