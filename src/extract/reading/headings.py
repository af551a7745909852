"""Headings without markup: which lines are headings, and which heading stands under which.

A heading is a short line that is no sentence, in Title Case or a question or a bare phrase, and something
follows that it can be the heading of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from extract.lexicons.fragments import FIGURES, PAY
from extract.lexicons.signs import SIGNS
from extract.model import BlockKind, Zone
from extract.reading.cues import Cues, cues, tokens_of
from extract.reading.money import DIGIT, MONEY, has_figure, is_sum
from extract.reading.names import Names
from extract.reading.pieces import Piece

_NUMBER = re.compile(r"[(\d](?:(?<=\()\d{1,2}|(?<=\d)\d?)[.)]\s+")
# Steps of a career, or of anything else, in a row.
_CHAIN = re.compile(r"\s(?:>|»|›|→|->|=>)\s")
_DASHES = re.compile(r"\w\s[–—-]\s(?=\w)")
FEWEST_DASHES, FEWEST_COMMAS = 2, 3
# "National figures from Salary.com, July 2024": where figures are from.
_SOURCED = re.compile(
    rf"(?:\w+\s){{0,3}}(?:{FIGURES}|data|{PAY})\s(?:(?:is|are|was|were)\s)?(?:all\s)?"
    r"(?:from|via|per|according\sto|courtesy\sof|taken|based\son|sourced|compiled|drawn|collected)\b"
    rf"|(?:{PAY}\sdata|data|figures|sources?)\s?:|based\son\s(?:[a-z]+\s){{0,2}}?(?:\d[\d,.]*\s|data\b|figures\b|{PAY}\s(?:data|reports))",
    re.IGNORECASE,
)
# "NOC 31203", "SOC code: 29-1122": the number that statistics give an occupation.
_CODE = re.compile(
    r"(?:NOC|N\.O\.C\.|SOC|ISCO|ANZSCO|OSCA|SSOC|PSOC|KldB|O\*NET|O\*NET-SOC|OOH|CNO|ROME|NCO|MASCO|SSYK)"
    r"(?:[\s-]?\d{2,4})?(?:\s(?:codes?|number|no\.?))?\s?:?\s?[A-Z]?[\d.-]{3,12}(?:\s?[,/]\s?[\d.-]{3,12})*"
)
# What counts labels: the 2 of a second profile.
_NUMBERED = re.compile(r"\s(?:no\.?\s?|#\s?)?(?:\d{1,2}|[A-F]|I{1,3})$")
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+(?=[A-Z])")
_CAPITAL = re.compile(r"[^\W\d_]")
_MAX_WORDS = 20
_MAX_NAMED = 80
_MAX_CHARS = 170
# In a sentence-case heading more words than this are likely a sentence that lost its full stop.
_MAX_PLAIN = 12
_TITLE_CASE, _SENTENCE_CASE = 0.6, 0.5
LONGEST_PHRASE = 3
"""In words: longer ones that begin with a verb are no headings."""
_MIN_RUN = 5
_MAX_LABEL, _MAX_SMALL = 4, 5
_FEWEST_TIMES = 3
FEWEST_SECTIONS = 2
"""So many headings that are numbered like sections of sections say that other lines with such numbers are headings."""
FEWEST_SMALL = 2
"""So many questions without a capital say that a page writes its headings small."""
# "Software: Excel", "Software:Excel": a colon behind a label.
_COLON = re.compile(r":[-–]?\s+|(?<=[a-z)]):(?=[A-Z\d" + SIGNS + r"])")


def mark_headings(pieces: Sequence[Piece], names: Names) -> None:
    """Turns the paragraphs that are headings into headings."""
    known = cues()
    article = [piece for piece in pieces if piece.zone in (Zone.ARTICLE, Zone.ADVERT)]
    counted = {piece.number for piece in article if _is_counted(piece)}
    likely = [_likely(piece, names, known) or _counts_role(piece, counted, names) for piece in article]
    for number, (piece, below) in enumerate(pairwise(article)):
        likely[number] = likely[number] or (likely[number + 1] and _is_over_role(piece, below, names))
        likely[number] = likely[number] or _is_over_lines(piece, article[number + 1 : number + 3], names)
    likely = _with_sections(article, likely)
    if sum(heading and piece.text[0].islower() for piece, heading in zip(article, likely, strict=True)) >= FEWEST_SMALL:
        likely = [heading or _is_small(piece, names, known) for piece, heading in zip(article, likely, strict=True)]
    if likely:
        # The last line has nothing below it that it could be the heading of.
        likely[-1] = False
    _drop_labels(article, likely, names)
    _drop_told(article, likely, names, known)
    for piece, heading in zip(article, _with_content(likely, _card_titles(article, names)), strict=True):
        # A line in brackets is a note, though it counts among the lines of a run.
        if heading and not (piece.text[0] == "(" and piece.text[-1] == ")"):
            piece.kind = BlockKind.HEADING
    for piece in pieces:
        if piece.is_heading and not piece.settled:
            _drop_colon(piece)


def mark_names(pieces: Sequence[Piece], names: Names) -> None:
    """A role's name, or ``Position: Welder``, above a table, a list or a labelled line is their heading."""
    known = cues()
    for piece, below in pairwise(pieces):
        # A name above a table is no line of a menu.
        apart = piece.zone is Zone.MENU and below.is_table
        plain = piece.kind is BlockKind.PARAGRAPH and below.zone is Zone.ARTICLE and (apart or piece.zone is below.zone)
        if not plain or len(piece.text) > _MAX_NAMED:
            continue
        label, name = parted(piece.text)
        label = _NUMBERED.sub("", label)
        labelled = below.kind is BlockKind.PARAGRAPH and bool(parted(below.text[:40])[0])
        summed = _is_labelled_sum(below)
        named = names.is_role(name or piece.text) or (summed and _heads_sums(piece.text, names))
        if not named or not (below.is_table or below.is_item or labelled or summed):
            continue
        if not name or known.table_corners.whole(tokens_of(label)):
            piece.kind, piece.zone, piece.settled = BlockKind.HEADING, Zone.ARTICLE, True


