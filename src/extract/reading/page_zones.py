"""Which parts of an HTML page are its article: by elements, classes, and the main text of trafilatura."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.model import Zone
from extract.reading.cues import cues, elements, page_words, tokens_of
from extract.reading.pieces import Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MENUS = elements("menus")
_ROLES = {
    "navigation": Zone.MENU,
    "banner": Zone.MENU,
    "contentinfo": Zone.MENU,
    "search": Zone.MENU,
    "dialog": Zone.MENU,
}
_CLASS_WORD = re.compile(r"[A-Za-z]{2,30}")
_NOT_SHOWN = re.compile(r"display\s{0,3}:\s{0,3}none")
_BUTTON = re.compile(r"\b(?:btn|button)|(?:btn|button)\b")
# What pages built of boxes call each of them, and others those beside the article.
_WIDGETS = frozenset({"widget", "widgets"})
# Parts of an article of which one is shown at a time.
_PANELS = frozenset({"accordion", "answer", "collapse", "collapsible", "tabpanel"})
# "tab-pane", "ui-tabs-panel"; "panel" below a button. Of filters, carts and letters there are panels too.
_PANE = frozenset({"pane", "panel"})
_TABS = frozenset({"tab", "tabs"})
_PRESSED = frozenset({"button", "h1", "h2", "h3", "h4", "h5", "h6"})
_LETTERS = re.compile(r"[\W_]+")
# An element that holds more than this share of the page's text is no menu, whatever its class says.
_MOST = 0.4
# An offer in more letters than this may be a part of the article.
_MAX_OFFER = 400
# Fewer letters than this may stand in the main text by chance.
_MIN_KEY = 12
# Looking for more blocks in more text than this would take seconds; such a page is told by its elements
# alone.
_MAX_WORK = 2_000_000_000
# What finds the main text takes time that grows with the square of the blocks: 10 s for 6,000.
MAX_ASKED = 2_000


@dataclass(frozen=True, slots=True)
class Hint:
    """What the elements around a block say of it.

    ``sure`` of an element made for it; a class may mean anything. ``homes`` are the numbers of the boxes that it stands
    in, outer ones first; none for nothing but links.
    """

    zone: Zone
    sure: bool = False
    homes: tuple[int, ...] = ()


class PageZones:
    """The zones that elements open."""

    def __init__(self, root: HtmlElement) -> None:
        self._sizes = _sizes(root)
        self._whole = max(1, self._sizes.get(root, 1))
        self._built = self._is_built(root)

    def hint(self, element: HtmlElement) -> Hint | None:
        """What an element says of the blocks in it; None where it says nothing."""
        tag = element.tag
        if tag in {"article", "main"} or element.get("role") == "main":
            return Hint(Zone.ARTICLE, sure=True)
        if tag == "nav" and _leads_nowhere(element):
            return None
        if tag in _MENUS or (tag == "header" and not _in_article(element) and element.find(".//h1") is None):
            return Hint(Zone.MENU, sure=self._share(element) < _MOST)
        if tag == "figcaption":
            return Hint(Zone.CAPTION, sure=True)
        zone = _ROLES.get(element.get("role", "")) or _zone_of_class(_names_of(element), self._built)
        # A banner over a page holds its title.
        titled = zone is Zone.ADVERT and element.find(".//h1") is not None
        if titled or (zone is Zone.MENU and _is_plain_tags(element)):
            zone = None
        hidden = "hidden" in element.attrib or _NOT_SHOWN.search(element.get("style", "")) is not None
        # What a reader has to open may be an answer of the article; a menu or an advert that he has to open is none.
        sure = zone is not None and (
            hidden or (zone is Zone.ADVERT and (self._is_offer(element) or _is_labelled(element)))
        )
        beside = tag == "aside" and not _is_fact_box(element)
        if zone is None and (beside or (hidden and not _is_panel(element))):
            zone = Zone.MENU
        return Hint(zone, sure=sure) if zone is not None and self._share(element) < _MOST else None

    def _is_offer(self, element: HtmlElement) -> bool:
        """Whether a small box holds a button: what its words say is what the button is for."""
        return self._sizes.get(element, 0) < _MAX_OFFER and any(
            inner.tag == "button" or _BUTTON.search(inner.get("class", "")) for inner in element.iter("a", "button")
        )

    def _is_built(self, root: HtmlElement) -> bool:
        """Whether a page's builder makes most of it of widgets: they are its article then, and no boxes beside it."""
        size, inside = 0, None
        for element in root.iter("div", "section"):
            if inside is not None and inside in element.iterancestors():
                continue
            if not _WIDGETS.isdisjoint(_CLASS_WORD.findall(element.get("class", ""))):
                inside = element
                size += self._sizes.get(element, 0)
        return size > self._whole * _MOST

    def _share(self, element: HtmlElement) -> float:
        return self._sizes.get(element, 0) / self._whole


def _sizes(root: HtmlElement) -> dict[HtmlElement, int]:
    """How many characters of text each element holds."""
    sizes: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        if not isinstance(element.tag, str) or element.tag in {"script", "style", "noscript", "head"}:
            sizes[element] = 0
            continue
        inside = sum(sizes.get(child, 0) + len((child.tail or "").strip()) for child in element)
        sizes[element] = len((element.text or "").strip()) + inside
    return sizes


