"""Builds the pipeline and annotates documents."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

import spacy
from spacy.attrs import LOWER, NORM  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from extract.language.assistants import names_of_assistants, with_assistants
from extract.language.bodies import is_in_body, named_bodies
from extract.language.common_titles import contrasted, headed, paid, tabled
from extract.language.context import accept, is_currency, is_employer, is_industry, means_other_thing
from extract.language.cues import Cues
from extract.language.glued import glued_titles, glued_tools
from extract.language.heads import bare_heads, bare_modifiers, in_full
from extract.language.interrupted import interrupted, titles_of
from extract.language.introduced import with_introduced
from extract.language.licences import is_licence_of_another
from extract.language.mentions import Annotated, Mention, MentionKind, Passage
from extract.language.namesakes import without_namesakes
from extract.language.postal import coded_places
from extract.language.roles import (
    RoleFinder,
    topics,
    without_shared_fields,
)
from extract.language.sentences import split_sentences
from extract.language.shorts import short_roles
from extract.language.syntax import Syntax
from extract.language.terms import FACTORY, NEW, TEXT, Match
from extract.language.titles import unwritten, with_plural_signs
from extract.language.tool_columns import in_tool_columns
from extract.lexicons import Lexicons
from extract.lexicons.signs import SIGNS
from extract.model import BlockKind, Document, Span, Zone

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.language.terms import TermMatcher

# The tokenizer is quadratic in the length of runs without a blank; no word of a language is this long.
LONGEST_RUN = 100
LONGEST_LEAD = 16
"""In characters."""
# "Barista$31,000", "Barista:$31,000": a sum runs into the name before it.
_SUM_BEHIND = r"(?<=[a-z]):?[" + SIGNS + r"](?=\d)"
# What a site's name in small letters stands behind: "according to glassdoor", "(indeed".
_OF_SITE = re.compile(
    r"(?:\A|[\n:,;.(&|•]|\b(?i:to|by|from|on|at|via|and|or|per|source|like|see|through|using|of|with|says))\s{0,3}\W?\Z"
)
# "US $": the letters say whose dollar it is, not where.
_SIGN_BEHIND = re.compile(r"\s?\$\s?\d")
_SIGNED = re.compile(r"\$\s?\d[\d,.]{0,12}[kKmM]?\s$")
# "Cook(s)": one or more of them.
_PLURAL_SIGN = r"(?<=[a-z])\((?=s\b)"
# "bakers[2] earn", "bakers.[^note]", "SQL,[3]": the mark of a note runs into the name before it.
_NOTE_BEHIND = r"(?<=[a-zA-Z])[.,;:]?\[(?=\^?\w)"
# "Durban- R46 000", "Durban:- R46 000": a dash runs into the name before it.
_DASH_BEHIND = r"(?<=[a-z]):?[-–—]"
# "3Ohio", "12New York": a rank runs into the name behind it.
_RANK_AHEAD = r"\d{1,2}(?=[A-Z][a-z]{2})"
SHORTEST_CODE, LONGEST_CODE = 2, 4
"""Letters of a country's abbreviation."""
_RUN = re.compile(rf"\S{{{LONGEST_RUN}}}")
_START = attrgetter("start")
# "... Power BI and R. Next", "a PhD. Next": the tokenizer takes a capital and its full stop for an initial.
_LETTER_STOP = re.compile(r"\.(?<=[A-Z].)(?:(?<![\w.]..)|(?<=[a-z]..))(?=\s|$)")
# Lists that are asked one after the other, as one: where that has nothing none of them has.
TOGETHER = {
    "statistic.any": [f"statistic.{name}" for name in ("mean", "median", "minimum", "maximum", "typical")],
    "pay.parts": ["pay.base", "pay.total", "pay.bonus"],
    "phrases.telling": ["phrases.abilities", "phrases.able"],
    "tone.people": ["tone.persona", "tone.alumni"],
    "comparison.words": [f"comparison.{name}" for name in ("more", "less", "same", "accessibility", "apart")],
    "comparison.any": [f"comparison.{name}" for name in ("salary", "growth", "demand", "accessibility")],
}
CHUNK = 200_000
KNOWN_WORDS = 200_000
"""Words whose tokens are kept, a few dozen megabytes at most; others are cut up each time."""


