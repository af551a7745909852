"""Phrases: verb phrases under a role's subject.

The predicate of a clause runs from its first full verb (after adverbs, modals and openers such as "is responsible for") to
the end of the clause. It is one phrase with all its coordinated verbs and objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.attribution import BESIDE_SUBJECT, NO_ADVERB, Attribution, Clauses, Owner, Part
from extract.claims.compounds import does_nothing
from extract.claims.context import Context
from extract.claims.coordinated import further, taken_up, their_duty
from extract.claims.no_verbs import is_noun
from extract.claims.relatives import before_pay, opens, relative_clause
from extract.claims.trimming import trimmed
from extract.language import MentionKind, Passage
from extract.language.wordclass import is_gerund, is_verb, tell_doing, word_class
from extract.lexicons.fragments import ASIDE, FIGURES, JOB, MAY, PAY, SHALL, USUALLY
from extract.model import Block, Span
from extract.reading.lines import ends_with_colon

_ASIDES = re.compile(rf"(?:{BESIDE_SUBJECT})*", re.IGNORECASE)
# "is a licensed professional who keeps ...": a definition, whose relative clause says what they do.
_DEFINED = re.compile(
    r"(?:is|are)\s(?:(?!not\b)[\w’'-]{1,20},?\s){0,6}?"
    r"(?:professional|person|individual|expert|specialist|someone|practitioner|worker|member|leader|people|one|employee|role|position|technician"
    r"|craftsperson|tradesperson|tradespeople|clinician|scientist|engineer)s?\s(?:of\s[\w\s]{3,30}\s)?(?:(?:who|that)\s+|(?=(?:responsible|in charge|tasked|trained|dedicated)\s))"
    # "is the detective of the data world, focused on finding ..."
    r"|(?:is|are)\s(?!not\b)(?:(?:(?!(?:by|at|in|of|on|than|with|from|for|to)\b)[\w’'-]{1,20}\s){0,5}?[\w’'-]+,?|(?:(?!(?:by|at|than)\b)[\w’'-]{1,20}\s){0,8}?[\w’'-]+,)\s(?=(?:focuss?(?:ed|ing)\son|speciali[sz]ing\sin)\s[a-z]+ing\b)",
    re.IGNORECASE,
)
_AUXILIARIES = re.compile(
    rf"(?:\s*\b(?:{NO_ADVERB}[a-z]{{2,14}}ly(?:\sand\s[a-z]{{2,14}}ly)?|{USUALLY}|not\s(?:only|just)|also|both|then|first|next|later|soon|already|therefore|thus|still|always|just|sometimes|now|even|{MAY}|{SHALL}"
    r"|(?:do|does)(?!\s(?:the|an?|their|its|this|that|what|much|most|all|some|more)\b)|tend to|tends to|have to|has to|need to|needs to|are expected to|is expected to|more|further|who|that"
    r"|then|rather|instead|additionally|in turn|together|(?<=may )well|(?<=might )well|(?<=could )well)\b)*\s*",
)
# "play a central part in", "have one task, which is to": openers where what is done follows, else praise.
_PLAYS = re.compile(
    r"plays?\s(?:(?:an?|the|their)\s)?(?:[a-z-]{3,14}\s){0,2}(?:roles?|parts?)\b(?:\sin\s(?=[a-z]{2,14}ing\b))?"
    r"|ha(?:s|ve)\s(?:(?:just|only|but)\s)?(?:one|an?|the)\s(?:[a-z]+\s){0,2}(?:goal|job|task|duty|aim|mission|purpose|responsibility)"
    r"(?:(?:,?\swhich\sis|\s?[:–—,])?\sto\s(?=[a-z])|\sof\s(?=[a-z]{2,14}ing\b))",
    re.IGNORECASE,
)
_PRONOUNS = re.compile(
    r"(?P<subject>they|he or she|she or he|she|he|the (?:former|latter)|(?:some|many|most|others)(?= also )|these (?:[a-z]{3,14} )?(?:professionals|specialists|experts|engineers|developers|analysts|roles?)|this (?:professional|specialist|person|worker|role)|the role)\b(?!['’])",
    re.IGNORECASE,
)
_WHICH, _BOTH_OF = re.compile(r"the (former|latter)\b", re.IGNORECASE), ("former", "latter")
_POSSESSED = re.compile(
    rf"(?:(?P<whose>their|his or her|his|her|the {JOB}['’]s|the|its)\s+)?(?:(?:main|primary|core|key|day-to-day|daily|central|principal|typical|other|specific|additional|common|general|usual|everyday|routine|essential|job|work)\s+){{0,3}}"
    r"(?:roles?|jobs?|work|tasks?|responsibilit(?:y|ies)|dut(?:y|ies)|focus|goal|aim|purpose|mission|objective|function)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    rf"(?:(?!(?:although|though|while|because|since|if|when)\s(?:these|those|such|the)\s(?:\w+\s)?(?:{FIGURES}|{PAY})\b)[^,.;:]{{2,70}},\s+"
    r"|(?:in|on|at|during|after|before|since|for|from|by|with|within|under|through|as|besides|despite|until)\s(?:[\w’'-]+\s){1,4}?(?=(?:they|he or she|she|he)\s)|(?:together|along)\swith\s[^,.;:]{3,50}?\s(?=(?:they|he or she|she|he)\s)|(?:when|whenever|where|if|once|while|until)\s[^,.;:]{4,70}?\s(?=(?:they|he or she|she|he)\s))?(?:then\s+|also\s+|here\s+)?",
    re.IGNORECASE,
)
# Where a predicate ends though its clause goes on: at a contrast, at an aside with a subject of its own.
_TURN = re.compile(
    r",\s+(?:but|while|whilst|whereas|though|although|yet|however|so(?!\s(?:that|as)\b)|and\s(?:she|he|they|neither|(?:also\s)?(?:needs?(?!\sto)|must\s(?:know|have|be)))|who(?:se)?)\b|\s(?:whereas|whilst|while(?!\s\w+ing\b))\b|\s[–—]\s(?=\w+\s)"
    r"|\sbut\s(?:they\s)?(?:also\s)?(?:differ|vary|diverge)\b"
    # "... responsible for X and often have a background in Y"
    rf"|\sand\s(?:(?:also|{USUALLY})\s|(?=\w+\san?\sbackground\b))(?:ha(?:ve|s)|holds?|possess(?:es)?)\s(?:[\w-]+\s){{0,4}}(?:backgrounds?|degrees?|experience|knowledge|understanding|skills?|qualifications?|certifications?)\b"
    r"|[:;]\s+(?=(?:she|he|they|the\s(?:former|latter))\s)|;\s+(?=(?:hence|therefore|thus|so|consequently|accordingly|otherwise)\b)"
)
# A pronoun that takes up the subject: "... fixes roofs: she replaces tiles", "..., and they mend walls".
_RESUMED = re.compile(r"(?:[:;]|,\sand)\s+(?:she|he|they)(?=\s)")
_SUBORDINATE = re.compile(
    r"\b(?:while|although|though|since|because|if|when)\s+(?:\w+\s+){0,3}$"
    r"|(?:^|[.!?\n]\s?)(?:while|although|though|since|because)\s[^.,;:!?]{3,100}\sand\s(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_COPULA = re.compile(
    rf"(?:is|are|was|were|(?<=may )be|(?<=also )be|(?<=often )be|(?<=can )be|(?<=might )be|(?<=will )be)\s+(?:(?:\w+ly|also|{USUALLY}|always|still|more|all)\s+){{0,2}}(?P<to>to\s+|about\s(?=[a-z]+ing\b))?"
)
# "The main duties are the planning, upkeep and repair of roads".
_ACTS_OF = re.compile(r"the\s(?:[a-z-]+\s)?[a-z]{3,}(?:tion|sion|ment|ance|ence|sis|ing)(?=,|\s(?:and|of)\s)")
# "are instructed by solicitors to represent": an opener with whom it is that asks.
_BY_WHOM = re.compile(
    r"(?:instructed|hired|employed|engaged|paid|trained|asked|appointed|commissioned|retained|contracted)\sby\s[^,.;]{3,40}?\sto\s(?=[a-z])"
)
_VERB = re.compile(r"(?!titles?\b)[A-Za-z][\w’'/-]*")
_LETTERS, _FIRST_WORD = re.compile(r"[A-Za-z]+"), re.compile(r"[A-Za-z][\w’'-]*")
_DUTY_OF = re.compile(
    r"(?:role|job|work|tasks?|responsibilit\w+|dut\w+|focus|goal|objective|aim|purpose|mission|function)\s+(?:of|for|(?:carried\sout|performed|done|handled|undertaken)\sby)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
_OWN_DUTY = re.compile(
    r"['’]s?\s+(?:main\s+|primary\s+|core\s+|key\s+)?(?:role|job|work|tasks?|responsibilit\w+|dut\w+|focus|goal|aim|purpose)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\s?,?\syou(?:['’](?:ll|re))?(?=\s)")
_YOU_WILL = re.compile(rf"You(?:['’]ll|\s(?:{SHALL}|{MAY}))(?=\s)")
# "As a welder you ...": the reader is cast in a role.
_CAST = re.compile(r"\b[Aa]s\san?\s[^.,;:]{3,40},?\syou\b")
_WHEN = re.compile(r"\b(?:when|whenever|where|once|until|after|before)\s(?:an?\s|the\s|their\s)?$", re.IGNORECASE)
_AS = re.compile(r"^\W*as\san?\s(?:\w+\s){0,2}$", re.IGNORECASE)
_AFTER_SUBORDINATE = re.compile(r",\s+(?:the|their|its|this|these|those|there|it|they|both|each|an?|what|how|in)\b")
# What stands right behind the verb of a predicate that says nothing yet: a list follows, or the clause is over.
_WHOSE = re.compile(r"(?:['’]s?)?\s*")
_BREAK = re.compile(r"\s*:|\s*,\s*(?P<next>[A-Za-z]+)")
# "need, above all, patience"
INSERTED = re.compile(rf"\s?,\s(?:{ASIDE}),\s", re.IGNORECASE)
# "prioritize the work"; "prioritize analysis" says what they do
_RANKED = re.compile(r"prioriti[sz]es?\s(?:the|their|an?|tasks|work|requests|features)\b", re.IGNORECASE)
# "Duties include: feeding the dogs", on one line
_LISTED = re.compile(r":\s(?=[a-z]+ing\s)")
_OBJECT = re.compile(r"\s(?:the|an?|their|its|all)\s")


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a clause says of its subject. ``verb`` is its first verb in lower case; ``opener`` what was skipped before it.

    ``parsed``: a parser says that it is a verb.
    """

    owner: Attribution
    span: Span
    verb: str
    opener: str | None
    parsed: bool = False


