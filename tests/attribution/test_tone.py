"""How a sentence says it. In the cases «marked» words are the focus."""

from __future__ import annotations

import re

import pytest

from extract.attribution import Tone
from extract.model import Modality, Polarity, Span
from tests.language.articles import gap, language

NEGATED = [
    "Nobody will test you on «Docker».",
    "No one cares about «Kubernetes».",
    "Of bakers nobody ever asked about «Kubernetes».",
    "«Docker», which you still see in old adverts, has all but disappeared.",
    "«Docker» and Jenkins are no longer used here.",
    "Jenkins and «Docker» have fallen out of favour.",
    "They do not need «Kubernetes».",
    "They no longer need «Kubernetes».",
    "Most have quietly dropped «Kubernetes».",
    "They stopped using «Kubernetes» long ago.",
    "They don't use «Kubernetes».",
    "They don’t use «Kubernetes».",
    "They do not need Docker or «Kubernetes».",
    "They do not need «Docker» or Kubernetes.",
    "They rarely touch «Kubernetes».",
    "They never write «Scala».",
    "They work without «Kubernetes».",
    "There is no need for «Kubernetes».",
    "No «Kubernetes» is asked for.",
    "«Kubernetes» is not required.",
    "«Kubernetes» is rarely used.",
    "A data scientist seldom runs «Kubernetes».",
    "They can work well, but they can't write «Scala».",
    "Neither Docker nor «Kubernetes» is asked for.",
    "Neither «Docker» nor Kubernetes is asked for.",
    "They use neither «Docker» nor Kubernetes.",
    "«Kubernetes» isn't required.",
    "«Kubernetes» and Docker are good to have but not strictly required.",
    gap("«Kubernetes» is optional.", reason="optional is among the words of negation, and not used"),
    gap("They do not, as a rule and in most of the firms that hire them, use «Kubernetes».", reason="an aside"),
]
AFFIRMED = [
    "They use «Kubernetes».",
    "They not only use «Docker».",
    "They use not only Docker but «Kubernetes».",
    "They do not use Docker but «Kubernetes».",
    "They do not need Docker; they need «Kubernetes».",
    "They don't need Docker, while others need «Kubernetes».",
    "It does not matter where; they use «Kubernetes».",
    "«Kubernetes» is not new.",
    "It is no wonder that they use «Kubernetes».",
    "Do not forget «Kubernetes».",
    "Neither job is easy; both use «Kubernetes».",
]


@pytest.mark.parametrize("marked", NEGATED)
def test_negated(marked: str) -> None:
    """A negation before the focus, across a list, or right behind it."""
    assert polarity(marked) is Polarity.NEGATED


@pytest.mark.parametrize("marked", AFFIRMED)
def test_affirmed(marked: str) -> None:
    """A negation in another clause, or turned by "but", does not reach the focus."""
    assert polarity(marked) is Polarity.AFFIRMED


MODALITIES = [
    ("Some people say that architects «draw» pictures, but much of the job is regulation.", Modality.REPORTED),
    ("Some people say that architects «draw» pictures.", Modality.HEDGED),
    ("They use «Python».", Modality.STATED),
    ("They often use «Python».", Modality.HEDGED),
    ("They may use «Python».", Modality.HEDGED),
    ("They are around thirty and use «Python».", Modality.HEDGED),
    ("Around Oslo and around the country they use «Python».", Modality.STATED),
    ("Some teams use «Python».", Modality.HEDGED),
    ("They typically use «Python».", Modality.HEDGED),
    ("They must use «Python».", Modality.STATED),
    ("As of May 2024 they use «Python».", Modality.STATED),
    ("Some assume that they only use «Python».", Modality.REPORTED),
    ("Many people think that they use «Python».", Modality.REPORTED),
    ("It is a myth that they use «Python».", Modality.REPORTED),
    ("A common misconception is that they use «Python».", Modality.REPORTED),
    ("A recent post claimed that they use «Python».", Modality.REPORTED),
    ("An earlier version of this story said that they use «Python».", Modality.REPORTED),
    ("They think in «Python».", Modality.STATED),
    ("They use «Python» less than most people believe.", Modality.STATED),
    ("Contrary to what people believe, they use «Python».", Modality.STATED),
    ("Engineers believe in «Python».", Modality.STATED),
]


@pytest.mark.parametrize(("marked", "modality"), MODALITIES)
def test_modality(marked: str, modality: Modality) -> None:
    """Hedges and views that the text does not share."""
    text, focus = parted(marked)
    assert Tone(text, language().cues).modality(Span(0, len(text)), focus) is modality


def test_a_hedge_far_away() -> None:
    """With a focus, hedges count near it only."""
    text = "Some like it hot, " + "and that is a matter of taste, " * 4 + "but they use Python."
    tone, whole = Tone(text, language().cues), Span(0, len(text))
    assert tone.modality(whole) is Modality.HEDGED
    assert tone.modality(whole, Span(len(text) - 7, len(text) - 1)) is Modality.STATED


TOLD = [
    "I make $90,000.",
    "If you earn less than $90,000 then have a word with your boss.",
    "My salary is $90,000.",
    "Lena, 29, left a bank for $90,000.",
    "“I translate all day,” says Lena, who started on $68,000 and leads a team.",
    "Ana, a data engineer at a bank, makes $90,000.",
    "Imagine a data engineer who makes $90,000.",
    "Meet Omar, who makes $90,000.",
    "Let's say you make $90,000.",
    "Our graduates earn $90,000.",
    "If you know Spark, you can make $90,000.",
    "A friend makes $90,000.",
    "One of my clients hired an analyst at $90,000.",
    "She went from $40,000 to $90,000.",
    "Priya started at $60,000 and now earns $90,000.",
    "Our own senior analyst, Tomas, started on $47,000 in 2013.",
    "“We pay $90,000,” says Omar Haddad of a small bank.",
    "I know of one welder on $90,000, but he dives.",
    "I've met a midwife who makes $90,000.",
]
NOT_TOLD = [
    "Head nurses make $90,000, said Ms Indra Nair, a director at a recruiter.",
    "According to the Oakline Pay Guide, a skilled baker in Bergen makes $90,000.",
    "Per Oakline Hale, a senior baker in Bergen makes $90,000.",
    "They make $90,000.",
    "In the U.S., they make $90,000.",
    "Analysts, as a rule, make $90,000.",
    "Entry-level pay is $90,000 if no degree is asked for.",
    "AI engineers make $90,000.",
    "Analysts earned $90,000.",
    "They earned $90,000.",
    "Those earned $90,000.",
    "Graduates started at $90,000.",
    "In Austin, Texas, they make $90,000.",
    "In Lagos, a senior auditor at a bank makes $90,000.",
    "A Data Engineer I earns $90,000.",
    "If you contract, data engineers get $90,000.",
    "One analyst at least is on call; a nurse is on $90,000.",
]


@pytest.mark.parametrize("words", TOLD)
def test_told(words: str) -> None:
    """Of the writer, one person, customers or a mere case."""
    assert Tone(words, language().cues).told(Span(0, len(words)))


@pytest.mark.parametrize("words", NOT_TOLD)
def test_not_told(words: str) -> None:
    """Of everyone in a role."""
    assert not Tone(words, language().cues).told(Span(0, len(words)))


def polarity(marked: str) -> Polarity:
    text, focus = parted(marked)
    return Tone(text, language().cues).polarity(Span(0, len(text)), focus)


def parted(marked: str) -> tuple[str, Span]:
    match = re.search("«(.+)»", marked)
    assert match is not None
    return re.sub("[«»]", "", marked), Span(match.start(), match.end() - 2)
