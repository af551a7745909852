"""The codes that the tables use, and what each means.

What a flag does to its claim is decided here and nowhere else: ``QUARANTINES`` keeps the claim out of every
fact, ``DOUBTS`` leaves it usable and says that it needs care, ``INFORMS`` leaves it accepted.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.model import Flag

if TYPE_CHECKING:
    from collections.abc import Mapping


class Effect(StrEnum):
    """What a flag does to the status of its claim."""

    QUARANTINES = "quarantined"
    DOUBTS = "flagged"
    INFORMS = "accepted"


class FlagMeaning(NamedTuple):
    """A flag's effect on the status of its claim and, in one sentence, its reason."""

    effect: Effect
    meaning: str


_FLAGS: Final[Mapping[Flag, FlagMeaning]] = {
    Flag.MALFORMED_AMOUNT: FlagMeaning(
        Effect.QUARANTINES,
        "The amount is not written as any amount is; `repairs` holds what it may have been meant to say.",
    ),
    Flag.MISSING_CURRENCY: FlagMeaning(
        Effect.DOUBTS, "An amount of pay whose currency neither the text nor its table names."
    ),
    Flag.AMBIGUOUS_CURRENCY: FlagMeaning(
        Effect.DOUBTS, "The sign stands for several currencies and the article does not settle which."
    ),
    Flag.INVERTED_RANGE: FlagMeaning(Effect.QUARANTINES, "The lower end of the range lies above the upper end."),
    Flag.IMPLAUSIBLE_AMOUNT: FlagMeaning(
        Effect.QUARANTINES, "Brought to a year, the pay is outside what anyone is paid in that currency."
    ),
    Flag.REPAIRED_AMOUNT: FlagMeaning(
        Effect.DOUBTS, "The amount was written with a slip that has one plain reading; `repairs` says which."
    ),
    Flag.PROXY_ROLE: FlagMeaning(
        Effect.DOUBTS,
        "Another occupation's figure, named in `stated_role`, stands in for this role.",
    ),
    Flag.INFERRED_PERIOD: FlagMeaning(
        Effect.INFORMS, "The text gives no period; it was concluded from the amount and its surroundings."
    ),
    Flag.INFERRED_ROLE: FlagMeaning(
        Effect.INFORMS,
        "The sentence names no role; it was concluded from heading, list or article.",
    ),
    Flag.HEDGED: FlagMeaning(Effect.INFORMS, "The text says it with `may`, `often`, `some` or the like."),
    Flag.STALE: FlagMeaning(Effect.DOUBTS, "The figure is said to hold for a date that is long past."),
    Flag.DUPLICATE_IN_SOURCE: FlagMeaning(
        Effect.INFORMS, "The same source says the same thing elsewhere; both count as one voice."
    ),
    Flag.UNKNOWN_TOOL: FlagMeaning(
        Effect.DOUBTS,
        "It stands where tools stand and the lexicon does not know it; a review can add it.",
    ),
    Flag.AMBIGUOUS_NAME: FlagMeaning(
        Effect.DOUBTS, "The name is also a common word or several things, and little around it settles which."
    ),
    Flag.INVALID_VALUE: FlagMeaning(
        Effect.QUARANTINES,
        "A column holds what it may not hold, or the quote is not the text at its offsets.",
    ),
    Flag.REJECTED_BY_REVIEWER: FlagMeaning(Effect.QUARANTINES, "A reviewer rejects the claim; no fact rests on it."),
    Flag.REPAIRED_BY_REVIEWER: FlagMeaning(
        Effect.INFORMS, "A reviewer read the amount anew; the quote is as the source has it."
    ),
    Flag.BELIEVED_BY_REVIEWER: FlagMeaning(
        Effect.INFORMS, "A reviewer believes the claim, whatever speaks against it."
    ),
    Flag.OUTVOTED_BY_REVIEWER: FlagMeaning(
        Effect.DOUBTS, "A reviewer believes another claim, which this one contradicts; no fact rests on it."
    ),
}

FLAG_EFFECTS: Final[Mapping[Flag, Effect]] = {flag: entry.effect for flag, entry in _FLAGS.items()}
"""Flag -> what it does to the status of its claim."""

FLAG_MEANINGS: Final[Mapping[Flag, str]] = {flag: entry.meaning for flag, entry in _FLAGS.items()}
"""Flag -> its reason in one sentence."""

DISCREPANCY_TYPES: Final[Mapping[str, str]] = {
    "malformed_amount": "An amount that cannot be read; nothing is believed of it until a reviewer rules.",
    "inverted_range": "A range whose lower end lies above its upper end.",
    "implausible_amount": "Pay outside what anyone is paid in that currency.",
    "ladder_inversion": "One source pays a higher level less than a lower one.",
    "range_disjoint": "Comparable amounts of two sources do not meet.",
    "point_outside_range": "A single figure lies outside a comparable range.",
    "within_source": "A source contradicts itself.",
    "exclusivity": "A source gives a tool to one role only, another gives it to the other role or to both.",
    "comparison_vs_figures": "'A earns more than B' stands against the figures.",
    "comparison_conflict": "One says A over B, another says B over A.",
    "definition_mismatch": "Figures that measure different things and are not compared.",
    "proxy_role": "Another occupation's figure stands in for the role's own.",
    "stale": "A figure that holds for a date long past.",
    "coverage_gap": "A data item is left without any usable claim.",
    "copied_source": "Sources that are near-copies of one another have one vote.",
    "stale_ruling": "A reviewer's ruling that is not applied, because what it rules on has changed.",
}
"""Discrepancy type -> what it says."""
