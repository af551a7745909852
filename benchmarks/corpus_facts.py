"""What synthetic articles say: names, money and passages drawn from templates, and the gold with them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

from extract.lexicons import load
from extract.lexicons.terms import plural

if TYPE_CHECKING:
    from extract.lexicons import Lexicons

DATA: Final[Mapping[str, Any]] = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text("utf-8"))

LADDER: Final = {"entry": 60_000, "mid": 85_000, "senior": 115_000, "lead": 140_000}
"""What a level earns in the middle, in US dollars a year."""

JOINS: Final = (" – ", "–", " - ", "-", " to ")


@dataclass(frozen=True, slots=True)
class Role:
    """A role with the forms of its name that sentences need."""

    id: str
    title: str

    @property
    def one(self) -> str:
        """In running text: ``data engineer``, ``UX designer``."""
        return " ".join(word if re.search("[A-Z].*[A-Z]", word) else word.lower() for word in self.title.split())

    @property
    def many(self) -> str:
        """More than one of them."""
        return plural(self.one)

    @property
    def an(self) -> str:
        """With its article: ``an ML engineer``, ``a UX designer``."""
        spelled = re.match(r"[AEFHILMNORSX][A-Z]", self.title)
        vowel = re.match(r"[AEIOi]|U(?!X|I|N[Ii])", self.title)
        spoken = bool(spelled) if re.match("[A-Z]{2}", self.title) else bool(vowel)
        return f"{'an' if spoken else 'a'} {self.one}"

    def slots(self, suffix: str = "") -> dict[str, str]:
        """The name's forms, as templates call them."""
        forms = {"one": self.one, "an": self.an, "many": self.many, "title": self.title}
        return {name + suffix: form for name, form in forms.items()}


@dataclass(frozen=True, slots=True)
class Style:
    """How an amount is written; ``once`` says that a range has its unit once, behind both ends."""

    prefix: str = ""
    suffix: str = ""
    group: str = ""
    divisor: int = 1
    once: bool = False

    def digits(self, amount: int) -> str:
        """The number without its currency."""
        if self.group == "indian":
            head, tail = str(amount)[:-3], str(amount)[-3:]
            pairs_of_digits = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", head)
            return f"{pairs_of_digits},{tail}" if head else tail
        if self.divisor > 1:
            return f"{amount / self.divisor:g}"
        return f"{amount:,}".replace(",", self.group)

    def point(self, amount: int) -> str:
        """One amount."""
        return f"{self.prefix}{self.digits(amount)}{self.suffix}"

    def range(self, low: int, high: int, join: str) -> str:
        """Two amounts."""
        if self.once and join in {"–", "-"}:
            return f"{self.prefix}{self.digits(low)}{join}{self.digits(high)}{self.suffix}"
        return f"{self.point(low)}{join}{self.point(high)}"


@dataclass(frozen=True, slots=True)
class Market:
    """Where an article is about: what is paid there, for how long, and how that is written."""

    country: str
    place: str
    unit: str
    period: str
    scale: float
    step: int
    cities: tuple[str, ...]
    styles: tuple[Style, ...]

    def amount(self, rng: Random, level: str) -> int:
        """A believable amount for a level, for one period."""
        yearly = LADDER[level] * rng.uniform(0.8, 1.2) * self.scale
        pay = yearly / 12 if self.period == "month" else yearly
        return max(round(pay / self.step), 1) * self.step


def markets() -> list[Market]:
    """All markets of the data."""
    made = []
    for entry in DATA["market"]:
        styles = tuple(Style(**style) for style in entry["styles"])
        made.append(Market(**{**entry, "styles": styles, "cities": tuple(entry["cities"])}))
    return made


