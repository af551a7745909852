"""Damaged articles: whatever comes, no rule fails on it, and every claim's words stand where it says."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from extract.model import Rejection
from extract.pipeline import extract_batch, open_catalogue, read_batch, validate
from extract.settings import Settings

ARTICLES = sorted((Path(__file__).parent.parent / "corpus" / "articles").glob("*.*"))
EACH = 4
"""Of so many articles one is damaged in each way; which ones differs from way to way."""

Damage = Callable[[str, random.Random], str]


def shuffled(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    rng.shuffle(lines)
    return "\n".join(lines)


def thinned(text: str, rng: random.Random) -> str:
    return "".join(letter for letter in text if rng.random() > 0.02)


def turned(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text))
    return text[at:] + text[:at]


def interleaved(text: str, rng: random.Random) -> str:
    other = rng.choice(ARTICLES).read_text(encoding="utf-8", errors="replace")
    return "\n".join(line for pair in zip(text.split("\n"), other.split("\n"), strict=False) for line in pair)


def signed(text: str, _: random.Random) -> str:
    return "".join(f"-{letter}" if letter in "$£€₹" else letter for letter in text)


def renumbered(text: str, rng: random.Random) -> str:
    return "".join(rng.choice("0123456789") if letter.isdigit() else letter for letter in text)


DAMAGES: Sequence[Damage] = (
    lambda text, _: text.replace("\n", " "),
    lambda text, _: text.replace("\n", ""),
    lambda text, _: text.replace(" ", "\n\n"),
    lambda text, _: text.upper(),
    lambda text, _: text.replace(",", "").replace("$", "$$").replace(".", "..."),
    lambda text, _: (text + "\n") * 3,
    shuffled,
    thinned,
    turned,
    interleaved,
    signed,
    renumbered,
)


@pytest.mark.parametrize("way", range(len(DAMAGES)))
def test_no_damage_makes_a_rule_fail(tmp_path: Path, way: int) -> None:
    rng = random.Random(way)  # noqa: S311
    for article in ARTICLES[way % EACH :: EACH]:
        text = article.read_text(encoding="utf-8", errors="replace")
        (tmp_path / article.name).write_text(DAMAGES[way](text, rng), encoding="utf-8")
    settings = Settings(raw=tmp_path)
    readings = read_batch(open_catalogue(settings).entries, settings)
    batch = extract_batch(readings, settings)
    failed = [reading.reason for reading in batch.readings if isinstance(reading, Rejection)]
    assert [reason for reason in failed if "extraction failed" in reason] == []
    made = validate([batch], settings)
    claims = made.claims
    quoted = zip(claims["source_id"], claims["char_start"], claims["char_end"], claims["quote"], strict=True)
    assert [quote for source, start, end, quote in quoted if made.texts[source][start:end] != quote] == []
    assert len(claims) == made.extracted
