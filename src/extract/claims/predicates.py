"""Predicates of roles: by rules everywhere, by syntax where rules see a subject but not what it does.

The parser is asked about few sentences, all of an article at once: those in which a pronoun or a role is
followed by what may be a verb and rules found no predicate there. A parsed predicate is a verb whose subject the
tree says it is; a parser errs in its own ways, so that it adds to the rules and never overrules them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.attribution import Attribution, Clauses
from extract.claims.context import Context
from extract.claims.phrases import Predicate, antecedent, behind, by_rules
from extract.language import MentionKind
from extract.language.trees import Tree
from extract.language.wordclass import word_class
from extract.lexicons.fragments import MAY, SHALL, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import Block, Span
from extract.reading.lines import ends_with_colon

LONGEST = 60
"""Words; longer sentences are lists or text run together, where parsers lose their way."""
LONGEST_TEXT = 600
"""Characters, for the tokenizer's sake: it is quadratic on runs without a blank."""
NEAR = 60
"""How far behind a subject its verb may be, in characters."""
CONFIDENCE = 0.75

# "than they did" compares and says nothing that was not said before.
_PRONOUN = re.compile(r"[HhSsTt](?<!\w.)(?<!\bthan .)(?:(?<=[Hh])e(?: or she)?|(?<=[Ss])he(?: or he)?|(?<=[Tt])hey)\b")
# "depends on the school they work for": told of the school.
_OF_THING = re.compile(r"\b(?:the|their|its|which|what|every|each|any)\s(?:[a-z-]+\s){1,2}\Z")
_TO_VERB = re.compile(
    rf"(?:\s(?:[a-z]{{2,14}}ly|also|both|then|{USUALLY}|always|still|each|all|to|{MAY}|{SHALL}))*"
    r"\s(?P<verb>[A-Za-z][\w’'-]*)"
)
# What may stand between a subject and its verb: an aside, a relative clause, a participle, a place.
_DETOUR = re.compile(r"\s?,|\s(?:who|at|in|on|with|within|from|\w{3,14}ing)\b")
# A role behind these is no subject, but for "for planners to decide".
_GOVERNED = re.compile(
    r"\b(?:of|for|by|about|between|among|into|than|as|from|to|on|in|becom(?:e|es|ing))\s(?:an?\s|the\s|most\s|both\s)?$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[A-Za-z][\w’'-]*")
