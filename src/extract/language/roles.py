"""Roles: which ones an article is about, and job titles that no lexicon knows.

A title unknown to the lexicons is taken for a role on evidence: it ends in a noun that makes a job title and stands in a
heading, a title or a table header, and again elsewhere in the article. Its id is the title in snake case.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extract.language.asked import asked
from extract.language.common_titles import joints, titles
from extract.language.longer import longer
from extract.language.mentions import Mention, MentionKind
from extract.language.paid_titles import paid_titles
from extract.lexicons import Lexicons, display, plural, singular, snake
from extract.lexicons.fragments import EARN, PAY
from extract.model import BlockKind, Document, Span, Zone

# "Ontario Firefighter Salaries": where they are is no part of what they are.
_NO_PART_OF_TITLES = frozenset({MentionKind.ROLE, MentionKind.CERTIFICATION, MentionKind.REGION})
_WORD = re.compile(r"[A-Za-z][\w&/+.’'-]{0,29}")
# A leader of one of these is a title, "team leader", and no market's.
_LED = frozenset({"crew", "group", "practice", "project", "section", "shift", "squad", "team", "unit"})
_HEAD_OF = re.compile(r"(?:Head|Director|V\.?P\.?|Vice\sPresident)\sof\s\w")
LONGEST_NOTE = 400
"""In characters: a longer text is about a role only if it names it more than once, or in a heading."""
FEWEST_OF_A_LIST = 6
FEWEST_NAMED = 2
MOST_WORDS = 4
LONGEST_LISTED = 5
LONGEST_SHORT = 4
"""Letters that stand for the words before the last of a title."""


class RoleFinder:
    """Completes the mentions of roles in a document with titles that the lexicons do not know."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._heads = {head.lower() for head in lexicons.role_heads}
        # "Irish Welder" is a welder, and as often the name of a paper.
        national = (word.lower() for region in lexicons.regions for word in region.adjectives)
        self._outside = frozenset(lexicons.cues["titles.outside"]) | set(national)
        self._beside = self._outside | set(lexicons.cues["titles.beside"])
        self._stops = self._outside | set(lexicons.cues["titles.people"])
        self._lexicons = lexicons
        self._heads_of_roles = frozenset(lexicons.cues["headers.titles"])
        self._ranks = {term.lower() for level in lexicons.levels for term in (*level.aliases, *level.short)}
        self._no_titles = self._outside | set(lexicons.cues["structure.kinds"])
        self._ends = frozenset(role.name.lower().rsplit(" ", 1)[-1] for role in lexicons.roles)
        self._known: dict[str, str] = {}

    def complete(self, document: Document, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions with those of newly found roles, in order of offset."""
        titles = self._found(document, mentions)
        if not titles:
            return sorted(mentions, key=lambda m: (m.start, -m.end))
        spelled = {title: _spelled_out(document.text, title) for title in titles}
        meant = {snake(title): snake(full) for title, full in spelled.items()}
        titles = [*titles, *(full for title, full in spelled.items() if full not in (title, *titles))]
        body = "|".join(
            re.escape(form) for title in titles for form in sorted({plural(title), title}, key=len, reverse=True)
        )
        pattern = re.compile(rf"(?<![\w])(?:{body})(?![\w])", re.IGNORECASE)
        taken = [Span(m.start, m.end) for m in mentions if m.kind is MentionKind.ROLE]
        cells = [span for span in _labels(document) if document.tables and pattern.fullmatch(document.words(span))]
        keys = {m.key for m in mentions if m.kind is MentionKind.ROLE} | {snake(title) for title in titles}
        added = []
        for block in document.blocks:
            if block.zone not in (Zone.ARTICLE, Zone.QUESTION):
                continue
            found = [Span(*match.span()) for match in pattern.finditer(document.text, block.start, block.end)]
            # A cell may run into its neighbour: "Film DirectorStage Manager".
            found += [c for c in cells if block.start <= c.start < block.end and c not in found]
            for one in found:
                if not any(_stands_in(one, span) for span in taken):
                    title = singular(document.words(one))
                    own = meant.get(snake(title), snake(title))
                    key = _longer(own, keys)
                    added.append(Mention(MentionKind.ROLE, key or own, one.start, one.end))
                    if key is None:
                        self._known[own] = display(own)
        spans = [(m.start, m.end) for m in added]
        kept = [m for m in mentions if not any(a <= m.start and m.end <= b for a, b in spans)]
        return sorted([*kept, *added], key=lambda m: (m.start, -m.end))

    def names(self, mentions: Sequence[Mention]) -> Mapping[str, str]:
        """Display names of the roles found in the text."""
        return {m.key: self._known[m.key] for m in mentions if m.kind is MentionKind.ROLE and m.key in self._known}

    def _found(self, document: Document, mentions: Sequence[Mention]) -> list[str]:
        roles = [Span(m.start, m.end) for m in mentions if m.kind in _NO_PART_OF_TITLES]
        titles: Counter[str] = Counter()
        lowered = document.text.lower()
        for block in document.blocks:
            if block.kind is BlockKind.HEADING:
                heading = Span(block.start, block.end)
                titles.update(_set_against(document.text, heading, mentions, self._ends))
                titles.update(longer(document.text, lowered, heading, mentions, self._beside))
        for span in _labels(document):
            for title in self._candidates(document.text, span, roles):
                titles[title] += 1
        listed = {*self._listed(document, roles), *asked(document, mentions, self._lexicons, self._stops)}
        listed |= set(paid_titles(document, mentions, self._lexicons, self._outside, self._beside))
        titles.update(listed)
        return [title for title, _ in sorted(titles.items()) if title in listed or lowered.count(title.lower()) >= 2]

    def _listed(self, document: Document, roles: Sequence[Span]) -> Iterator[str]:
        """Titles that are all of a label or a row's first cell, where those beside them are known roles."""
        known = {(role.start, role.end) for role in roles}
        yield from self._in_columns_of_roles(document, roles)
        for spans in _columns(document):
            named = sum((span.start, span.end) in known for span in spans)
            if named < FEWEST_NAMED or named * 3 < len(spans):
                continue
            for span in spans:
                for title in self._candidates(document.text, span, roles):
                    if title == singular(document.words(span)):
                        yield title

    def _in_columns_of_roles(self, document: Document, roles: Sequence[Span]) -> Iterator[str]:
        """``Trusts and foundations manager``, ``Head of fundraising`` under ``Role``: titles that are all of a row's first cell."""
        ends = {role.end for role in roles}
        for table in document.tables:
            if not table.header or document.words(table.header[0]).strip("* ").lower() not in self._heads_of_roles:
                continue
            for cell in (row[0] for row in table.rows if row and row[0].end not in ends):
                title = document.words(cell)
                words = title.lower().split()
                titled = singular(title.rpartition(" ")[2].lower()) in self._heads or _HEAD_OF.match(title) is not None
                part = self._no_titles.isdisjoint(word for word in words if word not in {"and", "of", "&"})
                if titled and part and 1 < len(words) <= LONGEST_LISTED and title.lower() not in self._ranks:
                    yield singular(title)

    def _candidates(self, text: str, span: Span, roles: Sequence[Span]) -> Iterator[str]:
        words = list(_WORD.finditer(text, span.start, span.end))
        for at, word in enumerate(words):
            head = singular(word[0].lower())
            if head not in self._heads and not (head == "leader" and at and words[at - 1][0].lower() in _LED):
                continue
            # A known title that is a bare head noun ("teacher") may be the end of a longer one ("primary school teacher").
            start = word.start()
            if any(r.start <= start < r.end and len(r) > len(word[0]) for r in roles):
                continue
            first = at
            while (
                first > 0 and at - first < MOST_WORDS - 1 and self._joins(text, words[first - 1], words[first], roles)
            ):
                first -= 1
            if first < at:
                yield singular(text[words[first].start() : word.end()])

    def _joins(self, text: str, word: re.Match[str], following: re.Match[str], roles: Sequence[Span]) -> bool:
        gap = text[word.end() : following.start()]
        free = not any(role.start <= word.start() < role.end for role in roles)
        # "Licensed electrician" is an electrician, "licensed conveyancer" a title of its own.
        known = any(role.start == following.start() for role in roles)
        outside = self._beside if known else self._outside
        return free and gap in {" ", "-", "/"} and word[0].lower().rstrip(".") not in outside


def _spelled_out(text: str, title: str) -> str:
    """``QC microbiologist`` as the text has it in full somewhere: ``quality control microbiologist``."""
    letters, _, head = title.partition(" ")
    if not (head and letters.isupper() and letters.isalpha() and len(letters) <= LONGEST_SHORT):
        return title
    words = r"\s".join(rf"{letter}[a-z-]+" for letter in letters)
    found = re.search(rf"\b{words}\s{re.escape(head)}s?\b", text, re.IGNORECASE)
    return singular(found[0]) if found else title


def _stands_in(title: Span, known: Span) -> bool:
    """Whether a known title takes in one that is found: not where it is only how that begins, "QA" of a "QA lead"."""
    return known.start <= title.start < known.end and (title.start > known.start or title.end <= known.end)


def _longer(title: str, keys: set[str]) -> str | None:
    """The only role of the article whose name ends in a title: "functional consultants" of SAP."""
    found = [key for key in keys if key.endswith(f"_{title}")]
    return found[0] if len(found) == 1 else None


_BESIDE_AFTER = re.compile(r"[A-Za-z][a-z]{3,}(?:\s[A-Z][a-z]{3,}){0,3}(?=\s*(?:[:?|,–—(]|$))")
_BESIDE_BEFORE = re.compile(r"(?:^|[:|]\s)(?P<title>[A-Z][a-z]{3,}(?:\s[A-Za-z][a-z]{3,}){0,3})$")
LONGEST_UNHEADED = 2
"""Words of a title beside another that ends in no word that known titles end in."""


def _set_against(text: str, span: Span, mentions: Sequence[Mention], ends: frozenset[str]) -> Iterator[str]:
    """What a heading sets against a known role ("First officer vs captain: ...") is a role too.

    ``ends`` are the last words of known titles; one of more than two words ends in one of them.
    """
    between = list(joints(text, span))
    if not between:
        return
    inside = [m for m in mentions if span.start <= m.start and m.end <= span.end]
    roles = [m for m in inside if m.kind is MentionKind.ROLE]
    for joint in between:
        before = any(role.end == joint.start() for role in roles)
        after = any(role.start == joint.end() for role in roles)
        if before and not after:
            found = _BESIDE_AFTER.match(text, joint.end(), span.end)
            title = found[0] if found else None
        elif after and not before:
            words = _BESIDE_BEFORE.search(text[span.start : joint.start()])
            title = words["title"] if words else None
        else:
            continue
        at = text.find(title, span.start, span.end) if title else -1
        words_of = title.lower().split() if title else []
        if len(words_of) > LONGEST_UNHEADED and singular(words_of[-1]) not in ends:
            continue
        # "Bartender manager vs host": longer than the title that it begins with.
        longer_than = [m for m in roles if m.start == at and m.end < at + len(title or "") and words_of[-1] in ends]
        if title and not any(m.start < at + len(title) and at < m.end for m in inside if m not in longer_than):
            yield singular(title)


def _labels(document: Document) -> Iterator[Span]:
    """What names the subject of an article or a part of it: headings and header cells."""
    yield from titles(document)
    for table in document.tables:
        for cell in table.header:
            yield Span(cell.start, cell.end)
        for row in table.rows:
            if row:
                yield Span(row[0].start, row[0].end)


_SUM_BEHIND = re.compile(
    r"[\s:*–-]{1,6}(?:(?:around|about|from|up\sto|ca\.?)\s)?(?:[A-Z]{3}\s?|[^\w\s]{1,2}\s?|[A-Z]{1,3}[$.]\s?)?\d[\d.,]{3,}"
)


def _columns(document: Document) -> Iterator[list[Span]]:
    """The first cells of the rows of each table, and the labels of the lines that go on with a sum."""
    for table in document.tables:
        yield [Span(row[0].start, row[0].end) for row in table.rows if row]
    labels = (block.label for block in document.blocks if block.zone is Zone.ARTICLE)
    yield [label for label in labels if label is not None and _SUM_BEHIND.match(document.text, label.end)]


def without_shared_fields(text: str, mentions: Sequence[Mention], about: Sequence[str]) -> list[Mention]:
    """Mentions without those of a trade that another topic is named after: "UX" beside UX designers and UX researchers."""
    if len(about) < 2:
        return list(mentions)

    def shared(mention: Mention) -> bool:
        if mention.kind is not MentionKind.FIELD:
            return False
        trade = snake(text[mention.start : mention.end]) + "_"
        return any(role.startswith(trade) for role in about if role != mention.key)

    return [mention for mention in mentions if not shared(mention)]


_PEOPLE = re.compile(
    rf"\b(?:do|does|are|an?|for|of|by|as)\s(?P<noun>[a-z]{{4,}})\s(?:{EARN}|earning|making|getting|paid|in|salar|do\b|{PAY})",
    re.I,
)


def topics(document: Document, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The roles that an article is about, in the order in which it introduces them.

    Headings that set roles against each other decide; else table headers; else how often each is named.
    """
    roles = [m for m in mentions if m.kind is MentionKind.ROLE]
    counts = Counter(m.key for m in roles)
    fields = Counter(m.key for m in mentions if m.kind is MentionKind.FIELD)
    titled = _versus(document, mentions, counts)
    if len(titled) >= 2:
        return tuple(titled)
    for table in document.tables:
        header = _distinct(mentions, Span(table.start, table.header[-1].end)) if table.header else []
        if len(header) >= 2:
            return tuple(header)
    if not counts:
        # A field named once in passing ("trading partners") makes no article about its trade.
        said = [role for role, count in fields.most_common(2) if count > 1 or role in _in_titles(document, mentions)]
        return tuple(titled) or tuple(said)
    meant = _meant_by_title(document, roles, counts)
    if (
        sum(counts.values()) == 1
        and len(document.text) > LONGEST_NOTE
        and not counts.keys() & _in_titles(document, mentions)
        and not _opens_article(document, roles[0])
    ):
        return ()
    most = max(counts.values())
    # An article that names each of its roles once is about none of them more than the others.
    if meant or (most == 1 and len(counts) > 1):
        return (meant,) if meant else tuple(counts)
    headings = {(block.start, block.end) for block in document.blocks if block.kind is BlockKind.HEADING}
    headed = {m.key for m in mentions if m.kind is MentionKind.FIELD and (m.start, m.end) in headings}
    frequent = [role for role, count in counts.items() if count >= max(2, 0.3 * most) or role in headed]
    frequent = frequent or [max(counts, key=lambda r: counts[r])]
    listed = len(frequent) == 1 and len(counts) >= FEWEST_OF_A_LIST and most < 0.25 * sum(counts.values())
    if listed and frequent[0] not in _in_titles(document, mentions):
        # A list of what many are paid is not about the one that it names twice.
        frequent = []
    return tuple(role for role in dict.fromkeys(m.key for m in roles) if role in frequent)


def _opens_article(document: Document, role: Mention) -> bool:
    """Whether the first paragraph begins with a role: "An optician fits glasses ..." tells what the article is about."""
    prose = (b for b in document.blocks if b.zone is Zone.ARTICLE and b.kind is BlockKind.PARAGRAPH)
    first = next(prose, None)
    if first is None or not first.start <= role.start < first.end:
        return False
    return document.text[first.start : role.start].strip().lower() in {"", "a", "an", "the"}


def _meant_by_title(document: Document, roles: Sequence[Mention], counts: Counter[str]) -> str | None:
    """``How much do developers earn?``: the role first named that ends with the title's noun, if none is named more often."""
    title = next(titles(document), None)
    if title is None or any(title.start <= role.start < title.end for role in roles):
        return None
    asked = _PEOPLE.search(document.text, title.start, title.end)
    noun = singular(asked["noun"].lower()) if asked else ""
    ending = [m.key for m in roles if m.key.rsplit("_", 1)[-1] == noun]
    often = max((counts[role] for role in ending), default=0)
    return ending[0] if often > 1 and counts[ending[0]] == often else None


def _in_titles(document: Document, mentions: Sequence[Mention]) -> set[str]:
    return {role for span in titles(document) for role in _distinct(mentions, span)}


def _versus(document: Document, mentions: Sequence[Mention], counts: Counter[str]) -> list[str]:
    """The roles of the title or heading that sets at least two against each other and is most borne out by the text."""
    best: list[str] = []
    weight = 0.0
    for position, span in enumerate(titles(document)):
        roles = _distinct(mentions, span)
        if not any(joints(document.text, span)):
            # "Cyber pay rises as testers cash in": a trade that nothing is set against, and nobody is named by.
            roles = [role for role in roles if counts[role]]
        if len(roles) < 2:
            continue
        score = sum(min(counts[role], 10) for role in roles) / len(roles) - 0.1 * position
        if score > weight:
            best, weight = roles, score
    return best


def _distinct(mentions: Sequence[Mention], span: Span) -> list[str]:
    first = bisect_left(mentions, span.start, key=lambda m: m.start)
    inside = []
    for mention in mentions[first:]:
        if mention.start >= span.end:
            break
        if mention.kind in (MentionKind.ROLE, MentionKind.FIELD) and mention.end <= span.end:
            inside.append(mention.key)
    return list(dict.fromkeys(inside))
