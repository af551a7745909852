"""Where cells meet in a row that lost what stood between them.

``Salary Range$80K – $190K+$95K – $170K+``: words run together at a change of case, a sign or a digit.
``Senior 6–9 $135,000 $16,200``: only blanks are left; figures, names and capitals tell the cells. A row is
split only where the marks are as many as the columns ask for; where there are more, the surer ones must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from extract.lexicons import Lexicons
from extract.lexicons.signs import SIGNS
from extract.model import Span
from extract.reading.cues import cues
from extract.reading.lines import BLANKS
from extract.reading.money import DIGITS, MARK, TAIL
from extract.reading.tables.meeting import around_dashes, around_numbers, without_halves

# Ends of cells that meet without a blank; each alternative matches the empty place between two cells.
_SURE = re.compile(
    rf"""
      # before a sign of money, with the letters that belong to it: ...|$90K, 11.200|R$ 11.050
      (?<=[\w)%+*.?!"”’\]]) (?<![a-z0-9)%+.\s–—-][RACS]) (?<![a-z0-9)%+.\s–—-](?:AU|CA|US|HK|NZ|MX|SG))
      (?= [~≈]? [{SIGNS}] \s?\d )
      # behind the letters of a state: Fresno, CA|$90K
    | (?<=,\s[A-Z][A-Z]) (?= [$] \s?\d )
    | (?<=[a-z0-9)%+.]) (?= (?:AU|CA|US|HK|NZ|MX|SG|[RACS]) [$] )
    | (?<=[a-z0-9)%+.]) (?= Rs\.?\s?\d )
      # behind percent, plus, brackets and trailing signs: 21%|21%, 190K+|Org, 45.000 €|55.000 €
    | (?<=[%)]) (?=\d) | (?<=[+]) (?=\d) (?!\d{{1,3}}(?:\.\d)?%) | (?<=[%+]) (?=[A-Za-z])
    | (?<=\d\s[{SIGNS}]) (?=[\dA-Z]) | (?<=\d[{SIGNS}]) (?=[A-Z])
    | (?<=\d\s(?:zł|kr|Kč|Ft)) (?=[\dA-Z])
      # behind a code: 10 000 PLN|10 500, 65k+ EUR|70k+ EUR
    | (?<=[\d+kK]\s[A-Z]{{3}}) (?=\d) | (?<=\d\d\d[A-Z]{{3}}) (?=\d)
      # where a small letter meets a capital: Range|Cloud
    | (?<=[a-z)”"’]) (?=[A-Z]) | (?<=\d[KkMm%]) (?=[A-Z][a-z])
      # behind a span of years: Growth, 2023-2033|14%
    | (?<=(?:19|20)\d\d[-–]20\d\d) (?=\d{{1,3}}(?:\.\d)?%)
      # between a figure and a picture: 140K|🟢 High
    | (?<=[\dKkMm%+)]) (?=[\u2600-\u27bf\U0001f300-\U0001faff])
      # behind a group of thousands: 17,700|11,200
    | (?<=\d[,.]\d\d\d) (?=\d) | (?<=\d[,.]\d\d\d) (?=[A-Za-z])
    """,
    re.VERBOSE,
)
_LIKELY = re.compile(
    r"""
      (?<=[a-z]) (?=\d)                                            # Required|0-2
    | (?<=\d) (?=[A-Z]) (?![KML](?![a-z]))                         # AZ-400|AZ-305, but 44K
    | (?<=\d[KkMm]) (?=[+−-]\d{1,3}(?:\.\d)?%) | (?<=\d[Kk]) (?=[A-Z]{2})  # 40K|+7%, 40K|QA
    | (?<=[\sIVX][IVX]) (?=\d)                                     # Nurse II|39,672
    | (?<=[A-Z][A-Z]) (?=[A-Z][a-z]) (?![A-Z]s\b)                   # SQL|Python, but NGOs
    | (?<=[a-z][.!?]) (?=[A-Z“]|"\w)
    | (?<=[a-z]) (?=[~≈<>])
    | (?<=[IVX]) (?=\d{1,3}[,.]\d\d\d)                              # Grade II|39,672
    """,
    re.VERBOSE,
)
# Where nothing else tells: names that begin small behind digits or capitals, "S3|dbt", "AWS|npm"; shares behind
# capitals and signs that end a name, "SQL|81%", "C#|4%".
_UNSURE = re.compile(
    r"(?<=[A-Za-z]\d)(?=[a-z]{3}) | (?<=[A-Z][A-Z])(?=[a-z]{3})"
    r"| (?:(?<=[A-Z])|(?<=[A-Z]\#)|(?<=\+\+)) (?=(?:\d{1,2}(?:\.\d)?|100)%)",
    re.VERBOSE,
)
# Cells of whole sentences meet where one ends and no blank follows: "... and reliability.|Reports ...".
_SENTENCES = re.compile(rf"(?<=[\w)+%][\w)+%][.!?])(?=[A-Z“{SIGNS}])")
# A column that compares, behind the one before: "Pay|vs average"; no plural of a short word: "devs".
_COMPARED = re.compile(r"(?<=[a-z]{4})(?=vs\.?\s\w)")
# "3.100€4.200€": signs stand behind their sums.
_SIGNS_BEHIND = re.compile(rf"(?>(?:\d[\d.,]{{0,14}}(?:\s?[-–]\s?\d[\d.,]{{0,14}})?\s?[{SIGNS}])+)")
_SIGN = re.compile(rf"[{SIGNS}]")
_LEADING = re.compile(rf"(?<![\d{SIGNS}])\s[{SIGNS}]\s?\d|[^\d\s{SIGNS}][{SIGNS}]\d|^[{SIGNS}]\d")
# Dashes that are empty cells, and no hyphen: behind a word before a figure, behind a figure before a word.
_EMPTY = re.compile(
    rf"""
      (?<=[a-z)]) (?<!\d[km]) (?<!lac) (?<!lacs) (?<!lakh) (?<!lakhs) (?<!crore) (?<!crores) (?<!million) (?<!mio)
      -{{1,8}} (?= [RACS]?[{SIGNS}\d] | $ )
    | (?<=[\d+%]) -{{1,8}} (?= [A-Z][a-z] | $ )
    | (?<=[\w)+%]) -{{2,8}} (?= [RACS]?[{SIGNS}\d] | [A-Z] | $ )
    """,
    re.VERBOSE,
)
# "Growth-4%21%": what looks like an empty cell before a share is its minus.
_MINUS = re.compile(r"(?<=[a-z)%])[-–−](?=\d{1,3}(?:\.\d{1,2})?\s?%)")
_LETTERS_BEFORE = re.compile(r"(?:[A-Z]+[a-z]*|[a-z]+)$")
_LETTERS_AFTER = re.compile(r"(?:[A-Z]+(?![a-z])|[A-Z]?[a-z]+)")
_LAST_WORD = re.compile(r"^[A-Z]+(?=[A-Z][a-z])")
_CAMEL = re.compile(r"[A-Za-z]{2,40}")
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_RUN_ON = re.compile(r"[A-Z](?<=[a-z)].)(?=[a-z])")
_MAX_ROW = 3000

CamelWords = frozenset[tuple[str, str]]


@lru_cache(maxsize=4)
def camel_words(lexicons: Lexicons) -> CamelWords:
    """Halves of names that hold a capital inside, such as ``Dev`` and ``Ops``: no cells meet there.

    Words of one name stand among them with the blank between them: ``Ruby `` and ``On``.
    """
    halves: set[tuple[str, str]] = set(_words_of_names(lexicons))
    for word in _named(lexicons):
        for inner in _INNER.finditer(word):
            before = _LETTERS_BEFORE.search(word[: inner.start()])
            after = _LETTERS_AFTER.match(word, inner.start())
            if before and after:
                halves.add((before[0], after[0]))
    return frozenset(halves)


def _words_of_names(lexicons: Lexicons) -> Iterator[tuple[str, str]]:
    """Each two words of a tool's name of which the second has a capital."""
    for name in (form for tool in lexicons.tools for form in (tool.name, *tool.aliases) if " " in form):
        for before, after in pairwise(name.split()):
            if after[0].isupper():
                yield f"{before} ", after