_FIGURES = re.compile(r"[" + SIGNS + r"%\d](?:(?<!\d)|[\d,.]{3}|[\u00a0\u202f ]\d{3})")
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_PASSIVE = frozenset({"nsubj:pass", "aux:pass", "csubj:pass"})
_CLAUSES = frozenset({"conj", "advcl", "parataxis"})
_ASIDE = frozenset(
    {
        "while",
        "whereas",
        "although",
        "though",
        "because",
        "since",
        "as",
        "if",
        "when",
        "after",
        "before",
        "until",
    }
    | {"unless", "so", "but", "and"}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that may claim something, cut into clauses, with what it says of roles, pronouns and duties, in order."""

    clauses: Clauses
    predicates: list[Predicate]


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A subject at ``start:end`` whose verb rules did not find; ``roles`` are empty for a pronoun."""

    block: Block
    statement: Statement
    start: int
    end: int
    roles: tuple[str, ...] = ()

    @property
    def sentence(self) -> Span:
        """The sentence that it stands in."""
        return self.statement.clauses.sentence


def statements(context: Context, block: Block) -> Sequence[Statement]:
    """The sentences of a block that may claim something, in order. Every kind of claim asks, so they are kept."""
    if not context.statements:
        context.statements.update(_of_article(context))
    return context.statements.get(block.index, ())


def _of_article(context: Context) -> dict[int, list[Statement]]:
    found: dict[int, list[Statement]] = {}
    doubts: list[_Doubt] = []
    for block, passage in context.prose():
        for sentence in passage.sentences:
            if context.says_nothing(sentence):
                continue
            clauses = context.attributor.finder.clauses(passage, sentence)
            statement = Statement(clauses, by_rules(context, block, clauses))
            found.setdefault(block.index, []).append(statement)
            if context.language.syntax.enabled:
                doubts += _doubts(context, block, statement)
    for statement, predicate in _parsed(context, doubts):
        if not any(_meet(context, predicate, other) for other in statement.predicates):
            statement.predicates.append(predicate)
            statement.predicates.sort(key=lambda one: one.span.start)
    return found


def _meet(context: Context, parsed: Predicate, other: Predicate) -> bool:
    """Whether two predicates share words; "are busy, and so they plan" says nothing that "plan" would repeat."""
    if other.opener is None and other.verb in context.cues.words("phrases.stative"):
        return False
    return parsed.span.start < other.span.end and other.span.start < parsed.span.end


def _doubts(context: Context, block: Block, statement: Statement) -> Iterator[_Doubt]:
    """The subjects of a sentence that rules could not make out, where a parser may."""
    sentence = statement.clauses.sentence
    named = statement.clauses.owners or _may_name_persons(context, sentence)
    subjects = sorted(_subjects(context, block, statement), key=lambda doubt: doubt.start) if named else []
    if not subjects:
        return
    ends = [doubt.start for doubt in subjects[1:]] + [sentence.end]
    unclear = [
        doubt
        for doubt, end in zip(subjects, ends, strict=False)
        if not any(doubt.end <= p.span.start < end or _holds(p, doubt) for p in statement.predicates)
    ]
    if unclear and _may_be_parsed(context, sentence):
        yield from (doubt for doubt in unclear if _verb_ahead(context, doubt, sentence.end))


def _may_name_persons(context: Context, sentence: Span) -> bool:
    """Whether a sentence has one of the words that stand for persons."""
    return context.cues.may_have("structure.persons", context.text, sentence.start, sentence.end)


def _may_be_parsed(context: Context, sentence: Span) -> bool:
    """Whether a sentence is worth a parser: not of figures or of one person, not too long."""
    text = context.text
    if ends_with_colon(text[sentence.start : sentence.end]) or context.tone.told(sentence):
        return False
    return not _FIGURES.search(text, sentence.start, sentence.end) and _fit(text, sentence)


def _fit(text: str, sentence: Span) -> bool:
    return len(sentence) <= LONGEST_TEXT and len(text[sentence.start : sentence.end].split()) <= LONGEST


def _verb_ahead(context: Context, doubt: _Doubt, end: int) -> bool:
    """Whether a word that may be a verb of doing follows a subject, at once or behind a detour."""
    text = context.text
    verb = _TO_VERB.match(text, doubt.end, end)
    doing = context.cues.pattern("phrases.doing")
    if verb and (doing.match(text, verb.start("verb"), end) or _may_act(context, verb["verb"].lower())):
        return True
    if not doubt.roles or not _DETOUR.match(text, doubt.end, end):
        return False
    ahead = _NEXT.findall(text, doubt.end, min(end, doubt.end + NEAR))
    return any(_may_act(context, word.lower()) for word in ahead[1:])


def _holds(predicate: Predicate, doubt: _Doubt) -> bool:
    """Whether a role stands inside a predicate: as an object, or in a clause below it, as pronouns do not."""
    return bool(doubt.roles) and predicate.span.start <= doubt.start < predicate.span.end


def _subjects(context: Context, block: Block, statement: Statement) -> Iterator[_Doubt]:
    sentence = statement.clauses.sentence
    for match in _PRONOUN.finditer(context.text, sentence.start, sentence.end):
        if _OF_THING.search(context.text, max(sentence.start, match.start() - 32), match.start()) is None:
            yield _Doubt(block, statement, match.start(), match.end())
    for owner in statement.clauses.owning():
        governed = _GOVERNED.search(context.text, max(sentence.start, owner.start - 24), owner.start)
        infinitive = context.text.startswith(" to ", owner.end)
        if owner.kind is MentionKind.ROLE and (infinitive or not governed):
            yield _Doubt(block, statement, owner.start, owner.end, owner.roles)


def _may_act(context: Context, word: str) -> bool:
    """Whether a word may be a verb of doing; one that no word list knows may."""
    classes = set(word_class(word).split("+"))
    known = bool(classes & {"V", "Vs", "Vd", "Vx", "0"})
    return known and word not in context.cues.words("phrases.stative")


def _parsed(context: Context, doubts: list[_Doubt]) -> Iterator[tuple[Statement, Predicate]]:
    sentences = list(dict.fromkeys(doubt.sentence for doubt in doubts))
    if not sentences:
        return
    texts = [" ".join(context.text[s.start : s.end].split("\n")) for s in sentences]
    trees = dict(zip(sentences, context.language.syntax.parse(texts), strict=True))
    for doubt in doubts:
        found = _predicate(context, doubt, trees[doubt.sentence])
        if found is not None:
            yield doubt.statement, found


def _predicate(context: Context, doubt: _Doubt, tree: Tree) -> Predicate | None:
    verb = _verb_of(tree, doubt.start - doubt.sentence.start, doubt.end - doubt.sentence.start)
    if verb is None:
        return None
    owner = _owner(context, doubt)
    if not owner:
        return None
    start = doubt.sentence.start + tree.words[verb].start
    end = doubt.sentence.start + _end(tree, verb)
    if _believed(tree, verb):
        return None
    found = behind(context, owner, start, end)
    return replace(found, parsed=True) if found else None


def _owner(context: Context, doubt: _Doubt) -> Attribution:
    if not doubt.roles:
        return antecedent(context, doubt.block, doubt.statement.clauses, doubt.start)
    words = context.text[doubt.start : doubt.end]
    return Attribution(doubt.roles, f"“{words}” is the subject by its syntax", CONFIDENCE)


def _verb_of(tree: Tree, start: int, end: int) -> int | None:
    """The active verb whose subject stands at ``start:end``."""
    last = bisect_right(tree.words, end - 1, key=lambda word: word.start) - 1
    if tree.words[last].start < start:
        return None
    subject = tree.words[last].head if tree.words[last].label == "conj" else last
    if tree.words[subject].label in _SUBJECTS:
        verb = tree.words[subject].head
        return verb if verb > last and _acts(tree, verb) else None
    return _relative(tree, last)


def _relative(tree: Tree, noun: int) -> int | None:
    """The verb of "it is editors who cut" or "editors, who cut"; "editors who cut" are only some of them."""
    cleft = bool(tree.children(noun, {"cop"}))
    for verb in tree.children(noun, {"acl:relcl"}):
        who = [i for i in tree.children(verb, _SUBJECTS) if tree.words[i].text.lower() == "who"]
        if who and (cleft or tree.words[who[0] - 1].text == ",") and _acts(tree, verb):
            return verb
    return None


def _acts(tree: Tree, verb: int) -> bool:
    """Whether a word is an active verb; one tagged as a noun is where it has an object."""
    if tree.children(verb, _PASSIVE | {"cop"}):
        return False
    return tree.words[verb].is_verb or bool(tree.children(verb, {"obj"}))


def _believed(tree: Tree, verb: int) -> bool:
    """Whether a clause is what somebody says or sees: "managers say that editors should cut"."""
    above = tree.words[verb].head
    told = tree.words[verb].label in {"ccomp", "xcomp"} and above < verb
    holders = [tree.words[i].text.lower() for i in tree.children(above, {"nsubj"})]
    return told and any(holder != "it" for holder in holders)


def _end(tree: Tree, verb: int) -> int:
    """Where a predicate ends: before the first clause below its verb that turns to another subject."""
    below = {i for i in tree.subtree(verb) if i >= verb}
    for child in tree.children(verb, _CLAUSES):
        first = min(tree.subtree(child))
        turns = tree.words[child].label != "advcl" or tree.words[first].text.lower() in _ASIDE
        if child > verb and turns and tree.children(child, _SUBJECTS | _PASSIVE):
            below = {i for i in below if i < max(first, verb + 1)}
    return tree.words[max(below)].end
