"""Figures of official occupations that stand in for a role: "X falls under the category of Y, who earn ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from extract.attribution import Attribution, Owner
from extract.model import Block, Span

if TYPE_CHECKING:
    from extract.claims.context import Context

_INCLUDES = re.compile(
    r"\s*,?\s*\(?(?:which|that|(?:a|the) (?:[A-Z]{2,5} )?(?:group|category|occupation|title) that)\s+(?:also\s+)?(?:includ|cover|contain)\w*\s+(?:an?\s|the\s)?",
    re.I,
)
# A sum, and behind it "(all civil engineers)".
_ALL_OF = re.compile(r"\((?:for\s|of\s)?all\s(?:other\s)?\Z")
COMPUTING = frozenset({"data", "design", "infrastructure", "product", "security", "software"})
"""Families of roles whose occupations stand in for each other."""
_LEADERS = ("manager", "director", "administrator", "supervisor", "executive", "officer", "head", "lead")


class StandIns:
    """Whom the figures of official occupations stand in for, in one article."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lexicons = context.lexicons

    @cached_property
    def _heads(self) -> frozenset[str]:
        """Words of titles that tell no trade."""
        return frozenset(self._lexicons.role_heads) | {"information", "general"}

    def whom(self, block: Block, sentence: Span, owner: Attribution) -> tuple[Attribution, str | None]:
        """Whom a figure of an official occupation stands in for, and how the text words the occupation.

        "The role of an X falls under the category of Y, who earn ..." gives Y's figure to X, with Y as the stated role.
        """
        stated = owner.stated
        if stated is None or len(owner.roles) != 1:
            return owner, None
        of_all = _ALL_OF.search(self._context.text, sentence.start, stated.start) is not None
        if owner.roles[0] in self._context.topics and not of_all:
            return owner, self._category(block, sentence, stated)
        role = self._lexicons.role_by_id.get(owner.roles[0])
        official = role is not None and role.occupation
        text = self._context.text
        if not (official or of_all) and not self._context.cues.has(
            "phrases.stand_in", text, sentence.start, sentence.end
        ):
            return owner, None
        words = text[stated.start : stated.end]
        for roles, because, confidence in self._candidates(block, sentence, stated, owner.roles[0]):
            if roles and roles != owner.roles:
                return Attribution(roles, f"“{words}” {because}", confidence, stated), words
        return owner, None

    def _category(self, block: Block, sentence: Span, member: Owner) -> str | None:
        """The occupation whose figure it is, in "the growth for Y, which include X, is ..."."""
        for owner in self._context.attributor.clauses(block, sentence).owners:
            role = self._lexicons.role_by_id.get(owner.roles[0])
            between = self._context.text[owner.end : member.start]
            if role is not None and role.occupation and owner.end <= member.start and _INCLUDES.fullmatch(between):
                return self._context.text[owner.start : owner.end]
        return None

    def _candidates(
        self, block: Block, sentence: Span, stated: Owner, occupation: str
    ) -> Iterator[tuple[tuple[str, ...], str, float]]:
        """Topics that an occupation may stand in for: named beside it, alike in name, the section's."""
        topics = self._context.topics
        clauses = self._context.attributor.clauses(block, sentence)
        beside = [o for o in clauses.owners if o is not stated and set(o.roles) & set(topics)]
        if beside:
            closest = min(beside, key=lambda o: abs(o.start - stated.start))
            yield tuple(r for r in closest.roles if r in topics), "stands in for it", 0.8
        alike = _closest(topics, occupation, self._heads)
        if alike is not None:
            yield (alike,), "is the occupation closest to it", 0.75
        akin = {topic for topic in topics if self._akin(topic, occupation)}
        around = self._context.attributor.around(block)
        if set(around.roles) <= akin:
            yield around.roles, f"stands in for it under {around.because}", 0.7
        carried = self._context.attributor.before(block, self._context.attributor.passage(block), sentence)
        if set(carried.roles) <= akin:
            yield carried.roles, f"stands in for it: {carried.because}", 0.6
        for heading in self._context.headings(block)[:1]:
            named = self._context.attributor.clauses(heading, Span(heading.start, heading.end)).owners
            joint = named[0].roles if len(named) == 1 else ()
            yield tuple(role for role in joint if role in akin), "stands in for those whom the heading names", 0.55

    def _akin(self, topic: str, occupation: str) -> bool:
        """Whether an occupation may be the nearest to a role that its sentence does not name: no hotel manager to a baker."""
        if occupation.endswith("_manager") and not topic.endswith(_LEADERS):
            return False
        roles = self._lexicons.role_by_id
        families = {
            role.family for role in (roles.get(topic), roles.get(occupation)) if role is not None and role.family
        }
        return len(families) < 2 or families <= COMPUTING


def _closest(topics: Sequence[str], occupation: str, heads: frozenset[str]) -> str | None:
    """The topic that shares most words with an occupation, one of them saying more than "engineer"; None for a tie."""
    wanted = {word[:6] for word in occupation.split("_")}
    shared = {}
    for topic in topics:
        common = [word for word in topic.split("_") if word[:6] in wanted]
        if any(word not in heads and len(word) > 3 for word in common):
            shared[topic] = len(common)
    best = [topic for topic, count in shared.items() if count == max(shared.values())]
    return best[0] if len(best) == 1 else None
