"""Qualifiers of a figure: level, experience, region, date, origin, statistic, basis; each from the nearest words that say it.

A figure's surroundings are spans from near to far: its own segment of the sentence, the sentence, the sentences before it,
label, introduction, headings. Each qualifier looks as far as it may carry, no farther.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.attribution.addresses import innermost
from extract.attribution.dates import date_in
from extract.attribution.distribution import is_no_end, percentile, tails_in
from extract.attribution.experience import Experience, experience_in
from extract.attribution.grades import Found, Grades, terms_body
from extract.attribution.no_levels import is_no_level
from extract.attribution.no_parts import is_no_part
from extract.attribution.no_places import is_left_out, spelled_as
from extract.language import Cues, Mention, MentionKind, Passage
from extract.lexicons import Lexicons
from extract.lexicons.fragments import ABOUT, EARN
from extract.lexicons.signs import SIGNS
from extract.model import Span

# "School of X", "senior school", "staff grade", "management of firms": no levels of pay.
_OF_SCHOOLS = re.compile(
    r"\s(?:(?<!of\s)schools?|(?<=taff\s)grade|(?<=agement\s)(?:of|consult(?:ing|ancy)|services|science))\b",
    re.IGNORECASE,
)
_PERCENTILE = re.compile(r"\b(?P<top>(?:top|upper|highest)\s)?(?P<n>\d{1,2})(?:st|nd|rd|th)\s+percentile\b", re.I)
_ORDINAL = re.compile(r"\b(?P<n>10|25|50|75|90)th\b(?!\s(?:edition|year|grade|floor))", re.IGNORECASE)
# "... and the 75th is X": an ordinal behind the first that was called a percentile.
_ORDINAL_ALONE = re.compile(
    r"\bthe\s(?P<n>10|25|50|75|90)th\b(?=[,.;)]|\s(?:is|was|are|at|earns?|makes?|takes?|gets?|brings?|and|to)\b|\s["
    + SIGNS
    + r"]|\s*$)",
    re.IGNORECASE,
)
_END = re.compile(r"\b(?:low|high)\b(?!\sschool)", re.IGNORECASE)
LONGEST_OPENING = 24
"""In characters."""
_NAMED = (MentionKind.FIELD, MentionKind.STUDY)
_GAP = re.compile(r"[\s\-–]+")
# Levels that are verbs behind those who do it.
_VERBS = frozenset({"lead", "head"})
_LAST_TWO = re.compile(r"(?:[A-Z]\w+\s)?(?P<one>[A-Z]\w{3,11})\s$")
# "on the low end", "with the lower end around X"
_END_ALONE = re.compile(
    rf"(?:\b(?i:on|at)\s(?i:the)\s|\bthe\s(?=(?:low|high)(?:er)?\send\s(?:of|at|near|is|being|{ABOUT})\s[^\s\w]?[\d~]|(?:low|high)(?:er)?\send\s(?:of|at|near|is|being)\s{ABOUT}\s[^\s\w]?\d))"
    r"(?P<end>(?i:low|high))(?i:er)?\s(?i:end)\b"
)
# "above-average pay" is no average.
_OFF_AVERAGE = re.compile(r"\b(?:above|below)(?:[\s-]|-the-)$", re.IGNORECASE)
# "The state with the highest pay": the place is the highest, not what one is paid there.
_OF_PLACES = re.compile(
    r"\b(?:states?|cit(?:y|ies)|regions?|countr(?:y|ies)|metros?|areas?|provinces?|districts?|industr(?:y|ies)|employers?|sectors?|specialt(?:y|ies))\s"
    r"(?:(?:with|offering|paying|reporting|has|have|had)|that\s(?:pays?|offers?|has|have))\s(?:the\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_ENDS = {"low": "minimum", "high": "maximum"}
_GETS = r"(?:(?:has(?:\snot\seven)?|gets|got|earns|earned|makes|made|receives|received|takes\shome|is\son|(?:is|was)\s(?:paid|offered))\s)?"
# What every pattern of a part of the distribution has in it.
_TAIL_WORD = re.compile(
    r"[PpDdTtQqBbLlHhUu059](?i:(?<=[05])\s?(?:%|percent|per\scent)\s(?:[\w’'()-]+\s){1,8}?(?:less|more|under|over|above|below)\b|(?<=p)ercentile|(?<=d)ecile|(?<=t)enth|(?<=q)uart(?:ile|er)|(?<=t)en\b|(?<=[059])th\b"
    r"|(?<!\w.)(?:(?<=b)ottom|(?<=l)owe(?:st|r)|(?<=u)pper|(?<=t)op|(?<=h)ighest|(?<=b)est|(?<=h)alf|(?<=p)\d\d)\b)"
)


class Qualifiers:
    """Readers of qualifiers over given lexicons."""

    def __init__(self, lexicons: Lexicons, cues: Cues) -> None:
        self.cues = cues
        self._lexicons = lexicons
        self._levels = {term: level.id for level in lexicons.levels for term in (*level.aliases, *level.grades)}
        self._short_levels = {term: level.id for level in lexicons.levels for term in level.short}
        self._level = _alternation(self._levels)
        self._short = _alternation({**self._levels, **self._short_levels})
        self._grades = Grades(lexicons)
        heads = "|".join(map(re.escape, sorted({*lexicons.role_heads, "position", "role", "level", "hire"})))
        self._adjectives = {
            word: region.code for region in lexicons.regions for word in region.adjectives if region.code is not None
        }
        # An article asks the same of its labels and headings for every figure below them.
        self._text = ""
        self._known: dict[tuple[object, ...], Sequence[Found]] = {}
        self._years: dict[tuple[int, int], Experience | None] = {}
        self._dates: dict[tuple[int, int], Found | None] = {}
        self._behind = re.compile(
            rf"[^\S\n]?(?:\(\s?)?(?:as\s)?(?P<level>{terms_body({**self._levels, **self._short_levels})})"
            rf"(?=\s?(?:[),.;|]|and\b|in\b|here\b|[{SIGNS}]\s?\d|(?m:$)))",
            re.IGNORECASE,
        )
        self._ahead = re.compile(
            # "Pay: junior X, mid Y": right behind a comma or colon it needs no mark of its own.
            rf"(?P<listed>(?<=[,;:/]\s))?(?P<level>{terms_body({**self._levels, **self._short_levels})})(?:[\s-]level)?"
            r"(?::|\s[–—-]|(?(listed)|(?!)))\s?\Z",
            re.IGNORECASE,
        )
        # "mid 12 000 zł": a line that is a level and an amount.
        self._opening = re.compile(
            rf"[\s•*–-]{{0,4}}(?P<level>{terms_body({**self._levels, **self._short_levels})})(?:[\s-]level)?\s{{1,2}}",
            re.IGNORECASE,
        )
        # "Associates earn X", "interns at banks get X", of words of more than one only: "staff make".
        many = {term: level for term, level in self._short_levels.items() if term.endswith("s")}
        self._before_head = re.compile(
            rf"{terms_body(self._short_levels)}(?=\s(?:\w+\s)?(?:{heads})s?\b)|(?<!experienced\s){terms_body(many)}(?=\s(?:\w+\s|(?:at|in|with|on)\s(?:[\w-]+\s){{1,4}}?)?(?:{EARN}|receive|expect|start\s(?:on|at)|are\soffered|entering|joining)\b|,\s(?:{ABOUT}\s)?[{SIGNS}]\s?\d|\s(?:(?:at|on|an?|median|average|of|{ABOUT})\s){{1,4}}(?:[A-Z]{{1,3}}\s?)?[{SIGNS}]?\d)"
            # "a mid 12,400 zł", "an intern gets $900"
            rf"|(?:(?<=\ba\s)|(?<=\ban\s)){terms_body(self._short_levels)}(?=\s{_GETS}(?:[{SIGNS}]\s?\d|\d{{1,3}}(?:[,. \u00a0]\d{{3}}|k\b)))",
            re.IGNORECASE,
        )

    def _of(self, text: str) -> dict[tuple[object, ...], Sequence[Found]]:
        """What is known of a text, kept as long as the same text is asked about."""
        if text is not self._text:
            self._text, self._known, self._years, self._dates = text, {}, {}, {}
        return self._known

    # -- level ---------------------------------------------------------------------------------------------------------

    def levels(self, text: str, span: Span, passage: Passage | None = None, *, label: bool = False) -> Sequence[Found]:
        """The levels said in a span, in order. ``label``: the span is a cell, label or heading, where short words count."""
        if span.end <= span.start:
            return ()
        known, key = self._of(text), ("levels", span.start, span.end, label, passage is None)
        if key not in known:
            read = self._levels_alone if _runs_on(text, span) else self._levels_in
            known[key] = tuple(read(text, span, passage, label=label))
        return known[key]

    def level_behind(self, text: str, end: int) -> str | None:
        """The level that stands alone right behind an amount: "62k entry", "$80K (junior)"."""
        match = self._behind.match(text, end)
        return self._level_of(match["level"]) if match else None

    def level_ahead(self, text: str, passage: Passage, start: int, end: int) -> str | None:
        """The level right before an amount that begins at ``end``, with a colon or alone in its line: "Mid: $140K"."""
        match = self._ahead.search(text, max(start, end - 30), end)
        if match is None and end - passage.start <= LONGEST_OPENING:
            # "QA lead $62,000": a role may open the line.
            opening = passage.of(MentionKind.ROLE, passage.start, end)[:1]
            first = next((role.end for role in opening if role.start == passage.start), passage.start)
            match = self._opening.fullmatch(text, first, end)
        roles = passage.of(MentionKind.ROLE, passage.start, end) if match else []
        named = any(match.start() < role.end for role in roles) if match else False
        return self._level_of(match["level"]) if match and not named else None

    def _levels_in(self, text: str, span: Span, passage: Passage | None, *, label: bool) -> list[Found]:
        roles = passage.of(MentionKind.ROLE, span.start, span.end) if passage else []
        # "Performance management", "executive education": a part of the name of something else is no level.
        parts = [*roles, *(passage.of(_NAMED, span.start, span.end) if passage else ())]
        found: list[Found] = []
        said = self.cues.may_have("levels.any", text, span.start, span.end)
        if not said and (label or not roles):
            return found
        pattern = self._short if label else self._level
        for match in self.cues.matches("levels.any", pattern, text, span.start, span.end):
            if any(_holds(part, match, part in roles) for part in parts) or self._is_other(text, span, match, roles):
                continue
            # "Starting with the basics" is no pay to start with.
            if text.startswith(" with", match.end()) and match[0].lower() in {"starting", "beginning"}:
                continue
            # "Head-to-head" is no head of anything.
            if text.startswith("-to-", match.end()) or text.endswith("-to-", 0, match.start()):
                continue
            # "Developers lead, testers follow": what they do.
            if match[0].lower() in _VERBS and any(r.end + 1 == match.start() and text[r.end - 1] == "s" for r in roles):
                continue
            found.append(self._found(match))
        if not label:
            found += self._beside_roles(text, roles, span)
        found = sorted(found, key=lambda f: f.start)
        return self._grades.explained(text, found)

    def _levels_alone(self, text: str, span: Span, passage: Passage | None, *, label: bool) -> list[Found]:
        roles = passage.of(MentionKind.ROLE, span.start, span.end) if passage else []
        found = _shifted(self._levels_in(*_alone(text, span), None, label=label), span)
        return [f for f in found if not any(role.start <= f.start < role.end for role in roles)]

    def _found(self, match: re.Match[str]) -> Found:
        return Found(self._level_of(match[0]), match.start(), match.end())

    def _level_of(self, words: str) -> str:
        term = _GAP.sub(" ", words.lower())
        return self._levels.get(term) or self._short_levels[term]

    def _is_other(self, text: str, span: Span, match: re.Match[str], roles: Sequence[Mention]) -> bool:
        """Whether a word is of schools ("senior high"), of who pays ("mid-tier firms") or of a part of all: no level."""
        # "Straight out of college", "junior patient advocate": what follows belongs to the level or the title.
        titled = any(role.start == match.end() + 1 for role in roles)
        # "Junior" on a line of its own is over there, whatever the next line begins with.
        over = match.end() >= span.end and text.startswith("\n", match.end())
        part = not (over or titled or match[0].endswith(" of")) and self._is_part(text, match.end())
        return part or is_no_level(text, match.start(), match.end())

    def _is_part(self, text: str, end: int) -> bool:
        """Whether what follows a word that ends at an offset makes it a part of the name of something else."""
        if text[end : end + 2] in {"'s", "’s"}:
            # "Associate's degree"
            end += 2
        if not text[end : end + 1].isspace():
            return False
        named = self.cues.pattern("structure.no_levels").match(text, end + 1)
        return named is not None or _OF_SCHOOLS.match(text, end) is not None

    def _names_firm(self, text: str, end: int) -> bool:
        """Whether what follows a place makes it the name of who pays or counts: "Alaska Airlines"."""
        capital = text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper()
        return capital and self.cues.pattern("structure.firms").match(text, end + 1) is not None

    def _beside_roles(self, text: str, roles: Sequence[Mention], span: Span) -> list[Found]:
        """Short words before a job title: "lead engineer", "a middle developer", "staff data scientist"."""
        short = self.cues.matches("levels.any", self._before_head, text, span.start, span.end)
        found = [m for m in short if not self._level.fullmatch(m[0]) and not self._is_other(text, span, m, roles)]
        for role in roles:
            near = list(
                self.cues.matches("levels.any", self._short, text, max(span.start, role.start - 14), role.start)
            )
            if near and not text[near[-1].end() : role.start].strip(" -") and not self._level.fullmatch(near[-1][0]):
                found.append(near[-1])
        inside = [m for m in found if not any(role.start <= m.start() < role.end for role in roles)]
        newcomers = [
            Found("entry", role.start - 4, role.start)
            for role in roles
            if _new(text[max(span.start, role.start - 6) : role.start].lower(), many=text[role.end - 1] == "s")
        ]
        return [*{f.start: f for f in map(self._found, inside)}.values(), *newcomers]

    # -- experience ----------------------------------------------------------------------------------------------------

    def experience(self, text: str, span: Span) -> Experience | None:
        """The band of years said in a span, the first where there are several."""
        self._of(text)
        key = (span.start, span.end)
        if key not in self._years:
            self._years[key] = experience_in(text, span)
        return self._years[key]

    # -- date ----------------------------------------------------------------------------------------------------------

    def as_of(self, text: str, span: Span) -> Found | None:
        """The last date said in a span that a figure may hold for."""
        self._of(text)
        key = (span.start, span.end)
        if key not in self._dates:
            self._dates[key] = date_in(text, span)
        return self._dates[key]

    # -- region and origin ---------------------------------------------------------------------------------------------

    def regions(self, text: str, passage: Passage, span: Span) -> Sequence[Found]:
        """The places named in a span: a country's ISO 3166 code, else the place as the text spells it."""
        known, key = self._of(text), ("regions", span.start, span.end)
        if key not in known:
            known[key] = tuple(self._regions_in(text, passage, span))
        return known[key]

    def _regions_in(self, text: str, passage: Passage, span: Span) -> list[Found]:
        if not passage.mentions:
            return []
        codes = self._lexicons.region_by_code
        named = passage.of(MentionKind.REGION, span.start, span.end)
        mentions = [m for m in named if not is_left_out(text, span, m, named)]
        mentions = [m for m in mentions if not self._names_firm(text, m.end)]
        mentions = innermost(text, mentions, self._lexicons)
        # California's "CA" is Canada's code.
        loud = {m for m in mentions if text[m.start : m.end] == m.key.upper()}
        spelled = [(spelled_as(text, m, span, code=m.key in codes or m in loud), m) for m in mentions]
        found = [Found(m.key if words in codes else words, m.start, m.end) for words, m in spelled]
        for role in passage.of(MentionKind.ROLE, span.start, span.end):
            # "Irish accountants", "South African nurses"
            before = _LAST_TWO.search(text, max(span.start, role.start - 24), role.start)
            for words in (before[0].rstrip(), before["one"]) if before else ():
                if words in self._adjectives:
                    found.append(Found(self._adjectives[words], role.start - len(words) - 1, role.start - 1))
                    break
        return sorted(found, key=lambda f: f.start)

    @staticmethod
    def origins(passage: Passage, span: Span) -> list[Found]:
        """The bodies named in a span as the origin of figures."""
        return [Found(m.key, m.start, m.end) for m in passage.of(MentionKind.ORIGIN, span.start, span.end)]

    # -- statistic and basis -------------------------------------------------------------------------------------------

    def statistics(self, text: str, span: Span, *, label: bool = False) -> Sequence[Found]:
        """``mean``, ``median``, ``percentile_25`` ... said in a span, in order. In a label "low" and "high" count too."""
        known, key = self._of(text), ("statistics", span.start, span.end, label)
        if key not in known:
            alone = _runs_on(text, span)
            found = self._statistics_in(*(_alone(text, span) if alone else (text, span)), label=label)
            known[key] = tuple(_shifted(found, span) if alone else found)
        return known[key]

    def _statistics_in(self, text: str, span: Span, *, label: bool) -> list[Found]:
        found: list[Found] = []
        if _TAIL_WORD.search(text, span.start, span.end):
            found += [
                Found(percentile(match["n"], top=match["top"] is not None), match.start(), match.end())
                for match in _PERCENTILE.finditer(text, span.start, span.end)
            ]
            found += [
                Found(percentile(match["n"]), match.start(), match.end())
                for match in _ORDINAL_ALONE.finditer(text, span.start, span.end)
            ]
            found += tails_in(text, span)
        if text.find(" end", span.start, span.end) >= 0:
            found += [
                Found(_ENDS[match["end"].lower()], match.start(), match.end())
                for match in _END_ALONE.finditer(text, span.start, span.end)
            ]
        if label:
            found += [
                Found(percentile(m["n"]), m.start(), m.end())
                for m in _ORDINAL.finditer(text, span.start, span.end)
                if not _covered(found, m)
            ]
            ends = [m for m in _END.finditer(text, span.start, span.end) if not _covered(found, m)]
            found += [Found(_ENDS[m[0].lower()], m.start(), m.end()) for m in ends]
        parts = tuple(found)
        any_said = self.cues.may_have("statistic.any", text, span.start, span.end)
        for name in ("mean", "median", "minimum", "maximum", "typical") if any_said else ():
            for match in self.cues.find(f"statistic.{name}", text, span.start, span.end):
                before = max(span.start, match.start() - 48)
                off = name in {"mean", "median"} and _OFF_AVERAGE.search(text, before, match.start()) is not None
                # "The median average salary is a median."
                off = off or (name == "mean" and text.lower().endswith("median ", before, match.start()))
                off = off or (name == "maximum" and _OF_PLACES.search(text, before, match.start()) is not None)
                off = off or (name in _ENDS.values() and is_no_end(text, span, match))
                if not off and not _covered(parts, match):
                    found.append(Found(name, match.start(), match.end()))
        return sorted(found, key=lambda f: f.start)

    def bases(self, text: str, span: Span) -> Sequence[Found]:
        """``base``, ``total``, ``bonus`` said in a span, in order."""
        known, key = self._of(text), ("bases", span.start, span.end)
        if key not in known:
            alone = _runs_on(text, span)
            found = self._bases_in(*(_alone(text, span) if alone else (text, span)))
            known[key] = tuple(_shifted(found, span) if alone else found)
        return known[key]

    def _bases_in(self, text: str, span: Span) -> list[Found]:
        any_said = self.cues.may_have("pay.parts", text, span.start, span.end)
        found = [
            Found(name, m.start(), m.end())
            for name in (("base", "total", "bonus") if any_said else ())
            for m in self.cues.find(f"pay.{name}", text, span.start, span.end)
            if not is_no_part(text, span.start, m)
        ]
        return sorted(found, key=lambda f: f.start)


