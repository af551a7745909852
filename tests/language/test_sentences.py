"""Where sentences end. In the cases ``¦`` stands where one is expected to begin."""

from __future__ import annotations

import pytest

from extract.language.sentences import split_sentences
from tests.language.articles import language

ABBREVIATIONS = language().cues.words("stops.abbreviations")

PLAIN = [
    "They sign it off under Part P.¦ Plumbers fit baths.",
    "It was signed by Ana P. Novak.",
    "One sentence without a stop",
    "Analysts query.¦ Engineers build.",
    "Do they code?¦ They do!¦ Every day.",
    "Pay varies…¦ Ask around.",
    "Pay rose.¦ $90,000 is common now.",
    "Pay rose.¦ ₹9 lakh is common now.",
    "Pay rose.¦ 2023 was better still.",
    "They test.¦ • They ship.",
    "First line¦\nsecond line",
    "A line that is long enough to be wrapped goes on\nin the next one.¦\nIt ends.",
    "A line that is long enough to be wrapped ends with the\nName of a town.",
    "A line that is long enough to be a line of its own¦\nAnother Line",
    "First line.¦\n\nSecond line.",
]
CLOSED = [
    "They make $90,000/yr.¦ In London it is less.",
    'They call it "glue work."¦ Others call it plumbing.',
    "They call it “glue work.”¦ Others call it plumbing.",
    "They rest (on Sundays.)¦ Others work.",
    "Pay rose by a fifth.[1]¦ It fell later.",
    "Pay rose by a fifth.[1][2, 3]¦ It fell later.",
    "Pay rose by a fifth.²¦ It fell later.",
    "**Is it hard?**¦ Millers say so.",
]
RUNNING_ON = [
    "The U.S. market is large.",
    "Jobs in the U.S. Midwest pay less.",
    "Tools, e.g. Python, help.",
    "Tools, i.e. Python and SQL, help.",
    "Writers vs. Editors is an old question.",
    "A Sr. Analyst earns approx. $90,000 a year.",
    "A Ph.D. Candidate may apply.",
    "Acme Inc. Hires many.",
    "It grew in Jan. Nobody knows why it stopped",
    "The chief, J. Moreau, agrees.",
    "It costs $3.5 million.",
    "Python 3.11 is common.",
    "Node.js runs servers.",
    "They use charts etc. and write reports.",
    "The salary is Rs. 50,000 a month.",
    "The usual pay is... £30,000 a year.",
    "They can count on a … $5,000 rise.",
]
LETTERS = [
    "Statisticians like R.¦ Developers like Python.",
    "Firmware is written in C.¦ Apps are not.",
    "So do I.¦ They agree.",
]


RUN_TOGETHER = [
    "They use Excel, Word, etc.¦ Engineers use Linux.",
    "Juniors get $40,000 p.a.¦ Seniors get twice that.",
    "Pay rose by a fifth. [4]¦ It fell later.",
    "The work is varied.¦ iOS developers test a lot.",
    "They watch the servers.¦Developers write the code.",
    "Nothing moved in 2019.¦Leeds's bakers had to wait.",
    "It grew by 4%.¦Most bakers earn $41,300.¦Some get more.",
    "They run v2.0.Beta builds.",
    "They watch the servers!¦Developers write the code.",
    "Ask at Lathes.Com or elsewhere.",
    "See Node.Js for more.",
]
SMALL = [
    "bakers get up at three.¦ millers sleep in.",
    "is it hard?¦ not really.¦ ask around!¦ then try.",
    "bakers use an oven, e.g. a deck oven, and a scale.",
    "Bakers get up at three. millers sleep in.",
    "checking the temp. of fridges and freezers",
    "ordering meat, fish, veg. and sauces",
    "bakers buy from acme.com and node.js runs the till.",
]


@pytest.mark.parametrize("marked", PLAIN + CLOSED + RUNNING_ON + LETTERS + RUN_TOGETHER + SMALL)
def test_sentences(marked: str) -> None:
    """A stop ends a sentence unless its word is an abbreviation or what follows is no beginning."""
    assert split(marked.replace("¦", "")) == [part.strip() for part in marked.split("¦")]


def test_only_the_stretch_asked_for() -> None:
    """Offsets are into the whole text; blanks around a sentence are not part of it."""
    text = "Outside.   Inside one.  Inside two.  Outside."
    spans = split_sentences(text, 9, 37, ABBREVIATIONS)
    assert [(s.start, text[s.start : s.end]) for s in spans] == [(11, "Inside one."), (24, "Inside two.")]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_no_sentence(text: str) -> None:
    """Blanks hold no sentence."""
    assert split(text) == []


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, 0, len(text), ABBREVIATIONS)]
