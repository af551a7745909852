"""Measures what the parser adds to the rules: responsibilities and skills found with and without it.

    python benchmarks/syntax.py [DIR ...]

DIR holds ``articles/`` and ``gold/`` in the form of ``tests/corpus/README.md``; without any, ``tests/corpus``
and ``benchmarks/prose`` are read. The latter are four short articles made of constructions that rules find hard:
subjects behind an opening phrase, relative and cleft clauses, pronouns of a side clause, verbs that are nouns
elsewhere. It is no sample of what people write, but shows what syntax can do where there is much prose.

Precision, recall and F1 are those of ``tests/quality/score.py``. Times are milliseconds of the processor for the
language and claims of an article, without reading it and without loading the model, which is given apart.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from extract.claims import extract_claims
from extract.language import Language
from extract.lexicons import load
from extract.model import Claim, Document, SourceInfo
from extract.reading import read_file
from extract.schemas import claims_frame, validate_claims

ROOT: Final = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "quality")]

from judges import Article  # noqa: E402 - it stands beside the scorer
from score import measure, records  # noqa: E402

MODELS: Final = {"rules alone": "none", "with syntax": "en_ud_sm"}
KINDS: Final = ("responsibility", "skill")
DEFAULT: Final = (ROOT / "tests" / "corpus", ROOT / "benchmarks" / "prose")


def documents(folder: Path) -> dict[str, Document]:
    """The articles of a folder that can be read, by file name."""
    lexicons = load()
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".md", ".html"})
    found = {path.name: read_file(path, SourceInfo(path.stem, path.name), lexicons) for path in paths}
    return {name: reading for name, reading in found.items() if isinstance(reading, Document)}


def compare(folder: Path, languages: dict[str, Language]) -> None:
    """Print a table for one folder."""
    texts = documents(folder / "articles")
    gold = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((folder / "gold").glob("*.yaml"))]
    words = sum(len(document.text.split()) for document in texts.values())
    print(f"\n{folder}: {len(texts)} articles, {words} words")
    print(f"{'':14}{'kind':16}{'precision':>10}{'recall':>9}{'F1':>8}{'ms/article':>12}")
    for label, language in languages.items():
        started = time.process_time()
        claims = {name: extract_claims(document, language) for name, document in texts.items()}
        spent = (time.process_time() - started) * 1000 / len(texts)
        articles = [_judged(one, texts[one["file"]].text, claims[one["file"]]) for one in gold if one["file"] in texts]
        scores = measure(articles).scores
        for kind in KINDS:
            score = scores.get(kind)
            if score is not None and score.gold:
                print(f"{label:14}{kind:16}{score.precision:>10.3f}{score.recall:>9.3f}{score.f1:>8.3f}{spent:>12.1f}")


def _judged(gold: dict[str, Any], text: str, claims: Sequence[Claim]) -> Article:
    return Article(gold, records(validate_claims(claims_frame(claims))), text)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=list(DEFAULT), metavar="DIR")
    folders = parser.parse_args(arguments).folders
    languages = {label: Language(load(), model=model) for label, model in MODELS.items()}
    started = time.perf_counter()
    languages["with syntax"].syntax.parse(["They build."])
    print(f"loading the model: {time.perf_counter() - started:.2f} s")
    for document in documents(folders[0] / "articles").values():
        for language in languages.values():
            extract_claims(document, language)
    for folder in folders:
        compare(folder, languages)


if __name__ == "__main__":
    main()
