"""Tools by the share of adverts, or of people, that name them: of whom a share is far below another's, it is not said."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.attribution import Attribution, TableView
from extract.claims.context import Context
from extract.language import Mention, MentionKind
from extract.lexicons.fragments import ADVERT, PAY
from extract.model import Block, Cell, Span

_SHARE = re.compile(r"\W{0,2}(?P<share>\d{1,3}(?:\.\d{1,2})?)\s?%\W{0,2}")
# "78% of", "27% of those for", "6% for": before a role.
_SHARE_OF = re.compile(
    rf"(?P<share>\d{{1,3}}(?:\.\d{{1,2}})?)(?:\s?%|\sper\s?cent)\s(?:of|for|among|in)\s"
    rf"(?:(?:all|the|our|those|{ADVERT}|job|of|for|seeking)\s){{0,4}}\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?:{ADVERT}|shares?|demand|demanded|mention(?:s|ed)?|usage|use|used|asked|requested|popularity|frequency)\b",
    re.IGNORECASE,
)
_PAID = re.compile(rf"\b(?:{PAY}|pays?|paid|earn\w*|worth|growth|grow\w*|premiums?|salar\w+)\b", re.IGNORECASE)
_REACH = 48
_FAR_BELOW = 2


def _leading(shares: Mapping[str, float]) -> list[str]:
    """Those whose share is at least half of the highest."""
    return [role for role, share in shares.items() if share and share * _FAR_BELOW >= max(shares.values())]


def by_shares(context: Context, block: Block, sentence: Span, mention: Mention) -> Attribution | None:
    """``X is named in 60% of analyst ads and 9% of engineer ads``: of whom a tool is with shares of several roles beside it."""
    if "%" not in context.text[sentence.start : sentence.end]:
        return None
    owners = context.attributor.clauses(block, sentence).owners
    found = [
        (owner, float(share["share"]))
        for owner in owners
        if (share := _SHARE_OF.search(context.text, max(sentence.start, owner.start - _REACH), owner.start))
    ]
    if len(found) < 2:
        return None
    tools = context.attributor.passage(block).of(MentionKind.TOOL, sentence.start, sentence.end)
    if tools[0].start < found[0][0].start:
        # Tools stand before their shares, up to the next tool behind these.
        behind = [pair for pair in found if pair[0].start > mention.end]
        first = behind[0][0].start if behind else sentence.end
        last = min((tool.start for tool in tools if tool.start > first), default=sentence.end)
        own = [pair for pair in behind if pair[0].start < last]
    else:
        before = [pair for pair in found if pair[0].end <= mention.start]
        last = before[-1][0].start
        first = max((tool.end for tool in tools if tool.end <= last), default=sentence.start)
        own = [pair for pair in before if pair[0].start >= first]
    shares = {role: share for owner, share in own for role in owner.roles}
    if len(shares) < 2:
        return None
    return Attribution(tuple(_leading(shares)), "the share of each role", 0.85)


def in_share(context: Context, view: TableView, cell: Cell) -> bool:
    """Whether a cell is the share of adverts that name the tool of its row, and not far below another role's in it."""
    share = _share(view, cell)
    if share is None:
        return False
    about = [view.words(label) for label, _ in view.qualifiers(cell)]
    about += [view.title, *(context.text[line.start : line.end] for line, _ in view.lines[:2])]
    if any(_PAID.search(words) or context.cues.has("pay.difference", words) for words in about):
        return False
    if not view.by_columns:
        return any(map(_COUNTED.search, about))
    shares = [_share(view, other) or 0 for other in view.siblings(cell) if other.column in view.column_roles]
    return share * _FAR_BELOW >= max(shares, default=0)


def _share(view: TableView, cell: Cell) -> float | None:
    """The share that a cell holds and nothing else."""
    found = _SHARE.fullmatch(view.words(cell))
    return float(found["share"]) if found else None
