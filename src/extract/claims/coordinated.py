"""Where a sentence goes on to what a subject does: behind what it has, is or where it stands, or behind "it is their job" and "this includes"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.language.wordclass import word_class
from extract.lexicons.fragments import JOB, MAY, USUALLY
from extract.model import Span

# "... know the rules and are in charge of the gate".
_AND_ARE = re.compile(
    r"[hnp](?<!\w.)(?:(?<=h)(?:ave|as|olds?)|(?<=n)eeds?|(?<=p)ossess)\s[^.;:]{3,120}?\sand\s(?:as such\s|therefore\s|thus\s|so\s)?"
    rf"(?P<be>(?:are|is)\s(?:\w+ly\s|also\s|{USUALLY}\s)?(?:responsible|in charge|tasked|charged|hired|valued|prized|known|judged)\s|(?:{MAY}|will|must)\s)"
)
# "... is a role within a team and carries out the plan", "... are the link to sales and answer questions", "... sit between sales and support and answer questions",
# "... come from an outside firm and check the books".
_IS_AND = re.compile(
    r"[acis](?<!\w.)(?:(?<=i)s\s(?:an?|the)|(?<=a)re\s(?:an?|the)|(?<=s)(?:its?|tands?)\s(?:at|in|between|within|under|on|next\sto|close\sto)"
    r"|(?<=c)omes?\s(?:in\s)?(?:from|before|after))\s[^.;:]{3,80}"
)
# "They plan in Excel, and need patience": what they need, behind what they do.
_AND_NEED = re.compile(r",\sand\s(?:also\s)?(?P<verb>needs?\s(?!to\b)|must\s(?:know|have|be)\s)")
_AND = re.compile(rf",?\sand\s(?:also\s|then\s|{USUALLY}\s)?(?P<verb>[a-z]{{3,}})(?=\s)")
_WHO = re.compile(r"\s(?:who|that|which)\s")
_OBJECT = re.compile(r"\s(?:out|up|down|over|on|the|an?|their|its|all|every|each|how|what|that)\s")
_THEIR_DUTY = re.compile(
    rf"it(?:\sis|['’]s)\s(?:also\s|{USUALLY}\s)?(?:their|his\sor\sher|her|his)\s(?:main\s|primary\s|sole\s)?"
    r"(?:job|responsibility|duty|task|role)\sto\s"
    # "It is also up to them to".
    r"|it(?:\sis|['’]s)\s(?:also\s)?up\sto\s(?:them|him\sor\sher|her|him)\sto\s",
    re.IGNORECASE,
)
# "This includes filing forms", "Part of this is filing": takes up what was said of a duty before.
_TAKEN_UP = re.compile(
    r"(?:(?:day[\s-]to[\s-]day|in\s(?:practice|short|other\swords)|on\san?\s\w+\sday),?\s)?"
    rf"(?:(?:this|these|it|that)(?:\s(?:[\w-]+\s)?(?:duties|tasks|activities|responsibilities|work|{JOB}))?"
    r"\s(?:\w+ly\s)?(?:includes?|involves?|entails?|means|calls\sfor|consists\sof|cent(?:er|re)s\s(?:on|around)|revolves\saround)"
    r"|(?:an?\s\w+\s|the\s\w+\s)?part\sof\s(?:this|that|it|the\s(?:job|role|work))\s(?:is|includes|involves))\s"
    r"(?:(?:duties|tasks|activities|things|jobs)\s)?(?:(?:such\sas|like)\s)?(?=[a-z]{3,14}ing\b)",
    re.IGNORECASE,
)


def further(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    """Where something begins that a subject has or is, and where what it does begins behind that."""
    for match in _AND_ARE.finditer(text, sentence.start, sentence.end):
        yield match.start(), match.start("be")
    for match in _AND_NEED.finditer(text, sentence.start, sentence.end):
        yield match.start(), match.start("verb")
    for match in _IS_AND.finditer(text, sentence.start, sentence.end):
        one = text.startswith(("is ", "sits ", "stands ", "comes "), match.start())
        for joint in _AND.finditer(text, match.start(), match.end()):
            if _WHO.search(text, match.start(), joint.start()):
                break
            classes = set(word_class(joint["verb"]).split("+"))
            # A verb and nothing else, or with an object: "a mix of art and designs" names two things.
            acts = not classes & {"N", "Ns", "A"} or _OBJECT.match(text, joint.end()) is not None
            if acts and ("Vs" if one else "V") in classes:
                yield match.start(), joint.start("verb")
                break


def their_duty(text: str, start: int, end: int) -> int | None:
    """Where the duty begins that "it is their job to" announces at an offset."""
    said = _THEIR_DUTY.match(text, start, end)
    return said.end() if said else None


def taken_up(text: str, start: int, end: int) -> re.Match[str] | None:
    """``This includes filing forms``, ``Day to day that means ...``: what stands before a duty that is told before it."""
    return _TAKEN_UP.match(text, start, end)
