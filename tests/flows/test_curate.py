"""The flow and its schedule, on a real server. Everything else about the stages is tested without Prefect."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.flows.server import PATIENCE, ROOT, Prefect

pytestmark = pytest.mark.slow

FLOW = str(ROOT / "flows" / "curate.py")
ARTICLE = """\
Data Analyst Salary Guide

A data analyst in the United States earns between $60,000 and $80,000 per year.

Tools

- Data analysts use SQL and Tableau.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with two articles in raw/, one of them no text at all."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "analyst.txt").write_text(ARTICLE, encoding="utf-8")
    (raw / "picture.txt").write_bytes(bytes(range(256)) * 40)
    return tmp_path


def test_flow_publishes_and_isolates_a_bad_article(prefect: Prefect, project: Path) -> None:
    """One line says where the report is; the bad article is listed with its reason."""
    said = prefect.run(FLOW, cwd=project).splitlines()
    assert "report: curated/latest/report.html" in said
    latest = project / "curated" / "latest"
    assert (latest / "report.html").stat().st_size > 0
    sources = pd.read_parquet(latest / "sources.parquet").set_index("path")
    assert dict(sources["status"]) == {"analyst.txt": "read", "picture.txt": "rejected"}
    assert "picture.txt" in sources.loc["picture.txt", "reason"]
    artifacts = {artifact["key"]: artifact for artifact in prefect.ask("artifacts")}
    assert artifacts["summary"]["type"] == "markdown"
    assert artifacts["discrepancies"]["type"] == "table"
    assert str(latest.resolve()) in artifacts["summary"]["data"]


def test_flow_and_command_line_publish_the_same(prefect: Prefect, project: Path) -> None:
    """The same stages ran: every table is the same to the byte."""
    prefect.run(FLOW, cwd=project)
    flow = (project / "curated" / "latest").resolve()
    prefect.run("-m", "extract.cli", "run", cwd=project)
    line = (project / "curated" / "latest").resolve()
    assert flow != line
    tables = sorted(path.name for path in flow.glob("*.parquet"))
    assert len(tables) >= 12
    assert [name for name in tables if (flow / name).read_bytes() != (line / name).read_bytes()] == []


def test_flow_without_articles_says_so_in_one_line(prefect: Prefect, tmp_path: Path) -> None:
    """Exit status and words are those of the command line."""
    (tmp_path / "raw").mkdir()
    quiet = Prefect(prefect.environment | {"PREFECT_LOGGING_LEVEL": "CRITICAL"})
    with pytest.raises(AssertionError, match=r"\Arolefacts: raw: [^\n]+\n\n?(assert|\Z)"):
        quiet.run(FLOW, cwd=tmp_path)


def test_nightly_deployment_gets_its_runs_and_a_worker_runs_it(prefect: Prefect, project: Path) -> None:
    """What "make schedule" does: the pool, the deployment, its scheduled runs, and a run by a worker."""
    cli = ("-m", "prefect", "--no-prompt")
    prefect.run(*cli, "work-pool", "create", "rolefacts", "--type", "process", "--overwrite")
    prefect.run(*cli, "deploy", "--all")
    (deployment,) = prefect.ask("deployments")
    assert deployment["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"
    scheduled = await_runs(prefect, deployment["id"])
    assert {run["expected_start_time"][10:19] for run in scheduled} == {"T03:00:00"}
    there = [f"{name}={project / name}" for name in ("raw", "curated")]
    prefect.run(*cli, "deployment", "run", "curate/nightly", "--param", there[0], "--param", there[1])
    prefect.run(*cli, "worker", "start", "--pool", "rolefacts", "--run-once")
    asked = {"deployment_id": {"any_": [deployment["id"]]}, "state": {"type": {"any_": ["COMPLETED"]}}}
    assert len(prefect.ask("flow_runs", flow_runs=asked)) == 1
    assert (project / "curated" / "latest" / "report.html").exists()


def await_runs(prefect: Prefect, deployment: str) -> list[dict[str, Any]]:
    """The runs that the server has scheduled for a deployment, as soon as there are any."""
    asked = {"deployment_id": {"any_": [deployment]}, "state": {"type": {"any_": ["SCHEDULED"]}}}
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := prefect.ask("flow_runs", flow_runs=asked):
            return found
        time.sleep(1)
    pytest.fail("the schedule did not fire")