def _heads_sums(text: str, names: Names) -> bool:
    """Whether a line says whose the labelled sums below it are: a level, a place, a body, a title with its level."""
    if len(text.split()) > _MAX_LABEL + 1 or DIGIT.search(text):
        return False
    return bool(names.kind(text)) or names.is_title(text)


def _is_labelled_sum(piece: Piece) -> bool:
    """Whether a line is a few words and a sum: ``Junior £34k``."""
    found = MONEY.search(piece.text) if piece.kind is BlockKind.PARAGRAPH else None
    label = piece.text[: found.start()].split() if found is not None else ()
    return found is not None and 0 < len(label) <= _MAX_LABEL and is_sum(piece.text[found.start() :])


def parted(text: str) -> tuple[str, str]:
    """``Label: what is said``, with or without a blank, as its two parts; both empty where there is no such label."""
    colon = _COLON.search(text)
    return (text[: colon.start()], text[colon.end() :]) if colon else ("", "")


def _likely(piece: Piece, names: Names, known: Cues) -> bool:
    if piece.kind is not BlockKind.PARAGRAPH or piece.settled:
        return False
    text = piece.text.rstrip(":") if piece.text.endswith(":") and names.is_role(piece.text) else piece.text
    return heading_like(text, names, known)


def _is_small(piece: Piece, names: Names, known: Cues) -> bool:
    """Whether a few words without a stop are a heading, on a page that writes its headings small."""
    if piece.kind is not BlockKind.PARAGRAPH or piece.settled or len(piece.words) > _MAX_SMALL:
        return False
    return piece.text[0].islower() and heading_like(piece.text.capitalize(), names, known)


def _with_sections(article: Sequence[Piece], likely: list[bool]) -> list[bool]:
    """The headings with the lines that are numbered as several of them are."""
    sections = [_is_section(piece) for piece in article]
    both = list(zip(likely, sections, strict=True))
    return [any(of) for of in both] if sum(map(all, both)) >= FEWEST_SECTIONS else likely


def _is_section(piece: Piece) -> bool:
    """``3.2 What we asked for``: a line with the number of a section of a section."""
    plain = piece.kind is BlockKind.PARAGRAPH and not piece.settled and len(piece.words) <= _MAX_PLAIN
    found = _SECTION.match(piece.text) if plain else None
    return found is not None and piece.text[-1] not in ".,;:" and not DIGIT.search(piece.text, found.end())


