"""Roles whose titles are common words, ``chef``, ``pilot``: where an article means the role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extract.language.mentions import MentionKind
from extract.language.terms import Match
from extract.lexicons import singular
from extract.lexicons.fragments import ABOUT, AVERAGE, FARE, MAY, PAY, USUALLY
from extract.lexicons.signs import SIGNS
from extract.model import BlockKind, Document, Span, Zone

LONGEST_TITLE = 150
SHORTEST_WORD = 4
"""Letters of a title that is a common word; shorter ones are abbreviations."""
FEWEST_LISTED = 3
_COUNTED_OFF = re.compile(
    r"s?(?:,\s(?:(?:and|or|&)\s)?|\s(?:and|or|&|vs\.?|versus)\s|\s?[/|]\s?)(?:an?\s|the\s)?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!]\s*$|[.!?]\s")
_AGAINST = re.compile(r"\s(?:vs\.?|versus|or|(?P<and>and|&))\s(?:an?\s|the\s)?", re.IGNORECASE)
_PAIR = re.compile(
    r"(?:[^:?–—\n]{2,30}:\s)?(?:the\s)?(?P<names>(?:[\w/'’-]+\s){1,4}(?:and|&)\s(?:[\w/'’-]+\s?){1,4}?)"
    rf"(?:\s?[?:–—(|,].*|\sin\s.*|{PAY}\b.*|(?:jobs|careers|compared)\b.*)?",
    re.IGNORECASE,
)


def titles(document: Document) -> Iterator[Span]:
    """The headings, and the first line if it is no sentence."""
    blocks = [block for block in document.blocks if block.zone in (Zone.ARTICLE, Zone.QUESTION)]
    for block in blocks:
        first = block is blocks[0] and block.end - block.start <= LONGEST_TITLE
        opening = first and not _SENTENCE_END.search(document.text, block.start, block.end)
        if block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and opening):
            yield Span(block.start, block.end)


def joints(text: str, title: Span) -> Iterator[re.Match[str]]:
    """What sets two names against each other in a title: "A vs B", "the difference between A and B"."""
    for joint in _AGAINST.finditer(text, title.start, title.end):
        if not joint["and"] or "between " in text[title.start : joint.start()].lower():
            yield joint


def contrasted(document: Document, matches: Sequence[Match]) -> set[str]:
    """Roles that a heading sets against each other ("Chef vs Baker"): titles there, common words though they are."""
    ends: dict[int, list[str]] = {}
    starts: dict[int, list[str]] = {}
    for match in matches:
        if match.form.kind is MentionKind.ROLE:
            ends.setdefault(match.end, []).append(match.form.key)
            starts.setdefault(match.start, []).append(match.form.key)
    found: set[str] = set()
    for number, title in enumerate(titles(document)):
        against = list(joints(document.text, title))
        for joint in against or _paired(document.text, title) if number == 0 else against:
            before, after = ends.get(joint.start(), []), starts.get(joint.end(), [])
            found.update([*before, *after] if before and after else ())
        found.update(_listed(document.text, title, matches))
    return found


def _listed(text: str, title: Span, matches: Sequence[Match]) -> list[str]:
    """The roles of a title that is little more than three of them: "What is a Writer, Copywriter, and Editor?"."""
    inside = [m for m in matches if m.form.kind is MentionKind.ROLE and title.start <= m.start and m.end <= title.end]
    spans = sorted({(m.start, m.end) for m in inside})
    gaps = [text[before[1] : after[0]] for before, after in pairwise(spans)]
    listed = len(spans) >= FEWEST_LISTED and all(_COUNTED_OFF.fullmatch(gap) for gap in gaps)
    return [m.form.key for m in inside] if listed else []


def _paired(text: str, title: Span) -> Iterator[re.Match[str]]:
    """What joins the two names of a title that has little else: "Architects and Civil Engineers in Norway"."""
    pair = _PAIR.fullmatch(text, title.start, title.end)
    joint = _AGAINST.search(text, pair.start("names"), pair.end("names")) if pair else None
    if joint:
        yield joint


_OF_TITLES = re.compile(
    r"(?:job\s)?(?:professions?|occupations?|jobs?|roles?|titles?|careers?(?:\s(?:fields?|areas?))?|trades?|positions?)(?:\s\([^()]*\))?",
    re.IGNORECASE,
)


# What a cell adds to a title in brackets or behind a dash.
_ASIDE = re.compile(
    r"[\s*]*(?:\([^()]*\)[\s*]*|[–—-]\s[^|\n]{1,48}|(?:year|step|grade|level|band)\s[\w+–-]{1,6})?", re.IGNORECASE
)


def tabled(document: Document, matches: Sequence[Match]) -> set[str]:
    """Roles whose titles are common words, but fill cells under a word for titles, or headers beside that of a role."""
    cells = {
        row[0].start: row[0].end
        for table in document.tables
        if table.header and _OF_TITLES.fullmatch(document.words(table.header[0]).strip("* "))
        for row in table.rows
        if row
    }
    cells |= _beside_roles(document, matches)
    named = (m for m in matches if m.form.kind is MentionKind.ROLE and m.start in cells)
    return {m.form.key for m in named if _ASIDE.fullmatch(document.text, m.end, cells[m.start])}


def _beside_roles(document: Document, matches: Sequence[Match]) -> dict[int, int]:
    """Start and end of the header cells of tables in which another cell is a role of several words: "Line Cook | Chef".

    Or in which all cells behind the first are roles: "Aspect | Cook | Chef".
    """
    named = {m.start: m for m in matches if m.form.kind is MentionKind.ROLE}
    found: dict[int, int] = {}
    for table in document.tables:
        cells = [cell for cell in table.header if cell.end > cell.start]
        inside = [(named.get(cell.start), cell.end) for cell in cells]
        filled = [m if m and _ASIDE.fullmatch(document.text, m.end, end) else None for m, end in inside]
        long = [" " in m.form.text if m else None for m in filled]
        if any(long) or (len(long) > 2 and None not in long[1:]):
            found |= {cell.start: cell.end for cell in cells}
    return found


# "Average salary: $41,000" below the title of whoever gets it.
_PAY_BELOW = re.compile(
    rf"[\s*•-]{{0,4}}(?:[\w’'-]+\s){{0,4}}{PAY}\b[^\d:\n]{{0,40}}[:\n|]\s{{0,2}}(?:{ABOUT}\s)?(?:[A-Z]{{3}}\s?|[{SIGNS}]\s?)\d",
    re.IGNORECASE,
)


# "Chef Careers in Hotels": whose page a title says that it is.
_JOBS = re.compile(r"\s(?:careers?|jobs?|job\sdescription|career\s(?:guide|profile|path))\b", re.IGNORECASE)


def headed(document: Document, matches: Sequence[Match]) -> set[str]:
    """Roles whose titles are common words, but fill headings right above what somebody is paid."""
    paid_below = {
        (above.start, above.end)
        for above, below in pairwise(document.blocks)
        if above.kind is BlockKind.HEADING and _PAY_BELOW.match(document.text, below.start, below.end)
    }
    first = next(titles(document), Span(0, 0))
    return {
        m.form.key
        for m in matches
        if m.form.kind is MentionKind.ROLE
        and (
            (m.start, m.end) in paid_below or (m.start == first.start and _JOBS.match(document.text, m.end, first.end))
        )
    }


# A word of pay right behind a title or its plural ("pilots earn", "a chef's salary"), or before it ("the pay scale for pilots").
_PAID = re.compile(
    rf"s?(?:\s\([^()]{{1,40}}\))?\s(?:has|have|had)\s(?:an?\s)?(?:(?:{AVERAGE}|higher|lower|annual|base|starting)\s){{1,3}}(?:salar(?:y|ies)|pay|wages?|incomes?)\b"
    r"|s?['’]?s?(?:\s\([^()]{1,40}\))?\s(?:(?:in|at)\s(?:(?:an?|the)\s)?(?:[^\W\d_]{1,20}\s){1,2}|[^\W\d_]{2,12}ly\s)?(?:salar(?:y|ies)\b|pay\b|wages?\b|earn(?:s|ed|ing)?\b|averaged?\s[^\w\s]?\d"
    r"|(?:(?:can|may|will|could|should)\s)?(?:(?:expects?|hopes?)\sto\s)?(?:earn|brings?\shome|takes?\shome|makes?\s(?:\w{2,7}\s){0,3}[^\w\s]\d)\b)"
    rf"|s?[\s:–-]{{1,3}}(?:{ABOUT}\s)?(?:[A-Z]{{3}}\s?|["
    + SIGNS
    + r"]\s?)\d{1,3}[,.\u00a0 ]\d{3}|s?:\s[^\w\s]?\d{1,3}(?:[,.\u00a0 ]\d{3}|\smillion)\b"
    r"|s?[\s:–-]{1,3}[" + SIGNS + r"]\s?\d{1,4}(?:\.\d\d)?\s?(?:/\s?|per\s|an?\s)(?:hour|hr|day)\b"
    # "Pilots, by comparison, had a median of $99,000".
    rf"|s?(?:,\s(?:for|by|in|on)\s[^,.;]{{4,20}},)?\s(?:(?:{MAY}|{USUALLY}|now)\s)?(?:ha[sd]|have|gets?|got|receives?|draws?|commands?"
    r"|averages?|pockets?|brings?\sin|(?:is|are|was|were)\spaid|(?:starts?|begins?)\s(?:on|at))\s(?:[a-z]+\s){0,4}(?:[A-Z]{3}\s?)?["
    + SIGNS
    + r"]\s?\d"
    # "Pilots did better, with a median of $99,000".
    rf"|s?\s{FARE}\b[^.;]{{0,40}}?[{SIGNS}]\s?\d"
    # "Pilots at large airlines: $99,000".
    rf"|s?\s(?:in|at|with)\s[^\W\d_][\w\s-]{{2,28}}:\s(?:{ABOUT}\s)?[{SIGNS}]\s?\d{{2,3}}[,.]\d{{3}}",
    re.IGNORECASE,
)
_PAY_OF = re.compile(
    r"\b(?:salar(?:y|ies)|pay|pay scale|wages?|earnings|incomes?)\s(?:for|of)\s(?:an?\s|the\s|all\s|most\s)?$",
    re.IGNORECASE,
)
# "$88,500 for architects": a sum before a plural.
_SUM_FOR = re.compile(
    r"[" + SIGNS + r"]\s?\d{2,3}(?:,\d{3}|[kK])\s(?:(?:a|per)\syear\s)?for\s$",
)


def is_paid(text: str, start: int, end: int) -> bool:
    """Whether the words around a title speak of its pay."""
    return bool(_PAID.match(text, end) or _PAY_OF.search(text, max(0, start - 24), start))


def paid(text: str, matches: Sequence[Match], certain: set[str], first: Mapping[str, int]) -> dict[str, str]:
    """Roles whose titles are common words, but whose pay the text speaks of -> the role that is meant.

    That is the role itself, or the one of the ``certain`` roles that the title ends: "controllers" in an article on air
    traffic. No other thing of such a name is paid. ``first`` is where each certain role is first named in full: a title
    that the text has before is no short form of it.
    """
    opened: dict[str, int] = {}
    for match in matches:
        opened.setdefault(match.form.key, match.start)
    heads: dict[str, list[str]] = {}
    for role in sorted(certain):
        heads.setdefault(role.rsplit("_", 1)[-1], []).append(role)
    found: dict[str, str] = {}
    known = {(match.start, match.end) for match in matches if match.form.key in certain}
    for match in matches:
        if match.form.kind is not MentionKind.ROLE or len(match.form.text) < SHORTEST_WORD:
            continue
        if match.form.key not in certain and (match.start, match.end) in known:
            continue
        said = is_paid(text, match.start, match.end)
        many = text[match.end - 1] == "s" and singular(match.form.text.lower()) != match.form.text.lower()
        if said or (many and _SUM_FOR.search(text, max(0, match.start - 28), match.start)):
            owners = heads.get(singular(match.form.text.lower()), [match.form.key])
            owners = [role for role in owners if first.get(role, -1) < opened[match.form.key]] or [match.form.key]
            # Where it ends the titles of several ("sous chef", "head chef") it is the trade of them all.
            found[match.form.key] = owners[0] if len(owners) == 1 else match.form.key
    return found