def by_rules(context: Context, block: Block, clauses: Clauses) -> list[Predicate]:
    """The predicates of a sentence that rules find: whose subjects are roles, or pronouns and duties that stand for one."""
    sentence = clauses.sentence
    words = context.text[sentence.start : sentence.end]
    if ends_with_colon(words.rstrip()):
        return []
    found = [_headless(context, block, sentence)]
    for owner in clauses.owners:
        clause = clauses.clause(owner.start)
        if owner.part is Part.SUBJECT and not does_nothing(context.text, clauses, owner):
            found.append(behind(context, owner_of(context, owner), owner.end, clause.end))
        elif owner.part is Part.OWNER and _is_duty_of(context, sentence, owner):
            found.append(behind(context, owner_of(context, owner), owner.end, clause.end, duty=True))
    found += _related(context, clauses)
    if not clauses.subjects() or not any(found) or _of_them_when(context.text, clauses):
        found.append(_pronominal(context, block, clauses))
        found += _second_of_them(context, block, clauses)
    if clauses.owners:
        found += [*_second(context, clauses), *_reader(context, clauses)]
    else:
        found += _told_reader(context, block, clauses)
    goes_on = ":" in words or ";" in words or ", and " in words
    for match in _RESUMED.finditer(context.text, sentence.start, sentence.end) if goes_on else ():
        whom = antecedent(context, block, clauses, match.start())
        found.append(behind(context, whom, match.end(), sentence.end) if whom else None)
    return [predicate for predicate in found if predicate is not None]


