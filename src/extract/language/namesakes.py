"""Which of two things of one name is meant: Georgia among American places is the state, mid-level designers design no levels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from extract.language.mentions import Mention, MentionKind
from extract.lexicons import Lexicons

_LEVEL = re.compile(
    r"\b(?:entry|mid|middle|junior|senior|lower|higher|high|top|associate|executive|expert)[\s-]\Z", re.IGNORECASE
)


def without_namesakes(text: str, mentions: Sequence[Mention], lexicons: Lexicons) -> list[Mention]:
    """Mentions without places whose names are said of another country's: that most spoken of, else whose money is named.

    Where neither tells, a part of a country is meant: who writes of the country says so. "Mid-level designers" design no levels.
    """
    mentions = [m for m in mentions if not _is_of_level(text, m)]
    country = lexicons.country_by_place
    regions = [m for m in mentions if m.kind is MentionKind.REGION]
    meant: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for mention in regions:
        meant[mention.start, mention.end].add(mention.key)
    shared = {span: places for span, places in meant.items() if len({country.get(place) for place in places}) > 1}
    if not shared:
        return mentions
    named = Counter(country.get(m.key) for m in regions if (m.start, m.end) not in shared)

    def meant_by(places: set[str]) -> str:
        codes = {country.get(place) for place in places}
        # Among countries of the world it is one of them.
        others = sum(count for code, count in named.items() if code not in codes)

        def likelihood(place: str) -> tuple[int, bool, bool]:
            code = country.get(place)
            whole = place == code
            return named[code] + (others if whole else 0), _has_money(text, code, lexicons), not whole

        return max(sorted(places), key=likelihood)

    best = {span: meant_by(places) for span, places in shared.items()}
    return [m for m in mentions if m.kind is not MentionKind.REGION or best.get((m.start, m.end), m.key) == m.key]


def _is_of_level(text: str, mention: Mention) -> bool:
    """``Mid-level designers`` are no level designers."""
    title = mention.kind is MentionKind.ROLE and text[mention.start : mention.start + 6].lower() == "level "
    return title and _LEVEL.search(text, max(0, mention.start - 12), mention.start) is not None


def _has_money(text: str, country: str | None, lexicons: Lexicons) -> bool:
    """Whether a text names the money of a country by its code, its name or its sign."""
    money = lexicons.currency_by_code.get(lexicons.currency_of(country) or "")
    return money is not None and any(name in text for name in (money.code, money.name, *money.signs))
