"""Short forms of roles, ``PM``: whom they mean in an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from extract.language.mentions import Mention, MentionKind
from extract.language.terms import Match
from extract.lexicons import singular

_REACH = 60
_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]s?")
_VERSUS = r"(?:vs?\.?|versus|or|and)"
_AFTER = re.compile(rf"\s{_VERSUS}\s(?P<name>[A-Za-z]+(?:[\s-][A-Za-z]+){{1,3}})")
_BEFORE = re.compile(rf"(?P<name>[A-Za-z]+(?:[\s-][A-Za-z]+){{1,3}})\s{_VERSUS}\s$")


def short_roles(text: str, doubtful: Sequence[Match], roles: Mapping[str, str], named: Set[str]) -> Iterator[Mention]:
    """Short forms of roles count where the article names the role in full, and only one such role has the form.

    One that has a short form of its own ("PM and PgM"), or is set against the form ("PM vs Program Manager"), is not
    meant by it. ``roles`` maps the role of a form to the one that is meant in this article; ``named`` are those that
    it names in full.
    """
    places: dict[tuple[int, int], list[Match]] = {}
    for match in doubtful:
        if match.form.kind is MentionKind.ROLE and match.form.key in roles:
            places.setdefault((match.start, match.end), []).append(match)
    letters = [group for (start, end), group in places.items() if _LETTERS.fullmatch(text, start, end)]
    own = {group[0].form.key for group in letters if len(group) == 1} | _set_against(text, letters)
    for (start, end), matches in sorted(places.items()):
        group = matches
        if len(matches) > 1 and _LETTERS.fullmatch(text, start, end):
            others = [match for match in matches if match.form.key not in own]
            group = [match for match in others if match.form.key in named] or others
        keys = {match.form.key for match in group}
        # "doctor" may be short for two: the one whose name ends so is meant, where neither is named in full.
        ends = [match for match in group if match.form.key.rsplit("_", 1)[-1] == singular(match.form.text.lower())]
        if len(keys) > 1 and len(ends) == 1:
            yield Mention(MentionKind.ROLE, roles[ends[0].form.key], start, end, doubtful=True)
        elif len(keys) == 1:
            yield Mention(MentionKind.ROLE, roles[group[0].form.key], start, end, doubtful=True)


def _set_against(text: str, groups: Iterable[Sequence[Match]]) -> set[str]:
    """Roles whose full name an ambiguous short form is compared with."""
    found = set()
    for group in groups:
        if len(group) < 2:
            continue
        first, last = group[0].start, group[0].end
        versus = _AFTER.match(text, last), _BEFORE.search(text[max(0, first - _REACH) : first])
        names = {match.form.key.replace("_", " "): match.form.key for match in group}
        beside = [found["name"].lower() for found in versus if found]
        found |= {
            key for words in beside for name, key in names.items() if words.startswith(name) or words.endswith(name)
        }
    return found