def _related(context: Context, clauses: Clauses) -> Iterator[Predicate | None]:
    """What relative clauses say, and the sentence behind them: "Welders, who join pipes, mend boilers"."""
    for owner in clauses.owners:
        found = relative_clause(context.text, clauses, owner)
        if found is not None:
            clause, rest = found
            yield behind(context, owner_of(context, owner), clause.start, clause.end)
            if opens(clauses, owner) and rest < clauses.sentence.end:
                yield behind(context, owner_of(context, owner), rest + 1, clauses.clause(owner.start).end)


def _of_them_when(text: str, clauses: Clauses) -> bool:
    """``They mind the shop when the owner is away, ...``: whether a sentence on them names others only for a circumstance."""
    start = clauses.sentence.start
    if _PRONOUNS.match(text, start, clauses.sentence.end) is None:
        return False
    return all(_WHEN.search(text, start, subject.start) for subject in clauses.subjects())


def _second(context: Context, clauses: Clauses) -> Iterator[Predicate | None]:
    """What is said of a subject behind what it has or is: "... know the rules and are in charge of the gate"."""
    subjects = clauses.subjects()
    for first, at in further(context.text, clauses.sentence) if subjects else ():
        clause = clauses.clause(first)
        before = [owner for owner in subjects if clause.start <= owner.start < first]
        if before:
            yield behind(context, owner_of(context, before[-1]), at, clause.end)


