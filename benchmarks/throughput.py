"""Measures how fast articles become claims on one core, stage by stage, and what memory that takes.

    python benchmarks/throughput.py [--articles 200] [--words 3000] [--sizes 250,500,1000] [--seed 1]

Articles are synthetic (``corpus.py``). The stages are timed one after the other on the same articles, in
seconds of the processor: ``read`` (bytes to blocks and tables), ``language`` (sentences, names), ``claims``
(attribution and every kind of claim, without language), ``validate`` (the claims table and its checks),
``reconcile``. "bytes to claims" is the sum of the first three. Peak memory is that of a process of its own
for each size, which reads and extracts in batches and keeps no claims: it should not grow. ``--sizes ''``
leaves it out.
"""

# ruff: noqa: PLC0415 - numpy reads how many threads it may use when it is first imported

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from extract.model import Document, Rejection

THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
WARM_UP: Final = 5
"""Articles that are worked on before the clock starts: lexicons load and patterns compile on the first."""


def one_core() -> None:
    """Hold this process, and what it starts, to one core and one thread."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


@contextmanager
def timed(stage: str, seconds: dict[str, float]) -> Iterator[None]:
    """Add the processor time that a block takes to a stage's; a busy machine does not slow it."""
    start = time.process_time()
    yield
    seconds[stage] = seconds.get(stage, 0.0) + time.process_time() - start


def taken_up(readings: Iterable[Document | Rejection]) -> list[Document]:
    """The documents; where one was rejected there is nothing to measure, and the reason is the last word."""
    made = []
    for reading in readings:
        if isinstance(reading, Rejection):
            sys.exit(reading.reason)
        made.append(reading)
    return made


def stages(articles: Path) -> tuple[dict[str, float], int, int]:
    """Seconds of each stage over a folder of articles, how many articles those were, and how many claims."""
    from extract.claims import extract_claims
    from extract.lexicons import load
    from extract.pipeline import Batch, language_of, open_catalogue, read_batch, reconcile_claims, validate
    from extract.settings import Settings

    settings = Settings(raw=articles)
    language = language_of(load(settings.lexicons), settings.model)
    entries = open_catalogue(settings).entries
    for document in taken_up(read_batch(entries[:WARM_UP], settings)):
        extract_claims(document, language)
    seconds: dict[str, float] = {}
    with timed("read", seconds):
        readings = read_batch(entries, settings)
    documents = taken_up(readings)
    with timed("language", seconds):
        for document in documents:
            language.annotate(document)
    with timed("claims", seconds):
        claims = [claim for document in documents for claim in extract_claims(document, language)]
    seconds["claims"] -= seconds["language"]
    with timed("validate", seconds):
        validated = validate([Batch(tuple(readings), tuple(claims))], settings)
    with timed("reconcile", seconds):
        reconcile_claims(validated)
    return seconds, len(documents), len(claims)


def peak(articles: Path, count: int) -> float:
    """Megabytes that a process of its own needs at most to read and extract ``count`` articles."""
    command = [sys.executable, __file__, "--peak-of", str(articles), "--articles", str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this very script
    return float(done.stdout)


def work_through(articles: Path, count: int) -> float:
    """Read and extract in batches, keep nothing, and say how many megabytes that took at most."""
    from extract.pipeline import batches_of, extract_batch, open_catalogue, read_batch
    from extract.settings import Settings

    settings = Settings(raw=articles)
    left = count
    for batch in batches_of(open_catalogue(settings)):
        taken_up(extract_batch(read_batch(batch[:left], settings), settings).readings)
        left -= len(batch[:left])
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def report(seconds: dict[str, float], articles: int, claims: int) -> str:
    """The stages as a table."""
    total = sum(seconds[stage] for stage in ("read", "language", "claims"))
    rows = {**seconds, "bytes to claims": total}
    lines = [f"{articles} articles, {claims} claims", f"{'stage':18}{'seconds':>9}{'articles/s':>12}"]
    lines += [f"{stage:18}{spent:>9.2f}{articles / spent:>12.1f}" for stage, spent in rows.items()]
    return "\n".join(lines)


def measure(write: Callable[..., None], options: argparse.Namespace) -> None:
    """Make articles, print both tables."""
    sizes = [int(size) for size in options.sizes.split(",") if size]
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / "many"
        write(many, articles=max(sizes, default=0), words=options.words, seed=options.seed)
        # Before anything else: a process begins with the peak of the one that starts it.
        for size in sizes:
            print(f"peak memory at {size:>5} articles: {peak(many / 'articles', size):.0f} MB", flush=True)
        made = Path(folder) / "timed"
        write(made, articles=options.articles, words=options.words, seed=options.seed)
        print(report(*stages(made / "articles")), flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, or, asked by itself, work through a folder and print the peak."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200, metavar="N")
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sizes", default="250,500,1000", help="articles at which peak memory is measured")
    parser.add_argument("--peak-of", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    one_core()
    if options.peak_of:
        print(work_through(options.peak_of, options.articles))
        return
    from corpus import write

    measure(write, options)


if __name__ == "__main__":
    main()