def _named(lexicons: Lexicons) -> Iterable[str]:
    forms = [form for tool in lexicons.tools for form in (tool.name, *tool.aliases)]
    forms += [form for origin in lexicons.origins for form in (origin.name, *origin.aliases)]
    forms += [form for item in lexicons.certifications for form in (item.name, *item.exact)]
    forms += [form for degree in lexicons.degrees for form in degree.exact]
    forms += [form for role in lexicons.roles for form in (*role.forms, *role.short)]
    forms += cues().camel
    return (word for form in forms for word in _CAMEL.findall(form))


def glued(text: str, start: int, end: int, columns: int, camel: CamelWords) -> list[Span] | None:
    """The cells of a row whose words run together, or None where it cannot be told."""
    row = text[start:end]
    if len(row) > _MAX_ROW:
        return None
    places = _between_sentences(row, columns, camel) or _places(row, (_SURE,), camel)
    if _SIGNS_BEHIND.fullmatch(row):
        places = [match.end() for match in _SIGN.finditer(row)][:-1]
    if len(places) != columns - 1:
        places = _places(row, (_SURE, _LIKELY), camel)
    if len(places) != columns - 1 and "%" in row:
        minus = {match.start() for match in _MINUS.finditer(row)}
        places = sorted({place for place in places if place - 1 not in minus} | minus) if minus else places
    if len(places) != columns - 1:
        places = sorted({*places, *around_dashes(row)})
    if len(places) == columns - 2:
        places = sorted({*places, *(match.start() for match in _UNSURE.finditer(row))})
    if len(places) >= columns:
        places = without_halves(row, places)
    return _cut(start, end, places) if len(places) == columns - 1 else None


