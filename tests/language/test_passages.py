"""What language hands on: passages by block and cell, with sentences and mentions in order."""

from __future__ import annotations

from extract.language import MentionKind
from extract.model import Span
from tests.language.articles import annotate

WORDS = """# Data engineers
They use SQL. They use Python in Berlin.
[menu] SQL course
- Spark: for SQL
| Tool | Use |
|---|---|
| Kafka | |"""


def test_every_block_and_cell_with_words_has_a_passage() -> None:
    """Tables have passages by cell, all other article blocks one each."""
    annotated = annotate(WORDS)
    assert sorted(annotated.blocks) == [0, 1, 3]
    assert sorted(annotated.cells) == [(0, -1, 0), (0, -1, 1), (0, 0, 0)]
    assert annotated.passage(annotated.document.blocks[1]) is annotated.blocks[1]
    assert annotated.passage(annotated.document.blocks[2]) is None
    cell = annotated.document.tables[0].rows[0][0]
    assert annotated.passage(cell, 0) is annotated.cells[0, 0, 0]
    assert [annotated.document.words(block)[:4] for block in annotated.article()] == [
        "Data",
        "They",
        "Spar",
        "Tool",
    ]


def test_mentions_are_in_order_and_can_be_asked_for_by_kind_and_stretch() -> None:
    """Offsets are those of the canonical text."""
    annotated = annotate(WORDS)
    passage = annotated.blocks[1]
    tools = passage.of(MentionKind.TOOL)
    assert [annotated.text[m.start : m.end] for m in tools] == ["SQL", "Python"]
    assert (
        passage.of({MentionKind.TOOL, MentionKind.REGION}, tools[1].start)
        == passage.of({MentionKind.TOOL, MentionKind.REGION})[1:]
    )
    assert passage.of(MentionKind.TOOL, passage.start, tools[1].start) == tools[:1]
    assert passage.of(MentionKind.DEGREE) == []
    assert list(passage.mentions) == sorted(passage.mentions, key=lambda m: m.start)


def test_the_sentence_around_an_offset() -> None:
    """Between sentences there is none: the whole passage is given."""
    annotated = annotate(WORDS)
    passage = annotated.blocks[1]
    first, second = passage.sentences
    assert passage.sentence_at(first.start) == first
    assert passage.sentence_at(second.end - 1) == second
    assert passage.sentence_at(first.end) == Span(passage.start, passage.end)
