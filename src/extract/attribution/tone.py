"""How a sentence says it: stated, hedged, reported, negated, or told of an invented person."""

from __future__ import annotations

import re

from extract.attribution.kept import kept
from extract.language import Cues
from extract.language.wordclass import word_class
from extract.lexicons.fragments import EARN, IMPORTANT
from extract.model import Modality, Polarity, Span

_NEGATED_BEFORE = re.compile(
    r"(?:\b(?:not|never|don['’]t|doesn['’]t|do not|does not|no need(?: for| to)?|without|rarely|seldom|hardly|needn['’]t|isn['’]t|aren['’]t"
    r"|won['’]t|cannot|can['’]t)\b(?:\s+(?:\w+\s+){0,4})?|\bno\s+(?:(?:\w+\s+)?(?:knowledge|experience|use|mastery|command)\s+(?:of|with|in|for)\s+)?|\b(?:rather\sthan|instead\sof)\s+)(?:\w+\s+(?:or|and)\s+|\w+,\s+){0,4}$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none of them|neither)\b[^.;:]{0,40}\b(?:need|use|touch|want|require|know|learn|expect|mention|write|ask(?:ed|s)?\s(?:\w+\s)?for"
    r"|(?:test|quiz|examine|grill|ask|judge)(?:s|ed)?\s(?:you|them|anyone|candidates)\s(?:on|about|for|in)|cares?\s(?:about|for|whether\syou\sknow))\w*\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_NEGATED_AFTER = re.compile(
    r"[^.;,]{0,30}\b(?:is|are)(?:\s+(?:[\w-]+\s){0,4}?(?:but\s)?(?:not|rarely|seldom|un)|n['’]t)\s?(?:(?:strictly|really|usually|always)\s)?"
    rf"(?:{IMPORTANT}|mandatory|compulsory|used|must|asked\sfor)",
    re.IGNORECASE,
)
# "Docker, which you still see in courses, has all but disappeared".
_GONE = re.compile(
    r"(?:\s(?:and|or)\s[\w.+#-]+(?:\s[A-Z][\w.+#-]*)?)?(?:,\s(?:which|once|long|still)\s[^.;:]{3,60}?,)?\s(?:has|have|is|are)\s(?:now\s|by\snow\s|largely\s|mostly\s|almost\s|all\sbut\s|more\sor\sless\s|pretty\smuch\s|long\s){0,2}"
    r"(?:disappeared|vanished|died\sout|dying\sout|dead|gone|obsolete|outdated|abandoned|extinct|fallen\sout\sof\s(?:use|favou?r)|been\sphased\sout|no\slonger\s(?:used|needed|asked\sfor|in\suse)|on\s(?:its|their|the)\sway\sout)\b"
)
# "Neither Docker nor Kubernetes is needed": both are denied.
_NEITHER = re.compile(r"\bneither\s(?:[^.;:]{1,40}\snor\s(?:[\w.+#-]+\s){0,2})?$", re.IGNORECASE)
_NOR = re.compile(r"\s[^.;:]{0,24}\bnor\s", re.IGNORECASE)
# "do not forget X", "don't overlook X" ask for it.
_ASKED = re.compile(r"\b(?:not|n['’]t|never)\s(?:forget|overlook|neglect|ignore|underestimate|skip)\b", re.IGNORECASE)