def _between_sentences(row: str, columns: int, camel: CamelWords) -> list[int]:
    """Where a label and cells of sentences meet; nothing where these are not as many as the columns ask for."""
    ends = [match.start() for match in _SENTENCES.finditer(row)]
    if not ends or len(ends) != columns - 2:
        return []
    first = next(iter(_places(row[: ends[0]], (_SURE, _LIKELY), camel)), None)
    return [first, *ends] if first is not None else []


def _places(row: str, patterns: Sequence[re.Pattern[str]], camel: CamelWords) -> list[int]:
    """Where cells may meet, in order."""
    found = {match.start() for pattern in patterns for match in pattern.finditer(row)}
    meeting = {_first_of(row, place, camel) for place in found if place and not _inside(row, place, camel)}
    if _LEADING.search(row):
        # Signs that stand before their sums end no cell.
        meeting -= {place for place in meeting if _SIGN.match(row, place - 1)}
    for empty in _EMPTY.finditer(row):
        meeting.update(range(empty.start(), empty.end() + 1))
    return sorted(around_numbers(row, meeting) - {0, len(row)})


def _first_of(row: str, place: int, camel: CamelWords) -> int:
    """``Android DeveloperiOS``: where a name begins with a small letter, the cells meet in front of that."""
    after = _LETTERS_AFTER.match(row, place, place + 40)
    small = after is not None and (row[place - 1], after[0]) in camel and row[place - 2 : place - 1].islower()
    return place - 1 if small else place


def run_ons(text: str, camel: CamelWords) -> int:
    """How often words run together at a change of case, outside of names with a capital inside."""
    return sum(not _inside(text, match.start(), camel) for match in _RUN_ON.finditer(text))


def seams(text: str, start: int, end: int, camel: CamelWords) -> list[Span]:
    """The pieces of a header row between all places where words run together."""
    row = text[start:end]
    if len(row) > _MAX_ROW:
        return [Span(start, end)]
    return _cut(start, end, _places(row, (_SURE, _LIKELY, _COMPARED), camel))


def _inside(row: str, place: int, camel: CamelWords) -> bool:
    """Whether a place is inside a name with a capital in it, or right behind a sign that joins."""
    if row[place - 1] in "-–—/ (":
        return True
    before = _LETTERS_BEFORE.search(row[max(0, place - 40) : place])
    after = _LETTERS_AFTER.match(row, place, place + 40)
    if not before or not after:
        return False
    # "PMPgM": what goes before may begin inside a run of capitals.
    return (before[0], after[0]) in camel or (_LAST_WORD.sub("", before[0]), after[0]) in camel


def _cut(start: int, end: int, places: Sequence[int]) -> list[Span]:
    edges = [start, *(start + place for place in places), end]
    return [Span(a, b) for a, b in pairwise(edges)]


_SCALE = r"\s?(?:[kKMLT]\b|lakhs?\b|LPA\b|Cr\b|%)"
_AMOUNT = rf"""
    (?: {MARK}\s?{DIGITS} (?:{_SCALE})? \+? (?:\s?{TAIL}(?!\s?\d))?
      | {DIGITS} (?:{_SCALE})? \s?{TAIL}
      | {DIGITS} (?=\s?[-–—]\s?{DIGITS}(?:{_SCALE})?\s?{TAIL})
      | \d[\d.,'’]{{0,14}}+ (?:{_SCALE})? ) (?:\+|\s\+(?=\s))?
    """
