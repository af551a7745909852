"""The stages in order, without Prefect. Each is a function of values, so that a task can call it as it is.

::

    catalogue -> read -> extract -> validate -> reconcile -> publish
                 `- in batches -'

A batch of files can be read and extracted anywhere; what comes after sees all articles at once. An article
that makes a stage fail is rejected with the reason, and the others go on.
"""

from __future__ import annotations

import gc
import json
import traceback
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from extract.claims import claims_of, prepare
from extract.errors import PublishingError, RolefactsError
from extract.language import Language
from extract.lexicons import load
from extract.model import Document, Format, Rejection
from extract.publishing import (
    Contents,
    carry_first_seen,
    new_run_id,
    read_discrepancies,
    write_snapshot,
)
from extract.publishing.account import (
    Stopwatch,
    claim_counts,
    discrepancy_counts,
    inputs,
    lexicon_digest,
    ruling_counts,
    source_counts,
    table_counts,
    told,
    versions,
)
from extract.publishing.store import LATEST, Store
from extract.reading import load_catalogue, read_file
from extract.reconciliation import near_copies, policies_over, read_policies, reconcile
from extract.report import Report, names_of, render_html, render_markdown
from extract.reviews import Ledger, Rulings
from extract.reviews.applying import apply_rulings
from extract.schemas import FACTS, SCHEMAS, claims_frame, conform, sources_frame, validate_claims
from extract.settings import FailOn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd

    from extract.lexicons import Lexicons
    from extract.model import Claim
    from extract.reading import Catalogue, Entry
    from extract.settings import Settings

BATCH: Final = 100
"""Articles in a batch: large enough that handing it to a task or a process costs little beside its work."""
_HERE: Final = Path(__file__).parent
COLLECTED_AFTER: Final = 50_000
"""Objects made, less those freed, after which the garbage collector looks at the young ones."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of some files: documents without their layout or rejections, claims, each article's roles."""

    readings: tuple[Document | Rejection, ...]
    claims: tuple[Claim, ...] = ()
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Validated:
    """The tables of what the sources say. ``extracted`` counts claims before there was a table of them.

    ``rulings`` are the reviewers', not yet applied; ``lexicons`` the user's files, for names to show,
    ``policies`` what the user's own policies say.
    """

    sources: pd.DataFrame
    claims: pd.DataFrame
    texts: Mapping[str, str]
    extracted: int
    rulings: Rulings = field(default_factory=Rulings)
    lexicons: tuple[Path, ...] = ()
    policies: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """A published run. ``report`` is where it can be read from now on."""

    snapshot: Path
    report: Path
    manifest: Mapping[str, Any]
    tables: Mapping[str, pd.DataFrame]

    def fails(self, fail_on: FailOn) -> bool:
        """Whether a discrepancy at or above a severity is open."""
        still_open = self.manifest["discrepancies"]["open"]
        if fail_on is FailOn.NEVER:
            return False
        return bool(still_open["error"] or (fail_on is FailOn.WARNING and still_open["warning"]))


def run(
    settings: Settings,
    *,
    started: datetime | None = None,
    notify: Callable[[Rejection], None] | None = None,
) -> Outcome:
    """All stages: read ``settings.raw``, publish a snapshot under ``settings.curated``.

    Args:
        settings: what to read and where to publish.
        started: the instant that the run is known by; now, if left out.
        notify: told of each rejected source, before anything is published.

    Raises:
        ConfigurationError: the settings, ``sources.toml``, a lexicon or the policies cannot be used.
        PublishingError: nothing could be published; what was published before is untouched.
    """
    started = started or datetime.now(UTC)
    watch = Stopwatch()
    with watch("catalogue"):
        catalogue = open_catalogue(settings)
    with Store(settings.curated, keep=settings.keep) as store:
        with watch("read and extract"):
            batches = extract_all(catalogue, settings)
        for rejection in rejections(batches):
            if notify:
                notify(rejection)
        with watch("validate"):
            validated = validate(batches, settings)
        with watch("reconcile"):
            tables = reconcile_claims(validated)
        return publish(store, validated, tables, settings, started=started, watch=watch)


def open_catalogue(settings: Settings) -> Catalogue:
    """What is to be read.

    Raises:
        ConfigurationError: the folder, its ``sources.toml`` or the reviewers' rulings cannot be used.
        PublishingError: the folder holds no article.
    """
    Ledger(settings.reviews).read()
    if settings.policies:
        read_policies(settings.policies)  # what is wrong in it stops a run before its work
    catalogue = load_catalogue(settings.raw)
    if not catalogue.entries and not catalogue.problems:
        raise PublishingError(f"{settings.raw}: holds no articles: put .txt, .md or .html files there")
    return catalogue