_FIRST_PERSON = re.compile(
    r"(?:^|[\s“\"(—–])I(?:['’](?:m|ve|d))?\s+(?:\w+ly\s)?(?:am|was|make|made|earn|earned|get|got|took|take|start|started|work|went"
    r"|paid|accepted|negotiated|switched|left|joined|cleared|pull|live|shipped|moved|quit|graduated|applied|have\s(?:\w+\s){0,3}offers?|received\s(?:\w+\s){0,3}offers?|on\s\W?\d)\b"
)
# "Lena, 29, left ...", "Ana, a data scientist on ..."; "the Oakline Pay Guide, a baker in" and "per Oakline Pay, a" name none.
_PERSON = re.compile(r"\b[A-Z][a-z]{2,11},\s(?:\d{2},|an?\s(?:\w+\s){1,4}(?:on|at|in|who|from)\b)")
_NO_PERSON = re.compile(
    r"\b(?:[Tt]o|[Pp]er|[Bb]y|[Aa]t|[Ff]rom|[Ii]n|[Oo]f|[Nn]ear|[Oo]n|[Tt]he|[Tt]his|[Ii]ts|[Tt]heir)\s(?:[A-Z0-9][\w.&’'-]*\s){0,5}$"
)
_SOMEBODY = re.compile(
    r"\b(?:[Ss]he|[Hh]e)\s(?:\w+ly\s)?(?:earn|make|made|clear|took|takes|was paid|gets|got|pull)\w*\b(?=[^.;:]{0,40}\d)|\b(?:the|a)\s\d{2}-year-old\b"
    r"|\b(?:himself|herself)\b(?=[^.;:]{0,60}\d)|\bwho\s(?:\w+\s){0,3}(?:went|jumped|moved|rose|climbed|doubled|tripled)\s(?:\w+\s){0,3}from\b(?=[^.;:]{0,30}\d)"
)
# One firm's word: "We pay $90,000".
_WE_PAY = re.compile(r"\b[Ww]e\spay\b")
# "I know of one cook who", "I spoke to a nurse": whom the writer met.
_ACQUAINTED = re.compile(
    r"\bI(?:['’]ve|\shave)?\s(?:also\s|once\s|even\s|recently\s|personally\s)?(?:know|knew|known|met|heard|saw|seen|spoke|spoken|talked|interviewed|coached|placed|hired|mentored)"
    r"\s(?:of\s|about\s|to\s|with\s|from\s)?(?:one|an?|two|three|some(?:one|body)|several)\b"
)
# "one recruiter's blog claims"
_SOME_SITE = re.compile(
    r"\b(?:[Oo]ne|[Aa]|[Ss]ome|[Mm]any)\s(?:[\w’']+\s){0,2}(?:blogs?|sites?|posts?|forums?|recruiters?|vloggers?|bloggers?|threads?|videos?)\s(?:even\s)?$"
)
# "Smaller than most people believe": what is said is the text's own.
_THAN = re.compile(r"\b(?:than|than\swhat|to\swhat|as)\s(?:most\s|many\s|some\s)?$")
# "Priya started at $60,000": a career of one's own, told in the past.
_BY_NAME = re.compile(
    r"(?!(?:They|She|You|Both|Most|Many|Some|Those|These|Who|All|Others|Few|Everyone|Anyone)\s)(?P<name>[A-Z][a-z]{2,11})\s(?:(?:started|began)\s(?:at|on|as|out|with)|joined|landed|accepted|negotiated|quit|switched|earned|was\s(?:making|earning|hired|offered))\b"
)
# "..., says Priya, who started on $68,000": what a person tells of herself.
_SPEAKER = re.compile(
    r"\b(?:says|said|recalls|explains|adds|remembers)\s[A-Z][^\W\d_]{2,11}(?:\s[A-Z][\w.’'-]{0,15})?,\s(?:\d{2},\s|(?:an?|one\sof|the)\s(?:[\w’'-]+\s){1,6}[\w’'-]+,\s)?(?:who|whose|now)\b"
)
_ONE = re.compile(r"[SsHhMmRrw-](?:(?<=-)year-old|(?<=[mr])self\b|(?<=w)ho\s|(?<!\w.)(?<!-)h?e\s)")
_NAME = re.compile(r"[A-Z][a-z]{2,11},\s")
# "Meet Lena": a command at the start; "to meet the needs" tells nothing of anyone.
_INTRODUCING = re.compile(r"[\W_]{0,3}(?:(?:Meet|Picture)\s|(?:Take|Consider)\s[A-Z][a-z]{2,11}[,.:]\s)")
# "If you go freelance, bakers make X" is said of bakers; "If you earn less than X then ask" of nobody.
_SUPPOSING = re.compile(
    rf"(?:^|[.!?:;]\s+)[Ii]f you\b(?!\s(?:contract|freelance|go\s|work\s|live\s|choose\s)[^,]{{0,40}},\s(?!you|your|it)[A-Z]?\w)(?:[^.!?]{{3,90}},\s|\s{EARN}\s[^.!?,]{{0,40}}\d[^.!?]{{0,30}}\s(?:then|you|it)\s)"
)