@dataclass
class Writer:
    """Draws the facts of one article and keeps its gold."""

    rng: Random
    lexicons: Lexicons
    market: Market
    a: Role
    b: Role
    style: Style
    gold: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start with gold that holds nothing, for every kind that an article speaks of."""
        lists: dict[str, Any] = {name: [] for name in ("salaries", "outlook", "comparisons", "forbidden")}
        by_role = (
            "tools",
            "tools_optional",
            "tools_negated",
            "responsibilities",
            "responsibilities_optional",
        )
        lists |= {name: {} for name in (*by_role, "education", "career_paths")}
        self.gold = {"roles": [self.a.id, self.b.id], **lists}
        # Shares of master's degrees and certificates that cost something are spoken of in passing.
        for role in (self.a, self.b):
            passing = {"degrees": ["certificate", "master"], "fields": []}
            self.gold.setdefault("education_optional", {})[role.id] = passing
        self._stack = [
            tool.name
            for tool in self.lexicons.tools
            if not (tool.ambiguous or tool.cased) and re.fullmatch(r"[A-Z][A-Za-z]{3,}", tool.name)
        ]
        self._origins = [origin.name for origin in self.lexicons.origins if _pays(origin)]

    def both(self) -> tuple[Role, Role]:
        """The two roles in either order."""
        return (self.a, self.b) if self.rng.random() < 0.5 else (self.b, self.a)

    def say(self, templates: Sequence[str], **slots: object) -> str:
        """A sentence from one of some templates."""
        page, rng = DATA["page"], self.rng
        known: dict[str, object] = {
            "thing": rng.choice(page["things"]),
            "when": rng.choice(page["times"]),
            "first": rng.choice(page["firsts"]),
            "course": rng.choice(DATA["other_money"]["courses"]),
            "year": rng.randint(2021, 2024),
            "year_b": rng.randint(2029, 2034),
            "n": f"{rng.randint(10, 400) * 100:,}",
            "share": rng.randint(3, 40),
            "place": self.market.place,
            "more": self.style.point(self.market.amount(rng, "entry") // 4 // self.market.step * self.market.step),
        }
        return sentence(rng.choice(templates).format(**{**known, **slots}))

    def add(self, key: str, role: Role, *items: str) -> None:
        """Put something under a role of the gold, once."""
        held = self.gold[key].setdefault(role.id, [])
        held.extend(item for item in items if item not in held)

    def pay(self, role: Role, level: str | None, quote: str, **details: object) -> None:
        """Put an amount into the gold."""
        entry = {"role": role.id, "level": level, "unit": self.market.unit, "period": self.market.period}
        self.gold["salaries"].append(entry | details | {"quote": quote})

    def ban(self, quote: str, kind: str = "salary") -> str:
        """Put a passage into the gold of which no claim of a kind may come; returns it."""
        self.gold["forbidden"].append({"kind": kind, "quote": quote})
        return quote

    def period(self) -> str:
        """The words that say for how long an amount is paid; none for most yearly ones."""
        if self.market.period == "month":
            return self.rng.choice((" a month", " per month", " monthly"))
        return self.rng.choice(("", "", " a year", " per year", " annually"))

    def span(self, level: str) -> tuple[int, int]:
        """Two amounts of a level, the lower one first."""
        low, high = sorted((self.market.amount(self.rng, level), self.market.amount(self.rng, level)))
        return low, high if high > low else high + self.market.step

    def task(self) -> tuple[str, str, str]:
        """A duty: base form, gerund, third person."""
        work, rng = DATA["work"], self.rng
        rest = f"{rng.choice(work['objects'])} {rng.choice(work['ends'])}"
        base, gerund, third = rng.choice(work["verbs"])
        return f"{base} {rest}", f"{gerund} {rest}", f"{third} {rest}"

    def tools(self, count: int) -> list[str]:
        """Names of tools that the article has not used yet."""
        return [self._stack.pop(self.rng.randrange(len(self._stack))) for _ in range(count)]

    def origin(self) -> str:
        """Someone who publishes what is paid."""
        return self.rng.choice(self._origins)


def _pays(origin: Any) -> bool:
    return origin.kind == "aggregator" and not origin.ambiguous and origin.name.isalpha()


def sentence(text: str) -> str:
    """With a capital where a sentence starts, unless its first word has its own way with capitals."""
    return re.sub(r"(?:^|(?<=[.!?] ))(?![a-z]+[A-Z])[a-z]", lambda match: match[0].upper(), text)


def listed(names: Sequence[str]) -> str:
    """``A, B and C``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def pairs(lexicons: Lexicons) -> list[tuple[Role, Role]]:
    """Pairs of roles of one family, neither of whose names holds the other or a field of study."""
    families: dict[str, list[Role]] = {}
    for role in lexicons.roles:
        if not role.ambiguous and not role.occupation and re.fullmatch(r"[A-Za-z]+(?: [A-Za-z]+)+", role.name):
            families.setdefault(role.family, []).append(Role(role.id, role.name))
    return [
        (a, b)
        for roles in families.values()
        for at, a in enumerate(roles)
        for b in roles[at + 1 :]
        if a.title not in b.title and b.title not in a.title
    ]


def lexicons() -> Lexicons:
    """The project's own lexicons."""
    return load()