def _second_of_them(context: Context, block: Block, clauses: Clauses) -> Iterator[Predicate | None]:
    """``They are the link to sales and answer questions``: like :func:`_second`, of those whom a pronoun means."""
    sentence = clauses.sentence
    they = _PRONOUNS.match(context.text, sentence.start, sentence.end)
    for first, at in further(context.text, sentence) if they else ():
        if they and first == they.end() + 1:
            yield behind(context, antecedent(context, block, clauses, sentence.start), at, sentence.end)


def _reader(context: Context, clauses: Clauses) -> Iterator[Predicate | None]:
    """``As a welder, you join ...``: the reader in a role."""
    for owner in clauses.owners[:1]:
        you = _YOU.match(context.text, owner.end, clauses.sentence.end)
        if you and _AS.match(context.text[clauses.sentence.start : owner.start]):
            yield behind(context, owner_of(context, owner), you.end(), clauses.clause(owner.start).end)


def _told_reader(context: Context, block: Block, clauses: Clauses) -> Iterator[Predicate | None]:
    """``You will join ...``, of no role by name, below a heading that is a role's name, or where the reader is cast in one."""
    start = clauses.sentence.start
    if context.text.startswith("You ", start) and _CAST.search(context.text, block.start, start):
        yield behind(context, antecedent(context, block, clauses, start), start + 3, clauses.sentence.end)
    will = _YOU_WILL.match(context.text, start, clauses.sentence.end)
    lines = context.labels(block)[:1] if will else ()
    told = (context.cues.has("sections.duties", context.label_words(line)) for line in lines)
    if will and (any(told) or any(names_role_alone(context.passage_of(line), line) for line in lines)):
        owner = context.attributor.around(block)
        if owner:
            yield behind(context, owner, will.end(), clauses.sentence.end)


def _headless(context: Context, block: Block, sentence: Span) -> Predicate | None:
    """``Surveyor. Measures plots and draws maps``: a sentence without a subject right behind a role's name."""
    verb = _FIRST_WORD.search(context.text, sentence.start, sentence.end)
    if block.label is not None and block.label.start == sentence.start:
        verb = _FIRST_WORD.search(context.text, block.label.end, sentence.end)
    if verb is None or "Vs" not in word_class(verb[0]).split("+"):
        return None
    passage = context.attributor.passage(block)
    if passage.of(MentionKind.ROLE, verb.start(), verb.end()):
        return None
    before = Span(block.start, verb.start()) if verb.start() > block.start else None
    # Below a heading only a line that is no whole sentence: "Plans vary" is about plans.
    first = [context.text[s.start : s.end].split(None, 1)[0] for s in passage.sentences]
    doing = tell_doing(first) or _OBJECT.match(context.text, verb.end()) is not None
    fragment = doing or (before is None and context.text[block.end - 1] not in ".!?:")
    lines = [before] if before and not fragment else context.labels(block)[:1]
    if not any(names_role_alone(context.passage_of(line) if fragment else passage, line) for line in lines):
        return None
    owner = context.attributor.at(block, verb.start(), verb.start() + 1)
    return behind(context, owner, verb.start(), sentence.end) if owner else None


