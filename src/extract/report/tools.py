"""Who says that a role uses a tool: roles by tools, with contested cells marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.report.model import Row, Tables, ids
from extract.report.wording import few, role_name, spelled

MAX_ROLES = 8
MAX_TOOLS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one tool and one role.

    ``affirmed``, ``denied`` and ``exclusive`` (said to be this role's only) are names of sources, ``hedged``
    says that nobody says it plainly, ``finding`` is the discrepancy about it.
    """

    affirmed: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    hedged: bool = False
    exclusive: tuple[str, ...] = ()
    finding: str | None = None

    @property
    def names(self) -> str:
        """``Skillify, Upwork`` or ``Skillify, Upwork, Coursera +9``."""
        return few(self.affirmed)

    @property
    def notes(self) -> tuple[str, ...]:
        """What must be known beside the names."""
        return (*(("hedged",) if self.hedged else ()), *self._whose)

    @property
    def _whose(self) -> tuple[str, ...]:
        if not self.exclusive:
            return ()
        return ("only this role" if self.exclusive == self.affirmed else f"only this role: {few(self.exclusive)}",)


@dataclass(frozen=True, slots=True)
class ToolRow:
    """A tool and its cells, in the matrix's order of roles (None where nobody says anything)."""

    tool: str
    category: str
    cells: tuple[Cell | None, ...]

    @property
    def contested(self) -> bool:
        """Whether sources disagree about it."""
        return any(cell and cell.finding for cell in self.cells)

    @property
    def support(self) -> int:
        """How many statements it has."""
        return sum(len(cell.affirmed) for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The tools that fit, contested ones first, then the most named; how many rows and roles do not."""

    roles: tuple[str, ...]
    rows: tuple[ToolRow, ...]
    hidden_tools: int
    hidden_roles: int


Key = tuple[str, str]
"""Role, tool."""


def _contested(discrepancies: Iterable[Row], claims: Mapping[str, Row]) -> dict[Key, str]:
    """Role and tool of the discrepancies about tools that are not resolved, and the worst one's id."""
    found: dict[Key, str] = {}
    for row in discrepancies:
        if row.get("kind") != "tool" or row.get("status") == "resolved":
            continue
        for claim_id in ids(row, "claim_ids"):
            claim = claims.get(claim_id)
            if claim and claim.get("kind") == "tool":
                found.setdefault(_key(claim), str(row["discrepancy_id"]))
    return found


def _key(claim: Row) -> Key:
    return str(claim.get("role") or ""), str(claim.get("value"))


def _names(claims: Iterable[Row], tables: Tables) -> tuple[str, ...]:
    return tuple(sorted({tables.source_name(str(claim["source_id"])) for claim in claims}, key=str.lower))


def _cell(claims: list[Row], finding: str | None, tables: Tables) -> Cell:
    affirmed = [claim for claim in claims if claim.get("polarity") != "negated"]
    denied = [claim for claim in claims if claim.get("polarity") == "negated"]
    return Cell(
        affirmed=_names(affirmed, tables),
        denied=_names(denied, tables),
        hedged=bool(affirmed) and all(claim.get("modality") != "stated" for claim in affirmed),
        exclusive=_names((claim for claim in affirmed if claim.get("exclusivity") == "exclusive"), tables),
        finding=finding,
    )


def _order(row: ToolRow) -> tuple[bool, int, str]:
    return not row.contested, -row.support, row.tool.lower()


def matrix(tables: Tables) -> Matrix:
    """The matrix of all usable tool claims."""
    claims = [claim for claim in tables.claims_of("tool") if claim.get("status") != "quarantined"]
    contested = _contested(tables.discrepancies, tables.claims)
    by_key: defaultdict[Key, list[Row]] = defaultdict(list)
    category: dict[str, str] = {}
    for claim in claims:
        by_key[_key(claim)].append(claim)
        category.setdefault(str(claim.get("value")), str(claim.get("aspect") or ""))
    weight = Counter(role for role, _ in by_key)
    roles = sorted(weight, key=lambda role: (-weight[role], role))[:MAX_ROLES]
    cells = {key: _cell(found, contested.get(key), tables) for key, found in by_key.items() if key[0] in roles}
    named = sorted({tool for _, tool in cells})
    made = sorted(
        (ToolRow(tool, spelled(category[tool]), tuple(cells.get((role, tool)) for role in roles)) for tool in named),
        key=_order,
    )
    return Matrix(
        roles=tuple(role_name(role) or "Role not said" for role in roles),
        rows=tuple(made[:MAX_TOOLS]),
        hidden_tools=len(category) - len(made[:MAX_TOOLS]),
        hidden_roles=len(weight) - len(roles),
    )