def batches_of(catalogue: Catalogue, size: int = BATCH) -> list[tuple[Entry, ...]]:
    """The files to read, in order, in batches of ``size``."""
    entries = catalogue.entries
    return [tuple(entries[start : start + size]) for start in range(0, len(entries), size)]


def extract_all(catalogue: Catalogue, settings: Settings) -> list[Batch]:
    """Read and extract everything, in ``settings.workers`` processes; what cannot be taken up comes first."""
    problems = Batch(catalogue.problems)
    work = partial(_read_and_extract, settings=settings)
    size = min(BATCH, -(-len(catalogue.entries) // settings.workers) or 1)
    portions = batches_of(catalogue, size)
    workers = min(settings.workers, len(portions))
    if workers <= 1:
        return [problems, *map(work, portions)]
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            return [problems, *pool.map(work, portions)]
    except BrokenProcessPool:
        raise PublishingError(
            f"{settings.raw}: one of {workers} processes was ended from outside, for want of memory as a rule: "
            "nothing is published; use fewer --workers"
        ) from None


def rejections(batches: Iterable[Batch]) -> list[Rejection]:
    """The sources that could not be read or worked on."""
    return [reading for reading in _joined(batches).readings if isinstance(reading, Rejection)]


def read_batch(entries: Sequence[Entry], settings: Settings) -> list[Document | Rejection]:
    """Read some files; each gives a document or the reason why not."""
    lexicons = load(settings.lexicons)
    return [_read(entry, lexicons) for entry in entries]


def extract_batch(readings: Iterable[Document | Rejection], settings: Settings) -> Batch:
    """The claims of some documents; rejections pass through, and what makes extraction fail joins them."""
    language = language_of(load(settings.lexicons), settings.model)
    return _joined(_extract(reading, language) for reading in readings)


def validate(batches: Iterable[Batch], settings: Settings) -> Validated:
    """The tables of what the sources say, each claim with its status."""
    whole = _joined(batches)
    documents = [reading for reading in whole.readings if isinstance(reading, Document)]
    texts = {document.info.source_id: document.text for document in documents}
    claims = validate_claims(claims_frame(whole.claims), lexicons=load(settings.lexicons), texts=texts)
    counts = {str(source): int(count) for source, count in claims["source_id"].value_counts().items()}
    sources = sources_frame(whole.readings, n_claims=counts, roles=whole.roles)
    return Validated(
        sources,
        claims,
        texts,
        extracted=len(whole.claims),
        rulings=Ledger(settings.reviews).read(),
        lexicons=settings.lexicons,
        policies=read_policies(settings.policies) if settings.policies else {},
    )


def reconcile_claims(validated: Validated) -> dict[str, pd.DataFrame]:
    """Every table, reviewers' rulings applied: claims, what is believed, what disagrees, judged sources."""
    policies = policies_over(validated.policies, "policies")
    similarity = near_copies(validated.texts, policies.copies)
    lexicons = load(validated.lexicons)

    def tables(claims: pd.DataFrame) -> dict[str, pd.DataFrame]:
        made = reconcile(claims, validated.sources, policies=policies, similarity=similarity, lexicons=lexicons)
        return {**made.facts, "discrepancies": made.discrepancies, "sources": made.sources}

    made = apply_rulings(validated.rulings, validated.claims, tables)
    return {**made.tables, "claims": made.claims}


def publish(
    store: Store,
    validated: Validated,
    reconciled: Mapping[str, pd.DataFrame],
    settings: Settings,
    *,
    started: datetime,
    watch: Stopwatch,
) -> Outcome:
    """Render the report and publish the snapshot.

    Raises:
        PublishingError: no source could be read, or the snapshot cannot be written.
        ContractError: a table breaks its schema, or claims were lost on the way.
    """
    if not validated.texts:
        first = validated.sources["reason"].iloc[0]
        raise PublishingError(f"{settings.raw}: nothing to publish: none of its files could be read ({first})")
    previous = read_discrepancies(store.latest) if store.latest else None
    tables = _conformed(reconciled, previous, started)
    manifest = _account(validated, tables, settings, started=started, previous=store.latest)
    with watch("report"), names_of(load(settings.lexicons)):
        report = Report(
            claims=tables["claims"],
            sources=tables["sources"],
            discrepancies=tables["discrepancies"],
            facts={name: tables[name] for name in FACTS},
            texts=validated.texts,
            manifest=manifest,
            previous=previous,
        )
        contents = Contents(tables, validated.texts, render_html(report), render_markdown(report))

    def fill(folder: Path) -> None:
        with watch("publish"):
            write_snapshot(folder, contents)

    snapshot = store.publish(manifest["run_id"], fill, lambda: {**manifest, "seconds": watch.seconds})
    return Outcome(snapshot, settings.curated / LATEST / "report.html", manifest, tables)


def _read_and_extract(entries: Sequence[Entry], settings: Settings) -> Batch:
    return extract_batch(read_batch(entries, settings), settings)


@lru_cache(maxsize=1)
def language_of(lexicons: Lexicons, model: str) -> Language:
    """The language of a run: building one costs more than a small batch."""
    language = Language(lexicons, model=model)
    # Lexicons and patterns live as long as the process: nothing for the garbage collector to go through every time;
    # and hardly anything that articles leave behind is in cycles.
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER)
    return language


def _read(entry: Entry, lexicons: Lexicons) -> Document | Rejection:
    try:
        return read_file(entry.path, entry.info, lexicons)
    except RolefactsError:
        raise
    except Exception as error:
        reason = _failed(entry.info.path, "reading", error)
        return Rejection(entry.info, Format.TEXT, "", reason)


def _extract(reading: Document | Rejection, language: Language) -> Batch:
    """A batch of one."""
    if isinstance(reading, Rejection):
        return Batch((reading,))
    try:
        context = prepare(reading, language)
        claims = claims_of(context)
    except RolefactsError:
        raise
    except Exception as error:
        reason = _failed(reading.info.path, "extraction", error)
        return Batch((Rejection(reading.info, reading.format, reading.sha256, reason),))
    roles = {reading.info.source_id: context.topics}
    return Batch((replace(reading, blocks=(), tables=()),), claims, roles)


def _joined(batches: Iterable[Batch]) -> Batch:
    batches = list(batches)
    return Batch(
        tuple(reading for batch in batches for reading in batch.readings),
        tuple(claim for batch in batches for claim in batch.claims),
        {source: roles for batch in batches for source, roles in batch.roles.items()},
    )


def _failed(path: str, stage: str, error: Exception) -> str:
    """One line for a fault of ours that one article brought to light."""
    said = " ".join(str(error).split())[:200]
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_HERE)]
    where = f" at {Path(ours[-1].filename).relative_to(_HERE).as_posix()}:{ours[-1].lineno}" if ours else ""
    return f"{path}: {stage} failed ({type(error).__name__}: {said}){where}: report it, with the file"


