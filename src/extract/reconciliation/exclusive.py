"""Tools that one statement gives to a role alone and another to a second role of the same comparison."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd


@dataclass(frozen=True, slots=True)
class Contest:
    """``exclusive`` give the tool to ``role`` and not to ``other``; ``against`` give it to ``other``."""

    tool: str
    role: str
    other: str
    exclusive: tuple[Any, ...]
    against: tuple[Any, ...]

    @property
    def sources(self) -> frozenset[str]:
        """Those that say "alone"."""
        return frozenset(row.source_id for row in self.exclusive)


def contests(tools: pd.DataFrame, scopes: Mapping[str, frozenset[str]]) -> Iterator[Contest]:
    """Every tool and pair of roles for which somebody says "alone" and somebody gives it to the other role.

    "Alone" is said among the roles that the source is about (``scopes``): a third role elsewhere does not
    contradict it. A pair of roles is given once, under the role that more sources call the only one.
    """
    tools = tools[tools["role"] != ""]
    named = tools[tools["key"].isin(set(tools["key"][tools["exclusivity"] == "exclusive"]))]
    by_tool: defaultdict[str, defaultdict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in named["row"]:
        by_tool[str(row.key)][str(row.role)].append(row)
    for key in sorted(by_tool):
        holders = by_tool[key]
        for role, other in _pairs(holders, scopes):
            exclusive = tuple(row for row in holders[role] if _alone(row, other, scopes))
            yield Contest(str(exclusive[0].value), role, other, exclusive, tuple(holders[other]))


def _alone(row: Any, other: str, scopes: Mapping[str, frozenset[str]]) -> bool:
    """Whether the claim says that the tool is its role's and not the other's."""
    return row.exclusivity == "exclusive" and other in scopes.get(row.source_id, frozenset())


def _pairs(holders: Mapping[str, list[Any]], scopes: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Role said to be the only one, and a role that has the tool too."""
    voices: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for role, rows in holders.items():
        for source in {row.source_id for row in rows if row.exclusivity == "exclusive"}:
            for other in scopes.get(source, frozenset()) & holders.keys() - {role}:
                voices[role, other].add(source)
    kept: dict[frozenset[str], tuple[str, str]] = {}
    for pair in sorted(voices, key=lambda pair: (-len(voices[pair]), pair)):
        kept.setdefault(frozenset(pair), pair)
    return sorted(kept.values())
