"""Topics named by part of their title: by the noun it ends in ("the engineer"), or by what tells it from others ("the product role")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from extract.language.common_titles import titles
from extract.language.mentions import Mention, MentionKind
from extract.lexicons import RoleEntry, plural, singular
from extract.lexicons.fragments import ABOUT, AVERAGE, JOB, PAY
from extract.lexicons.signs import SIGNS
from extract.model import BlockKind, Document, Zone

_BARE = re.compile(
    r"(?:^|[.:;,|•\n(“\"]\s{0,3}|\n\s?[-*]\s{1,3}|\b(?:the|an?|by|for|that|what|which|and|or|than|most|of|while|whereas|but|both|each|these|with|to|says?|said|because|since|if|when|where|how|so|unlike|among|whether)\s|\b[Ii]n\s(?:19|20)\d\d\s)"
    # What tells no occupations apart.
    r"(?:(?:first-year|new|beginning|junior|senior|experienced|entry[\s-]level|mid[\s-]level|mid-career|lead|average|typical|skilled|licensed|certified|registered|qualified|full-time|part-time"
    r"|temp|temporary|permanent|seasonal|casual|hourly|salaried|travel|travell?ing|independent|seasoned|hospital|government"
    r"|freelance|contract|self-employed|retail|public|private|federal|rural|urban|remote|corporate|in-house|union|unioni[sz]ed|non-union|agency|locum|chartered|trainee|newly\squalified|top|good|great|working|practising|practicing)\s)?$",
    re.IGNORECASE,
)


# "For psychologists in general": not the topic that the noun ends.
_AT_LARGE = re.compile(r"\s(?:in\sgeneral|overall|as\sa\swhole|of\sall\s(?:kinds|types)|generally)\b", re.IGNORECASE)
_ANOTHER_FIRST = re.compile(r",\s[A-Z]")
_SUM = r"(?:[A-Z]{1,3}\s?)?(?:[" + SIGNS + r"]\s?\d|R\$\s?\d|\d{1,3}[ ,.\u00a0]\d{3}(?!\d)|\d{2,3}[kK]\b)"
# "It gives analysts $81,000": whom a figure is said of.
_GIVES = re.compile(
    r"\b(?:giv(?:es?|ing)|pay(?:s|ing)?|offer(?:s|ing)?|puts?|putting|has|have|lists?|shows?|quotes?|pegs?|places?|ranks?|sees?)\s$",
    re.IGNORECASE,
)
_SO_MUCH = re.compile(rf"\s(?:(?:at|an?|on|of|the|{ABOUT}|over|under|{AVERAGE}|base|{PAY})\s){{0,5}}{_SUM}")
REACH = 120
"""Characters around what tells topics apart within which all stands that says that it is one."""
_CLIPPED = {"administrator": "admin", "developer": "dev", "representative": "rep", "technician": "tech"}


def bare_heads(document: Document, mentions: Sequence[Mention], about: Sequence[str], heads: set[str]) -> list[Mention]:
    """Mentions of topics by their head noun alone ("technicians", "the engineer"), where only one topic has it.

    The noun may be a title of its own: in an article on school psychologists and counselors, psychologists are of schools.
    """
    titles = [(role.rsplit("_", 1)[-1], role) for role in about if "_" in role]
    # A topic may go by another name here, as a billing specialist by "medical biller".
    called = {(noun, m.key) for m in mentions if m.key in about and (noun := _last_word(document, m))}
    ends = Counter(noun for noun, _ in {*titles, *called, *((role, role) for role in about)})
    owners = dict([*sorted(called), *titles])
    known = heads | {noun for noun, _ in called}
    nouns = [noun for noun, count in ends.items() if count == 1 and noun in known and noun in owners]
    alone = len(about) == 1
    if not nouns or (alone and about[0].partition("_")[0] in _RANKS):
        return []
    clipped = {_CLIPPED[noun]: noun for noun in nouns if noun in _CLIPPED}
    # Where a text is about one role, a single "engineer" may be any.
    written = [(plural(noun),) if alone else (plural(noun), noun) for noun in (*nouns, *clipped)]
    forms = "|".join(re.escape(form) for both in written for form in both)
    pattern = re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)
    # "A master's degree" is no Scrum master's.
    kinds = (MentionKind.ROLE, MentionKind.FIELD, MentionKind.DEGREE)
    # A title that is nothing but the noun is another name of the topic here.
    taken = [
        (m.start, m.end)
        for m in mentions
        if m.kind in kinds and (alone or m.key in about or not pattern.fullmatch(document.text, m.start, m.end))
    ]
    starts = [start for start, _ in taken]
    # "In Texas engineers make ..."
    places = {m.end for m in mentions if m.kind is MentionKind.REGION}
    cells = {row[0].start for table in document.tables for row in table.rows if row}
    found = []
    for match in pattern.finditer(document.text):
        at = bisect_right(starts, match.start()) - 1
        inside = at >= 0 and taken[at][0] <= match.start() < taken[at][1]
        # "Engineer, Blockchain": a title by its last word first.
        inverted = match.start() in cells and _ANOTHER_FIRST.match(document.text, match.end()) is not None
        if inside or inverted or _AT_LARGE.match(document.text, match.end()):
            continue
        told = _BARE.search(document.text, max(0, match.start() - 28), match.start()) or match.start() - 1 in places
        if told or _figured(document.text, match):
            noun = singular(match[0].lower())
            role = owners[clipped.get(noun, noun)]
            found.append(Mention(MentionKind.ROLE, role, match.start(), match.end(), doubtful=True))
    return found


def _figured(text: str, noun: re.Match[str]) -> bool:
    """Whether a noun stands between a verb of giving and a sum: ``puts technicians at about $48,000``."""
    given = _SO_MUCH.match(text, noun.end()) is not None
    return given and _GIVES.search(text, max(0, noun.start() - 12), noun.start()) is not None


_RANKS = frozenset(
    [
        "trainee",
        "apprentice",
        "student",
        "assistant",
        "junior",
        "senior",
        "chief",
        "head",
        "lead",
        "deputy",
        "associate",
        "sous",
        "executive",
        "principal",
        "staff",
        "managing",
        "vice",
        "intern",
        "pupil",
        "cadet",
        "master",
    ]
)


# What the law calls whoever may work in a trade; "chartered" and "certified" single some of them out.
_BY_LAW = ("registered", "licensed")


def in_full(
    document: Document, mentions: Sequence[Mention], about: Sequence[str], known: Mapping[str, RoleEntry]
) -> tuple[list[Mention], tuple[str, ...]]:
    """Mentions and topics where an article on registered nurses calls them nurses: one topic, named in full by the title.

    The title sets no two of them against each other, and no other topic ends in the noun.
    """
    roles = [m for m in mentions if m.kind is MentionKind.ROLE]
    meant, heading = _officially(document, mentions, about, known), _named_alone(document, roles)
    meant |= _licensed(document, roles, about)
    for bare in {m.key for m in roles if m.key not in meant and _is_variant(m.key, known)}:
        longer = _ending_in(bare, about)
        if len(longer) > 1:
            # A page on primary teachers speaks of relief teachers too.
            titled = {
                m.key for title in islice(titles(document), 1) for m in roles if title.start <= m.start < title.end
            }
            longer = [role for role in longer if role in titled] if bare not in titled else longer
        named = [m for m in roles if m.key == bare or m.key in longer]
        # What is named first is what the title names.
        first = len(longer) == 1 and named[0].key == longer[0]
        if not first and bare not in heading:
            # "Software Architect:" over what architects do, who build no houses.
            longer = _ending_in(bare, (role for role in heading if _of_another_trade(role, bare, known)))
        if len(longer) == 1 and (first or bare not in heading) and not _at_odds(document, roles, bare, longer[0]):
            meant[bare] = longer[0]
    if not meant:
        return list(mentions), tuple(about)
    short = [
        m.kind is MentionKind.ROLE and m.key in meant and not _AT_LARGE.match(document.text, m.end) for m in mentions
    ]
    kept = [replace(m, key=meant[m.key]) if bare else m for m, bare in zip(mentions, short, strict=True)]
    return kept, tuple(dict.fromkeys(meant.get(role, role) for role in about))


def _is_variant(role: str, known: Mapping[str, RoleEntry]) -> bool:
    """Whether a role may be another by a shorter name: a noun alone, or a title that no statistics count."""
    return "_" not in role or role not in known or (known[role].soc is None and not known[role].occupation)


def _licensed(document: Document, roles: Sequence[Mention], about: Sequence[str]) -> dict[str, str]:
    """Topics whose title in law the text has too, "nurses" and "registered nurses", and no other title of their kind."""
    found: dict[str, str] = {}
    for bare in about:
        longer = _ending_in(bare, dict.fromkeys(m.key for m in roles))
        if len(longer) == 1 and longer[0] in {f"{word}_{bare}" for word in _BY_LAW}:
            found |= {} if _at_odds(document, roles, bare, longer[0]) else {bare: longer[0]}
    return found


def _officially(
    document: Document, mentions: Sequence[Mention], about: Sequence[str], known: Mapping[str, RoleEntry]
) -> dict[str, str]:
    """Topics whose title is the end of the name of an occupation that the text, before it names them, is said to be about.

    A text that only quotes the statistics of the occupation is not about it.
    """
    roles = [m for m in mentions if m.kind is MentionKind.ROLE and m.key in known]
    official, found = {m.key for m in roles if known[m.key].occupation}, {}
    for bare in (role for role in about if "_" in role and role in known and role not in official):
        longer = [role for role in _ending_in(bare, official) if known[role].family == known[bare].family]
        # Behind "Also known as:" stand other names, and what the text is about above them.
        blocks = (b for b in document.blocks if not (b.kind is BlockKind.HEADING or b.label) and b.zone is Zone.ARTICLE)
        first = next(
            ((b, m) for b in blocks for m in roles if b.start <= m.start < b.end and m.key in {bare, *longer}), None
        )
        if first is None or first[1].key == bare or len(longer) > 1:
            continue
        block, mention = first
        quoted = any(m.kind is MentionKind.ORIGIN and block.start <= m.start < block.end for m in mentions)
        if not quoted and not _at_odds(document, roles, bare, mention.key):
            found[bare] = mention.key
    return found


def _ending_in(bare: str, roles: Iterable[str]) -> list[str]:
    """The roles whose name ends in a shorter one's, and begins with no rank."""
    return [role for role in roles if role.endswith(f"_{bare}") and role.partition("_")[0] not in _RANKS]


