"""Comparison claims: one role above, below or level with another in pay, growth, demand or accessibility.

A comparison needs its comparative and its dimension side by side ("earn slightly more", "higher average salary"), and either
the other role named behind than/compared to, or an article about exactly two roles. A comparative tied to a condition, or to
a possibility within the same role ("could earn more with experience"), is no comparison of roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.attribution import Clauses, Owner, Part
from extract.claims.comparatives import PACE, REACH, TIMES, Comparative, Patterns, of_nobody_before
from extract.claims.context import Context
from extract.claims.others import of_a_field, of_own_kind, of_some, of_the_past, the_others, unsaid
from extract.claims.predicates import statements
from extract.claims.superlatives import superlatives
from extract.language import MentionKind, Passage
from extract.lexicons.fragments import ABOUT, ADVERT, AVERAGE, MAY, PAY, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Block, Claim, Flag, Kind, Modality, Span

# Verbs whose object is what is outdone.
_OUTDOES = re.compile(r"out", re.IGNORECASE)
FAR = 70
"""Characters between a comparative and the role whose figure is compared with."""
_POSSIBLE = re.compile(rf"\b{MAY}\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:experience|years|seniority|if|when|certification|location|depending|as they|over time)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(
    rf"\b(?:has|have|had|holds?|held|gets?|got|enjoys?|enjoyed|takes?|took|keeps?|kept|with)\s(?:\w+ly\s|{USUALLY}\s)?(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?:edge|upper hand|advantage|lead)\b|\bwins?\s(?:out\s)?(?:on|in)\b|\b(?:is|are|being|remains?|stays?|comes? out|pulls?)\s(?:(?:[\w-]+|[^\w\s]?\d[\d,.]*(?:\s?[-–]\s?\d[\d,.]*)?(?:\s?%|k)?)\s){{0,3}}?(?:ahead|in\sfront|on\stop)\b"
    # "..., with bakers slightly ahead", "bakers a bit in front".
    rf"|(?<=s\s)(?:(?:just|only|slightly|marginally|narrowly|somewhat|well|far|clearly|{USUALLY}|a\s(?:bit|little|touch|shade|hair))\s){{0,2}}(?:out\s)?(?:ahead|in\sfront)(?=\s?[.,;:)]|\s(?:of|on|in|by|at|overall)\b|$)"
    # "Bakers do much better:", "cooks fare a bit worse on pay".
    rf"|\b(?:do|does|did|fares?|fared)\s(?:(?:much|far|rather|somewhat|slightly|clearly|noticeably|considerably|a\s(?:bit|little|lot))\s)?(?P<better>better|worse)(?=\s?[.,;:)]|\s(?:than|on|in|overall|at)\b|$)",
    re.IGNORECASE,
)
_THIRD = re.compile(
    rf"\b(?:than|compared (?:to|with)|above(?!\sall\b(?:,|\s(?:in|at|for|when|if|else)\b))|below)\s+(?:the\s+)?(?:national|{AVERAGE}|most|other|all|any|many|before|ever|half|in\s|elsewhere|abroad|last\s|one\s(?:with|without|in|at|on|who)\b|\d|[A-Z]{{0,3}}["
    + SIGNS
    + rf"~]|[A-Z]{{3}}\s?\d|{ABOUT}\s)",
    re.IGNORECASE,
)
# "salaries 20% above those of editors", "that is well below editors".
_RELATED = re.compile(
    rf"\b(?P<word>above|below|ahead\sof|behind|(?:higher|lower|more|less)(?=\sthan\b))(?:\sthan)?\s(?:(?:that|those|what|the\s(?:{PAY}|averages?|figures?))\s(?:(?:of|for)\s)?)?(?:an?\s|the\s)?"
)
# "€7,000 above planners", "about 9,300 € more than a cook": a sum says that it is of pay.
_SUM_BEFORE = re.compile(rf"(?:[{SIGNS}]\s?\d[\d.,]*[kK]?|\d\s?[{SIGNS}])(?:\s(?:a|per)\s\w+)?\s$")
_OF_WHOM = re.compile(r"\s(?:for|of)\s(?:an?\s|the\s)?$")
_THAT_IS = re.compile(r"(?:That|This|It|These|Those)(?:['’]s|\sis|\sare|\swas|\swere)\s")
# "an average salary of X, which is higher than ...": the clause behind the comma compares the figure.
_WHICH = re.compile(
    r"(?:,?\s(?:which|that)\sis|(?<=[\dkK%])(?:\spercent|\sper\scent)?,)\s(?:\w+ly\s|also\s|far\s|much\s|still\s){0,2}(?P<word>higher|lower|more|less|above|below)\b"
)
# "half of accountants earn less": some of them are set against the others.
_PART_OF = re.compile(
    r"\b(?:half|quarters?|thirds?|per\s?cent)\s(?:of\s)?(?:all\s|the\s|these\s)?$|%\s(?:of\s)?(?:all\s|the\s)?$",
    re.IGNORECASE,
)
# "more than X and some editors who": the other role stands in another phrase.
_APART = re.compile(r"[,;]\s|\b(?:and|but|while|or|who)\b", re.IGNORECASE)
_DOWN = frozenset({"lower", "less", "below"})
# "earn more as they grow older", "earn more in Ohio": within the role.
_GROWING = re.compile(
    r"\s(?:as\s(?:they|you)\b|over\stime\b|with\s(?:more\s)?(?:experience|seniority|years)\b|in\s(?:the\s)?[A-Z])"
)
# "Bakers at the harbour get more", "bakers who work nights": some of them against the others.
_SOME_OF_THEM = re.compile(
    r"\s(?:at|with|who|that|employed|under|without|holding)\s(?!(?:the\s)?(?:same|similar|equal|comparable|entry|every|all|any|each|junior|senior|mid|like)\b)",
    re.IGNORECASE,
)
# "In other countries bakers earn less": less than here.
_IN_OTHERS = re.compile(
    r"\W*In\s(?:other|some|certain|richer|poorer|(?:\w+\s)?parts\sof)\s(?:[\w-]+\s){0,2}?(?:countries|places|regions|states|cities|towns|provinces|sectors|industries|firms|companies)\b",
    re.IGNORECASE,
)
# "..., exceeding editors' median", "adverts for bakers outnumber those for cooks".
_OUTDOING = re.compile(
    r"\b(?P<word>exceed(?:s|ing)?|surpass(?:es|ing)?|top(?:s|ping)|beat(?:s|ing)?|outstrip(?:s|ping)?|outnumber(?:s|ed|ing)?)\s"
    rf"(?:(?:that|those|the\s[\w-]+|{ADVERT})\s(?:of|for)\s)?(?:an?\s|the\s)?"
)
# A figure right behind "than": the growth or pay of somebody.
_FIGURE = re.compile(r"\bthan\s(?:the\s)?[^\s\d]{0,3}\d")
# "...; demand for them is higher": who is spoken of in the clause before.
_OF_THEM = re.compile(r"[^.;]{0,40}?\b(?:they|them|their|theirs)\b")
# "No cook earns more than a baker": bakers do.
_NO = re.compile(r"\W*(?:(?:and|but|while|whereas)\s)?(?:no|few)\s(?:other\s|single\s)?", re.IGNORECASE)
# "Compared to cooks, ...": who comes before those who are compared with them.
_OPENS = re.compile(r"\W*(?:compared|in\scomparison|relative|unlike)\b[^.,;:]*", re.IGNORECASE)
# "On the whole they earn more than cooks", "Their pay is higher than that of cooks": of those named before.
_THEY = re.compile(
    r"(?:(?:In|On|At|By|As|Over|For)\s[^,.;:]{2,24}?,?\s|[A-Z][a-z]{3,12}(?:ly|all),?\s|(?:But|And|Yet|Still),?\s)?(?P<who>[Tt]he(?:y|ir))\s"
)
_THAN = re.compile(r"\b(?:than|above|below|(?<=ahead\s)of|(?<=in\sfront\s)of)\s(?:the\s|an?\s)?", re.IGNORECASE)


def comparisons(context: Context) -> Iterator[Claim]:
    """The comparison claims of an article."""
    patterns = Patterns(context.cues)
    for block, passage in context.prose():
        for statement in statements(context, block):
            if of_the_past(context.text, statement.clauses.sentence):
                continue
            yield from _sentence(context, patterns, block, statement.clauses)
            for owner, other, told in superlatives(context, passage, statement.clauses):
                whom = Span(owner.start, owner.end)
                yield comparison(context, block, statement.clauses.sentence, whom, owner.roles[0], other, told)
            yield from _taken_up(context, block, passage, statement.clauses)
            yield from _of_those_named(context, patterns, block, passage, statement.clauses)


def compared(context: Context, block: Block, question: Span) -> Iterator[Claim]:
    """What a question asks of two roles, as claims: for a question that is answered with yes."""
    clauses = context.attributor.clauses(block, question)
    return _sentence(context, Patterns(context.cues), block, clauses, asked=True)


def _sentence(
    context: Context, patterns: Patterns, block: Block, clauses: Clauses, *, asked: bool = False
) -> Iterator[Claim]:
    sentence = clauses.sentence
    seen: list[Span] = []
    for owner in clauses.owning() if _may_compare(context, sentence) else ():
        clause = clauses.clause(owner.start)
        if _PART_OF.search(context.text, max(sentence.start, owner.start - 24), owner.start):
            continue
        if clause in seen or (owner.kind is MentionKind.FIELD and not of_a_field(context.text, sentence, owner)):
            continue
        rest = Span(owner.end if owner.part is Part.SUBJECT else clause.start, _reach(context, clauses, clause))
        found = patterns.find(context.text, rest)
        found += [c for c in _edge(context, block, clauses, rest) if c.aspect not in {f.aspect for f in found}]
        found += _multiple(context, rest)
        found += [] if found else _which(context, owner, clauses)
        found += [] if found else _related(context, clauses, rest)
        found = [c for c in found if asked or context.text.find("?", c.end, sentence.end) < 0]
        if len(owner.roles) == 1:
            seen.append(clause)
        for comparative in found:
            subject = _subject(context, clauses, owner, comparative, clause)
            turned = _NO.fullmatch(context.text, clause.start, subject.start) is not None
            # Nobody earns as much as who earns more.
            told = (
                replace(comparative, direction="higher") if turned and comparative.direction == "equal" else comparative
            )
            for other in _objects(context, clauses, subject, comparative, clause):
                level = comparative.direction == "equal" and other in subject.roles
                for role in subject.roles[:1] if level else subject.roles:
                    whom, pair = Span(subject.start, subject.end), (other, role) if turned else (role, other)
                    yield comparison(context, block, sentence, whom, *pair, told)


def _may_compare(context: Context, sentence: Span) -> bool:
    """Whether a sentence has one of the words that every comparison needs; few have."""
    return context.cues.may_have("comparison.words", context.text, sentence.start, sentence.end)


def _reach(context: Context, clauses: Clauses, clause: Span) -> int:
    """Where a clause ends, with the one behind a semicolon that goes on about the same with "them"."""
    behind = clauses.clause(clause.end)
    parted = context.text.endswith(";", clause.start, clause.end) or context.text.endswith(
        "; ", clause.start, clause.end
    )
    named = any(behind.start <= o.start < behind.end and o.part is Part.SUBJECT for o in clauses.owners)
    goes_on = parted and not named and _OF_THEM.match(context.text, behind.start, behind.end)
    return behind.end if goes_on else clause.end


def _subject(context: Context, clauses: Clauses, owner: Owner, comparative: Comparative, clause: Span) -> Owner:
    """Whom a comparative is said of: the last one named before it in the clause ("..., while their earnings are higher").

    Or inside it: "..., but openings for editors are more common", "..., but it is easier to start as an editor than as a cook".
    """
    if of_nobody_before(context.text, clause, comparative.start):
        than = context.text.find(" than ", comparative.start, clause.end)
        behind = (o for o in clauses.owning() if comparative.start < o.start < (than if than >= 0 else clause.end))
        return next(behind, owner)
    nearer = [
        o
        for o in clauses.owning()
        if owner.end <= o.start < min(comparative.end, clause.end)
        and (o.start < comparative.start or _OF_WHOM.search(context.text, comparative.start, o.start))
    ]
    return nearer[-1] if nearer else owner


def _which(context: Context, owner: Owner, clauses: Clauses) -> list[Comparative]:
    """``... a salary of X, which is higher than the Y of an editor``, ``growth is 7%, lower than``."""
    found = _WHICH.search(context.text, owner.end, clauses.sentence.end)
    said = (name for name in ("salary", "growth") if found and _said_before(context, name, clauses, found.start()))
    aspect = next(said, None)
    if not found or aspect is None:
        return []
    direction = "lower" if found["word"].lower() in _DOWN else "higher"
    return [Comparative(aspect, direction, found.start("word"), found.end())]


def _related(context: Context, clauses: Clauses, rest: Span) -> Iterator[Comparative]:
    """``salaries 20% above those of editors``, "exceeding those of editors": of a role that is named right behind."""
    for found in _RELATED.finditer(context.text, rest.start, rest.end):
        named = any(owner.start == found.end() for owner in clauses.owners)
        before = Span(max(rest.start, found.start() - REACH), found.start())
        paid = named and context.cues.has("comparison.salary", context.text, before.start, before.end)
        if paid or (named and _SUM_BEFORE.search(context.text, before.start, before.end)):
            direction = "lower" if found["word"] in _DOWN | {"behind"} else "higher"
            yield Comparative("salary", direction, found.start("word"), found.end("word"))
            return
    for found in _OUTDOING.finditer(context.text, rest.start, rest.end):
        named = any(owner.start == found.end() for owner in clauses.owners)
        before = Span(clauses.sentence.start, found.start())
        aspect = "demand" if found["word"].startswith("outnumber") else "salary"
        said = "comparison.adverts" if aspect == "demand" else "comparison.salary"
        if named and context.cues.has(said, context.text, before.start, before.end):
            yield Comparative(aspect, "higher", found.start("word"), found.end("word"))
            return


def _taken_up(context: Context, block: Block, passage: Passage, clauses: Clauses) -> Iterator[Claim]:
    """``That is above civil engineers but below electrical engineers``, of a figure in the sentence before."""
    sentence = clauses.sentence
    that = _THAT_IS.match(context.text, sentence.start, sentence.end)
    before = passage.before(sentence)[-1:] if that and not clauses.owning() else ()
    if (
        that is None
        or not before
        or not context.cues.has("comparison.salary", context.text, before[0].start, before[0].end)
    ):
        return
    whom = context.attributor.before(block, passage, sentence)
    for found in _RELATED.finditer(context.text, that.end(), sentence.end) if len(whom.roles) == 1 else ():
        others = [o for o in clauses.owners if o.start == found.end() and len(o.roles) == 1]
        if others and others[0].roles != whom.roles:
            direction = "lower" if found["word"] in _DOWN | {"behind"} else "higher"
            comparative = Comparative("salary", direction, found.start("word"), others[0].end)
            taken_up = Span(that.start(), that.end())
            yield comparison(context, block, sentence, taken_up, whom.roles[0], others[0].roles[0], comparative)


def _of_those_named(
    context: Context, patterns: Patterns, block: Block, passage: Passage, clauses: Clauses
) -> Iterator[Claim]:
    """``They earn more than cooks``: of the role of the sentence before, against the one that is named behind "than"."""
    sentence = clauses.sentence
    if not clauses.owners or clauses.owning() or not _may_compare(context, sentence):
        return
    they = _THEY.match(context.text, sentence.start, sentence.end)
    whom = context.attributor.before(block, passage, sentence) if they else None
    if they is None or whom is None or len(whom.roles) != 1:
        return
    for found in patterns.find(context.text, Span(they.end("who"), sentence.end)):
        others = [o for o in clauses.owners if found.start <= o.start and o.part is Part.COMPARAND]
        if others and len(others[0].roles) == 1 and others[0].roles != whom.roles:
            who = Span(*they.span("who"))
            yield comparison(context, block, sentence, who, whom.roles[0], others[0].roles[0], found)


def _said_before(context: Context, aspect: str, clauses: Clauses, end: int) -> bool:
    return context.cues.has(f"comparison.{aspect}", context.text, clauses.sentence.start, end)


def _edge(context: Context, block: Block, clauses: Clauses, rest: Span) -> Iterator[Comparative]:
    """For "... has an edge": the dimension is named elsewhere in the sentence, or in the heading."""
    edge = _EDGE.search(context.text, rest.start, rest.end)
    if edge is None:
        return
    if edge["better"] and len(context.text[rest.start : edge.start()].split()) > 1:
        # "Bakers in hotels do better": some of them.
        return
    worse = (edge["better"] or "").lower() == "worse"
    places = [clauses.sentence, *[label for label in context.labels(block) if label != block.label][:1]]
    for span in places:
        for aspect in ("salary", "growth", "demand"):
            of_pay = aspect == "salary" and span is not clauses.sentence
            if context.cues.has(f"comparison.{aspect}", context.text, span.start, span.end) or (
                of_pay and context.cues.has("pay.labels", context.text, span.start, span.end)
            ):
                yield Comparative(aspect, "lower" if worse else "higher", edge.start(), edge.end())
                return


def _multiple(context: Context, rest: Span) -> Iterator[Comparative]:
    """``earn twice as much as``, ``over three times what ... earn``, ``is double that of``, ``grow at twice the pace of``."""
    found = TIMES.search(context.text, rest.start, rest.end)
    if found and context.cues.has("comparison.salary", context.text, rest.start, rest.end):
        yield Comparative("salary", "higher", found.start(), found.end())
    pace = PACE.search(context.text, rest.start, rest.end)
    if pace and context.cues.has("outlook.growth", context.text, rest.start, pace.start()):
        yield Comparative("growth", "lower" if pace["half"] else "higher", pace.start(), pace.end())


def _objects(
    context: Context, clauses: Clauses, owner: Owner, comparative: Comparative, clause: Span
) -> tuple[str, ...]:
    """The roles compared with: "bakers earn more than cooks and waiters"."""
    if others := the_others(context, owner.roles, comparative.end, clauses.sentence.end):
        return others
    named = [o for o in clauses.owners if o.start >= comparative.start and o.part is Part.COMPARAND]
    if named and len(owner.roles) == 1 < len(named[0].roles) and not set(named[0].roles) & set(owner.roles):
        return named[0].roles
    one = _object(context, clauses, owner, comparative, clause)
    return () if one is None else (one,)


def _object(context: Context, clauses: Clauses, owner: Owner, comparative: Comparative, clause: Span) -> str | None:
    """The role compared with; None where it is no comparison of two roles."""
    after = [
        o for o in clauses.owners if o.start >= comparative.start and o.part is Part.COMPARAND and len(o.roles) == 1
    ]
    if len(owner.roles) != 1:
        if after and not set(after[0].roles) & set(owner.roles):
            return after[0].roles[0]
        level = len(owner.roles) == 2 and comparative.direction == "equal"
        return owner.roles[1] if level else None
    after = after or _set_against(context, clauses, comparative, clause)
    if after:
        return after[0].roles[0] if after[0].roles != owner.roles else None
    others = [role for role in context.topics if role not in owner.roles]
    nobody = of_nobody_before(context.text, clause, comparative.start)
    than = context.text.find(" than ", comparative.end, clause.end) if nobody else -1
    if than >= 0 and not any(o.start > than for o in clauses.owners):
        # "For cooks it is easier to get into bakeries than into hotels".
        return None
    if nobody and owner.start > comparative.start:
        # "Waiters find it easier to become cooks": they are not compared with cooks.
        again = {role for o in clauses.owners if o.start > comparative.start for role in o.roles}
        others = [role for role in others if role in again or not any(role in o.roles for o in clauses.owners)]
    words = context.text[clause.start : clause.end]
    between = context.text[owner.end : comparative.start]
    # "come out ahead when it comes to pay" makes no condition.
    behind = context.text[comparative.end : clause.end].replace("when it comes to", "")
    if (
        _THIRD.search(words)
        or _POSSIBLE.search(between)
        or _WITHIN.search(between)
        or _SOME_OF_THEM.match(between)
        or _GROWING.match(context.text, comparative.end)
        or context.text.endswith("as much as", 0, comparative.end)
        # "London pays more: a baker there makes X".
        or context.text.find(":", comparative.end, owner.start) >= 0
        or context.cues.has("tone.conditions", behind)
        or of_own_kind(context, behind)
        or of_some(context, clause, owner)
        or _IN_OTHERS.match(words)
    ):
        return None
    return others[0] if len(context.topics) == 2 and len(others) == 1 else unsaid(context, clauses, owner, comparative)


def _set_against(context: Context, clauses: Clauses, comparative: Comparative, clause: Span) -> list[Owner]:
    """Those who are compared with though no "than" stands right before them."""
    single = [o for o in clauses.owners if len(o.roles) == 1]
    against = _THAN.match(context.text, comparative.end + 1) or _FIGURE.search(
        context.text, comparative.start, comparative.end
    )
    if against:
        # "than the median pay of editors": the figure compared with is theirs.
        figure = [o for o in single if comparative.end < o.start <= comparative.end + FAR][:1]
        return figure if figure and _APART.search(context.text, comparative.end, figure[0].start) is None else []
    if any(pattern.match(context.text, comparative.start) for pattern in (_OUTDOES, TIMES, PACE)):
        outdone = [o for o in single if comparative.end <= o.start < clause.end + REACH]
        if outdone:
            return outdone
    start = clauses.sentence.start
    return [o for o in single if o.start < comparative.start and _OPENS.fullmatch(context.text, start, o.start)]


def comparison(
    context: Context,
    block: Block,
    sentence: Span,
    owner: Span,
    role: str,
    other: str,
    comparative: Comparative,
) -> Claim:
    """The claim that a sentence makes of ``role`` against ``other``; ``owner`` is where the role is named."""
    modality = context.tone.modality(sentence, Span(comparative.start, comparative.end))
    if context.tone.told(sentence):
        modality = Modality.REPORTED
    span = Span(min(owner.start, comparative.start), max(comparative.end, owner.end))
    return context.claim(
        Kind.COMPARISON,
        block,
        span,
        role,
        f"{role} {comparative.direction} {other}",
        rule="comparison.clause",
        confidence=0.85,
        because={"role": f"“{context.text[owner.start : owner.end]}”"},
        aspect=comparative.aspect,
        object_role=other,
        direction=comparative.direction,
        modality=modality,
        polarity=context.tone.polarity(sentence, Span(comparative.start, comparative.end)),
        flags=(Flag.HEDGED,) if modality is Modality.HEDGED else (),
    )
