"""A standing Prefect server for tests: how it is started, told and asked."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 180
"""Seconds for the server to answer; a small machine needs 30."""


@dataclass(frozen=True)
class Prefect:
    """A standing server on the loopback address, with a home of its own."""

    environment: dict[str, str]

    def run(self, *command: str, cwd: Path = ROOT) -> str:
        """What a command prints that talks to this server; fails where the command does."""
        done = subprocess.run(
            [sys.executable, *command],
            cwd=cwd,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def ask(self, path: str, **question: Any) -> list[dict[str, Any]]:
        """What the server's API finds."""
        url = f"{self.environment['PREFECT_API_URL']}/{path}/filter"
        request = urllib.request.Request(  # noqa: S310 - our own loopback address
            url, data=json.dumps(question).encode(), headers={"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - the same
            found: list[dict[str, Any]] = json.load(answer)
        return found


def surroundings(home: Path) -> dict[str, str]:
    """This process's environment without its Prefect settings, plus those of flows/prefect.env."""
    lines = (ROOT / "flows" / "prefect.env").read_text(encoding="utf-8").splitlines()
    settings = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return kept | settings | {"PREFECT_HOME": str(home), "ROLEFACTS_PROJECT": str(ROOT)}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def await_health(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers; says what it printed where it does not."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own loopback address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"the Prefect server did not answer:\n{log.read_text(encoding='utf-8', errors='replace')}")
