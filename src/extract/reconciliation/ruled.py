"""What reviewers have said of claims, told by flags, before any claim is weighed.

A believed figure stands for its data item: other figures of the same sort about it are no votes. A claim
that was outvoted supports nothing; where it calls a tool one role's alone, only the "alone" is dropped,
since that the role uses the tool was never in question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.model import Flag, Kind
from extract.reconciliation.normalise import NUMERIC

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray


def add_rulings(frame: pd.DataFrame) -> None:
    """Changes ``supports``, ``exclusivity`` and the doubts of comparability as reviewers have ruled."""
    believed = has_flag(frame, Flag.BELIEVED_BY_REVIEWER)
    outvoted = has_flag(frame, Flag.OUTVOTED_BY_REVIEWER)
    if not believed.any() and not outvoted.any():
        return
    alone = outvoted & ((frame["kind"] == Kind.TOOL) & (frame["exclusivity"] == "exclusive")).to_numpy()
    frame["exclusivity"] = frame["exclusivity"].mask(alone, "")
    passed_over = (outvoted & ~alone) | _passed_over(frame, believed)
    frame["supports"] = frame["supports"] & ~passed_over
    for doubt in ("gross", "dated", "breakdown"):
        frame[doubt] = frame[doubt] & ~believed


def _passed_over(frame: pd.DataFrame, believed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Figures of a data item, of the same sort as one that is believed."""
    numeric = frame["kind"].isin([str(kind) for kind in NUMERIC]).to_numpy()
    sort = list(zip(frame["item"], frame["family"], frame["horizon_key"], strict=True))
    stands = {place for place, yes in zip(sort, believed & numeric, strict=True) if yes}
    return np.array([place in stands for place in sort], dtype=bool) & numeric & ~believed


def has_flag(frame: pd.DataFrame, flag: Flag) -> NDArray[np.bool_]:
    """Which claims carry a flag."""
    return np.array([flag in flags for flags in frame["flags"]], dtype=bool)
