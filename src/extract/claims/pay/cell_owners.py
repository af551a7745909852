"""Whose pay a cell holds that names its roles itself: ``Baker $31,000 · Cook $29,500``."""

from __future__ import annotations

from collections.abc import Sequence

from extract.attribution import Attribution, TableView
from extract.language import MentionKind, Passage
from extract.model import Span


def owners_in_cell(owner: Attribution, view: TableView, passage: Passage, parts: Sequence[Span]) -> list[Attribution]:
    """The owner of each figure of a cell, told by the part of the cell that is the figure's own."""
    named = [tuple(dict.fromkeys(m.key for m in passage.of(MentionKind.ROLE, p.start, p.end))) for p in parts]
    if len(set(named)) > 1 and all(len(roles) == 1 for roles in named) and (not owner or owner is view.context):
        return [Attribution(roles, "named in the cell", 0.85) for roles in named]
    inside = passage.of(MentionKind.ROLE) if not owner else []
    one = Attribution((inside[0].key,), "named in the cell", 0.85) if inside else owner or view.context
    return [one] * len(parts)
