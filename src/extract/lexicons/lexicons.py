"""All lexicons together, with lookups that are made when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from extract.lexicons.terms import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extract.lexicons.entries import (
        CertificationEntry,
        CurrencyEntry,
        DegreeEntry,
        LevelEntry,
        OriginEntry,
        RegionEntry,
        RoleEntry,
        StudyField,
        ToolEntry,
    )
    from extract.lexicons.terms import Spelling

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Lexicons:
    """What the project knows by name. Entries stand in the order of their files; compare by identity.

    Lookups ``*_by_term`` are keyed by :func:`~extract.lexicons.terms.key` of a singular form, so that
    ``role_by_term[key("Machine-Learning engineer")]`` finds the role.
    """

    roles: tuple[RoleEntry, ...]
    tools: tuple[ToolEntry, ...]
    regions: tuple[RegionEntry, ...]
    currencies: tuple[CurrencyEntry, ...]
    origins: tuple[OriginEntry, ...]
    degrees: tuple[DegreeEntry, ...]
    study_fields: tuple[StudyField, ...]
    certifications: tuple[CertificationEntry, ...]
    levels: tuple[LevelEntry, ...]
    role_heads: tuple[str, ...]
    trade_verbs: frozenset[str]
    spelling: Spelling
    cues: Mapping[str, tuple[str, ...]]

    @cached_property
    def role_by_id(self) -> Mapping[str, RoleEntry]:
        """Role id -> role."""
        return {role.id: role for role in self.roles}

    @cached_property
    def role_by_term(self) -> Mapping[str, RoleEntry]:
        """Key of an unambiguous title -> role."""
        return _index((form, role) for role in self.roles for form in role.forms)

    @cached_property
    def roles_by_short(self) -> Mapping[str, tuple[RoleEntry, ...]]:
        """Key of a short form -> the roles that it may mean (``pm`` -> product, project, program manager)."""
        return _groups((form, role) for role in self.roles for form in role.short)

    @cached_property
    def role_by_field(self) -> Mapping[str, RoleEntry]:
        """Key of a discipline -> the role that practises it."""
        return _index((form, role) for role in self.roles for form in role.fields)

    @cached_property
    def tool_by_name(self) -> Mapping[str, ToolEntry]:
        """Canonical name -> tool."""
        return {tool.name: tool for tool in self.tools}

    @cached_property
    def tool_by_term(self) -> Mapping[str, ToolEntry]:
        """Key of a name or an alias, ambiguous names included -> tool."""
        return _index((form, tool) for tool in self.tools for form in (tool.name, *tool.aliases))

    @cached_property
    def region_by_code(self) -> Mapping[str, RegionEntry]:
        """ISO 3166-1 alpha-2 code -> country."""
        return {region.code: region for region in self.regions if region.code}

    def currency_of(self, country: str | None) -> str | None:
        """The ISO 4217 code of what a country pays in, by its ISO 3166 code; None where either is not known."""
        region = self.region_by_code.get(country or "")
        return region.currency if region else None

    @cached_property
    def country_by_place(self) -> Mapping[str, str]:
        """ISO 3166 code of a country, or name of a place -> the code of its country."""
        places = {region.name: region.within for region in reversed(self.regions) if region.within}
        return {**places, **{code: code for code in self.region_by_code}}

    @cached_property
    def regions_by_term(self) -> Mapping[str, tuple[RegionEntry, ...]]:
        """Key of a name, alias or exact form -> the places of that name, countries first."""
        return _groups((form, region) for region in self.regions for form in (*region.forms, *region.exact))

    @cached_property
    def currency_by_code(self) -> Mapping[str, CurrencyEntry]:
        """ISO 4217 code -> currency."""
        return {currency.code: currency for currency in self.currencies}

    @cached_property
    def currency_by_sign(self) -> Mapping[str, CurrencyEntry]:
        """Sign as written -> the currency that it means where nothing says otherwise."""
        return {sign: currency for currency in self.currencies for sign in currency.signs}

    @cached_property
    def origin_by_name(self) -> Mapping[str, OriginEntry]:
        """Canonical name -> origin."""
        return {origin.name: origin for origin in self.origins}

    @cached_property
    def origin_by_term(self) -> Mapping[str, OriginEntry]:
        """Key of a name or an alias, ambiguous names included -> origin."""
        return _index((form, origin) for origin in self.origins for form in (origin.name, *origin.aliases))

    @cached_property
    def degree_by_id(self) -> Mapping[str, DegreeEntry]:
        """Degree id -> degree."""
        return {degree.id: degree for degree in self.degrees}

    @cached_property
    def degree_by_term(self) -> Mapping[str, DegreeEntry]:
        """Key of a name, alias or exact form -> degree."""
        return _index((form, degree) for degree in self.degrees for form in (*degree.forms, *degree.exact))

    @cached_property
    def study_field_by_term(self) -> Mapping[str, StudyField]:
        """Key of a name, alias or exact form -> field of study."""
        return _index((form, field) for field in self.study_fields for form in (*field.forms, *field.exact))

    @cached_property
    def certification_by_term(self) -> Mapping[str, CertificationEntry]:
        """Key of a name, alias or exact form -> certification."""
        return _index((form, item) for item in self.certifications for form in (*item.forms, *item.exact))

    @cached_property
    def level_by_id(self) -> Mapping[str, LevelEntry]:
        """Level id -> level."""
        return {level.id: level for level in self.levels}

    def clashes(self) -> list[str]:
        """Forms that two entries of a kind claim, each as one line; none in lexicons that are sound."""
        claimed = {
            "role": [(role.id, role.forms) for role in self.roles],
            "tool": [(tool.name, (tool.name, *tool.aliases)) for tool in self.tools],
            "origin": [(origin.name, (origin.name, *origin.aliases)) for origin in self.origins],
            "degree": [(degree.id, (*degree.forms, *degree.exact)) for degree in self.degrees],
            "study_field": [(field.name, (*field.forms, *field.exact)) for field in self.study_fields],
            "certification": [(item.name, (*item.forms, *item.exact)) for item in self.certifications],
            "currency": [(money.code, (*money.signs, *money.words)) for money in self.currencies],
            "level": [(level.id, (*level.aliases, *level.short, *level.grades)) for level in self.levels],
        }
        return [line for kind, owners in claimed.items() for line in _claimed_twice(kind, owners)]


def _claimed_twice(kind: str, owners: Iterable[tuple[str, tuple[str, ...]]]) -> list[str]:
    known: dict[str, str] = {}
    lines = []
    for owner, forms in owners:
        for form in forms:
            first = known.setdefault(key(form), owner)
            if first != owner:
                lines.append(f"[[{kind}]] {form!r} is claimed by {first!r} and by {owner!r}")
    return lines


def _index(forms: Iterable[tuple[str, T]]) -> Mapping[str, T]:
    """Key of a form -> its entry; the first entry wins."""
    found: dict[str, T] = {}
    for form, entry in forms:
        found.setdefault(key(form), entry)
    return found


def _groups(forms: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for form, entry in forms:
        group = found.setdefault(key(form), [])
        if entry not in group:
            group.append(entry)
    return {form: tuple(group) for form, group in found.items()}
