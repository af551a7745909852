"""Skills that a sentence tells of without a role as its subject: what counts, what helps, what employers look for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attribution import Attribution, Clauses
from extract.claims.context import SUM, Context
from extract.claims.skill_phrases import is_ability, phrase_claims
from extract.claims.tool_lists import only_tools
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import BESIDES, IMPORTANT, JOB, MAY, PAY, SHALL, USUALLY
from extract.model import Block, Claim, Span

# Skills of whom the text speaks of: "What counts most is patience", "Patience will carry you far", "Anyone with patience
# will do well".
_TOLD_OF = re.compile(
    r"What\s(?:(?:matters|counts|helps)\s(?:(?:the\s)?most\s|here\s|a\slot\s)?|(?:sets|makes|distinguishes|marks)\s[^.;:]{3,50}?\s|(?:you|they)\s(?:(?:do|really|will)\s){0,2}need\s)(?:is|are)\s(?P<skill>[^.;:]{6,160})"
    r"|Without\s(?P<lacking>[^.;:]{6,140}?),?\s(?:nobody|no\sone|no\s\w+|you|few)\s"
    r"|(?:A\sperson|Someone|Somebody|People|Anyone|Anybody|Those|Candidates)\swith\s(?P<had>[^.;:]{6,140}?)\s"
    rf"(?:will\s|{MAY}\s|should\s|tends?\sto\s|{USUALLY}\s)?(?:do(?:es)?\swell|thrives?|excels?|suits?|fits?|succeeds?)\b"
    rf"|(?P<first>[A-Z][^.;:]{{6,140}}?)\s(?:will\s|{MAY}\s|also\s)?(?:carr(?:y|ies)\syou|serves?\syou|takes?\syou\sfar|helps?\s(?:you|here|a\slot)"
    r"|go(?:es)?\sa\slong\sway|comes?\sin\shandy|pays?\soff)\b"
    # "The role suits people with patience".
    rf"|(?:The|This)\s(?:{JOB}|work)\s(?:really\s|best\s|would\s|{USUALLY}\s)?(?:suits?|fits?|attracts?|appeals\sto|is\s(?:ideal|great|perfect|right|made|meant)\sfor)\s(?:people|those|someone|somebody|anyone|anybody|candidates)\swith\s(?P<suited>[^.;:]{{6,160}})"
    # "Strong typing skills are asked for in most adverts".
    r"|(?P<asked>[A-Z][^.;:()]{4,140}?)\s(?:is|are)\s(?:also\s|very\s|\w+ly\s)?(?:asked\sfor|expected|sought|assumed|welcome|valued"
    rf"|{IMPORTANT}|useful|an?\s(?:must|plus|given|bonus|requirement)|(?:what|the\s(?:one\s|first\s|main\s)?(?:thing|quality|skill)(?:\s(?:that|which))?)\s(?:\w+\s){{1,5}}(?:looks?\sfor|wants?|values?|asks?\sfor)(?=\s?[.,;]|$))\b"
    rf"|(?P<missed>[A-Z][^.;:()]{{4,100}}?)\s(?:is|are|was|were)\s(?:the|an?|one\sof\sthe)\s(?:\w+\s)?skills?\s(?:that\s|which\s)?(?:{USUALLY}\s)?(?:managers|employers|recruiters|firms|companies|clients)\b"
    rf"|(?P<helping>[A-Z][^.;:()]{{4,140}}?)\s(?:helps?|counts?|matters?)\s(?:too|as\swell|most|(?:for\s)?(?:far\s|much\s)?more\sthan|in\s(?:the|this|both|either|any|every)\s(?:{JOB}|work))\b"
)
# "..., so a steady hand is a must": of whom the words before it speak.
_SO = re.compile(
    rf", so (?P<skill>(?!that\b|as\b|their\b)[^.;:(),]{{4,100}}?)\s(?:is|are)\s(?:also\s|\w+ly\s)?(?:{IMPORTANT}|an?\s(?:must|plus|requirement))\b"
)
# "Whichever you choose, patience is a must": what holds for all is told behind the comma.
_WHICHEVER = re.compile(r"(?:Whichever|Whatever|Wherever|No\smatter|Regardless\sof)\s[^.;:,()]{4,60},\s(?=[a-z])")
# "However, patience", "But to be hired, patience".
_LEADS = re.compile(
    r"(?:(?:But|And|However|Moreover|Also|Additionally|Still|Yet|Therefore|Thus|In\saddition|Of\scourse),?\s)?"
    r"(?:[Tt]o\s[^.;:,()]{4,60},\s)?(?<=\s)(?=[a-z])"
)
# "Patience is needed, whereas millers ...": where others are spoken of.
_TURN = re.compile(r",?\s(?:whereas|whilst|while|but)\s|;\s")
# "required in both roles"
_IN_BOTH = re.compile(r"\s(?:in|for|of|by|across)\s(?:both|either|all|each|the\stwo)\b", re.IGNORECASE)
# "Understanding the difference helps you choose": what the reader is to know.
_FOR_READERS = re.compile(
    r"(?:Understanding|Knowing)\s(?:these|this|those|both|how|what|which|why|where|your|their|the\s(?:\w+\s){0,2}"
    rf"(?:differences?|distinctions?|nuances|roles?|factors?|{PAY}|market|landscape|careers?|options|two|pros|job|basics|requirements))\b"
)
# "Most employers", "Bosses also": whom a sentence on what is wanted begins with.
_QUANTIFIED = re.compile(r"(?:(?:[A-Z][a-z]{2,9}|good|large|small|private|public|potential|local)\s){0,2}")
# "Besides the subject, schools look for ...": what stands before whom a sentence is about.
_BESIDES = re.compile(rf"(?=[A-Z])(?i:{BESIDES})\s[^.;:,]{{3,60}},\s")
# "You will also need", "To be a good baker, you must have", "For a baker, you need": what the reader needs who wants to be one.
_YOU_NEED = re.compile(
    rf"(?:To\s(?:be|become|work\sas|succeed\sas)\s[^.;:]{{3,50}}?,?\s|(?:For|As)\s(?:an?|the)\s[^.;:,]{{3,50}}?,\s|(?:If|When|Once)\s[^.;:,]{{3,60}},\s)?(?P<whom>[Yy]ou(?:['’]ll)?|[Cc]andidates|[Aa]pplicants)\s(?:(?:will|may|also|certainly|really|definitely|therefore|then|still|{USUALLY})\s){{0,2}}"
    r"(?:needs?(?:\sto\s(?:have|be|possess|show|know|understand))?|(?:must|should|have\sto)\s(?:also\s)?(?:have|be|possess|show|know|understand))\s"
    r"(?!to\b)"
)
# "What makes a good baker?", "What does it take?", "What do bakers need to bring?"
_WHAT_IT_TAKES = re.compile(
    r"(?:[Ww]hat\s(?:makes\s(?:for\s)?(?:an?|the)\s(?:good|great|successful|strong|fine)\s|does\sit\stake\b|sets\s[^?]{3,40}\sapart"
    r"|do(?:es)?\s(?:\w+\s){1,4}need(?:\sto\s(?:bring|have|be))?(?=\s?\?)|(?:skills|qualities|traits|strengths)\s))[^?]{0,60}\?"
)
# What only a sentence has.
_TOLD = re.compile(
    rf"\b(?:is|are|was|were|has|have|do|does|{MAY}|{SHALL}|you|they|it|he|she|we|not|depends?|helps?|need|needs|takes?|makes?)\b|\d",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r";\s")
_HERE = re.compile(
    rf"\s(?:here|too|as\swell|for\s(?:this|that|the\sjob|the\srole)|in\s(?:this|that)\s(?:{JOB}|work))\b|,\s(?:and\s)?you\b"
)
_ADVERB = re.compile(rf"\s(?:(?:also|{USUALLY}|still|all|now|will|tend\sto|{MAY})\s){{0,2}}")
# "look for welders with patience"
_WHO_HAVE = re.compile(r",?\s(?:with|who\s(?:have|show|bring|possess))\s")
# "Knowledge of Excel": tools again.
_KNOWING = re.compile(
    r"(?:[\w-]+\s){0,2}?(?:knowledge|command|grasp|experience|understanding|familiarity|proficiency|skills)\s(?:of|with|in)\s",
    re.I,
)
_UP_TO_STOP = re.compile(r"[^.;:]{6,200}")


def told_of(context: Context, block: Block, passage: Passage, clauses: Clauses) -> Iterator[Claim]:
    """``What matters most is patience``: a skill of those whom the text speaks of, or the sentence names behind it."""
    sentence = clauses.sentence
    start, end = sentence.start, sentence.end
    hence = context.text.find(", so ", start, end)
    if hence >= 0 and (so := _SO.match(context.text, hence, end)) and is_ability(context, so["skill"]):
        whose = context.attributor.at(block, *so.span("skill"))
        yield from phrase_claims(context, block, Span(*so.span("skill")), whose, sentence)
    able = context.cues.may_have("phrases.telling", context.text, start, end)
    said = _TOLD_OF.match(context.text, start, end) if able else None
    if said is None or said.lastgroup is None or not is_ability(context, said[said.lastgroup]):
        return
    asked = said.lastgroup == "asked"
    turn = _TURN.search(context.text, said.end(), end)
    end = turn.start() if turn else end
    of_both = asked and _IN_BOTH.match(context.text, said.end(), end) is not None
    owners = [owner for owner in clauses.owners if owner.start < end]
    named = [owner for owner in owners if (asked and not of_both) or owner.start < said.end(said.lastgroup)]
    if said.lastgroup in {"asked", "helping"} and (named or context.text.startswith("No ", sentence.start)):
        return
    if _FOR_READERS.match(said[said.lastgroup]):
        return
    all_alike = _WHICHEVER.match(context.text, start, end) or _LEADS.match(context.text, start, end)
    span = Span(all_alike.end() if all_alike else said.start(said.lastgroup), said.end(said.lastgroup))
    behind = [owner for owner in owners if owner.start >= said.end(said.lastgroup)]
    if turn and not owners:
        whose = context.attributor.before(block, passage, sentence)
    else:
        whose = context.attributor.at(block, span.start, span.end)
    if behind and said.lastgroup != "skill":
        whose = Attribution(behind[0].roles, "whom the skill is said to suit", 0.8, behind[0])
    knowing = _KNOWING.match(context.text, span.start, span.end) if said.lastgroup == "helping" else None
    what = Span(knowing.end() if knowing else span.start, span.end)
    if not passage.of(MentionKind.DEGREE, span.start, span.end) and not only_tools(context, passage, what):
        yield from phrase_claims(context, block, span, whose, sentence)


def wanted_of(context: Context, block: Block, passage: Passage, clauses: Clauses) -> Iterator[Claim]:
    """``Employers look for patience``, ``Bakeries value bakers with a steady hand``: what those who hire want."""
    text, end = context.text, clauses.sentence.end
    hirers, wants = context.cues.pattern("phrases.hirers"), context.cues.pattern("phrases.wants")
    semicolons = (m.end() for m in _SEMICOLON.finditer(text, clauses.sentence.start, end))
    starts: list[int] = []
    for opens in (clauses.sentence.start, *semicolons):
        besides = _BESIDES.match(text, opens, end)
        start = besides.end() if besides else opens
        opening = _QUANTIFIED.match(text, start, end)
        starts += [start, opening.end()] if opening else [start]
    hirer = next((found for at in starts if (found := hirers.match(text, at, end))), None)
    start = hirer.start() if hirer else end
    adverb = _ADVERB.match(text, hirer.end(), end) if hirer else None
    verb = wants.match(text, adverb.end(), end) if adverb else None
    if verb is None:
        return
    at, whose = verb.end(), context.attributor.at(block, verb.end(), verb.end())
    for owner in (owner for owner in clauses.owners if owner.start >= start):
        have = _WHO_HAVE.match(text, owner.end, end)
        if have is None or owner.start < at:
            return
        at, whose = have.end(), Attribution(owner.roles, "whom the skill is wanted of", 0.85, owner)
    said = _UP_TO_STOP.match(text, at, end)
    if said is None or not is_ability(context, said[0]):
        return
    span = Span(*said.span())
    if not passage.of(MentionKind.DEGREE, span.start, span.end) and not only_tools(context, passage, span):
        yield from phrase_claims(context, block, span, whose, clauses.sentence)


def needed_of_you(context: Context, block: Block, passage: Passage, clauses: Clauses) -> Iterator[Claim]:
    """``You will also need patience and a steady hand``: what the reader needs who wants to be what is spoken of."""
    start, end = clauses.sentence.start, clauses.sentence.end
    verb = _YOU_NEED.match(context.text, start, end)
    said = _UP_TO_STOP.match(context.text, verb.end(), end) if verb else None
    if verb is None or said is None or not is_ability(context, said[0]):
        return
    named = [owner for owner in clauses.owners if owner.start < said.end()]
    if any(owner.start >= verb.end() for owner in named):
        return
    whose = context.attributor.at(block, verb.end(), verb.end())
    if named:
        whose = Attribution(named[-1].roles, "whom the reader wants to be", 0.85, named[-1])
    here = _HERE.search(context.text, *said.span())
    span = Span(said.start(), here.start() if here else said.end())
    schooled = passage.of((MentionKind.DEGREE, MentionKind.CERTIFICATION), span.start, span.end)
    if not schooled and not SUM.search(context.text, span.start, span.end) and not only_tools(context, passage, span):
        # "If you like people, you need X" supposes nothing of what is needed.
        yield from phrase_claims(context, block, span, whose, Span(verb.start("whom"), end))


def answering(context: Context, block: Block, passage: Passage, clauses: Clauses) -> Iterator[Claim]:
    """``What makes a good one? A sharp eye and patience.``: what answers a question about what somebody needs, without a verb."""
    sentence = clauses.sentence
    before = passage.before(sentence)[-1:] or [Span(s.start, s.end) for s in context.labels(block)[:1]]
    asked = _WHAT_IT_TAKES.match(context.text, before[0].start, before[0].end) if before else None
    if asked is None or _TOLD.search(context.text, sentence.start, sentence.end) or clauses.owners:
        return
    span = Span(sentence.start, sentence.end)
    if passage.of(MentionKind.DEGREE, span.start, span.end) or only_tools(context, passage, span):
        return
    named = [owner for owner in context.attributor.clauses(block, before[0]).owners if owner.start < before[0].end]
    whose = context.attributor.at(block, sentence.start, sentence.start + 1)
    if len(named) == 1:
        whose = Attribution(named[0].roles, "whom the question is about", 0.85, named[0])
    yield from phrase_claims(context, block, span, whose, sentence)


def is_line(context: Context, line: Span) -> bool:
    """Whether a line is an ability and no sentence: "Strong knowledge of the curriculum.", "Ability to adapt"."""
    words = context.text[line.start : line.end]
    told = not words.startswith(("Ability to ", "Able to ")) and _TOLD.search(words)
    return not told and is_ability(context, words)
