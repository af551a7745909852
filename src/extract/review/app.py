"""Addresses to pages. Reading changes nothing; every change is a form that is sent and then a redirect."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from extract.errors import RolefactsError
from extract.review.desk import Desk, Refusal, Request
from extract.review.guard import LARGEST_FORM, Gate, Guard
from extract.review.pages import (
    ASSETS,
    Draft,
    asset,
    done_page,
    frame,
    item_page,
    list_page,
    message_page,
    numbers,
    rulings_page,
)
from extract.review.words import ruling_words
from extract.reviews import Action, Amount, Conflict

if TYPE_CHECKING:
    from starlette.requests import Request as HttpRequest

    from extract.review.queue import Item

Form = Mapping[str, str]
_RULING_ID: Final = re.compile(r"[0-9a-f]{16}")
_SEE_OTHER: Final = 303


def make_app(desk: Desk, gate: Gate) -> Guard:
    """The review as an ASGI application, behind its guard."""
    pages = _Pages(desk, gate)
    routes = [
        Route("/", pages.start),
        Route("/list", pages.queue),
        Route("/rulings", pages.rulings),
        Route("/done", pages.done),
        Route("/item/{key}", pages.item),
        Route("/item/{key}", pages.rule, methods=["POST"]),
        Route("/undo", pages.undo, methods=["POST"]),
        Route("/static/{name}", pages.static),
        Route("/text/{name}", pages.text),
    ]
    handlers: Any = {404: pages.nowhere, 405: pages.nowhere}
    return Guard(Starlette(routes=routes, exception_handlers=handlers), gate)


def _safely(page: Callable[..., Awaitable[Response]]) -> Callable[..., Awaitable[Response]]:
    """A page that says what is wrong with the ledger or the snapshot."""

    async def answer(self: _Pages, request: HttpRequest) -> Response:
        try:
            return await page(self, request)
        except RolefactsError as error:
            return PlainTextResponse(f"rolefacts: {error}", 500)

    return answer


class _Pages:
    def __init__(self, desk: Desk, gate: Gate) -> None:
        self._desk = desk
        self._gate = gate

    @_safely
    async def start(self, _: HttpRequest) -> Response:
        """The first item that nobody has ruled on."""
        return self._onward("", "")

    @_safely
    async def item(self, request: HttpRequest) -> Response:
        item = self._desk.queue.get(request.path_params["key"])
        if item is None:
            return self._missing()
        return self._item(item, saved=request.query_params.get("saved", ""))

    @_safely
    async def queue(self, request: HttpRequest) -> Response:
        shown = frame(self._desk, self._gate.form_token)
        return HTMLResponse(list_page(self._desk, shown, numbers(request.query_params.get("page", "1"))))

    @_safely
    async def rulings(self, request: HttpRequest) -> Response:
        saved = request.query_params.get("saved", "")
        shown = frame(self._desk, self._gate.form_token, saved)
        return HTMLResponse(rulings_page(self._desk, shown, numbers(request.query_params.get("page", "1"))))

    @_safely
    async def done(self, request: HttpRequest) -> Response:
        saved = request.query_params.get("saved", "")
        return HTMLResponse(done_page(self._desk, frame(self._desk, self._gate.form_token, saved)))

    @_safely
    async def rule(self, request: HttpRequest) -> Response:
        item = self._desk.queue.get(request.path_params["key"])
        form = await _form(request)
        if item is None:
            return self._missing()
        try:
            self._check(form)
            made = await run_in_threadpool(self._desk.rule, item, _request(form))
        except Refusal as refusal:
            return self._item(item, Draft(str(refusal), 422, tuple(form.items())))
        except Conflict as conflict:
            words = f"Not saved, since somebody was faster: {ruling_words(conflict.standing)}"
            return self._item(item, Draft(words, 409, tuple(form.items())))
        return self._onward(item.key, made.id)

    @_safely
    async def undo(self, request: HttpRequest) -> Response:
        form = await _form(request)
        try:
            self._check(form)
            name = form.get("ruling", "")
            undone = self._desk.rulings.get(name)
            made = await run_in_threadpool(self._desk.undo, name, _request(form, Action.UNDO))
        except Refusal as refusal:
            return self._message("Not taken back", str(refusal), 422)
        except Conflict as conflict:
            return self._message("Taken back already", ruling_words(conflict.standing), 409)
        key = (undone.discrepancy_id or undone.claim_id or "") if undone else ""
        where = f"/item/{quote(key)}" if self._desk.queue.get(key) else "/rulings"
        return RedirectResponse(f"{where}?saved={made.id}", _SEE_OTHER)

    async def nowhere(self, _: HttpRequest, __: Exception) -> Response:
        """No page of the review."""
        return self._missing()

    async def static(self, request: HttpRequest) -> Response:
        if request.path_params["name"] not in ASSETS:
            return self._missing()
        kind, content = asset(request.path_params["name"])
        return Response(content, media_type=kind)

    @_safely
    async def text(self, request: HttpRequest) -> Response:
        """A source's text, as text."""
        name = request.path_params["name"].removesuffix(".txt")
        texts = self._desk.queue.tables.texts
        return PlainTextResponse(texts[name]) if name in list(texts) else self._missing()

    def _item(self, item: Item, draft: Draft | None = None, saved: str = "") -> Response:
        given = draft.get("id") if draft else ""
        name = given if _RULING_ID.fullmatch(given) else secrets.token_hex(8)
        shown = frame(self._desk, self._gate.form_token, saved)
        page = item_page(self._desk, item, shown, name, draft)
        return HTMLResponse(page, draft.status if draft else 200)

    def _onward(self, key: str, saved: str) -> Response:
        """To the next item, or to the end."""
        item = self._desk.following(key)
        where = f"/item/{quote(item.key)}" if item else "/done"
        return RedirectResponse(f"{where}?saved={saved}" if saved else where, _SEE_OTHER)

    def _check(self, form: Form) -> None:
        if not hmac.compare_digest(form.get("token", "").encode(), self._gate.form_token.encode()):
            raise Refusal("this form is of an earlier start: open the review anew")

    def _missing(self) -> Response:
        words = "It may have been settled by a newer run. The queue has what is open now."
        return self._message("There is nothing here", words, 404)

    def _message(self, title: str, words: str, status: int) -> Response:
        shown = frame(self._desk, self._gate.form_token)
        return HTMLResponse(message_page(shown, title, words), status)


