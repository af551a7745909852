"""Tabs: the words that a reader presses are the headings of the panels that they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.reading.page_words import words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FEWEST, _MAX_TITLE = 2, 60
_MOST = 50
"""Lists of tabs on a page; for each of them all of it may be looked through."""


def mark_tabs(root: HtmlElement) -> None:
    """Moves each tab's words over its panel, as a heading above those in it."""
    tablists = [element for element in root.iter("div", "ul", "ol", "nav") if element.get("role") == "tablist"]
    for tablist in tablists[:_MOST]:
        tabs = [element for element in tablist.iter() if element.get("role") == "tab"]
        panels = _panels(tablist, tabs)
        titles = [words_of(tab) for tab in tabs]
        if len(tabs) < _FEWEST or len(panels) != len(tabs) or not all(0 < len(t) <= _MAX_TITLE for t in titles):
            continue
        level = _level(tablist, panels)
        for tab, panel, title in zip(tabs, panels, titles, strict=True):
            heading = panel.makeelement(f"h{level}")
            heading.text, heading.tail, panel.text = title, panel.text, None
            panel.insert(0, heading)
            tab.clear(keep_tail=True)


def _panels(tablist: HtmlElement, tabs: list[HtmlElement]) -> list[HtmlElement]:
    """The panels of tabs: those that name them (WAI-ARIA 1.2), else those that stand nearest, in order."""
    for around in tablist.iterancestors():
        found = [inner for inner in around.iter("div", "section") if inner.get("role") == "tabpanel"]
        if found:
            named = {panel.get("aria-labelledby", ""): panel for panel in found}
            told = [named[name] for tab in tabs if (name := tab.get("id", "")) and name in named]
            return told if len(told) == len(tabs) else found
    return []


def _level(tablist: HtmlElement, panels: list[HtmlElement]) -> int:
    """Below the heading above the tabs, where the panels' own headings leave room for it."""
    above = tablist.xpath("preceding::*[self::h1 or self::h2 or self::h3 or self::h4]")
    level = int(above[-1].tag[1]) + 1 if above else 2
    inside = [int(heading.tag[1]) for panel in panels for heading in panel.iter(*_HEADINGS)]
    return max(1, min([level, *(own - 1 for own in inside)]))
