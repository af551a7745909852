"""What a sentence denies: "X is not needed", "nobody asks for X", "neither X nor Y", "X has all but disappeared"."""

from __future__ import annotations

import re

from extract.lexicons.fragments import IMPORTANT, JOB, USUALLY
from extract.model import Span

_NEGATED_BEFORE = re.compile(
    r"(?:\b(?:not|never|don['’]t|doesn['’]t|do not|does not|no need(?: for| to)?|without|rarely|seldom|hardly|needn['’]t|isn['’]t|aren['’]t"
    r"|no\slonger(?!\s(?:just|only|merely|simply)\b)|stopped\susing|moved\saway\sfrom|ha(?:s|ve)\s(?:\w+ly\s)?(?:dropped|ditched|abandoned)"
    r"|won['’]t|cannot|can['’]t)\b(?:\s+(?:\w+\s+){0,4})?|\bno\s+(?:(?:\w+\s+)?(?:knowledge|experience|use|mastery|command)\s+(?:of|with|in|for)\s+)?|\b(?:rather\sthan|instead\sof)\s+)(?:\w+\s+(?:or|and)\s+|\w+,\s+){0,4}$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none of them|neither)\b[^.;:]{0,40}\b(?:need|use|touch|want|require|know|learn|expect|mention|write|ask(?:ed|s)?\s(?:\w+\s)?(?:for|about)"
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
# "Neither role drives a truck".
_NEITHER_DOES = re.compile(rf"\bneither\s(?:of\s(?:them|these|the\stwo)\s|{JOB}\s)?$", re.IGNORECASE)
_NOR = re.compile(r"\s[^.;:]{0,24}\bnor\s", re.IGNORECASE)
# "Nobody gets far without Docker" asks for it.
_NOT_WITHOUT = re.compile(
    r"\b(?:neither|nobody|no|none|not|never|cannot|hardly|few)\b[^.;:]{0,50}\bwithout\s(?:[\w-]+\s){0,3}$|n['’]t\s[^.;:]{0,50}\bwithout\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
# "Without Docker you will not get far" asks for it too.
_WITHOUT = re.compile(r"\bwithout\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
_NOT_THEN = re.compile(
    r"[^.;:]{0,60}?(?:\b(?:not|cannot|nobody|no\sone|never|hardly|few|nothing)\b|n['’]t\b)", re.IGNORECASE
)
_NOT_ONLY = re.compile(r"(?:\bnot|n['’]t)\s(?:only|just|merely|simply|solely)\b", re.IGNORECASE)
# "do not forget X", "don't overlook X" ask for it.
_ASKED = re.compile(r"\b(?:not|n['’]t|never)\s(?:forget|overlook|neglect|ignore|underestimate|skip)\b", re.IGNORECASE)
# "Most teams don't expect a baker to know X", "nobody will ask you to use X".
_NOT_EXPECTED = re.compile(
    r"(?:\b(?:not|never|rarely|seldom|hardly)|n['’]t)\s(?:\w+ly\s)?(?:expect|require|ask|want|need)(?:ed|s)?\s[^.;:,]{1,50}\sto\s"
    r"(?:know|use|learn|master|write|have(?:\sused)?)\s(?:(?:\w+\s)?(?:or|and)\s|\w+,\s){0,3}$",
    re.IGNORECASE,
)
# "Does not", "What a baker does not do", "Don'ts", "Not needed", "Not responsible for": over a list of what is denied.
_OVER_DENIED = re.compile(
    r"(?:[\w’'/-]+\s){0,6}?(?:(?:does|do|will|would|is|are|need)(?:\snot|n['’]t)|never|not|don['’]?ts|no\sneed\sfor|out\sof\sscope|outside)"
    rf"(?:\s(?:(?:{USUALLY}|really|always)\s)?(?:do|does|include|included|cover|involve|need|needed|require|required|use|used|own|expected"
    rf"|responsible(?:\sfor)?|in\sscope|(?:part\sof\s)?(?:the|their|your|this|its)\s(?:{JOB}|scope|remit)))?",
    re.IGNORECASE,
)
_OPENS_DENIED = re.compile(r"\b(?:no|never|out)|n['’]?t", re.IGNORECASE)
# One of these stands in all that is denied by the words before it.
_DENIES = re.compile(
    r"no|n['’]t|never|either|without|rarely|seldom|hardly|rather|instead|stopped|moved|dropped|ditched|abandoned"
)
_CLAUSE = re.compile(r"[;:]|\bbut\b|\bwhile\b|\bwhilst\b|\bwhereas\b")


def is_denied(text: str, sentence: Span, focus: Span) -> bool:
    """Whether the words at ``focus`` are denied by those around them in their sentence."""
    before = text[max(sentence.start, focus.start - 60) : focus.start]
    if _DENIES.search(before.lower()) and _is_denied_before(text, _CLAUSE.split(before)[-1], focus, sentence):
        return True
    behind = _NEGATED_AFTER.match(text, focus.end, sentence.end) or _GONE.match(text, focus.end, sentence.end)
    return behind is not None


def denies_list(words: str) -> bool:
    """Whether a label, a heading or a line above a list says that what is listed is not done, used or needed."""
    return _OPENS_DENIED.search(words) is not None and _OVER_DENIED.fullmatch(words.strip(" :.*–—-")) is not None


def _is_denied_before(text: str, clause: str, focus: Span, sentence: Span) -> bool:
    """Whether the words of a clause before those at ``focus`` deny them."""
    if "ithout" in clause and (
        _NOT_WITHOUT.search(clause) or (_WITHOUT.search(clause) and _NOT_THEN.match(text, focus.end, sentence.end))
    ):
        return False
    if _NOBODY.search(clause) or _NOT_EXPECTED.search(clause):
        return True
    if _NEGATED_BEFORE.search(clause) and not _NOT_ONLY.search(clause) and not _ASKED.search(clause):
        return True
    if "either" not in clause:
        return False
    return _NEITHER_DOES.search(clause) is not None or _neither(text, clause, focus, sentence)


def _neither(text: str, clause: str, focus: Span, sentence: Span) -> bool:
    """``neither X nor Y``, where the words at ``focus`` are one of the two."""
    said = _NEITHER.search(clause)
    first = said is not None and " nor " not in said[0].lower()
    return said is not None and (not first or _NOR.match(text, focus.end, sentence.end) is not None)
