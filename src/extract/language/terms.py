"""Names in a text: a spaCy component that matches every form of every lexicon in one linear pass.

Forms are matched without regard to case. What a match is worth is decided afterwards: forms that count only as written are
compared with the text, forms that are also common words need context (:mod:`extract.language.context`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypedDict

from spacy.language import Language as SpacyLanguage
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from extract.language.mentions import MentionKind
from extract.lexicons import Lexicons, RegionEntry, key, plural

FACTORY = "rolefacts_terms"
TEXT = "rolefacts_text"
NEW = "rolefacts_new"
"""The words of the text that no text before it had, where that is known."""
_WORD = re.compile(r"[^\W_]+")
Doc.set_extension("term_matches", default=(), force=True)
Token.set_extension("term", default=None, force=True)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a lexicon entry: ``exact`` counts only as written, ``doubtful`` needs context besides."""

    kind: MentionKind
    key: str
    text: str
    exact: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A form found at ``start:end`` of the text that was given."""

    form: Form
    start: int
    end: int


SHORTEST_SLOPPY = 5
"""Letters."""


def forms(lexicons: Lexicons) -> Iterator[Form]:
    """Every form of every entry that language looks for, plurals of roles included."""
    for role in lexicons.roles:
        yield from _with_plurals(MentionKind.ROLE, role.id, role.forms)
        yield from _short_titles(role.id, role.short)
        yield from (Form(MentionKind.FIELD, role.id, text) for text in role.fields)
    for tool in lexicons.tools:
        yield from (Form(MentionKind.TOOL, tool.name, text, exact=tool.cased) for text in tool.forms)
        yield from (
            Form(MentionKind.TOOL, tool.name, text, exact=not _sloppy(text, tool.cased), doubtful=True)
            for text in tool.doubtful
        )
    for region in lexicons.regions:
        yield from _places(region)
    for origin in lexicons.origins:
        yield from (Form(MentionKind.ORIGIN, origin.name, text) for text in origin.forms)
        doubtful_forms = (origin.name, *origin.short) if origin.ambiguous else origin.short
        yield from (Form(MentionKind.ORIGIN, origin.name, text, exact=True, doubtful=True) for text in doubtful_forms)
    for degree in lexicons.degrees:
        yield from _with_plurals(MentionKind.DEGREE, degree.id, degree.forms)
        yield from (Form(MentionKind.DEGREE, degree.id, text, exact=True) for text in degree.exact)
    for study in lexicons.study_fields:
        yield from (Form(MentionKind.STUDY, study.name, text) for text in study.forms)
        yield from (Form(MentionKind.STUDY, study.name, text, exact=True) for text in study.exact)
    for item in lexicons.certifications:
        yield from _with_plurals(MentionKind.CERTIFICATION, item.name, item.forms)
        yield from (Form(MentionKind.CERTIFICATION, item.name, text, exact=True) for text in item.exact)


def _places(region: RegionEntry) -> Iterator[Form]:
    """The names of a place as they are written, and in capitals where these say nothing else."""
    name = region.code or region.name
    loud = () if region.ambiguous else (text.upper() for text in region.forms if len(text) >= SHORTEST_SLOPPY)
    for text in dict.fromkeys((*region.forms, *region.exact, *loud)):
        yield Form(MentionKind.REGION, name, text, exact=True, doubtful=region.ambiguous)


def _sloppy(name: str, cased: bool) -> bool:
    """Whether an ambiguous name may be meant where it is written small, in a list of tools: "SQL and excel"."""
    return len(name) >= SHORTEST_SLOPPY and name.istitle() and name.isalpha() and not cased


def _short_titles(name: str, texts: Iterable[str]) -> Iterator[Form]:
    """Short forms of roles: acronyms (``PM``) as written, words (``frontend``) in any case."""
    for text in texts:
        yield from _with_plurals(MentionKind.ROLE, name, (text,), exact=not text.islower(), doubtful=True)


def _with_plurals(
    kind: MentionKind, name: str, texts: Iterable[str], *, exact: bool = False, doubtful: bool = False
) -> Iterator[Form]:
    for text in texts:
        yield Form(kind, name, text, exact, doubtful)
        yield Form(kind, name, plural(text), exact, doubtful)


class _Pattern(TypedDict):
    """What one lower-case spelling stands for, and the spellings to make patterns of."""

    forms: list[Form]
    texts: list[str]


@SpacyLanguage.factory(FACTORY)
class TermMatcher:
    """Fills ``doc._.term_matches`` with a tuple of :class:`Match`, the longest of each kind, in order of offset."""

    def __init__(self, nlp: SpacyLanguage, name: str = FACTORY) -> None:
        self.name = name
        self._nlp = nlp
        self._matcher: PhraseMatcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._forms: dict[int, list[Form]] = {}
        self._waiting: dict[str, dict[str, _Pattern]] = {}

    def load(self, lexicons: Lexicons) -> None:
        """Takes the forms of all entries. Patterns are made of them when their first word is first seen."""
        for form in forms(lexicons):
            for spelling in _spellings(form.text):
                spellings = self._waiting.setdefault(_first_word(spelling), {})
                pattern = spellings.setdefault(spelling.lower(), _Pattern(forms=[], texts=[]))
                pattern["forms"].append(form)
                # Upper and lower case may be cut into words differently ("U.S.", "u.s.").
                pattern["texts"] += (spelling, spelling.lower())

    def _prepare(self, text: str) -> None:
        """Adds the patterns that a text may match."""
        words = set(_WORD.findall(text.lower()))
        # "3ohio": a rank runs into a name.
        words |= {word.lstrip("0123456789") for word in words if word[0].isdigit()}
        for word in sorted(words & self._waiting.keys()):
            for spelling, group in self._waiting.pop(word).items():
                self._forms[self._nlp.vocab.strings.add(spelling)] = group["forms"]
                texts = sorted(set(group["texts"]))
                self._matcher.add(spelling, [self._nlp.make_doc(text) for text in texts])

    def __call__(self, doc: Doc) -> Doc:
        """Matches a document."""
        # Joining the tokens again would cost more than matching them.
        text = doc.user_data.get(TEXT) or doc.text
        self._prepare(doc.user_data.get(NEW, text))
        found: dict[MentionKind, list[Match]] = {}
        for label, first, last in self._matcher(doc):
            start = doc[first].idx
            token = doc[last - 1]
            end = token.idx + len(token)
            for form in self._forms[label]:
                if not form.exact or _as_written(text[start:end], form.text):
                    found.setdefault(form.kind, []).append(Match(form, start, end))
        kept = [match for group in found.values() for match in longest(group)]
        doc._.term_matches = tuple(sorted(kept, key=lambda m: (m.start, -m.end, m.form.kind, m.form.key)))
        return doc


def longest(matches: Iterable[Match]) -> list[Match]:
    """Matches without those that lie inside a longer one; equals in place stay side by side."""
    ordered = sorted(matches, key=lambda m: (m.start, -m.end, m.form.doubtful, m.form.key))
    kept: list[Match] = []
    reach, owner = -1, (-1, -1)
    for match in ordered:
        if match.start >= reach:
            reach, owner = match.end, (match.start, match.end)
            kept.append(match)
        elif (match.start, match.end) == owner and match.form.doubtful == kept[-1].form.doubtful:
            kept.append(match)
    return kept


def _first_word(spelling: str) -> str:
    match = _WORD.search(spelling.lower())
    return match[0] if match else ""


def _spellings(text: str) -> Iterator[str]:
    yield text
    if "'" in text:
        yield text.replace("'", "’")
    if "-" in text.strip("-"):
        yield text.replace("-", " ")


def _as_written(found: str, form: str) -> bool:
    """Whether the letters' case is the form's; a plural ``s`` and the kind of apostrophe do not matter."""
    return found == form or (found.replace("’", "'") == form and key(found) == key(form))