def _is_counted(piece: Piece) -> bool:
    """Whether a line begins with a number and is no item of a list."""
    return piece.kind is BlockKind.PARAGRAPH and piece.marker == "number" and not piece.settled


def _counts_role(piece: Piece, counted: Set[int], names: Names) -> bool:
    """Whether a line is one of a count of headings: ``1. Welder: joins metal`` before ``2. Pipe fitter``."""
    if not _is_counted(piece) or counted.isdisjoint((piece.number - 1, piece.number + 1)):
        return False
    label, rest = parted(piece.text)
    return bool(rest) and names.is_role(label) and len(piece.words) <= _MAX_PLAIN and not _is_other(piece.text)


def heading_like(text: str, names: Names, known: Cues) -> bool:
    """Whether a line alone looks like a heading; ``Welder or plumber? Pay and prospects`` is two in a row."""
    question, mark, rest = text.partition("? ")
    parts = (question + "?", rest) if mark and len(rest.split()) >= LONGEST_PHRASE else (text,)
    return all(_is_heading_like(part, names, known) for part in parts)


def _is_heading_like(text: str, names: Names, known: Cues) -> bool:
    # ``Average pay by town. Source: Job Bank`` is a note.
    note = ". Source: " in text
    text = _NUMBER.sub("", text, count=1)
    words = tokens_of(text)
    if not words or len(words) > _MAX_WORDS or len(text) > _MAX_CHARS or "\n" in text or note:
        return False
    if (names.is_role(text) and not has_figure(text)) or known.heading_generic.whole(words):
        return True
    capitals = title_case(text, known)
    if known.heading_conversational.at(words) and capitals < 1:
        return False
    asks = known.heading_questions.at(words) > 0
    if text[-1] == "?":
        named = len(words) <= _MAX_PLAIN and bool(names.mentions(text))
        # A question may stand behind a label, as in "Pay: who is ahead?".
        asked = known.heading_questions.at(tokens_of(parted(text)[1])) > 0
        return asks or asked or named or capitals >= _TITLE_CASE
    if has_steps(text) or _is_other(text) or known.heading_ratings.whole(words) or _is_labelled(text, names, known):
        return False
    return capitals >= _TITLE_CASE or _is_phrase(words, asks, known)


def _is_over_role(piece: Piece, below: Piece, names: Names) -> bool:
    """Whether a line without a stop stands over the heading of a role: "Skills that employers ask for"."""
    if piece.kind is not BlockKind.PARAGRAPH or piece.settled or "\n" in piece.text or _is_other(piece.text):
        return False
    if (
        not names.is_role(below.text)
        or has_steps(piece.text)
        or (piece.text.count(",") > 1 and parted(piece.text)[0])
        or cues().heading_values.whole(tokens_of(parted(piece.text)[0]))
    ):
        return False
    return len(piece.words) <= _MAX_PLAIN and piece.text[0].isupper()


def _is_over_lines(piece: Piece, below: Sequence[Piece], names: Names) -> bool:
    """Whether a line without a stop stands over lines of several roles: ``Baker: patience``, ``Miller: tact``."""
    labels = {parted(line.text)[0] for line in below if line.kind is BlockKind.PARAGRAPH}
    if len(labels) < 2 or piece.kind is not BlockKind.PARAGRAPH or piece.settled or parted(piece.text)[0]:
        return False
    if not all(map(names.is_role, labels)) or "\n" in piece.text or _is_other(piece.text):
        return False
    return len(piece.words) <= _MAX_PLAIN and piece.text[0].isupper() and cues().heading_facets.within(piece.words)


def has_steps(text: str) -> bool:
    """Whether a line is steps or things in a row: ``Clerk > Buyer > Head of Buying``, ``Tact · Sums · Latin``."""
    in_row = len(_CHAIN.findall(text)) > 1 or text.count(" · ") > 1
    return in_row or len(_DASHES.findall(text)) > FEWEST_DASHES