def _holds(part: Mention, match: re.Match[str], whole: bool) -> bool:
    """Whether a word is inside a name; of a name that is no role it is the level where it is all of it."""
    return part.start <= match.start() < part.end and (whole or part.end - part.start > len(match[0]))


def _covered(found: Sequence[Found], match: re.Match[str]) -> bool:
    """Whether a match begins inside something found before."""
    return any(f.start <= match.start() < f.end for f in found)


def _runs_on(text: str, span: Span) -> bool:
    """Whether a span, the cell of a table, runs into its neighbours without a blank."""
    return any(text[max(0, at - 1) : at].isalnum() and text[at : at + 1].isalnum() for at in (span.start, span.end))


def _alone(text: str, span: Span) -> tuple[str, Span]:
    """The words of a span by themselves: where they end is where the text ends."""
    return text[span.start : span.end], Span(0, span.end - span.start)


def _shifted(found: Sequence[Found], span: Span) -> list[Found]:
    """What was found in the words of a span, at its place in the text."""
    return [Found(f.value, span.start + f.start, span.start + f.end) for f in found]


def nearest(found: Sequence[Found], start: int, end: int) -> Found | None:
    """The one closest to ``start:end``; what stands before wins a tie."""
    if len(found) < 2:
        return found[0] if found else None
    return min(found, key=lambda f: (_gap(f, start, end), f.start > start))


def _new(before: str, *, many: bool) -> bool:
    """Whether a role is said to be new: "new lawyers", "a new lawyer"; "the new lawyer" is a certain one."""
    return before.endswith("a new ") or (many and before.endswith("new "))


def _gap(found: Found, start: int, end: int) -> int:
    return max(0, start - found.end, found.start - end)


def _alternation(terms: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"{terms_body(terms)}(?![\w])", re.IGNORECASE) if terms else re.compile(r"(?!)")