async def _form(request: HttpRequest) -> Form:
    """The fields of a form, urlencoded; the last of each name."""
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST_FORM:
            raise Refusal("the form is larger than any of the review: shorten the reason")
    try:
        return dict(parse_qsl(content.decode("utf-8"), keep_blank_values=True, max_num_fields=100))
    except ValueError:
        raise Refusal("the form cannot be read: open the page anew") from None


def _request(form: Form, action: Action | None = None) -> Request:
    """What a form asks for.

    Raises:
        Refusal: a field does not hold what it should.
    """
    if action is None:
        try:
            action = Action(form.get("action", ""))
        except ValueError:
            raise Refusal("choose what to do first") from None
    given: dict[str, Any] = {}
    if _RULING_ID.fullmatch(form.get("id", "")):
        given["id"] = form["id"]
    if action is Action.REPAIR:
        given |= _repair(form)
    return Request(
        action,
        reason=form.get("reason", ""),
        claim_id=given.pop("claim_id", None) or form.get("claim") or None,
        name=form.get("name") or None,
        category=form.get("category") or None,
        **given,
    )


def _repair(form: Form) -> dict[str, Any]:
    """The reading that was chosen (``claim:number``), or the ends that were entered."""
    claim_id, _, number = form.get("reading", "").partition(":")
    if number.isascii() and number.isdigit() and not (form.get("low") or form.get("high")):
        return {"claim_id": claim_id, "candidate": int(number[:4])}
    return {"amount": entered(form.get("low", ""), form.get("high", ""), form.get("unit", ""))}


def entered(low: str, high: str, unit: str) -> Amount:
    """An amount as a reviewer enters it: an end that is left out is open; the same twice is one figure.

    Raises:
        Refusal: an end is no number.
    """
    ends = [_number(low), _number(high)]
    return Amount(
        ends[0],
        ends[1],
        unit.strip().upper().replace("PERCENT", "percent").replace("%", "percent") or None,
        low_open=ends[0] is None,
        high_open=ends[1] is None,
    )


def _number(text: str) -> float | None:
    digits = text.replace(",", "").replace("_", "").strip()
    if not digits:
        return None
    if not re.fullmatch(r"\d{1,15}(?:\.\d{1,4})?", digits):
        raise Refusal(f"{text.strip()[:30]!r} is no number: write digits, such as 125000")
    return float(digits)