def _is_other(text: str) -> bool:
    """Whether a line ends like a sentence or an introduction, goes on from another, or gives a figure."""
    small = text[0].islower() and not _has_capital(text.split(None, 1)[0])
    figures = has_figure(text) or _SOURCED.match(text) is not None or _CODE.fullmatch(text) is not None
    # "/yr", "/ month": what a figure above is for.
    return text[-1] in ".,;:…!&" or text[0] == "/" or small or figures or not _CAPITAL.search(text)


def _is_phrase(words: Sequence[str], asks: bool, known: Cues) -> bool:
    """Whether words in sentence case are a phrase and no sentence without its full stop."""
    if not asks and (len(words) > _MAX_PLAIN or known.heading_introductions.at_end(words)):
        return False
    # In a line of few words a verb is as likely a noun: everyday work.
    if asks or len(words) <= 3:
        return True
    return not known.heading_verbs.within(words) and not known.advert_reader.within(words)


def _is_labelled(text: str, names: Names, known: Cues) -> bool:
    """Whether the line is ``Label: what is said``, and not a title in two halves."""
    label, rest = parted(text)
    dashed = not label and "," in text
    if dashed:
        # "Software – Figma, Sketch, Zeplin"
        label, _, rest = text.partition(" – ")
    if not label or not rest:
        return False
    words = tokens_of(label)
    if known.heading_values.whole(words) or known.table_notes.whole(words):
        # "Source: UGC": where a picture or a figure is from.
        return True
    listed = rest.count(",") > 1 and known.heading_lists.at_end(words) and not names.is_role(rest.partition(",")[0])
    if len(names.mentions(text)) > 1 and len(names.mentions(label)) != 1 and not listed:
        return False
    if rest.count(",") > 1 and (names.is_role(label) or not _names_facets(rest, known)):
        return True
    said = known.heading_facets.whole(words) or known.table_labels.whole(words) or known.heading_shared.whole(words)
    if "," in rest and said and not _names_facets(rest, known):
        return True
    # "Nurses – what they do, and for whom" is a title in two halves, and so is "Rung 2: mid level (3-6 years)".
    counts = _NUMBERED.search(label) is not None and names.is_level(rest)
    low = not (dashed or counts) and title_case(rest, known) < _TITLE_CASE
    return low and (names.is_role(label) or "," in rest or len(label.split()) <= 3)


def _names_facets(text: str, known: Cues) -> bool:
    """Whether a list says what a text is about ("Skills, Salary, and Outlook") and no more."""
    parts = (tokens_of(part) for part in text.replace(" and ", ", ").replace(" & ", ", ").split(","))
    return any(known.heading_facets.whole(part) or known.heading_generic.whole(part) for part in parts if part)


def _has_capital(word: str) -> bool:
    """Whether a word is written with a capital or without case, as a name such as ``iOS`` is."""
    return word != word.lower() or word == word.upper()


def title_case(text: str, known: Cues) -> float:
    """The share of a line's words that start with a capital; small words of titles do not count."""
    words = [word for word in text.split() if _CAPITAL.search(word)]
    counted = [word for word in words if not known.heading_small.whole(tokens_of(word))]
    if not counted:
        return 0.0
    large = sum(1 for word in counted if _has_capital(word))
    return large / len(counted)


def _card_titles(article: Sequence[Piece], names: Names) -> set[int]:
    """The lines that are a role's name above a label that comes again: each begins a card."""
    texts = Counter(piece.text for piece in article)
    return {
        number
        for number, (piece, below) in enumerate(pairwise(article))
        if len(piece.text) <= _MAX_NAMED and texts[below.text] > 1 and names.is_role(piece.text)
    }


def _with_content(likely: Sequence[bool], titles: set[int]) -> list[bool]:
    """Which of the likely lines can be headings of what follows.

    Of a run of five and more only the first, the last and ``titles`` can: a run is a list, a menu or a table.
    """
    kept = list(likely)
    first = 0
    for number, heading in enumerate([*likely, False]):
        if heading:
            continue
        if number - first >= _MIN_RUN:
            kept[first + 1 : number - 1] = [at in titles for at in range(first + 1, number - 1)]
        first = number + 1
    return kept


