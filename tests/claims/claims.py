"""The claims of small articles as plain values, so that a table of cases can be read."""

from __future__ import annotations

from typing import Any

from extract.claims import extract_claims
from extract.model import Claim, Kind
from tests.language.articles import article, language

DS_DE = "# Data Scientist vs Data Engineer\n"
SHORT = {"data_scientist": "DS", "data_engineer": "DE", "machine_learning_engineer": "ML"}


def claims(words: str, kind: Kind | None = None, *, country: str | None = None) -> list[Claim]:
    """The claims of an article in the notation of ``tests.language.articles``, of one kind or of all."""
    found = extract_claims(article(words, country=country), language())
    return [claim for claim in found if kind in {None, claim.kind}]


def said(words: str, kind: Kind, *columns: str, country: str | None = None) -> list[Any]:
    """Some columns of the claims of one kind, in order; bare values where one column is asked for.

    Well-known roles are given in short, and claims on "both" in the order of these short names.
    """
    rows = [tuple(_plain(claim, name) for name in columns) for claim in claims(words, kind, country=country)]
    return [row[0] for row in rows] if len(columns) == 1 else rows


def _plain(claim: Claim, column: str) -> Any:
    value = getattr(claim, column)
    return SHORT.get(value, value) if column in {"role", "object_role"} else value
