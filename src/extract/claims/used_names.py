"""Names of tools that no lexicon knows, told by their place: "Glaziers use the Zorbit 300 and file orders in Plimsoll".

Below a heading on tools a name behind a verb of use, or where work is said to be done, is a tool's; elsewhere behind a verb
of use alone, beside a tool that is known. So is a name that goes on with such a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.context import Context
from extract.language import Mention, MentionKind, Passage
from extract.language.wordclass import word_class
from extract.lexicons.terms import key
from extract.model import Block, Span

_NAME = re.compile(
    r"(?:[A-Z][\w+#]*|[a-z]{1,2}[A-Z]\w+)(?:[.-][\w+#]+)*(?:\s(?:[A-Z][\w+#]*(?:[.-][\w+#]+)*|[a-z]{1,2}[A-Z]\w+|\d{1,4}(?![\w%.,-])))*"
)
_USES = (
    r"(?:us(?:e|es|ing)|rel(?:y|ies)\son|runs?|operates?|programs?|learns?|masters?|prefers?|favou?rs?|swears?\sby"
    r"|(?:works?|lives?|trains?)\s(?:\w+\s)?(?:in|with|on))"
)
_OPENS = re.compile(rf"\b{_USES}\s(?:(?:the|an?|their|mostly|mainly|either|both)\s){{0,2}}\Z")
_PLACED = re.compile(
    rf"\b(?:{_USES}|with|in|into|on|off|through|via|to|needs?|knows?|opens?)\s"
    r"(?:(?:the|an?)\s(?:[a-z-]+\s){0,2}[a-z-]+(?:,|,?\sand)\s){0,3}(?:(?:the|an?|their|mostly|mainly|either|both)\s){0,2}\Z"
)
# "the Zorbit saw, the Plimsoll lathe", "Zorbit for orders and Plimsoll".
_GOES_ON = re.compile(
    r"(?:\s(?!(?:and|or|but)\b)[a-z][\w-]*){0,4}(?:,(?:\s(?:and|or))?|\s(?:and|or))\s(?:(?:the|an?|their|with|in|on)\s){0,2}\Z"
)
# "Equipment", "Which systems are used?"
_KIT = re.compile(
    r"(?:(?:the|which|what)\s)?(?:equipment|kit|gear|machines|machinery|instruments|systems|apps)"
    r"(?:\s(?:and\s\w+|(?:(?:are|do)\s)?(?:they\s)?used?|in\suse))?\W*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|English|Spanish|French|German|I|Job|Christmas|Easter)(?:\s.*)?|[A-Z]-\w+|[A-Z\d]{1,3}s?"
)
_THEY = re.compile(r"\b(?:[Tt]hey|[Bb]oth)\b")
# "Most providers now use Recordbase, and a few use Exess": whoever runs it, those who work there use it.
_FIRMS_USE = re.compile(
    r"\b(?:(?:[Mm]ost|[Mm]any|[Ss]ome|[Ss]everal|[Aa]ll|[Oo]ther|[Aa]\sfew|[Oo]ur)(?:\s[a-z]+s)?|[Ee]mployers|[Ff]irms)"
    r"\s(?:(?:now|also|still|mostly|mainly|already)\s)?(?:use|run|have\smoved\sto|have\sswitched\sto)\s(?:the\s)?\Z"
)
_OTHERS = tuple(MentionKind)
LONGEST_BEFORE = 48
LONGEST_NAME = 32


def names_used(context: Context, block: Block, passage: Passage) -> Iterator[Mention]:
    """The unknown names that a paragraph or list item says somebody uses."""
    on_tools = _is_on_tools(context, block)
    for sentence in passage.sentences:
        bounds = sentence.start, sentence.end
        if context.text.find(" use ", *bounds) >= 0 or context.text.find(" run ", *bounds) >= 0:
            yield from _of_firms(context, passage, sentence)
        told = passage.of(MentionKind.ROLE, *bounds) or _THEY.search(context.text, *bounds)
        known = passage.of(MentionKind.TOOL, *bounds)
        if told and (on_tools or known):
            yield from _in_sentence(
                context, passage, sentence, _PLACED if on_tools else _OPENS, known, on_tools=on_tools
            )


def _of_firms(context: Context, passage: Passage, sentence: Span) -> Iterator[Mention]:
    """The names, each of which no dictionary has, that firms are said to use."""
    for mention in _candidates(context, passage, sentence):
        before = max(sentence.start, mention.start - LONGEST_BEFORE)
        new = all(word_class(word.lower()) == "0" for word in mention.key.split())
        if new and _FIRMS_USE.search(context.text, before, mention.start):
            yield mention


def _is_on_tools(context: Context, block: Block) -> bool:
    """Whether the nearest label of a block is about tools."""
    words = [context.label_words(span) for span in context.labels(block)[:1]]
    return any(context.cues.has("sections.tools", label) or _KIT.fullmatch(label) for label in words)


def _in_sentence(
    context: Context, passage: Passage, sentence: Span, opens: re.Pattern[str], known: list[Mention], *, on_tools: bool
) -> Iterator[Mention]:
    """The unknown names of its lists of tools; apart from headings on tools a list holds a known one too."""
    text, chain = context.text, list[Mention]()
    for mention in sorted([*_candidates(context, passage, sentence), *known], key=lambda m: m.start):
        on = bool(chain) and _GOES_ON.fullmatch(text, chain[-1].end, mention.start) is not None
        if not on:
            yield from _unknown(chain, known, on_tools=on_tools)
            chain = []
        if on or opens.search(text, max(sentence.start, mention.start - LONGEST_BEFORE), mention.start):
            chain.append(mention)
    yield from _unknown(chain, known, on_tools=on_tools)


def _unknown(chain: list[Mention], known: list[Mention], *, on_tools: bool) -> Iterator[Mention]:
    if on_tools or any(mention in known for mention in chain):
        yield from (mention for mention in chain if mention not in known)


def _candidates(context: Context, passage: Passage, sentence: Span) -> Iterator[Mention]:
    """What is written like a name, is known as nothing else, and does not open the sentence."""
    for found in _NAME.finditer(context.text, sentence.start + 1, sentence.end):
        name = found[0]
        if _NO_NAME.fullmatch(name) or len(name) > LONGEST_NAME or context.cues.has("tools.concepts", name):
            continue
        inside = any(m.start < found.end() and found.start() < m.end for m in passage.of(_OTHERS))
        if not inside and not context.text[found.start() - 1].isalnum():
            entry = context.lexicons.tool_by_term.get(key(name))
            yield Mention(MentionKind.TOOL, entry.name if entry else name, *found.span(), doubtful=True)
