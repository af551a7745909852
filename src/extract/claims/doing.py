"""Whether a predicate is a duty: what its subject does, not what it is, has, earns, uses, needs or once did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.amounts import AmountKind, find_amounts
from extract.claims.careers import is_chain
from extract.claims.context import Context
from extract.claims.phrases import Predicate
from extract.claims.trimming import is_action
from extract.language import MentionKind
from extract.language.wordclass import is_gerund, word_class
from extract.lexicons.fragments import ABOUT, EARN, MAY, PAY, SHALL

SHORTEST = 3
"""In words; of two words, the second must be a thing."""

# "carry out the following tasks": what they are comes after.
_FOLLOWING = re.compile(
    r"\bthe\sfollowing\b(?:\s[\w-]+){0,2}\s?(?:duties|tasks|responsibilities|services|functions|activities|roles|steps)\b|\bthe\sfollowing$|^(?:those|these|such|all|both)\s(?:of\sthe\s)?(?:duties|tasks|responsibilities|things)$"
)
# "what they focus on is another thing", "they focus on different aspects": no word of what it is.
_UNLIKE = re.compile(
    r"(?:is|are|was|were|varies|vary|differs?|depends?|different|differing|separate|distinct|the\ssame)\b"
)
# "are expected to hold a licence" asks for something, whatever opened it.
_HAVING = frozenset(
    [
        "have",
        "has",
        "having",
        "hold",
        "holding",
        "possess",
        "possessing",
        "earn",
        "earning",
        "be",
        "being",
        "get",
        "become",
    ]
)
# "involves nights" tells a condition, "involves planning" a duty.
_HOLDING = ("involve", "include", "entail", "excel", "expert", "skilled", "specialists")
# "solve different problems" sets two roles apart without a word on either.
_COMPARED = re.compile(
    r"[\w’'-]+\s(?:(?:at|on|with|in|from|for)\s)?(?:an?\s)?(?:very\s|quite\s|completely\s|slightly\s)?(?:different|distinct|similar|the same)\b"
)
# What one does for one's own sake: "polish their portfolios", "enhance their expertise".
_OWN = re.compile(
    r"[\w’'-]+\s(?:up\s)?(?:their|his or her|his|her)\s(?:\w+\s)?(?:skills?|expertise|knowledge|careers?|portfolios?|r[eé]sum[eé]s?"
    r"|salar(?:y|ies)|earnings?|income|experience|pay|network)\b"
    r"|sets?\stheir\sown\s(?:\w+\s)?(?:rates?|prices?|fees?|hours|schedules?|pay|terms)\b"
)
# "Both trades let you earn while you learn": what a job is to the reader.
_TO_YOU = re.compile(r"(?:lets?|puts?|gives?|offers?|allows?|leaves?|gets?|keeps?|makes?|suits?|pays?|rewards?)\syou\b")
# Conditions of work: "work night shifts", "work 40 hours a week".
_HOURS = re.compile(
    r"works?\s(?:[\w’'-]+\s){0,5}?(?:shifts?|hours?|schedules?|overtime|weekends|nights|full[\s-]time|part[\s-]time|eight-hour)\b|works?\s(?:\w+ly\s)?under\s(?![^.;,]{3,60}\sand\s[a-z]{3,12}s\s(?:the|an?|[a-z]+)\b)"
    r"|works?\s(?:in|at|inside|across)\s(?:[\w-]+,?\s){0,4}?(?:hospitals?|clinics?|schools?|offices?|laborator(?:y|ies)|labs?|universities|settings?|stores?|environments?|facilit(?:y|ies)|centers?|centres?|factories|warehouses|restaurants?|hotels?|practices?|banks?|courts?|government)\b(?!.*\bto\s[a-z]{3})"
    # "spend half of their week on site": where, and not with what
    r"|spends?\s(?:[\w’'-]+\s){1,6}?(?:on[\s-]site|in\sthe\s(?:office|field|workshop|shop|classroom|lab)|at\s(?:a|the|their)\sdesks?|on\s(?:the\sroad|their\sfeet)|in\sfront\sof\sa\sscreen|outdoors|indoors|outside)(?=$|[,.;])"
    # "see a patient for ten minutes"
    r"|(?:sees?|meets?)\s(?:[\w-]+\s){1,3}for\s(?:[\w-]+\s){1,4}(?:minutes?|hours?)\b"
    r"|works?\s(?:at|for)\s(?:[\w-]+,?\s){0,3}(?:companies|firms|organi[sz]ations|agencies|employers|industries|businesses|schools|hospitals"
    r"|clinics|insurers|prisons|banks|universities|charities|consultancies|start-?ups|studios|utilities|manufacturers|contractors|publishers|armed\sforces|military)\b"
)
# "report lower stress than editors", "find nights tiring": how they feel about it.
_FELT = re.compile(
    r"(?:reports?|faces?|experiences?|feels?|bears?)\s(?:\w+\s){0,2}(?:lower|higher|more|less|fewer|better|greater|worse)\b"
    r"|(?:finds?|found)\s(?:[\w’'-]+\s){1,5}?(?:exhausting|tiring|draining|stressful|frustrating|overwhelming|boring|dull|tedious|lonely"
    r"|rewarding|fulfilling|satisfying|enjoyable|fun|hard(?:er)?|eas(?:y|ier)|difficult|tough(?:er)?|challenging|interesting|useful|helpful|worthwhile)"
    r"(?=$|[,.;]|\s(?:at|to|than|because|when|in|and|too|as)\b)"
)
# "the one tool that both use every day": when they do it, and not what.
_WHEN = re.compile(r"[\w’'-]+\s(?:every|each|all)\s(?:single\s|working\s)?(?:day|week|month|year|time)s?$")
_EXAMINED = re.compile(
    r"(?:pass(?:es)?|sits?|takes?)\s(?:for\s)?(?:the|an?|their|his or her|\w+ly)\s(?:[\w-]+\s){0,4}?(?:exams?|examinations?|boards)\b"
    r"|pass(?:es)?\sthe\s(?:[A-Z]{2,}|bar)\b"
)
# "bring negotiation skills", "combine knowledge of X with empathy": what they need.
BRINGS = re.compile(
    r"(?:brings?|combines?|blends?|pairs?)\s(?=(?:[\w-]+\s){0,4}(?:skills?|experience|expertise|knowledge)\b)"
)
# "pick up ML", "brush up on their English": what they learn.
_LEARNT = re.compile(
    r"(?:picks?|brush(?:es)?)\sup\s(?:on\s)?(?:[A-Z]|(?:[\w-]+\s){0,2}(?:skills?|languages?|certifications?|tools?|experience|frameworks?)\b)"
)
# "attend a culinary school", "complete an apprenticeship", "train for longer": what they did to become what they are.
_TRAINED = re.compile(
    r"(?:attends?|completes?|obtains?|undergoe?s?|undertakes?|finish(?:es)?)\s(?:[\w’'.&/-]+\s){0,4}?"
    r"(?:schools?|college|universit(?:y|ies)|apprenticeships?|traineeships?|internships?|residenc(?:y|ies)|pupillages?"
    r"|courses?|programm?e?s?|training|certificat(?:es?|ions?)|diplomas?|degrees?|qualifications?)(?:$|[,.;]|\s(?:[A-Z]|(?:and|or|in|at|before|as|with|that|which|where)\b))"
    # "add a specialist year (EdS), then an internship": to be let in
    r"|adds?\s(?:[\w’'.&/(),-]+\s){0,8}?(?:internships?|apprenticeships?|residenc(?:y|ies)|degrees?|diplomas?)(?:$|[,.;])"
    r"|takes?\san?\s(?:[\w-]+\s){1,3}?course\b"
    # "takes six months to learn"
    rf"|takes?\s(?:{ABOUT}\s)?[\w–-]{{1,8}}\s(?:to\s\w{{1,6}}\s|more\s)?(?:years?|months?|weeks?)\b"
    r"|trains?\s(?:as\san?|for\s(?:longer|(?:[\w-]+\s){1,4}?(?:years?|months?|weeks?)))\b"
)
# "school tends to be", "practice is long": what looks like a verb is a noun, whose verb comes next.
_NOUN_THEN_VERB = re.compile(rf"[a-z]+\s(?:is|are|was|were|has|had|tends?|seems?|{MAY}|{SHALL})\b")
# "where welders work and what they earn": two things that are told about.
_ASKS = re.compile(r"works?\sand\s(?:how|what|why|when|who|whether)\b")
_NO_WORK = (
    _ASKS,
    _TO_YOU,
    _NOUN_THEN_VERB,
    _OWN,
    _COMPARED,
    _HOURS,
    _FELT,
    _WHEN,
    _EXAMINED,
    _LEARNT,
    _TRAINED,
    BRINGS,
)
# What one is paid, and steps of a career: "receive an average salary of", "progress to Band 6".
_PAID = re.compile(
    rf"\b(?:receives?|earns?|gets?|commands?|draws?|(?:takes?|brings?)\shome)\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,3}}{PAY}\b"
    rf"|^{EARN}\s(?:(?:{ABOUT}|between|from|up\sto|over|an?)\s){{0,2}}[a-z]{{0,3}}\W?\s?\d[\d.,]{{2}}"
    r"|^(?:takes?|brings?)\shome\s(?:\w+\s){0,2}(?:more|less)\b"
    r"|^(?:progress(?:es)?|advances?|rises?|(?:moves?|steps?|climbs?|works?\stheir\sway)\s(?:up|on|ahead)|graduates?|promoted)\s(?:in)?to\b"
    r"|^(?:progress(?:es)?|advances?|rises?|(?:moves?|goe?s?|steps?|climbs?|works?\stheir\sway)(?:\s(?:up|on))?)\sfrom\s(?:an?\s)?[A-Z]",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"(?:[\w’'-]{1,20}\s){1,4}(?:degree|diploma|apprenticeship)s?\b")
# "work daily with X", "spend their days in X", "swear by X": what they use, and not what for.
_USES = re.compile(
    r"(?:(?:uses?|adds?|knows?|masters?|prefers?|(?:picks?|takes?)\sup|picks?|chooses?|favou?rs?|opts?\sfor|turns?\sto|reach(?:es)?\sfor|learns?|touch(?:es)?|(?:works?|lives?)\s(?:\w+\s)?(?:in|with|on)"
    r"|rel(?:y|ies)\s(?:\w+ly\s)?on|swears?\sby|spends?\s(?:[\w’']+\s){1,5}?in)\s(?:\w+ly\s)?(?:an?\s(?:\w+\s)?)?|(?:in|on|with)\s)?"
)
# What a verb is done to: its next few words, up to what leads away from them. "makes no decisions" is none.
_OBJECT = re.compile(
    r"[\w’'-]+\s(?!no\b)(?P<object>(?:(?!(?:than|in|of|for|to|by|with|from|on|at|that|which)\b)[\w’'-]+,?\s?){1,5})"
)
# "30%: building models", "Half of the day: calls": how long one is at what is told behind it.
SHARE_OF_TIME = re.compile(
    rf"(?:spends?\s)?(?:{ABOUT}\s)?(?:\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?\s?%|half|a\sthird|a\squarter|most)"
    r"(?:\s(?:of\s)?(?:the\s|their\s|your\s)?(?:day|time|week|month|job|role|work|hours))?",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\bto\s[a-z]{3,}")
# "look for leaks, mend pipes and": no skill that is asked for.
_LOOK_FOR = re.compile(r"looks?\sfor\s[^,;]{3,40},\s(?:and\s)?(?P<next>[a-z]+)\s")


def is_duty(context: Context, predicate: Predicate) -> bool:
    """Whether a predicate says what its subject does."""
    words = context.text[predicate.span.start : predicate.span.end]
    if is_placing(context, words) or _FOLLOWING.search(words) or _only_uses(context, predicate):
        return False
    if predicate.opener is not None:
        says_nothing = _bare(predicate, words) or _UNLIKE.match(words)
        return not says_nothing and predicate.verb not in _HAVING and not about_numbers(words)
    if (
        _too_short(words)
        or _is_past(predicate)
        or any(pattern.match(words) for pattern in _NO_WORK)
        or _PAID.search(words)
        or context.cues.pattern("phrases.no_duty").match(words)
    ):
        return False
    stative = context.cues.words("phrases.stative")
    if predicate.verb in stative or not (predicate.parsed or is_action(predicate.verb)):
        looks = _LOOK_FOR.match(words)
        done = context.cues.pattern("phrases.doing").match(words) or (looks and is_action(looks["next"]))
        return bool(done) or _is_work(context, words)
    asks = context.cues.pattern("phrases.skill_verbs").match(words) or _studies(context, predicate)
    return not (asks or about_numbers(words) or is_chain(words))


def is_placing(context: Context, words: str) -> bool:
    """Whether words say where or when something is done, and not what."""
    return words.split(" ", 1)[0].lower() in context.cues.words("stops.placing")


def _is_work(context: Context, words: str) -> bool:
    """Whether a verb of being, having or paying is work by what it is done to: "make beds", "see patients"."""
    verb = words.split(" ", 1)[0].lower()
    name = next((name for base in _bases(verb) if context.cues.known(name := f"work.{base}")), None)
    if name == "work.make" and _makes_so(context, words):
        return True
    done_to = _OBJECT.match(words) if name else None
    return done_to is not None and context.cues.pattern(name or "").search(done_to["object"]) is not None


def _makes_so(context: Context, words: str) -> bool:
    """``make the use of a product simple``: what is made is how something is, and no money."""
    made = words.partition(" ")[2]
    so = context.cues.pattern("work.qualities").search(made)
    return so is not None and so.start() > 0 and not context.cues.has("pay.labels", made)


def _bases(verb: str) -> tuple[str, ...]:
    """What a verb may be the third person of: "does", "makes", "studies"."""
    return (verb, verb.removesuffix("s"), verb.removesuffix("es"), verb.removesuffix("ies") + "y")


def _too_short(words: str) -> bool:
    """Whether a verb has no object: "train models" has one."""
    parts = words.split()
    return len(parts) < SHORTEST - 1 or (len(parts) < SHORTEST and "Ns" not in word_class(parts[1]).split("+"))


def _bare(predicate: Predicate, words: str) -> bool:
    """Whether what is opened is no activity: "involves nights", "trained in the medical one"."""
    opener = (predicate.opener or "").lower()
    if is_gerund(words.split(" ", 1)[0]):
        return False
    return (" " not in words and opener.startswith(_HOLDING)) or opener.endswith("trained in")


def _is_past(predicate: Predicate) -> bool:
    """Whether a predicate tells what was done once: "drafted the agreements"; "hired at banks" is a part of a noun."""
    classes = set(word_class(predicate.verb).split("+"))
    return bool(classes & {"Vd", "Vx"}) and not classes & {"V", "Vs", "Vg"}


def _only_uses(context: Context, predicate: Predicate) -> bool:
    """Whether a predicate names tools, and not what is done with them: "use X and Y daily"."""
    span, passage = predicate.span, context.passage_of(predicate.span)
    tools = passage.of(MentionKind.TOOL, span.start, span.end) if passage else []
    at = _USES.match(context.text, span.start, span.end) if tools else None
    if at is None or not any(tool.start == at.end() for tool in tools):
        return False
    return _TO_DO.search(context.text, tools[-1].end, span.end) is None


def _studies(context: Context, predicate: Predicate) -> bool:
    """Whether a predicate tells what its subject studied: "take a degree in ...", "studied physics"."""
    passage = context.passage_of(predicate.span)
    start = predicate.span.start
    if passage is None:
        return False
    studied = predicate.verb.startswith(("studie", "graduate"))
    return (
        _DEGREE.match(context.text, start, predicate.span.end) is not None
        or bool(studied and passage.of(MentionKind.STUDY, start, start + 60))
        or bool(passage.of(MentionKind.DEGREE, start, start + 40))
    )


def about_numbers(words: str) -> bool:
    """Whether a phrase is about figures: pay, growth."""
    return any(map(str.isdigit, words)) and any(amount.kind is not AmountKind.NUMBER for amount in find_amounts(words))


def does_with_numbers(context: Context, words: str, *, stopped: bool) -> bool:
    """``Negotiate leases that save $2M``: something done, and neither earned nor foreseen, that a figure is told of.

    ``stopped`` says that the words end with a full stop: a noun that may be a verb is one there.
    """
    verb, *rest = words.split()
    classes = word_class(verb).split("+")
    command = "V" in classes and (stopped or "N" not in classes)
    stative = verb.lower() in context.cues.words("phrases.stative")
    pay = any(context.cues.has(name, words) for name in ("pay.labels", "outlook.growth"))
    return command and len(rest) >= SHORTEST and not stative and not pay


def does_this_and_that(words: Sequence[str]) -> bool:
    """``Mends roofs, replaces tiles and keeps gutters clean``: a verb that is no noun, and more of them behind commas."""
    following = [
        word for before, word in pairwise(words) if before.endswith(",") or before.lower() in {"and", "then", "also"}
    ]
    more = sum("Vs" in word_class(word).split("+") for word in following)
    to_reader = not {"you", "your", "us", "our"}.isdisjoint(word.lower().strip(".,") for word in words)
    return more > 0 and word_class(words[0]) == "Vs" and not to_reader
