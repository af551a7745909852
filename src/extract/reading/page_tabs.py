"""Tabs: the words that a reader presses are the headings of the panels that they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.reading.cues import tabs_beside, tokens_of
from extract.reading.page_words import words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FEWEST, _MAX_TITLE = 2, 60
_MOST = 50
"""Lists of tabs on a page; for each of them all of it may be looked through."""
_MARK = "tabbed"
"""What panels with headings of their tabs are marked with: an attribute that no page holds."""


def mark_tabs(root: HtmlElement) -> None:
    """Moves each tab's words over its panel, as a heading above those in it."""
    tablists = [element for element in root.iter("div", "ul", "ol", "nav") if element.get("role") == "tablist"]
    for tablist in tablists[:_MOST]:
        tabs = [element for element in tablist.iter() if element.get("role") == "tab"]
        panels = _panels(tablist, tabs)
        titles = [words_of(tab) for tab in tabs]
        if len(tabs) < _FEWEST or len(panels) != len(tabs) or not all(map(_could_head, titles)):
            continue
        level = _make_room(panels)
        for tab, panel, title in zip(tabs, panels, titles, strict=True):
            heading = panel.makeelement(f"h{level}")
            heading.text, heading.tail, panel.text = title, panel.text, None
            panel.insert(0, heading)
            panel.set(_MARK, "")
            if " ".join(tokens_of(title)) in tabs_beside():
                panel.set("class", "related")
            tab.clear(keep_tail=True)


def is_tabbed(element: HtmlElement) -> bool:
    """Whether an element is a panel below the heading of its tab."""
    return _MARK in element.attrib


def _could_head(title: str) -> bool:
    return len(title) <= _MAX_TITLE and any(map(str.isalnum, title))


def _panels(tablist: HtmlElement, tabs: list[HtmlElement]) -> list[HtmlElement]:
    """The panels of tabs: those that name them or that they name (WAI-ARIA 1.2), else the nearest, in order."""
    for around in tablist.iterancestors():
        found = [inner for inner in around.iter("div", "section") if inner.get("role") == "tabpanel"]
        if found:
            of_tab = {panel.get("aria-labelledby", ""): panel for panel in found}
            by_name = {panel.get("id", ""): panel for panel in found}
            told = [of_tab.get(tab.get("id") or None, by_name.get(_opened_by(tab) or None)) for tab in tabs]
            named = [panel for panel in told if panel is not None]
            return named if len(named) == len(tabs) else found
    return []


def _opened_by(tab: HtmlElement) -> str:
    """The name of what a tab opens."""
    return str(tab.get("aria-controls") or tab.get("href", "").removeprefix("#"))


def _make_room(panels: list[HtmlElement]) -> int:
    """A level below the heading above the panels; the headings in them are moved below it."""
    above = panels[0].xpath("preceding::*[self::h1 or self::h2 or self::h3 or self::h4]")
    level = int(above[-1].tag[1]) + 1 if above else 2
    inside = [heading for panel in panels for heading in panel.iter(*_HEADINGS)]
    lower = max(0, level + 1 - min((int(heading.tag[1]) for heading in inside), default=7))
    for heading in inside:
        heading.tag = f"h{min(6, int(heading.tag[1]) + lower)}"
    return level
