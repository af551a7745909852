"""How many figures of a table of pay are read rightly, layout by layout.

    python benchmarks/layouts.py [--seeds 3] [--misses] [LAYOUT ...]

The same tables (pay by level, by years, by role, by position, by city, by source, lowest to highest, of one role) are
written out in every layout in which pages keep or lose them: pipes in all styles, tabs, blanks, glued cells, all on one
line, one cell a line, numbered rows, cards with labels above or below their figures, lists below headings; with blank
lines between parts (``cards``), none (``cards tight``), or between all lines (``cards loose``); and as HTML. A figure
is right with its role, level, both ends, currency and period. Columns are kinds of tables: F1; *wrong* counts other
claims of pay.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import layouts_html
from corpus import LEXICONS, MARKETS, PAIRS
from corpus_facts import DATA, Market, Role, Style
from corpus_layout import GRIDS, Grid, cells_of
from extract.claims import extract_claims
from extract.model import Document, Kind
from extract.pipeline import language_of, open_catalogue, read_batch
from extract.settings import Settings

YEARS: Final = ("0-2 years", "3-5 years", "6-9 years", "10+ years")
# Whose name says a rank has no levels of its own: "Journeyman Plumber", "Food and Beverage Director".
_RANK = re.compile(
    r"\b(?:apprentice|trainee|student|journeyman|master|director|chief|head|senior|assistant)\b", re.IGNORECASE
)
UNRANKED: Final = [pair for pair in PAIRS if not any(_RANK.search(role.title) for role in pair)]
SOURCES: Final = ("Glassdoor", "PayScale", "Indeed", "ZipRecruiter", "Salary.com")
SPREADS: Final = (
    ("Low", "Average", "High"),
    ("Minimum", "Median", "Maximum"),
    ("10th percentile", "Median", "90th percentile"),
)
JOINS: Final = (" – ", "–", " - ", "-")


class Figure(NamedTuple):
    """What a cell says."""

    role: str
    level: str | None
    low: float
    high: float
    unit: str
    period: str


class Score(NamedTuple):
    """Figures that are read rightly, that there are, and that are claimed."""

    right: int = 0
    wanted: int = 0
    claimed: int = 0

    def __add__(self, other: tuple[int, ...]) -> Score:  # type: ignore[override]
        return Score(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(self.wanted + self.claimed, 1)


# -- tables -----------------------------------------------------------------------------------------------------------


class Table:
    """Draws one table and keeps what its cells say."""

    def __init__(self, rng: Random, market: Market, a: Role, b: Role) -> None:
        self.rng, self.market, self.a, self.b = rng, market, a, b
        self.style: Style = rng.choice(market.styles)
        self.said: set[Figure] = set()

    def words(self, *levels: str) -> list[tuple[str, str]]:
        """Levels, each with a word for it."""
        return [(level, self.rng.choice([w for w in DATA["levels"][level] if "(" not in w])) for level in levels]

    def point(self, role: Role, level: str | None, amount: int) -> str:
        """A cell with one amount."""
        self.said.add(Figure(role.id, level, amount, amount, self.market.unit, self.market.period))
        return self.style.point(amount)

    def drawn(self, role: Role, paid: str, level: str | None) -> str:
        """A cell with the pay of a level, a point or a range; ``level`` is what the table tells of it."""
        if self.rng.random() < 0.4:
            return self.point(role, level, self.market.amount(self.rng, paid))
        low, high = sorted((self.market.amount(self.rng, paid), self.market.amount(self.rng, paid)))
        high = max(high, low + self.market.step)
        self.said.add(Figure(role.id, level, low, high, self.market.unit, self.market.period))
        return self.style.range(low, high, self.rng.choice(JOINS))

    def levels(self) -> Grid:
        """Levels down, roles across."""
        corner = self.rng.choice(("Level", "Experience level", "Seniority"))
        named = self.words("entry", "mid", "senior", "lead")
        rows = ((word, *(self.drawn(role, level, level) for role in (self.a, self.b))) for level, word in named)
        return Grid((corner, self.a.title, self.b.title), tuple(rows))

    def years(self) -> Grid:
        """Years of experience down, roles across."""
        corner = self.rng.choice(("Experience", "Years of experience"))
        rows = (
            (word, *(self.drawn(role, paid, None) for role in (self.a, self.b)))
            for word, paid in zip(YEARS, DATA["levels"], strict=False)
        )
        return Grid((corner, self.a.title, self.b.title), tuple(rows))

    def roles(self) -> Grid:
        """Roles down, levels across."""
        named = self.words("entry", "mid", "senior")
        rows = ((role.title, *(self.drawn(role, level, level) for level, _ in named)) for role in (self.a, self.b))
        return Grid((self.rng.choice(("Role", "Job title")), *(word for _, word in named)), tuple(rows))

    def positions(self) -> Grid:
        """Role and level in one cell."""
        named = self.words("entry", "mid", "senior")
        rows = (
            (f"{word} {role.title}", self.drawn(role, level, level))
            for role in (self.a, self.b)
            for level, word in named
        )
        yearly = ("Average salary", "Annual salary", "Salary range")
        pay = "Monthly salary" if self.market.period == "month" else self.rng.choice(yearly)
        return Grid((self.rng.choice(("Position", "Job title")), pay), tuple(rows))

    def cities(self) -> Grid:
        """Cities down, roles across."""
        rows = (
            (city, *(self.point(role, None, self.market.amount(self.rng, "mid")) for role in (self.a, self.b)))
            for city in self.market.cities[:4]
        )
        return Grid((self.rng.choice(("City", "Location")), self.a.title, self.b.title), tuple(rows))

    def spread(self) -> Grid:
        """Roles down, the lowest, middle and highest pay across."""
        paid = ("entry", "mid", "lead")
        rows = (
            (role.title, *(self.point(role, None, self.market.amount(self.rng, level)) for level in paid))
            for role in (self.a, self.b)
        )
        return Grid(("Role", *self.rng.choice(SPREADS)), tuple(rows))

    def sources(self) -> Grid:
        """Who has the figures down, roles across."""
        rows = (
            (source, *(self.point(role, None, self.market.amount(self.rng, "mid")) for role in (self.a, self.b)))
            for source in self.rng.sample(SOURCES, 3)
        )
        return Grid(("Source", self.a.title, self.b.title), tuple(rows))

    def one(self) -> Grid:
        """One role: levels down, range and average across."""
        rows = []
        for level, word in self.words("entry", "mid", "senior", "lead"):
            low = self.market.amount(self.rng, level)
            high, middle = low + 2 * self.market.step, low + self.market.step
            self.said.add(Figure(self.a.id, level, low, high, self.market.unit, self.market.period))
            rows.append((word, self.style.range(low, high, " - "), self.point(self.a, level, middle)))
        return Grid(("Level", "Salary range", "Average salary"), tuple(rows))


KINDS: Final[Mapping[str, Callable[[Table], Grid]]] = {
    "levels": Table.levels,
    "years": Table.years,
    "roles": Table.roles,
    "positions": Table.positions,
    "cities": Table.cities,
    "spread": Table.spread,
    "sources": Table.sources,
    "one role": Table.one,
}

# -- layouts ----------------------------------------------------------------------------------------------------------


def _numbered(grid: Grid) -> list[str]:
    rows = ([str(number), *row] for number, row in enumerate(grid.rows, 1))
    return ["#", *grid.header, *(cell for row in rows for cell in row)]


def _cell_a_line(grid: Grid) -> list[str]:
    return [cell for row in cells_of(grid) for cell in row]


def _rows_apart(grid: Grid) -> list[str]:
    return [line for row in cells_of(grid) for line in (*row, "")]


def _prefixed(grid: Grid) -> list[str]:
    cells = (head + cell for row in grid.rows for head, cell in zip(grid.header, row, strict=True))
    return [*grid.header, *cells]


def _blanks(grid: Grid) -> list[str]:
    return [" ".join(row) for row in cells_of(grid)]


def _one_line(grid: Grid) -> list[str]:
    return [" ".join(_blanks(grid))]


def _glued_rows(grid: Grid) -> list[str]:
    return ["".join(row) for row in cells_of(grid)]


def _boxed(grid: Grid) -> list[str]:
    widths = [max(len(row[column]) for row in cells_of(grid)) + 1 for column in range(len(grid.header))]
    rule = "+" + "+".join("-" * (width + 1) for width in widths) + "+"
    rows = (
        "|" + "|".join(f" {cell:<{width}}" for cell, width in zip(row, widths, strict=True)) + "|"
        for row in cells_of(grid)
    )
    return [rule, *(line for row in rows for line in (row, rule))]


def _bold(grid: Grid) -> list[str]:
    rows = [[f"**{row[0]}**", *row[1:]] for row in grid.rows]
    head = [f"**{cell}**" for cell in grid.header]
    return [_pipes(head), "|" + "---|" * len(head), *map(_pipes, rows)]


def _pipes(row: Sequence[str]) -> str:
    return f"| {' | '.join(row)} |"


def _under_rows(line: Callable[[str, str], list[str]]) -> Callable[[Grid], list[str]]:
    """Each row's label as a heading, and below it what ``line`` makes of the header and the cell of each column."""

    def lines(grid: Grid) -> list[str]:
        made = []
        for label, *cells in grid.rows:
            made += [
                label,
                *(part for head, cell in zip(grid.header[1:], cells, strict=True) for part in line(head, cell)),
                "",
            ]
        return made

    return lines