_FIGURE = re.compile(
    rf"""
    (?<!\S) (?: [~≈⌀<>+] \s? | (?:from|over|about|up\sto)\s )?
    {_AMOUNT}
    (?: (?!\s[-−]\d{{1,3}}(?:%|[.,]\d{{1,2}}%)?(?!\S)) \s? (?:[-–—]|to) \s? {_AMOUNT} )?  # a fall: +4 -2.5%
    (?: \s?/\s?(?:\d{{1,2}}\s|per\s)?[a-z]{{1,6}}
      | \s(?:years?|yrs?|months?|mos?|weeks?|days?|hours?|hrs?|per\s\w{{1,6}}|a\syear|annually)\b )?
    \*{{0,3}}
    (?: \s \( [^()]{{0,120}} \) )?
    (?!\S)
    """,
    re.VERBOSE,
)
_CAPITAL = re.compile(r"""(?<=[^\s,;:&/–—(-])\s(?=["“'(]?[A-Z0-9~])""")
_NOTHING = re.compile(r"n\.?/?a\.?|-+|–|—|nil|none", re.IGNORECASE)
_FIRST = re.compile(r"\s([A-Z\d]\S+)")
# "Outlook to 2031 Balanced Balanced"
_TWICE = re.compile(r"[^\s][^.!?]{2,60}?\s(?P<cell>[A-Z][^.!?]{1,60})\s(?P=cell)")
_DIGITS = re.compile(r"\d+")
_TAIL_OF_FIGURE = re.compile(r"\s?\(?(?:for|of|among|in)\s[A-Za-z]")
_TWO_WORDS = re.compile(r"(?<!\S)(?=(\S+)\s([A-Z][^\s,;:)]*))")
_WORD = re.compile(r"[\"“'(]?[A-Z][a-z]{2}")
_NAME_GOES_ON = re.compile(r"(?<!\S)[A-Z][a-z]+\s\Z")
_LEAST_ECHOED = 3
"""Columns: with the label, two that may begin alike."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)?\d\d))?")
# "20 years and more INR 5 lakh"
_YEARS_OPEN = re.compile(r"\d{1,2}\s(?:years?|yrs?)\s(?:and|or)\s(?:more|above|over|up|longer)\b", re.IGNORECASE)
_LINKED = re.compile(
    r"(?:\b(?:and|or|of|in|the|a|an|with|for|to|by|on|as|at|from|via|vs|like|than)|[&/+])$", re.IGNORECASE
)


def spaced(text: str, start: int, end: int, columns: int, label: int, camel: CamelWords) -> list[Span] | None:
    """The cells of a row with only blanks between them, or None.

    ``label`` is the length of a known name at its start.
    """
    row = text[start:end]
    if len(row) > _MAX_ROW:
        return None
    years = _YEARS_OPEN.match(row)
    label = max(label, years.end() if years else 0)
    found = [(match.start(), match.end()) for match in _FIGURE.finditer(row, label)]
    edges = _with_label(row, found, label)
    parts = _parts(row, edges)
    if len(parts) > columns:
        parts = _with_tails(row, parts, found)
    if len(parts) > columns:
        # "Growth to 2033 5% 7%": a year is part of the label.
        edges = _with_label(row, [edge for edge in found if not _YEAR.fullmatch(row, *edge)], 0)
        parts = _parts(row, edges)
    if len(parts) < columns:
        exact = bool(label)
        names = _within_names(row, camel)
        ways = (
            _at_capitals(row, parts, columns, exact, linked, inside)
            for inside in ((names, frozenset[int]()) if names else (names,))
            for linked in (False, True)
        )
        parts = next(filter(None, ways), []) or _at_words(row, parts, columns, label)
    doubtful = found and any(_doubtful(row, part, number, edges) for number, part in enumerate(parts))
    if len(parts) != columns or doubtful:
        parts = _at_echoes(row, label, columns)
    return [_trimmed(start + a, row, a, b) for a, b in parts] or None


def _within_names(row: str, camel: CamelWords) -> frozenset[int]:
    """Where names of several words go on: ``Ruby On|Rails``."""
    pairs = _TWO_WORDS.finditer(row)
    return frozenset(pair.start(2) for pair in pairs if (f"{pair[1].lstrip('(')} ", pair[2]) in camel)


def _with_label(row: str, found: Sequence[tuple[int, int]], label: int) -> list[tuple[int, int]]:
    """The edges of figures, and before them those of the row's label."""
    edges = [(0, label), *found] if label else list(found)
    if not edges or edges[0][0] > 0:
        edges.insert(0, (0, edges[0][0] if edges else len(row)))
    return edges


