#!/usr/bin/env python3
"""Writes docs/report.png and docs/review.png: the report and the review of raw/, in Chromium.

Needs ``make browser`` and a Chromium on the path. Publishes into a folder of its own; nothing else changes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import sync_playwright

from extract.pipeline import run
from extract.settings import Settings

ROOT: Final = Path(__file__).resolve().parent.parent
SIZE: Final = {"width": 1280, "height": 900}
QUIET: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main() -> int:
    """Write both pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("no Chromium on the path: install one")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        work = Path(folder)
        outcome = run(Settings(raw=ROOT / "raw", curated=work / "curated", reviews=work / "rulings.jsonl"))
        if outcome.manifest["sources"]["rejected"]:
            raise SystemExit("some article of raw/ was rejected: that is no picture to show")
        browser = driver.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport=SIZE, device_scale_factor=1)
        report(page, outcome.report)
        review(page, work)
        browser.close()
    return 0


def report(page: Any, path: Path) -> None:
    """Its top and the chart of salaries."""
    page.goto(path.resolve().as_uri())
    page.set_viewport_size({**SIZE, "height": 1700})
    page.screenshot(path=ROOT / "docs" / "report.png")
    page.set_viewport_size(SIZE)


def review(page: Any, work: Path) -> None:
    """The first thing in the queue, about to be repaired."""
    command = [sys.executable, "-m", "extract.cli", "review", "--who", "Ada"]
    where = ["--curated", str(work / "curated"), "--reviews", str(work / "rulings.jsonl")]
    server = subprocess.Popen([*command, *where], stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    try:
        line = server.stdout.readline() if server.stdout else ""
        page.goto(line.split()[-1])
        page.keyboard.press("4")
        page.screenshot(path=ROOT / "docs" / "review.png", full_page=True)
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    sys.exit(main())
