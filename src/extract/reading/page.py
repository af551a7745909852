"""HTML: canonical text is rendered from the elements of the page, tables included.

The whole visible page is rendered, so that nothing is lost; what is no article has its zone, told by the
elements (:mod:`extract.reading.page_zones`), by the main text that trafilatura finds, and at last by the
words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extract.model import Zone
from extract.reading.canvas import Canvas
from extract.reading.cues import elements
from extract.reading.decoding import Unreadable
from extract.reading.lines import marker_of
from extract.reading.metadata import Said
from extract.reading.money import is_sum
from extract.reading.page_grids import mark_grids, mark_lists, mark_pairs
from extract.reading.page_head import said_of
from extract.reading.page_tables import DataTable, caption_of, mark_tables, table_of
from extract.reading.page_tabs import is_tabbed, mark_tabs
from extract.reading.page_words import join_ends, note_mark, parts_from
from extract.reading.page_zones import MAX_ASKED, Hint, PageZones, cut_to_article, main_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = elements("blocks")
_SKIPPED = elements("skipped")
_BOXES = frozenset({"div", "section"})
_SPACE = re.compile(r"[^\S\n]+")
_SET = re.compile(r"\S {2,}\S|\|")
_MAX_BOLD_HEADING = 14


def read_page(source: str) -> tuple[Canvas, Said] | Unreadable:
    """The rendered text with its blocks, and what the head says.

    Needs ``lxml``; trafilatura finds the main text.
    """
    import lxml.etree  # noqa: PLC0415  an optional dependency
    import lxml.html  # noqa: PLC0415

    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return Unreadable("holds no HTML that can be read")
    if any("depth" in entry.message for entry in parser.error_log):
        return Unreadable("nests elements deeper than a page does: text would be lost")
    mark_tabs(root)
    mark_tables(root)
    mark_grids(root)
    mark_lists(root)
    mark_pairs(root)
    join_ends(root)
    renderer = _Renderer(PageZones(root), titled=root.find(".//h1") is None)
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        renderer.take(event, element)
    renderer.flush()
    pieces = renderer.canvas.pieces
    cut_to_article(pieces, renderer.hints, main_text(source) if len(pieces) <= MAX_ASKED else "")
    return renderer.canvas, said_of(root)


def _lines(words: Sequence[str]) -> str:
    """Words with one blank between them, without empty lines."""
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(words).split("\n"))
    return "\n".join(filter(None, lines))


def write_elements(source: str, canvas: Canvas) -> None:
    """Writes a few elements, such as Markdown may hold, to a canvas. Needs ``lxml``."""
    import lxml.etree  # noqa: PLC0415  an optional dependency
    import lxml.html  # noqa: PLC0415

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return
    renderer = _Renderer(PageZones(root), canvas)
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        renderer.take(event, element)
    renderer.flush()


@dataclass(slots=True)
class _List:
    """An open list: the number of its next item, if it has numbers, and whether an item waits for words."""

    number: int | None
    waiting: bool = False


@dataclass(slots=True)
class _Renderer:
    """Writes elements to a canvas as they are walked over."""

    zones: PageZones
    canvas: Canvas = field(default_factory=Canvas)
    hints: list[Hint] = field(default_factory=list)
    titled: bool = True
    """Whether the page's title was written, if it is to come."""
    _words: list[str] = field(default_factory=list)
    _plain: bool = False
    _linked: int = 0
    _links: bool = False
    _told_plainly: bool = False
    """Whether some of the words gathered stand in no link and in no bold letters."""
    _lead: int = 0
    _bold: int = 0
    _heading: int = 0
    _last_level: int = 1
    _lists: list[_List] = field(default_factory=list)
    _term: str = ""
    _preformatted: int = 0
    """How many open elements keep their blanks and line ends."""
    _open: list[tuple[HtmlElement, Hint]] = field(default_factory=list)
    _boxes: list[tuple[HtmlElement, int]] = field(default_factory=list)
    """The boxes that are open, numbered as they come."""
    _last_box: int = 0
    _parts: list[int] = field(default_factory=list)
    """The numbers of the first pieces of the panels of tabs and the asides that are open."""
    _skipping: HtmlElement | None = None
    _told: HtmlElement | None = None
    """The caption below a figure's table that was written above it."""

    def take(self, event: str, element: HtmlElement) -> None:
        """An element's start or end."""
        if not isinstance(element.tag, str):
            return
        if self._skipping is None and event == "start":
            self._start(element)
        elif self._skipping is None:
            self._end(element)
        elif self._skipping is element:
            self._skipping = None
            self._text(element.tail)

    def _start(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _SKIPPED or element is self._told or (tag == "table" and self._data_table(element)):
            self._skipping = element
            return
        if tag in _BLOCKS:
            self.flush()
            self._open_block(element, tag)
        elif tag in {"b", "strong"}:
            self._bold += 1
        elif tag == "br":
            # Words in bold letters alone on the first line are the heading of those below.
            self._lead = self._lead or (0 if self._plain else len(self._words))
            self._words.append("\n")
        elif parts_from(element, "".join(self._words[-3:])):
            self._words.append(" ")
        self._linked += tag == "a"
        self._text(note_mark(element, self._words[-1] if self._words else "") or element.text)

    def _open_block(self, element: HtmlElement, tag: str) -> None:
        hint = self.zones.hint(element)
        if hint is not None:
            self._open.append((element, hint))
        if tag in _BOXES:
            self._last_box += 1
            self._boxes.append((element, self._last_box))
        if tag in _HEADINGS:
            self._heading = self._last_level = _HEADINGS[tag]
        elif tag == "summary":
            self._heading = min(self._last_level + 1, 6)
        elif tag in {"ul", "ol", "menu"}:
            start = element.get("start", "1")
            number = int(start) if start.isdecimal() and len(start) < 5 else 1
            self._lists.append(_List(number if tag == "ol" else None))
        elif tag == "li" and self._lists:
            self._lists[-1].waiting = True
        elif tag == "aside" or is_tabbed(element):
            self._parts.append(len(self.canvas.pieces))
        self._preformatted += tag == "pre"

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.flush(term=tag == "dt")
            self._close_block(element, tag)
        elif tag in {"b", "strong"}:
            self._bold = max(0, self._bold - 1)
        self._linked -= tag == "a"
        self._text(element.tail)

    def _close_block(self, element: HtmlElement, tag: str) -> None:
        if tag in _HEADINGS or tag == "summary":
            self._heading = 0
        elif tag in {"ul", "ol", "menu"} and self._lists:
            self._lists.pop()
        elif tag == "dl":
            self._term = ""
        elif tag == "aside" or is_tabbed(element):
            self._end_part(whole=tag == "aside")
        self._preformatted -= tag == "pre"
        for opened in (self._open, self._boxes):
            if opened and opened[-1][0] is element:
                opened.pop()

    def _end_part(self, *, whole: bool) -> None:
        """No heading in an aside, and not that of a tab, is of what stands below."""
        first = self._parts.pop()
        for piece in self.canvas.pieces[first : None if whole else first + 1]:
            piece.reach = self.canvas.size if piece.reach is None else piece.reach

    def _text(self, words: str | None) -> None:
        if words:
            # Line ends of the source are blanks; only <br> breaks a line.
            self._words.append(words if self._preformatted else words.replace("\n", " ").replace("\r", " "))
            says = any(map(str.isalnum, words))
            self._plain = self._plain or (not self._bold and says)
            self._links = self._links or (self._linked > 0 and says)
            self._told_plainly = self._told_plainly or not (self._linked or self._bold or not says)

    def flush(self, *, term: bool = False) -> None:
        """Writes the words gathered since the last block."""
        lead, text = _lines(self._words[: self._lead]), _lines(self._words)
        if self._preformatted and "\n" in text:
            kept = "\n".join(map(str.rstrip, "".join(self._words).expandtabs().split("\n"))).strip("\n")
            # Blanks side by side set a table; lines of words alone are wrapped.
            lead, text = "", kept if _SET.search(kept) else text.replace("\n", " ")
        bold, leads_away = not self._plain, self._links and not (self._told_plainly or self._heading)
        self._words, self._plain, self._lead = [], False, 0
        self._links = self._told_plainly = False
        if not any(map(str.isalnum, text)):
            return
        if lead and not (bold or term or self._heading or self._lists or self._term) and _could_head(lead):
            self._write(lead, bold=True)
            text = text[len(lead) + 1 :]
        if term:
            self._term = text.replace("\n", " ").rstrip(":")
        else:
            self._write(text, bold)
        if leads_away and self.hints:
            # Links above the title lead to other pages.
            self.hints[-1] = replace(self.hints[-1], homes=()) if self.titled else Hint(Zone.MENU, sure=True)

    def _write(self, text: str, bold: bool) -> None:
        waiting = bool(self._lists) and self._lists[-1].waiting
        if self._heading and not is_sum(text):
            self.canvas.heading(text.replace("\n", " "), self._heading)
            self.titled = self.titled or self._heading == 1
        elif waiting:
            self._item(text.replace("\n", " "))
        elif self._term:
            self.canvas.item(f"{self._term}: " + text.replace("\n", " "), 0)
        elif bold and not self._lists and _could_head(text):
            self.canvas.heading(text.rstrip(": "), 0)
        elif "\n" not in text and marker_of(text)[0] == "dot":
            # "• Bakes bread" in a block of its own.
            self.canvas.item(text[marker_of(text)[1] :], 0)
        else:
            self.canvas.paragraph(text).settled = "\n" not in text
        self._note_hint()

    def _item(self, text: str) -> None:
        last = self._lists[-1]
        last.waiting = False
        depth = sum(1 for outer in self._lists[:-1] if not outer.waiting)
        self.canvas.item(text, depth, last.number)
        if last.number is not None:
            last.number += 1

    def _note_hint(self) -> None:
        hint = self._open[-1][1] if self._open else Hint(Zone.ARTICLE)
        self.hints.append(replace(hint, homes=tuple(number for _, number in self._boxes)))

    def _data_table(self, element: HtmlElement) -> bool:
        """Writes a table of data; a table for the page's layout is walked through like any other element."""
        table = table_of(element)
        if table is None:
            return False
        self.flush()
        self._told = caption_of(element)
        self._write_table(table)
        return True

    def _write_table(self, table: DataTable) -> None:
        if table.title:
            self.canvas.paragraph(table.title)
            self._note_hint()
        piece = self.canvas.table(table.header, table.rows, "html", table.same)
        if table.title and piece.grid is not None:
            above = self.canvas.pieces[-2]
            piece.grid.title = above.span
        self._note_hint()


def _could_head(text: str) -> bool:
    """Whether words may be a heading: few on one line, and more than a sum."""
    if is_sum(text):
        return False
    return "\n" not in text and len(text.split()) <= _MAX_BOLD_HEADING and text[-1] not in ".!,;"