class Language:
    """A pipeline over given lexicons.

    ``model`` names the syntactic model: ``en_ud_sm`` (shipped), ``none`` (rules alone) or an installed spaCy package.
    Raises :class:`~extract.errors.ConfigurationError` where the model cannot be loaded.
    """

    def __init__(self, lexicons: Lexicons, *, model: str = "en_ud_sm") -> None:
        self.lexicons = lexicons
        levels = [term for level in lexicons.levels for term in (*level.aliases, *level.short, *level.grades)]
        together = {name: [term for part in parts for term in lexicons.cues[part]] for name, parts in TOGETHER.items()}
        self.cues = Cues({**lexicons.cues, **together, "levels.any": levels})
        self.syntax = Syntax(model)
        self._nlp = spacy.blank("en")
        self._nlp.max_length = CHUNK * 10
        tokenizer: Any = self._nlp.tokenizer
        tokenizer.max_cache_size = KNOWN_WORDS
        infixes: Any = self._nlp.Defaults.infixes
        tokenizer.infix_finditer = compile_infix_regex([*infixes, _SUM_BEHIND, _PLURAL_SIGN, _NOTE_BEHIND]).finditer
        prefixes: Any = self._nlp.Defaults.prefixes
        tokenizer.prefix_search = compile_prefix_regex([*prefixes, _RANK_AHEAD]).search
        suffixes: Any = self._nlp.Defaults.suffixes
        tokenizer.suffix_search = compile_suffix_regex([*suffixes, _DASH_BEHIND]).search
        self._known: set[str] = set()
        # Of all that spaCy works out for each new word (shape, whether it is like a URL ...) names need this alone.
        vocab: Any = self._nlp.vocab
        vocab.lex_attr_getters = {name: vocab.lex_attr_getters[name] for name in (LOWER, NORM)}
        cast("TermMatcher", self._nlp.add_pipe(FACTORY)).load(lexicons)
        self._roles = RoleFinder(lexicons)
        self._titles = titles_of(lexicons)
        self._abbreviations = self.cues.words("stops.abbreviations")

    def annotate(self, document: Document) -> Annotated:
        """Sentences and mentions of every article block and cell. Linear in the text's length; never raises on text."""
        self.cues.index(document.text)
        glued = [*_glued_cells(document), *glued_titles(document, self.lexicons)]
        masked = _masked(document, glued)
        matches = [match for start, doc in self._chunks(masked) for match in _shifted(doc, start)]
        for cell in glued:
            matches += _shifted(self._read(document.text[cell.start : cell.end]), cell.start)
        matches.sort(key=lambda match: match.start)
        certain, doubtful = _parted(matches)
        named = sorted(self._mentions(document, certain, doubtful), key=_START)
        named = without_namesakes(document.text, named, self.lexicons)
        lost = [*coded_places(document, self.lexicons), *glued_tools(document, self.lexicons)]
        explained = interrupted(document, self._titles)
        mentions = _without_nested(
            document.text, [*named, *unwritten(document, named, self.lexicons), *lost, *explained]
        )
        mentions = with_assistants(document, with_plural_signs(document.text, mentions), self.lexicons)
        mentions = with_introduced(document, self._roles.complete(document, mentions))
        mentions = sorted([*mentions, *named_bodies(document, mentions, self.cues)], key=lambda m: (m.start, -m.end))
        mentions, about = in_full(document, mentions, topics(document, mentions), self.lexicons.role_by_id)
        bare = bare_heads(document, mentions, about, set(self.lexicons.role_heads))
        bare += bare_modifiers(document, mentions, about)
        meant = {(m.start, m.end) for m in bare}
        mentions = without_shared_fields(document.text, mentions, about)
        mentions = [m for m in mentions if m.kind is not MentionKind.ROLE or (m.start, m.end) not in meant]
        mentions = sorted([*mentions, *bare], key=lambda m: (m.start, -m.end))
        starts = [mention.start for mention in mentions]
        blocks = {
            block.index: self._passage(document.text, block.start, block.end, mentions, starts)
            for block in document.blocks
            if block.zone in (Zone.ARTICLE, Zone.QUESTION) and block.kind is not BlockKind.TABLE
        }
        cells = {
            (table.index, cell.row, cell.column): self._passage(document.text, cell.start, cell.end, mentions, starts)
            for table in document.tables
            for cell in table.cells()
            if cell.end > cell.start
        }
        names = {role.id: role.name for role in self.lexicons.roles}
        names = {**self._roles.names(mentions), **names}
        return Annotated(document, about, blocks, cells, {**names_of_assistants(mentions, names), **names})

    def _chunks(self, text: str) -> Iterator[tuple[int, Doc]]:
        """Documents of bounded length, cut at line breaks."""
        start = 0
        while start < len(text):
            stop = min(len(text), start + CHUNK)
            if stop < len(text):
                cut = text.rfind("\n", start, stop)
                stop = cut + 1 if cut > start else stop
            yield start, self._read(text[start:stop])
            start = stop

    def _meet(self, text: str) -> set[str]:
        """Cuts up words that are new, one by one: after the first contraction of a text spaCy keeps no tokens of its others."""
        new = set(text.split()) - self._known
        if len(self._known) + len(new) <= KNOWN_WORDS:
            self._known |= new
            for word in sorted(new):
                self._nlp.make_doc(word)
        return new

    def _read(self, text: str) -> Doc:
        new = self._meet(text)
        doc = self._nlp.make_doc(text)
        doc.user_data.update({TEXT: text, NEW: " ".join(new)})
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        return doc

    def _mentions(self, document: Document, certain: Sequence[Match], doubtful: Sequence[Match]) -> Iterator[Mention]:
        named = {match.form.key for match in certain if match.form.kind is MentionKind.ROLE}
        found = [*certain, *doubtful]
        roles = named | contrasted(document, found) | tabled(document, found) | headed(document, found)
        first: dict[str, int] = {}
        for match in certain:
            first.setdefault(match.form.key, match.start)
        meant = {**{role: role for role in roles}, **paid(document.text, doubtful, roles, first)}
        money = {match.form.key for match in certain if is_currency(document.text, match, self.lexicons)}
        for match in certain:
            if _means_other(document, match) or means_other_thing(document.text, match, self.lexicons):
                continue
            # What is a currency beside a sum is one beside any number, and alone.
            if match.form.key in money and is_currency(document.text, match, self.lexicons, known=True):
                continue
            yield Mention(match.form.kind, match.form.key, match.start, match.end)
        listed = list(in_tool_columns(document, certain, doubtful))
        yield from (Mention(match.form.kind, match.form.key, match.start, match.end, doubtful=True) for match in listed)
        accepted = sorted([*certain, *listed], key=_START)
        # Forwards, then backwards: a name accepted for its neighbour vouches for the next one in the list.
        pending = [match for match in doubtful if match.form.kind is not MentionKind.ROLE]
        done = set(map(id, listed))
        for order in (pending, pending[::-1]):
            for match in order:
                if id(match) not in done and accept(document.text, match, _near(accepted, match), self.lexicons):
                    done.add(id(match))
                    insort(accepted, match, key=_START)
                    yield Mention(match.form.kind, match.form.key, match.start, match.end, doubtful=True)
        yield from short_roles(document.text, doubtful, meant, certain)

    def _passage(self, text: str, start: int, end: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Passage:
        """The passage at ``start:end``; ``starts`` are where the mentions begin, in order."""
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        inside = tuple([mention for mention in mentions[first:last] if mention.end <= end]) if last > first else ()
        return Passage(start, end, split_sentences(text, start, end, self._abbreviations), inside)


def _glued_cells(document: Document) -> list[Span]:
    """The cells that run into their neighbours without a blank: their words are read one cell at a time."""
    text, found = document.text, []
    for table in document.tables:
        for cell in table.cells():
            before, after = text[max(0, cell.start - 2) : cell.start][::-1], text[cell.end : cell.end + 2]
            glued = _runs_on(before) or _runs_on(after)
            if cell.end > cell.start and glued:
                found.append(Span(cell.start, cell.end))
    return found


def _runs_on(beside: str) -> bool:
    """Whether words go on beside a cell; a pipe parts them only where a blank stands on its other side."""
    first, second = beside[:1], beside[1:]
    nearest = second if first == "|" else first
    return bool(nearest) and not nearest.isspace()


def _masked(document: Document, hidden: Sequence[Span] = ()) -> str:
    """The text with all that makes no claims blanked out, and over-long runs broken; every offset stays."""
    kept = bytearray(len(document.text))
    for block in document.blocks:
        if block.zone in (Zone.ARTICLE, Zone.QUESTION):
            kept[block.start : block.end] = b"\x01" * (block.end - block.start)
    for span in hidden:
        kept[span.start : span.end] = bytes(span.end - span.start)
    pieces, position, text = [], 0, document.text
    for match in re.finditer(rb"\x01+", bytes(kept)):
        pieces.append(" " * (match.start() - position - 1) + "\n" if match.start() > position else "")
        pieces.append(text[match.start() : match.end()])
        position = match.end()
    masked = _LETTER_STOP.sub(" ", "".join(pieces))
    if max(map(len, masked.split()), default=0) < LONGEST_RUN:
        return masked
    return _RUN.sub(lambda run: run[0][:-1] + " ", masked)


def _shifted(doc: Doc, start: int) -> Iterator[Match]:
    if start == 0:
        yield from doc._.term_matches
        return
    for match in doc._.term_matches:
        yield Match(match.form, match.start + start, match.end + start)


def _parted(matches: Sequence[Match]) -> tuple[list[Match], list[Match]]:
    certain = [match for match in matches if not match.form.doubtful]
    return certain, [match for match in matches if match.form.doubtful]


def _means_other(document: Document, match: Match) -> bool:
    """Whether a name is an employer's and no source, a title an industry's or a body's, a country its currency's."""
    kind, text = match.form.kind, document.text
    if kind is MentionKind.ORIGIN:
        # "whose payscale tops off"
        small = text[match.start : match.end].islower() and not match.form.key.islower()
        small = small and _OF_SITE.search(text, max(0, match.start - LONGEST_LEAD), match.start) is None
        return small or is_employer(text, match.start)
    if kind is MentionKind.ROLE:
        return is_industry(text, match.start, match.end) or is_in_body(text, match.start, match.end)
    return kind is MentionKind.REGION and _tells_dollar(text, match)


def _tells_dollar(text: str, match: Match) -> bool:
    """Whether a country's letters say whose dollar an amount is in: "US $3", "$4,000 US a month"."""
    written = text[match.start : match.end]
    if _SIGN_BEHIND.match(text, match.end):
        # "Ohio $75,000" tells where.
        return written.isupper() and len(written) <= LONGEST_CODE
    return (
        match.end - match.start == SHORTEST_CODE
        and _SIGNED.search(text, max(0, match.start - 16), match.start) is not None
    )


def _near(matches: Sequence[Match], match: Match) -> Sequence[Match]:
    at = bisect_left(matches, match.start, key=_START)
    return matches[max(0, at - 4) : at + 5]


# A name inside a longer name of these kinds is part of it: "Java developer", "AWS Certified ...".
_SWALLOWS = {
    MentionKind.ROLE: {
        MentionKind.TOOL,
        MentionKind.FIELD,
        MentionKind.STUDY,
        MentionKind.DEGREE,
        MentionKind.REGION,
    },
    # "Doctor of Nursing Practice"
    MentionKind.DEGREE: {MentionKind.ROLE},
    MentionKind.CERTIFICATION: {
        MentionKind.TOOL,
        MentionKind.ROLE,
        MentionKind.FIELD,
        MentionKind.STUDY,
        MentionKind.DEGREE,
    },
    MentionKind.TOOL: {
        MentionKind.TOOL,
        MentionKind.ROLE,
        MentionKind.FIELD,
        MentionKind.STUDY,
        MentionKind.REGION,
        MentionKind.DEGREE,
    },
    MentionKind.ORIGIN: {MentionKind.REGION, MentionKind.TOOL},
    MentionKind.REGION: {MentionKind.REGION},
}


def _without_nested(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end, m.doubtful, m.kind, m.key))
    kept: list[Mention] = []
    reach = 0
    for mention in ordered:
        # What begins behind all that came before lies in none of it.
        free = mention.start >= reach
        if mention.key == "master" and any(o.kind is MentionKind.ROLE and mention.start < o.end for o in kept[-6:]):
            # "Scrum Masters in the US", "a scrum master's day": no degree.
            continue
        if free or not any(mention.end <= other.end and _inside(mention, other) for other in kept[-6:]):
            if is_licence_of_another(text, mention, kept):
                continue
            kept.append(mention)
            reach = max(reach, mention.end)
    return kept


def _inside(mention: Mention, other: Mention) -> bool:
    """Whether a mention within another says nothing beside it."""
    longer = other.end - other.start > mention.end - mention.start
    same = other.kind is mention.kind
    return (
        (longer and mention.kind in _SWALLOWS.get(other.kind, set()))
        # "Chef vs Baker": where the role is meant, the tool of its name is not.
        or (not longer and other.kind is MentionKind.ROLE and mention.kind is MentionKind.TOOL)
        or (longer and same)
        or (same and not longer and other.key == mention.key)
    )
