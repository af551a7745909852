"""Attribute claims: every cell of a table that says something of a role, whole, under its row's or column's label."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context, place, reasons
from extract.model import Claim, Kind, Span

_NOTHING = " \n\t-–—−"
"""What a cell without a value is filled with."""


def attributes(context: Context) -> Iterator[Claim]:
    """The attribute claims of an article."""
    for view in context.tables:
        if not view.by_columns and not view.row_roles:
            continue
        for cell in view.body():
            owner, aspect = view.owner(cell), view.aspect(cell)
            if not owner or not aspect or not view.words(cell).strip(_NOTHING):
                continue
            for role in owner.roles:
                yield context.claim(
                    Kind.ATTRIBUTE,
                    view.block,
                    Span(cell.start, cell.end),
                    role,
                    " ".join(view.words(cell).split()),
                    rule="attribute.cell",
                    confidence=owner.confidence,
                    because=reasons(owner),
                    aspect=aspect,
                    **place(view, cell),
                )
