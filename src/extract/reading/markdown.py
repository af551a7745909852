"""Markdown (CommonMark with GFM tables): canonical text is the rendered text, without marks and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.model import BlockKind, Zone
from extract.reading.canvas import Canvas
from extract.reading.dialects import plain
from extract.reading.metadata import Said
from extract.reading.page import write_elements
from extract.reading.page_tables import parted

if TYPE_CHECKING:
    from markdown_it.token import Token

# In YAML, or in TOML between pluses.
_FRONT = re.compile(
    r"\s{0,20}(?:---[ \t]*\n(?=(?:\s|#[^\n]*\n)*[\w-]+[ \t]*:)|(?P<toml>\+\+\+)[ \t]*\n)"
    r"(?P<fields>(?:[^\n]{0,2000}\n){0,200}?)(?(toml)\+\+\+|(?:---|\.\.\.))[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(
    r"(?P<key>[A-Za-z_ -]{2,30})\s{0,4}[:=]\s{0,4}[\"']?(?P<value>[^\"'\n]{1,300})[\"']?\s*$", re.MULTILINE
)
_PIPE = re.compile(r"(?<!\\)\|")
# Line ends inside a paragraph matter where it may be a table or a list that Markdown does not know.
_LINED = re.compile(r"[|\t•●▪]")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
# A line that is bold throughout, or a few words with a colon.
_LABEL = re.compile(r"(?:(\*\*|__)(?=\S)[^*\n]{1,80}\1:?|[A-Z][^\s|:*]{0,24}(?:\s[^\s|:*]{1,24}){0,6}:)[ \t]*")
# "**Core:** bread, sums": a label in bold letters and what it labels, on one line.
_LABELLED = re.compile(r"(\*\*|__)(?=\S)[^*\n]{1,60}(?::\1|\1:)[ \t]+\S")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_TAG = re.compile(r"<[^<>]{0,300}>")
# Elements that hold words of the article and no more than that.
_HOLDS = re.compile(
    r"(?i)<(?:table|dl|ul|ol|h[1-6]|p|div|section|details|summary|center|blockquote|figure|article|main|li|dt|dd)\b[^>]{0,300}>"
)
# Lines shorter than this were not wrapped: their ends are meant.
_MIN_WRAPPED = 40
# Lines that an editor wrapped are seldom shorter than this.
_SHORTEST_WRAPPED = 64
# Longer lines were not wrapped either.
_MAX_WRAPPED = 180
# "Pay {#pay}": what a heading is linked by.
_ID = re.compile(r"\s?\{[#.][\w:. #=\"-]{1,60}\}\s*$")
# Words of a heading that Markdown takes for a list of one.
_ROW_OF_LINKS = 2
_MAX_NUMBERED = 10


def read_markdown(source: str) -> tuple[Canvas, Said]:
    """The rendered text with its blocks, and what the front matter says. Needs ``markdown-it-py``."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  an optional dependency

    front = _FRONT.match(source)
    body = _apart(plain(source[front.end() :] if front else source))
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    renderer = _Renderer(body.split("\n"))
    renderer.render(parser.parse(body))
    return renderer.canvas, _said(front["fields"] if front else "")


def _apart(body: str) -> str:
    """The source with blank lines around labels that stand on lines of their own.

    Without them Markdown takes such a line for the end of the list item or paragraph above it.
    """
    lines: list[str] = []
    fenced = False
    for line in body.split("\n"):
        fenced ^= bool(_FENCE.match(line))
        above = lines[-1] if lines else ""
        if above.strip() and not fenced and _parts_from(above, line):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


def _parts_from(above: str, line: str) -> bool:
    """Whether a line is a label, begins with one in bold letters, stands below such a line, or begins a table."""
    if _LABEL.fullmatch(line) or _LABELLED.match(line) or (line.startswith("|") and "|" not in above):
        return True
    if not above.startswith(("**", "__")) or not line.strip():
        return False
    return _LABEL.fullmatch(above) is not None or (_is_whole(above) and line[0].isupper())


def _is_whole(line: str) -> bool:
    """Whether a line that begins with a bold label has all that is labelled: it is too short to have been wrapped."""
    return len(line) < _SHORTEST_WRAPPED and line.rstrip()[-1] not in ",:-–—" and _LABELLED.match(line) is not None


def _said(fields: str) -> Said:
    found = {m["key"].strip().lower().replace(" ", "_"): m["value"].strip() for m in _FIELD.finditer(fields)}
    return Said(
        title=found.get("title"),
        publisher=_first(found, "publisher", "site", "source"),
        url=_first(found, "url", "canonical", "canonical_url"),
        published=_first(found, "date", "published", "publishdate", "pubdate", "published_at", "publish_date"),
        updated=_first(
            found, "updated", "lastmod", "modified", "last_modified_at", "last_update", "last_updated", "updated_at"
        ),
    )


def _first(found: Mapping[str, str], *keys: str) -> str | None:
    return next(filter(None, map(found.get, keys)), None)


@dataclass(slots=True)
class _List:
    """An open list: the number of its next item, None where it has none."""

    number: int | None
    fresh: bool = False
    items: int = 0


