"""Short forms of roles, ``PM``: whom they mean in an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.language.mentions import Mention, MentionKind
from extract.language.terms import Match
from extract.lexicons import singular

_REACH = 60
_BY_FAR = 4
_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]s?")
_VERSUS = r"(?:vs?\.?|versus|or|and)"
_AFTER = re.compile(rf"\s{_VERSUS}\s(?P<name>[A-Za-z]+(?:[\s-][A-Za-z]+){{1,3}})")
# "a qualified OT": somebody, and no field of work.
_ONE = re.compile(r"\b(?:an?|each|every)\s(?:[\w-]{1,20}\s){0,2}$", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<name>[A-Za-z]+(?:[\s-][A-Za-z]+){{1,3}})\s{_VERSUS}\s$")


def short_roles(
    text: str, doubtful: Sequence[Match], roles: Mapping[str, str], certain: Sequence[Match]
) -> Iterator[Mention]:
    """Short forms of roles count where the article names the role in full, and only one such role has the form.

    One that has a short form of its own ("PM and PgM"), or is set against the form ("PM vs Program Manager"), is not
    meant by it. Neither is one whose letters begin the title of a role that is named more often: in an article on
    HR generalists, "HR" is their field and no HR manager. ``roles`` maps the role of a form to the one that is meant
    in this article; ``certain`` are the names in full.
    """
    counts = Counter(match.form.key for match in certain if match.form.kind is MentionKind.ROLE)
    named, titles = counts.keys(), _titles_by_letters(text, certain)
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
            group = _mostly_named(group, counts)
        keys = {match.form.key for match in group}
        outdone = len(keys) == 1 and any(counts[key] > counts[min(keys)] for key in titles.get(text[start:end], ()))
        if outdone and not _ONE.search(text, max(0, start - _REACH), start):
            continue
        # "doctor" may be short for two: the one whose name ends so is meant, where neither is named in full.
        ends = [match for match in group if match.form.key.rsplit("_", 1)[-1] == singular(match.form.text.lower())]
        if len(keys) > 1 and len(ends) == 1:
            yield Mention(MentionKind.ROLE, roles[ends[0].form.key], start, end, doubtful=True)
        elif len(keys) == 1:
            yield Mention(MentionKind.ROLE, roles[group[0].form.key], start, end, doubtful=True)


def _mostly_named(group: list[Match], counts: Mapping[str, int]) -> list[Match]:
    """The one role of a short form that is named in full by far the most often; all where none is."""
    most = max(group, key=lambda match: counts.get(match.form.key, 0), default=None)
    others = sum(counts.get(match.form.key, 0) for match in group if match is not most)
    by_far = most is not None and counts.get(most.form.key, 0) >= _BY_FAR * max(1, others)
    return [most] if most is not None and by_far else group


def _titles_by_letters(text: str, certain: Sequence[Match]) -> dict[str, set[str]]:
    """Letters that titles in full begin with, ``HR`` of ``HR Generalist``, and whose titles these are."""
    found: dict[str, set[str]] = {}
    for match in certain:
        if match.form.kind is MentionKind.ROLE:
            first = text[match.start : match.end].split(" ", 1)[0]
            if first.isupper() and len(first) < match.end - match.start:
                found.setdefault(first, set()).add(match.form.key)
    return found


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