def _names_of(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _is_panel(element: HtmlElement) -> bool:
    """Whether an element is shown when its tab or its question is pressed."""
    if element.get("role") == "tabpanel" or not _PANELS.isdisjoint(_CLASS_WORD.findall(_names_of(element))):
        return True
    above = element.getprevious()
    pressed = above is not None and above.tag in _PRESSED
    return any(
        not _PANE.isdisjoint(words) and (not _TABS.isdisjoint(words) or (pressed and len(words) == 1))
        for words in map(_CLASS_WORD.findall, element.get("class", "").split())
    )


# "You will learn SketchUp", "Correction: we wrote", "Also on this site": what is sold, taken back or elsewhere.
_NO_FACTS = re.compile(
    r"\b(?:you(?:['’]ll|\swill)\slearn|enrol+|sign\sup|subscribe|correction|also\son\sthis|read\s(?:more|next)|sponsored|advert\w*|newsletter|you\s(?:may|might)\s(?:also\s)?like|recommended\sfor\syou|about\sthe\sauthor|comments?\sby)\b"
    r"|\A\s*(?:related|popular|trending|most\sread|see\salso|in\sthis\s(?:article|guide|series)|more\s(?:on|from))\b",
    re.IGNORECASE,
)
# "pull-quote"
_QUOTED = frozenset({"quote", "pullquote", "blockquote", "testimonial", "comment"})


def _is_fact_box(element: HtmlElement) -> bool:
    """Whether a box within the article leads nowhere and asks nothing: facts set apart from the text, but of it."""
    words = " ".join(element.itertext())
    names = _CLASS_WORD.findall(_names_of(element).casefold())
    quotes = not _QUOTED.isdisjoint(names) or element.find(".//blockquote") is not None
    offers = quotes or _NO_FACTS.search(words) or "advert" in element.get("aria-label", "").casefold()
    return (
        _in_article(element)
        and not offers
        and not any(True for _ in element.iter("a", "button", "form", "input", "iframe"))
    )


def _is_labelled(element: HtmlElement) -> bool:
    """Whether a box says itself what its class does: ``Advertisement``."""
    first = next((words for words in element.itertext() if words.strip()), "")
    return cues().advert_labels.at(tokens_of(first)) > 0


def _is_plain_tags(element: HtmlElement) -> bool:
    """Whether tags are no links to pages: what a card says of its job."""
    names = _CLASS_WORD.findall(element.get("class", "").casefold())
    return "tags" in names and element.find(".//a") is None


def _leads_nowhere(element: HtmlElement) -> bool:
    """Whether an element for menus holds paragraphs and not one link, as the answers that unfold below questions do."""
    return element.find(".//p") is not None and all(
        element.find(f".//{tag}") is None for tag in ("a", "button", "option")
    )


def _in_article(element: HtmlElement) -> bool:
    return next(element.iterancestors("article", "main"), None) is not None


@lru_cache(maxsize=4096)
def _zone_of_class(names: str, built: bool) -> Zone | None:
    words = {word.casefold() for name in names.split()[:20] for word in _CLASS_WORD.findall(name)}
    words -= _WIDGETS if built else frozenset()
    for zone, known in page_words().items():
        if words & known:
            return zone
    return None


def main_text(source: str) -> str:
    """The letters and digits of the page's main text as trafilatura finds it; empty where it finds none."""
    import trafilatura  # noqa: PLC0415  an optional dependency

    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True)
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError):
        # It is asked for advice: where it fails on a strange page, the elements alone must do.
        return ""
    return _key(text or "")


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def cut_to_article(pieces: Sequence[Piece], hints: Sequence[Hint], main: str) -> None:
    """Sets zones by hints; outside of the main text and of any article element all is a menu."""
    if len(pieces) * len(main) > _MAX_WORK:
        main = ""
    inside = [_stands_in(piece, main) for piece in pieces]
    found = [number for number, right in enumerate(inside) if right]
    first, last = (found[0], found[-1]) if found else (0, len(pieces) - 1)
    # Where the main text ends too early its box goes on: what stands in the very box of its paragraphs.
    often = Counter(hints[number].homes[-1:] for number in found if pieces[number].is_prose)
    boxes = {home for homes, times in often.items() if times > 1 for home in homes}
    for number, (piece, hint) in enumerate(zip(pieces, hints, strict=True)):
        if hint.zone is not Zone.ARTICLE:
            overruled = not hint.sure and inside[number] and piece.is_prose
            piece.zone = Zone.ARTICLE if overruled else hint.zone
        elif not first <= number <= last and not piece.is_table and piece.markup != 1:
            goes_on = number > last and not boxes.isdisjoint(hint.homes[-1:])
            piece.zone = piece.zone if hint.sure or goes_on else Zone.MENU


def _stands_in(piece: Piece, main: str) -> bool:
    key = _key(piece.text)
    return len(key) >= _MIN_KEY and key in main
