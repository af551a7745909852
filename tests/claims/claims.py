"""The claims of small articles as plain tuples, so that a table of cases can be read."""

from __future__ import annotations

from typing import Any

from extract.claims import extract_claims
from extract.model import Claim, Kind
from tests.language.articles import article, language


def claims(words: str, kind: Kind | None = None, *, country: str | None = None) -> list[Claim]:
    """The claims of an article in the notation of ``tests.language.articles``, of one kind or of all."""
    found = extract_claims(article(words, country=country), language())
    return [claim for claim in found if kind in {None, claim.kind}]


def said(words: str, kind: Kind, *columns: str, country: str | None = None) -> list[Any]:
    """Some columns of the claims of one kind, in the order of the text; bare values where one is asked for."""
    rows = [tuple(getattr(claim, name) for name in columns) for claim in claims(words, kind, country=country)]
    return [row[0] for row in rows] if len(columns) == 1 else rows