def _of_another_trade(role: str, bare: str, known: Mapping[str, RoleEntry]) -> bool:
    return role in known and bare in known and known[role].family != known[bare].family


def _named_alone(document: Document, roles: Sequence[Mention]) -> Sequence[str]:
    """The roles that are a heading, or a line with a colon, by themselves."""
    ends = {block.start: block.end for block in document.blocks}
    placed = (m for m in roles if m.start in ends)
    return tuple(dict.fromkeys(m.key for m in placed if document.text[m.end : ends[m.start]].strip() in {"", ":"}))


def _at_odds(document: Document, roles: Sequence[Mention], one: str, other: str) -> bool:
    """Whether a heading or a table's header names two roles side by side."""
    lines = [(b.start, b.end) for b in document.blocks if b.kind is BlockKind.HEADING]
    lines += [(table.header[0].start, table.header[-1].end) for table in document.tables if table.header]
    return any({one, other} <= {m.key for m in roles if start <= m.start < end} for start, end in lines)


def _last_word(document: Document, mention: Mention) -> str:
    """The noun for who does it that a role's name of several words ends in; else nothing."""
    if mention.kind is not MentionKind.ROLE:
        return ""
    first, _, last = document.text[mention.start : mention.end].rpartition(" ")
    noun = singular(last.lower())
    return noun if first and noun.isalpha() and noun.endswith(("er", "or", "ist", "ian", "agent", "ant")) else ""


