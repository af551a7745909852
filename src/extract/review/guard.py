"""Who may talk to the page, and what the page may load.

The server listens on the loopback alone, but any page in the reviewer's browser could send requests there,
and a name that somebody else owns may be made to point at 127.0.0.1. So each request must be for the host
that the server gave out, must carry the token of this start, and if it writes must come from the page itself.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final
from urllib.parse import parse_qs

LARGEST_FORM: Final = 64 * 1024

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # Not no-referrer: with that, browsers send "Origin: null" with the page's own forms.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"cache-control", b"no-store"),
)

Scope = Any
Receive = Callable[[], Any]
Send = Callable[[Any], Any]
App = Callable[[Scope, Receive, Send], Any]


@dataclass(frozen=True)
class Gate:
    """What a request must show. ``hosts`` are the values of the Host header that the server answers to."""

    hosts: frozenset[str]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """The cookie's name; browsers share cookies among ports, so it says which."""
        port = min(self.hosts).rpartition(":")[2]
        return f"rolefacts_review_{port if port.isdigit() else 'local'}"

    @property
    def form_token(self) -> str:
        """What each form carries: made from the token, but not it."""
        return hmac.new(self.token.encode(), b"form", "sha256").hexdigest()


class Guard:
    """Answers what it does not let through, and puts the policy on every answer."""

    def __init__(self, app: App, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def protected(message: Any) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *_HEADERS]}
            await send(message)

        refused = self._refused(scope)
        if refused:
            await _answer(protected, 403, refused)
        elif self._comes_in(scope):
            await _answer(protected, 303, "", self._welcome())
        elif not self._is_known(scope):
            await _answer(protected, 403, "Open the address that `rolefacts review` printed: it lets you in.")
        else:
            await self._app(scope, receive, protected)

    def _refused(self, scope: Scope) -> str:
        """Why a request is none of the page's; empty if it is."""
        headers = _headers(scope)
        host = headers.get("host", "")
        if host not in self._gate.hosts:
            return "This is not the address that the review is at."
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            return "Only GET and POST are answered."
        if scope["method"] == "POST" and headers.get("origin") != f"http://{host}":
            return "This request does not come from the review's own pages."
        if headers.get("sec-fetch-site", "none") not in {"same-origin", "none"} and scope["method"] == "POST":
            return "This request does not come from the review's own pages."
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_FORM:
            return "This is more than any form of the review holds."
        return ""

    def _comes_in(self, scope: Scope) -> bool:
        """Whether the request is the first, with the token in its address."""
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        return scope["method"] == "GET" and scope["path"] == "/" and _equal(given, self._gate.token)

    def _welcome(self) -> list[tuple[bytes, bytes]]:
        """Moves the token from the address, which is seen and kept, to a cookie, which is not."""
        cookie = f"{self._gate.cookie}={self._gate.token}; HttpOnly; SameSite=Strict; Path=/"
        return [(b"location", b"/"), (b"set-cookie", cookie.encode())]

    def _is_known(self, scope: Scope) -> bool:
        cookies: SimpleCookie = SimpleCookie()
        try:
            cookies.load(_headers(scope).get("cookie", ""))
        except CookieError:
            return False
        morsel = cookies.get(self._gate.cookie)
        return morsel is not None and _equal(morsel.value, self._gate.token)


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


def _equal(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())


async def _answer(send: Send, status: int, words: str, more: list[tuple[bytes, bytes]] | None = None) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *(more or [])]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
