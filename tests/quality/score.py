"""Compares what was extracted with what a careful reader found.

    python tests/quality/score.py SNAPSHOT GOLD [--floors FILE] [--show N]

SNAPSHOT holds ``claims.parquet``, ``sources.parquet`` and ``text/``; GOLD holds one YAML file for each
article, which names its article under ``file``. What the keys mean is told in ``tests/corpus/README.md``. A
kind that an article's gold leaves out is not judged there. Exit status 1: a floor was not reached.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from judges import JUDGES, Article, Row, Score, bans_of, details_of, ungrounded, violations

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Measures:
    """What came of all articles; ``scores`` are by kind, ``details`` by detail of an amount."""

    scores: Mapping[str, Score]
    details: Mapping[str, Score]
    forbidden: Sequence[str]
    bans: int
    ungrounded: Sequence[str]
    missing: Sequence[str] = ()


def measure(articles: Iterable[Article], missing: Sequence[str] = ()) -> Measures:
    """Judge every article in every kind that its gold speaks of."""
    scores: dict[str, Score] = defaultdict(Score)
    details: dict[str, Score] = defaultdict(Score)
    forbidden: list[str] = []
    loose: list[str] = []
    bans = 0
    for article in articles:
        for kind, (key, judge) in JUDGES.items():
            if key in article.gold:
                scores[kind] += _signed(article, judge(article))
        for name, score in details_of(article).items():
            details[name] += _signed(article, score)
        forbidden += [f"{article.name}: {line}" for line in violations(article)]
        loose += [f"{article.name}: {quote!r}" for quote in ungrounded(article)]
        bans += len(bans_of(article))
    return Measures(dict(scores), dict(sorted(details.items())), forbidden, bans, loose, missing)


def _signed(article: Article, score: Score) -> Score:
    """The score, its misses and errors with the article's name before them."""
    missed = tuple(f"{article.name}: {line}" for line in score.missed)
    wrong = tuple(f"{article.name}: {line}" for line in score.wrong)
    return Score(score.found, score.gold, score.right, score.said, missed, wrong)


def shortfalls(measures: Measures, floors: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What does not reach its floor, a line each."""
    found = [
        f"{kind}: F1 {score.f1:.3f} is below its floor {floors[kind]['f1']}"
        for kind, score in measures.scores.items()
        if kind in floors and score.f1 < floors[kind]["f1"]
    ]
    for name, lines in (("forbidden", measures.forbidden), ("ungrounded", measures.ungrounded)):
        most = floors.get(name, {}).get("most", 0)
        if len(lines) > most:
            found.append(f"{name}: {len(lines)} are more than {most}: {'; '.join(lines[:5])}")
    total = sum(measures.details.values(), Score())
    least = floors.get("details", {}).get("share", 0.0)
    if total.recall < least:
        found.append(f"details: {total.recall:.3f} of them right is below {least}")
    return found


def records(frame: pd.DataFrame) -> list[Row]:
    """A table's rows as plain values, None for what is missing."""
    plainly = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plainly.to_dict("records")]


def golds(folder: Path) -> Iterator[Row]:
    """The gold of a folder, in the order of the files' names."""
    for path in sorted(folder.glob("*.yaml")):
        yield yaml.safe_load(path.read_text(encoding="utf-8"))


def quotes(gold: Row) -> Iterator[str]:
    """Every piece of text that the gold says is in its article."""
    for key in ("salaries", "outlook", "comparisons", "forbidden"):
        yield from (entry["quote"] for entry in gold.get(key) or () if "quote" in entry)
    for key in ("responsibilities", "skills", "career_paths"):
        for name in (key, f"{key}_optional"):
            yield from (quote for said in (gold.get(name) or {}).values() for quote in said)
    for cells in (gold.get("attributes") or {}).values():
        yield from (part for pair in cells.items() for part in pair)
    for table in gold.get("tables") or ():
        yield from table["header"]


def gather(
    gold: Iterable[Row],
    claims: pd.DataFrame,
    sources: pd.DataFrame,
    texts: Mapping[str, str],
    tables: Mapping[str, Sequence[tuple[tuple[str, ...], int]]] | None = None,
) -> tuple[list[Article], list[str]]:
    """Articles whose gold and text are both there, and the files that gold names and nobody read."""
    by_file = {Path(row["path"]).name: row for row in records(sources)}
    made: dict[str, list[Row]] = defaultdict(list)
    for row in records(claims):
        made[row["source_id"]].append(row)
    articles, missing = [], []
    for entry in gold:
        row = by_file.get(entry["file"], {})
        name = str(row.get("source_id"))
        if name not in texts:
            missing.append(entry["file"])
            continue
        layout = None if tables is None else tables.get(name, ())
        articles.append(Article(entry, made[name], texts[name], row, layout))
    return articles, missing


def report(measures: Measures, *, show: int = 0) -> str:
    """The measures as text: misses and errors first, at most ``show`` of each, then the table."""
    lines = []
    for kind, score in {**measures.scores, **measures.details}.items():
        for label, items in (("missed", score.missed), ("wrong", score.wrong)):
            lines += [f"{kind:15}{label:7}{item[:200]}" for item in items[:show]]
            lines += [f"{kind:15}{label:7}... {len(items) - show} more"] if 0 < show < len(items) else []
    lines += [f"{'forbidden':15}{line[:200]}" for line in measures.forbidden[:show]]
    lines += [f"{'kind':16}{'precision':>10}{'recall':>9}{'F1':>8}{'gold':>7}{'said':>7}"]
    for kind, score in measures.scores.items():
        shares = f"{score.precision:>10.3f}{score.recall:>9.3f}{score.f1:>8.3f}"
        lines.append(f"{kind:16}{shares}{score.gold:>7}{score.said:>7}")
    told = ", ".join(f"{name} {score.found}/{score.gold}" for name, score in measures.details.items())
    lines += [f"salary details: {told}", f"forbidden {len(measures.forbidden)}/{measures.bans}"]
    lines += [f"ungrounded {len(measures.ungrounded)}", f"missing {len(measures.missing)} {measures.missing}"]
    return "\n".join(lines)


def _from_snapshot(snapshot: Path, folder: Path) -> Measures:
    import pandas as pd

    tables = {name: pd.read_parquet(snapshot / f"{name}.parquet") for name in ("claims", "sources")}
    paths = (snapshot / "text").glob("*.txt")
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in paths}
    articles, missing = gather(golds(folder), tables["claims"], tables["sources"], texts)
    return measure(articles, missing)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measures of a snapshot; 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("snapshot", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--floors", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    measures = _from_snapshot(options.snapshot, options.gold)
    sys.stdout.write(report(measures, show=options.show) + "\n")
    floors = tomllib.loads(options.floors.read_text(encoding="utf-8")) if options.floors else {}
    below = shortfalls(measures, floors) if floors else []
    sys.stdout.writelines(f"{line}\n" for line in below)
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