def names_role_alone(passage: Passage | None, span: Span) -> bool:
    """Whether a line of a passage is a role's name and little more."""
    named = passage.of(MentionKind.ROLE, span.start, span.end) if passage else []
    return bool(named) and sum(m.end - m.start for m in named) >= 0.6 * (span.end - span.start)


def owner_of(context: Context, owner: Owner) -> Attribution:
    """A subject as an attribution."""
    return Attribution(owner.roles, f"“{context.text[owner.start : owner.end]}” is the subject", 0.9, owner)


def _is_duty_of(context: Context, sentence: Span, owner: Owner) -> bool:
    """``The primary responsibility of ML engineers is ...``, ``A data scientist's main job is ...``."""
    before = context.text[max(sentence.start, owner.start - 48) : owner.start]
    governed = not {"of", "for", "by"}.isdisjoint(before.lower().split()[-2:])
    return bool((governed and _DUTY_OF.search(before)) or _OWN_DUTY.match(context.text, owner.end, owner.end + 40))


def _pronominal(context: Context, block: Block, clauses: Clauses) -> Predicate | None:
    sentence, text = clauses.sentence, context.text
    lead = _LEAD_IN.match(text, sentence.start, sentence.end)
    label = block.label.end + 2 if block.label is not None else sentence.start
    for at in dict.fromkeys((sentence.start, lead.end() if lead else sentence.start, max(label, sentence.start))):
        both = context.cues.pattern("structure.both").match(text, at, sentence.end)
        subject = _PRONOUNS.match(text, at, sentence.end) or both
        taken = None if subject else taken_up(text, at, sentence.end)
        if taken:
            owner = antecedent(context, block, clauses, at)
            span = trimmed(context, Span(taken.end(), sentence.end))
            return Predicate(owner, span, "is", taken[0]) if owner else None
        if theirs := None if subject else their_duty(text, at, sentence.end):
            owner = antecedent(context, block, clauses, at)
            return behind(context, owner, theirs, sentence.end) if owner else None
        possessed = None if subject else _POSSESSED.match(text, at, sentence.end)
        if subject or possessed:
            end = (subject or possessed).end()  # type: ignore[union-attr]
            many = both and both[0].lower() in {"both", "the two"}
            if many and (_plural_noun(text, end) or _named_at(context, block, end)):
                continue
            owner = antecedent(context, block, clauses, at)
            if owner:
                return behind(context, owner, end, sentence.end, duty=possessed is not None)
    return None


def antecedent(context: Context, block: Block, clauses: Clauses, at: int) -> Attribution:
    """Whom a pronoun means: who is named before it, never who is named behind it."""
    which, topics = _WHICH.match(context.text, at), context.topics
    if which and len(topics) == len(_BOTH_OF):
        return Attribution((topics[_BOTH_OF.index(which[1].lower())],), f"“{which[0]}” of two roles", 0.75)
    if any(owner.start < at for owner in clauses.owning()):
        return context.attributor.at(block, at, at + 1)
    return context.attributor.before(block, context.attributor.passage(block), clauses.sentence)


def _named_at(context: Context, block: Block, at: int) -> bool:
    """Whether a role follows at once: "both nurses (RNs) and doctors", where "both" is no subject."""
    return any(m.start <= at + 1 < m.end for m in context.attributor.passage(block).of(MentionKind.ROLE))


