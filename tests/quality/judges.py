"""Judges: one function for each kind, from an article's gold and claims to a score.

Values (pay, tools, degrees, growth, comparisons, cells, titles) are sets of keys: a key of gold that was not
said is missed, a said key that gold neither holds nor allows is wrong. Passages (responsibilities, skills)
are spans: one of gold is found when half of it is covered by what was said of its role, and what was said is
right when half of it lies in gold or allowed passages of its role.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

Row = Mapping[str, Any]
Span = tuple[int, int]

DETAILS: Final = (
    "statistic",
    "low_open",
    "high_open",
    "region",
    "as_of",
    "attributed_to",
    "basis",
    "approximate",
    "experience_min",
    "experience_max",
    "modality",
)
"""What else is compared of an amount that was found."""

ENOUGH: Final = 0.5
"""The share of a passage that must be covered."""

CONVERSE: Final = {"higher": "lower", "lower": "higher"}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind. ``found`` of ``gold`` items were said; ``right`` of ``said`` items are in gold."""

    found: int = 0
    gold: int = 0
    right: int = 0
    said: int = 0
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            self.found + other.found,
            self.gold + other.gold,
            self.right + other.right,
            self.said + other.said,
            self.missed + other.missed,
            self.wrong + other.wrong,
        )

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 1 where nothing was said and nothing was to be said."""
        return self.right / self.said if self.said else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of gold that was found; 1 where there is none."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Article:
    """One article: its gold, its claims as plain values, its canonical text, its row of sources.

    ``tables`` are header cells and number of body rows; None where the layout is not at hand (a snapshot
    does not keep it) and tables are not judged.
    """

    gold: Row
    claims: Sequence[Row]
    text: str
    source: Row = field(default_factory=dict)
    tables: Sequence[tuple[tuple[str, ...], int]] | None = None

    @property
    def name(self) -> str:
        """The article's file."""
        return str(self.gold["file"])

    @cached_property
    def asserted(self) -> dict[str, list[Row]]:
        """Kind -> the claims that the article is said to make itself."""
        kept: dict[str, list[Row]] = defaultdict(list)
        for row in self.claims:
            usable = row["status"] != "quarantined"
            if usable and row["polarity"] == "affirmed" and row["modality"] != "reported":
                kept[row["kind"]].append(row)
        return kept

    def marked(self, key: str, *, optional: bool = False) -> list[Row]:
        """The usable entries of a list in gold, those that must or those that may be said."""
        entries = self.gold.get(key) or []
        usable = [entry for entry in entries if entry.get("status") != "quarantined"]
        return [entry for entry in usable if bool(entry.get("optional")) == optional]

    def quoted(self, quotes: Iterable[str]) -> list[Span]:
        """Every place in the text where one of some quotes stands."""
        return [found.span() for quote in quotes for found in re.finditer(re.escape(quote), self.text)]


def plain(text: object) -> str:
    """Words alone, in one case."""
    return re.sub(r"[^\w+#%$]+", " ", str(text).casefold()).strip()


def solid(name: object) -> str:
    """A tool's name without what spellings differ in."""
    return re.sub(r"[^a-z0-9+#!]", "", str(name).casefold())


def _number(value: Any) -> float | None:
    return None if value is None else round(float(value), 2)


def _sets(gold: set[Any], said: set[Any], optional: Iterable[Any] = ()) -> Score:
    said = said - (set(optional) - gold)
    both = gold & said
    return Score(
        len(both),
        len(gold),
        len(both),
        len(said),
        tuple(sorted(map(str, gold - said))),
        tuple(sorted(map(str, said - gold))),
    )


def _pay(row: Row) -> tuple[Any, ...]:
    """What makes two amounts of pay the same item."""
    amounts = (_number(row.get("low")), _number(row.get("high")))
    return (row.get("role"), row.get("level"), *amounts, row.get("unit"), row.get("period"))


def _salaries(article: Article) -> Score:
    said = {_pay(row) for row in article.asserted["salary"]}
    allowed = {
        _pay(row)
        for row in article.asserted["salary"]
        for entry in article.marked("salaries", optional=True)
        if _pay(row) == _pay(entry) and entry.get("basis") in (None, row.get("basis"))
    }
    return _sets({_pay(entry) for entry in article.marked("salaries")}, said, allowed)


