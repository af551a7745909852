"""Names of tools that no lexicon knows, found by evidence: they stand in a list of tools.

A list of tools is what follows "tools such as", "frameworks like", "software including" or "(tools: ...)", and a table cell
or list item under a label about tools. A name is capitalised throughout or written like a name (``dbt``, ``d3.js``), is not
known as anything else, and is no concept (``APIs``, ``CI/CD``). Claims made of it are flagged for review; a reviewer who
agrees adds it to a user's lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.context import Context
from extract.language import Mention, MentionKind, Passage
from extract.language.wordclass import word_class
from extract.model import Block, BlockKind, Span

# Programs and systems are of many kinds.
_OF_COMPUTERS = (
    r"(?:(?:software|computer|planning|design|accounting|payroll|editing|drawing|modell?ing|statistical|roster\w*|\w+plan)\sprograms"
    r"|(?:management|booking|ERP|CRM|EHR|HR|POS|records?|payroll|ticketing|reservations?|tracking|inventory|practice|scheduling)\ssystems)"
)
_INTRODUCED = re.compile(
    r"\b(?:tools?|software|frameworks?|librar(?:y|ies)|languages?|packages?|databases?|suites?)\s*"
    r"(?:,?\s*(?:such as|like|including|e\.g\.,?|for example|namely)|:|\()\s*"
    # Apps that you may be asked to use: A, B
    r"|\b(?:tools|software|packages|apps|applications|systems|programs)\s(?:(?:(?:that\s)?(?:you|they)\s(?:[\w'’]+\s){0,6})?(?:use|used|using|learn|master)):\s*",
    re.IGNORECASE,
)
_PROGRAMS = re.compile(rf"\b{_OF_COMPUTERS}\s?(?:,?\s(?:such as|like|including|e\.g\.,?|for example|namely)|:)\s*")
_LIST_END = re.compile(r"[.;:)\n]|\s(?:to|for|that|which|is|are|in|on|while|whilst|whereas|but|because|so|when|as)\s")
_SEPARATOR = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|\s*/\s*|\s*[•|;]\s*")
_NAME = re.compile(
    r"(?:[A-Z][\w.+#-]{0,24}|[a-z]{1,4}\d?[A-Z][\w.+#-]{0,20}|[a-z0-9]{2,12}\.(?:js|py|io|ai))(?:\s(?:[A-Z][\w.+#-]{0,20}|\d{1,4}|for\s[A-Z]\w+)){0,2}"
)
# "CoreHR", "IDeaS"
_MIXED = re.compile(r"[a-z][A-Z]")
_JOINT = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)"
_BEHIND = re.compile(
    rf"(?P<names>(?:{_JOINT}{_NAME.pattern})+)(?=\s?(?:[.;:)]|$|\s(?:for|to|in|at|is|are|and\s[a-z])))"
)
_AHEAD = re.compile(rf"(?<=[\s:])(?P<names>{_NAME.pattern}(?:{_JOINT}{_NAME.pattern})*){_JOINT}\Z")
_COLON = re.compile(r"^[\s:–-]+")
LONGEST_ITEM = 80
SOME_LEVELS = 2
"""So many levels among its items make a list one of levels."""
OTHER_KINDS = frozenset(MentionKind)


def unknown_in_block(context: Context, block: Block, passage: Passage) -> Iterator[Mention]:
    """Candidates in a paragraph or list item."""
    for sentence in passage.sentences:
        named = context.cues.matches("tools.kinds", _INTRODUCED, context.text, sentence.start, sentence.end)
        some = context.cues.has("tools.programs", context.text, sentence.start, sentence.end)
        also = _PROGRAMS.finditer(context.text, sentence.start, sentence.end) if some else ()
        for intro in (*named, *also):
            end = _LIST_END.search(context.text, intro.end(), sentence.end)
            yield from _items(context, passage, Span(intro.end(), end.start() if end else sentence.end))
    yield from _beside_known(context, passage)
    short = len(passage.sentences) <= 1 and passage.end - passage.start < LONGEST_ITEM
    if not short or not _about_tools(context, block):
        return
    if block.label is None and block.kind is BlockKind.LIST_ITEM:
        yield from _names_only(context, passage, Span(block.start, block.end))
    elif block.label is not None and _is_whose(context, passage, block.label):
        behind = _COLON.sub("", context.text[block.label.end : block.end], count=1)
        yield from _names_only(context, passage, Span(block.end - len(behind), block.end))


def _beside_known(context: Context, passage: Passage) -> Iterator[Mention]:
    """``Sage Payroll, CoreHR or Megapay``: names that no dictionary has beside one that is known, with nothing else between."""
    for known in passage.of(MentionKind.TOOL):
        sentence = passage.sentence_at(known.start)
        for listed in (
            _BEHIND.match(context.text, known.end, sentence.end),
            _AHEAD.search(context.text, max(sentence.start, known.start - LONGEST_ITEM), known.start),
        ):
            for item in _items(context, passage, Span(*listed.span("names"))) if listed else ():
                # "AWS, CPF and allowances"
                if not item.key.isupper() and (_MIXED.search(item.key) or _unknown(item.key)):
                    yield item


def _unknown(name: str) -> bool:
    return any(word_class(word.lower()) == "0" for word in name.split())


def unknown_in_cell(context: Context, passage: Passage) -> Iterator[Mention]:
    """Candidates in a cell under a label about tools."""
    yield from _items(context, passage, Span(passage.start, passage.end))


def _is_whose(context: Context, passage: Passage, label: Span) -> bool:
    """Whether a label says whose tools the line lists: a title, or "Both"."""
    named = passage.of(MentionKind.ROLE, label.start, label.end)
    return bool(named) or context.cues.has("tone.shared", context.text, label.start, label.end)


def _about_tools(context: Context, block: Block) -> bool:
    labels = context.labels(block)[:2]
    if not any(context.cues.has("sections.tools", context.label_words(span)) for span in labels):
        return False
    return sum(_is_level(context, other) for other in _beside(context, block)) < SOME_LEVELS


def _beside(context: Context, block: Block) -> list[Block]:
    """The items of a block's list."""
    if block.intro is None:
        return [block]
    return [other for other in context.document.blocks if other.intro == block.intro]


