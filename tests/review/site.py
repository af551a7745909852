"""A review to test with: a snapshot made of invented tables, and a browser without a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import anyio
import httpx
import pandas as pd

from extract.publishing.parquet import write_table
from extract.report import Report
from extract.review import Desk
from extract.review.app import make_app
from extract.review.guard import Gate
from extract.settings import Settings

HOST = "127.0.0.1:8765"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def write_snapshot(curated: Path, report: Report, name: str = "20261121T120000Z-abcdef") -> Path:
    """Publish a report's tables as the latest snapshot."""
    folder = curated / "snapshots" / name
    (folder / "text").mkdir(parents=True)
    for table, frame in (
        ("claims", report.claims),
        ("sources", report.sources),
        ("discrepancies", report.discrepancies),
    ):
        whole = frame.copy()
        if "status" in whole and table == "sources":
            whole["status"] = whole["status"].fillna("read")
        if "first_seen" in whole:
            whole["first_seen"] = pd.to_datetime(whole["first_seen"].fillna(NOON), utc=True).astype(
                "datetime64[us, UTC]"
            )
        write_table(table, whole, folder / f"{table}.parquet")
    for source, text in report.texts.items():
        (folder / "text" / f"{source}.txt").write_text(text, encoding="utf-8", errors="backslashreplace")
    latest = curated / "latest"
    latest.unlink(missing_ok=True)
    latest.symlink_to(Path("snapshots") / name)
    return folder


def settings_in(folder: Path) -> Settings:
    """Everything under one folder."""
    return Settings(
        raw=folder / "raw",
        curated=folder / "curated",
        reviews=folder / "reviews" / "rulings.jsonl",
        own_lexicon=folder / "lexicons" / "user.toml",
    )


@dataclass
class Browser:
    """Asks for pages, keeps the cookie, follows redirects, and sends the forms that are on a page."""

    desk: Desk
    gate: Gate = field(default_factory=lambda: Gate(frozenset({HOST})))
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> httpx.Response:
        """One request, nothing followed; a header that is empty is left out."""
        given = {"Host": HOST, **{name.replace("_", "-"): value for name, value in headers.items()}}
        if self.cookies:
            given.setdefault("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            given.setdefault("Origin", f"http://{HOST}")
            given.setdefault("Content-Type", "application/x-www-form-urlencoded")
        app = make_app(self.desk, self.gate)

        async def request() -> httpx.Response:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
                wanted = {name: value for name, value in given.items() if value}
                return await client.request(method, path, content=body.encode(), headers=wanted)

        return anyio.run(request)

    def enter(self) -> httpx.Response:
        """Open the address that was printed."""
        answer = self.ask("GET", f"/?token={self.gate.token}")
        name, _, value = answer.headers["set-cookie"].partition(";")[0].partition("=")
        self.cookies = {name: value}
        return self.get("/")

    def get(self, path: str) -> httpx.Response:
        """A page, wherever it is."""
        answer = self.ask("GET", path)
        while answer.status_code == 303:
            answer = self.ask("GET", answer.headers["location"])
        return answer

    def send(self, page: httpx.Response, **fields: str) -> httpx.Response:
        """Send the ruling form of a page, and follow where it leads."""
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form_of(page)))
        action = re.search(r'action="([^"]*)"', form_of(page))
        assert action
        content = urlencode({**{name: unescape(value) for name, value in hidden.items()}, **fields})
        answer = self.ask("POST", unescape(action[1]), content)
        return self.get(answer.headers["location"]) if answer.status_code == 303 else answer

    def undo(self, page: httpx.Response) -> httpx.Response:
        """Press the page's undo button."""
        found = re.search(r'(?s)<form class="undo".*?</form>', page.text)
        assert found
        content = urlencode(re.findall(r'name="(\w+)" value="([^"]*)"', found[0]))
        answer = self.ask("POST", "/undo", content)
        return self.get(answer.headers["location"]) if answer.status_code == 303 else answer


def form_of(page: httpx.Response) -> str:
    """The ruling form of a page."""
    found = re.search(r'(?s)<form id="rule".*?</form>', page.text)
    assert found, page.text
    return found[0]


def key_of(page: httpx.Response) -> str:
    """The item that a page shows."""
    return str(urlsplit(str(page.url)).path).removeprefix("/item/")


def saved_of(page: httpx.Response) -> str:
    """The ruling that a page says was saved."""
    return parse_qs(urlsplit(str(page.url)).query).get("saved", [""])[0]
