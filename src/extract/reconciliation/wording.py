"""The words of summaries: amounts, roles and sources as a reader knows them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.lexicons import display
from extract.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from extract.lexicons import Lexicons

_STATISTICS = {
    "mean": "average", "average": "average", "median": "median", "percentile_50": "median",
    "typical": "typical", "minimum": "minimum", "maximum": "maximum",
}  # fmt: skip
_KINDS = {
    Kind.SALARY: "pay", Kind.TOOL: "tools", Kind.RESPONSIBILITY: "responsibilities", Kind.SKILL: "skills",
    Kind.EDUCATION: "education", Kind.CAREER_STEP: "career path", Kind.OUTLOOK: "growth",
    Kind.COMPARISON: "comparison", Kind.ATTRIBUTE: "description",
}  # fmt: skip
_LONGEST_NAME = 32
_MOST_LISTED = 4


@dataclass(frozen=True, slots=True)
class Words:
    """Display names: currencies' signs, roles and sources."""

    signs: Mapping[str, str]
    roles: Mapping[str, str]
    sources: Mapping[str, str]

    def role(self, role: str) -> str:
        """``Data Scientist``; "an unnamed role" for none."""
        return self.roles.get(role) or display(role) or "an unnamed role"

    def who(self, role: str, level: str = "", band: str = "") -> str:
        """``Data Scientist (senior)``."""
        note = level or (years(band) if band else "")
        return f"{self.role(role)} ({note})" if note else self.role(role)

    def source(self, source: str) -> str:
        """The publisher where it is short and nobody else's, else the source's id."""
        return self.sources.get(source, source)

    def voice(self, claim: Any) -> str:
        """``Upwork``, or ``Upwork (from Glassdoor)`` where the source names the figure's origin."""
        origin = f" (from {claim.attributed_to})" if claim.attributed_to else ""
        return self.source(claim.source_id) + origin

    def money(self, value: float, unit: str) -> str:
        """``$63,000``, ``CHF 90,000``, ``23%``."""
        digits = f"{value:,.0f}" if value == round(value) or abs(value) >= 1000 else f"{value:,.2f}"
        if unit == "percent":
            return f"{value:g}%"
        sign = self.signs.get(unit, "")
        return f"{sign}{digits}" if sign else f"{unit} {digits}".strip()

    def amount(self, claim: Any) -> str:
        """As stated: ``$100,000–$138,000+``, ``over $120,000``, ``$45 per hour``; the words if no amount."""
        low, high, unit = claim.low, claim.high, claim.unit
        if math.isnan(low) and math.isnan(high):
            return f'"{quoted(claim.quote or str(claim.value))}"'
        if math.isnan(high):
            text = ("over " if claim.high_open else "") + self.money(low, unit)
        elif math.isnan(low):
            text = ("up to " if claim.low_open else "") + self.money(high, unit)
        else:
            text = self.money(low, unit) if low == high else f"{self.money(low, unit)}–{self.money(high, unit)}"
            text += "+" if claim.high_open else ""
        return text if claim.period in {"", "year"} else f"{text} per {claim.period}"

    def figure(self, claim: Any) -> str:
        """The amount and what it is: ``average $136,620``, ``23% by 2032``."""
        name = _STATISTICS.get(claim.statistic, "")
        text = f"{name} {self.amount(claim)}".strip()
        if claim.kind != Kind.OUTLOOK or not claim.horizon:
            return text
        return f"{text} by {claim.horizon}" if claim.horizon.isdigit() else f"{text} ({claim.horizon})"


def years(band: str) -> str:
    """``2-5 years``, ``8+ years``, ``up to 2 years``."""
    least, _, most = band.partition("-")
    if not least:
        return f"up to {most} years"
    return f"{least}-{most} years" if most else f"{least}+ years"


def kind_words(kind: str) -> str:
    """``pay`` for ``salary``."""
    return _KINDS.get(Kind(kind), kind) if kind in set(Kind) else kind


def listed(parts: Iterable[str]) -> str:
    """``a, b and c``, each once; ``a, b, c and 4 more`` where there are many."""
    names = list(dict.fromkeys(parts))
    if len(names) > _MOST_LISTED + 1:
        names = [*names[:_MOST_LISTED], f"{len(names) - _MOST_LISTED} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def quoted(text: str, most: int = 60) -> str:
    """On one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def words_for(sources: pd.DataFrame, lexicons: Lexicons) -> Words:
    """Display names from the lexicons and the sources' publishers."""
    signs = {entry.code: entry.signs[0] for entry in lexicons.currencies if entry.signs}
    return Words(
        signs={code: sign for code, sign in signs.items() if not sign[-1].isalnum() and sign[-1] != "."},
        roles={role.id: role.name for role in lexicons.roles},
        sources=_source_names(sources),
    )


def _source_names(sources: pd.DataFrame) -> dict[str, str]:
    if "publisher" not in sources.columns:
        return {}
    publishers: Sequence[Any] = list(sources["publisher"])
    return {
        source: name
        for source, name in zip(sources["source_id"], publishers, strict=True)
        if isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME and publishers.count(name) == 1
    }