def _plural_noun(text: str, at: int) -> bool:
    """Whether a word in -s follows: "both" is many, whose verb has no ending, so that it is a noun."""
    word = _FIRST_WORD.search(text, at, at + 30)
    return word is not None and "Vs" in word_class(word[0]).split("+")


def behind(context: Context, owner: Attribution, start: int, end: int, *, duty: bool = False) -> Predicate | None:
    """The predicate behind a subject that ends at ``start``; of a duty ("the job is ...") the opener is required."""
    text = context.text
    aside = _ASIDES.match(text, start, end)
    at = aside.end() if aside else start
    if duty:
        noun = _POSSESSED.match(text, _WHOSE.match(text, at).end(), end)  # type: ignore[union-attr]
        at = noun.end() if noun else at
    at = _skip(text, at, end)
    defined = _DEFINED.match(text, at, end)
    at = _skip(text, defined.end(), end) if defined else at
    plays = _PLAYS.match(text, at, end)
    if plays:
        at = plays.end() if plays[0].endswith(" ") else end
    opener, at = (plays[0], at) if plays else _opener(context, at, end, duty=duty)
    if duty and opener is None:
        return None
    word = _VERB.match(text, at, end)
    if word is None or (opener is None and (_breaks_off(text, word.end(), end) or is_noun(text, word, start))):
        return None
    if word[0].istitle() and start < at and opener is None and text[start].isspace():
        # "HR Head / CHRO": a title goes on.
        return None
    span = trimmed(context, Span(at, _turn(text, owner, at, end)))
    return Predicate(owner, span, word[0].lower(), opener) if len(span) else None


def _breaks_off(text: str, at: int, end: int) -> bool:
    inserted = INSERTED.match(text, at, end)
    word = _LETTERS.match(text, inserted.end(), end) if inserted else None
    if word is not None and not is_verb(word[0]):
        return False
    found = _BREAK.match(text, at, end)
    return found is not None and not (found["next"] and (is_verb(found["next"]) or found["next"] in {"and", "or"}))


def _turn(text: str, owner: Attribution, at: int, end: int) -> int:
    turn = _TURN.search(text, at, end)
    end = before_pay(text, at, turn.start() if turn else end)
    start = owner.stated.start if owner.stated else at
    if _SUBORDINATE.search(text[max(0, start - 120) : start]):
        main = _AFTER_SUBORDINATE.search(text, at, end)
        return main.start() if main else end
    return end


def _skip(text: str, at: int, end: int) -> int:
    match = _AUXILIARIES.match(text, at, end)
    return match.end() if match else at


def _opener(context: Context, at: int, end: int, *, duty: bool) -> tuple[str | None, int]:
    """Skips "are responsible for", "focus on", "spend most of their time"; and of a duty "is (to)", "includes"."""
    text, opener = context.text, None
    copula = _COPULA.match(text, at, end)
    if copula:
        after = copula.end()
        word = _LETTERS.match(text, after, end)
        known = context.cues.pattern("phrases.openers").match(text, after, end)
        if by := _BY_WHOM.match(text, after, end):
            return by[0].strip(), _skip(text, by.end(), end)
        named = word is not None and (is_gerund(word[0]) or _ACTS_OF.match(text, after, end) is not None)
        if known or (duty and (copula["to"] or named)):
            opener, at = copula[0].strip(), after
    for _ in range(3):
        known = context.cues.pattern("phrases.openers").match(text, at, end)
        if known is None or _is_done_to(context, known, end):
            break
        opener, at = known[0], _skip(text, known.end(), end)
        listed = _LISTED.match(text, at, end) if duty else None
        at = listed.end() if listed else at
    return opener, at


def _is_done_to(context: Context, opener: re.Match[str], end: int) -> bool:
    """``work on roofs``, ``handle claims``, ``prioritize the work``: an opener that is itself what is done, as a thing follows."""
    if _RANKED.match(context.text, opener.start(), end):
        return True
    word = _FIRST_WORD.match(context.text, opener.end() + 1, end)
    itself = opener[0].lower() in context.cues.words("phrases.doing_openers")
    return itself and not (word is not None and is_gerund(word[0]))
