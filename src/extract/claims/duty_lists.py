"""Lists of duties inside a paragraph: numbered, with semicolons between them, or a sentence each that begins with its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from extract.claims.context import Context
from extract.claims.sections import topic
from extract.claims.trimming import is_action, trimmed
from extract.language import MentionKind, Passage
from extract.language.wordclass import is_gerund, word_class
from extract.lexicons.fragments import MAY, SHALL
from extract.model import Block, Span

_NUMBERED = re.compile(r"(?P<number>\d(?<=[\s:(].)\d?)[.)]\s+(?=[A-Za-z])")
_ANNOUNCED = re.compile(
    r"[^.;:]{0,60}\b(?i:responsibilit(?:y|ies)|duties|tasks)\b[^.;:]{0,40}\b(?P<verb>include|includes|are|involve|cover)(?:\sthe\sfollowing)?:\s(?=[^;]+;)"
    r"|[^.;:]{0,60}\b(?i:responsibilit(?:y|ies)|duties|tasks)\b[^.;:]{0,40}\b(?:include|involve|cover)s?(?=\s[a-z]+ing\b[^.;:]*;)"
    # "Duties of a porter: carrying; the night watch".
    r"|(?:(?:The|Key|Main|Core|Typical)\s)?(?i:responsibilities|duties|tasks)\s(?:of|for)\s[^.;:]{2,50}:\s(?=[^;]+;)"
)
FEWEST, LONGEST, FIRST = 3, 30, 6
"""In words."""
OPENING = 24
"""In characters."""
# "Work hours are long": its first word is no verb.
_FINITE = re.compile(rf"is|are|was|were|has|have|{MAY}|{SHALL}|var(?:y|ies)|depends?")
_PARTING = re.compile(r";\s(?:and\s)?")


def numbered(context: Context, block: Block, passage: Passage) -> Iterator[tuple[Span, list[Span]]]:
    """``Every week this means: 1. checking the dams 2. writing reports``: each sentence with the duties that it numbers."""
    text = context.text
    first = _NUMBERED.search(text, block.start, block.end)
    if first is None:
        return
    # "Baker: 1. Knead dough. 2. Shape rolls.", below a heading about duties.
    labelled = block.label is not None and topic(context, block) == "sections.duties"
    told = passage.sentence_at(first.start())
    parts = list(passage.sentences)
    if labelled:
        parts = [Span(block.start, block.end)]
    elif text[told.start : first.start()].rstrip().endswith(":"):
        # "This means: 1. Check the dams. 2. Write reports.": each item may be a sentence of its own.
        parts = [Span(told.start, _last_item(text, block, passage))]
    for sentence in parts:
        marks = list(_NUMBERED.finditer(text, sentence.start, sentence.end))
        counted = [int(mark["number"]) for mark in marks] == list(range(1, len(marks) + 1))
        if len(marks) < 2 or not counted:
            continue
        if not labelled and not context.cues.has("sections.duties", text, sentence.start, marks[0].start()):
            continue
        ends = [*(mark.start() for mark in marks[1:]), sentence.end]
        spans = [trimmed(context, Span(m.end(), end)) for m, end in zip(marks, ends, strict=True)]
        # A verb that no word list knows stands among others that are known.
        if sum(_is_done(context, span) for span in spans) * 2 > len(spans):
            yield sentence, spans


def _last_item(text: str, block: Block, passage: Passage) -> int:
    """Where the sentence of the last number of a block ends."""
    *_, last = _NUMBERED.finditer(text, block.start, block.end)
    return passage.sentence_at(last.end()).end


def parted_off(context: Context, block: Block, passage: Passage) -> Iterator[tuple[Span, list[Span]]]:
    """``Key duties include: planning routes; running depots``: each sentence with the duties that semicolons part."""
    text = context.text
    for sentence in passage.sentences if text.find(";", block.start, block.end) >= 0 else ():
        said = _ANNOUNCED.match(text, sentence.start, sentence.end)
        if said is None or context.says_nothing(sentence):
            continue
        joints = [edge for m in _PARTING.finditer(text, said.end(), sentence.end) for edge in m.span()]
        edges = [said.end(), *joints, sentence.end]
        parts = [Span(edges[at], edges[at + 1]) for at in range(0, len(edges), 2)]
        if not said[0].rstrip().endswith(":"):
            # "Duties include handling cash; lifeguards also swim": what begins otherwise is a clause of its own.
            parts = list(takewhile(lambda part: any(map(is_gerund, text[part.start : part.end].split()[:2])), parts))
        spans = [trimmed(context, part) for part in parts]
        if said["verb"] is None or all(_is_done(context, span) for span in spans if len(span)):
            yield sentence, spans


def commanded(context: Context, passage: Passage) -> Iterator[tuple[Span, list[Span]]]:
    """``Run the presses. Set the rollers.`` below a role's name in a section on duties: sentences that begin with what is done."""
    stative = context.cues.words("phrases.stative")
    spans = [trimmed(context, sentence) for sentence in passage.sentences]
    for sentence, span in zip(passage.sentences, spans, strict=True):
        words = context.text[span.start : span.end].split()
        if not (words and FEWEST <= len(words) <= LONGEST and "V" in word_class(words[0].rstrip(",")).split("+")):
            return
        told = context.text[sentence.end - 1] == ":" or passage.of(MentionKind.ROLE, span.start, span.start + OPENING)
        if (
            told
            or words[0].lower() in stative
            or any(map(_FINITE.fullmatch, words[1:FIRST]))
            or context.says_nothing(span)
        ):
            return
    yield from ((sentence, [span]) for sentence, span in zip(passage.sentences, spans, strict=True))


def _is_done(context: Context, span: Span) -> bool:
    return is_action(context.text[span.start : span.end].split(" ")[0])
