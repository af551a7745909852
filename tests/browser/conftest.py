"""A real Chromium. Without one, or without what drives it, these tests are skipped, with the reason.

``make browser`` installs the driver; Chromium comes from the system. ``ROLEFACTS_AXE`` is the path of
``axe.min.js``, of the package axe-core.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.review import Desk
from extract.review.app import make_app
from extract.review.guard import Gate

CHROMIUM = os.environ.get("ROLEFACTS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


@pytest.fixture
def chromium() -> Iterator[Any]:
    """The browser, one for each test.

    Playwright keeps an event loop in this thread until it is closed: no longer than a test runs, or those that bring
    a loop of their own fail. Several workers take tests from each other, so that any test may come next.
    """
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    api = pytest.importorskip("playwright.sync_api", reason="`make browser` installs what drives Chromium")
    with api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page of its own; what it complains of fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (page.problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    assert page.problems == []
    context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    path = os.environ.get("ROLEFACTS_AXE")
    if not path:
        pytest.skip("ROLEFACTS_AXE does not say where axe.min.js is")
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture
def serve() -> Iterator[Callable[[Desk], str]]:
    """Puts a desk on a free port and gives the address that lets the reviewer in."""
    import socket

    import uvicorn

    servers: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(desk: Desk) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        gate = Gate(frozenset({host}))
        config = uvicorn.Config(make_app(desk, gate), log_level="error", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        servers.append((server, thread))
        return f"http://{host}/?token={gate.token}"

    yield start
    for server, thread in servers:
        server.should_exit = True
        thread.join(10)