def bare_modifiers(document: Document, mentions: Sequence[Mention], about: Sequence[str]) -> list[Mention]:
    """Topics that share their head noun by what tells them apart: "Java 24 500 zł", "$63,000 for civil,", "for Java jobs"."""
    parted = {role: role.rpartition("_") for role in about}
    heads = Counter(head for modifier, _, head in parted.values() if modifier)
    owners = {
        modifier.replace("_", " "): role for role, (modifier, _, head) in parted.items() if modifier and heads[head] > 1
    }
    if not owners:
        return []
    forms = "|".join(re.escape(modifier).replace("\\ ", r"[\s-]?") for modifier in owners)
    pattern = re.compile(
        rf"(?<![\w-])(?P<before>{forms})(?=\s?[:–-]?\s?{_SUM})|(?:{_SUM})[\d,.]*+[kK]?(?:\s?[{SIGNS}])?(?:\s(?:a|per)\s\w+)?\sfor\s(?:the\s|an?\s)?(?P<behind>{forms})(?=[,.;)]|\sand\b|$)|(?:^|[.;\n]\s?)(?P<label>{forms})(?=:\s[A-Z])"
        rf"|\b(?:for|in|most|all|many|the)\s(?P<trade>{forms})(?=\s{JOB}\b)|\bthe\s(?P<side>(?:{forms})\sside)\b"
        rf"|\b(?:juniors?|seniors?|beginners?|freshers?|newcomers|starters|people|those|{PAY})\sin\s(?P<among>{forms})(?![\w-])",
        re.IGNORECASE | re.MULTILINE,
    )
    taken = [(m.start, m.end) for m in mentions if m.kind is MentionKind.ROLE]
    found = []
    matches = (m for start, end in _around(document.text, forms) for m in pattern.finditer(document.text, start, end))
    places = [(m.span(m.lastgroup), m[m.lastgroup]) for m in matches if m.lastgroup]
    for (start, end), words in [*places, *_cells(document, owners)]:
        role = owners[re.sub(r"[\s-]+", " ", words.lower()).removesuffix(" side")]
        if not any(first < end and start < last for first, last in taken):
            found.append(Mention(MentionKind.ROLE, role, start, end, doubtful=True))
    return found


def _around(text: str, forms: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text, in order, outside of which none of some forms stands; ``forms`` in small letters."""
    small = text.lower()
    begin = end = 0
    for place in re.finditer(forms, small) if len(small) == len(text) else ():
        if place.start() - REACH > end:
            if end:
                yield begin, end
            begin = place.start() - REACH
        end = place.end() + REACH
    if end or len(small) != len(text):
        yield begin, end or len(text)


def _cells(document: Document, owners: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Cells of a header, or labels of rows, that are nothing but what tells topics apart: ``City | iOS | Android``."""
    for table in document.tables:
        for cells in (table.header, [row[0] for row in table.rows if row]):
            said = [(cell, document.text[cell.start : cell.end].strip(" *")) for cell in cells if cell.end > cell.start]
            known = [(cell, words) for cell, words in said if re.sub(r"[\s-]+", " ", words.lower()) in owners]
            if len({words.lower() for _, words in known}) > 1:
                yield from (((cell.start, cell.end), words) for cell, words in known)
