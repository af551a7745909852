"""The words of a page's elements: what a reader sees apart is parted by blanks."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from extract.reading.cues import elements
from extract.reading.money import MONEY, is_sum

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BREAK = "\0"
"""Stands for <br>: a character that no page holds."""
_SPACE = re.compile(r"\s+")
_BREAKS_RUN = re.compile(r" ?(?:\0 ?)+")
_BREAKS = elements("breaks")
_SKIPPED = elements("skipped")
# What a style may set apart, though it stands on one line.
_INLINE = frozenset({"a", "button", "label", "small", "span", "time"})
_FEW = 4
"""Elements that a sum in a box is made of."""
_ENDS_AND_BAR = 3
_BARS = frozenset({"", "-", "–", "—", "to"})
_ASIDE = re.compile(r"\(\w+\s\w+")
# None of a formula, as in "20 cm" or "CO".
_ENDS = re.compile(r"(?:[^\W\d_]{3}|\d)[.,;:)%]?$")
_WORD_ENDS = re.compile(r"[^\W\d_]{3}$")
# What a style sets apart no more than the next letters of a word.
_BOLD = frozenset({"b", "strong", "em", "i"})
# Of a sum: "$45" + ".50", "$90,000" + "+", "$60" + "–", "$45" + "K".
_GOES_ON = re.compile(r"[\s.,:;%+/–—’'-]|(?<=\d)[A-Z]\b")


def words_of(element: HtmlElement) -> str:
    """An element's words on one line; items of a list are parted by semicolons."""
    import lxml.etree  # noqa: PLC0415  an optional dependency

    said, items = [""], 0
    walk = lxml.etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        tag = inner.tag
        if event == "end":
            said += [" " if tag in _BREAKS and tag != "br" else "", (inner.tail or "") if inner is not element else ""]
        elif tag in _SKIPPED:
            walk.skip_subtree()
        else:
            so_far = "".join(said[-4:])
            said.append(_before(tag, items) or (" " if parts_from(inner, so_far) else ""))
            said.append(note_mark(inner, so_far) or inner.text or "")
            items += tag == "li"
    words = _SPACE.sub(" ", "".join(said)).strip(" ;" + BREAK).replace(" ;", ";")
    return _BREAKS_RUN.sub(BREAK, words)


def _before(tag: str, items: int) -> str:
    """What stands before an element that begins a line."""
    if tag == "br":
        return BREAK
    if tag == "li" and items:
        return "; "
    return " " if tag in _BREAKS else ""


def parts_from(element: HtmlElement, before: str) -> bool:
    """Whether an element holds the next cell, link or line, and does not go on with the word before it."""
    if not before or not (element.tag in _INLINE or element.tag in _BOLD):
        return False
    words, beside = "".join(islice(element.itertext(), 3)), element.getprevious()
    if not words or (words[0].islower() and MONEY.match(words) is None):
        return False
    if beside is None or beside.tail:
        # "Mid level" + "3–6 years"
        # "baker" + "(a year)"; "(s)" is the end of the word.
        begins = words[0].isdigit() or _ASIDE.match(words) is not None
        return element.tag in _INLINE and begins and _WORD_ENDS.search(before) is not None
    apart = beside.tag in _INLINE or (beside.tag in _BOLD and element.tag in _INLINE)
    last = before[-1]
    return apart and last.isalnum() and _GOES_ON.match(last + words, 1) is None


def join_ends(root: HtmlElement) -> None:
    """Makes one line of two sums with nothing but a bar, a dash or "to" between them: the ends of a range."""
    for element in root.iter("div", "p", "li", "dd", "section"):
        if len(element) == _ENDS_AND_BAR and not (element.text or "").strip():
            low, bar, high = element
            if not _is_bar(bar) or len(low) > _FEW or len(high) > _FEW:
                continue
            if is_sum(words_of(low)) and is_sum(words_of(high)):
                for child in element:
                    child.tag = "span"


def _is_bar(element: HtmlElement) -> bool:
    """Whether an element is a bar, filled or not, or what parts the ends of a range."""
    small = len(element) <= 1 and not any(len(inner) for inner in element)
    return small and words_of(element) in _BARS


def note_mark(element: HtmlElement, before: str) -> str | None:
    """A raised number right behind a digit or a word is a note's: in brackets, so that it does not run into it."""
    raised = element.tag == "sup" or (
        element.tag == "a" and element.getparent() is not None and element.getparent().tag == "sup"
    )
    words = (element.text or "").strip() if raised else ""
    return f"[{words}]" if words.isdecimal() and _ENDS.search(before) else None