def _by_name(words: str) -> bool:
    """Whether a sentence's subject is a name that no dictionary has, and it tells what that person did."""
    said = _BY_NAME.match(words)
    return said is not None and word_class(said["name"].lower()) == "0"


def _introduces(words: str) -> bool:
    """Whether a sentence names a person and says who that is."""
    if _NAME.search(words) is None:
        return False
    return any(_NO_PERSON.search(words, 0, person.start()) is None for person in _PERSON.finditer(words))


_MONTH_OF = re.compile(r",?\s\d")
_CLAUSE = re.compile(r"[;:]|\bbut\b|\bwhile\b|\bwhereas\b")


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
        return Modality.HEDGED if any(not self._is_month(hedge) for hedge in hedges) else Modality.STATED

    def _is_month(self, word: re.Match[str]) -> bool:
        """``May 2024`` hedges nothing."""
        return word[0] == "May" and _MONTH_OF.match(self._text, word.end()) is not None

    @kept
    def reported(self, sentence: Span) -> bool:
        """Whether a sentence tells what others believe ("some assume that ...")."""
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

    def _neither(self, clause: str, focus: Span, sentence: Span) -> bool:
        """``neither X nor Y``, where the words at ``focus`` are one of the two."""
        said = _NEITHER.search(clause)
        first = said is not None and " nor " not in said[0].lower()
        return said is not None and (not first or _NOR.match(self._text, focus.end, sentence.end) is not None)

    @kept
    def told(self, sentence: Span) -> bool:
        """Whether a sentence tells of the writer, one person, an advertiser's customers or a mere case ("if you know X").

        What such a sentence says of pay is no fact about a role.
        """
        text, start, end = self._text, sentence.start, sentence.end
        if self._cues.may_have("tone.people", text, start, end) and (
            self._cues.has("tone.persona", text, start, end) or self._cues.has("tone.alumni", text, start, end)
        ):
            return True
        if self.begins_story(sentence):
            return True
        words = text[start:end]
        # What each pattern cannot do without is quicker to look for.
        return bool(
            ("I" in words and (_FIRST_PERSON.search(words) or _ACQUAINTED.search(words)))
            or ("f you" in words and _SUPPOSING.search(words))
            or (_ONE.search(words) and _SOMEBODY.search(words))
            or ("e pay" in words and _WE_PAY.search(words))
            or (", who" in words and _SPEAKER.search(words))
            or _by_name(words)
        )

    @kept
    def begins_story(self, sentence: Span) -> bool:
        """Whether a sentence introduces a person ("Lena, 29, ...", "case study"): what follows is about that person."""
        words = self._text[sentence.start : sentence.end]
        introduced = _INTRODUCING.match(words) is not None or _introduces(words)
        return introduced or self._cues.has("tone.stories", self._text, sentence.start, sentence.end)

    def polarity(self, sentence: Span, focus: Span) -> Polarity:
        """Whether the words at ``focus`` are negated."""
        before = self._text[max(sentence.start, focus.start - 60) : focus.start]
        clause = _CLAUSE.split(before)[-1]
        if _NOBODY.search(clause):
            return Polarity.NEGATED
        if _NEGATED_BEFORE.search(clause) and "not only" not in clause.lower() and not _ASKED.search(clause):
            return Polarity.NEGATED
        if "either" in clause and self._neither(clause, focus, sentence):
            return Polarity.NEGATED
        if _NEGATED_AFTER.match(self._text, focus.end, sentence.end) or _GONE.match(
            self._text, focus.end, sentence.end
        ):
            return Polarity.NEGATED
        return Polarity.AFFIRMED
