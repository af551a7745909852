from __future__ import annotations

from extract.lexicons import load
from extract.model import BlockKind, Document, SourceInfo
from extract.reading import read_source


def test_a_plain_text_is_read() -> None:
    """Headings, paragraphs, items and a table of a plain text are told apart."""
    text = "Pay\nA baker earns little money in most towns.\nTasks include:\n- Baking bread\n- Selling it\n| A | B |\n| c | d |\n"
    document = read_source(text.encode(), SourceInfo("x", "x.txt"), load())
    assert isinstance(document, Document)
    kinds = [block.kind for block in document.blocks]
    assert kinds == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE,
    ]
