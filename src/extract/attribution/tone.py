"""How a sentence says it: stated, hedged, reported, negated, or told of an invented person."""

from __future__ import annotations

import re

from extract.attribution.denial import is_denied
from extract.attribution.kept import kept
from extract.attribution.persons import introduces_one, tells_of_one
from extract.language import Cues
from extract.model import Modality, Polarity, Span

# "one recruiter's blog claims"
_SOME_SITE = re.compile(
    r"\b(?:[Oo]ne|[Aa]|[Ss]ome|[Mm]any)\s(?:[\w’']+\s){0,2}(?:blogs?|sites?|posts?|forums?|recruiters?|vloggers?|bloggers?|threads?|videos?)\s(?:even\s)?$"
)
# "An earlier version of this story said that ...": what a page takes back.
_TAKEN_BACK = re.compile(
    r"(?<!unlike\sthe\s)(?<!Unlike\sthe\s)\b(?:earlier|previous|original)\sversions?\sof\sthis\s(?:story|article|post|page|report|piece|guide)\b"
    r"|\bCorrection:\swe\s"
)
# "Smaller than most people believe": what is said is the text's own.
_THAN = re.compile(r"\b(?:than|than\swhat|to\swhat|as)\s(?:most\s|many\s|some\s)?$")
_MONTH_OF = re.compile(r",?\s\d")
# "Some people say that bakers only bake, but": a view that the sentence turns against.
_SOME_SAY = re.compile(
    r"(?:Some|Many|A\sfew|People)(?:\s(?:people|others|folks))?\s(?:may\s|will\s)?say\s[^.;]{3,160},\s(?:but|yet)\s"
    r"|(?:You\s(?:may|might|will|could)(?:\swell)?|You['’]ll|You['’]ve\s(?:probably|perhaps|no\sdoubt|surely))\s(?:have\s)?(?:read|heard?|seen?|come\sacross)\s(?:that|of|about|claims|stories|it\ssaid)\b"
)
# "around Toronto", "around the country"
_PLACE = re.compile(r"\s(?:[A-Z][a-z]|the\s(?:[A-Z][a-z]|world|globe|country|clock|nation|state|city)\b)")
_SURVEYED = re.compile(r"\s(?:\w+\s)?surveys?\b")


class Tone:
    """Readers of tone over the cue lists."""

    def __init__(self, text: str, cues: Cues) -> None:
        self._text = text
        self._cues = cues

    def modality(self, sentence: Span, focus: Span | None = None) -> Modality:
        """The modality of a sentence; with ``focus``, hedges count only near it."""
        if focus is None:
            return self._whole(sentence)
        return self._within(sentence, max(sentence.start, focus.start - 80), min(sentence.end, focus.end + 10))

    @kept
    def _whole(self, sentence: Span) -> Modality:
        return self._within(sentence, sentence.start, sentence.end)

    def _within(self, sentence: Span, start: int, end: int) -> Modality:
        if self.reported(sentence):
            return Modality.REPORTED
        hedges = self._cues.find("tone.hedge", self._text, start, end)
        return Modality.HEDGED if any(not self._is_other(hedge) for hedge in hedges) else Modality.STATED

    def _is_other(self, word: re.Match[str]) -> bool:
        """``May 2024`` and ``around Oslo`` hedge nothing."""
        if word[0].lower() == "around":
            return _PLACE.match(self._text, word.end()) is not None
        return word[0] == "May" and _MONTH_OF.match(self._text, word.end()) is not None

    @kept
    def reported(self, sentence: Span) -> bool:
        """Whether a sentence tells what others believe ("some assume that ...")."""
        if _SOME_SAY.match(self._text, sentence.start, sentence.end):
            return True
        if _TAKEN_BACK.search(self._text, sentence.start, sentence.end):
            return True
        doubts = self._cues.find("tone.doubts", self._text, sentence.start, sentence.end)
        if not doubts:
            return False
        if any(
            word[0].lower().startswith(("myth", "misconception", "stereotype", "mistakenly", "wrongly"))
            for word in doubts
        ):
            return True
        if _SOME_SITE.search(self._text, sentence.start, doubts[0].start()):
            return True
        holders = self._cues.find("tone.doubters", self._text, sentence.start, doubts[0].start())
        return (
            bool(holders)
            and doubts[0].start() - holders[-1].end() < 30
            and not _THAN.search(self._text, max(sentence.start, holders[-1].start() - 16), holders[-1].start())
        )

    @kept
    def told(self, sentence: Span) -> bool:
        """Whether a sentence tells of the writer, one person, an advertiser's customers or a mere case ("if you know X").

        What such a sentence says of pay is no fact about a role.
        """
        text, start, end = self._text, sentence.start, sentence.end
        if self._cues.may_have("tone.people", text, start, end) and (
            self._cues.has("tone.persona", text, start, end) or self._tells_of_alumni(text, start, end)
        ):
            return True
        if self.begins_story(sentence):
            return True
        return tells_of_one(text[start:end])

    def _tells_of_alumni(self, text: str, start: int, end: int) -> bool:
        """Whether a school speaks of its own; what an alumni survey found, it found of a role."""
        found = self._cues.find("tone.alumni", text, start, end)
        return any(_SURVEYED.match(text, m.end()) is None for m in found)

    @kept
    def begins_story(self, sentence: Span) -> bool:
        """Whether a sentence introduces a person ("Lena, 29, ...", "case study"): what follows is about that person."""
        words = self._text[sentence.start : sentence.end]
        return introduces_one(words) or self._cues.has("tone.stories", self._text, sentence.start, sentence.end)

    def polarity(self, sentence: Span, focus: Span) -> Polarity:
        """Whether the words at ``focus`` are negated."""
        return Polarity.NEGATED if is_denied(self._text, sentence, focus) else Polarity.AFFIRMED
