"""The main job as a Prefect flow: the stages of ``extract.pipeline`` with retries, logs and artifacts.

``python flows/curate.py`` runs it once; ``prefect.yaml`` runs it nightly. No rule lives here: each task calls
a stage. A task works on a batch of articles, and what passes between tasks stays in memory: the snapshot and
its manifest are the record of a run, not Prefect's results.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

ROOT: Final = Path(__file__).resolve().parent.parent
SURROUNDINGS: Final = ROOT / "flows" / "prefect.env"

for _line in SURROUNDINGS.read_text(encoding="utf-8").splitlines():
    if _line and not _line.startswith("#"):
        os.environ.setdefault(*_line.split("=", 1))
os.environ.setdefault("PREFECT_HOME", str(ROOT / ".prefect"))

from prefect import flow, get_run_logger, task, unmapped
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.utilities.annotations import opaque, quote

from extract import pipeline
from extract.cli import DONE, OPEN, printable
from extract.errors import ConfigurationError, RolefactsError
from extract.model import Document, Rejection
from extract.publishing import Store
from extract.publishing.account import Stopwatch
from extract.settings import FailOn, load_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from prefect.client.schemas.objects import State, TaskRun
    from prefect.futures import PrefectFuture
    from prefect.task_runners import TaskRunner
    from prefect.tasks import Task

    from extract.pipeline import Batch, Outcome, Validated
    from extract.reading import Catalogue, Entry
    from extract.settings import Settings

RUNNER: Final = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=1))
Value = TypeVar("Value")

SHOWN: Final = 200
"""Discrepancies in the artifact; the report has all."""


def _may_pass(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether trying again can help: a disk that was away may come back, a wrong setting stays wrong."""
    return not isinstance(state.result(raise_on_failure=False), ConfigurationError)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2, retry_condition_fn=_may_pass)
def catalogue(settings: Settings) -> Catalogue:
    """What is to be read."""
    return pipeline.open_catalogue(settings)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2, retry_condition_fn=_may_pass)
def read(entries: tuple[Entry, ...], settings: Settings) -> list[Document | Rejection]:
    """Files to documents, or to reasons why not."""
    return pipeline.read_batch(entries, settings)


@task(cache_policy=NO_CACHE)
def extract(readings: list[Document | Rejection], settings: Settings) -> Batch:
    """Documents to claims."""
    return pipeline.extract_batch(readings, settings)


@task(cache_policy=NO_CACHE)
def validate(batches: list[Batch], settings: Settings) -> Validated:
    """Claims to a table, each with its status."""
    return pipeline.validate(batches, settings)


@task(cache_policy=NO_CACHE)
def reconcile(validated: Validated) -> dict[str, pd.DataFrame]:
    """Claims to facts and discrepancies."""
    return pipeline.reconcile_claims(validated)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=5, retry_condition_fn=_may_pass)
def publish(
    store: Store,
    validated: Validated,
    tables: Mapping[str, pd.DataFrame],
    settings: Settings,
    started: datetime,
    watch: Stopwatch,
) -> Outcome:
    """Everything to one snapshot."""
    return pipeline.publish(store, validated, tables, settings, started=started, watch=watch)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def announce(outcome: Outcome) -> None:
    """A summary and the discrepancies, worst first, where Prefect shows them."""
    create_markdown_artifact(key="summary", markdown=summary(outcome), description="What the run published")
    create_table_artifact(
        key="discrepancies", table=worst(outcome), description=f"The worst {SHOWN}; the report has all"
    )


@flow(name="curate", task_runner=RUNNER)
def curate(settings_file: str | None = None, raw: str | None = None, curated: str | None = None) -> Outcome:
    """Read the articles, publish one snapshot.

    Paths count from the working directory; what is left out is as ``rolefacts.toml`` says. One thread works
    on the batches: Python would not run two at once, and a spaCy pipeline is not made for it. The setting
    ``workers`` is for ``rolefacts run``, whose processes cost less than Prefect's.
    """
    started = datetime.now(UTC)
    watch = Stopwatch()
    settings = load_settings(
        Path(settings_file) if settings_file else None,
        raw=Path(raw) if raw else None,
        curated=Path(curated) if curated else None,
    )
    found = catalogue(settings)
    with Store(settings.curated, keep=settings.keep) as store:
        with watch("read and extract"):
            readings = read.map(pipeline.batches_of(found), unmapped(settings))
            extracted = extract.map(opaque(readings), unmapped(settings)).result()
        batches = [pipeline.Batch(found.problems), *extracted]
        for rejection in pipeline.rejections(batches):
            get_run_logger().warning("rejected: %s", rejection.reason)
        with watch("validate"):
            validated = validate(_whole(batches), settings)
        with watch("reconcile"):
            tables = reconcile(_whole(validated))
        outcome = publish(_whole(store), _whole(validated), _whole(tables), settings, started, _whole(watch))
    announce(_whole(outcome), return_state=True)
    return outcome


def _whole(value: Value) -> Value:
    """The value, marked so that Prefect hands it on without searching all of it for futures."""
    return cast("Value", quote(value))


def summary(outcome: Outcome) -> str:
    """What was published, in Markdown."""
    counts = outcome.manifest
    still_open = counts["discrepancies"]["open"]
    return "\n".join(
        [
            f"# {counts['run_id']}",
            "",
            f"Report: `{outcome.report.resolve()}`",
            "",
            *(f"- {name}: {number}" for name, number in counts["sources"].items()),
            *(f"- claims {name}: {number}" for name, number in counts["claims"].items()),
            *(f"- open discrepancies, {name}: {number}" for name, number in still_open.items()),
        ]
    )


def worst(outcome: Outcome) -> list[dict[str, str]]:
    """The first discrepancies, as rows of words."""
    columns = ["severity", "type", "role", "level", "summary", "resolution", "status"]
    rows = outcome.tables["discrepancies"].head(SHOWN)[columns].astype(object)
    return [dict(zip(columns, map(str, row), strict=True)) for row in rows.fillna("").itertuples(index=False)]


def main() -> int:
    """Run once and say where the report is; the exit status is that of ``rolefacts run``."""
    outcome = curate(return_state=True).result(raise_on_failure=False)
    if isinstance(outcome, RolefactsError):
        print(f"rolefacts: {printable(str(outcome))}", file=sys.stderr)
        return outcome.exit_status
    if isinstance(outcome, BaseException):
        raise outcome
    sources = outcome.tables["sources"]
    for reason in sources.loc[sources["status"] == "rejected", "reason"]:
        print(f"rejected: {printable(reason)}", file=sys.stderr)
    print(f"report: {printable(str(outcome.report))}")
    return OPEN if outcome.fails(FailOn(outcome.manifest["settings"]["fail_on"])) else DONE


if __name__ == "__main__":
    sys.exit(main())
