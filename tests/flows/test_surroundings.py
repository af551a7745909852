"""What must hold of Prefect's surroundings, seen without importing it."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.flows.server import ROOT

ENVIRONMENT = (ROOT / "flows" / "prefect.env").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "DO_NOT_TRACK=1",
        "PREFECT_SERVER_ANALYTICS_ENABLED=false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS=180",
    ],
)
def test_no_telemetry_and_time_to_start(line: str) -> None:
    """The flow reads the file, the Makefile hands every line of it to Prefect's own commands."""
    assert line in ENVIRONMENT.splitlines()
    assert re.search(rf"^export .*\b{line.split('=', maxsplit=1)[0]}\b", MAKEFILE, re.MULTILINE)


def test_server_listens_on_this_machine_alone() -> None:
    assert "prefect server start --host 127.0.0.1" in MAKEFILE


def test_nightly_deployment() -> None:
    """The schedule is a cron line, and a run that finds another at work gives way."""
    (nightly,) = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    path, function = nightly["entrypoint"].split(":")
    assert f"def {function}(" in (ROOT / path).read_text(encoding="utf-8")
    assert nightly["schedules"] == [{"cron": "0 3 * * *", "timezone": "UTC"}]
    assert nightly["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}