def _under_columns(line: Callable[[str, str], list[str]]) -> Callable[[Grid], list[str]]:
    """Each column's header as a heading, and below it what ``line`` makes of the label and the cell of each row."""

    def lines(grid: Grid) -> list[str]:
        made = []
        for column, head in enumerate(grid.header[1:], 1):
            made += [head, *(part for row in grid.rows for part in line(row[0], row[column])), ""]
        return made

    return lines


def _joined(between: str) -> Callable[[Grid], list[str]]:
    return lambda grid: [between.join(row) for row in cells_of(grid)]


def _items(grid: Grid) -> list[str]:
    pairs = ((row[0], zip(grid.header[1:], row[1:], strict=True)) for row in grid.rows)
    return [f"- {label}: " + "; ".join(f"{head} {cell}" for head, cell in cells) for label, cells in pairs]


_PARTED: Final[Mapping[str, Callable[[Grid], list[str]]]] = {
    "cards": _under_rows(lambda head, cell: [f"{head}: {cell}"]),
    "labels above": _under_rows(lambda head, cell: [head, cell]),
    "labels below": _under_rows(lambda head, cell: [cell, head]),
    "lists": _under_columns(lambda label, cell: [f"- {label}: {cell}"]),
    "dashes": _under_columns(lambda label, cell: [f"{label} – {cell}"]),
    "label, figure": _under_columns(lambda label, cell: [label, cell]),
}