def details_of(article: Article) -> dict[str, Score]:
    """Detail -> how many of the amounts that were found have it right."""
    said: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in article.asserted["salary"]:
        said[_pay(row)].append(row)
    scores: dict[str, Score] = defaultdict(Score)
    for entry in article.marked("salaries"):
        for name in DETAILS:
            if name in entry and _pay(entry) in said:
                rows = said[_pay(entry)]
                right = any(_agree(entry[name], row.get(name)) for row in rows)
                got = f"{_pay(entry)[:3]}: want {entry[name]!r}, got {rows[0].get(name)!r}"
                scores[name] += Score(right, 1, right, 1, () if right else (got,))
    return scores


def _agree(expected: Any, actual: Any) -> bool:
    if isinstance(expected, bool):
        return bool(actual) == expected
    if isinstance(expected, (int, float)) and actual is not None:
        return str(actual) == str(expected) or _number(actual) == _number(expected)
    return str(actual).casefold() == str(expected).casefold()


def _quarantined(article: Article) -> Score:
    """Malformed amounts of gold against the amounts put into quarantine."""
    kept = [row for row in article.claims if row["status"] == "quarantined" and row["kind"] == "salary"]
    entries = [entry for entry in article.gold.get("salaries") or [] if entry.get("status") == "quarantined"]
    used: set[int] = set()
    score = Score()
    for entry in entries:
        hits = {at for at, row in enumerate(kept) if _holds(article, entry, row)}
        used |= hits
        if not entry.get("optional"):
            score += Score(bool(hits), 1, bool(hits), bool(hits), () if hits else (entry["quote"],))
    spare = [row["quote"] for at, row in enumerate(kept) if at not in used]
    return score + Score(said=len(spare), wrong=tuple(spare))


def _holds(article: Article, entry: Row, row: Row) -> bool:
    near = any(row["char_start"] < end and start < row["char_end"] for start, end in article.quoted([entry["quote"]]))
    same = row["role"] == entry.get("role") and row["level"] == entry.get("level")
    return near and same and entry.get("flag", "malformed_amount") in list(row["flags"])


def _named(mapping: Mapping[str, Sequence[str]] | None) -> set[tuple[str, str]]:
    return {(role, solid(name)) for role, names in (mapping or {}).items() for name in names}


def _tools(article: Article) -> Score:
    said = {(row["role"], solid(row["value"])) for row in article.asserted["tool"]}
    return _sets(_named(article.gold["tools"]), said, _named(article.gold.get("tools_optional")))


def _tools_negated(article: Article) -> Score:
    usable = [row for row in article.claims if row["kind"] == "tool" and row["status"] != "quarantined"]
    said = {(row["role"], solid(row["value"])) for row in usable if row["polarity"] == "negated"}
    return _sets(_named(article.gold.get("tools_negated")), said)


def _share(span: Span, others: Iterable[Span]) -> float:
    """The share of a span that others cover."""
    start, end = span
    marks = bytearray(max(end - start, 1))
    for low, high in others:
        length = min(high, end) - max(low, start)
        if length > 0:
            at = max(low, start) - start
            marks[at : at + length] = b"\1" * length
    return sum(marks) / len(marks)


def _passages(kind: str, key: str) -> Callable[[Article], Score]:
    def judge(article: Article) -> Score:
        said: dict[str | None, list[Span]] = defaultdict(list)
        for row in article.asserted[kind]:
            said[row["role"]].append((row["char_start"], row["char_end"]))
        gold, allowed = article.gold[key] or {}, article.gold.get(f"{key}_optional") or {}
        score = Score()
        for role, quotes in gold.items():
            for quote in quotes:
                best = max((_share(span, said[role]) for span in article.quoted([quote])), default=0.0)
                found = best >= ENOUGH
                score += Score(found=found, gold=1, missed=() if found else (f"{role}: {quote}",))
        for role, spans in said.items():
            good = article.quoted([*gold.get(role, ()), *allowed.get(role, ())])
            for span in spans:
                right = _share(span, good) >= ENOUGH
                words = article.text[slice(*span)]
                score += Score(right=right, said=1, wrong=() if right else (f"{role}: {words}",))
        return score

    return judge


def _education(article: Article) -> Score:
    def keys(mapping: Mapping[str, Mapping[str, Sequence[str]]] | None) -> set[tuple[str | None, str, str]]:
        aspects = (("degree", "degrees"), ("field", "fields"))
        parts = (mapping or {}).items()
        return {(role, a, plain(name)) for role, part in parts for a, key in aspects for name in part.get(key, ())}

    said = {(row["role"], row["aspect"], plain(row["value"])) for row in article.asserted["education"]}
    return _sets(keys(article.gold["education"]), said, keys(article.gold.get("education_optional")))