def _is_level(context: Context, item: Block) -> bool:
    """Whether an item is a level of seniority, one of the choices that a page offers: ``Junior``."""
    span, passage = Span(item.start, item.end), context.annotated.blocks.get(item.index)
    return passage is not None and bool(context.qualifiers.levels(context.text, span, passage, label=True))


def _items(context: Context, passage: Passage, span: Span) -> Iterator[Mention]:
    at = span.start
    for separator in [*_SEPARATOR.finditer(context.text, span.start, span.end), None]:
        end = separator.start() if separator else span.end
        item = _item(context, passage, at, end)
        if item is not None:
            yield item
        at = separator.end() if separator else end


def _names_only(context: Context, passage: Passage, span: Span) -> list[Mention]:
    """The candidates of an item that holds nothing but names: "Klue, Highspot", and not "Positioning and messaging"."""
    found = list(_items(context, passage, span))
    parts = len(_SEPARATOR.split(context.text[span.start : span.end].strip()))
    known = sum(mention.kind is MentionKind.TOOL for mention in passage.mentions)
    return found if len(found) + known >= parts else []


def _item(context: Context, passage: Passage, start: int, end: int) -> Mention | None:
    words = context.text[start:end].strip(" .\"“”'*_`")
    begin = context.text.find(words, start, end) if words else -1
    if begin < 0 or not _NAME.fullmatch(words) or words.isdigit():
        return None
    if len(words) < 2 or passage.of(OTHER_KINDS, begin, begin + len(words)) or _covered(passage, begin):
        return None
    if context.cues.has("tools.concepts", words):
        return None
    return Mention(MentionKind.TOOL, words, begin, begin + len(words), doubtful=True)


def _covered(passage: Passage, offset: int) -> bool:
    return any(mention.start <= offset < mention.end for mention in passage.mentions)
