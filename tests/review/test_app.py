"""The page: it rules, it takes back, it says what is wrong, and it lets nobody else in."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from extract.report import Report
from extract.report.model import rows
from extract.review import Desk, Request
from extract.review.guard import Gate
from extract.review.queue import queue_of
from extract.reviews import Action, Ledger
from tests.report.builder import report
from tests.report.pages import Page, parse
from tests.report.test_hostile import PAYLOADS, hostile
from tests.review.site import HOST, NOON, Browser, form_of, key_of, saved_of, settings_in, write_snapshot


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    settings = settings_in(tmp_path)
    write_snapshot(settings.curated, report())
    return Desk(settings, who="Ada", now=lambda: NOON)


@pytest.fixture
def browser(desk: Desk) -> Browser:
    return Browser(desk)


def test_a_queue_to_its_end(browser: Browser) -> None:
    """Each ruling leads to the next that is open, worst first, until none is."""
    page = browser.enter()
    open_before = len(browser.desk.waiting())
    assert open_before > 3
    seen = []
    for _ in range(open_before):
        seen.append(key_of(page))
        page = browser.send(page, action="known", reason="seen")
    assert page.url.path == "/done"
    assert "Everything is ruled on" in page.text
    assert seen == [item.key for item in browser.desk.queue.items]
    assert len(browser.desk.rulings.in_force) == open_before
    assert {ruling.reason for ruling in browser.desk.rulings.in_force} == {"seen"}


def test_progress_is_told(browser: Browser) -> None:
    page = browser.enter()
    total = len(browser.desk.queue.items)
    assert f"0 of {total} ruled on" in page.text
    assert f"1 of {total} ruled on" in browser.send(page, action="known").text


def test_a_ruling_is_on_the_disk_before_the_page_says_so(browser: Browser) -> None:
    """And says what was saved, and who ruled, when and why; the usual reason where none is given."""
    page = browser.send(browser.enter(), action="accept")
    made = Ledger(browser.desk.ledger.path).read().records[0]
    assert saved_of(page) == made.id
    assert (made.who, made.reason, made.when) == (
        "Ada",
        "What was done is right.",
        "2026-11-21T12:00:00+00:00",
    )
    assert "Saved. Ada, 2026-11-21: accept what was done." in page.text


def test_undo_brings_the_item_back(browser: Browser) -> None:
    """It is an appended record; the item can be ruled on again."""
    first = browser.enter()
    page = browser.undo(browser.send(first, action="accept"))
    assert key_of(page) == key_of(first)
    assert [ruling.action for ruling in browser.desk.rulings.records] == [Action.ACCEPT, Action.UNDO]
    browser.send(page, action="known")
    assert len(browser.desk.rulings.in_force) == 1


def test_a_candidate_or_a_value_repairs(browser: Browser) -> None:
    broken = next(item for item in browser.desk.queue.items if item.row and item.row["type"] == "malformed_amount")
    browser.enter()
    page = browser.get(f"/item/{broken.key}")
    reading = re.search(r'name="reading" id="[^"]*" value="([^"]*:1)"', page.text)
    assert reading
    made = browser.send(page, action="repair", reading=reading[1])
    assert made.status_code == 200
    chosen = browser.desk.rulings.records[-1].amount
    assert chosen is not None
    page = browser.undo(made)
    browser.send(page, action="repair", low="117,000", high="126500.50", unit="eur", reading="")
    entered = browser.desk.rulings.records[-1].amount
    assert entered is not None
    assert (entered.low, entered.high, entered.unit) == (117_000.0, 126_500.5, "EUR")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "choose what to do first"),
        ({"action": "shrug"}, "choose what to do first"),
        ({"action": "undo"}, "cannot be done here"),
        ({"action": "add_tool"}, "cannot be done here"),
        ({"action": "repair"}, "an amount needs a lower or an upper end"),
        ({"action": "repair", "low": "a lot"}, "&#39;a lot&#39; is no number"),
        ({"action": "repair", "low": "9", "high": "8"}, "the lower end lies above"),
        ({"action": "repair", "low": "9", "unit": "coins"}, "is no ISO 4217 code"),
        ({"action": "accept", "token": "stale"}, "this form is of an earlier start"),
    ],
)
def test_what_cannot_be_saved(fields: dict[str, str], words: str, browser: Browser) -> None:
    """The page says why and keeps what was filled in; nothing is written."""
    answer = browser.send(browser.enter(), **fields, reason="my long reason")
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="my long reason"' in form_of(answer)
    assert browser.desk.rulings.records == ()


def test_a_form_that_is_sent_twice_is_one_ruling(browser: Browser) -> None:
    page = browser.enter()
    browser.send(page, action="accept")
    assert browser.send(page, action="accept").status_code == 200
    assert len(browser.desk.rulings.records) == 1


def test_two_reviewers_on_one_thing(browser: Browser, desk: Desk) -> None:
    """The second is told that nothing was saved, and by whom the ruling is that stands."""
    page = browser.enter()
    other = Desk(replace(desk._settings), who="Bo")
    other.rule(other.find(key_of(page)), Request(Action.KNOWN, reason="I was here"))
    answer = browser.send(page, action="accept")
    assert answer.status_code == 409
    assert "Not saved, since somebody was faster: Bo" in answer.text
    assert "I was here" in answer.text
    assert len(desk.rulings.records) == 1


def test_a_newer_snapshot_is_taken_up(browser: Browser, tmp_path: Path) -> None:
    page = browser.enter()
    found = report()
    fewer = found.discrepancies.iloc[:0]
    write_snapshot(tmp_path / "curated", replace(found, discrepancies=fewer), "20261121T130000Z-abcdef")
    assert browser.get(f"/item/{key_of(page)}").status_code == 404


def test_lists(browser: Browser) -> None:
    """The queue with what is ruled, the ledger with what was taken back; pages that are none are the first."""
    page = browser.enter()
    browser.undo(browser.send(page, action="accept", reason="okapi"))
    browser.send(browser.get("/"), action="known", reason="zebra")
    queue = browser.get("/list?page=99").text
    assert queue.count("<li>") >= len(browser.desk.queue.items)
    assert "zebra" in queue
    rulings = browser.get("/rulings?page=x").text
    assert rulings.index("zebra") < rulings.index("okapi")
    assert "Taken back by Ada" in rulings


def test_a_torn_line_is_told(browser: Browser) -> None:
    browser.send(browser.enter(), action="accept")
    with browser.desk.ledger.path.open("a") as file:
        file.write('{"id"')
    assert "was never finished" in browser.get("/").text


def test_a_ledger_that_is_broken_is_told(browser: Browser) -> None:
    browser.send(browser.enter(), action="accept")
    with browser.desk.ledger.path.open("a") as file:
        file.write("=======\n")
    answer = browser.get("/")
    assert answer.status_code == 500
    assert "line 2: is not JSON" in answer.text


def test_texts_are_text(browser: Browser) -> None:
    browser.enter()
    answer = browser.get("/text/harbor.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "Data scientist or ML engineer?" in answer.text
    assert browser.get("/text/..%2F..%2Fmanifest.json").status_code == 404
    assert browser.get("/text/nowhere.txt").status_code == 404


# Who may come in


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/", {"Host": "evil.example"}),
        ("GET", "/", {"Host": "127.0.0.1"}),
        ("GET", "/", {"Host": "127.0.0.1:9999"}),
        ("GET", "/", {"Host": f"{HOST}.evil.example"}),
        ("GET", "/?token={token}", {"Host": "evil.example:8765"}),
        ("GET", "/", {"Cookie": "{cookie}=wrong"}),
        ("GET", "/", {"Cookie": "nonsense"}),
        ("GET", "/?token=wrong", {"Cookie": "x=y"}),
        ("GET", "/?token=", {"Cookie": "x=y"}),
        ("GET", "/static/review.css", {"Cookie": "x=y"}),
        ("GET", "/text/harbor.txt", {"Cookie": "x=y"}),
        ("POST", "/item/{key}", {"Origin": "http://evil.example"}),
        ("POST", "/item/{key}", {"Origin": "null"}),
        ("POST", "/item/{key}", {"Origin": ""}),
        ("POST", "/item/{key}", {"Origin": f"https://{HOST}"}),
        ("POST", "/item/{key}", {"Sec_Fetch_Site": "cross-site"}),
        ("POST", "/item/{key}", {"Cookie": "x=y"}),
        ("POST", "/item/{key}", {"Content_Length": "10000000"}),
        ("POST", "/undo", {"Origin": "http://localhost:8765"}),
        ("PUT", "/item/{key}", {}),
        ("DELETE", "/", {}),
        ("OPTIONS", "/", {}),
    ],
)
def test_who_is_not_let_in(method: str, path: str, headers: dict[str, str], browser: Browser) -> None:
    """Another host, another page, no token or a wrong one: 403, nothing told, nothing written."""
    key = key_of(browser.enter())
    words = {"token": browser.gate.token, "cookie": browser.gate.cookie, "key": key}
    given = {name: value.format_map(words) for name, value in headers.items()}
    form = f"action=accept&token={browser.gate.form_token}"
    answer = browser.ask(method, path.format_map(words), form if method == "POST" else "", **given)
    assert answer.status_code == 403
    assert key not in answer.text
    assert browser.gate.token not in answer.text + str(answer.headers)
    assert browser.desk.rulings.records == ()


def test_a_form_needs_its_token_too(browser: Browser) -> None:
    key = key_of(browser.enter())
    assert browser.ask("POST", f"/item/{key}", "action=accept").status_code == 422
    assert browser.ask("POST", "/undo", f"ruling={'0' * 16}").status_code == 422


def test_the_token_moves_from_the_address_to_a_cookie(browser: Browser) -> None:
    """A cookie that no script reads and no other site's request carries; each start has another token."""
    answer = browser.ask("GET", f"/?token={browser.gate.token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("rolefacts_review_8765=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert Gate(frozenset({HOST})).token != browser.gate.token
    assert browser.gate.token not in browser.enter().text


@pytest.mark.parametrize("path", ["/", "/list", "/rulings", "/done", "/nowhere", "/static/review.js"])
def test_every_answer_carries_the_policy(path: str, browser: Browser) -> None:
    """No inline script or style, nothing from elsewhere, no frames; refusals carry it too."""
    outside = browser.ask("GET", path)
    browser.enter()
    for answer in (outside, browser.get(path)):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'; ")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "<script>" not in answer.text
        assert not re.search(r"<[^>]*\s(?:on\w+|style)=", answer.text)


def pages(found: Report, who: str, folder: Path) -> list[Page]:
    """An item, a page after a ruling, the queue and the ledger, of these tables."""
    settings = settings_in(folder)
    snapshot = settings.curated / "snapshots" / "20261121T120000Z-abcdef"
    desk = Desk(settings, who=who, snapshot=snapshot)
    desk._queue = queue_of(snapshot, found)
    browser = Browser(desk)
    page = browser.enter()
    answers = [page, browser.send(page, action="known", reason=who), browser.get("/list")]
    answers.append(browser.get("/rulings"))
    assert {answer.status_code for answer in answers} == {200}
    return [parse(answer.text) for answer in answers]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """The pages of tables that mean no harm."""
    return pages(report(), "Ada", tmp_path_factory.mktemp("clean"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_text(payload: str, clean: list[Page], tmp_path: Path) -> None:
    """On every page: no element, attribute or link comes of what an article or a reviewer says."""
    known = {element.name for page in clean for element in page.elements} | {"small", "span", "fieldset", "q"}
    for page in pages(hostile(payload), payload, tmp_path):
        assert {element.name for element in page.elements} <= known
        attributes = {name for element in page.elements for name in element.attributes}
        assert not {name for name in attributes if name.startswith("on") or name in {"style", "srcdoc"}}
        links = [e.attributes.get("href") or e.attributes.get("action") or "/" for e in page.elements]
        assert all(re.match(r"/|#|https?://", link) for link in links)


def test_five_thousand_discrepancies(tmp_path: Path) -> None:
    """A page is there at once, whatever stands in the queue."""
    import time

    import pandas as pd

    found = report()
    rows_of = rows(found.discrepancies)
    many = pd.concat([found.discrepancies] * (5000 // len(rows_of) + 1), ignore_index=True)
    many["discrepancy_id"] = [f"{number:016x}" for number in range(len(many))]
    many["status"] = "open"
    settings = settings_in(tmp_path)
    write_snapshot(settings.curated, replace(found, discrepancies=many))
    browser = Browser(Desk(settings))
    page = browser.enter()
    started = time.perf_counter()
    for _ in range(5):
        page = browser.send(page, action="known")
    assert (time.perf_counter() - started) / 10 < 0.5
    assert "5 of 5," in page.text
