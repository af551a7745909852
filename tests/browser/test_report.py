"""The report in a real browser."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest

from extract.report import Report, render_html
from tests.report.builder import report
from tests.report.crowd import large
from tests.report.test_hostile import PAYLOADS, hostile

pytestmark = pytest.mark.slow


def written(folder: Path, found: Report) -> str:
    """The address of a report."""
    path = folder / "report.html"
    path.write_text(render_html(found), encoding="utf-8", errors="replace")
    return path.as_uri()


def shown(page: Any) -> int:
    return int(page.locator("[data-finding]:visible").count())


def test_filters_and_links(tmp_path: Path, page: Any) -> None:
    """A filter leaves what it names; a link to one discrepancy shows it, even if a filter hid it."""
    address = written(tmp_path, report())
    page.goto(address)
    everything = shown(page)
    assert everything > 3
    page.get_by_label("Severity").select_option(label="Error")
    assert 0 < shown(page) < everything
    assert page.locator("[data-finding]:visible").first.get_by_text("Error").count()
    hidden = page.locator("[data-finding]:not(:visible)").first.get_attribute("id")
    page.evaluate("id => { location.hash = id }", hidden)
    page.locator(f"#{hidden}").wait_for(state="visible")
    assert shown(page) == everything
    page.get_by_label("Words").fill("no such words anywhere")
    assert shown(page) == 0
    page.goto("about:blank")
    page.goto(f"{address}#{hidden}")
    box = page.locator(f"#{hidden}").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900


def test_print(tmp_path: Path, page: Any) -> None:
    """On paper: everything but what only a screen needs."""
    page.goto(written(tmp_path, report()))
    everything = shown(page)
    page.emulate_media(media="print")
    assert shown(page) == everything
    assert not page.locator("nav").is_visible()
    assert not page.locator("#filters").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_payloads_run_nothing(tmp_path: Path, page: Any) -> None:
    """Nothing runs, nothing is asked of elsewhere, nothing is refused because nothing tries."""
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text))
    assert len(PAYLOADS) >= 40
    for payload in PAYLOADS:
        page.goto(written(tmp_path, hostile(payload)))
        page.locator("#discrepancies").wait_for()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert refused == []


def test_five_thousand_discrepancies_open_at_once(tmp_path: Path, page: Any) -> None:
    """Two hundred sources: under 2 MB, there in under 3 s, a filter in under one."""
    address = written(tmp_path, large(200, 5000))
    assert (tmp_path / "report.html").stat().st_size < 2_000_000
    started = time.perf_counter()
    page.goto(address)
    page.locator("#filters").wait_for(state="visible")
    assert time.perf_counter() - started < 3
    started = time.perf_counter()
    page.get_by_label("Words").fill("invented")
    assert re.match(r"\d", page.locator("#shown").inner_text())
    assert time.perf_counter() - started < 1
    for name in [page.locator(f"{part} li").last.get_attribute("id") for part in ("#more", "#rest")]:
        page.goto("about:blank")
        page.goto(f"{address}#{name}")
        assert page.evaluate("document.querySelector(':target').checkVisibility()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_barriers(scheme: str, width: int, tmp_path: Path, chromium: Any, axe: str) -> None:
    """axe-core finds no violation; nothing needs scrolling sideways."""
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(written(tmp_path, report()))
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
