"""Skills that a section names and then explains: ``Patience. Bakers wait for dough.`` below "Important qualities"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.sections import is_side, topic_of_heading
from extract.language import MentionKind, Passage
from extract.language.wordclass import word_class
from extract.lexicons.fragments import IMPORTANT, MAY, SHALL
from extract.model import Block, BlockKind, Span

_NAME = re.compile(
    r"[\W_]{0,3}(?P<name>[A-Z][\w’'-]+(?:[ /&,]{1,2}(?:and\s|of\s|to\s|for\s|with\s|a\s|an\s|the\s)?[\w’'-]+){0,5})[*_]{0,2}(?:[.:]|\s[–—-])[*_]{0,2}\s+(?=[\"“']?(?:[A-Z]|they\s|you\s|it\s))"
)
# Who or what the explanation begins with: it is a sentence of its own, and not the skill.
_EXPLAINS = re.compile(
    r"[\"“']?(?:They|You|It|This|These|Those|We|He|She|There|Being|Because|Since|As|If|In|When|While|Although|Without|With|To|Most|Many|All|Some|Not|Good|Strong|they|you|it)\s"
    rf"|(?:An?|The|Every|Each)\s(?:[\w-]+\s){{1,3}}?(?:{SHALL}|{MAY}|needs?|ha[sv]e?|is|are|does)\b"
)
_VERBS = frozenset({"V", "Vs", "Vx"})
_NUMBER = re.compile(r"\d")
_NAMED = (MentionKind.ROLE, MentionKind.TOOL, MentionKind.DEGREE, MentionKind.CERTIFICATION, MentionKind.REGION)
# Labels of other things among skills.
OTHER_TOPICS = ("sections.tools", "sections.education", "sections.certificates", "sections.careers", "pay.labels")
# "Technical Skills", "Other": what sorts skills and names none.
_SORTS = re.compile(
    rf"(?:(?:technical|hard|soft|key|{IMPORTANT}|required|general|other|transferable|professional|personal|top|additional|common|basic|main|the)\s?)+"
    r"(?:skills?|qualities|abilities|competenc(?:y|ies|es)|traits|requirements?|knowledge)?|(?:skills?|qualities|abilities|traits|conclusion|summary|overview|faqs?|resources)\b.*",
    re.IGNORECASE,
)
MOST_WORDS, OPENING, FEWEST = 6, 40, 2
"""In words; in characters; headings."""


def named_skill(context: Context, block: Block, passage: Passage) -> Span | None:
    """The name of a skill that a paragraph or an item of a section on skills begins with and goes on to explain."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not topic_of_heading(context, block):
        return None
    found = _NAME.match(context.text, block.start, block.end)
    if (
        found is None
        or _EXPLAINS.match(f"{found['name']} ")
        or len(found["name"].split()) > MOST_WORDS
        or _NUMBER.search(found["name"])
    ):
        return None
    name = Span(*found.span("name"))
    if any(set(word_class(word.lower()).split("+")) <= _VERBS for word in found["name"].split()):
        # "Firms differ. They ask for ..."
        return None
    whom = passage.of(MentionKind.ROLE, found.end(), found.end() + OPENING)
    explained = whom or _EXPLAINS.match(context.text, found.end())
    return name if explained and _may_be_skill(context, passage, name) else None


def headings_of_skills(context: Context) -> Iterator[Block]:
    """The headings below one on skills that name a skill each: ``Patience`` and ``Manual dexterity``, each over a paragraph."""
    blocks, named = context.document.blocks, dict[int, list[Block]]()
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.headings and topic_of_heading(context, block):
            below = blocks[block.index + 1] if block.index + 1 < len(blocks) else None
            prose = below is not None and below.kind is BlockKind.PARAGRAPH and context.text[below.end - 1] in ".!"
            named.setdefault(block.headings[-1], []).extend([block] if prose and _is_name(context, block) else [])
    for found in named.values():
        yield from found if len(found) >= FEWEST else ()


def _is_name(context: Context, heading: Block) -> bool:
    words = context.text[heading.start : heading.end]
    plain = len(words.split()) <= MOST_WORDS and words[-1] not in ":?" and not _NUMBER.search(words)
    other = context.cues.has("sections.duties", words) or _SORTS.fullmatch(words)
    span, passage = Span(heading.start, heading.end), context.attributor.passage(heading)
    return plain and not other and _may_be_skill(context, passage, span)


def _may_be_skill(context: Context, passage: Passage, span: Span) -> bool:
    """Whether a few words name no role, tool or paper, and nothing else that a section on skills may tell of."""
    words = context.text[span.start : span.end]
    other = is_side(context.cues, words) or any(context.cues.has(topic, words) for topic in OTHER_TOPICS)
    return not (other or passage.of(_NAMED, span.start, span.end))
