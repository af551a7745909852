"""Whose is it? The roles that a sentence is about, and the stretch of it that is about each.

A sentence is cut into clauses at every role that is a subject (followed by a verb, or opened by a contrast word). What
stands in a clause belongs to the owner named last before it; a role that is compared with ("than data scientists") or takes
part ("with data engineers") owns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extract.attribution.behind import named_for_itself
from extract.attribution.joint import JOINT, meant, told_of_things
from extract.attribution.kept import kept
from extract.attribution.kinds import before_kinds, unmodified
from extract.attribution.trades import is_before_jobs, pay_is_told, stands_for_people, trade_alone
from extract.attribution.wording import (
    BESIDE_SUBJECT,
    NO_ADVERB,
    among_staff,
    closes_aside,
    ends_with,
    is_of_compared,
    spoken_for,
    told_of_others,
)
from extract.language import Cues, Mention, MentionKind, Passage
from extract.language.wordclass import FINITE, is_gerund, word_class
from extract.lexicons import singular
from extract.lexicons.fragments import MAY, PAY, SHALL, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Span


class Part(StrEnum):
    """The part that a role plays in a sentence."""

    SUBJECT = "subject"
    OWNER = "owner"
    COMPANY = "company"
    COMPARAND = "comparand"


@dataclass(frozen=True, slots=True)
class Owner:
    """One or more roles named together (``data scientists and ML engineers``, ``both roles``) at ``start:end``."""

    roles: tuple[str, ...]
    start: int
    end: int
    part: Part
    kind: MentionKind = MentionKind.ROLE


@dataclass(frozen=True, slots=True)
class Clauses:
    """The owners of a sentence, in order, and where its clauses begin."""

    sentence: Span
    owners: tuple[Owner, ...]
    starts: tuple[int, ...]

    def clause(self, offset: int) -> Span:
        """The clause around an offset."""
        if len(self.starts) == 1:
            return self.sentence
        begin = max((start for start in self.starts if start <= offset), default=self.sentence.start)
        end = min((start for start in self.starts if start > offset), default=self.sentence.end)
        return Span(begin, end)

    def subjects(self) -> list[Owner]:
        """The owners that are subjects."""
        return [owner for owner in self.owners if owner.part is Part.SUBJECT]

    def owning(self) -> list[Owner]:
        """The owners that something may belong to."""
        return [owner for owner in self.owners if owner.part in (Part.SUBJECT, Part.OWNER)]


# What may stand between a subject and its verb: adverbs too.
_BETWEEN = re.compile(
    rf"(?:{BESIDE_SUBJECT}|\s*,\s*(?:for comparison|by way of comparison|for (?:reference|context|(?:their|its|his|her) part))\s*,"
    rf"|\s+(?:{NO_ADVERB}[a-z]{{2,12}}ly|{USUALLY}|also|both|each|there|here|then|first|later|already|still|always|never|just|sometimes|now|even|all"
    rf"|{MAY}|{SHALL}|do|does|don['’]t|doesn['’]t|not(?:\s(?:only|just))?|tends?\sto)\b)*",
)
# Between a role and another name of it.
_RENAMED = re.compile(
    rf"\s?[,(]\s?(?:(?:also|sometimes|{USUALLY}|or)\s){{0,2}}(?:known\sas|called|referred\sto\sas|termed|aka|a\.k\.a\.)\s(?:an?\s|the\s)?",
    re.IGNORECASE,
)
# "..., also called fitters or mechanics,": more names than one.
_NAMES_END = re.compile(r"(?:,?\s(?:or|and)\s(?:an?\s|the\s)?[^,.;:()]{3,40})?[,)]")
# What stands between a role and what it is said to be.
_IS_A = re.compile(r"\s(?:is|are)\s(?:an?\s|the\s)?(?:(?:licen[cs]ed|trained|qualified|medical|senior|simply|also)\s)?")
# "An NP first becomes a nurse": what is said is said of NPs.
_BECOMES = re.compile(
    r"[fi](?<!\w.)(?:(?<=f)irst|(?<=i)nitially)\s(?:\w+\s){0,2}?(?:becomes?|works?\sas|serves?\sas|qualif(?:y|ies)\sas)\s(?:an?\s|the\s)?$"
    # "They aspire to become partners": what follows is said of those who aspire.
    r"|\b(?:[Aa]spire|[Hh]ope|dream|[Aa]im|want|plan)s?\s(?:to|of)\s(?:(?:become|becoming|be|being)\s)?(?:an?\s|the\s)?$"
)
_ARTICLE = re.compile(
    r"\b(?:an?|the|this|that|each|every|your|their|our|or|and|as|vs\.?)\s(?:\w+\s)?$|[/|•\n-]\s?$"
    r"|\b(?:for|of|than|by|with|from|among|between|like|unlike|against|most|many|some|all|both)\s(?:[a-z]{2,12}(?:ed|al|or)\s)?$",
    re.IGNORECASE,
)
# "the defences that analysts watch": the subject of a relative clause is not what the sentence is about.
_RELATIVE = re.compile(r"\b(?:that|which|whom)\s*$", re.IGNORECASE)
# "surveys show that analysts watch": what is said of them.
_SAID_THAT = re.compile(
    r"\b(?:says?|said|show(?:s|ed|n)?|finds?|found|report(?:s|ed)?|suggest(?:s|ed)?|not(?:e|es|ed)|estimate[sd]?|believe[sd]?|claim(?:s|ed)?|assume[sd]?|argue[sd]?"
    r"|thinks?|thought|means?|knows?|agree[sd]?|reveal(?:s|ed)?|indicate[sd]?|state[sd]?|is|true|clear|fact|idea|myth|misconception)\sthat\s*$",
    re.IGNORECASE,
)
_CLASSED = re.compile(
    r"\b(?:files?|lumps?|groups?|puts?|places?|counts?|lists?|class(?:es|ifies)|tracks?)\s$", re.IGNORECASE
)
# "the difference between nurses and midwives lies in": neither is what the sentence is about.
_BETWEEN_TWO = re.compile(r"\bbetween\s[^.;,]{3,50}\sand\s(?:an?\s|the\s)?$")
# "Your pay as a baker rises": what is said is said of the pay.
_BEING_ONE = re.compile(
    rf"\b(?:{PAY}|career|job|life|days?|time|future|start|experience|position|success|work(?:ing)?)\sas\s(?:an?\s|the\s)?$"
)
# "with developers or ...": one of those worked with, behind others.
_WITH_OTHERS = re.compile(r"\bwith\s(?:[\w-]+\s){0,2}[\w-]+s(?:,\s[\w-]+(?:\s[\w-]+)?){0,3},?\s(?:and|or)\s$")
# "..., with chefs earning up to": a clause of its own.
_PAID_SO = re.compile(
    r"\s(?:on|at|paid|averaging)\s(?:[a-z-]+\s){0,5}(?:[A-Z]{2,3}\s?)?[^\w\s]?\d"
    rf"|(?:\s(?!and\b|or\b)[a-z][\w’'-]*){{0,4}},?\s(?:on|at|earning|making|getting|around|near|nearer|closer\sto)\s(?:[A-Z]{{2,3}}\s?)?[{SIGNS}]\s?\d|\s(?:(?!and\b|or\b)[a-z]+\s){{0,3}}(?:ahead|in\sfront)(?=\s?[.,;:)]|\s(?:on|in|by|at|overall)\b|$)"
)
_WITH = re.compile(r",\s*with\b", re.IGNORECASE)
# What follows "both" that stands for the roles: "used by both at the desk", "entry pay for both is", but not "by both teams".
_BOTH_ALONE = re.compile(
    r"[.,;\n)]|$|\sa(?:n\s|\s(?![^.;,]{1,40}\sand\san?\s))|\s(?:at|in|on|alike|every|daily|during|when|as|and|but|while|is|are|was|were|starts?|begins?|ranges?|runs?|stands?|sits?|hovers?|comes?)\s"
)
_SEMICOLON = re.compile(";")
_NEXT_WORD = re.compile(r"[\s]*(?P<word>[A-Za-z][A-Za-z’'-]*)")
_CLAUSE_OPENER = re.compile(
    r"(?:^(?:\w{4,14}ly\b,?)?|^(?:in|at|on|within|across|inside)\s(?:[\w-]+\s){1,3}|[,;:—–(]|\b(?:and|but|while|whilst|whereas|yet|so|because|since|although|though|as|if|when|that|where|which|however|then"
    r"|for example|for instance|hand|contrast|meanwhile|conversely|instead|than what|,\s*with)\b,?)\s*(?:an?\s+|the\s+|both\s+|most\s+|many\s+|some\s+|senior\s+|junior\s+|U\.?S\.?\s+)*$",
    re.IGNORECASE,
)

LONGEST_RENAMING = 32
"""In characters."""


class OwnerFinder:
    """Finds the owners of sentences. ``topics`` are the roles that "both" stands for, with where each is first named."""

    def __init__(self, text: str, topics: Mapping[str, int], cues: Cues) -> None:
        self._text = text
        self.topics = topics
        self._cues = cues
        self._comparands = cues.words("structure.comparands")
        self._company = cues.words("structure.company")
        self._generic = cues.words("structure.generic")
        self._cache: dict[tuple[int, int, bool], Clauses] = {}

    def clauses(self, passage: Passage, sentence: Span, *, label: bool = False) -> Clauses:
        """The clauses of a sentence. ``label``: it is a heading or introduction, where a discipline means its role."""
        key = (sentence.start, sentence.end, label)
        if key not in self._cache:
            self._cache[key] = self._analyse(passage, sentence, label=label)
        return self._cache[key]

    def _analyse(self, passage: Passage, sentence: Span, *, label: bool) -> Clauses:
        named = passage.of((MentionKind.ROLE, MentionKind.FIELD), sentence.start, sentence.end)
        mentions = [m for m in named if self._counts(m, sentence, label=label)]
        groups = [self._many(group, sentence) for group in self._groups(mentions)]
        groups = self._with_both(groups, passage, sentence)
        if not groups and self._text.find(";", sentence.start, sentence.end) < 0:
            return Clauses(sentence, (), (sentence.start,))
        owners = tuple(self._owner(group, sentence, alone=len(groups) == 1) for group in groups)
        subjects = [owner for owner in owners if owner.part is Part.SUBJECT]
        starts = {sentence.start, *(self._opening(owner, sentence) for owner in subjects)}
        if self._text.find(";", sentence.start, sentence.end) >= 0:
            starts |= {match.end() for match in _SEMICOLON.finditer(self._text, sentence.start, sentence.end)}
        # "Neither role asks for X, but Y is common": the denial ends where it turns.
        for subject in subjects:
            turn = self._text.find(", but ", subject.end, sentence.end)
            if turn >= 0 and self._text.startswith(("Neither ", "neither "), subject.start):
                starts.add(turn)
        # The words before the first subject belong to its clause, unless they have an owner.
        if subjects and not any(o.part is Part.OWNER and o.end <= subjects[0].start for o in owners):
            opening = self._opening(subjects[0], sentence)
            if not _WITH.match(self._text, opening) and not told_of_others(self._text, sentence.start, opening):
                starts.discard(opening)
        return Clauses(sentence, owners, tuple(sorted(starts | {sentence.start})))

    def _counts(self, mention: Mention, sentence: Span, *, label: bool) -> bool:
        """Whether a mention may own something. A discipline does as a subject or before "roles"; "the developer" means a topic."""
        if mention.key in self.topics and mention.kind is MentionKind.ROLE:
            return True
        if mention.kind is MentionKind.ROLE:
            words = self._text[mention.start : mention.end].lower()
            told = singular(words) not in self._generic or (
                " " in words
                and (pay_is_told(self._text, mention, sentence) or (label and len(sentence) <= len(words) + 2))
            )
            return told and not self._is_verb(mention, words)
        if stands_for_people(self._text, mention, sentence):
            return True
        if mention.key not in self.topics:
            # "Civil Engineering Jobs by the Numbers": a section about a trade that is named nowhere else.
            return label and is_before_jobs(self._text, mention.end)
        # "In data engineering, X is common".
        within = self._text[sentence.start : mention.start] == "In " and self._text.startswith(",", mention.end)
        alone = within or trade_alone(self._text, mention.start, sentence)
        if label or alone or is_before_jobs(self._text, mention.end):
            return True
        return self._opens(mention.start, sentence) and self._verb_follows(mention.end)

    def _is_verb(self, mention: Mention, words: str) -> bool:
        """``they tailor``, ``to nurse``: a title that is also a verb; no article or preposition before it, no verb behind it."""
        if not words.isalpha() or not set(word_class(words).split("+")) & {"V", "Vs"}:
            return False
        if words.endswith("s") and self._verb_of_many(mention.end):
            return False
        return _ARTICLE.search(self._text, max(0, mention.start - 24), mention.start) is None

    def _groups(self, mentions: Sequence[Mention]) -> list[tuple[tuple[str, ...], int, int, MentionKind]]:
        groups: list[tuple[tuple[str, ...], int, int, MentionKind]] = []
        for mention in mentions:
            if groups:
                roles, start, end, kind = groups[-1]
                joint = self._text[end : mention.start]
                if (
                    mention.start >= end
                    and len(joint) < 24
                    and JOINT.fullmatch(joint)
                    # The third of three ends a list: "A, B, and C earn".
                    and (len(roles) > 1 or joint.count(",") > 1 or not self._new_clause(mention))
                    # "... report to doctors and doctors earn more": who is named again has a verb of her own.
                    and not (mention.key in roles and self._verb_follows(mention.end))
                    and not (joint.strip(" the").strip() == "," and self._compared(start))
                ):
                    groups[-1] = (tuple(dict.fromkeys((*roles, mention.key))), start, mention.end, kind)
                    continue
                # "Oncologists are physicians with ..., and their pay": of oncologists.
                if mention.start < end or _IS_A.fullmatch(joint):
                    continue
                renamed = self._renamed(mention, end, same=mention.key in roles)
                if renamed:
                    groups[-1] = (roles, start, renamed, kind)
                    continue
            groups.append(((mention.key,), mention.start, mention.end, mention.kind))
        return groups

    def _renamed(self, mention: Mention, end: int, *, same: bool) -> int:
        """Where another name of the role just named ends: "site engineers (SEs)", "SEs, also called field engineers,"; else 0."""
        joint = self._text[end : mention.start]
        closed = self._text[mention.end : mention.end + 1]
        if same and joint.strip() == "(" and closed == ")":
            return mention.end + 1
        if len(joint) >= LONGEST_RENAMING or not _RENAMED.fullmatch(joint):
            return 0
        names = _NAMES_END.match(self._text, mention.end)
        return names.end() if names else mention.end

    def _many(
        self, group: tuple[tuple[str, ...], int, int, MentionKind], sentence: Span
    ) -> tuple[tuple[str, ...], int, int, MentionKind]:
        """``RN's decide``: an abbreviation whose plural is written like a possessive, before a verb."""
        roles, start, end, kind = group
        written = self._text[end : end + 2] in {"'s", "’s"} and self._text[max(start, end - 2) : end].isupper()
        if written and self._opens(start, sentence) and self._verb_follows(end + 2):
            return roles, start, end + 2, kind
        return group

    def _compared(self, start: int) -> bool:
        """``Unlike writers, editors ...``: what stands behind the comma is the subject, not compared too."""
        before = unmodified(self._text[max(0, start - 60) : start]).rstrip().lower()
        return ends_with(before, self._comparands)

    def _new_clause(self, mention: Mention) -> bool:
        """``... SQL, and data engineers build``: after a comma, a role with a verb of its own opens a clause."""
        before = self._text[max(0, mention.start - 8) : mention.start]
        joined = re.search(r",\s*(?:and\s+)?$", before) and not before.strip().startswith("/")
        return bool(joined) and self._verb_follows(mention.end)

    def _with_both(
        self, groups: list[tuple[tuple[str, ...], int, int, MentionKind]], passage: Passage, sentence: Span
    ) -> list[tuple[tuple[str, ...], int, int, MentionKind]]:
        """Adds "both roles", and "Both" before a verb, as the article's roles; "these" as those named so far."""
        if len(self.topics) < 2:
            return groups
        for match in self._cues.find("structure.both", self._text, sentence.start, sentence.end):
            things = not groups and told_of_things(self._text, sentence.start, match.start())
            if things or self._text.startswith(" of ", match.end()):
                # "Both sides of an app" are none of the roles.
                continue
            bare = match[0].lower() in {"both", "either", "the two", "the roles", "all three", "all four"}
            if (
                bare
                and not (self._opens(match.start(), sentence) and self._verb_of_many(match.end()))
                and (not self._agent(match) or closes_aside(self._text, match, (end for _, _, end, _ in groups)))
            ):
                continue
            if not any(a <= match.start() < b or match.end() + 1 >= a > match.start() - 1 for _, a, b, _ in groups):
                groups.append((meant(match[0], self.topics, passage, match.start()), *match.span(), MentionKind.ROLE))
        return sorted(groups, key=lambda group: group[1])

    def _owner(self, group: tuple[tuple[str, ...], int, int, MentionKind], sentence: Span, *, alone: bool) -> Owner:
        roles, start, end, kind = group
        trade = kind is MentionKind.FIELD and trade_alone(self._text, start, sentence)
        part = Part.OWNER if trade else self._part(start, end, sentence)
        return Owner(roles, start, end, Part.COMPANY if not alone and spoken_for(self._text, end) else part, kind)

    def _agent(self, both: re.Match[str]) -> bool:
        """Whether "both" is the agent (``used by both``) or what somebody classes (``files both under``)."""
        if _CLASSED.search(self._text, max(0, both.start() - 16), both.start()):
            return True
        before = self._text[max(0, both.start() - 16) : both.start()].lower()
        agent = (" by ", "for ", "common to ", "asked of ", "expected of ", "required of ")
        return before.endswith(agent) and _BOTH_ALONE.match(self._text, both.end()) is not None

    def _opens(self, start: int, sentence: Span) -> bool:
        return self._opener(Span(sentence.start, start)) is not None

    @kept
    def _opener(self, before: Span) -> int | None:
        """Where what opens a clause begins, in the words of a sentence before a title; None where nothing does."""
        end = self.bare(before.start, before.end)
        first = max(before.start, end - 40)
        match = _CLAUSE_OPENER.search(self._text[first:end])
        return first + match.start() if match else None

    def bare(self, start: int, at: int) -> int:
        """Where a title at ``at`` begins with the words that say which of its holders are meant."""
        return before_kinds(self._text, start, at, self._cues)

    def _verb_follows(self, end: int) -> bool:
        stop = _BETWEEN.match(self._text, end)
        at = stop.end() if stop else end
        word = _NEXT_WORD.match(self._text, at)
        if stop and stop.end() > end and re.search(rf"\b(?:{MAY}|{SHALL}|do|does|tends?)\b", stop[0]):
            return word is not None
        if word is None or (self._text[at : at + 1] not in {" ", "\n"} and at > end):
            return False
        text = word["word"].lower()
        if text == "second":
            # "is a baker first and a miller second"
            return False
        classes = word_class(text).split("+")
        return text in FINITE or any(c in {"V", "Vs", "Vd", "Vx"} for c in classes)

    def _verb_of_many(self, end: int) -> bool:
        """A verb behind a plural subject, so none in -s: in "both titles are" a noun follows."""
        stop = _BETWEEN.match(self._text, end)
        word = _NEXT_WORD.match(self._text, stop.end() if stop else end)
        # "Either Tally or Zoho": a name that is a verb elsewhere.
        verb = word is not None and word["word"][0].islower() and "Vs" not in word_class(word["word"]).split("+")
        return verb and self._verb_follows(end)

    def _part(self, start: int, end: int, sentence: Span) -> Part:
        begins = self.bare(sentence.start, start)
        before = self._text[max(sentence.start, begins - 60) : begins]
        bare = unmodified(before) if not before.strip().lower().endswith(("role of", "roles of")) else before
        tail = bare.rstrip().lower()
        if ends_with(tail, self._comparands) or is_of_compared(tail):
            return Part.OWNER if named_for_itself(tail, self._text, end) else Part.COMPARAND
        if self._text[end : end + 2] in {"'s", "’s", "s'", "s’"} or self._text[end : end + 1] in {"'", "’"}:
            return Part.OWNER
        if self._opens(start, sentence) and self._verb_follows(end):
            between = ("between " in before and _BETWEEN_TWO.search(before)) or _BEING_ONE.search(before)
            relative = _RELATIVE.search(bare) and not _SAID_THAT.search(bare)
            return Part.OWNER if between or relative else Part.SUBJECT
        if any(match.end() == len(tail) for match in self._cues.find("structure.owners", tail, max(0, len(tail) - 40))):
            return Part.OWNER
        by_both = tail.endswith(" by") and self._cues.pattern("structure.both").match(self._text, start)
        if not by_both and (
            _BECOMES.search(before)
            or ("with " in before and _WITH_OTHERS.search(before))
            or ends_with(tail, self._company)
            or among_staff(tail)
        ):
            return Part.SUBJECT if tail.endswith("with") and self._gerund_follows(end) else Part.COMPANY
        return Part.OWNER

    def _gerund_follows(self, end: int) -> bool:
        """``with data engineers building the pipelines``, "with data engineers on $600 a day": a clause of its own."""
        if _PAID_SO.match(self._text, end):
            return True
        word = _NEXT_WORD.match(self._text, end)
        if word is not None and word["word"].endswith("ly"):
            word = _NEXT_WORD.match(self._text, word.end())
        return word is not None and is_gerund(word["word"])

    def _opening(self, owner: Owner, sentence: Span) -> int:
        """Where the clause of a subject begins: at its contrast word or comma."""
        opener = self._opener(Span(sentence.start, owner.start))
        return owner.start if opener is None else opener
