"""Lists of duties inside a sentence: numbered, or with semicolons between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.phrases import is_action, trimmed
from extract.language import Passage
from extract.model import Block, Span

_NUMBERED = re.compile(r"(?P<number>\d(?<=[\s:(].)\d?)[.)]\s+(?=[A-Za-z])")
_ANNOUNCED = re.compile(
    r"[^.;:]{0,60}\b(?i:responsibilit(?:y|ies)|duties|tasks)\b[^.;:]{0,40}\b(?P<verb>include|includes|are|involve|cover)(?:\sthe\sfollowing)?:\s(?=[^;]+;)"
    # "Duties of a porter: carrying; the night watch".
    r"|(?:(?:The|Key|Main|Core|Typical)\s)?(?i:responsibilities|duties|tasks)\s(?:of|for)\s[^.;:]{2,50}:\s(?=[^;]+;)"
)
_PARTING = re.compile(r";\s(?:and\s)?")


def numbered(context: Context, block: Block, passage: Passage) -> Iterator[tuple[Span, list[Span]]]:
    """``Every week this means: 1. checking the dams 2. writing reports``: each sentence with the duties that it numbers."""
    text = context.text
    for sentence in passage.sentences if _NUMBERED.search(text, block.start, block.end) else ():
        marks = list(_NUMBERED.finditer(text, sentence.start, sentence.end))
        counted = [int(mark["number"]) for mark in marks] == list(range(1, len(marks) + 1))
        if len(marks) < 2 or not counted:
            continue
        if not context.cues.has("sections.duties", text, sentence.start, marks[0].start()):
            continue
        ends = [*(mark.start() for mark in marks[1:]), sentence.end]
        spans = [trimmed(context, Span(m.end(), end)) for m, end in zip(marks, ends, strict=True)]
        # A verb that no word list knows stands among others that are known.
        if sum(_is_done(context, span) for span in spans) * 2 > len(spans):
            yield sentence, spans


def parted_off(context: Context, block: Block, passage: Passage) -> Iterator[tuple[Span, list[Span]]]:
    """``Key duties include: planning routes; running depots``: each sentence with the duties that semicolons part."""
    text = context.text
    for sentence in passage.sentences if text.find(";", block.start, block.end) >= 0 else ():
        said = _ANNOUNCED.match(text, sentence.start, sentence.end)
        if said is None or context.says_nothing(sentence):
            continue
        joints = [edge for m in _PARTING.finditer(text, said.end(), sentence.end) for edge in m.span()]
        edges = [said.end(), *joints, sentence.end]
        spans = [trimmed(context, Span(edges[at], edges[at + 1])) for at in range(0, len(edges), 2)]
        if said["verb"] is None or all(_is_done(context, span) for span in spans if len(span)):
            yield sentence, spans


def _is_done(context: Context, span: Span) -> bool:
    return is_action(context.text[span.start : span.end].split(" ")[0])