def figures(row: str) -> list[tuple[int, int]]:
    """Where figures stand between blanks, each with its range, unit and period."""
    return [(match.start(), match.end()) for match in _FIGURE.finditer(row)]


def _parts(row: str, edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The edges given and what stands between them."""
    parts: list[tuple[int, int]] = []
    at = 0
    for first, last in edges:
        if row[at:first].strip(BLANKS):
            parts.append((at, first))
        if row[first:last].strip(BLANKS):
            parts.append((first, last))
        at = last
    if row[at:].strip(BLANKS):
        parts.append((at, len(row)))
    return parts


def _with_tails(
    row: str, parts: Sequence[tuple[int, int]], figures: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Parts with what figures are said to be of joined to them: ``$70,020 for Town Planners 6% for Town Planners``."""
    joined: list[tuple[int, int]] = []
    for first, last in parts:
        if joined and joined[-1] in figures and _TAIL_OF_FIGURE.match(row, first):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _doubtful(row: str, part: tuple[int, int], number: int, edges: Sequence[tuple[int, int]]) -> bool:
    """Whether words behind a figure could in part belong to it."""
    if (
        number < 2
        or any(part[0] == first for first, _ in edges)
        or _NOTHING.fullmatch(row[part[0] : part[1]].strip(BLANKS))
    ):
        return False
    return bool(_capitals(row, *part)) or row[part[0] : part[1]].strip(BLANKS)[:1].islower()


def _capitals(row: str, first: int, last: int, linked: bool = False, inside: frozenset[int] = frozenset()) -> list[int]:
    """Where words with a capital start, not ``inside`` names; right behind a word that links only if ``linked``."""
    return [
        match.end()
        for match in _CAPITAL.finditer(row, first, last)
        if first < match.start()
        and match.end() not in inside
        and (linked or not _LINKED.search(row[first : match.start()]))
        and row.count("(", first, match.end()) <= row.count(")", first, match.end())
    ]


def _at_capitals(
    row: str, parts: Sequence[tuple[int, int]], columns: int, exact: bool, linked: bool, inside: frozenset[int]
) -> list[tuple[int, int]]:
    """Parts cut once more at capitals, if that gives the columns; an ``exact`` first part stays whole."""
    cut: list[tuple[int, int]] = []
    for number, (first, last) in enumerate(parts):
        if _FIGURE.fullmatch(row[first:last].strip(BLANKS)) or (number == 0 and exact):
            cut.append((first, last))
            continue
        places = [first, *_capitals(row, first, last, linked, inside), last]
        cut += list(pairwise(places))
    return cut if len(cut) == columns else []


def _at_words(row: str, parts: Sequence[tuple[int, int]], columns: int, label: int) -> list[tuple[int, int]]:
    """``Output QA plans, RFCs Reviewed designs``: cut behind the label, and where no abbreviation or name begins."""
    if len(parts) != 1 + bool(label) or columns < _LEAST_ECHOED:
        return []
    first, last = parts[-1]
    begin, *others = [first, *_capitals(row, first, last)] if label else _capitals(row, first, last) or [last]
    words = [at for at in others if _WORD.match(row, at)]
    parted = len(words) == columns - 2 and not any(_NAME_GOES_ON.search(row, first, at) for at in words)
    return list(pairwise([0, begin, *words, last])) if parted else []


def _at_echoes(row: str, label: int, columns: int) -> list[tuple[int, int]]:
    """``Degree Bachelor's in law Bachelor's in trade``: cells behind a known label that begin alike."""
    twice = _TWICE.fullmatch(row) if columns == _LEAST_ECHOED else None
    if twice:
        return list(pairwise([0, twice.start("cell"), twice.end("cell"), len(row)]))
    first = _FIRST.match(row, label) if label else None
    if first is None or columns < _LEAST_ECHOED:
        return []
    alike = _DIGITS.sub(r"\\d+", re.escape(first[1]))
    places = [m.start() for m in re.finditer(rf"(?<!\S){alike}(?!\S)", row)]
    return list(pairwise([0, *places, len(row)])) if len(places) == columns - 1 else []


def _trimmed(offset: int, row: str, first: int, last: int) -> Span:
    words = row[first:last]
    lead = len(words) - len(words.lstrip(BLANKS))
    return Span(offset + lead, offset + len(words.rstrip(BLANKS)))
