"""What may be compared with what.

Two figures of pay are about one data item if role, level (or years of experience), region, currency and
part of pay are the same: the columns of :data:`ITEM`. They are compared only if both are salaries or both
are rates by the hour or day (``form``): contractors' rates are no salaries cut up. How well a claim
fits its item is one of the named levels of :class:`~extract.reconciliation.policies.Comparability`, each of
which costs weight:

``exact``         said as the item is
``convertible``   pay for another period, brought to a year
``close``         the text names no region and the item's region is where its currency is at home

Within an item, averages are compared with averages, medians with medians and ranges with ranges; an average
lies inside a range of the same item or contradicts it. "Over X" and "up to X" are not compared: they tell
of some. A source that gives several bare figures for one item breaks it down by something that was not read
(cities, employers): they are not compared either. What differs in more than that is said to be different
(``definition_mismatch``), and figures of years too far apart are left to ``stale``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from extract.model import Kind
from extract.reconciliation.normalise import joined, mapped, numbered

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from extract.reconciliation.policies import Policies

ITEM: Final = ("role", "level", "band", "place", "unit", "pay_basis")
"""The columns that make a data item of pay."""

PAIR: Final = ("first", "second", "about")
"""The columns that make a data item of comparisons."""

OPPOSITE: Final = {"higher": "lower", "lower": "higher", "equal": "equal"}
"""Where the second role stands if the first stands so."""

_PLACELESS: Final = ("role", "level", "band", "unit")


def add_comparability(frame: pd.DataFrame, policies: Policies) -> None:
    """Adds what decides whether and how well claims may be compared.

    ``place`` is the region, or the home of the currency where none is stated and others state that one;
    ``item`` numbers the data items and ``compared`` what in them is compared; ``fit`` what the claim's
    weight is multiplied by; ``dated`` says that the figure is too old to be compared with the newest of its
    item; ``gross`` that it is a slip by the measure of the others; ``breakdown`` that it is one of several
    bare figures that the source gives for the item in one layout. ``rung`` is where its level stands, or
    its band of experience (``scale`` says which). A comparison's roles stand in alphabetical order in
    ``first`` and ``second``, ``stands`` says where the first stands against the second and ``about`` what
    is compared, empty where it compares nothing.
    """
    frame["form"] = np.where(frame["period"].isin(["hour", "day"]), "rate", "salary")
    frame["place"] = _places(frame, policies)
    frame["fit"] = _fit(frame, policies)
    frame["item"] = numbered(*(frame[name] for name in ("kind", *ITEM)))
    frame["compared"] = numbered(frame["item"], frame["form"])
    frame["newest"] = frame.groupby("item", sort=False)["year"].transform("max")
    frame["dated"] = frame["newest"] - frame["year"] > policies.comparability.years_near
    frame["gross"] = _gross(frame, policies)
    frame["breakdown"] = _breakdown(frame)
    _add_rungs(frame, policies)
    _add_pair(frame, policies)


def comparable(pay: pd.DataFrame) -> pd.DataFrame:
    """The claims of pay that stand for their role itself and may be compared within their item."""
    known = (pay["unit"] != "") & (pay["role"] != "")
    return pay[known & ~pay["stand_in"] & ~pay["gross"] & ~pay["dated"] & ~pay["breakdown"]]


def differ(a: float, b: float) -> float:
    """How far two figures are apart, as a share of the smaller; 0 for equal ones."""
    small, large = sorted((abs(a), abs(b)))
    if large == small:
        return 0.0
    return (large - small) / small if small else np.inf


def same_measure(a: str, b: str) -> bool:
    """Whether two centres measure the same, as far as they say."""
    return a == b or not a or not b


def _places(frame: pd.DataFrame, policies: Policies) -> pd.Series[str]:
    """The region; where none is stated, the currency's home if the item is known there."""
    home = frame["unit"].map(dict(policies.regions.home)).fillna("")
    rest = [frame[name] for name in _PLACELESS]
    stated = set(joined(frame["region"], *rest)[frame["region"] != ""])
    at_home = joined(home, *rest).isin(stated)
    return frame["region"].where((frame["region"] != "") | ~at_home, home)


def _fit(frame: pd.DataFrame, policies: Policies) -> NDArray[np.float64]:
    levels = policies.comparability
    converted = (frame["kind"] == Kind.SALARY) & ~frame["period"].isin(["", "year"])
    return np.select([frame["place"] != frame["region"], converted], [levels.close, levels.convertible], levels.exact)


def _gross(frame: pd.DataFrame, policies: Policies) -> pd.Series[bool]:
    """Whether a figure of pay is out by a factor against the median of several sources."""
    chosen = frame[(frame["kind"] == Kind.SALARY) & frame["supports"] & frame["family"].isin(["centre", "range"])]
    groups = chosen.groupby("compared", sort=False)
    enough = groups["witness"].transform("nunique") >= policies.gross.sources
    ratio = chosen["middle"] / groups["middle"].transform("median").replace(0, np.nan)
    out = enough & ((ratio >= policies.gross.factor) | (ratio <= 1 / policies.gross.factor))
    return out.reindex(frame.index, fill_value=False)


def _breakdown(frame: pd.DataFrame) -> pd.Series[bool]:
    bare = frame[(frame["kind"] == Kind.SALARY) & frame["supports"] & frame["bare"]]
    several = bare.groupby(["voice", "compared", "container"], sort=False)["key"].transform("nunique") > 1
    return several.reindex(frame.index, fill_value=False)


def _add_rungs(frame: pd.DataFrame, policies: Policies) -> None:
    banded = (frame["level"] == "") & (frame["band"] != "")
    of_level = frame["level"].map(policies.ladder.by_name()).astype("float64")
    frame["rung"] = of_level.where(~banded, frame["experience_min"].fillna(0.0))
    frame["scale"] = np.where(banded, "years", "level")


def _add_pair(frame: pd.DataFrame, policies: Policies) -> None:
    role, other, direction = frame["role"], frame["object_role"], frame["direction"]
    compares = (frame["kind"] == Kind.COMPARISON) & direction.isin(list(OPPOSITE)) & (role != other)
    compares &= (role != "") & (other != "")
    in_order = role < other
    frame["first"] = role.where(in_order, other)
    frame["second"] = other.where(in_order, role)
    frame["stands"] = direction.where(in_order, direction.map(OPPOSITE)).fillna("")
    aspects = dict(policies.comparison_aspects)
    about = mapped(frame["label"], lambda label: aspects.get(label.replace(" ", "_"), label))
    frame["about"] = about.where(compares, "")
