"""Tables and lists drawn without their elements: rows of as many short cells, and short blocks of one class."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.reading.cues import elements
from extract.reading.lines import ends_sentence
from extract.reading.money import DIGIT, has_figure
from extract.reading.page_words import words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS, _LISTS, _NO_LISTS = elements("blocks"), elements("listed"), elements("unlisted")
_CLASS_WORD = re.compile(r"[A-Za-z][a-z]*")
_ROWS = {"div", "li", "section"}
_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
"""With the header; fewer cells are a label and its value, which lines tell as well."""
_OWN = {"h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "summary", "table"}
_MAX_ROWS, _MAX_CELLS = 200, 12
_MAX_CELL = 60
_FEWEST_ITEMS, _MAX_ITEM = 3, 120
_PAIR, _MAX_LABEL = 2, 40
_LEADS = ("a", "button", "input")
_FEW = 4
"""Elements within a cell, an item or half of a pair."""


def mark_grids(root: HtmlElement) -> None:
    """Makes elements whose children are rows of a table the elements of a table."""
    for element in list(root.iter("div", "section", "ul", "ol")):
        rows = _rows(element)
        above = element.getprevious() if rows and _are_figured(rows) else None
        if above is not None and above.tag in _ROWS and not (above.tail or "").strip() and _are_alike([above, rows[0]]):
            element.insert(0, above)
            rows.insert(0, above)
        if len(rows) >= _FEWEST_ROWS and not _are_figured(rows):
            element.tag = "table"
            for number, row in enumerate(rows):
                row.tag = "tr"
                for cell in row:
                    cell.tag = "td" if number else "th"
            _put_labels_first(rows)


def mark_lists(root: HtmlElement) -> None:
    """Makes short elements of one class that fill another the items of a list: what a class calls pills or bullets."""
    for element in list(root.iter("div", "section")):
        items = list(element) if _is_bare(element) else []
        kind = items[0].get("class") if len(items) >= _FEWEST_ITEMS else None
        called = _words_of_class(kind) | _words_of_class(element.get("class")) if kind else set()
        if not called & _LISTS or called & _NO_LISTS:
            continue
        if all(item.tag in {"div", "span"} and item.get("class") == kind and _is_item(item) for item in items):
            element.tag = "ul"
            for item in items:
                item.tag = "li"


def _words_of_class(names: str | None) -> set[str]:
    return {word.casefold() for word in _CLASS_WORD.findall(names or "")}


def mark_pairs(root: HtmlElement) -> None:
    """Makes blocks of a label and its figure, two and more of one class, terms and what is said of them."""
    for element in list(root.iter("div", "section", "article", "li")):
        kinds: dict[str, list[HtmlElement]] = {}
        for child in element:
            if child.tag in {"div", "p"} and child.get("class") and _is_pair(child):
                kinds.setdefault(child.get("class"), []).append(child)
        for pair in (pair for pairs in kinds.values() if len(pairs) > 1 for pair in pairs):
            pair.tag, pair[0].tag, pair[1].tag = "dl", "dt", "dd"


def _is_pair(element: HtmlElement) -> bool:
    """Whether an element is nothing but a short label and a short value with a number, neither parted nor linked."""
    if len(element) != _PAIR or not _is_bare(element) or not all(map(_is_small, element)):
        return False
    label, value = map(words_of, element)
    inner = [part for part in element.iterdescendants() if part.getparent() is not element]
    plain = not any(part.tag in _BLOCKS for part in inner) and next(element.iter(*_LEADS), None) is None
    told = any(map(str.isalpha, label)) and not DIGIT.search(label) and DIGIT.search(value) is not None
    return plain and told and len(label) <= _MAX_LABEL and len(value) <= _MAX_CELL


def _is_item(element: HtmlElement) -> bool:
    """Whether an element is a few words, no figure, and neither a link nor parted into others that say something."""
    if not _is_small(element) or next(element.iter(*_LEADS), None) is not None:
        return False
    words = words_of(element)
    parts = [part for part in element.iterdescendants(*_BLOCKS) if any(map(str.isalnum, part.text_content()))]
    plain = len(parts) <= 1 and not any(part.tag in _OWN for part in parts)
    return plain and 0 < len(words) <= _MAX_ITEM and not has_figure(words) and not ends_sentence(words)


def _is_small(element: HtmlElement) -> bool:
    """Whether an element holds few others and those hardly any, so that its words are soon read."""
    return len(element) <= _FEW and not any(len(part) for inner in element for part in inner)


def _put_labels_first(rows: list[HtmlElement]) -> None:
    """``$40 | Norway | $38`` below ``Baker | | Cook``: what names the rows is their first cell."""
    for column in range(1, len(rows[0])):
        words = [words_of(row[column]) for row in rows]
        if not any(map(str.isalnum, words[0])) and all(words[1:]) and not any(map(DIGIT.search, words)):
            if all(has_figure(words_of(row[0])) for row in rows[1:]):
                for row in rows:
                    row.insert(0, row[column])
            return


def _rows(element: HtmlElement) -> list[HtmlElement]:
    """The rows of an element that has nothing else; empty where it is no table.

    Figures stand in most of them, but for the first, or names over columns and before rows; and few links: those are of
    other pages.
    """
    rows = list(element) if _is_bare(element) else []
    if not _FEWEST_ROWS - 1 <= len(rows) <= _MAX_ROWS or not _are_alike(rows):
        return []
    figured = [row for row in rows[1:] if any(has_figure(words_of(cell)) for cell in row)]
    linked = [row for row in rows if next(row.iter("a", "button"), None) is not None]
    told = len(figured) * 2 > len(rows) - 1 or _has_corner(rows)
    return rows if told and len(linked) * 2 < len(rows) else []


def _has_corner(rows: list[HtmlElement]) -> bool:
    """Whether the names of columns stand behind an empty corner, and the name of each row before its cells."""
    corner, *names = map(words_of, rows[0])
    labels = [words_of(row[0]) for row in rows[1:]]
    return not any(map(str.isalnum, corner)) and all(any(map(str.isalpha, words)) for words in (*names, *labels))


def _are_alike(rows: list[HtmlElement]) -> bool:
    """Whether elements are rows of as many short cells, more than one of which says something."""
    if not all(row.tag in _ROWS and _is_bare(row) and len(row) == len(rows[0]) for row in rows):
        return False
    if not _FEWEST_CELLS <= len(rows[0]) <= _MAX_CELLS or not all(_is_small(cell) for row in rows for cell in row):
        return False
    inner = [part for row in rows for cell in row for part in (cell, *cell.iterdescendants(*_BLOCKS))]
    if any(part.tag in _OWN or part.getparent() not in rows for part in inner):
        return False
    cells = [[words_of(cell) for cell in row] for row in rows]
    told = all(sum(any(map(str.isalnum, words)) for words in row) > 1 for row in cells)
    return told and all(len(words) <= _MAX_CELL for row in cells for words in row)


def _are_figured(rows: list[HtmlElement]) -> bool:
    """Whether the first of some rows holds a figure too: their header stands elsewhere."""
    return any(DIGIT.search(words_of(cell)) for cell in rows[0])


def _is_bare(element: HtmlElement) -> bool:
    """Whether all of an element's words stand in its children."""
    texts = [element.text, *(child.tail for child in element)]
    return not any(text and text.strip() for text in texts)