def _conformed(
    reconciled: Mapping[str, pd.DataFrame],
    previous: pd.DataFrame | None,
    started: datetime,
) -> dict[str, pd.DataFrame]:
    """Every table in the order and form of its schema; claims are that already."""
    found = {**reconciled, "discrepancies": carry_first_seen(reconciled["discrepancies"], previous, started)}
    return {
        name: reconciled["claims"] if name == "claims" else conform(name, schema, found[name])
        for name, schema in SCHEMAS.items()
    }


def _ledger(rulings: Rulings) -> dict[str, str]:
    """The rulings that were applied, by their hash: reviewers may have gone on since."""
    return {"reviews": rulings.sha256} if rulings.sha256 else {}


def _account(
    validated: Validated,
    tables: Mapping[str, pd.DataFrame],
    settings: Settings,
    *,
    started: datetime,
    previous: Path | None,
) -> dict[str, Any]:
    """The manifest, but for the time that the stages took and the files' hashes."""
    made_by = versions()
    origin = {
        "inputs": {**inputs(settings, tables["sources"]), **_ledger(validated.rulings)},
        "versions": made_by,
        "lexicons": lexicon_digest(),
    }
    return {
        "run_id": new_run_id(started, json.dumps(origin)),
        "started": started.isoformat(timespec="microseconds"),
        "version": made_by["rolefacts"],
        "previous": previous.name if previous else None,
        **origin,
        "settings": told(settings),
        "policies": dict(validated.policies),
        "sources": source_counts(tables["sources"]),
        "claims": claim_counts(tables["claims"], validated.extracted),
        "discrepancies": discrepancy_counts(tables["discrepancies"]),
        "rulings": ruling_counts(tables["discrepancies"], validated.rulings),
        "tables": table_counts(tables),
    }
