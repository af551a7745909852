"""The kinds of lexicon entry: frozen, slotted values. Defaults are what a line of data may leave out.

Some fields mean the same in every kind. ``aliases`` are forms that name the thing wherever they stand, in
any case of letters. ``exact`` are forms that count only as written (``US``). ``short`` are forms that count
only as written and where the context says so. ``ambiguous`` says that the name itself is also a common word
or another name, so that it too counts only as written and in context.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A job role.

    ``aliases`` are unambiguous singular titles, regular spelling variants included (``front-end
    developer``). ``short`` forms hold only in an article about the role (``frontend``, ``PM``). ``fields``
    name the discipline (``data science``). ``soc`` is the 2018 Standard Occupational Classification code
    where one exists. ``occupation`` marks a category of official statistics, whose figures other roles
    borrow.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    soc: str | None = None
    family: str = "other"
    occupation: bool = False
    ambiguous: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that needs no context; an ambiguous name is among ``short`` instead."""
        return self.aliases if self.ambiguous else (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class ToolEntry:
    """A language, library, database, platform, product: something one uses by name.

    ``parent`` is the tool that it belongs to (``Google Cloud`` for ``Vertex AI``). ``cased`` says that the
    name counts only as written (``SAP``), which is then enough; ``ambiguous`` that it needs context too.
    ``cues`` are words nearby that speak for an ambiguous name, ``blockers`` phrases that hold it and mean
    something else.
    """

    name: str
    category: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    ambiguous: bool = False
    cased: bool = False
    parent: str | None = None
    cues: tuple[str, ...] = ()
    blockers: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that needs no context."""
        return self.aliases if self.ambiguous else (self.name, *self.aliases)

    @property
    def doubtful(self) -> tuple[str, ...]:
        """Every form that needs context."""
        return (self.name, *self.short) if self.ambiguous else self.short


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """A place. ``kind`` is ``country``, ``state``, ``city`` or ``area``.

    ``code`` is the ISO 3166-1 alpha-2 code of a country, else None; ``within`` the code of the country
    around a state or city (None for what spans several). ``abbreviation`` is a postal code, which counts
    only after a place and a comma (``Austin, TX``). ``currency`` is an ISO 4217 code, given for countries.
    ``adjectives`` tell whose workers are meant, right before a job title (``Irish accountants``).
    """

    name: str
    kind: str
    code: str | None = None
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    abbreviation: str | None = None
    currency: str | None = None
    within: str | None = None
    ambiguous: bool = False
    adjectives: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class CurrencyEntry:
    """A currency by its ISO 4217 code.

    ``signs`` and ``words`` mean this currency where nothing says otherwise: no two currencies share one.
    ``ambiguous_signs`` and ``ambiguous_words`` are also written for it, and mean it where the country says
    so. Words are singular; plurals that are not regular are listed too. Pay from ``plausible_low`` to
    ``plausible_high`` a year is believable, from a poor beginner's to a rich expert's. Pay below ``monthly_below``
    that states no period is by the month, where that is the custom.
    """

    code: str
    name: str
    plausible_low: float
    plausible_high: float
    monthly_below: float = 0
    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    ambiguous_signs: tuple[str, ...] = ()
    ambiguous_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginEntry:
    """A body or site that articles name as the origin of a figure.

    ``kind`` is ``aggregator``, ``government``, ``survey``, ``forum`` or ``employer``. ``statistic`` is what
    it publishes where the text does not say (``mean``, ``median``), else None. ``country`` is the code of
    the only country that it reports on, else None.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    ambiguous: bool = False
    statistic: str | None = None
    country: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that needs no context."""
        return self.aliases if self.ambiguous else (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class DegreeEntry:
    """A kind of qualification: ``bachelor``, ``master``, ``phd``, ``bootcamp`` ..."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class StudyField:
    """A field of study by its Title Case name (``Computer Science``)."""

    name: str
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class CertificationEntry:
    """A named certification and who grants it."""

    name: str
    issuer: str
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """A step of seniority.

    ``short`` forms count only beside a role, in a header or a label. ``grades`` are employers' codes
    (``l4``).
    """

    id: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
