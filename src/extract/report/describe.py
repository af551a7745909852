"""A claim in words: its value as a reader would say it, and what must be known beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.report.model import Row, flags
from extract.report.wording import Ends, amount, clip, label, number, role_name

VALUE_LIMIT = 200
_AMOUNTS = ("salary", "outlook")


def ends(claim: Row) -> Ends:
    """The claim's amount as stated."""
    return Ends(claim.get("low"), claim.get("high"), bool(claim.get("low_open")), bool(claim.get("high_open")))


def value(claim: Row) -> str:
    """``$63,000–$86,000``, ``23%``, ``higher than Data Scientist (growth)``, a tool's name, a phrase."""
    if claim.get("kind") in _AMOUNTS:
        words = amount(ends(claim), claim.get("unit"))
        if words:
            return words
    if claim.get("kind") == "comparison" and claim.get("direction"):
        return _comparison(claim)
    return clip(str(claim.get("value") or claim.get("quote") or ""), VALUE_LIMIT)


def _comparison(claim: Row) -> str:
    than = "equal to" if claim["direction"] == "equal" else f"{claim['direction']} than"
    aspect = f" in {clip(str(claim['aspect']), 60)}" if claim.get("aspect") else ""
    return f"{than} {role_name(claim.get('object_role')) or 'others'}{aspect}"


def doubts(claim: Row) -> list[str]:
    """Why the claim may not be taken at its word: stand-in, hedge, view not shared, negation, estimate."""
    found = []
    if is_stand_in(claim):
        stated = clip(str(claim.get("stated_role") or ""), 60)
        found.append(f"figure of {stated}" if stated else "another occupation's figure")
    if claim.get("modality") == "hedged":
        found.append("hedged")
    if claim.get("modality") == "reported":
        found.append("a view the text does not share")
    if claim.get("polarity") == "negated":
        found.append("denied")
    if claim.get("approximate"):
        found.append("about")
    if "stale" in flags(claim):
        found.append("out of date")
    return found


def is_stand_in(claim: Row) -> bool:
    """Whether it is another occupation's figure."""
    return "proxy_role" in flags(claim)


def is_hedged(claim: Row) -> bool:
    """Whether the text does not plainly say it."""
    return claim.get("modality") in {"hedged", "reported"}


def definition(claim: Row) -> list[str]:
    """What the value means: whose, statistic, basis, origin, date, horizon, years of experience, exclusivity."""
    found = [label("paid_groups", claim.get("aspect"))] if claim.get("kind") == "salary" else []
    found.append(label("statistics", claim.get("statistic")) if claim.get("statistic") != "range" else "")
    found.append(str(claim.get("basis") or ""))
    found.append(experience(claim))
    if claim.get("attributed_to"):
        found.append(f"citing {clip(str(claim['attributed_to']), 60)}")
    if claim.get("as_of"):
        found.append(f"as of {clip(str(claim['as_of']), 30)}")
    if claim.get("horizon"):
        found.append(clip(str(claim["horizon"]), 40))
    exclusivity = {"exclusive": "said to be this role's only", "shared": "said of both roles"}
    found.append(exclusivity.get(str(claim.get("exclusivity")), ""))
    return [note for note in found if note]


def experience(claim: Row) -> str:
    """``6+ years``; "" where no years of experience are told."""
    low, high = claim.get("experience_min"), claim.get("experience_max")
    if low is None:
        return "" if high is None else f"up to {number(high)} years"
    if high is None:
        return f"{number(low)}+ years"
    return f"{number(low)}–{number(high)} years"


def period(claim: Row) -> str:
    """``an hour``; "" for a year or where there is none."""
    found = claim.get("period")
    return "" if found in {None, "year"} else label("periods", found)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read an amount that cannot be read as it stands."""

    words: str
    reason: str
    ends: Ends


def candidates(claim: Row) -> list[Candidate]:
    """The readings that the claim's ``repairs`` propose; none where that is no JSON list of readings."""
    try:
        found = json.loads(claim.get("repairs") or "[]")
    except ValueError:
        return []
    return [_candidate(entry) for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _candidate(entry: Mapping[str, Any]) -> Candidate:
    low, high = _float(entry.get("low")), _float(entry.get("high"))
    read = Ends(low, high, low_open=low is None, high_open=high is None)
    unit = entry.get("unit")
    words = amount(read, unit if isinstance(unit, str) else None) or "no amount"
    return Candidate(words, clip(str(entry.get("reason") or ""), VALUE_LIMIT), read)


def _float(found: Any) -> float | None:
    return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else None
