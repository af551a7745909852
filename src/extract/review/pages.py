"""Templates to HTML. Every value is escaped; what articles say is never more than text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from extract.report.wording import label, plural, showable, type_title
from extract.review.desk import USUAL_REASONS
from extract.review.words import action_view, item_view, ruling_words, summary
from extract.reviews import Action

if TYPE_CHECKING:
    from extract.review.desk import Desk
    from extract.review.queue import Item
    from extract.reviews import Ruling

PER_PAGE: Final = 50
ASSETS: Final = {
    "review.css": ("text/css; charset=utf-8", "extract.review", "static"),
    "review.js": ("text/javascript; charset=utf-8", "extract.review", "static"),
    "report.css": ("text/css; charset=utf-8", "extract.report", "templates"),
}
_FILES: Final = {"report.css": "style.css"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows: how far the review is, and what was just saved."""

    who: str
    form_token: str
    done: int
    total: int
    saved: str = ""
    saved_id: str = ""
    torn: bool = False

    @property
    def percent(self) -> int:
        """Of all items, how many are ruled on; 100 only when all are."""
        return 100 if self.done == self.total else int(100 * self.done / self.total)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form held when it could not be saved, and why."""

    problem: str = ""
    status: int = 200
    values: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """A field as it was filled in."""
        return dict(self.values).get(name, "")


def frame(desk: Desk, form_token: str, saved: str = "") -> Frame:
    """The frame of a page; ``saved`` is the id of a ruling, where one was just made."""
    queue, rulings = desk.queue, desk.rulings
    made = rulings.get(saved) if saved else None
    undoable = made is not None and made.action is not Action.UNDO and rulings.undo_of(made.id) is None
    return Frame(
        who=desk.who,
        form_token=form_token,
        done=len(queue.items) - len(desk.waiting()),
        total=len(queue.items),
        saved=ruling_words(made) if made else "",
        saved_id=made.id if made and undoable else "",
        torn=bool(rulings.torn),
    )


def item_page(desk: Desk, item: Item, shown: Frame, ruling_id: str, draft: Draft | None = None) -> str:
    """One item, its evidence, and the form to rule on it."""
    queue, standing = desk.queue, desk.standing(item)
    place = queue.places[item.key]
    back, ahead = queue.items[place - 1], queue.items[(place + 1) % len(queue.items)]
    return _render(
        "item.html.j2",
        frame=shown,
        item=item_view(item, queue),
        place=place + 1,
        actions=[action_view(action) for action in desk.actions(item)],
        standing=standing,
        standing_words=ruling_words(standing) if standing else "",
        previous=back.key,
        following=ahead.key,
        ruling_id=ruling_id,
        draft=draft or Draft(),
        tool=item.tool or "",
        categories=desk.categories() if item.tool else [],
        usual={str(action): words for action, words in USUAL_REASONS.items()},
    )


def list_page(desk: Desk, shown: Frame, number: int) -> str:
    """The queue, a page of it."""
    queue = desk.queue
    pages = max(1, -(-len(queue.items) // PER_PAGE))
    number = min(max(number, 1), pages)
    items = queue.items[(number - 1) * PER_PAGE : number * PER_PAGE]
    rows = [_line(desk, item) for item in items]
    first = (number - 1) * PER_PAGE + 1
    return _render("list.html.j2", frame=shown, rows=rows, number=number, pages=pages, first=first)


def rulings_page(desk: Desk, shown: Frame, number: int) -> str:
    """The ledger, newest first, a page of it."""
    rulings = desk.rulings
    made = [record for record in reversed(rulings.records) if record.action is not Action.UNDO]
    pages = max(1, -(-len(made) // PER_PAGE))
    number = min(max(number, 1), pages)
    in_force = {ruling.id for ruling in rulings.in_force}
    rows = [
        {
            "ruling": ruling,
            "words": ruling_words(ruling),
            "about": ruling.expects.summary if ruling.expects and ruling.expects.summary else ruling.subject,
            "kind": _about(ruling),
            "in_force": ruling.id in in_force,
            "undo": rulings.undo_of(ruling.id),
            "open": desk.queue.get(ruling.discrepancy_id or ruling.claim_id or "") is not None,
        }
        for ruling in made[(number - 1) * PER_PAGE : number * PER_PAGE]
    ]
    return _render(
        "rulings.html.j2",
        frame=shown,
        rows=rows,
        number=number,
        pages=pages,
        path=str(desk.ledger.path),
        total=len(made),
    )


def done_page(desk: Desk, shown: Frame) -> str:
    """Nothing is left to rule on."""
    return _render("done.html.j2", frame=shown, path=str(desk.ledger.path))


def message_page(shown: Frame, title: str, words: str) -> str:
    """What went wrong, and how to go on."""
    return _render("message.html.j2", frame=shown, title=title, words=words)


@cache
def asset(name: str) -> tuple[str, bytes]:
    """Type and bytes of a style sheet or script of the package."""
    kind, package, folder = ASSETS[name]
    return kind, files(package).joinpath(folder, _FILES.get(name, name)).read_bytes()


def _line(desk: Desk, item: Item) -> dict[str, Any]:
    row = item.row
    severity = str(row["severity"]) if row else "info"
    standing = desk.standing(item)
    return {
        "key": item.key,
        "severity": severity,
        "severity_words": label("severities", severity),
        "title": type_title(str(row["type"])) if row else str(item.sort).capitalize(),
        "summary": summary(item, desk.queue),
        "ruled": ruling_words(standing) if standing else "",
    }


def _about(ruling: Ruling) -> str:
    about = ruling.expects.about if ruling.expects else ""
    return type_title(about) if ruling.discrepancy_id else about


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("extract.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(plural=plural)
    return environment


def _render(template: str, **values: Any) -> str:
    return showable(_environment().get_template(template).render(**values))


def numbers(text: Iterable[str]) -> int:
    """A page number as it stands in an address; 1 for anything else."""
    digits = "".join(text)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 1
