"""The review in a real browser."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from extract.pipeline import run
from extract.review import Desk
from extract.review.queue import queue_of
from tests.report.builder import report
from tests.report.test_hostile import PAYLOADS, hostile
from tests.review.site import settings_in, write_snapshot
from tests.reviews.test_applying import ARTICLES

pytestmark = pytest.mark.slow
Serve = Callable[[Desk], str]

FISH = (
    "Anglerfish, Barrelfish, Cardinalfish, Dragonfish, Emperorfish, Flagfish, Goldenfish, Hatchetfish, "
    "Icefish, Jewelfish and Knifefish"
)


def settled(page: Any) -> None:
    page.wait_for_load_state("load")


def rule(page: Any, *keys: str, reason: str = "") -> str:
    """Rule by keyboard; the address of the next page."""
    before = page.url
    for key in keys:
        page.keyboard.press(key)
    if reason:
        page.keyboard.type(reason)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    settled(page)
    return str(page.url)


def test_a_queue_by_keyboard_alone(tmp_path: Path, serve: Serve, page: Any) -> None:
    """Fifteen things to the end, one taken back and ruled again; the next run's facts and report tell."""
    settings = settings_in(tmp_path)
    settings.raw.mkdir()
    articles = {**ARTICLES, "fish.txt": f"Data analysts\n\nData analysts use tools such as {FISH}.\n"}
    for name, text in articles.items():
        (settings.raw / name).write_text(text, encoding="utf-8")
    before = run(settings, started=datetime(2026, 11, 21, 9, tzinfo=UTC))
    desk = Desk(settings, who="Ada")
    assert len(desk.queue.items) >= 15
    page.goto(serve(desk))
    page.keyboard.press("?")
    assert page.get_by_role("heading", name="Keys").is_visible()
    page.keyboard.press("?")
    keys = {
        "Unreadable amount": ("4",),
        "Ranges do not meet": ("2", "b"),
        "One role's own, or shared?": ("5",),
        "Unknown tool": ("1",),
    }
    ruled = 0
    while "/done" not in page.url:
        title = page.locator(".meta span").nth(1).inner_text()
        rule(page, *keys.get(title, ("6",)), reason=f"seen {ruled}" if ruled % 2 else "")
        ruled += 1
        assert page.locator("progress").get_attribute("value") == str(ruled)
    assert ruled == len(desk.queue.items)
    assert len(desk.rulings.in_force) == ruled
    page.keyboard.press("u")
    page.wait_for_url(re.compile("/item/"))
    settled(page)
    assert len(desk.rulings.in_force) == ruled - 1
    assert "/done" in rule(page, "3", reason="a fish")
    settings = replace(settings, lexicons=(settings.own_lexicon,))
    after = run(settings, started=datetime(2026, 11, 21, 13, tzinfo=UTC))
    assert after.manifest["discrepancies"]["open"] == {"error": 0, "warning": 0, "info": 0}
    assert after.manifest["rulings"] == {"in_force": ruled, "stale": 0, "torn_line": False}
    mid = "role == 'data_scientist' and level == 'mid'"
    assert before.tables["salaries"].query(mid).empty
    assert list(after.tables["salaries"].query(mid)["low"]) == [118_000.0]
    page.goto(after.report.resolve().as_uri())
    card = page.locator("article.card", has_text="which cannot be read as an amount")
    assert "Reviewed" in card.inner_text()
    assert "Ada" in card.inner_text()


def test_without_scripts(tmp_path: Path, serve: Serve, chromium: Any) -> None:
    """Plain forms do all of it."""
    settings = settings_in(tmp_path)
    write_snapshot(settings.curated, report())
    desk = Desk(settings, who="Ada")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(desk))
    page.get_by_role("radio", name=re.compile("Known")).check()
    page.get_by_role("textbox", name="Why").fill("no script")
    page.get_by_role("button", name="Save").click()
    assert "Saved." in page.get_by_role("status").inner_text()
    page.get_by_role("button", name="Undo").click()
    assert [ruling.reason for ruling in desk.rulings.records] == ["no script", "Taken back."]
    context.close()


def test_five_thousand_are_instant(tmp_path: Path, serve: Serve, page: Any) -> None:
    """From Enter to the next item, on whatever machine this is: well under a second."""
    found = report()
    many = pd.concat([found.discrepancies] * 900, ignore_index=True).head(5000)
    many["discrepancy_id"] = [f"{number:016x}" for number in range(len(many))]
    many["status"] = "open"
    settings = settings_in(tmp_path)
    write_snapshot(settings.curated, replace(found, discrepancies=many))
    page.goto(serve(Desk(settings)))
    started = time.perf_counter()
    for _ in range(5):
        rule(page, "6")
    assert (time.perf_counter() - started) / 5 < 1.5
    assert "5 of 5," in page.locator("header").inner_text()


def test_payloads_run_nothing(tmp_path: Path, serve: Serve, page: Any) -> None:
    """In what articles say and in what reviewers write: no script runs, nothing is asked of elsewhere."""
    elsewhere: list[str] = []
    page.on("request", lambda request: elsewhere.append(request.url))
    settings = settings_in(tmp_path)
    snapshot = write_snapshot(settings.curated, report())
    desk = Desk(settings, who="Ada", snapshot=snapshot)
    address = serve(desk)
    page.goto(address)
    assert len(PAYLOADS) >= 40
    for payload in PAYLOADS:
        desk._queue = queue_of(snapshot, hostile(payload))
        desk.who = payload
        for path in ("/", "/list", "/rulings"):
            page.goto(address.partition("?")[0].rstrip("/") + path)
        page.goto(address.partition("?")[0])
        if page.locator("#reason").count():
            page.fill("#reason", payload)
            page.check("input[name=action][value=known]")
            page.click("button.save")
            settled(page)
    assert len(desk.rulings.records) >= 3
    origin = address.partition("/?")[0]
    assert [url for url in elsewhere if not url.startswith((f"{origin}/", "about:"))] == []
    assert page.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_barriers(scheme: str, width: int, tmp_path: Path, serve: Serve, chromium: Any, axe: str) -> None:
    """axe-core finds no violation on any page; nothing needs scrolling sideways."""
    settings = settings_in(tmp_path)
    write_snapshot(settings.curated, report())
    desk = Desk(settings, who="Ada")
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(serve(desk))
    base = page.url.partition("/item")[0]

    def look(what: str) -> None:
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], what
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), what

    for item in desk.queue.items:
        page.goto(f"{base}/item/{item.key}")
        look(item.key)
    page.goto(f"{base}/item/{desk.queue.items[0].key}")
    page.keyboard.press("4")
    look("repair")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("saved="))
    settled(page)
    look("saved")
    page.keyboard.press("?")
    look("help")
    for path in ("/list", "/rulings", "/done", "/nowhere"):
        page.goto(base + path)
        look(path)
    context.close()