def _tight(made: Callable[[Grid], list[str]]) -> Callable[[Grid], list[str]]:
    return lambda grid: [line for line in made(grid) if line]


def _loose(made: Callable[[Grid], list[str]]) -> Callable[[Grid], list[str]]:
    return lambda grid: [part for line in made(grid) if line for part in (line, "")]


LAYOUTS: Final[Mapping[str, Callable[[Grid], list[str]]]] = {
    **GRIDS,
    "leading pipes": lambda grid: ["| " + " | ".join(row) for row in cells_of(grid)],
    "trailing pipes": lambda grid: [" | ".join(row) + " |" for row in cells_of(grid)],
    "pipes apart": lambda grid: [line for row in cells_of(grid) for line in (_pipes(row), "")],
    "boxed": _boxed,
    "bold": _bold,
    "tabs apart": lambda grid: [line for row in cells_of(grid) for line in ("\t".join(row), "")],
    "semicolons": _joined(";"),
    "dots": _joined(" ........ "),
    "blanks": _blanks,
    "one line": _one_line,
    "glued rows": _glued_rows,
    "cell a line": _cell_a_line,
    "rows apart": _rows_apart,
    "numbered": _numbered,
    "header before cells": _prefixed,
    "items": _items,
    **_PARTED,
    **{f"{name} tight": _tight(made) for name, made in _PARTED.items()},
    **{f"{name} loose": _loose(made) for name, made in _PARTED.items()},
    "blanks loose": _loose(_blanks),
    "glued rows loose": _loose(_glued_rows),
    "cell a line loose": _loose(_cell_a_line),
    "numbered loose": _loose(_numbered),
    "header before cells loose": _loose(_prefixed),
}

