"""One Prefect server for the whole session: starting it costs half a minute."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.flows.server import Prefect, await_health, free_port, surroundings


@pytest.fixture(scope="session")
def prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prefect]:
    """A server as "make server" starts it; its schedules are worked out, unlike a temporary server's."""
    home = tmp_path_factory.mktemp("prefect")
    port = free_port()
    environment = surroundings(home) | {"PREFECT_UI_API_URL": f"http://127.0.0.1:{port}/api"}
    command = ["-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, *command], cwd=home, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            await_health(f"http://127.0.0.1:{port}/api/health", server, home / "server.log")
            yield Prefect(environment | {"PREFECT_API_URL": f"http://127.0.0.1:{port}/api"})
        finally:
            server.terminate()
            try:
                server.wait(timeout=30)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