def _drop_labels(article: Sequence[Piece], likely: list[bool], names: Names) -> None:
    """``Focus: Data`` ... ``Focus: Systems``: lines with the same words before a colon are no headings."""
    labels = [parted(piece.text[:60])[0] for piece in article]
    counts = Counter(label for label, heading in zip(labels, likely, strict=True) if heading and label)
    times = Counter(labels)
    # "Level 1: Beginner" and "Level 2: Master" over labelled lines count what those are about.
    numbered = Counter(_NUMBERED.sub("", label) for label in counts if _NUMBERED.search(label))
    for number, label in enumerate(labels):
        if not label or len(label.split()) > _MAX_LABEL:
            continue
        often = times[label] >= _FEWEST_TIMES and not (names.mentions(label) or _NUMBERED.search(label))
        likely[number] = likely[number] and not often
        if len(names.mentions(article[number].text)) > 1:
            continue
        if counts[label] == 1 and _NUMBERED.search(label) and numbered[_NUMBERED.sub("", label)] > 1:
            continue
        beside = [at for at in (number - 1, number + 1) if 0 <= at < len(labels) and labels[at] and not likely[at]]
        if counts[label] == 1 and names.is_role(label) and not any(names.is_role(labels[at]) for at in beside):
            below = article[number + 1] if number + 1 < len(article) else None
            # "Welder: The Joiner" above a paragraph or a heading is one, whatever labels stand above it.
            if below is not None and (below.is_prose or (likely[number + 1] and article[number].gap and below.gap)):
                continue
        if counts[label] > 1 or any(len(article[at].words) <= 20 and not article[at].is_prose for at in beside):
            likely[number] = False


def _drop_told(article: Sequence[Piece], likely: list[bool], names: Names, known: Cues) -> None:
    """What the line above announces, or is told of the title above, is no heading."""
    for number, (above, piece) in enumerate(pairwise(article), start=1):
        if likely[number]:
            told = _is_value(above, piece, names) or _is_glued_list(above, piece, known)
            likely[number] = not (told or _is_deed(article[max(0, number - 2) : number + 1], names, known))


def _is_value(above: Piece, piece: Piece, names: Names) -> bool:
    """Whether a line stands right below a few words and a colon: "Core tools:", and what they are."""
    label = above.kind is BlockKind.PARAGRAPH and above.text.endswith(":") and len(above.words) <= _MAX_LABEL
    return label and not piece.gap and not piece.text.endswith(("?", ":")) and not names.is_role(piece.text)


def _is_glued_list(above: Piece, piece: Piece, known: Cues) -> bool:
    """Whether a list with commas, or one that runs together, stands below a line that announces it: "Key skills"."""
    announced = len(above.words) <= _MAX_LABEL and known.heading_lists.within(above.words)
    told = announced or (len(above.words) <= _MAX_LABEL and known.heading_facets.within(above.words))
    listed = told and piece.text.count(", ") >= FEWEST_COMMAS and " and " not in piece.text
    return (listed or (announced and piece.runs_on)) and not piece.text.endswith("?")


def tells_deed(words: Sequence[str], known: Cues) -> bool:
    """``Gathers requirements through interviews``: what is done, and no heading of what follows."""
    does = words[0].endswith("s") and not words[0].endswith("ss") and not known.heading_lists.at(words)
    # "Benefits of ...", "Pros and cons of ...": what there is more of than one.
    several = "of" in words[1:2] or tuple(words[1:4:2]) == ("and", "of")
    return does and not several and len(words) > LONGEST_PHRASE and not known.heading_lists.at_end(words)


def _is_deed(lines: Sequence[Piece], names: Names, known: Cues) -> bool:
    """Whether the last line says what somebody does whose title stands alone above it, or above a figure of it."""
    *above, piece = lines
    if not tells_deed(piece.words, known) or piece.text.endswith("?") or title_case(piece.text, known) > _SENTENCE_CASE:
        return False
    if len(above) > 1 and has_figure(above[-1].text):
        del above[-1]
    return names.is_role(above[-1].text)


def _drop_colon(piece: Piece) -> None:
    """Leaves the colon behind a heading out of it."""
    if piece.text.endswith(":"):
        piece.text = piece.text[:-1].rstrip()
        piece.end = piece.start + len(piece.text)
