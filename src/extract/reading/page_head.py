"""What the head of an HTML page says of it: title, site, address, dates, readers' country."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from extract.reading.metadata import Said

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time",
    "dcterms.created",
    "dcterms.issued",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "publish-date",
    "pubdate",
)
_UPDATED = (
    "article:modified_time",
    "dcterms.modified",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
)
_LANGUAGE = re.compile(r"[a-z]{2}[-_](?P<country>[A-Za-z]{2})\b")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}")
_MAX_JSON = 200_000
_MAX_NODES = 500


def said_of(root: HtmlElement) -> Said:
    """What meta elements, JSON-LD and the title say; empty values are None."""
    meta = _metas(root)
    linked = _linked_data(root)
    heading = root.find(".//h1")
    title = meta.get("og:title") or (_words(heading) if heading is not None else None) or _title(root)
    return Said(
        title=title or None,
        publisher=meta.get("og:site_name") or linked.get("publisher"),
        url=_address(root, meta),
        published=_first(meta, _PUBLISHED) or linked.get("datePublished"),
        updated=_first(meta, _UPDATED) or linked.get("dateModified"),
        country=_country(root, meta),
    )


def _metas(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").casefold()
        content = " ".join((element.get("content") or "").split())
        if name and content and len(content) <= 500:
            found.setdefault(name, content)
    return found


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _title(root: HtmlElement) -> str | None:
    element = root.find(".//title")
    return _words(element) if element is not None else None


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())[:300]


def _address(root: HtmlElement, meta: Mapping[str, str]) -> str | None:
    links = [element.get("href", "") for element in root.iter("link") if element.get("rel") == "canonical"]
    return next((link for link in [*links, meta.get("og:url", "")] if _ADDRESS.fullmatch(link)), None)


def _country(root: HtmlElement, meta: Mapping[str, str]) -> str | None:
    """The country of the page's language; ``en-US`` is what tools write where nobody chose."""
    for language in (root.get("lang", ""), meta.get("og:locale", "")):
        found = _LANGUAGE.match(language)
        if found and language.replace("_", "-").casefold() != "en-us":
            return found["country"].upper()
    return None


def _linked_data(root: HtmlElement) -> dict[str, str]:
    """Dates and publisher of the page's JSON-LD."""
    found: dict[str, str] = {}
    for element in root.iter("script"):
        if element.get("type") != "application/ld+json" or len(element.text or "") > _MAX_JSON:
            continue
        for node in _nodes(_parsed(element.text or "")):
            for key in ("datePublished", "dateModified"):
                if isinstance(node.get(key), str):
                    found.setdefault(key, node[key])
            publisher = node.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else None
            if isinstance(name, str):
                found.setdefault("publisher", name)
    return found


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of linked data, wherever they are nested, up to a number."""
    waiting = [data]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting += [node.get("@graph"), node.get("mainEntity")]
        elif isinstance(node, list):
            waiting += node[:50]