HTML: Final = "html "
NAMES: Final[Sequence[str]] = (*LAYOUTS, *(HTML + name for name in layouts_html.LAYOUTS))
"""All layouts."""

# -- measuring --------------------------------------------------------------------------------------------------------


def article(layout: str, kind: str, seed: int) -> tuple[str, set[Figure]]:
    """A page that holds one table, in HTML where the layout's name says so, and what the table says."""
    rng = Random(f"{layout}:{kind}:{seed}")
    market = rng.choice([market for market in MARKETS if market.cities])
    a, b = rng.choice(UNRANKED)
    table = Table(rng, market, a, b)
    grid = KINDS[kind](table)
    time = "Monthly" if market.period == "month" else "Annual"
    if kind == "one role":
        who, about, head = a.title, a.many, f"{time} salary of {a.an} by level"
    else:
        who, about, head = f"{a.title} vs {b.title}", "the two", f"{time} salary comparison"
    title = f"{who}: salary in {market.place}"
    opening = f"What {about} do all day, and what they are paid in {market.place}."
    closing = "Which job suits you depends on what you like to do all day."
    if layout.startswith(HTML):
        shown = layouts_html.LAYOUTS[layout.removeprefix(HTML)](grid)
        return layouts_html.page(title, opening, head, shown, closing), table.said
    text = [title, "", opening, "", head, "", *LAYOUTS[layout](grid), "", closing, ""]
    return "\n".join(text), table.said


def measure(layouts: Sequence[str], seeds: int) -> dict[tuple[str, str], list[tuple[str, Score]]]:
    """By layout and kind of table: the name of each article with its score."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = {}
        for number, (layout, kind, seed) in enumerate(
            (layout, kind, seed) for layout in layouts for kind in KINDS for seed in range(seeds)
        ):
            text, said = article(layout, kind, seed)
            name = f"{number:06}{'.html' if layout.startswith(HTML) else '.txt'}"
            (Path(folder) / name).write_text(text, encoding="utf-8")
            wanted[name] = (layout, kind, seed, said)
        settings = Settings(raw=Path(folder))
        language = language_of(LEXICONS, settings.model)
        found: dict[tuple[str, str], list[tuple[str, Score]]] = {}
        entries = open_catalogue(settings).entries
        for entry, reading in zip(entries, read_batch(entries, settings), strict=True):
            layout, kind, seed, said = wanted[Path(entry.path).name]
            claims = extract_claims(reading, language) if isinstance(reading, Document) else ()
            pay = {
                Figure(c.role or "", c.level, c.low or 0, c.high or 0, c.unit or "", c.period or "")
                for c in claims
                if c.kind is Kind.SALARY and not c.quarantine
            }
            score = Score(len(pay & said), len(said), len(pay))
            found.setdefault((layout, kind), []).append((f"{layout}:{kind}:{seed}", score))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("layouts", nargs="*", metavar="LAYOUT", help="all if left out")
    parser.add_argument("--seeds", type=int, default=3, metavar="N")
    parser.add_argument("--misses", action="store_true", help="name the pages on which a figure is missed")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.layouts if name not in NAMES]
    if unknown:
        parser.error(f"no layout {unknown[0]!r}: there are {', '.join(NAMES)}")
    layouts = options.layouts or NAMES
    found = measure(layouts, options.seeds)
    print(f"{'':22}" + "".join(f"{kind:>10}" for kind in KINDS) + f"{'all':>8}{'wrong':>7}")
    whole: Counter[str] = Counter()
    for layout in layouts:
        scores = {kind: sum((score for _, score in found[layout, kind]), Score()) for kind in KINDS}
        total = sum(scores.values(), Score())
        whole.update(total._asdict())
        cells = "".join(f"{scores[kind].f1:10.3f}" for kind in KINDS)
        print(f"{layout:22}{cells}{total.f1:8.3f}{total.claimed - total.right:7}")
    every = Score(**whole)
    print(f"{'all':22}{'':{10 * len(KINDS)}}{every.f1:8.3f}{every.claimed - every.right:7}")
    if options.misses:
        print(*(name for rows in found.values() for name, score in rows if score.right < score.wanted), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
