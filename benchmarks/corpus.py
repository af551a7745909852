"""Makes synthetic articles about jobs, with gold that says what is in them.

    python benchmarks/corpus.py OUT [--articles N] [--words 3000] [--seed 1]

OUT/articles holds saved text, Markdown and HTML pages; OUT/gold a YAML file for each in the form that
``tests/quality/score.py`` reads, so that precision and recall can be measured at any size::

    rolefacts run --raw OUT/articles --curated OUT/curated
    python tests/quality/score.py OUT/curated/latest OUT/gold

Each article compares two roles of the lexicon in one country. It holds pay in tables of every form and in
prose, duties, tools, degrees, career steps and growth, and what must not be taken for them: fees,
differences, adverts, invented persons, shares, malformed cells, shifted headers. Article N of a seed is the
same in every run.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from corpus_facts import DATA, Writer, lexicons, markets, pairs
from corpus_layout import Block, Heading, Menu, Paragraph, as_html, as_markdown, as_text, length
from corpus_sections import OFTEN, ONCE, chatter

FORMATS: Final = {".txt": as_text, ".md": as_markdown, ".html": as_html}
SHARES: Final = {".txt": 6, ".md": 2, ".html": 2}
"""How many of ten articles are of a format."""

QUOTED_KEYS: Final = (
    "tools",
    "tools_optional",
    "tools_negated",
    "responsibilities",
    "responsibilities_optional",
)


def article(seed: int, number: int, words: int) -> tuple[str, str, dict[str, Any]]:
    """One article.

    Args:
        seed: what it is drawn from, with ``number``.
        number: its place in the corpus.
        words: how long it is, about.

    Returns:
        Its suffix, its text and its gold without the file's name.
    """
    rng = Random(f"{seed}:{number}")
    market = rng.choice(MARKETS)
    a, b = rng.choice(PAIRS)
    writer = Writer(rng, LEXICONS, market, a, b, rng.choice(market.styles))
    suffix = rng.choices(list(SHARES), list(SHARES.values()))[0]
    blocks = list(_page(writer, words))
    return suffix, FORMATS[suffix](blocks, rng), writer.gold


def _page(writer: Writer, words: int) -> Iterator[Block]:
    page, rng = DATA["page"], writer.rng
    title = writer.say(page["titles"], **writer.a.slots(), **writer.b.slots("_b"))
    writer.gold["metadata"] = {"title": title}
    yield Menu(tuple(rng.sample(page["menus"], rng.randint(4, 10))))
    yield Heading(title, 1)
    yield Paragraph(writer.say(page["bylines"]))
    sections = [*ONCE, *(section for section in OFTEN for _ in range(max(words // 600, 1)))]
    rng.shuffle(sections)
    parts = [section(writer) for section in sections]
    fill: list[list[Block]] = []
    while sum(length(part) for part in (*parts, *fill)) < words:
        fill.append(chatter(writer))
    for part in fill:
        parts.insert(rng.randrange(len(parts) + 1), part)
    for part in parts:
        yield from part
    yield Menu(tuple(rng.sample(page["related"], 3)), "bottom")


def write(out: Path, *, articles: int, words: int, seed: int) -> None:
    """Write articles and their gold under a folder, which must be empty or not there."""
    for name in ("articles", "gold"):
        (out / name).mkdir(parents=True)
    for number in range(articles):
        suffix, text, gold = article(seed, number, words)
        name = f"synthetic-{number:06}"
        (out / "articles" / f"{name}{suffix}").write_text(text, encoding="utf-8")
        noted = yaml.safe_dump({"file": f"{name}{suffix}", **gold}, allow_unicode=True, sort_keys=False, width=200)
        (out / "gold" / f"{name}.yaml").write_text(noted, encoding="utf-8")


LEXICONS = lexicons()
MARKETS = markets()
PAIRS = pairs(LEXICONS)


def main(arguments: Sequence[str] | None = None) -> None:
    """Make a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=100, metavar="N")
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    write(options.out, articles=options.articles, words=options.words, seed=options.seed)
    print(f"{options.articles} articles and their gold in {options.out}")


if __name__ == "__main__":
    main()
