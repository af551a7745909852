"""What a page is made of, as a parser sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "circle", "path", "rect", "line", "use"}


@dataclass
class Element:
    """A start tag and its attributes."""

    name: str
    attributes: dict[str, str | None]


@dataclass
class Page(HTMLParser):
    """Elements in order, the text outside of style and script, and headings with their levels."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""
    raw: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and what is open."""
        assert len(dict(attrs)) == len(attrs), f"an attribute twice on {tag}: {attrs}"
        self.elements.append(Element(tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself."""
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Check that it closes what was opened last."""
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather text; style and script apart."""
        inside = self.open[-1] if self.open else ""
        if inside in {"style", "script"}:
            self.raw[inside] = self.raw.get(inside, "") + data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        """There is none."""
        raise AssertionError(f"a comment: {data}")

    def named(self, name: str) -> list[Element]:
        """The elements of that name."""
        return [element for element in self.elements if element.name == name]

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [str(e.attributes[attribute]) for e in self.elements if attribute in e.attributes]


def parse(html: str) -> Page:
    """The page; every element is closed by its own end tag."""
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    return page