def _career_steps(article: Article) -> Score:
    paths = (article.gold["career_paths"] or {}).items()
    gold = {(role, plain(title)) for role, titles in paths for title in titles}
    return _sets(gold, {(row["role"], plain(row["value"])) for row in article.asserted["career_step"]})


def _outlook(article: Article) -> Score:
    def key(row: Row) -> tuple[Any, ...]:
        return (row["role"], _number(row["low"]), _number(row["high"]))

    gold, allowed = article.marked("outlook"), article.marked("outlook", optional=True)
    return _sets(set(map(key, gold)), set(map(key, article.asserted["outlook"])), map(key, allowed))


def _comparisons(article: Article) -> Score:
    def key(row: Row) -> tuple[Any, ...]:
        """The same for "A over B" and "B under A"."""
        a, b, direction = row["role"] or "", row["object_role"] or "", row["direction"]
        a, b, direction = (a, b, direction) if a <= b else (b, a, CONVERSE.get(direction, direction))
        return (a, b, row["aspect"], direction)

    gold, allowed = article.marked("comparisons"), article.marked("comparisons", optional=True)
    return _sets(set(map(key, gold)), set(map(key, article.asserted["comparison"])), map(key, allowed))


def _attributes(article: Article) -> Score:
    rows = (article.gold["attributes"] or {}).items()
    gold = {(role, plain(label), plain(cell)) for role, cells in rows for label, cell in cells.items()}
    made = article.asserted["attribute"]
    return _sets(gold, {(row["role"], plain(row["aspect"] or ""), plain(row["quote"])) for row in made})


def _metadata(article: Article) -> Score:
    gold = {(name, plain(value)) for name, value in (article.gold["metadata"] or {}).items()}
    said = {(name, plain(article.source[name])) for name, _ in gold if article.source.get(name) is not None}
    return _sets(gold, said)


def _tables(article: Article) -> Score:
    if article.tables is None:
        return Score()
    gold = {(tuple(map(plain, table["header"])), table["rows"]) for table in article.gold["tables"] or []}
    return _sets(gold, {(tuple(map(plain, header)), rows) for header, rows in article.tables})


JUDGES: Final[Mapping[str, tuple[str, Callable[[Article], Score]]]] = {
    "salary": ("salaries", _salaries),
    "quarantine": ("salaries", _quarantined),
    "tool": ("tools", _tools),
    "tool negated": ("tools", _tools_negated),
    "responsibility": ("responsibilities", _passages("responsibility", "responsibilities")),
    "skill": ("skills", _passages("skill", "skills")),
    "education": ("education", _education),
    "career step": ("career_paths", _career_steps),
    "outlook": ("outlook", _outlook),
    "comparison": ("comparisons", _comparisons),
    "attribute": ("attributes", _attributes),
    "table": ("tables", _tables),
    "metadata": ("metadata", _metadata),
}
"""Kind -> the key of gold that must be there for it to be judged, and the judge."""


def violations(article: Article) -> list[str]:
    """The forbidden claims that were made."""
    return [f"{ban} -> {made[0]['quote']!r}" for ban in bans_of(article) if (made := _breaches(article, ban))]


def bans_of(article: Article) -> list[Row]:
    """The claims that would be wrong."""
    return article.gold.get("forbidden") or []


def _breaches(article: Article, ban: Row) -> list[Row]:
    kinds = [ban["kind"]] if "kind" in ban else list(article.asserted)
    rows = [row for kind in kinds for row in article.asserted.get(kind, ())]
    if "role" in ban:
        rows = [row for row in rows if row["role"] == ban["role"]]
    if "value" in ban:
        rows = [row for row in rows if solid(row["value"]) == solid(ban["value"])]
    if "quote" in ban:
        zones = article.quoted([ban["quote"]])
        rows = [row for row in rows if any(a <= row["char_start"] and row["char_end"] <= b for a, b in zones)]
    return rows


def ungrounded(article: Article) -> list[str]:
    """Quotes that are not the text at their offsets."""
    return [row["quote"] for row in article.claims if article.text[row["char_start"] : row["char_end"]] != row["quote"]]