@dataclass(slots=True)
class _Renderer:
    """Writes tokens to a canvas."""

    lines: Sequence[str]
    canvas: Canvas = field(default_factory=Canvas)
    lists: list[_List] = field(default_factory=list)
    heading: int = 0

    def render(self, tokens: Sequence[Token]) -> None:
        """Writes all tokens, in order."""
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "table_open":
                at = self._table(tokens, at)
            else:
                self._block(token)
            at += 1

    def _block(self, token: Token) -> None:
        if token.type == "inline":
            self._words(token)
        elif token.type == "heading_open":
            self.heading = int(token.tag[1])
        elif token.type == "heading_close":
            self.heading = 0
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            start = int(token.attrs.get("start", 1)) if token.type[0] == "o" else None
            self.lists.append(_List(start))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._close_list()
        elif token.type == "list_item_open":
            self.lists[-1].fresh = True
        else:
            self._verbatim(token)

    def _close_list(self) -> None:
        """A list of one numbered phrase is a heading with a number."""
        last = self.lists.pop()
        piece = self.canvas.pieces[-1] if self.canvas.pieces else None
        alone = last.items == 1 and last.number is not None and not self.lists
        if piece is None or not alone or not piece.is_item or piece.depth or "\n" in piece.text:
            return
        if len(piece.words) <= _MAX_NUMBERED and piece.text[-1] not in ".!;,:":
            piece.kind, piece.gap = BlockKind.HEADING, 1

    def _verbatim(self, token: Token) -> None:
        """Code, which may be a table drawn in letters, and elements of HTML between the blocks."""
        if token.type in {"fence", "code_block"}:
            self._code(token.content)
        elif token.type == "html_block" and _HOLDS.search(token.content):
            self._html(token.content)

    def _words(self, token: Token) -> None:
        text, bold = _rendered(token)
        if not text:
            return
        if self.heading:
            self.canvas.heading(_ID.sub("", text.replace("\n", " ")), self.heading)
        elif self.lists and self.lists[-1].fresh:
            self._item(text if _LINED.search(token.content) else text.replace("\n", " "))
        elif bold and len(text.split()) <= 18 and text[-1] not in ".!,;" and not self.lists:
            self.canvas.heading(text.rstrip(": "), 0)
        else:
            piece = self.canvas.paragraph(text)
            piece.settled = "\n" not in text
            if _is_row_of_links(token):
                piece.zone = Zone.MENU

    def _item(self, text: str) -> None:
        last = self.lists[-1]
        last.fresh = False
        last.items += 1
        self.canvas.item(text, len(self.lists) - 1, last.number)
        if last.number is not None:
            last.number += 1

    def _html(self, content: str) -> None:
        """Elements of HTML between the blocks: tables, lists of terms. Needs ``lxml``, else their words alone."""
        try:
            write_elements(content, self.canvas)
        except ImportError:
            self._code(_TAG.sub("\n", content))

    def _code(self, content: str) -> None:
        text = content.strip("\n")
        if text.strip():
            self.canvas.paragraph(text).settled = False

    def _table(self, tokens: Sequence[Token], at: int) -> int:
        """Writes a table, and the lines below it without a pipe as paragraphs; returns where it ends."""
        rows: list[list[str]] = []
        below: list[str] = []
        while tokens[at].type != "table_close":
            token = tokens[at]
            if token.type == "tr_open":
                line = self.lines[token.map[0]] if token.map else "|"
                row, at = _row(tokens, at)
                if below or (len(rows) > 1 and not _PIPE.search(line)):
                    below.append(" ".join(filter(None, row)).replace("\n", " "))
                else:
                    rows += parted(row, "\n") if rows else [[cell.replace("\n", " ") for cell in row]]
            at += 1
        if len(rows) > 1:
            header = [] if not any(rows[0]) else rows[0]
            self.canvas.table(header, rows[1:], "pipe")
        for words in below:
            self.canvas.paragraph(words)
        return at


def _row(tokens: Sequence[Token], at: int) -> tuple[list[str], int]:
    row = []
    while tokens[at].type != "tr_close":
        if tokens[at].type == "inline":
            row.append(_rendered(tokens[at])[0])
        at += 1
    return row, at


def _rendered(token: Token) -> tuple[str, bool]:
    """The words of inline tokens without marks, and whether they are bold throughout."""
    soft = "\n" if _is_lined(token.content) else " "
    parts = list(_parts(token.children or (), soft))
    text = "".join(words for words, _ in parts)
    bold = all(strong for words, strong in parts if words.strip(" :"))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(filter(None, lines)), bold and bool(parts)


def _is_row_of_links(token: Token) -> bool:
    """Whether a paragraph is links and what parts them, no more."""
    links, depth = 0, 0
    for child in token.children or ():
        if child.type == "link_open":
            links, depth = links + 1, depth + 1
        elif child.type == "link_close":
            depth -= 1
        elif not depth and any(map(str.isalnum, child.content)):
            return False
    return links >= _ROW_OF_LINKS


def _is_lined(content: str) -> bool:
    """Whether line ends inside a paragraph matter: between cells or items, or behind short lines."""
    lines = content.split("\n")
    short = any(len(line) < _MIN_WRAPPED for line in lines[:-1])
    # A line that no editor would have left so long: nothing here was wrapped.
    return short or (len(lines) > 1 and max(map(len, lines)) > _MAX_WRAPPED) or bool(_LINED.search(content))


def _parts(children: Sequence[Token], soft: str) -> Iterator[tuple[str, bool]]:
    strong = 0
    for child in children:
        if child.type in {"text", "code_inline"}:
            yield child.content, strong > 0
        elif child.type == "softbreak":
            yield soft, strong > 0
        elif child.type == "hardbreak" or child.content.lower().startswith("<br"):
            yield "\n", strong > 0
        elif child.type == "strong_open":
            strong += 1
        elif child.type == "strong_close":
            strong -= 1
